import { seconds, times } from "./context";
import type { Detection } from "./types";

/** Persons of one camera that come within this of each other are one visit. */
const APART_MS = 2 * 60_000;
/** A busy street is not one visit of a whole day. */
const LONGEST_MS = 30 * 60_000;
/** Nobody looks through more on one card. */
const MOST_PERSONS = 20;
/** What is more than a visit is parted by the clock, ever more finely: so it stays as it is, whoever comes at either end. */
const PARTS_MS = [30, 10, 5, 1].map((minutes) => minutes * 60_000);

/** Persons who were seen by one camera about the same time, newest first. */
export interface Visit {
  readonly key: string;
  readonly persons: readonly Detection[];
}

function lasted(persons: readonly Detection[]): number {
  const [newest, oldest] = [persons[0], persons.at(-1)];
  return newest && oldest ? times(newest).first - times(oldest).first : 0;
}

/** Persons who came after each other without a pause, as visits. */
function parted(persons: readonly Detection[], sizes: readonly number[]): (readonly Detection[])[] {
  const [size, ...finer] = sizes;
  if (size === undefined || (persons.length <= MOST_PERSONS && lasted(persons) <= LONGEST_MS)) return [persons];
  const parts = new Map<number, Detection[]>();
  for (const person of persons) {
    const at = Math.floor(times(person).first / size);
    const part = parts.get(at);
    if (part) part.push(person);
    else parts.set(at, [person]);
  }
  return [...parts.values()].flatMap((part) => parted(part, finer));
}

/** Persons, newest first, as visits, each where its newest person is. */
export function visits(items: readonly Detection[]): Visit[] {
  const runs: Detection[][] = [];
  const open = new Map<string, Detection[]>();
  for (const item of items) {
    const run = open.get(item.camera_id);
    const oldest = run?.at(-1);
    if (run && oldest && times(oldest).first - times(item).last <= APART_MS) {
      run.push(item);
    } else {
      const begun = [item];
      open.set(item.camera_id, begun);
      runs.push(begun);
    }
  }
  const place = new Map(items.map((item, index) => [item, index]));
  return (
    runs
      .flatMap((run) => parted(run, PARTS_MS))
      // By its oldest person: newer ones come to a visit that is being looked at.
      .map((persons) => ({ key: persons.at(-1)?.event_id ?? "", persons }))
      .sort((a, b) => (place.get(a.persons[0] as Detection) ?? 0) - (place.get(b.persons[0] as Detection) ?? 0))
  );
}

/** Whose picture stands for a visit: who is told of by a model, then who is surest, then who stays longest. */
export function face(visit: Visit): Detection {
  const rank = (person: Detection): number =>
    (person.caption_source && person.caption_source !== "factual" ? 10 : 0) +
    (person.thumbnail_url ? 5 : 0) +
    person.confidence +
    Math.min(1, seconds(person) / 60);
  const [newest, ...others] = visit.persons as [Detection, ...Detection[]];
  let [best, most] = [newest, rank(newest)];
  for (const person of others) {
    const its = rank(person);
    if (its > most) [best, most] = [person, its];
  }
  return best;
}
