/** Enlarging a part of a picture with two fingers, the wheel or keys. */

export interface Enlarged {
  readonly scale: number;
  /** Pixels by which the enlarged picture is moved. */
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Enlarged = { scale: 1, x: 0, y: 0 };
const MOST = 8;

/** Keep the picture's edges at or outside those of its place. */
function inside(view: Enlarged, width: number, height: number): Enlarged {
  const clamp = (value: number, least: number): number => Math.min(0, Math.max(least, value));
  return {
    scale: view.scale,
    x: clamp(view.x, width * (1 - view.scale)),
    y: clamp(view.y, height * (1 - view.scale)),
  };
}

/** Enlarge by a factor about a point, which stays where it is. */
export function enlarge(
  view: Enlarged,
  factor: number,
  about: { readonly x: number; readonly y: number },
  width: number,
  height: number,
): Enlarged {
  const scale = Math.min(MOST, Math.max(1, view.scale * factor));
  const real = scale / view.scale;
  return inside(
    { scale, x: about.x - (about.x - view.x) * real, y: about.y - (about.y - view.y) * real },
    width,
    height,
  );
}

export function move(view: Enlarged, byX: number, byY: number, width: number, height: number): Enlarged {
  return inside({ scale: view.scale, x: view.x + byX, y: view.y + byY }, width, height);
}

/** Follows the fingers over an element and tells how it is to be enlarged. */
export class Pinch {
  #view = WHOLE;
  #fingers = new Map<number, { x: number; y: number }>();

  constructor(private readonly changed: (view: Enlarged) => void) {}

  reset(): void {
    this.#fingers.clear();
    this.#set(WHOLE);
  }

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (this.#view.scale > 1 || this.#fingers.size > 1) this.#place(event).setPointerCapture(event.pointerId);
  }

  up(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
  }

  moved(event: PointerEvent): void {
    const before = this.#fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const { left, top, width, height } = this.#place(event).getBoundingClientRect();
    const other = [...this.#fingers.entries()].find(([id]) => id !== event.pointerId)?.[1];
    this.#fingers.set(event.pointerId, now);
    if (!other) {
      if (this.#view.scale > 1) this.#set(move(this.#view, now.x - before.x, now.y - before.y, width, height));
      return;
    }
    const apart = (from: { x: number; y: number }): number => Math.hypot(from.x - other.x, from.y - other.y);
    const about = { x: (now.x + other.x) / 2 - left, y: (now.y + other.y) / 2 - top };
    this.#set(enlarge(this.#view, apart(now) / Math.max(1, apart(before)), about, width, height));
  }

  wheel(event: WheelEvent): void {
    event.preventDefault();
    this.#about(event, event.deltaY > 0 ? 0.85 : 1.18);
  }

  doubled(event: MouseEvent): void {
    if (this.#view.scale > 1) this.reset();
    else this.#about(event, 2.5);
  }

  key(event: KeyboardEvent, place: HTMLElement): boolean {
    const { width, height } = place.getBoundingClientRect();
    const middle = { x: width / 2, y: height / 2 };
    const step = 60;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [step, 0],
      ArrowRight: [-step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    const by = moves[event.key];
    if (event.key === "+") this.#set(enlarge(this.#view, 1.3, middle, width, height));
    else if (event.key === "-") this.#set(enlarge(this.#view, 1 / 1.3, middle, width, height));
    else if (event.key === "0") this.reset();
    else if (by && this.#view.scale > 1) this.#set(move(this.#view, by[0], by[1], width, height));
    else return false;
    return true;
  }

  #about(event: MouseEvent, factor: number): void {
    const { left, top, width, height } = this.#place(event).getBoundingClientRect();
    this.#set(enlarge(this.#view, factor, { x: event.clientX - left, y: event.clientY - top }, width, height));
  }

  #place(event: Event): HTMLElement {
    return event.currentTarget as HTMLElement;
  }

  #set(view: Enlarged): void {
    this.#view = view;
    this.changed(view);
  }
}
