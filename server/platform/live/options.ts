import type { Topic } from './news.ts';

export interface LiveOptions {
  /** Address of the database. */
  url: string;
  topics: readonly Topic[];
  /** Milliseconds between two signs of life on an open stream; default 15 s. */
  beat?: number;
  /** Milliseconds a stream believes in its session without asking again; default 5 s. */
  trust?: number;
  /** Milliseconds a screen may take nothing at all before it is given up; default a minute. */
  deaf?: number;
}
