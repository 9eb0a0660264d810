/** Test support: a town with three orders, and its people asking for lists. */
import { randomUUID } from 'node:crypto';
import { type City, city, PASSWORD, type Parsed, type Utility } from '../city/testing.ts';

export let town: City;
export let utility: Utility;
export type Who = keyof Utility['voices'];

export const REPORTS = [
  {
    content: '路面冒水，水流到马路上',
    place: '望湖路 88 号',
    event: 'pipe-leak',
    reporter: '王小明',
    phone: '129 0000 4321',
  },
  {
    content: '家里没有水，邻居家有水',
    place: '长清街 3 号楼 502',
    event: 'no-water',
    reporter: '欧阳锋',
    phone: '12977770002',
  },
  {
    content: '=1+1 水压很低，热水器打不着',
    place: '建设路 7 号',
    event: 'low-pressure',
    reporter: '李四',
    phone: '12988880003',
  },
];

export const orders: { id: number; number: string; requestId: number }[] = [];

/** What the routes do that are neither asked nor told. */
export const other = async (method: string, url: string, who: Who, body?: unknown, as?: string) => {
  const token = as ?? (await tokenOf(who));
  const answer = await fetch(town.base + url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Parsed };
};
const tokens = new Map<Who, string>();
export async function tokenOf(who: Who): Promise<string> {
  const token = tokens.get(who) ?? (await signIn(who));
  tokens.set(who, token);
  return token;
}

async function signIn(who: Who): Promise<string> {
  const answer = await fetch(`${town.base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: `hucheng-${who}`, password: PASSWORD }),
  });
  return ((await answer.json()) as { token: string }).token;
}

/** From the next request on: whoever signs in is asked about anew, and with him everybody. */
export async function becomes(who: Who, roles: string): Promise<void> {
  await town.db.admin(`update identity.staff set roles = $1::text[] where username = $2`, [roles, `hucheng-${who}`]);
  await signIn(who);
}

export async function setUp(): Promise<void> {
  town = await city('2026-03-02T10:00:00+08:00');
  utility = await town.utility('hucheng', 'hucheng');
  for (const report of REPORTS) {
    const { order, request } = await utility.voices.agent.must('/api/requests', {
      channel: 'phone',
      contactTimes: '随时',
      ...report,
    });
    orders.push({ ...order, requestId: request.id });
    town.time.advance(60_000);
  }
}
