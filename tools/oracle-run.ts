/** `tools/oracle-run.ts --cases 1000000 --seed 1 [--theme runs] [--all]` puts drawn cases to the evaluator and the oracle and prints where they differ. Writes nothing. */
import { parseArgs } from 'node:util';
import { compare, shrink, tell } from '../server/modules/regulations/rules/oracle/compare.ts';
import { numbersOf, tapeOf } from '../server/modules/regulations/rules/oracle/tape.ts';
import { THEMES, type Theme } from '../server/modules/regulations/rules/oracle/themes.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    theme: { type: 'string' },
    minutes: { type: 'string', default: '60' },
  },
});
const cases = Number(values.cases);
const themes = (values.theme ? [values.theme] : Object.keys(THEMES)) as Theme[];
const unknown = themes.find((theme) => !(theme in THEMES));
if (unknown !== undefined || !(cases > 0)) {
  console.error(`--theme is one of ${Object.keys(THEMES).join(', ')}; --cases is a number`);
  process.exit(2);
}

const next = numbersOf(Number(values.seed));
const began = performance.now();
const seconds = (): number => (performance.now() - began) / 1000;
const differences = new Map<Theme, number>();
let done = 0;
for (; done < cases && seconds() < Number(values.minutes) * 60; done++) {
  const theme = themes[done % themes.length] as Theme;
  const tape = tapeOf(next);
  if (compare(theme, tape)) {
    const before = differences.get(theme) ?? 0;
    differences.set(theme, before + 1);
    if (before === 0) {
      const small = compare(theme, shrink(theme, tape));
      if (small) console.log(tell(small));
    }
  }
  if ((done + 1) % 50_000 === 0) console.log(`${done + 1} cases, ${seconds().toFixed(0)} s`);
}
const found = [...differences].map(([theme, count]) => `${theme} ${count}`).join(', ');
console.log(`${done} of ${cases} cases, seed ${values.seed}, ${seconds().toFixed(1)} s: ${found || 'no difference'}`);
process.exit(differences.size > 0 ? 1 : 0);
