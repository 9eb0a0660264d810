import type { Refusal } from '../../values/result.ts';
import { type Catalogue, type Language, say } from './messages.ts';

/** RFC 9457, media type application/problem+json. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  instance: string;
  params?: Refusal['params'];
  article?: string;
  quote?: string;
  fields?: { path: string; code: string; message: string }[];
}

/** Only here refusals become status codes. A code that is not listed is a business refusal: 422. */
const STATUS: Record<string, number> = {
  unauthenticated: 401,
  forbidden: 403,
  'origin-refused': 403,
  'order-changed': 409,
  'draft-changed': 409,
  'idempotency-key-reused': 409,
  'too-large': 413,
  'file-too-large': 413,
  'media-type-refused': 415,
  'file-type-refused': 415,
  'idempotency-key-missing': 400,
  'invalid-input': 400,
  'invalid-json': 400,
  'text-not-allowed': 400,
  'text-too-long': 400,
  'file-empty': 400,
  'too-many-requests': 429,
  'internal-error': 500,
  'try-again': 503,
  'in-use': 503,
};

export function statusOf(code: string, catalogue: Catalogue = {}): number {
  return catalogue[code]?.status ?? STATUS[code] ?? (code.endsWith('not-found') ? 404 : 422);
}

const TITLES: Record<number, { zh: string; en: string }> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '未登录', en: 'Not signed in' },
  403: { zh: '无权限', en: 'Not allowed' },
  404: { zh: '不存在', en: 'Not found' },
  409: { zh: '已被改动', en: 'Conflict' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '类型不接受', en: 'Unsupported media type' },
  422: { zh: '不能办理', en: 'Refused' },
  429: { zh: '过于频繁', en: 'Too many requests' },
  500: { zh: '系统出错', en: 'Internal error' },
  503: { zh: '系统繁忙', en: 'Busy' },
};

export function problemOf(refusal: Refusal, lang: Language, catalogue: Catalogue, instance: string): Problem {
  const { code, params, article, quote, fields } = refusal;
  const status = statusOf(code, catalogue);
  const problem: Problem = {
    type: `urn:gongshui:${code}`,
    title: (TITLES[status] ?? TITLES[422] ?? { zh: code, en: code })[lang],
    status,
    code,
    detail: say(catalogue, lang, code, params),
    instance,
  };
  if (params) problem.params = params;
  if (article !== undefined) problem.article = article;
  if (quote !== undefined) problem.quote = quote;
  if (fields) {
    problem.fields = fields.map((field) => ({
      path: field.path,
      code: field.code,
      message: say(catalogue, lang, field.code, field.params),
    }));
  }
  return problem;
}
