/** One thing that is measured. */
export interface Measure {
  what: string;
  value: number;
  unit: string;
}

export interface Bench {
  name: string;
  /** One line: what it does and with how much. */
  does: string;
  run(): Promise<Measure[]>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(Math.floor(values.length * share), values.length - 1)] ?? 0;

/** Seconds a piece of work takes. */
export async function seconds(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Median of some runs after one that is thrown away, things per second. */
export async function perSecond(count: number, work: () => unknown, runs = 5): Promise<number> {
  await work();
  const rates: number[] = [];
  for (let run = 0; run < runs; run += 1) rates.push(count / (await seconds(work)));
  return median(rates);
}
