import{b as ce}from"./chunk-HHJDOHJD.js";import{b as se}from"./chunk-A56LUTNR.js";import{c as ee}from"./chunk-FSDGXSDD.js";import"./chunk-I4KBXD5Y.js";import"./chunk-7VIDSCEH.js";import"./chunk-MMHEOMF5.js";import{C as Lt,J as at,Q as Ut,R as lt,V as qt,W as Nt,Y as jt,a as Pt,b as It,ba as Ht,f as Ot,h as nt,ia as Vt,o as Dt,u as rt,w as At}from"./chunk-BHOWC5AJ.js";import{a as ie,b as oe,c as ne,d as xt,e as re,f as dt,g as ae,h as le}from"./chunk-HP5SQ5AQ.js";import{b as B,c as ct}from"./chunk-YFKJQGYN.js";import{a as D,b as l,e as h,g as _,h as p,i as v,j as Zt,k as Ft,l as E,m as R,q as F,r as Xt,s as T,t as Ct,u as yt,v as N,w as Mt,x as te}from"./chunk-LWVCFYMN.js";import{F as Jt,H as Qt,b as Z,c as Gt,e as P,j as Wt,n as Yt,o as Bt,p as Kt}from"./chunk-AEKD4G6A.js";import{a as r,b as u,c as g,d as k,e as a}from"./chunk-ZORKPPHW.js";var pt,de,A=class extends _{constructor(){super(...arguments);g(this,pt);this.cameraIds=[];this.range={from:0,to:1};this.busy=!1;this.failed=null}render(){let{localize:t,formats:e}=this.context,{from:s,to:i}=this.range,n=e.range(new Date(s).toISOString(),new Date(i).toISOString());return l`<output>${n} · ${e.duration((i-s)/1e3)}</output>
      <button class="text-button" ?disabled=${this.busy} @click=${()=>{a(this,pt,de).call(this)}}>
        ${T(qt)} ${t("export")}
      </button>
      <button
        class="icon-button"
        aria-label=${t("draw_cancel")}
        @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
      >
        ${T(rt)}
      </button>
      ${this.failed===null?h:l`<p role="alert">${this.failed}</p>`}`}};pt=new WeakSet,de=async function(){this.busy=!0;try{for(let t of this.cameraIds)await se(this.context.hass,t,this.range.from,this.range.to);this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-exporting",{bubbles:!0,composed:!0}))}catch(t){this.failed=N(this.context,P(t)).text}finally{this.busy=!1}},A.styles=[R,D`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 8px;
        padding-block: 8px;
      }
      output {
        font-weight: 500;
        font-variant-numeric: tabular-nums;
      }
      p {
        inline-size: 100%;
        text-align: center;
        color: color-mix(in srgb, var(--mc-bad) 80%, var(--mc-text));
      }
    `],r([p({attribute:!1})],A.prototype,"context",2),r([p({attribute:!1})],A.prototype,"cameraIds",2),r([p({attribute:!1})],A.prototype,"range",2),r([v()],A.prototype,"busy",2),r([v()],A.prototype,"failed",2),A=r([E("mycamera-clip-bar")],A);var Ze=[.5,1,2,4,8,16],M,$t,S=class extends _{constructor(){super(...arguments);g(this,M);this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.watchable=!1;this.widest=!1}render(){let{moment:t,playing:e,context:s}=this,{localize:i,formats:n}=s,d=(m,w,b)=>l`<button
      class="icon-button"
      aria-label=${w}
      title=${w}
      @click=${()=>a(this,M,$t).call(this,b)}
    >
      ${T(m)}
    </button>`;return l`${d(Pt,i("previous_person"),"previous_person")}
      ${d(Ht,i("back_10"),"back_10")}
      ${d(e?Nt:jt,i(e?"pause":"play"),"play")}
      ${d(Lt,i("forward_10"),"forward_10")}
      ${d(It,i("next_person"),"next_person")}
      <output class="clock">${t===null?"":n.timeSeconds(new Date(t).toISOString())}</output>
      ${this.watchable?l`<button
              class="text-button live"
              aria-pressed=${this.live?"true":"false"}
              title=${i("go_live")}
              @click=${()=>a(this,M,$t).call(this,"live")}
            >
              <span class="lamp"></span>${i("live")}
            </button>`:h}
      <select
        aria-label=${i("speed")}
        ?disabled=${this.live}
        @change=${m=>{let w=Number(m.target.value);this.dispatchEvent(new CustomEvent("mycamera-speed",{detail:w}))}}
      >
        ${Ze.map(m=>l`<option value=${m} ?selected=${m===this.speed}>${m}×</option>`)}
      </select>
      ${this.widest?d(nt,i("month"),"zoom_out"):d(Ut,i("zoom_out"),"zoom_out")}
      ${d(lt,i("zoom_in"),"zoom_in")}
      ${d(At,i("clip"),"clip")} ${d(at,i("why"),"why")}`}};M=new WeakSet,$t=function(t){this.dispatchEvent(new CustomEvent("mycamera-wish",{detail:t}))},S.styles=[R,oe],r([p({attribute:!1})],S.prototype,"context",2),r([p({attribute:!1})],S.prototype,"moment",2),r([p({type:Boolean})],S.prototype,"playing",2),r([p({attribute:!1})],S.prototype,"speed",2),r([p({type:Boolean})],S.prototype,"live",2),r([p({type:Boolean})],S.prototype,"watchable",2),r([p({type:Boolean})],S.prototype,"widest",2),S=r([E("mycamera-day-controls")],S);var pe=1e3,Fe=25,Ge=120*pe,q,y,K,me,wt,he,ue,fe,$=class extends _{constructor(){super(...arguments);g(this,y);this.cameraId="";this.spans=[];this.speed=1;this.poster=null;this.named=!1;this.empty=!1;this.live=!1;this.connected=!0;this.problem=null;this.codec=null;g(this,q,null)}disconnectedCallback(){super.disconnectedCallback(),u(this,q)?.close(),k(this,q,null)}updated(){this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}async show(t){let e=dt(this.spans,t);if(e===null)return;this.problem=null,await this.updateComplete;let{Film:s,filmsPlay:i}=await import("./film-UWY3ZFE6.js");if(!(!this.video||!this.isConnected)){if(!i()){a(this,y,wt).call(this,"unplayable",e);return}u(this,q)??k(this,q,new s(this.video,this.context.hass,this.cameraId,{at:n=>a(this,y,K).call(this,"mycamera-at",n),ended:n=>a(this,y,me).call(this,n),failed:n=>a(this,y,wt).call(this,n,e)})),await u(this,q).seek(e)}}async play(){await this.video?.play().catch(()=>{})}pause(){this.video?.pause()}get begun(){return u(this,q)!==null}frame(t){let{video:e}=this;!e||u(this,q)===null||(e.pause(),e.currentTime=Math.max(0,e.currentTime+t/Fe))}render(){let{context:t}=this,e=B(t,this.cameraId);return l`<video
        playsinline
        muted
        aria-label=${e}
        poster=${this.poster===null?h:`data:image/jpeg;base64,${this.poster}`}
        @play=${()=>a(this,y,K).call(this,"mycamera-playing",!0)}
        @pause=${()=>{this.video?.ended||a(this,y,K).call(this,"mycamera-playing",!1)}}
      ></video>
      ${this.live?a(this,y,ue).call(this):h}
      ${this.named?l`<span class="name" dir="auto">${e}</span>`:h}
      ${this.live?h:this.empty?l`<p class="nothing">${t.localize("nothing_recorded")}</p>`:a(this,y,fe).call(this)}`}};q=new WeakMap,y=new WeakSet,K=function(t,e){this.dispatchEvent(new CustomEvent(t,{detail:e}))},me=function(t){let e=this.spans.find(([s])=>s>=t);if(e){this.show(e[0]);return}this.problem="ended",a(this,y,K).call(this,"mycamera-ended",t)},wt=function(t,e){this.problem=t,t==="unplayable"&&a(this,y,he).call(this,e)},he=async function(t){try{let{hass:e}=this.context,s=await Wt(e,this.cameraId,t-Ge,t+pe);this.codec=s[0]?.codec??null}catch(e){console.info("MyCamera: the codec of the recording cannot be loaded:",P(e))}},ue=function(){let{context:t}=this,e=t.overview?.cameras.find(s=>s.camera_id===this.cameraId);return e?l`<mycamera-live-tile
        .context=${t}
        .camera=${e}
        streaming
        plain
        .connected=${this.connected}
      ></mycamera-live-tile>
      <span class="badge">${t.localize("live_badge")}</span>`:l`<p class="nothing">${t.localize("not_live")}</p>`},fe=function(){let{context:t,problem:e}=this;if(e===null)return h;let{localize:s}=t,i=e==="ended"?s("film_ended"):Mt(t,e,this.codec);return e!=="unplayable"?l`<p class="problem" role="alert">${i}</p>`:l`<div class="problem" role="alert">
      <p>${i}</p>
      <p>${s("unplayable_advice")}</p>
      <button
        class="text-button"
        @click=${n=>{n.stopPropagation(),a(this,y,K).call(this,"mycamera-cut",null)}}
      >
        ${s("clip")}
      </button>
    </div>`},$.styles=[R,D`
      :host {
        position: relative;
        display: grid;
        min-inline-size: 0;
        color: #fff;
        background: #000;
        border-radius: var(--mc-radius);
        overflow: hidden;
      }
      video {
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
      }
      :host([empty]) video,
      :host([live]) video {
        visibility: hidden;
      }
      mycamera-live-tile {
        position: absolute;
        inset: 0;
        aspect-ratio: auto;
        border-radius: 0;
      }
      .badge {
        position: absolute;
        inset-block-start: 8px;
        inset-inline-end: 8px;
        padding: 2px 10px;
        font-size: 12px;
        font-weight: 500;
        letter-spacing: 0.06em;
        color: #fff;
        background: #c62828;
        border-radius: 8px;
      }
      .name {
        position: absolute;
        inset-block-start: 8px;
        inset-inline-start: 8px;
        padding: 2px 8px;
        font-size: 12px;
        background: rgba(0, 0, 0, 0.65);
        border-radius: 8px;
      }
      .nothing {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
      }
      .problem {
        position: absolute;
        inset-inline: 0;
        inset-block-end: 0;
        padding: 12px 16px;
        background: rgba(0, 0, 0, 0.7);
      }
      .problem .text-button {
        margin-block-start: 8px;
        color: #fff;
        background: transparent;
        border-color: rgba(255, 255, 255, 0.6);
      }
    `],r([p({attribute:!1})],$.prototype,"context",2),r([p({attribute:!1})],$.prototype,"cameraId",2),r([p({attribute:!1})],$.prototype,"spans",2),r([p({attribute:!1})],$.prototype,"speed",2),r([p({attribute:!1})],$.prototype,"poster",2),r([p({type:Boolean})],$.prototype,"named",2),r([p({type:Boolean,reflect:!0})],$.prototype,"empty",2),r([p({type:Boolean,reflect:!0})],$.prototype,"live",2),r([p({type:Boolean})],$.prototype,"connected",2),r([v()],$.prototype,"problem",2),r([v()],$.prototype,"codec",2),r([Zt("video")],$.prototype,"video",2),$=r([E("mycamera-day-film")],$);function mt(f,o){return f.some(([t,e])=>t<=o&&o<e)}function ge(f){let o=[];for(let[t,e]of f.flat().sort((s,i)=>s[0]-i[0])){let s=o.at(-1);s&&t<=s[1]?s[1]=Math.max(s[1],e):o.push([t,e])}return o}function ve(f,o){for(let[t,e]of f)if(mt(e,o))return t;return null}var We=700;function be(f,o,t){return f===void 0||Math.abs(f-o)>We*Math.max(1,t)}function ye(f,o,t){return o-f>2e3*Math.max(1,t)}var G=1e3,Ye=2*G,xe=180*G,ht=class{constructor(o){this.host=o;this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.empty=new Set;this.leader="";this.pressed=null;this.#t=new Map;this.#e=!1;o.addController(this)}#t;#e;#n;hostDisconnected(){this.#s()}reset(o){this.#s(),this.moment=o,this.playing=!1,this.#t.clear()}get footage(){return ge(this.host.films.map(o=>this.host.spans(o)))}get dragging(){return this.#e}drag(o){this.#s(),this.#e=!0,this.moment=o,this.host.requestUpdate()}found(o){this.#e=!1,this.#r(o),this.pressed=o}#r(o){this.#a(o)?this.goLive():this.show(o)}#a(o){let t=Date.now(),{from:e,to:s}=this.host.whole;return e<=t&&t<s&&this.host.watchable.length>0&&ae(this.footage,o)&&o>t-xe}get#l(){return(this.footage.at(-1)?.[1]??0)>Date.now()-xe}async show(o){this.#s(),this.pressed=null;let t=dt(this.footage,o);if(this.host.requestUpdate(),t===null)return;this.moment=t,this.#t.clear(),this.#c(t),await this.host.updateComplete,this.#o(t);let e=this.#i(this.leader);await e?.show(t),this.playing&&!this.live&&await e?.play()}goLive(){if(this.live||this.host.watchable.length===0)return;for(let t of this.host.players)t.pause();this.live=!0,this.playing=!0,this.empty=new Set,this.pressed=null;let o=()=>{this.moment=Date.now(),this.host.requestUpdate()};this.#n=setInterval(o,G),o()}#s(){clearInterval(this.#n),this.#n=void 0,this.live=!1}#i(o){return[...this.host.players].find(t=>t.cameraId===o)}#c(o){let{films:t}=this.host,e=new Map(t.map(s=>[s,this.host.spans(s)]));this.leader=ve(e,o)??t[0]??""}#o(o){let t=this.host.films.filter(e=>e!==this.leader&&!mt(this.host.spans(e),o));this.empty=new Set(t),this.host.requestUpdate();for(let e of this.host.players){let{cameraId:s}=e;if(s===this.leader)continue;if(t.includes(s)){e.pause();continue}let i=this.#t.get(s);(i===void 0||Date.now()-i.right>Ye)&&be(i?.at,o,this.speed)?(this.#t.set(s,{at:o,right:Date.now()}),e.show(o).then(()=>this.playing&&!this.live?e.play():e.pause())):this.playing?e.play():e.pause()}}at(o,t){if(this.#e||this.live)return;if(o!==this.leader){let i=this.#t.get(o);i&&(i.at=t);return}let e=this.moment??t,{films:s}=this.host;if(this.playing&&ye(e,t,this.speed)){let i=s.find(n=>n!==o&&mt(this.host.spans(n),e+G));if(i!==void 0){this.leader=i,this.#i(o)?.pause(),this.#t.set(o,{at:t,right:Date.now()}),this.#o(e+G),this.#i(i)?.play();return}}this.playing&&(this.pressed=null),this.moment=t,this.host.requestUpdate(),s.length>1&&this.#o(t)}told(o,t){o!==this.leader||this.live||(this.playing=t,this.host.requestUpdate())}ended(o,t){if(o!==this.leader||this.live)return;this.host.films.find(s=>s!==o&&this.host.spans(s).some(([,i])=>i>t+G))!==void 0?this.show(t):this.playing&&this.#l&&this.#a(t)?this.goLive():(this.playing=!1,this.host.requestUpdate())}async toggle(){let o=this.#i(this.leader),{live:t}=this;if(this.playing){this.playing=!1;for(let e of this.host.players)e.pause();t&&await this.show(Date.now()),this.host.requestUpdate();return}this.playing=!0,this.host.requestUpdate(),o?.begun?await o.play():await this.show(this.moment??this.footage[0]?.[0]??0),this.moment!==null&&!this.live&&this.#o(this.moment)}step(o){let{from:t,to:e}=this.host.whole,{footage:s}=this,i=Math.min(e,Math.max(t,(this.moment??s[0]?.[0]??t)+o)),n=s.findLast(([m])=>m<=i),d=o<0&&n!==void 0&&i>=n[1];this.#r(d?n[1]-2*G:i)}toEnd(o){this.#r(o==="first"?this.host.whole.from:Math.min(this.host.whole.to,Date.now()))}frame(o){if(this.playing=!1,this.live)this.show(Date.now());else for(let t of this.host.players)t.frame(o);this.host.requestUpdate()}person(o){let t=le(this.host.seen,this.moment??this.host.whole.from,o);t!==null&&this.show(t)}};var kt=1e3,ut,$e,j=class extends _{constructor(){super(...arguments);g(this,ut);this.days=new Map;this.moment=null}render(){let{context:t}=this,{localize:e,formats:s,hass:i}=t,n=[...this.days.values()],d=n.flatMap(({spans:b})=>b).reduce((b,[U,ot])=>b+ot-U,0)/kt,m=n.reduce((b,U)=>b+U.gaps.length,0),w=n.reduce((b,U)=>b+U.persons.length,0);return l`<p class="summary">
        ${e("day_summary",{recorded:s.duration(d),gaps:F(e,i.language,"gaps",m),persons:F(e,i.language,"seen",w)})}
      </p>
      ${a(this,ut,$e).call(this,n).map(b=>l`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:b}))}
        >
          ${s.timeSeconds(b.first_seen)} ${ct(t,b)[0]?.text??""}
        </button>`)}`}};ut=new WeakSet,$e=function(t){let{moment:e}=this;return e===null?[]:t.flatMap(({persons:s})=>s).filter(s=>Date.parse(s.first_seen)-kt<=e&&e<=Date.parse(s.last_seen)+kt)},j.styles=[R,D`
      :host {
        display: block;
      }
      .summary {
        padding-block: 10px;
        color: var(--mc-text-2);
      }
      .shown {
        margin-block-end: 8px;
        text-align: start;
      }
    `],r([p({attribute:!1})],j.prototype,"context",2),r([p({attribute:!1})],j.prototype,"days",2),r([p({attribute:!1})],j.prototype,"moment",2),j=r([E("mycamera-day-summary")],j);function _t(f){let[o=1970,t=1]=f.split("-").map(Number),e=new Date(Date.UTC(o,t,0)).getUTCDate();return Array.from({length:e},(s,i)=>Gt(`${f.slice(0,8)}01`,i))}function we(f,o,t,e){let s=(Math.min(t,e)-o)/6e4;return s<=0?0:Math.min(1,f/Math.max(1,s))}var Be=Date.UTC(2024,0,1),Ke=864e5,W,J,ke,_e,L=class extends _{constructor(){super(...arguments);g(this,J);this.cameraIds=[];this.day="";this.found=null;this.failure=null;g(this,W,0)}willUpdate(t){(t.has("day")||t.has("cameraIds"))&&a(this,J,ke).call(this)}render(){let{context:t}=this,{hass:e,formats:s}=t;if(this.failure!==null)return l`<p role="alert">${N(t,this.failure).heading}</p>`;let i=_t(this.day),n=e.locale.language,d=new Intl.DateTimeFormat(n,{weekday:"short",timeZone:"UTC"}),m=new Intl.DateTimeFormat(n,{year:"numeric",month:"long",timeZone:"UTC"});return l`<h2>${m.format(Date.parse(`${this.day}T00:00:00Z`))}</h2>
      <div class="days">
        ${Array.from({length:7},(w,b)=>l`<span class="head">${d.format(Be+b*Ke)}</span>`)}
        ${i.map((w,b)=>a(this,J,_e).call(this,w,b===0?ce(w)+1:null,s.today()))}
      </div>`}};W=new WeakMap,J=new WeakSet,ke=async function(){k(this,W,u(this,W)+1);let t=u(this,W),{hass:e,formats:s}=this.context,i=_t(this.day),{since:n}=Z(i[0]??this.day,s.timeZone),{until:d}=Z(i.at(-1)??this.day,s.timeZone);try{let m=await Promise.all(this.cameraIds.map(async w=>[w,(await Bt(e,w,n,d,s.timeZone)).days]));if(t!==u(this,W))return;this.found=new Map(m),this.failure=null}catch(m){t===u(this,W)&&(this.failure=P(m))}},_e=function(t,e,s){let{context:i,found:n}=this,{localize:d,formats:m,hass:w}=i,{since:b,until:U}=Z(t,m.timeZone),ot=O=>n?.get(O)?.find(C=>C.day===t),Tt=this.cameraIds.map(O=>({id:O,part:we(ot(O)?.recordings??0,Date.parse(b),Date.parse(U),Date.now())})),bt=this.cameraIds.reduce((O,C)=>O+(ot(C)?.persons??0),0),St=[m.heading(t),...Tt.map(({id:O,part:C})=>`${B(i,O)}: ${m.percent(C)}`),F(d,w.language,"seen",bt)].join(`
`);return l`<button
      style=${e===null?"":`grid-column-start: ${e}`}
      title=${St}
      aria-current=${t===this.day?"date":"false"}
      ?disabled=${t>s}
      @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-day",{detail:t}))}
    >
      <span class="visually-hidden">${St}</span>
      <span class="number" aria-hidden="true">${Number(t.slice(8))}</span>
      <span class="persons" aria-hidden="true">${bt>0?m.number(bt):h}</span>
      ${Tt.map(({part:O})=>l`<span class="bar"><span style="inline-size: ${(O*100).toFixed(1)}%"></span></span>`)}
    </button>`},L.styles=[R,D`
      :host {
        display: block;
      }
      h2 {
        margin-block: 8px;
        font-size: 16px;
        font-weight: 500;
      }
      .days {
        display: grid;
        grid-template-columns: repeat(7, minmax(0, 1fr));
        gap: 4px;
      }
      .head {
        font-size: 12px;
        text-align: center;
        color: var(--mc-text-2);
      }
      button {
        display: grid;
        grid-template-columns: 1fr auto;
        align-content: start;
        gap: 3px;
        min-block-size: 56px;
        padding: 6px;
        text-align: start;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        border-radius: 8px;
      }
      button:disabled {
        opacity: 0.4;
      }
      button[aria-current="date"] {
        border-color: var(--mc-accent);
        box-shadow: inset 0 0 0 1px var(--mc-accent);
      }
      .number {
        font-weight: 500;
      }
      .persons {
        font-size: 12px;
        padding-inline: 5px;
        border-radius: 8px;
        background: color-mix(in srgb, var(--mc-warn) 25%, transparent);
      }
      .persons:empty {
        background: none;
      }
      @media (max-width: 599px) {
        button {
          grid-template-columns: minmax(0, 1fr);
          padding: 4px;
        }
        .persons {
          justify-self: start;
          font-size: 11px;
        }
      }
      .bar {
        grid-column: 1 / -1;
        block-size: 5px;
        border-radius: 3px;
        background: var(--mc-sunken);
        overflow: hidden;
      }
      .bar > span {
        display: block;
        block-size: 100%;
        background: var(--mc-accent);
      }
    `],r([p({attribute:!1})],L.prototype,"context",2),r([p({attribute:!1})],L.prototype,"cameraIds",2),r([p({attribute:!1})],L.prototype,"day",2),r([v()],L.prototype,"found",2),r([v()],L.prototype,"failure",2),L=r([E("mycamera-month")],L);var z,Ee,Re,ze,Q,I=class extends _{constructor(){super(...arguments);g(this,z);this.why=null;this.failure=null;this.queued=null}willUpdate(t){(t.has("cameraId")||t.has("moment"))&&a(this,z,Ee).call(this)}render(){let{context:t,why:e}=this,{localize:s,formats:i}=t,n=i.timeSeconds(new Date(this.moment).toISOString());return l`<section aria-labelledby="title">
      <header>
        <h2 id="title">${s("why_at",{time:n})}</h2>
        <button
          class="icon-button"
          aria-label=${s("close")}
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
        >
          ${T(rt)}
        </button>
      </header>
      <div aria-live="polite">
        ${this.failure===null?h:l`<p role="alert">${N(t,this.failure).heading}</p>`}
        ${e===null?this.failure===null?l`<div class="spinner" role="progressbar" aria-label=${s("loading")}></div>`:h:a(this,z,ze).call(this,e)}
      </div>
    </section>`}};z=new WeakSet,Ee=async function(){let{cameraId:t,moment:e}=this;this.why=this.failure=this.queued=null;try{let s=await Jt(this.context.hass,t,e);this.cameraId===t&&this.moment===e&&(this.why=s)}catch(s){this.failure=P(s)}},Re=async function(t){try{this.queued=(await Qt(this.context.hass,[t])).queued}catch(e){this.failure=P(e)}},ze=function(t){let{localize:e,formats:s,hass:i}=this.context,n={confidence:s.percent(t.min_confidence),height:s.percent(t.min_height),cause:t.gap_cause===null?"":te(this.context,t.gap_cause),zones:t.zones.join(" · "),error:t.analysis_error??""},d=m=>Xt(e,`why_${m}`,"why_nobody_found").replace(/\{(\w+)\}/g,(b,U)=>n[U]??"");return l`
      ${t.reasons.length===0?l`<p class="reason">${T(Dt)} ${e("why_told")}</p>`:t.reasons.map(m=>l`<p class="reason">${T(at)} ${d(m)}</p>`)}
      ${t.analysis_error?l`<p class="error" dir="auto">${t.analysis_error}</p>`:h}
      ${t.persons.map(m=>l`<button
          class="text-button"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:m}))}
        >
          ${[s.timeSeconds(m.first_seen),s.percent(m.confidence),e(m.found_live?"why_found_live":"why_found_recorded"),(m.zones??[]).join(", "),ct(this.context,m)[0]?.text??""].filter(Boolean).join(" · ")}
        </button>`)}
      <dl>
        ${a(this,z,Q).call(this,e("confidence"),`≥ ${n.confidence}`)}
        ${t.min_height>0?a(this,z,Q).call(this,e("why_height"),`≥ ${n.height}`):h}
        ${t.zones.length>0?a(this,z,Q).call(this,e("zones"),n.zones):h}
        ${t.masks>0?a(this,z,Q).call(this,e("why_ignored"),String(t.masks)):h}
        ${t.analysis_status===null?h:a(this,z,Q).call(this,e("analysis"),e(`analysis_${t.analysis_status}`))}
      </dl>
      ${this.queued!==null?l`<p role="status">${F(e,i.language,"queued",this.queued)}</p>`:t.record_id!==null&&i.user?.is_admin&&t.persons.length===0?l`<button class="text-button" @click=${()=>{a(this,z,Re).call(this,t.record_id??0)}}>
                ${e("why_analyze")}
              </button>`:h}
    `},Q=function(t,e){return l`<div>
      <dt>${t}</dt>
      <dd dir="auto">${e}</dd>
    </div>`},I.styles=[R,D`
      section {
        display: grid;
        gap: 8px;
        margin-block: 12px;
        padding: 12px 16px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        border-radius: var(--mc-radius);
      }
      header {
        display: flex;
        align-items: center;
      }
      h2 {
        flex: 1;
        font-size: 16px;
        font-weight: 500;
      }
      .reason {
        display: flex;
        align-items: center;
        gap: 8px;
        padding-block: 4px;
      }
      .reason svg {
        flex: none;
        inline-size: 20px;
        block-size: 20px;
        color: var(--mc-text-2);
      }
      .error {
        color: var(--mc-bad);
        overflow-wrap: anywhere;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 32px;
        margin: 8px 0 0;
      }
      dt {
        font-size: 12px;
        color: var(--mc-text-2);
      }
      dd {
        margin: 0;
      }
    `],r([p({attribute:!1})],I.prototype,"context",2),r([p({attribute:!1})],I.prototype,"cameraId",2),r([p({attribute:!1})],I.prototype,"moment",2),r([v()],I.prototype,"why",2),r([v()],I.prototype,"failure",2),r([v()],I.prototype,"queued",2),I=r([E("mycamera-why")],I);var X=1e3,Je=15*X,tt=60*X,Te=4,Qe={ArrowLeft:"back_10",ArrowRight:"forward_10",PageDown:"back_300",PageUp:"forward_300",Home:"first",End:"last"," ":"play",k:"play",l:"live","+":"zoom_in","-":"zoom_out",n:"next_person",p:"previous_person",",":"previous_frame",".":"next_frame"},H,st,Y,V,c,Se,Pe,ft,Ie,gt,Et,et,Oe,Rt,De,Ae,it,vt,Le,Ue,qe,Ne,je,He,Ve,zt,x=class extends _{constructor(){super(...arguments);g(this,c);this.cameraIds=[];this.day="";this.start=null;this.connected=!0;this.days=null;this.failure=null;this.view={from:0,to:1};this.films=[];this.posters=new Map;this.month=!1;this.clip=null;this.asked=null;this.playback=new ht(this);g(this,H,0);g(this,st,null);g(this,Y,!1);g(this,V);g(this,it,{previous_person:()=>this.playback.person(-1),next_person:()=>this.playback.person(1),back_10:()=>this.playback.step(-10*X),forward_10:()=>this.playback.step(10*X),back_300:()=>this.playback.step(-300*X),forward_300:()=>this.playback.step(300*X),first:()=>this.playback.toEnd("first"),last:()=>this.playback.toEnd("last"),previous_frame:()=>this.playback.frame(-1),next_frame:()=>this.playback.frame(1),play:()=>{this.playback.toggle()},live:()=>a(this,c,gt).call(this),zoom_out:()=>a(this,c,et).call(this,2),zoom_in:()=>a(this,c,et).call(this,.5),clip:()=>a(this,c,Et).call(this),why:()=>a(this,c,Ae).call(this)});g(this,vt,t=>{let e=Qe[t.key];e!==void 0&&(u(this,it)[e](),t.preventDefault())})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(u(this,V)),k(this,V,void 0)}willUpdate(t){if(t.has("cameraIds")&&(this.films=this.cameraIds.slice(0,Te)),t.has("cameraIds")||t.has("day")){let{playback:e}=this,s=!t.has("day")&&e.moment!==null,{from:i,to:n}=this.whole,{start:d}=this;u(this,Y)||k(this,Y,s&&e.live),e.reset(s?e.moment:d!==null&&d>=i&&d<n?d:null),s||(this.view={from:i,to:n}),this.days=null,this.clip=null,this.asked=null,this.posters=new Map,a(this,c,ft).call(this)}a(this,c,Se).call(this)}recorded(t){!this.cameraIds.includes(t)||Date.now()>this.whole.to||u(this,V)!==void 0||k(this,V,window.setTimeout(()=>{k(this,V,void 0),a(this,c,ft).call(this)},Je))}get whole(){let{since:t,until:e}=Z(this.day,this.context.formats.timeZone);return{from:Date.parse(t),to:Date.parse(e)}}spans(t){return this.days?.get(t)?.spans??[]}get seen(){return this.films.flatMap(e=>this.days?.get(e)?.persons??[]).map(e=>Date.parse(e.first_seen)).sort((e,s)=>e-s)}get watchable(){let t=new Set(this.context.overview?.cameras.map(e=>e.camera_id));return this.films.filter(e=>t.has(e))}render(){let{context:t,days:e,playback:s}=this,{localize:i}=t;return this.failure!==null&&e===null?yt({icon:Ot,bad:!0,...N(t,this.failure),action:l`<button class="text-button" @click=${()=>{a(this,c,ft).call(this)}}>${i("retry")}</button>`}):e===null?l`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`:this.month?l`${a(this,c,Ue).call(this)} ${a(this,c,qe).call(this)}`:[...e.values()].every(({spans:n})=>n.length===0)&&!this.playback.live?a(this,c,Le).call(this):l`<div
        class="films"
        data-count=${this.films.length}
        style="--more-lines: ${Math.max(0,this.cameraIds.length*36-48)}px"
      >
        ${ee(this.films,n=>n,n=>l`<mycamera-day-film
            .context=${t}
            .cameraId=${n}
            .spans=${this.spans(n)}
            .speed=${s.speed}
            .poster=${this.posters.get(n)??null}
            .connected=${this.connected}
            ?named=${this.films.length>1}
            ?empty=${s.empty.has(n)}
            ?live=${s.live}
            @click=${()=>{s.toggle()}}
            @mycamera-at=${d=>s.at(n,d.detail)}
            @mycamera-playing=${d=>s.told(n,d.detail)}
            @mycamera-ended=${d=>s.ended(n,d.detail)}
            @mycamera-cut=${()=>a(this,c,Et).call(this)}
          ></mycamera-day-film>`)}
      </div>
      ${a(this,c,Ne).call(this)} ${a(this,c,je).call(this,e)} ${a(this,c,Ve).call(this)}
      <mycamera-day-summary
        .context=${t}
        .days=${e}
        .moment=${s.moment}
        @mycamera-open=${a(this,c,zt)}
      ></mycamera-day-summary>`}};H=new WeakMap,st=new WeakMap,Y=new WeakMap,V=new WeakMap,c=new WeakSet,Se=function(){let{moment:t,dragging:e,live:s}=this.playback;t===u(this,st)||e||(k(this,st,t),t!==null&&(t<this.whole.to?this.view=re(this.view,this.whole,t):s&&a(this,c,gt).call(this)))},Pe=function({from:t,to:e}){let s=this.films.filter(i=>this.spans(i).some(([n,d])=>n<e&&d>t));return s.length>0?s:this.films.slice(0,1)},ft=async function(){k(this,H,u(this,H)+1);let t=u(this,H),{since:e,until:s}=Z(this.day,this.context.formats.timeZone);try{let i=await Promise.all(this.cameraIds.map(async m=>[m,await Yt(this.context.hass,m,e,s)]));if(t!==u(this,H))return;let n=this.days===null;if(this.days=new Map(i),this.failure=null,!n)return;await this.updateComplete;let{playback:d}=this;u(this,Y)?(k(this,Y,!1),d.goLive()):d.moment!==null?d.show(d.moment):a(this,c,Ie).call(this,t)}catch(i){t===u(this,H)&&(this.failure=P(i))}},Ie=async function(t){for(let e of this.films){let s=this.spans(e)[0];if(!s)continue;let{picture:i}=await Kt(this.context.hass,e,s[0]).catch(()=>({picture:null}));if(t!==u(this,H))return;i!==null&&(this.posters=new Map([...this.posters,[e,i]]))}},gt=function(){let t=this.context.formats.today();if(this.day===t){this.playback.goLive();return}k(this,Y,!0),a(this,c,Rt).call(this,t)},Et=function(){if(this.clip){this.clip=null;return}let t=this.whole,{moment:e,footage:s}=this.playback,i=e??s[0]?.[0]??t.from,n=e===null?i:i-tt/2,d=xt({from:n,to:n+tt},t);this.clip=d,this.view.to-this.view.from>20*tt&&(this.view=xt({from:i-5*tt,to:i+5*tt},t))},et=function(t){let{view:e}=this,s=this.whole;this.month?this.month=t>1:t>1&&e.to-e.from>=s.to-s.from?this.month=!0:this.view=ne(e,s,t,this.playback.moment??(e.from+e.to)/2)},Oe=function(t){this.playback.found(t),this.asked!==null&&(this.asked=t)},Rt=function(t){this.month=!1,t!==this.day&&this.dispatchEvent(new CustomEvent("mycamera-day",{detail:t}))},De=function(t){let e=this.films.includes(t);if(e&&this.films.length===1)return;let s=e?this.films.filter(d=>d!==t):[...this.films,t].slice(-Te);this.films=this.cameraIds.filter(d=>s.includes(d));let{live:i,moment:n}=this.playback;n!==null&&!i&&this.playback.show(n)},Ae=function(){let{pressed:t,moment:e}=this.playback,s=Math.min(Date.now(),this.whole.to-1);this.asked=this.asked===null?t??e??s:null},it=new WeakMap,vt=new WeakMap,Le=function(){let{localize:t}=this.context;return yt({icon:Vt,heading:t("day_none"),text:t("day_none_text"),action:l`<button class="text-button" @click=${()=>a(this,c,et).call(this,2)}>
          ${T(nt)} ${t("month")}
        </button>
        ${this.watchable.length>0?l`<button class="text-button" @click=${()=>a(this,c,gt).call(this)}>${t("go_live")}</button>`:h}`})},Ue=function(){let{localize:t}=this.context;return l`<div class="controls">
      <button class="text-button" @click=${()=>a(this,c,et).call(this,.5)}>${T(lt)} ${t("day_view")}</button>
    </div>`},qe=function(){return l`<mycamera-month
      .context=${this.context}
      .cameraIds=${this.cameraIds}
      .day=${this.day}
      @mycamera-day=${t=>a(this,c,Rt).call(this,t.detail)}
    ></mycamera-month>`},Ne=function(){let{playback:t,view:e,whole:s}=this;return l`<mycamera-day-controls
      .context=${this.context}
      .moment=${t.moment}
      .speed=${t.speed}
      ?playing=${t.playing}
      ?live=${t.live}
      ?watchable=${this.watchable.length>0}
      ?widest=${e.to-e.from>=s.to-s.from}
      @mycamera-wish=${i=>u(this,it)[i.detail]()}
      @mycamera-speed=${i=>{t.speed=i.detail,this.requestUpdate()}}
    ></mycamera-day-controls>`},je=function(t){let{context:e,cameraIds:s}=this,i=s.length>1;return l`<div class="lines ${i?"several":""}">
        ${i?l`<div class="cameras">${s.map(n=>a(this,c,He).call(this,n))}</div>`:h}
        <mycamera-day-line
          .context=${e}
          .whole=${this.whole}
          .view=${this.view}
          .rows=${s.map(n=>({cameraId:n,day:t.get(n)??null}))}
          .moment=${this.playback.moment}
          .clip=${this.clip}
          @keydown=${u(this,vt)}
          @mycamera-drag=${n=>this.playback.drag(n.detail)}
          @mycamera-seek=${n=>a(this,c,Oe).call(this,n.detail)}
          @mycamera-view=${n=>{this.view=n.detail}}
          @mycamera-month=${()=>{this.month=!0}}
          @mycamera-range=${n=>{this.clip=n.detail}}
        ></mycamera-day-line>
      </div>
      ${this.clip===null?h:l`<mycamera-clip-bar
              .context=${e}
              .cameraIds=${a(this,c,Pe).call(this,this.clip)}
              .range=${this.clip}
              @mycamera-leave=${()=>{this.clip=null}}
            ></mycamera-clip-bar>`}`},He=function(t){let e=B(this.context,t);return l`<button
      aria-pressed=${this.films.includes(t)?"true":"false"}
      title=${e}
      @click=${()=>a(this,c,De).call(this,t)}
    >
      <span dir="auto">${e}</span>
    </button>`},Ve=function(){let t=this.playback.leader||this.films[0];return this.asked===null||t===void 0?h:l`<mycamera-why
      .context=${this.context}
      .cameraId=${t}
      .moment=${this.asked}
      @mycamera-open=${a(this,c,zt)}
      @mycamera-leave=${()=>{this.asked=null}}
    ></mycamera-why>`},zt=function(t){this.dispatchEvent(new CustomEvent("mycamera-open",{detail:t.detail}))},x.styles=[R,Ct,ie],r([p({attribute:!1})],x.prototype,"context",2),r([p({attribute:!1,hasChanged:(t,e)=>t.join()!==e?.join()})],x.prototype,"cameraIds",2),r([p({attribute:!1})],x.prototype,"day",2),r([p({attribute:!1})],x.prototype,"start",2),r([p({type:Boolean})],x.prototype,"connected",2),r([v()],x.prototype,"days",2),r([v()],x.prototype,"failure",2),r([v()],x.prototype,"view",2),r([v()],x.prototype,"films",2),r([v()],x.prototype,"posters",2),r([v()],x.prototype,"month",2),r([v()],x.prototype,"clip",2),r([v()],x.prototype,"asked",2),r([Ft("mycamera-day-film")],x.prototype,"players",2),x=r([E("mycamera-day")],x);export{x as MyCameraDay};
