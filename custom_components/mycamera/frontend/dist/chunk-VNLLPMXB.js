import{a as ce}from"./chunk-ILAZJCXU.js";import{G as se,Q as oe,ea as re,g as ne,ia as ae,ja as le,ka as de}from"./chunk-BHOWC5AJ.js";import{a as Y,b as v,c as J,e as m,g as Q,h as L,i as M,j as X,l as ee,m as te,q as ie,s as q}from"./chunk-S7JFIEZV.js";import{z as Z}from"./chunk-UXGMC5Z2.js";import{a as p,b as s,c as g,d as c,e as h}from"./chunk-ZORKPPHW.js";var A=class extends Error{},W=class{constructor(t,e,i,n){this.video=t;this.hass=e;this.entityId=i;this.listener=n}#e=null;#t=0;#n=2e3;#s;#i;#o=0;#a=0;#l=!1;get moment(){return this.#e?.moment()??null}async open(){this.#r();let t=this.#t;try{let e=await this.#c();if(t!==this.#t){e.close();return}this.#e=e,this.#o=0,this.#a=Date.now(),this.#i=window.setInterval(()=>this.#u(),3e3/6),await this.video.play().catch(()=>{})}catch(e){if(t!==this.#t)return;e instanceof A?this.listener.unplayable():this.#d()}}close(){this.#r(),this.video.removeAttribute("src"),this.video.srcObject=null}#r(){this.#t+=1,window.clearTimeout(this.#s),window.clearInterval(this.#i),this.#e?.close(),this.#e=null}async#c(){let{frontend_stream_types:t}=await this.hass.connection.sendMessagePromise({type:"camera/capabilities",entity_id:this.entityId});if(t.includes("web_rtc")&&!this.#l&&"RTCPeerConnection"in window)try{return await $e(this.hass,this.entityId,this.video)}catch(e){console.info("MyCamera: WebRTC is not possible, HLS instead:",e),this.#l=!0}if(t.includes("hls")||t.includes("web_rtc"))return Ee(this.hass,this.entityId,this.video,this.#h);throw new A}#h=t=>{t?(this.#r(),this.listener.unplayable()):this.#d()};#d(){this.#r(),this.listener.interrupted(),this.#s=window.setTimeout(()=>{this.open()},this.#n),this.#n=Math.min(6e4,this.#n*2)}#u(){let t=this.video.getVideoPlaybackQuality().totalVideoFrames;if(t>this.#o){let e=this.#o===0;this.#o=t,this.#a=Date.now(),e&&(this.#n=2e3,this.listener.playing())}else Date.now()-this.#a>15e3&&!document.hidden?(this.#o===0&&(this.#l=!0),this.#d()):this.video.paused&&this.video.play().catch(()=>{})}};async function Ee(a,t,e,i){let{url:n}=await a.connection.sendMessagePromise({type:"camera/stream",entity_id:t,format:"hls"}),{playLive:o}=await import("./live-hls-SHO2SNY3.js"),l=o(e,a.hassUrl(n),i);if(l===null)throw new A;return l}async function $e(a,t,e){let i=await a.connection.sendMessagePromise({type:"camera/webrtc/get_client_config",entity_id:t}),n=new RTCPeerConnection(i.configuration),o=new MediaStream,l=null,x=!1,f=()=>{x=!0,l?.(),l=null,n.close(),e.srcObject=null};try{i.dataChannel&&n.createDataChannel(i.dataChannel),n.addTransceiver("audio",{direction:"recvonly"}),n.addTransceiver("video",{direction:"recvonly"}),n.ontrack=d=>{o.addTrack(d.track),e.srcObject=o};let _=null,I=[],k=d=>{a.connection.sendMessagePromise({type:"camera/webrtc/candidate",entity_id:t,session_id:_,candidate:d.toJSON()}).catch(()=>{})};n.onicecandidate=({candidate:d})=>{d?.candidate&&(_===null?I.push(d):k(d))};let R=await n.createOffer();await n.setLocalDescription(R),await new Promise((d,V)=>{window.setTimeout(()=>V(new Error("no answer")),12e3);let _e=E=>{if(E.type==="session"){_=E.session_id;for(let ke of I.splice(0))k(ke)}else E.type==="answer"?n.setRemoteDescription({type:"answer",sdp:E.answer}).then(d,V):E.type==="candidate"?n.addIceCandidate(E.candidate).catch(()=>{}):V(new Error(E.code))};a.connection.subscribeMessage(_e,{type:"camera/webrtc/offer",entity_id:t,offer:R.sdp??""}).then(E=>{x?E():l=E},V)})}catch(_){throw f(),_}return{moment:()=>"now",close:f}}var Te=Y`
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
`,he=Y`
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
`;var j={scale:1,x:0,y:0},Se=8;function pe(a,t,e){let i=(n,o)=>Math.min(0,Math.max(o,n));return{scale:a.scale,x:i(a.x,t*(1-a.scale)),y:i(a.y,e*(1-a.scale))}}function B(a,t,e,i,n){let o=Math.min(Se,Math.max(1,a.scale*t)),l=o/a.scale;return pe({scale:o,x:e.x-(e.x-a.x)*l,y:e.y-(e.y-a.y)*l},i,n)}function ue(a,t,e,i,n){return pe({scale:a.scale,x:a.x+t,y:a.y+e},i,n)}var F=class{constructor(t){this.changed=t}#e=j;#t=new Map;reset(){this.#t.clear(),this.#i(j)}down(t){t.button===0&&(this.#t.set(t.pointerId,{x:t.clientX,y:t.clientY}),(this.#e.scale>1||this.#t.size>1)&&this.#s(t).setPointerCapture(t.pointerId))}up(t){this.#t.delete(t.pointerId)}moved(t){let e=this.#t.get(t.pointerId);if(!e)return;let i={x:t.clientX,y:t.clientY},{left:n,top:o,width:l,height:x}=this.#s(t).getBoundingClientRect(),f=[...this.#t.entries()].find(([k])=>k!==t.pointerId)?.[1];if(this.#t.set(t.pointerId,i),!f){this.#e.scale>1&&this.#i(ue(this.#e,i.x-e.x,i.y-e.y,l,x));return}let _=k=>Math.hypot(k.x-f.x,k.y-f.y),I={x:(i.x+f.x)/2-n,y:(i.y+f.y)/2-o};this.#i(B(this.#e,_(i)/Math.max(1,_(e)),I,l,x))}wheel(t){t.preventDefault(),this.#n(t,t.deltaY>0?.85:1.18)}doubled(t){this.#e.scale>1?this.reset():this.#n(t,2.5)}key(t,e){let{width:i,height:n}=e.getBoundingClientRect(),o={x:i/2,y:n/2},l=60,f={ArrowLeft:[l,0],ArrowRight:[-l,0],ArrowUp:[0,l],ArrowDown:[0,-l]}[t.key];if(t.key==="+")this.#i(B(this.#e,1.3,o,i,n));else if(t.key==="-")this.#i(B(this.#e,1/1.3,o,i,n));else if(t.key==="0")this.reset();else if(f&&this.#e.scale>1)this.#i(ue(this.#e,f[0],f[1],i,n));else return!1;return!0}#n(t,e){let{left:i,top:n,width:o,height:l}=this.#s(t).getBoundingClientRect();this.#i(B(this.#e,e,{x:t.clientX-i,y:t.clientY-n},o,l))}#s(t){return t.currentTarget}#i(t){this.#e=t,this.changed(t)}};var Re=2e3,me=5e3,Le=100,Pe=2e4,y,$,b,S,U,O,P,C,w,D,r,fe,T,N,G,ge,H,ve,K,z,be,we,ye,xe,u=class extends Q{constructor(){super(...arguments);g(this,r);this.trail=null;this.streaming=!1;this.large=!1;this.plain=!1;this.connected=!0;this.still=null;this.shown="still";this.boxes=[];this.muted=!0;this.enlarged=j;this.size={width:16,height:9};g(this,y,null);g(this,$,null);g(this,b);g(this,S);g(this,U,0);g(this,O,!1);g(this,P,0);g(this,C,0);g(this,w,new F(e=>{this.enlarged=e}));g(this,D,new IntersectionObserver(e=>{c(this,O,e.at(-1)?.isIntersecting??!1),s(this,T).call(this)}));g(this,T,()=>{if(!(s(this,O)&&!document.hidden&&this.connected&&this.isConnected)){h(this,r,N).call(this);return}s(this,b)===void 0&&this.shown!=="video"&&h(this,r,H).call(this),this.streaming&&this.camera.entity_id!==null?h(this,r,ge).call(this,this.camera.entity_id):h(this,r,G).call(this)});g(this,z,e=>{let i=e.target,n=i.videoWidth||i.naturalWidth,o=i.videoHeight||i.naturalHeight;n&&o&&(this.size={width:n,height:o})})}connectedCallback(){super.connectedCallback(),s(this,D).observe(this),document.addEventListener("visibilitychange",s(this,T))}disconnectedCallback(){super.disconnectedCallback(),s(this,D).disconnect(),c(this,O,!1),document.removeEventListener("visibilitychange",s(this,T)),h(this,r,N).call(this),this.still&&URL.revokeObjectURL(this.still),this.still=null}willUpdate(e){e.has("large")&&!this.large&&(s(this,w).reset(),this.muted=!0),e.has("connected")&&e.get("connected")===!1&&h(this,r,N).call(this)}updated(e){this.video&&(this.video.muted=this.muted),["streaming","connected","camera"].some(i=>e.has(i))&&s(this,T).call(this)}looked(){c(this,U,performance.now()),s(this,S)===void 0&&s(this,O)&&c(this,S,window.setInterval(()=>h(this,r,fe).call(this),Le))}render(){let{camera:e,context:i,large:n}=this,{localize:o,hass:l}=i,{scale:x,x:f,y:_}=this.enlarged,I=e.recording_status!=="recording"&&e.recording_status!=="off",k=e.persons?ie(o,l.language,"in_view",e.persons):"",R=this.connected?I?o(`status_${e.recording_status}`):"":o("connection_lost");return v`<div
        class="stage ${R?"bad":""}"
        role=${n?"group":m}
        aria-label=${n?e.name:m}
        tabindex=${n?0:m}
        @wheel=${{handleEvent:d=>n&&s(this,w).wheel(d),passive:!1}}
        @pointerdown=${d=>n&&s(this,w).down(d)}
        @pointermove=${d=>n&&s(this,w).moved(d)}
        @pointerup=${d=>s(this,w).up(d)}
        @pointercancel=${d=>s(this,w).up(d)}
        @dblclick=${d=>n&&s(this,w).doubled(d)}
        @keydown=${d=>{n&&this.stage&&s(this,w).key(d,this.stage)&&d.preventDefault()}}
      >
        <div class="picture" style=${ce({transform:`translate(${f}px, ${_}px) scale(${x})`})}>
          ${this.still&&this.shown!=="moving"?v`<img src=${this.still} alt="" @load=${s(this,z)} />`:m}
          ${h(this,r,we).call(this)}
          <video
            class=${this.shown==="video"?"":"waiting"}
            muted
            playsinline
            autoplay
            aria-label=${o("live_of",{camera:e.name})}
            @loadedmetadata=${s(this,z)}
          ></video>
          ${h(this,r,ye).call(this)}
        </div>
        ${this.still===null&&this.shown==="still"?v`<div class="nothing">
                ${R?q(ae):v`<div class="spinner" role="progressbar" aria-label=${o("loading")}></div>`}
              </div>`:m}
      </div>
      ${n||this.plain?m:v`<button
              class="cover"
              aria-label=${[o("show_large",{camera:e.name}),R||k].filter(Boolean).join(", ")}
              @click=${()=>h(this,r,K).call(this,"watch")}
            ></button>`}
      ${this.plain&&!R?m:h(this,r,be).call(this,R,k)}
      ${n?h(this,r,xe).call(this):m}`}};y=new WeakMap,$=new WeakMap,b=new WeakMap,S=new WeakMap,U=new WeakMap,O=new WeakMap,P=new WeakMap,C=new WeakMap,w=new WeakMap,D=new WeakMap,r=new WeakSet,fe=function(){let e=performance.now()-s(this,U),i=this.shown==="video"?s(this,$)?.moment??null:null;this.boxes=this.trail?.on(i,s(this,C),e)??[],this.boxes.length===0&&e>Pe&&(window.clearInterval(s(this,S)),c(this,S,void 0))},T=new WeakMap,N=function(){c(this,P,s(this,P)+1),window.clearTimeout(s(this,b)),c(this,b,void 0),window.clearInterval(s(this,S)),c(this,S,void 0),h(this,r,G).call(this)},G=function(){s(this,$)?.close(),c(this,$,null),this.shown="still"},ge=function(e){s(this,$)||!this.video||this.shown==="moving"||(c(this,$,new W(this.video,this.context.hass,e,{playing:()=>{this.shown="video",window.clearTimeout(s(this,b)),c(this,b,void 0)},interrupted:()=>{this.shown="still",s(this,b)===void 0&&h(this,r,H).call(this)},unplayable:()=>{c(this,$,null),s(this,y)?.moving_url&&(this.shown="moving")}})),s(this,$).open())},H=async function(){c(this,P,s(this,P)+1);let e=s(this,P);c(this,b,window.setTimeout(()=>{},me));let i=me;try{if(s(this,y)??c(this,y,await h(this,r,ve).call(this)),s(this,y).still_url!==null){let n=await fetch(this.context.hass.hassUrl(s(this,y).still_url),{cache:"no-store"});if(n.ok){let o=URL.createObjectURL(await n.blob());if(e!==s(this,P))return URL.revokeObjectURL(o);this.still&&URL.revokeObjectURL(this.still),this.still=o,i=Re}else c(this,y,null)}}catch{c(this,y,null)}e===s(this,P)&&(window.clearTimeout(s(this,b)),c(this,b,window.setTimeout(()=>{c(this,b,void 0),this.shown==="still"&&h(this,r,H).call(this)},i)))},ve=async function(){let e=Date.now(),i=await Z(this.context.hass,this.camera.camera_id);return c(this,C,Date.parse(i.now)-(e+Date.now())/2),i},K=function(e){this.dispatchEvent(new CustomEvent(`mycamera-${e}`,{detail:this.camera.camera_id,bubbles:!0,composed:!0}))},z=new WeakMap,be=function(e,i){let{camera:n}=this;return v`<div class="caption">
        <span class="dot ${n.recording_status}"></span>
        <span class="name" dir="auto">${n.name}</span>
        ${e?v`<span class="state">${e}</span>`:m}
        ${i&&!e?v`<span class="persons">${i}</span>`:m}
      </div>`},we=function(){let e=s(this,y)?.moving_url;return this.shown!=="moving"||!e?m:v`<img
      src=${this.context.hass.hassUrl(e)}
      alt=${this.context.localize("live_of",{camera:this.camera.name})}
      @load=${s(this,z)}
      @error=${()=>{c(this,y,null),this.shown="still",h(this,r,H).call(this)}}
    />`},ye=function(){if(this.boxes.length===0)return m;let{width:e,height:i}=this.size;return v`<svg class="boxes" viewBox="0 0 ${e} ${i}" aria-hidden="true">
      ${this.boxes.map(({box:[n,o,l,x]})=>J`<rect
          x=${n*e}
          y=${o*i}
          width=${(l-n)*e}
          height=${(x-o)*i}
          rx=${i/100}
        />`)}
    </svg>`},xe=function(){let{localize:e}=this.context,i=(n,o,l)=>v`<button
      class="icon-button"
      aria-label=${o}
      title=${o}
      @click=${l}
    >
      ${q(n)}
    </button>`;return v`<div class="controls top">${i(ne,e("back_to_wall"),()=>h(this,r,K).call(this,"unwatch"))}</div>
      <div class="controls end">
        ${this.enlarged.scale>1?i(oe,e("whole_picture"),()=>s(this,w).reset()):m}
        ${this.shown==="video"?i(this.muted?de:le,e(this.muted?"sound_on":"sound_off"),()=>{this.muted=!this.muted}):m}
        ${i(re,e("open_timeline"),()=>h(this,r,K).call(this,"timeline"))}
        ${document.fullscreenEnabled?i(se,e("full_screen"),()=>{document.fullscreenElement?document.exitFullscreen():this.requestFullscreen()}):m}
      </div>`},u.styles=[te,he],p([L({attribute:!1})],u.prototype,"context",2),p([L({attribute:!1})],u.prototype,"camera",2),p([L({attribute:!1})],u.prototype,"trail",2),p([L({type:Boolean})],u.prototype,"streaming",2),p([L({type:Boolean,reflect:!0})],u.prototype,"large",2),p([L({type:Boolean})],u.prototype,"plain",2),p([L({type:Boolean})],u.prototype,"connected",2),p([M()],u.prototype,"still",2),p([M()],u.prototype,"shown",2),p([M()],u.prototype,"boxes",2),p([M()],u.prototype,"muted",2),p([M()],u.prototype,"enlarged",2),p([M()],u.prototype,"size",2),p([X("video")],u.prototype,"video",2),p([X(".stage")],u.prototype,"stage",2),u=p([ee("mycamera-live-tile")],u);export{Te as a,u as b};
