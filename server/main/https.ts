/** `--https`: a certificate of our own making, for phones on the same network. */
import type { Logger } from 'pino';
import { type OwnTls, ownTls, TRUST_PATHS } from '../platform/tls/own-tls.ts';
import type { Config } from './config.ts';

/** A machine's address may change while the server runs. */
const LOOK_EVERY = 5 * 60_000;
const EVERY_ADDRESS = new Set(['::', '0.0.0.0']);
const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

export interface Https {
  tls: OwnTls;
  /** Where other machines find this one. */
  addresses: string[];
  /** Exchanges the certificate when addresses have changed or it is about to expire; returns how to stop that. */
  follow(logger: Logger): () => void;
}

/** The library that makes certificates is loaded by those who asked for one. */
export async function openHttps(host: string, folder: string): Promise<Https> {
  const { certificateNames, lanAddresses, ownCertificate } = await import('../platform/tls/own-certificate.ts');
  const current = () => ownCertificate(folder, certificateNames(host));
  const tls = ownTls(current());
  return {
    tls,
    addresses: EVERY_ADDRESS.has(host) ? lanAddresses() : [host],
    follow(logger) {
      const look = () => {
        try {
          const fresh = current();
          if (fresh.made === null) return;
          tls.exchange(fresh);
          logger.info({ made: fresh.made }, 'certificate exchanged');
        } catch (error) {
          logger.error({ err: error }, 'certificate not exchanged');
        }
      };
      const timer = setInterval(look, LOOK_EVERY);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** As typed into a browser on this machine. */
export function addressOf({ https, port }: Pick<Config, 'https' | 'port'>, host: string): string {
  return `${https ? 'https' : 'http'}://${EVERY_ADDRESS.has(host) ? 'localhost' : bracketed(host)}:${port}`;
}

export const isOpenToNetwork = ({ host }: Pick<Config, 'host'>): boolean => !THIS_MACHINE.test(host);

/** What a phone needs: where, and by which number to know the authority. */
export function sayHttps(say: (line: string) => void, { port }: Config, { tls, addresses }: Https): void {
  const { made, fingerprint } = tls.certificate();
  if (made === 'authority')
    say(
      '\n新制作了证书，手机和其他电脑须信任一次 / A new certificate was made: phones and other computers trust it once',
    );
  say('\n局域网地址 / On the network');
  for (const address of addresses) say(`  https://${bracketed(address)}:${port}`);
  say('手机先打开这里，照着信任证书 / On a phone open this first, and trust the certificate');
  say(`  http://${bracketed(addresses[0] ?? 'localhost')}:${port}${TRUST_PATHS.page}`);
  say(`指纹 / fingerprint: SHA-256 ${fingerprint}`);
}

/** Everybody on the network can read the demonstration's passwords. */
export function warnOfDemo(say: (line: string) => void): void {
  say(
    '\n注意：演示账号的密码是公开的，而这个地址网络上的人都能打开。不要录入真实信息；正式使用请加 --empty，并用 --data 另选目录。',
  );
  say('Beware: the passwords of the demonstration are public, and anybody on the network can open this address.');
  say('Enter nothing real; for work use --empty, with --data for another folder.');
}
