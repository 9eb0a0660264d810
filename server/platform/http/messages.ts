import type { Refusal } from '../../values/result.ts';

export type Language = 'zh' | 'en';

/**
 * Words for codes, in both languages; `{name}` is filled from the refusal's params. `status` is for a
 * refusal whose HTTP status is neither 422 nor told by its code (problem.ts).
 */
export type Catalogue = Record<string, { zh: string; en: string; status?: number }>;

/** The codes of platform/http itself. */
export const PLATFORM_MESSAGES: Catalogue = {
  unauthenticated: { zh: '请先登录', en: 'Please sign in' },
  forbidden: { zh: '您的角色不允许此操作', en: 'Your role does not allow this' },
  'metrics-refused': {
    zh: '运行指标只答复本机，或带有令牌（GONGSHUI_METRICS_TOKEN）的请求',
    en: 'Metrics are told to this machine only, or to who brings the token (GONGSHUI_METRICS_TOKEN)',
    status: 403,
  },
  'not-found': { zh: '没有这个地址：{found}', en: 'There is nothing at {found}' },
  'origin-refused': {
    zh: '请求来自另一个网站（{found}），已拒绝',
    en: 'The request comes from another site ({found}) and is refused',
  },
  'invalid-input': { zh: '填写的内容有误', en: 'Some of what was sent is not right' },
  'invalid-json': { zh: '内容不是有效的 JSON', en: 'The body is not valid JSON' },
  'text-not-allowed': {
    zh: '内容含有不能保存的字符（空字符或不完整的字符）',
    en: 'The text holds characters that cannot be kept (NUL or half of a character)',
  },
  'media-type-refused': {
    zh: '不接受这种内容类型：{found}，应为 {expected}',
    en: 'Content of type {found} is not taken here; expected {expected}',
  },
  'too-large': { zh: '内容过大：上限 {limit}', en: 'Too large: at most {limit}' },
  'text-too-long': { zh: '文字过长：最多 {limit} 个字', en: 'The text is too long: {limit} characters at most' },
  'text-too-short': { zh: '文字过短：至少 {limit} 个字', en: 'The text is too short: {limit} characters at least' },
  missing: { zh: '必填', en: 'Required' },
  'wrong-type': { zh: '类型不对，应为 {expected}', en: 'Expected {expected}' },
  'wrong-format': { zh: '格式不对，应为 {expected}', en: 'Not in the expected form: {expected}' },
  'not-one-of': { zh: '应为以下之一：{expected}', en: 'Must be one of: {expected}' },
  'too-small': { zh: '应不小于 {limit}', en: 'Must be {limit} or more' },
  'too-big': { zh: '应不大于 {limit}', en: 'Must be {limit} or less' },
  'too-many-items': { zh: '最多 {limit} 项', en: '{limit} items at most' },
  'too-few-items': { zh: '至少 {limit} 项', en: '{limit} items at least' },
  'value-refused': { zh: '不接受这个值', en: 'This value is not accepted' },
  'idempotency-key-missing': {
    zh: '写操作需要请求头 Idempotency-Key（8–200 个字符）',
    en: 'A write needs the header Idempotency-Key (8 to 200 characters)',
  },
  'idempotency-key-reused': {
    zh: '这个 Idempotency-Key 已用于另一个请求',
    en: 'This Idempotency-Key was used for another request',
  },
  'file-empty': { zh: '文件是空的', en: 'The file is empty' },
  'file-too-large': {
    zh: '文件过大：{found} 字节，上限 {limit} 字节',
    en: 'The file has {found} bytes; at most {limit}',
  },
  'file-type-refused': {
    zh: '不接受这种文件（{found}），应为：{expected}',
    en: 'Files of this kind ({found}) are not taken; expected: {expected}',
  },
  'file-infected': {
    zh: '文件含有恶意程序（{found}），未保存',
    en: 'The file carries malware ({found}) and was not kept',
  },
  'scanner-away': {
    zh: '病毒扫描暂不可用（{reason}），文件未保存，请稍后再试',
    en: 'The virus scanner cannot be asked now ({reason}); the file was not kept, try again later',
    status: 503,
  },
  'upload-not-found': {
    zh: '没有这个上传，或已过期，请重新上传',
    en: 'There is no such upload, or it has expired: send the file again',
    status: 404,
  },
  'upload-unfinished': {
    zh: '文件尚未传完：已收到 {found} 字节，共 {expected} 字节',
    en: 'The file is not whole: {found} of {expected} bytes have come',
    status: 409,
  },
  'too-many-requests': { zh: '操作过于频繁，请 {seconds} 秒后再试', en: 'Too many attempts: try again in {seconds} s' },
  'try-again': { zh: '系统繁忙，请重试', en: 'The system is busy, please try again' },
  'in-use': {
    zh: '正由另一项操作处理（例如重新计时），没有改动，请稍后再试',
    en: 'Another operation (a re-dating, say) is working on it; nothing was changed, try again in a moment',
  },
  'internal-error': { zh: '系统出错，编号 {request}', en: 'Something went wrong; its number is {request}' },
};

/** One catalogue of several; for a code in two of them the later words hold. */
export function mergeCatalogues(...parts: Catalogue[]): Catalogue {
  return Object.assign({}, ...parts);
}

export function say(catalogue: Catalogue, lang: Language, code: string, params: Refusal['params'] = {}): string {
  const words = catalogue[code];
  if (!words) return code;
  return words[lang].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined || value === null ? whole : String(value);
  });
}

/** The first of zh and en that the header prefers; Chinese when it names neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  let best: { lang: Language; weight: number } | undefined;
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
    const lang = /^zh\b/.test(tag) ? 'zh' : /^en\b/.test(tag) ? 'en' : null;
    const weight = Number(
      rest
        .find((at) => at.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    if (lang && weight > (best?.weight ?? 0)) best = { lang, weight };
  }
  return best?.lang ?? 'zh';
}
