/** Encryption under the installation's secret, which is not in the database: what is kept or handed out and comes back. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

export interface Seal {
  close(text: string): string;
  /** Null: not ours, or changed. */
  open(sealed: string): string | null;
}

/** Each purpose has a key of its own: what was sealed for one opens for no other. */
export function sealFor(secret: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, 'gongshui', purpose, 32));
  return {
    close(text) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv(CIPHER, key, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(text) {
      const bytes = Buffer.from(text, 'base64url');
      if (bytes.length < IV + TAG) return null;
      try {
        const cipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV));
        cipher.setAuthTag(bytes.subarray(IV, IV + TAG));
        return Buffer.concat([cipher.update(bytes.subarray(IV + TAG)), cipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
