/** What a text may mean, ranked; and whether one of them can be taken for granted. */
import type { How } from './mentions.ts';

export const KINDS = ['premises', 'building', 'community', 'junction', 'road', 'district'] as const;
export type CandidateKind = (typeof KINDS)[number];

export type Why =
  | How
  | 'account'
  | 'phone'
  | 'phone-ending'
  | 'customer'
  | 'same-number'
  | 'of-building'
  | 'of-community'
  | 'on-road'
  | 'house-number'
  | 'roads-meet'
  | 'roads-apart'
  | 'building-unknown';

export interface Reason {
  why: Why;
  /** The name, alias, number or roads it rests on. */
  by?: string;
}

/** A place a text may mean. Nothing is decided by it: a person chooses. */
export interface Candidate {
  kind: CandidateKind;
  /** The same place has the same one: `road 4 18`. */
  id: string;
  /** As it is written on an order. */
  name: string;
  /** Between 0 and 1; comparable within one answer. */
  score: number;
  reasons: Reason[];
  districtId: string | null;
  communityId: number | null;
  buildingId: number | null;
  premisesId: number | null;
  /** The road it is, or the two that meet. */
  roadIds: number[];
  lon: number | null;
  lat: number | null;
  /** Of the point: of this very place, or only of the road or community it stands in. */
  exact: boolean;
}

export interface Resolved {
  candidates: Candidate[];
  /** The first is meant, as far as words can tell. */
  confident: boolean;
}

/** Rows shown at most; more typing narrows better than scrolling. */
export const MOST_CANDIDATES = 20;
const SURE = 0.8;
const AHEAD = 0.1;

const order = (kind: CandidateKind): number => KINDS.indexOf(kind);

/** The same place is told once, for the best of its reasons. */
export function rank(all: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const one of all) {
    const before = best.get(one.id);
    if (!before || one.score > before.score) best.set(one.id, one);
  }
  return [...best.values()]
    .map((one) => ({ ...one, score: Math.round(Math.min(1, one.score) * 1000) / 1000 }))
    .sort(
      (a, b) =>
        b.score - a.score || order(a.kind) - order(b.kind) || a.name.localeCompare(b.name, 'zh', { numeric: true }),
    )
    .slice(0, MOST_CANDIDATES);
}

/** A building and its community are no rivals, nor a junction and its roads, nor a road and what stands on it. */
const akin = (a: Candidate, b: Candidate): boolean =>
  (a.communityId !== null && a.communityId === b.communityId && a.kind !== b.kind) ||
  a.roadIds.some((road) => b.roadIds.includes(road)) ||
  (b.kind === 'road' && a.name.startsWith(b.name)) ||
  (b.kind === 'district' && a.districtId === b.districtId);

export function resolved(all: readonly Candidate[]): Resolved {
  const candidates = rank(all);
  const [first, ...others] = candidates;
  const rival = first && others.find((one) => !akin(first, one));
  return {
    candidates,
    confident: first !== undefined && first.score >= SURE && first.score - (rival?.score ?? 0) >= AHEAD,
  };
}
