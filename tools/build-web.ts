/** Builds the screens into dist/, each application unless it was built from the very same sources already. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { files, ROOT } from './tree.ts';

const APPLICATIONS = ['office', 'field'] as const;
const STAMP = '.sources';

/** Everything its screens are made of: its own, the kit, the rules shared with the server, the packages, and how they are built. */
function sourcesHash(application: string): string {
  const hash = createHash('sha256');
  for (const file of files()) {
    const used =
      /^web\/kit\/|^server\/values\/|^server\/modules\/[^/]+\/rules\/|^package-lock\.json$|^tools\/build-web\.ts$/.test(
        file,
      ) || file.startsWith(`web/${application}/`);
    if (used && !/\.test\.tsx?$/.test(file)) hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

const stampOf = (folder: string) => (existsSync(join(folder, STAMP)) ? readFileSync(join(folder, STAMP), 'utf8') : '');

/** Beside each file its compressed twins: a phone on a weak network waits for a third. */
function compress(folder: string): void {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html|svg|webmanifest)$/.test(file)) continue;
    const content = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content, quality));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(content, { level: 9 }));
  }
}

async function make(application: string): Promise<void> {
  const made = join(ROOT, 'dist', application);
  const wanted = sourcesHash(application);
  if (stampOf(made) === wanted) return;
  // beside it first: whoever is served the screens of before keeps them until the new ones are whole
  const fresh = `${made}-${process.pid}`;
  const giveUp = () => {
    rmSync(fresh, { recursive: true, force: true });
    process.exit(1);
  };
  process.once('SIGTERM', giveUp);
  // Tests run with another word here, and would build React's slow half for development.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const source = join(ROOT, 'web', application);
  await build({
    root: source,
    configFile: join(source, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: fresh, emptyOutDir: true },
  });
  if (before === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = before;
  compress(fresh);
  writeFileSync(join(fresh, STAMP), wanted);
  try {
    rmSync(made, { recursive: true, force: true });
    renameSync(fresh, made);
  } catch (error) {
    // somebody else built the same meanwhile
    if (stampOf(made) !== wanted) throw error;
    rmSync(fresh, { recursive: true, force: true });
  }
  process.off('SIGTERM', giveUp);
}

for (const application of APPLICATIONS) await make(application);
