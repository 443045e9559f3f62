import { seconds } from "./context";
import type { Detection } from "./types";

/** Persons of one camera that come within this of each other are one visit. */
const APART_MS = 2 * 60_000;
/** A busy street is not one visit of a whole day. */
const LONGEST_MS = 30 * 60_000;

/** Persons who were seen by one camera about the same time, newest first. */
export interface Visit {
  readonly key: string;
  readonly persons: readonly Detection[];
}

/** Persons, newest first, as visits, each where its newest person is. */
export function visits(items: readonly Detection[]): Visit[] {
  const found: Detection[][] = [];
  const open = new Map<string, Detection[]>();
  for (const item of items) {
    const visit = open.get(item.camera_id);
    const oldest = visit?.at(-1);
    const newest = visit?.[0];
    const near = oldest !== undefined && Date.parse(oldest.first_seen) - Date.parse(item.last_seen) <= APART_MS;
    const long = newest !== undefined && Date.parse(newest.first_seen) - Date.parse(item.first_seen) > LONGEST_MS;
    if (visit && near && !long) {
      visit.push(item);
    } else {
      const begun = [item];
      open.set(item.camera_id, begun);
      found.push(begun);
    }
  }
  // By its oldest person: newer ones come to a visit that is being looked at.
  return found.map((persons) => ({ key: persons.at(-1)?.event_id ?? "", persons }));
}

/** Whose picture stands for a visit: who is told of by a model, then who is surest, then who stays longest. */
export function face(visit: Visit): Detection {
  const rank = (person: Detection): number =>
    (person.caption_source && person.caption_source !== "factual" ? 10 : 0) +
    (person.thumbnail_url ? 5 : 0) +
    person.confidence +
    Math.min(1, seconds(person) / 60);
  return visit.persons.reduce((best, person) => (rank(person) > rank(best) ? person : best));
}
