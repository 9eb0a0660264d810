/**
 * Likely duplicates 疑似重复: same place, same event, near in time, each said with its reason. How near is near,
 * and which events come of one incident, stands in kinship.json.
 */
import { HOUR, type Instant, MINUTE } from '../../../../values/instant.ts';
import { addressOf } from './address.ts';
import kinship from './kinship.json' with { type: 'json' };

/** What is compared: a report being taken, or an order. */
export interface Report {
  event: string;
  place: string;
  premisesId: number | null;
  communityId: number | null;
  lon: number | null;
  lat: number | null;
  at: Instant;
}

export type Reason =
  | { kind: 'premises' }
  | { kind: 'building'; name: string }
  | { kind: 'community' }
  | { kind: 'address'; name: string }
  | { kind: 'road'; name: string; numbers: number | null }
  | { kind: 'distance'; metres: number }
  | { kind: 'event' }
  | { kind: 'event-kind' }
  | { kind: 'event-related' }
  | { kind: 'time'; minutes: number };

export interface Likeness {
  /** 0 to 1. */
  score: number;
  strong: boolean;
  reasons: Reason[];
}

const parent = (event: string): string | null => (event.includes('.') ? event.slice(0, event.lastIndexOf('.')) : null);
const lineage = (event: string): string[] => {
  const above = parent(event);
  return above === null ? [event] : [event, ...lineage(above)];
};

/** Of the event itself, else its nearest parent, else what holds for any. */
export function windowOf(event: string): { hours: number; metres: number } {
  for (const one of [...lineage(event), '*']) {
    const found = kinship.windows.find((window) => window.event === one);
    if (found) return found;
  }
  return { hours: 0, metres: 0 };
}

/** The farthest back that any report may have a duplicate. */
export const LONGEST = Math.max(...kinship.windows.map(({ hours }) => hours)) * HOUR;

/** Both windows must hold it: either may be the first heard of the incident. */
const near = (a: Report, b: Report): { ms: number; metres: number } => {
  const [one, other] = [windowOf(a.event), windowOf(b.event)];
  return { ms: Math.max(one.hours, other.hours) * HOUR, metres: Math.max(one.metres, other.metres) };
};

function eventShare(a: string, b: string): { share: number; reason: Reason } | null {
  if (a === b) return { share: 1, reason: { kind: 'event' } };
  const [up, down] = [lineage(a), lineage(b)];
  if (up.includes(b) || down.includes(a)) return { share: 0.95, reason: { kind: 'event' } };
  const shares = kinship.related.flatMap(({ events: [x = '', y = ''], share }) =>
    (up.includes(x) && down.includes(y)) || (up.includes(y) && down.includes(x)) ? [share] : [],
  );
  if (up.some((one) => down.includes(one))) shares.push(0.6);
  const best = Math.max(0, ...shares);
  return best === 0
    ? null
    : { share: best, reason: { kind: up.at(-1) === down.at(-1) ? 'event-kind' : 'event-related' } };
}

const EARTH = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great circle, in metres. */
export function metresBetween(a: { lon: number; lat: number }, b: { lon: number; lat: number }): number {
  const [dLat, dLon] = [radians(b.lat - a.lat), radians(b.lon - a.lon)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)));
}

const isArea = (event: string): boolean => lineage(event).some((one) => kinship.area.includes(one));

interface Found {
  share: number;
  reasons: Reason[];
}

/** The best of what places have in common; the distance is said beside it. */
function placeShare(a: Report, b: Report, metres: number): Found {
  const { places } = kinship;
  const found: Found[] = [];
  const add = (share: number, ...reasons: Reason[]): void => void found.push({ share, reasons });
  if (a.premisesId !== null && a.premisesId === b.premisesId) add(places.premises, { kind: 'premises' });
  const [one, other] = [addressOf(a.place), addressOf(b.place)];
  const sameEstate =
    (a.communityId !== null && a.communityId === b.communityId) ||
    ((a.communityId === null || b.communityId === null) && one.estate !== null && one.estate === other.estate);
  // What ails a whole area ails two houses of an estate; a meter that idles is one customer's.
  const area = isArea(a.event) && isArea(b.event);
  if (sameEstate) {
    if (one.building !== null && one.building === other.building)
      add(area ? places.building : places.community, { kind: 'building', name: one.building });
    else add(area ? places.community : places.communityOfOther, { kind: 'community' });
  }
  if (one.road !== null && one.road === other.road) {
    if (one.number !== null && one.number === other.number && !sameEstate)
      add(places.address, { kind: 'address', name: `${one.road}${one.number}号` });
    else if (!sameEstate) {
      const apart = one.number === null || other.number === null ? null : Math.abs(one.number - other.number);
      const close = apart !== null && apart <= places.roadNumbers;
      if (apart === null || close)
        add(close ? places.roadNear : places.road, { kind: 'road', name: one.road, numbers: apart });
    }
  }
  const apart = pinned(a) && pinned(b) ? metresBetween(a, b) : null;
  // Pins of an estate are its centre: they say no more than the estate.
  if (apart !== null && apart <= metres && !sameEstate)
    add(places.pin * (1 - apart / (2 * metres)), { kind: 'distance', metres: Math.round(apart) });
  const best = found.reduce<Found>((top, next) => (next.share > top.share ? next : top), { share: 0, reasons: [] });
  const beside = found.filter((next) => next !== best && next.reasons[0]?.kind === 'distance');
  return { share: best.share, reasons: [...best.reasons, ...beside.flatMap(({ reasons }) => reasons)] };
}

const pinned = (one: Report): one is Report & { lon: number; lat: number } => one.lon !== null && one.lat !== null;

/** One matter 同一事项, however long ago: events that go together, at one and the same place. */
export const sameMatter = (a: Report, b: Report): boolean =>
  related(a.event, b.event) && placeShare(a, b, 1).share >= kinship.strong;

export const related = (a: string, b: string): boolean => eventShare(a, b) !== null;

/** Null: not likely the same. The same whichever of the two comes first. */
export function likeness(a: Report, b: Report): Likeness | null {
  const event = eventShare(a.event, b.event);
  if (!event) return null;
  const { ms, metres } = near(a, b);
  const apart = Math.abs(a.at - b.at);
  if (apart > ms) return null;
  const place = placeShare(a, b, metres);
  if (place.share === 0) return null;
  const score = place.share * event.share * (1 - (kinship.age * apart) / ms);
  if (score < kinship.likely) return null;
  const time: Reason = { kind: 'time', minutes: Math.round(apart / MINUTE) };
  return {
    score: Math.round(score * 1000) / 1000,
    strong: score >= kinship.strong,
    reasons: [...place.reasons, event.reason, time],
  };
}
