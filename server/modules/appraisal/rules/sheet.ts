/** A sheet 检查表: every checklist of a rulebook for one kind of place, gone through together. */

import { ok, type Result, refuse } from '../../../values/result.ts';
import {
  type CheckItem,
  itemsOf,
  type Judged,
  judgeChecklist,
  type Seen,
  writtenDown,
} from '../../regulations/rules/amounts/check.ts';
import { vocabularyOf } from '../../regulations/rules/match.ts';
import type { FactValue, Pack, PlainEntry } from '../../regulations/rules/pack.ts';
import type { Lang } from './remedy-view.ts';

/** What was written down of one checklist: by place of the item, and by fact. */
export interface Answer {
  checklist: string;
  seen: Record<string, Seen>;
  facts: Record<string, string>;
  note: string;
}

/** What is looked at, where no unit of the rulebook bears the name. */
const LOOKED_AT: Record<string, { zh: string; en: string }> = {
  outlet: { zh: '营业厅、服务窗口', en: 'Service outlet' },
  staff: { zh: '服务人员', en: 'Service staff' },
  counter: { zh: '柜台岗位', en: 'Counter' },
  hotline: { zh: '热线接线', en: 'Hotline' },
  crew: { zh: '抢修、换表人员', en: 'Crew' },
  'works-site': { zh: '施工现场', en: 'Works site' },
  website: { zh: '网站', en: 'Website' },
  company: { zh: '公司制度', en: 'The company’s rules' },
  unit: { zh: '各单位', en: 'Units' },
  branch: { zh: '分公司', en: 'Branch' },
  cashier: { zh: '收费人员', en: 'Cashier' },
  clerk: { zh: '窗口经办', en: 'Clerk' },
  review: { zh: '审单', en: 'Review' },
  supervisor: { zh: '服务督办', en: 'Supervisor' },
  'meter-reading': { zh: '抄表', en: 'Meter reading' },
  'network-end': { zh: '管网末梢', en: 'End of the network' },
  'customer-representative': { zh: '客户代表', en: 'Customer representative' },
  online: { zh: '网上平台', en: 'Online platform' },
  users: { zh: '用水单位', en: 'Water users' },
  'water-use': { zh: '用水管理', en: 'Water use' },
  works: { zh: '工程施工', en: 'Works' },
  'repair-crew': { zh: '管网维修', en: 'Repair crew' },
  reception: { zh: '业务接待', en: 'Reception' },
  'business-staff': { zh: '营业人员', en: 'Business staff' },
  'service-staff': { zh: '服务人员', en: 'Service staff' },
};

export const lookedAtName = (id: string, { organization }: Pack, lang: Lang): string =>
  LOOKED_AT[id]?.[lang] ?? organization.find((one) => one.id === id)?.name ?? id;

const forOf = ({ body }: PlainEntry): string => (typeof body.for === 'string' ? body.for : '');

export interface Kind {
  id: string;
  name: string;
  checklists: number;
  items: number;
}

/** Kinds of places the rulebook has checklists for, the fullest first. */
export function kindsOf(pack: Pack, lang: Lang): Kind[] {
  const words = vocabularyOf(pack);
  const ids = [...new Set(pack.checklists.map(forOf))];
  return ids
    .map((id) => {
      const of = pack.checklists.filter((entry) => forOf(entry) === id);
      const items = of.reduce((sum, entry) => sum + itemsOf(entry, words).length, 0);
      return { id, name: lookedAtName(id, pack, lang), checklists: of.length, items };
    })
    .sort((a, b) => b.items - a.items || (a.id < b.id ? -1 : 1));
}

export interface SheetItem extends Judged {
  seen: Seen | null;
}

export interface SheetPart {
  id: string;
  article: string;
  quote: string;
  reading?: string;
  items: SheetItem[];
  /** Facts written down, as they were written. */
  facts: Record<string, string>;
  note: string;
}

export interface Sheet {
  parts: SheetPart[];
  counts: Record<Judged['verdict'], number>;
}

const COUNTS = (): Sheet['counts'] => ({ met: 0, 'not-met': 0, wanting: 0, 'to-look': 0, 'not-here': 0 });

/** The sheet with what was written on it, judged by the rulebook it was filled in under. */
export function judgeSheet(pack: Pack, kind: string, answers: readonly Answer[]): Sheet {
  const words = vocabularyOf(pack);
  const counts = COUNTS();
  const parts = pack.checklists
    .filter((entry) => forOf(entry) === kind)
    .map((entry): SheetPart => {
      const answer = answers.find(({ checklist }) => checklist === entry.id);
      const facts = readFacts(itemsOf(entry, words), answer?.facts ?? {});
      const items = judgeChecklist(entry, (name) => facts.get(name), words, answer?.seen ?? {}).map((item) => ({
        ...item,
        seen: answer?.seen[item.index] ?? null,
      }));
      for (const { verdict } of items) counts[verdict] += 1;
      const { id, article, quote, reading } = entry;
      const said = { facts: answer?.facts ?? {}, note: answer?.note ?? '' };
      return { id, article, quote, ...(reading === undefined ? {} : { reading }), items, ...said };
    });
  return { parts, counts };
}

function readFacts(items: readonly CheckItem[], written: Readonly<Record<string, string>>): Map<string, FactValue> {
  const facts = new Map<string, FactValue>();
  for (const { fact, kind } of items.flatMap(({ asks }) => asks)) {
    const value = writtenDown(kind, written[fact] ?? '');
    if (value !== undefined) facts.set(fact, value);
  }
  return facts;
}

/** Whether what was written belongs on the sheet; names the first thing that does not. */
export function checkAnswers(pack: Pack, kind: string, answers: readonly Answer[]): Result<true> {
  const words = vocabularyOf(pack);
  const known = new Map(pack.checklists.filter((one) => forOf(one) === kind).map((one) => [one.id, one]));
  if (known.size === 0) return refuse('checklist-not-found', { params: { found: kind.slice(0, 40) } });
  for (const { checklist, seen, facts } of answers) {
    const entry = known.get(checklist);
    if (!entry) return refuse('checklist-not-found', { params: { found: checklist.slice(0, 40) } });
    const items = itemsOf(entry, words);
    const stray = Object.keys(seen).find((index) => !(Number(index) < items.length));
    if (stray !== undefined) return refuse('checklist-item-not-found', { params: { found: `${checklist} ${stray}` } });
    for (const { fact, kind: how } of items.flatMap(({ asks }) => asks)) {
      const text = facts[fact]?.trim() ?? '';
      if (text !== '' && writtenDown(how, text) === undefined)
        return refuse('checklist-fact-not-valid', {
          params: { found: text.slice(0, 40), expected: how === 'time' ? '08:30' : how === 'number' ? '0.14' : '…' },
          fields: [{ path: `answers.${checklist}.${fact}`, code: 'wrong-format' }],
        });
    }
  }
  return ok(true);
}
