import { mdiAccountOffOutline, mdiAccountSearchOutline, mdiAlertCircleOutline, mdiImageOffOutline } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { pageDetections } from "./api";
import { type Context, cameraName, captionSource, captions, containsWords, seconds } from "./context";
import { customElement } from "./element";
import { Feed, group } from "./feed";
import { errorTexts, icon, message, messageStyles } from "./message";
import { shared } from "./styles";
import { type Detection, type Filter, NO_FILTER } from "./types";

/** The persons that were seen, newest first, day by day. */
@customElement("mycamera-timeline")
export class MyCameraTimeline extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) filter: Filter = NO_FILTER;
  @state() private broken: ReadonlySet<string> = new Set();
  @state() private fresh: ReadonlySet<string> = new Set();
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
    const { cameraId, day, text } = this.filter;
    if (cameraId && detection.camera_id !== cameraId) return false;
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
              day.items,
              (item) => item.event_id,
              (item) => this.#renderItem(item),
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
    const filtered = this.filter.cameraId !== null || this.filter.day !== null || this.filter.text !== "";
    return filtered
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
      : message({ icon: mdiAccountOffOutline, heading: localize("no_persons"), text: localize("no_persons_text") });
  }

  #renderItem(item: Detection): TemplateResult {
    const { context } = this;
    const { localize, formats } = context;
    const camera = cameraName(context, item.camera_id);
    const [first, second] = captions(context, item);
    const pending = item.caption_status === "pending" || item.caption_status === "running";
    return html`<li class=${this.fresh.has(item.event_id) ? "fresh" : ""}>
      <button class="card" @click=${() => this.#open(item)}>
        <span class="picture">${this.#renderPicture(item, camera)}</span>
        <span class="facts">
          <span class="line">
            <time datetime=${item.first_seen}>${formats.timeSeconds(item.first_seen)}</time>
            <span class="camera" dir="auto">${camera}</span>
          </span>
          ${
            first
              ? html`<span class="caption" lang=${first.lang} dir="auto">${first.text}</span>`
              : html`<span class="caption none">${localize(pending ? "caption_pending" : "no_caption")}</span>`
          }
          ${second ? html`<span class="other" lang=${second.lang} dir="auto">${second.text}</span>` : nothing}
          <span class="badges">
            <span title=${localize("duration")}>${formats.duration(seconds(item))}</span>
            <span title=${localize("confidence")}>${formats.percent(item.confidence)}</span>
            ${
              first
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
    this.dispatchEvent(new CustomEvent<Detection>("mycamera-open", { detail: item }));
  }

  static override styles = [
    shared,
    messageStyles,
    css`
      :host {
        display: block;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(250px, 100%), 1fr));
        gap: var(--mc-gap);
        margin: 0;
        padding: 0 0 8px;
        list-style: none;
      }
      .card {
        display: flex;
        flex-direction: column;
        inline-size: 100%;
        block-size: 100%;
        overflow: hidden;
        text-align: start;
        border-radius: var(--mc-radius);
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        transition: box-shadow 0.15s;
      }
      button.card:hover {
        box-shadow: 0 2px 10px rgba(0, 0, 0, 0.18);
      }
      .picture {
        display: block;
        position: relative;
        inline-size: 100%;
        aspect-ratio: 4 / 3;
        background: var(--mc-sunken);
        flex: none;
      }
      img {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
        object-position: 50% 25%;
      }
      .missing {
        display: grid;
        place-items: center;
        block-size: 100%;
        color: var(--mc-text-2);
      }
      .facts {
        display: flex;
        flex-direction: column;
        gap: 4px;
        padding: 10px 12px 12px;
        min-inline-size: 0;
        flex: 1;
      }
      .line {
        display: flex;
        align-items: baseline;
        gap: 8px;
        min-inline-size: 0;
      }
      time {
        font-weight: 500;
        font-size: 15px;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .camera {
        color: var(--mc-text-2);
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .caption,
      .other {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        overflow: hidden;
        overflow-wrap: anywhere;
      }
      .other {
        -webkit-line-clamp: 2;
        color: var(--mc-text-2);
        font-size: 13px;
      }
      .none {
        color: var(--mc-text-2);
        font-style: italic;
      }
      .badges {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-block-start: auto;
        padding-block-start: 6px;
        font-size: 12px;
        color: var(--mc-text-2);
      }
      .badges span {
        padding: 1px 8px;
        border-radius: 10px;
        background: color-mix(in srgb, var(--mc-text) 8%, transparent);
        font-variant-numeric: tabular-nums;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        max-inline-size: 100%;
      }
      .badges .source {
        background: none;
        padding-inline: 2px;
      }
      .ghost .card {
        block-size: 300px;
        animation: breathe 1.6s ease-in-out infinite alternate;
      }
      @keyframes breathe {
        to {
          opacity: 0.5;
        }
      }
      .fresh .card {
        animation: arrive 2.4s ease-out;
      }
      @keyframes arrive {
        from {
          border-color: var(--mc-accent);
          box-shadow: 0 0 0 3px color-mix(in srgb, var(--mc-accent) 50%, transparent);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .ghost .card,
        .fresh .card {
          animation: none;
        }
      }
      @media (max-width: 599px) {
        ul {
          grid-template-columns: minmax(0, 1fr);
          gap: 8px;
        }
        .card {
          flex-direction: row;
        }
        .picture {
          inline-size: 112px;
          aspect-ratio: auto;
          min-block-size: 112px;
          align-self: stretch;
        }
        .ghost .card {
          block-size: 112px;
        }
      }
    `,
  ];
}
