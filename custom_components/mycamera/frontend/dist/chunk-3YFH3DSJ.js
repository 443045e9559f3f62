import{G as Q,Q as Z,ea as ee,g as J,ia as te,ja as ie,ka as ne}from"./chunk-BHOWC5AJ.js";import{a as Y,b as v,c as se,d as oe,e as m,g as re,h as R,i as O,j as X,l as le,m as de,q as ce,s as q}from"./chunk-VOYIPF2I.js";import{A as ae}from"./chunk-U373QYV6.js";import{a as p,b as s,c as g,d as c,e as u}from"./chunk-ZORKPPHW.js";var he={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ue=r=>(...t)=>({_$litDirective$:r,values:t}),B=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,i){this._$Ct=t,this._$AM=e,this._$Ci=i}_$AS(t,e){return this.update(t,e)}update(t,e){return this.render(...e)}};var pe="important",Se=" !"+pe,me=ue(class extends B{constructor(r){if(super(r),r.type!==he.ATTRIBUTE||r.name!=="style"||r.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(r){return Object.keys(r).reduce((t,e)=>{let i=r[e];return i==null?t:t+`${e=e.includes("-")?e:e.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${i};`},"")}update(r,[t]){let{style:e}=r.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(t)),this.render(t);for(let i of this.ft)t[i]==null&&(this.ft.delete(i),i.includes("-")?e.removeProperty(i):e[i]=null);for(let i in t){let n=t[i];if(n!=null){this.ft.add(i);let o=typeof n=="string"&&n.endsWith(Se);i.includes("-")||o?e.setProperty(i,o?n.slice(0,-11):n,o?pe:""):e[i]=n}}return oe}});var U=class extends Error{},V=class{constructor(t,e,i,n){this.video=t;this.hass=e;this.entityId=i;this.listener=n}#e=null;#t=0;#n=2e3;#s;#i;#o=0;#a=0;#l=!1;get moment(){return this.#e?.moment()??null}async open(){this.#r();let t=this.#t;try{let e=await this.#c();if(t!==this.#t){e.close();return}this.#e=e,this.#o=0,this.#a=Date.now(),this.#i=window.setInterval(()=>this.#u(),3e3/6),await this.video.play().catch(()=>{})}catch(e){if(t!==this.#t)return;e instanceof U?this.listener.unplayable():this.#d()}}close(){this.#r(),this.video.removeAttribute("src"),this.video.srcObject=null}#r(){this.#t+=1,window.clearTimeout(this.#s),window.clearInterval(this.#i),this.#e?.close(),this.#e=null}async#c(){let{frontend_stream_types:t}=await this.hass.connection.sendMessagePromise({type:"camera/capabilities",entity_id:this.entityId});if(t.includes("web_rtc")&&!this.#l&&"RTCPeerConnection"in window)try{return await Pe(this.hass,this.entityId,this.video)}catch(e){console.info("MyCamera: WebRTC is not possible, HLS instead:",e),this.#l=!0}if(t.includes("hls")||t.includes("web_rtc"))return Re(this.hass,this.entityId,this.video,this.#h);throw new U}#h=t=>{t?(this.#r(),this.listener.unplayable()):this.#d()};#d(){this.#r(),this.listener.interrupted(),this.#s=window.setTimeout(()=>{this.open()},this.#n),this.#n=Math.min(6e4,this.#n*2)}#u(){let t=this.video.getVideoPlaybackQuality().totalVideoFrames;if(t>this.#o){let e=this.#o===0;this.#o=t,this.#a=Date.now(),e&&(this.#n=2e3,this.listener.playing())}else Date.now()-this.#a>15e3&&!document.hidden?(this.#o===0&&(this.#l=!0),this.#d()):this.video.paused&&this.video.play().catch(()=>{})}};async function Re(r,t,e,i){let{url:n}=await r.connection.sendMessagePromise({type:"camera/stream",entity_id:t,format:"hls"}),{playLive:o}=await import("./live-hls-5T3T2S4S.js"),l=o(e,r.hassUrl(n),i);if(l===null)throw new U;return l}async function Pe(r,t,e){let i=await r.connection.sendMessagePromise({type:"camera/webrtc/get_client_config",entity_id:t}),n=new RTCPeerConnection(i.configuration),o=new MediaStream,l=null,x=!1,f=()=>{x=!0,l?.(),l=null,n.close(),e.srcObject=null};try{i.dataChannel&&n.createDataChannel(i.dataChannel),n.addTransceiver("audio",{direction:"recvonly"}),n.addTransceiver("video",{direction:"recvonly"}),n.ontrack=d=>{o.addTrack(d.track),e.srcObject=o};let _=null,M=[],E=d=>{r.connection.sendMessagePromise({type:"camera/webrtc/candidate",entity_id:t,session_id:_,candidate:d.toJSON()}).catch(()=>{})};n.onicecandidate=({candidate:d})=>{d?.candidate&&(_===null?M.push(d):E(d))};let S=await n.createOffer();await n.setLocalDescription(S),await new Promise((d,D)=>{window.setTimeout(()=>D(new Error("no answer")),12e3);let ke=$=>{if($.type==="session"){_=$.session_id;for(let Te of M.splice(0))E(Te)}else $.type==="answer"?n.setRemoteDescription({type:"answer",sdp:$.answer}).then(d,D):$.type==="candidate"?n.addIceCandidate($.candidate).catch(()=>{}):D(new Error($.code))};r.connection.subscribeMessage(ke,{type:"camera/webrtc/offer",entity_id:t,offer:S.sdp??""}).then($=>{x?$():l=$},D)})}catch(_){throw f(),_}return{moment:()=>null,close:f}}var je=Y`
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
`,fe=Y`
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
`;var j={scale:1,x:0,y:0},Oe=8;function ve(r,t,e){let i=(n,o)=>Math.min(0,Math.max(o,n));return{scale:r.scale,x:i(r.x,t*(1-r.scale)),y:i(r.y,e*(1-r.scale))}}function W(r,t,e,i,n){let o=Math.min(Oe,Math.max(1,r.scale*t)),l=o/r.scale;return ve({scale:o,x:e.x-(e.x-r.x)*l,y:e.y-(e.y-r.y)*l},i,n)}function ge(r,t,e,i,n){return ve({scale:r.scale,x:r.x+t,y:r.y+e},i,n)}var N=class{constructor(t){this.changed=t}#e=j;#t=new Map;reset(){this.#t.clear(),this.#i(j)}down(t){t.button===0&&(this.#t.set(t.pointerId,{x:t.clientX,y:t.clientY}),(this.#e.scale>1||this.#t.size>1)&&this.#s(t).setPointerCapture(t.pointerId))}up(t){this.#t.delete(t.pointerId)}moved(t){let e=this.#t.get(t.pointerId);if(!e)return;let i={x:t.clientX,y:t.clientY},{left:n,top:o,width:l,height:x}=this.#s(t).getBoundingClientRect(),f=[...this.#t.entries()].find(([E])=>E!==t.pointerId)?.[1];if(this.#t.set(t.pointerId,i),!f){this.#e.scale>1&&this.#i(ge(this.#e,i.x-e.x,i.y-e.y,l,x));return}let _=E=>Math.hypot(E.x-f.x,E.y-f.y),M={x:(i.x+f.x)/2-n,y:(i.y+f.y)/2-o};this.#i(W(this.#e,_(i)/Math.max(1,_(e)),M,l,x))}wheel(t){t.preventDefault(),this.#n(t,t.deltaY>0?.85:1.18)}doubled(t){this.#e.scale>1?this.reset():this.#n(t,2.5)}key(t,e){let{width:i,height:n}=e.getBoundingClientRect(),o={x:i/2,y:n/2},l=60,f={ArrowLeft:[l,0],ArrowRight:[-l,0],ArrowUp:[0,l],ArrowDown:[0,-l]}[t.key];if(t.key==="+")this.#i(W(this.#e,1.3,o,i,n));else if(t.key==="-")this.#i(W(this.#e,1/1.3,o,i,n));else if(t.key==="0")this.reset();else if(f&&this.#e.scale>1)this.#i(ge(this.#e,f[0],f[1],i,n));else return!1;return!0}#n(t,e){let{left:i,top:n,width:o,height:l}=this.#s(t).getBoundingClientRect();this.#i(W(this.#e,e,{x:t.clientX-i,y:t.clientY-n},o,l))}#s(t){return t.currentTarget}#i(t){this.#e=t,this.changed(t)}};var Le=2e3,be=5e3,Ae=100,Me=2500,w,k,b,T,I,L,P,y,H,a,ye,A,F,G,we,C,K,z,xe,_e,Ee,$e,h=class extends re{constructor(){super(...arguments);g(this,a);this.trail=null;this.streaming=!1;this.large=!1;this.plain=!1;this.connected=!0;this.still=null;this.shown="still";this.boxes=[];this.muted=!0;this.enlarged=j;this.size={width:16,height:9};g(this,w,null);g(this,k,null);g(this,b);g(this,T);g(this,I,0);g(this,L,!1);g(this,P,0);g(this,y,new N(e=>{this.enlarged=e}));g(this,H,new IntersectionObserver(e=>{c(this,L,e.at(-1)?.isIntersecting??!1),s(this,A).call(this)}));g(this,A,()=>{if(!(s(this,L)&&!document.hidden&&this.connected&&this.isConnected)){u(this,a,F).call(this);return}s(this,b)===void 0&&this.shown!=="video"&&u(this,a,C).call(this),this.streaming&&this.camera.entity_id!==null?u(this,a,we).call(this,this.camera.entity_id):u(this,a,G).call(this)});g(this,z,e=>{let i=e.target,n=i.videoWidth||i.naturalWidth,o=i.videoHeight||i.naturalHeight;n&&o&&(this.size={width:n,height:o})})}connectedCallback(){super.connectedCallback(),s(this,H).observe(this),document.addEventListener("visibilitychange",s(this,A))}disconnectedCallback(){super.disconnectedCallback(),s(this,H).disconnect(),c(this,L,!1),document.removeEventListener("visibilitychange",s(this,A)),u(this,a,F).call(this),this.still&&URL.revokeObjectURL(this.still),this.still=null}willUpdate(e){e.has("large")&&!this.large&&(s(this,y).reset(),this.muted=!0),e.has("connected")&&e.get("connected")===!1&&u(this,a,F).call(this)}updated(e){this.video&&(this.video.muted=this.muted),["streaming","connected","camera"].some(i=>e.has(i))&&s(this,A).call(this)}looked(){c(this,I,performance.now()),s(this,T)===void 0&&s(this,L)&&c(this,T,window.setInterval(()=>u(this,a,ye).call(this),Ae))}render(){let{camera:e,context:i,large:n}=this,{localize:o,hass:l}=i,{scale:x,x:f,y:_}=this.enlarged,M=e.recording_status!=="recording"&&e.recording_status!=="off",E=e.persons?ce(o,l.language,"in_view",e.persons):"",S=this.connected?M?o(`status_${e.recording_status}`):"":o("connection_lost");return v`<div
        class="stage ${S?"bad":""}"
        role=${n?"group":m}
        aria-label=${n?e.name:m}
        tabindex=${n?0:m}
        @wheel=${{handleEvent:d=>n&&s(this,y).wheel(d),passive:!1}}
        @pointerdown=${d=>n&&s(this,y).down(d)}
        @pointermove=${d=>n&&s(this,y).moved(d)}
        @pointerup=${d=>s(this,y).up(d)}
        @pointercancel=${d=>s(this,y).up(d)}
        @dblclick=${d=>n&&s(this,y).doubled(d)}
        @keydown=${d=>{n&&this.stage&&s(this,y).key(d,this.stage)&&d.preventDefault()}}
      >
        <div class="picture" style=${me({transform:`translate(${f}px, ${_}px) scale(${x})`})}>
          ${this.still&&this.shown!=="moving"?v`<img src=${this.still} alt="" @load=${s(this,z)} />`:m}
          ${u(this,a,_e).call(this)}
          <video
            class=${this.shown==="video"?"":"waiting"}
            muted
            playsinline
            autoplay
            aria-label=${o("live_of",{camera:e.name})}
            @loadedmetadata=${s(this,z)}
          ></video>
          ${u(this,a,Ee).call(this)}
        </div>
        ${this.still===null&&this.shown==="still"?v`<div class="nothing">
                ${S?q(te):v`<div class="spinner" role="progressbar" aria-label=${o("loading")}></div>`}
              </div>`:m}
      </div>
      ${n||this.plain?m:v`<button
              class="cover"
              aria-label=${[o("show_large",{camera:e.name}),S||E].filter(Boolean).join(", ")}
              @click=${()=>u(this,a,K).call(this,"watch")}
            ></button>`}
      ${this.plain&&!S?m:u(this,a,xe).call(this,S,E)}
      ${n?u(this,a,$e).call(this):m}`}};w=new WeakMap,k=new WeakMap,b=new WeakMap,T=new WeakMap,I=new WeakMap,L=new WeakMap,P=new WeakMap,y=new WeakMap,H=new WeakMap,a=new WeakSet,ye=function(){let{trail:e}=this,i=performance.now()-s(this,I)>Me,n=(this.shown==="video"?s(this,k)?.moment:null)??e?.newest??null;this.boxes=e&&n!==null&&!(i&&n===e.newest)?e.at(n):[],i&&this.boxes.length===0&&performance.now()-s(this,I)>2e4&&(window.clearInterval(s(this,T)),c(this,T,void 0))},A=new WeakMap,F=function(){c(this,P,s(this,P)+1),window.clearTimeout(s(this,b)),c(this,b,void 0),window.clearInterval(s(this,T)),c(this,T,void 0),u(this,a,G).call(this)},G=function(){s(this,k)?.close(),c(this,k,null),this.shown="still"},we=function(e){s(this,k)||!this.video||this.shown==="moving"||(c(this,k,new V(this.video,this.context.hass,e,{playing:()=>{this.shown="video",window.clearTimeout(s(this,b)),c(this,b,void 0)},interrupted:()=>{this.shown="still",s(this,b)===void 0&&u(this,a,C).call(this)},unplayable:()=>{c(this,k,null),s(this,w)?.moving_url&&(this.shown="moving")}})),s(this,k).open())},C=async function(){c(this,P,s(this,P)+1);let e=s(this,P);c(this,b,window.setTimeout(()=>{},be));let i=be;try{if(s(this,w)??c(this,w,await ae(this.context.hass,this.camera.camera_id)),s(this,w).still_url!==null){let n=await fetch(this.context.hass.hassUrl(s(this,w).still_url),{cache:"no-store"});if(n.ok){let o=URL.createObjectURL(await n.blob());if(e!==s(this,P))return URL.revokeObjectURL(o);this.still&&URL.revokeObjectURL(this.still),this.still=o,i=Le}else c(this,w,null)}}catch{c(this,w,null)}e===s(this,P)&&(window.clearTimeout(s(this,b)),c(this,b,window.setTimeout(()=>{c(this,b,void 0),this.shown==="still"&&u(this,a,C).call(this)},i)))},K=function(e){this.dispatchEvent(new CustomEvent(`mycamera-${e}`,{detail:this.camera.camera_id,bubbles:!0,composed:!0}))},z=new WeakMap,xe=function(e,i){let{camera:n}=this;return v`<div class="caption">
        <span class="dot ${n.recording_status}"></span>
        <span class="name" dir="auto">${n.name}</span>
        ${e?v`<span class="state">${e}</span>`:m}
        ${i&&!e?v`<span class="persons">${i}</span>`:m}
      </div>`},_e=function(){let e=s(this,w)?.moving_url;return this.shown!=="moving"||!e?m:v`<img
      src=${this.context.hass.hassUrl(e)}
      alt=${this.context.localize("live_of",{camera:this.camera.name})}
      @load=${s(this,z)}
      @error=${()=>{c(this,w,null),this.shown="still",u(this,a,C).call(this)}}
    />`},Ee=function(){if(this.boxes.length===0)return m;let{width:e,height:i}=this.size;return v`<svg class="boxes" viewBox="0 0 ${e} ${i}" aria-hidden="true">
      ${this.boxes.map(({box:[n,o,l,x]})=>se`<rect
          x=${n*e}
          y=${o*i}
          width=${(l-n)*e}
          height=${(x-o)*i}
          rx=${i/100}
        />`)}
    </svg>`},$e=function(){let{localize:e}=this.context,i=(n,o,l)=>v`<button
      class="icon-button"
      aria-label=${o}
      title=${o}
      @click=${l}
    >
      ${q(n)}
    </button>`;return v`<div class="controls top">${i(J,e("back_to_wall"),()=>u(this,a,K).call(this,"unwatch"))}</div>
      <div class="controls end">
        ${this.enlarged.scale>1?i(Z,e("whole_picture"),()=>s(this,y).reset()):m}
        ${this.shown==="video"?i(this.muted?ne:ie,e(this.muted?"sound_on":"sound_off"),()=>{this.muted=!this.muted}):m}
        ${i(ee,e("open_timeline"),()=>u(this,a,K).call(this,"timeline"))}
        ${document.fullscreenEnabled?i(Q,e("full_screen"),()=>{document.fullscreenElement?document.exitFullscreen():this.requestFullscreen()}):m}
      </div>`},h.styles=[de,fe],p([R({attribute:!1})],h.prototype,"context",2),p([R({attribute:!1})],h.prototype,"camera",2),p([R({attribute:!1})],h.prototype,"trail",2),p([R({type:Boolean})],h.prototype,"streaming",2),p([R({type:Boolean,reflect:!0})],h.prototype,"large",2),p([R({type:Boolean})],h.prototype,"plain",2),p([R({type:Boolean})],h.prototype,"connected",2),p([O()],h.prototype,"still",2),p([O()],h.prototype,"shown",2),p([O()],h.prototype,"boxes",2),p([O()],h.prototype,"muted",2),p([O()],h.prototype,"enlarged",2),p([O()],h.prototype,"size",2),p([X("video")],h.prototype,"video",2),p([X(".stage")],h.prototype,"stage",2),h=p([le("mycamera-live-tile")],h);export{he as a,ue as b,B as c,me as d,je as e,h as f};
/*! Bundled license information:

lit-html/directive.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/style-map.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
