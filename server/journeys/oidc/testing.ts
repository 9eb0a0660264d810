/** Test support: a real OpenID provider on a port of its own, and a browser that is only its cookies. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';
import { afterAll } from 'vitest';

export interface Person {
  email?: string;
  email_verified?: boolean;
  preferred_username?: string;
}

export const CLIENT = { id: 'gongshui', secret: 'between the two of them' };

/** Knows everybody in `people` by the name they type; takes any password. Ends with the test file. */
export async function testProvider(people: Record<string, Person>, redirect: string): Promise<{ issuer: string }> {
  const listening = createServer();
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirect],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...people[sub] }) }),
    cookies: { keys: ['of the provider'] },
    jwks: undefined,
  });
  listening.on('request', provider.callback());
  afterAll(() => new Promise<void>((done) => listening.close(() => done())));
  return { issuer };
}

/** Follows where it is sent and keeps what it is given, as a browser does. */
export class Browser {
  #cookies = new Map<string, Map<string, string>>();
  /** Every address it was at. */
  seen: URL[] = [];

  async ask(url: URL, form?: Record<string, string>, as: 'form' | 'json' = 'form'): Promise<Response> {
    this.seen.push(url);
    const jar = this.#cookies.get(url.host) ?? new Map<string, string>();
    this.#cookies.set(url.host, jar);
    const answer = await fetch(url, {
      redirect: 'manual',
      ...(form && { method: 'POST', body: as === 'json' ? JSON.stringify(form) : new URLSearchParams(form) }),
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        accept: 'text/html',
        ...(as === 'json' && { 'content-type': 'application/json' }),
      },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = '', ...rest] = cookie.split('; ');
      const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      const gone = rest.some((part) => /^max-age=0$/i.test(part) || /^expires=thu, 01 jan 1970/i.test(part));
      if (gone) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  /** From redirect to redirect, to the first page. */
  async open(url: URL, form?: Record<string, string>): Promise<{ url: URL; page: string }> {
    let [at, answer] = [url, await this.ask(url, form)];
    while (answer.status >= 300 && answer.status < 400) {
      at = new URL(answer.headers.get('location') ?? '', at);
      answer = await this.ask(at);
    }
    return { url: at, page: await answer.text() };
  }

  /** Begins here, types the name there, agrees, and is back. */
  async signIn(begin: string, name: string): Promise<URL> {
    let { url, page } = await this.open(new URL(begin));
    for (let step = 0; step < 4; step += 1) {
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
      const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
      if (!prompt || !action) break;
      ({ url, page } = await this.open(new URL(action, url), {
        prompt,
        ...(prompt === 'login' && { login: name, password: 'any' }),
      }));
    }
    return url;
  }

  cookiesFor(url: string): string {
    const jar = this.#cookies.get(new URL(url).host) ?? new Map<string, string>();
    return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
