/** What the API shows of requests. Names and phones are masked; who needs them asks for them by name, and that is recorded. */
import { type Static, Type } from 'typebox';
import { maskName, maskPhone } from '../registers/index.ts';
import { RouteView } from '../work-orders/index.ts';
import type { IntakeBook } from './rules/book.ts';
import type { Reason } from './rules/suggest/reasons.ts';
import type { SuggestedAnswer, Suggestion } from './rules/suggest/suggest.ts';
import type { RequestRow } from './store/requests.ts';

const Text = Type.String();
const NullableText = Type.Union([Type.String(), Type.Null()]);
const NullableId = Type.Union([Type.Integer(), Type.Null()]);
export const Id = Type.Integer({ minimum: 1 });

export const RequestView = Type.Object(
  {
    id: Type.Integer(),
    channel: Text,
    channelName: Text,
    receivedAt: Text,
    reporter: NullableText,
    phone: NullableText,
    contactTimes: NullableText,
    place: Text,
    content: Text,
    sourceRef: NullableText,
    event: NullableText,
    eventName: NullableText,
    urgent: Type.Boolean(),
    outcome: Type.Enum(['draft', 'open', 'declined', 'registered']),
    orderId: NullableId,
    premisesId: NullableId,
    pin: Type.Union([Type.Object({ lon: Type.Number(), lat: Type.Number() }), Type.Null()]),
    declinedReason: Type.Union([Type.Enum(['irrelevant', 'outside-duty']), Type.Null()]),
    explanation: NullableText,
    handedTo: NullableText,
    declinedAt: NullableText,
    declinedBy: NullableText,
    toldAt: NullableText,
    registeredAt: NullableText,
    registeredBy: NullableText,
    ownerId: NullableId,
    owner: Type.Union([Type.String(), Type.Null()], { description: '首问责任人，或承接的单位' }),
    ownerUnit: NullableText,
    earlier: Type.Integer({ description: '此前若干天内同一电话或同一用水地址的诉求' }),
    repeatOf: NullableId,
  },
  { $id: 'Request' },
);

export const ReceivedView = Type.Object(
  { request: RequestView, order: Type.Object({ id: Type.Integer(), number: Text }) },
  { $id: 'Received' },
);

export const CheckedView = Type.Object(
  {
    elements: Type.Array(
      Type.Object({
        id: Text,
        name: Text,
        ok: Type.Boolean(),
        message: NullableText,
        article: NullableText,
        quote: NullableText,
      }),
    ),
    ready: Type.Boolean(),
    routing: Type.Array(RouteView, { description: '归属：按现在所知派给谁，还要问什么' }),
  },
  { $id: 'CheckedElements' },
);

const Reasons = Type.Array(Type.Object({ word: Text, where: Type.Enum(['subject', 'body']), text: Text }));
const Answer = Type.Object({ value: Type.Boolean(), reasons: Reasons });

export const SuggestionView = Type.Object(
  {
    relevant: Answer,
    events: Type.Array(
      Type.Object({
        id: Type.String({ description: 'The child the words name, else the top-level event' }),
        name: Text,
        score: Type.Number(),
        reasons: Reasons,
      }),
    ),
    second: NullableText,
    urgent: Answer,
    place: Type.Union([Type.Object({ words: Text, reasons: Reasons }), Type.Null()]),
    outsideDuty: Answer,
  },
  { $id: 'Suggestion' },
);

const reasonsView = (reasons: Reason[], lang: 'zh' | 'en') =>
  reasons.map(({ word, where, ...text }) => ({ word, where, text: text[lang] }));

export function suggestionView(
  suggestion: Suggestion,
  book: IntakeBook,
  lang: 'zh' | 'en',
): Static<typeof SuggestionView> {
  const answer = ({ value, reasons }: SuggestedAnswer) => ({ value, reasons: reasonsView(reasons, lang) });
  return {
    relevant: answer(suggestion.relevant),
    events: suggestion.events.slice(0, 3).map(({ event, refined, score, reasons }) => ({
      id: refined ?? event,
      name: book.eventName(refined ?? event, lang),
      score,
      reasons: reasonsView(reasons, lang),
    })),
    second: suggestion.second,
    urgent: answer(suggestion.urgent),
    place: suggestion.place && {
      words: suggestion.place.words,
      reasons: reasonsView(suggestion.place.reasons, lang),
    },
    outsideDuty: answer(suggestion.outsideDuty),
  };
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export function requestView(
  row: RequestRow,
  book: IntakeBook | null,
  lang: 'zh' | 'en',
  name: { person: (staffId: number) => string; unit: (departmentId: string) => string },
): Static<typeof RequestView> {
  return {
    id: row.requestId,
    channel: row.channel,
    channelName: book?.channelName(row.channel, lang) ?? row.channel,
    receivedAt: new Date(row.receivedAt).toISOString(),
    reporter: maskName(row.reporter),
    phone: maskPhone(row.phone),
    contactTimes: row.contactTimes,
    place: row.place,
    content: row.content,
    sourceRef: row.sourceRef,
    event: row.event,
    eventName: row.event === null ? null : (book?.eventName(row.event, lang) ?? row.event),
    urgent: row.urgent,
    outcome: row.outcome,
    orderId: row.orderId,
    premisesId: row.premisesId,
    pin: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
    declinedReason: row.declinedReason,
    explanation: row.explanation,
    handedTo: row.handedTo,
    declinedAt: iso(row.declinedAt),
    declinedBy: row.declinedBy === null ? null : name.person(row.declinedBy),
    toldAt: iso(row.toldAt),
    registeredAt: iso(row.registeredAt),
    registeredBy: row.registeredBy === null ? null : name.person(row.registeredBy),
    ownerId: row.ownerId,
    owner: row.ownerId !== null ? name.person(row.ownerId) : row.ownerUnit === null ? null : name.unit(row.ownerUnit),
    ownerUnit: row.ownerUnit,
    earlier: row.earlier,
    repeatOf: row.repeatOf,
  };
}
