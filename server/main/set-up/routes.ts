/** How far a utility is arranged, and the end of it: what is missing is named, and then people can work. */
import { Type } from 'typebox';
import {
  audit,
  endSetUp,
  listDepartments,
  listDistricts,
  listPeople,
  updateUtility,
  utilityOf,
} from '../../modules/identity/index.ts';
import { adopt, packInForce, readAdoption } from '../../modules/regulations/index.ts';
import type { Tx } from '../../platform/database.ts';
import { type Route, route } from '../../platform/http/route.ts';
import type { Instant } from '../../values/instant.ts';
import { ok, refuse } from '../../values/result.ts';
import { formatDay, zoneOf } from '../../values/zone.ts';

export const STEPS = ['units', 'districts', 'staff', 'rulebook', 'limits', 'hours'] as const;
type Step = (typeof STEPS)[number];

const Progress = Type.Object(
  {
    settingUp: Type.Boolean(),
    utility: Type.Object({ code: Type.String(), name: Type.String(), region: Type.String() }),
    steps: Type.Array(
      Type.Object({
        step: Type.Enum([...STEPS]),
        done: Type.Boolean(),
        count: Type.Integer({ description: 'What there is; of limits: what is still open' }),
        missing: Type.Array(Type.String({ description: 'Codes of what is missing' })),
      }),
    ),
  },
  { $id: 'SetUp' },
);

interface Done {
  count: number;
  missing: string[];
}

async function unitsOf(tx: Tx): Promise<Done> {
  const units = await listDepartments(tx);
  const missing = ['call-centre', 'service'].filter((kind) => !units.some((one) => one.kind === kind));
  return { count: units.length, missing: missing.map((kind) => `unit-${kind}`) };
}

/** Without these a report would get no further than one desk. */
const NEEDED: Record<string, readonly string[]> = {
  'staff-takes-calls': ['desk-agent', 'dispatcher'],
  'staff-dispatches': ['dispatcher', 'desk-agent'],
  'staff-handles': ['department-head', 'crew-member'],
  'staff-reviews': ['reviewer'],
};

async function staffOf(tx: Tx): Promise<Done> {
  const people = (await listPeople(tx)).filter((one) => one.active);
  const missing = Object.entries(NEEDED)
    .filter(([, roles]) => !people.some((one) => one.roles.some((role) => roles.includes(role))))
    .map(([code]) => code);
  if (people.some((one) => one.password_at === null)) missing.push('staff-without-password');
  return { count: people.length, missing };
}

const inForceAt = (tx: Tx, now: Instant) => packInForce(tx, formatDay(zoneOf('Asia/Shanghai').dayOf(now)));

/** One put into force as a version leaves nothing to be taken over. */
async function stepsOf(tx: Tx, now: Instant): Promise<Record<Step, Done>> {
  const inForce = await inForceAt(tx, now);
  const adoption = inForce ? null : await readAdoption(tx);
  const open = adoption?.questions.filter(({ key }) => adoption.answers[key] === undefined).length ?? 0;
  return {
    units: await unitsOf(tx),
    districts: { count: (await listDistricts(tx)).length, missing: [] },
    staff: await staffOf(tx),
    rulebook: { count: adoption || inForce ? 1 : 0, missing: adoption || inForce ? [] : ['rulebook-not-chosen'] },
    limits: { count: open, missing: open > 0 ? ['limits-open'] : adoption || inForce ? [] : ['rulebook-not-chosen'] },
    hours: {
      count: adoption?.hoursDecided || inForce ? 1 : 0,
      missing: adoption?.hoursDecided || inForce ? [] : ['hours-open'],
    },
  };
}

async function progressOf(tx: Tx, now: Instant) {
  const { setting_up: settingUp, code, name, region } = await utilityOf(tx);
  const steps = await stepsOf(tx, now);
  return {
    settingUp,
    utility: { code, name, region },
    steps: STEPS.map((step) => ({ step, done: steps[step].missing.length === 0, ...steps[step] })),
  };
}

export const setUpRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/api/set-up',
    action: 'utility.set-up',
    summary: 'How far the utility is arranged; an interrupted set-up goes on here 开通进度',
    answer: Progress,
    handler: async ({ tx, time }) => ok(await progressOf(tx, time.now())),
  }),
  route({
    method: 'PUT',
    url: '/api/set-up/utility',
    action: 'utility.set-up',
    summary: 'Name and region of the utility',
    body: Type.Object({
      name: Type.String({ minLength: 1, maxLength: 60 }),
      region: Type.String({ maxLength: 60 }),
    }),
    answer: Progress,
    handler: async ({ tx, me, time, body }) => {
      await updateUtility(tx, body);
      await audit(tx, me, 'utility.changed', `utility:${me.utilityCode}`, {}, time);
      return ok(await progressOf(tx, time.now()));
    },
  }),
  route({
    method: 'POST',
    url: '/api/set-up/finish',
    action: 'utility.set-up',
    summary: 'Puts the rulebook into force and ends the set-up; what is missing is named 完成开通',
    body: Type.Object({}),
    answer: Progress,
    handler: async ({ tx, me, time, lang }) => {
      const { settingUp, steps } = await progressOf(tx, time.now());
      if (!settingUp) return refuse('set-up-finished');
      const fields = steps.flatMap(({ step, missing }) => missing.map((code) => ({ path: step, code })));
      if (fields.length > 0) return refuse('set-up-incomplete', { params: { count: fields.length }, fields });
      const inForce = await inForceAt(tx, time.now());
      const governs = inForce ? ok(inForce) : await adopt({ tx, me, time, lang });
      if (!governs.ok) return governs;
      await endSetUp(tx);
      await audit(tx, me, 'utility.set-up', `utility:${me.utilityCode}`, { pack: governs.value.hash }, time);
      return ok(await progressOf(tx, time.now()));
    },
  }),
];
