/** What becomes of an order is told its callers, in the transaction in which it does. */
import type { Tx } from '../../../platform/database.ts';
import type { Instant } from '../../../values/instant.ts';
import { listDepartments } from '../../identity/index.ts';
import { notify } from '../../notices/index.ts';
import { packByHash } from '../../regulations/index.ts';
import { requestById } from '../../requests/index.ts';
import { type OrderNews, rulebookOf } from '../../work-orders/index.ts';
import { DEFAULTS, FACTS, type Fact, replyFormsOf, type Told, toTell } from '../rules/facts.ts';
import { choicesOf, insertUntold } from '../store/progress.ts';

export async function chosen(tx: Tx): Promise<Record<Fact, boolean>> {
  const own = new Map((await choicesOf(tx)).map(({ fact, told }) => [fact, told]));
  return Object.fromEntries(FACTS.map((fact) => [fact, own.get(fact) ?? DEFAULTS[fact]])) as Record<Fact, boolean>;
}

export async function tellCallers(tx: Tx, news: OrderNews, now: Instant): Promise<void> {
  const { orderId, number, order, entries, sealed, packHash, due } = news;
  const about = {
    replyForms: [],
    number,
    order,
    matter: { zh: order.event, en: order.event },
    unit: order.departmentId,
    due,
    sealed,
  };
  // most of what happens is told nobody
  if (toTell(entries, about).length === 0) return;
  const told = await chosen(tx);
  const pack = await packByHash(tx, packHash);
  const { words } = rulebookOf(pack);
  const unit =
    (await listDepartments(tx)).find(({ department_id }) => department_id === order.departmentId)?.name ?? null;
  const matter = words.events.get(order.event) ?? about.matter;
  for (const one of toTell(entries, {
    ...about,
    unit,
    replyForms: replyFormsOf(pack),
    matter: { zh: matter.zh, en: matter.en },
  }))
    if (told[one.fact]) await tell(tx, orderId, one, now);
}

async function tell(
  tx: Tx,
  orderId: number,
  { fact, event, key, requestIds, variables }: Told,
  now: Instant,
): Promise<void> {
  for (const requestId of requestIds) {
    const caller = await requestById(tx, requestId);
    if (!caller?.phone) {
      // he who left no number is on a list, not in the way
      if (caller) insertUntold(tx, { orderId, requestId, fact, key }, now);
      continue;
    }
    const { phone, reporter } = caller;
    const queued = await notify(
      tx,
      { now: () => now },
      {
        event,
        key,
        recipients: [{ kind: 'customer', requestId, phone, ...(reporter === null ? {} : { name: reporter }) }],
        variables,
        orderId,
        requestId,
      },
    );
    // a template or a variable that is not there: ours to mend, not his who gave the command
    if (!queued.ok) throw new Error(`${event}: ${queued.refusal.code}`);
  }
}
