/** The office in a browser against the whole API and the town of 湖城. */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { seedTown } from '../../../database/town/seed.ts';
import { findChromium } from '../../../tools/chromium.ts';
import { loadShipped } from '../../modules/regulations/index.ts';
import { systemTime } from '../../platform/clock.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing.ts';
import { type TestServer, testServer } from '../testing.ts';

const BUILT = resolve(import.meta.dirname, '../../../dist/office');
const FIELD = resolve(import.meta.dirname, '../../../dist/field');
const PASSWORD = 'gongshui-2026';
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Office {
  db: TestDatabase;
  server: TestServer;
  utilityId: number;
  /** A window of its own, signed in as this member of staff and looking at `path`. */
  open(username: string, path: string, look?: Look): Promise<Page>;
  /** A window in which nobody is signed in. */
  stranger(path: string, look?: Look): Promise<Page>;
}

export interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
  english?: boolean;
}

/** @param options `empty`: nobody is there yet, not even a utility */
export async function openOffice({ empty = false } = {}): Promise<Office> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium was found; set CHROMIUM=/path/to/chromium');
  const db = await testDatabase();
  const { utilityId } = empty
    ? { utilityId: 0 }
    : await seedTown({
        db,
        adminUrl: db.url,
        time: systemTime,
        packs: loadShipped().packs,
        password: PASSWORD,
        closed: 30,
      });
  const server = await testServer({ db, time: systemTime, web: BUILT, field: FIELD });
  const browser = await chromium.launch({ executablePath, args: ARGS });
  opened.push(browser);

  const window = async (cookie: string, path: string, look: Look = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
      colorScheme: look.dark === true ? 'dark' : 'light',
      locale: 'zh-CN',
      // Where the browser stands must not matter: times are those of Shanghai.
      timezoneId: 'Europe/London',
    });
    if (look.english === true) await context.addInitScript(() => localStorage.setItem('gongshui.language', 'en'));
    for (const part of cookie === '' ? [] : cookie.split('; ')) {
      const at = part.indexOf('=');
      await context.addCookies([{ name: part.slice(0, at), value: part.slice(at + 1), url: server.url }]);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => failures.push(error.message));
    await page.goto(server.url + path);
    return page;
  };
  return {
    db,
    server,
    utilityId,
    open: async (username, path, look) => window((await server.signIn(username, PASSWORD)).cookie, path, look),
    stranger: (path, look) => window('', path, look),
  };
}

export const DEMO_PASSWORD = PASSWORD;
const failures: string[] = [];
const opened: Browser[] = [];

// an open desk ticks every second: what a test leaves open would slow the next
afterEach(async () => {
  for (const browser of opened) for (const context of browser.contexts()) await context.close();
});

afterAll(async () => {
  for (const browser of opened.splice(0)) await browser.close();
});

/** Errors the pages threw since this was last asked. */
export const thrown = (): string[] => failures.splice(0);

/**
 * What a screen reader or a weak eye would stumble over: serious and critical findings of axe. It runs in the page
 * itself and gives back violations only: its package for playwright also carries all that passed, at six times the time.
 */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/** Nothing a weak eye stumbles over, no error thrown, nothing wider than the window. */
export async function sound(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
  expect(thrown()).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

const PICTURES = process.env.GONGSHUI_PICTURES;

/** For whoever wants to look at it: only where GONGSHUI_PICTURES names a folder. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage });
}

/** The button of a command at an order, wherever it stands in the bar. */
export const act = (page: Page, command: string) => page.locator(`.actions [data-command="${command}"]`);
export const state = (page: Page) => page.locator('.order-head .badge');

/** Opens the panel of a command: from the bar, or by its name under 更多. */
export async function begin(page: Page, command: string, name?: string): Promise<void> {
  await page.locator('.actions .btn').first().waitFor();
  if ((await act(page, command).count()) > 0) await act(page, command).click();
  else {
    await page.locator('.actions').getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
  }
  await page.locator('.act').waitFor();
}

/** Gives a command and waits until it has been recorded. */
export async function give(page: Page, command: string, fill?: () => Promise<void>, name?: string): Promise<void> {
  await begin(page, command, name);
  await fill?.();
  await page.keyboard.press('Control+Enter');
  await page.locator('.act').waitFor({ state: 'detached' });
}
