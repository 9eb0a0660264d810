/** One way to the API: language, idempotency, refusals as values of `Problem`, server time, lost connection. */
import { observeServerTime } from './live.ts';

/** A refusal in words (problem+json), or no answer at all (`code: 'offline'`). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: ProblemBody;
  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? body.code);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code;
    this.body = body;
  }
}

export interface ProblemBody {
  code: string;
  title?: string;
  detail?: string;
  article?: string;
  quote?: string;
  params?: Record<string, string | number | boolean | null>;
  fields?: { path: string; code: string; message: string }[];
}

interface Call {
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  /** Sent as it is: a photo, an import file. */
  raw?: Blob | string;
  headers?: Record<string, string>;
  key?: string;
  signal?: AbortSignal;
  /** Sent even though the page is being left. */
  keepalive?: boolean;
}

let language = 'zh-CN';
export function speak(lang: string): void {
  language = lang;
}
/** The language of what the server is asked, for words of rules that come in both. */
export const spoken = (): 'zh' | 'en' => (language === 'en' ? 'en' : 'zh');

type Listener = () => void;
const listeners = new Set<Listener>();
let lostSince: number | null = null;
let signedOut: Listener = () => undefined;

/** When the last answer failed to come, or null. */
export const connection = {
  get: () => lostSince,
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
export function setLost(since: number | null): void {
  if ((lostSince === null) === (since === null)) return;
  lostSince = since;
  for (const listener of listeners) listener();
}

export function onSignedOut(listener: Listener): void {
  signedOut = listener;
}

/** Works on plain http too, where crypto.randomUUID does not exist. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function address(path: string, query: Call['query']): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

export async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, options: Call = {}): Promise<T> {
  const headers: Record<string, string> = { 'Accept-Language': language, ...options.headers };
  if (method !== 'GET') headers['Idempotency-Key'] = options.key ?? newKey();
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  const sentAt = Date.now();
  let response: Response;
  try {
    response = await fetch(address(path, options.query), {
      method,
      headers,
      body: options.raw ?? (options.body === undefined ? null : JSON.stringify(options.body)),
      signal: options.signal ?? null,
      keepalive: options.keepalive ?? false,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    setLost(sentAt);
    throw new Problem(0, { code: 'offline' });
  }
  const text = await response.text();
  const answer: unknown = text === '' ? null : parse(text);
  // A proxy that finds no server behind it answers too, but not in our words.
  if ([502, 503, 504].includes(response.status) && (typeof answer !== 'object' || answer === null)) {
    setLost(sentAt);
    throw new Problem(response.status, { code: 'offline' });
  }
  setLost(null);
  if (!response.ok) {
    if (response.status === 401 && !path.startsWith('/api/auth/')) signedOut();
    const body = (typeof answer === 'object' && answer !== null ? answer : {}) as Partial<ProblemBody> & {
      message?: string;
    };
    const detail = body.detail ?? body.message;
    throw new Problem(response.status, {
      ...body,
      code: body.code ?? `http-${response.status}`,
      ...(detail === undefined ? {} : { detail }),
    });
  }
  if (typeof answer === 'object' && answer !== null && 'now' in answer && typeof answer.now === 'string') {
    observeServerTime(Date.parse(answer.now), sentAt, Date.now());
  }
  return answer as T;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
