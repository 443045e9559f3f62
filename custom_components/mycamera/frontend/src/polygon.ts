/** A place in a picture: fractions of its width and height. */
export type Point = readonly [x: number, y: number];

export const MOST_POINTS = 32;
/** Of the picture; smaller shapes are slips of the finger. The server asks for the same. */
const LEAST_AREA = 0.0005;
/** A corner this near to the border of the picture belongs on it: whoever draws there means all of it. */
const SNAP = 0.015;
const EXACTNESS = 1e-12;

export type Flaw = "few" | "crosses" | "small";

/** What keeps a polygon from being one; null where it is good. */
export function flaw(points: readonly Point[]): Flaw | null {
  if (points.length < 3) return "few";
  if (crossesItself(points)) return "crosses";
  return area(points) < LEAST_AREA ? "small" : null;
}

/** A coordinate within the picture, to a ten-thousandth. */
export function clamp(value: number): number {
  return Math.min(1, Math.max(0, Math.round(value * 10_000) / 10_000));
}

function sides(points: readonly Point[]): [Point, Point][] {
  return points.map((point, index) => [point, points[(index + 1) % points.length] ?? point]);
}

export function area(points: readonly Point[]): number {
  return Math.abs(sides(points).reduce((sum, [a, b]) => sum + a[0] * b[1] - b[0] * a[1], 0)) / 2;
}

export function crossesItself(points: readonly Point[]): boolean {
  const lines = sides(points);
  return lines.some(([a, b], i) => {
    const next = lines[(i + 1) % lines.length]?.[1] ?? b;
    if (folds(a, b, next)) return true;
    return lines.some(([c, d], j) => j - i > 1 && !(i === 0 && j === lines.length - 1) && meet(a, b, c, d));
  });
}

function turn(a: Point, b: Point, c: Point): number {
  const value = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  return Math.abs(value) < EXACTNESS ? 0 : value;
}

function between(a: Point, b: Point, c: Point): boolean {
  return (
    Math.min(a[0], b[0]) <= c[0] &&
    c[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= c[1] &&
    c[1] <= Math.max(a[1], b[1])
  );
}

function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [ofC, ofD, ofA, ofB] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (ofC * ofD < 0 && ofA * ofB < 0) return true;
  return (
    (ofC === 0 && between(a, b, c)) ||
    (ofD === 0 && between(a, b, d)) ||
    (ofA === 0 && between(c, d, a)) ||
    (ofB === 0 && between(c, d, b))
  );
}

/** Whether the way from a over b to c goes back on itself, or stays where it is. */
function folds(a: Point, b: Point, c: Point): boolean {
  if (a[0] === b[0] && a[1] === b[1]) return true;
  return turn(a, b, c) === 0 && (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0;
}

/** Whether a place is inside a polygon (even-odd rule). */
export function contains(points: readonly Point[], [x, y]: Point): boolean {
  return (
    sides(points).filter(([a, b]) => a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
      .length %
      2 ===
    1
  );
}

export function middle(points: readonly Point[]): Point {
  const count = Math.max(1, points.length);
  return [points.reduce((sum, [x]) => sum + x, 0) / count, points.reduce((sum, [, y]) => sum + y, 0) / count];
}

/** The place where a corner lands: within the picture, and on its border where it is near to it. */
export function settle(x: number, y: number): Point {
  return [onto(x), onto(y)];
}

function onto(value: number): number {
  if (!(value > SNAP)) return 0;
  if (value > 1 - SNAP) return 1;
  return Math.round(value * 10_000) / 10_000;
}
