/** A server process of its own, to be killed: says its address, and ends when nobody holds it any more. */
import { tmpdir } from 'node:os';
import { buildApi } from '../../main/api.ts';
import { systemTime } from '../../platform/clock.ts';
import { openPool } from '../../platform/database.ts';
import { localFiles } from '../../platform/files/files.ts';

const url = process.env.DATABASE_URL ?? '';
const app = await buildApi({
  db: openPool({ url, max: 6 }),
  url,
  secret: process.env.GONGSHUI_SECRET ?? '',
  files: localFiles(tmpdir()),
  time: systemTime,
  signInsPerMinute: 1000,
  live: { beat: 500, trust: 200 },
  trustSessionFor: 200,
});
process.send?.(await app.listen({ port: 0, host: '127.0.0.1' }));
process.on('disconnect', () => process.exit());
