/**
 * An order lived through in memory by the platform's own rules: each command is decided, every clock read
 * again, and in between warnings and breaches fire at their instants, as the sweep would have fired them.
 */
import type { Instant } from '../../server/values/instant.ts';
// biome-ignore format: one list
import {
  apply, breach, type Calendars, type ClockReading, type ClockRow, type Command, type Context, decide, evaluate, fired, fires, fold, heldTo, type Inputs,
  isRunning, type LogEntry, type NewEntry, type OrderState, type Rulebook, reconcile, toMatter, type Unit, untilOf, warning,
} from './engine.ts';

export interface World {
  rulebook: Rulebook;
  calendars: Calendars;
  units: Unit[];
}

export interface Doer {
  staffId: number;
  departmentId: string;
  crew: boolean;
}

export interface Opening {
  at: Instant;
  by: Doer;
  requestId: number;
  event: string;
  channel: string;
  place: string;
  content: string;
  facts: Record<string, string | number | boolean>;
  elements: string[];
}

export interface Chronicle {
  log: LogEntry[];
  order: OrderState;
  rows: ClockRow[];
}

/** Clocks read again after an entry, as after every command. */
function reread(world: World, chronicle: Chronicle, now: Instant): void {
  const { pack } = world.rulebook;
  const readings = evaluate(pack, world.calendars, toMatter(chronicle.log, chronicle.order), now);
  const unitOf = (reading: ClockReading) => heldTo(reading, byOf(world, reading), chronicle.order, world.units, now);
  const result = reconcile(chronicle.rows, readings, chronicle.log, now, unitOf);
  chronicle.rows = result.rows;
  for (const entry of result.entries) bySystem(chronicle, entry, now);
}

/** Units whose act alone stops the clock, by the case its reading went by. */
function byOf({ rulebook: { pack } }: World, { section, id, caseIndex }: ClockReading): string[] | undefined {
  const entries = section === 'clocks' ? pack.clocks : section === 'notices' ? pack.notices : [];
  return entries.find((entry) => entry.id === id)?.cases[Math.max(caseIndex, 0)]?.value.by;
}

function bySystem(chronicle: Chronicle, entry: NewEntry, recordedAt: Instant): void {
  const { lastSeq, version } = chronicle.order;
  push(chronicle, {
    ...entry,
    seq: lastSeq + 1,
    recordedAt,
    staffId: null,
    departmentId: null,
    via: 'system',
    requestId: entry.requestId ?? null,
    command: null,
    version,
  });
}

function push(chronicle: Chronicle, entry: LogEntry): void {
  chronicle.log.push(entry);
  chronicle.order = apply(chronicle.order, entry);
}

/** Everything that fires up to `now`, each at its own instant. */
function sweepTo(world: World, chronicle: Chronicle, now: Instant): void {
  for (;;) {
    const due = chronicle.rows.filter(({ nextFireAt }) => nextFireAt !== null && nextFireAt <= now);
    const next = due.reduce<ClockRow | null>(
      (first, row) => (first === null || (row.nextFireAt ?? 0) < (first.nextFireAt ?? 0) ? row : first),
      null,
    );
    if (!next) return;
    const at = next.nextFireAt ?? now;
    const fire = fires(next, at);
    if (fire === null || fire === 'look-again') {
      reread(world, chronicle, at);
      // A row that wants to be looked at again at the very same instant would never let go.
      if (chronicle.rows.some(({ nextFireAt }) => nextFireAt === at)) return;
      continue;
    }
    chronicle.rows = chronicle.rows.map((row) => (row === next ? fired(row, fire, at) : row));
    bySystem(chronicle, fire === 'breached' ? breach(next) : warning(next), at);
  }
}

/** As it stands at `now`: everything fired, and what a pause moves along with the time read once more. */
export function settle(world: World, chronicle: Chronicle, now: Instant): void {
  sweepTo(world, chronicle, now);
  reread(world, chronicle, now);
}

export function open(world: World, opening: Opening): Chronicle {
  const { by, at } = opening;
  const unit = world.units.find(({ departmentId }) => departmentId === by.departmentId)?.organizationId ?? null;
  const base = {
    occurredAt: at,
    recordedAt: at,
    staffId: by.staffId,
    departmentId: by.departmentId,
    via: 'desk' as const,
    command: 'open' as const,
    version: 1,
  };
  const log: LogEntry[] = [
    {
      ...base,
      seq: 1,
      kind: 'received',
      requestId: opening.requestId,
      data: {
        event: opening.event,
        channel: opening.channel,
        place: opening.place,
        content: opening.content,
        facts: opening.facts,
        elements: opening.elements,
        unit,
      },
    },
    { ...base, seq: 2, kind: 'created', requestId: null, data: { unit } },
  ];
  const chronicle: Chronicle = { log, order: fold(log), rows: [] };
  reread(world, chronicle, at);
  return chronicle;
}

export interface Deciding {
  at: Instant;
  by: Doer;
  handler?: Doer;
}

/** A refusal here is a mistake of the story, so it ends the seeding. */
export function perform<C extends Command>(
  world: World,
  chronicle: Chronicle,
  command: C,
  input: Inputs[C],
  { at, by, handler }: Deciding,
): void {
  sweepTo(world, chronicle, at);
  const context: Context = {
    ...world.rulebook,
    now: at,
    actor: { staffId: by.staffId, departmentId: by.departmentId, may: () => true },
    units: world.units,
    clocks: chronicle.rows.map((row) => ({
      id: row.clockId,
      until: untilOf(world.rulebook, row),
      due: row.dueAt,
      open: isRunning(row),
    })),
    ...(handler
      ? { handler: { staffId: handler.staffId, departmentId: handler.departmentId, active: true, crew: handler.crew } }
      : {}),
  };
  const decision = decide(chronicle.order, command, input, context);
  if (!decision.ok) {
    throw new Error(
      `${chronicle.order.event} ${command} at ${new Date(at).toISOString()}: ${JSON.stringify(decision.refusal)}`,
    );
  }
  for (const entry of decision.value.entries) push(chronicle, entry);
  reread(world, chronicle, at);
}
