import{a as Gn,b as Kn,c as ne,d as wi}from"./chunk-YN3ZNTBP.js";import{a as Vn,b as is,c as ss,d as $i,e as Cn,f as qn}from"./chunk-OFU4RUFU.js";import{a as Oe,b as xi,c as yi,d as jn,e as Yn}from"./chunk-NO7EIXZM.js";import{b as Bn}from"./chunk-HHJDOHJD.js";import{a as Nn,b as G,c as Re,d as bi,e as Je,f as Fn}from"./chunk-XTZHAIOO.js";import{$ as pn,A as Ks,B as Ys,C as Zs,D as Xs,E as Js,F as Qs,H as Ws,I as Ms,J as ii,K as lt,L as en,M as si,N as ni,O as tn,P as sn,Q as nn,R as ts,S as rn,T as on,U as ri,V as oi,W as an,X as ln,Y as ai,Z as cn,_ as dn,a as Os,aa as Rt,b as Ps,ba as un,c as rt,ca as li,d as Ds,da as hn,e as Is,ea as mn,f as ae,fa as ci,ga as fn,h as es,ha as gn,i as As,ia as vn,j as Ls,ja as di,k as ot,l as Hs,m as Us,n as Ns,o as Fs,p as Vs,q as Cs,r as Mt,s as ei,t as ti,u as Z,v as qs,w as Bs,x as js,y as Gs,z as at}from"./chunk-Y3GESK43.js";import{a as P,b as o,c as Ot,d as Ze,e as b,f as bn,g as S,h as y,i as v,j as U,k as pi,n as I,o as se,p as R,q as k,r as he,s as q,t as H,u as ct,v as dt,w as O}from"./chunk-HLGF62WO.js";import{A as An,B as Ln,C as Hn,D as Un,E as fi,F as gi,G as vi,a as xn,b as Xe,c as Pt,d as yn,e as E,f as $n,g as Dt,h as wn,i as ui,j as kn,k as _n,m as zn,n as Tn,o as En,p as hi,q as Sn,r as mi,s as Rn,t as On,u as Pn,v as Dn,y as In}from"./chunk-IXUBZLRZ.js";import{a as c,b as m,c as w,d as _,e as n}from"./chunk-ZORKPPHW.js";var ki=class{constructor(l,e=window){this.close=l;this.view=e}#e=!1;opened(){this.#e||(this.#e=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#i))}closed(){this.#e&&(this.#t(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#t()}#t(){this.#e=!1,this.view.removeEventListener("popstate",this.#i)}#i=()=>{this.#t(),this.close()}};var{I:Xa}=bn,Zn=d=>d;var Jn=d=>d.strings===void 0,Xn=()=>document.createComment(""),pt=(d,l,e)=>{let t=d._$AA.parentNode,i=l===void 0?d._$AB:l._$AA;if(e===void 0){let s=t.insertBefore(Xn(),i),r=t.insertBefore(Xn(),i);e=new Xa(s,r,d,d.options)}else{let s=e._$AB.nextSibling,r=e._$AM,a=r!==d;if(a){let p;e._$AQ?.(d),e._$AM=d,e._$AP!==void 0&&(p=d._$AU)!==r._$AU&&e._$AP(p)}if(s!==i||a){let p=e._$AA;for(;p!==s;){let u=Zn(p).nextSibling;Zn(t).insertBefore(p,i),p=u}}}return e},Fe=(d,l,e=d)=>(d._$AI(l,e),d),Ja={},_i=(d,l=Ja)=>d._$AH=l,Qn=d=>d._$AH,zi=d=>{d._$AR(),d._$AA.remove()};var Wn=(d,l,e)=>{let t=new Map;for(let i=l;i<=e;i++)t.set(d[i],i);return t},ee=xi(class extends yi{constructor(d){if(super(d),d.type!==Oe.CHILD)throw Error("repeat() can only be used in text expressions")}dt(d,l,e){let t;e===void 0?e=l:l!==void 0&&(t=l);let i=[],s=[],r=0;for(let a of d)i[r]=t?t(a,r):r,s[r]=e(a,r),r++;return{values:s,keys:i}}render(d,l,e){return this.dt(d,l,e).values}update(d,[l,e,t]){let i=Qn(d),{values:s,keys:r}=this.dt(l,e,t);if(!Array.isArray(i))return this.ut=r,s;let a=this.ut??=[],p=[],u,$,h=0,T=i.length-1,D=0,j=s.length-1;for(;h<=T&&D<=j;)if(i[h]===null)h++;else if(i[T]===null)T--;else if(a[h]===r[D])p[D]=Fe(i[h],s[D]),h++,D++;else if(a[T]===r[j])p[j]=Fe(i[T],s[j]),T--,j--;else if(a[h]===r[j])p[j]=Fe(i[h],s[j]),pt(d,p[j+1],i[h]),h++,j--;else if(a[T]===r[D])p[D]=Fe(i[T],s[D]),pt(d,i[h],i[T]),T--,D++;else if(u===void 0&&(u=Wn(r,D,j),$=Wn(a,h,T)),u.has(a[h]))if(u.has(a[T])){let ue=$.get(r[D]),ie=ue!==void 0?i[ue]:null;if(ie===null){let Ne=pt(d,i[h]);Fe(Ne,s[D]),p[D]=Ne}else p[D]=Fe(ie,s[D]),pt(d,i[h],ie),i[ue]=null;D++}else zi(i[T]),T--;else zi(i[h]),h++;for(;D<=j;){let ue=pt(d,p[j+1]);Fe(ue,s[D]),p[D++]=ue}for(;h<=T;){let ue=i[h++];ue!==null&&zi(ue)}return this.ut=r,_i(d,p),Ze}});function Mn(d){return d.connection.sendMessagePromise({type:"mycamera/exports"})}async function Ti(d,l,e,t){let i=await d.connection.subscribeMessage(()=>{},{type:"mycamera/export_clip",camera_id:l,since:new Date(e).toISOString(),until:new Date(t).toISOString()},{resubscribe:!1});await Promise.resolve(i()).catch(()=>{})}function er(d,l,e){return d.connection.subscribeMessage(e,{type:"mycamera/follow_export",export_id:l},{resubscribe:!1})}function tr(d,l){return d.connection.sendMessagePromise({type:"mycamera/cancel_export",export_id:l})}function ir(d,l){return d.connection.sendMessagePromise({type:"mycamera/delete_export",export_id:l})}var Ei,sr,ke=class extends S{constructor(){super(...arguments);w(this,Ei);this.cameraIds=[];this.range={from:0,to:1};this.busy=!1;this.failed=null}render(){let{localize:e,formats:t}=this.context,{from:i,to:s}=this.range,r=t.range(new Date(i).toISOString(),new Date(s).toISOString());return o`<output>${r} · ${t.duration((s-i)/1e3)}</output>
      <button class="text-button" ?disabled=${this.busy} @click=${()=>{n(this,Ei,sr).call(this)}}>
        ${k(oi)} ${e("export")}
      </button>
      <button
        class="icon-button"
        aria-label=${e("draw_cancel")}
        @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
      >
        ${k(Z)}
      </button>
      ${this.failed===null?b:o`<p role="alert">${this.failed}</p>`}`}};Ei=new WeakSet,sr=async function(){this.busy=!0;try{for(let e of this.cameraIds)await Ti(this.context.hass,e,this.range.from,this.range.to);this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-exporting",{bubbles:!0,composed:!0}))}catch(e){this.failed=H(this.context,E(e)).text}finally{this.busy=!1}},ke.styles=[O,P`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 8px;
        padding-block: 8px;
      }
      output {
        font-weight: 500;
        font-variant-numeric: tabular-nums;
      }
      p {
        inline-size: 100%;
        text-align: center;
        color: color-mix(in srgb, var(--mc-bad) 80%, var(--mc-text));
      }
    `],c([y({attribute:!1})],ke.prototype,"context",2),c([y({attribute:!1})],ke.prototype,"cameraIds",2),c([y({attribute:!1})],ke.prototype,"range",2),c([v()],ke.prototype,"busy",2),c([v()],ke.prototype,"failed",2),ke=c([R("mycamera-clip-bar")],ke);var nr=1e3,Qa=25,Wa=120*nr,Pe,X,ut,rr,ns,or,ar,te=class extends S{constructor(){super(...arguments);w(this,X);this.cameraId="";this.spans=[];this.speed=1;this.poster=null;this.named=!1;this.empty=!1;this.problem=null;this.codec=null;w(this,Pe,null)}disconnectedCallback(){super.disconnectedCallback(),m(this,Pe)?.close(),_(this,Pe,null)}updated(){this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}async show(e){let t=$i(this.spans,e);if(t===null)return;this.problem=null,await this.updateComplete;let{Film:i,filmsPlay:s}=await import("./film-OGIURZT2.js");if(!(!this.video||!this.isConnected)){if(!s()){n(this,X,ns).call(this,"unplayable",t);return}m(this,Pe)??_(this,Pe,new i(this.video,this.context.hass,this.cameraId,{at:r=>n(this,X,ut).call(this,"mycamera-at",r),ended:r=>n(this,X,rr).call(this,r),failed:r=>n(this,X,ns).call(this,r,t)})),await m(this,Pe).seek(t)}}async play(){await this.video?.play().catch(()=>{})}pause(){this.video?.pause()}get begun(){return m(this,Pe)!==null}frame(e){let{video:t}=this;!t||m(this,Pe)===null||(t.pause(),t.currentTime=Math.max(0,t.currentTime+e/Qa))}render(){let{context:e}=this,t=G(e,this.cameraId);return o`<video
        playsinline
        muted
        aria-label=${t}
        poster=${this.poster===null?b:`data:image/jpeg;base64,${this.poster}`}
        @play=${()=>n(this,X,ut).call(this,"mycamera-playing",!0)}
        @pause=${()=>n(this,X,ut).call(this,"mycamera-playing",!1)}
      ></video>
      ${this.named?o`<span class="name" dir="auto">${t}</span>`:b}
      ${this.empty?o`<p class="nothing">${e.localize("nothing_recorded")}</p>`:n(this,X,ar).call(this)}`}};Pe=new WeakMap,X=new WeakSet,ut=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},rr=function(e){let t=this.spans.find(([i])=>i>=e);if(t){this.show(t[0]);return}this.problem="ended",n(this,X,ut).call(this,"mycamera-ended",e)},ns=function(e,t){this.problem=e,e==="unplayable"&&n(this,X,or).call(this,t)},or=async function(e){try{let{hass:t}=this.context,i=await ui(t,this.cameraId,e-Wa,e+nr);this.codec=i[0]?.codec??null}catch(t){console.info("MyCamera: the codec of the recording cannot be loaded:",E(t))}},ar=function(){let{context:e,problem:t}=this;if(t===null)return b;let{localize:i}=e,s=t==="ended"?i("film_ended"):ct(e,t,this.codec);return t!=="unplayable"?o`<p class="problem" role="alert">${s}</p>`:o`<div class="problem" role="alert">
      <p>${s}</p>
      <p>${i("unplayable_advice")}</p>
      <button
        class="text-button"
        @click=${r=>{r.stopPropagation(),n(this,X,ut).call(this,"mycamera-cut",null)}}
      >
        ${i("clip")}
      </button>
    </div>`},te.styles=[O,P`
      :host {
        position: relative;
        display: grid;
        min-inline-size: 0;
        color: #fff;
        background: #000;
        border-radius: var(--mc-radius);
        overflow: hidden;
      }
      video {
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
      }
      :host([empty]) video {
        visibility: hidden;
      }
      .name {
        position: absolute;
        inset-block-start: 8px;
        inset-inline-start: 8px;
        padding: 2px 8px;
        font-size: 12px;
        background: rgba(0, 0, 0, 0.65);
        border-radius: 8px;
      }
      .nothing {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
      }
      .problem {
        position: absolute;
        inset-inline: 0;
        inset-block-end: 0;
        padding: 12px 16px;
        background: rgba(0, 0, 0, 0.7);
      }
      .problem .text-button {
        margin-block-start: 8px;
        color: #fff;
        background: transparent;
        border-color: rgba(255, 255, 255, 0.6);
      }
    `],c([y({attribute:!1})],te.prototype,"context",2),c([y({attribute:!1})],te.prototype,"cameraId",2),c([y({attribute:!1})],te.prototype,"spans",2),c([y({attribute:!1})],te.prototype,"speed",2),c([y({attribute:!1})],te.prototype,"poster",2),c([y({type:Boolean})],te.prototype,"named",2),c([y({type:Boolean,reflect:!0})],te.prototype,"empty",2),c([v()],te.prototype,"problem",2),c([v()],te.prototype,"codec",2),c([U("video")],te.prototype,"video",2),te=c([R("mycamera-day-film")],te);function Si(d,l){return d.some(([e,t])=>e<=l&&l<t)}function lr(d){let l=[];for(let[e,t]of d.flat().sort((i,s)=>i[0]-s[0])){let i=l.at(-1);i&&e<=i[1]?i[1]=Math.max(i[1],t):l.push([e,t])}return l}function cr(d,l){for(let[e,t]of d)if(Si(t,l))return e;return null}var Ma=700;function dr(d,l,e){return d===void 0||Math.abs(d-l)>Ma*Math.max(1,e)}function pr(d,l,e){return l-d>2e3*Math.max(1,e)}function rs(d){let[l=1970,e=1]=d.split("-").map(Number),t=new Date(Date.UTC(l,e,0)).getUTCDate();return Array.from({length:t},(i,s)=>Pt(`${d.slice(0,8)}01`,s))}function ur(d,l,e,t){let i=(Math.min(e,t)-l)/6e4;return i<=0?0:Math.min(1,d/Math.max(1,i))}var el=Date.UTC(2024,0,1),tl=864e5,Qe,ht,hr,mr,_e=class extends S{constructor(){super(...arguments);w(this,ht);this.cameraIds=[];this.day="";this.found=null;this.failure=null;w(this,Qe,0)}willUpdate(e){(e.has("day")||e.has("cameraIds"))&&n(this,ht,hr).call(this)}render(){let{context:e}=this,{hass:t,formats:i}=e;if(this.failure!==null)return o`<p role="alert">${H(e,this.failure).heading}</p>`;let s=rs(this.day),r=t.locale.language,a=new Intl.DateTimeFormat(r,{weekday:"short",timeZone:"UTC"}),p=new Intl.DateTimeFormat(r,{year:"numeric",month:"long",timeZone:"UTC"});return o`<h2>${p.format(Date.parse(`${this.day}T00:00:00Z`))}</h2>
      <div class="days">
        ${Array.from({length:7},(u,$)=>o`<span class="head">${a.format(el+$*tl)}</span>`)}
        ${s.map((u,$)=>n(this,ht,mr).call(this,u,$===0?Bn(u)+1:null,i.today()))}
      </div>`}};Qe=new WeakMap,ht=new WeakSet,hr=async function(){_(this,Qe,m(this,Qe)+1);let e=m(this,Qe),{hass:t,formats:i}=this.context,s=rs(this.day),{since:r}=Xe(s[0]??this.day,i.timeZone),{until:a}=Xe(s.at(-1)??this.day,i.timeZone);try{let p=await Promise.all(this.cameraIds.map(async u=>[u,(await Tn(t,u,r,a,i.timeZone)).days]));if(e!==m(this,Qe))return;this.found=new Map(p),this.failure=null}catch(p){e===m(this,Qe)&&(this.failure=E(p))}},mr=function(e,t,i){let{context:s,found:r}=this,{localize:a,formats:p,hass:u}=s,{since:$,until:h}=Xe(e,p.timeZone),T=ie=>r?.get(ie)?.find(Ne=>Ne.day===e),D=this.cameraIds.map(ie=>({id:ie,part:ur(T(ie)?.recordings??0,Date.parse($),Date.parse(h),Date.now())})),j=this.cameraIds.reduce((ie,Ne)=>ie+(T(Ne)?.persons??0),0),ue=[p.heading(e),...D.map(({id:ie,part:Ne})=>`${G(s,ie)}: ${p.percent(Ne)}`),I(a,u.language,"seen",j)].join(`
`);return o`<button
      style=${t===null?"":`grid-column-start: ${t}`}
      aria-label=${ue}
      title=${ue}
      aria-current=${e===this.day?"date":"false"}
      ?disabled=${e>i}
      @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))}
    >
      <span class="number">${Number(e.slice(8))}</span>
      <span class="persons">${j>0?p.number(j):b}</span>
      ${D.map(({part:ie})=>o`<span class="bar"><span style="inline-size: ${(ie*100).toFixed(1)}%"></span></span>`)}
    </button>`},_e.styles=[O,P`
      :host {
        display: block;
      }
      h2 {
        margin-block: 8px;
        font-size: 16px;
        font-weight: 500;
      }
      .days {
        display: grid;
        grid-template-columns: repeat(7, minmax(0, 1fr));
        gap: 4px;
      }
      .head {
        font-size: 12px;
        text-align: center;
        color: var(--mc-text-2);
      }
      button {
        display: grid;
        grid-template-columns: 1fr auto;
        align-content: start;
        gap: 3px;
        min-block-size: 56px;
        padding: 6px;
        text-align: start;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        border-radius: 8px;
      }
      button:disabled {
        opacity: 0.4;
      }
      button[aria-current="date"] {
        border-color: var(--mc-accent);
        box-shadow: inset 0 0 0 1px var(--mc-accent);
      }
      .number {
        font-weight: 500;
      }
      .persons {
        font-size: 12px;
        padding-inline: 5px;
        border-radius: 8px;
        background: color-mix(in srgb, var(--mc-warn) 25%, transparent);
      }
      .persons:empty {
        background: none;
      }
      @media (max-width: 599px) {
        button {
          grid-template-columns: minmax(0, 1fr);
          padding: 4px;
        }
        .persons {
          justify-self: start;
          font-size: 11px;
        }
      }
      .bar {
        grid-column: 1 / -1;
        block-size: 5px;
        border-radius: 3px;
        background: var(--mc-sunken);
        overflow: hidden;
      }
      .bar > span {
        display: block;
        block-size: 100%;
        background: var(--mc-accent);
      }
    `],c([y({attribute:!1})],_e.prototype,"context",2),c([y({attribute:!1})],_e.prototype,"cameraIds",2),c([y({attribute:!1})],_e.prototype,"day",2),c([v()],_e.prototype,"found",2),c([v()],_e.prototype,"failure",2),_e=c([R("mycamera-month")],_e);var re,fr,gr,vr,mt,be=class extends S{constructor(){super(...arguments);w(this,re);this.why=null;this.failure=null;this.queued=null}willUpdate(e){(e.has("cameraId")||e.has("moment"))&&n(this,re,fr).call(this)}render(){let{context:e,why:t}=this,{localize:i,formats:s}=e,r=s.timeSeconds(new Date(this.moment).toISOString());return o`<section aria-labelledby="title">
      <header>
        <h2 id="title">${i("why_at",{time:r})}</h2>
        <button
          class="icon-button"
          aria-label=${i("close")}
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
        >
          ${k(Z)}
        </button>
      </header>
      <div aria-live="polite">
        ${this.failure===null?b:o`<p role="alert">${H(e,this.failure).heading}</p>`}
        ${t===null?this.failure===null?o`<div class="spinner" role="progressbar" aria-label=${i("loading")}></div>`:b:n(this,re,vr).call(this,t)}
      </div>
    </section>`}};re=new WeakSet,fr=async function(){let{cameraId:e,moment:t}=this;this.why=this.failure=this.queued=null;try{let i=await Un(this.context.hass,e,t);this.cameraId===e&&this.moment===t&&(this.why=i)}catch(i){this.failure=E(i)}},gr=async function(e){try{this.queued=(await gi(this.context.hass,[e])).queued}catch(t){this.failure=E(t)}},vr=function(e){let{localize:t,formats:i,hass:s}=this.context,r={confidence:i.percent(e.min_confidence),height:i.percent(e.min_height),cause:e.gap_cause===null?"":dt(this.context,e.gap_cause),zones:e.zones.join(" · "),error:e.analysis_error??""},a=p=>se(t,`why_${p}`,"why_nobody_found").replace(/\{(\w+)\}/g,($,h)=>r[h]??"");return o`
      ${e.reasons.length===0?o`<p class="reason">${k(Fs)} ${t("why_told")}</p>`:e.reasons.map(p=>o`<p class="reason">${k(ii)} ${a(p)}</p>`)}
      ${e.analysis_error?o`<p class="error" dir="auto">${e.analysis_error}</p>`:b}
      ${e.persons.map(p=>o`<button
          class="text-button"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:p}))}
        >
          ${[i.timeSeconds(p.first_seen),i.percent(p.confidence),t(p.found_live?"why_found_live":"why_found_recorded"),(p.zones??[]).join(", "),Re(this.context,p)[0]?.text??""].filter(Boolean).join(" · ")}
        </button>`)}
      <dl>
        ${n(this,re,mt).call(this,t("confidence"),`≥ ${r.confidence}`)}
        ${e.min_height>0?n(this,re,mt).call(this,t("why_height"),`≥ ${r.height}`):b}
        ${e.zones.length>0?n(this,re,mt).call(this,t("zones"),r.zones):b}
        ${e.masks>0?n(this,re,mt).call(this,t("why_ignored"),String(e.masks)):b}
        ${e.analysis_status===null?b:n(this,re,mt).call(this,t("analysis"),t(`analysis_${e.analysis_status}`))}
      </dl>
      ${this.queued!==null?o`<p role="status">${I(t,s.language,"queued",this.queued)}</p>`:e.record_id!==null&&s.user?.is_admin&&e.persons.length===0?o`<button class="text-button" @click=${()=>{n(this,re,gr).call(this,e.record_id??0)}}>
                ${t("why_analyze")}
              </button>`:b}
    `},mt=function(e,t){return o`<div>
      <dt>${e}</dt>
      <dd dir="auto">${t}</dd>
    </div>`},be.styles=[O,P`
      section {
        display: grid;
        gap: 8px;
        margin-block: 12px;
        padding: 12px 16px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        border-radius: var(--mc-radius);
      }
      header {
        display: flex;
        align-items: center;
      }
      h2 {
        flex: 1;
        font-size: 16px;
        font-weight: 500;
      }
      .reason {
        display: flex;
        align-items: center;
        gap: 8px;
        padding-block: 4px;
      }
      .reason svg {
        flex: none;
        inline-size: 20px;
        block-size: 20px;
        color: var(--mc-text-2);
      }
      .error {
        color: var(--mc-bad);
        overflow-wrap: anywhere;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 32px;
        margin: 8px 0 0;
      }
      dt {
        font-size: 12px;
        color: var(--mc-text-2);
      }
      dd {
        margin: 0;
      }
    `],c([y({attribute:!1})],be.prototype,"context",2),c([y({attribute:!1})],be.prototype,"cameraId",2),c([y({attribute:!1})],be.prototype,"moment",2),c([v()],be.prototype,"why",2),c([v()],be.prototype,"failure",2),c([v()],be.prototype,"queued",2),be=c([R("mycamera-why")],be);var il=[.5,1,2,4,8,16],J=1e3,sl=15*J,It=60*J,br=4,nl=2*J,qe,ft,ce,De,We,Be,f,le,Ve,At,Ri,xr,Lt,ze,yr,Ht,$r,wr,Oi,Pi,os,Ut,as,Ce,kr,_r,zr,Di,Tr,Er,Sr,Rr,Or,Pr,Dr,Ir,N=class extends S{constructor(){super(...arguments);w(this,f);this.cameraIds=[];this.day="";this.start=null;this.days=null;this.failure=null;this.view={from:0,to:1};this.moment=null;this.playing=!1;this.speed=1;this.films=[];this.empty=new Set;this.posters=new Map;this.month=!1;this.clip=null;this.asked=null;w(this,qe,0);w(this,ft,!1);w(this,ce,"");w(this,De,new Map);w(this,We,null);w(this,Be);w(this,Di,e=>{let t={ArrowLeft:-10*J,ArrowRight:10*J,PageDown:-300*J,PageUp:300*J},{from:i,to:s}=n(this,f,le).call(this);if(e.key in t)n(this,f,Pi).call(this,t[e.key]??0);else if(e.key==="Home")n(this,f,ze).call(this,i);else if(e.key==="End")n(this,f,ze).call(this,s);else if(e.key===" "||e.key==="k")n(this,f,Oi).call(this);else if(e.key==="+")n(this,f,Ce).call(this,.5);else if(e.key==="-")n(this,f,Ce).call(this,2);else if(e.key==="n")n(this,f,Ut).call(this,1);else if(e.key==="p")n(this,f,Ut).call(this,-1);else if(e.key===",")n(this,f,os).call(this,-1);else if(e.key===".")n(this,f,os).call(this,1);else return;e.preventDefault()})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(m(this,Be)),_(this,Be,void 0)}willUpdate(e){if(e.has("cameraIds")&&(this.films=this.cameraIds.slice(0,br)),e.has("cameraIds")||e.has("day")){let t=!e.has("day")&&this.moment!==null,{from:i,to:s}=n(this,f,le).call(this);t||(this.moment=this.start!==null&&this.start>=i&&this.start<s?this.start:null,this.view={from:i,to:s}),this.days=null,this.clip=null,this.asked=null,this.playing=!1,this.posters=new Map,m(this,De).clear(),n(this,f,Ri).call(this)}}recorded(e){!this.cameraIds.includes(e)||Date.now()>n(this,f,le).call(this).to||m(this,Be)!==void 0||_(this,Be,window.setTimeout(()=>{_(this,Be,void 0),n(this,f,Ri).call(this)},sl))}render(){let{context:e,days:t}=this,{localize:i}=e;return this.failure!==null&&t===null?q({icon:ae,bad:!0,...H(e,this.failure),action:o`<button class="text-button" @click=${()=>{n(this,f,Ri).call(this)}}>${i("retry")}</button>`}):t===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`:this.month?o`${n(this,f,Tr).call(this)} ${n(this,f,Er).call(this)}`:[...t.values()].every(({spans:s})=>s.length===0)?o`${q({icon:di,heading:i("day_none"),text:i("day_none_text"),action:o`<button class="text-button" @click=${()=>n(this,f,Ce).call(this,2)}>
          ${k(es)} ${i("month")}
        </button>`})}`:o`<div
        class="films"
        data-count=${this.films.length}
        style="--more-lines: ${Math.max(0,this.cameraIds.length*36-48)}px"
      >
        ${ee(this.films,s=>s,s=>o`<mycamera-day-film
            .context=${e}
            .cameraId=${s}
            .spans=${n(this,f,Ve).call(this,s)}
            .speed=${this.speed}
            .poster=${this.posters.get(s)??null}
            ?named=${this.films.length>1}
            ?empty=${this.empty.has(s)}
            @click=${()=>{n(this,f,Oi).call(this)}}
            @mycamera-at=${r=>n(this,f,$r).call(this,s,r.detail)}
            @mycamera-playing=${r=>{s===m(this,ce)&&(this.playing=r.detail)}}
            @mycamera-ended=${r=>n(this,f,wr).call(this,s,r.detail)}
            @mycamera-cut=${()=>n(this,f,as).call(this)}
          ></mycamera-day-film>`)}
      </div>
      ${n(this,f,Sr).call(this)} ${n(this,f,Rr).call(this,t)} ${n(this,f,Pr).call(this,t)}`}};qe=new WeakMap,ft=new WeakMap,ce=new WeakMap,De=new WeakMap,We=new WeakMap,Be=new WeakMap,f=new WeakSet,le=function(){let{since:e,until:t}=Xe(this.day,this.context.formats.timeZone);return{from:Date.parse(e),to:Date.parse(t)}},Ve=function(e){return this.days?.get(e)?.spans??[]},At=function(){return lr(this.films.map(e=>n(this,f,Ve).call(this,e)))},Ri=async function(){_(this,qe,m(this,qe)+1);let e=m(this,qe),{since:t,until:i}=Xe(this.day,this.context.formats.timeZone);try{let s=await Promise.all(this.cameraIds.map(async a=>[a,await zn(this.context.hass,a,t,i)]));if(e!==m(this,qe))return;let r=this.days===null;if(this.days=new Map(s),this.failure=null,!r)return;await this.updateComplete,this.moment!==null?n(this,f,ze).call(this,this.moment):n(this,f,xr).call(this,e)}catch(s){e===m(this,qe)&&(this.failure=E(s))}},xr=async function(e){for(let t of this.films){let i=n(this,f,Ve).call(this,t)[0];if(!i)continue;let{picture:s}=await En(this.context.hass,t,i[0]).catch(()=>({picture:null}));if(e!==m(this,qe))return;s!==null&&(this.posters=new Map([...this.posters,[t,s]]))}},Lt=function(e){return[...this.players].find(t=>t.cameraId===e)},ze=async function(e){_(this,We,null);let t=$i(m(this,f,At),e);if(t===null)return;this.moment=t,this.view=ss(this.view,n(this,f,le).call(this),t),m(this,De).clear(),n(this,f,yr).call(this,t),await this.updateComplete,n(this,f,Ht).call(this,t);let i=n(this,f,Lt).call(this,m(this,ce));await i?.show(t),this.playing&&await i?.play()},yr=function(e){let t=new Map(this.films.map(i=>[i,n(this,f,Ve).call(this,i)]));_(this,ce,cr(t,e)??this.films[0]??"")},Ht=function(e){let t=this.films.filter(i=>i!==m(this,ce)&&!Si(n(this,f,Ve).call(this,i),e));[...this.empty].join()!==t.join()&&(this.empty=new Set(t));for(let i of this.players){let{cameraId:s}=i;if(s===m(this,ce))continue;if(t.includes(s)){i.pause();continue}let r=m(this,De).get(s);(r===void 0||Date.now()-r.right>nl)&&dr(r?.at,e,this.speed)?(m(this,De).set(s,{at:e,right:Date.now()}),i.show(e).then(()=>this.playing?i.play():i.pause())):this.playing?i.play():i.pause()}},$r=function(e,t){if(m(this,ft))return;if(e!==m(this,ce)){let s=m(this,De).get(e);s&&(s.at=t);return}let i=this.moment??t;if(this.playing&&pr(i,t,this.speed)){let s=this.films.find(r=>r!==e&&Si(n(this,f,Ve).call(this,r),i+J));if(s!==void 0){_(this,ce,s),n(this,f,Lt).call(this,e)?.pause(),m(this,De).set(e,{at:t,right:Date.now()}),n(this,f,Ht).call(this,i+J),n(this,f,Lt).call(this,s)?.play();return}}this.playing&&_(this,We,null),this.moment=t,this.view=ss(this.view,n(this,f,le).call(this),t),this.films.length>1&&n(this,f,Ht).call(this,t)},wr=function(e,t){if(e!==m(this,ce))return;this.films.find(s=>s!==e&&n(this,f,Ve).call(this,s).some(([,r])=>r>t+J))!==void 0&&n(this,f,ze).call(this,t)},Oi=async function(){let e=n(this,f,Lt).call(this,m(this,ce));if(this.playing){this.playing=!1;for(let t of this.players)t.pause();return}this.playing=!0,e?.begun?await e.play():await n(this,f,ze).call(this,this.moment??m(this,f,At)[0]?.[0]??0),this.moment!==null&&n(this,f,Ht).call(this,this.moment)},Pi=function(e){let{from:t,to:i}=n(this,f,le).call(this),s=m(this,f,At),r=Math.min(i,Math.max(t,(this.moment??s[0]?.[0]??t)+e)),a=s.findLast(([u])=>u<=r),p=e<0&&a!==void 0&&r>=a[1];n(this,f,ze).call(this,p?a[1]-2*J:r)},os=function(e){this.playing=!1;for(let t of this.players)t.frame(e)},Ut=function(e){let i=this.films.flatMap(r=>this.days?.get(r)?.persons??[]).map(r=>Date.parse(r.first_seen)).sort((r,a)=>r-a),s=Cn(i,this.moment??n(this,f,le).call(this).from,e);s!==null&&n(this,f,ze).call(this,s)},as=function(){if(this.clip){this.clip=null;return}let e=n(this,f,le).call(this),t=this.moment??m(this,f,At)[0]?.[0]??e.from,i=this.moment===null?t:t-It/2,s=is({from:i,to:i+It},e);this.clip=s,this.view.to-this.view.from>20*It&&(this.view=is({from:t-5*It,to:t+5*It},e))},Ce=function(e){let{view:t}=this,i=n(this,f,le).call(this);this.month?this.month=e>1:e>1&&t.to-t.from>=i.to-i.from?this.month=!0:this.view=Vn(t,i,e,this.moment??(t.from+t.to)/2)},kr=function(e){_(this,ft,!1),n(this,f,ze).call(this,e),_(this,We,e),this.asked!==null&&(this.asked=e)},_r=function(e){this.month=!1,e!==this.day&&this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))},zr=function(e){let t=this.films.includes(e);if(t&&this.films.length===1)return;let i=t?this.films.filter(s=>s!==e):[...this.films,e].slice(-br);this.films=this.cameraIds.filter(s=>i.includes(s)),this.moment!==null&&n(this,f,ze).call(this,this.moment)},Di=new WeakMap,Tr=function(){let{localize:e}=this.context;return o`<div class="controls">
      <button class="text-button" @click=${()=>n(this,f,Ce).call(this,.5)}>${k(ts)} ${e("day_view")}</button>
    </div>`},Er=function(){return o`<mycamera-month
      .context=${this.context}
      .cameraIds=${this.cameraIds}
      .day=${this.day}
      @mycamera-day=${e=>n(this,f,_r).call(this,e.detail)}
    ></mycamera-month>`},Sr=function(){let{localize:e,formats:t}=this.context,i=(a,p,u)=>o`<button
      class="icon-button"
      aria-label=${p}
      title=${p}
      @click=${u}
    >
      ${k(a)}
    </button>`,s=n(this,f,le).call(this),r=this.view.to-this.view.from>=s.to-s.from;return o`<div class="controls">
      ${i(Os,e("previous_person"),()=>n(this,f,Ut).call(this,-1))}
      ${i(un,e("back_10"),()=>n(this,f,Pi).call(this,-10*J))}
      ${i(this.playing?an:ai,e(this.playing?"pause":"play"),()=>{n(this,f,Oi).call(this)})}
      ${i(Zs,e("forward_10"),()=>n(this,f,Pi).call(this,10*J))}
      ${i(Ps,e("next_person"),()=>n(this,f,Ut).call(this,1))}
      <output class="clock">${this.moment===null?"":t.timeSeconds(new Date(this.moment).toISOString())}</output>
      <select
        aria-label=${e("speed")}
        @change=${a=>{this.speed=Number(a.target.value)}}
      >
        ${il.map(a=>o`<option value=${a} ?selected=${a===this.speed}>${a}×</option>`)}
      </select>
      ${r?i(es,e("month"),()=>n(this,f,Ce).call(this,2)):i(nn,e("zoom_out"),()=>n(this,f,Ce).call(this,2))}
      ${i(ts,e("zoom_in"),()=>n(this,f,Ce).call(this,.5))}
      ${i(Bs,e("clip"),()=>n(this,f,as).call(this))}
      ${i(ii,e("why"),()=>{let a=Math.min(Date.now(),n(this,f,le).call(this).to-1);this.asked=this.asked===null?m(this,We)??this.moment??a:null})}
    </div>`},Rr=function(e){let{context:t,cameraIds:i}=this,s=i.length>1;return o`<div class="lines ${s?"several":""}">
        ${s?o`<div class="cameras">${i.map(r=>n(this,f,Or).call(this,r))}</div>`:b}
        <mycamera-day-line
          .context=${t}
          .whole=${n(this,f,le).call(this)}
          .view=${this.view}
          .rows=${i.map(r=>({cameraId:r,day:e.get(r)??null}))}
          .moment=${this.moment}
          .clip=${this.clip}
          @keydown=${m(this,Di)}
          @mycamera-drag=${r=>{_(this,ft,!0),this.moment=r.detail}}
          @mycamera-seek=${r=>n(this,f,kr).call(this,r.detail)}
          @mycamera-view=${r=>{this.view=r.detail}}
          @mycamera-month=${()=>{this.month=!0}}
          @mycamera-range=${r=>{this.clip=r.detail}}
        ></mycamera-day-line>
      </div>
      ${this.clip===null?b:o`<mycamera-clip-bar
              .context=${t}
              .cameraIds=${this.films}
              .range=${this.clip}
              @mycamera-leave=${()=>{this.clip=null}}
            ></mycamera-clip-bar>`}`},Or=function(e){let t=G(this.context,e);return o`<button
      aria-pressed=${this.films.includes(e)?"true":"false"}
      title=${t}
      @click=${()=>n(this,f,zr).call(this,e)}
    >
      <span dir="auto">${t}</span>
    </button>`},Pr=function(e){let{context:t}=this,{localize:i,formats:s,hass:r}=t,a=[...e.values()],p=a.flatMap(({spans:u})=>u).reduce((u,[$,h])=>u+h-$,0)/J;return o`${n(this,f,Dr).call(this)}
      <p class="summary">
        ${i("day_summary",{recorded:s.duration(p),gaps:I(i,r.language,"gaps",a.reduce((u,{gaps:$})=>u+$.length,0)),persons:I(i,r.language,"seen",a.reduce((u,{persons:$})=>u+$.length,0))})}
      </p>
      ${n(this,f,Ir).call(this,a).map(u=>o`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:u}))}
        >
          ${s.timeSeconds(u.first_seen)} ${Re(t,u)[0]?.text??""}
        </button>`)}`},Dr=function(){let e=m(this,ce)||this.films[0];return this.asked===null||e===void 0?b:o`<mycamera-why
      .context=${this.context}
      .cameraId=${e}
      .moment=${this.asked}
      @mycamera-open=${t=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:t.detail}))}
      @mycamera-leave=${()=>{this.asked=null}}
    ></mycamera-why>`},Ir=function(e){let{moment:t}=this;return t===null?[]:e.flatMap(({persons:i})=>i).filter(i=>Date.parse(i.first_seen)-J<=t&&t<=Date.parse(i.last_seen)+J)},N.styles=[O,he,qn],c([y({attribute:!1})],N.prototype,"context",2),c([y({attribute:!1,hasChanged:(e,t)=>e.join()!==t?.join()})],N.prototype,"cameraIds",2),c([y({attribute:!1})],N.prototype,"day",2),c([y({attribute:!1})],N.prototype,"start",2),c([v()],N.prototype,"days",2),c([v()],N.prototype,"failure",2),c([v()],N.prototype,"view",2),c([v()],N.prototype,"moment",2),c([v()],N.prototype,"playing",2),c([v()],N.prototype,"speed",2),c([v()],N.prototype,"films",2),c([v()],N.prototype,"empty",2),c([v()],N.prototype,"posters",2),c([v()],N.prototype,"month",2),c([v()],N.prototype,"clip",2),c([v()],N.prototype,"asked",2),c([pi("mycamera-day-film")],N.prototype,"players",2),N=c([R("mycamera-day")],N);var Ar=P`
  :host {
    display: block;
    padding-block-start: 12px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    overflow: hidden;
  }
  li {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 12px;
    padding: 12px 12px 12px 16px;
    padding-inline: 16px 12px;
  }
  li + li {
    border-block-start: 1px solid var(--mc-line);
  }
  .texts {
    display: grid;
    gap: 4px;
    flex: 1 1 240px;
    min-inline-size: 0;
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    color: var(--mc-text-2);
  }
  .missing {
    color: color-mix(in srgb, var(--mc-bad) 70%, var(--mc-text));
  }
  progress {
    inline-size: min(100%, 420px);
    block-size: 8px;
    accent-color: var(--mc-accent);
  }
  .films,
  .sure {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block-start: 4px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding-inline: 12px;
    border-radius: 18px;
    color: inherit;
    text-decoration: none;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .chip svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .chip:hover {
    background: color-mix(in srgb, var(--mc-accent) 8%, var(--mc-surface));
  }
  .bad {
    border-color: var(--mc-bad);
  }
  .said {
    padding-block-end: 12px;
    color: color-mix(in srgb, var(--mc-bad) 80%, var(--mc-text));
  }
`;var rl=2e8,me,F,Lr,Hr,ls,Ur,cs,Nr,Fr,Vr,Cr,xe=class extends S{constructor(){super(...arguments);w(this,F);this.exports=null;this.running=[];this.failure=null;this.said="";this.doomed=null;w(this,me,new Map)}connectedCallback(){super.connectedCallback(),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of m(this,me).values())e?.();m(this,me).clear()}async load(){try{let{exports:e,running:t}=await Mn(this.context.hass);this.exports=e,this.running=t,this.failure=null;for(let i of t)n(this,F,Lr).call(this,i.export_id)}catch(e){this.failure=E(e)}}reconnected(){m(this,me).clear(),this.load()}render(){let{context:e,exports:t,running:i}=this,{localize:s}=e;return t===null?this.failure===null?o`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${s("loading")}></div>
        </div>`:q({icon:ae,bad:!0,...H(e,this.failure),action:o`<button class="text-button" @click=${()=>{this.load()}}>${s("retry")}</button>`}):t.length+i.length===0?o`${n(this,F,cs).call(this)}
      ${q({icon:ri,heading:s("no_exports"),text:s("no_exports_text")})}`:o`${n(this,F,cs).call(this)}
      <ul>
        ${ee(i,r=>r.export_id,r=>n(this,F,Nr).call(this,r))}
        ${ee(t,r=>r.export_id,r=>n(this,F,Fr).call(this,r))}
      </ul>`}};me=new WeakMap,F=new WeakSet,Lr=async function(e){if(!m(this,me).has(e)){m(this,me).set(e,null);try{let t=await er(this.context.hass,e,i=>n(this,F,Hr).call(this,e,i));m(this,me).has(e)&&m(this,me).set(e,t)}catch{m(this,me).delete(e),this.load()}}},Hr=function(e,t){let{state:i,percent:s}=t;i==="done"||i==="failed"?(m(this,me).delete(e),t.error&&(this.said=t.error.message),this.load()):this.running=this.running.map(r=>r.export_id===e?{...r,state:i,percent:s}:r)},ls=async function(e){try{await e,this.said=""}catch(t){this.said=H(this.context,E(t)).heading}await this.load()},Ur=async function(e){try{let t=await fetch(this.context.hass.hassUrl(e.url));if(!t.ok)throw new Error(String(t.status));let i=[new File([await t.blob()],e.name,{type:"video/mp4"})];await navigator.share({files:i})}catch(t){t instanceof DOMException&&t.name==="AbortError"||(this.said=this.context.localize("share_failed"))}},cs=function(){return this.said?o`<p class="said" role="alert">${this.said}</p>`:b},Nr=function(e){let{context:t}=this,{localize:i,formats:s}=t,r=G(t,e.camera_id);return o`<li>
      <div class="texts">
        <strong dir="auto">${r}</strong>
        <span>${s.range(e.since,e.until)}</span>
        <progress
          max="100"
          value=${e.percent}
          aria-label=${i(`export_${e.state}`)}
        ></progress>
        <span class="quiet">${i(`export_${e.state}`)} · ${s.percent(e.percent/100)}</span>
      </div>
      <button
        class="icon-button"
        aria-label=${i("export_cancel",{camera:r})}
        @click=${()=>{n(this,F,ls).call(this,tr(t.hass,e.export_id))}}
      >
        ${k(Z)}
      </button>
    </li>`},Fr=function(e){let{context:t}=this,{localize:i,formats:s,hass:r}=t,a=e.missing.map(p=>`${s.range(p.start,p.end)}: ${dt(t,p.cause)}`).join(`
`);return o`<li>
      <div class="texts">
        <strong dir="auto">${G(t,e.camera_id)||e.name}</strong>
        <span>${s.day(e.since)===s.today()?b:o`${s.heading(s.day(e.since))} · `}${s.range(e.since,e.until)}</span>
        ${e.missing.length>0?o`<span class="missing" title=${a}>
                ${I(i,r.language,"gaps",e.missing.length)}
              </span>`:b}
        <span class="films">
          ${e.films.map(p=>n(this,F,Vr).call(this,p))}
          <a class="chip" href=${r.hassUrl(e.record_url)} download=${e.record_name} title=${i("export_record_hint")}>
            ${k(Xs)} ${i("export_record")}
          </a>
        </span>
      </div>
      ${n(this,F,Cr).call(this,e)}
    </li>`},Vr=function(e){let{localize:t,formats:i,hass:s}=this.context,r=`${i.duration(e.seconds)} · ${i.bytes(e.size)}`,a=navigator.share&&e.size<=rl;return o`<a class="chip" href=${s.hassUrl(e.url)} download=${e.name}>
        ${k(Ks)} ${t("download")} <span class="quiet">${r}</span>
      </a>
      ${a?o`<button class="chip" @click=${()=>{n(this,F,Ur).call(this,e)}}>
              ${k(li)} ${t("share")}
            </button>`:b}`},Cr=function(e){let{localize:t,hass:i}=this.context;return this.doomed!==e.export_id?o`<button
        class="icon-button"
        aria-label=${t("export_delete",{name:e.name})}
        @click=${()=>{this.doomed=e.export_id}}
      >
        ${k(at)}
      </button>`:o`<div class="sure" role="group" aria-label=${t("export_delete",{name:e.name})}>
      <button
        class="chip bad"
        @click=${()=>{this.doomed=null,n(this,F,ls).call(this,ir(i,e.export_id))}}
      >
        ${t("left_behind_yes")}
      </button>
      <button
        class="chip"
        @click=${()=>{this.doomed=null}}
      >
        ${t("left_behind_no")}
      </button>
    </div>`},xe.styles=[O,he,Ar],c([y({attribute:!1})],xe.prototype,"context",2),c([v()],xe.prototype,"exports",2),c([v()],xe.prototype,"running",2),c([v()],xe.prototype,"failure",2),c([v()],xe.prototype,"said",2),c([v()],xe.prototype,"doomed",2),xe=c([R("mycamera-exports")],xe);var ol={no_camera:ot,no_permission:tn,no_worker:Rt,worker_away:Rt,away:en,detection_off:Ys,wait:rt},al="/config/integrations/integration/mycamera";function ll({cameras:d,removed_cameras:l,worker:e},t){if(d.length===0&&l.length===0)return t?"no_camera":"no_permission";if(e.status==="not_set_up")return"no_worker";if(e.status==="failed"||e.status==="disconnected")return"worker_away";let i=d.filter(r=>r.detection_enabled);return d.length>0&&i.length===0?"detection_off":i.some(r=>r.watching||r.recording_status==="recording")||i.length===0?"wait":"away"}function Ii(d,l,e){let{localize:t,hass:i}=d,s=i.user?.is_admin??!1,r=ll(l,s),a={icon:ol[r],heading:t(`step_${r}`),text:t(`step_${r}_text`)};if(r==="worker_away"||r==="away"){let u=o`<button class="text-button" @click=${e}>${t("step_system")}</button>`;return q({...a,action:u})}return!s||r==="wait"?q(a):q({...a,action:o`<a class="text-button" href=${al}>${t(r==="no_camera"?"step_add_camera":r==="no_worker"?"step_add_worker":"add_camera")}</a>`})}var Ai,qr,Te=class extends S{constructor(){super(...arguments);w(this,Ai);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(e){let t=e.get("camera");t&&t.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:e,formats:t}=this.context,{name:i,records:s,persons:r,bytes:a}=this.camera,p=($,h)=>o`<button class="text-button" ?disabled=${this.busy} @click=${h}>${$}</button>`,u={name:i,records:String(s),persons:String(r),size:t.bytes(a)};return o`<div class="left" role="group">
      <p dir="auto">${this.asking?e("left_behind_sure"):e("left_behind",u)}</p>
      ${this.asking?o`${p(e("left_behind_no"),()=>{this.asking=!1})}
            ${p(e("left_behind_yes"),()=>{n(this,Ai,qr).call(this)})}`:p(e("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?b:o`<p class="problem" role="alert">${e("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};Ai=new WeakSet,qr=async function(){let{camera_id:e}=this.camera;this.busy=!0,this.failed=null;try{let t=await kn(this.context.hass,e);if(this.camera.camera_id!==e)return;t.records+t.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(t){this.camera.camera_id===e&&(this.failed=E(t))}finally{this.busy=!1,this.asking=!1}},Te.styles=[O,P`
      .left {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding: 8px 16px;
        color: var(--mc-text-2);
      }
      .left p {
        margin: 0;
      }
      .problem {
        color: var(--mc-bad);
      }
    `],c([y({attribute:!1})],Te.prototype,"context",2),c([y({attribute:!1})],Te.prototype,"camera",2),c([v()],Te.prototype,"asking",2),c([v()],Te.prototype,"busy",2),c([v()],Te.prototype,"failed",2),Te=c([R("mycamera-left-behind")],Te);var jr=1.7777777777777777,Gr=260,Kr=600,Br=6;function Yr(d,l,e,t){let i=Math.max(1,d),s={columns:1,rows:i},r=0;for(let a=1;a<=i;a+=1){let p=Math.ceil(i/a),u=(l-t*(a-1))/a,$=(e-t*(p-1))/p,h=Math.min(u,$*jr);h>r&&(r=h,s={columns:a,rows:p})}return s}function Zr({columns:d,rows:l},e,t,i){let s=(e-i*(d-1))/d,r=(t-i*(l-1))/l;return Math.min(s,r*jr)<(e<Kr?e:Gr)}function Xr(d,l){return d<Kr?1:Math.max(1,Math.floor((d+l)/(Gr+80+l)))}function Jr(d,l){if(l!==null)return new Set([l]);let e=d.length<=Br?d:d.filter(t=>t.persons);return new Set(e.slice(0,Br).map(t=>t.camera_id))}var Nt=6,cl=5e3,dl=4e3,Ft,gt,Vt,vt,je,Ct,oe,ds,ps,bt,Li,qt,Qr,Q=class extends S{constructor(){super(...arguments);w(this,oe);this.cameras=[];this.watched=null;this.connected=!0;this.kiosk=!1;this.width=0;this.height=0;this.pointed=!1;w(this,Ft,new Map);w(this,gt,null);w(this,Vt);w(this,vt);w(this,je,null);w(this,Ct,new ResizeObserver(([e])=>{this.width=e?.contentRect.width??0,this.height=e?.contentRect.height??0}));w(this,bt,async()=>{this.kiosk?!document.hidden&&"wakeLock"in navigator&&_(this,je,await navigator.wakeLock.request("screen").catch(()=>null)):(m(this,je)?.release(),_(this,je,null))});w(this,qt,()=>{this.pointed=!0,window.clearTimeout(m(this,vt)),_(this,vt,window.setTimeout(()=>{this.pointed=!1},dl))})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",m(this,bt)),n(this,oe,ds).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),document.removeEventListener("visibilitychange",m(this,bt)),m(this,Ct).disconnect(),window.clearTimeout(m(this,Vt)),window.clearTimeout(m(this,vt)),(e=m(this,gt))==null||e.call(this),_(this,gt,null),m(this,je)?.release(),_(this,je,null)}updated(e){this.wall&&m(this,Ct).observe(this.wall),e.has("kiosk")&&(this.kiosk&&this.over&&!this.over.matches(":popover-open")&&this.over.showPopover(),m(this,bt).call(this))}render(){let{context:e,kiosk:t}=this,{localize:i,hass:s}=e,r=this.cameras.reduce((a,p)=>a+(p.persons??0),0);return o`<div
      class="over ${this.pointed?"pointed":""}"
      popover=${t?"manual":b}
      @pointermove=${m(this,qt)}
      @pointerdown=${m(this,qt)}
      @keydown=${a=>{a.key==="Escape"&&t&&this.watched===null&&n(this,oe,Li).call(this,!1)}}
    >
      ${t?o`<button class="icon-button leave" aria-label=${i("leave_kiosk")} @click=${()=>n(this,oe,Li).call(this,!1)}>
              ${k(Z)}
            </button>`:o`<div class="bar">
              <p role="status">${I(i,s.language,"in_view",r)}</p>
              <button class="text-button" title=${i("kiosk_hint")} @click=${()=>n(this,oe,Li).call(this,!0)}>
                ${k(on)}<span>${i("kiosk")}</span>
              </button>
            </div>`}
      ${t&&!this.connected?o`<p class="lost" role="alert">${i("connection_lost")}</p>`:b}
      <div class="wall">${this.width>0?n(this,oe,Qr).call(this):b}</div>
    </div>`}};Ft=new WeakMap,gt=new WeakMap,Vt=new WeakMap,vt=new WeakMap,je=new WeakMap,Ct=new WeakMap,oe=new WeakSet,ds=async function(){try{let e=await An(this.context.hass,({camera_id:t,time:i,persons:s})=>{n(this,oe,ps).call(this,t).add(Date.parse(i),s);for(let r of this.tiles??[])r.camera.camera_id===t&&r.looked()});this.isConnected?_(this,gt,e):e()}catch{this.isConnected&&_(this,Vt,window.setTimeout(()=>{n(this,oe,ds).call(this)},cl))}},ps=function(e){let t=m(this,Ft).get(e);return t||(t=new Gn,m(this,Ft).set(e,t)),t},bt=new WeakMap,Li=function(e){!e&&this.over?.matches(":popover-open")&&this.over.hidePopover(),this.dispatchEvent(new CustomEvent("mycamera-kiosk",{detail:e}))},qt=new WeakMap,Qr=function(){let{cameras:e,context:t,width:i,height:s,watched:r}=this,a=Yr(e.length,i,s,Nt),p=!this.kiosk&&Zr(a,i,s,Nt),u=p?Xr(i,Nt):a.columns,$=Jr(e,r),h=Math.min((i-Nt*(u-1))/u,(s-Nt*(a.rows-1))/a.rows*(16/9)),T=p?{gridTemplateColumns:`repeat(${u}, 1fr)`}:{gridTemplateColumns:`repeat(${u}, ${Math.max(1,Math.floor(h))}px)`,alignContent:"center"};return o`<div class="grid ${r===null?"":"one"}" style=${jn(T)}>
      ${ee(e,D=>D.camera_id,D=>o`<mycamera-live-tile
          .context=${t}
          .camera=${D}
          .trail=${n(this,oe,ps).call(this,D.camera_id)}
          .streaming=${$.has(D.camera_id)}
          .connected=${this.connected}
          ?large=${r===D.camera_id}
        ></mycamera-live-tile>`)}
    </div>`},Q.styles=[O,Yn],c([y({attribute:!1})],Q.prototype,"context",2),c([y({attribute:!1})],Q.prototype,"cameras",2),c([y({attribute:!1})],Q.prototype,"watched",2),c([y({type:Boolean})],Q.prototype,"connected",2),c([y({type:Boolean,reflect:!0})],Q.prototype,"kiosk",2),c([v()],Q.prototype,"width",2),c([v()],Q.prototype,"height",2),c([v()],Q.prototype,"pointed",2),c([U(".wall")],Q.prototype,"wall",2),c([U(".over")],Q.prototype,"over",2),c([pi("mycamera-live-tile")],Q.prototype,"tiles",2),Q=c([R("mycamera-live-wall")],Q);var Hi,Wr,Ie=class extends S{constructor(){super(...arguments);w(this,Hi);this.detection=null;this.open=!1;this.failed=null}willUpdate(e){e.has("detection")&&e.get("detection")?.event_id!==this.detection?.event_id&&(this.open=!1)}render(){let{localize:e,hass:t}=this.context,{detection:i}=this;return!i||!t.user?.is_admin?b:this.open?o`<form @submit=${n(this,Hi,Wr)} @keydown=${s=>s.stopPropagation()}>
      <label>English <input name="caption" maxlength="2000" lang="en" .value=${i.caption??""} /></label>
      <label>中文 <input name="caption_zh" maxlength="2000" lang="zh-Hans" .value=${i.caption_zh??""} /></label>
      ${this.failed===null?b:o`<p role="alert">${e("save_failed",{code:this.failed})}</p>`}
      <button class="text-button" type="submit">${e("save")}</button>
      <button
        class="text-button"
        type="button"
        @click=${()=>{this.open=!1}}
      >
        ${e("draw_cancel")}
      </button>
    </form>`:o`<button
        class="text-button"
        @click=${()=>{this.open=!0}}
      >
        ${k(ln)} ${e("correct_caption")}
      </button>`}};Hi=new WeakSet,Wr=async function(e){e.preventDefault();let{detection:t}=this;if(!t)return;let i=new FormData(e.target);try{let s=await Pn(this.context.hass,t.event_id,String(i.get("caption")??""),String(i.get("caption_zh")??""));this.open=!1,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-corrected",{detail:{...t,...s,caption_status:"done"},bubbles:!0,composed:!0}))}catch(s){this.failed=E(s)}},Ie.styles=[O,P`
      :host {
        display: contents;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        inline-size: 100%;
      }
      label {
        display: grid;
        flex: 1 1 260px;
        font-size: 12px;
        color: var(--mc-text-2);
      }
      input {
        font: inherit;
        font-size: 15px;
        color: var(--mc-text);
        background: var(--mc-page);
        border: 1px solid var(--mc-line);
        border-radius: 8px;
        min-block-size: 40px;
        padding-inline: 10px;
      }
      p {
        inline-size: 100%;
        color: var(--mc-bad);
      }
    `],c([y({attribute:!1})],Ie.prototype,"context",2),c([y({attribute:!1})],Ie.prototype,"detection",2),c([v()],Ie.prototype,"open",2),c([v()],Ie.prototype,"failed",2),Ie=c([R("mycamera-caption-editor")],Ie);var Ui=P`
  dialog {
    padding: 0;
    border: 0;
    border-radius: var(--mc-radius);
    color: var(--mc-text);
    background: var(--mc-surface);
    box-shadow: 0 8px 40px rgba(0, 0, 0, 0.4);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgba(0, 0, 0, 0.6);
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    flex: none;
    padding: 6px 8px;
    padding-inline-start: 20px;
    padding-block-start: calc(6px + var(--safe-area-inset-top, env(safe-area-inset-top, 0px)));
    border-block-end: 1px solid var(--mc-line);
  }
  header .icon-button {
    inline-size: 44px;
    block-size: 44px;
  }
  h2 {
    flex: 1;
    display: flex;
    align-items: baseline;
    min-inline-size: 0;
    font-size: 18px;
    font-weight: 500;
  }
  @media (max-width: 799px) {
    dialog {
      inline-size: 100vw;
      max-inline-size: 100vw;
      block-size: 100dvh;
      max-block-size: 100dvh;
      border-radius: 0;
    }
    header {
      padding-inline-start: 16px;
    }
  }
`;var Ae,us,Ni,ye=class extends S{constructor(){super(...arguments);w(this,Ae);this.detection=null;this.placed=!1;this.asked=null;this.busy=!1;this.failed=null}willUpdate(e){!e.has("detection")||e.get("detection")?.event_id===this.detection?.event_id||(this.asked=null,this.failed=null)}render(){let{localize:e,hass:t}=this.context;if(!this.detection||!t.user?.is_admin)return b;let i=(r,a,p,u=!1)=>o`<button
      class="text-button"
      ?disabled=${this.busy||u}
      @click=${a}
    >
      ${p?k(p):b} ${r}
    </button>`;if(this.asked===null)return o`${i(e("no_person"),()=>n(this,Ae,Ni).call(this,"false_positive"),rt)}
      ${i(e("delete_person"),()=>n(this,Ae,Ni).call(this,"delete"),at)}`;let s=this.asked==="false_positive";return o`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${e(s?"no_person_sure":"delete_person_sure")}</p>
      ${i(e("keep"),()=>n(this,Ae,Ni).call(this,null))}
      ${s?i(e("no_person_ignore"),()=>{n(this,Ae,us).call(this,!0,!0)},void 0,!this.placed):b}
      ${i(e(s?"no_person":"delete_for_good"),()=>{n(this,Ae,us).call(this,s,!1)})}
      ${this.failed===null?b:o`<p class="problem" role="alert">${e("delete_person_failed",{code:this.failed})}</p>`}
    </div>`}};Ae=new WeakSet,us=async function(e,t){let{detection:i}=this;if(!(!i||this.busy)){this.busy=!0,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-removing"));try{await Rn(this.context.hass,i.event_id,e),this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{ignore:t}}))}catch(s){this.failed=E(s)}finally{this.busy=!1}}},Ni=function(e){this.asked=e,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},ye.styles=[O,P`
      :host {
        display: contents;
      }
      .asked {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        inline-size: 100%;
        padding: 12px;
        border: 1px solid var(--mc-line);
        border-radius: 12px;
      }
      p {
        flex: 1 1 100%;
      }
      .problem {
        color: var(--mc-bad);
      }
    `],c([y({attribute:!1})],ye.prototype,"context",2),c([y({attribute:!1})],ye.prototype,"detection",2),c([y({type:Boolean})],ye.prototype,"placed",2),c([v()],ye.prototype,"asked",2),c([v()],ye.prototype,"busy",2),c([v()],ye.prototype,"failed",2),ye=c([R("mycamera-person-removal")],ye);var pl=2,ul=12e4,Mr=3e3,Le,$e,hs,eo,to,io,de=class extends S{constructor(){super(...arguments);w(this,$e);this.detail=null;this.error=null;this.problem=null;this.following=null;this.box=null;this.size=null;w(this,Le)}disconnectedCallback(){super.disconnectedCallback(),m(this,Le)!==void 0&&this.video?.cancelVideoFrameCallback(m(this,Le)),_(this,Le,void 0)}willUpdate(e){!e.has("detail")||e.get("detail")?.event_id===this.detail?.event_id||(this.problem=null,this.following=null,this.box=null,this.size=null)}updated(){n(this,$e,hs).call(this)}render(){let{context:e,detail:t}=this,{localize:i,hass:s}=e;if(this.error!==null)return o`<p class="instead" role="alert">${H(e,this.error).heading}</p>`;if(t===null)return o`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`;if(t.recording===null){let $=Date.now()-Date.parse(t.last_seen)<ul,h=o`<p class="instead" role="status">
        ${i($?"recording_writing":"recording_missing")}
      </p>`;return!$||t.live_url===null?h:o`<div class="live">
        <img src=${s.hassUrl(t.live_url)} alt=${i("live_picture")} />
        ${h}
      </div>`}let r=s.hassUrl(t.recording.url);if(this.problem!==null)return o`<div class="instead" role="alert">
        <p>${ct(e,this.problem,t.recording.codec)}</p>
        ${this.problem==="unplayable"?o`<a class="text-button" href=${r} download>${i("download")}</a>`:b}
      </div>`;let a=Math.max(0,t.recording.offset-pl),{following:p}=this,u=Date.parse((p??t.recording).start);return o`<video
        src=${p?.video_url?s.hassUrl(p.video_url):`${r}#t=${a.toFixed(1)}`}
        @loadedmetadata=${$=>{let{videoWidth:h,videoHeight:T}=$.target;this.size={width:h,height:T}}}
        @ended=${$=>{n(this,$e,to).call(this,t,u,$.target.duration)}}
        aria-label=${i("recording")}
        controls
        autoplay
        muted
        playsinline
        @error=${()=>{n(this,$e,eo).call(this,t,r)}}
      ></video>
      ${n(this,$e,io).call(this)}`}};Le=new WeakMap,$e=new WeakSet,hs=function(){m(this,Le)!==void 0||!this.video||!("requestVideoFrameCallback"in this.video)||_(this,Le,this.video.requestVideoFrameCallback((e,{mediaTime:t})=>{_(this,Le,void 0);let{detail:i}=this;if(!this.isConnected||i?.recording==null)return;let s=Date.parse((this.following??i.recording).start)-Date.parse(i.first_seen);this.box=Kn(i.path,s/1e3+t),n(this,$e,hs).call(this)}))},eo=async function(e,t){let i=await vi(t);this.detail===e&&(this.problem=i)},to=async function(e,t,i){let s=t+i*1e3;if(Date.parse(e.last_seen)>s)try{let a=(await ui(this.context.hass,e.camera_id,s-Mr,s+Mr)).findLast(p=>p.video_url!==null&&Date.parse(p.start)>t);a&&this.detail===e&&(this.following=a)}catch(r){console.info("MyCamera: the next recording cannot be loaded:",E(r))}},io=function(){let{box:e,size:t}=this;if(e===null||t===null||t.width===0)return b;let[i,s,r,a]=e;return o`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${s*t.height}
        width=${(r-i)*t.width}
        height=${(a-s)*t.height}
        rx=${t.height/100}
      />
    </svg>`},de.styles=[O,P`
      :host {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
      }
      video {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
      }
      .box {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        fill: none;
        stroke: var(--mc-accent);
        stroke-width: 2px;
        pointer-events: none;
      }
      .box rect {
        vector-effect: non-scaling-stroke;
      }
      .live img {
        display: block;
        inline-size: 100%;
      }
      .instead {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 16px;
        color: #cfcfcf;
        text-align: center;
      }
    `],c([y({attribute:!1})],de.prototype,"context",2),c([y({attribute:!1})],de.prototype,"detail",2),c([y({attribute:!1})],de.prototype,"error",2),c([v()],de.prototype,"problem",2),c([v()],de.prototype,"following",2),c([v()],de.prototype,"box",2),c([v()],de.prototype,"size",2),c([U("video")],de.prototype,"video",2),de=c([R("mycamera-person-video")],de);var Fi,so,fe=class extends S{constructor(){super(...arguments);w(this,Fi);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(e){(e.has("kept")||e.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:e,hass:t}=this.context,i=k(this.now?si:ni);if(!t.user?.is_admin)return this.now?o`<span class="sign" role="img" aria-label=${e("protected")} title=${e("protected")}>
            ${i}${this.verbose?e("protected"):b}
          </span>`:b;let s=e(this.now?"unprotect":"protect"),r=this.failed===null?"":e("protect_failed",{code:this.failed});return o`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${e("protect")}
        title=${r||s}
        ?disabled=${this.busy}
        @click=${n(this,Fi,so)}
      >
        ${i}${this.verbose?o`<span>${e(this.now?"protected":"protect")}</span>`:b}
      </button>
      ${r?o`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${r}</p>`:b}`}};Fi=new WeakSet,so=async function(){let e=this.recordId;if(!(e===null||this.busy)){this.busy=!0;try{let t=await fi(this.context.hass,[e],!this.now);this.recordId===e&&(this.now=t.protected,this.failed=null)}catch(t){this.recordId===e&&(this.failed=E(t))}finally{this.busy=!1}}},fe.styles=[O,P`
      :host {
        display: block;
      }
      .icon-button,
      .sign {
        color: var(--mc-text-2);
      }
      .sign {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px;
      }
      [aria-pressed="true"] {
        color: var(--mc-accent);
      }
      .icon-button[aria-pressed="false"] {
        opacity: 0.6;
      }
      .problem {
        padding-block-start: 4px;
        color: var(--mc-bad);
      }
    `],c([y({attribute:!1})],fe.prototype,"context",2),c([y({attribute:!1})],fe.prototype,"recordId",2),c([y({attribute:!1})],fe.prototype,"kept",2),c([y({type:Boolean})],fe.prototype,"verbose",2),c([v()],fe.prototype,"now",2),c([v()],fe.prototype,"busy",2),c([v()],fe.prototype,"failed",2),fe=c([R("mycamera-protection")],fe);var no=5e3,z,ms,ro,Bt,jt,oo,Gt,ao,lo,co,po,uo,ho,mo,fo,go,vo,bo,K=class extends S{constructor(){super(...arguments);w(this,z);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.around=null;this.shared=null;this.exporting=!1;this.undescribed=null;this.describing=null;this.removing=null}willUpdate(e){if(!e.has("detection"))return;if(e.get("detection")?.event_id===this.detection?.event_id){this.detection?.caption_status==="done"&&(this.describing=null);return}this.detail=null,this.error=null,this.broken=!1,this.size=null,this.around=null,this.shared=null,this.undescribed=this.describing=null,this.detection&&(n(this,z,ms).call(this,this.detection.event_id),mi(this.context.hass,{event_ids:[this.detection.event_id]}).catch(()=>{}))}updated(e){e.has("detection")&&(this.detection&&!this.newer&&!this.older&&this.around===null&&n(this,z,ro).call(this,this.detection),this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(e){this.detection?.camera_id===e&&this.detail?.recording===null&&n(this,z,ms).call(this,this.detection.event_id)}render(){return o`<dialog aria-labelledby="title" @close=${n(this,z,oo)} @click=${n(this,z,lo)} @keydown=${n(this,z,ao)}>
      ${this.detection?n(this,z,co).call(this,this.detection):b}
    </dialog>`}};z=new WeakSet,ms=async function(e){try{let t=await hi(this.context.hass,e);this.detection?.event_id===e&&(this.detail=t)}catch(t){this.detection?.event_id===e&&(this.error=E(t))}},ro=async function(e){try{let t=await Sn(this.context.hass,e);this.detection?.event_id===e.event_id&&(this.around=t)}catch(t){console.info("MyCamera: who comes before and after cannot be loaded:",E(t))}},Bt=function(){return this.newer??this.around?.newer??null},jt=function(){return this.older??this.around?.older??null},oo=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},Gt=function(e){e&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},ao=function(e){let t=e.composedPath()[0];if(t instanceof HTMLVideoElement||t instanceof HTMLInputElement)return;let i=getComputedStyle(this).direction==="rtl";if(e.key==="ArrowLeft")n(this,z,Gt).call(this,i?m(this,z,jt):m(this,z,Bt));else if(e.key==="ArrowRight")n(this,z,Gt).call(this,i?m(this,z,Bt):m(this,z,jt));else return;e.preventDefault()},lo=function(e){e.target===this.dialog&&this.dialog.close()},co=function(e){let{context:t}=this,i=m(this,z,Bt),s=m(this,z,jt),{localize:r,formats:a}=t,p=Re(t,e),u=e.caption_status==="pending"||e.caption_status==="running",$=G(t,e.camera_id);return o`
      <header>
        <h2 id="title">
          <span dir="auto">${$}</span>
          <time datetime=${e.first_seen}>${a.dateTime(e.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!i} aria-label=${r("newer")} @click=${()=>n(this,z,Gt).call(this,i)}>
          ${k(Mt)}
        </button>
        <button class="icon-button turn" ?disabled=${!s} aria-label=${r("older")} @click=${()=>n(this,z,Gt).call(this,s)}>
          ${k(ei)}
        </button>
        <button class="icon-button" autofocus aria-label=${r("close")} @click=${()=>this.dialog.close()}>
          ${k(Z)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${n(this,z,fo).call(this,e,$)}</figure>
          <figure>
            <mycamera-person-video .context=${t} .detail=${this.detail} .error=${this.error}></mycamera-person-video>
          </figure>
        </div>
        <div class="text">
          ${p.length===0?o`<p class="none">${r(u?"caption_pending":"no_caption")}</p>`:p.map((h,T)=>o`<p class=${T===0?"caption":"other"} lang=${h.lang} dir="auto">${h.text}</p>`)}
          <dl>
            <div>
              <dt>${r("seen")}</dt>
              <dd>${a.range(e.first_seen,e.last_seen)}</dd>
            </div>
            <div>
              <dt>${r("duration")}</dt>
              <dd>${a.duration(Je(e))}</dd>
            </div>
            <div>
              <dt>${r("confidence")}</dt>
              <dd>${a.percent(e.confidence)}</dd>
            </div>
            ${p.length>0?o`<div>
                    <dt>${r("description_by")}</dt>
                    <dd>
                      ${bi(t,e)}${u?o` · ${r("caption_pending")}`:b}
                    </dd>
                  </div>`:b}
            ${n(this,z,mo).call(this)}
          </dl>
          <div class="actions">
            ${this.detail?.recording?o`<mycamera-protection
                    verbose
                    .context=${t}
                    .recordId=${this.detail.recording.record_id}
                    .kept=${this.detail.recording.protected}
                  ></mycamera-protection>`:b}
            <mycamera-caption-editor .context=${t} .detection=${e}></mycamera-caption-editor>
            ${n(this,z,po).call(this,e,u)}
            <button class="text-button" @click=${()=>{n(this,z,bo).call(this,e,$)}}>
              ${k(li)} ${r("share")}
            </button>
            <button
              class="text-button"
              @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-moment",{detail:e}))}
            >
              ${k(ci)} ${r("open_timeline")}
            </button>
            ${this.detail?.recording?o`<button class="text-button" ?disabled=${this.exporting} @click=${()=>{n(this,z,vo).call(this,e)}}>
                    ${k(oi)} ${r("export")}
                  </button>`:b}
            <mycamera-person-removal
              .context=${t}
              .detection=${e}
              ?placed=${this.detail!==null}
              @mycamera-removing=${()=>{let h=this.detail?.box??null;this.removing={detection:e,next:m(this,z,jt)??m(this,z,Bt),box:h}}}
              @mycamera-removed=${h=>n(this,z,ho).call(this,h.detail.ignore)}
            ></mycamera-person-removal>
            ${this.shared===null?b:o`<p role="status">${r(this.shared)}</p>`}
            ${this.undescribed===null?b:o`<p role="alert">${r("describe_failed",{code:this.undescribed})}</p>`}
          </div>
        </div>
      </div>
    `},po=function(e,t){let{localize:i,hass:s,overview:r}=this.context;return!s.user?.is_admin||!r?.captions_enabled?b:o`<button
      class="text-button"
      ?disabled=${t||this.describing===e.event_id}
      @click=${()=>{n(this,z,uo).call(this,e.event_id)}}
    >
      ${k(qs)} ${i(this.describing===e.event_id?"caption_pending":"describe_again")}
    </button>`},uo=async function(e){this.describing=e,this.undescribed=null;try{await On(this.context.hass,e)}catch(t){this.describing=null,this.undescribed=E(t)}},ho=function(e){if(this.removing===null)return;let{detection:t,next:i,box:s}=this.removing;this.removing=null,this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{detection:t,next:i,ignore:e?s:null}}))},mo=function(){let e=this.detail?.zones??[];return e.length===0?b:o`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${e.join(" · ")}</dd>
    </div>`},fo=function(e,t){let{localize:i,formats:s,hass:r}=this.context,a=e.snapshot_url;return a===null||this.broken?o`<p class="instead">${k(lt)} ${i("picture_missing")}</p>`:o`<a href=${r.hassUrl(a)} target="_blank" rel="noopener" title=${i("full_picture")}>
      <img
        src=${r.hassUrl(a)}
        alt=${i("picture_of",{camera:t,time:s.time(e.first_seen)})}
        @load=${p=>{let{naturalWidth:u,naturalHeight:$}=p.target;this.size={width:u,height:$}}}
        @error=${()=>{this.broken=!0}}
      />
      ${n(this,z,go).call(this)}
    </a>`},go=function(){let{detail:e,size:t}=this;if(e===null||t===null)return b;let[i,s,r,a]=e.box;return o`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${s*t.height}
        width=${(r-i)*t.width}
        height=${(a-s)*t.height}
        rx=${t.height/100}
      />
    </svg>`},vo=async function(e){this.exporting=!0;let t=Date.parse(e.first_seen)-no;try{await Ti(this.context.hass,e.camera_id,t,Date.parse(e.last_seen)+no),this.dispatchEvent(new CustomEvent("mycamera-exporting"))}catch(i){console.info("MyCamera: the export cannot be begun:",E(i)),this.shared="export_failed"}finally{this.exporting=!1}},bo=async function(e,t){let{hass:i,formats:s}=this.context,r=window.location.pathname.replace(/\/mycamera\/.*$/,"/mycamera"),a=`${window.location.origin}${r}/event/${e.event_id}`,p=[Re(this.context,e)[0]?.text,t,s.dateTime(e.first_seen)].filter(Boolean).join(`
`);try{if(!navigator.share){await navigator.clipboard.writeText(a),this.shared="link_copied";return}let u=[];if(e.snapshot_url&&!this.broken){let h=await fetch(i.hassUrl(e.snapshot_url));h.ok&&u.push(new File([await h.blob()],`${e.event_id}.jpg`,{type:"image/jpeg"}))}let $={title:t,text:p,url:a,files:u};await navigator.share(u.length>0&&navigator.canShare?.($)?$:{title:t,text:p,url:a})}catch(u){u instanceof DOMException&&u.name==="AbortError"||(this.shared="share_failed")}},K.styles=[O,Ui,P`
      @media (min-width: 800px) {
        dialog {
          inline-size: min(1180px, calc(100vw - 48px));
          max-block-size: calc(100dvh - 48px);
        }
      }
      h2 {
        flex-wrap: wrap;
        gap: 0 12px;
      }
      h2 span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      h2 time {
        font-size: 14px;
        font-weight: 400;
        color: var(--mc-text-2);
      }
      .turn:dir(rtl) svg {
        transform: scaleX(-1);
      }
      .scroll {
        overflow-y: auto;
      }
      .media {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 2px;
        background: #000;
      }
      figure {
        margin: 0;
        min-inline-size: 0;
        aspect-ratio: 16 / 10;
        display: grid;
        place-items: center;
        background: #000;
      }
      figure a,
      img {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
      }
      figure a {
        position: relative;
      }
      .box {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        fill: none;
        stroke: var(--mc-accent);
        stroke-width: 2px;
        pointer-events: none;
      }
      .box rect {
        vector-effect: non-scaling-stroke;
      }
      figure a:focus-visible {
        outline-offset: -3px;
      }
      .instead {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 16px;
        color: #cfcfcf;
        text-align: center;
      }
      .text {
        display: grid;
        gap: 6px;
        padding: 16px 20px 20px;
      }
      .caption {
        font-size: 18px;
        overflow-wrap: anywhere;
      }
      .other {
        color: var(--mc-text-2);
        overflow-wrap: anywhere;
      }
      .none {
        color: var(--mc-text-2);
        font-style: italic;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 32px;
        margin: 10px 0 0;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-block-start: 12px;
      }
      dt {
        font-size: 12px;
        color: var(--mc-text-2);
      }
      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 799px) {
        .media {
          grid-template-columns: 1fr;
        }
        figure {
          aspect-ratio: 16 / 9;
        }
        .text {
          padding: 14px 16px 24px;
        }
      }
    `],c([y({attribute:!1})],K.prototype,"context",2),c([y({attribute:!1})],K.prototype,"detection",2),c([y({attribute:!1})],K.prototype,"newer",2),c([y({attribute:!1})],K.prototype,"older",2),c([v()],K.prototype,"detail",2),c([v()],K.prototype,"error",2),c([v()],K.prototype,"broken",2),c([v()],K.prototype,"size",2),c([v()],K.prototype,"around",2),c([v()],K.prototype,"shared",2),c([v()],K.prototype,"exporting",2),c([v()],K.prototype,"undescribed",2),c([v()],K.prototype,"describing",2),c([U("dialog")],K.prototype,"dialog",2),K=c([R("mycamera-person-dialog")],K);var hl=[.5,.6,.7,.8,.9],ml=[5,15,60,300],xo=Array.from({length:25},(d,l)=>l),Y,et,fs,xt,Me=class extends S{constructor(){super(...arguments);w(this,Y);this.filter=ne}render(){let{context:e,filter:t}=this,{localize:i,formats:s}=e,r=(e.overview?.cameras??[]).filter(h=>t.cameraId===null||h.camera_id===t.cameraId).flatMap(h=>h.zones.map(T=>T.name)),a=[...new Set(r)].sort((h,T)=>h.localeCompare(T)),p=h=>`${String(h).padStart(2,"0")}:00`,[u,$]=t.hours??[0,24];return o`
      <button
        class="chip"
        aria-pressed=${t.unseen?"true":"false"}
        @click=${()=>n(this,Y,et).call(this,{unseen:!t.unseen})}
      >
        ${i("not_seen_yet")}
      </button>
      ${n(this,Y,xt).call(this,i("confidence"),String(t.minConfidence),[["0",i("any_confidence")],...hl.map(h=>[String(h),`≥ ${s.percent(h)}`])],h=>n(this,Y,et).call(this,{minConfidence:Number(h)}))}
      ${n(this,Y,xt).call(this,i("duration"),String(t.minSeconds),[["0",i("any_duration")],...ml.map(h=>[String(h),`≥ ${s.duration(h)}`])],h=>n(this,Y,et).call(this,{minSeconds:Number(h)}))}
      ${a.length>0?n(this,Y,xt).call(this,i("zone"),t.zone??"",[["",i("any_zone")],...a.map(h=>[h,h])],h=>n(this,Y,et).call(this,{zone:h||null})):b}
      <span class="hours">
        ${n(this,Y,xt).call(this,i("hour_from"),String(u),xo.slice(0,24).map(h=>[String(h),p(h)]),h=>n(this,Y,fs).call(this,Number(h),null))}
        –
        ${n(this,Y,xt).call(this,i("hour_until"),String($),xo.slice(1).map(h=>[String(h),p(h)]),h=>n(this,Y,fs).call(this,null,Number(h)))}
      </span>
      ${wi(t)?o`<button class="chip" @click=${()=>n(this,Y,et).call(this,ne)}>
              ${k(Qs)} ${i("clear_filters")}
            </button>`:b}
      <button class="chip end" @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-all-seen"))}>
        ${k(Ns)} ${i("all_seen")}
      </button>
    `}};Y=new WeakSet,et=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},fs=function(e,t){let[i,s]=this.filter.hours??[0,24],r=[e??i,t??s];n(this,Y,et).call(this,{hours:r[0]===0&&r[1]===24?null:r})},xt=function(e,t,i,s){return o`<select
      aria-label=${e}
      title=${e}
      @change=${r=>s(r.target.value)}
    >
      ${i.map(([r,a])=>o`<option value=${r} ?selected=${r===t}>${a}</option>`)}
    </select>`},Me.styles=[O,P`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        overflow-x: auto;
        scrollbar-width: none;
        padding-block: 4px;
      }
      .chip,
      select {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        flex: none;
        font: inherit;
        color: inherit;
        min-block-size: 36px;
        padding-inline: 12px;
        border-radius: 18px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
      }
      .chip svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .chip[aria-pressed="true"] {
        border-color: var(--mc-accent);
        background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
      }
      .hours {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        flex: none;
      }
      .end {
        margin-inline-start: auto;
      }
    `],c([y({attribute:!1})],Me.prototype,"context",2),c([y({attribute:!1})],Me.prototype,"filter",2),Me=c([R("mycamera-person-filters")],Me);var yo=P`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100vh;
    block-size: 100dvh;
    background: var(--mc-page);
    overflow: hidden;
  }
  .toolbar {
    display: flex;
    align-items: center;
    gap: 8px;
    flex: none;
    min-block-size: calc(var(--header-height, 56px) + var(--safe-area-inset-top, env(safe-area-inset-top, 0px)));
    padding-block-start: var(--safe-area-inset-top, env(safe-area-inset-top, 0px));
    padding-inline: 12px;
    color: var(--app-header-text-color, #fff);
    background: var(--app-header-background-color, var(--mc-accent));
    border-block-end: var(--app-header-border-bottom, none);
  }
  h1 {
    margin: 0;
    padding-inline: 8px;
    font-size: 20px;
    font-weight: 400;
    white-space: nowrap;
  }
  .tabs {
    display: flex;
    align-self: stretch;
    margin-inline-start: auto;
  }
  .tabs button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding-inline: 16px;
    min-block-size: 48px;
    font-weight: 500;
    opacity: 0.9;
    border-block-end: 3px solid transparent;
  }
  .tabs button[aria-selected="true"] {
    opacity: 1;
    border-block-end-color: currentColor;
  }
  .tabs svg {
    display: none;
  }
  /* As Home Assistant does it: where it is narrow, views are chosen at the bottom, within a thumb's reach. */
  :host([narrow]) .tabs {
    position: fixed;
    inset-inline: 0;
    inset-block-end: 0;
    z-index: 2;
    margin: 0;
    padding-block-end: var(--safe-area-inset-bottom, env(safe-area-inset-bottom, 0px));
    color: var(--mc-text);
    background: var(--mc-surface);
    border-block-start: 1px solid var(--mc-line);
  }
  :host([narrow]) .tabs button {
    flex: 1 1 0;
    flex-direction: column;
    justify-content: center;
    gap: 2px;
    min-inline-size: 0;
    min-block-size: 56px;
    padding: 4px 0;
    font-size: 10px;
    letter-spacing: -0.03em;
    border: 0;
  }
  :host([narrow]) .tabs button span {
    max-inline-size: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :host([narrow]) .tabs button[aria-selected="true"] {
    color: var(--mc-accent);
  }
  :host([narrow]) .tabs svg {
    display: block;
  }
  :host([narrow]) main {
    padding-block-end: calc(56px + var(--safe-area-inset-bottom, env(safe-area-inset-bottom, 0px)));
  }
  .page.live {
    display: flex;
    flex-direction: column;
    max-inline-size: none;
    block-size: 100%;
    padding-block-end: 12px;
  }
  .page.live > .live {
    flex: 1;
    min-block-size: 0;
  }
  .tabs button:focus-visible,
  .menu:focus-visible {
    outline-color: currentColor;
    outline-offset: -4px;
  }
  main {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overflow-x: clip;
    padding-block-end: var(--safe-area-inset-bottom, env(safe-area-inset-bottom, 0px));
  }
  .page {
    max-inline-size: 1480px;
    margin-inline: auto;
    padding: 12px 16px 24px;
  }
  .foot.tall {
    min-block-size: 50vh;
  }
  .banner {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 12px 16px;
    margin-block-end: 12px;
    border-radius: var(--mc-radius);
    border: 1px solid var(--mc-warn);
    background: color-mix(in srgb, var(--mc-warn) 14%, var(--mc-surface));
  }
  .banner > svg {
    color: var(--mc-warn);
  }
  .banner p {
    flex: 1;
  }
  .cameras {
    display: flex;
    gap: 8px;
    margin-inline: -16px;
    padding: 4px 16px 8px;
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    flex: none;
    max-inline-size: 260px;
    min-block-size: 48px;
    padding: 4px 16px;
    border-radius: 24px;
    text-align: start;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .chip[aria-pressed="true"] {
    border-color: var(--mc-accent);
    background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
  }
  .texts {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    line-height: 1.4;
  }
  .name,
  .status {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: 500;
  }
  .status {
    font-size: 12px;
    color: var(--mc-text-2);
  }
  .dot {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--mc-bad);
  }
  .dot.recording,
  .dot.connected {
    background: var(--mc-good);
  }
  .dot.connecting,
  .dot.not_set_up,
  .dot.overloaded,
  .dot.starting {
    background: var(--mc-warn);
  }
  .dot.off {
    background: var(--mc-text-2);
  }
  .count {
    display: grid;
    place-items: center;
    min-inline-size: 22px;
    block-size: 22px;
    padding-inline: 6px;
    border-radius: 11px;
    font-size: 12px;
    font-weight: 600;
    color: var(--text-primary-color, #fff);
    background: var(--mc-accent);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding-block: 4px;
  }
  .date,
  .search {
    display: flex;
    align-items: center;
    min-block-size: 42px;
    border-radius: 21px;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .date:focus-within,
  .search:focus-within {
    border-color: var(--mc-accent);
  }
  .turn:dir(rtl) svg {
    transform: scaleX(-1);
  }
  input {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    min-inline-size: 0;
    min-block-size: 40px;
  }
  input:focus {
    outline: none;
  }
  /* Without a day the browser would show its pattern, in its own language; say what it means instead. */
  .any {
    position: relative;
  }
  .any:not(:focus)::before {
    content: attr(data-any);
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0 24px;
    text-align: center;
    line-height: 40px;
  }
  .any:not(:focus)::-webkit-datetime-edit {
    visibility: hidden;
  }
  input::placeholder {
    color: var(--mc-text-2);
    opacity: 1;
  }
  .search {
    flex: 1 1 220px;
    max-inline-size: 420px;
    padding-inline-start: 14px;
    gap: 8px;
  }
  .search svg {
    color: var(--mc-text-2);
  }
  .search input {
    flex: 1;
  }
  .zones {
    background: var(--mc-surface);
  }
  .hub {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
    padding-inline: 4px;
    color: var(--mc-text-2);
    font-size: 13px;
  }
  /* Many cameras: rows that a mouse reaches, but not so many that the lists are out of sight. */
  @media (min-width: 600px) {
    .cameras {
      flex-wrap: wrap;
      max-block-size: 184px;
      overflow-x: hidden;
      overflow-y: auto;
    }
  }
  @media (max-width: 599px) {
    .page {
      padding: 8px 12px 16px;
    }
    .cameras {
      margin-inline: -12px;
      padding-inline: 12px;
    }
    .toolbar {
      padding-inline: 4px;
      gap: 0;
    }
    h1 {
      font-size: 18px;
      padding-inline: 4px;
    }
    .date,
    .search {
      flex: 1 1 100%;
      max-inline-size: none;
    }
    .date input {
      flex: 1;
      text-align: center;
    }
    .hub {
      margin-inline-start: 4px;
    }
  }
`;var gs=class{constructor(l,e){this.id=l;this.key=e}#e=[];get items(){return this.#e}clear(){this.#e=[]}has(l){return this.#e.some(e=>this.id(e)===l)}remove(l){this.#e=this.#e.filter(e=>!l.has(this.id(e)))}put(...l){let e=new Map(l.map(i=>[this.id(i),i])),t=this.#e.map(i=>{let s=this.id(i),r=e.get(s);return e.delete(s),r??i});this.#e=[...t,...e.values()].sort((i,s)=>this.key(s)-this.key(i))}},tt=class{constructor(l,e){this.host=l;this.options=e;this.state="loading";this.error=null;this.#t=null;this.#i=0;this.#s=!1;this.#e=new gs(e.id,e.time),l.addController(this)}#e;#t;#i;#s;get items(){return this.#e.items}get more(){return this.#t!==null}get busy(){return this.#s}hostDisconnected(){this.#i+=1,this.#s=!1}async reload(l=!1){this.#i+=1,this.#s=!1,l||(this.#e.clear(),this.#t=null,this.state="loading"),await this.#n(null)}async next(){this.#s||this.#t===null||this.state!=="ready"||await this.#n(this.#t)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#t===null?this.reload(!0):this.next())}remove(l){this.#e.remove(new Set(l)),this.host.requestUpdate()}put(l){let e=this.items.at(-1),t=e!==void 0&&this.options.time(l)<this.options.time(e);return this.state!=="ready"||t&&this.more&&!this.#e.has(this.options.id(l))?!1:(this.#e.put(l),this.host.requestUpdate(),!0)}async#n(l){let e=this.#i;this.#s=!0,this.host.requestUpdate();try{let t=await this.options.load(l);if(e!==this.#i)return;l===null&&this.#e.clear(),this.#e.put(...t.items),this.#t=t.cursor,this.state="ready",this.error=null}catch(t){if(e!==this.#i)return;this.state="error",this.error=E(t)}this.#s=!1,this.host.requestUpdate()}};function Vi(d,l){let e=[];for(let t of d){let i=l(t),s=e.at(-1);s&&s.key===i?s.items.push(t):e.push({key:i,items:[t]})}return e}var fl=["success","failed","timeout"],gl=["pending","running","done","failed","skipped"],$o=200,W,Ge,wo,ko,_o,Ee=class extends S{constructor(){super(...arguments);w(this,W);this.which=Dt;this.chosen=null;this.busy=!1;this.said=""}render(){return this.chosen===null?n(this,W,ko).call(this):n(this,W,_o).call(this,this.chosen)}};W=new WeakSet,Ge=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},wo=async function(e){let t=[...this.chosen??[]];this.busy=!0;try{for(let i=0;i<t.length;i+=$o)this.said=await e(t.slice(i,i+$o));n(this,W,Ge).call(this,"mycamera-changed",null)}catch(i){this.said=this.context.localize("save_failed",{code:E(i)})}finally{this.busy=!1}},ko=function(){let{localize:e,hass:t}=this.context,i=(s,r,a,p,u,$)=>o`<select
      aria-label=${s}
      @change=${h=>$(h.target.value||null)}
    >
      <option value="" ?selected=${u===null}>${r}</option>
      ${a.map(h=>o`<option value=${h} ?selected=${h===u}>${p(h)}</option>`)}
    </select>`;return o`
      ${i(e("record_status"),e("any_status"),fl,s=>se(e,`record_${s}`,"record_failed"),this.which.status,s=>n(this,W,Ge).call(this,"mycamera-which",{...this.which,status:s}))}
      ${i(e("analysis"),e("any_analysis"),gl,s=>se(e,`analysis_${s}`,"analysis_pending"),this.which.analysis,s=>n(this,W,Ge).call(this,"mycamera-which",{...this.which,analysis:s}))}
      <button
        class="chip"
        aria-pressed=${this.which.oldest?"true":"false"}
        @click=${()=>n(this,W,Ge).call(this,"mycamera-which",{...this.which,oldest:!this.which.oldest})}
      >
        ${k(this.which.oldest?hn:mn)}
        ${e("oldest_first")}
      </button>
      <span class="said" role="status">${this.said}</span>
      ${t.user?.is_admin?o`<button class="chip" @click=${()=>n(this,W,Ge).call(this,"mycamera-choose",!0)}>
              ${k(Vs)} ${e("choose")}
            </button>`:b}
    `},_o=function(e){let{localize:t,hass:i}=this.context,s=(a,p,u)=>o`<button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>{n(this,W,wo).call(this,u)}}>
        ${k(a)} ${p}
      </button>`,r=a=>async p=>(await fi(i,p,a),t("saved"));return o`
      <strong>${I(t,i.language,"chosen",e.size)}</strong>
      <button class="chip" @click=${()=>n(this,W,Ge).call(this,"mycamera-choose-all",null)}>${t("choose_shown")}</button>
      ${s(cn,t("analyze_chosen"),async a=>I(t,i.language,"queued",(await gi(i,a)).queued))}
      ${s(si,t("protect_chosen"),r(!0))}
      ${s(ni,t("unprotect"),r(!1))}
      <span class="said" role="status">${this.said}</span>
      <button class="chip" aria-label=${t("close")} @click=${()=>n(this,W,Ge).call(this,"mycamera-choose",!1)}>
        ${k(Z)}
      </button>
    `},Ee.styles=[O,P`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding-block: 4px 8px;
      }
      .chip,
      select {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        font: inherit;
        color: inherit;
        min-block-size: 36px;
        padding-inline: 12px;
        border-radius: 18px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
      }
      .chip svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .said {
        margin-inline-start: auto;
        color: var(--mc-text-2);
      }
    `],c([y({attribute:!1})],Ee.prototype,"context",2),c([y({attribute:!1})],Ee.prototype,"which",2),c([y({attribute:!1})],Ee.prototype,"chosen",2),c([v()],Ee.prototype,"busy",2),c([v()],Ee.prototype,"said",2),Ee=c([R("mycamera-record-bar")],Ee);var zo=P`
  :host {
    display: block;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    overflow: hidden;
  }
  li {
    /* What is out of sight costs no layout. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 53px;
  }
  li + li {
    border-block-start: 1px solid var(--mc-line);
  }
  .row {
    display: grid;
    grid-template-columns: 20px minmax(190px, max-content) minmax(90px, 180px) 1fr 90px 90px 40px 40px;
    align-items: center;
    gap: 12px;
    padding: 4px 8px 4px 16px;
    padding-inline: 16px 8px;
    min-block-size: 52px;
  }
  .dot {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
  }
  .dot.good {
    background: var(--mc-good);
  }
  .dot.bad {
    background: var(--mc-bad);
  }
  .gap {
    background: color-mix(in srgb, var(--mc-bad) 8%, transparent);
  }
  .gap .dot {
    background: none;
    border: 2px solid var(--mc-bad);
  }
  .when {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .camera,
  .note {
    color: var(--mc-text-2);
    overflow: hidden;
    text-overflow: ellipsis;
    min-inline-size: 0;
  }
  .camera {
    white-space: nowrap;
  }
  .error {
    display: block;
    color: color-mix(in srgb, var(--mc-bad) 75%, var(--mc-text));
    overflow-wrap: anywhere;
  }
  .number {
    text-align: end;
    color: var(--mc-text-2);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .icon-button {
    color: var(--mc-accent);
  }
  video {
    display: block;
    inline-size: 100%;
    /* Its controls stay in sight under the toolbar and the row. */
    max-block-size: min(70vh, calc(100dvh - 240px));
    background: #000;
  }
  .unplayable {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
    padding: 12px 16px;
  }
  .foot.tall {
    min-block-size: 280px;
  }
  @media (max-width: 799px) {
    .row {
      grid-template-columns: 20px minmax(0, 1fr) auto 40px 40px;
      grid-template-areas: "dot when when lock play" ". camera number lock play" ". note size lock play";
      gap: 0 10px;
      padding-block: 8px;
    }
    .gap {
      grid-template-areas: "dot when when when when" ". camera camera number number" ". note note note note";
    }
    .dot,
    input {
      grid-area: dot;
    }
    .when {
      grid-area: when;
    }
    .camera {
      grid-area: camera;
    }
    .note {
      grid-area: note;
      font-size: 13px;
    }
    .number {
      grid-area: number;
    }
    .size {
      grid-area: size;
    }
    mycamera-protection {
      grid-area: lock;
    }
    .icon-button {
      grid-area: play;
    }
  }
  input {
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--mc-accent);
  }
`;var Ke,A,He,To,Eo,So,Ro,Oo,Po,Do,Io,Ao,ge=class extends S{constructor(){super(...arguments);w(this,A);this.filter=ne;this.playing=null;this.problems=new Map;this.which=Dt;this.chosen=null;this.records=new tt(this,{load:e=>wn(this.context.hass,this.filter,this.which,this.context.formats.timeZone,e),id:e=>String(e.record_id),time:e=>n(this,A,He).call(this,e.start)});this.gaps=new tt(this,{load:e=>_n(this.context.hass,this.filter,this.which.oldest,this.context.formats.timeZone,e),id:e=>String(e.gap_id),time:e=>n(this,A,He).call(this,e.start)});w(this,Ke,null)}connectedCallback(){super.connectedCallback(),_(this,Ke,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),m(this,Ke)?.disconnect(),_(this,Ke,null)}willUpdate(e){(e.has("filter")||e.has("which"))&&(this.playing=null,this.chosen&&(this.chosen=new Set),this.records.reload(),this.gaps.reload()),n(this,A,To).call(this)}updated(){m(this,Ke)?.disconnect(),this.foot&&this.records.more&&m(this,Ke)?.observe(this.foot)}refresh(){this.playing===null&&!this.chosen?.size&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){return o`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${e=>{this.which=e.detail}}
        @mycamera-choose=${e=>{this.chosen=e.detail?new Set:null}}
        @mycamera-choose-all=${()=>{this.chosen=new Set(this.records.items.map(e=>e.record_id))}}
        @mycamera-changed=${()=>{this.records.reload(!0)}}
      ></mycamera-record-bar>
      ${n(this,A,So).call(this)}`}};Ke=new WeakMap,A=new WeakSet,He=function(e){return this.which.oldest?-Date.parse(e):Date.parse(e)},To=function(){let e=this.records.items.at(-1),t=this.gaps.items.at(-1);e&&t&&n(this,A,He).call(this,t.start)>n(this,A,He).call(this,e.start)&&this.gaps.next()},Eo=function(){let e=this.records.items.at(-1),t=e&&this.records.more?n(this,A,He).call(this,e.start):Number.NEGATIVE_INFINITY,i=this.records.items.map(r=>({kind:"record",start:r.start,record:r}));if(this.which.status||this.which.analysis)return i;let s=this.gaps.items.filter(r=>n(this,A,He).call(this,r.start)>=t).map(r=>({kind:"gap",start:r.start,gap:r}));return[...i,...s].sort((r,a)=>n(this,A,He).call(this,a.start)-n(this,A,He).call(this,r.start))},So=function(){let{context:e,records:t}=this,{localize:i}=e,s=n(this,A,Eo).call(this);if(s.length===0){if(t.state==="error")return q({icon:ae,bad:!0,...H(e,t.error??"unknown"),action:o`<button class="text-button" @click=${n(this,A,Ro)}>${i("retry")}</button>`});if(t.state==="loading"||t.more)return o`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
        </div>`;let r=this.which.status!==null||this.which.analysis!==null,a=this.filter.cameraId!==null||this.filter.day!==null||r;return q({icon:di,heading:i(a?"no_matches":"no_recordings"),text:i(a?"no_matches_text":"no_recordings_text"),...a?{action:o`<button
                class="text-button"
                @click=${()=>{this.which={...Dt,oldest:this.which.oldest},this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}}
              >
                ${i("clear_filters")}
              </button>`}:{}})}return o`
      ${ee(Vi(s,r=>e.formats.day(r.start)),r=>r.key,r=>o`<section>
          <h2 class="day">${e.formats.heading(r.key)}</h2>
          <ul>
            ${ee(r.items,a=>a.kind==="gap"?`g${a.gap.gap_id}`:`r${a.record.record_id}`,a=>a.kind==="gap"?n(this,A,Po).call(this,a.gap):n(this,A,Do).call(this,a.record))}
          </ul>
        </section>`)}
      <div class="foot">${n(this,A,Oo).call(this)}</div>
    `},Ro=function(){this.records.reload(),this.gaps.reload()},Oo=function(){let{records:e,context:t}=this;return e.state==="error"?o`<p>${H(t,e.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`:e.busy?o`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?o`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},Po=function(e){let{context:t}=this,{formats:i,localize:s}=t;return o`<li class="row gap">
      <span class="dot bad"></span>
      <span class="when">${i.range(e.start,e.end)}</span>
      <span class="camera" dir="auto">${G(t,e.camera_id)}</span>
      <span class="note">${s("gap_because",{cause:dt(t,e.cause)})}</span>
      <span class="number">${i.duration((Date.parse(e.end)-Date.parse(e.start))/1e3)}</span>
    </li>`},Do=function(e){let{context:t}=this,{formats:i,localize:s}=t,r=G(t,e.camera_id),a=this.playing===e.record_id,p=e.status==="success",u=e.status==="failed"&&e.video_url!==null?"incomplete":e.status,$=(Date.parse(e.end)-Date.parse(e.start))/1e3;return o`<li>
      <div class="row">
        ${this.chosen===null?o`<span class="dot ${p?"good":"bad"}"></span>`:o`<input
                type="checkbox"
                aria-label=${s("choose_record",{camera:r,time:i.time(e.start)})}
                .checked=${this.chosen.has(e.record_id)}
                @change=${h=>n(this,A,Io).call(this,e.record_id,h.target.checked)}
              />`}
        <span class="when">${i.range(e.start,e.end)}</span>
        <span class="camera" dir="auto">${r}</span>
        <span class="note" title=${e.error??""}>
          ${se(s,`record_${u}`,"record_failed")} ·
          ${se(s,`analysis_${e.analysis_status}`,"analysis_pending")}
          ${e.error?o`<span class="error" dir="auto">${e.error}</span>`:b}
        </span>
        <span class="number">${i.duration(e.duration??$)}</span>
        <span class="number size">${e.file_size===null?"":i.bytes(e.file_size)}</span>
        <mycamera-protection
          .context=${t}
          .recordId=${e.record_id}
          .kept=${e.protected}
        ></mycamera-protection>
        ${e.video_url===null?o`<span class="no-button"></span>`:o`<button
                class="icon-button"
                aria-expanded=${a?"true":"false"}
                aria-label=${s("play_recording",{camera:r,time:i.time(e.start)})}
                @click=${()=>{this.playing=a?null:e.record_id}}
              >
                ${k(a?ti:ai)}
              </button>`}
      </div>
      ${a&&e.video_url!==null?n(this,A,Ao).call(this,e,e.video_url):b}
    </li>`},Io=function(e,t){let i=new Set(this.chosen);t?i.add(e):i.delete(e),this.chosen=i},Ao=function(e,t){let{context:i}=this,s=i.hass.hassUrl(t),r=this.problems.get(e.record_id);return r?o`<p class="unplayable" role="alert">
        ${ct(i,r,e.codec)}
        ${r==="unplayable"?o`<a class="text-button" href=${s} download>${i.localize("download")}</a>`:b}
      </p>`:o`<video
      src=${s}
      aria-label=${i.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[e.record_id,await vi(s)]])}}
    ></video>`},ge.styles=[O,he,zo],c([y({attribute:!1})],ge.prototype,"context",2),c([y({attribute:!1})],ge.prototype,"filter",2),c([v()],ge.prototype,"playing",2),c([v()],ge.prototype,"problems",2),c([v()],ge.prototype,"which",2),c([v()],ge.prototype,"chosen",2),c([U(".foot")],ge.prototype,"foot",2),ge=c([R("mycamera-recordings")],ge);var Lo=P`
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
  .error {
    color: color-mix(in srgb, var(--mc-bad) 75%, var(--mc-text));
    overflow-wrap: anywhere;
  }
  .text-button {
    justify-self: start;
  }
`;var vl=1e4,bl=3,Yt,B,Ci,Ho,Kt,Uo,No,Fo,Vo,Ue=class extends S{constructor(){super(...arguments);w(this,B);this.system=null;this.failure=null;w(this,Yt)}connectedCallback(){super.connectedCallback(),n(this,B,Ci).call(this),_(this,Yt,window.setInterval(()=>{n(this,B,Ci).call(this)},vl))}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(m(this,Yt))}willUpdate(e){e.has("overview")&&e.get("overview")&&n(this,B,Ci).call(this)}render(){let{context:e,system:t,overview:i}=this,{localize:s}=e;return t===null?this.failure!==null?q({icon:ae,bad:!0,...H(e,this.failure)}):o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${s("loading")}></div>
      </div>`:o`${n(this,B,Ho).call(this,i)}
    <div class="parts">
      ${t.cameras.map(r=>n(this,B,Uo).call(this,r))} ${n(this,B,No).call(this,i)}
      ${n(this,B,Fo).call(this,i,t)} ${n(this,B,Vo).call(this,t)}
    </div>`}};Yt=new WeakMap,B=new WeakSet,Ci=async function(){if(!document.hidden)try{this.system=await In(this.context.hass),this.failure=null}catch(e){this.failure=E(e)}},Ho=function({long_work:e}){if(e.length===0)return b;let{localize:t,formats:i}=this.context;return o`<section class="works" aria-labelledby="works">
      <h2 id="works">${k(pn)} ${t("long_work")}</h2>
      ${e.map(s=>{let r=se(t,`work_${s.kind}`,"long_work"),a=s.left===null?"":t("work_left",{count:i.number(s.left)}),p=s.done===null?"":i.percent(Math.floor(s.done*100)/100);return o`<div class="work">
          <span>${[r,s.name].filter(Boolean).join(": ")}</span>
          <span class="quiet">${[a,p].filter(Boolean).join(" · ")}</span>
          <progress max="1" value=${s.done??b} aria-label=${r}></progress>
        </div>`})}
    </section>`},Kt=function(e,t,i,s,r,a,p=null,u=null){let{localize:$,hass:h}=this.context;return o`<section class=${i}>
      <h2>${k(e)} <span dir="auto">${t}</span> <span class="status"><span class="dot ${i}"></span>${s}</span></h2>
      ${r.length>0?o`<dl>
              ${r.map(([T,D])=>o`<div>
                  <dt>${T}</dt>
                  <dd>${D}</dd>
                </div>`)}
            </dl>`:b}
      ${p?o`<p class="error" dir="auto">${p}</p>`:b}
      ${a?o`<p class="advice">${a}</p>`:b}
      ${a&&u&&h.user?.is_admin?o`<a class="text-button" href=${u}>${$("add_camera")}</a>`:b}
    </section>`},Uo=function(e){let{localize:t,formats:i,hass:s}=this.context,r=e.recording_status,a=e.detection_enabled&&!e.watching,p=r==="off"?"off":r==="connecting"?"warn":r!=="recording"?"bad":a?"warn":"good",u=[];if(e.coverage!==null){let h=e.gaps?` · ${I(t,s.language,"gaps",e.gaps)}`:"";u.push([t("last_day_recorded"),`${i.percent(Math.floor(e.coverage*100)/100)}${h}`])}e.persons_today!==null&&u.push([t("people_today"),String(e.persons_today)]),e.bytes!==null&&u.push([t("recordings"),i.bytes(e.bytes)]),e.stream_fps!==null&&u.push([t("stream_fps"),e.stream_fps.toFixed(0)]);let $=p==="bad"?se(t,`advice_${r}`,"advice_camera"):a?t("not_watching"):"";return n(this,B,Kt).call(this,ot,e.name,p,t(`status_${r}`),u,$,e.recording_error??(a?e.watch_error:null),"/config/integrations/integration/mycamera")},No=function(e){let{localize:t,hass:i}=this.context,{worker:s,minutes_behind:r,pending_analyses:a,pending_captions:p}=e,u=s.overloaded?"overloaded":s.status,$=u==="connected"?"good":u==="failed"||u==="disconnected"?"bad":"warn",h=[];s.device&&h.push([t("device"),s.device]),s.version&&h.push([t("version"),s.version]),r?h.push([t("queue"),I(t,i.language,"minutes_behind",r)]):a&&h.push([t("queue"),I(t,i.language,"pending_analyses",a)]),p&&h.push([t("descriptions"),I(t,i.language,"pending_captions",p)]);let T=$==="good"?"":se(t,`worker_${u}_advice`,"advice_worker");return n(this,B,Kt).call(this,Rt,t("analysis"),$,t(`worker_${u}`),h,T,s.error,"/config/integrations/integration/mycamera")},Fo=function(e,t){let{localize:i,formats:s,hass:r}=this.context,{available:a,since:p,waiting:u}=e.database,$=[];return t.database_bytes!==null&&$.push([i("size"),s.bytes(t.database_bytes)]),p&&$.push([i("since"),s.dateTime(p)]),n(this,B,Kt).call(this,Gs,i("database"),a?"good":"bad",i(a?"database_answers":"database_down"),$,a?"":I(i,r.language,"database_waiting",u),null,"/config/integrations/integration/mycamera")},Vo=function(e){let{localize:t,formats:i,hass:s}=this.context,r=e.days_until_full,a=e.free_bytes!==null,p=r!==null&&r<bl&&!e.never_full,u=[];return e.free_bytes!==null&&u.push([t("free"),i.bytes(e.free_bytes)]),r!==null?u.push([t("full_in"),I(t,s.language,"days",Math.max(0,Math.round(r)))]):e.never_full&&u.push([t("full_in"),t("never_full")]),e.recordings_path&&u.push([t("folder"),e.recordings_path]),n(this,B,Kt).call(this,Ws,t("storage"),a?p?"warn":"good":"warn",t(a?p?"storage_soon_full":"storage_good":"storage_unknown"),u,p?t("storage_advice"):"",null,"/config/integrations/integration/mycamera")},Ue.styles=[O,he,Lo],c([y({attribute:!1})],Ue.prototype,"context",2),c([y({attribute:!1})],Ue.prototype,"overview",2),c([v()],Ue.prototype,"system",2),c([v()],Ue.prototype,"failure",2),Ue=c([R("mycamera-system")],Ue);var Co=P`
  :host {
    display: block;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(250px, 100%), 1fr));
    gap: var(--mc-gap);
    margin: 0;
    padding: 0 0 8px;
    list-style: none;
  }
  .card {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
    text-align: start;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    transition: box-shadow 0.15s;
  }
  button.card:hover {
    box-shadow: 0 2px 10px rgba(0, 0, 0, 0.18);
  }
  .picture {
    display: block;
    position: relative;
    inline-size: 100%;
    aspect-ratio: 4 / 3;
    background: var(--mc-sunken);
    flex: none;
  }
  img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    object-position: 50% 25%;
  }
  .missing {
    display: grid;
    place-items: center;
    block-size: 100%;
    color: var(--mc-text-2);
  }
  .facts {
    display: flex;
    flex-direction: column;
    gap: 4px;
    padding: 10px 12px 12px;
    min-inline-size: 0;
    flex: 1;
  }
  .line {
    display: flex;
    align-items: baseline;
    gap: 8px;
    min-inline-size: 0;
  }
  time {
    font-weight: 500;
    font-size: 15px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .camera {
    color: var(--mc-text-2);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .caption {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .none {
    color: var(--mc-text-2);
    font-style: italic;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: auto;
    padding-block-start: 6px;
    font-size: 12px;
    color: var(--mc-text-2);
  }
  .badges span {
    padding: 1px 8px;
    border-radius: 10px;
    background: color-mix(in srgb, var(--mc-text) 8%, transparent);
    font-variant-numeric: tabular-nums;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    max-inline-size: 100%;
  }
  .badges .source {
    background: none;
    padding-inline: 2px;
  }
  .ghost .card {
    block-size: 300px;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  .fresh .card {
    animation: arrive 2.4s ease-out;
  }
  @keyframes arrive {
    from {
      border-color: var(--mc-accent);
      box-shadow: 0 0 0 3px color-mix(in srgb, var(--mc-accent) 50%, transparent);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .ghost .card,
    .fresh .card {
      animation: none;
    }
  }
  @media (max-width: 599px) {
    ul {
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }
    .card {
      flex-direction: row;
    }
    .picture {
      inline-size: 112px;
      aspect-ratio: auto;
      min-block-size: 112px;
      align-self: stretch;
    }
    .ghost .card {
      block-size: 112px;
    }
  }
  li {
    position: relative;
    /* What is out of sight costs no layout. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 320px;
  }
  /* More cards beneath this one. */
  .stack .card {
    box-shadow:
      0 4px 0 -1px var(--mc-surface),
      0 5px 0 0 var(--mc-line),
      0 8px 0 -2px var(--mc-surface),
      0 9px 0 -1px var(--mc-line);
    margin-block-end: 9px;
    block-size: calc(100% - 9px);
  }
  .of-visit .card {
    border-color: color-mix(in srgb, var(--mc-accent) 55%, var(--mc-line));
  }
  .visit {
    position: absolute;
    z-index: 1;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: flex;
    align-items: center;
    gap: 4px;
    min-block-size: 36px;
    padding-inline: 8px 12px;
    border-radius: 18px;
    color: #fff;
    background: rgba(0, 0, 0, 0.65);
    font-size: 13px;
    font-weight: 500;
  }
  .visit:hover {
    background: rgba(0, 0, 0, 0.85);
  }
  .visit svg {
    inline-size: 20px;
    block-size: 20px;
  }
  .unseen {
    flex: none;
    align-self: center;
    inline-size: 9px;
    block-size: 9px;
    border-radius: 50%;
    background: var(--mc-accent);
  }
  @media (max-width: 599px) {
    /* Upon the picture: time and camera stand beside it. */
    .visit {
      inset-block: auto 13px;
      inset-inline: 4px auto;
      max-inline-size: 104px;
      padding-inline: 4px 8px;
      white-space: nowrap;
    }
  }
`;var xl=2*6e4,yl=30*6e4;function qo(d){let l=[],e=new Map;for(let t of d){let i=e.get(t.camera_id),s=i?.at(-1),r=i?.[0],a=s!==void 0&&Date.parse(s.first_seen)-Date.parse(t.last_seen)<=xl,p=r!==void 0&&Date.parse(r.first_seen)-Date.parse(t.first_seen)>yl;if(i&&a&&!p)i.push(t);else{let u=[t];e.set(t.camera_id,u),l.push(u)}}return l.map(t=>({key:t.at(-1)?.event_id??"",persons:t}))}function Bo(d){let l=e=>(e.caption_source&&e.caption_source!=="factual"?10:0)+(e.thumbnail_url?5:0)+e.confidence+Math.min(1,Je(e)/60);return d.persons.reduce((e,t)=>l(t)>l(e)?t:e)}var Ye,V,jo,Go,Ko,Yo,Zo,Xo,qi,Jo,Qo,ve=class extends S{constructor(){super(...arguments);w(this,V);this.filter=ne;this.broken=new Set;this.fresh=new Set;this.opened=new Set;this.looked=new Set;this.feed=new tt(this,{load:e=>$n(this.context.hass,this.filter,this.context.formats.timeZone,e),id:e=>e.event_id,time:e=>Date.parse(e.first_seen)});w(this,Ye,null)}connectedCallback(){super.connectedCallback(),_(this,Ye,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),m(this,Ye)?.disconnect(),_(this,Ye,null)}willUpdate(e){e.has("filter")&&this.feed.reload()}updated(){m(this,Ye)?.disconnect(),this.foot&&this.feed.more&&m(this,Ye)?.observe(this.foot)}live(e,t){if(!n(this,V,jo).call(this,e))return;let i=this.feed.items.some(s=>s.event_id===e.event_id);this.filter.unseen&&!t&&!i||!this.feed.put(e)||i||!t||(this.fresh=new Set([...this.fresh,e.event_id]))}neighbour(e,t){let i=this.feed.items.findIndex(s=>s.event_id===e);return i<0?null:(t===1&&i>=this.feed.items.length-3&&this.feed.next(),this.feed.items[i+t]??null)}render(){let{feed:e,context:t}=this;if(e.items.length===0)return n(this,V,Ko).call(this);let i=Vi(e.items,s=>t.formats.day(s.first_seen));return o`
      ${ee(i,s=>s.key,s=>o`<section aria-labelledby="day-${s.key}">
          <h2 class="day" id="day-${s.key}">${t.formats.heading(s.key)}</h2>
          <ul>
            ${ee(qo(s.items),r=>r.key,r=>n(this,V,Yo).call(this,r))}
          </ul>
        </section>`)}
      <div class="foot" aria-live="polite">${n(this,V,Go).call(this)}</div>
    `}};Ye=new WeakMap,V=new WeakSet,jo=function(e){let{cameraId:t,day:i,text:s,zone:r,hours:a,minConfidence:p,minSeconds:u}=this.filter;return t&&e.camera_id!==t||r||e.confidence<p||Je(e)<u||a&&!this.context.formats.inHours(e.first_seen,a)||i&&this.context.formats.day(e.first_seen)!==i?!1:Fn(`${e.caption??""}
${e.caption_zh??""}`,s)},Go=function(){let{feed:e,context:t}=this;if(e.state==="error"){let i=H(t,e.error??"unknown");return o`<p>${i.heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`}return e.busy?o`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?o`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},Ko=function(){let{feed:e,context:t}=this,{localize:i}=t;return e.state==="error"?q({icon:ae,bad:!0,...H(t,e.error??"unknown"),action:o`<button class="text-button" @click=${()=>{e.reload()}}>${i("retry")}</button>`}):e.state==="loading"||e.more?o`<div class="visually-hidden" role="status">${i("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <ul aria-hidden="true">
          ${Array.from({length:6},()=>o`<li class="ghost"><div class="card"><div class="picture"></div></div></li>`)}
        </ul>
        <div class="foot"></div>`:wi(this.filter)?q({icon:Is,heading:i("no_matches"),text:i("no_matches_text"),action:o`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${i("clear_filters")}
          </button>`}):t.overview===null?q({icon:rt,heading:i("step_wait"),text:i("step_wait_text")}):Ii(t,t.overview,()=>this.dispatchEvent(new CustomEvent("mycamera-system")))},Yo=function(e){let[t]=e.persons;return e.persons.length===1&&t?n(this,V,qi).call(this,t):this.opened.has(e.key)?o`${e.persons.map((s,r)=>n(this,V,qi).call(this,s,r===0?e:void 0,!0))}`:n(this,V,qi).call(this,Bo(e),e)},Zo=function(e){let t=new Set(this.opened);t.delete(e.key)||t.add(e.key),this.opened=t},Xo=function(e,t){let{localize:i,formats:s,hass:r}=this.context,a=e.persons[0]?.last_seen??"",p=e.persons.at(-1)?.first_seen??"",u=I(i,r.language,"visit",e.persons.length);return o`<button
      class="visit"
      aria-expanded=${t?"true":"false"}
      title=${s.range(p,a)}
      @click=${()=>n(this,V,Zo).call(this,e)}
    >
      ${k(t?ti:Cs)}<span>${t?i("visit_close"):u}</span>
    </button>`},qi=function(e,t,i=!1){let{context:s}=this,{localize:r,formats:a}=s,p=e.seen===!1&&!this.looked.has(e.event_id),u=G(s,e.camera_id),[$]=Re(s,e),h=e.caption_status==="pending"||e.caption_status==="running";return o`<li class="${this.fresh.has(e.event_id)?"fresh":""} ${t&&!i?"stack":""} ${i?"of-visit":""}">
      ${t?n(this,V,Xo).call(this,t,i):b}
      <button class="card" @click=${()=>n(this,V,Qo).call(this,e)}>
        <span class="picture">${n(this,V,Jo).call(this,e,u)}</span>
        <span class="facts">
          <span class="line">
            ${p?o`<span class="unseen" role="img" aria-label=${r("not_seen_yet")}></span>`:b}
            <time datetime=${e.first_seen}>${a.timeSeconds(e.first_seen)}</time>
            <span class="camera" dir="auto">${u}</span>
          </span>
          ${$?o`<span class="caption" lang=${$.lang} dir="auto">${$.text}</span>`:o`<span class="caption none">${r(h?"caption_pending":"no_caption")}</span>`}
          <span class="badges">
            <span title=${r("duration")}>${a.duration(Je(e))}</span>
            <span title=${r("confidence")}>${a.percent(e.confidence)}</span>
            ${$&&e.caption_source!=="factual"?o`<span class="source" title=${r("description_by")}>${bi(s,e)}</span>`:b}
          </span>
        </span>
      </button>
    </li>`},Jo=function(e,t){let{localize:i,formats:s,hass:r}=this.context,a=e.thumbnail_url??e.snapshot_url;return a===null||this.broken.has(a)?o`<span class="missing" title=${i("picture_missing")}>${k(lt)}</span>`:o`<img
      src=${r.hassUrl(a)}
      alt=${i("picture_of",{camera:t,time:s.time(e.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,a])}}
    />`},Qo=function(e){this.looked=new Set([...this.looked,e.event_id]),this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},ve.styles=[O,he,Co],c([y({attribute:!1})],ve.prototype,"context",2),c([y({attribute:!1})],ve.prototype,"filter",2),c([v()],ve.prototype,"broken",2),c([v()],ve.prototype,"fresh",2),c([v()],ve.prototype,"opened",2),c([v()],ve.prototype,"looked",2),c([U(".foot")],ve.prototype,"foot",2),ve=c([R("mycamera-timeline")],ve);var Bi=xi(class extends yi{constructor(d){if(super(d),d.type!==Oe.PROPERTY&&d.type!==Oe.ATTRIBUTE&&d.type!==Oe.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Jn(d))throw Error("`live` bindings can only contain a single expression")}render(d){return d}update(d,[l]){if(l===Ze||l===b)return l;let e=d.element,t=d.name;if(d.type===Oe.PROPERTY){if(l===e[t])return Ze}else if(d.type===Oe.BOOLEAN_ATTRIBUTE){if(!!l===e.hasAttribute(t))return Ze}else if(d.type===Oe.ATTRIBUTE&&e.getAttribute(t)===l+"")return Ze;return _i(d),l}});function Mo(d){return d.length<3?"few":wl(d)?"crosses":$l(d)<5e-4?"small":null}function vs(d){return d.map((l,e)=>[l,d[(e+1)%d.length]??l])}function $l(d){return Math.abs(vs(d).reduce((l,[e,t])=>l+e[0]*t[1]-t[0]*e[1],0))/2}function wl(d){let l=vs(d);return l.some(([e,t],i)=>{let s=l[(i+1)%l.length]?.[1]??t;return _l(e,t,s)?!0:l.some(([r,a],p)=>p-i>1&&!(i===0&&p===l.length-1)&&kl(e,t,r,a))})}function Zt(d,l,e){let t=(l[0]-d[0])*(e[1]-d[1])-(l[1]-d[1])*(e[0]-d[0]);return Math.abs(t)<1e-12?0:t}function ji(d,l,e){return Math.min(d[0],l[0])<=e[0]&&e[0]<=Math.max(d[0],l[0])&&Math.min(d[1],l[1])<=e[1]&&e[1]<=Math.max(d[1],l[1])}function kl(d,l,e,t){let[i,s,r,a]=[Zt(d,l,e),Zt(d,l,t),Zt(e,t,d),Zt(e,t,l)];return i*s<0&&r*a<0?!0:i===0&&ji(d,l,e)||s===0&&ji(d,l,t)||r===0&&ji(e,t,d)||a===0&&ji(e,t,l)}function _l(d,l,e){return d[0]===l[0]&&d[1]===l[1]?!0:Zt(d,l,e)===0&&(d[0]-l[0])*(e[0]-l[0])+(d[1]-l[1])*(e[1]-l[1])>0}function ea(d,[l,e]){return vs(d).filter(([t,i])=>t[1]>e!=i[1]>e&&l<t[0]+(e-t[1])/(i[1]-t[1])*(i[0]-t[0])).length%2===1}function bs(d){let l=Math.max(1,d.length);return[d.reduce((e,[t])=>e+t,0)/l,d.reduce((e,[,t])=>e+t,0)/l]}function ta(d,l){return[Wo(d),Wo(l)]}function Wo(d){return d>.015?d>1-.015?1:Math.round(d*1e4)/1e4:0}var Yi=16,zl=100,Gi=.01,Xt=class{constructor(l,e){this.selected=null;this.drawing=null;this.#t=[];this.#i=null;this.#s=0;this.shapes=[...l.map(t=>({...t,key:this.#n(),kind:"zone"})),...e.map(t=>({...t,key:this.#n(),kind:"mask",name:"",dwell:0}))],this.#e=this.shapes}#e;#t;#i;#s;#n(){return this.#s+=1,this.#s}get changed(){return this.shapes!==this.#e&&JSON.stringify(this.shapes)!==JSON.stringify(this.#e)}get undoable(){return this.#t.length>0}get current(){return this.shapes.find(l=>l.key===this.selected)??null}count(l){return this.shapes.filter(e=>e.kind===l).length}#o(l,e=null){(e===null||e!==this.#i)&&(this.#t=[...this.#t,{shapes:this.shapes,drawing:this.drawing}].slice(-zl)),this.#i=e,this.shapes=l}endGesture(){this.#i=null}undo(){let l=this.#t.pop();l&&(this.shapes=l.shapes,this.drawing=l.drawing,this.#i=null,this.current===null&&(this.selected=this.drawing))}begin(l,e){this.#a();let t=this.#n();this.#o([...this.shapes,{key:t,id:null,kind:l,name:e,dwell:0,points:[]}]),this.selected=this.drawing=t}offer([l,e,t,i]){if(this.count("mask")>=Yi)return;let s=T=>Math.min(1,Math.max(0,Math.round(T*1e4)/1e4)),[r,a,p,u]=[s(l-Gi),s(e-Gi),s(t+Gi),s(i+Gi)],$=this.#n(),h=[[r,a],[p,a],[p,u],[r,u]];this.#o([...this.shapes,{key:$,id:null,kind:"mask",name:"",dwell:0,points:h}]),this.selected=$}addPoint(l){let e=this.current;e===null||this.drawing!==e.key||e.points.length>=32||this.#r({...e,points:[...e.points,l]})}finish(){this.#a()&&(this.selected=null),this.drawing=null,this.#i=null}#a(){let l=this.shapes.find(e=>e.key===this.drawing);return!l||l.points.length>=3?!1:(this.#o(this.shapes.filter(e=>e!==l)),this.drawing=null,!0)}insertPoint(l,e){let t=this.current;t===null||t.points.length>=32||this.#r({...t,points:t.points.toSpliced(l+1,0,e)})}movePoint(l,e){let t=this.current;t&&this.#r({...t,points:t.points.with(l,e)},`move ${t.key} ${l}`)}removePoint(l){let e=this.current;e===null||e.points.length<=3&&this.drawing!==e.key||this.#r({...e,points:e.points.toSpliced(l,1)})}rename(l){let e=this.current;e&&this.#r({...e,name:l},`name ${e.key}`)}setDwell(l){let e=this.current;e&&this.#r({...e,dwell:l},`dwell ${e.key}`)}remove(l){this.#o(this.shapes.filter(e=>e.key!==l)),this.drawing===l&&(this.drawing=null),this.selected===l&&(this.selected=null)}#r(l,e=null){this.#o(this.shapes.map(t=>t.key===l.key?l:t),e)}selectAt(l){this.selected=this.shapes.findLast(e=>ea(e.points,l))?.key??null}problem(l){let e=Mo(l.points);if(e)return e;if(l.kind==="mask")return null;let t=ia(l.name);return t===""?"nameless":this.shapes.some(s=>s.kind==="zone"&&s!==l&&ia(s.name)===t)?"same_name":null}firstProblem(){for(let l of this.shapes){let e=this.problem(l);if(e)return{shape:l,problem:e}}return null}};function ia(d){return d.trim().replace(/\s+/g," ").toLowerCase()}var sa=P`
  .wrong {
    fill: none;
    stroke: #fff;
    stroke-width: 1.5px;
    stroke-dasharray: 5 4;
    vector-effect: non-scaling-stroke;
    opacity: 0.8;
  }
  @media (min-width: 800px) {
    dialog {
      inline-size: min(1240px, calc(100vw - 32px));
      block-size: min(820px, calc(100dvh - 32px));
      max-inline-size: none;
      max-block-size: none;
    }
  }
  h2 {
    gap: 10px;
    white-space: nowrap;
  }
  .camera {
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: 14px;
    font-weight: 400;
    color: var(--mc-text-2);
  }
  select,
  input {
    font: inherit;
    font-size: 16px;
    min-block-size: 44px;
    min-inline-size: 0;
    padding-inline: 10px;
    color: inherit;
    background: var(--mc-page);
    border: 1px solid var(--mc-line);
    border-radius: 8px;
  }
  select {
    max-inline-size: 100%;
    text-overflow: ellipsis;
  }
  .text-button {
    min-block-size: 44px;
    border-radius: 22px;
  }
  .save:enabled,
  .ready {
    color: var(--text-primary-color, #fff);
    background: var(--mc-accent);
    border-color: transparent;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    flex: none;
    padding: 6px 20px;
    background: color-mix(in srgb, var(--mc-warn) 18%, var(--mc-surface));
  }
  .notice p {
    flex: 1 1 auto;
    padding-block: 6px;
  }
  .notice.bad {
    background: color-mix(in srgb, var(--mc-bad) 18%, var(--mc-surface));
  }
  .notice.good {
    background: color-mix(in srgb, var(--mc-good) 18%, var(--mc-surface));
  }
  .wait {
    flex: 1;
    display: grid;
    place-items: center;
  }
  .failed {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding: 16px;
  }
  .body {
    flex: 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    min-block-size: 0;
  }
  .stage {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 4px;
    min-block-size: 0;
    padding: 28px;
    padding-block-end: 8px;
    overflow: auto;
    background: var(--mc-page);
    container-type: size;
  }
  /* As large as fits beside the tools, in the shape of the camera's picture. */
  .picture {
    position: relative;
    flex: none;
    inline-size: min(100cqi, calc((100cqb - 60px) * var(--aspect)));
    aspect-ratio: var(--aspect);
    background: #263238;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
    touch-action: manipulation;
  }
  .picture.drawing {
    cursor: crosshair;
    touch-action: none;
  }
  .picture img,
  .picture > svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    pointer-events: none;
  }
  .instead {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    padding: 16px;
    text-align: center;
    color: #cfd8dc;
  }
  .area {
    fill: var(--colour);
    fill-opacity: 0.22;
  }
  .mask .area {
    fill: url(#ignored);
    fill-opacity: 1;
  }
  pattern path {
    stroke: #fff;
    stroke-opacity: 0.65;
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  .line {
    fill: none;
    stroke: var(--colour);
    stroke-width: 2.5px;
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
    paint-order: stroke;
  }
  .selected .area {
    fill-opacity: 0.36;
  }
  .mask.selected .area {
    fill-opacity: 1;
  }
  .selected .line {
    stroke-width: 3.5px;
  }
  .bad .line {
    stroke: var(--mc-bad);
    stroke-dasharray: 8 5;
  }
  .label {
    position: absolute;
    translate: -50% -50%;
    max-inline-size: 40%;
    padding: 1px 8px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 13px;
    font-weight: 500;
    color: #fff;
    background: rgba(0, 0, 0, 0.6);
    border-inline-start: 4px solid var(--colour);
    border-radius: 4px;
    pointer-events: none;
  }
  /* What a finger can hit is larger than what is seen. */
  .corner,
  .edge {
    position: absolute;
    translate: -50% -50%;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    display: grid;
    place-items: center;
  }
  .corner {
    touch-action: none;
    cursor: grab;
  }
  .corner::before,
  .edge::before {
    content: "";
    inline-size: 18px;
    block-size: 18px;
    border-radius: 50%;
    background: var(--colour);
    border: 2.5px solid #fff;
    box-shadow: 0 0 4px rgba(0, 0, 0, 0.8);
  }
  .chosen::before {
    inline-size: 24px;
    block-size: 24px;
  }
  .edge::before {
    content: "+";
    display: grid;
    place-items: center;
    font-size: 14px;
    font-weight: 700;
    line-height: 1;
    color: #000;
    background: rgba(255, 255, 255, 0.8);
    border: 0;
  }
  .tools {
    display: flex;
    align-items: center;
    gap: 8px;
    flex: none;
    inline-size: 100%;
    min-block-size: 48px;
    padding-block-start: 6px;
    color: var(--mc-text-2);
  }
  .tools p {
    flex: 1;
  }
  .tools .icon-button {
    inline-size: 44px;
    block-size: 44px;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: 12px;
    padding: 16px;
    overflow-y: auto;
    border-inline-start: 1px solid var(--mc-line);
  }
  .add {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .add .text-button {
    flex: 1 1 auto;
    justify-content: center;
    padding-inline: 12px;
  }
  .hint {
    color: var(--mc-text-2);
    font-size: 13px;
  }
  ul {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    gap: 10px;
    padding: 2px 4px 2px 12px;
    padding-inline: 12px 4px;
    border: 1px solid var(--mc-line);
    border-radius: 10px;
  }
  li.selected {
    padding-block-end: 12px;
    border-color: var(--colour);
    box-shadow: inset 3px 0 0 var(--colour);
  }
  .head {
    display: flex;
    align-items: center;
  }
  .head .icon-button {
    inline-size: 44px;
    block-size: 44px;
    color: var(--mc-text-2);
  }
  .choose {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 10px;
    min-inline-size: 0;
    min-block-size: 44px;
    text-align: start;
  }
  .title {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: 500;
  }
  .swatch {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 4px;
    background: var(--colour);
  }
  .swatch.mask {
    background: repeating-linear-gradient(135deg, var(--colour) 0 2px, transparent 2px 5px);
    border: 1px solid var(--colour);
  }
  label {
    display: grid;
    gap: 4px;
    margin-inline-end: 8px;
    font-size: 12px;
    color: var(--mc-text-2);
  }
  input {
    inline-size: 100%;
    color: var(--mc-text);
  }
  .problem {
    margin-inline-end: 8px;
    color: var(--mc-bad);
    font-size: 13px;
  }
  @media (max-width: 799px) {
    .body {
      display: flex;
      flex-direction: column;
      overflow-y: auto;
    }
    .stage {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      flex: none;
      container-type: inline-size;
      overflow: visible;
      padding: 22px 22px 0;
      border-block-end: 1px solid var(--mc-line);
    }
    .notice[role="alertdialog"] p {
      flex-basis: 100%;
    }
    .picture {
      inline-size: min(100cqi, calc(48dvh * var(--aspect)));
    }
    .side {
      flex: none;
      overflow: visible;
      border: 0;
      padding-block-end: calc(24px + var(--safe-area-inset-bottom, env(safe-area-inset-bottom, 0px)));
    }
  }
`;var na=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],ra="#9e9e9e",Tl=.005,El=.03,Sl=80,Rl=3e3,$t,wt,g,Zi,aa,M,la,ca,ys,da,pa,$s,ua,ha,ws,ma,fa,ks,ga,Xi,va,ba,_s,Ji,yt,zs,xa,ya,$a,wa,ka,Jt,_a,za,Ta,Ea,Sa,Ra,Oa,Pa,C=class extends S{constructor(){super(...arguments);w(this,g);this.cameraId=null;this.offered=null;this.wrong=[];this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;w(this,$t);w(this,wt,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(m(this,$t))}willUpdate(e){e.has("cameraId")&&(this.draft=null,this.wrong=[],this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&n(this,g,Zi).call(this,this.cameraId,!1))}updated(e){e.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){n(this,g,yt).call(this,{to:"close"})}render(){return o`<dialog
      aria-labelledby="title"
      @cancel=${n(this,g,zs)}
      @keydown=${n(this,g,ya)}
      @close=${n(this,g,xa)}
    >
      ${this.cameraId===null?b:n(this,g,$a).call(this,this.cameraId)}
    </dialog>`}};$t=new WeakMap,wt=new WeakMap,g=new WeakSet,Zi=async function(e,t){try{let i=await Ln(this.context.hass,e);if(this.cameraId!==e||(this.still=i.still_url??null,this.broken=this.still===null,this.wrong=i.false_positives??[],t))return;this.draft=new Xt(i.zones,i.masks),this.offered&&this.draft.offer(this.offered)}catch(i){this.cameraId===e&&(this.error=E(i))}},aa=function(e){this.error=null,n(this,g,Zi).call(this,e,!1)},M=function(e){if(!this.draft)return;e(this.draft),this.complaint=null,this.saved=!1;let t=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=t&&(this.corner=null),this.requestUpdate()},la=function(e){n(this,g,M).call(this,t=>{t.finish(),t.selected=e,this.corner=null})},ca=function(e){let{localize:t}=this.context;n(this,g,M).call(this,i=>{let s=e==="zone"?t("new_zone",{number:i.count("zone")+1}):"";i.begin(e,s),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},ys=function(e){let t=this.picture?.getBoundingClientRect();return!t||t.width===0?[0,0]:ta((e.clientX-t.left)/t.width,(e.clientY-t.top)/t.height)},da=function(e){if(e.target instanceof Element&&e.target.closest("button"))return;let t=n(this,g,ys).call(this,e);n(this,g,M).call(this,i=>{i.drawing!==null?(i.addPoint(t),this.corner=(i.current?.points.length??1)-1):(i.selectAt(t),this.corner=null)})},pa=function(e){e.key!=="Enter"||e.target!==this.picture||this.draft?.drawing==null||(e.preventDefault(),n(this,g,M).call(this,t=>{t.addPoint([.5,.5]),this.corner=(t.current?.points.length??1)-1}),n(this,g,$s).call(this))},$s=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},ua=function(e,t){e.button===0&&(e.currentTarget.setPointerCapture(e.pointerId),_(this,wt,t),this.corner=t)},ha=function(e,t){if(m(this,wt)!==t)return;let i=n(this,g,ys).call(this,e);n(this,g,M).call(this,s=>s.movePoint(t,i))},ws=function(){_(this,wt,null),this.draft?.endGesture()},ma=function(e){let t=this.draft;e===0&&t?.drawing!=null&&(t.current?.points.length??0)>=3?n(this,g,Xi).call(this):this.corner=e},fa=function(e,t){let i=this.draft?.current?.points[t];if(!i)return;let s=e.shiftKey?El:Tl,a={ArrowLeft:[-s,0],ArrowRight:[s,0],ArrowUp:[0,-s*this.aspect],ArrowDown:[0,s*this.aspect]}[e.key];if(a){let p=[oa(i[0]+a[0]),oa(i[1]+a[1])];n(this,g,M).call(this,u=>u.movePoint(t,p))}else if(e.key==="Delete"||e.key==="Backspace")n(this,g,ks).call(this,t);else return;e.preventDefault()},ks=function(e){n(this,g,M).call(this,t=>t.removePoint(e)),this.corner=null},ga=function(e,t){n(this,g,M).call(this,i=>i.insertPoint(e,t)),this.corner=e+1,n(this,g,$s).call(this)},Xi=function(){n(this,g,M).call(this,e=>{e.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},va=async function(){let{draft:e,cameraId:t}=this;if(!e||t===null||this.saving)return;n(this,g,M).call(this,()=>e.finish());let i=e.firstProblem();if(i){e.selected=i.shape.key,this.complaint=n(this,g,_s).call(this,i.shape,i.problem);return}this.saving=!0;try{let s=await Hn(this.context.hass,t,{zones:e.shapes.filter(r=>r.kind==="zone").map(({id:r,name:a,points:p,dwell:u})=>({id:r,name:a.trim(),points:p,dwell:u})),masks:e.shapes.filter(r=>r.kind==="mask").map(({id:r,points:a})=>({id:r,points:a}))});if(this.cameraId!==t)return;this.draft=new Xt(s.zones,s.masks),this.corner=null,this.saved=!0,window.clearTimeout(m(this,$t)),_(this,$t,window.setTimeout(()=>{this.saved=!1},Rl))}catch(s){this.complaint=n(this,g,ba).call(this,E(s))}finally{this.saving=!1}},ba=function(e){let{localize:t}=this.context;return se(t,`refused_${e}`,"save_failed").replaceAll("{code}",e)},_s=function(e,t){let{localize:i}=this.context;return i(`problem_${t}`,{name:n(this,g,Ji).call(this,e)})},Ji=function(e){return e.kind==="mask"?this.context.localize("ignored_area"):e.name.trim()},yt=function(e){if(this.draft?.changed&&!this.leaving){this.leaving=e;return}this.leaving=null,e.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:e.cameraId}))},zs=function(e){e.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?n(this,g,Xi).call(this):n(this,g,yt).call(this,{to:"close"})},xa=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},ya=function(e){if(e.key==="Escape"){n(this,g,zs).call(this,e);return}let t=e.target instanceof HTMLInputElement;(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="z"&&!e.shiftKey&&!t&&(e.preventDefault(),n(this,g,M).call(this,i=>i.undo()))},$a=function(e){let{context:t,draft:i}=this,{localize:s}=t;return o`
      <header>
        <h2 id="title">${s("zones")} ${n(this,g,wa).call(this,e)}</h2>
        <button
          class="icon-button"
          aria-label=${s("undo")}
          title=${s("undo")}
          ?disabled=${!i?.undoable}
          @click=${()=>n(this,g,M).call(this,r=>r.undo())}
        >
          ${k(fn)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!i||this.saving||!i.changed}
          @click=${()=>{n(this,g,va).call(this)}}
        >
          ${s("save")}
        </button>
        <button class="icon-button" aria-label=${s("close")} @click=${()=>n(this,g,yt).call(this,{to:"close"})}>
          ${k(Z)}
        </button>
      </header>
      ${n(this,g,ka).call(this)}
      ${i?o`<div class="body">
              <div class="stage">${n(this,g,_a).call(this,i)} ${n(this,g,Sa).call(this,i)}</div>
              <div class="side">${n(this,g,Ra).call(this,i)}</div>
            </div>`:o`<div class="wait">
              ${this.error===null?o`<div class="spinner" role="progressbar" aria-label=${s("loading")}></div>`:o`<div class="failed" role="alert">
                      <p>${H(t,this.error).heading}</p>
                      <button class="text-button" @click=${()=>n(this,g,aa).call(this,e)}>${s("retry")}</button>
                    </div>`}
            </div>`}
    `},wa=function(e){let t=this.context.overview?.cameras??[];return t.length<2?o`<span class="camera" dir="auto">${G(this.context,e)}</span>`:o`<select
      aria-label=${this.context.localize("camera")}
      .value=${Bi(e)}
      @change=${i=>{let s=i.target;n(this,g,yt).call(this,{to:"camera",cameraId:s.value}),s.value=e}}
    >
      ${t.map(i=>o`<option value=${i.camera_id} ?selected=${i.camera_id===e}>${i.name}</option>`)}
    </select>`},ka=function(){let{localize:e}=this.context,{leaving:t}=this;return t?o`<div class="notice" role="alertdialog" aria-label=${e("unsaved")}>
        <p>${e("unsaved")}</p>
        <button class="text-button" @click=${()=>n(this,g,yt).call(this,t)}>${e("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${e("keep_editing")}
        </button>
      </div>`:this.complaint?o`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?o`<div class="notice good" role="status">${k(Us)}<p>${e("saved")}</p></div>`:b},Jt=function(e){if(e.kind==="mask")return ra;let t=this.draft?.shapes.filter(i=>i.kind==="zone")??[];return na[t.indexOf(e)%na.length]??ra},_a=function(e){let{localize:t,hass:i}=this.context,s=e.drawing!==null;return o`<div
      class="picture ${s?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${s?0:-1}
      role="group"
      aria-label=${t("zones_of",{camera:G(this.context,this.cameraId??"")})}
      @click=${n(this,g,da)}
      @keydown=${n(this,g,pa)}
    >
      ${this.still&&!this.broken?o`<img
              src=${i.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${r=>{let{naturalWidth:a,naturalHeight:p}=r.target;a&&p&&(this.aspect=a/p),this.loaded=!0}}
              @error=${()=>{this.broken=!0}}
            />`:o`<p class="instead">${k(lt)} ${t("still_missing")}</p>`}
      ${this.still&&!this.broken&&!this.loaded?o`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${t("loading")}></div>
            </div>`:b}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${.03*this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${.03*this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${this.wrong.map(([r,a,p,u])=>Ot`<rect class="wrong" x=${r} y=${a} width=${p-r} height=${u-a}></rect>`)}
        ${e.shapes.map(r=>n(this,g,za).call(this,r,e))}
      </svg>
      ${e.shapes.map(r=>n(this,g,Ta).call(this,r,e))}
      ${e.current?n(this,g,Ea).call(this,e,e.current):b}
    </div>`},za=function(e,t){let i=t.drawing===e.key,s=!i&&["crosses","small"].includes(t.problem(e)??""),r=`${e.kind} ${t.selected===e.key?"selected":""} ${s?"bad":""}`,a=e.points.map(p=>p.join(",")).join(" ");return Ot`<g class=${r} style="--colour: ${n(this,g,Jt).call(this,e)}">
      <polygon class="area" points=${a}></polygon>
      ${i?Ot`<polyline class="line" points=${a}></polyline>`:Ot`<polygon class="line" points=${a}></polygon>`}
    </g>`},Ta=function(e,t){if(e.kind==="mask"||e.points.length<3||t.drawing===e.key)return b;let[i,s]=bs(e.points);return o`<span class="label" style=${xs([i,s],n(this,g,Jt).call(this,e))} dir="auto">${e.name}</span>`},Ea=function(e,t){let{localize:i}=this.context,s=n(this,g,Jt).call(this,t),r=n(this,g,Ji).call(this,t),a=t.points.map(($,h)=>o`<button
        class="corner ${this.corner===h?"chosen":""}"
        data-index=${h}
        style=${xs($,s)}
        aria-label=${i("corner",{number:h+1,name:r})}
        @pointerdown=${T=>n(this,g,ua).call(this,T,h)}
        @pointermove=${T=>n(this,g,ha).call(this,T,h)}
        @pointerup=${n(this,g,ws)}
        @pointercancel=${n(this,g,ws)}
        @click=${()=>n(this,g,ma).call(this,h)}
        @focus=${()=>{this.corner=h}}
        @keydown=${T=>n(this,g,fa).call(this,T,h)}
      ></button>`);if(e.drawing!==null||t.points.length>=32)return o`${a}`;let p=this.picture?.clientWidth??0,u=t.points.map(($,h)=>{let T=t.points[(h+1)%t.points.length]??$;if(Math.hypot((T[0]-$[0])*p,(T[1]-$[1])*p/this.aspect)<Sl)return b;let j=bs([$,T]);return o`<button
        class="edge"
        style=${xs(j,s)}
        aria-label=${i("insert_corner",{number:h+1})}
        @click=${()=>n(this,g,ga).call(this,h,j)}
      ></button>`});return o`${u}${a}`},Sa=function(e){let{localize:t}=this.context,i=e.current;if(e.drawing!==null){let r=(i?.points.length??0)>=3;return o`<div class="tools">
        <p>${t("draw_hint")}</p>
        <button class="text-button ${r?"ready":""}" @click=${n(this,g,Xi)}>
          ${t(r?"draw_done":"draw_cancel")}
        </button>
      </div>`}let s=this.corner;return o`<div class="tools">
      <p>${i?t("edit_hint"):""}</p>
      ${i&&s!==null&&i.points.length>3?o`<button class="text-button" @click=${()=>n(this,g,ks).call(this,s)}>
              ${k(gn)} ${t("remove_corner")}
            </button>`:b}
      <button
        class="icon-button"
        aria-label=${t("new_picture")}
        title=${t("new_picture")}
        @click=${()=>this.cameraId!==null&&void n(this,g,Zi).call(this,this.cameraId,!0)}
      >
        ${k(Ls)}
      </button>
    </div>`},Ra=function(e){let{localize:t}=this.context,i=(s,r)=>{let a=e.count(s)>=Yi;return o`<button
        class="text-button"
        ?disabled=${a||e.drawing!==null}
        title=${a?t("too_many_shapes",{most:Yi}):""}
        @click=${()=>n(this,g,ca).call(this,s)}
      >
        ${k(dn)} ${t(r)}
      </button>`};return o`
      <div class="add">${i("zone","add_zone")}${i("mask","add_mask")}</div>
      ${e.shapes.length===0?o`<p class="hint">${t("zones_empty")}</p>`:o`<ul>
              ${ee(e.shapes,s=>s.key,s=>n(this,g,Oa).call(this,s,e))}
            </ul>`}
      ${this.wrong.length>0?o`<p class="hint">${t("false_positive_hint")}</p>`:b}
      <p class="hint">${t("zones_hint")}</p>
    `},Oa=function(e,t){let{localize:i}=this.context,s=t.selected===e.key,r=t.drawing===e.key?null:t.problem(e),a=n(this,g,Ji).call(this,e);return o`<li class=${s?"selected":""} style="--colour: ${n(this,g,Jt).call(this,e)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${s?"true":"false"}
          @click=${()=>n(this,g,la).call(this,s?null:e.key)}
        >
          <span class="swatch ${e.kind}"></span><span class="title" dir="auto">${a||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${i("remove_shape",{name:a})}
          title=${i("remove_shape",{name:a})}
          @click=${()=>n(this,g,M).call(this,p=>p.remove(e.key))}
        >
          ${k(at)}
        </button>
      </div>
      ${s&&e.kind==="zone"?n(this,g,Pa).call(this,e):b}
      ${r?o`<p class="problem">${n(this,g,_s).call(this,e,r)}</p>`:b}
    </li>`},Pa=function(e){let{localize:t}=this.context;return o`<label>
        ${t("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${Bi(e.name)}
          @input=${i=>n(this,g,M).call(this,s=>s.rename(i.target.value))}
          @change=${()=>this.draft?.endGesture()}
        />
      </label>
      <label>
        ${t("zone_dwell")}
        <input
          type="number"
          inputmode="numeric"
          min="0"
          max="86400"
          step="1"
          .value=${Bi(String(e.dwell))}
          @change=${i=>{let s=i.target.valueAsNumber;n(this,g,M).call(this,r=>{r.setDwell(Number.isFinite(s)?Math.min(86400,Math.max(0,s)):0),r.endGesture()})}}
        />
      </label>`},C.styles=[O,Ui,sa],c([y({attribute:!1})],C.prototype,"context",2),c([y({attribute:!1})],C.prototype,"cameraId",2),c([y({attribute:!1})],C.prototype,"offered",2),c([v()],C.prototype,"wrong",2),c([v()],C.prototype,"draft",2),c([v()],C.prototype,"still",2),c([v()],C.prototype,"broken",2),c([v()],C.prototype,"loaded",2),c([v()],C.prototype,"aspect",2),c([v()],C.prototype,"corner",2),c([v()],C.prototype,"error",2),c([v()],C.prototype,"complaint",2),c([v()],C.prototype,"saving",2),c([v()],C.prototype,"saved",2),c([v()],C.prototype,"leaving",2),c([U("dialog")],C.prototype,"dialog",2),c([U(".picture")],C.prototype,"picture",2),C=c([R("mycamera-zone-editor")],C);function oa(d){return Math.min(1,Math.max(0,Math.round(d*1e4)/1e4))}function xs([d,l],e){return`left: ${d*100}%; top: ${l*100}%; --colour: ${e}`}var kt=["live","persons","day","recordings","clips","figures","system"],Ol={live:ot,persons:Ds,day:ci,recordings:Js,clips:ri,figures:Hs,system:Ms},Pl=300,Dl=5e3,Il=12*3600*1e3,zt,it,Tt,Qt,st,Se,nt,Wt,x,Da,Ts,Et,St,Qi,Es,Ia,Aa,La,we,pe,Ha,Ua,Ss,Na,Mi,Wi,Fa,Va,Ca,qa,Ba,_t,Rs,ja,Ga,Ka,Ya,Za,L=class extends S{constructor(){super(...arguments);w(this,x);this.narrow=!1;this.tab="persons";this.filter=ne;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.moment=null;this.watched=null;this.kiosk=!1;this.ignored=null;this.drawn=null;this.linkFailure=null;w(this,zt,null);w(this,it,null);w(this,Tt,!1);w(this,Qt);w(this,st);w(this,Se,null);w(this,nt,new ki(()=>n(this,x,Aa).call(this)));w(this,Wt);w(this,Et,()=>{this.connected=!0,this.clips?.reconnected(),n(this,x,Qi).call(this,!0)});w(this,St,()=>{this.connected=!1});w(this,Mi,e=>{let{detection:t,next:i,ignore:s}=e.detail;this.timeline?.feed.remove([t.event_id]),this.opened=s===null?i:null,s!==null&&(this.ignored=s,this.drawn=t.camera_id)})}connectedCallback(){super.connectedCallback(),_(this,Wt,window.setInterval(()=>n(this,x,Qi).call(this,!0),Il));let[,e]=/\/mycamera\/(\w+)$/.exec(window.location.pathname)??[];this.tab=kt.find(i=>i===e)??this.tab;let t=new URLSearchParams(window.location.search);this.kiosk=this.tab==="live"&&t.has("kiosk"),n(this,x,Da).call(this,t.get("camera"),t.get("at")),this.hass&&n(this,x,Ts).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),window.clearInterval(m(this,Wt)),window.clearTimeout(m(this,Qt)),window.clearTimeout(m(this,st)),m(this,Se)?.removeEventListener("ready",m(this,Et)),m(this,Se)?.removeEventListener("disconnected",m(this,St)),_(this,Se,null),(e=m(this,it))==null||e.call(this),_(this,it,null),m(this,nt).disconnected()}shouldUpdate(e){if(e.size>1||!e.has("hass"))return!0;let t=e.get("hass"),i=this.hass;return t===void 0||i===void 0||t.language!==i.language||t.locale!==i.locale||t.config.time_zone!==i.config.time_zone||t.connection!==i.connection||t.dockedSidebar!==i.dockedSidebar||t.themes?.darkMode!==i.themes?.darkMode||t.user?.is_admin!==i.user?.is_admin}willUpdate(e){this.hass&&((e.has("hass")||e.has("overview")||m(this,zt)===null)&&_(this,zt,Nn(this.hass,this.overview)),e.has("hass")&&n(this,x,Ts).call(this),(e.has("route")||e.has("hass"))&&n(this,x,La).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null||this.watched!==null?m(this,nt).opened():m(this,nt).closed()}render(){let e=m(this,zt);return e?o`
      ${n(this,x,Fa).call(this,e)}
      <main>
        <div class="page ${this.tab}">${n(this,x,Ca).call(this,e)}</div>
      </main>
      <mycamera-person-dialog
        .context=${e}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${n(this,x,Wi)}
        @mycamera-corrected=${t=>{this.opened=t.detail,this.timeline?.feed.put(t.detail)}}
        @mycamera-removed=${m(this,Mi)}
        @mycamera-exporting=${()=>{this.opened=null,n(this,x,we).call(this,"clips")}}
        @mycamera-moment=${t=>{let{camera_id:i,first_seen:s}=t.detail;this.opened=null,this.filter={...ne,cameraId:i,day:e.formats.day(s)},this.moment=Date.parse(s)-2e3,n(this,x,we).call(this,"day")}}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
      <mycamera-zone-editor
        .context=${e}
        .cameraId=${this.drawn}
        .offered=${this.ignored}
        @mycamera-camera=${t=>{this.drawn=t.detail,this.ignored=null}}
        @mycamera-close=${()=>{this.drawn=null,this.ignored=null}}
      ></mycamera-zone-editor>
    `:b}};zt=new WeakMap,it=new WeakMap,Tt=new WeakMap,Qt=new WeakMap,st=new WeakMap,Se=new WeakMap,nt=new WeakMap,Wt=new WeakMap,x=new WeakSet,Da=function(e,t){this.tab==="live"?this.watched=e:e!==null&&(this.filter={...ne,cameraId:e});let i=Number(t);if(this.tab!=="day"||!Number.isFinite(i)||i<=0||!this.hass)return;let s=yn(this.hass).day(new Date(i).toISOString());this.filter={...ne,cameraId:e,day:s},this.moment=i},Ts=function(){let e=this.hass?.connection;!e||m(this,Se)===e||(m(this,Se)?.removeEventListener("ready",m(this,Et)),m(this,Se)?.removeEventListener("disconnected",m(this,St)),_(this,Se,e),e.addEventListener("ready",m(this,Et)),e.addEventListener("disconnected",m(this,St)),n(this,x,Es).call(this))},Et=new WeakMap,St=new WeakMap,Qi=function(e){this.timeline?.feed.reload(e),e?this.recordings?.refresh():this.recordings?.records.reload()},Es=async function(){if(!(!this.hass||m(this,Tt)||m(this,it))){_(this,Tt,!0);try{let e=await Dn(this.hass,t=>n(this,x,Ia).call(this,t));this.isConnected?_(this,it,e):e()}catch(e){this.failure=E(e),_(this,Qt,window.setTimeout(()=>{n(this,x,Es).call(this)},Dl))}finally{_(this,Tt,!1)}}},Ia=function(e){switch(e.type){case"overview":{let t=this.failure!==null||this.overview?.database.available===!1&&e.overview.database.available;this.failure=null,this.overview=e.overview,t&&n(this,x,Qi).call(this,!1);break}case"unavailable":this.failure=e.code;break;case"person":case"caption":this.timeline?.live(e.detection,e.type==="person"),this.opened?.event_id===e.detection.event_id&&(this.opened=e.detection);break;case"deleted":e.event_ids.length>0?this.timeline?.feed.remove(e.event_ids):this.timeline?.feed.reload(!0),this.opened&&e.event_ids.includes(this.opened.event_id)&&this.dialog?.removing?.detection.event_id!==this.opened.event_id&&(this.opened=null);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(e.camera_id),this.dialog?.recorded(e.camera_id);break}},Aa=function(){this.drawn!==null?this.editor?.leave():this.opened?this.opened=null:this.watched=null,this.drawn!==null&&m(this,nt).opened()},La=async function(){let[,e,t]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!e||!t||!this.hass)){window.history.replaceState(window.history.state,"",e),this.linkFailure=null;try{this.opened=await hi(this.hass,t)}catch(i){this.linkFailure=E(i)}}},we=function(e,t=!1){this.tab=e,this.kiosk=t,this.watched=null;let i=window.location.pathname.replace(/\/mycamera(\/\w+)?$/,"/mycamera");window.history.replaceState(window.history.state,"",`${i}/${e}${t?"?kiosk":""}`)},pe=function(e){this.filter={...this.filter,...e}},Ha=async function(){this.hass&&(await mi(this.hass,{until:new Date().toISOString()}).catch(()=>{}),this.timeline?.feed.reload(!0))},Ua=function(e){let t=e.target.value.trim();window.clearTimeout(m(this,st)),_(this,st,window.setTimeout(()=>{t!==this.filter.text&&n(this,x,pe).call(this,{text:t})},Pl))},Ss=function(){window.clearTimeout(m(this,st)),this.filter=ne},Na=function(e){if(e.key!=="ArrowLeft"&&e.key!=="ArrowRight")return;let t=e.key==="ArrowRight"?1:kt.length-1;n(this,x,we).call(this,kt[(kt.indexOf(this.tab)+t)%kt.length]??"persons"),this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus())},Mi=new WeakMap,Wi=function(e){this.opened=e.detail},Fa=function({localize:e,hass:t}){let i=s=>o`<button
      role="tab"
      id="tab-${s}"
      aria-selected=${this.tab===s?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===s?0:-1}
      @click=${()=>n(this,x,we).call(this,s)}
    >
      ${k(Ol[s])}<span>${e(s==="day"?"day_view":s)}</span>
    </button>`;return o`<header class="toolbar">
      ${this.narrow||t.dockedSidebar==="always_hidden"?o`<button
              class="icon-button menu"
              aria-label=${e("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${k(rn)}
            </button>`:b}
      <h1>${e("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${e("views")} @keydown=${n(this,x,Na)}>
        ${kt.map(i)}
      </div>
    </header>`},Va=function(e){return this.failure!==null?q({icon:ae,bad:!0,...H(e,this.failure)}):this.overview===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${e.localize("loading")}></div>
      </div>`:this.overview.cameras.length+this.overview.removed_cameras.length===0?Ii(e,this.overview,()=>n(this,x,we).call(this,"system")):null},Ca=function(e){let t=n(this,x,Va).call(this,e);return t!==null||this.overview===null?o`<div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">${t}</div>`:this.tab==="live"?n(this,x,qa).call(this,e,this.overview):this.tab==="system"?o`${n(this,x,_t).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-system">
          <mycamera-system .context=${e} .overview=${this.overview}></mycamera-system>
        </div>`:this.tab==="clips"?o`${n(this,x,_t).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-clips">
          <mycamera-exports .context=${e}></mycamera-exports>
        </div>`:this.tab==="figures"?(import("./figures-TMEFDJPV.js"),o`${n(this,x,_t).call(this,e,this.overview)} ${n(this,x,Rs).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-figures">
          <mycamera-figures .context=${e} .cameraId=${this.filter.cameraId}></mycamera-figures>
        </div>`):o`
      ${n(this,x,_t).call(this,e,this.overview)} ${n(this,x,Rs).call(this,e,this.overview)}
      ${n(this,x,Ka).call(this,e,this.overview)}
      ${this.tab==="persons"?o`<mycamera-person-filters
              .context=${e}
              .filter=${this.filter}
              @mycamera-filter=${i=>n(this,x,pe).call(this,i.detail)}
              @mycamera-all-seen=${()=>{n(this,x,Ha).call(this)}}
            ></mycamera-person-filters>`:b}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${n(this,x,Ba).call(this,e,this.overview)}
      </div>
    `},qa=function(e,t){return o`${n(this,x,_t).call(this,e,t)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${e}
          .cameras=${t.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${i=>{this.watched=i.detail}}
          @mycamera-unwatch=${()=>{this.watched=null}}
          @mycamera-timeline=${i=>{this.filter={...ne,cameraId:i.detail},n(this,x,we).call(this,"day")}}
          @mycamera-kiosk=${i=>n(this,x,we).call(this,"live",i.detail)}
        ></mycamera-live-wall>
      </div>`},Ba=function(e,t){switch(this.tab){case"live":case"clips":case"figures":case"system":return b;case"persons":return o`<mycamera-timeline
          .context=${e}
          .filter=${this.filter}
          @mycamera-open=${n(this,x,Wi)}
          @mycamera-clear-filters=${n(this,x,Ss)}
          @mycamera-system=${()=>n(this,x,we).call(this,"system")}
        ></mycamera-timeline>`;case"day":return o`<mycamera-day
          .context=${e}
          .cameraIds=${this.filter.cameraId===null?t.cameras.map(i=>i.camera_id):[this.filter.cameraId]}
          .day=${this.filter.day??e.formats.today()}
          .start=${this.moment}
          @mycamera-day=${i=>n(this,x,pe).call(this,{day:i.detail})}
          @mycamera-open=${n(this,x,Wi)}
          @mycamera-exporting=${()=>n(this,x,we).call(this,"clips")}
        ></mycamera-day>`;case"recordings":return o`<mycamera-recordings
          .context=${e}
          .filter=${this.filter}
          @mycamera-clear-filters=${n(this,x,Ss)}
        ></mycamera-recordings>`}},_t=function(e,t){let{localize:i,hass:s}=e,r=($,h)=>o`<div class="banner" role="alert">
      ${k(js)}
      <p><strong>${$}</strong><br />${h}</p>
    </div>`,a=$=>o`<div class="banner" role="alert">
      ${k(ae)}
      <p>${$==="not_found"?i("linked_missing"):H(e,$).heading}</p>
      <button
        class="icon-button"
        aria-label=${i("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${k(Z)}
      </button>
    </div>`,{available:p,waiting:u}=t.database;return o`${this.linkFailure===null?b:a(this.linkFailure)}
    ${this.connected?b:r(i("connection_lost"),i("connection_lost_text"))}
    ${p?b:r(i("database_down"),I(i,s.language,"database_waiting",u))}`},Rs=function(e,t){let{localize:i,hass:s}=e,r=a=>{let p=this.filter.cameraId===a.camera_id,u=i(`status_${a.recording_status}`),$=a.detection_enabled&&!a.watching?i("not_watching"):"";return o`<button
        class="chip"
        aria-pressed=${p?"true":"false"}
        title=${[u,a.recording_error,$].filter(Boolean).join(`
`)}
        @click=${()=>n(this,x,pe).call(this,{cameraId:p?null:a.camera_id})}
      >
        <span class="dot ${a.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${a.name}</span>
          <span class="status">${u}</span>
        </span>
        ${a.persons?o`<span class="count" role="img" aria-label=${I(i,s.language,"in_view",a.persons)}>
                ${a.persons}
              </span>`:b}
      </button>`};return o`<div class="cameras" role="group" aria-label=${i("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.filter.cameraId===null?"true":"false"}
        @click=${()=>n(this,x,pe).call(this,{cameraId:null})}
      >
        <span class="texts"><span class="name">${i("all_cameras")}</span></span>
      </button>
      ${t.cameras.map(r)}${t.removed_cameras.map(a=>n(this,x,ja).call(this,i,a))}
    </div>
    ${n(this,x,Ga).call(this,e,t)}`},ja=function(e,t){let i=this.filter.cameraId===t.camera_id;return o`<button
      class="chip"
      aria-pressed=${i?"true":"false"}
      @click=${()=>n(this,x,pe).call(this,{cameraId:i?null:t.camera_id})}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${t.name}</span>
        <span class="status">${e("removed")}</span>
      </span>
    </button>`},Ga=function(e,t){let i=t.removed_cameras.find(s=>s.camera_id===this.filter.cameraId);return!i||!e.hass.user?.is_admin?b:o`<mycamera-left-behind
      .context=${e}
      .camera=${i}
      @mycamera-deleted=${()=>n(this,x,pe).call(this,{cameraId:null})}
    ></mycamera-left-behind>`},Ka=function(e,t){let{localize:i,formats:s}=e,r=s.today(),{day:a}=this.filter;return o`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${i("previous_day")}
          @click=${()=>n(this,x,pe).call(this,{day:a?Pt(a,-1):r})}
        >
          ${k(Mt)}
        </button>
        <input
          type="date"
          class=${a?"":"any"}
          data-any=${i("clear_day")}
          aria-label=${i("date")}
          max=${r}
          .value=${a??""}
          @change=${p=>{let u=p.target.value;n(this,x,pe).call(this,{day:xn(u)?u:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${i("next_day")}
          ?disabled=${a===null||a>=r}
          @click=${()=>a&&n(this,x,pe).call(this,{day:Pt(a,1)})}
        >
          ${k(ei)}
        </button>
        ${a?o`<button
                class="icon-button"
                aria-label=${i("clear_day")}
                @click=${()=>n(this,x,pe).call(this,{day:null})}
              >
                ${k(As)}
              </button>`:b}
      </div>
      ${this.tab==="persons"?o`<div class="search">
              ${k(sn)}
              <input
                type="text"
                inputmode="search"
                enterkeyhint="search"
                maxlength="100"
                autocomplete="off"
                placeholder=${i("search")}
                aria-label=${i("search")}
                .value=${this.filter.text}
                @input=${n(this,x,Ua)}
              />
              ${this.filter.text?o`<button
                      class="icon-button"
                      aria-label=${i("clear_search")}
                      @click=${()=>n(this,x,pe).call(this,{text:""})}
                    >
                      ${k(Z)}
                    </button>`:b}
            </div>`:b}
      ${n(this,x,Ya).call(this,e,t)} ${n(this,x,Za).call(this,e,t)}
    </div>`},Ya=function({localize:e,hass:t},i){let s=this.filter.cameraId??i.cameras[0]?.camera_id;return!t.user?.is_admin||!i.cameras.some(r=>r.camera_id===s)?b:o`<button
      class="text-button zones"
      @click=${()=>{this.drawn=s??null}}
    >
      ${k(vn)} ${e("zones")}
    </button>`},Za=function({localize:e,hass:t},i){let{worker:s,pending_analyses:r,pending_captions:a}=i,p=s.overloaded?"overloaded":s.status,u=i.minutes_behind,$=[e(`worker_${p}`),u?I(e,t.language,"minutes_behind",u):"",r?I(e,t.language,"pending_analyses",r):"",a?I(e,t.language,"pending_captions",a):""].filter(Boolean),h=s.overloaded?e("worker_overloaded_advice"):"";return o`<button
      class="hub"
      title=${[s.device,s.error,h].filter(Boolean).join(`
`)}
      @click=${()=>n(this,x,we).call(this,"system")}
    >
      <span class="dot ${p}"></span>
      <span>${$.join(" · ")}</span>
    </button>`},L.styles=[O,he,yo],c([y({attribute:!1})],L.prototype,"hass",2),c([y({type:Boolean,reflect:!0})],L.prototype,"narrow",2),c([y({attribute:!1})],L.prototype,"route",2),c([y({attribute:!1})],L.prototype,"panel",2),c([v()],L.prototype,"tab",2),c([v()],L.prototype,"filter",2),c([v()],L.prototype,"overview",2),c([v()],L.prototype,"failure",2),c([v()],L.prototype,"connected",2),c([v()],L.prototype,"opened",2),c([v()],L.prototype,"moment",2),c([v()],L.prototype,"watched",2),c([v()],L.prototype,"kiosk",2),c([v()],L.prototype,"ignored",2),c([v()],L.prototype,"drawn",2),c([U("mycamera-timeline")],L.prototype,"timeline",2),c([U("mycamera-day")],L.prototype,"dayView",2),c([U("mycamera-exports")],L.prototype,"clips",2),c([U("mycamera-recordings")],L.prototype,"recordings",2),c([U("mycamera-person-dialog")],L.prototype,"dialog",2),c([U("mycamera-zone-editor")],L.prototype,"editor",2),c([v()],L.prototype,"linkFailure",2),L=c([R("mycamera-panel")],L);export{L as MyCameraPanel};
/*! Bundled license information:

lit-html/directive-helpers.js:
lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/repeat.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
