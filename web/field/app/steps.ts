/** What a crew does at an order, one after the other: what its rulebook counts, in the order such work goes. Pure. */
import type { Context } from '../../../server/modules/work-orders/rules/context.ts';
import {
  formsBefore,
  gatesBefore,
  replyForms,
  requiredFields,
} from '../../../server/modules/work-orders/rules/gates.ts';
import { recordable } from '../../../server/modules/work-orders/rules/handlers.ts';
import type { State } from '../../../server/modules/work-orders/rules/lifecycle.ts';
import { milestoneName } from '../../../server/modules/work-orders/rules/names.ts';
import type { LogEntry, OrderState } from '../../../server/modules/work-orders/rules/order.ts';
import type { Book } from '../../../server/modules/work-orders/rules/rulebook.ts';
import type { Lang } from '../../../server/modules/work-orders/rules/words.ts';

export interface Step {
  /** A milestone; `accepted` and `handled` are commands of their own. */
  id: string;
  name: string;
  doneAt: number | null;
  /** Sequence number of the entry that brought it. */
  seq: number | null;
  next: boolean;
  /** Names of what a form asks for. */
  needs: string[];
  /** When the clock that it stops is due. */
  dueAt: number | null;
}

/** The course such work takes; what a rulebook adds of its own follows where it is done. */
const COURSE = [
  'accepted',
  'contacted',
  'arrived',
  'warnings-set',
  'signs-set',
  'located',
  'water-stopped',
  'repair-started',
  'repaired',
  'flushed',
  'sampled',
  'quality-passed',
  'restored',
  'customer-told',
];
/** What an office tells of itself is no step in the street. */
const AWAY = new Set(['responded', 'fed-back']);
/** With what an order begins to be worked on. */
const BEGINNINGS = new Set(['received', 'created', 'dispatched', 'assigned', ...COURSE]);
const HELD: ReadonlySet<State> = new Set(['awaiting-acceptance', 'awaiting-assignment', 'in-progress']);

/** Milestones the rulebook counts to at this order from the work's beginning or another of its steps. */
function counted(order: OrderState, context: Context): Set<string> {
  const found = new Set<string>();
  for (const { when, from, until } of context.pack.clocks) {
    const starts = from?.of ?? [];
    if (!context.holds(when, order) || !starts.every((id) => BEGINNINGS.has(id))) continue;
    for (const id of [...starts, ...(until?.of ?? [])]) found.add(id);
  }
  for (const { until, open } of context.clocks) if (open) for (const id of until) found.add(id);
  for (const id of Object.keys(order.done)) found.add(id);
  return found;
}

const namesOf = (milestone: string, order: OrderState, context: Context): string[] => {
  const forms = milestone === 'handled' ? replyForms(order, context) : [];
  return [...formsBefore(milestone, order, context), ...forms].flatMap((form) =>
    requiredFields(form, order, context).map(({ name }) => name),
  );
};

/** Milestones a gate wants done before. */
const wanted = (milestone: string, order: OrderState, context: Context): string[] =>
  gatesBefore(milestone, order, context).flatMap(({ require }) =>
    require === 'never' ? [] : (require.done ?? []).filter((done) => !done.includes(':')),
  );

export function stepsOf(order: OrderState, log: readonly LogEntry[], context: Context, book: Book, lang: Lang): Step[] {
  const told = counted(order, context);
  for (const id of [...told, 'handled']) for (const before of wanted(id, order, context)) told.add(before);
  for (const id of ['contacted', 'arrived']) told.add(id);
  if (order.facts['contact-left'] === false) told.delete('contacted');
  const kept = [...told].filter((id) => recordable(id, context) && !AWAY.has(id) && !id.startsWith('told:'));
  const place = (id: string): number => {
    const at = COURSE.indexOf(id);
    return at < 0 ? COURSE.length : at;
  };
  const course = ['accepted', ...kept.filter((id) => id !== 'accepted').sort((a, b) => place(a) - place(b)), 'handled'];
  const since = log.findLast(({ kind }) => kind === 'reopened')?.seq ?? 0;
  const entryOf = (id: string) => log.findLast(({ kind, seq }) => kind === id && seq > since);
  const next = HELD.has(order.state)
    ? order.state === 'in-progress'
      ? course.find((id) => id !== 'accepted' && order.done[id] === undefined)
      : 'accepted'
    : undefined;
  return course.map((id): Step => {
    const doneAt = order.done[id] ?? null;
    const running = context.clocks.filter((clock) => clock.open && clock.due !== null && clock.until.includes(id));
    return {
      id,
      name: book.words.milestones.get(id)?.desk?.[lang] ?? milestoneName(id, book)[lang],
      doneAt,
      seq: doneAt === null ? null : (entryOf(id)?.seq ?? null),
      next: id === next,
      needs: doneAt === null ? namesOf(id, order, context) : [],
      dueAt: doneAt === null && running.length > 0 ? Math.min(...running.map(({ due }) => due as number)) : null,
    };
  });
}
