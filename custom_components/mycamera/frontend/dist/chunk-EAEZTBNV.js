import{c as et}from"./chunk-HWC6K2UQ.js";import{a as _,b as p,e as v,g as I,h as f,i as O,j as L,p as M,v as ot,w as P}from"./chunk-ROSWK6HT.js";import{e as C,o as tt}from"./chunk-2JCHHYXV.js";import{a as m,b as l,c as h,d as y,e as n}from"./chunk-ZORKPPHW.js";var X=1e3,b,G,J,it,Q,R=class extends I{constructor(){super(...arguments);h(this,b);this.view={from:0,to:1};this.range={from:0,to:1}}render(){let{view:t,range:e}=this,o=d=>(d-t.from)/(t.to-t.from)*100,r=Math.max(0,o(e.from)),i=Math.min(100,o(e.to));return p`${i>r?p`<div class="part" style="left: ${r}%; width: ${i-r}%"></div>`:v}${n(this,b,Q).call(this,"from",o(e.from))}${n(this,b,Q).call(this,"to",o(e.to))}`}};b=new WeakSet,G=function(t,e){let{from:o,to:r}=this.range,i=t==="from"?{from:Math.min(e,r-X),to:r}:{from:o,to:Math.max(e,o+X)};this.dispatchEvent(new CustomEvent("mycamera-range",{detail:i}))},J=function(t,e){e.stopPropagation();let o=e.target;if(e.type==="pointerdown"&&o.setPointerCapture(e.pointerId),!o.hasPointerCapture(e.pointerId))return;let{left:r,width:i}=this.getBoundingClientRect(),d=Math.min(1,Math.max(0,(e.clientX-r)/Math.max(1,i)));n(this,b,G).call(this,t,this.view.from+d*(this.view.to-this.view.from))},it=function(t,e){let o={ArrowLeft:-1,ArrowRight:1,PageDown:-10,PageUp:10}[e.key];o!==void 0&&(e.preventDefault(),e.stopPropagation(),n(this,b,G).call(this,t,this.range[t]+o*X))},Q=function(t,e){let{localize:o,formats:r}=this.context,{view:i,range:d}=this;if(e<0||e>100)return v;let g=new Date(d[t]).toISOString();return p`<div
      class="handle ${t}"
      style="left: ${e}%"
      role="slider"
      tabindex="0"
      aria-label=${o(t==="from"?"clip_from":"clip_to")}
      aria-valuemin=${Math.round(i.from/X)}
      aria-valuemax=${Math.round(i.to/X)}
      aria-valuenow=${Math.round(d[t]/X)}
      aria-valuetext=${r.timeSeconds(g)}
      @pointerdown=${u=>n(this,b,J).call(this,t,u)}
      @pointermove=${u=>n(this,b,J).call(this,t,u)}
      @pointerup=${u=>u.stopPropagation()}
      @keydown=${u=>n(this,b,it).call(this,t,u)}
    ></div>`},R.styles=[P,_`
      :host {
        position: absolute;
        inset: 0;
        pointer-events: none;
      }
      .part {
        position: absolute;
        inset-block: 0;
        background: color-mix(in srgb, var(--mc-good) 30%, transparent);
        border-block: 2px solid var(--mc-good);
      }
      .handle {
        position: absolute;
        inset-block: 0;
        inline-size: 28px;
        margin-inline-start: -14px;
        pointer-events: auto;
        touch-action: none;
        cursor: ew-resize;
      }
      .handle::after {
        content: "";
        position: absolute;
        inset-block: 0;
        inset-inline-start: 11px;
        inline-size: 6px;
        border-radius: 3px;
        background: var(--mc-good);
      }
      .handle:focus-visible {
        outline-offset: -4px;
      }
    `],m([f({attribute:!1})],R.prototype,"context",2),m([f({attribute:!1})],R.prototype,"view",2),m([f({attribute:!1})],R.prototype,"range",2),R=m([M("mycamera-clip-range")],R);var wt=_`
  :host {
    display: block;
  }
  .films {
    display: grid;
    gap: 4px;
    margin-block-start: 12px;
    /* The controls and the line stay in sight. */
    block-size: max(180px, min(56.25vw, calc(100vh - 380px - var(--more-lines, 0px))));
    grid-auto-rows: minmax(0, 1fr);
  }
  .films[data-count="2"],
  .films[data-count="3"],
  .films[data-count="4"] {
    grid-template-columns: repeat(2, minmax(0, 1fr));
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
  .several {
    display: grid;
    grid-template-columns: minmax(72px, min(20%, 180px)) minmax(0, 1fr);
    gap: 4px;
  }
  .cameras {
    display: grid;
    align-content: start;
  }
  /* As high as the camera's row on the line. */
  .cameras button {
    block-size: 36px;
    padding-inline: 8px;
    overflow: hidden;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--mc-text-2);
    border-radius: 8px;
  }
  .cameras button[aria-pressed="true"] {
    color: var(--mc-text);
    font-weight: 500;
    background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
  }
  .summary {
    padding-block: 10px;
    color: var(--mc-text-2);
  }
  .shown {
    margin-block-end: 8px;
    text-align: start;
  }
`,rt=_`
  :host {
    position: relative;
    display: block;
  }
  .line {
    position: relative;
    background: var(--mc-sunken);
    border-radius: 8px;
    overflow: hidden;
    cursor: pointer;
    touch-action: pan-y;
    user-select: none;
  }
  .row {
    position: relative;
    block-size: 48px;
  }
  :host([several]) .row {
    block-size: 36px;
    border-block-end: 1px solid var(--mc-page);
    box-sizing: border-box;
  }
  .row > span {
    position: absolute;
    inset-block: 0;
    pointer-events: none;
  }
  .row > .span {
    background: color-mix(in srgb, var(--mc-accent) 35%, var(--mc-surface));
  }
  .row > .gap {
    pointer-events: auto;
    min-inline-size: 1px;
    background: repeating-linear-gradient(135deg, var(--mc-bad) 0 3px, transparent 3px 7px);
  }
  .row > .person {
    pointer-events: auto;
    inset-block: 20%;
    min-inline-size: 3px;
    border-radius: 2px;
    background: var(--mc-warn);
  }
  .marks {
    position: relative;
    block-size: 24px;
  }
  .mark {
    position: absolute;
    inset-block: 0;
    border-inline-start: 1px solid var(--mc-text-2);
    font-size: 12px;
    color: var(--mc-text);
    white-space: nowrap;
    pointer-events: none;
  }
  .mark > span {
    padding-inline-start: 4px;
  }
  .head {
    position: absolute;
    inset-block: 0;
    border-inline-start: 2px solid var(--mc-bad);
    pointer-events: none;
  }
  mycamera-preview {
    position: absolute;
    z-index: 2;
    inset-block-end: calc(100% + 6px);
    pointer-events: none;
  }
`;var pt=500,A,z,S,H,nt,k=class extends I{constructor(){super(...arguments);h(this,S);this.cameraId="";this.moment=0;this.picture=null;h(this,A,!1);h(this,z,"")}willUpdate(t){(t.has("cameraId")||t.has("moment"))&&n(this,S,nt).call(this)}render(){let{formats:t,localize:e}=this.context,o=t.timeSeconds(new Date(this.moment).toISOString());return p`${this.picture===null?p`<p>${l(this,z)?e("nothing_recorded"):v}</p>`:p`<img src="data:image/jpeg;base64,${this.picture}" alt="" />`}<time>${o}</time>`}};A=new WeakMap,z=new WeakMap,S=new WeakSet,H=function(){return`${this.cameraId} ${Math.round(this.moment/pt)}`},nt=async function(){if(!l(this,A)){y(this,A,!0);try{for(;this.isConnected&&l(this,z)!==l(this,S,H);){let t=l(this,S,H),{picture:e}=await tt(this.context.hass,this.cameraId,this.moment);y(this,z,t),this.picture=e}}catch(t){y(this,z,l(this,S,H)),this.picture=null,console.info("MyCamera: there is no preview:",C(t))}finally{y(this,A,!1)}}},k.styles=[P,_`
      :host {
        display: grid;
        overflow: hidden;
        color: #fff;
        background: #000;
        border-radius: 8px;
        box-shadow: 0 2px 12px rgba(0, 0, 0, 0.4);
      }
      img,
      p {
        grid-area: 1 / 1;
        inline-size: 100%;
        aspect-ratio: 16 / 9;
        object-fit: contain;
      }
      p {
        display: grid;
        place-items: center;
        padding: 8px;
        font-size: 12px;
        text-align: center;
      }
      time {
        grid-area: 1 / 1;
        place-self: end center;
        margin: 4px;
        padding: 1px 8px;
        font-size: 12px;
        font-variant-numeric: tabular-nums;
        background: rgba(0, 0, 0, 0.65);
        border-radius: 8px;
      }
    `],m([f({attribute:!1})],k.prototype,"context",2),m([f({attribute:!1})],k.prototype,"cameraId",2),m([f({attribute:!1})],k.prototype,"moment",2),m([O()],k.prototype,"picture",2),k=m([M("mycamera-preview")],k);var dt=[1e3,2e3,5e3,1e4,3e4,6e4,3e5,6e5,18e5,36e5,72e5,108e5,216e5];function j(a,c,t,e){let o=Math.min(c.to-c.from,Math.max(1e4,(a.to-a.from)*t)),r=(e-a.from)/(a.to-a.from);return st({from:e-r*o,to:e+(1-r)*o},c)}function st(a,c){let t=Math.min(a.to-a.from,c.to-c.from),e=Math.min(Math.max(a.from,c.from),c.to-t);return{from:e,to:e+t}}function Tt(a,c,t){let e=a.to-a.from;return t>=a.from&&t<=a.to-e/10?a:st({from:t-e/10,to:t+e*9/10},c)}function at(a,c,t=70){let e=(a.to-a.from)*t/Math.max(1,c);return dt.find(o=>o>=e)??12*36e5}function It(a,c){for(let[e,o]of a){if(c<e)return e;if(c<o)return c}let t=a.at(-1);return t?Math.max(t[0],t[1]-1e3):null}function Mt(a,c,t){return(t===1?a.find(o=>o>c+1e3):a.findLast(o=>o<c-1e3))??null}var V=1e3,Z=192,w,$,B,s,E,T,F,K,W,q,N,U,Y,D,lt,ct,mt,x=class extends I{constructor(){super(...arguments);h(this,s);this.whole={from:0,to:1};this.view={from:0,to:1};this.rows=[];this.moment=null;this.clip=null;this.width=0;this.pointed=null;h(this,w,new Map);h(this,$,!1);h(this,B,new ResizeObserver(([t])=>{this.width=t?.contentRect.width??0}));h(this,K,t=>{if(t.button===0){if(this.line?.setPointerCapture(t.pointerId),l(this,w).set(t.pointerId,t.clientX),y(this,$,l(this,w).size===1),!l(this,$)){this.pointed=null;return}n(this,s,F).call(this,t),n(this,s,E).call(this,"mycamera-drag",n(this,s,T).call(this,t.clientX))}});h(this,W,t=>{let e=l(this,w).get(t.pointerId);if(e===void 0){t.pointerType==="mouse"&&n(this,s,F).call(this,t);return}let o=[...l(this,w)].find(([r])=>r!==t.pointerId)?.[1];if(l(this,w).set(t.pointerId,t.clientX),o!==void 0){let r=Math.max(10,Math.abs(t.clientX-o)),i=Math.max(10,Math.abs(e-o))/r;n(this,s,E).call(this,"mycamera-view",j(this.view,this.whole,i,n(this,s,T).call(this,(e+o)/2)))}else l(this,$)&&(n(this,s,F).call(this,t),n(this,s,E).call(this,"mycamera-drag",n(this,s,T).call(this,t.clientX)))});h(this,q,t=>{l(this,w).delete(t.pointerId),l(this,$)&&(y(this,$,!1),t.pointerType!=="mouse"&&(this.pointed=null),n(this,s,E).call(this,"mycamera-seek",n(this,s,T).call(this,t.clientX)))});h(this,N,t=>{l(this,w).delete(t.pointerId),y(this,$,!1),this.pointed=null});h(this,U,t=>{t.preventDefault();let{view:e,whole:o}=this;if(t.shiftKey||Math.abs(t.deltaX)>Math.abs(t.deltaY)){let r=(t.deltaX||t.deltaY)/Math.max(1,this.width)*(e.to-e.from),i={from:e.from+r,to:e.to+r};n(this,s,E).call(this,"mycamera-view",j(i,o,1,i.from))}else{let r=n(this,s,T).call(this,t.clientX);t.deltaY>0&&e.to-e.from>=o.to-o.from?n(this,s,E).call(this,"mycamera-month",null):n(this,s,E).call(this,"mycamera-view",j(e,o,t.deltaY>0?1.25:.8,r))}})}disconnectedCallback(){super.disconnectedCallback(),l(this,B).disconnect()}updated(t){this.line&&l(this,B).observe(this.line),t.has("rows")&&this.toggleAttribute("several",this.rows.length>1)}render(){let{context:t,view:e,whole:o,moment:r}=this,{localize:i,formats:d}=t,g=new Date(r??o.from).toISOString();return p`${n(this,s,mt).call(this)}
      <div
        class="line"
        role="slider"
        tabindex="0"
        aria-label=${i("day_line")}
        aria-valuemin=${Math.round(o.from/V)}
        aria-valuemax=${Math.round(o.to/V)}
        aria-valuenow=${Math.round((r??o.from)/V)}
        aria-valuetext=${d.timeSeconds(g)}
        @pointerdown=${l(this,K)}
        @pointermove=${l(this,W)}
        @pointerup=${l(this,q)}
        @pointercancel=${l(this,N)}
        @pointerleave=${()=>{l(this,$)||(this.pointed=null)}}
        @wheel=${{handleEvent:l(this,U),passive:!1}}
      >
        ${this.rows.map(u=>p`<div class="row">${u.day===null?v:n(this,s,lt).call(this,u.day)}</div>`)}
        ${n(this,s,ct).call(this)}
        ${r===null||!n(this,s,Y).call(this,r,r)?v:p`<span class="head" style=${n(this,s,D).call(this,r,r)}></span>`}
        ${this.clip===null?v:p`<mycamera-clip-range
                .context=${t}
                .view=${e}
                .range=${this.clip}
                @mycamera-range=${u=>n(this,s,E).call(this,"mycamera-range",u.detail)}
              ></mycamera-clip-range>`}
      </div>`}};w=new WeakMap,$=new WeakMap,B=new WeakMap,s=new WeakSet,E=function(t,e){this.dispatchEvent(new CustomEvent(t,{detail:e}))},T=function(t){let e=this.line?.getBoundingClientRect();if(!e?.width)return this.view.from;let o=Math.min(1,Math.max(0,(t-e.left)/e.width));return this.view.from+o*(this.view.to-this.view.from)},F=function(t){let e=this.line?.getBoundingClientRect(),o=this.line?.querySelectorAll(".row")??[],r=o[0]?.getBoundingClientRect().height??1,i=Math.min(o.length-1,Math.max(0,Math.floor((t.clientY-(e?.top??0))/r)));this.pointed={moment:n(this,s,T).call(this,t.clientX),row:i}},K=new WeakMap,W=new WeakMap,q=new WeakMap,N=new WeakMap,U=new WeakMap,Y=function(t,e){return e>=this.view.from&&t<this.view.to},D=function(t,e){let o=this.view.to-this.view.from,r=Math.max(0,(t-this.view.from)/o),i=Math.min(1,(e-this.view.from)/o);return`left: ${(r*100).toFixed(4)}%; width: ${(Math.max(0,i-r)*100).toFixed(4)}%`},lt=function(t){let{context:e}=this,{localize:o,formats:r}=e;return p`${t.spans.filter(([i,d])=>n(this,s,Y).call(this,i,d)).map(([i,d])=>p`<span class="span" style=${n(this,s,D).call(this,i,d)}></span>`)}
    ${t.gaps.filter(i=>n(this,s,Y).call(this,Date.parse(i.start),Date.parse(i.end))).map(i=>p`<span
          class="gap"
          style=${n(this,s,D).call(this,Date.parse(i.start),Date.parse(i.end))}
          title=${`${r.range(i.start,i.end)}
${o("gap_because",{cause:ot(e,i.cause)})}`}
        ></span>`)}
    ${t.persons.filter(i=>n(this,s,Y).call(this,Date.parse(i.first_seen),Date.parse(i.last_seen)+V)).map(i=>p`<span
          class="person"
          style=${n(this,s,D).call(this,Date.parse(i.first_seen),Date.parse(i.last_seen))}
          title=${`${r.timeSeconds(i.first_seen)}
${et(e,i)[0]?.text??""}`}
        ></span>`)}`},ct=function(){let{view:t,whole:e}=this,{formats:o}=this.context,r=at(t,this.width),i=[];for(let g=e.from+Math.ceil((t.from-e.from)/r)*r;g<t.to;g+=r)i.push(g);let d=g=>{let u=new Date(g).toISOString();return r<60*V?o.timeSeconds(u):o.time(u)};return p`<div class="marks">
      ${i.map(g=>p`<span class="mark" style=${n(this,s,D).call(this,g,g)}><span>${d(g)}</span></span>`)}
    </div>`},mt=function(){let{pointed:t,view:e,width:o}=this,r=t===null?void 0:this.rows[t.row];if(t===null||r===void 0||this.clip!==null)return v;let i=(t.moment-e.from)/(e.to-e.from)*o,d=Math.min(Math.max(0,o-Z),Math.max(0,i-Z/2));return p`<mycamera-preview
      style="left: ${d.toFixed(0)}px; inline-size: ${Z}px"
      .context=${this.context}
      .cameraId=${r.cameraId}
      .moment=${t.moment}
    ></mycamera-preview>`},x.styles=[P,rt],m([f({attribute:!1})],x.prototype,"context",2),m([f({attribute:!1})],x.prototype,"whole",2),m([f({attribute:!1})],x.prototype,"view",2),m([f({attribute:!1})],x.prototype,"rows",2),m([f({attribute:!1})],x.prototype,"moment",2),m([f({attribute:!1})],x.prototype,"clip",2),m([O()],x.prototype,"width",2),m([O()],x.prototype,"pointed",2),m([L(".line")],x.prototype,"line",2),x=m([M("mycamera-day-line")],x);export{j as a,st as b,Tt as c,It as d,Mt as e,wt as f,x as g};
