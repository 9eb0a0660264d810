import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { certificateNames, lanAddresses, ownCertificate } from './own-certificate.ts';

const NOW = Date.UTC(2026, 10, 26, 2);
const DAY = 86_400_000;
const NAMES = ['localhost', '127.0.0.1', '::1', 'pump-house', '192.168.3.7', '2001:db8::7'];
let home = '';
let folder = '';

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'gongshui-https-'));
  folder = path.join(home, 'https');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('the certificate names the machine by all its names, is signed by the authority and for servers alone', () => {
  const own = ownCertificate(folder, NAMES, NOW);
  const [leaf, authority] = [new X509Certificate(own.cert), new X509Certificate(own.authority)];
  expect(leaf.subjectAltName).toBe(
    'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1, DNS:pump-house, IP Address:192.168.3.7, IP Address:2001:DB8:0:0:0:0:0:7',
  );
  expect([leaf.checkIssued(authority), leaf.verify(authority.publicKey), leaf.ca, authority.ca]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  // longer is refused by phones
  expect((leaf.validToDate.getTime() - leaf.validFromDate.getTime()) / DAY).toBeLessThanOrEqual(398);
  expect([own.made, own.fingerprint]).toEqual(['authority', authority.fingerprint256]);
});

test('keys are for their owner only, and the authority that is handed out holds none', () => {
  const own = ownCertificate(folder, NAMES, NOW);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(folder).sort()).toEqual(['authority.pem', 'server.pem']);
  for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  expect(own.authority).toMatch(/^-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\s*$/);
});

test('it is kept while it fits, renewed for other addresses or a month before it ends, and the authority stays', () => {
  const first = ownCertificate(folder, NAMES, NOW);
  expect(ownCertificate(folder, NAMES, NOW + DAY)).toEqual({ ...first, made: null });
  const moved = ownCertificate(folder, [...NAMES.slice(0, 4), '10.0.0.9'], NOW + DAY);
  expect([moved.made, moved.fingerprint, moved.cert === first.cert]).toEqual(['certificate', first.fingerprint, false]);
  expect(new X509Certificate(moved.cert).checkIP('192.168.3.7')).toBeUndefined();
  const fewer = ownCertificate(folder, NAMES.slice(0, 4), NOW + DAY);
  expect(fewer.made).toBe('certificate');

  const ends = new X509Certificate(fewer.cert).validToDate.getTime();
  expect(ownCertificate(folder, NAMES.slice(0, 4), ends - 31 * DAY).made).toBe(null);
  expect(ownCertificate(folder, NAMES.slice(0, 4), ends - 29 * DAY)).toMatchObject({
    made: 'certificate',
    fingerprint: first.fingerprint,
  });
  expect(ownCertificate(folder, NAMES, NOW + 3640 * DAY)).toMatchObject({ made: 'authority' });
});

test('a file cut off or a foreign key is made again; a certificate of another authority is not kept', () => {
  const first = ownCertificate(folder, NAMES, NOW);
  truncateSync(path.join(folder, 'server.pem'), 900);
  expect(ownCertificate(folder, NAMES, NOW)).toMatchObject({ made: 'certificate', fingerprint: first.fingerprint });
  const [server, authority] = ['server.pem', 'authority.pem'].map((name) => path.join(folder, name)) as [
    string,
    string,
  ];
  writeFileSync(server, first.key + first.authority);
  expect(ownCertificate(folder, NAMES, NOW).made).toBe('certificate');
  rmSync(authority);
  const other = ownCertificate(folder, NAMES, NOW);
  expect(other.made).toBe('authority');
  expect(new X509Certificate(other.cert).verify(new X509Certificate(other.authority).publicKey)).toBe(true);
  expect(readFileSync(server, 'utf8')).toContain(other.cert.trim());
});

test('addresses within the machine and of one cable alone are not named, nor is a name that is none', () => {
  const of = (address: string, internal = false) =>
    ({ address, internal, family: 'IPv4', netmask: '', mac: '', cidr: null }) as const;
  const addresses = lanAddresses({
    lo: [of('127.0.0.1', true)],
    lan: [
      { ...of('2001:db8::7'), family: 'IPv6', scopeid: 0 },
      { ...of('fe80::1'), family: 'IPv6', scopeid: 2 },
      of('192.168.3.7'),
    ],
  });
  expect(addresses).toEqual(['192.168.3.7', '2001:db8::7']);
  expect(certificateNames('::', addresses, '泵房')).toEqual([
    'localhost',
    '127.0.0.1',
    '::1',
    '192.168.3.7',
    '2001:db8::7',
  ]);
  expect(certificateNames('Gongshui.lan', [], 'Pump-House')).toEqual([
    'localhost',
    '127.0.0.1',
    '::1',
    'pump-house',
    'pump-house.local',
    'gongshui.lan',
  ]);
});
