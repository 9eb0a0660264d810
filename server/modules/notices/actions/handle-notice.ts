/** What a person does with a notice: at the desk of what was not delivered, or when a slip was handed over. */
import { type Result, refuse } from '../../../values/result.ts';
import { audit } from '../../identity/index.ts';
import { afterDeed, type Deed, type Done } from '../rules/delivery/desk.ts';
import { type Channel, type Gateway, isGateway } from '../rules/notice.ts';
import { lockNotices, saveLocked } from '../store/delivery.ts';
import { noticeById, setAddress } from '../store/reading.ts';
import { countOn, insertSteps } from '../store/tellings.ts';
import { type Reader, readNotice } from './read-notices.ts';

const ADDRESS: Record<Gateway, 'phone' | 'wechat' | 'email'> = { sms: 'phone', wechat: 'wechat', email: 'email' };

export type Asked = Done & {
  /** Where to, of another channel: what somebody said on the telephone. */
  address?: string;
};

export async function handleNotice(given: Reader, id: number, asked: Asked): Promise<Result<unknown>> {
  const { tx, me, time } = given;
  const now = time.now();
  const row = await noticeById(tx, id);
  if (!row) return refuse('notice-not-found');
  const [locked] = await lockNotices(tx, [id]);
  if (!locked) return refuse('notice-not-found');
  const words = 'words' in asked ? asked.words : 'reason' in asked ? asked.reason : null;
  if (words !== null && words.trim() === '' && !('attachmentId' in asked && asked.attachmentId !== null))
    return refuse('notice-words-missing');
  const address = (asked.address ?? '').trim();
  const column = asked.deed === 'reroute' && isGateway(asked.channel) && address !== '' ? ADDRESS[asked.channel] : null;
  const to = { staff: row.staffId !== null, phone: row.phone, wechat: row.wechat, email: row.email };
  const outcome = afterDeed(
    { ...locked, proof: row.proof },
    asked,
    column === null ? to : { ...to, [column]: address },
    now,
  );
  if (!outcome.ok) return outcome;
  const { step, ...rest } = outcome.value;
  if (column !== null) await setAddress(tx, id, column, address);
  await saveLocked(tx, [
    { of: locked, outcome: { ...rest, refusal: rest.state === locked.state ? row.refusal : null } },
  ]);
  await insertSteps(tx, [
    {
      noticeId: id,
      at: now,
      kind: step.kind,
      channel: rest.channel,
      hop: rest.hop,
      staffId: me.staffId,
      detail: step.detail,
    },
  ]);
  await countOn(tx, new Map([[step.kind, 1]]));
  await audit(
    tx,
    me,
    'notice.handle',
    `notice:${id}`,
    { deed: step.kind satisfies Deed, channel: rest.channel satisfies Channel | null },
    time,
  );
  return readNotice(given, id);
}
