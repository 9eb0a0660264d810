/** Test support: a newer version of the rulebook of 湖城, and the command line on a database. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { SHIPPED } from '../../modules/regulations/index.ts';

const read = (path: string): string => readFileSync(join(SHIPPED, path), 'utf8');

/** The rulebook of 湖城 as a newer version, in which a general matter has 12 hours instead of 48. */
export function newerVersion(version: string, effective: string, hours = 12): string {
  const clocks = read('liaocheng/clocks.yaml');
  const start = clocks.indexOf('  - id: finish\n');
  const finish = clocks.slice(start, clocks.indexOf('\n  - id: ', start + 1) + 1);
  const rest = finish.lastIndexOf('within: 48 h');
  if (start < 0 || rest < 0) throw new Error('the rulebook of liaocheng is not what this test expects');
  const changed = `${finish.slice(0, rest)}within: ${hours} h${finish.slice(rest + 'within: 48 h'.length)}`;
  const pack = read('hucheng/pack.yaml')
    .replace(/^version: .*$/m, `version: "${version}"`)
    .replace(/^effective: .*$/m, `effective: "${effective}"`);
  return `${pack}\nclocks:\n${changed}`;
}

const CLI = join(import.meta.dirname, '../../main/cli.ts');

export interface Said {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** `gongshui …` in a process of its own; the server of the test answers meanwhile. */
export async function gongshui(database: string, ...args: string[]): Promise<Said> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, DATABASE_URL: database },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  const [status, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}
