import { mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { ROLE_NAMES } from '../modules/identity/index.ts';
import { type DataFolder, secretOf, writeMarker } from '../platform/data-folder.ts';
import { openPool } from '../platform/database.ts';
import { openLog } from '../platform/log.ts';
import { startTelemetry } from '../platform/telemetry.ts';
import { buildApi } from './api.ts';
import type { Config } from './config.ts';
import { openFiles } from './file-store.ts';
import { addressOf, isOpenToNetwork, openHttps, sayHttps, warnOfDemo } from './https.ts';
import { type Prepared, prepare } from './prepare.ts';
import { startWorker } from './supervise.ts';
import { buildWeb, FIELD, WEB } from './web-build.ts';

export interface Serving {
  config: Config;
  folder: DataFolder;
  /** Receives how to close what was started, in that order. */
  closers: (() => void | Promise<void>)[];
  say: (line: string) => void;
  /** Throws when somebody has asked to stop meanwhile. */
  goOn: () => void;
}

/** Starts everything and returns the address it answers at. */
export async function serve({ config, folder, closers, say, goOn }: Serving): Promise<string> {
  goOn();
  const began = performance.now();
  const web = config.web ? buildWeb() : null;
  closers.push(() => web?.stop());
  const prepared = await prepare(config, folder, closers, say);
  goOn();
  if (!config.databaseUrl) writeMarker(folder, prepared.schema);
  const webProblem = (await web?.done) ?? null;
  goOn();
  if (webProblem !== null) say(`网页没有建成 / the screens were not built: ${webProblem}`);

  mkdirSync(folder.log, { recursive: true });
  const output = config.logToOutput ? 1 : openSync(path.join(folder.log, 'gongshui.log'), 'a', 0o600);
  closers.push(await startTelemetry('gongshui api', process.env));
  const logger = openLog(pino.destination({ fd: output, sync: false }));
  const db = openPool({
    url: prepared.url,
    max: 20,
    name: 'gongshui api',
    onError: (e) => logger.warn({ err: e }, 'connection'),
  });
  closers.push(() => db.end());
  const files = await openFiles(config, folder.files);
  const https = config.https ? await openHttps(config.host, folder.https) : null;
  const app = await buildApi({
    db,
    url: prepared.url,
    secret: config.secret ?? secretOf(folder),
    files,
    ...(web && { web: WEB, field: FIELD }),
    logger,
    secureCookies: config.secureCookies,
    trustProxy: config.trustProxy ?? false,
    metrics: {
      token: config.metricsToken,
      onLoopback: config.trustProxy === null && (config.https || !config.secureCookies),
    },
    demo: prepared.demo,
    ...(https && { tls: https.tls }),
  });
  closers.push(() => app.close());
  goOn();
  await app.listen({ port: config.port, host: config.host });
  if (https) closers.push(https.follow(logger));
  const worker = startWorker(prepared.url, config.logToOutput ? 'inherit' : output, (code) =>
    logger.error({ code }, 'the worker ended; starting it again'),
  );
  closers.push(() => worker.stop());

  const url = addressOf(config, config.host);
  announce(say, url, prepared, performance.now() - began);
  if (https) sayHttps(say, config, https);
  if (prepared.demo && isOpenToNetwork(config)) warnOfDemo(say);
  say('\nCtrl-C 停止 / stops it');
  return url;
}

function announce(say: (line: string) => void, url: string, prepared: Prepared, ms: number): void {
  say(`\n供水服务平台已就绪 / Gongshui is ready: ${url}   (${(ms / 1000).toFixed(1)} s)`);
  say(`接口说明 / API reference: ${url}/docs`);
  if (prepared.demo) {
    say('\n演示账号 / Demonstration sign-ins');
    const { password, signIns } = prepared.demo;
    for (const { username, name, role, department } of signIns) {
      const as = `${ROLE_NAMES[role].zh} ${ROLE_NAMES[role].en} · ${department}`;
      say(`  ${username.padEnd(14)}${password.padEnd(14)}${name}  ${as}`);
    }
  }
  if (prepared.setUp) {
    say('\n还没有供水企业。请在 24 小时内用浏览器打开（只能用一次）/ No utility yet. Open this within 24 hours, once:');
    say(`  ${url}${prepared.setUp.path}`);
  }
}
