import{a as Q}from"./chunk-O7IDDMKE.js";import{a as X}from"./chunk-XA3GYPX5.js";import{a as J}from"./chunk-LWKKWOXG.js";import{V as j,u as K}from"./chunk-2T6RHLYP.js";import{c as F}from"./chunk-SCXZBF3W.js";import"./chunk-MMHEOMF5.js";import{b,e as O,g as N,h as g,i as A,j as G,k as U,l as z,m as D,q as V,s as H}from"./chunk-HU3JNPAX.js";import{A as q}from"./chunk-UXGMC5Z2.js";import{a as c,b as o,c as m,d as v,e as u}from"./chunk-ZORKPPHW.js";var Z=1.7777777777777777,L=260,W=600,Y=6;function ee(a,h,e,t){let i=Math.max(1,a),d={columns:1,rows:i},l=0;for(let n=1;n<=i;n+=1){let p=Math.ceil(i/n),w=(h-t*(n-1))/n,C=(e-t*(p-1))/p,P=Math.min(w,C*Z);P>l&&(l=P,d={columns:n,rows:p})}return d}function te({columns:a,rows:h},e,t,i){let d=(e-i*(a-1))/a,l=(t-i*(h-1))/h;return Math.min(d,l*Z)<(e<W?e:L)}function ie(a,h){return a<W?1:Math.max(1,Math.floor((a+h)/(L+80+h)))}function oe(a,h){if(h!==null)return new Set([h]);let e=a.length<=Y?a:a.filter(t=>t.persons);return new Set(e.slice(0,Y).map(t=>t.camera_id))}var T=6,re=5e3,le=4e3,_,$,E,y,f,S,r,M,I,x,B,R,se,s=class extends N{constructor(){super(...arguments);m(this,r);this.cameras=[];this.watched=null;this.connected=!0;this.kiosk=!1;this.width=0;this.height=0;this.pointed=!1;m(this,_,new Map);m(this,$,null);m(this,E);m(this,y);m(this,f,null);m(this,S,new ResizeObserver(([e])=>{this.width=e?.contentRect.width??0,this.height=e?.contentRect.height??0}));m(this,x,async()=>{this.kiosk?!document.hidden&&"wakeLock"in navigator&&v(this,f,await navigator.wakeLock.request("screen").catch(()=>null)):(o(this,f)?.release(),v(this,f,null))});m(this,R,()=>{this.pointed=!0,window.clearTimeout(o(this,y)),v(this,y,window.setTimeout(()=>{this.pointed=!1},le))})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",o(this,x)),u(this,r,M).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),document.removeEventListener("visibilitychange",o(this,x)),o(this,S).disconnect(),window.clearTimeout(o(this,E)),window.clearTimeout(o(this,y)),(e=o(this,$))==null||e.call(this),v(this,$,null),o(this,f)?.release(),v(this,f,null)}updated(e){this.wall&&o(this,S).observe(this.wall),e.has("kiosk")&&(this.kiosk&&this.over&&!this.over.matches(":popover-open")&&this.over.showPopover(),o(this,x).call(this))}render(){let{context:e,kiosk:t}=this,{localize:i,hass:d}=e,l=this.cameras.reduce((n,p)=>n+(p.persons??0),0);return b`<div
      class="over ${this.pointed?"pointed":""}"
      popover=${t?"manual":O}
      @pointermove=${o(this,R)}
      @pointerdown=${o(this,R)}
      @keydown=${n=>{n.key==="Escape"&&t&&this.watched===null&&u(this,r,B).call(this,!1)}}
    >
      ${t?b`<button class="icon-button leave" aria-label=${i("leave_kiosk")} @click=${()=>u(this,r,B).call(this,!1)}>
              ${H(K)}
            </button>`:b`<div class="bar">
              <p role="status">${V(i,d.language,"in_view",l)}</p>
              <button class="text-button" title=${i("kiosk_hint")} @click=${()=>u(this,r,B).call(this,!0)}>
                ${H(j)}<span>${i("kiosk")}</span>
              </button>
            </div>`}
      ${t&&!this.connected?b`<p class="lost" role="alert">${i("connection_lost")}</p>`:O}
      <div class="wall">${this.width>0?u(this,r,se).call(this):O}</div>
    </div>`}};_=new WeakMap,$=new WeakMap,E=new WeakMap,y=new WeakMap,f=new WeakMap,S=new WeakMap,r=new WeakSet,M=async function(){try{let e=await q(this.context.hass,({camera_id:t,time:i,persons:d})=>{u(this,r,I).call(this,t).add(Date.parse(i),d);for(let l of this.tiles??[])l.camera.camera_id===t&&l.looked()});this.isConnected?v(this,$,e):e()}catch{this.isConnected&&v(this,E,window.setTimeout(()=>{u(this,r,M).call(this)},re))}},I=function(e){let t=o(this,_).get(e);return t||(t=new Q,o(this,_).set(e,t)),t},x=new WeakMap,B=function(e){!e&&this.over?.matches(":popover-open")&&this.over.hidePopover(),this.dispatchEvent(new CustomEvent("mycamera-kiosk",{detail:e}))},R=new WeakMap,se=function(){let{cameras:e,context:t,width:i,height:d,watched:l}=this,n=ee(e.length,i,d,T),p=!this.kiosk&&te(n,i,d,T),w=p?ie(i,T):n.columns,C=oe(e,l),P=Math.min((i-T*(w-1))/w,(d-T*(n.rows-1))/n.rows*(16/9)),ne=p?{gridTemplateColumns:`repeat(${w}, 1fr)`}:{gridTemplateColumns:`repeat(${w}, ${Math.max(1,Math.floor(P))}px)`,alignContent:"center"};return b`<div class="grid ${l===null?"":"one"}" style=${J(ne)}>
      ${F(e,k=>k.camera_id,k=>b`<mycamera-live-tile
          .context=${t}
          .camera=${k}
          .trail=${u(this,r,I).call(this,k.camera_id)}
          .streaming=${C.has(k.camera_id)}
          .connected=${this.connected}
          ?large=${l===k.camera_id}
        ></mycamera-live-tile>`)}
    </div>`},s.styles=[D,X],c([g({attribute:!1})],s.prototype,"context",2),c([g({attribute:!1})],s.prototype,"cameras",2),c([g({attribute:!1})],s.prototype,"watched",2),c([g({type:Boolean})],s.prototype,"connected",2),c([g({type:Boolean,reflect:!0})],s.prototype,"kiosk",2),c([A()],s.prototype,"width",2),c([A()],s.prototype,"height",2),c([A()],s.prototype,"pointed",2),c([G(".wall")],s.prototype,"wall",2),c([G(".over")],s.prototype,"over",2),c([U("mycamera-live-tile")],s.prototype,"tiles",2),s=c([z("mycamera-live-wall")],s);export{s as MyCameraLiveWall};
