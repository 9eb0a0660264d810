/**
 * One row of a message file 来信文件: columns `id time subject body` and, where somebody has read
 * it, the labels `relevant event second urgent place outside_duty`.
 */
import type { Instant } from '../../../values/instant.ts';
import { ok, type Refusal, type Result, refuse } from '../../../values/result.ts';
import type { DeclineReason } from './decline.ts';
import type { Intake } from './intake.ts';

export const REQUIRED_COLUMNS = ['id', 'time', 'subject', 'body'] as const;

export type MessageOutcome =
  /** Opens an order. */
  | { kind: 'receive'; intake: Intake }
  /** Explained and, where it is another's duty, handed on. */
  | { kind: 'decline'; intake: Intake; reason: DeclineReason; explanation: string; handedTo: string | null }
  /** Nobody has read it yet: it waits for an agent to classify it. */
  | { kind: 'draft'; intake: Intake };

const TIME = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** `Y/M/D h:mm:ss` in Asia/Shanghai, which has been UTC+8 without summer time since 1992. */
export function readMessageTime(text: string): Result<Instant> {
  const bad = refuse('message-time-not-valid', {
    params: { found: text.slice(0, 40) },
    fields: [{ path: 'time', code: 'message-time-not-valid' }],
  });
  const match = TIME.exec(text.trim());
  if (!match) return bad;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const utc = Date.UTC(year, month - 1, day, hour - 8, minute, second);
  const back = new Date(utc + 8 * 3_600_000);
  // 2019/2/30 rolls over instead of failing, so it is read back.
  const real =
    back.getUTCFullYear() === year &&
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  return real && year >= 1992 ? ok(utc) : bad;
}

const yesNo = (text: string): Result<boolean | null> => {
  const word = text.trim().toLowerCase();
  if (word === '') return ok(null);
  if (['yes', 'y', '是', 'true', '1'].includes(word)) return ok(true);
  if (['no', 'n', '否', 'false', '0'].includes(word)) return ok(false);
  return refuse('yes-no-not-valid', { params: { found: text.slice(0, 40) } });
};

/** Which columns the header names; a file without the four is not a message file. */
export function readHeader(cells: string[]): Result<Map<string, number>> {
  const names = new Map(cells.map((cell, i) => [cell.trim().toLowerCase(), i]));
  const missing = REQUIRED_COLUMNS.filter((name) => !names.has(name));
  if (missing.length > 0) {
    return refuse('message-columns-missing', {
      params: { missing: missing.join(', '), found: cells.slice(0, 12).join(', ').slice(0, 200) },
    });
  }
  return ok(names);
}

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
  options: { channel: string; source: string },
): Result<MessageOutcome> {
  const sourceRef = cell('id').trim();
  if (sourceRef === '') return refuse('message-id-missing', { fields: [{ path: 'id', code: 'message-id-missing' }] });
  const time = readMessageTime(cell('time'));
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

const flagFault = (column: string, refusal: Refusal): { ok: false; refusal: Refusal } =>
  refuse(refusal.code, { params: { ...refusal.params, column }, fields: [{ path: column, code: refusal.code }] });
