/** What to write where two cases overlap or leave a number out. */
import type { Gap, Overlap } from '../../narrower.ts';
import type { CaseOf, Test, When } from '../../pack.ts';
import { showTest, showWhen } from '../grammar/show-test.ts';

type Range = Extract<Test, { op: 'range' }>;
const rangeOf = (test: Test | undefined): Range | undefined => (test?.op === 'range' ? test : undefined);
const floor = ({ min }: Range): number => min ?? Number.NEGATIVE_INFINITY;

/** The second of two bands begun where the first ends, or a case that holds what both test. */
export function mendOverlap(overlap: Overlap, cases: readonly CaseOf<unknown>[]): { case: number; when: string } {
  const [a, b] = [cases[overlap.first]?.when, cases[overlap.second]?.when];
  const facts = Object.keys(a?.facts ?? {});
  const same = facts.length === Object.keys(b?.facts ?? {}).length && facts.every((fact) => b?.facts[fact]);
  const bands = same
    ? facts.filter((fact) => showTest(a?.facts[fact] as Test) !== showTest(b?.facts[fact] as Test))
    : [];
  const fact = bands.length === 1 ? (bands[0] as string) : undefined;
  const [first, second] = [rangeOf(a?.facts[fact ?? '']), rangeOf(b?.facts[fact ?? ''])];
  if (fact !== undefined && first && second) {
    const firstIsLower = floor(first) <= floor(second);
    const [lower, upper] = firstIsLower ? [first, second] : [second, first];
    const begun: Range = { ...upper, min: lower.max ?? floor(upper), minOpen: lower.maxOpen !== true };
    if (lower.max !== undefined && (upper.max === undefined || upper.max > lower.max)) {
      const { facts: others } = (firstIsLower ? b : a) as When;
      return {
        case: firstIsLower ? overlap.second : overlap.first,
        when: showWhen({ facts: { ...others, [fact]: begun } }),
      };
    }
  }
  return { case: -1, when: showWhen({ facts: { ...a?.facts, ...b?.facts } }) };
}

/** Where one number alone is left out: the sign of the band beside it that leaves it out, and the sign that would not. */
export function mendGap(
  gap: Gap,
  cases: readonly CaseOf<unknown>[],
): { case: number; from: string; to: string } | undefined {
  if (gap.range !== `>= ${gap.example}, <= ${gap.example}`) return undefined;
  for (const index of gap.cases) {
    const range = rangeOf(cases[index]?.when?.facts[gap.fact]);
    if (range?.max === gap.example && range.maxOpen)
      return { case: index, from: `< ${gap.example}`, to: `<= ${gap.example}` };
    if (range?.min === gap.example && range.minOpen)
      return { case: index, from: `> ${gap.example}`, to: `>= ${gap.example}` };
  }
  return undefined;
}
