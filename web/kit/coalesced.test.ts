import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { coalesced } from './coalesced.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const sleeping = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('what is quiet is looked at at once, what is wanted a hundred times a second every second', async () => {
  const run = vi.fn(() => Promise.resolve());
  const { want } = coalesced(run, 1000);
  want();
  await vi.advanceTimersByTimeAsync(1);
  expect(run).toHaveBeenCalledTimes(1);
  for (let n = 0; n < 500; n += 1) {
    want();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(run.mock.calls.length).toBeGreaterThanOrEqual(5);
  expect(run.mock.calls.length).toBeLessThanOrEqual(7);
});

test('what was wanted during a look is looked at once more', async () => {
  const run = vi.fn(() => sleeping(300));
  const { want } = coalesced(run, 100);
  want();
  await vi.advanceTimersByTimeAsync(10);
  want();
  want();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(run).toHaveBeenCalledTimes(2);
});

test('a slow server is asked less often, yet asked', async () => {
  const run = vi.fn(() => sleeping(2000));
  const { want } = coalesced(run, 1000);
  const wanting = setInterval(want, 50);
  await vi.advanceTimersByTimeAsync(60_000);
  clearInterval(wanting);
  expect(run.mock.calls.length).toBeGreaterThanOrEqual(5);
  expect(run.mock.calls.length).toBeLessThanOrEqual(7);
});

test('a look that fails does not end the looking', async () => {
  const run = vi.fn(() => Promise.reject(new Error('away')));
  const { want } = coalesced(run, 100);
  want();
  await vi.advanceTimersByTimeAsync(200);
  want();
  await vi.advanceTimersByTimeAsync(200);
  expect(run).toHaveBeenCalledTimes(2);
});
