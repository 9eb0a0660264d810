/** The steps of `npm run check`, the longest first so that two lanes end together. */
import type { Step } from '../step.ts';
import { node } from '../step.ts';
import { leaks } from './leaks.ts';
import { licences } from './licences.ts';
import { checkLinks } from './links.ts';
import { names } from './names.ts';
import { operations } from './operations.ts';
import { sizes } from './sizes.ts';
import { texts } from './texts.ts';
import { types } from './types.ts';
import { unitTests } from './unit-tests.ts';

export const steps: Step[] = [
  { name: 'unit', run: unitTests },
  { name: 'types', run: types },
  { name: 'generated', run: () => node(['tools/gen.ts', '--check']) },
  { name: 'unused', run: () => node(['node_modules/knip/bin/knip.js', '--no-progress']) },
  { name: 'boundaries', run: () => node(['tools/checks/boundaries.ts']) },
  { name: 'clauses', run: () => node(['server/main/cli.ts', 'clauses', '--prove', '--brief']) },
  { name: 'packs', run: () => node(['server/main/cli.ts', 'packs', 'check']) },
  {
    name: 'format',
    run: () =>
      node(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=40', '.']),
  },
  { name: 'texts', run: texts },
  { name: 'operations', run: operations },
  { name: 'names', run: names },
  { name: 'sizes', run: sizes },
  { name: 'links', run: checkLinks },
  { name: 'leaks', run: leaks },
  { name: 'licences', run: licences },
];
