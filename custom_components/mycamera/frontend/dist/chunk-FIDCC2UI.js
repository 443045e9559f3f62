import{e as w}from"./chunk-QVDZC3VE.js";import{M as $,N as x}from"./chunk-2T6RHLYP.js";import{a as u,b as o,e as r,g as f,h as l,i as n,l as m,m as v,s as g}from"./chunk-HU3JNPAX.js";import{f as b}from"./chunk-UXGMC5Z2.js";import{a as s,c as d,e as h}from"./chunk-ZORKPPHW.js";var p,y,e=class extends f{constructor(){super(...arguments);d(this,p);this.recordId=null;this.kept=!1;this.verbose=!1;this.now=!1;this.busy=!1;this.failed=null}willUpdate(t){(t.has("kept")||t.has("recordId"))&&(this.now=this.kept,this.failed=null)}render(){let{localize:t,hass:i}=this.context,c=g(this.now?$:x);if(!i.user?.is_admin)return this.now?o`<span class="sign" role="img" aria-label=${t("protected")} title=${t("protected")}>
            ${c}${this.verbose?t("protected"):r}
          </span>`:r;let k=t(this.now?"unprotect":"protect"),a=this.failed===null?"":t("protect_failed",{code:this.failed});return o`<button
        class=${this.verbose?"text-button":"icon-button"}
        aria-pressed=${this.now?"true":"false"}
        aria-label=${t("protect")}
        title=${a||k}
        ?disabled=${this.busy}
        @click=${h(this,p,y)}
      >
        ${c}${this.verbose?o`<span>${t(this.now?"protected":"protect")}</span>`:r}
      </button>
      ${a?o`<p class=${this.verbose?"problem":"visually-hidden"} role="alert">${a}</p>`:r}`}};p=new WeakSet,y=async function(){let t=this.recordId;if(!(t===null||this.busy)){this.busy=!0;try{let i=await w(this.context.hass,[t],!this.now);this.recordId===t&&(this.now=i.protected,this.failed=null)}catch(i){this.recordId===t&&(this.failed=b(i))}finally{this.busy=!1}}},e.styles=[v,u`
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
    `],s([l({attribute:!1})],e.prototype,"context",2),s([l({attribute:!1})],e.prototype,"recordId",2),s([l({attribute:!1})],e.prototype,"kept",2),s([l({type:Boolean})],e.prototype,"verbose",2),s([n()],e.prototype,"now",2),s([n()],e.prototype,"busy",2),s([n()],e.prototype,"failed",2),e=s([m("mycamera-protection")],e);
