/** Commands a phone gave while nobody could ask: done where the work goes on now, judged by the same rules. */
import Type, { type TObject } from 'typebox';
import type { FileStore } from '../../../../platform/files/files.ts';
import { mergeCatalogues, PLATFORM_MESSAGES, say } from '../../../../platform/http/messages.ts';
import { type Reader as BodyReader, readerOf } from '../../../../platform/http/validation.ts';
import type { Instant } from '../../../../values/instant.ts';
import { ok, type Result, refuse } from '../../../../values/result.ts';
import { ownFieldsOf, readBody, SENT, type Sent } from '../../bodies.ts';
import { messages } from '../../messages.ts';
import type { Flag, OtherOrder } from '../../rules/order.ts';
import { lastSeenAt } from '../../store/events.ts';
import { type OrderRow, orderById, survivorOf } from '../../store/orders.ts';
import { attach, MEDIA_NAME } from '../attach.ts';
import { execute, type Given } from '../execute.ts';

/** What a flag may be raised by, of the order as it is. */
export interface OnOrder {
  position: { lon: number; lat: number } | null;
  /** When the last thing happened that the phone had been told of; null: it was told of nothing. */
  seenAt: Instant | null;
}

export interface FromPhone {
  /** UUID made on the phone. */
  id: string;
  order: number;
  command: string;
  body: unknown;
  occurredAt: Instant;
  /** Last entry of the log the phone had. */
  seen: number | null;
  flags(order: OnOrder): Flag[];
}

export interface DoneFromPhone {
  flags: Flag[];
  /** The order it was done on, where another had taken this one in. */
  into: OtherOrder | null;
}

const UPLOAD = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
const ATTACH: TObject = Type.Object(
  {
    upload: Type.String({ pattern: UPLOAD, description: '/api/uploads 返回的编号' }),
    name: Type.String({ minLength: 1, maxLength: MEDIA_NAME }),
    takenAt: Type.Optional(Type.String({ format: 'date-time' })),
    as: Type.Optional(Type.Literal('signature', { description: '客户签字' })),
  },
  { additionalProperties: false },
);
interface Attached {
  upload: string;
  name: string;
  takenAt?: string;
  as?: 'signature';
}

const readers = new Map<string, BodyReader>();
function readerFor(command: Sent | 'attach'): BodyReader {
  const known = readers.get(command) ?? readerOf(command === 'attach' ? ATTACH : ownFieldsOf(command), 'json');
  readers.set(command, known);
  return known;
}

/** What can be given on a phone. */
export const PHONE_COMMANDS: readonly string[] = [...SENT, 'attach'];
const isPhoneCommand = (command: string): command is Sent | 'attach' => PHONE_COMMANDS.includes(command);

export async function takeFromPhone(
  given: Given & { files: FileStore },
  sent: FromPhone,
): Promise<Result<DoneFromPhone>> {
  const { command } = sent;
  if (!isPhoneCommand(command)) return refuse('command-unknown', { params: { command: command.slice(0, 40) } });
  const body = readerFor(command).read(sent.body);
  if (!body.ok) return body;
  // what is sent as a file is read and scanned before anybody has to wait for the order
  const row = await orderById(given.tx, sent.order, command !== 'attach');
  if (!row) return refuse('order-not-found');
  const survivor = row.state === 'merged' ? await survivorOf(given.tx, row.orderId) : undefined;
  const on = survivor ?? row;
  const flags = sent.flags({ position: pointOf(on), seenAt: await seenAt(given, sent, on) });
  const done = await give(given, on.orderId, sent, body.value as Record<string, unknown>, flags);
  if (!done.ok) return survivor ? mergedInto(given, survivor, done) : done;
  return ok({ flags, into: survivor ? { id: survivor.orderId, number: survivor.number } : null });
}

const pointOf = ({ lon, lat }: OrderRow) => (lon === null || lat === null ? null : { lon, lat });

const seenAt = async ({ tx }: Given, { seen, order }: FromPhone, on: OrderRow): Promise<Instant | null> =>
  seen === null || on.orderId !== order ? null : lastSeenAt(tx, order, seen);

async function give(
  given: Given & { files: FileStore },
  orderId: number,
  { id: sent, command, occurredAt }: FromPhone,
  body: Record<string, unknown>,
  flags: Flag[],
): Promise<Result<unknown>> {
  const when = { sent, occurredAt, via: 'field' as const, flags };
  if (command !== 'attach') {
    const read = readBody({ ...body, version: 1 });
    return read.ok ? execute(given, orderId, command as Sent, { ...when, input: read.value.input } as never) : read;
  }
  const { upload, name, takenAt, as } = body as unknown as Attached;
  const source = await given.files.uploads.whole(given.me, upload);
  if (!source.ok) return source;
  const taken = takenAt === undefined ? null : Date.parse(takenAt);
  return attach(given, given.files, orderId, {
    ...when,
    source: source.value,
    name,
    takenAt: taken,
    ...(as ? { as } : {}),
  });
}

const catalogue = mergeCatalogues(PLATFORM_MESSAGES, messages);

/** It could not be done on the order this one went into either. */
function mergedInto({ lang = 'zh' }: Given, { number }: OrderRow, refused: Result<unknown> & { ok: false }) {
  const { code, params, article } = refused.refusal;
  const reason = say(catalogue, lang, code, params);
  return refuse('order-merged', { params: { number, reason }, ...(article === undefined ? {} : { article }) });
}
