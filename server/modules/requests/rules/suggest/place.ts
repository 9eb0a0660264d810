/**
 * The words of a message that best name the place: a small grammar. Names stand between words that
 * names do not hold; of the candidates the one is taken that is said where places are said, is
 * precise, and is repeated; then its fullest form in the message, with road and building.
 */
import type { Text, Where } from './text.ts';
import {
  ADDRESS,
  AND,
  BREAKS,
  BUILDING,
  CODED,
  CUE,
  NAMES_ALL_THE_SAME,
  NO_NAMES,
  PRECISE,
  TAIL,
  WIDE,
} from './words-of-places.ts';

export interface PlaceFound {
  /** Verbatim from the message. */
  words: string;
  /** The name in it, without building and what stands behind. */
  name: string;
  where: Where;
  at: number;
  score: number;
  reasons: PlaceReason[];
}

export type PlaceReason =
  | 'subject'
  | 'after-district'
  | 'said-to-be-there'
  | 'precise'
  | 'address'
  | 'road-or-town'
  | 'repeated';

const PUNCTUATION = /[^\u4e00-\u9fffA-Za-z0-9·\-—]|——/g;
/** Characters. */
const LONGEST = 26;

interface Span {
  from: number;
  to: number;
}

function spansOf(read: string, pattern: RegExp): Span[] {
  return [...read.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
}

interface Piece extends Span {
  /** What ends it on the left. */
  after: 'coded' | 'cue' | 'other';
}

/** What stands between two breaks. */
function piecesOf({ read }: Text): Piece[] {
  const kept = spansOf(read, NAMES_ALL_THE_SAME);
  const coded = spansOf(read, CODED);
  const breaks = spansOf(read, BREAKS).filter((one) => !kept.some(({ from, to }) => one.from < to && one.to > from));
  const ends = [...coded, ...breaks, ...spansOf(read, AND), ...spansOf(read, PUNCTUATION)].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  const starts = new Set(coded.map(({ to }) => to));
  const pieces: Piece[] = [];
  let from = 0;
  for (const end of [...ends, { from: read.length, to: read.length }]) {
    if (end.from > from) {
      pieces.push({
        from,
        to: end.from,
        after: starts.has(from) ? 'coded' : CUE.test(read.slice(Math.max(0, from - 6), from)) ? 'cue' : 'other',
      });
    }
    from = Math.max(from, end.to);
  }
  return pieces;
}

/** Where the last of the suffixes ends that is not the first character of the piece. */
function endOf(piece: string, pattern: RegExp): number {
  let end = 0;
  for (const match of piece.matchAll(pattern)) if (match.index > 0) end = match.index + match[0].length;
  return end;
}

const count = (text: string, part: string): number => text.split(part).length - 1;

function candidate(text: Text, piece: Piece, all: string): PlaceFound | undefined {
  const read = text.read.slice(piece.from, piece.to);
  const precise = endOf(read, PRECISE);
  const wide = endOf(read, WIDE);
  const named = piece.after !== 'other';
  const end = precise > 0 || wide > 0 ? Math.max(precise, wide) : named && read.length <= 8 ? read.length : 0;
  const name = read.slice(0, end).replace(/^[\d\-—·]+(?=[一-龥])|[-—·]+$/g, '');
  if (name.length < 2 || name.length > LONGEST || NO_NAMES.test(name) || !/[\u4e00-\u9fff]{2}/.test(name))
    return undefined;
  const from = piece.from + read.indexOf(name);
  const repeated = Math.min(4, count(all, name) - 1);
  const reasons: PlaceReason[] = [];
  let score = 0;
  const add = (reason: PlaceReason, points: number): void => {
    reasons.push(reason);
    score += points;
  };
  if (text.where === 'subject') add('subject', 3);
  else score += Math.exp(-from / 120);
  if (piece.after === 'coded') add('after-district', 2);
  if (piece.after === 'cue') add('said-to-be-there', 1);
  if (precise > 0) add('precise', 2);
  else if (wide > 0) add('road-or-town', 1.2);
  if (named && ADDRESS.test(name)) add('address', 2.5);
  if (repeated > 0) add('repeated', 0.6 * repeated);
  const behind = text.read.slice(from + name.length, from + name.length + 30);
  const building = BUILDING.exec(behind)?.[0] ?? '';
  const tail = TAIL.exec(behind.slice(building.length))?.[0] ?? '';
  const code = HALF_A_NAME.test(name) ? (LAST_CODE.exec(text.read.slice(0, from))?.[0] ?? '') : '';
  const at = from - code.length;
  const words = text.original.slice(at, from + name.length + building.length + tail.length);
  return { words, name, where: text.where, at, score, reasons };
}

/** May stand before a name: the road, the town, the number it belongs to. */
const LEADS = /(?:路|街|道|镇|乡|村|号|区|桥|[东南西北]面?|对面|[上下旁边侧口处]的?)$/;

/** The fullest form in which the message says the same name: with its road before, its building behind. */
function fullest(best: PlaceFound, all: readonly PlaceFound[]): PlaceFound {
  let full = best;
  for (const one of all) {
    const at = one.words.indexOf(best.name);
    if (at < 0 || one.words.length <= full.words.length) continue;
    const behind = one.words.length - at - best.name.length;
    if (behind <= 8 && (at === 0 || LEADS.test(one.words.slice(0, at)))) full = one;
  }
  return { ...best, words: full.words, where: full.where, at: full.at };
}

/** 北路, 大道 alone name nothing: there the coded district is part of the name. */
const HALF_A_NAME = /^(?:[东南西北中]?(?:路|街|大道)|[东南西北]门)/;
const LAST_CODE = /[A-Z]\d{0,2}(?:市|县|区)$/;

/** Pieces of a text that are looked at; a letter of a page has some sixty. */
const MOST = 200;

export function findPlaces(texts: readonly Text[]): PlaceFound[] {
  const all = texts.map(({ read }) => read).join('\n');
  const found: PlaceFound[] = [];
  for (const text of texts) {
    for (const piece of piecesOf(text).slice(0, MOST)) {
      const one = candidate(text, piece, all);
      if (one) found.push(one);
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

/** Points. What scores less is more likely a phrase than a name. */
const ENOUGH = 2.6;

export function findPlace(texts: readonly Text[]): PlaceFound | undefined {
  const found = findPlaces(texts);
  const [best] = found;
  if (best && best.score >= ENOUGH) return fullest(best, found);
  // No name: the coded district, where one is given.
  for (const { where, read, original } of texts) {
    const code = [...read.matchAll(CODED)].map((match) => ({ at: match.index, words: match[0] }))[0];
    const last = code && LAST_CODE.exec(code.words)?.[0];
    if (code && last) {
      const at = code.at + code.words.length - last.length;
      return {
        words: original.slice(at, at + last.length),
        name: last,
        where,
        at,
        score: 0,
        reasons: ['after-district'],
      };
    }
  }
  return undefined;
}
