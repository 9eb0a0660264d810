import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { controllableTime, type TimeSource } from '../../platform/clock.ts';
import { localFiles } from '../../platform/files/files.ts';
import { buildServer } from '../../platform/http/server.ts';
import type { TestDatabase } from '../../platform/testing.ts';
import { createAccess } from './access.ts';
import { createStaff, type StaffToCreate } from './actions/create-staff.ts';
import { messages, routes } from './index.ts';
import { hashPassword } from './password.ts';

/** Password of everybody whom tests create. */
export const TEST_PASSWORD = 'water-2026';

export interface TestUtility {
  utilityId: number;
  /** Creates a colleague and returns his staff number. */
  staff(username: string, roles: StaffToCreate['roles'], more?: Partial<StaffToCreate>): Promise<number>;
}

let hash: Promise<string> | undefined;

/** A utility with four departments (office, call-centre, east-crew, west-crew) and two districts (east, west). */
export async function testUtility(db: TestDatabase, code = 'test', name = '测试供水'): Promise<TestUtility> {
  const [row] = await db.admin<{ utility_id: number }>(
    `insert into identity.utility (code, name, created_at) values ($1, $2, '2026-01-01T00:00:00Z') returning utility_id`,
    [code, name],
  );
  const utilityId = row?.utility_id ?? 0;
  await db.admin(
    `insert into identity.department (utility_id, department_id, name, kind) values
       ($1, 'office', '客服管理部', 'managing'), ($1, 'call-centre', '热线中心', 'call-centre'),
       ($1, 'east-crew', '城东维修所', 'service'), ($1, 'west-crew', '城西维修所', 'service')`,
    [utilityId],
  );
  await db.admin(
    `insert into identity.district (utility_id, district_id, name) values ($1, 'east', '城东'), ($1, 'west', '城西')`,
    [utilityId],
  );
  const time = controllableTime('2026-01-01T00:00:00Z');
  hash ??= hashPassword(TEST_PASSWORD);
  const password = { hash: await hash };
  return {
    utilityId,
    staff: (username, roles, more = {}) =>
      db.transaction(utilityId, (tx) =>
        createStaff(tx, time, { username, name: username, roles, departmentId: 'call-centre', password, ...more }),
      ),
  };
}

/** The routes of this module and the doors by which one signs in; sessions are asked for anew each time. */
export async function identityServer(
  db: TestDatabase,
  time: TimeSource,
  signInsPerMinute = 0,
): Promise<FastifyInstance> {
  const access = createAccess({ db, url: db.url, secret: 'x'.repeat(40), time, signInsPerMinute, trustSessionFor: 0 });
  const built = await buildServer({
    db,
    time,
    files: localFiles('/nowhere'),
    access,
    routes,
    catalogue: messages,
    info: { title: 't', version: '0', description: '' },
    checkAnswers: true,
  });
  built.addHook('onClose', () => access.end());
  return built;
}

/** RFC 6238, as an authenticator app counts. The server's codes go by the real clock. */
export function codeOf(secret: string, steps = 0): string {
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))))
    .update(counter)
    .digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
