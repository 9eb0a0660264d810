import { expect, it } from 'vitest';
import { browserOf } from './browser.ts';

it('says in two words from where somebody is signed in', () => {
  const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
  expect(browserOf(chrome)).toBe('Chrome · Windows');
  expect(browserOf(`${chrome} Edg/140.0`)).toBe('Edge · Windows');
  expect(browserOf('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1')).toBe(
    'Safari · iOS',
  );
  expect(browserOf('gongshui-sync/1')).toBe('gongshui-sync/1');
  expect(browserOf('')).toBeNull();
});
