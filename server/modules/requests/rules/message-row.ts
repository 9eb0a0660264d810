/**
 * One row of a message file 来信文件: columns `id time subject body`, perhaps `reporter phone`, and, where somebody has
 * read it, the labels `relevant event second urgent place outside_duty`.
 */
import type { Instant } from '../../../values/instant.ts';
import { ok, type Refusal, type Result, refuse } from '../../../values/result.ts';
import { type Epoch, instantOf, readWrittenTime } from '../../../values/written-time.ts';
import { zoneOf } from '../../../values/zone.ts';
import type { DeclineReason } from './decline.ts';
import type { Intake } from './intake.ts';

export type MessageOutcome =
  /** Opens an order. */
  | { kind: 'receive'; intake: Intake }
  /** Explained and, where it is another's duty, handed on. */
  | { kind: 'decline'; intake: Intake; reason: DeclineReason; explanation: string; handedTo: string | null }
  /** Nobody has read it yet: it waits for an agent to classify it. */
  | { kind: 'draft'; intake: Intake };

/** Where the utilities are. */
const ZONE = zoneOf('Asia/Shanghai');
/** Nobody wrote to a water company by web page before. */
const EARLIEST = Date.UTC(1992, 0, 1);

/** As people and spreadsheets write it, in Asia/Shanghai; a day alone is no time a limit can run from. */
export function readMessageTime(text: string, epoch: Epoch = 1900): Result<Instant> {
  const bad = (code: string) =>
    refuse(code, {
      params: { found: text.slice(0, 40) },
      fields: [{ path: 'time', code, params: { found: text.slice(0, 40) } }],
    });
  const read = readWrittenTime(text, epoch);
  if (read === 'time-without-date') return bad('message-time-without-date');
  if (typeof read === 'string') return bad('message-time-not-valid');
  if (read.seconds === null) return bad('message-date-without-time');
  const at = instantOf(read, ZONE);
  return at >= EARLIEST ? ok(at) : bad('message-time-not-valid');
}

const yesNo = (text: string): Result<boolean | null> => {
  const word = text.trim().toLowerCase();
  if (word === '') return ok(null);
  if (['yes', 'y', '是', 'true', '1'].includes(word)) return ok(true);
  if (['no', 'n', '否', 'false', '0'].includes(word)) return ok(false);
  return refuse('yes-no-not-valid', { params: { found: text.slice(0, 40) } });
};

const IRRELEVANT =
  '您反映的事项不属于公共供水服务范围，我单位无法受理。请通过12345政务服务便民热线或当地政府留言板向主管部门反映。';
const BY_MANAGER =
  '经核对，您反映的供水问题由小区物业服务单位负责管理。我们已将来信转交物业服务单位，并抄送社区居委会；如仍未解决，可向当地住房城乡建设部门反映。';
const BY_GOVERNMENT =
  '经核对，您反映的事项由属地政府或建设单位负责，不属于供水单位的职责。我们已将来信转交属地政府处理，请留意其答复。';

/** The property manager, where the message or its label blames him; else the local government. */
function whoseDuty(event: string, text: string): { explanation: string; handedTo: string } {
  return event === 'property-management' || text.includes('物业')
    ? { explanation: BY_MANAGER, handedTo: '小区物业服务单位' }
    : { explanation: BY_GOVERNMENT, handedTo: '属地政府' };
}

/**
 * @param cell text of a column of this row, '' where the file has no such column
 * @param source name under which the file's ids are unique
 */
export function readMessageRow(
  cell: (column: string) => string,
  options: { channel: string; source: string; epoch?: Epoch },
): Result<MessageOutcome> {
  const sourceRef = cell('id').trim();
  if (sourceRef === '') return refuse('message-id-missing', { fields: [{ path: 'id', code: 'message-id-missing' }] });
  const time = readMessageTime(cell('time'), options.epoch);
  if (!time.ok) return time;
  const flags: Record<string, boolean | null> = {};
  for (const name of ['relevant', 'urgent', 'outside_duty']) {
    const flag = yesNo(cell(name));
    if (!flag.ok) return flagFault(name, flag.refusal);
    flags[name] = flag.value;
  }
  const subject = cell('subject').trim();
  const body = cell('body').trim();
  const event = cell('event').trim();
  const second = cell('second').trim();
  const intake: Intake = {
    channel: options.channel,
    receivedAt: new Date(time.value).toISOString(),
    content: [subject, body].filter(Boolean).join('\n'),
    place: cell('place'),
    ...filled('reporter', cell('reporter')),
    ...filled('phone', cell('phone')),
    source: options.source,
    sourceRef,
    ...(event === '' ? {} : { event }),
    ...(flags.urgent === null ? {} : { urgent: flags.urgent }),
    ...(second === '' ? {} : { facts: { 'second-event': second } }),
  };
  if (flags.relevant === false) {
    return ok({ kind: 'decline', intake, reason: 'irrelevant', explanation: IRRELEVANT, handedTo: null });
  }
  if (flags.outside_duty === true) {
    return ok({ kind: 'decline', intake, reason: 'outside-duty', ...whoseDuty(event, intake.content) });
  }
  return ok(event === '' ? { kind: 'draft', intake } : { kind: 'receive', intake });
}

const filled = (name: 'reporter' | 'phone', text: string): Partial<Intake> =>
  text.trim() === '' ? {} : { [name]: text.trim() };

const flagFault = (column: string, refusal: Refusal): { ok: false; refusal: Refusal } =>
  refuse(refusal.code, { params: { ...refusal.params, column }, fields: [{ path: column, code: refusal.code }] });
