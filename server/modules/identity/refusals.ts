/** better-auth's codes in our words. */
import type { Refusal } from '../../values/result.ts';

const WRONG_SIGN_IN = { code: 'invalid-username-or-password' };
const WRONG_CODE = { code: 'second-factor-wrong', fields: [{ path: 'code', code: 'second-factor-wrong' }] };
const LOST = { code: 'second-factor-lost' };

const REFUSALS: Record<string, Refusal> = {
  INVALID_USERNAME_OR_PASSWORD: WRONG_SIGN_IN,
  INVALID_USERNAME: WRONG_SIGN_IN,
  USERNAME_TOO_SHORT: WRONG_SIGN_IN,
  USERNAME_TOO_LONG: WRONG_SIGN_IN,
  PASSWORD_TOO_LONG: WRONG_SIGN_IN,
  STAFF_INACTIVE: { code: 'staff-inactive' },
  INVALID_PASSWORD: {
    code: 'current-password-wrong',
    fields: [{ path: 'currentPassword', code: 'current-password-wrong' }],
  },
  INVALID_CODE: WRONG_CODE,
  INVALID_BACKUP_CODE: WRONG_CODE,
  INVALID_TWO_FACTOR_COOKIE: LOST,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: LOST,
  TOTP_ALREADY_ENABLED: { code: 'second-factor-already' },
  TOTP_NOT_ENABLED: { code: 'second-factor-none' },
  TWO_FACTOR_NOT_ENABLED: { code: 'second-factor-none' },
  BACKUP_CODES_NOT_ENABLED: { code: 'second-factor-none' },
};

export async function refusalOf(answer: Response): Promise<Refusal> {
  const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
  const known = code === undefined ? undefined : REFUSALS[code];
  if (known) return known;
  if (answer.status === 429)
    return { code: 'too-many-requests', params: { seconds: Number(answer.headers.get('x-retry-after') ?? 60) } };
  if (answer.status === 401) return { code: 'unauthenticated' };
  throw new Error(`sign-in failed: ${answer.status} ${code ?? ''}`);
}
