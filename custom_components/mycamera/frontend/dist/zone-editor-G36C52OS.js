import{a as we}from"./chunk-6TC2HVM4.js";import{a as ye,b as ke,c as $e}from"./chunk-FSDGXSDD.js";import{a as $,b as ve,c as xe}from"./chunk-MMHEOMF5.js";import{K as oe,_ as le,fa as ae,ga as ce,j as ie,m as ne,u as se,z as re}from"./chunk-BHOWC5AJ.js";import{b as F}from"./chunk-YFKJQGYN.js";import{a as de,b as d,c as S,d as T,e as g,g as pe,h as L,i as b,j as C,l as me,m as fe,r as ge,s as k,v as be}from"./chunk-LWVCFYMN.js";import{D as ue,E as he,e as V}from"./chunk-AEKD4G6A.js";import{a as h,b as I,c as R,d as O,e as r}from"./chunk-ZORKPPHW.js";var D=ve(class extends xe{constructor(o){if(super(o),o.type!==$.PROPERTY&&o.type!==$.ATTRIBUTE&&o.type!==$.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!ye(o))throw Error("`live` bindings can only contain a single expression")}render(o){return o}update(o,[n]){if(n===T||n===g)return n;let e=o.element,t=o.name;if(o.type===$.PROPERTY){if(n===e[t])return T}else if(o.type===$.BOOLEAN_ATTRIBUTE){if(!!n===e.hasAttribute(t))return T}else if(o.type===$.ATTRIBUTE&&e.getAttribute(t)===n+"")return T;return ke(o),n}});function ze(o){return o.length<3?"few":rt(o)?"crosses":st(o)<5e-4?"small":null}function G(o){return o.map((n,e)=>[n,o[(e+1)%o.length]??n])}function st(o){return Math.abs(G(o).reduce((n,[e,t])=>n+e[0]*t[1]-t[0]*e[1],0))/2}function rt(o){let n=G(o);return n.some(([e,t],s)=>{let l=n[(s+1)%n.length]?.[1]??t;return lt(e,t,l)?!0:n.some(([a,c],u)=>u-s>1&&!(s===0&&u===n.length-1)&&ot(e,t,a,c))})}function _(o,n,e){let t=(n[0]-o[0])*(e[1]-o[1])-(n[1]-o[1])*(e[0]-o[0]);return Math.abs(t)<1e-12?0:t}function M(o,n,e){return Math.min(o[0],n[0])<=e[0]&&e[0]<=Math.max(o[0],n[0])&&Math.min(o[1],n[1])<=e[1]&&e[1]<=Math.max(o[1],n[1])}function ot(o,n,e,t){let[s,l,a,c]=[_(o,n,e),_(o,n,t),_(e,t,o),_(e,t,n)];return s*l<0&&a*c<0?!0:s===0&&M(o,n,e)||l===0&&M(o,n,t)||a===0&&M(e,t,o)||c===0&&M(e,t,n)}function lt(o,n,e){return o[0]===n[0]&&o[1]===n[1]?!0:_(o,n,e)===0&&(o[0]-n[0])*(e[0]-n[0])+(o[1]-n[1])*(e[1]-n[1])>0}function Se(o,[n,e]){return G(o).filter(([t,s])=>t[1]>e!=s[1]>e&&n<t[0]+(e-t[1])/(s[1]-t[1])*(s[0]-t[0])).length%2===1}function j(o){let n=Math.max(1,o.length);return[o.reduce((e,[t])=>e+t,0)/n,o.reduce((e,[,t])=>e+t,0)/n]}function Te(o,n){return[Pe(o),Pe(n)]}function Pe(o){return o>.015?o>1-.015?1:Math.round(o*1e4)/1e4:0}var H=16,at=100,B=.01,E=class{constructor(n,e){this.selected=null;this.drawing=null;this.#n=[];this.#t=null;this.#o=0;this.shapes=[...n.map(t=>({...t,key:this.#s(),kind:"zone"})),...e.map(t=>({...t,key:this.#s(),kind:"mask",name:"",dwell:0}))],this.#r=this.shapes}#r;#n;#t;#o;#s(){return this.#o+=1,this.#o}get changed(){return this.shapes!==this.#r&&JSON.stringify(this.shapes)!==JSON.stringify(this.#r)}get undoable(){return this.#n.length>0}get current(){return this.shapes.find(n=>n.key===this.selected)??null}count(n){return this.shapes.filter(e=>e.kind===n).length}#i(n,e=null){(e===null||e!==this.#t)&&(this.#n=[...this.#n,{shapes:this.shapes,drawing:this.drawing}].slice(-at)),this.#t=e,this.shapes=n}endGesture(){this.#t=null}undo(){let n=this.#n.pop();n&&(this.shapes=n.shapes,this.drawing=n.drawing,this.#t=null,this.current===null&&(this.selected=this.drawing))}begin(n,e){this.#l();let t=this.#s();this.#i([...this.shapes,{key:t,id:null,kind:n,name:e,dwell:0,points:[]}]),this.selected=this.drawing=t}offer([n,e,t,s]){if(this.count("mask")>=H)return;let l=v=>Math.min(1,Math.max(0,Math.round(v*1e4)/1e4)),[a,c,u,x]=[l(n-B),l(e-B),l(t+B),l(s+B)],y=this.#s(),f=[[a,c],[u,c],[u,x],[a,x]];this.#i([...this.shapes,{key:y,id:null,kind:"mask",name:"",dwell:0,points:f}]),this.selected=y}addPoint(n){let e=this.current;e===null||this.drawing!==e.key||e.points.length>=32||this.#e({...e,points:[...e.points,n]})}finish(){this.#l()&&(this.selected=null),this.drawing=null,this.#t=null}#l(){let n=this.shapes.find(e=>e.key===this.drawing);return!n||n.points.length>=3?!1:(this.#i(this.shapes.filter(e=>e!==n)),this.drawing=null,!0)}insertPoint(n,e){let t=this.current;t===null||t.points.length>=32||this.#e({...t,points:t.points.toSpliced(n+1,0,e)})}movePoint(n,e){let t=this.current;t&&this.#e({...t,points:t.points.with(n,e)},`move ${t.key} ${n}`)}removePoint(n){let e=this.current;e===null||e.points.length<=3&&this.drawing!==e.key||this.#e({...e,points:e.points.toSpliced(n,1)})}rename(n){let e=this.current;e&&this.#e({...e,name:n},`name ${e.key}`)}setDwell(n){let e=this.current;e&&this.#e({...e,dwell:n},`dwell ${e.key}`)}remove(n){this.#i(this.shapes.filter(e=>e.key!==n)),this.drawing===n&&(this.drawing=null),this.selected===n&&(this.selected=null)}#e(n,e=null){this.#i(this.shapes.map(t=>t.key===n.key?n:t),e)}selectAt(n){this.selected=this.shapes.findLast(e=>Se(e.points,n))?.key??null}problem(n){let e=ze(n.points);if(e)return e;if(n.kind==="mask")return null;let t=_e(n.name);return t===""?"nameless":this.shapes.some(l=>l.kind==="zone"&&l!==n&&_e(l.name)===t)?"same_name":null}firstProblem(){for(let n of this.shapes){let e=this.problem(n);if(e)return{shape:n,problem:e}}return null}};function _e(o){return o.trim().replace(/\s+/g," ").toLowerCase()}var Ee=de`
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
`;var Ae=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],Ie="#9e9e9e",ct=.005,dt=.03,pt=80,ut=3e3,P,z,i,K,Oe,m,Le,De,X,Me,Be,Y,Ne,He,J,Ke,Ue,Q,qe,U,Ce,Ve,Z,q,w,ee,Fe,Ge,je,We,Xe,A,Ye,Je,Qe,Ze,et,tt,it,nt,p=class extends pe{constructor(){super(...arguments);R(this,i);this.cameraId=null;this.offered=null;this.wrong=[];this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;R(this,P);R(this,z,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(I(this,P))}willUpdate(e){e.has("cameraId")&&(this.draft=null,this.wrong=[],this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&r(this,i,K).call(this,this.cameraId,!1))}updated(e){e.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){r(this,i,w).call(this,{to:"close"})}render(){return d`<dialog
      aria-labelledby="title"
      @cancel=${r(this,i,ee)}
      @keydown=${r(this,i,Ge)}
      @close=${r(this,i,Fe)}
    >
      ${this.cameraId===null?g:r(this,i,je).call(this,this.cameraId)}
    </dialog>`}};P=new WeakMap,z=new WeakMap,i=new WeakSet,K=async function(e,t){try{let s=await ue(this.context.hass,e);if(this.cameraId!==e||(this.still=s.still_url??null,this.broken=this.still===null,this.wrong=s.false_positives??[],t))return;this.draft=new E(s.zones,s.masks),this.offered&&this.draft.offer(this.offered)}catch(s){this.cameraId===e&&(this.error=V(s))}},Oe=function(e){this.error=null,r(this,i,K).call(this,e,!1)},m=function(e){if(!this.draft)return;e(this.draft),this.complaint=null,this.saved=!1;let t=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=t&&(this.corner=null),this.requestUpdate()},Le=function(e){r(this,i,m).call(this,t=>{t.finish(),t.selected=e,this.corner=null})},De=function(e){let{localize:t}=this.context;r(this,i,m).call(this,s=>{let l=e==="zone"?t("new_zone",{number:s.count("zone")+1}):"";s.begin(e,l),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},X=function(e){let t=this.picture?.getBoundingClientRect();return!t||t.width===0?[0,0]:Te((e.clientX-t.left)/t.width,(e.clientY-t.top)/t.height)},Me=function(e){if(e.target instanceof Element&&e.target.closest("button"))return;let t=r(this,i,X).call(this,e);r(this,i,m).call(this,s=>{s.drawing!==null?(s.addPoint(t),this.corner=(s.current?.points.length??1)-1):(s.selectAt(t),this.corner=null)})},Be=function(e){e.key!=="Enter"||e.target!==this.picture||this.draft?.drawing==null||(e.preventDefault(),r(this,i,m).call(this,t=>{t.addPoint([.5,.5]),this.corner=(t.current?.points.length??1)-1}),r(this,i,Y).call(this))},Y=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},Ne=function(e,t){e.button===0&&(e.currentTarget.setPointerCapture(e.pointerId),O(this,z,t),this.corner=t)},He=function(e,t){if(I(this,z)!==t)return;let s=r(this,i,X).call(this,e);r(this,i,m).call(this,l=>l.movePoint(t,s))},J=function(){O(this,z,null),this.draft?.endGesture()},Ke=function(e){let t=this.draft;e===0&&t?.drawing!=null&&(t.current?.points.length??0)>=3?r(this,i,U).call(this):this.corner=e},Ue=function(e,t){let s=this.draft?.current?.points[t];if(!s)return;let l=e.shiftKey?dt:ct,c={ArrowLeft:[-l,0],ArrowRight:[l,0],ArrowUp:[0,-l*this.aspect],ArrowDown:[0,l*this.aspect]}[e.key];if(c){let u=[Re(s[0]+c[0]),Re(s[1]+c[1])];r(this,i,m).call(this,x=>x.movePoint(t,u))}else if(e.key==="Delete"||e.key==="Backspace")r(this,i,Q).call(this,t);else return;e.preventDefault()},Q=function(e){r(this,i,m).call(this,t=>t.removePoint(e)),this.corner=null},qe=function(e,t){r(this,i,m).call(this,s=>s.insertPoint(e,t)),this.corner=e+1,r(this,i,Y).call(this)},U=function(){r(this,i,m).call(this,e=>{e.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},Ce=async function(){let{draft:e,cameraId:t}=this;if(!e||t===null||this.saving)return;r(this,i,m).call(this,()=>e.finish());let s=e.firstProblem();if(s){e.selected=s.shape.key,this.complaint=r(this,i,Z).call(this,s.shape,s.problem);return}this.saving=!0;try{let l=await he(this.context.hass,t,{zones:e.shapes.filter(a=>a.kind==="zone").map(({id:a,name:c,points:u,dwell:x})=>({id:a,name:c.trim(),points:u,dwell:x})),masks:e.shapes.filter(a=>a.kind==="mask").map(({id:a,points:c})=>({id:a,points:c}))});if(this.cameraId!==t)return;this.draft=new E(l.zones,l.masks),this.corner=null,this.saved=!0,window.clearTimeout(I(this,P)),O(this,P,window.setTimeout(()=>{this.saved=!1},ut))}catch(l){this.complaint=r(this,i,Ve).call(this,V(l))}finally{this.saving=!1}},Ve=function(e){let{localize:t}=this.context;return ge(t,`refused_${e}`,"save_failed").replaceAll("{code}",e)},Z=function(e,t){let{localize:s}=this.context;return s(`problem_${t}`,{name:r(this,i,q).call(this,e)})},q=function(e){return e.kind==="mask"?this.context.localize("ignored_area"):e.name.trim()},w=function(e){if(this.draft?.changed&&!this.leaving){this.leaving=e;return}this.leaving=null,e.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:e.cameraId}))},ee=function(e){e.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?r(this,i,U).call(this):r(this,i,w).call(this,{to:"close"})},Fe=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},Ge=function(e){if(e.key==="Escape"){r(this,i,ee).call(this,e);return}let t=e.target instanceof HTMLInputElement;(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="z"&&!e.shiftKey&&!t&&(e.preventDefault(),r(this,i,m).call(this,s=>s.undo()))},je=function(e){let{context:t,draft:s}=this,{localize:l}=t;return d`
      <header>
        <h2 id="title">${l("zones")} ${r(this,i,We).call(this,e)}</h2>
        <button
          class="icon-button"
          aria-label=${l("undo")}
          title=${l("undo")}
          ?disabled=${!s?.undoable}
          @click=${()=>r(this,i,m).call(this,a=>a.undo())}
        >
          ${k(ae)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!s||this.saving||!s.changed}
          @click=${()=>{r(this,i,Ce).call(this)}}
        >
          ${l("save")}
        </button>
        <button class="icon-button" aria-label=${l("close")} @click=${()=>r(this,i,w).call(this,{to:"close"})}>
          ${k(se)}
        </button>
      </header>
      ${r(this,i,Xe).call(this)}
      ${s?d`<div class="body">
              <div class="stage">${r(this,i,Ye).call(this,s)} ${r(this,i,et).call(this,s)}</div>
              <div class="side">${r(this,i,tt).call(this,s)}</div>
            </div>`:d`<div class="wait">
              ${this.error===null?d`<div class="spinner" role="progressbar" aria-label=${l("loading")}></div>`:d`<div class="failed" role="alert">
                      <p>${be(t,this.error).heading}</p>
                      <button class="text-button" @click=${()=>r(this,i,Oe).call(this,e)}>${l("retry")}</button>
                    </div>`}
            </div>`}
    `},We=function(e){let t=this.context.overview?.cameras??[];return t.length<2?d`<span class="camera" dir="auto">${F(this.context,e)}</span>`:d`<select
      aria-label=${this.context.localize("camera")}
      .value=${D(e)}
      @change=${s=>{let l=s.target;r(this,i,w).call(this,{to:"camera",cameraId:l.value}),l.value=e}}
    >
      ${t.map(s=>d`<option value=${s.camera_id} ?selected=${s.camera_id===e}>${s.name}</option>`)}
    </select>`},Xe=function(){let{localize:e}=this.context,{leaving:t}=this;return t?d`<div class="notice" role="alertdialog" aria-label=${e("unsaved")}>
        <p>${e("unsaved")}</p>
        <button class="text-button" @click=${()=>r(this,i,w).call(this,t)}>${e("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${e("keep_editing")}
        </button>
      </div>`:this.complaint?d`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?d`<div class="notice good" role="status">${k(ne)}<p>${e("saved")}</p></div>`:g},A=function(e){if(e.kind==="mask")return Ie;let t=this.draft?.shapes.filter(s=>s.kind==="zone")??[];return Ae[t.indexOf(e)%Ae.length]??Ie},Ye=function(e){let{localize:t,hass:s}=this.context,l=e.drawing!==null;return d`<div
      class="picture ${l?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${l?0:-1}
      role="group"
      aria-label=${t("zones_of",{camera:F(this.context,this.cameraId??"")})}
      @click=${r(this,i,Me)}
      @keydown=${r(this,i,Be)}
    >
      ${this.still&&!this.broken?d`<img
              src=${s.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${a=>{let{naturalWidth:c,naturalHeight:u}=a.target;c&&u&&(this.aspect=c/u),this.loaded=!0}}
              @error=${()=>{this.broken=!0}}
            />`:d`<p class="instead">${k(oe)} ${t("still_missing")}</p>`}
      ${this.still&&!this.broken&&!this.loaded?d`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${t("loading")}></div>
            </div>`:g}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${.03*this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${.03*this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${this.wrong.map(([a,c,u,x])=>S`<rect class="wrong" x=${a} y=${c} width=${u-a} height=${x-c}></rect>`)}
        ${e.shapes.map(a=>r(this,i,Je).call(this,a,e))}
      </svg>
      ${e.shapes.map(a=>r(this,i,Qe).call(this,a,e))}
      ${e.current?r(this,i,Ze).call(this,e,e.current):g}
    </div>`},Je=function(e,t){let s=t.drawing===e.key,l=!s&&["crosses","small"].includes(t.problem(e)??""),a=`${e.kind} ${t.selected===e.key?"selected":""} ${l?"bad":""}`,c=e.points.map(u=>u.join(",")).join(" ");return S`<g class=${a} style="--colour: ${r(this,i,A).call(this,e)}">
      <polygon class="area" points=${c}></polygon>
      ${s?S`<polyline class="line" points=${c}></polyline>`:S`<polygon class="line" points=${c}></polygon>`}
    </g>`},Qe=function(e,t){if(e.kind==="mask"||e.points.length<3||t.drawing===e.key)return g;let[s,l]=j(e.points);return d`<span class="label" style=${W([s,l],r(this,i,A).call(this,e))} dir="auto">${e.name}</span>`},Ze=function(e,t){let{localize:s}=this.context,l=r(this,i,A).call(this,t),a=r(this,i,q).call(this,t),c=t.points.map((y,f)=>d`<button
        class="corner ${this.corner===f?"chosen":""}"
        data-index=${f}
        style=${W(y,l)}
        aria-label=${s("corner",{number:f+1,name:a})}
        @pointerdown=${v=>r(this,i,Ne).call(this,v,f)}
        @pointermove=${v=>r(this,i,He).call(this,v,f)}
        @pointerup=${r(this,i,J)}
        @pointercancel=${r(this,i,J)}
        @click=${()=>r(this,i,Ke).call(this,f)}
        @focus=${()=>{this.corner=f}}
        @keydown=${v=>r(this,i,Ue).call(this,v,f)}
      ></button>`);if(e.drawing!==null||t.points.length>=32)return d`${c}`;let u=this.picture?.clientWidth??0,x=t.points.map((y,f)=>{let v=t.points[(f+1)%t.points.length]??y;if(Math.hypot((v[0]-y[0])*u,(v[1]-y[1])*u/this.aspect)<pt)return g;let te=j([y,v]);return d`<button
        class="edge"
        style=${W(te,l)}
        aria-label=${s("insert_corner",{number:f+1})}
        @click=${()=>r(this,i,qe).call(this,f,te)}
      ></button>`});return d`${x}${c}`},et=function(e){let{localize:t}=this.context,s=e.current;if(e.drawing!==null){let a=(s?.points.length??0)>=3;return d`<div class="tools">
        <p>${t("draw_hint")}</p>
        <button class="text-button ${a?"ready":""}" @click=${r(this,i,U)}>
          ${t(a?"draw_done":"draw_cancel")}
        </button>
      </div>`}let l=this.corner;return d`<div class="tools">
      <p>${s?t("edit_hint"):""}</p>
      ${s&&l!==null&&s.points.length>3?d`<button class="text-button" @click=${()=>r(this,i,Q).call(this,l)}>
              ${k(ce)} ${t("remove_corner")}
            </button>`:g}
      <button
        class="icon-button"
        aria-label=${t("new_picture")}
        title=${t("new_picture")}
        @click=${()=>this.cameraId!==null&&void r(this,i,K).call(this,this.cameraId,!0)}
      >
        ${k(ie)}
      </button>
    </div>`},tt=function(e){let{localize:t}=this.context,s=(l,a)=>{let c=e.count(l)>=H;return d`<button
        class="text-button"
        ?disabled=${c||e.drawing!==null}
        title=${c?t("too_many_shapes",{most:H}):""}
        @click=${()=>r(this,i,De).call(this,l)}
      >
        ${k(le)} ${t(a)}
      </button>`};return d`
      <div class="add">${s("zone","add_zone")}${s("mask","add_mask")}</div>
      ${e.shapes.length===0?d`<p class="hint">${t("zones_empty")}</p>`:d`<ul>
              ${$e(e.shapes,l=>l.key,l=>r(this,i,it).call(this,l,e))}
            </ul>`}
      ${this.wrong.length>0?d`<p class="hint">${t("false_positive_hint")}</p>`:g}
      <p class="hint">${t("zones_hint")}</p>
    `},it=function(e,t){let{localize:s}=this.context,l=t.selected===e.key,a=t.drawing===e.key?null:t.problem(e),c=r(this,i,q).call(this,e);return d`<li class=${l?"selected":""} style="--colour: ${r(this,i,A).call(this,e)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${l?"true":"false"}
          @click=${()=>r(this,i,Le).call(this,l?null:e.key)}
        >
          <span class="swatch ${e.kind}"></span><span class="title" dir="auto">${c||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${s("remove_shape",{name:c})}
          title=${s("remove_shape",{name:c})}
          @click=${()=>r(this,i,m).call(this,u=>u.remove(e.key))}
        >
          ${k(re)}
        </button>
      </div>
      ${l&&e.kind==="zone"?r(this,i,nt).call(this,e):g}
      ${a?d`<p class="problem">${r(this,i,Z).call(this,e,a)}</p>`:g}
    </li>`},nt=function(e){let{localize:t}=this.context;return d`<label>
        ${t("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${D(e.name)}
          @input=${s=>r(this,i,m).call(this,l=>l.rename(s.target.value))}
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
          .value=${D(String(e.dwell))}
          @change=${s=>{let l=s.target.valueAsNumber;r(this,i,m).call(this,a=>{a.setDwell(Number.isFinite(l)?Math.min(86400,Math.max(0,l)):0),a.endGesture()})}}
        />
      </label>`},p.styles=[fe,we,Ee],h([L({attribute:!1})],p.prototype,"context",2),h([L({attribute:!1})],p.prototype,"cameraId",2),h([L({attribute:!1})],p.prototype,"offered",2),h([b()],p.prototype,"wrong",2),h([b()],p.prototype,"draft",2),h([b()],p.prototype,"still",2),h([b()],p.prototype,"broken",2),h([b()],p.prototype,"loaded",2),h([b()],p.prototype,"aspect",2),h([b()],p.prototype,"corner",2),h([b()],p.prototype,"error",2),h([b()],p.prototype,"complaint",2),h([b()],p.prototype,"saving",2),h([b()],p.prototype,"saved",2),h([b()],p.prototype,"leaving",2),h([C("dialog")],p.prototype,"dialog",2),h([C(".picture")],p.prototype,"picture",2),p=h([me("mycamera-zone-editor")],p);function Re(o){return Math.min(1,Math.max(0,Math.round(o*1e4)/1e4))}function W([o,n],e){return`left: ${o*100}%; top: ${n*100}%; --colour: ${e}`}export{p as MyCameraZoneEditor};
/*! Bundled license information:

lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
