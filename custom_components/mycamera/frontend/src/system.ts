import { mdiAlertCircleOutline, mdiCctv, mdiDatabaseOutline, mdiHarddisk, mdiProgressClock, mdiRadar } from "@mdi/js";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { errorCode, getSystem } from "./api";
import type { Context } from "./context";
import { coverageFact } from "./coverage-fact";
import { customElement } from "./element";
import { localizeOr, plural } from "./localize";
import { errorTexts, icon, message, messageStyles } from "./message";
import { shared } from "./styles";
import { systemStyles } from "./system-styles";
import type { CameraHealth, MachineOverview, Overview, System } from "./types";

const AGAIN_MS = 10_000;
/** Fewer days than this until the disk is full are worth a word. */
const SOON_DAYS = 3;
type Level = "good" | "warn" | "bad" | "off";
const MACHINE_LEVELS: Readonly<Record<MachineOverview["state"], Level>> = {
  idle: "off",
  working: "good",
  away: "warn",
};

/** How cameras, analysis, database and storage are, and what to do where something is wrong. */
@customElement("mycamera-system")
export class MyCameraSystem extends LitElement {
  @property({ attribute: false }) context!: Context;
  @property({ attribute: false }) overview!: Overview;
  @state() private system: System | null = null;
  @state() private failure: string | null = null;

  #timer: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
    this.#timer = window.setInterval(() => void this.#load(), AGAIN_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("overview") && changed.get("overview")) void this.#load();
  }

  async #load(): Promise<void> {
    if (document.hidden) return;
    try {
      this.system = await getSystem(this.context.hass);
      this.failure = null;
    } catch (error) {
      this.failure = errorCode(error);
    }
  }

  protected override render(): TemplateResult {
    const { context, system, overview } = this;
    const { localize } = context;
    if (system === null) {
      if (this.failure !== null) {
        return message({ icon: mdiAlertCircleOutline, bad: true, ...errorTexts(context, this.failure) });
      }
      return html`<div class="foot tall">
        <div class="spinner" role="progressbar" aria-label=${localize("loading")}></div>
      </div>`;
    }
    return html`${this.#renderLongWork(overview)}
    <div class="parts">
      ${system.cameras.map((camera) => this.#renderCamera(camera))} ${this.#renderAnalysis(overview)}
      ${this.#renderDatabase(overview, system)} ${this.#renderStorage(system)}
    </div>`;
  }

  /** What takes long goes on at the server, whoever looks; the subscription tells how far it is. */
  #renderLongWork({ long_work: works }: Overview): TemplateResult | typeof nothing {
    if (works.length === 0) return nothing;
    const { localize, formats } = this.context;
    return html`<section class="works" aria-labelledby="works">
      <h2 id="works">${icon(mdiProgressClock)} ${localize("long_work")}</h2>
      ${works.map((work) => {
        const what = localizeOr(localize, `work_${work.kind}`, "long_work");
        const left = work.left === null ? "" : localize("work_left", { count: formats.number(work.left) });
        const done = work.done === null ? "" : formats.percent(Math.floor(work.done * 100) / 100);
        return html`<div class="work">
          <span>${[what, work.name].filter(Boolean).join(": ")}</span>
          <span class="quiet">${[left, done].filter(Boolean).join(" · ")}</span>
          <progress max="1" value=${work.done ?? nothing} aria-label=${what}></progress>
        </div>`;
      })}
    </section>`;
  }

  #part(
    path: string,
    name: string,
    level: Level,
    status: string,
    facts: readonly (readonly [string, string])[],
    advice: string,
    error: string | null = null,
    action: string | null = null,
    more: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    const { localize, hass } = this.context;
    return html`<section class=${level}>
      <h2>${icon(path)} <span dir="auto">${name}</span> <span class="status"><span class="dot ${level}"></span>${status}</span></h2>
      ${
        facts.length > 0
          ? html`<dl>
              ${facts.map(
                ([term, value]) => html`<div>
                  <dt>${term}</dt>
                  <dd>${value}</dd>
                </div>`,
              )}
            </dl>`
          : nothing
      }
      ${more} ${error ? html`<p class="error" dir="auto">${error}</p>` : nothing}
      ${advice ? html`<p class="advice">${advice}</p>` : nothing}
      ${
        advice && action && hass.user?.is_admin
          ? html`<a class="text-button" href=${action}>${localize("add_camera")}</a>`
          : nothing
      }
    </section>`;
  }

  #renderCamera(camera: CameraHealth): TemplateResult {
    const { localize, formats } = this.context;
    const status = camera.recording_status;
    const blind = camera.detection_enabled && !camera.watching;
    const level: Level =
      status === "off"
        ? "off"
        : status === "connecting"
          ? "warn"
          : status !== "recording"
            ? "bad"
            : blind
              ? "warn"
              : "good";
    const facts: [string, string][] = [];
    const coverage = coverageFact(this.context, camera);
    if (coverage !== null) facts.push(coverage);
    if (camera.persons_today !== null) facts.push([localize("people_today"), String(camera.persons_today)]);
    if (camera.bytes !== null) facts.push([localize("recordings"), formats.bytes(camera.bytes)]);
    if (camera.stream_fps !== null) facts.push([localize("stream_fps"), camera.stream_fps.toFixed(0)]);
    const advice =
      level === "bad"
        ? localizeOr(localize, `advice_${status}`, "advice_camera")
        : blind
          ? localize("not_watching")
          : "";
    return this.#part(
      mdiCctv,
      camera.name,
      level,
      localize(`status_${status}`),
      facts,
      advice,
      camera.recording_error ?? (blind ? camera.watch_error : null),
      "/config/integrations/integration/mycamera",
    );
  }

  #renderAnalysis(overview: Overview): TemplateResult {
    const { localize, hass } = this.context;
    const { worker, minutes_behind: behind, pending_analyses: analyses, pending_captions: captions } = overview;
    const state = worker.overloaded ? "overloaded" : worker.status;
    const level: Level =
      state === "connected" ? "good" : state === "failed" || state === "disconnected" ? "bad" : "warn";
    const facts: [string, string][] = [];
    if (worker.device) facts.push([localize("device"), worker.device]);
    if (worker.version) facts.push([localize("version"), worker.version]);
    if (behind) facts.push([localize("queue"), plural(localize, hass.language, "minutes_behind", behind)]);
    else if (analyses) facts.push([localize("queue"), plural(localize, hass.language, "pending_analyses", analyses)]);
    if (captions) facts.push([localize("descriptions"), plural(localize, hass.language, "pending_captions", captions)]);
    const advice = level === "good" ? "" : localizeOr(localize, `worker_${state}_advice`, "advice_worker");
    return this.#part(
      mdiRadar,
      localize("analysis"),
      level,
      localize(`worker_${state}`),
      facts,
      advice,
      worker.error,
      "/config/integrations/integration/mycamera",
      this.#renderMachines(worker.machines),
    );
  }

  /** Who does the worker's jobs, where these are others. */
  #renderMachines(machines: readonly MachineOverview[]): TemplateResult | typeof nothing {
    if (machines.length === 0) return nothing;
    const { localize, hass } = this.context;
    return html`<ul class="machines">
      ${machines.map((machine) => {
        const rate = plural(localize, hass.language, "jobs_an_hour", machine.jobs_an_hour);
        return html`<li>
          <span class="dot ${MACHINE_LEVELS[machine.state]}"></span>
          <span class="machine" dir="auto">${machine.name}</span>
          <span class="quiet">${localize(`machine_${machine.state}`)}</span>
          <span class="quiet" dir="auto">${[machine.device, rate].filter(Boolean).join(" · ")}</span>
          ${machine.error ? html`<span class="error" dir="auto">${machine.error}</span>` : nothing}
        </li>`;
      })}
    </ul>`;
  }

  #renderDatabase(overview: Overview, system: System): TemplateResult {
    const { localize, formats, hass } = this.context;
    const { available, since, waiting } = overview.database;
    const facts: [string, string][] = [];
    if (system.database_bytes !== null) facts.push([localize("size"), formats.bytes(system.database_bytes)]);
    if (since) facts.push([localize("since"), formats.dateTime(since)]);
    return this.#part(
      mdiDatabaseOutline,
      localize("database"),
      available ? "good" : "bad",
      localize(available ? "database_answers" : "database_down"),
      facts,
      available ? "" : plural(localize, hass.language, "database_waiting", waiting),
      null,
      "/config/integrations/integration/mycamera",
    );
  }

  #renderStorage(system: System): TemplateResult {
    const { localize, formats, hass } = this.context;
    const days = system.days_until_full;
    const known = system.free_bytes !== null;
    const soon = days !== null && days < SOON_DAYS && !system.never_full;
    const facts: [string, string][] = [];
    if (system.free_bytes !== null) facts.push([localize("free"), formats.bytes(system.free_bytes)]);
    if (days !== null)
      facts.push([localize("full_in"), plural(localize, hass.language, "days", Math.max(0, Math.round(days)))]);
    else if (system.never_full) facts.push([localize("full_in"), localize("never_full")]);
    if (system.recordings_path) facts.push([localize("folder"), system.recordings_path]);
    return this.#part(
      mdiHarddisk,
      localize("storage"),
      known ? (soon ? "warn" : "good") : "warn",
      localize(known ? (soon ? "storage_soon_full" : "storage_good") : "storage_unknown"),
      facts,
      soon ? localize("storage_advice") : "",
      null,
      "/config/integrations/integration/mycamera",
    );
  }

  static override styles = [shared, messageStyles, systemStyles];
}
