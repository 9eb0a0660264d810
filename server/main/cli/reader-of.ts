import { systemTime } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import type { Language } from './output.ts';

/** Whoever is at the machine of the database may read all of it; nobody's name stands behind it. */
export const readerOf = (tx: Tx, lang: Language) => ({
  tx,
  lang,
  time: systemTime,
  me: {
    utilityId: tx.utilityId,
    utilityCode: '',
    utilityName: '',
    staffId: 0,
    username: '',
    name: '',
    roles: ['manager'],
    departmentId: '',
    districts: [],
  },
});
