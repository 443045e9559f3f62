import{a as M,b as is,c as Hr,d as Ur}from"./chunk-H3UMTJZI.js";import{a as pe,b as Ie,c as Ue,d as Xt,e as Dr}from"./chunk-FE3ICE4U.js";import{a as Ir,b as Lr,c as Cr,d as Us,e as Vr,f as ts,g as Fr,h as Nr}from"./chunk-4Q5VHKKI.js";import{b as jr}from"./chunk-HHJDOHJD.js";import{$ as rr,A as Hn,B as Un,C as qn,D as Bn,E as Gn,F as Kn,H as Wn,I as Zn,J as Li,K as gt,L as Yn,M as Di,N as Ci,O as Xn,P as Jn,Q as Qn,R as Vi,S as Mn,T as er,U as Fi,V as Ni,W as tr,X as ir,Y as ji,Z as sr,_ as nr,a as zn,aa as Kt,b as Tn,ba as or,c as mt,ca as Hi,d as Ri,da as ar,e as Sn,ea as Ui,f as de,fa as lr,ga as cr,h as Oi,ha as qi,i as Rn,ia as Bi,j as On,k as He,l as Pn,m as An,n as In,o as Ln,p as Dn,q as Cn,r as Pi,s as Ai,t as Ii,u as Z,v as Vn,w as Fn,x as Nn,y as jn,z as ft}from"./chunk-BHOWC5AJ.js";import{a as Ar,b as H,c as Ae,d as Mi,e as tt,f as es}from"./chunk-36NKAGGL.js";import{a as R,b as c,c as Wt,d as me,e as f,f as dr,g as E,h as v,i as b,j as N,k as Gi,l as z,m as T,n as Qi,o as Pr,q as L,r as oe,s as w,t as fe,u as B,v as V,w as vt,x as bt}from"./chunk-JTFHP5GS.js";import{B as Tr,C as Sr,D as Rr,E as Or,F as Yi,G as Xi,H as Ji,a as pr,b as et,c as Zt,d as hr,e as P,f as ur,g as Yt,h as mr,i as Ki,j as fr,k as gr,m as vr,n as br,o as yr,p as Wi,q as xr,r as Zi,s as wr,t as _r,u as $r,v as kr,y as Er,z as zr}from"./chunk-U373QYV6.js";import{a as d,b as u,c as x,d as $,e as o}from"./chunk-ZORKPPHW.js";var ss=class{constructor(s,e=window){this.close=s;this.view=e}#e=!1;opened(){this.#e||(this.#e=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#i))}closed(){this.#e&&(this.#t(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#t()}#t(){this.#e=!1,this.view.removeEventListener("popstate",this.#i)}#i=()=>{this.#t(),this.close()}};var ns,qr,ze=class extends E{constructor(){super(...arguments);x(this,ns);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(e){let t=e.get("camera");t&&t.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:e,formats:t}=this.context,{name:i,records:n,persons:r,bytes:l}=this.camera,p=(g,m)=>c`<button class="text-button" ?disabled=${this.busy} @click=${m}>${g}</button>`,h={name:i,records:String(n),persons:String(r),size:t.bytes(l)};return c`<div class="left" role="group">
      <p dir="auto">${this.asking?e("left_behind_sure"):e("left_behind",h)}</p>
      ${this.asking?c`${p(e("left_behind_no"),()=>{this.asking=!1})}
            ${p(e("left_behind_yes"),()=>{o(this,ns,qr).call(this)})}`:p(e("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?f:c`<p class="problem" role="alert">${e("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};ns=new WeakSet,qr=async function(){let{camera_id:e}=this.camera;this.busy=!0,this.failed=null;try{let t=await fr(this.context.hass,e);if(this.camera.camera_id!==e)return;t.records+t.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(t){this.camera.camera_id===e&&(this.failed=P(t))}finally{this.busy=!1,this.asking=!1}},ze.styles=[T,R`
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
    `],d([v({attribute:!1})],ze.prototype,"context",2),d([v({attribute:!1})],ze.prototype,"camera",2),d([b()],ze.prototype,"asking",2),d([b()],ze.prototype,"busy",2),d([b()],ze.prototype,"failed",2),ze=d([z("mycamera-left-behind")],ze);var ye,Jt,Br,Gr,qe=class extends E{constructor(){super(...arguments);x(this,ye);this.cameraId=null}render(){let{context:e,overview:t}=this,{localize:i,hass:n}=e,r=l=>{let p=this.cameraId===l.camera_id,h=i(`status_${l.recording_status}`),g=l.detection_enabled&&!l.watching?i("not_watching"):"";return c`<button
        class="chip"
        aria-pressed=${p?"true":"false"}
        title=${[h,l.recording_error,g].filter(Boolean).join(`
`)}
        @click=${()=>o(this,ye,Jt).call(this,p?null:l.camera_id)}
      >
        <span class="dot ${l.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${l.name}</span>
          <span class="status">${h}</span>
        </span>
        ${l.persons?c`<span class="count" role="img" aria-label=${L(i,n.language,"in_view",l.persons)}>
                ${l.persons}
              </span>`:f}
      </button>`};return c`<div class="cameras" role="group" aria-label=${i("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.cameraId===null?"true":"false"}
        @click=${()=>o(this,ye,Jt).call(this,null)}
      >
        <span class="texts"><span class="name">${i("all_cameras")}</span></span>
      </button>
      ${t.cameras.map(r)}${t.removed_cameras.map(l=>o(this,ye,Br).call(this,i,l))}
    </div>
    ${o(this,ye,Gr).call(this,e,t)}`}};ye=new WeakSet,Jt=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:{cameraId:e}}))},Br=function(e,t){let i=this.cameraId===t.camera_id;return c`<button
      class="chip"
      aria-pressed=${i?"true":"false"}
      @click=${()=>o(this,ye,Jt).call(this,i?null:t.camera_id)}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${t.name}</span>
        <span class="status">${e("removed")}</span>
      </span>
    </button>`},Gr=function(e,t){let i=t.removed_cameras.find(n=>n.camera_id===this.cameraId);return!i||!e.hass.user?.is_admin?f:c`<mycamera-left-behind
      .context=${e}
      .camera=${i}
      @mycamera-deleted=${()=>o(this,ye,Jt).call(this,null)}
    ></mycamera-left-behind>`},qe.styles=[T,Qi,R`
  :host {
    display: block;
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
    .cameras {
      margin-inline: -12px;
      padding-inline: 12px;
    }
  }
    `],d([v({attribute:!1})],qe.prototype,"context",2),d([v({attribute:!1})],qe.prototype,"overview",2),d([v({attribute:!1})],qe.prototype,"cameraId",2),qe=d([z("mycamera-camera-bar")],qe);var{I:bc}=dr,Kr=a=>a;var rs=a=>a.strings===void 0,Wr=()=>document.createComment(""),yt=(a,s,e)=>{let t=a._$AA.parentNode,i=s===void 0?a._$AB:s._$AA;if(e===void 0){let n=t.insertBefore(Wr(),i),r=t.insertBefore(Wr(),i);e=new bc(n,r,a,a.options)}else{let n=e._$AB.nextSibling,r=e._$AM,l=r!==a;if(l){let p;e._$AQ?.(a),e._$AM=a,e._$AP!==void 0&&(p=a._$AU)!==r._$AU&&e._$AP(p)}if(n!==i||l){let p=e._$AA;for(;p!==n;){let h=Kr(p).nextSibling;Kr(t).insertBefore(p,i),p=h}}}return e},Be=(a,s,e=a)=>(a._$AI(s,e),a),yc={},os=(a,s=yc)=>a._$AH=s,Zr=a=>a._$AH,as=a=>{a._$AR(),a._$AA.remove()};var Yr=(a,s,e)=>{let t=new Map;for(let i=s;i<=e;i++)t.set(a[i],i);return t},xe=Ie(class extends Ue{constructor(a){if(super(a),a.type!==pe.CHILD)throw Error("repeat() can only be used in text expressions")}dt(a,s,e){let t;e===void 0?e=s:s!==void 0&&(t=s);let i=[],n=[],r=0;for(let l of a)i[r]=t?t(l,r):r,n[r]=e(l,r),r++;return{values:n,keys:i}}render(a,s,e){return this.dt(a,s,e).values}update(a,[s,e,t]){let i=Zr(a),{values:n,keys:r}=this.dt(s,e,t);if(!Array.isArray(i))return this.ut=r,n;let l=this.ut??=[],p=[],h,g,m=0,k=i.length-1,I=0,F=n.length-1;for(;m<=k&&I<=F;)if(i[m]===null)m++;else if(i[k]===null)k--;else if(l[m]===r[I])p[I]=Be(i[m],n[I]),m++,I++;else if(l[k]===r[F])p[F]=Be(i[k],n[F]),k--,F--;else if(l[m]===r[F])p[F]=Be(i[m],n[F]),yt(a,p[F+1],i[m]),m++,F--;else if(l[k]===r[I])p[I]=Be(i[k],n[I]),yt(a,i[m],i[k]),k--,I++;else if(h===void 0&&(h=Yr(r,I,F),g=Yr(l,m,k)),h.has(l[m]))if(h.has(l[k])){let re=g.get(r[I]),Q=re!==void 0?i[re]:null;if(Q===null){let ne=yt(a,i[m]);Be(ne,n[I]),p[I]=ne}else p[I]=Be(Q,n[I]),yt(a,i[m],Q),i[re]=null;I++}else as(i[k]),k--;else as(i[m]),m++;for(;I<=F;){let re=yt(a,p[F+1]);Be(re,n[I]),p[I++]=re}for(;m<=k;){let re=i[m++];re!==null&&as(re)}return this.ut=r,os(a,p),me}});function Xr(a){return a.connection.sendMessagePromise({type:"mycamera/exports"})}async function ls(a,s,e,t){let i=await a.connection.subscribeMessage(()=>{},{type:"mycamera/export_clip",camera_id:s,since:new Date(e).toISOString(),until:new Date(t).toISOString()},{resubscribe:!1});await Promise.resolve(i()).catch(()=>{})}function Jr(a,s,e){return a.connection.subscribeMessage(e,{type:"mycamera/follow_export",export_id:s},{resubscribe:!1})}function Qr(a,s){return a.connection.sendMessagePromise({type:"mycamera/cancel_export",export_id:s})}function Mr(a,s){return a.connection.sendMessagePromise({type:"mycamera/delete_export",export_id:s})}var cs,eo,Te=class extends E{constructor(){super(...arguments);x(this,cs);this.cameraIds=[];this.range={from:0,to:1};this.busy=!1;this.failed=null}render(){let{localize:e,formats:t}=this.context,{from:i,to:n}=this.range,r=t.range(new Date(i).toISOString(),new Date(n).toISOString());return c`<output>${r} · ${t.duration((n-i)/1e3)}</output>
      <button class="text-button" ?disabled=${this.busy} @click=${()=>{o(this,cs,eo).call(this)}}>
        ${w(Ni)} ${e("export")}
      </button>
      <button
        class="icon-button"
        aria-label=${e("draw_cancel")}
        @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
      >
        ${w(Z)}
      </button>
      ${this.failed===null?f:c`<p role="alert">${this.failed}</p>`}`}};cs=new WeakSet,eo=async function(){this.busy=!0;try{for(let e of this.cameraIds)await ls(this.context.hass,e,this.range.from,this.range.to);this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-exporting",{bubbles:!0,composed:!0}))}catch(e){this.failed=V(this.context,P(e)).text}finally{this.busy=!1}},Te.styles=[T,R`
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
    `],d([v({attribute:!1})],Te.prototype,"context",2),d([v({attribute:!1})],Te.prototype,"cameraIds",2),d([v({attribute:!1})],Te.prototype,"range",2),d([b()],Te.prototype,"busy",2),d([b()],Te.prototype,"failed",2),Te=d([z("mycamera-clip-bar")],Te);var xc=[.5,1,2,4,8,16],Qt,qs,ge=class extends E{constructor(){super(...arguments);x(this,Qt);this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.watchable=!1;this.widest=!1}render(){let{moment:e,playing:t,context:i}=this,{localize:n,formats:r}=i,l=(p,h,g)=>c`<button
      class="icon-button"
      aria-label=${h}
      title=${h}
      @click=${()=>o(this,Qt,qs).call(this,g)}
    >
      ${w(p)}
    </button>`;return c`${l(zn,n("previous_person"),"previous_person")}
      ${l(or,n("back_10"),"back_10")}
      ${l(t?tr:ji,n(t?"pause":"play"),"play")}
      ${l(qn,n("forward_10"),"forward_10")}
      ${l(Tn,n("next_person"),"next_person")}
      <output class="clock">${e===null?"":r.timeSeconds(new Date(e).toISOString())}</output>
      ${this.watchable?c`<button
              class="text-button live"
              aria-pressed=${this.live?"true":"false"}
              title=${n("go_live")}
              @click=${()=>o(this,Qt,qs).call(this,"live")}
            >
              <span class="lamp"></span>${n("live")}
            </button>`:f}
      <select
        aria-label=${n("speed")}
        ?disabled=${this.live}
        @change=${p=>{let h=Number(p.target.value);this.dispatchEvent(new CustomEvent("mycamera-speed",{detail:h}))}}
      >
        ${xc.map(p=>c`<option value=${p} ?selected=${p===this.speed}>${p}×</option>`)}
      </select>
      ${this.widest?l(Oi,n("month"),"zoom_out"):l(Qn,n("zoom_out"),"zoom_out")}
      ${l(Vi,n("zoom_in"),"zoom_in")}
      ${l(Fn,n("clip"),"clip")} ${l(Li,n("why"),"why")}`}};Qt=new WeakSet,qs=function(e){this.dispatchEvent(new CustomEvent("mycamera-wish",{detail:e}))},ge.styles=[T,Lr],d([v({attribute:!1})],ge.prototype,"context",2),d([v({attribute:!1})],ge.prototype,"moment",2),d([v({type:Boolean})],ge.prototype,"playing",2),d([v({attribute:!1})],ge.prototype,"speed",2),d([v({type:Boolean})],ge.prototype,"live",2),d([v({type:Boolean})],ge.prototype,"watchable",2),d([v({type:Boolean})],ge.prototype,"widest",2),ge=d([z("mycamera-day-controls")],ge);var to=1e3,wc=25,_c=120*to,Le,G,xt,io,Bs,so,no,ro,X=class extends E{constructor(){super(...arguments);x(this,G);this.cameraId="";this.spans=[];this.speed=1;this.poster=null;this.named=!1;this.empty=!1;this.live=!1;this.connected=!0;this.problem=null;this.codec=null;x(this,Le,null)}disconnectedCallback(){super.disconnectedCallback(),u(this,Le)?.close(),$(this,Le,null)}updated(){this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}async show(e){let t=ts(this.spans,e);if(t===null)return;this.problem=null,await this.updateComplete;let{Film:i,filmsPlay:n}=await import("./film-IJHIQIQA.js");if(!(!this.video||!this.isConnected)){if(!n()){o(this,G,Bs).call(this,"unplayable",t);return}u(this,Le)??$(this,Le,new i(this.video,this.context.hass,this.cameraId,{at:r=>o(this,G,xt).call(this,"mycamera-at",r),ended:r=>o(this,G,io).call(this,r),failed:r=>o(this,G,Bs).call(this,r,t)})),await u(this,Le).seek(t)}}async play(){await this.video?.play().catch(()=>{})}pause(){this.video?.pause()}get begun(){return u(this,Le)!==null}frame(e){let{video:t}=this;!t||u(this,Le)===null||(t.pause(),t.currentTime=Math.max(0,t.currentTime+e/wc))}render(){let{context:e}=this,t=H(e,this.cameraId);return c`<video
        playsinline
        muted
        aria-label=${t}
        poster=${this.poster===null?f:`data:image/jpeg;base64,${this.poster}`}
        @play=${()=>o(this,G,xt).call(this,"mycamera-playing",!0)}
        @pause=${()=>{this.video?.ended||o(this,G,xt).call(this,"mycamera-playing",!1)}}
      ></video>
      ${this.live?o(this,G,no).call(this):f}
      ${this.named?c`<span class="name" dir="auto">${t}</span>`:f}
      ${this.live?f:this.empty?c`<p class="nothing">${e.localize("nothing_recorded")}</p>`:o(this,G,ro).call(this)}`}};Le=new WeakMap,G=new WeakSet,xt=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},io=function(e){let t=this.spans.find(([i])=>i>=e);if(t){this.show(t[0]);return}this.problem="ended",o(this,G,xt).call(this,"mycamera-ended",e)},Bs=function(e,t){this.problem=e,e==="unplayable"&&o(this,G,so).call(this,t)},so=async function(e){try{let{hass:t}=this.context,i=await Ki(t,this.cameraId,e-_c,e+to);this.codec=i[0]?.codec??null}catch(t){console.info("MyCamera: the codec of the recording cannot be loaded:",P(t))}},no=function(){let{context:e}=this,t=e.overview?.cameras.find(i=>i.camera_id===this.cameraId);return t?c`<mycamera-live-tile
        .context=${e}
        .camera=${t}
        streaming
        plain
        .connected=${this.connected}
      ></mycamera-live-tile>
      <span class="badge">${e.localize("live_badge")}</span>`:c`<p class="nothing">${e.localize("not_live")}</p>`},ro=function(){let{context:e,problem:t}=this;if(t===null)return f;let{localize:i}=e,n=t==="ended"?i("film_ended"):vt(e,t,this.codec);return t!=="unplayable"?c`<p class="problem" role="alert">${n}</p>`:c`<div class="problem" role="alert">
      <p>${n}</p>
      <p>${i("unplayable_advice")}</p>
      <button
        class="text-button"
        @click=${r=>{r.stopPropagation(),o(this,G,xt).call(this,"mycamera-cut",null)}}
      >
        ${i("clip")}
      </button>
    </div>`},X.styles=[T,R`
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
      :host([empty]) video,
      :host([live]) video {
        visibility: hidden;
      }
      mycamera-live-tile {
        position: absolute;
        inset: 0;
        aspect-ratio: auto;
        border-radius: 0;
      }
      .badge {
        position: absolute;
        inset-block-start: 8px;
        inset-inline-end: 8px;
        padding: 2px 10px;
        font-size: 12px;
        font-weight: 500;
        letter-spacing: 0.06em;
        color: #fff;
        background: #c62828;
        border-radius: 8px;
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
    `],d([v({attribute:!1})],X.prototype,"context",2),d([v({attribute:!1})],X.prototype,"cameraId",2),d([v({attribute:!1})],X.prototype,"spans",2),d([v({attribute:!1})],X.prototype,"speed",2),d([v({attribute:!1})],X.prototype,"poster",2),d([v({type:Boolean})],X.prototype,"named",2),d([v({type:Boolean,reflect:!0})],X.prototype,"empty",2),d([v({type:Boolean,reflect:!0})],X.prototype,"live",2),d([v({type:Boolean})],X.prototype,"connected",2),d([b()],X.prototype,"problem",2),d([b()],X.prototype,"codec",2),d([N("video")],X.prototype,"video",2),X=d([z("mycamera-day-film")],X);function ds(a,s){return a.some(([e,t])=>e<=s&&s<t)}function oo(a){let s=[];for(let[e,t]of a.flat().sort((i,n)=>i[0]-n[0])){let i=s.at(-1);i&&e<=i[1]?i[1]=Math.max(i[1],t):s.push([e,t])}return s}function ao(a,s){for(let[e,t]of a)if(ds(t,s))return e;return null}var $c=700;function lo(a,s,e){return a===void 0||Math.abs(a-s)>$c*Math.max(1,e)}function co(a,s,e){return s-a>2e3*Math.max(1,e)}var it=1e3,kc=2*it,po=180*it,ps=class{constructor(s){this.host=s;this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.empty=new Set;this.leader="";this.pressed=null;this.#e=new Map;this.#t=!1;s.addController(this)}#e;#t;#i;hostDisconnected(){this.#a()}reset(s){this.#a(),this.moment=s,this.playing=!1,this.#e.clear()}get footage(){return oo(this.host.films.map(s=>this.host.spans(s)))}get dragging(){return this.#t}drag(s){this.#a(),this.#t=!0,this.moment=s,this.host.requestUpdate()}found(s){this.#t=!1,this.#s(s),this.pressed=s}#s(s){this.#r(s)?this.goLive():this.show(s)}#r(s){let e=Date.now(),{from:t,to:i}=this.host.whole;return t<=e&&e<i&&this.host.watchable.length>0&&Fr(this.footage,s)&&s>e-po}get#o(){return(this.footage.at(-1)?.[1]??0)>Date.now()-po}async show(s){this.#a(),this.pressed=null;let e=ts(this.footage,s);if(this.host.requestUpdate(),e===null)return;this.moment=e,this.#e.clear(),this.#c(e),await this.host.updateComplete,this.#l(e);let t=this.#n(this.leader);await t?.show(e),this.playing&&!this.live&&await t?.play()}goLive(){if(this.live||this.host.watchable.length===0)return;for(let e of this.host.players)e.pause();this.live=!0,this.playing=!0,this.empty=new Set,this.pressed=null;let s=()=>{this.moment=Date.now(),this.host.requestUpdate()};this.#i=setInterval(s,it),s()}#a(){clearInterval(this.#i),this.#i=void 0,this.live=!1}#n(s){return[...this.host.players].find(e=>e.cameraId===s)}#c(s){let{films:e}=this.host,t=new Map(e.map(i=>[i,this.host.spans(i)]));this.leader=ao(t,s)??e[0]??""}#l(s){let e=this.host.films.filter(t=>t!==this.leader&&!ds(this.host.spans(t),s));this.empty=new Set(e),this.host.requestUpdate();for(let t of this.host.players){let{cameraId:i}=t;if(i===this.leader)continue;if(e.includes(i)){t.pause();continue}let n=this.#e.get(i);(n===void 0||Date.now()-n.right>kc)&&lo(n?.at,s,this.speed)?(this.#e.set(i,{at:s,right:Date.now()}),t.show(s).then(()=>this.playing&&!this.live?t.play():t.pause())):this.playing?t.play():t.pause()}}at(s,e){if(this.#t||this.live)return;if(s!==this.leader){let n=this.#e.get(s);n&&(n.at=e);return}let t=this.moment??e,{films:i}=this.host;if(this.playing&&co(t,e,this.speed)){let n=i.find(r=>r!==s&&ds(this.host.spans(r),t+it));if(n!==void 0){this.leader=n,this.#n(s)?.pause(),this.#e.set(s,{at:e,right:Date.now()}),this.#l(t+it),this.#n(n)?.play();return}}this.playing&&(this.pressed=null),this.moment=e,this.host.requestUpdate(),i.length>1&&this.#l(e)}told(s,e){s!==this.leader||this.live||(this.playing=e,this.host.requestUpdate())}ended(s,e){if(s!==this.leader||this.live)return;this.host.films.find(i=>i!==s&&this.host.spans(i).some(([,n])=>n>e+it))!==void 0?this.show(e):this.playing&&this.#o&&this.#r(e)?this.goLive():(this.playing=!1,this.host.requestUpdate())}async toggle(){let s=this.#n(this.leader),{live:e}=this;if(this.playing){this.playing=!1;for(let t of this.host.players)t.pause();e&&await this.show(Date.now()),this.host.requestUpdate();return}this.playing=!0,this.host.requestUpdate(),s?.begun?await s.play():await this.show(this.moment??this.footage[0]?.[0]??0),this.moment!==null&&!this.live&&this.#l(this.moment)}step(s){let{from:e,to:t}=this.host.whole,{footage:i}=this,n=Math.min(t,Math.max(e,(this.moment??i[0]?.[0]??e)+s)),r=i.findLast(([p])=>p<=n),l=s<0&&r!==void 0&&n>=r[1];this.#s(l?r[1]-2*it:n)}toEnd(s){this.#s(s==="first"?this.host.whole.from:Math.min(this.host.whole.to,Date.now()))}frame(s){if(this.playing=!1,this.live)this.show(Date.now());else for(let e of this.host.players)e.frame(s);this.host.requestUpdate()}person(s){let e=Nr(this.host.seen,this.moment??this.host.whole.from,s);e!==null&&this.show(e)}};var Gs=1e3,hs,ho,Ge=class extends E{constructor(){super(...arguments);x(this,hs);this.days=new Map;this.moment=null}render(){let{context:e}=this,{localize:t,formats:i,hass:n}=e,r=[...this.days.values()],l=r.flatMap(({spans:g})=>g).reduce((g,[m,k])=>g+k-m,0)/Gs,p=r.reduce((g,m)=>g+m.gaps.length,0),h=r.reduce((g,m)=>g+m.persons.length,0);return c`<p class="summary">
        ${t("day_summary",{recorded:i.duration(l),gaps:L(t,n.language,"gaps",p),persons:L(t,n.language,"seen",h)})}
      </p>
      ${o(this,hs,ho).call(this,r).map(g=>c`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:g}))}
        >
          ${i.timeSeconds(g.first_seen)} ${Ae(e,g)[0]?.text??""}
        </button>`)}`}};hs=new WeakSet,ho=function(e){let{moment:t}=this;return t===null?[]:e.flatMap(({persons:i})=>i).filter(i=>Date.parse(i.first_seen)-Gs<=t&&t<=Date.parse(i.last_seen)+Gs)},Ge.styles=[T,R`
      :host {
        display: block;
      }
      .summary {
        padding-block: 10px;
        color: var(--mc-text-2);
      }
      .shown {
        margin-block-end: 8px;
        text-align: start;
      }
    `],d([v({attribute:!1})],Ge.prototype,"context",2),d([v({attribute:!1})],Ge.prototype,"days",2),d([v({attribute:!1})],Ge.prototype,"moment",2),Ge=d([z("mycamera-day-summary")],Ge);function Ks(a){let[s=1970,e=1]=a.split("-").map(Number),t=new Date(Date.UTC(s,e,0)).getUTCDate();return Array.from({length:t},(i,n)=>Zt(`${a.slice(0,8)}01`,n))}function uo(a,s,e,t){let i=(Math.min(e,t)-s)/6e4;return i<=0?0:Math.min(1,a/Math.max(1,i))}var Ec=Date.UTC(2024,0,1),zc=864e5,st,wt,mo,fo,Se=class extends E{constructor(){super(...arguments);x(this,wt);this.cameraIds=[];this.day="";this.found=null;this.failure=null;x(this,st,0)}willUpdate(e){(e.has("day")||e.has("cameraIds"))&&o(this,wt,mo).call(this)}render(){let{context:e}=this,{hass:t,formats:i}=e;if(this.failure!==null)return c`<p role="alert">${V(e,this.failure).heading}</p>`;let n=Ks(this.day),r=t.locale.language,l=new Intl.DateTimeFormat(r,{weekday:"short",timeZone:"UTC"}),p=new Intl.DateTimeFormat(r,{year:"numeric",month:"long",timeZone:"UTC"});return c`<h2>${p.format(Date.parse(`${this.day}T00:00:00Z`))}</h2>
      <div class="days">
        ${Array.from({length:7},(h,g)=>c`<span class="head">${l.format(Ec+g*zc)}</span>`)}
        ${n.map((h,g)=>o(this,wt,fo).call(this,h,g===0?jr(h)+1:null,i.today()))}
      </div>`}};st=new WeakMap,wt=new WeakSet,mo=async function(){$(this,st,u(this,st)+1);let e=u(this,st),{hass:t,formats:i}=this.context,n=Ks(this.day),{since:r}=et(n[0]??this.day,i.timeZone),{until:l}=et(n.at(-1)??this.day,i.timeZone);try{let p=await Promise.all(this.cameraIds.map(async h=>[h,(await br(t,h,r,l,i.timeZone)).days]));if(e!==u(this,st))return;this.found=new Map(p),this.failure=null}catch(p){e===u(this,st)&&(this.failure=P(p))}},fo=function(e,t,i){let{context:n,found:r}=this,{localize:l,formats:p,hass:h}=n,{since:g,until:m}=et(e,p.timeZone),k=Q=>r?.get(Q)?.find(ne=>ne.day===e),I=this.cameraIds.map(Q=>({id:Q,part:uo(k(Q)?.recordings??0,Date.parse(g),Date.parse(m),Date.now())})),F=this.cameraIds.reduce((Q,ne)=>Q+(k(ne)?.persons??0),0),re=[p.heading(e),...I.map(({id:Q,part:ne})=>`${H(n,Q)}: ${p.percent(ne)}`),L(l,h.language,"seen",F)].join(`
`);return c`<button
      style=${t===null?"":`grid-column-start: ${t}`}
      title=${re}
      aria-current=${e===this.day?"date":"false"}
      ?disabled=${e>i}
      @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))}
    >
      <span class="visually-hidden">${re}</span>
      <span class="number" aria-hidden="true">${Number(e.slice(8))}</span>
      <span class="persons" aria-hidden="true">${F>0?p.number(F):f}</span>
      ${I.map(({part:Q})=>c`<span class="bar"><span style="inline-size: ${(Q*100).toFixed(1)}%"></span></span>`)}
    </button>`},Se.styles=[T,R`
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
    `],d([v({attribute:!1})],Se.prototype,"context",2),d([v({attribute:!1})],Se.prototype,"cameraIds",2),d([v({attribute:!1})],Se.prototype,"day",2),d([b()],Se.prototype,"found",2),d([b()],Se.prototype,"failure",2),Se=d([z("mycamera-month")],Se);var ae,go,vo,bo,_t,we=class extends E{constructor(){super(...arguments);x(this,ae);this.why=null;this.failure=null;this.queued=null}willUpdate(e){(e.has("cameraId")||e.has("moment"))&&o(this,ae,go).call(this)}render(){let{context:e,why:t}=this,{localize:i,formats:n}=e,r=n.timeSeconds(new Date(this.moment).toISOString());return c`<section aria-labelledby="title">
      <header>
        <h2 id="title">${i("why_at",{time:r})}</h2>
        <button
          class="icon-button"
          aria-label=${i("close")}
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
        >
          ${w(Z)}
        </button>
      </header>
      <div aria-live="polite">
        ${this.failure===null?f:c`<p role="alert">${V(e,this.failure).heading}</p>`}
        ${t===null?this.failure===null?c`<div class="spinner" role="progressbar" aria-label=${i("loading")}></div>`:f:o(this,ae,bo).call(this,t)}
      </div>
    </section>`}};ae=new WeakSet,go=async function(){let{cameraId:e,moment:t}=this;this.why=this.failure=this.queued=null;try{let i=await Or(this.context.hass,e,t);this.cameraId===e&&this.moment===t&&(this.why=i)}catch(i){this.failure=P(i)}},vo=async function(e){try{this.queued=(await Xi(this.context.hass,[e])).queued}catch(t){this.failure=P(t)}},bo=function(e){let{localize:t,formats:i,hass:n}=this.context,r={confidence:i.percent(e.min_confidence),height:i.percent(e.min_height),cause:e.gap_cause===null?"":bt(this.context,e.gap_cause),zones:e.zones.join(" · "),error:e.analysis_error??""},l=p=>oe(t,`why_${p}`,"why_nobody_found").replace(/\{(\w+)\}/g,(g,m)=>r[m]??"");return c`
      ${e.reasons.length===0?c`<p class="reason">${w(Ln)} ${t("why_told")}</p>`:e.reasons.map(p=>c`<p class="reason">${w(Li)} ${l(p)}</p>`)}
      ${e.analysis_error?c`<p class="error" dir="auto">${e.analysis_error}</p>`:f}
      ${e.persons.map(p=>c`<button
          class="text-button"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:p}))}
        >
          ${[i.timeSeconds(p.first_seen),i.percent(p.confidence),t(p.found_live?"why_found_live":"why_found_recorded"),(p.zones??[]).join(", "),Ae(this.context,p)[0]?.text??""].filter(Boolean).join(" · ")}
        </button>`)}
      <dl>
        ${o(this,ae,_t).call(this,t("confidence"),`≥ ${r.confidence}`)}
        ${e.min_height>0?o(this,ae,_t).call(this,t("why_height"),`≥ ${r.height}`):f}
        ${e.zones.length>0?o(this,ae,_t).call(this,t("zones"),r.zones):f}
        ${e.masks>0?o(this,ae,_t).call(this,t("why_ignored"),String(e.masks)):f}
        ${e.analysis_status===null?f:o(this,ae,_t).call(this,t("analysis"),t(`analysis_${e.analysis_status}`))}
      </dl>
      ${this.queued!==null?c`<p role="status">${L(t,n.language,"queued",this.queued)}</p>`:e.record_id!==null&&n.user?.is_admin&&e.persons.length===0?c`<button class="text-button" @click=${()=>{o(this,ae,vo).call(this,e.record_id??0)}}>
                ${t("why_analyze")}
              </button>`:f}
    `},_t=function(e,t){return c`<div>
      <dt>${e}</dt>
      <dd dir="auto">${t}</dd>
    </div>`},we.styles=[T,R`
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
    `],d([v({attribute:!1})],we.prototype,"context",2),d([v({attribute:!1})],we.prototype,"cameraId",2),d([v({attribute:!1})],we.prototype,"moment",2),d([b()],we.prototype,"why",2),d([b()],we.prototype,"failure",2),d([b()],we.prototype,"queued",2),we=d([z("mycamera-why")],we);var $t=1e3,Tc=15*$t,Mt=60*$t,yo=4,Sc={ArrowLeft:"back_10",ArrowRight:"forward_10",PageDown:"back_300",PageUp:"forward_300",Home:"first",End:"last"," ":"play",k:"play",l:"live","+":"zoom_in","-":"zoom_out",n:"next_person",p:"previous_person",",":"previous_frame",".":"next_frame"},Ke,ti,nt,We,S,xo,wo,us,_o,ms,Ws,ei,$o,Zs,ko,Eo,ii,fs,zo,To,So,Ro,Oo,Po,Ao,Ys,K=class extends E{constructor(){super(...arguments);x(this,S);this.cameraIds=[];this.day="";this.start=null;this.connected=!0;this.days=null;this.failure=null;this.view={from:0,to:1};this.films=[];this.posters=new Map;this.month=!1;this.clip=null;this.asked=null;this.playback=new ps(this);x(this,Ke,0);x(this,ti,null);x(this,nt,!1);x(this,We);x(this,ii,{previous_person:()=>this.playback.person(-1),next_person:()=>this.playback.person(1),back_10:()=>this.playback.step(-10*$t),forward_10:()=>this.playback.step(10*$t),back_300:()=>this.playback.step(-300*$t),forward_300:()=>this.playback.step(300*$t),first:()=>this.playback.toEnd("first"),last:()=>this.playback.toEnd("last"),previous_frame:()=>this.playback.frame(-1),next_frame:()=>this.playback.frame(1),play:()=>{this.playback.toggle()},live:()=>o(this,S,ms).call(this),zoom_out:()=>o(this,S,ei).call(this,2),zoom_in:()=>o(this,S,ei).call(this,.5),clip:()=>o(this,S,Ws).call(this),why:()=>o(this,S,Eo).call(this)});x(this,fs,e=>{let t=Sc[e.key];t!==void 0&&(u(this,ii)[t](),e.preventDefault())})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(u(this,We)),$(this,We,void 0)}willUpdate(e){if(e.has("cameraIds")&&(this.films=this.cameraIds.slice(0,yo)),e.has("cameraIds")||e.has("day")){let{playback:t}=this,i=!e.has("day")&&t.moment!==null,{from:n,to:r}=this.whole,{start:l}=this;u(this,nt)||$(this,nt,i&&t.live),t.reset(i?t.moment:l!==null&&l>=n&&l<r?l:null),i||(this.view={from:n,to:r}),this.days=null,this.clip=null,this.asked=null,this.posters=new Map,o(this,S,us).call(this)}o(this,S,xo).call(this)}recorded(e){!this.cameraIds.includes(e)||Date.now()>this.whole.to||u(this,We)!==void 0||$(this,We,window.setTimeout(()=>{$(this,We,void 0),o(this,S,us).call(this)},Tc))}get whole(){let{since:e,until:t}=et(this.day,this.context.formats.timeZone);return{from:Date.parse(e),to:Date.parse(t)}}spans(e){return this.days?.get(e)?.spans??[]}get seen(){return this.films.flatMap(t=>this.days?.get(t)?.persons??[]).map(t=>Date.parse(t.first_seen)).sort((t,i)=>t-i)}get watchable(){let e=new Set(this.context.overview?.cameras.map(t=>t.camera_id));return this.films.filter(t=>e.has(t))}render(){let{context:e,days:t,playback:i}=this,{localize:n}=e;return this.failure!==null&&t===null?B({icon:de,bad:!0,...V(e,this.failure),action:c`<button class="text-button" @click=${()=>{o(this,S,us).call(this)}}>${n("retry")}</button>`}):t===null?c`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${n("loading")}></div>
      </div>`:this.month?c`${o(this,S,To).call(this)} ${o(this,S,So).call(this)}`:[...t.values()].every(({spans:r})=>r.length===0)&&!this.playback.live?o(this,S,zo).call(this):c`<div
        class="films"
        data-count=${this.films.length}
        style="--more-lines: ${Math.max(0,this.cameraIds.length*36-48)}px"
      >
        ${xe(this.films,r=>r,r=>c`<mycamera-day-film
            .context=${e}
            .cameraId=${r}
            .spans=${this.spans(r)}
            .speed=${i.speed}
            .poster=${this.posters.get(r)??null}
            .connected=${this.connected}
            ?named=${this.films.length>1}
            ?empty=${i.empty.has(r)}
            ?live=${i.live}
            @click=${()=>{i.toggle()}}
            @mycamera-at=${l=>i.at(r,l.detail)}
            @mycamera-playing=${l=>i.told(r,l.detail)}
            @mycamera-ended=${l=>i.ended(r,l.detail)}
            @mycamera-cut=${()=>o(this,S,Ws).call(this)}
          ></mycamera-day-film>`)}
      </div>
      ${o(this,S,Ro).call(this)} ${o(this,S,Oo).call(this,t)} ${o(this,S,Ao).call(this)}
      <mycamera-day-summary
        .context=${e}
        .days=${t}
        .moment=${i.moment}
        @mycamera-open=${o(this,S,Ys)}
      ></mycamera-day-summary>`}};Ke=new WeakMap,ti=new WeakMap,nt=new WeakMap,We=new WeakMap,S=new WeakSet,xo=function(){let{moment:e,dragging:t,live:i}=this.playback;e===u(this,ti)||t||($(this,ti,e),e!==null&&(e<this.whole.to?this.view=Vr(this.view,this.whole,e):i&&o(this,S,ms).call(this)))},wo=function({from:e,to:t}){let i=this.films.filter(n=>this.spans(n).some(([r,l])=>r<t&&l>e));return i.length>0?i:this.films.slice(0,1)},us=async function(){$(this,Ke,u(this,Ke)+1);let e=u(this,Ke),{since:t,until:i}=et(this.day,this.context.formats.timeZone);try{let n=await Promise.all(this.cameraIds.map(async p=>[p,await vr(this.context.hass,p,t,i)]));if(e!==u(this,Ke))return;let r=this.days===null;if(this.days=new Map(n),this.failure=null,!r)return;await this.updateComplete;let{playback:l}=this;u(this,nt)?($(this,nt,!1),l.goLive()):l.moment!==null?l.show(l.moment):o(this,S,_o).call(this,e)}catch(n){e===u(this,Ke)&&(this.failure=P(n))}},_o=async function(e){for(let t of this.films){let i=this.spans(t)[0];if(!i)continue;let{picture:n}=await yr(this.context.hass,t,i[0]).catch(()=>({picture:null}));if(e!==u(this,Ke))return;n!==null&&(this.posters=new Map([...this.posters,[t,n]]))}},ms=function(){let e=this.context.formats.today();if(this.day===e){this.playback.goLive();return}$(this,nt,!0),o(this,S,Zs).call(this,e)},Ws=function(){if(this.clip){this.clip=null;return}let e=this.whole,{moment:t,footage:i}=this.playback,n=t??i[0]?.[0]??e.from,r=t===null?n:n-Mt/2,l=Us({from:r,to:r+Mt},e);this.clip=l,this.view.to-this.view.from>20*Mt&&(this.view=Us({from:n-5*Mt,to:n+5*Mt},e))},ei=function(e){let{view:t}=this,i=this.whole;this.month?this.month=e>1:e>1&&t.to-t.from>=i.to-i.from?this.month=!0:this.view=Cr(t,i,e,this.playback.moment??(t.from+t.to)/2)},$o=function(e){this.playback.found(e),this.asked!==null&&(this.asked=e)},Zs=function(e){this.month=!1,e!==this.day&&this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))},ko=function(e){let t=this.films.includes(e);if(t&&this.films.length===1)return;let i=t?this.films.filter(l=>l!==e):[...this.films,e].slice(-yo);this.films=this.cameraIds.filter(l=>i.includes(l));let{live:n,moment:r}=this.playback;r!==null&&!n&&this.playback.show(r)},Eo=function(){let{pressed:e,moment:t}=this.playback,i=Math.min(Date.now(),this.whole.to-1);this.asked=this.asked===null?e??t??i:null},ii=new WeakMap,fs=new WeakMap,zo=function(){let{localize:e}=this.context;return B({icon:Bi,heading:e("day_none"),text:e("day_none_text"),action:c`<button class="text-button" @click=${()=>o(this,S,ei).call(this,2)}>
          ${w(Oi)} ${e("month")}
        </button>
        ${this.watchable.length>0?c`<button class="text-button" @click=${()=>o(this,S,ms).call(this)}>${e("go_live")}</button>`:f}`})},To=function(){let{localize:e}=this.context;return c`<div class="controls">
      <button class="text-button" @click=${()=>o(this,S,ei).call(this,.5)}>${w(Vi)} ${e("day_view")}</button>
    </div>`},So=function(){return c`<mycamera-month
      .context=${this.context}
      .cameraIds=${this.cameraIds}
      .day=${this.day}
      @mycamera-day=${e=>o(this,S,Zs).call(this,e.detail)}
    ></mycamera-month>`},Ro=function(){let{playback:e,view:t,whole:i}=this;return c`<mycamera-day-controls
      .context=${this.context}
      .moment=${e.moment}
      .speed=${e.speed}
      ?playing=${e.playing}
      ?live=${e.live}
      ?watchable=${this.watchable.length>0}
      ?widest=${t.to-t.from>=i.to-i.from}
      @mycamera-wish=${n=>u(this,ii)[n.detail]()}
      @mycamera-speed=${n=>{e.speed=n.detail,this.requestUpdate()}}
    ></mycamera-day-controls>`},Oo=function(e){let{context:t,cameraIds:i}=this,n=i.length>1;return c`<div class="lines ${n?"several":""}">
        ${n?c`<div class="cameras">${i.map(r=>o(this,S,Po).call(this,r))}</div>`:f}
        <mycamera-day-line
          .context=${t}
          .whole=${this.whole}
          .view=${this.view}
          .rows=${i.map(r=>({cameraId:r,day:e.get(r)??null}))}
          .moment=${this.playback.moment}
          .clip=${this.clip}
          @keydown=${u(this,fs)}
          @mycamera-drag=${r=>this.playback.drag(r.detail)}
          @mycamera-seek=${r=>o(this,S,$o).call(this,r.detail)}
          @mycamera-view=${r=>{this.view=r.detail}}
          @mycamera-month=${()=>{this.month=!0}}
          @mycamera-range=${r=>{this.clip=r.detail}}
        ></mycamera-day-line>
      </div>
      ${this.clip===null?f:c`<mycamera-clip-bar
              .context=${t}
              .cameraIds=${o(this,S,wo).call(this,this.clip)}
              .range=${this.clip}
              @mycamera-leave=${()=>{this.clip=null}}
            ></mycamera-clip-bar>`}`},Po=function(e){let t=H(this.context,e);return c`<button
      aria-pressed=${this.films.includes(e)?"true":"false"}
      title=${t}
      @click=${()=>o(this,S,ko).call(this,e)}
    >
      <span dir="auto">${t}</span>
    </button>`},Ao=function(){let e=this.playback.leader||this.films[0];return this.asked===null||e===void 0?f:c`<mycamera-why
      .context=${this.context}
      .cameraId=${e}
      .moment=${this.asked}
      @mycamera-open=${o(this,S,Ys)}
      @mycamera-leave=${()=>{this.asked=null}}
    ></mycamera-why>`},Ys=function(e){this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e.detail}))},K.styles=[T,fe,Ir],d([v({attribute:!1})],K.prototype,"context",2),d([v({attribute:!1,hasChanged:(e,t)=>e.join()!==t?.join()})],K.prototype,"cameraIds",2),d([v({attribute:!1})],K.prototype,"day",2),d([v({attribute:!1})],K.prototype,"start",2),d([v({type:Boolean})],K.prototype,"connected",2),d([b()],K.prototype,"days",2),d([b()],K.prototype,"failure",2),d([b()],K.prototype,"view",2),d([b()],K.prototype,"films",2),d([b()],K.prototype,"posters",2),d([b()],K.prototype,"month",2),d([b()],K.prototype,"clip",2),d([b()],K.prototype,"asked",2),d([Gi("mycamera-day-film")],K.prototype,"players",2),K=d([z("mycamera-day")],K);var Io=R`
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
`;var Rc=2e8,Lo="video/mp4",rt,ve,U,Do,Co,Xs,Vo,Js,Fo,No,jo,Ho,_e=class extends E{constructor(){super(...arguments);x(this,U);this.exports=null;this.running=[];this.failure=null;this.said="";this.doomed=null;x(this,rt,null);x(this,ve,new Map)}connectedCallback(){super.connectedCallback(),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of u(this,ve).values())e?.();u(this,ve).clear()}async load(){try{let{exports:e,running:t}=await Xr(this.context.hass);this.exports=e,this.running=t,this.failure=null;for(let i of t)o(this,U,Do).call(this,i.export_id)}catch(e){this.failure=P(e)}}reconnected(){u(this,ve).clear(),this.load()}render(){let{context:e,exports:t,running:i}=this,{localize:n}=e;return t===null?this.failure===null?c`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${n("loading")}></div>
        </div>`:B({icon:de,bad:!0,...V(e,this.failure),action:c`<button class="text-button" @click=${()=>{this.load()}}>${n("retry")}</button>`}):t.length+i.length===0?c`${o(this,U,Js).call(this)}
      ${B({icon:Fi,heading:n("no_exports"),text:n("no_exports_text")})}`:c`${o(this,U,Js).call(this)}
      <ul>
        ${xe(i,r=>r.export_id,r=>o(this,U,Fo).call(this,r))}
        ${xe(t,r=>r.export_id,r=>o(this,U,No).call(this,r))}
      </ul>`}};rt=new WeakMap,ve=new WeakMap,U=new WeakSet,Do=async function(e){if(!u(this,ve).has(e)){u(this,ve).set(e,null);try{let t=await Jr(this.context.hass,e,i=>o(this,U,Co).call(this,e,i));u(this,ve).has(e)&&u(this,ve).set(e,t)}catch{u(this,ve).delete(e),this.load()}}},Co=function(e,t){let{state:i,percent:n}=t;i==="done"||i==="failed"?(u(this,ve).delete(e),t.error&&(this.said=t.error.message),this.load()):this.running=this.running.map(r=>r.export_id===e?{...r,state:i,percent:n}:r)},Xs=async function(e){try{await e,this.said=""}catch(t){this.said=V(this.context,P(t)).heading}await this.load()},Vo=async function(e){try{if(u(this,rt)?.name!==e.name){let t=await fetch(this.context.hass.hassUrl(e.url));if(!t.ok)throw new Error(String(t.status));$(this,rt,new File([await t.blob()],e.name,{type:Lo}))}await navigator.share({files:[u(this,rt)]}),$(this,rt,null),this.said=""}catch(t){let i=t instanceof DOMException?t.name:"";i==="NotAllowedError"?this.said=this.context.localize("share_again"):i!=="AbortError"&&(this.said=this.context.localize("share_failed"))}},Js=function(){return this.said?c`<p class="said" role="alert">${this.said}</p>`:f},Fo=function(e){let{context:t}=this,{localize:i,formats:n}=t,r=H(t,e.camera_id);return c`<li>
      <div class="texts">
        <strong dir="auto">${r}</strong>
        <span>${n.range(e.since,e.until)}</span>
        <progress
          max="100"
          value=${e.percent}
          aria-label=${i(`export_${e.state}`)}
        ></progress>
        <span class="quiet">${i(`export_${e.state}`)} · ${n.percent(e.percent/100)}</span>
      </div>
      <button
        class="icon-button"
        aria-label=${i("export_cancel",{camera:r})}
        @click=${()=>{o(this,U,Xs).call(this,Qr(t.hass,e.export_id))}}
      >
        ${w(Z)}
      </button>
    </li>`},No=function(e){let{context:t}=this,{localize:i,formats:n,hass:r}=t,l=e.missing.map(p=>`${n.range(p.start,p.end)}: ${bt(t,p.cause)}`).join(`
`);return c`<li>
      <div class="texts">
        <strong dir="auto">${H(t,e.camera_id)||e.name}</strong>
        <span>${n.day(e.since)===n.today()?f:c`${n.heading(n.day(e.since))} · `}${n.range(e.since,e.until)}</span>
        ${e.missing.length>0?c`<span class="missing" title=${l}>
                ${L(i,r.language,"gaps",e.missing.length)}
              </span>`:f}
        <span class="films">
          ${e.films.map(p=>o(this,U,jo).call(this,p))}
          <a class="chip" href=${r.hassUrl(e.record_url)} download=${e.record_name} title=${i("export_record_hint")}>
            ${w(Bn)} ${i("export_record")}
          </a>
        </span>
      </div>
      ${o(this,U,Ho).call(this,e)}
    </li>`},jo=function(e){let{localize:t,formats:i,hass:n}=this.context,r=`${i.duration(e.seconds)} · ${i.bytes(e.size)}`,l=Oc(e.name)&&e.size<=Rc;return c`<a class="chip" href=${n.hassUrl(e.url)} download=${e.name}>
        ${w(Hn)} ${t("download")} <span class="quiet">${r}</span>
      </a>
      ${l?c`<button class="chip" @click=${()=>{o(this,U,Vo).call(this,e)}}>
              ${w(Hi)} ${t("share")}
            </button>`:f}`},Ho=function(e){let{localize:t,hass:i}=this.context;return this.doomed!==e.export_id?c`<button
        class="icon-button"
        aria-label=${t("export_delete",{name:e.name})}
        @click=${()=>{this.doomed=e.export_id}}
      >
        ${w(ft)}
      </button>`:c`<div class="sure" role="group" aria-label=${t("export_delete",{name:e.name})}>
      <button
        class="chip bad"
        @click=${()=>{this.doomed=null,o(this,U,Xs).call(this,Mr(i,e.export_id))}}
      >
        ${t("left_behind_yes")}
      </button>
      <button
        class="chip"
        @click=${()=>{this.doomed=null}}
      >
        ${t("left_behind_no")}
      </button>
    </div>`},_e.styles=[T,fe,Io],d([v({attribute:!1})],_e.prototype,"context",2),d([b()],_e.prototype,"exports",2),d([b()],_e.prototype,"running",2),d([b()],_e.prototype,"failure",2),d([b()],_e.prototype,"said",2),d([b()],_e.prototype,"doomed",2),_e=d([z("mycamera-exports")],_e);function Oc(a){let{share:s,canShare:e}=navigator;return!!(s&&e?.call(navigator,{files:[new File([],a,{type:Lo})]}))}var Pc=300,Ac=6e4,ot,si,J,Qs,Uo,qo,Bo,Go,Ko,Wo,Re=class extends E{constructor(){super(...arguments);x(this,J);this.text="";this.open=!1;this.written="";this.words=null;x(this,ot);x(this,si,0)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(u(this,ot))}willUpdate(e){e.has("text")&&(this.written=this.text)}render(){let{localize:e}=this.context;return c`<div class="box" @focusout=${o(this,J,Bo)} @keydown=${o(this,J,Go)}>
      ${w(Jn)}
      <input
        type="text"
        inputmode="search"
        enterkeyhint="search"
        maxlength="100"
        autocomplete="off"
        placeholder=${e("search")}
        aria-label=${e("search")}
        .value=${this.written}
        @input=${o(this,J,Uo)}
        @focus=${()=>{o(this,J,qo).call(this)}}
      />
      ${this.text?c`<button
              class="icon-button"
              aria-label=${e("clear_search")}
              @click=${()=>o(this,J,Qs).call(this,{text:""})}
            >
              ${w(Z)}
            </button>`:f}
      ${this.open?o(this,J,Wo).call(this):f}
    </div>`}};ot=new WeakMap,si=new WeakMap,J=new WeakSet,Qs=function(e){window.clearTimeout(u(this,ot)),this.open=!1,this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},Uo=function(e){this.written=e.target.value,this.open=!0;let t=this.written.trim();window.clearTimeout(u(this,ot)),$(this,ot,window.setTimeout(()=>{t!==this.text&&this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:{text:t}}))},Pc))},qo=async function(){if(this.open=!0,!(Date.now()-u(this,si)<Ac)){$(this,si,Date.now());try{this.words=await Er(this.context.hass)}catch(e){console.info("MyCamera: there are no words to suggest:",P(e)),this.words??={english:[],chinese:[]}}}},Bo=function(e){this.renderRoot.contains(e.relatedTarget)||(this.open=!1)},Go=function(e){e.key!=="Escape"||!this.open||(this.open=!1,e.stopPropagation())},Ko=function(){let{hass:e,overview:t}=this.context;if(this.words===null)return[];let i=this.written.split(/\s+/).at(-1)??"",n=this.written.slice(0,this.written.length-i.length),r=Pr(e.language)?this.words.chinese:this.words.english,l=t?.cameras??[],p=[...new Set(l.flatMap(g=>g.zones.map(({name:m})=>m)))],h=g=>i===""||g!==i&&es(g,i);return[...r.map(({word:g,persons:m})=>({path:Ri,text:g,count:m,change:{text:`${n}${g}`}})),...(l.length>1?l:[]).map(g=>({path:He,text:g.name,count:null,change:{cameraId:g.camera_id,text:n.trim()}})),...p.map(g=>({path:qi,text:g,count:null,change:{zone:g,text:n.trim()}}))].filter(({text:g})=>h(g))},Wo=function(){let{localize:e,formats:t}=this.context,i=o(this,J,Ko).call(this);return i.length===0?f:c`<div class="suggestions" role="group" aria-label=${e("suggestions")}>
      ${i.map(({path:n,text:r,count:l,change:p})=>c`<button class="chip" @click=${()=>o(this,J,Qs).call(this,p)}>
          ${w(n)} <span dir="auto">${r}</span>
          ${l===null?f:c`<span class="count">${t.number(l)}</span>`}
        </button>`)}
    </div>`},Re.styles=[T,R`
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
    `],d([v({attribute:!1})],Re.prototype,"context",2),d([v({attribute:!1})],Re.prototype,"text",2),d([b()],Re.prototype,"open",2),d([b()],Re.prototype,"written",2),d([b()],Re.prototype,"words",2),Re=d([z("mycamera-search-box")],Re);var ee,gs,kt,Zo,Yo,De=class extends E{constructor(){super(...arguments);x(this,ee);this.filter=M;this.view="persons"}render(){let{context:e,overview:t}=this,{localize:i,formats:n}=e,r=n.today(),{day:l}=this.view==="day"?{day:this.filter.day??r}:this.filter;return c`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${i("previous_day")}
          @click=${()=>o(this,ee,kt).call(this,{day:l?Zt(l,-1):r})}
        >
          ${w(Pi)}
        </button>
        <input
          type="date"
          class=${l?"":"any"}
          data-any=${i("clear_day")}
          aria-label=${i("date")}
          max=${r}
          .value=${l??""}
          @change=${p=>{let h=p.target.value;o(this,ee,kt).call(this,{day:pr(h)?h:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${i("next_day")}
          ?disabled=${l===null||l>=r}
          @click=${()=>l&&o(this,ee,kt).call(this,{day:Zt(l,1)})}
        >
          ${w(Ai)}
        </button>
        ${this.filter.day?c`<button
                class="icon-button"
                aria-label=${i("clear_day")}
                @click=${()=>o(this,ee,kt).call(this,{day:null})}
              >
                ${w(Rn)}
              </button>`:f}
      </div>
      ${this.view==="persons"?c`<mycamera-search-box
              .context=${e}
              .text=${this.filter.text}
              @mycamera-filter=${p=>o(this,ee,kt).call(this,p.detail)}
            ></mycamera-search-box>`:f}
      ${o(this,ee,Zo).call(this,e,t)} ${o(this,ee,Yo).call(this,e,t)}
    </div>`}};ee=new WeakSet,gs=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},kt=function(e){o(this,ee,gs).call(this,"mycamera-filter",e)},Zo=function({localize:e,hass:t},i){let n=this.filter.cameraId??i.cameras[0]?.camera_id;return!t.user?.is_admin||!i.cameras.some(r=>r.camera_id===n)?f:c`<button
      class="text-button zones"
      @click=${()=>{o(this,ee,gs).call(this,"mycamera-zones",n)}}
    >
      ${w(qi)} ${e("zones")}
    </button>`},Yo=function({localize:e,hass:t},i){let{worker:n,pending_analyses:r,pending_captions:l}=i,p=n.overloaded?"overloaded":n.status,h=i.minutes_behind,g=[e(`worker_${p}`),h?L(e,t.language,"minutes_behind",h):"",r?L(e,t.language,"pending_analyses",r):"",l?L(e,t.language,"pending_captions",l):""].filter(Boolean),m=n.overloaded?e("worker_overloaded_advice"):"";return c`<button
      class="hub"
      title=${[n.device,n.error,m].filter(Boolean).join(`
`)}
      @click=${()=>o(this,ee,gs).call(this,"mycamera-system",null)}
    >
      <span class="dot ${p}"></span>
      <span>${g.join(" · ")}</span>
    </button>`},De.styles=[T,Qi,R`
  :host {
    display: block;
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
  @media (max-width: 599px) {
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
    `],d([v({attribute:!1})],De.prototype,"context",2),d([v({attribute:!1})],De.prototype,"overview",2),d([v({attribute:!1})],De.prototype,"filter",2),d([v({attribute:!1})],De.prototype,"view",2),De=d([z("mycamera-filter-bar")],De);var Ic={no_camera:He,no_permission:Xn,no_worker:Kt,worker_away:Kt,away:Yn,detection_off:Un,wait:mt},Lc="/config/integrations/integration/mycamera";function Dc({cameras:a,removed_cameras:s,worker:e},t){if(a.length===0&&s.length===0)return t?"no_camera":"no_permission";if(e.status==="not_set_up")return"no_worker";if(e.status==="failed"||e.status==="disconnected")return"worker_away";let i=a.filter(r=>r.detection_enabled);return a.length>0&&i.length===0?"detection_off":i.some(r=>r.watching||r.recording_status==="recording")||i.length===0?"wait":"away"}function vs(a,s,e){let{localize:t,hass:i}=a,n=i.user?.is_admin??!1,r=Dc(s,n),l={icon:Ic[r],heading:t(`step_${r}`),text:t(`step_${r}_text`)};if(r==="worker_away"||r==="away"){let h=c`<button class="text-button" @click=${e}>${t("step_system")}</button>`;return B({...l,action:h})}return!n||r==="wait"?B(l):B({...l,action:c`<a class="text-button" href=${Lc}>${t(r==="no_camera"?"step_add_camera":r==="no_worker"?"step_add_worker":"add_camera")}</a>`})}var Jo=1.7777777777777777,Qo=260,Mo=600,Xo=6;function ea(a,s,e,t){let i=Math.max(1,a),n={columns:1,rows:i},r=0;for(let l=1;l<=i;l+=1){let p=Math.ceil(i/l),h=(s-t*(l-1))/l,g=(e-t*(p-1))/p,m=Math.min(h,g*Jo);m>r&&(r=m,n={columns:l,rows:p})}return n}function ta({columns:a,rows:s},e,t,i){let n=(e-i*(a-1))/a,r=(t-i*(s-1))/s;return Math.min(n,r*Jo)<(e<Mo?e:Qo)}function ia(a,s){return a<Mo?1:Math.max(1,Math.floor((a+s)/(Qo+80+s)))}function sa(a,s){if(s!==null)return new Set([s]);let e=a.length<=Xo?a:a.filter(t=>t.persons);return new Set(e.slice(0,Xo).map(t=>t.camera_id))}var ni=6,Cc=5e3,Vc=4e3,ri,Et,oi,zt,Ze,ai,le,Ms,en,Tt,bs,li,na,te=class extends E{constructor(){super(...arguments);x(this,le);this.cameras=[];this.watched=null;this.connected=!0;this.kiosk=!1;this.width=0;this.height=0;this.pointed=!1;x(this,ri,new Map);x(this,Et,null);x(this,oi);x(this,zt);x(this,Ze,null);x(this,ai,new ResizeObserver(([e])=>{this.width=e?.contentRect.width??0,this.height=e?.contentRect.height??0}));x(this,Tt,async()=>{this.kiosk?!document.hidden&&"wakeLock"in navigator&&$(this,Ze,await navigator.wakeLock.request("screen").catch(()=>null)):(u(this,Ze)?.release(),$(this,Ze,null))});x(this,li,()=>{this.pointed=!0,window.clearTimeout(u(this,zt)),$(this,zt,window.setTimeout(()=>{this.pointed=!1},Vc))})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",u(this,Tt)),o(this,le,Ms).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),document.removeEventListener("visibilitychange",u(this,Tt)),u(this,ai).disconnect(),window.clearTimeout(u(this,oi)),window.clearTimeout(u(this,zt)),(e=u(this,Et))==null||e.call(this),$(this,Et,null),u(this,Ze)?.release(),$(this,Ze,null)}updated(e){this.wall&&u(this,ai).observe(this.wall),e.has("kiosk")&&(this.kiosk&&this.over&&!this.over.matches(":popover-open")&&this.over.showPopover(),u(this,Tt).call(this))}render(){let{context:e,kiosk:t}=this,{localize:i,hass:n}=e,r=this.cameras.reduce((l,p)=>l+(p.persons??0),0);return c`<div
      class="over ${this.pointed?"pointed":""}"
      popover=${t?"manual":f}
      @pointermove=${u(this,li)}
      @pointerdown=${u(this,li)}
      @keydown=${l=>{l.key==="Escape"&&t&&this.watched===null&&o(this,le,bs).call(this,!1)}}
    >
      ${t?c`<button class="icon-button leave" aria-label=${i("leave_kiosk")} @click=${()=>o(this,le,bs).call(this,!1)}>
              ${w(Z)}
            </button>`:c`<div class="bar">
              <p role="status">${L(i,n.language,"in_view",r)}</p>
              <button class="text-button" title=${i("kiosk_hint")} @click=${()=>o(this,le,bs).call(this,!0)}>
                ${w(er)}<span>${i("kiosk")}</span>
              </button>
            </div>`}
      ${t&&!this.connected?c`<p class="lost" role="alert">${i("connection_lost")}</p>`:f}
      <div class="wall">${this.width>0?o(this,le,na).call(this):f}</div>
    </div>`}};ri=new WeakMap,Et=new WeakMap,oi=new WeakMap,zt=new WeakMap,Ze=new WeakMap,ai=new WeakMap,le=new WeakSet,Ms=async function(){try{let e=await Tr(this.context.hass,({camera_id:t,time:i,persons:n})=>{o(this,le,en).call(this,t).add(Date.parse(i),n);for(let r of this.tiles??[])r.camera.camera_id===t&&r.looked()});this.isConnected?$(this,Et,e):e()}catch{this.isConnected&&$(this,oi,window.setTimeout(()=>{o(this,le,Ms).call(this)},Cc))}},en=function(e){let t=u(this,ri).get(e);return t||(t=new Hr,u(this,ri).set(e,t)),t},Tt=new WeakMap,bs=function(e){!e&&this.over?.matches(":popover-open")&&this.over.hidePopover(),this.dispatchEvent(new CustomEvent("mycamera-kiosk",{detail:e}))},li=new WeakMap,na=function(){let{cameras:e,context:t,width:i,height:n,watched:r}=this,l=ea(e.length,i,n,ni),p=!this.kiosk&&ta(l,i,n,ni),h=p?ia(i,ni):l.columns,g=sa(e,r),m=Math.min((i-ni*(h-1))/h,(n-ni*(l.rows-1))/l.rows*(16/9)),k=p?{gridTemplateColumns:`repeat(${h}, 1fr)`}:{gridTemplateColumns:`repeat(${h}, ${Math.max(1,Math.floor(m))}px)`,alignContent:"center"};return c`<div class="grid ${r===null?"":"one"}" style=${Xt(k)}>
      ${xe(e,I=>I.camera_id,I=>c`<mycamera-live-tile
          .context=${t}
          .camera=${I}
          .trail=${o(this,le,en).call(this,I.camera_id)}
          .streaming=${g.has(I.camera_id)}
          .connected=${this.connected}
          ?large=${r===I.camera_id}
        ></mycamera-live-tile>`)}
    </div>`},te.styles=[T,Dr],d([v({attribute:!1})],te.prototype,"context",2),d([v({attribute:!1})],te.prototype,"cameras",2),d([v({attribute:!1})],te.prototype,"watched",2),d([v({type:Boolean})],te.prototype,"connected",2),d([v({type:Boolean,reflect:!0})],te.prototype,"kiosk",2),d([b()],te.prototype,"width",2),d([b()],te.prototype,"height",2),d([b()],te.prototype,"pointed",2),d([N(".wall")],te.prototype,"wall",2),d([N(".over")],te.prototype,"over",2),d([Gi("mycamera-live-tile")],te.prototype,"tiles",2),te=d([z("mycamera-live-wall")],te);var ys,ra,Ce=class extends E{constructor(){super(...arguments);x(this,ys);this.detection=null;this.open=!1;this.failed=null}willUpdate(e){e.has("detection")&&e.get("detection")?.event_id!==this.detection?.event_id&&(this.open=!1)}render(){let{localize:e,hass:t}=this.context,{detection:i}=this;return!i||!t.user?.is_admin?f:this.open?c`<form @submit=${o(this,ys,ra)} @keydown=${n=>n.stopPropagation()}>
      <label>English <input name="caption" maxlength="2000" lang="en" .value=${i.caption??""} /></label>
      <label>中文 <input name="caption_zh" maxlength="2000" lang="zh-Hans" .value=${i.caption_zh??""} /></label>
      ${this.failed===null?f:c`<p role="alert">${e("save_failed",{code:this.failed})}</p>`}
      <button class="text-button" type="submit">${e("save")}</button>
      <button
        class="text-button"
        type="button"
        @click=${()=>{this.open=!1}}
      >
        ${e("draw_cancel")}
      </button>
    </form>`:c`<button
        class="text-button"
        @click=${()=>{this.open=!0}}
      >
        ${w(ir)} ${e("correct_caption")}
      </button>`}};ys=new WeakSet,ra=async function(e){e.preventDefault();let{detection:t}=this;if(!t)return;let i=new FormData(e.target);try{let n=await $r(this.context.hass,t.event_id,String(i.get("caption")??""),String(i.get("caption_zh")??""));this.open=!1,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-corrected",{detail:{...t,...n,caption_status:"done"},bubbles:!0,composed:!0}))}catch(n){this.failed=P(n)}},Ce.styles=[T,R`
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
    `],d([v({attribute:!1})],Ce.prototype,"context",2),d([v({attribute:!1})],Ce.prototype,"detection",2),d([b()],Ce.prototype,"open",2),d([b()],Ce.prototype,"failed",2),Ce=d([z("mycamera-caption-editor")],Ce);var xs=R`
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
`;var Ve,tn,ws,$e=class extends E{constructor(){super(...arguments);x(this,Ve);this.detection=null;this.placed=!1;this.asked=null;this.busy=!1;this.failed=null}willUpdate(e){!e.has("detection")||e.get("detection")?.event_id===this.detection?.event_id||(this.asked=null,this.failed=null)}render(){let{localize:e,hass:t}=this.context;if(!this.detection||!t.user?.is_admin)return f;let i=(r,l,p,h=!1)=>c`<button
      class="text-button"
      ?disabled=${this.busy||h}
      @click=${l}
    >
      ${p?w(p):f} ${r}
    </button>`;if(this.asked===null)return c`${i(e("no_person"),()=>o(this,Ve,ws).call(this,"false_positive"),mt)}
      ${i(e("delete_person"),()=>o(this,Ve,ws).call(this,"delete"),ft)}`;let n=this.asked==="false_positive";return c`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${e(n?"no_person_sure":"delete_person_sure")}</p>
      ${i(e("keep"),()=>o(this,Ve,ws).call(this,null))}
      ${n?i(e("no_person_ignore"),()=>{o(this,Ve,tn).call(this,!0,!0)},void 0,!this.placed):f}
      ${i(e(n?"no_person":"delete_for_good"),()=>{o(this,Ve,tn).call(this,n,!1)})}
      ${this.failed===null?f:c`<p class="problem" role="alert">${e("delete_person_failed",{code:this.failed})}</p>`}
    </div>`}};Ve=new WeakSet,tn=async function(e,t){let{detection:i}=this;if(!(!i||this.busy)){this.busy=!0,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-removing"));try{await wr(this.context.hass,i.event_id,e),this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{ignore:t}}))}catch(n){this.failed=P(n)}finally{this.busy=!1}}},ws=function(e){this.asked=e,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},$e.styles=[T,R`
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
    `],d([v({attribute:!1})],$e.prototype,"context",2),d([v({attribute:!1})],$e.prototype,"detection",2),d([v({type:Boolean})],$e.prototype,"placed",2),d([b()],$e.prototype,"asked",2),d([b()],$e.prototype,"busy",2),d([b()],$e.prototype,"failed",2),$e=d([z("mycamera-person-removal")],$e);var Fc=2,Nc=12e4,oa=3e3,Fe,ke,sn,aa,la,ca,he=class extends E{constructor(){super(...arguments);x(this,ke);this.detail=null;this.error=null;this.problem=null;this.following=null;this.box=null;this.size=null;x(this,Fe)}disconnectedCallback(){super.disconnectedCallback(),u(this,Fe)!==void 0&&this.video?.cancelVideoFrameCallback(u(this,Fe)),$(this,Fe,void 0)}willUpdate(e){!e.has("detail")||e.get("detail")?.event_id===this.detail?.event_id||(this.problem=null,this.following=null,this.box=null,this.size=null)}updated(){o(this,ke,sn).call(this)}render(){let{context:e,detail:t}=this,{localize:i,hass:n}=e;if(this.error!==null)return c`<p class="instead" role="alert">${V(e,this.error).heading}</p>`;if(t===null)return c`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`;if(t.recording===null){let g=Date.now()-Date.parse(t.last_seen)<Nc,m=c`<p class="instead" role="status">
        ${i(g?"recording_writing":"recording_missing")}
      </p>`;return!g||t.live_url===null?m:c`<div class="live">
        <img src=${n.hassUrl(t.live_url)} alt=${i("live_picture")} />
        ${m}
      </div>`}let r=n.hassUrl(t.recording.url);if(this.problem!==null)return c`<div class="instead" role="alert">
        <p>${vt(e,this.problem,t.recording.codec)}</p>
        ${this.problem==="unplayable"?c`<a class="text-button" href=${r} download>${i("download")}</a>`:f}
      </div>`;let l=Math.max(0,t.recording.offset-Fc),{following:p}=this,h=Date.parse((p??t.recording).start);return c`<video
        src=${p?.video_url?n.hassUrl(p.video_url):`${r}#t=${l.toFixed(1)}`}
        @loadedmetadata=${g=>{let{videoWidth:m,videoHeight:k}=g.target;this.size={width:m,height:k}}}
        @ended=${g=>{o(this,ke,la).call(this,t,h,g.target.duration)}}
        aria-label=${i("recording")}
        controls
        autoplay
        muted
        playsinline
        @error=${()=>{o(this,ke,aa).call(this,t,r)}}
      ></video>
      ${o(this,ke,ca).call(this)}`}};Fe=new WeakMap,ke=new WeakSet,sn=function(){u(this,Fe)!==void 0||!this.video||!("requestVideoFrameCallback"in this.video)||$(this,Fe,this.video.requestVideoFrameCallback((e,{mediaTime:t})=>{$(this,Fe,void 0);let{detail:i}=this;if(!this.isConnected||i?.recording==null)return;let n=Date.parse((this.following??i.recording).start)-Date.parse(i.first_seen);this.box=Ur(i.path,n/1e3+t),o(this,ke,sn).call(this)}))},aa=async function(e,t){let i=await Ji(t);this.detail===e&&(this.problem=i)},la=async function(e,t,i){let n=t+i*1e3;if(Date.parse(e.last_seen)>n)try{let l=(await Ki(this.context.hass,e.camera_id,n-oa,n+oa)).findLast(p=>p.video_url!==null&&Date.parse(p.start)>t);l&&this.detail===e&&(this.following=l)}catch(r){console.info("MyCamera: the next recording cannot be loaded:",P(r))}},ca=function(){let{box:e,size:t}=this;if(e===null||t===null||t.width===0)return f;let[i,n,r,l]=e;return c`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${n*t.height}
        width=${(r-i)*t.width}
        height=${(l-n)*t.height}
        rx=${t.height/100}
      />
    </svg>`},he.styles=[T,R`
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
    `],d([v({attribute:!1})],he.prototype,"context",2),d([v({attribute:!1})],he.prototype,"detail",2),d([v({attribute:!1})],he.prototype,"error",2),d([b()],he.prototype,"problem",2),d([b()],he.prototype,"following",2),d([b()],he.prototype,"box",2),d([b()],he.prototype,"size",2),d([N("video")],he.prototype,"video",2),he=d([z("mycamera-person-video")],he);var _s,da,be=class extends E{constructor(){super(...arguments);x(this,_s);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(e){(e.has("kept")||e.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:e,hass:t}=this.context,i=w(this.now?Di:Ci);if(!t.user?.is_admin)return this.now?c`<span class="sign" role="img" aria-label=${e("protected")} title=${e("protected")}>
            ${i}${this.verbose?e("protected"):f}
          </span>`:f;let n=e(this.now?"unprotect":"protect"),r=this.failed===null?"":e("protect_failed",{code:this.failed});return c`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${e("protect")}
        title=${r||n}
        ?disabled=${this.busy}
        @click=${o(this,_s,da)}
      >
        ${i}${this.verbose?c`<span>${e(this.now?"protected":"protect")}</span>`:f}
      </button>
      ${r?c`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${r}</p>`:f}`}};_s=new WeakSet,da=async function(){let e=this.recordId;if(!(e===null||this.busy)){this.busy=!0;try{let t=await Yi(this.context.hass,[e],!this.now);this.recordId===e&&(this.now=t.protected,this.failed=null)}catch(t){this.recordId===e&&(this.failed=P(t))}finally{this.busy=!1}}},be.styles=[T,R`
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
    `],d([v({attribute:!1})],be.prototype,"context",2),d([v({attribute:!1})],be.prototype,"recordId",2),d([v({attribute:!1})],be.prototype,"kept",2),d([v({type:Boolean})],be.prototype,"verbose",2),d([b()],be.prototype,"now",2),d([b()],be.prototype,"busy",2),d([b()],be.prototype,"failed",2),be=d([z("mycamera-protection")],be);var pa=5e3,O,nn,ha,ci,di,ua,pi,ma,fa,ga,va,ba,ya,xa,wa,_a,$a,ka,W=class extends E{constructor(){super(...arguments);x(this,O);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.around=null;this.shared=null;this.exporting=!1;this.undescribed=null;this.describing=null;this.removing=null}willUpdate(e){if(!e.has("detection"))return;if(e.get("detection")?.event_id===this.detection?.event_id){this.detection?.caption_status==="done"&&(this.describing=null);return}this.detail=null,this.error=null,this.broken=!1,this.size=null,this.around=null,this.shared=null,this.undescribed=this.describing=null,this.detection&&(o(this,O,nn).call(this,this.detection.event_id),Zi(this.context.hass,{event_ids:[this.detection.event_id]}).catch(()=>{}))}updated(e){e.has("detection")&&(this.detection&&!this.newer&&!this.older&&this.around===null&&o(this,O,ha).call(this,this.detection),this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(e){this.detection?.camera_id===e&&this.detail?.recording===null&&o(this,O,nn).call(this,this.detection.event_id)}render(){return c`<dialog aria-labelledby="title" @close=${o(this,O,ua)} @click=${o(this,O,fa)} @keydown=${o(this,O,ma)}>
      ${this.detection?o(this,O,ga).call(this,this.detection):f}
    </dialog>`}};O=new WeakSet,nn=async function(e){try{let t=await Wi(this.context.hass,e);this.detection?.event_id===e&&(this.detail=t)}catch(t){this.detection?.event_id===e&&(this.error=P(t))}},ha=async function(e){try{let t=await xr(this.context.hass,e);this.detection?.event_id===e.event_id&&(this.around=t)}catch(t){console.info("MyCamera: who comes before and after cannot be loaded:",P(t))}},ci=function(){return this.newer??this.around?.newer??null},di=function(){return this.older??this.around?.older??null},ua=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},pi=function(e){e&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},ma=function(e){let t=e.composedPath()[0];if(t instanceof HTMLVideoElement||t instanceof HTMLInputElement)return;let i=getComputedStyle(this).direction==="rtl";if(e.key==="ArrowLeft")o(this,O,pi).call(this,i?u(this,O,di):u(this,O,ci));else if(e.key==="ArrowRight")o(this,O,pi).call(this,i?u(this,O,ci):u(this,O,di));else return;e.preventDefault()},fa=function(e){e.target===this.dialog&&this.dialog.close()},ga=function(e){let{context:t}=this,i=u(this,O,ci),n=u(this,O,di),{localize:r,formats:l}=t,p=Ae(t,e),h=e.caption_status==="pending"||e.caption_status==="running",g=H(t,e.camera_id);return c`
      <header>
        <h2 id="title">
          <span dir="auto">${g}</span>
          <time datetime=${e.first_seen}>${l.dateTime(e.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!i} aria-label=${r("newer")} @click=${()=>o(this,O,pi).call(this,i)}>
          ${w(Pi)}
        </button>
        <button class="icon-button turn" ?disabled=${!n} aria-label=${r("older")} @click=${()=>o(this,O,pi).call(this,n)}>
          ${w(Ai)}
        </button>
        <button class="icon-button" autofocus aria-label=${r("close")} @click=${()=>this.dialog.close()}>
          ${w(Z)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${o(this,O,wa).call(this,e,g)}</figure>
          <figure>
            <mycamera-person-video .context=${t} .detail=${this.detail} .error=${this.error}></mycamera-person-video>
          </figure>
        </div>
        <div class="text">
          ${p.length===0?c`<p class="none">${r(h?"caption_pending":"no_caption")}</p>`:p.map((m,k)=>c`<p class=${k===0?"caption":"other"} lang=${m.lang} dir="auto">${m.text}</p>`)}
          <dl>
            <div>
              <dt>${r("seen")}</dt>
              <dd>${l.range(e.first_seen,e.last_seen)}</dd>
            </div>
            <div>
              <dt>${r("duration")}</dt>
              <dd>${l.duration(tt(e))}</dd>
            </div>
            <div>
              <dt>${r("confidence")}</dt>
              <dd>${l.percent(e.confidence)}</dd>
            </div>
            ${p.length>0?c`<div>
                    <dt>${r("description_by")}</dt>
                    <dd>
                      ${Mi(t,e)}${h?c` · ${r("caption_pending")}`:f}
                    </dd>
                  </div>`:f}
            ${o(this,O,xa).call(this)}
          </dl>
          <div class="actions">
            ${this.detail?.recording?c`<mycamera-protection
                    verbose
                    .context=${t}
                    .recordId=${this.detail.recording.record_id}
                    .kept=${this.detail.recording.protected}
                  ></mycamera-protection>`:f}
            <mycamera-caption-editor .context=${t} .detection=${e}></mycamera-caption-editor>
            ${o(this,O,va).call(this,e,h)}
            <button class="text-button" @click=${()=>{o(this,O,ka).call(this,e,g)}}>
              ${w(Hi)} ${r("share")}
            </button>
            <button
              class="text-button"
              @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-moment",{detail:e}))}
            >
              ${w(Ui)} ${r("open_timeline")}
            </button>
            ${this.detail?.recording?c`<button class="text-button" ?disabled=${this.exporting} @click=${()=>{o(this,O,$a).call(this,e)}}>
                    ${w(Ni)} ${r("export")}
                  </button>`:f}
            <mycamera-person-removal
              .context=${t}
              .detection=${e}
              ?placed=${this.detail!==null}
              @mycamera-removing=${()=>{let m=this.detail?.box??null;this.removing={detection:e,next:u(this,O,di)??u(this,O,ci),box:m}}}
              @mycamera-removed=${m=>o(this,O,ya).call(this,m.detail.ignore)}
            ></mycamera-person-removal>
            ${this.shared===null?f:c`<p role="status">${r(this.shared)}</p>`}
            ${this.undescribed===null?f:c`<p role="alert">${r("describe_failed",{code:this.undescribed})}</p>`}
          </div>
        </div>
      </div>
    `},va=function(e,t){let{localize:i,hass:n,overview:r}=this.context;return!n.user?.is_admin||!r?.captions_enabled?f:c`<button
      class="text-button"
      ?disabled=${t||this.describing===e.event_id}
      @click=${()=>{o(this,O,ba).call(this,e.event_id)}}
    >
      ${w(Vn)} ${i(this.describing===e.event_id?"caption_pending":"describe_again")}
    </button>`},ba=async function(e){this.describing=e,this.undescribed=null;try{await _r(this.context.hass,e)}catch(t){this.describing=null,this.undescribed=P(t)}},ya=function(e){if(this.removing===null)return;let{detection:t,next:i,box:n}=this.removing;this.removing=null,this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{detection:t,next:i,ignore:e?n:null}}))},xa=function(){let e=this.detail?.zones??[];return e.length===0?f:c`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${e.join(" · ")}</dd>
    </div>`},wa=function(e,t){let{localize:i,formats:n,hass:r}=this.context,l=e.snapshot_url;return l===null||this.broken?c`<p class="instead">${w(gt)} ${i("picture_missing")}</p>`:c`<a href=${r.hassUrl(l)} target="_blank" rel="noopener" title=${i("full_picture")}>
      <img
        src=${r.hassUrl(l)}
        alt=${i("picture_of",{camera:t,time:n.time(e.first_seen)})}
        @load=${p=>{let{naturalWidth:h,naturalHeight:g}=p.target;this.size={width:h,height:g}}}
        @error=${()=>{this.broken=!0}}
      />
      ${o(this,O,_a).call(this)}
    </a>`},_a=function(){let{detail:e,size:t}=this;if(e===null||t===null)return f;let[i,n,r,l]=e.box;return c`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${n*t.height}
        width=${(r-i)*t.width}
        height=${(l-n)*t.height}
        rx=${t.height/100}
      />
    </svg>`},$a=async function(e){this.exporting=!0;let t=Date.parse(e.first_seen)-pa;try{await ls(this.context.hass,e.camera_id,t,Date.parse(e.last_seen)+pa),this.dispatchEvent(new CustomEvent("mycamera-exporting"))}catch(i){console.info("MyCamera: the export cannot be begun:",P(i)),this.shared="export_failed"}finally{this.exporting=!1}},ka=async function(e,t){let{hass:i,formats:n}=this.context,r=window.location.pathname.replace(/\/mycamera\/.*$/,"/mycamera"),l=`${window.location.origin}${r}/event/${e.event_id}`,p=[Ae(this.context,e)[0]?.text,t,n.dateTime(e.first_seen)].filter(Boolean).join(`
`);try{if(!navigator.share){await navigator.clipboard.writeText(l),this.shared="link_copied";return}let h=[];if(e.snapshot_url&&!this.broken){let m=await fetch(i.hassUrl(e.snapshot_url));m.ok&&h.push(new File([await m.blob()],`${e.event_id}.jpg`,{type:"image/jpeg"}))}let g={title:t,text:p,url:l,files:h};await navigator.share(h.length>0&&navigator.canShare?.(g)?g:{title:t,text:p,url:l})}catch(h){h instanceof DOMException&&h.name==="AbortError"||(this.shared="share_failed")}},W.styles=[T,xs,R`
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
    `],d([v({attribute:!1})],W.prototype,"context",2),d([v({attribute:!1})],W.prototype,"detection",2),d([v({attribute:!1})],W.prototype,"newer",2),d([v({attribute:!1})],W.prototype,"older",2),d([b()],W.prototype,"detail",2),d([b()],W.prototype,"error",2),d([b()],W.prototype,"broken",2),d([b()],W.prototype,"size",2),d([b()],W.prototype,"around",2),d([b()],W.prototype,"shared",2),d([b()],W.prototype,"exporting",2),d([b()],W.prototype,"undescribed",2),d([b()],W.prototype,"describing",2),d([N("dialog")],W.prototype,"dialog",2),W=d([z("mycamera-person-dialog")],W);var jc=[.5,.6,.7,.8,.9],Hc=[5,15,60,300],Ea=Array.from({length:25},(a,s)=>s),Y,lt,rn,St,at=class extends E{constructor(){super(...arguments);x(this,Y);this.filter=M}render(){let{context:e,filter:t}=this,{localize:i,formats:n}=e,r=(e.overview?.cameras??[]).filter(m=>t.cameraId===null||m.camera_id===t.cameraId).flatMap(m=>m.zones.map(k=>k.name)),l=[...new Set(r)].sort((m,k)=>m.localeCompare(k)),p=m=>n.hourOfDay(m),[h,g]=t.hours??[0,24];return c`
      <button
        class="chip"
        aria-pressed=${t.unseen?"true":"false"}
        @click=${()=>o(this,Y,lt).call(this,{unseen:!t.unseen})}
      >
        ${i("not_seen_yet")}
      </button>
      ${o(this,Y,St).call(this,i("confidence"),String(t.minConfidence),[["0",i("any_confidence")],...jc.map(m=>[String(m),`≥ ${n.percent(m)}`])],m=>o(this,Y,lt).call(this,{minConfidence:Number(m)}))}
      ${o(this,Y,St).call(this,i("duration"),String(t.minSeconds),[["0",i("any_duration")],...Hc.map(m=>[String(m),`≥ ${n.duration(m)}`])],m=>o(this,Y,lt).call(this,{minSeconds:Number(m)}))}
      ${l.length>0?o(this,Y,St).call(this,i("zone"),t.zone??"",[["",i("any_zone")],...l.map(m=>[m,m])],m=>o(this,Y,lt).call(this,{zone:m||null})):f}
      <span class="hours">
        ${o(this,Y,St).call(this,i("hour_from"),String(h),Ea.slice(0,24).map(m=>[String(m),p(m)]),m=>o(this,Y,rn).call(this,Number(m),null))}
        –
        ${o(this,Y,St).call(this,i("hour_until"),String(g),Ea.slice(1).map(m=>[String(m),p(m)]),m=>o(this,Y,rn).call(this,null,Number(m)))}
      </span>
      ${is(t)?c`<button class="chip" @click=${()=>o(this,Y,lt).call(this,M)}>
              ${w(Kn)} ${i("clear_filters")}
            </button>`:f}
      <button class="chip end" @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-all-seen"))}>
        ${w(In)} ${i("all_seen")}
      </button>
    `}};Y=new WeakSet,lt=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},rn=function(e,t){let[i,n]=this.filter.hours??[0,24],r=[e??i,t??n];o(this,Y,lt).call(this,{hours:r[0]===0&&r[1]===24?null:r})},St=function(e,t,i,n){return c`<select
      aria-label=${e}
      title=${e}
      @change=${r=>n(r.target.value)}
    >
      ${i.map(([r,l])=>c`<option value=${r} ?selected=${r===t}>${l}</option>`)}
    </select>`},at.styles=[T,R`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding-block: 4px;
      }
      .chip,
      select {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        flex: none;
        max-inline-size: 100%;
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
    `],d([v({attribute:!1})],at.prototype,"context",2),d([v({attribute:!1})],at.prototype,"filter",2),at=d([z("mycamera-person-filters")],at);var za=R`
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
  @media (max-width: 599px) {
    .page {
      padding: 8px 12px 16px;
    }
    .toolbar {
      padding-inline: 4px;
      gap: 0;
    }
    h1 {
      font-size: 18px;
      padding-inline: 4px;
    }
  }
`;var Uc={},hi=Ie(class extends Ue{constructor(){super(...arguments),this.ot=Uc}render(a,s){return s()}update(a,[s,e]){if(Array.isArray(s)){if(Array.isArray(this.ot)&&this.ot.length===s.length&&s.every((t,i)=>t===this.ot[i]))return me}else if(this.ot===s)return me;return this.ot=Array.isArray(s)?Array.from(s):s,this.render(s,e)}});async function Ta(a,s,e){let[t,i]=s===null?[null,null]:JSON.parse(s),n=t===null?0:Math.max(0,a.indexOf(t));for(let[r,l]of a.entries()){if(r<n)continue;let p=await e(l,r===n?i:null),h=a[r+1],g=p.cursor!==null?[l,p.cursor]:h===void 0?null:[h,null];if(p.items.length>0||g===null)return{items:p.items,cursor:g===null?null:JSON.stringify(g)}}return{items:[],cursor:null}}function Sa(a,s,e){return(a.length-a.indexOf(s))*1e13+e}var Rt=class{constructor(s,e){this.day=s;this.make=e}#e=[];#t=[];clear(){this.#e=[],this.#t=[]}of(s){let e=this.#e;if(s===e)return this.#t;let t=Math.min(s.length,e.length),i=0;for(;i<t&&s[i]===e[i];)i+=1;let n=0;for(;n<t-i&&s.at(-1-n)===e.at(-1-n);)n+=1;let r=[],l=0;for(let k of this.#t){if(l+k.items.length>i)break;r.push(k),l+=k.items.length}let p=[],h=s.length;for(let k of this.#t.slice(r.length).reverse()){if(s.length-h+k.items.length>n)break;p.push(k),h-=k.items.length}let g=s[l];for(;g!==void 0&&r.length>0&&r.at(-1)?.day===this.day(g);)l-=r.pop()?.items.length??0;let m=s[h-1];for(;m!==void 0&&h>l&&p.length>0&&p.at(-1)?.day===this.day(m);)h+=p.pop()?.items.length??0;return this.#e=s,this.#t=[...r,...this.#i(s.slice(l,h)),...p.reverse()],this.#t}#i(s){let e=[],t=0;for(;t<s.length;){let i=this.day(s[t]),n=t+1;for(;n<s.length&&this.day(s[n])===i;)n+=1;let r=s.slice(t,n);e.push({day:i,items:r,made:this.make(r,i)}),t=n}return e}};var on=class{constructor(s,e){this.id=s;this.key=e}#e=[];#t=new Set;get items(){return this.#e}clear(){this.#e=[],this.#t.clear()}has(s){return this.#t.has(s)}remove(s){this.#e=this.#e.filter(e=>!s.has(this.id(e)));for(let e of s)this.#t.delete(e)}put(...s){let e=[...this.#e];for(let t of s){let i=this.id(t);if(this.#t.has(i)){let n=e.findIndex(l=>this.id(l)===i),r=e[n];if(r!==void 0&&this.key(r)===this.key(t)){e[n]=t;continue}e.splice(n,1)}this.#t.add(i),e.splice(this.#i(e,this.key(t)),0,t)}this.#e=e}#i(s,e){let[t,i]=[0,s.length],n=s.at(-1);if(n===void 0||this.key(n)>=e)return i;for(;t<i;){let r=t+i>>1;this.key(s[r])>=e?t=r+1:i=r}return t}},ct=class{constructor(s,e){this.host=s;this.options=e;this.state="loading";this.error=null;this.#t=null;this.#i=0;this.#s=!1;this.#e=new on(e.id,e.time),s.addController(this)}#e;#t;#i;#s;get items(){return this.#e.items}get more(){return this.#t!==null}get busy(){return this.#s}hostDisconnected(){this.#i+=1,this.#s=!1}async reload(s=!1){this.#i+=1,this.#s=!1,s||(this.#e.clear(),this.#t=null,this.state="loading"),await this.#r(null)}async next(){this.#s||this.#t===null||this.state!=="ready"||await this.#r(this.#t)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#t===null?this.reload(!0):this.next())}remove(s){this.#e.remove(new Set(s)),this.host.requestUpdate()}put(s){let e=this.items.at(-1),t=e!==void 0&&this.options.time(s)<this.options.time(e);return this.state!=="ready"||t&&this.more&&!this.#e.has(this.options.id(s))?!1:(this.#e.put(s),this.host.requestUpdate(),!0)}async#r(s){let e=this.#i;this.#s=!0,this.host.requestUpdate();try{let t=await this.options.load(s);if(e!==this.#i)return;s===null&&this.#e.clear(),this.#e.put(...t.items),this.#t=t.cursor,this.state="ready",this.error=null}catch(t){if(e!==this.#i)return;this.state="error",this.error=P(t)}this.#s=!1,this.host.requestUpdate()}};var qc=["newest","oldest","camera"],Bc=["success","failed","timeout"],Gc=["pending","running","done","failed","skipped"],Ra=200,ie,Ye,Oa,Pa,Aa,Oe=class extends E{constructor(){super(...arguments);x(this,ie);this.which=Yt;this.chosen=null;this.busy=!1;this.said=""}render(){return this.chosen===null?o(this,ie,Pa).call(this):o(this,ie,Aa).call(this,this.chosen)}};ie=new WeakSet,Ye=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},Oa=async function(e){let t=[...this.chosen??[]];this.busy=!0;try{for(let i=0;i<t.length;i+=Ra)this.said=await e(t.slice(i,i+Ra));o(this,ie,Ye).call(this,"mycamera-changed",null)}catch(i){this.said=this.context.localize("save_failed",{code:P(i)})}finally{this.busy=!1}},Pa=function(){let{localize:e,hass:t}=this.context,i=(n,r,l,p,h,g)=>c`<select
      aria-label=${n}
      @change=${m=>g(m.target.value||null)}
    >
      <option value="" ?selected=${h===null}>${r}</option>
      ${l.map(m=>c`<option value=${m} ?selected=${m===h}>${p(m)}</option>`)}
    </select>`;return c`
      ${i(e("record_status"),e("any_status"),Bc,n=>oe(e,`record_${n}`,"record_failed"),this.which.status,n=>o(this,ie,Ye).call(this,"mycamera-which",{...this.which,status:n}))}
      ${i(e("analysis"),e("any_analysis"),Gc,n=>oe(e,`analysis_${n}`,"analysis_pending"),this.which.analysis,n=>o(this,ie,Ye).call(this,"mycamera-which",{...this.which,analysis:n}))}
      <label class="chip order">
        ${w(ar)}
        <select
          aria-label=${e("order")}
          @change=${n=>{let r=n.target.value;o(this,ie,Ye).call(this,"mycamera-which",{...this.which,order:r})}}
        >
          ${qc.map(n=>c`<option value=${n} ?selected=${n===this.which.order}>${e(`order_${n}`)}</option>`)}
        </select>
      </label>
      <span class="said" role="status">${this.said}</span>
      ${t.user?.is_admin?c`<button class="chip" @click=${()=>o(this,ie,Ye).call(this,"mycamera-choose",!0)}>
              ${w(Dn)} ${e("choose")}
            </button>`:f}
    `},Aa=function(e){let{localize:t,hass:i}=this.context,n=(l,p,h)=>c`<button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>{o(this,ie,Oa).call(this,h)}}>
        ${w(l)} ${p}
      </button>`,r=l=>async p=>(await Yi(i,p,l),t("saved"));return c`
      <strong>${L(t,i.language,"chosen",e.size)}</strong>
      <button class="chip" @click=${()=>o(this,ie,Ye).call(this,"mycamera-choose-all",null)}>${t("choose_shown")}</button>
      ${n(sr,t("analyze_chosen"),async l=>L(t,i.language,"queued",(await Xi(i,l)).queued))}
      ${n(Di,t("protect_chosen"),r(!0))}
      ${n(Ci,t("unprotect"),r(!1))}
      <span class="said" role="status">${this.said}</span>
      <button class="chip" aria-label=${t("close")} @click=${()=>o(this,ie,Ye).call(this,"mycamera-choose",!1)}>
        ${w(Z)}
      </button>
    `},Oe.styles=[T,R`
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
      .order select {
        padding-inline: 0;
        min-block-size: 34px;
        background: none;
        border: 0;
      }
      .order option {
        background: var(--mc-surface);
      }
      .chip svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .said {
        margin-inline-start: auto;
        color: var(--mc-text-2);
      }
    `],d([v({attribute:!1})],Oe.prototype,"context",2),d([v({attribute:!1})],Oe.prototype,"which",2),d([v({attribute:!1})],Oe.prototype,"chosen",2),d([b()],Oe.prototype,"busy",2),d([b()],Oe.prototype,"said",2),Oe=d([z("mycamera-record-bar")],Oe);function Ia(a,s,e){let t=[],i=a.at(-1),n=0;for(let r of s){if(i!==void 0&&e&&r.place<i.place)break;let l=a[n];for(;l!==void 0&&l.place>=r.place;)t.push(l),n+=1,l=a[n];t.push(r)}for(let r of a.slice(n))t.push(r);return t}function La(a,s){return[{key:s,day:s,last:!1},...a.map((t,i)=>({key:t.key,day:s,row:t,last:i===a.length-1}))]}var Da=R`
  :host {
    display: block;
  }
  .head,
  .cell {
    inline-size: 100%;
  }
  /* The rows of a day are one sheet. */
  .cell {
    overflow: hidden;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    border-block-end: 0;
  }
  .head + .cell {
    border-start-start-radius: var(--mc-radius);
    border-start-end-radius: var(--mc-radius);
  }
  .cell.last {
    border-block-end: 1px solid var(--mc-line);
    border-end-start-radius: var(--mc-radius);
    border-end-end-radius: var(--mc-radius);
  }
  /* The day at the upper edge stays there. */
  .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    block-size: 0;
  }
  .top .day {
    display: block;
    position: relative;
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
`;function Ot(a,s,e,t){var i=arguments.length,n=i<3?s:t===null?t=Object.getOwnPropertyDescriptor(s,e):t,r;if(typeof Reflect=="object"&&typeof Reflect.decorate=="function")n=Reflect.decorate(a,s,e,t);else for(var l=a.length-1;l>=0;l--)(r=a[l])&&(n=(i<3?r(n):i>3?r(s,e,n):r(s,e))||n);return i>3&&n&&Object.defineProperty(s,e,n),n}var ui=(a,s)=>{let e=a._$AN;if(e===void 0)return!1;for(let t of e)t._$AO?.(s,!1),ui(t,s);return!0},$s=a=>{let s,e;do{if((s=a._$AM)===void 0)break;e=s._$AN,e.delete(a),a=s}while(e?.size===0)},Ca=a=>{for(let s;s=a._$AM;a=s){let e=s._$AN;if(e===void 0)s._$AN=e=new Set;else if(e.has(a))break;e.add(a),Zc(s)}};function Kc(a){this._$AN!==void 0?($s(this),this._$AM=a,Ca(this)):this._$AM=a}function Wc(a,s=!1,e=0){let t=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0)if(s)if(Array.isArray(t))for(let n=e;n<t.length;n++)ui(t[n],!1),$s(t[n]);else t!=null&&(ui(t,!1),$s(t));else ui(this,a)}var Zc=a=>{a.type==pe.CHILD&&(a._$AP??=Wc,a._$AQ??=Kc)},ks=class extends Ue{constructor(){super(...arguments),this._$AN=void 0}_$AT(s,e,t){super._$AT(s,e,t),Ca(this),this.isConnected=s._$AU}_$AO(s,e=!0){s!==this.isConnected&&(this.isConnected=s,s?this.reconnected?.():this.disconnected?.()),e&&(ui(this,s),$s(this))}setValue(s){if(rs(this._$Ct))this._$Ct._$AI(s,this);else{let e=[...this._$Ct._$AH];e[this._$Ci]=s,this._$Ct._$AI(e,this,0)}}disconnected(){}reconnected(){}};var mi=class a extends Event{constructor(s){super(a.eventName,{bubbles:!1}),this.first=s.first,this.last=s.last}};mi.eventName="rangeChanged";var fi=class a extends Event{constructor(s){super(a.eventName,{bubbles:!1}),this.first=s.first,this.last=s.last}};fi.eventName="visibilityChanged";var gi=class a extends Event{constructor(){super(a.eventName,{bubbles:!1})}};gi.eventName="unpinned";var an=class{constructor(s){this._element=null;let e=s??window;this._node=e,s&&(this._element=s)}get element(){return this._element||document.scrollingElement||document.documentElement}get scrollTop(){return this.element.scrollTop||window.scrollY}get scrollLeft(){return this.element.scrollLeft||window.scrollX}get scrollHeight(){return this.element.scrollHeight}get scrollWidth(){return this.element.scrollWidth}get viewportHeight(){return this._element?this._element.getBoundingClientRect().height:window.innerHeight}get viewportWidth(){return this._element?this._element.getBoundingClientRect().width:window.innerWidth}get maxScrollTop(){return this.scrollHeight-this.viewportHeight}get maxScrollLeft(){return this.scrollWidth-this.viewportWidth}},Es=class extends an{constructor(s,e){super(e),this._clients=new Set,this._retarget=null,this._end=null,this.__destination=null,this.correctingScrollError=!1,this._checkForArrival=this._checkForArrival.bind(this),this._updateManagedScrollTo=this._updateManagedScrollTo.bind(this),this.scrollTo=this.scrollTo.bind(this),this.scrollBy=this.scrollBy.bind(this);let t=this._node;this._originalScrollTo=t.scrollTo,this._originalScrollBy=t.scrollBy,this._originalScroll=t.scroll,this._attach(s)}get _destination(){return this.__destination}get scrolling(){return this._destination!==null}scrollTo(s,e){let t=typeof s=="number"&&typeof e=="number"?{left:s,top:e}:s;this._scrollTo(t)}scrollBy(s,e){let t=typeof s=="number"&&typeof e=="number"?{left:s,top:e}:s;t.top!==void 0&&(t.top+=this.scrollTop),t.left!==void 0&&(t.left+=this.scrollLeft),this._scrollTo(t)}_nativeScrollTo(s){this._originalScrollTo.bind(this._element||window)(s)}_scrollTo(s,e=null,t=null){this._end!==null&&this._end(),s.behavior==="smooth"?(this._setDestination(s),this._retarget=e,this._end=t):this._resetScrollState(),this._nativeScrollTo(s)}_setDestination(s){let{top:e,left:t}=s;return e=e===void 0?void 0:Math.max(0,Math.min(e,this.maxScrollTop)),t=t===void 0?void 0:Math.max(0,Math.min(t,this.maxScrollLeft)),this._destination!==null&&t===this._destination.left&&e===this._destination.top?!1:(this.__destination={top:e,left:t,behavior:"smooth"},!0)}_resetScrollState(){this.__destination=null,this._retarget=null,this._end=null}_updateManagedScrollTo(s){this._destination&&this._setDestination(s)&&this._nativeScrollTo(this._destination)}managedScrollTo(s,e,t){return this._scrollTo(s,e,t),this._updateManagedScrollTo}correctScrollError(s){this.correctingScrollError=!0,requestAnimationFrame(()=>requestAnimationFrame(()=>this.correctingScrollError=!1)),this._nativeScrollTo(s),this._retarget&&this._setDestination(this._retarget()),this._destination&&this._nativeScrollTo(this._destination)}_checkForArrival(){if(this._destination!==null){let{scrollTop:s,scrollLeft:e}=this,{top:t,left:i}=this._destination;t=Math.min(t||0,this.maxScrollTop),i=Math.min(i||0,this.maxScrollLeft);let n=Math.abs(t-s),r=Math.abs(i-e);n<1&&r<1&&(this._end&&this._end(),this._resetScrollState())}}detach(s){return this._clients.delete(s),this._clients.size===0&&(this._node.scrollTo=this._originalScrollTo,this._node.scrollBy=this._originalScrollBy,this._node.scroll=this._originalScroll,this._node.removeEventListener("scroll",this._checkForArrival)),null}_attach(s){this._clients.add(s),this._clients.size===1&&(this._node.scrollTo=this.scrollTo,this._node.scrollBy=this.scrollBy,this._node.scroll=this.scrollTo,this._node.addEventListener("scroll",this._checkForArrival))}};var Va=typeof window<"u"?window.ResizeObserver:void 0;var vi=Symbol("virtualizerRef"),zs="virtualizer-sizer",Fa,Ss=class{constructor(s){if(this._benchmarkStart=null,this._layout=null,this._clippingAncestors=[],this._scrollSize=null,this._scrollError=null,this._childrenPos=null,this._childMeasurements=null,this._toBeMeasured=new Map,this._rangeChanged=!0,this._itemsChanged=!0,this._visibilityChanged=!0,this._scrollerController=null,this._isScroller=!1,this._sizer=null,this._hostElementRO=null,this._childrenRO=null,this._mutationObserver=null,this._scrollEventListeners=[],this._scrollEventListenerOptions={passive:!0},this._loadListener=this._childLoaded.bind(this),this._scrollIntoViewTarget=null,this._updateScrollIntoViewCoordinates=null,this._items=[],this._first=-1,this._last=-1,this._firstVisible=-1,this._lastVisible=-1,this._scheduled=new WeakSet,this._measureCallback=null,this._measureChildOverride=null,this._layoutCompletePromise=null,this._layoutCompleteResolver=null,this._layoutCompleteRejecter=null,this._pendingLayoutComplete=null,this._layoutInitialized=null,this._connected=!1,!s)throw new Error("Virtualizer constructor requires a configuration object");if(s.hostElement)this._init(s);else throw new Error('Virtualizer configuration requires the "hostElement" property')}set items(s){Array.isArray(s)&&s!==this._items&&(this._itemsChanged=!0,this._items=s,this._schedule(this._updateLayout))}_init(s){this._isScroller=!!s.scroller,this._initHostElement(s);let e=s.layout||{};this._layoutInitialized=this._initLayout(e)}_initObservers(){this._mutationObserver=new MutationObserver(this._finishDOMUpdate.bind(this)),this._hostElementRO=new Va(()=>this._hostElementSizeChanged()),this._childrenRO=new Va(this._childrenSizeChanged.bind(this))}_initHostElement(s){let e=this._hostElement=s.hostElement;this._applyVirtualizerStyles(),e[vi]=this}connected(){this._initObservers();let s=this._isScroller;this._clippingAncestors=Jc(this._hostElement,s),this._scrollerController=new Es(this,this._clippingAncestors[0]),this._schedule(this._updateLayout),this._observeAndListen(),this._connected=!0}_observeAndListen(){this._mutationObserver.observe(this._hostElement,{childList:!0}),this._hostElementRO.observe(this._hostElement),this._scrollEventListeners.push(window),window.addEventListener("scroll",this,this._scrollEventListenerOptions),this._clippingAncestors.forEach(s=>{s.addEventListener("scroll",this,this._scrollEventListenerOptions),this._scrollEventListeners.push(s),this._hostElementRO.observe(s)}),this._hostElementRO.observe(this._scrollerController.element),this._children.forEach(s=>this._childrenRO.observe(s)),this._scrollEventListeners.forEach(s=>s.addEventListener("scroll",this,this._scrollEventListenerOptions))}disconnected(){this._scrollEventListeners.forEach(s=>s.removeEventListener("scroll",this,this._scrollEventListenerOptions)),this._scrollEventListeners=[],this._clippingAncestors=[],this._scrollerController?.detach(this),this._scrollerController=null,this._mutationObserver?.disconnect(),this._mutationObserver=null,this._hostElementRO?.disconnect(),this._hostElementRO=null,this._childrenRO?.disconnect(),this._childrenRO=null,this._rejectLayoutCompletePromise("disconnected"),this._connected=!1}_applyVirtualizerStyles(){let e=this._hostElement.style;e.display=e.display||"block",e.position=e.position||"relative",e.contain=e.contain||"size layout",this._isScroller&&(e.overflow=e.overflow||"auto",e.minHeight=e.minHeight||"150px")}_getSizer(){let s=this._hostElement;if(!this._sizer){let e=s.querySelector(`[${zs}]`);e||(e=document.createElement("div"),e.setAttribute(zs,""),s.appendChild(e)),Object.assign(e.style,{position:"absolute",margin:"-2px 0 0 0",padding:0,visibility:"hidden",fontSize:"2px"}),e.textContent="&nbsp;",e.setAttribute(zs,""),this._sizer=e}return this._sizer}async updateLayoutConfig(s){await this._layoutInitialized;let e=s.type||Fa;if(typeof e=="function"&&this._layout instanceof e){let t={...s};return delete t.type,this._layout.config=t,!0}return!1}async _initLayout(s){let e,t;if(typeof s.type=="function"){t=s.type;let i={...s};delete i.type,e=i}else e=s;t===void 0&&(Fa=t=(await import("./flow-AJ3V2T2C.js")).FlowLayout),this._layout=new t(i=>this._handleLayoutMessage(i),e),this._layout.measureChildren&&typeof this._layout.updateItemSizes=="function"&&(typeof this._layout.measureChildren=="function"&&(this._measureChildOverride=this._layout.measureChildren),this._measureCallback=this._layout.updateItemSizes.bind(this._layout)),this._layout.listenForChildLoadEvents&&this._hostElement.addEventListener("load",this._loadListener,!0),this._schedule(this._updateLayout)}startBenchmarking(){this._benchmarkStart===null&&(this._benchmarkStart=window.performance.now())}stopBenchmarking(){if(this._benchmarkStart!==null){let s=window.performance.now(),e=s-this._benchmarkStart,i=performance.getEntriesByName("uv-virtualizing","measure").filter(n=>n.startTime>=this._benchmarkStart&&n.startTime<s).reduce((n,r)=>n+r.duration,0);return this._benchmarkStart=null,{timeElapsed:e,virtualizationTime:i}}return null}_measureChildren(){let s={},e=this._children,t=this._measureChildOverride||this._measureChild;for(let i=0;i<e.length;i++){let n=e[i],r=this._first+i;(this._itemsChanged||this._toBeMeasured.has(n))&&(s[r]=t.call(this,n,this._items[r]))}this._childMeasurements=s,this._schedule(this._updateLayout),this._toBeMeasured.clear()}_measureChild(s){let{width:e,height:t}=s.getBoundingClientRect();return Object.assign({width:e,height:t},Yc(s))}async _schedule(s){this._scheduled.has(s)||(this._scheduled.add(s),await Promise.resolve(),this._scheduled.delete(s),s.call(this))}async _updateDOM(s){this._scrollSize=s.scrollSize,this._adjustRange(s.range),this._childrenPos=s.childPositions,this._scrollError=s.scrollError||null;let{_rangeChanged:e,_itemsChanged:t}=this;this._visibilityChanged&&(this._notifyVisibility(),this._visibilityChanged=!1),(e||t)&&(this._notifyRange(),this._rangeChanged=!1),this._finishDOMUpdate()}_finishDOMUpdate(){this._connected&&(this._children.forEach(s=>this._childrenRO.observe(s)),this._checkScrollIntoViewTarget(this._childrenPos),this._positionChildren(this._childrenPos),this._sizeHostElement(this._scrollSize),this._correctScrollError(),this._benchmarkStart&&"mark"in window.performance&&window.performance.mark("uv-end"))}_updateLayout(){this._layout&&this._connected&&(this._layout.items=this._items,this._updateView(),this._childMeasurements!==null&&(this._measureCallback&&this._measureCallback(this._childMeasurements),this._childMeasurements=null),this._layout.reflowIfNeeded(),this._benchmarkStart&&"mark"in window.performance&&window.performance.mark("uv-end"))}_handleScrollEvent(){if(this._benchmarkStart&&"mark"in window.performance){try{window.performance.measure("uv-virtualizing","uv-start","uv-end")}catch(s){console.warn("Error measuring performance data: ",s)}window.performance.mark("uv-start")}this._scrollerController.correctingScrollError===!1&&this._layout?.unpin(),this._schedule(this._updateLayout)}handleEvent(s){s.type==="scroll"?(s.currentTarget===window||this._clippingAncestors.includes(s.currentTarget))&&this._handleScrollEvent():console.warn("event not handled",s)}_handleLayoutMessage(s){s.type==="stateChanged"?this._updateDOM(s):s.type==="visibilityChanged"?(this._firstVisible=s.firstVisible,this._lastVisible=s.lastVisible,this._notifyVisibility()):s.type==="unpinned"&&this._hostElement.dispatchEvent(new gi)}get _children(){let s=[],e=this._hostElement.firstElementChild;for(;e;)e.hasAttribute(zs)||s.push(e),e=e.nextElementSibling;return s}_updateView(){let s=this._hostElement,e=this._scrollerController?.element,t=this._layout;if(s&&e&&t){let i,n,r,l,p=s.getBoundingClientRect();i=0,n=0,r=window.innerHeight,l=window.innerWidth;let h=this._clippingAncestors.map(ne=>ne.getBoundingClientRect());h.unshift(p);for(let ne of h)i=Math.max(i,ne.top),n=Math.max(n,ne.left),r=Math.min(r,ne.bottom),l=Math.min(l,ne.right);let g=e.getBoundingClientRect(),m={left:p.left-g.left,top:p.top-g.top},k={width:e.scrollWidth,height:e.scrollHeight},I=i-p.top+s.scrollTop,F=n-p.left+s.scrollLeft,re=Math.max(0,r-i),Q=Math.max(0,l-n);t.viewportSize={width:Q,height:re},t.viewportScroll={top:I,left:F},t.totalScrollSize=k,t.offsetWithinScroller=m}}_sizeHostElement(s){let t=s&&s.width!==null?Math.min(82e5,s.width):0,i=s&&s.height!==null?Math.min(82e5,s.height):0;if(this._isScroller)this._getSizer().style.transform=`translate(${t}px, ${i}px)`;else{let n=this._hostElement.style;n.minWidth=t?`${t}px`:"100%",n.minHeight=i?`${i}px`:"100%"}}_positionChildren(s){s&&s.forEach(({top:e,left:t,width:i,height:n,xOffset:r,yOffset:l},p)=>{let h=this._children[p-this._first];h&&(h.style.position="absolute",h.style.boxSizing="border-box",h.style.transform=`translate(${t}px, ${e}px)`,i!==void 0&&(h.style.width=i+"px"),n!==void 0&&(h.style.height=n+"px"),h.style.left=r===void 0?null:r+"px",h.style.top=l===void 0?null:l+"px")})}async _adjustRange(s){let{_first:e,_last:t,_firstVisible:i,_lastVisible:n}=this;this._first=s.first,this._last=s.last,this._firstVisible=s.firstVisible,this._lastVisible=s.lastVisible,this._rangeChanged=this._rangeChanged||this._first!==e||this._last!==t,this._visibilityChanged=this._visibilityChanged||this._firstVisible!==i||this._lastVisible!==n}_correctScrollError(){if(this._scrollError){let{scrollTop:s,scrollLeft:e}=this._scrollerController,{top:t,left:i}=this._scrollError;this._scrollError=null,this._scrollerController.correctScrollError({top:s-t,left:e-i})}}element(s){return s===1/0&&(s=this._items.length-1),this._items?.[s]===void 0?void 0:{scrollIntoView:(e={})=>this._scrollElementIntoView({...e,index:s})}}_scrollElementIntoView(s){if(s.index>=this._first&&s.index<=this._last)this._children[s.index-this._first].scrollIntoView(s);else if(s.index=Math.min(s.index,this._items.length-1),s.behavior==="smooth"){let e=this._layout.getScrollIntoViewCoordinates(s),{behavior:t}=s;this._updateScrollIntoViewCoordinates=this._scrollerController.managedScrollTo(Object.assign(e,{behavior:t}),()=>this._layout.getScrollIntoViewCoordinates(s),()=>this._scrollIntoViewTarget=null),this._scrollIntoViewTarget=s}else this._layout.pin=s}_checkScrollIntoViewTarget(s){let{index:e}=this._scrollIntoViewTarget||{};e&&s?.has(e)&&this._updateScrollIntoViewCoordinates(this._layout.getScrollIntoViewCoordinates(this._scrollIntoViewTarget))}_notifyRange(){this._hostElement.dispatchEvent(new mi({first:this._first,last:this._last}))}_notifyVisibility(){this._hostElement.dispatchEvent(new fi({first:this._firstVisible,last:this._lastVisible}))}get layoutComplete(){return this._layoutCompletePromise||(this._layoutCompletePromise=new Promise((s,e)=>{this._layoutCompleteResolver=s,this._layoutCompleteRejecter=e})),this._layoutCompletePromise}_rejectLayoutCompletePromise(s){this._layoutCompleteRejecter!==null&&this._layoutCompleteRejecter(s),this._resetLayoutCompleteState()}_scheduleLayoutComplete(){this._layoutCompletePromise&&this._pendingLayoutComplete===null&&(this._pendingLayoutComplete=requestAnimationFrame(()=>requestAnimationFrame(()=>this._resolveLayoutCompletePromise())))}_resolveLayoutCompletePromise(){this._layoutCompleteResolver!==null&&this._layoutCompleteResolver(),this._resetLayoutCompleteState()}_resetLayoutCompleteState(){this._layoutCompletePromise=null,this._layoutCompleteResolver=null,this._layoutCompleteRejecter=null,this._pendingLayoutComplete=null}_hostElementSizeChanged(){this._schedule(this._updateLayout)}_childLoaded(){}_childrenSizeChanged(s){if(this._layout?.measureChildren){for(let e of s)this._toBeMeasured.set(e.target,e.contentRect);this._measureChildren()}this._scheduleLayoutComplete(),this._itemsChanged=!1,this._rangeChanged=!1}};function Yc(a){let s=window.getComputedStyle(a);return{marginTop:Ts(s.marginTop),marginRight:Ts(s.marginRight),marginBottom:Ts(s.marginBottom),marginLeft:Ts(s.marginLeft)}}function Ts(a){let s=a?parseFloat(a):NaN;return Number.isNaN(s)?0:s}function Na(a){if(a.assignedSlot!==null)return a.assignedSlot;if(a.parentElement!==null)return a.parentElement;let s=a.parentNode;return s&&s.nodeType===Node.DOCUMENT_FRAGMENT_NODE&&s.host||null}function Xc(a,s=!1){let e=[],t=s?a:Na(a);for(;t!==null;)e.push(t),t=Na(t);return e}function Jc(a,s=!1){let e=!1;return Xc(a,s).filter(t=>{if(e)return!1;let i=getComputedStyle(t);return e=i.position==="fixed",i.overflow!=="visible"})}var cn=a=>a,dn=(a,s)=>c`${s}: ${JSON.stringify(a,null,2)}`,ln=class extends ks{constructor(s){if(super(s),this._virtualizer=null,this._first=0,this._last=-1,this._renderItem=(e,t)=>dn(e,t+this._first),this._keyFunction=(e,t)=>cn(e,t+this._first),this._items=[],s.type!==pe.CHILD)throw new Error("The virtualize directive can only be used in child expressions")}render(s){s&&this._setFunctions(s);let e=[];if(this._first>=0&&this._last>=this._first)for(let t=this._first;t<=this._last;t++)e.push(this._items[t]);return xe(e,this._keyFunction,this._renderItem)}update(s,[e]){this._setFunctions(e);let t=this._items!==e.items;return this._items=e.items||[],this._virtualizer?this._updateVirtualizerConfig(s,e):this._initialize(s,e),t?me:this.render()}async _updateVirtualizerConfig(s,e){if(!await this._virtualizer.updateLayoutConfig(e.layout||{})){let i=s.parentNode;this._makeVirtualizer(i,e)}this._virtualizer.items=this._items}_setFunctions(s){let{renderItem:e,keyFunction:t}=s;e&&(this._renderItem=(i,n)=>e(i,n+this._first)),t&&(this._keyFunction=(i,n)=>t(i,n+this._first))}_makeVirtualizer(s,e){this._virtualizer&&this._virtualizer.disconnected();let{layout:t,scroller:i,items:n}=e;this._virtualizer=new Ss({hostElement:s,layout:t,scroller:i}),this._virtualizer.items=n,this._virtualizer.connected()}_initialize(s,e){let t=s.parentNode;t&&t.nodeType===1&&(t.addEventListener("rangeChanged",i=>{this._first=i.first,this._last=i.last,this.setValue(this.render())}),this._makeVirtualizer(t,e))}disconnected(){this._virtualizer?.disconnected()}reconnected(){this._virtualizer?.connected()}},ja=Ie(ln);var Ne=class extends E{constructor(){super(...arguments),this.items=[],this.renderItem=dn,this.keyFunction=cn,this.layout={},this.scroller=!1}createRenderRoot(){return this}render(){let{items:s,renderItem:e,keyFunction:t,layout:i,scroller:n}=this;return c`${ja({items:s,renderItem:e,keyFunction:t,layout:i,scroller:n})}`}element(s){return this[vi]?.element(s)}get layoutComplete(){return this[vi]?.layoutComplete}scrollToIndex(s,e="start"){this.element(s)?.scrollIntoView({block:e})}};Ot([v({attribute:!1})],Ne.prototype,"items",void 0);Ot([v()],Ne.prototype,"renderItem",void 0);Ot([v()],Ne.prototype,"keyFunction",void 0);Ot([v({attribute:!1})],Ne.prototype,"layout",void 0);Ot([v({reflect:!0,type:Boolean})],Ne.prototype,"scroller",void 0);var Rs=class extends Ne{};Rs=d([z("mycamera-virtual-rows")],Rs);var Qc=12,Xe,Pt,At,It,Lt,Dt,Je,bi,A,Ha,pn,Ua,dt,qa,hn,Ba,Ga,Ka,Wa,Za,Ya,Xa,Ja,Qa,Ma,ue=class extends E{constructor(){super(...arguments);x(this,A);this.filter=M;this.playing=null;this.problems=new Map;this.which=Yt;this.chosen=null;this.topDay="";this.records=new ct(this,{load:e=>o(this,A,pn).call(this,e,(t,i)=>mr(this.context.hass,t,this.which,this.context.formats.timeZone,i)),id:e=>String(e.record_id),time:e=>o(this,A,dt).call(this,e).place});this.gaps=new ct(this,{load:e=>o(this,A,pn).call(this,e,(t,i)=>gr(this.context.hass,t,this.which.order==="oldest",this.context.formats.timeZone,i)),id:e=>String(e.gap_id),time:e=>o(this,A,dt).call(this,e).place});x(this,Xe,null);x(this,Pt,[]);x(this,At,[[],[]]);x(this,It,new WeakMap);x(this,Lt,new Rt(e=>o(this,A,qa).call(this,e),La));x(this,Dt,[]);x(this,Je,[]);x(this,bi,[])}connectedCallback(){super.connectedCallback(),$(this,Xe,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),u(this,Xe)?.disconnect(),$(this,Xe,null)}willUpdate(e){(e.has("filter")||e.has("which"))&&($(this,It,new WeakMap),$(this,At,[[],[]]),$(this,Pt,Mc(this.context)),u(this,Lt).clear(),this.playing=null,this.chosen&&(this.chosen=new Set),this.records.reload(),this.gaps.reload()),e.get("context")?.formats.timeZone!==this.context.formats.timeZone&&u(this,Lt).clear(),o(this,A,Ua).call(this),o(this,A,Ba).call(this)}updated(){u(this,Xe)?.disconnect(),this.foot&&this.records.more&&u(this,Xe)?.observe(this.foot)}refresh(){this.playing===null&&!this.chosen?.size&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){return c`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${e=>{this.which=e.detail}}
        @mycamera-choose=${e=>{this.chosen=e.detail?new Set:null}}
        @mycamera-choose-all=${()=>{this.chosen=new Set(this.records.items.map(e=>e.record_id))}}
        @mycamera-changed=${()=>{this.records.reload(!0)}}
      ></mycamera-record-bar>
      ${o(this,A,Ga).call(this)}`}};Xe=new WeakMap,Pt=new WeakMap,At=new WeakMap,It=new WeakMap,Lt=new WeakMap,Dt=new WeakMap,Je=new WeakMap,bi=new WeakMap,A=new WeakSet,Ha=function(e,t){let i=Date.parse(t);return this.which.order==="camera"?Sa(u(this,Pt),e,i):this.which.order==="oldest"?-i:i},pn=function(e,t){return this.which.order!=="camera"||this.filter.cameraId!==null?t(this.filter,e):Ta(u(this,Pt),e,(i,n)=>t({...this.filter,cameraId:i},n))},Ua=function(){let e=this.records.items.at(-1),t=this.gaps.items.at(-1);e&&t&&o(this,A,dt).call(this,t).place>o(this,A,dt).call(this,e).place&&this.gaps.next()},dt=function(e){let t=u(this,It).get(e);if(t===void 0){let i=o(this,A,Ha).call(this,e.camera_id,e.start);t="gap_id"in e?{kind:"gap",key:`g${e.gap_id}`,place:i,gap:e}:{kind:"record",key:`r${e.record_id}`,place:i,record:e},u(this,It).set(e,t)}return t},qa=function(e){let{start:t,camera_id:i}=e.kind==="gap"?e.gap:e.record,n=this.context.formats.day(t);return this.which.order==="camera"?`${n} ${i}`:n},hn=function(e){let[t="",i]=e.split(" "),n=this.context.formats.heading(t);return i===void 0?n:`${H(this.context,i)} · ${n}`},Ba=function(){let e=[this.records.items,this.records.more,this.gaps.items,this.which,this.context.formats.timeZone];if(e.every((h,g)=>h===u(this,bi)[g]))return;$(this,bi,e);let[t,i]=u(this,At),{items:n}=this.records,r=n.map((h,g)=>h===t[g]&&i[g]||o(this,A,dt).call(this,h));$(this,At,[n,r]);let l=this.which.status||this.which.analysis?[]:this.gaps.items.map(h=>o(this,A,dt).call(this,h));$(this,Dt,Ia(r,l,this.records.more));let p=[];for(let{made:h}of u(this,Lt).of(u(this,Dt)))for(let g of h)p.push(g);$(this,Je,p)},Ga=function(){let{context:e,records:t}=this,{localize:i}=e;if(u(this,Dt).length===0){if(t.state==="error")return B({icon:de,bad:!0,...V(e,t.error??"unknown"),action:c`<button class="text-button" @click=${o(this,A,Wa)}>${i("retry")}</button>`});if(t.state==="loading"||t.more)return c`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
        </div>`;let r=this.which.status!==null||this.which.analysis!==null,l=this.filter.cameraId!==null||this.filter.day!==null||r;return B({icon:Bi,heading:i(l?"no_matches":"no_recordings"),text:i(l?"no_matches_text":"no_recordings_text"),...l?{action:c`<button
                class="text-button"
                @click=${()=>{this.which={...Yt,order:this.which.order},this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}}
              >
                ${i("clear_filters")}
              </button>`}:{}})}let n=this.topDay||u(this,Je)[0]?.day;return c`
      ${n?c`<div class="top" aria-hidden="true"><span class="day">${o(this,A,hn).call(this,n)}</span></div>`:f}
      <mycamera-virtual-rows
        role="list"
        .items=${u(this,Je)}
        .keyFunction=${ed}
        .renderItem=${r=>o(this,A,Ka).call(this,r)}
        @rangeChanged=${({last:r})=>{r>=u(this,Je).length-Qc&&this.records.next()}}
        @visibilityChanged=${({first:r})=>{this.topDay=u(this,Je)[r]?.day??""}}
      ></mycamera-virtual-rows>
      <div class="foot">${o(this,A,Za).call(this)}</div>
    `},Ka=function({day:e,row:t,last:i}){return t===void 0?c`<div class="head" role="listitem"><h2 class="day">${o(this,A,hn).call(this,e)}</h2></div>`:c`<div class="cell ${i?"last":""}" role="listitem">${o(this,A,Ya).call(this,t)}</div>`},Wa=function(){this.records.reload(),this.gaps.reload()},Za=function(){let{records:e,context:t}=this;return e.state==="error"?c`<p>${V(t,e.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`:e.busy?c`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?c`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},Ya=function(e){let{hass:t}=this.context,i=e.kind==="gap"?e.gap.camera_id:e.record.camera_id,n=[t.language,t.locale,t.user?.is_admin,H(this.context,i)];if(e.kind==="gap")return hi([e.gap,...n],()=>o(this,A,Xa).call(this,e.gap));let{record:r}=e,l=r.record_id,p=[this.playing===l,this.problems.get(l),this.chosen?.has(l)];return hi([r,...n,...p],()=>o(this,A,Ja).call(this,r))},Xa=function(e){let{context:t}=this,{formats:i,localize:n}=t;return c`<div class="row gap">
      <span class="dot bad"></span>
      <span class="when">${i.range(e.start,e.end)}</span>
      <span class="camera" dir="auto">${H(t,e.camera_id)}</span>
      <span class="note">${n("gap_because",{cause:bt(t,e.cause)})}</span>
      <span class="number">${i.duration((Date.parse(e.end)-Date.parse(e.start))/1e3)}</span>
    </div>`},Ja=function(e){let{context:t}=this,{formats:i,localize:n}=t,r=H(t,e.camera_id),l=this.playing===e.record_id,p=e.status==="success",h=e.status==="failed"&&e.video_url!==null?"incomplete":e.status,g=(Date.parse(e.end)-Date.parse(e.start))/1e3;return c`<div class="row">
        ${this.chosen===null?c`<span class="dot ${p?"good":"bad"}"></span>`:c`<input
                type="checkbox"
                aria-label=${n("choose_record",{camera:r,time:i.time(e.start)})}
                .checked=${this.chosen.has(e.record_id)}
                @change=${m=>o(this,A,Qa).call(this,e.record_id,m.target.checked)}
              />`}
        <span class="when">${i.range(e.start,e.end)}</span>
        <span class="camera" dir="auto">${r}</span>
        <span class="note" title=${e.error??""}>
          ${oe(n,`record_${h}`,"record_failed")} ·
          ${oe(n,`analysis_${e.analysis_status}`,"analysis_pending")}
          ${e.error?c`<span class="error" dir="auto">${e.error}</span>`:f}
        </span>
        <span class="number">${i.duration(e.duration??g)}</span>
        <span class="number size">${e.file_size===null?"":i.bytes(e.file_size)}</span>
        <mycamera-protection
          .context=${t}
          .recordId=${e.record_id}
          .kept=${e.protected}
        ></mycamera-protection>
        ${e.video_url===null?c`<span class="no-button"></span>`:c`<button
                class="icon-button"
                aria-expanded=${l?"true":"false"}
                aria-label=${n("play_recording",{camera:r,time:i.time(e.start)})}
                @click=${()=>{this.playing=l?null:e.record_id}}
              >
                ${w(l?Ii:ji)}
              </button>`}
      </div>
      ${l&&e.video_url!==null?o(this,A,Ma).call(this,e,e.video_url):f}`},Qa=function(e,t){let i=new Set(this.chosen);t?i.add(e):i.delete(e),this.chosen=i},Ma=function(e,t){let{context:i}=this,n=i.hass.hassUrl(t),r=this.problems.get(e.record_id);return r?c`<p class="unplayable" role="alert">
        ${vt(i,r,e.codec)}
        ${r==="unplayable"?c`<a class="text-button" href=${n} download>${i.localize("download")}</a>`:f}
      </p>`:c`<video
      src=${n}
      aria-label=${i.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[e.record_id,await Ji(n)]])}}
    ></video>`},ue.styles=[T,fe,Da],d([v({attribute:!1})],ue.prototype,"context",2),d([v({attribute:!1})],ue.prototype,"filter",2),d([b()],ue.prototype,"playing",2),d([b()],ue.prototype,"problems",2),d([b()],ue.prototype,"which",2),d([b()],ue.prototype,"chosen",2),d([b()],ue.prototype,"topDay",2),d([N(".foot")],ue.prototype,"foot",2),ue=d([z("mycamera-recordings")],ue);function Mc({hass:a,overview:s}){let e=[...s?.cameras??[],...s?.removed_cameras??[]],t=new Intl.Collator(a.locale.language||a.language,{numeric:!0});return e.sort((i,n)=>t.compare(i.name,n.name)).map(i=>i.camera_id)}function ed(a){return a.key}var td=23.5*3600;function el({localize:a,formats:s,hass:e},t){let{coverage:i,coverage_seconds:n}=t;if(i===null||n===null)return null;let r=t.gaps?L(a,e.language,"gaps",t.gaps):"",l=s.percent(Math.floor(i*100)/100),p=g=>[g,r].filter(Boolean).join(" · ");if(n>=td)return[a("last_day_recorded"),p(l)];let h=s.duration(n<60?n:Math.floor(n/60)*60);return[a("recorded_so_far"),p(a("recorded_of",{share:l,duration:h}))]}var tl=R`
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
`;var id=1e4,sd=3,nd={idle:"off",working:"good",away:"warn"},xi,j,Os,il,yi,sl,nl,rl,ol,al,je=class extends E{constructor(){super(...arguments);x(this,j);this.system=null;this.failure=null;x(this,xi)}connectedCallback(){super.connectedCallback(),o(this,j,Os).call(this),$(this,xi,window.setInterval(()=>{o(this,j,Os).call(this)},id))}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(u(this,xi))}willUpdate(e){e.has("overview")&&e.get("overview")&&o(this,j,Os).call(this)}render(){let{context:e,system:t,overview:i}=this,{localize:n}=e;return t===null?this.failure!==null?B({icon:de,bad:!0,...V(e,this.failure)}):c`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${n("loading")}></div>
      </div>`:c`${o(this,j,il).call(this,i)}
    <div class="parts">
      ${t.cameras.map(r=>o(this,j,sl).call(this,r))} ${o(this,j,nl).call(this,i)}
      ${o(this,j,ol).call(this,i,t)} ${o(this,j,al).call(this,t)}
    </div>`}};xi=new WeakMap,j=new WeakSet,Os=async function(){if(!document.hidden)try{this.system=await zr(this.context.hass),this.failure=null}catch(e){this.failure=P(e)}},il=function({long_work:e}){if(e.length===0)return f;let{localize:t,formats:i}=this.context;return c`<section class="works" aria-labelledby="works">
      <h2 id="works">${w(rr)} ${t("long_work")}</h2>
      ${e.map(n=>{let r=oe(t,`work_${n.kind}`,"long_work"),l=n.left===null?"":t("work_left",{count:i.number(n.left)}),p=n.done===null?"":i.percent(Math.floor(n.done*100)/100);return c`<div class="work">
          <span>${[r,n.name].filter(Boolean).join(": ")}</span>
          <span class="quiet">${[l,p].filter(Boolean).join(" · ")}</span>
          <progress max="1" value=${n.done??f} aria-label=${r}></progress>
        </div>`})}
    </section>`},yi=function(e,t,i,n,r,l,p=null,h=null,g=f){let{localize:m,hass:k}=this.context;return c`<section class=${i}>
      <h2>${w(e)} <span dir="auto">${t}</span> <span class="status"><span class="dot ${i}"></span>${n}</span></h2>
      ${r.length>0?c`<dl>
              ${r.map(([I,F])=>c`<div>
                  <dt>${I}</dt>
                  <dd>${F}</dd>
                </div>`)}
            </dl>`:f}
      ${g} ${p?c`<p class="error" dir="auto">${p}</p>`:f}
      ${l?c`<p class="advice">${l}</p>`:f}
      ${l&&h&&k.user?.is_admin?c`<a class="text-button" href=${h}>${m("add_camera")}</a>`:f}
    </section>`},sl=function(e){let{localize:t,formats:i}=this.context,n=e.recording_status,r=e.detection_enabled&&!e.watching,l=n==="off"?"off":n==="connecting"?"warn":n!=="recording"?"bad":r?"warn":"good",p=[],h=el(this.context,e);h!==null&&p.push(h),e.persons_today!==null&&p.push([t("people_today"),String(e.persons_today)]),e.bytes!==null&&p.push([t("recordings"),i.bytes(e.bytes)]),e.stream_fps!==null&&p.push([t("stream_fps"),e.stream_fps.toFixed(0)]);let g=l==="bad"?oe(t,`advice_${n}`,"advice_camera"):r?t("not_watching"):"";return o(this,j,yi).call(this,He,e.name,l,t(`status_${n}`),p,g,e.recording_error??(r?e.watch_error:null),"/config/integrations/integration/mycamera")},nl=function(e){let{localize:t,hass:i}=this.context,{worker:n,minutes_behind:r,pending_analyses:l,pending_captions:p}=e,h=n.overloaded?"overloaded":n.status,g=h==="connected"?"good":h==="failed"||h==="disconnected"?"bad":"warn",m=[];n.device&&m.push([t("device"),n.device]),n.version&&m.push([t("version"),n.version]),r?m.push([t("queue"),L(t,i.language,"minutes_behind",r)]):l&&m.push([t("queue"),L(t,i.language,"pending_analyses",l)]),p&&m.push([t("descriptions"),L(t,i.language,"pending_captions",p)]);let k=g==="good"?"":oe(t,`worker_${h}_advice`,"advice_worker");return o(this,j,yi).call(this,Kt,t("analysis"),g,t(`worker_${h}`),m,k,n.error,"/config/integrations/integration/mycamera",o(this,j,rl).call(this,n.machines))},rl=function(e){if(e.length===0)return f;let{localize:t,hass:i}=this.context;return c`<ul class="machines">
      ${e.map(n=>{let r=L(t,i.language,"jobs_an_hour",n.jobs_an_hour);return c`<li>
          <span class="dot ${nd[n.state]}"></span>
          <span class="machine" dir="auto">${n.name}</span>
          <span class="quiet">${t(`machine_${n.state}`)}</span>
          <span class="quiet" dir="auto">${[n.device,r].filter(Boolean).join(" · ")}</span>
          ${n.error?c`<span class="error" dir="auto">${n.error}</span>`:f}
        </li>`})}
    </ul>`},ol=function(e,t){let{localize:i,formats:n,hass:r}=this.context,{available:l,since:p,waiting:h}=e.database,g=[];return t.database_bytes!==null&&g.push([i("size"),n.bytes(t.database_bytes)]),p&&g.push([i("since"),n.dateTime(p)]),o(this,j,yi).call(this,jn,i("database"),l?"good":"bad",i(l?"database_answers":"database_down"),g,l?"":L(i,r.language,"database_waiting",h),null,"/config/integrations/integration/mycamera")},al=function(e){let{localize:t,formats:i,hass:n}=this.context,r=e.days_until_full,l=e.free_bytes!==null,p=r!==null&&r<sd&&!e.never_full,h=[];return e.free_bytes!==null&&h.push([t("free"),i.bytes(e.free_bytes)]),r!==null?h.push([t("full_in"),L(t,n.language,"days",Math.max(0,Math.round(r)))]):e.never_full&&h.push([t("full_in"),t("never_full")]),e.recordings_path&&h.push([t("folder"),e.recordings_path]),o(this,j,yi).call(this,Wn,t("storage"),l?p?"warn":"good":"warn",t(l?p?"storage_soon_full":"storage_good":"storage_unknown"),h,p?t("storage_advice"):"",null,"/config/integrations/integration/mycamera")},je.styles=[T,fe,tl],d([v({attribute:!1})],je.prototype,"context",2),d([v({attribute:!1})],je.prototype,"overview",2),d([b()],je.prototype,"system",2),d([b()],je.prototype,"failure",2),je=d([z("mycamera-system")],je);var ll=R`
  :host {
    display: block;
  }
  .cards {
    display: grid;
    gap: var(--mc-gap);
    inline-size: 100%;
    padding-block-end: var(--mc-gap);
  }
  .head {
    inline-size: 100%;
  }
  /* The day at the upper edge stays there. */
  .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    block-size: 0;
  }
  .top .day {
    display: block;
    position: relative;
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
    .cards {
      gap: 8px;
      padding-block-end: 8px;
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
  .cell {
    position: relative;
    min-inline-size: 0;
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
`;var rd=2*6e4,od=30*6e4,ad=20,ld=[30,10,5,1].map(a=>a*6e4);function cd(a){return Date.parse(a[0]?.first_seen??"")-Date.parse(a.at(-1)?.first_seen??"")}function cl(a,s){let[e,...t]=s;if(e===void 0||a.length<=ad&&cd(a)<=od)return[a];let i=new Map;for(let n of a){let r=Math.floor(Date.parse(n.first_seen)/e),l=i.get(r);l?l.push(n):i.set(r,[n])}return[...i.values()].flatMap(n=>cl(n,t))}function dl(a){let s=[],e=new Map;for(let i of a){let n=e.get(i.camera_id),r=n?.at(-1);if(n&&r&&Date.parse(r.first_seen)-Date.parse(i.last_seen)<=rd)n.push(i);else{let l=[i];e.set(i.camera_id,l),s.push(l)}}let t=new Map(a.map((i,n)=>[i,n]));return s.flatMap(i=>cl(i,ld)).map(i=>({key:i.at(-1)?.event_id??"",persons:i})).sort((i,n)=>(t.get(i.persons[0])??0)-(t.get(n.persons[0])??0))}function pl(a){let s=e=>(e.caption_source&&e.caption_source!=="factual"?10:0)+(e.thumbnail_url?5:0)+e.confidence+Math.min(1,tt(e)/60);return a.persons.reduce((e,t)=>s(t)>s(e)?t:e)}var dd=250,hl=16,pd=8,Qe,wi,Me,Ct,pt,_i,D,ml,fl,gl,vl,bl,yl,xl,wl,_l,$l,kl,El,zl,ce=class extends E{constructor(){super(...arguments);x(this,D);this.filter=M;this.broken=new Set;this.fresh=new Set;this.opened=new Set;this.looked=new Set;this.columns=1;this.topDay="";this.feed=new ct(this,{load:e=>ur(this.context.hass,this.filter,this.context.formats.timeZone,e),id:e=>e.event_id,time:e=>Date.parse(e.first_seen)});x(this,Qe,null);x(this,wi,new Rt(e=>this.context.formats.day(e.first_seen),dl));x(this,Me,[]);x(this,Ct,new WeakMap);x(this,pt,[]);x(this,_i,new ResizeObserver(([e])=>{this.columns=ul(e?.contentRect.width??0)}))}connectedCallback(){super.connectedCallback(),this.columns=ul(this.clientWidth),u(this,_i).observe(this),$(this,Qe,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),u(this,_i).disconnect(),u(this,Qe)?.disconnect(),$(this,Qe,null)}willUpdate(e){e.has("filter")&&this.feed.reload(),e.get("context")?.formats.timeZone!==this.context.formats.timeZone&&u(this,wi).clear(),o(this,D,ml).call(this)}updated(){u(this,Qe)?.disconnect(),this.foot&&this.feed.more&&u(this,Qe)?.observe(this.foot)}live(e,t){if(!o(this,D,vl).call(this,e))return;let i=this.feed.items.some(n=>n.event_id===e.event_id);this.filter.unseen&&!t&&!i||!this.feed.put(e)||i||!t||(this.fresh=new Set([...this.fresh,e.event_id]))}neighbour(e,t){let i=this.feed.items.findIndex(n=>n.event_id===e);return i<0?null:(t===1&&i>=this.feed.items.length-3&&this.feed.next(),this.feed.items[i+t]??null)}render(){let{feed:e,context:t}=this;if(e.items.length===0)return o(this,D,xl).call(this);let i=this.topDay||u(this,Me)[0]?.day;return c`
      ${i?c`<div class="top" aria-hidden="true"><span class="day">${t.formats.heading(i)}</span></div>`:f}
      <mycamera-virtual-rows
        role="list"
        .items=${u(this,Me)}
        .keyFunction=${hd}
        .renderItem=${n=>o(this,D,bl).call(this,n)}
        @rangeChanged=${({last:n})=>{n>=u(this,Me).length-pd&&this.feed.next()}}
        @visibilityChanged=${({first:n})=>{this.topDay=u(this,Me)[n]?.day??""}}
      ></mycamera-virtual-rows>
      <div class="foot" aria-live="polite">${o(this,D,yl).call(this)}</div>
    `}};Qe=new WeakMap,wi=new WeakMap,Me=new WeakMap,Ct=new WeakMap,pt=new WeakMap,_i=new WeakMap,D=new WeakSet,ml=function(){let e=u(this,wi).of(this.feed.items),t=[e,this.opened,this.columns];if(t.every((n,r)=>n===u(this,pt)[r]))return;(this.opened!==u(this,pt)[1]||this.columns!==u(this,pt)[2])&&$(this,Ct,new WeakMap),$(this,pt,t);let i=[];for(let{day:n,made:r}of e){let l=u(this,Ct).get(r);l===void 0&&(l=o(this,D,fl).call(this,n,r),u(this,Ct).set(r,l));for(let p of l)i.push(p)}$(this,Me,i)},fl=function(e,t){let i=[{day:e,key:e,cards:[]}],n=t.flatMap(r=>o(this,D,gl).call(this,r));for(let r=0;r<n.length;r+=this.columns){let l=n.slice(r,r+this.columns);i.push({day:e,key:l[0]?.item.event_id??"",cards:l})}return i},gl=function(e){let[t]=e.persons;return e.persons.length===1&&t?[{item:t,open:!1}]:this.opened.has(e.key)?e.persons.map((i,n)=>({item:i,open:!0,...n===0?{visit:e}:{}})):[{item:pl(e),visit:e,open:!1}]},vl=function(e){let{cameraId:t,day:i,text:n,zone:r,hours:l,minConfidence:p,minSeconds:h}=this.filter;return t&&e.camera_id!==t||r||e.confidence<p||tt(e)<h||l&&!this.context.formats.inHours(e.first_seen,l)||i&&this.context.formats.day(e.first_seen)!==i?!1:es(`${e.caption??""}
${e.caption_zh??""}`,n)},bl=function({day:e,cards:t}){return t.length===0?c`<div class="head" role="listitem"><h2 class="day">${this.context.formats.heading(e)}</h2></div>`:c`<div
      class="cards"
      role="presentation"
      style=${Xt({gridTemplateColumns:`repeat(${this.columns}, minmax(0, 1fr))`})}
    >
      ${t.map(i=>o(this,D,wl).call(this,i))}
    </div>`},yl=function(){let{feed:e,context:t}=this;if(e.state==="error"){let i=V(t,e.error??"unknown");return c`<p>${i.heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`}return e.busy?c`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?c`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},xl=function(){let{feed:e,context:t}=this,{localize:i}=t;return e.state==="error"?B({icon:de,bad:!0,...V(t,e.error??"unknown"),action:c`<button class="text-button" @click=${()=>{e.reload()}}>${i("retry")}</button>`}):e.state==="loading"||e.more?c`<div class="visually-hidden" role="status">${i("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <div
          class="cards"
          aria-hidden="true"
          style=${Xt({gridTemplateColumns:`repeat(${this.columns}, minmax(0, 1fr))`})}
        >
          ${Array.from({length:6},()=>c`<div class="cell ghost"><div class="card"><div class="picture"></div></div></div>`)}
        </div>
        <div class="foot"></div>`:is(this.filter)?B({icon:Sn,heading:i("no_matches"),text:i("no_matches_text"),action:c`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${i("clear_filters")}
          </button>`}):t.overview===null?B({icon:mt,heading:i("step_wait"),text:i("step_wait_text")}):vs(t,t.overview,()=>this.dispatchEvent(new CustomEvent("mycamera-system")))},wl=function({item:e,visit:t,open:i}){let{hass:n}=this.context,r=[n.language,n.locale,H(this.context,e.camera_id),i,t];return hi([e,...r,this.looked,this.fresh,this.broken],()=>o(this,D,kl).call(this,e,t,i))},_l=function(e){let t=new Set(this.opened);t.delete(e.key)||t.add(e.key),this.opened=t},$l=function(e,t){let{localize:i,formats:n,hass:r}=this.context,l=e.persons[0]?.last_seen??"",p=e.persons.at(-1)?.first_seen??"",h=L(i,r.language,"visit",e.persons.length);return c`<button
      class="visit"
      aria-expanded=${t?"true":"false"}
      title=${n.range(p,l)}
      @click=${()=>o(this,D,_l).call(this,e)}
    >
      ${w(t?Ii:Cn)}<span>${t?i("visit_close"):h}</span>
    </button>`},kl=function(e,t,i){let{context:n}=this,{localize:r,formats:l}=n,p=e.seen===!1&&!this.looked.has(e.event_id),h=H(n,e.camera_id),[g]=Ae(n,e),m=e.caption_status==="pending"||e.caption_status==="running";return c`<div
      class="cell ${this.fresh.has(e.event_id)?"fresh":""} ${t&&!i?"stack":""} ${i?"of-visit":""}"
      role="listitem"
    >
      ${t?o(this,D,$l).call(this,t,i):f}
      <button class="card" @click=${()=>o(this,D,zl).call(this,e)}>
        <span class="picture">${o(this,D,El).call(this,e,h)}</span>
        <span class="facts">
          <span class="line">
            ${p?c`<span class="unseen" role="img" aria-label=${r("not_seen_yet")}></span>`:f}
            <time datetime=${e.first_seen}>${l.timeSeconds(e.first_seen)}</time>
            <span class="camera" dir="auto">${h}</span>
          </span>
          ${g?c`<span class="caption" lang=${g.lang} dir="auto">${g.text}</span>`:c`<span class="caption none">${r(m?"caption_pending":"no_caption")}</span>`}
          <span class="badges">
            <span title=${r("duration")}>${l.duration(tt(e))}</span>
            <span title=${r("confidence")}>${l.percent(e.confidence)}</span>
            ${g&&e.caption_source!=="factual"?c`<span class="source" title=${r("description_by")}>${Mi(n,e)}</span>`:f}
          </span>
        </span>
      </button>
    </div>`},El=function(e,t){let{localize:i,formats:n,hass:r}=this.context,l=e.thumbnail_url??e.snapshot_url;return l===null||this.broken.has(l)?c`<span class="missing" title=${i("picture_missing")}>${w(gt)}</span>`:c`<img
      src=${r.hassUrl(l)}
      alt=${i("picture_of",{camera:t,time:n.time(e.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,l])}}
    />`},zl=function(e){this.looked=new Set([...this.looked,e.event_id]),this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},ce.styles=[T,fe,ll],d([v({attribute:!1})],ce.prototype,"context",2),d([v({attribute:!1})],ce.prototype,"filter",2),d([b()],ce.prototype,"broken",2),d([b()],ce.prototype,"fresh",2),d([b()],ce.prototype,"opened",2),d([b()],ce.prototype,"looked",2),d([b()],ce.prototype,"columns",2),d([b()],ce.prototype,"topDay",2),d([N(".foot")],ce.prototype,"foot",2),ce=d([z("mycamera-timeline")],ce);function ul(a){return matchMedia("(max-width: 599px)").matches?1:Math.max(1,Math.floor((a+hl)/(dd+hl)))}function hd(a){return a.key}var Ps=Ie(class extends Ue{constructor(a){if(super(a),a.type!==pe.PROPERTY&&a.type!==pe.ATTRIBUTE&&a.type!==pe.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!rs(a))throw Error("`live` bindings can only contain a single expression")}render(a){return a}update(a,[s]){if(s===me||s===f)return s;let e=a.element,t=a.name;if(a.type===pe.PROPERTY){if(s===e[t])return me}else if(a.type===pe.BOOLEAN_ATTRIBUTE){if(!!s===e.hasAttribute(t))return me}else if(a.type===pe.ATTRIBUTE&&e.getAttribute(t)===s+"")return me;return os(a),s}});function Sl(a){return a.length<3?"few":md(a)?"crosses":ud(a)<5e-4?"small":null}function un(a){return a.map((s,e)=>[s,a[(e+1)%a.length]??s])}function ud(a){return Math.abs(un(a).reduce((s,[e,t])=>s+e[0]*t[1]-t[0]*e[1],0))/2}function md(a){let s=un(a);return s.some(([e,t],i)=>{let n=s[(i+1)%s.length]?.[1]??t;return gd(e,t,n)?!0:s.some(([r,l],p)=>p-i>1&&!(i===0&&p===s.length-1)&&fd(e,t,r,l))})}function $i(a,s,e){let t=(s[0]-a[0])*(e[1]-a[1])-(s[1]-a[1])*(e[0]-a[0]);return Math.abs(t)<1e-12?0:t}function As(a,s,e){return Math.min(a[0],s[0])<=e[0]&&e[0]<=Math.max(a[0],s[0])&&Math.min(a[1],s[1])<=e[1]&&e[1]<=Math.max(a[1],s[1])}function fd(a,s,e,t){let[i,n,r,l]=[$i(a,s,e),$i(a,s,t),$i(e,t,a),$i(e,t,s)];return i*n<0&&r*l<0?!0:i===0&&As(a,s,e)||n===0&&As(a,s,t)||r===0&&As(e,t,a)||l===0&&As(e,t,s)}function gd(a,s,e){return a[0]===s[0]&&a[1]===s[1]?!0:$i(a,s,e)===0&&(a[0]-s[0])*(e[0]-s[0])+(a[1]-s[1])*(e[1]-s[1])>0}function Rl(a,[s,e]){return un(a).filter(([t,i])=>t[1]>e!=i[1]>e&&s<t[0]+(e-t[1])/(i[1]-t[1])*(i[0]-t[0])).length%2===1}function mn(a){let s=Math.max(1,a.length);return[a.reduce((e,[t])=>e+t,0)/s,a.reduce((e,[,t])=>e+t,0)/s]}function Ol(a,s){return[Tl(a),Tl(s)]}function Tl(a){return a>.015?a>1-.015?1:Math.round(a*1e4)/1e4:0}var Ds=16,vd=100,Is=.01,ki=class{constructor(s,e){this.selected=null;this.drawing=null;this.#t=[];this.#i=null;this.#s=0;this.shapes=[...s.map(t=>({...t,key:this.#r(),kind:"zone"})),...e.map(t=>({...t,key:this.#r(),kind:"mask",name:"",dwell:0}))],this.#e=this.shapes}#e;#t;#i;#s;#r(){return this.#s+=1,this.#s}get changed(){return this.shapes!==this.#e&&JSON.stringify(this.shapes)!==JSON.stringify(this.#e)}get undoable(){return this.#t.length>0}get current(){return this.shapes.find(s=>s.key===this.selected)??null}count(s){return this.shapes.filter(e=>e.kind===s).length}#o(s,e=null){(e===null||e!==this.#i)&&(this.#t=[...this.#t,{shapes:this.shapes,drawing:this.drawing}].slice(-vd)),this.#i=e,this.shapes=s}endGesture(){this.#i=null}undo(){let s=this.#t.pop();s&&(this.shapes=s.shapes,this.drawing=s.drawing,this.#i=null,this.current===null&&(this.selected=this.drawing))}begin(s,e){this.#a();let t=this.#r();this.#o([...this.shapes,{key:t,id:null,kind:s,name:e,dwell:0,points:[]}]),this.selected=this.drawing=t}offer([s,e,t,i]){if(this.count("mask")>=Ds)return;let n=k=>Math.min(1,Math.max(0,Math.round(k*1e4)/1e4)),[r,l,p,h]=[n(s-Is),n(e-Is),n(t+Is),n(i+Is)],g=this.#r(),m=[[r,l],[p,l],[p,h],[r,h]];this.#o([...this.shapes,{key:g,id:null,kind:"mask",name:"",dwell:0,points:m}]),this.selected=g}addPoint(s){let e=this.current;e===null||this.drawing!==e.key||e.points.length>=32||this.#n({...e,points:[...e.points,s]})}finish(){this.#a()&&(this.selected=null),this.drawing=null,this.#i=null}#a(){let s=this.shapes.find(e=>e.key===this.drawing);return!s||s.points.length>=3?!1:(this.#o(this.shapes.filter(e=>e!==s)),this.drawing=null,!0)}insertPoint(s,e){let t=this.current;t===null||t.points.length>=32||this.#n({...t,points:t.points.toSpliced(s+1,0,e)})}movePoint(s,e){let t=this.current;t&&this.#n({...t,points:t.points.with(s,e)},`move ${t.key} ${s}`)}removePoint(s){let e=this.current;e===null||e.points.length<=3&&this.drawing!==e.key||this.#n({...e,points:e.points.toSpliced(s,1)})}rename(s){let e=this.current;e&&this.#n({...e,name:s},`name ${e.key}`)}setDwell(s){let e=this.current;e&&this.#n({...e,dwell:s},`dwell ${e.key}`)}remove(s){this.#o(this.shapes.filter(e=>e.key!==s)),this.drawing===s&&(this.drawing=null),this.selected===s&&(this.selected=null)}#n(s,e=null){this.#o(this.shapes.map(t=>t.key===s.key?s:t),e)}selectAt(s){this.selected=this.shapes.findLast(e=>Rl(e.points,s))?.key??null}problem(s){let e=Sl(s.points);if(e)return e;if(s.kind==="mask")return null;let t=Pl(s.name);return t===""?"nameless":this.shapes.some(n=>n.kind==="zone"&&n!==s&&Pl(n.name)===t)?"same_name":null}firstProblem(){for(let s of this.shapes){let e=this.problem(s);if(e)return{shape:s,problem:e}}return null}};function Pl(a){return a.trim().replace(/\s+/g," ").toLowerCase()}var Al=R`
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
`;var Il=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],Ll="#9e9e9e",bd=.005,yd=.03,xd=80,wd=3e3,Ft,Nt,y,Cs,Cl,se,Vl,Fl,gn,Nl,jl,vn,Hl,Ul,bn,ql,Bl,yn,Gl,Vs,Kl,Wl,xn,Fs,Vt,wn,Zl,Yl,Xl,Jl,Ql,Ei,Ml,ec,tc,ic,sc,nc,rc,oc,q=class extends E{constructor(){super(...arguments);x(this,y);this.cameraId=null;this.offered=null;this.wrong=[];this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;x(this,Ft);x(this,Nt,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(u(this,Ft))}willUpdate(e){e.has("cameraId")&&(this.draft=null,this.wrong=[],this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&o(this,y,Cs).call(this,this.cameraId,!1))}updated(e){e.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){o(this,y,Vt).call(this,{to:"close"})}render(){return c`<dialog
      aria-labelledby="title"
      @cancel=${o(this,y,wn)}
      @keydown=${o(this,y,Yl)}
      @close=${o(this,y,Zl)}
    >
      ${this.cameraId===null?f:o(this,y,Xl).call(this,this.cameraId)}
    </dialog>`}};Ft=new WeakMap,Nt=new WeakMap,y=new WeakSet,Cs=async function(e,t){try{let i=await Sr(this.context.hass,e);if(this.cameraId!==e||(this.still=i.still_url??null,this.broken=this.still===null,this.wrong=i.false_positives??[],t))return;this.draft=new ki(i.zones,i.masks),this.offered&&this.draft.offer(this.offered)}catch(i){this.cameraId===e&&(this.error=P(i))}},Cl=function(e){this.error=null,o(this,y,Cs).call(this,e,!1)},se=function(e){if(!this.draft)return;e(this.draft),this.complaint=null,this.saved=!1;let t=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=t&&(this.corner=null),this.requestUpdate()},Vl=function(e){o(this,y,se).call(this,t=>{t.finish(),t.selected=e,this.corner=null})},Fl=function(e){let{localize:t}=this.context;o(this,y,se).call(this,i=>{let n=e==="zone"?t("new_zone",{number:i.count("zone")+1}):"";i.begin(e,n),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},gn=function(e){let t=this.picture?.getBoundingClientRect();return!t||t.width===0?[0,0]:Ol((e.clientX-t.left)/t.width,(e.clientY-t.top)/t.height)},Nl=function(e){if(e.target instanceof Element&&e.target.closest("button"))return;let t=o(this,y,gn).call(this,e);o(this,y,se).call(this,i=>{i.drawing!==null?(i.addPoint(t),this.corner=(i.current?.points.length??1)-1):(i.selectAt(t),this.corner=null)})},jl=function(e){e.key!=="Enter"||e.target!==this.picture||this.draft?.drawing==null||(e.preventDefault(),o(this,y,se).call(this,t=>{t.addPoint([.5,.5]),this.corner=(t.current?.points.length??1)-1}),o(this,y,vn).call(this))},vn=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},Hl=function(e,t){e.button===0&&(e.currentTarget.setPointerCapture(e.pointerId),$(this,Nt,t),this.corner=t)},Ul=function(e,t){if(u(this,Nt)!==t)return;let i=o(this,y,gn).call(this,e);o(this,y,se).call(this,n=>n.movePoint(t,i))},bn=function(){$(this,Nt,null),this.draft?.endGesture()},ql=function(e){let t=this.draft;e===0&&t?.drawing!=null&&(t.current?.points.length??0)>=3?o(this,y,Vs).call(this):this.corner=e},Bl=function(e,t){let i=this.draft?.current?.points[t];if(!i)return;let n=e.shiftKey?yd:bd,l={ArrowLeft:[-n,0],ArrowRight:[n,0],ArrowUp:[0,-n*this.aspect],ArrowDown:[0,n*this.aspect]}[e.key];if(l){let p=[Dl(i[0]+l[0]),Dl(i[1]+l[1])];o(this,y,se).call(this,h=>h.movePoint(t,p))}else if(e.key==="Delete"||e.key==="Backspace")o(this,y,yn).call(this,t);else return;e.preventDefault()},yn=function(e){o(this,y,se).call(this,t=>t.removePoint(e)),this.corner=null},Gl=function(e,t){o(this,y,se).call(this,i=>i.insertPoint(e,t)),this.corner=e+1,o(this,y,vn).call(this)},Vs=function(){o(this,y,se).call(this,e=>{e.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},Kl=async function(){let{draft:e,cameraId:t}=this;if(!e||t===null||this.saving)return;o(this,y,se).call(this,()=>e.finish());let i=e.firstProblem();if(i){e.selected=i.shape.key,this.complaint=o(this,y,xn).call(this,i.shape,i.problem);return}this.saving=!0;try{let n=await Rr(this.context.hass,t,{zones:e.shapes.filter(r=>r.kind==="zone").map(({id:r,name:l,points:p,dwell:h})=>({id:r,name:l.trim(),points:p,dwell:h})),masks:e.shapes.filter(r=>r.kind==="mask").map(({id:r,points:l})=>({id:r,points:l}))});if(this.cameraId!==t)return;this.draft=new ki(n.zones,n.masks),this.corner=null,this.saved=!0,window.clearTimeout(u(this,Ft)),$(this,Ft,window.setTimeout(()=>{this.saved=!1},wd))}catch(n){this.complaint=o(this,y,Wl).call(this,P(n))}finally{this.saving=!1}},Wl=function(e){let{localize:t}=this.context;return oe(t,`refused_${e}`,"save_failed").replaceAll("{code}",e)},xn=function(e,t){let{localize:i}=this.context;return i(`problem_${t}`,{name:o(this,y,Fs).call(this,e)})},Fs=function(e){return e.kind==="mask"?this.context.localize("ignored_area"):e.name.trim()},Vt=function(e){if(this.draft?.changed&&!this.leaving){this.leaving=e;return}this.leaving=null,e.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:e.cameraId}))},wn=function(e){e.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?o(this,y,Vs).call(this):o(this,y,Vt).call(this,{to:"close"})},Zl=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},Yl=function(e){if(e.key==="Escape"){o(this,y,wn).call(this,e);return}let t=e.target instanceof HTMLInputElement;(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="z"&&!e.shiftKey&&!t&&(e.preventDefault(),o(this,y,se).call(this,i=>i.undo()))},Xl=function(e){let{context:t,draft:i}=this,{localize:n}=t;return c`
      <header>
        <h2 id="title">${n("zones")} ${o(this,y,Jl).call(this,e)}</h2>
        <button
          class="icon-button"
          aria-label=${n("undo")}
          title=${n("undo")}
          ?disabled=${!i?.undoable}
          @click=${()=>o(this,y,se).call(this,r=>r.undo())}
        >
          ${w(lr)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!i||this.saving||!i.changed}
          @click=${()=>{o(this,y,Kl).call(this)}}
        >
          ${n("save")}
        </button>
        <button class="icon-button" aria-label=${n("close")} @click=${()=>o(this,y,Vt).call(this,{to:"close"})}>
          ${w(Z)}
        </button>
      </header>
      ${o(this,y,Ql).call(this)}
      ${i?c`<div class="body">
              <div class="stage">${o(this,y,Ml).call(this,i)} ${o(this,y,sc).call(this,i)}</div>
              <div class="side">${o(this,y,nc).call(this,i)}</div>
            </div>`:c`<div class="wait">
              ${this.error===null?c`<div class="spinner" role="progressbar" aria-label=${n("loading")}></div>`:c`<div class="failed" role="alert">
                      <p>${V(t,this.error).heading}</p>
                      <button class="text-button" @click=${()=>o(this,y,Cl).call(this,e)}>${n("retry")}</button>
                    </div>`}
            </div>`}
    `},Jl=function(e){let t=this.context.overview?.cameras??[];return t.length<2?c`<span class="camera" dir="auto">${H(this.context,e)}</span>`:c`<select
      aria-label=${this.context.localize("camera")}
      .value=${Ps(e)}
      @change=${i=>{let n=i.target;o(this,y,Vt).call(this,{to:"camera",cameraId:n.value}),n.value=e}}
    >
      ${t.map(i=>c`<option value=${i.camera_id} ?selected=${i.camera_id===e}>${i.name}</option>`)}
    </select>`},Ql=function(){let{localize:e}=this.context,{leaving:t}=this;return t?c`<div class="notice" role="alertdialog" aria-label=${e("unsaved")}>
        <p>${e("unsaved")}</p>
        <button class="text-button" @click=${()=>o(this,y,Vt).call(this,t)}>${e("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${e("keep_editing")}
        </button>
      </div>`:this.complaint?c`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?c`<div class="notice good" role="status">${w(An)}<p>${e("saved")}</p></div>`:f},Ei=function(e){if(e.kind==="mask")return Ll;let t=this.draft?.shapes.filter(i=>i.kind==="zone")??[];return Il[t.indexOf(e)%Il.length]??Ll},Ml=function(e){let{localize:t,hass:i}=this.context,n=e.drawing!==null;return c`<div
      class="picture ${n?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${n?0:-1}
      role="group"
      aria-label=${t("zones_of",{camera:H(this.context,this.cameraId??"")})}
      @click=${o(this,y,Nl)}
      @keydown=${o(this,y,jl)}
    >
      ${this.still&&!this.broken?c`<img
              src=${i.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${r=>{let{naturalWidth:l,naturalHeight:p}=r.target;l&&p&&(this.aspect=l/p),this.loaded=!0}}
              @error=${()=>{this.broken=!0}}
            />`:c`<p class="instead">${w(gt)} ${t("still_missing")}</p>`}
      ${this.still&&!this.broken&&!this.loaded?c`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${t("loading")}></div>
            </div>`:f}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${.03*this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${.03*this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${this.wrong.map(([r,l,p,h])=>Wt`<rect class="wrong" x=${r} y=${l} width=${p-r} height=${h-l}></rect>`)}
        ${e.shapes.map(r=>o(this,y,ec).call(this,r,e))}
      </svg>
      ${e.shapes.map(r=>o(this,y,tc).call(this,r,e))}
      ${e.current?o(this,y,ic).call(this,e,e.current):f}
    </div>`},ec=function(e,t){let i=t.drawing===e.key,n=!i&&["crosses","small"].includes(t.problem(e)??""),r=`${e.kind} ${t.selected===e.key?"selected":""} ${n?"bad":""}`,l=e.points.map(p=>p.join(",")).join(" ");return Wt`<g class=${r} style="--colour: ${o(this,y,Ei).call(this,e)}">
      <polygon class="area" points=${l}></polygon>
      ${i?Wt`<polyline class="line" points=${l}></polyline>`:Wt`<polygon class="line" points=${l}></polygon>`}
    </g>`},tc=function(e,t){if(e.kind==="mask"||e.points.length<3||t.drawing===e.key)return f;let[i,n]=mn(e.points);return c`<span class="label" style=${fn([i,n],o(this,y,Ei).call(this,e))} dir="auto">${e.name}</span>`},ic=function(e,t){let{localize:i}=this.context,n=o(this,y,Ei).call(this,t),r=o(this,y,Fs).call(this,t),l=t.points.map((g,m)=>c`<button
        class="corner ${this.corner===m?"chosen":""}"
        data-index=${m}
        style=${fn(g,n)}
        aria-label=${i("corner",{number:m+1,name:r})}
        @pointerdown=${k=>o(this,y,Hl).call(this,k,m)}
        @pointermove=${k=>o(this,y,Ul).call(this,k,m)}
        @pointerup=${o(this,y,bn)}
        @pointercancel=${o(this,y,bn)}
        @click=${()=>o(this,y,ql).call(this,m)}
        @focus=${()=>{this.corner=m}}
        @keydown=${k=>o(this,y,Bl).call(this,k,m)}
      ></button>`);if(e.drawing!==null||t.points.length>=32)return c`${l}`;let p=this.picture?.clientWidth??0,h=t.points.map((g,m)=>{let k=t.points[(m+1)%t.points.length]??g;if(Math.hypot((k[0]-g[0])*p,(k[1]-g[1])*p/this.aspect)<xd)return f;let F=mn([g,k]);return c`<button
        class="edge"
        style=${fn(F,n)}
        aria-label=${i("insert_corner",{number:m+1})}
        @click=${()=>o(this,y,Gl).call(this,m,F)}
      ></button>`});return c`${h}${l}`},sc=function(e){let{localize:t}=this.context,i=e.current;if(e.drawing!==null){let r=(i?.points.length??0)>=3;return c`<div class="tools">
        <p>${t("draw_hint")}</p>
        <button class="text-button ${r?"ready":""}" @click=${o(this,y,Vs)}>
          ${t(r?"draw_done":"draw_cancel")}
        </button>
      </div>`}let n=this.corner;return c`<div class="tools">
      <p>${i?t("edit_hint"):""}</p>
      ${i&&n!==null&&i.points.length>3?c`<button class="text-button" @click=${()=>o(this,y,yn).call(this,n)}>
              ${w(cr)} ${t("remove_corner")}
            </button>`:f}
      <button
        class="icon-button"
        aria-label=${t("new_picture")}
        title=${t("new_picture")}
        @click=${()=>this.cameraId!==null&&void o(this,y,Cs).call(this,this.cameraId,!0)}
      >
        ${w(On)}
      </button>
    </div>`},nc=function(e){let{localize:t}=this.context,i=(n,r)=>{let l=e.count(n)>=Ds;return c`<button
        class="text-button"
        ?disabled=${l||e.drawing!==null}
        title=${l?t("too_many_shapes",{most:Ds}):""}
        @click=${()=>o(this,y,Fl).call(this,n)}
      >
        ${w(nr)} ${t(r)}
      </button>`};return c`
      <div class="add">${i("zone","add_zone")}${i("mask","add_mask")}</div>
      ${e.shapes.length===0?c`<p class="hint">${t("zones_empty")}</p>`:c`<ul>
              ${xe(e.shapes,n=>n.key,n=>o(this,y,rc).call(this,n,e))}
            </ul>`}
      ${this.wrong.length>0?c`<p class="hint">${t("false_positive_hint")}</p>`:f}
      <p class="hint">${t("zones_hint")}</p>
    `},rc=function(e,t){let{localize:i}=this.context,n=t.selected===e.key,r=t.drawing===e.key?null:t.problem(e),l=o(this,y,Fs).call(this,e);return c`<li class=${n?"selected":""} style="--colour: ${o(this,y,Ei).call(this,e)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${n?"true":"false"}
          @click=${()=>o(this,y,Vl).call(this,n?null:e.key)}
        >
          <span class="swatch ${e.kind}"></span><span class="title" dir="auto">${l||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${i("remove_shape",{name:l})}
          title=${i("remove_shape",{name:l})}
          @click=${()=>o(this,y,se).call(this,p=>p.remove(e.key))}
        >
          ${w(ft)}
        </button>
      </div>
      ${n&&e.kind==="zone"?o(this,y,oc).call(this,e):f}
      ${r?c`<p class="problem">${o(this,y,xn).call(this,e,r)}</p>`:f}
    </li>`},oc=function(e){let{localize:t}=this.context;return c`<label>
        ${t("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${Ps(e.name)}
          @input=${i=>o(this,y,se).call(this,n=>n.rename(i.target.value))}
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
          .value=${Ps(String(e.dwell))}
          @change=${i=>{let n=i.target.valueAsNumber;o(this,y,se).call(this,r=>{r.setDwell(Number.isFinite(n)?Math.min(86400,Math.max(0,n)):0),r.endGesture()})}}
        />
      </label>`},q.styles=[T,xs,Al],d([v({attribute:!1})],q.prototype,"context",2),d([v({attribute:!1})],q.prototype,"cameraId",2),d([v({attribute:!1})],q.prototype,"offered",2),d([b()],q.prototype,"wrong",2),d([b()],q.prototype,"draft",2),d([b()],q.prototype,"still",2),d([b()],q.prototype,"broken",2),d([b()],q.prototype,"loaded",2),d([b()],q.prototype,"aspect",2),d([b()],q.prototype,"corner",2),d([b()],q.prototype,"error",2),d([b()],q.prototype,"complaint",2),d([b()],q.prototype,"saving",2),d([b()],q.prototype,"saved",2),d([b()],q.prototype,"leaving",2),d([N("dialog")],q.prototype,"dialog",2),d([N(".picture")],q.prototype,"picture",2),q=d([z("mycamera-zone-editor")],q);function Dl(a){return Math.min(1,Math.max(0,Math.round(a*1e4)/1e4))}function fn([a,s],e){return`left: ${a*100}%; top: ${s*100}%; --colour: ${e}`}var jt=["live","persons","day","recordings","clips","figures","system"],_d={live:He,persons:Ri,day:Ui,recordings:Gn,clips:Fi,figures:Pn,system:Zn},$d=5e3,kd=12*3600*1e3,Ut,ht,qt,Ti,Pe,ut,Si,_,ac,_n,Bt,Gt,Ns,$n,lc,cc,dc,Ee,zi,pc,kn,hc,Hs,js,uc,mc,fc,gc,vc,Ht,En,C=class extends E{constructor(){super(...arguments);x(this,_);this.narrow=!1;this.tab="persons";this.filter=M;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.moment=null;this.watched=null;this.kiosk=!1;this.ignored=null;this.drawn=null;this.linkFailure=null;x(this,Ut,null);x(this,ht,null);x(this,qt,!1);x(this,Ti);x(this,Pe,null);x(this,ut,new ss(()=>o(this,_,cc).call(this)));x(this,Si);x(this,Bt,()=>{this.connected=!0,this.clips?.reconnected(),o(this,_,Ns).call(this,!0)});x(this,Gt,()=>{this.connected=!1});x(this,Hs,e=>{let{detection:t,next:i,ignore:n}=e.detail;this.timeline?.feed.remove([t.event_id]),this.opened=n===null?i:null,n!==null&&(this.ignored=n,this.drawn=t.camera_id)})}connectedCallback(){super.connectedCallback(),$(this,Si,window.setInterval(()=>o(this,_,Ns).call(this,!0),kd));let[,e]=/\/mycamera\/(\w+)$/.exec(window.location.pathname)??[];this.tab=jt.find(i=>i===e)??this.tab;let t=new URLSearchParams(window.location.search);this.kiosk=this.tab==="live"&&t.has("kiosk"),o(this,_,ac).call(this,t.get("camera"),t.get("at")),this.hass&&o(this,_,_n).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),window.clearInterval(u(this,Si)),window.clearTimeout(u(this,Ti)),u(this,Pe)?.removeEventListener("ready",u(this,Bt)),u(this,Pe)?.removeEventListener("disconnected",u(this,Gt)),$(this,Pe,null),(e=u(this,ht))==null||e.call(this),$(this,ht,null),u(this,ut).disconnected()}shouldUpdate(e){if(e.size>1||!e.has("hass"))return!0;let t=e.get("hass"),i=this.hass;return t===void 0||i===void 0||t.language!==i.language||t.locale!==i.locale||t.config.time_zone!==i.config.time_zone||t.connection!==i.connection||t.dockedSidebar!==i.dockedSidebar||t.themes?.darkMode!==i.themes?.darkMode||t.user?.is_admin!==i.user?.is_admin}willUpdate(e){this.hass&&((e.has("hass")||e.has("overview")||u(this,Ut)===null)&&$(this,Ut,Ar(this.hass,this.overview)),e.has("hass")&&o(this,_,_n).call(this),(e.has("route")||e.has("hass"))&&o(this,_,dc).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null||this.watched!==null?u(this,ut).opened():u(this,ut).closed()}render(){let e=u(this,Ut);return e?c`
      ${o(this,_,uc).call(this,e)}
      <main>
        <div class="page ${this.tab}">${o(this,_,fc).call(this,e)}</div>
      </main>
      <mycamera-person-dialog
        .context=${e}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${o(this,_,js)}
        @mycamera-corrected=${t=>{this.opened=t.detail,this.timeline?.feed.put(t.detail)}}
        @mycamera-removed=${u(this,Hs)}
        @mycamera-exporting=${()=>{this.opened=null,o(this,_,Ee).call(this,"clips")}}
        @mycamera-moment=${t=>{let{camera_id:i,first_seen:n}=t.detail;this.opened=null,this.filter={...M,cameraId:i,day:e.formats.day(n)},this.moment=Date.parse(n)-2e3,o(this,_,Ee).call(this,"day")}}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
      <mycamera-zone-editor
        .context=${e}
        .cameraId=${this.drawn}
        .offered=${this.ignored}
        @mycamera-camera=${t=>{this.drawn=t.detail,this.ignored=null}}
        @mycamera-close=${()=>{this.drawn=null,this.ignored=null}}
      ></mycamera-zone-editor>
    `:f}};Ut=new WeakMap,ht=new WeakMap,qt=new WeakMap,Ti=new WeakMap,Pe=new WeakMap,ut=new WeakMap,Si=new WeakMap,_=new WeakSet,ac=function(e,t){this.tab==="live"?this.watched=e:e!==null&&(this.filter={...M,cameraId:e});let i=Number(t);if(this.tab!=="day"||!Number.isFinite(i)||i<=0||!this.hass)return;let n=hr(this.hass).day(new Date(i).toISOString());this.filter={...M,cameraId:e,day:n},this.moment=i},_n=function(){let e=this.hass?.connection;!e||u(this,Pe)===e||(u(this,Pe)?.removeEventListener("ready",u(this,Bt)),u(this,Pe)?.removeEventListener("disconnected",u(this,Gt)),$(this,Pe,e),e.addEventListener("ready",u(this,Bt)),e.addEventListener("disconnected",u(this,Gt)),o(this,_,$n).call(this))},Bt=new WeakMap,Gt=new WeakMap,Ns=function(e){this.timeline?.feed.reload(e),e?this.recordings?.refresh():this.recordings?.records.reload()},$n=async function(){if(!(!this.hass||u(this,qt)||u(this,ht))){$(this,qt,!0);try{let e=await kr(this.hass,t=>o(this,_,lc).call(this,t));this.isConnected?$(this,ht,e):e()}catch(e){this.failure=P(e),$(this,Ti,window.setTimeout(()=>{o(this,_,$n).call(this)},$d))}finally{$(this,qt,!1)}}},lc=function(e){switch(e.type){case"overview":{let t=this.failure!==null||this.overview?.database.available===!1&&e.overview.database.available;this.failure=null,this.overview=e.overview,t&&o(this,_,Ns).call(this,!1);break}case"unavailable":this.failure=e.code;break;case"person":case"caption":this.timeline?.live(e.detection,e.type==="person"),this.opened?.event_id===e.detection.event_id&&(this.opened=e.detection);break;case"deleted":e.event_ids.length>0?this.timeline?.feed.remove(e.event_ids):this.timeline?.feed.reload(!0),this.opened&&e.event_ids.includes(this.opened.event_id)&&this.dialog?.removing?.detection.event_id!==this.opened.event_id&&(this.opened=null);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(e.camera_id),this.dialog?.recorded(e.camera_id);break}},cc=function(){this.drawn!==null?this.editor?.leave():this.opened?this.opened=null:this.watched=null,this.drawn!==null&&u(this,ut).opened()},dc=async function(){let[,e,t]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!e||!t||!this.hass)){window.history.replaceState(window.history.state,"",e),this.linkFailure=null;try{this.opened=await Wi(this.hass,t)}catch(i){this.linkFailure=P(i)}}},Ee=function(e,t=!1){this.tab=e,this.kiosk=t,this.watched=null;let i=window.location.pathname.replace(/\/mycamera(\/\w+)?$/,"/mycamera");window.history.replaceState(window.history.state,"",`${i}/${e}${t?"?kiosk":""}`)},zi=function(e){this.filter={...this.filter,...e}},pc=async function(){this.hass&&(await Zi(this.hass,{all:!0}).catch(()=>{}),this.timeline?.feed.reload(!0))},kn=function(){this.filter=M},hc=function(e){if(e.key!=="ArrowLeft"&&e.key!=="ArrowRight")return;let t=e.key==="ArrowRight"?1:jt.length-1;o(this,_,Ee).call(this,jt[(jt.indexOf(this.tab)+t)%jt.length]??"persons"),this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus())},Hs=new WeakMap,js=function(e){this.opened=e.detail},uc=function({localize:e,hass:t}){let i=n=>c`<button
      role="tab"
      id="tab-${n}"
      aria-selected=${this.tab===n?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===n?0:-1}
      @click=${()=>o(this,_,Ee).call(this,n)}
    >
      ${w(_d[n])}<span>${e(n==="day"?"day_view":n)}</span>
    </button>`;return c`<header class="toolbar">
      ${this.narrow||t.dockedSidebar==="always_hidden"?c`<button
              class="icon-button menu"
              aria-label=${e("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${w(Mn)}
            </button>`:f}
      <h1>${e("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${e("views")} @keydown=${o(this,_,hc)}>
        ${jt.map(i)}
      </div>
    </header>`},mc=function(e){return this.failure!==null?B({icon:de,bad:!0,...V(e,this.failure)}):this.overview===null?c`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${e.localize("loading")}></div>
      </div>`:this.overview.cameras.length+this.overview.removed_cameras.length===0?vs(e,this.overview,()=>o(this,_,Ee).call(this,"system")):null},fc=function(e){let t=o(this,_,mc).call(this,e);return t!==null||this.overview===null?c`<div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">${t}</div>`:this.tab==="live"?o(this,_,gc).call(this,e,this.overview):this.tab==="system"?c`${o(this,_,Ht).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-system">
          <mycamera-system .context=${e} .overview=${this.overview}></mycamera-system>
        </div>`:this.tab==="clips"?c`${o(this,_,Ht).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-clips">
          <mycamera-exports .context=${e}></mycamera-exports>
        </div>`:this.tab==="figures"?(import("./figures-TLC3WIXK.js"),c`${o(this,_,Ht).call(this,e,this.overview)} ${o(this,_,En).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-figures">
          <mycamera-figures .context=${e} .cameraId=${this.filter.cameraId}></mycamera-figures>
        </div>`):c`
      ${o(this,_,Ht).call(this,e,this.overview)} ${o(this,_,En).call(this,e,this.overview)}
      <mycamera-filter-bar
        .context=${e}
        .overview=${this.overview}
        .filter=${this.filter}
        .view=${this.tab}
        @mycamera-filter=${i=>o(this,_,zi).call(this,i.detail)}
        @mycamera-zones=${i=>{this.drawn=i.detail}}
        @mycamera-system=${()=>o(this,_,Ee).call(this,"system")}
      ></mycamera-filter-bar>
      ${this.tab==="persons"?c`<mycamera-person-filters
              .context=${e}
              .filter=${this.filter}
              @mycamera-filter=${i=>o(this,_,zi).call(this,i.detail)}
              @mycamera-all-seen=${()=>{o(this,_,pc).call(this)}}
            ></mycamera-person-filters>`:f}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${o(this,_,vc).call(this,e,this.overview)}
      </div>
    `},gc=function(e,t){return c`${o(this,_,Ht).call(this,e,t)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${e}
          .cameras=${t.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${i=>{this.watched=i.detail}}
          @mycamera-unwatch=${()=>{this.watched=null}}
          @mycamera-timeline=${i=>{this.filter={...M,cameraId:i.detail},o(this,_,Ee).call(this,"day")}}
          @mycamera-kiosk=${i=>o(this,_,Ee).call(this,"live",i.detail)}
        ></mycamera-live-wall>
      </div>`},vc=function(e,t){switch(this.tab){case"live":case"clips":case"figures":case"system":return f;case"persons":return c`<mycamera-timeline
          .context=${e}
          .filter=${this.filter}
          @mycamera-open=${o(this,_,js)}
          @mycamera-clear-filters=${o(this,_,kn)}
          @mycamera-system=${()=>o(this,_,Ee).call(this,"system")}
        ></mycamera-timeline>`;case"day":return c`<mycamera-day
          .context=${e}
          .cameraIds=${this.filter.cameraId===null?t.cameras.map(i=>i.camera_id):[this.filter.cameraId]}
          .day=${this.filter.day??e.formats.today()}
          .start=${this.moment}
          .connected=${this.connected}
          @mycamera-day=${i=>o(this,_,zi).call(this,{day:i.detail})}
          @mycamera-open=${o(this,_,js)}
          @mycamera-exporting=${()=>o(this,_,Ee).call(this,"clips")}
        ></mycamera-day>`;case"recordings":return c`<mycamera-recordings
          .context=${e}
          .filter=${this.filter}
          @mycamera-clear-filters=${o(this,_,kn)}
        ></mycamera-recordings>`}},Ht=function(e,t){let{localize:i,hass:n}=e,r=(g,m)=>c`<div class="banner" role="alert">
      ${w(Nn)}
      <p><strong>${g}</strong><br />${m}</p>
    </div>`,l=g=>c`<div class="banner" role="alert">
      ${w(de)}
      <p>${g==="not_found"?i("linked_missing"):V(e,g).heading}</p>
      <button
        class="icon-button"
        aria-label=${i("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${w(Z)}
      </button>
    </div>`,{available:p,waiting:h}=t.database;return c`${this.linkFailure===null?f:l(this.linkFailure)}
    ${this.connected?f:r(i("connection_lost"),i("connection_lost_text"))}
    ${p?f:r(i("database_down"),L(i,n.language,"database_waiting",h))}`},En=function(e,t){return c`<mycamera-camera-bar
      .context=${e}
      .overview=${t}
      .cameraId=${this.filter.cameraId}
      @mycamera-filter=${i=>o(this,_,zi).call(this,i.detail)}
    ></mycamera-camera-bar>`},C.styles=[T,fe,za],d([v({attribute:!1})],C.prototype,"hass",2),d([v({type:Boolean,reflect:!0})],C.prototype,"narrow",2),d([v({attribute:!1})],C.prototype,"route",2),d([v({attribute:!1})],C.prototype,"panel",2),d([b()],C.prototype,"tab",2),d([b()],C.prototype,"filter",2),d([b()],C.prototype,"overview",2),d([b()],C.prototype,"failure",2),d([b()],C.prototype,"connected",2),d([b()],C.prototype,"opened",2),d([b()],C.prototype,"moment",2),d([b()],C.prototype,"watched",2),d([b()],C.prototype,"kiosk",2),d([b()],C.prototype,"ignored",2),d([b()],C.prototype,"drawn",2),d([N("mycamera-timeline")],C.prototype,"timeline",2),d([N("mycamera-day")],C.prototype,"dayView",2),d([N("mycamera-exports")],C.prototype,"clips",2),d([N("mycamera-recordings")],C.prototype,"recordings",2),d([N("mycamera-person-dialog")],C.prototype,"dialog",2),d([N("mycamera-zone-editor")],C.prototype,"editor",2),d([b()],C.prototype,"linkFailure",2),C=d([z("mycamera-panel")],C);export{C as MyCameraPanel};
/*! Bundled license information:

lit-html/directive-helpers.js:
lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/repeat.js:
lit-html/async-directive.js:
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

@lit-labs/virtualizer/events.js:
@lit-labs/virtualizer/ScrollerController.js:
@lit-labs/virtualizer/Virtualizer.js:
@lit-labs/virtualizer/virtualize.js:
@lit-labs/virtualizer/LitVirtualizer.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
