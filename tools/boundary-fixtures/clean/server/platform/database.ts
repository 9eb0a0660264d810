import pg from 'pg';
import { HOUR } from '../values/instant.ts';
export const pool = () => new pg.Pool({ idleTimeoutMillis: HOUR });
