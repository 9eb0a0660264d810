import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readCallSearch } from './call-backs/search.ts';
import { readAuditSearch } from './identity/search.ts';
import { readNoticeSearch, readTemplateSearch } from './inbox/notices/search.ts';
import { readListSearch } from './list/search.ts';
import { readDeskSearch } from './orders/search.ts';
import { readRegisterSearch } from './registers/search.ts';
import { readChecksSearch, readMetricsSearch } from './reports/appraisal/search.ts';
import { readReportSearch } from './reports/search.ts';
import { readRosterSearch } from './rosters/search.ts';
import { readBrowseSearch } from './rulebook/browse/search.ts';
import { readCalculatorSearch } from './rulebook/calculator/search.ts';
import { readCoverageSearch } from './rulebook/covered/search.ts';
import { Crashed, NotFound } from './shell/Fallbacks.tsx';
import { Shell } from './shell/Shell.tsx';

const root = createRootRoute({ component: Shell, errorComponent: Crashed, notFoundComponent: NotFound });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/orders', replace: true });
  },
});

const desk = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  validateSearch: readDeskSearch,
  component: lazyRouteComponent(() => import('./orders/Desk.tsx'), 'Desk'),
});
const order = createRoute({ getParentRoute: () => desk, path: '$orderId' });
const intake = createRoute({
  getParentRoute: () => root,
  path: '/intake',
  component: lazyRouteComponent(() => import('./intake/IntakePage.tsx'), 'IntakePage'),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  component: lazyRouteComponent(() => import('./inbox/InboxPage.tsx'), 'InboxPage'),
});
const rulebook = createRoute({
  getParentRoute: () => root,
  path: '/rulebook',
  component: lazyRouteComponent(() => import('./rulebook/RulebookFrame.tsx'), 'RulebookFrame'),
});
const rulebookNow = createRoute({
  getParentRoute: () => rulebook,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/rulebook/browse', replace: true });
  },
});
const rulebookBrowse = createRoute({
  getParentRoute: () => rulebook,
  path: 'browse',
  validateSearch: readBrowseSearch,
  component: lazyRouteComponent(() => import('./rulebook/browse/BrowsePage.tsx'), 'BrowsePage'),
});
const backtest = createRoute({
  getParentRoute: () => rulebook,
  path: 'backtest',
  validateSearch: ({ id }: Record<string, unknown>): { id?: string } =>
    typeof id === 'string' && /^[\da-f-]{36}$/.test(id) ? { id } : {},
  component: lazyRouteComponent(() => import('./rulebook/backtest/BacktestPage.tsx'), 'BacktestPage'),
});
const hashOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\da-f]{64}$/.test(value) ? value : undefined;
const compare = createRoute({
  getParentRoute: () => rulebook,
  path: 'compare',
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string } => {
    const [from, to] = [hashOf(search.from), hashOf(search.to)];
    return { ...(from && { from }), ...(to && { to }) };
  },
  component: lazyRouteComponent(() => import('./rulebook/drafting/ComparePage.tsx'), 'ComparePage'),
});
const drafts = createRoute({
  getParentRoute: () => rulebook,
  path: 'drafts',
  validateSearch: ({ id }: Record<string, unknown>): { id?: number } =>
    Number.isSafeInteger(Number(id)) && Number(id) > 0 ? { id: Number(id) } : {},
  component: lazyRouteComponent(() => import('./rulebook/drafting/DraftsPage.tsx'), 'DraftsPage'),
});

const rulebookCoverage = createRoute({
  getParentRoute: () => rulebook,
  path: 'coverage',
  validateSearch: readCoverageSearch,
  component: lazyRouteComponent(() => import('./rulebook/covered/CoveragePage.tsx'), 'CoveragePage'),
});
const rulebookCalculate = createRoute({
  getParentRoute: () => rulebook,
  path: 'calculate',
  validateSearch: readCalculatorSearch,
  component: lazyRouteComponent(() => import('./rulebook/calculator/CalculatorPage.tsx'), 'CalculatorPage'),
});

const redatings = createRoute({
  getParentRoute: () => root,
  path: '/redatings',
  validateSearch: ({ id }: Record<string, unknown>): { id?: number } =>
    Number.isSafeInteger(Number(id)) && Number(id) > 0 ? { id: Number(id) } : {},
  component: lazyRouteComponent(() => import('./redating/RedatingPage.tsx'), 'RedatingPage'),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  component: lazyRouteComponent(() => import('./reports/ReportsFrame.tsx'), 'ReportsFrame'),
});
const attribution = createRoute({
  getParentRoute: () => reports,
  path: '/',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./reports/AttributionPage.tsx'), 'AttributionPage'),
});
const metrics = createRoute({
  getParentRoute: () => reports,
  path: 'metrics',
  validateSearch: readMetricsSearch,
  component: lazyRouteComponent(() => import('./reports/appraisal/MetricsPage.tsx'), 'MetricsPage'),
});
const checks = createRoute({
  getParentRoute: () => reports,
  path: 'checks',
  validateSearch: readChecksSearch,
  component: lazyRouteComponent(() => import('./reports/appraisal/ChecksPage.tsx'), 'ChecksPage'),
});

const list = createRoute({
  getParentRoute: () => root,
  path: '/list',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./list/ListPage.tsx'), 'ListPage'),
});
const imports = createRoute({
  getParentRoute: () => root,
  path: '/imports',
  component: lazyRouteComponent(() => import('./imports/ImportsPage.tsx'), 'ImportsPage'),
});
const oneImport = createRoute({ getParentRoute: () => imports, path: '$importId' });

const slips = createRoute({
  getParentRoute: () => root,
  path: '/slips',
  component: lazyRouteComponent(() => import('./inbox/slips/SlipsPage.tsx'), 'SlipsPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(() => import('./identity/AccountPage.tsx'), 'AccountPage'),
});
const staff = createRoute({
  getParentRoute: () => root,
  path: '/staff',
  validateSearch: ({ id }: Record<string, unknown>): { id?: number } =>
    Number.isSafeInteger(Number(id)) && Number(id) > 0 ? { id: Number(id) } : {},
  component: lazyRouteComponent(() => import('./identity/StaffPage.tsx'), 'StaffPage'),
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./identity/AuditPage.tsx'), 'AuditPage'),
});
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  validateSearch: ({ step }: Record<string, unknown>): { step?: string } => (typeof step === 'string' ? { step } : {}),
  component: lazyRouteComponent(() => import('./set-up/SetUpPage.tsx'), 'SetUpPage'),
});
const rosters = createRoute({
  getParentRoute: () => root,
  path: '/rosters',
  validateSearch: readRosterSearch,
  component: lazyRouteComponent(() => import('./rosters/RostersPage.tsx'), 'RostersPage'),
});
const registers = createRoute({
  getParentRoute: () => root,
  path: '/registers',
  validateSearch: readRegisterSearch,
  component: lazyRouteComponent(() => import('./registers/RegistersPage.tsx'), 'RegistersPage'),
});
const callBacks = createRoute({
  getParentRoute: () => root,
  path: '/call-backs',
  validateSearch: readCallSearch,
  component: lazyRouteComponent(() => import('./call-backs/CallBacksPage.tsx'), 'CallBacksPage'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('./inbox/notices/NoticesFrame.tsx'), 'NoticesFrame'),
});
const noticeRecords = createRoute({
  getParentRoute: () => notices,
  path: '/',
  validateSearch: readNoticeSearch,
  component: lazyRouteComponent(() => import('./inbox/notices/RecordsPage.tsx'), 'RecordsPage'),
});
const noticeDesk = createRoute({
  getParentRoute: () => notices,
  path: 'desk',
  validateSearch: readNoticeSearch,
  component: lazyRouteComponent(() => import('./inbox/notices/RecordsPage.tsx'), 'DeskPage'),
});
const noticeTemplates = createRoute({
  getParentRoute: () => notices,
  path: 'templates',
  validateSearch: readTemplateSearch,
  component: lazyRouteComponent(() => import('./inbox/notices/TemplatesPage.tsx'), 'TemplatesPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    desk.addChildren([order]),
    intake,
    inbox,
    rulebook.addChildren([rulebookNow, rulebookBrowse, rulebookCalculate, rulebookCoverage, compare, drafts, backtest]),
    redatings,
    reports.addChildren([attribution, metrics, checks]),
    list,
    imports.addChildren([oneImport]),
    account,
    staff,
    audit,
    setUp,
    rosters,
    registers,
    notices.addChildren([noticeRecords, noticeDesk, noticeTemplates]),
    slips,
    callBacks,
  ]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
