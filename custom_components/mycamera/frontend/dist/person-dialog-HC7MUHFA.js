import"./chunk-DVGBN7DR.js";import{a as bt}from"./chunk-6TC2HVM4.js";import{b as vt}from"./chunk-O7IDDMKE.js";import{b as gt}from"./chunk-A56LUTNR.js";import{K as C,V as M,X as tt,c as X,ca as et,ea as it,r as Z,s as J,u as Q,v as Y,z as P}from"./chunk-BHOWC5AJ.js";import{b as pt,c as I,d as ht,e as ut}from"./chunk-YFKJQGYN.js";import{a as T,b as a,e as c,g as L,h as f,i as p,j,l as O,m as B,s as x,v as mt,w as ft}from"./chunk-LWVCFYMN.js";import{J as ct,e as _,j as nt,q as ot,r as rt,s as st,t as lt,u as at,v as dt}from"./chunk-AEKD4G6A.js";import{a as o,b,c as k,d as U,e as l}from"./chunk-ZORKPPHW.js";var A,xt,z=class extends L{constructor(){super(...arguments);k(this,A);this.detection=null;this.open=!1;this.failed=null}willUpdate(t){t.has("detection")&&t.get("detection")?.event_id!==this.detection?.event_id&&(this.open=!1)}render(){let{localize:t,hass:e}=this.context,{detection:i}=this;return!i||!e.user?.is_admin?c:this.open?a`<form @submit=${l(this,A,xt)} @keydown=${r=>r.stopPropagation()}>
      <label>English <input name="caption" maxlength="2000" lang="en" .value=${i.caption??""} /></label>
      <label>中文 <input name="caption_zh" maxlength="2000" lang="zh-Hans" .value=${i.caption_zh??""} /></label>
      ${this.failed===null?c:a`<p role="alert">${t("save_failed",{code:this.failed})}</p>`}
      <button class="text-button" type="submit">${t("save")}</button>
      <button
        class="text-button"
        type="button"
        @click=${()=>{this.open=!1}}
      >
        ${t("draw_cancel")}
      </button>
    </form>`:a`<button
        class="text-button"
        @click=${()=>{this.open=!0}}
      >
        ${x(tt)} ${t("correct_caption")}
      </button>`}};A=new WeakSet,xt=async function(t){t.preventDefault();let{detection:e}=this;if(!e)return;let i=new FormData(t.target);try{let r=await dt(this.context.hass,e.event_id,String(i.get("caption")??""),String(i.get("caption_zh")??""));this.open=!1,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-corrected",{detail:{...e,...r,caption_status:"done"},bubbles:!0,composed:!0}))}catch(r){this.failed=_(r)}},z.styles=[B,T`
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
    `],o([f({attribute:!1})],z.prototype,"context",2),o([f({attribute:!1})],z.prototype,"detection",2),o([p()],z.prototype,"open",2),o([p()],z.prototype,"failed",2),z=o([O("mycamera-caption-editor")],z);var D,K,F,y=class extends L{constructor(){super(...arguments);k(this,D);this.detection=null;this.placed=!1;this.asked=null;this.busy=!1;this.failed=null}willUpdate(t){!t.has("detection")||t.get("detection")?.event_id===this.detection?.event_id||(this.asked=null,this.failed=null)}render(){let{localize:t,hass:e}=this.context;if(!this.detection||!e.user?.is_admin)return c;let i=(s,d,u,m=!1)=>a`<button
      class="text-button"
      ?disabled=${this.busy||m}
      @click=${d}
    >
      ${u?x(u):c} ${s}
    </button>`;if(this.asked===null)return a`${i(t("no_person"),()=>l(this,D,F).call(this,"false_positive"),X)}
      ${i(t("delete_person"),()=>l(this,D,F).call(this,"delete"),P)}`;let r=this.asked==="false_positive";return a`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${t(r?"no_person_sure":"delete_person_sure")}</p>
      ${i(t("keep"),()=>l(this,D,F).call(this,null))}
      ${r?i(t("no_person_ignore"),()=>{l(this,D,K).call(this,!0,!0)},void 0,!this.placed):c}
      ${i(t(r?"no_person":"delete_for_good"),()=>{l(this,D,K).call(this,r,!1)})}
      ${this.failed===null?c:a`<p class="problem" role="alert">${t("delete_person_failed",{code:this.failed})}</p>`}
    </div>`}};D=new WeakSet,K=async function(t,e){let{detection:i}=this;if(!(!i||this.busy)){this.busy=!0,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-removing"));try{await lt(this.context.hass,i.event_id,t),this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{ignore:e}}))}catch(r){this.failed=_(r)}finally{this.busy=!1}}},F=function(t){this.asked=t,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},y.styles=[B,T`
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
    `],o([f({attribute:!1})],y.prototype,"context",2),o([f({attribute:!1})],y.prototype,"detection",2),o([f({type:Boolean})],y.prototype,"placed",2),o([p()],y.prototype,"asked",2),o([p()],y.prototype,"busy",2),o([p()],y.prototype,"failed",2),y=o([O("mycamera-person-removal")],y);var Ft=2,qt=12e4,$t=3e3,E,w,W,_t,yt,wt,$=class extends L{constructor(){super(...arguments);k(this,w);this.detail=null;this.error=null;this.problem=null;this.following=null;this.box=null;this.size=null;k(this,E)}disconnectedCallback(){super.disconnectedCallback(),b(this,E)!==void 0&&this.video?.cancelVideoFrameCallback(b(this,E)),U(this,E,void 0)}willUpdate(t){!t.has("detail")||t.get("detail")?.event_id===this.detail?.event_id||(this.problem=null,this.following=null,this.box=null,this.size=null)}updated(){l(this,w,W).call(this)}render(){let{context:t,detail:e}=this,{localize:i,hass:r}=t;if(this.error!==null)return a`<p class="instead" role="alert">${mt(t,this.error).heading}</p>`;if(e===null)return a`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`;if(e.recording===null){let v=Date.now()-Date.parse(e.last_seen)<qt,g=a`<p class="instead" role="status">
        ${i(v?"recording_writing":"recording_missing")}
      </p>`;return!v||e.live_url===null?g:a`<div class="live">
        <img src=${r.hassUrl(e.live_url)} alt=${i("live_picture")} />
        ${g}
      </div>`}let s=r.hassUrl(e.recording.url);if(this.problem!==null)return a`<div class="instead" role="alert">
        <p>${ft(t,this.problem,e.recording.codec)}</p>
        ${this.problem==="unplayable"?a`<a class="text-button" href=${s} download>${i("download")}</a>`:c}
      </div>`;let d=Math.max(0,e.recording.offset-Ft),{following:u}=this,m=Date.parse((u??e.recording).start);return a`<video
        src=${u?.video_url?r.hassUrl(u.video_url):`${s}#t=${d.toFixed(1)}`}
        @loadedmetadata=${v=>{let{videoWidth:g,videoHeight:N}=v.target;this.size={width:g,height:N}}}
        @ended=${v=>{l(this,w,yt).call(this,e,m,v.target.duration)}}
        aria-label=${i("recording")}
        controls
        autoplay
        muted
        playsinline
        @error=${()=>{l(this,w,_t).call(this,e,s)}}
      ></video>
      ${l(this,w,wt).call(this)}`}};E=new WeakMap,w=new WeakSet,W=function(){b(this,E)!==void 0||!this.video||!("requestVideoFrameCallback"in this.video)||U(this,E,this.video.requestVideoFrameCallback((t,{mediaTime:e})=>{U(this,E,void 0);let{detail:i}=this;if(!this.isConnected||i?.recording==null)return;let r=Date.parse((this.following??i.recording).start)-Date.parse(i.first_seen);this.box=vt(i.path,r/1e3+e),l(this,w,W).call(this)}))},_t=async function(t,e){let i=await ct(e);this.detail===t&&(this.problem=i)},yt=async function(t,e,i){let r=e+i*1e3;if(Date.parse(t.last_seen)>r)try{let d=(await nt(this.context.hass,t.camera_id,r-$t,r+$t)).findLast(u=>u.video_url!==null&&Date.parse(u.start)>e);d&&this.detail===t&&(this.following=d)}catch(s){console.info("MyCamera: the next recording cannot be loaded:",_(s))}},wt=function(){let{box:t,size:e}=this;if(t===null||e===null||e.width===0)return c;let[i,r,s,d]=t;return a`<svg class="box" viewBox="0 0 ${e.width} ${e.height}" aria-hidden="true">
      <rect
        x=${i*e.width}
        y=${r*e.height}
        width=${(s-i)*e.width}
        height=${(d-r)*e.height}
        rx=${e.height/100}
      />
    </svg>`},$.styles=[B,T`
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
    `],o([f({attribute:!1})],$.prototype,"context",2),o([f({attribute:!1})],$.prototype,"detail",2),o([f({attribute:!1})],$.prototype,"error",2),o([p()],$.prototype,"problem",2),o([p()],$.prototype,"following",2),o([p()],$.prototype,"box",2),o([p()],$.prototype,"size",2),o([j("video")],$.prototype,"video",2),$=o([O("mycamera-person-video")],$);var kt=5e3,n,G,zt,S,R,Dt,H,Et,Tt,Lt,Ot,Bt,St,Rt,Ht,Ut,jt,At,h=class extends L{constructor(){super(...arguments);k(this,n);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.around=null;this.shared=null;this.exporting=!1;this.undescribed=null;this.describing=null;this.removing=null}willUpdate(t){if(!t.has("detection"))return;if(t.get("detection")?.event_id===this.detection?.event_id){this.detection?.caption_status==="done"&&(this.describing=null);return}this.detail=null,this.error=null,this.broken=!1,this.size=null,this.around=null,this.shared=null,this.undescribed=this.describing=null,this.detection&&(l(this,n,G).call(this,this.detection.event_id),st(this.context.hass,{event_ids:[this.detection.event_id]}).catch(()=>{}))}updated(t){t.has("detection")&&(this.detection&&!this.newer&&!this.older&&this.around===null&&l(this,n,zt).call(this,this.detection),this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(t){this.detection?.camera_id===t&&this.detail?.recording===null&&l(this,n,G).call(this,this.detection.event_id)}render(){return a`<dialog aria-labelledby="title" @close=${l(this,n,Dt)} @click=${l(this,n,Tt)} @keydown=${l(this,n,Et)}>
      ${this.detection?l(this,n,Lt).call(this,this.detection):c}
    </dialog>`}};n=new WeakSet,G=async function(t){try{let e=await ot(this.context.hass,t);this.detection?.event_id===t&&(this.detail=e)}catch(e){this.detection?.event_id===t&&(this.error=_(e))}},zt=async function(t){try{let e=await rt(this.context.hass,t);this.detection?.event_id===t.event_id&&(this.around=e)}catch(e){console.info("MyCamera: who comes before and after cannot be loaded:",_(e))}},S=function(){return this.newer??this.around?.newer??null},R=function(){return this.older??this.around?.older??null},Dt=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},H=function(t){t&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:t}))},Et=function(t){let e=t.composedPath()[0];if(e instanceof HTMLVideoElement||e instanceof HTMLInputElement)return;let i=getComputedStyle(this).direction==="rtl";if(t.key==="ArrowLeft")l(this,n,H).call(this,i?b(this,n,R):b(this,n,S));else if(t.key==="ArrowRight")l(this,n,H).call(this,i?b(this,n,S):b(this,n,R));else return;t.preventDefault()},Tt=function(t){t.target===this.dialog&&this.dialog.close()},Lt=function(t){let{context:e}=this,i=b(this,n,S),r=b(this,n,R),{localize:s,formats:d}=e,u=I(e,t),m=t.caption_status==="pending"||t.caption_status==="running",v=pt(e,t.camera_id);return a`
      <header>
        <h2 id="title">
          <span dir="auto">${v}</span>
          <time datetime=${t.first_seen}>${d.dateTime(t.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!i} aria-label=${s("newer")} @click=${()=>l(this,n,H).call(this,i)}>
          ${x(Z)}
        </button>
        <button class="icon-button turn" ?disabled=${!r} aria-label=${s("older")} @click=${()=>l(this,n,H).call(this,r)}>
          ${x(J)}
        </button>
        <button class="icon-button" autofocus aria-label=${s("close")} @click=${()=>this.dialog.close()}>
          ${x(Q)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${l(this,n,Ht).call(this,t,v)}</figure>
          <figure>
            <mycamera-person-video .context=${e} .detail=${this.detail} .error=${this.error}></mycamera-person-video>
          </figure>
        </div>
        <div class="text">
          ${u.length===0?a`<p class="none">${s(m?"caption_pending":"no_caption")}</p>`:u.map((g,N)=>a`<p class=${N===0?"caption":"other"} lang=${g.lang} dir="auto">${g.text}</p>`)}
          <dl>
            <div>
              <dt>${s("seen")}</dt>
              <dd>${d.range(t.first_seen,t.last_seen)}</dd>
            </div>
            <div>
              <dt>${s("duration")}</dt>
              <dd>${d.duration(ut(t))}</dd>
            </div>
            <div>
              <dt>${s("confidence")}</dt>
              <dd>${d.percent(t.confidence)}</dd>
            </div>
            ${u.length>0?a`<div>
                    <dt>${s("description_by")}</dt>
                    <dd>
                      ${ht(e,t)}${m?a` · ${s("caption_pending")}`:c}
                    </dd>
                  </div>`:c}
            ${l(this,n,Rt).call(this)}
          </dl>
          <div class="actions">
            ${this.detail?.recording?a`<mycamera-protection
                    verbose
                    .context=${e}
                    .recordId=${this.detail.recording.record_id}
                    .kept=${this.detail.recording.protected}
                  ></mycamera-protection>`:c}
            <mycamera-caption-editor .context=${e} .detection=${t}></mycamera-caption-editor>
            ${l(this,n,Ot).call(this,t,m)}
            <button class="text-button" @click=${()=>{l(this,n,At).call(this,t,v)}}>
              ${x(et)} ${s("share")}
            </button>
            <button
              class="text-button"
              @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-moment",{detail:t}))}
            >
              ${x(it)} ${s("open_timeline")}
            </button>
            ${this.detail?.recording?a`<button class="text-button" ?disabled=${this.exporting} @click=${()=>{l(this,n,jt).call(this,t)}}>
                    ${x(M)} ${s("export")}
                  </button>`:c}
            <mycamera-person-removal
              .context=${e}
              .detection=${t}
              ?placed=${this.detail!==null}
              @mycamera-removing=${()=>{let g=this.detail?.box??null;this.removing={detection:t,next:b(this,n,R)??b(this,n,S),box:g}}}
              @mycamera-removed=${g=>l(this,n,St).call(this,g.detail.ignore)}
            ></mycamera-person-removal>
            ${this.shared===null?c:a`<p role="status">${s(this.shared)}</p>`}
            ${this.undescribed===null?c:a`<p role="alert">${s("describe_failed",{code:this.undescribed})}</p>`}
          </div>
        </div>
      </div>
    `},Ot=function(t,e){let{localize:i,hass:r,overview:s}=this.context;return!r.user?.is_admin||!s?.captions_enabled?c:a`<button
      class="text-button"
      ?disabled=${e||this.describing===t.event_id}
      @click=${()=>{l(this,n,Bt).call(this,t.event_id)}}
    >
      ${x(Y)} ${i(this.describing===t.event_id?"caption_pending":"describe_again")}
    </button>`},Bt=async function(t){this.describing=t,this.undescribed=null;try{await at(this.context.hass,t)}catch(e){this.describing=null,this.undescribed=_(e)}},St=function(t){if(this.removing===null)return;let{detection:e,next:i,box:r}=this.removing;this.removing=null,this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{detection:e,next:i,ignore:t?r:null}}))},Rt=function(){let t=this.detail?.zones??[];return t.length===0?c:a`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${t.join(" · ")}</dd>
    </div>`},Ht=function(t,e){let{localize:i,formats:r,hass:s}=this.context,d=t.snapshot_url;return d===null||this.broken?a`<p class="instead">${x(C)} ${i("picture_missing")}</p>`:a`<a href=${s.hassUrl(d)} target="_blank" rel="noopener" title=${i("full_picture")}>
      <img
        src=${s.hassUrl(d)}
        alt=${i("picture_of",{camera:e,time:r.time(t.first_seen)})}
        @load=${u=>{let{naturalWidth:m,naturalHeight:v}=u.target;this.size={width:m,height:v}}}
        @error=${()=>{this.broken=!0}}
      />
      ${l(this,n,Ut).call(this)}
    </a>`},Ut=function(){let{detail:t,size:e}=this;if(t===null||e===null)return c;let[i,r,s,d]=t.box;return a`<svg class="box" viewBox="0 0 ${e.width} ${e.height}" aria-hidden="true">
      <rect
        x=${i*e.width}
        y=${r*e.height}
        width=${(s-i)*e.width}
        height=${(d-r)*e.height}
        rx=${e.height/100}
      />
    </svg>`},jt=async function(t){this.exporting=!0;let e=Date.parse(t.first_seen)-kt;try{await gt(this.context.hass,t.camera_id,e,Date.parse(t.last_seen)+kt),this.dispatchEvent(new CustomEvent("mycamera-exporting"))}catch(i){console.info("MyCamera: the export cannot be begun:",_(i)),this.shared="export_failed"}finally{this.exporting=!1}},At=async function(t,e){let{hass:i,formats:r}=this.context,s=window.location.pathname.replace(/\/mycamera\/.*$/,"/mycamera"),d=`${window.location.origin}${s}/event/${t.event_id}`,u=[I(this.context,t)[0]?.text,e,r.dateTime(t.first_seen)].filter(Boolean).join(`
`);try{if(!navigator.share){await navigator.clipboard.writeText(d),this.shared="link_copied";return}let m=[];if(t.snapshot_url&&!this.broken){let g=await fetch(i.hassUrl(t.snapshot_url));g.ok&&m.push(new File([await g.blob()],`${t.event_id}.jpg`,{type:"image/jpeg"}))}let v={title:e,text:u,url:d,files:m};await navigator.share(m.length>0&&navigator.canShare?.(v)?v:{title:e,text:u,url:d})}catch(m){m instanceof DOMException&&m.name==="AbortError"||(this.shared="share_failed")}},h.styles=[B,bt,T`
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
    `],o([f({attribute:!1})],h.prototype,"context",2),o([f({attribute:!1})],h.prototype,"detection",2),o([f({attribute:!1})],h.prototype,"newer",2),o([f({attribute:!1})],h.prototype,"older",2),o([p()],h.prototype,"detail",2),o([p()],h.prototype,"error",2),o([p()],h.prototype,"broken",2),o([p()],h.prototype,"size",2),o([p()],h.prototype,"around",2),o([p()],h.prototype,"shared",2),o([p()],h.prototype,"exporting",2),o([p()],h.prototype,"undescribed",2),o([p()],h.prototype,"describing",2),o([j("dialog")],h.prototype,"dialog",2),h=o([O("mycamera-person-dialog")],h);export{h as MyCameraPersonDialog};
