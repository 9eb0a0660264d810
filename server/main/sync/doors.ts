/** What a phone asks when its session is gone: is it to delete everything? */
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { isWipeDue, Secret, Uuid } from '../../modules/field/index.ts';
import type { TimeSource } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { Access, Door } from '../../platform/http/access.ts';
import { Refused } from '../../platform/http/refused.ts';
import { readerOf } from '../../platform/http/validation.ts';

export const WIPE_DOOR = {
  url: '/api/field/wipe-due',
  summary: 'Asked by a phone without a session: was it reported lost, so that it deletes everything 终端是否挂失',
  open: true,
  body: Type.Object({ deviceId: Uuid, secret: Secret }),
  answer: Type.Object({ wipe: Type.Boolean() }),
} satisfies Door;

export function withWipe<A extends Access>(access: A, { db, time }: { db: Db; time: TimeSource }): A {
  const reader = readerOf(WIPE_DOOR.body, 'json');
  return {
    ...access,
    doors: [...access.doors, WIPE_DOOR],
    mount(app: FastifyInstance) {
      access.mount(app);
      app.post(WIPE_DOOR.url, async (request) => {
        const read = reader.read(request.body ?? {});
        if (!read.ok) throw new Refused(read.refusal);
        const { deviceId, secret } = read.value as { deviceId: string; secret: string };
        return { wipe: await isWipeDue(db, time, deviceId, secret) };
      });
    },
  };
}
