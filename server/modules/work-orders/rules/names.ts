/** What a clock, a milestone, a plan is called. */
import {
  approvalName,
  deskTerm,
  noticeName,
  ownName,
  showLimitOf,
  showTerm,
} from '../../regulations/rules/explaining/explain-words.ts';
import type { ClockReading } from '../../regulations/rules/matter.ts';
import type { Pack } from '../../regulations/rules/pack.ts';
import type { ClockRow } from './clocks.ts';
import type { Rulebook } from './rulebook.ts';
import { ENTRY_WORDS, type Lang, type Words } from './words.ts';

type Named = Pick<Rulebook, 'pack' | 'words'>;

/** In both languages: what is told of it is read in either. */
const both = (word: (lang: Lang) => string): Words => ({ zh: word('zh'), en: word('en') });

export function milestoneName(id: string, { pack, words }: Named): Words {
  return words.milestones.get(id) ?? words.plans.get(id) ?? ENTRY_WORDS[id] ?? both((lang) => showTerm(pack, id, lang));
}

/** A clock as its name needs it. */
export type ToName = Pick<ClockReading, 'id' | 'section'> & Partial<Pick<ClockReading, 'limit' | 'from' | 'caseIndex'>>;

export const toName = ({ clockId, section, limit, from, caseIndex }: ClockRow): ToName => ({
  id: clockId,
  section,
  limit,
  from,
  caseIndex,
});

/** By the act that stops it, as desks say it: 接单, 到场; approvals and notices by what is asked or told. */
export const clockName = ({ id, section }: ToName, { pack }: Named): Words =>
  both((lang) => nameOf(id, section, pack, lang));

function nameOf(id: string, section: string, pack: Pack, lang: Lang): string {
  if (section === 'approvals') return approvalName(pack, id, lang);
  return section === 'notices' ? noticeName(pack, id, lang) : ownName(pack, id, lang);
}

/** Clocks of one order whose names are alike, itself aside. */
export function namesakes<C extends ToName>(clock: ToName, clocks: readonly C[], book: Named): C[] {
  const name = clockName(clock, book).zh;
  return clocks.filter((other) => other.id !== clock.id && clockName(other, book).zh === name);
}

/** Among the clocks of its order: 到场, or 到场（稽查支队） where two end alike. */
export function clockNameAmong(clock: ToName, clocks: readonly ToName[], book: Named): Words {
  const name = clockName(clock, book);
  const alike = namesakes(clock, clocks, book);
  if (alike.length === 0) return name;
  const mark = markOf(clock, alike, book);
  return { zh: `${name.zh}（${mark.zh}）`, en: `${name.en} (${mark.en})` };
}

/** The unit held to it, else its limit, else where it starts: the first that tells it from the others. */
function markOf(clock: ToName, alike: readonly ToName[], book: Named): Words {
  const marks = [unitOf, limitOf, startOf].map((mark) => ({ own: mark(clock, book), of: mark }));
  const telling = marks.find(({ own, of }) => own && alike.every((other) => of(other, book)?.zh !== own.zh));
  return telling?.own ?? { zh: clock.id, en: clock.id };
}

function unitOf({ id, caseIndex }: ToName, { pack }: Named): Words | null {
  const entry = pack.clocks.find((one) => one.id === id) ?? pack.notices.find((one) => one.id === id);
  const by = entry?.cases[Math.max(caseIndex ?? 0, 0)]?.value.by?.[0];
  const unit = pack.organization.find((one) => one.id === by);
  return unit ? { zh: unit.aliases[0] ?? unit.name, en: unit.id.replaceAll('-', ' ') } : null;
}

const limitOf = ({ limit }: ToName, book: Named): Words | null =>
  limit === undefined ? null : both((lang) => showLimitOf(book.pack, limit, lang));

function startOf({ from }: ToName, { pack }: Named): Words | null {
  if (from === undefined) return null;
  return { zh: `自${deskTerm(pack, from, 'zh')}`, en: `from ${deskTerm(pack, from, 'en')}` };
}
