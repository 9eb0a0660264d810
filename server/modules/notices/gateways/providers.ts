/** Every provider there is, by the name a utility chooses it by. */
import type { TimeSource } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/database.ts';
import type { Gateway } from '../rules/notice.ts';
import type { Provider } from './gateway.ts';
import { SIMULATED, type SimulatorOptions, simulator } from './simulator.ts';

export interface Opening {
  db: Db;
  time: TimeSource;
  utilityId: number;
  channel: Gateway;
  options: Readonly<Record<string, unknown>>;
}

export const PROVIDERS: Record<string, (opening: Opening) => Provider> = {
  simulator: ({ options, ...rest }) => simulator({ ...rest, options: { ...SIMULATED, ...known(options) } }),
};

/** Options of the simulator that are as they should be; the rest stays as it is. */
const known = (options: Readonly<Record<string, unknown>>): Partial<SimulatorOptions> =>
  Object.fromEntries(
    Object.entries(SIMULATED).flatMap(([name, usual]) => {
      const value = options[name];
      return typeof value === typeof usual ? [[name, value]] : [];
    }),
  );
