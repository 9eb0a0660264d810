/** The lesson in `regulations/README.md` is what it says: its files are written, its commands run, its outputs compared. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { afterAll, expect, test, vi } from 'vitest';
import { SHIPPED } from '../../modules/regulations/index.ts';
import { register as deadlines } from './deadlines.ts';
import { register as packs } from './packs.ts';

const README = readFileSync(join(SHIPPED, 'README.md'), 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'gongshui-lesson-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Block =
  | { kind: 'file'; name: string; body: string }
  | { kind: 'sh'; body: string }
  | { kind: 'output'; body: string };

interface Step {
  heading: string;
  blocks: Block[];
}

/** Fenced blocks under their headings; of those without a file name only commands and outputs count. */
function stepsOf(text: string): Step[] {
  const steps: Step[] = [];
  let block: { info: string; lines: string[] } | null = null;
  for (const line of text.split('\n')) {
    if (block && line === '```') {
      const { info, lines } = block;
      const body = lines.map((one) => `${one}\n`).join('');
      const title = /\btitle=(\S+)/.exec(info)?.[1];
      const at = steps.at(-1)?.blocks;
      if (title) at?.push({ kind: 'file', name: title, body });
      else if (info === 'sh') at?.push({ kind: 'sh', body });
      else if (info === 'text output') at?.push({ kind: 'output', body });
      block = null;
    } else if (block) block.lines.push(line);
    else if (line.startsWith('```')) block = { info: line.slice(3), lines: [] };
    else if (/^#+ /.test(line)) steps.push({ heading: line.replace(/^#+ /, ''), blocks: [] });
  }
  return steps.filter(({ blocks }) => blocks.length > 0);
}

/** Names in the lesson are below the folder `liuxi`, unless they name another. */
const pathOf = (name: string): string => join(scratch, name.startsWith('liuxi-') ? name : join('liuxi', name));

async function gongshui(line: string): Promise<string> {
  const args = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const program = new Command('gongshui').exitOverride();
  packs(program);
  deadlines(program);
  let said = '';
  const write = (text: string | Uint8Array): boolean => {
    said += String(text);
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(write);
  const err = vi.spyOn(process.stderr, 'write').mockImplementation(write);
  try {
    await program.parseAsync(
      args.map((arg, i) => (/^\.\/liuxi/.test(arg) || args[i - 1] === '--dir' ? join(scratch, arg) : arg)),
      { from: 'user' },
    );
  } finally {
    out.mockRestore();
    err.mockRestore();
    // a check that finds something is what the lesson shows
    process.exitCode = 0;
  }
  return said.replaceAll(`${scratch}/`, '');
}

async function run(command: string): Promise<string> {
  const copied = /^cp -r (liuxi[\w-]*) (liuxi[\w-]*)$/.exec(command);
  if (copied) {
    cpSync(join(scratch, copied[1] ?? ''), join(scratch, copied[2] ?? ''), { recursive: true });
    return '';
  }
  const own = /^npm run -s gongshui -- (.*)$/.exec(command);
  if (!own) throw new Error(`the lesson may not run “${command}”`);
  return gongshui(own[1] ?? '');
}

const steps = stepsOf(README);

test.each(steps)('$heading', async ({ blocks }) => {
  let said = '';
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'file') {
      const path = pathOf(block.name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, block.body);
    } else if (block.kind === 'sh') {
      said = '';
      for (const command of block.body.trim().split('\n')) said += await run(command);
      // whatever a command says is shown
      if (said !== '') expect(blocks[i + 1]?.kind).toBe('output');
    } else expect(said).toBe(block.body);
  }
});

test('the lesson shows mistakes and how each is mended, and ends with nothing wrong, in both languages', async () => {
  const outputs = steps.flatMap(({ blocks }) => blocks.flatMap((one) => (one.kind === 'output' ? [one.body] : [])));
  expect(steps.length).toBeGreaterThanOrEqual(11);
  expect(outputs.filter((one) => /处错误/.test(one)).length).toBeGreaterThanOrEqual(5);
  expect(await gongshui('packs check --dir liuxi')).toMatch(/：全部通过\n$/);
  expect(await gongshui('packs check --dir liuxi-2027')).toMatch(/：全部通过\n$/);
  expect(outputs.at(-1)).toMatch(/: all right\n$/);
});
