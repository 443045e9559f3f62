import{c as et}from"./chunk-YFKJQGYN.js";import{a as R,b as p,e as v,g as I,h as f,i as O,j as L,l as M,m as P,x as ot}from"./chunk-LWVCFYMN.js";import{e as C,p as tt}from"./chunk-AEKD4G6A.js";import{a as m,b as l,c as h,d as y,e as r}from"./chunk-ZORKPPHW.js";var X=1e3,g,G,J,it,Q,S=class extends I{constructor(){super(...arguments);h(this,g);this.view={from:0,to:1};this.range={from:0,to:1}}render(){let{view:t,range:e}=this,o=d=>(d-t.from)/(t.to-t.from)*100,n=Math.max(0,o(e.from)),i=Math.min(100,o(e.to));return p`${i>n?p`<div class="part" style="left: ${n}%; width: ${i-n}%"></div>`:v}${r(this,g,Q).call(this,"from",o(e.from))}${r(this,g,Q).call(this,"to",o(e.to))}`}};g=new WeakSet,G=function(t,e){let{from:o,to:n}=this.range,i=t==="from"?{from:Math.min(e,n-X),to:n}:{from:o,to:Math.max(e,o+X)};this.dispatchEvent(new CustomEvent("mycamera-range",{detail:i}))},J=function(t,e){e.stopPropagation();let o=e.target;if(e.type==="pointerdown"&&o.setPointerCapture(e.pointerId),!o.hasPointerCapture(e.pointerId))return;let{left:n,width:i}=this.getBoundingClientRect(),d=Math.min(1,Math.max(0,(e.clientX-n)/Math.max(1,i)));r(this,g,G).call(this,t,this.view.from+d*(this.view.to-this.view.from))},it=function(t,e){let o={ArrowLeft:-1,ArrowRight:1,PageDown:-10,PageUp:10}[e.key];o!==void 0&&(e.preventDefault(),e.stopPropagation(),r(this,g,G).call(this,t,this.range[t]+o*X))},Q=function(t,e){let{localize:o,formats:n}=this.context,{view:i,range:d}=this;if(e<0||e>100)return v;let b=new Date(d[t]).toISOString();return p`<div
      class="handle ${t}"
      style="left: ${e}%"
      role="slider"
      tabindex="0"
      aria-label=${o(t==="from"?"clip_from":"clip_to")}
      aria-valuemin=${Math.round(i.from/X)}
      aria-valuemax=${Math.round(i.to/X)}
      aria-valuenow=${Math.round(d[t]/X)}
      aria-valuetext=${n.timeSeconds(b)}
      @pointerdown=${u=>r(this,g,J).call(this,t,u)}
      @pointermove=${u=>r(this,g,J).call(this,t,u)}
      @pointerup=${u=>u.stopPropagation()}
      @keydown=${u=>r(this,g,it).call(this,t,u)}
    ></div>`},S.styles=[P,R`
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
    `],m([f({attribute:!1})],S.prototype,"context",2),m([f({attribute:!1})],S.prototype,"view",2),m([f({attribute:!1})],S.prototype,"range",2),S=m([M("mycamera-clip-range")],S);var wt=R`
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
`,$t=R`
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
`,nt=R`
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
`;var pt=500,A,_,z,B,rt,k=class extends I{constructor(){super(...arguments);h(this,z);this.cameraId="";this.moment=0;this.picture=null;h(this,A,!1);h(this,_,"")}willUpdate(t){(t.has("cameraId")||t.has("moment"))&&r(this,z,rt).call(this)}render(){let{formats:t,localize:e}=this.context,o=t.timeSeconds(new Date(this.moment).toISOString());return p`${this.picture===null?p`<p>${l(this,_)?e("nothing_recorded"):v}</p>`:p`<img src="data:image/jpeg;base64,${this.picture}" alt="" />`}<time>${o}</time>`}};A=new WeakMap,_=new WeakMap,z=new WeakSet,B=function(){return`${this.cameraId} ${Math.round(this.moment/pt)}`},rt=async function(){if(!l(this,A)){y(this,A,!0);try{for(;this.isConnected&&l(this,_)!==l(this,z,B);){let t=l(this,z,B),{picture:e}=await tt(this.context.hass,this.cameraId,this.moment);y(this,_,t),this.picture=e}}catch(t){y(this,_,l(this,z,B)),this.picture=null,console.info("MyCamera: there is no preview:",C(t))}finally{y(this,A,!1)}}},k.styles=[P,R`
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
    `],m([f({attribute:!1})],k.prototype,"context",2),m([f({attribute:!1})],k.prototype,"cameraId",2),m([f({attribute:!1})],k.prototype,"moment",2),m([O()],k.prototype,"picture",2),k=m([M("mycamera-preview")],k);var dt=[1e3,2e3,5e3,1e4,3e4,6e4,3e5,6e5,18e5,36e5,72e5,108e5,216e5];function H(a,c,t,e){let o=Math.min(c.to-c.from,Math.max(1e4,(a.to-a.from)*t)),n=(e-a.from)/(a.to-a.from);return st({from:e-n*o,to:e+(1-n)*o},c)}function st(a,c){let t=Math.min(a.to-a.from,c.to-c.from),e=Math.min(Math.max(a.from,c.from),c.to-t);return{from:e,to:e+t}}function It(a,c,t){let e=a.to-a.from;return t>=a.from&&t<=a.to-e/10?a:st({from:t-e/10,to:t+e*9/10},c)}function at(a,c,t=70){let e=(a.to-a.from)*t/Math.max(1,c);return dt.find(o=>o>=e)??12*36e5}function Mt(a,c){for(let[e,o]of a){if(c<e)return e;if(c<o)return c}let t=a.at(-1);return t?Math.max(t[0],t[1]-1e3):null}function Pt(a,c){let t=a.at(-1);return t===void 0||c>=t[1]}function Xt(a,c,t){return(t===1?a.find(o=>o>c+1e3):a.findLast(o=>o<c-1e3))??null}var V=1e3,Z=192,w,$,j,s,E,T,F,K,W,q,N,U,Y,D,lt,ct,mt,x=class extends I{constructor(){super(...arguments);h(this,s);this.whole={from:0,to:1};this.view={from:0,to:1};this.rows=[];this.moment=null;this.clip=null;this.width=0;this.pointed=null;h(this,w,new Map);h(this,$,!1);h(this,j,new ResizeObserver(([t])=>{this.width=t?.contentRect.width??0}));h(this,K,t=>{if(t.button===0){if(this.line?.setPointerCapture(t.pointerId),l(this,w).set(t.pointerId,t.clientX),y(this,$,l(this,w).size===1),!l(this,$)){this.pointed=null;return}r(this,s,F).call(this,t),r(this,s,E).call(this,"mycamera-drag",r(this,s,T).call(this,t.clientX))}});h(this,W,t=>{let e=l(this,w).get(t.pointerId);if(e===void 0){t.pointerType==="mouse"&&r(this,s,F).call(this,t);return}let o=[...l(this,w)].find(([n])=>n!==t.pointerId)?.[1];if(l(this,w).set(t.pointerId,t.clientX),o!==void 0){let n=Math.max(10,Math.abs(t.clientX-o)),i=Math.max(10,Math.abs(e-o))/n;r(this,s,E).call(this,"mycamera-view",H(this.view,this.whole,i,r(this,s,T).call(this,(e+o)/2)))}else l(this,$)&&(r(this,s,F).call(this,t),r(this,s,E).call(this,"mycamera-drag",r(this,s,T).call(this,t.clientX)))});h(this,q,t=>{l(this,w).delete(t.pointerId),l(this,$)&&(y(this,$,!1),t.pointerType!=="mouse"&&(this.pointed=null),r(this,s,E).call(this,"mycamera-seek",r(this,s,T).call(this,t.clientX)))});h(this,N,t=>{l(this,w).delete(t.pointerId),y(this,$,!1),this.pointed=null});h(this,U,t=>{t.preventDefault();let{view:e,whole:o}=this;if(t.shiftKey||Math.abs(t.deltaX)>Math.abs(t.deltaY)){let n=(t.deltaX||t.deltaY)/Math.max(1,this.width)*(e.to-e.from),i={from:e.from+n,to:e.to+n};r(this,s,E).call(this,"mycamera-view",H(i,o,1,i.from))}else{let n=r(this,s,T).call(this,t.clientX);t.deltaY>0&&e.to-e.from>=o.to-o.from?r(this,s,E).call(this,"mycamera-month",null):r(this,s,E).call(this,"mycamera-view",H(e,o,t.deltaY>0?1.25:.8,n))}})}disconnectedCallback(){super.disconnectedCallback(),l(this,j).disconnect()}updated(t){this.line&&l(this,j).observe(this.line),t.has("rows")&&this.toggleAttribute("several",this.rows.length>1)}render(){let{context:t,view:e,whole:o,moment:n}=this,{localize:i,formats:d}=t,b=new Date(n??o.from).toISOString();return p`${r(this,s,mt).call(this)}
      <div
        class="line"
        role="slider"
        tabindex="0"
        aria-label=${i("day_line")}
        aria-valuemin=${Math.round(o.from/V)}
        aria-valuemax=${Math.round(o.to/V)}
        aria-valuenow=${Math.round((n??o.from)/V)}
        aria-valuetext=${d.timeSeconds(b)}
        @pointerdown=${l(this,K)}
        @pointermove=${l(this,W)}
        @pointerup=${l(this,q)}
        @pointercancel=${l(this,N)}
        @pointerleave=${()=>{l(this,$)||(this.pointed=null)}}
        @wheel=${{handleEvent:l(this,U),passive:!1}}
      >
        ${this.rows.map(u=>p`<div class="row">${u.day===null?v:r(this,s,lt).call(this,u.day)}</div>`)}
        ${r(this,s,ct).call(this)}
        ${n===null||!r(this,s,Y).call(this,n,n)?v:p`<span class="head" style=${r(this,s,D).call(this,n,n)}></span>`}
        ${this.clip===null?v:p`<mycamera-clip-range
                .context=${t}
                .view=${e}
                .range=${this.clip}
                @mycamera-range=${u=>r(this,s,E).call(this,"mycamera-range",u.detail)}
              ></mycamera-clip-range>`}
      </div>`}};w=new WeakMap,$=new WeakMap,j=new WeakMap,s=new WeakSet,E=function(t,e){this.dispatchEvent(new CustomEvent(t,{detail:e}))},T=function(t){let e=this.line?.getBoundingClientRect();if(!e?.width)return this.view.from;let o=Math.min(1,Math.max(0,(t-e.left)/e.width));return this.view.from+o*(this.view.to-this.view.from)},F=function(t){let e=this.line?.getBoundingClientRect(),o=this.line?.querySelectorAll(".row")??[],n=o[0]?.getBoundingClientRect().height??1,i=Math.min(o.length-1,Math.max(0,Math.floor((t.clientY-(e?.top??0))/n)));this.pointed={moment:r(this,s,T).call(this,t.clientX),row:i}},K=new WeakMap,W=new WeakMap,q=new WeakMap,N=new WeakMap,U=new WeakMap,Y=function(t,e){return e>=this.view.from&&t<this.view.to},D=function(t,e){let o=this.view.to-this.view.from,n=Math.max(0,(t-this.view.from)/o),i=Math.min(1,(e-this.view.from)/o);return`left: ${(n*100).toFixed(4)}%; width: ${(Math.max(0,i-n)*100).toFixed(4)}%`},lt=function(t){let{context:e}=this,{localize:o,formats:n}=e;return p`${t.spans.filter(([i,d])=>r(this,s,Y).call(this,i,d)).map(([i,d])=>p`<span class="span" style=${r(this,s,D).call(this,i,d)}></span>`)}
    ${t.gaps.filter(i=>r(this,s,Y).call(this,Date.parse(i.start),Date.parse(i.end))).map(i=>p`<span
          class="gap"
          style=${r(this,s,D).call(this,Date.parse(i.start),Date.parse(i.end))}
          title=${`${n.range(i.start,i.end)}
${o("gap_because",{cause:ot(e,i.cause)})}`}
        ></span>`)}
    ${t.persons.filter(i=>r(this,s,Y).call(this,Date.parse(i.first_seen),Date.parse(i.last_seen)+V)).map(i=>p`<span
          class="person"
          style=${r(this,s,D).call(this,Date.parse(i.first_seen),Date.parse(i.last_seen))}
          title=${`${n.timeSeconds(i.first_seen)}
${et(e,i)[0]?.text??""}`}
        ></span>`)}`},ct=function(){let{view:t,whole:e}=this,{formats:o}=this.context,n=at(t,this.width),i=[];for(let b=e.from+Math.ceil((t.from-e.from)/n)*n;b<t.to;b+=n)i.push(b);let d=b=>{let u=new Date(b).toISOString();return n<60*V?o.timeSeconds(u):o.time(u)};return p`<div class="marks">
      ${i.map(b=>p`<span class="mark" style=${r(this,s,D).call(this,b,b)}><span>${d(b)}</span></span>`)}
    </div>`},mt=function(){let{pointed:t,view:e,width:o}=this,n=t===null?void 0:this.rows[t.row];if(t===null||n===void 0||this.clip!==null)return v;let i=(t.moment-e.from)/(e.to-e.from)*o,d=Math.min(Math.max(0,o-Z),Math.max(0,i-Z/2));return p`<mycamera-preview
      style="left: ${d.toFixed(0)}px; inline-size: ${Z}px"
      .context=${this.context}
      .cameraId=${n.cameraId}
      .moment=${t.moment}
    ></mycamera-preview>`},x.styles=[P,nt],m([f({attribute:!1})],x.prototype,"context",2),m([f({attribute:!1})],x.prototype,"whole",2),m([f({attribute:!1})],x.prototype,"view",2),m([f({attribute:!1})],x.prototype,"rows",2),m([f({attribute:!1})],x.prototype,"moment",2),m([f({attribute:!1})],x.prototype,"clip",2),m([O()],x.prototype,"width",2),m([O()],x.prototype,"pointed",2),m([L(".line")],x.prototype,"line",2),x=m([M("mycamera-day-line")],x);export{wt as a,$t as b,H as c,st as d,It as e,Mt as f,Pt as g,Xt as h,x as i};
