import{a as T,c as Y,d as G}from"./chunk-HHJDOHJD.js";import{A,f as j}from"./chunk-BHOWC5AJ.js";import{b as z}from"./chunk-IZAUT6OZ.js";import{a as U,b as o,c as L,e as m,g as Z,h as _,i as g,j as E,l as O,m as P,s as V,t as W,u as q,v as H}from"./chunk-37QZ7KDG.js";import{b as y,f as S,v as B,w as N}from"./chunk-UXGMC5Z2.js";import{a as h,b as p,c as k,d as D,e as d}from"./chunk-ZORKPPHW.js";var J=U`
  :host {
    display: block;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 4px 12px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding-inline: 14px;
    border-radius: 18px;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .chip svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .chip[aria-pressed="true"] {
    border-color: var(--mc-accent);
    background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
  }
  .end {
    margin-inline-start: auto;
  }
  .parts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(420px, 100%), 1fr));
    gap: var(--mc-gap);
  }
  section {
    display: grid;
    align-content: start;
    gap: 8px;
    min-inline-size: 0;
    padding: 16px;
    border-radius: var(--mc-radius);
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  h2 {
    font-size: 16px;
    font-weight: 500;
  }
  .large {
    font-size: 40px;
    line-height: 1.1;
    font-variant-numeric: tabular-nums;
  }
  .total p:not(.large),
  .hint {
    color: var(--mc-text-2);
  }
  table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 6px 8px 6px 0;
    text-align: end;
    border-block-end: 1px solid var(--mc-line);
  }
  th {
    font-size: 12px;
    font-weight: 400;
    color: var(--mc-text-2);
  }
  th:first-child,
  td:first-child {
    text-align: start;
  }
  .zone {
    min-block-size: 32px;
    padding-inline: 10px;
    margin-inline-start: -10px;
    border-radius: 16px;
    color: color-mix(in srgb, var(--mc-accent) 60%, var(--mc-text));
    text-align: start;
  }
  .zone[aria-pressed="true"] {
    color: var(--mc-text);
    background: color-mix(in srgb, var(--mc-accent) 16%, var(--mc-surface));
  }
  .chart {
    position: relative;
    padding-block-start: 18px;
  }
  .most {
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: 0;
    font-size: 11px;
    color: var(--mc-text-2);
    pointer-events: none;
  }
  .chart svg {
    inline-size: 100%;
    block-size: 150px;
    border-block-end: 1px solid var(--mc-line);
  }
  .whole {
    fill: transparent;
  }
  .now {
    fill: var(--mc-accent);
  }
  .before {
    fill: var(--mc-text-2);
  }
  .marks {
    display: flex;
    block-size: 20px;
    font-size: 11px;
    color: var(--mc-text-2);
  }
  .marks span {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .marks b {
    display: block;
    font-weight: 400;
    white-space: nowrap;
  }
  .ways {
    position: relative;
    aspect-ratio: 16 / 9;
    border-radius: 8px;
    overflow: hidden;
    background: var(--mc-sunken);
  }
  .ways img,
  .ways canvas {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: fill;
  }
`;var K=[7,28,90],st=Date.UTC(2024,0,1,12),it=864e5,b,i,I,$,Q,X,C,M,x,F,tt,et,c=class extends Z{constructor(){super(...arguments);k(this,i);this.cameraId=null;this.length=K[0];this.figures=null;this.ways=null;this.zone=null;this.failure=null;this.last="";k(this,b,0)}willUpdate(s){s.has("cameraId")&&(this.zone=null),(s.has("cameraId")||s.has("length"))&&d(this,i,I).call(this)}updated(s){s.has("ways")&&d(this,i,tt).call(this)}render(){let{context:s,figures:t}=this,{localize:e,formats:n}=s;if(this.failure!==null)return q({icon:j,bad:!0,...H(s,this.failure),action:o`<button class="text-button" @click=${()=>{d(this,i,I).call(this)}}>${e("retry")}</button>`});if(t===null)return o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${e("loading")}></div>
      </div>`;let r=Y(d(this,i,Q).call(this,t),this.last,this.length,a=>({day:n.day(a),hour:n.hour(a)}));return o`${d(this,i,C).call(this)}
      <div class="parts">
        ${d(this,i,M).call(this,r)}
        ${d(this,i,x).call(this,e("figures_by_day"),r.days,a=>n.shortDay(a))}
        ${d(this,i,x).call(this,e("figures_by_hour"),r.hours,a=>n.hourOfDay(Number(a)))}
        ${d(this,i,x).call(this,e("figures_by_weekday"),r.weekdays,a=>d(this,i,X).call(this,Number(a)))}
        ${d(this,i,F).call(this)}
      </div>`}};b=new WeakMap,i=new WeakSet,I=async function(){let{hass:s,formats:t}=this.context;D(this,b,p(this,b)+1);let e=p(this,b);this.last=t.today(),this.failure=null;let[n]=T(this.last,2*this.length),[r]=T(this.last,this.length),{until:a}=y(this.last,t.timeZone);try{let[l,v]=await Promise.all([B(s,this.cameraId,y(n??this.last,t.timeZone).since,a,t.timeZone),this.cameraId===null?null:N(s,this.cameraId,y(r??this.last,t.timeZone).since,a)]);if(e!==p(this,b))return;this.figures=l,this.ways=v}catch(l){e===p(this,b)&&(this.failure=S(l))}},$=function(){return this.ways?.zones.find(s=>s.name===this.zone)??null},Q=function(s){let t=p(this,i,$);return t===null?s:{hours:t.quarters.map(e=>({...e,camera_id:this.cameraId??""}))}},X=function(s){return new Intl.DateTimeFormat(this.context.hass.locale.language,{weekday:"short",timeZone:"UTC"}).format(st+s*it)},C=function(){let{localize:s}=this.context;return o`<div class="choice">
      ${K.map(t=>o`<button
          class="chip"
          aria-pressed=${this.length===t?"true":"false"}
          @click=${()=>{this.length=t}}
        >
          ${s("figures_days",{count:t})}
        </button>`)}
      <button class="chip end" @click=${()=>d(this,i,et).call(this)}>${V(A)} CSV</button>
    </div>`},M=function({total:s,before:t}){let{localize:e,formats:n}=this.context,r=t===0?null:(s-t)/t,a=r!==null&&r>0?"+":r!==null&&r<0?"−":"±";return o`<section class="total">
      <h2>${e("persons")}</h2>
      <p class="large">${n.number(s)}</p>
      ${p(this,i,$)===null?o`<p>
              ${e("figures_before",{count:n.number(t)})}
              ${r===null?m:o`· ${a}${n.percent(Math.abs(r))}`}
            </p>`:o`<p>
              <span dir="auto">${p(this,i,$).name}</span>
              ${this.ways?.whole===!1?o`· ${e("figures_newest",{count:n.number(this.ways.persons)})}`:m}
            </p>`}
      ${this.ways?.median_seconds==null?m:o`<p>${e("figures_stay",{duration:n.duration(this.ways.median_seconds)})}</p>`}
      ${this.ways&&this.ways.zones.length>0?o`<table>
              <thead>
                <tr>
                  <th>${e("zone")}</th>
                  <th>${e("persons")}</th>
                  <th>${e("duration")}</th>
                </tr>
              </thead>
              <tbody>
                ${this.ways.zones.map(l=>o`<tr>
                    <td>
                      <button
                        class="zone"
                        aria-pressed=${l.name===this.zone?"true":"false"}
                        title=${e("figures_zone_only")}
                        @click=${()=>{this.zone=l.name===this.zone?null:l.name}}
                      >
                        <span dir="auto">${l.name}</span>
                      </button>
                    </td>
                    <td>${n.number(l.persons)}</td>
                    <td>${n.duration(l.median_seconds)}</td>
                  </tr>`)}
              </tbody>
            </table>`:m}
      ${this.ways&&this.ways.lines.length>0?o`<table>
              <thead>
                <tr>
                  <th>${e("figures_line")}</th>
                  <th>${e("figures_in")}</th>
                  <th>${e("figures_out")}</th>
                </tr>
              </thead>
              <tbody>
                ${this.ways.lines.map(l=>o`<tr>
                    <td dir="auto">${l.name}</td>
                    <td>${n.number(l.inwards)}</td>
                    <td>${n.number(l.outwards)}</td>
                  </tr>`)}
              </tbody>
            </table>`:m}
    </section>`},x=function(s,t,e){let{localize:n,formats:r}=this.context,a=Math.max(1,...t.flatMap(({now:u,before:f})=>[u,f])),l=Math.ceil(t.length/8),v=t.map(u=>`${e(u.key)}: ${r.number(u.now)}`).join(", ");return o`<section>
      <h2>${s}</h2>
      <div class="chart" role="img" aria-label=${`${s}. ${v}`}>
        <span class="most" aria-hidden="true">${r.number(a)}</span>
        <svg viewBox="0 0 ${t.length*10} 100" preserveAspectRatio="none" aria-hidden="true">
          ${t.map(({key:u,now:f,before:R},w)=>L`<g>
              <title>${`${e(u)}: ${r.number(f)} (${n("figures_before",{count:r.number(R)})})`}</title>
              <rect class="whole" x=${w*10} y="0" width="10" height="100"></rect>
              <rect class="now" x=${w*10+1.5} y=${100-f/a*100} width="7" height=${f/a*100}></rect>
              <rect class="before" x=${w*10+.5} y=${100-R/a*100} width="9" height="1.2"></rect>
            </g>`)}
        </svg>
        <div class="marks" aria-hidden="true">
          ${t.map((u,f)=>o`<span>${f%l===0?o`<b>${e(u.key)}</b>`:m}</span>`)}
        </div>
      </div>
    </section>`},F=function(){let{context:s,ways:t}=this,{localize:e,hass:n,formats:r}=s;return t===null?o`<section>
        <h2>${e("figures_ways")}</h2>
        <p class="hint">${e(this.cameraId===null?"figures_ways_choose":"loading")}</p>
      </section>`:o`<section>
      <h2>${e("figures_ways")}</h2>
      <div class="ways">
        ${t.still_url===null?m:o`<img src=${n.hassUrl(t.still_url)} alt="" />`}
        <canvas
          role="img"
          aria-label=${e("figures_ways_of",{camera:z(s,this.cameraId??"")})}
          width=${t.columns}
          height=${t.rows}
        ></canvas>
      </div>
      <p class="hint">
        ${e(t.whole?"figures_ways_all":"figures_ways_newest",{count:r.number(t.persons)})}
      </p>
    </section>`},tt=function(){let{canvas:s,ways:t}=this,e=s?.getContext("2d");if(!e||!t)return;let n=Math.log1p(Math.max(1,...t.fields)),r=e.createImageData(t.columns,t.rows);t.fields.forEach((a,l)=>{let v=Math.log1p(a)/n;r.data.set([255,Math.round(220*(1-v)),0,a===0?0:Math.round(40+150*v)],l*4)}),e.putImageData(r,0,0)},et=function(){let{context:s,figures:t}=this;if(t===null)return;let{localize:e}=s,n=[e("since"),e("camera"),e("persons")],r=G(t,n,l=>z(s,l)),a=document.createElement("a");a.href=URL.createObjectURL(new Blob([r],{type:"text/csv;charset=utf-8"})),a.download=`mycamera-${this.last}.csv`,a.click(),window.setTimeout(()=>URL.revokeObjectURL(a.href),1e4)},c.styles=[P,W,J],h([_({attribute:!1})],c.prototype,"context",2),h([_({attribute:!1})],c.prototype,"cameraId",2),h([g()],c.prototype,"length",2),h([g()],c.prototype,"figures",2),h([g()],c.prototype,"ways",2),h([g()],c.prototype,"zone",2),h([g()],c.prototype,"failure",2),h([g()],c.prototype,"last",2),h([E("canvas")],c.prototype,"canvas",2),c=h([O("mycamera-figures")],c);export{c as MyCameraFigures};
