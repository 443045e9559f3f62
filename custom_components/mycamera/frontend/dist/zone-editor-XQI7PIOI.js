import{a as ye}from"./chunk-JNVOENW7.js";import{K as de,aa as pe,ha as ue,ia as me,j as se,m as le,u as ae,z as ce}from"./chunk-2T6RHLYP.js";import{b as D}from"./chunk-FJ3T6KF4.js";import{a as be,b as ve,c as xe}from"./chunk-SCXZBF3W.js";import{a as k,b as fe,c as ge}from"./chunk-MMHEOMF5.js";import{a as Q,b as l,c as _,d as E,e as h,g as ee,h as I,i as b,j as V,l as ie,m as oe,r as re,s as v,v as he}from"./chunk-HU3JNPAX.js";import{B as te,C as ne,f as F}from"./chunk-UXGMC5Z2.js";import{a as u,b as w,c as O,d as J,e as m}from"./chunk-ZORKPPHW.js";var R=fe(class extends ge{constructor(n){if(super(n),n.type!==k.PROPERTY&&n.type!==k.ATTRIBUTE&&n.type!==k.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!be(n))throw Error("`live` bindings can only contain a single expression")}render(n){return n}update(n,[t]){if(t===E||t===h)return t;let e=n.element,i=n.name;if(n.type===k.PROPERTY){if(t===e[i])return E}else if(n.type===k.BOOLEAN_ATTRIBUTE){if(!!t===e.hasAttribute(i))return E}else if(n.type===k.ATTRIBUTE&&e.getAttribute(i)===t+"")return E;return ve(n),t}});function $e(n){return n.length<3?"few":Ke(n)?"crosses":Ne(n)<5e-4?"small":null}function G(n){return Math.min(1,Math.max(0,Math.round(n*1e4)/1e4))}function j(n){return n.map((t,e)=>[t,n[(e+1)%n.length]??t])}function Ne(n){return Math.abs(j(n).reduce((t,[e,i])=>t+e[0]*i[1]-i[0]*e[1],0))/2}function Ke(n){let t=j(n);return t.some(([e,i],o)=>{let r=t[(o+1)%t.length]?.[1]??i;return qe(e,i,r)?!0:t.some(([s,c],p)=>p-o>1&&!(o===0&&p===t.length-1)&&Ue(e,i,s,c))})}function H(n,t,e){let i=(t[0]-n[0])*(e[1]-n[1])-(t[1]-n[1])*(e[0]-n[0]);return Math.abs(i)<1e-12?0:i}function C(n,t,e){return Math.min(n[0],t[0])<=e[0]&&e[0]<=Math.max(n[0],t[0])&&Math.min(n[1],t[1])<=e[1]&&e[1]<=Math.max(n[1],t[1])}function Ue(n,t,e,i){let[o,r,s,c]=[H(n,t,e),H(n,t,i),H(e,i,n),H(e,i,t)];return o*r<0&&s*c<0?!0:o===0&&C(n,t,e)||r===0&&C(n,t,i)||s===0&&C(e,i,n)||c===0&&C(e,i,t)}function qe(n,t,e){return n[0]===t[0]&&n[1]===t[1]?!0:H(n,t,e)===0&&(n[0]-t[0])*(e[0]-t[0])+(n[1]-t[1])*(e[1]-t[1])>0}function we(n,[t,e]){return j(n).filter(([i,o])=>i[1]>e!=o[1]>e&&t<i[0]+(e-i[1])/(o[1]-i[1])*(o[0]-i[0])).length%2===1}function Z(n){let t=Math.max(1,n.length);return[n.reduce((e,[i])=>e+i,0)/t,n.reduce((e,[,i])=>e+i,0)/t]}function Pe(n,t){return[ke(n),ke(t)]}function ke(n){return n>.015?n>1-.015?1:Math.round(n*1e4)/1e4:0}var Ve=.005,Fe=.03,M=class{constructor(t){this.host=t;this.#t=null;this.tap=t=>{if(t.target instanceof Element&&t.target.closest("button"))return;let{host:e}=this,i=this.#n(t);e.edit(o=>{o.drawing!==null?(o.addPoint(i),e.corner=(o.current?.points.length??1)-1):(o.selectAt(i),e.corner=null)})};this.pictureKey=t=>{let{host:e}=this;t.key!=="Enter"||t.target!==e.picture||e.draft?.drawing==null||(t.preventDefault(),e.edit(i=>{i.addPoint([.5,.5]),e.corner=(i.current?.points.length??1)-1}),this.#e())};this.release=()=>{this.#t=null,this.host.draft?.endGesture()};this.finish=()=>{let{host:t}=this;t.edit(e=>{e.finish(),t.corner=null}),t.draft?.current?.kind==="zone"&&t.updateComplete.then(()=>t.renderRoot.querySelector("input.name")?.select())}}#t;grab(t,e){t.button===0&&(t.currentTarget.setPointerCapture(t.pointerId),this.#t=e,this.host.corner=e)}drag(t,e){if(this.#t!==e)return;let i=this.#n(t);this.host.edit(o=>o.movePoint(e,i))}tapped(t){let{draft:e}=this.host;t===0&&e?.drawing!=null&&(e.current?.points.length??0)>=3?this.finish():this.host.corner=t}key(t,e){let i=this.host.draft?.current?.points[e];if(!i)return;let o=t.shiftKey?Fe:Ve,{aspect:r}=this.host,c={ArrowLeft:[-o,0],ArrowRight:[o,0],ArrowUp:[0,-o*r],ArrowDown:[0,o*r]}[t.key];if(c){let p=[G(i[0]+c[0]),G(i[1]+c[1])];this.host.edit(f=>f.movePoint(e,p))}else if(t.key==="Delete"||t.key==="Backspace")this.remove(e);else return;t.preventDefault()}remove(t){this.host.edit(e=>e.removePoint(t)),this.host.corner=null}insert(t,e){this.host.edit(i=>i.insertPoint(t,e)),this.host.corner=t+1,this.#e()}#n(t){let e=this.host.picture?.getBoundingClientRect();return!e||e.width===0?[0,0]:Pe((t.clientX-e.left)/e.width,(t.clientY-e.top)/e.height)}#e(){let{host:t}=this;t.updateComplete.then(()=>{t.renderRoot.querySelector(`.corner[data-index="${t.corner}"]`)?.focus()})}};var K=16,Ge=100,B=.01,L=class{constructor(t,e){this.selected=null;this.drawing=null;this.#n=[];this.#e=null;this.#s=0;this.shapes=[...t.map(i=>({...i,key:this.#r(),kind:"zone"})),...e.map(i=>({...i,key:this.#r(),kind:"mask",name:"",dwell:0}))],this.#t=this.shapes}#t;#n;#e;#s;#r(){return this.#s+=1,this.#s}get changed(){return this.shapes!==this.#t&&JSON.stringify(this.shapes)!==JSON.stringify(this.#t)}get undoable(){return this.#n.length>0}get current(){return this.shapes.find(t=>t.key===this.selected)??null}count(t){return this.shapes.filter(e=>e.kind===t).length}#o(t,e=null){(e===null||e!==this.#e)&&(this.#n=[...this.#n,{shapes:this.shapes,drawing:this.drawing}].slice(-Ge)),this.#e=e,this.shapes=t}endGesture(){this.#e=null}undo(){let t=this.#n.pop();t&&(this.shapes=t.shapes,this.drawing=t.drawing,this.#e=null,this.current===null&&(this.selected=this.drawing))}begin(t,e){this.#l();let i=this.#r();this.#o([...this.shapes,{key:i,id:null,kind:t,name:e,dwell:0,points:[]}]),this.selected=this.drawing=i}offer([t,e,i,o]){if(this.count("mask")>=K)return;let r=g=>Math.min(1,Math.max(0,Math.round(g*1e4)/1e4)),[s,c,p,f]=[r(t-B),r(e-B),r(i+B),r(o+B)],$=this.#r(),y=[[s,c],[p,c],[p,f],[s,f]];this.#o([...this.shapes,{key:$,id:null,kind:"mask",name:"",dwell:0,points:y}]),this.selected=$}addPoint(t){let e=this.current;e===null||this.drawing!==e.key||e.points.length>=32||this.#i({...e,points:[...e.points,t]})}finish(){this.#l()&&(this.selected=null),this.drawing=null,this.#e=null}#l(){let t=this.shapes.find(e=>e.key===this.drawing);return!t||t.points.length>=3?!1:(this.#o(this.shapes.filter(e=>e!==t)),this.drawing=null,!0)}insertPoint(t,e){let i=this.current;i===null||i.points.length>=32||this.#i({...i,points:i.points.toSpliced(t+1,0,e)})}movePoint(t,e){let i=this.current;i&&this.#i({...i,points:i.points.with(t,e)},`move ${i.key} ${t}`)}removePoint(t){let e=this.current;e===null||e.points.length<=3&&this.drawing!==e.key||this.#i({...e,points:e.points.toSpliced(t,1)})}rename(t){let e=this.current;e&&this.#i({...e,name:t},`name ${e.key}`)}setDwell(t){let e=this.current;e&&this.#i({...e,dwell:t},`dwell ${e.key}`)}remove(t){this.#o(this.shapes.filter(e=>e.key!==t)),this.drawing===t&&(this.drawing=null),this.selected===t&&(this.selected=null)}#i(t,e=null){this.#o(this.shapes.map(i=>i.key===t.key?t:i),e)}selectAt(t){this.selected=this.shapes.findLast(e=>we(e.points,t))?.key??null}problem(t){let e=$e(t.points);if(e)return e;if(t.kind==="mask")return null;let i=ze(t.name);return i===""?"nameless":this.shapes.some(r=>r.kind==="zone"&&r!==t&&ze(r.name)===i)?"same_name":null}firstProblem(){for(let t of this.shapes){let e=this.problem(t);if(e)return{shape:t,problem:e}}return null}};function ze(n){return n.trim().replace(/\s+/g," ").toLowerCase()}var Te=Q`
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
`;var Se=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],_e="#9e9e9e";function P(n,t){if(t.kind==="mask")return _e;let e=n.shapes.filter(i=>i.kind==="zone");return Se[e.indexOf(t)%Se.length]??_e}function A({localize:n},t){return t.kind==="mask"?n("ignored_area"):t.name.trim()}function U(n,t,e){return n.localize(`problem_${e}`,{name:A(n,t)})}function Ee(n,t,e){let{localize:i}=n.context,o=e.current;if(e.drawing!==null){let s=(o?.points.length??0)>=3;return l`<div class="tools">
      <p>${i("draw_hint")}</p>
      <button class="text-button ${s?"ready":""}" @click=${t.finish}>
        ${i(s?"draw_done":"draw_cancel")}
      </button>
    </div>`}let r=n.corner;return l`<div class="tools">
    <p>${o?i("edit_hint"):""}</p>
    ${o&&r!==null&&o.points.length>3?l`<button class="text-button" @click=${()=>t.remove(r)}>
            ${v(me)} ${i("remove_corner")}
          </button>`:h}
    <button
      class="icon-button"
      aria-label=${i("new_picture")}
      title=${i("new_picture")}
      @click=${()=>n.takePicture()}
    >
      ${v(se)}
    </button>
  </div>`}function Re(n,t){let{localize:e}=n.context,i=(o,r)=>{let s=t.count(o)>=K;return l`<button
      class="text-button"
      ?disabled=${s||t.drawing!==null}
      title=${s?e("too_many_shapes",{most:K}):""}
      @click=${()=>n.begin(o)}
    >
      ${v(pe)} ${e(r)}
    </button>`};return l`
    <div class="add">${i("zone","add_zone")}${i("mask","add_mask")}</div>
    ${t.shapes.length===0?l`<p class="hint">${e("zones_empty")}</p>`:l`<ul>
            ${xe(t.shapes,o=>o.key,o=>je(n,o,t))}
          </ul>`}
    ${n.wrong.length>0?l`<p class="hint">${e("false_positive_hint")}</p>`:h}
    <p class="hint">${e("zones_hint")}</p>
  `}function je(n,t,e){let{context:i}=n,{localize:o}=i,r=e.selected===t.key,s=e.drawing===t.key?null:e.problem(t),c=A(i,t);return l`<li class=${r?"selected":""} style="--colour: ${P(e,t)}">
    <div class="head">
      <button
        class="choose"
        aria-expanded=${r?"true":"false"}
        @click=${()=>n.select(r?null:t.key)}
      >
        <span class="swatch ${t.kind}"></span><span class="title" dir="auto">${c||"…"}</span>
      </button>
      <button
        class="icon-button"
        aria-label=${o("remove_shape",{name:c})}
        title=${o("remove_shape",{name:c})}
        @click=${()=>n.edit(p=>p.remove(t.key))}
      >
        ${v(ce)}
      </button>
    </div>
    ${r&&t.kind==="zone"?Ze(n,t):h}
    ${s?l`<p class="problem">${U(i,t,s)}</p>`:h}
  </li>`}function Ze(n,t){let{localize:e}=n.context;return l`<label>
      ${e("zone_name")}
      <input
        class="name"
        maxlength="64"
        autocomplete="off"
        enterkeyhint="done"
        dir="auto"
        .value=${R(t.name)}
        @input=${i=>n.edit(o=>o.rename(i.target.value))}
        @change=${()=>n.draft?.endGesture()}
      />
    </label>
    <label>
      ${e("zone_dwell")}
      <input
        type="number"
        inputmode="numeric"
        min="0"
        max="86400"
        step="1"
        .value=${R(String(t.dwell))}
        @change=${i=>{let o=i.target.valueAsNumber;n.edit(r=>{r.setDwell(Number.isFinite(o)?Math.min(86400,Math.max(0,o)):0),r.endGesture()})}}
      />
    </label>`}var We=80;function He(n,t,e){let{context:i}=n,{localize:o,hass:r}=i,s=e.drawing!==null;return l`<div
    class="picture ${s?"drawing":""}"
    style="--aspect: ${n.aspect}"
    tabindex=${s?0:-1}
    role="group"
    aria-label=${o("zones_of",{camera:D(i,n.cameraId??"")})}
    @click=${t.tap}
    @keydown=${t.pictureKey}
  >
    ${n.still&&!n.broken?l`<img
            src=${r.hassUrl(n.still)}
            alt=""
            draggable="false"
            @load=${c=>{let{naturalWidth:p,naturalHeight:f}=c.target;p&&f&&(n.aspect=p/f),n.loaded=!0}}
            @error=${()=>{n.broken=!0}}
          />`:l`<p class="instead">${v(de)} ${o("still_missing")}</p>`}
    ${n.still&&!n.broken&&!n.loaded?l`<div class="instead">
            <div class="spinner" role="progressbar" aria-label=${o("loading")}></div>
          </div>`:h}
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <defs>
        <pattern id="ignored" width="0.03" height=${.03*n.aspect} patternUnits="userSpaceOnUse">
          <path d="M0 ${.03*n.aspect} L0.03 0" />
        </pattern>
      </defs>
      ${n.wrong.map(([c,p,f,$])=>_`<rect class="wrong" x=${c} y=${p} width=${f-c} height=${$-p}></rect>`)}
      ${e.shapes.map(c=>Xe(c,e))}
    </svg>
    ${e.shapes.map(c=>Ye(c,e))}
    ${e.current?Je(n,t,e,e.current):h}
  </div>`}function Xe(n,t){let e=t.drawing===n.key,i=!e&&["crosses","small"].includes(t.problem(n)??""),o=`${n.kind} ${t.selected===n.key?"selected":""} ${i?"bad":""}`,r=n.points.map(s=>s.join(",")).join(" ");return _`<g class=${o} style="--colour: ${P(t,n)}">
    <polygon class="area" points=${r}></polygon>
    ${e?_`<polyline class="line" points=${r}></polyline>`:_`<polygon class="line" points=${r}></polygon>`}
  </g>`}function Ye(n,t){if(n.kind==="mask"||n.points.length<3||t.drawing===n.key)return h;let[e,i]=Z(n.points);return l`<span class="label" style=${W([e,i],P(t,n))} dir="auto">${n.name}</span>`}function Je(n,t,e,i){let{context:o}=n,{localize:r}=o,s=P(e,i),c=A(o,i),p=i.points.map((y,g)=>l`<button
      class="corner ${n.corner===g?"chosen":""}"
      data-index=${g}
      style=${W(y,s)}
      aria-label=${r("corner",{number:g+1,name:c})}
      @pointerdown=${x=>t.grab(x,g)}
      @pointermove=${x=>t.drag(x,g)}
      @pointerup=${t.release}
      @pointercancel=${t.release}
      @click=${()=>t.tapped(g)}
      @focus=${()=>{n.corner=g}}
      @keydown=${x=>t.key(x,g)}
    ></button>`);if(e.drawing!==null||i.points.length>=32)return l`${p}`;let f=n.picture?.clientWidth??0,$=i.points.map((y,g)=>{let x=i.points[(g+1)%i.points.length]??y;if(Math.hypot((x[0]-y[0])*f,(x[1]-y[1])*f/n.aspect)<We)return h;let Y=Z([y,x]);return l`<button
      class="edge"
      style=${W(Y,s)}
      aria-label=${r("insert_corner",{number:g+1})}
      @click=${()=>t.insert(g,Y)}
    ></button>`});return l`${$}${p}`}function W([n,t],e){return`left: ${n*100}%; top: ${t*100}%; --colour: ${e}`}var Qe=3e3,T,S,a,q,Le,Ae,Oe,z,X,Ie,De,Ce,Me,Be,d=class extends ee{constructor(){super(...arguments);O(this,a);this.cameraId=null;this.offered=null;this.wrong=[];this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;O(this,T);O(this,S,new M(this))}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(w(this,T))}willUpdate(e){e.has("cameraId")&&(this.draft=null,this.wrong=[],this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&m(this,a,q).call(this,this.cameraId,!1))}updated(e){e.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}takePicture(){this.cameraId!==null&&m(this,a,q).call(this,this.cameraId,!0)}leave(){m(this,a,z).call(this,{to:"close"})}edit(e){if(!this.draft)return;e(this.draft),this.complaint=null,this.saved=!1;let i=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=i&&(this.corner=null),this.requestUpdate()}select(e){this.edit(i=>{i.finish(),i.selected=e,this.corner=null})}begin(e){let{localize:i}=this.context;this.edit(o=>{let r=e==="zone"?i("new_zone",{number:o.count("zone")+1}):"";o.begin(e,r),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))}render(){return l`<dialog
      aria-labelledby="title"
      @cancel=${m(this,a,X)}
      @keydown=${m(this,a,De)}
      @close=${m(this,a,Ie)}
    >
      ${this.cameraId===null?h:m(this,a,Ce).call(this,this.cameraId)}
    </dialog>`}};T=new WeakMap,S=new WeakMap,a=new WeakSet,q=async function(e,i){try{let o=await te(this.context.hass,e);if(this.cameraId!==e||(this.still=o.still_url??null,this.broken=this.still===null,this.wrong=o.false_positives??[],i))return;this.draft=new L(o.zones,o.masks),this.offered&&this.draft.offer(this.offered)}catch(o){this.cameraId===e&&(this.error=F(o))}},Le=function(e){this.error=null,m(this,a,q).call(this,e,!1)},Ae=async function(){let{draft:e,cameraId:i}=this;if(!e||i===null||this.saving)return;this.edit(()=>e.finish());let o=e.firstProblem();if(o){e.selected=o.shape.key,this.complaint=U(this.context,o.shape,o.problem);return}this.saving=!0;try{let r=await ne(this.context.hass,i,{zones:e.shapes.filter(s=>s.kind==="zone").map(({id:s,name:c,points:p,dwell:f})=>({id:s,name:c.trim(),points:p,dwell:f})),masks:e.shapes.filter(s=>s.kind==="mask").map(({id:s,points:c})=>({id:s,points:c}))});if(this.cameraId!==i)return;this.draft=new L(r.zones,r.masks),this.corner=null,this.saved=!0,window.clearTimeout(w(this,T)),J(this,T,window.setTimeout(()=>{this.saved=!1},Qe))}catch(r){this.complaint=m(this,a,Oe).call(this,F(r))}finally{this.saving=!1}},Oe=function(e){let{localize:i}=this.context;return re(i,`refused_${e}`,"save_failed").replaceAll("{code}",e)},z=function(e){if(this.draft?.changed&&!this.leaving){this.leaving=e;return}this.leaving=null,e.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:e.cameraId}))},X=function(e){e.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?w(this,S).finish():m(this,a,z).call(this,{to:"close"})},Ie=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},De=function(e){if(e.key==="Escape"){m(this,a,X).call(this,e);return}let i=e.target instanceof HTMLInputElement;(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="z"&&!e.shiftKey&&!i&&(e.preventDefault(),this.edit(o=>o.undo()))},Ce=function(e){let{context:i,draft:o}=this,{localize:r}=i;return l`
      <header>
        <h2 id="title">${r("zones")} ${m(this,a,Me).call(this,e)}</h2>
        <button
          class="icon-button"
          aria-label=${r("undo")}
          title=${r("undo")}
          ?disabled=${!o?.undoable}
          @click=${()=>this.edit(s=>s.undo())}
        >
          ${v(ue)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!o||this.saving||!o.changed}
          @click=${()=>{m(this,a,Ae).call(this)}}
        >
          ${r("save")}
        </button>
        <button class="icon-button" aria-label=${r("close")} @click=${()=>m(this,a,z).call(this,{to:"close"})}>
          ${v(ae)}
        </button>
      </header>
      ${m(this,a,Be).call(this)}
      ${o?l`<div class="body">
              <div class="stage">${He(this,w(this,S),o)} ${Ee(this,w(this,S),o)}</div>
              <div class="side">${Re(this,o)}</div>
            </div>`:l`<div class="wait">
              ${this.error===null?l`<div class="spinner" role="progressbar" aria-label=${r("loading")}></div>`:l`<div class="failed" role="alert">
                      <p>${he(i,this.error).heading}</p>
                      <button class="text-button" @click=${()=>m(this,a,Le).call(this,e)}>${r("retry")}</button>
                    </div>`}
            </div>`}
    `},Me=function(e){let i=this.context.overview?.cameras??[];return i.length<2?l`<span class="camera" dir="auto">${D(this.context,e)}</span>`:l`<select
      aria-label=${this.context.localize("camera")}
      .value=${R(e)}
      @change=${o=>{let r=o.target;m(this,a,z).call(this,{to:"camera",cameraId:r.value}),r.value=e}}
    >
      ${i.map(o=>l`<option value=${o.camera_id} ?selected=${o.camera_id===e}>${o.name}</option>`)}
    </select>`},Be=function(){let{localize:e}=this.context,{leaving:i}=this;return i?l`<div class="notice" role="alertdialog" aria-label=${e("unsaved")}>
        <p>${e("unsaved")}</p>
        <button class="text-button" @click=${()=>m(this,a,z).call(this,i)}>${e("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${e("keep_editing")}
        </button>
      </div>`:this.complaint?l`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?l`<div class="notice good" role="status">${v(le)}<p>${e("saved")}</p></div>`:h},d.styles=[oe,ye,Te],u([I({attribute:!1})],d.prototype,"context",2),u([I({attribute:!1})],d.prototype,"cameraId",2),u([I({attribute:!1})],d.prototype,"offered",2),u([b()],d.prototype,"wrong",2),u([b()],d.prototype,"draft",2),u([b()],d.prototype,"still",2),u([b()],d.prototype,"broken",2),u([b()],d.prototype,"loaded",2),u([b()],d.prototype,"aspect",2),u([b()],d.prototype,"corner",2),u([b()],d.prototype,"error",2),u([b()],d.prototype,"complaint",2),u([b()],d.prototype,"saving",2),u([b()],d.prototype,"saved",2),u([b()],d.prototype,"leaving",2),u([V("dialog")],d.prototype,"dialog",2),u([V(".picture")],d.prototype,"picture",2),d=u([ie("mycamera-zone-editor")],d);export{d as MyCameraZoneEditor};
/*! Bundled license information:

lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
