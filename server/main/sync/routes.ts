import { SyncBody, type SyncRequest, SyncView } from '../../modules/field/index.ts';
import type { Catalogue } from '../../platform/http/messages.ts';
import { type Route, stepsRoute } from '../../platform/http/route.ts';
import type { Result } from '../../values/result.ts';
import { sync } from './sync.ts';

/** @param catalogue what refusals of any module say */
export const syncRoutes = (catalogue: () => Catalogue): Route[] => [
  stepsRoute({
    method: 'POST',
    url: '/api/sync',
    action: 'field.use',
    summary: 'Commands a phone gave, in their order: each done once or listed with the reason 同步',
    body: SyncBody,
    answer: SyncView,
    handler: async (contact) =>
      (await sync({ ...contact, body: contact.body as SyncRequest }, catalogue())) as Result<never>,
  }),
];
