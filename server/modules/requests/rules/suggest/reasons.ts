/** Reasons as a desk reads them, in both languages: the words, where they stand, what they say. */
import type { PlaceFound, PlaceReason } from './place.ts';
import type { Found } from './table.ts';
import type { Where } from './text.ts';

export interface Reason {
  /** As they stand in the message; a long stretch is shortened in the middle. */
  word: string;
  where: Where;
  zh: string;
  en: string;
}

const WHERE: Record<Where, { zh: string; en: string }> = {
  subject: { zh: '标题', en: 'subject' },
  body: { zh: '正文', en: 'text' },
};

/** Characters of a quotation. */
const QUOTED = 16;

const shortened = (word: string): string =>
  word.length <= QUOTED ? word : `${word.slice(0, QUOTED / 2 - 1)}…${word.slice(1 - QUOTED / 2)}`;

export function reasonOf({ sense, word, where, mood }: Found): Reason {
  const quoted = shortened(word);
  const past = mood === 'past' ? { zh: '（已过去）', en: ' (in the past)' } : { zh: '', en: '' };
  return {
    word: quoted,
    where,
    zh: `${WHERE[where].zh}“${quoted}”：${sense.zh}${past.zh}`,
    en: `“${quoted}” in the ${WHERE[where].en}: ${sense.en}${past.en}`,
  };
}

const PLACE: Record<PlaceReason, { zh: string; en: string }> = {
  subject: { zh: '见于标题', en: 'named in the subject' },
  'after-district': { zh: '紧接市区县之后', en: 'right after city or district' },
  'said-to-be-there': { zh: '来信人自述所在', en: 'where the writer says it is' },
  precise: { zh: '小区、村或楼栋', en: 'a community, village or building' },
  address: { zh: '有门牌号', en: 'a road with a number' },
  'road-or-town': { zh: '道路或镇街', en: 'a road or town' },
  repeated: { zh: '多次提到', en: 'named again' },
};

export function reasonOfPlace({ words, where, reasons }: PlaceFound): Reason {
  return {
    word: words,
    where,
    zh: reasons.map((reason) => PLACE[reason].zh).join('、'),
    en: reasons.map((reason) => PLACE[reason].en).join(', '),
  };
}
