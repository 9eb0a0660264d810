import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AUDIT_WORDS } from './audit-words.ts';

const SERVER = path.join(import.meta.dirname, '../../..');

test('whatever the server writes into the audit log has words and a kind', () => {
  const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('journeys'))
    .map((file) => readFileSync(path.join(SERVER, file), 'utf8'));
  const written = sources.flatMap((text) => {
    const direct = [...text.matchAll(/\baudit\(\s*[\w.]+,\s*[^,]+?,\s*'([a-z.-]+)'/g)];
    const noted = [...text.matchAll(/\b(?:note|log)\((?:me, )?'([a-z.-]+)'/g)];
    const deeds = [...text.matchAll(/\bdeed\(\s*'([a-z-]+)'/g)].map(([, name]) => `staff.${name}`);
    return [...direct, ...noted].map(([, action]) => action ?? '').concat(deeds);
  });
  expect(new Set(written).size).toBeGreaterThan(20);
  expect(written.filter((action) => AUDIT_WORDS[action] === undefined)).toEqual([]);
});
