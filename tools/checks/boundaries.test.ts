import { expect, it } from 'vitest';
import { ROOT } from '../tree.ts';
import { coverage, findings, planted, RULES } from './boundaries.ts';

it('sees every planted violation and nothing in the clean tree', async () => {
  expect(await planted()).toEqual([]);
}, 30_000);

it('fails when a rule is lost', async () => {
  const complaints = await planted(RULES.filter((rule) => rule.name !== 'front-door-only'));
  expect(complaints).toContain('fixture front-door-only: expected [front-door-only], dependency-cruiser reported []');
}, 30_000);

it('fails when the tool no longer reads the imports, or no longer finds the files', async () => {
  const { result } = await findings(ROOT);
  const blind = result.modules.map((module) => ({ ...module, dependencies: [] }));
  expect(coverage({ modules: blind }).join()).toContain('does not read TypeScript');
  expect(coverage({ modules: [] })[0]).toMatch(/^not cruised: /);
}, 30_000);
