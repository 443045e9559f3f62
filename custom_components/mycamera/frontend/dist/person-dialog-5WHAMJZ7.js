import"./chunk-FIDCC2UI.js";import{a as $t}from"./chunk-JNVOENW7.js";import{b as gt}from"./chunk-O7IDDMKE.js";import{d as xt}from"./chunk-QVDZC3VE.js";import{b as bt}from"./chunk-A56LUTNR.js";import{K as ct,X as pt,Z as ut,c as nt,ea as ht,ga as mt,r as rt,s as st,u as lt,v as at,z as dt}from"./chunk-2T6RHLYP.js";import{b as N,c as q,d as it,f as ot}from"./chunk-FJ3T6KF4.js";import{a as E,b as s,e as c,g as T,h as u,i as p,j as F,l as L,m as O,s as $,v as ft,w as vt}from"./chunk-HU3JNPAX.js";import{E as et,f as w,o as Q,p as Y,q as P,r as C,s as M,t as tt}from"./chunk-UXGMC5Z2.js";import{a as o,b as y,c as k,d as A,e as l}from"./chunk-ZORKPPHW.js";var I,yt,B=class extends T{constructor(){super(...arguments);k(this,I);this.detection=null;this.open=!1;this.failed=null}willUpdate(t){t.has("detection")&&t.get("detection")?.event_id!==this.detection?.event_id&&(this.open=!1)}render(){let{localize:t,hass:e}=this.context,{detection:i}=this;return!i||!e.user?.is_admin?c:this.open?s`<form @submit=${l(this,I,yt)} @keydown=${r=>r.stopPropagation()}>
      <label>English <input name="caption" maxlength="2000" lang="en" .value=${i.caption??""} /></label>
      <label>中文 <input name="caption_zh" maxlength="2000" lang="zh-Hans" .value=${i.caption_zh??""} /></label>
      ${this.failed===null?c:s`<p role="alert">${t("save_failed",{code:this.failed})}</p>`}
      <div class="acts">
        <button class="text-button" type="submit">${t("save")}</button>
        <button
          class="text-button"
          type="button"
          @click=${()=>{this.open=!1}}
        >
          ${t("draw_cancel")}
        </button>
      </div>
    </form>`:s`<button
        class="text-button"
        @click=${()=>{this.open=!0}}
      >
        ${$(ut)} ${t("correct_caption")}
      </button>`}};I=new WeakSet,yt=async function(t){t.preventDefault();let{detection:e}=this;if(!e)return;let i=new FormData(t.target);try{let r=await tt(this.context.hass,e.event_id,String(i.get("caption")??""),String(i.get("caption_zh")??""));this.open=!1,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-corrected",{detail:{...e,...r,caption_status:"done"},bubbles:!0,composed:!0}))}catch(r){this.failed=w(r)}},B.styles=[O,E`
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
      .acts {
        display: flex;
        align-items: end;
        gap: 8px;
      }
      p {
        inline-size: 100%;
        color: var(--mc-bad);
      }
    `],o([u({attribute:!1})],B.prototype,"context",2),o([u({attribute:!1})],B.prototype,"detection",2),o([p()],B.prototype,"open",2),o([p()],B.prototype,"failed",2),B=o([L("mycamera-caption-editor")],B);function It({hass:g,overview:f},t){return g.user?.is_admin===!0&&f?.captions_enabled===!0&&t?.describable===!0}var _t="in_vain";function Kt({localize:g},f){return f===_t?g("describe_in_vain"):f==="marked_by_hand"?g("describe_nobody"):g("describe_failed",{code:f})}var K,wt,S=class extends T{constructor(){super(...arguments);k(this,K);this.detail=null;this.error=null;this.asked=!1}willUpdate(t){if(!t.has("detection"))return;let e=t.get("detection")?.event_id===this.detection.event_id;e||(this.error=null),e&&this.asked&&this.detection.caption_status==="failed"&&(this.error=_t),(!e||this.detection.caption_status==="done"||this.error!==null)&&(this.asked=!1)}render(){let{context:t,detection:e}=this;if(!It(t,this.detail))return c;let i=e.caption_status==="pending"||e.caption_status==="running";return s`<button
        class="text-button"
        ?disabled=${i||this.asked}
        @click=${()=>{l(this,K,wt).call(this,e.event_id)}}
      >
        ${$(at)} ${t.localize(this.asked?"caption_pending":"describe_again")}
      </button>
      ${this.error===null?c:s`<p role="alert">${Kt(t,this.error)}</p>`}`}};K=new WeakSet,wt=async function(t){this.asked=!0,this.error=null;try{await M(this.context.hass,t)}catch(e){if(this.detection.event_id!==t)return;this.asked=!1,this.error=w(e)}},S.styles=[O,E`
      :host {
        display: contents;
      }
    `],o([u({attribute:!1})],S.prototype,"context",2),o([u({attribute:!1})],S.prototype,"detection",2),o([u({attribute:!1})],S.prototype,"detail",2),o([p()],S.prototype,"error",2),o([p()],S.prototype,"asked",2),S=o([L("mycamera-person-describe")],S);var kt=E`
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
`;var R,X,W,z=class extends T{constructor(){super(...arguments);k(this,R);this.detection=null;this.placed=!1;this.asked=null;this.busy=!1;this.failed=null}willUpdate(t){!t.has("detection")||t.get("detection")?.event_id===this.detection?.event_id||(this.asked=null,this.failed=null)}render(){let{localize:t,hass:e}=this.context;if(!this.detection||!e.user?.is_admin)return c;let i=(a,d,h,v=!1)=>s`<button
      class="text-button"
      ?disabled=${this.busy||v}
      @click=${d}
    >
      ${h?$(h):c} ${a}
    </button>`;if(this.asked===null)return s`${i(t("no_person"),()=>l(this,R,W).call(this,"false_positive"),nt)}
      ${i(t("delete_person"),()=>l(this,R,W).call(this,"delete"),dt)}`;let r=this.asked==="false_positive";return s`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${t(r?"no_person_sure":"delete_person_sure")}</p>
      ${i(t("keep"),()=>l(this,R,W).call(this,null))}
      ${r?i(t("no_person_ignore"),()=>{l(this,R,X).call(this,!0,!0)},void 0,!this.placed):c}
      ${i(t(r?"no_person":"delete_for_good"),()=>{l(this,R,X).call(this,r,!1)})}
      ${this.failed===null?c:s`<p class="problem" role="alert">${t("delete_person_failed",{code:this.failed})}</p>`}
    </div>`}};R=new WeakSet,X=async function(t,e){let{detection:i}=this;if(!(!i||this.busy)){this.busy=!0,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-removing"));try{await C(this.context.hass,i.event_id,t),this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{ignore:e}}))}catch(r){this.failed=w(r)}finally{this.busy=!1}}},W=function(t){this.asked=t,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},z.styles=[O,E`
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
    `],o([u({attribute:!1})],z.prototype,"context",2),o([u({attribute:!1})],z.prototype,"detection",2),o([u({type:Boolean})],z.prototype,"placed",2),o([p()],z.prototype,"asked",2),o([p()],z.prototype,"busy",2),o([p()],z.prototype,"failed",2),z=o([L("mycamera-person-removal")],z);async function zt(g,f,t){let{hass:e,formats:i}=g,r=N(g,f.camera_id),a=window.location.pathname.replace(/\/mycamera\/.*$/,"/mycamera"),d=`${window.location.origin}${a}/event/${f.event_id}`,h=[q(g,f)[0]?.text,r,i.dateTime(f.first_seen)].filter(Boolean).join(`
`);try{if(!navigator.share)return await navigator.clipboard.writeText(d),"link_copied";let v=[];if(t!==null){let x=await fetch(e.hassUrl(t));x.ok&&v.push(new File([await x.blob()],`${f.event_id}.jpg`,{type:"image/jpeg"}))}let b={title:r,text:h,url:d,files:v};return await navigator.share(v.length>0&&navigator.canShare?.(b)?b:{title:r,text:h,url:d}),null}catch(v){return v instanceof DOMException&&v.name==="AbortError"?null:"share_failed"}}var Wt=2,Gt=12e4,Dt=3e3,H,D,Z,Et,Tt,Lt,_=class extends T{constructor(){super(...arguments);k(this,D);this.detail=null;this.error=null;this.problem=null;this.following=null;this.box=null;this.size=null;k(this,H)}disconnectedCallback(){super.disconnectedCallback(),y(this,H)!==void 0&&this.video?.cancelVideoFrameCallback(y(this,H)),A(this,H,void 0)}willUpdate(t){!t.has("detail")||t.get("detail")?.event_id===this.detail?.event_id||(this.problem=null,this.following=null,this.box=null,this.size=null)}updated(){l(this,D,Z).call(this)}render(){let{context:t,detail:e}=this,{localize:i,hass:r}=t;if(this.error!==null)return s`<p class="instead" role="alert">${ft(t,this.error).heading}</p>`;if(e===null)return s`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`;if(e.recording===null){let b=Date.now()-Date.parse(e.last_seen)<Gt,x=s`<p class="instead" role="status">
        ${i(b?"recording_writing":"recording_missing")}
      </p>`;return!b||e.live_url===null?x:s`<div class="live">
        <img src=${r.hassUrl(e.live_url)} alt=${i("live_picture")} />
        ${x}
      </div>`}let a=r.hassUrl(e.recording.url);if(this.problem!==null)return s`<div class="instead" role="alert">
        <p>${vt(t,this.problem,e.recording.codec)}</p>
        ${this.problem==="unplayable"?s`<a class="text-button" href=${a} download>${i("download")}</a>`:c}
      </div>`;let d=Math.max(0,e.recording.offset-Wt),{following:h}=this,v=Date.parse((h??e.recording).start);return s`<video
        src=${h?.video_url?r.hassUrl(h.video_url):`${a}#t=${d.toFixed(1)}`}
        @loadedmetadata=${b=>{let{videoWidth:x,videoHeight:G}=b.target;this.size={width:x,height:G}}}
        @ended=${b=>{l(this,D,Tt).call(this,e,v,b.target.duration)}}
        aria-label=${i("recording")}
        controls
        autoplay
        muted
        playsinline
        @error=${()=>{l(this,D,Et).call(this,e,a)}}
      ></video>
      ${l(this,D,Lt).call(this)}`}};H=new WeakMap,D=new WeakSet,Z=function(){y(this,H)!==void 0||!this.video||!("requestVideoFrameCallback"in this.video)||A(this,H,this.video.requestVideoFrameCallback((t,{mediaTime:e})=>{A(this,H,void 0);let{detail:i}=this;if(!this.isConnected||i?.recording==null)return;let r=Date.parse((this.following??i.recording).start)-Date.parse(i.first_seen);this.box=gt(i.path,r/1e3+e),l(this,D,Z).call(this)}))},Et=async function(t,e){let i=await et(e);this.detail===t&&(this.problem=i)},Tt=async function(t,e,i){let r=e+i*1e3;if(Date.parse(t.last_seen)>r)try{let d=(await xt(this.context.hass,t.camera_id,r-Dt,r+Dt)).findLast(h=>h.video_url!==null&&Date.parse(h.start)>e);d&&this.detail===t&&(this.following=d)}catch(a){console.info("MyCamera: the next recording cannot be loaded:",w(a))}},Lt=function(){let{box:t,size:e}=this;if(t===null||e===null||e.width===0)return c;let[i,r,a,d]=t;return s`<svg class="box" viewBox="0 0 ${e.width} ${e.height}" aria-hidden="true">
      <rect
        x=${i*e.width}
        y=${r*e.height}
        width=${(a-i)*e.width}
        height=${(d-r)*e.height}
        rx=${e.height/100}
      />
    </svg>`},_.styles=[O,E`
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
    `],o([u({attribute:!1})],_.prototype,"context",2),o([u({attribute:!1})],_.prototype,"detail",2),o([u({attribute:!1})],_.prototype,"error",2),o([p()],_.prototype,"problem",2),o([p()],_.prototype,"following",2),o([p()],_.prototype,"box",2),o([p()],_.prototype,"size",2),o([F("video")],_.prototype,"video",2),_=o([L("mycamera-person-video")],_);var Ot=5e3,n,J,St,U,V,Bt,j,Rt,Ht,Ut,Vt,jt,At,Ft,Nt,qt,m=class extends T{constructor(){super(...arguments);k(this,n);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.around=null;this.shared=null;this.exporting=!1;this.removing=null}willUpdate(t){!t.has("detection")||t.get("detection")?.event_id===this.detection?.event_id||(this.detail=null,this.error=null,this.broken=!1,this.size=null,this.around=null,this.shared=null,this.detection&&(l(this,n,J).call(this,this.detection.event_id),P(this.context.hass,{event_ids:[this.detection.event_id]}).catch(()=>{})))}updated(t){t.has("detection")&&(this.detection&&!this.newer&&!this.older&&this.around===null&&l(this,n,St).call(this,this.detection),this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(t){this.detection?.camera_id===t&&this.detail?.recording===null&&l(this,n,J).call(this,this.detection.event_id)}render(){return s`<dialog aria-labelledby="title" @close=${l(this,n,Bt)} @click=${l(this,n,Ht)} @keydown=${l(this,n,Rt)}>
      ${this.detection?l(this,n,Ut).call(this,this.detection):c}
    </dialog>`}};n=new WeakSet,J=async function(t){try{let e=await Q(this.context.hass,t);this.detection?.event_id===t&&(this.detail=e)}catch(e){this.detection?.event_id===t&&(this.error=w(e))}},St=async function(t){try{let e=await Y(this.context.hass,t);this.detection?.event_id===t.event_id&&(this.around=e)}catch(e){console.info("MyCamera: who comes before and after cannot be loaded:",w(e))}},U=function(){return this.newer??this.around?.newer??null},V=function(){return this.older??this.around?.older??null},Bt=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},j=function(t){t&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:t}))},Rt=function(t){let e=t.composedPath()[0];if(e instanceof HTMLVideoElement||e instanceof HTMLInputElement)return;let i=getComputedStyle(this).direction==="rtl";if(t.key==="ArrowLeft")l(this,n,j).call(this,i?y(this,n,V):y(this,n,U));else if(t.key==="ArrowRight")l(this,n,j).call(this,i?y(this,n,U):y(this,n,V));else return;t.preventDefault()},Ht=function(t){t.target===this.dialog&&this.dialog.close()},Ut=function(t){let{context:e}=this,i=y(this,n,U),r=y(this,n,V),{localize:a,formats:d}=e,h=q(e,t),v=t.caption_status==="pending"||t.caption_status==="running",b=N(e,t.camera_id);return s`
      <header>
        <h2 id="title">
          <span dir="auto">${b}</span>
          <time datetime=${t.first_seen}>${d.dateTime(t.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!i} aria-label=${a("newer")} @click=${()=>l(this,n,j).call(this,i)}>
          ${$(rt)}
        </button>
        <button class="icon-button turn" ?disabled=${!r} aria-label=${a("older")} @click=${()=>l(this,n,j).call(this,r)}>
          ${$(st)}
        </button>
        <button class="icon-button" autofocus aria-label=${a("close")} @click=${()=>this.dialog.close()}>
          ${$(lt)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${l(this,n,At).call(this,t,b)}</figure>
          <figure>
            <mycamera-person-video .context=${e} .detail=${this.detail} .error=${this.error}></mycamera-person-video>
          </figure>
        </div>
        <div class="text">
          ${h.length===0?s`<p class="none">${a(v?"caption_pending":"no_caption")}</p>`:h.map((x,G)=>s`<p class=${G===0?"caption":"other"} lang=${x.lang} dir="auto">${x.text}</p>`)}
          <dl>
            <div>
              <dt>${a("seen")}</dt>
              <dd>${d.range(t.first_seen,t.last_seen)}</dd>
            </div>
            <div>
              <dt>${a("duration")}</dt>
              <dd>${d.duration(ot(t))}</dd>
            </div>
            <div>
              <dt>${a("confidence")}</dt>
              <dd>${d.percent(t.confidence)}</dd>
            </div>
            ${h.length>0?s`<div>
                    <dt>${a("description_by")}</dt>
                    <dd>
                      ${it(e,t)}${v?s` · ${a("caption_pending")}`:c}
                    </dd>
                  </div>`:c}
            ${l(this,n,jt).call(this)}
          </dl>
          <div class="actions">
            ${this.detail?.recording?s`<mycamera-protection
                    verbose
                    .context=${e}
                    .recordId=${this.detail.recording.record_id}
                    .kept=${this.detail.recording.protected}
                  ></mycamera-protection>`:c}
            <mycamera-caption-editor .context=${e} .detection=${t}></mycamera-caption-editor>
            <mycamera-person-describe
              .context=${e}
              .detection=${t}
              .detail=${this.detail}
            ></mycamera-person-describe>
            <button class="text-button" @click=${()=>{l(this,n,Nt).call(this,t)}}>
              ${$(ht)} ${a("share")}
            </button>
            <button
              class="text-button"
              @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-moment",{detail:t}))}
            >
              ${$(mt)} ${a("open_timeline")}
            </button>
            ${this.detail?.recording?s`<button class="text-button" ?disabled=${this.exporting} @click=${()=>{l(this,n,qt).call(this,t)}}>
                    ${$(pt)} ${a("export")}
                  </button>`:c}
            <mycamera-person-removal
              .context=${e}
              .detection=${t}
              ?placed=${this.detail!==null}
              @mycamera-removing=${()=>{let x=this.detail?.box??null;this.removing={detection:t,next:y(this,n,V)??y(this,n,U),box:x}}}
              @mycamera-removed=${x=>l(this,n,Vt).call(this,x.detail.ignore)}
            ></mycamera-person-removal>
            ${this.shared===null?c:s`<p role="status">${a(this.shared)}</p>`}
          </div>
        </div>
      </div>
    `},Vt=function(t){if(this.removing===null)return;let{detection:e,next:i,box:r}=this.removing;this.removing=null,this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{detection:e,next:i,ignore:t?r:null}}))},jt=function(){let t=this.detail?.zones??[];return t.length===0?c:s`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${t.join(" · ")}</dd>
    </div>`},At=function(t,e){let{localize:i,formats:r,hass:a}=this.context,d=t.snapshot_url;return d===null||this.broken?s`<p class="instead">${$(ct)} ${i("picture_missing")}</p>`:s`<a href=${a.hassUrl(d)} target="_blank" rel="noopener" title=${i("full_picture")}>
      <img
        src=${a.hassUrl(d)}
        alt=${i("picture_of",{camera:e,time:r.time(t.first_seen)})}
        @load=${h=>{let{naturalWidth:v,naturalHeight:b}=h.target;this.size={width:v,height:b}}}
        @error=${()=>{this.broken=!0}}
      />
      ${l(this,n,Ft).call(this)}
    </a>`},Ft=function(){let{detail:t,size:e}=this;if(t===null||e===null)return c;let[i,r,a,d]=t.box;return s`<svg class="box" viewBox="0 0 ${e.width} ${e.height}" aria-hidden="true">
      <rect
        x=${i*e.width}
        y=${r*e.height}
        width=${(a-i)*e.width}
        height=${(d-r)*e.height}
        rx=${e.height/100}
      />
    </svg>`},Nt=async function(t){this.shared=await zt(this.context,t,this.broken?null:t.snapshot_url)},qt=async function(t){this.exporting=!0;let e=Date.parse(t.first_seen)-Ot;try{await bt(this.context.hass,t.camera_id,e,Date.parse(t.last_seen)+Ot),this.dispatchEvent(new CustomEvent("mycamera-exporting"))}catch(i){console.info("MyCamera: the export cannot be begun:",w(i)),this.shared="export_failed"}finally{this.exporting=!1}},m.styles=[O,$t,kt],o([u({attribute:!1})],m.prototype,"context",2),o([u({attribute:!1})],m.prototype,"detection",2),o([u({attribute:!1})],m.prototype,"newer",2),o([u({attribute:!1})],m.prototype,"older",2),o([p()],m.prototype,"detail",2),o([p()],m.prototype,"error",2),o([p()],m.prototype,"broken",2),o([p()],m.prototype,"size",2),o([p()],m.prototype,"around",2),o([p()],m.prototype,"shared",2),o([p()],m.prototype,"exporting",2),o([F("dialog")],m.prototype,"dialog",2),m=o([L("mycamera-person-dialog")],m);export{m as MyCameraPersonDialog};
