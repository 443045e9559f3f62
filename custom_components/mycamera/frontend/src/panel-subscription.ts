import type { ReactiveController, ReactiveControllerHost } from "lit";
import { errorCode, subscribe } from "./api";
import type { Connection, HomeAssistant, LiveEvent, Unsubscribe } from "./types";

const SUBSCRIBE_AGAIN_MS = 5000;

export interface SubscriptionOptions {
  readonly take: (event: LiveEvent) => void;
  readonly failed: (code: string) => void;
  readonly ready: () => void;
  readonly lost: () => void;
}

/** Hears what is new, and whether the connection is there, for as long as its host is in the page. */
export class Subscription implements ReactiveController {
  #unsubscribe: Unsubscribe | null = null;
  #subscribing = false;
  #timer: number | undefined;
  #listening: Connection | null = null;
  #connected = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly options: SubscriptionOptions,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
  }

  hostDisconnected(): void {
    this.#connected = false;
    window.clearTimeout(this.#timer);
    this.#leave();
    void this.#unsubscribe?.();
    this.#unsubscribe = null;
  }

  /** Listen to this connection from now on; again with the same one changes nothing. */
  start(hass: HomeAssistant): void {
    if (this.#listening === hass.connection) return;
    this.#leave();
    this.#listening = hass.connection;
    // The connection renews the subscription itself; what happened in between is only in the database.
    hass.connection.addEventListener("ready", this.options.ready);
    hass.connection.addEventListener("disconnected", this.options.lost);
    void this.#subscribe(hass);
  }

  #leave(): void {
    this.#listening?.removeEventListener("ready", this.options.ready);
    this.#listening?.removeEventListener("disconnected", this.options.lost);
    this.#listening = null;
  }

  async #subscribe(hass: HomeAssistant): Promise<void> {
    if (this.#subscribing || this.#unsubscribe) return;
    this.#subscribing = true;
    try {
      const unsubscribe = await subscribe(hass, this.options.take);
      if (this.#connected) this.#unsubscribe = unsubscribe;
      else void unsubscribe();
    } catch (error) {
      this.options.failed(errorCode(error));
      this.#timer = window.setTimeout(() => void this.#subscribe(hass), SUBSCRIBE_AGAIN_MS);
    } finally {
      this.#subscribing = false;
    }
  }
}
