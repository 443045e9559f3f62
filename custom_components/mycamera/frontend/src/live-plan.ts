/** What the live wall decides: how its pictures fill the screen, and which of them move. */

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

const PICTURE = 16 / 9;
/** Pixels. A narrower picture shows nobody's face; from there on the wall is scrolled. */
const LEAST_WIDTH = 260;
const PHONE_WIDTH = 600;
/** So many cameras move at once; more would cost a browser more than it has. */
export const MOST_STREAMS = 6;

/** How many pictures stand beside each other, so that all are seen and as large as can be. */
export function fit(count: number, width: number, height: number, gap: number): Grid {
  const pictures = Math.max(1, count);
  let best: Grid = { columns: 1, rows: pictures };
  let largest = 0;
  for (let columns = 1; columns <= pictures; columns += 1) {
    const rows = Math.ceil(pictures / columns);
    const wide = (width - gap * (columns - 1)) / columns;
    const high = (height - gap * (rows - 1)) / rows;
    const shown = Math.min(wide, high * PICTURE);
    if (shown > largest) {
      largest = shown;
      best = { columns, rows };
    }
  }
  return best;
}

/** Whether pictures that fit would be too small to see anything: then they are as wide as they may be, and scrolled. */
export function scrolls({ columns, rows }: Grid, width: number, height: number, gap: number): boolean {
  const wide = (width - gap * (columns - 1)) / columns;
  const high = (height - gap * (rows - 1)) / rows;
  // On a phone held upright a picture has the whole width, however many there are.
  return Math.min(wide, high * PICTURE) < (width < PHONE_WIDTH ? width : LEAST_WIDTH);
}

/** How many columns a wall that is scrolled has. */
export function scrolledColumns(width: number, gap: number): number {
  return width < PHONE_WIDTH ? 1 : Math.max(1, Math.floor((width + gap) / (LEAST_WIDTH + 80 + gap)));
}

/** The cameras that move: all where they are few, else those that see somebody; the others are stills. */
export function moving(
  cameras: readonly { readonly camera_id: string; readonly persons: number | null }[],
  watched: string | null,
): ReadonlySet<string> {
  if (watched !== null) return new Set([watched]);
  const first = cameras.length <= MOST_STREAMS ? cameras : cameras.filter((camera) => camera.persons);
  return new Set(first.slice(0, MOST_STREAMS).map((camera) => camera.camera_id));
}
