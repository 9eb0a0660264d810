/**
 * File texts to packs. Every defect is collected with its place. Reading from disk is done by
 * `files.ts`.
 */
import type { Pack, PackError, TermEntry, Within } from '../pack.ts';
import { ErrorList, unknownName } from '../pack-error.ts';
import { type Vocabulary, vocabularyOf } from '../vocabulary.ts';
import { contentHash } from './canonical.ts';
import { discover, type RawEntry, SECTIONS, type Section, type Unit, whereOf } from './discover.ts';
import { familyOf, inherit, merge } from './extends.ts';
import { readFormEntry, readGate, readText } from './load-forms.ts';
import { readHours, readLimitEntry } from './load-hours.ts';
import { type PlainSection, readPlain } from './load-plain.ts';
import {
  checkCircles,
  readApproval,
  readClock,
  readNotice,
  readOrganization,
  readPause,
  readRouting,
} from './load-sections.ts';
import { readDerived, readTerm } from './load-terms.ts';
import type { PackContext } from './load-timing.ts';
import { shippedNeeded } from './needed-files.ts';
import { parseLimit } from './parse-limit.ts';
import { MapReader } from './yaml/map-reader.ts';
import { child, type SourceFile } from './yaml/yaml-nodes.ts';

export { SECTIONS } from './discover.ts';
export type { SourceFile } from './yaml/yaml-nodes.ts';

/** A clock warns when this share of its time is used, where the pack does not say. */
const DEFAULT_WARN = { share: 0.75 };

export interface Loaded {
  packs: Pack[];
  errors: PackError[];
  /** Packs that must not be used, with what is wrong in them or in what they extend. */
  faults: Map<Pack, PackError[]>;
  /** The files each is written in, and those of what it extends; its own first. */
  written: Map<Pack, FilePlace[]>;
}

export interface FilePlace {
  path: string;
  /** Of the pack itself; otherwise of one it extends. */
  own: boolean;
  /** Among `shipped` rather than the files of the folder. */
  shipped: boolean;
}
export type WrittenFile = SourceFile & Pick<FilePlace, 'own'>;

export const textsOf = (places: FilePlace[], files: SourceFile[], shipped: SourceFile[]): WrittenFile[] =>
  places.flatMap(({ path, own, shipped: there }) => {
    const text = (there ? shipped : files).find((one) => one.path === path)?.text;
    return text === undefined ? [] : [{ path, own, text }];
  });

function build(unit: Unit, units: Unit[], errors: ErrorList): Pack {
  const entries = merge(unit, units, errors);
  const of = (section: Section) => entries.filter((e) => e.section === section);
  const reader = (e: RawEntry) => new MapReader(e.node, errors, whereOf(e.section, e.id, e.node));

  const terms: TermEntry[] = of('terms').map((e) => readTerm(reader(e), e.pack));
  const limits = new Map<string, { value?: Within; confirmed: boolean }>();
  for (const e of of('limits')) {
    const value = child(e.node, 'value');
    const limit = value?.kind === 'scalar' && value.value !== null ? parseLimit(value.source) : undefined;
    const confirmed = child(e.node, 'confirmed');
    limits.set(e.id, {
      ...(limit?.ok ? { value: limit.value } : {}),
      confirmed: confirmed?.kind === 'scalar' && confirmed.value === true,
    });
  }
  const words: Vocabulary = vocabularyOf(terms, Object.fromEntries(SECTIONS.map((s) => [s, of(s).map((e) => e.id)])));
  const timezone = inherit(unit, 'timezone', units) ?? 'Asia/Shanghai';
  const context = (pack: string): PackContext => ({ pack, words, errors, limits, timezone });
  for (const e of of('terms')) {
    const m = reader(e);
    const dot = e.id.lastIndexOf('.');
    const kind = terms.find((t) => t.id === e.id)?.kind;
    if (kind === 'event' && dot > 0 && !words.events.has(e.id.slice(0, dot)))
      m.fail(
        e.node.at,
        unknownName('event', e.id.slice(0, dot), words.events.keys(), {
          zh: '上级事项要先声明。',
          en: 'Declare the parent event first.',
        }),
      );
    const derived = readDerived(m, context(e.pack));
    const term = terms.find((t) => t.id === e.id && t.kind === 'fact');
    if (term) Object.assign(term, derived);
  }
  function read<T>(section: Section, readOne: (m: MapReader, ctx: PackContext) => T): T[] {
    return of(section).map((e) => {
      const m = reader(e);
      const value = readOne(m, context(e.pack));
      m.done();
      return value;
    });
  }
  const plain = (section: PlainSection) => read(section, (m, ctx) => readPlain(section, m, ctx));
  const pack: Omit<Pack, 'hash'> = {
    pack: unit.head.name,
    version: unit.head.version,
    utility: inherit(unit, 'utility', units) ?? unit.head.name,
    effective: unit.head.effective,
    source: inherit(unit, 'source', units) ?? '',
    extends: unit.head.extends.map((e) => e.name),
    timezone,
    holidays: inherit(unit, 'holidays', units) ?? 'cn',
    currency: inherit(unit, 'currency', units) ?? 'CNY',
    warn: inherit(unit, 'warn', units) ?? DEFAULT_WARN,
    organization: read('organization', readOrganization),
    terms,
    hours: read('hours', readHours),
    limits: read('limits', readLimitEntry),
    clocks: read('clocks', readClock),
    duties: plain('duties'),
    notices: read('notices', readNotice),
    forms: read('forms', readFormEntry),
    gates: read('gates', readGate),
    routing: read('routing', readRouting),
    approvals: read('approvals', readApproval),
    pauses: read('pauses', readPause),
    metrics: plain('metrics'),
    remedies: plain('remedies'),
    checklists: plain('checklists'),
    prices: plain('prices'),
    texts: read('texts', readText),
  };
  checkCircles(pack.clocks, errors);
  return { ...pack, hash: contentHash(pack) };
}

/**
 * Packs of a regulations folder. `shipped` are files of packs that may be extended but are not
 * part of the folder. All packs are returned, also those with errors, so that every check can
 * go on; use none of them while `errors` is not empty.
 */
export function loadPacks(files: SourceFile[], shipped: SourceFile[] = []): Loaded {
  const errors = new ErrorList();
  const own = discover(files, errors, false);
  const base = new ErrorList();
  const given = discover(shippedNeeded(files, shipped), base, true);
  const units = [...own, ...given];
  for (const unit of own) {
    const twin = own.find(
      (u) =>
        u !== unit &&
        u.head.name === unit.head.name &&
        (u.head.version === unit.head.version || u.head.effective === unit.head.effective),
    );
    if (twin && own.indexOf(twin) < own.indexOf(unit)) {
      errors.add(
        child(unit.node, 'version')?.at ?? unit.node.at,
        {},
        {
          code: 'duplicate-version',
          found: `${unit.head.name} ${unit.head.version} ${unit.head.effective}`,
          expected: 'another version and effective date',
          zh: `规章包“${unit.head.name}”的版本号或施行日期与 ${twin.node.at.file} 相同。`,
          en: `The pack "${unit.head.name}" has the version or effective date of ${twin.node.at.file}.`,
        },
      );
    }
  }
  if (own.length === 0 && errors.errors.length === 0) {
    errors.add(
      { file: '.', line: 1, column: 1 },
      {},
      {
        code: 'no-packs',
        found: 'no pack',
        expected: 'a file with pack:',
        zh: '这个文件夹里没有规章包。',
        en: 'There is no pack in this folder.',
      },
    );
  }
  // What is wrong with a shipped pack by itself is not a defect of this folder.
  const theirs = new Set(given.length === 0 ? [] : shippedErrors(given, base));
  const found = errors.errors.slice();
  const faults = new Map<Pack, PackError[]>();
  const written = new Map<Pack, FilePlace[]>();
  const packs = own.map((unit) => {
    const mine = new ErrorList();
    const pack = build(unit, units, mine);
    const family = familyOf(unit, units);
    written.set(
      pack,
      family.flatMap((one) => [...one.files].sort().map((path) => ({ path, own: one === unit, shipped: one.shipped }))),
    );
    const theirFiles = new Set(family.flatMap((u) => (u.shipped ? [] : [...u.files])));
    const wrong = [...found.filter((e) => theirFiles.has(e.file)), ...mine.errors.filter((e) => !theirs.has(keyOf(e)))];
    if (wrong.length > 0) faults.set(pack, wrong);
    for (const e of mine.errors)
      if (!theirs.has(keyOf(e))) errors.add({ file: e.file, line: e.line, column: e.column ?? 1 }, e, e);
    return pack;
  });
  packs.sort((a, b) => (a.pack < b.pack ? -1 : a.pack > b.pack ? 1 : a.effective < b.effective ? -1 : 1));
  return { packs, errors: errors.sorted(), faults, written };
}

const keyOf = (e: PackError): string => [e.code, e.file, e.line, e.column, e.found].join('\u0000');

function shippedErrors(given: Unit[], base: ErrorList): string[] {
  for (const unit of given) build(unit, given, base);
  return base.errors.map(keyOf);
}

/** The version of a pack in force on a local date, `YYYY-MM-DD`. */
export function versionInForce(packs: Pack[], name: string, day: string): Pack | undefined {
  return packs
    .filter((p) => p.pack === name && p.effective <= day)
    .sort((a, b) => (a.effective < b.effective ? -1 : 1))
    .at(-1);
}
