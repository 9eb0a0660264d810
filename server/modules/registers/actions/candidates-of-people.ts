/** Premises by account number, phone, the end of a phone, or the customer's whole name. */
import type { Tx } from '../../../platform/database.ts';
import type { Candidate, Reason } from '../rules/candidates.ts';
import { MOST_CANDIDATES } from '../rules/candidates.ts';
import type { PlaceQuery } from '../rules/query.ts';
import { type Premises, premisesByCustomer, premisesByDigits, premisesByPhoneEnding } from '../store/places.ts';

export const ofPremises = (one: Premises, score: number, ...reasons: Reason[]): Candidate => ({
  kind: 'premises',
  id: `premises ${one.premisesId}`,
  name: one.address,
  score,
  reasons,
  districtId: one.districtId,
  communityId: one.communityId,
  buildingId: null,
  premisesId: one.premisesId,
  roadIds: [],
  lon: one.lon,
  lat: one.lat,
  exact: true,
});

export async function candidatesOfPeople(tx: Tx, { digits, ending, text }: PlaceQuery): Promise<Candidate[]> {
  if (digits === null) {
    return (await premisesByCustomer(tx, text, MOST_CANDIDATES)).map((one) =>
      ofPremises(one, 0.9, { why: 'customer' }),
    );
  }
  const byNumber = (await premisesByDigits(tx, digits, MOST_CANDIDATES)).map((one) => {
    const whole = one.accountNumber === digits || one.customerPhone === digits;
    const why = one.accountNumber.startsWith(digits) ? 'account' : 'phone';
    return ofPremises(one, whole ? 1 : 0.7, { why });
  });
  const byEnding = ending ? await premisesByPhoneEnding(tx, ending, MOST_CANDIDATES) : [];
  return [...byNumber, ...byEnding.map((one) => ofPremises(one, 0.65, { why: 'phone-ending' }))];
}
