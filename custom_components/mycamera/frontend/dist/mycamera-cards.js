import{a as be}from"./chunk-YNWVVCWD.js";import{a as _e}from"./chunk-O7IDDMKE.js";import{c as oe,f as L}from"./chunk-2T6RHLYP.js";import{a as N,b as ee,c as we}from"./chunk-FJ3T6KF4.js";import{a as U,b as p,e as b,g as D,h as P,i as y,j as ue,l as R,m as V,o as ve,p as F,s as _,v as q}from"./chunk-HU3JNPAX.js";import{A as ye,f as I,h as pe,l as he,q as ge,u as fe}from"./chunk-UXGMC5Z2.js";import{a as m,b as n,c as u,d as f,e as d}from"./chunk-ZORKPPHW.js";function Te(c){let l=Object.entries(c.entities??{}).filter(([,r])=>r.platform==="mycamera"&&!r.hidden),e=(r,o)=>{let s=o.device_id?c.devices?.[o.device_id]:void 0;return s?.name_by_user??s?.name??String(c.states?.[r]?.attributes.friendly_name??r)},i=l.filter(([r])=>r.startsWith("camera.")).map(([r,o])=>({id:r,entity:o,name:e(r,o)})).sort((r,o)=>r.name.localeCompare(o.name)).map(({id:r,entity:o,name:s})=>({type:"grid",cards:[{type:"heading",heading:s,icon:"mdi:cctv"},{type:"custom:mycamera-live-card",entity:r},{type:"custom:mycamera-timeline-card",entity:r,hours:12},...l.filter(([g,{device_id:B}])=>B===o.device_id&&Ae(c,g)).map(([g])=>({type:"tile",entity:g}))]})),a={type:"grid",cards:[{type:"custom:mycamera-people-card",count:12}]};return{views:[{title:"MyCamera",type:"sections",max_columns:3,sections:[...i,a]}]}}function Ae(c,l){return l.startsWith("binary_sensor.")&&c.states?.[l]?.attributes.device_class==="occupancy"}var te=class extends HTMLElement{static generate(l,e){return Promise.resolve(Te(e))}};function ie(){let c=document.querySelector("home-assistant");return F(c?.hass?.language??"en")}function G(c){window.history.pushState(null,"",c),window.dispatchEvent(new CustomEvent("location-changed",{detail:{replace:!1}}))}var Oe=5e3,C=class{constructor(l,e){this.host=l;this.listener=e;this.overview=null;this.failure=null;this.#e=null;this.#t=!1;l.addController(this)}#e;#t;#i;hostConnected(){this.#n()}hostDisconnected(){window.clearTimeout(this.#i),this.#e?.(),this.#e=null}hostUpdated(){this.#n()}async#n(){let{hass:l}=this.host;if(!(!l||this.#t||this.#e||!this.host.isConnected)){this.#t=!0;try{let e=await fe(l,t=>this.#o(t));this.host.isConnected?this.#e=e:e()}catch(e){this.#r(I(e)),window.clearTimeout(this.#i),this.#i=window.setTimeout(()=>{this.#n()},Oe)}finally{this.#t=!1}}}#r(l){this.failure=l,this.host.requestUpdate()}#o(l){if(l.type==="unavailable"){this.#r(l.code);return}l.type==="overview"&&(this.overview=l.overview,this.failure=null,this.host.requestUpdate()),this.listener(l)}};var ne,j,z,W,$,E,se,K,J,ae,x=class extends D{constructor(){super(...arguments);u(this,E);this.config=null;this.connected=!0;u(this,ne,new C(this,()=>{}));u(this,j,new Map);u(this,z,null);u(this,W,!1);u(this,$,null);u(this,K,()=>{this.connected=!0});u(this,J,()=>{this.connected=!1})}setConfig(e){this.config=e}getCardSize(){return 4}getGridOptions(){return{columns:12,rows:"auto",min_columns:6}}static getConfigForm(){let e=ie();return{schema:[{name:"entity",selector:{entity:{integration:"mycamera",domain:"camera"}}}],computeLabel:()=>e("card_entity"),computeHelper:()=>e("card_live_hint")}}static getStubConfig(){return{}}connectedCallback(){super.connectedCallback(),import("./live-tile-JDKQ2ERE.js"),d(this,E,se).call(this)}disconnectedCallback(){var e;super.disconnectedCallback(),(e=n(this,z))==null||e.call(this),f(this,z,null),n(this,$)?.removeEventListener("ready",n(this,K)),n(this,$)?.removeEventListener("disconnected",n(this,J)),f(this,$,null)}shouldUpdate(e){if(e.size!==1||!e.has("hass"))return!0;let t=e.get("hass");return t?.language!==this.hass?.language||t?.locale!==this.hass?.locale}updated(){d(this,E,se).call(this)}render(){let{hass:e,config:t}=this;if(!e||!t)return b;let{overview:i,failure:a}=n(this,ne),r=N(e,i),o=i?.cameras??[],s=t.entity?o.find(({entity_id:g})=>g===t.entity):o[0];if(!s){let g=a!==null?q(r,a).heading:i?r.localize("card_no_camera"):"";return p`<ha-card><p class="nothing" role="status">${g?_(L):b} ${g}</p></ha-card>`}return p`<ha-card>
      <mycamera-live-tile
        .context=${r}
        .camera=${s}
        .trail=${d(this,E,ae).call(this,s.camera_id)}
        streaming
        .connected=${this.connected}
        @mycamera-watch=${()=>G(`/mycamera/live?camera=${s.camera_id}`)}
      ></mycamera-live-tile>
    </ha-card>`}};ne=new WeakMap,j=new WeakMap,z=new WeakMap,W=new WeakMap,$=new WeakMap,E=new WeakSet,se=async function(){if(!(!this.hass||n(this,W)||n(this,z)||!this.isConnected)){f(this,W,!0),f(this,$,this.hass.connection),n(this,$).addEventListener("ready",n(this,K)),n(this,$).addEventListener("disconnected",n(this,J));try{let e=await ye(this.hass,({camera_id:t,time:i,persons:a})=>{d(this,E,ae).call(this,t).add(Date.parse(i),a),this.tile?.camera.camera_id===t&&this.tile.looked?.()});this.isConnected?f(this,z,e):e()}finally{f(this,W,!1)}}},K=new WeakMap,J=new WeakMap,ae=function(e){let t=n(this,j).get(e)??new _e;return n(this,j).set(e,t),t},x.styles=[V,U`
      :host {
        display: block;
      }
      ha-card {
        overflow: hidden;
      }
      mycamera-live-tile {
        display: block;
        aspect-ratio: 16 / 9;
      }
      .nothing {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 16px;
        color: var(--mc-text-2);
      }
    `],m([P({attribute:!1})],x.prototype,"hass",2),m([y()],x.prototype,"config",2),m([y()],x.prototype,"connected",2),m([ue("mycamera-live-tile")],x.prototype,"tile",2),x=m([R("mycamera-live-card")],x);var le=24,xe=6,Ue=12*3600*1e3,H,Q,X,T,v,$e,re,ke,Re,Ce,k=class extends D{constructor(){super(...arguments);u(this,v);this.config=null;this.people=null;this.failure=null;u(this,H,new C(this,e=>d(this,v,$e).call(this,e)));u(this,Q,!1);u(this,X);u(this,T,0)}setConfig(e){if(e.count!==void 0&&!(e.count>=1&&e.count<=le))throw new Error(`count must be 1 to ${le}`);this.config=e,n(this,H).overview&&d(this,v,re).call(this)}getCardSize(){return 3}getGridOptions(){return{columns:12,rows:"auto",min_columns:6}}static getConfigForm(){let e=document.querySelector("home-assistant")?.hass?.language,t=F(e??"en");return{schema:[{name:"title",selector:{text:{}}},{name:"entity",selector:{entity:{integration:"mycamera",domain:"camera"}}},{name:"count",selector:{number:{min:1,max:le,mode:"box"}}}],computeLabel:({name:i})=>t(`card_${i}`),computeHelper:({name:i})=>i==="entity"?t("card_entity_hint"):void 0}}static getStubConfig(){return{count:xe}}connectedCallback(){super.connectedCallback(),f(this,X,window.setInterval(()=>{d(this,v,re).call(this)},Ue))}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(n(this,X))}shouldUpdate(e){if(e.size>1||!e.has("hass"))return!0;let t=e.get("hass");return t?.language!==this.hass?.language||t?.locale!==this.hass?.locale}render(){let{hass:e,config:t}=this;if(!e||!t)return b;let i=N(e,n(this,H).overview);return p`<ha-card .header=${t.title??i.localize("card_people")}>
      <div class="people">${d(this,v,Re).call(this,i)}</div>
    </ha-card>`}};H=new WeakMap,Q=new WeakMap,X=new WeakMap,T=new WeakMap,v=new WeakSet,$e=function(e){(e.type==="overview"&&(!n(this,Q)||this.failure!==null)||e.type==="person"||e.type==="caption"||e.type==="deleted")&&d(this,v,re).call(this)},re=async function(){let{hass:e,config:t}=this,{overview:i}=n(this,H);if(!e||!t||!i)return;f(this,T,n(this,T)+1);let a=n(this,T);f(this,Q,!0);let r=i.cameras.find(({entity_id:o})=>o===t.entity);if(t.entity&&!r){this.people=null,this.failure="no_camera";return}try{let o={...be,cameraId:r?.camera_id??null},{items:s}=await pe(e,o,"UTC",null);if(a!==n(this,T))return;this.people=s.slice(0,t.count??xe),this.failure=null}catch(o){a===n(this,T)&&(this.failure=I(o))}},ke=function(e){let{hass:t}=this;t&&(ge(t,{event_ids:[e.event_id]}).catch(()=>{}),G(`/mycamera/event/${e.event_id}`))},Re=function(e){let{localize:t}=e,i=n(this,H).failure??this.failure;if(i!==null){let a=i==="no_camera"?t("card_no_camera"):q(e,i).heading;return p`<p role="alert">${_(L)} ${a}</p>`}return this.people===null?p`<div class="spinner" role="progressbar" aria-label=${t("loading")}></div>`:this.people.length===0?p`<p>${_(oe)} ${t("step_wait")}</p>`:this.people.map(a=>d(this,v,Ce).call(this,e,a))},Ce=function(e,t){let{localize:i,formats:a,hass:r}=e,o=ee(e,t.camera_id),[s]=we(e,t),g=t.thumbnail_url??t.snapshot_url,M=a.day(t.first_seen)===a.today()?a.time(t.first_seen):a.dateTime(t.first_seen);return p`<button class="person" @click=${()=>d(this,v,ke).call(this,t)}>
      ${g===null?p`<span class="none">${_(oe)}</span>`:p`<img
              src=${r.hassUrl(g)}
              alt=${i("picture_of",{camera:o,time:a.time(t.first_seen)})}
              loading="lazy"
              decoding="async"
            />`}
      <span class="line"><time datetime=${t.first_seen}>${M}</time> <span dir="auto">${o}</span></span>
      ${s?p`<span class="caption" lang=${s.lang} dir="auto">${s.text}</span>`:b}
    </button>`},k.styles=[V,U`
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
    `],m([P({attribute:!1})],k.prototype,"hass",2),m([y()],k.prototype,"config",2),m([y()],k.prototype,"people",2),m([y()],k.prototype,"failure",2),k=m([R("mycamera-people-card")],k);var ce=24,Ee=12,Se=36e5,De=6e4,A,Z,O,h,Le,Y,ze,He,de,w=class extends D{constructor(){super(...arguments);u(this,h);this.config=null;this.days=null;this.whole={from:0,to:1};this.view=null;this.moment=null;this.failure=null;u(this,A,new C(this,()=>{this.days===null&&d(this,h,Y).call(this)}));u(this,Z);u(this,O,0)}setConfig(e){if(e.hours!==void 0&&!(e.hours>=1&&e.hours<=ce))throw new Error(`hours must be 1 to ${ce}`);this.config=e,this.view=null,d(this,h,Y).call(this)}getCardSize(){return 2}getGridOptions(){return{columns:12,rows:"auto",min_columns:6}}static getConfigForm(){let e=ie();return{schema:[{name:"title",selector:{text:{}}},{name:"entity",selector:{entity:{integration:"mycamera",domain:"camera"}}},{name:"hours",selector:{number:{min:1,max:ce,mode:"box"}}}],computeLabel:({name:t})=>e(`card_${t}`),computeHelper:({name:t})=>t==="entity"?e("card_entity_hint"):void 0}}static getStubConfig(){return{hours:Ee}}connectedCallback(){super.connectedCallback(),import("./day-line-SUQHR4RW.js"),d(this,h,Y).call(this),f(this,Z,window.setInterval(()=>{d(this,h,Y).call(this)},De))}disconnectedCallback(){super.disconnectedCallback(),window.clearInterval(n(this,Z))}shouldUpdate(e){if(e.size!==1||!e.has("hass"))return!0;let t=e.get("hass");return t?.language!==this.hass?.language||t?.locale!==this.hass?.locale}render(){let{hass:e,config:t}=this;if(!e||!t)return b;let i=N(e,n(this,A).overview);return p`<ha-card .header=${t.title}>${d(this,h,ze).call(this,i)}</ha-card>`}};A=new WeakMap,Z=new WeakMap,O=new WeakMap,h=new WeakSet,Le=function(){let e=n(this,A).overview?.cameras??[],{entity:t}=this.config??{};return e.filter(i=>!t||i.entity_id===t).map(i=>i.camera_id)},Y=async function(){let{hass:e,config:t}=this;if(!e||!t||!n(this,A).overview||document.hidden)return;f(this,O,n(this,O)+1);let i=n(this,O),a=Date.now(),r=Math.floor(a/Se-(t.hours??Ee))*Se,[o,s]=[new Date(r).toISOString(),new Date(a).toISOString()];try{let g=await Promise.all(d(this,h,Le).call(this).map(async M=>[M,await he(e,M,o,s)]));if(i!==n(this,O))return;this.days=new Map(g),this.whole={from:r,to:a};let{view:B}=this;B!==null&&B.from<r&&(this.view=null),this.failure=null}catch(g){i===n(this,O)&&(this.failure=I(g))}},ze=function(e){let{days:t,whole:i}=this,{localize:a}=e,r=n(this,A).failure??this.failure;if(r!==null)return p`<p role="alert">${_(L)} ${q(e,r).heading}</p>`;if(t===null)return p`<div class="spinner" role="progressbar" aria-label=${a("loading")}></div>`;if(t.size===0)return p`<p>${_(L)} ${a("card_no_camera")}</p>`;let o=[...t.keys()];return p`<div class=${o.length>1?"several":""}>
      ${o.length>1?p`<div class="names">${o.map(s=>p`<span dir="auto">${ee(e,s)}</span>`)}</div>`:b}
      <mycamera-day-line
        .context=${e}
        .whole=${i}
        .view=${this.view??i}
        .rows=${o.map(s=>({cameraId:s,day:t.get(s)??null}))}
        .moment=${this.moment}
        @mycamera-drag=${s=>{this.moment=s.detail}}
        @mycamera-view=${s=>{this.view=s.detail}}
        @mycamera-seek=${s=>d(this,h,de).call(this,o,s.detail)}
        @keydown=${s=>d(this,h,He).call(this,s,o)}
      ></mycamera-day-line>
    </div>`},He=function(e,t){let i={ArrowLeft:-6e4,ArrowRight:6e4,PageDown:-6e5,PageUp:6e5}[e.key];if(e.key==="Enter")d(this,h,de).call(this,t,this.moment??this.whole.to);else{if(i===void 0)return;this.moment=Math.min(this.whole.to,Math.max(this.whole.from,(this.moment??this.whole.to)+i))}e.preventDefault()},de=function(e,t){let i=e.length===1?`camera=${e[0]}&`:"";G(`/mycamera/day?${i}at=${Math.round(t)}`)},w.styles=[V,U`
      :host {
        display: block;
      }
      ha-card {
        padding: 12px;
        /* The small picture stands above the line. */
        overflow: visible;
      }
      p {
        display: flex;
        align-items: center;
        gap: 8px;
        color: var(--mc-text-2);
      }
      .several {
        display: grid;
        grid-template-columns: minmax(64px, 22%) minmax(0, 1fr);
        gap: 8px;
      }
      .names > span {
        display: block;
        block-size: 36px;
        line-height: 36px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `],m([P({attribute:!1})],w.prototype,"hass",2),m([y()],w.prototype,"config",2),m([y()],w.prototype,"days",2),m([y()],w.prototype,"whole",2),m([y()],w.prototype,"view",2),m([y()],w.prototype,"moment",2),m([y()],w.prototype,"failure",2),w=m([R("mycamera-timeline-card")],w);var S=F(ve(navigator.language)?"zh-Hans":"en");function me(c,l,e){return{type:c,name:l,description:e,preview:!0,getEntitySuggestion(t,i){return t.entities?.[i]?.platform==="mycamera"&&i.startsWith("camera.")?{config:{type:`custom:${c}`,entity:i}}:null}}}var Pe=[me("mycamera-people-card",S("card_name"),S("card_description")),me("mycamera-live-card",S("card_live"),S("card_live_description")),me("mycamera-timeline-card",S("card_timeline"),S("card_timeline_description"))];R("ll-strategy-dashboard-mycamera")(te);window.customCards??=[];window.customStrategies??=[];for(let c of Pe)window.customCards.some(({type:l})=>l===c.type)||window.customCards.push(c);window.customStrategies.some(({type:c})=>c==="mycamera")||window.customStrategies.push({type:"mycamera",strategyType:"dashboard",name:S("strategy"),description:S("strategy_description")});export{Pe as cards};
