/** The town's history is made by the platform's own rules, which refuse what cannot have been. */
import { expect, it } from 'vitest';
import { calendarsOf, holidayCalendars, loadShipped, type Pack } from '../../server/modules/regulations/index.ts';
import { DAY } from '../../server/values/instant.ts';
import { rulebookOf } from './engine.ts';
import { generateTown, TOWN_SEED } from './generate.ts';
import { liveClosed, liveOpenOnes, OPEN_COUNT } from './history.ts';
import { seeded } from './random.ts';

const pack = loadShipped().packs.find((one) => one.pack === 'hucheng') as Pack;
const town = generateTown();
const units = town.departments.map(({ departmentId, name, kind }) => ({
  departmentId,
  name,
  organizationId: departmentId,
  kind,
}));
const world = { rulebook: rulebookOf(pack), calendars: calendarsOf(pack, holidayCalendars()), units };

// at the first of these an order that was closed for the second time minutes ago was to be reopened before that
it.each([
  ['2026-11-10T01:54:47.999Z', 400],
  ['2026-02-16T20:03:00.000Z', 30],
  ['2026-07-01T00:00:00.000Z', 30],
])('begins at any hour: %s', (at, closed) => {
  const now = Date.parse(at);
  let last = 0;
  const doer = (username: string) => {
    const one = town.staff.find((person) => person.username === username);
    if (!one) throw new Error(username);
    return {
      staffId: town.staff.indexOf(one) + 1,
      departmentId: one.departmentId,
      crew: one.roles.includes('crew-member'),
    };
  };
  const scene = {
    ...{ random: seeded(TOWN_SEED + Math.floor(now / DAY)), town, world, now, doer },
    nextRequestId: () => ++last,
    nextAttachmentId: () => `photo-${++last}`,
  };
  expect(liveClosed(scene, closed, 90)).toHaveLength(closed);
  expect(liveOpenOnes(scene)).toHaveLength(OPEN_COUNT);
});
