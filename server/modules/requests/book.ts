/** What intake asks of the rulebook in force and of the register of places. */
import type { TimeSource } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database.ts';
import type { Me } from '../../platform/http/route.ts';
import type { Instant } from '../../values/instant.ts';
import { ok, type Result, refuse } from '../../values/result.ts';
import { formatDay, zoneOf } from '../../values/zone.ts';
import { communityById, placeOfRoads, premisesById } from '../registers/index.ts';
import { packInForce } from '../regulations/index.ts';
import type { OpenOrder } from '../work-orders/index.ts';
import { type IntakeBook, intakeBookOf } from './rules/book.ts';
import { filledElements } from './rules/elements.ts';
import type { AcceptedIntake, Intake } from './rules/intake.ts';

export interface Acting {
  tx: Tx;
  /** Null: the system, or the command line. */
  me: Me | null;
  time: TimeSource;
  lang?: 'zh' | 'en';
  via: 'desk' | 'import';
}

/** Days are counted where the utilities are. */
const ZONE = zoneOf('Asia/Shanghai');

export const dayOf = (at: Instant): string => formatDay(ZONE.dayOf(at));

export async function bookAt(tx: Tx, at: Instant): Promise<Result<IntakeBook>> {
  const day = dayOf(at);
  const pack = await packInForce(tx, day);
  return pack ? ok(intakeBookOf(pack)) : refuse('rulebook-missing', { params: { day } });
}

export interface Place {
  premisesId: number | null;
  communityId: number | null;
  districtId: string | null;
  roadIds: number[];
  address: string;
  /** The pin of a person, else the point the register has for what was chosen. */
  position: OpenOrder['position'];
  customerKind: 'resident' | 'organisation' | null;
}

type Placed = Pick<Intake, 'premisesId' | 'communityId' | 'districtId' | 'roadIds' | 'lon' | 'lat'>;

const missing = (code: string, path: keyof Placed, params: Record<string, string | number>) =>
  refuse(code, { params, fields: [{ path, code, params }] });

/** The premises tell community, district and kind of customer; a community or a road its district. */
export async function placeOf(tx: Tx, intake: Placed): Promise<Result<Place>> {
  const { premisesId, lon, lat } = intake;
  if ((lon === undefined) !== (lat === undefined)) return missing('pin-half', lon === undefined ? 'lon' : 'lat', {});
  const premises = premisesId === undefined ? undefined : await premisesById(tx, premisesId);
  if (premisesId !== undefined && !premises) return missing('premises-not-found', 'premisesId', { premisesId });
  const communityId = premises?.communityId ?? intake.communityId;
  const community = communityId === undefined ? undefined : await communityById(tx, communityId);
  if (communityId !== undefined && !community) return missing('community-not-found', 'communityId', { communityId });
  const roads = await placeOfRoads(tx, intake.roadIds ?? []);
  if (roads.missing !== null) return missing('road-not-found', 'roadIds', { roadId: roads.missing });
  const registered = [premises, community, roads.point].find((one) => (one?.lon ?? null) !== null);
  return ok({
    premisesId: premises?.premisesId ?? null,
    communityId: community?.communityId ?? null,
    districtId: community?.districtId ?? roads.districtId ?? intake.districtId ?? null,
    roadIds: roads.roadIds,
    address: premises?.address ?? (community ? `${community.road}${community.name}` : roads.name),
    position:
      lon !== undefined && lat !== undefined
        ? { lon, lat, by: 'person' }
        : registered?.lon != null && registered.lat != null
          ? { lon: registered.lon, lat: registered.lat, by: 'register' }
          : null,
    customerKind: premises?.customerKind ?? null,
  });
}

/** A request as its order is opened: names of the elements it fills, never what identifies the caller. */
export function readyToOpen(
  requestId: number,
  intake: AcceptedIntake,
  book: IntakeBook,
  place: Place,
  form: Record<string, unknown>,
  via: Acting['via'],
): OpenOrder {
  const { 'second-event': _second, ...facts } = intake.facts;
  const elements = filledElements({
    channel: intake.channel,
    event: intake.event ?? '',
    receivedAt: intake.receivedAt,
    place: intake.place,
    content: intake.content,
    reporter: intake.reporter ?? '',
    phone: intake.phone ?? '',
    contactTimes: intake.contactTimes ?? '',
    facts,
    form,
    unitSuggested: false,
    limitKnown: false,
  });
  return {
    event: intake.event ?? '',
    channel: intake.channel,
    urgent: intake.urgent,
    content: intake.content,
    place: intake.place,
    premisesId: place.premisesId,
    communityId: place.communityId,
    districtId: place.districtId,
    roadIds: place.roadIds,
    position: place.position ?? null,
    receivedAt: intake.receivedAt,
    facts,
    request: { id: requestId, elements },
    caller: { name: intake.reporter, phone: intake.phone, sourceRef: intake.sourceRef },
    forms: formsOf(book, form),
    via,
  };
}

const PERSONAL = new Set(['phone', 'mobile', 'reporter', 'contact-time']);

/** Fields typed at intake, kept under each form that has them, so that dispatch need not ask again. */
function formsOf(book: IntakeBook, typed: Record<string, unknown>): NonNullable<OpenOrder['forms']> {
  const forms: NonNullable<OpenOrder['forms']> = {};
  for (const { id, fields } of book.forms) {
    for (const field of fields) {
      const value = typed[field.id];
      if (
        PERSONAL.has(field.id) ||
        !(typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      )
        continue;
      forms[id] = { ...forms[id], [field.id]: value };
    }
  }
  return forms;
}
