/** A throw-away PostgreSQL with every migration applied, for printing what came out of them. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createCluster, freePort, startCluster } from '../../server/platform/embedded/cluster.ts';
import { give, postgresAccount } from '../../server/platform/embedded/run-as.ts';
import { migrate } from '../../server/platform/migrate.ts';

export async function withMigratedDatabase<T>(work: (client: pg.Client, url: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'gongshui-gen-'));
  give(home, postgresAccount());
  try {
    const dir = join(home, 'postgres');
    const password = randomBytes(12).toString('hex');
    await createCluster(dir, password);
    const cluster = await startCluster({
      dir,
      log: join(home, 'postgres.log'),
      port: await freePort(),
      password,
      durable: false,
    });
    try {
      const url = cluster.url('postgres');
      await migrate(url);
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return await work(client, url);
      } finally {
        await client.end();
      }
    } finally {
      await cluster.stop();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
