var F0=Object.defineProperty;var _0=Object.getOwnPropertyDescriptor;var e5=M=>{throw TypeError(M)};var d=(M,V,C,H)=>{for(var L=H>1?void 0:H?_0(V,C):V,e=M.length-1,r;e>=0;e--)(r=M[e])&&(L=(H?r(V,C,L):r(L))||L);return H&&L&&F0(V,C,L),L};var y2=(M,V,C)=>V.has(M)||e5("Cannot "+C);var u=(M,V,C)=>(y2(M,V,"read from private field"),C?C.call(M):V.get(M)),f=(M,V,C)=>V.has(M)?e5("Cannot add the same private member more than once"):V instanceof WeakSet?V.add(M):V.set(M,C),k=(M,V,C,H)=>(y2(M,V,"write to private field"),H?H.call(M,C):V.set(M,C),C),i=(M,V,C)=>(y2(M,V,"access private method"),C);var r5="M2.75,7L4.03,5.75L13.26,15L20,21.72L18.73,23L15.73,20H4V17C4,15.14 6.61,13.92 9.09,13.36L2.75,7M20,17V19.18L18.1,17.28V17C18.1,16.74 17.6,16.35 16.8,16L14,13.18C16.71,13.63 20,14.91 20,17M5.9,17V18.1H13.83L10.72,15C8.19,15.3 5.9,16.45 5.9,17M12,4A4,4 0 0,1 16,8C16,9.95 14.6,11.58 12.75,11.93L8.07,7.25C8.42,5.4 10.05,4 12,4M12,6A2,2 0 0,0 10,8A2,2 0 0,0 12,10A2,2 0 0,0 14,8A2,2 0 0,0 12,6Z";var t5="M10,13C9.65,13.59 9.36,14.24 9.19,14.93C6.5,15.16 3.9,16.42 3.9,17V18.1H9.2C9.37,18.78 9.65,19.42 10,20H2V17C2,14.34 7.33,13 10,13M10,4A4,4 0 0,1 14,8C14,8.91 13.69,9.75 13.18,10.43C12.32,10.75 11.55,11.26 10.91,11.9L10,12A4,4 0 0,1 6,8A4,4 0 0,1 10,4M10,5.9A2.1,2.1 0 0,0 7.9,8A2.1,2.1 0 0,0 10,10.1A2.1,2.1 0 0,0 12.1,8A2.1,2.1 0 0,0 10,5.9M15.5,12C18,12 20,14 20,16.5C20,17.38 19.75,18.21 19.31,18.9L22.39,22L21,23.39L17.88,20.32C17.19,20.75 16.37,21 15.5,21C13,21 11,19 11,16.5C11,14 13,12 15.5,12M15.5,14A2.5,2.5 0 0,0 13,16.5A2.5,2.5 0 0,0 15.5,19A2.5,2.5 0 0,0 18,16.5A2.5,2.5 0 0,0 15.5,14Z";var r1="M11,15H13V17H11V15M11,7H13V13H11V7M12,2C6.47,2 2,6.5 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,20A8,8 0 0,1 4,12A8,8 0 0,1 12,4A8,8 0 0,1 20,12A8,8 0 0,1 12,20Z";var i5="M19 3H18V1H16V3H8V1H6V3H5C3.9 3 3 3.9 3 5V19C3 20.11 3.9 21 5 21H19C20.11 21 21 20.11 21 19V5C21 3.9 20.11 3 19 3M19 19H5V9H19V19M5 7V5H19V7H5M8.23 16.41L9.29 17.47L11.73 15.03L14.17 17.47L15.23 16.41L12.79 13.97L15.23 11.53L14.17 10.47L11.73 12.91L9.29 10.47L8.23 11.53L10.67 13.97L8.23 16.41Z";var o5="M20,5H16.83L15,3H9L7.17,5H4A2,2 0 0,0 2,7V19A2,2 0 0,0 4,21H20A2,2 0 0,0 22,19V7A2,2 0 0,0 20,5M20,19H4V7H8.05L9.88,5H14.12L16,7H20V19M12,18C10.92,18 9.86,17.65 9,17L10.44,15.56C10.91,15.85 11.45,16 12,16A3,3 0 0,0 15,13A3,3 0 0,0 12,10C10.74,10 9.6,10.8 9.18,12H11L8,15L5,12H7.1C7.65,9.29 10.29,7.55 13,8.1C15.7,8.65 17.45,11.29 16.9,14C16.42,16.33 14.38,18 12,18Z";var a5="M6.03 12.03L8.03 15.5L5.5 18.68L2 12.62L6.03 12.03M17 18V15.29C17.88 14.9 18.5 14.03 18.5 13C18.5 12.43 18.3 11.9 17.97 11.5L19.94 10.35C20.95 9.76 21.3 8.47 20.71 7.46L19.33 5.06C18.74 4.05 17.45 3.7 16.44 4.28L8.31 9C7.36 9.53 7.03 10.75 7.58 11.71L9.08 14.31C9.63 15.26 10.86 15.59 11.81 15.04L13.69 13.96C13.94 14.55 14.41 15.03 15 15.29V18C15 19.1 15.9 20 17 20H22V18H17Z";var A5="M21,7L9,19L3.5,13.5L4.91,12.09L9,16.17L19.59,5.59L21,7Z";var q1="M15.41,16.58L10.83,12L15.41,7.41L14,6L8,12L14,18L15.41,16.58Z";var j1="M8.59,16.58L13.17,12L8.59,7.41L10,6L16,12L10,18L8.59,16.58Z";var d5="M7.41,15.41L12,10.83L16.59,15.41L18,14L12,8L6,14L7.41,15.41Z";var t1="M19,6.41L17.59,5L12,10.59L6.41,5L5,6.41L10.59,12L5,17.59L6.41,19L12,13.41L17.59,19L19,17.59L13.41,12L19,6.41Z";var n5="M10 3C5.58 3 2 4.79 2 7V17C2 19.21 5.59 21 10 21S18 19.21 18 17V7C18 4.79 14.42 3 10 3M16 17C16 17.5 13.87 19 10 19S4 17.5 4 17V14.77C5.61 15.55 7.72 16 10 16S14.39 15.55 16 14.77V17M16 12.45C14.7 13.4 12.42 14 10 14S5.3 13.4 4 12.45V9.64C5.47 10.47 7.61 11 10 11S14.53 10.47 16 9.64V12.45M10 9C6.13 9 4 7.5 4 7S6.13 5 10 5 16 6.5 16 7 13.87 9 10 9M22 7V13H20V7H22M20 15H22V17H20V15Z";var p5="M6,19A2,2 0 0,0 8,21H16A2,2 0 0,0 18,19V7H6V19M8,9H16V19H8V9M15.5,4L14.5,3H9.5L8.5,4H5V6H19V4H15.5Z";var u1="M22 20.7L3.3 2L2 3.3L3 4.3V19C3 20.1 3.9 21 5 21H19.7L20.7 22L22 20.7M5 19V6.3L12.6 13.9L11.1 15.8L9 13.1L6 17H15.7L17.7 19H5M8.8 5L6.8 3H19C20.1 3 21 3.9 21 5V17.2L19 15.2V5H8.8";var m5="M12,17A2,2 0 0,0 14,15C14,13.89 13.1,13 12,13A2,2 0 0,0 10,15A2,2 0 0,0 12,17M18,8A2,2 0 0,1 20,10V20A2,2 0 0,1 18,22H6A2,2 0 0,1 4,20V10C4,8.89 4.9,8 6,8H7V6A5,5 0 0,1 12,1A5,5 0 0,1 17,6V8H18M12,3A3,3 0 0,0 9,6V8H15V6A3,3 0 0,0 12,3Z";var l5="M10 13C11.1 13 12 13.89 12 15C12 16.11 11.11 17 10 17S8 16.11 8 15 8.9 13 10 13M18 1C15.24 1 13 3.24 13 6V8H4C2.9 8 2 8.9 2 10V20C2 21.1 2.9 22 4 22H16C17.1 22 18 21.1 18 20V10C18 8.9 17.1 8 16 8H15V6C15 4.34 16.34 3 18 3S21 4.34 21 6V8H23V6C23 3.24 20.76 1 18 1M16 10V20H4V10H16Z";var v5="M9.5,3A6.5,6.5 0 0,1 16,9.5C16,11.11 15.41,12.59 14.44,13.73L14.71,14H15.5L20.5,19L19,20.5L14,15.5V14.71L13.73,14.44C12.59,15.41 11.11,16 9.5,16A6.5,6.5 0 0,1 3,9.5A6.5,6.5 0 0,1 9.5,3M9.5,5C7,5 5,7 5,9.5C5,12 7,14 9.5,14C12,14 14,12 14,9.5C14,7 12,5 9.5,5Z";var x5="M3,6H21V8H3V6M3,11H21V13H3V11M3,16H21V18H3V16Z";var s5="M8,5.14V19.14L19,12.14L8,5.14Z";var Z5="M19,13H13V19H11V13H5V11H11V5H13V11H19V13Z";var u5="M12.5,8C9.85,8 7.45,9 5.6,10.6L2,7V16H11L7.38,12.38C8.77,11.22 10.54,10.5 12.5,10.5C16.04,10.5 19.05,12.81 20.1,16L22.47,15.22C21.08,11.03 17.15,8 12.5,8Z";var c5="M9 9V15H15V9H9M11 11H13V13H11V11M15 18V20H23V18H15Z";var S5="M2,2V8H4.28L5.57,16H4V22H10V20.06L15,20.05V22H21V16H19.17L20,9H22V3H16V6.53L14.8,8H9.59L8,5.82V2M4,4H6V6H4M18,5H20V7H18M6.31,8H7.11L9,10.59V14H15V10.91L16.57,9H18L17.16,16H15V18.06H10V16H7.6M11,10H13V12H11M6,18H8V20H6M17,18H19V20H17";var h5="M3.41,1.86L2,3.27L4.73,6H4A1,1 0 0,0 3,7V17A1,1 0 0,0 4,18H16C16.21,18 16.39,17.92 16.55,17.82L19.73,21L21.14,19.59L12.28,10.73L3.41,1.86M5,16V8H6.73L14.73,16H5M15,8V10.61L21,16.61V6.5L17,10.5V7A1,1 0 0,0 16,6H10.39L12.39,8H15Z";var X1=globalThis,Y1=X1.ShadowRoot&&(X1.ShadyCSS===void 0||X1.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,w2=Symbol(),g5=new WeakMap,R1=class{constructor(V,C,H){if(this._$cssResult$=!0,H!==w2)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=V,this.t=C}get styleSheet(){let V=this.o,C=this.t;if(Y1&&V===void 0){let H=C!==void 0&&C.length===1;H&&(V=g5.get(C)),V===void 0&&((this.o=V=new CSSStyleSheet).replaceSync(this.cssText),H&&g5.set(C,V))}return V}toString(){return this.cssText}},f5=M=>new R1(typeof M=="string"?M:M+"",void 0,w2),y=(M,...V)=>{let C=M.length===1?M[0]:V.reduce((H,L,e)=>H+(r=>{if(r._$cssResult$===!0)return r.cssText;if(typeof r=="number")return r;throw Error("Value passed to 'css' function must be a 'css' function result: "+r+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(L)+M[e+1],M[0]);return new R1(C,M,w2)},O5=(M,V)=>{if(Y1)M.adoptedStyleSheets=V.map(C=>C instanceof CSSStyleSheet?C:C.styleSheet);else for(let C of V){let H=document.createElement("style"),L=X1.litNonce;L!==void 0&&H.setAttribute("nonce",L),H.textContent=C.cssText,M.appendChild(H)}},P2=Y1?M=>M:M=>M instanceof CSSStyleSheet?(V=>{let C="";for(let H of V.cssRules)C+=H.cssText;return f5(C)})(M):M;var{is:D0,defineProperty:$0,getOwnPropertyDescriptor:E0,getOwnPropertyNames:z0,getOwnPropertySymbols:I0,getPrototypeOf:N0}=Object,J1=globalThis,b5=J1.trustedTypes,W0=b5?b5.emptyScript:"",U0=J1.reactiveElementPolyfillSupport,F1=(M,V)=>M,_1={toAttribute(M,V){switch(V){case Boolean:M=M?W0:null;break;case Object:case Array:M=M==null?M:JSON.stringify(M)}return M},fromAttribute(M,V){let C=M;switch(V){case Boolean:C=M!==null;break;case Number:C=M===null?null:Number(M);break;case Object:case Array:try{C=JSON.parse(M)}catch{C=null}}return C}},C2=(M,V)=>!D0(M,V),k5={attribute:!0,type:String,converter:_1,reflect:!1,useDefault:!1,hasChanged:C2};Symbol.metadata??=Symbol("metadata"),J1.litPropertyMetadata??=new WeakMap;var J=class extends HTMLElement{static addInitializer(V){this._$Ei(),(this.l??=[]).push(V)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(V,C=k5){if(C.state&&(C.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(V)&&((C=Object.create(C)).wrapped=!0),this.elementProperties.set(V,C),!C.noAccessor){let H=Symbol(),L=this.getPropertyDescriptor(V,H,C);L!==void 0&&$0(this.prototype,V,L)}}static getPropertyDescriptor(V,C,H){let{get:L,set:e}=E0(this.prototype,V)??{get(){return this[C]},set(r){this[C]=r}};return{get:L,set(r){let t=L?.call(this);e?.call(this,r),this.requestUpdate(V,t,H)},configurable:!0,enumerable:!0}}static getPropertyOptions(V){return this.elementProperties.get(V)??k5}static _$Ei(){if(this.hasOwnProperty(F1("elementProperties")))return;let V=N0(this);V.finalize(),V.l!==void 0&&(this.l=[...V.l]),this.elementProperties=new Map(V.elementProperties)}static finalize(){if(this.hasOwnProperty(F1("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(F1("properties"))){let C=this.properties,H=[...z0(C),...I0(C)];for(let L of H)this.createProperty(L,C[L])}let V=this[Symbol.metadata];if(V!==null){let C=litPropertyMetadata.get(V);if(C!==void 0)for(let[H,L]of C)this.elementProperties.set(H,L)}this._$Eh=new Map;for(let[C,H]of this.elementProperties){let L=this._$Eu(C,H);L!==void 0&&this._$Eh.set(L,C)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(V){let C=[];if(Array.isArray(V)){let H=new Set(V.flat(1/0).reverse());for(let L of H)C.unshift(P2(L))}else V!==void 0&&C.push(P2(V));return C}static _$Eu(V,C){let H=C.attribute;return H===!1?void 0:typeof H=="string"?H:typeof V=="string"?V.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(V=>this.enableUpdating=V),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(V=>V(this))}addController(V){(this._$EO??=new Set).add(V),this.renderRoot!==void 0&&this.isConnected&&V.hostConnected?.()}removeController(V){this._$EO?.delete(V)}_$E_(){let V=new Map,C=this.constructor.elementProperties;for(let H of C.keys())this.hasOwnProperty(H)&&(V.set(H,this[H]),delete this[H]);V.size>0&&(this._$Ep=V)}createRenderRoot(){let V=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return O5(V,this.constructor.elementStyles),V}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(V=>V.hostConnected?.())}enableUpdating(V){}disconnectedCallback(){this._$EO?.forEach(V=>V.hostDisconnected?.())}attributeChangedCallback(V,C,H){this._$AK(V,H)}_$ET(V,C){let H=this.constructor.elementProperties.get(V),L=this.constructor._$Eu(V,H);if(L!==void 0&&H.reflect===!0){let e=(H.converter?.toAttribute!==void 0?H.converter:_1).toAttribute(C,H.type);this._$Em=V,e==null?this.removeAttribute(L):this.setAttribute(L,e),this._$Em=null}}_$AK(V,C){let H=this.constructor,L=H._$Eh.get(V);if(L!==void 0&&this._$Em!==L){let e=H.getPropertyOptions(L),r=typeof e.converter=="function"?{fromAttribute:e.converter}:e.converter?.fromAttribute!==void 0?e.converter:_1;this._$Em=L;let t=r.fromAttribute(C,e.type);this[L]=t??this._$Ej?.get(L)??t,this._$Em=null}}requestUpdate(V,C,H,L=!1,e){if(V!==void 0){let r=this.constructor;if(L===!1&&(e=this[V]),H??=r.getPropertyOptions(V),!((H.hasChanged??C2)(e,C)||H.useDefault&&H.reflect&&e===this._$Ej?.get(V)&&!this.hasAttribute(r._$Eu(V,H))))return;this.C(V,C,H)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(V,C,{useDefault:H,reflect:L,wrapped:e},r){H&&!(this._$Ej??=new Map).has(V)&&(this._$Ej.set(V,r??C??this[V]),e!==!0||r!==void 0)||(this._$AL.has(V)||(this.hasUpdated||H||(C=void 0),this._$AL.set(V,C)),L===!0&&this._$Em!==V&&(this._$Eq??=new Set).add(V))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(C){Promise.reject(C)}let V=this.scheduleUpdate();return V!=null&&await V,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[L,e]of this._$Ep)this[L]=e;this._$Ep=void 0}let H=this.constructor.elementProperties;if(H.size>0)for(let[L,e]of H){let{wrapped:r}=e,t=this[L];r!==!0||this._$AL.has(L)||t===void 0||this.C(L,void 0,e,t)}}let V=!1,C=this._$AL;try{V=this.shouldUpdate(C),V?(this.willUpdate(C),this._$EO?.forEach(H=>H.hostUpdate?.()),this.update(C)):this._$EM()}catch(H){throw V=!1,this._$EM(),H}V&&this._$AE(C)}willUpdate(V){}_$AE(V){this._$EO?.forEach(C=>C.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(V)),this.updated(V)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(V){return!0}update(V){this._$Eq&&=this._$Eq.forEach(C=>this._$ET(C,this[C])),this._$EM()}updated(V){}firstUpdated(V){}};J.elementStyles=[],J.shadowRootOptions={mode:"open"},J[F1("elementProperties")]=new Map,J[F1("finalized")]=new Map,U0?.({ReactiveElement:J}),(J1.reactiveElementVersions??=[]).push("2.1.2");var T2=globalThis,y5=M=>M,H2=T2.trustedTypes,w5=H2?H2.createPolicy("lit-html",{createHTML:M=>M}):void 0,R2="$lit$",C1=`lit$${Math.random().toFixed(9).slice(2)}$`,F2="?"+C1,G0=`<${F2}>`,a1=document,$1=()=>a1.createComment(""),E1=M=>M===null||typeof M!="object"&&typeof M!="function",_2=Array.isArray,_5=M=>_2(M)||typeof M?.[Symbol.iterator]=="function",B2=`[ 	
\f\r]`,D1=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,P5=/-->/g,B5=/>/g,i1=RegExp(`>|${B2}(?:([^\\s"'>=/]+)(${B2}*=${B2}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),T5=/'/g,R5=/"/g,D5=/^(?:script|style|textarea|title)$/i,D2=M=>(V,...C)=>({_$litType$:M,strings:V,values:C}),o=D2(1),S1=D2(2),u7=D2(3),$=Symbol.for("lit-noChange"),p=Symbol.for("lit-nothing"),F5=new WeakMap,o1=a1.createTreeWalker(a1,129);function $5(M,V){if(!_2(M)||!M.hasOwnProperty("raw"))throw Error("invalid template strings array");return w5!==void 0?w5.createHTML(V):V}var E5=(M,V)=>{let C=M.length-1,H=[],L,e=V===2?"<svg>":V===3?"<math>":"",r=D1;for(let t=0;t<C;t++){let a=M[t],l,v,n=-1,Z=0;for(;Z<a.length&&(r.lastIndex=Z,v=r.exec(a),v!==null);)Z=r.lastIndex,r===D1?v[1]==="!--"?r=P5:v[1]!==void 0?r=B5:v[2]!==void 0?(D5.test(v[2])&&(L=RegExp("</"+v[2],"g")),r=i1):v[3]!==void 0&&(r=i1):r===i1?v[0]===">"?(r=L??D1,n=-1):v[1]===void 0?n=-2:(n=r.lastIndex-v[2].length,l=v[1],r=v[3]===void 0?i1:v[3]==='"'?R5:T5):r===R5||r===T5?r=i1:r===P5||r===B5?r=D1:(r=i1,L=void 0);let c=r===i1&&M[t+1].startsWith("/>")?" ":"";e+=r===D1?a+G0:n>=0?(H.push(l),a.slice(0,n)+R2+a.slice(n)+C1+c):a+C1+(n===-2?t:c)}return[$5(M,e+(M[C]||"<?>")+(V===2?"</svg>":V===3?"</math>":"")),H]},z1=class M{constructor({strings:V,_$litType$:C},H){let L;this.parts=[];let e=0,r=0,t=V.length-1,a=this.parts,[l,v]=E5(V,C);if(this.el=M.createElement(l,H),o1.currentNode=this.el.content,C===2||C===3){let n=this.el.content.firstChild;n.replaceWith(...n.childNodes)}for(;(L=o1.nextNode())!==null&&a.length<t;){if(L.nodeType===1){if(L.hasAttributes())for(let n of L.getAttributeNames())if(n.endsWith(R2)){let Z=v[r++],c=L.getAttribute(n).split(C1),x=/([.?@])?(.*)/.exec(Z);a.push({type:1,index:e,name:x[2],strings:c,ctor:x[1]==="."?L2:x[1]==="?"?M2:x[1]==="@"?e2:d1}),L.removeAttribute(n)}else n.startsWith(C1)&&(a.push({type:6,index:e}),L.removeAttribute(n));if(D5.test(L.tagName)){let n=L.textContent.split(C1),Z=n.length-1;if(Z>0){L.textContent=H2?H2.emptyScript:"";for(let c=0;c<Z;c++)L.append(n[c],$1()),o1.nextNode(),a.push({type:2,index:++e});L.append(n[Z],$1())}}}else if(L.nodeType===8)if(L.data===F2)a.push({type:2,index:e});else{let n=-1;for(;(n=L.data.indexOf(C1,n+1))!==-1;)a.push({type:7,index:e}),n+=C1.length-1}e++}}static createElement(V,C){let H=a1.createElement("template");return H.innerHTML=V,H}};function A1(M,V,C=M,H){if(V===$)return V;let L=H!==void 0?C._$Co?.[H]:C._$Cl,e=E1(V)?void 0:V._$litDirective$;return L?.constructor!==e&&(L?._$AO?.(!1),e===void 0?L=void 0:(L=new e(M),L._$AT(M,C,H)),H!==void 0?(C._$Co??=[])[H]=L:C._$Cl=L),L!==void 0&&(V=A1(M,L._$AS(M,V.values),L,H)),V}var V2=class{constructor(V,C){this._$AV=[],this._$AN=void 0,this._$AD=V,this._$AM=C}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(V){let{el:{content:C},parts:H}=this._$AD,L=(V?.creationScope??a1).importNode(C,!0);o1.currentNode=L;let e=o1.nextNode(),r=0,t=0,a=H[0];for(;a!==void 0;){if(r===a.index){let l;a.type===2?l=new c1(e,e.nextSibling,this,V):a.type===1?l=new a.ctor(e,a.name,a.strings,this,V):a.type===6&&(l=new r2(e,this,V)),this._$AV.push(l),a=H[++t]}r!==a?.index&&(e=o1.nextNode(),r++)}return o1.currentNode=a1,L}p(V){let C=0;for(let H of this._$AV)H!==void 0&&(H.strings!==void 0?(H._$AI(V,H,C),C+=H.strings.length-2):H._$AI(V[C])),C++}},c1=class M{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(V,C,H,L){this.type=2,this._$AH=p,this._$AN=void 0,this._$AA=V,this._$AB=C,this._$AM=H,this.options=L,this._$Cv=L?.isConnected??!0}get parentNode(){let V=this._$AA.parentNode,C=this._$AM;return C!==void 0&&V?.nodeType===11&&(V=C.parentNode),V}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(V,C=this){V=A1(this,V,C),E1(V)?V===p||V==null||V===""?(this._$AH!==p&&this._$AR(),this._$AH=p):V!==this._$AH&&V!==$&&this._(V):V._$litType$!==void 0?this.$(V):V.nodeType!==void 0?this.T(V):_5(V)?this.k(V):this._(V)}O(V){return this._$AA.parentNode.insertBefore(V,this._$AB)}T(V){this._$AH!==V&&(this._$AR(),this._$AH=this.O(V))}_(V){this._$AH!==p&&E1(this._$AH)?this._$AA.nextSibling.data=V:this.T(a1.createTextNode(V)),this._$AH=V}$(V){let{values:C,_$litType$:H}=V,L=typeof H=="number"?this._$AC(V):(H.el===void 0&&(H.el=z1.createElement($5(H.h,H.h[0]),this.options)),H);if(this._$AH?._$AD===L)this._$AH.p(C);else{let e=new V2(L,this),r=e.u(this.options);e.p(C),this.T(r),this._$AH=e}}_$AC(V){let C=F5.get(V.strings);return C===void 0&&F5.set(V.strings,C=new z1(V)),C}k(V){_2(this._$AH)||(this._$AH=[],this._$AR());let C=this._$AH,H,L=0;for(let e of V)L===C.length?C.push(H=new M(this.O($1()),this.O($1()),this,this.options)):H=C[L],H._$AI(e),L++;L<C.length&&(this._$AR(H&&H._$AB.nextSibling,L),C.length=L)}_$AR(V=this._$AA.nextSibling,C){for(this._$AP?.(!1,!0,C);V!==this._$AB;){let H=y5(V).nextSibling;y5(V).remove(),V=H}}setConnected(V){this._$AM===void 0&&(this._$Cv=V,this._$AP?.(V))}},d1=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(V,C,H,L,e){this.type=1,this._$AH=p,this._$AN=void 0,this.element=V,this.name=C,this._$AM=L,this.options=e,H.length>2||H[0]!==""||H[1]!==""?(this._$AH=Array(H.length-1).fill(new String),this.strings=H):this._$AH=p}_$AI(V,C=this,H,L){let e=this.strings,r=!1;if(e===void 0)V=A1(this,V,C,0),r=!E1(V)||V!==this._$AH&&V!==$,r&&(this._$AH=V);else{let t=V,a,l;for(V=e[0],a=0;a<e.length-1;a++)l=A1(this,t[H+a],C,a),l===$&&(l=this._$AH[a]),r||=!E1(l)||l!==this._$AH[a],l===p?V=p:V!==p&&(V+=(l??"")+e[a+1]),this._$AH[a]=l}r&&!L&&this.j(V)}j(V){V===p?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,V??"")}},L2=class extends d1{constructor(){super(...arguments),this.type=3}j(V){this.element[this.name]=V===p?void 0:V}},M2=class extends d1{constructor(){super(...arguments),this.type=4}j(V){this.element.toggleAttribute(this.name,!!V&&V!==p)}},e2=class extends d1{constructor(V,C,H,L,e){super(V,C,H,L,e),this.type=5}_$AI(V,C=this){if((V=A1(this,V,C,0)??p)===$)return;let H=this._$AH,L=V===p&&H!==p||V.capture!==H.capture||V.once!==H.once||V.passive!==H.passive,e=V!==p&&(H===p||L);L&&this.element.removeEventListener(this.name,this,H),e&&this.element.addEventListener(this.name,this,V),this._$AH=V}handleEvent(V){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,V):this._$AH.handleEvent(V)}},r2=class{constructor(V,C,H){this.element=V,this.type=6,this._$AN=void 0,this._$AM=C,this.options=H}get _$AU(){return this._$AM._$AU}_$AI(V){A1(this,V)}},z5={M:R2,P:C1,A:F2,C:1,L:E5,R:V2,D:_5,V:A1,I:c1,H:d1,N:M2,U:e2,B:L2,F:r2},Q0=T2.litHtmlPolyfillSupport;Q0?.(z1,c1),(T2.litHtmlVersions??=[]).push("3.3.3");var I5=(M,V,C)=>{let H=C?.renderBefore??V,L=H._$litPart$;if(L===void 0){let e=C?.renderBefore??null;H._$litPart$=L=new c1(V.insertBefore($1(),e),e,void 0,C??{})}return L._$AI(M),L};var $2=globalThis,P=class extends J{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let V=super.createRenderRoot();return this.renderOptions.renderBefore??=V.firstChild,V}update(V){let C=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(V),this._$Do=I5(C,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return $}};P._$litElement$=!0,P.finalized=!0,$2.litElementHydrateSupport?.({LitElement:P});var K0=$2.litElementPolyfillSupport;K0?.({LitElement:P});($2.litElementVersions??=[]).push("4.2.2");var q0={attribute:!0,type:String,converter:_1,reflect:!1,hasChanged:C2},j0=(M=q0,V,C)=>{let{kind:H,metadata:L}=C,e=globalThis.litPropertyMetadata.get(L);if(e===void 0&&globalThis.litPropertyMetadata.set(L,e=new Map),H==="setter"&&((M=Object.create(M)).wrapped=!0),e.set(C.name,M),H==="accessor"){let{name:r}=C;return{set(t){let a=V.get.call(this);V.set.call(this,t),this.requestUpdate(r,a,M,!0,t)},init(t){return t!==void 0&&this.C(r,void 0,M,t),t}}}if(H==="setter"){let{name:r}=C;return function(t){let a=this[r];V.call(this,t),this.requestUpdate(r,a,M,!0,t)}}throw Error("Unsupported decorator location: "+H)};function g(M){return(V,C)=>typeof C=="object"?j0(M,V,C):((H,L,e)=>{let r=L.hasOwnProperty(e);return L.constructor.createProperty(e,H),r?Object.getOwnPropertyDescriptor(L,e):void 0})(M,V,C)}function s(M){return g({...M,state:!0,attribute:!1})}var n1=(M,V,C)=>(C.configurable=!0,C.enumerable=!0,Reflect.decorate&&typeof V!="object"&&Object.defineProperty(M,V,C),C);function E(M,V){return(C,H,L)=>{let e=r=>r.renderRoot?.querySelector(M)??null;if(V){let{get:r,set:t}=typeof H=="object"?C:L??(()=>{let a=Symbol();return{get(){return this[a]},set(l){this[a]=l}}})();return n1(C,H,{get(){let a=r.call(this);return a===void 0&&(a=e(this),(a!==null||this.hasUpdated)&&t.call(this,a)),a}})}return n1(C,H,{get(){return e(this)}})}}function U5(M,V){let C=new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn",{timeZone:M,hourCycle:"h23",year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit"}),H={};for(let L of C.formatToParts(V))L.type!=="literal"&&(H[L.type]=Number(L.value));return H}function N5(M,V){let C=U5(M,V);return Date.UTC(C.year??0,(C.month??1)-1,C.day??1,C.hour??0,C.minute??0,C.second??0)-Math.floor(V/1e3)*1e3}function p1(M){return Date.parse(`${M}T00:00:00Z`)}function W5(M,V){let C=p1(M),H=C-N5(V,C),L=C-N5(V,H);return h1(L,V)<M?H:L}function h1(M,V){let C=U5(V,M),H=L=>String(L??0).padStart(2,"0");return`${String(C.year??0).padStart(4,"0")}-${H(C.month)}-${H(C.day)}`}function G5(M){return/^\d{4}-\d{2}-\d{2}$/.test(M)&&!Number.isNaN(p1(M))}function Q5(M,V){let C=new Date(p1(M)+864e5).toISOString().slice(0,10);return{since:new Date(W5(M,V)).toISOString(),until:new Date(W5(C,V)).toISOString()}}function E2(M,V){return new Date(p1(M)+V*864e5).toISOString().slice(0,10)}function X0(M){let V=Intl.DateTimeFormat().resolvedOptions().timeZone||"UTC";if(!M)return V;try{return new Intl.DateTimeFormat("en",{timeZone:M}),M}catch{return V}}function K5(M,V=Date.now){let C=X0(M.locale.time_zone==="server"?M.config.time_zone:void 0),H=M.locale.language||M.language,L=M.locale.time_format==="system"?void 0:H,e=M.locale.time_format==="12"?{hour12:!0}:M.locale.time_format==="24"?{hourCycle:"h23"}:{},r=new Intl.DateTimeFormat(L,{timeZone:C,hour:"2-digit",minute:"2-digit",...e}),t=new Intl.DateTimeFormat(L,{timeZone:C,hour:"2-digit",minute:"2-digit",second:"2-digit",...e}),a=new Intl.DateTimeFormat(L,{timeZone:C,weekday:"short",year:"numeric",month:"short",day:"numeric",hour:"2-digit",minute:"2-digit",second:"2-digit",...e}),l=new Intl.DateTimeFormat(L,{timeZone:C,month:"short",day:"numeric",hour:"2-digit",minute:"2-digit",second:"2-digit",...e}),v=new Intl.DateTimeFormat(H,{timeZone:"UTC",weekday:"long",year:"numeric",month:"long",day:"numeric"}),n=new Intl.RelativeTimeFormat(H,{numeric:"auto"}),Z=new Intl.NumberFormat(H,{style:"percent",maximumFractionDigits:0}),c=(x,O,b=0)=>new Intl.NumberFormat(H,{style:"unit",unit:x,unitDisplay:"short",maximumFractionDigits:b}).format(O);return{timeZone:C,day:x=>h1(Date.parse(x),C),today:()=>h1(V(),C),heading(x){let O=v.format(p1(x)),b=Math.round((p1(x)-p1(h1(V(),C)))/864e5);if(b!==0&&b!==-1)return O;let T=n.format(b,"day");return`${T.charAt(0).toLocaleUpperCase(H)}${T.slice(1)} · ${O}`},time:x=>r.format(Date.parse(x)),timeSeconds:x=>t.format(Date.parse(x)),dateTime:x=>a.format(Date.parse(x)),range(x,O){let[b,T]=[Date.parse(x),Date.parse(O)];return(h1(b,C)===h1(T,C)?t:l).formatRange(Math.min(b,T),Math.max(b,T))},percent:x=>Z.format(x),bytes(x){let O=["byte","kilobyte","megabyte","gigabyte","terabyte"],b=x,T=0;for(;b>=1e3&&T<O.length-1;)b/=1e3,T+=1;return c(O[T]??"byte",b,T>1?1:0)},duration(x){let O=Math.round(x);if(O<60)return c("second",Math.max(0,x),x<10?1:0);let b=Math.floor(O/60);if(b<60)return O%60?`${c("minute",b)} ${c("second",O%60)}`:c("minute",b);let T=b%60,k2=c("hour",Math.floor(b/60));return T?`${k2} ${c("minute",T)}`:k2}}}var z2=48;function D(M){return typeof M=="object"&&M!==null&&"code"in M&&typeof M.code=="string"?M.code:"unknown"}function I2(M,V){let C=M.day?Q5(M.day,V):null;return{...M.cameraId?{camera_id:M.cameraId}:{},...C?{since:C.since,until:C.until}:{}}}function q5(M,V,C,H){return M.connection.sendMessagePromise({type:"mycamera/detections",...I2(V,C),...V.text?{text:V.text}:{},...H?{cursor:H}:{},limit:z2})}function j5(M,V,C,H){return M.connection.sendMessagePromise({type:"mycamera/records",...I2(V,C),...H?{cursor:H}:{},limit:z2})}async function X5(M,V,C,H){return(await M.connection.sendMessagePromise({type:"mycamera/records",camera_id:V,since:new Date(C).toISOString(),until:new Date(H).toISOString(),limit:5})).items}function Y5(M,V){return M.connection.sendMessagePromise({type:"mycamera/delete_removed_camera",camera_id:V})}function J5(M,V,C,H){return M.connection.sendMessagePromise({type:"mycamera/gaps",...I2(V,C),...H?{cursor:H}:{},limit:z2})}function t2(M,V){return M.connection.sendMessagePromise({type:"mycamera/detection",event_id:V})}function C3(M,V){return M.connection.subscribeMessage(V,{type:"mycamera/subscribe"})}function H3(M,V){return M.connection.sendMessagePromise({type:"mycamera/zones",camera_id:V})}function V3(M,V,{zones:C,masks:H}){let L=({id:e,...r})=>e===null?r:{...r,id:e};return M.connection.sendMessagePromise({type:"mycamera/save_zones",camera_id:V,zones:C.map(L),masks:H.map(L)})}function L3(M,V,C){return M.connection.sendMessagePromise({type:"mycamera/protect",record_id:V,protect:C})}async function i2(M){try{let V=await fetch(M,{method:"HEAD"});return V.ok?"unplayable":V.status===404||V.status===410?"gone":"failed"}catch{return"failed"}}var o2=class{constructor(V,C=window){this.close=V;this.view=C}#C=!1;opened(){this.#C||(this.#C=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#V))}closed(){this.#C&&(this.#H(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#H()}#H(){this.#C=!1,this.view.removeEventListener("popstate",this.#V)}#V=()=>{this.#H(),this.close()}};var M3={title:"MyCamera",menu:"Open the sidebar",persons:"Persons",recordings:"Recordings",views:"Views",all_cameras:"All cameras",cameras:"Cameras",removed_camera:"Removed camera",removed_named:"{name} (removed)",removed:"Removed",left_behind:"{name} is no longer set up. Left are {records} recordings ({size}) and {persons} persons.",left_behind_delete:"Delete all of it…",left_behind_sure:"Delete these recordings, persons and pictures for good, protected ones too?",left_behind_yes:"Delete for good",left_behind_no:"Keep",left_behind_failed:"Not all of it was deleted ({code}). It can be done again.",date:"Day",previous_day:"Day before",next_day:"Day after",clear_day:"All days",search:"Search descriptions",clear_search:"Clear search",retry:"Try again",close:"Close",newer:"Newer person",older:"Older person",loading:"Loading",load_more:"Load more",end_of_list:"That is all",in_view_one:"{count} person in view",in_view_other:"{count} persons in view",status_off:"Recording off",status_connecting:"Connecting",status_recording:"Recording",status_unreachable:"Camera unreachable",status_authentication_failed:"Wrong user or password",status_stream_not_found:"Stream not found",status_too_many_connections:"Too many connections",status_stalled:"No picture arrives",status_storage_unavailable:"Storage not available",not_watching:"Not watching for persons",worker_not_set_up:"No worker set up: persons are not looked for",worker_starting:"Analysis is starting",worker_connected:"Analysis running",worker_disconnected:"Analysis disconnected",worker_failed:"Analysis failed",pending_analyses_one:"{count} recording to analyze",pending_analyses_other:"{count} recordings to analyze",pending_captions_one:"{count} description to write",pending_captions_other:"{count} descriptions to write",database_down:"The database is not available",database_down_text:"Recording goes on, and what happens now is written when the database is back. Earlier entries cannot be shown until then.",database_waiting_one:"Recording goes on; {count} entry waits to be written.",database_waiting_other:"Recording goes on; {count} entries wait to be written.",not_loaded:"MyCamera is not running",not_loaded_text:"The integration is starting, was disabled or could not be set up.",connection_lost:"Home Assistant cannot be reached",connection_lost_text:"The list goes on when the connection is back.",load_failed:"This could not be loaded",load_failed_text:"Home Assistant answered: {code}",no_cameras:"No camera yet",no_cameras_text:"Cameras that are added to MyCamera in the settings appear here.",add_camera:"Go to the settings",no_persons:"No person seen yet",no_persons_text:"As soon as a camera sees somebody, the picture and its description appear here.",no_matches:"Nothing matches",no_matches_text:"No entry for this camera, day and text.",clear_filters:"Clear filters",no_recordings:"No recording yet",no_recordings_text:"A camera's first minute of video appears here when it is complete.",confidence:"Confidence",duration:"Duration",seen:"Seen",camera:"Camera",description_by:"Description",source_factual:"from the movement",source_model:"by {model}",caption_pending:"Description is being written",no_caption:"No description",picture_of:"Picture of a person, {camera}, {time}",picture_missing:"The picture is not available",recording:"Recording",recording_missing:"There is no recording of this moment.",live_picture:"The camera now",recording_writing:"This minute is still being recorded. It can be played when it is complete.",linked_missing:"This person is no longer in the history.",recording_unplayable:"This browser cannot play the recording ({codec}).",recording_failed:"The recording could not be loaded.",download:"Download",full_picture:"Open the picture",play:"Play",play_recording:"Play the recording of {camera}, {time}",record_success:"Complete",record_failed:"Failed",record_incomplete:"Incomplete",record_timeout:"The camera stopped sending",analysis_pending:"Waiting for analysis",analysis_running:"Being analyzed",analysis_done:"Analyzed",analysis_failed:"Analysis failed",analysis_skipped:"Not analyzed",gap_because:"No footage: {cause}",gap_not_running:"Home Assistant was not running, or recording was off",gap_connecting:"connecting to the camera",gap_disconnected:"the camera closed the connection",gap_unreachable:"camera unreachable",gap_authentication_failed:"wrong user or password",gap_stream_not_found:"stream not found",gap_too_many_connections:"the camera allowed no more connections",gap_stalled:"no picture arrived",gap_timestamps:"the camera's clock jumped",gap_stream_changed:"the camera's picture changed",gap_storage_unavailable:"storage not available",gap_clock_changed:"the clock was set forward",gap_deleted:"deleted to make room",gap_failed:"recording failed",gap_unknown:"cause unknown",zones:"Zones",zones_of:"Zones of {camera}",zones_hint:"A zone tells you who comes, goes and stays there. What happens in an ignored area counts nowhere: a street, a statue, a tree in the wind.",zones_empty:"Nothing is drawn yet: the whole picture counts.",add_zone:"Zone",add_mask:"Ignored area",new_zone:"Zone {number}",ignored_area:"Ignored area",draw_hint:"Tap the corners on the picture, one after the other.",draw_done:"Finish",draw_cancel:"Cancel",edit_hint:"Drag the corners; tap + to add one.",zone_name:"Name",zone_dwell:"Staying counts after (seconds, 0: never)",corner:"Corner {number} of {name}",insert_corner:"Add a corner after corner {number}",remove_corner:"Remove corner",remove_shape:"Delete {name}",undo:"Undo",new_picture:"New picture",still_missing:"The camera gives no picture now. You can draw all the same.",save:"Save",saved:"Saved",save_failed:"This could not be saved: {code}",unsaved:"There are changes that are not saved.",discard:"Discard",keep_editing:"Go on",problem_few:"{name}: set at least three corners.",problem_crosses:"{name}: its outline crosses itself. Drag the corners apart.",problem_small:"{name} is too small.",problem_nameless:"Give this zone a name.",problem_same_name:"There are two zones called “{name}”.",refused_unauthorized:"Only administrators can change zones.",refused_not_found:"This camera was removed.",refused_not_loaded:"MyCamera is not running.",refused_invalid_format:"Home Assistant does not accept these zones.",too_many_shapes:"No more than {most} are possible.",persons_in_zone:"In zones",protect:"Protect from being deleted",unprotect:"No longer protect",protected:"Protected",protect_failed:"The protection could not be changed: {code}"},Y0={title:"MyCamera",menu:"打开侧边栏",persons:"人员",recordings:"录像",views:"视图",all_cameras:"全部摄像头",cameras:"摄像头",removed_camera:"已移除的摄像头",removed_named:"{name}（已移除）",removed:"已移除",left_behind:"{name} 已不再设置，留有 {records} 段录像（{size}）和 {persons} 条人员记录。",left_behind_delete:"全部删除…",left_behind_sure:"要永久删除这些录像、人员记录和图片吗？受保护的也会删除。",left_behind_yes:"永久删除",left_behind_no:"保留",left_behind_failed:"未能全部删除（{code}），可以再试一次。",date:"日期",previous_day:"前一天",next_day:"后一天",clear_day:"全部日期",search:"搜索描述",clear_search:"清除搜索",retry:"重试",close:"关闭",newer:"较新的人员",older:"较早的人员",loading:"正在加载",load_more:"加载更多",end_of_list:"已显示全部",in_view_one:"画面中有 {count} 人",in_view_other:"画面中有 {count} 人",status_off:"录像已关闭",status_connecting:"正在连接",status_recording:"正在录像",status_unreachable:"无法连接摄像头",status_authentication_failed:"用户名或密码错误",status_stream_not_found:"找不到码流",status_too_many_connections:"连接数过多",status_stalled:"没有收到画面",status_storage_unavailable:"存储不可用",not_watching:"未在检测人员",worker_not_set_up:"尚未设置分析服务：只录像，不检测人员",worker_starting:"分析服务正在启动",worker_connected:"分析服务运行中",worker_disconnected:"分析服务已断开",worker_failed:"分析服务出错",pending_analyses_one:"{count} 段录像待分析",pending_analyses_other:"{count} 段录像待分析",pending_captions_one:"{count} 条描述待生成",pending_captions_other:"{count} 条描述待生成",database_down:"数据库不可用",database_down_text:"录像仍在继续，期间发生的事件会在数据库恢复后写入；在此之前无法显示以前的记录。",database_waiting_one:"录像仍在继续，{count} 条记录等待写入。",database_waiting_other:"录像仍在继续，{count} 条记录等待写入。",not_loaded:"MyCamera 未运行",not_loaded_text:"集成正在启动、已被禁用或无法完成设置。",connection_lost:"无法连接 Home Assistant",connection_lost_text:"连接恢复后列表会继续更新。",load_failed:"无法加载",load_failed_text:"Home Assistant 返回：{code}",no_cameras:"还没有摄像头",no_cameras_text:"在设置中添加到 MyCamera 的摄像头会显示在这里。",add_camera:"前往设置",no_persons:"还没有看到人",no_persons_text:"一旦有摄像头看到人，图片和描述就会显示在这里。",no_matches:"没有匹配的记录",no_matches_text:"此摄像头、日期和文字没有对应的记录。",clear_filters:"清除筛选",no_recordings:"还没有录像",no_recordings_text:"摄像头的第一分钟视频录完后会显示在这里。",confidence:"置信度",duration:"时长",seen:"时间",camera:"摄像头",description_by:"描述来源",source_factual:"根据移动轨迹",source_model:"由 {model} 生成",caption_pending:"正在生成描述",no_caption:"没有描述",picture_of:"人员图片，{camera}，{time}",picture_missing:"图片不可用",recording:"录像",recording_missing:"没有此时刻的录像。",live_picture:"摄像头实时画面",recording_writing:"这一分钟仍在录制，录完后即可播放。",linked_missing:"历史记录中已没有此人员。",recording_unplayable:"此浏览器无法播放该录像（{codec}）。",recording_failed:"无法加载录像。",download:"下载",full_picture:"打开图片",play:"播放",play_recording:"播放录像：{camera}，{time}",record_success:"完整",record_failed:"失败",record_incomplete:"不完整",record_timeout:"摄像头停止发送画面",analysis_pending:"等待分析",analysis_running:"正在分析",analysis_done:"已分析",analysis_failed:"分析失败",analysis_skipped:"未分析",gap_because:"没有录像：{cause}",gap_not_running:"Home Assistant 未运行或录像已关闭",gap_connecting:"正在连接摄像头",gap_disconnected:"摄像头断开了连接",gap_unreachable:"无法连接摄像头",gap_authentication_failed:"用户名或密码错误",gap_stream_not_found:"找不到码流",gap_too_many_connections:"摄像头不允许更多连接",gap_stalled:"没有收到画面",gap_timestamps:"摄像头时钟跳变",gap_stream_changed:"摄像头的编码或分辨率已改变",gap_storage_unavailable:"存储不可用",gap_clock_changed:"系统时钟被调快",gap_deleted:"为腾出空间已删除",gap_failed:"录像失败",gap_unknown:"原因不明",zones:"区域",zones_of:"{camera} 的区域",zones_hint:"有人进入、离开区域或在其中停留时会通知您。忽略区内的一切都不计入，例如街道、雕像、随风摇动的树。",zones_empty:"尚未绘制区域，整个画面都有效。",add_zone:"区域",add_mask:"忽略区",new_zone:"区域 {number}",ignored_area:"忽略区",draw_hint:"在画面上依次点按各个顶点。",draw_done:"完成",draw_cancel:"取消",edit_hint:"拖动顶点；点按 + 添加顶点。",zone_name:"名称",zone_dwell:"停留满多少秒后通知（0 表示不通知）",corner:"{name} 的第 {number} 个顶点",insert_corner:"在第 {number} 个顶点后添加顶点",remove_corner:"移除顶点",remove_shape:"删除“{name}”",undo:"撤销",new_picture:"刷新画面",still_missing:"摄像头现在没有画面，仍可绘制。",save:"保存",saved:"已保存",save_failed:"无法保存：{code}",unsaved:"有尚未保存的更改。",discard:"放弃",keep_editing:"继续编辑",problem_few:"{name}：至少需要三个顶点。",problem_crosses:"{name}：边线自相交叉，请把顶点拉开。",problem_small:"“{name}”太小。",problem_nameless:"请为此区域命名。",problem_same_name:"有两个区域都叫“{name}”。",refused_unauthorized:"只有管理员可以更改区域。",refused_not_found:"此摄像头已被移除。",refused_not_loaded:"MyCamera 未运行。",refused_invalid_format:"Home Assistant 不接受这些区域。",too_many_shapes:"最多只能有 {most} 个。",persons_in_zone:"所在区域",protect:"防止被删除",unprotect:"取消保护",protected:"已保护",protect_failed:"无法更改保护状态：{code}"};function a2(M){return/^zh(-|$)/i.test(M)}function e3(M){let V=a2(M)?Y0:M3;return(C,H={})=>V[C].replace(/\{(\w+)\}/g,(L,e)=>Object.hasOwn(H,e)?String(H[e]):L)}function I1(M,V,C,H){let L=new Intl.PluralRules(a2(V)?"zh":"en").select(H);return M(L==="one"?`${C}_one`:`${C}_other`,{count:H})}function m1(M,V,C){return M(Object.hasOwn(M3,V)?V:C)}function t3(M,V){return{hass:M,localize:e3(M.language),formats:K5(M),overview:V}}function Q(M,V){let C=M.overview?.cameras.find(L=>L.camera_id===V);if(C)return C.name;let H=M.overview?.removed_cameras.find(L=>L.camera_id===V);return H?M.localize("removed_named",{name:H.name}):M.overview?M.localize("removed_camera"):""}function A2(M,V){let C=[{text:V.caption??"",lang:"en"},{text:V.caption_zh??"",lang:"zh-Hans"}];return a2(M.hass.language)&&C.reverse(),C.filter(H=>H.text!=="")}function d2(M,V){if(!V.caption_source)return"";if(V.caption_source==="factual")return M.localize("source_factual");let C=V.caption_source.split(/[\\/]/).filter(Boolean).at(-1)??V.caption_source;return M.localize("source_model",{model:C})}function n2(M){return Math.max(0,(Date.parse(M.last_seen)-Date.parse(M.first_seen))/1e3)}function r3(M){return M.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}function i3(M,V){let C=r3(M),H=L=>{for(let e=C.indexOf(L);e>=0;e=C.indexOf(L,e+1))if(/^\p{Script=Han}/u.test(L)||!/[\p{L}\p{N}]$/u.test(C.slice(0,e)))return!0;return!1};return r3(V).split(/\s+/).filter(Boolean).every(H)}var z=M=>V=>{customElements.get(M)||customElements.define(M,V)};var I=y`
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
`;var p2,o3,K=class extends P{constructor(){super(...arguments);f(this,p2);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(C){let H=C.get("camera");H&&H.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:C,formats:H}=this.context,{name:L,records:e,persons:r,bytes:t}=this.camera,a=(v,n)=>o`<button class="text-button" ?disabled=${this.busy} @click=${n}>${v}</button>`,l={name:L,records:String(e),persons:String(r),size:H.bytes(t)};return o`<div class="left" role="group">
      <p dir="auto">${this.asking?C("left_behind_sure"):C("left_behind",l)}</p>
      ${this.asking?o`${a(C("left_behind_no"),()=>{this.asking=!1})}
            ${a(C("left_behind_yes"),()=>{i(this,p2,o3).call(this)})}`:a(C("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?p:o`<p class="problem" role="alert">${C("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};p2=new WeakSet,o3=async function(){let{camera_id:C}=this.camera;this.busy=!0,this.failed=null;try{let H=await Y5(this.context.hass,C);if(this.camera.camera_id!==C)return;H.records+H.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(H){this.camera.camera_id===C&&(this.failed=D(H))}finally{this.busy=!1,this.asking=!1}},K.styles=[I,y`
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
    `],d([g({attribute:!1})],K.prototype,"context",2),d([g({attribute:!1})],K.prototype,"camera",2),d([s()],K.prototype,"asking",2),d([s()],K.prototype,"busy",2),d([s()],K.prototype,"failed",2),K=d([z("mycamera-left-behind")],K);function S(M){return o`<svg viewBox="0 0 24 24" aria-hidden="true">${S1`<path d=${M}></path>`}</svg>`}var g1=y`
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
`;function q(M){return o`<div class="message ${M.bad?"bad":""}" role=${M.bad?"alert":"status"}>
    ${S(M.icon)}
    <h2>${M.heading}</h2>
    <p>${M.text}</p>
    ${M.action??p}
  </div>`}function W(M,V){let{localize:C}=M;return V==="database_unavailable"?{heading:C("database_down"),text:C("database_down_text")}:V==="not_loaded"||V==="unknown_command"?{heading:C("not_loaded"),text:C("not_loaded_text")}:V==="connection_lost"?{heading:C("connection_lost"),text:C("connection_lost_text")}:{heading:C("load_failed"),text:C("load_failed_text",{code:V})}}function m2(M,V,C){return V==="gone"?M.localize("recording_missing"):V==="failed"?M.localize("recording_failed"):M.localize("recording_unplayable",{codec:C??"?"})}function a3(M,V){return m1(M.localize,`gap_${V}`,"gap_unknown")}var l2=y`
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
`;var v2,A3,U=class extends P{constructor(){super(...arguments);f(this,v2);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(C){(C.has("kept")||C.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:C,hass:H}=this.context,L=S(this.now?m5:l5);if(!H.user?.is_admin)return this.now?o`<span class="sign" role="img" aria-label=${C("protected")} title=${C("protected")}>
            ${L}${this.verbose?C("protected"):p}
          </span>`:p;let e=C(this.now?"unprotect":"protect"),r=this.failed===null?"":C("protect_failed",{code:this.failed});return o`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${C("protect")}
        title=${r||e}
        ?disabled=${this.busy}
        @click=${i(this,v2,A3)}
      >
        ${L}${this.verbose?o`<span>${C(this.now?"protected":"protect")}</span>`:p}
      </button>
      ${r?o`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${r}</p>`:p}`}};v2=new WeakSet,A3=async function(){let C=this.recordId;if(!(C===null||this.busy)){this.busy=!0;try{let H=await L3(this.context.hass,C,!this.now);this.recordId===C&&(this.now=H.protected,this.failed=null)}catch(H){this.recordId===C&&(this.failed=D(H))}finally{this.busy=!1}}},U.styles=[I,y`
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
    `],d([g({attribute:!1})],U.prototype,"context",2),d([g({attribute:!1})],U.prototype,"recordId",2),d([g({attribute:!1})],U.prototype,"kept",2),d([g({type:Boolean})],U.prototype,"verbose",2),d([s()],U.prototype,"now",2),d([s()],U.prototype,"busy",2),d([s()],U.prototype,"failed",2),U=d([z("mycamera-protection")],U);var J0=2,C7=12e4,d3=3e3,h,N2,n3,p3,m3,N1,l3,v3,x3,s3,Z3,u3,c3,R=class extends P{constructor(){super(...arguments);f(this,h);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.problem=null;this.following=null}willUpdate(C){!C.has("detection")||C.get("detection")?.event_id===this.detection?.event_id||(this.detail=null,this.error=null,this.broken=!1,this.size=null,this.problem=null,this.following=null,this.detection&&i(this,h,N2).call(this,this.detection.event_id))}updated(C){C.has("detection")&&(this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(C){this.detection?.camera_id===C&&this.detail?.recording===null&&i(this,h,N2).call(this,this.detection.event_id)}render(){return o`<dialog aria-labelledby="title" @close=${i(this,h,m3)} @click=${i(this,h,v3)} @keydown=${i(this,h,l3)}>
      ${this.detection?i(this,h,x3).call(this,this.detection):p}
    </dialog>`}};h=new WeakSet,N2=async function(C){try{let H=await t2(this.context.hass,C);this.detection?.event_id===C&&(this.detail=H)}catch(H){this.detection?.event_id===C&&(this.error=D(H))}},n3=async function(C,H){let L=await i2(H);this.detection?.event_id===C&&(this.problem=L)},p3=async function(C,H,L){let e=H+L*1e3;if(Date.parse(C.last_seen)>e)try{let t=(await X5(this.context.hass,C.camera_id,e-d3,e+d3)).findLast(a=>a.video_url!==null&&Date.parse(a.start)>H);t&&this.detection?.event_id===C.event_id&&(this.following=t)}catch(r){console.info("MyCamera: the next recording cannot be loaded:",D(r))}},m3=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},N1=function(C){C&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:C}))},l3=function(C){if(C.target instanceof HTMLVideoElement)return;let H=getComputedStyle(this).direction==="rtl";if(C.key==="ArrowLeft")i(this,h,N1).call(this,H?this.older:this.newer);else if(C.key==="ArrowRight")i(this,h,N1).call(this,H?this.newer:this.older);else return;C.preventDefault()},v3=function(C){C.target===this.dialog&&this.dialog.close()},x3=function(C){let{context:H,newer:L,older:e}=this,{localize:r,formats:t}=H,a=A2(H,C),l=C.caption_status==="pending"||C.caption_status==="running",v=Q(H,C.camera_id);return o`
      <header>
        <h2 id="title">
          <span dir="auto">${v}</span>
          <time datetime=${C.first_seen}>${t.dateTime(C.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!L} aria-label=${r("newer")} @click=${()=>i(this,h,N1).call(this,L)}>
          ${S(q1)}
        </button>
        <button class="icon-button turn" ?disabled=${!e} aria-label=${r("older")} @click=${()=>i(this,h,N1).call(this,e)}>
          ${S(j1)}
        </button>
        <button class="icon-button" autofocus aria-label=${r("close")} @click=${()=>this.dialog.close()}>
          ${S(t1)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${i(this,h,Z3).call(this,C,v)}</figure>
          <figure>${i(this,h,c3).call(this)}</figure>
        </div>
        <div class="text">
          ${a.length===0?o`<p class="none">${r(l?"caption_pending":"no_caption")}</p>`:a.map((n,Z)=>o`<p class=${Z===0?"caption":"other"} lang=${n.lang} dir="auto">${n.text}</p>`)}
          <dl>
            <div>
              <dt>${r("seen")}</dt>
              <dd>${t.range(C.first_seen,C.last_seen)}</dd>
            </div>
            <div>
              <dt>${r("duration")}</dt>
              <dd>${t.duration(n2(C))}</dd>
            </div>
            <div>
              <dt>${r("confidence")}</dt>
              <dd>${t.percent(C.confidence)}</dd>
            </div>
            ${a.length>0?o`<div>
                    <dt>${r("description_by")}</dt>
                    <dd>
                      ${d2(H,C)}${l?o` · ${r("caption_pending")}`:p}
                    </dd>
                  </div>`:p}
            ${i(this,h,s3).call(this)}
          </dl>
          ${this.detail?.recording?o`<mycamera-protection
                  class="protection"
                  verbose
                  .context=${H}
                  .recordId=${this.detail.recording.record_id}
                  .kept=${this.detail.recording.protected}
                ></mycamera-protection>`:p}
        </div>
      </div>
    `},s3=function(){let C=this.detail?.zones??[];return C.length===0?p:o`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${C.join(" · ")}</dd>
    </div>`},Z3=function(C,H){let{localize:L,formats:e,hass:r}=this.context,t=C.snapshot_url;return t===null||this.broken?o`<p class="instead">${S(u1)} ${L("picture_missing")}</p>`:o`<a href=${r.hassUrl(t)} target="_blank" rel="noopener" title=${L("full_picture")}>
      <img
        src=${r.hassUrl(t)}
        alt=${L("picture_of",{camera:H,time:e.time(C.first_seen)})}
        @load=${a=>{let{naturalWidth:l,naturalHeight:v}=a.target;this.size={width:l,height:v}}}
        @error=${()=>{this.broken=!0}}
      />
      ${i(this,h,u3).call(this)}
    </a>`},u3=function(){let{detail:C,size:H}=this;if(C===null||H===null)return p;let[L,e,r,t]=C.box;return o`<svg class="box" viewBox="0 0 ${H.width} ${H.height}" aria-hidden="true">
      <rect
        x=${L*H.width}
        y=${e*H.height}
        width=${(r-L)*H.width}
        height=${(t-e)*H.height}
        rx=${H.height/100}
      />
    </svg>`},c3=function(){let{context:C,detail:H}=this,{localize:L,hass:e}=C;if(this.error!==null)return o`<p class="instead" role="alert">${W(C,this.error).heading}</p>`;if(H===null)return o`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${L("loading")}></div>
      </div>`;if(H.recording===null){let v=Date.now()-Date.parse(H.last_seen)<C7,n=o`<p class="instead" role="status">
        ${L(v?"recording_writing":"recording_missing")}
      </p>`;return!v||H.live_url===null?n:o`<div class="live">
        <img src=${e.hassUrl(H.live_url)} alt=${L("live_picture")} />
        ${n}
      </div>`}let r=e.hassUrl(H.recording.url);if(this.problem!==null)return o`<div class="instead" role="alert">
        <p>${m2(C,this.problem,H.recording.codec)}</p>
        ${this.problem==="unplayable"?o`<a class="text-button" href=${r} download>${L("download")}</a>`:p}
      </div>`;let t=Math.max(0,H.recording.offset-J0),{following:a}=this,l=Date.parse((a??H.recording).start);return o`<video
      src=${a?.video_url?e.hassUrl(a.video_url):`${r}#t=${t.toFixed(1)}`}
      @ended=${v=>{i(this,h,p3).call(this,H,l,v.target.duration)}}
      aria-label=${L("recording")}
      controls
      autoplay
      muted
      playsinline
      @error=${()=>{i(this,h,n3).call(this,H.event_id,r)}}
    ></video>`},R.styles=[I,l2,y`
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
    `],d([g({attribute:!1})],R.prototype,"context",2),d([g({attribute:!1})],R.prototype,"detection",2),d([g({attribute:!1})],R.prototype,"newer",2),d([g({attribute:!1})],R.prototype,"older",2),d([s()],R.prototype,"detail",2),d([s()],R.prototype,"error",2),d([s()],R.prototype,"broken",2),d([s()],R.prototype,"size",2),d([s()],R.prototype,"problem",2),d([s()],R.prototype,"following",2),d([E("dialog")],R.prototype,"dialog",2),R=d([z("mycamera-person-dialog")],R);var S3=y`
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
`;var H1={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},x2=M=>(...V)=>({_$litDirective$:M,values:V}),f1=class{constructor(V){}get _$AU(){return this._$AM._$AU}_$AT(V,C,H){this._$Ct=V,this._$AM=C,this._$Ci=H}_$AS(V,C){return this.update(V,C)}update(V,C){return this.render(...C)}};var{I:H7}=z5,h3=M=>M;var f3=M=>M.strings===void 0,g3=()=>document.createComment(""),O1=(M,V,C)=>{let H=M._$AA.parentNode,L=V===void 0?M._$AB:V._$AA;if(C===void 0){let e=H.insertBefore(g3(),L),r=H.insertBefore(g3(),L);C=new H7(e,r,M,M.options)}else{let e=C._$AB.nextSibling,r=C._$AM,t=r!==M;if(t){let a;C._$AQ?.(M),C._$AM=M,C._$AP!==void 0&&(a=M._$AU)!==r._$AU&&C._$AP(a)}if(e!==L||t){let a=C._$AA;for(;a!==e;){let l=h3(a).nextSibling;h3(H).insertBefore(a,L),a=l}}}return C},V1=(M,V,C=M)=>(M._$AI(V,C),M),V7={},s2=(M,V=V7)=>M._$AH=V,O3=M=>M._$AH,Z2=M=>{M._$AR(),M._$AA.remove()};var b3=(M,V,C)=>{let H=new Map;for(let L=V;L<=C;L++)H.set(M[L],L);return H},L1=x2(class extends f1{constructor(M){if(super(M),M.type!==H1.CHILD)throw Error("repeat() can only be used in text expressions")}dt(M,V,C){let H;C===void 0?C=V:V!==void 0&&(H=V);let L=[],e=[],r=0;for(let t of M)L[r]=H?H(t,r):r,e[r]=C(t,r),r++;return{values:e,keys:L}}render(M,V,C){return this.dt(M,V,C).values}update(M,[V,C,H]){let L=O3(M),{values:e,keys:r}=this.dt(V,C,H);if(!Array.isArray(L))return this.ut=r,e;let t=this.ut??=[],a=[],l,v,n=0,Z=L.length-1,c=0,x=e.length-1;for(;n<=Z&&c<=x;)if(L[n]===null)n++;else if(L[Z]===null)Z--;else if(t[n]===r[c])a[c]=V1(L[n],e[c]),n++,c++;else if(t[Z]===r[x])a[x]=V1(L[Z],e[x]),Z--,x--;else if(t[n]===r[x])a[x]=V1(L[n],e[x]),O1(M,a[x+1],L[n]),n++,x--;else if(t[Z]===r[c])a[c]=V1(L[Z],e[c]),O1(M,L[n],L[Z]),Z--,c++;else if(l===void 0&&(l=b3(r,c,x),v=b3(t,n,Z)),l.has(t[n]))if(l.has(t[Z])){let O=v.get(r[c]),b=O!==void 0?L[O]:null;if(b===null){let T=O1(M,L[n]);V1(T,e[c]),a[c]=T}else a[c]=V1(b,e[c]),O1(M,L[n],b),L[O]=null;c++}else Z2(L[Z]),Z--;else Z2(L[n]),n++;for(;c<=x;){let O=O1(M,a[x+1]);V1(O,e[c]),a[c++]=O}for(;n<=Z;){let O=L[n++];O!==null&&Z2(O)}return this.ut=r,s2(M,a),$}});var W2=class{constructor(V,C){this.id=V;this.key=C}#C=[];get items(){return this.#C}clear(){this.#C=[]}has(V){return this.#C.some(C=>this.id(C)===V)}put(...V){let C=new Map(V.map(L=>[this.id(L),L])),H=this.#C.map(L=>{let e=this.id(L),r=C.get(e);return C.delete(e),r??L});this.#C=[...H,...C.values()].sort((L,e)=>this.key(e)-this.key(L))}},l1=class{constructor(V,C){this.host=V;this.options=C;this.state="loading";this.error=null;this.#H=null;this.#V=0;this.#L=!1;this.#C=new W2(C.id,C.time),V.addController(this)}#C;#H;#V;#L;get items(){return this.#C.items}get more(){return this.#H!==null}get busy(){return this.#L}hostDisconnected(){this.#V+=1,this.#L=!1}async reload(V=!1){this.#V+=1,this.#L=!1,V||(this.#C.clear(),this.#H=null,this.state="loading"),await this.#M(null)}async next(){this.#L||this.#H===null||this.state!=="ready"||await this.#M(this.#H)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#H===null?this.reload(!0):this.next())}put(V){let C=this.items.at(-1),H=C!==void 0&&this.options.time(V)<this.options.time(C);return this.state!=="ready"||H&&this.more&&!this.#C.has(this.options.id(V))?!1:(this.#C.put(V),this.host.requestUpdate(),!0)}async#M(V){let C=this.#V;this.#L=!0,this.host.requestUpdate();try{let H=await this.options.load(V);if(C!==this.#V)return;V===null&&this.#C.clear(),this.#C.put(...H.items),this.#H=H.cursor,this.state="ready",this.error=null}catch(H){if(C!==this.#V)return;this.state="error",this.error=D(H)}this.#L=!1,this.host.requestUpdate()}};function u2(M,V){let C=[];for(let H of M){let L=V(H),e=C.at(-1);e&&e.key===L?e.items.push(H):C.push({key:L,items:[H]})}return C}var v1={cameraId:null,day:null,text:""};var M1,F,k3,y3,w3,P3,B3,T3,R3,j=class extends P{constructor(){super(...arguments);f(this,F);this.filter=v1;this.playing=null;this.problems=new Map;this.records=new l1(this,{load:C=>j5(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>String(C.record_id),time:C=>Date.parse(C.start)});this.gaps=new l1(this,{load:C=>J5(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>String(C.gap_id),time:C=>Date.parse(C.start)});f(this,M1,null)}connectedCallback(){super.connectedCallback(),k(this,M1,new IntersectionObserver(C=>{C.some(H=>H.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),u(this,M1)?.disconnect(),k(this,M1,null)}willUpdate(C){C.has("filter")&&(this.playing=null,this.records.reload(),this.gaps.reload()),i(this,F,k3).call(this)}updated(){u(this,M1)?.disconnect(),this.foot&&this.records.more&&u(this,M1)?.observe(this.foot)}refresh(){this.playing===null&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){let{context:C,records:H}=this,{localize:L}=C,e=i(this,F,y3).call(this);if(e.length===0){if(H.state==="error")return q({icon:r1,bad:!0,...W(C,H.error??"unknown"),action:o`<button class="text-button" @click=${i(this,F,w3)}>${L("retry")}</button>`});if(H.state==="loading"||H.more)return o`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${L("loading")}></div>
        </div>`;let r=this.filter.cameraId!==null||this.filter.day!==null;return q({icon:h5,heading:L(r?"no_matches":"no_recordings"),text:L(r?"no_matches_text":"no_recordings_text"),...r?{action:o`<button
                class="text-button"
                @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
              >
                ${L("clear_filters")}
              </button>`}:{}})}return o`
      ${L1(u2(e,r=>C.formats.day(r.start)),r=>r.key,r=>o`<section>
          <h2 class="day">${C.formats.heading(r.key)}</h2>
          <ul>
            ${L1(r.items,t=>t.kind==="gap"?`g${t.gap.gap_id}`:`r${t.record.record_id}`,t=>t.kind==="gap"?i(this,F,B3).call(this,t.gap):i(this,F,T3).call(this,t.record))}
          </ul>
        </section>`)}
      <div class="foot">${i(this,F,P3).call(this)}</div>
    `}};M1=new WeakMap,F=new WeakSet,k3=function(){let C=this.records.items.at(-1),H=this.gaps.items.at(-1);C&&H&&Date.parse(H.start)>Date.parse(C.start)&&this.gaps.next()},y3=function(){let C=this.records.items.at(-1),H=C&&this.records.more?Date.parse(C.start):Number.NEGATIVE_INFINITY,L=this.records.items.map(r=>({kind:"record",start:r.start,record:r})),e=this.gaps.items.filter(r=>Date.parse(r.start)>=H).map(r=>({kind:"gap",start:r.start,gap:r}));return[...L,...e].sort((r,t)=>Date.parse(t.start)-Date.parse(r.start))},w3=function(){this.records.reload(),this.gaps.reload()},P3=function(){let{records:C,context:H}=this;return C.state==="error"?o`<p>${W(H,C.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{C.retry()}}>${H.localize("retry")}</button>`:C.busy?o`<div class="spinner" role="progressbar" aria-label=${H.localize("loading")}></div>`:C.more?o`<button class="text-button" @click=${()=>{C.next()}}>${H.localize("load_more")}</button>`:H.localize("end_of_list")},B3=function(C){let{context:H}=this,{formats:L,localize:e}=H;return o`<li class="row gap">
      <span class="dot bad"></span>
      <span class="when">${L.range(C.start,C.end)}</span>
      <span class="camera" dir="auto">${Q(H,C.camera_id)}</span>
      <span class="note">${e("gap_because",{cause:a3(H,C.cause)})}</span>
      <span class="number">${L.duration((Date.parse(C.end)-Date.parse(C.start))/1e3)}</span>
    </li>`},T3=function(C){let{context:H}=this,{formats:L,localize:e}=H,r=Q(H,C.camera_id),t=this.playing===C.record_id,a=C.status==="success",l=C.status==="failed"&&C.video_url!==null?"incomplete":C.status,v=(Date.parse(C.end)-Date.parse(C.start))/1e3;return o`<li>
      <div class="row">
        <span class="dot ${a?"good":"bad"}"></span>
        <span class="when">${L.range(C.start,C.end)}</span>
        <span class="camera" dir="auto">${r}</span>
        <span class="note" title=${C.error??""}>
          ${m1(e,`record_${l}`,"record_failed")} ·
          ${m1(e,`analysis_${C.analysis_status}`,"analysis_pending")}
          ${C.error?o`<span class="error" dir="auto">${C.error}</span>`:p}
        </span>
        <span class="number">${L.duration(C.duration??v)}</span>
        <span class="number size">${C.file_size===null?"":L.bytes(C.file_size)}</span>
        <mycamera-protection
          .context=${H}
          .recordId=${C.record_id}
          .kept=${C.protected}
        ></mycamera-protection>
        ${C.video_url===null?o`<span class="no-button"></span>`:o`<button
                class="icon-button"
                aria-expanded=${t?"true":"false"}
                aria-label=${e("play_recording",{camera:r,time:L.time(C.start)})}
                @click=${()=>{this.playing=t?null:C.record_id}}
              >
                ${S(t?d5:s5)}
              </button>`}
      </div>
      ${t&&C.video_url!==null?i(this,F,R3).call(this,C,C.video_url):p}
    </li>`},R3=function(C,H){let{context:L}=this,e=L.hass.hassUrl(H),r=this.problems.get(C.record_id);return r?o`<p class="unplayable" role="alert">
        ${m2(L,r,C.codec)}
        ${r==="unplayable"?o`<a class="text-button" href=${e} download>${L.localize("download")}</a>`:p}
      </p>`:o`<video
      src=${e}
      aria-label=${L.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[C.record_id,await i2(e)]])}}
    ></video>`},j.styles=[I,g1,y`
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
    `],d([g({attribute:!1})],j.prototype,"context",2),d([g({attribute:!1})],j.prototype,"filter",2),d([s()],j.prototype,"playing",2),d([s()],j.prototype,"problems",2),d([E(".foot")],j.prototype,"foot",2),j=d([z("mycamera-recordings")],j);var e1,N,F3,_3,D3,$3,E3,z3,X=class extends P{constructor(){super(...arguments);f(this,N);this.filter=v1;this.broken=new Set;this.fresh=new Set;this.feed=new l1(this,{load:C=>q5(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>C.event_id,time:C=>Date.parse(C.first_seen)});f(this,e1,null)}connectedCallback(){super.connectedCallback(),k(this,e1,new IntersectionObserver(C=>{C.some(H=>H.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),u(this,e1)?.disconnect(),k(this,e1,null)}willUpdate(C){C.has("filter")&&this.feed.reload()}updated(){u(this,e1)?.disconnect(),this.foot&&this.feed.more&&u(this,e1)?.observe(this.foot)}live(C,H){if(!i(this,N,F3).call(this,C))return;let L=this.feed.items.some(e=>e.event_id===C.event_id);!this.feed.put(C)||L||!H||(this.fresh=new Set([...this.fresh,C.event_id]))}neighbour(C,H){let L=this.feed.items.findIndex(e=>e.event_id===C);return L<0?null:(H===1&&L>=this.feed.items.length-3&&this.feed.next(),this.feed.items[L+H]??null)}render(){let{feed:C,context:H}=this;if(C.items.length===0)return i(this,N,D3).call(this);let L=u2(C.items,e=>H.formats.day(e.first_seen));return o`
      ${L1(L,e=>e.key,e=>o`<section aria-labelledby="day-${e.key}">
          <h2 class="day" id="day-${e.key}">${H.formats.heading(e.key)}</h2>
          <ul>
            ${L1(e.items,r=>r.event_id,r=>i(this,N,$3).call(this,r))}
          </ul>
        </section>`)}
      <div class="foot" aria-live="polite">${i(this,N,_3).call(this)}</div>
    `}};e1=new WeakMap,N=new WeakSet,F3=function(C){let{cameraId:H,day:L,text:e}=this.filter;return H&&C.camera_id!==H||L&&this.context.formats.day(C.first_seen)!==L?!1:i3(`${C.caption??""}
${C.caption_zh??""}`,e)},_3=function(){let{feed:C,context:H}=this;if(C.state==="error"){let L=W(H,C.error??"unknown");return o`<p>${L.heading}</p>
        <button class="text-button" @click=${()=>{C.retry()}}>${H.localize("retry")}</button>`}return C.busy?o`<div class="spinner" role="progressbar" aria-label=${H.localize("loading")}></div>`:C.more?o`<button class="text-button" @click=${()=>{C.next()}}>${H.localize("load_more")}</button>`:H.localize("end_of_list")},D3=function(){let{feed:C,context:H}=this,{localize:L}=H;return C.state==="error"?q({icon:r1,bad:!0,...W(H,C.error??"unknown"),action:o`<button class="text-button" @click=${()=>{C.reload()}}>${L("retry")}</button>`}):C.state==="loading"||C.more?o`<div class="visually-hidden" role="status">${L("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <ul aria-hidden="true">
          ${Array.from({length:6},()=>o`<li class="ghost"><div class="card"><div class="picture"></div></div></li>`)}
        </ul>
        <div class="foot"></div>`:this.filter.cameraId!==null||this.filter.day!==null||this.filter.text!==""?q({icon:t5,heading:L("no_matches"),text:L("no_matches_text"),action:o`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${L("clear_filters")}
          </button>`}):q({icon:r5,heading:L("no_persons"),text:L("no_persons_text")})},$3=function(C){let{context:H}=this,{localize:L,formats:e}=H,r=Q(H,C.camera_id),[t,a]=A2(H,C),l=C.caption_status==="pending"||C.caption_status==="running";return o`<li class=${this.fresh.has(C.event_id)?"fresh":""}>
      <button class="card" @click=${()=>i(this,N,z3).call(this,C)}>
        <span class="picture">${i(this,N,E3).call(this,C,r)}</span>
        <span class="facts">
          <span class="line">
            <time datetime=${C.first_seen}>${e.timeSeconds(C.first_seen)}</time>
            <span class="camera" dir="auto">${r}</span>
          </span>
          ${t?o`<span class="caption" lang=${t.lang} dir="auto">${t.text}</span>`:o`<span class="caption none">${L(l?"caption_pending":"no_caption")}</span>`}
          ${a?o`<span class="other" lang=${a.lang} dir="auto">${a.text}</span>`:p}
          <span class="badges">
            <span title=${L("duration")}>${e.duration(n2(C))}</span>
            <span title=${L("confidence")}>${e.percent(C.confidence)}</span>
            ${t?o`<span class="source" title=${L("description_by")}>${d2(H,C)}</span>`:p}
          </span>
        </span>
      </button>
    </li>`},E3=function(C,H){let{localize:L,formats:e,hass:r}=this.context,t=C.thumbnail_url??C.snapshot_url;return t===null||this.broken.has(t)?o`<span class="missing" title=${L("picture_missing")}>${S(u1)}</span>`:o`<img
      src=${r.hassUrl(t)}
      alt=${L("picture_of",{camera:H,time:e.time(C.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,t])}}
    />`},z3=function(C){this.dispatchEvent(new CustomEvent("mycamera-open",{detail:C}))},X.styles=[I,g1,y`
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
    `],d([g({attribute:!1})],X.prototype,"context",2),d([g({attribute:!1})],X.prototype,"filter",2),d([s()],X.prototype,"broken",2),d([s()],X.prototype,"fresh",2),d([E(".foot")],X.prototype,"foot",2),X=d([z("mycamera-timeline")],X);var c2=x2(class extends f1{constructor(M){if(super(M),M.type!==H1.PROPERTY&&M.type!==H1.ATTRIBUTE&&M.type!==H1.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!f3(M))throw Error("`live` bindings can only contain a single expression")}render(M){return M}update(M,[V]){if(V===$||V===p)return V;let C=M.element,H=M.name;if(M.type===H1.PROPERTY){if(V===C[H])return $}else if(M.type===H1.BOOLEAN_ATTRIBUTE){if(!!V===C.hasAttribute(H))return $}else if(M.type===H1.ATTRIBUTE&&C.getAttribute(H)===V+"")return $;return s2(M),V}});function N3(M){return M.length<3?"few":M7(M)?"crosses":L7(M)<5e-4?"small":null}function U2(M){return M.map((V,C)=>[V,M[(C+1)%M.length]??V])}function L7(M){return Math.abs(U2(M).reduce((V,[C,H])=>V+C[0]*H[1]-H[0]*C[1],0))/2}function M7(M){let V=U2(M);return V.some(([C,H],L)=>{let e=V[(L+1)%V.length]?.[1]??H;return r7(C,H,e)?!0:V.some(([r,t],a)=>a-L>1&&!(L===0&&a===V.length-1)&&e7(C,H,r,t))})}function W1(M,V,C){let H=(V[0]-M[0])*(C[1]-M[1])-(V[1]-M[1])*(C[0]-M[0]);return Math.abs(H)<1e-12?0:H}function S2(M,V,C){return Math.min(M[0],V[0])<=C[0]&&C[0]<=Math.max(M[0],V[0])&&Math.min(M[1],V[1])<=C[1]&&C[1]<=Math.max(M[1],V[1])}function e7(M,V,C,H){let[L,e,r,t]=[W1(M,V,C),W1(M,V,H),W1(C,H,M),W1(C,H,V)];return L*e<0&&r*t<0?!0:L===0&&S2(M,V,C)||e===0&&S2(M,V,H)||r===0&&S2(C,H,M)||t===0&&S2(C,H,V)}function r7(M,V,C){return M[0]===V[0]&&M[1]===V[1]?!0:W1(M,V,C)===0&&(M[0]-V[0])*(C[0]-V[0])+(M[1]-V[1])*(C[1]-V[1])>0}function W3(M,[V,C]){return U2(M).filter(([H,L])=>H[1]>C!=L[1]>C&&V<H[0]+(C-H[1])/(L[1]-H[1])*(L[0]-H[0])).length%2===1}function G2(M){let V=Math.max(1,M.length);return[M.reduce((C,[H])=>C+H,0)/V,M.reduce((C,[,H])=>C+H,0)/V]}function U3(M,V){return[I3(M),I3(V)]}function I3(M){return M>.015?M>1-.015?1:Math.round(M*1e4)/1e4:0}var Q2=16,t7=100,U1=class{constructor(V,C){this.selected=null;this.drawing=null;this.#H=[];this.#V=null;this.#L=0;this.shapes=[...V.map(H=>({...H,key:this.#M(),kind:"zone"})),...C.map(H=>({...H,key:this.#M(),kind:"mask",name:"",dwell:0}))],this.#C=this.shapes}#C;#H;#V;#L;#M(){return this.#L+=1,this.#L}get changed(){return this.shapes!==this.#C&&JSON.stringify(this.shapes)!==JSON.stringify(this.#C)}get undoable(){return this.#H.length>0}get current(){return this.shapes.find(V=>V.key===this.selected)??null}count(V){return this.shapes.filter(C=>C.kind===V).length}#r(V,C=null){(C===null||C!==this.#V)&&(this.#H=[...this.#H,{shapes:this.shapes,drawing:this.drawing}].slice(-t7)),this.#V=C,this.shapes=V}endGesture(){this.#V=null}undo(){let V=this.#H.pop();V&&(this.shapes=V.shapes,this.drawing=V.drawing,this.#V=null,this.current===null&&(this.selected=this.drawing))}begin(V,C){this.#t();let H=this.#M();this.#r([...this.shapes,{key:H,id:null,kind:V,name:C,dwell:0,points:[]}]),this.selected=this.drawing=H}addPoint(V){let C=this.current;C===null||this.drawing!==C.key||C.points.length>=32||this.#e({...C,points:[...C.points,V]})}finish(){this.#t()&&(this.selected=null),this.drawing=null,this.#V=null}#t(){let V=this.shapes.find(C=>C.key===this.drawing);return!V||V.points.length>=3?!1:(this.#r(this.shapes.filter(C=>C!==V)),this.drawing=null,!0)}insertPoint(V,C){let H=this.current;H===null||H.points.length>=32||this.#e({...H,points:H.points.toSpliced(V+1,0,C)})}movePoint(V,C){let H=this.current;H&&this.#e({...H,points:H.points.with(V,C)},`move ${H.key} ${V}`)}removePoint(V){let C=this.current;C===null||C.points.length<=3&&this.drawing!==C.key||this.#e({...C,points:C.points.toSpliced(V,1)})}rename(V){let C=this.current;C&&this.#e({...C,name:V},`name ${C.key}`)}setDwell(V){let C=this.current;C&&this.#e({...C,dwell:V},`dwell ${C.key}`)}remove(V){this.#r(this.shapes.filter(C=>C.key!==V)),this.drawing===V&&(this.drawing=null),this.selected===V&&(this.selected=null)}#e(V,C=null){this.#r(this.shapes.map(H=>H.key===V.key?V:H),C)}selectAt(V){this.selected=this.shapes.findLast(C=>W3(C.points,V))?.key??null}problem(V){let C=N3(V.points);if(C)return C;if(V.kind==="mask")return null;let H=G3(V.name);return H===""?"nameless":this.shapes.some(e=>e.kind==="zone"&&e!==V&&G3(e.name)===H)?"same_name":null}firstProblem(){for(let V of this.shapes){let C=this.problem(V);if(C)return{shape:V,problem:C}}return null}};function G3(M){return M.trim().replace(/\s+/g," ").toLowerCase()}var Q3=y`
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
`;var K3=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],q3="#9e9e9e",i7=.005,o7=.03,a7=80,A7=3e3,k1,y1,A,g2,X3,_,Y3,J3,q2,C0,H0,j2,V0,L0,X2,M0,e0,Y2,r0,f2,t0,i0,J2,O2,b1,C5,o0,a0,A0,d0,n0,G1,p0,m0,l0,v0,x0,s0,Z0,u0,B=class extends P{constructor(){super(...arguments);f(this,A);this.cameraId=null;this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;f(this,k1);f(this,y1,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(u(this,k1))}willUpdate(C){C.has("cameraId")&&(this.draft=null,this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&i(this,A,g2).call(this,this.cameraId,!1))}updated(C){C.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){i(this,A,b1).call(this,{to:"close"})}render(){return o`<dialog
      aria-labelledby="title"
      @cancel=${i(this,A,C5)}
      @keydown=${i(this,A,a0)}
      @close=${i(this,A,o0)}
    >
      ${this.cameraId===null?p:i(this,A,A0).call(this,this.cameraId)}
    </dialog>`}};k1=new WeakMap,y1=new WeakMap,A=new WeakSet,g2=async function(C,H){try{let L=await H3(this.context.hass,C);if(this.cameraId!==C)return;this.still=L.still_url??null,this.broken=this.still===null,H||(this.draft=new U1(L.zones,L.masks))}catch(L){this.cameraId===C&&(this.error=D(L))}},X3=function(C){this.error=null,i(this,A,g2).call(this,C,!1)},_=function(C){if(!this.draft)return;C(this.draft),this.complaint=null,this.saved=!1;let H=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=H&&(this.corner=null),this.requestUpdate()},Y3=function(C){i(this,A,_).call(this,H=>{H.finish(),H.selected=C,this.corner=null})},J3=function(C){let{localize:H}=this.context;i(this,A,_).call(this,L=>{let e=C==="zone"?H("new_zone",{number:L.count("zone")+1}):"";L.begin(C,e),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},q2=function(C){let H=this.picture?.getBoundingClientRect();return!H||H.width===0?[0,0]:U3((C.clientX-H.left)/H.width,(C.clientY-H.top)/H.height)},C0=function(C){if(C.target instanceof Element&&C.target.closest("button"))return;let H=i(this,A,q2).call(this,C);i(this,A,_).call(this,L=>{L.drawing!==null?(L.addPoint(H),this.corner=(L.current?.points.length??1)-1):(L.selectAt(H),this.corner=null)})},H0=function(C){C.key!=="Enter"||C.target!==this.picture||this.draft?.drawing==null||(C.preventDefault(),i(this,A,_).call(this,H=>{H.addPoint([.5,.5]),this.corner=(H.current?.points.length??1)-1}),i(this,A,j2).call(this))},j2=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},V0=function(C,H){C.button===0&&(C.currentTarget.setPointerCapture(C.pointerId),k(this,y1,H),this.corner=H)},L0=function(C,H){if(u(this,y1)!==H)return;let L=i(this,A,q2).call(this,C);i(this,A,_).call(this,e=>e.movePoint(H,L))},X2=function(){k(this,y1,null),this.draft?.endGesture()},M0=function(C){let H=this.draft;C===0&&H?.drawing!=null&&(H.current?.points.length??0)>=3?i(this,A,f2).call(this):this.corner=C},e0=function(C,H){let L=this.draft?.current?.points[H];if(!L)return;let e=C.shiftKey?o7:i7,t={ArrowLeft:[-e,0],ArrowRight:[e,0],ArrowUp:[0,-e*this.aspect],ArrowDown:[0,e*this.aspect]}[C.key];if(t){let a=[j3(L[0]+t[0]),j3(L[1]+t[1])];i(this,A,_).call(this,l=>l.movePoint(H,a))}else if(C.key==="Delete"||C.key==="Backspace")i(this,A,Y2).call(this,H);else return;C.preventDefault()},Y2=function(C){i(this,A,_).call(this,H=>H.removePoint(C)),this.corner=null},r0=function(C,H){i(this,A,_).call(this,L=>L.insertPoint(C,H)),this.corner=C+1,i(this,A,j2).call(this)},f2=function(){i(this,A,_).call(this,C=>{C.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},t0=async function(){let{draft:C,cameraId:H}=this;if(!C||H===null||this.saving)return;i(this,A,_).call(this,()=>C.finish());let L=C.firstProblem();if(L){C.selected=L.shape.key,this.complaint=i(this,A,J2).call(this,L.shape,L.problem);return}this.saving=!0;try{let e=await V3(this.context.hass,H,{zones:C.shapes.filter(r=>r.kind==="zone").map(({id:r,name:t,points:a,dwell:l})=>({id:r,name:t.trim(),points:a,dwell:l})),masks:C.shapes.filter(r=>r.kind==="mask").map(({id:r,points:t})=>({id:r,points:t}))});if(this.cameraId!==H)return;this.draft=new U1(e.zones,e.masks),this.corner=null,this.saved=!0,window.clearTimeout(u(this,k1)),k(this,k1,window.setTimeout(()=>{this.saved=!1},A7))}catch(e){this.complaint=i(this,A,i0).call(this,D(e))}finally{this.saving=!1}},i0=function(C){let{localize:H}=this.context;return m1(H,`refused_${C}`,"save_failed").replaceAll("{code}",C)},J2=function(C,H){let{localize:L}=this.context;return L(`problem_${H}`,{name:i(this,A,O2).call(this,C)})},O2=function(C){return C.kind==="mask"?this.context.localize("ignored_area"):C.name.trim()},b1=function(C){if(this.draft?.changed&&!this.leaving){this.leaving=C;return}this.leaving=null,C.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:C.cameraId}))},C5=function(C){C.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?i(this,A,f2).call(this):i(this,A,b1).call(this,{to:"close"})},o0=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},a0=function(C){if(C.key==="Escape"){i(this,A,C5).call(this,C);return}let H=C.target instanceof HTMLInputElement;(C.ctrlKey||C.metaKey)&&C.key.toLowerCase()==="z"&&!C.shiftKey&&!H&&(C.preventDefault(),i(this,A,_).call(this,L=>L.undo()))},A0=function(C){let{context:H,draft:L}=this,{localize:e}=H;return o`
      <header>
        <h2 id="title">${e("zones")} ${i(this,A,d0).call(this,C)}</h2>
        <button
          class="icon-button"
          aria-label=${e("undo")}
          title=${e("undo")}
          ?disabled=${!L?.undoable}
          @click=${()=>i(this,A,_).call(this,r=>r.undo())}
        >
          ${S(u5)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!L||this.saving||!L.changed}
          @click=${()=>{i(this,A,t0).call(this)}}
        >
          ${e("save")}
        </button>
        <button class="icon-button" aria-label=${e("close")} @click=${()=>i(this,A,b1).call(this,{to:"close"})}>
          ${S(t1)}
        </button>
      </header>
      ${i(this,A,n0).call(this)}
      ${L?o`<div class="body">
              <div class="stage">${i(this,A,p0).call(this,L)} ${i(this,A,x0).call(this,L)}</div>
              <div class="side">${i(this,A,s0).call(this,L)}</div>
            </div>`:o`<div class="wait">
              ${this.error===null?o`<div class="spinner" role="progressbar" aria-label=${e("loading")}></div>`:o`<div class="failed" role="alert">
                      <p>${W(H,this.error).heading}</p>
                      <button class="text-button" @click=${()=>i(this,A,X3).call(this,C)}>${e("retry")}</button>
                    </div>`}
            </div>`}
    `},d0=function(C){let H=this.context.overview?.cameras??[];return H.length<2?o`<span class="camera" dir="auto">${Q(this.context,C)}</span>`:o`<select
      aria-label=${this.context.localize("camera")}
      .value=${c2(C)}
      @change=${L=>{let e=L.target;i(this,A,b1).call(this,{to:"camera",cameraId:e.value}),e.value=C}}
    >
      ${H.map(L=>o`<option value=${L.camera_id} ?selected=${L.camera_id===C}>${L.name}</option>`)}
    </select>`},n0=function(){let{localize:C}=this.context,{leaving:H}=this;return H?o`<div class="notice" role="alertdialog" aria-label=${C("unsaved")}>
        <p>${C("unsaved")}</p>
        <button class="text-button" @click=${()=>i(this,A,b1).call(this,H)}>${C("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${C("keep_editing")}
        </button>
      </div>`:this.complaint?o`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?o`<div class="notice good" role="status">${S(A5)}<p>${C("saved")}</p></div>`:p},G1=function(C){if(C.kind==="mask")return q3;let H=this.draft?.shapes.filter(L=>L.kind==="zone")??[];return K3[H.indexOf(C)%K3.length]??q3},p0=function(C){let{localize:H,hass:L}=this.context,e=C.drawing!==null;return o`<div
      class="picture ${e?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${e?0:-1}
      role="group"
      aria-label=${H("zones_of",{camera:Q(this.context,this.cameraId??"")})}
      @click=${i(this,A,C0)}
      @keydown=${i(this,A,H0)}
    >
      ${this.still&&!this.broken?o`<img
              src=${L.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${r=>{let{naturalWidth:t,naturalHeight:a}=r.target;t&&a&&(this.aspect=t/a),this.loaded=!0}}
              @error=${()=>{this.broken=!0}}
            />`:o`<p class="instead">${S(u1)} ${H("still_missing")}</p>`}
      ${this.still&&!this.broken&&!this.loaded?o`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${H("loading")}></div>
            </div>`:p}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${.03*this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${.03*this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${C.shapes.map(r=>i(this,A,m0).call(this,r,C))}
      </svg>
      ${C.shapes.map(r=>i(this,A,l0).call(this,r,C))}
      ${C.current?i(this,A,v0).call(this,C,C.current):p}
    </div>`},m0=function(C,H){let L=H.drawing===C.key,e=!L&&["crosses","small"].includes(H.problem(C)??""),r=`${C.kind} ${H.selected===C.key?"selected":""} ${e?"bad":""}`,t=C.points.map(a=>a.join(",")).join(" ");return S1`<g class=${r} style="--colour: ${i(this,A,G1).call(this,C)}">
      <polygon class="area" points=${t}></polygon>
      ${L?S1`<polyline class="line" points=${t}></polyline>`:S1`<polygon class="line" points=${t}></polygon>`}
    </g>`},l0=function(C,H){if(C.kind==="mask"||C.points.length<3||H.drawing===C.key)return p;let[L,e]=G2(C.points);return o`<span class="label" style=${K2([L,e],i(this,A,G1).call(this,C))} dir="auto">${C.name}</span>`},v0=function(C,H){let{localize:L}=this.context,e=i(this,A,G1).call(this,H),r=i(this,A,O2).call(this,H),t=H.points.map((v,n)=>o`<button
        class="corner ${this.corner===n?"chosen":""}"
        data-index=${n}
        style=${K2(v,e)}
        aria-label=${L("corner",{number:n+1,name:r})}
        @pointerdown=${Z=>i(this,A,V0).call(this,Z,n)}
        @pointermove=${Z=>i(this,A,L0).call(this,Z,n)}
        @pointerup=${i(this,A,X2)}
        @pointercancel=${i(this,A,X2)}
        @click=${()=>i(this,A,M0).call(this,n)}
        @focus=${()=>{this.corner=n}}
        @keydown=${Z=>i(this,A,e0).call(this,Z,n)}
      ></button>`);if(C.drawing!==null||H.points.length>=32)return o`${t}`;let a=this.picture?.clientWidth??0,l=H.points.map((v,n)=>{let Z=H.points[(n+1)%H.points.length]??v;if(Math.hypot((Z[0]-v[0])*a,(Z[1]-v[1])*a/this.aspect)<a7)return p;let x=G2([v,Z]);return o`<button
        class="edge"
        style=${K2(x,e)}
        aria-label=${L("insert_corner",{number:n+1})}
        @click=${()=>i(this,A,r0).call(this,n,x)}
      ></button>`});return o`${l}${t}`},x0=function(C){let{localize:H}=this.context,L=C.current;if(C.drawing!==null){let r=(L?.points.length??0)>=3;return o`<div class="tools">
        <p>${H("draw_hint")}</p>
        <button class="text-button ${r?"ready":""}" @click=${i(this,A,f2)}>
          ${H(r?"draw_done":"draw_cancel")}
        </button>
      </div>`}let e=this.corner;return o`<div class="tools">
      <p>${L?H("edit_hint"):""}</p>
      ${L&&e!==null&&L.points.length>3?o`<button class="text-button" @click=${()=>i(this,A,Y2).call(this,e)}>
              ${S(c5)} ${H("remove_corner")}
            </button>`:p}
      <button
        class="icon-button"
        aria-label=${H("new_picture")}
        title=${H("new_picture")}
        @click=${()=>this.cameraId!==null&&void i(this,A,g2).call(this,this.cameraId,!0)}
      >
        ${S(o5)}
      </button>
    </div>`},s0=function(C){let{localize:H}=this.context,L=(e,r)=>{let t=C.count(e)>=Q2;return o`<button
        class="text-button"
        ?disabled=${t||C.drawing!==null}
        title=${t?H("too_many_shapes",{most:Q2}):""}
        @click=${()=>i(this,A,J3).call(this,e)}
      >
        ${S(Z5)} ${H(r)}
      </button>`};return o`
      <div class="add">${L("zone","add_zone")}${L("mask","add_mask")}</div>
      ${C.shapes.length===0?o`<p class="hint">${H("zones_empty")}</p>`:o`<ul>
              ${L1(C.shapes,e=>e.key,e=>i(this,A,Z0).call(this,e,C))}
            </ul>`}
      <p class="hint">${H("zones_hint")}</p>
    `},Z0=function(C,H){let{localize:L}=this.context,e=H.selected===C.key,r=H.drawing===C.key?null:H.problem(C),t=i(this,A,O2).call(this,C);return o`<li class=${e?"selected":""} style="--colour: ${i(this,A,G1).call(this,C)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${e?"true":"false"}
          @click=${()=>i(this,A,Y3).call(this,e?null:C.key)}
        >
          <span class="swatch ${C.kind}"></span><span class="title" dir="auto">${t||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${L("remove_shape",{name:t})}
          title=${L("remove_shape",{name:t})}
          @click=${()=>i(this,A,_).call(this,a=>a.remove(C.key))}
        >
          ${S(p5)}
        </button>
      </div>
      ${e&&C.kind==="zone"?i(this,A,u0).call(this,C):p}
      ${r?o`<p class="problem">${i(this,A,J2).call(this,C,r)}</p>`:p}
    </li>`},u0=function(C){let{localize:H}=this.context;return o`<label>
        ${H("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${c2(C.name)}
          @input=${L=>i(this,A,_).call(this,e=>e.rename(L.target.value))}
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
          .value=${c2(String(C.dwell))}
          @change=${L=>{let e=L.target.valueAsNumber;i(this,A,_).call(this,r=>{r.setDwell(Number.isFinite(e)?Math.min(86400,Math.max(0,e)):0),r.endGesture()})}}
        />
      </label>`},B.styles=[I,l2,Q3],d([g({attribute:!1})],B.prototype,"context",2),d([g({attribute:!1})],B.prototype,"cameraId",2),d([s()],B.prototype,"draft",2),d([s()],B.prototype,"still",2),d([s()],B.prototype,"broken",2),d([s()],B.prototype,"loaded",2),d([s()],B.prototype,"aspect",2),d([s()],B.prototype,"corner",2),d([s()],B.prototype,"error",2),d([s()],B.prototype,"complaint",2),d([s()],B.prototype,"saving",2),d([s()],B.prototype,"saved",2),d([s()],B.prototype,"leaving",2),d([E("dialog")],B.prototype,"dialog",2),d([E(".picture")],B.prototype,"picture",2),B=d([z("mycamera-zone-editor")],B);function j3(M){return Math.min(1,Math.max(0,Math.round(M*1e4)/1e4))}function K2([M,V],C){return`left: ${M*100}%; top: ${V*100}%; --colour: ${C}`}var d7=300,n7=5e3,p7=12*3600*1e3,w1,x1,P1,Q1,s1,Y,Z1,K1,m,H5,B1,T1,b2,V5,c0,S0,h0,G,g0,L5,f0,M5,O0,b0,k0,y0,w0,P0,B0,T0,R0,w=class extends P{constructor(){super(...arguments);f(this,m);this.narrow=!1;this.tab="persons";this.filter=v1;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.drawn=null;this.linkFailure=null;f(this,w1,null);f(this,x1,null);f(this,P1,!1);f(this,Q1);f(this,s1);f(this,Y,null);f(this,Z1,new o2(()=>i(this,m,S0).call(this)));f(this,K1);f(this,B1,()=>{this.connected=!0,i(this,m,b2).call(this,!0)});f(this,T1,()=>{this.connected=!1})}connectedCallback(){super.connectedCallback(),k(this,K1,window.setInterval(()=>i(this,m,b2).call(this,!0),p7)),this.hass&&i(this,m,H5).call(this)}disconnectedCallback(){var C;super.disconnectedCallback(),window.clearInterval(u(this,K1)),window.clearTimeout(u(this,Q1)),window.clearTimeout(u(this,s1)),u(this,Y)?.removeEventListener("ready",u(this,B1)),u(this,Y)?.removeEventListener("disconnected",u(this,T1)),k(this,Y,null),(C=u(this,x1))==null||C.call(this),k(this,x1,null),u(this,Z1).disconnected()}shouldUpdate(C){if(C.size>1||!C.has("hass"))return!0;let H=C.get("hass"),L=this.hass;return H===void 0||L===void 0||H.language!==L.language||H.locale!==L.locale||H.config.time_zone!==L.config.time_zone||H.connection!==L.connection||H.dockedSidebar!==L.dockedSidebar||H.themes?.darkMode!==L.themes?.darkMode||H.user?.is_admin!==L.user?.is_admin}willUpdate(C){this.hass&&((C.has("hass")||C.has("overview")||u(this,w1)===null)&&k(this,w1,t3(this.hass,this.overview)),C.has("hass")&&i(this,m,H5).call(this),(C.has("route")||C.has("hass"))&&i(this,m,h0).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null?u(this,Z1).opened():u(this,Z1).closed()}render(){let C=u(this,w1);return C?o`
      ${i(this,m,O0).call(this,C)}
      <main>
        <div class="page">${i(this,m,b0).call(this,C)}</div>
      </main>
      <mycamera-person-dialog
        .context=${C}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${i(this,m,M5)}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
      <mycamera-zone-editor
        .context=${C}
        .cameraId=${this.drawn}
        @mycamera-camera=${H=>{this.drawn=H.detail}}
        @mycamera-close=${()=>{this.drawn=null}}
      ></mycamera-zone-editor>
    `:p}};w1=new WeakMap,x1=new WeakMap,P1=new WeakMap,Q1=new WeakMap,s1=new WeakMap,Y=new WeakMap,Z1=new WeakMap,K1=new WeakMap,m=new WeakSet,H5=function(){let C=this.hass?.connection;!C||u(this,Y)===C||(u(this,Y)?.removeEventListener("ready",u(this,B1)),u(this,Y)?.removeEventListener("disconnected",u(this,T1)),k(this,Y,C),C.addEventListener("ready",u(this,B1)),C.addEventListener("disconnected",u(this,T1)),i(this,m,V5).call(this))},B1=new WeakMap,T1=new WeakMap,b2=function(C){this.timeline?.feed.reload(C),C?this.recordings?.refresh():this.recordings?.records.reload()},V5=async function(){if(!(!this.hass||u(this,P1)||u(this,x1))){k(this,P1,!0);try{let C=await C3(this.hass,H=>i(this,m,c0).call(this,H));this.isConnected?k(this,x1,C):C()}catch(C){this.failure=D(C),k(this,Q1,window.setTimeout(()=>{i(this,m,V5).call(this)},n7))}finally{k(this,P1,!1)}}},c0=function(C){switch(C.type){case"overview":{let H=this.failure!==null||this.overview?.database.available===!1&&C.overview.database.available;this.failure=null,this.overview=C.overview,H&&i(this,m,b2).call(this,!1);break}case"unavailable":this.failure=C.code;break;case"person":case"caption":this.timeline?.live(C.detection,C.type==="person"),this.opened?.event_id===C.detection.event_id&&(this.opened=C.detection);break;case"recording":this.recordings?.refresh(),this.dialog?.recorded(C.camera_id);break}},S0=function(){this.drawn!==null?this.editor?.leave():this.opened=null,this.drawn!==null&&u(this,Z1).opened()},h0=async function(){let[,C,H]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!C||!H||!this.hass)){window.history.replaceState(window.history.state,"",C),this.linkFailure=null;try{this.opened=await t2(this.hass,H)}catch(L){this.linkFailure=D(L)}}},G=function(C){this.filter={...this.filter,...C}},g0=function(C){let H=C.target.value.trim();window.clearTimeout(u(this,s1)),k(this,s1,window.setTimeout(()=>{H!==this.filter.text&&i(this,m,G).call(this,{text:H})},d7))},L5=function(){window.clearTimeout(u(this,s1)),this.filter=v1},f0=function(C){C.key!=="ArrowLeft"&&C.key!=="ArrowRight"||(this.tab=this.tab==="persons"?"recordings":"persons",this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus()))},M5=function(C){this.opened=C.detail},O0=function({localize:C,hass:H}){let L=e=>o`<button
      role="tab"
      id="tab-${e}"
      aria-selected=${this.tab===e?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===e?0:-1}
      @click=${()=>{this.tab=e}}
    >
      ${C(e)}
    </button>`;return o`<div class="toolbar">
      ${this.narrow||H.dockedSidebar==="always_hidden"?o`<button
              class="icon-button menu"
              aria-label=${C("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${S(x5)}
            </button>`:p}
      <h1>${C("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${C("views")} @keydown=${i(this,m,f0)}>
        ${L("persons")}${L("recordings")}
      </div>
    </div>`},b0=function(C){let{localize:H}=C;return this.failure!==null?q({icon:r1,bad:!0,...W(C,this.failure)}):this.overview===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${H("loading")}></div>
      </div>`:this.overview.cameras.length+this.overview.removed_cameras.length===0?q({icon:a5,heading:H("no_cameras"),text:H("no_cameras_text"),...C.hass.user?.is_admin?{action:o`<a class="text-button" href="/config/integrations/integration/mycamera">
                ${H("add_camera")}
              </a>`}:{}}):o`
      ${i(this,m,k0).call(this,C,this.overview)} ${i(this,m,y0).call(this,C,this.overview)}
      ${i(this,m,B0).call(this,C,this.overview)}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.tab==="persons"?o`<mycamera-timeline
                .context=${C}
                .filter=${this.filter}
                @mycamera-open=${i(this,m,M5)}
                @mycamera-clear-filters=${i(this,m,L5)}
              ></mycamera-timeline>`:o`<mycamera-recordings
                .context=${C}
                .filter=${this.filter}
                @mycamera-clear-filters=${i(this,m,L5)}
              ></mycamera-recordings>`}
      </div>
    `},k0=function(C,H){let{localize:L,hass:e}=C,r=(v,n)=>o`<div class="banner" role="alert">
      ${S(n5)}
      <p><strong>${v}</strong><br />${n}</p>
    </div>`,t=v=>o`<div class="banner" role="alert">
      ${S(r1)}
      <p>${v==="not_found"?L("linked_missing"):W(C,v).heading}</p>
      <button
        class="icon-button"
        aria-label=${L("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${S(t1)}
      </button>
    </div>`,{available:a,waiting:l}=H.database;return o`${this.linkFailure===null?p:t(this.linkFailure)}
    ${this.connected?p:r(L("connection_lost"),L("connection_lost_text"))}
    ${a?p:r(L("database_down"),I1(L,e.language,"database_waiting",l))}`},y0=function(C,H){let{localize:L,hass:e}=C,r=t=>{let a=this.filter.cameraId===t.camera_id,l=L(`status_${t.recording_status}`),v=t.detection_enabled&&!t.watching?L("not_watching"):"";return o`<button
        class="chip"
        aria-pressed=${a?"true":"false"}
        title=${[l,t.recording_error,v].filter(Boolean).join(`
`)}
        @click=${()=>i(this,m,G).call(this,{cameraId:a?null:t.camera_id})}
      >
        <span class="dot ${t.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${t.name}</span>
          <span class="status">${l}</span>
        </span>
        ${t.persons?o`<span class="count" role="img" aria-label=${I1(L,e.language,"in_view",t.persons)}>
                ${t.persons}
              </span>`:p}
      </button>`};return o`<div class="cameras" role="group" aria-label=${L("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.filter.cameraId===null?"true":"false"}
        @click=${()=>i(this,m,G).call(this,{cameraId:null})}
      >
        <span class="texts"><span class="name">${L("all_cameras")}</span></span>
      </button>
      ${H.cameras.map(r)}${H.removed_cameras.map(t=>i(this,m,w0).call(this,L,t))}
    </div>
    ${i(this,m,P0).call(this,C,H)}`},w0=function(C,H){let L=this.filter.cameraId===H.camera_id;return o`<button
      class="chip"
      aria-pressed=${L?"true":"false"}
      @click=${()=>i(this,m,G).call(this,{cameraId:L?null:H.camera_id})}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${H.name}</span>
        <span class="status">${C("removed")}</span>
      </span>
    </button>`},P0=function(C,H){let L=H.removed_cameras.find(e=>e.camera_id===this.filter.cameraId);return!L||!C.hass.user?.is_admin?p:o`<mycamera-left-behind
      .context=${C}
      .camera=${L}
      @mycamera-deleted=${()=>i(this,m,G).call(this,{cameraId:null})}
    ></mycamera-left-behind>`},B0=function(C,H){let{localize:L,formats:e}=C,r=e.today(),{day:t}=this.filter;return o`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${L("previous_day")}
          @click=${()=>i(this,m,G).call(this,{day:t?E2(t,-1):r})}
        >
          ${S(q1)}
        </button>
        <input
          type="date"
          class=${t?"":"any"}
          data-any=${L("clear_day")}
          aria-label=${L("date")}
          max=${r}
          .value=${t??""}
          @change=${a=>{let l=a.target.value;i(this,m,G).call(this,{day:G5(l)?l:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${L("next_day")}
          ?disabled=${t===null||t>=r}
          @click=${()=>t&&i(this,m,G).call(this,{day:E2(t,1)})}
        >
          ${S(j1)}
        </button>
        ${t?o`<button
                class="icon-button"
                aria-label=${L("clear_day")}
                @click=${()=>i(this,m,G).call(this,{day:null})}
              >
                ${S(i5)}
              </button>`:p}
      </div>
      ${this.tab==="persons"?o`<div class="search">
              ${S(v5)}
              <input
                type="text"
                inputmode="search"
                enterkeyhint="search"
                maxlength="100"
                autocomplete="off"
                placeholder=${L("search")}
                aria-label=${L("search")}
                .value=${this.filter.text}
                @input=${i(this,m,g0)}
              />
              ${this.filter.text?o`<button
                      class="icon-button"
                      aria-label=${L("clear_search")}
                      @click=${()=>i(this,m,G).call(this,{text:""})}
                    >
                      ${S(t1)}
                    </button>`:p}
            </div>`:p}
      ${i(this,m,T0).call(this,C,H)} ${i(this,m,R0).call(this,C,H)}
    </div>`},T0=function({localize:C,hass:H},L){let e=this.filter.cameraId??L.cameras[0]?.camera_id;return!H.user?.is_admin||!L.cameras.some(r=>r.camera_id===e)?p:o`<button
      class="text-button zones"
      @click=${()=>{this.drawn=e??null}}
    >
      ${S(S5)} ${C("zones")}
    </button>`},R0=function({localize:C,hass:H},L){let{worker:e,pending_analyses:r,pending_captions:t}=L,a=[C(`worker_${e.status}`),r?I1(C,H.language,"pending_analyses",r):"",t?I1(C,H.language,"pending_captions",t):""].filter(Boolean);return o`<div class="hub" title=${[e.device,e.error].filter(Boolean).join(`
`)}>
      <span class="dot ${e.status}"></span>
      <span>${a.join(" · ")}</span>
    </div>`},w.styles=[I,g1,S3],d([g({attribute:!1})],w.prototype,"hass",2),d([g({type:Boolean,reflect:!0})],w.prototype,"narrow",2),d([g({attribute:!1})],w.prototype,"route",2),d([g({attribute:!1})],w.prototype,"panel",2),d([s()],w.prototype,"tab",2),d([s()],w.prototype,"filter",2),d([s()],w.prototype,"overview",2),d([s()],w.prototype,"failure",2),d([s()],w.prototype,"connected",2),d([s()],w.prototype,"opened",2),d([s()],w.prototype,"drawn",2),d([E("mycamera-timeline")],w.prototype,"timeline",2),d([E("mycamera-recordings")],w.prototype,"recordings",2),d([E("mycamera-person-dialog")],w.prototype,"dialog",2),d([E("mycamera-zone-editor")],w.prototype,"editor",2),d([s()],w.prototype,"linkFailure",2),w=d([z("mycamera-panel")],w);export{w as MyCameraPanel};
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
