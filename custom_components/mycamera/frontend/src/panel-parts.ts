import type { ReactiveController, ReactiveControllerHost } from "lit";
import { errorCode } from "./api";

/** What not everybody looks at: reading all of it at once would hold the page. */
const PARTS = {
  live: () => import("./live-wall"),
  day: () => import("./day"),
  recordings: () => import("./recordings"),
  clips: () => import("./exports"),
  figures: () => import("./figures"),
  system: () => import("./system"),
  person: () => import("./person-dialog"),
  zones: () => import("./zone-editor"),
} as const;
export type Part = keyof typeof PARTS;

/** The first view has all of the network and of the processor for so long. */
const LATER_MS = 3000;
const AGAIN_MS = 5000;

/**
 * Loads the parts of the panel: what is looked at at once, the rest one by one when there is nothing else to do. So a
 * press finds its view there, and a page that stays open for months needs nothing of a server that was updated since.
 */
export class PanelParts implements ReactiveController {
  #there = new Set<Part>();
  #loading = new Set<Part>();
  #failed = new Set<Part>();
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: Readonly<Record<Part, () => Promise<unknown>>> = PARTS,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#later = setTimeout(() => void this.#loadRest(), LATER_MS);
  }

  hostDisconnected(): void {
    clearTimeout(this.#later);
  }

  has(part: Part): boolean {
    return this.#there.has(part);
  }

  /** Ask for a part that is to be shown; the host is updated when it can be, or cannot. */
  need(part: Part): "there" | "loading" | "failed" {
    if (this.#there.has(part)) return "there";
    void this.#fetch(part);
    return this.#failed.has(part) ? "failed" : "loading";
  }

  async #fetch(part: Part): Promise<void> {
    if (this.#there.has(part) || this.#loading.has(part)) return;
    this.#loading.add(part);
    try {
      await this.load[part]();
      this.#there.add(part);
      this.#failed.delete(part);
    } catch (error) {
      console.info(`MyCamera: ${part} cannot be loaded:`, errorCode(error));
      this.#failed.add(part);
      this.host.requestUpdate();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
    this.#loading.delete(part);
    this.host.requestUpdate();
  }

  async #loadRest(): Promise<void> {
    for (const part of Object.keys(this.load) as Part[]) {
      await idle();
      await this.#fetch(part);
    }
  }
}

function idle(): Promise<void> {
  // Safari has no other way to say so.
  if (typeof requestIdleCallback !== "function") return new Promise((resolve) => setTimeout(resolve, 100));
  return new Promise((resolve) => requestIdleCallback(() => resolve()));
}
