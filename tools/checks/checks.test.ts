import { describe, expect, it } from 'vitest';
import { relativeImports } from '../tree.ts';
import { leaked, lockComplaints } from './leaks.ts';
import { allowedLicence } from './licences.ts';
import { anchor, links } from './links.ts';
import { misnamed, rooms } from './names.ts';
import { unlike } from './operations.ts';
import { askedKeys, blanks, compared, flattened, refusalCodes } from './texts.ts';

describe('names', () => {
  it('refuses words that say nothing of the business', () => {
    for (const file of [
      'server/platform/utils.ts',
      'web/kit/date-helpers.ts',
      'server/modules/order-manager/index.ts',
    ]) {
      expect(misnamed(file), file).toBeDefined();
    }
    for (const file of [
      'server/modules/work-orders/store.ts',
      'web/kit/Clock.tsx',
      'web/office/texts/zh-CN.ts',
      '.ci/run',
    ]) {
      expect(misnamed(file), file).toBeUndefined();
    }
  });

  it('wants kebab-case on the server', () => {
    expect(misnamed('server/values/workingCalendar.ts')).toContain('kebab-case');
  });

  it('wants every module listed, with its page and its front door', () => {
    expect(rooms(['identity', 'ledger'], ['identity', 'billing'], (path) => path.includes('identity'))).toEqual([
      'server/modules/billing does not stand in order.json',
      'server/modules/billing has no README.md',
      'server/modules/billing has no index.ts',
      'order.json lists ledger, which has no folder',
    ]);
  });
});

describe('texts', () => {
  const map = (texts: object) => flattened(texts);

  it('finds a text that stands in one language only', () => {
    expect(compared('c', map({ a: { b: '受理', c: '派发' } }), map({ a: { b: 'received', d: 'new' } }))).toEqual([
      'c: a.c has no English text',
      'c: a.d has no Chinese text',
    ]);
  });

  it('finds blanks that differ, and lets English have its plural', () => {
    expect(blanks('{{n}} 条，{name}')).toBe('n, name');
    expect(compared('c', map({ n: '{{n}} 条' }), map({ n_one: '{{n}} item', n_other: '{{n}} items' }))).toEqual([]);
    expect(compared('c', map({ n: '限 {limit}' }), map({ n: 'limit' }))).toHaveLength(1);
  });

  it('reads the codes a file refuses with and the keys a screen asks for', () => {
    const code = "return refuse('text-too-long', { fields: [{ path: 'content', code: 'content-missing' }] });";
    expect(refusalCodes(code)).toEqual(['text-too-long', 'content-missing']);
    const screen = "t('order.title'); t(`state.#{state}`); format('x.y')".replace('#', '$');
    expect(askedKeys(screen)).toEqual({ exact: ['order.title'], heads: ['state'] });
  });
});

describe('leaks', () => {
  it('finds a path of one machine and a key, and leaves addresses alone', () => {
    expect(leaked(`const data = '/${'home'}/li/gongshui';`)).toBe('a path of one machine');
    expect(leaked(`-----BEGIN RSA PRIVATE${' '}KEY-----`)).toBe('a private key');
    expect(leaked("route({ url: '/api/orders/:id' })")).toBeUndefined();
    expect(leaked('see https://example.org/home/page')).toBeUndefined();
  });

  it('finds a package whose address or integrity is wrong in the lockfile', () => {
    const packages = { '': {}, a: { resolved: 'https://r.example/a.tgz', integrity: 'sha512-x' }, b: {} };
    expect(lockComplaints({ packages })).toEqual([
      'package-lock.json: a has a "resolved" address',
      'package-lock.json: b has no integrity',
    ]);
  });
});

describe('operations', () => {
  const said = (action?: string) => (action === undefined ? {} : { 'x-action': action });
  const row = (name: string, action: 'orders.read' | 'orders.note' | 'open' | null) =>
    ({ name, action, thing: 'none' }) as const;

  it('finds one that nobody put into the table, one that is gone, and one that asks for something else', () => {
    const document = {
      paths: {
        '/api/a': { get: said('orders.read'), post: said('orders.note') },
        '/api/b': { get: said(), post: { security: [] } },
      },
    };
    expect(
      unlike(document, [
        row('GET /api/a', 'orders.read'),
        row('POST /api/a', 'orders.note'),
        row('GET /api/b', null),
        row('POST /api/b', 'open'),
      ]),
    ).toEqual([]);
    expect(
      unlike(document, [row('GET /api/a', 'orders.note'), row('GET /api/c', null), row('POST /api/b', null)]),
    ).toEqual([
      'GET /api/a asks for orders.read, the table says orders.note',
      'POST /api/a does not stand in server/journeys/permissions/operations.ts',
      'GET /api/b does not stand in server/journeys/permissions/operations.ts',
      'POST /api/b asks for open, the table says a session',
      'GET /api/c stands in the table and is not in the API',
    ]);
  });
});

it('reads the links of a page and makes the anchors of its headings', () => {
  expect(links('see [a](a.md#one), ![b](../b.png)\n```\n[no](no.md)\n```')).toEqual(['a.md#one', '../b.png']);
  expect(anchor('Add or change a rulebook')).toBe('add-or-change-a-rulebook');
  expect(anchor('Roles 岗位: who?')).toBe('roles-岗位-who');
});

describe('licences', () => {
  it('takes one of several offered, all of several joined, and no strong copyleft', () => {
    expect(allowedLicence('(MIT OR GPL-3.0)')).toBe(true);
    expect(allowedLicence('Apache-2.0 AND MIT')).toBe(true);
    expect(allowedLicence('MIT AND GPL-3.0')).toBe(false);
    expect(allowedLicence('AGPL-3.0-only')).toBe(false);
    expect(allowedLicence('none stated')).toBe(false);
  });
});

it('reads the relative imports of a file, types and re-exports too, comments not', () => {
  const text = [
    "import a from './a.ts';",
    "import type { B } from '../b.ts';",
    "export * from './c.ts';",
    "// import d from './d.ts';",
  ];
  text.push("import {\n  e,\n} from './e.ts';", "import './f.css';", "import pg from 'pg';");
  expect([...relativeImports(text.join('\n'))]).toEqual(['./a.ts', '../b.ts', './c.ts', './e.ts', './f.css']);
});
