/** Where persons were in the pictures of a camera, so that boxes can be drawn on the picture that is shown. */

export type Box = readonly [number, number, number, number];

export interface PersonInView {
  readonly track: number;
  readonly box: Box;
}

/** When a picture was taken: milliseconds since 1970, as good as now, or null where nobody knows. */
export type Moment = number | "now" | null;

interface Look {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly persons: readonly PersonInView[];
}

/** A look that came longer ago says nothing about now. */
const LOOK_KEPT_MS = 2500;
/** Looks that are further apart than this show nothing of what was between them. */
const LONGEST_STEP_MS = 2000;
const KEPT_MS = 60_000;

function between(from: Box, to: Box, part: number): Box {
  const at = (index: 0 | 1 | 2 | 3): number => from[index] + (to[index] - from[index]) * part;
  return [at(0), at(1), at(2), at(3)];
}

export class BoxTrail {
  #looks: Look[] = [];

  /**
   * Who is drawn on a picture: who was there when it was taken. Nobody on a picture of which that is not known.
   *
   * `ahead`: so much later it is by the clock of the looks. `sinceLook`: how long ago the last look came; both in milliseconds.
   */
  on(taken: Moment, ahead: number, sinceLook: number): readonly PersonInView[] {
    if (taken === "now") return sinceLook > LOOK_KEPT_MS ? [] : (this.#looks.at(-1)?.persons ?? []);
    return taken === null ? [] : this.at(taken + ahead);
  }

  add(time: number, persons: readonly PersonInView[]): void {
    this.#looks.push({ time, persons });
    if (this.#looks.length > 1 && (this.#looks[0]?.time ?? 0) < time - KEPT_MS) this.#looks.shift();
  }

  /** Who was where in the picture of a moment. */
  at(moment: number): readonly PersonInView[] {
    const index = this.#looks.findLastIndex((look) => look.time <= moment);
    const before = this.#looks[index];
    const after = this.#looks[index + 1];
    if (!before || moment - before.time > LONGEST_STEP_MS) return [];
    if (!after || after.time - before.time > LONGEST_STEP_MS) return before.persons;
    const part = (moment - before.time) / (after.time - before.time);
    return before.persons.map((person) => {
      const later = after.persons.find((other) => other.track === person.track);
      return later ? { track: person.track, box: between(person.box, later.box, part) } : person;
    });
  }
}

/** A person's place at a second of a path; null before it begins and after it ends. */
export function placeOnPath(path: readonly (readonly [number, Box])[], second: number): Box | null {
  const first = path[0];
  const last = path.at(-1);
  // A detector looks a few times a second: half a step before and behind it is still the same person.
  if (!first || !last || second < first[0] - 0.5 || second > last[0] + 0.5) return null;
  const index = path.findLastIndex(([time]) => time <= second);
  const before = path[index];
  const after = path[index + 1];
  if (!before) return first[1];
  if (!after) return before[1];
  return between(before[1], after[1], (second - before[0]) / Math.max(1e-3, after[0] - before[0]));
}
