import { withMigratedDatabase } from '../gen/migrated-database.ts';
import type { Bench } from './bench.ts';

export const database: Bench = {
  name: 'database',
  does: 'an embedded PostgreSQL made, started and migrated from nothing, then a bare question asked of it',
  async run() {
    const started = performance.now();
    return withMigratedDatabase(async (client) => {
      const ready = performance.now();
      const questions = 2000;
      for (let n = 0; n < questions; n += 1) await client.query('select 1');
      const asked = performance.now() - ready;
      return [
        { what: 'from nothing to migrated', value: (ready - started) / 1000, unit: 's' },
        { what: 'bare questions on one connection', value: (questions * 1000) / asked, unit: '/s' },
      ];
    });
  },
};
