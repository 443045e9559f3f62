import{H as I,ba as N,ca as P,f as H,k as D,y as B}from"./chunk-2T6RHLYP.js";import{a as L,b as c,e as u,g as S,h as O,i as z,l as q,m as E,q as g,r as w,s as R,t as F,u as M,v as V}from"./chunk-HU3JNPAX.js";import{f as j,y as A}from"./chunk-UXGMC5Z2.js";import{a as v,b as T,c as k,d as C,e as d}from"./chunk-ZORKPPHW.js";var te=23.5*3600;function Y({localize:h,formats:y,hass:r},e){let{coverage:n,coverage_seconds:t}=e;if(n===null||t===null)return null;let s=e.gaps?g(h,r.language,"gaps",e.gaps):"",i=y.percent(Math.floor(n*100)/100),a=p=>[p,s].filter(Boolean).join(" · ");if(t>=te)return[h("last_day_recorded"),a(i)];let l=y.duration(t<60?t:Math.floor(t/60)*60);return[h("recorded_so_far"),a(h("recorded_of",{share:i,duration:l}))]}var G=L`
  :host {
    display: block;
    padding-block-start: 12px;
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(340px, 100%), 1fr));
    gap: var(--mc-gap);
  }
  section {
    display: grid;
    align-content: start;
    gap: 10px;
    padding: 16px;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .works {
    margin-block-end: var(--mc-gap);
  }
  .work {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 4px 12px;
  }
  .work progress {
    grid-column: 1 / -1;
    inline-size: 100%;
    accent-color: var(--mc-accent);
  }
  .quiet {
    color: var(--mc-text-2);
    font-variant-numeric: tabular-nums;
  }
  section.bad {
    border-color: var(--mc-bad);
  }
  section.warn {
    border-color: var(--mc-warn);
  }
  h2 {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 6px 10px;
    font-size: 16px;
    font-weight: 500;
  }
  h2 > svg {
    color: var(--mc-text-2);
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
    font-size: 13px;
    font-weight: 400;
    color: var(--mc-text-2);
  }
  .dot {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--mc-text-2);
  }
  .dot.good {
    background: var(--mc-good);
  }
  .dot.warn {
    background: var(--mc-warn);
  }
  .dot.bad {
    background: var(--mc-bad);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    margin: 0;
  }
  dt {
    font-size: 12px;
    color: var(--mc-text-2);
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .machines {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .machines li {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 2px 10px;
  }
  .machines li > :nth-child(n + 4) {
    grid-column: 2 / -1;
  }
  .machine {
    overflow-wrap: anywhere;
  }
  .error {
    color: color-mix(in srgb, var(--mc-bad) 75%, var(--mc-text));
    overflow-wrap: anywhere;
  }
  .text-button {
    justify-self: start;
  }
`;var re=1e4,ne=3,se={idle:"off",working:"good",away:"warn"},_,o,x,U,b,W,J,K,Q,X,f=class extends S{constructor(){super(...arguments);k(this,o);this.system=null;this.failure=null;k(this,_)}connectedCallback(){super.connectedCallback(),d(this,o,x).call(this),C(this,_,window.setInterval(()=>{d(this,o,x).call(this)},re))}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(T(this,_))}willUpdate(r){r.has("overview")&&r.get("overview")&&d(this,o,x).call(this)}render(){let{context:r,system:e,overview:n}=this,{localize:t}=r;return e===null?this.failure!==null?M({icon:H,bad:!0,...V(r,this.failure)}):c`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${t("loading")}></div>
      </div>`:c`${d(this,o,U).call(this,n)}
    <div class="parts">
      ${e.cameras.map(s=>d(this,o,W).call(this,s))} ${d(this,o,J).call(this,n)}
      ${d(this,o,Q).call(this,n,e)} ${d(this,o,X).call(this,e)}
    </div>`}};_=new WeakMap,o=new WeakSet,x=async function(){if(!document.hidden)try{this.system=await A(this.context.hass),this.failure=null}catch(r){this.failure=j(r)}},U=function({long_work:r}){if(r.length===0)return u;let{localize:e,formats:n}=this.context;return c`<section class="works" aria-labelledby="works">
      <h2 id="works">${R(N)} ${e("long_work")}</h2>
      ${r.map(t=>{let s=w(e,`work_${t.kind}`,"long_work"),i=t.left===null?"":e("work_left",{count:n.number(t.left)}),a=t.done===null?"":n.percent(Math.floor(t.done*100)/100);return c`<div class="work">
          <span>${[s,t.name].filter(Boolean).join(": ")}</span>
          <span class="quiet">${[i,a].filter(Boolean).join(" · ")}</span>
          <progress max="1" value=${t.done??u} aria-label=${s}></progress>
        </div>`})}
    </section>`},b=function(r,e,n,t,s,i,a=null,l=null,p=u){let{localize:m,hass:$}=this.context;return c`<section class=${n}>
      <h2>${R(r)} <span dir="auto">${e}</span> <span class="status"><span class="dot ${n}"></span>${t}</span></h2>
      ${s.length>0?c`<dl>
              ${s.map(([Z,ee])=>c`<div>
                  <dt>${Z}</dt>
                  <dd>${ee}</dd>
                </div>`)}
            </dl>`:u}
      ${p} ${a?c`<p class="error" dir="auto">${a}</p>`:u}
      ${i?c`<p class="advice">${i}</p>`:u}
      ${i&&l&&$.user?.is_admin?c`<a class="text-button" href=${l}>${m("add_camera")}</a>`:u}
    </section>`},W=function(r){let{localize:e,formats:n}=this.context,t=r.recording_status,s=r.detection_enabled&&!r.watching,i=t==="off"?"off":t==="connecting"?"warn":t!=="recording"?"bad":s?"warn":"good",a=[],l=Y(this.context,r);l!==null&&a.push(l),r.persons_today!==null&&a.push([e("people_today"),String(r.persons_today)]),r.bytes!==null&&a.push([e("recordings"),n.bytes(r.bytes)]),r.stream_fps!==null&&a.push([e("stream_fps"),r.stream_fps.toFixed(0)]);let p=i==="bad"?w(e,`advice_${t}`,"advice_camera"):s?e("not_watching"):"";return d(this,o,b).call(this,D,r.name,i,e(`status_${t}`),a,p,r.recording_error??(s?r.watch_error:null),"/config/integrations/integration/mycamera")},J=function(r){let{localize:e,hass:n}=this.context,{worker:t,minutes_behind:s,pending_analyses:i,pending_captions:a}=r,l=t.overloaded?"overloaded":t.status,p=l==="connected"?"good":l==="failed"||l==="disconnected"?"bad":"warn",m=[];t.device&&m.push([e("device"),t.device]),t.version&&m.push([e("version"),t.version]),s?m.push([e("queue"),g(e,n.language,"minutes_behind",s)]):i&&m.push([e("queue"),g(e,n.language,"pending_analyses",i)]),a&&m.push([e("descriptions"),g(e,n.language,"pending_captions",a)]);let $=p==="good"?"":w(e,`worker_${l}_advice`,"advice_worker");return d(this,o,b).call(this,P,e("analysis"),p,e(`worker_${l}`),m,$,t.error,"/config/integrations/integration/mycamera",d(this,o,K).call(this,t.machines))},K=function(r){if(r.length===0)return u;let{localize:e,hass:n}=this.context;return c`<ul class="machines">
      ${r.map(t=>{let s=g(e,n.language,"jobs_an_hour",t.jobs_an_hour);return c`<li>
          <span class="dot ${se[t.state]}"></span>
          <span class="machine" dir="auto">${t.name}</span>
          <span class="quiet">${e(`machine_${t.state}`)}</span>
          <span class="quiet" dir="auto">${[t.device,s].filter(Boolean).join(" · ")}</span>
          ${t.error?c`<span class="error" dir="auto">${t.error}</span>`:u}
        </li>`})}
    </ul>`},Q=function(r,e){let{localize:n,formats:t,hass:s}=this.context,{available:i,since:a,waiting:l}=r.database,p=[];return e.database_bytes!==null&&p.push([n("size"),t.bytes(e.database_bytes)]),a&&p.push([n("since"),t.dateTime(a)]),d(this,o,b).call(this,B,n("database"),i?"good":"bad",n(i?"database_answers":"database_down"),p,i?"":g(n,s.language,"database_waiting",l),null,"/config/integrations/integration/mycamera")},X=function(r){let{localize:e,formats:n,hass:t}=this.context,s=r.days_until_full,i=r.free_bytes!==null,a=s!==null&&s<ne&&!r.never_full,l=[];return r.free_bytes!==null&&l.push([e("free"),n.bytes(r.free_bytes)]),s!==null?l.push([e("full_in"),g(e,t.language,"days",Math.max(0,Math.round(s)))]):r.never_full&&l.push([e("full_in"),e("never_full")]),r.recordings_path&&l.push([e("folder"),r.recordings_path]),d(this,o,b).call(this,I,e("storage"),i?a?"warn":"good":"warn",e(i?a?"storage_soon_full":"storage_good":"storage_unknown"),l,a?e("storage_advice"):"",null,"/config/integrations/integration/mycamera")},f.styles=[E,F,G],v([O({attribute:!1})],f.prototype,"context",2),v([O({attribute:!1})],f.prototype,"overview",2),v([z()],f.prototype,"system",2),v([z()],f.prototype,"failure",2),f=v([q("mycamera-system")],f);export{f as MyCameraSystem};
