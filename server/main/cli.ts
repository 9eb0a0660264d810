/**
 * `npm run -s gongshui -- <command>`. Commands live in `cli/<name>.ts`, each exporting
 * `register(program)`; only the module of the command asked for is loaded.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command, CommanderError } from 'commander';
import { EXIT_INPUT, fail } from './cli/output.ts';

const FOLDER = join(import.meta.dirname, 'cli');

const program = new Command('gongshui')
  .exitOverride()
  .description('供水服务平台命令行 · Command line of the water service platform')
  .showHelpAfterError('（--help 看用法 · see --help）')
  .showSuggestionAfterError()
  .configureOutput({
    writeErr: (text) => process.stderr.write(text.length > 2000 ? `${text.slice(0, 2000)}…\n` : text),
  });

// the reader has seen enough: `| head`
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** False: what several commands share is no command. */
async function load(name: string): Promise<boolean> {
  const file = join(FOLDER, `${name}.ts`);
  const { register } = (await import(pathToFileURL(file).href)) as { register?: (program: Command) => void };
  register?.(program);
  return register !== undefined;
}

const wanted = process.argv[2] ?? '';
const isThere = /^[a-z][a-z-]*$/.test(wanted) && existsSync(join(FOLDER, `${wanted}.ts`));
if (!isThere || !(await load(wanted))) {
  // For --help, and to suggest the command that was meant.
  for (const file of readdirSync(FOLDER)) if (/^[a-z-]+\.ts$/.test(file)) await load(file.slice(0, -3));
}
try {
  await program.parseAsync();
} catch (thrown) {
  if (!(thrown instanceof CommanderError)) throw thrown;
  // Help was asked for and has been printed; a wrong option has been explained on stderr.
  if (thrown.exitCode !== 0) {
    process.exitCode = EXIT_INPUT;
    const code = (thrown.code.split('.').at(-1) ?? '').replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
    if (process.argv.includes('--json')) fail({ code, message: thrown.message.slice(0, 500) }, true);
  }
}
