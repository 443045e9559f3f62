import{a as xe}from"./chunk-LWKKWOXG.js";import{G as pe,Q as me,T as fe,U as be,g as ue,ga as ve,ka as ge,la as ye,ma as we}from"./chunk-2T6RHLYP.js";import{a as D,b as g,c as de,e as v,g as K,h as k,i as S,j as re,l as X,m as G,q as he,s as W}from"./chunk-HU3JNPAX.js";import{z as ce}from"./chunk-UXGMC5Z2.js";import{a as d,b as o,c as m,d as c,e as u}from"./chunk-ZORKPPHW.js";async function J(a,t,e,i){let n=await a.connection.sendMessagePromise({type:"camera/webrtc/get_client_config",entity_id:t});e.throwIfAborted();let s=new RTCPeerConnection(n.configuration),r=null,f=!1,p=y=>{Promise.resolve(y()).catch(()=>{})},z=()=>{f=!0,r&&p(r),r=null,s.close()},H;try{n.dataChannel&&s.createDataChannel(n.dataChannel),i(s);let y=null,P=[],b=I=>{a.connection.sendMessagePromise({type:"camera/webrtc/candidate",entity_id:t,session_id:y,candidate:I.toJSON()}).catch(()=>{})};s.onicecandidate=({candidate:I})=>{I?.candidate&&(y===null?P.push(I):b(I))};let le=await s.createOffer();await s.setLocalDescription(le),e.throwIfAborted(),await new Promise((I,U)=>{H=globalThis.setTimeout(()=>U(new Error("no answer")),12e3),e.addEventListener("abort",()=>U(e.reason),{once:!0});let Oe=E=>{if(E.type==="session"){y=E.session_id;for(let Ce of P.splice(0))b(Ce)}else E.type==="answer"?s.setRemoteDescription({type:"answer",sdp:E.answer}).then(I,U):E.type==="candidate"?s.addIceCandidate(E.candidate).catch(()=>{}):U(new Error(E.code))};a.connection.subscribeMessage(Oe,{type:"camera/webrtc/offer",entity_id:t,offer:le.sdp??""},{resubscribe:!1}).then(E=>{f?p(E):r=E},U)})}catch(y){throw z(),y}finally{globalThis.clearTimeout(H)}return{peer:s,close:z}}var He=15e3,Ve=3e3,ke=2e3,Ue=6e4,N=class extends Error{},Q=class{constructor(t,e,i,n){this.video=t;this.hass=e;this.entityId=i;this.listener=n}#e=null;#t=0;#o=new AbortController;#n=ke;#i;#a;#r=0;#s=0;#d=!1;get moment(){return this.#e?.moment()??null}get takesVoice(){return this.#e?.takesVoice??!1}async open(){this.#l();let t=this.#t;this.#o=new AbortController;try{let e=await this.#h(this.#o.signal);if(t!==this.#t){e.close();return}this.#e=e,this.#r=0,this.#s=Date.now(),this.#a=window.setInterval(()=>this.#p(),Ve/6),await this.video.play().catch(()=>{})}catch(e){if(t!==this.#t)return;e instanceof N?this.listener.unplayable():this.#c()}}close(){this.#l(),this.video.removeAttribute("src"),this.video.srcObject=null}#l(){this.#t+=1,this.#o.abort(),window.clearTimeout(this.#i),window.clearInterval(this.#a),this.#e?.close(),this.#e=null}async#h(t){let{frontend_stream_types:e,two_way_audio:i}=await this.hass.connection.sendMessagePromise({type:"camera/capabilities",entity_id:this.entityId});if(e.includes("web_rtc")&&!this.#d&&"RTCPeerConnection"in window)try{return{...await We(this.hass,this.entityId,this.video,t),takesVoice:i}}catch(n){t.throwIfAborted(),console.info("MyCamera: WebRTC is not possible, HLS instead:",n),this.#d=!0}if(e.includes("hls")||e.includes("web_rtc"))return De(this.hass,this.entityId,this.video,this.#u);throw new N}#u=t=>{t?(this.#l(),this.listener.unplayable()):this.#c()};#c(){this.#l(),this.listener.interrupted(),this.#i=window.setTimeout(()=>{this.open()},this.#n),this.#n=Math.min(Ue,this.#n*2)}#p(){let t=this.video.getVideoPlaybackQuality().totalVideoFrames;if(t>this.#r){let e=this.#r===0;this.#r=t,this.#s=Date.now(),e&&(this.#n=ke,this.listener.playing())}else Date.now()-this.#s>He&&!document.hidden?(this.#r===0&&(this.#d=!0),this.#c()):this.video.paused&&this.video.play().catch(()=>{})}};async function De(a,t,e,i){let{url:n}=await a.connection.sendMessagePromise({type:"camera/stream",entity_id:t,format:"hls"}),{playLive:s}=await import("./live-hls-SHO2SNY3.js"),r=s(e,a.hassUrl(n),i);if(r===null)throw new N;return r}async function We(a,t,e,i){let n=new MediaStream,s=await J(a,t,i,r=>{r.addTransceiver("audio",{direction:"recvonly"}),r.addTransceiver("video",{direction:"recvonly"}),r.ontrack=f=>{n.addTrack(f.track),e.srcObject=n}});return{moment:()=>"now",close:()=>{s.close(),e.srcObject=null}}}var Qe=D`
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
`,_e=D`
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
`;var ee={scale:1,x:0,y:0},Ne=8;function Ee(a,t,e){let i=(n,s)=>Math.min(0,Math.max(s,n));return{scale:a.scale,x:i(a.x,t*(1-a.scale)),y:i(a.y,e*(1-a.scale))}}function Z(a,t,e,i,n){let s=Math.min(Ne,Math.max(1,a.scale*t)),r=s/a.scale;return Ee({scale:s,x:e.x-(e.x-a.x)*r,y:e.y-(e.y-a.y)*r},i,n)}function $e(a,t,e,i,n){return Ee({scale:a.scale,x:a.x+t,y:a.y+e},i,n)}var te=class{constructor(t){this.changed=t}#e=ee;#t=new Map;reset(){this.#t.clear(),this.#i(ee)}down(t){t.button===0&&(this.#t.set(t.pointerId,{x:t.clientX,y:t.clientY}),(this.#e.scale>1||this.#t.size>1)&&this.#n(t).setPointerCapture(t.pointerId))}up(t){this.#t.delete(t.pointerId)}moved(t){let e=this.#t.get(t.pointerId);if(!e)return;let i={x:t.clientX,y:t.clientY},{left:n,top:s,width:r,height:f}=this.#n(t).getBoundingClientRect(),p=[...this.#t.entries()].find(([y])=>y!==t.pointerId)?.[1];if(this.#t.set(t.pointerId,i),!p){this.#e.scale>1&&this.#i($e(this.#e,i.x-e.x,i.y-e.y,r,f));return}let z=y=>Math.hypot(y.x-p.x,y.y-p.y),H={x:(i.x+p.x)/2-n,y:(i.y+p.y)/2-s};this.#i(Z(this.#e,z(i)/Math.max(1,z(e)),H,r,f))}wheel(t){t.preventDefault(),this.#o(t,t.deltaY>0?.85:1.18)}doubled(t){this.#e.scale>1?this.reset():this.#o(t,2.5)}key(t,e){let{width:i,height:n}=e.getBoundingClientRect(),s={x:i/2,y:n/2},r=60,p={ArrowLeft:[r,0],ArrowRight:[-r,0],ArrowUp:[0,r],ArrowDown:[0,-r]}[t.key];if(t.key==="+")this.#i(Z(this.#e,1.3,s,i,n));else if(t.key==="-")this.#i(Z(this.#e,1/1.3,s,i,n));else if(t.key==="0")this.reset();else if(p&&this.#e.scale>1)this.#i($e(this.#e,p[0],p[1],i,n));else return!1;return!0}#o(t,e){let{left:i,top:n,width:s,height:r}=this.#n(t).getBoundingClientRect();this.#i(Z(this.#e,e,{x:t.clientX-i,y:t.clientY-n},s,r))}#n(t){return t.currentTarget}#i(t){this.#e=t,this.changed(t)}};var je=3e4,ie=class{constructor(t){this.changed=t}#e="silent";#t=null;#o=new AbortController;#n=null;#i=null;#a;get state(){return this.#e}get problem(){return this.#t}async begin(t,e){this.end(),this.#o=new AbortController;let{signal:i}=this.#o,n=navigator.mediaDevices;if(!globalThis.isSecureContext||!n?.getUserMedia){this.end("not_secure");return}this.#s("asking");let s;try{s=await n.getUserMedia({audio:!0})}catch(f){i.aborted||this.end(Fe(f));return}let r=s.getAudioTracks()[0];if(i.aborted||r===void 0){Te(s),i.aborted||this.end("no_microphone");return}this.#n=s,r.onended=()=>{i.aborted||this.end("no_microphone")},this.#s("connecting"),this.#a=globalThis.setTimeout(()=>this.end("not_taken"),je);try{await this.#r(t,e,r,i)}catch{i.aborted||this.end("not_taken")}}async#r(t,e,i,n){let s,r=await J(t,e,n,p=>{s=p.addTransceiver(i,{direction:"sendonly"})});if(n.aborted){r.close();return}if(this.#i=r,s?.currentDirection!=="sendonly"){this.end("not_taken");return}let f=()=>{let{connectionState:p}=r.peer;p==="connected"?(globalThis.clearTimeout(this.#a),this.#s("heard")):["disconnected","failed","closed"].includes(p)&&this.end(this.#e==="heard"?"lost":"not_taken")};r.peer.onconnectionstatechange=()=>{n.aborted||f()},f()}end(t=null){this.#o.abort(),globalThis.clearTimeout(this.#a),this.#n&&Te(this.#n),this.#n=null,this.#i?.close(),this.#i=null,this.#t=t,this.#s("silent")}#s(t){this.#e=t,this.changed()}};function Te(a){for(let t of a.getTracks())t.stop()}function Fe(a){let t=a instanceof Error?a.name:"";return t==="NotAllowedError"||t==="SecurityError"?"refused":t==="NotFoundError"||t==="OverconstrainedError"?"no_microphone":"microphone_busy"}var R,A,j,ne,M=class extends K{constructor(){super(...arguments);m(this,R,new ie(()=>this.requestUpdate()));m(this,A,()=>o(this,R).end());m(this,j,()=>{document.hidden&&o(this,R).state!=="silent"&&o(this,A).call(this)});m(this,ne,()=>{o(this,R).state==="silent"?o(this,R).begin(this.context.hass,this.entityId):o(this,A).call(this)})}connectedCallback(){super.connectedCallback(),window.addEventListener("pagehide",o(this,A)),document.addEventListener("visibilitychange",o(this,j))}disconnectedCallback(){super.disconnectedCallback(),window.removeEventListener("pagehide",o(this,A)),document.removeEventListener("visibilitychange",o(this,j)),o(this,A).call(this)}render(){let{localize:e}=this.context,{state:i,problem:n}=o(this,R),s=n?e(`voice_${n}`):i==="silent"?"":e(`voice_${i}`),r=e("talk");return g`<button
        class="icon-button ${i}"
        aria-label=${r}
        aria-pressed=${i==="silent"?"false":"true"}
        title=${r}
        @click=${o(this,ne)}
      >
        ${W(i==="silent"?be:fe)}
      </button>
      <p class="told ${n?"problem":i} ${s?"":"nothing"}" role="status">${s}</p>`}};R=new WeakMap,A=new WeakMap,j=new WeakMap,ne=new WeakMap,M.styles=[G,D`
      :host {
        display: contents;
        color: #fff;
      }
      .icon-button {
        inline-size: 44px;
        block-size: 44px;
        background: rgba(0, 0, 0, 0.55);
      }
      .icon-button:hover:enabled {
        background: rgba(0, 0, 0, 0.8);
      }
      .asking,
      .connecting {
        color: #141414;
        background: #fff;
      }
      .icon-button:is(.asking, .connecting):hover:enabled {
        background: #e5e5e5;
      }
      /* Red whatever the theme: somebody hears. */
      .heard,
      .icon-button.heard:hover:enabled {
        color: #fff;
        background: #c62828;
      }
      .told {
        position: absolute;
        inset-block-start: 52px;
        inset-inline-end: 0;
        inline-size: max-content;
        max-inline-size: min(320px, calc(100vw - 48px));
        padding: 6px 14px;
        border-radius: 16px;
        font-weight: 500;
        pointer-events: none;
      }
      .told.problem {
        background: rgba(0, 0, 0, 0.8);
      }
      .told.nothing {
        display: none;
      }
    `],d([k({attribute:!1})],M.prototype,"context",2),d([k({attribute:!1})],M.prototype,"entityId",2),M=d([X("mycamera-voice-button")],M);var Be=2e3,Pe=5e3,qe=100,Ye=2e4,_,$,w,T,B,O,L,q,x,Y,l,Se,C,oe,ae,Re,F,Ae,se,V,Le,ze,Ie,Me,h=class extends K{constructor(){super(...arguments);m(this,l);this.trail=null;this.streaming=!1;this.large=!1;this.plain=!1;this.connected=!0;this.still=null;this.shown="still";this.boxes=[];this.muted=!0;this.takesVoice=!1;this.enlarged=ee;this.size={width:16,height:9};m(this,_,null);m(this,$,null);m(this,w);m(this,T);m(this,B,0);m(this,O,!1);m(this,L,0);m(this,q,0);m(this,x,new te(e=>{this.enlarged=e}));m(this,Y,new IntersectionObserver(e=>{c(this,O,e.at(-1)?.isIntersecting??!1),o(this,C).call(this)}));m(this,C,()=>{if(!(o(this,O)&&!document.hidden&&this.connected&&this.isConnected)){u(this,l,oe).call(this);return}o(this,w)===void 0&&this.shown!=="video"&&u(this,l,F).call(this),this.streaming&&this.camera.entity_id!==null?u(this,l,Re).call(this,this.camera.entity_id):u(this,l,ae).call(this)});m(this,V,e=>{let i=e.target,n=i.videoWidth||i.naturalWidth,s=i.videoHeight||i.naturalHeight;n&&s&&(this.size={width:n,height:s})})}connectedCallback(){super.connectedCallback(),o(this,Y).observe(this),document.addEventListener("visibilitychange",o(this,C))}disconnectedCallback(){super.disconnectedCallback(),o(this,Y).disconnect(),c(this,O,!1),document.removeEventListener("visibilitychange",o(this,C)),u(this,l,oe).call(this),this.still&&URL.revokeObjectURL(this.still),this.still=null}willUpdate(e){e.has("large")&&!this.large&&(o(this,x).reset(),this.muted=!0),e.has("connected")&&e.get("connected")===!1&&u(this,l,oe).call(this)}updated(e){this.video&&(this.video.muted=this.muted),["streaming","connected","camera"].some(i=>e.has(i))&&o(this,C).call(this)}looked(){c(this,B,performance.now()),o(this,T)===void 0&&o(this,O)&&c(this,T,window.setInterval(()=>u(this,l,Se).call(this),qe))}render(){let{camera:e,context:i,large:n}=this,{localize:s,hass:r}=i,{scale:f,x:p,y:z}=this.enlarged,H=e.recording_status!=="recording"&&e.recording_status!=="off",y=e.persons?he(s,r.language,"in_view",e.persons):"",P=this.connected?H?s(`status_${e.recording_status}`):"":s("connection_lost");return g`<div
        class="stage ${P?"bad":""}"
        role=${n?"group":v}
        aria-label=${n?e.name:v}
        tabindex=${n?0:v}
        @wheel=${{handleEvent:b=>n&&o(this,x).wheel(b),passive:!1}}
        @pointerdown=${b=>n&&o(this,x).down(b)}
        @pointermove=${b=>n&&o(this,x).moved(b)}
        @pointerup=${b=>o(this,x).up(b)}
        @pointercancel=${b=>o(this,x).up(b)}
        @dblclick=${b=>n&&o(this,x).doubled(b)}
        @keydown=${b=>{n&&this.stage&&o(this,x).key(b,this.stage)&&b.preventDefault()}}
      >
        <div class="picture" style=${xe({transform:`translate(${p}px, ${z}px) scale(${f})`})}>
          ${this.still&&this.shown!=="moving"?g`<img src=${this.still} alt="" @load=${o(this,V)} />`:v}
          ${u(this,l,ze).call(this)}
          <video
            class=${this.shown==="video"?"":"waiting"}
            muted
            playsinline
            autoplay
            aria-label=${s("live_of",{camera:e.name})}
            @loadedmetadata=${o(this,V)}
          ></video>
          ${u(this,l,Ie).call(this)}
        </div>
        ${this.still===null&&this.shown==="still"?g`<div class="nothing">
                ${P?W(ge):g`<div class="spinner" role="progressbar" aria-label=${s("loading")}></div>`}
              </div>`:v}
      </div>
      ${n||this.plain?v:g`<button
              class="cover"
              aria-label=${[s("show_large",{camera:e.name}),P||y].filter(Boolean).join(", ")}
              @click=${()=>u(this,l,se).call(this,"watch")}
            ></button>`}
      ${this.plain&&!P?v:u(this,l,Le).call(this,P,y)}
      ${n?u(this,l,Me).call(this):v}`}};_=new WeakMap,$=new WeakMap,w=new WeakMap,T=new WeakMap,B=new WeakMap,O=new WeakMap,L=new WeakMap,q=new WeakMap,x=new WeakMap,Y=new WeakMap,l=new WeakSet,Se=function(){let e=performance.now()-o(this,B),i=this.shown==="video"?o(this,$)?.moment??null:null;this.boxes=this.trail?.on(i,o(this,q),e)??[],this.boxes.length===0&&e>Ye&&(window.clearInterval(o(this,T)),c(this,T,void 0))},C=new WeakMap,oe=function(){c(this,L,o(this,L)+1),window.clearTimeout(o(this,w)),c(this,w,void 0),window.clearInterval(o(this,T)),c(this,T,void 0),u(this,l,ae).call(this)},ae=function(){o(this,$)?.close(),c(this,$,null),this.shown="still"},Re=function(e){o(this,$)||!this.video||this.shown==="moving"||(c(this,$,new Q(this.video,this.context.hass,e,{playing:()=>{this.shown="video",this.takesVoice=o(this,$)?.takesVoice??!1,window.clearTimeout(o(this,w)),c(this,w,void 0)},interrupted:()=>{this.shown="still",o(this,w)===void 0&&u(this,l,F).call(this)},unplayable:()=>{c(this,$,null),o(this,_)?.moving_url&&(this.shown="moving")}})),o(this,$).open())},F=async function(){c(this,L,o(this,L)+1);let e=o(this,L);c(this,w,window.setTimeout(()=>{},Pe));let i=Pe;try{if(o(this,_)??c(this,_,await u(this,l,Ae).call(this)),o(this,_).still_url!==null){let n=await fetch(this.context.hass.hassUrl(o(this,_).still_url),{cache:"no-store"});if(n.ok){let s=URL.createObjectURL(await n.blob());if(e!==o(this,L))return URL.revokeObjectURL(s);this.still&&URL.revokeObjectURL(this.still),this.still=s,i=Be}else c(this,_,null)}}catch{c(this,_,null)}e===o(this,L)&&(window.clearTimeout(o(this,w)),c(this,w,window.setTimeout(()=>{c(this,w,void 0),this.shown==="still"&&u(this,l,F).call(this)},i)))},Ae=async function(){let e=Date.now(),i=await ce(this.context.hass,this.camera.camera_id);return c(this,q,Date.parse(i.now)-(e+Date.now())/2),i},se=function(e){this.dispatchEvent(new CustomEvent(`mycamera-${e}`,{detail:this.camera.camera_id,bubbles:!0,composed:!0}))},V=new WeakMap,Le=function(e,i){let{camera:n}=this;return g`<div class="caption">
        <span class="dot ${n.recording_status}"></span>
        <span class="name" dir="auto">${n.name}</span>
        ${e?g`<span class="state">${e}</span>`:v}
        ${i&&!e?g`<span class="persons">${i}</span>`:v}
      </div>`},ze=function(){let e=o(this,_)?.moving_url;return this.shown!=="moving"||!e?v:g`<img
      src=${this.context.hass.hassUrl(e)}
      alt=${this.context.localize("live_of",{camera:this.camera.name})}
      @load=${o(this,V)}
      @error=${()=>{c(this,_,null),this.shown="still",u(this,l,F).call(this)}}
    />`},Ie=function(){if(this.boxes.length===0)return v;let{width:e,height:i}=this.size;return g`<svg class="boxes" viewBox="0 0 ${e} ${i}" aria-hidden="true">
      ${this.boxes.map(({box:[n,s,r,f]})=>de`<rect
          x=${n*e}
          y=${s*i}
          width=${(r-n)*e}
          height=${(f-s)*i}
          rx=${i/100}
        />`)}
    </svg>`},Me=function(){let{localize:e}=this.context,i=(n,s,r)=>g`<button
      class="icon-button"
      aria-label=${s}
      title=${s}
      @click=${r}
    >
      ${W(n)}
    </button>`;return g`<div class="controls top">${i(ue,e("back_to_wall"),()=>u(this,l,se).call(this,"unwatch"))}</div>
      <div class="controls end">
        ${this.enlarged.scale>1?i(me,e("whole_picture"),()=>o(this,x).reset()):v}
        ${this.shown==="video"?i(this.muted?we:ye,e(this.muted?"sound_on":"sound_off"),()=>{this.muted=!this.muted}):v}
        ${this.shown==="video"&&this.takesVoice?g`<mycamera-voice-button .context=${this.context} .entityId=${this.camera.entity_id}></mycamera-voice-button>`:v}
        ${i(ve,e("open_timeline"),()=>u(this,l,se).call(this,"timeline"))}
        ${document.fullscreenEnabled?i(pe,e("full_screen"),()=>{document.fullscreenElement?document.exitFullscreen():this.requestFullscreen()}):v}
      </div>`},h.styles=[G,_e],d([k({attribute:!1})],h.prototype,"context",2),d([k({attribute:!1})],h.prototype,"camera",2),d([k({attribute:!1})],h.prototype,"trail",2),d([k({type:Boolean})],h.prototype,"streaming",2),d([k({type:Boolean,reflect:!0})],h.prototype,"large",2),d([k({type:Boolean})],h.prototype,"plain",2),d([k({type:Boolean})],h.prototype,"connected",2),d([S()],h.prototype,"still",2),d([S()],h.prototype,"shown",2),d([S()],h.prototype,"boxes",2),d([S()],h.prototype,"muted",2),d([S()],h.prototype,"takesVoice",2),d([S()],h.prototype,"enlarged",2),d([S()],h.prototype,"size",2),d([re("video")],h.prototype,"video",2),d([re(".stage")],h.prototype,"stage",2),h=d([X("mycamera-live-tile")],h);export{Qe as a,h as b};
