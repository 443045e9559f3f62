import type { RangeChangedEvent, VisibilityChangedEvent } from "@lit-labs/virtualizer/events.js";
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
import { styleMap } from "lit/directives/style-map.js";
import { pageDetections } from "./api";
import { type Context, cameraName, captionSource, captions, containsWords, seconds, times } from "./context";
import { DaySections } from "./day-sections";
import { customElement } from "./element";
import { Feed } from "./feed";
import { firstStep } from "./first-steps";
import { plural } from "./localize";
import { errorTexts, icon, message, messageStyles } from "./message";
import { shared } from "./styles";
import "./virtual-rows";
import { timelineStyles } from "./timeline-styles";
import { type Detection, type Filter, isFiltered, NO_FILTER } from "./types";
import { face, type Visit, visits } from "./visits";

/** A card is so wide at least, and so far from the next one; in pixels, as in the styles. */
const CARD = 250;
const GAP = 16;
/** So many rows before the end of what is loaded the next page is asked for. */
const AHEAD = 8;

/** A card: a visit, or somebody of one that is opened. */
interface Card {
  readonly item: Detection;
  /** The visit that can be opened, or closed, here. */
  readonly visit?: Visit;
  readonly open: boolean;
}

/** What is drawn beneath each other: a day's name, or as many cards as there is room for. */
type Row = { readonly day: string; readonly key: string; readonly cards: readonly Card[] };

/** The persons that were seen, newest first, day by day. Only what is in sight is in the document. */
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
  @state() private columns = 1;
  /** The day at the upper edge. */
  @state() private topDay = "";
  @query(".foot") private foot?: HTMLElement;

  readonly feed = new Feed<Detection>(this, {
    load: (cursor) => pageDetections(this.context.hass, this.filter, this.context.formats.timeZone, cursor),
    id: (item) => item.event_id,
    time: (item) => times(item).first,
  });
  #observer: IntersectionObserver | null = null;
  #days = new DaySections<Detection, readonly Visit[]>((item) => this.context.formats.dayAt(times(item).first), visits);
  #rows: readonly Row[] = [];
  /** The rows of each day, by its visits: another page must not cost as much as all that is there. */
  #rowsOf = new WeakMap<readonly Visit[], readonly Row[]>();
  /** What the rows were made of. */
  #madeOf: readonly unknown[] = [];
  #resized = new ResizeObserver(([entry]) => {
    this.columns = columns(entry?.contentRect.width ?? 0);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.columns = columns(this.clientWidth);
    this.#resized.observe(this);
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) void this.feed.next();
      },
      { rootMargin: "600px" },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#observer?.disconnect();
    this.#observer = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("filter")) void this.feed.reload();
    if (changed.get("context")?.formats.timeZone !== this.context.formats.timeZone) this.#days.clear();
    this.#arrange();
  }

  /** Lay out the cards in rows; those who came together are one card, which opens. */
  #arrange(): void {
    const sections = this.#days.of(this.feed.items);
    const of = [sections, this.opened, this.columns];
    if (of.every((each, index) => each === this.#madeOf[index])) return;
    if (this.opened !== this.#madeOf[1] || this.columns !== this.#madeOf[2]) this.#rowsOf = new WeakMap();
    this.#madeOf = of;
    const rows: Row[] = [];
    for (const { day, made } of sections) {
      let inDay = this.#rowsOf.get(made);
      if (inDay === undefined) {
        inDay = this.#rowsIn(day, made);
        this.#rowsOf.set(made, inDay);
      }
      for (const row of inDay) rows.push(row);
    }
    this.#rows = rows;
  }

  #rowsIn(day: string, made: readonly Visit[]): readonly Row[] {
    const rows: Row[] = [{ day, key: day, cards: [] }];
    const cards = made.flatMap((visit) => this.#cards(visit));
    for (let at = 0; at < cards.length; at += this.columns) {
      const part = cards.slice(at, at + this.columns);
      rows.push({ day, key: part[0]?.item.event_id ?? "", cards: part });
    }
    return rows;
  }

  #cards(visit: Visit): readonly Card[] {
    const [only] = visit.persons;
    if (visit.persons.length === 1 && only) return [{ item: only, open: false }];
    if (!this.opened.has(visit.key)) return [{ item: face(visit), visit, open: false }];
    return visit.persons.map((item, index) => ({ item, open: true, ...(index === 0 ? { visit } : {}) }));
  }

  protected override updated(): void {
    // Observing anew reports the foot again when it is still in view after a short page.
    this.#observer?.disconnect();
    if (this.foot && this.feed.more) this.#observer?.observe(this.foot);
  }

  /** Take a person or a better caption from the subscription. */
  live(detection: Detection, isNew: boolean): void {
    if (!this.#matches(detection)) return;
    // A better description of somebody who was looked at makes nobody new.
    if (this.filter.unseen && !isNew) {
      this.feed.change(detection.event_id, () => detection);
      return;
    }
    const known = this.feed.items.some((item) => item.event_id === detection.event_id);
    if (!this.feed.put(detection) || known || !isNew) return;
    this.fresh = new Set([...this.fresh, detection.event_id]);
  }

  /** No model will describe somebody: nobody is to wait for it. */
  undescribed(eventId: string): void {
    this.feed.change(eventId, (known) => ({ ...known, caption_status: "failed" }));
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
    const top = this.topDay || this.#rows[0]?.day;
    return html`
      ${top ? html`<div class="top" aria-hidden="true"><span class="day">${context.formats.heading(top)}</span></div>` : nothing}
      <mycamera-virtual-rows
        role="list"
        .items=${this.#rows as Row[]}
        .keyFunction=${keyOf}
        .renderItem=${(row: Row) => this.#renderRow(row)}
        @rangeChanged=${({ last }: RangeChangedEvent) => {
          if (last >= this.#rows.length - AHEAD) void this.feed.next();
        }}
        @visibilityChanged=${({ first }: VisibilityChangedEvent) => {
          this.topDay = this.#rows[first]?.day ?? "";
        }}
      ></mycamera-virtual-rows>
      <div class="foot" aria-live="polite">${this.#renderFoot()}</div>
    `;
  }

  #renderRow({ day, cards }: Row): TemplateResult {
    if (cards.length === 0) {
      return html`<div class="head" role="listitem"><h2 class="day">${this.context.formats.heading(day)}</h2></div>`;
    }
    return html`<div
      class="cards"
      role="presentation"
      style=${styleMap({ gridTemplateColumns: `repeat(${this.columns}, minmax(0, 1fr))` })}
    >
      ${cards.map((card) => this.#renderUnchanged(card))}
    </div>`;
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
        <div
          class="cards"
          aria-hidden="true"
          style=${styleMap({ gridTemplateColumns: `repeat(${this.columns}, minmax(0, 1fr))` })}
        >
          ${Array.from({ length: 6 }, () => html`<div class="cell ghost"><div class="card"><div class="picture"></div></div></div>`)}
        </div>
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

  /** Who has not changed is not drawn anew. */
  #renderUnchanged({ item, visit, open }: Card): unknown {
    const { hass } = this.context;
    const shown = [hass.language, hass.locale, cameraName(this.context, item.camera_id), open, visit];
    return guard([item, ...shown, this.looked, this.fresh, this.broken], () => this.#renderItem(item, visit, open));
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
    // To write a range takes the browser longer than to draw the card.
    const name = ({ currentTarget }: Event): void => {
      (currentTarget as HTMLElement).title = formats.range(oldest, newest);
    };
    return html`<button
      class="visit"
      aria-expanded=${open ? "true" : "false"}
      @pointerenter=${name}
      @focus=${name}
      @click=${() => this.#toggle(visit)}
    >
      ${icon(open ? mdiChevronUp : mdiChevronDown)}<span>${open ? localize("visit_close") : count}</span>
    </button>`;
  }

  #renderItem(item: Detection, visit: Visit | undefined, open: boolean): TemplateResult {
    const { context } = this;
    const { localize, formats } = context;
    const unseen = item.seen === false && !this.looked.has(item.event_id);
    const camera = cameraName(context, item.camera_id);
    const [first] = captions(context, item);
    const pending = item.caption_status === "pending" || item.caption_status === "running";
    return html`<div
      class="cell ${this.fresh.has(item.event_id) ? "fresh" : ""} ${visit && !open ? "stack" : ""} ${open ? "of-visit" : ""}"
      role="listitem"
    >
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
    </div>`;
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

function columns(width: number): number {
  // As the styles have it: there a card is a row.
  return matchMedia("(max-width: 599px)").matches ? 1 : Math.max(1, Math.floor((width + GAP) / (CARD + GAP)));
}

function keyOf(row: Row): string {
  return row.key;
}
