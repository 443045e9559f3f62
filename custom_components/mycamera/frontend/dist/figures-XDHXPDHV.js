import{Da as H,Ea as M,Fa as q,Ga as G,Ha as J,Ka as K,f as E,ia as O,ja as l,ka as P,ma as x,oa as W,pa as R,qa as $,ra as N,ya as U,z as Z}from"./chunk-QVQXDEXG.js";import{b as z,e as V,t as Y,u as C}from"./chunk-WRMKGX7S.js";import{a as g,b as k,c as I,d as L,e as p}from"./chunk-ZORKPPHW.js";function X(f){return Date.parse(`${f}T00:00:00Z`)}function T(f,b){return Array.from({length:b},(e,t)=>new Date(X(f)-(b-1-t)*864e5).toISOString().slice(0,10))}function Q(f){return(new Date(X(f)).getUTCDay()+6)%7}function F({hours:f},b,e,t){let s=T(b,2*e),a=new Map(s.map((c,u)=>[c,u])),r=new Array(2*e).fill(0),n=[new Array(24).fill(0),new Array(24).fill(0)],o=[new Array(7).fill(0),new Array(7).fill(0)];for(let{start:c,persons:u}of f){let{day:h,hour:_}=t(c),v=a.get(h);if(v===void 0)continue;let j=v>=e?0:1;r[v]=(r[v]??0)+u;let D=n[j],S=o[j];D&&(D[_]=(D[_]??0)+u),S&&(S[Q(h)]=(S[Q(h)]??0)+u)}let y=(c,u,h)=>c.map((_,v)=>({key:_,now:u[v]??0,before:h[v]??0})),m=c=>c.reduce((u,h)=>u+h,0);return{total:m(r.slice(e)),before:m(r.slice(0,e)),days:y(s.slice(e),r.slice(e),r.slice(0,e)),hours:y([...Array(24).keys()].map(String),n[0]??[],n[1]??[]),weekdays:y([...Array(7).keys()].map(String),o[0]??[],o[1]??[])}}function tt({hours:f},b,e){let t=a=>`"${a.replace(/^([=+\-@\t\r])/,"'$1").replaceAll('"','""')}"`,s=f.map(({start:a,camera_id:r,persons:n})=>[a,t(e(r)),n].join(","));return`\uFEFF${[b.map(t).join(","),...s].join(`\r
`)}\r
`}var et=O`
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
`;var st=[7,28,90],ct=Date.UTC(2024,0,1,12),dt=864e5,w,i,B,rt,nt,at,A,it,ot,lt,d=class extends W{constructor(){super(...arguments);I(this,i);this.cameraId=null;this.length=st[0];this.figures=null;this.ways=null;this.failure=null;this.last="";I(this,w,0)}willUpdate(e){(e.has("cameraId")||e.has("length"))&&p(this,i,B).call(this)}updated(e){e.has("ways")&&p(this,i,ot).call(this)}render(){let{context:e,figures:t}=this,{localize:s,formats:a}=e;if(this.failure!==null)return G({icon:E,bad:!0,...J(e,this.failure),action:l`<button class="text-button" @click=${()=>{p(this,i,B).call(this)}}>${s("retry")}</button>`});if(t===null)return l`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${s("loading")}></div>
      </div>`;let r=F(t,this.last,this.length,n=>({day:a.day(n),hour:a.hour(n)}));return l`${p(this,i,nt).call(this)}
      <div class="parts">
        ${p(this,i,at).call(this,r)}
        ${p(this,i,A).call(this,s("figures_by_day"),r.days,n=>a.shortDay(n))}
        ${p(this,i,A).call(this,s("figures_by_hour"),r.hours,n=>`${n.padStart(2,"0")}:00`)}
        ${p(this,i,A).call(this,s("figures_by_weekday"),r.weekdays,n=>p(this,i,rt).call(this,Number(n)))}
        ${p(this,i,it).call(this)}
      </div>`}};w=new WeakMap,i=new WeakSet,B=async function(){let{hass:e,formats:t}=this.context;L(this,w,k(this,w)+1);let s=k(this,w);this.last=t.today(),this.failure=null;let[a]=T(this.last,2*this.length),[r]=T(this.last,this.length),{until:n}=z(this.last,t.timeZone);try{let[o,y]=await Promise.all([Y(e,this.cameraId,z(a??this.last,t.timeZone).since,n,t.timeZone),this.cameraId===null?null:C(e,this.cameraId,z(r??this.last,t.timeZone).since,n)]);if(s!==k(this,w))return;this.figures=o,this.ways=y}catch(o){s===k(this,w)&&(this.failure=V(o))}},rt=function(e){return new Intl.DateTimeFormat(this.context.hass.locale.language,{weekday:"short",timeZone:"UTC"}).format(ct+e*dt)},nt=function(){let{localize:e}=this.context;return l`<div class="choice">
      ${st.map(t=>l`<button
          class="chip"
          aria-pressed=${this.length===t?"true":"false"}
          @click=${()=>{this.length=t}}
        >
          ${e("figures_days",{count:t})}
        </button>`)}
      <button class="chip end" @click=${()=>p(this,i,lt).call(this)}>${M(Z)} CSV</button>
    </div>`},at=function({total:e,before:t}){let{localize:s,formats:a}=this.context,r=t===0?null:(e-t)/t,n=r!==null&&r>0?"+":r!==null&&r<0?"−":"±";return l`<section class="total">
      <h2>${s("persons")}</h2>
      <p class="large">${a.number(e)}</p>
      <p>
        ${s("figures_before",{count:a.number(t)})}
        ${r===null?x:l`· ${n}${a.percent(Math.abs(r))}`}
      </p>
      ${this.ways?.median_seconds==null?x:l`<p>${s("figures_stay",{duration:a.duration(this.ways.median_seconds)})}</p>`}
      ${this.ways&&this.ways.zones.length>0?l`<table>
              <thead>
                <tr>
                  <th>${s("zone")}</th>
                  <th>${s("persons")}</th>
                  <th>${s("duration")}</th>
                </tr>
              </thead>
              <tbody>
                ${this.ways.zones.map(o=>l`<tr>
                    <td dir="auto">${o.name}</td>
                    <td>${a.number(o.persons)}</td>
                    <td>${a.duration(o.median_seconds)}</td>
                  </tr>`)}
              </tbody>
            </table>`:x}
    </section>`},A=function(e,t,s){let{localize:a,formats:r}=this.context,n=Math.max(1,...t.flatMap(({now:m,before:c})=>[m,c])),o=Math.ceil(t.length/8),y=t.map(m=>`${s(m.key)}: ${r.number(m.now)}`).join(", ");return l`<section>
      <h2>${e}</h2>
      <div class="chart" role="img" aria-label=${`${e}. ${y}`}>
        <span class="most" aria-hidden="true">${r.number(n)}</span>
        <svg viewBox="0 0 ${t.length*10} 100" preserveAspectRatio="none" aria-hidden="true">
          ${t.map(({key:m,now:c,before:u},h)=>P`<g>
              <title>${`${s(m)}: ${r.number(c)} (${a("figures_before",{count:r.number(u)})})`}</title>
              <rect class="whole" x=${h*10} y="0" width="10" height="100"></rect>
              <rect class="now" x=${h*10+1.5} y=${100-c/n*100} width="7" height=${c/n*100}></rect>
              <rect class="before" x=${h*10+.5} y=${100-u/n*100} width="9" height="1.2"></rect>
            </g>`)}
        </svg>
        <div class="marks" aria-hidden="true">
          ${t.map((m,c)=>l`<span>${c%o===0?l`<b>${s(m.key)}</b>`:x}</span>`)}
        </div>
      </div>
    </section>`},it=function(){let{context:e,ways:t}=this,{localize:s,hass:a,formats:r}=e;return t===null?l`<section>
        <h2>${s("figures_ways")}</h2>
        <p class="hint">${s(this.cameraId===null?"figures_ways_choose":"loading")}</p>
      </section>`:l`<section>
      <h2>${s("figures_ways")}</h2>
      <div class="ways">
        ${t.still_url===null?x:l`<img src=${a.hassUrl(t.still_url)} alt="" />`}
        <canvas
          role="img"
          aria-label=${s("figures_ways_of",{camera:U(e,this.cameraId??"")})}
          width=${t.columns}
          height=${t.rows}
        ></canvas>
      </div>
      <p class="hint">
        ${s(t.whole?"figures_ways_all":"figures_ways_newest",{count:r.number(t.persons)})}
      </p>
    </section>`},ot=function(){let{canvas:e,ways:t}=this,s=e?.getContext("2d");if(!s||!t)return;let a=Math.log1p(Math.max(1,...t.fields)),r=s.createImageData(t.columns,t.rows);t.fields.forEach((n,o)=>{let y=Math.log1p(n)/a;r.data.set([255,Math.round(220*(1-y)),0,n===0?0:Math.round(40+150*y)],o*4)}),s.putImageData(r,0,0)},lt=function(){let{context:e,figures:t}=this;if(t===null)return;let{localize:s}=e,a=[s("since"),s("camera"),s("persons")],r=tt(t,a,o=>U(e,o)),n=document.createElement("a");n.href=URL.createObjectURL(new Blob([r],{type:"text/csv;charset=utf-8"})),n.download=`mycamera-${this.last}.csv`,n.click(),window.setTimeout(()=>URL.revokeObjectURL(n.href),1e4)},d.styles=[K,q,et],g([R({attribute:!1})],d.prototype,"context",2),g([R({attribute:!1})],d.prototype,"cameraId",2),g([$()],d.prototype,"length",2),g([$()],d.prototype,"figures",2),g([$()],d.prototype,"ways",2),g([$()],d.prototype,"failure",2),g([$()],d.prototype,"last",2),g([N("canvas")],d.prototype,"canvas",2),d=g([H("mycamera-figures")],d);export{d as MyCameraFigures};
