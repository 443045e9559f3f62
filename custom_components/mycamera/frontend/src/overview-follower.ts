import type { ReactiveController, ReactiveControllerHost } from "lit";
import { errorCode, subscribe } from "./api";
import type { HomeAssistant, LiveEvent, Overview, Unsubscribe } from "./types";

const AGAIN_MS = 5000;

type Host = ReactiveControllerHost & HTMLElement & { hass?: HomeAssistant };

/** Follows what happens for a card on a dashboard, from when it is shown until it is not any more. */
export class OverviewFollower implements ReactiveController {
  overview: Overview | null = null;
  /** Why nothing is known; null where something is. */
  failure: string | null = null;

  #unsubscribe: Unsubscribe | null = null;
  #subscribing = false;
  #again: number | undefined;

  constructor(
    private readonly host: Host,
    /** Told of the overview, too, once it is there. */
    private readonly listener: (event: LiveEvent) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.#subscribe();
  }

  hostDisconnected(): void {
    window.clearTimeout(this.#again);
    void this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  hostUpdated(): void {
    void this.#subscribe();
  }

  async #subscribe(): Promise<void> {
    const { hass } = this.host;
    if (!hass || this.#subscribing || this.#unsubscribe || !this.host.isConnected) return;
    this.#subscribing = true;
    try {
      const unsubscribe = await subscribe(hass, (event) => this.#told(event));
      if (this.host.isConnected) this.#unsubscribe = unsubscribe;
      else void unsubscribe();
    } catch (error) {
      this.#failed(errorCode(error));
      window.clearTimeout(this.#again);
      this.#again = window.setTimeout(() => void this.#subscribe(), AGAIN_MS);
    } finally {
      this.#subscribing = false;
    }
  }

  #failed(code: string): void {
    this.failure = code;
    this.host.requestUpdate();
  }

  #told(event: LiveEvent): void {
    if (event.type === "unavailable") {
      this.#failed(event.code);
      return;
    }
    if (event.type === "overview") {
      this.overview = event.overview;
      this.failure = null;
      this.host.requestUpdate();
    }
    this.listener(event);
  }
}
