/** What of a request says who asks, and nothing else of it. */
import type { IncomingHttpHeaders } from 'node:http';
import { COOKIES } from './auth.ts';

/** Of better-auth's cookies: the session, and the challenge of somebody who has given his password. */
export type Cookie = 'session_token' | 'two_factor' | 'dont_remember';

/** By https better-auth writes `__Secure-` in front. */
const named = (cookie: Cookie): RegExp => new RegExp(`^(__Secure-)?${COOKIES.replace('.', '\\.')}${cookie}=`);

export function cookiesOf(given: IncomingHttpHeaders, names: readonly Cookie[]): string {
  const wanted = names.map(named);
  return (given.cookie ?? '')
    .split(/; */)
    .filter((part) => wanted.some((name) => name.test(part)))
    .join('; ');
}

/** The headers that say who asks, or null when none does. */
export function credentialsOf(given: IncomingHttpHeaders): Headers | null {
  const headers = new Headers();
  const session = cookiesOf(given, ['session_token']);
  if (session !== '') headers.set('cookie', session);
  if (given.authorization) headers.set('authorization', given.authorization);
  return headers.has('cookie') || headers.has('authorization') ? headers : null;
}

/** The value of a cookie that better-auth has signed, without its signature; null: none, or not one of its. */
export function signedValue(cookies: string, cookie: Cookie): string | null {
  const part = cookies.split('; ').find((one) => named(cookie).test(one));
  if (part === undefined) return null;
  try {
    const value = decodeURIComponent(part.slice(part.indexOf('=') + 1));
    return value.slice(0, value.lastIndexOf('.'));
  } catch {
    return null;
  }
}
