/** What a notice 告知 is made of, and through what it may go. */

export const CHANNELS = ['in-app', 'sms', 'wechat', 'email', 'slip'] as const;
export type Channel = (typeof CHANNELS)[number];

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export type Words = Record<Language, string>;

/** Channels of somebody else's, who may refuse, be slow or be lost: a gateway each. The others are ours. */
export const GATEWAYS = ['sms', 'wechat', 'email'] as const satisfies readonly Channel[];
export type Gateway = (typeof GATEWAYS)[number];
export const isGateway = (channel: string): channel is Gateway => (GATEWAYS as readonly string[]).includes(channel);

/**
 * queued 待发 · sending 发送中 · sent 已发 (a gateway took it) · delivered 已送达 · read 已读 · to-serve 待送达 (a slip to be
 * printed and handed over) · served 人工送达 · unknown 不明 · dead 未送达 · given-up 放弃
 */
export const STATES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'to-serve',
  'served',
  'unknown',
  'dead',
  'given-up',
] as const;
export type State = (typeof STATES)[number];

export type Recipient =
  | {
      kind: 'customer';
      requestId?: number;
      name?: string;
      phone?: string;
      wechat?: string;
      email?: string;
      language?: Language;
    }
  | { kind: 'staff'; staffId: number };

/** The same in both languages, or worded in each. */
export type Variables = Readonly<Record<string, string | Words>>;

/** What is put into a template's place. */
export interface Wording {
  /** Of an e-mail, and the heading of a slip. */
  subject: string;
  body: string;
}
