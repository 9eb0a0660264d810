/** Why two are thought to be the same, in words: 同一小区 · 同类事项 · 12 分钟前 · 相距 80 米. */
import type { Lang } from '../words.ts';
import type { Reason } from './duplicates.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

function ago(minutes: number, lang: Lang): string {
  if (minutes < 1) return lang === 'zh' ? '刚刚' : 'just now';
  if (minutes < HOUR) return lang === 'zh' ? `${minutes} 分钟前` : `${minutes} min ago`;
  const [hours, days] = [Math.floor(minutes / HOUR), Math.floor(minutes / DAY)];
  if (minutes < DAY) return lang === 'zh' ? `${hours} 小时前` : `${hours} h ago`;
  return lang === 'zh' ? `${days} 天前` : `${days} d ago`;
}

/** @param later the other was received after this one */
export function reasonText(reason: Reason, lang: Lang, later = false): string {
  const zh = lang === 'zh';
  switch (reason.kind) {
    case 'premises':
      return zh ? '同一户' : 'Same premises';
    case 'building':
      return zh ? `同一楼（${reason.name} 号楼）` : `Same building (${reason.name})`;
    case 'community':
      return zh ? '同一小区' : 'Same community';
    case 'address':
      return zh ? `同一地址（${reason.name}）` : `Same address (${reason.name})`;
    case 'road':
      if (reason.numbers === null) return zh ? `同在${reason.name}` : `Both on ${reason.name}`;
      return zh
        ? `同在${reason.name}，门牌相差 ${reason.numbers}`
        : `Both on ${reason.name}, ${reason.numbers} house numbers apart`;
    case 'distance':
      return zh ? `相距 ${reason.metres} 米` : `${reason.metres} m apart`;
    case 'event':
      return zh ? '同类事项' : 'Same event';
    case 'event-kind':
      return zh ? '同一大类' : 'Same kind of event';
    case 'event-related':
      return zh ? '相关事项' : 'Related event';
    case 'time':
      if (!later) return ago(reason.minutes, lang);
      return zh ? ago(reason.minutes, lang).replace('前', '后') : ago(reason.minutes, lang).replace('ago', 'later');
  }
}
