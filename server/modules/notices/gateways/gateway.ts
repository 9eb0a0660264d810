/** The seam to whoever carries messages: a real gateway is another implementation of `Provider`, named in `providers.ts`. */
import type { Instant } from '../../../values/instant.ts';
import type { Gateway, Language } from '../rules/notice.ts';

export interface Message {
  /** Ours; the same however often the same message is handed over. */
  id: string;
  channel: Gateway;
  /** Phone number, WeChat id or e-mail address. */
  to: string;
  subject: string;
  text: string;
  /** Of an e-mail. */
  html: string | null;
  language: Language;
}

export type Sent =
  | { outcome: 'accepted' }
  | {
      outcome: 'refused';
      code: string;
      /** It will be refused again. */
      permanent: boolean;
    }
  /** No answer came: it may have been taken. */
  | { outcome: 'unknown' };

export interface Receipt {
  messageId: string;
  kind: 'delivered' | 'read' | 'failed';
  at: Instant;
}

export interface Provider {
  /** A message with an id it has taken before is answered as taken and not carried again. */
  honoursIds: boolean;
  /** Messages handed over at the same time. */
  atOnce: number;
  /** Answers within ten seconds; what it throws counts as no answer. */
  send(message: Message): Promise<Sent>;
  /** What became of messages, in any order, late, and sometimes twice. `done` when they are kept here: until then they are told again. */
  receipts(limit: number): Promise<{ receipts: readonly Receipt[]; done(): Promise<void> }>;
}
