import{a as to,b as io,c as ne,d as Ei}from"./chunk-YN3ZNTBP.js";import{a as Oe,b as at,c as lt,d as Zn,e as Wn}from"./chunk-F7AEXWWR.js";import{a as Kn,b as Yn,c as Xn,d as rs,e as Jn,f as Ti,g as Qn,h as Mn}from"./chunk-PA7OSVZE.js";import{b as eo}from"./chunk-HHJDOHJD.js";import{$ as vn,A as Qs,B as Ms,C as en,D as tn,E as sn,F as nn,H as on,I as rn,J as ri,K as rt,L as an,M as ai,N as li,O as ln,P as cn,Q as dn,R as ci,S as pn,T as un,U as di,V as pi,W as hn,X as mn,Y as ui,Z as fn,_ as gn,a as Hs,aa as Rt,b as Fs,ba as bn,c as nt,ca as hi,d as ti,da as xn,e as Ns,ea as yn,f as ae,fa as mi,ga as $n,h as ii,ha as wn,i as Vs,ia as fi,j as qs,ja as gi,k as Fe,l as Cs,m as Bs,n as js,o as Gs,p as Ks,q as Ys,r as si,s as ni,t as oi,u as Z,v as Zs,w as Ws,x as Xs,y as Js,z as ot}from"./chunk-Y3GESK43.js";import{a as Gn,b as q,c as Re,d as _i,e as Ze,f as zi}from"./chunk-CF2TDZ2R.js";import{a as P,b as l,c as Ot,d as we,e as m,f as kn,g as T,h as x,i as g,j as F,k as vi,l as jn,n as A,o as se,p as E,q as w,r as de,s as C,t as U,u as ct,v as dt,w as S}from"./chunk-4EODU2P5.js";import{B as Vn,C as qn,D as Cn,E as Bn,F as $i,G as wi,H as ki,a as _n,b as Ye,c as Pt,d as zn,e as O,f as Tn,g as Dt,h as En,i as bi,j as Sn,k as Rn,m as On,n as Pn,o as Dn,p as xi,q as In,r as yi,s as An,t as Ln,u as Un,v as Hn,y as Fn,z as Nn}from"./chunk-2JCHHYXV.js";import{a as c,b as v,c as $,d as k,e as o}from"./chunk-ZORKPPHW.js";var Si=class{constructor(r,e=window){this.close=r;this.view=e}#e=!1;opened(){this.#e||(this.#e=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#i))}closed(){this.#e&&(this.#t(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#t()}#t(){this.#e=!1,this.view.removeEventListener("popstate",this.#i)}#i=()=>{this.#t(),this.close()}};var{I:ul}=kn,so=d=>d;var oo=d=>d.strings===void 0,no=()=>document.createComment(""),pt=(d,r,e)=>{let t=d._$AA.parentNode,i=r===void 0?d._$AB:r._$AA;if(e===void 0){let s=t.insertBefore(no(),i),n=t.insertBefore(no(),i);e=new ul(s,n,d,d.options)}else{let s=e._$AB.nextSibling,n=e._$AM,a=n!==d;if(a){let p;e._$AQ?.(d),e._$AM=d,e._$AP!==void 0&&(p=d._$AU)!==n._$AU&&e._$AP(p)}if(s!==i||a){let p=e._$AA;for(;p!==s;){let h=so(p).nextSibling;so(t).insertBefore(p,i),p=h}}}return e},Ne=(d,r,e=d)=>(d._$AI(r,e),d),hl={},Ri=(d,r=hl)=>d._$AH=r,ro=d=>d._$AH,Oi=d=>{d._$AR(),d._$AA.remove()};var ao=(d,r,e)=>{let t=new Map;for(let i=r;i<=e;i++)t.set(d[i],i);return t},te=at(class extends lt{constructor(d){if(super(d),d.type!==Oe.CHILD)throw Error("repeat() can only be used in text expressions")}dt(d,r,e){let t;e===void 0?e=r:r!==void 0&&(t=r);let i=[],s=[],n=0;for(let a of d)i[n]=t?t(a,n):n,s[n]=e(a,n),n++;return{values:s,keys:i}}render(d,r,e){return this.dt(d,r,e).values}update(d,[r,e,t]){let i=ro(d),{values:s,keys:n}=this.dt(r,e,t);if(!Array.isArray(i))return this.ut=n,s;let a=this.ut??=[],p=[],h,b,u=0,z=i.length-1,D=0,j=s.length-1;for(;u<=z&&D<=j;)if(i[u]===null)u++;else if(i[z]===null)z--;else if(a[u]===n[D])p[D]=Ne(i[u],s[D]),u++,D++;else if(a[z]===n[j])p[j]=Ne(i[z],s[j]),z--,j--;else if(a[u]===n[j])p[j]=Ne(i[u],s[j]),pt(d,p[j+1],i[u]),u++,j--;else if(a[z]===n[D])p[D]=Ne(i[z],s[D]),pt(d,i[u],i[z]),z--,D++;else if(h===void 0&&(h=ao(n,D,j),b=ao(a,u,z)),h.has(a[u]))if(h.has(a[z])){let ce=b.get(n[D]),ie=ce!==void 0?i[ce]:null;if(ie===null){let He=pt(d,i[u]);Ne(He,s[D]),p[D]=He}else p[D]=Ne(ie,s[D]),pt(d,i[u],ie),i[ce]=null;D++}else Oi(i[z]),z--;else Oi(i[u]),u++;for(;D<=j;){let ce=pt(d,p[j+1]);Ne(ce,s[D]),p[D++]=ce}for(;u<=z;){let ce=i[u++];ce!==null&&Oi(ce)}return this.ut=n,Ri(d,p),we}});function lo(d){return d.connection.sendMessagePromise({type:"mycamera/exports"})}async function Pi(d,r,e,t){let i=await d.connection.subscribeMessage(()=>{},{type:"mycamera/export_clip",camera_id:r,since:new Date(e).toISOString(),until:new Date(t).toISOString()},{resubscribe:!1});await Promise.resolve(i()).catch(()=>{})}function co(d,r,e){return d.connection.subscribeMessage(e,{type:"mycamera/follow_export",export_id:r},{resubscribe:!1})}function po(d,r){return d.connection.sendMessagePromise({type:"mycamera/cancel_export",export_id:r})}function uo(d,r){return d.connection.sendMessagePromise({type:"mycamera/delete_export",export_id:r})}var Di,ho,ke=class extends T{constructor(){super(...arguments);$(this,Di);this.cameraIds=[];this.range={from:0,to:1};this.busy=!1;this.failed=null}render(){let{localize:e,formats:t}=this.context,{from:i,to:s}=this.range,n=t.range(new Date(i).toISOString(),new Date(s).toISOString());return l`<output>${n} · ${t.duration((s-i)/1e3)}</output>
      <button class="text-button" ?disabled=${this.busy} @click=${()=>{o(this,Di,ho).call(this)}}>
        ${w(pi)} ${e("export")}
      </button>
      <button
        class="icon-button"
        aria-label=${e("draw_cancel")}
        @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
      >
        ${w(Z)}
      </button>
      ${this.failed===null?m:l`<p role="alert">${this.failed}</p>`}`}};Di=new WeakSet,ho=async function(){this.busy=!0;try{for(let e of this.cameraIds)await Pi(this.context.hass,e,this.range.from,this.range.to);this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-exporting",{bubbles:!0,composed:!0}))}catch(e){this.failed=U(this.context,O(e)).text}finally{this.busy=!1}},ke.styles=[S,P`
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
    `],c([x({attribute:!1})],ke.prototype,"context",2),c([x({attribute:!1})],ke.prototype,"cameraIds",2),c([x({attribute:!1})],ke.prototype,"range",2),c([g()],ke.prototype,"busy",2),c([g()],ke.prototype,"failed",2),ke=c([E("mycamera-clip-bar")],ke);var ml=[.5,1,2,4,8,16],It,as,pe=class extends T{constructor(){super(...arguments);$(this,It);this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.watchable=!1;this.widest=!1}render(){let{moment:e,playing:t,context:i}=this,{localize:s,formats:n}=i,a=(p,h,b)=>l`<button
      class="icon-button"
      aria-label=${h}
      title=${h}
      @click=${()=>o(this,It,as).call(this,b)}
    >
      ${w(p)}
    </button>`;return l`${a(Hs,s("previous_person"),"previous_person")}
      ${a(bn,s("back_10"),"back_10")}
      ${a(t?hn:ui,s(t?"pause":"play"),"play")}
      ${a(en,s("forward_10"),"forward_10")}
      ${a(Fs,s("next_person"),"next_person")}
      <output class="clock">${e===null?"":n.timeSeconds(new Date(e).toISOString())}</output>
      ${this.watchable?l`<button
              class="text-button live"
              aria-pressed=${this.live?"true":"false"}
              title=${s("go_live")}
              @click=${()=>o(this,It,as).call(this,"live")}
            >
              <span class="lamp"></span>${s("live")}
            </button>`:m}
      <select
        aria-label=${s("speed")}
        ?disabled=${this.live}
        @change=${p=>{let h=Number(p.target.value);this.dispatchEvent(new CustomEvent("mycamera-speed",{detail:h}))}}
      >
        ${ml.map(p=>l`<option value=${p} ?selected=${p===this.speed}>${p}×</option>`)}
      </select>
      ${this.widest?a(ii,s("month"),"zoom_out"):a(dn,s("zoom_out"),"zoom_out")}
      ${a(ci,s("zoom_in"),"zoom_in")}
      ${a(Ws,s("clip"),"clip")} ${a(ri,s("why"),"why")}`}};It=new WeakSet,as=function(e){this.dispatchEvent(new CustomEvent("mycamera-wish",{detail:e}))},pe.styles=[S,Yn],c([x({attribute:!1})],pe.prototype,"context",2),c([x({attribute:!1})],pe.prototype,"moment",2),c([x({type:Boolean})],pe.prototype,"playing",2),c([x({attribute:!1})],pe.prototype,"speed",2),c([x({type:Boolean})],pe.prototype,"live",2),c([x({type:Boolean})],pe.prototype,"watchable",2),c([x({type:Boolean})],pe.prototype,"widest",2),pe=c([E("mycamera-day-controls")],pe);var mo=1e3,fl=25,gl=120*mo,Pe,G,ut,fo,ls,go,vo,bo,X=class extends T{constructor(){super(...arguments);$(this,G);this.cameraId="";this.spans=[];this.speed=1;this.poster=null;this.named=!1;this.empty=!1;this.live=!1;this.connected=!0;this.problem=null;this.codec=null;$(this,Pe,null)}disconnectedCallback(){super.disconnectedCallback(),v(this,Pe)?.close(),k(this,Pe,null)}updated(){this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}async show(e){let t=Ti(this.spans,e);if(t===null)return;this.problem=null,await this.updateComplete;let{Film:i,filmsPlay:s}=await import("./film-WBU65KDH.js");if(!(!this.video||!this.isConnected)){if(!s()){o(this,G,ls).call(this,"unplayable",t);return}v(this,Pe)??k(this,Pe,new i(this.video,this.context.hass,this.cameraId,{at:n=>o(this,G,ut).call(this,"mycamera-at",n),ended:n=>o(this,G,fo).call(this,n),failed:n=>o(this,G,ls).call(this,n,t)})),await v(this,Pe).seek(t)}}async play(){await this.video?.play().catch(()=>{})}pause(){this.video?.pause()}get begun(){return v(this,Pe)!==null}frame(e){let{video:t}=this;!t||v(this,Pe)===null||(t.pause(),t.currentTime=Math.max(0,t.currentTime+e/fl))}render(){let{context:e}=this,t=q(e,this.cameraId);return l`<video
        playsinline
        muted
        aria-label=${t}
        poster=${this.poster===null?m:`data:image/jpeg;base64,${this.poster}`}
        @play=${()=>o(this,G,ut).call(this,"mycamera-playing",!0)}
        @pause=${()=>{this.video?.ended||o(this,G,ut).call(this,"mycamera-playing",!1)}}
      ></video>
      ${this.live?o(this,G,vo).call(this):m}
      ${this.named?l`<span class="name" dir="auto">${t}</span>`:m}
      ${this.live?m:this.empty?l`<p class="nothing">${e.localize("nothing_recorded")}</p>`:o(this,G,bo).call(this)}`}};Pe=new WeakMap,G=new WeakSet,ut=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},fo=function(e){let t=this.spans.find(([i])=>i>=e);if(t){this.show(t[0]);return}this.problem="ended",o(this,G,ut).call(this,"mycamera-ended",e)},ls=function(e,t){this.problem=e,e==="unplayable"&&o(this,G,go).call(this,t)},go=async function(e){try{let{hass:t}=this.context,i=await bi(t,this.cameraId,e-gl,e+mo);this.codec=i[0]?.codec??null}catch(t){console.info("MyCamera: the codec of the recording cannot be loaded:",O(t))}},vo=function(){let{context:e}=this,t=e.overview?.cameras.find(i=>i.camera_id===this.cameraId);return t?l`<mycamera-live-tile
        .context=${e}
        .camera=${t}
        streaming
        plain
        .connected=${this.connected}
      ></mycamera-live-tile>
      <span class="badge">${e.localize("live_badge")}</span>`:l`<p class="nothing">${e.localize("not_live")}</p>`},bo=function(){let{context:e,problem:t}=this;if(t===null)return m;let{localize:i}=e,s=t==="ended"?i("film_ended"):ct(e,t,this.codec);return t!=="unplayable"?l`<p class="problem" role="alert">${s}</p>`:l`<div class="problem" role="alert">
      <p>${s}</p>
      <p>${i("unplayable_advice")}</p>
      <button
        class="text-button"
        @click=${n=>{n.stopPropagation(),o(this,G,ut).call(this,"mycamera-cut",null)}}
      >
        ${i("clip")}
      </button>
    </div>`},X.styles=[S,P`
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
    `],c([x({attribute:!1})],X.prototype,"context",2),c([x({attribute:!1})],X.prototype,"cameraId",2),c([x({attribute:!1})],X.prototype,"spans",2),c([x({attribute:!1})],X.prototype,"speed",2),c([x({attribute:!1})],X.prototype,"poster",2),c([x({type:Boolean})],X.prototype,"named",2),c([x({type:Boolean,reflect:!0})],X.prototype,"empty",2),c([x({type:Boolean,reflect:!0})],X.prototype,"live",2),c([x({type:Boolean})],X.prototype,"connected",2),c([g()],X.prototype,"problem",2),c([g()],X.prototype,"codec",2),c([F("video")],X.prototype,"video",2),X=c([E("mycamera-day-film")],X);function Ii(d,r){return d.some(([e,t])=>e<=r&&r<t)}function xo(d){let r=[];for(let[e,t]of d.flat().sort((i,s)=>i[0]-s[0])){let i=r.at(-1);i&&e<=i[1]?i[1]=Math.max(i[1],t):r.push([e,t])}return r}function yo(d,r){for(let[e,t]of d)if(Ii(t,r))return e;return null}var vl=700;function $o(d,r,e){return d===void 0||Math.abs(d-r)>vl*Math.max(1,e)}function wo(d,r,e){return r-d>2e3*Math.max(1,e)}var We=1e3,bl=2*We,ko=180*We,Ai=class{constructor(r){this.host=r;this.moment=null;this.playing=!1;this.speed=1;this.live=!1;this.empty=new Set;this.leader="";this.pressed=null;this.#e=new Map;this.#t=!1;r.addController(this)}#e;#t;#i;hostDisconnected(){this.#a()}reset(r){this.#a(),this.moment=r,this.playing=!1,this.#e.clear()}get footage(){return xo(this.host.films.map(r=>this.host.spans(r)))}get dragging(){return this.#t}drag(r){this.#a(),this.#t=!0,this.moment=r,this.host.requestUpdate()}found(r){this.#t=!1,this.#s(r),this.pressed=r}#s(r){this.#o(r)?this.goLive():this.show(r)}#o(r){let e=Date.now(),{from:t,to:i}=this.host.whole;return t<=e&&e<i&&this.host.watchable.length>0&&Qn(this.footage,r)&&r>e-ko}get#r(){return(this.footage.at(-1)?.[1]??0)>Date.now()-ko}async show(r){this.#a(),this.pressed=null;let e=Ti(this.footage,r);if(this.host.requestUpdate(),e===null)return;this.moment=e,this.#e.clear(),this.#c(e),await this.host.updateComplete,this.#l(e);let t=this.#n(this.leader);await t?.show(e),this.playing&&!this.live&&await t?.play()}goLive(){if(this.live||this.host.watchable.length===0)return;for(let e of this.host.players)e.pause();this.live=!0,this.playing=!0,this.empty=new Set,this.pressed=null;let r=()=>{this.moment=Date.now(),this.host.requestUpdate()};this.#i=setInterval(r,We),r()}#a(){clearInterval(this.#i),this.#i=void 0,this.live=!1}#n(r){return[...this.host.players].find(e=>e.cameraId===r)}#c(r){let{films:e}=this.host,t=new Map(e.map(i=>[i,this.host.spans(i)]));this.leader=yo(t,r)??e[0]??""}#l(r){let e=this.host.films.filter(t=>t!==this.leader&&!Ii(this.host.spans(t),r));this.empty=new Set(e),this.host.requestUpdate();for(let t of this.host.players){let{cameraId:i}=t;if(i===this.leader)continue;if(e.includes(i)){t.pause();continue}let s=this.#e.get(i);(s===void 0||Date.now()-s.right>bl)&&$o(s?.at,r,this.speed)?(this.#e.set(i,{at:r,right:Date.now()}),t.show(r).then(()=>this.playing&&!this.live?t.play():t.pause())):this.playing?t.play():t.pause()}}at(r,e){if(this.#t||this.live)return;if(r!==this.leader){let s=this.#e.get(r);s&&(s.at=e);return}let t=this.moment??e,{films:i}=this.host;if(this.playing&&wo(t,e,this.speed)){let s=i.find(n=>n!==r&&Ii(this.host.spans(n),t+We));if(s!==void 0){this.leader=s,this.#n(r)?.pause(),this.#e.set(r,{at:e,right:Date.now()}),this.#l(t+We),this.#n(s)?.play();return}}this.playing&&(this.pressed=null),this.moment=e,this.host.requestUpdate(),i.length>1&&this.#l(e)}told(r,e){r!==this.leader||this.live||(this.playing=e,this.host.requestUpdate())}ended(r,e){if(r!==this.leader||this.live)return;this.host.films.find(i=>i!==r&&this.host.spans(i).some(([,s])=>s>e+We))!==void 0?this.show(e):this.playing&&this.#r&&this.#o(e)?this.goLive():(this.playing=!1,this.host.requestUpdate())}async toggle(){let r=this.#n(this.leader),{live:e}=this;if(this.playing){this.playing=!1;for(let t of this.host.players)t.pause();e&&await this.show(Date.now()),this.host.requestUpdate();return}this.playing=!0,this.host.requestUpdate(),r?.begun?await r.play():await this.show(this.moment??this.footage[0]?.[0]??0),this.moment!==null&&!this.live&&this.#l(this.moment)}step(r){let{from:e,to:t}=this.host.whole,{footage:i}=this,s=Math.min(t,Math.max(e,(this.moment??i[0]?.[0]??e)+r)),n=i.findLast(([p])=>p<=s),a=r<0&&n!==void 0&&s>=n[1];this.#s(a?n[1]-2*We:s)}toEnd(r){this.#s(r==="first"?this.host.whole.from:Math.min(this.host.whole.to,Date.now()))}frame(r){if(this.playing=!1,this.live)this.show(Date.now());else for(let e of this.host.players)e.frame(r);this.host.requestUpdate()}person(r){let e=Mn(this.host.seen,this.moment??this.host.whole.from,r);e!==null&&this.show(e)}};var cs=1e3,Li,_o,Ve=class extends T{constructor(){super(...arguments);$(this,Li);this.days=new Map;this.moment=null}render(){let{context:e}=this,{localize:t,formats:i,hass:s}=e,n=[...this.days.values()],a=n.flatMap(({spans:b})=>b).reduce((b,[u,z])=>b+z-u,0)/cs,p=n.reduce((b,u)=>b+u.gaps.length,0),h=n.reduce((b,u)=>b+u.persons.length,0);return l`<p class="summary">
        ${t("day_summary",{recorded:i.duration(a),gaps:A(t,s.language,"gaps",p),persons:A(t,s.language,"seen",h)})}
      </p>
      ${o(this,Li,_o).call(this,n).map(b=>l`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:b}))}
        >
          ${i.timeSeconds(b.first_seen)} ${Re(e,b)[0]?.text??""}
        </button>`)}`}};Li=new WeakSet,_o=function(e){let{moment:t}=this;return t===null?[]:e.flatMap(({persons:i})=>i).filter(i=>Date.parse(i.first_seen)-cs<=t&&t<=Date.parse(i.last_seen)+cs)},Ve.styles=[S,P`
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
    `],c([x({attribute:!1})],Ve.prototype,"context",2),c([x({attribute:!1})],Ve.prototype,"days",2),c([x({attribute:!1})],Ve.prototype,"moment",2),Ve=c([E("mycamera-day-summary")],Ve);function ds(d){let[r=1970,e=1]=d.split("-").map(Number),t=new Date(Date.UTC(r,e,0)).getUTCDate();return Array.from({length:t},(i,s)=>Pt(`${d.slice(0,8)}01`,s))}function zo(d,r,e,t){let i=(Math.min(e,t)-r)/6e4;return i<=0?0:Math.min(1,d/Math.max(1,i))}var xl=Date.UTC(2024,0,1),yl=864e5,Xe,ht,To,Eo,_e=class extends T{constructor(){super(...arguments);$(this,ht);this.cameraIds=[];this.day="";this.found=null;this.failure=null;$(this,Xe,0)}willUpdate(e){(e.has("day")||e.has("cameraIds"))&&o(this,ht,To).call(this)}render(){let{context:e}=this,{hass:t,formats:i}=e;if(this.failure!==null)return l`<p role="alert">${U(e,this.failure).heading}</p>`;let s=ds(this.day),n=t.locale.language,a=new Intl.DateTimeFormat(n,{weekday:"short",timeZone:"UTC"}),p=new Intl.DateTimeFormat(n,{year:"numeric",month:"long",timeZone:"UTC"});return l`<h2>${p.format(Date.parse(`${this.day}T00:00:00Z`))}</h2>
      <div class="days">
        ${Array.from({length:7},(h,b)=>l`<span class="head">${a.format(xl+b*yl)}</span>`)}
        ${s.map((h,b)=>o(this,ht,Eo).call(this,h,b===0?eo(h)+1:null,i.today()))}
      </div>`}};Xe=new WeakMap,ht=new WeakSet,To=async function(){k(this,Xe,v(this,Xe)+1);let e=v(this,Xe),{hass:t,formats:i}=this.context,s=ds(this.day),{since:n}=Ye(s[0]??this.day,i.timeZone),{until:a}=Ye(s.at(-1)??this.day,i.timeZone);try{let p=await Promise.all(this.cameraIds.map(async h=>[h,(await Pn(t,h,n,a,i.timeZone)).days]));if(e!==v(this,Xe))return;this.found=new Map(p),this.failure=null}catch(p){e===v(this,Xe)&&(this.failure=O(p))}},Eo=function(e,t,i){let{context:s,found:n}=this,{localize:a,formats:p,hass:h}=s,{since:b,until:u}=Ye(e,p.timeZone),z=ie=>n?.get(ie)?.find(He=>He.day===e),D=this.cameraIds.map(ie=>({id:ie,part:zo(z(ie)?.recordings??0,Date.parse(b),Date.parse(u),Date.now())})),j=this.cameraIds.reduce((ie,He)=>ie+(z(He)?.persons??0),0),ce=[p.heading(e),...D.map(({id:ie,part:He})=>`${q(s,ie)}: ${p.percent(He)}`),A(a,h.language,"seen",j)].join(`
`);return l`<button
      style=${t===null?"":`grid-column-start: ${t}`}
      title=${ce}
      aria-current=${e===this.day?"date":"false"}
      ?disabled=${e>i}
      @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))}
    >
      <span class="visually-hidden">${ce}</span>
      <span class="number" aria-hidden="true">${Number(e.slice(8))}</span>
      <span class="persons" aria-hidden="true">${j>0?p.number(j):m}</span>
      ${D.map(({part:ie})=>l`<span class="bar"><span style="inline-size: ${(ie*100).toFixed(1)}%"></span></span>`)}
    </button>`},_e.styles=[S,P`
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
    `],c([x({attribute:!1})],_e.prototype,"context",2),c([x({attribute:!1})],_e.prototype,"cameraIds",2),c([x({attribute:!1})],_e.prototype,"day",2),c([g()],_e.prototype,"found",2),c([g()],_e.prototype,"failure",2),_e=c([E("mycamera-month")],_e);var oe,So,Ro,Oo,mt,ve=class extends T{constructor(){super(...arguments);$(this,oe);this.why=null;this.failure=null;this.queued=null}willUpdate(e){(e.has("cameraId")||e.has("moment"))&&o(this,oe,So).call(this)}render(){let{context:e,why:t}=this,{localize:i,formats:s}=e,n=s.timeSeconds(new Date(this.moment).toISOString());return l`<section aria-labelledby="title">
      <header>
        <h2 id="title">${i("why_at",{time:n})}</h2>
        <button
          class="icon-button"
          aria-label=${i("close")}
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-leave"))}
        >
          ${w(Z)}
        </button>
      </header>
      <div aria-live="polite">
        ${this.failure===null?m:l`<p role="alert">${U(e,this.failure).heading}</p>`}
        ${t===null?this.failure===null?l`<div class="spinner" role="progressbar" aria-label=${i("loading")}></div>`:m:o(this,oe,Oo).call(this,t)}
      </div>
    </section>`}};oe=new WeakSet,So=async function(){let{cameraId:e,moment:t}=this;this.why=this.failure=this.queued=null;try{let i=await Bn(this.context.hass,e,t);this.cameraId===e&&this.moment===t&&(this.why=i)}catch(i){this.failure=O(i)}},Ro=async function(e){try{this.queued=(await wi(this.context.hass,[e])).queued}catch(t){this.failure=O(t)}},Oo=function(e){let{localize:t,formats:i,hass:s}=this.context,n={confidence:i.percent(e.min_confidence),height:i.percent(e.min_height),cause:e.gap_cause===null?"":dt(this.context,e.gap_cause),zones:e.zones.join(" · "),error:e.analysis_error??""},a=p=>se(t,`why_${p}`,"why_nobody_found").replace(/\{(\w+)\}/g,(b,u)=>n[u]??"");return l`
      ${e.reasons.length===0?l`<p class="reason">${w(Gs)} ${t("why_told")}</p>`:e.reasons.map(p=>l`<p class="reason">${w(ri)} ${a(p)}</p>`)}
      ${e.analysis_error?l`<p class="error" dir="auto">${e.analysis_error}</p>`:m}
      ${e.persons.map(p=>l`<button
          class="text-button"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:p}))}
        >
          ${[i.timeSeconds(p.first_seen),i.percent(p.confidence),t(p.found_live?"why_found_live":"why_found_recorded"),(p.zones??[]).join(", "),Re(this.context,p)[0]?.text??""].filter(Boolean).join(" · ")}
        </button>`)}
      <dl>
        ${o(this,oe,mt).call(this,t("confidence"),`≥ ${n.confidence}`)}
        ${e.min_height>0?o(this,oe,mt).call(this,t("why_height"),`≥ ${n.height}`):m}
        ${e.zones.length>0?o(this,oe,mt).call(this,t("zones"),n.zones):m}
        ${e.masks>0?o(this,oe,mt).call(this,t("why_ignored"),String(e.masks)):m}
        ${e.analysis_status===null?m:o(this,oe,mt).call(this,t("analysis"),t(`analysis_${e.analysis_status}`))}
      </dl>
      ${this.queued!==null?l`<p role="status">${A(t,s.language,"queued",this.queued)}</p>`:e.record_id!==null&&s.user?.is_admin&&e.persons.length===0?l`<button class="text-button" @click=${()=>{o(this,oe,Ro).call(this,e.record_id??0)}}>
                ${t("why_analyze")}
              </button>`:m}
    `},mt=function(e,t){return l`<div>
      <dt>${e}</dt>
      <dd dir="auto">${t}</dd>
    </div>`},ve.styles=[S,P`
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
    `],c([x({attribute:!1})],ve.prototype,"context",2),c([x({attribute:!1})],ve.prototype,"cameraId",2),c([x({attribute:!1})],ve.prototype,"moment",2),c([g()],ve.prototype,"why",2),c([g()],ve.prototype,"failure",2),c([g()],ve.prototype,"queued",2),ve=c([E("mycamera-why")],ve);var ft=1e3,$l=15*ft,At=60*ft,Po=4,wl={ArrowLeft:"back_10",ArrowRight:"forward_10",PageDown:"back_300",PageUp:"forward_300",Home:"first",End:"last"," ":"play",k:"play",l:"live","+":"zoom_in","-":"zoom_out",n:"next_person",p:"previous_person",",":"previous_frame",".":"next_frame"},qe,Ut,Je,Ce,_,Do,Io,Ui,Ao,Hi,ps,Lt,Lo,us,Uo,Ho,Ht,Fi,Fo,No,Vo,qo,Co,Bo,jo,hs,K=class extends T{constructor(){super(...arguments);$(this,_);this.cameraIds=[];this.day="";this.start=null;this.connected=!0;this.days=null;this.failure=null;this.view={from:0,to:1};this.films=[];this.posters=new Map;this.month=!1;this.clip=null;this.asked=null;this.playback=new Ai(this);$(this,qe,0);$(this,Ut,null);$(this,Je,!1);$(this,Ce);$(this,Ht,{previous_person:()=>this.playback.person(-1),next_person:()=>this.playback.person(1),back_10:()=>this.playback.step(-10*ft),forward_10:()=>this.playback.step(10*ft),back_300:()=>this.playback.step(-300*ft),forward_300:()=>this.playback.step(300*ft),first:()=>this.playback.toEnd("first"),last:()=>this.playback.toEnd("last"),previous_frame:()=>this.playback.frame(-1),next_frame:()=>this.playback.frame(1),play:()=>{this.playback.toggle()},live:()=>o(this,_,Hi).call(this),zoom_out:()=>o(this,_,Lt).call(this,2),zoom_in:()=>o(this,_,Lt).call(this,.5),clip:()=>o(this,_,ps).call(this),why:()=>o(this,_,Ho).call(this)});$(this,Fi,e=>{let t=wl[e.key];t!==void 0&&(v(this,Ht)[t](),e.preventDefault())})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(v(this,Ce)),k(this,Ce,void 0)}willUpdate(e){if(e.has("cameraIds")&&(this.films=this.cameraIds.slice(0,Po)),e.has("cameraIds")||e.has("day")){let{playback:t}=this,i=!e.has("day")&&t.moment!==null,{from:s,to:n}=this.whole,{start:a}=this;v(this,Je)||k(this,Je,i&&t.live),t.reset(i?t.moment:a!==null&&a>=s&&a<n?a:null),i||(this.view={from:s,to:n}),this.days=null,this.clip=null,this.asked=null,this.posters=new Map,o(this,_,Ui).call(this)}o(this,_,Do).call(this)}recorded(e){!this.cameraIds.includes(e)||Date.now()>this.whole.to||v(this,Ce)!==void 0||k(this,Ce,window.setTimeout(()=>{k(this,Ce,void 0),o(this,_,Ui).call(this)},$l))}get whole(){let{since:e,until:t}=Ye(this.day,this.context.formats.timeZone);return{from:Date.parse(e),to:Date.parse(t)}}spans(e){return this.days?.get(e)?.spans??[]}get seen(){return this.films.flatMap(t=>this.days?.get(t)?.persons??[]).map(t=>Date.parse(t.first_seen)).sort((t,i)=>t-i)}get watchable(){let e=new Set(this.context.overview?.cameras.map(t=>t.camera_id));return this.films.filter(t=>e.has(t))}render(){let{context:e,days:t,playback:i}=this,{localize:s}=e;return this.failure!==null&&t===null?C({icon:ae,bad:!0,...U(e,this.failure),action:l`<button class="text-button" @click=${()=>{o(this,_,Ui).call(this)}}>${s("retry")}</button>`}):t===null?l`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${s("loading")}></div>
      </div>`:this.month?l`${o(this,_,No).call(this)} ${o(this,_,Vo).call(this)}`:[...t.values()].every(({spans:n})=>n.length===0)&&!this.playback.live?o(this,_,Fo).call(this):l`<div
        class="films"
        data-count=${this.films.length}
        style="--more-lines: ${Math.max(0,this.cameraIds.length*36-48)}px"
      >
        ${te(this.films,n=>n,n=>l`<mycamera-day-film
            .context=${e}
            .cameraId=${n}
            .spans=${this.spans(n)}
            .speed=${i.speed}
            .poster=${this.posters.get(n)??null}
            .connected=${this.connected}
            ?named=${this.films.length>1}
            ?empty=${i.empty.has(n)}
            ?live=${i.live}
            @click=${()=>{i.toggle()}}
            @mycamera-at=${a=>i.at(n,a.detail)}
            @mycamera-playing=${a=>i.told(n,a.detail)}
            @mycamera-ended=${a=>i.ended(n,a.detail)}
            @mycamera-cut=${()=>o(this,_,ps).call(this)}
          ></mycamera-day-film>`)}
      </div>
      ${o(this,_,qo).call(this)} ${o(this,_,Co).call(this,t)} ${o(this,_,jo).call(this)}
      <mycamera-day-summary
        .context=${e}
        .days=${t}
        .moment=${i.moment}
        @mycamera-open=${o(this,_,hs)}
      ></mycamera-day-summary>`}};qe=new WeakMap,Ut=new WeakMap,Je=new WeakMap,Ce=new WeakMap,_=new WeakSet,Do=function(){let{moment:e,dragging:t,live:i}=this.playback;e===v(this,Ut)||t||(k(this,Ut,e),e!==null&&(e<this.whole.to?this.view=Jn(this.view,this.whole,e):i&&o(this,_,Hi).call(this)))},Io=function({from:e,to:t}){let i=this.films.filter(s=>this.spans(s).some(([n,a])=>n<t&&a>e));return i.length>0?i:this.films.slice(0,1)},Ui=async function(){k(this,qe,v(this,qe)+1);let e=v(this,qe),{since:t,until:i}=Ye(this.day,this.context.formats.timeZone);try{let s=await Promise.all(this.cameraIds.map(async p=>[p,await On(this.context.hass,p,t,i)]));if(e!==v(this,qe))return;let n=this.days===null;if(this.days=new Map(s),this.failure=null,!n)return;await this.updateComplete;let{playback:a}=this;v(this,Je)?(k(this,Je,!1),a.goLive()):a.moment!==null?a.show(a.moment):o(this,_,Ao).call(this,e)}catch(s){e===v(this,qe)&&(this.failure=O(s))}},Ao=async function(e){for(let t of this.films){let i=this.spans(t)[0];if(!i)continue;let{picture:s}=await Dn(this.context.hass,t,i[0]).catch(()=>({picture:null}));if(e!==v(this,qe))return;s!==null&&(this.posters=new Map([...this.posters,[t,s]]))}},Hi=function(){let e=this.context.formats.today();if(this.day===e){this.playback.goLive();return}k(this,Je,!0),o(this,_,us).call(this,e)},ps=function(){if(this.clip){this.clip=null;return}let e=this.whole,{moment:t,footage:i}=this.playback,s=t??i[0]?.[0]??e.from,n=t===null?s:s-At/2,a=rs({from:n,to:n+At},e);this.clip=a,this.view.to-this.view.from>20*At&&(this.view=rs({from:s-5*At,to:s+5*At},e))},Lt=function(e){let{view:t}=this,i=this.whole;this.month?this.month=e>1:e>1&&t.to-t.from>=i.to-i.from?this.month=!0:this.view=Xn(t,i,e,this.playback.moment??(t.from+t.to)/2)},Lo=function(e){this.playback.found(e),this.asked!==null&&(this.asked=e)},us=function(e){this.month=!1,e!==this.day&&this.dispatchEvent(new CustomEvent("mycamera-day",{detail:e}))},Uo=function(e){let t=this.films.includes(e);if(t&&this.films.length===1)return;let i=t?this.films.filter(a=>a!==e):[...this.films,e].slice(-Po);this.films=this.cameraIds.filter(a=>i.includes(a));let{live:s,moment:n}=this.playback;n!==null&&!s&&this.playback.show(n)},Ho=function(){let{pressed:e,moment:t}=this.playback,i=Math.min(Date.now(),this.whole.to-1);this.asked=this.asked===null?e??t??i:null},Ht=new WeakMap,Fi=new WeakMap,Fo=function(){let{localize:e}=this.context;return C({icon:gi,heading:e("day_none"),text:e("day_none_text"),action:l`<button class="text-button" @click=${()=>o(this,_,Lt).call(this,2)}>
          ${w(ii)} ${e("month")}
        </button>
        ${this.watchable.length>0?l`<button class="text-button" @click=${()=>o(this,_,Hi).call(this)}>${e("go_live")}</button>`:m}`})},No=function(){let{localize:e}=this.context;return l`<div class="controls">
      <button class="text-button" @click=${()=>o(this,_,Lt).call(this,.5)}>${w(ci)} ${e("day_view")}</button>
    </div>`},Vo=function(){return l`<mycamera-month
      .context=${this.context}
      .cameraIds=${this.cameraIds}
      .day=${this.day}
      @mycamera-day=${e=>o(this,_,us).call(this,e.detail)}
    ></mycamera-month>`},qo=function(){let{playback:e,view:t,whole:i}=this;return l`<mycamera-day-controls
      .context=${this.context}
      .moment=${e.moment}
      .speed=${e.speed}
      ?playing=${e.playing}
      ?live=${e.live}
      ?watchable=${this.watchable.length>0}
      ?widest=${t.to-t.from>=i.to-i.from}
      @mycamera-wish=${s=>v(this,Ht)[s.detail]()}
      @mycamera-speed=${s=>{e.speed=s.detail,this.requestUpdate()}}
    ></mycamera-day-controls>`},Co=function(e){let{context:t,cameraIds:i}=this,s=i.length>1;return l`<div class="lines ${s?"several":""}">
        ${s?l`<div class="cameras">${i.map(n=>o(this,_,Bo).call(this,n))}</div>`:m}
        <mycamera-day-line
          .context=${t}
          .whole=${this.whole}
          .view=${this.view}
          .rows=${i.map(n=>({cameraId:n,day:e.get(n)??null}))}
          .moment=${this.playback.moment}
          .clip=${this.clip}
          @keydown=${v(this,Fi)}
          @mycamera-drag=${n=>this.playback.drag(n.detail)}
          @mycamera-seek=${n=>o(this,_,Lo).call(this,n.detail)}
          @mycamera-view=${n=>{this.view=n.detail}}
          @mycamera-month=${()=>{this.month=!0}}
          @mycamera-range=${n=>{this.clip=n.detail}}
        ></mycamera-day-line>
      </div>
      ${this.clip===null?m:l`<mycamera-clip-bar
              .context=${t}
              .cameraIds=${o(this,_,Io).call(this,this.clip)}
              .range=${this.clip}
              @mycamera-leave=${()=>{this.clip=null}}
            ></mycamera-clip-bar>`}`},Bo=function(e){let t=q(this.context,e);return l`<button
      aria-pressed=${this.films.includes(e)?"true":"false"}
      title=${t}
      @click=${()=>o(this,_,Uo).call(this,e)}
    >
      <span dir="auto">${t}</span>
    </button>`},jo=function(){let e=this.playback.leader||this.films[0];return this.asked===null||e===void 0?m:l`<mycamera-why
      .context=${this.context}
      .cameraId=${e}
      .moment=${this.asked}
      @mycamera-open=${o(this,_,hs)}
      @mycamera-leave=${()=>{this.asked=null}}
    ></mycamera-why>`},hs=function(e){this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e.detail}))},K.styles=[S,de,Kn],c([x({attribute:!1})],K.prototype,"context",2),c([x({attribute:!1,hasChanged:(e,t)=>e.join()!==t?.join()})],K.prototype,"cameraIds",2),c([x({attribute:!1})],K.prototype,"day",2),c([x({attribute:!1})],K.prototype,"start",2),c([x({type:Boolean})],K.prototype,"connected",2),c([g()],K.prototype,"days",2),c([g()],K.prototype,"failure",2),c([g()],K.prototype,"view",2),c([g()],K.prototype,"films",2),c([g()],K.prototype,"posters",2),c([g()],K.prototype,"month",2),c([g()],K.prototype,"clip",2),c([g()],K.prototype,"asked",2),c([vi("mycamera-day-film")],K.prototype,"players",2),K=c([E("mycamera-day")],K);var Go=P`
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
`;var kl=2e8,ue,N,Ko,Yo,ms,Zo,fs,Wo,Xo,Jo,Qo,be=class extends T{constructor(){super(...arguments);$(this,N);this.exports=null;this.running=[];this.failure=null;this.said="";this.doomed=null;$(this,ue,new Map)}connectedCallback(){super.connectedCallback(),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let e of v(this,ue).values())e?.();v(this,ue).clear()}async load(){try{let{exports:e,running:t}=await lo(this.context.hass);this.exports=e,this.running=t,this.failure=null;for(let i of t)o(this,N,Ko).call(this,i.export_id)}catch(e){this.failure=O(e)}}reconnected(){v(this,ue).clear(),this.load()}render(){let{context:e,exports:t,running:i}=this,{localize:s}=e;return t===null?this.failure===null?l`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${s("loading")}></div>
        </div>`:C({icon:ae,bad:!0,...U(e,this.failure),action:l`<button class="text-button" @click=${()=>{this.load()}}>${s("retry")}</button>`}):t.length+i.length===0?l`${o(this,N,fs).call(this)}
      ${C({icon:di,heading:s("no_exports"),text:s("no_exports_text")})}`:l`${o(this,N,fs).call(this)}
      <ul>
        ${te(i,n=>n.export_id,n=>o(this,N,Wo).call(this,n))}
        ${te(t,n=>n.export_id,n=>o(this,N,Xo).call(this,n))}
      </ul>`}};ue=new WeakMap,N=new WeakSet,Ko=async function(e){if(!v(this,ue).has(e)){v(this,ue).set(e,null);try{let t=await co(this.context.hass,e,i=>o(this,N,Yo).call(this,e,i));v(this,ue).has(e)&&v(this,ue).set(e,t)}catch{v(this,ue).delete(e),this.load()}}},Yo=function(e,t){let{state:i,percent:s}=t;i==="done"||i==="failed"?(v(this,ue).delete(e),t.error&&(this.said=t.error.message),this.load()):this.running=this.running.map(n=>n.export_id===e?{...n,state:i,percent:s}:n)},ms=async function(e){try{await e,this.said=""}catch(t){this.said=U(this.context,O(t)).heading}await this.load()},Zo=async function(e){try{let t=await fetch(this.context.hass.hassUrl(e.url));if(!t.ok)throw new Error(String(t.status));let i=[new File([await t.blob()],e.name,{type:"video/mp4"})];await navigator.share({files:i})}catch(t){t instanceof DOMException&&t.name==="AbortError"||(this.said=this.context.localize("share_failed"))}},fs=function(){return this.said?l`<p class="said" role="alert">${this.said}</p>`:m},Wo=function(e){let{context:t}=this,{localize:i,formats:s}=t,n=q(t,e.camera_id);return l`<li>
      <div class="texts">
        <strong dir="auto">${n}</strong>
        <span>${s.range(e.since,e.until)}</span>
        <progress
          max="100"
          value=${e.percent}
          aria-label=${i(`export_${e.state}`)}
        ></progress>
        <span class="quiet">${i(`export_${e.state}`)} · ${s.percent(e.percent/100)}</span>
      </div>
      <button
        class="icon-button"
        aria-label=${i("export_cancel",{camera:n})}
        @click=${()=>{o(this,N,ms).call(this,po(t.hass,e.export_id))}}
      >
        ${w(Z)}
      </button>
    </li>`},Xo=function(e){let{context:t}=this,{localize:i,formats:s,hass:n}=t,a=e.missing.map(p=>`${s.range(p.start,p.end)}: ${dt(t,p.cause)}`).join(`
`);return l`<li>
      <div class="texts">
        <strong dir="auto">${q(t,e.camera_id)||e.name}</strong>
        <span>${s.day(e.since)===s.today()?m:l`${s.heading(s.day(e.since))} · `}${s.range(e.since,e.until)}</span>
        ${e.missing.length>0?l`<span class="missing" title=${a}>
                ${A(i,n.language,"gaps",e.missing.length)}
              </span>`:m}
        <span class="films">
          ${e.films.map(p=>o(this,N,Jo).call(this,p))}
          <a class="chip" href=${n.hassUrl(e.record_url)} download=${e.record_name} title=${i("export_record_hint")}>
            ${w(tn)} ${i("export_record")}
          </a>
        </span>
      </div>
      ${o(this,N,Qo).call(this,e)}
    </li>`},Jo=function(e){let{localize:t,formats:i,hass:s}=this.context,n=`${i.duration(e.seconds)} · ${i.bytes(e.size)}`,a=navigator.share&&e.size<=kl;return l`<a class="chip" href=${s.hassUrl(e.url)} download=${e.name}>
        ${w(Qs)} ${t("download")} <span class="quiet">${n}</span>
      </a>
      ${a?l`<button class="chip" @click=${()=>{o(this,N,Zo).call(this,e)}}>
              ${w(hi)} ${t("share")}
            </button>`:m}`},Qo=function(e){let{localize:t,hass:i}=this.context;return this.doomed!==e.export_id?l`<button
        class="icon-button"
        aria-label=${t("export_delete",{name:e.name})}
        @click=${()=>{this.doomed=e.export_id}}
      >
        ${w(ot)}
      </button>`:l`<div class="sure" role="group" aria-label=${t("export_delete",{name:e.name})}>
      <button
        class="chip bad"
        @click=${()=>{this.doomed=null,o(this,N,ms).call(this,uo(i,e.export_id))}}
      >
        ${t("left_behind_yes")}
      </button>
      <button
        class="chip"
        @click=${()=>{this.doomed=null}}
      >
        ${t("left_behind_no")}
      </button>
    </div>`},be.styles=[S,de,Go],c([x({attribute:!1})],be.prototype,"context",2),c([g()],be.prototype,"exports",2),c([g()],be.prototype,"running",2),c([g()],be.prototype,"failure",2),c([g()],be.prototype,"said",2),c([g()],be.prototype,"doomed",2),be=c([E("mycamera-exports")],be);var _l={no_camera:Fe,no_permission:ln,no_worker:Rt,worker_away:Rt,away:an,detection_off:Ms,wait:nt},zl="/config/integrations/integration/mycamera";function Tl({cameras:d,removed_cameras:r,worker:e},t){if(d.length===0&&r.length===0)return t?"no_camera":"no_permission";if(e.status==="not_set_up")return"no_worker";if(e.status==="failed"||e.status==="disconnected")return"worker_away";let i=d.filter(n=>n.detection_enabled);return d.length>0&&i.length===0?"detection_off":i.some(n=>n.watching||n.recording_status==="recording")||i.length===0?"wait":"away"}function Ni(d,r,e){let{localize:t,hass:i}=d,s=i.user?.is_admin??!1,n=Tl(r,s),a={icon:_l[n],heading:t(`step_${n}`),text:t(`step_${n}_text`)};if(n==="worker_away"||n==="away"){let h=l`<button class="text-button" @click=${e}>${t("step_system")}</button>`;return C({...a,action:h})}return!s||n==="wait"?C(a):C({...a,action:l`<a class="text-button" href=${zl}>${t(n==="no_camera"?"step_add_camera":n==="no_worker"?"step_add_worker":"add_camera")}</a>`})}var Vi,Mo,ze=class extends T{constructor(){super(...arguments);$(this,Vi);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(e){let t=e.get("camera");t&&t.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:e,formats:t}=this.context,{name:i,records:s,persons:n,bytes:a}=this.camera,p=(b,u)=>l`<button class="text-button" ?disabled=${this.busy} @click=${u}>${b}</button>`,h={name:i,records:String(s),persons:String(n),size:t.bytes(a)};return l`<div class="left" role="group">
      <p dir="auto">${this.asking?e("left_behind_sure"):e("left_behind",h)}</p>
      ${this.asking?l`${p(e("left_behind_no"),()=>{this.asking=!1})}
            ${p(e("left_behind_yes"),()=>{o(this,Vi,Mo).call(this)})}`:p(e("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?m:l`<p class="problem" role="alert">${e("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};Vi=new WeakSet,Mo=async function(){let{camera_id:e}=this.camera;this.busy=!0,this.failed=null;try{let t=await Sn(this.context.hass,e);if(this.camera.camera_id!==e)return;t.records+t.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(t){this.camera.camera_id===e&&(this.failed=O(t))}finally{this.busy=!1,this.asking=!1}},ze.styles=[S,P`
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
    `],c([x({attribute:!1})],ze.prototype,"context",2),c([x({attribute:!1})],ze.prototype,"camera",2),c([g()],ze.prototype,"asking",2),c([g()],ze.prototype,"busy",2),c([g()],ze.prototype,"failed",2),ze=c([E("mycamera-left-behind")],ze);var tr=1.7777777777777777,ir=260,sr=600,er=6;function nr(d,r,e,t){let i=Math.max(1,d),s={columns:1,rows:i},n=0;for(let a=1;a<=i;a+=1){let p=Math.ceil(i/a),h=(r-t*(a-1))/a,b=(e-t*(p-1))/p,u=Math.min(h,b*tr);u>n&&(n=u,s={columns:a,rows:p})}return s}function or({columns:d,rows:r},e,t,i){let s=(e-i*(d-1))/d,n=(t-i*(r-1))/r;return Math.min(s,n*tr)<(e<sr?e:ir)}function rr(d,r){return d<sr?1:Math.max(1,Math.floor((d+r)/(ir+80+r)))}function ar(d,r){if(r!==null)return new Set([r]);let e=d.length<=er?d:d.filter(t=>t.persons);return new Set(e.slice(0,er).map(t=>t.camera_id))}var Ft=6,El=5e3,Sl=4e3,Nt,gt,Vt,vt,Be,qt,re,gs,vs,bt,qi,Ct,lr,Q=class extends T{constructor(){super(...arguments);$(this,re);this.cameras=[];this.watched=null;this.connected=!0;this.kiosk=!1;this.width=0;this.height=0;this.pointed=!1;$(this,Nt,new Map);$(this,gt,null);$(this,Vt);$(this,vt);$(this,Be,null);$(this,qt,new ResizeObserver(([e])=>{this.width=e?.contentRect.width??0,this.height=e?.contentRect.height??0}));$(this,bt,async()=>{this.kiosk?!document.hidden&&"wakeLock"in navigator&&k(this,Be,await navigator.wakeLock.request("screen").catch(()=>null)):(v(this,Be)?.release(),k(this,Be,null))});$(this,Ct,()=>{this.pointed=!0,window.clearTimeout(v(this,vt)),k(this,vt,window.setTimeout(()=>{this.pointed=!1},Sl))})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",v(this,bt)),o(this,re,gs).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),document.removeEventListener("visibilitychange",v(this,bt)),v(this,qt).disconnect(),window.clearTimeout(v(this,Vt)),window.clearTimeout(v(this,vt)),(e=v(this,gt))==null||e.call(this),k(this,gt,null),v(this,Be)?.release(),k(this,Be,null)}updated(e){this.wall&&v(this,qt).observe(this.wall),e.has("kiosk")&&(this.kiosk&&this.over&&!this.over.matches(":popover-open")&&this.over.showPopover(),v(this,bt).call(this))}render(){let{context:e,kiosk:t}=this,{localize:i,hass:s}=e,n=this.cameras.reduce((a,p)=>a+(p.persons??0),0);return l`<div
      class="over ${this.pointed?"pointed":""}"
      popover=${t?"manual":m}
      @pointermove=${v(this,Ct)}
      @pointerdown=${v(this,Ct)}
      @keydown=${a=>{a.key==="Escape"&&t&&this.watched===null&&o(this,re,qi).call(this,!1)}}
    >
      ${t?l`<button class="icon-button leave" aria-label=${i("leave_kiosk")} @click=${()=>o(this,re,qi).call(this,!1)}>
              ${w(Z)}
            </button>`:l`<div class="bar">
              <p role="status">${A(i,s.language,"in_view",n)}</p>
              <button class="text-button" title=${i("kiosk_hint")} @click=${()=>o(this,re,qi).call(this,!0)}>
                ${w(un)}<span>${i("kiosk")}</span>
              </button>
            </div>`}
      ${t&&!this.connected?l`<p class="lost" role="alert">${i("connection_lost")}</p>`:m}
      <div class="wall">${this.width>0?o(this,re,lr).call(this):m}</div>
    </div>`}};Nt=new WeakMap,gt=new WeakMap,Vt=new WeakMap,vt=new WeakMap,Be=new WeakMap,qt=new WeakMap,re=new WeakSet,gs=async function(){try{let e=await Vn(this.context.hass,({camera_id:t,time:i,persons:s})=>{o(this,re,vs).call(this,t).add(Date.parse(i),s);for(let n of this.tiles??[])n.camera.camera_id===t&&n.looked()});this.isConnected?k(this,gt,e):e()}catch{this.isConnected&&k(this,Vt,window.setTimeout(()=>{o(this,re,gs).call(this)},El))}},vs=function(e){let t=v(this,Nt).get(e);return t||(t=new to,v(this,Nt).set(e,t)),t},bt=new WeakMap,qi=function(e){!e&&this.over?.matches(":popover-open")&&this.over.hidePopover(),this.dispatchEvent(new CustomEvent("mycamera-kiosk",{detail:e}))},Ct=new WeakMap,lr=function(){let{cameras:e,context:t,width:i,height:s,watched:n}=this,a=nr(e.length,i,s,Ft),p=!this.kiosk&&or(a,i,s,Ft),h=p?rr(i,Ft):a.columns,b=ar(e,n),u=Math.min((i-Ft*(h-1))/h,(s-Ft*(a.rows-1))/a.rows*(16/9)),z=p?{gridTemplateColumns:`repeat(${h}, 1fr)`}:{gridTemplateColumns:`repeat(${h}, ${Math.max(1,Math.floor(u))}px)`,alignContent:"center"};return l`<div class="grid ${n===null?"":"one"}" style=${Zn(z)}>
      ${te(e,D=>D.camera_id,D=>l`<mycamera-live-tile
          .context=${t}
          .camera=${D}
          .trail=${o(this,re,vs).call(this,D.camera_id)}
          .streaming=${b.has(D.camera_id)}
          .connected=${this.connected}
          ?large=${n===D.camera_id}
        ></mycamera-live-tile>`)}
    </div>`},Q.styles=[S,Wn],c([x({attribute:!1})],Q.prototype,"context",2),c([x({attribute:!1})],Q.prototype,"cameras",2),c([x({attribute:!1})],Q.prototype,"watched",2),c([x({type:Boolean})],Q.prototype,"connected",2),c([x({type:Boolean,reflect:!0})],Q.prototype,"kiosk",2),c([g()],Q.prototype,"width",2),c([g()],Q.prototype,"height",2),c([g()],Q.prototype,"pointed",2),c([F(".wall")],Q.prototype,"wall",2),c([F(".over")],Q.prototype,"over",2),c([vi("mycamera-live-tile")],Q.prototype,"tiles",2),Q=c([E("mycamera-live-wall")],Q);var Ci,cr,De=class extends T{constructor(){super(...arguments);$(this,Ci);this.detection=null;this.open=!1;this.failed=null}willUpdate(e){e.has("detection")&&e.get("detection")?.event_id!==this.detection?.event_id&&(this.open=!1)}render(){let{localize:e,hass:t}=this.context,{detection:i}=this;return!i||!t.user?.is_admin?m:this.open?l`<form @submit=${o(this,Ci,cr)} @keydown=${s=>s.stopPropagation()}>
      <label>English <input name="caption" maxlength="2000" lang="en" .value=${i.caption??""} /></label>
      <label>中文 <input name="caption_zh" maxlength="2000" lang="zh-Hans" .value=${i.caption_zh??""} /></label>
      ${this.failed===null?m:l`<p role="alert">${e("save_failed",{code:this.failed})}</p>`}
      <button class="text-button" type="submit">${e("save")}</button>
      <button
        class="text-button"
        type="button"
        @click=${()=>{this.open=!1}}
      >
        ${e("draw_cancel")}
      </button>
    </form>`:l`<button
        class="text-button"
        @click=${()=>{this.open=!0}}
      >
        ${w(mn)} ${e("correct_caption")}
      </button>`}};Ci=new WeakSet,cr=async function(e){e.preventDefault();let{detection:t}=this;if(!t)return;let i=new FormData(e.target);try{let s=await Un(this.context.hass,t.event_id,String(i.get("caption")??""),String(i.get("caption_zh")??""));this.open=!1,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-corrected",{detail:{...t,...s,caption_status:"done"},bubbles:!0,composed:!0}))}catch(s){this.failed=O(s)}},De.styles=[S,P`
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
    `],c([x({attribute:!1})],De.prototype,"context",2),c([x({attribute:!1})],De.prototype,"detection",2),c([g()],De.prototype,"open",2),c([g()],De.prototype,"failed",2),De=c([E("mycamera-caption-editor")],De);var Bi=P`
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
`;var Ie,bs,ji,xe=class extends T{constructor(){super(...arguments);$(this,Ie);this.detection=null;this.placed=!1;this.asked=null;this.busy=!1;this.failed=null}willUpdate(e){!e.has("detection")||e.get("detection")?.event_id===this.detection?.event_id||(this.asked=null,this.failed=null)}render(){let{localize:e,hass:t}=this.context;if(!this.detection||!t.user?.is_admin)return m;let i=(n,a,p,h=!1)=>l`<button
      class="text-button"
      ?disabled=${this.busy||h}
      @click=${a}
    >
      ${p?w(p):m} ${n}
    </button>`;if(this.asked===null)return l`${i(e("no_person"),()=>o(this,Ie,ji).call(this,"false_positive"),nt)}
      ${i(e("delete_person"),()=>o(this,Ie,ji).call(this,"delete"),ot)}`;let s=this.asked==="false_positive";return l`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${e(s?"no_person_sure":"delete_person_sure")}</p>
      ${i(e("keep"),()=>o(this,Ie,ji).call(this,null))}
      ${s?i(e("no_person_ignore"),()=>{o(this,Ie,bs).call(this,!0,!0)},void 0,!this.placed):m}
      ${i(e(s?"no_person":"delete_for_good"),()=>{o(this,Ie,bs).call(this,s,!1)})}
      ${this.failed===null?m:l`<p class="problem" role="alert">${e("delete_person_failed",{code:this.failed})}</p>`}
    </div>`}};Ie=new WeakSet,bs=async function(e,t){let{detection:i}=this;if(!(!i||this.busy)){this.busy=!0,this.failed=null,this.dispatchEvent(new CustomEvent("mycamera-removing"));try{await An(this.context.hass,i.event_id,e),this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{ignore:t}}))}catch(s){this.failed=O(s)}finally{this.busy=!1}}},ji=function(e){this.asked=e,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},xe.styles=[S,P`
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
    `],c([x({attribute:!1})],xe.prototype,"context",2),c([x({attribute:!1})],xe.prototype,"detection",2),c([x({type:Boolean})],xe.prototype,"placed",2),c([g()],xe.prototype,"asked",2),c([g()],xe.prototype,"busy",2),c([g()],xe.prototype,"failed",2),xe=c([E("mycamera-person-removal")],xe);var Rl=2,Ol=12e4,dr=3e3,Ae,ye,xs,pr,ur,hr,le=class extends T{constructor(){super(...arguments);$(this,ye);this.detail=null;this.error=null;this.problem=null;this.following=null;this.box=null;this.size=null;$(this,Ae)}disconnectedCallback(){super.disconnectedCallback(),v(this,Ae)!==void 0&&this.video?.cancelVideoFrameCallback(v(this,Ae)),k(this,Ae,void 0)}willUpdate(e){!e.has("detail")||e.get("detail")?.event_id===this.detail?.event_id||(this.problem=null,this.following=null,this.box=null,this.size=null)}updated(){o(this,ye,xs).call(this)}render(){let{context:e,detail:t}=this,{localize:i,hass:s}=e;if(this.error!==null)return l`<p class="instead" role="alert">${U(e,this.error).heading}</p>`;if(t===null)return l`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
      </div>`;if(t.recording===null){let b=Date.now()-Date.parse(t.last_seen)<Ol,u=l`<p class="instead" role="status">
        ${i(b?"recording_writing":"recording_missing")}
      </p>`;return!b||t.live_url===null?u:l`<div class="live">
        <img src=${s.hassUrl(t.live_url)} alt=${i("live_picture")} />
        ${u}
      </div>`}let n=s.hassUrl(t.recording.url);if(this.problem!==null)return l`<div class="instead" role="alert">
        <p>${ct(e,this.problem,t.recording.codec)}</p>
        ${this.problem==="unplayable"?l`<a class="text-button" href=${n} download>${i("download")}</a>`:m}
      </div>`;let a=Math.max(0,t.recording.offset-Rl),{following:p}=this,h=Date.parse((p??t.recording).start);return l`<video
        src=${p?.video_url?s.hassUrl(p.video_url):`${n}#t=${a.toFixed(1)}`}
        @loadedmetadata=${b=>{let{videoWidth:u,videoHeight:z}=b.target;this.size={width:u,height:z}}}
        @ended=${b=>{o(this,ye,ur).call(this,t,h,b.target.duration)}}
        aria-label=${i("recording")}
        controls
        autoplay
        muted
        playsinline
        @error=${()=>{o(this,ye,pr).call(this,t,n)}}
      ></video>
      ${o(this,ye,hr).call(this)}`}};Ae=new WeakMap,ye=new WeakSet,xs=function(){v(this,Ae)!==void 0||!this.video||!("requestVideoFrameCallback"in this.video)||k(this,Ae,this.video.requestVideoFrameCallback((e,{mediaTime:t})=>{k(this,Ae,void 0);let{detail:i}=this;if(!this.isConnected||i?.recording==null)return;let s=Date.parse((this.following??i.recording).start)-Date.parse(i.first_seen);this.box=io(i.path,s/1e3+t),o(this,ye,xs).call(this)}))},pr=async function(e,t){let i=await ki(t);this.detail===e&&(this.problem=i)},ur=async function(e,t,i){let s=t+i*1e3;if(Date.parse(e.last_seen)>s)try{let a=(await bi(this.context.hass,e.camera_id,s-dr,s+dr)).findLast(p=>p.video_url!==null&&Date.parse(p.start)>t);a&&this.detail===e&&(this.following=a)}catch(n){console.info("MyCamera: the next recording cannot be loaded:",O(n))}},hr=function(){let{box:e,size:t}=this;if(e===null||t===null||t.width===0)return m;let[i,s,n,a]=e;return l`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${s*t.height}
        width=${(n-i)*t.width}
        height=${(a-s)*t.height}
        rx=${t.height/100}
      />
    </svg>`},le.styles=[S,P`
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
    `],c([x({attribute:!1})],le.prototype,"context",2),c([x({attribute:!1})],le.prototype,"detail",2),c([x({attribute:!1})],le.prototype,"error",2),c([g()],le.prototype,"problem",2),c([g()],le.prototype,"following",2),c([g()],le.prototype,"box",2),c([g()],le.prototype,"size",2),c([F("video")],le.prototype,"video",2),le=c([E("mycamera-person-video")],le);var Gi,mr,he=class extends T{constructor(){super(...arguments);$(this,Gi);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(e){(e.has("kept")||e.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:e,hass:t}=this.context,i=w(this.now?ai:li);if(!t.user?.is_admin)return this.now?l`<span class="sign" role="img" aria-label=${e("protected")} title=${e("protected")}>
            ${i}${this.verbose?e("protected"):m}
          </span>`:m;let s=e(this.now?"unprotect":"protect"),n=this.failed===null?"":e("protect_failed",{code:this.failed});return l`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${e("protect")}
        title=${n||s}
        ?disabled=${this.busy}
        @click=${o(this,Gi,mr)}
      >
        ${i}${this.verbose?l`<span>${e(this.now?"protected":"protect")}</span>`:m}
      </button>
      ${n?l`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${n}</p>`:m}`}};Gi=new WeakSet,mr=async function(){let e=this.recordId;if(!(e===null||this.busy)){this.busy=!0;try{let t=await $i(this.context.hass,[e],!this.now);this.recordId===e&&(this.now=t.protected,this.failed=null)}catch(t){this.recordId===e&&(this.failed=O(t))}finally{this.busy=!1}}},he.styles=[S,P`
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
    `],c([x({attribute:!1})],he.prototype,"context",2),c([x({attribute:!1})],he.prototype,"recordId",2),c([x({attribute:!1})],he.prototype,"kept",2),c([x({type:Boolean})],he.prototype,"verbose",2),c([g()],he.prototype,"now",2),c([g()],he.prototype,"busy",2),c([g()],he.prototype,"failed",2),he=c([E("mycamera-protection")],he);var fr=5e3,R,ys,gr,Bt,jt,vr,Gt,br,xr,yr,$r,wr,kr,_r,zr,Tr,Er,Sr,Y=class extends T{constructor(){super(...arguments);$(this,R);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.around=null;this.shared=null;this.exporting=!1;this.undescribed=null;this.describing=null;this.removing=null}willUpdate(e){if(!e.has("detection"))return;if(e.get("detection")?.event_id===this.detection?.event_id){this.detection?.caption_status==="done"&&(this.describing=null);return}this.detail=null,this.error=null,this.broken=!1,this.size=null,this.around=null,this.shared=null,this.undescribed=this.describing=null,this.detection&&(o(this,R,ys).call(this,this.detection.event_id),yi(this.context.hass,{event_ids:[this.detection.event_id]}).catch(()=>{}))}updated(e){e.has("detection")&&(this.detection&&!this.newer&&!this.older&&this.around===null&&o(this,R,gr).call(this,this.detection),this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(e){this.detection?.camera_id===e&&this.detail?.recording===null&&o(this,R,ys).call(this,this.detection.event_id)}render(){return l`<dialog aria-labelledby="title" @close=${o(this,R,vr)} @click=${o(this,R,xr)} @keydown=${o(this,R,br)}>
      ${this.detection?o(this,R,yr).call(this,this.detection):m}
    </dialog>`}};R=new WeakSet,ys=async function(e){try{let t=await xi(this.context.hass,e);this.detection?.event_id===e&&(this.detail=t)}catch(t){this.detection?.event_id===e&&(this.error=O(t))}},gr=async function(e){try{let t=await In(this.context.hass,e);this.detection?.event_id===e.event_id&&(this.around=t)}catch(t){console.info("MyCamera: who comes before and after cannot be loaded:",O(t))}},Bt=function(){return this.newer??this.around?.newer??null},jt=function(){return this.older??this.around?.older??null},vr=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},Gt=function(e){e&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},br=function(e){let t=e.composedPath()[0];if(t instanceof HTMLVideoElement||t instanceof HTMLInputElement)return;let i=getComputedStyle(this).direction==="rtl";if(e.key==="ArrowLeft")o(this,R,Gt).call(this,i?v(this,R,jt):v(this,R,Bt));else if(e.key==="ArrowRight")o(this,R,Gt).call(this,i?v(this,R,Bt):v(this,R,jt));else return;e.preventDefault()},xr=function(e){e.target===this.dialog&&this.dialog.close()},yr=function(e){let{context:t}=this,i=v(this,R,Bt),s=v(this,R,jt),{localize:n,formats:a}=t,p=Re(t,e),h=e.caption_status==="pending"||e.caption_status==="running",b=q(t,e.camera_id);return l`
      <header>
        <h2 id="title">
          <span dir="auto">${b}</span>
          <time datetime=${e.first_seen}>${a.dateTime(e.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!i} aria-label=${n("newer")} @click=${()=>o(this,R,Gt).call(this,i)}>
          ${w(si)}
        </button>
        <button class="icon-button turn" ?disabled=${!s} aria-label=${n("older")} @click=${()=>o(this,R,Gt).call(this,s)}>
          ${w(ni)}
        </button>
        <button class="icon-button" autofocus aria-label=${n("close")} @click=${()=>this.dialog.close()}>
          ${w(Z)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${o(this,R,zr).call(this,e,b)}</figure>
          <figure>
            <mycamera-person-video .context=${t} .detail=${this.detail} .error=${this.error}></mycamera-person-video>
          </figure>
        </div>
        <div class="text">
          ${p.length===0?l`<p class="none">${n(h?"caption_pending":"no_caption")}</p>`:p.map((u,z)=>l`<p class=${z===0?"caption":"other"} lang=${u.lang} dir="auto">${u.text}</p>`)}
          <dl>
            <div>
              <dt>${n("seen")}</dt>
              <dd>${a.range(e.first_seen,e.last_seen)}</dd>
            </div>
            <div>
              <dt>${n("duration")}</dt>
              <dd>${a.duration(Ze(e))}</dd>
            </div>
            <div>
              <dt>${n("confidence")}</dt>
              <dd>${a.percent(e.confidence)}</dd>
            </div>
            ${p.length>0?l`<div>
                    <dt>${n("description_by")}</dt>
                    <dd>
                      ${_i(t,e)}${h?l` · ${n("caption_pending")}`:m}
                    </dd>
                  </div>`:m}
            ${o(this,R,_r).call(this)}
          </dl>
          <div class="actions">
            ${this.detail?.recording?l`<mycamera-protection
                    verbose
                    .context=${t}
                    .recordId=${this.detail.recording.record_id}
                    .kept=${this.detail.recording.protected}
                  ></mycamera-protection>`:m}
            <mycamera-caption-editor .context=${t} .detection=${e}></mycamera-caption-editor>
            ${o(this,R,$r).call(this,e,h)}
            <button class="text-button" @click=${()=>{o(this,R,Sr).call(this,e,b)}}>
              ${w(hi)} ${n("share")}
            </button>
            <button
              class="text-button"
              @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-moment",{detail:e}))}
            >
              ${w(mi)} ${n("open_timeline")}
            </button>
            ${this.detail?.recording?l`<button class="text-button" ?disabled=${this.exporting} @click=${()=>{o(this,R,Er).call(this,e)}}>
                    ${w(pi)} ${n("export")}
                  </button>`:m}
            <mycamera-person-removal
              .context=${t}
              .detection=${e}
              ?placed=${this.detail!==null}
              @mycamera-removing=${()=>{let u=this.detail?.box??null;this.removing={detection:e,next:v(this,R,jt)??v(this,R,Bt),box:u}}}
              @mycamera-removed=${u=>o(this,R,kr).call(this,u.detail.ignore)}
            ></mycamera-person-removal>
            ${this.shared===null?m:l`<p role="status">${n(this.shared)}</p>`}
            ${this.undescribed===null?m:l`<p role="alert">${n("describe_failed",{code:this.undescribed})}</p>`}
          </div>
        </div>
      </div>
    `},$r=function(e,t){let{localize:i,hass:s,overview:n}=this.context;return!s.user?.is_admin||!n?.captions_enabled?m:l`<button
      class="text-button"
      ?disabled=${t||this.describing===e.event_id}
      @click=${()=>{o(this,R,wr).call(this,e.event_id)}}
    >
      ${w(Zs)} ${i(this.describing===e.event_id?"caption_pending":"describe_again")}
    </button>`},wr=async function(e){this.describing=e,this.undescribed=null;try{await Ln(this.context.hass,e)}catch(t){this.describing=null,this.undescribed=O(t)}},kr=function(e){if(this.removing===null)return;let{detection:t,next:i,box:s}=this.removing;this.removing=null,this.dispatchEvent(new CustomEvent("mycamera-removed",{detail:{detection:t,next:i,ignore:e?s:null}}))},_r=function(){let e=this.detail?.zones??[];return e.length===0?m:l`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${e.join(" · ")}</dd>
    </div>`},zr=function(e,t){let{localize:i,formats:s,hass:n}=this.context,a=e.snapshot_url;return a===null||this.broken?l`<p class="instead">${w(rt)} ${i("picture_missing")}</p>`:l`<a href=${n.hassUrl(a)} target="_blank" rel="noopener" title=${i("full_picture")}>
      <img
        src=${n.hassUrl(a)}
        alt=${i("picture_of",{camera:t,time:s.time(e.first_seen)})}
        @load=${p=>{let{naturalWidth:h,naturalHeight:b}=p.target;this.size={width:h,height:b}}}
        @error=${()=>{this.broken=!0}}
      />
      ${o(this,R,Tr).call(this)}
    </a>`},Tr=function(){let{detail:e,size:t}=this;if(e===null||t===null)return m;let[i,s,n,a]=e.box;return l`<svg class="box" viewBox="0 0 ${t.width} ${t.height}" aria-hidden="true">
      <rect
        x=${i*t.width}
        y=${s*t.height}
        width=${(n-i)*t.width}
        height=${(a-s)*t.height}
        rx=${t.height/100}
      />
    </svg>`},Er=async function(e){this.exporting=!0;let t=Date.parse(e.first_seen)-fr;try{await Pi(this.context.hass,e.camera_id,t,Date.parse(e.last_seen)+fr),this.dispatchEvent(new CustomEvent("mycamera-exporting"))}catch(i){console.info("MyCamera: the export cannot be begun:",O(i)),this.shared="export_failed"}finally{this.exporting=!1}},Sr=async function(e,t){let{hass:i,formats:s}=this.context,n=window.location.pathname.replace(/\/mycamera\/.*$/,"/mycamera"),a=`${window.location.origin}${n}/event/${e.event_id}`,p=[Re(this.context,e)[0]?.text,t,s.dateTime(e.first_seen)].filter(Boolean).join(`
`);try{if(!navigator.share){await navigator.clipboard.writeText(a),this.shared="link_copied";return}let h=[];if(e.snapshot_url&&!this.broken){let u=await fetch(i.hassUrl(e.snapshot_url));u.ok&&h.push(new File([await u.blob()],`${e.event_id}.jpg`,{type:"image/jpeg"}))}let b={title:t,text:p,url:a,files:h};await navigator.share(h.length>0&&navigator.canShare?.(b)?b:{title:t,text:p,url:a})}catch(h){h instanceof DOMException&&h.name==="AbortError"||(this.shared="share_failed")}},Y.styles=[S,Bi,P`
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
    `],c([x({attribute:!1})],Y.prototype,"context",2),c([x({attribute:!1})],Y.prototype,"detection",2),c([x({attribute:!1})],Y.prototype,"newer",2),c([x({attribute:!1})],Y.prototype,"older",2),c([g()],Y.prototype,"detail",2),c([g()],Y.prototype,"error",2),c([g()],Y.prototype,"broken",2),c([g()],Y.prototype,"size",2),c([g()],Y.prototype,"around",2),c([g()],Y.prototype,"shared",2),c([g()],Y.prototype,"exporting",2),c([g()],Y.prototype,"undescribed",2),c([g()],Y.prototype,"describing",2),c([F("dialog")],Y.prototype,"dialog",2),Y=c([E("mycamera-person-dialog")],Y);var Pl=[.5,.6,.7,.8,.9],Dl=[5,15,60,300],Rr=Array.from({length:25},(d,r)=>r),W,Me,$s,xt,Qe=class extends T{constructor(){super(...arguments);$(this,W);this.filter=ne}render(){let{context:e,filter:t}=this,{localize:i,formats:s}=e,n=(e.overview?.cameras??[]).filter(u=>t.cameraId===null||u.camera_id===t.cameraId).flatMap(u=>u.zones.map(z=>z.name)),a=[...new Set(n)].sort((u,z)=>u.localeCompare(z)),p=u=>`${String(u).padStart(2,"0")}:00`,[h,b]=t.hours??[0,24];return l`
      <button
        class="chip"
        aria-pressed=${t.unseen?"true":"false"}
        @click=${()=>o(this,W,Me).call(this,{unseen:!t.unseen})}
      >
        ${i("not_seen_yet")}
      </button>
      ${o(this,W,xt).call(this,i("confidence"),String(t.minConfidence),[["0",i("any_confidence")],...Pl.map(u=>[String(u),`≥ ${s.percent(u)}`])],u=>o(this,W,Me).call(this,{minConfidence:Number(u)}))}
      ${o(this,W,xt).call(this,i("duration"),String(t.minSeconds),[["0",i("any_duration")],...Dl.map(u=>[String(u),`≥ ${s.duration(u)}`])],u=>o(this,W,Me).call(this,{minSeconds:Number(u)}))}
      ${a.length>0?o(this,W,xt).call(this,i("zone"),t.zone??"",[["",i("any_zone")],...a.map(u=>[u,u])],u=>o(this,W,Me).call(this,{zone:u||null})):m}
      <span class="hours">
        ${o(this,W,xt).call(this,i("hour_from"),String(h),Rr.slice(0,24).map(u=>[String(u),p(u)]),u=>o(this,W,$s).call(this,Number(u),null))}
        –
        ${o(this,W,xt).call(this,i("hour_until"),String(b),Rr.slice(1).map(u=>[String(u),p(u)]),u=>o(this,W,$s).call(this,null,Number(u)))}
      </span>
      ${Ei(t)?l`<button class="chip" @click=${()=>o(this,W,Me).call(this,ne)}>
              ${w(nn)} ${i("clear_filters")}
            </button>`:m}
      <button class="chip end" @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-all-seen"))}>
        ${w(js)} ${i("all_seen")}
      </button>
    `}};W=new WeakSet,Me=function(e){this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},$s=function(e,t){let[i,s]=this.filter.hours??[0,24],n=[e??i,t??s];o(this,W,Me).call(this,{hours:n[0]===0&&n[1]===24?null:n})},xt=function(e,t,i,s){return l`<select
      aria-label=${e}
      title=${e}
      @change=${n=>s(n.target.value)}
    >
      ${i.map(([n,a])=>l`<option value=${n} ?selected=${n===t}>${a}</option>`)}
    </select>`},Qe.styles=[S,P`
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
    `],c([x({attribute:!1})],Qe.prototype,"context",2),c([x({attribute:!1})],Qe.prototype,"filter",2),Qe=c([E("mycamera-person-filters")],Qe);var Or=P`
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
`;var Il={},Kt=at(class extends lt{constructor(){super(...arguments),this.ot=Il}render(d,r){return r()}update(d,[r,e]){if(Array.isArray(r)){if(Array.isArray(this.ot)&&this.ot.length===r.length&&r.every((t,i)=>t===this.ot[i]))return we}else if(this.ot===r)return we;return this.ot=Array.isArray(r)?Array.from(r):r,this.render(r,e)}});var ws=class{constructor(r,e){this.id=r;this.key=e}#e=[];get items(){return this.#e}clear(){this.#e=[]}has(r){return this.#e.some(e=>this.id(e)===r)}remove(r){this.#e=this.#e.filter(e=>!r.has(this.id(e)))}put(...r){let e=new Map(r.map(i=>[this.id(i),i])),t=this.#e.map(i=>{let s=this.id(i),n=e.get(s);return e.delete(s),n??i});this.#e=[...t,...e.values()].sort((i,s)=>this.key(s)-this.key(i))}},et=class{constructor(r,e){this.host=r;this.options=e;this.state="loading";this.error=null;this.#t=null;this.#i=0;this.#s=!1;this.#e=new ws(e.id,e.time),r.addController(this)}#e;#t;#i;#s;get items(){return this.#e.items}get more(){return this.#t!==null}get busy(){return this.#s}hostDisconnected(){this.#i+=1,this.#s=!1}async reload(r=!1){this.#i+=1,this.#s=!1,r||(this.#e.clear(),this.#t=null,this.state="loading"),await this.#o(null)}async next(){this.#s||this.#t===null||this.state!=="ready"||await this.#o(this.#t)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#t===null?this.reload(!0):this.next())}remove(r){this.#e.remove(new Set(r)),this.host.requestUpdate()}put(r){let e=this.items.at(-1),t=e!==void 0&&this.options.time(r)<this.options.time(e);return this.state!=="ready"||t&&this.more&&!this.#e.has(this.options.id(r))?!1:(this.#e.put(r),this.host.requestUpdate(),!0)}async#o(r){let e=this.#i;this.#s=!0,this.host.requestUpdate();try{let t=await this.options.load(r);if(e!==this.#i)return;r===null&&this.#e.clear(),this.#e.put(...t.items),this.#t=t.cursor,this.state="ready",this.error=null}catch(t){if(e!==this.#i)return;this.state="error",this.error=O(t)}this.#s=!1,this.host.requestUpdate()}};function Ki(d,r){let e=[];for(let t of d){let i=r(t),s=e.at(-1);s&&s.key===i?s.items.push(t):e.push({key:i,items:[t]})}return e}var Al=["success","failed","timeout"],Ll=["pending","running","done","failed","skipped"],Pr=200,M,je,Dr,Ir,Ar,Te=class extends T{constructor(){super(...arguments);$(this,M);this.which=Dt;this.chosen=null;this.busy=!1;this.said=""}render(){return this.chosen===null?o(this,M,Ir).call(this):o(this,M,Ar).call(this,this.chosen)}};M=new WeakSet,je=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},Dr=async function(e){let t=[...this.chosen??[]];this.busy=!0;try{for(let i=0;i<t.length;i+=Pr)this.said=await e(t.slice(i,i+Pr));o(this,M,je).call(this,"mycamera-changed",null)}catch(i){this.said=this.context.localize("save_failed",{code:O(i)})}finally{this.busy=!1}},Ir=function(){let{localize:e,hass:t}=this.context,i=(s,n,a,p,h,b)=>l`<select
      aria-label=${s}
      @change=${u=>b(u.target.value||null)}
    >
      <option value="" ?selected=${h===null}>${n}</option>
      ${a.map(u=>l`<option value=${u} ?selected=${u===h}>${p(u)}</option>`)}
    </select>`;return l`
      ${i(e("record_status"),e("any_status"),Al,s=>se(e,`record_${s}`,"record_failed"),this.which.status,s=>o(this,M,je).call(this,"mycamera-which",{...this.which,status:s}))}
      ${i(e("analysis"),e("any_analysis"),Ll,s=>se(e,`analysis_${s}`,"analysis_pending"),this.which.analysis,s=>o(this,M,je).call(this,"mycamera-which",{...this.which,analysis:s}))}
      <button
        class="chip"
        aria-pressed=${this.which.oldest?"true":"false"}
        @click=${()=>o(this,M,je).call(this,"mycamera-which",{...this.which,oldest:!this.which.oldest})}
      >
        ${w(this.which.oldest?xn:yn)}
        ${e("oldest_first")}
      </button>
      <span class="said" role="status">${this.said}</span>
      ${t.user?.is_admin?l`<button class="chip" @click=${()=>o(this,M,je).call(this,"mycamera-choose",!0)}>
              ${w(Ks)} ${e("choose")}
            </button>`:m}
    `},Ar=function(e){let{localize:t,hass:i}=this.context,s=(a,p,h)=>l`<button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>{o(this,M,Dr).call(this,h)}}>
        ${w(a)} ${p}
      </button>`,n=a=>async p=>(await $i(i,p,a),t("saved"));return l`
      <strong>${A(t,i.language,"chosen",e.size)}</strong>
      <button class="chip" @click=${()=>o(this,M,je).call(this,"mycamera-choose-all",null)}>${t("choose_shown")}</button>
      ${s(fn,t("analyze_chosen"),async a=>A(t,i.language,"queued",(await wi(i,a)).queued))}
      ${s(ai,t("protect_chosen"),n(!0))}
      ${s(li,t("unprotect"),n(!1))}
      <span class="said" role="status">${this.said}</span>
      <button class="chip" aria-label=${t("close")} @click=${()=>o(this,M,je).call(this,"mycamera-choose",!1)}>
        ${w(Z)}
      </button>
    `},Te.styles=[S,P`
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
      .chip svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .said {
        margin-inline-start: auto;
        color: var(--mc-text-2);
      }
    `],c([x({attribute:!1})],Te.prototype,"context",2),c([x({attribute:!1})],Te.prototype,"which",2),c([x({attribute:!1})],Te.prototype,"chosen",2),c([g()],Te.prototype,"busy",2),c([g()],Te.prototype,"said",2),Te=c([E("mycamera-record-bar")],Te);var Lr=P`
  :host {
    display: block;
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
    /* What is out of sight costs no layout. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 53px;
  }
  li + li {
    border-block-start: 1px solid var(--mc-line);
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
`;var Ge,I,Le,Ur,Hr,Fr,Nr,Vr,qr,Cr,Br,jr,Gr,me=class extends T{constructor(){super(...arguments);$(this,I);this.filter=ne;this.playing=null;this.problems=new Map;this.which=Dt;this.chosen=null;this.records=new et(this,{load:e=>En(this.context.hass,this.filter,this.which,this.context.formats.timeZone,e),id:e=>String(e.record_id),time:e=>o(this,I,Le).call(this,e.start)});this.gaps=new et(this,{load:e=>Rn(this.context.hass,this.filter,this.which.oldest,this.context.formats.timeZone,e),id:e=>String(e.gap_id),time:e=>o(this,I,Le).call(this,e.start)});$(this,Ge,null)}connectedCallback(){super.connectedCallback(),k(this,Ge,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),v(this,Ge)?.disconnect(),k(this,Ge,null)}willUpdate(e){(e.has("filter")||e.has("which"))&&(this.playing=null,this.chosen&&(this.chosen=new Set),this.records.reload(),this.gaps.reload()),o(this,I,Ur).call(this)}updated(){v(this,Ge)?.disconnect(),this.foot&&this.records.more&&v(this,Ge)?.observe(this.foot)}refresh(){this.playing===null&&!this.chosen?.size&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){return l`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${e=>{this.which=e.detail}}
        @mycamera-choose=${e=>{this.chosen=e.detail?new Set:null}}
        @mycamera-choose-all=${()=>{this.chosen=new Set(this.records.items.map(e=>e.record_id))}}
        @mycamera-changed=${()=>{this.records.reload(!0)}}
      ></mycamera-record-bar>
      ${o(this,I,Fr).call(this)}`}};Ge=new WeakMap,I=new WeakSet,Le=function(e){return this.which.oldest?-Date.parse(e):Date.parse(e)},Ur=function(){let e=this.records.items.at(-1),t=this.gaps.items.at(-1);e&&t&&o(this,I,Le).call(this,t.start)>o(this,I,Le).call(this,e.start)&&this.gaps.next()},Hr=function(){let e=this.records.items.at(-1),t=e&&this.records.more?o(this,I,Le).call(this,e.start):Number.NEGATIVE_INFINITY,i=this.records.items.map(n=>({kind:"record",start:n.start,record:n}));if(this.which.status||this.which.analysis)return i;let s=this.gaps.items.filter(n=>o(this,I,Le).call(this,n.start)>=t).map(n=>({kind:"gap",start:n.start,gap:n}));return[...i,...s].sort((n,a)=>o(this,I,Le).call(this,a.start)-o(this,I,Le).call(this,n.start))},Fr=function(){let{context:e,records:t}=this,{localize:i}=e,s=o(this,I,Hr).call(this);if(s.length===0){if(t.state==="error")return C({icon:ae,bad:!0,...U(e,t.error??"unknown"),action:l`<button class="text-button" @click=${o(this,I,Nr)}>${i("retry")}</button>`});if(t.state==="loading"||t.more)return l`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
        </div>`;let n=this.which.status!==null||this.which.analysis!==null,a=this.filter.cameraId!==null||this.filter.day!==null||n;return C({icon:gi,heading:i(a?"no_matches":"no_recordings"),text:i(a?"no_matches_text":"no_recordings_text"),...a?{action:l`<button
                class="text-button"
                @click=${()=>{this.which={...Dt,oldest:this.which.oldest},this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}}
              >
                ${i("clear_filters")}
              </button>`}:{}})}return l`
      ${te(Ki(s,n=>e.formats.day(n.start)),n=>n.key,n=>l`<section>
          <h2 class="day">${e.formats.heading(n.key)}</h2>
          <ul>
            ${te(n.items,a=>a.kind==="gap"?`g${a.gap.gap_id}`:`r${a.record.record_id}`,a=>o(this,I,qr).call(this,a))}
          </ul>
        </section>`)}
      <div class="foot">${o(this,I,Vr).call(this)}</div>
    `},Nr=function(){this.records.reload(),this.gaps.reload()},Vr=function(){let{records:e,context:t}=this;return e.state==="error"?l`<p>${U(t,e.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`:e.busy?l`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?l`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},qr=function(e){let{hass:t}=this.context,i=e.kind==="gap"?e.gap.camera_id:e.record.camera_id,s=[t.language,t.locale,t.user?.is_admin,q(this.context,i)];if(e.kind==="gap")return Kt([e.gap,...s],()=>o(this,I,Cr).call(this,e.gap));let{record:n}=e,a=n.record_id,p=[this.playing===a,this.problems.get(a),this.chosen?.has(a)];return Kt([n,...s,...p],()=>o(this,I,Br).call(this,n))},Cr=function(e){let{context:t}=this,{formats:i,localize:s}=t;return l`<li class="row gap">
      <span class="dot bad"></span>
      <span class="when">${i.range(e.start,e.end)}</span>
      <span class="camera" dir="auto">${q(t,e.camera_id)}</span>
      <span class="note">${s("gap_because",{cause:dt(t,e.cause)})}</span>
      <span class="number">${i.duration((Date.parse(e.end)-Date.parse(e.start))/1e3)}</span>
    </li>`},Br=function(e){let{context:t}=this,{formats:i,localize:s}=t,n=q(t,e.camera_id),a=this.playing===e.record_id,p=e.status==="success",h=e.status==="failed"&&e.video_url!==null?"incomplete":e.status,b=(Date.parse(e.end)-Date.parse(e.start))/1e3;return l`<li>
      <div class="row">
        ${this.chosen===null?l`<span class="dot ${p?"good":"bad"}"></span>`:l`<input
                type="checkbox"
                aria-label=${s("choose_record",{camera:n,time:i.time(e.start)})}
                .checked=${this.chosen.has(e.record_id)}
                @change=${u=>o(this,I,jr).call(this,e.record_id,u.target.checked)}
              />`}
        <span class="when">${i.range(e.start,e.end)}</span>
        <span class="camera" dir="auto">${n}</span>
        <span class="note" title=${e.error??""}>
          ${se(s,`record_${h}`,"record_failed")} ·
          ${se(s,`analysis_${e.analysis_status}`,"analysis_pending")}
          ${e.error?l`<span class="error" dir="auto">${e.error}</span>`:m}
        </span>
        <span class="number">${i.duration(e.duration??b)}</span>
        <span class="number size">${e.file_size===null?"":i.bytes(e.file_size)}</span>
        <mycamera-protection
          .context=${t}
          .recordId=${e.record_id}
          .kept=${e.protected}
        ></mycamera-protection>
        ${e.video_url===null?l`<span class="no-button"></span>`:l`<button
                class="icon-button"
                aria-expanded=${a?"true":"false"}
                aria-label=${s("play_recording",{camera:n,time:i.time(e.start)})}
                @click=${()=>{this.playing=a?null:e.record_id}}
              >
                ${w(a?oi:ui)}
              </button>`}
      </div>
      ${a&&e.video_url!==null?o(this,I,Gr).call(this,e,e.video_url):m}
    </li>`},jr=function(e,t){let i=new Set(this.chosen);t?i.add(e):i.delete(e),this.chosen=i},Gr=function(e,t){let{context:i}=this,s=i.hass.hassUrl(t),n=this.problems.get(e.record_id);return n?l`<p class="unplayable" role="alert">
        ${ct(i,n,e.codec)}
        ${n==="unplayable"?l`<a class="text-button" href=${s} download>${i.localize("download")}</a>`:m}
      </p>`:l`<video
      src=${s}
      aria-label=${i.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[e.record_id,await ki(s)]])}}
    ></video>`},me.styles=[S,de,Lr],c([x({attribute:!1})],me.prototype,"context",2),c([x({attribute:!1})],me.prototype,"filter",2),c([g()],me.prototype,"playing",2),c([g()],me.prototype,"problems",2),c([g()],me.prototype,"which",2),c([g()],me.prototype,"chosen",2),c([F(".foot")],me.prototype,"foot",2),me=c([E("mycamera-recordings")],me);var Ul=300,Hl=6e4,tt,Yt,J,ks,Kr,Yr,Zr,Wr,Xr,Jr,Ee=class extends T{constructor(){super(...arguments);$(this,J);this.text="";this.open=!1;this.written="";this.words=null;$(this,tt);$(this,Yt,0)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(v(this,tt))}willUpdate(e){e.has("text")&&(this.written=this.text)}render(){let{localize:e}=this.context;return l`<div class="box" @focusout=${o(this,J,Zr)} @keydown=${o(this,J,Wr)}>
      ${w(cn)}
      <input
        type="text"
        inputmode="search"
        enterkeyhint="search"
        maxlength="100"
        autocomplete="off"
        placeholder=${e("search")}
        aria-label=${e("search")}
        .value=${this.written}
        @input=${o(this,J,Kr)}
        @focus=${()=>{o(this,J,Yr).call(this)}}
      />
      ${this.text?l`<button
              class="icon-button"
              aria-label=${e("clear_search")}
              @click=${()=>o(this,J,ks).call(this,{text:""})}
            >
              ${w(Z)}
            </button>`:m}
      ${this.open?o(this,J,Jr).call(this):m}
    </div>`}};tt=new WeakMap,Yt=new WeakMap,J=new WeakSet,ks=function(e){window.clearTimeout(v(this,tt)),this.open=!1,this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:e}))},Kr=function(e){this.written=e.target.value,this.open=!0;let t=this.written.trim();window.clearTimeout(v(this,tt)),k(this,tt,window.setTimeout(()=>{t!==this.text&&this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:{text:t}}))},Ul))},Yr=async function(){if(this.open=!0,!(Date.now()-v(this,Yt)<Hl)){k(this,Yt,Date.now());try{this.words=await Fn(this.context.hass)}catch(e){console.info("MyCamera: there are no words to suggest:",O(e)),this.words??={english:[],chinese:[]}}}},Zr=function(e){this.renderRoot.contains(e.relatedTarget)||(this.open=!1)},Wr=function(e){e.key!=="Escape"||!this.open||(this.open=!1,e.stopPropagation())},Xr=function(){let{hass:e,overview:t}=this.context;if(this.words===null)return[];let i=this.written.split(/\s+/).at(-1)??"",s=this.written.slice(0,this.written.length-i.length),n=jn(e.language)?this.words.chinese:this.words.english,a=t?.cameras??[],p=[...new Set(a.flatMap(b=>b.zones.map(({name:u})=>u)))],h=b=>i===""||b!==i&&zi(b,i);return[...n.map(({word:b,persons:u})=>({path:ti,text:b,count:u,change:{text:`${s}${b}`}})),...(a.length>1?a:[]).map(b=>({path:Fe,text:b.name,count:null,change:{cameraId:b.camera_id,text:s.trim()}})),...p.map(b=>({path:fi,text:b,count:null,change:{zone:b,text:s.trim()}}))].filter(({text:b})=>h(b))},Jr=function(){let{localize:e,formats:t}=this.context,i=o(this,J,Xr).call(this);return i.length===0?m:l`<div class="suggestions" role="group" aria-label=${e("suggestions")}>
      ${i.map(({path:s,text:n,count:a,change:p})=>l`<button class="chip" @click=${()=>o(this,J,ks).call(this,p)}>
          ${w(s)} <span dir="auto">${n}</span>
          ${a===null?m:l`<span class="count">${t.number(a)}</span>`}
        </button>`)}
    </div>`},Ee.styles=[S,P`
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
    `],c([x({attribute:!1})],Ee.prototype,"context",2),c([x({attribute:!1})],Ee.prototype,"text",2),c([g()],Ee.prototype,"open",2),c([g()],Ee.prototype,"written",2),c([g()],Ee.prototype,"words",2),Ee=c([E("mycamera-search-box")],Ee);var Qr=P`
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
`;var Fl=1e4,Nl=3,Wt,B,Yi,Mr,Zt,ea,ta,ia,sa,Ue=class extends T{constructor(){super(...arguments);$(this,B);this.system=null;this.failure=null;$(this,Wt)}connectedCallback(){super.connectedCallback(),o(this,B,Yi).call(this),k(this,Wt,window.setInterval(()=>{o(this,B,Yi).call(this)},Fl))}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(v(this,Wt))}willUpdate(e){e.has("overview")&&e.get("overview")&&o(this,B,Yi).call(this)}render(){let{context:e,system:t,overview:i}=this,{localize:s}=e;return t===null?this.failure!==null?C({icon:ae,bad:!0,...U(e,this.failure)}):l`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${s("loading")}></div>
      </div>`:l`${o(this,B,Mr).call(this,i)}
    <div class="parts">
      ${t.cameras.map(n=>o(this,B,ea).call(this,n))} ${o(this,B,ta).call(this,i)}
      ${o(this,B,ia).call(this,i,t)} ${o(this,B,sa).call(this,t)}
    </div>`}};Wt=new WeakMap,B=new WeakSet,Yi=async function(){if(!document.hidden)try{this.system=await Nn(this.context.hass),this.failure=null}catch(e){this.failure=O(e)}},Mr=function({long_work:e}){if(e.length===0)return m;let{localize:t,formats:i}=this.context;return l`<section class="works" aria-labelledby="works">
      <h2 id="works">${w(vn)} ${t("long_work")}</h2>
      ${e.map(s=>{let n=se(t,`work_${s.kind}`,"long_work"),a=s.left===null?"":t("work_left",{count:i.number(s.left)}),p=s.done===null?"":i.percent(Math.floor(s.done*100)/100);return l`<div class="work">
          <span>${[n,s.name].filter(Boolean).join(": ")}</span>
          <span class="quiet">${[a,p].filter(Boolean).join(" · ")}</span>
          <progress max="1" value=${s.done??m} aria-label=${n}></progress>
        </div>`})}
    </section>`},Zt=function(e,t,i,s,n,a,p=null,h=null){let{localize:b,hass:u}=this.context;return l`<section class=${i}>
      <h2>${w(e)} <span dir="auto">${t}</span> <span class="status"><span class="dot ${i}"></span>${s}</span></h2>
      ${n.length>0?l`<dl>
              ${n.map(([z,D])=>l`<div>
                  <dt>${z}</dt>
                  <dd>${D}</dd>
                </div>`)}
            </dl>`:m}
      ${p?l`<p class="error" dir="auto">${p}</p>`:m}
      ${a?l`<p class="advice">${a}</p>`:m}
      ${a&&h&&u.user?.is_admin?l`<a class="text-button" href=${h}>${b("add_camera")}</a>`:m}
    </section>`},ea=function(e){let{localize:t,formats:i,hass:s}=this.context,n=e.recording_status,a=e.detection_enabled&&!e.watching,p=n==="off"?"off":n==="connecting"?"warn":n!=="recording"?"bad":a?"warn":"good",h=[];if(e.coverage!==null){let u=e.gaps?` · ${A(t,s.language,"gaps",e.gaps)}`:"";h.push([t("last_day_recorded"),`${i.percent(Math.floor(e.coverage*100)/100)}${u}`])}e.persons_today!==null&&h.push([t("people_today"),String(e.persons_today)]),e.bytes!==null&&h.push([t("recordings"),i.bytes(e.bytes)]),e.stream_fps!==null&&h.push([t("stream_fps"),e.stream_fps.toFixed(0)]);let b=p==="bad"?se(t,`advice_${n}`,"advice_camera"):a?t("not_watching"):"";return o(this,B,Zt).call(this,Fe,e.name,p,t(`status_${n}`),h,b,e.recording_error??(a?e.watch_error:null),"/config/integrations/integration/mycamera")},ta=function(e){let{localize:t,hass:i}=this.context,{worker:s,minutes_behind:n,pending_analyses:a,pending_captions:p}=e,h=s.overloaded?"overloaded":s.status,b=h==="connected"?"good":h==="failed"||h==="disconnected"?"bad":"warn",u=[];s.device&&u.push([t("device"),s.device]),s.version&&u.push([t("version"),s.version]),n?u.push([t("queue"),A(t,i.language,"minutes_behind",n)]):a&&u.push([t("queue"),A(t,i.language,"pending_analyses",a)]),p&&u.push([t("descriptions"),A(t,i.language,"pending_captions",p)]);let z=b==="good"?"":se(t,`worker_${h}_advice`,"advice_worker");return o(this,B,Zt).call(this,Rt,t("analysis"),b,t(`worker_${h}`),u,z,s.error,"/config/integrations/integration/mycamera")},ia=function(e,t){let{localize:i,formats:s,hass:n}=this.context,{available:a,since:p,waiting:h}=e.database,b=[];return t.database_bytes!==null&&b.push([i("size"),s.bytes(t.database_bytes)]),p&&b.push([i("since"),s.dateTime(p)]),o(this,B,Zt).call(this,Js,i("database"),a?"good":"bad",i(a?"database_answers":"database_down"),b,a?"":A(i,n.language,"database_waiting",h),null,"/config/integrations/integration/mycamera")},sa=function(e){let{localize:t,formats:i,hass:s}=this.context,n=e.days_until_full,a=e.free_bytes!==null,p=n!==null&&n<Nl&&!e.never_full,h=[];return e.free_bytes!==null&&h.push([t("free"),i.bytes(e.free_bytes)]),n!==null?h.push([t("full_in"),A(t,s.language,"days",Math.max(0,Math.round(n)))]):e.never_full&&h.push([t("full_in"),t("never_full")]),e.recordings_path&&h.push([t("folder"),e.recordings_path]),o(this,B,Zt).call(this,on,t("storage"),a?p?"warn":"good":"warn",t(a?p?"storage_soon_full":"storage_good":"storage_unknown"),h,p?t("storage_advice"):"",null,"/config/integrations/integration/mycamera")},Ue.styles=[S,de,Qr],c([x({attribute:!1})],Ue.prototype,"context",2),c([x({attribute:!1})],Ue.prototype,"overview",2),c([g()],Ue.prototype,"system",2),c([g()],Ue.prototype,"failure",2),Ue=c([E("mycamera-system")],Ue);var na=P`
  :host {
    display: block;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(250px, 100%), 1fr));
    gap: var(--mc-gap);
    margin: 0;
    padding: 0 0 8px;
    list-style: none;
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
    ul {
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
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
  li {
    position: relative;
    /* What is out of sight costs no layout. */
    content-visibility: auto;
    contain-intrinsic-block-size: auto 320px;
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
`;var Vl=2*6e4,ql=30*6e4;function oa(d){let r=[],e=new Map;for(let t of d){let i=e.get(t.camera_id),s=i?.at(-1),n=i?.[0],a=s!==void 0&&Date.parse(s.first_seen)-Date.parse(t.last_seen)<=Vl,p=n!==void 0&&Date.parse(n.first_seen)-Date.parse(t.first_seen)>ql;if(i&&a&&!p)i.push(t);else{let h=[t];e.set(t.camera_id,h),r.push(h)}}return r.map(t=>({key:t.at(-1)?.event_id??"",persons:t}))}function ra(d){let r=e=>(e.caption_source&&e.caption_source!=="factual"?10:0)+(e.thumbnail_url?5:0)+e.confidence+Math.min(1,Ze(e)/60);return d.persons.reduce((e,t)=>r(t)>r(e)?t:e)}var Ke,H,aa,la,ca,da,pa,ua,ha,Zi,ma,fa,fe=class extends T{constructor(){super(...arguments);$(this,H);this.filter=ne;this.broken=new Set;this.fresh=new Set;this.opened=new Set;this.looked=new Set;this.feed=new et(this,{load:e=>Tn(this.context.hass,this.filter,this.context.formats.timeZone,e),id:e=>e.event_id,time:e=>Date.parse(e.first_seen)});$(this,Ke,null)}connectedCallback(){super.connectedCallback(),k(this,Ke,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),v(this,Ke)?.disconnect(),k(this,Ke,null)}willUpdate(e){e.has("filter")&&this.feed.reload()}updated(){v(this,Ke)?.disconnect(),this.foot&&this.feed.more&&v(this,Ke)?.observe(this.foot)}live(e,t){if(!o(this,H,aa).call(this,e))return;let i=this.feed.items.some(s=>s.event_id===e.event_id);this.filter.unseen&&!t&&!i||!this.feed.put(e)||i||!t||(this.fresh=new Set([...this.fresh,e.event_id]))}neighbour(e,t){let i=this.feed.items.findIndex(s=>s.event_id===e);return i<0?null:(t===1&&i>=this.feed.items.length-3&&this.feed.next(),this.feed.items[i+t]??null)}render(){let{feed:e,context:t}=this;if(e.items.length===0)return o(this,H,ca).call(this);let i=Ki(e.items,s=>t.formats.day(s.first_seen));return l`
      ${te(i,s=>s.key,s=>l`<section aria-labelledby="day-${s.key}">
          <h2 class="day" id="day-${s.key}">${t.formats.heading(s.key)}</h2>
          <ul>
            ${te(oa(s.items),n=>n.key,n=>o(this,H,da).call(this,n))}
          </ul>
        </section>`)}
      <div class="foot" aria-live="polite">${o(this,H,la).call(this)}</div>
    `}};Ke=new WeakMap,H=new WeakSet,aa=function(e){let{cameraId:t,day:i,text:s,zone:n,hours:a,minConfidence:p,minSeconds:h}=this.filter;return t&&e.camera_id!==t||n||e.confidence<p||Ze(e)<h||a&&!this.context.formats.inHours(e.first_seen,a)||i&&this.context.formats.day(e.first_seen)!==i?!1:zi(`${e.caption??""}
${e.caption_zh??""}`,s)},la=function(){let{feed:e,context:t}=this;if(e.state==="error"){let i=U(t,e.error??"unknown");return l`<p>${i.heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`}return e.busy?l`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?l`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},ca=function(){let{feed:e,context:t}=this,{localize:i}=t;return e.state==="error"?C({icon:ae,bad:!0,...U(t,e.error??"unknown"),action:l`<button class="text-button" @click=${()=>{e.reload()}}>${i("retry")}</button>`}):e.state==="loading"||e.more?l`<div class="visually-hidden" role="status">${i("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <ul aria-hidden="true">
          ${Array.from({length:6},()=>l`<li class="ghost"><div class="card"><div class="picture"></div></div></li>`)}
        </ul>
        <div class="foot"></div>`:Ei(this.filter)?C({icon:Ns,heading:i("no_matches"),text:i("no_matches_text"),action:l`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${i("clear_filters")}
          </button>`}):t.overview===null?C({icon:nt,heading:i("step_wait"),text:i("step_wait_text")}):Ni(t,t.overview,()=>this.dispatchEvent(new CustomEvent("mycamera-system")))},da=function(e){let{hass:t}=this.context,i=q(this.context,e.persons[0]?.camera_id??""),s=[t.language,t.locale,i,this.opened.has(e.key),this.looked,this.fresh,this.broken];return Kt([...e.persons,...s],()=>o(this,H,pa).call(this,e))},pa=function(e){let[t]=e.persons;return e.persons.length===1&&t?o(this,H,Zi).call(this,t):this.opened.has(e.key)?l`${e.persons.map((s,n)=>o(this,H,Zi).call(this,s,n===0?e:void 0,!0))}`:o(this,H,Zi).call(this,ra(e),e)},ua=function(e){let t=new Set(this.opened);t.delete(e.key)||t.add(e.key),this.opened=t},ha=function(e,t){let{localize:i,formats:s,hass:n}=this.context,a=e.persons[0]?.last_seen??"",p=e.persons.at(-1)?.first_seen??"",h=A(i,n.language,"visit",e.persons.length);return l`<button
      class="visit"
      aria-expanded=${t?"true":"false"}
      title=${s.range(p,a)}
      @click=${()=>o(this,H,ua).call(this,e)}
    >
      ${w(t?oi:Ys)}<span>${t?i("visit_close"):h}</span>
    </button>`},Zi=function(e,t,i=!1){let{context:s}=this,{localize:n,formats:a}=s,p=e.seen===!1&&!this.looked.has(e.event_id),h=q(s,e.camera_id),[b]=Re(s,e),u=e.caption_status==="pending"||e.caption_status==="running";return l`<li class="${this.fresh.has(e.event_id)?"fresh":""} ${t&&!i?"stack":""} ${i?"of-visit":""}">
      ${t?o(this,H,ha).call(this,t,i):m}
      <button class="card" @click=${()=>o(this,H,fa).call(this,e)}>
        <span class="picture">${o(this,H,ma).call(this,e,h)}</span>
        <span class="facts">
          <span class="line">
            ${p?l`<span class="unseen" role="img" aria-label=${n("not_seen_yet")}></span>`:m}
            <time datetime=${e.first_seen}>${a.timeSeconds(e.first_seen)}</time>
            <span class="camera" dir="auto">${h}</span>
          </span>
          ${b?l`<span class="caption" lang=${b.lang} dir="auto">${b.text}</span>`:l`<span class="caption none">${n(u?"caption_pending":"no_caption")}</span>`}
          <span class="badges">
            <span title=${n("duration")}>${a.duration(Ze(e))}</span>
            <span title=${n("confidence")}>${a.percent(e.confidence)}</span>
            ${b&&e.caption_source!=="factual"?l`<span class="source" title=${n("description_by")}>${_i(s,e)}</span>`:m}
          </span>
        </span>
      </button>
    </li>`},ma=function(e,t){let{localize:i,formats:s,hass:n}=this.context,a=e.thumbnail_url??e.snapshot_url;return a===null||this.broken.has(a)?l`<span class="missing" title=${i("picture_missing")}>${w(rt)}</span>`:l`<img
      src=${n.hassUrl(a)}
      alt=${i("picture_of",{camera:t,time:s.time(e.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,a])}}
    />`},fa=function(e){this.looked=new Set([...this.looked,e.event_id]),this.dispatchEvent(new CustomEvent("mycamera-open",{detail:e}))},fe.styles=[S,de,na],c([x({attribute:!1})],fe.prototype,"context",2),c([x({attribute:!1})],fe.prototype,"filter",2),c([g()],fe.prototype,"broken",2),c([g()],fe.prototype,"fresh",2),c([g()],fe.prototype,"opened",2),c([g()],fe.prototype,"looked",2),c([F(".foot")],fe.prototype,"foot",2),fe=c([E("mycamera-timeline")],fe);var Wi=at(class extends lt{constructor(d){if(super(d),d.type!==Oe.PROPERTY&&d.type!==Oe.ATTRIBUTE&&d.type!==Oe.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!oo(d))throw Error("`live` bindings can only contain a single expression")}render(d){return d}update(d,[r]){if(r===we||r===m)return r;let e=d.element,t=d.name;if(d.type===Oe.PROPERTY){if(r===e[t])return we}else if(d.type===Oe.BOOLEAN_ATTRIBUTE){if(!!r===e.hasAttribute(t))return we}else if(d.type===Oe.ATTRIBUTE&&e.getAttribute(t)===r+"")return we;return Ri(d),r}});function va(d){return d.length<3?"few":Bl(d)?"crosses":Cl(d)<5e-4?"small":null}function _s(d){return d.map((r,e)=>[r,d[(e+1)%d.length]??r])}function Cl(d){return Math.abs(_s(d).reduce((r,[e,t])=>r+e[0]*t[1]-t[0]*e[1],0))/2}function Bl(d){let r=_s(d);return r.some(([e,t],i)=>{let s=r[(i+1)%r.length]?.[1]??t;return Gl(e,t,s)?!0:r.some(([n,a],p)=>p-i>1&&!(i===0&&p===r.length-1)&&jl(e,t,n,a))})}function Xt(d,r,e){let t=(r[0]-d[0])*(e[1]-d[1])-(r[1]-d[1])*(e[0]-d[0]);return Math.abs(t)<1e-12?0:t}function Xi(d,r,e){return Math.min(d[0],r[0])<=e[0]&&e[0]<=Math.max(d[0],r[0])&&Math.min(d[1],r[1])<=e[1]&&e[1]<=Math.max(d[1],r[1])}function jl(d,r,e,t){let[i,s,n,a]=[Xt(d,r,e),Xt(d,r,t),Xt(e,t,d),Xt(e,t,r)];return i*s<0&&n*a<0?!0:i===0&&Xi(d,r,e)||s===0&&Xi(d,r,t)||n===0&&Xi(e,t,d)||a===0&&Xi(e,t,r)}function Gl(d,r,e){return d[0]===r[0]&&d[1]===r[1]?!0:Xt(d,r,e)===0&&(d[0]-r[0])*(e[0]-r[0])+(d[1]-r[1])*(e[1]-r[1])>0}function ba(d,[r,e]){return _s(d).filter(([t,i])=>t[1]>e!=i[1]>e&&r<t[0]+(e-t[1])/(i[1]-t[1])*(i[0]-t[0])).length%2===1}function zs(d){let r=Math.max(1,d.length);return[d.reduce((e,[t])=>e+t,0)/r,d.reduce((e,[,t])=>e+t,0)/r]}function xa(d,r){return[ga(d),ga(r)]}function ga(d){return d>.015?d>1-.015?1:Math.round(d*1e4)/1e4:0}var Mi=16,Kl=100,Ji=.01,Jt=class{constructor(r,e){this.selected=null;this.drawing=null;this.#t=[];this.#i=null;this.#s=0;this.shapes=[...r.map(t=>({...t,key:this.#o(),kind:"zone"})),...e.map(t=>({...t,key:this.#o(),kind:"mask",name:"",dwell:0}))],this.#e=this.shapes}#e;#t;#i;#s;#o(){return this.#s+=1,this.#s}get changed(){return this.shapes!==this.#e&&JSON.stringify(this.shapes)!==JSON.stringify(this.#e)}get undoable(){return this.#t.length>0}get current(){return this.shapes.find(r=>r.key===this.selected)??null}count(r){return this.shapes.filter(e=>e.kind===r).length}#r(r,e=null){(e===null||e!==this.#i)&&(this.#t=[...this.#t,{shapes:this.shapes,drawing:this.drawing}].slice(-Kl)),this.#i=e,this.shapes=r}endGesture(){this.#i=null}undo(){let r=this.#t.pop();r&&(this.shapes=r.shapes,this.drawing=r.drawing,this.#i=null,this.current===null&&(this.selected=this.drawing))}begin(r,e){this.#a();let t=this.#o();this.#r([...this.shapes,{key:t,id:null,kind:r,name:e,dwell:0,points:[]}]),this.selected=this.drawing=t}offer([r,e,t,i]){if(this.count("mask")>=Mi)return;let s=z=>Math.min(1,Math.max(0,Math.round(z*1e4)/1e4)),[n,a,p,h]=[s(r-Ji),s(e-Ji),s(t+Ji),s(i+Ji)],b=this.#o(),u=[[n,a],[p,a],[p,h],[n,h]];this.#r([...this.shapes,{key:b,id:null,kind:"mask",name:"",dwell:0,points:u}]),this.selected=b}addPoint(r){let e=this.current;e===null||this.drawing!==e.key||e.points.length>=32||this.#n({...e,points:[...e.points,r]})}finish(){this.#a()&&(this.selected=null),this.drawing=null,this.#i=null}#a(){let r=this.shapes.find(e=>e.key===this.drawing);return!r||r.points.length>=3?!1:(this.#r(this.shapes.filter(e=>e!==r)),this.drawing=null,!0)}insertPoint(r,e){let t=this.current;t===null||t.points.length>=32||this.#n({...t,points:t.points.toSpliced(r+1,0,e)})}movePoint(r,e){let t=this.current;t&&this.#n({...t,points:t.points.with(r,e)},`move ${t.key} ${r}`)}removePoint(r){let e=this.current;e===null||e.points.length<=3&&this.drawing!==e.key||this.#n({...e,points:e.points.toSpliced(r,1)})}rename(r){let e=this.current;e&&this.#n({...e,name:r},`name ${e.key}`)}setDwell(r){let e=this.current;e&&this.#n({...e,dwell:r},`dwell ${e.key}`)}remove(r){this.#r(this.shapes.filter(e=>e.key!==r)),this.drawing===r&&(this.drawing=null),this.selected===r&&(this.selected=null)}#n(r,e=null){this.#r(this.shapes.map(t=>t.key===r.key?r:t),e)}selectAt(r){this.selected=this.shapes.findLast(e=>ba(e.points,r))?.key??null}problem(r){let e=va(r.points);if(e)return e;if(r.kind==="mask")return null;let t=ya(r.name);return t===""?"nameless":this.shapes.some(s=>s.kind==="zone"&&s!==r&&ya(s.name)===t)?"same_name":null}firstProblem(){for(let r of this.shapes){let e=this.problem(r);if(e)return{shape:r,problem:e}}return null}};function ya(d){return d.trim().replace(/\s+/g," ").toLowerCase()}var $a=P`
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
`;var wa=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],ka="#9e9e9e",Yl=.005,Zl=.03,Wl=80,Xl=3e3,$t,wt,f,es,za,ee,Ta,Ea,Es,Sa,Ra,Ss,Oa,Pa,Rs,Da,Ia,Os,Aa,ts,La,Ua,Ps,is,yt,Ds,Ha,Fa,Na,Va,qa,Qt,Ca,Ba,ja,Ga,Ka,Ya,Za,Wa,V=class extends T{constructor(){super(...arguments);$(this,f);this.cameraId=null;this.offered=null;this.wrong=[];this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;$(this,$t);$(this,wt,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(v(this,$t))}willUpdate(e){e.has("cameraId")&&(this.draft=null,this.wrong=[],this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&o(this,f,es).call(this,this.cameraId,!1))}updated(e){e.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){o(this,f,yt).call(this,{to:"close"})}render(){return l`<dialog
      aria-labelledby="title"
      @cancel=${o(this,f,Ds)}
      @keydown=${o(this,f,Fa)}
      @close=${o(this,f,Ha)}
    >
      ${this.cameraId===null?m:o(this,f,Na).call(this,this.cameraId)}
    </dialog>`}};$t=new WeakMap,wt=new WeakMap,f=new WeakSet,es=async function(e,t){try{let i=await qn(this.context.hass,e);if(this.cameraId!==e||(this.still=i.still_url??null,this.broken=this.still===null,this.wrong=i.false_positives??[],t))return;this.draft=new Jt(i.zones,i.masks),this.offered&&this.draft.offer(this.offered)}catch(i){this.cameraId===e&&(this.error=O(i))}},za=function(e){this.error=null,o(this,f,es).call(this,e,!1)},ee=function(e){if(!this.draft)return;e(this.draft),this.complaint=null,this.saved=!1;let t=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=t&&(this.corner=null),this.requestUpdate()},Ta=function(e){o(this,f,ee).call(this,t=>{t.finish(),t.selected=e,this.corner=null})},Ea=function(e){let{localize:t}=this.context;o(this,f,ee).call(this,i=>{let s=e==="zone"?t("new_zone",{number:i.count("zone")+1}):"";i.begin(e,s),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},Es=function(e){let t=this.picture?.getBoundingClientRect();return!t||t.width===0?[0,0]:xa((e.clientX-t.left)/t.width,(e.clientY-t.top)/t.height)},Sa=function(e){if(e.target instanceof Element&&e.target.closest("button"))return;let t=o(this,f,Es).call(this,e);o(this,f,ee).call(this,i=>{i.drawing!==null?(i.addPoint(t),this.corner=(i.current?.points.length??1)-1):(i.selectAt(t),this.corner=null)})},Ra=function(e){e.key!=="Enter"||e.target!==this.picture||this.draft?.drawing==null||(e.preventDefault(),o(this,f,ee).call(this,t=>{t.addPoint([.5,.5]),this.corner=(t.current?.points.length??1)-1}),o(this,f,Ss).call(this))},Ss=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},Oa=function(e,t){e.button===0&&(e.currentTarget.setPointerCapture(e.pointerId),k(this,wt,t),this.corner=t)},Pa=function(e,t){if(v(this,wt)!==t)return;let i=o(this,f,Es).call(this,e);o(this,f,ee).call(this,s=>s.movePoint(t,i))},Rs=function(){k(this,wt,null),this.draft?.endGesture()},Da=function(e){let t=this.draft;e===0&&t?.drawing!=null&&(t.current?.points.length??0)>=3?o(this,f,ts).call(this):this.corner=e},Ia=function(e,t){let i=this.draft?.current?.points[t];if(!i)return;let s=e.shiftKey?Zl:Yl,a={ArrowLeft:[-s,0],ArrowRight:[s,0],ArrowUp:[0,-s*this.aspect],ArrowDown:[0,s*this.aspect]}[e.key];if(a){let p=[_a(i[0]+a[0]),_a(i[1]+a[1])];o(this,f,ee).call(this,h=>h.movePoint(t,p))}else if(e.key==="Delete"||e.key==="Backspace")o(this,f,Os).call(this,t);else return;e.preventDefault()},Os=function(e){o(this,f,ee).call(this,t=>t.removePoint(e)),this.corner=null},Aa=function(e,t){o(this,f,ee).call(this,i=>i.insertPoint(e,t)),this.corner=e+1,o(this,f,Ss).call(this)},ts=function(){o(this,f,ee).call(this,e=>{e.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},La=async function(){let{draft:e,cameraId:t}=this;if(!e||t===null||this.saving)return;o(this,f,ee).call(this,()=>e.finish());let i=e.firstProblem();if(i){e.selected=i.shape.key,this.complaint=o(this,f,Ps).call(this,i.shape,i.problem);return}this.saving=!0;try{let s=await Cn(this.context.hass,t,{zones:e.shapes.filter(n=>n.kind==="zone").map(({id:n,name:a,points:p,dwell:h})=>({id:n,name:a.trim(),points:p,dwell:h})),masks:e.shapes.filter(n=>n.kind==="mask").map(({id:n,points:a})=>({id:n,points:a}))});if(this.cameraId!==t)return;this.draft=new Jt(s.zones,s.masks),this.corner=null,this.saved=!0,window.clearTimeout(v(this,$t)),k(this,$t,window.setTimeout(()=>{this.saved=!1},Xl))}catch(s){this.complaint=o(this,f,Ua).call(this,O(s))}finally{this.saving=!1}},Ua=function(e){let{localize:t}=this.context;return se(t,`refused_${e}`,"save_failed").replaceAll("{code}",e)},Ps=function(e,t){let{localize:i}=this.context;return i(`problem_${t}`,{name:o(this,f,is).call(this,e)})},is=function(e){return e.kind==="mask"?this.context.localize("ignored_area"):e.name.trim()},yt=function(e){if(this.draft?.changed&&!this.leaving){this.leaving=e;return}this.leaving=null,e.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:e.cameraId}))},Ds=function(e){e.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?o(this,f,ts).call(this):o(this,f,yt).call(this,{to:"close"})},Ha=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},Fa=function(e){if(e.key==="Escape"){o(this,f,Ds).call(this,e);return}let t=e.target instanceof HTMLInputElement;(e.ctrlKey||e.metaKey)&&e.key.toLowerCase()==="z"&&!e.shiftKey&&!t&&(e.preventDefault(),o(this,f,ee).call(this,i=>i.undo()))},Na=function(e){let{context:t,draft:i}=this,{localize:s}=t;return l`
      <header>
        <h2 id="title">${s("zones")} ${o(this,f,Va).call(this,e)}</h2>
        <button
          class="icon-button"
          aria-label=${s("undo")}
          title=${s("undo")}
          ?disabled=${!i?.undoable}
          @click=${()=>o(this,f,ee).call(this,n=>n.undo())}
        >
          ${w($n)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!i||this.saving||!i.changed}
          @click=${()=>{o(this,f,La).call(this)}}
        >
          ${s("save")}
        </button>
        <button class="icon-button" aria-label=${s("close")} @click=${()=>o(this,f,yt).call(this,{to:"close"})}>
          ${w(Z)}
        </button>
      </header>
      ${o(this,f,qa).call(this)}
      ${i?l`<div class="body">
              <div class="stage">${o(this,f,Ca).call(this,i)} ${o(this,f,Ka).call(this,i)}</div>
              <div class="side">${o(this,f,Ya).call(this,i)}</div>
            </div>`:l`<div class="wait">
              ${this.error===null?l`<div class="spinner" role="progressbar" aria-label=${s("loading")}></div>`:l`<div class="failed" role="alert">
                      <p>${U(t,this.error).heading}</p>
                      <button class="text-button" @click=${()=>o(this,f,za).call(this,e)}>${s("retry")}</button>
                    </div>`}
            </div>`}
    `},Va=function(e){let t=this.context.overview?.cameras??[];return t.length<2?l`<span class="camera" dir="auto">${q(this.context,e)}</span>`:l`<select
      aria-label=${this.context.localize("camera")}
      .value=${Wi(e)}
      @change=${i=>{let s=i.target;o(this,f,yt).call(this,{to:"camera",cameraId:s.value}),s.value=e}}
    >
      ${t.map(i=>l`<option value=${i.camera_id} ?selected=${i.camera_id===e}>${i.name}</option>`)}
    </select>`},qa=function(){let{localize:e}=this.context,{leaving:t}=this;return t?l`<div class="notice" role="alertdialog" aria-label=${e("unsaved")}>
        <p>${e("unsaved")}</p>
        <button class="text-button" @click=${()=>o(this,f,yt).call(this,t)}>${e("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${e("keep_editing")}
        </button>
      </div>`:this.complaint?l`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?l`<div class="notice good" role="status">${w(Bs)}<p>${e("saved")}</p></div>`:m},Qt=function(e){if(e.kind==="mask")return ka;let t=this.draft?.shapes.filter(i=>i.kind==="zone")??[];return wa[t.indexOf(e)%wa.length]??ka},Ca=function(e){let{localize:t,hass:i}=this.context,s=e.drawing!==null;return l`<div
      class="picture ${s?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${s?0:-1}
      role="group"
      aria-label=${t("zones_of",{camera:q(this.context,this.cameraId??"")})}
      @click=${o(this,f,Sa)}
      @keydown=${o(this,f,Ra)}
    >
      ${this.still&&!this.broken?l`<img
              src=${i.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${n=>{let{naturalWidth:a,naturalHeight:p}=n.target;a&&p&&(this.aspect=a/p),this.loaded=!0}}
              @error=${()=>{this.broken=!0}}
            />`:l`<p class="instead">${w(rt)} ${t("still_missing")}</p>`}
      ${this.still&&!this.broken&&!this.loaded?l`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${t("loading")}></div>
            </div>`:m}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${.03*this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${.03*this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${this.wrong.map(([n,a,p,h])=>Ot`<rect class="wrong" x=${n} y=${a} width=${p-n} height=${h-a}></rect>`)}
        ${e.shapes.map(n=>o(this,f,Ba).call(this,n,e))}
      </svg>
      ${e.shapes.map(n=>o(this,f,ja).call(this,n,e))}
      ${e.current?o(this,f,Ga).call(this,e,e.current):m}
    </div>`},Ba=function(e,t){let i=t.drawing===e.key,s=!i&&["crosses","small"].includes(t.problem(e)??""),n=`${e.kind} ${t.selected===e.key?"selected":""} ${s?"bad":""}`,a=e.points.map(p=>p.join(",")).join(" ");return Ot`<g class=${n} style="--colour: ${o(this,f,Qt).call(this,e)}">
      <polygon class="area" points=${a}></polygon>
      ${i?Ot`<polyline class="line" points=${a}></polyline>`:Ot`<polygon class="line" points=${a}></polygon>`}
    </g>`},ja=function(e,t){if(e.kind==="mask"||e.points.length<3||t.drawing===e.key)return m;let[i,s]=zs(e.points);return l`<span class="label" style=${Ts([i,s],o(this,f,Qt).call(this,e))} dir="auto">${e.name}</span>`},Ga=function(e,t){let{localize:i}=this.context,s=o(this,f,Qt).call(this,t),n=o(this,f,is).call(this,t),a=t.points.map((b,u)=>l`<button
        class="corner ${this.corner===u?"chosen":""}"
        data-index=${u}
        style=${Ts(b,s)}
        aria-label=${i("corner",{number:u+1,name:n})}
        @pointerdown=${z=>o(this,f,Oa).call(this,z,u)}
        @pointermove=${z=>o(this,f,Pa).call(this,z,u)}
        @pointerup=${o(this,f,Rs)}
        @pointercancel=${o(this,f,Rs)}
        @click=${()=>o(this,f,Da).call(this,u)}
        @focus=${()=>{this.corner=u}}
        @keydown=${z=>o(this,f,Ia).call(this,z,u)}
      ></button>`);if(e.drawing!==null||t.points.length>=32)return l`${a}`;let p=this.picture?.clientWidth??0,h=t.points.map((b,u)=>{let z=t.points[(u+1)%t.points.length]??b;if(Math.hypot((z[0]-b[0])*p,(z[1]-b[1])*p/this.aspect)<Wl)return m;let j=zs([b,z]);return l`<button
        class="edge"
        style=${Ts(j,s)}
        aria-label=${i("insert_corner",{number:u+1})}
        @click=${()=>o(this,f,Aa).call(this,u,j)}
      ></button>`});return l`${h}${a}`},Ka=function(e){let{localize:t}=this.context,i=e.current;if(e.drawing!==null){let n=(i?.points.length??0)>=3;return l`<div class="tools">
        <p>${t("draw_hint")}</p>
        <button class="text-button ${n?"ready":""}" @click=${o(this,f,ts)}>
          ${t(n?"draw_done":"draw_cancel")}
        </button>
      </div>`}let s=this.corner;return l`<div class="tools">
      <p>${i?t("edit_hint"):""}</p>
      ${i&&s!==null&&i.points.length>3?l`<button class="text-button" @click=${()=>o(this,f,Os).call(this,s)}>
              ${w(wn)} ${t("remove_corner")}
            </button>`:m}
      <button
        class="icon-button"
        aria-label=${t("new_picture")}
        title=${t("new_picture")}
        @click=${()=>this.cameraId!==null&&void o(this,f,es).call(this,this.cameraId,!0)}
      >
        ${w(qs)}
      </button>
    </div>`},Ya=function(e){let{localize:t}=this.context,i=(s,n)=>{let a=e.count(s)>=Mi;return l`<button
        class="text-button"
        ?disabled=${a||e.drawing!==null}
        title=${a?t("too_many_shapes",{most:Mi}):""}
        @click=${()=>o(this,f,Ea).call(this,s)}
      >
        ${w(gn)} ${t(n)}
      </button>`};return l`
      <div class="add">${i("zone","add_zone")}${i("mask","add_mask")}</div>
      ${e.shapes.length===0?l`<p class="hint">${t("zones_empty")}</p>`:l`<ul>
              ${te(e.shapes,s=>s.key,s=>o(this,f,Za).call(this,s,e))}
            </ul>`}
      ${this.wrong.length>0?l`<p class="hint">${t("false_positive_hint")}</p>`:m}
      <p class="hint">${t("zones_hint")}</p>
    `},Za=function(e,t){let{localize:i}=this.context,s=t.selected===e.key,n=t.drawing===e.key?null:t.problem(e),a=o(this,f,is).call(this,e);return l`<li class=${s?"selected":""} style="--colour: ${o(this,f,Qt).call(this,e)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${s?"true":"false"}
          @click=${()=>o(this,f,Ta).call(this,s?null:e.key)}
        >
          <span class="swatch ${e.kind}"></span><span class="title" dir="auto">${a||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${i("remove_shape",{name:a})}
          title=${i("remove_shape",{name:a})}
          @click=${()=>o(this,f,ee).call(this,p=>p.remove(e.key))}
        >
          ${w(ot)}
        </button>
      </div>
      ${s&&e.kind==="zone"?o(this,f,Wa).call(this,e):m}
      ${n?l`<p class="problem">${o(this,f,Ps).call(this,e,n)}</p>`:m}
    </li>`},Wa=function(e){let{localize:t}=this.context;return l`<label>
        ${t("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${Wi(e.name)}
          @input=${i=>o(this,f,ee).call(this,s=>s.rename(i.target.value))}
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
          .value=${Wi(String(e.dwell))}
          @change=${i=>{let s=i.target.valueAsNumber;o(this,f,ee).call(this,n=>{n.setDwell(Number.isFinite(s)?Math.min(86400,Math.max(0,s)):0),n.endGesture()})}}
        />
      </label>`},V.styles=[S,Bi,$a],c([x({attribute:!1})],V.prototype,"context",2),c([x({attribute:!1})],V.prototype,"cameraId",2),c([x({attribute:!1})],V.prototype,"offered",2),c([g()],V.prototype,"wrong",2),c([g()],V.prototype,"draft",2),c([g()],V.prototype,"still",2),c([g()],V.prototype,"broken",2),c([g()],V.prototype,"loaded",2),c([g()],V.prototype,"aspect",2),c([g()],V.prototype,"corner",2),c([g()],V.prototype,"error",2),c([g()],V.prototype,"complaint",2),c([g()],V.prototype,"saving",2),c([g()],V.prototype,"saved",2),c([g()],V.prototype,"leaving",2),c([F("dialog")],V.prototype,"dialog",2),c([F(".picture")],V.prototype,"picture",2),V=c([E("mycamera-zone-editor")],V);function _a(d){return Math.min(1,Math.max(0,Math.round(d*1e4)/1e4))}function Ts([d,r],e){return`left: ${d*100}%; top: ${r*100}%; --colour: ${e}`}var kt=["live","persons","day","recordings","clips","figures","system"],Jl={live:Fe,persons:ti,day:mi,recordings:sn,clips:di,figures:Cs,system:rn},Ql=5e3,Ml=12*3600*1e3,zt,it,Tt,Mt,Se,st,ei,y,Xa,Is,Et,St,ss,As,Ja,Qa,Ma,$e,ge,el,Ls,tl,os,ns,il,sl,nl,ol,rl,_t,Us,al,ll,cl,dl,pl,L=class extends T{constructor(){super(...arguments);$(this,y);this.narrow=!1;this.tab="persons";this.filter=ne;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.moment=null;this.watched=null;this.kiosk=!1;this.ignored=null;this.drawn=null;this.linkFailure=null;$(this,zt,null);$(this,it,null);$(this,Tt,!1);$(this,Mt);$(this,Se,null);$(this,st,new Si(()=>o(this,y,Qa).call(this)));$(this,ei);$(this,Et,()=>{this.connected=!0,this.clips?.reconnected(),o(this,y,ss).call(this,!0)});$(this,St,()=>{this.connected=!1});$(this,os,e=>{let{detection:t,next:i,ignore:s}=e.detail;this.timeline?.feed.remove([t.event_id]),this.opened=s===null?i:null,s!==null&&(this.ignored=s,this.drawn=t.camera_id)})}connectedCallback(){super.connectedCallback(),k(this,ei,window.setInterval(()=>o(this,y,ss).call(this,!0),Ml));let[,e]=/\/mycamera\/(\w+)$/.exec(window.location.pathname)??[];this.tab=kt.find(i=>i===e)??this.tab;let t=new URLSearchParams(window.location.search);this.kiosk=this.tab==="live"&&t.has("kiosk"),o(this,y,Xa).call(this,t.get("camera"),t.get("at")),this.hass&&o(this,y,Is).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),window.clearInterval(v(this,ei)),window.clearTimeout(v(this,Mt)),v(this,Se)?.removeEventListener("ready",v(this,Et)),v(this,Se)?.removeEventListener("disconnected",v(this,St)),k(this,Se,null),(e=v(this,it))==null||e.call(this),k(this,it,null),v(this,st).disconnected()}shouldUpdate(e){if(e.size>1||!e.has("hass"))return!0;let t=e.get("hass"),i=this.hass;return t===void 0||i===void 0||t.language!==i.language||t.locale!==i.locale||t.config.time_zone!==i.config.time_zone||t.connection!==i.connection||t.dockedSidebar!==i.dockedSidebar||t.themes?.darkMode!==i.themes?.darkMode||t.user?.is_admin!==i.user?.is_admin}willUpdate(e){this.hass&&((e.has("hass")||e.has("overview")||v(this,zt)===null)&&k(this,zt,Gn(this.hass,this.overview)),e.has("hass")&&o(this,y,Is).call(this),(e.has("route")||e.has("hass"))&&o(this,y,Ma).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null||this.watched!==null?v(this,st).opened():v(this,st).closed()}render(){let e=v(this,zt);return e?l`
      ${o(this,y,il).call(this,e)}
      <main>
        <div class="page ${this.tab}">${o(this,y,nl).call(this,e)}</div>
      </main>
      <mycamera-person-dialog
        .context=${e}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${o(this,y,ns)}
        @mycamera-corrected=${t=>{this.opened=t.detail,this.timeline?.feed.put(t.detail)}}
        @mycamera-removed=${v(this,os)}
        @mycamera-exporting=${()=>{this.opened=null,o(this,y,$e).call(this,"clips")}}
        @mycamera-moment=${t=>{let{camera_id:i,first_seen:s}=t.detail;this.opened=null,this.filter={...ne,cameraId:i,day:e.formats.day(s)},this.moment=Date.parse(s)-2e3,o(this,y,$e).call(this,"day")}}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
      <mycamera-zone-editor
        .context=${e}
        .cameraId=${this.drawn}
        .offered=${this.ignored}
        @mycamera-camera=${t=>{this.drawn=t.detail,this.ignored=null}}
        @mycamera-close=${()=>{this.drawn=null,this.ignored=null}}
      ></mycamera-zone-editor>
    `:m}};zt=new WeakMap,it=new WeakMap,Tt=new WeakMap,Mt=new WeakMap,Se=new WeakMap,st=new WeakMap,ei=new WeakMap,y=new WeakSet,Xa=function(e,t){this.tab==="live"?this.watched=e:e!==null&&(this.filter={...ne,cameraId:e});let i=Number(t);if(this.tab!=="day"||!Number.isFinite(i)||i<=0||!this.hass)return;let s=zn(this.hass).day(new Date(i).toISOString());this.filter={...ne,cameraId:e,day:s},this.moment=i},Is=function(){let e=this.hass?.connection;!e||v(this,Se)===e||(v(this,Se)?.removeEventListener("ready",v(this,Et)),v(this,Se)?.removeEventListener("disconnected",v(this,St)),k(this,Se,e),e.addEventListener("ready",v(this,Et)),e.addEventListener("disconnected",v(this,St)),o(this,y,As).call(this))},Et=new WeakMap,St=new WeakMap,ss=function(e){this.timeline?.feed.reload(e),e?this.recordings?.refresh():this.recordings?.records.reload()},As=async function(){if(!(!this.hass||v(this,Tt)||v(this,it))){k(this,Tt,!0);try{let e=await Hn(this.hass,t=>o(this,y,Ja).call(this,t));this.isConnected?k(this,it,e):e()}catch(e){this.failure=O(e),k(this,Mt,window.setTimeout(()=>{o(this,y,As).call(this)},Ql))}finally{k(this,Tt,!1)}}},Ja=function(e){switch(e.type){case"overview":{let t=this.failure!==null||this.overview?.database.available===!1&&e.overview.database.available;this.failure=null,this.overview=e.overview,t&&o(this,y,ss).call(this,!1);break}case"unavailable":this.failure=e.code;break;case"person":case"caption":this.timeline?.live(e.detection,e.type==="person"),this.opened?.event_id===e.detection.event_id&&(this.opened=e.detection);break;case"deleted":e.event_ids.length>0?this.timeline?.feed.remove(e.event_ids):this.timeline?.feed.reload(!0),this.opened&&e.event_ids.includes(this.opened.event_id)&&this.dialog?.removing?.detection.event_id!==this.opened.event_id&&(this.opened=null);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(e.camera_id),this.dialog?.recorded(e.camera_id);break}},Qa=function(){this.drawn!==null?this.editor?.leave():this.opened?this.opened=null:this.watched=null,this.drawn!==null&&v(this,st).opened()},Ma=async function(){let[,e,t]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!e||!t||!this.hass)){window.history.replaceState(window.history.state,"",e),this.linkFailure=null;try{this.opened=await xi(this.hass,t)}catch(i){this.linkFailure=O(i)}}},$e=function(e,t=!1){this.tab=e,this.kiosk=t,this.watched=null;let i=window.location.pathname.replace(/\/mycamera(\/\w+)?$/,"/mycamera");window.history.replaceState(window.history.state,"",`${i}/${e}${t?"?kiosk":""}`)},ge=function(e){this.filter={...this.filter,...e}},el=async function(){this.hass&&(await yi(this.hass,{until:new Date().toISOString()}).catch(()=>{}),this.timeline?.feed.reload(!0))},Ls=function(){this.filter=ne},tl=function(e){if(e.key!=="ArrowLeft"&&e.key!=="ArrowRight")return;let t=e.key==="ArrowRight"?1:kt.length-1;o(this,y,$e).call(this,kt[(kt.indexOf(this.tab)+t)%kt.length]??"persons"),this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus())},os=new WeakMap,ns=function(e){this.opened=e.detail},il=function({localize:e,hass:t}){let i=s=>l`<button
      role="tab"
      id="tab-${s}"
      aria-selected=${this.tab===s?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===s?0:-1}
      @click=${()=>o(this,y,$e).call(this,s)}
    >
      ${w(Jl[s])}<span>${e(s==="day"?"day_view":s)}</span>
    </button>`;return l`<header class="toolbar">
      ${this.narrow||t.dockedSidebar==="always_hidden"?l`<button
              class="icon-button menu"
              aria-label=${e("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${w(pn)}
            </button>`:m}
      <h1>${e("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${e("views")} @keydown=${o(this,y,tl)}>
        ${kt.map(i)}
      </div>
    </header>`},sl=function(e){return this.failure!==null?C({icon:ae,bad:!0,...U(e,this.failure)}):this.overview===null?l`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${e.localize("loading")}></div>
      </div>`:this.overview.cameras.length+this.overview.removed_cameras.length===0?Ni(e,this.overview,()=>o(this,y,$e).call(this,"system")):null},nl=function(e){let t=o(this,y,sl).call(this,e);return t!==null||this.overview===null?l`<div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">${t}</div>`:this.tab==="live"?o(this,y,ol).call(this,e,this.overview):this.tab==="system"?l`${o(this,y,_t).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-system">
          <mycamera-system .context=${e} .overview=${this.overview}></mycamera-system>
        </div>`:this.tab==="clips"?l`${o(this,y,_t).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-clips">
          <mycamera-exports .context=${e}></mycamera-exports>
        </div>`:this.tab==="figures"?(import("./figures-A5T3FC7Q.js"),l`${o(this,y,_t).call(this,e,this.overview)} ${o(this,y,Us).call(this,e,this.overview)}
        <div id="list" role="tabpanel" aria-labelledby="tab-figures">
          <mycamera-figures .context=${e} .cameraId=${this.filter.cameraId}></mycamera-figures>
        </div>`):l`
      ${o(this,y,_t).call(this,e,this.overview)} ${o(this,y,Us).call(this,e,this.overview)}
      ${o(this,y,cl).call(this,e,this.overview)}
      ${this.tab==="persons"?l`<mycamera-person-filters
              .context=${e}
              .filter=${this.filter}
              @mycamera-filter=${i=>o(this,y,ge).call(this,i.detail)}
              @mycamera-all-seen=${()=>{o(this,y,el).call(this)}}
            ></mycamera-person-filters>`:m}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${o(this,y,rl).call(this,e,this.overview)}
      </div>
    `},ol=function(e,t){return l`${o(this,y,_t).call(this,e,t)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${e}
          .cameras=${t.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${i=>{this.watched=i.detail}}
          @mycamera-unwatch=${()=>{this.watched=null}}
          @mycamera-timeline=${i=>{this.filter={...ne,cameraId:i.detail},o(this,y,$e).call(this,"day")}}
          @mycamera-kiosk=${i=>o(this,y,$e).call(this,"live",i.detail)}
        ></mycamera-live-wall>
      </div>`},rl=function(e,t){switch(this.tab){case"live":case"clips":case"figures":case"system":return m;case"persons":return l`<mycamera-timeline
          .context=${e}
          .filter=${this.filter}
          @mycamera-open=${o(this,y,ns)}
          @mycamera-clear-filters=${o(this,y,Ls)}
          @mycamera-system=${()=>o(this,y,$e).call(this,"system")}
        ></mycamera-timeline>`;case"day":return l`<mycamera-day
          .context=${e}
          .cameraIds=${this.filter.cameraId===null?t.cameras.map(i=>i.camera_id):[this.filter.cameraId]}
          .day=${this.filter.day??e.formats.today()}
          .start=${this.moment}
          .connected=${this.connected}
          @mycamera-day=${i=>o(this,y,ge).call(this,{day:i.detail})}
          @mycamera-open=${o(this,y,ns)}
          @mycamera-exporting=${()=>o(this,y,$e).call(this,"clips")}
        ></mycamera-day>`;case"recordings":return l`<mycamera-recordings
          .context=${e}
          .filter=${this.filter}
          @mycamera-clear-filters=${o(this,y,Ls)}
        ></mycamera-recordings>`}},_t=function(e,t){let{localize:i,hass:s}=e,n=(b,u)=>l`<div class="banner" role="alert">
      ${w(Xs)}
      <p><strong>${b}</strong><br />${u}</p>
    </div>`,a=b=>l`<div class="banner" role="alert">
      ${w(ae)}
      <p>${b==="not_found"?i("linked_missing"):U(e,b).heading}</p>
      <button
        class="icon-button"
        aria-label=${i("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${w(Z)}
      </button>
    </div>`,{available:p,waiting:h}=t.database;return l`${this.linkFailure===null?m:a(this.linkFailure)}
    ${this.connected?m:n(i("connection_lost"),i("connection_lost_text"))}
    ${p?m:n(i("database_down"),A(i,s.language,"database_waiting",h))}`},Us=function(e,t){let{localize:i,hass:s}=e,n=a=>{let p=this.filter.cameraId===a.camera_id,h=i(`status_${a.recording_status}`),b=a.detection_enabled&&!a.watching?i("not_watching"):"";return l`<button
        class="chip"
        aria-pressed=${p?"true":"false"}
        title=${[h,a.recording_error,b].filter(Boolean).join(`
`)}
        @click=${()=>o(this,y,ge).call(this,{cameraId:p?null:a.camera_id})}
      >
        <span class="dot ${a.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${a.name}</span>
          <span class="status">${h}</span>
        </span>
        ${a.persons?l`<span class="count" role="img" aria-label=${A(i,s.language,"in_view",a.persons)}>
                ${a.persons}
              </span>`:m}
      </button>`};return l`<div class="cameras" role="group" aria-label=${i("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.filter.cameraId===null?"true":"false"}
        @click=${()=>o(this,y,ge).call(this,{cameraId:null})}
      >
        <span class="texts"><span class="name">${i("all_cameras")}</span></span>
      </button>
      ${t.cameras.map(n)}${t.removed_cameras.map(a=>o(this,y,al).call(this,i,a))}
    </div>
    ${o(this,y,ll).call(this,e,t)}`},al=function(e,t){let i=this.filter.cameraId===t.camera_id;return l`<button
      class="chip"
      aria-pressed=${i?"true":"false"}
      @click=${()=>o(this,y,ge).call(this,{cameraId:i?null:t.camera_id})}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${t.name}</span>
        <span class="status">${e("removed")}</span>
      </span>
    </button>`},ll=function(e,t){let i=t.removed_cameras.find(s=>s.camera_id===this.filter.cameraId);return!i||!e.hass.user?.is_admin?m:l`<mycamera-left-behind
      .context=${e}
      .camera=${i}
      @mycamera-deleted=${()=>o(this,y,ge).call(this,{cameraId:null})}
    ></mycamera-left-behind>`},cl=function(e,t){let{localize:i,formats:s}=e,n=s.today(),{day:a}=this.tab==="day"?{day:this.filter.day??n}:this.filter;return l`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${i("previous_day")}
          @click=${()=>o(this,y,ge).call(this,{day:a?Pt(a,-1):n})}
        >
          ${w(si)}
        </button>
        <input
          type="date"
          class=${a?"":"any"}
          data-any=${i("clear_day")}
          aria-label=${i("date")}
          max=${n}
          .value=${a??""}
          @change=${p=>{let h=p.target.value;o(this,y,ge).call(this,{day:_n(h)?h:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${i("next_day")}
          ?disabled=${a===null||a>=n}
          @click=${()=>a&&o(this,y,ge).call(this,{day:Pt(a,1)})}
        >
          ${w(ni)}
        </button>
        ${this.filter.day?l`<button
                class="icon-button"
                aria-label=${i("clear_day")}
                @click=${()=>o(this,y,ge).call(this,{day:null})}
              >
                ${w(Vs)}
              </button>`:m}
      </div>
      ${this.tab==="persons"?l`<mycamera-search-box
              .context=${e}
              .text=${this.filter.text}
              @mycamera-filter=${p=>o(this,y,ge).call(this,p.detail)}
            ></mycamera-search-box>`:m}
      ${o(this,y,dl).call(this,e,t)} ${o(this,y,pl).call(this,e,t)}
    </div>`},dl=function({localize:e,hass:t},i){let s=this.filter.cameraId??i.cameras[0]?.camera_id;return!t.user?.is_admin||!i.cameras.some(n=>n.camera_id===s)?m:l`<button
      class="text-button zones"
      @click=${()=>{this.drawn=s??null}}
    >
      ${w(fi)} ${e("zones")}
    </button>`},pl=function({localize:e,hass:t},i){let{worker:s,pending_analyses:n,pending_captions:a}=i,p=s.overloaded?"overloaded":s.status,h=i.minutes_behind,b=[e(`worker_${p}`),h?A(e,t.language,"minutes_behind",h):"",n?A(e,t.language,"pending_analyses",n):"",a?A(e,t.language,"pending_captions",a):""].filter(Boolean),u=s.overloaded?e("worker_overloaded_advice"):"";return l`<button
      class="hub"
      title=${[s.device,s.error,u].filter(Boolean).join(`
`)}
      @click=${()=>o(this,y,$e).call(this,"system")}
    >
      <span class="dot ${p}"></span>
      <span>${b.join(" · ")}</span>
    </button>`},L.styles=[S,de,Or],c([x({attribute:!1})],L.prototype,"hass",2),c([x({type:Boolean,reflect:!0})],L.prototype,"narrow",2),c([x({attribute:!1})],L.prototype,"route",2),c([x({attribute:!1})],L.prototype,"panel",2),c([g()],L.prototype,"tab",2),c([g()],L.prototype,"filter",2),c([g()],L.prototype,"overview",2),c([g()],L.prototype,"failure",2),c([g()],L.prototype,"connected",2),c([g()],L.prototype,"opened",2),c([g()],L.prototype,"moment",2),c([g()],L.prototype,"watched",2),c([g()],L.prototype,"kiosk",2),c([g()],L.prototype,"ignored",2),c([g()],L.prototype,"drawn",2),c([F("mycamera-timeline")],L.prototype,"timeline",2),c([F("mycamera-day")],L.prototype,"dayView",2),c([F("mycamera-exports")],L.prototype,"clips",2),c([F("mycamera-recordings")],L.prototype,"recordings",2),c([F("mycamera-person-dialog")],L.prototype,"dialog",2),c([F("mycamera-zone-editor")],L.prototype,"editor",2),c([g()],L.prototype,"linkFailure",2),L=c([E("mycamera-panel")],L);export{L as MyCameraPanel};
/*! Bundled license information:

lit-html/directive-helpers.js:
lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directives/repeat.js:
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
*/
