import{a as d,b as v,c as u,d as f,e as t,f as w5,g as V5,h as L5,i as P5,j as _,k as B5,l as T5,m as R5,n as _5,o as F5,q as $5,r as A2,s as D5,t as E5,u as z5,v as I5,w as d2}from"./chunk-AAAFDQ7Z.js";var N5="M17 18H21V16H17V14L14 17L17 20V18M11 4C8.8 4 7 5.8 7 8S8.8 12 11 12 15 10.2 15 8 13.2 4 11 4M11 6C12.1 6 13 6.9 13 8S12.1 10 11 10 9 9.1 9 8 9.9 6 11 6M11 13C8.3 13 3 14.3 3 17V20H12.5C12.2 19.4 12.1 18.8 12 18.1H4.9V17C4.9 16.4 8 14.9 11 14.9C11.5 14.9 12 15 12.5 15C12.8 14.4 13.1 13.8 13.6 13.3C12.6 13.1 11.7 13 11 13";var W5="M18 16H14V18H18V20L21 17L18 14V16M11 4C8.8 4 7 5.8 7 8S8.8 12 11 12 15 10.2 15 8 13.2 4 11 4M11 6C12.1 6 13 6.9 13 8S12.1 10 11 10 9 9.1 9 8 9.9 6 11 6M11 13C8.3 13 3 14.3 3 17V20H12.5C12.2 19.4 12.1 18.8 12 18.1H4.9V17C4.9 16.4 8 14.9 11 14.9C11.5 14.9 12 15 12.5 15C12.8 14.4 13.1 13.8 13.6 13.3C12.6 13.1 11.7 13 11 13";var U5="M2.75,7L4.03,5.75L13.26,15L20,21.72L18.73,23L15.73,20H4V17C4,15.14 6.61,13.92 9.09,13.36L2.75,7M20,17V19.18L18.1,17.28V17C18.1,16.74 17.6,16.35 16.8,16L14,13.18C16.71,13.63 20,14.91 20,17M5.9,17V18.1H13.83L10.72,15C8.19,15.3 5.9,16.45 5.9,17M12,4A4,4 0 0,1 16,8C16,9.95 14.6,11.58 12.75,11.93L8.07,7.25C8.42,5.4 10.05,4 12,4M12,6A2,2 0 0,0 10,8A2,2 0 0,0 12,10A2,2 0 0,0 14,8A2,2 0 0,0 12,6Z";var G5="M10,13C9.65,13.59 9.36,14.24 9.19,14.93C6.5,15.16 3.9,16.42 3.9,17V18.1H9.2C9.37,18.78 9.65,19.42 10,20H2V17C2,14.34 7.33,13 10,13M10,4A4,4 0 0,1 14,8C14,8.91 13.69,9.75 13.18,10.43C12.32,10.75 11.55,11.26 10.91,11.9L10,12A4,4 0 0,1 6,8A4,4 0 0,1 10,4M10,5.9A2.1,2.1 0 0,0 7.9,8A2.1,2.1 0 0,0 10,10.1A2.1,2.1 0 0,0 12.1,8A2.1,2.1 0 0,0 10,5.9M15.5,12C18,12 20,14 20,16.5C20,17.38 19.75,18.21 19.31,18.9L22.39,22L21,23.39L17.88,20.32C17.19,20.75 16.37,21 15.5,21C13,21 11,19 11,16.5C11,14 13,12 15.5,12M15.5,14A2.5,2.5 0 0,0 13,16.5A2.5,2.5 0 0,0 15.5,19A2.5,2.5 0 0,0 18,16.5A2.5,2.5 0 0,0 15.5,14Z";var L1="M11,15H13V17H11V15M11,7H13V13H11V7M12,2C6.47,2 2,6.5 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,20A8,8 0 0,1 4,12A8,8 0 0,1 12,4A8,8 0 0,1 20,12A8,8 0 0,1 12,20Z";var Q5="M19 3H18V1H16V3H8V1H6V3H5C3.9 3 3 3.9 3 5V19C3 20.11 3.9 21 5 21H19C20.11 21 21 20.11 21 19V5C21 3.9 20.11 3 19 3M19 19H5V9H19V19M5 7V5H19V7H5M8.23 16.41L9.29 17.47L11.73 15.03L14.17 17.47L15.23 16.41L12.79 13.97L15.23 11.53L14.17 10.47L11.73 12.91L9.29 10.47L8.23 11.53L10.67 13.97L8.23 16.41Z";var K5="M20,5H16.83L15,3H9L7.17,5H4A2,2 0 0,0 2,7V19A2,2 0 0,0 4,21H20A2,2 0 0,0 22,19V7A2,2 0 0,0 20,5M20,19H4V7H8.05L9.88,5H14.12L16,7H20V19M12,18C10.92,18 9.86,17.65 9,17L10.44,15.56C10.91,15.85 11.45,16 12,16A3,3 0 0,0 15,13A3,3 0 0,0 12,10C10.74,10 9.6,10.8 9.18,12H11L8,15L5,12H7.1C7.65,9.29 10.29,7.55 13,8.1C15.7,8.65 17.45,11.29 16.9,14C16.42,16.33 14.38,18 12,18Z";var q5="M6.03 12.03L8.03 15.5L5.5 18.68L2 12.62L6.03 12.03M17 18V15.29C17.88 14.9 18.5 14.03 18.5 13C18.5 12.43 18.3 11.9 17.97 11.5L19.94 10.35C20.95 9.76 21.3 8.47 20.71 7.46L19.33 5.06C18.74 4.05 17.45 3.7 16.44 4.28L8.31 9C7.36 9.53 7.03 10.75 7.58 11.71L9.08 14.31C9.63 15.26 10.86 15.59 11.81 15.04L13.69 13.96C13.94 14.55 14.41 15.03 15 15.29V18C15 19.1 15.9 20 17 20H22V18H17Z";var j5="M21,7L9,19L3.5,13.5L4.91,12.09L9,16.17L19.59,5.59L21,7Z";var n2="M15.41,16.58L10.83,12L15.41,7.41L14,6L8,12L14,18L15.41,16.58Z";var p2="M8.59,16.58L13.17,12L8.59,7.41L10,6L16,12L10,18L8.59,16.58Z";var X5="M7.41,15.41L12,10.83L16.59,15.41L18,14L12,8L6,14L7.41,15.41Z";var v1="M19,6.41L17.59,5L12,10.59L6.41,5L5,6.41L10.59,12L5,17.59L6.41,19L12,13.41L17.59,19L19,17.59L13.41,12L19,6.41Z";var Y5="M10 3C5.58 3 2 4.79 2 7V17C2 19.21 5.59 21 10 21S18 19.21 18 17V7C18 4.79 14.42 3 10 3M16 17C16 17.5 13.87 19 10 19S4 17.5 4 17V14.77C5.61 15.55 7.72 16 10 16S14.39 15.55 16 14.77V17M16 12.45C14.7 13.4 12.42 14 10 14S5.3 13.4 4 12.45V9.64C5.47 10.47 7.61 11 10 11S14.53 10.47 16 9.64V12.45M10 9C6.13 9 4 7.5 4 7S6.13 5 10 5 16 6.5 16 7 13.87 9 10 9M22 7V13H20V7H22M20 15H22V17H20V15Z";var J5="M6,19A2,2 0 0,0 8,21H16A2,2 0 0,0 18,19V7H6V19M8,9H16V19H8V9M15.5,4L14.5,3H9.5L8.5,4H5V6H19V4H15.5Z";var C3="M10,12V22H8V14H6V12H10M18,14V20C18,21.11 17.11,22 16,22H14A2,2 0 0,1 12,20V14A2,2 0 0,1 14,12H16C17.11,12 18,12.9 18,14M14,14V20H16V14H14M11.5,3C14.15,3 16.55,4 18.4,5.6L21,3V10H14L16.62,7.38C15.23,6.22 13.46,5.5 11.5,5.5C7.96,5.5 4.95,7.81 3.9,11L1.53,10.22C2.92,6.03 6.85,3 11.5,3Z";var P1="M22 20.7L3.3 2L2 3.3L3 4.3V19C3 20.1 3.9 21 5 21H19.7L20.7 22L22 20.7M5 19V6.3L12.6 13.9L11.1 15.8L9 13.1L6 17H15.7L17.7 19H5M8.8 5L6.8 3H19C20.1 3 21 3.9 21 5V17.2L19 15.2V5H8.8";var H3="M12,17A2,2 0 0,0 14,15C14,13.89 13.1,13 12,13A2,2 0 0,0 10,15A2,2 0 0,0 12,17M18,8A2,2 0 0,1 20,10V20A2,2 0 0,1 18,22H6A2,2 0 0,1 4,20V10C4,8.89 4.9,8 6,8H7V6A5,5 0 0,1 12,1A5,5 0 0,1 17,6V8H18M12,3A3,3 0 0,0 9,6V8H15V6A3,3 0 0,0 12,3Z";var V3="M10 13C11.1 13 12 13.89 12 15C12 16.11 11.11 17 10 17S8 16.11 8 15 8.9 13 10 13M18 1C15.24 1 13 3.24 13 6V8H4C2.9 8 2 8.9 2 10V20C2 21.1 2.9 22 4 22H16C17.1 22 18 21.1 18 20V10C18 8.9 17.1 8 16 8H15V6C15 4.34 16.34 3 18 3S21 4.34 21 6V8H23V6C23 3.24 20.76 1 18 1M16 10V20H4V10H16Z";var L3="M9.5,3A6.5,6.5 0 0,1 16,9.5C16,11.11 15.41,12.59 14.44,13.73L14.71,14H15.5L20.5,19L19,20.5L14,15.5V14.71L13.73,14.44C12.59,15.41 11.11,16 9.5,16A6.5,6.5 0 0,1 3,9.5A6.5,6.5 0 0,1 9.5,3M9.5,5C7,5 5,7 5,9.5C5,12 7,14 9.5,14C12,14 14,12 14,9.5C14,7 12,5 9.5,5Z";var M3="M15.5,14H14.71L14.43,13.73C15.41,12.59 16,11.11 16,9.5A6.5,6.5 0 0,0 9.5,3A6.5,6.5 0 0,0 3,9.5A6.5,6.5 0 0,0 9.5,16C11.11,16 12.59,15.41 13.73,14.43L14,14.71V15.5L19,20.5L20.5,19L15.5,14M9.5,14C7,14 5,12 5,9.5C5,7 7,5 9.5,5C12,5 14,7 14,9.5C14,12 12,14 9.5,14M7,9H12V10H7V9Z";var e3="M15.5,14L20.5,19L19,20.5L14,15.5V14.71L13.73,14.43C12.59,15.41 11.11,16 9.5,16A6.5,6.5 0 0,1 3,9.5A6.5,6.5 0 0,1 9.5,3A6.5,6.5 0 0,1 16,9.5C16,11.11 15.41,12.59 14.43,13.73L14.71,14H15.5M9.5,14C12,14 14,12 14,9.5C14,7 12,5 9.5,5C7,5 5,7 5,9.5C5,12 7,14 9.5,14M12,10H10V12H9V10H7V9H9V7H10V9H12V10Z";var r3="M3,6H21V8H3V6M3,11H21V13H3V11M3,16H21V18H3V16Z";var t3="M14,19H18V5H14M6,19H10V5H6V19Z";var m2="M8,5.14V19.14L19,12.14L8,5.14Z";var i3="M19,13H13V19H11V13H5V11H11V5H13V11H19V13Z";var o3="M12.5,3C17.15,3 21.08,6.03 22.47,10.22L20.1,11C19.05,7.81 16.04,5.5 12.5,5.5C10.54,5.5 8.77,6.22 7.38,7.38L10,10H3V3L5.6,5.6C7.45,4 9.85,3 12.5,3M10,12V22H8V14H6V12H10M18,14V20C18,21.11 17.11,22 16,22H14A2,2 0 0,1 12,20V14A2,2 0 0,1 14,12H16C17.11,12 18,12.9 18,14M14,14V20H16V14H14Z";var a3="M12.5,8C9.85,8 7.45,9 5.6,10.6L2,7V16H11L7.38,12.38C8.77,11.22 10.54,10.5 12.5,10.5C16.04,10.5 19.05,12.81 20.1,16L22.47,15.22C21.08,11.03 17.15,8 12.5,8Z";var A3="M9 9V15H15V9H9M11 11H13V13H11V11M15 18V20H23V18H15Z";var d3="M2,2V8H4.28L5.57,16H4V22H10V20.06L15,20.05V22H21V16H19.17L20,9H22V3H16V6.53L14.8,8H9.59L8,5.82V2M4,4H6V6H4M18,5H20V7H18M6.31,8H7.11L9,10.59V14H15V10.91L16.57,9H18L17.16,16H15V18.06H10V16H7.6M11,10H13V12H11M6,18H8V20H6M17,18H19V20H17";var l2="M3.41,1.86L2,3.27L4.73,6H4A1,1 0 0,0 3,7V17A1,1 0 0,0 4,18H16C16.21,18 16.39,17.92 16.55,17.82L19.73,21L21.14,19.59L12.28,10.73L3.41,1.86M5,16V8H6.73L14.73,16H5M15,8V10.61L21,16.61V6.5L17,10.5V7A1,1 0 0,0 16,6H10.39L12.39,8H15Z";var v2=globalThis,x2=v2.ShadowRoot&&(v2.ShadyCSS===void 0||v2.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,M5=Symbol(),n3=new WeakMap,K1=class{constructor(V,C,H){if(this._$cssResult$=!0,H!==M5)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=V,this.t=C}get styleSheet(){let V=this.o,C=this.t;if(x2&&V===void 0){let H=C!==void 0&&C.length===1;H&&(V=n3.get(C)),V===void 0&&((this.o=V=new CSSStyleSheet).replaceSync(this.cssText),H&&n3.set(C,V))}return V}toString(){return this.cssText}},p3=M=>new K1(typeof M=="string"?M:M+"",void 0,M5),y=(M,...V)=>{let C=M.length===1?M[0]:V.reduce((H,L,e)=>H+(r=>{if(r._$cssResult$===!0)return r.cssText;if(typeof r=="number")return r;throw Error("Value passed to 'css' function must be a 'css' function result: "+r+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(L)+M[e+1],M[0]);return new K1(C,M,M5)},m3=(M,V)=>{if(x2)M.adoptedStyleSheets=V.map(C=>C instanceof CSSStyleSheet?C:C.styleSheet);else for(let C of V){let H=document.createElement("style"),L=v2.litNonce;L!==void 0&&H.setAttribute("nonce",L),H.textContent=C.cssText,M.appendChild(H)}},e5=x2?M=>M:M=>M instanceof CSSStyleSheet?(V=>{let C="";for(let H of V.cssRules)C+=H.cssText;return p3(C)})(M):M;var{is:Z7,defineProperty:u7,getOwnPropertyDescriptor:c7,getOwnPropertyNames:S7,getOwnPropertySymbols:h7,getPrototypeOf:f7}=Object,s2=globalThis,l3=s2.trustedTypes,g7=l3?l3.emptyScript:"",O7=s2.reactiveElementPolyfillSupport,q1=(M,V)=>M,j1={toAttribute(M,V){switch(V){case Boolean:M=M?g7:null;break;case Object:case Array:M=M==null?M:JSON.stringify(M)}return M},fromAttribute(M,V){let C=M;switch(V){case Boolean:C=M!==null;break;case Number:C=M===null?null:Number(M);break;case Object:case Array:try{C=JSON.parse(M)}catch{C=null}}return C}},Z2=(M,V)=>!Z7(M,V),v3={attribute:!0,type:String,converter:j1,reflect:!1,useDefault:!1,hasChanged:Z2};Symbol.metadata??=Symbol("metadata"),s2.litPropertyMetadata??=new WeakMap;var M1=class extends HTMLElement{static addInitializer(V){this._$Ei(),(this.l??=[]).push(V)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(V,C=v3){if(C.state&&(C.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(V)&&((C=Object.create(C)).wrapped=!0),this.elementProperties.set(V,C),!C.noAccessor){let H=Symbol(),L=this.getPropertyDescriptor(V,H,C);L!==void 0&&u7(this.prototype,V,L)}}static getPropertyDescriptor(V,C,H){let{get:L,set:e}=c7(this.prototype,V)??{get(){return this[C]},set(r){this[C]=r}};return{get:L,set(r){let i=L?.call(this);e?.call(this,r),this.requestUpdate(V,i,H)},configurable:!0,enumerable:!0}}static getPropertyOptions(V){return this.elementProperties.get(V)??v3}static _$Ei(){if(this.hasOwnProperty(q1("elementProperties")))return;let V=f7(this);V.finalize(),V.l!==void 0&&(this.l=[...V.l]),this.elementProperties=new Map(V.elementProperties)}static finalize(){if(this.hasOwnProperty(q1("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(q1("properties"))){let C=this.properties,H=[...S7(C),...h7(C)];for(let L of H)this.createProperty(L,C[L])}let V=this[Symbol.metadata];if(V!==null){let C=litPropertyMetadata.get(V);if(C!==void 0)for(let[H,L]of C)this.elementProperties.set(H,L)}this._$Eh=new Map;for(let[C,H]of this.elementProperties){let L=this._$Eu(C,H);L!==void 0&&this._$Eh.set(L,C)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(V){let C=[];if(Array.isArray(V)){let H=new Set(V.flat(1/0).reverse());for(let L of H)C.unshift(e5(L))}else V!==void 0&&C.push(e5(V));return C}static _$Eu(V,C){let H=C.attribute;return H===!1?void 0:typeof H=="string"?H:typeof V=="string"?V.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(V=>this.enableUpdating=V),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(V=>V(this))}addController(V){(this._$EO??=new Set).add(V),this.renderRoot!==void 0&&this.isConnected&&V.hostConnected?.()}removeController(V){this._$EO?.delete(V)}_$E_(){let V=new Map,C=this.constructor.elementProperties;for(let H of C.keys())this.hasOwnProperty(H)&&(V.set(H,this[H]),delete this[H]);V.size>0&&(this._$Ep=V)}createRenderRoot(){let V=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return m3(V,this.constructor.elementStyles),V}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(V=>V.hostConnected?.())}enableUpdating(V){}disconnectedCallback(){this._$EO?.forEach(V=>V.hostDisconnected?.())}attributeChangedCallback(V,C,H){this._$AK(V,H)}_$ET(V,C){let H=this.constructor.elementProperties.get(V),L=this.constructor._$Eu(V,H);if(L!==void 0&&H.reflect===!0){let e=(H.converter?.toAttribute!==void 0?H.converter:j1).toAttribute(C,H.type);this._$Em=V,e==null?this.removeAttribute(L):this.setAttribute(L,e),this._$Em=null}}_$AK(V,C){let H=this.constructor,L=H._$Eh.get(V);if(L!==void 0&&this._$Em!==L){let e=H.getPropertyOptions(L),r=typeof e.converter=="function"?{fromAttribute:e.converter}:e.converter?.fromAttribute!==void 0?e.converter:j1;this._$Em=L;let i=r.fromAttribute(C,e.type);this[L]=i??this._$Ej?.get(L)??i,this._$Em=null}}requestUpdate(V,C,H,L=!1,e){if(V!==void 0){let r=this.constructor;if(L===!1&&(e=this[V]),H??=r.getPropertyOptions(V),!((H.hasChanged??Z2)(e,C)||H.useDefault&&H.reflect&&e===this._$Ej?.get(V)&&!this.hasAttribute(r._$Eu(V,H))))return;this.C(V,C,H)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(V,C,{useDefault:H,reflect:L,wrapped:e},r){H&&!(this._$Ej??=new Map).has(V)&&(this._$Ej.set(V,r??C??this[V]),e!==!0||r!==void 0)||(this._$AL.has(V)||(this.hasUpdated||H||(C=void 0),this._$AL.set(V,C)),L===!0&&this._$Em!==V&&(this._$Eq??=new Set).add(V))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(C){Promise.reject(C)}let V=this.scheduleUpdate();return V!=null&&await V,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[L,e]of this._$Ep)this[L]=e;this._$Ep=void 0}let H=this.constructor.elementProperties;if(H.size>0)for(let[L,e]of H){let{wrapped:r}=e,i=this[L];r!==!0||this._$AL.has(L)||i===void 0||this.C(L,void 0,e,i)}}let V=!1,C=this._$AL;try{V=this.shouldUpdate(C),V?(this.willUpdate(C),this._$EO?.forEach(H=>H.hostUpdate?.()),this.update(C)):this._$EM()}catch(H){throw V=!1,this._$EM(),H}V&&this._$AE(C)}willUpdate(V){}_$AE(V){this._$EO?.forEach(C=>C.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(V)),this.updated(V)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(V){return!0}update(V){this._$Eq&&=this._$Eq.forEach(C=>this._$ET(C,this[C])),this._$EM()}updated(V){}firstUpdated(V){}};M1.elementStyles=[],M1.shadowRootOptions={mode:"open"},M1[q1("elementProperties")]=new Map,M1[q1("finalized")]=new Map,O7?.({ReactiveElement:M1}),(s2.reactiveElementVersions??=[]).push("2.1.2");var t5=globalThis,x3=M=>M,u2=t5.trustedTypes,s3=u2?u2.createPolicy("lit-html",{createHTML:M=>M}):void 0,i5="$lit$",e1=`lit$${Math.random().toFixed(9).slice(2)}$`,o5="?"+e1,b7=`<${o5}>`,Z1=document,Y1=()=>Z1.createComment(""),J1=M=>M===null||typeof M!="object"&&typeof M!="function",a5=Array.isArray,f3=M=>a5(M)||typeof M?.[Symbol.iterator]=="function",r5=`[ 	
\f\r]`,X1=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Z3=/-->/g,u3=/>/g,x1=RegExp(`>|${r5}(?:([^\\s"'>=/]+)(${r5}*=${r5}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),c3=/'/g,S3=/"/g,g3=/^(?:script|style|textarea|title)$/i,A5=M=>(V,...C)=>({_$litType$:M,strings:V,values:C}),o=A5(1),T1=A5(2),M4=A5(3),W=Symbol.for("lit-noChange"),m=Symbol.for("lit-nothing"),h3=new WeakMap,s1=Z1.createTreeWalker(Z1,129);function O3(M,V){if(!a5(M)||!M.hasOwnProperty("raw"))throw Error("invalid template strings array");return s3!==void 0?s3.createHTML(V):V}var b3=(M,V)=>{let C=M.length-1,H=[],L,e=V===2?"<svg>":V===3?"<math>":"",r=X1;for(let i=0;i<C;i++){let a=M[i],p,s,n=-1,c=0;for(;c<a.length&&(r.lastIndex=c,s=r.exec(a),s!==null);)c=r.lastIndex,r===X1?s[1]==="!--"?r=Z3:s[1]!==void 0?r=u3:s[2]!==void 0?(g3.test(s[2])&&(L=RegExp("</"+s[2],"g")),r=x1):s[3]!==void 0&&(r=x1):r===x1?s[0]===">"?(r=L??X1,n=-1):s[1]===void 0?n=-2:(n=r.lastIndex-s[2].length,p=s[1],r=s[3]===void 0?x1:s[3]==='"'?S3:c3):r===S3||r===c3?r=x1:r===Z3||r===u3?r=X1:(r=x1,L=void 0);let O=r===x1&&M[i+1].startsWith("/>")?" ":"";e+=r===X1?a+b7:n>=0?(H.push(p),a.slice(0,n)+i5+a.slice(n)+e1+O):a+e1+(n===-2?i:O)}return[O3(M,e+(M[C]||"<?>")+(V===2?"</svg>":V===3?"</math>":"")),H]},C2=class M{constructor({strings:V,_$litType$:C},H){let L;this.parts=[];let e=0,r=0,i=V.length-1,a=this.parts,[p,s]=b3(V,C);if(this.el=M.createElement(p,H),s1.currentNode=this.el.content,C===2||C===3){let n=this.el.content.firstChild;n.replaceWith(...n.childNodes)}for(;(L=s1.nextNode())!==null&&a.length<i;){if(L.nodeType===1){if(L.hasAttributes())for(let n of L.getAttributeNames())if(n.endsWith(i5)){let c=s[r++],O=L.getAttribute(n).split(e1),k=/([.?@])?(.*)/.exec(c);a.push({type:1,index:e,name:k[2],strings:O,ctor:k[1]==="."?S2:k[1]==="?"?h2:k[1]==="@"?f2:c1}),L.removeAttribute(n)}else n.startsWith(e1)&&(a.push({type:6,index:e}),L.removeAttribute(n));if(g3.test(L.tagName)){let n=L.textContent.split(e1),c=n.length-1;if(c>0){L.textContent=u2?u2.emptyScript:"";for(let O=0;O<c;O++)L.append(n[O],Y1()),s1.nextNode(),a.push({type:2,index:++e});L.append(n[c],Y1())}}}else if(L.nodeType===8)if(L.data===o5)a.push({type:2,index:e});else{let n=-1;for(;(n=L.data.indexOf(e1,n+1))!==-1;)a.push({type:7,index:e}),n+=e1.length-1}e++}}static createElement(V,C){let H=Z1.createElement("template");return H.innerHTML=V,H}};function u1(M,V,C=M,H){if(V===W)return V;let L=H!==void 0?C._$Co?.[H]:C._$Cl,e=J1(V)?void 0:V._$litDirective$;return L?.constructor!==e&&(L?._$AO?.(!1),e===void 0?L=void 0:(L=new e(M),L._$AT(M,C,H)),H!==void 0?(C._$Co??=[])[H]=L:C._$Cl=L),L!==void 0&&(V=u1(M,L._$AS(M,V.values),L,H)),V}var c2=class{constructor(V,C){this._$AV=[],this._$AN=void 0,this._$AD=V,this._$AM=C}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(V){let{el:{content:C},parts:H}=this._$AD,L=(V?.creationScope??Z1).importNode(C,!0);s1.currentNode=L;let e=s1.nextNode(),r=0,i=0,a=H[0];for(;a!==void 0;){if(r===a.index){let p;a.type===2?p=new B1(e,e.nextSibling,this,V):a.type===1?p=new a.ctor(e,a.name,a.strings,this,V):a.type===6&&(p=new g2(e,this,V)),this._$AV.push(p),a=H[++i]}r!==a?.index&&(e=s1.nextNode(),r++)}return s1.currentNode=Z1,L}p(V){let C=0;for(let H of this._$AV)H!==void 0&&(H.strings!==void 0?(H._$AI(V,H,C),C+=H.strings.length-2):H._$AI(V[C])),C++}},B1=class M{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(V,C,H,L){this.type=2,this._$AH=m,this._$AN=void 0,this._$AA=V,this._$AB=C,this._$AM=H,this.options=L,this._$Cv=L?.isConnected??!0}get parentNode(){let V=this._$AA.parentNode,C=this._$AM;return C!==void 0&&V?.nodeType===11&&(V=C.parentNode),V}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(V,C=this){V=u1(this,V,C),J1(V)?V===m||V==null||V===""?(this._$AH!==m&&this._$AR(),this._$AH=m):V!==this._$AH&&V!==W&&this._(V):V._$litType$!==void 0?this.$(V):V.nodeType!==void 0?this.T(V):f3(V)?this.k(V):this._(V)}O(V){return this._$AA.parentNode.insertBefore(V,this._$AB)}T(V){this._$AH!==V&&(this._$AR(),this._$AH=this.O(V))}_(V){this._$AH!==m&&J1(this._$AH)?this._$AA.nextSibling.data=V:this.T(Z1.createTextNode(V)),this._$AH=V}$(V){let{values:C,_$litType$:H}=V,L=typeof H=="number"?this._$AC(V):(H.el===void 0&&(H.el=C2.createElement(O3(H.h,H.h[0]),this.options)),H);if(this._$AH?._$AD===L)this._$AH.p(C);else{let e=new c2(L,this),r=e.u(this.options);e.p(C),this.T(r),this._$AH=e}}_$AC(V){let C=h3.get(V.strings);return C===void 0&&h3.set(V.strings,C=new C2(V)),C}k(V){a5(this._$AH)||(this._$AH=[],this._$AR());let C=this._$AH,H,L=0;for(let e of V)L===C.length?C.push(H=new M(this.O(Y1()),this.O(Y1()),this,this.options)):H=C[L],H._$AI(e),L++;L<C.length&&(this._$AR(H&&H._$AB.nextSibling,L),C.length=L)}_$AR(V=this._$AA.nextSibling,C){for(this._$AP?.(!1,!0,C);V!==this._$AB;){let H=x3(V).nextSibling;x3(V).remove(),V=H}}setConnected(V){this._$AM===void 0&&(this._$Cv=V,this._$AP?.(V))}},c1=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(V,C,H,L,e){this.type=1,this._$AH=m,this._$AN=void 0,this.element=V,this.name=C,this._$AM=L,this.options=e,H.length>2||H[0]!==""||H[1]!==""?(this._$AH=Array(H.length-1).fill(new String),this.strings=H):this._$AH=m}_$AI(V,C=this,H,L){let e=this.strings,r=!1;if(e===void 0)V=u1(this,V,C,0),r=!J1(V)||V!==this._$AH&&V!==W,r&&(this._$AH=V);else{let i=V,a,p;for(V=e[0],a=0;a<e.length-1;a++)p=u1(this,i[H+a],C,a),p===W&&(p=this._$AH[a]),r||=!J1(p)||p!==this._$AH[a],p===m?V=m:V!==m&&(V+=(p??"")+e[a+1]),this._$AH[a]=p}r&&!L&&this.j(V)}j(V){V===m?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,V??"")}},S2=class extends c1{constructor(){super(...arguments),this.type=3}j(V){this.element[this.name]=V===m?void 0:V}},h2=class extends c1{constructor(){super(...arguments),this.type=4}j(V){this.element.toggleAttribute(this.name,!!V&&V!==m)}},f2=class extends c1{constructor(V,C,H,L,e){super(V,C,H,L,e),this.type=5}_$AI(V,C=this){if((V=u1(this,V,C,0)??m)===W)return;let H=this._$AH,L=V===m&&H!==m||V.capture!==H.capture||V.once!==H.once||V.passive!==H.passive,e=V!==m&&(H===m||L);L&&this.element.removeEventListener(this.name,this,H),e&&this.element.addEventListener(this.name,this,V),this._$AH=V}handleEvent(V){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,V):this._$AH.handleEvent(V)}},g2=class{constructor(V,C,H){this.element=V,this.type=6,this._$AN=void 0,this._$AM=C,this.options=H}get _$AU(){return this._$AM._$AU}_$AI(V){u1(this,V)}},k3={M:i5,P:e1,A:o5,C:1,L:b3,R:c2,D:f3,V:u1,I:B1,H:c1,N:h2,U:f2,B:S2,F:g2},k7=t5.litHtmlPolyfillSupport;k7?.(C2,B1),(t5.litHtmlVersions??=[]).push("3.3.3");var y3=(M,V,C)=>{let H=C?.renderBefore??V,L=H._$litPart$;if(L===void 0){let e=C?.renderBefore??null;H._$litPart$=L=new B1(V.insertBefore(Y1(),e),e,void 0,C??{})}return L._$AI(M),L};var d5=globalThis,w=class extends M1{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let V=super.createRenderRoot();return this.renderOptions.renderBefore??=V.firstChild,V}update(V){let C=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(V),this._$Do=y3(C,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return W}};w._$litElement$=!0,w.finalized=!0,d5.litElementHydrateSupport?.({LitElement:w});var y7=d5.litElementPolyfillSupport;y7?.({LitElement:w});(d5.litElementVersions??=[]).push("4.2.2");var w7={attribute:!0,type:String,converter:j1,reflect:!1,hasChanged:Z2},P7=(M=w7,V,C)=>{let{kind:H,metadata:L}=C,e=globalThis.litPropertyMetadata.get(L);if(e===void 0&&globalThis.litPropertyMetadata.set(L,e=new Map),H==="setter"&&((M=Object.create(M)).wrapped=!0),e.set(C.name,M),H==="accessor"){let{name:r}=C;return{set(i){let a=V.get.call(this);V.set.call(this,i),this.requestUpdate(r,a,M,!0,i)},init(i){return i!==void 0&&this.C(r,void 0,M,i),i}}}if(H==="setter"){let{name:r}=C;return function(i){let a=this[r];V.call(this,i),this.requestUpdate(r,a,M,!0,i)}}throw Error("Unsupported decorator location: "+H)};function g(M){return(V,C)=>typeof C=="object"?P7(M,V,C):((H,L,e)=>{let r=L.hasOwnProperty(e);return L.constructor.createProperty(e,H),r?Object.getOwnPropertyDescriptor(L,e):void 0})(M,V,C)}function Z(M){return g({...M,state:!0,attribute:!1})}var S1=(M,V,C)=>(C.configurable=!0,C.enumerable=!0,Reflect.decorate&&typeof V!="object"&&Object.defineProperty(M,V,C),C);function T(M,V){return(C,H,L)=>{let e=r=>r.renderRoot?.querySelector(M)??null;if(V){let{get:r,set:i}=typeof H=="object"?C:L??(()=>{let a=Symbol();return{get(){return this[a]},set(p){this[a]=p}}})();return S1(C,H,{get(){let a=r.call(this);return a===void 0&&(a=e(this),(a!==null||this.hasUpdated)&&i.call(this,a)),a}})}return S1(C,H,{get(){return e(this)}})}}var O2=class{constructor(V,C=window){this.close=V;this.view=C}#C=!1;opened(){this.#C||(this.#C=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#V))}closed(){this.#C&&(this.#H(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#H()}#H(){this.#C=!1,this.view.removeEventListener("popstate",this.#V)}#V=()=>{this.#H(),this.close()}};var w3={title:"MyCamera",menu:"Open the sidebar",persons:"People",recordings:"Recordings",day_view:"Timeline",day_line:"Time of day",day_none:"Nothing was recorded on this day",day_none_text:"Choose another day or camera.",day_summary:"{recorded} recorded, {gaps}, {persons}",gaps_one:"{count} gap",gaps_other:"{count} gaps",seen_one:"{count} person seen",seen_other:"{count} people seen",zoom_in:"Zoom in",zoom_out:"Zoom out",previous_person:"Person before",next_person:"Next person",back_10:"10 seconds back",forward_10:"10 seconds forward",pause:"Pause",speed:"Speed",film_ended:"There is no later recording of this camera yet.",views:"Views",all_cameras:"All cameras",cameras:"Cameras",removed_camera:"Removed camera",removed_named:"{name} (removed)",removed:"Removed",left_behind:"{name} is no longer set up. Left are {records} recordings ({size}) and {persons} persons.",left_behind_delete:"Delete all of it…",left_behind_sure:"Delete these recordings, persons and pictures for good, protected ones too?",left_behind_yes:"Delete for good",left_behind_no:"Keep",left_behind_failed:"Not all of it was deleted ({code}). It can be done again.",date:"Day",previous_day:"Day before",next_day:"Day after",clear_day:"All days",search:"Search descriptions",clear_search:"Clear search",retry:"Try again",close:"Close",newer:"Newer person",older:"Older person",loading:"Loading",load_more:"Load more",end_of_list:"That is all",in_view_one:"{count} person in view",in_view_other:"{count} people in view",status_off:"Recording off",status_connecting:"Connecting",status_recording:"Recording",status_unreachable:"Camera unreachable",status_authentication_failed:"Wrong user or password",status_stream_not_found:"Stream not found",status_too_many_connections:"Too many connections",status_stalled:"No picture arrives",status_storage_unavailable:"Storage not available",not_watching:"Not watching for people",worker_not_set_up:"No worker set up: people are not looked for",worker_starting:"Analysis is starting",worker_connected:"Analysis running",worker_disconnected:"Analysis disconnected",worker_failed:"Analysis failed",worker_overloaded:"Analysis is overloaded",worker_overloaded_advice:"Live pictures are left out. Have cameras looked at less often, choose smaller sub streams or a smaller detector, or let the worker run on a faster machine.",minutes_behind_one:"{count} minute behind",minutes_behind_other:"{count} minutes behind",pending_analyses_one:"{count} recording to analyze",pending_analyses_other:"{count} recordings to analyze",pending_captions_one:"{count} description to write",pending_captions_other:"{count} descriptions to write",database_down:"The database is not available",database_down_text:"Recording goes on, and what happens now is written when the database is back. Earlier entries cannot be shown until then.",database_waiting_one:"Recording goes on; {count} entry waits to be written.",database_waiting_other:"Recording goes on; {count} entries wait to be written.",not_loaded:"MyCamera is not running",not_loaded_text:"The integration is starting, was disabled or could not be set up.",connection_lost:"Home Assistant cannot be reached",connection_lost_text:"The list goes on when the connection is back.",load_failed:"This could not be loaded",load_failed_text:"Home Assistant answered: {code}",no_cameras:"No camera yet",no_cameras_text:"Cameras that are added to MyCamera in the settings appear here.",add_camera:"Go to the settings",no_persons:"Nobody seen yet",no_persons_text:"As soon as a camera sees somebody, the picture and its description appear here.",no_matches:"Nothing matches",no_matches_text:"No entry for this camera, day and text.",clear_filters:"Clear filters",no_recordings:"No recording yet",no_recordings_text:"A camera's first minute of video appears here when it is complete.",confidence:"Confidence",duration:"Duration",seen:"Seen",camera:"Camera",description_by:"Description",source_factual:"from the movement",source_model:"by {model}",caption_pending:"Description is being written",no_caption:"No description",picture_of:"Picture of a person, {camera}, {time}",picture_missing:"The picture is not available",recording:"Recording",recording_missing:"There is no recording of this moment.",live_picture:"The camera now",recording_writing:"This minute is still being recorded. It can be played when it is complete.",linked_missing:"This person is no longer in the history.",recording_unplayable:"This browser cannot play the recording ({codec}).",recording_failed:"The recording could not be loaded.",download:"Download",full_picture:"Open the picture",play:"Play",play_recording:"Play the recording of {camera}, {time}",record_success:"Complete",record_failed:"Failed",record_incomplete:"Incomplete",record_timeout:"The camera stopped sending",analysis_pending:"Waiting for analysis",analysis_running:"Being analyzed",analysis_done:"Analyzed",analysis_failed:"Analysis failed",analysis_skipped:"Not analyzed",gap_because:"No footage: {cause}",gap_not_running:"Home Assistant was not running, or recording was off",gap_connecting:"connecting to the camera",gap_disconnected:"the camera closed the connection",gap_unreachable:"camera unreachable",gap_authentication_failed:"wrong user or password",gap_stream_not_found:"stream not found",gap_too_many_connections:"the camera allowed no more connections",gap_stalled:"no picture arrived",gap_timestamps:"the camera's clock jumped",gap_stream_changed:"the camera's picture changed",gap_storage_unavailable:"storage not available",gap_clock_changed:"the clock was set forward",gap_deleted:"deleted to make room",gap_failed:"recording failed",gap_unknown:"cause unknown",zones:"Zones",zones_of:"Zones of {camera}",zones_hint:"A zone tells you who comes, goes and stays there. What happens in an ignored area counts nowhere: a street, a statue, a tree in the wind.",zones_empty:"Nothing is drawn yet: the whole picture counts.",add_zone:"Zone",add_mask:"Ignored area",new_zone:"Zone {number}",ignored_area:"Ignored area",draw_hint:"Tap the corners on the picture, one after the other.",draw_done:"Finish",draw_cancel:"Cancel",edit_hint:"Drag the corners; tap + to add one.",zone_name:"Name",zone_dwell:"Staying counts after (seconds, 0: never)",corner:"Corner {number} of {name}",insert_corner:"Add a corner after corner {number}",remove_corner:"Remove corner",remove_shape:"Delete {name}",undo:"Undo",new_picture:"New picture",still_missing:"The camera gives no picture now. You can draw all the same.",save:"Save",saved:"Saved",save_failed:"This could not be saved: {code}",unsaved:"There are changes that are not saved.",discard:"Discard",keep_editing:"Go on",problem_few:"{name}: set at least three corners.",problem_crosses:"{name}: its outline crosses itself. Drag the corners apart.",problem_small:"{name} is too small.",problem_nameless:"Give this zone a name.",problem_same_name:"There are two zones called “{name}”.",refused_unauthorized:"Only administrators can change zones.",refused_not_found:"This camera was removed.",refused_not_loaded:"MyCamera is not running.",refused_invalid_format:"Home Assistant does not accept these zones.",too_many_shapes:"No more than {most} are possible.",persons_in_zone:"In zones",protect:"Protect from being deleted",unprotect:"No longer protect",protected:"Protected",protect_failed:"The protection could not be changed: {code}"},B7={title:"MyCamera",menu:"打开侧边栏",persons:"人员",recordings:"录像",day_view:"时间线",day_line:"一天中的时间",day_none:"这一天没有录像",day_none_text:"请选择其他日期或摄像头。",day_summary:"已录像 {recorded}，{gaps}，{persons}",gaps_one:"{count} 处缺口",gaps_other:"{count} 处缺口",seen_one:"看到 {count} 人",seen_other:"看到 {count} 人",zoom_in:"放大",zoom_out:"缩小",previous_person:"上一个人员",next_person:"下一个人员",back_10:"后退 10 秒",forward_10:"前进 10 秒",pause:"暂停",speed:"速度",film_ended:"该摄像头暂时没有更晚的录像。",views:"视图",all_cameras:"全部摄像头",cameras:"摄像头",removed_camera:"已移除的摄像头",removed_named:"{name}（已移除）",removed:"已移除",left_behind:"{name} 已不再设置，留有 {records} 段录像（{size}）和 {persons} 条人员记录。",left_behind_delete:"全部删除…",left_behind_sure:"要永久删除这些录像、人员记录和图片吗？受保护的也会删除。",left_behind_yes:"永久删除",left_behind_no:"保留",left_behind_failed:"未能全部删除（{code}），可以再试一次。",date:"日期",previous_day:"前一天",next_day:"后一天",clear_day:"全部日期",search:"搜索描述",clear_search:"清除搜索",retry:"重试",close:"关闭",newer:"较新的人员",older:"较早的人员",loading:"正在加载",load_more:"加载更多",end_of_list:"已显示全部",in_view_one:"画面中有 {count} 人",in_view_other:"画面中有 {count} 人",status_off:"录像已关闭",status_connecting:"正在连接",status_recording:"正在录像",status_unreachable:"无法连接摄像头",status_authentication_failed:"用户名或密码错误",status_stream_not_found:"找不到码流",status_too_many_connections:"连接数过多",status_stalled:"没有收到画面",status_storage_unavailable:"存储不可用",not_watching:"未在检测人员",worker_not_set_up:"尚未设置分析服务：只录像，不检测人员",worker_starting:"分析服务正在启动",worker_connected:"分析服务运行中",worker_disconnected:"分析服务已断开",worker_failed:"分析服务出错",worker_overloaded:"分析服务过载",worker_overloaded_advice:"部分实时画面未被检测。请降低摄像头的检测频率，改用更小的子码流或更小的检测模型，或让分析服务运行在更快的机器上。",minutes_behind_one:"落后 {count} 分钟",minutes_behind_other:"落后 {count} 分钟",pending_analyses_one:"{count} 段录像待分析",pending_analyses_other:"{count} 段录像待分析",pending_captions_one:"{count} 条描述待生成",pending_captions_other:"{count} 条描述待生成",database_down:"数据库不可用",database_down_text:"录像仍在继续，期间发生的事件会在数据库恢复后写入；在此之前无法显示以前的记录。",database_waiting_one:"录像仍在继续，{count} 条记录等待写入。",database_waiting_other:"录像仍在继续，{count} 条记录等待写入。",not_loaded:"MyCamera 未运行",not_loaded_text:"集成正在启动、已被禁用或无法完成设置。",connection_lost:"无法连接 Home Assistant",connection_lost_text:"连接恢复后列表会继续更新。",load_failed:"无法加载",load_failed_text:"Home Assistant 返回：{code}",no_cameras:"还没有摄像头",no_cameras_text:"在设置中添加到 MyCamera 的摄像头会显示在这里。",add_camera:"前往设置",no_persons:"还没有看到人",no_persons_text:"一旦有摄像头看到人，图片和描述就会显示在这里。",no_matches:"没有匹配的记录",no_matches_text:"此摄像头、日期和文字没有对应的记录。",clear_filters:"清除筛选",no_recordings:"还没有录像",no_recordings_text:"摄像头的第一分钟视频录完后会显示在这里。",confidence:"置信度",duration:"时长",seen:"时间",camera:"摄像头",description_by:"描述来源",source_factual:"根据移动轨迹",source_model:"由 {model} 生成",caption_pending:"正在生成描述",no_caption:"没有描述",picture_of:"人员图片，{camera}，{time}",picture_missing:"图片不可用",recording:"录像",recording_missing:"没有此时刻的录像。",live_picture:"摄像头实时画面",recording_writing:"这一分钟仍在录制，录完后即可播放。",linked_missing:"历史记录中已没有此人员。",recording_unplayable:"此浏览器无法播放该录像（{codec}）。",recording_failed:"无法加载录像。",download:"下载",full_picture:"打开图片",play:"播放",play_recording:"播放录像：{camera}，{time}",record_success:"完整",record_failed:"失败",record_incomplete:"不完整",record_timeout:"摄像头停止发送画面",analysis_pending:"等待分析",analysis_running:"正在分析",analysis_done:"已分析",analysis_failed:"分析失败",analysis_skipped:"未分析",gap_because:"没有录像：{cause}",gap_not_running:"Home Assistant 未运行或录像已关闭",gap_connecting:"正在连接摄像头",gap_disconnected:"摄像头断开了连接",gap_unreachable:"无法连接摄像头",gap_authentication_failed:"用户名或密码错误",gap_stream_not_found:"找不到码流",gap_too_many_connections:"摄像头不允许更多连接",gap_stalled:"没有收到画面",gap_timestamps:"摄像头时钟跳变",gap_stream_changed:"摄像头的编码或分辨率已改变",gap_storage_unavailable:"存储不可用",gap_clock_changed:"系统时钟被调快",gap_deleted:"为腾出空间已删除",gap_failed:"录像失败",gap_unknown:"原因不明",zones:"区域",zones_of:"{camera} 的区域",zones_hint:"有人进入、离开区域或在其中停留时会通知您。忽略区内的一切都不计入，例如街道、雕像、随风摇动的树。",zones_empty:"尚未绘制区域，整个画面都有效。",add_zone:"区域",add_mask:"忽略区",new_zone:"区域 {number}",ignored_area:"忽略区",draw_hint:"在画面上依次点按各个顶点。",draw_done:"完成",draw_cancel:"取消",edit_hint:"拖动顶点；点按 + 添加顶点。",zone_name:"名称",zone_dwell:"停留满多少秒后通知（0 表示不通知）",corner:"{name} 的第 {number} 个顶点",insert_corner:"在第 {number} 个顶点后添加顶点",remove_corner:"移除顶点",remove_shape:"删除“{name}”",undo:"撤销",new_picture:"刷新画面",still_missing:"摄像头现在没有画面，仍可绘制。",save:"保存",saved:"已保存",save_failed:"无法保存：{code}",unsaved:"有尚未保存的更改。",discard:"放弃",keep_editing:"继续编辑",problem_few:"{name}：至少需要三个顶点。",problem_crosses:"{name}：边线自相交叉，请把顶点拉开。",problem_small:"“{name}”太小。",problem_nameless:"请为此区域命名。",problem_same_name:"有两个区域都叫“{name}”。",refused_unauthorized:"只有管理员可以更改区域。",refused_not_found:"此摄像头已被移除。",refused_not_loaded:"MyCamera 未运行。",refused_invalid_format:"Home Assistant 不接受这些区域。",too_many_shapes:"最多只能有 {most} 个。",persons_in_zone:"所在区域",protect:"防止被删除",unprotect:"取消保护",protected:"已保护",protect_failed:"无法更改保护状态：{code}"};function b2(M){return/^zh(-|$)/i.test(M)}function P3(M){let V=b2(M)?B7:w3;return(C,H={})=>V[C].replace(/\{(\w+)\}/g,(L,e)=>Object.hasOwn(H,e)?String(H[e]):L)}function r1(M,V,C,H){let L=new Intl.PluralRules(b2(V)?"zh":"en").select(H);return M(L==="one"?`${C}_one`:`${C}_other`,{count:H})}function h1(M,V,C){return M(Object.hasOwn(w3,V)?V:C)}function T3(M,V){return{hass:M,localize:P3(M.language),formats:P5(M),overview:V}}function K(M,V){let C=M.overview?.cameras.find(L=>L.camera_id===V);if(C)return C.name;let H=M.overview?.removed_cameras.find(L=>L.camera_id===V);return H?M.localize("removed_named",{name:H.name}):M.overview?M.localize("removed_camera"):""}function f1(M,V){let C=[{text:V.caption??"",lang:"en"},{text:V.caption_zh??"",lang:"zh-Hans"}];return b2(M.hass.language)&&C.reverse(),C.filter(H=>H.text!=="")}function k2(M,V){if(!V.caption_source)return"";if(V.caption_source==="factual")return M.localize("source_factual");let C=V.caption_source.split(/[\\/]/).filter(Boolean).at(-1)??V.caption_source;return M.localize("source_model",{model:C})}function y2(M){return Math.max(0,(Date.parse(M.last_seen)-Date.parse(M.first_seen))/1e3)}function B3(M){return M.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}function R3(M,V){let C=B3(M),H=L=>{for(let e=C.indexOf(L);e>=0;e=C.indexOf(L,e+1))if(/^\p{Script=Han}/u.test(L)||!/[\p{L}\p{N}]$/u.test(C.slice(0,e)))return!0;return!1};return B3(V).split(/\s+/).filter(Boolean).every(H)}var _3=y`
  :host {
    display: block;
  }
  .player {
    position: relative;
    display: grid;
    background: #000;
    border-radius: var(--mc-radius);
    overflow: hidden;
    margin-block-start: 12px;
  }
  video {
    inline-size: 100%;
    /* The controls and the line stay in sight. */
    block-size: min(56.25vw, calc(100vh - 380px));
    min-block-size: 180px;
    object-fit: contain;
  }
  .problem {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    padding: 12px 16px;
    color: #fff;
    background: rgba(0, 0, 0, 0.7);
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px;
    padding-block: 8px;
  }
  .clock {
    min-inline-size: 9ch;
    text-align: center;
    font-size: 16px;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  select {
    font: inherit;
    color: inherit;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    border-radius: 8px;
    block-size: 36px;
    padding-inline: 6px;
  }
  .line {
    position: relative;
    block-size: 72px;
    background: var(--mc-sunken);
    border-radius: 8px;
    overflow: hidden;
    cursor: pointer;
    touch-action: pan-y pinch-zoom;
    user-select: none;
  }
  .line > span {
    position: absolute;
    inset-block-start: 0;
    pointer-events: none;
  }
  .line > .span {
    block-size: 48px;
    background: color-mix(in srgb, var(--mc-accent) 35%, var(--mc-surface));
  }
  .line > .gap {
    pointer-events: auto;
    block-size: 48px;
    min-inline-size: 1px;
    background: repeating-linear-gradient(135deg, var(--mc-bad) 0 3px, transparent 3px 7px);
  }
  .line > .person {
    pointer-events: auto;
    inset-block-start: 10px;
    block-size: 28px;
    min-inline-size: 3px;
    border-radius: 2px;
    background: var(--mc-warn);
  }
  .line > .mark {
    inset-block-start: 48px;
    block-size: 24px;
    border-inline-start: 1px solid var(--mc-text-2);
    font-size: 12px;
    color: var(--mc-text);
    white-space: nowrap;
  }
  .mark > span {
    padding-inline-start: 4px;
  }
  .line > .head {
    block-size: 72px;
    border-inline-start: 2px solid var(--mc-bad);
  }
  .summary {
    padding-block: 10px;
    color: var(--mc-text-2);
  }
  .shown {
    margin-block-end: 8px;
    text-align: start;
  }
`;var F=M=>V=>{customElements.get(M)||customElements.define(M,V)};function h(M){return o`<svg viewBox="0 0 24 24" aria-hidden="true">${T1`<path d=${M}></path>`}</svg>`}var a1=y`
  .message {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 8px;
    min-block-size: 280px;
    padding: 32px 24px;
    text-align: center;
    max-inline-size: 460px;
    margin-inline: auto;
  }
  .message svg {
    inline-size: 56px;
    block-size: 56px;
    color: var(--mc-text-2);
    opacity: 0.7;
  }
  .message.bad svg {
    color: var(--mc-bad);
    opacity: 1;
  }
  .message h2 {
    font-size: 20px;
    font-weight: 400;
  }
  .message p {
    color: var(--mc-text-2);
  }
  .message .text-button {
    margin-block-start: 8px;
  }
`;function Q(M){return o`<div class="message ${M.bad?"bad":""}" role=${M.bad?"alert":"status"}>
    ${h(M.icon)}
    <h2>${M.heading}</h2>
    <p>${M.text}</p>
    ${M.action??m}
  </div>`}function N(M,V){let{localize:C}=M;return V==="database_unavailable"?{heading:C("database_down"),text:C("database_down_text")}:V==="not_loaded"||V==="unknown_command"?{heading:C("not_loaded"),text:C("not_loaded_text")}:V==="connection_lost"?{heading:C("connection_lost"),text:C("connection_lost_text")}:{heading:C("load_failed"),text:C("load_failed_text",{code:V})}}function R1(M,V,C){return V==="gone"?M.localize("recording_missing"):V==="failed"?M.localize("recording_failed"):M.localize("recording_unplayable",{codec:C??"?"})}function w2(M,V){return h1(M.localize,`gap_${V}`,"gap_unknown")}var T7=[1e4,3e4,6e4,3e5,6e5,18e5,36e5,72e5,108e5,216e5];function n5(M,V,C,H){let L=Math.min(V.to-V.from,Math.max(6e4,(M.to-M.from)*C)),e=(H-M.from)/(M.to-M.from);return F3({from:H-e*L,to:H+(1-e)*L},V)}function F3(M,V){let C=Math.min(M.to-M.from,V.to-V.from),H=Math.min(Math.max(M.from,V.from),V.to-C);return{from:H,to:H+C}}function p5(M,V,C){let H=M.to-M.from;return C>=M.from&&C<=M.to-H/10?M:F3({from:C-H/10,to:C+H*9/10},V)}function $3(M,V,C=70){let H=(M.to-M.from)*C/Math.max(1,V);return T7.find(L=>L>=H)??12*36e5}function D3(M,V){for(let[H,L]of M){if(V<H)return H;if(V<L)return V}let C=M.at(-1);return C?Math.max(C[0],C[1]-1e3):null}function E3(M,V,C){return(C===1?M.find(L=>L>V+1e3):M.findLast(L=>L<V-1e3))??null}var $=y`
  :host {
    --mc-accent: var(--primary-color, #03a9f4);
    --mc-text: var(--primary-text-color, #212121);
    --mc-text-2: var(--secondary-text-color, #727272);
    --mc-surface: var(--card-background-color, #fff);
    --mc-page: var(--primary-background-color, #fafafa);
    --mc-sunken: var(--secondary-background-color, #e5e5e5);
    --mc-line: var(--divider-color, rgba(0, 0, 0, 0.12));
    --mc-good: var(--success-color, #43a047);
    --mc-warn: var(--warning-color, #ffa600);
    --mc-bad: var(--error-color, #db4437);
    --mc-radius: var(--ha-card-border-radius, 12px);
    --mc-gap: 16px;
    color: var(--mc-text);
    font-family: var(--ha-font-family-body, var(--paper-font-body1_-_font-family, Roboto, Noto, "Noto Sans CJK SC", sans-serif));
    font-size: 14px;
    line-height: 1.45;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  svg {
    display: block;
    inline-size: 24px;
    block-size: 24px;
    fill: currentColor;
    flex: none;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.4;
  }
  :focus-visible {
    outline: 2px solid var(--mc-accent);
    outline-offset: 2px;
  }
  .icon-button {
    display: inline-grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    flex: none;
  }
  .icon-button:hover:enabled {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  .text-button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 40px;
    padding-inline: 16px;
    border-radius: 20px;
    color: var(--mc-accent);
    font-weight: 500;
    text-decoration: none;
    border: 1px solid var(--mc-line);
  }
  .text-button:hover {
    background: color-mix(in srgb, var(--mc-accent) 8%, transparent);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .spinner {
    inline-size: 28px;
    block-size: 28px;
    border-radius: 50%;
    border: 3px solid var(--mc-line);
    border-block-start-color: var(--mc-accent);
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 3s;
    }
  }
  .day {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding-block: 14px 8px;
    background: var(--mc-page);
    font-size: 15px;
    font-weight: 500;
  }
  .foot {
    display: grid;
    place-items: center;
    min-block-size: 72px;
    padding: 16px;
    color: var(--mc-text-2);
  }
`;var R7=[.5,1,2,4,8,16],D=1e3,_7=15*D,Y,F1,g1,i1,A1,L2,l,q,P2,B2,t1,T2,R2,H2,_1,V2,_2,F2,$2,D2,E2,z3,I3,N3,W3,U3,R=class extends w{constructor(){super(...arguments);u(this,l);this.cameraId=null;this.day="";this.data=null;this.failure=null;this.view={from:0,to:1};this.width=0;this.moment=null;this.playing=!1;this.speed=1;this.problem=null;u(this,Y,null);u(this,F1,"");u(this,g1,0);u(this,i1,!1);u(this,A1);u(this,L2,new ResizeObserver(([C])=>{this.width=C?.contentRect.width??0}));u(this,_2,C=>{C.button===0&&(f(this,i1,!0),this.line?.setPointerCapture(C.pointerId),this.moment=t(this,l,V2).call(this,C))});u(this,F2,C=>{v(this,i1)&&(this.moment=t(this,l,V2).call(this,C))});u(this,$2,C=>{v(this,i1)&&(f(this,i1,!1),t(this,l,t1).call(this,t(this,l,V2).call(this,C)))});u(this,D2,C=>{C.preventDefault();let H=this.view.to-this.view.from;if(C.shiftKey||Math.abs(C.deltaX)>Math.abs(C.deltaY)){let L=(C.deltaX||C.deltaY)/Math.max(1,this.width)*H;this.view=n5({from:this.view.from+L,to:this.view.to+L},t(this,l,q).call(this),1,this.view.from+L)}else t(this,l,_1).call(this,C.deltaY>0?1.25:.8,t(this,l,V2).call(this,C))});u(this,E2,C=>{let H={ArrowLeft:-10*D,ArrowRight:10*D,PageDown:-300*D,PageUp:300*D},{from:L,to:e}=t(this,l,q).call(this);if(C.key in H)t(this,l,R2).call(this,H[C.key]??0);else if(C.key==="Home")t(this,l,t1).call(this,L);else if(C.key==="End")t(this,l,t1).call(this,e);else if(C.key===" "||C.key==="k")t(this,l,T2).call(this);else if(C.key==="+")t(this,l,_1).call(this,.5);else if(C.key==="-")t(this,l,_1).call(this,2);else if(C.key==="n")t(this,l,H2).call(this,1);else if(C.key==="p")t(this,l,H2).call(this,-1);else return;C.preventDefault()})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(v(this,A1)),f(this,A1,void 0),v(this,L2).disconnect(),t(this,l,B2).call(this)}willUpdate(C){if(C.has("cameraId")||C.has("day")){let H=!C.has("day")&&this.moment!==null,{from:L,to:e}=t(this,l,q).call(this);H||(this.moment=null,this.view={from:L,to:e}),this.data=null,this.problem=null,t(this,l,B2).call(this),t(this,l,P2).call(this)}}updated(){this.line&&v(this,L2).observe(this.line),this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}recorded(C){C!==this.cameraId||Date.now()>t(this,l,q).call(this).to||v(this,A1)!==void 0||f(this,A1,window.setTimeout(()=>{f(this,A1,void 0),t(this,l,P2).call(this)},_7))}render(){let{context:C,data:H}=this,{localize:L}=C;return this.failure!==null&&H===null?Q({icon:L1,bad:!0,...N(C,this.failure),action:o`<button class="text-button" @click=${()=>{t(this,l,P2).call(this)}}>${L("retry")}</button>`}):H===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${L("loading")}></div>
      </div>`:H.spans.length===0?Q({icon:l2,heading:L("day_none"),text:L("day_none_text")}):o`<div class="player">
        <video
          playsinline
          muted
          aria-label=${K(C,this.cameraId??"")}
          @play=${()=>{this.playing=!0}}
          @pause=${()=>{this.playing=!1}}
          @click=${()=>{t(this,l,T2).call(this)}}
        ></video>
        ${t(this,l,z3).call(this)}
      </div>
      ${t(this,l,I3).call(this)} ${t(this,l,N3).call(this,H)} ${t(this,l,W3).call(this,H)}`}};Y=new WeakMap,F1=new WeakMap,g1=new WeakMap,i1=new WeakMap,A1=new WeakMap,L2=new WeakMap,l=new WeakSet,q=function(){let{since:C,until:H}=V5(this.day,this.context.formats.timeZone);return{from:Date.parse(C),to:Date.parse(H)}},P2=async function(){if(this.cameraId===null)return;f(this,g1,v(this,g1)+1);let C=v(this,g1),{since:H,until:L}=V5(this.day,this.context.formats.timeZone);try{let e=await $5(this.context.hass,this.cameraId,H,L);if(C!==v(this,g1))return;this.data=e,this.failure=null,this.moment!==null&&v(this,Y)===null&&t(this,l,t1).call(this,this.moment)}catch(e){C===v(this,g1)&&(this.failure=_(e))}},B2=function(){v(this,Y)?.close(),f(this,Y,null),f(this,F1,"")},t1=async function(C){let H=D3(this.data?.spans??[],C);if(H===null||this.cameraId===null)return;this.moment=H,this.problem=null,this.view=p5(this.view,t(this,l,q).call(this),H),await this.updateComplete;let L=this.cameraId,{Film:e,filmsPlay:r}=await import("./film-QZREEJFV.js");if(!(!this.video||L!==this.cameraId||!this.isConnected)){if(!r()){this.problem="unplayable";return}(v(this,Y)===null||v(this,F1)!==L)&&(t(this,l,B2).call(this),f(this,F1,L),f(this,Y,new e(this.video,this.context.hass,L,{at:i=>{v(this,i1)||(this.moment=i,this.view=p5(this.view,t(this,l,q).call(this),i))},ended:i=>{let a=(this.data?.spans??[]).find(([p])=>p>=i);a?t(this,l,t1).call(this,a[0]):this.problem="ended"},failed:i=>{this.problem=i}}))),await v(this,Y).seek(H)}},T2=async function(){if(this.playing){this.video?.pause();return}v(this,Y)===null&&await t(this,l,t1).call(this,this.moment??this.data?.spans[0]?.[0]??0),await this.video?.play().catch(()=>{})},R2=function(C){let{from:H,to:L}=t(this,l,q).call(this),e=Math.min(L,Math.max(H,(this.moment??this.data?.spans[0]?.[0]??H)+C)),r=(this.data?.spans??[]).findLast(([a])=>a<=e),i=C<0&&r!==void 0&&e>=r[1];t(this,l,t1).call(this,i?r[1]-2*D:e)},H2=function(C){let H=(this.data?.persons??[]).map(e=>Date.parse(e.first_seen)),L=E3(H,this.moment??t(this,l,q).call(this).from,C);L!==null&&t(this,l,t1).call(this,L)},_1=function(C,H=this.moment??(this.view.from+this.view.to)/2){this.view=n5(this.view,t(this,l,q).call(this),C,H)},V2=function(C){let H=this.line?.getBoundingClientRect();if(!H?.width)return this.view.from;let L=Math.min(1,Math.max(0,(C.clientX-H.left)/H.width));return this.view.from+L*(this.view.to-this.view.from)},_2=new WeakMap,F2=new WeakMap,$2=new WeakMap,D2=new WeakMap,E2=new WeakMap,z3=function(){let{context:C,problem:H}=this;if(H===null)return m;let L=H==="ended"?C.localize("film_ended"):R1(C,H,null);return o`<p class="problem" role="alert">${L}</p>`},I3=function(){let{localize:C,formats:H}=this.context,L=(e,r,i)=>o`<button
      class="icon-button"
      aria-label=${r}
      title=${r}
      @click=${i}
    >
      ${h(e)}
    </button>`;return o`<div class="controls">
      ${L(N5,C("previous_person"),()=>t(this,l,H2).call(this,-1))}
      ${L(o3,C("back_10"),()=>t(this,l,R2).call(this,-10*D))}
      ${L(this.playing?t3:m2,C(this.playing?"pause":"play"),()=>{t(this,l,T2).call(this)})}
      ${L(C3,C("forward_10"),()=>t(this,l,R2).call(this,10*D))}
      ${L(W5,C("next_person"),()=>t(this,l,H2).call(this,1))}
      <output class="clock">${this.moment===null?"":H.timeSeconds(new Date(this.moment).toISOString())}</output>
      <select
        aria-label=${C("speed")}
        @change=${e=>{this.speed=Number(e.target.value)}}
      >
        ${R7.map(e=>o`<option value=${e} ?selected=${e===this.speed}>${e}×</option>`)}
      </select>
      ${L(M3,C("zoom_out"),()=>t(this,l,_1).call(this,2))}
      ${L(e3,C("zoom_in"),()=>t(this,l,_1).call(this,.5))}
    </div>`},N3=function(C){let{context:H,view:L}=this,{localize:e,formats:r}=H,i=S=>new Date(S).toISOString(),a=L.to-L.from,p=(S,l1)=>{let y5=Math.max(0,(S-L.from)/a),s7=Math.min(1,(l1-L.from)/a);return`left: ${(y5*100).toFixed(4)}%; width: ${(Math.max(0,s7-y5)*100).toFixed(4)}%`},s=(S,l1)=>l1>L.from&&S<L.to,n=$3(L,this.width),{from:c}=t(this,l,q).call(this),O=[];for(let S=c+Math.ceil((L.from-c)/n)*n;S<L.to;S+=n)O.push(S);let k=S=>n<60*D?r.timeSeconds(i(S)):r.time(i(S)),{from:G,to:Q1}=t(this,l,q).call(this);return o`<div
      class="line"
      role="slider"
      tabindex="0"
      aria-label=${e("day_line")}
      aria-valuemin=${Math.round(G/D)}
      aria-valuemax=${Math.round(Q1/D)}
      aria-valuenow=${Math.round((this.moment??G)/D)}
      aria-valuetext=${r.timeSeconds(i(this.moment??G))}
      @pointerdown=${v(this,_2)}
      @pointermove=${v(this,F2)}
      @pointerup=${v(this,$2)}
      @pointercancel=${()=>{f(this,i1,!1)}}
      @wheel=${{handleEvent:v(this,D2),passive:!1}}
      @keydown=${v(this,E2)}
    >
      ${C.spans.filter(([S,l1])=>s(S,l1)).map(([S,l1])=>o`<span class="span" style=${p(S,l1)}></span>`)}
      ${C.gaps.filter(S=>s(Date.parse(S.start),Date.parse(S.end))).map(S=>o`<span
            class="gap"
            style=${p(Date.parse(S.start),Date.parse(S.end))}
            title=${`${r.range(S.start,S.end)}
${e("gap_because",{cause:w2(H,S.cause)})}`}
          ></span>`)}
      ${C.persons.filter(S=>s(Date.parse(S.first_seen),Date.parse(S.last_seen)+D)).map(S=>o`<span
            class="person"
            style=${p(Date.parse(S.first_seen),Date.parse(S.last_seen))}
            title=${`${r.timeSeconds(S.first_seen)}
${f1(H,S)[0]?.text??""}`}
          ></span>`)}
      ${O.map(S=>o`<span class="mark" style=${p(S,S)}><span>${k(S)}</span></span>`)}
      ${this.moment===null||!s(this.moment,this.moment)?m:o`<span class="head" style=${p(this.moment,this.moment)}></span>`}
    </div>`},W3=function(C){let{context:H}=this,{localize:L,formats:e,hass:r}=H,i=C.spans.reduce((p,[s,n])=>p+n-s,0)/D,a=t(this,l,U3).call(this,C);return o`<p class="summary">
        ${L("day_summary",{recorded:e.duration(i),gaps:r1(L,r.language,"gaps",C.gaps.length),persons:r1(L,r.language,"seen",C.persons.length)})}
      </p>
      ${a.map(p=>o`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:p}))}
        >
          ${e.timeSeconds(p.first_seen)} ${f1(H,p)[0]?.text??""}
        </button>`)}`},U3=function(C){let{moment:H}=this;return H===null?[]:C.persons.filter(L=>Date.parse(L.first_seen)-D<=H&&H<=Date.parse(L.last_seen)+D)},R.styles=[$,a1,_3],d([g({attribute:!1})],R.prototype,"context",2),d([g({attribute:!1})],R.prototype,"cameraId",2),d([g({attribute:!1})],R.prototype,"day",2),d([Z()],R.prototype,"data",2),d([Z()],R.prototype,"failure",2),d([Z()],R.prototype,"view",2),d([Z()],R.prototype,"width",2),d([Z()],R.prototype,"moment",2),d([Z()],R.prototype,"playing",2),d([Z()],R.prototype,"speed",2),d([Z()],R.prototype,"problem",2),d([T("video")],R.prototype,"video",2),d([T(".line")],R.prototype,"line",2),R=d([F("mycamera-day")],R);var z2,G3,J=class extends w{constructor(){super(...arguments);u(this,z2);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(C){let H=C.get("camera");H&&H.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:C,formats:H}=this.context,{name:L,records:e,persons:r,bytes:i}=this.camera,a=(s,n)=>o`<button class="text-button" ?disabled=${this.busy} @click=${n}>${s}</button>`,p={name:L,records:String(e),persons:String(r),size:H.bytes(i)};return o`<div class="left" role="group">
      <p dir="auto">${this.asking?C("left_behind_sure"):C("left_behind",p)}</p>
      ${this.asking?o`${a(C("left_behind_no"),()=>{this.asking=!1})}
            ${a(C("left_behind_yes"),()=>{t(this,z2,G3).call(this)})}`:a(C("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?m:o`<p class="problem" role="alert">${C("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};z2=new WeakSet,G3=async function(){let{camera_id:C}=this.camera;this.busy=!0,this.failed=null;try{let H=await _5(this.context.hass,C);if(this.camera.camera_id!==C)return;H.records+H.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(H){this.camera.camera_id===C&&(this.failed=_(H))}finally{this.busy=!1,this.asking=!1}},J.styles=[$,y`
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
    `],d([g({attribute:!1})],J.prototype,"context",2),d([g({attribute:!1})],J.prototype,"camera",2),d([Z()],J.prototype,"asking",2),d([Z()],J.prototype,"busy",2),d([Z()],J.prototype,"failed",2),J=d([F("mycamera-left-behind")],J);var I2=y`
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
`;var N2,Q3,j=class extends w{constructor(){super(...arguments);u(this,N2);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(C){(C.has("kept")||C.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:C,hass:H}=this.context,L=h(this.now?H3:V3);if(!H.user?.is_admin)return this.now?o`<span class="sign" role="img" aria-label=${C("protected")} title=${C("protected")}>
            ${L}${this.verbose?C("protected"):m}
          </span>`:m;let e=C(this.now?"unprotect":"protect"),r=this.failed===null?"":C("protect_failed",{code:this.failed});return o`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${C("protect")}
        title=${r||e}
        ?disabled=${this.busy}
        @click=${t(this,N2,Q3)}
      >
        ${L}${this.verbose?o`<span>${C(this.now?"protected":"protect")}</span>`:m}
      </button>
      ${r?o`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${r}</p>`:m}`}};N2=new WeakSet,Q3=async function(){let C=this.recordId;if(!(C===null||this.busy)){this.busy=!0;try{let H=await I5(this.context.hass,C,!this.now);this.recordId===C&&(this.now=H.protected,this.failed=null)}catch(H){this.recordId===C&&(this.failed=_(H))}finally{this.busy=!1}}},j.styles=[$,y`
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
    `],d([g({attribute:!1})],j.prototype,"context",2),d([g({attribute:!1})],j.prototype,"recordId",2),d([g({attribute:!1})],j.prototype,"kept",2),d([g({type:Boolean})],j.prototype,"verbose",2),d([Z()],j.prototype,"now",2),d([Z()],j.prototype,"busy",2),d([Z()],j.prototype,"failed",2),j=d([F("mycamera-protection")],j);var F7=2,$7=12e4,K3=3e3,b,m5,q3,j3,X3,M2,Y3,J3,C0,H0,V0,L0,M0,E=class extends w{constructor(){super(...arguments);u(this,b);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.problem=null;this.following=null}willUpdate(C){!C.has("detection")||C.get("detection")?.event_id===this.detection?.event_id||(this.detail=null,this.error=null,this.broken=!1,this.size=null,this.problem=null,this.following=null,this.detection&&t(this,b,m5).call(this,this.detection.event_id))}updated(C){C.has("detection")&&(this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(C){this.detection?.camera_id===C&&this.detail?.recording===null&&t(this,b,m5).call(this,this.detection.event_id)}render(){return o`<dialog aria-labelledby="title" @close=${t(this,b,X3)} @click=${t(this,b,J3)} @keydown=${t(this,b,Y3)}>
      ${this.detection?t(this,b,C0).call(this,this.detection):m}
    </dialog>`}};b=new WeakSet,m5=async function(C){try{let H=await A2(this.context.hass,C);this.detection?.event_id===C&&(this.detail=H)}catch(H){this.detection?.event_id===C&&(this.error=_(H))}},q3=async function(C,H){let L=await d2(H);this.detection?.event_id===C&&(this.problem=L)},j3=async function(C,H,L){let e=H+L*1e3;if(Date.parse(C.last_seen)>e)try{let i=(await R5(this.context.hass,C.camera_id,e-K3,e+K3)).findLast(a=>a.video_url!==null&&Date.parse(a.start)>H);i&&this.detection?.event_id===C.event_id&&(this.following=i)}catch(r){console.info("MyCamera: the next recording cannot be loaded:",_(r))}},X3=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},M2=function(C){C&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:C}))},Y3=function(C){if(C.target instanceof HTMLVideoElement)return;let H=getComputedStyle(this).direction==="rtl";if(C.key==="ArrowLeft")t(this,b,M2).call(this,H?this.older:this.newer);else if(C.key==="ArrowRight")t(this,b,M2).call(this,H?this.newer:this.older);else return;C.preventDefault()},J3=function(C){C.target===this.dialog&&this.dialog.close()},C0=function(C){let{context:H,newer:L,older:e}=this,{localize:r,formats:i}=H,a=f1(H,C),p=C.caption_status==="pending"||C.caption_status==="running",s=K(H,C.camera_id);return o`
      <header>
        <h2 id="title">
          <span dir="auto">${s}</span>
          <time datetime=${C.first_seen}>${i.dateTime(C.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!L} aria-label=${r("newer")} @click=${()=>t(this,b,M2).call(this,L)}>
          ${h(n2)}
        </button>
        <button class="icon-button turn" ?disabled=${!e} aria-label=${r("older")} @click=${()=>t(this,b,M2).call(this,e)}>
          ${h(p2)}
        </button>
        <button class="icon-button" autofocus aria-label=${r("close")} @click=${()=>this.dialog.close()}>
          ${h(v1)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${t(this,b,V0).call(this,C,s)}</figure>
          <figure>${t(this,b,M0).call(this)}</figure>
        </div>
        <div class="text">
          ${a.length===0?o`<p class="none">${r(p?"caption_pending":"no_caption")}</p>`:a.map((n,c)=>o`<p class=${c===0?"caption":"other"} lang=${n.lang} dir="auto">${n.text}</p>`)}
          <dl>
            <div>
              <dt>${r("seen")}</dt>
              <dd>${i.range(C.first_seen,C.last_seen)}</dd>
            </div>
            <div>
              <dt>${r("duration")}</dt>
              <dd>${i.duration(y2(C))}</dd>
            </div>
            <div>
              <dt>${r("confidence")}</dt>
              <dd>${i.percent(C.confidence)}</dd>
            </div>
            ${a.length>0?o`<div>
                    <dt>${r("description_by")}</dt>
                    <dd>
                      ${k2(H,C)}${p?o` · ${r("caption_pending")}`:m}
                    </dd>
                  </div>`:m}
            ${t(this,b,H0).call(this)}
          </dl>
          ${this.detail?.recording?o`<mycamera-protection
                  class="protection"
                  verbose
                  .context=${H}
                  .recordId=${this.detail.recording.record_id}
                  .kept=${this.detail.recording.protected}
                ></mycamera-protection>`:m}
        </div>
      </div>
    `},H0=function(){let C=this.detail?.zones??[];return C.length===0?m:o`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${C.join(" · ")}</dd>
    </div>`},V0=function(C,H){let{localize:L,formats:e,hass:r}=this.context,i=C.snapshot_url;return i===null||this.broken?o`<p class="instead">${h(P1)} ${L("picture_missing")}</p>`:o`<a href=${r.hassUrl(i)} target="_blank" rel="noopener" title=${L("full_picture")}>
      <img
        src=${r.hassUrl(i)}
        alt=${L("picture_of",{camera:H,time:e.time(C.first_seen)})}
        @load=${a=>{let{naturalWidth:p,naturalHeight:s}=a.target;this.size={width:p,height:s}}}
        @error=${()=>{this.broken=!0}}
      />
      ${t(this,b,L0).call(this)}
    </a>`},L0=function(){let{detail:C,size:H}=this;if(C===null||H===null)return m;let[L,e,r,i]=C.box;return o`<svg class="box" viewBox="0 0 ${H.width} ${H.height}" aria-hidden="true">
      <rect
        x=${L*H.width}
        y=${e*H.height}
        width=${(r-L)*H.width}
        height=${(i-e)*H.height}
        rx=${H.height/100}
      />
    </svg>`},M0=function(){let{context:C,detail:H}=this,{localize:L,hass:e}=C;if(this.error!==null)return o`<p class="instead" role="alert">${N(C,this.error).heading}</p>`;if(H===null)return o`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${L("loading")}></div>
      </div>`;if(H.recording===null){let s=Date.now()-Date.parse(H.last_seen)<$7,n=o`<p class="instead" role="status">
        ${L(s?"recording_writing":"recording_missing")}
      </p>`;return!s||H.live_url===null?n:o`<div class="live">
        <img src=${e.hassUrl(H.live_url)} alt=${L("live_picture")} />
        ${n}
      </div>`}let r=e.hassUrl(H.recording.url);if(this.problem!==null)return o`<div class="instead" role="alert">
        <p>${R1(C,this.problem,H.recording.codec)}</p>
        ${this.problem==="unplayable"?o`<a class="text-button" href=${r} download>${L("download")}</a>`:m}
      </div>`;let i=Math.max(0,H.recording.offset-F7),{following:a}=this,p=Date.parse((a??H.recording).start);return o`<video
      src=${a?.video_url?e.hassUrl(a.video_url):`${r}#t=${i.toFixed(1)}`}
      @ended=${s=>{t(this,b,j3).call(this,H,p,s.target.duration)}}
      aria-label=${L("recording")}
      controls
      autoplay
      muted
      playsinline
      @error=${()=>{t(this,b,q3).call(this,H.event_id,r)}}
    ></video>`},E.styles=[$,I2,y`
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
      img,
      video {
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
      .protection {
        margin-block-start: 10px;
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
    `],d([g({attribute:!1})],E.prototype,"context",2),d([g({attribute:!1})],E.prototype,"detection",2),d([g({attribute:!1})],E.prototype,"newer",2),d([g({attribute:!1})],E.prototype,"older",2),d([Z()],E.prototype,"detail",2),d([Z()],E.prototype,"error",2),d([Z()],E.prototype,"broken",2),d([Z()],E.prototype,"size",2),d([Z()],E.prototype,"problem",2),d([Z()],E.prototype,"following",2),d([T("dialog")],E.prototype,"dialog",2),E=d([F("mycamera-person-dialog")],E);var e0=y`
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
    padding-inline: 16px;
    min-block-size: 48px;
    font-weight: 500;
    opacity: 0.75;
    border-block-end: 3px solid transparent;
  }
  .tabs button[aria-selected="true"] {
    opacity: 1;
    border-block-end-color: currentColor;
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
  .date,
  .search {
    display: flex;
    align-items: center;
    min-block-size: 42px;
    border-radius: 21px;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .date:focus-within,
  .search:focus-within {
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
  input::placeholder {
    color: var(--mc-text-2);
    opacity: 1;
  }
  .search {
    flex: 1 1 220px;
    max-inline-size: 420px;
    padding-inline-start: 14px;
    gap: 8px;
  }
  .search svg {
    color: var(--mc-text-2);
  }
  .search input {
    flex: 1;
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
    .tabs button {
      padding-inline: 10px;
    }
    .date,
    .search {
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
`;var o1={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},W2=M=>(...V)=>({_$litDirective$:M,values:V}),$1=class{constructor(V){}get _$AU(){return this._$AM._$AU}_$AT(V,C,H){this._$Ct=V,this._$AM=C,this._$Ci=H}_$AS(V,C){return this.update(V,C)}update(V,C){return this.render(...C)}};var{I:D7}=k3,r0=M=>M;var i0=M=>M.strings===void 0,t0=()=>document.createComment(""),D1=(M,V,C)=>{let H=M._$AA.parentNode,L=V===void 0?M._$AB:V._$AA;if(C===void 0){let e=H.insertBefore(t0(),L),r=H.insertBefore(t0(),L);C=new D7(e,r,M,M.options)}else{let e=C._$AB.nextSibling,r=C._$AM,i=r!==M;if(i){let a;C._$AQ?.(M),C._$AM=M,C._$AP!==void 0&&(a=M._$AU)!==r._$AU&&C._$AP(a)}if(e!==L||i){let a=C._$AA;for(;a!==e;){let p=r0(a).nextSibling;r0(H).insertBefore(a,L),a=p}}}return C},d1=(M,V,C=M)=>(M._$AI(V,C),M),E7={},U2=(M,V=E7)=>M._$AH=V,o0=M=>M._$AH,G2=M=>{M._$AR(),M._$AA.remove()};var a0=(M,V,C)=>{let H=new Map;for(let L=V;L<=C;L++)H.set(M[L],L);return H},n1=W2(class extends $1{constructor(M){if(super(M),M.type!==o1.CHILD)throw Error("repeat() can only be used in text expressions")}dt(M,V,C){let H;C===void 0?C=V:V!==void 0&&(H=V);let L=[],e=[],r=0;for(let i of M)L[r]=H?H(i,r):r,e[r]=C(i,r),r++;return{values:e,keys:L}}render(M,V,C){return this.dt(M,V,C).values}update(M,[V,C,H]){let L=o0(M),{values:e,keys:r}=this.dt(V,C,H);if(!Array.isArray(L))return this.ut=r,e;let i=this.ut??=[],a=[],p,s,n=0,c=L.length-1,O=0,k=e.length-1;for(;n<=c&&O<=k;)if(L[n]===null)n++;else if(L[c]===null)c--;else if(i[n]===r[O])a[O]=d1(L[n],e[O]),n++,O++;else if(i[c]===r[k])a[k]=d1(L[c],e[k]),c--,k--;else if(i[n]===r[k])a[k]=d1(L[n],e[k]),D1(M,a[k+1],L[n]),n++,k--;else if(i[c]===r[O])a[O]=d1(L[c],e[O]),D1(M,L[n],L[c]),c--,O++;else if(p===void 0&&(p=a0(r,O,k),s=a0(i,n,c)),p.has(i[n]))if(p.has(i[c])){let G=s.get(r[O]),Q1=G!==void 0?L[G]:null;if(Q1===null){let S=D1(M,L[n]);d1(S,e[O]),a[O]=S}else a[O]=d1(Q1,e[O]),D1(M,L[n],Q1),L[G]=null;O++}else G2(L[c]),c--;else G2(L[n]),n++;for(;O<=k;){let G=D1(M,a[k+1]);d1(G,e[O]),a[O++]=G}for(;n<=c;){let G=L[n++];G!==null&&G2(G)}return this.ut=r,U2(M,a),W}});var l5=class{constructor(V,C){this.id=V;this.key=C}#C=[];get items(){return this.#C}clear(){this.#C=[]}has(V){return this.#C.some(C=>this.id(C)===V)}put(...V){let C=new Map(V.map(L=>[this.id(L),L])),H=this.#C.map(L=>{let e=this.id(L),r=C.get(e);return C.delete(e),r??L});this.#C=[...H,...C.values()].sort((L,e)=>this.key(e)-this.key(L))}},O1=class{constructor(V,C){this.host=V;this.options=C;this.state="loading";this.error=null;this.#H=null;this.#V=0;this.#L=!1;this.#C=new l5(C.id,C.time),V.addController(this)}#C;#H;#V;#L;get items(){return this.#C.items}get more(){return this.#H!==null}get busy(){return this.#L}hostDisconnected(){this.#V+=1,this.#L=!1}async reload(V=!1){this.#V+=1,this.#L=!1,V||(this.#C.clear(),this.#H=null,this.state="loading"),await this.#M(null)}async next(){this.#L||this.#H===null||this.state!=="ready"||await this.#M(this.#H)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#H===null?this.reload(!0):this.next())}put(V){let C=this.items.at(-1),H=C!==void 0&&this.options.time(V)<this.options.time(C);return this.state!=="ready"||H&&this.more&&!this.#C.has(this.options.id(V))?!1:(this.#C.put(V),this.host.requestUpdate(),!0)}async#M(V){let C=this.#V;this.#L=!0,this.host.requestUpdate();try{let H=await this.options.load(V);if(C!==this.#V)return;V===null&&this.#C.clear(),this.#C.put(...H.items),this.#H=H.cursor,this.state="ready",this.error=null}catch(H){if(C!==this.#V)return;this.state="error",this.error=_(H)}this.#L=!1,this.host.requestUpdate()}};function Q2(M,V){let C=[];for(let H of M){let L=V(H),e=C.at(-1);e&&e.key===L?e.items.push(H):C.push({key:L,items:[H]})}return C}var b1={cameraId:null,day:null,text:""};var p1,z,A0,d0,n0,p0,m0,l0,v0,C1=class extends w{constructor(){super(...arguments);u(this,z);this.filter=b1;this.playing=null;this.problems=new Map;this.records=new O1(this,{load:C=>T5(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>String(C.record_id),time:C=>Date.parse(C.start)});this.gaps=new O1(this,{load:C=>F5(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>String(C.gap_id),time:C=>Date.parse(C.start)});u(this,p1,null)}connectedCallback(){super.connectedCallback(),f(this,p1,new IntersectionObserver(C=>{C.some(H=>H.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),v(this,p1)?.disconnect(),f(this,p1,null)}willUpdate(C){C.has("filter")&&(this.playing=null,this.records.reload(),this.gaps.reload()),t(this,z,A0).call(this)}updated(){v(this,p1)?.disconnect(),this.foot&&this.records.more&&v(this,p1)?.observe(this.foot)}refresh(){this.playing===null&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){let{context:C,records:H}=this,{localize:L}=C,e=t(this,z,d0).call(this);if(e.length===0){if(H.state==="error")return Q({icon:L1,bad:!0,...N(C,H.error??"unknown"),action:o`<button class="text-button" @click=${t(this,z,n0)}>${L("retry")}</button>`});if(H.state==="loading"||H.more)return o`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${L("loading")}></div>
        </div>`;let r=this.filter.cameraId!==null||this.filter.day!==null;return Q({icon:l2,heading:L(r?"no_matches":"no_recordings"),text:L(r?"no_matches_text":"no_recordings_text"),...r?{action:o`<button
                class="text-button"
                @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
              >
                ${L("clear_filters")}
              </button>`}:{}})}return o`
      ${n1(Q2(e,r=>C.formats.day(r.start)),r=>r.key,r=>o`<section>
          <h2 class="day">${C.formats.heading(r.key)}</h2>
          <ul>
            ${n1(r.items,i=>i.kind==="gap"?`g${i.gap.gap_id}`:`r${i.record.record_id}`,i=>i.kind==="gap"?t(this,z,m0).call(this,i.gap):t(this,z,l0).call(this,i.record))}
          </ul>
        </section>`)}
      <div class="foot">${t(this,z,p0).call(this)}</div>
    `}};p1=new WeakMap,z=new WeakSet,A0=function(){let C=this.records.items.at(-1),H=this.gaps.items.at(-1);C&&H&&Date.parse(H.start)>Date.parse(C.start)&&this.gaps.next()},d0=function(){let C=this.records.items.at(-1),H=C&&this.records.more?Date.parse(C.start):Number.NEGATIVE_INFINITY,L=this.records.items.map(r=>({kind:"record",start:r.start,record:r})),e=this.gaps.items.filter(r=>Date.parse(r.start)>=H).map(r=>({kind:"gap",start:r.start,gap:r}));return[...L,...e].sort((r,i)=>Date.parse(i.start)-Date.parse(r.start))},n0=function(){this.records.reload(),this.gaps.reload()},p0=function(){let{records:C,context:H}=this;return C.state==="error"?o`<p>${N(H,C.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{C.retry()}}>${H.localize("retry")}</button>`:C.busy?o`<div class="spinner" role="progressbar" aria-label=${H.localize("loading")}></div>`:C.more?o`<button class="text-button" @click=${()=>{C.next()}}>${H.localize("load_more")}</button>`:H.localize("end_of_list")},m0=function(C){let{context:H}=this,{formats:L,localize:e}=H;return o`<li class="row gap">
      <span class="dot bad"></span>
      <span class="when">${L.range(C.start,C.end)}</span>
      <span class="camera" dir="auto">${K(H,C.camera_id)}</span>
      <span class="note">${e("gap_because",{cause:w2(H,C.cause)})}</span>
      <span class="number">${L.duration((Date.parse(C.end)-Date.parse(C.start))/1e3)}</span>
    </li>`},l0=function(C){let{context:H}=this,{formats:L,localize:e}=H,r=K(H,C.camera_id),i=this.playing===C.record_id,a=C.status==="success",p=C.status==="failed"&&C.video_url!==null?"incomplete":C.status,s=(Date.parse(C.end)-Date.parse(C.start))/1e3;return o`<li>
      <div class="row">
        <span class="dot ${a?"good":"bad"}"></span>
        <span class="when">${L.range(C.start,C.end)}</span>
        <span class="camera" dir="auto">${r}</span>
        <span class="note" title=${C.error??""}>
          ${h1(e,`record_${p}`,"record_failed")} ·
          ${h1(e,`analysis_${C.analysis_status}`,"analysis_pending")}
          ${C.error?o`<span class="error" dir="auto">${C.error}</span>`:m}
        </span>
        <span class="number">${L.duration(C.duration??s)}</span>
        <span class="number size">${C.file_size===null?"":L.bytes(C.file_size)}</span>
        <mycamera-protection
          .context=${H}
          .recordId=${C.record_id}
          .kept=${C.protected}
        ></mycamera-protection>
        ${C.video_url===null?o`<span class="no-button"></span>`:o`<button
                class="icon-button"
                aria-expanded=${i?"true":"false"}
                aria-label=${e("play_recording",{camera:r,time:L.time(C.start)})}
                @click=${()=>{this.playing=i?null:C.record_id}}
              >
                ${h(i?X5:m2)}
              </button>`}
      </div>
      ${i&&C.video_url!==null?t(this,z,v0).call(this,C,C.video_url):m}
    </li>`},v0=function(C,H){let{context:L}=this,e=L.hass.hassUrl(H),r=this.problems.get(C.record_id);return r?o`<p class="unplayable" role="alert">
        ${R1(L,r,C.codec)}
        ${r==="unplayable"?o`<a class="text-button" href=${e} download>${L.localize("download")}</a>`:m}
      </p>`:o`<video
      src=${e}
      aria-label=${L.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[C.record_id,await d2(e)]])}}
    ></video>`},C1.styles=[$,a1,y`
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
      li + li {
        border-block-start: 1px solid var(--mc-line);
      }
      .row {
        display: grid;
        grid-template-columns: 12px 190px minmax(90px, 180px) 1fr 90px 90px 40px 40px;
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
        color: var(--mc-bad);
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
        max-block-size: 70vh;
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
          grid-template-columns: 12px minmax(0, 1fr) auto 40px 40px;
          grid-template-areas: "dot when when lock play" ". camera number lock play" ". note size lock play";
          gap: 0 10px;
          padding-block: 8px;
        }
        .gap {
          grid-template-areas: "dot when when when when" ". camera camera number number" ". note note note note";
        }
        .dot {
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
    `],d([g({attribute:!1})],C1.prototype,"context",2),d([g({attribute:!1})],C1.prototype,"filter",2),d([Z()],C1.prototype,"playing",2),d([Z()],C1.prototype,"problems",2),d([T(".foot")],C1.prototype,"foot",2),C1=d([F("mycamera-recordings")],C1);var m1,U,x0,s0,Z0,u0,c0,S0,H1=class extends w{constructor(){super(...arguments);u(this,U);this.filter=b1;this.broken=new Set;this.fresh=new Set;this.feed=new O1(this,{load:C=>B5(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>C.event_id,time:C=>Date.parse(C.first_seen)});u(this,m1,null)}connectedCallback(){super.connectedCallback(),f(this,m1,new IntersectionObserver(C=>{C.some(H=>H.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),v(this,m1)?.disconnect(),f(this,m1,null)}willUpdate(C){C.has("filter")&&this.feed.reload()}updated(){v(this,m1)?.disconnect(),this.foot&&this.feed.more&&v(this,m1)?.observe(this.foot)}live(C,H){if(!t(this,U,x0).call(this,C))return;let L=this.feed.items.some(e=>e.event_id===C.event_id);!this.feed.put(C)||L||!H||(this.fresh=new Set([...this.fresh,C.event_id]))}neighbour(C,H){let L=this.feed.items.findIndex(e=>e.event_id===C);return L<0?null:(H===1&&L>=this.feed.items.length-3&&this.feed.next(),this.feed.items[L+H]??null)}render(){let{feed:C,context:H}=this;if(C.items.length===0)return t(this,U,Z0).call(this);let L=Q2(C.items,e=>H.formats.day(e.first_seen));return o`
      ${n1(L,e=>e.key,e=>o`<section aria-labelledby="day-${e.key}">
          <h2 class="day" id="day-${e.key}">${H.formats.heading(e.key)}</h2>
          <ul>
            ${n1(e.items,r=>r.event_id,r=>t(this,U,u0).call(this,r))}
          </ul>
        </section>`)}
      <div class="foot" aria-live="polite">${t(this,U,s0).call(this)}</div>
    `}};m1=new WeakMap,U=new WeakSet,x0=function(C){let{cameraId:H,day:L,text:e}=this.filter;return H&&C.camera_id!==H||L&&this.context.formats.day(C.first_seen)!==L?!1:R3(`${C.caption??""}
${C.caption_zh??""}`,e)},s0=function(){let{feed:C,context:H}=this;if(C.state==="error"){let L=N(H,C.error??"unknown");return o`<p>${L.heading}</p>
        <button class="text-button" @click=${()=>{C.retry()}}>${H.localize("retry")}</button>`}return C.busy?o`<div class="spinner" role="progressbar" aria-label=${H.localize("loading")}></div>`:C.more?o`<button class="text-button" @click=${()=>{C.next()}}>${H.localize("load_more")}</button>`:H.localize("end_of_list")},Z0=function(){let{feed:C,context:H}=this,{localize:L}=H;return C.state==="error"?Q({icon:L1,bad:!0,...N(H,C.error??"unknown"),action:o`<button class="text-button" @click=${()=>{C.reload()}}>${L("retry")}</button>`}):C.state==="loading"||C.more?o`<div class="visually-hidden" role="status">${L("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <ul aria-hidden="true">
          ${Array.from({length:6},()=>o`<li class="ghost"><div class="card"><div class="picture"></div></div></li>`)}
        </ul>
        <div class="foot"></div>`:this.filter.cameraId!==null||this.filter.day!==null||this.filter.text!==""?Q({icon:G5,heading:L("no_matches"),text:L("no_matches_text"),action:o`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${L("clear_filters")}
          </button>`}):Q({icon:U5,heading:L("no_persons"),text:L("no_persons_text")})},u0=function(C){let{context:H}=this,{localize:L,formats:e}=H,r=K(H,C.camera_id),[i,a]=f1(H,C),p=C.caption_status==="pending"||C.caption_status==="running";return o`<li class=${this.fresh.has(C.event_id)?"fresh":""}>
      <button class="card" @click=${()=>t(this,U,S0).call(this,C)}>
        <span class="picture">${t(this,U,c0).call(this,C,r)}</span>
        <span class="facts">
          <span class="line">
            <time datetime=${C.first_seen}>${e.timeSeconds(C.first_seen)}</time>
            <span class="camera" dir="auto">${r}</span>
          </span>
          ${i?o`<span class="caption" lang=${i.lang} dir="auto">${i.text}</span>`:o`<span class="caption none">${L(p?"caption_pending":"no_caption")}</span>`}
          ${a?o`<span class="other" lang=${a.lang} dir="auto">${a.text}</span>`:m}
          <span class="badges">
            <span title=${L("duration")}>${e.duration(y2(C))}</span>
            <span title=${L("confidence")}>${e.percent(C.confidence)}</span>
            ${i?o`<span class="source" title=${L("description_by")}>${k2(H,C)}</span>`:m}
          </span>
        </span>
      </button>
    </li>`},c0=function(C,H){let{localize:L,formats:e,hass:r}=this.context,i=C.thumbnail_url??C.snapshot_url;return i===null||this.broken.has(i)?o`<span class="missing" title=${L("picture_missing")}>${h(P1)}</span>`:o`<img
      src=${r.hassUrl(i)}
      alt=${L("picture_of",{camera:H,time:e.time(C.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,i])}}
    />`},S0=function(C){this.dispatchEvent(new CustomEvent("mycamera-open",{detail:C}))},H1.styles=[$,a1,y`
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
      .caption,
      .other {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      .other {
        -webkit-line-clamp: 2;
        color: var(--mc-text-2);
        font-size: 13px;
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
    `],d([g({attribute:!1})],H1.prototype,"context",2),d([g({attribute:!1})],H1.prototype,"filter",2),d([Z()],H1.prototype,"broken",2),d([Z()],H1.prototype,"fresh",2),d([T(".foot")],H1.prototype,"foot",2),H1=d([F("mycamera-timeline")],H1);var K2=W2(class extends $1{constructor(M){if(super(M),M.type!==o1.PROPERTY&&M.type!==o1.ATTRIBUTE&&M.type!==o1.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!i0(M))throw Error("`live` bindings can only contain a single expression")}render(M){return M}update(M,[V]){if(V===W||V===m)return V;let C=M.element,H=M.name;if(M.type===o1.PROPERTY){if(V===C[H])return W}else if(M.type===o1.BOOLEAN_ATTRIBUTE){if(!!V===C.hasAttribute(H))return W}else if(M.type===o1.ATTRIBUTE&&C.getAttribute(H)===V+"")return W;return U2(M),V}});function f0(M){return M.length<3?"few":I7(M)?"crosses":z7(M)<5e-4?"small":null}function v5(M){return M.map((V,C)=>[V,M[(C+1)%M.length]??V])}function z7(M){return Math.abs(v5(M).reduce((V,[C,H])=>V+C[0]*H[1]-H[0]*C[1],0))/2}function I7(M){let V=v5(M);return V.some(([C,H],L)=>{let e=V[(L+1)%V.length]?.[1]??H;return W7(C,H,e)?!0:V.some(([r,i],a)=>a-L>1&&!(L===0&&a===V.length-1)&&N7(C,H,r,i))})}function e2(M,V,C){let H=(V[0]-M[0])*(C[1]-M[1])-(V[1]-M[1])*(C[0]-M[0]);return Math.abs(H)<1e-12?0:H}function q2(M,V,C){return Math.min(M[0],V[0])<=C[0]&&C[0]<=Math.max(M[0],V[0])&&Math.min(M[1],V[1])<=C[1]&&C[1]<=Math.max(M[1],V[1])}function N7(M,V,C,H){let[L,e,r,i]=[e2(M,V,C),e2(M,V,H),e2(C,H,M),e2(C,H,V)];return L*e<0&&r*i<0?!0:L===0&&q2(M,V,C)||e===0&&q2(M,V,H)||r===0&&q2(C,H,M)||i===0&&q2(C,H,V)}function W7(M,V,C){return M[0]===V[0]&&M[1]===V[1]?!0:e2(M,V,C)===0&&(M[0]-V[0])*(C[0]-V[0])+(M[1]-V[1])*(C[1]-V[1])>0}function g0(M,[V,C]){return v5(M).filter(([H,L])=>H[1]>C!=L[1]>C&&V<H[0]+(C-H[1])/(L[1]-H[1])*(L[0]-H[0])).length%2===1}function x5(M){let V=Math.max(1,M.length);return[M.reduce((C,[H])=>C+H,0)/V,M.reduce((C,[,H])=>C+H,0)/V]}function O0(M,V){return[h0(M),h0(V)]}function h0(M){return M>.015?M>1-.015?1:Math.round(M*1e4)/1e4:0}var s5=16,U7=100,r2=class{constructor(V,C){this.selected=null;this.drawing=null;this.#H=[];this.#V=null;this.#L=0;this.shapes=[...V.map(H=>({...H,key:this.#M(),kind:"zone"})),...C.map(H=>({...H,key:this.#M(),kind:"mask",name:"",dwell:0}))],this.#C=this.shapes}#C;#H;#V;#L;#M(){return this.#L+=1,this.#L}get changed(){return this.shapes!==this.#C&&JSON.stringify(this.shapes)!==JSON.stringify(this.#C)}get undoable(){return this.#H.length>0}get current(){return this.shapes.find(V=>V.key===this.selected)??null}count(V){return this.shapes.filter(C=>C.kind===V).length}#r(V,C=null){(C===null||C!==this.#V)&&(this.#H=[...this.#H,{shapes:this.shapes,drawing:this.drawing}].slice(-U7)),this.#V=C,this.shapes=V}endGesture(){this.#V=null}undo(){let V=this.#H.pop();V&&(this.shapes=V.shapes,this.drawing=V.drawing,this.#V=null,this.current===null&&(this.selected=this.drawing))}begin(V,C){this.#t();let H=this.#M();this.#r([...this.shapes,{key:H,id:null,kind:V,name:C,dwell:0,points:[]}]),this.selected=this.drawing=H}addPoint(V){let C=this.current;C===null||this.drawing!==C.key||C.points.length>=32||this.#e({...C,points:[...C.points,V]})}finish(){this.#t()&&(this.selected=null),this.drawing=null,this.#V=null}#t(){let V=this.shapes.find(C=>C.key===this.drawing);return!V||V.points.length>=3?!1:(this.#r(this.shapes.filter(C=>C!==V)),this.drawing=null,!0)}insertPoint(V,C){let H=this.current;H===null||H.points.length>=32||this.#e({...H,points:H.points.toSpliced(V+1,0,C)})}movePoint(V,C){let H=this.current;H&&this.#e({...H,points:H.points.with(V,C)},`move ${H.key} ${V}`)}removePoint(V){let C=this.current;C===null||C.points.length<=3&&this.drawing!==C.key||this.#e({...C,points:C.points.toSpliced(V,1)})}rename(V){let C=this.current;C&&this.#e({...C,name:V},`name ${C.key}`)}setDwell(V){let C=this.current;C&&this.#e({...C,dwell:V},`dwell ${C.key}`)}remove(V){this.#r(this.shapes.filter(C=>C.key!==V)),this.drawing===V&&(this.drawing=null),this.selected===V&&(this.selected=null)}#e(V,C=null){this.#r(this.shapes.map(H=>H.key===V.key?V:H),C)}selectAt(V){this.selected=this.shapes.findLast(C=>g0(C.points,V))?.key??null}problem(V){let C=f0(V.points);if(C)return C;if(V.kind==="mask")return null;let H=b0(V.name);return H===""?"nameless":this.shapes.some(e=>e.kind==="zone"&&e!==V&&b0(e.name)===H)?"same_name":null}firstProblem(){for(let V of this.shapes){let C=this.problem(V);if(C)return{shape:V,problem:C}}return null}};function b0(M){return M.trim().replace(/\s+/g," ").toLowerCase()}var k0=y`
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
`;var y0=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],w0="#9e9e9e",G7=.005,Q7=.03,K7=80,q7=3e3,z1,I1,A,X2,B0,I,T0,R0,u5,_0,F0,c5,$0,D0,S5,E0,z0,h5,I0,Y2,N0,W0,f5,J2,E1,g5,U0,G0,Q0,K0,q0,t2,j0,X0,Y0,J0,C7,H7,V7,L7,B=class extends w{constructor(){super(...arguments);u(this,A);this.cameraId=null;this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;u(this,z1);u(this,I1,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(v(this,z1))}willUpdate(C){C.has("cameraId")&&(this.draft=null,this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&t(this,A,X2).call(this,this.cameraId,!1))}updated(C){C.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){t(this,A,E1).call(this,{to:"close"})}render(){return o`<dialog
      aria-labelledby="title"
      @cancel=${t(this,A,g5)}
      @keydown=${t(this,A,G0)}
      @close=${t(this,A,U0)}
    >
      ${this.cameraId===null?m:t(this,A,Q0).call(this,this.cameraId)}
    </dialog>`}};z1=new WeakMap,I1=new WeakMap,A=new WeakSet,X2=async function(C,H){try{let L=await E5(this.context.hass,C);if(this.cameraId!==C)return;this.still=L.still_url??null,this.broken=this.still===null,H||(this.draft=new r2(L.zones,L.masks))}catch(L){this.cameraId===C&&(this.error=_(L))}},B0=function(C){this.error=null,t(this,A,X2).call(this,C,!1)},I=function(C){if(!this.draft)return;C(this.draft),this.complaint=null,this.saved=!1;let H=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=H&&(this.corner=null),this.requestUpdate()},T0=function(C){t(this,A,I).call(this,H=>{H.finish(),H.selected=C,this.corner=null})},R0=function(C){let{localize:H}=this.context;t(this,A,I).call(this,L=>{let e=C==="zone"?H("new_zone",{number:L.count("zone")+1}):"";L.begin(C,e),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},u5=function(C){let H=this.picture?.getBoundingClientRect();return!H||H.width===0?[0,0]:O0((C.clientX-H.left)/H.width,(C.clientY-H.top)/H.height)},_0=function(C){if(C.target instanceof Element&&C.target.closest("button"))return;let H=t(this,A,u5).call(this,C);t(this,A,I).call(this,L=>{L.drawing!==null?(L.addPoint(H),this.corner=(L.current?.points.length??1)-1):(L.selectAt(H),this.corner=null)})},F0=function(C){C.key!=="Enter"||C.target!==this.picture||this.draft?.drawing==null||(C.preventDefault(),t(this,A,I).call(this,H=>{H.addPoint([.5,.5]),this.corner=(H.current?.points.length??1)-1}),t(this,A,c5).call(this))},c5=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},$0=function(C,H){C.button===0&&(C.currentTarget.setPointerCapture(C.pointerId),f(this,I1,H),this.corner=H)},D0=function(C,H){if(v(this,I1)!==H)return;let L=t(this,A,u5).call(this,C);t(this,A,I).call(this,e=>e.movePoint(H,L))},S5=function(){f(this,I1,null),this.draft?.endGesture()},E0=function(C){let H=this.draft;C===0&&H?.drawing!=null&&(H.current?.points.length??0)>=3?t(this,A,Y2).call(this):this.corner=C},z0=function(C,H){let L=this.draft?.current?.points[H];if(!L)return;let e=C.shiftKey?Q7:G7,i={ArrowLeft:[-e,0],ArrowRight:[e,0],ArrowUp:[0,-e*this.aspect],ArrowDown:[0,e*this.aspect]}[C.key];if(i){let a=[P0(L[0]+i[0]),P0(L[1]+i[1])];t(this,A,I).call(this,p=>p.movePoint(H,a))}else if(C.key==="Delete"||C.key==="Backspace")t(this,A,h5).call(this,H);else return;C.preventDefault()},h5=function(C){t(this,A,I).call(this,H=>H.removePoint(C)),this.corner=null},I0=function(C,H){t(this,A,I).call(this,L=>L.insertPoint(C,H)),this.corner=C+1,t(this,A,c5).call(this)},Y2=function(){t(this,A,I).call(this,C=>{C.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},N0=async function(){let{draft:C,cameraId:H}=this;if(!C||H===null||this.saving)return;t(this,A,I).call(this,()=>C.finish());let L=C.firstProblem();if(L){C.selected=L.shape.key,this.complaint=t(this,A,f5).call(this,L.shape,L.problem);return}this.saving=!0;try{let e=await z5(this.context.hass,H,{zones:C.shapes.filter(r=>r.kind==="zone").map(({id:r,name:i,points:a,dwell:p})=>({id:r,name:i.trim(),points:a,dwell:p})),masks:C.shapes.filter(r=>r.kind==="mask").map(({id:r,points:i})=>({id:r,points:i}))});if(this.cameraId!==H)return;this.draft=new r2(e.zones,e.masks),this.corner=null,this.saved=!0,window.clearTimeout(v(this,z1)),f(this,z1,window.setTimeout(()=>{this.saved=!1},q7))}catch(e){this.complaint=t(this,A,W0).call(this,_(e))}finally{this.saving=!1}},W0=function(C){let{localize:H}=this.context;return h1(H,`refused_${C}`,"save_failed").replaceAll("{code}",C)},f5=function(C,H){let{localize:L}=this.context;return L(`problem_${H}`,{name:t(this,A,J2).call(this,C)})},J2=function(C){return C.kind==="mask"?this.context.localize("ignored_area"):C.name.trim()},E1=function(C){if(this.draft?.changed&&!this.leaving){this.leaving=C;return}this.leaving=null,C.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:C.cameraId}))},g5=function(C){C.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?t(this,A,Y2).call(this):t(this,A,E1).call(this,{to:"close"})},U0=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},G0=function(C){if(C.key==="Escape"){t(this,A,g5).call(this,C);return}let H=C.target instanceof HTMLInputElement;(C.ctrlKey||C.metaKey)&&C.key.toLowerCase()==="z"&&!C.shiftKey&&!H&&(C.preventDefault(),t(this,A,I).call(this,L=>L.undo()))},Q0=function(C){let{context:H,draft:L}=this,{localize:e}=H;return o`
      <header>
        <h2 id="title">${e("zones")} ${t(this,A,K0).call(this,C)}</h2>
        <button
          class="icon-button"
          aria-label=${e("undo")}
          title=${e("undo")}
          ?disabled=${!L?.undoable}
          @click=${()=>t(this,A,I).call(this,r=>r.undo())}
        >
          ${h(a3)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!L||this.saving||!L.changed}
          @click=${()=>{t(this,A,N0).call(this)}}
        >
          ${e("save")}
        </button>
        <button class="icon-button" aria-label=${e("close")} @click=${()=>t(this,A,E1).call(this,{to:"close"})}>
          ${h(v1)}
        </button>
      </header>
      ${t(this,A,q0).call(this)}
      ${L?o`<div class="body">
              <div class="stage">${t(this,A,j0).call(this,L)} ${t(this,A,C7).call(this,L)}</div>
              <div class="side">${t(this,A,H7).call(this,L)}</div>
            </div>`:o`<div class="wait">
              ${this.error===null?o`<div class="spinner" role="progressbar" aria-label=${e("loading")}></div>`:o`<div class="failed" role="alert">
                      <p>${N(H,this.error).heading}</p>
                      <button class="text-button" @click=${()=>t(this,A,B0).call(this,C)}>${e("retry")}</button>
                    </div>`}
            </div>`}
    `},K0=function(C){let H=this.context.overview?.cameras??[];return H.length<2?o`<span class="camera" dir="auto">${K(this.context,C)}</span>`:o`<select
      aria-label=${this.context.localize("camera")}
      .value=${K2(C)}
      @change=${L=>{let e=L.target;t(this,A,E1).call(this,{to:"camera",cameraId:e.value}),e.value=C}}
    >
      ${H.map(L=>o`<option value=${L.camera_id} ?selected=${L.camera_id===C}>${L.name}</option>`)}
    </select>`},q0=function(){let{localize:C}=this.context,{leaving:H}=this;return H?o`<div class="notice" role="alertdialog" aria-label=${C("unsaved")}>
        <p>${C("unsaved")}</p>
        <button class="text-button" @click=${()=>t(this,A,E1).call(this,H)}>${C("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${C("keep_editing")}
        </button>
      </div>`:this.complaint?o`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?o`<div class="notice good" role="status">${h(j5)}<p>${C("saved")}</p></div>`:m},t2=function(C){if(C.kind==="mask")return w0;let H=this.draft?.shapes.filter(L=>L.kind==="zone")??[];return y0[H.indexOf(C)%y0.length]??w0},j0=function(C){let{localize:H,hass:L}=this.context,e=C.drawing!==null;return o`<div
      class="picture ${e?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${e?0:-1}
      role="group"
      aria-label=${H("zones_of",{camera:K(this.context,this.cameraId??"")})}
      @click=${t(this,A,_0)}
      @keydown=${t(this,A,F0)}
    >
      ${this.still&&!this.broken?o`<img
              src=${L.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${r=>{let{naturalWidth:i,naturalHeight:a}=r.target;i&&a&&(this.aspect=i/a),this.loaded=!0}}
              @error=${()=>{this.broken=!0}}
            />`:o`<p class="instead">${h(P1)} ${H("still_missing")}</p>`}
      ${this.still&&!this.broken&&!this.loaded?o`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${H("loading")}></div>
            </div>`:m}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${.03*this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${.03*this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${C.shapes.map(r=>t(this,A,X0).call(this,r,C))}
      </svg>
      ${C.shapes.map(r=>t(this,A,Y0).call(this,r,C))}
      ${C.current?t(this,A,J0).call(this,C,C.current):m}
    </div>`},X0=function(C,H){let L=H.drawing===C.key,e=!L&&["crosses","small"].includes(H.problem(C)??""),r=`${C.kind} ${H.selected===C.key?"selected":""} ${e?"bad":""}`,i=C.points.map(a=>a.join(",")).join(" ");return T1`<g class=${r} style="--colour: ${t(this,A,t2).call(this,C)}">
      <polygon class="area" points=${i}></polygon>
      ${L?T1`<polyline class="line" points=${i}></polyline>`:T1`<polygon class="line" points=${i}></polygon>`}
    </g>`},Y0=function(C,H){if(C.kind==="mask"||C.points.length<3||H.drawing===C.key)return m;let[L,e]=x5(C.points);return o`<span class="label" style=${Z5([L,e],t(this,A,t2).call(this,C))} dir="auto">${C.name}</span>`},J0=function(C,H){let{localize:L}=this.context,e=t(this,A,t2).call(this,H),r=t(this,A,J2).call(this,H),i=H.points.map((s,n)=>o`<button
        class="corner ${this.corner===n?"chosen":""}"
        data-index=${n}
        style=${Z5(s,e)}
        aria-label=${L("corner",{number:n+1,name:r})}
        @pointerdown=${c=>t(this,A,$0).call(this,c,n)}
        @pointermove=${c=>t(this,A,D0).call(this,c,n)}
        @pointerup=${t(this,A,S5)}
        @pointercancel=${t(this,A,S5)}
        @click=${()=>t(this,A,E0).call(this,n)}
        @focus=${()=>{this.corner=n}}
        @keydown=${c=>t(this,A,z0).call(this,c,n)}
      ></button>`);if(C.drawing!==null||H.points.length>=32)return o`${i}`;let a=this.picture?.clientWidth??0,p=H.points.map((s,n)=>{let c=H.points[(n+1)%H.points.length]??s;if(Math.hypot((c[0]-s[0])*a,(c[1]-s[1])*a/this.aspect)<K7)return m;let k=x5([s,c]);return o`<button
        class="edge"
        style=${Z5(k,e)}
        aria-label=${L("insert_corner",{number:n+1})}
        @click=${()=>t(this,A,I0).call(this,n,k)}
      ></button>`});return o`${p}${i}`},C7=function(C){let{localize:H}=this.context,L=C.current;if(C.drawing!==null){let r=(L?.points.length??0)>=3;return o`<div class="tools">
        <p>${H("draw_hint")}</p>
        <button class="text-button ${r?"ready":""}" @click=${t(this,A,Y2)}>
          ${H(r?"draw_done":"draw_cancel")}
        </button>
      </div>`}let e=this.corner;return o`<div class="tools">
      <p>${L?H("edit_hint"):""}</p>
      ${L&&e!==null&&L.points.length>3?o`<button class="text-button" @click=${()=>t(this,A,h5).call(this,e)}>
              ${h(A3)} ${H("remove_corner")}
            </button>`:m}
      <button
        class="icon-button"
        aria-label=${H("new_picture")}
        title=${H("new_picture")}
        @click=${()=>this.cameraId!==null&&void t(this,A,X2).call(this,this.cameraId,!0)}
      >
        ${h(K5)}
      </button>
    </div>`},H7=function(C){let{localize:H}=this.context,L=(e,r)=>{let i=C.count(e)>=s5;return o`<button
        class="text-button"
        ?disabled=${i||C.drawing!==null}
        title=${i?H("too_many_shapes",{most:s5}):""}
        @click=${()=>t(this,A,R0).call(this,e)}
      >
        ${h(i3)} ${H(r)}
      </button>`};return o`
      <div class="add">${L("zone","add_zone")}${L("mask","add_mask")}</div>
      ${C.shapes.length===0?o`<p class="hint">${H("zones_empty")}</p>`:o`<ul>
              ${n1(C.shapes,e=>e.key,e=>t(this,A,V7).call(this,e,C))}
            </ul>`}
      <p class="hint">${H("zones_hint")}</p>
    `},V7=function(C,H){let{localize:L}=this.context,e=H.selected===C.key,r=H.drawing===C.key?null:H.problem(C),i=t(this,A,J2).call(this,C);return o`<li class=${e?"selected":""} style="--colour: ${t(this,A,t2).call(this,C)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${e?"true":"false"}
          @click=${()=>t(this,A,T0).call(this,e?null:C.key)}
        >
          <span class="swatch ${C.kind}"></span><span class="title" dir="auto">${i||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${L("remove_shape",{name:i})}
          title=${L("remove_shape",{name:i})}
          @click=${()=>t(this,A,I).call(this,a=>a.remove(C.key))}
        >
          ${h(J5)}
        </button>
      </div>
      ${e&&C.kind==="zone"?t(this,A,L7).call(this,C):m}
      ${r?o`<p class="problem">${t(this,A,f5).call(this,C,r)}</p>`:m}
    </li>`},L7=function(C){let{localize:H}=this.context;return o`<label>
        ${H("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${K2(C.name)}
          @input=${L=>t(this,A,I).call(this,e=>e.rename(L.target.value))}
          @change=${()=>this.draft?.endGesture()}
        />
      </label>
      <label>
        ${H("zone_dwell")}
        <input
          type="number"
          inputmode="numeric"
          min="0"
          max="86400"
          step="1"
          .value=${K2(String(C.dwell))}
          @change=${L=>{let e=L.target.valueAsNumber;t(this,A,I).call(this,r=>{r.setDwell(Number.isFinite(e)?Math.min(86400,Math.max(0,e)):0),r.endGesture()})}}
        />
      </label>`},B.styles=[$,I2,k0],d([g({attribute:!1})],B.prototype,"context",2),d([g({attribute:!1})],B.prototype,"cameraId",2),d([Z()],B.prototype,"draft",2),d([Z()],B.prototype,"still",2),d([Z()],B.prototype,"broken",2),d([Z()],B.prototype,"loaded",2),d([Z()],B.prototype,"aspect",2),d([Z()],B.prototype,"corner",2),d([Z()],B.prototype,"error",2),d([Z()],B.prototype,"complaint",2),d([Z()],B.prototype,"saving",2),d([Z()],B.prototype,"saved",2),d([Z()],B.prototype,"leaving",2),d([T("dialog")],B.prototype,"dialog",2),d([T(".picture")],B.prototype,"picture",2),B=d([F("mycamera-zone-editor")],B);function P0(M){return Math.min(1,Math.max(0,Math.round(M*1e4)/1e4))}function Z5([M,V],C){return`left: ${M*100}%; top: ${V*100}%; --colour: ${C}`}var i2=["persons","day","recordings"],j7=300,X7=5e3,Y7=12*3600*1e3,N1,k1,W1,o2,y1,V1,w1,a2,x,O5,U1,G1,C5,b5,M7,e7,r7,X,t7,k5,i7,H5,o7,a7,A7,d7,n7,p7,m7,l7,v7,x7,P=class extends w{constructor(){super(...arguments);u(this,x);this.narrow=!1;this.tab="persons";this.filter=b1;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.drawn=null;this.linkFailure=null;u(this,N1,null);u(this,k1,null);u(this,W1,!1);u(this,o2);u(this,y1);u(this,V1,null);u(this,w1,new O2(()=>t(this,x,e7).call(this)));u(this,a2);u(this,U1,()=>{this.connected=!0,t(this,x,C5).call(this,!0)});u(this,G1,()=>{this.connected=!1})}connectedCallback(){super.connectedCallback(),f(this,a2,window.setInterval(()=>t(this,x,C5).call(this,!0),Y7)),this.hass&&t(this,x,O5).call(this)}disconnectedCallback(){var C;super.disconnectedCallback(),window.clearInterval(v(this,a2)),window.clearTimeout(v(this,o2)),window.clearTimeout(v(this,y1)),v(this,V1)?.removeEventListener("ready",v(this,U1)),v(this,V1)?.removeEventListener("disconnected",v(this,G1)),f(this,V1,null),(C=v(this,k1))==null||C.call(this),f(this,k1,null),v(this,w1).disconnected()}shouldUpdate(C){if(C.size>1||!C.has("hass"))return!0;let H=C.get("hass"),L=this.hass;return H===void 0||L===void 0||H.language!==L.language||H.locale!==L.locale||H.config.time_zone!==L.config.time_zone||H.connection!==L.connection||H.dockedSidebar!==L.dockedSidebar||H.themes?.darkMode!==L.themes?.darkMode||H.user?.is_admin!==L.user?.is_admin}willUpdate(C){this.hass&&((C.has("hass")||C.has("overview")||v(this,N1)===null)&&f(this,N1,T3(this.hass,this.overview)),C.has("hass")&&t(this,x,O5).call(this),(C.has("route")||C.has("hass"))&&t(this,x,r7).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null?v(this,w1).opened():v(this,w1).closed()}render(){let C=v(this,N1);return C?o`
      ${t(this,x,o7).call(this,C)}
      <main>
        <div class="page">${t(this,x,a7).call(this,C)}</div>
      </main>
      <mycamera-person-dialog
        .context=${C}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${t(this,x,H5)}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
      <mycamera-zone-editor
        .context=${C}
        .cameraId=${this.drawn}
        @mycamera-camera=${H=>{this.drawn=H.detail}}
        @mycamera-close=${()=>{this.drawn=null}}
      ></mycamera-zone-editor>
    `:m}};N1=new WeakMap,k1=new WeakMap,W1=new WeakMap,o2=new WeakMap,y1=new WeakMap,V1=new WeakMap,w1=new WeakMap,a2=new WeakMap,x=new WeakSet,O5=function(){let C=this.hass?.connection;!C||v(this,V1)===C||(v(this,V1)?.removeEventListener("ready",v(this,U1)),v(this,V1)?.removeEventListener("disconnected",v(this,G1)),f(this,V1,C),C.addEventListener("ready",v(this,U1)),C.addEventListener("disconnected",v(this,G1)),t(this,x,b5).call(this))},U1=new WeakMap,G1=new WeakMap,C5=function(C){this.timeline?.feed.reload(C),C?this.recordings?.refresh():this.recordings?.records.reload()},b5=async function(){if(!(!this.hass||v(this,W1)||v(this,k1))){f(this,W1,!0);try{let C=await D5(this.hass,H=>t(this,x,M7).call(this,H));this.isConnected?f(this,k1,C):C()}catch(C){this.failure=_(C),f(this,o2,window.setTimeout(()=>{t(this,x,b5).call(this)},X7))}finally{f(this,W1,!1)}}},M7=function(C){switch(C.type){case"overview":{let H=this.failure!==null||this.overview?.database.available===!1&&C.overview.database.available;this.failure=null,this.overview=C.overview,H&&t(this,x,C5).call(this,!1);break}case"unavailable":this.failure=C.code;break;case"person":case"caption":this.timeline?.live(C.detection,C.type==="person"),this.opened?.event_id===C.detection.event_id&&(this.opened=C.detection);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(C.camera_id),this.dialog?.recorded(C.camera_id);break}},e7=function(){this.drawn!==null?this.editor?.leave():this.opened=null,this.drawn!==null&&v(this,w1).opened()},r7=async function(){let[,C,H]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!C||!H||!this.hass)){window.history.replaceState(window.history.state,"",C),this.linkFailure=null;try{this.opened=await A2(this.hass,H)}catch(L){this.linkFailure=_(L)}}},X=function(C){this.filter={...this.filter,...C}},t7=function(C){let H=C.target.value.trim();window.clearTimeout(v(this,y1)),f(this,y1,window.setTimeout(()=>{H!==this.filter.text&&t(this,x,X).call(this,{text:H})},j7))},k5=function(){window.clearTimeout(v(this,y1)),this.filter=b1},i7=function(C){if(C.key!=="ArrowLeft"&&C.key!=="ArrowRight")return;let H=C.key==="ArrowRight"?1:i2.length-1;this.tab=i2[(i2.indexOf(this.tab)+H)%i2.length]??"persons",this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus())},H5=function(C){this.opened=C.detail},o7=function({localize:C,hass:H}){let L=e=>o`<button
      role="tab"
      id="tab-${e}"
      aria-selected=${this.tab===e?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===e?0:-1}
      @click=${()=>{this.tab=e}}
    >
      ${C(e==="day"?"day_view":e)}
    </button>`;return o`<div class="toolbar">
      ${this.narrow||H.dockedSidebar==="always_hidden"?o`<button
              class="icon-button menu"
              aria-label=${C("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${h(r3)}
            </button>`:m}
      <h1>${C("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${C("views")} @keydown=${t(this,x,i7)}>
        ${i2.map(L)}
      </div>
    </div>`},a7=function(C){let{localize:H}=C;return this.failure!==null?Q({icon:L1,bad:!0,...N(C,this.failure)}):this.overview===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${H("loading")}></div>
      </div>`:this.overview.cameras.length+this.overview.removed_cameras.length===0?Q({icon:q5,heading:H("no_cameras"),text:H("no_cameras_text"),...C.hass.user?.is_admin?{action:o`<a class="text-button" href="/config/integrations/integration/mycamera">
                ${H("add_camera")}
              </a>`}:{}}):o`
      ${t(this,x,d7).call(this,C,this.overview)} ${t(this,x,n7).call(this,C,this.overview)}
      ${t(this,x,l7).call(this,C,this.overview)}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${t(this,x,A7).call(this,C,this.overview)}
      </div>
    `},A7=function(C,H){switch(this.tab){case"persons":return o`<mycamera-timeline
          .context=${C}
          .filter=${this.filter}
          @mycamera-open=${t(this,x,H5)}
          @mycamera-clear-filters=${t(this,x,k5)}
        ></mycamera-timeline>`;case"day":return o`<mycamera-day
          .context=${C}
          .cameraId=${this.filter.cameraId??H.cameras[0]?.camera_id??null}
          .day=${this.filter.day??C.formats.today()}
          @mycamera-open=${t(this,x,H5)}
        ></mycamera-day>`;case"recordings":return o`<mycamera-recordings
          .context=${C}
          .filter=${this.filter}
          @mycamera-clear-filters=${t(this,x,k5)}
        ></mycamera-recordings>`}},d7=function(C,H){let{localize:L,hass:e}=C,r=(s,n)=>o`<div class="banner" role="alert">
      ${h(Y5)}
      <p><strong>${s}</strong><br />${n}</p>
    </div>`,i=s=>o`<div class="banner" role="alert">
      ${h(L1)}
      <p>${s==="not_found"?L("linked_missing"):N(C,s).heading}</p>
      <button
        class="icon-button"
        aria-label=${L("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${h(v1)}
      </button>
    </div>`,{available:a,waiting:p}=H.database;return o`${this.linkFailure===null?m:i(this.linkFailure)}
    ${this.connected?m:r(L("connection_lost"),L("connection_lost_text"))}
    ${a?m:r(L("database_down"),r1(L,e.language,"database_waiting",p))}`},n7=function(C,H){let{localize:L,hass:e}=C,r=i=>{let a=this.filter.cameraId===i.camera_id,p=L(`status_${i.recording_status}`),s=i.detection_enabled&&!i.watching?L("not_watching"):"";return o`<button
        class="chip"
        aria-pressed=${a?"true":"false"}
        title=${[p,i.recording_error,s].filter(Boolean).join(`
`)}
        @click=${()=>t(this,x,X).call(this,{cameraId:a?null:i.camera_id})}
      >
        <span class="dot ${i.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${i.name}</span>
          <span class="status">${p}</span>
        </span>
        ${i.persons?o`<span class="count" role="img" aria-label=${r1(L,e.language,"in_view",i.persons)}>
                ${i.persons}
              </span>`:m}
      </button>`};return o`<div class="cameras" role="group" aria-label=${L("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.filter.cameraId===null?"true":"false"}
        @click=${()=>t(this,x,X).call(this,{cameraId:null})}
      >
        <span class="texts"><span class="name">${L("all_cameras")}</span></span>
      </button>
      ${H.cameras.map(r)}${H.removed_cameras.map(i=>t(this,x,p7).call(this,L,i))}
    </div>
    ${t(this,x,m7).call(this,C,H)}`},p7=function(C,H){let L=this.filter.cameraId===H.camera_id;return o`<button
      class="chip"
      aria-pressed=${L?"true":"false"}
      @click=${()=>t(this,x,X).call(this,{cameraId:L?null:H.camera_id})}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${H.name}</span>
        <span class="status">${C("removed")}</span>
      </span>
    </button>`},m7=function(C,H){let L=H.removed_cameras.find(e=>e.camera_id===this.filter.cameraId);return!L||!C.hass.user?.is_admin?m:o`<mycamera-left-behind
      .context=${C}
      .camera=${L}
      @mycamera-deleted=${()=>t(this,x,X).call(this,{cameraId:null})}
    ></mycamera-left-behind>`},l7=function(C,H){let{localize:L,formats:e}=C,r=e.today(),{day:i}=this.filter;return o`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${L("previous_day")}
          @click=${()=>t(this,x,X).call(this,{day:i?L5(i,-1):r})}
        >
          ${h(n2)}
        </button>
        <input
          type="date"
          class=${i?"":"any"}
          data-any=${L("clear_day")}
          aria-label=${L("date")}
          max=${r}
          .value=${i??""}
          @change=${a=>{let p=a.target.value;t(this,x,X).call(this,{day:w5(p)?p:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${L("next_day")}
          ?disabled=${i===null||i>=r}
          @click=${()=>i&&t(this,x,X).call(this,{day:L5(i,1)})}
        >
          ${h(p2)}
        </button>
        ${i?o`<button
                class="icon-button"
                aria-label=${L("clear_day")}
                @click=${()=>t(this,x,X).call(this,{day:null})}
              >
                ${h(Q5)}
              </button>`:m}
      </div>
      ${this.tab==="persons"?o`<div class="search">
              ${h(L3)}
              <input
                type="text"
                inputmode="search"
                enterkeyhint="search"
                maxlength="100"
                autocomplete="off"
                placeholder=${L("search")}
                aria-label=${L("search")}
                .value=${this.filter.text}
                @input=${t(this,x,t7)}
              />
              ${this.filter.text?o`<button
                      class="icon-button"
                      aria-label=${L("clear_search")}
                      @click=${()=>t(this,x,X).call(this,{text:""})}
                    >
                      ${h(v1)}
                    </button>`:m}
            </div>`:m}
      ${t(this,x,v7).call(this,C,H)} ${t(this,x,x7).call(this,C,H)}
    </div>`},v7=function({localize:C,hass:H},L){let e=this.filter.cameraId??L.cameras[0]?.camera_id;return!H.user?.is_admin||!L.cameras.some(r=>r.camera_id===e)?m:o`<button
      class="text-button zones"
      @click=${()=>{this.drawn=e??null}}
    >
      ${h(d3)} ${C("zones")}
    </button>`},x7=function({localize:C,hass:H},L){let{worker:e,pending_analyses:r,pending_captions:i}=L,a=e.overloaded?"overloaded":e.status,p=L.minutes_behind,s=[C(`worker_${a}`),p?r1(C,H.language,"minutes_behind",p):"",r?r1(C,H.language,"pending_analyses",r):"",i?r1(C,H.language,"pending_captions",i):""].filter(Boolean),n=e.overloaded?C("worker_overloaded_advice"):"";return o`<div class="hub" title=${[e.device,e.error,n].filter(Boolean).join(`
`)}>
      <span class="dot ${a}"></span>
      <span>${s.join(" · ")}</span>
    </div>`},P.styles=[$,a1,e0],d([g({attribute:!1})],P.prototype,"hass",2),d([g({type:Boolean,reflect:!0})],P.prototype,"narrow",2),d([g({attribute:!1})],P.prototype,"route",2),d([g({attribute:!1})],P.prototype,"panel",2),d([Z()],P.prototype,"tab",2),d([Z()],P.prototype,"filter",2),d([Z()],P.prototype,"overview",2),d([Z()],P.prototype,"failure",2),d([Z()],P.prototype,"connected",2),d([Z()],P.prototype,"opened",2),d([Z()],P.prototype,"drawn",2),d([T("mycamera-timeline")],P.prototype,"timeline",2),d([T("mycamera-day")],P.prototype,"dayView",2),d([T("mycamera-recordings")],P.prototype,"recordings",2),d([T("mycamera-person-dialog")],P.prototype,"dialog",2),d([T("mycamera-zone-editor")],P.prototype,"editor",2),d([Z()],P.prototype,"linkFailure",2),P=d([F("mycamera-panel")],P);export{P as MyCameraPanel};
/*! Bundled license information:

@lit/reactive-element/css-tag.js:
  (**
   * @license
   * Copyright 2019 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/reactive-element.js:
lit-html/lit-html.js:
lit-element/lit-element.js:
@lit/reactive-element/decorators/custom-element.js:
@lit/reactive-element/decorators/property.js:
@lit/reactive-element/decorators/state.js:
@lit/reactive-element/decorators/event-options.js:
@lit/reactive-element/decorators/base.js:
@lit/reactive-element/decorators/query.js:
@lit/reactive-element/decorators/query-all.js:
@lit/reactive-element/decorators/query-async.js:
@lit/reactive-element/decorators/query-assigned-nodes.js:
lit-html/directive.js:
lit-html/directives/repeat.js:
  (**
   * @license
   * Copyright 2017 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/is-server.js:
  (**
   * @license
   * Copyright 2022 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

@lit/reactive-element/decorators/query-assigned-elements.js:
  (**
   * @license
   * Copyright 2021 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)

lit-html/directive-helpers.js:
lit-html/directives/live.js:
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
