/** Builds the office into dist/office, unless it was built from the very same sources already. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { files, ROOT } from './tree.ts';

const OFFICE = join(ROOT, 'dist', 'office');
const STAMP = '.sources';

/** Everything the screens are made of: web, the rules they share with the server, the packages, and how they are built. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const file of files()) {
    const used =
      /^web\/|^server\/values\/|^server\/modules\/[^/]+\/rules\/|^package-lock\.json$|^tools\/build-web\.ts$/.test(
        file,
      );
    if (used && !/\.test\.tsx?$/.test(file)) hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

const stampOf = (folder: string) => (existsSync(join(folder, STAMP)) ? readFileSync(join(folder, STAMP), 'utf8') : '');

const wanted = sourcesHash();
if (stampOf(OFFICE) !== wanted) {
  // beside it first: whoever is served the screens of before keeps them until the new ones are whole
  const fresh = `${OFFICE}-${process.pid}`;
  process.once('SIGTERM', () => {
    rmSync(fresh, { recursive: true, force: true });
    process.exit(1);
  });
  // Tests run with another word here, and would build React's slow half for development.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const source = join(ROOT, 'web', 'office');
  await build({
    root: source,
    configFile: join(source, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: fresh, emptyOutDir: true },
  });
  if (before === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = before;
  writeFileSync(join(fresh, STAMP), wanted);
  try {
    rmSync(OFFICE, { recursive: true, force: true });
    renameSync(fresh, OFFICE);
  } catch (error) {
    // somebody else built the same meanwhile
    if (stampOf(OFFICE) !== wanted) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
}
