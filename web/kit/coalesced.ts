/** Does together what is wanted often: at once when it is quiet, else no more often than it costs. */
export interface Coalesced {
  want(): void;
  stop(): void;
}

/** How much longer it rests than it worked: a server that is slow is asked less. */
const REST = 5;

/** @param least milliseconds between the beginnings of two runs; `most` at most */
export function coalesced(run: () => Promise<unknown>, least: number, most = 15_000): Coalesced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let wanted = false;
  let restUntil = 0;
  const start = async (): Promise<void> => {
    timer = undefined;
    wanted = false;
    running = true;
    const began = Date.now();
    await run().catch(() => undefined);
    running = false;
    const took = Date.now() - began;
    restUntil = began + Math.min(Math.max(least, took * REST), most);
    if (wanted) plan();
  };
  const plan = (): void => {
    if (running || timer !== undefined) return;
    // forty screens told at one moment do not ask at one moment
    const spread = Math.random() * Math.min(least / 4, 250);
    timer = setTimeout(() => void start(), Math.max(0, restUntil - Date.now()) + spread);
  };
  return {
    want() {
      wanted = true;
      plan();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      wanted = false;
    },
  };
}
