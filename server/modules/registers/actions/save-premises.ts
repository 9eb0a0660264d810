/** 用水户, known by account number; a building nobody has registered yet comes with its first premises. */
import type { Tx } from '../../../platform/database.ts';
import { type Fault, type PremisesRow, premisesFaults, type SavedRow, tidy } from '../rules/place-rows.ts';
import { normalText } from '../rules/place-text.ts';
import { holdRegisters, lastId, type NewPremises, premisesByAccounts } from '../store/saving.ts';
import { communityFinder } from './find-community.ts';
import { type Reading, settle } from './save-places.ts';
import { addPremises } from './write-places.ts';

export async function savePremises(tx: Tx, rows: readonly PremisesRow[]): Promise<SavedRow[]> {
  await holdRegisters(tx);
  const community = await communityFinder(tx, rows);
  const known = await premisesByAccounts(
    tx,
    rows.map(({ accountNumber }) => tidy(accountNumber)),
  );
  const byAccount = new Map(known.map((one) => [one.accountNumber, one]));
  let next = await lastId(tx, 'premises');
  const { saved, write } = settle(
    rows,
    (row): Reading<NewPremises> | Fault[] => {
      const faults = premisesFaults(row);
      if (faults.length > 0) return faults;
      const found = community.find(row);
      if ('code' in found) return [found];
      const accountNumber = tidy(row.accountNumber);
      const before = byAccount.get(accountNumber);
      const building = tidy(row.building);
      const room = tidy(row.room);
      const address = tidy(row.address) || `${found.road}${found.name}${building}${room}`;
      const own = row.lon === undefined && row.lat === undefined ? before : row;
      const after: NewPremises = {
        premisesId: before?.premisesId ?? ++next,
        accountNumber,
        communityId: found.communityId,
        building,
        room,
        address,
        addressKey: normalText(address),
        customerName: tidy(row.customerName),
        customerPhone: tidy(row.customerPhone) || null,
        customerKind: row.customerKind as NewPremises['customerKind'],
        meterDn: row.meterDn,
        supply: row.supply as NewPremises['supply'],
        lon: own?.lon ?? null,
        lat: own?.lat ?? null,
      };
      return { key: accountNumber, before, after };
    },
    ({ premisesId }) => premisesId,
  );
  if (write.length > 0) await addPremises(tx, write);
  return saved;
}
