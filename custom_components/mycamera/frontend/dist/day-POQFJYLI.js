import{b as ce}from"./chunk-HHJDOHJD.js";import{d as se,f as ie}from"./chunk-QVDZC3VE.js";import{b as Mt}from"./chunk-A56LUTNR.js";import"./chunk-XA3GYPX5.js";import"./chunk-LWKKWOXG.js";import{C as Zt,J as at,Q as Ft,R as lt,X as Gt,Y as Yt,_ as Kt,a as Ut,b as Nt,da as Bt,f as jt,h as nt,ka as Jt,o as Ht,u as rt,w as Vt}from"./chunk-2T6RHLYP.js";import{a as te,b as ee,c as oe,d as ne,e as ct,f as re,g as ae,h as le}from"./chunk-SBHIZM2I.js";import{b as B,c as ot}from"./chunk-FJ3T6KF4.js";import{c as Ct}from"./chunk-SCXZBF3W.js";import"./chunk-MMHEOMF5.js";import{a as q,b as l,e as u,g as _,h as d,i as v,j as St,k as Pt,l as R,m as E,q as F,r as Lt,s as z,t as Qt,u as bt,v as N,w as Xt,x as Wt}from"./chunk-HU3JNPAX.js";import{D as At,b as Z,c as Ot,f as P,l as It,m as qt,n as Dt}from"./chunk-UXGMC5Z2.js";import{a as r,b as f,c as g,d as k,e as a}from"./chunk-ZORKPPHW.js";var dt,de,D=class extends _{constructor(){super(...arguments);g(this,dt);this.cameraIds=[];this.range={from:0,to:1};this.busy=!1;this.failed=null}render(){let{localize:t,formats:e}=this.context,{from:s,to:i}=this.range,n=e.range(new Date(s).toISOString(),new Date(i).toISOString());return l`<output>${n} · ${e.duration((i-s)/1e3)}</output>
      <button class="text-button" ?disabled=${this.busy} @click=${()=>{a(this,dt,de).call(this)}}>
        ${z(Gt)} ${t("export")}
      </button>
      <button
        class="icon-button"
        aria-label=${t("draw_cancel")}
        @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
      >
        ${z(rt)}
      </button>
      ${this.failed===null?u:l`<p role="alert">${this.failed}</p>`}`}};dt=new WeakSet,de=async function(){this.busy=!0;try{for(let t of this.cameraIds)await Mt(this.context.hass,t,this.range.from,this.range.to);this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-exporting",{bubbles:!0,composed:!0}))}catch(t){this.failed=N(this.context,P(t)).text}finally{this.busy=!1}},D.styles=[E,q`
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
      @media (max-width: 599px) {
        output {
          inline-size: 100%;
          text-align: center;
        }
      }
      p {
        inline-size: 100%;
        text-align: center;
        color: color-mix(in srgb, var(--mc-bad) 80%, var(--mc-text));
      }
    `],r([d({attribute:!1})],D.prototype,"context",2),r([d({attribute:!1})],D.prototype,"cameraIds",2),r([d({attribute:!1})],D.prototype,"range",2),r([v()],D.prototype,"busy",2),r([v()],D.prototype,"failed",2),D=r([R("mycamera-clip-bar")],D);var pe={ArrowLeft:"back_10",ArrowRight:"forward_10",PageDown:"back_300",PageUp:"forward_300",Home:"first",End:"last"," ":"play",k:"play",l:"live","+":"zoom_in","-":"zoom_out",n:"next_person",p:"previous_person",",":"previous_frame",".":"next_frame"};var Ge=[.5,1,2,4,8,16],C,yt,S=class extends _{constructor(){super(...arguments);g(this,C);this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.watchable=!1;this.widest=!1}render(){let{moment:t,playing:e,context:s}=this,{localize:i,formats:n}=s,h=(m,w,b)=>l`<button
      class="icon-button"
      aria-label=${w}
      title=${w}
      @click=${()=>a(this,C,yt).call(this,b)}
    >
      ${z(m)}
    </button>`;return l`${h(Ut,i("previous_person"),"previous_person")}
      ${h(Bt,i("back_10"),"back_10")}
      ${h(e?Yt:Kt,i(e?"pause":"play"),"play")}
      ${h(Zt,i("forward_10"),"forward_10")}
      ${h(Nt,i("next_person"),"next_person")}
      <output class="clock">${t===null?"":n.timeSeconds(new Date(t).toISOString())}</output>
      ${this.watchable?l`<button
              class="text-button live"
              aria-pressed=${this.live?"true":"false"}
              title=${i("go_live")}
              @click=${()=>a(this,C,yt).call(this,"live")}
            >
              <span class="lamp"></span>${i("live")}
            </button>`:u}
      <select
        aria-label=${i("speed")}
        ?disabled=${this.live}
        @change=${m=>{let w=Number(m.target.value);this.dispatchEvent(new CustomEvent("mycamera-speed",{detail:w}))}}
      >
        ${Ge.map(m=>l`<option value=${m} ?selected=${m===this.speed}>${m}×</option>`)}
      </select>
      ${this.widest?h(nt,i("month"),"zoom_out"):h(Ft,i("zoom_out"),"zoom_out")}
      ${h(lt,i("zoom_in"),"zoom_in")}
      ${h(Vt,i("clip"),"clip")} ${h(at,i("why"),"why")}`}};C=new WeakSet,yt=function(t){this.dispatchEvent(new CustomEvent("mycamera-request",{detail:t}))},S.styles=[E,ee],r([d({attribute:!1})],S.prototype,"context",2),r([d({attribute:!1})],S.prototype,"moment",2),r([d({type:Boolean})],S.prototype,"playing",2),r([d({attribute:!1})],S.prototype,"speed",2),r([d({type:Boolean})],S.prototype,"live",2),r([d({type:Boolean})],S.prototype,"watchable",2),r([d({type:Boolean})],S.prototype,"widest",2),S=r([R("mycamera-day-controls")],S);var me=1e3,Ye=25,Ke=120*me,U,y,J,he,xt,ue,fe,ge,$=class extends _{constructor(){super(...arguments);g(this,y);this.cameraId="";this.spans=[];this.speed=1;this.poster=null;this.named=!1;this.empty=!1;this.live=!1;this.connected=!0;this.problem=null;this.codec=null;g(this,U,null)}disconnectedCallback(){super.disconnectedCallback(),f(this,U)?.close(),k(this,U,null)}updated(){this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}async show(t){let e=ct(this.spans,t);if(e===null)return;this.problem=null,await this.updateComplete;let{Film:s,filmsPlay:i}=await import("./film-RSRQFWTC.js");if(!(!this.video||!this.isConnected)){if(!i()){a(this,y,xt).call(this,"unplayable",e);return}f(this,U)??k(this,U,new s(this.video,this.context.hass,this.cameraId,{at:n=>a(this,y,J).call(this,"mycamera-at",n),ended:n=>a(this,y,he).call(this,n),failed:n=>a(this,y,xt).call(this,n,e)})),await f(this,U).seek(e)}}async play(){await this.video?.play().catch(()=>{})}pause(){this.video?.pause()}get begun(){return f(this,U)!==null}frame(t){let{video:e}=this;!e||f(this,U)===null||(e.pause(),e.currentTime=Math.max(0,e.currentTime+t/Ye))}render(){let{context:t}=this,e=B(t,this.cameraId);return l`<video
        playsinline
        muted
        aria-label=${e}
        poster=${this.poster===null?u:`data:image/jpeg;base64,${this.poster}`}
        @play=${()=>a(this,y,J).call(this,"mycamera-playing",!0)}
        @pause=${()=>{this.video?.ended||a(this,y,J).call(this,"mycamera-playing",!1)}}
      ></video>
      ${this.live?a(this,y,fe).call(this):u}
      ${this.named?l`<span class="name" dir="auto">${e}</span>`:u}
      ${this.live?u:this.empty?l`<p class="nothing">${t.localize("nothing_recorded")}</p>`:a(this,y,ge).call(this)}`}};U=new WeakMap,y=new WeakSet,J=function(t,e){this.dispatchEvent(new CustomEvent(t,{detail:e}))},he=function(t){let e=this.spans.find(([s])=>s>=t);if(e){this.show(e[0]);return}this.problem="ended",a(this,y,J).call(this,"mycamera-ended",t)},xt=function(t,e){this.problem=t,t==="unplayable"&&a(this,y,ue).call(this,e)},ue=async function(t){try{let{hass:e}=this.context,s=await se(e,this.cameraId,t-Ke,t+me);this.codec=s[0]?.codec??null}catch(e){console.info("MyCamera: the codec of the recording cannot be loaded:",P(e))}},fe=function(){let{context:t}=this,e=t.overview?.cameras.find(s=>s.camera_id===this.cameraId);return e?l`<mycamera-live-tile
        .context=${t}
        .camera=${e}
        streaming
        plain
        .connected=${this.connected}
      ></mycamera-live-tile>
      <span class="badge">${t.localize("live_badge")}</span>`:l`<p class="nothing">${t.localize("not_live")}</p>`},ge=function(){let{context:t,problem:e}=this;if(e===null)return u;let{localize:s}=t,i=e==="ended"?s("film_ended"):Xt(t,e,this.codec);return e!=="unplayable"?l`<p class="problem" role="alert">${i}</p>`:l`<div class="problem" role="alert">
      <p>${i}</p>
      <p>${s("unplayable_advice")}</p>
      <button
        class="text-button"
        @click=${n=>{n.stopPropagation(),a(this,y,J).call(this,"mycamera-cut",null)}}
      >
        ${s("clip")}
      </button>
    </div>`},$.styles=[E,q`
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
        padding-inline: 12px;
        text-align: center;
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
    `],r([d({attribute:!1})],$.prototype,"context",2),r([d({attribute:!1})],$.prototype,"cameraId",2),r([d({attribute:!1})],$.prototype,"spans",2),r([d({attribute:!1})],$.prototype,"speed",2),r([d({attribute:!1})],$.prototype,"poster",2),r([d({type:Boolean})],$.prototype,"named",2),r([d({type:Boolean,reflect:!0})],$.prototype,"empty",2),r([d({type:Boolean,reflect:!0})],$.prototype,"live",2),r([d({type:Boolean})],$.prototype,"connected",2),r([v()],$.prototype,"problem",2),r([v()],$.prototype,"codec",2),r([St("video")],$.prototype,"video",2),$=r([R("mycamera-day-film")],$);function ve(p,o,t){let{localize:e}=p;return o===null?l`<div class="foot tall">
      <div class="spinner" role="progressbar" aria-label=${e("loading")}></div>
    </div>`:bt({icon:jt,bad:!0,...N(p,o),action:l`<button class="text-button" @click=${t}>${e("retry")}</button>`})}function be({localize:p},o,t){return bt({icon:Jt,heading:p("day_none"),text:p("day_none_text"),action:l`<button class="text-button" @click=${o}>
        ${z(nt)} ${p("month")}
      </button>
      ${t===null?u:l`<button class="text-button" @click=${t}>${p("go_live")}</button>`}`})}function ye({localize:p},o){return l`<div class="controls">
    <button class="text-button" @click=${o}>${z(lt)} ${p("day_view")}</button>
  </div>`}function pt(p,o){return p.some(([t,e])=>t<=o&&o<e)}function xe(p){let o=[];for(let[t,e]of p.flat().sort((s,i)=>s[0]-i[0])){let s=o.at(-1);s&&t<=s[1]?s[1]=Math.max(s[1],e):o.push([t,e])}return o}function $e(p,o){for(let[t,e]of p)if(pt(e,o))return t;return null}var Be=700;function we(p,o,t){return p===void 0||Math.abs(p-o)>Be*Math.max(1,t)}function ke(p,o,t){return o-p>2e3*Math.max(1,t)}var $t=4;function _e(p,o){return p.includes(o)?p.length===1?p:p.filter(t=>t!==o):[...p,o].slice(-$t)}var G=1e3,Je=2*G,Re=180*G,mt=class{constructor(o){this.host=o;this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.empty=new Set;this.leader="";this.pressed=null;this.#t=new Map;this.#e=!1;o.addController(this)}#t;#e;#n;hostDisconnected(){this.#s()}reset(o){this.#s(),this.moment=o,this.playing=!1,this.#t.clear()}get footage(){return xe(this.host.films.map(o=>this.host.spans(o)))}get dragging(){return this.#e}drag(o){this.#s(),this.#e=!0,this.moment=o,this.host.requestUpdate()}found(o){this.#e=!1,this.#r(o),this.pressed=o}#r(o){this.#a(o)?this.goLive():this.show(o)}#a(o){let t=Date.now(),{from:e,to:s}=this.host.whole;return e<=t&&t<s&&this.host.watchable.length>0&&re(this.footage,o)&&o>t-Re}get#l(){return(this.footage.at(-1)?.[1]??0)>Date.now()-Re}async show(o){this.#s(),this.pressed=null;let t=ct(this.footage,o);if(this.host.requestUpdate(),t===null)return;this.moment=t,this.#t.clear(),this.#c(t),await this.host.updateComplete,this.#o(t);let e=this.#i(this.leader);await e?.show(t),this.playing&&!this.live&&await e?.play()}goLive(){if(this.live||this.host.watchable.length===0)return;for(let t of this.host.players)t.pause();this.live=!0,this.playing=!0,this.empty=new Set,this.pressed=null;let o=()=>{this.moment=Date.now(),this.host.requestUpdate()};this.#n=setInterval(o,G),o()}#s(){clearInterval(this.#n),this.#n=void 0,this.live=!1}#i(o){return[...this.host.players].find(t=>t.cameraId===o)}#c(o){let{films:t}=this.host,e=new Map(t.map(s=>[s,this.host.spans(s)]));this.leader=$e(e,o)??t[0]??""}#o(o){let t=this.host.films.filter(e=>e!==this.leader&&!pt(this.host.spans(e),o));this.empty=new Set(t),this.host.requestUpdate();for(let e of this.host.players){let{cameraId:s}=e;if(s===this.leader)continue;if(t.includes(s)){e.pause();continue}let i=this.#t.get(s);(i===void 0||Date.now()-i.right>Je)&&we(i?.at,o,this.speed)?(this.#t.set(s,{at:o,right:Date.now()}),e.show(o).then(()=>this.playing&&!this.live?e.play():e.pause())):this.playing?e.play():e.pause()}}at(o,t){if(this.#e||this.live)return;if(o!==this.leader){let i=this.#t.get(o);i&&(i.at=t);return}let e=this.moment??t,{films:s}=this.host;if(this.playing&&ke(e,t,this.speed)){let i=s.find(n=>n!==o&&pt(this.host.spans(n),e+G));if(i!==void 0){this.leader=i,this.#i(o)?.pause(),this.#t.set(o,{at:t,right:Date.now()}),this.#o(e+G),this.#i(i)?.play();return}}this.playing&&(this.pressed=null),this.moment=t,this.host.requestUpdate(),s.length>1&&this.#o(t)}told(o,t){o!==this.leader||this.live||(this.playing=t,this.host.requestUpdate())}ended(o,t){if(o!==this.leader||this.live)return;this.host.films.find(s=>s!==o&&this.host.spans(s).some(([,i])=>i>t+G))!==void 0?this.show(t):this.playing&&this.#l&&this.#a(t)?this.goLive():(this.playing=!1,this.host.requestUpdate())}async toggle(){let o=this.#i(this.leader),{live:t}=this;if(this.playing){this.playing=!1;for(let e of this.host.players)e.pause();t&&await this.show(Date.now()),this.host.requestUpdate();return}this.playing=!0,this.host.requestUpdate(),o?.begun?await o.play():await this.show(this.moment??this.footage[0]?.[0]??0),this.moment!==null&&!this.live&&this.#o(this.moment)}step(o){let{from:t,to:e}=this.host.whole,{footage:s}=this,i=Math.min(e,Math.max(t,(this.moment??s[0]?.[0]??t)+o)),n=s.findLast(([m])=>m<=i),h=o<0&&n!==void 0&&i>=n[1];this.#r(h?n[1]-2*G:i)}toEnd(o){this.#r(o==="first"?this.host.whole.from:Math.min(this.host.whole.to,Date.now()))}frame(o){if(this.playing=!1,this.live)this.show(Date.now());else for(let t of this.host.players)t.frame(o);this.host.requestUpdate()}person(o){let t=ae(this.host.seen,this.moment??this.host.whole.from,o);t!==null&&this.show(t)}};var wt=1e3,ht,Ee,j=class extends _{constructor(){super(...arguments);g(this,ht);this.days=new Map;this.moment=null}render(){let{context:t}=this,{localize:e,formats:s,hass:i}=t,n=[...this.days.values()],h=n.flatMap(({spans:b})=>b).reduce((b,[L,it])=>b+it-L,0)/wt,m=n.reduce((b,L)=>b+L.gaps.length,0),w=n.reduce((b,L)=>b+L.persons.length,0);return l`<p class="summary">
        ${e("day_summary",{recorded:s.duration(h),gaps:F(e,i.language,"gaps",m),persons:F(e,i.language,"seen",w)})}
      </p>
      ${a(this,ht,Ee).call(this,n).map(b=>l`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:b}))}
        >
          ${s.timeSeconds(b.first_seen)} ${ot(t,b)[0]?.text??""}
        </button>`)}`}};ht=new WeakSet,Ee=function(t){let{moment:e}=this;return e===null?[]:t.flatMap(({persons:s})=>s).filter(s=>Date.parse(s.first_seen)-wt<=e&&e<=Date.parse(s.last_seen)+wt)},j.styles=[E,q`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding-block: 10px;
      }
      .summary {
        inline-size: 100%;
        color: var(--mc-text-2);
      }
      .shown {
        padding-block: 6px;
        text-align: start;
      }
    `],r([d({attribute:!1})],j.prototype,"context",2),r([d({attribute:!1})],j.prototype,"days",2),r([d({attribute:!1})],j.prototype,"moment",2),j=r([R("mycamera-day-summary")],j);function kt(p){let[o=1970,t=1]=p.split("-").map(Number),e=new Date(Date.UTC(o,t,0)).getUTCDate();return Array.from({length:e},(s,i)=>Ot(`${p.slice(0,8)}01`,i))}function Te(p,o,t,e){let s=(Math.min(t,e)-o)/6e4;return s<=0?0:Math.min(1,p/Math.max(1,s))}var Qe=Date.UTC(2024,0,1),Xe=864e5,Y,Q,ze,Se,A=class extends _{constructor(){super(...arguments);g(this,Q);this.cameraIds=[];this.day="";this.found=null;this.failure=null;g(this,Y,0)}willUpdate(t){(t.has("day")||t.has("cameraIds"))&&a(this,Q,ze).call(this)}render(){let{context:t}=this,{hass:e,formats:s}=t;if(this.failure!==null)return l`<p role="alert">${N(t,this.failure).heading}</p>`;let i=kt(this.day),n=e.locale.language,h=new Intl.DateTimeFormat(n,{weekday:"short",timeZone:"UTC"}),m=new Intl.DateTimeFormat(n,{year:"numeric",month:"long",timeZone:"UTC"});return l`<h2>${m.format(Date.parse(`${this.day}T00:00:00Z`))}</h2>
      <div class="days">
        ${Array.from({length:7},(w,b)=>l`<span class="head">${h.format(Qe+b*Xe)}</span>`)}
        ${i.map((w,b)=>a(this,Q,Se).call(this,w,b===0?ce(w)+1:null,s.today()))}
      </div>`}};Y=new WeakMap,Q=new WeakSet,ze=async function(){k(this,Y,f(this,Y)+1);let t=f(this,Y),{hass:e,formats:s}=this.context,i=kt(this.day),{since:n}=Z(i[0]??this.day,s.timeZone),{until:h}=Z(i.at(-1)??this.day,s.timeZone);try{let m=await Promise.all(this.cameraIds.map(async w=>[w,(await qt(e,w,n,h,s.timeZone)).days]));if(t!==f(this,Y))return;this.found=new Map(m),this.failure=null}catch(m){t===f(this,Y)&&(this.failure=P(m))}},Se=function(t,e,s){let{context:i,found:n}=this,{localize:h,formats:m,hass:w}=i,{since:b,until:L}=Z(t,m.timeZone),it=I=>n?.get(I)?.find(W=>W.day===t),Tt=this.cameraIds.map(I=>({id:I,part:Te(it(I)?.recordings??0,Date.parse(b),Date.parse(L),Date.now())})),vt=this.cameraIds.reduce((I,W)=>I+(it(W)?.persons??0),0),zt=[m.heading(t),...Tt.map(({id:I,part:W})=>`${B(i,I)}: ${m.percent(W)}`),F(h,w.language,"seen",vt)].join(`
`);return l`<button
      style=${e===null?"":`grid-column-start: ${e}`}
      title=${zt}
      aria-current=${t===this.day?"date":"false"}
      ?disabled=${t>s}
      @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-day",{detail:t}))}
    >
      <span class="visually-hidden">${zt}</span>
      <span class="number" aria-hidden="true">${Number(t.slice(8))}</span>
      <span class="persons" aria-hidden="true">${vt>0?m.number(vt):u}</span>
      ${Tt.map(({part:I})=>l`<span class="bar"><span style="inline-size: ${(I*100).toFixed(1)}%"></span></span>`)}
    </button>`},A.styles=[E,q`
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
    `],r([d({attribute:!1})],A.prototype,"context",2),r([d({attribute:!1})],A.prototype,"cameraIds",2),r([d({attribute:!1})],A.prototype,"day",2),r([v()],A.prototype,"found",2),r([v()],A.prototype,"failure",2),A=r([R("mycamera-month")],A);var T,Pe,Oe,Ie,X,O=class extends _{constructor(){super(...arguments);g(this,T);this.why=null;this.failure=null;this.queued=null}willUpdate(t){(t.has("cameraId")||t.has("moment"))&&a(this,T,Pe).call(this)}render(){let{context:t,why:e}=this,{localize:s,formats:i}=t,n=i.timeSeconds(new Date(this.moment).toISOString());return l`<section aria-labelledby="title">
      <header>
        <h2 id="title">${s("why_at",{time:n})}</h2>
        <button
          class="icon-button"
          aria-label=${s("close")}
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
        >
          ${z(rt)}
        </button>
      </header>
      <div aria-live="polite">
        ${this.failure===null?u:l`<p role="alert">${N(t,this.failure).heading}</p>`}
        ${e===null?this.failure===null?l`<div class="spinner" role="progressbar" aria-label=${s("loading")}></div>`:u:a(this,T,Ie).call(this,e)}
      </div>
    </section>`}};T=new WeakSet,Pe=async function(){let{cameraId:t,moment:e}=this;this.why=this.failure=this.queued=null;try{let s=await At(this.context.hass,t,e);this.cameraId===t&&this.moment===e&&(this.why=s)}catch(s){this.failure=P(s)}},Oe=async function(t){try{this.queued=(await ie(this.context.hass,[t])).queued}catch(e){this.failure=P(e)}},Ie=function(t){let{localize:e,formats:s,hass:i}=this.context,n={confidence:s.percent(t.min_confidence),height:s.percent(t.min_height),cause:t.gap_cause===null?"":Wt(this.context,t.gap_cause),zones:t.zones.join(" · "),error:t.analysis_error??""},h=m=>Lt(e,`why_${m}`,"why_nobody_found").replace(/\{(\w+)\}/g,(b,L)=>n[L]??"");return l`
      ${t.reasons.length===0?l`<p class="reason">${z(Ht)} ${e("why_told")}</p>`:t.reasons.map(m=>l`<p class="reason">${z(at)} ${h(m)}</p>`)}
      ${t.analysis_error?l`<p class="error" dir="auto">${t.analysis_error}</p>`:u}
      <div class="persons">
        ${t.persons.map(m=>l`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:m}))}
          >
            ${[s.timeSeconds(m.first_seen),s.percent(m.confidence),e(m.found_live?"why_found_live":"why_found_recorded"),(m.zones??[]).join(", "),ot(this.context,m)[0]?.text??""].filter(Boolean).join(" · ")}
          </button>`)}
      </div>
      <dl>
        ${a(this,T,X).call(this,e("confidence"),`≥ ${n.confidence}`)}
        ${t.min_height>0?a(this,T,X).call(this,e("why_height"),`≥ ${n.height}`):u}
        ${t.zones.length>0?a(this,T,X).call(this,e("zones"),n.zones):u}
        ${t.masks>0?a(this,T,X).call(this,e("why_ignored"),String(t.masks)):u}
        ${t.analysis_status===null?u:a(this,T,X).call(this,e("analysis"),e(`analysis_${t.analysis_status}`))}
      </dl>
      ${this.queued!==null?l`<p role="status">${F(e,i.language,"queued",this.queued)}</p>`:t.record_id!==null&&i.user?.is_admin&&t.persons.length===0?l`<button class="text-button" @click=${()=>{a(this,T,Oe).call(this,t.record_id??0)}}>
                ${e("why_analyze")}
              </button>`:u}
    `},X=function(t,e){return l`<div>
      <dt>${t}</dt>
      <dd dir="auto">${e}</dd>
    </div>`},O.styles=[E,q`
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
      .persons {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .persons .text-button {
        padding-block: 6px;
        text-align: start;
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
    `],r([d({attribute:!1})],O.prototype,"context",2),r([d({attribute:!1})],O.prototype,"cameraId",2),r([d({attribute:!1})],O.prototype,"moment",2),r([v()],O.prototype,"why",2),r([v()],O.prototype,"failure",2),r([v()],O.prototype,"queued",2),O=r([R("mycamera-why")],O);var M=1e3,We=15*M,H,et,K,V,c,qe,De,ut,Ae,ft,_t,tt,Le,Rt,Ue,Ne,st,gt,je,He,Ve,Ze,Fe,Et,x=class extends _{constructor(){super(...arguments);g(this,c);this.cameraIds=[];this.day="";this.start=null;this.connected=!0;this.days=null;this.failure=null;this.view={from:0,to:1};this.films=[];this.posters=new Map;this.month=!1;this.clip=null;this.asked=null;this.playback=new mt(this);g(this,H,0);g(this,et,null);g(this,K,!1);g(this,V);g(this,st,{previous_person:()=>this.playback.person(-1),next_person:()=>this.playback.person(1),back_10:()=>this.playback.step(-10*M),forward_10:()=>this.playback.step(10*M),back_300:()=>this.playback.step(-300*M),forward_300:()=>this.playback.step(300*M),first:()=>this.playback.toEnd("first"),last:()=>this.playback.toEnd("last"),previous_frame:()=>this.playback.frame(-1),next_frame:()=>this.playback.frame(1),play:()=>{this.playback.toggle()},live:()=>a(this,c,ft).call(this),zoom_out:()=>a(this,c,tt).call(this,2),zoom_in:()=>a(this,c,tt).call(this,.5),clip:()=>a(this,c,_t).call(this),why:()=>a(this,c,Ne).call(this)});g(this,gt,t=>{let e=pe[t.key];e!==void 0&&(f(this,st)[e](),t.preventDefault())})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(f(this,V)),k(this,V,void 0)}willUpdate(t){if(t.has("cameraIds")&&(this.films=this.cameraIds.slice(0,$t)),t.has("cameraIds")||t.has("day")){let{playback:e}=this,s=!t.has("day")&&e.moment!==null,{from:i,to:n}=this.whole,{start:h}=this;f(this,K)||k(this,K,s&&e.live),e.reset(s?e.moment:h!==null&&h>=i&&h<n?h:null),s||(this.view={from:i,to:n}),this.days=null,this.clip=null,this.asked=null,this.posters=new Map,a(this,c,ut).call(this)}a(this,c,qe).call(this)}recorded(t){!this.cameraIds.includes(t)||Date.now()>this.whole.to||f(this,V)!==void 0||k(this,V,window.setTimeout(()=>{k(this,V,void 0),a(this,c,ut).call(this)},We))}get whole(){let{since:t,until:e}=Z(this.day,this.context.formats.timeZone);return{from:Date.parse(t),to:Date.parse(e)}}spans(t){return this.days?.get(t)?.spans??[]}get seen(){return this.films.flatMap(e=>this.days?.get(e)?.persons??[]).map(e=>Date.parse(e.first_seen)).sort((e,s)=>e-s)}get watchable(){let t=new Set(this.context.overview?.cameras.map(e=>e.camera_id));return this.films.filter(e=>t.has(e))}render(){let{context:t,days:e,playback:s}=this;return e===null?ve(t,this.failure,()=>{a(this,c,ut).call(this)}):this.month?a(this,c,je).call(this):[...e.values()].every(({spans:i})=>i.length===0)&&!this.playback.live?be(t,()=>a(this,c,tt).call(this,2),this.watchable.length>0?()=>a(this,c,ft).call(this):null):l`<div
        class="films"
        data-count=${this.films.length}
        style="--more-lines: ${Math.max(0,this.cameraIds.length*36-48)}px"
      >
        ${Ct(this.films,i=>i,i=>l`<mycamera-day-film
            .context=${t}
            .cameraId=${i}
            .spans=${this.spans(i)}
            .speed=${s.speed}
            .poster=${this.posters.get(i)??null}
            .connected=${this.connected}
            ?named=${this.films.length>1}
            ?empty=${s.empty.has(i)}
            ?live=${s.live}
            @click=${()=>{s.toggle()}}
            @mycamera-at=${n=>s.at(i,n.detail)}
            @mycamera-playing=${n=>s.told(i,n.detail)}
            @mycamera-ended=${n=>s.ended(i,n.detail)}
            @mycamera-cut=${()=>a(this,c,_t).call(this)}
          ></mycamera-day-film>`)}
      </div>
      ${a(this,c,He).call(this)} ${a(this,c,Ve).call(this,e)} ${a(this,c,Fe).call(this)}
      <mycamera-day-summary
        .context=${t}
        .days=${e}
        .moment=${s.moment}
        @mycamera-open=${a(this,c,Et)}
      ></mycamera-day-summary>`}};H=new WeakMap,et=new WeakMap,K=new WeakMap,V=new WeakMap,c=new WeakSet,qe=function(){let{moment:t,dragging:e,live:s}=this.playback;t===f(this,et)||e||(k(this,et,t),t!==null&&(t<this.whole.to?this.view=ne(this.view,this.whole,t):s&&a(this,c,ft).call(this)))},De=function({from:t,to:e}){let s=this.films.filter(i=>this.spans(i).some(([n,h])=>n<e&&h>t));return s.length>0?s:this.films.slice(0,1)},ut=async function(){k(this,H,f(this,H)+1);let t=f(this,H),{since:e,until:s}=Z(this.day,this.context.formats.timeZone);try{let i=await Promise.all(this.cameraIds.map(async m=>[m,await It(this.context.hass,m,e,s)]));if(t!==f(this,H))return;let n=this.days===null;if(this.days=new Map(i),this.failure=null,!n)return;await this.updateComplete;let{playback:h}=this;f(this,K)?(k(this,K,!1),h.goLive()):h.moment!==null?h.show(h.moment):a(this,c,Ae).call(this,t)}catch(i){t===f(this,H)&&(this.failure=P(i))}},Ae=async function(t){for(let e of this.films){let s=this.spans(e)[0];if(!s)continue;let{picture:i}=await Dt(this.context.hass,e,s[0]).catch(()=>({picture:null}));if(t!==f(this,H))return;i!==null&&(this.posters=new Map([...this.posters,[e,i]]))}},ft=function(){let t=this.context.formats.today();if(this.day===t){this.playback.goLive();return}k(this,K,!0),a(this,c,Rt).call(this,t)},_t=function(){if(this.clip){this.clip=null;return}let{moment:t,footage:e}=this.playback,{clip:s,view:i}=le(t,e,this.view,this.whole);this.clip=s,this.view=i},tt=function(t){let{view:e}=this,s=this.whole;this.month?this.month=t>1:t>1&&e.to-e.from>=s.to-s.from?this.month=!0:this.view=oe(e,s,t,this.playback.moment??(e.from+e.to)/2)},Le=function(t){this.playback.found(t),this.asked!==null&&(this.asked=t)},Rt=function(t){this.month=!1,t!==this.day&&this.dispatchEvent(new CustomEvent("mycamera-day",{detail:t}))},Ue=function(t){let e=_e(this.films,t);if(e===this.films)return;this.films=this.cameraIds.filter(n=>e.includes(n));let{live:s,moment:i}=this.playback;i!==null&&!s&&this.playback.show(i)},Ne=function(){let{pressed:t,moment:e}=this.playback,s=Math.min(Date.now(),this.whole.to-1);this.asked=this.asked===null?t??e??s:null},st=new WeakMap,gt=new WeakMap,je=function(){return l`${ye(this.context,()=>a(this,c,tt).call(this,.5))}
      <mycamera-month
        .context=${this.context}
        .cameraIds=${this.cameraIds}
        .day=${this.day}
        @mycamera-day=${t=>a(this,c,Rt).call(this,t.detail)}
      ></mycamera-month>`},He=function(){let{playback:t,view:e,whole:s}=this;return l`<mycamera-day-controls
      .context=${this.context}
      .moment=${t.moment}
      .speed=${t.speed}
      ?playing=${t.playing}
      ?live=${t.live}
      ?watchable=${this.watchable.length>0}
      ?widest=${e.to-e.from>=s.to-s.from}
      @mycamera-request=${i=>f(this,st)[i.detail]()}
      @mycamera-speed=${i=>{t.speed=i.detail,this.requestUpdate()}}
    ></mycamera-day-controls>`},Ve=function(t){let{context:e,cameraIds:s}=this,i=s.length>1;return l`<div class="lines ${i?"several":""}">
        ${i?l`<div class="cameras">${s.map(n=>a(this,c,Ze).call(this,n))}</div>`:u}
        <mycamera-day-line
          .context=${e}
          .whole=${this.whole}
          .view=${this.view}
          .rows=${s.map(n=>({cameraId:n,day:t.get(n)??null}))}
          .moment=${this.playback.moment}
          .clip=${this.clip}
          @keydown=${f(this,gt)}
          @mycamera-drag=${n=>this.playback.drag(n.detail)}
          @mycamera-seek=${n=>a(this,c,Le).call(this,n.detail)}
          @mycamera-view=${n=>{this.view=n.detail}}
          @mycamera-month=${()=>{this.month=!0}}
          @mycamera-range=${n=>{this.clip=n.detail}}
        ></mycamera-day-line>
      </div>
      ${this.clip===null?u:l`<mycamera-clip-bar
              .context=${e}
              .cameraIds=${a(this,c,De).call(this,this.clip)}
              .range=${this.clip}
              @mycamera-leave=${()=>{this.clip=null}}
            ></mycamera-clip-bar>`}`},Ze=function(t){let e=B(this.context,t);return l`<button
      aria-pressed=${this.films.includes(t)?"true":"false"}
      title=${e}
      @click=${()=>a(this,c,Ue).call(this,t)}
    >
      <span dir="auto">${e}</span>
    </button>`},Fe=function(){let t=this.playback.leader||this.films[0];return this.asked===null||t===void 0?u:l`<mycamera-why
      .context=${this.context}
      .cameraId=${t}
      .moment=${this.asked}
      @mycamera-open=${a(this,c,Et)}
      @mycamera-leave=${()=>{this.asked=null}}
    ></mycamera-why>`},Et=function(t){this.dispatchEvent(new CustomEvent("mycamera-open",{detail:t.detail}))},x.styles=[E,Qt,te],r([d({attribute:!1})],x.prototype,"context",2),r([d({attribute:!1,hasChanged:(t,e)=>t.join()!==e?.join()})],x.prototype,"cameraIds",2),r([d({attribute:!1})],x.prototype,"day",2),r([d({attribute:!1})],x.prototype,"start",2),r([d({type:Boolean})],x.prototype,"connected",2),r([v()],x.prototype,"days",2),r([v()],x.prototype,"failure",2),r([v()],x.prototype,"view",2),r([v()],x.prototype,"films",2),r([v()],x.prototype,"posters",2),r([v()],x.prototype,"month",2),r([v()],x.prototype,"clip",2),r([v()],x.prototype,"asked",2),r([Pt("mycamera-day-film")],x.prototype,"players",2),x=r([R("mycamera-day")],x);export{x as MyCameraDay};
