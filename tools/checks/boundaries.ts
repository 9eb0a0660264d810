/** The dependency rule over the real tree, and proof that the tool still sees: every planted violation must be reported. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { codeFiles, ROOT, relativeImports } from '../tree.ts';

const FIXTURES = join(ROOT, 'tools/boundary-fixtures');
const FOLDERS = ['server', 'web', 'tools', 'database'];
const config = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as {
  forbidden: (IForbiddenRuleType & { name: string })[];
  options: ICruiseOptions;
};

export interface Finding {
  rule: string;
  from: string;
  to: string;
}

type Rules = typeof config.forbidden;
export const RULES: Rules = config.forbidden;

export async function findings(baseDir: string, rules = RULES): Promise<{ found: Finding[]; result: ICruiseResult }> {
  const present = new Set(readdirSync(baseDir));
  const folders = FOLDERS.filter((folder) => present.has(folder));
  const options: ICruiseOptions = {
    ...config.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: rules },
  };
  const { output } = await cruise(folders, options);
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text');
  const found = output.summary.violations.map((v) => ({ rule: v.rule.name, from: v.from, to: v.to }));
  return { found, result: output };
}

/** One folder for each kind, `<rule>` or `<rule>--<variant>`; `clean` holds what is allowed. */
export async function planted(rules = RULES): Promise<string[]> {
  const complaints: string[] = [];
  const folders = readdirSync(FIXTURES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const proven = new Set<string>();
  for (const folder of folders) {
    const expected = folder === 'clean' ? [] : [folder.split('--')[0] ?? folder];
    const { found, result } = await findings(join(FIXTURES, folder), rules);
    const reported = [...new Set(found.map((finding) => finding.rule))].sort();
    if (reported.join() !== expected.join()) {
      complaints.push(`fixture ${folder}: expected [${expected}], dependency-cruiser reported [${reported}]`);
      for (const f of found) complaints.push(`    ${f.rule}: ${f.from} → ${f.to}`);
    }
    if (result.summary.totalCruised === 0) complaints.push(`fixture ${folder}: nothing was cruised`);
    for (const rule of expected) proven.add(rule.replace(/^import-order-.*/, 'import-order'));
  }
  for (const { name } of RULES) {
    if (!proven.has(name.replace(/^import-order-.*/, 'import-order')))
      complaints.push(`rule ${name}: no violation is planted for it`);
  }
  if (!folders.includes('clean')) complaints.push('no clean fixture');
  if (proven.size < 10) complaints.push(`only ${proven.size} kinds of violation are planted`);
  return complaints;
}

/** What the tool saw against what stands on disk: with a wrong compiler it sees files without imports, or no files. */
export function coverage(result: Pick<ICruiseResult, 'modules'>, files = codeFiles(FOLDERS)): string[] {
  const complaints: string[] = [];
  const own = result.modules.filter((module) => /^(server|web|tools|database)\//.test(module.source));
  const seen = new Set(own.map((module) => module.source));
  const missed = files.filter((file) => !seen.has(file));
  for (const file of missed.slice(0, 10)) complaints.push(`not cruised: ${file}`);
  if (missed.length > 10) complaints.push(`… and ${missed.length - 10} more`);
  const arrows = own.reduce(
    (sum, module) => sum + module.dependencies.filter((d) => d.module.startsWith('.')).length,
    0,
  );
  const written = files.reduce((sum, file) => sum + relativeImports(readFileSync(join(ROOT, file), 'utf8')).size, 0);
  if (arrows < written * 0.98)
    complaints.push(`${arrows} relative imports seen, ${written} are written: the tool does not read TypeScript`);
  return complaints;
}

if (import.meta.main) {
  const complaints = await planted();
  const files = codeFiles(FOLDERS);
  const { found, result } = await findings(ROOT);
  for (const f of found) complaints.push(`${f.rule}: ${f.from} → ${f.to}`);
  complaints.push(...coverage(result, files));
  const words = `${result.summary.totalCruised} modules, ${result.summary.totalDependenciesCruised} imports, ${config.forbidden.length} rules`;
  console.log([...complaints, words].join('\n'));
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
