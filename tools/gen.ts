/**
 * `npm run gen` writes every generated file; with --check it writes nothing and fails if one differs.
 * Order: what the catalogs say, then what the routes say, then what the rulebooks say.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { apiDocument } from '../server/main/api.ts';
import { coverageOfFolder, readFolder, SHIPPED } from '../server/modules/regulations/index.ts';
import { orderRules } from '../server/modules/work-orders/index.ts';
import { clientTypes } from './gen/client-types.ts';
import { withMigratedDatabase } from './gen/migrated-database.ts';
import { rowTypes } from './gen/row-types.ts';
import { printSchema } from './gen/schema.ts';
import { ROOT } from './tree.ts';

const check = process.argv.includes('--check');

/** Text of each generated file by its path. */
async function generated(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await withMigratedDatabase(async (client) => {
    found.set('database/schema.sql', await printSchema(client));
    found.set('server/platform/row-types.ts', await rowTypes(client));
  });
  const document = apiDocument();
  found.set('openapi.json', `${JSON.stringify(document, null, 2)}\n`);
  found.set('web/kit/api/schema.d.ts', await clientTypes(document));
  const { files } = coverageOfFolder(readFolder(SHIPPED) ?? [], orderRules);
  for (const [path, text] of files.ruleIndex) found.set(`docs/${path}`, text);
  found.set('regulations/sources/coverage.tsv', files.states);
  // Better counts are kept when somebody writes them; that they are not worse, the clauses step sees.
  if (!check) found.set('regulations/sources/counts.yaml', files.counts);
  return found;
}

function firstDifference(committed: string, fresh: string): string {
  const [left, right] = [committed.split('\n'), fresh.split('\n')];
  const at = right.findIndex((text, index) => text !== left[index]);
  const line = at === -1 ? right.length : at;
  return `line ${line + 1}: committed "${left[line] ?? ''}", generated "${right[line] ?? ''}"`;
}

let stale = 0;
for (const [path, fresh] of await generated()) {
  const file = join(ROOT, path);
  const committed = existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
  if (committed === fresh) continue;
  stale += 1;
  if (check) {
    console.log(
      committed === undefined ? `${path} is missing` : `${path} is stale, ${firstDifference(committed, fresh)}`,
    );
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fresh);
    console.log(`wrote ${path}`);
  }
}
if (check && stale > 0) console.log('Run npm run gen and commit what it writes.');
if (stale === 0) console.log('generated files are up to date');
process.exitCode = check && stale > 0 ? 1 : 0;
