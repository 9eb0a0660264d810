import { pool } from '../platform/database.ts';
export const money = pool;
