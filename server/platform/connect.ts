import { dataFolder, readMarker } from './data-folder.ts';
import { type Db, openPool } from './database.ts';
import { clusterExists } from './embedded/cluster.ts';
import { startInstallation } from './embedded/installation.ts';

export interface OpenDatabase {
  db: Db;
  /** Address of the owner, above row-level security. */
  ownerUrl: string;
  /** Ends the connections, and the PostgreSQL if it was started for this. */
  close(): Promise<void>;
}

/** There is no database yet in that folder. */
export class NoDatabase extends Error {
  folder: string;
  constructor(folder: string) {
    super(`there is no database in ${folder}: run npm start first, or set DATABASE_URL`);
    this.folder = folder;
  }
}

/**
 * A connection for a command: DATABASE_URL, else the embedded PostgreSQL of the data folder, which is
 * started for the duration when it does not run.
 */
export async function openDatabase(options: { data?: string; databaseUrl?: string } = {}): Promise<OpenDatabase> {
  const given = options.databaseUrl ?? process.env.DATABASE_URL;
  if (given) {
    const db = openPool({ url: given, name: 'gongshui command', statementTimeout: 0 });
    return { db, ownerUrl: given, close: () => db.end() };
  }
  const folder = dataFolder(options.data ?? process.env.GONGSHUI_DATA ?? 'data');
  readMarker(folder);
  if (!clusterExists(folder.postgres)) throw new NoDatabase(folder.root);
  const installation = await startInstallation(folder);
  const db = openPool({ url: installation.serverUrl, name: 'gongshui command', statementTimeout: 0 });
  return {
    db,
    ownerUrl: installation.ownerUrl,
    async close() {
      await db.end();
      if (!installation.tookOver) await installation.stopIfIdle();
    },
  };
}
