import"./chunk-TJQQXL2I.js";import{a as j,b as ke,c as Q}from"./chunk-GFGNR5HQ.js";import{a as $e}from"./chunk-YNWVVCWD.js";import"./chunk-DRLSK5QI.js";import"./chunk-MMHEOMF5.js";import{M as ue,N as me,Y as ge,Z as fe,da as ye,f as le,ia as be,p as ce,t as de,u as he,z as pe}from"./chunk-BHOWC5AJ.js";import{b as V}from"./chunk-RR4KGPZQ.js";import{a as q,b as l,e as T,g as H,h as E,i as w,j as ee,l as N,m as Z,q as P,r as L,s as $,t as ve,u as J,v as W,w as xe,x as we}from"./chunk-JJK57XHR.js";import{G as re,H as ae,I as ne,J as oe,e as te,g as I,h as O,i as se,l as ie}from"./chunk-ZF4RQAER.js";import{a as m,b as p,c as b,d as x,e as n}from"./chunk-ZORKPPHW.js";async function _e(d,g,e){let[t,s]=g===null?[null,null]:JSON.parse(g),i=t===null?0:Math.max(0,d.indexOf(t));for(let[r,o]of d.entries()){if(r<i)continue;let u=await e(o,r===i?s:null),h=d[r+1],f=u.cursor!==null?[o,u.cursor]:h===void 0?null:[h,null];if(u.items.length>0||f===null)return{items:u.items,cursor:f===null?null:JSON.stringify(f)}}return{items:[],cursor:null}}function ze(d,g,e){return(d.length-d.indexOf(g))*1e13+e}var je=["newest","oldest","camera","duration","size"],Qe=["success","failed","timeout"],Ye=["pending","running","done","failed","skipped"],Re=200,c,k,Y,Te,K,Ee,Se,Ie,v=class extends H{constructor(){super(...arguments);b(this,c);this.which=O;this.chosen=null;this.busy=!1;this.asked=!1;this.said=""}willUpdate(e){e.has("chosen")&&(this.asked=!1)}render(){return this.chosen===null?n(this,c,Ee).call(this):this.asked?n(this,c,Ie).call(this,this.chosen):n(this,c,Se).call(this,this.chosen)}};c=new WeakSet,k=function(e,t){this.dispatchEvent(new CustomEvent(e,{detail:t}))},Y=async function(e,t="mycamera-changed"){let s=[...this.chosen??[]];this.busy=!0;try{for(let i=0;i<s.length;i+=Re)this.said=await e(s.slice(i,i+Re))}catch(i){this.said=this.context.localize("save_failed",{code:te(i)})}finally{this.busy=!1,n(this,c,k).call(this,t,null)}},Te=async function(){let{localize:e,hass:t}=this.context,[s,i]=[0,0];this.asked=!1,await n(this,c,Y).call(this,async r=>{let{deleted:o,kept:u}=await ne(t,r);s+=o,i+=u;let h=P(e,t.language,"records_deleted",s);return i===0?h:`${h} · ${P(e,t.language,"records_kept",i)}`},"mycamera-deleted")},K=function(e){this.asked=e,this.updateComplete.then(()=>this.renderRoot.querySelector("button")?.focus())},Ee=function(){let{localize:e,hass:t}=this.context,s=(i,r,o,u,h,f)=>l`<select
      aria-label=${i}
      @change=${R=>f(R.target.value||null)}
    >
      <option value="" ?selected=${h===null}>${r}</option>
      ${o.map(R=>l`<option value=${R} ?selected=${R===h}>${u(R)}</option>`)}
    </select>`;return l`
      ${s(e("record_status"),e("any_status"),Qe,i=>L(e,`record_${i}`,"record_failed"),this.which.status,i=>n(this,c,k).call(this,"mycamera-which",{...this.which,status:i}))}
      ${s(e("analysis"),e("any_analysis"),Ye,i=>L(e,`analysis_${i}`,"analysis_pending"),this.which.analysis,i=>n(this,c,k).call(this,"mycamera-which",{...this.which,analysis:i}))}
      <label class="chip order">
        ${$(ye)}
        <select
          aria-label=${e("order")}
          @change=${i=>{let r=i.target.value;n(this,c,k).call(this,"mycamera-which",{...this.which,order:r})}}
        >
          ${je.map(i=>l`<option value=${i} ?selected=${i===this.which.order}>${e(`order_${i}`)}</option>`)}
        </select>
      </label>
      <span class="said" role="status">${this.said}</span>
      ${t.user?.is_admin?l`<button class="chip" @click=${()=>n(this,c,k).call(this,"mycamera-choose",!0)}>
              ${$(ce)} ${e("choose")}
            </button>`:T}
    `},Se=function(e){let{localize:t,hass:s}=this.context,i=(o,u,h)=>l`<button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>{n(this,c,Y).call(this,h)}}>
        ${$(o)} ${u}
      </button>`,r=o=>async u=>(await re(s,u,o),t("saved"));return l`
      <strong>${P(t,s.language,"chosen",e.size)}</strong>
      <button class="chip" @click=${()=>n(this,c,k).call(this,"mycamera-choose-all",null)}>${t("choose_shown")}</button>
      ${i(fe,t("analyze_chosen"),async o=>P(t,s.language,"queued",(await ae(s,o)).queued))}
      ${i(ue,t("protect_chosen"),r(!0))}
      ${i(me,t("unprotect"),r(!1))}
      <button class="chip" ?disabled=${this.busy||e.size===0} @click=${()=>n(this,c,K).call(this,!0)}>
        ${$(pe)} ${t("delete_chosen")}
      </button>
      <span class="said" role="status">${this.said}</span>
      <button class="chip" aria-label=${t("close")} @click=${()=>n(this,c,k).call(this,"mycamera-choose",!1)}>
        ${$(he)}
      </button>
    `},Ie=function(e){let{localize:t,hass:s}=this.context;return l`<div class="asked" role="group" aria-labelledby="question">
      <p id="question">${P(t,s.language,"delete_records_sure",e.size)}</p>
      <button class="chip" @click=${()=>n(this,c,K).call(this,!1)}>${t("keep")}</button>
      <button class="chip" @click=${()=>{n(this,c,Te).call(this)}}>${t("delete_for_good")}</button>
    </div>`},v.styles=[Z,q`
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
    `],m([E({attribute:!1})],v.prototype,"context",2),m([E({attribute:!1})],v.prototype,"which",2),m([E({attribute:!1})],v.prototype,"chosen",2),m([w()],v.prototype,"busy",2),m([w()],v.prototype,"asked",2),m([w()],v.prototype,"said",2),v=m([N("mycamera-record-bar")],v);function Oe(d,g,e){let t=[],s=d.at(-1),i=0;for(let r of g){if(s!==void 0&&e&&r.place<s.place)break;let o=d[i];for(;o!==void 0&&o.place>=r.place;)t.push(o),i+=1,o=d[i];t.push(r)}for(let r of d.slice(i))t.push(r);return t}function Pe(d,g){return[{key:g,day:g,last:!1},...d.map((t,s)=>({key:t.key,day:g,row:t,last:s===d.length-1}))]}var Le=q`
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
`;var Ke={duration:"duration",size:"file_size"},Xe=12,_,D,A,F,C,G,z,U,a,De,X,Ae,S,M,Fe,B,Ce,Ge,Ve,Ue,qe,He,Ne,Ze,Je,We,y=class extends H{constructor(){super(...arguments);b(this,a);this.filter=$e;this.playing=null;this.problems=new Map;this.which=O;this.chosen=null;this.topDay="";this.records=new Q(this,{load:e=>n(this,a,X).call(this,e,(t,s)=>se(this.context.hass,t,this.which,this.context.formats.timeZone,s)),id:e=>String(e.record_id),time:e=>n(this,a,S).call(this,e).place});this.gaps=new Q(this,{load:e=>n(this,a,X).call(this,e,(t,s)=>ie(this.context.hass,t,this.which.order==="oldest",this.context.formats.timeZone,s)),id:e=>String(e.gap_id),time:e=>n(this,a,S).call(this,e).place});b(this,_,null);b(this,D,[]);b(this,A,[[],[]]);b(this,F,new WeakMap);b(this,C,new ke(e=>n(this,a,Fe).call(this,e),Pe));b(this,G,[]);b(this,z,[]);b(this,U,[])}connectedCallback(){super.connectedCallback(),x(this,_,new IntersectionObserver(e=>{e.some(t=>t.isIntersecting)&&this.records.next()},{rootMargin:"600px"}))}disconnectedCallback(){super.disconnectedCallback(),p(this,_)?.disconnect(),x(this,_,null)}willUpdate(e){e.get("filter")?.day&&this.filter.day===null&&I(this.which.order)!==null&&(this.which={...this.which,order:O.order}),(e.has("filter")||e.has("which"))&&(x(this,F,new WeakMap),x(this,A,[[],[]]),x(this,D,Me(this.context)),p(this,C).clear(),this.playing=null,this.chosen&&(this.chosen=new Set),this.records.reload(),this.gaps.reload()),e.get("context")?.formats.timeZone!==this.context.formats.timeZone&&p(this,C).clear(),n(this,a,Ae).call(this),n(this,a,Ce).call(this)}updated(){p(this,_)?.disconnect(),this.foot&&this.records.more&&p(this,_)?.observe(this.foot)}refresh(){this.playing===null&&!this.chosen?.size&&this.records.items.length<=100&&(this.records.reload(!0),this.gaps.reload(!0))}render(){return l`<mycamera-record-bar
        .context=${this.context}
        .which=${this.which}
        .chosen=${this.chosen}
        @mycamera-which=${e=>{if(I(e.detail.order)!==null&&this.filter.day===null){let t={day:this.context.formats.today()};this.dispatchEvent(new CustomEvent("mycamera-filter",{detail:t}))}this.which=e.detail}}
        @mycamera-choose=${e=>{this.chosen=e.detail?new Set:null}}
        @mycamera-choose-all=${()=>{this.chosen=new Set(this.records.items.map(e=>e.record_id))}}
        @mycamera-changed=${()=>{this.records.reload(!0)}}
        @mycamera-deleted=${()=>{this.chosen=new Set,this.records.reload(!0),this.gaps.reload(!0)}}
      ></mycamera-record-bar>
      ${n(this,a,Ge).call(this)}`}};_=new WeakMap,D=new WeakMap,A=new WeakMap,F=new WeakMap,C=new WeakMap,G=new WeakMap,z=new WeakMap,U=new WeakMap,a=new WeakSet,De=function(e){let{camera_id:t,start:s}=e,i=I(this.which.order);if(i!==null)return("record_id"in e&&e[Ke[i]]||0)*1e3;let r=Date.parse(s);return this.which.order==="camera"?ze(p(this,D),t,r):this.which.order==="oldest"?-r:r},X=function(e,t){return I(this.which.order)!==null?t({...this.filter,day:this.filter.day??this.context.formats.today()},e):this.which.order!=="camera"||this.filter.cameraId!==null?t(this.filter,e):_e(p(this,D),e,(s,i)=>t({...this.filter,cameraId:s},i))},Ae=function(){if(!p(this,a,M))return;let e=this.records.items.at(-1),t=this.gaps.items.at(-1);e&&t&&n(this,a,S).call(this,t).place>n(this,a,S).call(this,e).place&&this.gaps.next()},S=function(e){let t=p(this,F).get(e);if(t===void 0){let s=n(this,a,De).call(this,e);t="gap_id"in e?{kind:"gap",key:`g${e.gap_id}`,place:s,gap:e}:{kind:"record",key:`r${e.record_id}`,place:s,record:e},p(this,F).set(e,t)}return t},M=function(){return this.which.status===null&&this.which.analysis===null&&I(this.which.order)===null},Fe=function(e){let{start:t,camera_id:s}=e.kind==="gap"?e.gap:e.record,i=this.context.formats.day(t);return this.which.order==="camera"?`${i} ${s}`:i},B=function(e){let[t="",s]=e.split(" "),i=this.context.formats.heading(t);return s===void 0?i:`${V(this.context,s)} · ${i}`},Ce=function(){let e=[this.records.items,this.records.more,this.gaps.items,this.which,this.context.formats.timeZone];if(e.every((h,f)=>h===p(this,U)[f]))return;x(this,U,e);let[t,s]=p(this,A),{items:i}=this.records,r=i.map((h,f)=>h===t[f]&&s[f]||n(this,a,S).call(this,h));x(this,A,[i,r]);let o=p(this,a,M)?this.gaps.items.map(h=>n(this,a,S).call(this,h)):[];x(this,G,Oe(r,o,this.records.more));let u=[];for(let{made:h}of p(this,C).of(p(this,G)))for(let f of h)u.push(f);x(this,z,u)},Ge=function(){let{context:e,records:t}=this,{localize:s}=e;if(p(this,G).length===0){if(t.state==="error")return J({icon:le,bad:!0,...W(e,t.error??"unknown"),action:l`<button class="text-button" @click=${n(this,a,Ue)}>${s("retry")}</button>`});if(t.state==="loading"||t.more)return l`<div class="foot tall">
          <div class="spinner" role="progressbar" aria-label=${s("loading")}></div>
        </div>`;let r=this.which.status!==null||this.which.analysis!==null,o=this.filter.cameraId!==null||this.filter.day!==null||r;return J({icon:be,heading:s(o?"no_matches":"no_recordings"),text:s(o?"no_matches_text":"no_recordings_text"),...o?{action:l`<button
                class="text-button"
                @click=${()=>{this.which={...O,order:this.which.order},this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}}
              >
                ${s("clear_filters")}
              </button>`}:{}})}let i=this.topDay||p(this,z)[0]?.day;return l`
      ${i?l`<div class="top" aria-hidden="true"><span class="day">${n(this,a,B).call(this,i)}</span></div>`:T}
      <mycamera-virtual-rows
        role="list"
        .items=${p(this,z)}
        .keyFunction=${Be}
        .renderItem=${r=>n(this,a,Ve).call(this,r)}
        @rangeChanged=${({last:r})=>{r>=p(this,z).length-Xe&&this.records.next()}}
        @visibilityChanged=${({first:r})=>{this.topDay=p(this,z)[r]?.day??""}}
      ></mycamera-virtual-rows>
      <div class="foot">${n(this,a,qe).call(this)}</div>
    `},Ve=function({day:e,row:t,last:s}){return t===void 0?l`<div class="head" role="listitem"><h2 class="day">${n(this,a,B).call(this,e)}</h2></div>`:l`<div class="cell ${s?"last":""}" role="listitem">${n(this,a,He).call(this,t)}</div>`},Ue=function(){this.records.reload(),this.gaps.reload()},qe=function(){let{records:e,context:t}=this;return e.state==="error"?l`<p>${W(t,e.error??"unknown").heading}</p>
        <button class="text-button" @click=${()=>{e.retry()}}>${t.localize("retry")}</button>`:e.busy?l`<div class="spinner" role="progressbar" aria-label=${t.localize("loading")}></div>`:e.more?l`<button class="text-button" @click=${()=>{e.next()}}>${t.localize("load_more")}</button>`:t.localize("end_of_list")},He=function(e){let{hass:t}=this.context,s=e.kind==="gap"?e.gap.camera_id:e.record.camera_id,i=[t.language,t.locale,t.user?.is_admin,V(this.context,s)];if(e.kind==="gap")return j([e.gap,...i],()=>n(this,a,Ne).call(this,e.gap));let{record:r}=e,o=r.record_id,u=[this.playing===o,this.problems.get(o),this.chosen?.has(o)];return j([r,...i,...u],()=>n(this,a,Ze).call(this,r))},Ne=function(e){let{context:t}=this,{formats:s,localize:i}=t;return l`<div class="row gap">
      <span class="dot bad"></span>
      <span class="when">${s.range(e.start,e.end)}</span>
      <span class="camera" dir="auto">${V(t,e.camera_id)}</span>
      <span class="note">${i("gap_because",{cause:we(t,e.cause)})}</span>
      <span class="number">${s.duration((Date.parse(e.end)-Date.parse(e.start))/1e3)}</span>
    </div>`},Ze=function(e){let{context:t}=this,{formats:s,localize:i}=t,r=V(t,e.camera_id),o=this.playing===e.record_id,u=e.status==="success",h=e.status==="failed"&&e.video_url!==null?"incomplete":e.status,f=(Date.parse(e.end)-Date.parse(e.start))/1e3;return l`<div class="row">
        ${this.chosen===null?l`<span class="dot ${u?"good":"bad"}"></span>`:l`<input
                type="checkbox"
                aria-label=${i("choose_record",{camera:r,time:s.time(e.start)})}
                .checked=${this.chosen.has(e.record_id)}
                @change=${R=>n(this,a,Je).call(this,e.record_id,R.target.checked)}
              />`}
        <span class="when">${s.range(e.start,e.end)}</span>
        <span class="camera" dir="auto">${r}</span>
        <span class="note" title=${e.error??""}>
          ${L(i,`record_${h}`,"record_failed")} ·
          ${L(i,`analysis_${e.analysis_status}`,"analysis_pending")}
          ${e.error?l`<span class="error" dir="auto">${e.error}</span>`:T}
        </span>
        <span class="number">${s.duration(e.duration??f)}</span>
        <span class="number size">${e.file_size===null?"":s.bytes(e.file_size)}</span>
        <mycamera-protection
          .context=${t}
          .recordId=${e.record_id}
          .kept=${e.protected}
        ></mycamera-protection>
        ${e.video_url===null?l`<span class="no-button"></span>`:l`<button
                class="icon-button"
                aria-expanded=${o?"true":"false"}
                aria-label=${i("play_recording",{camera:r,time:s.time(e.start)})}
                @click=${()=>{this.playing=o?null:e.record_id}}
              >
                ${$(o?de:ge)}
              </button>`}
      </div>
      ${o&&e.video_url!==null?n(this,a,We).call(this,e,e.video_url):T}`},Je=function(e,t){let s=new Set(this.chosen);t?s.add(e):s.delete(e),this.chosen=s},We=function(e,t){let{context:s}=this,i=s.hass.hassUrl(t),r=this.problems.get(e.record_id);return r?l`<p class="unplayable" role="alert">
        ${xe(s,r,e.codec)}
        ${r==="unplayable"?l`<a class="text-button" href=${i} download>${s.localize("download")}</a>`:T}
      </p>`:l`<video
      src=${i}
      aria-label=${s.localize("recording")}
      controls
      autoplay
      playsinline
      @error=${async()=>{this.problems=new Map([...this.problems,[e.record_id,await oe(i)]])}}
    ></video>`},y.styles=[Z,ve,Le],m([E({attribute:!1})],y.prototype,"context",2),m([E({attribute:!1})],y.prototype,"filter",2),m([w()],y.prototype,"playing",2),m([w()],y.prototype,"problems",2),m([w()],y.prototype,"which",2),m([w()],y.prototype,"chosen",2),m([w()],y.prototype,"topDay",2),m([ee(".foot")],y.prototype,"foot",2),y=m([N("mycamera-recordings")],y);function Me({hass:d,overview:g}){let e=[...g?.cameras??[],...g?.removed_cameras??[]],t=new Intl.Collator(d.locale.language||d.language,{numeric:!0});return e.sort((s,i)=>t.compare(s.name,i.name)).map(s=>s.camera_id)}function Be(d){return d.key}export{y as MyCameraRecordings};
