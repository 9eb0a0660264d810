/**
 * The dependency rule: imports run main → modules → platform → values. docs/conventions.md says it in prose.
 * `tools/checks/boundaries.ts` runs these rules over the tree and, with the very same object, over the
 * planted violations in tools/boundary-fixtures, which must all be reported.
 */
const order = require('./server/modules/order.json').map((entry) => entry.module);

const TEST = '\\.test\\.tsx?$';
/** Test support: may be imported by tests and by other test support only. */
const SUPPORT = '(^|/)testing\\.tsx?$';
const ENTRY = [
  // started by name, imported by nobody
  '^server/main/[a-z-]+\\.ts$',
  '^server/platform/testing[a-z-]*\\.ts$',
  '^tools/[a-z-]+\\.(ts|mjs)$',
  '^tools/checks/[a-z-]+\\.ts$',
  '^tools/gen/[a-z-]+\\.ts$',
  '^server/platform/row-types\\.ts$',
  '^database/town/[a-z-]+\\.ts$',
  '^web/[a-z]+/(main|sw)\\.tsx?$',
  '^web/[a-z]+/src/main\\.tsx$',
  '^web/[a-z]+/public/',
  'config\\.ts$',
  '\\.d\\.ts$',
  TEST,
];

/** A module calls upward only: from `work-orders` into `requests` is against the order. */
const importOrder = order.slice(0, -1).map((module, at) => ({
  name: `import-order-${module}`,
  comment: `${module} stands above ${order.slice(at + 1).join(', ')} in server/modules/order.json and must not know them: let server/main put the two together`,
  severity: 'error',
  from: { path: `^server/modules/${module}/` },
  to: { path: `^server/modules/(${order.slice(at + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file or three',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'Nobody imports it and it imports nobody: delete it or name it an entry point here',
      severity: 'error',
      from: { orphan: true, pathNot: ENTRY },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'The imported file or package does not exist',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'values-know-nothing',
      comment: 'values/ are tiny and pure: they import values only',
      severity: 'error',
      from: { path: '^server/values/', pathNot: TEST },
      to: { pathNot: '^server/values/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'rules/ import only rules/ and values/: no Node, no store, no package but the parser of rulebooks. They also run on phones',
      severity: 'error',
      from: { path: '^server/modules/[^/]+/rules/', pathNot: [TEST, SUPPORT] },
      to: { pathNot: ['^server/(values|modules/[^/]+/rules)/', '(^|/)node_modules/yaml/'] },
    },
    {
      name: 'platform-knows-no-business',
      comment: 'platform/ imports platform and values only',
      severity: 'error',
      from: { path: '^server/platform/' },
      to: { path: '^(server/(main|modules|journeys)|web|tools|database)/' },
    },
    {
      name: 'modules-know-no-main',
      comment: 'A module does not know who composes it',
      severity: 'error',
      from: { path: '^server/modules/' },
      to: { path: '^(server/(main|journeys)|web|tools|database)/' },
    },
    {
      name: 'front-door-only',
      comment: 'A module enters another by its index.ts; rules may enter rules',
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/', pathNot: '^server/modules/[^/]+/rules/' },
      to: {
        path: '^server/modules/[^/]+/',
        pathNot: ['^server/modules/$1/', '^server/modules/[^/]+/(index|testing)\\.ts$'],
      },
    },
    ...importOrder,
    {
      name: 'main-by-front-door',
      comment: 'main, journeys and tools enter a module by its index.ts',
      severity: 'error',
      from: { path: '^(server/(main|journeys)|tools)/', pathNot: '^tools/(bench|oracle-run)' },
      to: { path: '^server/modules/[^/]+/', pathNot: '^server/modules/[^/]+/(index|testing)\\.ts$' },
    },
    {
      name: 'town-by-front-door-or-rules',
      comment:
        'The fictional town lives by the rules and benches measure them; everything else of a module they enter by index.ts',
      severity: 'error',
      from: { path: '^(database|tools/(bench|oracle-run))' },
      to: {
        path: '^server/modules/[^/]+/',
        pathNot: ['^server/modules/[^/]+/rules/', '^server/modules/[^/]+/(index|testing)\\.ts$'],
      },
    },
    {
      name: 'sql-only-in-stores',
      comment: 'Every SQL statement of a module stands in its store (store.ts, or store/ when split by noun)',
      severity: 'error',
      from: {
        path: '^server/modules/',
        pathNot: ['^server/modules/[^/]+/store(\\.ts$|/)', TEST, SUPPORT],
      },
      to: { path: '(^|/)node_modules/(sql-template-tag|pg|pg-copy-streams)/' },
    },
    {
      name: 'web-sees-kit-rules-values',
      comment: 'web/ sees web/, the rules of modules and values: the rest is behind the HTTP interface',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|tools|database)/', pathNot: '^server/(values|modules/[^/]+/rules)/' },
    },
    {
      name: 'web-apps-apart',
      comment: 'What two applications share lives in web/kit',
      severity: 'error',
      from: { path: '^web/([^/]+)/' },
      to: { path: '^web/[^/]+/', pathNot: '^web/($1|kit)/' },
    },
    {
      name: 'no-node-in-browser',
      comment: 'Browsers have no Node built-ins',
      severity: 'error',
      from: { path: '^web/', pathNot: [TEST, SUPPORT, 'config\\.ts$', '(^|/)(journeys|tests)/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'Product code imports neither tests nor test support',
      severity: 'error',
      from: { pathNot: [TEST, SUPPORT, '^server/(journeys|platform/testing)', '(^|/)(journeys|tests)/'] },
      to: { path: [TEST, SUPPORT] },
    },
    {
      name: 'nobody-imports-tools',
      comment: 'tools/ are run, not imported',
      severity: 'error',
      from: { path: '^(server|web|database)/', pathNot: [TEST, '^server/journeys/'] },
      to: { path: '^tools/' },
    },
    {
      name: 'no-dev-package-in-server',
      comment: 'The server runs with production dependencies only',
      severity: 'error',
      from: { path: '^server/', pathNot: [TEST, SUPPORT, '^server/(journeys|platform/testing)'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'pre-compilation-only'] },
    },
    {
      name: 'declared-packages-only',
      comment: 'A package must stand in package.json: what another package happens to bring may go tomorrow',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^web/[^/]+/dist/', '^web/dist/', '^tools/boundary-fixtures/'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default', 'node'] },
    builtInModules: { add: ['node:test', 'node:sqlite'] },
  },
};
