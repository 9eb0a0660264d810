import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { createCluster, freePort, startCluster, stopPostmaster } from './embedded/cluster.ts';
import { findPostmaster, isAlive } from './embedded/postmaster.ts';
import { give, postgresAccount } from './embedded/run-as.ts';
import { migrate } from './migrate.ts';

const PREFIX = 'gongshui-test-';
/** The migrated database that each test file gets a copy of. */
export const TEMPLATE = 'gongshui_template';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test server's `postgres` database, for its owner. */
    postgres: string;
  }
}

/** One PostgreSQL for the whole run, gone at its end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearKilledRuns();
  const home = mkdtempSync(path.join(tmpdir(), PREFIX));
  give(home, postgresAccount());
  writeFileSync(path.join(home, 'owner'), String(process.pid));
  const dir = path.join(home, 'postgres');
  const password = randomBytes(12).toString('hex');
  await createCluster(dir, password);
  const log = path.join(home, 'postgres.log');
  const cluster = await startCluster({ dir, log, port: await freePort(), password, durable: false });
  try {
    const admin = new pg.Client({ connectionString: cluster.url('postgres') });
    await admin.connect();
    await admin.query(`create database ${TEMPLATE}`);
    await admin.end();
    await migrate(cluster.url(TEMPLATE));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  project.provide('postgres', cluster.url('postgres'));
  return async () => {
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its server behind; the next one stops it. */
async function clearKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const home = path.join(tmpdir(), name);
    try {
      const owner = Number(readFileSync(path.join(home, 'owner'), 'utf8'));
      if (isAlive(owner)) continue;
      const dir = path.join(home, 'postgres');
      const left = findPostmaster(dir);
      if (left) await stopPostmaster(dir, left.pid);
      rmSync(home, { recursive: true, force: true });
    } catch {
      // another user's, or just being made
    }
  }
}
