/** One row of a roster file 排班表: who, from when to when, perhaps his unit and a note. */
import type { Instant } from '../../../values/instant.ts';
import { type Epoch, instantOf, readWrittenTime, type WrittenTime } from '../../../values/written-time.ts';
import { formatDay, zoneOf } from '../../../values/zone.ts';

const ZONE = zoneOf('Asia/Shanghai');

export interface ShiftRow {
  /** Username, or name where only one has it. */
  person: string;
  /** Name of the unit; '': the person's. */
  unit: string;
  startsAt: Instant;
  endsAt: Instant;
  note: string;
}

export interface RowFault {
  column: 'person' | 'unit' | 'starts' | 'ends' | null;
  code: string;
  params: Record<string, string | number | boolean | null>;
}

type Timed = WrittenTime & { seconds: number };
const isTimed = (read: ReturnType<typeof readWrittenTime>): read is Timed =>
  typeof read !== 'string' && read.seconds !== null;

/** An end without a day is of the day of the beginning, or of the next: 20:00 to 08:00 is a night. */
function endOf(text: string, start: Timed, epoch: Epoch): Timed | null {
  const read = readWrittenTime(text, epoch);
  if (read !== 'time-without-date') return isTimed(read) ? read : null;
  const timed = readWrittenTime(`${formatDay(start.day)} ${text}`, epoch);
  if (!isTimed(timed)) return null;
  return timed.seconds > start.seconds ? timed : { ...timed, day: timed.day + 1 };
}

export function readShiftRow(
  cell: (column: string) => string,
  epoch: Epoch,
): { row: ShiftRow } | { faults: RowFault[] } {
  const text = (column: string): string => cell(column).trim();
  const fault = (column: RowFault['column'], code: string, found: string) => ({
    faults: [{ column, code, params: { found: found.slice(0, 40) } }],
  });
  if (text('person') === '') return fault('person', 'roster-row-person', '');
  const start = readWrittenTime(text('starts'), epoch);
  if (!isTimed(start)) return fault('starts', 'roster-row-time', text('starts'));
  const end = endOf(text('ends'), start, epoch);
  if (end === null) return fault('ends', 'roster-row-time', text('ends'));
  return {
    row: {
      person: text('person'),
      unit: text('unit'),
      startsAt: instantOf(start, ZONE),
      endsAt: instantOf(end, ZONE),
      note: text('note').slice(0, 2000),
    },
  };
}
