import{a as c3,b as D5,c as z5,d as Z3,e as D,f as S3,g as h3,h as f3,i as g3,j as O3,l as b3,m as D2,n as y3,o as k3,p as w3,q as P3,r as T3,s as B3,t as z2}from"./chunk-RT7VWDU3.js";import{a as A,b as n,c,d as S,e as t}from"./chunk-ZORKPPHW.js";var _3="M17 18H21V16H17V14L14 17L17 20V18M11 4C8.8 4 7 5.8 7 8S8.8 12 11 12 15 10.2 15 8 13.2 4 11 4M11 6C12.1 6 13 6.9 13 8S12.1 10 11 10 9 9.1 9 8 9.9 6 11 6M11 13C8.3 13 3 14.3 3 17V20H12.5C12.2 19.4 12.1 18.8 12 18.1H4.9V17C4.9 16.4 8 14.9 11 14.9C11.5 14.9 12 15 12.5 15C12.8 14.4 13.1 13.8 13.6 13.3C12.6 13.1 11.7 13 11 13";var R3="M18 16H14V18H18V20L21 17L18 14V16M11 4C8.8 4 7 5.8 7 8S8.8 12 11 12 15 10.2 15 8 13.2 4 11 4M11 6C12.1 6 13 6.9 13 8S12.1 10 11 10 9 9.1 9 8 9.9 6 11 6M11 13C8.3 13 3 14.3 3 17V20H12.5C12.2 19.4 12.1 18.8 12 18.1H4.9V17C4.9 16.4 8 14.9 11 14.9C11.5 14.9 12 15 12.5 15C12.8 14.4 13.1 13.8 13.6 13.3C12.6 13.1 11.7 13 11 13";var F3="M2.75,7L4.03,5.75L13.26,15L20,21.72L18.73,23L15.73,20H4V17C4,15.14 6.61,13.92 9.09,13.36L2.75,7M20,17V19.18L18.1,17.28V17C18.1,16.74 17.6,16.35 16.8,16L14,13.18C16.71,13.63 20,14.91 20,17M5.9,17V18.1H13.83L10.72,15C8.19,15.3 5.9,16.45 5.9,17M12,4A4,4 0 0,1 16,8C16,9.95 14.6,11.58 12.75,11.93L8.07,7.25C8.42,5.4 10.05,4 12,4M12,6A2,2 0 0,0 10,8A2,2 0 0,0 12,10A2,2 0 0,0 14,8A2,2 0 0,0 12,6Z",$3="M12,4A4,4 0 0,1 16,8A4,4 0 0,1 12,12A4,4 0 0,1 8,8A4,4 0 0,1 12,4M12,6A2,2 0 0,0 10,8A2,2 0 0,0 12,10A2,2 0 0,0 14,8A2,2 0 0,0 12,6M12,13C14.67,13 20,14.33 20,17V20H4V17C4,14.33 9.33,13 12,13M12,14.9C9.03,14.9 5.9,16.36 5.9,17V18.1H18.1V17C18.1,16.36 14.97,14.9 12,14.9Z";var E3="M10,13C9.65,13.59 9.36,14.24 9.19,14.93C6.5,15.16 3.9,16.42 3.9,17V18.1H9.2C9.37,18.78 9.65,19.42 10,20H2V17C2,14.34 7.33,13 10,13M10,4A4,4 0 0,1 14,8C14,8.91 13.69,9.75 13.18,10.43C12.32,10.75 11.55,11.26 10.91,11.9L10,12A4,4 0 0,1 6,8A4,4 0 0,1 10,4M10,5.9A2.1,2.1 0 0,0 7.9,8A2.1,2.1 0 0,0 10,10.1A2.1,2.1 0 0,0 12.1,8A2.1,2.1 0 0,0 10,5.9M15.5,12C18,12 20,14 20,16.5C20,17.38 19.75,18.21 19.31,18.9L22.39,22L21,23.39L17.88,20.32C17.19,20.75 16.37,21 15.5,21C13,21 11,19 11,16.5C11,14 13,12 15.5,12M15.5,14A2.5,2.5 0 0,0 13,16.5A2.5,2.5 0 0,0 15.5,19A2.5,2.5 0 0,0 18,16.5A2.5,2.5 0 0,0 15.5,14Z";var l1="M11,15H13V17H11V15M11,7H13V13H11V7M12,2C6.47,2 2,6.5 2,12A10,10 0 0,0 12,22A10,10 0 0,0 22,12A10,10 0 0,0 12,2M12,20A8,8 0 0,1 4,12A8,8 0 0,1 12,4A8,8 0 0,1 20,12A8,8 0 0,1 12,20Z";var D3="M20,11V13H8L13.5,18.5L12.08,19.92L4.16,12L12.08,4.08L13.5,5.5L8,11H20Z";var z3="M19 3H18V1H16V3H8V1H6V3H5C3.9 3 3 3.9 3 5V19C3 20.11 3.9 21 5 21H19C20.11 21 21 20.11 21 19V5C21 3.9 20.11 3 19 3M19 19H5V9H19V19M5 7V5H19V7H5M8.23 16.41L9.29 17.47L11.73 15.03L14.17 17.47L15.23 16.41L12.79 13.97L15.23 11.53L14.17 10.47L11.73 12.91L9.29 10.47L8.23 11.53L10.67 13.97L8.23 16.41Z";var I3="M20,5H16.83L15,3H9L7.17,5H4A2,2 0 0,0 2,7V19A2,2 0 0,0 4,21H20A2,2 0 0,0 22,19V7A2,2 0 0,0 20,5M20,19H4V7H8.05L9.88,5H14.12L16,7H20V19M12,18C10.92,18 9.86,17.65 9,17L10.44,15.56C10.91,15.85 11.45,16 12,16A3,3 0 0,0 15,13A3,3 0 0,0 12,10C10.74,10 9.6,10.8 9.18,12H11L8,15L5,12H7.1C7.65,9.29 10.29,7.55 13,8.1C15.7,8.65 17.45,11.29 16.9,14C16.42,16.33 14.38,18 12,18Z";var I5="M6.03 12.03L8.03 15.5L5.5 18.68L2 12.62L6.03 12.03M17 18V15.29C17.88 14.9 18.5 14.03 18.5 13C18.5 12.43 18.3 11.9 17.97 11.5L19.94 10.35C20.95 9.76 21.3 8.47 20.71 7.46L19.33 5.06C18.74 4.05 17.45 3.7 16.44 4.28L8.31 9C7.36 9.53 7.03 10.75 7.58 11.71L9.08 14.31C9.63 15.26 10.86 15.59 11.81 15.04L13.69 13.96C13.94 14.55 14.41 15.03 15 15.29V18C15 19.1 15.9 20 17 20H22V18H17Z";var N3="M21,7L9,19L3.5,13.5L4.91,12.09L9,16.17L19.59,5.59L21,7Z";var I2="M15.41,16.58L10.83,12L15.41,7.41L14,6L8,12L14,18L15.41,16.58Z";var N2="M8.59,16.58L13.17,12L8.59,7.41L10,6L16,12L10,18L8.59,16.58Z";var W3="M7.41,15.41L12,10.83L16.59,15.41L18,14L12,8L6,14L7.41,15.41Z";var m1="M19,6.41L17.59,5L12,10.59L6.41,5L5,6.41L10.59,12L5,17.59L6.41,19L12,13.41L17.59,19L19,17.59L13.41,12L19,6.41Z";var U3="M10 3C5.58 3 2 4.79 2 7V17C2 19.21 5.59 21 10 21S18 19.21 18 17V7C18 4.79 14.42 3 10 3M16 17C16 17.5 13.87 19 10 19S4 17.5 4 17V14.77C5.61 15.55 7.72 16 10 16S14.39 15.55 16 14.77V17M16 12.45C14.7 13.4 12.42 14 10 14S5.3 13.4 4 12.45V9.64C5.47 10.47 7.61 11 10 11S14.53 10.47 16 9.64V12.45M10 9C6.13 9 4 7.5 4 7S6.13 5 10 5 16 6.5 16 7 13.87 9 10 9M22 7V13H20V7H22M20 15H22V17H20V15Z";var G3="M6,19A2,2 0 0,0 8,21H16A2,2 0 0,0 18,19V7H6V19M8,9H16V19H8V9M15.5,4L14.5,3H9.5L8.5,4H5V6H19V4H15.5Z";var Q3="M10,12V22H8V14H6V12H10M18,14V20C18,21.11 17.11,22 16,22H14A2,2 0 0,1 12,20V14A2,2 0 0,1 14,12H16C17.11,12 18,12.9 18,14M14,14V20H16V14H14M11.5,3C14.15,3 16.55,4 18.4,5.6L21,3V10H14L16.62,7.38C15.23,6.22 13.46,5.5 11.5,5.5C7.96,5.5 4.95,7.81 3.9,11L1.53,10.22C2.92,6.03 6.85,3 11.5,3Z";var K3="M18,9H16V7H18M18,13H16V11H18M18,17H16V15H18M8,9H6V7H8M8,13H6V11H8M8,17H6V15H8M18,3V5H16V3H8V5H6V3H4V21H6V19H8V21H16V19H18V21H20V3H18Z";var q3="M5,5H10V7H7V10H5V5M14,5H19V10H17V7H14V5M17,14H19V19H14V17H17V14M10,17V19H5V14H7V17H10Z";var K1="M22 20.7L3.3 2L2 3.3L3 4.3V19C3 20.1 3.9 21 5 21H19.7L20.7 22L22 20.7M5 19V6.3L12.6 13.9L11.1 15.8L9 13.1L6 17H15.7L17.7 19H5M8.8 5L6.8 3H19C20.1 3 21 3.9 21 5V17.2L19 15.2V5H8.8";var j3="M12,17A2,2 0 0,0 14,15C14,13.89 13.1,13 12,13A2,2 0 0,0 10,15A2,2 0 0,0 12,17M18,8A2,2 0 0,1 20,10V20A2,2 0 0,1 18,22H6A2,2 0 0,1 4,20V10C4,8.89 4.9,8 6,8H7V6A5,5 0 0,1 12,1A5,5 0 0,1 17,6V8H18M12,3A3,3 0 0,0 9,6V8H15V6A3,3 0 0,0 12,3Z";var X3="M10 13C11.1 13 12 13.89 12 15C12 16.11 11.11 17 10 17S8 16.11 8 15 8.9 13 10 13M18 1C15.24 1 13 3.24 13 6V8H4C2.9 8 2 8.9 2 10V20C2 21.1 2.9 22 4 22H16C17.1 22 18 21.1 18 20V10C18 8.9 17.1 8 16 8H15V6C15 4.34 16.34 3 18 3S21 4.34 21 6V8H23V6C23 3.24 20.76 1 18 1M16 10V20H4V10H16Z";var Y3="M9.5,3A6.5,6.5 0 0,1 16,9.5C16,11.11 15.41,12.59 14.44,13.73L14.71,14H15.5L20.5,19L19,20.5L14,15.5V14.71L13.73,14.44C12.59,15.41 11.11,16 9.5,16A6.5,6.5 0 0,1 3,9.5A6.5,6.5 0 0,1 9.5,3M9.5,5C7,5 5,7 5,9.5C5,12 7,14 9.5,14C12,14 14,12 14,9.5C14,7 12,5 9.5,5Z";var W2="M15.5,14H14.71L14.43,13.73C15.41,12.59 16,11.11 16,9.5A6.5,6.5 0 0,0 9.5,3A6.5,6.5 0 0,0 3,9.5A6.5,6.5 0 0,0 9.5,16C11.11,16 12.59,15.41 13.73,14.43L14,14.71V15.5L19,20.5L20.5,19L15.5,14M9.5,14C7,14 5,12 5,9.5C5,7 7,5 9.5,5C12,5 14,7 14,9.5C14,12 12,14 9.5,14M7,9H12V10H7V9Z";var J3="M15.5,14L20.5,19L19,20.5L14,15.5V14.71L13.73,14.43C12.59,15.41 11.11,16 9.5,16A6.5,6.5 0 0,1 3,9.5A6.5,6.5 0 0,1 9.5,3A6.5,6.5 0 0,1 16,9.5C16,11.11 15.41,12.59 14.43,13.73L14.71,14H15.5M9.5,14C12,14 14,12 14,9.5C14,7 12,5 9.5,5C7,5 5,7 5,9.5C5,12 7,14 9.5,14M12,10H10V12H9V10H7V9H9V7H10V9H12V10Z";var C0="M3,6H21V8H3V6M3,11H21V13H3V11M3,16H21V18H3V16Z";var H0="M3 4V16H21V4H3M3 2H21C22.1 2 23 2.89 23 4V16C23 16.53 22.79 17.04 22.41 17.41C22.04 17.79 21.53 18 21 18H14V20H16V22H8V20H10V18H3C2.47 18 1.96 17.79 1.59 17.41C1.21 17.04 1 16.53 1 16V4C1 2.89 1.89 2 3 2M10.84 8.93C11.15 8.63 11.57 8.45 12 8.45C12.43 8.46 12.85 8.63 13.16 8.94C13.46 9.24 13.64 9.66 13.64 10.09C13.64 10.53 13.46 10.94 13.16 11.25C12.85 11.56 12.43 11.73 12 11.73C11.57 11.73 11.15 11.55 10.84 11.25C10.54 10.94 10.36 10.53 10.36 10.09C10.36 9.66 10.54 9.24 10.84 8.93M10.07 12C10.58 12.53 11.28 12.82 12 12.82C12.72 12.82 13.42 12.53 13.93 12C14.44 11.5 14.73 10.81 14.73 10.09C14.73 9.37 14.44 8.67 13.93 8.16C13.42 7.65 12.72 7.36 12 7.36C11.28 7.36 10.58 7.65 10.07 8.16C9.56 8.67 9.27 9.37 9.27 10.09C9.27 10.81 9.56 11.5 10.07 12M6 10.09C6.94 7.7 9.27 6 12 6C14.73 6 17.06 7.7 18 10.09C17.06 12.5 14.73 14.18 12 14.18C9.27 14.18 6.94 12.5 6 10.09Z";var V0="M14,19H18V5H14M6,19H10V5H6V19Z";var U2="M8,5.14V19.14L19,12.14L8,5.14Z";var L0="M19,13H13V19H11V13H5V11H11V5H13V11H19V13Z";var e0="M12.5,3C17.15,3 21.08,6.03 22.47,10.22L20.1,11C19.05,7.81 16.04,5.5 12.5,5.5C10.54,5.5 8.77,6.22 7.38,7.38L10,10H3V3L5.6,5.6C7.45,4 9.85,3 12.5,3M10,12V22H8V14H6V12H10M18,14V20C18,21.11 17.11,22 16,22H14A2,2 0 0,1 12,20V14A2,2 0 0,1 14,12H16C17.11,12 18,12.9 18,14M14,14V20H16V14H14Z";var G2="M4 2V8H2V2H4M2 22V16H4V22H2M5 12C5 13.11 4.11 14 3 14C1.9 14 1 13.11 1 12C1 10.9 1.9 10 3 10C4.11 10 5 10.9 5 12M16 4C20.42 4 24 7.58 24 12C24 16.42 20.42 20 16 20C12.4 20 9.36 17.62 8.35 14.35L6 12L8.35 9.65C9.36 6.38 12.4 4 16 4M16 6C12.69 6 10 8.69 10 12C10 15.31 12.69 18 16 18C19.31 18 22 15.31 22 12C22 8.69 19.31 6 16 6M15 13V8H16.5V12.2L19.5 14L18.68 15.26L15 13Z";var M0="M12.5,8C9.85,8 7.45,9 5.6,10.6L2,7V16H11L7.38,12.38C8.77,11.22 10.54,10.5 12.5,10.5C16.04,10.5 19.05,12.81 20.1,16L22.47,15.22C21.08,11.03 17.15,8 12.5,8Z";var r0="M9 9V15H15V9H9M11 11H13V13H11V11M15 18V20H23V18H15Z";var t0="M2,2V8H4.28L5.57,16H4V22H10V20.06L15,20.05V22H21V16H19.17L20,9H22V3H16V6.53L14.8,8H9.59L8,5.82V2M4,4H6V6H4M18,5H20V7H18M6.31,8H7.11L9,10.59V14H15V10.91L16.57,9H18L17.16,16H15V18.06H10V16H7.6M11,10H13V12H11M6,18H8V20H6M17,18H19V20H17";var q1="M3.41,1.86L2,3.27L4.73,6H4A1,1 0 0,0 3,7V17A1,1 0 0,0 4,18H16C16.21,18 16.39,17.92 16.55,17.82L19.73,21L21.14,19.59L12.28,10.73L3.41,1.86M5,16V8H6.73L14.73,16H5M15,8V10.61L21,16.61V6.5L17,10.5V7A1,1 0 0,0 16,6H10.39L12.39,8H15Z";var i0="M14,3.23V5.29C16.89,6.15 19,8.83 19,12C19,15.17 16.89,17.84 14,18.7V20.77C18,19.86 21,16.28 21,12C21,7.72 18,4.14 14,3.23M16.5,12C16.5,10.23 15.5,8.71 14,7.97V16C15.5,15.29 16.5,13.76 16.5,12M3,9V15H7L12,20V4L7,9H3Z";var o0="M12,4L9.91,6.09L12,8.18M4.27,3L3,4.27L7.73,9H3V15H7L12,20V13.27L16.25,17.53C15.58,18.04 14.83,18.46 14,18.7V20.77C15.38,20.45 16.63,19.82 17.68,18.96L19.73,21L21,19.73L12,10.73M19,12C19,12.94 18.8,13.82 18.46,14.64L19.97,16.15C20.62,14.91 21,13.5 21,12C21,7.72 18,4.14 14,3.23V5.29C16.89,6.15 19,8.83 19,12M16.5,12C16.5,10.23 15.5,8.71 14,7.97V10.18L16.45,12.63C16.5,12.43 16.5,12.21 16.5,12Z";var Q2=globalThis,K2=Q2.ShadowRoot&&(Q2.ShadyCSS===void 0||Q2.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,N5=Symbol(),a0=new WeakMap,l2=class{constructor(V,C,H){if(this._$cssResult$=!0,H!==N5)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=V,this.t=C}get styleSheet(){let V=this.o,C=this.t;if(K2&&V===void 0){let H=C!==void 0&&C.length===1;H&&(V=a0.get(C)),V===void 0&&((this.o=V=new CSSStyleSheet).replaceSync(this.cssText),H&&a0.set(C,V))}return V}toString(){return this.cssText}},A0=e=>new l2(typeof e=="string"?e:e+"",void 0,N5),w=(e,...V)=>{let C=e.length===1?e[0]:V.reduce((H,L,M)=>H+(r=>{if(r._$cssResult$===!0)return r.cssText;if(typeof r=="number")return r;throw Error("Value passed to 'css' function must be a 'css' function result: "+r+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")})(L)+e[M+1],e[0]);return new l2(C,e,N5)},n0=(e,V)=>{if(K2)e.adoptedStyleSheets=V.map(C=>C instanceof CSSStyleSheet?C:C.styleSheet);else for(let C of V){let H=document.createElement("style"),L=Q2.litNonce;L!==void 0&&H.setAttribute("nonce",L),H.textContent=C.cssText,e.appendChild(H)}},W5=K2?e=>e:e=>e instanceof CSSStyleSheet?(V=>{let C="";for(let H of V.cssRules)C+=H.cssText;return A0(C)})(e):e;var{is:$4,defineProperty:E4,getOwnPropertyDescriptor:D4,getOwnPropertyNames:z4,getOwnPropertySymbols:I4,getPrototypeOf:N4}=Object,q2=globalThis,d0=q2.trustedTypes,W4=d0?d0.emptyScript:"",U4=q2.reactiveElementPolyfillSupport,m2=(e,V)=>e,s2={toAttribute(e,V){switch(V){case Boolean:e=e?W4:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,V){let C=e;switch(V){case Boolean:C=e!==null;break;case Number:C=e===null?null:Number(e);break;case Object:case Array:try{C=JSON.parse(e)}catch{C=null}}return C}},j2=(e,V)=>!$4(e,V),p0={attribute:!0,type:String,converter:s2,reflect:!1,useDefault:!1,hasChanged:j2};Symbol.metadata??=Symbol("metadata"),q2.litPropertyMetadata??=new WeakMap;var s1=class extends HTMLElement{static addInitializer(V){this._$Ei(),(this.l??=[]).push(V)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(V,C=p0){if(C.state&&(C.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(V)&&((C=Object.create(C)).wrapped=!0),this.elementProperties.set(V,C),!C.noAccessor){let H=Symbol(),L=this.getPropertyDescriptor(V,H,C);L!==void 0&&E4(this.prototype,V,L)}}static getPropertyDescriptor(V,C,H){let{get:L,set:M}=D4(this.prototype,V)??{get(){return this[C]},set(r){this[C]=r}};return{get:L,set(r){let i=L?.call(this);M?.call(this,r),this.requestUpdate(V,i,H)},configurable:!0,enumerable:!0}}static getPropertyOptions(V){return this.elementProperties.get(V)??p0}static _$Ei(){if(this.hasOwnProperty(m2("elementProperties")))return;let V=N4(this);V.finalize(),V.l!==void 0&&(this.l=[...V.l]),this.elementProperties=new Map(V.elementProperties)}static finalize(){if(this.hasOwnProperty(m2("finalized")))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(m2("properties"))){let C=this.properties,H=[...z4(C),...I4(C)];for(let L of H)this.createProperty(L,C[L])}let V=this[Symbol.metadata];if(V!==null){let C=litPropertyMetadata.get(V);if(C!==void 0)for(let[H,L]of C)this.elementProperties.set(H,L)}this._$Eh=new Map;for(let[C,H]of this.elementProperties){let L=this._$Eu(C,H);L!==void 0&&this._$Eh.set(L,C)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(V){let C=[];if(Array.isArray(V)){let H=new Set(V.flat(1/0).reverse());for(let L of H)C.unshift(W5(L))}else V!==void 0&&C.push(W5(V));return C}static _$Eu(V,C){let H=C.attribute;return H===!1?void 0:typeof H=="string"?H:typeof V=="string"?V.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(V=>this.enableUpdating=V),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(V=>V(this))}addController(V){(this._$EO??=new Set).add(V),this.renderRoot!==void 0&&this.isConnected&&V.hostConnected?.()}removeController(V){this._$EO?.delete(V)}_$E_(){let V=new Map,C=this.constructor.elementProperties;for(let H of C.keys())this.hasOwnProperty(H)&&(V.set(H,this[H]),delete this[H]);V.size>0&&(this._$Ep=V)}createRenderRoot(){let V=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return n0(V,this.constructor.elementStyles),V}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(V=>V.hostConnected?.())}enableUpdating(V){}disconnectedCallback(){this._$EO?.forEach(V=>V.hostDisconnected?.())}attributeChangedCallback(V,C,H){this._$AK(V,H)}_$ET(V,C){let H=this.constructor.elementProperties.get(V),L=this.constructor._$Eu(V,H);if(L!==void 0&&H.reflect===!0){let M=(H.converter?.toAttribute!==void 0?H.converter:s2).toAttribute(C,H.type);this._$Em=V,M==null?this.removeAttribute(L):this.setAttribute(L,M),this._$Em=null}}_$AK(V,C){let H=this.constructor,L=H._$Eh.get(V);if(L!==void 0&&this._$Em!==L){let M=H.getPropertyOptions(L),r=typeof M.converter=="function"?{fromAttribute:M.converter}:M.converter?.fromAttribute!==void 0?M.converter:s2;this._$Em=L;let i=r.fromAttribute(C,M.type);this[L]=i??this._$Ej?.get(L)??i,this._$Em=null}}requestUpdate(V,C,H,L=!1,M){if(V!==void 0){let r=this.constructor;if(L===!1&&(M=this[V]),H??=r.getPropertyOptions(V),!((H.hasChanged??j2)(M,C)||H.useDefault&&H.reflect&&M===this._$Ej?.get(V)&&!this.hasAttribute(r._$Eu(V,H))))return;this.C(V,C,H)}this.isUpdatePending===!1&&(this._$ES=this._$EP())}C(V,C,{useDefault:H,reflect:L,wrapped:M},r){H&&!(this._$Ej??=new Map).has(V)&&(this._$Ej.set(V,r??C??this[V]),M!==!0||r!==void 0)||(this._$AL.has(V)||(this.hasUpdated||H||(C=void 0),this._$AL.set(V,C)),L===!0&&this._$Em!==V&&(this._$Eq??=new Set).add(V))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(C){Promise.reject(C)}let V=this.scheduleUpdate();return V!=null&&await V,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[L,M]of this._$Ep)this[L]=M;this._$Ep=void 0}let H=this.constructor.elementProperties;if(H.size>0)for(let[L,M]of H){let{wrapped:r}=M,i=this[L];r!==!0||this._$AL.has(L)||i===void 0||this.C(L,void 0,M,i)}}let V=!1,C=this._$AL;try{V=this.shouldUpdate(C),V?(this.willUpdate(C),this._$EO?.forEach(H=>H.hostUpdate?.()),this.update(C)):this._$EM()}catch(H){throw V=!1,this._$EM(),H}V&&this._$AE(C)}willUpdate(V){}_$AE(V){this._$EO?.forEach(C=>C.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(V)),this.updated(V)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(V){return!0}update(V){this._$Eq&&=this._$Eq.forEach(C=>this._$ET(C,this[C])),this._$EM()}updated(V){}firstUpdated(V){}};s1.elementStyles=[],s1.shadowRootOptions={mode:"open"},s1[m2("elementProperties")]=new Map,s1[m2("finalized")]=new Map,U4?.({ReactiveElement:s1}),(q2.reactiveElementVersions??=[]).push("2.1.2");var G5=globalThis,l0=e=>e,X2=G5.trustedTypes,m0=X2?X2.createPolicy("lit-html",{createHTML:e=>e}):void 0,Q5="$lit$",v1=`lit$${Math.random().toFixed(9).slice(2)}$`,K5="?"+v1,G4=`<${K5}>`,R1=document,x2=()=>R1.createComment(""),u2=e=>e===null||typeof e!="object"&&typeof e!="function",q5=Array.isArray,Z0=e=>q5(e)||typeof e?.[Symbol.iterator]=="function",U5=`[ 	
\f\r]`,v2=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,s0=/-->/g,v0=/>/g,B1=RegExp(`>|${U5}(?:([^\\s"'>=/]+)(${U5}*=${U5}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),x0=/'/g,u0=/"/g,S0=/^(?:script|style|textarea|title)$/i,j5=e=>(V,...C)=>({_$litType$:e,strings:V,values:C}),o=j5(1),Z1=j5(2),T9=j5(3),I=Symbol.for("lit-noChange"),m=Symbol.for("lit-nothing"),c0=new WeakMap,_1=R1.createTreeWalker(R1,129);function h0(e,V){if(!q5(e)||!e.hasOwnProperty("raw"))throw Error("invalid template strings array");return m0!==void 0?m0.createHTML(V):V}var f0=(e,V)=>{let C=e.length-1,H=[],L,M=V===2?"<svg>":V===3?"<math>":"",r=v2;for(let i=0;i<C;i++){let a=e[i],l,v,p=-1,h=0;for(;h<a.length&&(r.lastIndex=h,v=r.exec(a),v!==null);)h=r.lastIndex,r===v2?v[1]==="!--"?r=s0:v[1]!==void 0?r=v0:v[2]!==void 0?(S0.test(v[2])&&(L=RegExp("</"+v[2],"g")),r=B1):v[3]!==void 0&&(r=B1):r===B1?v[0]===">"?(r=L??v2,p=-1):v[1]===void 0?p=-2:(p=r.lastIndex-v[2].length,l=v[1],r=v[3]===void 0?B1:v[3]==='"'?u0:x0):r===u0||r===x0?r=B1:r===s0||r===v0?r=v2:(r=B1,L=void 0);let u=r===B1&&e[i+1].startsWith("/>")?" ":"";M+=r===v2?a+G4:p>=0?(H.push(l),a.slice(0,p)+Q5+a.slice(p)+v1+u):a+v1+(p===-2?i:u)}return[h0(e,M+(e[C]||"<?>")+(V===2?"</svg>":V===3?"</math>":"")),H]},c2=class e{constructor({strings:V,_$litType$:C},H){let L;this.parts=[];let M=0,r=0,i=V.length-1,a=this.parts,[l,v]=f0(V,C);if(this.el=e.createElement(l,H),_1.currentNode=this.el.content,C===2||C===3){let p=this.el.content.firstChild;p.replaceWith(...p.childNodes)}for(;(L=_1.nextNode())!==null&&a.length<i;){if(L.nodeType===1){if(L.hasAttributes())for(let p of L.getAttributeNames())if(p.endsWith(Q5)){let h=v[r++],u=L.getAttribute(p).split(v1),y=/([.?@])?(.*)/.exec(h);a.push({type:1,index:M,name:y[2],strings:u,ctor:y[1]==="."?J2:y[1]==="?"?C5:y[1]==="@"?H5:$1}),L.removeAttribute(p)}else p.startsWith(v1)&&(a.push({type:6,index:M}),L.removeAttribute(p));if(S0.test(L.tagName)){let p=L.textContent.split(v1),h=p.length-1;if(h>0){L.textContent=X2?X2.emptyScript:"";for(let u=0;u<h;u++)L.append(p[u],x2()),_1.nextNode(),a.push({type:2,index:++M});L.append(p[h],x2())}}}else if(L.nodeType===8)if(L.data===K5)a.push({type:2,index:M});else{let p=-1;for(;(p=L.data.indexOf(v1,p+1))!==-1;)a.push({type:7,index:M}),p+=v1.length-1}M++}}static createElement(V,C){let H=R1.createElement("template");return H.innerHTML=V,H}};function F1(e,V,C=e,H){if(V===I)return V;let L=H!==void 0?C._$Co?.[H]:C._$Cl,M=u2(V)?void 0:V._$litDirective$;return L?.constructor!==M&&(L?._$AO?.(!1),M===void 0?L=void 0:(L=new M(e),L._$AT(e,C,H)),H!==void 0?(C._$Co??=[])[H]=L:C._$Cl=L),L!==void 0&&(V=F1(e,L._$AS(e,V.values),L,H)),V}var Y2=class{constructor(V,C){this._$AV=[],this._$AN=void 0,this._$AD=V,this._$AM=C}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(V){let{el:{content:C},parts:H}=this._$AD,L=(V?.creationScope??R1).importNode(C,!0);_1.currentNode=L;let M=_1.nextNode(),r=0,i=0,a=H[0];for(;a!==void 0;){if(r===a.index){let l;a.type===2?l=new j1(M,M.nextSibling,this,V):a.type===1?l=new a.ctor(M,a.name,a.strings,this,V):a.type===6&&(l=new V5(M,this,V)),this._$AV.push(l),a=H[++i]}r!==a?.index&&(M=_1.nextNode(),r++)}return _1.currentNode=R1,L}p(V){let C=0;for(let H of this._$AV)H!==void 0&&(H.strings!==void 0?(H._$AI(V,H,C),C+=H.strings.length-2):H._$AI(V[C])),C++}},j1=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(V,C,H,L){this.type=2,this._$AH=m,this._$AN=void 0,this._$AA=V,this._$AB=C,this._$AM=H,this.options=L,this._$Cv=L?.isConnected??!0}get parentNode(){let V=this._$AA.parentNode,C=this._$AM;return C!==void 0&&V?.nodeType===11&&(V=C.parentNode),V}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(V,C=this){V=F1(this,V,C),u2(V)?V===m||V==null||V===""?(this._$AH!==m&&this._$AR(),this._$AH=m):V!==this._$AH&&V!==I&&this._(V):V._$litType$!==void 0?this.$(V):V.nodeType!==void 0?this.T(V):Z0(V)?this.k(V):this._(V)}O(V){return this._$AA.parentNode.insertBefore(V,this._$AB)}T(V){this._$AH!==V&&(this._$AR(),this._$AH=this.O(V))}_(V){this._$AH!==m&&u2(this._$AH)?this._$AA.nextSibling.data=V:this.T(R1.createTextNode(V)),this._$AH=V}$(V){let{values:C,_$litType$:H}=V,L=typeof H=="number"?this._$AC(V):(H.el===void 0&&(H.el=c2.createElement(h0(H.h,H.h[0]),this.options)),H);if(this._$AH?._$AD===L)this._$AH.p(C);else{let M=new Y2(L,this),r=M.u(this.options);M.p(C),this.T(r),this._$AH=M}}_$AC(V){let C=c0.get(V.strings);return C===void 0&&c0.set(V.strings,C=new c2(V)),C}k(V){q5(this._$AH)||(this._$AH=[],this._$AR());let C=this._$AH,H,L=0;for(let M of V)L===C.length?C.push(H=new e(this.O(x2()),this.O(x2()),this,this.options)):H=C[L],H._$AI(M),L++;L<C.length&&(this._$AR(H&&H._$AB.nextSibling,L),C.length=L)}_$AR(V=this._$AA.nextSibling,C){for(this._$AP?.(!1,!0,C);V!==this._$AB;){let H=l0(V).nextSibling;l0(V).remove(),V=H}}setConnected(V){this._$AM===void 0&&(this._$Cv=V,this._$AP?.(V))}},$1=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(V,C,H,L,M){this.type=1,this._$AH=m,this._$AN=void 0,this.element=V,this.name=C,this._$AM=L,this.options=M,H.length>2||H[0]!==""||H[1]!==""?(this._$AH=Array(H.length-1).fill(new String),this.strings=H):this._$AH=m}_$AI(V,C=this,H,L){let M=this.strings,r=!1;if(M===void 0)V=F1(this,V,C,0),r=!u2(V)||V!==this._$AH&&V!==I,r&&(this._$AH=V);else{let i=V,a,l;for(V=M[0],a=0;a<M.length-1;a++)l=F1(this,i[H+a],C,a),l===I&&(l=this._$AH[a]),r||=!u2(l)||l!==this._$AH[a],l===m?V=m:V!==m&&(V+=(l??"")+M[a+1]),this._$AH[a]=l}r&&!L&&this.j(V)}j(V){V===m?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,V??"")}},J2=class extends $1{constructor(){super(...arguments),this.type=3}j(V){this.element[this.name]=V===m?void 0:V}},C5=class extends $1{constructor(){super(...arguments),this.type=4}j(V){this.element.toggleAttribute(this.name,!!V&&V!==m)}},H5=class extends $1{constructor(V,C,H,L,M){super(V,C,H,L,M),this.type=5}_$AI(V,C=this){if((V=F1(this,V,C,0)??m)===I)return;let H=this._$AH,L=V===m&&H!==m||V.capture!==H.capture||V.once!==H.once||V.passive!==H.passive,M=V!==m&&(H===m||L);L&&this.element.removeEventListener(this.name,this,H),M&&this.element.addEventListener(this.name,this,V),this._$AH=V}handleEvent(V){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,V):this._$AH.handleEvent(V)}},V5=class{constructor(V,C,H){this.element=V,this.type=6,this._$AN=void 0,this._$AM=C,this.options=H}get _$AU(){return this._$AM._$AU}_$AI(V){F1(this,V)}},g0={M:Q5,P:v1,A:K5,C:1,L:f0,R:Y2,D:Z0,V:F1,I:j1,H:$1,N:C5,U:H5,B:J2,F:V5},Q4=G5.litHtmlPolyfillSupport;Q4?.(c2,j1),(G5.litHtmlVersions??=[]).push("3.3.3");var O0=(e,V,C)=>{let H=C?.renderBefore??V,L=H._$litPart$;if(L===void 0){let M=C?.renderBefore??null;H._$litPart$=L=new j1(V.insertBefore(x2(),M),M,void 0,C??{})}return L._$AI(e),L};var X5=globalThis,P=class extends s1{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let V=super.createRenderRoot();return this.renderOptions.renderBefore??=V.firstChild,V}update(V){let C=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(V),this._$Do=O0(C,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return I}};P._$litElement$=!0,P.finalized=!0,X5.litElementHydrateSupport?.({LitElement:P});var K4=X5.litElementPolyfillSupport;K4?.({LitElement:P});(X5.litElementVersions??=[]).push("4.2.2");var q4={attribute:!0,type:String,converter:s2,reflect:!1,hasChanged:j2},j4=(e=q4,V,C)=>{let{kind:H,metadata:L}=C,M=globalThis.litPropertyMetadata.get(L);if(M===void 0&&globalThis.litPropertyMetadata.set(L,M=new Map),H==="setter"&&((e=Object.create(e)).wrapped=!0),M.set(C.name,e),H==="accessor"){let{name:r}=C;return{set(i){let a=V.get.call(this);V.set.call(this,i),this.requestUpdate(r,a,e,!0,i)},init(i){return i!==void 0&&this.C(r,void 0,e,i),i}}}if(H==="setter"){let{name:r}=C;return function(i){let a=this[r];V.call(this,i),this.requestUpdate(r,a,e,!0,i)}}throw Error("Unsupported decorator location: "+H)};function f(e){return(V,C)=>typeof C=="object"?j4(e,V,C):((H,L,M)=>{let r=L.hasOwnProperty(M);return L.constructor.createProperty(M,H),r?Object.getOwnPropertyDescriptor(L,M):void 0})(e,V,C)}function Z(e){return f({...e,state:!0,attribute:!1})}var S1=(e,V,C)=>(C.configurable=!0,C.enumerable=!0,Reflect.decorate&&typeof V!="object"&&Object.defineProperty(e,V,C),C);function T(e,V){return(C,H,L)=>{let M=r=>r.renderRoot?.querySelector(e)??null;if(V){let{get:r,set:i}=typeof H=="object"?C:L??(()=>{let a=Symbol();return{get(){return this[a]},set(l){this[a]=l}}})();return S1(C,H,{get(){let a=r.call(this);return a===void 0&&(a=M(this),(a!==null||this.hasUpdated)&&i.call(this,a)),a}})}return S1(C,H,{get(){return M(this)}})}}var X4;function b0(e){return(V,C)=>S1(V,C,{get(){return(this.renderRoot??(X4??=document.createDocumentFragment())).querySelectorAll(e)}})}var L5=class{constructor(V,C=window){this.close=V;this.view=C}#C=!1;opened(){this.#C||(this.#C=!0,this.view.history.pushState({mycamera:!0},""),this.view.addEventListener("popstate",this.#V))}closed(){this.#C&&(this.#H(),this.view.history.state?.mycamera&&this.view.history.back())}disconnected(){this.#H()}#H(){this.#C=!1,this.view.removeEventListener("popstate",this.#V)}#V=()=>{this.#H(),this.close()}};var Y5={title:"MyCamera",menu:"Open the sidebar",live:"Live",live_of:"{camera}, live",show_large:"Show {camera} large",back_to_wall:"All cameras",whole_picture:"Whole picture",sound_on:"Turn the sound on",sound_off:"Turn the sound off",open_timeline:"Open the timeline",full_screen:"Full screen",kiosk:"Wall display",kiosk_hint:"Only the cameras, over the whole screen. The address of this view can be opened by a tablet on the wall.",leave_kiosk:"Leave the wall display",persons:"People",recordings:"Recordings",day_view:"Timeline",day_line:"Time of day",day_none:"Nothing was recorded on this day",day_none_text:"Choose another day or camera.",day_summary:"{recorded} recorded, {gaps}, {persons}",gaps_one:"{count} gap",gaps_other:"{count} gaps",seen_one:"{count} person seen",seen_other:"{count} people seen",zoom_in:"Zoom in",zoom_out:"Zoom out",previous_person:"Person before",next_person:"Next person",back_10:"10 seconds back",forward_10:"10 seconds forward",pause:"Pause",speed:"Speed",film_ended:"There is no later recording of this camera yet.",views:"Views",all_cameras:"All cameras",cameras:"Cameras",removed_camera:"Removed camera",removed_named:"{name} (removed)",removed:"Removed",left_behind:"{name} is no longer set up. Left are {records} recordings ({size}) and {persons} persons.",left_behind_delete:"Delete all of it…",left_behind_sure:"Delete these recordings, persons and pictures for good, protected ones too?",left_behind_yes:"Delete for good",left_behind_no:"Keep",left_behind_failed:"Not all of it was deleted ({code}). It can be done again.",date:"Day",previous_day:"Day before",next_day:"Day after",clear_day:"All days",search:"Search descriptions",clear_search:"Clear search",retry:"Try again",close:"Close",newer:"Newer person",older:"Older person",loading:"Loading",load_more:"Load more",end_of_list:"That is all",in_view_one:"{count} person in view",in_view_other:"{count} people in view",status_off:"Recording off",status_connecting:"Connecting",status_recording:"Recording",status_unreachable:"Camera unreachable",status_authentication_failed:"Wrong user or password",status_stream_not_found:"Stream not found",status_too_many_connections:"Too many connections",status_stalled:"No picture arrives",status_storage_unavailable:"Storage not available",not_watching:"Not watching for people",worker_not_set_up:"No worker set up: people are not looked for",worker_starting:"Analysis is starting",worker_connected:"Analysis running",worker_disconnected:"Analysis disconnected",worker_failed:"Analysis failed",worker_overloaded:"Analysis is overloaded",worker_overloaded_advice:"Live pictures are left out. Have cameras looked at less often, choose smaller sub streams or a smaller detector, or let the worker run on a faster machine.",minutes_behind_one:"{count} minute behind",minutes_behind_other:"{count} minutes behind",pending_analyses_one:"{count} recording to analyze",pending_analyses_other:"{count} recordings to analyze",pending_captions_one:"{count} description to write",pending_captions_other:"{count} descriptions to write",database_down:"The database is not available",database_down_text:"Recording goes on, and what happens now is written when the database is back. Earlier entries cannot be shown until then.",database_waiting_one:"Recording goes on; {count} entry waits to be written.",database_waiting_other:"Recording goes on; {count} entries wait to be written.",not_loaded:"MyCamera is not running",not_loaded_text:"The integration is starting, was disabled or could not be set up.",connection_lost:"Home Assistant cannot be reached",connection_lost_text:"The list goes on when the connection is back.",load_failed:"This could not be loaded",load_failed_text:"Home Assistant answered: {code}",no_cameras:"No camera yet",no_cameras_text:"Cameras that are added to MyCamera in the settings appear here.",add_camera:"Go to the settings",no_persons:"Nobody seen yet",no_persons_text:"As soon as a camera sees somebody, the picture and its description appear here.",no_matches:"Nothing matches",no_matches_text:"No entry for this camera, day and text.",clear_filters:"Clear filters",no_recordings:"No recording yet",no_recordings_text:"A camera's first minute of video appears here when it is complete.",confidence:"Confidence",duration:"Duration",seen:"Seen",camera:"Camera",description_by:"Description",source_factual:"from the movement",source_model:"by {model}",caption_pending:"Description is being written",no_caption:"No description",picture_of:"Picture of a person, {camera}, {time}",picture_missing:"The picture is not available",recording:"Recording",recording_missing:"There is no recording of this moment.",live_picture:"The camera now",recording_writing:"This minute is still being recorded. It can be played when it is complete.",linked_missing:"This person is no longer in the history.",recording_unplayable:"This browser cannot play the recording ({codec}).",recording_failed:"The recording could not be loaded.",download:"Download",full_picture:"Open the picture",play:"Play",play_recording:"Play the recording of {camera}, {time}",record_success:"Complete",record_failed:"Failed",record_incomplete:"Incomplete",record_timeout:"The camera stopped sending",analysis_pending:"Waiting for analysis",analysis_running:"Being analyzed",analysis_done:"Analyzed",analysis_failed:"Analysis failed",analysis_skipped:"Not analyzed",gap_because:"No footage: {cause}",gap_not_running:"Home Assistant was not running, or recording was off",gap_connecting:"connecting to the camera",gap_disconnected:"the camera closed the connection",gap_unreachable:"camera unreachable",gap_authentication_failed:"wrong user or password",gap_stream_not_found:"stream not found",gap_too_many_connections:"the camera allowed no more connections",gap_stalled:"no picture arrived",gap_timestamps:"the camera's clock jumped",gap_stream_changed:"the camera's picture changed",gap_storage_unavailable:"storage not available",gap_clock_changed:"the clock was set forward",gap_deleted:"deleted to make room",gap_failed:"recording failed",gap_unknown:"cause unknown",zones:"Zones",zones_of:"Zones of {camera}",zones_hint:"A zone tells you who comes, goes and stays there. What happens in an ignored area counts nowhere: a street, a statue, a tree in the wind.",zones_empty:"Nothing is drawn yet: the whole picture counts.",add_zone:"Zone",add_mask:"Ignored area",new_zone:"Zone {number}",ignored_area:"Ignored area",draw_hint:"Tap the corners on the picture, one after the other.",draw_done:"Finish",draw_cancel:"Cancel",edit_hint:"Drag the corners; tap + to add one.",zone_name:"Name",zone_dwell:"Staying counts after (seconds, 0: never)",corner:"Corner {number} of {name}",insert_corner:"Add a corner after corner {number}",remove_corner:"Remove corner",remove_shape:"Delete {name}",undo:"Undo",new_picture:"New picture",still_missing:"The camera gives no picture now. You can draw all the same.",save:"Save",saved:"Saved",save_failed:"This could not be saved: {code}",unsaved:"There are changes that are not saved.",discard:"Discard",keep_editing:"Go on",problem_few:"{name}: set at least three corners.",problem_crosses:"{name}: its outline crosses itself. Drag the corners apart.",problem_small:"{name} is too small.",problem_nameless:"Give this zone a name.",problem_same_name:"There are two zones called “{name}”.",refused_unauthorized:"Only administrators can change zones.",refused_not_found:"This camera was removed.",refused_not_loaded:"MyCamera is not running.",refused_invalid_format:"Home Assistant does not accept these zones.",too_many_shapes:"No more than {most} are possible.",persons_in_zone:"In zones",protect:"Protect from being deleted",unprotect:"No longer protect",protected:"Protected",protect_failed:"The protection could not be changed: {code}"};var y0={title:"MyCamera",menu:"打开侧边栏",live:"实时",live_of:"{camera} 实时画面",show_large:"放大显示 {camera}",back_to_wall:"全部摄像头",whole_picture:"完整画面",sound_on:"打开声音",sound_off:"关闭声音",open_timeline:"打开时间线",full_screen:"全屏",kiosk:"墙面显示",kiosk_hint:"整个屏幕只显示摄像头画面，壁挂平板可直接打开此视图的网址。",leave_kiosk:"退出墙面显示",persons:"人员",recordings:"录像",day_view:"时间线",day_line:"一天中的时间",day_none:"这一天没有录像",day_none_text:"请选择其他日期或摄像头。",day_summary:"已录像 {recorded}，{gaps}，{persons}",gaps_one:"{count} 处缺口",gaps_other:"{count} 处缺口",seen_one:"看到 {count} 人",seen_other:"看到 {count} 人",zoom_in:"放大",zoom_out:"缩小",previous_person:"上一个人员",next_person:"下一个人员",back_10:"后退 10 秒",forward_10:"前进 10 秒",pause:"暂停",speed:"速度",film_ended:"该摄像头暂时没有更晚的录像。",views:"视图",all_cameras:"全部摄像头",cameras:"摄像头",removed_camera:"已移除的摄像头",removed_named:"{name}（已移除）",removed:"已移除",left_behind:"{name} 已不再设置，留有 {records} 段录像（{size}）和 {persons} 条人员记录。",left_behind_delete:"全部删除…",left_behind_sure:"要永久删除这些录像、人员记录和图片吗？受保护的也会删除。",left_behind_yes:"永久删除",left_behind_no:"保留",left_behind_failed:"未能全部删除（{code}），可以再试一次。",date:"日期",previous_day:"前一天",next_day:"后一天",clear_day:"全部日期",search:"搜索描述",clear_search:"清除搜索",retry:"重试",close:"关闭",newer:"较新的人员",older:"较早的人员",loading:"正在加载",load_more:"加载更多",end_of_list:"已显示全部",in_view_one:"画面中有 {count} 人",in_view_other:"画面中有 {count} 人",status_off:"录像已关闭",status_connecting:"正在连接",status_recording:"正在录像",status_unreachable:"无法连接摄像头",status_authentication_failed:"用户名或密码错误",status_stream_not_found:"找不到码流",status_too_many_connections:"连接数过多",status_stalled:"没有收到画面",status_storage_unavailable:"存储不可用",not_watching:"未在检测人员",worker_not_set_up:"尚未设置分析服务：只录像，不检测人员",worker_starting:"分析服务正在启动",worker_connected:"分析服务运行中",worker_disconnected:"分析服务已断开",worker_failed:"分析服务出错",worker_overloaded:"分析服务过载",worker_overloaded_advice:"部分实时画面未被检测。请降低摄像头的检测频率，改用更小的子码流或更小的检测模型，或让分析服务运行在更快的机器上。",minutes_behind_one:"落后 {count} 分钟",minutes_behind_other:"落后 {count} 分钟",pending_analyses_one:"{count} 段录像待分析",pending_analyses_other:"{count} 段录像待分析",pending_captions_one:"{count} 条描述待生成",pending_captions_other:"{count} 条描述待生成",database_down:"数据库不可用",database_down_text:"录像仍在继续，期间发生的事件会在数据库恢复后写入；在此之前无法显示以前的记录。",database_waiting_one:"录像仍在继续，{count} 条记录等待写入。",database_waiting_other:"录像仍在继续，{count} 条记录等待写入。",not_loaded:"MyCamera 未运行",not_loaded_text:"集成正在启动、已被禁用或无法完成设置。",connection_lost:"无法连接 Home Assistant",connection_lost_text:"连接恢复后列表会继续更新。",load_failed:"无法加载",load_failed_text:"Home Assistant 返回：{code}",no_cameras:"还没有摄像头",no_cameras_text:"在设置中添加到 MyCamera 的摄像头会显示在这里。",add_camera:"前往设置",no_persons:"还没有看到人",no_persons_text:"一旦有摄像头看到人，图片和描述就会显示在这里。",no_matches:"没有匹配的记录",no_matches_text:"此摄像头、日期和文字没有对应的记录。",clear_filters:"清除筛选",no_recordings:"还没有录像",no_recordings_text:"摄像头的第一分钟视频录完后会显示在这里。",confidence:"置信度",duration:"时长",seen:"时间",camera:"摄像头",description_by:"描述来源",source_factual:"根据移动轨迹",source_model:"由 {model} 生成",caption_pending:"正在生成描述",no_caption:"没有描述",picture_of:"人员图片，{camera}，{time}",picture_missing:"图片不可用",recording:"录像",recording_missing:"没有此时刻的录像。",live_picture:"摄像头实时画面",recording_writing:"这一分钟仍在录制，录完后即可播放。",linked_missing:"历史记录中已没有此人员。",recording_unplayable:"此浏览器无法播放该录像（{codec}）。",recording_failed:"无法加载录像。",download:"下载",full_picture:"打开图片",play:"播放",play_recording:"播放录像：{camera}，{time}",record_success:"完整",record_failed:"失败",record_incomplete:"不完整",record_timeout:"摄像头停止发送画面",analysis_pending:"等待分析",analysis_running:"正在分析",analysis_done:"已分析",analysis_failed:"分析失败",analysis_skipped:"未分析",gap_because:"没有录像：{cause}",gap_not_running:"Home Assistant 未运行或录像已关闭",gap_connecting:"正在连接摄像头",gap_disconnected:"摄像头断开了连接",gap_unreachable:"无法连接摄像头",gap_authentication_failed:"用户名或密码错误",gap_stream_not_found:"找不到码流",gap_too_many_connections:"摄像头不允许更多连接",gap_stalled:"没有收到画面",gap_timestamps:"摄像头时钟跳变",gap_stream_changed:"摄像头的编码或分辨率已改变",gap_storage_unavailable:"存储不可用",gap_clock_changed:"系统时钟被调快",gap_deleted:"为腾出空间已删除",gap_failed:"录像失败",gap_unknown:"原因不明",zones:"区域",zones_of:"{camera} 的区域",zones_hint:"有人进入、离开区域或在其中停留时会通知您。忽略区内的一切都不计入，例如街道、雕像、随风摇动的树。",zones_empty:"尚未绘制区域，整个画面都有效。",add_zone:"区域",add_mask:"忽略区",new_zone:"区域 {number}",ignored_area:"忽略区",draw_hint:"在画面上依次点按各个顶点。",draw_done:"完成",draw_cancel:"取消",edit_hint:"拖动顶点；点按 + 添加顶点。",zone_name:"名称",zone_dwell:"停留满多少秒后通知（0 表示不通知）",corner:"{name} 的第 {number} 个顶点",insert_corner:"在第 {number} 个顶点后添加顶点",remove_corner:"移除顶点",remove_shape:"删除“{name}”",undo:"撤销",new_picture:"刷新画面",still_missing:"摄像头现在没有画面，仍可绘制。",save:"保存",saved:"已保存",save_failed:"无法保存：{code}",unsaved:"有尚未保存的更改。",discard:"放弃",keep_editing:"继续编辑",problem_few:"{name}：至少需要三个顶点。",problem_crosses:"{name}：边线自相交叉，请把顶点拉开。",problem_small:"“{name}”太小。",problem_nameless:"请为此区域命名。",problem_same_name:"有两个区域都叫“{name}”。",refused_unauthorized:"只有管理员可以更改区域。",refused_not_found:"此摄像头已被移除。",refused_not_loaded:"MyCamera 未运行。",refused_invalid_format:"Home Assistant 不接受这些区域。",too_many_shapes:"最多只能有 {most} 个。",persons_in_zone:"所在区域",protect:"防止被删除",unprotect:"取消保护",protected:"已保护",protect_failed:"无法更改保护状态：{code}"};function e5(e){return/^zh(-|$)/i.test(e)}function k0(e){let V=e5(e)?y0:Y5;return(C,H={})=>V[C].replace(/\{(\w+)\}/g,(L,M)=>Object.hasOwn(H,M)?String(H[M]):L)}function Y(e,V,C,H){let L=new Intl.PluralRules(e5(V)?"zh":"en").select(H);return e(L==="one"?`${C}_one`:`${C}_other`,{count:H})}function E1(e,V,C){return e(Object.hasOwn(Y5,V)?V:C)}function P0(e,V){return{hass:e,localize:k0(e.language),formats:Z3(e),overview:V}}function H1(e,V){let C=e.overview?.cameras.find(L=>L.camera_id===V);if(C)return C.name;let H=e.overview?.removed_cameras.find(L=>L.camera_id===V);return H?e.localize("removed_named",{name:H.name}):e.overview?e.localize("removed_camera"):""}function D1(e,V){let C=[{text:V.caption??"",lang:"en"},{text:V.caption_zh??"",lang:"zh-Hans"}];return e5(e.hass.language)&&C.reverse(),C.filter(H=>H.text!=="")}function M5(e,V){if(!V.caption_source)return"";if(V.caption_source==="factual")return e.localize("source_factual");let C=V.caption_source.split(/[\\/]/).filter(Boolean).at(-1)??V.caption_source;return e.localize("source_model",{model:C})}function r5(e){return Math.max(0,(Date.parse(e.last_seen)-Date.parse(e.first_seen))/1e3)}function w0(e){return e.normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase()}function T0(e,V){let C=w0(e),H=L=>{for(let M=C.indexOf(L);M>=0;M=C.indexOf(L,M+1))if(/^\p{Script=Han}/u.test(L)||!/[\p{L}\p{N}]$/u.test(C.slice(0,M)))return!0;return!1};return w0(V).split(/\s+/).filter(Boolean).every(H)}var B0=w`
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
`;var _=e=>V=>{customElements.get(e)||customElements.define(e,V)};function O(e){return o`<svg viewBox="0 0 24 24" aria-hidden="true">${Z1`<path d=${e}></path>`}</svg>`}var h1=w`
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
`;function J(e){return o`<div class="message ${e.bad?"bad":""}" role=${e.bad?"alert":"status"}>
    ${O(e.icon)}
    <h2>${e.heading}</h2>
    <p>${e.text}</p>
    ${e.action??m}
  </div>`}function q(e,V){let{localize:C}=e;return V==="database_unavailable"?{heading:C("database_down"),text:C("database_down_text")}:V==="not_loaded"||V==="unknown_command"?{heading:C("not_loaded"),text:C("not_loaded_text")}:V==="connection_lost"?{heading:C("connection_lost"),text:C("connection_lost_text")}:{heading:C("load_failed"),text:C("load_failed_text",{code:V})}}function X1(e,V,C){return V==="gone"?e.localize("recording_missing"):V==="failed"?e.localize("recording_failed"):e.localize("recording_unplayable",{codec:C??"?"})}function t5(e,V){return E1(e.localize,`gap_${V}`,"gap_unknown")}var Y4=[1e4,3e4,6e4,3e5,6e5,18e5,36e5,72e5,108e5,216e5];function J5(e,V,C,H){let L=Math.min(V.to-V.from,Math.max(6e4,(e.to-e.from)*C)),M=(H-e.from)/(e.to-e.from);return _0({from:H-M*L,to:H+(1-M)*L},V)}function _0(e,V){let C=Math.min(e.to-e.from,V.to-V.from),H=Math.min(Math.max(e.from,V.from),V.to-C);return{from:H,to:H+C}}function C3(e,V,C){let H=e.to-e.from;return C>=e.from&&C<=e.to-H/10?e:_0({from:C-H/10,to:C+H*9/10},V)}function R0(e,V,C=70){let H=(e.to-e.from)*C/Math.max(1,V);return Y4.find(L=>L>=H)??12*36e5}function F0(e,V){for(let[H,L]of e){if(V<H)return H;if(V<L)return V}let C=e.at(-1);return C?Math.max(C[0],C[1]-1e3):null}function $0(e,V,C){return(C===1?e.find(L=>L>V+1e3):e.findLast(L=>L<V-1e3))??null}var R=w`
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
    /* The accent alone is too pale to read on a light page. */
    color: color-mix(in srgb, var(--mc-accent) 60%, var(--mc-text));
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
`;var J4=[.5,1,2,4,8,16],N=1e3,C9=15*N,i1,J1,z1,u1,f1,h2,x,V1,i5,o5,x1,a5,A5,Z2,Y1,S2,n5,d5,p5,l5,m5,E0,D0,z0,I0,N0,E=class extends P{constructor(){super(...arguments);c(this,x);this.cameraId=null;this.day="";this.data=null;this.failure=null;this.view={from:0,to:1};this.width=0;this.moment=null;this.playing=!1;this.speed=1;this.problem=null;c(this,i1,null);c(this,J1,"");c(this,z1,0);c(this,u1,!1);c(this,f1);c(this,h2,new ResizeObserver(([C])=>{this.width=C?.contentRect.width??0}));c(this,n5,C=>{C.button===0&&(S(this,u1,!0),this.line?.setPointerCapture(C.pointerId),this.moment=t(this,x,S2).call(this,C))});c(this,d5,C=>{n(this,u1)&&(this.moment=t(this,x,S2).call(this,C))});c(this,p5,C=>{n(this,u1)&&(S(this,u1,!1),t(this,x,x1).call(this,t(this,x,S2).call(this,C)))});c(this,l5,C=>{C.preventDefault();let H=this.view.to-this.view.from;if(C.shiftKey||Math.abs(C.deltaX)>Math.abs(C.deltaY)){let L=(C.deltaX||C.deltaY)/Math.max(1,this.width)*H;this.view=J5({from:this.view.from+L,to:this.view.to+L},t(this,x,V1).call(this),1,this.view.from+L)}else t(this,x,Y1).call(this,C.deltaY>0?1.25:.8,t(this,x,S2).call(this,C))});c(this,m5,C=>{let H={ArrowLeft:-10*N,ArrowRight:10*N,PageDown:-300*N,PageUp:300*N},{from:L,to:M}=t(this,x,V1).call(this);if(C.key in H)t(this,x,A5).call(this,H[C.key]??0);else if(C.key==="Home")t(this,x,x1).call(this,L);else if(C.key==="End")t(this,x,x1).call(this,M);else if(C.key===" "||C.key==="k")t(this,x,a5).call(this);else if(C.key==="+")t(this,x,Y1).call(this,.5);else if(C.key==="-")t(this,x,Y1).call(this,2);else if(C.key==="n")t(this,x,Z2).call(this,1);else if(C.key==="p")t(this,x,Z2).call(this,-1);else return;C.preventDefault()})}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(n(this,f1)),S(this,f1,void 0),n(this,h2).disconnect(),t(this,x,o5).call(this)}willUpdate(C){if(C.has("cameraId")||C.has("day")){let H=!C.has("day")&&this.moment!==null,{from:L,to:M}=t(this,x,V1).call(this);H||(this.moment=null,this.view={from:L,to:M}),this.data=null,this.problem=null,t(this,x,o5).call(this),t(this,x,i5).call(this)}}updated(){this.line&&n(this,h2).observe(this.line),this.video&&(this.video.defaultPlaybackRate=this.speed,this.video.playbackRate=this.speed)}recorded(C){C!==this.cameraId||Date.now()>t(this,x,V1).call(this).to||n(this,f1)!==void 0||S(this,f1,window.setTimeout(()=>{S(this,f1,void 0),t(this,x,i5).call(this)},C9))}render(){let{context:C,data:H}=this,{localize:L}=C;return this.failure!==null&&H===null?J({icon:l1,bad:!0,...q(C,this.failure),action:o`<button class="text-button" @click=${()=>{t(this,x,i5).call(this)}}>${L("retry")}</button>`}):H===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${L("loading")}></div>
      </div>`:H.spans.length===0?J({icon:q1,heading:L("day_none"),text:L("day_none_text")}):o`<div class="player">
        <video
          playsinline
          muted
          aria-label=${H1(C,this.cameraId??"")}
          @play=${()=>{this.playing=!0}}
          @pause=${()=>{this.playing=!1}}
          @click=${()=>{t(this,x,a5).call(this)}}
        ></video>
        ${t(this,x,E0).call(this)}
      </div>
      ${t(this,x,D0).call(this)} ${t(this,x,z0).call(this,H)} ${t(this,x,I0).call(this,H)}`}};i1=new WeakMap,J1=new WeakMap,z1=new WeakMap,u1=new WeakMap,f1=new WeakMap,h2=new WeakMap,x=new WeakSet,V1=function(){let{since:C,until:H}=D5(this.day,this.context.formats.timeZone);return{from:Date.parse(C),to:Date.parse(H)}},i5=async function(){if(this.cameraId===null)return;S(this,z1,n(this,z1)+1);let C=n(this,z1),{since:H,until:L}=D5(this.day,this.context.formats.timeZone);try{let M=await b3(this.context.hass,this.cameraId,H,L);if(C!==n(this,z1))return;this.data=M,this.failure=null,this.moment!==null&&n(this,i1)===null&&t(this,x,x1).call(this,this.moment)}catch(M){C===n(this,z1)&&(this.failure=D(M))}},o5=function(){n(this,i1)?.close(),S(this,i1,null),S(this,J1,"")},x1=async function(C){let H=F0(this.data?.spans??[],C);if(H===null||this.cameraId===null)return;this.moment=H,this.problem=null,this.view=C3(this.view,t(this,x,V1).call(this),H),await this.updateComplete;let L=this.cameraId,{Film:M,filmsPlay:r}=await import("./film-JTV7VCYB.js");if(!(!this.video||L!==this.cameraId||!this.isConnected)){if(!r()){this.problem="unplayable";return}(n(this,i1)===null||n(this,J1)!==L)&&(t(this,x,o5).call(this),S(this,J1,L),S(this,i1,new M(this.video,this.context.hass,L,{at:i=>{n(this,u1)||(this.moment=i,this.view=C3(this.view,t(this,x,V1).call(this),i))},ended:i=>{let a=(this.data?.spans??[]).find(([l])=>l>=i);a?t(this,x,x1).call(this,a[0]):this.problem="ended"},failed:i=>{this.problem=i}}))),await n(this,i1).seek(H)}},a5=async function(){if(this.playing){this.video?.pause();return}n(this,i1)===null&&await t(this,x,x1).call(this,this.moment??this.data?.spans[0]?.[0]??0),await this.video?.play().catch(()=>{})},A5=function(C){let{from:H,to:L}=t(this,x,V1).call(this),M=Math.min(L,Math.max(H,(this.moment??this.data?.spans[0]?.[0]??H)+C)),r=(this.data?.spans??[]).findLast(([a])=>a<=M),i=C<0&&r!==void 0&&M>=r[1];t(this,x,x1).call(this,i?r[1]-2*N:M)},Z2=function(C){let H=(this.data?.persons??[]).map(M=>Date.parse(M.first_seen)),L=$0(H,this.moment??t(this,x,V1).call(this).from,C);L!==null&&t(this,x,x1).call(this,L)},Y1=function(C,H=this.moment??(this.view.from+this.view.to)/2){this.view=J5(this.view,t(this,x,V1).call(this),C,H)},S2=function(C){let H=this.line?.getBoundingClientRect();if(!H?.width)return this.view.from;let L=Math.min(1,Math.max(0,(C.clientX-H.left)/H.width));return this.view.from+L*(this.view.to-this.view.from)},n5=new WeakMap,d5=new WeakMap,p5=new WeakMap,l5=new WeakMap,m5=new WeakMap,E0=function(){let{context:C,problem:H}=this;if(H===null)return m;let L=H==="ended"?C.localize("film_ended"):X1(C,H,null);return o`<p class="problem" role="alert">${L}</p>`},D0=function(){let{localize:C,formats:H}=this.context,L=(M,r,i)=>o`<button
      class="icon-button"
      aria-label=${r}
      title=${r}
      @click=${i}
    >
      ${O(M)}
    </button>`;return o`<div class="controls">
      ${L(_3,C("previous_person"),()=>t(this,x,Z2).call(this,-1))}
      ${L(e0,C("back_10"),()=>t(this,x,A5).call(this,-10*N))}
      ${L(this.playing?V0:U2,C(this.playing?"pause":"play"),()=>{t(this,x,a5).call(this)})}
      ${L(Q3,C("forward_10"),()=>t(this,x,A5).call(this,10*N))}
      ${L(R3,C("next_person"),()=>t(this,x,Z2).call(this,1))}
      <output class="clock">${this.moment===null?"":H.timeSeconds(new Date(this.moment).toISOString())}</output>
      <select
        aria-label=${C("speed")}
        @change=${M=>{this.speed=Number(M.target.value)}}
      >
        ${J4.map(M=>o`<option value=${M} ?selected=${M===this.speed}>${M}×</option>`)}
      </select>
      ${L(W2,C("zoom_out"),()=>t(this,x,Y1).call(this,2))}
      ${L(J3,C("zoom_in"),()=>t(this,x,Y1).call(this,.5))}
    </div>`},z0=function(C){let{context:H,view:L}=this,{localize:M,formats:r}=H,i=g=>new Date(g).toISOString(),a=L.to-L.from,l=(g,T1)=>{let u3=Math.max(0,(g-L.from)/a),F4=Math.min(1,(T1-L.from)/a);return`left: ${(u3*100).toFixed(4)}%; width: ${(Math.max(0,F4-u3)*100).toFixed(4)}%`},v=(g,T1)=>T1>L.from&&g<L.to,p=R0(L,this.width),{from:h}=t(this,x,V1).call(this),u=[];for(let g=h+Math.ceil((L.from-h)/p)*p;g<L.to;g+=p)u.push(g);let y=g=>p<60*N?r.timeSeconds(i(g)):r.time(i(g)),{from:K,to:z}=t(this,x,V1).call(this);return o`<div
      class="line"
      role="slider"
      tabindex="0"
      aria-label=${M("day_line")}
      aria-valuemin=${Math.round(K/N)}
      aria-valuemax=${Math.round(z/N)}
      aria-valuenow=${Math.round((this.moment??K)/N)}
      aria-valuetext=${r.timeSeconds(i(this.moment??K))}
      @pointerdown=${n(this,n5)}
      @pointermove=${n(this,d5)}
      @pointerup=${n(this,p5)}
      @pointercancel=${()=>{S(this,u1,!1)}}
      @wheel=${{handleEvent:n(this,l5),passive:!1}}
      @keydown=${n(this,m5)}
    >
      ${C.spans.filter(([g,T1])=>v(g,T1)).map(([g,T1])=>o`<span class="span" style=${l(g,T1)}></span>`)}
      ${C.gaps.filter(g=>v(Date.parse(g.start),Date.parse(g.end))).map(g=>o`<span
            class="gap"
            style=${l(Date.parse(g.start),Date.parse(g.end))}
            title=${`${r.range(g.start,g.end)}
${M("gap_because",{cause:t5(H,g.cause)})}`}
          ></span>`)}
      ${C.persons.filter(g=>v(Date.parse(g.first_seen),Date.parse(g.last_seen)+N)).map(g=>o`<span
            class="person"
            style=${l(Date.parse(g.first_seen),Date.parse(g.last_seen))}
            title=${`${r.timeSeconds(g.first_seen)}
${D1(H,g)[0]?.text??""}`}
          ></span>`)}
      ${u.map(g=>o`<span class="mark" style=${l(g,g)}><span>${y(g)}</span></span>`)}
      ${this.moment===null||!v(this.moment,this.moment)?m:o`<span class="head" style=${l(this.moment,this.moment)}></span>`}
    </div>`},I0=function(C){let{context:H}=this,{localize:L,formats:M,hass:r}=H,i=C.spans.reduce((l,[v,p])=>l+p-v,0)/N,a=t(this,x,N0).call(this,C);return o`<p class="summary">
        ${L("day_summary",{recorded:M.duration(i),gaps:Y(L,r.language,"gaps",C.gaps.length),persons:Y(L,r.language,"seen",C.persons.length)})}
      </p>
      ${a.map(l=>o`<button
          class="text-button shown"
          @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-open",{detail:l}))}
        >
          ${M.timeSeconds(l.first_seen)} ${D1(H,l)[0]?.text??""}
        </button>`)}`},N0=function(C){let{moment:H}=this;return H===null?[]:C.persons.filter(L=>Date.parse(L.first_seen)-N<=H&&H<=Date.parse(L.last_seen)+N)},E.styles=[R,h1,B0],A([f({attribute:!1})],E.prototype,"context",2),A([f({attribute:!1})],E.prototype,"cameraId",2),A([f({attribute:!1})],E.prototype,"day",2),A([Z()],E.prototype,"data",2),A([Z()],E.prototype,"failure",2),A([Z()],E.prototype,"view",2),A([Z()],E.prototype,"width",2),A([Z()],E.prototype,"moment",2),A([Z()],E.prototype,"playing",2),A([Z()],E.prototype,"speed",2),A([Z()],E.prototype,"problem",2),A([T("video")],E.prototype,"video",2),A([T(".line")],E.prototype,"line",2),E=A([_("mycamera-day")],E);var s5,W0,o1=class extends P{constructor(){super(...arguments);c(this,s5);this.asking=!1;this.busy=!1;this.failed=null}willUpdate(C){let H=C.get("camera");H&&H.camera_id!==this.camera.camera_id&&(this.asking=!1,this.failed=null)}render(){let{localize:C,formats:H}=this.context,{name:L,records:M,persons:r,bytes:i}=this.camera,a=(v,p)=>o`<button class="text-button" ?disabled=${this.busy} @click=${p}>${v}</button>`,l={name:L,records:String(M),persons:String(r),size:H.bytes(i)};return o`<div class="left" role="group">
      <p dir="auto">${this.asking?C("left_behind_sure"):C("left_behind",l)}</p>
      ${this.asking?o`${a(C("left_behind_no"),()=>{this.asking=!1})}
            ${a(C("left_behind_yes"),()=>{t(this,s5,W0).call(this)})}`:a(C("left_behind_delete"),()=>{this.asking=!0})}
      ${this.failed===null?m:o`<p class="problem" role="alert">${C("left_behind_failed",{code:this.failed})}</p>`}
    </div>`}};s5=new WeakSet,W0=async function(){let{camera_id:C}=this.camera;this.busy=!0,this.failed=null;try{let H=await g3(this.context.hass,C);if(this.camera.camera_id!==C)return;H.records+H.persons>0?this.failed="busy":this.dispatchEvent(new CustomEvent("mycamera-deleted"))}catch(H){this.camera.camera_id===C&&(this.failed=D(H))}finally{this.busy=!1,this.asking=!1}},o1.styles=[R,w`
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
    `],A([f({attribute:!1})],o1.prototype,"context",2),A([f({attribute:!1})],o1.prototype,"camera",2),A([Z()],o1.prototype,"asking",2),A([Z()],o1.prototype,"busy",2),A([Z()],o1.prototype,"failed",2),o1=A([_("mycamera-left-behind")],o1);var M1={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},C2=e=>(...V)=>({_$litDirective$:e,values:V}),g1=class{constructor(V){}get _$AU(){return this._$AM._$AU}_$AT(V,C,H){this._$Ct=V,this._$AM=C,this._$Ci=H}_$AS(V,C){return this.update(V,C)}update(V,C){return this.render(...C)}};var{I:H9}=g0,U0=e=>e;var Q0=e=>e.strings===void 0,G0=()=>document.createComment(""),H2=(e,V,C)=>{let H=e._$AA.parentNode,L=V===void 0?e._$AB:V._$AA;if(C===void 0){let M=H.insertBefore(G0(),L),r=H.insertBefore(G0(),L);C=new H9(M,r,e,e.options)}else{let M=C._$AB.nextSibling,r=C._$AM,i=r!==e;if(i){let a;C._$AQ?.(e),C._$AM=e,C._$AP!==void 0&&(a=e._$AU)!==r._$AU&&C._$AP(a)}if(M!==L||i){let a=C._$AA;for(;a!==M;){let l=U0(a).nextSibling;U0(H).insertBefore(a,L),a=l}}}return C},O1=(e,V,C=e)=>(e._$AI(V,C),e),V9={},v5=(e,V=V9)=>e._$AH=V,K0=e=>e._$AH,x5=e=>{e._$AR(),e._$AA.remove()};var q0=(e,V,C)=>{let H=new Map;for(let L=V;L<=C;L++)H.set(e[L],L);return H},a1=C2(class extends g1{constructor(e){if(super(e),e.type!==M1.CHILD)throw Error("repeat() can only be used in text expressions")}dt(e,V,C){let H;C===void 0?C=V:V!==void 0&&(H=V);let L=[],M=[],r=0;for(let i of e)L[r]=H?H(i,r):r,M[r]=C(i,r),r++;return{values:M,keys:L}}render(e,V,C){return this.dt(e,V,C).values}update(e,[V,C,H]){let L=K0(e),{values:M,keys:r}=this.dt(V,C,H);if(!Array.isArray(L))return this.ut=r,M;let i=this.ut??=[],a=[],l,v,p=0,h=L.length-1,u=0,y=M.length-1;for(;p<=h&&u<=y;)if(L[p]===null)p++;else if(L[h]===null)h--;else if(i[p]===r[u])a[u]=O1(L[p],M[u]),p++,u++;else if(i[h]===r[y])a[y]=O1(L[h],M[y]),h--,y--;else if(i[p]===r[y])a[y]=O1(L[p],M[y]),H2(e,a[y+1],L[p]),p++,y--;else if(i[h]===r[u])a[u]=O1(L[h],M[u]),H2(e,L[p],L[h]),h--,u++;else if(l===void 0&&(l=q0(r,u,y),v=q0(i,p,h)),l.has(i[p]))if(l.has(i[h])){let K=v.get(r[u]),z=K!==void 0?L[K]:null;if(z===null){let g=H2(e,L[p]);O1(g,M[u]),a[u]=g}else a[u]=O1(z,M[u]),H2(e,L[p],z),L[K]=null;u++}else x5(L[h]),h--;else x5(L[p]),p++;for(;u<=y;){let K=H2(e,a[y+1]);O1(K,M[u]),a[u++]=K}for(;p<=h;){let K=L[p++];K!==null&&x5(K)}return this.ut=r,v5(e,a),I}});var j0="important",L9=" !"+j0,u5=C2(class extends g1{constructor(e){if(super(e),e.type!==M1.ATTRIBUTE||e.name!=="style"||e.strings?.length>2)throw Error("The `styleMap` directive must be used in the `style` attribute and must be the only part in the attribute.")}render(e){return Object.keys(e).reduce((V,C)=>{let H=e[C];return H==null?V:V+`${C=C.includes("-")?C:C.replace(/(?:^(webkit|moz|ms|o)|)(?=[A-Z])/g,"-$&").toLowerCase()}:${H};`},"")}update(e,[V]){let{style:C}=e.element;if(this.ft===void 0)return this.ft=new Set(Object.keys(V)),this.render(V);for(let H of this.ft)V[H]==null&&(this.ft.delete(H),H.includes("-")?C.removeProperty(H):C[H]=null);for(let H in V){let L=V[H];if(L!=null){this.ft.add(H);let M=typeof L=="string"&&L.endsWith(L9);H.includes("-")||M?C.setProperty(H,M?L.slice(0,-11):L,M?j0:""):C[H]=L}}return I}});function e9(e,V,C){let H=L=>e[L]+(V[L]-e[L])*C;return[H(0),H(1),H(2),H(3)]}var c5=class{#C=[];add(V,C){this.#C.push({time:V,persons:C}),this.#C.length>1&&(this.#C[0]?.time??0)<V-6e4&&this.#C.shift()}get newest(){return this.#C.at(-1)?.time??null}at(V){let C=this.#C.findLastIndex(r=>r.time<=V),H=this.#C[C],L=this.#C[C+1];if(!H||V-H.time>2e3)return[];if(!L||L.time-H.time>2e3)return H.persons;let M=(V-H.time)/(L.time-H.time);return H.persons.map(r=>{let i=L.persons.find(a=>a.track===r.track);return i?{track:r.track,box:e9(r.box,i.box,M)}:r})}};var Y0=1.7777777777777777,J0=260,C7=600,X0=6;function H7(e,V,C,H){let L=Math.max(1,e),M={columns:1,rows:L},r=0;for(let i=1;i<=L;i+=1){let a=Math.ceil(L/i),l=(V-H*(i-1))/i,v=(C-H*(a-1))/a,p=Math.min(l,v*Y0);p>r&&(r=p,M={columns:i,rows:a})}return M}function V7({columns:e,rows:V},C,H,L){let M=(C-L*(e-1))/e,r=(H-L*(V-1))/V;return Math.min(M,r*Y0)<(C<C7?C:J0)}function L7(e,V){return e<C7?1:Math.max(1,Math.floor((e+V)/(J0+80+V)))}function e7(e,V){if(V!==null)return new Set([V]);let C=e.length<=X0?e:e.filter(H=>H.persons);return new Set(C.slice(0,X0).map(H=>H.camera_id))}var M7=w`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 240px;
  }
  .over {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }
  .over[popover] {
    position: fixed;
    inset: 0;
    inline-size: 100vw;
    block-size: 100dvh;
    margin: 0;
    border: 0;
    padding: 0;
    background: #000;
    color: #fff;
    cursor: none;
  }
  .over[popover].pointed {
    cursor: default;
  }
  .bar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    flex: none;
    padding-block-end: 8px;
    color: var(--mc-text-2);
  }
  .wall {
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overflow-x: clip;
  }
  .grid {
    display: grid;
    gap: 6px;
    min-block-size: 100%;
    justify-content: center;
    align-content: start;
  }
  .grid.one > :not([large]) {
    display: none;
  }
  .leave {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    z-index: 3;
    inline-size: 48px;
    block-size: 48px;
    color: #fff;
    background: rgba(0, 0, 0, 0.6);
    opacity: 0;
    transition: opacity 0.2s;
  }
  .pointed .leave,
  .leave:focus-visible {
    opacity: 1;
  }
  .lost {
    position: absolute;
    inset-inline: 0;
    inset-block-start: 12px;
    z-index: 2;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 8px 16px;
    border-radius: 18px;
    color: #fff;
    background: rgba(0, 0, 0, 0.75);
  }
`,r7=w`
  :host {
    position: relative;
    display: block;
    aspect-ratio: 16 / 9;
    overflow: hidden;
    color: #fff;
    background: #000;
    border-radius: min(var(--mc-radius), 10px);
  }
  :host([large]) {
    position: absolute;
    inset: 0;
    aspect-ratio: auto;
  }
  :host(:fullscreen) {
    border-radius: 0;
  }
  .stage,
  .picture,
  img,
  video,
  .boxes,
  .nothing,
  .cover {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .stage {
    overflow: hidden;
  }
  :host([large]) .stage {
    touch-action: none;
  }
  .stage:focus-visible {
    outline-offset: -3px;
  }
  .picture {
    transform-origin: 0 0;
  }
  img,
  video {
    object-fit: contain;
  }
  /* Not hidden: a browser draws no frames of what is not shown at all. */
  .waiting {
    opacity: 0;
  }
  .bad .picture {
    opacity: 0.4;
  }
  .boxes {
    fill: none;
    stroke: var(--mc-accent);
    stroke-width: 2px;
    pointer-events: none;
  }
  .boxes rect {
    vector-effect: non-scaling-stroke;
  }
  .nothing {
    display: grid;
    place-items: center;
    color: #bbb;
  }
  .cover:focus-visible {
    outline-offset: -3px;
  }
  .caption {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 24px 12px 8px;
    background: linear-gradient(transparent, rgba(0, 0, 0, 0.75));
    pointer-events: none;
    min-inline-size: 0;
  }
  .name {
    flex: 0 1 auto;
    font-weight: 500;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .state,
  .persons {
    margin-inline-start: auto;
    flex: none;
    font-size: 13px;
    white-space: nowrap;
  }
  .persons {
    padding: 1px 10px;
    border-radius: 10px;
    color: #141414;
    background: rgba(255, 255, 255, 0.92);
  }
  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--mc-bad);
  }
  .dot.recording {
    background: var(--mc-good);
  }
  .dot.connecting {
    background: var(--mc-warn);
  }
  .dot.off {
    background: #bbb;
  }
  .controls {
    position: absolute;
    display: flex;
    gap: 4px;
    inset-block-start: 8px;
  }
  .controls.top {
    inset-inline-start: 8px;
  }
  .controls.end {
    inset-inline-end: 8px;
  }
  .controls .icon-button {
    inline-size: 44px;
    block-size: 44px;
    background: rgba(0, 0, 0, 0.55);
  }
  .controls .icon-button:hover:enabled {
    background: rgba(0, 0, 0, 0.8);
  }
`;var f2=class extends Error{},Z5=class{constructor(V,C,H,L){this.video=V;this.hass=C;this.entityId=H;this.listener=L}#C=null;#H=0;#V=2e3;#e;#L;#M=0;#t=0;#r=!1;get moment(){return this.#C?.moment()??null}async open(){this.#i();let V=this.#H;try{let C=await this.#a();if(V!==this.#H){C.close();return}this.#C=C,this.#M=0,this.#t=Date.now(),this.#L=window.setInterval(()=>this.#n(),3e3/6),await this.video.play().catch(()=>{})}catch(C){if(V!==this.#H)return;C instanceof f2?this.listener.unplayable():this.#o()}}close(){this.#i(),this.video.removeAttribute("src"),this.video.srcObject=null}#i(){this.#H+=1,window.clearTimeout(this.#e),window.clearInterval(this.#L),this.#C?.close(),this.#C=null}async#a(){let{frontend_stream_types:V}=await this.hass.connection.sendMessagePromise({type:"camera/capabilities",entity_id:this.entityId});if(V.includes("web_rtc")&&!this.#r&&"RTCPeerConnection"in window)try{return await r9(this.hass,this.entityId,this.video)}catch(C){console.info("MyCamera: WebRTC is not possible, HLS instead:",C),this.#r=!0}if(V.includes("hls")||V.includes("web_rtc"))return M9(this.hass,this.entityId,this.video,this.#A);throw new f2}#A=V=>{V?(this.#i(),this.listener.unplayable()):this.#o()};#o(){this.#i(),this.listener.interrupted(),this.#e=window.setTimeout(()=>{this.open()},this.#V),this.#V=Math.min(6e4,this.#V*2)}#n(){let V=this.video.getVideoPlaybackQuality().totalVideoFrames;if(V>this.#M){let C=this.#M===0;this.#M=V,this.#t=Date.now(),C&&(this.#V=2e3,this.listener.playing())}else Date.now()-this.#t>15e3&&!document.hidden?(this.#M===0&&(this.#r=!0),this.#o()):this.video.paused&&this.video.play().catch(()=>{})}};async function M9(e,V,C,H){let{url:L}=await e.connection.sendMessagePromise({type:"camera/stream",entity_id:V,format:"hls"}),{playLive:M}=await import("./live-hls-5T3T2S4S.js"),r=M(C,e.hassUrl(L),H);if(r===null)throw new f2;return r}async function r9(e,V,C){let H=await e.connection.sendMessagePromise({type:"camera/webrtc/get_client_config",entity_id:V}),L=new RTCPeerConnection(H.configuration),M=new MediaStream,r=null,i=!1,a=()=>{i=!0,r?.(),r=null,L.close(),C.srcObject=null};try{H.dataChannel&&L.createDataChannel(H.dataChannel),L.addTransceiver("audio",{direction:"recvonly"}),L.addTransceiver("video",{direction:"recvonly"}),L.ontrack=u=>{M.addTrack(u.track),C.srcObject=M};let l=null,v=[],p=u=>{e.connection.sendMessagePromise({type:"camera/webrtc/candidate",entity_id:V,session_id:l,candidate:u.toJSON()}).catch(()=>{})};L.onicecandidate=({candidate:u})=>{u?.candidate&&(l===null?v.push(u):p(u))};let h=await L.createOffer();await L.setLocalDescription(h),await new Promise((u,y)=>{window.setTimeout(()=>y(new Error("no answer")),12e3);let K=z=>{if(z.type==="session"){l=z.session_id;for(let g of v.splice(0))p(g)}else z.type==="answer"?L.setRemoteDescription({type:"answer",sdp:z.answer}).then(u,y):z.type==="candidate"?L.addIceCandidate(z.candidate).catch(()=>{}):y(new Error(z.code))};e.connection.subscribeMessage(K,{type:"camera/webrtc/offer",entity_id:V,offer:h.sdp??""}).then(z=>{i?z():r=z},y)})}catch(l){throw a(),l}return{moment:()=>null,close:a}}var h5={scale:1,x:0,y:0},t9=8;function i7(e,V,C){let H=(L,M)=>Math.min(0,Math.max(M,L));return{scale:e.scale,x:H(e.x,V*(1-e.scale)),y:H(e.y,C*(1-e.scale))}}function S5(e,V,C,H,L){let M=Math.min(t9,Math.max(1,e.scale*V)),r=M/e.scale;return i7({scale:M,x:C.x-(C.x-e.x)*r,y:C.y-(C.y-e.y)*r},H,L)}function t7(e,V,C,H,L){return i7({scale:e.scale,x:e.x+V,y:e.y+C},H,L)}var f5=class{constructor(V){this.changed=V}#C=h5;#H=new Map;reset(){this.#H.clear(),this.#L(h5)}down(V){V.button===0&&(this.#H.set(V.pointerId,{x:V.clientX,y:V.clientY}),(this.#C.scale>1||this.#H.size>1)&&this.#e(V).setPointerCapture(V.pointerId))}up(V){this.#H.delete(V.pointerId)}moved(V){let C=this.#H.get(V.pointerId);if(!C)return;let H={x:V.clientX,y:V.clientY},{left:L,top:M,width:r,height:i}=this.#e(V).getBoundingClientRect(),a=[...this.#H.entries()].find(([p])=>p!==V.pointerId)?.[1];if(this.#H.set(V.pointerId,H),!a){this.#C.scale>1&&this.#L(t7(this.#C,H.x-C.x,H.y-C.y,r,i));return}let l=p=>Math.hypot(p.x-a.x,p.y-a.y),v={x:(H.x+a.x)/2-L,y:(H.y+a.y)/2-M};this.#L(S5(this.#C,l(H)/Math.max(1,l(C)),v,r,i))}wheel(V){V.preventDefault(),this.#V(V,V.deltaY>0?.85:1.18)}doubled(V){this.#C.scale>1?this.reset():this.#V(V,2.5)}key(V,C){let{width:H,height:L}=C.getBoundingClientRect(),M={x:H/2,y:L/2},r=60,a={ArrowLeft:[r,0],ArrowRight:[-r,0],ArrowUp:[0,r],ArrowDown:[0,-r]}[V.key];if(V.key==="+")this.#L(S5(this.#C,1.3,M,H,L));else if(V.key==="-")this.#L(S5(this.#C,1/1.3,M,H,L));else if(V.key==="0")this.reset();else if(a&&this.#C.scale>1)this.#L(t7(this.#C,a[0],a[1],H,L));else return!1;return!0}#V(V,C){let{left:H,top:L,width:M,height:r}=this.#e(V).getBoundingClientRect();this.#L(S5(this.#C,C,{x:V.clientX-H,y:V.clientY-L},M,r))}#e(V){return V.currentTarget}#L(V){this.#C=V,this.changed(V)}};var i9=2e3,o7=5e3,o9=100,a9=2500,r1,A1,C1,c1,V2,I1,b1,L1,O2,k,a7,N1,g5,H3,A7,g2,O5,L2,n7,d7,p7,$=class extends P{constructor(){super(...arguments);c(this,k);this.trail=null;this.streaming=!1;this.large=!1;this.connected=!0;this.still=null;this.shown="still";this.boxes=[];this.muted=!0;this.enlarged=h5;this.size={width:16,height:9};c(this,r1,null);c(this,A1,null);c(this,C1);c(this,c1);c(this,V2,0);c(this,I1,!1);c(this,b1,0);c(this,L1,new f5(C=>{this.enlarged=C}));c(this,O2,new IntersectionObserver(C=>{S(this,I1,C.at(-1)?.isIntersecting??!1),n(this,N1).call(this)}));c(this,N1,()=>{if(!(n(this,I1)&&!document.hidden&&this.connected&&this.isConnected)){t(this,k,g5).call(this);return}n(this,C1)===void 0&&this.shown!=="video"&&t(this,k,g2).call(this),this.streaming&&this.camera.entity_id!==null?t(this,k,A7).call(this,this.camera.entity_id):t(this,k,H3).call(this)});c(this,L2,C=>{let H=C.target,L=H.videoWidth||H.naturalWidth,M=H.videoHeight||H.naturalHeight;L&&M&&(this.size={width:L,height:M})})}connectedCallback(){super.connectedCallback(),n(this,O2).observe(this),document.addEventListener("visibilitychange",n(this,N1))}disconnectedCallback(){super.disconnectedCallback(),n(this,O2).disconnect(),S(this,I1,!1),document.removeEventListener("visibilitychange",n(this,N1)),t(this,k,g5).call(this),this.still&&URL.revokeObjectURL(this.still),this.still=null}willUpdate(C){C.has("large")&&!this.large&&(n(this,L1).reset(),this.muted=!0),C.has("connected")&&C.get("connected")===!1&&t(this,k,g5).call(this)}updated(C){this.video&&(this.video.muted=this.muted),["streaming","connected","camera"].some(H=>C.has(H))&&n(this,N1).call(this)}looked(){S(this,V2,performance.now()),n(this,c1)===void 0&&n(this,I1)&&S(this,c1,window.setInterval(()=>t(this,k,a7).call(this),o9))}render(){let{camera:C,context:H,large:L}=this,{localize:M,hass:r}=H,{scale:i,x:a,y:l}=this.enlarged,v=C.recording_status!=="recording"&&C.recording_status!=="off",p=C.persons?Y(M,r.language,"in_view",C.persons):"",h=this.connected?v?M(`status_${C.recording_status}`):"":M("connection_lost");return o`<div
        class="stage ${h?"bad":""}"
        role=${L?"group":m}
        aria-label=${L?C.name:m}
        tabindex=${L?0:m}
        @wheel=${{handleEvent:u=>L&&n(this,L1).wheel(u),passive:!1}}
        @pointerdown=${u=>L&&n(this,L1).down(u)}
        @pointermove=${u=>L&&n(this,L1).moved(u)}
        @pointerup=${u=>n(this,L1).up(u)}
        @pointercancel=${u=>n(this,L1).up(u)}
        @dblclick=${u=>L&&n(this,L1).doubled(u)}
        @keydown=${u=>{L&&this.stage&&n(this,L1).key(u,this.stage)&&u.preventDefault()}}
      >
        <div class="picture" style=${u5({transform:`translate(${a}px, ${l}px) scale(${i})`})}>
          ${this.still&&this.shown!=="moving"?o`<img src=${this.still} alt="" @load=${n(this,L2)} />`:m}
          ${t(this,k,n7).call(this)}
          <video
            class=${this.shown==="video"?"":"waiting"}
            muted
            playsinline
            autoplay
            aria-label=${M("live_of",{camera:C.name})}
            @loadedmetadata=${n(this,L2)}
          ></video>
          ${t(this,k,d7).call(this)}
        </div>
        ${this.still===null&&this.shown==="still"?o`<div class="nothing">
                ${h?O(q1):o`<div class="spinner" role="progressbar" aria-label=${M("loading")}></div>`}
              </div>`:m}
      </div>
      ${L?m:o`<button
              class="cover"
              aria-label=${[M("show_large",{camera:C.name}),h||p].filter(Boolean).join(", ")}
              @click=${()=>t(this,k,O5).call(this,"watch")}
            ></button>`}
      <div class="caption">
        <span class="dot ${C.recording_status}"></span>
        <span class="name" dir="auto">${C.name}</span>
        ${h?o`<span class="state">${h}</span>`:m}
        ${p&&!h?o`<span class="persons">${p}</span>`:m}
      </div>
      ${L?t(this,k,p7).call(this):m}`}};r1=new WeakMap,A1=new WeakMap,C1=new WeakMap,c1=new WeakMap,V2=new WeakMap,I1=new WeakMap,b1=new WeakMap,L1=new WeakMap,O2=new WeakMap,k=new WeakSet,a7=function(){let{trail:C}=this,H=performance.now()-n(this,V2)>a9,L=(this.shown==="video"?n(this,A1)?.moment:null)??C?.newest??null;this.boxes=C&&L!==null&&!(H&&L===C.newest)?C.at(L):[],H&&this.boxes.length===0&&performance.now()-n(this,V2)>2e4&&(window.clearInterval(n(this,c1)),S(this,c1,void 0))},N1=new WeakMap,g5=function(){S(this,b1,n(this,b1)+1),window.clearTimeout(n(this,C1)),S(this,C1,void 0),window.clearInterval(n(this,c1)),S(this,c1,void 0),t(this,k,H3).call(this)},H3=function(){n(this,A1)?.close(),S(this,A1,null),this.shown="still"},A7=function(C){n(this,A1)||!this.video||this.shown==="moving"||(S(this,A1,new Z5(this.video,this.context.hass,C,{playing:()=>{this.shown="video",window.clearTimeout(n(this,C1)),S(this,C1,void 0)},interrupted:()=>{this.shown="still",n(this,C1)===void 0&&t(this,k,g2).call(this)},unplayable:()=>{S(this,A1,null),n(this,r1)?.moving_url&&(this.shown="moving")}})),n(this,A1).open())},g2=async function(){S(this,b1,n(this,b1)+1);let C=n(this,b1);S(this,C1,window.setTimeout(()=>{},o7));let H=o7;try{if(n(this,r1)??S(this,r1,await k3(this.context.hass,this.camera.camera_id)),n(this,r1).still_url!==null){let L=await fetch(this.context.hass.hassUrl(n(this,r1).still_url),{cache:"no-store"});if(L.ok){let M=URL.createObjectURL(await L.blob());if(C!==n(this,b1))return URL.revokeObjectURL(M);this.still&&URL.revokeObjectURL(this.still),this.still=M,H=i9}else S(this,r1,null)}}catch{S(this,r1,null)}C===n(this,b1)&&(window.clearTimeout(n(this,C1)),S(this,C1,window.setTimeout(()=>{S(this,C1,void 0),this.shown==="still"&&t(this,k,g2).call(this)},H)))},O5=function(C){this.dispatchEvent(new CustomEvent(`mycamera-${C}`,{detail:this.camera.camera_id,bubbles:!0,composed:!0}))},L2=new WeakMap,n7=function(){let C=n(this,r1)?.moving_url;return this.shown!=="moving"||!C?m:o`<img
      src=${this.context.hass.hassUrl(C)}
      alt=${this.context.localize("live_of",{camera:this.camera.name})}
      @load=${n(this,L2)}
      @error=${()=>{S(this,r1,null),this.shown="still",t(this,k,g2).call(this)}}
    />`},d7=function(){if(this.boxes.length===0)return m;let{width:C,height:H}=this.size;return o`<svg class="boxes" viewBox="0 0 ${C} ${H}" aria-hidden="true">
      ${this.boxes.map(({box:[L,M,r,i]})=>Z1`<rect
          x=${L*C}
          y=${M*H}
          width=${(r-L)*C}
          height=${(i-M)*H}
          rx=${H/100}
        />`)}
    </svg>`},p7=function(){let{localize:C}=this.context,H=(L,M,r)=>o`<button
      class="icon-button"
      aria-label=${M}
      title=${M}
      @click=${r}
    >
      ${O(L)}
    </button>`;return o`<div class="controls top">${H(D3,C("back_to_wall"),()=>t(this,k,O5).call(this,"unwatch"))}</div>
      <div class="controls end">
        ${this.enlarged.scale>1?H(W2,C("whole_picture"),()=>n(this,L1).reset()):m}
        ${this.shown==="video"?H(this.muted?o0:i0,C(this.muted?"sound_on":"sound_off"),()=>{this.muted=!this.muted}):m}
        ${H(G2,C("open_timeline"),()=>t(this,k,O5).call(this,"timeline"))}
        ${document.fullscreenEnabled?H(q3,C("full_screen"),()=>{document.fullscreenElement?document.exitFullscreen():this.requestFullscreen()}):m}
      </div>`},$.styles=[R,r7],A([f({attribute:!1})],$.prototype,"context",2),A([f({attribute:!1})],$.prototype,"camera",2),A([f({attribute:!1})],$.prototype,"trail",2),A([f({type:Boolean})],$.prototype,"streaming",2),A([f({type:Boolean,reflect:!0})],$.prototype,"large",2),A([f({type:Boolean})],$.prototype,"connected",2),A([Z()],$.prototype,"still",2),A([Z()],$.prototype,"shown",2),A([Z()],$.prototype,"boxes",2),A([Z()],$.prototype,"muted",2),A([Z()],$.prototype,"enlarged",2),A([Z()],$.prototype,"size",2),A([T("video")],$.prototype,"video",2),A([T(".stage")],$.prototype,"stage",2),$=A([_("mycamera-live-tile")],$);var b2=6,A9=5e3,n9=4e3,y2,e2,k2,M2,y1,w2,j,V3,L3,r2,b5,P2,l7,W=class extends P{constructor(){super(...arguments);c(this,j);this.cameras=[];this.watched=null;this.connected=!0;this.kiosk=!1;this.width=0;this.height=0;this.pointed=!1;c(this,y2,new Map);c(this,e2,null);c(this,k2);c(this,M2);c(this,y1,null);c(this,w2,new ResizeObserver(([C])=>{this.width=C?.contentRect.width??0,this.height=C?.contentRect.height??0}));c(this,r2,async()=>{this.kiosk?!document.hidden&&"wakeLock"in navigator&&S(this,y1,await navigator.wakeLock.request("screen").catch(()=>null)):(n(this,y1)?.release(),S(this,y1,null))});c(this,P2,()=>{this.pointed=!0,window.clearTimeout(n(this,M2)),S(this,M2,window.setTimeout(()=>{this.pointed=!1},n9))})}connectedCallback(){super.connectedCallback(),document.addEventListener("visibilitychange",n(this,r2)),t(this,j,V3).call(this)}disconnectedCallback(){var C;super.disconnectedCallback(),document.removeEventListener("visibilitychange",n(this,r2)),n(this,w2).disconnect(),window.clearTimeout(n(this,k2)),window.clearTimeout(n(this,M2)),(C=n(this,e2))==null||C.call(this),S(this,e2,null),n(this,y1)?.release(),S(this,y1,null)}updated(C){this.wall&&n(this,w2).observe(this.wall),C.has("kiosk")&&(this.kiosk&&this.over&&!this.over.matches(":popover-open")&&this.over.showPopover(),n(this,r2).call(this))}render(){let{context:C,kiosk:H}=this,{localize:L,hass:M}=C,r=this.cameras.reduce((i,a)=>i+(a.persons??0),0);return o`<div
      class="over ${this.pointed?"pointed":""}"
      popover=${H?"manual":m}
      @pointermove=${n(this,P2)}
      @pointerdown=${n(this,P2)}
      @keydown=${i=>{i.key==="Escape"&&H&&this.watched===null&&t(this,j,b5).call(this,!1)}}
    >
      ${H?o`<button class="icon-button leave" aria-label=${L("leave_kiosk")} @click=${()=>t(this,j,b5).call(this,!1)}>
              ${O(m1)}
            </button>`:o`<div class="bar">
              <p role="status">${Y(L,M.language,"in_view",r)}</p>
              <button class="text-button" title=${L("kiosk_hint")} @click=${()=>t(this,j,b5).call(this,!0)}>
                ${O(H0)}<span>${L("kiosk")}</span>
              </button>
            </div>`}
      ${H&&!this.connected?o`<p class="lost" role="alert">${L("connection_lost")}</p>`:m}
      <div class="wall">${this.width>0?t(this,j,l7).call(this):m}</div>
    </div>`}};y2=new WeakMap,e2=new WeakMap,k2=new WeakMap,M2=new WeakMap,y1=new WeakMap,w2=new WeakMap,j=new WeakSet,V3=async function(){try{let C=await w3(this.context.hass,({camera_id:H,time:L,persons:M})=>{t(this,j,L3).call(this,H).add(Date.parse(L),M);for(let r of this.tiles??[])r.camera.camera_id===H&&r.looked()});this.isConnected?S(this,e2,C):C()}catch{this.isConnected&&S(this,k2,window.setTimeout(()=>{t(this,j,V3).call(this)},A9))}},L3=function(C){let H=n(this,y2).get(C);return H||(H=new c5,n(this,y2).set(C,H)),H},r2=new WeakMap,b5=function(C){!C&&this.over?.matches(":popover-open")&&this.over.hidePopover(),this.dispatchEvent(new CustomEvent("mycamera-kiosk",{detail:C}))},P2=new WeakMap,l7=function(){let{cameras:C,context:H,width:L,height:M,watched:r}=this,i=H7(C.length,L,M,b2),a=!this.kiosk&&V7(i,L,M,b2),l=a?L7(L,b2):i.columns,v=e7(C,r),p=Math.min((L-b2*(l-1))/l,(M-b2*(i.rows-1))/i.rows*(16/9)),h=a?{gridTemplateColumns:`repeat(${l}, 1fr)`}:{gridTemplateColumns:`repeat(${l}, ${Math.max(1,Math.floor(p))}px)`,alignContent:"center"};return o`<div class="grid ${r===null?"":"one"}" style=${u5(h)}>
      ${a1(C,u=>u.camera_id,u=>o`<mycamera-live-tile
          .context=${H}
          .camera=${u}
          .trail=${t(this,j,L3).call(this,u.camera_id)}
          .streaming=${v.has(u.camera_id)}
          .connected=${this.connected}
          ?large=${r===u.camera_id}
        ></mycamera-live-tile>`)}
    </div>`},W.styles=[R,M7],A([f({attribute:!1})],W.prototype,"context",2),A([f({attribute:!1})],W.prototype,"cameras",2),A([f({attribute:!1})],W.prototype,"watched",2),A([f({type:Boolean})],W.prototype,"connected",2),A([f({type:Boolean,reflect:!0})],W.prototype,"kiosk",2),A([Z()],W.prototype,"width",2),A([Z()],W.prototype,"height",2),A([Z()],W.prototype,"pointed",2),A([T(".wall")],W.prototype,"wall",2),A([T(".over")],W.prototype,"over",2),A([b0("mycamera-live-tile")],W.prototype,"tiles",2),W=A([_("mycamera-live-wall")],W);var y5=w`
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
`;var k5,m7,e1=class extends P{constructor(){super(...arguments);c(this,k5);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(C){(C.has("kept")||C.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:C,hass:H}=this.context,L=O(this.now?j3:X3);if(!H.user?.is_admin)return this.now?o`<span class="sign" role="img" aria-label=${C("protected")} title=${C("protected")}>
            ${L}${this.verbose?C("protected"):m}
          </span>`:m;let M=C(this.now?"unprotect":"protect"),r=this.failed===null?"":C("protect_failed",{code:this.failed});return o`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${C("protect")}
        title=${r||M}
        ?disabled=${this.busy}
        @click=${t(this,k5,m7)}
      >
        ${L}${this.verbose?o`<span>${C(this.now?"protected":"protect")}</span>`:m}
      </button>
      ${r?o`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${r}</p>`:m}`}};k5=new WeakSet,m7=async function(){let C=this.recordId;if(!(C===null||this.busy)){this.busy=!0;try{let H=await B3(this.context.hass,C,!this.now);this.recordId===C&&(this.now=H.protected,this.failed=null)}catch(H){this.recordId===C&&(this.failed=D(H))}finally{this.busy=!1}}},e1.styles=[R,w`
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
    `],A([f({attribute:!1})],e1.prototype,"context",2),A([f({attribute:!1})],e1.prototype,"recordId",2),A([f({attribute:!1})],e1.prototype,"kept",2),A([f({type:Boolean})],e1.prototype,"verbose",2),A([Z()],e1.prototype,"now",2),A([Z()],e1.prototype,"busy",2),A([Z()],e1.prototype,"failed",2),e1=A([_("mycamera-protection")],e1);var d9=2,p9=12e4,s7=3e3,b,e3,v7,x7,u7,T2,c7,Z7,S7,h7,f7,g7,O7,U=class extends P{constructor(){super(...arguments);c(this,b);this.detection=null;this.newer=null;this.older=null;this.detail=null;this.error=null;this.broken=!1;this.size=null;this.problem=null;this.following=null}willUpdate(C){!C.has("detection")||C.get("detection")?.event_id===this.detection?.event_id||(this.detail=null,this.error=null,this.broken=!1,this.size=null,this.problem=null,this.following=null,this.detection&&t(this,b,e3).call(this,this.detection.event_id))}updated(C){C.has("detection")&&(this.detection&&!this.dialog.open?this.dialog.showModal():!this.detection&&this.dialog.open&&this.dialog.close())}recorded(C){this.detection?.camera_id===C&&this.detail?.recording===null&&t(this,b,e3).call(this,this.detection.event_id)}render(){return o`<dialog aria-labelledby="title" @close=${t(this,b,u7)} @click=${t(this,b,Z7)} @keydown=${t(this,b,c7)}>
      ${this.detection?t(this,b,S7).call(this,this.detection):m}
    </dialog>`}};b=new WeakSet,e3=async function(C){try{let H=await D2(this.context.hass,C);this.detection?.event_id===C&&(this.detail=H)}catch(H){this.detection?.event_id===C&&(this.error=D(H))}},v7=async function(C,H){let L=await z2(H);this.detection?.event_id===C&&(this.problem=L)},x7=async function(C,H,L){let M=H+L*1e3;if(Date.parse(C.last_seen)>M)try{let i=(await f3(this.context.hass,C.camera_id,M-s7,M+s7)).findLast(a=>a.video_url!==null&&Date.parse(a.start)>H);i&&this.detection?.event_id===C.event_id&&(this.following=i)}catch(r){console.info("MyCamera: the next recording cannot be loaded:",D(r))}},u7=function(){this.dispatchEvent(new CustomEvent("mycamera-close"))},T2=function(C){C&&this.dispatchEvent(new CustomEvent("mycamera-open",{detail:C}))},c7=function(C){if(C.target instanceof HTMLVideoElement)return;let H=getComputedStyle(this).direction==="rtl";if(C.key==="ArrowLeft")t(this,b,T2).call(this,H?this.older:this.newer);else if(C.key==="ArrowRight")t(this,b,T2).call(this,H?this.newer:this.older);else return;C.preventDefault()},Z7=function(C){C.target===this.dialog&&this.dialog.close()},S7=function(C){let{context:H,newer:L,older:M}=this,{localize:r,formats:i}=H,a=D1(H,C),l=C.caption_status==="pending"||C.caption_status==="running",v=H1(H,C.camera_id);return o`
      <header>
        <h2 id="title">
          <span dir="auto">${v}</span>
          <time datetime=${C.first_seen}>${i.dateTime(C.first_seen)}</time>
        </h2>
        <button class="icon-button turn" ?disabled=${!L} aria-label=${r("newer")} @click=${()=>t(this,b,T2).call(this,L)}>
          ${O(I2)}
        </button>
        <button class="icon-button turn" ?disabled=${!M} aria-label=${r("older")} @click=${()=>t(this,b,T2).call(this,M)}>
          ${O(N2)}
        </button>
        <button class="icon-button" autofocus aria-label=${r("close")} @click=${()=>this.dialog.close()}>
          ${O(m1)}
        </button>
      </header>
      <div class="scroll">
        <div class="media">
          <figure>${t(this,b,f7).call(this,C,v)}</figure>
          <figure>${t(this,b,O7).call(this)}</figure>
        </div>
        <div class="text">
          ${a.length===0?o`<p class="none">${r(l?"caption_pending":"no_caption")}</p>`:a.map((p,h)=>o`<p class=${h===0?"caption":"other"} lang=${p.lang} dir="auto">${p.text}</p>`)}
          <dl>
            <div>
              <dt>${r("seen")}</dt>
              <dd>${i.range(C.first_seen,C.last_seen)}</dd>
            </div>
            <div>
              <dt>${r("duration")}</dt>
              <dd>${i.duration(r5(C))}</dd>
            </div>
            <div>
              <dt>${r("confidence")}</dt>
              <dd>${i.percent(C.confidence)}</dd>
            </div>
            ${a.length>0?o`<div>
                    <dt>${r("description_by")}</dt>
                    <dd>
                      ${M5(H,C)}${l?o` · ${r("caption_pending")}`:m}
                    </dd>
                  </div>`:m}
            ${t(this,b,h7).call(this)}
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
    `},h7=function(){let C=this.detail?.zones??[];return C.length===0?m:o`<div>
      <dt>${this.context.localize("persons_in_zone")}</dt>
      <dd dir="auto">${C.join(" · ")}</dd>
    </div>`},f7=function(C,H){let{localize:L,formats:M,hass:r}=this.context,i=C.snapshot_url;return i===null||this.broken?o`<p class="instead">${O(K1)} ${L("picture_missing")}</p>`:o`<a href=${r.hassUrl(i)} target="_blank" rel="noopener" title=${L("full_picture")}>
      <img
        src=${r.hassUrl(i)}
        alt=${L("picture_of",{camera:H,time:M.time(C.first_seen)})}
        @load=${a=>{let{naturalWidth:l,naturalHeight:v}=a.target;this.size={width:l,height:v}}}
        @error=${()=>{this.broken=!0}}
      />
      ${t(this,b,g7).call(this)}
    </a>`},g7=function(){let{detail:C,size:H}=this;if(C===null||H===null)return m;let[L,M,r,i]=C.box;return o`<svg class="box" viewBox="0 0 ${H.width} ${H.height}" aria-hidden="true">
      <rect
        x=${L*H.width}
        y=${M*H.height}
        width=${(r-L)*H.width}
        height=${(i-M)*H.height}
        rx=${H.height/100}
      />
    </svg>`},O7=function(){let{context:C,detail:H}=this,{localize:L,hass:M}=C;if(this.error!==null)return o`<p class="instead" role="alert">${q(C,this.error).heading}</p>`;if(H===null)return o`<div class="instead">
        <div class="spinner" role="progressbar" aria-label=${L("loading")}></div>
      </div>`;if(H.recording===null){let v=Date.now()-Date.parse(H.last_seen)<p9,p=o`<p class="instead" role="status">
        ${L(v?"recording_writing":"recording_missing")}
      </p>`;return!v||H.live_url===null?p:o`<div class="live">
        <img src=${M.hassUrl(H.live_url)} alt=${L("live_picture")} />
        ${p}
      </div>`}let r=M.hassUrl(H.recording.url);if(this.problem!==null)return o`<div class="instead" role="alert">
        <p>${X1(C,this.problem,H.recording.codec)}</p>
        ${this.problem==="unplayable"?o`<a class="text-button" href=${r} download>${L("download")}</a>`:m}
      </div>`;let i=Math.max(0,H.recording.offset-d9),{following:a}=this,l=Date.parse((a??H.recording).start);return o`<video
      src=${a?.video_url?M.hassUrl(a.video_url):`${r}#t=${i.toFixed(1)}`}
      @ended=${v=>{t(this,b,x7).call(this,H,l,v.target.duration)}}
      aria-label=${L("recording")}
      controls
      autoplay
      muted
      playsinline
      @error=${()=>{t(this,b,v7).call(this,H.event_id,r)}}
    ></video>`},U.styles=[R,y5,w`
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
    `],A([f({attribute:!1})],U.prototype,"context",2),A([f({attribute:!1})],U.prototype,"detection",2),A([f({attribute:!1})],U.prototype,"newer",2),A([f({attribute:!1})],U.prototype,"older",2),A([Z()],U.prototype,"detail",2),A([Z()],U.prototype,"error",2),A([Z()],U.prototype,"broken",2),A([Z()],U.prototype,"size",2),A([Z()],U.prototype,"problem",2),A([Z()],U.prototype,"following",2),A([T("dialog")],U.prototype,"dialog",2),U=A([_("mycamera-person-dialog")],U);var b7=w`
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
    opacity: 0.75;
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
    padding: 4px 2px;
    font-size: 12px;
    border: 0;
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
`;var M3=class{constructor(V,C){this.id=V;this.key=C}#C=[];get items(){return this.#C}clear(){this.#C=[]}has(V){return this.#C.some(C=>this.id(C)===V)}put(...V){let C=new Map(V.map(L=>[this.id(L),L])),H=this.#C.map(L=>{let M=this.id(L),r=C.get(M);return C.delete(M),r??L});this.#C=[...H,...C.values()].sort((L,M)=>this.key(M)-this.key(L))}},W1=class{constructor(V,C){this.host=V;this.options=C;this.state="loading";this.error=null;this.#H=null;this.#V=0;this.#e=!1;this.#C=new M3(C.id,C.time),V.addController(this)}#C;#H;#V;#e;get items(){return this.#C.items}get more(){return this.#H!==null}get busy(){return this.#e}hostDisconnected(){this.#V+=1,this.#e=!1}async reload(V=!1){this.#V+=1,this.#e=!1,V||(this.#C.clear(),this.#H=null,this.state="loading"),await this.#L(null)}async next(){this.#e||this.#H===null||this.state!=="ready"||await this.#L(this.#H)}async retry(){if(this.items.length===0)return this.reload();this.state="ready",await(this.#H===null?this.reload(!0):this.next())}put(V){let C=this.items.at(-1),H=C!==void 0&&this.options.time(V)<this.options.time(C);return this.state!=="ready"||H&&this.more&&!this.#C.has(this.options.id(V))?!1:(this.#C.put(V),this.host.requestUpdate(),!0)}async#L(V){let C=this.#V;this.#e=!0,this.host.requestUpdate();try{let H=await this.options.load(V);if(C!==this.#V)return;V===null&&this.#C.clear(),this.#C.put(...H.items),this.#H=H.cursor,this.state="ready",this.error=null}catch(H){if(C!==this.#V)return;this.state="error",this.error=D(H)}this.#e=!1,this.host.requestUpdate()}};function w5(e,V){let C=[];for(let H of e){let L=V(H),M=C.at(-1);M&&M.key===L?M.items.push(H):C.push({key:L,items:[H]})}return C}var k1={cameraId:null,day:null,text:""};var w1,G,y7,k7,w7,P7,T7,B7,_7,n1=class extends P{constructor(){super(...arguments);c(this,G);this.filter=k1;this.playing=null;this.problems=new Map;this.records=new W1(this,{load:C=>h3(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>String(C.record_id),time:C=>Date.parse(C.start)});this.gaps=new W1(this,{load:C=>O3(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>String(C.gap_id),time:C=>Date.parse(C.start)});c(this,w1,null)}connectedCallback(){super.connectedCallback(),S(this,w1,new IntersectionObserver(C=>{C.some(H=>H.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),n(this,w1)?.disconnect(),S(this,w1,null)}willUpdate(C){C.has("filter")&&(this.playing=null,this.records.reload(),this.gaps.reload()),t(this,G,y7).call(this)}updated(){n(this,w1)?.disconnect(),this.foot&&this.records.more&&n(this,w1)?.observe(this.foot)}refresh(){this.playing===null&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){let{context:C,records:H}=this,{localize:L}=C,M=t(this,G,k7).call(this);if(M.length===0){if(H.state==="error")return J({icon:l1,bad:!0,...q(C,H.error??"unknown"),action:o`<button class="text-button" @click=${t(this,G,w7)}>${L("retry")}</button>`});if(H.state==="loading"||H.more)return o`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${L("loading")}></div>
        </div>`;let r=this.filter.cameraId!==null||this.filter.day!==null;return J({icon:q1,heading:L(r?"no_matches":"no_recordings"),text:L(r?"no_matches_text":"no_recordings_text"),...r?{action:o`<button
                class="text-button"
                @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
              >
                ${L("clear_filters")}
              </button>`}:{}})}return o`
      ${a1(w5(M,r=>C.formats.day(r.start)),r=>r.key,r=>o`<section>
          <h2 class="day">${C.formats.heading(r.key)}</h2>
          <ul>
            ${a1(r.items,i=>i.kind==="gap"?`g${i.gap.gap_id}`:`r${i.record.record_id}`,i=>i.kind==="gap"?t(this,G,T7).call(this,i.gap):t(this,G,B7).call(this,i.record))}
          </ul>
        </section>`)}
      <div class="foot">${t(this,G,P7).call(this)}</div>
    `}};w1=new WeakMap,G=new WeakSet,y7=function(){let C=this.records.items.at(-1),H=this.gaps.items.at(-1);C&&H&&Date.parse(H.start)>Date.parse(C.start)&&this.gaps.next()},k7=function(){let C=this.records.items.at(-1),H=C&&this.records.more?Date.parse(C.start):Number.NEGATIVE_INFINITY,L=this.records.items.map(r=>({kind:"record",start:r.start,record:r})),M=this.gaps.items.filter(r=>Date.parse(r.start)>=H).map(r=>({kind:"gap",start:r.start,gap:r}));return[...L,...M].sort((r,i)=>Date.parse(i.start)-Date.parse(r.start))},w7=function(){this.records.reload(),this.gaps.reload()},P7=function(){let{records:C,context:H}=this;return C.state==="error"?o`<p>${q(H,C.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{C.retry()}}>${H.localize("retry")}</button>`:C.busy?o`<div class="spinner" role="progressbar" aria-label=${H.localize("loading")}></div>`:C.more?o`<button class="text-button" @click=${()=>{C.next()}}>${H.localize("load_more")}</button>`:H.localize("end_of_list")},T7=function(C){let{context:H}=this,{formats:L,localize:M}=H;return o`<li class="row gap">
      <span class="dot bad"></span>
      <span class="when">${L.range(C.start,C.end)}</span>
      <span class="camera" dir="auto">${H1(H,C.camera_id)}</span>
      <span class="note">${M("gap_because",{cause:t5(H,C.cause)})}</span>
      <span class="number">${L.duration((Date.parse(C.end)-Date.parse(C.start))/1e3)}</span>
    </li>`},B7=function(C){let{context:H}=this,{formats:L,localize:M}=H,r=H1(H,C.camera_id),i=this.playing===C.record_id,a=C.status==="success",l=C.status==="failed"&&C.video_url!==null?"incomplete":C.status,v=(Date.parse(C.end)-Date.parse(C.start))/1e3;return o`<li>
      <div class="row">
        <span class="dot ${a?"good":"bad"}"></span>
        <span class="when">${L.range(C.start,C.end)}</span>
        <span class="camera" dir="auto">${r}</span>
        <span class="note" title=${C.error??""}>
          ${E1(M,`record_${l}`,"record_failed")} ·
          ${E1(M,`analysis_${C.analysis_status}`,"analysis_pending")}
          ${C.error?o`<span class="error" dir="auto">${C.error}</span>`:m}
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
                aria-expanded=${i?"true":"false"}
                aria-label=${M("play_recording",{camera:r,time:L.time(C.start)})}
                @click=${()=>{this.playing=i?null:C.record_id}}
              >
                ${O(i?W3:U2)}
              </button>`}
      </div>
      ${i&&C.video_url!==null?t(this,G,_7).call(this,C,C.video_url):m}
    </li>`},_7=function(C,H){let{context:L}=this,M=L.hass.hassUrl(H),r=this.problems.get(C.record_id);return r?o`<p class="unplayable" role="alert">
        ${X1(L,r,C.codec)}
        ${r==="unplayable"?o`<a class="text-button" href=${M} download>${L.localize("download")}</a>`:m}
      </p>`:o`<video
      src=${M}
      aria-label=${L.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[C.record_id,await z2(M)]])}}
    ></video>`},n1.styles=[R,h1,w`
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
    `],A([f({attribute:!1})],n1.prototype,"context",2),A([f({attribute:!1})],n1.prototype,"filter",2),A([Z()],n1.prototype,"playing",2),A([Z()],n1.prototype,"problems",2),A([T(".foot")],n1.prototype,"foot",2),n1=A([_("mycamera-recordings")],n1);var P1,X,R7,F7,$7,E7,D7,z7,d1=class extends P{constructor(){super(...arguments);c(this,X);this.filter=k1;this.broken=new Set;this.fresh=new Set;this.feed=new W1(this,{load:C=>S3(this.context.hass,this.filter,this.context.formats.timeZone,C),id:C=>C.event_id,time:C=>Date.parse(C.first_seen)});c(this,P1,null)}connectedCallback(){super.connectedCallback(),S(this,P1,new IntersectionObserver(C=>{C.some(H=>H.isIntersecting)&&this.feed.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),n(this,P1)?.disconnect(),S(this,P1,null)}willUpdate(C){C.has("filter")&&this.feed.reload()}updated(){n(this,P1)?.disconnect(),this.foot&&this.feed.more&&n(this,P1)?.observe(this.foot)}live(C,H){if(!t(this,X,R7).call(this,C))return;let L=this.feed.items.some(M=>M.event_id===C.event_id);!this.feed.put(C)||L||!H||(this.fresh=new Set([...this.fresh,C.event_id]))}neighbour(C,H){let L=this.feed.items.findIndex(M=>M.event_id===C);return L<0?null:(H===1&&L>=this.feed.items.length-3&&this.feed.next(),this.feed.items[L+H]??null)}render(){let{feed:C,context:H}=this;if(C.items.length===0)return t(this,X,$7).call(this);let L=w5(C.items,M=>H.formats.day(M.first_seen));return o`
      ${a1(L,M=>M.key,M=>o`<section aria-labelledby="day-${M.key}">
          <h2 class="day" id="day-${M.key}">${H.formats.heading(M.key)}</h2>
          <ul>
            ${a1(M.items,r=>r.event_id,r=>t(this,X,E7).call(this,r))}
          </ul>
        </section>`)}
      <div class="foot" aria-live="polite">${t(this,X,F7).call(this)}</div>
    `}};P1=new WeakMap,X=new WeakSet,R7=function(C){let{cameraId:H,day:L,text:M}=this.filter;return H&&C.camera_id!==H||L&&this.context.formats.day(C.first_seen)!==L?!1:T0(`${C.caption??""}
${C.caption_zh??""}`,M)},F7=function(){let{feed:C,context:H}=this;if(C.state==="error"){let L=q(H,C.error??"unknown");return o`<p>${L.heading}</p>
        <button class="text-button" @click=${()=>{C.retry()}}>${H.localize("retry")}</button>`}return C.busy?o`<div class="spinner" role="progressbar" aria-label=${H.localize("loading")}></div>`:C.more?o`<button class="text-button" @click=${()=>{C.next()}}>${H.localize("load_more")}</button>`:H.localize("end_of_list")},$7=function(){let{feed:C,context:H}=this,{localize:L}=H;return C.state==="error"?J({icon:l1,bad:!0,...q(H,C.error??"unknown"),action:o`<button class="text-button" @click=${()=>{C.reload()}}>${L("retry")}</button>`}):C.state==="loading"||C.more?o`<div class="visually-hidden" role="status">${L("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <ul aria-hidden="true">
          ${Array.from({length:6},()=>o`<li class="ghost"><div class="card"><div class="picture"></div></div></li>`)}
        </ul>
        <div class="foot"></div>`:this.filter.cameraId!==null||this.filter.day!==null||this.filter.text!==""?J({icon:E3,heading:L("no_matches"),text:L("no_matches_text"),action:o`<button
            class="text-button"
            @click=${()=>this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${L("clear_filters")}
          </button>`}):J({icon:F3,heading:L("no_persons"),text:L("no_persons_text")})},E7=function(C){let{context:H}=this,{localize:L,formats:M}=H,r=H1(H,C.camera_id),[i,a]=D1(H,C),l=C.caption_status==="pending"||C.caption_status==="running";return o`<li class=${this.fresh.has(C.event_id)?"fresh":""}>
      <button class="card" @click=${()=>t(this,X,z7).call(this,C)}>
        <span class="picture">${t(this,X,D7).call(this,C,r)}</span>
        <span class="facts">
          <span class="line">
            <time datetime=${C.first_seen}>${M.timeSeconds(C.first_seen)}</time>
            <span class="camera" dir="auto">${r}</span>
          </span>
          ${i?o`<span class="caption" lang=${i.lang} dir="auto">${i.text}</span>`:o`<span class="caption none">${L(l?"caption_pending":"no_caption")}</span>`}
          ${a?o`<span class="other" lang=${a.lang} dir="auto">${a.text}</span>`:m}
          <span class="badges">
            <span title=${L("duration")}>${M.duration(r5(C))}</span>
            <span title=${L("confidence")}>${M.percent(C.confidence)}</span>
            ${i?o`<span class="source" title=${L("description_by")}>${M5(H,C)}</span>`:m}
          </span>
        </span>
      </button>
    </li>`},D7=function(C,H){let{localize:L,formats:M,hass:r}=this.context,i=C.thumbnail_url??C.snapshot_url;return i===null||this.broken.has(i)?o`<span class="missing" title=${L("picture_missing")}>${O(K1)}</span>`:o`<img
      src=${r.hassUrl(i)}
      alt=${L("picture_of",{camera:H,time:M.time(C.first_seen)})}
      loading="lazy"
      decoding="async"
      @error=${()=>{this.broken=new Set([...this.broken,i])}}
    />`},z7=function(C){this.dispatchEvent(new CustomEvent("mycamera-open",{detail:C}))},d1.styles=[R,h1,w`
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
    `],A([f({attribute:!1})],d1.prototype,"context",2),A([f({attribute:!1})],d1.prototype,"filter",2),A([Z()],d1.prototype,"broken",2),A([Z()],d1.prototype,"fresh",2),A([T(".foot")],d1.prototype,"foot",2),d1=A([_("mycamera-timeline")],d1);var P5=C2(class extends g1{constructor(e){if(super(e),e.type!==M1.PROPERTY&&e.type!==M1.ATTRIBUTE&&e.type!==M1.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!Q0(e))throw Error("`live` bindings can only contain a single expression")}render(e){return e}update(e,[V]){if(V===I||V===m)return V;let C=e.element,H=e.name;if(e.type===M1.PROPERTY){if(V===C[H])return I}else if(e.type===M1.BOOLEAN_ATTRIBUTE){if(!!V===C.hasAttribute(H))return I}else if(e.type===M1.ATTRIBUTE&&C.getAttribute(H)===V+"")return I;return v5(e),V}});function N7(e){return e.length<3?"few":m9(e)?"crosses":l9(e)<5e-4?"small":null}function r3(e){return e.map((V,C)=>[V,e[(C+1)%e.length]??V])}function l9(e){return Math.abs(r3(e).reduce((V,[C,H])=>V+C[0]*H[1]-H[0]*C[1],0))/2}function m9(e){let V=r3(e);return V.some(([C,H],L)=>{let M=V[(L+1)%V.length]?.[1]??H;return v9(C,H,M)?!0:V.some(([r,i],a)=>a-L>1&&!(L===0&&a===V.length-1)&&s9(C,H,r,i))})}function B2(e,V,C){let H=(V[0]-e[0])*(C[1]-e[1])-(V[1]-e[1])*(C[0]-e[0]);return Math.abs(H)<1e-12?0:H}function T5(e,V,C){return Math.min(e[0],V[0])<=C[0]&&C[0]<=Math.max(e[0],V[0])&&Math.min(e[1],V[1])<=C[1]&&C[1]<=Math.max(e[1],V[1])}function s9(e,V,C,H){let[L,M,r,i]=[B2(e,V,C),B2(e,V,H),B2(C,H,e),B2(C,H,V)];return L*M<0&&r*i<0?!0:L===0&&T5(e,V,C)||M===0&&T5(e,V,H)||r===0&&T5(C,H,e)||i===0&&T5(C,H,V)}function v9(e,V,C){return e[0]===V[0]&&e[1]===V[1]?!0:B2(e,V,C)===0&&(e[0]-V[0])*(C[0]-V[0])+(e[1]-V[1])*(C[1]-V[1])>0}function W7(e,[V,C]){return r3(e).filter(([H,L])=>H[1]>C!=L[1]>C&&V<H[0]+(C-H[1])/(L[1]-H[1])*(L[0]-H[0])).length%2===1}function t3(e){let V=Math.max(1,e.length);return[e.reduce((C,[H])=>C+H,0)/V,e.reduce((C,[,H])=>C+H,0)/V]}function U7(e,V){return[I7(e),I7(V)]}function I7(e){return e>.015?e>1-.015?1:Math.round(e*1e4)/1e4:0}var i3=16,x9=100,_2=class{constructor(V,C){this.selected=null;this.drawing=null;this.#H=[];this.#V=null;this.#e=0;this.shapes=[...V.map(H=>({...H,key:this.#L(),kind:"zone"})),...C.map(H=>({...H,key:this.#L(),kind:"mask",name:"",dwell:0}))],this.#C=this.shapes}#C;#H;#V;#e;#L(){return this.#e+=1,this.#e}get changed(){return this.shapes!==this.#C&&JSON.stringify(this.shapes)!==JSON.stringify(this.#C)}get undoable(){return this.#H.length>0}get current(){return this.shapes.find(V=>V.key===this.selected)??null}count(V){return this.shapes.filter(C=>C.kind===V).length}#M(V,C=null){(C===null||C!==this.#V)&&(this.#H=[...this.#H,{shapes:this.shapes,drawing:this.drawing}].slice(-x9)),this.#V=C,this.shapes=V}endGesture(){this.#V=null}undo(){let V=this.#H.pop();V&&(this.shapes=V.shapes,this.drawing=V.drawing,this.#V=null,this.current===null&&(this.selected=this.drawing))}begin(V,C){this.#t();let H=this.#L();this.#M([...this.shapes,{key:H,id:null,kind:V,name:C,dwell:0,points:[]}]),this.selected=this.drawing=H}addPoint(V){let C=this.current;C===null||this.drawing!==C.key||C.points.length>=32||this.#r({...C,points:[...C.points,V]})}finish(){this.#t()&&(this.selected=null),this.drawing=null,this.#V=null}#t(){let V=this.shapes.find(C=>C.key===this.drawing);return!V||V.points.length>=3?!1:(this.#M(this.shapes.filter(C=>C!==V)),this.drawing=null,!0)}insertPoint(V,C){let H=this.current;H===null||H.points.length>=32||this.#r({...H,points:H.points.toSpliced(V+1,0,C)})}movePoint(V,C){let H=this.current;H&&this.#r({...H,points:H.points.with(V,C)},`move ${H.key} ${V}`)}removePoint(V){let C=this.current;C===null||C.points.length<=3&&this.drawing!==C.key||this.#r({...C,points:C.points.toSpliced(V,1)})}rename(V){let C=this.current;C&&this.#r({...C,name:V},`name ${C.key}`)}setDwell(V){let C=this.current;C&&this.#r({...C,dwell:V},`dwell ${C.key}`)}remove(V){this.#M(this.shapes.filter(C=>C.key!==V)),this.drawing===V&&(this.drawing=null),this.selected===V&&(this.selected=null)}#r(V,C=null){this.#M(this.shapes.map(H=>H.key===V.key?V:H),C)}selectAt(V){this.selected=this.shapes.findLast(C=>W7(C.points,V))?.key??null}problem(V){let C=N7(V.points);if(C)return C;if(V.kind==="mask")return null;let H=G7(V.name);return H===""?"nameless":this.shapes.some(M=>M.kind==="zone"&&M!==V&&G7(M.name)===H)?"same_name":null}firstProblem(){for(let V of this.shapes){let C=this.problem(V);if(C)return{shape:V,problem:C}}return null}};function G7(e){return e.trim().replace(/\s+/g," ").toLowerCase()}var Q7=w`
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
`;var K7=["#56b4e9","#e69f00","#009e73","#f0e442","#cc79a7","#0072b2","#d55e00"],q7="#9e9e9e",u9=.005,c9=.03,Z9=80,S9=3e3,i2,o2,d,_5,X7,Q,Y7,J7,a3,C4,H4,A3,V4,L4,n3,e4,M4,d3,r4,R5,t4,i4,p3,F5,t2,l3,o4,a4,A4,n4,d4,R2,p4,l4,m4,s4,v4,x4,u4,c4,F=class extends P{constructor(){super(...arguments);c(this,d);this.cameraId=null;this.draft=null;this.still=null;this.broken=!1;this.loaded=!1;this.aspect=16/9;this.corner=null;this.error=null;this.complaint=null;this.saving=!1;this.saved=!1;this.leaving=null;c(this,i2);c(this,o2,null)}disconnectedCallback(){super.disconnectedCallback(),window.clearTimeout(n(this,i2))}willUpdate(C){C.has("cameraId")&&(this.draft=null,this.still=this.error=this.complaint=null,this.broken=this.loaded=this.saved=!1,this.corner=this.leaving=null,this.cameraId!==null&&t(this,d,_5).call(this,this.cameraId,!1))}updated(C){C.has("cameraId")&&(this.cameraId!==null&&!this.dialog.open?this.dialog.showModal():this.cameraId===null&&this.dialog.open&&this.dialog.close())}leave(){t(this,d,t2).call(this,{to:"close"})}render(){return o`<dialog
      aria-labelledby="title"
      @cancel=${t(this,d,l3)}
      @keydown=${t(this,d,a4)}
      @close=${t(this,d,o4)}
    >
      ${this.cameraId===null?m:t(this,d,A4).call(this,this.cameraId)}
    </dialog>`}};i2=new WeakMap,o2=new WeakMap,d=new WeakSet,_5=async function(C,H){try{let L=await P3(this.context.hass,C);if(this.cameraId!==C)return;this.still=L.still_url??null,this.broken=this.still===null,H||(this.draft=new _2(L.zones,L.masks))}catch(L){this.cameraId===C&&(this.error=D(L))}},X7=function(C){this.error=null,t(this,d,_5).call(this,C,!1)},Q=function(C){if(!this.draft)return;C(this.draft),this.complaint=null,this.saved=!1;let H=this.draft.current?.points.length??0;this.corner!==null&&this.corner>=H&&(this.corner=null),this.requestUpdate()},Y7=function(C){t(this,d,Q).call(this,H=>{H.finish(),H.selected=C,this.corner=null})},J7=function(C){let{localize:H}=this.context;t(this,d,Q).call(this,L=>{let M=C==="zone"?H("new_zone",{number:L.count("zone")+1}):"";L.begin(C,M),this.corner=null}),this.picture?.scrollIntoView({block:"nearest",behavior:"smooth"}),this.updateComplete.then(()=>this.picture?.focus({preventScroll:!0}))},a3=function(C){let H=this.picture?.getBoundingClientRect();return!H||H.width===0?[0,0]:U7((C.clientX-H.left)/H.width,(C.clientY-H.top)/H.height)},C4=function(C){if(C.target instanceof Element&&C.target.closest("button"))return;let H=t(this,d,a3).call(this,C);t(this,d,Q).call(this,L=>{L.drawing!==null?(L.addPoint(H),this.corner=(L.current?.points.length??1)-1):(L.selectAt(H),this.corner=null)})},H4=function(C){C.key!=="Enter"||C.target!==this.picture||this.draft?.drawing==null||(C.preventDefault(),t(this,d,Q).call(this,H=>{H.addPoint([.5,.5]),this.corner=(H.current?.points.length??1)-1}),t(this,d,A3).call(this))},A3=function(){this.updateComplete.then(()=>{this.renderRoot.querySelector(`.corner[data-index="${this.corner}"]`)?.focus()})},V4=function(C,H){C.button===0&&(C.currentTarget.setPointerCapture(C.pointerId),S(this,o2,H),this.corner=H)},L4=function(C,H){if(n(this,o2)!==H)return;let L=t(this,d,a3).call(this,C);t(this,d,Q).call(this,M=>M.movePoint(H,L))},n3=function(){S(this,o2,null),this.draft?.endGesture()},e4=function(C){let H=this.draft;C===0&&H?.drawing!=null&&(H.current?.points.length??0)>=3?t(this,d,R5).call(this):this.corner=C},M4=function(C,H){let L=this.draft?.current?.points[H];if(!L)return;let M=C.shiftKey?c9:u9,i={ArrowLeft:[-M,0],ArrowRight:[M,0],ArrowUp:[0,-M*this.aspect],ArrowDown:[0,M*this.aspect]}[C.key];if(i){let a=[j7(L[0]+i[0]),j7(L[1]+i[1])];t(this,d,Q).call(this,l=>l.movePoint(H,a))}else if(C.key==="Delete"||C.key==="Backspace")t(this,d,d3).call(this,H);else return;C.preventDefault()},d3=function(C){t(this,d,Q).call(this,H=>H.removePoint(C)),this.corner=null},r4=function(C,H){t(this,d,Q).call(this,L=>L.insertPoint(C,H)),this.corner=C+1,t(this,d,A3).call(this)},R5=function(){t(this,d,Q).call(this,C=>{C.finish(),this.corner=null}),this.draft?.current?.kind==="zone"&&this.updateComplete.then(()=>this.renderRoot.querySelector("input.name")?.select())},t4=async function(){let{draft:C,cameraId:H}=this;if(!C||H===null||this.saving)return;t(this,d,Q).call(this,()=>C.finish());let L=C.firstProblem();if(L){C.selected=L.shape.key,this.complaint=t(this,d,p3).call(this,L.shape,L.problem);return}this.saving=!0;try{let M=await T3(this.context.hass,H,{zones:C.shapes.filter(r=>r.kind==="zone").map(({id:r,name:i,points:a,dwell:l})=>({id:r,name:i.trim(),points:a,dwell:l})),masks:C.shapes.filter(r=>r.kind==="mask").map(({id:r,points:i})=>({id:r,points:i}))});if(this.cameraId!==H)return;this.draft=new _2(M.zones,M.masks),this.corner=null,this.saved=!0,window.clearTimeout(n(this,i2)),S(this,i2,window.setTimeout(()=>{this.saved=!1},S9))}catch(M){this.complaint=t(this,d,i4).call(this,D(M))}finally{this.saving=!1}},i4=function(C){let{localize:H}=this.context;return E1(H,`refused_${C}`,"save_failed").replaceAll("{code}",C)},p3=function(C,H){let{localize:L}=this.context;return L(`problem_${H}`,{name:t(this,d,F5).call(this,C)})},F5=function(C){return C.kind==="mask"?this.context.localize("ignored_area"):C.name.trim()},t2=function(C){if(this.draft?.changed&&!this.leaving){this.leaving=C;return}this.leaving=null,C.to==="close"?this.dispatchEvent(new CustomEvent("mycamera-close")):this.dispatchEvent(new CustomEvent("mycamera-camera",{detail:C.cameraId}))},l3=function(C){C.preventDefault(),this.leaving?this.leaving=null:this.draft?.drawing!=null?t(this,d,R5).call(this):t(this,d,t2).call(this,{to:"close"})},o4=function(){this.cameraId!==null&&(this.draft?.changed&&!this.leaving?(this.leaving={to:"close"},this.dialog.showModal()):this.dispatchEvent(new CustomEvent("mycamera-close")))},a4=function(C){if(C.key==="Escape"){t(this,d,l3).call(this,C);return}let H=C.target instanceof HTMLInputElement;(C.ctrlKey||C.metaKey)&&C.key.toLowerCase()==="z"&&!C.shiftKey&&!H&&(C.preventDefault(),t(this,d,Q).call(this,L=>L.undo()))},A4=function(C){let{context:H,draft:L}=this,{localize:M}=H;return o`
      <header>
        <h2 id="title">${M("zones")} ${t(this,d,n4).call(this,C)}</h2>
        <button
          class="icon-button"
          aria-label=${M("undo")}
          title=${M("undo")}
          ?disabled=${!L?.undoable}
          @click=${()=>t(this,d,Q).call(this,r=>r.undo())}
        >
          ${O(M0)}
        </button>
        <button
          class="text-button save"
          ?disabled=${!L||this.saving||!L.changed}
          @click=${()=>{t(this,d,t4).call(this)}}
        >
          ${M("save")}
        </button>
        <button class="icon-button" aria-label=${M("close")} @click=${()=>t(this,d,t2).call(this,{to:"close"})}>
          ${O(m1)}
        </button>
      </header>
      ${t(this,d,d4).call(this)}
      ${L?o`<div class="body">
              <div class="stage">${t(this,d,p4).call(this,L)} ${t(this,d,v4).call(this,L)}</div>
              <div class="side">${t(this,d,x4).call(this,L)}</div>
            </div>`:o`<div class="wait">
              ${this.error===null?o`<div class="spinner" role="progressbar" aria-label=${M("loading")}></div>`:o`<div class="failed" role="alert">
                      <p>${q(H,this.error).heading}</p>
                      <button class="text-button" @click=${()=>t(this,d,X7).call(this,C)}>${M("retry")}</button>
                    </div>`}
            </div>`}
    `},n4=function(C){let H=this.context.overview?.cameras??[];return H.length<2?o`<span class="camera" dir="auto">${H1(this.context,C)}</span>`:o`<select
      aria-label=${this.context.localize("camera")}
      .value=${P5(C)}
      @change=${L=>{let M=L.target;t(this,d,t2).call(this,{to:"camera",cameraId:M.value}),M.value=C}}
    >
      ${H.map(L=>o`<option value=${L.camera_id} ?selected=${L.camera_id===C}>${L.name}</option>`)}
    </select>`},d4=function(){let{localize:C}=this.context,{leaving:H}=this;return H?o`<div class="notice" role="alertdialog" aria-label=${C("unsaved")}>
        <p>${C("unsaved")}</p>
        <button class="text-button" @click=${()=>t(this,d,t2).call(this,H)}>${C("discard")}</button>
        <button
          class="text-button"
          @click=${()=>{this.leaving=null}}
        >
          ${C("keep_editing")}
        </button>
      </div>`:this.complaint?o`<div class="notice bad" role="alert"><p>${this.complaint}</p></div>`:this.saved?o`<div class="notice good" role="status">${O(N3)}<p>${C("saved")}</p></div>`:m},R2=function(C){if(C.kind==="mask")return q7;let H=this.draft?.shapes.filter(L=>L.kind==="zone")??[];return K7[H.indexOf(C)%K7.length]??q7},p4=function(C){let{localize:H,hass:L}=this.context,M=C.drawing!==null;return o`<div
      class="picture ${M?"drawing":""}"
      style="--aspect: ${this.aspect}"
      tabindex=${M?0:-1}
      role="group"
      aria-label=${H("zones_of",{camera:H1(this.context,this.cameraId??"")})}
      @click=${t(this,d,C4)}
      @keydown=${t(this,d,H4)}
    >
      ${this.still&&!this.broken?o`<img
              src=${L.hassUrl(this.still)}
              alt=""
              draggable="false"
              @load=${r=>{let{naturalWidth:i,naturalHeight:a}=r.target;i&&a&&(this.aspect=i/a),this.loaded=!0}}
              @error=${()=>{this.broken=!0}}
            />`:o`<p class="instead">${O(K1)} ${H("still_missing")}</p>`}
      ${this.still&&!this.broken&&!this.loaded?o`<div class="instead">
              <div class="spinner" role="progressbar" aria-label=${H("loading")}></div>
            </div>`:m}
      <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <defs>
          <pattern id="ignored" width="0.03" height=${.03*this.aspect} patternUnits="userSpaceOnUse">
            <path d="M0 ${.03*this.aspect} L0.03 0" />
          </pattern>
        </defs>
        ${C.shapes.map(r=>t(this,d,l4).call(this,r,C))}
      </svg>
      ${C.shapes.map(r=>t(this,d,m4).call(this,r,C))}
      ${C.current?t(this,d,s4).call(this,C,C.current):m}
    </div>`},l4=function(C,H){let L=H.drawing===C.key,M=!L&&["crosses","small"].includes(H.problem(C)??""),r=`${C.kind} ${H.selected===C.key?"selected":""} ${M?"bad":""}`,i=C.points.map(a=>a.join(",")).join(" ");return Z1`<g class=${r} style="--colour: ${t(this,d,R2).call(this,C)}">
      <polygon class="area" points=${i}></polygon>
      ${L?Z1`<polyline class="line" points=${i}></polyline>`:Z1`<polygon class="line" points=${i}></polygon>`}
    </g>`},m4=function(C,H){if(C.kind==="mask"||C.points.length<3||H.drawing===C.key)return m;let[L,M]=t3(C.points);return o`<span class="label" style=${o3([L,M],t(this,d,R2).call(this,C))} dir="auto">${C.name}</span>`},s4=function(C,H){let{localize:L}=this.context,M=t(this,d,R2).call(this,H),r=t(this,d,F5).call(this,H),i=H.points.map((v,p)=>o`<button
        class="corner ${this.corner===p?"chosen":""}"
        data-index=${p}
        style=${o3(v,M)}
        aria-label=${L("corner",{number:p+1,name:r})}
        @pointerdown=${h=>t(this,d,V4).call(this,h,p)}
        @pointermove=${h=>t(this,d,L4).call(this,h,p)}
        @pointerup=${t(this,d,n3)}
        @pointercancel=${t(this,d,n3)}
        @click=${()=>t(this,d,e4).call(this,p)}
        @focus=${()=>{this.corner=p}}
        @keydown=${h=>t(this,d,M4).call(this,h,p)}
      ></button>`);if(C.drawing!==null||H.points.length>=32)return o`${i}`;let a=this.picture?.clientWidth??0,l=H.points.map((v,p)=>{let h=H.points[(p+1)%H.points.length]??v;if(Math.hypot((h[0]-v[0])*a,(h[1]-v[1])*a/this.aspect)<Z9)return m;let y=t3([v,h]);return o`<button
        class="edge"
        style=${o3(y,M)}
        aria-label=${L("insert_corner",{number:p+1})}
        @click=${()=>t(this,d,r4).call(this,p,y)}
      ></button>`});return o`${l}${i}`},v4=function(C){let{localize:H}=this.context,L=C.current;if(C.drawing!==null){let r=(L?.points.length??0)>=3;return o`<div class="tools">
        <p>${H("draw_hint")}</p>
        <button class="text-button ${r?"ready":""}" @click=${t(this,d,R5)}>
          ${H(r?"draw_done":"draw_cancel")}
        </button>
      </div>`}let M=this.corner;return o`<div class="tools">
      <p>${L?H("edit_hint"):""}</p>
      ${L&&M!==null&&L.points.length>3?o`<button class="text-button" @click=${()=>t(this,d,d3).call(this,M)}>
              ${O(r0)} ${H("remove_corner")}
            </button>`:m}
      <button
        class="icon-button"
        aria-label=${H("new_picture")}
        title=${H("new_picture")}
        @click=${()=>this.cameraId!==null&&void t(this,d,_5).call(this,this.cameraId,!0)}
      >
        ${O(I3)}
      </button>
    </div>`},x4=function(C){let{localize:H}=this.context,L=(M,r)=>{let i=C.count(M)>=i3;return o`<button
        class="text-button"
        ?disabled=${i||C.drawing!==null}
        title=${i?H("too_many_shapes",{most:i3}):""}
        @click=${()=>t(this,d,J7).call(this,M)}
      >
        ${O(L0)} ${H(r)}
      </button>`};return o`
      <div class="add">${L("zone","add_zone")}${L("mask","add_mask")}</div>
      ${C.shapes.length===0?o`<p class="hint">${H("zones_empty")}</p>`:o`<ul>
              ${a1(C.shapes,M=>M.key,M=>t(this,d,u4).call(this,M,C))}
            </ul>`}
      <p class="hint">${H("zones_hint")}</p>
    `},u4=function(C,H){let{localize:L}=this.context,M=H.selected===C.key,r=H.drawing===C.key?null:H.problem(C),i=t(this,d,F5).call(this,C);return o`<li class=${M?"selected":""} style="--colour: ${t(this,d,R2).call(this,C)}">
      <div class="head">
        <button
          class="choose"
          aria-expanded=${M?"true":"false"}
          @click=${()=>t(this,d,Y7).call(this,M?null:C.key)}
        >
          <span class="swatch ${C.kind}"></span><span class="title" dir="auto">${i||"…"}</span>
        </button>
        <button
          class="icon-button"
          aria-label=${L("remove_shape",{name:i})}
          title=${L("remove_shape",{name:i})}
          @click=${()=>t(this,d,Q).call(this,a=>a.remove(C.key))}
        >
          ${O(G3)}
        </button>
      </div>
      ${M&&C.kind==="zone"?t(this,d,c4).call(this,C):m}
      ${r?o`<p class="problem">${t(this,d,p3).call(this,C,r)}</p>`:m}
    </li>`},c4=function(C){let{localize:H}=this.context;return o`<label>
        ${H("zone_name")}
        <input
          class="name"
          maxlength="64"
          autocomplete="off"
          enterkeyhint="done"
          dir="auto"
          .value=${P5(C.name)}
          @input=${L=>t(this,d,Q).call(this,M=>M.rename(L.target.value))}
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
          .value=${P5(String(C.dwell))}
          @change=${L=>{let M=L.target.valueAsNumber;t(this,d,Q).call(this,r=>{r.setDwell(Number.isFinite(M)?Math.min(86400,Math.max(0,M)):0),r.endGesture()})}}
        />
      </label>`},F.styles=[R,y5,Q7],A([f({attribute:!1})],F.prototype,"context",2),A([f({attribute:!1})],F.prototype,"cameraId",2),A([Z()],F.prototype,"draft",2),A([Z()],F.prototype,"still",2),A([Z()],F.prototype,"broken",2),A([Z()],F.prototype,"loaded",2),A([Z()],F.prototype,"aspect",2),A([Z()],F.prototype,"corner",2),A([Z()],F.prototype,"error",2),A([Z()],F.prototype,"complaint",2),A([Z()],F.prototype,"saving",2),A([Z()],F.prototype,"saved",2),A([Z()],F.prototype,"leaving",2),A([T("dialog")],F.prototype,"dialog",2),A([T(".picture")],F.prototype,"picture",2),F=A([_("mycamera-zone-editor")],F);function j7(e){return Math.min(1,Math.max(0,Math.round(e*1e4)/1e4))}function o3([e,V],C){return`left: ${e*100}%; top: ${V*100}%; --colour: ${C}`}var a2=["live","persons","day","recordings"],h9={live:I5,persons:$3,day:G2,recordings:K3},f9=300,g9=5e3,O9=12*3600*1e3,A2,U1,n2,$2,G1,p1,Q1,E2,s,m3,d2,p2,$5,s3,Z4,S4,h4,F2,t1,f4,v3,g4,E5,O4,b4,y4,k4,x3,w4,P4,T4,B4,_4,R4,B=class extends P{constructor(){super(...arguments);c(this,s);this.narrow=!1;this.tab="persons";this.filter=k1;this.overview=null;this.failure=null;this.connected=!0;this.opened=null;this.watched=null;this.kiosk=!1;this.drawn=null;this.linkFailure=null;c(this,A2,null);c(this,U1,null);c(this,n2,!1);c(this,$2);c(this,G1);c(this,p1,null);c(this,Q1,new L5(()=>t(this,s,S4).call(this)));c(this,E2);c(this,d2,()=>{this.connected=!0,t(this,s,$5).call(this,!0)});c(this,p2,()=>{this.connected=!1})}connectedCallback(){super.connectedCallback(),S(this,E2,window.setInterval(()=>t(this,s,$5).call(this,!0),O9));let[,C]=/\/mycamera\/(\w+)$/.exec(window.location.pathname)??[];this.tab=a2.find(H=>H===C)??this.tab,this.kiosk=this.tab==="live"&&new URLSearchParams(window.location.search).has("kiosk"),this.hass&&t(this,s,m3).call(this)}disconnectedCallback(){var C;super.disconnectedCallback(),window.clearInterval(n(this,E2)),window.clearTimeout(n(this,$2)),window.clearTimeout(n(this,G1)),n(this,p1)?.removeEventListener("ready",n(this,d2)),n(this,p1)?.removeEventListener("disconnected",n(this,p2)),S(this,p1,null),(C=n(this,U1))==null||C.call(this),S(this,U1,null),n(this,Q1).disconnected()}shouldUpdate(C){if(C.size>1||!C.has("hass"))return!0;let H=C.get("hass"),L=this.hass;return H===void 0||L===void 0||H.language!==L.language||H.locale!==L.locale||H.config.time_zone!==L.config.time_zone||H.connection!==L.connection||H.dockedSidebar!==L.dockedSidebar||H.themes?.darkMode!==L.themes?.darkMode||H.user?.is_admin!==L.user?.is_admin}willUpdate(C){this.hass&&((C.has("hass")||C.has("overview")||n(this,A2)===null)&&S(this,A2,P0(this.hass,this.overview)),C.has("hass")&&t(this,s,m3).call(this),(C.has("route")||C.has("hass"))&&t(this,s,h4).call(this),this.style.colorScheme=this.hass.themes?.darkMode?"dark":"light")}updated(){this.opened||this.drawn!==null||this.watched!==null?n(this,Q1).opened():n(this,Q1).closed()}render(){let C=n(this,A2);return C?o`
      ${t(this,s,O4).call(this,C)}
      <main>
        <div class="page ${this.tab}">${t(this,s,b4).call(this,C)}</div>
      </main>
      <mycamera-person-dialog
        .context=${C}
        .detection=${this.opened}
        .newer=${this.opened?this.timeline?.neighbour(this.opened.event_id,-1)??null:null}
        .older=${this.opened?this.timeline?.neighbour(this.opened.event_id,1)??null:null}
        @mycamera-open=${t(this,s,E5)}
        @mycamera-close=${()=>{this.opened=null}}
      ></mycamera-person-dialog>
      <mycamera-zone-editor
        .context=${C}
        .cameraId=${this.drawn}
        @mycamera-camera=${H=>{this.drawn=H.detail}}
        @mycamera-close=${()=>{this.drawn=null}}
      ></mycamera-zone-editor>
    `:m}};A2=new WeakMap,U1=new WeakMap,n2=new WeakMap,$2=new WeakMap,G1=new WeakMap,p1=new WeakMap,Q1=new WeakMap,E2=new WeakMap,s=new WeakSet,m3=function(){let C=this.hass?.connection;!C||n(this,p1)===C||(n(this,p1)?.removeEventListener("ready",n(this,d2)),n(this,p1)?.removeEventListener("disconnected",n(this,p2)),S(this,p1,C),C.addEventListener("ready",n(this,d2)),C.addEventListener("disconnected",n(this,p2)),t(this,s,s3).call(this))},d2=new WeakMap,p2=new WeakMap,$5=function(C){this.timeline?.feed.reload(C),C?this.recordings?.refresh():this.recordings?.records.reload()},s3=async function(){if(!(!this.hass||n(this,n2)||n(this,U1))){S(this,n2,!0);try{let C=await y3(this.hass,H=>t(this,s,Z4).call(this,H));this.isConnected?S(this,U1,C):C()}catch(C){this.failure=D(C),S(this,$2,window.setTimeout(()=>{t(this,s,s3).call(this)},g9))}finally{S(this,n2,!1)}}},Z4=function(C){switch(C.type){case"overview":{let H=this.failure!==null||this.overview?.database.available===!1&&C.overview.database.available;this.failure=null,this.overview=C.overview,H&&t(this,s,$5).call(this,!1);break}case"unavailable":this.failure=C.code;break;case"person":case"caption":this.timeline?.live(C.detection,C.type==="person"),this.opened?.event_id===C.detection.event_id&&(this.opened=C.detection);break;case"recording":this.recordings?.refresh(),this.dayView?.recorded(C.camera_id),this.dialog?.recorded(C.camera_id);break}},S4=function(){this.drawn!==null?this.editor?.leave():this.opened?this.opened=null:this.watched=null,this.drawn!==null&&n(this,Q1).opened()},h4=async function(){let[,C,H]=/^(.*)\/event\/([\w.:-]{1,64})$/.exec(window.location.pathname)??[];if(!(!C||!H||!this.hass)){window.history.replaceState(window.history.state,"",C),this.linkFailure=null;try{this.opened=await D2(this.hass,H)}catch(L){this.linkFailure=D(L)}}},F2=function(C,H=!1){this.tab=C,this.kiosk=H,this.watched=null;let L=window.location.pathname.replace(/\/mycamera(\/\w+)?$/,"/mycamera");window.history.replaceState(window.history.state,"",`${L}/${C}${H?"?kiosk":""}`)},t1=function(C){this.filter={...this.filter,...C}},f4=function(C){let H=C.target.value.trim();window.clearTimeout(n(this,G1)),S(this,G1,window.setTimeout(()=>{H!==this.filter.text&&t(this,s,t1).call(this,{text:H})},f9))},v3=function(){window.clearTimeout(n(this,G1)),this.filter=k1},g4=function(C){if(C.key!=="ArrowLeft"&&C.key!=="ArrowRight")return;let H=C.key==="ArrowRight"?1:a2.length-1;t(this,s,F2).call(this,a2[(a2.indexOf(this.tab)+H)%a2.length]??"persons"),this.updateComplete.then(()=>this.renderRoot.querySelector('[role="tab"][aria-selected="true"]')?.focus())},E5=function(C){this.opened=C.detail},O4=function({localize:C,hass:H}){let L=M=>o`<button
      role="tab"
      id="tab-${M}"
      aria-selected=${this.tab===M?"true":"false"}
      aria-controls="list"
      tabindex=${this.tab===M?0:-1}
      @click=${()=>t(this,s,F2).call(this,M)}
    >
      ${O(h9[M])}<span>${C(M==="day"?"day_view":M)}</span>
    </button>`;return o`<header class="toolbar">
      ${this.narrow||H.dockedSidebar==="always_hidden"?o`<button
              class="icon-button menu"
              aria-label=${C("menu")}
              @click=${()=>this.dispatchEvent(new CustomEvent("hass-toggle-menu",{bubbles:!0,composed:!0}))}
            >
              ${O(C0)}
            </button>`:m}
      <h1>${C("title")}</h1>
      <div class="tabs" role="tablist" aria-label=${C("views")} @keydown=${t(this,s,g4)}>
        ${a2.map(L)}
      </div>
    </header>`},b4=function(C){let{localize:H}=C;return this.failure!==null?J({icon:l1,bad:!0,...q(C,this.failure)}):this.overview===null?o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${H("loading")}></div>
      </div>`:this.overview.cameras.length+this.overview.removed_cameras.length===0?J({icon:I5,heading:H("no_cameras"),text:H("no_cameras_text"),...C.hass.user?.is_admin?{action:o`<a class="text-button" href="/config/integrations/integration/mycamera">
                ${H("add_camera")}
              </a>`}:{}}):this.tab==="live"?t(this,s,y4).call(this,C,this.overview):o`
      ${t(this,s,x3).call(this,C,this.overview)} ${t(this,s,w4).call(this,C,this.overview)}
      ${t(this,s,B4).call(this,C,this.overview)}
      <div id="list" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${t(this,s,k4).call(this,C,this.overview)}
      </div>
    `},y4=function(C,H){return o`${t(this,s,x3).call(this,C,H)}
      <div id="list" class="live" role="tabpanel" aria-labelledby="tab-live">
        <mycamera-live-wall
          .context=${C}
          .cameras=${H.cameras}
          .watched=${this.watched}
          .connected=${this.connected}
          ?kiosk=${this.kiosk}
          @mycamera-watch=${L=>{this.watched=L.detail}}
          @mycamera-unwatch=${()=>{this.watched=null}}
          @mycamera-timeline=${L=>{this.filter={...k1,cameraId:L.detail},t(this,s,F2).call(this,"day")}}
          @mycamera-kiosk=${L=>t(this,s,F2).call(this,"live",L.detail)}
        ></mycamera-live-wall>
      </div>`},k4=function(C,H){switch(this.tab){case"live":return m;case"persons":return o`<mycamera-timeline
          .context=${C}
          .filter=${this.filter}
          @mycamera-open=${t(this,s,E5)}
          @mycamera-clear-filters=${t(this,s,v3)}
        ></mycamera-timeline>`;case"day":return o`<mycamera-day
          .context=${C}
          .cameraId=${this.filter.cameraId??H.cameras[0]?.camera_id??null}
          .day=${this.filter.day??C.formats.today()}
          @mycamera-open=${t(this,s,E5)}
        ></mycamera-day>`;case"recordings":return o`<mycamera-recordings
          .context=${C}
          .filter=${this.filter}
          @mycamera-clear-filters=${t(this,s,v3)}
        ></mycamera-recordings>`}},x3=function(C,H){let{localize:L,hass:M}=C,r=(v,p)=>o`<div class="banner" role="alert">
      ${O(U3)}
      <p><strong>${v}</strong><br />${p}</p>
    </div>`,i=v=>o`<div class="banner" role="alert">
      ${O(l1)}
      <p>${v==="not_found"?L("linked_missing"):q(C,v).heading}</p>
      <button
        class="icon-button"
        aria-label=${L("close")}
        @click=${()=>{this.linkFailure=null}}
      >
        ${O(m1)}
      </button>
    </div>`,{available:a,waiting:l}=H.database;return o`${this.linkFailure===null?m:i(this.linkFailure)}
    ${this.connected?m:r(L("connection_lost"),L("connection_lost_text"))}
    ${a?m:r(L("database_down"),Y(L,M.language,"database_waiting",l))}`},w4=function(C,H){let{localize:L,hass:M}=C,r=i=>{let a=this.filter.cameraId===i.camera_id,l=L(`status_${i.recording_status}`),v=i.detection_enabled&&!i.watching?L("not_watching"):"";return o`<button
        class="chip"
        aria-pressed=${a?"true":"false"}
        title=${[l,i.recording_error,v].filter(Boolean).join(`
`)}
        @click=${()=>t(this,s,t1).call(this,{cameraId:a?null:i.camera_id})}
      >
        <span class="dot ${i.recording_status}"></span>
        <span class="texts">
          <span class="name" dir="auto">${i.name}</span>
          <span class="status">${l}</span>
        </span>
        ${i.persons?o`<span class="count" role="img" aria-label=${Y(L,M.language,"in_view",i.persons)}>
                ${i.persons}
              </span>`:m}
      </button>`};return o`<div class="cameras" role="group" aria-label=${L("cameras")}>
      <button
        class="chip"
        aria-pressed=${this.filter.cameraId===null?"true":"false"}
        @click=${()=>t(this,s,t1).call(this,{cameraId:null})}
      >
        <span class="texts"><span class="name">${L("all_cameras")}</span></span>
      </button>
      ${H.cameras.map(r)}${H.removed_cameras.map(i=>t(this,s,P4).call(this,L,i))}
    </div>
    ${t(this,s,T4).call(this,C,H)}`},P4=function(C,H){let L=this.filter.cameraId===H.camera_id;return o`<button
      class="chip"
      aria-pressed=${L?"true":"false"}
      @click=${()=>t(this,s,t1).call(this,{cameraId:L?null:H.camera_id})}
    >
      <span class="dot"></span>
      <span class="texts">
        <span class="name" dir="auto">${H.name}</span>
        <span class="status">${C("removed")}</span>
      </span>
    </button>`},T4=function(C,H){let L=H.removed_cameras.find(M=>M.camera_id===this.filter.cameraId);return!L||!C.hass.user?.is_admin?m:o`<mycamera-left-behind
      .context=${C}
      .camera=${L}
      @mycamera-deleted=${()=>t(this,s,t1).call(this,{cameraId:null})}
    ></mycamera-left-behind>`},B4=function(C,H){let{localize:L,formats:M}=C,r=M.today(),{day:i}=this.filter;return o`<div class="filters">
      <div class="date">
        <button
          class="icon-button turn"
          aria-label=${L("previous_day")}
          @click=${()=>t(this,s,t1).call(this,{day:i?z5(i,-1):r})}
        >
          ${O(I2)}
        </button>
        <input
          type="date"
          class=${i?"":"any"}
          data-any=${L("clear_day")}
          aria-label=${L("date")}
          max=${r}
          .value=${i??""}
          @change=${a=>{let l=a.target.value;t(this,s,t1).call(this,{day:c3(l)?l:null})}}
        />
        <button
          class="icon-button turn"
          aria-label=${L("next_day")}
          ?disabled=${i===null||i>=r}
          @click=${()=>i&&t(this,s,t1).call(this,{day:z5(i,1)})}
        >
          ${O(N2)}
        </button>
        ${i?o`<button
                class="icon-button"
                aria-label=${L("clear_day")}
                @click=${()=>t(this,s,t1).call(this,{day:null})}
              >
                ${O(z3)}
              </button>`:m}
      </div>
      ${this.tab==="persons"?o`<div class="search">
              ${O(Y3)}
              <input
                type="text"
                inputmode="search"
                enterkeyhint="search"
                maxlength="100"
                autocomplete="off"
                placeholder=${L("search")}
                aria-label=${L("search")}
                .value=${this.filter.text}
                @input=${t(this,s,f4)}
              />
              ${this.filter.text?o`<button
                      class="icon-button"
                      aria-label=${L("clear_search")}
                      @click=${()=>t(this,s,t1).call(this,{text:""})}
                    >
                      ${O(m1)}
                    </button>`:m}
            </div>`:m}
      ${t(this,s,_4).call(this,C,H)} ${t(this,s,R4).call(this,C,H)}
    </div>`},_4=function({localize:C,hass:H},L){let M=this.filter.cameraId??L.cameras[0]?.camera_id;return!H.user?.is_admin||!L.cameras.some(r=>r.camera_id===M)?m:o`<button
      class="text-button zones"
      @click=${()=>{this.drawn=M??null}}
    >
      ${O(t0)} ${C("zones")}
    </button>`},R4=function({localize:C,hass:H},L){let{worker:M,pending_analyses:r,pending_captions:i}=L,a=M.overloaded?"overloaded":M.status,l=L.minutes_behind,v=[C(`worker_${a}`),l?Y(C,H.language,"minutes_behind",l):"",r?Y(C,H.language,"pending_analyses",r):"",i?Y(C,H.language,"pending_captions",i):""].filter(Boolean),p=M.overloaded?C("worker_overloaded_advice"):"";return o`<div class="hub" title=${[M.device,M.error,p].filter(Boolean).join(`
`)}>
      <span class="dot ${a}"></span>
      <span>${v.join(" · ")}</span>
    </div>`},B.styles=[R,h1,b7],A([f({attribute:!1})],B.prototype,"hass",2),A([f({type:Boolean,reflect:!0})],B.prototype,"narrow",2),A([f({attribute:!1})],B.prototype,"route",2),A([f({attribute:!1})],B.prototype,"panel",2),A([Z()],B.prototype,"tab",2),A([Z()],B.prototype,"filter",2),A([Z()],B.prototype,"overview",2),A([Z()],B.prototype,"failure",2),A([Z()],B.prototype,"connected",2),A([Z()],B.prototype,"opened",2),A([Z()],B.prototype,"watched",2),A([Z()],B.prototype,"kiosk",2),A([Z()],B.prototype,"drawn",2),A([T("mycamera-timeline")],B.prototype,"timeline",2),A([T("mycamera-day")],B.prototype,"dayView",2),A([T("mycamera-recordings")],B.prototype,"recordings",2),A([T("mycamera-person-dialog")],B.prototype,"dialog",2),A([T("mycamera-zone-editor")],B.prototype,"editor",2),A([Z()],B.prototype,"linkFailure",2),B=A([_("mycamera-panel")],B);export{B as MyCameraPanel};
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

lit-html/directives/style-map.js:
  (**
   * @license
   * Copyright 2018 Google LLC
   * SPDX-License-Identifier: BSD-3-Clause
   *)
*/
