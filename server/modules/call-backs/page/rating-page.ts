/** The page a customer rates on: one form, made on the server, without a script; phone first. */
import { formatTime, zoneOf } from '../../../values/zone.ts';
import { isGood, RATING_WORDS, RATINGS } from '../../work-orders/index.ts';
import type { Asked } from '../actions/answer-rating.ts';
import { type Lang, TEXTS } from './texts.ts';

const zone = zoneOf('Asia/Shanghai');

const CHARACTERS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => CHARACTERS[one] ?? one);

/** Colours of web/kit/tokens.css. */
const STYLE = `:root{color-scheme:light dark;--ink:#1a2126;--ink2:#48525a;--line:#cbd2d7;--panel:#fff;--bg:#f4f5f6;--water:#0a67a3;--tint:#e7f1f8;--late:#c2281d}
@media(prefers-color-scheme:dark){:root{--ink:#e8ecef;--ink2:#b6bfc6;--line:#3a434b;--panel:#181e23;--bg:#11161a;--water:#5fb1e0;--tint:#15303f;--late:#ff8a80}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif}
.sheet{max-width:480px;min-height:100vh;margin:0 auto;background:var(--panel)}
header{display:flex;justify-content:space-between;gap:12px;padding:12px 16px;border-bottom:1px solid var(--line)}
header span{color:var(--ink2);white-space:nowrap}main{padding:20px 16px 24px}h1{font-size:26px;line-height:1.35;margin:0 0 12px}
p{margin:0 0 12px;color:var(--ink2)}fieldset{border:0;padding:0;margin:20px 0}legend,.label{display:block;font-weight:600;padding:0;margin-bottom:8px}
.level{display:flex;align-items:center;gap:12px;min-height:52px;padding:0 14px;margin-bottom:8px;border:1px solid var(--line);border-radius:6px;font-size:17px}
.level:has(:checked){border-color:var(--water);background:var(--tint);font-weight:600}.level:focus-within{outline:2px solid var(--water);outline-offset:1px}
.level input{width:20px;height:20px;margin:0;accent-color:var(--water)}
textarea{width:100%;min-height:96px;padding:10px 12px;border:1px solid var(--line);border-radius:6px;background:var(--panel);color:var(--ink);font:inherit}
textarea:focus-visible{outline:2px solid var(--water);outline-offset:1px}
.small{font-size:14px}button{width:100%;min-height:56px;border:0;border-radius:6px;background:#0a67a3;color:#fff;font:inherit;font-size:18px;font-weight:600}
button:focus-visible,a:focus-visible{outline:3px solid var(--ink);outline-offset:2px}.wrong{color:var(--late);font-weight:600}
.given{font-size:18px;color:var(--ink);padding:14px;border:1px solid var(--line);border-radius:6px}a{color:var(--water);display:inline-block;min-height:44px;line-height:44px}`;

function frame(lang: Lang, head: { utility: string; number: string }, body: string, path: string): string {
  const texts = TEXTS[lang];
  const other = lang === 'zh' ? 'en' : 'zh';
  return `<!doctype html>
<html lang="${texts.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escaped([texts.title, head.utility].filter(Boolean).join(' · '))}</title><style>${STYLE}</style></head>
<body><div class="sheet"><header><b>${escaped(head.utility === '' ? texts.title : `${head.utility} ${texts.title}`)}</b>${
    head.number === '' ? '' : `<span>${texts.number} ${escaped(head.number)}</span>`
  }</header><main>${body}
<p class="small"><a href="${escaped(path)}?lang=${other}" lang="${TEXTS[other].lang}" hreflang="${TEXTS[other].lang}">${texts.other}</a></p></main></div></body></html>`;
}

export interface Shown {
  lang: Lang;
  /** Address of the page itself. */
  path: string;
  /** What was wrong with what was sent, in words. */
  wrong?: string;
  /** He has just answered. */
  thanks?: boolean;
}

export function ratingPage(asked: Asked, { lang, path, wrong, thanks = false }: Shown): string {
  const texts = TEXTS[lang];
  const about = `<p>${escaped(texts.about(asked.matter[lang], asked.unit ?? asked.utility))}${
    asked.handledAt === null ? '' : `<br>${texts.on(formatTime(zone, asked.handledAt))}`
  }</p>`;
  if (thanks && asked.rating !== null) {
    const until = asked.openUntil === null ? '' : `<p>${texts.until(formatTime(zone, asked.openUntil))}</p>`;
    const low = isGood(asked.rating) ? '' : `<p>${texts.low}</p>`;
    const change = `<p><a href="${escaped(path)}?lang=${lang}">${texts.change}</a></p>`;
    const given = `<p class="given" role="status">${texts.given(RATING_WORDS[asked.rating][lang])}</p>`;
    return frame(lang, asked, `<h1>${texts.thanks}</h1>${given}${low}${until}${change}`, path);
  }
  const levels = RATINGS.map(
    (rating) =>
      `<label class="level"><input type="radio" name="rating" value="${rating}"${
        rating === asked.rating ? ' checked' : ''
      } required>${RATING_WORDS[rating][lang]}</label>`,
  ).join('');
  const form = `<form method="post" action="${escaped(path)}?lang=${lang}">
<fieldset><legend>${texts.level}</legend>${levels}</fieldset>
<label class="label" for="words">${texts.words}</label>
<textarea id="words" name="words" maxlength="500" aria-describedby="words-help">${escaped(asked.words)}</textarea>
<p class="small" id="words-help">${texts.wordsHelp}</p>
<button type="submit">${asked.rating === null ? texts.send : texts.change}</button></form>`;
  const alert = wrong === undefined ? '' : `<p class="wrong" role="alert">${escaped(wrong)}</p>`;
  return frame(lang, asked, `<h1>${texts.question}</h1>${about}${alert}${form}`, path);
}

/** Nothing to rate: why, in words. Says nothing of the order, which may not be his. */
export const overPage = (why: string, { lang, path }: Shown): string =>
  frame(
    lang,
    { utility: '', number: '' },
    `<h1>${TEXTS[lang].sorry}</h1><p class="given">${escaped(why)}</p><p>${TEXTS[lang].contact}</p>`,
    path,
  );
