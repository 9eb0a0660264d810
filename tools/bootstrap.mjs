// Runs on whatever Node (≥ 18) is on the machine, without any package: makes node_modules match the
// lock file, then hands over to the pinned Node, which runs the TypeScript as it stands.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const MODULES = path.join(ROOT, 'node_modules');
const STAMP = path.join(MODULES, '.gongshui-lock');
// not in node_modules: npm ci empties it
const LOCK = path.join(ROOT, '.cache', 'installing');
const SCRIPTS = {
  start: ['server/main/start.ts'],
  gongshui: ['server/main/cli.ts'],
  test: ['tools/test.ts'],
  check: ['tools/check.ts'],
  gen: ['tools/gen.ts'],
  bench: ['tools/bench.ts'],
  'dev-web': ['node_modules/vite/bin/vite.js', 'web/office'],
};

/** @param {string} zh @param {string} en @returns {never} */
function stop(zh, en) {
  console.error(`${zh}\n${en}`);
  process.exit(1);
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(path.join(ROOT, 'package-lock.json')))
    .digest('hex');
}

function pinnedNode() {
  const candidates = {
    linux: [`node-linux-${process.arch}/bin/node`],
    darwin: [`node-bin-darwin-${process.arch}/bin/node`, `node-darwin-${process.arch}/bin/node`],
    win32: [`node-win-${process.arch}/bin/node.exe`],
  }[process.platform];
  return candidates?.map((name) => path.join(MODULES, name)).find((file) => existsSync(file));
}

function isCurrent() {
  if (!pinnedNode()) return false;
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash()) return true;
  if (!matchesLock()) return false;
  writeFileSync(STAMP, lockHash());
  return true;
}

/** Somebody ran npm himself: npm leaves a list of what it installed. */
function matchesLock() {
  const list = path.join(MODULES, '.package-lock.json');
  if (!existsSync(list)) return false;
  const installed = JSON.parse(readFileSync(list, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).packages);
  return wanted.every(
    ([at, { version, optional }]) =>
      at === '' || (at in installed ? installed[at].version === version : optional === true),
  );
}

/** @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} options @returns {Promise<number>} */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    // `kill` of npm ends the shell between it and us, which tells nobody: a new parent is the sign
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && pass('SIGTERM'), 500);
    if (!process.env.npm_lifecycle_event) clearInterval(watch);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(watch);
      for (const name of signals) process.off(name, pass);
      if (signal) resolve(128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0));
      else resolve(code ?? 1);
    });
  });
}

/** Two commands started at once install once: the second waits for the first. */
async function takeTurn() {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  for (let told = false; ; ) {
    try {
      mkdirSync(LOCK);
      return;
    } catch {
      const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > 15 * 60_000) rmSync(LOCK, { recursive: true, force: true });
      if (!told) console.error('另一个命令正在安装依赖，请稍候 / another command is installing packages, waiting');
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    if (isCurrent()) return;
  }
}

/** Whether a package made for this machine is not here although it could be. */
function leftOut() {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  const fits = (wanted, value) => wanted === undefined || [wanted].flat().includes(value);
  const glibc = process.report?.getReport().header.glibcVersionRuntime !== undefined;
  return Object.entries(packages).some(
    ([at, { optional, dev, os, cpu, libc }]) =>
      optional === true &&
      os !== undefined &&
      !(dev === true && /dev/.test(process.env.npm_config_omit ?? '')) &&
      fits(os, process.platform) &&
      fits(cpu, process.arch) &&
      (process.platform !== 'linux' || fits(libc, glibc ? 'glibc' : 'musl')) &&
      !existsSync(path.join(ROOT, at)),
  );
}

/** The npm that started us, else the one on the path. @param {string} node that runs it, if it is ours to choose */
function npm(node) {
  const own = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const PATH = [path.dirname(node), process.env.PATH].join(path.delimiter);
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2], env: { ...process.env, PATH } };
  const shell = process.platform === 'win32';
  return (
    own?.endsWith('.js')
      ? run(node, [own, ...args], options)
      : run(shell ? 'npm.cmd' : 'npm', args, { ...options, shell })
  ).catch(() => 127);
}

/** Exit code of npm; 0 when there was nothing to do. */
async function install() {
  await takeTurn();
  try {
    if (isCurrent()) return 0;
    console.error('正在安装依赖（首次约需几分钟） / installing packages (a few minutes the first time) …');
    const dots = setInterval(() => process.stderr.write('.'), 2000);
    let code = await npm(process.execPath);
    // an npm run by an old Node leaves out what may be missing and asks for a newer one: the pinned Node runs it again
    const node = pinnedNode();
    if (code === 0 && node && leftOut()) {
      const copy = path.join(path.dirname(LOCK), 'node');
      copyFileSync(node, copy);
      code = await npm(copy);
      rmSync(copy);
    }
    clearInterval(dots);
    process.stderr.write('\n');
    if (code === 0) writeFileSync(STAMP, lockHash());
    return code;
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

const [command = '', ...rest] = process.argv.slice(2);
const script = SCRIPTS[command];
if (!script) {
  stop(`没有这个命令：${command}`, `No such command: ${command}. Known: ${Object.keys(SCRIPTS).join(', ')}`);
}
if (Number(process.versions.node.split('.')[0]) < 18) {
  stop(`需要 Node 18 或更高版本，现为 ${process.version}`, `Node 18 or newer is needed, this is ${process.version}`);
}
if (!isCurrent()) {
  const code = await install();
  if (code >= 128) process.exit(code);
  if (code !== 0) {
    stop(
      `安装依赖失败（npm ci 退出码 ${code}）。请检查网络或 npm 镜像设置（npm config get registry），然后重试。数据没有改动。`,
      `Installing packages failed (npm ci ended with ${code}). Check the network or the npm mirror (npm config get registry) and try again. No data was touched.`,
    );
  }
}
const node = pinnedNode();
if (!node) {
  stop(
    `没有适合这台机器的 Node：${process.platform}-${process.arch}`,
    `There is no pinned Node for this machine (${process.platform}-${process.arch}): linux x64/arm64, darwin arm64 and win32 x64 are supported`,
  );
}
const env = {
  ...process.env,
  PATH: [path.dirname(node), path.join(MODULES, '.bin'), process.env.PATH].join(path.delimiter),
  // each later start is spared compiling two thousand modules again: a second of two or three
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(ROOT, '.cache', 'compiled'),
};
const args = [...script.map((part) => (part.includes('/') ? path.join(ROOT, part) : part)), ...rest];
process.exitCode = await run(node, args, { stdio: 'inherit', env });
if (process.exitCode === 127) {
  console.error(
    '这台机器缺少运行 Node 所需的库（Debian、Ubuntu：apt-get install libatomic1 libstdc++6）\n' +
      'A library that Node needs is not on this machine (Debian, Ubuntu: apt-get install libatomic1 libstdc++6)',
  );
}
