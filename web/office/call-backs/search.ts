/** What the address of the call-back desk says. */
export const TABS = ['waiting', 'unreached', 'low', 'settings'] as const;
export type Tab = (typeof TABS)[number];

export interface CallSearch {
  tab?: Tab;
  order?: number;
  caller?: number;
}

const whole = (value: unknown, least: number): number | undefined =>
  Number.isSafeInteger(Number(value)) && Number(value) >= least ? Number(value) : undefined;

export function readCallSearch({ tab, order, caller }: Record<string, unknown>): CallSearch {
  const chosen = TABS.find((one) => one === tab);
  const id = order === undefined ? undefined : whole(order, 1);
  const from = caller === undefined ? undefined : whole(caller, 0);
  return {
    ...(chosen && chosen !== 'waiting' && { tab: chosen }),
    ...(id !== undefined && { order: id }),
    ...(id !== undefined && from !== undefined && { caller: from }),
  };
}
