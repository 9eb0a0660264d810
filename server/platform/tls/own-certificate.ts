import { createPrivateKey, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import path from 'node:path';
import forge from 'node-forge';

// A certificate for a machine that has no public name, and the authority that signed it. Phones trust
// the authority once; the certificate may then change with the machine's addresses.

const DAY = 86_400_000;
/** Phones refuse certificates that are good for longer than 398 days. */
const LIFE = 397 * DAY;
const AUTHORITY_LIFE = 3650 * DAY;
const RENEW_BEFORE = 30 * DAY;
/** Clocks of phones may be behind. */
const BACKDATED = DAY;

export interface OwnCertificate {
  key: string;
  cert: string;
  /** Certificate of the authority, to be trusted by phones; its key stays in the folder. */
  authority: string;
  /** SHA-256 of the authority's certificate, as phones show it. */
  fingerprint: string;
  /** What has been made just now: phones trust a new authority again, of a new certificate they see nothing. */
  made: 'authority' | 'certificate' | null;
}

interface Pair {
  key: string;
  cert: string;
}

/** Addresses by which other machines reach this one, IPv4 first. */
export function lanAddresses(interfaces = networkInterfaces()): string[] {
  const all = Object.values(interfaces).flatMap((found) => found ?? []);
  const outer = all.filter(({ internal, address }) => !internal && !/^fe80:/i.test(address));
  const unique = [...new Set(outer.map(({ address }) => address))];
  return unique.sort((a, b) => isIP(a) - isIP(b));
}

/** What the certificate has to name: this machine by every name and address, and the one it was told to listen on. */
export function certificateNames(host: string, addresses = lanAddresses(), machine = hostname()): string[] {
  const own = machine.toLowerCase();
  // by which phones find it without a name server
  const local = own.includes('.') ? [] : [`${own}.local`];
  const named = ['localhost', '127.0.0.1', '::1', own, ...local, ...addresses, host.toLowerCase()];
  const possible = (name: string) =>
    isIP(name) ? name !== '::' && name !== '0.0.0.0' : /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(name);
  return [...new Set(named.filter(possible))];
}

/** The certificate kept in the folder, or a fresh one where it is missing, damaged, about to expire or names too little. */
export function ownCertificate(folder: string, names: string[], now = Date.now()): OwnCertificate {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const [authorityFile, serverFile] = [path.join(folder, 'authority.pem'), path.join(folder, 'server.pem')];

  const keptAuthority = readPair(authorityFile);
  const authority = keptAuthority && lasts(keptAuthority, now) ? keptAuthority : makeAuthority(now);
  if (authority !== keptAuthority) writePair(authorityFile, authority);

  const kept = readPair(serverFile);
  const server = kept && lasts(kept, now) && fits(kept, authority, names) ? kept : makeServer(authority, names, now);
  if (server !== kept) writePair(serverFile, server);

  const certificate = new X509Certificate(authority.cert);
  return {
    ...server,
    authority: authority.cert,
    fingerprint: certificate.fingerprint256,
    made: authority !== keptAuthority ? 'authority' : server !== kept ? 'certificate' : null,
  };
}

const lasts = ({ cert }: Pair, now: number): boolean =>
  new X509Certificate(cert).validToDate.getTime() - now > RENEW_BEFORE;

/** Signed by this authority, and for exactly these names. */
function fits({ cert }: Pair, authority: Pair, names: string[]): boolean {
  const certificate = new X509Certificate(cert);
  const issuer = new X509Certificate(authority.cert);
  return (
    certificate.checkIssued(issuer) &&
    certificate.verify(issuer.publicKey) &&
    certificate.subjectAltName?.split(', ').length === names.length &&
    names.every((name) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)))
  );
}

function readPair(file: string): Pair | null {
  if (!existsSync(file)) return null;
  const [key, cert] = readFileSync(file, 'utf8').split(/(?=-----BEGIN CERTIFICATE-----)/);
  try {
    if (!key || !cert || !new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))) return null;
    return { key, cert };
  } catch {
    // cut off or no certificate at all: made again
    return null;
  }
}

/** Key and certificate in one file, so that they are exchanged together or not at all. */
function writePair(file: string, { key, cert }: Pair): void {
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, key + cert, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}

type Extension = Record<string, unknown> & { name: string };

interface Wanted {
  commonName: string;
  until: number;
  now: number;
  extensions: Extension[];
}

/** Without a signer it signs itself. */
function make({ commonName, until, now, extensions }: Wanted, signer: Pair | null): Pair {
  const { publicKey, privateKey: key } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  // positive, and never the same twice for one authority
  certificate.serialNumber = `4${randomBytes(16).toString('hex').slice(1)}`;
  certificate.validity.notBefore = new Date(now - BACKDATED);
  certificate.validity.notAfter = new Date(until);
  const subject = [{ name: 'commonName', value: commonName }];
  certificate.setSubject(subject);
  const issuer = signer ? forge.pki.certificateFromPem(signer.cert) : null;
  certificate.setIssuer(issuer?.subject.attributes ?? subject);
  certificate.setExtensions([
    ...extensions,
    { name: 'subjectKeyIdentifier' },
    ...(issuer
      ? [{ name: 'authorityKeyIdentifier', keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() }]
      : []),
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(signer?.key ?? key), forge.md.sha256.create());
  return { key, cert: forge.pki.certificateToPem(certificate) };
}

function makeAuthority(now: number): Pair {
  // two authorities of one name would be taken for each other
  const mark = randomBytes(3).toString('hex');
  return make(
    {
      commonName: `Gongshui ${hostname()} ${mark}`.slice(0, 64),
      until: now + AUTHORITY_LIFE,
      now,
      extensions: [
        { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 },
        { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
      ],
    },
    null,
  );
}

function makeServer(authority: Pair, names: string[], now: number): Pair {
  const authorityEnds = new X509Certificate(authority.cert).validToDate.getTime();
  return make(
    {
      commonName: 'Gongshui',
      until: Math.min(now + LIFE, authorityEnds),
      now,
      extensions: [
        { name: 'basicConstraints', critical: true, cA: false },
        { name: 'keyUsage', critical: true, digitalSignature: true, keyEncipherment: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: names.map((name) => (isIP(name) ? { type: 7, ip: name } : { type: 2, value: name })),
        },
      ],
    },
    authority,
  );
}
