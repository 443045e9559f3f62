import{a as z,c as Y,d as q}from"./chunk-HHJDOHJD.js";import{A as U,f as D}from"./chunk-BHOWC5AJ.js";import{b as _}from"./chunk-4WRMXM6F.js";import{a as L,b as o,c as E,e as g,g as S,h as k,i as v,j as B,l as Z,m as j,s as A,t as V,u as W,v as H}from"./chunk-SGV7PAB7.js";import{b,e as N,x as O,y as P}from"./chunk-AEKD4G6A.js";import{a as h,b as y,c as w,d as I,e as d}from"./chunk-ZORKPPHW.js";var G=L`
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
`;var C=[7,28,90],tt=Date.UTC(2024,0,1,12),et=864e5,m,n,T,J,K,M,x,Q,X,F,c=class extends S{constructor(){super(...arguments);w(this,n);this.cameraId=null;this.length=C[0];this.figures=null;this.ways=null;this.failure=null;this.last="";w(this,m,0)}willUpdate(s){(s.has("cameraId")||s.has("length"))&&d(this,n,T).call(this)}updated(s){s.has("ways")&&d(this,n,X).call(this)}render(){let{context:s,figures:t}=this,{localize:e,formats:r}=s;if(this.failure!==null)return W({icon:D,bad:!0,...H(s,this.failure),action:o`<button class="text-button" @click=${()=>{d(this,n,T).call(this)}}>${e("retry")}</button>`});if(t===null)return o`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${e("loading")}></div>
      </div>`;let a=Y(t,this.last,this.length,i=>({day:r.day(i),hour:r.hour(i)}));return o`${d(this,n,K).call(this)}
      <div class="parts">
        ${d(this,n,M).call(this,a)}
        ${d(this,n,x).call(this,e("figures_by_day"),a.days,i=>r.shortDay(i))}
        ${d(this,n,x).call(this,e("figures_by_hour"),a.hours,i=>r.hourOfDay(Number(i)))}
        ${d(this,n,x).call(this,e("figures_by_weekday"),a.weekdays,i=>d(this,n,J).call(this,Number(i)))}
        ${d(this,n,Q).call(this)}
      </div>`}};m=new WeakMap,n=new WeakSet,T=async function(){let{hass:s,formats:t}=this.context;I(this,m,y(this,m)+1);let e=y(this,m);this.last=t.today(),this.failure=null;let[r]=z(this.last,2*this.length),[a]=z(this.last,this.length),{until:i}=b(this.last,t.timeZone);try{let[l,f]=await Promise.all([O(s,this.cameraId,b(r??this.last,t.timeZone).since,i,t.timeZone),this.cameraId===null?null:P(s,this.cameraId,b(a??this.last,t.timeZone).since,i)]);if(e!==y(this,m))return;this.figures=l,this.ways=f}catch(l){e===y(this,m)&&(this.failure=N(l))}},J=function(s){return new Intl.DateTimeFormat(this.context.hass.locale.language,{weekday:"short",timeZone:"UTC"}).format(tt+s*et)},K=function(){let{localize:s}=this.context;return o`<div class="choice">
      ${C.map(t=>o`<button
          class="chip"
          aria-pressed=${this.length===t?"true":"false"}
          @click=${()=>{this.length=t}}
        >
          ${s("figures_days",{count:t})}
        </button>`)}
      <button class="chip end" @click=${()=>d(this,n,F).call(this)}>${A(U)} CSV</button>
    </div>`},M=function({total:s,before:t}){let{localize:e,formats:r}=this.context,a=t===0?null:(s-t)/t,i=a!==null&&a>0?"+":a!==null&&a<0?"−":"±";return o`<section class="total">
      <h2>${e("persons")}</h2>
      <p class="large">${r.number(s)}</p>
      <p>
        ${e("figures_before",{count:r.number(t)})}
        ${a===null?g:o`· ${i}${r.percent(Math.abs(a))}`}
      </p>
      ${this.ways?.median_seconds==null?g:o`<p>${e("figures_stay",{duration:r.duration(this.ways.median_seconds)})}</p>`}
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
                    <td dir="auto">${l.name}</td>
                    <td>${r.number(l.persons)}</td>
                    <td>${r.duration(l.median_seconds)}</td>
                  </tr>`)}
              </tbody>
            </table>`:g}
    </section>`},x=function(s,t,e){let{localize:r,formats:a}=this.context,i=Math.max(1,...t.flatMap(({now:p,before:u})=>[p,u])),l=Math.ceil(t.length/8),f=t.map(p=>`${e(p.key)}: ${a.number(p.now)}`).join(", ");return o`<section>
      <h2>${s}</h2>
      <div class="chart" role="img" aria-label=${`${s}. ${f}`}>
        <span class="most" aria-hidden="true">${a.number(i)}</span>
        <svg viewBox="0 0 ${t.length*10} 100" preserveAspectRatio="none" aria-hidden="true">
          ${t.map(({key:p,now:u,before:R},$)=>E`<g>
              <title>${`${e(p)}: ${a.number(u)} (${r("figures_before",{count:a.number(R)})})`}</title>
              <rect class="whole" x=${$*10} y="0" width="10" height="100"></rect>
              <rect class="now" x=${$*10+1.5} y=${100-u/i*100} width="7" height=${u/i*100}></rect>
              <rect class="before" x=${$*10+.5} y=${100-R/i*100} width="9" height="1.2"></rect>
            </g>`)}
        </svg>
        <div class="marks" aria-hidden="true">
          ${t.map((p,u)=>o`<span>${u%l===0?o`<b>${e(p.key)}</b>`:g}</span>`)}
        </div>
      </div>
    </section>`},Q=function(){let{context:s,ways:t}=this,{localize:e,hass:r,formats:a}=s;return t===null?o`<section>
        <h2>${e("figures_ways")}</h2>
        <p class="hint">${e(this.cameraId===null?"figures_ways_choose":"loading")}</p>
      </section>`:o`<section>
      <h2>${e("figures_ways")}</h2>
      <div class="ways">
        ${t.still_url===null?g:o`<img src=${r.hassUrl(t.still_url)} alt="" />`}
        <canvas
          role="img"
          aria-label=${e("figures_ways_of",{camera:_(s,this.cameraId??"")})}
          width=${t.columns}
          height=${t.rows}
        ></canvas>
      </div>
      <p class="hint">
        ${e(t.whole?"figures_ways_all":"figures_ways_newest",{count:a.number(t.persons)})}
      </p>
    </section>`},X=function(){let{canvas:s,ways:t}=this,e=s?.getContext("2d");if(!e||!t)return;let r=Math.log1p(Math.max(1,...t.fields)),a=e.createImageData(t.columns,t.rows);t.fields.forEach((i,l)=>{let f=Math.log1p(i)/r;a.data.set([255,Math.round(220*(1-f)),0,i===0?0:Math.round(40+150*f)],l*4)}),e.putImageData(a,0,0)},F=function(){let{context:s,figures:t}=this;if(t===null)return;let{localize:e}=s,r=[e("since"),e("camera"),e("persons")],a=q(t,r,l=>_(s,l)),i=document.createElement("a");i.href=URL.createObjectURL(new Blob([a],{type:"text/csv;charset=utf-8"})),i.download=`mycamera-${this.last}.csv`,i.click(),window.setTimeout(()=>URL.revokeObjectURL(i.href),1e4)},c.styles=[j,V,G],h([k({attribute:!1})],c.prototype,"context",2),h([k({attribute:!1})],c.prototype,"cameraId",2),h([v()],c.prototype,"length",2),h([v()],c.prototype,"figures",2),h([v()],c.prototype,"ways",2),h([v()],c.prototype,"failure",2),h([v()],c.prototype,"last",2),h([B("canvas")],c.prototype,"canvas",2),c=h([Z("mycamera-figures")],c);export{c as MyCameraFigures};
