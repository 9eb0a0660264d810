/** The in-app channel 站内信: a line in the inbox of a member of staff, in the same transaction. */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { textOf } from '../rules/templates/event.ts';
import { inAppNotices, setDeliveredInApp } from '../store/in-app.ts';
import { type Announcement, insertAnnouncements } from '../store/inbox.ts';
import { insertSteps } from '../store/tellings.ts';

export async function putInInbox(tx: Tx, noticeIds: readonly number[], now: Instant): Promise<void> {
  if (noticeIds.length === 0) return;
  const notices = await inAppNotices(tx, noticeIds);
  const facts = notices.map(({ id, staffId, orderId, name, wording }): Announcement => {
    const [zh, en] = [textOf(wording.zh.body, name, 'zh'), textOf(wording.en.body, name, 'en')];
    return {
      staffIds: [staffId],
      kind: 'notice',
      at: now,
      orderId,
      factKey: `notice:${id}`,
      params: { notice: id, textZh: zh, textEn: en },
    };
  });
  await insertAnnouncements(tx, facts, now);
  await setDeliveredInApp(tx, noticeIds, now);
  await insertSteps(
    tx,
    notices.map(({ id, hop }) => ({ noticeId: id, at: now, kind: 'accepted', channel: 'in-app', hop })),
  );
}
