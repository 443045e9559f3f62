import{a as R,c as H,d as Y}from"./chunk-HHJDOHJD.js";import{A as j,f as P}from"./chunk-2T6RHLYP.js";import{b as T}from"./chunk-FJ3T6KF4.js";import{a as U,b as l,c as L,e as f,g as E,h as z,i as b,j as S,l as A,m as B,s as V,t as W,u as q,v as G}from"./chunk-HU3JNPAX.js";import{b as $,f as Z,v as N,w as O}from"./chunk-UXGMC5Z2.js";import{a as u,b as m,c as _,d as D,e as h}from"./chunk-ZORKPPHW.js";var K=U`
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
    container-type: inline-size;
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
  @container (max-width: 400px) {
    .marks .other {
      display: none;
    }
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
`;var J=[7,28,90],at=Date.UTC(2024,0,1,12),rt=864e5,nt=5,v,i,I,x,M,Q,X,C,w,F,tt,et,c=class extends E{constructor(){super(...arguments);_(this,i);this.cameraId=null;this.length=J[0];this.figures=null;this.ways=null;this.zone=null;this.failure=null;this.last="";_(this,v,0)}willUpdate(s){s.has("cameraId")&&(this.zone=null),(s.has("cameraId")||s.has("length"))&&h(this,i,I).call(this)}updated(s){s.has("ways")&&h(this,i,tt).call(this)}render(){let{context:s,figures:t}=this,{localize:e,formats:n}=s;if(this.failure!==null)return q({icon:P,bad:!0,...G(s,this.failure),action:l`<button class="text-button" @click=${()=>{h(this,i,I).call(this)}}>${e("retry")}</button>`});if(t===null)return l`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${e("loading")}></div>
      </div>`;let r=H(h(this,i,M).call(this,t),this.last,this.length,a=>({day:n.day(a),hour:n.hour(a)}));return l`${h(this,i,X).call(this)}
      <div class="parts">
        ${h(this,i,C).call(this,r)}
        ${h(this,i,w).call(this,e("figures_by_day"),r.days,a=>n.shortDay(a))}
        ${h(this,i,w).call(this,e("figures_by_hour"),r.hours,a=>n.hourOfDay(Number(a)))}
        ${h(this,i,w).call(this,e("figures_by_weekday"),r.weekdays,a=>h(this,i,Q).call(this,Number(a)))}
        ${h(this,i,F).call(this)}
      </div>`}};v=new WeakMap,i=new WeakSet,I=async function(){let{hass:s,formats:t}=this.context;D(this,v,m(this,v)+1);let e=m(this,v);this.last=t.today(),this.failure=null;let[n]=R(this.last,2*this.length),[r]=R(this.last,this.length),{until:a}=$(this.last,t.timeZone);try{let[o,g]=await Promise.all([N(s,this.cameraId,$(n??this.last,t.timeZone).since,a,t.timeZone),this.cameraId===null?null:O(s,this.cameraId,$(r??this.last,t.timeZone).since,a)]);if(e!==m(this,v))return;this.figures=o,this.ways=g}catch(o){e===m(this,v)&&(this.failure=Z(o))}},x=function(){return this.ways?.zones.find(s=>s.name===this.zone)??null},M=function(s){let t=m(this,i,x);return t===null?s:{hours:t.quarters.map(e=>({...e,camera_id:this.cameraId??""}))}},Q=function(s){return new Intl.DateTimeFormat(this.context.hass.locale.language,{weekday:"short",timeZone:"UTC"}).format(at+s*rt)},X=function(){let{localize:s}=this.context;return l`<div class="choice">
      ${J.map(t=>l`<button
          class="chip"
          aria-pressed=${this.length===t?"true":"false"}
          @click=${()=>{this.length=t}}
        >
          ${s("figures_days",{count:t})}
        </button>`)}
      <button class="chip end" @click=${()=>h(this,i,et).call(this)}>${V(j)} CSV</button>
    </div>`},C=function({total:s,before:t}){let{localize:e,formats:n}=this.context,r=t===0?null:(s-t)/t,a=r!==null&&r>0?"+":r!==null&&r<0?"−":"±";return l`<section class="total">
      <h2>${e("persons")}</h2>
      <p class="large">${n.number(s)}</p>
      ${m(this,i,x)===null?l`<p>
              ${e("figures_before",{count:n.number(t)})}
              ${r===null?f:l`· ${a}${n.percent(Math.abs(r))}`}
            </p>`:l`<p>
              <span dir="auto">${m(this,i,x).name}</span>
              ${this.ways?.whole===!1?l`· ${e("figures_newest",{count:n.number(this.ways.persons)})}`:f}
            </p>`}
      ${this.ways?.median_seconds==null?f:l`<p>${e("figures_stay",{duration:n.duration(this.ways.median_seconds)})}</p>`}
      ${this.ways&&this.ways.zones.length>0?l`<table>
              <thead>
                <tr>
                  <th>${e("zone")}</th>
                  <th>${e("persons")}</th>
                  <th>${e("duration")}</th>
                </tr>
              </thead>
              <tbody>
                ${this.ways.zones.map(o=>l`<tr>
                    <td>
                      <button
                        class="zone"
                        aria-pressed=${o.name===this.zone?"true":"false"}
                        title=${e("figures_zone_only")}
                        @click=${()=>{this.zone=o.name===this.zone?null:o.name}}
                      >
                        <span dir="auto">${o.name}</span>
                      </button>
                    </td>
                    <td>${n.number(o.persons)}</td>
                    <td>${n.duration(o.median_seconds)}</td>
                  </tr>`)}
              </tbody>
            </table>`:f}
      ${this.ways&&this.ways.lines.length>0?l`<table>
              <thead>
                <tr>
                  <th>${e("figures_line")}</th>
                  <th>${e("figures_in")}</th>
                  <th>${e("figures_out")}</th>
                </tr>
              </thead>
              <tbody>
                ${this.ways.lines.map(o=>l`<tr>
                    <td dir="auto">${o.name}</td>
                    <td>${n.number(o.inwards)}</td>
                    <td>${n.number(o.outwards)}</td>
                  </tr>`)}
              </tbody>
            </table>`:f}
    </section>`},w=function(s,t,e){let{localize:n,formats:r}=this.context,a=Math.max(1,...t.flatMap(({now:d,before:p})=>[d,p])),o=Math.ceil(t.length/8),g=t.map((d,p)=>p%o===0?e(d.key):""),st=o>1&&g.some(d=>d.length>nt),it=t.map(d=>`${e(d.key)}: ${r.number(d.now)}`).join(", ");return l`<section>
      <h2>${s}</h2>
      <div class="chart" role="img" aria-label=${`${s}. ${it}`}>
        <span class="most" aria-hidden="true">${r.number(a)}</span>
        <svg viewBox="0 0 ${t.length*10} 100" preserveAspectRatio="none" aria-hidden="true">
          ${t.map(({key:d,now:p,before:y},k)=>L`<g>
              <title>${`${e(d)}: ${r.number(p)} (${n("figures_before",{count:r.number(y)})})`}</title>
              <rect class="whole" x=${k*10} y="0" width="10" height="100"></rect>
              <rect class="now" x=${k*10+1.5} y=${100-p/a*100} width="7" height=${p/a*100}></rect>
              <rect class="before" x=${k*10+.5} y=${100-y/a*100} width="9" height="1.2"></rect>
            </g>`)}
        </svg>
        <div class="marks" aria-hidden="true">
          ${g.map((d,p)=>{let y=st&&p/o%2===1;return l`<span>${d?l`<b class=${y?"other":""}>${d}</b>`:f}</span>`})}
        </div>
      </div>
    </section>`},F=function(){let{context:s,ways:t}=this,{localize:e,hass:n,formats:r}=s;return t===null?l`<section>
        <h2>${e("figures_ways")}</h2>
        <p class="hint">${e(this.cameraId===null?"figures_ways_choose":"loading")}</p>
      </section>`:l`<section>
      <h2>${e("figures_ways")}</h2>
      <div class="ways">
        ${t.still_url===null?f:l`<img src=${n.hassUrl(t.still_url)} alt="" />`}
        <canvas
          role="img"
          aria-label=${e("figures_ways_of",{camera:T(s,this.cameraId??"")})}
          width=${t.columns}
          height=${t.rows}
        ></canvas>
      </div>
      <p class="hint">
        ${e(t.whole?"figures_ways_all":"figures_ways_newest",{count:r.number(t.persons)})}
      </p>
    </section>`},tt=function(){let{canvas:s,ways:t}=this,e=s?.getContext("2d");if(!e||!t)return;let n=Math.log1p(Math.max(1,...t.fields)),r=e.createImageData(t.columns,t.rows);t.fields.forEach((a,o)=>{let g=Math.log1p(a)/n;r.data.set([255,Math.round(220*(1-g)),0,a===0?0:Math.round(40+150*g)],o*4)}),e.putImageData(r,0,0)},et=function(){let{context:s,figures:t}=this;if(t===null)return;let{localize:e}=s,n=[e("since"),e("camera"),e("persons")],r=Y(t,n,o=>T(s,o)),a=document.createElement("a");a.href=URL.createObjectURL(new Blob([r],{type:"text/csv;charset=utf-8"})),a.download=`mycamera-${this.last}.csv`,a.click(),window.setTimeout(()=>URL.revokeObjectURL(a.href),1e4)},c.styles=[B,W,K],u([z({attribute:!1})],c.prototype,"context",2),u([z({attribute:!1})],c.prototype,"cameraId",2),u([b()],c.prototype,"length",2),u([b()],c.prototype,"figures",2),u([b()],c.prototype,"ways",2),u([b()],c.prototype,"zone",2),u([b()],c.prototype,"failure",2),u([b()],c.prototype,"last",2),u([S("canvas")],c.prototype,"canvas",2),c=u([A("mycamera-figures")],c);export{c as MyCameraFigures};
