import{a as Wn,b as Mn,c as re,d as Ri}from"./chunk-YN3ZNTBP.js";import{a as Yn,b as cs,c as ds,d as Si,e as Zn,f as Xn}from"./chunk-EAEZTBNV.js";import{a as Ae,b as pt,c as ut,d as Qn,e as er}from"./chunk-V3LKPO3W.js";import{b as Jn}from"./chunk-HHJDOHJD.js";import{a as Kn,b as B,c as De,d as Ti,e as Me,f as Ei}from"./chunk-HWC6K2UQ.js";import{$ as bn,A as Ms,B as en,C as tn,D as sn,E as nn,F as rn,H as on,I as an,J as ci,K as dt,L as ln,M as di,N as pi,O as cn,P as dn,Q as pn,R as ls,S as un,T as hn,U as ui,V as hi,W as mn,X as fn,Y as mi,Z as gn,_ as vn,a as Hs,aa as At,b as Vs,ba as xn,c as lt,ca as fi,d as ri,da as yn,e as Ns,ea as $n,f as le,fa as gi,ga as wn,h as as,ha as kn,i as Cs,ia as vi,j as qs,ja as bi,k as je,l as js,m as Bs,n as Gs,o as Ks,p as Ys,q as Zs,r as oi,s as ai,t as li,u as Y,v as Xs,w as Js,x as Qs,y as Ws,z as ct}from"./chunk-Y3GESK43.js";import{a as P,b as o,c as It,d as _e,e as f,f as _n,g as S,h as y,i as g,j as H,k as xi,l as Gn,n as I,o as ne,p as R,q as k,r as he,s as G,t as F,u as ht,v as mt,w as O}from"./chunk-ROSWK6HT.js";import{B as Cn,C as qn,D as jn,E as Bn,F as ki,G as _i,H as zi,a as zn,b as We,c as Lt,d as Tn,e as E,f as En,g as Ft,h as Sn,i as yi,j as Rn,k as On,m as Pn,n as Dn,o as An,p as $i,q as In,r as wi,s as Ln,t as Fn,u as Un,v as Hn,y as Vn,z as Nn}from"./chunk-2JCHHYXV.js";import{a as c,b as m,c as w,d as _,e as n}from"./chunk-ZORKPPHW.js";var Oi=class{constructor(l,e=window){this.close=l;this.view=e}#e=!1;opened(){this.#e||(this.#e=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#i))}closed(){this.#e&&(this.#t(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#t()}#t(){this.#e=!1,this.view.removeEventListener("popstate",this.#i)}#i=()=>{this.#t(),this.close()}};var{I:pl}=_n,tr=d=>d;var sr=d=>d.strings===void 0,ir=()=>document.createComment(""),ft=(d,l,e)=>{let t=d._$AA.parentNode,i=l===void 0?d._$AB:l._$AA;if(e===void 0){let s=t.insertBefore(ir(),i),r=t.insertBefore(ir(),i);e=new pl(s,r,d,d.options)}else{let s=e._$AB.nextSibling,r=e._$AM,a=r!==d;if(a){let p;e._$AQ?.(d),e._$AM=d,e._$AP!==void 0&&(p=d._$AU)!==r._$AU&&e._$AP(p)}if(s!==i||a){let p=e._$AA;for(;p!==s;){let u=tr(p).nextSibling;tr(t).insertBefore(p,i),p=u}}}return e},Be=(d,l,e=d)=>(d._$AI(l,e),d),ul={},Pi=(d,l=ul)=>d._$AH=l,nr=d=>d._$AH,Di=d=>{d._$AR(),d._$AA.remove()};var rr=(d,l,e)=>{let t=new Map;for(let i=l;i<=e;i++)t.set(d[i],i);return t},te=pt(class extends ut{constructor(d){if(super(d),d.type!==Ae.CHILD)throw Error("repeat() can only be used in text expressions")}dt(d,l,e){let t;e===void 0?e=l:l!==void 0&&(t=l);let i=[],s=[],r=0;for(let a of d)i[r]=t?t(a,r):r,s[r]=e(a,r),r++;return{values:s,keys:i}}render(d,l,e){return this.dt(d,l,e).values}update(d,[l,e,t]){let i=nr(d),{values:s,keys:r}=this.dt(l,e,t);if(!Array.isArray(i))return this.ut=r,s;let a=this.ut??=[],p=[],u,x,h=0,T=i.length-1,D=0,N=s.length-1;for(;h<=T&&D<=N;)if(i[h]===null)h++;else if(i[T]===null)T--;else if(a[h]===r[D])p[D]=Be(i[h],s[D]),h++,D++;else if(a[T]===r[N])p[N]=Be(i[T],s[N]),T--,N--;else if(a[h]===r[N])p[N]=Be(i[h],s[N]),ft(d,p[N+1],i[h]),h++,N--;else if(a[T]===r[D])p[D]=Be(i[T],s[D]),ft(d,i[h],i[T]),T--,D++;else if(u===void 0&&(u=rr(r,D,N),x=rr(a,h,T)),u.has(a[h]))if(u.has(a[T])){let ue=x.get(r[D]),se=ue!==void 0?i[ue]:null;if(se===null){let qe=ft(d,i[h]);Be(qe,s[D]),p[D]=qe}else p[D]=Be(se,s[D]),ft(d,i[h],se),i[ue]=null;D++}else Di(i[T]),T--;else Di(i[h]),h++;for(;D<=N;){let ue=ft(d,p[N+1]);Be(ue,s[D]),p[D++]=ue}for(;h<=T;){let ue=i[h++];ue!==null&&Di(ue)}return this.ut=r,Pi(d,p),_e}});function or(d){return d.connection.sendMessagePromise({type:"mycamera/exports"})}async function Ai(d,l,e,t){let i=await d.connection.subscribeMessage(()=>{},{type:"mycamera/export_clip",camera_id:l,since:new Date(e).toISOString(),until:new Date(t).toISOString()},{resubscribe:!1});await Promise.resolve(i()).catch(()=>{})}function ar(d,l,e){return d.connection.subscribeMessage(e,{type:"mycamera/follow_export",export_id:l},{resubscribe:!1})}function lr(d,l){return d.connection.sendMessagePromise({type:"mycamera/cancel_export",export_id:l})}function cr(d,l){return d.connection.sendMessagePromise({type:"mycamera/delete_export",export_id:l})}var Ii,dr,ze=class extends S{constructor(){super(...arguments);w(this,Ii);this.cameraIds=[];this.range={from:0,to:1};this.busy=!1;this.failed=null}render(){let{localize:e,formats:t}=this.context,{from:i,to:s}=this.range,r=t.range(new Date(i).toISOString(),new Date(s).toISOString());return o`<output>${r} · ${t.duration((s-i)/1e3)}</output>
      <button class="text-button" ?disabled=${this.busy} @click=${()=>{n(this,Ii,dr).call(this)}}>
        ${k(hi)} ${e("export")}
      </button>
      <button
        class="icon-button"
        aria-label=${e("draw_cancel")}
        @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
      >
        ${k(Y)}
      </button>
      ${this.failed===null?f:o`<p role="alert">${this.failed}</p>`}`}};Ii=new WeakSet,dr=async function(){this.busy=!0;try{for(let e of this.cameraIds)await Ai(this.context.hass,e,this.range.from,this.range.to);this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-exporting",{bubbles:!0,composed:!0}))}catch(e){this.failed=F(this.context,E(e)).text}finally{this.busy=!1}},ze.styles=[O,P`
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
    `],c([y({attribute:!1})],ze.prototype,"context",2),c([y({attribute:!1})],ze.prototype,"cameraIds",2),c([y({attribute:!1})],ze.prototype,"range",2),c([g()],ze.prototype,"busy",2),c([g()],ze.prototype,"failed",2),ze=c([R("mycamera-clip-bar")],ze);var pr=1e3,hl=25,ml=120*pr,Ie,X,gt,ur,ps,hr,mr,ie=class extends S{constructor(){super(...arguments);w(this,X);this.cameraId="";this.spans=[];this.speed=1;this.poster=null;this.named=!1;this.empty=!1;this.problem=null;this.codec=null;w(this,Ie,null)}disconnectedCallback(){super.disconnectedCallback(),m(this,Ie)?.close(),_(this,Ie,null)}updated(){this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}async show(e){let t=Si(this.spans,e);if(t===null)return;this.problem=null,await this.updateComplete;let{Film:i,filmsPlay:s}=await import("./film-OZFNAJZV.js");if(!(!this.video||!this.isConnected)){if(!s()){n(this,X,ps).call(this,"unplayable",t);return}m(this,Ie)??_(this,Ie,new i(this.video,this.context.hass,this.cameraId,{at:r=>n(this,X,gt).call(this,"mycamera-at",r),ended:r=>n(this,X,ur).call(this,r),failed:r=>n(this,X,ps).call(this,r,t)})),await m(this,Ie).seek(t)}}async play(){await this.video?.play().catch(()=>{})}pause(){this.video?.pause()}get begun(){return m(this,Ie)!==null}frame(e){let{video:t}=this;!t||m(this,Ie)===null||(t.pause(),t.currentTime=Math.max(0,t.currentTime+e/hl))}render(){let{context:e}=this,t=B(e,this.cameraId);return o`<video
        playsinline
        muted
        aria-label=${t}
        poster=${this.poster===null?f:`data:image/jpeg;base64,${this.poster}`}
        @play=${()=>n(this,X,gt).call(this,"mycamera-playing",!0)}
        @pause=${()=>n(this,X,gt).call(this,"mycamera-playing",!1)}
      ></video>
      ${this.named?o`<span class="name" dir="auto">${t}</span>`:f}
      ${this.empty?o`<p class="nothing">${e.localize("nothing_recorded")}</p>`:n(this,X,mr).call(this)}`}};Ie=new WeakMap,X=new WeakSet,gt=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},ur=function(e){let t=this.spans.find(([i])=>i>=e);if(t){this.show(t[0]);return}this.problem="ended",n(this,X,gt).call(this,"mycamera-ended",e)},ps=function(e,t){this.problem=e,e==="unplayable"&&n(this,X,hr).call(this,t)},hr=async function(e){try{let{hass:t}=this.context,i=await yi(t,this.cameraId,e-ml,e+pr);this.codec=i[0]?.codec??null}catch(t){console.info("MyCamera: the codec of the recording cannot be loaded:",E(t))}},mr=function(){let{context:e,problem:t}=this;if(t===null)return f;let{localize:i}=e,s=t==="ended"?i("film_ended"):ht(e,t,this.codec);return t!=="unplayable"?o`<p class="problem" role="alert">${s}</p>`:o`<div class="problem" role="alert">
      <p>${s}</p>
      <p>${i("unplayable_advice")}</p>
      <button
        class="text-button"
        @click=${r=>{r.stopPropagation(),n(this,X,gt).call(this,"mycamera-cut",null)}}
      >
        ${i("clip")}
      </button>
    </div>`},ie.styles=[O,P`
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
    `],c([y({attribute:!1})],ie.prototype,"context",2),c([y({attribute:!1})],ie.prototype,"cameraId",2),c([y({attribute:!1})],ie.prototype,"spans",2),c([y({attribute:!1})],ie.prototype,"speed",2),c([y({attribute:!1})],ie.prototype,"poster",2),c([y({type:Boolean})],ie.prototype,"named",2),c([y({type:Boolean,reflect:!0})],ie.prototype,"empty",2),c([g()],ie.prototype,"problem",2),c([g()],ie.prototype,"codec",2),c([H("video")],ie.prototype,"video",2),ie=c([R("mycamera-day-film")],ie);function Li(d,l){return d.some(([e,t])=>e<=l&&l<t)}function fr(d){let l=[];for(let[e,t]of d.flat().sort((i,s)=>i[0]-s[0])){let i=l.at(-1);i&&e<=i[1]?i[1]=Math.max(i[1],t):l.push([e,t])}return l}function gr(d,l){for(let[e,t]of d)if(Li(t,l))return e;return null}var fl=700;function vr(d,l,e){return d===void 0||Math.abs(d-l)>fl*Math.max(1,e)}function br(d,l,e){return l-d>2e3*Math.max(1,e)}function us(d){let[l=1970,e=1]=d.split("-").map(Number),t=new Date(Date.UTC(l,e,0)).getUTCDate();return Array.from({length:t},(i,s)=>Lt(`${d.slice(0,8)}01`,s))}function xr(d,l,e,t){let i=(Math.min(e,t)-l)/6e4;return i<=0?0:Math.min(1,d/Math.max(1,i))}var gl=Date.UTC(2024,0,1),vl=864e5,et,vt,yr,$r,Te=class extends S{constructor(){super(...arguments);w(this,vt);this.cameraIds=[];this.day="";this.found=null;this.failure=null;w(this,et,0)}willUpdate(e){(e.has("day")||e.has("cameraIds"))&&n(this,vt,yr).call(this)}render(){let{context:e}=this,{hass:t,formats:i}=e;if(this.failure!==null)return o`<p role="alert">${F(e,this.failure).heading}</p>`;let s=us(this.day),r=t.locale.language,a=new Intl.DateTimeFormat(r,{weekday:"short",timeZone:"UTC"}),p=new Intl.DateTimeFormat(r,{year:"numeric",month:"long",timeZone:"UTC"});return o`<h2>${p.format(Date.parse(`${this.day}T00:00:00Z`))}</h2>
      <div class="days">
        ${Array.from({length:7},(u,x)=>o`<span class="head">${a.format(gl+x*vl)}</span>`)}
        ${s.map((u,x)=>n(this,vt,$r).call(this,u,x===0?Jn(u)+1:null,i.today()))}
      </div>`}};et=new WeakMap,vt=new WeakSet,yr=async function(){_(this,et,m(this,et)+1);let e=m(this,et),{hass:t,formats:i}=this.context,s=us(this.day),{since:r}=We(s[0]??this.day,i.timeZone),{until:a}=We(s.at(-1)??this.day,i.timeZone);try{let p=await Promise.all(this.cameraIds.map(async u=>[u,(await Dn(t,u,r,a,i.timeZone)).days]));if(e!==m(this,et))return;this.found=new Map(p),this.failure=null}catch(p){e===m(this,et)&&(this.failure=E(p))}},$r=function(e,t,i){let{context:s,found:r}=this,{localize:a,formats:p,hass:u}=s,{since:x,until:h}=We(e,p.timeZone),T=se=>r?.get(se)?.find(qe=>qe.day===e),D=this.cameraIds.map(se=>({id:se,part:xr(T(se)?.recordings??0,Date.parse(x),Date.parse(h),Date.now())})),N=this.cameraIds.reduce((se,qe)=>se+(T(qe)?.persons??0),0),ue=[p.heading(e),...D.map(({id:se,part:qe})=>`${B(s,se)}: ${p.percent(qe)}`),I(a,u.language,"seen",N)].join(`
`);return o`<button
      style=${t===null?"":`grid-column-start: ${t}`}
      title=${ue}
      aria-current=${e===this.day?"date":"false"}
      ?disabled=${e>i}
      @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))}
    >
      <span class="visually-hidden">${ue}</span>
      <span class="number" aria-hidden="true">${Number(e.slice(8))}</span>
      <span class="persons" aria-hidden="true">${N>0?p.number(N):f}</span>
      ${D.map(({part:se})=>o`<span class="bar"><span style="inline-size: ${(se*100).toFixed(1)}%"></span></span>`)}
    </button>`},Te.styles=[O,P`
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
    `],c([y({attribute:!1})],Te.prototype,"context",2),c([y({attribute:!1})],Te.prototype,"cameraIds",2),c([y({attribute:!1})],Te.prototype,"day",2),c([g()],Te.prototype,"found",2),c([g()],Te.prototype,"failure",2),Te=c([R("mycamera-month")],Te);var oe,wr,kr,_r,bt,xe=class extends S{constructor(){super(...arguments);w(this,oe);this.why=null;this.failure=null;this.queued=null}willUpdate(e){(e.has("cameraId")||e.has("moment"))&&n(this,oe,wr).call(this)}render(){let{context:e,why:t}=this,{localize:i,formats:s}=e,r=s.timeSeconds(new Date(this.moment).toISOString());return o`<section aria-labelledby="title">
      <header>
        <h2 id="title">${i("why_at",{time:r})}</h2>
        <button
          class="icon-button"
          aria-label=${i("close")}
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
        >
          ${k(Y)}
        </button>
      </header>
      <div aria-live="polite">
        ${this.failure===null?f:o`<p role="alert">${F(e,this.failure).heading}</p>`}
        ${t===null?this.failure===null?o`<div class="spinner" role="progressbar" aria-label=${i("loading")}></div>`:f:n(this,oe,_r).call(this,t)}
      </div>
    </section>`}};oe=new WeakSet,wr=async function(){let{cameraId:e,moment:t}=this;this.why=this.failure=this.queued=null;try{let i=await Bn(this.context.hass,e,t);this.cameraId===e&&this.moment===t&&(this.why=i)}catch(i){this.failure=E(i)}},kr=async function(e){try{this.queued=(await _i(this.context.hass,[e])).queued}catch(t){this.failure=E(t)}},_r=function(e){let{localize:t,formats:i,hass:s}=this.context,r={confidence:i.percent(e.min_confidence),height:i.percent(e.min_height),cause:e.gap_cause===null?"":mt(this.context,e.gap_cause),zones:e.zones.join(" · "),error:e.analysis_error??""},a=p=>ne(t,`why_${p}`,"why_nobody_found").replace(/\{(\w+)\}/g,(x,h)=>r[h]??"");return o`
      ${e.reasons.length===0?o`<p class="reason">${k(Ks)} ${t("why_told")}</p>`:e.reasons.map(p=>o`<p class="reason">${k(ci)} ${a(p)}</p>`)}
      ${e.analysis_error?o`<p class="error" dir="auto">${e.analysis_error}</p>`:f}
      ${e.persons.map(p=>o`<button
          class="text-button"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:p}))}
        >
          ${[i.timeSeconds(p.first_seen),i.percent(p.confidence),t(p.found_live?"why_found_live":"why_found_recorded"),(p.zones??[]).join(", "),De(this.context,p)[0]?.text??""].filter(Boolean).join(" · ")}
        </button>`)}
      <dl>
        ${n(this,oe,bt).call(this,t("confidence"),`≥ ${r.confidence}`)}
        ${e.min_height>0?n(this,oe,bt).call(this,t("why_height"),`≥ ${r.height}`):f}
        ${e.zones.length>0?n(this,oe,bt).call(this,t("zones"),r.zones):f}
        ${e.masks>0?n(this,oe,bt).call(this,t("why_ignored"),String(e.masks)):f}
        ${e.analysis_status===null?f:n(this,oe,bt).call(this,t("analysis"),t(`analysis_${e.analysis_status}`))}
      </dl>
      ${this.queued!==null?o`<p role="status">${I(t,s.language,"queued",this.queued)}</p>`:e.record_id!==null&&s.user?.is_admin&&e.persons.length===0?o`<button class="text-button" @click=${()=>{n(this,oe,kr).call(this,e.record_id??0)}}>
                ${t("why_analyze")}
              </button>`:f}
    `},bt=function(e,t){return o`<div>
      <dt>${e}</dt>
      <dd dir="auto">${t}</dd>
    </div>`},xe.styles=[O,P`
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
    `],c([y({attribute:!1})],xe.prototype,"context",2),c([y({attribute:!1})],xe.prototype,"cameraId",2),c([y({attribute:!1})],xe.prototype,"moment",2),c([g()],xe.prototype,"why",2),c([g()],xe.prototype,"failure",2),c([g()],xe.prototype,"queued",2),xe=c([R("mycamera-why")],xe);var bl=[.5,1,2,4,8,16],Q=1e3,xl=15*Q,Ut=60*Q,zr=4,yl=2*Q,Ke,xt,de,Fe,tt,Ye,v,ce,Le,Ht,Tr,Fi,Er,Vt,Ee,Sr,Nt,Rr,Or,Ui,Hi,hs,Ct,ms,Ge,Pr,Dr,Ar,Vi,Ir,Lr,Fr,Ur,Hr,Vr,Nr,Cr,C=class extends S{constructor(){super(...arguments);w(this,v);this.cameraIds=[];this.day="";this.start=null;this.days=null;this.failure=null;this.view={from:0,to:1};this.moment=null;this.playing=!1;this.speed=1;this.films=[];this.empty=new Set;this.posters=new Map;this.month=!1;this.clip=null;this.asked=null;w(this,Ke,0);w(this,xt,!1);w(this,de,"");w(this,Fe,new Map);w(this,tt,null);w(this,Ye);w(this,Vi,e=>{let t={ArrowLeft:-10*Q,ArrowRight:10*Q,PageDown:-300*Q,PageUp:300*Q},{from:i,to:s}=n(this,v,ce).call(this);if(e.key in t)n(this,v,Hi).call(this,t[e.key]??0);else if(e.key==="Home")n(this,v,Ee).call(this,i);else if(e.key==="End")n(this,v,Ee).call(this,s);else if(e.key===" "||e.key==="k")n(this,v,Ui).call(this);else if(e.key==="+")n(this,v,Ge).call(this,.5);else if(e.key==="-")n(this,v,Ge).call(this,2);else if(e.key==="n")n(this,v,Ct).call(this,1);else if(e.key==="p")n(this,v,Ct).call(this,-1);else if(e.key===",")n(this,v,hs).call(this,-1);else if(e.key===".")n(this,v,hs).call(this,1);else return;e.preventDefault()})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(m(this,Ye)),_(this,Ye,void 0)}willUpdate(e){if(e.has("cameraIds")&&(this.films=this.cameraIds.slice(0,zr)),e.has("cameraIds")||e.has("day")){let t=!e.has("day")&&this.moment!==null,{from:i,to:s}=n(this,v,ce).call(this);t||(this.moment=this.start!==null&&this.start>=i&&this.start<s?this.start:null,this.view={from:i,to:s}),this.days=null,this.clip=null,this.asked=null,this.playing=!1,this.posters=new Map,m(this,Fe).clear(),n(this,v,Fi).call(this)}}recorded(e){!this.cameraIds.includes(e)||Date.now()>n(this,v,ce).call(this).to||m(this,Ye)!==void 0||_(this,Ye,window.setTimeout(()=>{_(this,Ye,void 0),n(this,v,Fi).call(this)},xl))}render(){let{context:e,days:t}=this,{localize:i}=e;return this.failure!==null&&t===null?G({icon:le,bad:!0,...F(e,this.failure),action:o`<button class="text-button" @click=${()=>{n(this,v,Fi).call(this)}}>${i("retry")}</button>`}):t===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`:this.month?o`${n(this,v,Ir).call(this)} ${n(this,v,Lr).call(this)}`:[...t.values()].every(({spans:s})=>s.length===0)?o`${G({icon:bi,heading:i("day_none"),text:i("day_none_text"),action:o`<button class="text-button" @click=${()=>n(this,v,Ge).call(this,2)}>
          ${k(as)} ${i("month")}
        </button>`})}`:o`<div
        class="films"
        data-count=${this.films.length}
        style="--more-lines: ${Math.max(0,this.cameraIds.length*36-48)}px"
      >
        ${te(this.films,s=>s,s=>o`<mycamera-day-film
            .context=${e}
            .cameraId=${s}
            .spans=${n(this,v,Le).call(this,s)}
            .speed=${this.speed}
            .poster=${this.posters.get(s)??null}
            ?named=${this.films.length>1}
            ?empty=${this.empty.has(s)}
            @click=${()=>{n(this,v,Ui).call(this)}}
            @mycamera-at=${r=>n(this,v,Rr).call(this,s,r.detail)}
            @mycamera-playing=${r=>{s===m(this,de)&&(this.playing=r.detail)}}
            @mycamera-ended=${r=>n(this,v,Or).call(this,s,r.detail)}
            @mycamera-cut=${()=>n(this,v,ms).call(this)}
          ></mycamera-day-film>`)}
      </div>
      ${n(this,v,Fr).call(this)} ${n(this,v,Ur).call(this,t)} ${n(this,v,Vr).call(this,t)}`}};Ke=new WeakMap,xt=new WeakMap,de=new WeakMap,Fe=new WeakMap,tt=new WeakMap,Ye=new WeakMap,v=new WeakSet,ce=function(){let{since:e,until:t}=We(this.day,this.context.formats.timeZone);return{from:Date.parse(e),to:Date.parse(t)}},Le=function(e){return this.days?.get(e)?.spans??[]},Ht=function(){return fr(this.films.map(e=>n(this,v,Le).call(this,e)))},Tr=function({from:e,to:t}){let i=this.films.filter(s=>n(this,v,Le).call(this,s).some(([r,a])=>r<t&&a>e));return i.length>0?i:this.films.slice(0,1)},Fi=async function(){_(this,Ke,m(this,Ke)+1);let e=m(this,Ke),{since:t,until:i}=We(this.day,this.context.formats.timeZone);try{let s=await Promise.all(this.cameraIds.map(async a=>[a,await Pn(this.context.hass,a,t,i)]));if(e!==m(this,Ke))return;let r=this.days===null;if(this.days=new Map(s),this.failure=null,!r)return;await this.updateComplete,this.moment!==null?n(this,v,Ee).call(this,this.moment):n(this,v,Er).call(this,e)}catch(s){e===m(this,Ke)&&(this.failure=E(s))}},Er=async function(e){for(let t of this.films){let i=n(this,v,Le).call(this,t)[0];if(!i)continue;let{picture:s}=await An(this.context.hass,t,i[0]).catch(()=>({picture:null}));if(e!==m(this,Ke))return;s!==null&&(this.posters=new Map([...this.posters,[t,s]]))}},Vt=function(e){return[...this.players].find(t=>t.cameraId===e)},Ee=async function(e){_(this,tt,null);let t=Si(m(this,v,Ht),e);if(t===null)return;this.moment=t,this.view=ds(this.view,n(this,v,ce).call(this),t),m(this,Fe).clear(),n(this,v,Sr).call(this,t),await this.updateComplete,n(this,v,Nt).call(this,t);let i=n(this,v,Vt).call(this,m(this,de));await i?.show(t),this.playing&&await i?.play()},Sr=function(e){let t=new Map(this.films.map(i=>[i,n(this,v,Le).call(this,i)]));_(this,de,gr(t,e)??this.films[0]??"")},Nt=function(e){let t=this.films.filter(i=>i!==m(this,de)&&!Li(n(this,v,Le).call(this,i),e));[...this.empty].join()!==t.join()&&(this.empty=new Set(t));for(let i of this.players){let{cameraId:s}=i;if(s===m(this,de))continue;if(t.includes(s)){i.pause();continue}let r=m(this,Fe).get(s);(r===void 0||Date.now()-r.right>yl)&&vr(r?.at,e,this.speed)?(m(this,Fe).set(s,{at:e,right:Date.now()}),i.show(e).then(()=>this.playing?i.play():i.pause())):this.playing?i.play():i.pause()}},Rr=function(e,t){if(m(this,xt))return;if(e!==m(this,de)){let s=m(this,Fe).get(e);s&&(s.at=t);return}let i=this.moment??t;if(this.playing&&br(i,t,this.speed)){let s=this.films.find(r=>r!==e&&Li(n(this,v,Le).call(this,r),i+Q));if(s!==void 0){_(this,de,s),n(this,v,Vt).call(this,e)?.pause(),m(this,Fe).set(e,{at:t,right:Date.now()}),n(this,v,Nt).call(this,i+Q),n(this,v,Vt).call(this,s)?.play();return}}this.playing&&_(this,tt,null),this.moment=t,this.view=ds(this.view,n(this,v,ce).call(this),t),this.films.length>1&&n(this,v,Nt).call(this,t)},Or=function(e,t){if(e!==m(this,de))return;this.films.find(s=>s!==e&&n(this,v,Le).call(this,s).some(([,r])=>r>t+Q))!==void 0&&n(this,v,Ee).call(this,t)},Ui=async function(){let e=n(this,v,Vt).call(this,m(this,de));if(this.playing){this.playing=!1;for(let t of this.players)t.pause();return}this.playing=!0,e?.begun?await e.play():await n(this,v,Ee).call(this,this.moment??m(this,v,Ht)[0]?.[0]??0),this.moment!==null&&n(this,v,Nt).call(this,this.moment)},Hi=function(e){let{from:t,to:i}=n(this,v,ce).call(this),s=m(this,v,Ht),r=Math.min(i,Math.max(t,(this.moment??s[0]?.[0]??t)+e)),a=s.findLast(([u])=>u<=r),p=e<0&&a!==void 0&&r>=a[1];n(this,v,Ee).call(this,p?a[1]-2*Q:r)},hs=function(e){this.playing=!1;for(let t of this.players)t.frame(e)},Ct=function(e){let i=this.films.flatMap(r=>this.days?.get(r)?.persons??[]).map(r=>Date.parse(r.first_seen)).sort((r,a)=>r-a),s=Zn(i,this.moment??n(this,v,ce).call(this).from,e);s!==null&&n(this,v,Ee).call(this,s)},ms=function(){if(this.clip){this.clip=null;return}let e=n(this,v,ce).call(this),t=this.moment??m(this,v,Ht)[0]?.[0]??e.from,i=this.moment===null?t:t-Ut/2,s=cs({from:i,to:i+Ut},e);this.clip=s,this.view.to-this.view.from>20*Ut&&(this.view=cs({from:t-5*Ut,to:t+5*Ut},e))},Ge=function(e){let{view:t}=this,i=n(this,v,ce).call(this);this.month?this.month=e>1:e>1&&t.to-t.from>=i.to-i.from?this.month=!0:this.view=Yn(t,i,e,this.moment??(t.from+t.to)/2)},Pr=function(e){_(this,xt,!1),n(this,v,Ee).call(this,e),_(this,tt,e),this.asked!==null&&(this.asked=e)},Dr=function(e){this.month=!1,e!==this.day&&this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))},Ar=function(e){let t=this.films.includes(e);if(t&&this.films.length===1)return;let i=t?this.films.filter(s=>s!==e):[...this.films,e].slice(-zr);this.films=this.cameraIds.filter(s=>i.includes(s)),this.moment!==null&&n(this,v,Ee).call(this,this.moment)},Vi=new WeakMap,Ir=function(){let{localize:e}=this.context;return o`<div class="controls">
      <button class="text-button" @click=${()=>n(this,v,Ge).call(this,.5)}>${k(ls)} ${e("day_view")}</button>
    </div>`},Lr=function(){return o`<mycamera-month
      .context=${this.context}
      .cameraIds=${this.cameraIds}
      .day=${this.day}
      @mycamera-day=${e=>n(this,v,Dr).call(this,e.detail)}
    ></mycamera-month>`},Fr=function(){let{localize:e,formats:t}=this.context,i=(a,p,u)=>o`<button
      class="icon-button"
      aria-label=${p}
      title=${p}
      @click=${u}
    >
      ${k(a)}
    </button>`,s=n(this,v,ce).call(this),r=this.view.to-this.view.from>=s.to-s.from;return o`<div class="controls">
      ${i(Hs,e("previous_person"),()=>n(this,v,Ct).call(this,-1))}
      ${i(xn,e("back_10"),()=>n(this,v,Hi).call(this,-10*Q))}
      ${i(this.playing?mn:mi,e(this.playing?"pause":"play"),()=>{n(this,v,Ui).call(this)})}
      ${i(tn,e("forward_10"),()=>n(this,v,Hi).call(this,10*Q))}
      ${i(Vs,e("next_person"),()=>n(this,v,Ct).call(this,1))}
      <output class="clock">${this.moment===null?"":t.timeSeconds(new Date(this.moment).toISOString())}</output>
      <select
        aria-label=${e("speed")}
        @change=${a=>{this.speed=Number(a.target.value)}}
      >
        ${bl.map(a=>o`<option value=${a} ?selected=${a===this.speed}>${a}×</option>`)}
      </select>
      ${r?i(as,e("month"),()=>n(this,v,Ge).call(this,2)):i(pn,e("zoom_out"),()=>n(this,v,Ge).call(this,2))}
      ${i(ls,e("zoom_in"),()=>n(this,v,Ge).call(this,.5))}
      ${i(Js,e("clip"),()=>n(this,v,ms).call(this))}
      ${i(ci,e("why"),()=>{let a=Math.min(Date.now(),n(this,v,ce).call(this).to-1);this.asked=this.asked===null?m(this,tt)??this.moment??a:null})}
    </div>`},Ur=function(e){let{context:t,cameraIds:i}=this,s=i.length>1;return o`<div class="lines ${s?"several":""}">
        ${s?o`<div class="cameras">${i.map(r=>n(this,v,Hr).call(this,r))}</div>`:f}
        <mycamera-day-line
          .context=${t}
          .whole=${n(this,v,ce).call(this)}
          .view=${this.view}
          .rows=${i.map(r=>({cameraId:r,day:e.get(r)??null}))}
          .moment=${this.moment}
          .clip=${this.clip}
          @keydown=${m(this,Vi)}
          @mycamera-drag=${r=>{_(this,xt,!0),this.moment=r.detail}}
          @mycamera-seek=${r=>n(this,v,Pr).call(this,r.detail)}
          @mycamera-view=${r=>{this.view=r.detail}}
          @mycamera-month=${()=>{this.month=!0}}
          @mycamera-range=${r=>{this.clip=r.detail}}
        ></mycamera-day-line>
      </div>
      ${this.clip===null?f:o`<mycamera-clip-bar
              .context=${t}
              .cameraIds=${n(this,v,Tr).call(this,this.clip)}
              .range=${this.clip}
              @mycamera-leave=${()=>{this.clip=null}}
            ></mycamera-clip-bar>`}`},Hr=function(e){let t=B(this.context,e);return o`<button
      aria-pressed=${this.films.includes(e)?"true":"false"}
      title=${t}
      @click=${()=>n(this,v,Ar).call(this,e)}
    >
      <span dir="auto">${t}</span>
    </button>`},Vr=function(e){let{context:t}=this,{localize:i,formats:s,hass:r}=t,a=[...e.values()],p=a.flatMap(({spans:u})=>u).reduce((u,[x,h])=>u+h-x,0)/Q;return o`${n(this,v,Nr).call(this)}
      <p class="summary">
        ${i("day_summary",{recorded:s.duration(p),gaps:I(i,r.language,"gaps",a.reduce((u,{gaps:x})=>u+x.length,0)),persons:I(i,r.language,"seen",a.reduce((u,{persons:x})=>u+x.length,0))})}
      </p>
      ${n(this,v,Cr).call(this,a).map(u=>o`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:u}))}
        >
          ${s.timeSeconds(u.first_seen)} ${De(t,u)[0]?.text??""}
        </button>`)}`},Nr=function(){let e=m(this,de)||this.films[0];return this.asked===null||e===void 0?f:o`<mycamera-why
      .context=${this.context}
      .cameraId=${e}
      .moment=${this.asked}
      @mycamera-open=${t=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:t.detail}))}
      @mycamera-leave=${()=>{this.asked=null}}
    ></mycamera-why>`},Cr=function(e){let{moment:t}=this;return t===null?[]:e.flatMap(({persons:i})=>i).filter(i=>Date.parse(i.first_seen)-Q<=t&&t<=Date.parse(i.last_seen)+Q)},C.styles=[O,he,Xn],c([y({attribute:!1})],C.prototype,"context",2),c([y({attribute:!1,hasChanged:(e,t)=>e.join()!==t?.join()})],C.prototype,"cameraIds",2),c([y({attribute:!1})],C.prototype,"day",2),c([y({attribute:!1})],C.prototype,"start",2),c([g()],C.prototype,"days",2),c([g()],C.prototype,"failure",2),c([g()],C.prototype,"view",2),c([g()],C.prototype,"moment",2),c([g()],C.prototype,"playing",2),c([g()],C.prototype,"speed",2),c([g()],C.prototype,"films",2),c([g()],C.prototype,"empty",2),c([g()],C.prototype,"posters",2),c([g()],C.prototype,"month",2),c([g()],C.prototype,"clip",2),c([g()],C.prototype,"asked",2),c([xi("mycamera-day-film")],C.prototype,"players",2),C=c([R("mycamera-day")],C);var qr=P`
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
`;var $l=2e8,me,q,jr,Br,fs,Gr,gs,Kr,Yr,Zr,Xr,ye=class extends S{constructor(){super(...arguments);w(this,q);this.exports=null;this.running=[];this.failure=null;this.said="";this.doomed=null;w(this,me,new Map)}connectedCallback(){super.connectedCallback(),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of m(this,me).values())e?.();m(this,me).clear()}async load(){try{let{exports:e,running:t}=await or(this.context.hass);this.exports=e,this.running=t,this.failure=null;for(let i of t)n(this,q,jr).call(this,i.export_id)}catch(e){this.failure=E(e)}}reconnected(){m(this,me).clear(),this.load()}render(){let{context:e,exports:t,running:i}=this,{localize:s}=e;return t===null?this.failure===null?o`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${s("loading")}></div>
        </div>`:G({icon:le,bad:!0,...F(e,this.failure),action:o`<button class="text-button" @click=${()=>{this.load()}}>${s("retry")}</button>`}):t.length+i.length===0?o`${n(this,q,gs).call(this)}
      ${G({icon:ui,heading:s("no_exports"),text:s("no_exports_text")})}`:o`${n(this,q,gs).call(this)}
      <ul>
        ${te(i,r=>r.export_id,r=>n(this,q,Kr).call(this,r))}
        ${te(t,r=>r.export_id,r=>n(this,q,Yr).call(this,r))}
      </ul>`}};me=new WeakMap,q=new WeakSet,jr=async function(e){if(!m(this,me).has(e)){m(this,me).set(e,null);try{let t=await ar(this.context.hass,e,i=>n(this,q,Br).call(this,e,i));m(this,me).has(e)&&m(this,me).set(e,t)}catch{m(this,me).delete(e),this.load()}}},Br=function(e,t){let{state:i,percent:s}=t;i==="done"||i==="failed"?(m(this,me).delete(e),t.error&&(this.said=t.error.message),this.load()):this.running=this.running.map(r=>r.export_id===e?{...r,state:i,percent:s}:r)},fs=async function(e){try{await e,this.said=""}catch(t){this.said=F(this.context,E(t)).heading}await this.load()},Gr=async function(e){try{let t=await fetch(this.context.hass.hassUrl(e.url));if(!t.ok)throw new Error(String(t.status));let i=[new File([await t.blob()],e.name,{type:"video/mp4"})];await navigator.share({files:i})}catch(t){t instanceof DOMException&&t.name==="AbortError"||(this.said=this.context.localize("share_failed"))}},gs=function(){return this.said?o`<p class="said" role="alert">${this.said}</p>`:f},Kr=function(e){let{context:t}=this,{localize:i,formats:s}=t,r=B(t,e.camera_id);return o`<li>
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
        @click=${()=>{n(this,q,fs).call(this,lr(t.hass,e.export_id))}}
      >
        ${k(Y)}
      </button>
    </li>`},Yr=function(e){let{context:t}=this,{localize:i,formats:s,hass:r}=t,a=e.missing.map(p=>`${s.range(p.start,p.end)}: ${mt(t,p.cause)}`).join(`
`);return o`<li>
      <div class="texts">
        <strong dir="auto">${B(t,e.camera_id)||e.name}</strong>
        <span>${s.day(e.since)===s.today()?f:o`${s.heading(s.day(e.since))} · `}${s.range(e.since,e.until)}</span>
        ${e.missing.length>0?o`<span class="missing" title=${a}>
                ${I(i,r.language,"gaps",e.missing.length)}
              </span>`:f}
        <span class="films">
          ${e.films.map(p=>n(this,q,Zr).call(this,p))}
          <a class="chip" href=${r.hassUrl(e.record_url)} download=${e.record_name} title=${i("export_record_hint")}>
            ${k(sn)} ${i("export_record")}
          </a>
        </span>
      </div>
      ${n(this,q,Xr).call(this,e)}
    </li>`},Zr=function(e){let{localize:t,formats:i,hass:s}=this.context,r=`${i.duration(e.seconds)} · ${i.bytes(e.size)}`,a=navigator.share&&e.size<=$l;return o`<a class="chip" href=${s.hassUrl(e.url)} download=${e.name}>
        ${k(Ms)} ${t("download")} <span class="quiet">${r}</span>
      </a>
      ${a?o`<button class="chip" @click=${()=>{n(this,q,Gr).call(this,e)}}>
              ${k(fi)} ${t("share")}
            </button>`:f}`},Xr=function(e){let{localize:t,hass:i}=this.context;return this.doomed!==e.export_id?o`<button
        class="icon-button"
        aria-label=${t("export_delete",{name:e.name})}
        @click=${()=>{this.doomed=e.export_id}}
      >
        ${k(ct)}
      </button>`:o`<div class="sure" role="group" aria-label=${t("export_delete",{name:e.name})}>
      <button
        class="chip bad"
        @click=${()=>{this.doomed=null,n(this,q,fs).call(this,cr(i,e.export_id))}}
      >
        ${t("left_behind_yes")}
      </button>
      <button
        class="chip"
        @click=${()=>{this.doomed=null}}
      >
        ${t("left_behind_no")}
      </button>
    </div>`},ye.styles=[O,he,qr],c([y({attribute:!1})],ye.prototype,"context",2),c([g()],ye.prototype,"exports",2),c([g()],ye.prototype,"running",2),c([g()],ye.prototype,"failure",2),c([g()],ye.prototype,"said",2),c([g()],ye.prototype,"doomed",2),ye=c([R("mycamera-exports")],ye);var wl={no_camera:je,no_permission:cn,no_worker:At,worker_away:At,away:ln,detection_off:en,wait:lt},kl="/config/integrations/integration/mycamera";function _l({cameras:d,removed_cameras:l,worker:e},t){if(d.length===0&&l.length===0)return t?"no_camera":"no_permission";if(e.status==="not_set_up")return"no_worker";if(e.status==="failed"||e.status==="disconnected")return"worker_away";let i=d.filter(r=>r.detection_enabled);return d.length>0&&i.length===0?"detection_off":i.some(r=>r.watching||r.recording_status==="recording")||i.length===0?"wait":"away"}function Ni(d,l,e){let{localize:t,hass:i}=d,s=i.user?.is_admin??!1,r=_l(l,s),a={icon:wl[r],heading:t(`step_${r}`),text:t(`step_${r}_text`)};if(r==="worker_away"||r==="away"){let u=o`<button class="text-button" @click=${e}>${t("step_system")}</button>`;return G({...a,action:u})}return!s||r==="wait"?G(a):G({...a,action:o`<a class="text-button" href=${kl}>${t(r==="no_camera"?"step_add_camera":r==="no_worker"?"step_add_worker":"add_camera")}</a>`})}var Ci,Jr,Se=class extends S{constructor(){super(...arguments);w(this,Ci);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(e){let t=e.get("camera");t&&t.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:e,formats:t}=this.context,{name:i,records:s,persons:r,bytes:a}=this.camera,p=(x,h)=>o`<button class="text-button" ?disabled=${this.busy} @click=${h}>${x}</button>`,u={name:i,records:String(s),persons:String(r),size:t.bytes(a)};return o`<div class="left" role="group">
      <p dir="auto">${this.asking?e("left_behind_sure"):e("left_behind",u)}</p>
      ${this.asking?o`${p(e("left_behind_no"),()=>{this.asking=!1})}
            ${p(e("left_behind_yes"),()=>{n(this,Ci,Jr).call(this)})}`:p(e("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?f:o`<p class="problem" role="alert">${e("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};Ci=new WeakSet,Jr=async function(){let{camera_id:e}=this.camera;this.busy=!0,this.failed=null;try{let t=await Rn(this.context.hass,e);if(this.camera.camera_id!==e)return;t.records+t.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(t){this.camera.camera_id===e&&(this.failed=E(t))}finally{this.busy=!1,this.asking=!1}},Se.styles=[O,P`
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
    `],c([y({attribute:!1})],Se.prototype,"context",2),c([y({attribute:!1})],Se.prototype,"camera",2),c([g()],Se.prototype,"asking",2),c([g()],Se.prototype,"busy",2),c([g()],Se.prototype,"failed",2),Se=c([R("mycamera-left-behind")],Se);var Wr=1.7777777777777777,Mr=260,eo=600,Qr=6;function to(d,l,e,t){let i=Math.max(1,d),s={columns:1,rows:i},r=0;for(let a=1;a<=i;a+=1){let p=Math.ceil(i/a),u=(l-t*(a-1))/a,x=(e-t*(p-1))/p,h=Math.min(u,x*Wr);h>r&&(r=h,s={columns:a,rows:p})}return s}function io({columns:d,rows:l},e,t,i){let s=(e-i*(d-1))/d,r=(t-i*(l-1))/l;return Math.min(s,r*Wr)<(e<eo?e:Mr)}function so(d,l){return d<eo?1:Math.max(1,Math.floor((d+l)/(Mr+80+l)))}function no(d,l){if(l!==null)return new Set([l]);let e=d.length<=Qr?d:d.filter(t=>t.persons);return new Set(e.slice(0,Qr).map(t=>t.camera_id))}var qt=6,zl=5e3,Tl=4e3,jt,yt,Bt,$t,Ze,Gt,ae,vs,bs,wt,qi,Kt,ro,W=class extends S{constructor(){super(...arguments);w(this,ae);this.cameras=[];this.watched=null;this.connected=!0;this.kiosk=!1;this.width=0;this.height=0;this.pointed=!1;w(this,jt,new Map);w(this,yt,null);w(this,Bt);w(this,$t);w(this,Ze,null);w(this,Gt,new ResizeObserver(([e])=>{this.width=e?.contentRect.width??0,this.height=e?.contentRect.height??0}));w(this,wt,async()=>{this.kiosk?!document.hidden&&"wakeLock"in navigator&&_(this,Ze,await navigator.wakeLock.request("screen").catch(()=>null)):(m(this,Ze)?.release(),_(this,Ze,null))});w(this,Kt,()=>{this.pointed=!0,window.clearTimeout(m(this,$t)),_(this,$t,window.setTimeout(()=>{this.pointed=!1},Tl))})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",m(this,wt)),n(this,ae,vs).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),document.removeEventListener("visibilitychange",m(this,wt)),m(this,Gt).disconnect(),window.clearTimeout(m(this,Bt)),window.clearTimeout(m(this,$t)),(e=m(this,yt))==null||e.call(this),_(this,yt,null),m(this,Ze)?.release(),_(this,Ze,null)}updated(e){this.wall&&m(this,Gt).observe(this.wall),e.has("kiosk")&&(this.kiosk&&this.over&&!this.over.matches(":popover-open")&&this.over.showPopover(),m(this,wt).call(this))}render(){let{context:e,kiosk:t}=this,{localize:i,hass:s}=e,r=this.cameras.reduce((a,p)=>a+(p.persons??0),0);return o`<div
      class="over ${this.pointed?"pointed":""}"
      popover=${t?"manual":f}
      @pointermove=${m(this,Kt)}
      @pointerdown=${m(this,Kt)}
      @keydown=${a=>{a.key==="Escape"&&t&&this.watched===null&&n(this,ae,qi).call(this,!1)}}
    >
      ${t?o`<button class="icon-button leave" aria-label=${i("leave_kiosk")} @click=${()=>n(this,ae,qi).call(this,!1)}>
              ${k(Y)}
            </button>`:o`<div class="bar">
              <p role="status">${I(i,s.language,"in_view",r)}</p>
              <button class="text-button" title=${i("kiosk_hint")} @click=${()=>n(this,ae,qi).call(this,!0)}>
                ${k(hn)}<span>${i("kiosk")}</span>
              </button>
            </div>`}
      ${t&&!this.connected?o`<p class="lost" role="alert">${i("connection_lost")}</p>`:f}
      <div class="wall">${this.width>0?n(this,ae,ro).call(this):f}</div>
    </div>`}};jt=new WeakMap,yt=new WeakMap,Bt=new WeakMap,$t=new WeakMap,Ze=new WeakMap,Gt=new WeakMap,ae=new WeakSet,vs=async function(){try{let e=await Cn(this.context.hass,({camera_id:t,time:i,persons:s})=>{n(this,ae,bs).call(this,t).add(Date.parse(i),s);for(let r of this.tiles??[])r.camera.camera_id===t&&r.looked()});this.isConnected?_(this,yt,e):e()}catch{this.isConnected&&_(this,Bt,window.setTimeout(()=>{n(this,ae,vs).call(this)},zl))}},bs=function(e){let t=m(this,jt).get(e);return t||(t=new Wn,m(this,jt).set(e,t)),t},wt=new WeakMap,qi=function(e){!e&&this.over?.matches(":popover-open")&&this.over.hidePopover(),this.dispatchEvent(new CustomEvent("mycamera-kiosk",{detail:e}))},Kt=new WeakMap,ro=function(){let{cameras:e,context:t,width:i,height:s,watched:r}=this,a=to(e.length,i,s,qt),p=!this.kiosk&&io(a,i,s,qt),u=p?so(i,qt):a.columns,x=no(e,r),h=Math.min((i-qt*(u-1))/u,(s-qt*(a.rows-1))/a.rows*(16/9)),T=p?{gridTemplateColumns:`repeat(${u}, 1fr)`}:{gridTemplateColumns:`repeat(${u}, ${Math.max(1,Math.floor(h))}px)`,alignContent:"center"};return o`<div class="grid ${r===null?"":"one"}" style=${Qn(T)}>
      ${te(e,D=>D.camera_id,D=>o`<mycamera-live-tile
          .context=${t}
          .camera=${D}
          .trail=${n(this,ae,bs).call(this,D.camera_id)}
          .streaming=${x.has(D.camera_id)}
          .connected=${this.connected}
          ?large=${r===D.camera_id}
        ></mycamera-live-tile>`)}
    </div>`},W.styles=[O,er],c([y({attribute:!1})],W.prototype,"context",2),c([y({attribute:!1})],W.prototype,"cameras",2),c([y({attribute:!1})],W.prototype,"watched",2),c([y({type:Boolean})],W.prototype,"connected",2),c([y({type:Boolean,reflect:!0})],W.prototype,"kiosk",2),c([g()],W.prototype,"width",2),c([g()],W.prototype,"height",2),c([g()],W.prototype,"pointed",2),c([H(".wall")],W.prototype,"wall",2),c([H(".over")],W.prototype,"over",2),c([xi("mycamera-live-tile")],W.prototype,"tiles",2),W=c([R("mycamera-live-wall")],W);var ji,oo,Ue=class extends S{constructor(){super(...arguments);w(this,ji);this.detection=null;this.open=!1;this.failed=null}willUpdate(e){e.has("detection")&&e.get("detection")?.event_id!==this.detection?.event_id&&(this.open=!1)}render(){let{localize:e,hass:t}=this.context,{detection:i}=this;return!i||!t.user?.is_admin?f:this.open?o`<form @submit=${n(this,ji,oo)} @keydown=${s=>s.stopPropagation()}>
      <label>English <input name="caption" maxlength="2000" lang="en" .value=${i.caption??""} /></label>
      <label>中文 <input name="caption_zh" maxlength="2000" lang="zh-Hans" .value=${i.caption_zh??""} /></label>
      ${this.failed===null?f:o`<p role="alert">${e("save_failed",{code:this.failed})}</p>`}
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
        ${k(fn)} ${e("correct_caption")}
      </button>`}};ji=new WeakSet,oo=async function(e){e.preventDefault();let{detection:t}=this;if(!t)return;let i=new FormData(e.target);try{let s=await Un(this.context.hass,t.event_id,String(i.get("caption")??""),String(i.get("caption_zh")??""));this.open=!1,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-corrected",{detail:{...t,...s,caption_status:"done"},bubbles:!0,composed:!0}))}catch(s){this.failed=E(s)}},Ue.styles=[O,P`
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
    `],c([y({attribute:!1})],Ue.prototype,"context",2),c([y({attribute:!1})],Ue.prototype,"detection",2),c([g()],Ue.prototype,"open",2),c([g()],Ue.prototype,"failed",2),Ue=c([R("mycamera-caption-editor")],Ue);var Bi=P`
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
`;var He,xs,Gi,$e=class extends S{constructor(){super(...arguments);w(this,He);this.detection=null;this.placed=!1;this.asked=null;this.busy=!1;this.failed=null}willUpdate(e){!e.has("detection")||e.get("detection")?.event_id===this.detection?.event_id||(this.asked=null,this.failed=null)}render(){let{localize:e,hass:t}=this.context;if(!this.detection||!t.user?.is_admin)return f;let i=(r,a,p,u=!1)=>o`<button
      class="text-button"
      ?disabled=${this.busy||u}
      @click=${a}
    >
      ${p?k(p):f} ${r}
    </button>`;if(this.asked===null)return o`${i(e("no_person"),()=>n(this,He,Gi).call(this,"false_positive"),lt)}
      ${i(e("delete_person"),()=>n(this,He,Gi).call(this,"delete"),ct)}`;let s=this.asked==="false_positive";return o`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${e(s?"no_person_sure":"delete_person_sure")}</p>
      ${i(e("keep"),()=>n(this,He,Gi).call(this,null))}
      ${s?i(e("no_person_ignore"),()=>{n(this,He,xs).call(this,!0,!0)},void 0,!this.placed):f}
      ${i(e(s?"no_person":"delete_for_good"),()=>{n(this,He,xs).call(this,s,!1)})}
      ${this.failed===null?f:o`<p class="problem" role="alert">${e("delete_person_failed",{code:this.failed})}</p>`}
    </div>`}};He=new WeakSet,xs=async function(e,t){let{detection:i}=this;if(!(!i||this.busy)){this.busy=!0,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-removing"));try{await Ln(this.context.hass,i.event_id,e),this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{ignore:t}}))}catch(s){this.failed=E(s)}finally{this.busy=!1}}},Gi=function(e){this.asked=e,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},$e.styles=[O,P`
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
    `],c([y({attribute:!1})],$e.prototype,"context",2),c([y({attribute:!1})],$e.prototype,"detection",2),c([y({type:Boolean})],$e.prototype,"placed",2),c([g()],$e.prototype,"asked",2),c([g()],$e.prototype,"busy",2),c([g()],$e.prototype,"failed",2),$e=c([R("mycamera-person-removal")],$e);var El=2,Sl=12e4,ao=3e3,Ve,we,ys,lo,co,po,pe=class extends S{constructor(){super(...arguments);w(this,we);this.detail=null;this.error=null;this.problem=null;this.following=null;this.box=null;this.size=null;w(this,Ve)}disconnectedCallback(){super.disconnectedCallback(),m(this,Ve)!==void 0&&this.video?.cancelVideoFrameCallback(m(this,Ve)),_(this,Ve,void 0)}willUpdate(e){!e.has("detail")||e.get("detail")?.event_id===this.detail?.event_id||(this.problem=null,this.following=null,this.box=null,this.size=null)}updated(){n(this,we,ys).call(this)}render(){let{context:e,detail:t}=this,{localize:i,hass:s}=e;if(this.error!==null)return o`<p class="instead" role="alert">${F(e,this.error).heading}</p>`;if(t===null)return o`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`;if(t.recording===null){let x=Date.now()-Date.parse(t.last_seen)<Sl,h=o`<p class="instead" role="status">
        ${i(x?"recording_writing":"recording_missing")}
      </p>`;return!x||t.live_url===null?h:o`<div class="live">
        <img src=${s.hassUrl(t.live_url)} alt=${i("live_picture")} />
        ${h}
      </div>`}let r=s.hassUrl(t.recording.url);if(this.problem!==null)return o`<div class="instead" role="alert">
        <p>${ht(e,this.problem,t.recording.codec)}</p>
        ${this.problem==="unplayable"?o`<a class="text-button" href=${r} download>${i("download")}</a>`:f}
      </div>`;let a=Math.max(0,t.recording.offset-El),{following:p}=this,u=Date.parse((p??t.recording).start);return o`<video
        src=${p?.video_url?s.hassUrl(p.video_url):`${r}#t=${a.toFixed(1)}`}
        @loadedmetadata=${x=>{let{videoWidth:h,videoHeight:T}=x.target;this.size={width:h,height:T}}}
        @ended=${x=>{n(this,we,co).call(this,t,u,x.target.duration)}}
        aria-label=${i("recording")}
        controls
        autoplay
        muted
        playsinline
        @error=${()=>{n(this,we,lo).call(this,t,r)}}
      ></video>
      ${n(this,we,po).call(this)}`}};Ve=new WeakMap,we=new WeakSet,ys=function(){m(this,Ve)!==void 0||!this.video||!("requestVideoFrameCallback"in this.video)||_(this,Ve,this.video.requestVideoFrameCallback((e,{mediaTime:t})=>{_(this,Ve,void 0);let{detail:i}=this;if(!this.isConnected||i?.recording==null)return;let s=Date.parse((this.following??i.recording).start)-Date.parse(i.first_seen);this.box=Mn(i.path,s/1e3+t),n(this,we,ys).call(this)}))},lo=async function(e,t){let i=await zi(t);this.detail===e&&(this.problem=i)},co=async function(e,t,i){let s=t+i*1e3;if(Date.parse(e.last_seen)>s)try{let a=(await yi(this.context.hass,e.camera_id,s-ao,s+ao)).findLast(p=>p.video_url!==null&&Date.parse(p.start)>t);a&&this.detail===e&&(this.following=a)}catch(r){console.info("MyCamera: the next recording cannot be loaded:",E(r))}},po=function(){let{box:e,size:t}=this;if(e===null||t===null||t.width===0)return f;let[i,s,r,a]=e;return o`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${s*t.height}
        width=${(r-i)*t.width}
        height=${(a-s)*t.height}
        rx=${t.height/100}
      />
    </svg>`},pe.styles=[O,P`
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
    `],c([y({attribute:!1})],pe.prototype,"context",2),c([y({attribute:!1})],pe.prototype,"detail",2),c([y({attribute:!1})],pe.prototype,"error",2),c([g()],pe.prototype,"problem",2),c([g()],pe.prototype,"following",2),c([g()],pe.prototype,"box",2),c([g()],pe.prototype,"size",2),c([H("video")],pe.prototype,"video",2),pe=c([R("mycamera-person-video")],pe);var Ki,uo,fe=class extends S{constructor(){super(...arguments);w(this,Ki);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(e){(e.has("kept")||e.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:e,hass:t}=this.context,i=k(this.now?di:pi);if(!t.user?.is_admin)return this.now?o`<span class="sign" role="img" aria-label=${e("protected")} title=${e("protected")}>
            ${i}${this.verbose?e("protected"):f}
          </span>`:f;let s=e(this.now?"unprotect":"protect"),r=this.failed===null?"":e("protect_failed",{code:this.failed});return o`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${e("protect")}
        title=${r||s}
        ?disabled=${this.busy}
        @click=${n(this,Ki,uo)}
      >
        ${i}${this.verbose?o`<span>${e(this.now?"protected":"protect")}</span>`:f}
      </button>
      ${r?o`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${r}</p>`:f}`}};Ki=new WeakSet,uo=async function(){let e=this.recordId;if(!(e===null||this.busy)){this.busy=!0;try{let t=await ki(this.context.hass,[e],!this.now);this.recordId===e&&(this.now=t.protected,this.failed=null)}catch(t){this.recordId===e&&(this.failed=E(t))}finally{this.busy=!1}}},fe.styles=[O,P`
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
    `],c([y({attribute:!1})],fe.prototype,"context",2),c([y({attribute:!1})],fe.prototype,"recordId",2),c([y({attribute:!1})],fe.prototype,"kept",2),c([y({type:Boolean})],fe.prototype,"verbose",2),c([g()],fe.prototype,"now",2),c([g()],fe.prototype,"busy",2),c([g()],fe.prototype,"failed",2),fe=c([R("mycamera-protection")],fe);var ho=5e3,z,$s,mo,Yt,Zt,fo,Xt,go,vo,bo,xo,yo,$o,wo,ko,_o,zo,To,K=class extends S{constructor(){super(...arguments);w(this,z);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.around=null;this.shared=null;this.exporting=!1;this.undescribed=null;this.describing=null;this.removing=null}willUpdate(e){if(!e.has("detection"))return;if(e.get("detection")?.event_id===this.detection?.event_id){this.detection?.caption_status==="done"&&(this.describing=null);return}this.detail=null,this.error=null,this.broken=!1,this.size=null,this.around=null,this.shared=null,this.undescribed=this.describing=null,this.detection&&(n(this,z,$s).call(this,this.detection.event_id),wi(this.context.hass,{event_ids:[this.detection.event_id]}).catch(()=>{}))}updated(e){e.has("detection")&&(this.detection&&!this.newer&&!this.older&&this.around===null&&n(this,z,mo).call(this,this.detection),this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(e){this.detection?.camera_id===e&&this.detail?.recording===null&&n(this,z,$s).call(this,this.detection.event_id)}render(){return o`<dialog aria-labelledby="title" @close=${n(this,z,fo)} @click=${n(this,z,vo)} @keydown=${n(this,z,go)}>
      ${this.detection?n(this,z,bo).call(this,this.detection):f}
    </dialog>`}};z=new WeakSet,$s=async function(e){try{let t=await $i(this.context.hass,e);this.detection?.event_id===e&&(this.detail=t)}catch(t){this.detection?.event_id===e&&(this.error=E(t))}},mo=async function(e){try{let t=await In(this.context.hass,e);this.detection?.event_id===e.event_id&&(this.around=t)}catch(t){console.info("MyCamera: who comes before and after cannot be loaded:",E(t))}},Yt=function(){return this.newer??this.around?.newer??null},Zt=function(){return this.older??this.around?.older??null},fo=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},Xt=function(e){e&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},go=function(e){let t=e.composedPath()[0];if(t instanceof HTMLVideoElement||t instanceof HTMLInputElement)return;let i=getComputedStyle(this).direction==="rtl";if(e.key==="ArrowLeft")n(this,z,Xt).call(this,i?m(this,z,Zt):m(this,z,Yt));else if(e.key==="ArrowRight")n(this,z,Xt).call(this,i?m(this,z,Yt):m(this,z,Zt));else return;e.preventDefault()},vo=function(e){e.target===this.dialog&&this.dialog.close()},bo=function(e){let{context:t}=this,i=m(this,z,Yt),s=m(this,z,Zt),{localize:r,formats:a}=t,p=De(t,e),u=e.caption_status==="pending"||e.caption_status==="running",x=B(t,e.camera_id);return o`
      <header>
        <h2 id="title">
          <span dir="auto">${x}</span>
          <time datetime=${e.first_seen}>${a.dateTime(e.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!i} aria-label=${r("newer")} @click=${()=>n(this,z,Xt).call(this,i)}>
          ${k(oi)}
        </button>
        <button class="icon-button turn" ?disabled=${!s} aria-label=${r("older")} @click=${()=>n(this,z,Xt).call(this,s)}>
          ${k(ai)}
        </button>
        <button class="icon-button" autofocus aria-label=${r("close")} @click=${()=>this.dialog.close()}>
          ${k(Y)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${n(this,z,ko).call(this,e,x)}</figure>
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
              <dd>${a.duration(Me(e))}</dd>
            </div>
            <div>
              <dt>${r("confidence")}</dt>
              <dd>${a.percent(e.confidence)}</dd>
            </div>
            ${p.length>0?o`<div>
                    <dt>${r("description_by")}</dt>
                    <dd>
                      ${Ti(t,e)}${u?o` · ${r("caption_pending")}`:f}
                    </dd>
                  </div>`:f}
            ${n(this,z,wo).call(this)}
          </dl>
          <div class="actions">
            ${this.detail?.recording?o`<mycamera-protection
                    verbose
                    .context=${t}
                    .recordId=${this.detail.recording.record_id}
                    .kept=${this.detail.recording.protected}
                  ></mycamera-protection>`:f}
            <mycamera-caption-editor .context=${t} .detection=${e}></mycamera-caption-editor>
            ${n(this,z,xo).call(this,e,u)}
            <button class="text-button" @click=${()=>{n(this,z,To).call(this,e,x)}}>
              ${k(fi)} ${r("share")}
            </button>
            <button
              class="text-button"
              @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-moment",{detail:e}))}
            >
              ${k(gi)} ${r("open_timeline")}
            </button>
            ${this.detail?.recording?o`<button class="text-button" ?disabled=${this.exporting} @click=${()=>{n(this,z,zo).call(this,e)}}>
                    ${k(hi)} ${r("export")}
                  </button>`:f}
            <mycamera-person-removal
              .context=${t}
              .detection=${e}
              ?placed=${this.detail!==null}
              @mycamera-removing=${()=>{let h=this.detail?.box??null;this.removing={detection:e,next:m(this,z,Zt)??m(this,z,Yt),box:h}}}
              @mycamera-removed=${h=>n(this,z,$o).call(this,h.detail.ignore)}
            ></mycamera-person-removal>
            ${this.shared===null?f:o`<p role="status">${r(this.shared)}</p>`}
            ${this.undescribed===null?f:o`<p role="alert">${r("describe_failed",{code:this.undescribed})}</p>`}
          </div>
        </div>
      </div>
    `},xo=function(e,t){let{localize:i,hass:s,overview:r}=this.context;return!s.user?.is_admin||!r?.captions_enabled?f:o`<button
      class="text-button"
      ?disabled=${t||this.describing===e.event_id}
      @click=${()=>{n(this,z,yo).call(this,e.event_id)}}
    >
      ${k(Xs)} ${i(this.describing===e.event_id?"caption_pending":"describe_again")}
    </button>`},yo=async function(e){this.describing=e,this.undescribed=null;try{await Fn(this.context.hass,e)}catch(t){this.describing=null,this.undescribed=E(t)}},$o=function(e){if(this.removing===null)return;let{detection:t,next:i,box:s}=this.removing;this.removing=null,this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{detection:t,next:i,ignore:e?s:null}}))},wo=function(){let e=this.detail?.zones??[];return e.length===0?f:o`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${e.join(" · ")}</dd>
    </div>`},ko=function(e,t){let{localize:i,formats:s,hass:r}=this.context,a=e.snapshot_url;return a===null||this.broken?o`<p class="instead">${k(dt)} ${i("picture_missing")}</p>`:o`<a href=${r.hassUrl(a)} target="_blank" rel="noopener" title=${i("full_picture")}>
      <img
        src=${r.hassUrl(a)}
        alt=${i("picture_of",{camera:t,time:s.time(e.first_seen)})}
        @load=${p=>{let{naturalWidth:u,naturalHeight:x}=p.target;this.size={width:u,height:x}}}
        @error=${()=>{this.broken=!0}}
      />
      ${n(this,z,_o).call(this)}
    </a>`},_o=function(){let{detail:e,size:t}=this;if(e===null||t===null)return f;let[i,s,r,a]=e.box;return o`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${s*t.height}
        width=${(r-i)*t.width}
        height=${(a-s)*t.height}
        rx=${t.height/100}
      />
    </svg>`},zo=async function(e){this.exporting=!0;let t=Date.parse(e.first_seen)-ho;try{await Ai(this.context.hass,e.camera_id,t,Date.parse(e.last_seen)+ho),this.dispatchEvent(new CustomEvent("mycamera-exporting"))}catch(i){console.info("MyCamera: the export cannot be begun:",E(i)),this.shared="export_failed"}finally{this.exporting=!1}},To=async function(e,t){let{hass:i,formats:s}=this.context,r=window.location.pathname.replace(/\/mycamera\/.*$/,"/mycamera"),a=`${window.location.origin}${r}/event/${e.event_id}`,p=[De(this.context,e)[0]?.text,t,s.dateTime(e.first_seen)].filter(Boolean).join(`
`);try{if(!navigator.share){await navigator.clipboard.writeText(a),this.shared="link_copied";return}let u=[];if(e.snapshot_url&&!this.broken){let h=await fetch(i.hassUrl(e.snapshot_url));h.ok&&u.push(new File([await h.blob()],`${e.event_id}.jpg`,{type:"image/jpeg"}))}let x={title:t,text:p,url:a,files:u};await navigator.share(u.length>0&&navigator.canShare?.(x)?x:{title:t,text:p,url:a})}catch(u){u instanceof DOMException&&u.name==="AbortError"||(this.shared="share_failed")}},K.styles=[O,Bi,P`
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
    `],c([y({attribute:!1})],K.prototype,"context",2),c([y({attribute:!1})],K.prototype,"detection",2),c([y({attribute:!1})],K.prototype,"newer",2),c([y({attribute:!1})],K.prototype,"older",2),c([g()],K.prototype,"detail",2),c([g()],K.prototype,"error",2),c([g()],K.prototype,"broken",2),c([g()],K.prototype,"size",2),c([g()],K.prototype,"around",2),c([g()],K.prototype,"shared",2),c([g()],K.prototype,"exporting",2),c([g()],K.prototype,"undescribed",2),c([g()],K.prototype,"describing",2),c([H("dialog")],K.prototype,"dialog",2),K=c([R("mycamera-person-dialog")],K);var Rl=[.5,.6,.7,.8,.9],Ol=[5,15,60,300],Eo=Array.from({length:25},(d,l)=>l),Z,st,ws,kt,it=class extends S{constructor(){super(...arguments);w(this,Z);this.filter=re}render(){let{context:e,filter:t}=this,{localize:i,formats:s}=e,r=(e.overview?.cameras??[]).filter(h=>t.cameraId===null||h.camera_id===t.cameraId).flatMap(h=>h.zones.map(T=>T.name)),a=[...new Set(r)].sort((h,T)=>h.localeCompare(T)),p=h=>`${String(h).padStart(2,"0")}:00`,[u,x]=t.hours??[0,24];return o`
      <button
        class="chip"
        aria-pressed=${t.unseen?"true":"false"}
        @click=${()=>n(this,Z,st).call(this,{unseen:!t.unseen})}
      >
        ${i("not_seen_yet")}
      </button>
      ${n(this,Z,kt).call(this,i("confidence"),String(t.minConfidence),[["0",i("any_confidence")],...Rl.map(h=>[String(h),`≥ ${s.percent(h)}`])],h=>n(this,Z,st).call(this,{minConfidence:Number(h)}))}
      ${n(this,Z,kt).call(this,i("duration"),String(t.minSeconds),[["0",i("any_duration")],...Ol.map(h=>[String(h),`≥ ${s.duration(h)}`])],h=>n(this,Z,st).call(this,{minSeconds:Number(h)}))}
      ${a.length>0?n(this,Z,kt).call(this,i("zone"),t.zone??"",[["",i("any_zone")],...a.map(h=>[h,h])],h=>n(this,Z,st).call(this,{zone:h||null})):f}
      <span class="hours">
        ${n(this,Z,kt).call(this,i("hour_from"),String(u),Eo.slice(0,24).map(h=>[String(h),p(h)]),h=>n(this,Z,ws).call(this,Number(h),null))}
        –
        ${n(this,Z,kt).call(this,i("hour_until"),String(x),Eo.slice(1).map(h=>[String(h),p(h)]),h=>n(this,Z,ws).call(this,null,Number(h)))}
      </span>
      ${Ri(t)?o`<button class="chip" @click=${()=>n(this,Z,st).call(this,re)}>
              ${k(rn)} ${i("clear_filters")}
            </button>`:f}
      <button class="chip end" @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-all-seen"))}>
        ${k(Gs)} ${i("all_seen")}
      </button>
    `}};Z=new WeakSet,st=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},ws=function(e,t){let[i,s]=this.filter.hours??[0,24],r=[e??i,t??s];n(this,Z,st).call(this,{hours:r[0]===0&&r[1]===24?null:r})},kt=function(e,t,i,s){return o`<select
      aria-label=${e}
      title=${e}
      @change=${r=>s(r.target.value)}
    >
      ${i.map(([r,a])=>o`<option value=${r} ?selected=${r===t}>${a}</option>`)}
    </select>`},it.styles=[O,P`
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
    `],c([y({attribute:!1})],it.prototype,"context",2),c([y({attribute:!1})],it.prototype,"filter",2),it=c([R("mycamera-person-filters")],it);var So=P`
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
  .date {
    display: flex;
    align-items: center;
    min-block-size: 42px;
    border-radius: 21px;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .date:focus-within {
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
  mycamera-search-box {
    flex: 1 1 220px;
    max-inline-size: 420px;
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
    mycamera-search-box {
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
`;var Pl={},Jt=pt(class extends ut{constructor(){super(...arguments),this.ot=Pl}render(d,l){return l()}update(d,[l,e]){if(Array.isArray(l)){if(Array.isArray(this.ot)&&this.ot.length===l.length&&l.every((t,i)=>t===this.ot[i]))return _e}else if(this.ot===l)return _e;return this.ot=Array.isArray(l)?Array.from(l):l,this.render(l,e)}});var ks=class{constructor(l,e){this.id=l;this.key=e}#e=[];get items(){return this.#e}clear(){this.#e=[]}has(l){return this.#e.some(e=>this.id(e)===l)}remove(l){this.#e=this.#e.filter(e=>!l.has(this.id(e)))}put(...l){let e=new Map(l.map(i=>[this.id(i),i])),t=this.#e.map(i=>{let s=this.id(i),r=e.get(s);return e.delete(s),r??i});this.#e=[...t,...e.values()].sort((i,s)=>this.key(s)-this.key(i))}},nt=class{constructor(l,e){this.host=l;this.options=e;this.state="loading";this.error=null;this.#t=null;this.#i=0;this.#s=!1;this.#e=new ks(e.id,e.time),l.addController(this)}#e;#t;#i;#s;get items(){return this.#e.items}get more(){return this.#t!==null}get busy(){return this.#s}hostDisconnected(){this.#i+=1,this.#s=!1}async reload(l=!1){this.#i+=1,this.#s=!1,l||(this.#e.clear(),this.#t=null,this.state="loading"),await this.#n(null)}async next(){this.#s||this.#t===null||this.state!=="ready"||await this.#n(this.#t)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#t===null?this.reload(!0):this.next())}remove(l){this.#e.remove(new Set(l)),this.host.requestUpdate()}put(l){let e=this.items.at(-1),t=e!==void 0&&this.options.time(l)<this.options.time(e);return this.state!=="ready"||t&&this.more&&!this.#e.has(this.options.id(l))?!1:(this.#e.put(l),this.host.requestUpdate(),!0)}async#n(l){let e=this.#i;this.#s=!0,this.host.requestUpdate();try{let t=await this.options.load(l);if(e!==this.#i)return;l===null&&this.#e.clear(),this.#e.put(...t.items),this.#t=t.cursor,this.state="ready",this.error=null}catch(t){if(e!==this.#i)return;this.state="error",this.error=E(t)}this.#s=!1,this.host.requestUpdate()}};function Yi(d,l){let e=[];for(let t of d){let i=l(t),s=e.at(-1);s&&s.key===i?s.items.push(t):e.push({key:i,items:[t]})}return e}var Dl=["success","failed","timeout"],Al=["pending","running","done","failed","skipped"],Ro=200,M,Xe,Oo,Po,Do,Re=class extends S{constructor(){super(...arguments);w(this,M);this.which=Ft;this.chosen=null;this.busy=!1;this.said=""}render(){return this.chosen===null?n(this,M,Po).call(this):n(this,M,Do).call(this,this.chosen)}};M=new WeakSet,Xe=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},Oo=async function(e){let t=[...this.chosen??[]];this.busy=!0;try{for(let i=0;i<t.length;i+=Ro)this.said=await e(t.slice(i,i+Ro));n(this,M,Xe).call(this,"mycamera-changed",null)}catch(i){this.said=this.context.localize("save_failed",{code:E(i)})}finally{this.busy=!1}},Po=function(){let{localize:e,hass:t}=this.context,i=(s,r,a,p,u,x)=>o`<select
      aria-label=${s}
      @change=${h=>x(h.target.value||null)}
    >
      <option value="" ?selected=${u===null}>${r}</option>
      ${a.map(h=>o`<option value=${h} ?selected=${h===u}>${p(h)}</option>`)}
    </select>`;return o`
      ${i(e("record_status"),e("any_status"),Dl,s=>ne(e,`record_${s}`,"record_failed"),this.which.status,s=>n(this,M,Xe).call(this,"mycamera-which",{...this.which,status:s}))}
      ${i(e("analysis"),e("any_analysis"),Al,s=>ne(e,`analysis_${s}`,"analysis_pending"),this.which.analysis,s=>n(this,M,Xe).call(this,"mycamera-which",{...this.which,analysis:s}))}
      <button
        class="chip"
        aria-pressed=${this.which.oldest?"true":"false"}
        @click=${()=>n(this,M,Xe).call(this,"mycamera-which",{...this.which,oldest:!this.which.oldest})}
      >
        ${k(this.which.oldest?yn:$n)}
        ${e("oldest_first")}
      </button>
      <span class="said" role="status">${this.said}</span>
      ${t.user?.is_admin?o`<button class="chip" @click=${()=>n(this,M,Xe).call(this,"mycamera-choose",!0)}>
              ${k(Ys)} ${e("choose")}
            </button>`:f}
    `},Do=function(e){let{localize:t,hass:i}=this.context,s=(a,p,u)=>o`<button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>{n(this,M,Oo).call(this,u)}}>
        ${k(a)} ${p}
      </button>`,r=a=>async p=>(await ki(i,p,a),t("saved"));return o`
      <strong>${I(t,i.language,"chosen",e.size)}</strong>
      <button class="chip" @click=${()=>n(this,M,Xe).call(this,"mycamera-choose-all",null)}>${t("choose_shown")}</button>
      ${s(gn,t("analyze_chosen"),async a=>I(t,i.language,"queued",(await _i(i,a)).queued))}
      ${s(di,t("protect_chosen"),r(!0))}
      ${s(pi,t("unprotect"),r(!1))}
      <span class="said" role="status">${this.said}</span>
      <button class="chip" aria-label=${t("close")} @click=${()=>n(this,M,Xe).call(this,"mycamera-choose",!1)}>
        ${k(Y)}
      </button>
    `},Re.styles=[O,P`
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
    `],c([y({attribute:!1})],Re.prototype,"context",2),c([y({attribute:!1})],Re.prototype,"which",2),c([y({attribute:!1})],Re.prototype,"chosen",2),c([g()],Re.prototype,"busy",2),c([g()],Re.prototype,"said",2),Re=c([R("mycamera-record-bar")],Re);var Ao=P`
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
`;var Je,A,Ne,Io,Lo,Fo,Uo,Ho,Vo,No,Co,qo,jo,ge=class extends S{constructor(){super(...arguments);w(this,A);this.filter=re;this.playing=null;this.problems=new Map;this.which=Ft;this.chosen=null;this.records=new nt(this,{load:e=>Sn(this.context.hass,this.filter,this.which,this.context.formats.timeZone,e),id:e=>String(e.record_id),time:e=>n(this,A,Ne).call(this,e.start)});this.gaps=new nt(this,{load:e=>On(this.context.hass,this.filter,this.which.oldest,this.context.formats.timeZone,e),id:e=>String(e.gap_id),time:e=>n(this,A,Ne).call(this,e.start)});w(this,Je,null)}connectedCallback(){super.connectedCallback(),_(this,Je,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),m(this,Je)?.disconnect(),_(this,Je,null)}willUpdate(e){(e.has("filter")||e.has("which"))&&(this.playing=null,this.chosen&&(this.chosen=new Set),this.records.reload(),this.gaps.reload()),n(this,A,Io).call(this)}updated(){m(this,Je)?.disconnect(),this.foot&&this.records.more&&m(this,Je)?.observe(this.foot)}refresh(){this.playing===null&&!this.chosen?.size&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){return o`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${e=>{this.which=e.detail}}
        @mycamera-choose=${e=>{this.chosen=e.detail?new Set:null}}
        @mycamera-choose-all=${()=>{this.chosen=new Set(this.records.items.map(e=>e.record_id))}}
        @mycamera-changed=${()=>{this.records.reload(!0)}}
      ></mycamera-record-bar>
      ${n(this,A,Fo).call(this)}`}};Je=new WeakMap,A=new WeakSet,Ne=function(e){return this.which.oldest?-Date.parse(e):Date.parse(e)},Io=function(){let e=this.records.items.at(-1),t=this.gaps.items.at(-1);e&&t&&n(this,A,Ne).call(this,t.start)>n(this,A,Ne).call(this,e.start)&&this.gaps.next()},Lo=function(){let e=this.records.items.at(-1),t=e&&this.records.more?n(this,A,Ne).call(this,e.start):Number.NEGATIVE_INFINITY,i=this.records.items.map(r=>({kind:"record",start:r.start,record:r}));if(this.which.status||this.which.analysis)return i;let s=this.gaps.items.filter(r=>n(this,A,Ne).call(this,r.start)>=t).map(r=>({kind:"gap",start:r.start,gap:r}));return[...i,...s].sort((r,a)=>n(this,A,Ne).call(this,a.start)-n(this,A,Ne).call(this,r.start))},Fo=function(){let{context:e,records:t}=this,{localize:i}=e,s=n(this,A,Lo).call(this);if(s.length===0){if(t.state==="error")return G({icon:le,bad:!0,...F(e,t.error??"unknown"),action:o`<button class="text-button" @click=${n(this,A,Uo)}>${i("retry")}</button>`});if(t.state==="loading"||t.more)return o`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
        </div>`;let r=this.which.status!==null||this.which.analysis!==null,a=this.filter.cameraId!==null||this.filter.day!==null||r;return G({icon:bi,heading:i(a?"no_matches":"no_recordings"),text:i(a?"no_matches_text":"no_recordings_text"),...a?{action:o`<button
                class="text-button"
                @click=${()=>{this.which={...Ft,oldest:this.which.oldest},this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}}
              >
                ${i("clear_filters")}
              </button>`}:{}})}return o`
      ${te(Yi(s,r=>e.formats.day(r.start)),r=>r.key,r=>o`<section>
          <h2 class="day">${e.formats.heading(r.key)}</h2>
          <ul>
            ${te(r.items,a=>a.kind==="gap"?`g${a.gap.gap_id}`:`r${a.record.record_id}`,a=>n(this,A,Vo).call(this,a))}
          </ul>
        </section>`)}
      <div class="foot">${n(this,A,Ho).call(this)}</div>
    `},Uo=function(){this.records.reload(),this.gaps.reload()},Ho=function(){let{records:e,context:t}=this;return e.state==="error"?o`<p>${F(t,e.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`:e.busy?o`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?o`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},Vo=function(e){let{hass:t}=this.context,i=e.kind==="gap"?e.gap.camera_id:e.record.camera_id,s=[t.language,t.locale,t.user?.is_admin,B(this.context,i)];if(e.kind==="gap")return Jt([e.gap,...s],()=>n(this,A,No).call(this,e.gap));let{record:r}=e,a=r.record_id,p=[this.playing===a,this.problems.get(a),this.chosen?.has(a)];return Jt([r,...s,...p],()=>n(this,A,Co).call(this,r))},No=function(e){let{context:t}=this,{formats:i,localize:s}=t;return o`<li class="row gap">
      <span class="dot bad"></span>
      <span class="when">${i.range(e.start,e.end)}</span>
      <span class="camera" dir="auto">${B(t,e.camera_id)}</span>
      <span class="note">${s("gap_because",{cause:mt(t,e.cause)})}</span>
      <span class="number">${i.duration((Date.parse(e.end)-Date.parse(e.start))/1e3)}</span>
    </li>`},Co=function(e){let{context:t}=this,{formats:i,localize:s}=t,r=B(t,e.camera_id),a=this.playing===e.record_id,p=e.status==="success",u=e.status==="failed"&&e.video_url!==null?"incomplete":e.status,x=(Date.parse(e.end)-Date.parse(e.start))/1e3;return o`<li>
      <div class="row">
        ${this.chosen===null?o`<span class="dot ${p?"good":"bad"}"></span>`:o`<input
                type="checkbox"
                aria-label=${s("choose_record",{camera:r,time:i.time(e.start)})}
                .checked=${this.chosen.has(e.record_id)}
                @change=${h=>n(this,A,qo).call(this,e.record_id,h.target.checked)}
              />`}
        <span class="when">${i.range(e.start,e.end)}</span>
        <span class="camera" dir="auto">${r}</span>
        <span class="note" title=${e.error??""}>
          ${ne(s,`record_${u}`,"record_failed")} ·
          ${ne(s,`analysis_${e.analysis_status}`,"analysis_pending")}
          ${e.error?o`<span class="error" dir="auto">${e.error}</span>`:f}
        </span>
        <span class="number">${i.duration(e.duration??x)}</span>
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
                ${k(a?li:mi)}
              </button>`}
      </div>
      ${a&&e.video_url!==null?n(this,A,jo).call(this,e,e.video_url):f}
    </li>`},qo=function(e,t){let i=new Set(this.chosen);t?i.add(e):i.delete(e),this.chosen=i},jo=function(e,t){let{context:i}=this,s=i.hass.hassUrl(t),r=this.problems.get(e.record_id);return r?o`<p class="unplayable" role="alert">
        ${ht(i,r,e.codec)}
        ${r==="unplayable"?o`<a class="text-button" href=${s} download>${i.localize("download")}</a>`:f}
      </p>`:o`<video
      src=${s}
      aria-label=${i.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[e.record_id,await zi(s)]])}}
    ></video>`},ge.styles=[O,he,Ao],c([y({attribute:!1})],ge.prototype,"context",2),c([y({attribute:!1})],ge.prototype,"filter",2),c([g()],ge.prototype,"playing",2),c([g()],ge.prototype,"problems",2),c([g()],ge.prototype,"which",2),c([g()],ge.prototype,"chosen",2),c([H(".foot")],ge.prototype,"foot",2),ge=c([R("mycamera-recordings")],ge);var Il=300,Ll=6e4,rt,Qt,J,_s,Bo,Go,Ko,Yo,Zo,Xo,Oe=class extends S{constructor(){super(...arguments);w(this,J);this.text="";this.open=!1;this.written="";this.words=null;w(this,rt);w(this,Qt,0)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(m(this,rt))}willUpdate(e){e.has("text")&&(this.written=this.text)}render(){let{localize:e}=this.context;return o`<div class="box" @focusout=${n(this,J,Ko)} @keydown=${n(this,J,Yo)}>
      ${k(dn)}
      <input
        type="text"
        inputmode="search"
        enterkeyhint="search"
        maxlength="100"
        autocomplete="off"
        placeholder=${e("search")}
        aria-label=${e("search")}
        .value=${this.written}
        @input=${n(this,J,Bo)}
        @focus=${()=>{n(this,J,Go).call(this)}}
      />
      ${this.text?o`<button
              class="icon-button"
              aria-label=${e("clear_search")}
              @click=${()=>n(this,J,_s).call(this,{text:""})}
            >
              ${k(Y)}
            </button>`:f}
      ${this.open?n(this,J,Xo).call(this):f}
    </div>`}};rt=new WeakMap,Qt=new WeakMap,J=new WeakSet,_s=function(e){window.clearTimeout(m(this,rt)),this.open=!1,this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},Bo=function(e){this.written=e.target.value,this.open=!0;let t=this.written.trim();window.clearTimeout(m(this,rt)),_(this,rt,window.setTimeout(()=>{t!==this.text&&this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:{text:t}}))},Il))},Go=async function(){if(this.open=!0,!(Date.now()-m(this,Qt)<Ll)){_(this,Qt,Date.now());try{this.words=await Vn(this.context.hass)}catch(e){console.info("MyCamera: there are no words to suggest:",E(e)),this.words??={english:[],chinese:[]}}}},Ko=function(e){this.renderRoot.contains(e.relatedTarget)||(this.open=!1)},Yo=function(e){e.key!=="Escape"||!this.open||(this.open=!1,e.stopPropagation())},Zo=function(){let{hass:e,overview:t}=this.context;if(this.words===null)return[];let i=this.written.split(/\s+/).at(-1)??"",s=this.written.slice(0,this.written.length-i.length),r=Gn(e.language)?this.words.chinese:this.words.english,a=t?.cameras??[],p=[...new Set(a.flatMap(x=>x.zones.map(({name:h})=>h)))],u=x=>i===""||x!==i&&Ei(x,i);return[...r.map(({word:x,persons:h})=>({path:ri,text:x,count:h,change:{text:`${s}${x}`}})),...(a.length>1?a:[]).map(x=>({path:je,text:x.name,count:null,change:{cameraId:x.camera_id,text:s.trim()}})),...p.map(x=>({path:vi,text:x,count:null,change:{zone:x,text:s.trim()}}))].filter(({text:x})=>u(x))},Xo=function(){let{localize:e,formats:t}=this.context,i=n(this,J,Zo).call(this);return i.length===0?f:o`<div class="suggestions" role="group" aria-label=${e("suggestions")}>
      ${i.map(({path:s,text:r,count:a,change:p})=>o`<button class="chip" @click=${()=>n(this,J,_s).call(this,p)}>
          ${k(s)} <span dir="auto">${r}</span>
          ${a===null?f:o`<span class="count">${t.number(a)}</span>`}
        </button>`)}
    </div>`},Oe.styles=[O,P`
      :host {
        display: block;
        min-inline-size: 0;
      }
      .box {
        position: relative;
        display: flex;
        align-items: center;
        gap: 4px;
        block-size: 42px;
        padding-inline: 12px 4px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        border-radius: 21px;
      }
      .box > svg {
        flex: none;
        color: var(--mc-text-2);
      }
      input {
        flex: 1;
        min-inline-size: 0;
        font: inherit;
        color: inherit;
        background: none;
        border: 0;
        outline: none;
      }
      /* The box around it shows the focus. */
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--mc-text-2);
        opacity: 1;
      }
      .box:focus-within {
        border-color: var(--mc-accent);
      }
      .suggestions {
        position: absolute;
        z-index: 4;
        inset-block-start: calc(100% + 4px);
        inset-inline: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        padding: 10px;
        max-block-size: 50vh;
        overflow-y: auto;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        border-radius: var(--mc-radius);
        box-shadow: 0 4px 16px rgba(0, 0, 0, 0.25);
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-block-size: 34px;
        padding-inline: 10px;
        border: 1px solid var(--mc-line);
        border-radius: 17px;
      }
      .chip svg {
        inline-size: 16px;
        block-size: 16px;
        color: var(--mc-text-2);
      }
      .count {
        font-size: 12px;
        color: var(--mc-text-2);
      }
    `],c([y({attribute:!1})],Oe.prototype,"context",2),c([y({attribute:!1})],Oe.prototype,"text",2),c([g()],Oe.prototype,"open",2),c([g()],Oe.prototype,"written",2),c([g()],Oe.prototype,"words",2),Oe=c([R("mycamera-search-box")],Oe);var Jo=P`
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
`;var Fl=1e4,Ul=3,Hl={idle:"off",working:"good",away:"warn"},Mt,V,Zi,Qo,Wt,Wo,Mo,ea,ta,ia,Ce=class extends S{constructor(){super(...arguments);w(this,V);this.system=null;this.failure=null;w(this,Mt)}connectedCallback(){super.connectedCallback(),n(this,V,Zi).call(this),_(this,Mt,window.setInterval(()=>{n(this,V,Zi).call(this)},Fl))}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(m(this,Mt))}willUpdate(e){e.has("overview")&&e.get("overview")&&n(this,V,Zi).call(this)}render(){let{context:e,system:t,overview:i}=this,{localize:s}=e;return t===null?this.failure!==null?G({icon:le,bad:!0,...F(e,this.failure)}):o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${s("loading")}></div>
      </div>`:o`${n(this,V,Qo).call(this,i)}
    <div class="parts">
      ${t.cameras.map(r=>n(this,V,Wo).call(this,r))} ${n(this,V,Mo).call(this,i)}
      ${n(this,V,ta).call(this,i,t)} ${n(this,V,ia).call(this,t)}
    </div>`}};Mt=new WeakMap,V=new WeakSet,Zi=async function(){if(!document.hidden)try{this.system=await Nn(this.context.hass),this.failure=null}catch(e){this.failure=E(e)}},Qo=function({long_work:e}){if(e.length===0)return f;let{localize:t,formats:i}=this.context;return o`<section class="works" aria-labelledby="works">
      <h2 id="works">${k(bn)} ${t("long_work")}</h2>
      ${e.map(s=>{let r=ne(t,`work_${s.kind}`,"long_work"),a=s.left===null?"":t("work_left",{count:i.number(s.left)}),p=s.done===null?"":i.percent(Math.floor(s.done*100)/100);return o`<div class="work">
          <span>${[r,s.name].filter(Boolean).join(": ")}</span>
          <span class="quiet">${[a,p].filter(Boolean).join(" · ")}</span>
          <progress max="1" value=${s.done??f} aria-label=${r}></progress>
        </div>`})}
    </section>`},Wt=function(e,t,i,s,r,a,p=null,u=null,x=f){let{localize:h,hass:T}=this.context;return o`<section class=${i}>
      <h2>${k(e)} <span dir="auto">${t}</span> <span class="status"><span class="dot ${i}"></span>${s}</span></h2>
      ${r.length>0?o`<dl>
              ${r.map(([D,N])=>o`<div>
                  <dt>${D}</dt>
                  <dd>${N}</dd>
                </div>`)}
            </dl>`:f}
      ${x} ${p?o`<p class="error" dir="auto">${p}</p>`:f}
      ${a?o`<p class="advice">${a}</p>`:f}
      ${a&&u&&T.user?.is_admin?o`<a class="text-button" href=${u}>${h("add_camera")}</a>`:f}
    </section>`},Wo=function(e){let{localize:t,formats:i,hass:s}=this.context,r=e.recording_status,a=e.detection_enabled&&!e.watching,p=r==="off"?"off":r==="connecting"?"warn":r!=="recording"?"bad":a?"warn":"good",u=[];if(e.coverage!==null){let h=e.gaps?` · ${I(t,s.language,"gaps",e.gaps)}`:"";u.push([t("last_day_recorded"),`${i.percent(Math.floor(e.coverage*100)/100)}${h}`])}e.persons_today!==null&&u.push([t("people_today"),String(e.persons_today)]),e.bytes!==null&&u.push([t("recordings"),i.bytes(e.bytes)]),e.stream_fps!==null&&u.push([t("stream_fps"),e.stream_fps.toFixed(0)]);let x=p==="bad"?ne(t,`advice_${r}`,"advice_camera"):a?t("not_watching"):"";return n(this,V,Wt).call(this,je,e.name,p,t(`status_${r}`),u,x,e.recording_error??(a?e.watch_error:null),"/config/integrations/integration/mycamera")},Mo=function(e){let{localize:t,hass:i}=this.context,{worker:s,minutes_behind:r,pending_analyses:a,pending_captions:p}=e,u=s.overloaded?"overloaded":s.status,x=u==="connected"?"good":u==="failed"||u==="disconnected"?"bad":"warn",h=[];s.device&&h.push([t("device"),s.device]),s.version&&h.push([t("version"),s.version]),r?h.push([t("queue"),I(t,i.language,"minutes_behind",r)]):a&&h.push([t("queue"),I(t,i.language,"pending_analyses",a)]),p&&h.push([t("descriptions"),I(t,i.language,"pending_captions",p)]);let T=x==="good"?"":ne(t,`worker_${u}_advice`,"advice_worker");return n(this,V,Wt).call(this,At,t("analysis"),x,t(`worker_${u}`),h,T,s.error,"/config/integrations/integration/mycamera",n(this,V,ea).call(this,s.machines))},ea=function(e){if(e.length===0)return f;let{localize:t,hass:i}=this.context;return o`<ul class="machines">
      ${e.map(s=>{let r=I(t,i.language,"jobs_an_hour",s.jobs_an_hour);return o`<li>
          <span class="dot ${Hl[s.state]}"></span>
          <span class="machine" dir="auto">${s.name}</span>
          <span class="quiet">${t(`machine_${s.state}`)}</span>
          <span class="quiet" dir="auto">${[s.device,r].filter(Boolean).join(" · ")}</span>
          ${s.error?o`<span class="error" dir="auto">${s.error}</span>`:f}
        </li>`})}
    </ul>`},ta=function(e,t){let{localize:i,formats:s,hass:r}=this.context,{available:a,since:p,waiting:u}=e.database,x=[];return t.database_bytes!==null&&x.push([i("size"),s.bytes(t.database_bytes)]),p&&x.push([i("since"),s.dateTime(p)]),n(this,V,Wt).call(this,Ws,i("database"),a?"good":"bad",i(a?"database_answers":"database_down"),x,a?"":I(i,r.language,"database_waiting",u),null,"/config/integrations/integration/mycamera")},ia=function(e){let{localize:t,formats:i,hass:s}=this.context,r=e.days_until_full,a=e.free_bytes!==null,p=r!==null&&r<Ul&&!e.never_full,u=[];return e.free_bytes!==null&&u.push([t("free"),i.bytes(e.free_bytes)]),r!==null?u.push([t("full_in"),I(t,s.language,"days",Math.max(0,Math.round(r)))]):e.never_full&&u.push([t("full_in"),t("never_full")]),e.recordings_path&&u.push([t("folder"),e.recordings_path]),n(this,V,Wt).call(this,on,t("storage"),a?p?"warn":"good":"warn",t(a?p?"storage_soon_full":"storage_good":"storage_unknown"),u,p?t("storage_advice"):"",null,"/config/integrations/integration/mycamera")},Ce.styles=[O,he,Jo],c([y({attribute:!1})],Ce.prototype,"context",2),c([y({attribute:!1})],Ce.prototype,"overview",2),c([g()],Ce.prototype,"system",2),c([g()],Ce.prototype,"failure",2),Ce=c([R("mycamera-system")],Ce);var sa=P`
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
`;var Vl=2*6e4,Nl=30*6e4;function na(d){let l=[],e=new Map;for(let t of d){let i=e.get(t.camera_id),s=i?.at(-1),r=i?.[0],a=s!==void 0&&Date.parse(s.first_seen)-Date.parse(t.last_seen)<=Vl,p=r!==void 0&&Date.parse(r.first_seen)-Date.parse(t.first_seen)>Nl;if(i&&a&&!p)i.push(t);else{let u=[t];e.set(t.camera_id,u),l.push(u)}}return l.map(t=>({key:t.at(-1)?.event_id??"",persons:t}))}function ra(d){let l=e=>(e.caption_source&&e.caption_source!=="factual"?10:0)+(e.thumbnail_url?5:0)+e.confidence+Math.min(1,Me(e)/60);return d.persons.reduce((e,t)=>l(t)>l(e)?t:e)}var Qe,U,oa,aa,la,ca,da,pa,ua,Xi,ha,ma,ve=class extends S{constructor(){super(...arguments);w(this,U);this.filter=re;this.broken=new Set;this.fresh=new Set;this.opened=new Set;this.looked=new Set;this.feed=new nt(this,{load:e=>En(this.context.hass,this.filter,this.context.formats.timeZone,e),id:e=>e.event_id,time:e=>Date.parse(e.first_seen)});w(this,Qe,null)}connectedCallback(){super.connectedCallback(),_(this,Qe,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),m(this,Qe)?.disconnect(),_(this,Qe,null)}willUpdate(e){e.has("filter")&&this.feed.reload()}updated(){m(this,Qe)?.disconnect(),this.foot&&this.feed.more&&m(this,Qe)?.observe(this.foot)}live(e,t){if(!n(this,U,oa).call(this,e))return;let i=this.feed.items.some(s=>s.event_id===e.event_id);this.filter.unseen&&!t&&!i||!this.feed.put(e)||i||!t||(this.fresh=new Set([...this.fresh,e.event_id]))}neighbour(e,t){let i=this.feed.items.findIndex(s=>s.event_id===e);return i<0?null:(t===1&&i>=this.feed.items.length-3&&this.feed.next(),this.feed.items[i+t]??null)}render(){let{feed:e,context:t}=this;if(e.items.length===0)return n(this,U,la).call(this);let i=Yi(e.items,s=>t.formats.day(s.first_seen));return o`
      ${te(i,s=>s.key,s=>o`<section aria-labelledby="day-${s.key}">
          <h2 class="day" id="day-${s.key}">${t.formats.heading(s.key)}</h2>
          <ul>
            ${te(na(s.items),r=>r.key,r=>n(this,U,ca).call(this,r))}
          </ul>
        </section>`)}
      <div class="foot" aria-live="polite">${n(this,U,aa).call(this)}</div>
    `}};Qe=new WeakMap,U=new WeakSet,oa=function(e){let{cameraId:t,day:i,text:s,zone:r,hours:a,minConfidence:p,minSeconds:u}=this.filter;return t&&e.camera_id!==t||r||e.confidence<p||Me(e)<u||a&&!this.context.formats.inHours(e.first_seen,a)||i&&this.context.formats.day(e.first_seen)!==i?!1:Ei(`${e.caption??""}
${e.caption_zh??""}`,s)},aa=function(){let{feed:e,context:t}=this;if(e.state==="error"){let i=F(t,e.error??"unknown");return o`<p>${i.heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`}return e.busy?o`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?o`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},la=function(){let{feed:e,context:t}=this,{localize:i}=t;return e.state==="error"?G({icon:le,bad:!0,...F(t,e.error??"unknown"),action:o`<button class="text-button" @click=${()=>{e.reload()}}>${i("retry")}</button>`}):e.state==="loading"||e.more?o`<div class="visually-hidden" role="status">${i("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <ul aria-hidden="true">
          ${Array.from({length:6},()=>o`<li class="ghost"><div class="card"><div class="picture"></div></div></li>`)}
        </ul>
        <div class="foot"></div>`:Ri(this.filter)?G({icon:Ns,heading:i("no_matches"),text:i("no_matches_text"),action:o`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${i("clear_filters")}
          </button>`}):t.overview===null?G({icon:lt,heading:i("step_wait"),text:i("step_wait_text")}):Ni(t,t.overview,()=>this.dispatchEvent(new CustomEvent("mycamera-system")))},ca=function(e){let{hass:t}=this.context,i=B(this.context,e.persons[0]?.camera_id??""),s=[t.language,t.locale,i,this.opened.has(e.key),this.looked,this.fresh,this.broken];return Jt([...e.persons,...s],()=>n(this,U,da).call(this,e))},da=function(e){let[t]=e.persons;return e.persons.length===1&&t?n(this,U,Xi).call(this,t):this.opened.has(e.key)?o`${e.persons.map((s,r)=>n(this,U,Xi).call(this,s,r===0?e:void 0,!0))}`:n(this,U,Xi).call(this,ra(e),e)},pa=function(e){let t=new Set(this.opened);t.delete(e.key)||t.add(e.key),this.opened=t},ua=function(e,t){let{localize:i,formats:s,hass:r}=this.context,a=e.persons[0]?.last_seen??"",p=e.persons.at(-1)?.first_seen??"",u=I(i,r.language,"visit",e.persons.length);return o`<button
      class="visit"
      aria-expanded=${t?"true":"false"}
      title=${s.range(p,a)}
      @click=${()=>n(this,U,pa).call(this,e)}
    >
      ${k(t?li:Zs)}<span>${t?i("visit_close"):u}</span>
    </button>`},Xi=function(e,t,i=!1){let{context:s}=this,{localize:r,formats:a}=s,p=e.seen===!1&&!this.looked.has(e.event_id),u=B(s,e.camera_id),[x]=De(s,e),h=e.caption_status==="pending"||e.caption_status==="running";return o`<li class="${this.fresh.has(e.event_id)?"fresh":""} ${t&&!i?"stack":""} ${i?"of-visit":""}">
      ${t?n(this,U,ua).call(this,t,i):f}
      <button class="card" @click=${()=>n(this,U,ma).call(this,e)}>
        <span class="picture">${n(this,U,ha).call(this,e,u)}</span>
        <span class="facts">
          <span class="line">
            ${p?o`<span class="unseen" role="img" aria-label=${r("not_seen_yet")}></span>`:f}
            <time datetime=${e.first_seen}>${a.timeSeconds(e.first_seen)}</time>
            <span class="camera" dir="auto">${u}</span>
          </span>
          ${x?o`<span class="caption" lang=${x.lang} dir="auto">${x.text}</span>`:o`<span class="caption none">${r(h?"caption_pending":"no_caption")}</span>`}
          <span class="badges">
            <span title=${r("duration")}>${a.duration(Me(e))}</span>
            <span title=${r("confidence")}>${a.percent(e.confidence)}</span>
            ${x&&e.caption_source!=="factual"?o`<span class="source" title=${r("description_by")}>${Ti(s,e)}</span>`:f}
          </span>
        </span>
      </button>
    </li>`},ha=function(e,t){let{localize:i,formats:s,hass:r}=this.context,a=e.thumbnail_url??e.snapshot_url;return a===null||this.broken.has(a)?o`<span class="missing" title=${i("picture_missing")}>${k(dt)}</span>`:o`<img
      src=${r.hassUrl(a)}
      alt=${i("picture_of",{camera:t,time:s.time(e.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,a])}}
    />`},ma=function(e){this.looked=new Set([...this.looked,e.event_id]),this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},ve.styles=[O,he,sa],c([y({attribute:!1})],ve.prototype,"context",2),c([y({attribute:!1})],ve.prototype,"filter",2),c([g()],ve.prototype,"broken",2),c([g()],ve.prototype,"fresh",2),c([g()],ve.prototype,"opened",2),c([g()],ve.prototype,"looked",2),c([H(".foot")],ve.prototype,"foot",2),ve=c([R("mycamera-timeline")],ve);var Ji=pt(class extends ut{constructor(d){if(super(d),d.type!==Ae.PROPERTY&&d.type!==Ae.ATTRIBUTE&&d.type!==Ae.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!sr(d))throw Error("`live` bindings can only contain a single expression")}render(d){return d}update(d,[l]){if(l===_e||l===f)return l;let e=d.element,t=d.name;if(d.type===Ae.PROPERTY){if(l===e[t])return _e}else if(d.type===Ae.BOOLEAN_ATTRIBUTE){if(!!l===e.hasAttribute(t))return _e}else if(d.type===Ae.ATTRIBUTE&&e.getAttribute(t)===l+"")return _e;return Pi(d),l}});function ga(d){return d.length<3?"few":ql(d)?"crosses":Cl(d)<5e-4?"small":null}function zs(d){return d.map((l,e)=>[l,d[(e+1)%d.length]??l])}function Cl(d){return Math.abs(zs(d).reduce((l,[e,t])=>l+e[0]*t[1]-t[0]*e[1],0))/2}function ql(d){let l=zs(d);return l.some(([e,t],i)=>{let s=l[(i+1)%l.length]?.[1]??t;return Bl(e,t,s)?!0:l.some(([r,a],p)=>p-i>1&&!(i===0&&p===l.length-1)&&jl(e,t,r,a))})}function ei(d,l,e){let t=(l[0]-d[0])*(e[1]-d[1])-(l[1]-d[1])*(e[0]-d[0]);return Math.abs(t)<1e-12?0:t}function Qi(d,l,e){return Math.min(d[0],l[0])<=e[0]&&e[0]<=Math.max(d[0],l[0])&&Math.min(d[1],l[1])<=e[1]&&e[1]<=Math.max(d[1],l[1])}function jl(d,l,e,t){let[i,s,r,a]=[ei(d,l,e),ei(d,l,t),ei(e,t,d),ei(e,t,l)];return i*s<0&&r*a<0?!0:i===0&&Qi(d,l,e)||s===0&&Qi(d,l,t)||r===0&&Qi(e,t,d)||a===0&&Qi(e,t,l)}function Bl(d,l,e){return d[0]===l[0]&&d[1]===l[1]?!0:ei(d,l,e)===0&&(d[0]-l[0])*(e[0]-l[0])+(d[1]-l[1])*(e[1]-l[1])>0}function va(d,[l,e]){return zs(d).filter(([t,i])=>t[1]>e!=i[1]>e&&l<t[0]+(e-t[1])/(i[1]-t[1])*(i[0]-t[0])).length%2===1}function Ts(d){let l=Math.max(1,d.length);return[d.reduce((e,[t])=>e+t,0)/l,d.reduce((e,[,t])=>e+t,0)/l]}function ba(d,l){return[fa(d),fa(l)]}function fa(d){return d>.015?d>1-.015?1:Math.round(d*1e4)/1e4:0}var es=16,Gl=100,Wi=.01,ti=class{constructor(l,e){this.selected=null;this.drawing=null;this.#t=[];this.#i=null;this.#s=0;this.shapes=[...l.map(t=>({...t,key:this.#n(),kind:"zone"})),...e.map(t=>({...t,key:this.#n(),kind:"mask",name:"",dwell:0}))],this.#e=this.shapes}#e;#t;#i;#s;#n(){return this.#s+=1,this.#s}get changed(){return this.shapes!==this.#e&&JSON.stringify(this.shapes)!==JSON.stringify(this.#e)}get undoable(){return this.#t.length>0}get current(){return this.shapes.find(l=>l.key===this.selected)??null}count(l){return this.shapes.filter(e=>e.kind===l).length}#o(l,e=null){(e===null||e!==this.#i)&&(this.#t=[...this.#t,{shapes:this.shapes,drawing:this.drawing}].slice(-Gl)),this.#i=e,this.shapes=l}endGesture(){this.#i=null}undo(){let l=this.#t.pop();l&&(this.shapes=l.shapes,this.drawing=l.drawing,this.#i=null,this.current===null&&(this.selected=this.drawing))}begin(l,e){this.#a();let t=this.#n();this.#o([...this.shapes,{key:t,id:null,kind:l,name:e,dwell:0,points:[]}]),this.selected=this.drawing=t}offer([l,e,t,i]){if(this.count("mask")>=es)return;let s=T=>Math.min(1,Math.max(0,Math.round(T*1e4)/1e4)),[r,a,p,u]=[s(l-Wi),s(e-Wi),s(t+Wi),s(i+Wi)],x=this.#n(),h=[[r,a],[p,a],[p,u],[r,u]];this.#o([...this.shapes,{key:x,id:null,kind:"mask",name:"",dwell:0,points:h}]),this.selected=x}addPoint(l){let e=this.current;e===null||this.drawing!==e.key||e.points.length>=32||this.#r({...e,points:[...e.points,l]})}finish(){this.#a()&&(this.selected=null),this.drawing=null,this.#i=null}#a(){let l=this.shapes.find(e=>e.key===this.drawing);return!l||l.points.length>=3?!1:(this.#o(this.shapes.filter(e=>e!==l)),this.drawing=null,!0)}insertPoint(l,e){let t=this.current;t===null||t.points.length>=32||this.#r({...t,points:t.points.toSpliced(l+1,0,e)})}movePoint(l,e){let t=this.current;t&&this.#r({...t,points:t.points.with(l,e)},`move ${t.key} ${l}`)}removePoint(l){let e=this.current;e===null||e.points.length<=3&&this.drawing!==e.key||this.#r({...e,points:e.points.toSpliced(l,1)})}rename(l){let e=this.current;e&&this.#r({...e,name:l},`name ${e.key}`)}setDwell(l){let e=this.current;e&&this.#r({...e,dwell:l},`dwell ${e.key}`)}remove(l){this.#o(this.shapes.filter(e=>e.key!==l)),this.drawing===l&&(this.drawing=null),this.selected===l&&(this.selected=null)}#r(l,e=null){this.#o(this.shapes.map(t=>t.key===l.key?l:t),e)}selectAt(l){this.selected=this.shapes.findLast(e=>va(e.points,l))?.key??null}problem(l){let e=ga(l.points);if(e)return e;if(l.kind==="mask")return null;let t=xa(l.name);return t===""?"nameless":this.shapes.some(s=>s.kind==="zone"&&s!==l&&xa(s.name)===t)?"same_name":null}firstProblem(){for(let l of this.shapes){let e=this.problem(l);if(e)return{shape:l,problem:e}}return null}};function xa(d){return d.trim().replace(/\s+/g," ").toLowerCase()}var ya=P`
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
`;var $a=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],wa="#9e9e9e",Kl=.005,Yl=.03,Zl=80,Xl=3e3,zt,Tt,b,ts,_a,ee,za,Ta,Ss,Ea,Sa,Rs,Ra,Oa,Os,Pa,Da,Ps,Aa,is,Ia,La,Ds,ss,_t,As,Fa,Ua,Ha,Va,Na,ii,Ca,qa,ja,Ba,Ga,Ka,Ya,Za,j=class extends S{constructor(){super(...arguments);w(this,b);this.cameraId=null;this.offered=null;this.wrong=[];this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;w(this,zt);w(this,Tt,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(m(this,zt))}willUpdate(e){e.has("cameraId")&&(this.draft=null,this.wrong=[],this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&n(this,b,ts).call(this,this.cameraId,!1))}updated(e){e.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){n(this,b,_t).call(this,{to:"close"})}render(){return o`<dialog
      aria-labelledby="title"
      @cancel=${n(this,b,As)}
      @keydown=${n(this,b,Ua)}
      @close=${n(this,b,Fa)}
    >
      ${this.cameraId===null?f:n(this,b,Ha).call(this,this.cameraId)}
    </dialog>`}};zt=new WeakMap,Tt=new WeakMap,b=new WeakSet,ts=async function(e,t){try{let i=await qn(this.context.hass,e);if(this.cameraId!==e||(this.still=i.still_url??null,this.broken=this.still===null,this.wrong=i.false_positives??[],t))return;this.draft=new ti(i.zones,i.masks),this.offered&&this.draft.offer(this.offered)}catch(i){this.cameraId===e&&(this.error=E(i))}},_a=function(e){this.error=null,n(this,b,ts).call(this,e,!1)},ee=function(e){if(!this.draft)return;e(this.draft),this.complaint=null,this.saved=!1;let t=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=t&&(this.corner=null),this.requestUpdate()},za=function(e){n(this,b,ee).call(this,t=>{t.finish(),t.selected=e,this.corner=null})},Ta=function(e){let{localize:t}=this.context;n(this,b,ee).call(this,i=>{let s=e==="zone"?t("new_zone",{number:i.count("zone")+1}):"";i.begin(e,s),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},Ss=function(e){let t=this.picture?.getBoundingClientRect();return!t||t.width===0?[0,0]:ba((e.clientX-t.left)/t.width,(e.clientY-t.top)/t.height)},Ea=function(e){if(e.target instanceof Element&&e.target.closest("button"))return;let t=n(this,b,Ss).call(this,e);n(this,b,ee).call(this,i=>{i.drawing!==null?(i.addPoint(t),this.corner=(i.current?.points.length??1)-1):(i.selectAt(t),this.corner=null)})},Sa=function(e){e.key!=="Enter"||e.target!==this.picture||this.draft?.drawing==null||(e.preventDefault(),n(this,b,ee).call(this,t=>{t.addPoint([.5,.5]),this.corner=(t.current?.points.length??1)-1}),n(this,b,Rs).call(this))},Rs=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},Ra=function(e,t){e.button===0&&(e.currentTarget.setPointerCapture(e.pointerId),_(this,Tt,t),this.corner=t)},Oa=function(e,t){if(m(this,Tt)!==t)return;let i=n(this,b,Ss).call(this,e);n(this,b,ee).call(this,s=>s.movePoint(t,i))},Os=function(){_(this,Tt,null),this.draft?.endGesture()},Pa=function(e){let t=this.draft;e===0&&t?.drawing!=null&&(t.current?.points.length??0)>=3?n(this,b,is).call(this):this.corner=e},Da=function(e,t){let i=this.draft?.current?.points[t];if(!i)return;let s=e.shiftKey?Yl:Kl,a={ArrowLeft:[-s,0],ArrowRight:[s,0],ArrowUp:[0,-s*this.aspect],ArrowDown:[0,s*this.aspect]}[e.key];if(a){let p=[ka(i[0]+a[0]),ka(i[1]+a[1])];n(this,b,ee).call(this,u=>u.movePoint(t,p))}else if(e.key==="Delete"||e.key==="Backspace")n(this,b,Ps).call(this,t);else return;e.preventDefault()},Ps=function(e){n(this,b,ee).call(this,t=>t.removePoint(e)),this.corner=null},Aa=function(e,t){n(this,b,ee).call(this,i=>i.insertPoint(e,t)),this.corner=e+1,n(this,b,Rs).call(this)},is=function(){n(this,b,ee).call(this,e=>{e.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},Ia=async function(){let{draft:e,cameraId:t}=this;if(!e||t===null||this.saving)return;n(this,b,ee).call(this,()=>e.finish());let i=e.firstProblem();if(i){e.selected=i.shape.key,this.complaint=n(this,b,Ds).call(this,i.shape,i.problem);return}this.saving=!0;try{let s=await jn(this.context.hass,t,{zones:e.shapes.filter(r=>r.kind==="zone").map(({id:r,name:a,points:p,dwell:u})=>({id:r,name:a.trim(),points:p,dwell:u})),masks:e.shapes.filter(r=>r.kind==="mask").map(({id:r,points:a})=>({id:r,points:a}))});if(this.cameraId!==t)return;this.draft=new ti(s.zones,s.masks),this.corner=null,this.saved=!0,window.clearTimeout(m(this,zt)),_(this,zt,window.setTimeout(()=>{this.saved=!1},Xl))}catch(s){this.complaint=n(this,b,La).call(this,E(s))}finally{this.saving=!1}},La=function(e){let{localize:t}=this.context;return ne(t,`refused_${e}`,"save_failed").replaceAll("{code}",e)},Ds=function(e,t){let{localize:i}=this.context;return i(`problem_${t}`,{name:n(this,b,ss).call(this,e)})},ss=function(e){return e.kind==="mask"?this.context.localize("ignored_area"):e.name.trim()},_t=function(e){if(this.draft?.changed&&!this.leaving){this.leaving=e;return}this.leaving=null,e.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:e.cameraId}))},As=function(e){e.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?n(this,b,is).call(this):n(this,b,_t).call(this,{to:"close"})},Fa=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},Ua=function(e){if(e.key==="Escape"){n(this,b,As).call(this,e);return}let t=e.target instanceof HTMLInputElement;(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="z"&&!e.shiftKey&&!t&&(e.preventDefault(),n(this,b,ee).call(this,i=>i.undo()))},Ha=function(e){let{context:t,draft:i}=this,{localize:s}=t;return o`
      <header>
        <h2 id="title">${s("zones")} ${n(this,b,Va).call(this,e)}</h2>
        <button
          class="icon-button"
          aria-label=${s("undo")}
          title=${s("undo")}
          ?disabled=${!i?.undoable}
          @click=${()=>n(this,b,ee).call(this,r=>r.undo())}
        >
          ${k(wn)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!i||this.saving||!i.changed}
          @click=${()=>{n(this,b,Ia).call(this)}}
        >
          ${s("save")}
        </button>
        <button class="icon-button" aria-label=${s("close")} @click=${()=>n(this,b,_t).call(this,{to:"close"})}>
          ${k(Y)}
        </button>
      </header>
      ${n(this,b,Na).call(this)}
      ${i?o`<div class="body">
              <div class="stage">${n(this,b,Ca).call(this,i)} ${n(this,b,Ga).call(this,i)}</div>
              <div class="side">${n(this,b,Ka).call(this,i)}</div>
            </div>`:o`<div class="wait">
              ${this.error===null?o`<div class="spinner" role="progressbar" aria-label=${s("loading")}></div>`:o`<div class="failed" role="alert">
                      <p>${F(t,this.error).heading}</p>
                      <button class="text-button" @click=${()=>n(this,b,_a).call(this,e)}>${s("retry")}</button>
                    </div>`}
            </div>`}
    `},Va=function(e){let t=this.context.overview?.cameras??[];return t.length<2?o`<span class="camera" dir="auto">${B(this.context,e)}</span>`:o`<select
      aria-label=${this.context.localize("camera")}
      .value=${Ji(e)}
      @change=${i=>{let s=i.target;n(this,b,_t).call(this,{to:"camera",cameraId:s.value}),s.value=e}}
    >
      ${t.map(i=>o`<option value=${i.camera_id} ?selected=${i.camera_id===e}>${i.name}</option>`)}
    </select>`},Na=function(){let{localize:e}=this.context,{leaving:t}=this;return t?o`<div class="notice" role="alertdialog" aria-label=${e("unsaved")}>
        <p>${e("unsaved")}</p>
        <button class="text-button" @click=${()=>n(this,b,_t).call(this,t)}>${e("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${e("keep_editing")}
        </button>
      </div>`:this.complaint?o`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?o`<div class="notice good" role="status">${k(Bs)}<p>${e("saved")}</p></div>`:f},ii=function(e){if(e.kind==="mask")return wa;let t=this.draft?.shapes.filter(i=>i.kind==="zone")??[];return $a[t.indexOf(e)%$a.length]??wa},Ca=function(e){let{localize:t,hass:i}=this.context,s=e.drawing!==null;return o`<div
      class="picture ${s?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${s?0:-1}
      role="group"
      aria-label=${t("zones_of",{camera:B(this.context,this.cameraId??"")})}
      @click=${n(this,b,Ea)}
      @keydown=${n(this,b,Sa)}
    >
      ${this.still&&!this.broken?o`<img
              src=${i.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${r=>{let{naturalWidth:a,naturalHeight:p}=r.target;a&&p&&(this.aspect=a/p),this.loaded=!0}}
              @error=${()=>{this.broken=!0}}
            />`:o`<p class="instead">${k(dt)} ${t("still_missing")}</p>`}
      ${this.still&&!this.broken&&!this.loaded?o`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${t("loading")}></div>
            </div>`:f}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${.03*this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${.03*this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${this.wrong.map(([r,a,p,u])=>It`<rect class="wrong" x=${r} y=${a} width=${p-r} height=${u-a}></rect>`)}
        ${e.shapes.map(r=>n(this,b,qa).call(this,r,e))}
      </svg>
      ${e.shapes.map(r=>n(this,b,ja).call(this,r,e))}
      ${e.current?n(this,b,Ba).call(this,e,e.current):f}
    </div>`},qa=function(e,t){let i=t.drawing===e.key,s=!i&&["crosses","small"].includes(t.problem(e)??""),r=`${e.kind} ${t.selected===e.key?"selected":""} ${s?"bad":""}`,a=e.points.map(p=>p.join(",")).join(" ");return It`<g class=${r} style="--colour: ${n(this,b,ii).call(this,e)}">
      <polygon class="area" points=${a}></polygon>
      ${i?It`<polyline class="line" points=${a}></polyline>`:It`<polygon class="line" points=${a}></polygon>`}
    </g>`},ja=function(e,t){if(e.kind==="mask"||e.points.length<3||t.drawing===e.key)return f;let[i,s]=Ts(e.points);return o`<span class="label" style=${Es([i,s],n(this,b,ii).call(this,e))} dir="auto">${e.name}</span>`},Ba=function(e,t){let{localize:i}=this.context,s=n(this,b,ii).call(this,t),r=n(this,b,ss).call(this,t),a=t.points.map((x,h)=>o`<button
        class="corner ${this.corner===h?"chosen":""}"
        data-index=${h}
        style=${Es(x,s)}
        aria-label=${i("corner",{number:h+1,name:r})}
        @pointerdown=${T=>n(this,b,Ra).call(this,T,h)}
        @pointermove=${T=>n(this,b,Oa).call(this,T,h)}
        @pointerup=${n(this,b,Os)}
        @pointercancel=${n(this,b,Os)}
        @click=${()=>n(this,b,Pa).call(this,h)}
        @focus=${()=>{this.corner=h}}
        @keydown=${T=>n(this,b,Da).call(this,T,h)}
      ></button>`);if(e.drawing!==null||t.points.length>=32)return o`${a}`;let p=this.picture?.clientWidth??0,u=t.points.map((x,h)=>{let T=t.points[(h+1)%t.points.length]??x;if(Math.hypot((T[0]-x[0])*p,(T[1]-x[1])*p/this.aspect)<Zl)return f;let N=Ts([x,T]);return o`<button
        class="edge"
        style=${Es(N,s)}
        aria-label=${i("insert_corner",{number:h+1})}
        @click=${()=>n(this,b,Aa).call(this,h,N)}
      ></button>`});return o`${u}${a}`},Ga=function(e){let{localize:t}=this.context,i=e.current;if(e.drawing!==null){let r=(i?.points.length??0)>=3;return o`<div class="tools">
        <p>${t("draw_hint")}</p>
        <button class="text-button ${r?"ready":""}" @click=${n(this,b,is)}>
          ${t(r?"draw_done":"draw_cancel")}
        </button>
      </div>`}let s=this.corner;return o`<div class="tools">
      <p>${i?t("edit_hint"):""}</p>
      ${i&&s!==null&&i.points.length>3?o`<button class="text-button" @click=${()=>n(this,b,Ps).call(this,s)}>
              ${k(kn)} ${t("remove_corner")}
            </button>`:f}
      <button
        class="icon-button"
        aria-label=${t("new_picture")}
        title=${t("new_picture")}
        @click=${()=>this.cameraId!==null&&void n(this,b,ts).call(this,this.cameraId,!0)}
      >
        ${k(qs)}
      </button>
    </div>`},Ka=function(e){let{localize:t}=this.context,i=(s,r)=>{let a=e.count(s)>=es;return o`<button
        class="text-button"
        ?disabled=${a||e.drawing!==null}
        title=${a?t("too_many_shapes",{most:es}):""}
        @click=${()=>n(this,b,Ta).call(this,s)}
      >
        ${k(vn)} ${t(r)}
      </button>`};return o`
      <div class="add">${i("zone","add_zone")}${i("mask","add_mask")}</div>
      ${e.shapes.length===0?o`<p class="hint">${t("zones_empty")}</p>`:o`<ul>
              ${te(e.shapes,s=>s.key,s=>n(this,b,Ya).call(this,s,e))}
            </ul>`}
      ${this.wrong.length>0?o`<p class="hint">${t("false_positive_hint")}</p>`:f}
      <p class="hint">${t("zones_hint")}</p>
    `},Ya=function(e,t){let{localize:i}=this.context,s=t.selected===e.key,r=t.drawing===e.key?null:t.problem(e),a=n(this,b,ss).call(this,e);return o`<li class=${s?"selected":""} style="--colour: ${n(this,b,ii).call(this,e)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${s?"true":"false"}
          @click=${()=>n(this,b,za).call(this,s?null:e.key)}
        >
          <span class="swatch ${e.kind}"></span><span class="title" dir="auto">${a||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${i("remove_shape",{name:a})}
          title=${i("remove_shape",{name:a})}
          @click=${()=>n(this,b,ee).call(this,p=>p.remove(e.key))}
        >
          ${k(ct)}
        </button>
      </div>
      ${s&&e.kind==="zone"?n(this,b,Za).call(this,e):f}
      ${r?o`<p class="problem">${n(this,b,Ds).call(this,e,r)}</p>`:f}
    </li>`},Za=function(e){let{localize:t}=this.context;return o`<label>
        ${t("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${Ji(e.name)}
          @input=${i=>n(this,b,ee).call(this,s=>s.rename(i.target.value))}
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
          .value=${Ji(String(e.dwell))}
          @change=${i=>{let s=i.target.valueAsNumber;n(this,b,ee).call(this,r=>{r.setDwell(Number.isFinite(s)?Math.min(86400,Math.max(0,s)):0),r.endGesture()})}}
        />
      </label>`},j.styles=[O,Bi,ya],c([y({attribute:!1})],j.prototype,"context",2),c([y({attribute:!1})],j.prototype,"cameraId",2),c([y({attribute:!1})],j.prototype,"offered",2),c([g()],j.prototype,"wrong",2),c([g()],j.prototype,"draft",2),c([g()],j.prototype,"still",2),c([g()],j.prototype,"broken",2),c([g()],j.prototype,"loaded",2),c([g()],j.prototype,"aspect",2),c([g()],j.prototype,"corner",2),c([g()],j.prototype,"error",2),c([g()],j.prototype,"complaint",2),c([g()],j.prototype,"saving",2),c([g()],j.prototype,"saved",2),c([g()],j.prototype,"leaving",2),c([H("dialog")],j.prototype,"dialog",2),c([H(".picture")],j.prototype,"picture",2),j=c([R("mycamera-zone-editor")],j);function ka(d){return Math.min(1,Math.max(0,Math.round(d*1e4)/1e4))}function Es([d,l],e){return`left: ${d*100}%; top: ${l*100}%; --colour: ${e}`}var Et=["live","persons","day","recordings","clips","figures","system"],Jl={live:je,persons:ri,day:gi,recordings:nn,clips:ui,figures:js,system:an},Ql=5e3,Wl=12*3600*1e3,Rt,ot,Ot,si,Pe,at,ni,$,Xa,Is,Pt,Dt,ns,Ls,Ja,Qa,Wa,ke,be,Ma,Fs,el,os,rs,tl,il,sl,nl,rl,St,Us,ol,al,ll,cl,dl,L=class extends S{constructor(){super(...arguments);w(this,$);this.narrow=!1;this.tab="persons";this.filter=re;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.moment=null;this.watched=null;this.kiosk=!1;this.ignored=null;this.drawn=null;this.linkFailure=null;w(this,Rt,null);w(this,ot,null);w(this,Ot,!1);w(this,si);w(this,Pe,null);w(this,at,new Oi(()=>n(this,$,Qa).call(this)));w(this,ni);w(this,Pt,()=>{this.connected=!0,this.clips?.reconnected(),n(this,$,ns).call(this,!0)});w(this,Dt,()=>{this.connected=!1});w(this,os,e=>{let{detection:t,next:i,ignore:s}=e.detail;this.timeline?.feed.remove([t.event_id]),this.opened=s===null?i:null,s!==null&&(this.ignored=s,this.drawn=t.camera_id)})}connectedCallback(){super.connectedCallback(),_(this,ni,window.setInterval(()=>n(this,$,ns).call(this,!0),Wl));let[,e]=/\/mycamera\/(\w+)$/.exec(window.location.pathname)??[];this.tab=Et.find(i=>i===e)??this.tab;let t=new URLSearchParams(window.location.search);this.kiosk=this.tab==="live"&&t.has("kiosk"),n(this,$,Xa).call(this,t.get("camera"),t.get("at")),this.hass&&n(this,$,Is).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),window.clearInterval(m(this,ni)),window.clearTimeout(m(this,si)),m(this,Pe)?.removeEventListener("ready",m(this,Pt)),m(this,Pe)?.removeEventListener("disconnected",m(this,Dt)),_(this,Pe,null),(e=m(this,ot))==null||e.call(this),_(this,ot,null),m(this,at).disconnected()}shouldUpdate(e){if(e.size>1||!e.has("hass"))return!0;let t=e.get("hass"),i=this.hass;return t===void 0||i===void 0||t.language!==i.language||t.locale!==i.locale||t.config.time_zone!==i.config.time_zone||t.connection!==i.connection||t.dockedSidebar!==i.dockedSidebar||t.themes?.darkMode!==i.themes?.darkMode||t.user?.is_admin!==i.user?.is_admin}willUpdate(e){this.hass&&((e.has("hass")||e.has("overview")||m(this,Rt)===null)&&_(this,Rt,Kn(this.hass,this.overview)),e.has("hass")&&n(this,$,Is).call(this),(e.has("route")||e.has("hass"))&&n(this,$,Wa).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null||this.watched!==null?m(this,at).opened():m(this,at).closed()}render(){let e=m(this,Rt);return e?o`
      ${n(this,$,tl).call(this,e)}
      <main>
        <div class="page ${this.tab}">${n(this,$,sl).call(this,e)}</div>
      </main>
      <mycamera-person-dialog
        .context=${e}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${n(this,$,rs)}
        @mycamera-corrected=${t=>{this.opened=t.detail,this.timeline?.feed.put(t.detail)}}
        @mycamera-removed=${m(this,os)}
        @mycamera-exporting=${()=>{this.opened=null,n(this,$,ke).call(this,"clips")}}
        @mycamera-moment=${t=>{let{camera_id:i,first_seen:s}=t.detail;this.opened=null,this.filter={...re,cameraId:i,day:e.formats.day(s)},this.moment=Date.parse(s)-2e3,n(this,$,ke).call(this,"day")}}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
      <mycamera-zone-editor
        .context=${e}
        .cameraId=${this.drawn}
        .offered=${this.ignored}
        @mycamera-camera=${t=>{this.drawn=t.detail,this.ignored=null}}
        @mycamera-close=${()=>{this.drawn=null,this.ignored=null}}
      ></mycamera-zone-editor>
    `:f}};Rt=new WeakMap,ot=new WeakMap,Ot=new WeakMap,si=new WeakMap,Pe=new WeakMap,at=new WeakMap,ni=new WeakMap,$=new WeakSet,Xa=function(e,t){this.tab==="live"?this.watched=e:e!==null&&(this.filter={...re,cameraId:e});let i=Number(t);if(this.tab!=="day"||!Number.isFinite(i)||i<=0||!this.hass)return;let s=Tn(this.hass).day(new Date(i).toISOString());this.filter={...re,cameraId:e,day:s},this.moment=i},Is=function(){let e=this.hass?.connection;!e||m(this,Pe)===e||(m(this,Pe)?.removeEventListener("ready",m(this,Pt)),m(this,Pe)?.removeEventListener("disconnected",m(this,Dt)),_(this,Pe,e),e.addEventListener("ready",m(this,Pt)),e.addEventListener("disconnected",m(this,Dt)),n(this,$,Ls).call(this))},Pt=new WeakMap,Dt=new WeakMap,ns=function(e){this.timeline?.feed.reload(e),e?this.recordings?.refresh():this.recordings?.records.reload()},Ls=async function(){if(!(!this.hass||m(this,Ot)||m(this,ot))){_(this,Ot,!0);try{let e=await Hn(this.hass,t=>n(this,$,Ja).call(this,t));this.isConnected?_(this,ot,e):e()}catch(e){this.failure=E(e),_(this,si,window.setTimeout(()=>{n(this,$,Ls).call(this)},Ql))}finally{_(this,Ot,!1)}}},Ja=function(e){switch(e.type){case"overview":{let t=this.failure!==null||this.overview?.database.available===!1&&e.overview.database.available;this.failure=null,this.overview=e.overview,t&&n(this,$,ns).call(this,!1);break}case"unavailable":this.failure=e.code;break;case"person":case"caption":this.timeline?.live(e.detection,e.type==="person"),this.opened?.event_id===e.detection.event_id&&(this.opened=e.detection);break;case"deleted":e.event_ids.length>0?this.timeline?.feed.remove(e.event_ids):this.timeline?.feed.reload(!0),this.opened&&e.event_ids.includes(this.opened.event_id)&&this.dialog?.removing?.detection.event_id!==this.opened.event_id&&(this.opened=null);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(e.camera_id),this.dialog?.recorded(e.camera_id);break}},Qa=function(){this.drawn!==null?this.editor?.leave():this.opened?this.opened=null:this.watched=null,this.drawn!==null&&m(this,at).opened()},Wa=async function(){let[,e,t]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!e||!t||!this.hass)){window.history.replaceState(window.history.state,"",e),this.linkFailure=null;try{this.opened=await $i(this.hass,t)}catch(i){this.linkFailure=E(i)}}},ke=function(e,t=!1){this.tab=e,this.kiosk=t,this.watched=null;let i=window.location.pathname.replace(/\/mycamera(\/\w+)?$/,"/mycamera");window.history.replaceState(window.history.state,"",`${i}/${e}${t?"?kiosk":""}`)},be=function(e){this.filter={...this.filter,...e}},Ma=async function(){this.hass&&(await wi(this.hass,{until:new Date().toISOString()}).catch(()=>{}),this.timeline?.feed.reload(!0))},Fs=function(){this.filter=re},el=function(e){if(e.key!=="ArrowLeft"&&e.key!=="ArrowRight")return;let t=e.key==="ArrowRight"?1:Et.length-1;n(this,$,ke).call(this,Et[(Et.indexOf(this.tab)+t)%Et.length]??"persons"),this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus())},os=new WeakMap,rs=function(e){this.opened=e.detail},tl=function({localize:e,hass:t}){let i=s=>o`<button
      role="tab"
      id="tab-${s}"
      aria-selected=${this.tab===s?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===s?0:-1}
      @click=${()=>n(this,$,ke).call(this,s)}
    >
      ${k(Jl[s])}<span>${e(s==="day"?"day_view":s)}</span>
    </button>`;return o`<header class="toolbar">
      ${this.narrow||t.dockedSidebar==="always_hidden"?o`<button
              class="icon-button menu"
              aria-label=${e("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${k(un)}
            </button>`:f}
      <h1>${e("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${e("views")} @keydown=${n(this,$,el)}>
        ${Et.map(i)}
      </div>
    </header>`},il=function(e){return this.failure!==null?G({icon:le,bad:!0,...F(e,this.failure)}):this.overview===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${e.localize("loading")}></div>
      </div>`:this.overview.cameras.length+this.overview.removed_cameras.length===0?Ni(e,this.overview,()=>n(this,$,ke).call(this,"system")):null},sl=function(e){let t=n(this,$,il).call(this,e);return t!==null||this.overview===null?o`<div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">${t}</div>`:this.tab==="live"?n(this,$,nl).call(this,e,this.overview):this.tab==="system"?o`${n(this,$,St).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-system">
          <mycamera-system .context=${e} .overview=${this.overview}></mycamera-system>
        </div>`:this.tab==="clips"?o`${n(this,$,St).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-clips">
          <mycamera-exports .context=${e}></mycamera-exports>
        </div>`:this.tab==="figures"?(import("./figures-NUNWN2S5.js"),o`${n(this,$,St).call(this,e,this.overview)} ${n(this,$,Us).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-figures">
          <mycamera-figures .context=${e} .cameraId=${this.filter.cameraId}></mycamera-figures>
        </div>`):o`
      ${n(this,$,St).call(this,e,this.overview)} ${n(this,$,Us).call(this,e,this.overview)}
      ${n(this,$,ll).call(this,e,this.overview)}
      ${this.tab==="persons"?o`<mycamera-person-filters
              .context=${e}
              .filter=${this.filter}
              @mycamera-filter=${i=>n(this,$,be).call(this,i.detail)}
              @mycamera-all-seen=${()=>{n(this,$,Ma).call(this)}}
            ></mycamera-person-filters>`:f}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${n(this,$,rl).call(this,e,this.overview)}
      </div>
    `},nl=function(e,t){return o`${n(this,$,St).call(this,e,t)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${e}
          .cameras=${t.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${i=>{this.watched=i.detail}}
          @mycamera-unwatch=${()=>{this.watched=null}}
          @mycamera-timeline=${i=>{this.filter={...re,cameraId:i.detail},n(this,$,ke).call(this,"day")}}
          @mycamera-kiosk=${i=>n(this,$,ke).call(this,"live",i.detail)}
        ></mycamera-live-wall>
      </div>`},rl=function(e,t){switch(this.tab){case"live":case"clips":case"figures":case"system":return f;case"persons":return o`<mycamera-timeline
          .context=${e}
          .filter=${this.filter}
          @mycamera-open=${n(this,$,rs)}
          @mycamera-clear-filters=${n(this,$,Fs)}
          @mycamera-system=${()=>n(this,$,ke).call(this,"system")}
        ></mycamera-timeline>`;case"day":return o`<mycamera-day
          .context=${e}
          .cameraIds=${this.filter.cameraId===null?t.cameras.map(i=>i.camera_id):[this.filter.cameraId]}
          .day=${this.filter.day??e.formats.today()}
          .start=${this.moment}
          @mycamera-day=${i=>n(this,$,be).call(this,{day:i.detail})}
          @mycamera-open=${n(this,$,rs)}
          @mycamera-exporting=${()=>n(this,$,ke).call(this,"clips")}
        ></mycamera-day>`;case"recordings":return o`<mycamera-recordings
          .context=${e}
          .filter=${this.filter}
          @mycamera-clear-filters=${n(this,$,Fs)}
        ></mycamera-recordings>`}},St=function(e,t){let{localize:i,hass:s}=e,r=(x,h)=>o`<div class="banner" role="alert">
      ${k(Qs)}
      <p><strong>${x}</strong><br />${h}</p>
    </div>`,a=x=>o`<div class="banner" role="alert">
      ${k(le)}
      <p>${x==="not_found"?i("linked_missing"):F(e,x).heading}</p>
      <button
        class="icon-button"
        aria-label=${i("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${k(Y)}
      </button>
    </div>`,{available:p,waiting:u}=t.database;return o`${this.linkFailure===null?f:a(this.linkFailure)}
    ${this.connected?f:r(i("connection_lost"),i("connection_lost_text"))}
    ${p?f:r(i("database_down"),I(i,s.language,"database_waiting",u))}`},Us=function(e,t){let{localize:i,hass:s}=e,r=a=>{let p=this.filter.cameraId===a.camera_id,u=i(`status_${a.recording_status}`),x=a.detection_enabled&&!a.watching?i("not_watching"):"";return o`<button
        class="chip"
        aria-pressed=${p?"true":"false"}
        title=${[u,a.recording_error,x].filter(Boolean).join(`
`)}
        @click=${()=>n(this,$,be).call(this,{cameraId:p?null:a.camera_id})}
      >
        <span class="dot ${a.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${a.name}</span>
          <span class="status">${u}</span>
        </span>
        ${a.persons?o`<span class="count" role="img" aria-label=${I(i,s.language,"in_view",a.persons)}>
                ${a.persons}
              </span>`:f}
      </button>`};return o`<div class="cameras" role="group" aria-label=${i("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.filter.cameraId===null?"true":"false"}
        @click=${()=>n(this,$,be).call(this,{cameraId:null})}
      >
        <span class="texts"><span class="name">${i("all_cameras")}</span></span>
      </button>
      ${t.cameras.map(r)}${t.removed_cameras.map(a=>n(this,$,ol).call(this,i,a))}
    </div>
    ${n(this,$,al).call(this,e,t)}`},ol=function(e,t){let i=this.filter.cameraId===t.camera_id;return o`<button
      class="chip"
      aria-pressed=${i?"true":"false"}
      @click=${()=>n(this,$,be).call(this,{cameraId:i?null:t.camera_id})}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${t.name}</span>
        <span class="status">${e("removed")}</span>
      </span>
    </button>`},al=function(e,t){let i=t.removed_cameras.find(s=>s.camera_id===this.filter.cameraId);return!i||!e.hass.user?.is_admin?f:o`<mycamera-left-behind
      .context=${e}
      .camera=${i}
      @mycamera-deleted=${()=>n(this,$,be).call(this,{cameraId:null})}
    ></mycamera-left-behind>`},ll=function(e,t){let{localize:i,formats:s}=e,r=s.today(),{day:a}=this.tab==="day"?{day:this.filter.day??r}:this.filter;return o`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${i("previous_day")}
          @click=${()=>n(this,$,be).call(this,{day:a?Lt(a,-1):r})}
        >
          ${k(oi)}
        </button>
        <input
          type="date"
          class=${a?"":"any"}
          data-any=${i("clear_day")}
          aria-label=${i("date")}
          max=${r}
          .value=${a??""}
          @change=${p=>{let u=p.target.value;n(this,$,be).call(this,{day:zn(u)?u:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${i("next_day")}
          ?disabled=${a===null||a>=r}
          @click=${()=>a&&n(this,$,be).call(this,{day:Lt(a,1)})}
        >
          ${k(ai)}
        </button>
        ${this.filter.day?o`<button
                class="icon-button"
                aria-label=${i("clear_day")}
                @click=${()=>n(this,$,be).call(this,{day:null})}
              >
                ${k(Cs)}
              </button>`:f}
      </div>
      ${this.tab==="persons"?o`<mycamera-search-box
              .context=${e}
              .text=${this.filter.text}
              @mycamera-filter=${p=>n(this,$,be).call(this,p.detail)}
            ></mycamera-search-box>`:f}
      ${n(this,$,cl).call(this,e,t)} ${n(this,$,dl).call(this,e,t)}
    </div>`},cl=function({localize:e,hass:t},i){let s=this.filter.cameraId??i.cameras[0]?.camera_id;return!t.user?.is_admin||!i.cameras.some(r=>r.camera_id===s)?f:o`<button
      class="text-button zones"
      @click=${()=>{this.drawn=s??null}}
    >
      ${k(vi)} ${e("zones")}
    </button>`},dl=function({localize:e,hass:t},i){let{worker:s,pending_analyses:r,pending_captions:a}=i,p=s.overloaded?"overloaded":s.status,u=i.minutes_behind,x=[e(`worker_${p}`),u?I(e,t.language,"minutes_behind",u):"",r?I(e,t.language,"pending_analyses",r):"",a?I(e,t.language,"pending_captions",a):""].filter(Boolean),h=s.overloaded?e("worker_overloaded_advice"):"";return o`<button
      class="hub"
      title=${[s.device,s.error,h].filter(Boolean).join(`
`)}
      @click=${()=>n(this,$,ke).call(this,"system")}
    >
      <span class="dot ${p}"></span>
      <span>${x.join(" · ")}</span>
    </button>`},L.styles=[O,he,So],c([y({attribute:!1})],L.prototype,"hass",2),c([y({type:Boolean,reflect:!0})],L.prototype,"narrow",2),c([y({attribute:!1})],L.prototype,"route",2),c([y({attribute:!1})],L.prototype,"panel",2),c([g()],L.prototype,"tab",2),c([g()],L.prototype,"filter",2),c([g()],L.prototype,"overview",2),c([g()],L.prototype,"failure",2),c([g()],L.prototype,"connected",2),c([g()],L.prototype,"opened",2),c([g()],L.prototype,"moment",2),c([g()],L.prototype,"watched",2),c([g()],L.prototype,"kiosk",2),c([g()],L.prototype,"ignored",2),c([g()],L.prototype,"drawn",2),c([H("mycamera-timeline")],L.prototype,"timeline",2),c([H("mycamera-day")],L.prototype,"dayView",2),c([H("mycamera-exports")],L.prototype,"clips",2),c([H("mycamera-recordings")],L.prototype,"recordings",2),c([H("mycamera-person-dialog")],L.prototype,"dialog",2),c([H("mycamera-zone-editor")],L.prototype,"editor",2),c([g()],L.prototype,"linkFailure",2),L=c([R("mycamera-panel")],L);export{L as MyCameraPanel};
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

lit-html/directives/guard.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
