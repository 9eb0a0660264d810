import type { Me } from './rules/permissions.ts';

/** Credentials kept at most; beyond that the oldest go. */
const ROOM = 10_000;

/** Who was asked about a moment ago: a screen sends several requests at once, each with the same session. */
export class KnownSessions {
  #trustFor: number;
  #known = new Map<string, { me: Promise<Me | null>; until: number }>();

  /** Milliseconds. */
  constructor(trustFor: number) {
    this.#trustFor = trustFor;
  }

  of(headers: Headers, ask: (headers: Headers) => Promise<Me | null>): Promise<Me | null> {
    if (this.#trustFor === 0) return ask(headers);
    const key = `${headers.get('cookie')}\n${headers.get('authorization')}`;
    const found = this.#known.get(key);
    if (found && found.until > performance.now()) return found.me;
    const me = ask(headers);
    this.#known.delete(key);
    this.#known.set(key, { me, until: performance.now() + this.#trustFor });
    // an answer that never came is no answer
    me.catch(() => this.#known.delete(key));
    const oldest = this.#known.size > ROOM ? this.#known.keys().next().value : undefined;
    if (oldest !== undefined) this.#known.delete(oldest);
    return me;
  }

  forget(): void {
    this.#known.clear();
  }
}
