/** What stands on a slip, from top to bottom: no size, no font. Chinese; only its labels are in English too. */
import type { Manner, Slip } from './slips.ts';

export interface Label {
  zh: string;
  en: string;
}

export interface Sheet {
  utility: string;
  title: string;
  number: string;
  /** Who it is for, and where. */
  to: { label: Label; value: string }[];
  text: string;
  /** Fields of the form, by the rulebook's names. */
  fields: { name: string; value: string }[];
  basis: string;
  /** 2026 年 11 月 26 日 */
  day: string;
  receipt: { title: Label; lines: Label[]; manners: string[] };
}

export interface Written {
  utility: string;
  number: string;
  name: string;
  address: string;
  values: Record<string, string>;
  /** `YYYY-MM-DD` */
  day: string;
  /** As the rulebook names the published text: `file.txt《…》`. */
  source: string;
}

export const MANNER_WORDS: Record<Manner, Label> = {
  handed: { zh: '当面签收', en: 'Handed over' },
  posted: { zh: '张贴', en: 'Posted' },
  left: { zh: '留置', en: 'Left' },
  mailed: { zh: '邮寄', en: 'Mailed' },
};

/** The published text without the name of its file. */
export const titleOf = (source: string): string => /《.*》/u.exec(source)?.[0] ?? source;

const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year} 年 ${month} 月 ${date} 日`;
};

const RECEIPT: Sheet['receipt'] = {
  title: { zh: '送达回执', en: 'Receipt' },
  lines: [
    { zh: '签收人', en: 'Received by' },
    { zh: '日期', en: 'Date' },
    { zh: '送达人', en: 'Served by' },
  ],
  manners: Object.values(MANNER_WORDS).map(({ zh, en }) => `${zh} ${en}`),
};

/** `GZ20261126-000045`: a notice that goes on paper 告知. */
export const noticeNumber = (day: string, noticeId: number): string =>
  `GZ${day.replaceAll('-', '')}-${String(noticeId).padStart(6, '0')}`;

export interface NoticeOnPaper {
  utility: string;
  id: number;
  name: string | null;
  subject: string;
  body: string;
  clauses: readonly string[];
  day: string;
}

/** A notice of the channel 纸质通知单: the words of its template, what it rests on, and the receipt. */
export const noticeSheet = ({ utility, id, name, subject, body, clauses, day }: NoticeOnPaper): Sheet => ({
  utility,
  title: subject,
  number: noticeNumber(day, id),
  to: name ? [{ label: { zh: '客户', en: 'Customer' }, value: name }] : [],
  text: body,
  fields: [],
  basis: clauses.join('；'),
  day: dayInWords(day),
  receipt: RECEIPT,
});

export function sheetOf(slip: Slip, written: Written): Sheet {
  const { utility, number, name, address, values, day, source } = written;
  return {
    utility,
    title: slip.name,
    number,
    to: [
      { label: { zh: '客户', en: 'Customer' }, value: name },
      { label: { zh: '地址', en: 'Address' }, value: address },
    ].filter(({ value }) => value !== ''),
    text: slip.text,
    fields: slip.fields.flatMap((field) => {
      const value = values[field.id];
      return value === undefined ? [] : [{ name: field.name ?? field.id, value }];
    }),
    basis: `${titleOf(source)} ${slip.article}：“${slip.quote}”`,
    day: dayInWords(day),
    receipt: RECEIPT,
  };
}
