/** Distances and crossings on a town's scale: flat, a metre is a metre within a few kilometres. */

export interface Point {
  lon: number;
  lat: number;
}

const METRES_OF_DEGREE = 111_320;
const flat = (lat: number): number => Math.cos((lat * Math.PI) / 180);

export function metres(a: Point, b: Point): number {
  const x = (b.lon - a.lon) * flat((a.lat + b.lat) / 2);
  return Math.hypot(x, b.lat - a.lat) * METRES_OF_DEGREE;
}

/** lon, lat, lon, lat … as points. */
export const pointsOf = (line: readonly number[]): Point[] =>
  Array.from({ length: Math.floor(line.length / 2) }, (_, at) => ({
    lon: line[at * 2] ?? 0,
    lat: line[at * 2 + 1] ?? 0,
  }));

function nearestOnSegment(from: Point, to: Point, point: Point): Point {
  const k = flat(point.lat);
  const [x, y] = [(to.lon - from.lon) * k, to.lat - from.lat];
  const length = x * x + y * y;
  const share = length === 0 ? 0 : ((point.lon - from.lon) * k * x + (point.lat - from.lat) * y) / length;
  const at = Math.min(1, Math.max(0, share));
  return { lon: from.lon + (to.lon - from.lon) * at, lat: from.lat + (to.lat - from.lat) * at };
}

export interface OnLine extends Point {
  /** Metres from the point asked about. */
  distance: number;
}

/** Nearest point of a line; null: the line has no points. */
export function nearestOnLine(line: readonly number[], point: Point): OnLine | null {
  const points = pointsOf(line);
  let best: OnLine | null = null;
  for (let at = 0; at + 1 < points.length; at += 1) {
    const on = nearestOnSegment(points[at] as Point, points[at + 1] as Point, point);
    const distance = metres(point, on);
    if (!best || distance < best.distance) best = { ...on, distance };
  }
  return best;
}

/** Half way along a line. */
export function middleOf(line: readonly number[]): Point | null {
  const points = pointsOf(line);
  const lengths = points.slice(1).map((point, at) => metres(points[at] as Point, point));
  let left = lengths.reduce((sum, one) => sum + one, 0) / 2;
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [points[at] as Point, points[at + 1] as Point];
    if (left <= length && length > 0) {
      const share = left / length;
      return { lon: from.lon + (to.lon - from.lon) * share, lat: from.lat + (to.lat - from.lat) * share };
    }
    left -= length;
  }
  return points[0] ?? null;
}

/** Where two segments cut each other; null: they do not. */
function cut(a: Point, b: Point, c: Point, d: Point): Point | null {
  const [rx, ry, sx, sy] = [b.lon - a.lon, b.lat - a.lat, d.lon - c.lon, d.lat - c.lat];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const t = ((c.lon - a.lon) * sy - (c.lat - a.lat) * sx) / cross;
  const u = ((c.lon - a.lon) * ry - (c.lat - a.lat) * rx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { lon: a.lon + rx * t, lat: a.lat + ry * t } : null;
}

/** Roads drawn by their middle lines may end a lane short of each other. */
const MEETING = 40;

/** Where two roads meet; null: nowhere on the map. */
export function crossing(one: readonly number[], other: readonly number[]): Point | null {
  const [a, b] = [pointsOf(one), pointsOf(other)];
  for (let i = 0; i + 1 < a.length; i += 1) {
    for (let j = 0; j + 1 < b.length; j += 1) {
      const point = cut(a[i] as Point, a[i + 1] as Point, b[j] as Point, b[j + 1] as Point);
      if (point) return point;
    }
  }
  let best: OnLine | null = null;
  for (const [line, ends] of [
    [other, a],
    [one, b],
  ] as const) {
    for (const end of ends) {
      const on = nearestOnLine(line, end);
      if (on && on.distance <= MEETING && (!best || on.distance < best.distance)) best = on;
    }
  }
  return best && { lon: best.lon, lat: best.lat };
}

/** Squares of the map are 0.002 degrees; the column `cell` of the register says the same. */
const SQUARES = 500;

/** Squares around a point, `ring` of them to each side. */
export function cellsAround({ lon, lat }: Point, ring: number): number[] {
  const [x, y] = [Math.floor(lon * SQUARES), Math.floor(lat * SQUARES)];
  const cells: number[] = [];
  for (let dy = -ring; dy <= ring; dy += 1)
    for (let dx = -ring; dx <= ring; dx += 1) cells.push((y + dy) * 1_000_000 + x + dx);
  return cells;
}

/** Everything nearer than this stands in those squares, in metres. */
export const reachOf = ({ lat }: Point, ring: number): number =>
  (ring / SQUARES) * METRES_OF_DEGREE * flat(Math.abs(lat) + 0.01);
