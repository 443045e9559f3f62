import{a as Y,c as G,d as J,e as K}from"./chunk-A56LUTNR.js";import{A as L,D as j,W as B,ea as C,f as U,u as q,z as N}from"./chunk-2T6RHLYP.js";import{b as _}from"./chunk-FJ3T6KF4.js";import{c as k}from"./chunk-SCXZBF3W.js";import"./chunk-MMHEOMF5.js";import{a as T,b as o,e as g,g as F,h as P,i as m,l as O,m as A,q as D,s as h,t as H,u as y,v as w,x as V}from"./chunk-HU3JNPAX.js";import{f as $}from"./chunk-UXGMC5Z2.js";import{a as p,b as a,c as v,d as f,e as l}from"./chunk-ZORKPPHW.js";var Q=T`
  :host {
    display: block;
    padding-block-start: 12px;
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
  li {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 12px;
    padding: 12px 12px 12px 16px;
    padding-inline: 16px 12px;
  }
  li + li {
    border-block-start: 1px solid var(--mc-line);
  }
  .texts {
    display: grid;
    gap: 4px;
    flex: 1 1 240px;
    min-inline-size: 0;
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    color: var(--mc-text-2);
  }
  .missing {
    color: color-mix(in srgb, var(--mc-bad) 70%, var(--mc-text));
  }
  progress {
    inline-size: min(100%, 420px);
    block-size: 8px;
    accent-color: var(--mc-accent);
  }
  .films,
  .sure {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block-start: 4px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding-inline: 12px;
    border-radius: 18px;
    color: inherit;
    text-decoration: none;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
  }
  .chip svg {
    inline-size: 18px;
    block-size: 18px;
  }
  .chip:hover {
    background: color-mix(in srgb, var(--mc-accent) 8%, var(--mc-surface));
  }
  .bad {
    border-color: var(--mc-bad);
  }
  .said {
    padding-block-end: 12px;
    color: color-mix(in srgb, var(--mc-bad) 80%, var(--mc-text));
  }
`;var st=2e8,W="video/mp4",u,c,s,X,Z,z,I,E,M,tt,et,it,d=class extends F{constructor(){super(...arguments);v(this,s);this.exports=null;this.running=[];this.failure=null;this.said="";this.doomed=null;v(this,u,null);v(this,c,new Map)}connectedCallback(){super.connectedCallback(),this.load()}disconnectedCallback(){super.disconnectedCallback();for(let t of a(this,c).values())t?.();a(this,c).clear()}async load(){try{let{exports:t,running:e}=await Y(this.context.hass);this.exports=t,this.running=e,this.failure=null;for(let i of e)l(this,s,X).call(this,i.export_id)}catch(t){this.failure=$(t)}}reconnected(){a(this,c).clear(),this.load()}render(){let{context:t,exports:e,running:i}=this,{localize:n}=t;return e===null?this.failure===null?o`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${n("loading")}></div>
        </div>`:y({icon:U,bad:!0,...w(t,this.failure),action:o`<button class="text-button" @click=${()=>{this.load()}}>${n("retry")}</button>`}):e.length+i.length===0?o`${l(this,s,E).call(this)}
      ${y({icon:B,heading:n("no_exports"),text:n("no_exports_text")})}`:o`${l(this,s,E).call(this)}
      <ul>
        ${k(i,r=>r.export_id,r=>l(this,s,M).call(this,r))}
        ${k(e,r=>r.export_id,r=>l(this,s,tt).call(this,r))}
      </ul>`}};u=new WeakMap,c=new WeakMap,s=new WeakSet,X=async function(t){if(!a(this,c).has(t)){a(this,c).set(t,null);try{let e=await G(this.context.hass,t,i=>l(this,s,Z).call(this,t,i));a(this,c).has(t)&&a(this,c).set(t,e)}catch{a(this,c).delete(t),this.load()}}},Z=function(t,e){let{state:i,percent:n}=e;i==="done"||i==="failed"?(a(this,c).delete(t),e.error&&(this.said=e.error.message),this.load()):this.running=this.running.map(r=>r.export_id===t?{...r,state:i,percent:n}:r)},z=async function(t){try{await t,this.said=""}catch(e){this.said=w(this.context,$(e)).heading}await this.load()},I=async function(t){try{if(a(this,u)?.name!==t.name){let e=await fetch(this.context.hass.hassUrl(t.url));if(!e.ok)throw new Error(String(e.status));f(this,u,new File([await e.blob()],t.name,{type:W}))}await navigator.share({files:[a(this,u)]}),f(this,u,null),this.said=""}catch(e){let i=e instanceof DOMException?e.name:"";i==="NotAllowedError"?this.said=this.context.localize("share_again"):i!=="AbortError"&&(this.said=this.context.localize("share_failed"))}},E=function(){return this.said?o`<p class="said" role="alert">${this.said}</p>`:g},M=function(t){let{context:e}=this,{localize:i,formats:n}=e,r=_(e,t.camera_id);return o`<li>
      <div class="texts">
        <strong dir="auto">${r}</strong>
        <span>${n.range(t.since,t.until)}</span>
        <progress
          max="100"
          value=${t.percent}
          aria-label=${i(`export_${t.state}`)}
        ></progress>
        <span class="quiet">${i(`export_${t.state}`)} · ${n.percent(t.percent/100)}</span>
      </div>
      <button
        class="icon-button"
        aria-label=${i("export_cancel",{camera:r})}
        @click=${()=>{l(this,s,z).call(this,J(e.hass,t.export_id))}}
      >
        ${h(q)}
      </button>
    </li>`},tt=function(t){let{context:e}=this,{localize:i,formats:n,hass:r}=e,b=t.missing.map(x=>`${n.range(x.start,x.end)}: ${V(e,x.cause)}`).join(`
`);return o`<li>
      <div class="texts">
        <strong dir="auto">${_(e,t.camera_id)||t.name}</strong>
        <span>${n.day(t.since)===n.today()?g:o`${n.heading(n.day(t.since))} · `}${n.range(t.since,t.until)}</span>
        ${t.missing.length>0?o`<span class="missing" title=${b}>
                ${D(i,r.language,"gaps",t.missing.length)}
              </span>`:g}
        <span class="films">
          ${t.films.map(x=>l(this,s,et).call(this,x))}
          <a class="chip" href=${r.hassUrl(t.record_url)} download=${t.record_name} title=${i("export_record_hint")}>
            ${h(j)} ${i("export_record")}
          </a>
        </span>
      </div>
      ${l(this,s,it).call(this,t)}
    </li>`},et=function(t){let{localize:e,formats:i,hass:n}=this.context,r=`${i.duration(t.seconds)} · ${i.bytes(t.size)}`,b=rt(t.name)&&t.size<=st;return o`<a class="chip" href=${n.hassUrl(t.url)} download=${t.name}>
        ${h(L)} ${e("download")} <span class="quiet">${r}</span>
      </a>
      ${b?o`<button class="chip" @click=${()=>{l(this,s,I).call(this,t)}}>
              ${h(C)} ${e("share")}
            </button>`:g}`},it=function(t){let{localize:e,hass:i}=this.context;return this.doomed!==t.export_id?o`<button
        class="icon-button"
        aria-label=${e("export_delete",{name:t.name})}
        @click=${()=>{this.doomed=t.export_id}}
      >
        ${h(N)}
      </button>`:o`<div class="sure" role="group" aria-label=${e("export_delete",{name:t.name})}>
      <button
        class="chip bad"
        @click=${()=>{this.doomed=null,l(this,s,z).call(this,K(i,t.export_id))}}
      >
        ${e("left_behind_yes")}
      </button>
      <button
        class="chip"
        @click=${()=>{this.doomed=null}}
      >
        ${e("left_behind_no")}
      </button>
    </div>`},d.styles=[A,H,Q],p([P({attribute:!1})],d.prototype,"context",2),p([m()],d.prototype,"exports",2),p([m()],d.prototype,"running",2),p([m()],d.prototype,"failure",2),p([m()],d.prototype,"said",2),p([m()],d.prototype,"doomed",2),d=p([O("mycamera-exports")],d);function rt(R){let{share:S,canShare:t}=navigator;return!!(S&&t?.call(navigator,{files:[new File([],R,{type:W})]}))}export{d as MyCameraExports};
