/** `npm start -- --https` on a real process: what a phone on the network meets, from the first line on the console to a sign-in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { freePort } from '../platform/embedded/cluster.ts';
import { lanAddresses } from '../platform/tls/own-certificate.ts';
import { beginning, PASSWORD } from './set-up/testing.ts';

vi.setConfig({ testTimeout: 90_000 });

const SCRIPT = path.resolve(import.meta.dirname, '../main/start.ts');
const home = mkdtempSync(path.join(tmpdir(), 'gongshui-https-'));
const data = path.join(home, 'data');
const children: ChildProcess[] = [];
const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await new Promise((done) => child.once('exit', done));
};
afterAll(async () => {
  for (const child of children) await end(child);
  rmSync(home, { recursive: true, force: true });
}, 60_000);

async function start(port: number, ...more: string[]): Promise<{ child: ChildProcess; output: string }> {
  const { DATABASE_URL: _none, HOST: _host, ...env } = process.env;
  const args = [SCRIPT, '--https', '--no-web', '--port', String(port), '--data', data, ...more];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  children.push(child);
  let output = '';
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => {
        output += part.toString();
        if (output.includes('stops it')) resolve();
      });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return { child, output };
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  leaf: string;
}

/** Checks the certificate against the authority and the name asked for, as a phone does. */
const ask = (url: string, { ca, body }: { ca?: string; body?: object }): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const asking = request(url, { ca, agent: false, method: body ? 'POST' : 'GET', headers }, async (answer) => {
      const leaf = (
        answer.socket as unknown as { getPeerCertificate(): { serialNumber: string } }
      ).getPeerCertificate();
      let text = '';
      for await (const part of answer) text += part;
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, leaf: leaf.serialNumber });
    });
    asking.on('error', reject);
    asking.end(body && JSON.stringify(body));
  });

test('a phone learns the authority, trusts it, and signs in on the encrypted address; a second start keeps it', async () => {
  const port = await freePort();
  const { child, output } = await start(port, '--empty');
  expect(output).not.toContain('Beware');
  expect(output).toContain(`Gongshui is ready: https://localhost:${port}`);
  for (const address of lanAddresses())
    expect(output).toContain(`${address.includes(':') ? `[${address}]` : address}:${port}`);

  const ca = await (await fetch(`http://127.0.0.1:${port}/ca.crt`)).text();
  expect(output).toContain(`SHA-256 ${new X509Certificate(ca).fingerprint256}`);
  const page = await fetch(`http://127.0.0.1:${port}/certificate`);
  expect(await page.text()).toContain(new X509Certificate(ca).fingerprint256);
  for (const name of ['authority.pem', 'server.pem'])
    expect(statSync(path.join(data, 'https', name)).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(data, 'https', 'authority.pem'), 'utf8')).toContain(ca.trim());

  await expect(ask(`https://127.0.0.1:${port}/healthz`, {})).rejects.toThrow(/certificate/);
  const hosts = [
    'localhost',
    '127.0.0.1',
    ...lanAddresses()
      .filter((address) => !address.includes(':'))
      .slice(0, 1),
  ];
  for (const host of hosts) {
    const { status, headers } = await ask(`https://${host}:${port}/healthz`, { ca });
    expect([host, status, headers['strict-transport-security']]).toEqual([host, 200, undefined]);
  }
  expect((await ask(`https://localhost:${port}/ca.crt`, { ca })).text).toBe(ca);

  const plain = await fetch(`http://127.0.0.1:${port}/orders`, { redirect: 'manual' });
  expect([plain.status, plain.headers.get('location')]).toEqual([308, `https://127.0.0.1:${port}/orders`]);
  const sent = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/username`, { method: 'POST', body: '{}' });
  expect(sent.status).toBe(400);

  const [, link = ''] = /https:\/\/localhost:\d+\/set-up#(\S+)/.exec(output) ?? [];
  const begun = await ask(`https://localhost:${port}/api/set-up/begin`, { ca, body: beginning(link, 'hucheng') });
  expect([begun.status, begun.text]).toEqual([200, '{"utility":"hucheng"}']);
  const signIn = { username: 'admin', password: PASSWORD };
  const signed = await ask(`https://localhost:${port}/api/auth/sign-in/username`, { ca, body: signIn });
  expect(signed.status).toBe(200);
  expect(signed.headers['set-cookie']?.[0]).toMatch(/^__Secure-gongshui\.session_token=.*; Secure/);
  const { leaf } = signed;
  await end(child);

  // the town's utility is there now: its passwords are everybody's, and so is the address
  const again = await start(port);
  expect(again.output).toContain('演示账号的密码是公开的');
  expect(again.output).toContain('Beware');
  expect(again.output).toContain(new X509Certificate(ca).fingerprint256);
  expect(again.output).not.toContain('A new certificate was made');
  expect(await ask(`https://localhost:${port}/healthz`, { ca })).toMatchObject({ status: 200, leaf });
});
