/** How many messages a text is cut into by the networks: 3GPP TS 23.038 and 23.040. */

/** The seven-bit alphabet, and what takes two places of it. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const EXTENDED = new Set('\f^{}\\[~]|€');

/** Of one message alone, and of each of several, which carry a heading. */
const SEVEN_BIT = { alone: 160, each: 153 };
const UCS2 = { alone: 70, each: 67 };

/** Messages a text may be cut into before it is refused. */
export const MOST_PARTS = 5;

export interface SmsLength {
  /** Places it takes: characters, of the wide alphabet in units of sixteen bits. */
  length: number;
  parts: number;
  alphabet: 'gsm-7' | 'ucs-2';
}

export function smsLength(text: string): SmsLength {
  const plain = [...text].every((character) => BASIC.has(character) || EXTENDED.has(character));
  const length = plain ? [...text].reduce((sum, one) => sum + (EXTENDED.has(one) ? 2 : 1), 0) : text.length;
  const { alone, each } = plain ? SEVEN_BIT : UCS2;
  return {
    length,
    parts: length <= alone ? 1 : Math.ceil(length / each),
    alphabet: plain ? 'gsm-7' : 'ucs-2',
  };
}
