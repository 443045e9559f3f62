import { clamp, type Point, settle } from "./polygon";
import type { ZoneDraft } from "./zone-draft";

const STEP = 0.005;
const LARGE_STEP = 0.03;

/** The editor, as far as its picture is drawn on. */
export interface CornersHost {
  readonly draft: ZoneDraft | null;
  /** The corner that is chosen. */
  corner: number | null;
  /** Width by height of the picture. */
  readonly aspect: number;
  readonly picture?: HTMLElement;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  /** Change the draft and show it. */
  edit(change: (draft: ZoneDraft) => void): void;
}

/** What a pointer and the keyboard do with the corners of what is drawn on a picture. */
export class ZoneCorners {
  #dragging: number | null = null;

  constructor(private readonly host: CornersHost) {}

  readonly tap = (event: MouseEvent): void => {
    if (event.target instanceof Element && event.target.closest("button")) return;
    const { host } = this;
    const place = this.#place(event);
    host.edit((draft) => {
      if (draft.drawing !== null) {
        draft.addPoint(place);
        host.corner = (draft.current?.points.length ?? 1) - 1;
      } else {
        draft.selectAt(place);
        host.corner = null;
      }
    });
  };

  readonly pictureKey = (event: KeyboardEvent): void => {
    const { host } = this;
    if (event.key !== "Enter" || event.target !== host.picture || host.draft?.drawing == null) return;
    event.preventDefault();
    host.edit((draft) => {
      draft.addPoint([0.5, 0.5]);
      host.corner = (draft.current?.points.length ?? 1) - 1;
    });
    this.#focus();
  };

  grab(event: PointerEvent, index: number): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#dragging = index;
    this.host.corner = index;
  }

  drag(event: PointerEvent, index: number): void {
    if (this.#dragging !== index) return;
    const place = this.#place(event);
    this.host.edit((draft) => draft.movePoint(index, place));
  }

  readonly release = (): void => {
    this.#dragging = null;
    this.host.draft?.endGesture();
  };

  tapped(index: number): void {
    const { draft } = this.host;
    // The first corner closes the outline, as people expect of drawing programs.
    if (index === 0 && draft?.drawing != null && (draft.current?.points.length ?? 0) >= 3) this.finish();
    else this.host.corner = index;
  }

  key(event: KeyboardEvent, index: number): void {
    const point = this.host.draft?.current?.points[index];
    if (!point) return;
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const { aspect } = this.host;
    const moves: Record<string, Point> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step * aspect],
      ArrowDown: [0, step * aspect],
    };
    const move = moves[event.key];
    if (move) {
      // Not settled: small steps must be able to leave the border again.
      const to: Point = [clamp(point[0] + move[0]), clamp(point[1] + move[1])];
      this.host.edit((draft) => draft.movePoint(index, to));
    } else if (event.key === "Delete" || event.key === "Backspace") {
      this.remove(index);
    } else return;
    event.preventDefault();
  }

  remove(index: number): void {
    this.host.edit((draft) => draft.removePoint(index));
    this.host.corner = null;
  }

  insert(after: number, point: Point): void {
    this.host.edit((draft) => draft.insertPoint(after, point));
    this.host.corner = after + 1;
    this.#focus();
  }

  /** End the drawing; of a zone, its name is asked for. */
  readonly finish = (): void => {
    const { host } = this;
    host.edit((draft) => {
      draft.finish();
      host.corner = null;
    });
    if (host.draft?.current?.kind === "zone") {
      void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLInputElement>("input.name")?.select());
    }
  };

  #place(event: MouseEvent): Point {
    const box = this.host.picture?.getBoundingClientRect();
    if (!box || box.width === 0) return [0, 0];
    return settle((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }

  #focus(): void {
    const { host } = this;
    void host.updateComplete.then(() => {
      host.renderRoot.querySelector<HTMLElement>(`.corner[data-index="${host.corner}"]`)?.focus();
    });
  }
}
