import{a as ee,b as ss,c as Gr,d as Kr}from"./chunk-H3UMTJZI.js";import{a as he,b as Ie,c as qe,d as Qt,e as Nr}from"./chunk-BBEY4S6A.js";import{a as Vr,b as Fr,c as jr,d as qs,e as Hr,f as is,g as Ur,h as qr}from"./chunk-PWV3HME2.js";import{b as Br}from"./chunk-HHJDOHJD.js";import{$ as lr,A as Bn,B as Gn,C as Kn,D as Wn,E as Zn,F as Yn,H as Xn,I as Jn,J as Li,K as gt,L as Qn,M as Ci,N as Vi,O as Mn,P as er,Q as tr,R as Fi,S as ir,T as sr,U as Ni,V as ji,W as nr,X as rr,Y as Hi,Z as or,_ as ar,a as Rn,aa as Yt,b as On,ba as cr,c as ft,ca as Ui,d as Oi,da as dr,e as Pn,ea as qi,f as de,fa as hr,ga as pr,h as Pi,ha as Bi,i as An,ia as Gi,j as In,k as He,l as Dn,m as Ln,n as Cn,o as Vn,p as Fn,q as Nn,r as Ai,s as Ii,t as Di,u as Y,v as jn,w as Hn,x as Un,y as qn,z as Ue}from"./chunk-BHOWC5AJ.js";import{a as Cr,b as U,c as Ae,d as es,e as st,f as ts}from"./chunk-3HSNDWCM.js";import{a as R,b as c,c as Xt,d as me,e as f,f as ur,g as E,h as g,i as v,j,k as Ki,l as z,m as S,n as Mi,o as Lr,q as I,r as oe,s as w,t as fe,u as G,v as V,w as yt,x as xt}from"./chunk-BUDGD7YW.js";import{A as Rr,C as Or,D as Pr,E as Ar,F as Ir,G as Xi,H as Ji,I as Dr,J as Qi,a as mr,b as it,c as Jt,d as fr,e as A,f as gr,g as vt,h as bt,i as vr,j as Wi,k as br,l as yr,n as xr,o as wr,p as _r,q as Zi,r as $r,s as Yi,t as kr,u as Er,v as zr,w as Sr,z as Tr}from"./chunk-AEKD4G6A.js";import{a as d,b as u,c as x,d as $,e as o}from"./chunk-ZORKPPHW.js";var ns=class{constructor(s,e=window){this.close=s;this.view=e}#e=!1;opened(){this.#e||(this.#e=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#i))}closed(){this.#e&&(this.#t(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#t()}#t(){this.#e=!1,this.view.removeEventListener("popstate",this.#i)}#i=()=>{this.#t(),this.close()}};var rs,Wr,Se=class extends E{constructor(){super(...arguments);x(this,rs);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(e){let t=e.get("camera");t&&t.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:e,formats:t}=this.context,{name:i,records:n,persons:r,bytes:a}=this.camera,h=(m,y)=>c`<button class="text-button" ?disabled=${this.busy} @click=${y}>${m}</button>`,p={name:i,records:String(n),persons:String(r),size:t.bytes(a)};return c`<div class="left" role="group">
      <p dir="auto">${this.asking?e("left_behind_sure"):e("left_behind",p)}</p>
      ${this.asking?c`${h(e("left_behind_no"),()=>{this.asking=!1})}
            ${h(e("left_behind_yes"),()=>{o(this,rs,Wr).call(this)})}`:h(e("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?f:c`<p class="problem" role="alert">${e("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};rs=new WeakSet,Wr=async function(){let{camera_id:e}=this.camera;this.busy=!0,this.failed=null;try{let t=await br(this.context.hass,e);if(this.camera.camera_id!==e)return;t.records+t.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(t){this.camera.camera_id===e&&(this.failed=A(t))}finally{this.busy=!1,this.asking=!1}},Se.styles=[S,R`
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
    `],d([g({attribute:!1})],Se.prototype,"context",2),d([g({attribute:!1})],Se.prototype,"camera",2),d([v()],Se.prototype,"asking",2),d([v()],Se.prototype,"busy",2),d([v()],Se.prototype,"failed",2),Se=d([z("mycamera-left-behind")],Se);var ye,Mt,Zr,Yr,Be=class extends E{constructor(){super(...arguments);x(this,ye);this.cameraId=null}render(){let{context:e,overview:t}=this,{localize:i,hass:n}=e,r=a=>{let h=this.cameraId===a.camera_id,p=i(`status_${a.recording_status}`),m=a.detection_enabled&&!a.watching?i("not_watching"):"";return c`<button
        class="chip"
        aria-pressed=${h?"true":"false"}
        title=${[p,a.recording_error,m].filter(Boolean).join(`
`)}
        @click=${()=>o(this,ye,Mt).call(this,h?null:a.camera_id)}
      >
        <span class="dot ${a.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${a.name}</span>
          <span class="status">${p}</span>
        </span>
        ${a.persons?c`<span class="count" role="img" aria-label=${I(i,n.language,"in_view",a.persons)}>
                ${a.persons}
              </span>`:f}
      </button>`};return c`<div class="cameras" role="group" aria-label=${i("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.cameraId===null?"true":"false"}
        @click=${()=>o(this,ye,Mt).call(this,null)}
      >
        <span class="texts"><span class="name">${i("all_cameras")}</span></span>
      </button>
      ${t.cameras.map(r)}${t.removed_cameras.map(a=>o(this,ye,Zr).call(this,i,a))}
    </div>
    ${o(this,ye,Yr).call(this,e,t)}`}};ye=new WeakSet,Mt=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:{cameraId:e}}))},Zr=function(e,t){let i=this.cameraId===t.camera_id;return c`<button
      class="chip"
      aria-pressed=${i?"true":"false"}
      @click=${()=>o(this,ye,Mt).call(this,i?null:t.camera_id)}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${t.name}</span>
        <span class="status">${e("removed")}</span>
      </span>
    </button>`},Yr=function(e,t){let i=t.removed_cameras.find(n=>n.camera_id===this.cameraId);return!i||!e.hass.user?.is_admin?f:c`<mycamera-left-behind
      .context=${e}
      .camera=${i}
      @mycamera-deleted=${()=>o(this,ye,Mt).call(this,null)}
    ></mycamera-left-behind>`},Be.styles=[S,Mi,R`
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
    `],d([g({attribute:!1})],Be.prototype,"context",2),d([g({attribute:!1})],Be.prototype,"overview",2),d([g({attribute:!1})],Be.prototype,"cameraId",2),Be=d([z("mycamera-camera-bar")],Be);var{I:kc}=ur,Xr=l=>l;var os=l=>l.strings===void 0,Jr=()=>document.createComment(""),wt=(l,s,e)=>{let t=l._$AA.parentNode,i=s===void 0?l._$AB:s._$AA;if(e===void 0){let n=t.insertBefore(Jr(),i),r=t.insertBefore(Jr(),i);e=new kc(n,r,l,l.options)}else{let n=e._$AB.nextSibling,r=e._$AM,a=r!==l;if(a){let h;e._$AQ?.(l),e._$AM=l,e._$AP!==void 0&&(h=l._$AU)!==r._$AU&&e._$AP(h)}if(n!==i||a){let h=e._$AA;for(;h!==n;){let p=Xr(h).nextSibling;Xr(t).insertBefore(h,i),h=p}}}return e},Ge=(l,s,e=l)=>(l._$AI(s,e),l),Ec={},as=(l,s=Ec)=>l._$AH=s,Qr=l=>l._$AH,ls=l=>{l._$AR(),l._$AA.remove()};var Mr=(l,s,e)=>{let t=new Map;for(let i=s;i<=e;i++)t.set(l[i],i);return t},xe=Ie(class extends qe{constructor(l){if(super(l),l.type!==he.CHILD)throw Error("repeat() can only be used in text expressions")}dt(l,s,e){let t;e===void 0?e=s:s!==void 0&&(t=s);let i=[],n=[],r=0;for(let a of l)i[r]=t?t(a,r):r,n[r]=e(a,r),r++;return{values:n,keys:i}}render(l,s,e){return this.dt(l,s,e).values}update(l,[s,e,t]){let i=Qr(l),{values:n,keys:r}=this.dt(s,e,t);if(!Array.isArray(i))return this.ut=r,n;let a=this.ut??=[],h=[],p,m,y=0,k=i.length-1,D=0,F=n.length-1;for(;y<=k&&D<=F;)if(i[y]===null)y++;else if(i[k]===null)k--;else if(a[y]===r[D])h[D]=Ge(i[y],n[D]),y++,D++;else if(a[k]===r[F])h[F]=Ge(i[k],n[F]),k--,F--;else if(a[y]===r[F])h[F]=Ge(i[y],n[F]),wt(l,h[F+1],i[y]),y++,F--;else if(a[k]===r[D])h[D]=Ge(i[k],n[D]),wt(l,i[y],i[k]),k--,D++;else if(p===void 0&&(p=Mr(r,D,F),m=Mr(a,y,k)),p.has(a[y]))if(p.has(a[k])){let re=m.get(r[D]),M=re!==void 0?i[re]:null;if(M===null){let ne=wt(l,i[y]);Ge(ne,n[D]),h[D]=ne}else h[D]=Ge(M,n[D]),wt(l,i[y],M),i[re]=null;D++}else ls(i[k]),k--;else ls(i[y]),y++;for(;D<=F;){let re=wt(l,h[F+1]);Ge(re,n[D]),h[D++]=re}for(;y<=k;){let re=i[y++];re!==null&&ls(re)}return this.ut=r,as(l,h),me}});function eo(l){return l.connection.sendMessagePromise({type:"mycamera/exports"})}async function cs(l,s,e,t){let i=await l.connection.subscribeMessage(()=>{},{type:"mycamera/export_clip",camera_id:s,since:new Date(e).toISOString(),until:new Date(t).toISOString()},{resubscribe:!1});await Promise.resolve(i()).catch(()=>{})}function to(l,s,e){return l.connection.subscribeMessage(e,{type:"mycamera/follow_export",export_id:s},{resubscribe:!1})}function io(l,s){return l.connection.sendMessagePromise({type:"mycamera/cancel_export",export_id:s})}function so(l,s){return l.connection.sendMessagePromise({type:"mycamera/delete_export",export_id:s})}var ds,no,Te=class extends E{constructor(){super(...arguments);x(this,ds);this.cameraIds=[];this.range={from:0,to:1};this.busy=!1;this.failed=null}render(){let{localize:e,formats:t}=this.context,{from:i,to:n}=this.range,r=t.range(new Date(i).toISOString(),new Date(n).toISOString());return c`<output>${r} · ${t.duration((n-i)/1e3)}</output>
      <button class="text-button" ?disabled=${this.busy} @click=${()=>{o(this,ds,no).call(this)}}>
        ${w(ji)} ${e("export")}
      </button>
      <button
        class="icon-button"
        aria-label=${e("draw_cancel")}
        @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
      >
        ${w(Y)}
      </button>
      ${this.failed===null?f:c`<p role="alert">${this.failed}</p>`}`}};ds=new WeakSet,no=async function(){this.busy=!0;try{for(let e of this.cameraIds)await cs(this.context.hass,e,this.range.from,this.range.to);this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-exporting",{bubbles:!0,composed:!0}))}catch(e){this.failed=V(this.context,A(e)).text}finally{this.busy=!1}},Te.styles=[S,R`
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
    `],d([g({attribute:!1})],Te.prototype,"context",2),d([g({attribute:!1})],Te.prototype,"cameraIds",2),d([g({attribute:!1})],Te.prototype,"range",2),d([v()],Te.prototype,"busy",2),d([v()],Te.prototype,"failed",2),Te=d([z("mycamera-clip-bar")],Te);var zc=[.5,1,2,4,8,16],ei,Bs,ge=class extends E{constructor(){super(...arguments);x(this,ei);this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.watchable=!1;this.widest=!1}render(){let{moment:e,playing:t,context:i}=this,{localize:n,formats:r}=i,a=(h,p,m)=>c`<button
      class="icon-button"
      aria-label=${p}
      title=${p}
      @click=${()=>o(this,ei,Bs).call(this,m)}
    >
      ${w(h)}
    </button>`;return c`${a(Rn,n("previous_person"),"previous_person")}
      ${a(cr,n("back_10"),"back_10")}
      ${a(t?nr:Hi,n(t?"pause":"play"),"play")}
      ${a(Kn,n("forward_10"),"forward_10")}
      ${a(On,n("next_person"),"next_person")}
      <output class="clock">${e===null?"":r.timeSeconds(new Date(e).toISOString())}</output>
      ${this.watchable?c`<button
              class="text-button live"
              aria-pressed=${this.live?"true":"false"}
              title=${n("go_live")}
              @click=${()=>o(this,ei,Bs).call(this,"live")}
            >
              <span class="lamp"></span>${n("live")}
            </button>`:f}
      <select
        aria-label=${n("speed")}
        ?disabled=${this.live}
        @change=${h=>{let p=Number(h.target.value);this.dispatchEvent(new CustomEvent("mycamera-speed",{detail:p}))}}
      >
        ${zc.map(h=>c`<option value=${h} ?selected=${h===this.speed}>${h}×</option>`)}
      </select>
      ${this.widest?a(Pi,n("month"),"zoom_out"):a(tr,n("zoom_out"),"zoom_out")}
      ${a(Fi,n("zoom_in"),"zoom_in")}
      ${a(Hn,n("clip"),"clip")} ${a(Li,n("why"),"why")}`}};ei=new WeakSet,Bs=function(e){this.dispatchEvent(new CustomEvent("mycamera-wish",{detail:e}))},ge.styles=[S,Fr],d([g({attribute:!1})],ge.prototype,"context",2),d([g({attribute:!1})],ge.prototype,"moment",2),d([g({type:Boolean})],ge.prototype,"playing",2),d([g({attribute:!1})],ge.prototype,"speed",2),d([g({type:Boolean})],ge.prototype,"live",2),d([g({type:Boolean})],ge.prototype,"watchable",2),d([g({type:Boolean})],ge.prototype,"widest",2),ge=d([z("mycamera-day-controls")],ge);var ro=1e3,Sc=25,Tc=120*ro,De,K,_t,oo,Gs,ao,lo,co,J=class extends E{constructor(){super(...arguments);x(this,K);this.cameraId="";this.spans=[];this.speed=1;this.poster=null;this.named=!1;this.empty=!1;this.live=!1;this.connected=!0;this.problem=null;this.codec=null;x(this,De,null)}disconnectedCallback(){super.disconnectedCallback(),u(this,De)?.close(),$(this,De,null)}updated(){this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}async show(e){let t=is(this.spans,e);if(t===null)return;this.problem=null,await this.updateComplete;let{Film:i,filmsPlay:n}=await import("./film-UWY3ZFE6.js");if(!(!this.video||!this.isConnected)){if(!n()){o(this,K,Gs).call(this,"unplayable",t);return}u(this,De)??$(this,De,new i(this.video,this.context.hass,this.cameraId,{at:r=>o(this,K,_t).call(this,"mycamera-at",r),ended:r=>o(this,K,oo).call(this,r),failed:r=>o(this,K,Gs).call(this,r,t)})),await u(this,De).seek(t)}}async play(){await this.video?.play().catch(()=>{})}pause(){this.video?.pause()}get begun(){return u(this,De)!==null}frame(e){let{video:t}=this;!t||u(this,De)===null||(t.pause(),t.currentTime=Math.max(0,t.currentTime+e/Sc))}render(){let{context:e}=this,t=U(e,this.cameraId);return c`<video
        playsinline
        muted
        aria-label=${t}
        poster=${this.poster===null?f:`data:image/jpeg;base64,${this.poster}`}
        @play=${()=>o(this,K,_t).call(this,"mycamera-playing",!0)}
        @pause=${()=>{this.video?.ended||o(this,K,_t).call(this,"mycamera-playing",!1)}}
      ></video>
      ${this.live?o(this,K,lo).call(this):f}
      ${this.named?c`<span class="name" dir="auto">${t}</span>`:f}
      ${this.live?f:this.empty?c`<p class="nothing">${e.localize("nothing_recorded")}</p>`:o(this,K,co).call(this)}`}};De=new WeakMap,K=new WeakSet,_t=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},oo=function(e){let t=this.spans.find(([i])=>i>=e);if(t){this.show(t[0]);return}this.problem="ended",o(this,K,_t).call(this,"mycamera-ended",e)},Gs=function(e,t){this.problem=e,e==="unplayable"&&o(this,K,ao).call(this,t)},ao=async function(e){try{let{hass:t}=this.context,i=await Wi(t,this.cameraId,e-Tc,e+ro);this.codec=i[0]?.codec??null}catch(t){console.info("MyCamera: the codec of the recording cannot be loaded:",A(t))}},lo=function(){let{context:e}=this,t=e.overview?.cameras.find(i=>i.camera_id===this.cameraId);return t?c`<mycamera-live-tile
        .context=${e}
        .camera=${t}
        streaming
        plain
        .connected=${this.connected}
      ></mycamera-live-tile>
      <span class="badge">${e.localize("live_badge")}</span>`:c`<p class="nothing">${e.localize("not_live")}</p>`},co=function(){let{context:e,problem:t}=this;if(t===null)return f;let{localize:i}=e,n=t==="ended"?i("film_ended"):yt(e,t,this.codec);return t!=="unplayable"?c`<p class="problem" role="alert">${n}</p>`:c`<div class="problem" role="alert">
      <p>${n}</p>
      <p>${i("unplayable_advice")}</p>
      <button
        class="text-button"
        @click=${r=>{r.stopPropagation(),o(this,K,_t).call(this,"mycamera-cut",null)}}
      >
        ${i("clip")}
      </button>
    </div>`},J.styles=[S,R`
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
    `],d([g({attribute:!1})],J.prototype,"context",2),d([g({attribute:!1})],J.prototype,"cameraId",2),d([g({attribute:!1})],J.prototype,"spans",2),d([g({attribute:!1})],J.prototype,"speed",2),d([g({attribute:!1})],J.prototype,"poster",2),d([g({type:Boolean})],J.prototype,"named",2),d([g({type:Boolean,reflect:!0})],J.prototype,"empty",2),d([g({type:Boolean,reflect:!0})],J.prototype,"live",2),d([g({type:Boolean})],J.prototype,"connected",2),d([v()],J.prototype,"problem",2),d([v()],J.prototype,"codec",2),d([j("video")],J.prototype,"video",2),J=d([z("mycamera-day-film")],J);function hs(l,s){return l.some(([e,t])=>e<=s&&s<t)}function ho(l){let s=[];for(let[e,t]of l.flat().sort((i,n)=>i[0]-n[0])){let i=s.at(-1);i&&e<=i[1]?i[1]=Math.max(i[1],t):s.push([e,t])}return s}function po(l,s){for(let[e,t]of l)if(hs(t,s))return e;return null}var Rc=700;function uo(l,s,e){return l===void 0||Math.abs(l-s)>Rc*Math.max(1,e)}function mo(l,s,e){return s-l>2e3*Math.max(1,e)}var nt=1e3,Oc=2*nt,fo=180*nt,ps=class{constructor(s){this.host=s;this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.empty=new Set;this.leader="";this.pressed=null;this.#e=new Map;this.#t=!1;s.addController(this)}#e;#t;#i;hostDisconnected(){this.#a()}reset(s){this.#a(),this.moment=s,this.playing=!1,this.#e.clear()}get footage(){return ho(this.host.films.map(s=>this.host.spans(s)))}get dragging(){return this.#t}drag(s){this.#a(),this.#t=!0,this.moment=s,this.host.requestUpdate()}found(s){this.#t=!1,this.#s(s),this.pressed=s}#s(s){this.#r(s)?this.goLive():this.show(s)}#r(s){let e=Date.now(),{from:t,to:i}=this.host.whole;return t<=e&&e<i&&this.host.watchable.length>0&&Ur(this.footage,s)&&s>e-fo}get#o(){return(this.footage.at(-1)?.[1]??0)>Date.now()-fo}async show(s){this.#a(),this.pressed=null;let e=is(this.footage,s);if(this.host.requestUpdate(),e===null)return;this.moment=e,this.#e.clear(),this.#c(e),await this.host.updateComplete,this.#l(e);let t=this.#n(this.leader);await t?.show(e),this.playing&&!this.live&&await t?.play()}goLive(){if(this.live||this.host.watchable.length===0)return;for(let e of this.host.players)e.pause();this.live=!0,this.playing=!0,this.empty=new Set,this.pressed=null;let s=()=>{this.moment=Date.now(),this.host.requestUpdate()};this.#i=setInterval(s,nt),s()}#a(){clearInterval(this.#i),this.#i=void 0,this.live=!1}#n(s){return[...this.host.players].find(e=>e.cameraId===s)}#c(s){let{films:e}=this.host,t=new Map(e.map(i=>[i,this.host.spans(i)]));this.leader=po(t,s)??e[0]??""}#l(s){let e=this.host.films.filter(t=>t!==this.leader&&!hs(this.host.spans(t),s));this.empty=new Set(e),this.host.requestUpdate();for(let t of this.host.players){let{cameraId:i}=t;if(i===this.leader)continue;if(e.includes(i)){t.pause();continue}let n=this.#e.get(i);(n===void 0||Date.now()-n.right>Oc)&&uo(n?.at,s,this.speed)?(this.#e.set(i,{at:s,right:Date.now()}),t.show(s).then(()=>this.playing&&!this.live?t.play():t.pause())):this.playing?t.play():t.pause()}}at(s,e){if(this.#t||this.live)return;if(s!==this.leader){let n=this.#e.get(s);n&&(n.at=e);return}let t=this.moment??e,{films:i}=this.host;if(this.playing&&mo(t,e,this.speed)){let n=i.find(r=>r!==s&&hs(this.host.spans(r),t+nt));if(n!==void 0){this.leader=n,this.#n(s)?.pause(),this.#e.set(s,{at:e,right:Date.now()}),this.#l(t+nt),this.#n(n)?.play();return}}this.playing&&(this.pressed=null),this.moment=e,this.host.requestUpdate(),i.length>1&&this.#l(e)}told(s,e){s!==this.leader||this.live||(this.playing=e,this.host.requestUpdate())}ended(s,e){if(s!==this.leader||this.live)return;this.host.films.find(i=>i!==s&&this.host.spans(i).some(([,n])=>n>e+nt))!==void 0?this.show(e):this.playing&&this.#o&&this.#r(e)?this.goLive():(this.playing=!1,this.host.requestUpdate())}async toggle(){let s=this.#n(this.leader),{live:e}=this;if(this.playing){this.playing=!1;for(let t of this.host.players)t.pause();e&&await this.show(Date.now()),this.host.requestUpdate();return}this.playing=!0,this.host.requestUpdate(),s?.begun?await s.play():await this.show(this.moment??this.footage[0]?.[0]??0),this.moment!==null&&!this.live&&this.#l(this.moment)}step(s){let{from:e,to:t}=this.host.whole,{footage:i}=this,n=Math.min(t,Math.max(e,(this.moment??i[0]?.[0]??e)+s)),r=i.findLast(([h])=>h<=n),a=s<0&&r!==void 0&&n>=r[1];this.#s(a?r[1]-2*nt:n)}toEnd(s){this.#s(s==="first"?this.host.whole.from:Math.min(this.host.whole.to,Date.now()))}frame(s){if(this.playing=!1,this.live)this.show(Date.now());else for(let e of this.host.players)e.frame(s);this.host.requestUpdate()}person(s){let e=qr(this.host.seen,this.moment??this.host.whole.from,s);e!==null&&this.show(e)}};var Ks=1e3,us,go,Ke=class extends E{constructor(){super(...arguments);x(this,us);this.days=new Map;this.moment=null}render(){let{context:e}=this,{localize:t,formats:i,hass:n}=e,r=[...this.days.values()],a=r.flatMap(({spans:m})=>m).reduce((m,[y,k])=>m+k-y,0)/Ks,h=r.reduce((m,y)=>m+y.gaps.length,0),p=r.reduce((m,y)=>m+y.persons.length,0);return c`<p class="summary">
        ${t("day_summary",{recorded:i.duration(a),gaps:I(t,n.language,"gaps",h),persons:I(t,n.language,"seen",p)})}
      </p>
      ${o(this,us,go).call(this,r).map(m=>c`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:m}))}
        >
          ${i.timeSeconds(m.first_seen)} ${Ae(e,m)[0]?.text??""}
        </button>`)}`}};us=new WeakSet,go=function(e){let{moment:t}=this;return t===null?[]:e.flatMap(({persons:i})=>i).filter(i=>Date.parse(i.first_seen)-Ks<=t&&t<=Date.parse(i.last_seen)+Ks)},Ke.styles=[S,R`
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
    `],d([g({attribute:!1})],Ke.prototype,"context",2),d([g({attribute:!1})],Ke.prototype,"days",2),d([g({attribute:!1})],Ke.prototype,"moment",2),Ke=d([z("mycamera-day-summary")],Ke);function Ws(l){let[s=1970,e=1]=l.split("-").map(Number),t=new Date(Date.UTC(s,e,0)).getUTCDate();return Array.from({length:t},(i,n)=>Jt(`${l.slice(0,8)}01`,n))}function vo(l,s,e,t){let i=(Math.min(e,t)-s)/6e4;return i<=0?0:Math.min(1,l/Math.max(1,i))}var Pc=Date.UTC(2024,0,1),Ac=864e5,rt,$t,bo,yo,Re=class extends E{constructor(){super(...arguments);x(this,$t);this.cameraIds=[];this.day="";this.found=null;this.failure=null;x(this,rt,0)}willUpdate(e){(e.has("day")||e.has("cameraIds"))&&o(this,$t,bo).call(this)}render(){let{context:e}=this,{hass:t,formats:i}=e;if(this.failure!==null)return c`<p role="alert">${V(e,this.failure).heading}</p>`;let n=Ws(this.day),r=t.locale.language,a=new Intl.DateTimeFormat(r,{weekday:"short",timeZone:"UTC"}),h=new Intl.DateTimeFormat(r,{year:"numeric",month:"long",timeZone:"UTC"});return c`<h2>${h.format(Date.parse(`${this.day}T00:00:00Z`))}</h2>
      <div class="days">
        ${Array.from({length:7},(p,m)=>c`<span class="head">${a.format(Pc+m*Ac)}</span>`)}
        ${n.map((p,m)=>o(this,$t,yo).call(this,p,m===0?Br(p)+1:null,i.today()))}
      </div>`}};rt=new WeakMap,$t=new WeakSet,bo=async function(){$(this,rt,u(this,rt)+1);let e=u(this,rt),{hass:t,formats:i}=this.context,n=Ws(this.day),{since:r}=it(n[0]??this.day,i.timeZone),{until:a}=it(n.at(-1)??this.day,i.timeZone);try{let h=await Promise.all(this.cameraIds.map(async p=>[p,(await wr(t,p,r,a,i.timeZone)).days]));if(e!==u(this,rt))return;this.found=new Map(h),this.failure=null}catch(h){e===u(this,rt)&&(this.failure=A(h))}},yo=function(e,t,i){let{context:n,found:r}=this,{localize:a,formats:h,hass:p}=n,{since:m,until:y}=it(e,h.timeZone),k=M=>r?.get(M)?.find(ne=>ne.day===e),D=this.cameraIds.map(M=>({id:M,part:vo(k(M)?.recordings??0,Date.parse(m),Date.parse(y),Date.now())})),F=this.cameraIds.reduce((M,ne)=>M+(k(ne)?.persons??0),0),re=[h.heading(e),...D.map(({id:M,part:ne})=>`${U(n,M)}: ${h.percent(ne)}`),I(a,p.language,"seen",F)].join(`
`);return c`<button
      style=${t===null?"":`grid-column-start: ${t}`}
      title=${re}
      aria-current=${e===this.day?"date":"false"}
      ?disabled=${e>i}
      @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))}
    >
      <span class="visually-hidden">${re}</span>
      <span class="number" aria-hidden="true">${Number(e.slice(8))}</span>
      <span class="persons" aria-hidden="true">${F>0?h.number(F):f}</span>
      ${D.map(({part:M})=>c`<span class="bar"><span style="inline-size: ${(M*100).toFixed(1)}%"></span></span>`)}
    </button>`},Re.styles=[S,R`
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
    `],d([g({attribute:!1})],Re.prototype,"context",2),d([g({attribute:!1})],Re.prototype,"cameraIds",2),d([g({attribute:!1})],Re.prototype,"day",2),d([v()],Re.prototype,"found",2),d([v()],Re.prototype,"failure",2),Re=d([z("mycamera-month")],Re);var ae,xo,wo,_o,kt,we=class extends E{constructor(){super(...arguments);x(this,ae);this.why=null;this.failure=null;this.queued=null}willUpdate(e){(e.has("cameraId")||e.has("moment"))&&o(this,ae,xo).call(this)}render(){let{context:e,why:t}=this,{localize:i,formats:n}=e,r=n.timeSeconds(new Date(this.moment).toISOString());return c`<section aria-labelledby="title">
      <header>
        <h2 id="title">${i("why_at",{time:r})}</h2>
        <button
          class="icon-button"
          aria-label=${i("close")}
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
        >
          ${w(Y)}
        </button>
      </header>
      <div aria-live="polite">
        ${this.failure===null?f:c`<p role="alert">${V(e,this.failure).heading}</p>`}
        ${t===null?this.failure===null?c`<div class="spinner" role="progressbar" aria-label=${i("loading")}></div>`:f:o(this,ae,_o).call(this,t)}
      </div>
    </section>`}};ae=new WeakSet,xo=async function(){let{cameraId:e,moment:t}=this;this.why=this.failure=this.queued=null;try{let i=await Ir(this.context.hass,e,t);this.cameraId===e&&this.moment===t&&(this.why=i)}catch(i){this.failure=A(i)}},wo=async function(e){try{this.queued=(await Ji(this.context.hass,[e])).queued}catch(t){this.failure=A(t)}},_o=function(e){let{localize:t,formats:i,hass:n}=this.context,r={confidence:i.percent(e.min_confidence),height:i.percent(e.min_height),cause:e.gap_cause===null?"":xt(this.context,e.gap_cause),zones:e.zones.join(" · "),error:e.analysis_error??""},a=h=>oe(t,`why_${h}`,"why_nobody_found").replace(/\{(\w+)\}/g,(m,y)=>r[y]??"");return c`
      ${e.reasons.length===0?c`<p class="reason">${w(Vn)} ${t("why_told")}</p>`:e.reasons.map(h=>c`<p class="reason">${w(Li)} ${a(h)}</p>`)}
      ${e.analysis_error?c`<p class="error" dir="auto">${e.analysis_error}</p>`:f}
      ${e.persons.map(h=>c`<button
          class="text-button"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:h}))}
        >
          ${[i.timeSeconds(h.first_seen),i.percent(h.confidence),t(h.found_live?"why_found_live":"why_found_recorded"),(h.zones??[]).join(", "),Ae(this.context,h)[0]?.text??""].filter(Boolean).join(" · ")}
        </button>`)}
      <dl>
        ${o(this,ae,kt).call(this,t("confidence"),`≥ ${r.confidence}`)}
        ${e.min_height>0?o(this,ae,kt).call(this,t("why_height"),`≥ ${r.height}`):f}
        ${e.zones.length>0?o(this,ae,kt).call(this,t("zones"),r.zones):f}
        ${e.masks>0?o(this,ae,kt).call(this,t("why_ignored"),String(e.masks)):f}
        ${e.analysis_status===null?f:o(this,ae,kt).call(this,t("analysis"),t(`analysis_${e.analysis_status}`))}
      </dl>
      ${this.queued!==null?c`<p role="status">${I(t,n.language,"queued",this.queued)}</p>`:e.record_id!==null&&n.user?.is_admin&&e.persons.length===0?c`<button class="text-button" @click=${()=>{o(this,ae,wo).call(this,e.record_id??0)}}>
                ${t("why_analyze")}
              </button>`:f}
    `},kt=function(e,t){return c`<div>
      <dt>${e}</dt>
      <dd dir="auto">${t}</dd>
    </div>`},we.styles=[S,R`
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
    `],d([g({attribute:!1})],we.prototype,"context",2),d([g({attribute:!1})],we.prototype,"cameraId",2),d([g({attribute:!1})],we.prototype,"moment",2),d([v()],we.prototype,"why",2),d([v()],we.prototype,"failure",2),d([v()],we.prototype,"queued",2),we=d([z("mycamera-why")],we);var Et=1e3,Ic=15*Et,ti=60*Et,$o=4,Dc={ArrowLeft:"back_10",ArrowRight:"forward_10",PageDown:"back_300",PageUp:"forward_300",Home:"first",End:"last"," ":"play",k:"play",l:"live","+":"zoom_in","-":"zoom_out",n:"next_person",p:"previous_person",",":"previous_frame",".":"next_frame"},We,si,ot,Ze,T,ko,Eo,ms,zo,fs,Zs,ii,So,Ys,To,Ro,ni,gs,Oo,Po,Ao,Io,Do,Lo,Co,Xs,W=class extends E{constructor(){super(...arguments);x(this,T);this.cameraIds=[];this.day="";this.start=null;this.connected=!0;this.days=null;this.failure=null;this.view={from:0,to:1};this.films=[];this.posters=new Map;this.month=!1;this.clip=null;this.asked=null;this.playback=new ps(this);x(this,We,0);x(this,si,null);x(this,ot,!1);x(this,Ze);x(this,ni,{previous_person:()=>this.playback.person(-1),next_person:()=>this.playback.person(1),back_10:()=>this.playback.step(-10*Et),forward_10:()=>this.playback.step(10*Et),back_300:()=>this.playback.step(-300*Et),forward_300:()=>this.playback.step(300*Et),first:()=>this.playback.toEnd("first"),last:()=>this.playback.toEnd("last"),previous_frame:()=>this.playback.frame(-1),next_frame:()=>this.playback.frame(1),play:()=>{this.playback.toggle()},live:()=>o(this,T,fs).call(this),zoom_out:()=>o(this,T,ii).call(this,2),zoom_in:()=>o(this,T,ii).call(this,.5),clip:()=>o(this,T,Zs).call(this),why:()=>o(this,T,Ro).call(this)});x(this,gs,e=>{let t=Dc[e.key];t!==void 0&&(u(this,ni)[t](),e.preventDefault())})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(u(this,Ze)),$(this,Ze,void 0)}willUpdate(e){if(e.has("cameraIds")&&(this.films=this.cameraIds.slice(0,$o)),e.has("cameraIds")||e.has("day")){let{playback:t}=this,i=!e.has("day")&&t.moment!==null,{from:n,to:r}=this.whole,{start:a}=this;u(this,ot)||$(this,ot,i&&t.live),t.reset(i?t.moment:a!==null&&a>=n&&a<r?a:null),i||(this.view={from:n,to:r}),this.days=null,this.clip=null,this.asked=null,this.posters=new Map,o(this,T,ms).call(this)}o(this,T,ko).call(this)}recorded(e){!this.cameraIds.includes(e)||Date.now()>this.whole.to||u(this,Ze)!==void 0||$(this,Ze,window.setTimeout(()=>{$(this,Ze,void 0),o(this,T,ms).call(this)},Ic))}get whole(){let{since:e,until:t}=it(this.day,this.context.formats.timeZone);return{from:Date.parse(e),to:Date.parse(t)}}spans(e){return this.days?.get(e)?.spans??[]}get seen(){return this.films.flatMap(t=>this.days?.get(t)?.persons??[]).map(t=>Date.parse(t.first_seen)).sort((t,i)=>t-i)}get watchable(){let e=new Set(this.context.overview?.cameras.map(t=>t.camera_id));return this.films.filter(t=>e.has(t))}render(){let{context:e,days:t,playback:i}=this,{localize:n}=e;return this.failure!==null&&t===null?G({icon:de,bad:!0,...V(e,this.failure),action:c`<button class="text-button" @click=${()=>{o(this,T,ms).call(this)}}>${n("retry")}</button>`}):t===null?c`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${n("loading")}></div>
      </div>`:this.month?c`${o(this,T,Po).call(this)} ${o(this,T,Ao).call(this)}`:[...t.values()].every(({spans:r})=>r.length===0)&&!this.playback.live?o(this,T,Oo).call(this):c`<div
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
            @mycamera-at=${a=>i.at(r,a.detail)}
            @mycamera-playing=${a=>i.told(r,a.detail)}
            @mycamera-ended=${a=>i.ended(r,a.detail)}
            @mycamera-cut=${()=>o(this,T,Zs).call(this)}
          ></mycamera-day-film>`)}
      </div>
      ${o(this,T,Io).call(this)} ${o(this,T,Do).call(this,t)} ${o(this,T,Co).call(this)}
      <mycamera-day-summary
        .context=${e}
        .days=${t}
        .moment=${i.moment}
        @mycamera-open=${o(this,T,Xs)}
      ></mycamera-day-summary>`}};We=new WeakMap,si=new WeakMap,ot=new WeakMap,Ze=new WeakMap,T=new WeakSet,ko=function(){let{moment:e,dragging:t,live:i}=this.playback;e===u(this,si)||t||($(this,si,e),e!==null&&(e<this.whole.to?this.view=Hr(this.view,this.whole,e):i&&o(this,T,fs).call(this)))},Eo=function({from:e,to:t}){let i=this.films.filter(n=>this.spans(n).some(([r,a])=>r<t&&a>e));return i.length>0?i:this.films.slice(0,1)},ms=async function(){$(this,We,u(this,We)+1);let e=u(this,We),{since:t,until:i}=it(this.day,this.context.formats.timeZone);try{let n=await Promise.all(this.cameraIds.map(async h=>[h,await xr(this.context.hass,h,t,i)]));if(e!==u(this,We))return;let r=this.days===null;if(this.days=new Map(n),this.failure=null,!r)return;await this.updateComplete;let{playback:a}=this;u(this,ot)?($(this,ot,!1),a.goLive()):a.moment!==null?a.show(a.moment):o(this,T,zo).call(this,e)}catch(n){e===u(this,We)&&(this.failure=A(n))}},zo=async function(e){for(let t of this.films){let i=this.spans(t)[0];if(!i)continue;let{picture:n}=await _r(this.context.hass,t,i[0]).catch(()=>({picture:null}));if(e!==u(this,We))return;n!==null&&(this.posters=new Map([...this.posters,[t,n]]))}},fs=function(){let e=this.context.formats.today();if(this.day===e){this.playback.goLive();return}$(this,ot,!0),o(this,T,Ys).call(this,e)},Zs=function(){if(this.clip){this.clip=null;return}let e=this.whole,{moment:t,footage:i}=this.playback,n=t??i[0]?.[0]??e.from,r=t===null?n:n-ti/2,a=qs({from:r,to:r+ti},e);this.clip=a,this.view.to-this.view.from>20*ti&&(this.view=qs({from:n-5*ti,to:n+5*ti},e))},ii=function(e){let{view:t}=this,i=this.whole;this.month?this.month=e>1:e>1&&t.to-t.from>=i.to-i.from?this.month=!0:this.view=jr(t,i,e,this.playback.moment??(t.from+t.to)/2)},So=function(e){this.playback.found(e),this.asked!==null&&(this.asked=e)},Ys=function(e){this.month=!1,e!==this.day&&this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))},To=function(e){let t=this.films.includes(e);if(t&&this.films.length===1)return;let i=t?this.films.filter(a=>a!==e):[...this.films,e].slice(-$o);this.films=this.cameraIds.filter(a=>i.includes(a));let{live:n,moment:r}=this.playback;r!==null&&!n&&this.playback.show(r)},Ro=function(){let{pressed:e,moment:t}=this.playback,i=Math.min(Date.now(),this.whole.to-1);this.asked=this.asked===null?e??t??i:null},ni=new WeakMap,gs=new WeakMap,Oo=function(){let{localize:e}=this.context;return G({icon:Gi,heading:e("day_none"),text:e("day_none_text"),action:c`<button class="text-button" @click=${()=>o(this,T,ii).call(this,2)}>
          ${w(Pi)} ${e("month")}
        </button>
        ${this.watchable.length>0?c`<button class="text-button" @click=${()=>o(this,T,fs).call(this)}>${e("go_live")}</button>`:f}`})},Po=function(){let{localize:e}=this.context;return c`<div class="controls">
      <button class="text-button" @click=${()=>o(this,T,ii).call(this,.5)}>${w(Fi)} ${e("day_view")}</button>
    </div>`},Ao=function(){return c`<mycamera-month
      .context=${this.context}
      .cameraIds=${this.cameraIds}
      .day=${this.day}
      @mycamera-day=${e=>o(this,T,Ys).call(this,e.detail)}
    ></mycamera-month>`},Io=function(){let{playback:e,view:t,whole:i}=this;return c`<mycamera-day-controls
      .context=${this.context}
      .moment=${e.moment}
      .speed=${e.speed}
      ?playing=${e.playing}
      ?live=${e.live}
      ?watchable=${this.watchable.length>0}
      ?widest=${t.to-t.from>=i.to-i.from}
      @mycamera-wish=${n=>u(this,ni)[n.detail]()}
      @mycamera-speed=${n=>{e.speed=n.detail,this.requestUpdate()}}
    ></mycamera-day-controls>`},Do=function(e){let{context:t,cameraIds:i}=this,n=i.length>1;return c`<div class="lines ${n?"several":""}">
        ${n?c`<div class="cameras">${i.map(r=>o(this,T,Lo).call(this,r))}</div>`:f}
        <mycamera-day-line
          .context=${t}
          .whole=${this.whole}
          .view=${this.view}
          .rows=${i.map(r=>({cameraId:r,day:e.get(r)??null}))}
          .moment=${this.playback.moment}
          .clip=${this.clip}
          @keydown=${u(this,gs)}
          @mycamera-drag=${r=>this.playback.drag(r.detail)}
          @mycamera-seek=${r=>o(this,T,So).call(this,r.detail)}
          @mycamera-view=${r=>{this.view=r.detail}}
          @mycamera-month=${()=>{this.month=!0}}
          @mycamera-range=${r=>{this.clip=r.detail}}
        ></mycamera-day-line>
      </div>
      ${this.clip===null?f:c`<mycamera-clip-bar
              .context=${t}
              .cameraIds=${o(this,T,Eo).call(this,this.clip)}
              .range=${this.clip}
              @mycamera-leave=${()=>{this.clip=null}}
            ></mycamera-clip-bar>`}`},Lo=function(e){let t=U(this.context,e);return c`<button
      aria-pressed=${this.films.includes(e)?"true":"false"}
      title=${t}
      @click=${()=>o(this,T,To).call(this,e)}
    >
      <span dir="auto">${t}</span>
    </button>`},Co=function(){let e=this.playback.leader||this.films[0];return this.asked===null||e===void 0?f:c`<mycamera-why
      .context=${this.context}
      .cameraId=${e}
      .moment=${this.asked}
      @mycamera-open=${o(this,T,Xs)}
      @mycamera-leave=${()=>{this.asked=null}}
    ></mycamera-why>`},Xs=function(e){this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e.detail}))},W.styles=[S,fe,Vr],d([g({attribute:!1})],W.prototype,"context",2),d([g({attribute:!1,hasChanged:(e,t)=>e.join()!==t?.join()})],W.prototype,"cameraIds",2),d([g({attribute:!1})],W.prototype,"day",2),d([g({attribute:!1})],W.prototype,"start",2),d([g({type:Boolean})],W.prototype,"connected",2),d([v()],W.prototype,"days",2),d([v()],W.prototype,"failure",2),d([v()],W.prototype,"view",2),d([v()],W.prototype,"films",2),d([v()],W.prototype,"posters",2),d([v()],W.prototype,"month",2),d([v()],W.prototype,"clip",2),d([v()],W.prototype,"asked",2),d([Ki("mycamera-day-film")],W.prototype,"players",2),W=d([z("mycamera-day")],W);var Vo=R`
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
`;var Lc=2e8,Fo="video/mp4",at,ve,q,No,jo,Js,Ho,Qs,Uo,qo,Bo,Go,_e=class extends E{constructor(){super(...arguments);x(this,q);this.exports=null;this.running=[];this.failure=null;this.said="";this.doomed=null;x(this,at,null);x(this,ve,new Map)}connectedCallback(){super.connectedCallback(),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of u(this,ve).values())e?.();u(this,ve).clear()}async load(){try{let{exports:e,running:t}=await eo(this.context.hass);this.exports=e,this.running=t,this.failure=null;for(let i of t)o(this,q,No).call(this,i.export_id)}catch(e){this.failure=A(e)}}reconnected(){u(this,ve).clear(),this.load()}render(){let{context:e,exports:t,running:i}=this,{localize:n}=e;return t===null?this.failure===null?c`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${n("loading")}></div>
        </div>`:G({icon:de,bad:!0,...V(e,this.failure),action:c`<button class="text-button" @click=${()=>{this.load()}}>${n("retry")}</button>`}):t.length+i.length===0?c`${o(this,q,Qs).call(this)}
      ${G({icon:Ni,heading:n("no_exports"),text:n("no_exports_text")})}`:c`${o(this,q,Qs).call(this)}
      <ul>
        ${xe(i,r=>r.export_id,r=>o(this,q,Uo).call(this,r))}
        ${xe(t,r=>r.export_id,r=>o(this,q,qo).call(this,r))}
      </ul>`}};at=new WeakMap,ve=new WeakMap,q=new WeakSet,No=async function(e){if(!u(this,ve).has(e)){u(this,ve).set(e,null);try{let t=await to(this.context.hass,e,i=>o(this,q,jo).call(this,e,i));u(this,ve).has(e)&&u(this,ve).set(e,t)}catch{u(this,ve).delete(e),this.load()}}},jo=function(e,t){let{state:i,percent:n}=t;i==="done"||i==="failed"?(u(this,ve).delete(e),t.error&&(this.said=t.error.message),this.load()):this.running=this.running.map(r=>r.export_id===e?{...r,state:i,percent:n}:r)},Js=async function(e){try{await e,this.said=""}catch(t){this.said=V(this.context,A(t)).heading}await this.load()},Ho=async function(e){try{if(u(this,at)?.name!==e.name){let t=await fetch(this.context.hass.hassUrl(e.url));if(!t.ok)throw new Error(String(t.status));$(this,at,new File([await t.blob()],e.name,{type:Fo}))}await navigator.share({files:[u(this,at)]}),$(this,at,null),this.said=""}catch(t){let i=t instanceof DOMException?t.name:"";i==="NotAllowedError"?this.said=this.context.localize("share_again"):i!=="AbortError"&&(this.said=this.context.localize("share_failed"))}},Qs=function(){return this.said?c`<p class="said" role="alert">${this.said}</p>`:f},Uo=function(e){let{context:t}=this,{localize:i,formats:n}=t,r=U(t,e.camera_id);return c`<li>
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
        @click=${()=>{o(this,q,Js).call(this,io(t.hass,e.export_id))}}
      >
        ${w(Y)}
      </button>
    </li>`},qo=function(e){let{context:t}=this,{localize:i,formats:n,hass:r}=t,a=e.missing.map(h=>`${n.range(h.start,h.end)}: ${xt(t,h.cause)}`).join(`
`);return c`<li>
      <div class="texts">
        <strong dir="auto">${U(t,e.camera_id)||e.name}</strong>
        <span>${n.day(e.since)===n.today()?f:c`${n.heading(n.day(e.since))} · `}${n.range(e.since,e.until)}</span>
        ${e.missing.length>0?c`<span class="missing" title=${a}>
                ${I(i,r.language,"gaps",e.missing.length)}
              </span>`:f}
        <span class="films">
          ${e.films.map(h=>o(this,q,Bo).call(this,h))}
          <a class="chip" href=${r.hassUrl(e.record_url)} download=${e.record_name} title=${i("export_record_hint")}>
            ${w(Wn)} ${i("export_record")}
          </a>
        </span>
      </div>
      ${o(this,q,Go).call(this,e)}
    </li>`},Bo=function(e){let{localize:t,formats:i,hass:n}=this.context,r=`${i.duration(e.seconds)} · ${i.bytes(e.size)}`,a=Cc(e.name)&&e.size<=Lc;return c`<a class="chip" href=${n.hassUrl(e.url)} download=${e.name}>
        ${w(Bn)} ${t("download")} <span class="quiet">${r}</span>
      </a>
      ${a?c`<button class="chip" @click=${()=>{o(this,q,Ho).call(this,e)}}>
              ${w(Ui)} ${t("share")}
            </button>`:f}`},Go=function(e){let{localize:t,hass:i}=this.context;return this.doomed!==e.export_id?c`<button
        class="icon-button"
        aria-label=${t("export_delete",{name:e.name})}
        @click=${()=>{this.doomed=e.export_id}}
      >
        ${w(Ue)}
      </button>`:c`<div class="sure" role="group" aria-label=${t("export_delete",{name:e.name})}>
      <button
        class="chip bad"
        @click=${()=>{this.doomed=null,o(this,q,Js).call(this,so(i,e.export_id))}}
      >
        ${t("left_behind_yes")}
      </button>
      <button
        class="chip"
        @click=${()=>{this.doomed=null}}
      >
        ${t("left_behind_no")}
      </button>
    </div>`},_e.styles=[S,fe,Vo],d([g({attribute:!1})],_e.prototype,"context",2),d([v()],_e.prototype,"exports",2),d([v()],_e.prototype,"running",2),d([v()],_e.prototype,"failure",2),d([v()],_e.prototype,"said",2),d([v()],_e.prototype,"doomed",2),_e=d([z("mycamera-exports")],_e);function Cc(l){let{share:s,canShare:e}=navigator;return!!(s&&e?.call(navigator,{files:[new File([],l,{type:Fo})]}))}var Vc=300,Fc=6e4,lt,ri,Q,Ms,Ko,Wo,Zo,Yo,Xo,Jo,Oe=class extends E{constructor(){super(...arguments);x(this,Q);this.text="";this.open=!1;this.written="";this.words=null;x(this,lt);x(this,ri,0)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(u(this,lt))}willUpdate(e){e.has("text")&&(this.written=this.text)}render(){let{localize:e}=this.context;return c`<div class="box" @focusout=${o(this,Q,Zo)} @keydown=${o(this,Q,Yo)}>
      ${w(er)}
      <input
        type="text"
        inputmode="search"
        enterkeyhint="search"
        maxlength="100"
        autocomplete="off"
        placeholder=${e("search")}
        aria-label=${e("search")}
        .value=${this.written}
        @input=${o(this,Q,Ko)}
        @focus=${()=>{o(this,Q,Wo).call(this)}}
      />
      ${this.text?c`<button
              class="icon-button"
              aria-label=${e("clear_search")}
              @click=${()=>o(this,Q,Ms).call(this,{text:""})}
            >
              ${w(Y)}
            </button>`:f}
      ${this.open?o(this,Q,Jo).call(this):f}
    </div>`}};lt=new WeakMap,ri=new WeakMap,Q=new WeakSet,Ms=function(e){window.clearTimeout(u(this,lt)),this.open=!1,this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},Ko=function(e){this.written=e.target.value,this.open=!0;let t=this.written.trim();window.clearTimeout(u(this,lt)),$(this,lt,window.setTimeout(()=>{t!==this.text&&this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:{text:t}}))},Vc))},Wo=async function(){if(this.open=!0,!(Date.now()-u(this,ri)<Fc)){$(this,ri,Date.now());try{this.words=await Tr(this.context.hass)}catch(e){console.info("MyCamera: there are no words to suggest:",A(e)),this.words??={english:[],chinese:[]}}}},Zo=function(e){this.renderRoot.contains(e.relatedTarget)||(this.open=!1)},Yo=function(e){e.key!=="Escape"||!this.open||(this.open=!1,e.stopPropagation())},Xo=function(){let{hass:e,overview:t}=this.context;if(this.words===null)return[];let i=this.written.split(/\s+/).at(-1)??"",n=this.written.slice(0,this.written.length-i.length),r=Lr(e.language)?this.words.chinese:this.words.english,a=t?.cameras??[],h=[...new Set(a.flatMap(m=>m.zones.map(({name:y})=>y)))],p=m=>i===""||m!==i&&ts(m,i);return[...r.map(({word:m,persons:y})=>({path:Oi,text:m,count:y,change:{text:`${n}${m}`}})),...(a.length>1?a:[]).map(m=>({path:He,text:m.name,count:null,change:{cameraId:m.camera_id,text:n.trim()}})),...h.map(m=>({path:Bi,text:m,count:null,change:{zone:m,text:n.trim()}}))].filter(({text:m})=>p(m))},Jo=function(){let{localize:e,formats:t}=this.context,i=o(this,Q,Xo).call(this);return i.length===0?f:c`<div class="suggestions" role="group" aria-label=${e("suggestions")}>
      ${i.map(({path:n,text:r,count:a,change:h})=>c`<button class="chip" @click=${()=>o(this,Q,Ms).call(this,h)}>
          ${w(n)} <span dir="auto">${r}</span>
          ${a===null?f:c`<span class="count">${t.number(a)}</span>`}
        </button>`)}
    </div>`},Oe.styles=[S,R`
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
    `],d([g({attribute:!1})],Oe.prototype,"context",2),d([g({attribute:!1})],Oe.prototype,"text",2),d([v()],Oe.prototype,"open",2),d([v()],Oe.prototype,"written",2),d([v()],Oe.prototype,"words",2),Oe=d([z("mycamera-search-box")],Oe);var te,vs,zt,Qo,Mo,Le=class extends E{constructor(){super(...arguments);x(this,te);this.filter=ee;this.view="persons"}render(){let{context:e,overview:t}=this,{localize:i,formats:n}=e,r=n.today(),{day:a}=this.view==="day"?{day:this.filter.day??r}:this.filter;return c`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${i("previous_day")}
          @click=${()=>o(this,te,zt).call(this,{day:a?Jt(a,-1):r})}
        >
          ${w(Ai)}
        </button>
        <input
          type="date"
          class=${a?"":"any"}
          data-any=${i("clear_day")}
          aria-label=${i("date")}
          max=${r}
          .value=${a??""}
          @change=${h=>{let p=h.target.value;o(this,te,zt).call(this,{day:mr(p)?p:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${i("next_day")}
          ?disabled=${a===null||a>=r}
          @click=${()=>a&&o(this,te,zt).call(this,{day:Jt(a,1)})}
        >
          ${w(Ii)}
        </button>
        ${this.filter.day?c`<button
                class="icon-button"
                aria-label=${i("clear_day")}
                @click=${()=>o(this,te,zt).call(this,{day:null})}
              >
                ${w(An)}
              </button>`:f}
      </div>
      ${this.view==="persons"?c`<mycamera-search-box
              .context=${e}
              .text=${this.filter.text}
              @mycamera-filter=${h=>o(this,te,zt).call(this,h.detail)}
            ></mycamera-search-box>`:f}
      ${o(this,te,Qo).call(this,e,t)} ${o(this,te,Mo).call(this,e,t)}
    </div>`}};te=new WeakSet,vs=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},zt=function(e){o(this,te,vs).call(this,"mycamera-filter",e)},Qo=function({localize:e,hass:t},i){let n=this.filter.cameraId??i.cameras[0]?.camera_id;return!t.user?.is_admin||!i.cameras.some(r=>r.camera_id===n)?f:c`<button
      class="text-button zones"
      @click=${()=>{o(this,te,vs).call(this,"mycamera-zones",n)}}
    >
      ${w(Bi)} ${e("zones")}
    </button>`},Mo=function({localize:e,hass:t},i){let{worker:n,pending_analyses:r,pending_captions:a}=i,h=n.overloaded?"overloaded":n.status,p=i.minutes_behind,m=[e(`worker_${h}`),p?I(e,t.language,"minutes_behind",p):"",r?I(e,t.language,"pending_analyses",r):"",a?I(e,t.language,"pending_captions",a):""].filter(Boolean),y=n.overloaded?e("worker_overloaded_advice"):"";return c`<button
      class="hub"
      title=${[n.device,n.error,y].filter(Boolean).join(`
`)}
      @click=${()=>o(this,te,vs).call(this,"mycamera-system",null)}
    >
      <span class="dot ${h}"></span>
      <span>${m.join(" · ")}</span>
    </button>`},Le.styles=[S,Mi,R`
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
    `],d([g({attribute:!1})],Le.prototype,"context",2),d([g({attribute:!1})],Le.prototype,"overview",2),d([g({attribute:!1})],Le.prototype,"filter",2),d([g({attribute:!1})],Le.prototype,"view",2),Le=d([z("mycamera-filter-bar")],Le);var Nc={no_camera:He,no_permission:Mn,no_worker:Yt,worker_away:Yt,away:Qn,detection_off:Gn,wait:ft},jc="/config/integrations/integration/mycamera";function Hc({cameras:l,removed_cameras:s,worker:e},t){if(l.length===0&&s.length===0)return t?"no_camera":"no_permission";if(e.status==="not_set_up")return"no_worker";if(e.status==="failed"||e.status==="disconnected")return"worker_away";let i=l.filter(r=>r.detection_enabled);return l.length>0&&i.length===0?"detection_off":i.some(r=>r.watching||r.recording_status==="recording")||i.length===0?"wait":"away"}function bs(l,s,e){let{localize:t,hass:i}=l,n=i.user?.is_admin??!1,r=Hc(s,n),a={icon:Nc[r],heading:t(`step_${r}`),text:t(`step_${r}_text`)};if(r==="worker_away"||r==="away"){let p=c`<button class="text-button" @click=${e}>${t("step_system")}</button>`;return G({...a,action:p})}return!n||r==="wait"?G(a):G({...a,action:c`<a class="text-button" href=${jc}>${t(r==="no_camera"?"step_add_camera":r==="no_worker"?"step_add_worker":"add_camera")}</a>`})}var ta=1.7777777777777777,ia=260,sa=600,ea=6;function na(l,s,e,t){let i=Math.max(1,l),n={columns:1,rows:i},r=0;for(let a=1;a<=i;a+=1){let h=Math.ceil(i/a),p=(s-t*(a-1))/a,m=(e-t*(h-1))/h,y=Math.min(p,m*ta);y>r&&(r=y,n={columns:a,rows:h})}return n}function ra({columns:l,rows:s},e,t,i){let n=(e-i*(l-1))/l,r=(t-i*(s-1))/s;return Math.min(n,r*ta)<(e<sa?e:ia)}function oa(l,s){return l<sa?1:Math.max(1,Math.floor((l+s)/(ia+80+s)))}function aa(l,s){if(s!==null)return new Set([s]);let e=l.length<=ea?l:l.filter(t=>t.persons);return new Set(e.slice(0,ea).map(t=>t.camera_id))}var oi=6,Uc=5e3,qc=4e3,ai,St,li,Tt,Ye,ci,le,en,tn,Rt,ys,di,la,ie=class extends E{constructor(){super(...arguments);x(this,le);this.cameras=[];this.watched=null;this.connected=!0;this.kiosk=!1;this.width=0;this.height=0;this.pointed=!1;x(this,ai,new Map);x(this,St,null);x(this,li);x(this,Tt);x(this,Ye,null);x(this,ci,new ResizeObserver(([e])=>{this.width=e?.contentRect.width??0,this.height=e?.contentRect.height??0}));x(this,Rt,async()=>{this.kiosk?!document.hidden&&"wakeLock"in navigator&&$(this,Ye,await navigator.wakeLock.request("screen").catch(()=>null)):(u(this,Ye)?.release(),$(this,Ye,null))});x(this,di,()=>{this.pointed=!0,window.clearTimeout(u(this,Tt)),$(this,Tt,window.setTimeout(()=>{this.pointed=!1},qc))})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",u(this,Rt)),o(this,le,en).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),document.removeEventListener("visibilitychange",u(this,Rt)),u(this,ci).disconnect(),window.clearTimeout(u(this,li)),window.clearTimeout(u(this,Tt)),(e=u(this,St))==null||e.call(this),$(this,St,null),u(this,Ye)?.release(),$(this,Ye,null)}updated(e){this.wall&&u(this,ci).observe(this.wall),e.has("kiosk")&&(this.kiosk&&this.over&&!this.over.matches(":popover-open")&&this.over.showPopover(),u(this,Rt).call(this))}render(){let{context:e,kiosk:t}=this,{localize:i,hass:n}=e,r=this.cameras.reduce((a,h)=>a+(h.persons??0),0);return c`<div
      class="over ${this.pointed?"pointed":""}"
      popover=${t?"manual":f}
      @pointermove=${u(this,di)}
      @pointerdown=${u(this,di)}
      @keydown=${a=>{a.key==="Escape"&&t&&this.watched===null&&o(this,le,ys).call(this,!1)}}
    >
      ${t?c`<button class="icon-button leave" aria-label=${i("leave_kiosk")} @click=${()=>o(this,le,ys).call(this,!1)}>
              ${w(Y)}
            </button>`:c`<div class="bar">
              <p role="status">${I(i,n.language,"in_view",r)}</p>
              <button class="text-button" title=${i("kiosk_hint")} @click=${()=>o(this,le,ys).call(this,!0)}>
                ${w(sr)}<span>${i("kiosk")}</span>
              </button>
            </div>`}
      ${t&&!this.connected?c`<p class="lost" role="alert">${i("connection_lost")}</p>`:f}
      <div class="wall">${this.width>0?o(this,le,la).call(this):f}</div>
    </div>`}};ai=new WeakMap,St=new WeakMap,li=new WeakMap,Tt=new WeakMap,Ye=new WeakMap,ci=new WeakMap,le=new WeakSet,en=async function(){try{let e=await Or(this.context.hass,({camera_id:t,time:i,persons:n})=>{o(this,le,tn).call(this,t).add(Date.parse(i),n);for(let r of this.tiles??[])r.camera.camera_id===t&&r.looked()});this.isConnected?$(this,St,e):e()}catch{this.isConnected&&$(this,li,window.setTimeout(()=>{o(this,le,en).call(this)},Uc))}},tn=function(e){let t=u(this,ai).get(e);return t||(t=new Gr,u(this,ai).set(e,t)),t},Rt=new WeakMap,ys=function(e){!e&&this.over?.matches(":popover-open")&&this.over.hidePopover(),this.dispatchEvent(new CustomEvent("mycamera-kiosk",{detail:e}))},di=new WeakMap,la=function(){let{cameras:e,context:t,width:i,height:n,watched:r}=this,a=na(e.length,i,n,oi),h=!this.kiosk&&ra(a,i,n,oi),p=h?oa(i,oi):a.columns,m=aa(e,r),y=Math.min((i-oi*(p-1))/p,(n-oi*(a.rows-1))/a.rows*(16/9)),k=h?{gridTemplateColumns:`repeat(${p}, 1fr)`}:{gridTemplateColumns:`repeat(${p}, ${Math.max(1,Math.floor(y))}px)`,alignContent:"center"};return c`<div class="grid ${r===null?"":"one"}" style=${Qt(k)}>
      ${xe(e,D=>D.camera_id,D=>c`<mycamera-live-tile
          .context=${t}
          .camera=${D}
          .trail=${o(this,le,tn).call(this,D.camera_id)}
          .streaming=${m.has(D.camera_id)}
          .connected=${this.connected}
          ?large=${r===D.camera_id}
        ></mycamera-live-tile>`)}
    </div>`},ie.styles=[S,Nr],d([g({attribute:!1})],ie.prototype,"context",2),d([g({attribute:!1})],ie.prototype,"cameras",2),d([g({attribute:!1})],ie.prototype,"watched",2),d([g({type:Boolean})],ie.prototype,"connected",2),d([g({type:Boolean,reflect:!0})],ie.prototype,"kiosk",2),d([v()],ie.prototype,"width",2),d([v()],ie.prototype,"height",2),d([v()],ie.prototype,"pointed",2),d([j(".wall")],ie.prototype,"wall",2),d([j(".over")],ie.prototype,"over",2),d([Ki("mycamera-live-tile")],ie.prototype,"tiles",2),ie=d([z("mycamera-live-wall")],ie);var xs,ca,Ce=class extends E{constructor(){super(...arguments);x(this,xs);this.detection=null;this.open=!1;this.failed=null}willUpdate(e){e.has("detection")&&e.get("detection")?.event_id!==this.detection?.event_id&&(this.open=!1)}render(){let{localize:e,hass:t}=this.context,{detection:i}=this;return!i||!t.user?.is_admin?f:this.open?c`<form @submit=${o(this,xs,ca)} @keydown=${n=>n.stopPropagation()}>
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
        ${w(rr)} ${e("correct_caption")}
      </button>`}};xs=new WeakSet,ca=async function(e){e.preventDefault();let{detection:t}=this;if(!t)return;let i=new FormData(e.target);try{let n=await zr(this.context.hass,t.event_id,String(i.get("caption")??""),String(i.get("caption_zh")??""));this.open=!1,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-corrected",{detail:{...t,...n,caption_status:"done"},bubbles:!0,composed:!0}))}catch(n){this.failed=A(n)}},Ce.styles=[S,R`
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
    `],d([g({attribute:!1})],Ce.prototype,"context",2),d([g({attribute:!1})],Ce.prototype,"detection",2),d([v()],Ce.prototype,"open",2),d([v()],Ce.prototype,"failed",2),Ce=d([z("mycamera-caption-editor")],Ce);var ws=R`
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
`;var Ve,sn,_s,$e=class extends E{constructor(){super(...arguments);x(this,Ve);this.detection=null;this.placed=!1;this.asked=null;this.busy=!1;this.failed=null}willUpdate(e){!e.has("detection")||e.get("detection")?.event_id===this.detection?.event_id||(this.asked=null,this.failed=null)}render(){let{localize:e,hass:t}=this.context;if(!this.detection||!t.user?.is_admin)return f;let i=(r,a,h,p=!1)=>c`<button
      class="text-button"
      ?disabled=${this.busy||p}
      @click=${a}
    >
      ${h?w(h):f} ${r}
    </button>`;if(this.asked===null)return c`${i(e("no_person"),()=>o(this,Ve,_s).call(this,"false_positive"),ft)}
      ${i(e("delete_person"),()=>o(this,Ve,_s).call(this,"delete"),Ue)}`;let n=this.asked==="false_positive";return c`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${e(n?"no_person_sure":"delete_person_sure")}</p>
      ${i(e("keep"),()=>o(this,Ve,_s).call(this,null))}
      ${n?i(e("no_person_ignore"),()=>{o(this,Ve,sn).call(this,!0,!0)},void 0,!this.placed):f}
      ${i(e(n?"no_person":"delete_for_good"),()=>{o(this,Ve,sn).call(this,n,!1)})}
      ${this.failed===null?f:c`<p class="problem" role="alert">${e("delete_person_failed",{code:this.failed})}</p>`}
    </div>`}};Ve=new WeakSet,sn=async function(e,t){let{detection:i}=this;if(!(!i||this.busy)){this.busy=!0,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-removing"));try{await kr(this.context.hass,i.event_id,e),this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{ignore:t}}))}catch(n){this.failed=A(n)}finally{this.busy=!1}}},_s=function(e){this.asked=e,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},$e.styles=[S,R`
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
    `],d([g({attribute:!1})],$e.prototype,"context",2),d([g({attribute:!1})],$e.prototype,"detection",2),d([g({type:Boolean})],$e.prototype,"placed",2),d([v()],$e.prototype,"asked",2),d([v()],$e.prototype,"busy",2),d([v()],$e.prototype,"failed",2),$e=d([z("mycamera-person-removal")],$e);var Bc=2,Gc=12e4,da=3e3,Fe,ke,nn,ha,pa,ua,pe=class extends E{constructor(){super(...arguments);x(this,ke);this.detail=null;this.error=null;this.problem=null;this.following=null;this.box=null;this.size=null;x(this,Fe)}disconnectedCallback(){super.disconnectedCallback(),u(this,Fe)!==void 0&&this.video?.cancelVideoFrameCallback(u(this,Fe)),$(this,Fe,void 0)}willUpdate(e){!e.has("detail")||e.get("detail")?.event_id===this.detail?.event_id||(this.problem=null,this.following=null,this.box=null,this.size=null)}updated(){o(this,ke,nn).call(this)}render(){let{context:e,detail:t}=this,{localize:i,hass:n}=e;if(this.error!==null)return c`<p class="instead" role="alert">${V(e,this.error).heading}</p>`;if(t===null)return c`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`;if(t.recording===null){let m=Date.now()-Date.parse(t.last_seen)<Gc,y=c`<p class="instead" role="status">
        ${i(m?"recording_writing":"recording_missing")}
      </p>`;return!m||t.live_url===null?y:c`<div class="live">
        <img src=${n.hassUrl(t.live_url)} alt=${i("live_picture")} />
        ${y}
      </div>`}let r=n.hassUrl(t.recording.url);if(this.problem!==null)return c`<div class="instead" role="alert">
        <p>${yt(e,this.problem,t.recording.codec)}</p>
        ${this.problem==="unplayable"?c`<a class="text-button" href=${r} download>${i("download")}</a>`:f}
      </div>`;let a=Math.max(0,t.recording.offset-Bc),{following:h}=this,p=Date.parse((h??t.recording).start);return c`<video
        src=${h?.video_url?n.hassUrl(h.video_url):`${r}#t=${a.toFixed(1)}`}
        @loadedmetadata=${m=>{let{videoWidth:y,videoHeight:k}=m.target;this.size={width:y,height:k}}}
        @ended=${m=>{o(this,ke,pa).call(this,t,p,m.target.duration)}}
        aria-label=${i("recording")}
        controls
        autoplay
        muted
        playsinline
        @error=${()=>{o(this,ke,ha).call(this,t,r)}}
      ></video>
      ${o(this,ke,ua).call(this)}`}};Fe=new WeakMap,ke=new WeakSet,nn=function(){u(this,Fe)!==void 0||!this.video||!("requestVideoFrameCallback"in this.video)||$(this,Fe,this.video.requestVideoFrameCallback((e,{mediaTime:t})=>{$(this,Fe,void 0);let{detail:i}=this;if(!this.isConnected||i?.recording==null)return;let n=Date.parse((this.following??i.recording).start)-Date.parse(i.first_seen);this.box=Kr(i.path,n/1e3+t),o(this,ke,nn).call(this)}))},ha=async function(e,t){let i=await Qi(t);this.detail===e&&(this.problem=i)},pa=async function(e,t,i){let n=t+i*1e3;if(Date.parse(e.last_seen)>n)try{let a=(await Wi(this.context.hass,e.camera_id,n-da,n+da)).findLast(h=>h.video_url!==null&&Date.parse(h.start)>t);a&&this.detail===e&&(this.following=a)}catch(r){console.info("MyCamera: the next recording cannot be loaded:",A(r))}},ua=function(){let{box:e,size:t}=this;if(e===null||t===null||t.width===0)return f;let[i,n,r,a]=e;return c`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${n*t.height}
        width=${(r-i)*t.width}
        height=${(a-n)*t.height}
        rx=${t.height/100}
      />
    </svg>`},pe.styles=[S,R`
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
      .live {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
      }
      .live img {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
      }
      .live .instead {
        padding: 6px 12px;
        font-size: 13px;
      }
      .instead {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 16px;
        color: #cfcfcf;
        text-align: center;
      }
    `],d([g({attribute:!1})],pe.prototype,"context",2),d([g({attribute:!1})],pe.prototype,"detail",2),d([g({attribute:!1})],pe.prototype,"error",2),d([v()],pe.prototype,"problem",2),d([v()],pe.prototype,"following",2),d([v()],pe.prototype,"box",2),d([v()],pe.prototype,"size",2),d([j("video")],pe.prototype,"video",2),pe=d([z("mycamera-person-video")],pe);var $s,ma,be=class extends E{constructor(){super(...arguments);x(this,$s);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(e){(e.has("kept")||e.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:e,hass:t}=this.context,i=w(this.now?Ci:Vi);if(!t.user?.is_admin)return this.now?c`<span class="sign" role="img" aria-label=${e("protected")} title=${e("protected")}>
            ${i}${this.verbose?e("protected"):f}
          </span>`:f;let n=e(this.now?"unprotect":"protect"),r=this.failed===null?"":e("protect_failed",{code:this.failed});return c`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${e("protect")}
        title=${r||n}
        ?disabled=${this.busy}
        @click=${o(this,$s,ma)}
      >
        ${i}${this.verbose?c`<span>${e(this.now?"protected":"protect")}</span>`:f}
      </button>
      ${r?c`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${r}</p>`:f}`}};$s=new WeakSet,ma=async function(){let e=this.recordId;if(!(e===null||this.busy)){this.busy=!0;try{let t=await Xi(this.context.hass,[e],!this.now);this.recordId===e&&(this.now=t.protected,this.failed=null)}catch(t){this.recordId===e&&(this.failed=A(t))}finally{this.busy=!1}}},be.styles=[S,R`
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
    `],d([g({attribute:!1})],be.prototype,"context",2),d([g({attribute:!1})],be.prototype,"recordId",2),d([g({attribute:!1})],be.prototype,"kept",2),d([g({type:Boolean})],be.prototype,"verbose",2),d([v()],be.prototype,"now",2),d([v()],be.prototype,"busy",2),d([v()],be.prototype,"failed",2),be=d([z("mycamera-protection")],be);var fa=5e3,O,rn,ga,hi,pi,va,ui,ba,ya,xa,wa,_a,$a,ka,Ea,za,Sa,Ta,Z=class extends E{constructor(){super(...arguments);x(this,O);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.around=null;this.shared=null;this.exporting=!1;this.undescribed=null;this.describing=null;this.removing=null}willUpdate(e){if(!e.has("detection"))return;if(e.get("detection")?.event_id===this.detection?.event_id){this.detection?.caption_status==="done"&&(this.describing=null);return}this.detail=null,this.error=null,this.broken=!1,this.size=null,this.around=null,this.shared=null,this.undescribed=this.describing=null,this.detection&&(o(this,O,rn).call(this,this.detection.event_id),Yi(this.context.hass,{event_ids:[this.detection.event_id]}).catch(()=>{}))}updated(e){e.has("detection")&&(this.detection&&!this.newer&&!this.older&&this.around===null&&o(this,O,ga).call(this,this.detection),this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(e){this.detection?.camera_id===e&&this.detail?.recording===null&&o(this,O,rn).call(this,this.detection.event_id)}render(){return c`<dialog aria-labelledby="title" @close=${o(this,O,va)} @click=${o(this,O,ya)} @keydown=${o(this,O,ba)}>
      ${this.detection?o(this,O,xa).call(this,this.detection):f}
    </dialog>`}};O=new WeakSet,rn=async function(e){try{let t=await Zi(this.context.hass,e);this.detection?.event_id===e&&(this.detail=t)}catch(t){this.detection?.event_id===e&&(this.error=A(t))}},ga=async function(e){try{let t=await $r(this.context.hass,e);this.detection?.event_id===e.event_id&&(this.around=t)}catch(t){console.info("MyCamera: who comes before and after cannot be loaded:",A(t))}},hi=function(){return this.newer??this.around?.newer??null},pi=function(){return this.older??this.around?.older??null},va=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},ui=function(e){e&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},ba=function(e){let t=e.composedPath()[0];if(t instanceof HTMLVideoElement||t instanceof HTMLInputElement)return;let i=getComputedStyle(this).direction==="rtl";if(e.key==="ArrowLeft")o(this,O,ui).call(this,i?u(this,O,pi):u(this,O,hi));else if(e.key==="ArrowRight")o(this,O,ui).call(this,i?u(this,O,hi):u(this,O,pi));else return;e.preventDefault()},ya=function(e){e.target===this.dialog&&this.dialog.close()},xa=function(e){let{context:t}=this,i=u(this,O,hi),n=u(this,O,pi),{localize:r,formats:a}=t,h=Ae(t,e),p=e.caption_status==="pending"||e.caption_status==="running",m=U(t,e.camera_id);return c`
      <header>
        <h2 id="title">
          <span dir="auto">${m}</span>
          <time datetime=${e.first_seen}>${a.dateTime(e.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!i} aria-label=${r("newer")} @click=${()=>o(this,O,ui).call(this,i)}>
          ${w(Ai)}
        </button>
        <button class="icon-button turn" ?disabled=${!n} aria-label=${r("older")} @click=${()=>o(this,O,ui).call(this,n)}>
          ${w(Ii)}
        </button>
        <button class="icon-button" autofocus aria-label=${r("close")} @click=${()=>this.dialog.close()}>
          ${w(Y)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${o(this,O,Ea).call(this,e,m)}</figure>
          <figure>
            <mycamera-person-video .context=${t} .detail=${this.detail} .error=${this.error}></mycamera-person-video>
          </figure>
        </div>
        <div class="text">
          ${h.length===0?c`<p class="none">${r(p?"caption_pending":"no_caption")}</p>`:h.map((y,k)=>c`<p class=${k===0?"caption":"other"} lang=${y.lang} dir="auto">${y.text}</p>`)}
          <dl>
            <div>
              <dt>${r("seen")}</dt>
              <dd>${a.range(e.first_seen,e.last_seen)}</dd>
            </div>
            <div>
              <dt>${r("duration")}</dt>
              <dd>${a.duration(st(e))}</dd>
            </div>
            <div>
              <dt>${r("confidence")}</dt>
              <dd>${a.percent(e.confidence)}</dd>
            </div>
            ${h.length>0?c`<div>
                    <dt>${r("description_by")}</dt>
                    <dd>
                      ${es(t,e)}${p?c` · ${r("caption_pending")}`:f}
                    </dd>
                  </div>`:f}
            ${o(this,O,ka).call(this)}
          </dl>
          <div class="actions">
            ${this.detail?.recording?c`<mycamera-protection
                    verbose
                    .context=${t}
                    .recordId=${this.detail.recording.record_id}
                    .kept=${this.detail.recording.protected}
                  ></mycamera-protection>`:f}
            <mycamera-caption-editor .context=${t} .detection=${e}></mycamera-caption-editor>
            ${o(this,O,wa).call(this,e,p)}
            <button class="text-button" @click=${()=>{o(this,O,Ta).call(this,e,m)}}>
              ${w(Ui)} ${r("share")}
            </button>
            <button
              class="text-button"
              @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-moment",{detail:e}))}
            >
              ${w(qi)} ${r("open_timeline")}
            </button>
            ${this.detail?.recording?c`<button class="text-button" ?disabled=${this.exporting} @click=${()=>{o(this,O,Sa).call(this,e)}}>
                    ${w(ji)} ${r("export")}
                  </button>`:f}
            <mycamera-person-removal
              .context=${t}
              .detection=${e}
              ?placed=${this.detail!==null}
              @mycamera-removing=${()=>{let y=this.detail?.box??null;this.removing={detection:e,next:u(this,O,pi)??u(this,O,hi),box:y}}}
              @mycamera-removed=${y=>o(this,O,$a).call(this,y.detail.ignore)}
            ></mycamera-person-removal>
            ${this.shared===null?f:c`<p role="status">${r(this.shared)}</p>`}
            ${this.undescribed===null?f:c`<p role="alert">${r("describe_failed",{code:this.undescribed})}</p>`}
          </div>
        </div>
      </div>
    `},wa=function(e,t){let{localize:i,hass:n,overview:r}=this.context;return!n.user?.is_admin||!r?.captions_enabled?f:c`<button
      class="text-button"
      ?disabled=${t||this.describing===e.event_id}
      @click=${()=>{o(this,O,_a).call(this,e.event_id)}}
    >
      ${w(jn)} ${i(this.describing===e.event_id?"caption_pending":"describe_again")}
    </button>`},_a=async function(e){this.describing=e,this.undescribed=null;try{await Er(this.context.hass,e)}catch(t){this.describing=null,this.undescribed=A(t)}},$a=function(e){if(this.removing===null)return;let{detection:t,next:i,box:n}=this.removing;this.removing=null,this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{detection:t,next:i,ignore:e?n:null}}))},ka=function(){let e=this.detail?.zones??[];return e.length===0?f:c`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${e.join(" · ")}</dd>
    </div>`},Ea=function(e,t){let{localize:i,formats:n,hass:r}=this.context,a=e.snapshot_url;return a===null||this.broken?c`<p class="instead">${w(gt)} ${i("picture_missing")}</p>`:c`<a href=${r.hassUrl(a)} target="_blank" rel="noopener" title=${i("full_picture")}>
      <img
        src=${r.hassUrl(a)}
        alt=${i("picture_of",{camera:t,time:n.time(e.first_seen)})}
        @load=${h=>{let{naturalWidth:p,naturalHeight:m}=h.target;this.size={width:p,height:m}}}
        @error=${()=>{this.broken=!0}}
      />
      ${o(this,O,za).call(this)}
    </a>`},za=function(){let{detail:e,size:t}=this;if(e===null||t===null)return f;let[i,n,r,a]=e.box;return c`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${n*t.height}
        width=${(r-i)*t.width}
        height=${(a-n)*t.height}
        rx=${t.height/100}
      />
    </svg>`},Sa=async function(e){this.exporting=!0;let t=Date.parse(e.first_seen)-fa;try{await cs(this.context.hass,e.camera_id,t,Date.parse(e.last_seen)+fa),this.dispatchEvent(new CustomEvent("mycamera-exporting"))}catch(i){console.info("MyCamera: the export cannot be begun:",A(i)),this.shared="export_failed"}finally{this.exporting=!1}},Ta=async function(e,t){let{hass:i,formats:n}=this.context,r=window.location.pathname.replace(/\/mycamera\/.*$/,"/mycamera"),a=`${window.location.origin}${r}/event/${e.event_id}`,h=[Ae(this.context,e)[0]?.text,t,n.dateTime(e.first_seen)].filter(Boolean).join(`
`);try{if(!navigator.share){await navigator.clipboard.writeText(a),this.shared="link_copied";return}let p=[];if(e.snapshot_url&&!this.broken){let y=await fetch(i.hassUrl(e.snapshot_url));y.ok&&p.push(new File([await y.blob()],`${e.event_id}.jpg`,{type:"image/jpeg"}))}let m={title:t,text:h,url:a,files:p};await navigator.share(p.length>0&&navigator.canShare?.(m)?m:{title:t,text:h,url:a})}catch(p){p instanceof DOMException&&p.name==="AbortError"||(this.shared="share_failed")}},Z.styles=[S,ws,R`
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
    `],d([g({attribute:!1})],Z.prototype,"context",2),d([g({attribute:!1})],Z.prototype,"detection",2),d([g({attribute:!1})],Z.prototype,"newer",2),d([g({attribute:!1})],Z.prototype,"older",2),d([v()],Z.prototype,"detail",2),d([v()],Z.prototype,"error",2),d([v()],Z.prototype,"broken",2),d([v()],Z.prototype,"size",2),d([v()],Z.prototype,"around",2),d([v()],Z.prototype,"shared",2),d([v()],Z.prototype,"exporting",2),d([v()],Z.prototype,"undescribed",2),d([v()],Z.prototype,"describing",2),d([j("dialog")],Z.prototype,"dialog",2),Z=d([z("mycamera-person-dialog")],Z);var Kc=[.5,.6,.7,.8,.9],Wc=[5,15,60,300],Ra=Array.from({length:25},(l,s)=>s),X,Xe,Oa,Ot,ct=class extends E{constructor(){super(...arguments);x(this,X);this.filter=ee}render(){let{context:e,filter:t}=this,{localize:i,formats:n}=e,r=(e.overview?.cameras??[]).filter(p=>t.cameraId===null||p.camera_id===t.cameraId).flatMap(p=>p.zones.map(m=>m.name)),a=[...new Set(r)].sort((p,m)=>p.localeCompare(m)),h=p=>n.hourOfDay(p);return c`
      <button
        class="chip"
        aria-pressed=${t.unseen?"true":"false"}
        @click=${()=>o(this,X,Xe).call(this,{unseen:!t.unseen})}
      >
        ${i("not_seen_yet")}
      </button>
      ${o(this,X,Ot).call(this,i("confidence"),String(t.minConfidence),[["0",i("any_confidence")],...Kc.map(p=>[String(p),`≥ ${n.percent(p)}`])],p=>o(this,X,Xe).call(this,{minConfidence:Number(p)}))}
      ${o(this,X,Ot).call(this,i("duration"),String(t.minSeconds),[["0",i("any_duration")],...Wc.map(p=>[String(p),`≥ ${n.duration(p)}`])],p=>o(this,X,Xe).call(this,{minSeconds:Number(p)}))}
      ${a.length>0?o(this,X,Ot).call(this,i("zone"),t.zone??"",[["",i("any_zone")],...a.map(p=>[p,p])],p=>o(this,X,Xe).call(this,{zone:p||null})):f}
      <span class="hours">
        ${o(this,X,Ot).call(this,i("hour_from"),String(t.hours?.[0]??""),[["",i("any_hour")],...Ra.slice(0,24).map(p=>[String(p),h(p)])],p=>o(this,X,Oa).call(this,p===""?null:Number(p)))}
        ${t.hours?c`–
              ${o(this,X,Ot).call(this,i("hour_until"),String(t.hours[1]),Ra.slice(1).map(p=>[String(p),h(p)]),p=>o(this,X,Xe).call(this,{hours:[t.hours?.[0]??0,Number(p)]}))}`:f}
      </span>
      ${ss(t)?c`<button class="chip" @click=${()=>o(this,X,Xe).call(this,ee)}>
              ${w(Yn)} ${i("clear_filters")}
            </button>`:f}
      <button class="chip end" @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-all-seen"))}>
        ${w(Cn)} ${i("all_seen")}
      </button>
    `}};X=new WeakSet,Xe=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},Oa=function(e){o(this,X,Xe).call(this,{hours:e===null?null:[e,this.filter.hours?.[1]??24]})},Ot=function(e,t,i,n){return c`<select
      aria-label=${e}
      title=${e}
      @change=${r=>n(r.target.value)}
    >
      ${i.map(([r,a])=>c`<option value=${r} ?selected=${r===t}>${a}</option>`)}
    </select>`},ct.styles=[S,R`
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
    `],d([g({attribute:!1})],ct.prototype,"context",2),d([g({attribute:!1})],ct.prototype,"filter",2),ct=d([z("mycamera-person-filters")],ct);var Pa=R`
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
`;var Zc={},mi=Ie(class extends qe{constructor(){super(...arguments),this.ot=Zc}render(l,s){return s()}update(l,[s,e]){if(Array.isArray(s)){if(Array.isArray(this.ot)&&this.ot.length===s.length&&s.every((t,i)=>t===this.ot[i]))return me}else if(this.ot===s)return me;return this.ot=Array.isArray(s)?Array.from(s):s,this.render(s,e)}});async function Aa(l,s,e){let[t,i]=s===null?[null,null]:JSON.parse(s),n=t===null?0:Math.max(0,l.indexOf(t));for(let[r,a]of l.entries()){if(r<n)continue;let h=await e(a,r===n?i:null),p=l[r+1],m=h.cursor!==null?[a,h.cursor]:p===void 0?null:[p,null];if(h.items.length>0||m===null)return{items:h.items,cursor:m===null?null:JSON.stringify(m)}}return{items:[],cursor:null}}function Ia(l,s,e){return(l.length-l.indexOf(s))*1e13+e}var Pt=class{constructor(s,e){this.day=s;this.make=e}#e=[];#t=[];clear(){this.#e=[],this.#t=[]}of(s){let e=this.#e;if(s===e)return this.#t;let t=Math.min(s.length,e.length),i=0;for(;i<t&&s[i]===e[i];)i+=1;let n=0;for(;n<t-i&&s.at(-1-n)===e.at(-1-n);)n+=1;let r=[],a=0;for(let k of this.#t){if(a+k.items.length>i)break;r.push(k),a+=k.items.length}let h=[],p=s.length;for(let k of this.#t.slice(r.length).reverse()){if(s.length-p+k.items.length>n)break;h.push(k),p-=k.items.length}let m=s[a];for(;m!==void 0&&r.length>0&&r.at(-1)?.day===this.day(m);)a-=r.pop()?.items.length??0;let y=s[p-1];for(;y!==void 0&&p>a&&h.length>0&&h.at(-1)?.day===this.day(y);)p+=h.pop()?.items.length??0;return this.#e=s,this.#t=[...r,...this.#i(s.slice(a,p)),...h.reverse()],this.#t}#i(s){let e=[],t=0;for(;t<s.length;){let i=this.day(s[t]),n=t+1;for(;n<s.length&&this.day(s[n])===i;)n+=1;let r=s.slice(t,n);e.push({day:i,items:r,made:this.make(r,i)}),t=n}return e}};var on=class{constructor(s,e){this.id=s;this.key=e}#e=[];#t=new Set;get items(){return this.#e}clear(){this.#e=[],this.#t.clear()}has(s){return this.#t.has(s)}remove(s){this.#e=this.#e.filter(e=>!s.has(this.id(e)));for(let e of s)this.#t.delete(e)}put(...s){let e=[...this.#e];for(let t of s){let i=this.id(t);if(this.#t.has(i)){let n=e.findIndex(a=>this.id(a)===i),r=e[n];if(r!==void 0&&this.key(r)===this.key(t)){e[n]=t;continue}e.splice(n,1)}this.#t.add(i),e.splice(this.#i(e,this.key(t)),0,t)}this.#e=e}#i(s,e){let[t,i]=[0,s.length],n=s.at(-1);if(n===void 0||this.key(n)>=e)return i;for(;t<i;){let r=t+i>>1;this.key(s[r])>=e?t=r+1:i=r}return t}},dt=class{constructor(s,e){this.host=s;this.options=e;this.state="loading";this.error=null;this.#t=null;this.#i=0;this.#s=!1;this.#e=new on(e.id,e.time),s.addController(this)}#e;#t;#i;#s;get items(){return this.#e.items}get more(){return this.#t!==null}get busy(){return this.#s}hostDisconnected(){this.#i+=1,this.#s=!1}async reload(s=!1){this.#i+=1,this.#s=!1,s||(this.#e.clear(),this.#t=null,this.state="loading"),await this.#r(null)}async next(){this.#s||this.#t===null||this.state!=="ready"||await this.#r(this.#t)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#t===null?this.reload(!0):this.next())}remove(s){this.#e.remove(new Set(s)),this.host.requestUpdate()}put(s){let e=this.items.at(-1),t=e!==void 0&&this.options.time(s)<this.options.time(e);return this.state!=="ready"||t&&this.more&&!this.#e.has(this.options.id(s))?!1:(this.#e.put(s),this.host.requestUpdate(),!0)}async#r(s){let e=this.#i;this.#s=!0,this.host.requestUpdate();try{let t=await this.options.load(s);if(e!==this.#i)return;s===null&&this.#e.clear(),this.#e.put(...t.items),this.#t=t.cursor,this.state="ready",this.error=null}catch(t){if(e!==this.#i)return;this.state="error",this.error=A(t)}this.#s=!1,this.host.requestUpdate()}};var Yc=["newest","oldest","camera","duration","size"],Xc=["success","failed","timeout"],Jc=["pending","running","done","failed","skipped"],Da=200,N,Je,an,La,ln,Ca,Va,Fa,Ee=class extends E{constructor(){super(...arguments);x(this,N);this.which=bt;this.chosen=null;this.busy=!1;this.asked=!1;this.said=""}willUpdate(e){e.has("chosen")&&(this.asked=!1)}render(){return this.chosen===null?o(this,N,Ca).call(this):this.asked?o(this,N,Fa).call(this,this.chosen):o(this,N,Va).call(this,this.chosen)}};N=new WeakSet,Je=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},an=async function(e,t="mycamera-changed"){let i=[...this.chosen??[]];this.busy=!0;try{for(let n=0;n<i.length;n+=Da)this.said=await e(i.slice(n,n+Da))}catch(n){this.said=this.context.localize("save_failed",{code:A(n)})}finally{this.busy=!1,o(this,N,Je).call(this,t,null)}},La=async function(){let{localize:e,hass:t}=this.context,[i,n]=[0,0];this.asked=!1,await o(this,N,an).call(this,async r=>{let{deleted:a,kept:h}=await Dr(t,r);i+=a,n+=h;let p=I(e,t.language,"records_deleted",i);return n===0?p:`${p} · ${I(e,t.language,"records_kept",n)}`},"mycamera-deleted")},ln=function(e){this.asked=e,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},Ca=function(){let{localize:e,hass:t}=this.context,i=(n,r,a,h,p,m)=>c`<select
      aria-label=${n}
      @change=${y=>m(y.target.value||null)}
    >
      <option value="" ?selected=${p===null}>${r}</option>
      ${a.map(y=>c`<option value=${y} ?selected=${y===p}>${h(y)}</option>`)}
    </select>`;return c`
      ${i(e("record_status"),e("any_status"),Xc,n=>oe(e,`record_${n}`,"record_failed"),this.which.status,n=>o(this,N,Je).call(this,"mycamera-which",{...this.which,status:n}))}
      ${i(e("analysis"),e("any_analysis"),Jc,n=>oe(e,`analysis_${n}`,"analysis_pending"),this.which.analysis,n=>o(this,N,Je).call(this,"mycamera-which",{...this.which,analysis:n}))}
      <label class="chip order">
        ${w(dr)}
        <select
          aria-label=${e("order")}
          @change=${n=>{let r=n.target.value;o(this,N,Je).call(this,"mycamera-which",{...this.which,order:r})}}
        >
          ${Yc.map(n=>c`<option value=${n} ?selected=${n===this.which.order}>${e(`order_${n}`)}</option>`)}
        </select>
      </label>
      <span class="said" role="status">${this.said}</span>
      ${t.user?.is_admin?c`<button class="chip" @click=${()=>o(this,N,Je).call(this,"mycamera-choose",!0)}>
              ${w(Fn)} ${e("choose")}
            </button>`:f}
    `},Va=function(e){let{localize:t,hass:i}=this.context,n=(a,h,p)=>c`<button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>{o(this,N,an).call(this,p)}}>
        ${w(a)} ${h}
      </button>`,r=a=>async h=>(await Xi(i,h,a),t("saved"));return c`
      <strong>${I(t,i.language,"chosen",e.size)}</strong>
      <button class="chip" @click=${()=>o(this,N,Je).call(this,"mycamera-choose-all",null)}>${t("choose_shown")}</button>
      ${n(or,t("analyze_chosen"),async a=>I(t,i.language,"queued",(await Ji(i,a)).queued))}
      ${n(Ci,t("protect_chosen"),r(!0))}
      ${n(Vi,t("unprotect"),r(!1))}
      <button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>o(this,N,ln).call(this,!0)}>
        ${w(Ue)} ${t("delete_chosen")}
      </button>
      <span class="said" role="status">${this.said}</span>
      <button class="chip" aria-label=${t("close")} @click=${()=>o(this,N,Je).call(this,"mycamera-choose",!1)}>
        ${w(Y)}
      </button>
    `},Fa=function(e){let{localize:t,hass:i}=this.context;return c`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${I(t,i.language,"delete_records_sure",e.size)}</p>
      <button class="chip" @click=${()=>o(this,N,ln).call(this,!1)}>${t("keep")}</button>
      <button class="chip" @click=${()=>{o(this,N,La).call(this)}}>${t("delete_for_good")}</button>
    </div>`},Ee.styles=[S,R`
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
      .asked {
        display: contents;
      }
      p {
        flex: 0 1 auto;
      }
      .said {
        margin-inline-start: auto;
        color: var(--mc-text-2);
      }
    `],d([g({attribute:!1})],Ee.prototype,"context",2),d([g({attribute:!1})],Ee.prototype,"which",2),d([g({attribute:!1})],Ee.prototype,"chosen",2),d([v()],Ee.prototype,"busy",2),d([v()],Ee.prototype,"asked",2),d([v()],Ee.prototype,"said",2),Ee=d([z("mycamera-record-bar")],Ee);function Na(l,s,e){let t=[],i=l.at(-1),n=0;for(let r of s){if(i!==void 0&&e&&r.place<i.place)break;let a=l[n];for(;a!==void 0&&a.place>=r.place;)t.push(a),n+=1,a=l[n];t.push(r)}for(let r of l.slice(n))t.push(r);return t}function ja(l,s){return[{key:s,day:s,last:!1},...l.map((t,i)=>({key:t.key,day:s,row:t,last:i===l.length-1}))]}var Ha=R`
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
    margin: 0;
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--mc-accent);
  }
`;function At(l,s,e,t){var i=arguments.length,n=i<3?s:t===null?t=Object.getOwnPropertyDescriptor(s,e):t,r;if(typeof Reflect=="object"&&typeof Reflect.decorate=="function")n=Reflect.decorate(l,s,e,t);else for(var a=l.length-1;a>=0;a--)(r=l[a])&&(n=(i<3?r(n):i>3?r(s,e,n):r(s,e))||n);return i>3&&n&&Object.defineProperty(s,e,n),n}var fi=(l,s)=>{let e=l._$AN;if(e===void 0)return!1;for(let t of e)t._$AO?.(s,!1),fi(t,s);return!0},ks=l=>{let s,e;do{if((s=l._$AM)===void 0)break;e=s._$AN,e.delete(l),l=s}while(e?.size===0)},Ua=l=>{for(let s;s=l._$AM;l=s){let e=s._$AN;if(e===void 0)s._$AN=e=new Set;else if(e.has(l))break;e.add(l),ed(s)}};function Qc(l){this._$AN!==void 0?(ks(this),this._$AM=l,Ua(this)):this._$AM=l}function Mc(l,s=!1,e=0){let t=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0)if(s)if(Array.isArray(t))for(let n=e;n<t.length;n++)fi(t[n],!1),ks(t[n]);else t!=null&&(fi(t,!1),ks(t));else fi(this,l)}var ed=l=>{l.type==he.CHILD&&(l._$AP??=Mc,l._$AQ??=Qc)},Es=class extends qe{constructor(){super(...arguments),this._$AN=void 0}_$AT(s,e,t){super._$AT(s,e,t),Ua(this),this.isConnected=s._$AU}_$AO(s,e=!0){s!==this.isConnected&&(this.isConnected=s,s?this.reconnected?.():this.disconnected?.()),e&&(fi(this,s),ks(this))}setValue(s){if(os(this._$Ct))this._$Ct._$AI(s,this);else{let e=[...this._$Ct._$AH];e[this._$Ci]=s,this._$Ct._$AI(e,this,0)}}disconnected(){}reconnected(){}};var gi=class l extends Event{constructor(s){super(l.eventName,{bubbles:!1}),this.first=s.first,this.last=s.last}};gi.eventName="rangeChanged";var vi=class l extends Event{constructor(s){super(l.eventName,{bubbles:!1}),this.first=s.first,this.last=s.last}};vi.eventName="visibilityChanged";var bi=class l extends Event{constructor(){super(l.eventName,{bubbles:!1})}};bi.eventName="unpinned";var cn=class{constructor(s){this._element=null;let e=s??window;this._node=e,s&&(this._element=s)}get element(){return this._element||document.scrollingElement||document.documentElement}get scrollTop(){return this.element.scrollTop||window.scrollY}get scrollLeft(){return this.element.scrollLeft||window.scrollX}get scrollHeight(){return this.element.scrollHeight}get scrollWidth(){return this.element.scrollWidth}get viewportHeight(){return this._element?this._element.getBoundingClientRect().height:window.innerHeight}get viewportWidth(){return this._element?this._element.getBoundingClientRect().width:window.innerWidth}get maxScrollTop(){return this.scrollHeight-this.viewportHeight}get maxScrollLeft(){return this.scrollWidth-this.viewportWidth}},zs=class extends cn{constructor(s,e){super(e),this._clients=new Set,this._retarget=null,this._end=null,this.__destination=null,this.correctingScrollError=!1,this._checkForArrival=this._checkForArrival.bind(this),this._updateManagedScrollTo=this._updateManagedScrollTo.bind(this),this.scrollTo=this.scrollTo.bind(this),this.scrollBy=this.scrollBy.bind(this);let t=this._node;this._originalScrollTo=t.scrollTo,this._originalScrollBy=t.scrollBy,this._originalScroll=t.scroll,this._attach(s)}get _destination(){return this.__destination}get scrolling(){return this._destination!==null}scrollTo(s,e){let t=typeof s=="number"&&typeof e=="number"?{left:s,top:e}:s;this._scrollTo(t)}scrollBy(s,e){let t=typeof s=="number"&&typeof e=="number"?{left:s,top:e}:s;t.top!==void 0&&(t.top+=this.scrollTop),t.left!==void 0&&(t.left+=this.scrollLeft),this._scrollTo(t)}_nativeScrollTo(s){this._originalScrollTo.bind(this._element||window)(s)}_scrollTo(s,e=null,t=null){this._end!==null&&this._end(),s.behavior==="smooth"?(this._setDestination(s),this._retarget=e,this._end=t):this._resetScrollState(),this._nativeScrollTo(s)}_setDestination(s){let{top:e,left:t}=s;return e=e===void 0?void 0:Math.max(0,Math.min(e,this.maxScrollTop)),t=t===void 0?void 0:Math.max(0,Math.min(t,this.maxScrollLeft)),this._destination!==null&&t===this._destination.left&&e===this._destination.top?!1:(this.__destination={top:e,left:t,behavior:"smooth"},!0)}_resetScrollState(){this.__destination=null,this._retarget=null,this._end=null}_updateManagedScrollTo(s){this._destination&&this._setDestination(s)&&this._nativeScrollTo(this._destination)}managedScrollTo(s,e,t){return this._scrollTo(s,e,t),this._updateManagedScrollTo}correctScrollError(s){this.correctingScrollError=!0,requestAnimationFrame(()=>requestAnimationFrame(()=>this.correctingScrollError=!1)),this._nativeScrollTo(s),this._retarget&&this._setDestination(this._retarget()),this._destination&&this._nativeScrollTo(this._destination)}_checkForArrival(){if(this._destination!==null){let{scrollTop:s,scrollLeft:e}=this,{top:t,left:i}=this._destination;t=Math.min(t||0,this.maxScrollTop),i=Math.min(i||0,this.maxScrollLeft);let n=Math.abs(t-s),r=Math.abs(i-e);n<1&&r<1&&(this._end&&this._end(),this._resetScrollState())}}detach(s){return this._clients.delete(s),this._clients.size===0&&(this._node.scrollTo=this._originalScrollTo,this._node.scrollBy=this._originalScrollBy,this._node.scroll=this._originalScroll,this._node.removeEventListener("scroll",this._checkForArrival)),null}_attach(s){this._clients.add(s),this._clients.size===1&&(this._node.scrollTo=this.scrollTo,this._node.scrollBy=this.scrollBy,this._node.scroll=this.scrollTo,this._node.addEventListener("scroll",this._checkForArrival))}};var qa=typeof window<"u"?window.ResizeObserver:void 0;var yi=Symbol("virtualizerRef"),Ss="virtualizer-sizer",Ba,Rs=class{constructor(s){if(this._benchmarkStart=null,this._layout=null,this._clippingAncestors=[],this._scrollSize=null,this._scrollError=null,this._childrenPos=null,this._childMeasurements=null,this._toBeMeasured=new Map,this._rangeChanged=!0,this._itemsChanged=!0,this._visibilityChanged=!0,this._scrollerController=null,this._isScroller=!1,this._sizer=null,this._hostElementRO=null,this._childrenRO=null,this._mutationObserver=null,this._scrollEventListeners=[],this._scrollEventListenerOptions={passive:!0},this._loadListener=this._childLoaded.bind(this),this._scrollIntoViewTarget=null,this._updateScrollIntoViewCoordinates=null,this._items=[],this._first=-1,this._last=-1,this._firstVisible=-1,this._lastVisible=-1,this._scheduled=new WeakSet,this._measureCallback=null,this._measureChildOverride=null,this._layoutCompletePromise=null,this._layoutCompleteResolver=null,this._layoutCompleteRejecter=null,this._pendingLayoutComplete=null,this._layoutInitialized=null,this._connected=!1,!s)throw new Error("Virtualizer constructor requires a configuration object");if(s.hostElement)this._init(s);else throw new Error('Virtualizer configuration requires the "hostElement" property')}set items(s){Array.isArray(s)&&s!==this._items&&(this._itemsChanged=!0,this._items=s,this._schedule(this._updateLayout))}_init(s){this._isScroller=!!s.scroller,this._initHostElement(s);let e=s.layout||{};this._layoutInitialized=this._initLayout(e)}_initObservers(){this._mutationObserver=new MutationObserver(this._finishDOMUpdate.bind(this)),this._hostElementRO=new qa(()=>this._hostElementSizeChanged()),this._childrenRO=new qa(this._childrenSizeChanged.bind(this))}_initHostElement(s){let e=this._hostElement=s.hostElement;this._applyVirtualizerStyles(),e[yi]=this}connected(){this._initObservers();let s=this._isScroller;this._clippingAncestors=sd(this._hostElement,s),this._scrollerController=new zs(this,this._clippingAncestors[0]),this._schedule(this._updateLayout),this._observeAndListen(),this._connected=!0}_observeAndListen(){this._mutationObserver.observe(this._hostElement,{childList:!0}),this._hostElementRO.observe(this._hostElement),this._scrollEventListeners.push(window),window.addEventListener("scroll",this,this._scrollEventListenerOptions),this._clippingAncestors.forEach(s=>{s.addEventListener("scroll",this,this._scrollEventListenerOptions),this._scrollEventListeners.push(s),this._hostElementRO.observe(s)}),this._hostElementRO.observe(this._scrollerController.element),this._children.forEach(s=>this._childrenRO.observe(s)),this._scrollEventListeners.forEach(s=>s.addEventListener("scroll",this,this._scrollEventListenerOptions))}disconnected(){this._scrollEventListeners.forEach(s=>s.removeEventListener("scroll",this,this._scrollEventListenerOptions)),this._scrollEventListeners=[],this._clippingAncestors=[],this._scrollerController?.detach(this),this._scrollerController=null,this._mutationObserver?.disconnect(),this._mutationObserver=null,this._hostElementRO?.disconnect(),this._hostElementRO=null,this._childrenRO?.disconnect(),this._childrenRO=null,this._rejectLayoutCompletePromise("disconnected"),this._connected=!1}_applyVirtualizerStyles(){let e=this._hostElement.style;e.display=e.display||"block",e.position=e.position||"relative",e.contain=e.contain||"size layout",this._isScroller&&(e.overflow=e.overflow||"auto",e.minHeight=e.minHeight||"150px")}_getSizer(){let s=this._hostElement;if(!this._sizer){let e=s.querySelector(`[${Ss}]`);e||(e=document.createElement("div"),e.setAttribute(Ss,""),s.appendChild(e)),Object.assign(e.style,{position:"absolute",margin:"-2px 0 0 0",padding:0,visibility:"hidden",fontSize:"2px"}),e.textContent="&nbsp;",e.setAttribute(Ss,""),this._sizer=e}return this._sizer}async updateLayoutConfig(s){await this._layoutInitialized;let e=s.type||Ba;if(typeof e=="function"&&this._layout instanceof e){let t={...s};return delete t.type,this._layout.config=t,!0}return!1}async _initLayout(s){let e,t;if(typeof s.type=="function"){t=s.type;let i={...s};delete i.type,e=i}else e=s;t===void 0&&(Ba=t=(await import("./flow-AJ3V2T2C.js")).FlowLayout),this._layout=new t(i=>this._handleLayoutMessage(i),e),this._layout.measureChildren&&typeof this._layout.updateItemSizes=="function"&&(typeof this._layout.measureChildren=="function"&&(this._measureChildOverride=this._layout.measureChildren),this._measureCallback=this._layout.updateItemSizes.bind(this._layout)),this._layout.listenForChildLoadEvents&&this._hostElement.addEventListener("load",this._loadListener,!0),this._schedule(this._updateLayout)}startBenchmarking(){this._benchmarkStart===null&&(this._benchmarkStart=window.performance.now())}stopBenchmarking(){if(this._benchmarkStart!==null){let s=window.performance.now(),e=s-this._benchmarkStart,i=performance.getEntriesByName("uv-virtualizing","measure").filter(n=>n.startTime>=this._benchmarkStart&&n.startTime<s).reduce((n,r)=>n+r.duration,0);return this._benchmarkStart=null,{timeElapsed:e,virtualizationTime:i}}return null}_measureChildren(){let s={},e=this._children,t=this._measureChildOverride||this._measureChild;for(let i=0;i<e.length;i++){let n=e[i],r=this._first+i;(this._itemsChanged||this._toBeMeasured.has(n))&&(s[r]=t.call(this,n,this._items[r]))}this._childMeasurements=s,this._schedule(this._updateLayout),this._toBeMeasured.clear()}_measureChild(s){let{width:e,height:t}=s.getBoundingClientRect();return Object.assign({width:e,height:t},td(s))}async _schedule(s){this._scheduled.has(s)||(this._scheduled.add(s),await Promise.resolve(),this._scheduled.delete(s),s.call(this))}async _updateDOM(s){this._scrollSize=s.scrollSize,this._adjustRange(s.range),this._childrenPos=s.childPositions,this._scrollError=s.scrollError||null;let{_rangeChanged:e,_itemsChanged:t}=this;this._visibilityChanged&&(this._notifyVisibility(),this._visibilityChanged=!1),(e||t)&&(this._notifyRange(),this._rangeChanged=!1),this._finishDOMUpdate()}_finishDOMUpdate(){this._connected&&(this._children.forEach(s=>this._childrenRO.observe(s)),this._checkScrollIntoViewTarget(this._childrenPos),this._positionChildren(this._childrenPos),this._sizeHostElement(this._scrollSize),this._correctScrollError(),this._benchmarkStart&&"mark"in window.performance&&window.performance.mark("uv-end"))}_updateLayout(){this._layout&&this._connected&&(this._layout.items=this._items,this._updateView(),this._childMeasurements!==null&&(this._measureCallback&&this._measureCallback(this._childMeasurements),this._childMeasurements=null),this._layout.reflowIfNeeded(),this._benchmarkStart&&"mark"in window.performance&&window.performance.mark("uv-end"))}_handleScrollEvent(){if(this._benchmarkStart&&"mark"in window.performance){try{window.performance.measure("uv-virtualizing","uv-start","uv-end")}catch(s){console.warn("Error measuring performance data: ",s)}window.performance.mark("uv-start")}this._scrollerController.correctingScrollError===!1&&this._layout?.unpin(),this._schedule(this._updateLayout)}handleEvent(s){s.type==="scroll"?(s.currentTarget===window||this._clippingAncestors.includes(s.currentTarget))&&this._handleScrollEvent():console.warn("event not handled",s)}_handleLayoutMessage(s){s.type==="stateChanged"?this._updateDOM(s):s.type==="visibilityChanged"?(this._firstVisible=s.firstVisible,this._lastVisible=s.lastVisible,this._notifyVisibility()):s.type==="unpinned"&&this._hostElement.dispatchEvent(new bi)}get _children(){let s=[],e=this._hostElement.firstElementChild;for(;e;)e.hasAttribute(Ss)||s.push(e),e=e.nextElementSibling;return s}_updateView(){let s=this._hostElement,e=this._scrollerController?.element,t=this._layout;if(s&&e&&t){let i,n,r,a,h=s.getBoundingClientRect();i=0,n=0,r=window.innerHeight,a=window.innerWidth;let p=this._clippingAncestors.map(ne=>ne.getBoundingClientRect());p.unshift(h);for(let ne of p)i=Math.max(i,ne.top),n=Math.max(n,ne.left),r=Math.min(r,ne.bottom),a=Math.min(a,ne.right);let m=e.getBoundingClientRect(),y={left:h.left-m.left,top:h.top-m.top},k={width:e.scrollWidth,height:e.scrollHeight},D=i-h.top+s.scrollTop,F=n-h.left+s.scrollLeft,re=Math.max(0,r-i),M=Math.max(0,a-n);t.viewportSize={width:M,height:re},t.viewportScroll={top:D,left:F},t.totalScrollSize=k,t.offsetWithinScroller=y}}_sizeHostElement(s){let t=s&&s.width!==null?Math.min(82e5,s.width):0,i=s&&s.height!==null?Math.min(82e5,s.height):0;if(this._isScroller)this._getSizer().style.transform=`translate(${t}px, ${i}px)`;else{let n=this._hostElement.style;n.minWidth=t?`${t}px`:"100%",n.minHeight=i?`${i}px`:"100%"}}_positionChildren(s){s&&s.forEach(({top:e,left:t,width:i,height:n,xOffset:r,yOffset:a},h)=>{let p=this._children[h-this._first];p&&(p.style.position="absolute",p.style.boxSizing="border-box",p.style.transform=`translate(${t}px, ${e}px)`,i!==void 0&&(p.style.width=i+"px"),n!==void 0&&(p.style.height=n+"px"),p.style.left=r===void 0?null:r+"px",p.style.top=a===void 0?null:a+"px")})}async _adjustRange(s){let{_first:e,_last:t,_firstVisible:i,_lastVisible:n}=this;this._first=s.first,this._last=s.last,this._firstVisible=s.firstVisible,this._lastVisible=s.lastVisible,this._rangeChanged=this._rangeChanged||this._first!==e||this._last!==t,this._visibilityChanged=this._visibilityChanged||this._firstVisible!==i||this._lastVisible!==n}_correctScrollError(){if(this._scrollError){let{scrollTop:s,scrollLeft:e}=this._scrollerController,{top:t,left:i}=this._scrollError;this._scrollError=null,this._scrollerController.correctScrollError({top:s-t,left:e-i})}}element(s){return s===1/0&&(s=this._items.length-1),this._items?.[s]===void 0?void 0:{scrollIntoView:(e={})=>this._scrollElementIntoView({...e,index:s})}}_scrollElementIntoView(s){if(s.index>=this._first&&s.index<=this._last)this._children[s.index-this._first].scrollIntoView(s);else if(s.index=Math.min(s.index,this._items.length-1),s.behavior==="smooth"){let e=this._layout.getScrollIntoViewCoordinates(s),{behavior:t}=s;this._updateScrollIntoViewCoordinates=this._scrollerController.managedScrollTo(Object.assign(e,{behavior:t}),()=>this._layout.getScrollIntoViewCoordinates(s),()=>this._scrollIntoViewTarget=null),this._scrollIntoViewTarget=s}else this._layout.pin=s}_checkScrollIntoViewTarget(s){let{index:e}=this._scrollIntoViewTarget||{};e&&s?.has(e)&&this._updateScrollIntoViewCoordinates(this._layout.getScrollIntoViewCoordinates(this._scrollIntoViewTarget))}_notifyRange(){this._hostElement.dispatchEvent(new gi({first:this._first,last:this._last}))}_notifyVisibility(){this._hostElement.dispatchEvent(new vi({first:this._firstVisible,last:this._lastVisible}))}get layoutComplete(){return this._layoutCompletePromise||(this._layoutCompletePromise=new Promise((s,e)=>{this._layoutCompleteResolver=s,this._layoutCompleteRejecter=e})),this._layoutCompletePromise}_rejectLayoutCompletePromise(s){this._layoutCompleteRejecter!==null&&this._layoutCompleteRejecter(s),this._resetLayoutCompleteState()}_scheduleLayoutComplete(){this._layoutCompletePromise&&this._pendingLayoutComplete===null&&(this._pendingLayoutComplete=requestAnimationFrame(()=>requestAnimationFrame(()=>this._resolveLayoutCompletePromise())))}_resolveLayoutCompletePromise(){this._layoutCompleteResolver!==null&&this._layoutCompleteResolver(),this._resetLayoutCompleteState()}_resetLayoutCompleteState(){this._layoutCompletePromise=null,this._layoutCompleteResolver=null,this._layoutCompleteRejecter=null,this._pendingLayoutComplete=null}_hostElementSizeChanged(){this._schedule(this._updateLayout)}_childLoaded(){}_childrenSizeChanged(s){if(this._layout?.measureChildren){for(let e of s)this._toBeMeasured.set(e.target,e.contentRect);this._measureChildren()}this._scheduleLayoutComplete(),this._itemsChanged=!1,this._rangeChanged=!1}};function td(l){let s=window.getComputedStyle(l);return{marginTop:Ts(s.marginTop),marginRight:Ts(s.marginRight),marginBottom:Ts(s.marginBottom),marginLeft:Ts(s.marginLeft)}}function Ts(l){let s=l?parseFloat(l):NaN;return Number.isNaN(s)?0:s}function Ga(l){if(l.assignedSlot!==null)return l.assignedSlot;if(l.parentElement!==null)return l.parentElement;let s=l.parentNode;return s&&s.nodeType===Node.DOCUMENT_FRAGMENT_NODE&&s.host||null}function id(l,s=!1){let e=[],t=s?l:Ga(l);for(;t!==null;)e.push(t),t=Ga(t);return e}function sd(l,s=!1){let e=!1;return id(l,s).filter(t=>{if(e)return!1;let i=getComputedStyle(t);return e=i.position==="fixed",i.overflow!=="visible"})}var hn=l=>l,pn=(l,s)=>c`${s}: ${JSON.stringify(l,null,2)}`,dn=class extends Es{constructor(s){if(super(s),this._virtualizer=null,this._first=0,this._last=-1,this._renderItem=(e,t)=>pn(e,t+this._first),this._keyFunction=(e,t)=>hn(e,t+this._first),this._items=[],s.type!==he.CHILD)throw new Error("The virtualize directive can only be used in child expressions")}render(s){s&&this._setFunctions(s);let e=[];if(this._first>=0&&this._last>=this._first)for(let t=this._first;t<=this._last;t++)e.push(this._items[t]);return xe(e,this._keyFunction,this._renderItem)}update(s,[e]){this._setFunctions(e);let t=this._items!==e.items;return this._items=e.items||[],this._virtualizer?this._updateVirtualizerConfig(s,e):this._initialize(s,e),t?me:this.render()}async _updateVirtualizerConfig(s,e){if(!await this._virtualizer.updateLayoutConfig(e.layout||{})){let i=s.parentNode;this._makeVirtualizer(i,e)}this._virtualizer.items=this._items}_setFunctions(s){let{renderItem:e,keyFunction:t}=s;e&&(this._renderItem=(i,n)=>e(i,n+this._first)),t&&(this._keyFunction=(i,n)=>t(i,n+this._first))}_makeVirtualizer(s,e){this._virtualizer&&this._virtualizer.disconnected();let{layout:t,scroller:i,items:n}=e;this._virtualizer=new Rs({hostElement:s,layout:t,scroller:i}),this._virtualizer.items=n,this._virtualizer.connected()}_initialize(s,e){let t=s.parentNode;t&&t.nodeType===1&&(t.addEventListener("rangeChanged",i=>{this._first=i.first,this._last=i.last,this.setValue(this.render())}),this._makeVirtualizer(t,e))}disconnected(){this._virtualizer?.disconnected()}reconnected(){this._virtualizer?.connected()}},Ka=Ie(dn);var Ne=class extends E{constructor(){super(...arguments),this.items=[],this.renderItem=pn,this.keyFunction=hn,this.layout={},this.scroller=!1}createRenderRoot(){return this}render(){let{items:s,renderItem:e,keyFunction:t,layout:i,scroller:n}=this;return c`${Ka({items:s,renderItem:e,keyFunction:t,layout:i,scroller:n})}`}element(s){return this[yi]?.element(s)}get layoutComplete(){return this[yi]?.layoutComplete}scrollToIndex(s,e="start"){this.element(s)?.scrollIntoView({block:e})}};At([g({attribute:!1})],Ne.prototype,"items",void 0);At([g()],Ne.prototype,"renderItem",void 0);At([g()],Ne.prototype,"keyFunction",void 0);At([g({attribute:!1})],Ne.prototype,"layout",void 0);At([g({reflect:!0,type:Boolean})],Ne.prototype,"scroller",void 0);var Os=class extends Ne{};Os=d([z("mycamera-virtual-rows")],Os);var nd={duration:"duration",size:"file_size"},rd=12,Qe,It,Dt,Lt,Ct,Vt,Me,xi,P,Wa,un,Za,ht,mn,Ya,fn,Xa,Ja,Qa,Ma,el,tl,il,sl,nl,rl,ue=class extends E{constructor(){super(...arguments);x(this,P);this.filter=ee;this.playing=null;this.problems=new Map;this.which=bt;this.chosen=null;this.topDay="";this.records=new dt(this,{load:e=>o(this,P,un).call(this,e,(t,i)=>vr(this.context.hass,t,this.which,this.context.formats.timeZone,i)),id:e=>String(e.record_id),time:e=>o(this,P,ht).call(this,e).place});this.gaps=new dt(this,{load:e=>o(this,P,un).call(this,e,(t,i)=>yr(this.context.hass,t,this.which.order==="oldest",this.context.formats.timeZone,i)),id:e=>String(e.gap_id),time:e=>o(this,P,ht).call(this,e).place});x(this,Qe,null);x(this,It,[]);x(this,Dt,[[],[]]);x(this,Lt,new WeakMap);x(this,Ct,new Pt(e=>o(this,P,Ya).call(this,e),ja));x(this,Vt,[]);x(this,Me,[]);x(this,xi,[])}connectedCallback(){super.connectedCallback(),$(this,Qe,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),u(this,Qe)?.disconnect(),$(this,Qe,null)}willUpdate(e){e.get("filter")?.day&&this.filter.day===null&&vt(this.which.order)!==null&&(this.which={...this.which,order:bt.order}),(e.has("filter")||e.has("which"))&&($(this,Lt,new WeakMap),$(this,Dt,[[],[]]),$(this,It,od(this.context)),u(this,Ct).clear(),this.playing=null,this.chosen&&(this.chosen=new Set),this.records.reload(),this.gaps.reload()),e.get("context")?.formats.timeZone!==this.context.formats.timeZone&&u(this,Ct).clear(),o(this,P,Za).call(this),o(this,P,Xa).call(this)}updated(){u(this,Qe)?.disconnect(),this.foot&&this.records.more&&u(this,Qe)?.observe(this.foot)}refresh(){this.playing===null&&!this.chosen?.size&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){return c`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${e=>{if(vt(e.detail.order)!==null&&this.filter.day===null){let t={day:this.context.formats.today()};this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:t}))}this.which=e.detail}}
        @mycamera-choose=${e=>{this.chosen=e.detail?new Set:null}}
        @mycamera-choose-all=${()=>{this.chosen=new Set(this.records.items.map(e=>e.record_id))}}
        @mycamera-changed=${()=>{this.records.reload(!0)}}
        @mycamera-deleted=${()=>{this.chosen=new Set,this.records.reload(!0),this.gaps.reload(!0)}}
      ></mycamera-record-bar>
      ${o(this,P,Ja).call(this)}`}};Qe=new WeakMap,It=new WeakMap,Dt=new WeakMap,Lt=new WeakMap,Ct=new WeakMap,Vt=new WeakMap,Me=new WeakMap,xi=new WeakMap,P=new WeakSet,Wa=function(e){let{camera_id:t,start:i}=e,n=vt(this.which.order);if(n!==null)return("record_id"in e&&e[nd[n]]||0)*1e3;let r=Date.parse(i);return this.which.order==="camera"?Ia(u(this,It),t,r):this.which.order==="oldest"?-r:r},un=function(e,t){return vt(this.which.order)!==null?t({...this.filter,day:this.filter.day??this.context.formats.today()},e):this.which.order!=="camera"||this.filter.cameraId!==null?t(this.filter,e):Aa(u(this,It),e,(i,n)=>t({...this.filter,cameraId:i},n))},Za=function(){if(!u(this,P,mn))return;let e=this.records.items.at(-1),t=this.gaps.items.at(-1);e&&t&&o(this,P,ht).call(this,t).place>o(this,P,ht).call(this,e).place&&this.gaps.next()},ht=function(e){let t=u(this,Lt).get(e);if(t===void 0){let i=o(this,P,Wa).call(this,e);t="gap_id"in e?{kind:"gap",key:`g${e.gap_id}`,place:i,gap:e}:{kind:"record",key:`r${e.record_id}`,place:i,record:e},u(this,Lt).set(e,t)}return t},mn=function(){return this.which.status===null&&this.which.analysis===null&&vt(this.which.order)===null},Ya=function(e){let{start:t,camera_id:i}=e.kind==="gap"?e.gap:e.record,n=this.context.formats.day(t);return this.which.order==="camera"?`${n} ${i}`:n},fn=function(e){let[t="",i]=e.split(" "),n=this.context.formats.heading(t);return i===void 0?n:`${U(this.context,i)} · ${n}`},Xa=function(){let e=[this.records.items,this.records.more,this.gaps.items,this.which,this.context.formats.timeZone];if(e.every((p,m)=>p===u(this,xi)[m]))return;$(this,xi,e);let[t,i]=u(this,Dt),{items:n}=this.records,r=n.map((p,m)=>p===t[m]&&i[m]||o(this,P,ht).call(this,p));$(this,Dt,[n,r]);let a=u(this,P,mn)?this.gaps.items.map(p=>o(this,P,ht).call(this,p)):[];$(this,Vt,Na(r,a,this.records.more));let h=[];for(let{made:p}of u(this,Ct).of(u(this,Vt)))for(let m of p)h.push(m);$(this,Me,h)},Ja=function(){let{context:e,records:t}=this,{localize:i}=e;if(u(this,Vt).length===0){if(t.state==="error")return G({icon:de,bad:!0,...V(e,t.error??"unknown"),action:c`<button class="text-button" @click=${o(this,P,Ma)}>${i("retry")}</button>`});if(t.state==="loading"||t.more)return c`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
        </div>`;let r=this.which.status!==null||this.which.analysis!==null,a=this.filter.cameraId!==null||this.filter.day!==null||r;return G({icon:Gi,heading:i(a?"no_matches":"no_recordings"),text:i(a?"no_matches_text":"no_recordings_text"),...a?{action:c`<button
                class="text-button"
                @click=${()=>{this.which={...bt,order:this.which.order},this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}}
              >
                ${i("clear_filters")}
              </button>`}:{}})}let n=this.topDay||u(this,Me)[0]?.day;return c`
      ${n?c`<div class="top" aria-hidden="true"><span class="day">${o(this,P,fn).call(this,n)}</span></div>`:f}
      <mycamera-virtual-rows
        role="list"
        .items=${u(this,Me)}
        .keyFunction=${ad}
        .renderItem=${r=>o(this,P,Qa).call(this,r)}
        @rangeChanged=${({last:r})=>{r>=u(this,Me).length-rd&&this.records.next()}}
        @visibilityChanged=${({first:r})=>{this.topDay=u(this,Me)[r]?.day??""}}
      ></mycamera-virtual-rows>
      <div class="foot">${o(this,P,el).call(this)}</div>
    `},Qa=function({day:e,row:t,last:i}){return t===void 0?c`<div class="head" role="listitem"><h2 class="day">${o(this,P,fn).call(this,e)}</h2></div>`:c`<div class="cell ${i?"last":""}" role="listitem">${o(this,P,tl).call(this,t)}</div>`},Ma=function(){this.records.reload(),this.gaps.reload()},el=function(){let{records:e,context:t}=this;return e.state==="error"?c`<p>${V(t,e.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`:e.busy?c`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?c`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},tl=function(e){let{hass:t}=this.context,i=e.kind==="gap"?e.gap.camera_id:e.record.camera_id,n=[t.language,t.locale,t.user?.is_admin,U(this.context,i)];if(e.kind==="gap")return mi([e.gap,...n],()=>o(this,P,il).call(this,e.gap));let{record:r}=e,a=r.record_id,h=[this.playing===a,this.problems.get(a),this.chosen?.has(a)];return mi([r,...n,...h],()=>o(this,P,sl).call(this,r))},il=function(e){let{context:t}=this,{formats:i,localize:n}=t;return c`<div class="row gap">
      <span class="dot bad"></span>
      <span class="when">${i.range(e.start,e.end)}</span>
      <span class="camera" dir="auto">${U(t,e.camera_id)}</span>
      <span class="note">${n("gap_because",{cause:xt(t,e.cause)})}</span>
      <span class="number">${i.duration((Date.parse(e.end)-Date.parse(e.start))/1e3)}</span>
    </div>`},sl=function(e){let{context:t}=this,{formats:i,localize:n}=t,r=U(t,e.camera_id),a=this.playing===e.record_id,h=e.status==="success",p=e.status==="failed"&&e.video_url!==null?"incomplete":e.status,m=(Date.parse(e.end)-Date.parse(e.start))/1e3;return c`<div class="row">
        ${this.chosen===null?c`<span class="dot ${h?"good":"bad"}"></span>`:c`<input
                type="checkbox"
                aria-label=${n("choose_record",{camera:r,time:i.time(e.start)})}
                .checked=${this.chosen.has(e.record_id)}
                @change=${y=>o(this,P,nl).call(this,e.record_id,y.target.checked)}
              />`}
        <span class="when">${i.range(e.start,e.end)}</span>
        <span class="camera" dir="auto">${r}</span>
        <span class="note" title=${e.error??""}>
          ${oe(n,`record_${p}`,"record_failed")} ·
          ${oe(n,`analysis_${e.analysis_status}`,"analysis_pending")}
          ${e.error?c`<span class="error" dir="auto">${e.error}</span>`:f}
        </span>
        <span class="number">${i.duration(e.duration??m)}</span>
        <span class="number size">${e.file_size===null?"":i.bytes(e.file_size)}</span>
        <mycamera-protection
          .context=${t}
          .recordId=${e.record_id}
          .kept=${e.protected}
        ></mycamera-protection>
        ${e.video_url===null?c`<span class="no-button"></span>`:c`<button
                class="icon-button"
                aria-expanded=${a?"true":"false"}
                aria-label=${n("play_recording",{camera:r,time:i.time(e.start)})}
                @click=${()=>{this.playing=a?null:e.record_id}}
              >
                ${w(a?Di:Hi)}
              </button>`}
      </div>
      ${a&&e.video_url!==null?o(this,P,rl).call(this,e,e.video_url):f}`},nl=function(e,t){let i=new Set(this.chosen);t?i.add(e):i.delete(e),this.chosen=i},rl=function(e,t){let{context:i}=this,n=i.hass.hassUrl(t),r=this.problems.get(e.record_id);return r?c`<p class="unplayable" role="alert">
        ${yt(i,r,e.codec)}
        ${r==="unplayable"?c`<a class="text-button" href=${n} download>${i.localize("download")}</a>`:f}
      </p>`:c`<video
      src=${n}
      aria-label=${i.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[e.record_id,await Qi(n)]])}}
    ></video>`},ue.styles=[S,fe,Ha],d([g({attribute:!1})],ue.prototype,"context",2),d([g({attribute:!1})],ue.prototype,"filter",2),d([v()],ue.prototype,"playing",2),d([v()],ue.prototype,"problems",2),d([v()],ue.prototype,"which",2),d([v()],ue.prototype,"chosen",2),d([v()],ue.prototype,"topDay",2),d([j(".foot")],ue.prototype,"foot",2),ue=d([z("mycamera-recordings")],ue);function od({hass:l,overview:s}){let e=[...s?.cameras??[],...s?.removed_cameras??[]],t=new Intl.Collator(l.locale.language||l.language,{numeric:!0});return e.sort((i,n)=>t.compare(i.name,n.name)).map(i=>i.camera_id)}function ad(l){return l.key}var ld=23.5*3600;function ol({localize:l,formats:s,hass:e},t){let{coverage:i,coverage_seconds:n}=t;if(i===null||n===null)return null;let r=t.gaps?I(l,e.language,"gaps",t.gaps):"",a=s.percent(Math.floor(i*100)/100),h=m=>[m,r].filter(Boolean).join(" · ");if(n>=ld)return[l("last_day_recorded"),h(a)];let p=s.duration(n<60?n:Math.floor(n/60)*60);return[l("recorded_so_far"),h(l("recorded_of",{share:a,duration:p}))]}var al=R`
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
`;var cd=1e4,dd=3,hd={idle:"off",working:"good",away:"warn"},_i,H,Ps,ll,wi,cl,dl,hl,pl,ul,je=class extends E{constructor(){super(...arguments);x(this,H);this.system=null;this.failure=null;x(this,_i)}connectedCallback(){super.connectedCallback(),o(this,H,Ps).call(this),$(this,_i,window.setInterval(()=>{o(this,H,Ps).call(this)},cd))}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(u(this,_i))}willUpdate(e){e.has("overview")&&e.get("overview")&&o(this,H,Ps).call(this)}render(){let{context:e,system:t,overview:i}=this,{localize:n}=e;return t===null?this.failure!==null?G({icon:de,bad:!0,...V(e,this.failure)}):c`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${n("loading")}></div>
      </div>`:c`${o(this,H,ll).call(this,i)}
    <div class="parts">
      ${t.cameras.map(r=>o(this,H,cl).call(this,r))} ${o(this,H,dl).call(this,i)}
      ${o(this,H,pl).call(this,i,t)} ${o(this,H,ul).call(this,t)}
    </div>`}};_i=new WeakMap,H=new WeakSet,Ps=async function(){if(!document.hidden)try{this.system=await Rr(this.context.hass),this.failure=null}catch(e){this.failure=A(e)}},ll=function({long_work:e}){if(e.length===0)return f;let{localize:t,formats:i}=this.context;return c`<section class="works" aria-labelledby="works">
      <h2 id="works">${w(lr)} ${t("long_work")}</h2>
      ${e.map(n=>{let r=oe(t,`work_${n.kind}`,"long_work"),a=n.left===null?"":t("work_left",{count:i.number(n.left)}),h=n.done===null?"":i.percent(Math.floor(n.done*100)/100);return c`<div class="work">
          <span>${[r,n.name].filter(Boolean).join(": ")}</span>
          <span class="quiet">${[a,h].filter(Boolean).join(" · ")}</span>
          <progress max="1" value=${n.done??f} aria-label=${r}></progress>
        </div>`})}
    </section>`},wi=function(e,t,i,n,r,a,h=null,p=null,m=f){let{localize:y,hass:k}=this.context;return c`<section class=${i}>
      <h2>${w(e)} <span dir="auto">${t}</span> <span class="status"><span class="dot ${i}"></span>${n}</span></h2>
      ${r.length>0?c`<dl>
              ${r.map(([D,F])=>c`<div>
                  <dt>${D}</dt>
                  <dd>${F}</dd>
                </div>`)}
            </dl>`:f}
      ${m} ${h?c`<p class="error" dir="auto">${h}</p>`:f}
      ${a?c`<p class="advice">${a}</p>`:f}
      ${a&&p&&k.user?.is_admin?c`<a class="text-button" href=${p}>${y("add_camera")}</a>`:f}
    </section>`},cl=function(e){let{localize:t,formats:i}=this.context,n=e.recording_status,r=e.detection_enabled&&!e.watching,a=n==="off"?"off":n==="connecting"?"warn":n!=="recording"?"bad":r?"warn":"good",h=[],p=ol(this.context,e);p!==null&&h.push(p),e.persons_today!==null&&h.push([t("people_today"),String(e.persons_today)]),e.bytes!==null&&h.push([t("recordings"),i.bytes(e.bytes)]),e.stream_fps!==null&&h.push([t("stream_fps"),e.stream_fps.toFixed(0)]);let m=a==="bad"?oe(t,`advice_${n}`,"advice_camera"):r?t("not_watching"):"";return o(this,H,wi).call(this,He,e.name,a,t(`status_${n}`),h,m,e.recording_error??(r?e.watch_error:null),"/config/integrations/integration/mycamera")},dl=function(e){let{localize:t,hass:i}=this.context,{worker:n,minutes_behind:r,pending_analyses:a,pending_captions:h}=e,p=n.overloaded?"overloaded":n.status,m=p==="connected"?"good":p==="failed"||p==="disconnected"?"bad":"warn",y=[];n.device&&y.push([t("device"),n.device]),n.version&&y.push([t("version"),n.version]),r?y.push([t("queue"),I(t,i.language,"minutes_behind",r)]):a&&y.push([t("queue"),I(t,i.language,"pending_analyses",a)]),h&&y.push([t("descriptions"),I(t,i.language,"pending_captions",h)]);let k=m==="good"?"":oe(t,`worker_${p}_advice`,"advice_worker");return o(this,H,wi).call(this,Yt,t("analysis"),m,t(`worker_${p}`),y,k,n.error,"/config/integrations/integration/mycamera",o(this,H,hl).call(this,n.machines))},hl=function(e){if(e.length===0)return f;let{localize:t,hass:i}=this.context;return c`<ul class="machines">
      ${e.map(n=>{let r=I(t,i.language,"jobs_an_hour",n.jobs_an_hour);return c`<li>
          <span class="dot ${hd[n.state]}"></span>
          <span class="machine" dir="auto">${n.name}</span>
          <span class="quiet">${t(`machine_${n.state}`)}</span>
          <span class="quiet" dir="auto">${[n.device,r].filter(Boolean).join(" · ")}</span>
          ${n.error?c`<span class="error" dir="auto">${n.error}</span>`:f}
        </li>`})}
    </ul>`},pl=function(e,t){let{localize:i,formats:n,hass:r}=this.context,{available:a,since:h,waiting:p}=e.database,m=[];return t.database_bytes!==null&&m.push([i("size"),n.bytes(t.database_bytes)]),h&&m.push([i("since"),n.dateTime(h)]),o(this,H,wi).call(this,qn,i("database"),a?"good":"bad",i(a?"database_answers":"database_down"),m,a?"":I(i,r.language,"database_waiting",p),null,"/config/integrations/integration/mycamera")},ul=function(e){let{localize:t,formats:i,hass:n}=this.context,r=e.days_until_full,a=e.free_bytes!==null,h=r!==null&&r<dd&&!e.never_full,p=[];return e.free_bytes!==null&&p.push([t("free"),i.bytes(e.free_bytes)]),r!==null?p.push([t("full_in"),I(t,n.language,"days",Math.max(0,Math.round(r)))]):e.never_full&&p.push([t("full_in"),t("never_full")]),e.recordings_path&&p.push([t("folder"),e.recordings_path]),o(this,H,wi).call(this,Xn,t("storage"),a?h?"warn":"good":"warn",t(a?h?"storage_soon_full":"storage_good":"storage_unknown"),p,h?t("storage_advice"):"",null,"/config/integrations/integration/mycamera")},je.styles=[S,fe,al],d([g({attribute:!1})],je.prototype,"context",2),d([g({attribute:!1})],je.prototype,"overview",2),d([v()],je.prototype,"system",2),d([v()],je.prototype,"failure",2),je=d([z("mycamera-system")],je);var ml=R`
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
`;var pd=2*6e4,ud=30*6e4,md=20,fd=[30,10,5,1].map(l=>l*6e4);function gd(l){return Date.parse(l[0]?.first_seen??"")-Date.parse(l.at(-1)?.first_seen??"")}function fl(l,s){let[e,...t]=s;if(e===void 0||l.length<=md&&gd(l)<=ud)return[l];let i=new Map;for(let n of l){let r=Math.floor(Date.parse(n.first_seen)/e),a=i.get(r);a?a.push(n):i.set(r,[n])}return[...i.values()].flatMap(n=>fl(n,t))}function gl(l){let s=[],e=new Map;for(let i of l){let n=e.get(i.camera_id),r=n?.at(-1);if(n&&r&&Date.parse(r.first_seen)-Date.parse(i.last_seen)<=pd)n.push(i);else{let a=[i];e.set(i.camera_id,a),s.push(a)}}let t=new Map(l.map((i,n)=>[i,n]));return s.flatMap(i=>fl(i,fd)).map(i=>({key:i.at(-1)?.event_id??"",persons:i})).sort((i,n)=>(t.get(i.persons[0])??0)-(t.get(n.persons[0])??0))}function vl(l){let s=e=>(e.caption_source&&e.caption_source!=="factual"?10:0)+(e.thumbnail_url?5:0)+e.confidence+Math.min(1,st(e)/60);return l.persons.reduce((e,t)=>s(t)>s(e)?t:e)}var vd=250,bl=16,bd=8,et,$i,tt,Ft,pt,ki,L,xl,wl,_l,$l,kl,El,zl,Sl,Tl,Rl,Ol,Pl,Al,ce=class extends E{constructor(){super(...arguments);x(this,L);this.filter=ee;this.broken=new Set;this.fresh=new Set;this.opened=new Set;this.looked=new Set;this.columns=1;this.topDay="";this.feed=new dt(this,{load:e=>gr(this.context.hass,this.filter,this.context.formats.timeZone,e),id:e=>e.event_id,time:e=>Date.parse(e.first_seen)});x(this,et,null);x(this,$i,new Pt(e=>this.context.formats.day(e.first_seen),gl));x(this,tt,[]);x(this,Ft,new WeakMap);x(this,pt,[]);x(this,ki,new ResizeObserver(([e])=>{this.columns=yl(e?.contentRect.width??0)}))}connectedCallback(){super.connectedCallback(),this.columns=yl(this.clientWidth),u(this,ki).observe(this),$(this,et,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),u(this,ki).disconnect(),u(this,et)?.disconnect(),$(this,et,null)}willUpdate(e){e.has("filter")&&this.feed.reload(),e.get("context")?.formats.timeZone!==this.context.formats.timeZone&&u(this,$i).clear(),o(this,L,xl).call(this)}updated(){u(this,et)?.disconnect(),this.foot&&this.feed.more&&u(this,et)?.observe(this.foot)}live(e,t){if(!o(this,L,$l).call(this,e))return;let i=this.feed.items.some(n=>n.event_id===e.event_id);this.filter.unseen&&!t&&!i||!this.feed.put(e)||i||!t||(this.fresh=new Set([...this.fresh,e.event_id]))}neighbour(e,t){let i=this.feed.items.findIndex(n=>n.event_id===e);return i<0?null:(t===1&&i>=this.feed.items.length-3&&this.feed.next(),this.feed.items[i+t]??null)}render(){let{feed:e,context:t}=this;if(e.items.length===0)return o(this,L,zl).call(this);let i=this.topDay||u(this,tt)[0]?.day;return c`
      ${i?c`<div class="top" aria-hidden="true"><span class="day">${t.formats.heading(i)}</span></div>`:f}
      <mycamera-virtual-rows
        role="list"
        .items=${u(this,tt)}
        .keyFunction=${yd}
        .renderItem=${n=>o(this,L,kl).call(this,n)}
        @rangeChanged=${({last:n})=>{n>=u(this,tt).length-bd&&this.feed.next()}}
        @visibilityChanged=${({first:n})=>{this.topDay=u(this,tt)[n]?.day??""}}
      ></mycamera-virtual-rows>
      <div class="foot" aria-live="polite">${o(this,L,El).call(this)}</div>
    `}};et=new WeakMap,$i=new WeakMap,tt=new WeakMap,Ft=new WeakMap,pt=new WeakMap,ki=new WeakMap,L=new WeakSet,xl=function(){let e=u(this,$i).of(this.feed.items),t=[e,this.opened,this.columns];if(t.every((n,r)=>n===u(this,pt)[r]))return;(this.opened!==u(this,pt)[1]||this.columns!==u(this,pt)[2])&&$(this,Ft,new WeakMap),$(this,pt,t);let i=[];for(let{day:n,made:r}of e){let a=u(this,Ft).get(r);a===void 0&&(a=o(this,L,wl).call(this,n,r),u(this,Ft).set(r,a));for(let h of a)i.push(h)}$(this,tt,i)},wl=function(e,t){let i=[{day:e,key:e,cards:[]}],n=t.flatMap(r=>o(this,L,_l).call(this,r));for(let r=0;r<n.length;r+=this.columns){let a=n.slice(r,r+this.columns);i.push({day:e,key:a[0]?.item.event_id??"",cards:a})}return i},_l=function(e){let[t]=e.persons;return e.persons.length===1&&t?[{item:t,open:!1}]:this.opened.has(e.key)?e.persons.map((i,n)=>({item:i,open:!0,...n===0?{visit:e}:{}})):[{item:vl(e),visit:e,open:!1}]},$l=function(e){let{cameraId:t,day:i,text:n,zone:r,hours:a,minConfidence:h,minSeconds:p}=this.filter;return t&&e.camera_id!==t||r||e.confidence<h||st(e)<p||a&&!this.context.formats.inHours(e.first_seen,a)||i&&this.context.formats.day(e.first_seen)!==i?!1:ts(`${e.caption??""}
${e.caption_zh??""}`,n)},kl=function({day:e,cards:t}){return t.length===0?c`<div class="head" role="listitem"><h2 class="day">${this.context.formats.heading(e)}</h2></div>`:c`<div
      class="cards"
      role="presentation"
      style=${Qt({gridTemplateColumns:`repeat(${this.columns}, minmax(0, 1fr))`})}
    >
      ${t.map(i=>o(this,L,Sl).call(this,i))}
    </div>`},El=function(){let{feed:e,context:t}=this;if(e.state==="error"){let i=V(t,e.error??"unknown");return c`<p>${i.heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`}return e.busy?c`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?c`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},zl=function(){let{feed:e,context:t}=this,{localize:i}=t;return e.state==="error"?G({icon:de,bad:!0,...V(t,e.error??"unknown"),action:c`<button class="text-button" @click=${()=>{e.reload()}}>${i("retry")}</button>`}):e.state==="loading"||e.more?c`<div class="visually-hidden" role="status">${i("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <div
          class="cards"
          aria-hidden="true"
          style=${Qt({gridTemplateColumns:`repeat(${this.columns}, minmax(0, 1fr))`})}
        >
          ${Array.from({length:6},()=>c`<div class="cell ghost"><div class="card"><div class="picture"></div></div></div>`)}
        </div>
        <div class="foot"></div>`:ss(this.filter)?G({icon:Pn,heading:i("no_matches"),text:i("no_matches_text"),action:c`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${i("clear_filters")}
          </button>`}):t.overview===null?G({icon:ft,heading:i("step_wait"),text:i("step_wait_text")}):bs(t,t.overview,()=>this.dispatchEvent(new CustomEvent("mycamera-system")))},Sl=function({item:e,visit:t,open:i}){let{hass:n}=this.context,r=[n.language,n.locale,U(this.context,e.camera_id),i,t];return mi([e,...r,this.looked,this.fresh,this.broken],()=>o(this,L,Ol).call(this,e,t,i))},Tl=function(e){let t=new Set(this.opened);t.delete(e.key)||t.add(e.key),this.opened=t},Rl=function(e,t){let{localize:i,formats:n,hass:r}=this.context,a=e.persons[0]?.last_seen??"",h=e.persons.at(-1)?.first_seen??"",p=I(i,r.language,"visit",e.persons.length);return c`<button
      class="visit"
      aria-expanded=${t?"true":"false"}
      title=${n.range(h,a)}
      @click=${()=>o(this,L,Tl).call(this,e)}
    >
      ${w(t?Di:Nn)}<span>${t?i("visit_close"):p}</span>
    </button>`},Ol=function(e,t,i){let{context:n}=this,{localize:r,formats:a}=n,h=e.seen===!1&&!this.looked.has(e.event_id),p=U(n,e.camera_id),[m]=Ae(n,e),y=e.caption_status==="pending"||e.caption_status==="running";return c`<div
      class="cell ${this.fresh.has(e.event_id)?"fresh":""} ${t&&!i?"stack":""} ${i?"of-visit":""}"
      role="listitem"
    >
      ${t?o(this,L,Rl).call(this,t,i):f}
      <button class="card" @click=${()=>o(this,L,Al).call(this,e)}>
        <span class="picture">${o(this,L,Pl).call(this,e,p)}</span>
        <span class="facts">
          <span class="line">
            ${h?c`<span class="unseen" role="img" aria-label=${r("not_seen_yet")}></span>`:f}
            <time datetime=${e.first_seen}>${a.timeSeconds(e.first_seen)}</time>
            <span class="camera" dir="auto">${p}</span>
          </span>
          ${m?c`<span class="caption" lang=${m.lang} dir="auto">${m.text}</span>`:c`<span class="caption none">${r(y?"caption_pending":"no_caption")}</span>`}
          <span class="badges">
            <span title=${r("duration")}>${a.duration(st(e))}</span>
            <span title=${r("confidence")}>${a.percent(e.confidence)}</span>
            ${m&&e.caption_source!=="factual"?c`<span class="source" title=${r("description_by")}>${es(n,e)}</span>`:f}
          </span>
        </span>
      </button>
    </div>`},Pl=function(e,t){let{localize:i,formats:n,hass:r}=this.context,a=e.thumbnail_url??e.snapshot_url;return a===null||this.broken.has(a)?c`<span class="missing" title=${i("picture_missing")}>${w(gt)}</span>`:c`<img
      src=${r.hassUrl(a)}
      alt=${i("picture_of",{camera:t,time:n.time(e.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,a])}}
    />`},Al=function(e){this.looked=new Set([...this.looked,e.event_id]),this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},ce.styles=[S,fe,ml],d([g({attribute:!1})],ce.prototype,"context",2),d([g({attribute:!1})],ce.prototype,"filter",2),d([v()],ce.prototype,"broken",2),d([v()],ce.prototype,"fresh",2),d([v()],ce.prototype,"opened",2),d([v()],ce.prototype,"looked",2),d([v()],ce.prototype,"columns",2),d([v()],ce.prototype,"topDay",2),d([j(".foot")],ce.prototype,"foot",2),ce=d([z("mycamera-timeline")],ce);function yl(l){return matchMedia("(max-width: 599px)").matches?1:Math.max(1,Math.floor((l+bl)/(vd+bl)))}function yd(l){return l.key}var As=Ie(class extends qe{constructor(l){if(super(l),l.type!==he.PROPERTY&&l.type!==he.ATTRIBUTE&&l.type!==he.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!os(l))throw Error("`live` bindings can only contain a single expression")}render(l){return l}update(l,[s]){if(s===me||s===f)return s;let e=l.element,t=l.name;if(l.type===he.PROPERTY){if(s===e[t])return me}else if(l.type===he.BOOLEAN_ATTRIBUTE){if(!!s===e.hasAttribute(t))return me}else if(l.type===he.ATTRIBUTE&&e.getAttribute(t)===s+"")return me;return as(l),s}});function Dl(l){return l.length<3?"few":wd(l)?"crosses":xd(l)<5e-4?"small":null}function gn(l){return l.map((s,e)=>[s,l[(e+1)%l.length]??s])}function xd(l){return Math.abs(gn(l).reduce((s,[e,t])=>s+e[0]*t[1]-t[0]*e[1],0))/2}function wd(l){let s=gn(l);return s.some(([e,t],i)=>{let n=s[(i+1)%s.length]?.[1]??t;return $d(e,t,n)?!0:s.some(([r,a],h)=>h-i>1&&!(i===0&&h===s.length-1)&&_d(e,t,r,a))})}function Ei(l,s,e){let t=(s[0]-l[0])*(e[1]-l[1])-(s[1]-l[1])*(e[0]-l[0]);return Math.abs(t)<1e-12?0:t}function Is(l,s,e){return Math.min(l[0],s[0])<=e[0]&&e[0]<=Math.max(l[0],s[0])&&Math.min(l[1],s[1])<=e[1]&&e[1]<=Math.max(l[1],s[1])}function _d(l,s,e,t){let[i,n,r,a]=[Ei(l,s,e),Ei(l,s,t),Ei(e,t,l),Ei(e,t,s)];return i*n<0&&r*a<0?!0:i===0&&Is(l,s,e)||n===0&&Is(l,s,t)||r===0&&Is(e,t,l)||a===0&&Is(e,t,s)}function $d(l,s,e){return l[0]===s[0]&&l[1]===s[1]?!0:Ei(l,s,e)===0&&(l[0]-s[0])*(e[0]-s[0])+(l[1]-s[1])*(e[1]-s[1])>0}function Ll(l,[s,e]){return gn(l).filter(([t,i])=>t[1]>e!=i[1]>e&&s<t[0]+(e-t[1])/(i[1]-t[1])*(i[0]-t[0])).length%2===1}function vn(l){let s=Math.max(1,l.length);return[l.reduce((e,[t])=>e+t,0)/s,l.reduce((e,[,t])=>e+t,0)/s]}function Cl(l,s){return[Il(l),Il(s)]}function Il(l){return l>.015?l>1-.015?1:Math.round(l*1e4)/1e4:0}var Cs=16,kd=100,Ds=.01,zi=class{constructor(s,e){this.selected=null;this.drawing=null;this.#t=[];this.#i=null;this.#s=0;this.shapes=[...s.map(t=>({...t,key:this.#r(),kind:"zone"})),...e.map(t=>({...t,key:this.#r(),kind:"mask",name:"",dwell:0}))],this.#e=this.shapes}#e;#t;#i;#s;#r(){return this.#s+=1,this.#s}get changed(){return this.shapes!==this.#e&&JSON.stringify(this.shapes)!==JSON.stringify(this.#e)}get undoable(){return this.#t.length>0}get current(){return this.shapes.find(s=>s.key===this.selected)??null}count(s){return this.shapes.filter(e=>e.kind===s).length}#o(s,e=null){(e===null||e!==this.#i)&&(this.#t=[...this.#t,{shapes:this.shapes,drawing:this.drawing}].slice(-kd)),this.#i=e,this.shapes=s}endGesture(){this.#i=null}undo(){let s=this.#t.pop();s&&(this.shapes=s.shapes,this.drawing=s.drawing,this.#i=null,this.current===null&&(this.selected=this.drawing))}begin(s,e){this.#a();let t=this.#r();this.#o([...this.shapes,{key:t,id:null,kind:s,name:e,dwell:0,points:[]}]),this.selected=this.drawing=t}offer([s,e,t,i]){if(this.count("mask")>=Cs)return;let n=k=>Math.min(1,Math.max(0,Math.round(k*1e4)/1e4)),[r,a,h,p]=[n(s-Ds),n(e-Ds),n(t+Ds),n(i+Ds)],m=this.#r(),y=[[r,a],[h,a],[h,p],[r,p]];this.#o([...this.shapes,{key:m,id:null,kind:"mask",name:"",dwell:0,points:y}]),this.selected=m}addPoint(s){let e=this.current;e===null||this.drawing!==e.key||e.points.length>=32||this.#n({...e,points:[...e.points,s]})}finish(){this.#a()&&(this.selected=null),this.drawing=null,this.#i=null}#a(){let s=this.shapes.find(e=>e.key===this.drawing);return!s||s.points.length>=3?!1:(this.#o(this.shapes.filter(e=>e!==s)),this.drawing=null,!0)}insertPoint(s,e){let t=this.current;t===null||t.points.length>=32||this.#n({...t,points:t.points.toSpliced(s+1,0,e)})}movePoint(s,e){let t=this.current;t&&this.#n({...t,points:t.points.with(s,e)},`move ${t.key} ${s}`)}removePoint(s){let e=this.current;e===null||e.points.length<=3&&this.drawing!==e.key||this.#n({...e,points:e.points.toSpliced(s,1)})}rename(s){let e=this.current;e&&this.#n({...e,name:s},`name ${e.key}`)}setDwell(s){let e=this.current;e&&this.#n({...e,dwell:s},`dwell ${e.key}`)}remove(s){this.#o(this.shapes.filter(e=>e.key!==s)),this.drawing===s&&(this.drawing=null),this.selected===s&&(this.selected=null)}#n(s,e=null){this.#o(this.shapes.map(t=>t.key===s.key?s:t),e)}selectAt(s){this.selected=this.shapes.findLast(e=>Ll(e.points,s))?.key??null}problem(s){let e=Dl(s.points);if(e)return e;if(s.kind==="mask")return null;let t=Vl(s.name);return t===""?"nameless":this.shapes.some(n=>n.kind==="zone"&&n!==s&&Vl(n.name)===t)?"same_name":null}firstProblem(){for(let s of this.shapes){let e=this.problem(s);if(e)return{shape:s,problem:e}}return null}};function Vl(l){return l.trim().replace(/\s+/g," ").toLowerCase()}var Fl=R`
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
`;var Nl=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],jl="#9e9e9e",Ed=.005,zd=.03,Sd=80,Td=3e3,jt,Ht,b,Vs,Ul,se,ql,Bl,yn,Gl,Kl,xn,Wl,Zl,wn,Yl,Xl,_n,Jl,Fs,Ql,Ml,$n,Ns,Nt,kn,ec,tc,ic,sc,nc,Si,rc,oc,ac,lc,cc,dc,hc,pc,B=class extends E{constructor(){super(...arguments);x(this,b);this.cameraId=null;this.offered=null;this.wrong=[];this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;x(this,jt);x(this,Ht,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(u(this,jt))}willUpdate(e){e.has("cameraId")&&(this.draft=null,this.wrong=[],this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&o(this,b,Vs).call(this,this.cameraId,!1))}updated(e){e.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){o(this,b,Nt).call(this,{to:"close"})}render(){return c`<dialog
      aria-labelledby="title"
      @cancel=${o(this,b,kn)}
      @keydown=${o(this,b,tc)}
      @close=${o(this,b,ec)}
    >
      ${this.cameraId===null?f:o(this,b,ic).call(this,this.cameraId)}
    </dialog>`}};jt=new WeakMap,Ht=new WeakMap,b=new WeakSet,Vs=async function(e,t){try{let i=await Pr(this.context.hass,e);if(this.cameraId!==e||(this.still=i.still_url??null,this.broken=this.still===null,this.wrong=i.false_positives??[],t))return;this.draft=new zi(i.zones,i.masks),this.offered&&this.draft.offer(this.offered)}catch(i){this.cameraId===e&&(this.error=A(i))}},Ul=function(e){this.error=null,o(this,b,Vs).call(this,e,!1)},se=function(e){if(!this.draft)return;e(this.draft),this.complaint=null,this.saved=!1;let t=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=t&&(this.corner=null),this.requestUpdate()},ql=function(e){o(this,b,se).call(this,t=>{t.finish(),t.selected=e,this.corner=null})},Bl=function(e){let{localize:t}=this.context;o(this,b,se).call(this,i=>{let n=e==="zone"?t("new_zone",{number:i.count("zone")+1}):"";i.begin(e,n),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},yn=function(e){let t=this.picture?.getBoundingClientRect();return!t||t.width===0?[0,0]:Cl((e.clientX-t.left)/t.width,(e.clientY-t.top)/t.height)},Gl=function(e){if(e.target instanceof Element&&e.target.closest("button"))return;let t=o(this,b,yn).call(this,e);o(this,b,se).call(this,i=>{i.drawing!==null?(i.addPoint(t),this.corner=(i.current?.points.length??1)-1):(i.selectAt(t),this.corner=null)})},Kl=function(e){e.key!=="Enter"||e.target!==this.picture||this.draft?.drawing==null||(e.preventDefault(),o(this,b,se).call(this,t=>{t.addPoint([.5,.5]),this.corner=(t.current?.points.length??1)-1}),o(this,b,xn).call(this))},xn=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},Wl=function(e,t){e.button===0&&(e.currentTarget.setPointerCapture(e.pointerId),$(this,Ht,t),this.corner=t)},Zl=function(e,t){if(u(this,Ht)!==t)return;let i=o(this,b,yn).call(this,e);o(this,b,se).call(this,n=>n.movePoint(t,i))},wn=function(){$(this,Ht,null),this.draft?.endGesture()},Yl=function(e){let t=this.draft;e===0&&t?.drawing!=null&&(t.current?.points.length??0)>=3?o(this,b,Fs).call(this):this.corner=e},Xl=function(e,t){let i=this.draft?.current?.points[t];if(!i)return;let n=e.shiftKey?zd:Ed,a={ArrowLeft:[-n,0],ArrowRight:[n,0],ArrowUp:[0,-n*this.aspect],ArrowDown:[0,n*this.aspect]}[e.key];if(a){let h=[Hl(i[0]+a[0]),Hl(i[1]+a[1])];o(this,b,se).call(this,p=>p.movePoint(t,h))}else if(e.key==="Delete"||e.key==="Backspace")o(this,b,_n).call(this,t);else return;e.preventDefault()},_n=function(e){o(this,b,se).call(this,t=>t.removePoint(e)),this.corner=null},Jl=function(e,t){o(this,b,se).call(this,i=>i.insertPoint(e,t)),this.corner=e+1,o(this,b,xn).call(this)},Fs=function(){o(this,b,se).call(this,e=>{e.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},Ql=async function(){let{draft:e,cameraId:t}=this;if(!e||t===null||this.saving)return;o(this,b,se).call(this,()=>e.finish());let i=e.firstProblem();if(i){e.selected=i.shape.key,this.complaint=o(this,b,$n).call(this,i.shape,i.problem);return}this.saving=!0;try{let n=await Ar(this.context.hass,t,{zones:e.shapes.filter(r=>r.kind==="zone").map(({id:r,name:a,points:h,dwell:p})=>({id:r,name:a.trim(),points:h,dwell:p})),masks:e.shapes.filter(r=>r.kind==="mask").map(({id:r,points:a})=>({id:r,points:a}))});if(this.cameraId!==t)return;this.draft=new zi(n.zones,n.masks),this.corner=null,this.saved=!0,window.clearTimeout(u(this,jt)),$(this,jt,window.setTimeout(()=>{this.saved=!1},Td))}catch(n){this.complaint=o(this,b,Ml).call(this,A(n))}finally{this.saving=!1}},Ml=function(e){let{localize:t}=this.context;return oe(t,`refused_${e}`,"save_failed").replaceAll("{code}",e)},$n=function(e,t){let{localize:i}=this.context;return i(`problem_${t}`,{name:o(this,b,Ns).call(this,e)})},Ns=function(e){return e.kind==="mask"?this.context.localize("ignored_area"):e.name.trim()},Nt=function(e){if(this.draft?.changed&&!this.leaving){this.leaving=e;return}this.leaving=null,e.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:e.cameraId}))},kn=function(e){e.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?o(this,b,Fs).call(this):o(this,b,Nt).call(this,{to:"close"})},ec=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},tc=function(e){if(e.key==="Escape"){o(this,b,kn).call(this,e);return}let t=e.target instanceof HTMLInputElement;(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="z"&&!e.shiftKey&&!t&&(e.preventDefault(),o(this,b,se).call(this,i=>i.undo()))},ic=function(e){let{context:t,draft:i}=this,{localize:n}=t;return c`
      <header>
        <h2 id="title">${n("zones")} ${o(this,b,sc).call(this,e)}</h2>
        <button
          class="icon-button"
          aria-label=${n("undo")}
          title=${n("undo")}
          ?disabled=${!i?.undoable}
          @click=${()=>o(this,b,se).call(this,r=>r.undo())}
        >
          ${w(hr)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!i||this.saving||!i.changed}
          @click=${()=>{o(this,b,Ql).call(this)}}
        >
          ${n("save")}
        </button>
        <button class="icon-button" aria-label=${n("close")} @click=${()=>o(this,b,Nt).call(this,{to:"close"})}>
          ${w(Y)}
        </button>
      </header>
      ${o(this,b,nc).call(this)}
      ${i?c`<div class="body">
              <div class="stage">${o(this,b,rc).call(this,i)} ${o(this,b,cc).call(this,i)}</div>
              <div class="side">${o(this,b,dc).call(this,i)}</div>
            </div>`:c`<div class="wait">
              ${this.error===null?c`<div class="spinner" role="progressbar" aria-label=${n("loading")}></div>`:c`<div class="failed" role="alert">
                      <p>${V(t,this.error).heading}</p>
                      <button class="text-button" @click=${()=>o(this,b,Ul).call(this,e)}>${n("retry")}</button>
                    </div>`}
            </div>`}
    `},sc=function(e){let t=this.context.overview?.cameras??[];return t.length<2?c`<span class="camera" dir="auto">${U(this.context,e)}</span>`:c`<select
      aria-label=${this.context.localize("camera")}
      .value=${As(e)}
      @change=${i=>{let n=i.target;o(this,b,Nt).call(this,{to:"camera",cameraId:n.value}),n.value=e}}
    >
      ${t.map(i=>c`<option value=${i.camera_id} ?selected=${i.camera_id===e}>${i.name}</option>`)}
    </select>`},nc=function(){let{localize:e}=this.context,{leaving:t}=this;return t?c`<div class="notice" role="alertdialog" aria-label=${e("unsaved")}>
        <p>${e("unsaved")}</p>
        <button class="text-button" @click=${()=>o(this,b,Nt).call(this,t)}>${e("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${e("keep_editing")}
        </button>
      </div>`:this.complaint?c`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?c`<div class="notice good" role="status">${w(Ln)}<p>${e("saved")}</p></div>`:f},Si=function(e){if(e.kind==="mask")return jl;let t=this.draft?.shapes.filter(i=>i.kind==="zone")??[];return Nl[t.indexOf(e)%Nl.length]??jl},rc=function(e){let{localize:t,hass:i}=this.context,n=e.drawing!==null;return c`<div
      class="picture ${n?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${n?0:-1}
      role="group"
      aria-label=${t("zones_of",{camera:U(this.context,this.cameraId??"")})}
      @click=${o(this,b,Gl)}
      @keydown=${o(this,b,Kl)}
    >
      ${this.still&&!this.broken?c`<img
              src=${i.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${r=>{let{naturalWidth:a,naturalHeight:h}=r.target;a&&h&&(this.aspect=a/h),this.loaded=!0}}
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
        ${this.wrong.map(([r,a,h,p])=>Xt`<rect class="wrong" x=${r} y=${a} width=${h-r} height=${p-a}></rect>`)}
        ${e.shapes.map(r=>o(this,b,oc).call(this,r,e))}
      </svg>
      ${e.shapes.map(r=>o(this,b,ac).call(this,r,e))}
      ${e.current?o(this,b,lc).call(this,e,e.current):f}
    </div>`},oc=function(e,t){let i=t.drawing===e.key,n=!i&&["crosses","small"].includes(t.problem(e)??""),r=`${e.kind} ${t.selected===e.key?"selected":""} ${n?"bad":""}`,a=e.points.map(h=>h.join(",")).join(" ");return Xt`<g class=${r} style="--colour: ${o(this,b,Si).call(this,e)}">
      <polygon class="area" points=${a}></polygon>
      ${i?Xt`<polyline class="line" points=${a}></polyline>`:Xt`<polygon class="line" points=${a}></polygon>`}
    </g>`},ac=function(e,t){if(e.kind==="mask"||e.points.length<3||t.drawing===e.key)return f;let[i,n]=vn(e.points);return c`<span class="label" style=${bn([i,n],o(this,b,Si).call(this,e))} dir="auto">${e.name}</span>`},lc=function(e,t){let{localize:i}=this.context,n=o(this,b,Si).call(this,t),r=o(this,b,Ns).call(this,t),a=t.points.map((m,y)=>c`<button
        class="corner ${this.corner===y?"chosen":""}"
        data-index=${y}
        style=${bn(m,n)}
        aria-label=${i("corner",{number:y+1,name:r})}
        @pointerdown=${k=>o(this,b,Wl).call(this,k,y)}
        @pointermove=${k=>o(this,b,Zl).call(this,k,y)}
        @pointerup=${o(this,b,wn)}
        @pointercancel=${o(this,b,wn)}
        @click=${()=>o(this,b,Yl).call(this,y)}
        @focus=${()=>{this.corner=y}}
        @keydown=${k=>o(this,b,Xl).call(this,k,y)}
      ></button>`);if(e.drawing!==null||t.points.length>=32)return c`${a}`;let h=this.picture?.clientWidth??0,p=t.points.map((m,y)=>{let k=t.points[(y+1)%t.points.length]??m;if(Math.hypot((k[0]-m[0])*h,(k[1]-m[1])*h/this.aspect)<Sd)return f;let F=vn([m,k]);return c`<button
        class="edge"
        style=${bn(F,n)}
        aria-label=${i("insert_corner",{number:y+1})}
        @click=${()=>o(this,b,Jl).call(this,y,F)}
      ></button>`});return c`${p}${a}`},cc=function(e){let{localize:t}=this.context,i=e.current;if(e.drawing!==null){let r=(i?.points.length??0)>=3;return c`<div class="tools">
        <p>${t("draw_hint")}</p>
        <button class="text-button ${r?"ready":""}" @click=${o(this,b,Fs)}>
          ${t(r?"draw_done":"draw_cancel")}
        </button>
      </div>`}let n=this.corner;return c`<div class="tools">
      <p>${i?t("edit_hint"):""}</p>
      ${i&&n!==null&&i.points.length>3?c`<button class="text-button" @click=${()=>o(this,b,_n).call(this,n)}>
              ${w(pr)} ${t("remove_corner")}
            </button>`:f}
      <button
        class="icon-button"
        aria-label=${t("new_picture")}
        title=${t("new_picture")}
        @click=${()=>this.cameraId!==null&&void o(this,b,Vs).call(this,this.cameraId,!0)}
      >
        ${w(In)}
      </button>
    </div>`},dc=function(e){let{localize:t}=this.context,i=(n,r)=>{let a=e.count(n)>=Cs;return c`<button
        class="text-button"
        ?disabled=${a||e.drawing!==null}
        title=${a?t("too_many_shapes",{most:Cs}):""}
        @click=${()=>o(this,b,Bl).call(this,n)}
      >
        ${w(ar)} ${t(r)}
      </button>`};return c`
      <div class="add">${i("zone","add_zone")}${i("mask","add_mask")}</div>
      ${e.shapes.length===0?c`<p class="hint">${t("zones_empty")}</p>`:c`<ul>
              ${xe(e.shapes,n=>n.key,n=>o(this,b,hc).call(this,n,e))}
            </ul>`}
      ${this.wrong.length>0?c`<p class="hint">${t("false_positive_hint")}</p>`:f}
      <p class="hint">${t("zones_hint")}</p>
    `},hc=function(e,t){let{localize:i}=this.context,n=t.selected===e.key,r=t.drawing===e.key?null:t.problem(e),a=o(this,b,Ns).call(this,e);return c`<li class=${n?"selected":""} style="--colour: ${o(this,b,Si).call(this,e)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${n?"true":"false"}
          @click=${()=>o(this,b,ql).call(this,n?null:e.key)}
        >
          <span class="swatch ${e.kind}"></span><span class="title" dir="auto">${a||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${i("remove_shape",{name:a})}
          title=${i("remove_shape",{name:a})}
          @click=${()=>o(this,b,se).call(this,h=>h.remove(e.key))}
        >
          ${w(Ue)}
        </button>
      </div>
      ${n&&e.kind==="zone"?o(this,b,pc).call(this,e):f}
      ${r?c`<p class="problem">${o(this,b,$n).call(this,e,r)}</p>`:f}
    </li>`},pc=function(e){let{localize:t}=this.context;return c`<label>
        ${t("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${As(e.name)}
          @input=${i=>o(this,b,se).call(this,n=>n.rename(i.target.value))}
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
          .value=${As(String(e.dwell))}
          @change=${i=>{let n=i.target.valueAsNumber;o(this,b,se).call(this,r=>{r.setDwell(Number.isFinite(n)?Math.min(86400,Math.max(0,n)):0),r.endGesture()})}}
        />
      </label>`},B.styles=[S,ws,Fl],d([g({attribute:!1})],B.prototype,"context",2),d([g({attribute:!1})],B.prototype,"cameraId",2),d([g({attribute:!1})],B.prototype,"offered",2),d([v()],B.prototype,"wrong",2),d([v()],B.prototype,"draft",2),d([v()],B.prototype,"still",2),d([v()],B.prototype,"broken",2),d([v()],B.prototype,"loaded",2),d([v()],B.prototype,"aspect",2),d([v()],B.prototype,"corner",2),d([v()],B.prototype,"error",2),d([v()],B.prototype,"complaint",2),d([v()],B.prototype,"saving",2),d([v()],B.prototype,"saved",2),d([v()],B.prototype,"leaving",2),d([j("dialog")],B.prototype,"dialog",2),d([j(".picture")],B.prototype,"picture",2),B=d([z("mycamera-zone-editor")],B);function Hl(l){return Math.min(1,Math.max(0,Math.round(l*1e4)/1e4))}function bn([l,s],e){return`left: ${l*100}%; top: ${s*100}%; --colour: ${e}`}var Ut=["live","persons","day","recordings","clips","figures","system"],Rd={live:He,persons:Oi,day:qi,recordings:Zn,clips:Ni,figures:Dn,system:Jn},Od=5e3,Pd=12*3600*1e3,Gt,ut,Kt,Ti,Pe,mt,Ri,_,uc,En,Wt,Zt,js,zn,mc,fc,gc,ze,qt,vc,Sn,bc,Us,Hs,yc,xc,wc,_c,$c,Bt,Tn,C=class extends E{constructor(){super(...arguments);x(this,_);this.narrow=!1;this.tab="persons";this.filter=ee;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.moment=null;this.watched=null;this.kiosk=!1;this.ignored=null;this.drawn=null;this.linkFailure=null;x(this,Gt,null);x(this,ut,null);x(this,Kt,!1);x(this,Ti);x(this,Pe,null);x(this,mt,new ns(()=>o(this,_,fc).call(this)));x(this,Ri);x(this,Wt,()=>{this.connected=!0,this.clips?.reconnected(),o(this,_,js).call(this,!0)});x(this,Zt,()=>{this.connected=!1});x(this,Us,e=>{let{detection:t,next:i,ignore:n}=e.detail;this.timeline?.feed.remove([t.event_id]),this.opened=n===null?i:null,n!==null&&(this.ignored=n,this.drawn=t.camera_id)})}connectedCallback(){super.connectedCallback(),$(this,Ri,window.setInterval(()=>o(this,_,js).call(this,!0),Pd));let[,e]=/\/mycamera\/(\w+)$/.exec(window.location.pathname)??[];this.tab=Ut.find(i=>i===e)??this.tab;let t=new URLSearchParams(window.location.search);this.kiosk=this.tab==="live"&&t.has("kiosk"),o(this,_,uc).call(this,t.get("camera"),t.get("at")),this.hass&&o(this,_,En).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),window.clearInterval(u(this,Ri)),window.clearTimeout(u(this,Ti)),u(this,Pe)?.removeEventListener("ready",u(this,Wt)),u(this,Pe)?.removeEventListener("disconnected",u(this,Zt)),$(this,Pe,null),(e=u(this,ut))==null||e.call(this),$(this,ut,null),u(this,mt).disconnected()}shouldUpdate(e){if(e.size>1||!e.has("hass"))return!0;let t=e.get("hass"),i=this.hass;return t===void 0||i===void 0||t.language!==i.language||t.locale!==i.locale||t.config.time_zone!==i.config.time_zone||t.connection!==i.connection||t.dockedSidebar!==i.dockedSidebar||t.themes?.darkMode!==i.themes?.darkMode||t.user?.is_admin!==i.user?.is_admin}willUpdate(e){this.hass&&((e.has("hass")||e.has("overview")||u(this,Gt)===null)&&$(this,Gt,Cr(this.hass,this.overview)),e.has("hass")&&o(this,_,En).call(this),(e.has("route")||e.has("hass"))&&o(this,_,gc).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null||this.watched!==null?u(this,mt).opened():u(this,mt).closed()}render(){let e=u(this,Gt);return e?c`
      ${o(this,_,yc).call(this,e)}
      <main>
        <div class="page ${this.tab}">${o(this,_,wc).call(this,e)}</div>
      </main>
      <mycamera-person-dialog
        .context=${e}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${o(this,_,Hs)}
        @mycamera-corrected=${t=>{this.opened=t.detail,this.timeline?.feed.put(t.detail)}}
        @mycamera-removed=${u(this,Us)}
        @mycamera-exporting=${()=>{this.opened=null,o(this,_,ze).call(this,"clips")}}
        @mycamera-moment=${t=>{let{camera_id:i,first_seen:n}=t.detail;this.opened=null,this.filter={...ee,cameraId:i,day:e.formats.day(n)},this.moment=Date.parse(n)-2e3,o(this,_,ze).call(this,"day")}}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
      <mycamera-zone-editor
        .context=${e}
        .cameraId=${this.drawn}
        .offered=${this.ignored}
        @mycamera-camera=${t=>{this.drawn=t.detail,this.ignored=null}}
        @mycamera-close=${()=>{this.drawn=null,this.ignored=null}}
      ></mycamera-zone-editor>
    `:f}};Gt=new WeakMap,ut=new WeakMap,Kt=new WeakMap,Ti=new WeakMap,Pe=new WeakMap,mt=new WeakMap,Ri=new WeakMap,_=new WeakSet,uc=function(e,t){this.tab==="live"?this.watched=e:e!==null&&(this.filter={...ee,cameraId:e});let i=Number(t);if(this.tab!=="day"||!Number.isFinite(i)||i<=0||!this.hass)return;let n=fr(this.hass).day(new Date(i).toISOString());this.filter={...ee,cameraId:e,day:n},this.moment=i},En=function(){let e=this.hass?.connection;!e||u(this,Pe)===e||(u(this,Pe)?.removeEventListener("ready",u(this,Wt)),u(this,Pe)?.removeEventListener("disconnected",u(this,Zt)),$(this,Pe,e),e.addEventListener("ready",u(this,Wt)),e.addEventListener("disconnected",u(this,Zt)),o(this,_,zn).call(this))},Wt=new WeakMap,Zt=new WeakMap,js=function(e){this.timeline?.feed.reload(e),e?this.recordings?.refresh():this.recordings?.records.reload()},zn=async function(){if(!(!this.hass||u(this,Kt)||u(this,ut))){$(this,Kt,!0);try{let e=await Sr(this.hass,t=>o(this,_,mc).call(this,t));this.isConnected?$(this,ut,e):e()}catch(e){this.failure=A(e),$(this,Ti,window.setTimeout(()=>{o(this,_,zn).call(this)},Od))}finally{$(this,Kt,!1)}}},mc=function(e){switch(e.type){case"overview":{let t=this.failure!==null||this.overview?.database.available===!1&&e.overview.database.available;this.failure=null,this.overview=e.overview,t&&o(this,_,js).call(this,!1);break}case"unavailable":this.failure=e.code;break;case"person":case"caption":this.timeline?.live(e.detection,e.type==="person"),this.opened?.event_id===e.detection.event_id&&(this.opened=e.detection);break;case"deleted":e.event_ids.length>0?this.timeline?.feed.remove(e.event_ids):this.timeline?.feed.reload(!0),this.opened&&e.event_ids.includes(this.opened.event_id)&&this.dialog?.removing?.detection.event_id!==this.opened.event_id&&(this.opened=null);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(e.camera_id),this.dialog?.recorded(e.camera_id);break}},fc=function(){this.drawn!==null?this.editor?.leave():this.opened?this.opened=null:this.watched=null,this.drawn!==null&&u(this,mt).opened()},gc=async function(){let[,e,t]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!e||!t||!this.hass)){window.history.replaceState(window.history.state,"",e),this.linkFailure=null;try{this.opened=await Zi(this.hass,t)}catch(i){this.linkFailure=A(i)}}},ze=function(e,t=!1){this.tab=e,this.kiosk=t,this.watched=null;let i=window.location.pathname.replace(/\/mycamera(\/\w+)?$/,"/mycamera");window.history.replaceState(window.history.state,"",`${i}/${e}${t?"?kiosk":""}`)},qt=function(e){this.filter={...this.filter,...e}},vc=async function(){this.hass&&(await Yi(this.hass,{all:!0}).catch(()=>{}),this.timeline?.feed.reload(!0))},Sn=function(){this.filter=ee},bc=function(e){if(e.key!=="ArrowLeft"&&e.key!=="ArrowRight")return;let t=e.key==="ArrowRight"?1:Ut.length-1;o(this,_,ze).call(this,Ut[(Ut.indexOf(this.tab)+t)%Ut.length]??"persons"),this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus())},Us=new WeakMap,Hs=function(e){this.opened=e.detail},yc=function({localize:e,hass:t}){let i=n=>c`<button
      role="tab"
      id="tab-${n}"
      aria-selected=${this.tab===n?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===n?0:-1}
      @click=${()=>o(this,_,ze).call(this,n)}
    >
      ${w(Rd[n])}<span>${e(n==="day"?"day_view":n)}</span>
    </button>`;return c`<header class="toolbar">
      ${this.narrow||t.dockedSidebar==="always_hidden"?c`<button
              class="icon-button menu"
              aria-label=${e("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${w(ir)}
            </button>`:f}
      <h1>${e("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${e("views")} @keydown=${o(this,_,bc)}>
        ${Ut.map(i)}
      </div>
    </header>`},xc=function(e){return this.failure!==null?G({icon:de,bad:!0,...V(e,this.failure)}):this.overview===null?c`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${e.localize("loading")}></div>
      </div>`:this.overview.cameras.length+this.overview.removed_cameras.length===0?bs(e,this.overview,()=>o(this,_,ze).call(this,"system")):null},wc=function(e){let t=o(this,_,xc).call(this,e);return t!==null||this.overview===null?c`<div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">${t}</div>`:this.tab==="live"?o(this,_,_c).call(this,e,this.overview):this.tab==="system"?c`${o(this,_,Bt).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-system">
          <mycamera-system .context=${e} .overview=${this.overview}></mycamera-system>
        </div>`:this.tab==="clips"?c`${o(this,_,Bt).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-clips">
          <mycamera-exports .context=${e}></mycamera-exports>
        </div>`:this.tab==="figures"?(import("./figures-LQFTU3XQ.js"),c`${o(this,_,Bt).call(this,e,this.overview)} ${o(this,_,Tn).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-figures">
          <mycamera-figures .context=${e} .cameraId=${this.filter.cameraId}></mycamera-figures>
        </div>`):c`
      ${o(this,_,Bt).call(this,e,this.overview)} ${o(this,_,Tn).call(this,e,this.overview)}
      <mycamera-filter-bar
        .context=${e}
        .overview=${this.overview}
        .filter=${this.filter}
        .view=${this.tab}
        @mycamera-filter=${i=>o(this,_,qt).call(this,i.detail)}
        @mycamera-zones=${i=>{this.drawn=i.detail}}
        @mycamera-system=${()=>o(this,_,ze).call(this,"system")}
      ></mycamera-filter-bar>
      ${this.tab==="persons"?c`<mycamera-person-filters
              .context=${e}
              .filter=${this.filter}
              @mycamera-filter=${i=>o(this,_,qt).call(this,i.detail)}
              @mycamera-all-seen=${()=>{o(this,_,vc).call(this)}}
            ></mycamera-person-filters>`:f}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${o(this,_,$c).call(this,e,this.overview)}
      </div>
    `},_c=function(e,t){return c`${o(this,_,Bt).call(this,e,t)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${e}
          .cameras=${t.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${i=>{this.watched=i.detail}}
          @mycamera-unwatch=${()=>{this.watched=null}}
          @mycamera-timeline=${i=>{this.filter={...ee,cameraId:i.detail},o(this,_,ze).call(this,"day")}}
          @mycamera-kiosk=${i=>o(this,_,ze).call(this,"live",i.detail)}
        ></mycamera-live-wall>
      </div>`},$c=function(e,t){switch(this.tab){case"live":case"clips":case"figures":case"system":return f;case"persons":return c`<mycamera-timeline
          .context=${e}
          .filter=${this.filter}
          @mycamera-open=${o(this,_,Hs)}
          @mycamera-clear-filters=${o(this,_,Sn)}
          @mycamera-system=${()=>o(this,_,ze).call(this,"system")}
        ></mycamera-timeline>`;case"day":return c`<mycamera-day
          .context=${e}
          .cameraIds=${this.filter.cameraId===null?t.cameras.map(i=>i.camera_id):[this.filter.cameraId]}
          .day=${this.filter.day??e.formats.today()}
          .start=${this.moment}
          .connected=${this.connected}
          @mycamera-day=${i=>o(this,_,qt).call(this,{day:i.detail})}
          @mycamera-open=${o(this,_,Hs)}
          @mycamera-exporting=${()=>o(this,_,ze).call(this,"clips")}
        ></mycamera-day>`;case"recordings":return c`<mycamera-recordings
          .context=${e}
          .filter=${this.filter}
          @mycamera-filter=${i=>o(this,_,qt).call(this,i.detail)}
          @mycamera-clear-filters=${o(this,_,Sn)}
        ></mycamera-recordings>`}},Bt=function(e,t){let{localize:i,hass:n}=e,r=(m,y)=>c`<div class="banner" role="alert">
      ${w(Un)}
      <p><strong>${m}</strong><br />${y}</p>
    </div>`,a=m=>c`<div class="banner" role="alert">
      ${w(de)}
      <p>${m==="not_found"?i("linked_missing"):V(e,m).heading}</p>
      <button
        class="icon-button"
        aria-label=${i("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${w(Y)}
      </button>
    </div>`,{available:h,waiting:p}=t.database;return c`${this.linkFailure===null?f:a(this.linkFailure)}
    ${this.connected?f:r(i("connection_lost"),i("connection_lost_text"))}
    ${h?f:r(i("database_down"),I(i,n.language,"database_waiting",p))}`},Tn=function(e,t){return c`<mycamera-camera-bar
      .context=${e}
      .overview=${t}
      .cameraId=${this.filter.cameraId}
      @mycamera-filter=${i=>o(this,_,qt).call(this,i.detail)}
    ></mycamera-camera-bar>`},C.styles=[S,fe,Pa],d([g({attribute:!1})],C.prototype,"hass",2),d([g({type:Boolean,reflect:!0})],C.prototype,"narrow",2),d([g({attribute:!1})],C.prototype,"route",2),d([g({attribute:!1})],C.prototype,"panel",2),d([v()],C.prototype,"tab",2),d([v()],C.prototype,"filter",2),d([v()],C.prototype,"overview",2),d([v()],C.prototype,"failure",2),d([v()],C.prototype,"connected",2),d([v()],C.prototype,"opened",2),d([v()],C.prototype,"moment",2),d([v()],C.prototype,"watched",2),d([v()],C.prototype,"kiosk",2),d([v()],C.prototype,"ignored",2),d([v()],C.prototype,"drawn",2),d([j("mycamera-timeline")],C.prototype,"timeline",2),d([j("mycamera-day")],C.prototype,"dayView",2),d([j("mycamera-exports")],C.prototype,"clips",2),d([j("mycamera-recordings")],C.prototype,"recordings",2),d([j("mycamera-person-dialog")],C.prototype,"dialog",2),d([j("mycamera-zone-editor")],C.prototype,"editor",2),d([v()],C.prototype,"linkFailure",2),C=d([z("mycamera-panel")],C);export{C as MyCameraPanel};
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
