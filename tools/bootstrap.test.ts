import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT } from './tree.ts';

// A repository of three files, with an npm that only notes that it was called.
let home: string;
const PINNED = join('node_modules', `node-linux-${process.arch}`, 'bin', 'node');

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gongshui-bootstrap-'));
  for (const folder of ['tools', 'server/main', 'bin']) mkdirSync(join(home, folder), { recursive: true });
  copyFileSync(join(ROOT, 'tools', 'bootstrap.mjs'), join(home, 'tools', 'bootstrap.mjs'));
  lock('1.0.0');
  writeFileSync(
    join(home, 'server/main/cli.ts'),
    `const args: string[] = process.argv.slice(2);
    if (args[0] === 'wait') { process.on('SIGTERM', () => { console.log('got it'); process.exit(3); }); console.log('ready'); setInterval(() => 0, 1000); }
    else { console.log(JSON.stringify(args)); process.exitCode = Number(args[1] ?? 0); }`,
  );
  npm(`mkdir -p ${join(home, PINNED, '..')} && ln -sf ${process.execPath} ${join(home, PINNED)}`);
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function lock(version: string): void {
  const packages = { '': {}, 'node_modules/a': { version }, 'node_modules/b': { version, optional: true } };
  writeFileSync(join(home, 'package-lock.json'), JSON.stringify({ packages }));
}

function npm(does: string): void {
  const file = join(home, 'bin', 'npm');
  writeFileSync(file, `#!/bin/sh\necho called "$@" >> ${join(home, 'calls')}\n${does}\n`);
  chmodSync(file, 0o755);
}

const calls = () =>
  existsSync(join(home, 'calls')) ? readFileSync(join(home, 'calls'), 'utf8').trim().split('\n') : [];

function started(...args: string[]) {
  const { npm_execpath: _own, ...env } = process.env;
  const child = spawn(process.execPath, [join(home, 'tools', 'bootstrap.mjs'), ...args], {
    env: { ...env, PATH: `${join(home, 'bin')}:${env.PATH}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, said, ended };
}

async function bootstrap(...args: string[]) {
  const { said, ended } = started(...args);
  return { code: await ended, ...said };
}

test('packages are installed once, without their scripts, and again when the lock file changes', async () => {
  const first = await bootstrap('gongshui', 'a b', '0');
  expect(first).toMatchObject({ code: 0, out: '["a b","0"]\n' });
  expect(first.err).toContain('installing packages');
  expect(await bootstrap('gongshui')).toEqual({ code: 0, out: '[]\n', err: '' });
  expect(calls()).toEqual(['called ci --ignore-scripts --no-audit --no-fund --loglevel=error']);
  lock('1.0.1');
  await bootstrap('gongshui');
  expect(calls()).toHaveLength(2);
});

test('packages that npm installed before are taken as they are', async () => {
  mkdirSync(join(home, PINNED, '..'), { recursive: true });
  symlinkSync(process.execPath, join(home, PINNED));
  const installed = { packages: { 'node_modules/a': { version: '1.0.0' } } };
  writeFileSync(join(home, 'node_modules', '.package-lock.json'), JSON.stringify(installed));
  expect((await bootstrap('gongshui')).code).toBe(0);
  expect(calls()).toEqual([]);
});

test('an npm that fails is explained, and tried again the next time', async () => {
  npm('exit 7');
  const failed = await bootstrap('start');
  expect(failed.code).toBe(1);
  expect(failed.err).toContain('npm ci 退出码 7');
  expect(failed.err).toContain('Check the network');
  await bootstrap('start');
  expect(calls()).toHaveLength(2);
});

test('two at once install once', async () => {
  npm(`sleep 0.5; mkdir -p ${join(home, PINNED, '..')} && ln -sf ${process.execPath} ${join(home, PINNED)}`);
  const both = await Promise.all([bootstrap('gongshui'), bootstrap('gongshui')]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(calls()).toHaveLength(1);
});

test('exit codes come through, and signals go through', async () => {
  expect((await bootstrap('gongshui', 'x', '9')).code).toBe(9);
  const waiting = started('gongshui', 'wait');
  await new Promise((resolve) => waiting.child.stdout.once('data', resolve));
  waiting.child.kill('SIGTERM');
  expect(await waiting.ended).toBe(3);
  expect(waiting.said.out).toContain('got it');
});

test('what an old Node made npm leave out is installed by the pinned one', async () => {
  const packages = {
    '': {},
    'node_modules/native': { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
    'node_modules/elsewhere': { version: '1.0.0', optional: true, os: ['plan9'] },
  };
  writeFileSync(join(home, 'package-lock.json'), JSON.stringify({ packages }));
  // only where the Node beside it is the pinned one does it install everything
  npm(`mkdir -p ${join(home, PINNED, '..')} && ln -sf ${process.execPath} ${join(home, PINNED)}
    case "$PATH" in ${home}/.cache:*) mkdir -p ${home}/node_modules/native;; esac`);
  expect((await bootstrap('gongshui')).code).toBe(0);
  expect(calls()).toHaveLength(2);
  expect(existsSync(join(home, 'node_modules/native'))).toBe(true);
  await bootstrap('gongshui');
  expect(calls()).toHaveLength(2);
});

test('a machine without a library that Node needs is told what to install', async () => {
  // as the loader ends a program whose library it does not find
  npm(
    `mkdir -p ${join(home, PINNED, '..')} && printf '#!/bin/sh\\nexit 127\\n' > ${join(home, PINNED)} && chmod +x ${join(home, PINNED)}`,
  );
  const { code, err } = await bootstrap('start');
  expect([code, err]).toEqual([127, expect.stringContaining('apt-get install libatomic1')]);
});

test('an unknown command is named', async () => {
  expect(await bootstrap('stat')).toMatchObject({ code: 1, err: expect.stringContaining('No such command: stat') });
});
