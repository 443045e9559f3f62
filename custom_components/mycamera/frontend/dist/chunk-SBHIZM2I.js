import{c as nt}from"./chunk-FJ3T6KF4.js";import{c as rt}from"./chunk-SCXZBF3W.js";import{a as S,b as p,e as v,g as T,h as x,i as O,j as tt,l as M,m as P,x as it}from"./chunk-HU3JNPAX.js";import{f as et,n as ot}from"./chunk-UXGMC5Z2.js";import{a as m,b as c,c as h,d as y,e as r}from"./chunk-ZORKPPHW.js";var X=1e3,b,Q,Z,st,L,E=class extends T{constructor(){super(...arguments);h(this,b);this.view={from:0,to:1};this.range={from:0,to:1}}render(){let{view:t,range:e}=this,o=d=>(d-t.from)/(t.to-t.from)*100,i=Math.max(0,o(e.from)),n=Math.min(100,o(e.to));return p`${n>i?p`<div class="part" style="left: ${i}%; width: ${n-i}%"></div>`:v}${r(this,b,L).call(this,"from",o(e.from))}${r(this,b,L).call(this,"to",o(e.to))}`}};b=new WeakSet,Q=function(t,e){let{from:o,to:i}=this.range,n=t==="from"?{from:Math.min(e,i-X),to:i}:{from:o,to:Math.max(e,o+X)};this.dispatchEvent(new CustomEvent("mycamera-range",{detail:n}))},Z=function(t,e){e.stopPropagation();let o=e.target;if(e.type==="pointerdown"&&o.setPointerCapture(e.pointerId),!o.hasPointerCapture(e.pointerId))return;let{left:i,width:n}=this.getBoundingClientRect(),d=Math.min(1,Math.max(0,(e.clientX-i)/Math.max(1,n)));r(this,b,Q).call(this,t,this.view.from+d*(this.view.to-this.view.from))},st=function(t,e){let o={ArrowLeft:-1,ArrowRight:1,PageDown:-10,PageUp:10}[e.key];o!==void 0&&(e.preventDefault(),e.stopPropagation(),r(this,b,Q).call(this,t,this.range[t]+o*X))},L=function(t,e){let{localize:o,formats:i}=this.context,{view:n,range:d}=this;if(e<0||e>100)return v;let u=new Date(d[t]).toISOString();return p`<div
      class="handle ${t}"
      style="left: ${e}%"
      role="slider"
      tabindex="0"
      aria-label=${o(t==="from"?"clip_from":"clip_to")}
      aria-valuemin=${Math.round(n.from/X)}
      aria-valuemax=${Math.round(n.to/X)}
      aria-valuenow=${Math.round(d[t]/X)}
      aria-valuetext=${i.timeSeconds(u)}
      @pointerdown=${f=>r(this,b,Z).call(this,t,f)}
      @pointermove=${f=>r(this,b,Z).call(this,t,f)}
      @pointerup=${f=>f.stopPropagation()}
      @keydown=${f=>r(this,b,st).call(this,t,f)}
    ></div>`},E.styles=[P,S`
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
    `],m([x({attribute:!1})],E.prototype,"context",2),m([x({attribute:!1})],E.prototype,"view",2),m([x({attribute:!1})],E.prototype,"range",2),E=m([M("mycamera-clip-range")],E);var yt=S`
  :host {
    /* What its first part keeps clear above itself must not move all of it down when that takes the spinner's place. */
    display: flow-root;
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
    justify-content: center;
    padding-block: 8px;
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
`,kt=S`
  :host {
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
  .live {
    min-block-size: 36px;
    padding-inline: 12px;
  }
  .lamp {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--mc-text-2);
  }
  .live[aria-pressed="true"] .lamp {
    background: var(--mc-bad);
  }
`,at=S`
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
`;var ht=500,A,z,_,H,lt,k=class extends T{constructor(){super(...arguments);h(this,_);this.cameraId="";this.moment=0;this.picture=null;h(this,A,!1);h(this,z,"")}willUpdate(t){(t.has("cameraId")||t.has("moment"))&&r(this,_,lt).call(this)}render(){let{formats:t,localize:e}=this.context,o=t.timeSeconds(new Date(this.moment).toISOString());return p`${this.picture===null?p`<p>${c(this,z)?e("nothing_recorded"):v}</p>`:p`<img src="data:image/jpeg;base64,${this.picture}" alt="" />`}<time>${o}</time>`}};A=new WeakMap,z=new WeakMap,_=new WeakSet,H=function(){return`${this.cameraId} ${Math.round(this.moment/ht)}`},lt=async function(){if(!c(this,A)){y(this,A,!0);try{for(;this.isConnected&&c(this,z)!==c(this,_,H);){let t=c(this,_,H),{picture:e}=await ot(this.context.hass,this.cameraId,this.moment);y(this,z,t),this.picture=e}}catch(t){y(this,z,c(this,_,H)),this.picture=null,console.info("MyCamera: there is no preview:",et(t))}finally{y(this,A,!1)}}},k.styles=[P,S`
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
    `],m([x({attribute:!1})],k.prototype,"context",2),m([x({attribute:!1})],k.prototype,"cameraId",2),m([x({attribute:!1})],k.prototype,"moment",2),m([O()],k.prototype,"picture",2),k=m([M("mycamera-preview")],k);var ut=[1e3,2e3,5e3,1e4,3e4,6e4,3e5,6e5,18e5,36e5,72e5,108e5,216e5];function F(a,l,t,e){let o=Math.min(l.to-l.from,Math.max(1e4,(a.to-a.from)*t)),i=(e-a.from)/(a.to-a.from);return W({from:e-i*o,to:e+(1-i)*o},l)}function W(a,l){let t=Math.min(a.to-a.from,l.to-l.from),e=Math.min(Math.max(a.from,l.from),l.to-t);return{from:e,to:e+t}}function Pt(a,l,t){let e=a.to-a.from;return t>=a.from&&t<=a.to-e/10?a:W({from:t-e/10,to:t+e*9/10},l)}function ct(a,l,t=70){let e=(a.to-a.from)*t/Math.max(1,l);return ut.find(o=>o>=e)??12*36e5}function Xt(a,l){for(let[e,o]of a){if(l<e)return e;if(l<o)return l}let t=a.at(-1);return t?Math.max(t[0],t[1]-1e3):null}function At(a,l){let t=a.at(-1);return t===void 0||l>=t[1]}function Dt(a,l,t){return(t===1?a.find(o=>o>l+1e3):a.findLast(o=>o<l-1e3))??null}var V=6e4;function Ot(a,l,t,e){let o=a??l[0]?.[0]??e.from,i=a===null?o:o-V/2,n=W({from:i,to:i+V},e);return t.to-t.from<=20*V?{clip:n,view:t}:{clip:n,view:W({from:o-5*V,to:o+5*V},e)}}var Y=1e3,C=192,w,$,B,s,R,I,K,q,N,U,G,J,j,D,mt,pt,dt,g=class extends T{constructor(){super(...arguments);h(this,s);this.whole={from:0,to:1};this.view={from:0,to:1};this.rows=[];this.moment=null;this.clip=null;this.width=0;this.pointed=null;h(this,w,new Map);h(this,$,!1);h(this,B,new ResizeObserver(([t])=>{this.width=t?.contentRect.width??0}));h(this,q,t=>{if(t.button===0){if(this.line?.setPointerCapture(t.pointerId),c(this,w).set(t.pointerId,t.clientX),y(this,$,c(this,w).size===1),!c(this,$)){this.pointed=null;return}r(this,s,K).call(this,t),r(this,s,R).call(this,"mycamera-drag",r(this,s,I).call(this,t.clientX))}});h(this,N,t=>{let e=c(this,w).get(t.pointerId);if(e===void 0){t.pointerType==="mouse"&&r(this,s,K).call(this,t);return}let o=[...c(this,w)].find(([i])=>i!==t.pointerId)?.[1];if(c(this,w).set(t.pointerId,t.clientX),o!==void 0){let i=Math.max(10,Math.abs(t.clientX-o)),n=Math.max(10,Math.abs(e-o))/i;r(this,s,R).call(this,"mycamera-view",F(this.view,this.whole,n,r(this,s,I).call(this,(e+o)/2)))}else c(this,$)&&(r(this,s,K).call(this,t),r(this,s,R).call(this,"mycamera-drag",r(this,s,I).call(this,t.clientX)))});h(this,U,t=>{c(this,w).delete(t.pointerId),c(this,$)&&(y(this,$,!1),t.pointerType!=="mouse"&&(this.pointed=null),r(this,s,R).call(this,"mycamera-seek",r(this,s,I).call(this,t.clientX)))});h(this,G,t=>{c(this,w).delete(t.pointerId),y(this,$,!1),this.pointed=null});h(this,J,t=>{t.preventDefault();let{view:e,whole:o}=this;if(t.shiftKey||Math.abs(t.deltaX)>Math.abs(t.deltaY)){let i=(t.deltaX||t.deltaY)/Math.max(1,this.width)*(e.to-e.from),n={from:e.from+i,to:e.to+i};r(this,s,R).call(this,"mycamera-view",F(n,o,1,n.from))}else{let i=r(this,s,I).call(this,t.clientX);t.deltaY>0&&e.to-e.from>=o.to-o.from?r(this,s,R).call(this,"mycamera-month",null):r(this,s,R).call(this,"mycamera-view",F(e,o,t.deltaY>0?1.25:.8,i))}})}disconnectedCallback(){super.disconnectedCallback(),c(this,B).disconnect()}updated(t){this.line&&c(this,B).observe(this.line),t.has("rows")&&this.toggleAttribute("several",this.rows.length>1)}render(){let{context:t,view:e,whole:o,moment:i}=this,{localize:n,formats:d}=t,u=new Date(i??o.from).toISOString();return p`${r(this,s,dt).call(this)}
      <div
        class="line"
        role="slider"
        tabindex="0"
        aria-label=${n("day_line")}
        aria-valuemin=${Math.round(o.from/Y)}
        aria-valuemax=${Math.round(o.to/Y)}
        aria-valuenow=${Math.round((i??o.from)/Y)}
        aria-valuetext=${d.timeSeconds(u)}
        @pointerdown=${c(this,q)}
        @pointermove=${c(this,N)}
        @pointerup=${c(this,U)}
        @pointercancel=${c(this,G)}
        @pointerleave=${()=>{c(this,$)||(this.pointed=null)}}
        @wheel=${{handleEvent:c(this,J),passive:!1}}
      >
        ${this.rows.map(f=>p`<div class="row">${f.day===null?v:r(this,s,mt).call(this,f.day)}</div>`)}
        ${r(this,s,pt).call(this)}
        ${i===null||!r(this,s,j).call(this,i,i)?v:p`<span class="head" style=${r(this,s,D).call(this,i,i)}></span>`}
        ${this.clip===null?v:p`<mycamera-clip-range
                .context=${t}
                .view=${e}
                .range=${this.clip}
                @mycamera-range=${f=>r(this,s,R).call(this,"mycamera-range",f.detail)}
              ></mycamera-clip-range>`}
      </div>`}};w=new WeakMap,$=new WeakMap,B=new WeakMap,s=new WeakSet,R=function(t,e){this.dispatchEvent(new CustomEvent(t,{detail:e}))},I=function(t){let e=this.line?.getBoundingClientRect();if(!e?.width)return this.view.from;let o=Math.min(1,Math.max(0,(t-e.left)/e.width));return this.view.from+o*(this.view.to-this.view.from)},K=function(t){let e=this.line?.getBoundingClientRect(),o=this.line?.querySelectorAll(".row")??[],i=o[0]?.getBoundingClientRect().height??1,n=Math.min(o.length-1,Math.max(0,Math.floor((t.clientY-(e?.top??0))/i)));this.pointed={moment:r(this,s,I).call(this,t.clientX),row:n}},q=new WeakMap,N=new WeakMap,U=new WeakMap,G=new WeakMap,J=new WeakMap,j=function(t,e){return e>=this.view.from&&t<this.view.to},D=function(t,e){let o=this.view.to-this.view.from,i=Math.max(0,(t-this.view.from)/o),n=Math.min(1,(e-this.view.from)/o);return`left: ${(i*100).toFixed(4)}%; width: ${(Math.max(0,n-i)*100).toFixed(4)}%`},mt=function(t){let{context:e}=this,{localize:o,formats:i}=e;return p`${t.spans.filter(([n,d])=>r(this,s,j).call(this,n,d)).map(([n,d])=>p`<span class="span" style=${r(this,s,D).call(this,n,d)}></span>`)}
    ${t.gaps.filter(n=>r(this,s,j).call(this,Date.parse(n.start),Date.parse(n.end))).map(n=>p`<span
          class="gap"
          style=${r(this,s,D).call(this,Date.parse(n.start),Date.parse(n.end))}
          title=${`${i.range(n.start,n.end)}
${o("gap_because",{cause:it(e,n.cause)})}`}
        ></span>`)}
    ${t.persons.filter(n=>r(this,s,j).call(this,Date.parse(n.first_seen),Date.parse(n.last_seen)+Y)).map(n=>p`<span
          class="person"
          style=${r(this,s,D).call(this,Date.parse(n.first_seen),Date.parse(n.last_seen))}
          title=${`${i.timeSeconds(n.first_seen)}
${nt(e,n)[0]?.text??""}`}
        ></span>`)}`},pt=function(){let{view:t,whole:e}=this,{formats:o}=this.context,i=ct(t,this.width),n=[];for(let u=e.from+Math.ceil((t.from-e.from)/i)*i;u<t.to;u+=i)n.push(u);let d=u=>{let f=new Date(u).toISOString();return i<60*Y?o.timeSeconds(f):o.time(f)};return p`<div class="marks">
      ${rt(n,u=>u,u=>p`<span class="mark" style=${r(this,s,D).call(this,u,u)}><span>${d(u)}</span></span>`)}
    </div>`},dt=function(){let{pointed:t,view:e,width:o}=this,i=t===null?void 0:this.rows[t.row];if(t===null||i===void 0||this.clip!==null)return v;let n=(t.moment-e.from)/(e.to-e.from)*o,d=Math.min(Math.max(0,o-C),Math.max(0,n-C/2));return p`<mycamera-preview
      style="left: ${d.toFixed(0)}px; inline-size: ${C}px"
      .context=${this.context}
      .cameraId=${i.cameraId}
      .moment=${t.moment}
    ></mycamera-preview>`},g.styles=[P,at],m([x({attribute:!1})],g.prototype,"context",2),m([x({attribute:!1})],g.prototype,"whole",2),m([x({attribute:!1})],g.prototype,"view",2),m([x({attribute:!1})],g.prototype,"rows",2),m([x({attribute:!1})],g.prototype,"moment",2),m([x({attribute:!1})],g.prototype,"clip",2),m([O()],g.prototype,"width",2),m([O()],g.prototype,"pointed",2),m([tt(".line")],g.prototype,"line",2),g=m([M("mycamera-day-line")],g);export{yt as a,kt as b,F as c,Pt as d,Xt as e,At as f,Dt as g,Ot as h,g as i};
