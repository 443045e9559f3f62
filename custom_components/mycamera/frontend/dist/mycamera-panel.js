var Y5=Object.defineProperty;var J5=Object.getOwnPropertyDescriptor;var S2=M=>{throw TypeError(M)};var n=(M,H,C,V)=>{for(var L=V>1?void 0:V?J5(H,C):H,r=M.length-1,e;r>=0;r--)(e=M[r])&&(L=(V?e(H,C,L):e(L))||L);return V&&L&&Y5(H,C,L),L};var M2=(M,H,C)=>H.has(M)||S2("Cannot "+C);var x=(M,H,C)=>(M2(M,H,"read from private field"),C?C.call(M):H.get(M)),c=(M,H,C)=>H.has(M)?S2("Cannot add the same private member more than once"):H instanceof WeakSet?H.add(M):H.set(M,C),g=(M,H,C,V)=>(M2(M,H,"write to private field"),V?V.call(M,C):H.set(M,C),C),a=(M,H,C)=>(M2(M,H,"access private method"),C);var c2="M2.75,7L4.03,5.75L13.26,15L20,21.72L18.73,23L15.73,20H4V17C4,15.14 6.61,13.92 9.09,13.36L2.75,7M20,17V19.18L18.1,17.28V17C18.1,16.74 17.6,16.35 16.8,16L14,13.18C16.71,13.63 20,14.91 20,17M5.9,17V18.1H13.83L10.72,15C8.19,15.3 5.9,16.45 5.9,17M12,4A4,4 0 0,1 16,8C16,9.95 14.6,11.58 12.75,11.93L8.07,7.25C8.42,5.4 10.05,4 12,4M12,6A2,2 0 0,0 10,8A2,2 0 0,0 12,10A2,2 0 0,0 14,8A2,2 0 0,0 12,6Z";var h2="M10,13C9.65,13.59 9.36,14.24 9.19,14.93C6.5,15.16 3.9,16.42 3.9,17V18.1H9.2C9.37,18.78 9.65,19.42 10,20H2V17C2,14.34 7.33,13 10,13M10,4A4,4 0 0,1 14,8C14,8.91 13.69,9.75 13.18,10.43C12.32,10.75 11.55,11.26 10.91,11.9L10,12A4,4 0 0,1 6,8A4,4 0 0,1 10,4M10,5.9A2.1,2.1 0 0,0 7.9,8A2.1,2.1 0 0,0 10,10.1A2.1,2.1 0 0,0 12.1,8A2.1,2.1 0 0,0 10,5.9M15.5,12C18,12 20,14 20,16.5C20,17.38 19.75,18.21 19.31,18.9L22.39,22L21,23.39L17.88,20.32C17.19,20.75 16.37,21 15.5,21C13,21 11,19 11,16.5C11,14 13,12 15.5,12M15.5,14A2.5,2.5 0 0,0 13,16.5A2.5,2.5 0 0,0 15.5,19A2.5,2.5 0 0,0 18,16.5A2.5,2.5 0 0,0 15.5,14Z";var a1="M11,15H13V17H11V15M11,7H13V13H11V7M12,2C6.47,2 2,6.5 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,20A8,8 0 0,1 4,12A8,8 0 0,1 12,4A8,8 0 0,1 20,12A8,8 0 0,1 12,20Z";var O2="M19 3H18V1H16V3H8V1H6V3H5C3.9 3 3 3.9 3 5V19C3 20.11 3.9 21 5 21H19C20.11 21 21 20.11 21 19V5C21 3.9 20.11 3 19 3M19 19H5V9H19V19M5 7V5H19V7H5M8.23 16.41L9.29 17.47L11.73 15.03L14.17 17.47L15.23 16.41L12.79 13.97L15.23 11.53L14.17 10.47L11.73 12.91L9.29 10.47L8.23 11.53L10.67 13.97L8.23 16.41Z";var g2="M6.03 12.03L8.03 15.5L5.5 18.68L2 12.62L6.03 12.03M17 18V15.29C17.88 14.9 18.5 14.03 18.5 13C18.5 12.43 18.3 11.9 17.97 11.5L19.94 10.35C20.95 9.76 21.3 8.47 20.71 7.46L19.33 5.06C18.74 4.05 17.45 3.7 16.44 4.28L8.31 9C7.36 9.53 7.03 10.75 7.58 11.71L9.08 14.31C9.63 15.26 10.86 15.59 11.81 15.04L13.69 13.96C13.94 14.55 14.41 15.03 15 15.29V18C15 19.1 15.9 20 17 20H22V18H17Z";var B1="M15.41,16.58L10.83,12L15.41,7.41L14,6L8,12L14,18L15.41,16.58Z";var P1="M8.59,16.58L13.17,12L8.59,7.41L10,6L16,12L10,18L8.59,16.58Z";var T1="M19,6.41L17.59,5L12,10.59L6.41,5L5,6.41L10.59,12L5,17.59L6.41,19L12,13.41L17.59,19L19,17.59L13.41,12L19,6.41Z";var f2="M10 3C5.58 3 2 4.79 2 7V17C2 19.21 5.59 21 10 21S18 19.21 18 17V7C18 4.79 14.42 3 10 3M16 17C16 17.5 13.87 19 10 19S4 17.5 4 17V14.77C5.61 15.55 7.72 16 10 16S14.39 15.55 16 14.77V17M16 12.45C14.7 13.4 12.42 14 10 14S5.3 13.4 4 12.45V9.64C5.47 10.47 7.61 11 10 11S14.53 10.47 16 9.64V12.45M10 9C6.13 9 4 7.5 4 7S6.13 5 10 5 16 6.5 16 7 13.87 9 10 9M22 7V13H20V7H22M20 15H22V17H20V15Z";var F1="M22 20.7L3.3 2L2 3.3L3 4.3V19C3 20.1 3.9 21 5 21H19.7L20.7 22L22 20.7M5 19V6.3L12.6 13.9L11.1 15.8L9 13.1L6 17H15.7L17.7 19H5M8.8 5L6.8 3H19C20.1 3 21 3.9 21 5V17.2L19 15.2V5H8.8";var k2="M9.5,3A6.5,6.5 0 0,1 16,9.5C16,11.11 15.41,12.59 14.44,13.73L14.71,14H15.5L20.5,19L19,20.5L14,15.5V14.71L13.73,14.44C12.59,15.41 11.11,16 9.5,16A6.5,6.5 0 0,1 3,9.5A6.5,6.5 0 0,1 9.5,3M9.5,5C7,5 5,7 5,9.5C5,12 7,14 9.5,14C12,14 14,12 14,9.5C14,7 12,5 9.5,5Z";var b2="M3,6H21V8H3V6M3,11H21V13H3V11M3,16H21V18H3V16Z";var y2="M8,5.14V19.14L19,12.14L8,5.14Z";var w2="M3.41,1.86L2,3.27L4.73,6H4A1,1 0 0,0 3,7V17A1,1 0 0,0 4,18H16C16.21,18 16.39,17.92 16.55,17.82L19.73,21L21.14,19.59L12.28,10.73L3.41,1.86M5,16V8H6.73L14.73,16H5M15,8V10.61L21,16.61V6.5L17,10.5V7A1,1 0 0,0 16,6H10.39L12.39,8H15Z";var R1=globalThis,D1=R1.ShadowRoot&&(R1.ShadyCSS===void 0||R1.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,r2=Symbol(),B2=new WeakMap,Z1=class{constructor(H,C,V){if(this._$cssResult$=!0,V!==r2)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=H,this.t=C}get styleSheet(){let H=this.o,C=this.t;if(D1&&H===void 0){let V=C!==void 0&&C.length===1;V&&(H=B2.get(C)),H===void 0&&((this.o=H=new CSSStyleSheet).replaceSync(this.cssText),V&&B2.set(C,H))}return H}toString(){return this.cssText}},P2=M=>new Z1(typeof M=="string"?M:M+"",void 0,r2),F=(M,...H)=>{let C=M.length===1?M[0]:H.reduce((V,L,r)=>V+(e=>{if(e._$cssResult$===!0)return e.cssText;if(typeof e=="number")return e;throw Error("Value passed to 'css' function must be a 'css' function result: "+e+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(L)+M[r+1],M[0]);return new Z1(C,M,r2)},T2=(M,H)=>{if(D1)M.adoptedStyleSheets=H.map(C=>C instanceof CSSStyleSheet?C:C.styleSheet);else for(let C of H){let V=document.createElement("style"),L=R1.litNonce;L!==void 0&&V.setAttribute("nonce",L),V.textContent=C.cssText,M.appendChild(V)}},e2=D1?M=>M:M=>M instanceof CSSStyleSheet?(H=>{let C="";for(let V of H.cssRules)C+=V.cssText;return P2(C)})(M):M;var{is:C3,defineProperty:H3,getOwnPropertyDescriptor:V3,getOwnPropertyNames:L3,getOwnPropertySymbols:M3,getPrototypeOf:r3}=Object,_1=globalThis,F2=_1.trustedTypes,e3=F2?F2.emptyScript:"",t3=_1.reactiveElementPolyfillSupport,s1=(M,H)=>M,u1={toAttribute(M,H){switch(H){case Boolean:M=M?e3:null;break;case Object:case Array:M=M==null?M:JSON.stringify(M)}return M},fromAttribute(M,H){let C=M;switch(H){case Boolean:C=M!==null;break;case Number:C=M===null?null:Number(M);break;case Object:case Array:try{C=JSON.parse(M)}catch{C=null}}return C}},E1=(M,H)=>!C3(M,H),R2={attribute:!0,type:String,converter:u1,reflect:!1,useDefault:!1,hasChanged:E1};Symbol.metadata??=Symbol("metadata"),_1.litPropertyMetadata??=new WeakMap;var N=class extends HTMLElement{static addInitializer(H){this._$Ei(),(this.l??=[]).push(H)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(H,C=R2){if(C.state&&(C.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(H)&&((C=Object.create(C)).wrapped=!0),this.elementProperties.set(H,C),!C.noAccessor){let V=Symbol(),L=this.getPropertyDescriptor(H,V,C);L!==void 0&&H3(this.prototype,H,L)}}static getPropertyDescriptor(H,C,V){let{get:L,set:r}=V3(this.prototype,H)??{get(){return this[C]},set(e){this[C]=e}};return{get:L,set(e){let t=L?.call(this);r?.call(this,e),this.requestUpdate(H,t,V)},configurable:!0,enumerable:!0}}static getPropertyOptions(H){return this.elementProperties.get(H)??R2}static _$Ei(){if(this.hasOwnProperty(s1("elementProperties")))return;let H=r3(this);H.finalize(),H.l!==void 0&&(this.l=[...H.l]),this.elementProperties=new Map(H.elementProperties)}static finalize(){if(this.hasOwnProperty(s1("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(s1("properties"))){let C=this.properties,V=[...L3(C),...M3(C)];for(let L of V)this.createProperty(L,C[L])}let H=this[Symbol.metadata];if(H!==null){let C=litPropertyMetadata.get(H);if(C!==void 0)for(let[V,L]of C)this.elementProperties.set(V,L)}this._$Eh=new Map;for(let[C,V]of this.elementProperties){let L=this._$Eu(C,V);L!==void 0&&this._$Eh.set(L,C)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(H){let C=[];if(Array.isArray(H)){let V=new Set(H.flat(1/0).reverse());for(let L of V)C.unshift(e2(L))}else H!==void 0&&C.push(e2(H));return C}static _$Eu(H,C){let V=C.attribute;return V===!1?void 0:typeof V=="string"?V:typeof H=="string"?H.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(H=>this.enableUpdating=H),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(H=>H(this))}addController(H){(this._$EO??=new Set).add(H),this.renderRoot!==void 0&&this.isConnected&&H.hostConnected?.()}removeController(H){this._$EO?.delete(H)}_$E_(){let H=new Map,C=this.constructor.elementProperties;for(let V of C.keys())this.hasOwnProperty(V)&&(H.set(V,this[V]),delete this[V]);H.size>0&&(this._$Ep=H)}createRenderRoot(){let H=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return T2(H,this.constructor.elementStyles),H}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(H=>H.hostConnected?.())}enableUpdating(H){}disconnectedCallback(){this._$EO?.forEach(H=>H.hostDisconnected?.())}attributeChangedCallback(H,C,V){this._$AK(H,V)}_$ET(H,C){let V=this.constructor.elementProperties.get(H),L=this.constructor._$Eu(H,V);if(L!==void 0&&V.reflect===!0){let r=(V.converter?.toAttribute!==void 0?V.converter:u1).toAttribute(C,V.type);this._$Em=H,r==null?this.removeAttribute(L):this.setAttribute(L,r),this._$Em=null}}_$AK(H,C){let V=this.constructor,L=V._$Eh.get(H);if(L!==void 0&&this._$Em!==L){let r=V.getPropertyOptions(L),e=typeof r.converter=="function"?{fromAttribute:r.converter}:r.converter?.fromAttribute!==void 0?r.converter:u1;this._$Em=L;let t=e.fromAttribute(C,r.type);this[L]=t??this._$Ej?.get(L)??t,this._$Em=null}}requestUpdate(H,C,V,L=!1,r){if(H!==void 0){let e=this.constructor;if(L===!1&&(r=this[H]),V??=e.getPropertyOptions(H),!((V.hasChanged??E1)(r,C)||V.useDefault&&V.reflect&&r===this._$Ej?.get(H)&&!this.hasAttribute(e._$Eu(H,V))))return;this.C(H,C,V)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(H,C,{useDefault:V,reflect:L,wrapped:r},e){V&&!(this._$Ej??=new Map).has(H)&&(this._$Ej.set(H,e??C??this[H]),r!==!0||e!==void 0)||(this._$AL.has(H)||(this.hasUpdated||V||(C=void 0),this._$AL.set(H,C)),L===!0&&this._$Em!==H&&(this._$Eq??=new Set).add(H))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(C){Promise.reject(C)}let H=this.scheduleUpdate();return H!=null&&await H,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[L,r]of this._$Ep)this[L]=r;this._$Ep=void 0}let V=this.constructor.elementProperties;if(V.size>0)for(let[L,r]of V){let{wrapped:e}=r,t=this[L];e!==!0||this._$AL.has(L)||t===void 0||this.C(L,void 0,r,t)}}let H=!1,C=this._$AL;try{H=this.shouldUpdate(C),H?(this.willUpdate(C),this._$EO?.forEach(V=>V.hostUpdate?.()),this.update(C)):this._$EM()}catch(V){throw H=!1,this._$EM(),V}H&&this._$AE(C)}willUpdate(H){}_$AE(H){this._$EO?.forEach(C=>C.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(H)),this.updated(H)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(H){return!0}update(H){this._$Eq&&=this._$Eq.forEach(C=>this._$ET(C,this[C])),this._$EM()}updated(H){}firstUpdated(H){}};N.elementStyles=[],N.shadowRootOptions={mode:"open"},N[s1("elementProperties")]=new Map,N[s1("finalized")]=new Map,t3?.({ReactiveElement:N}),(_1.reactiveElementVersions??=[]).push("2.1.2");var i2=globalThis,D2=M=>M,$1=i2.trustedTypes,_2=$1?$1.createPolicy("lit-html",{createHTML:M=>M}):void 0,o2="$lit$",W=`lit$${Math.random().toFixed(9).slice(2)}$`,a2="?"+W,i3=`<${a2}>`,J=document,c1=()=>J.createComment(""),h1=M=>M===null||typeof M!="object"&&typeof M!="function",A2=Array.isArray,z2=M=>A2(M)||typeof M?.[Symbol.iterator]=="function",t2=`[ 	
\f\r]`,S1=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,E2=/-->/g,$2=/>/g,X=RegExp(`>|${t2}(?:([^\\s"'>=/]+)(${t2}*=${t2}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),N2=/'/g,W2=/"/g,U2=/^(?:script|style|textarea|title)$/i,d2=M=>(H,...C)=>({_$litType$:M,strings:H,values:C}),o=d2(1),G2=d2(2),f3=d2(3),I=Symbol.for("lit-noChange"),m=Symbol.for("lit-nothing"),I2=new WeakMap,Y=J.createTreeWalker(J,129);function Q2(M,H){if(!A2(M)||!M.hasOwnProperty("raw"))throw Error("invalid template strings array");return _2!==void 0?_2.createHTML(H):H}var K2=(M,H)=>{let C=M.length-1,V=[],L,r=H===2?"<svg>":H===3?"<math>":"",e=S1;for(let t=0;t<C;t++){let i=M[t],p,Z,A=-1,s=0;for(;s<i.length&&(e.lastIndex=s,Z=e.exec(i),Z!==null);)s=e.lastIndex,e===S1?Z[1]==="!--"?e=E2:Z[1]!==void 0?e=$2:Z[2]!==void 0?(U2.test(Z[2])&&(L=RegExp("</"+Z[2],"g")),e=X):Z[3]!==void 0&&(e=X):e===X?Z[0]===">"?(e=L??S1,A=-1):Z[1]===void 0?A=-2:(A=e.lastIndex-Z[2].length,p=Z[1],e=Z[3]===void 0?X:Z[3]==='"'?W2:N2):e===W2||e===N2?e=X:e===E2||e===$2?e=S1:(e=X,L=void 0);let v=e===X&&M[t+1].startsWith("/>")?" ":"";r+=e===S1?i+i3:A>=0?(V.push(p),i.slice(0,A)+o2+i.slice(A)+W+v):i+W+(A===-2?t:v)}return[Q2(M,r+(M[C]||"<?>")+(H===2?"</svg>":H===3?"</math>":"")),V]},O1=class M{constructor({strings:H,_$litType$:C},V){let L;this.parts=[];let r=0,e=0,t=H.length-1,i=this.parts,[p,Z]=K2(H,C);if(this.el=M.createElement(p,V),Y.currentNode=this.el.content,C===2||C===3){let A=this.el.content.firstChild;A.replaceWith(...A.childNodes)}for(;(L=Y.nextNode())!==null&&i.length<t;){if(L.nodeType===1){if(L.hasAttributes())for(let A of L.getAttributeNames())if(A.endsWith(o2)){let s=Z[e++],v=L.getAttribute(A).split(W),l=/([.?@])?(.*)/.exec(s);i.push({type:1,index:r,name:l[2],strings:v,ctor:l[1]==="."?W1:l[1]==="?"?I1:l[1]==="@"?z1:H1}),L.removeAttribute(A)}else A.startsWith(W)&&(i.push({type:6,index:r}),L.removeAttribute(A));if(U2.test(L.tagName)){let A=L.textContent.split(W),s=A.length-1;if(s>0){L.textContent=$1?$1.emptyScript:"";for(let v=0;v<s;v++)L.append(A[v],c1()),Y.nextNode(),i.push({type:2,index:++r});L.append(A[s],c1())}}}else if(L.nodeType===8)if(L.data===a2)i.push({type:2,index:r});else{let A=-1;for(;(A=L.data.indexOf(W,A+1))!==-1;)i.push({type:7,index:r}),A+=W.length-1}r++}}static createElement(H,C){let V=J.createElement("template");return V.innerHTML=H,V}};function C1(M,H,C=M,V){if(H===I)return H;let L=V!==void 0?C._$Co?.[V]:C._$Cl,r=h1(H)?void 0:H._$litDirective$;return L?.constructor!==r&&(L?._$AO?.(!1),r===void 0?L=void 0:(L=new r(M),L._$AT(M,C,V)),V!==void 0?(C._$Co??=[])[V]=L:C._$Cl=L),L!==void 0&&(H=C1(M,L._$AS(M,H.values),L,V)),H}var N1=class{constructor(H,C){this._$AV=[],this._$AN=void 0,this._$AD=H,this._$AM=C}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(H){let{el:{content:C},parts:V}=this._$AD,L=(H?.creationScope??J).importNode(C,!0);Y.currentNode=L;let r=Y.nextNode(),e=0,t=0,i=V[0];for(;i!==void 0;){if(e===i.index){let p;i.type===2?p=new A1(r,r.nextSibling,this,H):i.type===1?p=new i.ctor(r,i.name,i.strings,this,H):i.type===6&&(p=new U1(r,this,H)),this._$AV.push(p),i=V[++t]}e!==i?.index&&(r=Y.nextNode(),e++)}return Y.currentNode=J,L}p(H){let C=0;for(let V of this._$AV)V!==void 0&&(V.strings!==void 0?(V._$AI(H,V,C),C+=V.strings.length-2):V._$AI(H[C])),C++}},A1=class M{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(H,C,V,L){this.type=2,this._$AH=m,this._$AN=void 0,this._$AA=H,this._$AB=C,this._$AM=V,this.options=L,this._$Cv=L?.isConnected??!0}get parentNode(){let H=this._$AA.parentNode,C=this._$AM;return C!==void 0&&H?.nodeType===11&&(H=C.parentNode),H}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(H,C=this){H=C1(this,H,C),h1(H)?H===m||H==null||H===""?(this._$AH!==m&&this._$AR(),this._$AH=m):H!==this._$AH&&H!==I&&this._(H):H._$litType$!==void 0?this.$(H):H.nodeType!==void 0?this.T(H):z2(H)?this.k(H):this._(H)}O(H){return this._$AA.parentNode.insertBefore(H,this._$AB)}T(H){this._$AH!==H&&(this._$AR(),this._$AH=this.O(H))}_(H){this._$AH!==m&&h1(this._$AH)?this._$AA.nextSibling.data=H:this.T(J.createTextNode(H)),this._$AH=H}$(H){let{values:C,_$litType$:V}=H,L=typeof V=="number"?this._$AC(H):(V.el===void 0&&(V.el=O1.createElement(Q2(V.h,V.h[0]),this.options)),V);if(this._$AH?._$AD===L)this._$AH.p(C);else{let r=new N1(L,this),e=r.u(this.options);r.p(C),this.T(e),this._$AH=r}}_$AC(H){let C=I2.get(H.strings);return C===void 0&&I2.set(H.strings,C=new O1(H)),C}k(H){A2(this._$AH)||(this._$AH=[],this._$AR());let C=this._$AH,V,L=0;for(let r of H)L===C.length?C.push(V=new M(this.O(c1()),this.O(c1()),this,this.options)):V=C[L],V._$AI(r),L++;L<C.length&&(this._$AR(V&&V._$AB.nextSibling,L),C.length=L)}_$AR(H=this._$AA.nextSibling,C){for(this._$AP?.(!1,!0,C);H!==this._$AB;){let V=D2(H).nextSibling;D2(H).remove(),H=V}}setConnected(H){this._$AM===void 0&&(this._$Cv=H,this._$AP?.(H))}},H1=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(H,C,V,L,r){this.type=1,this._$AH=m,this._$AN=void 0,this.element=H,this.name=C,this._$AM=L,this.options=r,V.length>2||V[0]!==""||V[1]!==""?(this._$AH=Array(V.length-1).fill(new String),this.strings=V):this._$AH=m}_$AI(H,C=this,V,L){let r=this.strings,e=!1;if(r===void 0)H=C1(this,H,C,0),e=!h1(H)||H!==this._$AH&&H!==I,e&&(this._$AH=H);else{let t=H,i,p;for(H=r[0],i=0;i<r.length-1;i++)p=C1(this,t[V+i],C,i),p===I&&(p=this._$AH[i]),e||=!h1(p)||p!==this._$AH[i],p===m?H=m:H!==m&&(H+=(p??"")+r[i+1]),this._$AH[i]=p}e&&!L&&this.j(H)}j(H){H===m?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,H??"")}},W1=class extends H1{constructor(){super(...arguments),this.type=3}j(H){this.element[this.name]=H===m?void 0:H}},I1=class extends H1{constructor(){super(...arguments),this.type=4}j(H){this.element.toggleAttribute(this.name,!!H&&H!==m)}},z1=class extends H1{constructor(H,C,V,L,r){super(H,C,V,L,r),this.type=5}_$AI(H,C=this){if((H=C1(this,H,C,0)??m)===I)return;let V=this._$AH,L=H===m&&V!==m||H.capture!==V.capture||H.once!==V.once||H.passive!==V.passive,r=H!==m&&(V===m||L);L&&this.element.removeEventListener(this.name,this,V),r&&this.element.addEventListener(this.name,this,H),this._$AH=H}handleEvent(H){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,H):this._$AH.handleEvent(H)}},U1=class{constructor(H,C,V){this.element=H,this.type=6,this._$AN=void 0,this._$AM=C,this.options=V}get _$AU(){return this._$AM._$AU}_$AI(H){C1(this,H)}},q2={M:o2,P:W,A:a2,C:1,L:K2,R:N1,D:z2,V:C1,I:A1,H:H1,N:I1,U:z1,B:W1,F:U1},o3=i2.litHtmlPolyfillSupport;o3?.(O1,A1),(i2.litHtmlVersions??=[]).push("3.3.3");var j2=(M,H,C)=>{let V=C?.renderBefore??H,L=V._$litPart$;if(L===void 0){let r=C?.renderBefore??null;V._$litPart$=L=new A1(H.insertBefore(c1(),r),r,void 0,C??{})}return L._$AI(M),L};var p2=globalThis,B=class extends N{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let H=super.createRenderRoot();return this.renderOptions.renderBefore??=H.firstChild,H}update(H){let C=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(H),this._$Do=j2(C,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return I}};B._$litElement$=!0,B.finalized=!0,p2.litElementHydrateSupport?.({LitElement:B});var a3=p2.litElementPolyfillSupport;a3?.({LitElement:B});(p2.litElementVersions??=[]).push("4.2.2");var A3={attribute:!0,type:String,converter:u1,reflect:!1,hasChanged:E1},d3=(M=A3,H,C)=>{let{kind:V,metadata:L}=C,r=globalThis.litPropertyMetadata.get(L);if(r===void 0&&globalThis.litPropertyMetadata.set(L,r=new Map),V==="setter"&&((M=Object.create(M)).wrapped=!0),r.set(C.name,M),V==="accessor"){let{name:e}=C;return{set(t){let i=H.get.call(this);H.set.call(this,t),this.requestUpdate(e,i,M,!0,t)},init(t){return t!==void 0&&this.C(e,void 0,M,t),t}}}if(V==="setter"){let{name:e}=C;return function(t){let i=this[e];H.call(this,t),this.requestUpdate(e,i,M,!0,t)}}throw Error("Unsupported decorator location: "+V)};function f(M){return(H,C)=>typeof C=="object"?d3(M,H,C):((V,L,r)=>{let e=L.hasOwnProperty(r);return L.constructor.createProperty(r,V),e?Object.getOwnPropertyDescriptor(L,r):void 0})(M,H,C)}function O(M){return f({...M,state:!0,attribute:!1})}var V1=(M,H,C)=>(C.configurable=!0,C.enumerable=!0,Reflect.decorate&&typeof H!="object"&&Object.defineProperty(M,H,C),C);function z(M,H){return(C,V,L)=>{let r=e=>e.renderRoot?.querySelector(M)??null;if(H){let{get:e,set:t}=typeof V=="object"?C:L??(()=>{let i=Symbol();return{get(){return this[i]},set(p){this[i]=p}}})();return V1(C,V,{get(){let i=e.call(this);return i===void 0&&(i=r(this),(i!==null||this.hasUpdated)&&t.call(this,i)),i}})}return V1(C,V,{get(){return r(this)}})}}function J2(M,H){let C=new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn",{timeZone:M,hourCycle:"h23",year:"numeric",month:"2-digit",day:"2-digit",hour:"2-digit",minute:"2-digit",second:"2-digit"}),V={};for(let L of C.formatToParts(H))L.type!=="literal"&&(V[L.type]=Number(L.value));return V}function X2(M,H){let C=J2(M,H);return Date.UTC(C.year??0,(C.month??1)-1,C.day??1,C.hour??0,C.minute??0,C.second??0)-Math.floor(H/1e3)*1e3}function L1(M){return Date.parse(`${M}T00:00:00Z`)}function Y2(M,H){let C=L1(M),V=C-X2(H,C),L=C-X2(H,V);return G1(L,H)<M?V:L}function G1(M,H){let C=J2(H,M),V=L=>String(L??0).padStart(2,"0");return`${String(C.year??0).padStart(4,"0")}-${V(C.month)}-${V(C.day)}`}function C5(M){return/^\d{4}-\d{2}-\d{2}$/.test(M)&&!Number.isNaN(L1(M))}function H5(M,H){let C=new Date(L1(M)+864e5).toISOString().slice(0,10);return{since:new Date(Y2(M,H)).toISOString(),until:new Date(Y2(C,H)).toISOString()}}function m2(M,H){return new Date(L1(M)+H*864e5).toISOString().slice(0,10)}function p3(M){let H=Intl.DateTimeFormat().resolvedOptions().timeZone||"UTC";if(!M)return H;try{return new Intl.DateTimeFormat("en",{timeZone:M}),M}catch{return H}}function V5(M,H=Date.now){let C=p3(M.locale.time_zone==="server"?M.config.time_zone:void 0),V=M.locale.language||M.language,L=M.locale.time_format==="system"?void 0:V,r=M.locale.time_format==="12"?{hour12:!0}:M.locale.time_format==="24"?{hourCycle:"h23"}:{},e=new Intl.DateTimeFormat(L,{timeZone:C,hour:"2-digit",minute:"2-digit",...r}),t=new Intl.DateTimeFormat(L,{timeZone:C,hour:"2-digit",minute:"2-digit",second:"2-digit",...r}),i=new Intl.DateTimeFormat(L,{timeZone:C,weekday:"short",year:"numeric",month:"short",day:"numeric",hour:"2-digit",minute:"2-digit",second:"2-digit",...r}),p=new Intl.DateTimeFormat(V,{timeZone:"UTC",weekday:"long",year:"numeric",month:"long",day:"numeric"}),Z=new Intl.RelativeTimeFormat(V,{numeric:"auto"}),A=new Intl.NumberFormat(V,{style:"percent",maximumFractionDigits:0}),s=new Intl.NumberFormat(V,{maximumFractionDigits:1}),v=(l,S,h=0)=>new Intl.NumberFormat(V,{style:"unit",unit:l,unitDisplay:"short",maximumFractionDigits:h}).format(S);return{timeZone:C,day:l=>G1(Date.parse(l),C),today:()=>G1(H(),C),heading(l){let S=p.format(L1(l)),h=Math.round((L1(l)-L1(G1(H(),C)))/864e5);if(h!==0&&h!==-1)return S;let T=Z.format(h,"day");return`${T.charAt(0).toLocaleUpperCase(V)}${T.slice(1)} · ${S}`},time:l=>e.format(Date.parse(l)),timeSeconds:l=>t.format(Date.parse(l)),dateTime:l=>i.format(Date.parse(l)),percent:l=>A.format(l),bytes(l){let S=["byte","kilobyte","megabyte","gigabyte","terabyte"],h=l,T=0;for(;h>=1e3&&T<S.length-1;)h/=1e3,T+=1;return v(S[T]??"byte",h,T>1?1:0)},duration(l){let S=Math.round(l);if(S<60)return v("second",Math.max(0,l),l<10?1:0);let h=Math.floor(S/60);if(h<60)return S%60?`${v("minute",h)} ${v("second",S%60)}`:v("minute",h);let T=h%60;return`${s.format(Math.floor(h/60))} h${T?` ${v("minute",T)}`:""}`}}}var n2=48;function M1(M){return typeof M=="object"&&M!==null&&"code"in M&&typeof M.code=="string"?M.code:"unknown"}function l2(M,H){let C=M.day?H5(M.day,H):null;return{...M.cameraId?{camera_id:M.cameraId}:{},...C?{since:C.since,until:C.until}:{}}}function L5(M,H,C,V){return M.connection.sendMessagePromise({type:"mycamera/detections",...l2(H,C),...H.text?{text:H.text}:{},...V?{cursor:V}:{},limit:n2})}function M5(M,H,C,V){return M.connection.sendMessagePromise({type:"mycamera/records",...l2(H,C),...V?{cursor:V}:{},limit:n2})}function r5(M,H,C,V){return M.connection.sendMessagePromise({type:"mycamera/gaps",...l2(H,C),...V?{cursor:V}:{},limit:n2})}function Q1(M,H){return M.connection.sendMessagePromise({type:"mycamera/detection",event_id:H})}function e5(M,H){return M.connection.subscribeMessage(H,{type:"mycamera/subscribe"})}async function K1(M){try{let H=await fetch(M,{method:"HEAD"});return H.ok?"unplayable":H.status===404||H.status===410?"gone":"failed"}catch{return"failed"}}var t5={title:"MyCamera",menu:"Open the sidebar",persons:"Persons",recordings:"Recordings",views:"Views",all_cameras:"All cameras",cameras:"Cameras",removed_camera:"Removed camera",date:"Day",previous_day:"Day before",next_day:"Day after",clear_day:"All days",search:"Search descriptions",clear_search:"Clear search",retry:"Try again",close:"Close",newer:"Newer person",older:"Older person",loading:"Loading",load_more:"Load more",end_of_list:"That is all",in_view_one:"{count} person in view",in_view_other:"{count} persons in view",status_off:"Recording off",status_connecting:"Connecting",status_recording:"Recording",status_unreachable:"Camera unreachable",status_authentication_failed:"Wrong user or password",status_stream_not_found:"Stream not found",status_stalled:"No picture arrives",status_storage_unavailable:"Storage not available",not_watching:"Not watching for persons",worker_starting:"Analysis is starting",worker_connected:"Analysis running",worker_disconnected:"Analysis disconnected",worker_failed:"Analysis failed",pending_analyses_one:"{count} recording to analyze",pending_analyses_other:"{count} recordings to analyze",pending_captions_one:"{count} description to write",pending_captions_other:"{count} descriptions to write",database_down:"The database is not available",database_down_text:"Recording goes on, and what happens now is written when the database is back. Earlier entries cannot be shown until then.",database_waiting_one:"Recording goes on; {count} entry waits to be written.",database_waiting_other:"Recording goes on; {count} entries wait to be written.",not_loaded:"MyCamera is not running",not_loaded_text:"The integration is starting, was disabled or could not be set up.",connection_lost:"Home Assistant cannot be reached",connection_lost_text:"The list goes on when the connection is back.",load_failed:"This could not be loaded",load_failed_text:"Home Assistant answered: {code}",no_cameras:"No camera yet",no_cameras_text:"Cameras that are added to MyCamera in the settings appear here.",add_camera:"Go to the settings",no_persons:"No person seen yet",no_persons_text:"As soon as a camera sees somebody, the picture and its description appear here.",no_matches:"Nothing matches",no_matches_text:"No entry for this camera, day and text.",clear_filters:"Clear filters",no_recordings:"No recording yet",no_recordings_text:"A camera's first minute of video appears here when it is complete.",confidence:"Confidence",duration:"Duration",seen:"Seen",camera:"Camera",description_by:"Description",source_factual:"from the movement",source_model:"by {model}",caption_pending:"Description is being written",no_caption:"No description",picture_of:"Picture of a person, {camera}, {time}",picture_missing:"The picture is not available",recording:"Recording",recording_missing:"The recording of this moment is not available (yet).",recording_unplayable:"This browser cannot play the recording ({codec}).",recording_failed:"The recording could not be loaded.",download:"Download",full_picture:"Open the picture",play:"Play",play_recording:"Play the recording of {camera}, {time}",record_success:"Complete",record_failed:"Failed",record_incomplete:"Incomplete",record_timeout:"The camera stopped sending",analysis_pending:"Waiting for analysis",analysis_running:"Being analyzed",analysis_done:"Analyzed",analysis_failed:"Analysis failed",analysis_skipped:"Not analyzed",gap:"No footage",gap_not_running:"Home Assistant was not running, or recording was off",gap_connecting:"connecting to the camera",gap_disconnected:"the camera closed the connection",gap_unreachable:"camera unreachable",gap_authentication_failed:"wrong user or password",gap_stream_not_found:"stream not found",gap_stalled:"no picture arrived",gap_timestamps:"the camera's clock jumped",gap_stream_changed:"the camera's picture changed",gap_storage_unavailable:"storage not available",gap_clock_changed:"the clock was set forward",gap_failed:"recording failed",gap_unknown:"cause unknown"},m3={title:"MyCamera",menu:"打开侧边栏",persons:"人员",recordings:"录像",views:"视图",all_cameras:"全部摄像头",cameras:"摄像头",removed_camera:"已移除的摄像头",date:"日期",previous_day:"前一天",next_day:"后一天",clear_day:"全部日期",search:"搜索描述",clear_search:"清除搜索",retry:"重试",close:"关闭",newer:"较新的人员",older:"较早的人员",loading:"正在加载",load_more:"加载更多",end_of_list:"已显示全部",in_view_one:"画面中有 {count} 人",in_view_other:"画面中有 {count} 人",status_off:"录像已关闭",status_connecting:"正在连接",status_recording:"正在录像",status_unreachable:"无法连接摄像头",status_authentication_failed:"用户名或密码错误",status_stream_not_found:"找不到视频流",status_stalled:"没有收到画面",status_storage_unavailable:"存储不可用",not_watching:"未在监测人员",worker_starting:"分析服务正在启动",worker_connected:"分析服务运行中",worker_disconnected:"分析服务已断开",worker_failed:"分析服务出错",pending_analyses_one:"{count} 段录像待分析",pending_analyses_other:"{count} 段录像待分析",pending_captions_one:"{count} 条描述待生成",pending_captions_other:"{count} 条描述待生成",database_down:"数据库不可用",database_down_text:"录像仍在继续，期间发生的事件会在数据库恢复后写入；在此之前无法显示以前的记录。",database_waiting_one:"录像仍在继续，{count} 条记录等待写入。",database_waiting_other:"录像仍在继续，{count} 条记录等待写入。",not_loaded:"MyCamera 未运行",not_loaded_text:"集成正在启动、已被禁用或无法完成设置。",connection_lost:"无法连接 Home Assistant",connection_lost_text:"连接恢复后列表会继续更新。",load_failed:"无法加载",load_failed_text:"Home Assistant 返回：{code}",no_cameras:"还没有摄像头",no_cameras_text:"在设置中添加到 MyCamera 的摄像头会显示在这里。",add_camera:"前往设置",no_persons:"还没有看到人",no_persons_text:"一旦有摄像头看到人，图片和描述就会显示在这里。",no_matches:"没有匹配的记录",no_matches_text:"此摄像头、日期和文字没有对应的记录。",clear_filters:"清除筛选",no_recordings:"还没有录像",no_recordings_text:"摄像头的第一分钟视频录完后会显示在这里。",confidence:"置信度",duration:"时长",seen:"时间",camera:"摄像头",description_by:"描述来源",source_factual:"根据移动轨迹",source_model:"由 {model} 生成",caption_pending:"正在生成描述",no_caption:"没有描述",picture_of:"人员图片，{camera}，{time}",picture_missing:"图片不可用",recording:"录像",recording_missing:"此时刻的录像（尚）不可用。",recording_unplayable:"此浏览器无法播放该录像（{codec}）。",recording_failed:"无法加载录像。",download:"下载",full_picture:"打开图片",play:"播放",play_recording:"播放录像：{camera}，{time}",record_success:"完整",record_failed:"失败",record_incomplete:"不完整",record_timeout:"摄像头停止发送",analysis_pending:"等待分析",analysis_running:"正在分析",analysis_done:"已分析",analysis_failed:"分析失败",analysis_skipped:"未分析",gap:"没有录像",gap_not_running:"Home Assistant 未运行或录像已关闭",gap_connecting:"正在连接摄像头",gap_disconnected:"摄像头断开了连接",gap_unreachable:"无法连接摄像头",gap_authentication_failed:"用户名或密码错误",gap_stream_not_found:"找不到视频流",gap_stalled:"没有收到画面",gap_timestamps:"摄像头时钟跳变",gap_stream_changed:"摄像头画面规格改变",gap_storage_unavailable:"存储不可用",gap_clock_changed:"系统时钟被调快",gap_failed:"录像失败",gap_unknown:"原因不明"};function q1(M){return/^zh(-|$)/i.test(M)}function i5(M){let H=q1(M)?m3:t5;return(C,V={})=>H[C].replace(/\{(\w+)\}/g,(L,r)=>Object.hasOwn(V,r)?String(V[r]):L)}function g1(M,H,C,V){let L=new Intl.PluralRules(q1(H)?"zh":"en").select(V);return M(L==="one"?`${C}_one`:`${C}_other`,{count:V})}function f1(M,H,C){return M(Object.hasOwn(t5,H)?H:C)}function o5(M,H){return{hass:M,localize:i5(M.language),formats:V5(M),overview:H}}function r1(M,H){let C=M.overview?.cameras.find(V=>V.camera_id===H);return C?C.name:M.overview?M.localize("removed_camera"):""}function j1(M,H){let C=[{text:H.caption??"",lang:"en"},{text:H.caption_zh??"",lang:"zh-Hans"}];return q1(M.hass.language)&&C.reverse(),C.filter(V=>V.text!=="")}function X1(M,H){if(!H.caption_source)return"";if(H.caption_source==="factual")return M.localize("source_factual");let C=H.caption_source.split(/[\\/]/).filter(Boolean).at(-1)??H.caption_source;return M.localize("source_model",{model:C})}function Y1(M){return Math.max(0,(Date.parse(M.last_seen)-Date.parse(M.first_seen))/1e3)}function a5(M,H){let C=M.toLowerCase();return H.toLowerCase().split(/\s+/).every(V=>C.includes(V))}var G=M=>H=>{customElements.get(M)||customElements.define(M,H)};function k(M){return o`<svg viewBox="0 0 24 24" aria-hidden="true">${G2`<path d=${M}></path>`}</svg>`}var d1=F`
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
`;function R(M){return o`<div class="message ${M.bad?"bad":""}" role=${M.bad?"alert":"status"}>
    ${k(M.icon)}
    <h2>${M.heading}</h2>
    <p>${M.text}</p>
    ${M.action??m}
  </div>`}function D(M,H){let{localize:C}=M;return H==="database_unavailable"?{heading:C("database_down"),text:C("database_down_text")}:H==="not_loaded"||H==="unknown_command"?{heading:C("not_loaded"),text:C("not_loaded_text")}:H==="connection_lost"?{heading:C("connection_lost"),text:C("connection_lost_text")}:{heading:C("load_failed"),text:C("load_failed_text",{code:H})}}function J1(M,H,C){return H==="gone"?M.localize("recording_missing"):H==="failed"?M.localize("recording_failed"):M.localize("recording_unplayable",{codec:C??"?"})}function A5(M,H){return f1(M.localize,`gap_${H}`,"gap_unknown")}var Q=F`
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
`;var n3=2,u,d5,p5,m5,k1,n5,l5,v5,x5,Z5,s5,w=class extends B{constructor(){super(...arguments);c(this,u);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.problem=null}willUpdate(C){!C.has("detection")||C.get("detection")?.event_id===this.detection?.event_id||(this.detail=null,this.error=null,this.broken=!1,this.size=null,this.problem=null,this.detection&&a(this,u,d5).call(this,this.detection.event_id))}updated(C){C.has("detection")&&(this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}render(){return o`<dialog aria-labelledby="title" @close=${a(this,u,m5)} @click=${a(this,u,l5)} @keydown=${a(this,u,n5)}>
      ${this.detection?a(this,u,v5).call(this,this.detection):m}
    </dialog>`}};u=new WeakSet,d5=async function(C){try{let V=await Q1(this.context.hass,C);this.detection?.event_id===C&&(this.detail=V)}catch(V){this.detection?.event_id===C&&(this.error=M1(V))}},p5=async function(C,V){let L=await K1(V);this.detection?.event_id===C&&(this.problem=L)},m5=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},k1=function(C){C&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:C}))},n5=function(C){if(C.target instanceof HTMLVideoElement)return;let V=getComputedStyle(this).direction==="rtl";if(C.key==="ArrowLeft")a(this,u,k1).call(this,V?this.older:this.newer);else if(C.key==="ArrowRight")a(this,u,k1).call(this,V?this.newer:this.older);else return;C.preventDefault()},l5=function(C){C.target===this.dialog&&this.dialog.close()},v5=function(C){let{context:V,newer:L,older:r}=this,{localize:e,formats:t}=V,i=j1(V,C),p=C.caption_status==="pending"||C.caption_status==="running",Z=r1(V,C.camera_id);return o`
      <header>
        <h2 id="title">
          <span dir="auto">${Z}</span>
          <time datetime=${C.first_seen}>${t.dateTime(C.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!L} aria-label=${e("newer")} @click=${()=>a(this,u,k1).call(this,L)}>
          ${k(B1)}
        </button>
        <button class="icon-button turn" ?disabled=${!r} aria-label=${e("older")} @click=${()=>a(this,u,k1).call(this,r)}>
          ${k(P1)}
        </button>
        <button class="icon-button" autofocus aria-label=${e("close")} @click=${()=>this.dialog.close()}>
          ${k(T1)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${a(this,u,x5).call(this,C,Z)}</figure>
          <figure>${a(this,u,s5).call(this)}</figure>
        </div>
        <div class="text">
          ${i.length===0?o`<p class="none">${e(p?"caption_pending":"no_caption")}</p>`:i.map((A,s)=>o`<p class=${s===0?"caption":"other"} lang=${A.lang} dir="auto">${A.text}</p>`)}
          <dl>
            <div>
              <dt>${e("seen")}</dt>
              <dd>${t.timeSeconds(C.first_seen)} – ${t.timeSeconds(C.last_seen)}</dd>
            </div>
            <div>
              <dt>${e("duration")}</dt>
              <dd>${t.duration(Y1(C))}</dd>
            </div>
            <div>
              <dt>${e("confidence")}</dt>
              <dd>${t.percent(C.confidence)}</dd>
            </div>
            ${i.length>0?o`<div>
                    <dt>${e("description_by")}</dt>
                    <dd>
                      ${X1(V,C)}${p?o` · ${e("caption_pending")}`:m}
                    </dd>
                  </div>`:m}
          </dl>
        </div>
      </div>
    `},x5=function(C,V){let{localize:L,formats:r,hass:e}=this.context,t=C.snapshot_url;return t===null||this.broken?o`<p class="instead">${k(F1)} ${L("picture_missing")}</p>`:o`<a href=${e.hassUrl(t)} target="_blank" rel="noopener" title=${L("full_picture")}>
      <img
        src=${e.hassUrl(t)}
        alt=${L("picture_of",{camera:V,time:r.time(C.first_seen)})}
        @load=${i=>{let{naturalWidth:p,naturalHeight:Z}=i.target;this.size={width:p,height:Z}}}
        @error=${()=>{this.broken=!0}}
      />
      ${a(this,u,Z5).call(this)}
    </a>`},Z5=function(){let{detail:C,size:V}=this;if(C===null||V===null)return m;let[L,r,e,t]=C.box;return o`<svg class="box" viewBox="0 0 ${V.width} ${V.height}" aria-hidden="true">
      <rect
        x=${L*V.width}
        y=${r*V.height}
        width=${(e-L)*V.width}
        height=${(t-r)*V.height}
        rx=${V.height/100}
      />
    </svg>`},s5=function(){let{context:C,detail:V}=this,{localize:L,hass:r}=C;if(this.error!==null)return o`<p class="instead" role="alert">${D(C,this.error).heading}</p>`;if(V===null)return o`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${L("loading")}></div>
      </div>`;if(V.recording===null)return o`<p class="instead">${L("recording_missing")}</p>`;let e=r.hassUrl(V.recording.url);if(this.problem!==null)return o`<div class="instead" role="alert">
        <p>${J1(C,this.problem,V.recording.codec)}</p>
        ${this.problem==="unplayable"?o`<a class="text-button" href=${e} download>${L("download")}</a>`:m}
      </div>`;let t=Math.max(0,V.recording.offset-n3);return o`<video
      src="${e}#t=${t.toFixed(1)}"
      aria-label=${L("recording")}
      controls
      autoplay
      muted
      playsinline
      @error=${()=>{a(this,u,p5).call(this,V.event_id,e)}}
    ></video>`},w.styles=[Q,F`
      dialog {
        inline-size: min(1180px, calc(100vw - 48px));
        max-block-size: calc(100dvh - 48px);
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
        padding: 8px;
        padding-inline-start: 20px;
        border-block-end: 1px solid var(--mc-line);
      }
      h2 {
        flex: 1;
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 12px;
        font-size: 18px;
        font-weight: 500;
        min-inline-size: 0;
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
      dt {
        font-size: 12px;
        color: var(--mc-text-2);
      }
      dd {
        margin: 0;
        font-variant-numeric: tabular-nums;
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
    `],n([f({attribute:!1})],w.prototype,"context",2),n([f({attribute:!1})],w.prototype,"detection",2),n([f({attribute:!1})],w.prototype,"newer",2),n([f({attribute:!1})],w.prototype,"older",2),n([O()],w.prototype,"detail",2),n([O()],w.prototype,"error",2),n([O()],w.prototype,"broken",2),n([O()],w.prototype,"size",2),n([O()],w.prototype,"problem",2),n([z("dialog")],w.prototype,"dialog",2),w=n([G("mycamera-person-dialog")],w);var u5=F`
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
  .banner svg {
    color: var(--mc-warn);
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
  .hub {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-inline-start: auto;
    padding-inline: 4px;
    color: var(--mc-text-2);
    font-size: 13px;
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
`;var S5={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},c5=M=>(...H)=>({_$litDirective$:M,values:H}),C2=class{constructor(H){}get _$AU(){return this._$AM._$AU}_$AT(H,C,V){this._$Ct=H,this._$AM=C,this._$Ci=V}_$AS(H,C){return this.update(H,C)}update(H,C){return this.render(...C)}};var{I:l3}=q2,h5=M=>M;var O5=()=>document.createComment(""),p1=(M,H,C)=>{let V=M._$AA.parentNode,L=H===void 0?M._$AB:H._$AA;if(C===void 0){let r=V.insertBefore(O5(),L),e=V.insertBefore(O5(),L);C=new l3(r,e,M,M.options)}else{let r=C._$AB.nextSibling,e=C._$AM,t=e!==M;if(t){let i;C._$AQ?.(M),C._$AM=M,C._$AP!==void 0&&(i=M._$AU)!==e._$AU&&C._$AP(i)}if(r!==L||t){let i=C._$AA;for(;i!==r;){let p=h5(i).nextSibling;h5(V).insertBefore(i,L),i=p}}}return C},K=(M,H,C=M)=>(M._$AI(H,C),M),v3={},g5=(M,H=v3)=>M._$AH=H,f5=M=>M._$AH,H2=M=>{M._$AR(),M._$AA.remove()};var k5=(M,H,C)=>{let V=new Map;for(let L=H;L<=C;L++)V.set(M[L],L);return V},m1=c5(class extends C2{constructor(M){if(super(M),M.type!==S5.CHILD)throw Error("repeat() can only be used in text expressions")}dt(M,H,C){let V;C===void 0?C=H:H!==void 0&&(V=H);let L=[],r=[],e=0;for(let t of M)L[e]=V?V(t,e):e,r[e]=C(t,e),e++;return{values:r,keys:L}}render(M,H,C){return this.dt(M,H,C).values}update(M,[H,C,V]){let L=f5(M),{values:r,keys:e}=this.dt(H,C,V);if(!Array.isArray(L))return this.ut=e,r;let t=this.ut??=[],i=[],p,Z,A=0,s=L.length-1,v=0,l=r.length-1;for(;A<=s&&v<=l;)if(L[A]===null)A++;else if(L[s]===null)s--;else if(t[A]===e[v])i[v]=K(L[A],r[v]),A++,v++;else if(t[s]===e[l])i[l]=K(L[s],r[l]),s--,l--;else if(t[A]===e[l])i[l]=K(L[A],r[l]),p1(M,i[l+1],L[A]),A++,l--;else if(t[s]===e[v])i[v]=K(L[s],r[v]),p1(M,L[A],L[s]),s--,v++;else if(p===void 0&&(p=k5(e,v,l),Z=k5(t,A,s)),p.has(t[A]))if(p.has(t[s])){let S=Z.get(e[v]),h=S!==void 0?L[S]:null;if(h===null){let T=p1(M,L[A]);K(T,r[v]),i[v]=T}else i[v]=K(h,r[v]),p1(M,L[A],h),L[S]=null;v++}else H2(L[s]),s--;else H2(L[A]),A++;for(;v<=l;){let S=p1(M,i[l+1]);K(S,r[v]),i[v++]=S}for(;A<=s;){let S=L[A++];S!==null&&H2(S)}return this.ut=e,g5(M,i),I}});var v2=class{constructor(H,C){this.id=H;this.key=C}#C=[];get items(){return this.#C}clear(){this.#C=[]}has(H){return this.#C.some(C=>this.id(C)===H)}put(...H){let C=new Map(H.map(L=>[this.id(L),L])),V=this.#C.map(L=>{let r=this.id(L),e=C.get(r);return C.delete(r),e??L});this.#C=[...V,...C.values()].sort((L,r)=>this.key(r)-this.key(L))}},e1=class{constructor(H,C){this.host=H;this.options=C;this.state="loading";this.error=null;this.#H=null;this.#L=0;this.#V=!1;this.#C=new v2(C.id,C.time),H.addController(this)}#C;#H;#L;#V;get items(){return this.#C.items}get more(){return this.#H!==null}get busy(){return this.#V}hostDisconnected(){this.#L+=1,this.#V=!1}async reload(H=!1){this.#L+=1,this.#V=!1,H||(this.#C.clear(),this.#H=null,this.state="loading"),await this.#M(null)}async next(){this.#V||this.#H===null||this.state!=="ready"||await this.#M(this.#H)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#H===null?this.reload(!0):this.next())}put(H){let C=this.items.at(-1),V=C!==void 0&&this.options.time(H)<this.options.time(C);return this.state!=="ready"||V&&this.more&&!this.#C.has(this.options.id(H))?!1:(this.#C.put(H),this.host.requestUpdate(),!0)}async#M(H){let C=this.#L;this.#V=!0,this.host.requestUpdate();try{let V=await this.options.load(H);if(C!==this.#L)return;H===null&&this.#C.clear(),this.#C.put(...V.items),this.#H=V.cursor,this.state="ready",this.error=null}catch(V){if(C!==this.#L)return;this.state="error",this.error=M1(V)}this.#V=!1,this.host.requestUpdate()}};function V2(M,H){let C=[];for(let V of M){let L=H(V),r=C.at(-1);r&&r.key===L?r.items.push(V):C.push({key:L,items:[V]})}return C}var t1={cameraId:null,day:null,text:""};var q,y,b5,y5,w5,B5,P5,T5,F5,_=class extends B{constructor(){super(...arguments);c(this,y);this.filter=t1;this.playing=null;this.problems=new Map;this.records=new e1(this,{load:C=>M5(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>String(C.record_id),time:C=>Date.parse(C.start)});this.gaps=new e1(this,{load:C=>r5(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>String(C.gap_id),time:C=>Date.parse(C.start)});c(this,q,null)}connectedCallback(){super.connectedCallback(),g(this,q,new IntersectionObserver(C=>{C.some(V=>V.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),x(this,q)?.disconnect(),g(this,q,null)}willUpdate(C){C.has("filter")&&(this.playing=null,this.records.reload(),this.gaps.reload()),a(this,y,b5).call(this)}updated(){x(this,q)?.disconnect(),this.foot&&this.records.more&&x(this,q)?.observe(this.foot)}refresh(){this.playing===null&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){let{context:C,records:V}=this,{localize:L}=C,r=a(this,y,y5).call(this);if(r.length===0){if(V.state==="error")return R({icon:a1,bad:!0,...D(C,V.error??"unknown"),action:o`<button class="text-button" @click=${a(this,y,w5)}>${L("retry")}</button>`});if(V.state==="loading"||V.more)return o`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${L("loading")}></div>
        </div>`;let e=this.filter.cameraId!==null||this.filter.day!==null;return R({icon:w2,heading:L(e?"no_matches":"no_recordings"),text:L(e?"no_matches_text":"no_recordings_text"),...e?{action:o`<button
                class="text-button"
                @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
              >
                ${L("clear_filters")}
              </button>`}:{}})}return o`
      ${m1(V2(r,e=>C.formats.day(e.start)),e=>e.key,e=>o`<section>
          <h2 class="day">${C.formats.heading(e.key)}</h2>
          <ul>
            ${m1(e.items,t=>t.kind==="gap"?`g${t.gap.gap_id}`:`r${t.record.record_id}`,t=>t.kind==="gap"?a(this,y,P5).call(this,t.gap):a(this,y,T5).call(this,t.record))}
          </ul>
        </section>`)}
      <div class="foot">${a(this,y,B5).call(this)}</div>
    `}};q=new WeakMap,y=new WeakSet,b5=function(){let C=this.records.items.at(-1),V=this.gaps.items.at(-1);C&&V&&Date.parse(V.start)>Date.parse(C.start)&&this.gaps.next()},y5=function(){let C=this.records.items.at(-1),V=C&&this.records.more?Date.parse(C.start):Number.NEGATIVE_INFINITY,L=this.records.items.map(e=>({kind:"record",start:e.start,record:e})),r=this.gaps.items.filter(e=>Date.parse(e.start)>=V).map(e=>({kind:"gap",start:e.start,gap:e}));return[...L,...r].sort((e,t)=>Date.parse(t.start)-Date.parse(e.start))},w5=function(){this.records.reload(),this.gaps.reload()},B5=function(){let{records:C,context:V}=this;return C.state==="error"?o`<p>${D(V,C.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{C.retry()}}>${V.localize("retry")}</button>`:C.busy?o`<div class="spinner" role="progressbar" aria-label=${V.localize("loading")}></div>`:C.more?o`<button class="text-button" @click=${()=>{C.next()}}>${V.localize("load_more")}</button>`:V.localize("end_of_list")},P5=function(C){let{context:V}=this,{formats:L,localize:r}=V;return o`<li class="row gap">
      <span class="dot bad"></span>
      <span class="when">${L.timeSeconds(C.start)} – ${L.timeSeconds(C.end)}</span>
      <span class="camera" dir="auto">${r1(V,C.camera_id)}</span>
      <span class="note">${r("gap")}: ${A5(V,C.cause)}</span>
      <span class="number">${L.duration((Date.parse(C.end)-Date.parse(C.start))/1e3)}</span>
    </li>`},T5=function(C){let{context:V}=this,{formats:L,localize:r}=V,e=r1(V,C.camera_id),t=this.playing===C.record_id,i=C.status==="success",p=C.status==="failed"&&C.video_url!==null?"incomplete":C.status,Z=(Date.parse(C.end)-Date.parse(C.start))/1e3;return o`<li>
      <div class="row">
        <span class="dot ${i?"good":"bad"}"></span>
        <span class="when">${L.timeSeconds(C.start)} – ${L.timeSeconds(C.end)}</span>
        <span class="camera" dir="auto">${e}</span>
        <span class="note" title=${C.error??""}>
          ${f1(r,`record_${p}`,"record_failed")} ·
          ${f1(r,`analysis_${C.analysis_status}`,"analysis_pending")}
          ${C.error?o`<span class="error" dir="auto">${C.error}</span>`:m}
        </span>
        <span class="number">${L.duration(C.duration??Z)}</span>
        <span class="number size">${C.file_size===null?"":L.bytes(C.file_size)}</span>
        ${C.video_url===null?o`<span class="no-button"></span>`:o`<button
                class="icon-button"
                aria-expanded=${t?"true":"false"}
                aria-label=${r("play_recording",{camera:e,time:L.time(C.start)})}
                @click=${()=>{this.playing=t?null:C.record_id}}
              >
                ${k(y2)}
              </button>`}
      </div>
      ${t&&C.video_url!==null?a(this,y,F5).call(this,C,C.video_url):m}
    </li>`},F5=function(C,V){let{context:L}=this,r=L.hass.hassUrl(V),e=this.problems.get(C.record_id);return e?o`<p class="unplayable" role="alert">
        ${J1(L,e,C.codec)}
        ${e==="unplayable"?o`<a class="text-button" href=${r} download>${L.localize("download")}</a>`:m}
      </p>`:o`<video
      src=${r}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[C.record_id,await K1(r)]])}}
    ></video>`},_.styles=[Q,d1,F`
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
        grid-template-columns: 12px 190px minmax(90px, 180px) 1fr 90px 90px 40px;
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
          grid-template-columns: 12px minmax(0, 1fr) auto 40px;
          grid-template-areas: "dot when number play" ". camera size play" ". note note play";
          gap: 0 10px;
          padding-block: 8px;
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
        .icon-button {
          grid-area: play;
        }
      }
    `],n([f({attribute:!1})],_.prototype,"context",2),n([f({attribute:!1})],_.prototype,"filter",2),n([O()],_.prototype,"playing",2),n([O()],_.prototype,"problems",2),n([z(".foot")],_.prototype,"foot",2),_=n([G("mycamera-recordings")],_);var j,P,R5,D5,_5,E5,$5,N5,E=class extends B{constructor(){super(...arguments);c(this,P);this.filter=t1;this.broken=new Set;this.fresh=new Set;this.feed=new e1(this,{load:C=>L5(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>C.event_id,time:C=>Date.parse(C.first_seen)});c(this,j,null)}connectedCallback(){super.connectedCallback(),g(this,j,new IntersectionObserver(C=>{C.some(V=>V.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),x(this,j)?.disconnect(),g(this,j,null)}willUpdate(C){C.has("filter")&&this.feed.reload()}updated(){x(this,j)?.disconnect(),this.foot&&this.feed.more&&x(this,j)?.observe(this.foot)}live(C,V){if(!a(this,P,R5).call(this,C))return;let L=this.feed.items.some(r=>r.event_id===C.event_id);!this.feed.put(C)||L||!V||(this.fresh=new Set([...this.fresh,C.event_id]))}neighbour(C,V){let L=this.feed.items.findIndex(r=>r.event_id===C);return L<0?null:(V===1&&L>=this.feed.items.length-3&&this.feed.next(),this.feed.items[L+V]??null)}render(){let{feed:C,context:V}=this;if(C.items.length===0)return a(this,P,_5).call(this);let L=V2(C.items,r=>V.formats.day(r.first_seen));return o`
      ${m1(L,r=>r.key,r=>o`<section aria-labelledby="day-${r.key}">
          <h2 class="day" id="day-${r.key}">${V.formats.heading(r.key)}</h2>
          <ul>
            ${m1(r.items,e=>e.event_id,e=>a(this,P,E5).call(this,e))}
          </ul>
        </section>`)}
      <div class="foot" aria-live="polite">${a(this,P,D5).call(this)}</div>
    `}};j=new WeakMap,P=new WeakSet,R5=function(C){let{cameraId:V,day:L,text:r}=this.filter;return V&&C.camera_id!==V||L&&this.context.formats.day(C.first_seen)!==L?!1:a5(`${C.caption??""}
${C.caption_zh??""}`,r)},D5=function(){let{feed:C,context:V}=this;if(C.state==="error"){let L=D(V,C.error??"unknown");return o`<p>${L.heading}</p>
        <button class="text-button" @click=${()=>{C.retry()}}>${V.localize("retry")}</button>`}return C.busy?o`<div class="spinner" role="progressbar" aria-label=${V.localize("loading")}></div>`:C.more?o`<button class="text-button" @click=${()=>{C.next()}}>${V.localize("load_more")}</button>`:V.localize("end_of_list")},_5=function(){let{feed:C,context:V}=this,{localize:L}=V;return C.state==="error"?R({icon:a1,bad:!0,...D(V,C.error??"unknown"),action:o`<button class="text-button" @click=${()=>{C.reload()}}>${L("retry")}</button>`}):C.state==="loading"||C.more?o`<div class="visually-hidden" role="status">${L("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <ul aria-hidden="true">
          ${Array.from({length:6},()=>o`<li class="ghost"><div class="card"><div class="picture"></div></div></li>`)}
        </ul>
        <div class="foot"></div>`:this.filter.cameraId!==null||this.filter.day!==null||this.filter.text!==""?R({icon:h2,heading:L("no_matches"),text:L("no_matches_text"),action:o`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${L("clear_filters")}
          </button>`}):R({icon:c2,heading:L("no_persons"),text:L("no_persons_text")})},E5=function(C){let{context:V}=this,{localize:L,formats:r}=V,e=r1(V,C.camera_id),[t,i]=j1(V,C),p=C.caption_status==="pending"||C.caption_status==="running";return o`<li class=${this.fresh.has(C.event_id)?"fresh":""}>
      <button class="card" @click=${()=>a(this,P,N5).call(this,C)}>
        <span class="picture">${a(this,P,$5).call(this,C,e)}</span>
        <span class="facts">
          <span class="line">
            <time datetime=${C.first_seen}>${r.timeSeconds(C.first_seen)}</time>
            <span class="camera" dir="auto">${e}</span>
          </span>
          ${t?o`<span class="caption" lang=${t.lang} dir="auto">${t.text}</span>`:o`<span class="caption none">${L(p?"caption_pending":"no_caption")}</span>`}
          ${i?o`<span class="other" lang=${i.lang} dir="auto">${i.text}</span>`:m}
          <span class="badges">
            <span title=${L("duration")}>${r.duration(Y1(C))}</span>
            <span title=${L("confidence")}>${r.percent(C.confidence)}</span>
            ${t?o`<span class="source" title=${L("description_by")}>${X1(V,C)}</span>`:m}
          </span>
        </span>
      </button>
    </li>`},$5=function(C,V){let{localize:L,formats:r,hass:e}=this.context,t=C.thumbnail_url??C.snapshot_url;return t===null||this.broken.has(t)?o`<span class="missing" title=${L("picture_missing")}>${k(F1)}</span>`:o`<img
      src=${e.hassUrl(t)}
      alt=${L("picture_of",{camera:V,time:r.time(C.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,t])}}
    />`},N5=function(C){this.dispatchEvent(new CustomEvent("mycamera-open",{detail:C}))},E.styles=[Q,d1,F`
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
    `],n([f({attribute:!1})],E.prototype,"context",2),n([f({attribute:!1})],E.prototype,"filter",2),n([O()],E.prototype,"broken",2),n([O()],E.prototype,"fresh",2),n([z(".foot")],E.prototype,"foot",2),E=n([G("mycamera-timeline")],E);var x3=300,Z3=5e3,s3=12*3600*1e3,n1,i1,l1,b1,o1,$,y1,w1,d,x2,v1,x1,L2,Z2,W5,I5,U,z5,s2,U5,u2,G5,Q5,K5,q5,j5,X5,b=class extends B{constructor(){super(...arguments);c(this,d);this.narrow=!1;this.tab="persons";this.filter=t1;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;c(this,n1,null);c(this,i1,null);c(this,l1,!1);c(this,b1);c(this,o1);c(this,$,null);c(this,y1,!1);c(this,w1);c(this,v1,()=>{this.connected=!0,a(this,d,L2).call(this,!0)});c(this,x1,()=>{this.connected=!1})}connectedCallback(){super.connectedCallback(),g(this,w1,window.setInterval(()=>a(this,d,L2).call(this,!0),s3)),this.hass&&a(this,d,x2).call(this)}disconnectedCallback(){var C;super.disconnectedCallback(),window.clearInterval(x(this,w1)),window.clearTimeout(x(this,b1)),window.clearTimeout(x(this,o1)),x(this,$)?.removeEventListener("ready",x(this,v1)),x(this,$)?.removeEventListener("disconnected",x(this,x1)),g(this,$,null),(C=x(this,i1))==null||C.call(this),g(this,i1,null)}shouldUpdate(C){if(C.size>1||!C.has("hass"))return!0;let V=C.get("hass"),L=this.hass;return V===void 0||L===void 0||V.language!==L.language||V.locale!==L.locale||V.config.time_zone!==L.config.time_zone||V.connection!==L.connection||V.dockedSidebar!==L.dockedSidebar||V.themes?.darkMode!==L.themes?.darkMode||V.user?.is_admin!==L.user?.is_admin}willUpdate(C){this.hass&&((C.has("hass")||C.has("overview")||x(this,n1)===null)&&g(this,n1,o5(this.hass,this.overview)),C.has("hass")&&a(this,d,x2).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}render(){let C=x(this,n1);return C?o`
      ${a(this,d,G5).call(this,C)}
      <main>
        <div class="page">${a(this,d,Q5).call(this,C)}</div>
      </main>
      <mycamera-person-dialog
        .context=${C}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${a(this,d,u2)}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
    `:m}};n1=new WeakMap,i1=new WeakMap,l1=new WeakMap,b1=new WeakMap,o1=new WeakMap,$=new WeakMap,y1=new WeakMap,w1=new WeakMap,d=new WeakSet,x2=function(){let C=this.hass?.connection;!C||x(this,$)===C||(x(this,$)?.removeEventListener("ready",x(this,v1)),x(this,$)?.removeEventListener("disconnected",x(this,x1)),g(this,$,C),C.addEventListener("ready",x(this,v1)),C.addEventListener("disconnected",x(this,x1)),a(this,d,Z2).call(this),a(this,d,I5).call(this))},v1=new WeakMap,x1=new WeakMap,L2=function(C){this.timeline?.feed.reload(C),C?this.recordings?.refresh():this.recordings?.records.reload()},Z2=async function(){if(!(!this.hass||x(this,l1)||x(this,i1))){g(this,l1,!0);try{let C=await e5(this.hass,V=>a(this,d,W5).call(this,V));this.isConnected?g(this,i1,C):C()}catch(C){this.failure=M1(C),g(this,b1,window.setTimeout(()=>{a(this,d,Z2).call(this)},Z3))}finally{g(this,l1,!1)}}},W5=function(C){switch(C.type){case"overview":{let V=this.failure!==null||this.overview?.database.available===!1&&C.overview.database.available;this.failure=null,this.overview=C.overview,V&&a(this,d,L2).call(this,!1);break}case"unavailable":this.failure=C.code;break;case"person":case"caption":this.timeline?.live(C.detection,C.type==="person"),this.opened?.event_id===C.detection.event_id&&(this.opened=C.detection);break;case"recording":this.recordings?.refresh();break}},I5=async function(){let C=/^\/event\/([\w.:-]{1,64})$/.exec(this.route?.path??"")?.[1];if(!(!C||!this.hass||x(this,y1))){g(this,y1,!0);try{this.opened=await Q1(this.hass,C)}catch(V){console.info("MyCamera: the linked person cannot be shown:",M1(V))}}},U=function(C){this.filter={...this.filter,...C}},z5=function(C){let V=C.target.value.trim();window.clearTimeout(x(this,o1)),g(this,o1,window.setTimeout(()=>{V!==this.filter.text&&a(this,d,U).call(this,{text:V})},x3))},s2=function(){window.clearTimeout(x(this,o1)),this.filter=t1},U5=function(C){C.key!=="ArrowLeft"&&C.key!=="ArrowRight"||(this.tab=this.tab==="persons"?"recordings":"persons",this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus()))},u2=function(C){this.opened=C.detail},G5=function({localize:C,hass:V}){let L=r=>o`<button
      role="tab"
      id="tab-${r}"
      aria-selected=${this.tab===r?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===r?0:-1}
      @click=${()=>{this.tab=r}}
    >
      ${C(r)}
    </button>`;return o`<div class="toolbar">
      ${this.narrow||V.dockedSidebar==="always_hidden"?o`<button
              class="icon-button menu"
              aria-label=${C("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${k(b2)}
            </button>`:m}
      <h1>${C("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${C("views")} @keydown=${a(this,d,U5)}>
        ${L("persons")}${L("recordings")}
      </div>
    </div>`},Q5=function(C){let{localize:V}=C;return this.failure!==null?R({icon:a1,bad:!0,...D(C,this.failure)}):this.overview===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${V("loading")}></div>
      </div>`:this.overview.cameras.length===0?R({icon:g2,heading:V("no_cameras"),text:V("no_cameras_text"),...C.hass.user?.is_admin?{action:o`<a class="text-button" href="/config/integrations/integration/mycamera">
                ${V("add_camera")}
              </a>`}:{}}):o`
      ${a(this,d,K5).call(this,C,this.overview)} ${a(this,d,q5).call(this,C,this.overview)}
      ${a(this,d,j5).call(this,C,this.overview)}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.tab==="persons"?o`<mycamera-timeline
                .context=${C}
                .filter=${this.filter}
                @mycamera-open=${a(this,d,u2)}
                @mycamera-clear-filters=${a(this,d,s2)}
              ></mycamera-timeline>`:o`<mycamera-recordings
                .context=${C}
                .filter=${this.filter}
                @mycamera-clear-filters=${a(this,d,s2)}
              ></mycamera-recordings>`}
      </div>
    `},K5=function(C,V){let{localize:L,hass:r}=C,e=(p,Z)=>o`<div class="banner" role="alert">
      ${k(f2)}
      <p><strong>${p}</strong><br />${Z}</p>
    </div>`,{available:t,waiting:i}=V.database;return o`${this.connected?m:e(L("connection_lost"),L("connection_lost_text"))}
    ${t?m:e(L("database_down"),g1(L,r.language,"database_waiting",i))}`},q5=function({localize:C,hass:V},L){let r=e=>{let t=this.filter.cameraId===e.camera_id,i=C(`status_${e.recording_status}`),p=e.detection_enabled&&!e.watching?C("not_watching"):"";return o`<button
        class="chip"
        aria-pressed=${t?"true":"false"}
        title=${[i,e.recording_error,p].filter(Boolean).join(`
`)}
        @click=${()=>a(this,d,U).call(this,{cameraId:t?null:e.camera_id})}
      >
        <span class="dot ${e.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${e.name}</span>
          <span class="status">${i}</span>
        </span>
        ${e.persons?o`<span class="count" role="img" aria-label=${g1(C,V.language,"in_view",e.persons)}>
                ${e.persons}
              </span>`:m}
      </button>`};return o`<div class="cameras" role="group" aria-label=${C("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.filter.cameraId===null?"true":"false"}
        @click=${()=>a(this,d,U).call(this,{cameraId:null})}
      >
        <span class="texts"><span class="name">${C("all_cameras")}</span></span>
      </button>
      ${L.cameras.map(r)}
    </div>`},j5=function(C,V){let{localize:L,formats:r}=C,e=r.today(),{day:t}=this.filter;return o`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${L("previous_day")}
          @click=${()=>a(this,d,U).call(this,{day:t?m2(t,-1):e})}
        >
          ${k(B1)}
        </button>
        <input
          type="date"
          class=${t?"":"any"}
          data-any=${L("clear_day")}
          aria-label=${L("date")}
          max=${e}
          .value=${t??""}
          @change=${i=>{let p=i.target.value;a(this,d,U).call(this,{day:C5(p)?p:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${L("next_day")}
          ?disabled=${t===null||t>=e}
          @click=${()=>t&&a(this,d,U).call(this,{day:m2(t,1)})}
        >
          ${k(P1)}
        </button>
        ${t?o`<button
                class="icon-button"
                aria-label=${L("clear_day")}
                @click=${()=>a(this,d,U).call(this,{day:null})}
              >
                ${k(O2)}
              </button>`:m}
      </div>
      ${this.tab==="persons"?o`<div class="search">
              ${k(k2)}
              <input
                type="text"
                inputmode="search"
                enterkeyhint="search"
                maxlength="100"
                autocomplete="off"
                placeholder=${L("search")}
                aria-label=${L("search")}
                .value=${this.filter.text}
                @input=${a(this,d,z5)}
              />
              ${this.filter.text?o`<button
                      class="icon-button"
                      aria-label=${L("clear_search")}
                      @click=${()=>a(this,d,U).call(this,{text:""})}
                    >
                      ${k(T1)}
                    </button>`:m}
            </div>`:m}
      ${a(this,d,X5).call(this,C,V)}
    </div>`},X5=function({localize:C,hass:V},L){let{worker:r,pending_analyses:e,pending_captions:t}=L,i=[C(`worker_${r.status}`),e?g1(C,V.language,"pending_analyses",e):"",t?g1(C,V.language,"pending_captions",t):""].filter(Boolean);return o`<div class="hub" title=${[r.device,r.error].filter(Boolean).join(`
`)}>
      <span class="dot ${r.status}"></span>
      <span>${i.join(" · ")}</span>
    </div>`},b.styles=[Q,d1,u5],n([f({attribute:!1})],b.prototype,"hass",2),n([f({type:Boolean,reflect:!0})],b.prototype,"narrow",2),n([f({attribute:!1})],b.prototype,"route",2),n([f({attribute:!1})],b.prototype,"panel",2),n([O()],b.prototype,"tab",2),n([O()],b.prototype,"filter",2),n([O()],b.prototype,"overview",2),n([O()],b.prototype,"failure",2),n([O()],b.prototype,"connected",2),n([O()],b.prototype,"opened",2),n([z("mycamera-timeline")],b.prototype,"timeline",2),n([z("mycamera-recordings")],b.prototype,"recordings",2),b=n([G("mycamera-panel")],b);export{b as MyCameraPanel};
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
  (**
   * @license
   * Copyright 2020 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
