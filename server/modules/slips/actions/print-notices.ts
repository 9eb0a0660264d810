/** Notices that go by slip 纸质通知单, as pages for the printer; how they were served is recorded with the notice. */
import { ok, type Result, refuse } from '../../../values/result.ts';
import { audit } from '../../identity/index.ts';
import { noticesToPrint } from '../../notices/index.ts';
import { renderSlips } from '../pdf/render.ts';
import { noticeSheet } from '../rules/sheet.ts';
import { type Acting, dayOf } from './slips.ts';

export async function printNotices(
  { tx, me, time }: Acting,
  ids: readonly number[],
): Promise<Result<{ name: string; pdf: Buffer }>> {
  const wanted = [...new Set(ids)];
  const found = await noticesToPrint(tx, wanted);
  const missing = wanted.find((id) => !found.some((one) => one.id === id));
  if (missing !== undefined) return refuse('slip-notice-unknown', { params: { noticeId: missing } });
  const sheets = found.map((one) =>
    noticeSheet({ ...one, utility: me.utilityName, day: dayOf(one.createdAt.getTime()) }),
  );
  for (const { id, orderId } of found) await audit(tx, me, 'slip.printed', `notice:${id}`, { order: orderId }, time);
  const [only] = sheets;
  const name = sheets.length === 1 && only ? `${only.title} ${only.number}.pdf` : `通知单 ${dayOf(time.now())}.pdf`;
  return ok({ name, pdf: await renderSlips(sheets) });
}
