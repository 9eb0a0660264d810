import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../tree.ts';
import { type Bench, median } from './bench.ts';
import { startServer, withFolder } from './server.ts';

const OFFICE = join(ROOT, 'dist', 'office');
const FIELD = join(ROOT, 'dist', 'field');

export const start: Bench = {
  name: 'start',
  does: 'npm start with installed packages and built screens: on an empty folder (demo town included) and again',
  async run() {
    await import('../build-web.ts');
    const first: number[] = [];
    const second: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      await withFolder(async (folder) => {
        for (const times of [first, second]) {
          const server = await startServer(folder);
          times.push(server.seconds);
          await server.stop();
        }
      });
    }
    const scripts = readdirSync(OFFICE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    const bytes = scripts.map((file) => gzipSync(readFileSync(join(OFFICE, file)), { level: 9 }).length);
    const page = readFileSync(join(FIELD, 'index.html'), 'utf8');
    const named = [...page.matchAll(/(?:src|href)="\/field\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] as string);
    const firstPage = (ending: string) =>
      ['index.html', ...named].reduce((sum, file) => sum + statSync(join(FIELD, file + ending)).size, 0) / 1000;
    return [
      { what: 'first start, until it is ready', value: median(first), unit: 's' },
      { what: 'second start', value: median(second), unit: 's' },
      { what: `office: ${scripts.length} scripts, gzip`, value: bytes.reduce((a, b) => a + b, 0) / 1024, unit: 'KiB' },
      { what: 'office: the largest of them, gzip', value: Math.max(...bytes) / 1024, unit: 'KiB' },
      { what: 'field: first page, gzip (target 250 kB)', value: firstPage('.gz'), unit: 'kB' },
      { what: 'field: first page, brotli, as it is sent', value: firstPage('.br'), unit: 'kB' },
    ];
  },
};
