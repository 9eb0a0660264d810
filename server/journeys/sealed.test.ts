/**
 * Complaints about the conduct of staff 违规违纪投诉: hidden from the unit concerned on every route there is, and
 * followed by discipline from intake to the end.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../main/modules.ts';
import { runExports } from '../modules/lists/index.ts';
import type { Parsed, Voice } from './city/testing.ts';
import {
  type Asked,
  attachmentId,
  calls,
  command,
  formOf,
  found,
  order,
  own,
  REPLY,
  SECRET,
  setUp,
  town,
  utility,
} from './sealed/testing.ts';

beforeAll(setUp, 90_000);

/** Routes that read: every GET, every question too long for an address, and what shows a number in full. */
const READING = routes
  .filter(({ method, reads, url }) => method === 'GET' || reads === true || url.endsWith('/reveal'))
  .map(({ method, url }) => `${method} ${url}`);

const ask = (voice: Voice, { url, body }: Asked) => (body === undefined ? voice.get(url) : voice.post(url, body));

/** What of the secret an answer holds; the address it was asked at is the asker's own. */
function leaks(asked: Asked, text: string): string[] {
  const said = text
    .replaceAll(`"instance":"${asked.url.split('?')[0]}"`, '')
    .replaceAll(`"instance":"${asked.url}"`, '');
  const secrets = [
    order.number,
    found.number,
    '红包',
    '发票也不给',
    SECRET.reporter,
    '欧阳',
    SECRET.phone,
    SECRET.person,
    '7 号楼 302',
    attachmentId,
    '98765000',
    '87654000',
  ];
  return secrets.filter((secret) => said.includes(secret));
}

describe('a complaint about conduct', () => {
  it('is asked for on every route that reads', () => {
    expect(Object.keys(calls()).sort()).toEqual([...READING].sort());
  });

  it.each([
    'concernedHead',
    'concernedCrew',
    'concernedDispatcher',
    'concernedAll',
    'concernedBelow',
    'outsider',
    'desk',
  ])(
    'is on none of them to be seen by %s',
    async (who) => {
      const voice = own[who] as Voice;
      for (const [route, asked] of Object.entries(calls())) {
        for (const one of asked) {
          const answer = await ask(voice, one);
          expect([route, one.url, answer.status < 500]).toEqual([route, one.url, true]);
          expect([route, one.url, leaks(one, JSON.stringify(answer.body))]).toEqual([route, one.url, []]);
          if (/\/(orders|requests)\/\d|attachments\//.test(one.url))
            expect([one.url, answer.status >= 400]).toEqual([one.url, true]);
        }
      }
      const counts = await voice.get('/api/orders/counts');
      expect(counts.body).toMatchObject({ all: 0, late: 0, mine: 0 });
    },
    60_000,
  );

  it('is seen there by the managing unit and who took it, so that not seeing it says something', async () => {
    const shown = new Set<string>();
    for (const [route, asked] of Object.entries(calls()))
      for (const one of asked)
        for (const voice of [utility.voices.manager, utility.voices.agent])
          if (leaks(one, JSON.stringify((await ask(voice, one)).body)).length > 0) shown.add(route);
    expect([...shown].sort()).toEqual(
      expect.arrayContaining([
        'GET /api/imports/:id/rows',
        'GET /api/notices',
        'GET /api/notices/:id',
        'GET /api/orders',
        'GET /api/orders/:id',
        'GET /api/orders/:id/attribution',
        'GET /api/orders/:id/duplicates',
        'GET /api/redatings/:id/orders',
        'GET /api/reports/attribution/orders',
        'GET /api/requests',
        'GET /api/requests/:id',
        'POST /api/orders/:id/reveal',
        'POST /api/requests/:id/reveal',
        'POST /api/requests/duplicates',
      ]),
    );
    expect((await utility.voices.agent.get(`/api/attachments/${attachmentId}`)).status).toBe(200);
  });

  it('is told to discipline when it is late, and to nobody of the unit concerned', async () => {
    const kinds = async (voice: Voice) => (await voice.get('/api/inbox')).body.items.map((item: Parsed) => item.kind);
    expect(await kinds(own.officer as Voice)).toContain('breached');
    for (const who of ['concernedHead', 'concernedAll', 'outsider', 'desk'])
      expect(await kinds(own[who] as Voice)).toEqual([]);
  });

  it('does not join an ordinary order, nor take one in', async () => {
    const { voices } = utility;
    const plain = await voices.agent.must('/api/requests', {
      channel: 'phone',
      event: 'bill-payment',
      content: '账单不对',
      place: '柳荫里',
      phone: '12911112222',
      reporter: '某甲',
      form: { 'contact-time': '随时' },
    });
    const merged = await voices.manager.post(`/api/orders/${order.id}/merge`, { version: 1, into: plain.order.id });
    expect(merged.body.code).toBe('merge-sealed');
    const joined = await voices.agent.post('/api/requests', {
      channel: 'phone',
      event: 'service-complaint.discipline',
      content: SECRET.content,
      place: '柳荫里',
      joinOrderId: plain.order.id,
    });
    expect(joined.body.code).toBe('merge-sealed');
  });

  it('goes to discipline alone, is handled, reviewed, called back and closed there', async () => {
    const { voices } = utility;
    const { officer, disciplineHead, investigator } = own as Record<string, Voice>;
    const elsewhere = await voices.agent.post(`/api/orders/${order.id}/dispatch`, {
      version: 1,
      departmentId: 'repair',
    });
    expect(elsewhere.body).toMatchObject({ code: 'sealed-to-unit', detail: expect.stringContaining('集团纪委') });
    const mine = await voices.agent.get(`/api/orders/${order.id}`);
    expect(mine.body).toMatchObject({
      sealed: true,
      seal: { to: 'discipline', concernedUnit: 'repair', concernedPerson: SECRET.person },
    });
    const given = await command(voices.agent, order.id, 'dispatch', { departmentId: 'discipline' });
    expect(given.state).toBe('awaiting-acceptance');
    // handed over: who took it sees it no more
    expect((await voices.agent.get(`/api/orders/${order.id}`)).status).toBe(404);
    await command(disciplineHead as Voice, order.id, 'accept');
    const staff = await town.db.admin<{ staff_id: number }>(
      `select staff_id from identity.staff where username = 'sealed-investigator'`,
    );
    await command(disciplineHead as Voice, order.id, 'assign', { handlerId: staff[0]?.staff_id });
    await command(investigator as Voice, order.id, 'record', { milestone: 'contacted' });
    await command(investigator as Voice, order.id, 'handle', { form: await formOf(investigator as Voice) });
    await command(officer as Voice, order.id, 'review-pass');
    await command(officer as Voice, order.id, 'call-back', { reached: true, satisfied: true });
    const closed = await command(officer as Voice, order.id, 'close');
    expect(closed.state).toBe('closed');
    for (const who of ['concernedAll', 'outsider', 'desk'])
      expect((await (own[who] as Voice).get('/api/orders?closed=true')).body.items).toEqual([]);
    expect(await town.differences(utility)).toEqual([]);
  });

  it('is corrected by discipline: another unit is concerned, and sees it no more', async () => {
    const officer = own.officer as Voice;
    await command(officer, found.id, 'dispatch', { departmentId: 'discipline' });
    await command(officer, found.id, 'set-facts', { facts: { 'concerned-unit': 'runda' } });
    const seen = await officer.get(`/api/orders/${found.id}`);
    expect(seen.body.seal).toMatchObject({ concernedUnit: 'runda', concernedName: '营业公司' });
    expect((await (own.concernedHead as Voice).get(`/api/orders/${found.id}`)).status).toBe(404);
    const itself = await officer.post(`/api/orders/${found.id}/set-facts`, {
      version: seen.body.version,
      facts: { 'concerned-unit': 'discipline' },
    });
    expect(itself.body.code).toBe('concerned-holds-it');
  });

  it('taken by somebody of the unit concerned is out of his sight as soon as it is in', async () => {
    const desk = own.desk as Voice;
    const about = {
      channel: 'phone',
      event: 'service-complaint.discipline',
      content: `坐席骂人，${REPLY}`,
      place: '柳荫里',
      phone: '12911112222',
      reporter: '某甲',
      form: { 'contact-time': '随时' },
    };
    const taken = await desk.must('/api/requests', { ...about, facts: { 'concerned-unit': 'hotline' } });
    expect(taken.order.number).toMatch(/^\d{8}-\d{4}$/);
    expect((await desk.get(`/api/orders/${taken.order.id}`)).status).toBe(404);
    expect((await (own.officer as Voice).get(`/api/orders/${taken.order.id}`)).status).toBe(200);
    const unknown = await desk.post('/api/requests', { ...about, facts: { 'concerned-unit': 'nowhere' } });
    expect(unknown.body.code).toBe('department-not-found');
  });

  it('about discipline itself goes to the managing unit', async () => {
    const taken = await utility.voices.agent.must('/api/requests', {
      channel: 'phone',
      event: 'service-complaint.discipline',
      content: '纪委推诿',
      place: '柳荫里',
      phone: '12911112222',
      reporter: '某甲',
      facts: { 'concerned-unit': 'discipline' },
      form: { 'contact-time': '随时' },
    });
    expect((await (own.officer as Voice).get(`/api/orders/${taken.order.id}`)).status).toBe(404);
    expect((await utility.voices.manager.get(`/api/orders/${taken.order.id}`)).body.seal.to).toBe('operations');
  });

  it('is in a file of the list for discipline alone, and takes with it the files that were made before', async () => {
    const asked = { list: 'orders', format: 'csv', query: { any: true }, columns: ['number', 'place', 'reporter'] };
    const exported = async (voice: Voice): Promise<string> => {
      const { id } = (await voice.must('/api/exports', asked)) as { id: string };
      expect(await runExports(town.db, town.time, [utility.utilityId])).toBe(1);
      return id;
    };
    const fetched = async (voice: Voice, id: string): Promise<Parsed> =>
      (await voice.get(`/api/exports/${id}/file`)).body;
    const late = (
      await utility.voices.agent.must('/api/requests', {
        ...{ channel: 'phone', event: 'service-complaint', content: '态度不好', reporter: '欧阳', place: '柳荫里' },
        ...{ facts: { 'concerned-unit': 'repair', 'concerned-person': SECRET.person } },
        form: { 'contact-time': '随时' },
      })
    ).order;
    const [concerned, desk, discipline] = [own.concernedAll, own.desk, own.officer] as [Voice, Voice, Voice];
    const files = { concerned: await exported(concerned), desk: await exported(desk) };
    const sealed = String(await fetched(discipline, await exported(discipline)));
    expect([order, found].map(({ number }) => sealed.includes(number))).toEqual([true, true]);
    for (const [who, voice] of [
      ['concerned', concerned],
      ['desk', desk],
    ] as const) {
      const text = String(await fetched(voice, files[who]));
      expect([who, text.includes(late.number), text.includes(order.number), text.includes(found.number)]).toEqual([
        who,
        true,
        false,
        false,
      ]);
    }
    await command(utility.voices.manager, late.id, 'reclassify', {
      event: 'service-complaint.discipline',
      reason: '涉及红包',
    });
    expect(await fetched(concerned, files.concerned)).toMatchObject({ code: 'export-outdated' });
    expect(await fetched(desk, files.desk)).toMatchObject({ code: 'export-outdated' });
  });
});
