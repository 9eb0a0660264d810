/** What the phone keeps, in the browser's database: one for each person who signs in on it. */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Queued, Storage } from '../../kit/offline/storage.ts';

interface Pair {
  key: string;
  value: unknown;
}
interface KeptFile {
  id: string;
  bytes: ArrayBuffer;
  type: string;
}

export function openStorage(name: string): Storage {
  const db = new Dexie(name) as Dexie & {
    kept: EntityTable<Pair, 'key'>;
    commands: Table<Queued, number, Omit<Queued, 'seq'>>;
    files: EntityTable<KeptFile, 'id'>;
  };
  db.version(1).stores({ kept: 'key', commands: '++seq', files: 'id' });
  return {
    get: async <T>(key: string) => (await db.kept.get(key))?.value as T | undefined,
    put: async (key, value) => void (await db.kept.put({ key, value })),
    keys: (prefix) => db.kept.where('key').startsWith(prefix).primaryKeys(),
    drop: (keys) => db.kept.bulkDelete(keys),
    queue: () => db.commands.orderBy('seq').toArray(),
    add: async (queued, file) => {
      const bytes = file && (await file.arrayBuffer());
      const seq = await db.transaction('rw', db.commands, db.files, async () => {
        if (queued.file && file && bytes) await db.files.put({ id: queued.file.key, bytes, type: file.type });
        return db.commands.add(queued);
      });
      return { ...queued, seq };
    },
    change: async (seq, changes) => void (await db.commands.update(seq, changes)),
    remove: async (seqs) => {
      await db.transaction('rw', db.commands, db.files, async () => {
        const gone = (await db.commands.bulkGet(seqs)).flatMap((one) => (one?.file ? [one.file.key] : []));
        await db.files.bulkDelete(gone);
        await db.commands.bulkDelete(seqs);
      });
    },
    file: async (key) => {
      const kept = await db.files.get(key);
      return kept && new Blob([kept.bytes], { type: kept.type });
    },
    destroy: () => db.delete(),
  };
}
