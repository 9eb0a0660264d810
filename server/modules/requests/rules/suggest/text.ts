/**
 * A message as the rules read it. Every change keeps the length, so that what is found in the
 * reading stands at the same place in the message and can be quoted verbatim.
 */

export type Where = 'subject' | 'body';

export interface Message {
  subject: string;
  body: string;
}

/** Traditional characters met in messages about water, and those citizens type for one they sound or look like. */
const SAME = new Map(
  (
    '壓压 濁浊 質质 異异 臟脏 髒脏 斷断 無无 沒没 費费 價价 階阶 欠欠 賬账 帳帐 單单 發发 繳缴 錶表 錯错 漏漏 爛烂 壞坏 裝装 開开 戶户 關关 閥阀 ' +
    '門门 樓楼 棟栋 區区 園园 鎮镇 鄉乡 號号 縣县 業业 務务 廠厂 廣广 場场 東东 灣湾 華华 麗丽 龍龙 蘭兰 國国 際际 飲饮 淨净 黃黄 鏽锈 銹锈 ' +
    '滲渗 淹淹 災灾 險险 燒烧 煮煮 飯饭 鍋锅 溝沟 體体 態态 諉诿 員员 電电 話话 訴诉 請请 問问 題题 難难 時时 間间 長长 經经 現现 還还 這这 ' +
    '們们 個个 為为 會会 來来 從从 對对 過过 後后 裡里 裏里 幾几 萬万 億亿 兩两 頭头 應应 當当 與与 於于 兒儿 嬰婴 婦妇 養养 豬猪 ' +
    '礦矿 環环 遷迁 協协 補补 償偿 賠赔 盜盗 竊窃 違违 處处 維维 報报 檢检 驗验 準准 轉转 換换 舊旧 線线 網网 總总 線线 級级 ' +
    '仃停 氺水'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

function plain(c: string): string {
  const code = c.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000 || code === 0xa0) return ' ';
  return SAME.get(c) ?? c;
}

const CHANGED = /[\uff01-\uff5e\u3000\u00a0\u4e00-\u9fff]/g;

/** Full width to half, traditional to simplified, wrong characters to those meant; the length stays. */
export const readable = (text: string): string => text.replace(CHANGED, plain);

/** Characters of a body that are read. What matters stands at the beginning; the rest would only cost time. */
export const READ_AT_MOST = 4000;

export interface Text {
  where: Where;
  /** As it reads, of the same length as the original. */
  read: string;
  original: string;
}

export const textsOf = ({ subject, body }: Message): [Text, Text] => [
  { where: 'subject', read: readable(subject.slice(0, 500)), original: subject },
  { where: 'body', read: readable(body.slice(0, READ_AT_MOST)), original: body },
];

const END_OF_CLAUSE = /[，。！？；：、,!?;:\s]/;
/** Characters. Some write without any mark. */
const LONGEST_CLAUSE = 60;

/** Where the clause around a position begins: after the last mark, or not too far back. */
export function clauseFrom(read: string, at: number): number {
  const least = Math.max(0, at - LONGEST_CLAUSE);
  let from = at;
  while (from > least && !END_OF_CLAUSE.test(read.charAt(from - 1))) from--;
  return from;
}

/** Characters. A longer first line is no subject. */
const LONGEST_SUBJECT = 80;

/** A request keeps subject and body in one text; a short first line before others is the subject. */
export function messageOf(content: string): Message {
  const text = content.trim();
  const end = text.indexOf('\n');
  return end > 0 && end <= LONGEST_SUBJECT
    ? { subject: text.slice(0, end).trim(), body: text.slice(end + 1).trim() }
    : { subject: '', body: text };
}
