/** A worker that is killed between handing messages over and writing that down: `killed.ts <database> <utility> <now>`. */
import { PROVIDERS, sendNotices } from '../../modules/notices/index.ts';
import { openPool } from '../../platform/database.ts';

const [url = '', utility, now] = process.argv.slice(2);
const db = openPool({ url, max: 5, name: 'gongshui killed' });
await sendNotices(db, { now: () => Number(now) }, [Number(utility)], {
  open(name, opening) {
    const provider = PROVIDERS[name]?.(opening);
    if (!provider) throw new Error(name);
    return {
      ...provider,
      async send(message) {
        await provider.send(message);
        process.kill(process.pid, 'SIGKILL');
        // never answered
        return new Promise(() => undefined);
      },
    };
  },
});
