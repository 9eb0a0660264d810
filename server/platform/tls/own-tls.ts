/** HTTPS with a certificate of our own making; on the same port, what somebody hears who comes without encryption. */
import {
  createServer as createPlain,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecure, type Server } from 'node:https';
import type { Socket } from 'node:net';
import type { OwnCertificate } from './own-certificate.ts';
import { trustPage } from './trust-page.ts';

export interface OwnTls {
  certificate(): OwnCertificate;
  /** One for each address that is listened on. */
  serverFactory(handler: RequestListener): Server;
  /** Connections from now on meet the fresh one; those that are open stay. */
  exchange(fresh: OwnCertificate): void;
}

/** What a phone fetches before it can trust anything else here; no sign-in, and without encryption too. */
export const TRUST_PATHS = { page: '/certificate', authority: '/ca.crt' } as const;
export const AUTHORITY_TYPE = 'application/x-x509-ca-cert';

/** As Fastify has it where it makes the server itself. */
const LIMITS = { requestTimeout: 60_000, keepAliveTimeout: 72_000 };
/** Milliseconds for the first byte to come. */
const PATIENCE = 5000;
/** First byte of a TLS handshake. */
const HANDSHAKE = 22;

export function ownTls(first: OwnCertificate): OwnTls {
  let current = first;
  const servers: Server[] = [];
  const plain = createPlain({ ...LIMITS, keepAliveTimeout: 1 }, (request, response) =>
    answerPlain(request, response, current),
  );
  return {
    certificate: () => current,
    serverFactory(handler) {
      const server = createSecure({ ...LIMITS, key: current.key, cert: current.cert }, handler);
      hearPlainToo(server, (socket) => plain.emit('connection', socket));
      servers.push(server);
      return server;
    },
    exchange(fresh) {
      current = fresh;
      for (const server of servers) server.setSecureContext({ key: fresh.key, cert: fresh.cert });
    },
  };
}

/** Looks at the first byte of a connection and hands it to whom it is for. */
function hearPlainToo(server: Server, plain: (socket: Socket) => void): void {
  const secure = server.listeners('connection');
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    const gone = () => socket.destroy();
    socket.on('error', gone);
    socket.setTimeout(PATIENCE, gone);
    socket.once('readable', () => {
      const byte = socket.read(1) as Buffer | null;
      if (byte === null) return gone();
      socket.unshift(byte);
      socket.setTimeout(0, gone);
      socket.removeListener('timeout', gone);
      socket.removeListener('error', gone);
      if (byte[0] !== HANDSHAKE) plain(socket);
      else for (const listen of secure) Reflect.apply(listen, server, [socket]);
    });
  });
}

/** How to trust the certificate; for the rest the encrypted address. What was sent is not taken: it was to be read by all. */
function answerPlain({ method, url = '/', headers }: IncomingMessage, response: ServerResponse, own: OwnCertificate) {
  const answer = (status: number, more: Record<string, string>, body = ''): void => {
    response.writeHead(status, { connection: 'close', 'cache-control': 'no-store', ...more });
    response.end(method === 'HEAD' ? undefined : body);
  };
  const reads = method === 'GET' || method === 'HEAD';
  if (reads && url === TRUST_PATHS.authority) return answer(200, { 'content-type': AUTHORITY_TYPE }, own.authority);
  if (reads && url === TRUST_PATHS.page) return answer(200, PAGE_HEADERS, trustPage(own));
  const { host = '' } = headers;
  if (reads && /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host) && url.startsWith('/'))
    return answer(308, { location: `https://${host}${url}` });
  return answer(400, { 'content-type': 'text/plain; charset=utf-8' }, PLAIN_REFUSED);
}

export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};
const PLAIN_REFUSED = '请用 https:// 开头的地址。\nUse the address that begins with https://.\n';
