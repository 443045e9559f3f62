/** The arithmetic of a line that shows a time range: what is drawn where, and what a finger means. */

export interface Range {
  readonly from: number;
  readonly to: number;
}

export type Span = readonly [number, number];

const LEAST_MS = 10_000;
/** Milliseconds between two marks, of which the one is taken that leaves room for their texts. */
const STEPS = [
  1000,
  2000,
  5000,
  10_000,
  30_000,
  60_000,
  5 * 60_000,
  10 * 60_000,
  30 * 60_000,
  3_600_000,
  2 * 3_600_000,
  3 * 3_600_000,
  6 * 3_600_000,
];

/** Zoom about a moment that stays where it is; never out of the whole, never to less than ten seconds. */
export function zoom(view: Range, whole: Range, factor: number, about: number): Range {
  const length = Math.min(whole.to - whole.from, Math.max(LEAST_MS, (view.to - view.from) * factor));
  const part = (about - view.from) / (view.to - view.from);
  return within({ from: about - part * length, to: about + (1 - part) * length }, whole);
}

/** Move a view into the whole. */
export function within(view: Range, whole: Range): Range {
  const length = Math.min(view.to - view.from, whole.to - whole.from);
  const from = Math.min(Math.max(view.from, whole.from), whole.to - length);
  return { from, to: from + length };
}

/** Move a view so that a moment is in it, with a tenth to spare. */
export function showing(view: Range, whole: Range, moment: number): Range {
  const length = view.to - view.from;
  if (moment >= view.from && moment <= view.to - length / 10) return view;
  return within({ from: moment - length / 10, to: moment + (length * 9) / 10 }, whole);
}

/** Milliseconds between the marks of a view so wide, for texts that need so many pixels. */
export function markStep(view: Range, width: number, text = 70): number {
  const least = ((view.to - view.from) * text) / Math.max(1, width);
  return STEPS.find((step) => step >= least) ?? 12 * 3_600_000;
}

/** The nearest moment with footage: the same where there is, else the start of the next, else the end of the last. */
export function footageAt(spans: readonly Span[], moment: number): number | null {
  for (const [begin, end] of spans) {
    if (moment < begin) return begin;
    if (moment < end) return moment;
  }
  const last = spans.at(-1);
  return last ? Math.max(last[0], last[1] - 1000) : null;
}

/** Whether a moment lies behind the newest footage. */
export function beyond(spans: readonly Span[], moment: number): boolean {
  const last = spans.at(-1);
  return last === undefined || moment >= last[1];
}

/** The moment after (1) or before (-1) another, of moments in order, a second away at least. */
export function next(moments: readonly number[], moment: number, step: -1 | 1): number | null {
  const found =
    step === 1 ? moments.find((each) => each > moment + 1000) : moments.findLast((each) => each < moment - 1000);
  return found ?? null;
}

const CLIP_MS = 60_000;

/** A minute that is cut first, about what is shown, and the part of the line in which its ends can be taken hold of. */
export function clipAbout(
  shown: number | null,
  footage: readonly Span[],
  view: Range,
  whole: Range,
): { readonly clip: Range; readonly view: Range } {
  const moment = shown ?? footage[0]?.[0] ?? whole.from;
  // Where nothing is shown yet, from where there is footage.
  const from = shown === null ? moment : moment - CLIP_MS / 2;
  const clip = within({ from, to: from + CLIP_MS }, whole);
  if (view.to - view.from <= 20 * CLIP_MS) return { clip, view };
  return { clip, view: within({ from: moment - 5 * CLIP_MS, to: moment + 5 * CLIP_MS }, whole) };
}
