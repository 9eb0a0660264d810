import { hash, verify } from '@node-rs/argon2';

/** Characters; long enough for a phrase, short enough not to be a load. */
export const PASSWORD_LENGTH = { least: 8, most: 128 };

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane (argon2id is the package's default)
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

export function isPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password);
}
