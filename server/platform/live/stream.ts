/** One open screen: what it is told, as server-sent events. */
import type { ServerResponse } from 'node:http';
import type { TimeSource } from '../clock.ts';
import type { Me } from '../http/route.ts';
import { newsFor, type Prepared } from './changes.ts';
import { addNews, isQuiet, type News } from './news.ts';

export interface StreamOptions {
  me: Me;
  out: ServerResponse;
  time: TimeSource;
  /** Asked again and again: null once the session has ended. */
  whoIs(): Promise<Me | null>;
  /** Milliseconds between two signs of life. */
  beat: number;
  /** Milliseconds a session is believed in. */
  trust: number;
  /** Milliseconds a screen may take nothing at all before it is given up; it resumes where it was. */
  deaf: number;
  closed(): void;
}

export class Stream {
  readonly out: ServerResponse;
  #me: Me;
  #options: StreamOptions;
  #cursor = '';
  #pending: News = {};
  /** Since when it has taken nothing; what happens meanwhile is kept as news, which stay small. */
  #full: number | null = null;
  /** It has to look at everything again, and could not be told yet. */
  #lost = false;
  #believedAt = performance.now();
  #turns: Promise<void> = Promise.resolve();
  #begun = false;
  #timer: NodeJS.Timeout;
  #over = false;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#me = options.me;
    this.out = options.out;
    this.#timer = setInterval(() => this.#inTurn(() => this.#beat()), options.beat);
    this.out.on('drain', () => {
      this.#full = null;
      this.#flush();
    });
    this.out.on('close', () => this.end());
    this.out.on('error', () => this.end());
  }

  get me(): Me {
    return this.#me;
  }

  /** @param cursor up to which it has been told everything with this */
  take(prepared: Prepared, cursor: string): void {
    this.#inTurn(async () => {
      // an empty look moves the cursor on, with the next sign of life
      if (prepared.length > 0 && !(await this.#believed())) return;
      this.#pending = addNews(this.#pending, newsFor(this.#me, prepared));
      this.#cursor = cursor;
      this.#flush();
    });
  }

  /** First words: what was missed, or null: it has to look at everything again. */
  begin(cursor: string, missed: Prepared | null): void {
    this.#inTurn(async () => {
      this.#begun = true;
      this.#cursor = cursor;
      this.#pending = missed === null ? {} : addNews(this.#pending, newsFor(this.#me, missed));
      this.#say(missed === null ? 'reload' : 'hello', this.#now());
      this.#flush();
    });
  }

  /** More happened than anybody remembers. */
  reload(cursor: string): void {
    this.#inTurn(async () => {
      this.#cursor = cursor;
      this.#pending = {};
      this.#lost = true;
      this.#flush();
    });
  }

  end(last?: 'signed-out'): void {
    if (this.#over) return;
    if (last) this.#say(last, this.#now());
    this.#over = true;
    clearInterval(this.#timer);
    // who takes nothing will not take the end either, and all that waits for him would stay
    if (this.#full === null) this.out.end();
    else this.out.destroy();
    this.#options.closed();
  }

  #now(): object {
    return { now: new Date(this.#options.time.now()).toISOString() };
  }

  /** One after the other: nothing overtakes the question whether the session still stands. */
  #inTurn(work: () => Promise<void>): void {
    this.#turns = this.#turns
      .then(() => (this.#over ? undefined : work()))
      // the database is away: the screen comes back and resumes
      .catch(() => this.end());
  }

  async #believed(): Promise<boolean> {
    if (performance.now() - this.#believedAt < this.#options.trust) return true;
    const me = await this.#options.whoIs();
    if (me === null || me.staffId !== this.#me.staffId) {
      this.end('signed-out');
      return false;
    }
    this.#me = me;
    this.#believedAt = performance.now();
    return true;
  }

  async #beat(): Promise<void> {
    if (this.#full !== null && performance.now() - this.#full > this.#options.deaf) return this.end();
    if (this.#begun && (await this.#believed())) this.#say('beat', this.#now());
  }

  #flush(): void {
    if (this.#full !== null || this.#over || !this.#begun) return;
    if (this.#lost) {
      this.#lost = false;
      this.#pending = {};
      this.#say('reload', this.#now());
    }
    if (isQuiet(this.#pending)) return;
    const news = this.#pending;
    this.#pending = {};
    this.#say('changes', news);
  }

  /** A screen that does not keep up is told less often, and more at once. */
  #say(event: string, data: object): void {
    if (this.#over || this.#full !== null) return;
    // a cursor says that everything before it was told
    const id = this.#cursor === '' || !isQuiet(this.#pending) ? '' : `id: ${this.#cursor}\n`;
    const fits = this.out.write(`event: ${event}\n${id}data: ${JSON.stringify(data)}\n\n`);
    if (!fits) this.#full ??= performance.now();
  }
}
