import{a as me,b as Si}from"./chunk-YNWVVCWD.js";import{$ as Ln,A as bn,Aa as Ti,B as vn,Ba as et,C as xn,Ca as ar,D as yn,Da as O,E as wn,Ea as _,F as $n,Fa as he,G as kn,Ga as j,H as _n,Ha as V,I as hi,Ia as vt,J as ft,Ja as qe,K as zn,Ka as I,L as mi,M as fi,N as En,O as Tn,P as gi,Q as Sn,R as Rn,S as Pn,T as bi,U as vi,V as On,W as In,X as xi,Y as Dn,Z as An,_ as Nt,a as Qs,aa as yi,b as Zs,ba as gt,c as ut,ca as Hn,d as en,da as Un,e as tn,ea as Vn,f as ae,fa as bt,g as sn,ga as Fn,h as nn,ha as Nn,i as rn,ia as R,j as ht,ja as a,k as on,ka as Ze,l as an,la as Le,m as ln,ma as f,n as cn,na as Cn,o as dn,oa as P,p as pn,pa as y,q as di,qa as b,r as pi,ra as H,s as ui,sa as Bn,t as J,u as un,v as hn,va as A,w as mn,wa as le,x as fn,xa as or,y as mt,ya as ie,z as gn,za as Re}from"./chunk-QVQXDEXG.js";import{A as rr,B as _i,C as zi,D as Ei,a as qn,b as vs,c as xs,e as D,f as jn,g as Gn,h as wi,i as Kn,j as Yn,l as Xn,m as $i,n as Mn,o as ki,p as Wn,q as Jn,r as Qn,s as Zn,v as er,w as tr,x as ir,y as sr,z as nr}from"./chunk-WRMKGX7S.js";import{a as d,b as u,c as v,d as k,e as n}from"./chunk-ZORKPPHW.js";var Ri=class{constructor(o,e=window){this.close=o;this.view=e}#e=!1;opened(){this.#e||(this.#e=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#i))}closed(){this.#e&&(this.#t(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#t()}#t(){this.#e=!1,this.view.removeEventListener("popstate",this.#i)}#i=()=>{this.#t(),this.close()}};function lr(l){return l.connection.sendMessagePromise({type:"mycamera/exports"})}async function Pi(l,o,e,t){let i=await l.connection.subscribeMessage(()=>{},{type:"mycamera/export_clip",camera_id:o,since:new Date(e).toISOString(),until:new Date(t).toISOString()},{resubscribe:!1});await Promise.resolve(i()).catch(()=>{})}function cr(l,o,e){return l.connection.subscribeMessage(e,{type:"mycamera/follow_export",export_id:o},{resubscribe:!1})}function dr(l,o){return l.connection.sendMessagePromise({type:"mycamera/cancel_export",export_id:o})}function pr(l,o){return l.connection.sendMessagePromise({type:"mycamera/delete_export",export_id:o})}var Oi,ur,Pe=class extends P{constructor(){super(...arguments);v(this,Oi);this.cameraId="";this.range={from:0,to:1};this.busy=!1;this.failed=null}render(){let{localize:e,formats:t}=this.context,{from:i,to:s}=this.range,r=t.range(new Date(i).toISOString(),new Date(s).toISOString());return a`<output>${r} · ${t.duration((s-i)/1e3)}</output>
      <button class="text-button" ?disabled=${this.busy} @click=${()=>{n(this,Oi,ur).call(this)}}>
        ${_(vi)} ${e("export")}
      </button>
      <button
        class="icon-button"
        aria-label=${e("draw_cancel")}
        @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
      >
        ${_(J)}
      </button>
      ${this.failed===null?f:a`<p role="alert">${this.failed}</p>`}`}};Oi=new WeakSet,ur=async function(){this.busy=!0;try{await Pi(this.context.hass,this.cameraId,this.range.from,this.range.to),this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-exporting",{bubbles:!0,composed:!0}))}catch(e){this.failed=V(this.context,D(e)).text}finally{this.busy=!1}},Pe.styles=[I,R`
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
    `],d([y({attribute:!1})],Pe.prototype,"context",2),d([y({attribute:!1})],Pe.prototype,"cameraId",2),d([y({attribute:!1})],Pe.prototype,"range",2),d([b()],Pe.prototype,"busy",2),d([b()],Pe.prototype,"failed",2),Pe=d([O("mycamera-clip-bar")],Pe);var xt=1e3,ce,ys,ws,hr,$s,je=class extends P{constructor(){super(...arguments);v(this,ce);this.view={from:0,to:1};this.range={from:0,to:1}}render(){let{view:e,range:t}=this,i=c=>(c-e.from)/(e.to-e.from)*100,s=Math.max(0,i(t.from)),r=Math.min(100,i(t.to));return a`${r>s?a`<div class="part" style="left: ${s}%; width: ${r-s}%"></div>`:f}${n(this,ce,$s).call(this,"from",i(t.from))}${n(this,ce,$s).call(this,"to",i(t.to))}`}};ce=new WeakSet,ys=function(e,t){let{from:i,to:s}=this.range,r=e==="from"?{from:Math.min(t,s-xt),to:s}:{from:i,to:Math.max(t,i+xt)};this.dispatchEvent(new CustomEvent("mycamera-range",{detail:r}))},ws=function(e,t){t.stopPropagation();let i=t.target;if(t.type==="pointerdown"&&i.setPointerCapture(t.pointerId),!i.hasPointerCapture(t.pointerId))return;let{left:s,width:r}=this.getBoundingClientRect(),c=Math.min(1,Math.max(0,(t.clientX-s)/Math.max(1,r)));n(this,ce,ys).call(this,e,this.view.from+c*(this.view.to-this.view.from))},hr=function(e,t){let i={ArrowLeft:-1,ArrowRight:1,PageDown:-10,PageUp:10}[t.key];i!==void 0&&(t.preventDefault(),t.stopPropagation(),n(this,ce,ys).call(this,e,this.range[e]+i*xt))},$s=function(e,t){let{localize:i,formats:s}=this.context,{view:r,range:c}=this;if(t<0||t>100)return f;let p=new Date(c[e]).toISOString();return a`<div
      class="handle ${e}"
      style="left: ${t}%"
      role="slider"
      tabindex="0"
      aria-label=${i(e==="from"?"clip_from":"clip_to")}
      aria-valuemin=${Math.round(r.from/xt)}
      aria-valuemax=${Math.round(r.to/xt)}
      aria-valuenow=${Math.round(c[e]/xt)}
      aria-valuetext=${s.timeSeconds(p)}
      @pointerdown=${m=>n(this,ce,ws).call(this,e,m)}
      @pointermove=${m=>n(this,ce,ws).call(this,e,m)}
      @pointerup=${m=>m.stopPropagation()}
      @keydown=${m=>n(this,ce,hr).call(this,e,m)}
    ></div>`},je.styles=[I,R`
      :host {
        position: absolute;
        inset: 0;
        pointer-events: none;
      }
      .part {
        position: absolute;
        inset-block: 0;
        background: color-mix(in srgb, var(--mc-good) 30%, transparent);
        border-block: 2px solid var(--mc-good);
      }
      .handle {
        position: absolute;
        inset-block: 0;
        inline-size: 28px;
        margin-inline-start: -14px;
        pointer-events: auto;
        touch-action: none;
        cursor: ew-resize;
      }
      .handle::after {
        content: "";
        position: absolute;
        inset-block: 0;
        inset-inline-start: 11px;
        inline-size: 6px;
        border-radius: 3px;
        background: var(--mc-good);
      }
      .handle:focus-visible {
        outline-offset: -4px;
      }
    `],d([y({attribute:!1})],je.prototype,"context",2),d([y({attribute:!1})],je.prototype,"view",2),d([y({attribute:!1})],je.prototype,"range",2),je=d([O("mycamera-clip-range")],je);var mr=R`
  :host {
    display: block;
  }
  .player {
    position: relative;
    display: grid;
    background: #000;
    border-radius: var(--mc-radius);
    overflow: hidden;
    margin-block-start: 12px;
  }
  video {
    inline-size: 100%;
    /* The controls and the line stay in sight. */
    block-size: min(56.25vw, calc(100vh - 380px));
    min-block-size: 180px;
    object-fit: contain;
  }
  .problem {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    padding: 12px 16px;
    color: #fff;
    background: rgba(0, 0, 0, 0.7);
  }
  .problem .text-button {
    margin-block-start: 8px;
    color: #fff;
    background: transparent;
    border-color: rgba(255, 255, 255, 0.6);
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px;
    padding-block: 8px;
  }
  .clock {
    min-inline-size: 9ch;
    text-align: center;
    font-size: 16px;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  select {
    font: inherit;
    color: inherit;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    border-radius: 8px;
    block-size: 36px;
    padding-inline: 6px;
  }
  .line {
    position: relative;
    block-size: 72px;
    background: var(--mc-sunken);
    border-radius: 8px;
    overflow: hidden;
    cursor: pointer;
    touch-action: pan-y pinch-zoom;
    user-select: none;
  }
  .line > span {
    position: absolute;
    inset-block-start: 0;
    pointer-events: none;
  }
  .line > .span {
    block-size: 48px;
    background: color-mix(in srgb, var(--mc-accent) 35%, var(--mc-surface));
  }
  .line > .gap {
    pointer-events: auto;
    block-size: 48px;
    min-inline-size: 1px;
    background: repeating-linear-gradient(135deg, var(--mc-bad) 0 3px, transparent 3px 7px);
  }
  .line > .person {
    pointer-events: auto;
    inset-block-start: 10px;
    block-size: 28px;
    min-inline-size: 3px;
    border-radius: 2px;
    background: var(--mc-warn);
  }
  .line > .mark {
    inset-block-start: 48px;
    block-size: 24px;
    border-inline-start: 1px solid var(--mc-text-2);
    font-size: 12px;
    color: var(--mc-text);
    white-space: nowrap;
  }
  .mark > span {
    padding-inline-start: 4px;
  }
  .line > .head {
    block-size: 72px;
    border-inline-start: 2px solid var(--mc-bad);
  }
  .summary {
    padding-block: 10px;
    color: var(--mc-text-2);
  }
  .shown {
    margin-block-end: 8px;
    text-align: start;
  }
`;var rl=[1e4,3e4,6e4,3e5,6e5,18e5,36e5,72e5,108e5,216e5];function ks(l,o,e,t){let i=Math.min(o.to-o.from,Math.max(6e4,(l.to-l.from)*e)),s=(t-l.from)/(l.to-l.from);return Ct({from:t-s*i,to:t+(1-s)*i},o)}function Ct(l,o){let e=Math.min(l.to-l.from,o.to-o.from),t=Math.min(Math.max(l.from,o.from),o.to-e);return{from:t,to:t+e}}function _s(l,o,e){let t=l.to-l.from;return e>=l.from&&e<=l.to-t/10?l:Ct({from:e-t/10,to:e+t*9/10},o)}function fr(l,o,e=70){let t=(l.to-l.from)*e/Math.max(1,o);return rl.find(i=>i>=t)??12*36e5}function gr(l,o){for(let[t,i]of l){if(o<t)return t;if(o<i)return o}let e=l.at(-1);return e?Math.max(e[0],e[1]-1e3):null}function br(l,o,e){return(e===1?l.find(i=>i>o+1e3):l.findLast(i=>i<o-1e3))??null}var ne,vr,xr,yr,yt,we=class extends P{constructor(){super(...arguments);v(this,ne);this.why=null;this.failure=null;this.queued=null}willUpdate(e){(e.has("cameraId")||e.has("moment"))&&n(this,ne,vr).call(this)}render(){let{context:e,why:t}=this,{localize:i,formats:s}=e,r=s.timeSeconds(new Date(this.moment).toISOString());return a`<section aria-labelledby="title">
      <header>
        <h2 id="title">${i("why_at",{time:r})}</h2>
        <button
          class="icon-button"
          aria-label=${i("close")}
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
        >
          ${_(J)}
        </button>
      </header>
      <div aria-live="polite">
        ${this.failure===null?f:a`<p role="alert">${V(e,this.failure).heading}</p>`}
        ${t===null?this.failure===null?a`<div class="spinner" role="progressbar" aria-label=${i("loading")}></div>`:f:n(this,ne,yr).call(this,t)}
      </div>
    </section>`}};ne=new WeakSet,vr=async function(){let{cameraId:e,moment:t}=this;this.why=this.failure=this.queued=null;try{let i=await rr(this.context.hass,e,t);this.cameraId===e&&this.moment===t&&(this.why=i)}catch(i){this.failure=D(i)}},xr=async function(e){try{this.queued=(await zi(this.context.hass,[e])).queued}catch(t){this.failure=D(t)}},yr=function(e){let{localize:t,formats:i,hass:s}=this.context,r={confidence:i.percent(e.min_confidence),height:i.percent(e.min_height),cause:e.gap_cause===null?"":qe(this.context,e.gap_cause),zones:e.zones.join(" · "),error:e.analysis_error??""},c=p=>le(t,`why_${p}`,"why_nobody_found").replace(/\{(\w+)\}/g,(w,h)=>r[h]??"");return a`
      ${e.reasons.length===0?a`<p class="reason">${_(cn)} ${t("why_told")}</p>`:e.reasons.map(p=>a`<p class="reason">${_(hi)} ${c(p)}</p>`)}
      ${e.analysis_error?a`<p class="error" dir="auto">${e.analysis_error}</p>`:f}
      ${e.persons.map(p=>a`<button
          class="text-button"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:p}))}
        >
          ${[i.timeSeconds(p.first_seen),i.percent(p.confidence),t(p.found_live?"why_found_live":"why_found_recorded"),(p.zones??[]).join(", "),Re(this.context,p)[0]?.text??""].filter(Boolean).join(" · ")}
        </button>`)}
      <dl>
        ${n(this,ne,yt).call(this,t("confidence"),`≥ ${r.confidence}`)}
        ${e.min_height>0?n(this,ne,yt).call(this,t("why_height"),`≥ ${r.height}`):f}
        ${e.zones.length>0?n(this,ne,yt).call(this,t("zones"),r.zones):f}
        ${e.masks>0?n(this,ne,yt).call(this,t("why_ignored"),String(e.masks)):f}
        ${e.analysis_status===null?f:n(this,ne,yt).call(this,t("analysis"),t(`analysis_${e.analysis_status}`))}
      </dl>
      ${this.queued!==null?a`<p role="status">${A(t,s.language,"queued",this.queued)}</p>`:e.record_id!==null&&s.user?.is_admin&&e.persons.length===0?a`<button class="text-button" @click=${()=>{n(this,ne,xr).call(this,e.record_id??0)}}>
                ${t("why_analyze")}
              </button>`:f}
    `},yt=function(e,t){return a`<div>
      <dt>${e}</dt>
      <dd dir="auto">${t}</dd>
    </div>`},we.styles=[I,R`
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
    `],d([y({attribute:!1})],we.prototype,"context",2),d([y({attribute:!1})],we.prototype,"cameraId",2),d([y({attribute:!1})],we.prototype,"moment",2),d([b()],we.prototype,"why",2),d([b()],we.prototype,"failure",2),d([b()],we.prototype,"queued",2),we=d([O("mycamera-why")],we);var ol=[.5,1,2,4,8,16],K=1e3,al=15*K,ll=25,cl=120*K,Bt=60*K,$e,$t,tt,Ue,it,Ge,Gt,$,re,Ii,Di,He,zs,Ai,Li,Es,qt,Ts,wt,jt,Hi,Ui,Vi,Fi,Ni,wr,$r,kr,_r,zr,Er,N=class extends P{constructor(){super(...arguments);v(this,$);this.cameraId=null;this.day="";this.start=null;this.data=null;this.failure=null;this.view={from:0,to:1};this.width=0;this.moment=null;this.playing=!1;this.speed=1;this.problem=null;this.codec=null;this.clip=null;this.asked=null;v(this,$e,null);v(this,$t,"");v(this,tt,0);v(this,Ue,!1);v(this,it,null);v(this,Ge);v(this,Gt,new ResizeObserver(([e])=>{this.width=e?.contentRect.width??0}));v(this,Hi,e=>{e.button===0&&(k(this,Ue,!0),this.line?.setPointerCapture(e.pointerId),this.moment=n(this,$,jt).call(this,e))});v(this,Ui,e=>{u(this,Ue)&&(this.moment=n(this,$,jt).call(this,e))});v(this,Vi,e=>{if(!u(this,Ue))return;k(this,Ue,!1);let t=n(this,$,jt).call(this,e);n(this,$,He).call(this,t),k(this,it,t),this.asked!==null&&(this.asked=t)});v(this,Fi,e=>{e.preventDefault();let t=this.view.to-this.view.from;if(e.shiftKey||Math.abs(e.deltaX)>Math.abs(e.deltaY)){let i=(e.deltaX||e.deltaY)/Math.max(1,this.width)*t;this.view=ks({from:this.view.from+i,to:this.view.to+i},n(this,$,re).call(this),1,this.view.from+i)}else n(this,$,wt).call(this,e.deltaY>0?1.25:.8,n(this,$,jt).call(this,e))});v(this,Ni,e=>{let t={ArrowLeft:-10*K,ArrowRight:10*K,PageDown:-300*K,PageUp:300*K},{from:i,to:s}=n(this,$,re).call(this);if(e.key in t)n(this,$,Li).call(this,t[e.key]??0);else if(e.key==="Home")n(this,$,He).call(this,i);else if(e.key==="End")n(this,$,He).call(this,s);else if(e.key===" "||e.key==="k")n(this,$,Ai).call(this);else if(e.key==="+")n(this,$,wt).call(this,.5);else if(e.key==="-")n(this,$,wt).call(this,2);else if(e.key==="n")n(this,$,qt).call(this,1);else if(e.key==="p")n(this,$,qt).call(this,-1);else if(e.key===",")n(this,$,Es).call(this,-1);else if(e.key===".")n(this,$,Es).call(this,1);else return;e.preventDefault()})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(u(this,Ge)),k(this,Ge,void 0),u(this,Gt).disconnect(),n(this,$,Di).call(this)}willUpdate(e){if(e.has("cameraId")||e.has("day")){let t=!e.has("day")&&this.moment!==null,{from:i,to:s}=n(this,$,re).call(this);t||(this.moment=this.start!==null&&this.start>=i&&this.start<s?this.start:null,this.view={from:i,to:s}),this.data=null,this.clip=null,this.asked=null,this.problem=null,n(this,$,Di).call(this),n(this,$,Ii).call(this)}}updated(){this.line&&u(this,Gt).observe(this.line),this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}recorded(e){e!==this.cameraId||Date.now()>n(this,$,re).call(this).to||u(this,Ge)!==void 0||k(this,Ge,window.setTimeout(()=>{k(this,Ge,void 0),n(this,$,Ii).call(this)},al))}render(){let{context:e,data:t}=this,{localize:i}=e;return this.failure!==null&&t===null?j({icon:ae,bad:!0,...V(e,this.failure),action:a`<button class="text-button" @click=${()=>{n(this,$,Ii).call(this)}}>${i("retry")}</button>`}):t===null?a`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`:t.spans.length===0?j({icon:bt,heading:i("day_none"),text:i("day_none_text")}):a`<div class="player">
        <video
          playsinline
          muted
          aria-label=${ie(e,this.cameraId??"")}
          @play=${()=>{this.playing=!0}}
          @pause=${()=>{this.playing=!1}}
          @click=${()=>{n(this,$,Ai).call(this)}}
        ></video>
        ${n(this,$,wr).call(this)}
      </div>
      ${n(this,$,$r).call(this)} ${n(this,$,kr).call(this,t)} ${n(this,$,_r).call(this,t)}`}};$e=new WeakMap,$t=new WeakMap,tt=new WeakMap,Ue=new WeakMap,it=new WeakMap,Ge=new WeakMap,Gt=new WeakMap,$=new WeakSet,re=function(){let{since:e,until:t}=vs(this.day,this.context.formats.timeZone);return{from:Date.parse(e),to:Date.parse(t)}},Ii=async function(){if(this.cameraId===null)return;k(this,tt,u(this,tt)+1);let e=u(this,tt),{since:t,until:i}=vs(this.day,this.context.formats.timeZone);try{let s=await Xn(this.context.hass,this.cameraId,t,i);if(e!==u(this,tt))return;this.data=s,this.failure=null,this.moment!==null&&u(this,$e)===null&&n(this,$,He).call(this,this.moment)}catch(s){e===u(this,tt)&&(this.failure=D(s))}},Di=function(){u(this,$e)?.close(),k(this,$e,null),k(this,$t,"")},He=async function(e){k(this,it,null);let t=gr(this.data?.spans??[],e);if(t===null||this.cameraId===null)return;this.moment=t,this.problem=null,this.view=_s(this.view,n(this,$,re).call(this),t),await this.updateComplete;let i=this.cameraId,{Film:s,filmsPlay:r}=await import("./film-OK4OTM32.js");if(!(!this.video||i!==this.cameraId||!this.isConnected)){if(!r()){this.problem="unplayable",n(this,$,zs).call(this,i,t);return}(u(this,$e)===null||u(this,$t)!==i)&&(n(this,$,Di).call(this),k(this,$t,i),k(this,$e,new s(this.video,this.context.hass,i,{at:c=>{u(this,Ue)||(this.playing&&k(this,it,null),this.moment=c,this.view=_s(this.view,n(this,$,re).call(this),c))},ended:c=>{let p=(this.data?.spans??[]).find(([m])=>m>=c);p?n(this,$,He).call(this,p[0]):this.problem="ended"},failed:c=>{this.problem=c,c==="unplayable"&&n(this,$,zs).call(this,i,t)}}))),await u(this,$e).seek(t)}},zs=async function(e,t){try{let i=await wi(this.context.hass,e,t-cl,t+K);e===this.cameraId&&(this.codec=i[0]?.codec??null)}catch(i){console.info("MyCamera: the codec of the recording cannot be loaded:",D(i))}},Ai=async function(){if(this.playing){this.video?.pause();return}u(this,$e)===null&&await n(this,$,He).call(this,this.moment??this.data?.spans[0]?.[0]??0),await this.video?.play().catch(()=>{})},Li=function(e){let{from:t,to:i}=n(this,$,re).call(this),s=Math.min(i,Math.max(t,(this.moment??this.data?.spans[0]?.[0]??t)+e)),r=(this.data?.spans??[]).findLast(([p])=>p<=s),c=e<0&&r!==void 0&&s>=r[1];n(this,$,He).call(this,c?r[1]-2*K:s)},Es=function(e){let{video:t}=this;!t||u(this,$e)===null||(t.pause(),t.currentTime=Math.max(0,t.currentTime+e/ll))},qt=function(e){let t=(this.data?.persons??[]).map(s=>Date.parse(s.first_seen)),i=br(t,this.moment??n(this,$,re).call(this).from,e);i!==null&&n(this,$,He).call(this,i)},Ts=function(){if(this.clip){this.clip=null;return}let e=n(this,$,re).call(this),t=this.moment??this.data?.spans[0]?.[0]??e.from,i=this.moment===null?t:t-Bt/2,s=Ct({from:i,to:i+Bt},e);this.clip=s,this.view.to-this.view.from>20*Bt&&(this.view=Ct({from:t-5*Bt,to:t+5*Bt},e))},wt=function(e,t=this.moment??(this.view.from+this.view.to)/2){this.view=ks(this.view,n(this,$,re).call(this),e,t)},jt=function(e){let t=this.line?.getBoundingClientRect();if(!t?.width)return this.view.from;let i=Math.min(1,Math.max(0,(e.clientX-t.left)/t.width));return this.view.from+i*(this.view.to-this.view.from)},Hi=new WeakMap,Ui=new WeakMap,Vi=new WeakMap,Fi=new WeakMap,Ni=new WeakMap,wr=function(){let{context:e,problem:t}=this;if(t===null)return f;let{localize:i}=e,s=t==="ended"?i("film_ended"):vt(e,t,this.codec);return t!=="unplayable"?a`<p class="problem" role="alert">${s}</p>`:a`<div class="problem" role="alert">
      <p>${s}</p>
      <p>${i("unplayable_advice")}</p>
      <button class="text-button" @click=${()=>n(this,$,Ts).call(this)}>${i("clip")}</button>
    </div>`},$r=function(){let{localize:e,formats:t}=this.context,i=(s,r,c)=>a`<button
      class="icon-button"
      aria-label=${r}
      title=${r}
      @click=${c}
    >
      ${_(s)}
    </button>`;return a`<div class="controls">
      ${i(Qs,e("previous_person"),()=>n(this,$,qt).call(this,-1))}
      ${i(Ln,e("back_10"),()=>n(this,$,Li).call(this,-10*K))}
      ${i(this.playing?On:xi,e(this.playing?"pause":"play"),()=>{n(this,$,Ai).call(this)})}
      ${i(vn,e("forward_10"),()=>n(this,$,Li).call(this,10*K))}
      ${i(Zs,e("next_person"),()=>n(this,$,qt).call(this,1))}
      <output class="clock">${this.moment===null?"":t.timeSeconds(new Date(this.moment).toISOString())}</output>
      <select
        aria-label=${e("speed")}
        @change=${s=>{this.speed=Number(s.target.value)}}
      >
        ${ol.map(s=>a`<option value=${s} ?selected=${s===this.speed}>${s}×</option>`)}
      </select>
      ${i(gi,e("zoom_out"),()=>n(this,$,wt).call(this,2))}
      ${i(Sn,e("zoom_in"),()=>n(this,$,wt).call(this,.5))}
      ${i(hn,e("clip"),()=>n(this,$,Ts).call(this))}
      ${i(hi,e("why"),()=>{let s=Math.min(Date.now(),n(this,$,re).call(this).to-1);this.asked=this.asked===null?u(this,it)??this.moment??s:null})}
    </div>`},kr=function(e){let{context:t,view:i}=this,{localize:s,formats:r}=t,c=S=>new Date(S).toISOString(),p=i.to-i.from,m=(S,Qe)=>{let Js=Math.max(0,(S-i.from)/p),nl=Math.min(1,(Qe-i.from)/p);return`left: ${(Js*100).toFixed(4)}%; width: ${(Math.max(0,nl-Js)*100).toFixed(4)}%`},w=(S,Qe)=>Qe>i.from&&S<i.to,h=fr(i,this.width),{from:E}=n(this,$,re).call(this),z=[];for(let S=E+Math.ceil((i.from-E)/h)*h;S<i.to;S+=h)z.push(S);let F=S=>h<60*K?r.timeSeconds(c(S)):r.time(c(S)),{from:te,to:Q}=n(this,$,re).call(this);return a`<div
      class="line"
      role="slider"
      tabindex="0"
      aria-label=${s("day_line")}
      aria-valuemin=${Math.round(te/K)}
      aria-valuemax=${Math.round(Q/K)}
      aria-valuenow=${Math.round((this.moment??te)/K)}
      aria-valuetext=${r.timeSeconds(c(this.moment??te))}
      @pointerdown=${u(this,Hi)}
      @pointermove=${u(this,Ui)}
      @pointerup=${u(this,Vi)}
      @pointercancel=${()=>{k(this,Ue,!1)}}
      @wheel=${{handleEvent:u(this,Fi),passive:!1}}
      @keydown=${u(this,Ni)}
    >
      ${e.spans.filter(([S,Qe])=>w(S,Qe)).map(([S,Qe])=>a`<span class="span" style=${m(S,Qe)}></span>`)}
      ${e.gaps.filter(S=>w(Date.parse(S.start),Date.parse(S.end))).map(S=>a`<span
            class="gap"
            style=${m(Date.parse(S.start),Date.parse(S.end))}
            title=${`${r.range(S.start,S.end)}
${s("gap_because",{cause:qe(t,S.cause)})}`}
          ></span>`)}
      ${e.persons.filter(S=>w(Date.parse(S.first_seen),Date.parse(S.last_seen)+K)).map(S=>a`<span
            class="person"
            style=${m(Date.parse(S.first_seen),Date.parse(S.last_seen))}
            title=${`${r.timeSeconds(S.first_seen)}
${Re(t,S)[0]?.text??""}`}
          ></span>`)}
      ${z.map(S=>a`<span class="mark" style=${m(S,S)}><span>${F(S)}</span></span>`)}
      ${this.moment===null||!w(this.moment,this.moment)?f:a`<span class="head" style=${m(this.moment,this.moment)}></span>`}
      ${this.clip===null?f:a`<mycamera-clip-range
              .context=${t}
              .view=${i}
              .range=${this.clip}
              @mycamera-range=${S=>{this.clip=S.detail}}
            ></mycamera-clip-range>`}
    </div>
    ${this.clip===null||this.cameraId===null?f:a`<mycamera-clip-bar
            .context=${t}
            .cameraId=${this.cameraId}
            .range=${this.clip}
            @mycamera-leave=${()=>{this.clip=null}}
          ></mycamera-clip-bar>`}`},_r=function(e){let{context:t}=this,{localize:i,formats:s,hass:r}=t,c=e.spans.reduce((m,[w,h])=>m+h-w,0)/K,p=n(this,$,Er).call(this,e);return a`${n(this,$,zr).call(this)}
      <p class="summary">
        ${i("day_summary",{recorded:s.duration(c),gaps:A(i,r.language,"gaps",e.gaps.length),persons:A(i,r.language,"seen",e.persons.length)})}
      </p>
      ${p.map(m=>a`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:m}))}
        >
          ${s.timeSeconds(m.first_seen)} ${Re(t,m)[0]?.text??""}
        </button>`)}`},zr=function(){return this.asked===null||this.cameraId===null?f:a`<mycamera-why
      .context=${this.context}
      .cameraId=${this.cameraId}
      .moment=${this.asked}
      @mycamera-open=${e=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e.detail}))}
      @mycamera-leave=${()=>{this.asked=null}}
    ></mycamera-why>`},Er=function(e){let{moment:t}=this;return t===null?[]:e.persons.filter(i=>Date.parse(i.first_seen)-K<=t&&t<=Date.parse(i.last_seen)+K)},N.styles=[I,he,mr],d([y({attribute:!1})],N.prototype,"context",2),d([y({attribute:!1})],N.prototype,"cameraId",2),d([y({attribute:!1})],N.prototype,"day",2),d([y({attribute:!1})],N.prototype,"start",2),d([b()],N.prototype,"data",2),d([b()],N.prototype,"failure",2),d([b()],N.prototype,"view",2),d([b()],N.prototype,"width",2),d([b()],N.prototype,"moment",2),d([b()],N.prototype,"playing",2),d([b()],N.prototype,"speed",2),d([b()],N.prototype,"problem",2),d([b()],N.prototype,"codec",2),d([b()],N.prototype,"clip",2),d([b()],N.prototype,"asked",2),d([H("video")],N.prototype,"video",2),d([H(".line")],N.prototype,"line",2),N=d([O("mycamera-day")],N);var ke={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},kt=l=>(...o)=>({_$litDirective$:l,values:o}),Ke=class{constructor(o){}get _$AU(){return this._$AM._$AU}_$AT(o,e,t){this._$Ct=o,this._$AM=e,this._$Ci=t}_$AS(o,e){return this.update(o,e)}update(o,e){return this.render(...e)}};var{I:dl}=Cn,Tr=l=>l;var Rr=l=>l.strings===void 0,Sr=()=>document.createComment(""),_t=(l,o,e)=>{let t=l._$AA.parentNode,i=o===void 0?l._$AB:o._$AA;if(e===void 0){let s=t.insertBefore(Sr(),i),r=t.insertBefore(Sr(),i);e=new dl(s,r,l,l.options)}else{let s=e._$AB.nextSibling,r=e._$AM,c=r!==l;if(c){let p;e._$AQ?.(l),e._$AM=l,e._$AP!==void 0&&(p=l._$AU)!==r._$AU&&e._$AP(p)}if(s!==i||c){let p=e._$AA;for(;p!==s;){let m=Tr(p).nextSibling;Tr(t).insertBefore(p,i),p=m}}}return e},Ye=(l,o,e=l)=>(l._$AI(o,e),l),pl={},Ci=(l,o=pl)=>l._$AH=o,Pr=l=>l._$AH,Bi=l=>{l._$AR(),l._$AA.remove()};var Or=(l,o,e)=>{let t=new Map;for(let i=o;i<=e;i++)t.set(l[i],i);return t},de=kt(class extends Ke{constructor(l){if(super(l),l.type!==ke.CHILD)throw Error("repeat() can only be used in text expressions")}dt(l,o,e){let t;e===void 0?e=o:o!==void 0&&(t=o);let i=[],s=[],r=0;for(let c of l)i[r]=t?t(c,r):r,s[r]=e(c,r),r++;return{values:s,keys:i}}render(l,o,e){return this.dt(l,o,e).values}update(l,[o,e,t]){let i=Pr(l),{values:s,keys:r}=this.dt(o,e,t);if(!Array.isArray(i))return this.ut=r,s;let c=this.ut??=[],p=[],m,w,h=0,E=i.length-1,z=0,F=s.length-1;for(;h<=E&&z<=F;)if(i[h]===null)h++;else if(i[E]===null)E--;else if(c[h]===r[z])p[z]=Ye(i[h],s[z]),h++,z++;else if(c[E]===r[F])p[F]=Ye(i[E],s[F]),E--,F--;else if(c[h]===r[F])p[F]=Ye(i[h],s[F]),_t(l,p[F+1],i[h]),h++,F--;else if(c[E]===r[z])p[z]=Ye(i[E],s[z]),_t(l,i[h],i[E]),E--,z++;else if(m===void 0&&(m=Or(r,z,F),w=Or(c,h,E)),m.has(c[h]))if(m.has(c[E])){let te=w.get(r[z]),Q=te!==void 0?i[te]:null;if(Q===null){let S=_t(l,i[h]);Ye(S,s[z]),p[z]=S}else p[z]=Ye(Q,s[z]),_t(l,i[h],Q),i[te]=null;z++}else Bi(i[E]),E--;else Bi(i[h]),h++;for(;z<=F;){let te=_t(l,p[F+1]);Ye(te,s[z]),p[z++]=te}for(;h<=E;){let te=i[h++];te!==null&&Bi(te)}return this.ut=r,Ci(l,p),Le}});var Ir=R`
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
`;var ul=2e8,fe,C,Dr,Ar,Ss,Lr,Rs,Hr,Ur,Vr,Fr,_e=class extends P{constructor(){super(...arguments);v(this,C);this.exports=null;this.running=[];this.failure=null;this.said="";this.doomed=null;v(this,fe,new Map)}connectedCallback(){super.connectedCallback(),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of u(this,fe).values())e?.();u(this,fe).clear()}async load(){try{let{exports:e,running:t}=await lr(this.context.hass);this.exports=e,this.running=t,this.failure=null;for(let i of t)n(this,C,Dr).call(this,i.export_id)}catch(e){this.failure=D(e)}}reconnected(){u(this,fe).clear(),this.load()}render(){let{context:e,exports:t,running:i}=this,{localize:s}=e;return t===null?this.failure===null?a`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${s("loading")}></div>
        </div>`:j({icon:ae,bad:!0,...V(e,this.failure),action:a`<button class="text-button" @click=${()=>{this.load()}}>${s("retry")}</button>`}):t.length+i.length===0?a`${n(this,C,Rs).call(this)}
      ${j({icon:bi,heading:s("no_exports"),text:s("no_exports_text")})}`:a`${n(this,C,Rs).call(this)}
      <ul>
        ${de(i,r=>r.export_id,r=>n(this,C,Hr).call(this,r))}
        ${de(t,r=>r.export_id,r=>n(this,C,Ur).call(this,r))}
      </ul>`}};fe=new WeakMap,C=new WeakSet,Dr=async function(e){if(!u(this,fe).has(e)){u(this,fe).set(e,null);try{let t=await cr(this.context.hass,e,i=>n(this,C,Ar).call(this,e,i));u(this,fe).has(e)&&u(this,fe).set(e,t)}catch{u(this,fe).delete(e),this.load()}}},Ar=function(e,t){let{state:i,percent:s}=t;i==="done"||i==="failed"?(u(this,fe).delete(e),t.error&&(this.said=t.error.message),this.load()):this.running=this.running.map(r=>r.export_id===e?{...r,state:i,percent:s}:r)},Ss=async function(e){try{await e,this.said=""}catch(t){this.said=V(this.context,D(t)).heading}await this.load()},Lr=async function(e){try{let t=await fetch(this.context.hass.hassUrl(e.url));if(!t.ok)throw new Error(String(t.status));let i=[new File([await t.blob()],e.name,{type:"video/mp4"})];await navigator.share({files:i})}catch(t){t instanceof DOMException&&t.name==="AbortError"||(this.said=this.context.localize("share_failed"))}},Rs=function(){return this.said?a`<p class="said" role="alert">${this.said}</p>`:f},Hr=function(e){let{context:t}=this,{localize:i,formats:s}=t,r=ie(t,e.camera_id);return a`<li>
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
        @click=${()=>{n(this,C,Ss).call(this,dr(t.hass,e.export_id))}}
      >
        ${_(J)}
      </button>
    </li>`},Ur=function(e){let{context:t}=this,{localize:i,formats:s,hass:r}=t,c=e.missing.map(p=>`${s.range(p.start,p.end)}: ${qe(t,p.cause)}`).join(`
`);return a`<li>
      <div class="texts">
        <strong dir="auto">${ie(t,e.camera_id)||e.name}</strong>
        <span>${s.day(e.since)===s.today()?f:a`${s.heading(s.day(e.since))} · `}${s.range(e.since,e.until)}</span>
        ${e.missing.length>0?a`<span class="missing" title=${c}>
                ${A(i,r.language,"gaps",e.missing.length)}
              </span>`:f}
        <span class="films">
          ${e.films.map(p=>n(this,C,Vr).call(this,p))}
          <a class="chip" href=${r.hassUrl(e.record_url)} download=${e.record_name} title=${i("export_record_hint")}>
            ${_(xn)} ${i("export_record")}
          </a>
        </span>
      </div>
      ${n(this,C,Fr).call(this,e)}
    </li>`},Vr=function(e){let{localize:t,formats:i,hass:s}=this.context,r=`${i.duration(e.seconds)} · ${i.bytes(e.size)}`,c=navigator.share&&e.size<=ul;return a`<a class="chip" href=${s.hassUrl(e.url)} download=${e.name}>
        ${_(gn)} ${t("download")} <span class="quiet">${r}</span>
      </a>
      ${c?a`<button class="chip" @click=${()=>{n(this,C,Lr).call(this,e)}}>
              ${_(yi)} ${t("share")}
            </button>`:f}`},Fr=function(e){let{localize:t,hass:i}=this.context;return this.doomed!==e.export_id?a`<button
        class="icon-button"
        aria-label=${t("export_delete",{name:e.name})}
        @click=${()=>{this.doomed=e.export_id}}
      >
        ${_(mt)}
      </button>`:a`<div class="sure" role="group" aria-label=${t("export_delete",{name:e.name})}>
      <button
        class="chip bad"
        @click=${()=>{this.doomed=null,n(this,C,Ss).call(this,pr(i,e.export_id))}}
      >
        ${t("left_behind_yes")}
      </button>
      <button
        class="chip"
        @click=${()=>{this.doomed=null}}
      >
        ${t("left_behind_no")}
      </button>
    </div>`},_e.styles=[I,he,Ir],d([y({attribute:!1})],_e.prototype,"context",2),d([b()],_e.prototype,"exports",2),d([b()],_e.prototype,"running",2),d([b()],_e.prototype,"failure",2),d([b()],_e.prototype,"said",2),d([b()],_e.prototype,"doomed",2),_e=d([O("mycamera-exports")],_e);var hl={no_camera:ht,no_permission:En,no_worker:Nt,worker_away:Nt,away:zn,detection_off:bn,wait:ut},ml="/config/integrations/integration/mycamera";function fl({cameras:l,removed_cameras:o,worker:e},t){if(l.length===0&&o.length===0)return t?"no_camera":"no_permission";if(e.status==="not_set_up")return"no_worker";if(e.status==="failed"||e.status==="disconnected")return"worker_away";let i=l.filter(r=>r.detection_enabled);return l.length>0&&i.length===0?"detection_off":i.some(r=>r.watching||r.recording_status==="recording")||i.length===0?"wait":"away"}function qi(l,o,e){let{localize:t,hass:i}=l,s=i.user?.is_admin??!1,r=fl(o,s),c={icon:hl[r],heading:t(`step_${r}`),text:t(`step_${r}_text`)};if(r==="worker_away"||r==="away"){let m=a`<button class="text-button" @click=${e}>${t("step_system")}</button>`;return j({...c,action:m})}return!s||r==="wait"?j(c):j({...c,action:a`<a class="text-button" href=${ml}>${t(r==="no_camera"?"step_add_camera":r==="no_worker"?"step_add_worker":"add_camera")}</a>`})}var ji,Nr,Oe=class extends P{constructor(){super(...arguments);v(this,ji);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(e){let t=e.get("camera");t&&t.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:e,formats:t}=this.context,{name:i,records:s,persons:r,bytes:c}=this.camera,p=(w,h)=>a`<button class="text-button" ?disabled=${this.busy} @click=${h}>${w}</button>`,m={name:i,records:String(s),persons:String(r),size:t.bytes(c)};return a`<div class="left" role="group">
      <p dir="auto">${this.asking?e("left_behind_sure"):e("left_behind",m)}</p>
      ${this.asking?a`${p(e("left_behind_no"),()=>{this.asking=!1})}
            ${p(e("left_behind_yes"),()=>{n(this,ji,Nr).call(this)})}`:p(e("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?f:a`<p class="problem" role="alert">${e("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};ji=new WeakSet,Nr=async function(){let{camera_id:e}=this.camera;this.busy=!0,this.failed=null;try{let t=await Kn(this.context.hass,e);if(this.camera.camera_id!==e)return;t.records+t.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(t){this.camera.camera_id===e&&(this.failed=D(t))}finally{this.busy=!1,this.asking=!1}},Oe.styles=[I,R`
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
    `],d([y({attribute:!1})],Oe.prototype,"context",2),d([y({attribute:!1})],Oe.prototype,"camera",2),d([b()],Oe.prototype,"asking",2),d([b()],Oe.prototype,"busy",2),d([b()],Oe.prototype,"failed",2),Oe=d([O("mycamera-left-behind")],Oe);var Cr="important",gl=" !"+Cr,Gi=kt(class extends Ke{constructor(l){if(super(l),l.type!==ke.ATTRIBUTE||l.name!=="style"||l.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(l){return Object.keys(l).reduce((o,e)=>{let t=l[e];return t==null?o:o+`${e=e.includes("-")?e:e.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${t};`},"")}update(l,[o]){let{style:e}=l.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(o)),this.render(o);for(let t of this.ft)o[t]==null&&(this.ft.delete(t),t.includes("-")?e.removeProperty(t):e[t]=null);for(let t in o){let i=o[t];if(i!=null){this.ft.add(t);let s=typeof i=="string"&&i.endsWith(gl);t.includes("-")||s?e.setProperty(t,s?i.slice(0,-11):i,s?Cr:""):e[t]=i}}return Le}});function Br(l,o,e){let t=i=>l[i]+(o[i]-l[i])*e;return[t(0),t(1),t(2),t(3)]}var Ki=class{#e=[];add(o,e){this.#e.push({time:o,persons:e}),this.#e.length>1&&(this.#e[0]?.time??0)<o-6e4&&this.#e.shift()}get newest(){return this.#e.at(-1)?.time??null}at(o){let e=this.#e.findLastIndex(r=>r.time<=o),t=this.#e[e],i=this.#e[e+1];if(!t||o-t.time>2e3)return[];if(!i||i.time-t.time>2e3)return t.persons;let s=(o-t.time)/(i.time-t.time);return t.persons.map(r=>{let c=i.persons.find(p=>p.track===r.track);return c?{track:r.track,box:Br(r.box,c.box,s)}:r})}};function qr(l,o){let e=l[0],t=l.at(-1);if(!e||!t||o<e[0]-.5||o>t[0]+.5)return null;let i=l.findLastIndex(([c])=>c<=o),s=l[i],r=l[i+1];return s?r?Br(s[1],r[1],(o-s[0])/Math.max(.001,r[0]-s[0])):s[1]:e[1]}var Gr=1.7777777777777777,Kr=260,Yr=600,jr=6;function Xr(l,o,e,t){let i=Math.max(1,l),s={columns:1,rows:i},r=0;for(let c=1;c<=i;c+=1){let p=Math.ceil(i/c),m=(o-t*(c-1))/c,w=(e-t*(p-1))/p,h=Math.min(m,w*Gr);h>r&&(r=h,s={columns:c,rows:p})}return s}function Mr({columns:l,rows:o},e,t,i){let s=(e-i*(l-1))/l,r=(t-i*(o-1))/o;return Math.min(s,r*Gr)<(e<Yr?e:Kr)}function Wr(l,o){return l<Yr?1:Math.max(1,Math.floor((l+o)/(Kr+80+o)))}function Jr(l,o){if(o!==null)return new Set([o]);let e=l.length<=jr?l:l.filter(t=>t.persons);return new Set(e.slice(0,jr).map(t=>t.camera_id))}var Qr=R`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 240px;
  }
  .over {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  .over[popover] {
    position: fixed;
    inset: 0;
    inline-size: 100vw;
    block-size: 100dvh;
    margin: 0;
    border: 0;
    padding: 0;
    background: #000;
    color: #fff;
    cursor: none;
  }
  .over[popover].pointed {
    cursor: default;
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    flex: none;
    padding-block-end: 8px;
    color: var(--mc-text-2);
  }
  .wall {
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overflow-x: clip;
  }
  .grid {
    display: grid;
    gap: 6px;
    min-block-size: 100%;
    justify-content: center;
    align-content: start;
  }
  .grid.one > :not([large]) {
    display: none;
  }
  .leave {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    z-index: 3;
    inline-size: 48px;
    block-size: 48px;
    color: #fff;
    background: rgba(0, 0, 0, 0.6);
    opacity: 0;
    transition: opacity 0.2s;
  }
  .pointed .leave,
  .leave:focus-visible {
    opacity: 1;
  }
  .lost {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 12px;
    z-index: 2;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 8px 16px;
    border-radius: 18px;
    color: #fff;
    background: rgba(0, 0, 0, 0.75);
  }
`,Zr=R`
  :host {
    position: relative;
    display: block;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    color: #fff;
    background: #000;
    border-radius: min(var(--mc-radius), 10px);
  }
  :host([large]) {
    position: absolute;
    inset: 0;
    aspect-ratio: auto;
  }
  :host(:fullscreen) {
    border-radius: 0;
  }
  .stage,
  .picture,
  img,
  video,
  .boxes,
  .nothing,
  .cover {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .stage {
    overflow: hidden;
  }
  :host([large]) .stage {
    touch-action: none;
  }
  .stage:focus-visible {
    outline-offset: -3px;
  }
  .picture {
    transform-origin: 0 0;
  }
  img,
  video {
    object-fit: contain;
  }
  /* Not hidden: a browser draws no frames of what is not shown at all. */
  .waiting {
    opacity: 0;
  }
  .bad .picture {
    opacity: 0.4;
  }
  .boxes {
    fill: none;
    stroke: var(--mc-accent);
    stroke-width: 2px;
    pointer-events: none;
  }
  .boxes rect {
    vector-effect: non-scaling-stroke;
  }
  .nothing {
    display: grid;
    place-items: center;
    color: #bbb;
  }
  .cover:focus-visible {
    outline-offset: -3px;
  }
  .caption {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 24px 12px 8px;
    background: linear-gradient(transparent, rgba(0, 0, 0, 0.75));
    pointer-events: none;
    min-inline-size: 0;
  }
  .name {
    flex: 0 1 auto;
    font-weight: 500;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .state,
  .persons {
    margin-inline-start: auto;
    flex: none;
    font-size: 13px;
    white-space: nowrap;
  }
  .persons {
    padding: 1px 10px;
    border-radius: 10px;
    color: #141414;
    background: rgba(255, 255, 255, 0.92);
  }
  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--mc-bad);
  }
  .dot.recording {
    background: var(--mc-good);
  }
  .dot.connecting {
    background: var(--mc-warn);
  }
  .dot.off {
    background: #bbb;
  }
  .controls {
    position: absolute;
    display: flex;
    gap: 4px;
    inset-block-start: 8px;
  }
  .controls.top {
    inset-inline-start: 8px;
  }
  .controls.end {
    inset-inline-end: 8px;
  }
  .controls .icon-button {
    inline-size: 44px;
    block-size: 44px;
    background: rgba(0, 0, 0, 0.55);
  }
  .controls .icon-button:hover:enabled {
    background: rgba(0, 0, 0, 0.8);
  }
`;var Kt=class extends Error{},Yi=class{constructor(o,e,t,i){this.video=o;this.hass=e;this.entityId=t;this.listener=i}#e=null;#t=0;#i=2e3;#n;#s;#r=0;#a=0;#o=!1;get moment(){return this.#e?.moment()??null}async open(){this.#l();let o=this.#t;try{let e=await this.#d();if(o!==this.#t){e.close();return}this.#e=e,this.#r=0,this.#a=Date.now(),this.#s=window.setInterval(()=>this.#u(),3e3/6),await this.video.play().catch(()=>{})}catch(e){if(o!==this.#t)return;e instanceof Kt?this.listener.unplayable():this.#c()}}close(){this.#l(),this.video.removeAttribute("src"),this.video.srcObject=null}#l(){this.#t+=1,window.clearTimeout(this.#n),window.clearInterval(this.#s),this.#e?.close(),this.#e=null}async#d(){let{frontend_stream_types:o}=await this.hass.connection.sendMessagePromise({type:"camera/capabilities",entity_id:this.entityId});if(o.includes("web_rtc")&&!this.#o&&"RTCPeerConnection"in window)try{return await vl(this.hass,this.entityId,this.video)}catch(e){console.info("MyCamera: WebRTC is not possible, HLS instead:",e),this.#o=!0}if(o.includes("hls")||o.includes("web_rtc"))return bl(this.hass,this.entityId,this.video,this.#p);throw new Kt}#p=o=>{o?(this.#l(),this.listener.unplayable()):this.#c()};#c(){this.#l(),this.listener.interrupted(),this.#n=window.setTimeout(()=>{this.open()},this.#i),this.#i=Math.min(6e4,this.#i*2)}#u(){let o=this.video.getVideoPlaybackQuality().totalVideoFrames;if(o>this.#r){let e=this.#r===0;this.#r=o,this.#a=Date.now(),e&&(this.#i=2e3,this.listener.playing())}else Date.now()-this.#a>15e3&&!document.hidden?(this.#r===0&&(this.#o=!0),this.#c()):this.video.paused&&this.video.play().catch(()=>{})}};async function bl(l,o,e,t){let{url:i}=await l.connection.sendMessagePromise({type:"camera/stream",entity_id:o,format:"hls"}),{playLive:s}=await import("./live-hls-5T3T2S4S.js"),r=s(e,l.hassUrl(i),t);if(r===null)throw new Kt;return r}async function vl(l,o,e){let t=await l.connection.sendMessagePromise({type:"camera/webrtc/get_client_config",entity_id:o}),i=new RTCPeerConnection(t.configuration),s=new MediaStream,r=null,c=!1,p=()=>{c=!0,r?.(),r=null,i.close(),e.srcObject=null};try{t.dataChannel&&i.createDataChannel(t.dataChannel),i.addTransceiver("audio",{direction:"recvonly"}),i.addTransceiver("video",{direction:"recvonly"}),i.ontrack=z=>{s.addTrack(z.track),e.srcObject=s};let m=null,w=[],h=z=>{l.connection.sendMessagePromise({type:"camera/webrtc/candidate",entity_id:o,session_id:m,candidate:z.toJSON()}).catch(()=>{})};i.onicecandidate=({candidate:z})=>{z?.candidate&&(m===null?w.push(z):h(z))};let E=await i.createOffer();await i.setLocalDescription(E),await new Promise((z,F)=>{window.setTimeout(()=>F(new Error("no answer")),12e3);let te=Q=>{if(Q.type==="session"){m=Q.session_id;for(let S of w.splice(0))h(S)}else Q.type==="answer"?i.setRemoteDescription({type:"answer",sdp:Q.answer}).then(z,F):Q.type==="candidate"?i.addIceCandidate(Q.candidate).catch(()=>{}):F(new Error(Q.code))};l.connection.subscribeMessage(te,{type:"camera/webrtc/offer",entity_id:o,offer:E.sdp??""}).then(Q=>{c?Q():r=Q},F)})}catch(m){throw p(),m}return{moment:()=>null,close:p}}var Mi={scale:1,x:0,y:0},xl=8;function to(l,o,e){let t=(i,s)=>Math.min(0,Math.max(s,i));return{scale:l.scale,x:t(l.x,o*(1-l.scale)),y:t(l.y,e*(1-l.scale))}}function Xi(l,o,e,t,i){let s=Math.min(xl,Math.max(1,l.scale*o)),r=s/l.scale;return to({scale:s,x:e.x-(e.x-l.x)*r,y:e.y-(e.y-l.y)*r},t,i)}function eo(l,o,e,t,i){return to({scale:l.scale,x:l.x+o,y:l.y+e},t,i)}var Wi=class{constructor(o){this.changed=o}#e=Mi;#t=new Map;reset(){this.#t.clear(),this.#s(Mi)}down(o){o.button===0&&(this.#t.set(o.pointerId,{x:o.clientX,y:o.clientY}),(this.#e.scale>1||this.#t.size>1)&&this.#n(o).setPointerCapture(o.pointerId))}up(o){this.#t.delete(o.pointerId)}moved(o){let e=this.#t.get(o.pointerId);if(!e)return;let t={x:o.clientX,y:o.clientY},{left:i,top:s,width:r,height:c}=this.#n(o).getBoundingClientRect(),p=[...this.#t.entries()].find(([h])=>h!==o.pointerId)?.[1];if(this.#t.set(o.pointerId,t),!p){this.#e.scale>1&&this.#s(eo(this.#e,t.x-e.x,t.y-e.y,r,c));return}let m=h=>Math.hypot(h.x-p.x,h.y-p.y),w={x:(t.x+p.x)/2-i,y:(t.y+p.y)/2-s};this.#s(Xi(this.#e,m(t)/Math.max(1,m(e)),w,r,c))}wheel(o){o.preventDefault(),this.#i(o,o.deltaY>0?.85:1.18)}doubled(o){this.#e.scale>1?this.reset():this.#i(o,2.5)}key(o,e){let{width:t,height:i}=e.getBoundingClientRect(),s={x:t/2,y:i/2},r=60,p={ArrowLeft:[r,0],ArrowRight:[-r,0],ArrowUp:[0,r],ArrowDown:[0,-r]}[o.key];if(o.key==="+")this.#s(Xi(this.#e,1.3,s,t,i));else if(o.key==="-")this.#s(Xi(this.#e,1/1.3,s,t,i));else if(o.key==="0")this.reset();else if(p&&this.#e.scale>1)this.#s(eo(this.#e,p[0],p[1],t,i));else return!1;return!0}#i(o,e){let{left:t,top:i,width:s,height:r}=this.#n(o).getBoundingClientRect();this.#s(Xi(this.#e,e,{x:o.clientX-t,y:o.clientY-i},s,r))}#n(o){return o.currentTarget}#s(o){this.#e=o,this.changed(o)}};var yl=2e3,io=5e3,wl=100,$l=2500,ze,Ie,pe,Ve,zt,st,Xe,ge,Xt,L,so,nt,Ji,Ps,no,Yt,Qi,Et,ro,oo,ao,Y=class extends P{constructor(){super(...arguments);v(this,L);this.trail=null;this.streaming=!1;this.large=!1;this.connected=!0;this.still=null;this.shown="still";this.boxes=[];this.muted=!0;this.enlarged=Mi;this.size={width:16,height:9};v(this,ze,null);v(this,Ie,null);v(this,pe);v(this,Ve);v(this,zt,0);v(this,st,!1);v(this,Xe,0);v(this,ge,new Wi(e=>{this.enlarged=e}));v(this,Xt,new IntersectionObserver(e=>{k(this,st,e.at(-1)?.isIntersecting??!1),u(this,nt).call(this)}));v(this,nt,()=>{if(!(u(this,st)&&!document.hidden&&this.connected&&this.isConnected)){n(this,L,Ji).call(this);return}u(this,pe)===void 0&&this.shown!=="video"&&n(this,L,Yt).call(this),this.streaming&&this.camera.entity_id!==null?n(this,L,no).call(this,this.camera.entity_id):n(this,L,Ps).call(this)});v(this,Et,e=>{let t=e.target,i=t.videoWidth||t.naturalWidth,s=t.videoHeight||t.naturalHeight;i&&s&&(this.size={width:i,height:s})})}connectedCallback(){super.connectedCallback(),u(this,Xt).observe(this),document.addEventListener("visibilitychange",u(this,nt))}disconnectedCallback(){super.disconnectedCallback(),u(this,Xt).disconnect(),k(this,st,!1),document.removeEventListener("visibilitychange",u(this,nt)),n(this,L,Ji).call(this),this.still&&URL.revokeObjectURL(this.still),this.still=null}willUpdate(e){e.has("large")&&!this.large&&(u(this,ge).reset(),this.muted=!0),e.has("connected")&&e.get("connected")===!1&&n(this,L,Ji).call(this)}updated(e){this.video&&(this.video.muted=this.muted),["streaming","connected","camera"].some(t=>e.has(t))&&u(this,nt).call(this)}looked(){k(this,zt,performance.now()),u(this,Ve)===void 0&&u(this,st)&&k(this,Ve,window.setInterval(()=>n(this,L,so).call(this),wl))}render(){let{camera:e,context:t,large:i}=this,{localize:s,hass:r}=t,{scale:c,x:p,y:m}=this.enlarged,w=e.recording_status!=="recording"&&e.recording_status!=="off",h=e.persons?A(s,r.language,"in_view",e.persons):"",E=this.connected?w?s(`status_${e.recording_status}`):"":s("connection_lost");return a`<div
        class="stage ${E?"bad":""}"
        role=${i?"group":f}
        aria-label=${i?e.name:f}
        tabindex=${i?0:f}
        @wheel=${{handleEvent:z=>i&&u(this,ge).wheel(z),passive:!1}}
        @pointerdown=${z=>i&&u(this,ge).down(z)}
        @pointermove=${z=>i&&u(this,ge).moved(z)}
        @pointerup=${z=>u(this,ge).up(z)}
        @pointercancel=${z=>u(this,ge).up(z)}
        @dblclick=${z=>i&&u(this,ge).doubled(z)}
        @keydown=${z=>{i&&this.stage&&u(this,ge).key(z,this.stage)&&z.preventDefault()}}
      >
        <div class="picture" style=${Gi({transform:`translate(${p}px, ${m}px) scale(${c})`})}>
          ${this.still&&this.shown!=="moving"?a`<img src=${this.still} alt="" @load=${u(this,Et)} />`:f}
          ${n(this,L,ro).call(this)}
          <video
            class=${this.shown==="video"?"":"waiting"}
            muted
            playsinline
            autoplay
            aria-label=${s("live_of",{camera:e.name})}
            @loadedmetadata=${u(this,Et)}
          ></video>
          ${n(this,L,oo).call(this)}
        </div>
        ${this.still===null&&this.shown==="still"?a`<div class="nothing">
                ${E?_(bt):a`<div class="spinner" role="progressbar" aria-label=${s("loading")}></div>`}
              </div>`:f}
      </div>
      ${i?f:a`<button
              class="cover"
              aria-label=${[s("show_large",{camera:e.name}),E||h].filter(Boolean).join(", ")}
              @click=${()=>n(this,L,Qi).call(this,"watch")}
            ></button>`}
      <div class="caption">
        <span class="dot ${e.recording_status}"></span>
        <span class="name" dir="auto">${e.name}</span>
        ${E?a`<span class="state">${E}</span>`:f}
        ${h&&!E?a`<span class="persons">${h}</span>`:f}
      </div>
      ${i?n(this,L,ao).call(this):f}`}};ze=new WeakMap,Ie=new WeakMap,pe=new WeakMap,Ve=new WeakMap,zt=new WeakMap,st=new WeakMap,Xe=new WeakMap,ge=new WeakMap,Xt=new WeakMap,L=new WeakSet,so=function(){let{trail:e}=this,t=performance.now()-u(this,zt)>$l,i=(this.shown==="video"?u(this,Ie)?.moment:null)??e?.newest??null;this.boxes=e&&i!==null&&!(t&&i===e.newest)?e.at(i):[],t&&this.boxes.length===0&&performance.now()-u(this,zt)>2e4&&(window.clearInterval(u(this,Ve)),k(this,Ve,void 0))},nt=new WeakMap,Ji=function(){k(this,Xe,u(this,Xe)+1),window.clearTimeout(u(this,pe)),k(this,pe,void 0),window.clearInterval(u(this,Ve)),k(this,Ve,void 0),n(this,L,Ps).call(this)},Ps=function(){u(this,Ie)?.close(),k(this,Ie,null),this.shown="still"},no=function(e){u(this,Ie)||!this.video||this.shown==="moving"||(k(this,Ie,new Yi(this.video,this.context.hass,e,{playing:()=>{this.shown="video",window.clearTimeout(u(this,pe)),k(this,pe,void 0)},interrupted:()=>{this.shown="still",u(this,pe)===void 0&&n(this,L,Yt).call(this)},unplayable:()=>{k(this,Ie,null),u(this,ze)?.moving_url&&(this.shown="moving")}})),u(this,Ie).open())},Yt=async function(){k(this,Xe,u(this,Xe)+1);let e=u(this,Xe);k(this,pe,window.setTimeout(()=>{},io));let t=io;try{if(u(this,ze)??k(this,ze,await tr(this.context.hass,this.camera.camera_id)),u(this,ze).still_url!==null){let i=await fetch(this.context.hass.hassUrl(u(this,ze).still_url),{cache:"no-store"});if(i.ok){let s=URL.createObjectURL(await i.blob());if(e!==u(this,Xe))return URL.revokeObjectURL(s);this.still&&URL.revokeObjectURL(this.still),this.still=s,t=yl}else k(this,ze,null)}}catch{k(this,ze,null)}e===u(this,Xe)&&(window.clearTimeout(u(this,pe)),k(this,pe,window.setTimeout(()=>{k(this,pe,void 0),this.shown==="still"&&n(this,L,Yt).call(this)},t)))},Qi=function(e){this.dispatchEvent(new CustomEvent(`mycamera-${e}`,{detail:this.camera.camera_id,bubbles:!0,composed:!0}))},Et=new WeakMap,ro=function(){let e=u(this,ze)?.moving_url;return this.shown!=="moving"||!e?f:a`<img
      src=${this.context.hass.hassUrl(e)}
      alt=${this.context.localize("live_of",{camera:this.camera.name})}
      @load=${u(this,Et)}
      @error=${()=>{k(this,ze,null),this.shown="still",n(this,L,Yt).call(this)}}
    />`},oo=function(){if(this.boxes.length===0)return f;let{width:e,height:t}=this.size;return a`<svg class="boxes" viewBox="0 0 ${e} ${t}" aria-hidden="true">
      ${this.boxes.map(({box:[i,s,r,c]})=>Ze`<rect
          x=${i*e}
          y=${s*t}
          width=${(r-i)*e}
          height=${(c-s)*t}
          rx=${t/100}
        />`)}
    </svg>`},ao=function(){let{localize:e}=this.context,t=(i,s,r)=>a`<button
      class="icon-button"
      aria-label=${s}
      title=${s}
      @click=${r}
    >
      ${_(i)}
    </button>`;return a`<div class="controls top">${t(sn,e("back_to_wall"),()=>n(this,L,Qi).call(this,"unwatch"))}</div>
      <div class="controls end">
        ${this.enlarged.scale>1?t(gi,e("whole_picture"),()=>u(this,ge).reset()):f}
        ${this.shown==="video"?t(this.muted?Nn:Fn,e(this.muted?"sound_on":"sound_off"),()=>{this.muted=!this.muted}):f}
        ${t(gt,e("open_timeline"),()=>n(this,L,Qi).call(this,"timeline"))}
        ${document.fullscreenEnabled?t($n,e("full_screen"),()=>{document.fullscreenElement?document.exitFullscreen():this.requestFullscreen()}):f}
      </div>`},Y.styles=[I,Zr],d([y({attribute:!1})],Y.prototype,"context",2),d([y({attribute:!1})],Y.prototype,"camera",2),d([y({attribute:!1})],Y.prototype,"trail",2),d([y({type:Boolean})],Y.prototype,"streaming",2),d([y({type:Boolean,reflect:!0})],Y.prototype,"large",2),d([y({type:Boolean})],Y.prototype,"connected",2),d([b()],Y.prototype,"still",2),d([b()],Y.prototype,"shown",2),d([b()],Y.prototype,"boxes",2),d([b()],Y.prototype,"muted",2),d([b()],Y.prototype,"enlarged",2),d([b()],Y.prototype,"size",2),d([H("video")],Y.prototype,"video",2),d([H(".stage")],Y.prototype,"stage",2),Y=d([O("mycamera-live-tile")],Y);var Mt=6,kl=5e3,_l=4e3,Wt,Tt,Jt,St,Me,Qt,oe,Os,Is,Rt,Zi,Zt,lo,Z=class extends P{constructor(){super(...arguments);v(this,oe);this.cameras=[];this.watched=null;this.connected=!0;this.kiosk=!1;this.width=0;this.height=0;this.pointed=!1;v(this,Wt,new Map);v(this,Tt,null);v(this,Jt);v(this,St);v(this,Me,null);v(this,Qt,new ResizeObserver(([e])=>{this.width=e?.contentRect.width??0,this.height=e?.contentRect.height??0}));v(this,Rt,async()=>{this.kiosk?!document.hidden&&"wakeLock"in navigator&&k(this,Me,await navigator.wakeLock.request("screen").catch(()=>null)):(u(this,Me)?.release(),k(this,Me,null))});v(this,Zt,()=>{this.pointed=!0,window.clearTimeout(u(this,St)),k(this,St,window.setTimeout(()=>{this.pointed=!1},_l))})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",u(this,Rt)),n(this,oe,Os).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),document.removeEventListener("visibilitychange",u(this,Rt)),u(this,Qt).disconnect(),window.clearTimeout(u(this,Jt)),window.clearTimeout(u(this,St)),(e=u(this,Tt))==null||e.call(this),k(this,Tt,null),u(this,Me)?.release(),k(this,Me,null)}updated(e){this.wall&&u(this,Qt).observe(this.wall),e.has("kiosk")&&(this.kiosk&&this.over&&!this.over.matches(":popover-open")&&this.over.showPopover(),u(this,Rt).call(this))}render(){let{context:e,kiosk:t}=this,{localize:i,hass:s}=e,r=this.cameras.reduce((c,p)=>c+(p.persons??0),0);return a`<div
      class="over ${this.pointed?"pointed":""}"
      popover=${t?"manual":f}
      @pointermove=${u(this,Zt)}
      @pointerdown=${u(this,Zt)}
      @keydown=${c=>{c.key==="Escape"&&t&&this.watched===null&&n(this,oe,Zi).call(this,!1)}}
    >
      ${t?a`<button class="icon-button leave" aria-label=${i("leave_kiosk")} @click=${()=>n(this,oe,Zi).call(this,!1)}>
              ${_(J)}
            </button>`:a`<div class="bar">
              <p role="status">${A(i,s.language,"in_view",r)}</p>
              <button class="text-button" title=${i("kiosk_hint")} @click=${()=>n(this,oe,Zi).call(this,!0)}>
                ${_(Pn)}<span>${i("kiosk")}</span>
              </button>
            </div>`}
      ${t&&!this.connected?a`<p class="lost" role="alert">${i("connection_lost")}</p>`:f}
      <div class="wall">${this.width>0?n(this,oe,lo).call(this):f}</div>
    </div>`}};Wt=new WeakMap,Tt=new WeakMap,Jt=new WeakMap,St=new WeakMap,Me=new WeakMap,Qt=new WeakMap,oe=new WeakSet,Os=async function(){try{let e=await ir(this.context.hass,({camera_id:t,time:i,persons:s})=>{n(this,oe,Is).call(this,t).add(Date.parse(i),s);for(let r of this.tiles??[])r.camera.camera_id===t&&r.looked()});this.isConnected?k(this,Tt,e):e()}catch{this.isConnected&&k(this,Jt,window.setTimeout(()=>{n(this,oe,Os).call(this)},kl))}},Is=function(e){let t=u(this,Wt).get(e);return t||(t=new Ki,u(this,Wt).set(e,t)),t},Rt=new WeakMap,Zi=function(e){!e&&this.over?.matches(":popover-open")&&this.over.hidePopover(),this.dispatchEvent(new CustomEvent("mycamera-kiosk",{detail:e}))},Zt=new WeakMap,lo=function(){let{cameras:e,context:t,width:i,height:s,watched:r}=this,c=Xr(e.length,i,s,Mt),p=!this.kiosk&&Mr(c,i,s,Mt),m=p?Wr(i,Mt):c.columns,w=Jr(e,r),h=Math.min((i-Mt*(m-1))/m,(s-Mt*(c.rows-1))/c.rows*(16/9)),E=p?{gridTemplateColumns:`repeat(${m}, 1fr)`}:{gridTemplateColumns:`repeat(${m}, ${Math.max(1,Math.floor(h))}px)`,alignContent:"center"};return a`<div class="grid ${r===null?"":"one"}" style=${Gi(E)}>
      ${de(e,z=>z.camera_id,z=>a`<mycamera-live-tile
          .context=${t}
          .camera=${z}
          .trail=${n(this,oe,Is).call(this,z.camera_id)}
          .streaming=${w.has(z.camera_id)}
          .connected=${this.connected}
          ?large=${r===z.camera_id}
        ></mycamera-live-tile>`)}
    </div>`},Z.styles=[I,Qr],d([y({attribute:!1})],Z.prototype,"context",2),d([y({attribute:!1})],Z.prototype,"cameras",2),d([y({attribute:!1})],Z.prototype,"watched",2),d([y({type:Boolean})],Z.prototype,"connected",2),d([y({type:Boolean,reflect:!0})],Z.prototype,"kiosk",2),d([b()],Z.prototype,"width",2),d([b()],Z.prototype,"height",2),d([b()],Z.prototype,"pointed",2),d([H(".wall")],Z.prototype,"wall",2),d([H(".over")],Z.prototype,"over",2),d([Bn("mycamera-live-tile")],Z.prototype,"tiles",2),Z=d([O("mycamera-live-wall")],Z);var es,co,Fe=class extends P{constructor(){super(...arguments);v(this,es);this.detection=null;this.open=!1;this.failed=null}willUpdate(e){e.has("detection")&&e.get("detection")?.event_id!==this.detection?.event_id&&(this.open=!1)}render(){let{localize:e,hass:t}=this.context,{detection:i}=this;return!i||!t.user?.is_admin?f:this.open?a`<form @submit=${n(this,es,co)} @keydown=${s=>s.stopPropagation()}>
      <label>English <input name="caption" maxlength="2000" lang="en" .value=${i.caption??""} /></label>
      <label>中文 <input name="caption_zh" maxlength="2000" lang="zh-Hans" .value=${i.caption_zh??""} /></label>
      ${this.failed===null?f:a`<p role="alert">${e("save_failed",{code:this.failed})}</p>`}
      <button class="text-button" type="submit">${e("save")}</button>
      <button
        class="text-button"
        type="button"
        @click=${()=>{this.open=!1}}
      >
        ${e("draw_cancel")}
      </button>
    </form>`:a`<button
        class="text-button"
        @click=${()=>{this.open=!0}}
      >
        ${_(In)} ${e("correct_caption")}
      </button>`}};es=new WeakSet,co=async function(e){e.preventDefault();let{detection:t}=this;if(!t)return;let i=new FormData(e.target);try{let s=await Qn(this.context.hass,t.event_id,String(i.get("caption")??""),String(i.get("caption_zh")??""));this.open=!1,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-corrected",{detail:{...t,...s,caption_status:"done"},bubbles:!0,composed:!0}))}catch(s){this.failed=D(s)}},Fe.styles=[I,R`
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
    `],d([y({attribute:!1})],Fe.prototype,"context",2),d([y({attribute:!1})],Fe.prototype,"detection",2),d([b()],Fe.prototype,"open",2),d([b()],Fe.prototype,"failed",2),Fe=d([O("mycamera-caption-editor")],Fe);var ts=R`
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
`;var Ne,Ds,is,Ee=class extends P{constructor(){super(...arguments);v(this,Ne);this.detection=null;this.placed=!1;this.asked=null;this.busy=!1;this.failed=null}willUpdate(e){!e.has("detection")||e.get("detection")?.event_id===this.detection?.event_id||(this.asked=null,this.failed=null)}render(){let{localize:e,hass:t}=this.context;if(!this.detection||!t.user?.is_admin)return f;let i=(r,c,p,m=!1)=>a`<button
      class="text-button"
      ?disabled=${this.busy||m}
      @click=${c}
    >
      ${p?_(p):f} ${r}
    </button>`;if(this.asked===null)return a`${i(e("no_person"),()=>n(this,Ne,is).call(this,"false_positive"),ut)}
      ${i(e("delete_person"),()=>n(this,Ne,is).call(this,"delete"),mt)}`;let s=this.asked==="false_positive";return a`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${e(s?"no_person_sure":"delete_person_sure")}</p>
      ${i(e("keep"),()=>n(this,Ne,is).call(this,null))}
      ${s?i(e("no_person_ignore"),()=>{n(this,Ne,Ds).call(this,!0,!0)},void 0,!this.placed):f}
      ${i(e(s?"no_person":"delete_for_good"),()=>{n(this,Ne,Ds).call(this,s,!1)})}
      ${this.failed===null?f:a`<p class="problem" role="alert">${e("delete_person_failed",{code:this.failed})}</p>`}
    </div>`}};Ne=new WeakSet,Ds=async function(e,t){let{detection:i}=this;if(!(!i||this.busy)){this.busy=!0,this.failed=null;try{await Wn(this.context.hass,i.event_id,e),this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{ignore:t}}))}catch(s){this.failed=D(s)}finally{this.busy=!1}}},is=function(e){this.asked=e,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},Ee.styles=[I,R`
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
    `],d([y({attribute:!1})],Ee.prototype,"context",2),d([y({attribute:!1})],Ee.prototype,"detection",2),d([y({type:Boolean})],Ee.prototype,"placed",2),d([b()],Ee.prototype,"asked",2),d([b()],Ee.prototype,"busy",2),d([b()],Ee.prototype,"failed",2),Ee=d([O("mycamera-person-removal")],Ee);var zl=2,El=12e4,po=3e3,Ce,Te,As,uo,ho,mo,ue=class extends P{constructor(){super(...arguments);v(this,Te);this.detail=null;this.error=null;this.problem=null;this.following=null;this.box=null;this.size=null;v(this,Ce)}disconnectedCallback(){super.disconnectedCallback(),u(this,Ce)!==void 0&&this.video?.cancelVideoFrameCallback(u(this,Ce)),k(this,Ce,void 0)}willUpdate(e){!e.has("detail")||e.get("detail")?.event_id===this.detail?.event_id||(this.problem=null,this.following=null,this.box=null,this.size=null)}updated(){n(this,Te,As).call(this)}render(){let{context:e,detail:t}=this,{localize:i,hass:s}=e;if(this.error!==null)return a`<p class="instead" role="alert">${V(e,this.error).heading}</p>`;if(t===null)return a`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`;if(t.recording===null){let w=Date.now()-Date.parse(t.last_seen)<El,h=a`<p class="instead" role="status">
        ${i(w?"recording_writing":"recording_missing")}
      </p>`;return!w||t.live_url===null?h:a`<div class="live">
        <img src=${s.hassUrl(t.live_url)} alt=${i("live_picture")} />
        ${h}
      </div>`}let r=s.hassUrl(t.recording.url);if(this.problem!==null)return a`<div class="instead" role="alert">
        <p>${vt(e,this.problem,t.recording.codec)}</p>
        ${this.problem==="unplayable"?a`<a class="text-button" href=${r} download>${i("download")}</a>`:f}
      </div>`;let c=Math.max(0,t.recording.offset-zl),{following:p}=this,m=Date.parse((p??t.recording).start);return a`<video
        src=${p?.video_url?s.hassUrl(p.video_url):`${r}#t=${c.toFixed(1)}`}
        @loadedmetadata=${w=>{let{videoWidth:h,videoHeight:E}=w.target;this.size={width:h,height:E}}}
        @ended=${w=>{n(this,Te,ho).call(this,t,m,w.target.duration)}}
        aria-label=${i("recording")}
        controls
        autoplay
        muted
        playsinline
        @error=${()=>{n(this,Te,uo).call(this,t,r)}}
      ></video>
      ${n(this,Te,mo).call(this)}`}};Ce=new WeakMap,Te=new WeakSet,As=function(){u(this,Ce)!==void 0||!this.video||!("requestVideoFrameCallback"in this.video)||k(this,Ce,this.video.requestVideoFrameCallback((e,{mediaTime:t})=>{k(this,Ce,void 0);let{detail:i}=this;if(!this.isConnected||i?.recording==null)return;let s=Date.parse((this.following??i.recording).start)-Date.parse(i.first_seen);this.box=qr(i.path,s/1e3+t),n(this,Te,As).call(this)}))},uo=async function(e,t){let i=await Ei(t);this.detail===e&&(this.problem=i)},ho=async function(e,t,i){let s=t+i*1e3;if(Date.parse(e.last_seen)>s)try{let c=(await wi(this.context.hass,e.camera_id,s-po,s+po)).findLast(p=>p.video_url!==null&&Date.parse(p.start)>t);c&&this.detail===e&&(this.following=c)}catch(r){console.info("MyCamera: the next recording cannot be loaded:",D(r))}},mo=function(){let{box:e,size:t}=this;if(e===null||t===null||t.width===0)return f;let[i,s,r,c]=e;return a`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${s*t.height}
        width=${(r-i)*t.width}
        height=${(c-s)*t.height}
        rx=${t.height/100}
      />
    </svg>`},ue.styles=[I,R`
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
    `],d([y({attribute:!1})],ue.prototype,"context",2),d([y({attribute:!1})],ue.prototype,"detail",2),d([y({attribute:!1})],ue.prototype,"error",2),d([b()],ue.prototype,"problem",2),d([b()],ue.prototype,"following",2),d([b()],ue.prototype,"box",2),d([b()],ue.prototype,"size",2),d([H("video")],ue.prototype,"video",2),ue=d([O("mycamera-person-video")],ue);var ss,fo,be=class extends P{constructor(){super(...arguments);v(this,ss);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(e){(e.has("kept")||e.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:e,hass:t}=this.context,i=_(this.now?mi:fi);if(!t.user?.is_admin)return this.now?a`<span class="sign" role="img" aria-label=${e("protected")} title=${e("protected")}>
            ${i}${this.verbose?e("protected"):f}
          </span>`:f;let s=e(this.now?"unprotect":"protect"),r=this.failed===null?"":e("protect_failed",{code:this.failed});return a`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${e("protect")}
        title=${r||s}
        ?disabled=${this.busy}
        @click=${n(this,ss,fo)}
      >
        ${i}${this.verbose?a`<span>${e(this.now?"protected":"protect")}</span>`:f}
      </button>
      ${r?a`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${r}</p>`:f}`}};ss=new WeakSet,fo=async function(){let e=this.recordId;if(!(e===null||this.busy)){this.busy=!0;try{let t=await _i(this.context.hass,[e],!this.now);this.recordId===e&&(this.now=t.protected,this.failed=null)}catch(t){this.recordId===e&&(this.failed=D(t))}finally{this.busy=!1}}},be.styles=[I,R`
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
    `],d([y({attribute:!1})],be.prototype,"context",2),d([y({attribute:!1})],be.prototype,"recordId",2),d([y({attribute:!1})],be.prototype,"kept",2),d([y({type:Boolean})],be.prototype,"verbose",2),d([b()],be.prototype,"now",2),d([b()],be.prototype,"busy",2),d([b()],be.prototype,"failed",2),be=d([O("mycamera-protection")],be);var go=5e3,T,Ls,bo,ei,ti,vo,ii,xo,yo,wo,$o,ko,_o,zo,Eo,To,So,Ro,X=class extends P{constructor(){super(...arguments);v(this,T);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.around=null;this.shared=null;this.exporting=!1;this.undescribed=null;this.describing=null}willUpdate(e){if(!e.has("detection"))return;if(e.get("detection")?.event_id===this.detection?.event_id){this.detection?.caption_status==="done"&&(this.describing=null);return}this.detail=null,this.error=null,this.broken=!1,this.size=null,this.around=null,this.shared=null,this.undescribed=this.describing=null,this.detection&&(n(this,T,Ls).call(this,this.detection.event_id),ki(this.context.hass,{event_ids:[this.detection.event_id]}).catch(()=>{}))}updated(e){e.has("detection")&&(this.detection&&!this.newer&&!this.older&&this.around===null&&n(this,T,bo).call(this,this.detection),this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(e){this.detection?.camera_id===e&&this.detail?.recording===null&&n(this,T,Ls).call(this,this.detection.event_id)}render(){return a`<dialog aria-labelledby="title" @close=${n(this,T,vo)} @click=${n(this,T,yo)} @keydown=${n(this,T,xo)}>
      ${this.detection?n(this,T,wo).call(this,this.detection):f}
    </dialog>`}};T=new WeakSet,Ls=async function(e){try{let t=await $i(this.context.hass,e);this.detection?.event_id===e&&(this.detail=t)}catch(t){this.detection?.event_id===e&&(this.error=D(t))}},bo=async function(e){try{let t=await Mn(this.context.hass,e);this.detection?.event_id===e.event_id&&(this.around=t)}catch(t){console.info("MyCamera: who comes before and after cannot be loaded:",D(t))}},ei=function(){return this.newer??this.around?.newer??null},ti=function(){return this.older??this.around?.older??null},vo=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},ii=function(e){e&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},xo=function(e){let t=e.composedPath()[0];if(t instanceof HTMLVideoElement||t instanceof HTMLInputElement)return;let i=getComputedStyle(this).direction==="rtl";if(e.key==="ArrowLeft")n(this,T,ii).call(this,i?u(this,T,ti):u(this,T,ei));else if(e.key==="ArrowRight")n(this,T,ii).call(this,i?u(this,T,ei):u(this,T,ti));else return;e.preventDefault()},yo=function(e){e.target===this.dialog&&this.dialog.close()},wo=function(e){let{context:t}=this,i=u(this,T,ei),s=u(this,T,ti),{localize:r,formats:c}=t,p=Re(t,e),m=e.caption_status==="pending"||e.caption_status==="running",w=ie(t,e.camera_id);return a`
      <header>
        <h2 id="title">
          <span dir="auto">${w}</span>
          <time datetime=${e.first_seen}>${c.dateTime(e.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!i} aria-label=${r("newer")} @click=${()=>n(this,T,ii).call(this,i)}>
          ${_(di)}
        </button>
        <button class="icon-button turn" ?disabled=${!s} aria-label=${r("older")} @click=${()=>n(this,T,ii).call(this,s)}>
          ${_(pi)}
        </button>
        <button class="icon-button" autofocus aria-label=${r("close")} @click=${()=>this.dialog.close()}>
          ${_(J)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${n(this,T,Eo).call(this,e,w)}</figure>
          <figure>
            <mycamera-person-video .context=${t} .detail=${this.detail} .error=${this.error}></mycamera-person-video>
          </figure>
        </div>
        <div class="text">
          ${p.length===0?a`<p class="none">${r(m?"caption_pending":"no_caption")}</p>`:p.map((h,E)=>a`<p class=${E===0?"caption":"other"} lang=${h.lang} dir="auto">${h.text}</p>`)}
          <dl>
            <div>
              <dt>${r("seen")}</dt>
              <dd>${c.range(e.first_seen,e.last_seen)}</dd>
            </div>
            <div>
              <dt>${r("duration")}</dt>
              <dd>${c.duration(et(e))}</dd>
            </div>
            <div>
              <dt>${r("confidence")}</dt>
              <dd>${c.percent(e.confidence)}</dd>
            </div>
            ${p.length>0?a`<div>
                    <dt>${r("description_by")}</dt>
                    <dd>
                      ${Ti(t,e)}${m?a` · ${r("caption_pending")}`:f}
                    </dd>
                  </div>`:f}
            ${n(this,T,zo).call(this)}
          </dl>
          <div class="actions">
            ${this.detail?.recording?a`<mycamera-protection
                    verbose
                    .context=${t}
                    .recordId=${this.detail.recording.record_id}
                    .kept=${this.detail.recording.protected}
                  ></mycamera-protection>`:f}
            <mycamera-caption-editor .context=${t} .detection=${e}></mycamera-caption-editor>
            ${n(this,T,$o).call(this,e,m)}
            <button class="text-button" @click=${()=>{n(this,T,Ro).call(this,e,w)}}>
              ${_(yi)} ${r("share")}
            </button>
            <button
              class="text-button"
              @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-moment",{detail:e}))}
            >
              ${_(gt)} ${r("open_timeline")}
            </button>
            ${this.detail?.recording?a`<button class="text-button" ?disabled=${this.exporting} @click=${()=>{n(this,T,So).call(this,e)}}>
                    ${_(vi)} ${r("export")}
                  </button>`:f}
            <mycamera-person-removal
              .context=${t}
              .detection=${e}
              ?placed=${this.detail!==null}
              @mycamera-removed=${h=>n(this,T,_o).call(this,e,h.detail.ignore)}
            ></mycamera-person-removal>
            ${this.shared===null?f:a`<p role="status">${r(this.shared)}</p>`}
            ${this.undescribed===null?f:a`<p role="alert">${r("describe_failed",{code:this.undescribed})}</p>`}
          </div>
        </div>
      </div>
    `},$o=function(e,t){let{localize:i,hass:s,overview:r}=this.context;return!s.user?.is_admin||!r?.captions_enabled?f:a`<button
      class="text-button"
      ?disabled=${t||this.describing===e.event_id}
      @click=${()=>{n(this,T,ko).call(this,e.event_id)}}
    >
      ${_(un)} ${i(this.describing===e.event_id?"caption_pending":"describe_again")}
    </button>`},ko=async function(e){this.describing=e,this.undescribed=null;try{await Jn(this.context.hass,e)}catch(t){this.describing=null,this.undescribed=D(t)}},_o=function(e,t){this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{detection:e,next:u(this,T,ti)??u(this,T,ei),ignore:t?this.detail?.box??null:null}}))},zo=function(){let e=this.detail?.zones??[];return e.length===0?f:a`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${e.join(" · ")}</dd>
    </div>`},Eo=function(e,t){let{localize:i,formats:s,hass:r}=this.context,c=e.snapshot_url;return c===null||this.broken?a`<p class="instead">${_(ft)} ${i("picture_missing")}</p>`:a`<a href=${r.hassUrl(c)} target="_blank" rel="noopener" title=${i("full_picture")}>
      <img
        src=${r.hassUrl(c)}
        alt=${i("picture_of",{camera:t,time:s.time(e.first_seen)})}
        @load=${p=>{let{naturalWidth:m,naturalHeight:w}=p.target;this.size={width:m,height:w}}}
        @error=${()=>{this.broken=!0}}
      />
      ${n(this,T,To).call(this)}
    </a>`},To=function(){let{detail:e,size:t}=this;if(e===null||t===null)return f;let[i,s,r,c]=e.box;return a`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${s*t.height}
        width=${(r-i)*t.width}
        height=${(c-s)*t.height}
        rx=${t.height/100}
      />
    </svg>`},So=async function(e){this.exporting=!0;let t=Date.parse(e.first_seen)-go;try{await Pi(this.context.hass,e.camera_id,t,Date.parse(e.last_seen)+go),this.dispatchEvent(new CustomEvent("mycamera-exporting"))}catch(i){console.info("MyCamera: the export cannot be begun:",D(i)),this.shared="export_failed"}finally{this.exporting=!1}},Ro=async function(e,t){let{hass:i,formats:s}=this.context,r=window.location.pathname.replace(/\/mycamera\/.*$/,"/mycamera"),c=`${window.location.origin}${r}/event/${e.event_id}`,p=[Re(this.context,e)[0]?.text,t,s.dateTime(e.first_seen)].filter(Boolean).join(`
`);try{if(!navigator.share){await navigator.clipboard.writeText(c),this.shared="link_copied";return}let m=[];if(e.snapshot_url&&!this.broken){let h=await fetch(i.hassUrl(e.snapshot_url));h.ok&&m.push(new File([await h.blob()],`${e.event_id}.jpg`,{type:"image/jpeg"}))}let w={title:t,text:p,url:c,files:m};await navigator.share(m.length>0&&navigator.canShare?.(w)?w:{title:t,text:p,url:c})}catch(m){m instanceof DOMException&&m.name==="AbortError"||(this.shared="share_failed")}},X.styles=[I,ts,R`
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
    `],d([y({attribute:!1})],X.prototype,"context",2),d([y({attribute:!1})],X.prototype,"detection",2),d([y({attribute:!1})],X.prototype,"newer",2),d([y({attribute:!1})],X.prototype,"older",2),d([b()],X.prototype,"detail",2),d([b()],X.prototype,"error",2),d([b()],X.prototype,"broken",2),d([b()],X.prototype,"size",2),d([b()],X.prototype,"around",2),d([b()],X.prototype,"shared",2),d([b()],X.prototype,"exporting",2),d([b()],X.prototype,"undescribed",2),d([b()],X.prototype,"describing",2),d([H("dialog")],X.prototype,"dialog",2),X=d([O("mycamera-person-dialog")],X);var Tl=[.5,.6,.7,.8,.9],Sl=[5,15,60,300],Po=Array.from({length:25},(l,o)=>o),W,ot,Hs,Pt,rt=class extends P{constructor(){super(...arguments);v(this,W);this.filter=me}render(){let{context:e,filter:t}=this,{localize:i,formats:s}=e,r=(e.overview?.cameras??[]).filter(h=>t.cameraId===null||h.camera_id===t.cameraId).flatMap(h=>h.zones.map(E=>E.name)),c=[...new Set(r)].sort((h,E)=>h.localeCompare(E)),p=h=>`${String(h).padStart(2,"0")}:00`,[m,w]=t.hours??[0,24];return a`
      <button
        class="chip"
        aria-pressed=${t.unseen?"true":"false"}
        @click=${()=>n(this,W,ot).call(this,{unseen:!t.unseen})}
      >
        ${i("not_seen_yet")}
      </button>
      ${n(this,W,Pt).call(this,i("confidence"),String(t.minConfidence),[["0",i("any_confidence")],...Tl.map(h=>[String(h),`≥ ${s.percent(h)}`])],h=>n(this,W,ot).call(this,{minConfidence:Number(h)}))}
      ${n(this,W,Pt).call(this,i("duration"),String(t.minSeconds),[["0",i("any_duration")],...Sl.map(h=>[String(h),`≥ ${s.duration(h)}`])],h=>n(this,W,ot).call(this,{minSeconds:Number(h)}))}
      ${c.length>0?n(this,W,Pt).call(this,i("zone"),t.zone??"",[["",i("any_zone")],...c.map(h=>[h,h])],h=>n(this,W,ot).call(this,{zone:h||null})):f}
      <span class="hours">
        ${n(this,W,Pt).call(this,i("hour_from"),String(m),Po.slice(0,24).map(h=>[String(h),p(h)]),h=>n(this,W,Hs).call(this,Number(h),null))}
        –
        ${n(this,W,Pt).call(this,i("hour_until"),String(w),Po.slice(1).map(h=>[String(h),p(h)]),h=>n(this,W,Hs).call(this,null,Number(h)))}
      </span>
      ${Si(t)?a`<button class="chip" @click=${()=>n(this,W,ot).call(this,me)}>
              ${_(wn)} ${i("clear_filters")}
            </button>`:f}
      <button class="chip end" @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-all-seen"))}>
        ${_(ln)} ${i("all_seen")}
      </button>
    `}};W=new WeakSet,ot=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},Hs=function(e,t){let[i,s]=this.filter.hours??[0,24],r=[e??i,t??s];n(this,W,ot).call(this,{hours:r[0]===0&&r[1]===24?null:r})},Pt=function(e,t,i,s){return a`<select
      aria-label=${e}
      title=${e}
      @change=${r=>s(r.target.value)}
    >
      ${i.map(([r,c])=>a`<option value=${r} ?selected=${r===t}>${c}</option>`)}
    </select>`},rt.styles=[I,R`
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
    `],d([y({attribute:!1})],rt.prototype,"context",2),d([y({attribute:!1})],rt.prototype,"filter",2),rt=d([O("mycamera-person-filters")],rt);var Oo=R`
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
`;var Us=class{constructor(o,e){this.id=o;this.key=e}#e=[];get items(){return this.#e}clear(){this.#e=[]}has(o){return this.#e.some(e=>this.id(e)===o)}remove(o){this.#e=this.#e.filter(e=>!o.has(this.id(e)))}put(...o){let e=new Map(o.map(i=>[this.id(i),i])),t=this.#e.map(i=>{let s=this.id(i),r=e.get(s);return e.delete(s),r??i});this.#e=[...t,...e.values()].sort((i,s)=>this.key(s)-this.key(i))}},at=class{constructor(o,e){this.host=o;this.options=e;this.state="loading";this.error=null;this.#t=null;this.#i=0;this.#n=!1;this.#e=new Us(e.id,e.time),o.addController(this)}#e;#t;#i;#n;get items(){return this.#e.items}get more(){return this.#t!==null}get busy(){return this.#n}hostDisconnected(){this.#i+=1,this.#n=!1}async reload(o=!1){this.#i+=1,this.#n=!1,o||(this.#e.clear(),this.#t=null,this.state="loading"),await this.#s(null)}async next(){this.#n||this.#t===null||this.state!=="ready"||await this.#s(this.#t)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#t===null?this.reload(!0):this.next())}remove(o){this.#e.remove(new Set(o)),this.host.requestUpdate()}put(o){let e=this.items.at(-1),t=e!==void 0&&this.options.time(o)<this.options.time(e);return this.state!=="ready"||t&&this.more&&!this.#e.has(this.options.id(o))?!1:(this.#e.put(o),this.host.requestUpdate(),!0)}async#s(o){let e=this.#i;this.#n=!0,this.host.requestUpdate();try{let t=await this.options.load(o);if(e!==this.#i)return;o===null&&this.#e.clear(),this.#e.put(...t.items),this.#t=t.cursor,this.state="ready",this.error=null}catch(t){if(e!==this.#i)return;this.state="error",this.error=D(t)}this.#n=!1,this.host.requestUpdate()}};function ns(l,o){let e=[];for(let t of l){let i=o(t),s=e.at(-1);s&&s.key===i?s.items.push(t):e.push({key:i,items:[t]})}return e}var Rl=["success","failed","timeout"],Pl=["pending","running","done","failed","skipped"],Io=200,se,lt,Do,Ao,Lo,De=class extends P{constructor(){super(...arguments);v(this,se);this.which={status:null,analysis:null};this.chosen=null;this.busy=!1;this.said=""}render(){return this.chosen===null?n(this,se,Ao).call(this):n(this,se,Lo).call(this,this.chosen)}};se=new WeakSet,lt=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},Do=async function(e){let t=[...this.chosen??[]];this.busy=!0;try{for(let i=0;i<t.length;i+=Io)this.said=await e(t.slice(i,i+Io));n(this,se,lt).call(this,"mycamera-changed",null)}catch(i){this.said=this.context.localize("save_failed",{code:D(i)})}finally{this.busy=!1}},Ao=function(){let{localize:e,hass:t}=this.context,i=(s,r,c,p,m,w)=>a`<select
      aria-label=${s}
      @change=${h=>w(h.target.value||null)}
    >
      <option value="" ?selected=${m===null}>${r}</option>
      ${c.map(h=>a`<option value=${h} ?selected=${h===m}>${p(h)}</option>`)}
    </select>`;return a`
      ${i(e("record_status"),e("any_status"),Rl,s=>le(e,`record_${s}`,"record_failed"),this.which.status,s=>n(this,se,lt).call(this,"mycamera-which",{...this.which,status:s}))}
      ${i(e("analysis"),e("any_analysis"),Pl,s=>le(e,`analysis_${s}`,"analysis_pending"),this.which.analysis,s=>n(this,se,lt).call(this,"mycamera-which",{...this.which,analysis:s}))}
      <span class="said" role="status">${this.said}</span>
      ${t.user?.is_admin?a`<button class="chip" @click=${()=>n(this,se,lt).call(this,"mycamera-choose",!0)}>
              ${_(dn)} ${e("choose")}
            </button>`:f}
    `},Lo=function(e){let{localize:t,hass:i}=this.context,s=(c,p,m)=>a`<button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>{n(this,se,Do).call(this,m)}}>
        ${_(c)} ${p}
      </button>`,r=c=>async p=>(await _i(i,p,c),t("saved"));return a`
      <strong>${A(t,i.language,"chosen",e.size)}</strong>
      <button class="chip" @click=${()=>n(this,se,lt).call(this,"mycamera-choose-all",null)}>${t("choose_shown")}</button>
      ${s(Dn,t("analyze_chosen"),async c=>A(t,i.language,"queued",(await zi(i,c)).queued))}
      ${s(mi,t("protect_chosen"),r(!0))}
      ${s(fi,t("unprotect"),r(!1))}
      <span class="said" role="status">${this.said}</span>
      <button class="chip" aria-label=${t("close")} @click=${()=>n(this,se,lt).call(this,"mycamera-choose",!1)}>
        ${_(J)}
      </button>
    `},De.styles=[I,R`
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
    `],d([y({attribute:!1})],De.prototype,"context",2),d([y({attribute:!1})],De.prototype,"which",2),d([y({attribute:!1})],De.prototype,"chosen",2),d([b()],De.prototype,"busy",2),d([b()],De.prototype,"said",2),De=d([O("mycamera-record-bar")],De);var Ho=R`
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
`;var We,G,Uo,Vo,Fo,No,Co,Bo,qo,jo,Go,ve=class extends P{constructor(){super(...arguments);v(this,G);this.filter=me;this.playing=null;this.problems=new Map;this.which={status:null,analysis:null};this.chosen=null;this.records=new at(this,{load:e=>Gn(this.context.hass,this.filter,this.which,this.context.formats.timeZone,e),id:e=>String(e.record_id),time:e=>Date.parse(e.start)});this.gaps=new at(this,{load:e=>Yn(this.context.hass,this.filter,this.context.formats.timeZone,e),id:e=>String(e.gap_id),time:e=>Date.parse(e.start)});v(this,We,null)}connectedCallback(){super.connectedCallback(),k(this,We,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),u(this,We)?.disconnect(),k(this,We,null)}willUpdate(e){(e.has("filter")||e.has("which"))&&(this.playing=null,this.chosen&&(this.chosen=new Set),this.records.reload(),this.gaps.reload()),n(this,G,Uo).call(this)}updated(){u(this,We)?.disconnect(),this.foot&&this.records.more&&u(this,We)?.observe(this.foot)}refresh(){this.playing===null&&!this.chosen?.size&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){return a`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${e=>{this.which=e.detail}}
        @mycamera-choose=${e=>{this.chosen=e.detail?new Set:null}}
        @mycamera-choose-all=${()=>{this.chosen=new Set(this.records.items.map(e=>e.record_id))}}
        @mycamera-changed=${()=>{this.records.reload(!0)}}
      ></mycamera-record-bar>
      ${n(this,G,Fo).call(this)}`}};We=new WeakMap,G=new WeakSet,Uo=function(){let e=this.records.items.at(-1),t=this.gaps.items.at(-1);e&&t&&Date.parse(t.start)>Date.parse(e.start)&&this.gaps.next()},Vo=function(){let e=this.records.items.at(-1),t=e&&this.records.more?Date.parse(e.start):Number.NEGATIVE_INFINITY,i=this.records.items.map(r=>({kind:"record",start:r.start,record:r}));if(this.which.status||this.which.analysis)return i;let s=this.gaps.items.filter(r=>Date.parse(r.start)>=t).map(r=>({kind:"gap",start:r.start,gap:r}));return[...i,...s].sort((r,c)=>Date.parse(c.start)-Date.parse(r.start))},Fo=function(){let{context:e,records:t}=this,{localize:i}=e,s=n(this,G,Vo).call(this);if(s.length===0){if(t.state==="error")return j({icon:ae,bad:!0,...V(e,t.error??"unknown"),action:a`<button class="text-button" @click=${n(this,G,No)}>${i("retry")}</button>`});if(t.state==="loading"||t.more)return a`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
        </div>`;let r=this.which.status!==null||this.which.analysis!==null,c=this.filter.cameraId!==null||this.filter.day!==null||r;return j({icon:bt,heading:i(c?"no_matches":"no_recordings"),text:i(c?"no_matches_text":"no_recordings_text"),...c?{action:a`<button
                class="text-button"
                @click=${()=>{this.which={status:null,analysis:null},this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}}
              >
                ${i("clear_filters")}
              </button>`}:{}})}return a`
      ${de(ns(s,r=>e.formats.day(r.start)),r=>r.key,r=>a`<section>
          <h2 class="day">${e.formats.heading(r.key)}</h2>
          <ul>
            ${de(r.items,c=>c.kind==="gap"?`g${c.gap.gap_id}`:`r${c.record.record_id}`,c=>c.kind==="gap"?n(this,G,Bo).call(this,c.gap):n(this,G,qo).call(this,c.record))}
          </ul>
        </section>`)}
      <div class="foot">${n(this,G,Co).call(this)}</div>
    `},No=function(){this.records.reload(),this.gaps.reload()},Co=function(){let{records:e,context:t}=this;return e.state==="error"?a`<p>${V(t,e.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`:e.busy?a`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?a`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},Bo=function(e){let{context:t}=this,{formats:i,localize:s}=t;return a`<li class="row gap">
      <span class="dot bad"></span>
      <span class="when">${i.range(e.start,e.end)}</span>
      <span class="camera" dir="auto">${ie(t,e.camera_id)}</span>
      <span class="note">${s("gap_because",{cause:qe(t,e.cause)})}</span>
      <span class="number">${i.duration((Date.parse(e.end)-Date.parse(e.start))/1e3)}</span>
    </li>`},qo=function(e){let{context:t}=this,{formats:i,localize:s}=t,r=ie(t,e.camera_id),c=this.playing===e.record_id,p=e.status==="success",m=e.status==="failed"&&e.video_url!==null?"incomplete":e.status,w=(Date.parse(e.end)-Date.parse(e.start))/1e3;return a`<li>
      <div class="row">
        ${this.chosen===null?a`<span class="dot ${p?"good":"bad"}"></span>`:a`<input
                type="checkbox"
                aria-label=${s("choose_record",{camera:r,time:i.time(e.start)})}
                .checked=${this.chosen.has(e.record_id)}
                @change=${h=>n(this,G,jo).call(this,e.record_id,h.target.checked)}
              />`}
        <span class="when">${i.range(e.start,e.end)}</span>
        <span class="camera" dir="auto">${r}</span>
        <span class="note" title=${e.error??""}>
          ${le(s,`record_${m}`,"record_failed")} ·
          ${le(s,`analysis_${e.analysis_status}`,"analysis_pending")}
          ${e.error?a`<span class="error" dir="auto">${e.error}</span>`:f}
        </span>
        <span class="number">${i.duration(e.duration??w)}</span>
        <span class="number size">${e.file_size===null?"":i.bytes(e.file_size)}</span>
        <mycamera-protection
          .context=${t}
          .recordId=${e.record_id}
          .kept=${e.protected}
        ></mycamera-protection>
        ${e.video_url===null?a`<span class="no-button"></span>`:a`<button
                class="icon-button"
                aria-expanded=${c?"true":"false"}
                aria-label=${s("play_recording",{camera:r,time:i.time(e.start)})}
                @click=${()=>{this.playing=c?null:e.record_id}}
              >
                ${_(c?ui:xi)}
              </button>`}
      </div>
      ${c&&e.video_url!==null?n(this,G,Go).call(this,e,e.video_url):f}
    </li>`},jo=function(e,t){let i=new Set(this.chosen);t?i.add(e):i.delete(e),this.chosen=i},Go=function(e,t){let{context:i}=this,s=i.hass.hassUrl(t),r=this.problems.get(e.record_id);return r?a`<p class="unplayable" role="alert">
        ${vt(i,r,e.codec)}
        ${r==="unplayable"?a`<a class="text-button" href=${s} download>${i.localize("download")}</a>`:f}
      </p>`:a`<video
      src=${s}
      aria-label=${i.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[e.record_id,await Ei(s)]])}}
    ></video>`},ve.styles=[I,he,Ho],d([y({attribute:!1})],ve.prototype,"context",2),d([y({attribute:!1})],ve.prototype,"filter",2),d([b()],ve.prototype,"playing",2),d([b()],ve.prototype,"problems",2),d([b()],ve.prototype,"which",2),d([b()],ve.prototype,"chosen",2),d([H(".foot")],ve.prototype,"foot",2),ve=d([O("mycamera-recordings")],ve);var Ko=R`
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
`;var Ol=1e4,Il=3,ni,M,rs,si,Yo,Xo,Mo,Wo,Be=class extends P{constructor(){super(...arguments);v(this,M);this.system=null;this.failure=null;v(this,ni)}connectedCallback(){super.connectedCallback(),n(this,M,rs).call(this),k(this,ni,window.setInterval(()=>{n(this,M,rs).call(this)},Ol))}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(u(this,ni))}willUpdate(e){e.has("overview")&&e.get("overview")&&n(this,M,rs).call(this)}render(){let{context:e,system:t,overview:i}=this,{localize:s}=e;return t===null?this.failure!==null?j({icon:ae,bad:!0,...V(e,this.failure)}):a`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${s("loading")}></div>
      </div>`:a`<div class="parts">
      ${t.cameras.map(r=>n(this,M,Yo).call(this,r))} ${n(this,M,Xo).call(this,i)}
      ${n(this,M,Mo).call(this,i,t)} ${n(this,M,Wo).call(this,t)}
    </div>`}};ni=new WeakMap,M=new WeakSet,rs=async function(){if(!document.hidden)try{this.system=await er(this.context.hass),this.failure=null}catch(e){this.failure=D(e)}},si=function(e,t,i,s,r,c,p=null,m=null){let{localize:w,hass:h}=this.context;return a`<section class=${i}>
      <h2>${_(e)} <span dir="auto">${t}</span> <span class="status"><span class="dot ${i}"></span>${s}</span></h2>
      ${r.length>0?a`<dl>
              ${r.map(([E,z])=>a`<div>
                  <dt>${E}</dt>
                  <dd>${z}</dd>
                </div>`)}
            </dl>`:f}
      ${p?a`<p class="error" dir="auto">${p}</p>`:f}
      ${c?a`<p class="advice">${c}</p>`:f}
      ${c&&m&&h.user?.is_admin?a`<a class="text-button" href=${m}>${w("add_camera")}</a>`:f}
    </section>`},Yo=function(e){let{localize:t,formats:i,hass:s}=this.context,r=e.recording_status,c=e.detection_enabled&&!e.watching,p=r==="off"?"off":r==="connecting"?"warn":r!=="recording"?"bad":c?"warn":"good",m=[];if(e.coverage!==null){let h=e.gaps?` · ${A(t,s.language,"gaps",e.gaps)}`:"";m.push([t("last_day_recorded"),`${i.percent(Math.floor(e.coverage*100)/100)}${h}`])}e.persons_today!==null&&m.push([t("people_today"),String(e.persons_today)]),e.bytes!==null&&m.push([t("recordings"),i.bytes(e.bytes)]),e.stream_fps!==null&&m.push([t("stream_fps"),e.stream_fps.toFixed(0)]);let w=p==="bad"?le(t,`advice_${r}`,"advice_camera"):c?t("not_watching"):"";return n(this,M,si).call(this,ht,e.name,p,t(`status_${r}`),m,w,e.recording_error??(c?e.watch_error:null),"/config/integrations/integration/mycamera")},Xo=function(e){let{localize:t,hass:i}=this.context,{worker:s,minutes_behind:r,pending_analyses:c,pending_captions:p}=e,m=s.overloaded?"overloaded":s.status,w=m==="connected"?"good":m==="failed"||m==="disconnected"?"bad":"warn",h=[];s.device&&h.push([t("device"),s.device]),s.version&&h.push([t("version"),s.version]),r?h.push([t("queue"),A(t,i.language,"minutes_behind",r)]):c&&h.push([t("queue"),A(t,i.language,"pending_analyses",c)]),p&&h.push([t("descriptions"),A(t,i.language,"pending_captions",p)]);let E=w==="good"?"":le(t,`worker_${m}_advice`,"advice_worker");return n(this,M,si).call(this,Nt,t("analysis"),w,t(`worker_${m}`),h,E,s.error,"/config/integrations/integration/mycamera")},Mo=function(e,t){let{localize:i,formats:s,hass:r}=this.context,{available:c,since:p,waiting:m}=e.database,w=[];return t.database_bytes!==null&&w.push([i("size"),s.bytes(t.database_bytes)]),p&&w.push([i("since"),s.dateTime(p)]),n(this,M,si).call(this,fn,i("database"),c?"good":"bad",i(c?"database_answers":"database_down"),w,c?"":A(i,r.language,"database_waiting",m),null,"/config/integrations/integration/mycamera")},Wo=function(e){let{localize:t,formats:i,hass:s}=this.context,r=e.days_until_full,c=e.free_bytes!==null,p=r!==null&&r<Il&&!e.never_full,m=[];return e.free_bytes!==null&&m.push([t("free"),i.bytes(e.free_bytes)]),r!==null?m.push([t("full_in"),A(t,s.language,"days",Math.max(0,Math.round(r)))]):e.never_full&&m.push([t("full_in"),t("never_full")]),e.recordings_path&&m.push([t("folder"),e.recordings_path]),n(this,M,si).call(this,kn,t("storage"),c?p?"warn":"good":"warn",t(c?p?"storage_soon_full":"storage_good":"storage_unknown"),m,p?t("storage_advice"):"",null,"/config/integrations/integration/mycamera")},Be.styles=[I,he,Ko],d([y({attribute:!1})],Be.prototype,"context",2),d([y({attribute:!1})],Be.prototype,"overview",2),d([b()],Be.prototype,"system",2),d([b()],Be.prototype,"failure",2),Be=d([O("mycamera-system")],Be);var Jo=R`
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
`;var Dl=2*6e4,Al=30*6e4;function Qo(l){let o=[],e=new Map;for(let t of l){let i=e.get(t.camera_id),s=i?.at(-1),r=i?.[0],c=s!==void 0&&Date.parse(s.first_seen)-Date.parse(t.last_seen)<=Dl,p=r!==void 0&&Date.parse(r.first_seen)-Date.parse(t.first_seen)>Al;if(i&&c&&!p)i.push(t);else{let m=[t];e.set(t.camera_id,m),o.push(m)}}return o.map(t=>({key:t.at(-1)?.event_id??"",persons:t}))}function Zo(l){let o=e=>(e.caption_source&&e.caption_source!=="factual"?10:0)+(e.thumbnail_url?5:0)+e.confidence+Math.min(1,et(e)/60);return l.persons.reduce((e,t)=>o(t)>o(e)?t:e)}var Je,B,ea,ta,ia,sa,na,ra,os,oa,aa,xe=class extends P{constructor(){super(...arguments);v(this,B);this.filter=me;this.broken=new Set;this.fresh=new Set;this.opened=new Set;this.looked=new Set;this.feed=new at(this,{load:e=>jn(this.context.hass,this.filter,this.context.formats.timeZone,e),id:e=>e.event_id,time:e=>Date.parse(e.first_seen)});v(this,Je,null)}connectedCallback(){super.connectedCallback(),k(this,Je,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),u(this,Je)?.disconnect(),k(this,Je,null)}willUpdate(e){e.has("filter")&&this.feed.reload()}updated(){u(this,Je)?.disconnect(),this.foot&&this.feed.more&&u(this,Je)?.observe(this.foot)}live(e,t){if(!n(this,B,ea).call(this,e))return;let i=this.feed.items.some(s=>s.event_id===e.event_id);this.filter.unseen&&!t&&!i||!this.feed.put(e)||i||!t||(this.fresh=new Set([...this.fresh,e.event_id]))}neighbour(e,t){let i=this.feed.items.findIndex(s=>s.event_id===e);return i<0?null:(t===1&&i>=this.feed.items.length-3&&this.feed.next(),this.feed.items[i+t]??null)}render(){let{feed:e,context:t}=this;if(e.items.length===0)return n(this,B,ia).call(this);let i=ns(e.items,s=>t.formats.day(s.first_seen));return a`
      ${de(i,s=>s.key,s=>a`<section aria-labelledby="day-${s.key}">
          <h2 class="day" id="day-${s.key}">${t.formats.heading(s.key)}</h2>
          <ul>
            ${de(Qo(s.items),r=>r.key,r=>n(this,B,sa).call(this,r))}
          </ul>
        </section>`)}
      <div class="foot" aria-live="polite">${n(this,B,ta).call(this)}</div>
    `}};Je=new WeakMap,B=new WeakSet,ea=function(e){let{cameraId:t,day:i,text:s,zone:r,hours:c,minConfidence:p,minSeconds:m}=this.filter;return t&&e.camera_id!==t||r||e.confidence<p||et(e)<m||c&&!this.context.formats.inHours(e.first_seen,c)||i&&this.context.formats.day(e.first_seen)!==i?!1:ar(`${e.caption??""}
${e.caption_zh??""}`,s)},ta=function(){let{feed:e,context:t}=this;if(e.state==="error"){let i=V(t,e.error??"unknown");return a`<p>${i.heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`}return e.busy?a`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?a`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},ia=function(){let{feed:e,context:t}=this,{localize:i}=t;return e.state==="error"?j({icon:ae,bad:!0,...V(t,e.error??"unknown"),action:a`<button class="text-button" @click=${()=>{e.reload()}}>${i("retry")}</button>`}):e.state==="loading"||e.more?a`<div class="visually-hidden" role="status">${i("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <ul aria-hidden="true">
          ${Array.from({length:6},()=>a`<li class="ghost"><div class="card"><div class="picture"></div></div></li>`)}
        </ul>
        <div class="foot"></div>`:Si(this.filter)?j({icon:tn,heading:i("no_matches"),text:i("no_matches_text"),action:a`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${i("clear_filters")}
          </button>`}):t.overview===null?j({icon:ut,heading:i("step_wait"),text:i("step_wait_text")}):qi(t,t.overview,()=>this.dispatchEvent(new CustomEvent("mycamera-system")))},sa=function(e){let[t]=e.persons;return e.persons.length===1&&t?n(this,B,os).call(this,t):this.opened.has(e.key)?a`${e.persons.map((s,r)=>n(this,B,os).call(this,s,r===0?e:void 0,!0))}`:n(this,B,os).call(this,Zo(e),e)},na=function(e){let t=new Set(this.opened);t.delete(e.key)||t.add(e.key),this.opened=t},ra=function(e,t){let{localize:i,formats:s,hass:r}=this.context,c=e.persons[0]?.last_seen??"",p=e.persons.at(-1)?.first_seen??"",m=A(i,r.language,"visit",e.persons.length);return a`<button
      class="visit"
      aria-expanded=${t?"true":"false"}
      title=${s.range(p,c)}
      @click=${()=>n(this,B,na).call(this,e)}
    >
      ${_(t?ui:pn)}<span>${t?i("visit_close"):m}</span>
    </button>`},os=function(e,t,i=!1){let{context:s}=this,{localize:r,formats:c}=s,p=e.seen===!1&&!this.looked.has(e.event_id),m=ie(s,e.camera_id),[w]=Re(s,e),h=e.caption_status==="pending"||e.caption_status==="running";return a`<li class="${this.fresh.has(e.event_id)?"fresh":""} ${t&&!i?"stack":""} ${i?"of-visit":""}">
      ${t?n(this,B,ra).call(this,t,i):f}
      <button class="card" @click=${()=>n(this,B,aa).call(this,e)}>
        <span class="picture">${n(this,B,oa).call(this,e,m)}</span>
        <span class="facts">
          <span class="line">
            ${p?a`<span class="unseen" role="img" aria-label=${r("not_seen_yet")}></span>`:f}
            <time datetime=${e.first_seen}>${c.timeSeconds(e.first_seen)}</time>
            <span class="camera" dir="auto">${m}</span>
          </span>
          ${w?a`<span class="caption" lang=${w.lang} dir="auto">${w.text}</span>`:a`<span class="caption none">${r(h?"caption_pending":"no_caption")}</span>`}
          <span class="badges">
            <span title=${r("duration")}>${c.duration(et(e))}</span>
            <span title=${r("confidence")}>${c.percent(e.confidence)}</span>
            ${w&&e.caption_source!=="factual"?a`<span class="source" title=${r("description_by")}>${Ti(s,e)}</span>`:f}
          </span>
        </span>
      </button>
    </li>`},oa=function(e,t){let{localize:i,formats:s,hass:r}=this.context,c=e.thumbnail_url??e.snapshot_url;return c===null||this.broken.has(c)?a`<span class="missing" title=${i("picture_missing")}>${_(ft)}</span>`:a`<img
      src=${r.hassUrl(c)}
      alt=${i("picture_of",{camera:t,time:s.time(e.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,c])}}
    />`},aa=function(e){this.looked=new Set([...this.looked,e.event_id]),this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},xe.styles=[I,he,Jo],d([y({attribute:!1})],xe.prototype,"context",2),d([y({attribute:!1})],xe.prototype,"filter",2),d([b()],xe.prototype,"broken",2),d([b()],xe.prototype,"fresh",2),d([b()],xe.prototype,"opened",2),d([b()],xe.prototype,"looked",2),d([H(".foot")],xe.prototype,"foot",2),xe=d([O("mycamera-timeline")],xe);var as=kt(class extends Ke{constructor(l){if(super(l),l.type!==ke.PROPERTY&&l.type!==ke.ATTRIBUTE&&l.type!==ke.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Rr(l))throw Error("`live` bindings can only contain a single expression")}render(l){return l}update(l,[o]){if(o===Le||o===f)return o;let e=l.element,t=l.name;if(l.type===ke.PROPERTY){if(o===e[t])return Le}else if(l.type===ke.BOOLEAN_ATTRIBUTE){if(!!o===e.hasAttribute(t))return Le}else if(l.type===ke.ATTRIBUTE&&e.getAttribute(t)===o+"")return Le;return Ci(l),o}});function ca(l){return l.length<3?"few":Hl(l)?"crosses":Ll(l)<5e-4?"small":null}function Vs(l){return l.map((o,e)=>[o,l[(e+1)%l.length]??o])}function Ll(l){return Math.abs(Vs(l).reduce((o,[e,t])=>o+e[0]*t[1]-t[0]*e[1],0))/2}function Hl(l){let o=Vs(l);return o.some(([e,t],i)=>{let s=o[(i+1)%o.length]?.[1]??t;return Vl(e,t,s)?!0:o.some(([r,c],p)=>p-i>1&&!(i===0&&p===o.length-1)&&Ul(e,t,r,c))})}function ri(l,o,e){let t=(o[0]-l[0])*(e[1]-l[1])-(o[1]-l[1])*(e[0]-l[0]);return Math.abs(t)<1e-12?0:t}function ls(l,o,e){return Math.min(l[0],o[0])<=e[0]&&e[0]<=Math.max(l[0],o[0])&&Math.min(l[1],o[1])<=e[1]&&e[1]<=Math.max(l[1],o[1])}function Ul(l,o,e,t){let[i,s,r,c]=[ri(l,o,e),ri(l,o,t),ri(e,t,l),ri(e,t,o)];return i*s<0&&r*c<0?!0:i===0&&ls(l,o,e)||s===0&&ls(l,o,t)||r===0&&ls(e,t,l)||c===0&&ls(e,t,o)}function Vl(l,o,e){return l[0]===o[0]&&l[1]===o[1]?!0:ri(l,o,e)===0&&(l[0]-o[0])*(e[0]-o[0])+(l[1]-o[1])*(e[1]-o[1])>0}function da(l,[o,e]){return Vs(l).filter(([t,i])=>t[1]>e!=i[1]>e&&o<t[0]+(e-t[1])/(i[1]-t[1])*(i[0]-t[0])).length%2===1}function Fs(l){let o=Math.max(1,l.length);return[l.reduce((e,[t])=>e+t,0)/o,l.reduce((e,[,t])=>e+t,0)/o]}function pa(l,o){return[la(l),la(o)]}function la(l){return l>.015?l>1-.015?1:Math.round(l*1e4)/1e4:0}var ps=16,Fl=100,cs=.01,oi=class{constructor(o,e){this.selected=null;this.drawing=null;this.#t=[];this.#i=null;this.#n=0;this.shapes=[...o.map(t=>({...t,key:this.#s(),kind:"zone"})),...e.map(t=>({...t,key:this.#s(),kind:"mask",name:"",dwell:0}))],this.#e=this.shapes}#e;#t;#i;#n;#s(){return this.#n+=1,this.#n}get changed(){return this.shapes!==this.#e&&JSON.stringify(this.shapes)!==JSON.stringify(this.#e)}get undoable(){return this.#t.length>0}get current(){return this.shapes.find(o=>o.key===this.selected)??null}count(o){return this.shapes.filter(e=>e.kind===o).length}#r(o,e=null){(e===null||e!==this.#i)&&(this.#t=[...this.#t,{shapes:this.shapes,drawing:this.drawing}].slice(-Fl)),this.#i=e,this.shapes=o}endGesture(){this.#i=null}undo(){let o=this.#t.pop();o&&(this.shapes=o.shapes,this.drawing=o.drawing,this.#i=null,this.current===null&&(this.selected=this.drawing))}begin(o,e){this.#a();let t=this.#s();this.#r([...this.shapes,{key:t,id:null,kind:o,name:e,dwell:0,points:[]}]),this.selected=this.drawing=t}offer([o,e,t,i]){if(this.count("mask")>=ps)return;let s=E=>Math.min(1,Math.max(0,Math.round(E*1e4)/1e4)),[r,c,p,m]=[s(o-cs),s(e-cs),s(t+cs),s(i+cs)],w=this.#s(),h=[[r,c],[p,c],[p,m],[r,m]];this.#r([...this.shapes,{key:w,id:null,kind:"mask",name:"",dwell:0,points:h}]),this.selected=w}addPoint(o){let e=this.current;e===null||this.drawing!==e.key||e.points.length>=32||this.#o({...e,points:[...e.points,o]})}finish(){this.#a()&&(this.selected=null),this.drawing=null,this.#i=null}#a(){let o=this.shapes.find(e=>e.key===this.drawing);return!o||o.points.length>=3?!1:(this.#r(this.shapes.filter(e=>e!==o)),this.drawing=null,!0)}insertPoint(o,e){let t=this.current;t===null||t.points.length>=32||this.#o({...t,points:t.points.toSpliced(o+1,0,e)})}movePoint(o,e){let t=this.current;t&&this.#o({...t,points:t.points.with(o,e)},`move ${t.key} ${o}`)}removePoint(o){let e=this.current;e===null||e.points.length<=3&&this.drawing!==e.key||this.#o({...e,points:e.points.toSpliced(o,1)})}rename(o){let e=this.current;e&&this.#o({...e,name:o},`name ${e.key}`)}setDwell(o){let e=this.current;e&&this.#o({...e,dwell:o},`dwell ${e.key}`)}remove(o){this.#r(this.shapes.filter(e=>e.key!==o)),this.drawing===o&&(this.drawing=null),this.selected===o&&(this.selected=null)}#o(o,e=null){this.#r(this.shapes.map(t=>t.key===o.key?o:t),e)}selectAt(o){this.selected=this.shapes.findLast(e=>da(e.points,o))?.key??null}problem(o){let e=ca(o.points);if(e)return e;if(o.kind==="mask")return null;let t=ua(o.name);return t===""?"nameless":this.shapes.some(s=>s.kind==="zone"&&s!==o&&ua(s.name)===t)?"same_name":null}firstProblem(){for(let o of this.shapes){let e=this.problem(o);if(e)return{shape:o,problem:e}}return null}};function ua(l){return l.trim().replace(/\s+/g," ").toLowerCase()}var ha=R`
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
`;var ma=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],fa="#9e9e9e",Nl=.005,Cl=.03,Bl=80,ql=3e3,It,Dt,g,us,ba,ee,va,xa,Cs,ya,wa,Bs,$a,ka,qs,_a,za,js,Ea,hs,Ta,Sa,Gs,ms,Ot,Ks,Ra,Pa,Oa,Ia,Da,ai,Aa,La,Ha,Ua,Va,Fa,Na,Ca,q=class extends P{constructor(){super(...arguments);v(this,g);this.cameraId=null;this.offered=null;this.wrong=[];this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;v(this,It);v(this,Dt,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(u(this,It))}willUpdate(e){e.has("cameraId")&&(this.draft=null,this.wrong=[],this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&n(this,g,us).call(this,this.cameraId,!1))}updated(e){e.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){n(this,g,Ot).call(this,{to:"close"})}render(){return a`<dialog
      aria-labelledby="title"
      @cancel=${n(this,g,Ks)}
      @keydown=${n(this,g,Pa)}
      @close=${n(this,g,Ra)}
    >
      ${this.cameraId===null?f:n(this,g,Oa).call(this,this.cameraId)}
    </dialog>`}};It=new WeakMap,Dt=new WeakMap,g=new WeakSet,us=async function(e,t){try{let i=await sr(this.context.hass,e);if(this.cameraId!==e||(this.still=i.still_url??null,this.broken=this.still===null,this.wrong=i.false_positives??[],t))return;this.draft=new oi(i.zones,i.masks),this.offered&&this.draft.offer(this.offered)}catch(i){this.cameraId===e&&(this.error=D(i))}},ba=function(e){this.error=null,n(this,g,us).call(this,e,!1)},ee=function(e){if(!this.draft)return;e(this.draft),this.complaint=null,this.saved=!1;let t=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=t&&(this.corner=null),this.requestUpdate()},va=function(e){n(this,g,ee).call(this,t=>{t.finish(),t.selected=e,this.corner=null})},xa=function(e){let{localize:t}=this.context;n(this,g,ee).call(this,i=>{let s=e==="zone"?t("new_zone",{number:i.count("zone")+1}):"";i.begin(e,s),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},Cs=function(e){let t=this.picture?.getBoundingClientRect();return!t||t.width===0?[0,0]:pa((e.clientX-t.left)/t.width,(e.clientY-t.top)/t.height)},ya=function(e){if(e.target instanceof Element&&e.target.closest("button"))return;let t=n(this,g,Cs).call(this,e);n(this,g,ee).call(this,i=>{i.drawing!==null?(i.addPoint(t),this.corner=(i.current?.points.length??1)-1):(i.selectAt(t),this.corner=null)})},wa=function(e){e.key!=="Enter"||e.target!==this.picture||this.draft?.drawing==null||(e.preventDefault(),n(this,g,ee).call(this,t=>{t.addPoint([.5,.5]),this.corner=(t.current?.points.length??1)-1}),n(this,g,Bs).call(this))},Bs=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},$a=function(e,t){e.button===0&&(e.currentTarget.setPointerCapture(e.pointerId),k(this,Dt,t),this.corner=t)},ka=function(e,t){if(u(this,Dt)!==t)return;let i=n(this,g,Cs).call(this,e);n(this,g,ee).call(this,s=>s.movePoint(t,i))},qs=function(){k(this,Dt,null),this.draft?.endGesture()},_a=function(e){let t=this.draft;e===0&&t?.drawing!=null&&(t.current?.points.length??0)>=3?n(this,g,hs).call(this):this.corner=e},za=function(e,t){let i=this.draft?.current?.points[t];if(!i)return;let s=e.shiftKey?Cl:Nl,c={ArrowLeft:[-s,0],ArrowRight:[s,0],ArrowUp:[0,-s*this.aspect],ArrowDown:[0,s*this.aspect]}[e.key];if(c){let p=[ga(i[0]+c[0]),ga(i[1]+c[1])];n(this,g,ee).call(this,m=>m.movePoint(t,p))}else if(e.key==="Delete"||e.key==="Backspace")n(this,g,js).call(this,t);else return;e.preventDefault()},js=function(e){n(this,g,ee).call(this,t=>t.removePoint(e)),this.corner=null},Ea=function(e,t){n(this,g,ee).call(this,i=>i.insertPoint(e,t)),this.corner=e+1,n(this,g,Bs).call(this)},hs=function(){n(this,g,ee).call(this,e=>{e.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},Ta=async function(){let{draft:e,cameraId:t}=this;if(!e||t===null||this.saving)return;n(this,g,ee).call(this,()=>e.finish());let i=e.firstProblem();if(i){e.selected=i.shape.key,this.complaint=n(this,g,Gs).call(this,i.shape,i.problem);return}this.saving=!0;try{let s=await nr(this.context.hass,t,{zones:e.shapes.filter(r=>r.kind==="zone").map(({id:r,name:c,points:p,dwell:m})=>({id:r,name:c.trim(),points:p,dwell:m})),masks:e.shapes.filter(r=>r.kind==="mask").map(({id:r,points:c})=>({id:r,points:c}))});if(this.cameraId!==t)return;this.draft=new oi(s.zones,s.masks),this.corner=null,this.saved=!0,window.clearTimeout(u(this,It)),k(this,It,window.setTimeout(()=>{this.saved=!1},ql))}catch(s){this.complaint=n(this,g,Sa).call(this,D(s))}finally{this.saving=!1}},Sa=function(e){let{localize:t}=this.context;return le(t,`refused_${e}`,"save_failed").replaceAll("{code}",e)},Gs=function(e,t){let{localize:i}=this.context;return i(`problem_${t}`,{name:n(this,g,ms).call(this,e)})},ms=function(e){return e.kind==="mask"?this.context.localize("ignored_area"):e.name.trim()},Ot=function(e){if(this.draft?.changed&&!this.leaving){this.leaving=e;return}this.leaving=null,e.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:e.cameraId}))},Ks=function(e){e.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?n(this,g,hs).call(this):n(this,g,Ot).call(this,{to:"close"})},Ra=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},Pa=function(e){if(e.key==="Escape"){n(this,g,Ks).call(this,e);return}let t=e.target instanceof HTMLInputElement;(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="z"&&!e.shiftKey&&!t&&(e.preventDefault(),n(this,g,ee).call(this,i=>i.undo()))},Oa=function(e){let{context:t,draft:i}=this,{localize:s}=t;return a`
      <header>
        <h2 id="title">${s("zones")} ${n(this,g,Ia).call(this,e)}</h2>
        <button
          class="icon-button"
          aria-label=${s("undo")}
          title=${s("undo")}
          ?disabled=${!i?.undoable}
          @click=${()=>n(this,g,ee).call(this,r=>r.undo())}
        >
          ${_(Hn)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!i||this.saving||!i.changed}
          @click=${()=>{n(this,g,Ta).call(this)}}
        >
          ${s("save")}
        </button>
        <button class="icon-button" aria-label=${s("close")} @click=${()=>n(this,g,Ot).call(this,{to:"close"})}>
          ${_(J)}
        </button>
      </header>
      ${n(this,g,Da).call(this)}
      ${i?a`<div class="body">
              <div class="stage">${n(this,g,Aa).call(this,i)} ${n(this,g,Va).call(this,i)}</div>
              <div class="side">${n(this,g,Fa).call(this,i)}</div>
            </div>`:a`<div class="wait">
              ${this.error===null?a`<div class="spinner" role="progressbar" aria-label=${s("loading")}></div>`:a`<div class="failed" role="alert">
                      <p>${V(t,this.error).heading}</p>
                      <button class="text-button" @click=${()=>n(this,g,ba).call(this,e)}>${s("retry")}</button>
                    </div>`}
            </div>`}
    `},Ia=function(e){let t=this.context.overview?.cameras??[];return t.length<2?a`<span class="camera" dir="auto">${ie(this.context,e)}</span>`:a`<select
      aria-label=${this.context.localize("camera")}
      .value=${as(e)}
      @change=${i=>{let s=i.target;n(this,g,Ot).call(this,{to:"camera",cameraId:s.value}),s.value=e}}
    >
      ${t.map(i=>a`<option value=${i.camera_id} ?selected=${i.camera_id===e}>${i.name}</option>`)}
    </select>`},Da=function(){let{localize:e}=this.context,{leaving:t}=this;return t?a`<div class="notice" role="alertdialog" aria-label=${e("unsaved")}>
        <p>${e("unsaved")}</p>
        <button class="text-button" @click=${()=>n(this,g,Ot).call(this,t)}>${e("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${e("keep_editing")}
        </button>
      </div>`:this.complaint?a`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?a`<div class="notice good" role="status">${_(an)}<p>${e("saved")}</p></div>`:f},ai=function(e){if(e.kind==="mask")return fa;let t=this.draft?.shapes.filter(i=>i.kind==="zone")??[];return ma[t.indexOf(e)%ma.length]??fa},Aa=function(e){let{localize:t,hass:i}=this.context,s=e.drawing!==null;return a`<div
      class="picture ${s?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${s?0:-1}
      role="group"
      aria-label=${t("zones_of",{camera:ie(this.context,this.cameraId??"")})}
      @click=${n(this,g,ya)}
      @keydown=${n(this,g,wa)}
    >
      ${this.still&&!this.broken?a`<img
              src=${i.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${r=>{let{naturalWidth:c,naturalHeight:p}=r.target;c&&p&&(this.aspect=c/p),this.loaded=!0}}
              @error=${()=>{this.broken=!0}}
            />`:a`<p class="instead">${_(ft)} ${t("still_missing")}</p>`}
      ${this.still&&!this.broken&&!this.loaded?a`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${t("loading")}></div>
            </div>`:f}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${.03*this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${.03*this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${this.wrong.map(([r,c,p,m])=>Ze`<rect class="wrong" x=${r} y=${c} width=${p-r} height=${m-c}></rect>`)}
        ${e.shapes.map(r=>n(this,g,La).call(this,r,e))}
      </svg>
      ${e.shapes.map(r=>n(this,g,Ha).call(this,r,e))}
      ${e.current?n(this,g,Ua).call(this,e,e.current):f}
    </div>`},La=function(e,t){let i=t.drawing===e.key,s=!i&&["crosses","small"].includes(t.problem(e)??""),r=`${e.kind} ${t.selected===e.key?"selected":""} ${s?"bad":""}`,c=e.points.map(p=>p.join(",")).join(" ");return Ze`<g class=${r} style="--colour: ${n(this,g,ai).call(this,e)}">
      <polygon class="area" points=${c}></polygon>
      ${i?Ze`<polyline class="line" points=${c}></polyline>`:Ze`<polygon class="line" points=${c}></polygon>`}
    </g>`},Ha=function(e,t){if(e.kind==="mask"||e.points.length<3||t.drawing===e.key)return f;let[i,s]=Fs(e.points);return a`<span class="label" style=${Ns([i,s],n(this,g,ai).call(this,e))} dir="auto">${e.name}</span>`},Ua=function(e,t){let{localize:i}=this.context,s=n(this,g,ai).call(this,t),r=n(this,g,ms).call(this,t),c=t.points.map((w,h)=>a`<button
        class="corner ${this.corner===h?"chosen":""}"
        data-index=${h}
        style=${Ns(w,s)}
        aria-label=${i("corner",{number:h+1,name:r})}
        @pointerdown=${E=>n(this,g,$a).call(this,E,h)}
        @pointermove=${E=>n(this,g,ka).call(this,E,h)}
        @pointerup=${n(this,g,qs)}
        @pointercancel=${n(this,g,qs)}
        @click=${()=>n(this,g,_a).call(this,h)}
        @focus=${()=>{this.corner=h}}
        @keydown=${E=>n(this,g,za).call(this,E,h)}
      ></button>`);if(e.drawing!==null||t.points.length>=32)return a`${c}`;let p=this.picture?.clientWidth??0,m=t.points.map((w,h)=>{let E=t.points[(h+1)%t.points.length]??w;if(Math.hypot((E[0]-w[0])*p,(E[1]-w[1])*p/this.aspect)<Bl)return f;let F=Fs([w,E]);return a`<button
        class="edge"
        style=${Ns(F,s)}
        aria-label=${i("insert_corner",{number:h+1})}
        @click=${()=>n(this,g,Ea).call(this,h,F)}
      ></button>`});return a`${m}${c}`},Va=function(e){let{localize:t}=this.context,i=e.current;if(e.drawing!==null){let r=(i?.points.length??0)>=3;return a`<div class="tools">
        <p>${t("draw_hint")}</p>
        <button class="text-button ${r?"ready":""}" @click=${n(this,g,hs)}>
          ${t(r?"draw_done":"draw_cancel")}
        </button>
      </div>`}let s=this.corner;return a`<div class="tools">
      <p>${i?t("edit_hint"):""}</p>
      ${i&&s!==null&&i.points.length>3?a`<button class="text-button" @click=${()=>n(this,g,js).call(this,s)}>
              ${_(Un)} ${t("remove_corner")}
            </button>`:f}
      <button
        class="icon-button"
        aria-label=${t("new_picture")}
        title=${t("new_picture")}
        @click=${()=>this.cameraId!==null&&void n(this,g,us).call(this,this.cameraId,!0)}
      >
        ${_(rn)}
      </button>
    </div>`},Fa=function(e){let{localize:t}=this.context,i=(s,r)=>{let c=e.count(s)>=ps;return a`<button
        class="text-button"
        ?disabled=${c||e.drawing!==null}
        title=${c?t("too_many_shapes",{most:ps}):""}
        @click=${()=>n(this,g,xa).call(this,s)}
      >
        ${_(An)} ${t(r)}
      </button>`};return a`
      <div class="add">${i("zone","add_zone")}${i("mask","add_mask")}</div>
      ${e.shapes.length===0?a`<p class="hint">${t("zones_empty")}</p>`:a`<ul>
              ${de(e.shapes,s=>s.key,s=>n(this,g,Na).call(this,s,e))}
            </ul>`}
      ${this.wrong.length>0?a`<p class="hint">${t("false_positive_hint")}</p>`:f}
      <p class="hint">${t("zones_hint")}</p>
    `},Na=function(e,t){let{localize:i}=this.context,s=t.selected===e.key,r=t.drawing===e.key?null:t.problem(e),c=n(this,g,ms).call(this,e);return a`<li class=${s?"selected":""} style="--colour: ${n(this,g,ai).call(this,e)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${s?"true":"false"}
          @click=${()=>n(this,g,va).call(this,s?null:e.key)}
        >
          <span class="swatch ${e.kind}"></span><span class="title" dir="auto">${c||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${i("remove_shape",{name:c})}
          title=${i("remove_shape",{name:c})}
          @click=${()=>n(this,g,ee).call(this,p=>p.remove(e.key))}
        >
          ${_(mt)}
        </button>
      </div>
      ${s&&e.kind==="zone"?n(this,g,Ca).call(this,e):f}
      ${r?a`<p class="problem">${n(this,g,Gs).call(this,e,r)}</p>`:f}
    </li>`},Ca=function(e){let{localize:t}=this.context;return a`<label>
        ${t("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${as(e.name)}
          @input=${i=>n(this,g,ee).call(this,s=>s.rename(i.target.value))}
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
          .value=${as(String(e.dwell))}
          @change=${i=>{let s=i.target.valueAsNumber;n(this,g,ee).call(this,r=>{r.setDwell(Number.isFinite(s)?Math.min(86400,Math.max(0,s)):0),r.endGesture()})}}
        />
      </label>`},q.styles=[I,ts,ha],d([y({attribute:!1})],q.prototype,"context",2),d([y({attribute:!1})],q.prototype,"cameraId",2),d([y({attribute:!1})],q.prototype,"offered",2),d([b()],q.prototype,"wrong",2),d([b()],q.prototype,"draft",2),d([b()],q.prototype,"still",2),d([b()],q.prototype,"broken",2),d([b()],q.prototype,"loaded",2),d([b()],q.prototype,"aspect",2),d([b()],q.prototype,"corner",2),d([b()],q.prototype,"error",2),d([b()],q.prototype,"complaint",2),d([b()],q.prototype,"saving",2),d([b()],q.prototype,"saved",2),d([b()],q.prototype,"leaving",2),d([H("dialog")],q.prototype,"dialog",2),d([H(".picture")],q.prototype,"picture",2),q=d([O("mycamera-zone-editor")],q);function ga(l){return Math.min(1,Math.max(0,Math.round(l*1e4)/1e4))}function Ns([l,o],e){return`left: ${l*100}%; top: ${o*100}%; --colour: ${e}`}var At=["live","persons","day","recordings","clips","figures","system"],jl={live:ht,persons:en,day:gt,recordings:yn,clips:bi,figures:on,system:_n},Gl=300,Kl=5e3,Yl=12*3600*1e3,Ht,ct,Ut,li,dt,Ae,pt,ci,x,Ys,Vt,Ft,fs,Xs,Ba,qa,ja,Se,ye,Ga,Ka,Ms,Ya,bs,gs,Xa,Ma,Wa,Ja,Qa,Lt,Ws,Za,el,tl,il,sl,U=class extends P{constructor(){super(...arguments);v(this,x);this.narrow=!1;this.tab="persons";this.filter=me;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.moment=null;this.watched=null;this.kiosk=!1;this.ignored=null;this.drawn=null;this.linkFailure=null;v(this,Ht,null);v(this,ct,null);v(this,Ut,!1);v(this,li);v(this,dt);v(this,Ae,null);v(this,pt,new Ri(()=>n(this,x,qa).call(this)));v(this,ci);v(this,Vt,()=>{this.connected=!0,this.clips?.reconnected(),n(this,x,fs).call(this,!0)});v(this,Ft,()=>{this.connected=!1});v(this,bs,e=>{let{detection:t,next:i,ignore:s}=e.detail;this.timeline?.feed.remove([t.event_id]),this.opened=s===null?i:null,s!==null&&(this.ignored=s,this.drawn=t.camera_id)})}connectedCallback(){super.connectedCallback(),k(this,ci,window.setInterval(()=>n(this,x,fs).call(this,!0),Yl));let[,e]=/\/mycamera\/(\w+)$/.exec(window.location.pathname)??[];this.tab=At.find(t=>t===e)??this.tab,this.kiosk=this.tab==="live"&&new URLSearchParams(window.location.search).has("kiosk"),this.hass&&n(this,x,Ys).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),window.clearInterval(u(this,ci)),window.clearTimeout(u(this,li)),window.clearTimeout(u(this,dt)),u(this,Ae)?.removeEventListener("ready",u(this,Vt)),u(this,Ae)?.removeEventListener("disconnected",u(this,Ft)),k(this,Ae,null),(e=u(this,ct))==null||e.call(this),k(this,ct,null),u(this,pt).disconnected()}shouldUpdate(e){if(e.size>1||!e.has("hass"))return!0;let t=e.get("hass"),i=this.hass;return t===void 0||i===void 0||t.language!==i.language||t.locale!==i.locale||t.config.time_zone!==i.config.time_zone||t.connection!==i.connection||t.dockedSidebar!==i.dockedSidebar||t.themes?.darkMode!==i.themes?.darkMode||t.user?.is_admin!==i.user?.is_admin}willUpdate(e){this.hass&&((e.has("hass")||e.has("overview")||u(this,Ht)===null)&&k(this,Ht,or(this.hass,this.overview)),e.has("hass")&&n(this,x,Ys).call(this),(e.has("route")||e.has("hass"))&&n(this,x,ja).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null||this.watched!==null?u(this,pt).opened():u(this,pt).closed()}render(){let e=u(this,Ht);return e?a`
      ${n(this,x,Xa).call(this,e)}
      <main>
        <div class="page ${this.tab}">${n(this,x,Wa).call(this,e)}</div>
      </main>
      <mycamera-person-dialog
        .context=${e}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${n(this,x,gs)}
        @mycamera-corrected=${t=>{this.opened=t.detail,this.timeline?.feed.put(t.detail)}}
        @mycamera-removed=${u(this,bs)}
        @mycamera-exporting=${()=>{this.opened=null,n(this,x,Se).call(this,"clips")}}
        @mycamera-moment=${t=>{let{camera_id:i,first_seen:s}=t.detail;this.opened=null,this.filter={...me,cameraId:i,day:e.formats.day(s)},this.moment=Date.parse(s)-2e3,n(this,x,Se).call(this,"day")}}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
      <mycamera-zone-editor
        .context=${e}
        .cameraId=${this.drawn}
        .offered=${this.ignored}
        @mycamera-camera=${t=>{this.drawn=t.detail,this.ignored=null}}
        @mycamera-close=${()=>{this.drawn=null,this.ignored=null}}
      ></mycamera-zone-editor>
    `:f}};Ht=new WeakMap,ct=new WeakMap,Ut=new WeakMap,li=new WeakMap,dt=new WeakMap,Ae=new WeakMap,pt=new WeakMap,ci=new WeakMap,x=new WeakSet,Ys=function(){let e=this.hass?.connection;!e||u(this,Ae)===e||(u(this,Ae)?.removeEventListener("ready",u(this,Vt)),u(this,Ae)?.removeEventListener("disconnected",u(this,Ft)),k(this,Ae,e),e.addEventListener("ready",u(this,Vt)),e.addEventListener("disconnected",u(this,Ft)),n(this,x,Xs).call(this))},Vt=new WeakMap,Ft=new WeakMap,fs=function(e){this.timeline?.feed.reload(e),e?this.recordings?.refresh():this.recordings?.records.reload()},Xs=async function(){if(!(!this.hass||u(this,Ut)||u(this,ct))){k(this,Ut,!0);try{let e=await Zn(this.hass,t=>n(this,x,Ba).call(this,t));this.isConnected?k(this,ct,e):e()}catch(e){this.failure=D(e),k(this,li,window.setTimeout(()=>{n(this,x,Xs).call(this)},Kl))}finally{k(this,Ut,!1)}}},Ba=function(e){switch(e.type){case"overview":{let t=this.failure!==null||this.overview?.database.available===!1&&e.overview.database.available;this.failure=null,this.overview=e.overview,t&&n(this,x,fs).call(this,!1);break}case"unavailable":this.failure=e.code;break;case"person":case"caption":this.timeline?.live(e.detection,e.type==="person"),this.opened?.event_id===e.detection.event_id&&(this.opened=e.detection);break;case"deleted":e.event_ids.length>0?this.timeline?.feed.remove(e.event_ids):this.timeline?.feed.reload(!0),this.opened&&e.event_ids.includes(this.opened.event_id)&&(this.opened=null);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(e.camera_id),this.dialog?.recorded(e.camera_id);break}},qa=function(){this.drawn!==null?this.editor?.leave():this.opened?this.opened=null:this.watched=null,this.drawn!==null&&u(this,pt).opened()},ja=async function(){let[,e,t]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!e||!t||!this.hass)){window.history.replaceState(window.history.state,"",e),this.linkFailure=null;try{this.opened=await $i(this.hass,t)}catch(i){this.linkFailure=D(i)}}},Se=function(e,t=!1){this.tab=e,this.kiosk=t,this.watched=null;let i=window.location.pathname.replace(/\/mycamera(\/\w+)?$/,"/mycamera");window.history.replaceState(window.history.state,"",`${i}/${e}${t?"?kiosk":""}`)},ye=function(e){this.filter={...this.filter,...e}},Ga=async function(){this.hass&&(await ki(this.hass,{until:new Date().toISOString()}).catch(()=>{}),this.timeline?.feed.reload(!0))},Ka=function(e){let t=e.target.value.trim();window.clearTimeout(u(this,dt)),k(this,dt,window.setTimeout(()=>{t!==this.filter.text&&n(this,x,ye).call(this,{text:t})},Gl))},Ms=function(){window.clearTimeout(u(this,dt)),this.filter=me},Ya=function(e){if(e.key!=="ArrowLeft"&&e.key!=="ArrowRight")return;let t=e.key==="ArrowRight"?1:At.length-1;n(this,x,Se).call(this,At[(At.indexOf(this.tab)+t)%At.length]??"persons"),this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus())},bs=new WeakMap,gs=function(e){this.opened=e.detail},Xa=function({localize:e,hass:t}){let i=s=>a`<button
      role="tab"
      id="tab-${s}"
      aria-selected=${this.tab===s?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===s?0:-1}
      @click=${()=>n(this,x,Se).call(this,s)}
    >
      ${_(jl[s])}<span>${e(s==="day"?"day_view":s)}</span>
    </button>`;return a`<header class="toolbar">
      ${this.narrow||t.dockedSidebar==="always_hidden"?a`<button
              class="icon-button menu"
              aria-label=${e("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${_(Rn)}
            </button>`:f}
      <h1>${e("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${e("views")} @keydown=${n(this,x,Ya)}>
        ${At.map(i)}
      </div>
    </header>`},Ma=function(e){return this.failure!==null?j({icon:ae,bad:!0,...V(e,this.failure)}):this.overview===null?a`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${e.localize("loading")}></div>
      </div>`:this.overview.cameras.length+this.overview.removed_cameras.length===0?qi(e,this.overview,()=>n(this,x,Se).call(this,"system")):null},Wa=function(e){let t=n(this,x,Ma).call(this,e);return t!==null||this.overview===null?a`<div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">${t}</div>`:this.tab==="live"?n(this,x,Ja).call(this,e,this.overview):this.tab==="system"?a`${n(this,x,Lt).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-system">
          <mycamera-system .context=${e} .overview=${this.overview}></mycamera-system>
        </div>`:this.tab==="clips"?a`${n(this,x,Lt).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-clips">
          <mycamera-exports .context=${e}></mycamera-exports>
        </div>`:this.tab==="figures"?(import("./figures-XDHXPDHV.js"),a`${n(this,x,Lt).call(this,e,this.overview)} ${n(this,x,Ws).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-figures">
          <mycamera-figures .context=${e} .cameraId=${this.filter.cameraId}></mycamera-figures>
        </div>`):a`
      ${n(this,x,Lt).call(this,e,this.overview)} ${n(this,x,Ws).call(this,e,this.overview)}
      ${n(this,x,tl).call(this,e,this.overview)}
      ${this.tab==="persons"?a`<mycamera-person-filters
              .context=${e}
              .filter=${this.filter}
              @mycamera-filter=${i=>n(this,x,ye).call(this,i.detail)}
              @mycamera-all-seen=${()=>{n(this,x,Ga).call(this)}}
            ></mycamera-person-filters>`:f}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${n(this,x,Qa).call(this,e,this.overview)}
      </div>
    `},Ja=function(e,t){return a`${n(this,x,Lt).call(this,e,t)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${e}
          .cameras=${t.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${i=>{this.watched=i.detail}}
          @mycamera-unwatch=${()=>{this.watched=null}}
          @mycamera-timeline=${i=>{this.filter={...me,cameraId:i.detail},n(this,x,Se).call(this,"day")}}
          @mycamera-kiosk=${i=>n(this,x,Se).call(this,"live",i.detail)}
        ></mycamera-live-wall>
      </div>`},Qa=function(e,t){switch(this.tab){case"live":case"clips":case"figures":case"system":return f;case"persons":return a`<mycamera-timeline
          .context=${e}
          .filter=${this.filter}
          @mycamera-open=${n(this,x,gs)}
          @mycamera-clear-filters=${n(this,x,Ms)}
          @mycamera-system=${()=>n(this,x,Se).call(this,"system")}
        ></mycamera-timeline>`;case"day":return a`<mycamera-day
          .context=${e}
          .cameraId=${this.filter.cameraId??t.cameras[0]?.camera_id??null}
          .day=${this.filter.day??e.formats.today()}
          .start=${this.moment}
          @mycamera-open=${n(this,x,gs)}
          @mycamera-exporting=${()=>n(this,x,Se).call(this,"clips")}
        ></mycamera-day>`;case"recordings":return a`<mycamera-recordings
          .context=${e}
          .filter=${this.filter}
          @mycamera-clear-filters=${n(this,x,Ms)}
        ></mycamera-recordings>`}},Lt=function(e,t){let{localize:i,hass:s}=e,r=(w,h)=>a`<div class="banner" role="alert">
      ${_(mn)}
      <p><strong>${w}</strong><br />${h}</p>
    </div>`,c=w=>a`<div class="banner" role="alert">
      ${_(ae)}
      <p>${w==="not_found"?i("linked_missing"):V(e,w).heading}</p>
      <button
        class="icon-button"
        aria-label=${i("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${_(J)}
      </button>
    </div>`,{available:p,waiting:m}=t.database;return a`${this.linkFailure===null?f:c(this.linkFailure)}
    ${this.connected?f:r(i("connection_lost"),i("connection_lost_text"))}
    ${p?f:r(i("database_down"),A(i,s.language,"database_waiting",m))}`},Ws=function(e,t){let{localize:i,hass:s}=e,r=c=>{let p=this.filter.cameraId===c.camera_id,m=i(`status_${c.recording_status}`),w=c.detection_enabled&&!c.watching?i("not_watching"):"";return a`<button
        class="chip"
        aria-pressed=${p?"true":"false"}
        title=${[m,c.recording_error,w].filter(Boolean).join(`
`)}
        @click=${()=>n(this,x,ye).call(this,{cameraId:p?null:c.camera_id})}
      >
        <span class="dot ${c.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${c.name}</span>
          <span class="status">${m}</span>
        </span>
        ${c.persons?a`<span class="count" role="img" aria-label=${A(i,s.language,"in_view",c.persons)}>
                ${c.persons}
              </span>`:f}
      </button>`};return a`<div class="cameras" role="group" aria-label=${i("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.filter.cameraId===null?"true":"false"}
        @click=${()=>n(this,x,ye).call(this,{cameraId:null})}
      >
        <span class="texts"><span class="name">${i("all_cameras")}</span></span>
      </button>
      ${t.cameras.map(r)}${t.removed_cameras.map(c=>n(this,x,Za).call(this,i,c))}
    </div>
    ${n(this,x,el).call(this,e,t)}`},Za=function(e,t){let i=this.filter.cameraId===t.camera_id;return a`<button
      class="chip"
      aria-pressed=${i?"true":"false"}
      @click=${()=>n(this,x,ye).call(this,{cameraId:i?null:t.camera_id})}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${t.name}</span>
        <span class="status">${e("removed")}</span>
      </span>
    </button>`},el=function(e,t){let i=t.removed_cameras.find(s=>s.camera_id===this.filter.cameraId);return!i||!e.hass.user?.is_admin?f:a`<mycamera-left-behind
      .context=${e}
      .camera=${i}
      @mycamera-deleted=${()=>n(this,x,ye).call(this,{cameraId:null})}
    ></mycamera-left-behind>`},tl=function(e,t){let{localize:i,formats:s}=e,r=s.today(),{day:c}=this.filter;return a`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${i("previous_day")}
          @click=${()=>n(this,x,ye).call(this,{day:c?xs(c,-1):r})}
        >
          ${_(di)}
        </button>
        <input
          type="date"
          class=${c?"":"any"}
          data-any=${i("clear_day")}
          aria-label=${i("date")}
          max=${r}
          .value=${c??""}
          @change=${p=>{let m=p.target.value;n(this,x,ye).call(this,{day:qn(m)?m:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${i("next_day")}
          ?disabled=${c===null||c>=r}
          @click=${()=>c&&n(this,x,ye).call(this,{day:xs(c,1)})}
        >
          ${_(pi)}
        </button>
        ${c?a`<button
                class="icon-button"
                aria-label=${i("clear_day")}
                @click=${()=>n(this,x,ye).call(this,{day:null})}
              >
                ${_(nn)}
              </button>`:f}
      </div>
      ${this.tab==="persons"?a`<div class="search">
              ${_(Tn)}
              <input
                type="text"
                inputmode="search"
                enterkeyhint="search"
                maxlength="100"
                autocomplete="off"
                placeholder=${i("search")}
                aria-label=${i("search")}
                .value=${this.filter.text}
                @input=${n(this,x,Ka)}
              />
              ${this.filter.text?a`<button
                      class="icon-button"
                      aria-label=${i("clear_search")}
                      @click=${()=>n(this,x,ye).call(this,{text:""})}
                    >
                      ${_(J)}
                    </button>`:f}
            </div>`:f}
      ${n(this,x,il).call(this,e,t)} ${n(this,x,sl).call(this,e,t)}
    </div>`},il=function({localize:e,hass:t},i){let s=this.filter.cameraId??i.cameras[0]?.camera_id;return!t.user?.is_admin||!i.cameras.some(r=>r.camera_id===s)?f:a`<button
      class="text-button zones"
      @click=${()=>{this.drawn=s??null}}
    >
      ${_(Vn)} ${e("zones")}
    </button>`},sl=function({localize:e,hass:t},i){let{worker:s,pending_analyses:r,pending_captions:c}=i,p=s.overloaded?"overloaded":s.status,m=i.minutes_behind,w=[e(`worker_${p}`),m?A(e,t.language,"minutes_behind",m):"",r?A(e,t.language,"pending_analyses",r):"",c?A(e,t.language,"pending_captions",c):""].filter(Boolean),h=s.overloaded?e("worker_overloaded_advice"):"";return a`<button
      class="hub"
      title=${[s.device,s.error,h].filter(Boolean).join(`
`)}
      @click=${()=>n(this,x,Se).call(this,"system")}
    >
      <span class="dot ${p}"></span>
      <span>${w.join(" · ")}</span>
    </button>`},U.styles=[I,he,Oo],d([y({attribute:!1})],U.prototype,"hass",2),d([y({type:Boolean,reflect:!0})],U.prototype,"narrow",2),d([y({attribute:!1})],U.prototype,"route",2),d([y({attribute:!1})],U.prototype,"panel",2),d([b()],U.prototype,"tab",2),d([b()],U.prototype,"filter",2),d([b()],U.prototype,"overview",2),d([b()],U.prototype,"failure",2),d([b()],U.prototype,"connected",2),d([b()],U.prototype,"opened",2),d([b()],U.prototype,"moment",2),d([b()],U.prototype,"watched",2),d([b()],U.prototype,"kiosk",2),d([b()],U.prototype,"ignored",2),d([b()],U.prototype,"drawn",2),d([H("mycamera-timeline")],U.prototype,"timeline",2),d([H("mycamera-day")],U.prototype,"dayView",2),d([H("mycamera-exports")],U.prototype,"clips",2),d([H("mycamera-recordings")],U.prototype,"recordings",2),d([H("mycamera-person-dialog")],U.prototype,"dialog",2),d([H("mycamera-zone-editor")],U.prototype,"editor",2),d([b()],U.prototype,"linkFailure",2),U=d([O("mycamera-panel")],U);export{U as MyCameraPanel};
/*! Bundled license information:

lit-html/directive.js:
lit-html/directives/repeat.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directive-helpers.js:
lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/style-map.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
