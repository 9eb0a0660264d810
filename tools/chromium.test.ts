import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findChromium } from './chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshui-chromium-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('takes the browser CHROMIUM names, and no other if that one cannot be run', () => {
  expect(findChromium({ CHROMIUM: process.execPath, PATH: folder })).toBe(process.execPath);
  expect(findChromium({ CHROMIUM: join(folder, 'gone'), PATH: process.env.PATH })).toBeUndefined();
});

it('finds a browser on the path', () => {
  const browser = join(folder, 'chromium');
  writeFileSync(browser, '#!/bin/sh\n');
  chmodSync(browser, 0o755);
  expect(findChromium({ PATH: folder })).toBe(browser);
});
