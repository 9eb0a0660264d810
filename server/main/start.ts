/** `npm start`: database, API, screens and worker on this machine, until Ctrl-C. */
import { lookup } from 'node:dns/promises';
import { createServer } from 'node:net';
import { createFolder, dataFolder, readMarker, takeRunLock, whoRuns } from '../platform/data-folder.ts';
import { checkMajor, clusterExists } from '../platform/embedded/cluster.ts';
import { MigrationRefused, readMigrations } from '../platform/migrate.ts';
import { listenerOn } from '../platform/process.ts';
import { type Config, readConfig, USAGE } from './config.ts';
import { alreadyRunning, busyPort, toldOf } from './refusals.ts';

const say = (line: string) => console.log(line);
/** What has been started, in that order; closed in the other. */
const closers: (() => void | Promise<void>)[] = [];
/** An unwilling part does not keep the rest running. */
const CLOSE_LIMIT = 20_000;
const PATIENCE = 3000;

async function closeAll(): Promise<void> {
  const limit = setTimeout(() => process.exit(1), CLOSE_LIMIT);
  for (const close of closers.splice(0).reverse()) {
    try {
      await close();
    } catch (error) {
      console.error(error);
    }
  }
  clearTimeout(limit);
}

async function start(config: Config): Promise<void> {
  const folder = dataFolder(config.data);
  // everything that may refuse comes before anything is touched
  const marker = readMarker(folder);
  const known = await readMigrations();
  if (marker?.schema && !known.some((migration) => migration.name === marker.schema)) {
    throw new MigrationRefused({ code: 'newer-schema', names: [marker.schema] });
  }
  if (!config.databaseUrl && clusterExists(folder.postgres)) checkMajor(folder.postgres);
  const other = whoRuns(folder);
  if (other) throw alreadyRunning(other, folder.root);
  await portIsFree(config);
  createFolder(folder);
  const lock = takeRunLock(folder);
  if ('pid' in lock) throw alreadyRunning(lock, folder.root);
  closers.push(() => lock.release());
  refuseAfterSignal();

  // the platform itself is loaded only now: a refusal above comes at once
  const { serve } = await import('./serve.ts');
  lock.answersAt(await serve({ config, folder, closers, say, goOn: refuseAfterSignal }));
}

/** On every address the name stands for: localhost has two. */
async function portIsFree({ port, host }: Config): Promise<void> {
  for (const { address } of await lookup(host, { all: true })) {
    await new Promise<void>((resolve, reject) => {
      const probe = createServer();
      // an address this machine does not have (IPv6 switched off) is nobody's
      probe.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? reject(error) : resolve()));
      probe.listen(port, address, () => probe.close(() => resolve()));
    });
  }
}

let signalled = false;

/** A signal during the start: go no further. */
function refuseAfterSignal(): void {
  if (signalled) throw new Error('interrupted');
}

let running = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // npm and the terminal may both pass it on
    if (signalled) return;
    signalled = true;
    say('\n正在停止 / stopping …');
    // a start is interrupted between two of its steps, or after a while in the middle of one
    setTimeout(() => void closeAll().then(() => process.exit(0)), running ? 0 : PATIENCE);
  });
}

let shown = 'data';
let port = 0;
try {
  const config = readConfig(process.argv.slice(2), process.env);
  if (config === 'help') {
    say(USAGE);
    process.exit(0);
  }
  shown = config.data;
  port = config.port;
  await start(config);
  running = true;
  refuseAfterSignal();
} catch (error) {
  await closeAll();
  if (signalled) process.exit(0);
  const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  const told = busy ? busyPort(port, listenerOn(port)) : toldOf(error, shown);
  console.error(told ? `${told.zh}\n${told.en}` : error);
  process.exit(1);
}
