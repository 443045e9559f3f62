import{a as B}from"./chunk-YNWVVCWD.js";import{Da as q,Ea as C,Ha as P,Ka as Y,c as T,f as O,ia as U,ja as a,ma as E,oa as H,pa as D,qa as y,ta as F,ua as k,xa as G,ya as V,za as j}from"./chunk-QVQXDEXG.js";import{e as R,f as I,o as N,s as W}from"./chunk-WRMKGX7S.js";import{a as u,b as o,c as p,d,e as s}from"./chunk-ZORKPPHW.js";var S=24,J=6,te=5e3,ie=12*3600*1e3,m,f,g,b,h,i,z,K,w,Q,X,Z,r=class extends H{constructor(){super(...arguments);p(this,i);this.config=null;this.overview=null;this.people=null;this.failure=null;p(this,m,null);p(this,f,!1);p(this,g);p(this,b);p(this,h,0)}setConfig(e){if(e.count!==void 0&&!(e.count>=1&&e.count<=S))throw new Error(`count must be 1 to ${S}`);this.config=e,this.overview&&s(this,i,w).call(this)}getCardSize(){return 3}getGridOptions(){return{columns:12,rows:"auto",min_columns:6}}static getConfigForm(){let e=document.querySelector("home-assistant")?.hass?.language,t=k(e??"en");return{schema:[{name:"title",selector:{text:{}}},{name:"entity",selector:{entity:{integration:"mycamera",domain:"camera"}}},{name:"count",selector:{number:{min:1,max:S,mode:"box"}}}],computeLabel:({name:n})=>t(`card_${n}`),computeHelper:({name:n})=>n==="entity"?t("card_entity_hint"):void 0}}static getStubConfig(){return{count:J}}connectedCallback(){super.connectedCallback(),d(this,b,window.setInterval(()=>{s(this,i,w).call(this)},ie)),s(this,i,z).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),window.clearInterval(o(this,b)),window.clearTimeout(o(this,g)),(e=o(this,m))==null||e.call(this),d(this,m,null)}shouldUpdate(e){if(e.size>1||!e.has("hass"))return!0;let t=e.get("hass");return t?.language!==this.hass?.language||t?.locale!==this.hass?.locale}updated(){s(this,i,z).call(this)}render(){let{hass:e,config:t}=this;if(!e||!t)return E;let n=G(e,this.overview);return a`<ha-card .header=${t.title??n.localize("card_people")}>
      <div class="people">${s(this,i,X).call(this,n)}</div>
    </ha-card>`}};m=new WeakMap,f=new WeakMap,g=new WeakMap,b=new WeakMap,h=new WeakMap,i=new WeakSet,z=async function(){if(!(!this.hass||o(this,f)||o(this,m)||!this.isConnected)){d(this,f,!0);try{let e=await W(this.hass,t=>s(this,i,K).call(this,t));this.isConnected?d(this,m,e):e()}catch(e){this.failure=R(e),window.clearTimeout(o(this,g)),d(this,g,window.setTimeout(()=>{s(this,i,z).call(this)},te))}finally{d(this,f,!1)}}},K=function(e){if(e.type==="overview"){let t=this.overview===null||this.failure!==null;this.overview=e.overview,t&&s(this,i,w).call(this)}else e.type==="unavailable"?this.failure=e.code:(e.type==="person"||e.type==="caption"||e.type==="deleted")&&s(this,i,w).call(this)},w=async function(){let{hass:e,config:t,overview:n}=this;if(!e||!t||!n)return;d(this,h,o(this,h)+1);let l=o(this,h),$=n.cameras.find(({entity_id:c})=>c===t.entity);if(t.entity&&!$){this.people=null,this.failure="no_camera";return}try{let c={...B,cameraId:$?.camera_id??null},{items:v}=await I(e,c,"UTC",null);if(l!==o(this,h))return;this.people=v.slice(0,t.count??J),this.failure=null}catch(c){l===o(this,h)&&(this.failure=R(c))}},Q=function(e){let{hass:t}=this;t&&(N(t,{event_ids:[e.event_id]}).catch(()=>{}),window.history.pushState(null,"",`/mycamera/event/${e.event_id}`),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:!1}})))},X=function(e){let{localize:t}=e;if(this.failure!==null){let n=this.failure==="no_camera"?t("card_no_camera"):P(e,this.failure).heading;return a`<p role="alert">${C(O)} ${n}</p>`}return this.people===null?a`<div class="spinner" role="progressbar" aria-label=${t("loading")}></div>`:this.people.length===0?a`<p>${C(T)} ${t("step_wait")}</p>`:this.people.map(n=>s(this,i,Z).call(this,e,n))},Z=function(e,t){let{localize:n,formats:l,hass:$}=e,c=V(e,t.camera_id),[v]=j(e,t),L=t.thumbnail_url??t.snapshot_url,ee=l.day(t.first_seen)===l.today()?l.time(t.first_seen):l.dateTime(t.first_seen);return a`<button class="person" @click=${()=>s(this,i,Q).call(this,t)}>
      ${L===null?a`<span class="none">${C(T)}</span>`:a`<img
              src=${$.hassUrl(L)}
              alt=${n("picture_of",{camera:c,time:l.time(t.first_seen)})}
              loading="lazy"
              decoding="async"
            />`}
      <span class="line"><time datetime=${t.first_seen}>${ee}</time> <span dir="auto">${c}</span></span>
      ${v?a`<span class="caption" lang=${v.lang} dir="auto">${v.text}</span>`:E}
    </button>`},r.styles=[Y,U`
      :host {
        display: block;
      }
      .people {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
        gap: 8px;
        padding: 0 12px 12px;
      }
      .people > p {
        display: flex;
        align-items: center;
        grid-column: 1 / -1;
        gap: 8px;
        padding-block: 16px;
        color: var(--mc-text-2);
      }
      .person {
        display: grid;
        align-content: start;
        gap: 2px;
        min-inline-size: 0;
        text-align: start;
      }
      img,
      .none {
        display: grid;
        place-items: center;
        inline-size: 100%;
        aspect-ratio: 4 / 3;
        object-fit: cover;
        border-radius: 8px;
        background: var(--mc-sunken);
      }
      .line {
        overflow: hidden;
        font-size: 12px;
        color: var(--mc-text-2);
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .caption {
        display: -webkit-box;
        overflow: hidden;
        font-size: 13px;
        -webkit-line-clamp: 2;
        -webkit-box-orient: vertical;
      }
    `],u([D({attribute:!1})],r.prototype,"hass",2),u([y()],r.prototype,"config",2),u([y()],r.prototype,"overview",2),u([y()],r.prototype,"people",2),u([y()],r.prototype,"failure",2),r=u([q("mycamera-people-card")],r);var A="mycamera-people-card",M=k(F(navigator.language)?"zh-Hans":"en"),ne={type:A,name:M("card_name"),description:M("card_description"),preview:!0,getEntitySuggestion(x,_){return x.entities?.[_]?.platform==="mycamera"&&_.startsWith("camera.")?{config:{type:`custom:${A}`,entity:_}}:null}};window.customCards??=[];window.customCards.some(({type:x})=>x===A)||window.customCards.push(ne);export{ne as peopleCard};
