/** Degrees to pixels on a town's scale. */
import type { Pin } from '../intake/draft.ts';

export interface Sight {
  centre: Pin;
  /** Pixels for a degree of latitude. */
  scale: number;
}

const flat = (lat: number): number => Math.cos((lat * Math.PI) / 180);

export const toPixels = ({ centre, scale }: Sight, { lon, lat }: Pin, width: number, height: number) => ({
  x: width / 2 + (lon - centre.lon) * flat(centre.lat) * scale,
  y: height / 2 - (lat - centre.lat) * scale,
});

/** Five decimals are a metre. */
export const round = ({ lon, lat }: Pin): Pin => ({ lon: Number(lon.toFixed(5)), lat: Number(lat.toFixed(5)) });

export const toDegrees = ({ centre, scale }: Sight, x: number, y: number, width: number, height: number): Pin =>
  round({
    lon: centre.lon + (x - width / 2) / (flat(centre.lat) * scale),
    lat: centre.lat - (y - height / 2) / scale,
  });

/** All points in sight, or a few streets around the one that matters. */
export function sightOf(all: readonly Pin[], point: Pin | null, width: number, height: number): Sight {
  if (point !== null) return { centre: point, scale: STREETS };
  const [first] = all;
  if (first === undefined) return { centre: { lon: 0, lat: 0 }, scale: 1 };
  const [lons, lats] = [all.map(({ lon }) => lon), all.map(({ lat }) => lat)];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const centre = { lon: (west + east) / 2, lat: (south + north) / 2 };
  const wide = Math.max((east - west) * flat(centre.lat), 0.001) * 1.1;
  const high = Math.max(north - south, 0.001) * 1.1;
  return { centre, scale: Math.min(width / wide, height / high) };
}

/** About 1.3 km on 600 pixels. */
export const STREETS = 50_000;
/** A key moves the pin by so many pixels, with Shift by ten times as many. */
export const STEP = 4;

export const moved = (sight: Sight, pin: Pin, dx: number, dy: number): Pin =>
  round({ lon: pin.lon + dx / (flat(sight.centre.lat) * sight.scale), lat: pin.lat - dy / sight.scale });

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Where a key moves the pin; null: it is no key of the map. */
export function byKey(key: string, far: boolean, sight: Sight, pin: Pin | null): Pin | null {
  const arrow = ARROWS[key];
  if (arrow === undefined) return null;
  if (pin === null) return round(sight.centre);
  const times = far ? 10 : 1;
  return moved(sight, pin, arrow[0] * times, arrow[1] * times);
}

/** lon, lat, lon, lat … as pairs. */
export const pairs = (line: readonly number[]): [number, number][] =>
  Array.from({ length: Math.floor(line.length / 2) }, (_, at) => [line[at * 2] ?? 0, line[at * 2 + 1] ?? 0]);

export interface Label {
  name: string;
  /** Of its middle. */
  x: number;
  y: number;
}

const LETTER = 12;
const LINE = 15;

const overlap = (a: Label, b: Label): boolean =>
  Math.abs(a.x - b.x) < ((a.name.length + b.name.length) * LETTER) / 2 && Math.abs(a.y - b.y) < LINE;

/** Each name once, where it covers no other; where it would cover one everywhere it is left out. */
export function apart(labels: readonly Label[], taken: readonly Label[]): Label[] {
  const kept: Label[] = [];
  for (const label of labels) {
    if (kept.some(({ name }) => name === label.name)) continue;
    if (![...taken, ...kept].some((other) => overlap(label, other))) kept.push(label);
  }
  return kept;
}

/** From the middle outwards. */
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.45, 0.55, 0.35, 0.65, 0.25, 0.75, 0.1, 0.9];

/** Where the name of a road may stand: along every stretch of it that is in sight. */
export function labelsAlong(
  name: string,
  spots: readonly { x: number; y: number }[],
  width: number,
  height: number,
): Label[] {
  const margin = (name.length * LETTER) / 2;
  return SHARES.flatMap((share) =>
    spots.slice(1).flatMap((b, index): Label[] => {
      const a = spots[index] ?? b;
      const label = { name, x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share - 4 };
      const inSight = label.x > margin && label.x < width - margin && label.y > LINE && label.y < height - 4;
      return inSight ? [label] : [];
    }),
  );
}
