/** A gate that asks how often something came, as J-086 does of estimates. */
import { expect, it } from 'vitest';
import type { Pack } from '../regulations/index.ts';
import { at, cited } from './rules/testing.ts';
import { clocksPack, town } from './testing.ts';

const pack: Pack = {
  ...clocksPack,
  hash: 'counting',
  terms: [
    ...clocksPack.terms,
    { id: 'visits', kind: 'fact', words: ['上门次数'], type: 'number', count: { of: 'arrived', since: ['rejected'] } },
  ],
  gates: [
    ...clocksPack.gates,
    {
      ...cited('third', '第八十六条'),
      when: { facts: { visits: { op: 'range', min: 2 } } },
      blocks: 'arrived',
      require: 'never',
    },
  ],
};

it('is met by what the log counts, and met no more once something has come since which it counts', async () => {
  const here = await town(pack);
  const { me, time } = here;
  time.set(at('10:00'));
  const { orderId } = await here.open();
  await here.must(me.dispatcher, orderId, 'dispatch', { departmentId: 'repair' });
  await here.must(me.head, orderId, 'accept', {});
  await here.must(me.head, orderId, 'assign', { handlerId: me.crew.staffId });
  const visit = () => here.give(me.crew, orderId, 'record', { milestone: 'arrived' });
  expect(await visit()).toMatchObject({ ok: true });
  time.set(at('11:00'));
  expect(await visit()).toMatchObject({ ok: true });
  time.set(at('12:00'));
  expect(await visit()).toMatchObject({
    ok: false,
    refusal: { code: 'gate-never', article: '第八十六条', params: { gate: 'third', milestone: 'arrived' } },
  });
  await here.must(me.crew, orderId, 'handle', { form: { cause: '腐蚀', agreed: true } });
  await here.must(me.reviewer, orderId, 'reject', { reason: '未修好' });
  expect(await visit()).toMatchObject({ ok: true });
});
