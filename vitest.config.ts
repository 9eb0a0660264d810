import { defineConfig } from 'vitest/config';

// unit      rules, values and tools: no PostgreSQL, seconds
// postgres  everything that asks a database: one embedded PostgreSQL for the run, a clone for each file
// browser   the screens, on Chromium
const PURE = [
  'server/values/**/*.test.ts',
  'server/**/rules/**/*.test.ts',
  'tools/**/*.test.ts',
  'web/**/*.test.ts',
  'deploy/**/*.test.ts',
];
const BROWSER = ['server/journeys/browser/**/*.test.ts'];
const AWAY = ['**/node_modules/**', '**/dist/**', 'data/**', 'data-*/**', 'tools/boundary-fixtures/**'];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: PURE, exclude: [...AWAY, ...BROWSER] } },
      {
        test: {
          name: 'postgres',
          include: ['server/**/*.test.ts', 'database/**/*.test.ts'],
          exclude: [...AWAY, ...PURE, ...BROWSER],
          globalSetup: ['server/platform/testing-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: BROWSER,
          exclude: AWAY,
          globalSetup: ['server/platform/testing-setup.ts', 'server/journeys/browser/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // a screen is waited for like any element of it; a full machine takes more than vitest's second
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
