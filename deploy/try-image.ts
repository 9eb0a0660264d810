/**
 * Goes through the Dockerfile in a bare Debian and uses what comes of it: no Docker needed, but root and a folder made by
 * `debootstrap --variant=minbase bookworm <folder>`. Usage: node deploy/try-image.ts <folder>. Takes some minutes.
 *
 * Every step is run by chroot in a copy of the folder; the server then starts as the image's user, answers, is stopped,
 * starts again on the same data, and must not have written into the program.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { freePort } from '../server/platform/embedded/cluster.ts';
import { execForm, readDockerfile, type Stage } from './dockerfile.ts';

const ROOT = resolve(import.meta.dirname, '..');
const CA = process.env.NODE_EXTRA_CA_CERTS;
const CA_INSIDE = '/etc/extra-ca.pem';
/** Milliseconds a start may take. */
const START = 120_000;

const bare = process.argv[2];
if (bare === undefined || !existsSync(join(bare, 'etc/debian_version')) || process.getuid?.() !== 0) {
  console.error('usage, as root: node deploy/try-image.ts <folder made by debootstrap --variant=minbase bookworm>');
  process.exit(2);
}

interface Image {
  root: string;
  folder: string;
  user: string;
  env: Record<string, string>;
  start: string[];
  health: string[];
}

const stopped: (() => void)[] = [];
const work = mkdtempSync(join(dirname(resolve(bare)), 'gongshui-image-'));
try {
  const images = new Map<string, Image>();
  let image: Image | undefined;
  for (const stage of readDockerfile(readFileSync(join(import.meta.dirname, 'Dockerfile'), 'utf8'))) {
    image = make(stage, images);
    images.set(stage.name, image);
  }
  if (image) await use(image);
  console.log('the image works');
} finally {
  for (const stop of stopped.reverse()) stop();
  rmSync(work, { recursive: true, force: true });
}

function make({ name, steps }: Stage, images: ReadonlyMap<string, Image>): Image {
  const root = join(work, name || 'image');
  execFileSync('cp', ['-a', resolve(bare ?? ''), root]);
  for (const file of ['etc/resolv.conf', 'etc/hosts']) cpSync(join('/', file), join(root, file), { dereference: true });
  // a network that looks into what passes it has an authority of its own
  if (CA !== undefined) cpSync(CA, join(root, CA_INSIDE), { dereference: true });
  for (const [kind, at] of [
    ['proc', 'proc'],
    ['devtmpfs', 'dev'],
    ['tmpfs', 'dev/shm'],
  ] as const) {
    execFileSync('mkdir', ['-p', join(root, at)]);
    execFileSync('mount', ['-t', kind, kind, join(root, at)]);
    stopped.push(() => execFileSync('umount', ['-l', join(root, at)]));
  }
  const image: Image = { root, folder: '/', user: 'root', env: {}, start: [], health: [] };
  for (const { instruction, text } of steps) {
    console.log(`${instruction} ${text}`);
    const began = performance.now();
    if (instruction === 'RUN') inside(image, ['sh', '-c', text]);
    else if (instruction === 'WORKDIR') {
      image.folder = text;
      execFileSync('mkdir', ['-p', join(root, text)]);
    } else if (instruction === 'USER') image.user = text;
    else if (instruction === 'ENV')
      for (const pair of text.split(' '))
        image.env[pair.slice(0, pair.indexOf('='))] = pair.slice(pair.indexOf('=') + 1);
    else if (instruction === 'ENTRYPOINT' || instruction === 'CMD') image.start.push(...execForm(text));
    else if (instruction === 'HEALTHCHECK') image.health = execForm(text);
    else if (instruction === 'COPY') copy(image, text, images);
    if (instruction === 'RUN') console.log(`  ${((performance.now() - began) / 1000).toFixed(0)} s`);
  }
  return image;
}

function copy(image: Image, text: string, images: ReadonlyMap<string, Image>): void {
  const [, stage, from = '', to = ''] = /^(?:--from=(\S+) )?(\S+) (\S+)$/.exec(text) ?? [];
  const target = resolve('/', image.folder, to);
  if (stage === undefined) {
    // what is under version control, as a build from a fresh clone sees it
    const listed = `git ls-files -z --cached --others --exclude-standard ':!*.test.ts'`;
    execFileSync('sh', ['-c', `${listed} | tar -c --null -T - | tar -x -C '${image.root}${target}'`], { cwd: ROOT });
    return;
  }
  execFileSync('cp', ['-a', `${images.get(stage)?.root}${from}/.`, `${image.root}${target}/`]);
}

function asUser(image: Image, command: string[]): [string, string[]] {
  const inFolder = ['sh', '-c', `cd ${image.folder} && exec "$@"`, 'sh', ...command];
  return ['chroot', [`--userspec=${image.user}:`, image.root, '/usr/bin/env', '-i', ...inEnv(image), ...inFolder]];
}

function inEnv({ env }: Image): string[] {
  const passed = Object.entries(process.env).filter(([name]) =>
    /^(https?_proxy|no_proxy|npm_config_registry)$/i.test(name),
  );
  const all = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: '/tmp',
    DEBIAN_FRONTEND: 'noninteractive',
    ...(CA !== undefined && { NODE_EXTRA_CA_CERTS: CA_INSIDE }),
  };
  return Object.entries({ ...all, ...Object.fromEntries(passed), ...env }).map(([name, value]) => `${name}=${value}`);
}

function inside(image: Image, command: string[]): void {
  const [program, args] = asUser(image, command);
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Starts it twice on one volume. */
async function use(image: Image): Promise<void> {
  image.env.PORT = `${await freePort()}`;
  image.env.HOST = 'localhost';
  const before = written(image);
  for (const time of ['first', 'second']) {
    const began = performance.now();
    const { child, output } = await started(image);
    const base = `http://localhost:${image.env.PORT}`;
    inside(image, image.health);
    const page = await (await fetch(`${base}/`, { headers: { accept: 'text/html' } })).text();
    if (!page.includes('<div id="root"')) throw new Error(`no screens: ${page.slice(0, 300)}`);
    const link = /\/set-up\S*/.exec(output())?.[0];
    if (link === undefined) throw new Error(`no link for the first administrator: ${output()}`);
    const ended = new Promise((done) => child.once('exit', done));
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    const code = await ended;
    if (code !== 0) throw new Error(`ended with ${code}: ${output()}`);
    console.log(`${time} start: answered and stopped in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  if (written(image) !== before) throw new Error('the server wrote into its program');
  console.log(execFileSync('du', ['-shx', image.root]).toString().trim().split('\t')[0], 'the image');
}

/** Everything under the program with its time. */
function written({ root, folder }: Image): string {
  return execFileSync('find', [join(root, folder), '-printf', '%p %T@\\n'], { maxBuffer: 1 << 28 }).toString();
}

async function started(image: Image): Promise<{ child: ChildProcess; output: () => string }> {
  const [program, args] = asUser(image, image.start);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  stopped.push(() => {
    if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      text += chunk;
    });
  const limit = Date.now() + START;
  while (!text.includes('Gongshui is ready')) {
    if (child.exitCode !== null || Date.now() > limit) throw new Error(`did not start: ${text}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  return { child, output: () => text };
}
