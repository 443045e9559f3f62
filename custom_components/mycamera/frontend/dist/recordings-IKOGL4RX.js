import"./chunk-FIDCC2UI.js";import{a as j,b as ke,c as Q}from"./chunk-DZX7J2C5.js";import{a as be}from"./chunk-YNWVVCWD.js";import{a as O,b as L,c as ve,e as xe,f as we,g as $e}from"./chunk-QVDZC3VE.js";import{$ as pe,M as ce,N as de,_ as he,f as re,fa as me,ka as ue,p as oe,t as ae,u as ne,z as le}from"./chunk-2T6RHLYP.js";import{b as G}from"./chunk-FJ3T6KF4.js";import"./chunk-SCXZBF3W.js";import"./chunk-MMHEOMF5.js";import{a as U,b as l,e as $,g as q,h as I,i as w,j as ee,l as H,m as Z,q as S,r as P,s as k,t as ge,u as J,v as W,w as fe,x as ye}from"./chunk-HU3JNPAX.js";import{E as ie,f as te,j as se}from"./chunk-UXGMC5Z2.js";import{a as u,b as p,c as b,d as x,e as a}from"./chunk-ZORKPPHW.js";async function _e(c,g,e){let[t,i]=g===null?[null,null]:JSON.parse(g),s=t===null?0:Math.max(0,c.indexOf(t));for(let[o,n]of c.entries()){if(o<s)continue;let m=await e(n,o===s?i:null),h=c[o+1],f=m.cursor!==null?[n,m.cursor]:h===void 0?null:[h,null];if(m.items.length>0||f===null)return{items:m.items,cursor:f===null?null:JSON.stringify(f)}}return{items:[],cursor:null}}function Re(c,g,e){return(c.length-c.indexOf(g))*1e13+e}function ze({hass:c,overview:g}){let e=[...g?.cameras??[],...g?.removed_cameras??[]],t=new Intl.Collator(c.locale.language||c.language,{numeric:!0});return e.sort((i,s)=>t.compare(i.name,s.name)).map(i=>i.camera_id)}var Ye=["newest","oldest","camera","duration","size"],Ke=["success","failed","timeout"],Xe=["pending","running","done","failed","skipped"],Te=200,d,_,Y,Ie,K,Ee,Se,Pe,v=class extends q{constructor(){super(...arguments);b(this,d);this.which=L;this.chosen=null;this.busy=!1;this.asked=!1;this.said=""}willUpdate(e){e.has("chosen")&&(this.asked=!1)}render(){return this.chosen===null?a(this,d,Ee).call(this):this.asked?a(this,d,Pe).call(this,this.chosen):a(this,d,Se).call(this,this.chosen)}};d=new WeakSet,_=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},Y=async function(e,t="mycamera-changed"){let i=[...this.chosen??[]];this.busy=!0;try{for(let s=0;s<i.length;s+=Te)this.said=await e(i.slice(s,s+Te))}catch(s){this.said=this.context.localize("save_failed",{code:te(s)})}finally{this.busy=!1,a(this,d,_).call(this,t,null)}},Ie=async function(){let{localize:e,hass:t}=this.context,[i,s]=[0,0];this.asked=!1,await a(this,d,Y).call(this,async o=>{let{deleted:n,kept:m}=await $e(t,o);i+=n,s+=m;let h=S(e,t.language,"records_deleted",i);return s===0?h:`${h} · ${S(e,t.language,"records_kept",s)}`},"mycamera-deleted")},K=function(e){this.asked=e,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},Ee=function(){let{localize:e,hass:t}=this.context,i=(s,o,n,m,h,f)=>l`<select
      aria-label=${s}
      @change=${T=>f(T.target.value||null)}
    >
      <option value="" ?selected=${h===null}>${o}</option>
      ${n.map(T=>l`<option value=${T} ?selected=${T===h}>${m(T)}</option>`)}
    </select>`;return l`
      ${i(e("record_status"),e("any_status"),Ke,s=>P(e,`record_${s}`,"record_failed"),this.which.status,s=>a(this,d,_).call(this,"mycamera-which",{...this.which,status:s}))}
      ${i(e("analysis"),e("any_analysis"),Xe,s=>P(e,`analysis_${s}`,"analysis_pending"),this.which.analysis,s=>a(this,d,_).call(this,"mycamera-which",{...this.which,analysis:s}))}
      <label class="chip order">
        ${k(me)}
        <select
          aria-label=${e("order")}
          @change=${s=>{let o=s.target.value;a(this,d,_).call(this,"mycamera-which",{...this.which,order:o})}}
        >
          ${Ye.map(s=>l`<option value=${s} ?selected=${s===this.which.order}>${e(`order_${s}`)}</option>`)}
        </select>
      </label>
      <span class="said" role="status">${this.said}</span>
      ${t.user?.is_admin?l`<button class="chip" @click=${()=>a(this,d,_).call(this,"mycamera-choose",!0)}>
              ${k(oe)} ${e("choose")}
            </button>`:$}
    `},Se=function(e){let{localize:t,hass:i}=this.context,s=(n,m,h)=>l`<button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>{a(this,d,Y).call(this,h)}}>
        ${k(n)} ${m}
      </button>`,o=n=>async m=>(await xe(i,m,n),t("saved"));return l`
      <strong>${S(t,i.language,"chosen",e.size)}</strong>
      <button class="chip" @click=${()=>a(this,d,_).call(this,"mycamera-choose-all",null)}>${t("choose_shown")}</button>
      ${s(pe,t("analyze_chosen"),async n=>S(t,i.language,"queued",(await we(i,n)).queued))}
      ${s(ce,t("protect_chosen"),o(!0))}
      ${s(de,t("unprotect"),o(!1))}
      <button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>a(this,d,K).call(this,!0)}>
        ${k(le)} ${t("delete_chosen")}
      </button>
      <span class="said" role="status">${this.said}</span>
      <button class="chip" aria-label=${t("close")} @click=${()=>a(this,d,_).call(this,"mycamera-choose",!1)}>
        ${k(ne)}
      </button>
    `},Pe=function(e){let{localize:t,hass:i}=this.context;return l`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${S(t,i.language,"delete_records_sure",e.size)}</p>
      <button class="chip" @click=${()=>a(this,d,K).call(this,!1)}>${t("keep")}</button>
      <button class="chip" @click=${()=>{a(this,d,Ie).call(this)}}>${t("delete_for_good")}</button>
    </div>`},v.styles=[Z,U`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        padding-block: 4px 8px;
      }
      .chip,
      select {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        font: inherit;
        color: inherit;
        min-block-size: 36px;
        padding-inline: 12px;
        border-radius: 18px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
      }
      .order select {
        padding-inline: 0;
        min-block-size: 34px;
        background: none;
        border: 0;
      }
      .order option {
        background: var(--mc-surface);
      }
      .chip svg {
        inline-size: 18px;
        block-size: 18px;
      }
      .asked {
        display: contents;
      }
      p {
        flex: 0 1 auto;
      }
      .said {
        margin-inline-start: auto;
        color: var(--mc-text-2);
      }
    `],u([I({attribute:!1})],v.prototype,"context",2),u([I({attribute:!1})],v.prototype,"which",2),u([I({attribute:!1})],v.prototype,"chosen",2),u([w()],v.prototype,"busy",2),u([w()],v.prototype,"asked",2),u([w()],v.prototype,"said",2),v=u([H("mycamera-record-bar")],v);function Oe(c,g,e){let t=[],i=c.at(-1),s=0;for(let o of g){if(i!==void 0&&e&&o.place<i.place)break;let n=c[s];for(;n!==void 0&&n.place>=o.place;)t.push(n),s+=1,n=c[s];t.push(o)}for(let o of c.slice(s))t.push(o);return t}function Le(c,g){return[{key:g,day:g,last:!1},...c.map((t,i)=>({key:t.key,day:g,row:t,last:i===c.length-1}))]}function Ce(c,g,e,t,i){let s=c.hass.hassUrl(e);return t!==null?l`<p class="unplayable" role="alert">
      ${fe(c,t,g.codec)}
      ${t==="unplayable"?l`<a class="text-button" href=${s} download>${c.localize("download")}</a>`:$}
    </p>`:l`<video
    src=${s}
    aria-label=${c.localize("recording")}
    controls
    autoplay
    playsinline
    @error=${async()=>i(await ie(s))}
  ></video>`}var Ve=U`
  :host {
    display: block;
  }
  .head,
  .cell {
    inline-size: 100%;
  }
  /* The rows of a day are one sheet. */
  .cell {
    overflow: hidden;
    background: var(--mc-surface);
    border: 1px solid var(--mc-line);
    border-block-end: 0;
  }
  .head + .cell {
    border-start-start-radius: var(--mc-radius);
    border-start-end-radius: var(--mc-radius);
  }
  .cell.last {
    border-block-end: 1px solid var(--mc-line);
    border-end-start-radius: var(--mc-radius);
    border-end-end-radius: var(--mc-radius);
  }
  /* The day at the upper edge stays there. */
  .top {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    block-size: 0;
  }
  .top .day {
    display: block;
    position: relative;
  }
  .row {
    display: grid;
    grid-template-columns: 20px minmax(190px, max-content) minmax(90px, 180px) 1fr 90px 90px 40px 40px;
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
    color: color-mix(in srgb, var(--mc-bad) 75%, var(--mc-text));
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
    /* Its controls stay in sight under the toolbar and the row. */
    max-block-size: min(70vh, calc(100dvh - 240px));
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
      grid-template-columns: 20px minmax(0, 1fr) auto 40px 40px;
      grid-template-areas: "dot when when lock play" ". camera number lock play" ". note size lock play";
      gap: 0 10px;
      padding-block: 8px;
    }
    .gap {
      grid-template-areas: "dot when when when when" ". camera camera number number" ". note note note note";
    }
    .dot,
    input {
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
  input {
    margin: 0;
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--mc-accent);
  }
`;var Me={duration:"duration",size:"file_size"},Be=12,R,C,V,D,A,F,z,N,r,De,X,Ae,E,M,Fe,B,Ge,Ne,Ue,qe,He,Ze,Je,We,je,Qe,y=class extends q{constructor(){super(...arguments);b(this,r);this.filter=be;this.playing=null;this.problems=new Map;this.which=L;this.chosen=null;this.topDay="";this.records=new Q(this,{load:e=>a(this,r,X).call(this,e,(t,i)=>ve(this.context.hass,t,this.which,this.context.formats.timeZone,i)),id:e=>String(e.record_id),time:e=>a(this,r,E).call(this,e).place});this.gaps=new Q(this,{load:e=>a(this,r,X).call(this,e,(t,i)=>se(this.context.hass,t,this.which.order==="oldest",this.context.formats.timeZone,i)),id:e=>String(e.gap_id),time:e=>a(this,r,E).call(this,e).place});b(this,R,null);b(this,C,[]);b(this,V,[[],[]]);b(this,D,new WeakMap);b(this,A,new ke(e=>a(this,r,Fe).call(this,e),Le));b(this,F,[]);b(this,z,[]);b(this,N,[])}connectedCallback(){super.connectedCallback(),x(this,R,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),p(this,R)?.disconnect(),x(this,R,null)}willUpdate(e){e.get("filter")?.day&&this.filter.day===null&&O(this.which.order)!==null&&(this.which={...this.which,order:L.order}),(e.has("filter")||e.has("which"))&&(x(this,D,new WeakMap),x(this,V,[[],[]]),x(this,C,ze(this.context)),p(this,A).clear(),this.playing=null,this.chosen&&(this.chosen=new Set),this.records.reload(),this.gaps.reload()),e.get("context")?.formats.timeZone!==this.context.formats.timeZone&&p(this,A).clear(),a(this,r,Ae).call(this),a(this,r,Ge).call(this)}updated(){p(this,R)?.disconnect(),this.foot&&this.records.more&&p(this,R)?.observe(this.foot)}refresh(){this.playing===null&&!this.chosen?.size&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){return l`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${e=>{if(O(e.detail.order)!==null&&this.filter.day===null){let t={day:this.context.formats.today()};this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:t}))}this.which=e.detail}}
        @mycamera-choose=${e=>{this.chosen=e.detail?new Set:null}}
        @mycamera-choose-all=${()=>{this.chosen=new Set(this.records.items.map(e=>e.record_id))}}
        @mycamera-changed=${()=>{this.records.reload(!0)}}
        @mycamera-deleted=${()=>{this.chosen=new Set,this.records.reload(!0),this.gaps.reload(!0)}}
      ></mycamera-record-bar>
      ${a(this,r,Ne).call(this)}`}};R=new WeakMap,C=new WeakMap,V=new WeakMap,D=new WeakMap,A=new WeakMap,F=new WeakMap,z=new WeakMap,N=new WeakMap,r=new WeakSet,De=function(e){let{camera_id:t,start:i}=e,s=O(this.which.order);if(s!==null)return("record_id"in e&&e[Me[s]]||0)*1e3;let o=Date.parse(i);return this.which.order==="camera"?Re(p(this,C),t,o):this.which.order==="oldest"?-o:o},X=function(e,t){return O(this.which.order)!==null?t({...this.filter,day:this.filter.day??this.context.formats.today()},e):this.which.order!=="camera"||this.filter.cameraId!==null?t(this.filter,e):_e(p(this,C),e,(i,s)=>t({...this.filter,cameraId:i},s))},Ae=function(){if(!p(this,r,M))return;let e=this.records.items.at(-1),t=this.gaps.items.at(-1);e&&t&&a(this,r,E).call(this,t).place>a(this,r,E).call(this,e).place&&this.gaps.next()},E=function(e){let t=p(this,D).get(e);if(t===void 0){let i=a(this,r,De).call(this,e);t="gap_id"in e?{kind:"gap",key:`g${e.gap_id}`,place:i,gap:e}:{kind:"record",key:`r${e.record_id}`,place:i,record:e},p(this,D).set(e,t)}return t},M=function(){return this.which.status===null&&this.which.analysis===null&&O(this.which.order)===null},Fe=function(e){let{start:t,camera_id:i}=e.kind==="gap"?e.gap:e.record,s=this.context.formats.day(t);return this.which.order==="camera"?`${s} ${i}`:s},B=function(e){let[t="",i]=e.split(" "),s=this.context.formats.heading(t);return i===void 0?s:`${G(this.context,i)} · ${s}`},Ge=function(){let e=[this.records.items,this.records.more,this.gaps.items,this.which,this.context.formats.timeZone];if(e.every((h,f)=>h===p(this,N)[f]))return;x(this,N,e);let[t,i]=p(this,V),{items:s}=this.records,o=s.map((h,f)=>h===t[f]&&i[f]||a(this,r,E).call(this,h));x(this,V,[s,o]);let n=p(this,r,M)?this.gaps.items.map(h=>a(this,r,E).call(this,h)):[];x(this,F,Oe(o,n,this.records.more));let m=[];for(let{made:h}of p(this,A).of(p(this,F)))for(let f of h)m.push(f);x(this,z,m)},Ne=function(){let{context:e,records:t}=this,{localize:i}=e;if(p(this,F).length===0){if(t.state==="error")return J({icon:re,bad:!0,...W(e,t.error??"unknown"),action:l`<button class="text-button" @click=${a(this,r,qe)}>${i("retry")}</button>`});if(t.state==="loading"||t.more)return l`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${i("loading")}></div>
        </div>`;let o=this.which.status!==null||this.which.analysis!==null,n=this.filter.cameraId!==null||this.filter.day!==null||o;return J({icon:ue,heading:i(n?"no_matches":"no_recordings"),text:i(n?"no_matches_text":"no_recordings_text"),...n?{action:l`<button
                class="text-button"
                @click=${()=>{this.which={...L,order:this.which.order},this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}}
              >
                ${i("clear_filters")}
              </button>`}:{}})}let s=this.topDay||p(this,z)[0]?.day;return l`
      ${s?l`<div class="top" aria-hidden="true"><span class="day">${a(this,r,B).call(this,s)}</span></div>`:$}
      <mycamera-virtual-rows
        role="list"
        .items=${p(this,z)}
        .keyFunction=${et}
        .renderItem=${o=>a(this,r,Ue).call(this,o)}
        @rangeChanged=${({last:o})=>{o>=p(this,z).length-Be&&this.records.next()}}
        @visibilityChanged=${({first:o})=>{this.topDay=p(this,z)[o]?.day??""}}
      ></mycamera-virtual-rows>
      <div class="foot">${a(this,r,He).call(this)}</div>
    `},Ue=function({day:e,row:t,last:i}){return t===void 0?l`<div class="head" role="listitem"><h2 class="day">${a(this,r,B).call(this,e)}</h2></div>`:l`<div class="cell ${i?"last":""}" role="listitem">${a(this,r,Ze).call(this,t)}</div>`},qe=function(){this.records.reload(),this.gaps.reload()},He=function(){let{records:e,context:t}=this;return e.state==="error"?l`<p>${W(t,e.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`:e.busy?l`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?l`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},Ze=function(e){let{hass:t}=this.context,i=e.kind==="gap"?e.gap.camera_id:e.record.camera_id,s=[t.language,t.locale,t.user?.is_admin,G(this.context,i)];if(e.kind==="gap")return j([e.gap,...s],()=>a(this,r,Je).call(this,e.gap));let{record:o}=e,n=o.record_id,m=[this.playing===n,this.problems.get(n),this.chosen?.has(n)];return j([o,...s,...m],()=>a(this,r,We).call(this,o))},Je=function(e){let{context:t}=this,{formats:i,localize:s}=t;return l`<div class="row gap">
      <span class="dot bad"></span>
      <span class="when">${i.range(e.start,e.end)}</span>
      <span class="camera" dir="auto">${G(t,e.camera_id)}</span>
      <span class="note">${s("gap_because",{cause:ye(t,e.cause)})}</span>
      <span class="number">${i.duration((Date.parse(e.end)-Date.parse(e.start))/1e3)}</span>
    </div>`},We=function(e){let{context:t}=this,{formats:i,localize:s}=t,o=G(t,e.camera_id),n=this.playing===e.record_id,m=e.status==="success",h=e.status==="failed"&&e.video_url!==null?"incomplete":e.status,f=(Date.parse(e.end)-Date.parse(e.start))/1e3;return l`<div class="row">
        ${this.chosen===null?l`<span class="dot ${m?"good":"bad"}"></span>`:l`<input
                type="checkbox"
                aria-label=${s("choose_record",{camera:o,time:i.time(e.start)})}
                .checked=${this.chosen.has(e.record_id)}
                @change=${T=>a(this,r,Qe).call(this,e.record_id,T.target.checked)}
              />`}
        <span class="when">${i.range(e.start,e.end)}</span>
        <span class="camera" dir="auto">${o}</span>
        <span class="note" title=${e.error??""}>
          ${P(s,`record_${h}`,"record_failed")} ·
          ${P(s,`analysis_${e.analysis_status}`,"analysis_pending")}
          ${e.error?l`<span class="error" dir="auto">${e.error}</span>`:$}
        </span>
        <span class="number">${i.duration(e.duration??f)}</span>
        <span class="number size">${e.file_size===null?"":i.bytes(e.file_size)}</span>
        <mycamera-protection
          .context=${t}
          .recordId=${e.record_id}
          .kept=${e.protected}
        ></mycamera-protection>
        ${e.video_url===null?l`<span class="no-button"></span>`:l`<button
                class="icon-button"
                aria-expanded=${n?"true":"false"}
                aria-label=${s("play_recording",{camera:o,time:i.time(e.start)})}
                @click=${()=>{this.playing=n?null:e.record_id}}
              >
                ${k(n?ae:he)}
              </button>`}
      </div>
      ${n&&e.video_url!==null?a(this,r,je).call(this,e,e.video_url):$}`},je=function(e,t){let i=this.problems.get(e.record_id)??null;return Ce(this.context,e,t,i,s=>{this.problems=new Map([...this.problems,[e.record_id,s]])})},Qe=function(e,t){let i=new Set(this.chosen);t?i.add(e):i.delete(e),this.chosen=i},y.styles=[Z,ge,Ve],u([I({attribute:!1})],y.prototype,"context",2),u([I({attribute:!1})],y.prototype,"filter",2),u([w()],y.prototype,"playing",2),u([w()],y.prototype,"problems",2),u([w()],y.prototype,"which",2),u([w()],y.prototype,"chosen",2),u([w()],y.prototype,"topDay",2),u([ee(".foot")],y.prototype,"foot",2),y=u([H("mycamera-recordings")],y);function et(c){return c.key}export{y as MyCameraRecordings};
