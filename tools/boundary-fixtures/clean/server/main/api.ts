import { close } from '../modules/work-orders/index.ts';
import { pool } from '../platform/database.ts';
await close('manager');
await pool().end();
