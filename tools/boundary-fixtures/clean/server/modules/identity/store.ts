import sql from 'sql-template-tag';
import { pool } from '../../platform/database.ts';
export const staff = (id: number) => pool().query(sql`select ${id}`);
