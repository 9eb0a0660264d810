/**
 * Signing in at a provider of the utility's own (OpenID Connect 统一身份认证): authorization code with PKCE, state and nonce in
 * a sealed cookie of the browser that began, so that any process can take the answer.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as client from 'openid-client';
import type { TimeSource } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { Language, Me } from '../../platform/http/route.ts';
import { MINUTE } from '../../values/instant.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { audit } from './actions/audit.ts';
import { findLinked } from './actions/find-linked.ts';
import { ADDRESS_HEADER, type Auth, COOKIES } from './auth.ts';
import type { Match } from './rules/oidc.ts';
import { sealFor } from './sealing.ts';
import { oidcProvider, type ProviderRow, setOidcProvider, signInWays } from './store/oidc.ts';

const CALLBACK = '/api/auth/oidc/callback';
const COOKIE = `${COOKIES}oidc`;
/** To come back from the provider. */
const PATIENCE = 10 * MINUTE;
const TIMEOUT_SECONDS = 10;
/** A provider's description is asked for again after this. */
const DISCOVERED_FOR = 10 * MINUTE;

interface Begun {
  utilityId: number;
  state: string;
  nonce: string;
  verifier: string;
  until: number;
}

export interface OidcSignIn {
  ways(): Promise<{ utility: string; utilityName: string; name: string; url: string }[]>;
  start(request: FastifyRequest, reply: FastifyReply, utility: string): Promise<FastifyReply>;
  callback(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
  setProvider(me: Me, body: ProviderBody, lang: Language): Promise<Result<true>>;
}

export interface ProviderBody {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret?: string;
  match: Match;
  usernameClaim?: string;
  secondFactor: boolean;
  enabled: boolean;
}

interface Given {
  /** A provider of this very machine may be asked without encryption: tests. */
  unencryptedProviders?: boolean;
  db: Db;
  auth: Auth;
  secret: string;
  time: TimeSource;
  secureCookies?: boolean;
}

export function oidcSignIn(given: Given): OidcSignIn {
  const { db, auth, secret, time, secureCookies = false, unencryptedProviders = false } = given;
  const flow = sealFor(secret, 'oidc flow');
  const kept = sealFor(secret, 'oidc client secret');
  const discovered = new Map<string, { config: Promise<client.Configuration>; until: number }>();

  const originOf = (request: FastifyRequest): string => `${request.protocol}://${request.host}`;
  const cookie = (value: string, seconds: number): string =>
    `${COOKIE}=${value}; Path=/api/auth/oidc; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secureCookies ? '; Secure' : ''}`;
  const back = (reply: FastifyReply, why: string): FastifyReply =>
    reply.redirect(`/?sign-in=${encodeURIComponent(why)}`, 302);

  function configOf(provider: ProviderRow): Promise<client.Configuration> {
    const key = JSON.stringify([provider.issuer, provider.clientId, provider.clientSecret]);
    const before = discovered.get(key);
    if (before && before.until > performance.now()) return before.config;
    const clientSecret = provider.clientSecret === null ? undefined : (kept.open(provider.clientSecret) ?? undefined);
    const config = discover(provider.issuer, provider.clientId, clientSecret, unencryptedProviders);
    discovered.set(key, { config, until: performance.now() + DISCOVERED_FOR });
    config.catch(() => discovered.delete(key));
    return config;
  }

  const providerOf = (utilityId: number): Promise<ProviderRow | null> => db.transaction(utilityId, oidcProvider);

  return {
    async ways() {
      const ways = await signInWays(db);
      return ways.map(({ utility, utilityName, name }) => ({
        ...{ utility, utilityName, name },
        url: `/api/auth/oidc/start?utility=${encodeURIComponent(utility)}`,
      }));
    },

    async start(request, reply, utility) {
      const way = (await signInWays(db)).find((one) => one.utility === utility);
      const provider = way && (await providerOf(way.utilityId));
      if (!way || !provider) return back(reply, 'oidc-not-offered');
      const config = await configOf(provider).catch(() => null);
      if (!config) return back(reply, 'oidc-provider-away');
      const begun: Begun = {
        utilityId: way.utilityId,
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        until: Date.now() + PATIENCE,
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: originOf(request) + CALLBACK,
        scope: provider.match === 'none' ? 'openid' : provider.match === 'email' ? 'openid email' : 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
        state: begun.state,
        nonce: begun.nonce,
      });
      reply.header('set-cookie', cookie(flow.close(JSON.stringify(begun)), PATIENCE / 1000));
      return reply.redirect(url.href, 302);
    },

    async callback(request, reply) {
      const begun = readBegun(flow.open(request.cookies[COOKIE] ?? ''));
      reply.header('set-cookie', cookie('', 0));
      if (!begun) return back(reply, 'oidc-begun-elsewhere');
      const { utilityId, state, nonce, verifier } = begun;
      const provider = await providerOf(utilityId);
      if (!provider?.enabled) return back(reply, 'oidc-not-offered');
      const config = await configOf(provider).catch(() => null);
      if (!config) return back(reply, 'oidc-provider-away');
      const told = await claimsOf(config, provider, new URL(originOf(request) + request.url), {
        state,
        nonce,
        verifier,
      });
      if (typeof told === 'string') {
        request.log.warn({ reason: told }, 'sign-in at the provider failed');
        return back(reply, told);
      }
      const found = await findLinked(db, time, utilityId, provider, told);
      if (!found.ok) return back(reply, found.refusal.code);
      const { authUserId, staffId } = found.value;
      const answer = await auth.api.openSession({
        body: { userId: authUserId, secondFactor: provider.secondFactor },
        headers: new Headers({
          [ADDRESS_HEADER]: request.ip,
          'user-agent': (request.headers['user-agent'] ?? '').slice(0, 300),
        }),
        asResponse: true,
      });
      if (!answer.ok) return back(reply, 'staff-inactive');
      reply.header('set-cookie', [cookie('', 0), ...answer.headers.getSetCookie()]);
      const { secondFactor } = (await answer.json()) as { secondFactor: boolean };
      if (secondFactor) return reply.redirect('/?second-factor=1', 302);
      await db.transaction(utilityId, (tx) =>
        audit(tx, { staffId }, 'sign-in', `staff:${staffId}`, { via: 'oidc' }, time),
      );
      return reply.redirect('/', 302);
    },

    async setProvider(me, body) {
      if (!mayBeAsked(body.issuer, unencryptedProviders)) return wrong('issuer', 'oidc-issuer-insecure');
      const { clientSecret: given, usernameClaim = 'preferred_username', ...rest } = body;
      const before = await providerOf(me.utilityId);
      const asBefore = before?.clientSecret ?? null;
      // what one provider was trusted with is not told to another
      if (given === undefined && asBefore !== null && before?.issuer !== body.issuer)
        return wrong('clientSecret', 'oidc-secret-again');
      const clientSecret = given === undefined ? asBefore : given === '' ? null : kept.close(given);
      const provider = { ...rest, usernameClaim, clientSecret };
      // what cannot be reached is not kept: somebody would find out at the door
      if (body.enabled && !(await configOf(provider).catch(() => null))) return wrong('issuer', 'oidc-provider-away');
      return db.transaction(me.utilityId, async (tx) => {
        await setOidcProvider(tx, provider);
        const { issuer, match, secondFactor, enabled } = body;
        const detail = { issuer, match, secondFactor, enabled, secret: given === undefined ? 'kept' : 'changed' };
        await audit(tx, me, 'sign-in.provider', 'sign-in', detail, time);
        return ok(true as const);
      });
    },
  };
}

const wrong = (path: string, code: string) => refuse(code, { fields: [{ path, code }] });

/** Unencrypted never, except where tests allow it on this very machine. */
function mayBeAsked(issuer: string, unencrypted: boolean): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || (unencrypted && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

async function discover(issuer: string, clientId: string, clientSecret: string | undefined, unencrypted: boolean) {
  if (!mayBeAsked(issuer, unencrypted)) throw new Error('an issuer without https');
  const local = new URL(issuer).protocol === 'http:';
  const config = await client.discovery(
    new URL(issuer),
    clientId,
    undefined,
    clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
    { timeout: TIMEOUT_SECONDS, execute: local ? [client.allowInsecureRequests] : [] },
  );
  config.timeout = TIMEOUT_SECONDS;
  return config;
}

function readBegun(text: string | null): Begun | null {
  if (text === null) return null;
  const begun = JSON.parse(text) as Begun;
  return begun.until > Date.now() ? begun : null;
}

/** What the provider says of him, or why nothing. */
async function claimsOf(
  config: client.Configuration,
  provider: ProviderRow,
  url: URL,
  { state, nonce, verifier }: Pick<Begun, 'state' | 'nonce' | 'verifier'>,
): Promise<(Record<string, unknown> & { sub: string }) | string> {
  try {
    const tokens = await client.authorizationCodeGrant(config, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) return 'oidc-failed';
    const wanted = { none: 'sub', email: 'email', username: provider.usernameClaim }[provider.match];
    // many providers put no more than the subject into the token
    if (claims[wanted] !== undefined || !config.serverMetadata().userinfo_endpoint) return { ...claims };
    return { ...claims, ...(await client.fetchUserInfo(config, tokens.access_token, claims.sub)) };
  } catch (error) {
    return error instanceof client.AuthorizationResponseError ? 'oidc-declined' : 'oidc-failed';
  }
}
