import { mdiAccountOutline, mdiCctv, mdiClose, mdiMagnify, mdiVectorPolygon } from "@mdi/js";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { errorCode, getSuggestions } from "./api";
import { type Context, containsWords } from "./context";
import { customElement } from "./element";
import { isChinese } from "./localize";
import { icon } from "./message";
import { shared } from "./styles";
import type { Filter, Suggestions } from "./types";

const DELAY_MS = 300;
/** Words that are asked for again after so long. */
const FRESH_MS = 60_000;

/** What may be chosen instead of being typed. */
interface Suggestion {
  readonly path: string;
  readonly text: string;
  readonly count: number | null;
  readonly change: Partial<Filter>;
}

/** Searches descriptions, and suggests words that they have, cameras and zones. Fires `mycamera-filter`. */
@customElement("mycamera-search-box")
export class MyCameraSearchBox extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) text = "";
  @state() private open = false;
  @state() private written = "";
  @state() private words: Suggestions | null = null;

  #timer: number | undefined;
  #asked = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("text")) this.written = this.text;
  }

  #choose(change: Partial<Filter>): void {
    window.clearTimeout(this.#timer);
    this.open = false;
    this.dispatchEvent(new CustomEvent<Partial<Filter>>("mycamera-filter", { detail: change }));
  }

  #type(event: Event): void {
    this.written = (event.target as HTMLInputElement).value;
    this.open = true;
    const text = this.written.trim();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (text === this.text) return;
      this.dispatchEvent(new CustomEvent<Partial<Filter>>("mycamera-filter", { detail: { text } }));
    }, DELAY_MS);
  }

  async #focused(): Promise<void> {
    this.open = true;
    if (Date.now() - this.#asked < FRESH_MS) return;
    this.#asked = Date.now();
    try {
      this.words = await getSuggestions(this.context.hass);
    } catch (error) {
      console.info("MyCamera: there are no words to suggest:", errorCode(error));
      this.words ??= { english: [], chinese: [] };
    }
  }

  #left(event: FocusEvent): void {
    if (!this.renderRoot.contains(event.relatedTarget as Node | null)) this.open = false;
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.open) return;
    this.open = false;
    event.stopPropagation();
  }

  /** What begins as what is being written, or all of it where nothing is. */
  #suggestions(): readonly Suggestion[] {
    const { hass, overview } = this.context;
    // Words stand first: what came before them would move under the finger.
    if (this.words === null) return [];
    const last = this.written.split(/\s+/).at(-1) ?? "";
    const before = this.written.slice(0, this.written.length - last.length);
    const words = isChinese(hass.language) ? this.words.chinese : this.words.english;
    const cameras = overview?.cameras ?? [];
    const zones = [...new Set(cameras.flatMap((camera) => camera.zones.map(({ name }) => name)))];
    const fits = (text: string): boolean => last === "" || (text !== last && containsWords(text, last));
    return [
      ...words.map(({ word, persons }) => ({
        path: mdiAccountOutline,
        text: word,
        count: persons,
        change: { text: `${before}${word}` },
      })),
      ...(cameras.length > 1 ? cameras : []).map((camera) => ({
        path: mdiCctv,
        text: camera.name,
        count: null,
        change: { cameraId: camera.camera_id, text: before.trim() },
      })),
      ...zones.map((zone) => ({
        path: mdiVectorPolygon,
        text: zone,
        count: null,
        change: { zone, text: before.trim() },
      })),
    ].filter(({ text }) => fits(text));
  }

  protected override render(): TemplateResult {
    const { localize } = this.context;
    return html`<div class="box" @focusout=${this.#left} @keydown=${this.#key}>
      ${icon(mdiMagnify)}
      <input
        type="text"
        inputmode="search"
        enterkeyhint="search"
        maxlength="100"
        autocomplete="off"
        placeholder=${localize("search")}
        aria-label=${localize("search")}
        .value=${this.written}
        @input=${this.#type}
        @focus=${() => void this.#focused()}
      />
      ${
        this.text
          ? html`<button
              class="icon-button"
              aria-label=${localize("clear_search")}
              @click=${() => this.#choose({ text: "" })}
            >
              ${icon(mdiClose)}
            </button>`
          : nothing
      }
      ${this.open ? this.#renderSuggestions() : nothing}
    </div>`;
  }

  #renderSuggestions(): TemplateResult | typeof nothing {
    const { localize, formats } = this.context;
    const suggestions = this.#suggestions();
    if (suggestions.length === 0) return nothing;
    return html`<div class="suggestions" role="group" aria-label=${localize("suggestions")}>
      ${suggestions.map(
        ({ path, text, count, change }) => html`<button class="chip" @click=${() => this.#choose(change)}>
          ${icon(path)} <span dir="auto">${text}</span>
          ${count === null ? nothing : html`<span class="count">${formats.number(count)}</span>`}
        </button>`,
      )}
    </div>`;
  }

  static override styles = [
    shared,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      .box {
        position: relative;
        display: flex;
        align-items: center;
        gap: 4px;
        block-size: 42px;
        padding-inline: 12px 4px;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        border-radius: 21px;
      }
      .box > svg {
        flex: none;
        color: var(--mc-text-2);
      }
      input {
        flex: 1;
        min-inline-size: 0;
        font: inherit;
        color: inherit;
        background: none;
        border: 0;
        outline: none;
      }
      /* The box around it shows the focus. */
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--mc-text-2);
        opacity: 1;
      }
      .box:focus-within {
        border-color: var(--mc-accent);
      }
      .suggestions {
        position: absolute;
        z-index: 4;
        inset-block-start: calc(100% + 4px);
        inset-inline: 0;
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        padding: 10px;
        max-block-size: 50vh;
        overflow-y: auto;
        background: var(--mc-surface);
        border: 1px solid var(--mc-line);
        border-radius: var(--mc-radius);
        box-shadow: 0 4px 16px rgba(0, 0, 0, 0.25);
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-block-size: 34px;
        padding-inline: 10px;
        border: 1px solid var(--mc-line);
        border-radius: 17px;
      }
      .chip svg {
        inline-size: 16px;
        block-size: 16px;
        color: var(--mc-text-2);
      }
      .count {
        font-size: 12px;
        color: var(--mc-text-2);
      }
    `,
  ];
}
