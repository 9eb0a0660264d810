import * as appraisal from '../modules/appraisal/index.ts';
import * as backtests from '../modules/backtests/index.ts';
import * as callBacks from '../modules/call-backs/index.ts';
import * as duties from '../modules/duties/index.ts';
import * as field from '../modules/field/index.ts';
import * as identity from '../modules/identity/index.ts';
import * as imports from '../modules/imports/index.ts';
import * as lists from '../modules/lists/index.ts';
import * as notices from '../modules/notices/index.ts';
import * as progress from '../modules/progress/index.ts';
import * as registers from '../modules/registers/index.ts';
import * as regulations from '../modules/regulations/index.ts';
import * as requests from '../modules/requests/index.ts';
import * as rosters from '../modules/rosters/index.ts';
import * as slips from '../modules/slips/index.ts';
import * as workOrders from '../modules/work-orders/index.ts';
import { type Catalogue, mergeCatalogues } from '../platform/http/messages.ts';
import type { Measure } from '../platform/http/metrics.ts';
import type { Route } from '../platform/http/route.ts';
import type { Topic } from '../platform/live/news.ts';
import { liveRoutes } from '../platform/live/routes.ts';
import { auditRoutes } from './audit-routes.ts';
import { routes as calculatorRoutes } from './calculator-routes.ts';
import { tellOfDrafts } from './draft-news.ts';
import { messages as rulebookMessages } from './messages.ts';
import { routes as rulebookRoutes } from './rulebook-routes.ts';
import { setUpMessages } from './set-up/messages.ts';
import { setUpRoutes } from './set-up/routes.ts';
import { syncRoutes } from './sync/routes.ts';

/** What a module shows at its front door to be served over HTTP. */
interface Served {
  routes: Route[];
  messages: Catalogue;
}

tellOfDrafts();

/** What open screens follow. */
export const topics: readonly Topic[] = [...notices.topics, ...rosters.topics, ...workOrders.topics];

/** What /metrics tells beside HTTP and database. */
export const measures: readonly Measure[] = [...notices.measures, ...workOrders.measures];

const modules: Served[] = [
  identity,
  regulations,
  registers,
  notices,
  rosters,
  workOrders,
  backtests,
  duties,
  requests,
  callBacks,
  progress,
  slips,
  appraisal,
  field,
  imports,
  lists,
  {
    routes: [...rulebookRoutes, ...calculatorRoutes, ...auditRoutes],
    messages: { ...workOrders.messages, ...rulebookMessages },
  },
  { routes: liveRoutes(topics), messages: {} },
  { routes: setUpRoutes, messages: setUpMessages },
  { routes: syncRoutes(() => catalogue), messages: {} },
];

/** Every address of the API, each with the words of its module. */
export const routes: readonly Route[] = modules.flatMap((module) =>
  module.routes.map((route) => ({ ...route, messages: module.messages })),
);

/** Every message of the modules. */
export const catalogue: Catalogue = mergeCatalogues(...modules.map((module) => module.messages));
