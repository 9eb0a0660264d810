import type { Db } from '../../../platform/database.ts';
export const allowed = (_db: Db) => true;
