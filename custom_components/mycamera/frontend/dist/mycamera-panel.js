import{a as bt,b as gt,c as yt}from"./chunk-DZX7J2C5.js";import{a as R,b as $e}from"./chunk-YNWVVCWD.js";import{a as Ie}from"./chunk-LWKKWOXG.js";import{B as rt,E as at,F as lt,I as ct,K as dt,L as pt,O as mt,P as ut,S as ht,W as ft,c as be,ca as Oe,d as ge,e as Qe,f as K,ga as vt,i as Be,ja as xe,k as ee,l as Me,n as et,q as tt,r as it,s as nt,t as st,u as ye,x as ot}from"./chunk-2T6RHLYP.js";import{a as Xe,b as De,c as Ye,d as Je,e as U,f as le,g as ve}from"./chunk-FJ3T6KF4.js";import"./chunk-SCXZBF3W.js";import"./chunk-MMHEOMF5.js";import{a as E,b as c,e as h,g as T,h as w,i as b,j as N,l as S,m as C,n as fe,o as Ke,q as P,s as $,t as we,u as A,v as X}from"./chunk-HU3JNPAX.js";import{a as He,c as Ce,d as Ne,f as L,h as Ue,i as je,o as We,q as qe,u as Ze,x as Ge}from"./chunk-UXGMC5Z2.js";import{a as d,b as u,c as y,d as O,e as r}from"./chunk-ZORKPPHW.js";var ke=class{constructor(n,e=window){this.close=n;this.view=e}#e=!1;opened(){this.#e||(this.#e=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#i))}closed(){if(!this.#e)return;this.#t();let{history:n,location:e}=this.view;if(!n.state?.mycamera)return;let{href:t}=e;this.view.addEventListener("popstate",()=>n.replaceState(n.state,"",t),{once:!0}),n.back()}disconnected(){this.#t()}#t(){this.#e=!1,this.view.removeEventListener("popstate",this.#i)}#i=()=>{this.#t(),this.close()}};var _e,xt,V=class extends T{constructor(){super(...arguments);y(this,_e);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(e){let t=e.get("camera");t&&t.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:e,formats:t}=this.context,{name:i,records:s,persons:o,bytes:l}=this.camera,v=(f,I)=>c`<button class="text-button" ?disabled=${this.busy} @click=${I}>${f}</button>`,p={name:i,records:String(s),persons:String(o),size:t.bytes(l)};return c`<div class="left" role="group">
      <p dir="auto">${this.asking?e("left_behind_sure"):e("left_behind",p)}</p>
      ${this.asking?c`${v(e("left_behind_no"),()=>{this.asking=!1})}
            ${v(e("left_behind_yes"),()=>{r(this,_e,xt).call(this)})}`:v(e("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?h:c`<p class="problem" role="alert">${e("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};_e=new WeakSet,xt=async function(){let{camera_id:e}=this.camera;this.busy=!0,this.failed=null;try{let t=await je(this.context.hass,e);if(this.camera.camera_id!==e)return;t.records+t.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(t){this.camera.camera_id===e&&(this.failed=L(t))}finally{this.busy=!1,this.asking=!1}},V.styles=[C,E`
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
    `],d([w({attribute:!1})],V.prototype,"context",2),d([w({attribute:!1})],V.prototype,"camera",2),d([b()],V.prototype,"asking",2),d([b()],V.prototype,"busy",2),d([b()],V.prototype,"failed",2),V=d([S("mycamera-left-behind")],V);var F,ce,wt,$t,W=class extends T{constructor(){super(...arguments);y(this,F);this.cameraId=null}render(){let{context:e,overview:t}=this,{localize:i,hass:s}=e,o=l=>{let v=this.cameraId===l.camera_id,p=i(`status_${l.recording_status}`),f=l.detection_enabled&&!l.watching?i("not_watching"):"";return c`<button
        class="chip"
        aria-pressed=${v?"true":"false"}
        title=${[p,l.recording_error,f].filter(Boolean).join(`
`)}
        @click=${()=>r(this,F,ce).call(this,v?null:l.camera_id)}
      >
        <span class="dot ${l.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${l.name}</span>
          <span class="status">${p}</span>
        </span>
        ${l.persons?c`<span class="count" role="img" aria-label=${P(i,s.language,"in_view",l.persons)}>
                ${l.persons}
              </span>`:h}
      </button>`};return c`<div class="cameras" role="group" aria-label=${i("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.cameraId===null?"true":"false"}
        @click=${()=>r(this,F,ce).call(this,null)}
      >
        <span class="texts"><span class="name">${i("all_cameras")}</span></span>
      </button>
      ${t.cameras.map(o)}${t.removed_cameras.map(l=>r(this,F,wt).call(this,i,l))}
    </div>
    ${r(this,F,$t).call(this,e,t)}`}};F=new WeakSet,ce=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:{cameraId:e}}))},wt=function(e,t){let i=this.cameraId===t.camera_id;return c`<button
      class="chip"
      aria-pressed=${i?"true":"false"}
      @click=${()=>r(this,F,ce).call(this,i?null:t.camera_id)}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${t.name}</span>
        <span class="status">${e("removed")}</span>
      </span>
    </button>`},$t=function(e,t){let i=t.removed_cameras.find(s=>s.camera_id===this.cameraId);return!i||!e.hass.user?.is_admin?h:c`<mycamera-left-behind
      .context=${e}
      .camera=${i}
      @mycamera-deleted=${()=>r(this,F,ce).call(this,null)}
    ></mycamera-left-behind>`},W.styles=[C,fe,E`
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
    `],d([w({attribute:!1})],W.prototype,"context",2),d([w({attribute:!1})],W.prototype,"overview",2),d([w({attribute:!1})],W.prototype,"cameraId",2),W=d([S("mycamera-camera-bar")],W);var $i=300,ki=6e4,Y,de,_,Ae,kt,_t,zt,Rt,Et,Tt,H=class extends T{constructor(){super(...arguments);y(this,_);this.text="";this.open=!1;this.written="";this.words=null;y(this,Y);y(this,de,0)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(u(this,Y))}willUpdate(e){e.has("text")&&(this.written=this.text)}render(){let{localize:e}=this.context;return c`<div class="box" @focusout=${r(this,_,zt)} @keydown=${r(this,_,Rt)}>
      ${$(ut)}
      <input
        type="text"
        inputmode="search"
        enterkeyhint="search"
        maxlength="100"
        autocomplete="off"
        placeholder=${e("search")}
        aria-label=${e("search")}
        .value=${this.written}
        @input=${r(this,_,kt)}
        @focus=${()=>{r(this,_,_t).call(this)}}
      />
      ${this.text?c`<button
              class="icon-button"
              aria-label=${e("clear_search")}
              @click=${()=>r(this,_,Ae).call(this,{text:""})}
            >
              ${$(ye)}
            </button>`:h}
      ${this.open?r(this,_,Tt).call(this):h}
    </div>`}};Y=new WeakMap,de=new WeakMap,_=new WeakSet,Ae=function(e){window.clearTimeout(u(this,Y)),this.open=!1,this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},kt=function(e){this.written=e.target.value,this.open=!0;let t=this.written.trim();window.clearTimeout(u(this,Y)),O(this,Y,window.setTimeout(()=>{t!==this.text&&this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:{text:t}}))},$i))},_t=async function(){if(this.open=!0,!(Date.now()-u(this,de)<ki)){O(this,de,Date.now());try{this.words=await Ge(this.context.hass)}catch(e){console.info("MyCamera: there are no words to suggest:",L(e)),this.words??={english:[],chinese:[]}}}},zt=function(e){this.renderRoot.contains(e.relatedTarget)||(this.open=!1)},Rt=function(e){e.key!=="Escape"||!this.open||(this.open=!1,e.stopPropagation())},Et=function(){let{hass:e,overview:t}=this.context;if(this.words===null)return[];let i=this.written.split(/\s+/).at(-1)??"",s=this.written.slice(0,this.written.length-i.length),o=Ke(e.language)?this.words.chinese:this.words.english,l=t?.cameras??[],v=[...new Set(l.flatMap(f=>f.zones.map(({name:I})=>I)))],p=f=>i===""||f!==i&&ve(f,i);return[...o.map(({word:f,persons:I})=>({path:ge,text:f,count:I,change:{text:`${s}${f}`}})),...(l.length>1?l:[]).map(f=>({path:ee,text:f.name,count:null,change:{cameraId:f.camera_id,text:s.trim()}})),...v.map(f=>({path:xe,text:f,count:null,change:{zone:f,text:s.trim()}}))].filter(({text:f})=>p(f))},Tt=function(){let{localize:e,formats:t}=this.context,i=r(this,_,Et).call(this);return i.length===0?h:c`<div class="suggestions" role="group" aria-label=${e("suggestions")}>
      ${i.map(({path:s,text:o,count:l,change:v})=>c`<button class="chip" @click=${()=>r(this,_,Ae).call(this,v)}>
          ${$(s)} <span dir="auto">${o}</span>
          ${l===null?h:c`<span class="count">${t.number(l)}</span>`}
        </button>`)}
    </div>`},H.styles=[C,E`
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
    `],d([w({attribute:!1})],H.prototype,"context",2),d([w({attribute:!1})],H.prototype,"text",2),d([b()],H.prototype,"open",2),d([b()],H.prototype,"written",2),d([b()],H.prototype,"words",2),H=d([S("mycamera-search-box")],H);var z,ze,te,St,Ct,j=class extends T{constructor(){super(...arguments);y(this,z);this.filter=R;this.view="persons"}render(){let{context:e,overview:t}=this,{localize:i,formats:s}=e,o=s.today(),{day:l}=this.view==="day"?{day:this.filter.day??o}:this.filter;return c`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${i("previous_day")}
          @click=${()=>r(this,z,te).call(this,{day:l?Ce(l,-1):o})}
        >
          ${$(it)}
        </button>
        <input
          type="date"
          class=${l?"":"any"}
          data-any=${i("clear_day")}
          aria-label=${i("date")}
          max=${o}
          .value=${l??""}
          @change=${v=>{let p=v.target.value;r(this,z,te).call(this,{day:He(p)?p:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${i("next_day")}
          ?disabled=${l===null||l>=o}
          @click=${()=>l&&r(this,z,te).call(this,{day:Ce(l,1)})}
        >
          ${$(nt)}
        </button>
        ${this.filter.day?c`<button
                class="icon-button"
                aria-label=${i("clear_day")}
                @click=${()=>r(this,z,te).call(this,{day:null})}
              >
                ${$(Be)}
              </button>`:h}
      </div>
      ${this.view==="persons"?c`<mycamera-search-box
              .context=${e}
              .text=${this.filter.text}
              @mycamera-filter=${v=>r(this,z,te).call(this,v.detail)}
            ></mycamera-search-box>`:h}
      ${r(this,z,St).call(this,e,t)} ${r(this,z,Ct).call(this,e,t)}
    </div>`}};z=new WeakSet,ze=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},te=function(e){r(this,z,ze).call(this,"mycamera-filter",e)},St=function({localize:e,hass:t},i){let s=this.filter.cameraId??i.cameras[0]?.camera_id;return!t.user?.is_admin||!i.cameras.some(o=>o.camera_id===s)?h:c`<button
      class="text-button zones"
      @click=${()=>{r(this,z,ze).call(this,"mycamera-zones",s)}}
    >
      ${$(xe)} ${e("zones")}
    </button>`},Ct=function({localize:e,hass:t},i){let{worker:s,pending_analyses:o,pending_captions:l}=i,v=s.overloaded?"overloaded":s.status,p=i.minutes_behind,f=[e(`worker_${v}`),p?P(e,t.language,"minutes_behind",p):"",o?P(e,t.language,"pending_analyses",o):"",l?P(e,t.language,"pending_captions",l):""].filter(Boolean),I=s.overloaded?e("worker_overloaded_advice"):"";return c`<button
      class="hub"
      title=${[s.device,s.error,I].filter(Boolean).join(`
`)}
      @click=${()=>r(this,z,ze).call(this,"mycamera-system",null)}
    >
      <span class="dot ${v}"></span>
      <span>${f.join(" · ")}</span>
    </button>`},j.styles=[C,fe,E`
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
    `],d([w({attribute:!1})],j.prototype,"context",2),d([w({attribute:!1})],j.prototype,"overview",2),d([w({attribute:!1})],j.prototype,"filter",2),d([w({attribute:!1})],j.prototype,"view",2),j=d([S("mycamera-filter-bar")],j);var J=["live","persons","day","recordings","clips","figures","system"],_i={live:ee,persons:ge,day:vt,recordings:at,clips:ft,figures:Me,system:ct};function Dt(a,n){if(n!=="ArrowLeft"&&n!=="ArrowRight")return null;let e=n==="ArrowRight"?1:J.length-1;return J[(J.indexOf(a)+e)%J.length]??null}function Ot({localize:a,hass:n},e,t){let i=s=>c`<button
    role="tab"
    id="tab-${s}"
    aria-selected=${e.tab===s?"true":"false"}
    aria-controls="list"
    tabindex=${e.tab===s?0:-1}
    @click=${()=>t.show(s)}
  >
    ${$(_i[s])}<span>${a(s==="day"?"day_view":s)}</span>
  </button>`;return c`<header class="toolbar">
    ${e.narrow||n.dockedSidebar==="always_hidden"?c`<button class="icon-button menu" aria-label=${a("menu")} @click=${t.menu}>${$(ht)}</button>`:h}
    <h1>${a("title")}</h1>
    <div class="tabs" role="tablist" aria-label=${a("views")} @keydown=${t.key}>${J.map(i)}</div>
  </header>`}function It(){let[,a]=/\/mycamera\/(\w+)$/.exec(window.location.pathname)??[],n=new URLSearchParams(window.location.search),e=Number(n.get("at"));return{tab:J.find(t=>t===a)??null,kiosk:a==="live"&&n.has("kiosk"),cameraId:n.get("camera"),moment:Number.isFinite(e)&&e>0?e:null}}function At(a,n){let e=window.location.pathname.replace(/\/mycamera(\/\w+)?$/,"/mycamera");window.history.replaceState(window.history.state,"",`${e}/${a}${n?"?kiosk":""}`)}function Ft(a,n){let e=new URLSearchParams({camera:a,at:String(n)});window.history.replaceState(window.history.state,"",`${window.location.pathname}?${e}`)}function Lt(){let{pathname:a,search:n}=window.location;new URLSearchParams(n).has("at")&&window.history.replaceState(window.history.state,"",a)}function Pt(){let[,a,n]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];return!a||!n?null:(window.history.replaceState(window.history.state,"",a),n)}function Ht(a,n,e){let{localize:t,hass:i}=a,{available:s,waiting:o}=n.database,l=P(t,i.language,"database_waiting",o);return c`${e.linkFailure===null?h:zi(a,e.linkFailure,e.closed)}
  ${e.connected?h:Vt(t("connection_lost"),t("connection_lost_text"))}
  ${s?h:Vt(t("database_down"),l)}`}function Vt(a,n){return c`<div class="banner" role="alert">
    ${$(ot)}
    <p><strong>${a}</strong><br />${n}</p>
  </div>`}function zi(a,n,e){let{localize:t}=a;return c`<div class="banner" role="alert">
    ${$(K)}
    <p>${n==="not_found"?t("linked_missing"):X(a,n).heading}</p>
    <button class="icon-button" aria-label=${t("close")} @click=${e}>${$(ye)}</button>
  </div>`}var Ri=2e3;function Nt(a,n){let{opened:e,timeline:t}=n;return c`<mycamera-person-dialog
    .context=${a}
    .detection=${e}
    .newer=${e?t?.neighbour(e.event_id,-1)??null:null}
    .older=${e?t?.neighbour(e.event_id,1)??null:null}
    @mycamera-open=${i=>{n.opened=i.detail}}
    @mycamera-corrected=${i=>{n.opened=i.detail,n.timeline?.feed.put(i.detail)}}
    @mycamera-removed=${i=>{let{detection:s,next:o,ignore:l}=i.detail;n.timeline?.feed.remove([s.event_id]),n.opened=l===null?o:null,l!==null&&(n.ignored=l,n.drawn=s.camera_id)}}
    @mycamera-exporting=${()=>{n.opened=null,n.show("clips")}}
    @mycamera-moment=${i=>{let{camera_id:s,first_seen:o}=i.detail;n.opened=null,n.filter={...R,cameraId:s,day:a.formats.day(o)},n.moment=Date.parse(o)-Ri,n.show("day"),Ft(s,n.moment)}}
    @mycamera-close=${()=>{n.opened=null}}
  ></mycamera-person-dialog>`}function Ut(a,n){return c`<mycamera-zone-editor
    .context=${a}
    .cameraId=${n.drawn}
    .offered=${n.ignored}
    @mycamera-camera=${e=>{n.drawn=e.detail,n.ignored=null}}
    @mycamera-close=${()=>{n.drawn=null,n.ignored=null}}
  ></mycamera-zone-editor>`}var Ei={no_camera:ee,no_permission:mt,no_worker:Oe,worker_away:Oe,away:pt,detection_off:rt,wait:be},Ti="/config/integrations/integration/mycamera";function Si({cameras:a,removed_cameras:n,worker:e},t){if(a.length===0&&n.length===0)return t?"no_camera":"no_permission";if(e.status==="not_set_up")return"no_worker";if(e.status==="failed"||e.status==="disconnected")return"worker_away";let i=a.filter(o=>o.detection_enabled);return a.length>0&&i.length===0?"detection_off":i.some(o=>o.watching||o.recording_status==="recording")||i.length===0?"wait":"away"}function Re(a,n,e){let{localize:t,hass:i}=a,s=i.user?.is_admin??!1,o=Si(n,s),l={icon:Ei[o],heading:t(`step_${o}`),text:t(`step_${o}_text`)};if(o==="worker_away"||o==="away"){let p=c`<button class="text-button" @click=${e}>${t("step_system")}</button>`;return A({...l,action:p})}return!s||o==="wait"?A(l):A({...l,action:c`<a class="text-button" href=${Ti}>${t(o==="no_camera"?"step_add_camera":o==="no_worker"?"step_add_worker":"add_camera")}</a>`})}function jt(a,n,e,t){return n!==null?A({icon:K,bad:!0,...X(a,n)}):e===null?qt(a):e.cameras.length+e.removed_cameras.length===0?Re(a,e,t):null}function Wt(a,n,e){let{localize:t}=a,i=e==="persons"?"there":n.need(e);if(i==="there")return null;if(i==="loading")return qt(a);let s=c`<button class="text-button" @click=${()=>window.location.reload()}>${t("retry")}</button>`;return A({icon:K,bad:!0,heading:t("load_failed"),text:t("view_failed_text"),action:s})}function qt(a){return c`<div class="foot tall">
    <div class="spinner" role="progressbar" aria-label=${a.localize("loading")}></div>
  </div>`}var Ci={live:()=>import("./live-wall-4VW73HL2.js"),day:()=>import("./day-POQFJYLI.js"),recordings:()=>import("./recordings-IKOGL4RX.js"),clips:()=>import("./exports-2PZVYWQJ.js"),figures:()=>import("./figures-FPVDUPQN.js"),system:()=>import("./system-NJSKOZQE.js"),person:()=>import("./person-dialog-5WHAMJZ7.js"),zones:()=>import("./zone-editor-XQI7PIOI.js")},Di=3e3,Oi=5e3,Ee=class{constructor(n,e=Ci){this.host=n;this.load=e;n.addController(this)}#e=new Set;#t=new Set;#i=new Set;#n;hostConnected(){this.#n=setTimeout(()=>{this.#o()},Di)}hostDisconnected(){clearTimeout(this.#n)}has(n){return this.#e.has(n)}need(n){return this.#e.has(n)?"there":(this.#s(n),this.#i.has(n)?"failed":"loading")}async#s(n){if(!(this.#e.has(n)||this.#t.has(n))){this.#t.add(n);try{await this.load[n](),this.#e.add(n),this.#i.delete(n)}catch(e){console.info(`MyCamera: ${n} cannot be loaded:`,L(e)),this.#i.add(n),this.host.requestUpdate(),await new Promise(t=>setTimeout(t,Oi))}this.#t.delete(n),this.host.requestUpdate()}}async#o(){for(let n of Object.keys(this.load))await Ii(),await this.#s(n)}};function Ii(){return typeof requestIdleCallback!="function"?new Promise(a=>setTimeout(a,100)):new Promise(a=>requestIdleCallback(()=>a()))}var Zt=E`
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
`;var Ai=5e3,Te=class{constructor(n,e){this.options=e;n.addController(this)}#e=null;#t=!1;#i;#n=null;#s=!1;hostConnected(){this.#s=!0}hostDisconnected(){this.#s=!1,window.clearTimeout(this.#i),this.#o(),this.#e?.(),this.#e=null}start(n){this.#n!==n.connection&&(this.#o(),this.#n=n.connection,n.connection.addEventListener("ready",this.options.ready),n.connection.addEventListener("disconnected",this.options.lost),this.#r(n))}#o(){this.#n?.removeEventListener("ready",this.options.ready),this.#n?.removeEventListener("disconnected",this.options.lost),this.#n=null}async#r(n){if(!(this.#t||this.#e)){this.#t=!0;try{let e=await Ze(n,this.options.take);this.#s?this.#e=e:e()}catch(e){this.options.failed(L(e)),this.#i=window.setTimeout(()=>{this.#r(n)},Ai)}finally{this.#t=!1}}}};var Fi=[.5,.6,.7,.8,.9],Li=[5,15,60,300],Gt=Array.from({length:25},(a,n)=>n),k,q,Kt,ie,Q=class extends T{constructor(){super(...arguments);y(this,k);this.filter=R}render(){let{context:e,filter:t}=this,{localize:i,formats:s}=e,o=(e.overview?.cameras??[]).filter(p=>t.cameraId===null||p.camera_id===t.cameraId).flatMap(p=>p.zones.map(f=>f.name)),l=[...new Set(o)].sort((p,f)=>p.localeCompare(f)),v=p=>s.hourOfDay(p);return c`
      <button
        class="chip"
        aria-pressed=${t.unseen?"true":"false"}
        @click=${()=>r(this,k,q).call(this,{unseen:!t.unseen})}
      >
        ${i("not_seen_yet")}
      </button>
      ${r(this,k,ie).call(this,i("confidence"),String(t.minConfidence),[["0",i("any_confidence")],...Fi.map(p=>[String(p),`≥ ${s.percent(p)}`])],p=>r(this,k,q).call(this,{minConfidence:Number(p)}))}
      ${r(this,k,ie).call(this,i("duration"),String(t.minSeconds),[["0",i("any_duration")],...Li.map(p=>[String(p),`≥ ${s.duration(p)}`])],p=>r(this,k,q).call(this,{minSeconds:Number(p)}))}
      ${l.length>0?r(this,k,ie).call(this,i("zone"),t.zone??"",[["",i("any_zone")],...l.map(p=>[p,p])],p=>r(this,k,q).call(this,{zone:p||null})):h}
      <span class="hours">
        ${r(this,k,ie).call(this,i("hour_from"),String(t.hours?.[0]??""),[["",i("any_hour")],...Gt.slice(0,24).map(p=>[String(p),v(p)])],p=>r(this,k,Kt).call(this,p===""?null:Number(p)))}
        ${t.hours?c`–
              ${r(this,k,ie).call(this,i("hour_until"),String(t.hours[1]),Gt.slice(1).map(p=>[String(p),v(p)]),p=>r(this,k,q).call(this,{hours:[t.hours?.[0]??0,Number(p)]}))}`:h}
      </span>
      ${$e(t)?c`<button class="chip" @click=${()=>r(this,k,q).call(this,R)}>
              ${$(lt)} ${i("clear_filters")}
            </button>`:h}
      <button class="chip end" @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-all-seen"))}>
        ${$(et)} ${i("all_seen")}
      </button>
    `}};k=new WeakSet,q=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},Kt=function(e){r(this,k,q).call(this,{hours:e===null?null:[e,this.filter.hours?.[1]??24]})},ie=function(e,t,i,s){return c`<select
      aria-label=${e}
      title=${e}
      @change=${o=>s(o.target.value)}
    >
      ${i.map(([o,l])=>c`<option value=${o} ?selected=${o===t}>${l}</option>`)}
    </select>`},Q.styles=[C,E`
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
    `],d([w({attribute:!1})],Q.prototype,"context",2),d([w({attribute:!1})],Q.prototype,"filter",2),Q=d([S("mycamera-person-filters")],Q);var Xt=E`
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
`;var Pi=2*6e4,Vi=30*6e4,Hi=20,Ni=[30,10,5,1].map(a=>a*6e4);function Ui(a){let[n,e]=[a[0],a.at(-1)];return n&&e?U(n).first-U(e).first:0}function Yt(a,n){let[e,...t]=n;if(e===void 0||a.length<=Hi&&Ui(a)<=Vi)return[a];let i=new Map;for(let s of a){let o=Math.floor(U(s).first/e),l=i.get(o);l?l.push(s):i.set(o,[s])}return[...i.values()].flatMap(s=>Yt(s,t))}function Jt(a){let n=[],e=new Map;for(let i of a){let s=e.get(i.camera_id),o=s?.at(-1);if(s&&o&&U(o).first-U(i).last<=Pi)s.push(i);else{let l=[i];e.set(i.camera_id,l),n.push(l)}}let t=new Map(a.map((i,s)=>[i,s]));return n.flatMap(i=>Yt(i,Ni)).map(i=>({key:i.at(-1)?.event_id??"",persons:i})).sort((i,s)=>(t.get(i.persons[0])??0)-(t.get(s.persons[0])??0))}function Qt(a){let n=o=>(o.caption_source&&o.caption_source!=="factual"?10:0)+(o.thumbnail_url?5:0)+o.confidence+Math.min(1,le(o)/60),[e,...t]=a.persons,[i,s]=[e,n(e)];for(let o of t){let l=n(o);l>s&&([i,s]=[o,l])}return i}var ji=250,Bt=16,Wi=8,Z,pe,G,ne,B,me,g,ei,ti,ii,ni,si,oi,ri,ai,li,ci,di,pi,mi,D=class extends T{constructor(){super(...arguments);y(this,g);this.filter=R;this.broken=new Set;this.fresh=new Set;this.opened=new Set;this.looked=new Set;this.columns=1;this.topDay="";this.feed=new yt(this,{load:e=>Ue(this.context.hass,this.filter,this.context.formats.timeZone,e),id:e=>e.event_id,time:e=>U(e).first});y(this,Z,null);y(this,pe,new gt(e=>this.context.formats.dayAt(U(e).first),Jt));y(this,G,[]);y(this,ne,new WeakMap);y(this,B,[]);y(this,me,new ResizeObserver(([e])=>{this.columns=Mt(e?.contentRect.width??0)}))}connectedCallback(){super.connectedCallback(),this.columns=Mt(this.clientWidth),u(this,me).observe(this),O(this,Z,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),u(this,me).disconnect(),u(this,Z)?.disconnect(),O(this,Z,null)}willUpdate(e){e.has("filter")&&this.feed.reload(),e.get("context")?.formats.timeZone!==this.context.formats.timeZone&&u(this,pe).clear(),r(this,g,ei).call(this)}updated(){u(this,Z)?.disconnect(),this.foot&&this.feed.more&&u(this,Z)?.observe(this.foot)}live(e,t){if(!r(this,g,ni).call(this,e))return;if(this.filter.unseen&&!t){this.feed.change(e.event_id,()=>e);return}let i=this.feed.items.some(s=>s.event_id===e.event_id);!this.feed.put(e)||i||!t||(this.fresh=new Set([...this.fresh,e.event_id]))}undescribed(e){this.feed.change(e,t=>({...t,caption_status:"failed"}))}neighbour(e,t){let i=this.feed.items.findIndex(s=>s.event_id===e);return i<0?null:(t===1&&i>=this.feed.items.length-3&&this.feed.next(),this.feed.items[i+t]??null)}render(){let{feed:e,context:t}=this;if(e.items.length===0)return r(this,g,ri).call(this);let i=this.topDay||u(this,G)[0]?.day;return c`
      ${i?c`<div class="top" aria-hidden="true"><span class="day">${t.formats.heading(i)}</span></div>`:h}
      <mycamera-virtual-rows
        role="list"
        .items=${u(this,G)}
        .keyFunction=${qi}
        .renderItem=${s=>r(this,g,si).call(this,s)}
        @rangeChanged=${({last:s})=>{s>=u(this,G).length-Wi&&this.feed.next()}}
        @visibilityChanged=${({first:s})=>{this.topDay=u(this,G)[s]?.day??""}}
      ></mycamera-virtual-rows>
      <div class="foot" aria-live="polite">${r(this,g,oi).call(this)}</div>
    `}};Z=new WeakMap,pe=new WeakMap,G=new WeakMap,ne=new WeakMap,B=new WeakMap,me=new WeakMap,g=new WeakSet,ei=function(){let e=u(this,pe).of(this.feed.items),t=[e,this.opened,this.columns];if(t.every((s,o)=>s===u(this,B)[o]))return;(this.opened!==u(this,B)[1]||this.columns!==u(this,B)[2])&&O(this,ne,new WeakMap),O(this,B,t);let i=[];for(let{day:s,made:o}of e){let l=u(this,ne).get(o);l===void 0&&(l=r(this,g,ti).call(this,s,o),u(this,ne).set(o,l));for(let v of l)i.push(v)}O(this,G,i)},ti=function(e,t){let i=[{day:e,key:e,cards:[]}],s=t.flatMap(o=>r(this,g,ii).call(this,o));for(let o=0;o<s.length;o+=this.columns){let l=s.slice(o,o+this.columns);i.push({day:e,key:l[0]?.item.event_id??"",cards:l})}return i},ii=function(e){let[t]=e.persons;return e.persons.length===1&&t?[{item:t,open:!1}]:this.opened.has(e.key)?e.persons.map((i,s)=>({item:i,open:!0,...s===0?{visit:e}:{}})):[{item:Qt(e),visit:e,open:!1}]},ni=function(e){let{cameraId:t,day:i,text:s,zone:o,hours:l,minConfidence:v,minSeconds:p}=this.filter;return t&&e.camera_id!==t||o||e.confidence<v||le(e)<p||l&&!this.context.formats.inHours(e.first_seen,l)||i&&this.context.formats.day(e.first_seen)!==i?!1:ve(`${e.caption??""}
${e.caption_zh??""}`,s)},si=function({day:e,cards:t}){return t.length===0?c`<div class="head" role="listitem"><h2 class="day">${this.context.formats.heading(e)}</h2></div>`:c`<div
      class="cards"
      role="presentation"
      style=${Ie({gridTemplateColumns:`repeat(${this.columns}, minmax(0, 1fr))`})}
    >
      ${t.map(i=>r(this,g,ai).call(this,i))}
    </div>`},oi=function(){let{feed:e,context:t}=this;if(e.state==="error"){let i=X(t,e.error??"unknown");return c`<p>${i.heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`}return e.busy?c`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?c`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},ri=function(){let{feed:e,context:t}=this,{localize:i}=t;return e.state==="error"?A({icon:K,bad:!0,...X(t,e.error??"unknown"),action:c`<button class="text-button" @click=${()=>{e.reload()}}>${i("retry")}</button>`}):e.state==="loading"||e.more?c`<div class="visually-hidden" role="status">${i("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <div
          class="cards"
          aria-hidden="true"
          style=${Ie({gridTemplateColumns:`repeat(${this.columns}, minmax(0, 1fr))`})}
        >
          ${Array.from({length:6},()=>c`<div class="cell ghost"><div class="card"><div class="picture"></div></div></div>`)}
        </div>
        <div class="foot"></div>`:$e(this.filter)?A({icon:Qe,heading:i("no_matches"),text:i("no_matches_text"),action:c`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${i("clear_filters")}
          </button>`}):t.overview===null?A({icon:be,heading:i("step_wait"),text:i("step_wait_text")}):Re(t,t.overview,()=>this.dispatchEvent(new CustomEvent("mycamera-system")))},ai=function({item:e,visit:t,open:i}){let{hass:s}=this.context,o=[s.language,s.locale,De(this.context,e.camera_id),i,t];return bt([e,...o,this.looked,this.fresh,this.broken],()=>r(this,g,di).call(this,e,t,i))},li=function(e){let t=new Set(this.opened);t.delete(e.key)||t.add(e.key),this.opened=t},ci=function(e,t){let{localize:i,formats:s,hass:o}=this.context,l=e.persons[0]?.last_seen??"",v=e.persons.at(-1)?.first_seen??"",p=P(i,o.language,"visit",e.persons.length),f=({currentTarget:I})=>{I.title=s.range(v,l)};return c`<button
      class="visit"
      aria-expanded=${t?"true":"false"}
      @pointerenter=${f}
      @focus=${f}
      @click=${()=>r(this,g,li).call(this,e)}
    >
      ${$(t?st:tt)}<span>${t?i("visit_close"):p}</span>
    </button>`},di=function(e,t,i){let{context:s}=this,{localize:o,formats:l}=s,v=e.seen===!1&&!this.looked.has(e.event_id),p=De(s,e.camera_id),[f]=Ye(s,e),I=e.caption_status==="pending"||e.caption_status==="running";return c`<div
      class="cell ${this.fresh.has(e.event_id)?"fresh":""} ${t&&!i?"stack":""} ${i?"of-visit":""}"
      role="listitem"
    >
      ${t?r(this,g,ci).call(this,t,i):h}
      <button class="card" @click=${()=>r(this,g,mi).call(this,e)}>
        <span class="picture">${r(this,g,pi).call(this,e,p)}</span>
        <span class="facts">
          <span class="line">
            ${v?c`<span class="unseen" role="img" aria-label=${o("not_seen_yet")}></span>`:h}
            <time datetime=${e.first_seen}>${l.timeSeconds(e.first_seen)}</time>
            <span class="camera" dir="auto">${p}</span>
          </span>
          ${f?c`<span class="caption" lang=${f.lang} dir="auto">${f.text}</span>`:c`<span class="caption none">${o(I?"caption_pending":"no_caption")}</span>`}
          <span class="badges">
            <span title=${o("duration")}>${l.duration(le(e))}</span>
            <span title=${o("confidence")}>${l.percent(e.confidence)}</span>
            ${f&&e.caption_source!=="factual"?c`<span class="source" title=${o("description_by")}>${Je(s,e)}</span>`:h}
          </span>
        </span>
      </button>
    </div>`},pi=function(e,t){let{localize:i,formats:s,hass:o}=this.context,l=e.thumbnail_url??e.snapshot_url;return l===null||this.broken.has(l)?c`<span class="missing" title=${i("picture_missing")}>${$(dt)}</span>`:c`<img
      src=${o.hassUrl(l)}
      alt=${i("picture_of",{camera:t,time:s.time(e.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,l])}}
    />`},mi=function(e){this.looked=new Set([...this.looked,e.event_id]),this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},D.styles=[C,we,Xt],d([w({attribute:!1})],D.prototype,"context",2),d([w({attribute:!1})],D.prototype,"filter",2),d([b()],D.prototype,"broken",2),d([b()],D.prototype,"fresh",2),d([b()],D.prototype,"opened",2),d([b()],D.prototype,"looked",2),d([b()],D.prototype,"columns",2),d([b()],D.prototype,"topDay",2),d([N(".foot")],D.prototype,"foot",2),D=d([S("mycamera-timeline")],D);function Mt(a){return matchMedia("(max-width: 599px)").matches?1:Math.max(1,Math.floor((a+Bt)/(ji+Bt)))}function qi(a){return a.key}var Zi=12*3600*1e3,re,ae,ue,M,he,m,ui,Se,hi,fi,vi,se,bi,Fe,gi,Le,Pe,yi,xi,wi,oe,Ve,x=class extends T{constructor(){super(...arguments);y(this,m);this.narrow=!1;this.tab="persons";this.filter=R;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.moment=null;this.watched=null;this.kiosk=!1;this.ignored=null;this.drawn=null;this.linkFailure=null;y(this,re,new Ee(this));y(this,ae,null);y(this,ue,new Te(this,{take:e=>r(this,m,hi).call(this,e),failed:e=>{this.failure=e},ready:()=>{this.connected=!0,this.clips?.reconnected(),r(this,m,Se).call(this,!0)},lost:()=>{this.connected=!1}}));y(this,M,new ke(()=>r(this,m,fi).call(this)));y(this,he)}connectedCallback(){super.connectedCallback(),O(this,he,window.setInterval(()=>r(this,m,Se).call(this,!0),Zi)),r(this,m,ui).call(this,It()),this.hass&&u(this,ue).start(this.hass)}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(u(this,he)),u(this,M).disconnected()}shouldUpdate(e){if(e.size>1||!e.has("hass"))return!0;let t=e.get("hass"),i=this.hass;return t===void 0||i===void 0||t.language!==i.language||t.locale!==i.locale||t.config.time_zone!==i.config.time_zone||t.connection!==i.connection||t.dockedSidebar!==i.dockedSidebar||t.themes?.darkMode!==i.themes?.darkMode||t.user?.is_admin!==i.user?.is_admin}willUpdate(e){this.hass&&((e.has("hass")||e.has("overview")||u(this,ae)===null)&&O(this,ae,Xe(this.hass,this.overview)),e.has("hass")&&u(this,ue).start(this.hass),(e.has("route")||e.has("hass"))&&r(this,m,vi).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null||this.watched!==null?u(this,M).opened():u(this,M).closed()}show(e,t=!1){this.tab=e,this.kiosk=t,this.watched=null,At(e,t)}render(){let e=u(this,ae);return e?c`
      ${Ot(e,this,{show:t=>this.show(t),key:t=>r(this,m,gi).call(this,t),menu:()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))})}
      <main>
        <div class="page ${this.tab}">${r(this,m,yi).call(this,e)}</div>
      </main>
      ${r(this,m,Le).call(this,"person",this.opened!==null)?Nt(e,this):h}
      ${r(this,m,Le).call(this,"zones",this.drawn!==null)?Ut(e,this):h}
    `:h}};re=new WeakMap,ae=new WeakMap,ue=new WeakMap,M=new WeakMap,he=new WeakMap,m=new WeakSet,ui=function({tab:e,kiosk:t,cameraId:i,moment:s}){if(this.tab=e??this.tab,this.kiosk=t,this.tab==="live"?this.watched=i:i!==null&&(this.filter={...R,cameraId:i}),this.tab!=="day"||s===null||!this.hass)return;let o=Ne(this.hass).day(new Date(s).toISOString());this.filter={...R,cameraId:i,day:o},this.moment=s},Se=function(e){this.timeline?.feed.reload(e),e?this.recordings?.refresh():this.recordings?.records.reload()},hi=function(e){switch(e.type){case"overview":{let t=this.failure!==null||this.overview?.database.available===!1&&e.overview.database.available;this.failure=null,this.overview=e.overview,t&&r(this,m,Se).call(this,!1);break}case"unavailable":this.failure=e.code;break;case"person":case"caption":this.timeline?.live(e.detection,e.type==="person"),this.opened?.event_id===e.detection.event_id&&(this.opened=e.detection);break;case"undescribed":this.timeline?.undescribed(e.event_id),this.opened?.event_id===e.event_id&&(this.opened={...this.opened,caption_status:"failed"});break;case"deleted":e.event_ids.length>0?this.timeline?.feed.remove(e.event_ids):this.timeline?.feed.reload(!0),this.opened&&e.event_ids.includes(this.opened.event_id)&&this.dialog?.removing?.detection.event_id!==this.opened.event_id&&(this.opened=null);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(e.camera_id),this.dialog?.recorded(e.camera_id);break}},fi=function(){this.drawn!==null?this.editor?.leave():this.opened?this.opened=null:this.watched=null,this.drawn!==null&&u(this,M).opened()},vi=async function(){let e=this.hass?Pt():null;if(!(e===null||!this.hass)){this.linkFailure=null;try{this.opened=await We(this.hass,e)}catch(t){this.linkFailure=L(t)}}},se=function(e){this.filter={...this.filter,...e},Lt()},bi=async function(){this.hass&&(await qe(this.hass,{all:!0}).catch(()=>{}),this.timeline?.feed.reload(!0))},Fe=function(){this.filter=R},gi=function(e){let t=Dt(this.tab,e.key);t!==null&&(this.show(t),this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus()))},Le=function(e,t){return t?u(this,re).need(e)==="there":u(this,re).has(e)},Pe=function(e){this.opened=e.detail},yi=function(e){let t=Wt(e,u(this,re),this.tab),i=jt(e,this.failure,this.overview,()=>this.show("system"))??t;return i!==null||this.overview===null?c`<div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">${i}</div>`:this.tab==="live"?r(this,m,xi).call(this,e,this.overview):this.tab==="system"?c`${r(this,m,oe).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-system">
          <mycamera-system .context=${e} .overview=${this.overview}></mycamera-system>
        </div>`:this.tab==="clips"?c`${r(this,m,oe).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-clips">
          <mycamera-exports .context=${e}></mycamera-exports>
        </div>`:this.tab==="figures"?c`${r(this,m,oe).call(this,e,this.overview)} ${r(this,m,Ve).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-figures">
          <mycamera-figures .context=${e} .cameraId=${this.filter.cameraId}></mycamera-figures>
        </div>`:c`
      ${r(this,m,oe).call(this,e,this.overview)} ${r(this,m,Ve).call(this,e,this.overview)}
      <mycamera-filter-bar
        .context=${e}
        .overview=${this.overview}
        .filter=${this.filter}
        .view=${this.tab}
        @mycamera-filter=${s=>r(this,m,se).call(this,s.detail)}
        @mycamera-zones=${s=>{this.drawn=s.detail}}
        @mycamera-system=${()=>this.show("system")}
      ></mycamera-filter-bar>
      ${this.tab==="persons"?c`<mycamera-person-filters
              .context=${e}
              .filter=${this.filter}
              @mycamera-filter=${s=>r(this,m,se).call(this,s.detail)}
              @mycamera-all-seen=${()=>{r(this,m,bi).call(this)}}
            ></mycamera-person-filters>`:h}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${r(this,m,wi).call(this,e,this.overview)}
      </div>
    `},xi=function(e,t){return c`${r(this,m,oe).call(this,e,t)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${e}
          .cameras=${t.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${i=>{this.watched=i.detail}}
          @mycamera-unwatch=${()=>{this.watched=null}}
          @mycamera-timeline=${i=>{this.filter={...R,cameraId:i.detail},this.show("day")}}
          @mycamera-kiosk=${i=>this.show("live",i.detail)}
        ></mycamera-live-wall>
      </div>`},wi=function(e,t){switch(this.tab){case"live":case"clips":case"figures":case"system":return h;case"persons":return c`<mycamera-timeline
          .context=${e}
          .filter=${this.filter}
          @mycamera-open=${r(this,m,Pe)}
          @mycamera-clear-filters=${r(this,m,Fe)}
          @mycamera-system=${()=>this.show("system")}
        ></mycamera-timeline>`;case"day":return c`<mycamera-day
          .context=${e}
          .cameraIds=${this.filter.cameraId===null?t.cameras.map(i=>i.camera_id):[this.filter.cameraId]}
          .day=${this.filter.day??e.formats.today()}
          .start=${this.moment}
          .connected=${this.connected}
          @mycamera-day=${i=>r(this,m,se).call(this,{day:i.detail})}
          @mycamera-open=${r(this,m,Pe)}
          @mycamera-exporting=${()=>this.show("clips")}
        ></mycamera-day>`;case"recordings":return c`<mycamera-recordings
          .context=${e}
          .filter=${this.filter}
          @mycamera-filter=${i=>r(this,m,se).call(this,i.detail)}
          @mycamera-clear-filters=${r(this,m,Fe)}
        ></mycamera-recordings>`}},oe=function(e,t){let i=()=>{this.linkFailure=null};return Ht(e,t,{connected:this.connected,linkFailure:this.linkFailure,closed:i})},Ve=function(e,t){return c`<mycamera-camera-bar
      .context=${e}
      .overview=${t}
      .cameraId=${this.filter.cameraId}
      @mycamera-filter=${i=>r(this,m,se).call(this,i.detail)}
    ></mycamera-camera-bar>`},x.styles=[C,we,Zt],d([w({attribute:!1})],x.prototype,"hass",2),d([w({type:Boolean,reflect:!0})],x.prototype,"narrow",2),d([w({attribute:!1})],x.prototype,"route",2),d([w({attribute:!1})],x.prototype,"panel",2),d([b()],x.prototype,"tab",2),d([b()],x.prototype,"filter",2),d([b()],x.prototype,"overview",2),d([b()],x.prototype,"failure",2),d([b()],x.prototype,"connected",2),d([b()],x.prototype,"opened",2),d([b()],x.prototype,"moment",2),d([b()],x.prototype,"watched",2),d([b()],x.prototype,"kiosk",2),d([b()],x.prototype,"ignored",2),d([b()],x.prototype,"drawn",2),d([N("mycamera-timeline")],x.prototype,"timeline",2),d([N("mycamera-day")],x.prototype,"dayView",2),d([N("mycamera-exports")],x.prototype,"clips",2),d([N("mycamera-recordings")],x.prototype,"recordings",2),d([N("mycamera-person-dialog")],x.prototype,"dialog",2),d([N("mycamera-zone-editor")],x.prototype,"editor",2),d([b()],x.prototype,"linkFailure",2),x=d([S("mycamera-panel")],x);export{x as MyCameraPanel};
