import{a as zt,b as Rt,c as Et}from"./chunk-DJRCT47K.js";import{a as O,b as Ee}from"./chunk-YNWVVCWD.js";import"./chunk-FSDGXSDD.js";import{a as Ne}from"./chunk-7VIDSCEH.js";import"./chunk-MMHEOMF5.js";import{B as it,E as st,F as nt,I as rt,K as ot,L as at,O as lt,P as ct,S as dt,U as pt,aa as Le,c as ye,d as we,e as Ke,ea as mt,f as M,ha as ke,i as Xe,k as ee,l as Ye,n as Je,q as Qe,r as Be,s as Me,t as et,u as $e,x as tt}from"./chunk-BHOWC5AJ.js";import{a as $t,b as Ve,c as kt,d as _t,e as he,f as ze}from"./chunk-YFKJQGYN.js";import{a as E,b as o,e as v,g as S,h as w,i as g,j as U,l as T,m as D,n as _e,o as wt,q as P,s as $,t as Re,u as A,v as te}from"./chunk-LWVCFYMN.js";import{a as ht,c as Pe,d as ut,e as j,f as ft,k as vt,q as bt,s as gt,w as xt,z as yt}from"./chunk-AEKD4G6A.js";import{a as c,b as p,c as f,d as k,e as s}from"./chunk-ZORKPPHW.js";var Se=class{constructor(m,e=window){this.close=m;this.view=e}#e=!1;opened(){this.#e||(this.#e=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#i))}closed(){this.#e&&(this.#t(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#t()}#t(){this.#e=!1,this.view.removeEventListener("popstate",this.#i)}#i=()=>{this.#t(),this.close()}};var Te,St,V=class extends S{constructor(){super(...arguments);f(this,Te);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(e){let t=e.get("camera");t&&t.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:e,formats:t}=this.context,{name:i,records:n,persons:a,bytes:l}=this.camera,b=(u,I)=>o`<button class="text-button" ?disabled=${this.busy} @click=${I}>${u}</button>`,d={name:i,records:String(n),persons:String(a),size:t.bytes(l)};return o`<div class="left" role="group">
      <p dir="auto">${this.asking?e("left_behind_sure"):e("left_behind",d)}</p>
      ${this.asking?o`${b(e("left_behind_no"),()=>{this.asking=!1})}
            ${b(e("left_behind_yes"),()=>{s(this,Te,St).call(this)})}`:b(e("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?v:o`<p class="problem" role="alert">${e("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};Te=new WeakSet,St=async function(){let{camera_id:e}=this.camera;this.busy=!0,this.failed=null;try{let t=await vt(this.context.hass,e);if(this.camera.camera_id!==e)return;t.records+t.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(t){this.camera.camera_id===e&&(this.failed=j(t))}finally{this.busy=!1,this.asking=!1}},V.styles=[D,E`
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
    `],c([w({attribute:!1})],V.prototype,"context",2),c([w({attribute:!1})],V.prototype,"camera",2),c([g()],V.prototype,"asking",2),c([g()],V.prototype,"busy",2),c([g()],V.prototype,"failed",2),V=c([T("mycamera-left-behind")],V);var F,ue,Tt,Dt,q=class extends S{constructor(){super(...arguments);f(this,F);this.cameraId=null}render(){let{context:e,overview:t}=this,{localize:i,hass:n}=e,a=l=>{let b=this.cameraId===l.camera_id,d=i(`status_${l.recording_status}`),u=l.detection_enabled&&!l.watching?i("not_watching"):"";return o`<button
        class="chip"
        aria-pressed=${b?"true":"false"}
        title=${[d,l.recording_error,u].filter(Boolean).join(`
`)}
        @click=${()=>s(this,F,ue).call(this,b?null:l.camera_id)}
      >
        <span class="dot ${l.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${l.name}</span>
          <span class="status">${d}</span>
        </span>
        ${l.persons?o`<span class="count" role="img" aria-label=${P(i,n.language,"in_view",l.persons)}>
                ${l.persons}
              </span>`:v}
      </button>`};return o`<div class="cameras" role="group" aria-label=${i("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.cameraId===null?"true":"false"}
        @click=${()=>s(this,F,ue).call(this,null)}
      >
        <span class="texts"><span class="name">${i("all_cameras")}</span></span>
      </button>
      ${t.cameras.map(a)}${t.removed_cameras.map(l=>s(this,F,Tt).call(this,i,l))}
    </div>
    ${s(this,F,Dt).call(this,e,t)}`}};F=new WeakSet,ue=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:{cameraId:e}}))},Tt=function(e,t){let i=this.cameraId===t.camera_id;return o`<button
      class="chip"
      aria-pressed=${i?"true":"false"}
      @click=${()=>s(this,F,ue).call(this,i?null:t.camera_id)}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${t.name}</span>
        <span class="status">${e("removed")}</span>
      </span>
    </button>`},Dt=function(e,t){let i=t.removed_cameras.find(n=>n.camera_id===this.cameraId);return!i||!e.hass.user?.is_admin?v:o`<mycamera-left-behind
      .context=${e}
      .camera=${i}
      @mycamera-deleted=${()=>s(this,F,ue).call(this,null)}
    ></mycamera-left-behind>`},q.styles=[D,_e,E`
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
    `],c([w({attribute:!1})],q.prototype,"context",2),c([w({attribute:!1})],q.prototype,"overview",2),c([w({attribute:!1})],q.prototype,"cameraId",2),q=c([T("mycamera-camera-bar")],q);var wi=300,$i=6e4,X,fe,z,He,Ot,Ct,It,At,Ft,Lt,N=class extends S{constructor(){super(...arguments);f(this,z);this.text="";this.open=!1;this.written="";this.words=null;f(this,X);f(this,fe,0)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(p(this,X))}willUpdate(e){e.has("text")&&(this.written=this.text)}render(){let{localize:e}=this.context;return o`<div class="box" @focusout=${s(this,z,It)} @keydown=${s(this,z,At)}>
      ${$(ct)}
      <input
        type="text"
        inputmode="search"
        enterkeyhint="search"
        maxlength="100"
        autocomplete="off"
        placeholder=${e("search")}
        aria-label=${e("search")}
        .value=${this.written}
        @input=${s(this,z,Ot)}
        @focus=${()=>{s(this,z,Ct).call(this)}}
      />
      ${this.text?o`<button
              class="icon-button"
              aria-label=${e("clear_search")}
              @click=${()=>s(this,z,He).call(this,{text:""})}
            >
              ${$($e)}
            </button>`:v}
      ${this.open?s(this,z,Lt).call(this):v}
    </div>`}};X=new WeakMap,fe=new WeakMap,z=new WeakSet,He=function(e){window.clearTimeout(p(this,X)),this.open=!1,this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},Ot=function(e){this.written=e.target.value,this.open=!0;let t=this.written.trim();window.clearTimeout(p(this,X)),k(this,X,window.setTimeout(()=>{t!==this.text&&this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:{text:t}}))},wi))},Ct=async function(){if(this.open=!0,!(Date.now()-p(this,fe)<$i)){k(this,fe,Date.now());try{this.words=await yt(this.context.hass)}catch(e){console.info("MyCamera: there are no words to suggest:",j(e)),this.words??={english:[],chinese:[]}}}},It=function(e){this.renderRoot.contains(e.relatedTarget)||(this.open=!1)},At=function(e){e.key!=="Escape"||!this.open||(this.open=!1,e.stopPropagation())},Ft=function(){let{hass:e,overview:t}=this.context;if(this.words===null)return[];let i=this.written.split(/\s+/).at(-1)??"",n=this.written.slice(0,this.written.length-i.length),a=wt(e.language)?this.words.chinese:this.words.english,l=t?.cameras??[],b=[...new Set(l.flatMap(u=>u.zones.map(({name:I})=>I)))],d=u=>i===""||u!==i&&ze(u,i);return[...a.map(({word:u,persons:I})=>({path:we,text:u,count:I,change:{text:`${n}${u}`}})),...(l.length>1?l:[]).map(u=>({path:ee,text:u.name,count:null,change:{cameraId:u.camera_id,text:n.trim()}})),...b.map(u=>({path:ke,text:u,count:null,change:{zone:u,text:n.trim()}}))].filter(({text:u})=>d(u))},Lt=function(){let{localize:e,formats:t}=this.context,i=s(this,z,Ft).call(this);return i.length===0?v:o`<div class="suggestions" role="group" aria-label=${e("suggestions")}>
      ${i.map(({path:n,text:a,count:l,change:b})=>o`<button class="chip" @click=${()=>s(this,z,He).call(this,b)}>
          ${$(n)} <span dir="auto">${a}</span>
          ${l===null?v:o`<span class="count">${t.number(l)}</span>`}
        </button>`)}
    </div>`},N.styles=[D,E`
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
    `],c([w({attribute:!1})],N.prototype,"context",2),c([w({attribute:!1})],N.prototype,"text",2),c([g()],N.prototype,"open",2),c([g()],N.prototype,"written",2),c([g()],N.prototype,"words",2),N=c([T("mycamera-search-box")],N);var R,De,ie,Pt,Vt,W=class extends S{constructor(){super(...arguments);f(this,R);this.filter=O;this.view="persons"}render(){let{context:e,overview:t}=this,{localize:i,formats:n}=e,a=n.today(),{day:l}=this.view==="day"?{day:this.filter.day??a}:this.filter;return o`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${i("previous_day")}
          @click=${()=>s(this,R,ie).call(this,{day:l?Pe(l,-1):a})}
        >
          ${$(Be)}
        </button>
        <input
          type="date"
          class=${l?"":"any"}
          data-any=${i("clear_day")}
          aria-label=${i("date")}
          max=${a}
          .value=${l??""}
          @change=${b=>{let d=b.target.value;s(this,R,ie).call(this,{day:ht(d)?d:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${i("next_day")}
          ?disabled=${l===null||l>=a}
          @click=${()=>l&&s(this,R,ie).call(this,{day:Pe(l,1)})}
        >
          ${$(Me)}
        </button>
        ${this.filter.day?o`<button
                class="icon-button"
                aria-label=${i("clear_day")}
                @click=${()=>s(this,R,ie).call(this,{day:null})}
              >
                ${$(Xe)}
              </button>`:v}
      </div>
      ${this.view==="persons"?o`<mycamera-search-box
              .context=${e}
              .text=${this.filter.text}
              @mycamera-filter=${b=>s(this,R,ie).call(this,b.detail)}
            ></mycamera-search-box>`:v}
      ${s(this,R,Pt).call(this,e,t)} ${s(this,R,Vt).call(this,e,t)}
    </div>`}};R=new WeakSet,De=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},ie=function(e){s(this,R,De).call(this,"mycamera-filter",e)},Pt=function({localize:e,hass:t},i){let n=this.filter.cameraId??i.cameras[0]?.camera_id;return!t.user?.is_admin||!i.cameras.some(a=>a.camera_id===n)?v:o`<button
      class="text-button zones"
      @click=${()=>{s(this,R,De).call(this,"mycamera-zones",n)}}
    >
      ${$(ke)} ${e("zones")}
    </button>`},Vt=function({localize:e,hass:t},i){let{worker:n,pending_analyses:a,pending_captions:l}=i,b=n.overloaded?"overloaded":n.status,d=i.minutes_behind,u=[e(`worker_${b}`),d?P(e,t.language,"minutes_behind",d):"",a?P(e,t.language,"pending_analyses",a):"",l?P(e,t.language,"pending_captions",l):""].filter(Boolean),I=n.overloaded?e("worker_overloaded_advice"):"";return o`<button
      class="hub"
      title=${[n.device,n.error,I].filter(Boolean).join(`
`)}
      @click=${()=>s(this,R,De).call(this,"mycamera-system",null)}
    >
      <span class="dot ${b}"></span>
      <span>${u.join(" · ")}</span>
    </button>`},W.styles=[D,_e,E`
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
    `],c([w({attribute:!1})],W.prototype,"context",2),c([w({attribute:!1})],W.prototype,"overview",2),c([w({attribute:!1})],W.prototype,"filter",2),c([w({attribute:!1})],W.prototype,"view",2),W=c([T("mycamera-filter-bar")],W);var ki={no_camera:ee,no_permission:lt,no_worker:Le,worker_away:Le,away:at,detection_off:it,wait:ye},_i="/config/integrations/integration/mycamera";function zi({cameras:h,removed_cameras:m,worker:e},t){if(h.length===0&&m.length===0)return t?"no_camera":"no_permission";if(e.status==="not_set_up")return"no_worker";if(e.status==="failed"||e.status==="disconnected")return"worker_away";let i=h.filter(a=>a.detection_enabled);return h.length>0&&i.length===0?"detection_off":i.some(a=>a.watching||a.recording_status==="recording")||i.length===0?"wait":"away"}function Oe(h,m,e){let{localize:t,hass:i}=h,n=i.user?.is_admin??!1,a=zi(m,n),l={icon:ki[a],heading:t(`step_${a}`),text:t(`step_${a}_text`)};if(a==="worker_away"||a==="away"){let d=o`<button class="text-button" @click=${e}>${t("step_system")}</button>`;return A({...l,action:d})}return!n||a==="wait"?A(l):A({...l,action:o`<a class="text-button" href=${_i}>${t(a==="no_camera"?"step_add_camera":a==="no_worker"?"step_add_worker":"add_camera")}</a>`})}var Ri={live:()=>import("./live-wall-6J7SXMAF.js"),day:()=>import("./day-ZTXV7SEF.js"),recordings:()=>import("./recordings-FNYFI6GL.js"),clips:()=>import("./exports-MGDYM47N.js"),figures:()=>import("./figures-CWVOP3R2.js"),system:()=>import("./system-6BNFU36T.js"),person:()=>import("./person-dialog-HC7MUHFA.js"),zones:()=>import("./zone-editor-G36C52OS.js")},Ei=3e3,Si=5e3,Ce=class{constructor(m,e=Ri){this.host=m;this.load=e;m.addController(this)}#e=new Set;#t=new Set;#i=new Set;#s;hostConnected(){this.#s=setTimeout(()=>{this.#r()},Ei)}hostDisconnected(){clearTimeout(this.#s)}has(m){return this.#e.has(m)}need(m){return this.#e.has(m)?"there":(this.#n(m),this.#i.has(m)?"failed":"loading")}async#n(m){if(!(this.#e.has(m)||this.#t.has(m))){this.#t.add(m);try{await this.load[m](),this.#e.add(m),this.#i.delete(m)}catch(e){console.info(`MyCamera: ${m} cannot be loaded:`,j(e)),this.#i.add(m),this.host.requestUpdate(),await new Promise(t=>setTimeout(t,Si))}this.#t.delete(m),this.host.requestUpdate()}}async#r(){for(let m of Object.keys(this.load))await Ti(),await this.#n(m)}};function Ti(){return typeof requestIdleCallback!="function"?new Promise(h=>setTimeout(h,100)):new Promise(h=>requestIdleCallback(()=>h()))}var Nt=E`
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
`;var Di=[.5,.6,.7,.8,.9],Oi=[5,15,60,300],Ht=Array.from({length:25},(h,m)=>m),_,Z,Ut,se,Y=class extends S{constructor(){super(...arguments);f(this,_);this.filter=O}render(){let{context:e,filter:t}=this,{localize:i,formats:n}=e,a=(e.overview?.cameras??[]).filter(d=>t.cameraId===null||d.camera_id===t.cameraId).flatMap(d=>d.zones.map(u=>u.name)),l=[...new Set(a)].sort((d,u)=>d.localeCompare(u)),b=d=>n.hourOfDay(d);return o`
      <button
        class="chip"
        aria-pressed=${t.unseen?"true":"false"}
        @click=${()=>s(this,_,Z).call(this,{unseen:!t.unseen})}
      >
        ${i("not_seen_yet")}
      </button>
      ${s(this,_,se).call(this,i("confidence"),String(t.minConfidence),[["0",i("any_confidence")],...Di.map(d=>[String(d),`≥ ${n.percent(d)}`])],d=>s(this,_,Z).call(this,{minConfidence:Number(d)}))}
      ${s(this,_,se).call(this,i("duration"),String(t.minSeconds),[["0",i("any_duration")],...Oi.map(d=>[String(d),`≥ ${n.duration(d)}`])],d=>s(this,_,Z).call(this,{minSeconds:Number(d)}))}
      ${l.length>0?s(this,_,se).call(this,i("zone"),t.zone??"",[["",i("any_zone")],...l.map(d=>[d,d])],d=>s(this,_,Z).call(this,{zone:d||null})):v}
      <span class="hours">
        ${s(this,_,se).call(this,i("hour_from"),String(t.hours?.[0]??""),[["",i("any_hour")],...Ht.slice(0,24).map(d=>[String(d),b(d)])],d=>s(this,_,Ut).call(this,d===""?null:Number(d)))}
        ${t.hours?o`–
              ${s(this,_,se).call(this,i("hour_until"),String(t.hours[1]),Ht.slice(1).map(d=>[String(d),b(d)]),d=>s(this,_,Z).call(this,{hours:[t.hours?.[0]??0,Number(d)]}))}`:v}
      </span>
      ${Ee(t)?o`<button class="chip" @click=${()=>s(this,_,Z).call(this,O)}>
              ${$(nt)} ${i("clear_filters")}
            </button>`:v}
      <button class="chip end" @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-all-seen"))}>
        ${$(Je)} ${i("all_seen")}
      </button>
    `}};_=new WeakSet,Z=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},Ut=function(e){s(this,_,Z).call(this,{hours:e===null?null:[e,this.filter.hours?.[1]??24]})},se=function(e,t,i,n){return o`<select
      aria-label=${e}
      title=${e}
      @change=${a=>n(a.target.value)}
    >
      ${i.map(([a,l])=>o`<option value=${a} ?selected=${a===t}>${l}</option>`)}
    </select>`},Y.styles=[D,E`
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
    `],c([w({attribute:!1})],Y.prototype,"context",2),c([w({attribute:!1})],Y.prototype,"filter",2),Y=c([T("mycamera-person-filters")],Y);var jt=E`
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
`;var Ci=2*6e4,Ii=30*6e4,Ai=20,Fi=[30,10,5,1].map(h=>h*6e4);function Li(h){return Date.parse(h[0]?.first_seen??"")-Date.parse(h.at(-1)?.first_seen??"")}function Wt(h,m){let[e,...t]=m;if(e===void 0||h.length<=Ai&&Li(h)<=Ii)return[h];let i=new Map;for(let n of h){let a=Math.floor(Date.parse(n.first_seen)/e),l=i.get(a);l?l.push(n):i.set(a,[n])}return[...i.values()].flatMap(n=>Wt(n,t))}function qt(h){let m=[],e=new Map;for(let i of h){let n=e.get(i.camera_id),a=n?.at(-1);if(n&&a&&Date.parse(a.first_seen)-Date.parse(i.last_seen)<=Ci)n.push(i);else{let l=[i];e.set(i.camera_id,l),m.push(l)}}let t=new Map(h.map((i,n)=>[i,n]));return m.flatMap(i=>Wt(i,Fi)).map(i=>({key:i.at(-1)?.event_id??"",persons:i})).sort((i,n)=>(t.get(i.persons[0])??0)-(t.get(n.persons[0])??0))}function Zt(h){let m=e=>(e.caption_source&&e.caption_source!=="factual"?10:0)+(e.thumbnail_url?5:0)+e.confidence+Math.min(1,he(e)/60);return h.persons.reduce((e,t)=>m(t)>m(e)?t:e)}var Pi=250,Gt=16,Vi=8,G,ve,K,ne,J,be,x,Xt,Yt,Jt,Qt,Bt,Mt,ei,ti,ii,si,ni,ri,oi,C=class extends S{constructor(){super(...arguments);f(this,x);this.filter=O;this.broken=new Set;this.fresh=new Set;this.opened=new Set;this.looked=new Set;this.columns=1;this.topDay="";this.feed=new Et(this,{load:e=>ft(this.context.hass,this.filter,this.context.formats.timeZone,e),id:e=>e.event_id,time:e=>Date.parse(e.first_seen)});f(this,G,null);f(this,ve,new Rt(e=>this.context.formats.day(e.first_seen),qt));f(this,K,[]);f(this,ne,new WeakMap);f(this,J,[]);f(this,be,new ResizeObserver(([e])=>{this.columns=Kt(e?.contentRect.width??0)}))}connectedCallback(){super.connectedCallback(),this.columns=Kt(this.clientWidth),p(this,be).observe(this),k(this,G,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),p(this,be).disconnect(),p(this,G)?.disconnect(),k(this,G,null)}willUpdate(e){e.has("filter")&&this.feed.reload(),e.get("context")?.formats.timeZone!==this.context.formats.timeZone&&p(this,ve).clear(),s(this,x,Xt).call(this)}updated(){p(this,G)?.disconnect(),this.foot&&this.feed.more&&p(this,G)?.observe(this.foot)}live(e,t){if(!s(this,x,Qt).call(this,e))return;let i=this.feed.items.some(n=>n.event_id===e.event_id);this.filter.unseen&&!t&&!i||!this.feed.put(e)||i||!t||(this.fresh=new Set([...this.fresh,e.event_id]))}neighbour(e,t){let i=this.feed.items.findIndex(n=>n.event_id===e);return i<0?null:(t===1&&i>=this.feed.items.length-3&&this.feed.next(),this.feed.items[i+t]??null)}render(){let{feed:e,context:t}=this;if(e.items.length===0)return s(this,x,ei).call(this);let i=this.topDay||p(this,K)[0]?.day;return o`
      ${i?o`<div class="top" aria-hidden="true"><span class="day">${t.formats.heading(i)}</span></div>`:v}
      <mycamera-virtual-rows
        role="list"
        .items=${p(this,K)}
        .keyFunction=${Ni}
        .renderItem=${n=>s(this,x,Bt).call(this,n)}
        @rangeChanged=${({last:n})=>{n>=p(this,K).length-Vi&&this.feed.next()}}
        @visibilityChanged=${({first:n})=>{this.topDay=p(this,K)[n]?.day??""}}
      ></mycamera-virtual-rows>
      <div class="foot" aria-live="polite">${s(this,x,Mt).call(this)}</div>
    `}};G=new WeakMap,ve=new WeakMap,K=new WeakMap,ne=new WeakMap,J=new WeakMap,be=new WeakMap,x=new WeakSet,Xt=function(){let e=p(this,ve).of(this.feed.items),t=[e,this.opened,this.columns];if(t.every((n,a)=>n===p(this,J)[a]))return;(this.opened!==p(this,J)[1]||this.columns!==p(this,J)[2])&&k(this,ne,new WeakMap),k(this,J,t);let i=[];for(let{day:n,made:a}of e){let l=p(this,ne).get(a);l===void 0&&(l=s(this,x,Yt).call(this,n,a),p(this,ne).set(a,l));for(let b of l)i.push(b)}k(this,K,i)},Yt=function(e,t){let i=[{day:e,key:e,cards:[]}],n=t.flatMap(a=>s(this,x,Jt).call(this,a));for(let a=0;a<n.length;a+=this.columns){let l=n.slice(a,a+this.columns);i.push({day:e,key:l[0]?.item.event_id??"",cards:l})}return i},Jt=function(e){let[t]=e.persons;return e.persons.length===1&&t?[{item:t,open:!1}]:this.opened.has(e.key)?e.persons.map((i,n)=>({item:i,open:!0,...n===0?{visit:e}:{}})):[{item:Zt(e),visit:e,open:!1}]},Qt=function(e){let{cameraId:t,day:i,text:n,zone:a,hours:l,minConfidence:b,minSeconds:d}=this.filter;return t&&e.camera_id!==t||a||e.confidence<b||he(e)<d||l&&!this.context.formats.inHours(e.first_seen,l)||i&&this.context.formats.day(e.first_seen)!==i?!1:ze(`${e.caption??""}
${e.caption_zh??""}`,n)},Bt=function({day:e,cards:t}){return t.length===0?o`<div class="head" role="listitem"><h2 class="day">${this.context.formats.heading(e)}</h2></div>`:o`<div
      class="cards"
      role="presentation"
      style=${Ne({gridTemplateColumns:`repeat(${this.columns}, minmax(0, 1fr))`})}
    >
      ${t.map(i=>s(this,x,ti).call(this,i))}
    </div>`},Mt=function(){let{feed:e,context:t}=this;if(e.state==="error"){let i=te(t,e.error??"unknown");return o`<p>${i.heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`}return e.busy?o`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?o`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},ei=function(){let{feed:e,context:t}=this,{localize:i}=t;return e.state==="error"?A({icon:M,bad:!0,...te(t,e.error??"unknown"),action:o`<button class="text-button" @click=${()=>{e.reload()}}>${i("retry")}</button>`}):e.state==="loading"||e.more?o`<div class="visually-hidden" role="status">${i("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <div
          class="cards"
          aria-hidden="true"
          style=${Ne({gridTemplateColumns:`repeat(${this.columns}, minmax(0, 1fr))`})}
        >
          ${Array.from({length:6},()=>o`<div class="cell ghost"><div class="card"><div class="picture"></div></div></div>`)}
        </div>
        <div class="foot"></div>`:Ee(this.filter)?A({icon:Ke,heading:i("no_matches"),text:i("no_matches_text"),action:o`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${i("clear_filters")}
          </button>`}):t.overview===null?A({icon:ye,heading:i("step_wait"),text:i("step_wait_text")}):Oe(t,t.overview,()=>this.dispatchEvent(new CustomEvent("mycamera-system")))},ti=function({item:e,visit:t,open:i}){let{hass:n}=this.context,a=[n.language,n.locale,Ve(this.context,e.camera_id),i,t];return zt([e,...a,this.looked,this.fresh,this.broken],()=>s(this,x,ni).call(this,e,t,i))},ii=function(e){let t=new Set(this.opened);t.delete(e.key)||t.add(e.key),this.opened=t},si=function(e,t){let{localize:i,formats:n,hass:a}=this.context,l=e.persons[0]?.last_seen??"",b=e.persons.at(-1)?.first_seen??"",d=P(i,a.language,"visit",e.persons.length);return o`<button
      class="visit"
      aria-expanded=${t?"true":"false"}
      title=${n.range(b,l)}
      @click=${()=>s(this,x,ii).call(this,e)}
    >
      ${$(t?et:Qe)}<span>${t?i("visit_close"):d}</span>
    </button>`},ni=function(e,t,i){let{context:n}=this,{localize:a,formats:l}=n,b=e.seen===!1&&!this.looked.has(e.event_id),d=Ve(n,e.camera_id),[u]=kt(n,e),I=e.caption_status==="pending"||e.caption_status==="running";return o`<div
      class="cell ${this.fresh.has(e.event_id)?"fresh":""} ${t&&!i?"stack":""} ${i?"of-visit":""}"
      role="listitem"
    >
      ${t?s(this,x,si).call(this,t,i):v}
      <button class="card" @click=${()=>s(this,x,oi).call(this,e)}>
        <span class="picture">${s(this,x,ri).call(this,e,d)}</span>
        <span class="facts">
          <span class="line">
            ${b?o`<span class="unseen" role="img" aria-label=${a("not_seen_yet")}></span>`:v}
            <time datetime=${e.first_seen}>${l.timeSeconds(e.first_seen)}</time>
            <span class="camera" dir="auto">${d}</span>
          </span>
          ${u?o`<span class="caption" lang=${u.lang} dir="auto">${u.text}</span>`:o`<span class="caption none">${a(I?"caption_pending":"no_caption")}</span>`}
          <span class="badges">
            <span title=${a("duration")}>${l.duration(he(e))}</span>
            <span title=${a("confidence")}>${l.percent(e.confidence)}</span>
            ${u&&e.caption_source!=="factual"?o`<span class="source" title=${a("description_by")}>${_t(n,e)}</span>`:v}
          </span>
        </span>
      </button>
    </div>`},ri=function(e,t){let{localize:i,formats:n,hass:a}=this.context,l=e.thumbnail_url??e.snapshot_url;return l===null||this.broken.has(l)?o`<span class="missing" title=${i("picture_missing")}>${$(ot)}</span>`:o`<img
      src=${a.hassUrl(l)}
      alt=${i("picture_of",{camera:t,time:n.time(e.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,l])}}
    />`},oi=function(e){this.looked=new Set([...this.looked,e.event_id]),this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},C.styles=[D,Re,jt],c([w({attribute:!1})],C.prototype,"context",2),c([w({attribute:!1})],C.prototype,"filter",2),c([g()],C.prototype,"broken",2),c([g()],C.prototype,"fresh",2),c([g()],C.prototype,"opened",2),c([g()],C.prototype,"looked",2),c([g()],C.prototype,"columns",2),c([g()],C.prototype,"topDay",2),c([U(".foot")],C.prototype,"foot",2),C=c([T("mycamera-timeline")],C);function Kt(h){return matchMedia("(max-width: 599px)").matches?1:Math.max(1,Math.floor((h+Gt)/(Pi+Gt)))}function Ni(h){return h.key}var re=["live","persons","day","recordings","clips","figures","system"],Hi={live:ee,persons:we,day:mt,recordings:st,clips:pt,figures:Ye,system:rt},Ui=5e3,ji=12*3600*1e3,le,ce,Q,de,ge,H,B,xe,r,ai,Ue,pe,me,Ie,je,li,ci,di,L,oe,pi,We,mi,qe,hi,ui,Fe,Ae,fi,vi,bi,Ze,gi,xi,yi,ae,Ge,y=class extends S{constructor(){super(...arguments);f(this,r);this.narrow=!1;this.tab="persons";this.filter=O;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.moment=null;this.watched=null;this.kiosk=!1;this.ignored=null;this.drawn=null;this.linkFailure=null;f(this,le,new Ce(this));f(this,ce,null);f(this,Q,null);f(this,de,!1);f(this,ge);f(this,H,null);f(this,B,new Se(()=>s(this,r,ci).call(this)));f(this,xe);f(this,pe,()=>{this.connected=!0,this.clips?.reconnected(),s(this,r,Ie).call(this,!0)});f(this,me,()=>{this.connected=!1});f(this,Fe,e=>{let{detection:t,next:i,ignore:n}=e.detail;this.timeline?.feed.remove([t.event_id]),this.opened=n===null?i:null,n!==null&&(this.ignored=n,this.drawn=t.camera_id)})}connectedCallback(){super.connectedCallback(),k(this,xe,window.setInterval(()=>s(this,r,Ie).call(this,!0),ji));let[,e]=/\/mycamera\/(\w+)$/.exec(window.location.pathname)??[];this.tab=re.find(i=>i===e)??this.tab;let t=new URLSearchParams(window.location.search);this.kiosk=this.tab==="live"&&t.has("kiosk"),s(this,r,ai).call(this,t.get("camera"),t.get("at")),this.hass&&s(this,r,Ue).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),window.clearInterval(p(this,xe)),window.clearTimeout(p(this,ge)),p(this,H)?.removeEventListener("ready",p(this,pe)),p(this,H)?.removeEventListener("disconnected",p(this,me)),k(this,H,null),(e=p(this,Q))==null||e.call(this),k(this,Q,null),p(this,B).disconnected()}shouldUpdate(e){if(e.size>1||!e.has("hass"))return!0;let t=e.get("hass"),i=this.hass;return t===void 0||i===void 0||t.language!==i.language||t.locale!==i.locale||t.config.time_zone!==i.config.time_zone||t.connection!==i.connection||t.dockedSidebar!==i.dockedSidebar||t.themes?.darkMode!==i.themes?.darkMode||t.user?.is_admin!==i.user?.is_admin}willUpdate(e){this.hass&&((e.has("hass")||e.has("overview")||p(this,ce)===null)&&k(this,ce,$t(this.hass,this.overview)),e.has("hass")&&s(this,r,Ue).call(this),(e.has("route")||e.has("hass"))&&s(this,r,di).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null||this.watched!==null?p(this,B).opened():p(this,B).closed()}render(){let e=p(this,ce);return e?o`
      ${s(this,r,fi).call(this,e)}
      <main>
        <div class="page ${this.tab}">${s(this,r,gi).call(this,e)}</div>
      </main>
      ${s(this,r,qe).call(this,"person",this.opened!==null)?s(this,r,hi).call(this,e):v}
      ${s(this,r,qe).call(this,"zones",this.drawn!==null)?s(this,r,ui).call(this,e):v}
    `:v}};le=new WeakMap,ce=new WeakMap,Q=new WeakMap,de=new WeakMap,ge=new WeakMap,H=new WeakMap,B=new WeakMap,xe=new WeakMap,r=new WeakSet,ai=function(e,t){this.tab==="live"?this.watched=e:e!==null&&(this.filter={...O,cameraId:e});let i=Number(t);if(this.tab!=="day"||!Number.isFinite(i)||i<=0||!this.hass)return;let n=ut(this.hass).day(new Date(i).toISOString());this.filter={...O,cameraId:e,day:n},this.moment=i},Ue=function(){let e=this.hass?.connection;!e||p(this,H)===e||(p(this,H)?.removeEventListener("ready",p(this,pe)),p(this,H)?.removeEventListener("disconnected",p(this,me)),k(this,H,e),e.addEventListener("ready",p(this,pe)),e.addEventListener("disconnected",p(this,me)),s(this,r,je).call(this))},pe=new WeakMap,me=new WeakMap,Ie=function(e){this.timeline?.feed.reload(e),e?this.recordings?.refresh():this.recordings?.records.reload()},je=async function(){if(!(!this.hass||p(this,de)||p(this,Q))){k(this,de,!0);try{let e=await xt(this.hass,t=>s(this,r,li).call(this,t));this.isConnected?k(this,Q,e):e()}catch(e){this.failure=j(e),k(this,ge,window.setTimeout(()=>{s(this,r,je).call(this)},Ui))}finally{k(this,de,!1)}}},li=function(e){switch(e.type){case"overview":{let t=this.failure!==null||this.overview?.database.available===!1&&e.overview.database.available;this.failure=null,this.overview=e.overview,t&&s(this,r,Ie).call(this,!1);break}case"unavailable":this.failure=e.code;break;case"person":case"caption":this.timeline?.live(e.detection,e.type==="person"),this.opened?.event_id===e.detection.event_id&&(this.opened=e.detection);break;case"deleted":e.event_ids.length>0?this.timeline?.feed.remove(e.event_ids):this.timeline?.feed.reload(!0),this.opened&&e.event_ids.includes(this.opened.event_id)&&this.dialog?.removing?.detection.event_id!==this.opened.event_id&&(this.opened=null);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(e.camera_id),this.dialog?.recorded(e.camera_id);break}},ci=function(){this.drawn!==null?this.editor?.leave():this.opened?this.opened=null:this.watched=null,this.drawn!==null&&p(this,B).opened()},di=async function(){let[,e,t]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!e||!t||!this.hass)){window.history.replaceState(window.history.state,"",e),this.linkFailure=null;try{this.opened=await bt(this.hass,t)}catch(i){this.linkFailure=j(i)}}},L=function(e,t=!1){this.tab=e,this.kiosk=t,this.watched=null;let i=window.location.pathname.replace(/\/mycamera(\/\w+)?$/,"/mycamera");window.history.replaceState(window.history.state,"",`${i}/${e}${t?"?kiosk":""}`)},oe=function(e){this.filter={...this.filter,...e}},pi=async function(){this.hass&&(await gt(this.hass,{all:!0}).catch(()=>{}),this.timeline?.feed.reload(!0))},We=function(){this.filter=O},mi=function(e){if(e.key!=="ArrowLeft"&&e.key!=="ArrowRight")return;let t=e.key==="ArrowRight"?1:re.length-1;s(this,r,L).call(this,re[(re.indexOf(this.tab)+t)%re.length]??"persons"),this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus())},qe=function(e,t){return t?p(this,le).need(e)==="there":p(this,le).has(e)},hi=function(e){return o`<mycamera-person-dialog
      .context=${e}
      .detection=${this.opened}
      .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
      .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
      @mycamera-open=${s(this,r,Ae)}
      @mycamera-corrected=${t=>{this.opened=t.detail,this.timeline?.feed.put(t.detail)}}
      @mycamera-removed=${p(this,Fe)}
      @mycamera-exporting=${()=>{this.opened=null,s(this,r,L).call(this,"clips")}}
      @mycamera-moment=${t=>{let{camera_id:i,first_seen:n}=t.detail;this.opened=null,this.filter={...O,cameraId:i,day:e.formats.day(n)},this.moment=Date.parse(n)-2e3,s(this,r,L).call(this,"day")}}
      @mycamera-close=${()=>{this.opened=null}}
    ></mycamera-person-dialog>`},ui=function(e){return o`<mycamera-zone-editor
      .context=${e}
      .cameraId=${this.drawn}
      .offered=${this.ignored}
      @mycamera-camera=${t=>{this.drawn=t.detail,this.ignored=null}}
      @mycamera-close=${()=>{this.drawn=null,this.ignored=null}}
    ></mycamera-zone-editor>`},Fe=new WeakMap,Ae=function(e){this.opened=e.detail},fi=function({localize:e,hass:t}){let i=n=>o`<button
      role="tab"
      id="tab-${n}"
      aria-selected=${this.tab===n?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===n?0:-1}
      @click=${()=>s(this,r,L).call(this,n)}
    >
      ${$(Hi[n])}<span>${e(n==="day"?"day_view":n)}</span>
    </button>`;return o`<header class="toolbar">
      ${this.narrow||t.dockedSidebar==="always_hidden"?o`<button
              class="icon-button menu"
              aria-label=${e("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${$(dt)}
            </button>`:v}
      <h1>${e("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${e("views")} @keydown=${s(this,r,mi)}>
        ${re.map(i)}
      </div>
    </header>`},vi=function(e){return this.failure!==null?A({icon:M,bad:!0,...te(e,this.failure)}):this.overview===null?s(this,r,Ze).call(this,e):this.overview.cameras.length+this.overview.removed_cameras.length===0?Oe(e,this.overview,()=>s(this,r,L).call(this,"system")):null},bi=function(e){let t=this.tab==="persons"?"there":p(this,le).need(this.tab);if(t==="there")return null;if(t==="loading")return s(this,r,Ze).call(this,e);let i=o`<button class="text-button" @click=${()=>window.location.reload()}>
      ${e.localize("retry")}
    </button>`;return A({icon:M,bad:!0,heading:e.localize("load_failed"),text:e.localize("view_failed_text"),action:i})},Ze=function(e){return o`<div class="foot tall">
      <div class="spinner" role="progressbar" aria-label=${e.localize("loading")}></div>
    </div>`},gi=function(e){let t=s(this,r,bi).call(this,e),i=s(this,r,vi).call(this,e)??t;return i!==null||this.overview===null?o`<div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">${i}</div>`:this.tab==="live"?s(this,r,xi).call(this,e,this.overview):this.tab==="system"?o`${s(this,r,ae).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-system">
          <mycamera-system .context=${e} .overview=${this.overview}></mycamera-system>
        </div>`:this.tab==="clips"?o`${s(this,r,ae).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-clips">
          <mycamera-exports .context=${e}></mycamera-exports>
        </div>`:this.tab==="figures"?o`${s(this,r,ae).call(this,e,this.overview)} ${s(this,r,Ge).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-figures">
          <mycamera-figures .context=${e} .cameraId=${this.filter.cameraId}></mycamera-figures>
        </div>`:o`
      ${s(this,r,ae).call(this,e,this.overview)} ${s(this,r,Ge).call(this,e,this.overview)}
      <mycamera-filter-bar
        .context=${e}
        .overview=${this.overview}
        .filter=${this.filter}
        .view=${this.tab}
        @mycamera-filter=${n=>s(this,r,oe).call(this,n.detail)}
        @mycamera-zones=${n=>{this.drawn=n.detail}}
        @mycamera-system=${()=>s(this,r,L).call(this,"system")}
      ></mycamera-filter-bar>
      ${this.tab==="persons"?o`<mycamera-person-filters
              .context=${e}
              .filter=${this.filter}
              @mycamera-filter=${n=>s(this,r,oe).call(this,n.detail)}
              @mycamera-all-seen=${()=>{s(this,r,pi).call(this)}}
            ></mycamera-person-filters>`:v}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${s(this,r,yi).call(this,e,this.overview)}
      </div>
    `},xi=function(e,t){return o`${s(this,r,ae).call(this,e,t)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${e}
          .cameras=${t.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${i=>{this.watched=i.detail}}
          @mycamera-unwatch=${()=>{this.watched=null}}
          @mycamera-timeline=${i=>{this.filter={...O,cameraId:i.detail},s(this,r,L).call(this,"day")}}
          @mycamera-kiosk=${i=>s(this,r,L).call(this,"live",i.detail)}
        ></mycamera-live-wall>
      </div>`},yi=function(e,t){switch(this.tab){case"live":case"clips":case"figures":case"system":return v;case"persons":return o`<mycamera-timeline
          .context=${e}
          .filter=${this.filter}
          @mycamera-open=${s(this,r,Ae)}
          @mycamera-clear-filters=${s(this,r,We)}
          @mycamera-system=${()=>s(this,r,L).call(this,"system")}
        ></mycamera-timeline>`;case"day":return o`<mycamera-day
          .context=${e}
          .cameraIds=${this.filter.cameraId===null?t.cameras.map(i=>i.camera_id):[this.filter.cameraId]}
          .day=${this.filter.day??e.formats.today()}
          .start=${this.moment}
          .connected=${this.connected}
          @mycamera-day=${i=>s(this,r,oe).call(this,{day:i.detail})}
          @mycamera-open=${s(this,r,Ae)}
          @mycamera-exporting=${()=>s(this,r,L).call(this,"clips")}
        ></mycamera-day>`;case"recordings":return o`<mycamera-recordings
          .context=${e}
          .filter=${this.filter}
          @mycamera-filter=${i=>s(this,r,oe).call(this,i.detail)}
          @mycamera-clear-filters=${s(this,r,We)}
        ></mycamera-recordings>`}},ae=function(e,t){let{localize:i,hass:n}=e,a=(u,I)=>o`<div class="banner" role="alert">
      ${$(tt)}
      <p><strong>${u}</strong><br />${I}</p>
    </div>`,l=u=>o`<div class="banner" role="alert">
      ${$(M)}
      <p>${u==="not_found"?i("linked_missing"):te(e,u).heading}</p>
      <button
        class="icon-button"
        aria-label=${i("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${$($e)}
      </button>
    </div>`,{available:b,waiting:d}=t.database;return o`${this.linkFailure===null?v:l(this.linkFailure)}
    ${this.connected?v:a(i("connection_lost"),i("connection_lost_text"))}
    ${b?v:a(i("database_down"),P(i,n.language,"database_waiting",d))}`},Ge=function(e,t){return o`<mycamera-camera-bar
      .context=${e}
      .overview=${t}
      .cameraId=${this.filter.cameraId}
      @mycamera-filter=${i=>s(this,r,oe).call(this,i.detail)}
    ></mycamera-camera-bar>`},y.styles=[D,Re,Nt],c([w({attribute:!1})],y.prototype,"hass",2),c([w({type:Boolean,reflect:!0})],y.prototype,"narrow",2),c([w({attribute:!1})],y.prototype,"route",2),c([w({attribute:!1})],y.prototype,"panel",2),c([g()],y.prototype,"tab",2),c([g()],y.prototype,"filter",2),c([g()],y.prototype,"overview",2),c([g()],y.prototype,"failure",2),c([g()],y.prototype,"connected",2),c([g()],y.prototype,"opened",2),c([g()],y.prototype,"moment",2),c([g()],y.prototype,"watched",2),c([g()],y.prototype,"kiosk",2),c([g()],y.prototype,"ignored",2),c([g()],y.prototype,"drawn",2),c([U("mycamera-timeline")],y.prototype,"timeline",2),c([U("mycamera-day")],y.prototype,"dayView",2),c([U("mycamera-exports")],y.prototype,"clips",2),c([U("mycamera-recordings")],y.prototype,"recordings",2),c([U("mycamera-person-dialog")],y.prototype,"dialog",2),c([U("mycamera-zone-editor")],y.prototype,"editor",2),c([g()],y.prototype,"linkFailure",2),y=c([T("mycamera-panel")],y);export{y as MyCameraPanel};
