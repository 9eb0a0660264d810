/** Signing in at a provider of the utility's own, against a real one over HTTP: who is let in as whom, and who is not. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createStaff, hashPassword } from '../modules/identity/index.ts';
import { codeOf } from '../modules/identity/testing.ts';
import { systemTime } from '../platform/clock.ts';
import { PASSWORD, type Parsed, speaking, type Voice } from './city/testing.ts';
import { Browser, CLIENT, type Person, testProvider } from './oidc/testing.ts';
import { type TestServer, testServer } from './testing.ts';

const PEOPLE: Record<string, Person> = {
  'subject-sun': { email: 'sun@water.example', email_verified: true },
  'subject-unverified': { email: 'liming@water.example', email_verified: false },
  'subject-thief': { email: 'sun@water.example', email_verified: true },
  'subject-nobody': { email: 'nobody@elsewhere.example', email_verified: true },
  'subject-li': { preferred_username: 'LiMing' },
};

let here: TestServer;
let issuer: string;
let admin: Voice;
let utilityId: number;

async function utility(code: string): Promise<number> {
  const [row] = await here.db.admin<{ utility_id: number }>(
    `insert into identity.utility (code, name, created_at) values ($1, $1, '2026-01-01') returning utility_id`,
    [code],
  );
  const id = row?.utility_id ?? 0;
  await here.db.admin(
    `insert into identity.department (utility_id, department_id, name, kind) values ($1, 'office', '办公室', 'managing')`,
    [id],
  );
  return id;
}

beforeAll(async () => {
  here = await testServer();
  ({ issuer } = await testProvider(PEOPLE, `${here.url}/api/auth/oidc/callback`));
  utilityId = await utility('first');
  await utility('second');
  const hash = await hashPassword(PASSWORD);
  for (const [username, role] of [
    ['admin', 'administrator'],
    ['sun', 'desk-agent'],
    ['liming', 'dispatcher'],
  ] as const)
    await here.db.transaction(utilityId, (tx) =>
      createStaff(tx, systemTime, {
        username,
        name: username,
        roles: [role],
        departmentId: 'office',
        password: { hash },
      }),
    );
  await here.db.admin(`update identity.staff set email = username || '@water.example'`);
  admin = speaking(here.url, { authorization: `Bearer ${(await here.signIn('admin', PASSWORD)).token}` });
}, 60_000);

const provider = (more: object = {}) => ({
  name: '集团统一认证',
  issuer,
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  match: 'email',
  secondFactor: false,
  enabled: true,
  ...more,
});
const set = (more: object = {}) => admin.must('/api/auth/provider', provider(more));
const start = (code = 'first') => `${here.url}/api/auth/oidc/start?utility=${code}`;

/** Where he ends up, and as whom. */
async function comes(name: string, browser = new Browser()) {
  const url = await browser.signIn(start(), name);
  const me = await fetch(`${here.url}/api/me`, { headers: { cookie: browser.cookiesFor(here.url) } });
  const who: Parsed = await me.json();
  return { at: url.pathname + url.search, who: me.status === 200 ? who.username : null, browser };
}
const actions = async (): Promise<string[]> =>
  (await here.db.admin<{ action: string }>(`select action from identity.audit order by audit_id`)).map((r) => r.action);

describe('a provider of the utility', () => {
  it('is offered on the sign-in page, its secret neither shown nor readable in the database', async () => {
    expect((await admin.get('/api/auth/ways')).body).toEqual({ providers: [] });
    await set();
    expect((await admin.get('/api/auth/ways')).body.providers).toEqual([
      { utility: 'first', utilityName: 'first', name: '集团统一认证', url: '/api/auth/oidc/start?utility=first' },
    ]);
    const settings = (await admin.get('/api/sign-in/settings')).body;
    expect(settings.provider).toMatchObject({ issuer, secretSet: true });
    expect(JSON.stringify(settings)).not.toContain(CLIENT.secret);
    const rows = await here.db.admin('select * from identity.oidc_provider');
    expect(JSON.stringify(rows)).not.toContain(CLIENT.secret);
    // what is left out stays
    await set({ clientSecret: undefined });
    expect((await admin.get('/api/sign-in/settings')).body.provider.secretSet).toBe(true);
  });

  it('that cannot be reached, or is not encrypted, is refused when it is set', async () => {
    const away = await admin.post('/api/auth/provider', provider({ issuer: 'http://127.0.0.1:9' }));
    expect([away.status, away.body.code]).toEqual([422, 'oidc-provider-away']);
    const open = await admin.post('/api/auth/provider', provider({ issuer: 'http://id.example.com' }));
    expect(open.body.code).toBe('oidc-issuer-insecure');
  });

  it('hears nothing of the secret another one was trusted with', async () => {
    const other = issuer.replace('127.0.0.1', 'localhost');
    const kept = await admin.post(
      '/api/auth/provider',
      provider({ issuer: other, clientSecret: undefined, enabled: false }),
    );
    expect([kept.status, kept.body.code]).toEqual([422, 'oidc-secret-again']);
    expect(kept.body.fields).toMatchObject([{ path: 'clientSecret' }]);
    expect((await admin.get('/api/sign-in/settings')).body.provider).toMatchObject({ issuer, secretSet: true });
    await set({ issuer: other, clientSecret: '', enabled: false });
    expect((await admin.get('/api/sign-in/settings')).body.provider).toMatchObject({ issuer: other, secretSet: false });
    await set();
  });

  it('is never asked without encryption where nobody allowed it, not even on this machine', async () => {
    const strict = await testServer({ db: here.db, unencryptedProviders: false });
    const voice = speaking(strict.url, { authorization: `Bearer ${(await strict.signIn('admin', PASSWORD)).token}` });
    expect((await voice.post('/api/auth/provider', provider())).body.code).toBe('oidc-issuer-insecure');
    const gone = await new Browser().open(new URL(`${strict.url}/api/auth/oidc/start?utility=first`));
    expect(gone.url.search).toBe('?sign-in=oidc-provider-away');
  });
});

describe('somebody who signs in there', () => {
  it('is the member of staff of his verified address, and from then on of his subject', async () => {
    const first = await comes('subject-sun');
    expect(first).toMatchObject({ at: '/', who: 'sun' });
    const asked = first.browser.seen.find(({ pathname }) => pathname === '/auth');
    expect(asked?.searchParams.get('code_challenge_method')).toBe('S256');
    expect(asked?.searchParams.get('nonce')).toBeTruthy();
    expect((await actions()).slice(-2)).toEqual(['sign-in.linked', 'sign-in']);
    await here.db.admin(`update identity.staff set email = 'other@water.example' where username = 'sun'`);
    expect(await comes('subject-sun')).toMatchObject({ at: '/', who: 'sun' });
    await here.db.admin(`update identity.staff set email = 'sun@water.example' where username = 'sun'`);
  });

  it('is not let in by an address that is not verified, nobody’s, or another subject’s; and no account is made', async () => {
    const count = async () =>
      (await here.db.admin<{ n: number }>('select count(*)::int as n from identity.staff'))[0]?.n;
    const before = await count();
    expect(await comes('subject-unverified')).toMatchObject({ at: '/?sign-in=oidc-unknown-person', who: null });
    expect(await comes('subject-nobody')).toMatchObject({ at: '/?sign-in=oidc-unknown-person', who: null });
    expect(await comes('subject-thief')).toMatchObject({ at: '/?sign-in=oidc-linked-otherwise', who: null });
    expect(await count()).toBe(before);
  });

  it('is found by the claim that holds his username, where the utility chose that', async () => {
    await set({ match: 'username' });
    expect(await comes('subject-li')).toMatchObject({ at: '/', who: 'liming' });
    await set();
  });

  it('is not let in when he has left', async () => {
    await here.db.admin(`update identity.staff set active = false where username = 'sun'`);
    expect(await comes('subject-sun')).toMatchObject({ at: '/?sign-in=staff-inactive', who: null });
    await here.db.admin(`update identity.staff set active = true where username = 'sun'`);
  });

  it('is asked for the second factor he has here, unless the provider asks for one itself', async () => {
    await here.db.admin(`update auth."user" set two_factor_enabled = true where username like 'sun@%'`);
    const { at, who, browser } = await comes('subject-sun');
    expect([at, who]).toEqual(['/?second-factor=1', null]);
    expect(browser.cookiesFor(here.url)).toContain('gongshui.two_factor=');
    await set({ secondFactor: true });
    expect(await comes('subject-sun')).toMatchObject({ at: '/', who: 'sun' });
    await here.db.admin(`update auth."user" set two_factor_enabled = false where username like 'sun@%'`);
    // a role the utility asks for one has it there
    await here.db.admin(
      `insert into identity.sign_in_policy (utility_id, second_factor_roles) values ($1, '{desk-agent}')`,
      [utilityId],
    );
    const { browser: again } = await comes('subject-sun');
    const me = await fetch(`${here.url}/api/me`, { headers: { cookie: again.cookiesFor(here.url) } });
    expect(await me.json()).toMatchObject({ due: null });
    // and where the provider asks for none, it is still to be set up here
    await set({ secondFactor: false });
    const { browser: third } = await comes('subject-sun');
    const due = await fetch(`${here.url}/api/me`, { headers: { cookie: third.cookiesFor(here.url) } });
    expect(await due.json()).toMatchObject({ due: 'second-factor' });
    await here.db.admin('delete from identity.sign_in_policy');
    await set();
  });

  it('sets a required second factor up without a password, where he has none; with one it is asked for', async () => {
    await here.db.admin(
      `update auth.account set password = null where user_id = (select auth_user_id from identity.staff where username = 'sun')`,
    );
    await here.db.admin(`update identity.staff set password_at = null where username = 'sun'`);
    await here.db.admin(
      `insert into identity.sign_in_policy (utility_id, second_factor_roles) values ($1, '{desk-agent}')`,
      [utilityId],
    );
    const { browser } = await comes('subject-sun');
    const sun = () => speaking(here.url, { cookie: browser.cookiesFor(here.url) });
    expect((await sun().get('/api/me')).body).toMatchObject({ due: 'second-factor', password: false });
    const { secret } = await sun().must('/api/auth/second-factor/enrol', {});
    await browser.ask(new URL(`${here.url}/api/auth/second-factor/confirm`), { code: codeOf(secret) }, 'json');
    expect((await sun().get('/api/me')).body).toMatchObject({ due: null, secondFactor: true });
    expect((await sun().get('/api/staff')).status).toBe(200);
    expect((await sun().must('/api/auth/second-factor/recovery-codes', {})).recoveryCodes).toHaveLength(10);
    const adminless = await admin.post('/api/auth/second-factor/enrol', {});
    expect(adminless.body.code).toBe('current-password-wrong');
    await here.db.admin('delete from identity.sign_in_policy');
  });
});

describe('an answer that is not to what was asked', () => {
  const callback = (query: string) => new URL(`${here.url}/api/auth/oidc/callback?${query}`);

  it('in another browser, with another state, or a code of nobody’s opens nothing', async () => {
    const thief = new Browser();
    expect((await thief.open(callback('code=x&state=y'))).url.search).toBe('?sign-in=oidc-begun-elsewhere');
    const browser = new Browser();
    await browser.ask(new URL(start()));
    expect((await browser.open(callback('code=x&state=another'))).url.search).toBe('?sign-in=oidc-failed');
    // the attempt is over: its state serves no second time
    expect((await browser.open(callback('code=x&state=another'))).url.search).toBe('?sign-in=oidc-begun-elsewhere');
    const other = new Browser();
    const sent = (await other.ask(new URL(start()))).headers.get('location') ?? '';
    const state = new URL(sent).searchParams.get('state') ?? '';
    const iss = encodeURIComponent(issuer);
    expect((await other.open(callback(`code=made-up&state=${state}&iss=${iss}`))).url.search).toBe(
      '?sign-in=oidc-failed',
    );
    for (const one of [thief, browser, other]) expect(one.cookiesFor(here.url)).not.toContain('session_token');
  });

  it('says so when the provider declined', async () => {
    const browser = new Browser();
    const sent = (await browser.ask(new URL(start()))).headers.get('location') ?? '';
    const state = new URL(sent).searchParams.get('state') ?? '';
    const iss = encodeURIComponent(issuer);
    const { url } = await browser.open(callback(`error=access_denied&state=${state}&iss=${iss}`));
    expect(url.search).toBe('?sign-in=oidc-declined');
  });

  it('leads nowhere for a utility that offers none, or not any more', async () => {
    expect((await new Browser().open(new URL(start('second')))).url.search).toBe('?sign-in=oidc-not-offered');
    await set({ enabled: false });
    expect((await new Browser().open(new URL(start()))).url.search).toBe('?sign-in=oidc-not-offered');
  });
});
