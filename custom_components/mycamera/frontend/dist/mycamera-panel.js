import{a as Pr,b as Ar,c as re,d as Wi}from"./chunk-YN3ZNTBP.js";import{a as de,b as Ae,c as He,d as Bt,e as Er}from"./chunk-S37TGKCI.js";import{a as $r,b as kr,c as zr,d as As,e as Sr,f as Ki,g as Tr,h as Rr}from"./chunk-3MANRQTK.js";import{b as Or}from"./chunk-HHJDOHJD.js";import{$ as Yn,A as Pn,B as An,C as In,D as Ln,E as Dn,F as Cn,H as Vn,I as Fn,J as zi,K as pt,L as Nn,M as Si,N as Ti,O as Hn,P as jn,Q as Un,R as Ri,S as Bn,T as qn,U as Oi,V as Pi,W as Gn,X as Kn,Y as Ai,Z as Wn,_ as Zn,a as gn,aa as Nt,b as vn,ba as Xn,c as dt,ca as Ii,d as wi,da as Jn,e as bn,ea as Li,f as ce,fa as Qn,ga as Mn,h as _i,ha as Di,i as yn,ia as Ci,j as xn,k as Ne,l as wn,m as _n,n as $n,o as kn,p as En,q as zn,r as $i,s as ki,t as Ei,u as Z,v as Sn,w as Tn,x as Rn,y as On,z as ht}from"./chunk-BHOWC5AJ.js";import{a as _r,b as H,c as Pe,d as qi,e as Qe,f as Gi}from"./chunk-5ALFIUIN.js";import{a as P,b as c,c as Ht,d as ue,e as f,f as er,g as z,h as y,i as v,j as F,k as Vi,l as wr,n as L,o as ne,p as S,q as _,r as me,s as B,t as C,u as ut,v as mt,w as T}from"./chunk-MR3EOKM6.js";import{B as vr,C as br,D as yr,E as xr,F as ji,G as Ui,H as Bi,a as tr,b as Je,c as jt,d as ir,e as O,f as sr,g as Ut,h as nr,i as Fi,j as rr,k as or,m as ar,n as lr,o as cr,p as Ni,q as dr,r as Hi,s as hr,t as pr,u as ur,v as mr,y as fr,z as gr}from"./chunk-U373QYV6.js";import{a as d,b as m,c as x,d as $,e as o}from"./chunk-ZORKPPHW.js";var Zi=class{constructor(s,e=window){this.close=s;this.view=e}#e=!1;opened(){this.#e||(this.#e=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#i))}closed(){this.#e&&(this.#t(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#t()}#t(){this.#e=!1,this.view.removeEventListener("popstate",this.#i)}#i=()=>{this.#t(),this.close()}};var{I:rc}=er,Ir=l=>l;var Yi=l=>l.strings===void 0,Lr=()=>document.createComment(""),ft=(l,s,e)=>{let t=l._$AA.parentNode,i=s===void 0?l._$AB:s._$AA;if(e===void 0){let n=t.insertBefore(Lr(),i),r=t.insertBefore(Lr(),i);e=new rc(n,r,l,l.options)}else{let n=e._$AB.nextSibling,r=e._$AM,a=r!==l;if(a){let h;e._$AQ?.(l),e._$AM=l,e._$AP!==void 0&&(h=l._$AU)!==r._$AU&&e._$AP(h)}if(n!==i||a){let h=e._$AA;for(;h!==n;){let p=Ir(h).nextSibling;Ir(t).insertBefore(h,i),h=p}}}return e},je=(l,s,e=l)=>(l._$AI(s,e),l),oc={},Xi=(l,s=oc)=>l._$AH=s,Dr=l=>l._$AH,Ji=l=>{l._$AR(),l._$AA.remove()};var Cr=(l,s,e)=>{let t=new Map;for(let i=s;i<=e;i++)t.set(l[i],i);return t},ye=Ae(class extends He{constructor(l){if(super(l),l.type!==de.CHILD)throw Error("repeat() can only be used in text expressions")}dt(l,s,e){let t;e===void 0?e=s:s!==void 0&&(t=s);let i=[],n=[],r=0;for(let a of l)i[r]=t?t(a,r):r,n[r]=e(a,r),r++;return{values:n,keys:i}}render(l,s,e){return this.dt(l,s,e).values}update(l,[s,e,t]){let i=Dr(l),{values:n,keys:r}=this.dt(s,e,t);if(!Array.isArray(i))return this.ut=r,n;let a=this.ut??=[],h=[],p,g,u=0,k=i.length-1,I=0,N=n.length-1;for(;u<=k&&I<=N;)if(i[u]===null)u++;else if(i[k]===null)k--;else if(a[u]===r[I])h[I]=je(i[u],n[I]),u++,I++;else if(a[k]===r[N])h[N]=je(i[k],n[N]),k--,N--;else if(a[u]===r[N])h[N]=je(i[u],n[N]),ft(l,h[N+1],i[u]),u++,N--;else if(a[k]===r[I])h[I]=je(i[k],n[I]),ft(l,i[u],i[k]),k--,I++;else if(p===void 0&&(p=Cr(r,I,N),g=Cr(a,u,k)),p.has(a[u]))if(p.has(a[k])){let se=g.get(r[I]),Q=se!==void 0?i[se]:null;if(Q===null){let ie=ft(l,i[u]);je(ie,n[I]),h[I]=ie}else h[I]=je(Q,n[I]),ft(l,i[u],Q),i[se]=null;I++}else Ji(i[k]),k--;else Ji(i[u]),u++;for(;I<=N;){let se=ft(l,h[N+1]);je(se,n[I]),h[I++]=se}for(;u<=k;){let se=i[u++];se!==null&&Ji(se)}return this.ut=r,Xi(l,h),ue}});function Vr(l){return l.connection.sendMessagePromise({type:"mycamera/exports"})}async function Qi(l,s,e,t){let i=await l.connection.subscribeMessage(()=>{},{type:"mycamera/export_clip",camera_id:s,since:new Date(e).toISOString(),until:new Date(t).toISOString()},{resubscribe:!1});await Promise.resolve(i()).catch(()=>{})}function Fr(l,s,e){return l.connection.subscribeMessage(e,{type:"mycamera/follow_export",export_id:s},{resubscribe:!1})}function Nr(l,s){return l.connection.sendMessagePromise({type:"mycamera/cancel_export",export_id:s})}function Hr(l,s){return l.connection.sendMessagePromise({type:"mycamera/delete_export",export_id:s})}var Mi,jr,Ee=class extends z{constructor(){super(...arguments);x(this,Mi);this.cameraIds=[];this.range={from:0,to:1};this.busy=!1;this.failed=null}render(){let{localize:e,formats:t}=this.context,{from:i,to:n}=this.range,r=t.range(new Date(i).toISOString(),new Date(n).toISOString());return c`<output>${r} · ${t.duration((n-i)/1e3)}</output>
      <button class="text-button" ?disabled=${this.busy} @click=${()=>{o(this,Mi,jr).call(this)}}>
        ${_(Pi)} ${e("export")}
      </button>
      <button
        class="icon-button"
        aria-label=${e("draw_cancel")}
        @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
      >
        ${_(Z)}
      </button>
      ${this.failed===null?f:c`<p role="alert">${this.failed}</p>`}`}};Mi=new WeakSet,jr=async function(){this.busy=!0;try{for(let e of this.cameraIds)await Qi(this.context.hass,e,this.range.from,this.range.to);this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-exporting",{bubbles:!0,composed:!0}))}catch(e){this.failed=C(this.context,O(e)).text}finally{this.busy=!1}},Ee.styles=[T,P`
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
    `],d([y({attribute:!1})],Ee.prototype,"context",2),d([y({attribute:!1})],Ee.prototype,"cameraIds",2),d([y({attribute:!1})],Ee.prototype,"range",2),d([v()],Ee.prototype,"busy",2),d([v()],Ee.prototype,"failed",2),Ee=d([S("mycamera-clip-bar")],Ee);var ac=[.5,1,2,4,8,16],qt,Is,fe=class extends z{constructor(){super(...arguments);x(this,qt);this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.watchable=!1;this.widest=!1}render(){let{moment:e,playing:t,context:i}=this,{localize:n,formats:r}=i,a=(h,p,g)=>c`<button
      class="icon-button"
      aria-label=${p}
      title=${p}
      @click=${()=>o(this,qt,Is).call(this,g)}
    >
      ${_(h)}
    </button>`;return c`${a(gn,n("previous_person"),"previous_person")}
      ${a(Xn,n("back_10"),"back_10")}
      ${a(t?Gn:Ai,n(t?"pause":"play"),"play")}
      ${a(In,n("forward_10"),"forward_10")}
      ${a(vn,n("next_person"),"next_person")}
      <output class="clock">${e===null?"":r.timeSeconds(new Date(e).toISOString())}</output>
      ${this.watchable?c`<button
              class="text-button live"
              aria-pressed=${this.live?"true":"false"}
              title=${n("go_live")}
              @click=${()=>o(this,qt,Is).call(this,"live")}
            >
              <span class="lamp"></span>${n("live")}
            </button>`:f}
      <select
        aria-label=${n("speed")}
        ?disabled=${this.live}
        @change=${h=>{let p=Number(h.target.value);this.dispatchEvent(new CustomEvent("mycamera-speed",{detail:p}))}}
      >
        ${ac.map(h=>c`<option value=${h} ?selected=${h===this.speed}>${h}×</option>`)}
      </select>
      ${this.widest?a(_i,n("month"),"zoom_out"):a(Un,n("zoom_out"),"zoom_out")}
      ${a(Ri,n("zoom_in"),"zoom_in")}
      ${a(Tn,n("clip"),"clip")} ${a(zi,n("why"),"why")}`}};qt=new WeakSet,Is=function(e){this.dispatchEvent(new CustomEvent("mycamera-wish",{detail:e}))},fe.styles=[T,kr],d([y({attribute:!1})],fe.prototype,"context",2),d([y({attribute:!1})],fe.prototype,"moment",2),d([y({type:Boolean})],fe.prototype,"playing",2),d([y({attribute:!1})],fe.prototype,"speed",2),d([y({type:Boolean})],fe.prototype,"live",2),d([y({type:Boolean})],fe.prototype,"watchable",2),d([y({type:Boolean})],fe.prototype,"widest",2),fe=d([S("mycamera-day-controls")],fe);var Ur=1e3,lc=25,cc=120*Ur,Ie,G,gt,Br,Ls,qr,Gr,Kr,X=class extends z{constructor(){super(...arguments);x(this,G);this.cameraId="";this.spans=[];this.speed=1;this.poster=null;this.named=!1;this.empty=!1;this.live=!1;this.connected=!0;this.problem=null;this.codec=null;x(this,Ie,null)}disconnectedCallback(){super.disconnectedCallback(),m(this,Ie)?.close(),$(this,Ie,null)}updated(){this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}async show(e){let t=Ki(this.spans,e);if(t===null)return;this.problem=null,await this.updateComplete;let{Film:i,filmsPlay:n}=await import("./film-IJHIQIQA.js");if(!(!this.video||!this.isConnected)){if(!n()){o(this,G,Ls).call(this,"unplayable",t);return}m(this,Ie)??$(this,Ie,new i(this.video,this.context.hass,this.cameraId,{at:r=>o(this,G,gt).call(this,"mycamera-at",r),ended:r=>o(this,G,Br).call(this,r),failed:r=>o(this,G,Ls).call(this,r,t)})),await m(this,Ie).seek(t)}}async play(){await this.video?.play().catch(()=>{})}pause(){this.video?.pause()}get begun(){return m(this,Ie)!==null}frame(e){let{video:t}=this;!t||m(this,Ie)===null||(t.pause(),t.currentTime=Math.max(0,t.currentTime+e/lc))}render(){let{context:e}=this,t=H(e,this.cameraId);return c`<video
        playsinline
        muted
        aria-label=${t}
        poster=${this.poster===null?f:`data:image/jpeg;base64,${this.poster}`}
        @play=${()=>o(this,G,gt).call(this,"mycamera-playing",!0)}
        @pause=${()=>{this.video?.ended||o(this,G,gt).call(this,"mycamera-playing",!1)}}
      ></video>
      ${this.live?o(this,G,Gr).call(this):f}
      ${this.named?c`<span class="name" dir="auto">${t}</span>`:f}
      ${this.live?f:this.empty?c`<p class="nothing">${e.localize("nothing_recorded")}</p>`:o(this,G,Kr).call(this)}`}};Ie=new WeakMap,G=new WeakSet,gt=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},Br=function(e){let t=this.spans.find(([i])=>i>=e);if(t){this.show(t[0]);return}this.problem="ended",o(this,G,gt).call(this,"mycamera-ended",e)},Ls=function(e,t){this.problem=e,e==="unplayable"&&o(this,G,qr).call(this,t)},qr=async function(e){try{let{hass:t}=this.context,i=await Fi(t,this.cameraId,e-cc,e+Ur);this.codec=i[0]?.codec??null}catch(t){console.info("MyCamera: the codec of the recording cannot be loaded:",O(t))}},Gr=function(){let{context:e}=this,t=e.overview?.cameras.find(i=>i.camera_id===this.cameraId);return t?c`<mycamera-live-tile
        .context=${e}
        .camera=${t}
        streaming
        plain
        .connected=${this.connected}
      ></mycamera-live-tile>
      <span class="badge">${e.localize("live_badge")}</span>`:c`<p class="nothing">${e.localize("not_live")}</p>`},Kr=function(){let{context:e,problem:t}=this;if(t===null)return f;let{localize:i}=e,n=t==="ended"?i("film_ended"):ut(e,t,this.codec);return t!=="unplayable"?c`<p class="problem" role="alert">${n}</p>`:c`<div class="problem" role="alert">
      <p>${n}</p>
      <p>${i("unplayable_advice")}</p>
      <button
        class="text-button"
        @click=${r=>{r.stopPropagation(),o(this,G,gt).call(this,"mycamera-cut",null)}}
      >
        ${i("clip")}
      </button>
    </div>`},X.styles=[T,P`
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
    `],d([y({attribute:!1})],X.prototype,"context",2),d([y({attribute:!1})],X.prototype,"cameraId",2),d([y({attribute:!1})],X.prototype,"spans",2),d([y({attribute:!1})],X.prototype,"speed",2),d([y({attribute:!1})],X.prototype,"poster",2),d([y({type:Boolean})],X.prototype,"named",2),d([y({type:Boolean,reflect:!0})],X.prototype,"empty",2),d([y({type:Boolean,reflect:!0})],X.prototype,"live",2),d([y({type:Boolean})],X.prototype,"connected",2),d([v()],X.prototype,"problem",2),d([v()],X.prototype,"codec",2),d([F("video")],X.prototype,"video",2),X=d([S("mycamera-day-film")],X);function es(l,s){return l.some(([e,t])=>e<=s&&s<t)}function Wr(l){let s=[];for(let[e,t]of l.flat().sort((i,n)=>i[0]-n[0])){let i=s.at(-1);i&&e<=i[1]?i[1]=Math.max(i[1],t):s.push([e,t])}return s}function Zr(l,s){for(let[e,t]of l)if(es(t,s))return e;return null}var dc=700;function Yr(l,s,e){return l===void 0||Math.abs(l-s)>dc*Math.max(1,e)}function Xr(l,s,e){return s-l>2e3*Math.max(1,e)}var Me=1e3,hc=2*Me,Jr=180*Me,ts=class{constructor(s){this.host=s;this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.empty=new Set;this.leader="";this.pressed=null;this.#e=new Map;this.#t=!1;s.addController(this)}#e;#t;#i;hostDisconnected(){this.#a()}reset(s){this.#a(),this.moment=s,this.playing=!1,this.#e.clear()}get footage(){return Wr(this.host.films.map(s=>this.host.spans(s)))}get dragging(){return this.#t}drag(s){this.#a(),this.#t=!0,this.moment=s,this.host.requestUpdate()}found(s){this.#t=!1,this.#s(s),this.pressed=s}#s(s){this.#r(s)?this.goLive():this.show(s)}#r(s){let e=Date.now(),{from:t,to:i}=this.host.whole;return t<=e&&e<i&&this.host.watchable.length>0&&Tr(this.footage,s)&&s>e-Jr}get#o(){return(this.footage.at(-1)?.[1]??0)>Date.now()-Jr}async show(s){this.#a(),this.pressed=null;let e=Ki(this.footage,s);if(this.host.requestUpdate(),e===null)return;this.moment=e,this.#e.clear(),this.#c(e),await this.host.updateComplete,this.#l(e);let t=this.#n(this.leader);await t?.show(e),this.playing&&!this.live&&await t?.play()}goLive(){if(this.live||this.host.watchable.length===0)return;for(let e of this.host.players)e.pause();this.live=!0,this.playing=!0,this.empty=new Set,this.pressed=null;let s=()=>{this.moment=Date.now(),this.host.requestUpdate()};this.#i=setInterval(s,Me),s()}#a(){clearInterval(this.#i),this.#i=void 0,this.live=!1}#n(s){return[...this.host.players].find(e=>e.cameraId===s)}#c(s){let{films:e}=this.host,t=new Map(e.map(i=>[i,this.host.spans(i)]));this.leader=Zr(t,s)??e[0]??""}#l(s){let e=this.host.films.filter(t=>t!==this.leader&&!es(this.host.spans(t),s));this.empty=new Set(e),this.host.requestUpdate();for(let t of this.host.players){let{cameraId:i}=t;if(i===this.leader)continue;if(e.includes(i)){t.pause();continue}let n=this.#e.get(i);(n===void 0||Date.now()-n.right>hc)&&Yr(n?.at,s,this.speed)?(this.#e.set(i,{at:s,right:Date.now()}),t.show(s).then(()=>this.playing&&!this.live?t.play():t.pause())):this.playing?t.play():t.pause()}}at(s,e){if(this.#t||this.live)return;if(s!==this.leader){let n=this.#e.get(s);n&&(n.at=e);return}let t=this.moment??e,{films:i}=this.host;if(this.playing&&Xr(t,e,this.speed)){let n=i.find(r=>r!==s&&es(this.host.spans(r),t+Me));if(n!==void 0){this.leader=n,this.#n(s)?.pause(),this.#e.set(s,{at:e,right:Date.now()}),this.#l(t+Me),this.#n(n)?.play();return}}this.playing&&(this.pressed=null),this.moment=e,this.host.requestUpdate(),i.length>1&&this.#l(e)}told(s,e){s!==this.leader||this.live||(this.playing=e,this.host.requestUpdate())}ended(s,e){if(s!==this.leader||this.live)return;this.host.films.find(i=>i!==s&&this.host.spans(i).some(([,n])=>n>e+Me))!==void 0?this.show(e):this.playing&&this.#o&&this.#r(e)?this.goLive():(this.playing=!1,this.host.requestUpdate())}async toggle(){let s=this.#n(this.leader),{live:e}=this;if(this.playing){this.playing=!1;for(let t of this.host.players)t.pause();e&&await this.show(Date.now()),this.host.requestUpdate();return}this.playing=!0,this.host.requestUpdate(),s?.begun?await s.play():await this.show(this.moment??this.footage[0]?.[0]??0),this.moment!==null&&!this.live&&this.#l(this.moment)}step(s){let{from:e,to:t}=this.host.whole,{footage:i}=this,n=Math.min(t,Math.max(e,(this.moment??i[0]?.[0]??e)+s)),r=i.findLast(([h])=>h<=n),a=s<0&&r!==void 0&&n>=r[1];this.#s(a?r[1]-2*Me:n)}toEnd(s){this.#s(s==="first"?this.host.whole.from:Math.min(this.host.whole.to,Date.now()))}frame(s){if(this.playing=!1,this.live)this.show(Date.now());else for(let e of this.host.players)e.frame(s);this.host.requestUpdate()}person(s){let e=Rr(this.host.seen,this.moment??this.host.whole.from,s);e!==null&&this.show(e)}};var Ds=1e3,is,Qr,Ue=class extends z{constructor(){super(...arguments);x(this,is);this.days=new Map;this.moment=null}render(){let{context:e}=this,{localize:t,formats:i,hass:n}=e,r=[...this.days.values()],a=r.flatMap(({spans:g})=>g).reduce((g,[u,k])=>g+k-u,0)/Ds,h=r.reduce((g,u)=>g+u.gaps.length,0),p=r.reduce((g,u)=>g+u.persons.length,0);return c`<p class="summary">
        ${t("day_summary",{recorded:i.duration(a),gaps:L(t,n.language,"gaps",h),persons:L(t,n.language,"seen",p)})}
      </p>
      ${o(this,is,Qr).call(this,r).map(g=>c`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:g}))}
        >
          ${i.timeSeconds(g.first_seen)} ${Pe(e,g)[0]?.text??""}
        </button>`)}`}};is=new WeakSet,Qr=function(e){let{moment:t}=this;return t===null?[]:e.flatMap(({persons:i})=>i).filter(i=>Date.parse(i.first_seen)-Ds<=t&&t<=Date.parse(i.last_seen)+Ds)},Ue.styles=[T,P`
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
    `],d([y({attribute:!1})],Ue.prototype,"context",2),d([y({attribute:!1})],Ue.prototype,"days",2),d([y({attribute:!1})],Ue.prototype,"moment",2),Ue=d([S("mycamera-day-summary")],Ue);function Cs(l){let[s=1970,e=1]=l.split("-").map(Number),t=new Date(Date.UTC(s,e,0)).getUTCDate();return Array.from({length:t},(i,n)=>jt(`${l.slice(0,8)}01`,n))}function Mr(l,s,e,t){let i=(Math.min(e,t)-s)/6e4;return i<=0?0:Math.min(1,l/Math.max(1,i))}var pc=Date.UTC(2024,0,1),uc=864e5,et,vt,eo,to,ze=class extends z{constructor(){super(...arguments);x(this,vt);this.cameraIds=[];this.day="";this.found=null;this.failure=null;x(this,et,0)}willUpdate(e){(e.has("day")||e.has("cameraIds"))&&o(this,vt,eo).call(this)}render(){let{context:e}=this,{hass:t,formats:i}=e;if(this.failure!==null)return c`<p role="alert">${C(e,this.failure).heading}</p>`;let n=Cs(this.day),r=t.locale.language,a=new Intl.DateTimeFormat(r,{weekday:"short",timeZone:"UTC"}),h=new Intl.DateTimeFormat(r,{year:"numeric",month:"long",timeZone:"UTC"});return c`<h2>${h.format(Date.parse(`${this.day}T00:00:00Z`))}</h2>
      <div class="days">
        ${Array.from({length:7},(p,g)=>c`<span class="head">${a.format(pc+g*uc)}</span>`)}
        ${n.map((p,g)=>o(this,vt,to).call(this,p,g===0?Or(p)+1:null,i.today()))}
      </div>`}};et=new WeakMap,vt=new WeakSet,eo=async function(){$(this,et,m(this,et)+1);let e=m(this,et),{hass:t,formats:i}=this.context,n=Cs(this.day),{since:r}=Je(n[0]??this.day,i.timeZone),{until:a}=Je(n.at(-1)??this.day,i.timeZone);try{let h=await Promise.all(this.cameraIds.map(async p=>[p,(await lr(t,p,r,a,i.timeZone)).days]));if(e!==m(this,et))return;this.found=new Map(h),this.failure=null}catch(h){e===m(this,et)&&(this.failure=O(h))}},to=function(e,t,i){let{context:n,found:r}=this,{localize:a,formats:h,hass:p}=n,{since:g,until:u}=Je(e,h.timeZone),k=Q=>r?.get(Q)?.find(ie=>ie.day===e),I=this.cameraIds.map(Q=>({id:Q,part:Mr(k(Q)?.recordings??0,Date.parse(g),Date.parse(u),Date.now())})),N=this.cameraIds.reduce((Q,ie)=>Q+(k(ie)?.persons??0),0),se=[h.heading(e),...I.map(({id:Q,part:ie})=>`${H(n,Q)}: ${h.percent(ie)}`),L(a,p.language,"seen",N)].join(`
`);return c`<button
      style=${t===null?"":`grid-column-start: ${t}`}
      title=${se}
      aria-current=${e===this.day?"date":"false"}
      ?disabled=${e>i}
      @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))}
    >
      <span class="visually-hidden">${se}</span>
      <span class="number" aria-hidden="true">${Number(e.slice(8))}</span>
      <span class="persons" aria-hidden="true">${N>0?h.number(N):f}</span>
      ${I.map(({part:Q})=>c`<span class="bar"><span style="inline-size: ${(Q*100).toFixed(1)}%"></span></span>`)}
    </button>`},ze.styles=[T,P`
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
    `],d([y({attribute:!1})],ze.prototype,"context",2),d([y({attribute:!1})],ze.prototype,"cameraIds",2),d([y({attribute:!1})],ze.prototype,"day",2),d([v()],ze.prototype,"found",2),d([v()],ze.prototype,"failure",2),ze=d([S("mycamera-month")],ze);var oe,io,so,no,bt,xe=class extends z{constructor(){super(...arguments);x(this,oe);this.why=null;this.failure=null;this.queued=null}willUpdate(e){(e.has("cameraId")||e.has("moment"))&&o(this,oe,io).call(this)}render(){let{context:e,why:t}=this,{localize:i,formats:n}=e,r=n.timeSeconds(new Date(this.moment).toISOString());return c`<section aria-labelledby="title">
      <header>
        <h2 id="title">${i("why_at",{time:r})}</h2>
        <button
          class="icon-button"
          aria-label=${i("close")}
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
        >
          ${_(Z)}
        </button>
      </header>
      <div aria-live="polite">
        ${this.failure===null?f:c`<p role="alert">${C(e,this.failure).heading}</p>`}
        ${t===null?this.failure===null?c`<div class="spinner" role="progressbar" aria-label=${i("loading")}></div>`:f:o(this,oe,no).call(this,t)}
      </div>
    </section>`}};oe=new WeakSet,io=async function(){let{cameraId:e,moment:t}=this;this.why=this.failure=this.queued=null;try{let i=await xr(this.context.hass,e,t);this.cameraId===e&&this.moment===t&&(this.why=i)}catch(i){this.failure=O(i)}},so=async function(e){try{this.queued=(await Ui(this.context.hass,[e])).queued}catch(t){this.failure=O(t)}},no=function(e){let{localize:t,formats:i,hass:n}=this.context,r={confidence:i.percent(e.min_confidence),height:i.percent(e.min_height),cause:e.gap_cause===null?"":mt(this.context,e.gap_cause),zones:e.zones.join(" · "),error:e.analysis_error??""},a=h=>ne(t,`why_${h}`,"why_nobody_found").replace(/\{(\w+)\}/g,(g,u)=>r[u]??"");return c`
      ${e.reasons.length===0?c`<p class="reason">${_(kn)} ${t("why_told")}</p>`:e.reasons.map(h=>c`<p class="reason">${_(zi)} ${a(h)}</p>`)}
      ${e.analysis_error?c`<p class="error" dir="auto">${e.analysis_error}</p>`:f}
      ${e.persons.map(h=>c`<button
          class="text-button"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:h}))}
        >
          ${[i.timeSeconds(h.first_seen),i.percent(h.confidence),t(h.found_live?"why_found_live":"why_found_recorded"),(h.zones??[]).join(", "),Pe(this.context,h)[0]?.text??""].filter(Boolean).join(" · ")}
        </button>`)}
      <dl>
        ${o(this,oe,bt).call(this,t("confidence"),`≥ ${r.confidence}`)}
        ${e.min_height>0?o(this,oe,bt).call(this,t("why_height"),`≥ ${r.height}`):f}
        ${e.zones.length>0?o(this,oe,bt).call(this,t("zones"),r.zones):f}
        ${e.masks>0?o(this,oe,bt).call(this,t("why_ignored"),String(e.masks)):f}
        ${e.analysis_status===null?f:o(this,oe,bt).call(this,t("analysis"),t(`analysis_${e.analysis_status}`))}
      </dl>
      ${this.queued!==null?c`<p role="status">${L(t,n.language,"queued",this.queued)}</p>`:e.record_id!==null&&n.user?.is_admin&&e.persons.length===0?c`<button class="text-button" @click=${()=>{o(this,oe,so).call(this,e.record_id??0)}}>
                ${t("why_analyze")}
              </button>`:f}
    `},bt=function(e,t){return c`<div>
      <dt>${e}</dt>
      <dd dir="auto">${t}</dd>
    </div>`},xe.styles=[T,P`
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
    `],d([y({attribute:!1})],xe.prototype,"context",2),d([y({attribute:!1})],xe.prototype,"cameraId",2),d([y({attribute:!1})],xe.prototype,"moment",2),d([v()],xe.prototype,"why",2),d([v()],xe.prototype,"failure",2),d([v()],xe.prototype,"queued",2),xe=d([S("mycamera-why")],xe);var yt=1e3,mc=15*yt,Gt=60*yt,ro=4,fc={ArrowLeft:"back_10",ArrowRight:"forward_10",PageDown:"back_300",PageUp:"forward_300",Home:"first",End:"last"," ":"play",k:"play",l:"live","+":"zoom_in","-":"zoom_out",n:"next_person",p:"previous_person",",":"previous_frame",".":"next_frame"},Be,Wt,tt,qe,E,oo,ao,ss,lo,ns,Vs,Kt,co,Fs,ho,po,Zt,rs,uo,mo,fo,go,vo,bo,yo,Ns,K=class extends z{constructor(){super(...arguments);x(this,E);this.cameraIds=[];this.day="";this.start=null;this.connected=!0;this.days=null;this.failure=null;this.view={from:0,to:1};this.films=[];this.posters=new Map;this.month=!1;this.clip=null;this.asked=null;this.playback=new ts(this);x(this,Be,0);x(this,Wt,null);x(this,tt,!1);x(this,qe);x(this,Zt,{previous_person:()=>this.playback.person(-1),next_person:()=>this.playback.person(1),back_10:()=>this.playback.step(-10*yt),forward_10:()=>this.playback.step(10*yt),back_300:()=>this.playback.step(-300*yt),forward_300:()=>this.playback.step(300*yt),first:()=>this.playback.toEnd("first"),last:()=>this.playback.toEnd("last"),previous_frame:()=>this.playback.frame(-1),next_frame:()=>this.playback.frame(1),play:()=>{this.playback.toggle()},live:()=>o(this,E,ns).call(this),zoom_out:()=>o(this,E,Kt).call(this,2),zoom_in:()=>o(this,E,Kt).call(this,.5),clip:()=>o(this,E,Vs).call(this),why:()=>o(this,E,po).call(this)});x(this,rs,e=>{let t=fc[e.key];t!==void 0&&(m(this,Zt)[t](),e.preventDefault())})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(m(this,qe)),$(this,qe,void 0)}willUpdate(e){if(e.has("cameraIds")&&(this.films=this.cameraIds.slice(0,ro)),e.has("cameraIds")||e.has("day")){let{playback:t}=this,i=!e.has("day")&&t.moment!==null,{from:n,to:r}=this.whole,{start:a}=this;m(this,tt)||$(this,tt,i&&t.live),t.reset(i?t.moment:a!==null&&a>=n&&a<r?a:null),i||(this.view={from:n,to:r}),this.days=null,this.clip=null,this.asked=null,this.posters=new Map,o(this,E,ss).call(this)}o(this,E,oo).call(this)}recorded(e){!this.cameraIds.includes(e)||Date.now()>this.whole.to||m(this,qe)!==void 0||$(this,qe,window.setTimeout(()=>{$(this,qe,void 0),o(this,E,ss).call(this)},mc))}get whole(){let{since:e,until:t}=Je(this.day,this.context.formats.timeZone);return{from:Date.parse(e),to:Date.parse(t)}}spans(e){return this.days?.get(e)?.spans??[]}get seen(){return this.films.flatMap(t=>this.days?.get(t)?.persons??[]).map(t=>Date.parse(t.first_seen)).sort((t,i)=>t-i)}get watchable(){let e=new Set(this.context.overview?.cameras.map(t=>t.camera_id));return this.films.filter(t=>e.has(t))}render(){let{context:e,days:t,playback:i}=this,{localize:n}=e;return this.failure!==null&&t===null?B({icon:ce,bad:!0,...C(e,this.failure),action:c`<button class="text-button" @click=${()=>{o(this,E,ss).call(this)}}>${n("retry")}</button>`}):t===null?c`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${n("loading")}></div>
      </div>`:this.month?c`${o(this,E,mo).call(this)} ${o(this,E,fo).call(this)}`:[...t.values()].every(({spans:r})=>r.length===0)&&!this.playback.live?o(this,E,uo).call(this):c`<div
        class="films"
        data-count=${this.films.length}
        style="--more-lines: ${Math.max(0,this.cameraIds.length*36-48)}px"
      >
        ${ye(this.films,r=>r,r=>c`<mycamera-day-film
            .context=${e}
            .cameraId=${r}
            .spans=${this.spans(r)}
            .speed=${i.speed}
            .poster=${this.posters.get(r)??null}
            .connected=${this.connected}
            ?named=${this.films.length>1}
            ?empty=${i.empty.has(r)}
            ?live=${i.live}
            @click=${()=>{i.toggle()}}
            @mycamera-at=${a=>i.at(r,a.detail)}
            @mycamera-playing=${a=>i.told(r,a.detail)}
            @mycamera-ended=${a=>i.ended(r,a.detail)}
            @mycamera-cut=${()=>o(this,E,Vs).call(this)}
          ></mycamera-day-film>`)}
      </div>
      ${o(this,E,go).call(this)} ${o(this,E,vo).call(this,t)} ${o(this,E,yo).call(this)}
      <mycamera-day-summary
        .context=${e}
        .days=${t}
        .moment=${i.moment}
        @mycamera-open=${o(this,E,Ns)}
      ></mycamera-day-summary>`}};Be=new WeakMap,Wt=new WeakMap,tt=new WeakMap,qe=new WeakMap,E=new WeakSet,oo=function(){let{moment:e,dragging:t,live:i}=this.playback;e===m(this,Wt)||t||($(this,Wt,e),e!==null&&(e<this.whole.to?this.view=Sr(this.view,this.whole,e):i&&o(this,E,ns).call(this)))},ao=function({from:e,to:t}){let i=this.films.filter(n=>this.spans(n).some(([r,a])=>r<t&&a>e));return i.length>0?i:this.films.slice(0,1)},ss=async function(){$(this,Be,m(this,Be)+1);let e=m(this,Be),{since:t,until:i}=Je(this.day,this.context.formats.timeZone);try{let n=await Promise.all(this.cameraIds.map(async h=>[h,await ar(this.context.hass,h,t,i)]));if(e!==m(this,Be))return;let r=this.days===null;if(this.days=new Map(n),this.failure=null,!r)return;await this.updateComplete;let{playback:a}=this;m(this,tt)?($(this,tt,!1),a.goLive()):a.moment!==null?a.show(a.moment):o(this,E,lo).call(this,e)}catch(n){e===m(this,Be)&&(this.failure=O(n))}},lo=async function(e){for(let t of this.films){let i=this.spans(t)[0];if(!i)continue;let{picture:n}=await cr(this.context.hass,t,i[0]).catch(()=>({picture:null}));if(e!==m(this,Be))return;n!==null&&(this.posters=new Map([...this.posters,[t,n]]))}},ns=function(){let e=this.context.formats.today();if(this.day===e){this.playback.goLive();return}$(this,tt,!0),o(this,E,Fs).call(this,e)},Vs=function(){if(this.clip){this.clip=null;return}let e=this.whole,{moment:t,footage:i}=this.playback,n=t??i[0]?.[0]??e.from,r=t===null?n:n-Gt/2,a=As({from:r,to:r+Gt},e);this.clip=a,this.view.to-this.view.from>20*Gt&&(this.view=As({from:n-5*Gt,to:n+5*Gt},e))},Kt=function(e){let{view:t}=this,i=this.whole;this.month?this.month=e>1:e>1&&t.to-t.from>=i.to-i.from?this.month=!0:this.view=zr(t,i,e,this.playback.moment??(t.from+t.to)/2)},co=function(e){this.playback.found(e),this.asked!==null&&(this.asked=e)},Fs=function(e){this.month=!1,e!==this.day&&this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))},ho=function(e){let t=this.films.includes(e);if(t&&this.films.length===1)return;let i=t?this.films.filter(a=>a!==e):[...this.films,e].slice(-ro);this.films=this.cameraIds.filter(a=>i.includes(a));let{live:n,moment:r}=this.playback;r!==null&&!n&&this.playback.show(r)},po=function(){let{pressed:e,moment:t}=this.playback,i=Math.min(Date.now(),this.whole.to-1);this.asked=this.asked===null?e??t??i:null},Zt=new WeakMap,rs=new WeakMap,uo=function(){let{localize:e}=this.context;return B({icon:Ci,heading:e("day_none"),text:e("day_none_text"),action:c`<button class="text-button" @click=${()=>o(this,E,Kt).call(this,2)}>
          ${_(_i)} ${e("month")}
        </button>
        ${this.watchable.length>0?c`<button class="text-button" @click=${()=>o(this,E,ns).call(this)}>${e("go_live")}</button>`:f}`})},mo=function(){let{localize:e}=this.context;return c`<div class="controls">
      <button class="text-button" @click=${()=>o(this,E,Kt).call(this,.5)}>${_(Ri)} ${e("day_view")}</button>
    </div>`},fo=function(){return c`<mycamera-month
      .context=${this.context}
      .cameraIds=${this.cameraIds}
      .day=${this.day}
      @mycamera-day=${e=>o(this,E,Fs).call(this,e.detail)}
    ></mycamera-month>`},go=function(){let{playback:e,view:t,whole:i}=this;return c`<mycamera-day-controls
      .context=${this.context}
      .moment=${e.moment}
      .speed=${e.speed}
      ?playing=${e.playing}
      ?live=${e.live}
      ?watchable=${this.watchable.length>0}
      ?widest=${t.to-t.from>=i.to-i.from}
      @mycamera-wish=${n=>m(this,Zt)[n.detail]()}
      @mycamera-speed=${n=>{e.speed=n.detail,this.requestUpdate()}}
    ></mycamera-day-controls>`},vo=function(e){let{context:t,cameraIds:i}=this,n=i.length>1;return c`<div class="lines ${n?"several":""}">
        ${n?c`<div class="cameras">${i.map(r=>o(this,E,bo).call(this,r))}</div>`:f}
        <mycamera-day-line
          .context=${t}
          .whole=${this.whole}
          .view=${this.view}
          .rows=${i.map(r=>({cameraId:r,day:e.get(r)??null}))}
          .moment=${this.playback.moment}
          .clip=${this.clip}
          @keydown=${m(this,rs)}
          @mycamera-drag=${r=>this.playback.drag(r.detail)}
          @mycamera-seek=${r=>o(this,E,co).call(this,r.detail)}
          @mycamera-view=${r=>{this.view=r.detail}}
          @mycamera-month=${()=>{this.month=!0}}
          @mycamera-range=${r=>{this.clip=r.detail}}
        ></mycamera-day-line>
      </div>
      ${this.clip===null?f:c`<mycamera-clip-bar
              .context=${t}
              .cameraIds=${o(this,E,ao).call(this,this.clip)}
              .range=${this.clip}
              @mycamera-leave=${()=>{this.clip=null}}
            ></mycamera-clip-bar>`}`},bo=function(e){let t=H(this.context,e);return c`<button
      aria-pressed=${this.films.includes(e)?"true":"false"}
      title=${t}
      @click=${()=>o(this,E,ho).call(this,e)}
    >
      <span dir="auto">${t}</span>
    </button>`},yo=function(){let e=this.playback.leader||this.films[0];return this.asked===null||e===void 0?f:c`<mycamera-why
      .context=${this.context}
      .cameraId=${e}
      .moment=${this.asked}
      @mycamera-open=${o(this,E,Ns)}
      @mycamera-leave=${()=>{this.asked=null}}
    ></mycamera-why>`},Ns=function(e){this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e.detail}))},K.styles=[T,me,$r],d([y({attribute:!1})],K.prototype,"context",2),d([y({attribute:!1,hasChanged:(e,t)=>e.join()!==t?.join()})],K.prototype,"cameraIds",2),d([y({attribute:!1})],K.prototype,"day",2),d([y({attribute:!1})],K.prototype,"start",2),d([y({type:Boolean})],K.prototype,"connected",2),d([v()],K.prototype,"days",2),d([v()],K.prototype,"failure",2),d([v()],K.prototype,"view",2),d([v()],K.prototype,"films",2),d([v()],K.prototype,"posters",2),d([v()],K.prototype,"month",2),d([v()],K.prototype,"clip",2),d([v()],K.prototype,"asked",2),d([Vi("mycamera-day-film")],K.prototype,"players",2),K=d([S("mycamera-day")],K);var xo=P`
  :host {
    display: block;
    padding-block-start: 12px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    overflow: hidden;
  }
  li {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 12px;
    padding: 12px 12px 12px 16px;
    padding-inline: 16px 12px;
  }
  li + li {
    border-block-start: 1px solid var(--mc-line);
  }
  .texts {
    display: grid;
    gap: 4px;
    flex: 1 1 240px;
    min-inline-size: 0;
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    color: var(--mc-text-2);
  }
  .missing {
    color: color-mix(in srgb, var(--mc-bad) 70%, var(--mc-text));
  }
  progress {
    inline-size: min(100%, 420px);
    block-size: 8px;
    accent-color: var(--mc-accent);
  }
  .films,
  .sure {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block-start: 4px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding-inline: 12px;
    border-radius: 18px;
    color: inherit;
    text-decoration: none;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .chip svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .chip:hover {
    background: color-mix(in srgb, var(--mc-accent) 8%, var(--mc-surface));
  }
  .bad {
    border-color: var(--mc-bad);
  }
  .said {
    padding-block-end: 12px;
    color: color-mix(in srgb, var(--mc-bad) 80%, var(--mc-text));
  }
`;var gc=2e8,wo="video/mp4",it,ge,j,_o,$o,Hs,ko,js,Eo,zo,So,To,we=class extends z{constructor(){super(...arguments);x(this,j);this.exports=null;this.running=[];this.failure=null;this.said="";this.doomed=null;x(this,it,null);x(this,ge,new Map)}connectedCallback(){super.connectedCallback(),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of m(this,ge).values())e?.();m(this,ge).clear()}async load(){try{let{exports:e,running:t}=await Vr(this.context.hass);this.exports=e,this.running=t,this.failure=null;for(let i of t)o(this,j,_o).call(this,i.export_id)}catch(e){this.failure=O(e)}}reconnected(){m(this,ge).clear(),this.load()}render(){let{context:e,exports:t,running:i}=this,{localize:n}=e;return t===null?this.failure===null?c`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${n("loading")}></div>
        </div>`:B({icon:ce,bad:!0,...C(e,this.failure),action:c`<button class="text-button" @click=${()=>{this.load()}}>${n("retry")}</button>`}):t.length+i.length===0?c`${o(this,j,js).call(this)}
      ${B({icon:Oi,heading:n("no_exports"),text:n("no_exports_text")})}`:c`${o(this,j,js).call(this)}
      <ul>
        ${ye(i,r=>r.export_id,r=>o(this,j,Eo).call(this,r))}
        ${ye(t,r=>r.export_id,r=>o(this,j,zo).call(this,r))}
      </ul>`}};it=new WeakMap,ge=new WeakMap,j=new WeakSet,_o=async function(e){if(!m(this,ge).has(e)){m(this,ge).set(e,null);try{let t=await Fr(this.context.hass,e,i=>o(this,j,$o).call(this,e,i));m(this,ge).has(e)&&m(this,ge).set(e,t)}catch{m(this,ge).delete(e),this.load()}}},$o=function(e,t){let{state:i,percent:n}=t;i==="done"||i==="failed"?(m(this,ge).delete(e),t.error&&(this.said=t.error.message),this.load()):this.running=this.running.map(r=>r.export_id===e?{...r,state:i,percent:n}:r)},Hs=async function(e){try{await e,this.said=""}catch(t){this.said=C(this.context,O(t)).heading}await this.load()},ko=async function(e){try{if(m(this,it)?.name!==e.name){let t=await fetch(this.context.hass.hassUrl(e.url));if(!t.ok)throw new Error(String(t.status));$(this,it,new File([await t.blob()],e.name,{type:wo}))}await navigator.share({files:[m(this,it)]}),$(this,it,null),this.said=""}catch(t){let i=t instanceof DOMException?t.name:"";i==="NotAllowedError"?this.said=this.context.localize("share_again"):i!=="AbortError"&&(this.said=this.context.localize("share_failed"))}},js=function(){return this.said?c`<p class="said" role="alert">${this.said}</p>`:f},Eo=function(e){let{context:t}=this,{localize:i,formats:n}=t,r=H(t,e.camera_id);return c`<li>
      <div class="texts">
        <strong dir="auto">${r}</strong>
        <span>${n.range(e.since,e.until)}</span>
        <progress
          max="100"
          value=${e.percent}
          aria-label=${i(`export_${e.state}`)}
        ></progress>
        <span class="quiet">${i(`export_${e.state}`)} · ${n.percent(e.percent/100)}</span>
      </div>
      <button
        class="icon-button"
        aria-label=${i("export_cancel",{camera:r})}
        @click=${()=>{o(this,j,Hs).call(this,Nr(t.hass,e.export_id))}}
      >
        ${_(Z)}
      </button>
    </li>`},zo=function(e){let{context:t}=this,{localize:i,formats:n,hass:r}=t,a=e.missing.map(h=>`${n.range(h.start,h.end)}: ${mt(t,h.cause)}`).join(`
`);return c`<li>
      <div class="texts">
        <strong dir="auto">${H(t,e.camera_id)||e.name}</strong>
        <span>${n.day(e.since)===n.today()?f:c`${n.heading(n.day(e.since))} · `}${n.range(e.since,e.until)}</span>
        ${e.missing.length>0?c`<span class="missing" title=${a}>
                ${L(i,r.language,"gaps",e.missing.length)}
              </span>`:f}
        <span class="films">
          ${e.films.map(h=>o(this,j,So).call(this,h))}
          <a class="chip" href=${r.hassUrl(e.record_url)} download=${e.record_name} title=${i("export_record_hint")}>
            ${_(Ln)} ${i("export_record")}
          </a>
        </span>
      </div>
      ${o(this,j,To).call(this,e)}
    </li>`},So=function(e){let{localize:t,formats:i,hass:n}=this.context,r=`${i.duration(e.seconds)} · ${i.bytes(e.size)}`,a=vc(e.name)&&e.size<=gc;return c`<a class="chip" href=${n.hassUrl(e.url)} download=${e.name}>
        ${_(Pn)} ${t("download")} <span class="quiet">${r}</span>
      </a>
      ${a?c`<button class="chip" @click=${()=>{o(this,j,ko).call(this,e)}}>
              ${_(Ii)} ${t("share")}
            </button>`:f}`},To=function(e){let{localize:t,hass:i}=this.context;return this.doomed!==e.export_id?c`<button
        class="icon-button"
        aria-label=${t("export_delete",{name:e.name})}
        @click=${()=>{this.doomed=e.export_id}}
      >
        ${_(ht)}
      </button>`:c`<div class="sure" role="group" aria-label=${t("export_delete",{name:e.name})}>
      <button
        class="chip bad"
        @click=${()=>{this.doomed=null,o(this,j,Hs).call(this,Hr(i,e.export_id))}}
      >
        ${t("left_behind_yes")}
      </button>
      <button
        class="chip"
        @click=${()=>{this.doomed=null}}
      >
        ${t("left_behind_no")}
      </button>
    </div>`},we.styles=[T,me,xo],d([y({attribute:!1})],we.prototype,"context",2),d([v()],we.prototype,"exports",2),d([v()],we.prototype,"running",2),d([v()],we.prototype,"failure",2),d([v()],we.prototype,"said",2),d([v()],we.prototype,"doomed",2),we=d([S("mycamera-exports")],we);function vc(l){let{share:s,canShare:e}=navigator;return!!(s&&e?.call(navigator,{files:[new File([],l,{type:wo})]}))}var bc={no_camera:Ne,no_permission:Hn,no_worker:Nt,worker_away:Nt,away:Nn,detection_off:An,wait:dt},yc="/config/integrations/integration/mycamera";function xc({cameras:l,removed_cameras:s,worker:e},t){if(l.length===0&&s.length===0)return t?"no_camera":"no_permission";if(e.status==="not_set_up")return"no_worker";if(e.status==="failed"||e.status==="disconnected")return"worker_away";let i=l.filter(r=>r.detection_enabled);return l.length>0&&i.length===0?"detection_off":i.some(r=>r.watching||r.recording_status==="recording")||i.length===0?"wait":"away"}function os(l,s,e){let{localize:t,hass:i}=l,n=i.user?.is_admin??!1,r=xc(s,n),a={icon:bc[r],heading:t(`step_${r}`),text:t(`step_${r}_text`)};if(r==="worker_away"||r==="away"){let p=c`<button class="text-button" @click=${e}>${t("step_system")}</button>`;return B({...a,action:p})}return!n||r==="wait"?B(a):B({...a,action:c`<a class="text-button" href=${yc}>${t(r==="no_camera"?"step_add_camera":r==="no_worker"?"step_add_worker":"add_camera")}</a>`})}var as,Ro,Se=class extends z{constructor(){super(...arguments);x(this,as);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(e){let t=e.get("camera");t&&t.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:e,formats:t}=this.context,{name:i,records:n,persons:r,bytes:a}=this.camera,h=(g,u)=>c`<button class="text-button" ?disabled=${this.busy} @click=${u}>${g}</button>`,p={name:i,records:String(n),persons:String(r),size:t.bytes(a)};return c`<div class="left" role="group">
      <p dir="auto">${this.asking?e("left_behind_sure"):e("left_behind",p)}</p>
      ${this.asking?c`${h(e("left_behind_no"),()=>{this.asking=!1})}
            ${h(e("left_behind_yes"),()=>{o(this,as,Ro).call(this)})}`:h(e("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?f:c`<p class="problem" role="alert">${e("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};as=new WeakSet,Ro=async function(){let{camera_id:e}=this.camera;this.busy=!0,this.failed=null;try{let t=await rr(this.context.hass,e);if(this.camera.camera_id!==e)return;t.records+t.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(t){this.camera.camera_id===e&&(this.failed=O(t))}finally{this.busy=!1,this.asking=!1}},Se.styles=[T,P`
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
    `],d([y({attribute:!1})],Se.prototype,"context",2),d([y({attribute:!1})],Se.prototype,"camera",2),d([v()],Se.prototype,"asking",2),d([v()],Se.prototype,"busy",2),d([v()],Se.prototype,"failed",2),Se=d([S("mycamera-left-behind")],Se);var Po=1.7777777777777777,Ao=260,Io=600,Oo=6;function Lo(l,s,e,t){let i=Math.max(1,l),n={columns:1,rows:i},r=0;for(let a=1;a<=i;a+=1){let h=Math.ceil(i/a),p=(s-t*(a-1))/a,g=(e-t*(h-1))/h,u=Math.min(p,g*Po);u>r&&(r=u,n={columns:a,rows:h})}return n}function Do({columns:l,rows:s},e,t,i){let n=(e-i*(l-1))/l,r=(t-i*(s-1))/s;return Math.min(n,r*Po)<(e<Io?e:Ao)}function Co(l,s){return l<Io?1:Math.max(1,Math.floor((l+s)/(Ao+80+s)))}function Vo(l,s){if(s!==null)return new Set([s]);let e=l.length<=Oo?l:l.filter(t=>t.persons);return new Set(e.slice(0,Oo).map(t=>t.camera_id))}var Yt=6,wc=5e3,_c=4e3,Xt,xt,Jt,wt,Ge,Qt,ae,Us,Bs,_t,ls,Mt,Fo,M=class extends z{constructor(){super(...arguments);x(this,ae);this.cameras=[];this.watched=null;this.connected=!0;this.kiosk=!1;this.width=0;this.height=0;this.pointed=!1;x(this,Xt,new Map);x(this,xt,null);x(this,Jt);x(this,wt);x(this,Ge,null);x(this,Qt,new ResizeObserver(([e])=>{this.width=e?.contentRect.width??0,this.height=e?.contentRect.height??0}));x(this,_t,async()=>{this.kiosk?!document.hidden&&"wakeLock"in navigator&&$(this,Ge,await navigator.wakeLock.request("screen").catch(()=>null)):(m(this,Ge)?.release(),$(this,Ge,null))});x(this,Mt,()=>{this.pointed=!0,window.clearTimeout(m(this,wt)),$(this,wt,window.setTimeout(()=>{this.pointed=!1},_c))})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",m(this,_t)),o(this,ae,Us).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),document.removeEventListener("visibilitychange",m(this,_t)),m(this,Qt).disconnect(),window.clearTimeout(m(this,Jt)),window.clearTimeout(m(this,wt)),(e=m(this,xt))==null||e.call(this),$(this,xt,null),m(this,Ge)?.release(),$(this,Ge,null)}updated(e){this.wall&&m(this,Qt).observe(this.wall),e.has("kiosk")&&(this.kiosk&&this.over&&!this.over.matches(":popover-open")&&this.over.showPopover(),m(this,_t).call(this))}render(){let{context:e,kiosk:t}=this,{localize:i,hass:n}=e,r=this.cameras.reduce((a,h)=>a+(h.persons??0),0);return c`<div
      class="over ${this.pointed?"pointed":""}"
      popover=${t?"manual":f}
      @pointermove=${m(this,Mt)}
      @pointerdown=${m(this,Mt)}
      @keydown=${a=>{a.key==="Escape"&&t&&this.watched===null&&o(this,ae,ls).call(this,!1)}}
    >
      ${t?c`<button class="icon-button leave" aria-label=${i("leave_kiosk")} @click=${()=>o(this,ae,ls).call(this,!1)}>
              ${_(Z)}
            </button>`:c`<div class="bar">
              <p role="status">${L(i,n.language,"in_view",r)}</p>
              <button class="text-button" title=${i("kiosk_hint")} @click=${()=>o(this,ae,ls).call(this,!0)}>
                ${_(qn)}<span>${i("kiosk")}</span>
              </button>
            </div>`}
      ${t&&!this.connected?c`<p class="lost" role="alert">${i("connection_lost")}</p>`:f}
      <div class="wall">${this.width>0?o(this,ae,Fo).call(this):f}</div>
    </div>`}};Xt=new WeakMap,xt=new WeakMap,Jt=new WeakMap,wt=new WeakMap,Ge=new WeakMap,Qt=new WeakMap,ae=new WeakSet,Us=async function(){try{let e=await vr(this.context.hass,({camera_id:t,time:i,persons:n})=>{o(this,ae,Bs).call(this,t).add(Date.parse(i),n);for(let r of this.tiles??[])r.camera.camera_id===t&&r.looked()});this.isConnected?$(this,xt,e):e()}catch{this.isConnected&&$(this,Jt,window.setTimeout(()=>{o(this,ae,Us).call(this)},wc))}},Bs=function(e){let t=m(this,Xt).get(e);return t||(t=new Pr,m(this,Xt).set(e,t)),t},_t=new WeakMap,ls=function(e){!e&&this.over?.matches(":popover-open")&&this.over.hidePopover(),this.dispatchEvent(new CustomEvent("mycamera-kiosk",{detail:e}))},Mt=new WeakMap,Fo=function(){let{cameras:e,context:t,width:i,height:n,watched:r}=this,a=Lo(e.length,i,n,Yt),h=!this.kiosk&&Do(a,i,n,Yt),p=h?Co(i,Yt):a.columns,g=Vo(e,r),u=Math.min((i-Yt*(p-1))/p,(n-Yt*(a.rows-1))/a.rows*(16/9)),k=h?{gridTemplateColumns:`repeat(${p}, 1fr)`}:{gridTemplateColumns:`repeat(${p}, ${Math.max(1,Math.floor(u))}px)`,alignContent:"center"};return c`<div class="grid ${r===null?"":"one"}" style=${Bt(k)}>
      ${ye(e,I=>I.camera_id,I=>c`<mycamera-live-tile
          .context=${t}
          .camera=${I}
          .trail=${o(this,ae,Bs).call(this,I.camera_id)}
          .streaming=${g.has(I.camera_id)}
          .connected=${this.connected}
          ?large=${r===I.camera_id}
        ></mycamera-live-tile>`)}
    </div>`},M.styles=[T,Er],d([y({attribute:!1})],M.prototype,"context",2),d([y({attribute:!1})],M.prototype,"cameras",2),d([y({attribute:!1})],M.prototype,"watched",2),d([y({type:Boolean})],M.prototype,"connected",2),d([y({type:Boolean,reflect:!0})],M.prototype,"kiosk",2),d([v()],M.prototype,"width",2),d([v()],M.prototype,"height",2),d([v()],M.prototype,"pointed",2),d([F(".wall")],M.prototype,"wall",2),d([F(".over")],M.prototype,"over",2),d([Vi("mycamera-live-tile")],M.prototype,"tiles",2),M=d([S("mycamera-live-wall")],M);var cs,No,Le=class extends z{constructor(){super(...arguments);x(this,cs);this.detection=null;this.open=!1;this.failed=null}willUpdate(e){e.has("detection")&&e.get("detection")?.event_id!==this.detection?.event_id&&(this.open=!1)}render(){let{localize:e,hass:t}=this.context,{detection:i}=this;return!i||!t.user?.is_admin?f:this.open?c`<form @submit=${o(this,cs,No)} @keydown=${n=>n.stopPropagation()}>
      <label>English <input name="caption" maxlength="2000" lang="en" .value=${i.caption??""} /></label>
      <label>中文 <input name="caption_zh" maxlength="2000" lang="zh-Hans" .value=${i.caption_zh??""} /></label>
      ${this.failed===null?f:c`<p role="alert">${e("save_failed",{code:this.failed})}</p>`}
      <button class="text-button" type="submit">${e("save")}</button>
      <button
        class="text-button"
        type="button"
        @click=${()=>{this.open=!1}}
      >
        ${e("draw_cancel")}
      </button>
    </form>`:c`<button
        class="text-button"
        @click=${()=>{this.open=!0}}
      >
        ${_(Kn)} ${e("correct_caption")}
      </button>`}};cs=new WeakSet,No=async function(e){e.preventDefault();let{detection:t}=this;if(!t)return;let i=new FormData(e.target);try{let n=await ur(this.context.hass,t.event_id,String(i.get("caption")??""),String(i.get("caption_zh")??""));this.open=!1,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-corrected",{detail:{...t,...n,caption_status:"done"},bubbles:!0,composed:!0}))}catch(n){this.failed=O(n)}},Le.styles=[T,P`
      :host {
        display: contents;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        inline-size: 100%;
      }
      label {
        display: grid;
        flex: 1 1 260px;
        font-size: 12px;
        color: var(--mc-text-2);
      }
      input {
        font: inherit;
        font-size: 15px;
        color: var(--mc-text);
        background: var(--mc-page);
        border: 1px solid var(--mc-line);
        border-radius: 8px;
        min-block-size: 40px;
        padding-inline: 10px;
      }
      p {
        inline-size: 100%;
        color: var(--mc-bad);
      }
    `],d([y({attribute:!1})],Le.prototype,"context",2),d([y({attribute:!1})],Le.prototype,"detection",2),d([v()],Le.prototype,"open",2),d([v()],Le.prototype,"failed",2),Le=d([S("mycamera-caption-editor")],Le);var ds=P`
  dialog {
    padding: 0;
    border: 0;
    border-radius: var(--mc-radius);
    color: var(--mc-text);
    background: var(--mc-surface);
    box-shadow: 0 8px 40px rgba(0, 0, 0, 0.4);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgba(0, 0, 0, 0.6);
  }
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    flex: none;
    padding: 6px 8px;
    padding-inline-start: 20px;
    padding-block-start: calc(6px + var(--safe-area-inset-top, env(safe-area-inset-top, 0px)));
    border-block-end: 1px solid var(--mc-line);
  }
  header .icon-button {
    inline-size: 44px;
    block-size: 44px;
  }
  h2 {
    flex: 1;
    display: flex;
    align-items: baseline;
    min-inline-size: 0;
    font-size: 18px;
    font-weight: 500;
  }
  @media (max-width: 799px) {
    dialog {
      inline-size: 100vw;
      max-inline-size: 100vw;
      block-size: 100dvh;
      max-block-size: 100dvh;
      border-radius: 0;
    }
    header {
      padding-inline-start: 16px;
    }
  }
`;var De,qs,hs,_e=class extends z{constructor(){super(...arguments);x(this,De);this.detection=null;this.placed=!1;this.asked=null;this.busy=!1;this.failed=null}willUpdate(e){!e.has("detection")||e.get("detection")?.event_id===this.detection?.event_id||(this.asked=null,this.failed=null)}render(){let{localize:e,hass:t}=this.context;if(!this.detection||!t.user?.is_admin)return f;let i=(r,a,h,p=!1)=>c`<button
      class="text-button"
      ?disabled=${this.busy||p}
      @click=${a}
    >
      ${h?_(h):f} ${r}
    </button>`;if(this.asked===null)return c`${i(e("no_person"),()=>o(this,De,hs).call(this,"false_positive"),dt)}
      ${i(e("delete_person"),()=>o(this,De,hs).call(this,"delete"),ht)}`;let n=this.asked==="false_positive";return c`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${e(n?"no_person_sure":"delete_person_sure")}</p>
      ${i(e("keep"),()=>o(this,De,hs).call(this,null))}
      ${n?i(e("no_person_ignore"),()=>{o(this,De,qs).call(this,!0,!0)},void 0,!this.placed):f}
      ${i(e(n?"no_person":"delete_for_good"),()=>{o(this,De,qs).call(this,n,!1)})}
      ${this.failed===null?f:c`<p class="problem" role="alert">${e("delete_person_failed",{code:this.failed})}</p>`}
    </div>`}};De=new WeakSet,qs=async function(e,t){let{detection:i}=this;if(!(!i||this.busy)){this.busy=!0,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-removing"));try{await hr(this.context.hass,i.event_id,e),this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{ignore:t}}))}catch(n){this.failed=O(n)}finally{this.busy=!1}}},hs=function(e){this.asked=e,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},_e.styles=[T,P`
      :host {
        display: contents;
      }
      .asked {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        inline-size: 100%;
        padding: 12px;
        border: 1px solid var(--mc-line);
        border-radius: 12px;
      }
      p {
        flex: 1 1 100%;
      }
      .problem {
        color: var(--mc-bad);
      }
    `],d([y({attribute:!1})],_e.prototype,"context",2),d([y({attribute:!1})],_e.prototype,"detection",2),d([y({type:Boolean})],_e.prototype,"placed",2),d([v()],_e.prototype,"asked",2),d([v()],_e.prototype,"busy",2),d([v()],_e.prototype,"failed",2),_e=d([S("mycamera-person-removal")],_e);var $c=2,kc=12e4,Ho=3e3,Ce,$e,Gs,jo,Uo,Bo,he=class extends z{constructor(){super(...arguments);x(this,$e);this.detail=null;this.error=null;this.problem=null;this.following=null;this.box=null;this.size=null;x(this,Ce)}disconnectedCallback(){super.disconnectedCallback(),m(this,Ce)!==void 0&&this.video?.cancelVideoFrameCallback(m(this,Ce)),$(this,Ce,void 0)}willUpdate(e){!e.has("detail")||e.get("detail")?.event_id===this.detail?.event_id||(this.problem=null,this.following=null,this.box=null,this.size=null)}updated(){o(this,$e,Gs).call(this)}render(){let{context:e,detail:t}=this,{localize:i,hass:n}=e;if(this.error!==null)return c`<p class="instead" role="alert">${C(e,this.error).heading}</p>`;if(t===null)return c`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`;if(t.recording===null){let g=Date.now()-Date.parse(t.last_seen)<kc,u=c`<p class="instead" role="status">
        ${i(g?"recording_writing":"recording_missing")}
      </p>`;return!g||t.live_url===null?u:c`<div class="live">
        <img src=${n.hassUrl(t.live_url)} alt=${i("live_picture")} />
        ${u}
      </div>`}let r=n.hassUrl(t.recording.url);if(this.problem!==null)return c`<div class="instead" role="alert">
        <p>${ut(e,this.problem,t.recording.codec)}</p>
        ${this.problem==="unplayable"?c`<a class="text-button" href=${r} download>${i("download")}</a>`:f}
      </div>`;let a=Math.max(0,t.recording.offset-$c),{following:h}=this,p=Date.parse((h??t.recording).start);return c`<video
        src=${h?.video_url?n.hassUrl(h.video_url):`${r}#t=${a.toFixed(1)}`}
        @loadedmetadata=${g=>{let{videoWidth:u,videoHeight:k}=g.target;this.size={width:u,height:k}}}
        @ended=${g=>{o(this,$e,Uo).call(this,t,p,g.target.duration)}}
        aria-label=${i("recording")}
        controls
        autoplay
        muted
        playsinline
        @error=${()=>{o(this,$e,jo).call(this,t,r)}}
      ></video>
      ${o(this,$e,Bo).call(this)}`}};Ce=new WeakMap,$e=new WeakSet,Gs=function(){m(this,Ce)!==void 0||!this.video||!("requestVideoFrameCallback"in this.video)||$(this,Ce,this.video.requestVideoFrameCallback((e,{mediaTime:t})=>{$(this,Ce,void 0);let{detail:i}=this;if(!this.isConnected||i?.recording==null)return;let n=Date.parse((this.following??i.recording).start)-Date.parse(i.first_seen);this.box=Ar(i.path,n/1e3+t),o(this,$e,Gs).call(this)}))},jo=async function(e,t){let i=await Bi(t);this.detail===e&&(this.problem=i)},Uo=async function(e,t,i){let n=t+i*1e3;if(Date.parse(e.last_seen)>n)try{let a=(await Fi(this.context.hass,e.camera_id,n-Ho,n+Ho)).findLast(h=>h.video_url!==null&&Date.parse(h.start)>t);a&&this.detail===e&&(this.following=a)}catch(r){console.info("MyCamera: the next recording cannot be loaded:",O(r))}},Bo=function(){let{box:e,size:t}=this;if(e===null||t===null||t.width===0)return f;let[i,n,r,a]=e;return c`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${n*t.height}
        width=${(r-i)*t.width}
        height=${(a-n)*t.height}
        rx=${t.height/100}
      />
    </svg>`},he.styles=[T,P`
      :host {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
      }
      video {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
      }
      .box {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        fill: none;
        stroke: var(--mc-accent);
        stroke-width: 2px;
        pointer-events: none;
      }
      .box rect {
        vector-effect: non-scaling-stroke;
      }
      .live img {
        display: block;
        inline-size: 100%;
      }
      .instead {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 16px;
        color: #cfcfcf;
        text-align: center;
      }
    `],d([y({attribute:!1})],he.prototype,"context",2),d([y({attribute:!1})],he.prototype,"detail",2),d([y({attribute:!1})],he.prototype,"error",2),d([v()],he.prototype,"problem",2),d([v()],he.prototype,"following",2),d([v()],he.prototype,"box",2),d([v()],he.prototype,"size",2),d([F("video")],he.prototype,"video",2),he=d([S("mycamera-person-video")],he);var ps,qo,ve=class extends z{constructor(){super(...arguments);x(this,ps);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(e){(e.has("kept")||e.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:e,hass:t}=this.context,i=_(this.now?Si:Ti);if(!t.user?.is_admin)return this.now?c`<span class="sign" role="img" aria-label=${e("protected")} title=${e("protected")}>
            ${i}${this.verbose?e("protected"):f}
          </span>`:f;let n=e(this.now?"unprotect":"protect"),r=this.failed===null?"":e("protect_failed",{code:this.failed});return c`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${e("protect")}
        title=${r||n}
        ?disabled=${this.busy}
        @click=${o(this,ps,qo)}
      >
        ${i}${this.verbose?c`<span>${e(this.now?"protected":"protect")}</span>`:f}
      </button>
      ${r?c`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${r}</p>`:f}`}};ps=new WeakSet,qo=async function(){let e=this.recordId;if(!(e===null||this.busy)){this.busy=!0;try{let t=await ji(this.context.hass,[e],!this.now);this.recordId===e&&(this.now=t.protected,this.failed=null)}catch(t){this.recordId===e&&(this.failed=O(t))}finally{this.busy=!1}}},ve.styles=[T,P`
      :host {
        display: block;
      }
      .icon-button,
      .sign {
        color: var(--mc-text-2);
      }
      .sign {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 8px;
      }
      [aria-pressed="true"] {
        color: var(--mc-accent);
      }
      .icon-button[aria-pressed="false"] {
        opacity: 0.6;
      }
      .problem {
        padding-block-start: 4px;
        color: var(--mc-bad);
      }
    `],d([y({attribute:!1})],ve.prototype,"context",2),d([y({attribute:!1})],ve.prototype,"recordId",2),d([y({attribute:!1})],ve.prototype,"kept",2),d([y({type:Boolean})],ve.prototype,"verbose",2),d([v()],ve.prototype,"now",2),d([v()],ve.prototype,"busy",2),d([v()],ve.prototype,"failed",2),ve=d([S("mycamera-protection")],ve);var Go=5e3,R,Ks,Ko,ei,ti,Wo,ii,Zo,Yo,Xo,Jo,Qo,Mo,ea,ta,ia,sa,na,W=class extends z{constructor(){super(...arguments);x(this,R);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.around=null;this.shared=null;this.exporting=!1;this.undescribed=null;this.describing=null;this.removing=null}willUpdate(e){if(!e.has("detection"))return;if(e.get("detection")?.event_id===this.detection?.event_id){this.detection?.caption_status==="done"&&(this.describing=null);return}this.detail=null,this.error=null,this.broken=!1,this.size=null,this.around=null,this.shared=null,this.undescribed=this.describing=null,this.detection&&(o(this,R,Ks).call(this,this.detection.event_id),Hi(this.context.hass,{event_ids:[this.detection.event_id]}).catch(()=>{}))}updated(e){e.has("detection")&&(this.detection&&!this.newer&&!this.older&&this.around===null&&o(this,R,Ko).call(this,this.detection),this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(e){this.detection?.camera_id===e&&this.detail?.recording===null&&o(this,R,Ks).call(this,this.detection.event_id)}render(){return c`<dialog aria-labelledby="title" @close=${o(this,R,Wo)} @click=${o(this,R,Yo)} @keydown=${o(this,R,Zo)}>
      ${this.detection?o(this,R,Xo).call(this,this.detection):f}
    </dialog>`}};R=new WeakSet,Ks=async function(e){try{let t=await Ni(this.context.hass,e);this.detection?.event_id===e&&(this.detail=t)}catch(t){this.detection?.event_id===e&&(this.error=O(t))}},Ko=async function(e){try{let t=await dr(this.context.hass,e);this.detection?.event_id===e.event_id&&(this.around=t)}catch(t){console.info("MyCamera: who comes before and after cannot be loaded:",O(t))}},ei=function(){return this.newer??this.around?.newer??null},ti=function(){return this.older??this.around?.older??null},Wo=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},ii=function(e){e&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},Zo=function(e){let t=e.composedPath()[0];if(t instanceof HTMLVideoElement||t instanceof HTMLInputElement)return;let i=getComputedStyle(this).direction==="rtl";if(e.key==="ArrowLeft")o(this,R,ii).call(this,i?m(this,R,ti):m(this,R,ei));else if(e.key==="ArrowRight")o(this,R,ii).call(this,i?m(this,R,ei):m(this,R,ti));else return;e.preventDefault()},Yo=function(e){e.target===this.dialog&&this.dialog.close()},Xo=function(e){let{context:t}=this,i=m(this,R,ei),n=m(this,R,ti),{localize:r,formats:a}=t,h=Pe(t,e),p=e.caption_status==="pending"||e.caption_status==="running",g=H(t,e.camera_id);return c`
      <header>
        <h2 id="title">
          <span dir="auto">${g}</span>
          <time datetime=${e.first_seen}>${a.dateTime(e.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!i} aria-label=${r("newer")} @click=${()=>o(this,R,ii).call(this,i)}>
          ${_($i)}
        </button>
        <button class="icon-button turn" ?disabled=${!n} aria-label=${r("older")} @click=${()=>o(this,R,ii).call(this,n)}>
          ${_(ki)}
        </button>
        <button class="icon-button" autofocus aria-label=${r("close")} @click=${()=>this.dialog.close()}>
          ${_(Z)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${o(this,R,ta).call(this,e,g)}</figure>
          <figure>
            <mycamera-person-video .context=${t} .detail=${this.detail} .error=${this.error}></mycamera-person-video>
          </figure>
        </div>
        <div class="text">
          ${h.length===0?c`<p class="none">${r(p?"caption_pending":"no_caption")}</p>`:h.map((u,k)=>c`<p class=${k===0?"caption":"other"} lang=${u.lang} dir="auto">${u.text}</p>`)}
          <dl>
            <div>
              <dt>${r("seen")}</dt>
              <dd>${a.range(e.first_seen,e.last_seen)}</dd>
            </div>
            <div>
              <dt>${r("duration")}</dt>
              <dd>${a.duration(Qe(e))}</dd>
            </div>
            <div>
              <dt>${r("confidence")}</dt>
              <dd>${a.percent(e.confidence)}</dd>
            </div>
            ${h.length>0?c`<div>
                    <dt>${r("description_by")}</dt>
                    <dd>
                      ${qi(t,e)}${p?c` · ${r("caption_pending")}`:f}
                    </dd>
                  </div>`:f}
            ${o(this,R,ea).call(this)}
          </dl>
          <div class="actions">
            ${this.detail?.recording?c`<mycamera-protection
                    verbose
                    .context=${t}
                    .recordId=${this.detail.recording.record_id}
                    .kept=${this.detail.recording.protected}
                  ></mycamera-protection>`:f}
            <mycamera-caption-editor .context=${t} .detection=${e}></mycamera-caption-editor>
            ${o(this,R,Jo).call(this,e,p)}
            <button class="text-button" @click=${()=>{o(this,R,na).call(this,e,g)}}>
              ${_(Ii)} ${r("share")}
            </button>
            <button
              class="text-button"
              @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-moment",{detail:e}))}
            >
              ${_(Li)} ${r("open_timeline")}
            </button>
            ${this.detail?.recording?c`<button class="text-button" ?disabled=${this.exporting} @click=${()=>{o(this,R,sa).call(this,e)}}>
                    ${_(Pi)} ${r("export")}
                  </button>`:f}
            <mycamera-person-removal
              .context=${t}
              .detection=${e}
              ?placed=${this.detail!==null}
              @mycamera-removing=${()=>{let u=this.detail?.box??null;this.removing={detection:e,next:m(this,R,ti)??m(this,R,ei),box:u}}}
              @mycamera-removed=${u=>o(this,R,Mo).call(this,u.detail.ignore)}
            ></mycamera-person-removal>
            ${this.shared===null?f:c`<p role="status">${r(this.shared)}</p>`}
            ${this.undescribed===null?f:c`<p role="alert">${r("describe_failed",{code:this.undescribed})}</p>`}
          </div>
        </div>
      </div>
    `},Jo=function(e,t){let{localize:i,hass:n,overview:r}=this.context;return!n.user?.is_admin||!r?.captions_enabled?f:c`<button
      class="text-button"
      ?disabled=${t||this.describing===e.event_id}
      @click=${()=>{o(this,R,Qo).call(this,e.event_id)}}
    >
      ${_(Sn)} ${i(this.describing===e.event_id?"caption_pending":"describe_again")}
    </button>`},Qo=async function(e){this.describing=e,this.undescribed=null;try{await pr(this.context.hass,e)}catch(t){this.describing=null,this.undescribed=O(t)}},Mo=function(e){if(this.removing===null)return;let{detection:t,next:i,box:n}=this.removing;this.removing=null,this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{detection:t,next:i,ignore:e?n:null}}))},ea=function(){let e=this.detail?.zones??[];return e.length===0?f:c`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${e.join(" · ")}</dd>
    </div>`},ta=function(e,t){let{localize:i,formats:n,hass:r}=this.context,a=e.snapshot_url;return a===null||this.broken?c`<p class="instead">${_(pt)} ${i("picture_missing")}</p>`:c`<a href=${r.hassUrl(a)} target="_blank" rel="noopener" title=${i("full_picture")}>
      <img
        src=${r.hassUrl(a)}
        alt=${i("picture_of",{camera:t,time:n.time(e.first_seen)})}
        @load=${h=>{let{naturalWidth:p,naturalHeight:g}=h.target;this.size={width:p,height:g}}}
        @error=${()=>{this.broken=!0}}
      />
      ${o(this,R,ia).call(this)}
    </a>`},ia=function(){let{detail:e,size:t}=this;if(e===null||t===null)return f;let[i,n,r,a]=e.box;return c`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${n*t.height}
        width=${(r-i)*t.width}
        height=${(a-n)*t.height}
        rx=${t.height/100}
      />
    </svg>`},sa=async function(e){this.exporting=!0;let t=Date.parse(e.first_seen)-Go;try{await Qi(this.context.hass,e.camera_id,t,Date.parse(e.last_seen)+Go),this.dispatchEvent(new CustomEvent("mycamera-exporting"))}catch(i){console.info("MyCamera: the export cannot be begun:",O(i)),this.shared="export_failed"}finally{this.exporting=!1}},na=async function(e,t){let{hass:i,formats:n}=this.context,r=window.location.pathname.replace(/\/mycamera\/.*$/,"/mycamera"),a=`${window.location.origin}${r}/event/${e.event_id}`,h=[Pe(this.context,e)[0]?.text,t,n.dateTime(e.first_seen)].filter(Boolean).join(`
`);try{if(!navigator.share){await navigator.clipboard.writeText(a),this.shared="link_copied";return}let p=[];if(e.snapshot_url&&!this.broken){let u=await fetch(i.hassUrl(e.snapshot_url));u.ok&&p.push(new File([await u.blob()],`${e.event_id}.jpg`,{type:"image/jpeg"}))}let g={title:t,text:h,url:a,files:p};await navigator.share(p.length>0&&navigator.canShare?.(g)?g:{title:t,text:h,url:a})}catch(p){p instanceof DOMException&&p.name==="AbortError"||(this.shared="share_failed")}},W.styles=[T,ds,P`
      @media (min-width: 800px) {
        dialog {
          inline-size: min(1180px, calc(100vw - 48px));
          max-block-size: calc(100dvh - 48px);
        }
      }
      h2 {
        flex-wrap: wrap;
        gap: 0 12px;
      }
      h2 span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      h2 time {
        font-size: 14px;
        font-weight: 400;
        color: var(--mc-text-2);
      }
      .turn:dir(rtl) svg {
        transform: scaleX(-1);
      }
      .scroll {
        overflow-y: auto;
      }
      .media {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 2px;
        background: #000;
      }
      figure {
        margin: 0;
        min-inline-size: 0;
        aspect-ratio: 16 / 10;
        display: grid;
        place-items: center;
        background: #000;
      }
      figure a,
      img {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
      }
      figure a {
        position: relative;
      }
      .box {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        fill: none;
        stroke: var(--mc-accent);
        stroke-width: 2px;
        pointer-events: none;
      }
      .box rect {
        vector-effect: non-scaling-stroke;
      }
      figure a:focus-visible {
        outline-offset: -3px;
      }
      .instead {
        display: grid;
        justify-items: center;
        gap: 12px;
        padding: 16px;
        color: #cfcfcf;
        text-align: center;
      }
      .text {
        display: grid;
        gap: 6px;
        padding: 16px 20px 20px;
      }
      .caption {
        font-size: 18px;
        overflow-wrap: anywhere;
      }
      .other {
        color: var(--mc-text-2);
        overflow-wrap: anywhere;
      }
      .none {
        color: var(--mc-text-2);
        font-style: italic;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 32px;
        margin: 10px 0 0;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-block-start: 12px;
      }
      dt {
        font-size: 12px;
        color: var(--mc-text-2);
      }
      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
      }
      @media (max-width: 799px) {
        .media {
          grid-template-columns: 1fr;
        }
        figure {
          aspect-ratio: 16 / 9;
        }
        .text {
          padding: 14px 16px 24px;
        }
      }
    `],d([y({attribute:!1})],W.prototype,"context",2),d([y({attribute:!1})],W.prototype,"detection",2),d([y({attribute:!1})],W.prototype,"newer",2),d([y({attribute:!1})],W.prototype,"older",2),d([v()],W.prototype,"detail",2),d([v()],W.prototype,"error",2),d([v()],W.prototype,"broken",2),d([v()],W.prototype,"size",2),d([v()],W.prototype,"around",2),d([v()],W.prototype,"shared",2),d([v()],W.prototype,"exporting",2),d([v()],W.prototype,"undescribed",2),d([v()],W.prototype,"describing",2),d([F("dialog")],W.prototype,"dialog",2),W=d([S("mycamera-person-dialog")],W);var Ec=[.5,.6,.7,.8,.9],zc=[5,15,60,300],ra=Array.from({length:25},(l,s)=>s),Y,nt,Ws,$t,st=class extends z{constructor(){super(...arguments);x(this,Y);this.filter=re}render(){let{context:e,filter:t}=this,{localize:i,formats:n}=e,r=(e.overview?.cameras??[]).filter(u=>t.cameraId===null||u.camera_id===t.cameraId).flatMap(u=>u.zones.map(k=>k.name)),a=[...new Set(r)].sort((u,k)=>u.localeCompare(k)),h=u=>n.hourOfDay(u),[p,g]=t.hours??[0,24];return c`
      <button
        class="chip"
        aria-pressed=${t.unseen?"true":"false"}
        @click=${()=>o(this,Y,nt).call(this,{unseen:!t.unseen})}
      >
        ${i("not_seen_yet")}
      </button>
      ${o(this,Y,$t).call(this,i("confidence"),String(t.minConfidence),[["0",i("any_confidence")],...Ec.map(u=>[String(u),`≥ ${n.percent(u)}`])],u=>o(this,Y,nt).call(this,{minConfidence:Number(u)}))}
      ${o(this,Y,$t).call(this,i("duration"),String(t.minSeconds),[["0",i("any_duration")],...zc.map(u=>[String(u),`≥ ${n.duration(u)}`])],u=>o(this,Y,nt).call(this,{minSeconds:Number(u)}))}
      ${a.length>0?o(this,Y,$t).call(this,i("zone"),t.zone??"",[["",i("any_zone")],...a.map(u=>[u,u])],u=>o(this,Y,nt).call(this,{zone:u||null})):f}
      <span class="hours">
        ${o(this,Y,$t).call(this,i("hour_from"),String(p),ra.slice(0,24).map(u=>[String(u),h(u)]),u=>o(this,Y,Ws).call(this,Number(u),null))}
        –
        ${o(this,Y,$t).call(this,i("hour_until"),String(g),ra.slice(1).map(u=>[String(u),h(u)]),u=>o(this,Y,Ws).call(this,null,Number(u)))}
      </span>
      ${Wi(t)?c`<button class="chip" @click=${()=>o(this,Y,nt).call(this,re)}>
              ${_(Cn)} ${i("clear_filters")}
            </button>`:f}
      <button class="chip end" @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-all-seen"))}>
        ${_($n)} ${i("all_seen")}
      </button>
    `}};Y=new WeakSet,nt=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},Ws=function(e,t){let[i,n]=this.filter.hours??[0,24],r=[e??i,t??n];o(this,Y,nt).call(this,{hours:r[0]===0&&r[1]===24?null:r})},$t=function(e,t,i,n){return c`<select
      aria-label=${e}
      title=${e}
      @change=${r=>n(r.target.value)}
    >
      ${i.map(([r,a])=>c`<option value=${r} ?selected=${r===t}>${a}</option>`)}
    </select>`},st.styles=[T,P`
      :host {
        display: flex;
        align-items: center;
        gap: 8px;
        overflow-x: auto;
        scrollbar-width: none;
        padding-block: 4px;
      }
      .chip,
      select {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        flex: none;
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
    `],d([y({attribute:!1})],st.prototype,"context",2),d([y({attribute:!1})],st.prototype,"filter",2),st=d([S("mycamera-person-filters")],st);var oa=P`
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
  .dot {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--mc-bad);
  }
  .dot.recording,
  .dot.connected {
    background: var(--mc-good);
  }
  .dot.connecting,
  .dot.not_set_up,
  .dot.overloaded,
  .dot.starting {
    background: var(--mc-warn);
  }
  .dot.off {
    background: var(--mc-text-2);
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
    .page {
      padding: 8px 12px 16px;
    }
    .cameras {
      margin-inline: -12px;
      padding-inline: 12px;
    }
    .toolbar {
      padding-inline: 4px;
      gap: 0;
    }
    h1 {
      font-size: 18px;
      padding-inline: 4px;
    }
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
`;var Sc={},si=Ae(class extends He{constructor(){super(...arguments),this.ot=Sc}render(l,s){return s()}update(l,[s,e]){if(Array.isArray(s)){if(Array.isArray(this.ot)&&this.ot.length===s.length&&s.every((t,i)=>t===this.ot[i]))return ue}else if(this.ot===s)return ue;return this.ot=Array.isArray(s)?Array.from(s):s,this.render(s,e)}});async function aa(l,s,e){let[t,i]=s===null?[null,null]:JSON.parse(s),n=t===null?0:Math.max(0,l.indexOf(t));for(let[r,a]of l.entries()){if(r<n)continue;let h=await e(a,r===n?i:null),p=l[r+1],g=h.cursor!==null?[a,h.cursor]:p===void 0?null:[p,null];if(h.items.length>0||g===null)return{items:h.items,cursor:g===null?null:JSON.stringify(g)}}return{items:[],cursor:null}}function la(l,s,e){return(l.length-l.indexOf(s))*1e13+e}var kt=class{constructor(s,e){this.day=s;this.make=e}#e=[];#t=[];clear(){this.#e=[],this.#t=[]}of(s){let e=this.#e;if(s===e)return this.#t;let t=Math.min(s.length,e.length),i=0;for(;i<t&&s[i]===e[i];)i+=1;let n=0;for(;n<t-i&&s.at(-1-n)===e.at(-1-n);)n+=1;let r=[],a=0;for(let k of this.#t){if(a+k.items.length>i)break;r.push(k),a+=k.items.length}let h=[],p=s.length;for(let k of this.#t.slice(r.length).reverse()){if(s.length-p+k.items.length>n)break;h.push(k),p-=k.items.length}let g=s[a];for(;g!==void 0&&r.length>0&&r.at(-1)?.day===this.day(g);)a-=r.pop()?.items.length??0;let u=s[p-1];for(;u!==void 0&&p>a&&h.length>0&&h.at(-1)?.day===this.day(u);)p+=h.pop()?.items.length??0;return this.#e=s,this.#t=[...r,...this.#i(s.slice(a,p)),...h.reverse()],this.#t}#i(s){let e=[],t=0;for(;t<s.length;){let i=this.day(s[t]),n=t+1;for(;n<s.length&&this.day(s[n])===i;)n+=1;let r=s.slice(t,n);e.push({day:i,items:r,made:this.make(r,i)}),t=n}return e}};var Zs=class{constructor(s,e){this.id=s;this.key=e}#e=[];#t=new Set;get items(){return this.#e}clear(){this.#e=[],this.#t.clear()}has(s){return this.#t.has(s)}remove(s){this.#e=this.#e.filter(e=>!s.has(this.id(e)));for(let e of s)this.#t.delete(e)}put(...s){let e=[...this.#e];for(let t of s){let i=this.id(t);if(this.#t.has(i)){let n=e.findIndex(a=>this.id(a)===i),r=e[n];if(r!==void 0&&this.key(r)===this.key(t)){e[n]=t;continue}e.splice(n,1)}this.#t.add(i),e.splice(this.#i(e,this.key(t)),0,t)}this.#e=e}#i(s,e){let[t,i]=[0,s.length],n=s.at(-1);if(n===void 0||this.key(n)>=e)return i;for(;t<i;){let r=t+i>>1;this.key(s[r])>=e?t=r+1:i=r}return t}},rt=class{constructor(s,e){this.host=s;this.options=e;this.state="loading";this.error=null;this.#t=null;this.#i=0;this.#s=!1;this.#e=new Zs(e.id,e.time),s.addController(this)}#e;#t;#i;#s;get items(){return this.#e.items}get more(){return this.#t!==null}get busy(){return this.#s}hostDisconnected(){this.#i+=1,this.#s=!1}async reload(s=!1){this.#i+=1,this.#s=!1,s||(this.#e.clear(),this.#t=null,this.state="loading"),await this.#r(null)}async next(){this.#s||this.#t===null||this.state!=="ready"||await this.#r(this.#t)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#t===null?this.reload(!0):this.next())}remove(s){this.#e.remove(new Set(s)),this.host.requestUpdate()}put(s){let e=this.items.at(-1),t=e!==void 0&&this.options.time(s)<this.options.time(e);return this.state!=="ready"||t&&this.more&&!this.#e.has(this.options.id(s))?!1:(this.#e.put(s),this.host.requestUpdate(),!0)}async#r(s){let e=this.#i;this.#s=!0,this.host.requestUpdate();try{let t=await this.options.load(s);if(e!==this.#i)return;s===null&&this.#e.clear(),this.#e.put(...t.items),this.#t=t.cursor,this.state="ready",this.error=null}catch(t){if(e!==this.#i)return;this.state="error",this.error=O(t)}this.#s=!1,this.host.requestUpdate()}};var Tc=["newest","oldest","camera"],Rc=["success","failed","timeout"],Oc=["pending","running","done","failed","skipped"],ca=200,ee,Ke,da,ha,pa,Te=class extends z{constructor(){super(...arguments);x(this,ee);this.which=Ut;this.chosen=null;this.busy=!1;this.said=""}render(){return this.chosen===null?o(this,ee,ha).call(this):o(this,ee,pa).call(this,this.chosen)}};ee=new WeakSet,Ke=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},da=async function(e){let t=[...this.chosen??[]];this.busy=!0;try{for(let i=0;i<t.length;i+=ca)this.said=await e(t.slice(i,i+ca));o(this,ee,Ke).call(this,"mycamera-changed",null)}catch(i){this.said=this.context.localize("save_failed",{code:O(i)})}finally{this.busy=!1}},ha=function(){let{localize:e,hass:t}=this.context,i=(n,r,a,h,p,g)=>c`<select
      aria-label=${n}
      @change=${u=>g(u.target.value||null)}
    >
      <option value="" ?selected=${p===null}>${r}</option>
      ${a.map(u=>c`<option value=${u} ?selected=${u===p}>${h(u)}</option>`)}
    </select>`;return c`
      ${i(e("record_status"),e("any_status"),Rc,n=>ne(e,`record_${n}`,"record_failed"),this.which.status,n=>o(this,ee,Ke).call(this,"mycamera-which",{...this.which,status:n}))}
      ${i(e("analysis"),e("any_analysis"),Oc,n=>ne(e,`analysis_${n}`,"analysis_pending"),this.which.analysis,n=>o(this,ee,Ke).call(this,"mycamera-which",{...this.which,analysis:n}))}
      <label class="chip order">
        ${_(Jn)}
        <select
          aria-label=${e("order")}
          @change=${n=>{let r=n.target.value;o(this,ee,Ke).call(this,"mycamera-which",{...this.which,order:r})}}
        >
          ${Tc.map(n=>c`<option value=${n} ?selected=${n===this.which.order}>${e(`order_${n}`)}</option>`)}
        </select>
      </label>
      <span class="said" role="status">${this.said}</span>
      ${t.user?.is_admin?c`<button class="chip" @click=${()=>o(this,ee,Ke).call(this,"mycamera-choose",!0)}>
              ${_(En)} ${e("choose")}
            </button>`:f}
    `},pa=function(e){let{localize:t,hass:i}=this.context,n=(a,h,p)=>c`<button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>{o(this,ee,da).call(this,p)}}>
        ${_(a)} ${h}
      </button>`,r=a=>async h=>(await ji(i,h,a),t("saved"));return c`
      <strong>${L(t,i.language,"chosen",e.size)}</strong>
      <button class="chip" @click=${()=>o(this,ee,Ke).call(this,"mycamera-choose-all",null)}>${t("choose_shown")}</button>
      ${n(Wn,t("analyze_chosen"),async a=>L(t,i.language,"queued",(await Ui(i,a)).queued))}
      ${n(Si,t("protect_chosen"),r(!0))}
      ${n(Ti,t("unprotect"),r(!1))}
      <span class="said" role="status">${this.said}</span>
      <button class="chip" aria-label=${t("close")} @click=${()=>o(this,ee,Ke).call(this,"mycamera-choose",!1)}>
        ${_(Z)}
      </button>
    `},Te.styles=[T,P`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding-block: 4px 8px;
      }
      .chip,
      select {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        font: inherit;
        color: inherit;
        min-block-size: 36px;
        padding-inline: 12px;
        border-radius: 18px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
      }
      .order select {
        padding-inline: 0;
        min-block-size: 34px;
        background: none;
        border: 0;
      }
      .order option {
        background: var(--mc-surface);
      }
      .chip svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .said {
        margin-inline-start: auto;
        color: var(--mc-text-2);
      }
    `],d([y({attribute:!1})],Te.prototype,"context",2),d([y({attribute:!1})],Te.prototype,"which",2),d([y({attribute:!1})],Te.prototype,"chosen",2),d([v()],Te.prototype,"busy",2),d([v()],Te.prototype,"said",2),Te=d([S("mycamera-record-bar")],Te);function ua(l,s,e){let t=[],i=l.at(-1),n=0;for(let r of s){if(i!==void 0&&e&&r.place<i.place)break;let a=l[n];for(;a!==void 0&&a.place>=r.place;)t.push(a),n+=1,a=l[n];t.push(r)}for(let r of l.slice(n))t.push(r);return t}function ma(l,s){return[{key:s,day:s,last:!1},...l.map((t,i)=>({key:t.key,day:s,row:t,last:i===l.length-1}))]}var fa=P`
  :host {
    display: block;
  }
  .head,
  .cell {
    inline-size: 100%;
  }
  /* The rows of a day are one sheet. */
  .cell {
    overflow: hidden;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    border-block-end: 0;
  }
  .head + .cell {
    border-start-start-radius: var(--mc-radius);
    border-start-end-radius: var(--mc-radius);
  }
  .cell.last {
    border-block-end: 1px solid var(--mc-line);
    border-end-start-radius: var(--mc-radius);
    border-end-end-radius: var(--mc-radius);
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
  .row {
    display: grid;
    grid-template-columns: 20px minmax(190px, max-content) minmax(90px, 180px) 1fr 90px 90px 40px 40px;
    align-items: center;
    gap: 12px;
    padding: 4px 8px 4px 16px;
    padding-inline: 16px 8px;
    min-block-size: 52px;
  }
  .dot {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
  }
  .dot.good {
    background: var(--mc-good);
  }
  .dot.bad {
    background: var(--mc-bad);
  }
  .gap {
    background: color-mix(in srgb, var(--mc-bad) 8%, transparent);
  }
  .gap .dot {
    background: none;
    border: 2px solid var(--mc-bad);
  }
  .when {
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .camera,
  .note {
    color: var(--mc-text-2);
    overflow: hidden;
    text-overflow: ellipsis;
    min-inline-size: 0;
  }
  .camera {
    white-space: nowrap;
  }
  .error {
    display: block;
    color: color-mix(in srgb, var(--mc-bad) 75%, var(--mc-text));
    overflow-wrap: anywhere;
  }
  .number {
    text-align: end;
    color: var(--mc-text-2);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .icon-button {
    color: var(--mc-accent);
  }
  video {
    display: block;
    inline-size: 100%;
    /* Its controls stay in sight under the toolbar and the row. */
    max-block-size: min(70vh, calc(100dvh - 240px));
    background: #000;
  }
  .unplayable {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: center;
    padding: 12px 16px;
  }
  .foot.tall {
    min-block-size: 280px;
  }
  @media (max-width: 799px) {
    .row {
      grid-template-columns: 20px minmax(0, 1fr) auto 40px 40px;
      grid-template-areas: "dot when when lock play" ". camera number lock play" ". note size lock play";
      gap: 0 10px;
      padding-block: 8px;
    }
    .gap {
      grid-template-areas: "dot when when when when" ". camera camera number number" ". note note note note";
    }
    .dot,
    input {
      grid-area: dot;
    }
    .when {
      grid-area: when;
    }
    .camera {
      grid-area: camera;
    }
    .note {
      grid-area: note;
      font-size: 13px;
    }
    .number {
      grid-area: number;
    }
    .size {
      grid-area: size;
    }
    mycamera-protection {
      grid-area: lock;
    }
    .icon-button {
      grid-area: play;
    }
  }
  input {
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--mc-accent);
  }
`;function Et(l,s,e,t){var i=arguments.length,n=i<3?s:t===null?t=Object.getOwnPropertyDescriptor(s,e):t,r;if(typeof Reflect=="object"&&typeof Reflect.decorate=="function")n=Reflect.decorate(l,s,e,t);else for(var a=l.length-1;a>=0;a--)(r=l[a])&&(n=(i<3?r(n):i>3?r(s,e,n):r(s,e))||n);return i>3&&n&&Object.defineProperty(s,e,n),n}var ni=(l,s)=>{let e=l._$AN;if(e===void 0)return!1;for(let t of e)t._$AO?.(s,!1),ni(t,s);return!0},us=l=>{let s,e;do{if((s=l._$AM)===void 0)break;e=s._$AN,e.delete(l),l=s}while(e?.size===0)},ga=l=>{for(let s;s=l._$AM;l=s){let e=s._$AN;if(e===void 0)s._$AN=e=new Set;else if(e.has(l))break;e.add(l),Ic(s)}};function Pc(l){this._$AN!==void 0?(us(this),this._$AM=l,ga(this)):this._$AM=l}function Ac(l,s=!1,e=0){let t=this._$AH,i=this._$AN;if(i!==void 0&&i.size!==0)if(s)if(Array.isArray(t))for(let n=e;n<t.length;n++)ni(t[n],!1),us(t[n]);else t!=null&&(ni(t,!1),us(t));else ni(this,l)}var Ic=l=>{l.type==de.CHILD&&(l._$AP??=Ac,l._$AQ??=Pc)},ms=class extends He{constructor(){super(...arguments),this._$AN=void 0}_$AT(s,e,t){super._$AT(s,e,t),ga(this),this.isConnected=s._$AU}_$AO(s,e=!0){s!==this.isConnected&&(this.isConnected=s,s?this.reconnected?.():this.disconnected?.()),e&&(ni(this,s),us(this))}setValue(s){if(Yi(this._$Ct))this._$Ct._$AI(s,this);else{let e=[...this._$Ct._$AH];e[this._$Ci]=s,this._$Ct._$AI(e,this,0)}}disconnected(){}reconnected(){}};var ri=class l extends Event{constructor(s){super(l.eventName,{bubbles:!1}),this.first=s.first,this.last=s.last}};ri.eventName="rangeChanged";var oi=class l extends Event{constructor(s){super(l.eventName,{bubbles:!1}),this.first=s.first,this.last=s.last}};oi.eventName="visibilityChanged";var ai=class l extends Event{constructor(){super(l.eventName,{bubbles:!1})}};ai.eventName="unpinned";var Ys=class{constructor(s){this._element=null;let e=s??window;this._node=e,s&&(this._element=s)}get element(){return this._element||document.scrollingElement||document.documentElement}get scrollTop(){return this.element.scrollTop||window.scrollY}get scrollLeft(){return this.element.scrollLeft||window.scrollX}get scrollHeight(){return this.element.scrollHeight}get scrollWidth(){return this.element.scrollWidth}get viewportHeight(){return this._element?this._element.getBoundingClientRect().height:window.innerHeight}get viewportWidth(){return this._element?this._element.getBoundingClientRect().width:window.innerWidth}get maxScrollTop(){return this.scrollHeight-this.viewportHeight}get maxScrollLeft(){return this.scrollWidth-this.viewportWidth}},fs=class extends Ys{constructor(s,e){super(e),this._clients=new Set,this._retarget=null,this._end=null,this.__destination=null,this.correctingScrollError=!1,this._checkForArrival=this._checkForArrival.bind(this),this._updateManagedScrollTo=this._updateManagedScrollTo.bind(this),this.scrollTo=this.scrollTo.bind(this),this.scrollBy=this.scrollBy.bind(this);let t=this._node;this._originalScrollTo=t.scrollTo,this._originalScrollBy=t.scrollBy,this._originalScroll=t.scroll,this._attach(s)}get _destination(){return this.__destination}get scrolling(){return this._destination!==null}scrollTo(s,e){let t=typeof s=="number"&&typeof e=="number"?{left:s,top:e}:s;this._scrollTo(t)}scrollBy(s,e){let t=typeof s=="number"&&typeof e=="number"?{left:s,top:e}:s;t.top!==void 0&&(t.top+=this.scrollTop),t.left!==void 0&&(t.left+=this.scrollLeft),this._scrollTo(t)}_nativeScrollTo(s){this._originalScrollTo.bind(this._element||window)(s)}_scrollTo(s,e=null,t=null){this._end!==null&&this._end(),s.behavior==="smooth"?(this._setDestination(s),this._retarget=e,this._end=t):this._resetScrollState(),this._nativeScrollTo(s)}_setDestination(s){let{top:e,left:t}=s;return e=e===void 0?void 0:Math.max(0,Math.min(e,this.maxScrollTop)),t=t===void 0?void 0:Math.max(0,Math.min(t,this.maxScrollLeft)),this._destination!==null&&t===this._destination.left&&e===this._destination.top?!1:(this.__destination={top:e,left:t,behavior:"smooth"},!0)}_resetScrollState(){this.__destination=null,this._retarget=null,this._end=null}_updateManagedScrollTo(s){this._destination&&this._setDestination(s)&&this._nativeScrollTo(this._destination)}managedScrollTo(s,e,t){return this._scrollTo(s,e,t),this._updateManagedScrollTo}correctScrollError(s){this.correctingScrollError=!0,requestAnimationFrame(()=>requestAnimationFrame(()=>this.correctingScrollError=!1)),this._nativeScrollTo(s),this._retarget&&this._setDestination(this._retarget()),this._destination&&this._nativeScrollTo(this._destination)}_checkForArrival(){if(this._destination!==null){let{scrollTop:s,scrollLeft:e}=this,{top:t,left:i}=this._destination;t=Math.min(t||0,this.maxScrollTop),i=Math.min(i||0,this.maxScrollLeft);let n=Math.abs(t-s),r=Math.abs(i-e);n<1&&r<1&&(this._end&&this._end(),this._resetScrollState())}}detach(s){return this._clients.delete(s),this._clients.size===0&&(this._node.scrollTo=this._originalScrollTo,this._node.scrollBy=this._originalScrollBy,this._node.scroll=this._originalScroll,this._node.removeEventListener("scroll",this._checkForArrival)),null}_attach(s){this._clients.add(s),this._clients.size===1&&(this._node.scrollTo=this.scrollTo,this._node.scrollBy=this.scrollBy,this._node.scroll=this.scrollTo,this._node.addEventListener("scroll",this._checkForArrival))}};var va=typeof window<"u"?window.ResizeObserver:void 0;var li=Symbol("virtualizerRef"),gs="virtualizer-sizer",ba,bs=class{constructor(s){if(this._benchmarkStart=null,this._layout=null,this._clippingAncestors=[],this._scrollSize=null,this._scrollError=null,this._childrenPos=null,this._childMeasurements=null,this._toBeMeasured=new Map,this._rangeChanged=!0,this._itemsChanged=!0,this._visibilityChanged=!0,this._scrollerController=null,this._isScroller=!1,this._sizer=null,this._hostElementRO=null,this._childrenRO=null,this._mutationObserver=null,this._scrollEventListeners=[],this._scrollEventListenerOptions={passive:!0},this._loadListener=this._childLoaded.bind(this),this._scrollIntoViewTarget=null,this._updateScrollIntoViewCoordinates=null,this._items=[],this._first=-1,this._last=-1,this._firstVisible=-1,this._lastVisible=-1,this._scheduled=new WeakSet,this._measureCallback=null,this._measureChildOverride=null,this._layoutCompletePromise=null,this._layoutCompleteResolver=null,this._layoutCompleteRejecter=null,this._pendingLayoutComplete=null,this._layoutInitialized=null,this._connected=!1,!s)throw new Error("Virtualizer constructor requires a configuration object");if(s.hostElement)this._init(s);else throw new Error('Virtualizer configuration requires the "hostElement" property')}set items(s){Array.isArray(s)&&s!==this._items&&(this._itemsChanged=!0,this._items=s,this._schedule(this._updateLayout))}_init(s){this._isScroller=!!s.scroller,this._initHostElement(s);let e=s.layout||{};this._layoutInitialized=this._initLayout(e)}_initObservers(){this._mutationObserver=new MutationObserver(this._finishDOMUpdate.bind(this)),this._hostElementRO=new va(()=>this._hostElementSizeChanged()),this._childrenRO=new va(this._childrenSizeChanged.bind(this))}_initHostElement(s){let e=this._hostElement=s.hostElement;this._applyVirtualizerStyles(),e[li]=this}connected(){this._initObservers();let s=this._isScroller;this._clippingAncestors=Cc(this._hostElement,s),this._scrollerController=new fs(this,this._clippingAncestors[0]),this._schedule(this._updateLayout),this._observeAndListen(),this._connected=!0}_observeAndListen(){this._mutationObserver.observe(this._hostElement,{childList:!0}),this._hostElementRO.observe(this._hostElement),this._scrollEventListeners.push(window),window.addEventListener("scroll",this,this._scrollEventListenerOptions),this._clippingAncestors.forEach(s=>{s.addEventListener("scroll",this,this._scrollEventListenerOptions),this._scrollEventListeners.push(s),this._hostElementRO.observe(s)}),this._hostElementRO.observe(this._scrollerController.element),this._children.forEach(s=>this._childrenRO.observe(s)),this._scrollEventListeners.forEach(s=>s.addEventListener("scroll",this,this._scrollEventListenerOptions))}disconnected(){this._scrollEventListeners.forEach(s=>s.removeEventListener("scroll",this,this._scrollEventListenerOptions)),this._scrollEventListeners=[],this._clippingAncestors=[],this._scrollerController?.detach(this),this._scrollerController=null,this._mutationObserver?.disconnect(),this._mutationObserver=null,this._hostElementRO?.disconnect(),this._hostElementRO=null,this._childrenRO?.disconnect(),this._childrenRO=null,this._rejectLayoutCompletePromise("disconnected"),this._connected=!1}_applyVirtualizerStyles(){let e=this._hostElement.style;e.display=e.display||"block",e.position=e.position||"relative",e.contain=e.contain||"size layout",this._isScroller&&(e.overflow=e.overflow||"auto",e.minHeight=e.minHeight||"150px")}_getSizer(){let s=this._hostElement;if(!this._sizer){let e=s.querySelector(`[${gs}]`);e||(e=document.createElement("div"),e.setAttribute(gs,""),s.appendChild(e)),Object.assign(e.style,{position:"absolute",margin:"-2px 0 0 0",padding:0,visibility:"hidden",fontSize:"2px"}),e.textContent="&nbsp;",e.setAttribute(gs,""),this._sizer=e}return this._sizer}async updateLayoutConfig(s){await this._layoutInitialized;let e=s.type||ba;if(typeof e=="function"&&this._layout instanceof e){let t={...s};return delete t.type,this._layout.config=t,!0}return!1}async _initLayout(s){let e,t;if(typeof s.type=="function"){t=s.type;let i={...s};delete i.type,e=i}else e=s;t===void 0&&(ba=t=(await import("./flow-AJ3V2T2C.js")).FlowLayout),this._layout=new t(i=>this._handleLayoutMessage(i),e),this._layout.measureChildren&&typeof this._layout.updateItemSizes=="function"&&(typeof this._layout.measureChildren=="function"&&(this._measureChildOverride=this._layout.measureChildren),this._measureCallback=this._layout.updateItemSizes.bind(this._layout)),this._layout.listenForChildLoadEvents&&this._hostElement.addEventListener("load",this._loadListener,!0),this._schedule(this._updateLayout)}startBenchmarking(){this._benchmarkStart===null&&(this._benchmarkStart=window.performance.now())}stopBenchmarking(){if(this._benchmarkStart!==null){let s=window.performance.now(),e=s-this._benchmarkStart,i=performance.getEntriesByName("uv-virtualizing","measure").filter(n=>n.startTime>=this._benchmarkStart&&n.startTime<s).reduce((n,r)=>n+r.duration,0);return this._benchmarkStart=null,{timeElapsed:e,virtualizationTime:i}}return null}_measureChildren(){let s={},e=this._children,t=this._measureChildOverride||this._measureChild;for(let i=0;i<e.length;i++){let n=e[i],r=this._first+i;(this._itemsChanged||this._toBeMeasured.has(n))&&(s[r]=t.call(this,n,this._items[r]))}this._childMeasurements=s,this._schedule(this._updateLayout),this._toBeMeasured.clear()}_measureChild(s){let{width:e,height:t}=s.getBoundingClientRect();return Object.assign({width:e,height:t},Lc(s))}async _schedule(s){this._scheduled.has(s)||(this._scheduled.add(s),await Promise.resolve(),this._scheduled.delete(s),s.call(this))}async _updateDOM(s){this._scrollSize=s.scrollSize,this._adjustRange(s.range),this._childrenPos=s.childPositions,this._scrollError=s.scrollError||null;let{_rangeChanged:e,_itemsChanged:t}=this;this._visibilityChanged&&(this._notifyVisibility(),this._visibilityChanged=!1),(e||t)&&(this._notifyRange(),this._rangeChanged=!1),this._finishDOMUpdate()}_finishDOMUpdate(){this._connected&&(this._children.forEach(s=>this._childrenRO.observe(s)),this._checkScrollIntoViewTarget(this._childrenPos),this._positionChildren(this._childrenPos),this._sizeHostElement(this._scrollSize),this._correctScrollError(),this._benchmarkStart&&"mark"in window.performance&&window.performance.mark("uv-end"))}_updateLayout(){this._layout&&this._connected&&(this._layout.items=this._items,this._updateView(),this._childMeasurements!==null&&(this._measureCallback&&this._measureCallback(this._childMeasurements),this._childMeasurements=null),this._layout.reflowIfNeeded(),this._benchmarkStart&&"mark"in window.performance&&window.performance.mark("uv-end"))}_handleScrollEvent(){if(this._benchmarkStart&&"mark"in window.performance){try{window.performance.measure("uv-virtualizing","uv-start","uv-end")}catch(s){console.warn("Error measuring performance data: ",s)}window.performance.mark("uv-start")}this._scrollerController.correctingScrollError===!1&&this._layout?.unpin(),this._schedule(this._updateLayout)}handleEvent(s){s.type==="scroll"?(s.currentTarget===window||this._clippingAncestors.includes(s.currentTarget))&&this._handleScrollEvent():console.warn("event not handled",s)}_handleLayoutMessage(s){s.type==="stateChanged"?this._updateDOM(s):s.type==="visibilityChanged"?(this._firstVisible=s.firstVisible,this._lastVisible=s.lastVisible,this._notifyVisibility()):s.type==="unpinned"&&this._hostElement.dispatchEvent(new ai)}get _children(){let s=[],e=this._hostElement.firstElementChild;for(;e;)e.hasAttribute(gs)||s.push(e),e=e.nextElementSibling;return s}_updateView(){let s=this._hostElement,e=this._scrollerController?.element,t=this._layout;if(s&&e&&t){let i,n,r,a,h=s.getBoundingClientRect();i=0,n=0,r=window.innerHeight,a=window.innerWidth;let p=this._clippingAncestors.map(ie=>ie.getBoundingClientRect());p.unshift(h);for(let ie of p)i=Math.max(i,ie.top),n=Math.max(n,ie.left),r=Math.min(r,ie.bottom),a=Math.min(a,ie.right);let g=e.getBoundingClientRect(),u={left:h.left-g.left,top:h.top-g.top},k={width:e.scrollWidth,height:e.scrollHeight},I=i-h.top+s.scrollTop,N=n-h.left+s.scrollLeft,se=Math.max(0,r-i),Q=Math.max(0,a-n);t.viewportSize={width:Q,height:se},t.viewportScroll={top:I,left:N},t.totalScrollSize=k,t.offsetWithinScroller=u}}_sizeHostElement(s){let t=s&&s.width!==null?Math.min(82e5,s.width):0,i=s&&s.height!==null?Math.min(82e5,s.height):0;if(this._isScroller)this._getSizer().style.transform=`translate(${t}px, ${i}px)`;else{let n=this._hostElement.style;n.minWidth=t?`${t}px`:"100%",n.minHeight=i?`${i}px`:"100%"}}_positionChildren(s){s&&s.forEach(({top:e,left:t,width:i,height:n,xOffset:r,yOffset:a},h)=>{let p=this._children[h-this._first];p&&(p.style.position="absolute",p.style.boxSizing="border-box",p.style.transform=`translate(${t}px, ${e}px)`,i!==void 0&&(p.style.width=i+"px"),n!==void 0&&(p.style.height=n+"px"),p.style.left=r===void 0?null:r+"px",p.style.top=a===void 0?null:a+"px")})}async _adjustRange(s){let{_first:e,_last:t,_firstVisible:i,_lastVisible:n}=this;this._first=s.first,this._last=s.last,this._firstVisible=s.firstVisible,this._lastVisible=s.lastVisible,this._rangeChanged=this._rangeChanged||this._first!==e||this._last!==t,this._visibilityChanged=this._visibilityChanged||this._firstVisible!==i||this._lastVisible!==n}_correctScrollError(){if(this._scrollError){let{scrollTop:s,scrollLeft:e}=this._scrollerController,{top:t,left:i}=this._scrollError;this._scrollError=null,this._scrollerController.correctScrollError({top:s-t,left:e-i})}}element(s){return s===1/0&&(s=this._items.length-1),this._items?.[s]===void 0?void 0:{scrollIntoView:(e={})=>this._scrollElementIntoView({...e,index:s})}}_scrollElementIntoView(s){if(s.index>=this._first&&s.index<=this._last)this._children[s.index-this._first].scrollIntoView(s);else if(s.index=Math.min(s.index,this._items.length-1),s.behavior==="smooth"){let e=this._layout.getScrollIntoViewCoordinates(s),{behavior:t}=s;this._updateScrollIntoViewCoordinates=this._scrollerController.managedScrollTo(Object.assign(e,{behavior:t}),()=>this._layout.getScrollIntoViewCoordinates(s),()=>this._scrollIntoViewTarget=null),this._scrollIntoViewTarget=s}else this._layout.pin=s}_checkScrollIntoViewTarget(s){let{index:e}=this._scrollIntoViewTarget||{};e&&s?.has(e)&&this._updateScrollIntoViewCoordinates(this._layout.getScrollIntoViewCoordinates(this._scrollIntoViewTarget))}_notifyRange(){this._hostElement.dispatchEvent(new ri({first:this._first,last:this._last}))}_notifyVisibility(){this._hostElement.dispatchEvent(new oi({first:this._firstVisible,last:this._lastVisible}))}get layoutComplete(){return this._layoutCompletePromise||(this._layoutCompletePromise=new Promise((s,e)=>{this._layoutCompleteResolver=s,this._layoutCompleteRejecter=e})),this._layoutCompletePromise}_rejectLayoutCompletePromise(s){this._layoutCompleteRejecter!==null&&this._layoutCompleteRejecter(s),this._resetLayoutCompleteState()}_scheduleLayoutComplete(){this._layoutCompletePromise&&this._pendingLayoutComplete===null&&(this._pendingLayoutComplete=requestAnimationFrame(()=>requestAnimationFrame(()=>this._resolveLayoutCompletePromise())))}_resolveLayoutCompletePromise(){this._layoutCompleteResolver!==null&&this._layoutCompleteResolver(),this._resetLayoutCompleteState()}_resetLayoutCompleteState(){this._layoutCompletePromise=null,this._layoutCompleteResolver=null,this._layoutCompleteRejecter=null,this._pendingLayoutComplete=null}_hostElementSizeChanged(){this._schedule(this._updateLayout)}_childLoaded(){}_childrenSizeChanged(s){if(this._layout?.measureChildren){for(let e of s)this._toBeMeasured.set(e.target,e.contentRect);this._measureChildren()}this._scheduleLayoutComplete(),this._itemsChanged=!1,this._rangeChanged=!1}};function Lc(l){let s=window.getComputedStyle(l);return{marginTop:vs(s.marginTop),marginRight:vs(s.marginRight),marginBottom:vs(s.marginBottom),marginLeft:vs(s.marginLeft)}}function vs(l){let s=l?parseFloat(l):NaN;return Number.isNaN(s)?0:s}function ya(l){if(l.assignedSlot!==null)return l.assignedSlot;if(l.parentElement!==null)return l.parentElement;let s=l.parentNode;return s&&s.nodeType===Node.DOCUMENT_FRAGMENT_NODE&&s.host||null}function Dc(l,s=!1){let e=[],t=s?l:ya(l);for(;t!==null;)e.push(t),t=ya(t);return e}function Cc(l,s=!1){let e=!1;return Dc(l,s).filter(t=>{if(e)return!1;let i=getComputedStyle(t);return e=i.position==="fixed",i.overflow!=="visible"})}var Js=l=>l,Qs=(l,s)=>c`${s}: ${JSON.stringify(l,null,2)}`,Xs=class extends ms{constructor(s){if(super(s),this._virtualizer=null,this._first=0,this._last=-1,this._renderItem=(e,t)=>Qs(e,t+this._first),this._keyFunction=(e,t)=>Js(e,t+this._first),this._items=[],s.type!==de.CHILD)throw new Error("The virtualize directive can only be used in child expressions")}render(s){s&&this._setFunctions(s);let e=[];if(this._first>=0&&this._last>=this._first)for(let t=this._first;t<=this._last;t++)e.push(this._items[t]);return ye(e,this._keyFunction,this._renderItem)}update(s,[e]){this._setFunctions(e);let t=this._items!==e.items;return this._items=e.items||[],this._virtualizer?this._updateVirtualizerConfig(s,e):this._initialize(s,e),t?ue:this.render()}async _updateVirtualizerConfig(s,e){if(!await this._virtualizer.updateLayoutConfig(e.layout||{})){let i=s.parentNode;this._makeVirtualizer(i,e)}this._virtualizer.items=this._items}_setFunctions(s){let{renderItem:e,keyFunction:t}=s;e&&(this._renderItem=(i,n)=>e(i,n+this._first)),t&&(this._keyFunction=(i,n)=>t(i,n+this._first))}_makeVirtualizer(s,e){this._virtualizer&&this._virtualizer.disconnected();let{layout:t,scroller:i,items:n}=e;this._virtualizer=new bs({hostElement:s,layout:t,scroller:i}),this._virtualizer.items=n,this._virtualizer.connected()}_initialize(s,e){let t=s.parentNode;t&&t.nodeType===1&&(t.addEventListener("rangeChanged",i=>{this._first=i.first,this._last=i.last,this.setValue(this.render())}),this._makeVirtualizer(t,e))}disconnected(){this._virtualizer?.disconnected()}reconnected(){this._virtualizer?.connected()}},xa=Ae(Xs);var Ve=class extends z{constructor(){super(...arguments),this.items=[],this.renderItem=Qs,this.keyFunction=Js,this.layout={},this.scroller=!1}createRenderRoot(){return this}render(){let{items:s,renderItem:e,keyFunction:t,layout:i,scroller:n}=this;return c`${xa({items:s,renderItem:e,keyFunction:t,layout:i,scroller:n})}`}element(s){return this[li]?.element(s)}get layoutComplete(){return this[li]?.layoutComplete}scrollToIndex(s,e="start"){this.element(s)?.scrollIntoView({block:e})}};Et([y({attribute:!1})],Ve.prototype,"items",void 0);Et([y()],Ve.prototype,"renderItem",void 0);Et([y()],Ve.prototype,"keyFunction",void 0);Et([y({attribute:!1})],Ve.prototype,"layout",void 0);Et([y({reflect:!0,type:Boolean})],Ve.prototype,"scroller",void 0);var ys=class extends Ve{};ys=d([S("mycamera-virtual-rows")],ys);var Vc=12,We,zt,St,Tt,Rt,Ze,ci,A,wa,Ms,_a,ot,$a,en,ka,Ea,za,Sa,Ta,Ra,Oa,Pa,Aa,Ia,pe=class extends z{constructor(){super(...arguments);x(this,A);this.filter=re;this.playing=null;this.problems=new Map;this.which=Ut;this.chosen=null;this.topDay="";this.records=new rt(this,{load:e=>o(this,A,Ms).call(this,e,(t,i)=>nr(this.context.hass,t,this.which,this.context.formats.timeZone,i)),id:e=>String(e.record_id),time:e=>o(this,A,ot).call(this,e).place});this.gaps=new rt(this,{load:e=>o(this,A,Ms).call(this,e,(t,i)=>or(this.context.hass,t,this.which.order==="oldest",this.context.formats.timeZone,i)),id:e=>String(e.gap_id),time:e=>o(this,A,ot).call(this,e).place});x(this,We,null);x(this,zt,[]);x(this,St,new WeakMap);x(this,Tt,new kt(e=>o(this,A,$a).call(this,e),ma));x(this,Rt,[]);x(this,Ze,[]);x(this,ci,[])}connectedCallback(){super.connectedCallback(),$(this,We,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),m(this,We)?.disconnect(),$(this,We,null)}willUpdate(e){(e.has("filter")||e.has("which"))&&($(this,St,new WeakMap),$(this,zt,Fc(this.context)),m(this,Tt).clear(),this.playing=null,this.chosen&&(this.chosen=new Set),this.records.reload(),this.gaps.reload()),e.get("context")?.formats.timeZone!==this.context.formats.timeZone&&m(this,Tt).clear(),o(this,A,_a).call(this),o(this,A,ka).call(this)}updated(){m(this,We)?.disconnect(),this.foot&&this.records.more&&m(this,We)?.observe(this.foot)}refresh(){this.playing===null&&!this.chosen?.size&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){return c`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${e=>{this.which=e.detail}}
        @mycamera-choose=${e=>{this.chosen=e.detail?new Set:null}}
        @mycamera-choose-all=${()=>{this.chosen=new Set(this.records.items.map(e=>e.record_id))}}
        @mycamera-changed=${()=>{this.records.reload(!0)}}
      ></mycamera-record-bar>
      ${o(this,A,Ea).call(this)}`}};We=new WeakMap,zt=new WeakMap,St=new WeakMap,Tt=new WeakMap,Rt=new WeakMap,Ze=new WeakMap,ci=new WeakMap,A=new WeakSet,wa=function(e,t){let i=Date.parse(t);return this.which.order==="camera"?la(m(this,zt),e,i):this.which.order==="oldest"?-i:i},Ms=function(e,t){return this.which.order!=="camera"||this.filter.cameraId!==null?t(this.filter,e):aa(m(this,zt),e,(i,n)=>t({...this.filter,cameraId:i},n))},_a=function(){let e=this.records.items.at(-1),t=this.gaps.items.at(-1);e&&t&&o(this,A,ot).call(this,t).place>o(this,A,ot).call(this,e).place&&this.gaps.next()},ot=function(e){let t=m(this,St).get(e);if(t===void 0){let i=o(this,A,wa).call(this,e.camera_id,e.start);t="gap_id"in e?{kind:"gap",key:`g${e.gap_id}`,place:i,gap:e}:{kind:"record",key:`r${e.record_id}`,place:i,record:e},m(this,St).set(e,t)}return t},$a=function(e){let{start:t,camera_id:i}=e.kind==="gap"?e.gap:e.record,n=this.context.formats.day(t);return this.which.order==="camera"?`${n} ${i}`:n},en=function(e){let[t="",i]=e.split(" "),n=this.context.formats.heading(t);return i===void 0?n:`${H(this.context,i)} · ${n}`},ka=function(){let e=[this.records.items,this.records.more,this.gaps.items,this.which,this.context.formats.timeZone];if(e.every((n,r)=>n===m(this,ci)[r]))return;$(this,ci,e);let t=this.records.items.map(n=>o(this,A,ot).call(this,n)),i=this.which.status||this.which.analysis?[]:this.gaps.items.map(n=>o(this,A,ot).call(this,n));$(this,Rt,ua(t,i,this.records.more)),$(this,Ze,m(this,Tt).of(m(this,Rt)).flatMap(({made:n})=>n))},Ea=function(){let{context:e,records:t}=this,{localize:i}=e;if(m(this,Rt).length===0){if(t.state==="error")return B({icon:ce,bad:!0,...C(e,t.error??"unknown"),action:c`<button class="text-button" @click=${o(this,A,Sa)}>${i("retry")}</button>`});if(t.state==="loading"||t.more)return c`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
        </div>`;let r=this.which.status!==null||this.which.analysis!==null,a=this.filter.cameraId!==null||this.filter.day!==null||r;return B({icon:Ci,heading:i(a?"no_matches":"no_recordings"),text:i(a?"no_matches_text":"no_recordings_text"),...a?{action:c`<button
                class="text-button"
                @click=${()=>{this.which={...Ut,order:this.which.order},this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}}
              >
                ${i("clear_filters")}
              </button>`}:{}})}let n=this.topDay||m(this,Ze)[0]?.day;return c`
      ${n?c`<div class="top" aria-hidden="true"><span class="day">${o(this,A,en).call(this,n)}</span></div>`:f}
      <mycamera-virtual-rows
        role="list"
        .items=${m(this,Ze)}
        .keyFunction=${Nc}
        .renderItem=${r=>o(this,A,za).call(this,r)}
        @rangeChanged=${({last:r})=>{r>=m(this,Ze).length-Vc&&this.records.next()}}
        @visibilityChanged=${({first:r})=>{this.topDay=m(this,Ze)[r]?.day??""}}
      ></mycamera-virtual-rows>
      <div class="foot">${o(this,A,Ta).call(this)}</div>
    `},za=function({day:e,row:t,last:i}){return t===void 0?c`<div class="head" role="listitem"><h2 class="day">${o(this,A,en).call(this,e)}</h2></div>`:c`<div class="cell ${i?"last":""}" role="listitem">${o(this,A,Ra).call(this,t)}</div>`},Sa=function(){this.records.reload(),this.gaps.reload()},Ta=function(){let{records:e,context:t}=this;return e.state==="error"?c`<p>${C(t,e.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`:e.busy?c`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?c`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},Ra=function(e){let{hass:t}=this.context,i=e.kind==="gap"?e.gap.camera_id:e.record.camera_id,n=[t.language,t.locale,t.user?.is_admin,H(this.context,i)];if(e.kind==="gap")return si([e.gap,...n],()=>o(this,A,Oa).call(this,e.gap));let{record:r}=e,a=r.record_id,h=[this.playing===a,this.problems.get(a),this.chosen?.has(a)];return si([r,...n,...h],()=>o(this,A,Pa).call(this,r))},Oa=function(e){let{context:t}=this,{formats:i,localize:n}=t;return c`<div class="row gap">
      <span class="dot bad"></span>
      <span class="when">${i.range(e.start,e.end)}</span>
      <span class="camera" dir="auto">${H(t,e.camera_id)}</span>
      <span class="note">${n("gap_because",{cause:mt(t,e.cause)})}</span>
      <span class="number">${i.duration((Date.parse(e.end)-Date.parse(e.start))/1e3)}</span>
    </div>`},Pa=function(e){let{context:t}=this,{formats:i,localize:n}=t,r=H(t,e.camera_id),a=this.playing===e.record_id,h=e.status==="success",p=e.status==="failed"&&e.video_url!==null?"incomplete":e.status,g=(Date.parse(e.end)-Date.parse(e.start))/1e3;return c`<div class="row">
        ${this.chosen===null?c`<span class="dot ${h?"good":"bad"}"></span>`:c`<input
                type="checkbox"
                aria-label=${n("choose_record",{camera:r,time:i.time(e.start)})}
                .checked=${this.chosen.has(e.record_id)}
                @change=${u=>o(this,A,Aa).call(this,e.record_id,u.target.checked)}
              />`}
        <span class="when">${i.range(e.start,e.end)}</span>
        <span class="camera" dir="auto">${r}</span>
        <span class="note" title=${e.error??""}>
          ${ne(n,`record_${p}`,"record_failed")} ·
          ${ne(n,`analysis_${e.analysis_status}`,"analysis_pending")}
          ${e.error?c`<span class="error" dir="auto">${e.error}</span>`:f}
        </span>
        <span class="number">${i.duration(e.duration??g)}</span>
        <span class="number size">${e.file_size===null?"":i.bytes(e.file_size)}</span>
        <mycamera-protection
          .context=${t}
          .recordId=${e.record_id}
          .kept=${e.protected}
        ></mycamera-protection>
        ${e.video_url===null?c`<span class="no-button"></span>`:c`<button
                class="icon-button"
                aria-expanded=${a?"true":"false"}
                aria-label=${n("play_recording",{camera:r,time:i.time(e.start)})}
                @click=${()=>{this.playing=a?null:e.record_id}}
              >
                ${_(a?Ei:Ai)}
              </button>`}
      </div>
      ${a&&e.video_url!==null?o(this,A,Ia).call(this,e,e.video_url):f}`},Aa=function(e,t){let i=new Set(this.chosen);t?i.add(e):i.delete(e),this.chosen=i},Ia=function(e,t){let{context:i}=this,n=i.hass.hassUrl(t),r=this.problems.get(e.record_id);return r?c`<p class="unplayable" role="alert">
        ${ut(i,r,e.codec)}
        ${r==="unplayable"?c`<a class="text-button" href=${n} download>${i.localize("download")}</a>`:f}
      </p>`:c`<video
      src=${n}
      aria-label=${i.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[e.record_id,await Bi(n)]])}}
    ></video>`},pe.styles=[T,me,fa],d([y({attribute:!1})],pe.prototype,"context",2),d([y({attribute:!1})],pe.prototype,"filter",2),d([v()],pe.prototype,"playing",2),d([v()],pe.prototype,"problems",2),d([v()],pe.prototype,"which",2),d([v()],pe.prototype,"chosen",2),d([v()],pe.prototype,"topDay",2),d([F(".foot")],pe.prototype,"foot",2),pe=d([S("mycamera-recordings")],pe);function Fc({hass:l,overview:s}){let e=[...s?.cameras??[],...s?.removed_cameras??[]],t=new Intl.Collator(l.locale.language||l.language,{numeric:!0});return e.sort((i,n)=>t.compare(i.name,n.name)).map(i=>i.camera_id)}function Nc(l){return l.key}var Hc=300,jc=6e4,at,di,J,tn,La,Da,Ca,Va,Fa,Na,Re=class extends z{constructor(){super(...arguments);x(this,J);this.text="";this.open=!1;this.written="";this.words=null;x(this,at);x(this,di,0)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(m(this,at))}willUpdate(e){e.has("text")&&(this.written=this.text)}render(){let{localize:e}=this.context;return c`<div class="box" @focusout=${o(this,J,Ca)} @keydown=${o(this,J,Va)}>
      ${_(jn)}
      <input
        type="text"
        inputmode="search"
        enterkeyhint="search"
        maxlength="100"
        autocomplete="off"
        placeholder=${e("search")}
        aria-label=${e("search")}
        .value=${this.written}
        @input=${o(this,J,La)}
        @focus=${()=>{o(this,J,Da).call(this)}}
      />
      ${this.text?c`<button
              class="icon-button"
              aria-label=${e("clear_search")}
              @click=${()=>o(this,J,tn).call(this,{text:""})}
            >
              ${_(Z)}
            </button>`:f}
      ${this.open?o(this,J,Na).call(this):f}
    </div>`}};at=new WeakMap,di=new WeakMap,J=new WeakSet,tn=function(e){window.clearTimeout(m(this,at)),this.open=!1,this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},La=function(e){this.written=e.target.value,this.open=!0;let t=this.written.trim();window.clearTimeout(m(this,at)),$(this,at,window.setTimeout(()=>{t!==this.text&&this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:{text:t}}))},Hc))},Da=async function(){if(this.open=!0,!(Date.now()-m(this,di)<jc)){$(this,di,Date.now());try{this.words=await fr(this.context.hass)}catch(e){console.info("MyCamera: there are no words to suggest:",O(e)),this.words??={english:[],chinese:[]}}}},Ca=function(e){this.renderRoot.contains(e.relatedTarget)||(this.open=!1)},Va=function(e){e.key!=="Escape"||!this.open||(this.open=!1,e.stopPropagation())},Fa=function(){let{hass:e,overview:t}=this.context;if(this.words===null)return[];let i=this.written.split(/\s+/).at(-1)??"",n=this.written.slice(0,this.written.length-i.length),r=wr(e.language)?this.words.chinese:this.words.english,a=t?.cameras??[],h=[...new Set(a.flatMap(g=>g.zones.map(({name:u})=>u)))],p=g=>i===""||g!==i&&Gi(g,i);return[...r.map(({word:g,persons:u})=>({path:wi,text:g,count:u,change:{text:`${n}${g}`}})),...(a.length>1?a:[]).map(g=>({path:Ne,text:g.name,count:null,change:{cameraId:g.camera_id,text:n.trim()}})),...h.map(g=>({path:Di,text:g,count:null,change:{zone:g,text:n.trim()}}))].filter(({text:g})=>p(g))},Na=function(){let{localize:e,formats:t}=this.context,i=o(this,J,Fa).call(this);return i.length===0?f:c`<div class="suggestions" role="group" aria-label=${e("suggestions")}>
      ${i.map(({path:n,text:r,count:a,change:h})=>c`<button class="chip" @click=${()=>o(this,J,tn).call(this,h)}>
          ${_(n)} <span dir="auto">${r}</span>
          ${a===null?f:c`<span class="count">${t.number(a)}</span>`}
        </button>`)}
    </div>`},Re.styles=[T,P`
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
    `],d([y({attribute:!1})],Re.prototype,"context",2),d([y({attribute:!1})],Re.prototype,"text",2),d([v()],Re.prototype,"open",2),d([v()],Re.prototype,"written",2),d([v()],Re.prototype,"words",2),Re=d([S("mycamera-search-box")],Re);var Ha=P`
  :host {
    display: block;
    padding-block-start: 12px;
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(340px, 100%), 1fr));
    gap: var(--mc-gap);
  }
  section {
    display: grid;
    align-content: start;
    gap: 10px;
    padding: 16px;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .works {
    margin-block-end: var(--mc-gap);
  }
  .work {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 4px 12px;
  }
  .work progress {
    grid-column: 1 / -1;
    inline-size: 100%;
    accent-color: var(--mc-accent);
  }
  .quiet {
    color: var(--mc-text-2);
    font-variant-numeric: tabular-nums;
  }
  section.bad {
    border-color: var(--mc-bad);
  }
  section.warn {
    border-color: var(--mc-warn);
  }
  h2 {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 6px 10px;
    font-size: 16px;
    font-weight: 500;
  }
  h2 > svg {
    color: var(--mc-text-2);
  }
  .status {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
    font-size: 13px;
    font-weight: 400;
    color: var(--mc-text-2);
  }
  .dot {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--mc-text-2);
  }
  .dot.good {
    background: var(--mc-good);
  }
  .dot.warn {
    background: var(--mc-warn);
  }
  .dot.bad {
    background: var(--mc-bad);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 24px;
    margin: 0;
  }
  dt {
    font-size: 12px;
    color: var(--mc-text-2);
  }
  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .error {
    color: color-mix(in srgb, var(--mc-bad) 75%, var(--mc-text));
    overflow-wrap: anywhere;
  }
  .text-button {
    justify-self: start;
  }
`;var Uc=1e4,Bc=3,pi,q,xs,ja,hi,Ua,Ba,qa,Ga,Fe=class extends z{constructor(){super(...arguments);x(this,q);this.system=null;this.failure=null;x(this,pi)}connectedCallback(){super.connectedCallback(),o(this,q,xs).call(this),$(this,pi,window.setInterval(()=>{o(this,q,xs).call(this)},Uc))}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(m(this,pi))}willUpdate(e){e.has("overview")&&e.get("overview")&&o(this,q,xs).call(this)}render(){let{context:e,system:t,overview:i}=this,{localize:n}=e;return t===null?this.failure!==null?B({icon:ce,bad:!0,...C(e,this.failure)}):c`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${n("loading")}></div>
      </div>`:c`${o(this,q,ja).call(this,i)}
    <div class="parts">
      ${t.cameras.map(r=>o(this,q,Ua).call(this,r))} ${o(this,q,Ba).call(this,i)}
      ${o(this,q,qa).call(this,i,t)} ${o(this,q,Ga).call(this,t)}
    </div>`}};pi=new WeakMap,q=new WeakSet,xs=async function(){if(!document.hidden)try{this.system=await gr(this.context.hass),this.failure=null}catch(e){this.failure=O(e)}},ja=function({long_work:e}){if(e.length===0)return f;let{localize:t,formats:i}=this.context;return c`<section class="works" aria-labelledby="works">
      <h2 id="works">${_(Yn)} ${t("long_work")}</h2>
      ${e.map(n=>{let r=ne(t,`work_${n.kind}`,"long_work"),a=n.left===null?"":t("work_left",{count:i.number(n.left)}),h=n.done===null?"":i.percent(Math.floor(n.done*100)/100);return c`<div class="work">
          <span>${[r,n.name].filter(Boolean).join(": ")}</span>
          <span class="quiet">${[a,h].filter(Boolean).join(" · ")}</span>
          <progress max="1" value=${n.done??f} aria-label=${r}></progress>
        </div>`})}
    </section>`},hi=function(e,t,i,n,r,a,h=null,p=null){let{localize:g,hass:u}=this.context;return c`<section class=${i}>
      <h2>${_(e)} <span dir="auto">${t}</span> <span class="status"><span class="dot ${i}"></span>${n}</span></h2>
      ${r.length>0?c`<dl>
              ${r.map(([k,I])=>c`<div>
                  <dt>${k}</dt>
                  <dd>${I}</dd>
                </div>`)}
            </dl>`:f}
      ${h?c`<p class="error" dir="auto">${h}</p>`:f}
      ${a?c`<p class="advice">${a}</p>`:f}
      ${a&&p&&u.user?.is_admin?c`<a class="text-button" href=${p}>${g("add_camera")}</a>`:f}
    </section>`},Ua=function(e){let{localize:t,formats:i,hass:n}=this.context,r=e.recording_status,a=e.detection_enabled&&!e.watching,h=r==="off"?"off":r==="connecting"?"warn":r!=="recording"?"bad":a?"warn":"good",p=[];if(e.coverage!==null){let u=e.gaps?` · ${L(t,n.language,"gaps",e.gaps)}`:"";p.push([t("last_day_recorded"),`${i.percent(Math.floor(e.coverage*100)/100)}${u}`])}e.persons_today!==null&&p.push([t("people_today"),String(e.persons_today)]),e.bytes!==null&&p.push([t("recordings"),i.bytes(e.bytes)]),e.stream_fps!==null&&p.push([t("stream_fps"),e.stream_fps.toFixed(0)]);let g=h==="bad"?ne(t,`advice_${r}`,"advice_camera"):a?t("not_watching"):"";return o(this,q,hi).call(this,Ne,e.name,h,t(`status_${r}`),p,g,e.recording_error??(a?e.watch_error:null),"/config/integrations/integration/mycamera")},Ba=function(e){let{localize:t,hass:i}=this.context,{worker:n,minutes_behind:r,pending_analyses:a,pending_captions:h}=e,p=n.overloaded?"overloaded":n.status,g=p==="connected"?"good":p==="failed"||p==="disconnected"?"bad":"warn",u=[];n.device&&u.push([t("device"),n.device]),n.version&&u.push([t("version"),n.version]),r?u.push([t("queue"),L(t,i.language,"minutes_behind",r)]):a&&u.push([t("queue"),L(t,i.language,"pending_analyses",a)]),h&&u.push([t("descriptions"),L(t,i.language,"pending_captions",h)]);let k=g==="good"?"":ne(t,`worker_${p}_advice`,"advice_worker");return o(this,q,hi).call(this,Nt,t("analysis"),g,t(`worker_${p}`),u,k,n.error,"/config/integrations/integration/mycamera")},qa=function(e,t){let{localize:i,formats:n,hass:r}=this.context,{available:a,since:h,waiting:p}=e.database,g=[];return t.database_bytes!==null&&g.push([i("size"),n.bytes(t.database_bytes)]),h&&g.push([i("since"),n.dateTime(h)]),o(this,q,hi).call(this,On,i("database"),a?"good":"bad",i(a?"database_answers":"database_down"),g,a?"":L(i,r.language,"database_waiting",p),null,"/config/integrations/integration/mycamera")},Ga=function(e){let{localize:t,formats:i,hass:n}=this.context,r=e.days_until_full,a=e.free_bytes!==null,h=r!==null&&r<Bc&&!e.never_full,p=[];return e.free_bytes!==null&&p.push([t("free"),i.bytes(e.free_bytes)]),r!==null?p.push([t("full_in"),L(t,n.language,"days",Math.max(0,Math.round(r)))]):e.never_full&&p.push([t("full_in"),t("never_full")]),e.recordings_path&&p.push([t("folder"),e.recordings_path]),o(this,q,hi).call(this,Vn,t("storage"),a?h?"warn":"good":"warn",t(a?h?"storage_soon_full":"storage_good":"storage_unknown"),p,h?t("storage_advice"):"",null,"/config/integrations/integration/mycamera")},Fe.styles=[T,me,Ha],d([y({attribute:!1})],Fe.prototype,"context",2),d([y({attribute:!1})],Fe.prototype,"overview",2),d([v()],Fe.prototype,"system",2),d([v()],Fe.prototype,"failure",2),Fe=d([S("mycamera-system")],Fe);var Ka=P`
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
`;var qc=2*6e4,Gc=30*6e4;function Wa(l){let s=[],e=new Map;for(let t of l){let i=e.get(t.camera_id),n=i?.at(-1),r=i?.[0],a=n!==void 0&&Date.parse(n.first_seen)-Date.parse(t.last_seen)<=qc,h=r!==void 0&&Date.parse(r.first_seen)-Date.parse(t.first_seen)>Gc;if(i&&a&&!h)i.push(t);else{let p=[t];e.set(t.camera_id,p),s.push(p)}}return s.map(t=>({key:t.at(-1)?.event_id??"",persons:t}))}function Za(l){let s=e=>(e.caption_source&&e.caption_source!=="factual"?10:0)+(e.thumbnail_url?5:0)+e.confidence+Math.min(1,Qe(e)/60);return l.persons.reduce((e,t)=>s(t)>s(e)?t:e)}var Kc=250,Ya=16,Wc=8,Ye,ui,Xe,mi,fi,V,Ja,Qa,Ma,el,tl,il,sl,nl,rl,ol,al,ll,le=class extends z{constructor(){super(...arguments);x(this,V);this.filter=re;this.broken=new Set;this.fresh=new Set;this.opened=new Set;this.looked=new Set;this.columns=1;this.topDay="";this.feed=new rt(this,{load:e=>sr(this.context.hass,this.filter,this.context.formats.timeZone,e),id:e=>e.event_id,time:e=>Date.parse(e.first_seen)});x(this,Ye,null);x(this,ui,new kt(e=>this.context.formats.day(e.first_seen),Wa));x(this,Xe,[]);x(this,mi,[]);x(this,fi,new ResizeObserver(([e])=>{this.columns=Xa(e?.contentRect.width??0)}))}connectedCallback(){super.connectedCallback(),this.columns=Xa(this.clientWidth),m(this,fi).observe(this),$(this,Ye,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),m(this,fi).disconnect(),m(this,Ye)?.disconnect(),$(this,Ye,null)}willUpdate(e){e.has("filter")&&this.feed.reload(),e.get("context")?.formats.timeZone!==this.context.formats.timeZone&&m(this,ui).clear(),o(this,V,Ja).call(this)}updated(){m(this,Ye)?.disconnect(),this.foot&&this.feed.more&&m(this,Ye)?.observe(this.foot)}live(e,t){if(!o(this,V,Ma).call(this,e))return;let i=this.feed.items.some(n=>n.event_id===e.event_id);this.filter.unseen&&!t&&!i||!this.feed.put(e)||i||!t||(this.fresh=new Set([...this.fresh,e.event_id]))}neighbour(e,t){let i=this.feed.items.findIndex(n=>n.event_id===e);return i<0?null:(t===1&&i>=this.feed.items.length-3&&this.feed.next(),this.feed.items[i+t]??null)}render(){let{feed:e,context:t}=this;if(e.items.length===0)return o(this,V,il).call(this);let i=this.topDay||m(this,Xe)[0]?.day;return c`
      ${i?c`<div class="top" aria-hidden="true"><span class="day">${t.formats.heading(i)}</span></div>`:f}
      <mycamera-virtual-rows
        role="list"
        .items=${m(this,Xe)}
        .keyFunction=${Zc}
        .renderItem=${n=>o(this,V,el).call(this,n)}
        @rangeChanged=${({last:n})=>{n>=m(this,Xe).length-Wc&&this.feed.next()}}
        @visibilityChanged=${({first:n})=>{this.topDay=m(this,Xe)[n]?.day??""}}
      ></mycamera-virtual-rows>
      <div class="foot" aria-live="polite">${o(this,V,tl).call(this)}</div>
    `}};Ye=new WeakMap,ui=new WeakMap,Xe=new WeakMap,mi=new WeakMap,fi=new WeakMap,V=new WeakSet,Ja=function(){let e=m(this,ui).of(this.feed.items),t=[e,this.opened,this.columns];if(t.every((n,r)=>n===m(this,mi)[r]))return;$(this,mi,t);let i=[];for(let{day:n,made:r}of e){i.push({day:n,key:n,cards:[]});let a=r.flatMap(h=>o(this,V,Qa).call(this,h));for(let h=0;h<a.length;h+=this.columns){let p=a.slice(h,h+this.columns);i.push({day:n,key:p[0]?.item.event_id??"",cards:p})}}$(this,Xe,i)},Qa=function(e){let[t]=e.persons;return e.persons.length===1&&t?[{item:t,open:!1}]:this.opened.has(e.key)?e.persons.map((i,n)=>({item:i,open:!0,...n===0?{visit:e}:{}})):[{item:Za(e),visit:e,open:!1}]},Ma=function(e){let{cameraId:t,day:i,text:n,zone:r,hours:a,minConfidence:h,minSeconds:p}=this.filter;return t&&e.camera_id!==t||r||e.confidence<h||Qe(e)<p||a&&!this.context.formats.inHours(e.first_seen,a)||i&&this.context.formats.day(e.first_seen)!==i?!1:Gi(`${e.caption??""}
${e.caption_zh??""}`,n)},el=function({day:e,cards:t}){return t.length===0?c`<div class="head" role="listitem"><h2 class="day">${this.context.formats.heading(e)}</h2></div>`:c`<div
      class="cards"
      role="presentation"
      style=${Bt({gridTemplateColumns:`repeat(${this.columns}, minmax(0, 1fr))`})}
    >
      ${t.map(i=>o(this,V,sl).call(this,i))}
    </div>`},tl=function(){let{feed:e,context:t}=this;if(e.state==="error"){let i=C(t,e.error??"unknown");return c`<p>${i.heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`}return e.busy?c`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?c`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},il=function(){let{feed:e,context:t}=this,{localize:i}=t;return e.state==="error"?B({icon:ce,bad:!0,...C(t,e.error??"unknown"),action:c`<button class="text-button" @click=${()=>{e.reload()}}>${i("retry")}</button>`}):e.state==="loading"||e.more?c`<div class="visually-hidden" role="status">${i("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <div
          class="cards"
          aria-hidden="true"
          style=${Bt({gridTemplateColumns:`repeat(${this.columns}, minmax(0, 1fr))`})}
        >
          ${Array.from({length:6},()=>c`<div class="cell ghost"><div class="card"><div class="picture"></div></div></div>`)}
        </div>
        <div class="foot"></div>`:Wi(this.filter)?B({icon:bn,heading:i("no_matches"),text:i("no_matches_text"),action:c`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${i("clear_filters")}
          </button>`}):t.overview===null?B({icon:dt,heading:i("step_wait"),text:i("step_wait_text")}):os(t,t.overview,()=>this.dispatchEvent(new CustomEvent("mycamera-system")))},sl=function({item:e,visit:t,open:i}){let{hass:n}=this.context,r=[n.language,n.locale,H(this.context,e.camera_id),i,t];return si([e,...r,this.looked,this.fresh,this.broken],()=>o(this,V,ol).call(this,e,t,i))},nl=function(e){let t=new Set(this.opened);t.delete(e.key)||t.add(e.key),this.opened=t},rl=function(e,t){let{localize:i,formats:n,hass:r}=this.context,a=e.persons[0]?.last_seen??"",h=e.persons.at(-1)?.first_seen??"",p=L(i,r.language,"visit",e.persons.length);return c`<button
      class="visit"
      aria-expanded=${t?"true":"false"}
      title=${n.range(h,a)}
      @click=${()=>o(this,V,nl).call(this,e)}
    >
      ${_(t?Ei:zn)}<span>${t?i("visit_close"):p}</span>
    </button>`},ol=function(e,t,i){let{context:n}=this,{localize:r,formats:a}=n,h=e.seen===!1&&!this.looked.has(e.event_id),p=H(n,e.camera_id),[g]=Pe(n,e),u=e.caption_status==="pending"||e.caption_status==="running";return c`<div
      class="cell ${this.fresh.has(e.event_id)?"fresh":""} ${t&&!i?"stack":""} ${i?"of-visit":""}"
      role="listitem"
    >
      ${t?o(this,V,rl).call(this,t,i):f}
      <button class="card" @click=${()=>o(this,V,ll).call(this,e)}>
        <span class="picture">${o(this,V,al).call(this,e,p)}</span>
        <span class="facts">
          <span class="line">
            ${h?c`<span class="unseen" role="img" aria-label=${r("not_seen_yet")}></span>`:f}
            <time datetime=${e.first_seen}>${a.timeSeconds(e.first_seen)}</time>
            <span class="camera" dir="auto">${p}</span>
          </span>
          ${g?c`<span class="caption" lang=${g.lang} dir="auto">${g.text}</span>`:c`<span class="caption none">${r(u?"caption_pending":"no_caption")}</span>`}
          <span class="badges">
            <span title=${r("duration")}>${a.duration(Qe(e))}</span>
            <span title=${r("confidence")}>${a.percent(e.confidence)}</span>
            ${g&&e.caption_source!=="factual"?c`<span class="source" title=${r("description_by")}>${qi(n,e)}</span>`:f}
          </span>
        </span>
      </button>
    </div>`},al=function(e,t){let{localize:i,formats:n,hass:r}=this.context,a=e.thumbnail_url??e.snapshot_url;return a===null||this.broken.has(a)?c`<span class="missing" title=${i("picture_missing")}>${_(pt)}</span>`:c`<img
      src=${r.hassUrl(a)}
      alt=${i("picture_of",{camera:t,time:n.time(e.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,a])}}
    />`},ll=function(e){this.looked=new Set([...this.looked,e.event_id]),this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},le.styles=[T,me,Ka],d([y({attribute:!1})],le.prototype,"context",2),d([y({attribute:!1})],le.prototype,"filter",2),d([v()],le.prototype,"broken",2),d([v()],le.prototype,"fresh",2),d([v()],le.prototype,"opened",2),d([v()],le.prototype,"looked",2),d([v()],le.prototype,"columns",2),d([v()],le.prototype,"topDay",2),d([F(".foot")],le.prototype,"foot",2),le=d([S("mycamera-timeline")],le);function Xa(l){return matchMedia("(max-width: 599px)").matches?1:Math.max(1,Math.floor((l+Ya)/(Kc+Ya)))}function Zc(l){return l.key}var ws=Ae(class extends He{constructor(l){if(super(l),l.type!==de.PROPERTY&&l.type!==de.ATTRIBUTE&&l.type!==de.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Yi(l))throw Error("`live` bindings can only contain a single expression")}render(l){return l}update(l,[s]){if(s===ue||s===f)return s;let e=l.element,t=l.name;if(l.type===de.PROPERTY){if(s===e[t])return ue}else if(l.type===de.BOOLEAN_ATTRIBUTE){if(!!s===e.hasAttribute(t))return ue}else if(l.type===de.ATTRIBUTE&&e.getAttribute(t)===s+"")return ue;return Xi(l),s}});function dl(l){return l.length<3?"few":Xc(l)?"crosses":Yc(l)<5e-4?"small":null}function sn(l){return l.map((s,e)=>[s,l[(e+1)%l.length]??s])}function Yc(l){return Math.abs(sn(l).reduce((s,[e,t])=>s+e[0]*t[1]-t[0]*e[1],0))/2}function Xc(l){let s=sn(l);return s.some(([e,t],i)=>{let n=s[(i+1)%s.length]?.[1]??t;return Qc(e,t,n)?!0:s.some(([r,a],h)=>h-i>1&&!(i===0&&h===s.length-1)&&Jc(e,t,r,a))})}function gi(l,s,e){let t=(s[0]-l[0])*(e[1]-l[1])-(s[1]-l[1])*(e[0]-l[0]);return Math.abs(t)<1e-12?0:t}function _s(l,s,e){return Math.min(l[0],s[0])<=e[0]&&e[0]<=Math.max(l[0],s[0])&&Math.min(l[1],s[1])<=e[1]&&e[1]<=Math.max(l[1],s[1])}function Jc(l,s,e,t){let[i,n,r,a]=[gi(l,s,e),gi(l,s,t),gi(e,t,l),gi(e,t,s)];return i*n<0&&r*a<0?!0:i===0&&_s(l,s,e)||n===0&&_s(l,s,t)||r===0&&_s(e,t,l)||a===0&&_s(e,t,s)}function Qc(l,s,e){return l[0]===s[0]&&l[1]===s[1]?!0:gi(l,s,e)===0&&(l[0]-s[0])*(e[0]-s[0])+(l[1]-s[1])*(e[1]-s[1])>0}function hl(l,[s,e]){return sn(l).filter(([t,i])=>t[1]>e!=i[1]>e&&s<t[0]+(e-t[1])/(i[1]-t[1])*(i[0]-t[0])).length%2===1}function nn(l){let s=Math.max(1,l.length);return[l.reduce((e,[t])=>e+t,0)/s,l.reduce((e,[,t])=>e+t,0)/s]}function pl(l,s){return[cl(l),cl(s)]}function cl(l){return l>.015?l>1-.015?1:Math.round(l*1e4)/1e4:0}var Es=16,Mc=100,$s=.01,vi=class{constructor(s,e){this.selected=null;this.drawing=null;this.#t=[];this.#i=null;this.#s=0;this.shapes=[...s.map(t=>({...t,key:this.#r(),kind:"zone"})),...e.map(t=>({...t,key:this.#r(),kind:"mask",name:"",dwell:0}))],this.#e=this.shapes}#e;#t;#i;#s;#r(){return this.#s+=1,this.#s}get changed(){return this.shapes!==this.#e&&JSON.stringify(this.shapes)!==JSON.stringify(this.#e)}get undoable(){return this.#t.length>0}get current(){return this.shapes.find(s=>s.key===this.selected)??null}count(s){return this.shapes.filter(e=>e.kind===s).length}#o(s,e=null){(e===null||e!==this.#i)&&(this.#t=[...this.#t,{shapes:this.shapes,drawing:this.drawing}].slice(-Mc)),this.#i=e,this.shapes=s}endGesture(){this.#i=null}undo(){let s=this.#t.pop();s&&(this.shapes=s.shapes,this.drawing=s.drawing,this.#i=null,this.current===null&&(this.selected=this.drawing))}begin(s,e){this.#a();let t=this.#r();this.#o([...this.shapes,{key:t,id:null,kind:s,name:e,dwell:0,points:[]}]),this.selected=this.drawing=t}offer([s,e,t,i]){if(this.count("mask")>=Es)return;let n=k=>Math.min(1,Math.max(0,Math.round(k*1e4)/1e4)),[r,a,h,p]=[n(s-$s),n(e-$s),n(t+$s),n(i+$s)],g=this.#r(),u=[[r,a],[h,a],[h,p],[r,p]];this.#o([...this.shapes,{key:g,id:null,kind:"mask",name:"",dwell:0,points:u}]),this.selected=g}addPoint(s){let e=this.current;e===null||this.drawing!==e.key||e.points.length>=32||this.#n({...e,points:[...e.points,s]})}finish(){this.#a()&&(this.selected=null),this.drawing=null,this.#i=null}#a(){let s=this.shapes.find(e=>e.key===this.drawing);return!s||s.points.length>=3?!1:(this.#o(this.shapes.filter(e=>e!==s)),this.drawing=null,!0)}insertPoint(s,e){let t=this.current;t===null||t.points.length>=32||this.#n({...t,points:t.points.toSpliced(s+1,0,e)})}movePoint(s,e){let t=this.current;t&&this.#n({...t,points:t.points.with(s,e)},`move ${t.key} ${s}`)}removePoint(s){let e=this.current;e===null||e.points.length<=3&&this.drawing!==e.key||this.#n({...e,points:e.points.toSpliced(s,1)})}rename(s){let e=this.current;e&&this.#n({...e,name:s},`name ${e.key}`)}setDwell(s){let e=this.current;e&&this.#n({...e,dwell:s},`dwell ${e.key}`)}remove(s){this.#o(this.shapes.filter(e=>e.key!==s)),this.drawing===s&&(this.drawing=null),this.selected===s&&(this.selected=null)}#n(s,e=null){this.#o(this.shapes.map(t=>t.key===s.key?s:t),e)}selectAt(s){this.selected=this.shapes.findLast(e=>hl(e.points,s))?.key??null}problem(s){let e=dl(s.points);if(e)return e;if(s.kind==="mask")return null;let t=ul(s.name);return t===""?"nameless":this.shapes.some(n=>n.kind==="zone"&&n!==s&&ul(n.name)===t)?"same_name":null}firstProblem(){for(let s of this.shapes){let e=this.problem(s);if(e)return{shape:s,problem:e}}return null}};function ul(l){return l.trim().replace(/\s+/g," ").toLowerCase()}var ml=P`
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
`;var fl=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],gl="#9e9e9e",ed=.005,td=.03,id=80,sd=3e3,Pt,At,b,zs,bl,te,yl,xl,on,wl,_l,an,$l,kl,ln,El,zl,cn,Sl,Ss,Tl,Rl,dn,Ts,Ot,hn,Ol,Pl,Al,Il,Ll,bi,Dl,Cl,Vl,Fl,Nl,Hl,jl,Ul,U=class extends z{constructor(){super(...arguments);x(this,b);this.cameraId=null;this.offered=null;this.wrong=[];this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;x(this,Pt);x(this,At,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(m(this,Pt))}willUpdate(e){e.has("cameraId")&&(this.draft=null,this.wrong=[],this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&o(this,b,zs).call(this,this.cameraId,!1))}updated(e){e.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){o(this,b,Ot).call(this,{to:"close"})}render(){return c`<dialog
      aria-labelledby="title"
      @cancel=${o(this,b,hn)}
      @keydown=${o(this,b,Pl)}
      @close=${o(this,b,Ol)}
    >
      ${this.cameraId===null?f:o(this,b,Al).call(this,this.cameraId)}
    </dialog>`}};Pt=new WeakMap,At=new WeakMap,b=new WeakSet,zs=async function(e,t){try{let i=await br(this.context.hass,e);if(this.cameraId!==e||(this.still=i.still_url??null,this.broken=this.still===null,this.wrong=i.false_positives??[],t))return;this.draft=new vi(i.zones,i.masks),this.offered&&this.draft.offer(this.offered)}catch(i){this.cameraId===e&&(this.error=O(i))}},bl=function(e){this.error=null,o(this,b,zs).call(this,e,!1)},te=function(e){if(!this.draft)return;e(this.draft),this.complaint=null,this.saved=!1;let t=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=t&&(this.corner=null),this.requestUpdate()},yl=function(e){o(this,b,te).call(this,t=>{t.finish(),t.selected=e,this.corner=null})},xl=function(e){let{localize:t}=this.context;o(this,b,te).call(this,i=>{let n=e==="zone"?t("new_zone",{number:i.count("zone")+1}):"";i.begin(e,n),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},on=function(e){let t=this.picture?.getBoundingClientRect();return!t||t.width===0?[0,0]:pl((e.clientX-t.left)/t.width,(e.clientY-t.top)/t.height)},wl=function(e){if(e.target instanceof Element&&e.target.closest("button"))return;let t=o(this,b,on).call(this,e);o(this,b,te).call(this,i=>{i.drawing!==null?(i.addPoint(t),this.corner=(i.current?.points.length??1)-1):(i.selectAt(t),this.corner=null)})},_l=function(e){e.key!=="Enter"||e.target!==this.picture||this.draft?.drawing==null||(e.preventDefault(),o(this,b,te).call(this,t=>{t.addPoint([.5,.5]),this.corner=(t.current?.points.length??1)-1}),o(this,b,an).call(this))},an=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},$l=function(e,t){e.button===0&&(e.currentTarget.setPointerCapture(e.pointerId),$(this,At,t),this.corner=t)},kl=function(e,t){if(m(this,At)!==t)return;let i=o(this,b,on).call(this,e);o(this,b,te).call(this,n=>n.movePoint(t,i))},ln=function(){$(this,At,null),this.draft?.endGesture()},El=function(e){let t=this.draft;e===0&&t?.drawing!=null&&(t.current?.points.length??0)>=3?o(this,b,Ss).call(this):this.corner=e},zl=function(e,t){let i=this.draft?.current?.points[t];if(!i)return;let n=e.shiftKey?td:ed,a={ArrowLeft:[-n,0],ArrowRight:[n,0],ArrowUp:[0,-n*this.aspect],ArrowDown:[0,n*this.aspect]}[e.key];if(a){let h=[vl(i[0]+a[0]),vl(i[1]+a[1])];o(this,b,te).call(this,p=>p.movePoint(t,h))}else if(e.key==="Delete"||e.key==="Backspace")o(this,b,cn).call(this,t);else return;e.preventDefault()},cn=function(e){o(this,b,te).call(this,t=>t.removePoint(e)),this.corner=null},Sl=function(e,t){o(this,b,te).call(this,i=>i.insertPoint(e,t)),this.corner=e+1,o(this,b,an).call(this)},Ss=function(){o(this,b,te).call(this,e=>{e.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},Tl=async function(){let{draft:e,cameraId:t}=this;if(!e||t===null||this.saving)return;o(this,b,te).call(this,()=>e.finish());let i=e.firstProblem();if(i){e.selected=i.shape.key,this.complaint=o(this,b,dn).call(this,i.shape,i.problem);return}this.saving=!0;try{let n=await yr(this.context.hass,t,{zones:e.shapes.filter(r=>r.kind==="zone").map(({id:r,name:a,points:h,dwell:p})=>({id:r,name:a.trim(),points:h,dwell:p})),masks:e.shapes.filter(r=>r.kind==="mask").map(({id:r,points:a})=>({id:r,points:a}))});if(this.cameraId!==t)return;this.draft=new vi(n.zones,n.masks),this.corner=null,this.saved=!0,window.clearTimeout(m(this,Pt)),$(this,Pt,window.setTimeout(()=>{this.saved=!1},sd))}catch(n){this.complaint=o(this,b,Rl).call(this,O(n))}finally{this.saving=!1}},Rl=function(e){let{localize:t}=this.context;return ne(t,`refused_${e}`,"save_failed").replaceAll("{code}",e)},dn=function(e,t){let{localize:i}=this.context;return i(`problem_${t}`,{name:o(this,b,Ts).call(this,e)})},Ts=function(e){return e.kind==="mask"?this.context.localize("ignored_area"):e.name.trim()},Ot=function(e){if(this.draft?.changed&&!this.leaving){this.leaving=e;return}this.leaving=null,e.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:e.cameraId}))},hn=function(e){e.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?o(this,b,Ss).call(this):o(this,b,Ot).call(this,{to:"close"})},Ol=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},Pl=function(e){if(e.key==="Escape"){o(this,b,hn).call(this,e);return}let t=e.target instanceof HTMLInputElement;(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="z"&&!e.shiftKey&&!t&&(e.preventDefault(),o(this,b,te).call(this,i=>i.undo()))},Al=function(e){let{context:t,draft:i}=this,{localize:n}=t;return c`
      <header>
        <h2 id="title">${n("zones")} ${o(this,b,Il).call(this,e)}</h2>
        <button
          class="icon-button"
          aria-label=${n("undo")}
          title=${n("undo")}
          ?disabled=${!i?.undoable}
          @click=${()=>o(this,b,te).call(this,r=>r.undo())}
        >
          ${_(Qn)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!i||this.saving||!i.changed}
          @click=${()=>{o(this,b,Tl).call(this)}}
        >
          ${n("save")}
        </button>
        <button class="icon-button" aria-label=${n("close")} @click=${()=>o(this,b,Ot).call(this,{to:"close"})}>
          ${_(Z)}
        </button>
      </header>
      ${o(this,b,Ll).call(this)}
      ${i?c`<div class="body">
              <div class="stage">${o(this,b,Dl).call(this,i)} ${o(this,b,Nl).call(this,i)}</div>
              <div class="side">${o(this,b,Hl).call(this,i)}</div>
            </div>`:c`<div class="wait">
              ${this.error===null?c`<div class="spinner" role="progressbar" aria-label=${n("loading")}></div>`:c`<div class="failed" role="alert">
                      <p>${C(t,this.error).heading}</p>
                      <button class="text-button" @click=${()=>o(this,b,bl).call(this,e)}>${n("retry")}</button>
                    </div>`}
            </div>`}
    `},Il=function(e){let t=this.context.overview?.cameras??[];return t.length<2?c`<span class="camera" dir="auto">${H(this.context,e)}</span>`:c`<select
      aria-label=${this.context.localize("camera")}
      .value=${ws(e)}
      @change=${i=>{let n=i.target;o(this,b,Ot).call(this,{to:"camera",cameraId:n.value}),n.value=e}}
    >
      ${t.map(i=>c`<option value=${i.camera_id} ?selected=${i.camera_id===e}>${i.name}</option>`)}
    </select>`},Ll=function(){let{localize:e}=this.context,{leaving:t}=this;return t?c`<div class="notice" role="alertdialog" aria-label=${e("unsaved")}>
        <p>${e("unsaved")}</p>
        <button class="text-button" @click=${()=>o(this,b,Ot).call(this,t)}>${e("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${e("keep_editing")}
        </button>
      </div>`:this.complaint?c`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?c`<div class="notice good" role="status">${_(_n)}<p>${e("saved")}</p></div>`:f},bi=function(e){if(e.kind==="mask")return gl;let t=this.draft?.shapes.filter(i=>i.kind==="zone")??[];return fl[t.indexOf(e)%fl.length]??gl},Dl=function(e){let{localize:t,hass:i}=this.context,n=e.drawing!==null;return c`<div
      class="picture ${n?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${n?0:-1}
      role="group"
      aria-label=${t("zones_of",{camera:H(this.context,this.cameraId??"")})}
      @click=${o(this,b,wl)}
      @keydown=${o(this,b,_l)}
    >
      ${this.still&&!this.broken?c`<img
              src=${i.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${r=>{let{naturalWidth:a,naturalHeight:h}=r.target;a&&h&&(this.aspect=a/h),this.loaded=!0}}
              @error=${()=>{this.broken=!0}}
            />`:c`<p class="instead">${_(pt)} ${t("still_missing")}</p>`}
      ${this.still&&!this.broken&&!this.loaded?c`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${t("loading")}></div>
            </div>`:f}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${.03*this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${.03*this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${this.wrong.map(([r,a,h,p])=>Ht`<rect class="wrong" x=${r} y=${a} width=${h-r} height=${p-a}></rect>`)}
        ${e.shapes.map(r=>o(this,b,Cl).call(this,r,e))}
      </svg>
      ${e.shapes.map(r=>o(this,b,Vl).call(this,r,e))}
      ${e.current?o(this,b,Fl).call(this,e,e.current):f}
    </div>`},Cl=function(e,t){let i=t.drawing===e.key,n=!i&&["crosses","small"].includes(t.problem(e)??""),r=`${e.kind} ${t.selected===e.key?"selected":""} ${n?"bad":""}`,a=e.points.map(h=>h.join(",")).join(" ");return Ht`<g class=${r} style="--colour: ${o(this,b,bi).call(this,e)}">
      <polygon class="area" points=${a}></polygon>
      ${i?Ht`<polyline class="line" points=${a}></polyline>`:Ht`<polygon class="line" points=${a}></polygon>`}
    </g>`},Vl=function(e,t){if(e.kind==="mask"||e.points.length<3||t.drawing===e.key)return f;let[i,n]=nn(e.points);return c`<span class="label" style=${rn([i,n],o(this,b,bi).call(this,e))} dir="auto">${e.name}</span>`},Fl=function(e,t){let{localize:i}=this.context,n=o(this,b,bi).call(this,t),r=o(this,b,Ts).call(this,t),a=t.points.map((g,u)=>c`<button
        class="corner ${this.corner===u?"chosen":""}"
        data-index=${u}
        style=${rn(g,n)}
        aria-label=${i("corner",{number:u+1,name:r})}
        @pointerdown=${k=>o(this,b,$l).call(this,k,u)}
        @pointermove=${k=>o(this,b,kl).call(this,k,u)}
        @pointerup=${o(this,b,ln)}
        @pointercancel=${o(this,b,ln)}
        @click=${()=>o(this,b,El).call(this,u)}
        @focus=${()=>{this.corner=u}}
        @keydown=${k=>o(this,b,zl).call(this,k,u)}
      ></button>`);if(e.drawing!==null||t.points.length>=32)return c`${a}`;let h=this.picture?.clientWidth??0,p=t.points.map((g,u)=>{let k=t.points[(u+1)%t.points.length]??g;if(Math.hypot((k[0]-g[0])*h,(k[1]-g[1])*h/this.aspect)<id)return f;let N=nn([g,k]);return c`<button
        class="edge"
        style=${rn(N,n)}
        aria-label=${i("insert_corner",{number:u+1})}
        @click=${()=>o(this,b,Sl).call(this,u,N)}
      ></button>`});return c`${p}${a}`},Nl=function(e){let{localize:t}=this.context,i=e.current;if(e.drawing!==null){let r=(i?.points.length??0)>=3;return c`<div class="tools">
        <p>${t("draw_hint")}</p>
        <button class="text-button ${r?"ready":""}" @click=${o(this,b,Ss)}>
          ${t(r?"draw_done":"draw_cancel")}
        </button>
      </div>`}let n=this.corner;return c`<div class="tools">
      <p>${i?t("edit_hint"):""}</p>
      ${i&&n!==null&&i.points.length>3?c`<button class="text-button" @click=${()=>o(this,b,cn).call(this,n)}>
              ${_(Mn)} ${t("remove_corner")}
            </button>`:f}
      <button
        class="icon-button"
        aria-label=${t("new_picture")}
        title=${t("new_picture")}
        @click=${()=>this.cameraId!==null&&void o(this,b,zs).call(this,this.cameraId,!0)}
      >
        ${_(xn)}
      </button>
    </div>`},Hl=function(e){let{localize:t}=this.context,i=(n,r)=>{let a=e.count(n)>=Es;return c`<button
        class="text-button"
        ?disabled=${a||e.drawing!==null}
        title=${a?t("too_many_shapes",{most:Es}):""}
        @click=${()=>o(this,b,xl).call(this,n)}
      >
        ${_(Zn)} ${t(r)}
      </button>`};return c`
      <div class="add">${i("zone","add_zone")}${i("mask","add_mask")}</div>
      ${e.shapes.length===0?c`<p class="hint">${t("zones_empty")}</p>`:c`<ul>
              ${ye(e.shapes,n=>n.key,n=>o(this,b,jl).call(this,n,e))}
            </ul>`}
      ${this.wrong.length>0?c`<p class="hint">${t("false_positive_hint")}</p>`:f}
      <p class="hint">${t("zones_hint")}</p>
    `},jl=function(e,t){let{localize:i}=this.context,n=t.selected===e.key,r=t.drawing===e.key?null:t.problem(e),a=o(this,b,Ts).call(this,e);return c`<li class=${n?"selected":""} style="--colour: ${o(this,b,bi).call(this,e)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${n?"true":"false"}
          @click=${()=>o(this,b,yl).call(this,n?null:e.key)}
        >
          <span class="swatch ${e.kind}"></span><span class="title" dir="auto">${a||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${i("remove_shape",{name:a})}
          title=${i("remove_shape",{name:a})}
          @click=${()=>o(this,b,te).call(this,h=>h.remove(e.key))}
        >
          ${_(ht)}
        </button>
      </div>
      ${n&&e.kind==="zone"?o(this,b,Ul).call(this,e):f}
      ${r?c`<p class="problem">${o(this,b,dn).call(this,e,r)}</p>`:f}
    </li>`},Ul=function(e){let{localize:t}=this.context;return c`<label>
        ${t("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${ws(e.name)}
          @input=${i=>o(this,b,te).call(this,n=>n.rename(i.target.value))}
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
          .value=${ws(String(e.dwell))}
          @change=${i=>{let n=i.target.valueAsNumber;o(this,b,te).call(this,r=>{r.setDwell(Number.isFinite(n)?Math.min(86400,Math.max(0,n)):0),r.endGesture()})}}
        />
      </label>`},U.styles=[T,ds,ml],d([y({attribute:!1})],U.prototype,"context",2),d([y({attribute:!1})],U.prototype,"cameraId",2),d([y({attribute:!1})],U.prototype,"offered",2),d([v()],U.prototype,"wrong",2),d([v()],U.prototype,"draft",2),d([v()],U.prototype,"still",2),d([v()],U.prototype,"broken",2),d([v()],U.prototype,"loaded",2),d([v()],U.prototype,"aspect",2),d([v()],U.prototype,"corner",2),d([v()],U.prototype,"error",2),d([v()],U.prototype,"complaint",2),d([v()],U.prototype,"saving",2),d([v()],U.prototype,"saved",2),d([v()],U.prototype,"leaving",2),d([F("dialog")],U.prototype,"dialog",2),d([F(".picture")],U.prototype,"picture",2),U=d([S("mycamera-zone-editor")],U);function vl(l){return Math.min(1,Math.max(0,Math.round(l*1e4)/1e4))}function rn([l,s],e){return`left: ${l*100}%; top: ${s*100}%; --colour: ${e}`}var It=["live","persons","day","recordings","clips","figures","system"],nd={live:Ne,persons:wi,day:Li,recordings:Dn,clips:Oi,figures:wn,system:Fn},rd=5e3,od=12*3600*1e3,Dt,lt,Ct,yi,Oe,ct,xi,w,Bl,pn,Vt,Ft,Rs,un,ql,Gl,Kl,ke,be,Wl,mn,Zl,Ps,Os,Yl,Xl,Jl,Ql,Ml,Lt,fn,ec,tc,ic,sc,nc,D=class extends z{constructor(){super(...arguments);x(this,w);this.narrow=!1;this.tab="persons";this.filter=re;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.moment=null;this.watched=null;this.kiosk=!1;this.ignored=null;this.drawn=null;this.linkFailure=null;x(this,Dt,null);x(this,lt,null);x(this,Ct,!1);x(this,yi);x(this,Oe,null);x(this,ct,new Zi(()=>o(this,w,Gl).call(this)));x(this,xi);x(this,Vt,()=>{this.connected=!0,this.clips?.reconnected(),o(this,w,Rs).call(this,!0)});x(this,Ft,()=>{this.connected=!1});x(this,Ps,e=>{let{detection:t,next:i,ignore:n}=e.detail;this.timeline?.feed.remove([t.event_id]),this.opened=n===null?i:null,n!==null&&(this.ignored=n,this.drawn=t.camera_id)})}connectedCallback(){super.connectedCallback(),$(this,xi,window.setInterval(()=>o(this,w,Rs).call(this,!0),od));let[,e]=/\/mycamera\/(\w+)$/.exec(window.location.pathname)??[];this.tab=It.find(i=>i===e)??this.tab;let t=new URLSearchParams(window.location.search);this.kiosk=this.tab==="live"&&t.has("kiosk"),o(this,w,Bl).call(this,t.get("camera"),t.get("at")),this.hass&&o(this,w,pn).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),window.clearInterval(m(this,xi)),window.clearTimeout(m(this,yi)),m(this,Oe)?.removeEventListener("ready",m(this,Vt)),m(this,Oe)?.removeEventListener("disconnected",m(this,Ft)),$(this,Oe,null),(e=m(this,lt))==null||e.call(this),$(this,lt,null),m(this,ct).disconnected()}shouldUpdate(e){if(e.size>1||!e.has("hass"))return!0;let t=e.get("hass"),i=this.hass;return t===void 0||i===void 0||t.language!==i.language||t.locale!==i.locale||t.config.time_zone!==i.config.time_zone||t.connection!==i.connection||t.dockedSidebar!==i.dockedSidebar||t.themes?.darkMode!==i.themes?.darkMode||t.user?.is_admin!==i.user?.is_admin}willUpdate(e){this.hass&&((e.has("hass")||e.has("overview")||m(this,Dt)===null)&&$(this,Dt,_r(this.hass,this.overview)),e.has("hass")&&o(this,w,pn).call(this),(e.has("route")||e.has("hass"))&&o(this,w,Kl).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null||this.watched!==null?m(this,ct).opened():m(this,ct).closed()}render(){let e=m(this,Dt);return e?c`
      ${o(this,w,Yl).call(this,e)}
      <main>
        <div class="page ${this.tab}">${o(this,w,Jl).call(this,e)}</div>
      </main>
      <mycamera-person-dialog
        .context=${e}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${o(this,w,Os)}
        @mycamera-corrected=${t=>{this.opened=t.detail,this.timeline?.feed.put(t.detail)}}
        @mycamera-removed=${m(this,Ps)}
        @mycamera-exporting=${()=>{this.opened=null,o(this,w,ke).call(this,"clips")}}
        @mycamera-moment=${t=>{let{camera_id:i,first_seen:n}=t.detail;this.opened=null,this.filter={...re,cameraId:i,day:e.formats.day(n)},this.moment=Date.parse(n)-2e3,o(this,w,ke).call(this,"day")}}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
      <mycamera-zone-editor
        .context=${e}
        .cameraId=${this.drawn}
        .offered=${this.ignored}
        @mycamera-camera=${t=>{this.drawn=t.detail,this.ignored=null}}
        @mycamera-close=${()=>{this.drawn=null,this.ignored=null}}
      ></mycamera-zone-editor>
    `:f}};Dt=new WeakMap,lt=new WeakMap,Ct=new WeakMap,yi=new WeakMap,Oe=new WeakMap,ct=new WeakMap,xi=new WeakMap,w=new WeakSet,Bl=function(e,t){this.tab==="live"?this.watched=e:e!==null&&(this.filter={...re,cameraId:e});let i=Number(t);if(this.tab!=="day"||!Number.isFinite(i)||i<=0||!this.hass)return;let n=ir(this.hass).day(new Date(i).toISOString());this.filter={...re,cameraId:e,day:n},this.moment=i},pn=function(){let e=this.hass?.connection;!e||m(this,Oe)===e||(m(this,Oe)?.removeEventListener("ready",m(this,Vt)),m(this,Oe)?.removeEventListener("disconnected",m(this,Ft)),$(this,Oe,e),e.addEventListener("ready",m(this,Vt)),e.addEventListener("disconnected",m(this,Ft)),o(this,w,un).call(this))},Vt=new WeakMap,Ft=new WeakMap,Rs=function(e){this.timeline?.feed.reload(e),e?this.recordings?.refresh():this.recordings?.records.reload()},un=async function(){if(!(!this.hass||m(this,Ct)||m(this,lt))){$(this,Ct,!0);try{let e=await mr(this.hass,t=>o(this,w,ql).call(this,t));this.isConnected?$(this,lt,e):e()}catch(e){this.failure=O(e),$(this,yi,window.setTimeout(()=>{o(this,w,un).call(this)},rd))}finally{$(this,Ct,!1)}}},ql=function(e){switch(e.type){case"overview":{let t=this.failure!==null||this.overview?.database.available===!1&&e.overview.database.available;this.failure=null,this.overview=e.overview,t&&o(this,w,Rs).call(this,!1);break}case"unavailable":this.failure=e.code;break;case"person":case"caption":this.timeline?.live(e.detection,e.type==="person"),this.opened?.event_id===e.detection.event_id&&(this.opened=e.detection);break;case"deleted":e.event_ids.length>0?this.timeline?.feed.remove(e.event_ids):this.timeline?.feed.reload(!0),this.opened&&e.event_ids.includes(this.opened.event_id)&&this.dialog?.removing?.detection.event_id!==this.opened.event_id&&(this.opened=null);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(e.camera_id),this.dialog?.recorded(e.camera_id);break}},Gl=function(){this.drawn!==null?this.editor?.leave():this.opened?this.opened=null:this.watched=null,this.drawn!==null&&m(this,ct).opened()},Kl=async function(){let[,e,t]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!e||!t||!this.hass)){window.history.replaceState(window.history.state,"",e),this.linkFailure=null;try{this.opened=await Ni(this.hass,t)}catch(i){this.linkFailure=O(i)}}},ke=function(e,t=!1){this.tab=e,this.kiosk=t,this.watched=null;let i=window.location.pathname.replace(/\/mycamera(\/\w+)?$/,"/mycamera");window.history.replaceState(window.history.state,"",`${i}/${e}${t?"?kiosk":""}`)},be=function(e){this.filter={...this.filter,...e}},Wl=async function(){this.hass&&(await Hi(this.hass,{until:new Date().toISOString()}).catch(()=>{}),this.timeline?.feed.reload(!0))},mn=function(){this.filter=re},Zl=function(e){if(e.key!=="ArrowLeft"&&e.key!=="ArrowRight")return;let t=e.key==="ArrowRight"?1:It.length-1;o(this,w,ke).call(this,It[(It.indexOf(this.tab)+t)%It.length]??"persons"),this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus())},Ps=new WeakMap,Os=function(e){this.opened=e.detail},Yl=function({localize:e,hass:t}){let i=n=>c`<button
      role="tab"
      id="tab-${n}"
      aria-selected=${this.tab===n?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===n?0:-1}
      @click=${()=>o(this,w,ke).call(this,n)}
    >
      ${_(nd[n])}<span>${e(n==="day"?"day_view":n)}</span>
    </button>`;return c`<header class="toolbar">
      ${this.narrow||t.dockedSidebar==="always_hidden"?c`<button
              class="icon-button menu"
              aria-label=${e("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${_(Bn)}
            </button>`:f}
      <h1>${e("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${e("views")} @keydown=${o(this,w,Zl)}>
        ${It.map(i)}
      </div>
    </header>`},Xl=function(e){return this.failure!==null?B({icon:ce,bad:!0,...C(e,this.failure)}):this.overview===null?c`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${e.localize("loading")}></div>
      </div>`:this.overview.cameras.length+this.overview.removed_cameras.length===0?os(e,this.overview,()=>o(this,w,ke).call(this,"system")):null},Jl=function(e){let t=o(this,w,Xl).call(this,e);return t!==null||this.overview===null?c`<div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">${t}</div>`:this.tab==="live"?o(this,w,Ql).call(this,e,this.overview):this.tab==="system"?c`${o(this,w,Lt).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-system">
          <mycamera-system .context=${e} .overview=${this.overview}></mycamera-system>
        </div>`:this.tab==="clips"?c`${o(this,w,Lt).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-clips">
          <mycamera-exports .context=${e}></mycamera-exports>
        </div>`:this.tab==="figures"?(import("./figures-XIWMTGAY.js"),c`${o(this,w,Lt).call(this,e,this.overview)} ${o(this,w,fn).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-figures">
          <mycamera-figures .context=${e} .cameraId=${this.filter.cameraId}></mycamera-figures>
        </div>`):c`
      ${o(this,w,Lt).call(this,e,this.overview)} ${o(this,w,fn).call(this,e,this.overview)}
      ${o(this,w,ic).call(this,e,this.overview)}
      ${this.tab==="persons"?c`<mycamera-person-filters
              .context=${e}
              .filter=${this.filter}
              @mycamera-filter=${i=>o(this,w,be).call(this,i.detail)}
              @mycamera-all-seen=${()=>{o(this,w,Wl).call(this)}}
            ></mycamera-person-filters>`:f}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${o(this,w,Ml).call(this,e,this.overview)}
      </div>
    `},Ql=function(e,t){return c`${o(this,w,Lt).call(this,e,t)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${e}
          .cameras=${t.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${i=>{this.watched=i.detail}}
          @mycamera-unwatch=${()=>{this.watched=null}}
          @mycamera-timeline=${i=>{this.filter={...re,cameraId:i.detail},o(this,w,ke).call(this,"day")}}
          @mycamera-kiosk=${i=>o(this,w,ke).call(this,"live",i.detail)}
        ></mycamera-live-wall>
      </div>`},Ml=function(e,t){switch(this.tab){case"live":case"clips":case"figures":case"system":return f;case"persons":return c`<mycamera-timeline
          .context=${e}
          .filter=${this.filter}
          @mycamera-open=${o(this,w,Os)}
          @mycamera-clear-filters=${o(this,w,mn)}
          @mycamera-system=${()=>o(this,w,ke).call(this,"system")}
        ></mycamera-timeline>`;case"day":return c`<mycamera-day
          .context=${e}
          .cameraIds=${this.filter.cameraId===null?t.cameras.map(i=>i.camera_id):[this.filter.cameraId]}
          .day=${this.filter.day??e.formats.today()}
          .start=${this.moment}
          .connected=${this.connected}
          @mycamera-day=${i=>o(this,w,be).call(this,{day:i.detail})}
          @mycamera-open=${o(this,w,Os)}
          @mycamera-exporting=${()=>o(this,w,ke).call(this,"clips")}
        ></mycamera-day>`;case"recordings":return c`<mycamera-recordings
          .context=${e}
          .filter=${this.filter}
          @mycamera-clear-filters=${o(this,w,mn)}
        ></mycamera-recordings>`}},Lt=function(e,t){let{localize:i,hass:n}=e,r=(g,u)=>c`<div class="banner" role="alert">
      ${_(Rn)}
      <p><strong>${g}</strong><br />${u}</p>
    </div>`,a=g=>c`<div class="banner" role="alert">
      ${_(ce)}
      <p>${g==="not_found"?i("linked_missing"):C(e,g).heading}</p>
      <button
        class="icon-button"
        aria-label=${i("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${_(Z)}
      </button>
    </div>`,{available:h,waiting:p}=t.database;return c`${this.linkFailure===null?f:a(this.linkFailure)}
    ${this.connected?f:r(i("connection_lost"),i("connection_lost_text"))}
    ${h?f:r(i("database_down"),L(i,n.language,"database_waiting",p))}`},fn=function(e,t){let{localize:i,hass:n}=e,r=a=>{let h=this.filter.cameraId===a.camera_id,p=i(`status_${a.recording_status}`),g=a.detection_enabled&&!a.watching?i("not_watching"):"";return c`<button
        class="chip"
        aria-pressed=${h?"true":"false"}
        title=${[p,a.recording_error,g].filter(Boolean).join(`
`)}
        @click=${()=>o(this,w,be).call(this,{cameraId:h?null:a.camera_id})}
      >
        <span class="dot ${a.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${a.name}</span>
          <span class="status">${p}</span>
        </span>
        ${a.persons?c`<span class="count" role="img" aria-label=${L(i,n.language,"in_view",a.persons)}>
                ${a.persons}
              </span>`:f}
      </button>`};return c`<div class="cameras" role="group" aria-label=${i("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.filter.cameraId===null?"true":"false"}
        @click=${()=>o(this,w,be).call(this,{cameraId:null})}
      >
        <span class="texts"><span class="name">${i("all_cameras")}</span></span>
      </button>
      ${t.cameras.map(r)}${t.removed_cameras.map(a=>o(this,w,ec).call(this,i,a))}
    </div>
    ${o(this,w,tc).call(this,e,t)}`},ec=function(e,t){let i=this.filter.cameraId===t.camera_id;return c`<button
      class="chip"
      aria-pressed=${i?"true":"false"}
      @click=${()=>o(this,w,be).call(this,{cameraId:i?null:t.camera_id})}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${t.name}</span>
        <span class="status">${e("removed")}</span>
      </span>
    </button>`},tc=function(e,t){let i=t.removed_cameras.find(n=>n.camera_id===this.filter.cameraId);return!i||!e.hass.user?.is_admin?f:c`<mycamera-left-behind
      .context=${e}
      .camera=${i}
      @mycamera-deleted=${()=>o(this,w,be).call(this,{cameraId:null})}
    ></mycamera-left-behind>`},ic=function(e,t){let{localize:i,formats:n}=e,r=n.today(),{day:a}=this.tab==="day"?{day:this.filter.day??r}:this.filter;return c`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${i("previous_day")}
          @click=${()=>o(this,w,be).call(this,{day:a?jt(a,-1):r})}
        >
          ${_($i)}
        </button>
        <input
          type="date"
          class=${a?"":"any"}
          data-any=${i("clear_day")}
          aria-label=${i("date")}
          max=${r}
          .value=${a??""}
          @change=${h=>{let p=h.target.value;o(this,w,be).call(this,{day:tr(p)?p:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${i("next_day")}
          ?disabled=${a===null||a>=r}
          @click=${()=>a&&o(this,w,be).call(this,{day:jt(a,1)})}
        >
          ${_(ki)}
        </button>
        ${this.filter.day?c`<button
                class="icon-button"
                aria-label=${i("clear_day")}
                @click=${()=>o(this,w,be).call(this,{day:null})}
              >
                ${_(yn)}
              </button>`:f}
      </div>
      ${this.tab==="persons"?c`<mycamera-search-box
              .context=${e}
              .text=${this.filter.text}
              @mycamera-filter=${h=>o(this,w,be).call(this,h.detail)}
            ></mycamera-search-box>`:f}
      ${o(this,w,sc).call(this,e,t)} ${o(this,w,nc).call(this,e,t)}
    </div>`},sc=function({localize:e,hass:t},i){let n=this.filter.cameraId??i.cameras[0]?.camera_id;return!t.user?.is_admin||!i.cameras.some(r=>r.camera_id===n)?f:c`<button
      class="text-button zones"
      @click=${()=>{this.drawn=n??null}}
    >
      ${_(Di)} ${e("zones")}
    </button>`},nc=function({localize:e,hass:t},i){let{worker:n,pending_analyses:r,pending_captions:a}=i,h=n.overloaded?"overloaded":n.status,p=i.minutes_behind,g=[e(`worker_${h}`),p?L(e,t.language,"minutes_behind",p):"",r?L(e,t.language,"pending_analyses",r):"",a?L(e,t.language,"pending_captions",a):""].filter(Boolean),u=n.overloaded?e("worker_overloaded_advice"):"";return c`<button
      class="hub"
      title=${[n.device,n.error,u].filter(Boolean).join(`
`)}
      @click=${()=>o(this,w,ke).call(this,"system")}
    >
      <span class="dot ${h}"></span>
      <span>${g.join(" · ")}</span>
    </button>`},D.styles=[T,me,oa],d([y({attribute:!1})],D.prototype,"hass",2),d([y({type:Boolean,reflect:!0})],D.prototype,"narrow",2),d([y({attribute:!1})],D.prototype,"route",2),d([y({attribute:!1})],D.prototype,"panel",2),d([v()],D.prototype,"tab",2),d([v()],D.prototype,"filter",2),d([v()],D.prototype,"overview",2),d([v()],D.prototype,"failure",2),d([v()],D.prototype,"connected",2),d([v()],D.prototype,"opened",2),d([v()],D.prototype,"moment",2),d([v()],D.prototype,"watched",2),d([v()],D.prototype,"kiosk",2),d([v()],D.prototype,"ignored",2),d([v()],D.prototype,"drawn",2),d([F("mycamera-timeline")],D.prototype,"timeline",2),d([F("mycamera-day")],D.prototype,"dayView",2),d([F("mycamera-exports")],D.prototype,"clips",2),d([F("mycamera-recordings")],D.prototype,"recordings",2),d([F("mycamera-person-dialog")],D.prototype,"dialog",2),d([F("mycamera-zone-editor")],D.prototype,"editor",2),d([v()],D.prototype,"linkFailure",2),D=d([S("mycamera-panel")],D);export{D as MyCameraPanel};
/*! Bundled license information:

lit-html/directive-helpers.js:
lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/repeat.js:
lit-html/async-directive.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/guard.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit-labs/virtualizer/events.js:
@lit-labs/virtualizer/ScrollerController.js:
@lit-labs/virtualizer/Virtualizer.js:
@lit-labs/virtualizer/virtualize.js:
@lit-labs/virtualizer/LitVirtualizer.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
