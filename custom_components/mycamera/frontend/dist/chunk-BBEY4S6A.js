import{G as Z,Q as ee,ea as te,g as Q,ia as ie,ja as se,ka as ne}from"./chunk-BHOWC5AJ.js";import{a as X,b as v,c as oe,d as re,e as m,g as ae,h as R,i as M,j as q,l as de,m as ce,q as he,s as G}from"./chunk-BUDGD7YW.js";import{B as le}from"./chunk-AEKD4G6A.js";import{a as p,b as n,c as g,d as c,e as h}from"./chunk-ZORKPPHW.js";var ue={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},pe=r=>(...t)=>({_$litDirective$:r,values:t}),V=class{constructor(t){}get _$AU(){return this._$AM._$AU}_$AT(t,e,i){this._$Ct=t,this._$AM=e,this._$Ci=i}_$AS(t,e){return this.update(t,e)}update(t,e){return this.render(...e)}};var me="important",Pe=" !"+me,fe=pe(class extends V{constructor(r){if(super(r),r.type!==ue.ATTRIBUTE||r.name!=="style"||r.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(r){return Object.keys(r).reduce((t,e)=>{let i=r[e];return i==null?t:t+`${e=e.includes("-")?e:e.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${i};`},"")}update(r,[t]){let{style:e}=r.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(t)),this.render(t);for(let i of this.ft)t[i]==null&&(this.ft.delete(i),i.includes("-")?e.removeProperty(i):e[i]=null);for(let i in t){let s=t[i];if(s!=null){this.ft.add(i);let o=typeof s=="string"&&s.endsWith(Pe);i.includes("-")||o?e.setProperty(i,o?s.slice(0,-11):s,o?me:""):e[i]=s}}return re}});var z=class extends Error{},W=class{constructor(t,e,i,s){this.video=t;this.hass=e;this.entityId=i;this.listener=s}#e=null;#t=0;#s=2e3;#n;#i;#o=0;#a=0;#l=!1;get moment(){return this.#e?.moment()??null}async open(){this.#r();let t=this.#t;try{let e=await this.#c();if(t!==this.#t){e.close();return}this.#e=e,this.#o=0,this.#a=Date.now(),this.#i=window.setInterval(()=>this.#u(),3e3/6),await this.video.play().catch(()=>{})}catch(e){if(t!==this.#t)return;e instanceof z?this.listener.unplayable():this.#d()}}close(){this.#r(),this.video.removeAttribute("src"),this.video.srcObject=null}#r(){this.#t+=1,window.clearTimeout(this.#n),window.clearInterval(this.#i),this.#e?.close(),this.#e=null}async#c(){let{frontend_stream_types:t}=await this.hass.connection.sendMessagePromise({type:"camera/capabilities",entity_id:this.entityId});if(t.includes("web_rtc")&&!this.#l&&"RTCPeerConnection"in window)try{return await Ae(this.hass,this.entityId,this.video)}catch(e){console.info("MyCamera: WebRTC is not possible, HLS instead:",e),this.#l=!0}if(t.includes("hls")||t.includes("web_rtc"))return Me(this.hass,this.entityId,this.video,this.#h);throw new z}#h=t=>{t?(this.#r(),this.listener.unplayable()):this.#d()};#d(){this.#r(),this.listener.interrupted(),this.#n=window.setTimeout(()=>{this.open()},this.#s),this.#s=Math.min(6e4,this.#s*2)}#u(){let t=this.video.getVideoPlaybackQuality().totalVideoFrames;if(t>this.#o){let e=this.#o===0;this.#o=t,this.#a=Date.now(),e&&(this.#s=2e3,this.listener.playing())}else Date.now()-this.#a>15e3&&!document.hidden?(this.#o===0&&(this.#l=!0),this.#d()):this.video.paused&&this.video.play().catch(()=>{})}};async function Me(r,t,e,i){let{url:s}=await r.connection.sendMessagePromise({type:"camera/stream",entity_id:t,format:"hls"}),{playLive:o}=await import("./live-hls-SHO2SNY3.js"),l=o(e,r.hassUrl(s),i);if(l===null)throw new z;return l}async function Ae(r,t,e){let i=await r.connection.sendMessagePromise({type:"camera/webrtc/get_client_config",entity_id:t}),s=new RTCPeerConnection(i.configuration),o=new MediaStream,l=null,x=!1,f=()=>{x=!0,l?.(),l=null,s.close(),e.srcObject=null};try{i.dataChannel&&s.createDataChannel(i.dataChannel),s.addTransceiver("audio",{direction:"recvonly"}),s.addTransceiver("video",{direction:"recvonly"}),s.ontrack=d=>{o.addTrack(d.track),e.srcObject=o};let _=null,O=[],$=d=>{r.connection.sendMessagePromise({type:"camera/webrtc/candidate",entity_id:t,session_id:_,candidate:d.toJSON()}).catch(()=>{})};s.onicecandidate=({candidate:d})=>{d?.candidate&&(_===null?O.push(d):$(d))};let S=await s.createOffer();await s.setLocalDescription(S),await new Promise((d,B)=>{window.setTimeout(()=>B(new Error("no answer")),12e3);let Se=E=>{if(E.type==="session"){_=E.session_id;for(let Re of O.splice(0))$(Re)}else E.type==="answer"?s.setRemoteDescription({type:"answer",sdp:E.answer}).then(d,B):E.type==="candidate"?s.addIceCandidate(E.candidate).catch(()=>{}):B(new Error(E.code))};r.connection.subscribeMessage(Se,{type:"camera/webrtc/offer",entity_id:t,offer:S.sdp??""}).then(E=>{x?E():l=E},B)})}catch(_){throw f(),_}return{moment:()=>"now",close:f}}var Fe=X`
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
`,ge=X`
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
`;var N={scale:1,x:0,y:0},Le=8;function be(r,t,e){let i=(s,o)=>Math.min(0,Math.max(o,s));return{scale:r.scale,x:i(r.x,t*(1-r.scale)),y:i(r.y,e*(1-r.scale))}}function j(r,t,e,i,s){let o=Math.min(Le,Math.max(1,r.scale*t)),l=o/r.scale;return be({scale:o,x:e.x-(e.x-r.x)*l,y:e.y-(e.y-r.y)*l},i,s)}function ve(r,t,e,i,s){return be({scale:r.scale,x:r.x+t,y:r.y+e},i,s)}var F=class{constructor(t){this.changed=t}#e=N;#t=new Map;reset(){this.#t.clear(),this.#i(N)}down(t){t.button===0&&(this.#t.set(t.pointerId,{x:t.clientX,y:t.clientY}),(this.#e.scale>1||this.#t.size>1)&&this.#n(t).setPointerCapture(t.pointerId))}up(t){this.#t.delete(t.pointerId)}moved(t){let e=this.#t.get(t.pointerId);if(!e)return;let i={x:t.clientX,y:t.clientY},{left:s,top:o,width:l,height:x}=this.#n(t).getBoundingClientRect(),f=[...this.#t.entries()].find(([$])=>$!==t.pointerId)?.[1];if(this.#t.set(t.pointerId,i),!f){this.#e.scale>1&&this.#i(ve(this.#e,i.x-e.x,i.y-e.y,l,x));return}let _=$=>Math.hypot($.x-f.x,$.y-f.y),O={x:(i.x+f.x)/2-s,y:(i.y+f.y)/2-o};this.#i(j(this.#e,_(i)/Math.max(1,_(e)),O,l,x))}wheel(t){t.preventDefault(),this.#s(t,t.deltaY>0?.85:1.18)}doubled(t){this.#e.scale>1?this.reset():this.#s(t,2.5)}key(t,e){let{width:i,height:s}=e.getBoundingClientRect(),o={x:i/2,y:s/2},l=60,f={ArrowLeft:[l,0],ArrowRight:[-l,0],ArrowUp:[0,l],ArrowDown:[0,-l]}[t.key];if(t.key==="+")this.#i(j(this.#e,1.3,o,i,s));else if(t.key==="-")this.#i(j(this.#e,1/1.3,o,i,s));else if(t.key==="0")this.reset();else if(f&&this.#e.scale>1)this.#i(ve(this.#e,f[0],f[1],i,s));else return!1;return!0}#s(t,e){let{left:i,top:s,width:o,height:l}=this.#n(t).getBoundingClientRect();this.#i(j(this.#e,e,{x:t.clientX-i,y:t.clientY-s},o,l))}#n(t){return t.currentTarget}#i(t){this.#e=t,this.changed(t)}};var Oe=2e3,ye=5e3,Ie=100,ze=2e4,w,k,b,T,C,A,P,H,y,D,a,we,L,Y,J,xe,U,_e,K,I,$e,Ee,ke,Te,u=class extends ae{constructor(){super(...arguments);g(this,a);this.trail=null;this.streaming=!1;this.large=!1;this.plain=!1;this.connected=!0;this.still=null;this.shown="still";this.boxes=[];this.muted=!0;this.enlarged=N;this.size={width:16,height:9};g(this,w,null);g(this,k,null);g(this,b);g(this,T);g(this,C,0);g(this,A,!1);g(this,P,0);g(this,H,0);g(this,y,new F(e=>{this.enlarged=e}));g(this,D,new IntersectionObserver(e=>{c(this,A,e.at(-1)?.isIntersecting??!1),n(this,L).call(this)}));g(this,L,()=>{if(!(n(this,A)&&!document.hidden&&this.connected&&this.isConnected)){h(this,a,Y).call(this);return}n(this,b)===void 0&&this.shown!=="video"&&h(this,a,U).call(this),this.streaming&&this.camera.entity_id!==null?h(this,a,xe).call(this,this.camera.entity_id):h(this,a,J).call(this)});g(this,I,e=>{let i=e.target,s=i.videoWidth||i.naturalWidth,o=i.videoHeight||i.naturalHeight;s&&o&&(this.size={width:s,height:o})})}connectedCallback(){super.connectedCallback(),n(this,D).observe(this),document.addEventListener("visibilitychange",n(this,L))}disconnectedCallback(){super.disconnectedCallback(),n(this,D).disconnect(),c(this,A,!1),document.removeEventListener("visibilitychange",n(this,L)),h(this,a,Y).call(this),this.still&&URL.revokeObjectURL(this.still),this.still=null}willUpdate(e){e.has("large")&&!this.large&&(n(this,y).reset(),this.muted=!0),e.has("connected")&&e.get("connected")===!1&&h(this,a,Y).call(this)}updated(e){this.video&&(this.video.muted=this.muted),["streaming","connected","camera"].some(i=>e.has(i))&&n(this,L).call(this)}looked(){c(this,C,performance.now()),n(this,T)===void 0&&n(this,A)&&c(this,T,window.setInterval(()=>h(this,a,we).call(this),Ie))}render(){let{camera:e,context:i,large:s}=this,{localize:o,hass:l}=i,{scale:x,x:f,y:_}=this.enlarged,O=e.recording_status!=="recording"&&e.recording_status!=="off",$=e.persons?he(o,l.language,"in_view",e.persons):"",S=this.connected?O?o(`status_${e.recording_status}`):"":o("connection_lost");return v`<div
        class="stage ${S?"bad":""}"
        role=${s?"group":m}
        aria-label=${s?e.name:m}
        tabindex=${s?0:m}
        @wheel=${{handleEvent:d=>s&&n(this,y).wheel(d),passive:!1}}
        @pointerdown=${d=>s&&n(this,y).down(d)}
        @pointermove=${d=>s&&n(this,y).moved(d)}
        @pointerup=${d=>n(this,y).up(d)}
        @pointercancel=${d=>n(this,y).up(d)}
        @dblclick=${d=>s&&n(this,y).doubled(d)}
        @keydown=${d=>{s&&this.stage&&n(this,y).key(d,this.stage)&&d.preventDefault()}}
      >
        <div class="picture" style=${fe({transform:`translate(${f}px, ${_}px) scale(${x})`})}>
          ${this.still&&this.shown!=="moving"?v`<img src=${this.still} alt="" @load=${n(this,I)} />`:m}
          ${h(this,a,Ee).call(this)}
          <video
            class=${this.shown==="video"?"":"waiting"}
            muted
            playsinline
            autoplay
            aria-label=${o("live_of",{camera:e.name})}
            @loadedmetadata=${n(this,I)}
          ></video>
          ${h(this,a,ke).call(this)}
        </div>
        ${this.still===null&&this.shown==="still"?v`<div class="nothing">
                ${S?G(ie):v`<div class="spinner" role="progressbar" aria-label=${o("loading")}></div>`}
              </div>`:m}
      </div>
      ${s||this.plain?m:v`<button
              class="cover"
              aria-label=${[o("show_large",{camera:e.name}),S||$].filter(Boolean).join(", ")}
              @click=${()=>h(this,a,K).call(this,"watch")}
            ></button>`}
      ${this.plain&&!S?m:h(this,a,$e).call(this,S,$)}
      ${s?h(this,a,Te).call(this):m}`}};w=new WeakMap,k=new WeakMap,b=new WeakMap,T=new WeakMap,C=new WeakMap,A=new WeakMap,P=new WeakMap,H=new WeakMap,y=new WeakMap,D=new WeakMap,a=new WeakSet,we=function(){let e=performance.now()-n(this,C),i=this.shown==="video"?n(this,k)?.moment??null:null;this.boxes=this.trail?.on(i,n(this,H),e)??[],this.boxes.length===0&&e>ze&&(window.clearInterval(n(this,T)),c(this,T,void 0))},L=new WeakMap,Y=function(){c(this,P,n(this,P)+1),window.clearTimeout(n(this,b)),c(this,b,void 0),window.clearInterval(n(this,T)),c(this,T,void 0),h(this,a,J).call(this)},J=function(){n(this,k)?.close(),c(this,k,null),this.shown="still"},xe=function(e){n(this,k)||!this.video||this.shown==="moving"||(c(this,k,new W(this.video,this.context.hass,e,{playing:()=>{this.shown="video",window.clearTimeout(n(this,b)),c(this,b,void 0)},interrupted:()=>{this.shown="still",n(this,b)===void 0&&h(this,a,U).call(this)},unplayable:()=>{c(this,k,null),n(this,w)?.moving_url&&(this.shown="moving")}})),n(this,k).open())},U=async function(){c(this,P,n(this,P)+1);let e=n(this,P);c(this,b,window.setTimeout(()=>{},ye));let i=ye;try{if(n(this,w)??c(this,w,await h(this,a,_e).call(this)),n(this,w).still_url!==null){let s=await fetch(this.context.hass.hassUrl(n(this,w).still_url),{cache:"no-store"});if(s.ok){let o=URL.createObjectURL(await s.blob());if(e!==n(this,P))return URL.revokeObjectURL(o);this.still&&URL.revokeObjectURL(this.still),this.still=o,i=Oe}else c(this,w,null)}}catch{c(this,w,null)}e===n(this,P)&&(window.clearTimeout(n(this,b)),c(this,b,window.setTimeout(()=>{c(this,b,void 0),this.shown==="still"&&h(this,a,U).call(this)},i)))},_e=async function(){let e=Date.now(),i=await le(this.context.hass,this.camera.camera_id);return c(this,H,Date.parse(i.now)-(e+Date.now())/2),i},K=function(e){this.dispatchEvent(new CustomEvent(`mycamera-${e}`,{detail:this.camera.camera_id,bubbles:!0,composed:!0}))},I=new WeakMap,$e=function(e,i){let{camera:s}=this;return v`<div class="caption">
        <span class="dot ${s.recording_status}"></span>
        <span class="name" dir="auto">${s.name}</span>
        ${e?v`<span class="state">${e}</span>`:m}
        ${i&&!e?v`<span class="persons">${i}</span>`:m}
      </div>`},Ee=function(){let e=n(this,w)?.moving_url;return this.shown!=="moving"||!e?m:v`<img
      src=${this.context.hass.hassUrl(e)}
      alt=${this.context.localize("live_of",{camera:this.camera.name})}
      @load=${n(this,I)}
      @error=${()=>{c(this,w,null),this.shown="still",h(this,a,U).call(this)}}
    />`},ke=function(){if(this.boxes.length===0)return m;let{width:e,height:i}=this.size;return v`<svg class="boxes" viewBox="0 0 ${e} ${i}" aria-hidden="true">
      ${this.boxes.map(({box:[s,o,l,x]})=>oe`<rect
          x=${s*e}
          y=${o*i}
          width=${(l-s)*e}
          height=${(x-o)*i}
          rx=${i/100}
        />`)}
    </svg>`},Te=function(){let{localize:e}=this.context,i=(s,o,l)=>v`<button
      class="icon-button"
      aria-label=${o}
      title=${o}
      @click=${l}
    >
      ${G(s)}
    </button>`;return v`<div class="controls top">${i(Q,e("back_to_wall"),()=>h(this,a,K).call(this,"unwatch"))}</div>
      <div class="controls end">
        ${this.enlarged.scale>1?i(ee,e("whole_picture"),()=>n(this,y).reset()):m}
        ${this.shown==="video"?i(this.muted?ne:se,e(this.muted?"sound_on":"sound_off"),()=>{this.muted=!this.muted}):m}
        ${i(te,e("open_timeline"),()=>h(this,a,K).call(this,"timeline"))}
        ${document.fullscreenEnabled?i(Z,e("full_screen"),()=>{document.fullscreenElement?document.exitFullscreen():this.requestFullscreen()}):m}
      </div>`},u.styles=[ce,ge],p([R({attribute:!1})],u.prototype,"context",2),p([R({attribute:!1})],u.prototype,"camera",2),p([R({attribute:!1})],u.prototype,"trail",2),p([R({type:Boolean})],u.prototype,"streaming",2),p([R({type:Boolean,reflect:!0})],u.prototype,"large",2),p([R({type:Boolean})],u.prototype,"plain",2),p([R({type:Boolean})],u.prototype,"connected",2),p([M()],u.prototype,"still",2),p([M()],u.prototype,"shown",2),p([M()],u.prototype,"boxes",2),p([M()],u.prototype,"muted",2),p([M()],u.prototype,"enlarged",2),p([M()],u.prototype,"size",2),p([q("video")],u.prototype,"video",2),p([q(".stage")],u.prototype,"stage",2),u=p([de("mycamera-live-tile")],u);export{ue as a,pe as b,V as c,fe as d,Fe as e,u as f};
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
