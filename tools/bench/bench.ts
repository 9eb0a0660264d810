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

/** Calls `work` for about `ms` after a warm-up; calls per second. */
export function rate(work: () => unknown, ms = 2000): number {
  const during = (limit: number): { calls: number; took: number } => {
    const started = performance.now();
    let calls = 0;
    while (performance.now() - started < limit) {
      work();
      calls += 1;
    }
    return { calls, took: performance.now() - started };
  };
  during(ms / 5);
  const { calls, took } = during(ms);
  return (calls * 1000) / took;
}
