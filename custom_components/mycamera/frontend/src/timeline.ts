import {
  mdiAccountOffOutline,
  mdiAccountSearchOutline,
  mdiAlertCircleOutline,
  mdiChevronDown,
  mdiChevronUp,
  mdiImageOffOutline,
} from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { pageDetections } from "./api";
import { type Context, cameraName, captionSource, captions, containsWords, seconds } from "./context";
import { customElement } from "./element";
import { Feed, group } from "./feed";
import { firstStep } from "./first-steps";
import { plural } from "./localize";
import { errorTexts, icon, message, messageStyles } from "./message";
import { shared } from "./styles";
import { timelineStyles } from "./timeline-styles";
import { type Detection, type Filter, isFiltered, NO_FILTER } from "./types";
import { face, type Visit, visits } from "./visits";

/** The persons that were seen, newest first, day by day. */
@customElement("mycamera-timeline")
export class MyCameraTimeline extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) filter: Filter = NO_FILTER;
  @state() private broken: ReadonlySet<string> = new Set();
  @state() private fresh: ReadonlySet<string> = new Set();
  /** The visits whose persons are all shown. */
  @state() private opened: ReadonlySet<string> = new Set();
  /** The persons that were looked at since the list was loaded. */
  @state() private looked: ReadonlySet<string> = new Set();
  @query(".foot") private foot?: HTMLElement;

  readonly feed = new Feed<Detection>(this, {
    load: (cursor) => pageDetections(this.context.hass, this.filter, this.context.formats.timeZone, cursor),
    id: (item) => item.event_id,
    time: (item) => Date.parse(item.first_seen),
  });
  #observer: IntersectionObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.feed.next();
      },
      { rootMargin: "600px" },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
    this.#observer = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("filter")) void this.feed.reload();
  }

  protected override updated(): void {
    // Observing anew reports the foot again when it is still in view after a short page.
    this.#observer?.disconnect();
    if (this.foot && this.feed.more) this.#observer?.observe(this.foot);
  }

  /** Take a person or a better caption from the subscription. */
  live(detection: Detection, isNew: boolean): void {
    if (!this.#matches(detection)) return;
    const known = this.feed.items.some((item) => item.event_id === detection.event_id);
    // A better description of somebody who was looked at makes nobody new.
    if (this.filter.unseen && !isNew && !known) return;
    if (!this.feed.put(detection) || known || !isNew) return;
    this.fresh = new Set([...this.fresh, detection.event_id]);
  }

  /** The neighbour of an appearance in the list, for the dialog. */
  neighbour(eventId: string, step: -1 | 1): Detection | null {
    const index = this.feed.items.findIndex((item) => item.event_id === eventId);
    if (index < 0) return null;
    if (step === 1 && index >= this.feed.items.length - 3) void this.feed.next();
    return this.feed.items[index + step] ?? null;
  }

  #matches(detection: Detection): boolean {
    const { cameraId, day, text, zone, hours, minConfidence, minSeconds } = this.filter;
    if (cameraId && detection.camera_id !== cameraId) return false;
    // Which zones somebody comes through is not known yet.
    if (zone || detection.confidence < minConfidence || seconds(detection) < minSeconds) return false;
    if (hours && !this.context.formats.inHours(detection.first_seen, hours)) return false;
    if (day && this.context.formats.day(detection.first_seen) !== day) return false;
    return containsWords(`${detection.caption ?? ""}\n${detection.caption_zh ?? ""}`, text);
  }

  protected override render(): TemplateResult {
    const { feed, context } = this;
    if (feed.items.length === 0) return this.#renderBare();
    const days = group(feed.items, (item) => context.formats.day(item.first_seen));
    return html`
      ${repeat(
        days,
        (day) => day.key,
        (day) => html`<section aria-labelledby="day-${day.key}">
          <h2 class="day" id="day-${day.key}">${context.formats.heading(day.key)}</h2>
          <ul>
            ${repeat(
              visits(day.items),
              (visit) => visit.key,
              (visit) => this.#renderUnchanged(visit),
            )}
          </ul>
        </section>`,
      )}
      <div class="foot" aria-live="polite">${this.#renderFoot()}</div>
    `;
  }

  #renderFoot(): TemplateResult | string {
    const { feed, context } = this;
    if (feed.state === "error") {
      const texts = errorTexts(context, feed.error ?? "unknown");
      return html`<p>${texts.heading}</p>
        <button class="text-button" @click=${() => void feed.retry()}>${context.localize("retry")}</button>`;
    }
    if (feed.busy) {
      return html`<div class="spinner" role="progressbar" aria-label=${context.localize("loading")}></div>`;
    }
    return feed.more
      ? html`<button class="text-button" @click=${() => void feed.next()}>${context.localize("load_more")}</button>`
      : context.localize("end_of_list");
  }

  #renderBare(): TemplateResult {
    const { feed, context } = this;
    const { localize } = context;
    if (feed.state === "error") {
      return message({
        icon: mdiAlertCircleOutline,
        bad: true,
        ...errorTexts(context, feed.error ?? "unknown"),
        action: html`<button class="text-button" @click=${() => void feed.reload()}>${localize("retry")}</button>`,
      });
    }
    if (feed.state === "loading" || feed.more) {
      return html`<div class="visually-hidden" role="status">${localize("loading")}</div>
        <h2 class="day ghost" aria-hidden="true">&nbsp;</h2>
        <ul aria-hidden="true">
          ${Array.from({ length: 6 }, () => html`<li class="ghost"><div class="card"><div class="picture"></div></div></li>`)}
        </ul>
        <div class="foot"></div>`;
    }
    return isFiltered(this.filter)
      ? message({
          icon: mdiAccountSearchOutline,
          heading: localize("no_matches"),
          text: localize("no_matches_text"),
          action: html`<button
            class="text-button"
            @click=${() => this.dispatchEvent(new CustomEvent("mycamera-clear-filters"))}
          >
            ${localize("clear_filters")}
          </button>`,
        })
      : context.overview === null
        ? message({ icon: mdiAccountOffOutline, heading: localize("step_wait"), text: localize("step_wait_text") })
        : firstStep(context, context.overview, () => this.dispatchEvent(new CustomEvent("mycamera-system")));
  }

  /** Who has not changed is not drawn anew: another page must not cost as much as all before it. */
  #renderUnchanged(visit: Visit): unknown {
    const { hass } = this.context;
    const camera = cameraName(this.context, visit.persons[0]?.camera_id ?? "");
    const shown = [
      hass.language,
      hass.locale,
      camera,
      this.opened.has(visit.key),
      this.looked,
      this.fresh,
      this.broken,
    ];
    return guard([...visit.persons, ...shown], () => this.#renderVisit(visit));
  }

  /** Persons who came together are one card, which opens. */
  #renderVisit(visit: Visit): TemplateResult {
    const [only] = visit.persons;
    if (visit.persons.length === 1 && only) return this.#renderItem(only);
    const open = this.opened.has(visit.key);
    if (!open) return this.#renderItem(face(visit), visit);
    return html`${visit.persons.map((person, index) =>
      this.#renderItem(person, index === 0 ? visit : undefined, true),
    )}`;
  }

  #toggle(visit: Visit): void {
    const opened = new Set(this.opened);
    if (!opened.delete(visit.key)) opened.add(visit.key);
    this.opened = opened;
  }

  #renderCount(visit: Visit, open: boolean): TemplateResult {
    const { localize, formats, hass } = this.context;
    const newest = visit.persons[0]?.last_seen ?? "";
    const oldest = visit.persons.at(-1)?.first_seen ?? "";
    const count = plural(localize, hass.language, "visit", visit.persons.length);
    return html`<button
      class="visit"
      aria-expanded=${open ? "true" : "false"}
      title=${formats.range(oldest, newest)}
      @click=${() => this.#toggle(visit)}
    >
      ${icon(open ? mdiChevronUp : mdiChevronDown)}<span>${open ? localize("visit_close") : count}</span>
    </button>`;
  }

  #renderItem(item: Detection, visit?: Visit, open = false): TemplateResult {
    const { context } = this;
    const { localize, formats } = context;
    const unseen = item.seen === false && !this.looked.has(item.event_id);
    const camera = cameraName(context, item.camera_id);
    const [first] = captions(context, item);
    const pending = item.caption_status === "pending" || item.caption_status === "running";
    return html`<li class="${this.fresh.has(item.event_id) ? "fresh" : ""} ${visit && !open ? "stack" : ""} ${open ? "of-visit" : ""}">
      ${visit ? this.#renderCount(visit, open) : nothing}
      <button class="card" @click=${() => this.#open(item)}>
        <span class="picture">${this.#renderPicture(item, camera)}</span>
        <span class="facts">
          <span class="line">
            ${unseen ? html`<span class="unseen" role="img" aria-label=${localize("not_seen_yet")}></span>` : nothing}
            <time datetime=${item.first_seen}>${formats.timeSeconds(item.first_seen)}</time>
            <span class="camera" dir="auto">${camera}</span>
          </span>
          ${
            first
              ? html`<span class="caption" lang=${first.lang} dir="auto">${first.text}</span>`
              : html`<span class="caption none">${localize(pending ? "caption_pending" : "no_caption")}</span>`
          }
          <span class="badges">
            <span title=${localize("duration")}>${formats.duration(seconds(item))}</span>
            <span title=${localize("confidence")}>${formats.percent(item.confidence)}</span>
            ${
              first && item.caption_source !== "factual"
                ? html`<span class="source" title=${localize("description_by")}>${captionSource(context, item)}</span>`
                : nothing
            }
          </span>
        </span>
      </button>
    </li>`;
  }

  #renderPicture(item: Detection, camera: string): TemplateResult {
    const { localize, formats, hass } = this.context;
    const address = item.thumbnail_url ?? item.snapshot_url;
    if (address === null || this.broken.has(address)) {
      return html`<span class="missing" title=${localize("picture_missing")}>${icon(mdiImageOffOutline)}</span>`;
    }
    return html`<img
      src=${hass.hassUrl(address)}
      alt=${localize("picture_of", { camera, time: formats.time(item.first_seen) })}
      loading="lazy"
      decoding="async"
      @error=${() => {
        this.broken = new Set([...this.broken, address]);
      }}
    />`;
  }

  #open(item: Detection): void {
    this.looked = new Set([...this.looked, item.event_id]);
    this.dispatchEvent(new CustomEvent<Detection>("mycamera-open", { detail: item }));
  }

  static override styles = [shared, messageStyles, timelineStyles];
}
