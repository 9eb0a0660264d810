import type { FastifyReply, FastifyRequest } from 'fastify';

const COMMON: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-permitted-cross-domain-policies': 'none',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self), payment=()',
};

// Ant Design writes its styles into the page: 'unsafe-inline' for styles, never for scripts
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The API reference is an application that starts from a script in its page. */
const DOCS_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline' 'unsafe-eval'");

/** Under HSTS a browser lets nobody past a certificate it does not know: not with one of our own making. */
export function addSecurityHeaders(request: FastifyRequest, reply: FastifyReply, hsts: boolean): void {
  reply.headers(COMMON);
  reply.header('content-security-policy', request.url.startsWith('/docs') ? DOCS_POLICY : POLICY);
  if (hsts && request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
  if (request.url.startsWith('/api')) reply.header('cache-control', 'no-store');
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Another site's page can make a browser send a write with our cookie along; the browser then says
 * where it comes from. Programs that are no browsers say nothing and carry no cookie of a person.
 * Returns the foreign origin, or null.
 */
export function foreignOrigin(request: FastifyRequest): string | null {
  if (READS.has(request.method)) return null;
  const { origin } = request.headers;
  if (origin !== undefined) {
    const host = URL.canParse(origin) ? new URL(origin).host : origin;
    return host === request.host ? null : origin.slice(0, 200);
  }
  const site = request.headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site' ? String(site) : null;
}
