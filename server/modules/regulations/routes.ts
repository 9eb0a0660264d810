/** Versions of the rulebook: which there are, and a newer one put into force. */
import Type from 'typebox';
import type { Tx } from '../../platform/database.ts';
import { type Route, route } from '../../platform/http/route.ts';
import type { Instant } from '../../values/instant.ts';
import { ok } from '../../values/result.ts';
import { formatDay, zoneOf } from '../../values/zone.ts';
import { type Enactment, enactPack } from './actions/enact.ts';
import { rulebooksKnown } from './actions/rulebooks.ts';
import { adoptionRoutes } from './adoption-routes.ts';
import { comparingRoutes } from './comparing-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { readingRoutes } from './reading-routes.ts';
import { inForceOn, versionRows } from './store/versions.ts';

const text = Type.String();
const day = Type.String({ format: 'date' });
const nullable = <S extends Type.TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
const name = Type.Optional(Type.String({ maxLength: 80 }));

const Version = Type.Object({
  hash: text,
  pack: text,
  version: text,
  effective: day,
  fromDay: Type.Unsafe<string | null>({ ...nullable(day), description: '自何日起施行；未施行为空' }),
  inForce: Type.Boolean({ description: '今日施行的就是它' }),
});

/** Of every version kept, the one in force latest first. */
export async function listVersions(tx: Tx, now: Instant) {
  const today = formatDay(zoneOf('Asia/Shanghai').dayOf(now));
  const current = await inForceOn(tx, today);
  return (await versionRows(tx)).map(({ hash, pack, version, effective, fromDay }) => ({
    hash,
    pack,
    version,
    effective,
    fromDay,
    inForce: hash === current?.hash,
  }));
}

export const routes: Route[] = [
  ...adoptionRoutes,
  ...comparingRoutes,
  ...readingRoutes,
  ...draftRoutes,
  route({
    method: 'GET',
    url: '/api/regulations/rulebooks',
    action: 'regulations.read',
    summary: 'Rulebooks to look at: versions kept and those that come with the platform, the one in force first 规章',
    answer: Type.Array(
      Type.Object({
        hash: text,
        pack: text,
        version: text,
        utility: text,
        source: text,
        effective: day,
        origin: Type.Enum(['kept', 'shipped']),
        inForce: Type.Boolean(),
      }),
    ),
    handler: async ({ tx, time }) => ok((await rulebooksKnown(tx, time.now())).map((head) => ({ ...head }))),
  }),
  route({
    method: 'GET',
    url: '/api/regulations/versions',
    action: 'regulations.read',
    summary: 'Every version of the rulebook, and from which day it is in force 规则版本',
    answer: Type.Object({ items: Type.Array(Version) }),
    handler: async ({ tx, time }) => ok({ items: await listVersions(tx, time.now()) }),
  }),
  route({
    method: 'POST',
    url: '/api/regulations/versions',
    action: 'regulations.enact',
    summary: 'Check a newer version and put it into force from a day; open orders keep theirs 施行新版',
    body: Type.Object(
      {
        files: Type.Array(
          Type.Object(
            { path: Type.String({ minLength: 1, maxLength: 300 }), text: Type.String({ maxLength: 2_000_000 }) },
            { additionalProperties: false },
          ),
          { minItems: 1, maxItems: 200, description: '规章包文件夹里的 YAML 文件' },
        ),
        pack: name,
        version: name,
        fromDay: Type.Optional(Type.String({ format: 'date', description: '自何日起施行；不填为可以施行的第一天' })),
        reason: Type.String({ minLength: 1, maxLength: 2000 }),
      },
      { additionalProperties: false },
    ),
    answer: Type.Object({ hash: text, pack: text, version: text, fromDay: day, before: nullable(text) }),
    status: 201,
    async handler(context) {
      const done = await enactPack(context, context.body as Enactment);
      if (!done.ok) return done;
      const { pack, fromDay, before } = done.value;
      return ok({ hash: pack.hash, pack: pack.pack, version: pack.version, fromDay, before });
    },
  }),
];
