/** Of the build: tells the service worker every file of the application, so that all of it is on the phone. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** What stands for the list in sw.ts. */
const PLACE = 'self.__WB_MANIFEST';
const digest = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);

export const keptOnPhone = (publicFolder: string): Plugin => ({
  name: 'kept-on-phone',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const made = Object.values(bundle).filter(({ fileName }) => fileName !== 'sw.js');
      const files = [
        ...made.map((file) => {
          const content = file.type === 'chunk' ? file.code : file.source;
          // names in assets/ change with their content
          return { url: file.fileName, revision: file.fileName.startsWith('assets/') ? null : digest(content) };
        }),
        ...readdirSync(publicFolder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => join(parentPath, name))
          .map((path) => ({
            url: path.slice(publicFolder.length).replaceAll('\\', '/').replace(/^\//, ''),
            revision: digest(readFileSync(path)),
          })),
      ].sort((a, b) => a.url.localeCompare(b.url));
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk' || !worker.code.includes(PLACE)) throw new Error(`${PLACE} stands nowhere in sw.js`);
      if (!files.some(({ url }) => url === 'index.html')) throw new Error('the page itself is not among what is kept');
      worker.code = worker.code.replace(PLACE, JSON.stringify(files));
    },
  },
});
