/** What the routes of requests are sent. */
import { Type } from 'typebox';
import { Id } from './views.ts';

const Fact = Type.Union([
  Type.Boolean(),
  Type.Number(),
  Type.String({ maxLength: 500 }),
  Type.Array(Type.String({ maxLength: 100 }), { maxItems: 50 }),
]);
export const Word = Type.String({ maxLength: 100 });
// Lengths are judged by the rules, which say what was found; a few characters more than theirs pass here.
const Line = Type.String();

const caller = {
  reporter: Type.Optional(Line),
  phone: Type.Optional(Line),
  contactTimes: Type.Optional(Line),
  place: Type.Optional(Line),
  premisesId: Type.Optional(Id),
  communityId: Type.Optional(Id),
  districtId: Type.Optional(Word),
  roadIds: Type.Optional(Type.Array(Id, { maxItems: 2 })),
  lon: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  urgent: Type.Optional(Type.Boolean()),
  facts: Type.Optional(Type.Record(Type.String({ maxLength: 60 }), Fact)),
  form: Type.Optional(Type.Record(Type.String({ maxLength: 60 }), Type.Unknown())),
};
const said = {
  channel: Line,
  receivedAt: Type.Optional(Line),
  content: Line,
  source: Type.Optional(Word),
  sourceRef: Type.Optional(Line),
};
const joining = { joinOrderId: Type.Optional(Id) };
export const NewRequest = Type.Object({ ...said, ...caller, ...joining, event: Line }, { $id: 'NewRequest' });
export const Typed = Type.Object({
  ...said,
  ...caller,
  channel: Type.Optional(Line),
  content: Type.Optional(Line),
  event: Type.Optional(Line),
});
export const Classification = Type.Object({ ...caller, ...joining, event: Line });
export const declining = {
  reason: Line,
  explanation: Type.Optional(Line),
  handedTo: Type.Optional(Line),
  toldAt: Type.Optional(Line),
};
export const Declined = Type.Object({ ...said, ...caller, event: Type.Optional(Line), ...declining });
