import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterAll, expect, test } from 'vitest';
import { ownCertificate } from './own-certificate.ts';
import { ownTls } from './own-tls.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshui-tls-'));
const NAMES = ['localhost', '127.0.0.1'];
const first = ownCertificate(folder, NAMES);
const tls = ownTls(first);
const server = tls.serverFactory((asked, answer) => answer.end(`read ${asked.url}`));
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address() as AddressInfo;
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  rmSync(folder, { recursive: true, force: true });
});

/** With a real handshake that trusts the authority alone. */
const secure = (path: string, ca = first.authority): Promise<string> =>
  new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, ca, agent: false }, async (answer) => {
      let text = '';
      for await (const part of answer) text += part;
      resolve(text);
    });
    asking.on('error', reject);
    asking.end();
  });
const serial = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connectTls({ host: '127.0.0.1', port, ca: first.authority }, () => {
      resolve(socket.getPeerCertificate().serialNumber);
      socket.destroy();
    });
    socket.on('error', reject);
  });
/** Bytes as they come, in pieces, without encryption. */
const raw = (...pieces: string[]): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', () => undefined);
    void (async () => {
      for (const piece of pieces) {
        socket.write(piece);
        await new Promise((done) => setTimeout(done, 20));
      }
    })();
  });

test('who trusts the authority is served encrypted, who does not is not', async () => {
  expect(await secure('/orders')).toBe('read /orders');
  const other = ownCertificate(mkdtempSync(join(folder, 'other-')), NAMES);
  await expect(secure('/orders', other.authority)).rejects.toThrow(/certificate/);
});

test('who comes without encryption is sent where there is, or told so; nothing he sends is taken', async () => {
  const answer = await raw('G', 'ET /orders?tab=mine HTTP/1.1\r\nHost: 192.168.3.7:8443\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1.1 308 /);
  expect(answer).toContain('location: https://192.168.3.7:8443/orders?tab=mine');
  expect(answer).not.toContain('strict-transport-security');
  const sent = await raw('POST /api/auth/sign-in/username HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}');
  expect(sent).toMatch(/^HTTP\/1.1 400 /);
  expect(sent).toContain('https://');
  expect(await raw('GET / HTTP/1.1\r\nHost: evil/path?\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
  expect(await raw('GET //evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n')).toContain(
    'location: https://localhost//evil.example/',
  );
});

test('the authority and how to trust it can be had without encryption', async () => {
  const certificate = await raw('GET /ca.crt HTTP/1.1\r\nHost: localhost\r\n\r\n');
  expect(certificate).toContain('content-type: application/x-x509-ca-cert');
  expect(certificate.replaceAll('\r', '')).toContain(first.authority.replaceAll('\r', '').trim());
  expect(certificate).not.toContain('PRIVATE KEY');
  const page = await raw('GET /certificate HTTP/1.1\r\nHost: localhost\r\n\r\n');
  for (const text of [
    '信任本平台的证书',
    'Trusting the certificate',
    first.fingerprint,
    'href="/ca.crt"',
    "default-src 'none'",
  ])
    expect(page).toContain(text);
});

test('a fresh certificate is what the next connection meets', async () => {
  const before = await serial();
  const fresh = ownCertificate(folder, [...NAMES, '10.0.0.9']);
  expect(fresh.made).toBe('certificate');
  tls.exchange(fresh);
  expect(await serial()).not.toBe(before);
  expect(await secure('/')).toBe('read /');
});
