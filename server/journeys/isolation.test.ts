import sql, { raw } from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../platform/testing.ts';

// One installation serves many utilities: each table is tried as a stranger would.

interface Table {
  name: string;
  secured: boolean;
  forced: boolean;
  policies: string[];
  /** Policies that let more be seen, not less. */
  widening: string[];
}

interface Column {
  name: string;
  type: string;
  generated: string;
  identity: string;
}

/** Some value of each type; what it means does not matter here. */
const VALUES: Record<string, string> = {
  smallint: '1',
  integer: '1',
  bigint: '1',
  xid8: `'1'`,
  real: '1',
  'double precision': '1',
  text: `'x'`,
  boolean: 'true',
  date: `'2026-11-18'`,
  'timestamp with time zone': `'2026-11-18T00:00:00Z'`,
  jsonb: `'{}'`,
  bytea: `'\\x00'`,
  uuid: `'00000000-0000-0000-0000-000000000001'`,
};

function someOf(type: string): string {
  if (type.endsWith('[]')) return `'{}'`;
  const value = VALUES[type];
  if (value === undefined) throw new Error(`no value for ${type}`);
  return value;
}

let db: TestDatabase;
let tables: Table[];

async function columnsOf(table: string): Promise<Column[]> {
  return db.admin<Column>(
    `select attname as name, format_type(atttypid, null) as type, attgenerated as generated, attidentity as identity
     from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
}

beforeAll(async () => {
  db = await testDatabase();
  tables = await db.admin<Table>(
    `select c.oid::regclass::text as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
       array(select polname::text from pg_policy where polrelid = c.oid) as policies,
       array(select polname::text from pg_policy where polrelid = c.oid and polpermissive) as widening
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'utility_id'
     where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
     order by 1`,
  );
  // this copy is thrown away: without its checks a row of each table can be made from the types alone
  await db.admin(`do $$ declare k record; begin
    for k in select conrelid::regclass t, conname from pg_constraint where contype = 'f' and connamespace::regnamespace::text !~ '^pg_' loop
      execute format('alter table %s drop constraint %I', k.t, k.conname);
    end loop;
    for k in select conrelid::regclass t, conname from pg_constraint where contype = 'c' and connamespace::regnamespace::text !~ '^pg_|information' loop
      execute format('alter table %s drop constraint %I', k.t, k.conname);
    end loop;
    -- what is written down of a change is tried as a table of its own
    for k in select tgrelid::regclass t, tgname from pg_trigger where tgname like 'tell\\_%' loop
      execute format('drop trigger %I on %s', k.tgname, k.t);
    end loop; end $$`);
  for (const table of tables) {
    const columns = (await columnsOf(table.name)).filter((column) => column.generated === '');
    const values = columns.map(({ type }) => someOf(type));
    const names = columns.map((column) => `"${column.name}"`).join(', ');
    await db.admin(`insert into ${table.name} (${names}) overriding system value values (${values.join(', ')})`);
  }
});

test('every table of a module belongs to utilities, and is known here', async () => {
  const others = await db.admin<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema|auth$|graphile_worker)'
       and not exists (select from pg_attribute where attrelid = c.oid and attname = 'utility_id')`,
  );
  expect(others.map((row) => row.name)).toEqual(['platform.migration']);
  expect(tables.length).toBeGreaterThanOrEqual(19);
});

test('every one has forced row-level security by utility', () => {
  const open = tables.filter((table) => !table.secured || !table.forced || table.widening.join() !== 'by_utility');
  expect(open).toEqual([]);
  // what narrows it further 保密
  expect(tables.filter(({ policies }) => policies.includes('sealed')).map(({ name }) => name)).toEqual([
    'identity.audit',
    'imports."row"',
    'notices.fact',
    'notices.notice',
    'notices.step',
    'notices.telling',
    'progress.asked',
    'progress.untold',
    'requests.request',
    'slips.slip',
    'work_orders.ask',
    'work_orders.attachment',
    'work_orders.presence',
    'work_orders.work_order',
  ]);
});

describe('a stranger', () => {
  test('reads nothing, its owner one row', async () => {
    for (const { name } of tables) {
      const count = async (utility: number) =>
        (await db.transaction(utility, (tx) => tx.one<{ n: number }>(sql`select count(*) as n from ${raw(name)}`))).n;
      expect([name, await count(1), await count(2)]).toEqual([name, 1, 0]);
      expect([name, await db.query(sql`select from ${raw(name)}`)]).toEqual([name, []]);
    }
  });

  test('changes and deletes nothing', async () => {
    for (const { name } of tables) {
      const column = (await columnsOf(name)).findLast((at) => at.identity === '' && at.generated === '')?.name;
      for (const verb of [`update ${name} set ${column} = ${column}`, `delete from ${name}`]) {
        const done = await db.transaction(2, (tx) => tx.run(raw(verb))).catch((error: Error) => error.message);
        expect(done === 0 || `${done}`.startsWith('permission denied'), `${verb}: ${done}`).toBe(true);
      }
      expect(await db.admin(`select from ${name}`)).toHaveLength(1);
    }
  });

  test('puts no row among another’s, and gives none of its own away', async () => {
    for (const { name } of tables) {
      const columns = (await columnsOf(name)).filter((column) => column.generated === '');
      const names = columns.map((column) => `"${column.name}"`).join(', ');
      const values = columns.map(({ type }) => someOf(type)).join(', ');
      const insert = raw(`insert into ${name} (${names}) overriding system value values (${values})`);
      await expect(
        db.transaction(2, (tx) => tx.run(insert)),
        name,
      ).rejects.toThrow('row-level security');
      const move = db.transaction(1, (tx) => tx.run(raw(`update ${name} set utility_id = 2`)));
      await expect(move, name).rejects.toThrow(
        /row-level security|permission denied|append-only|can only be updated to DEFAULT/,
      );
    }
  });

  test('cannot switch row-level security off', async () => {
    const off = (statement: string) =>
      db.transaction(2, async (tx) => {
        await tx.run(raw(statement));
        return tx.rows(sql`select from identity.staff`);
      });
    // an error instead of an unfiltered answer
    await expect(off('set local row_security = off')).rejects.toThrow('row-level security');
    expect(await off('reset role')).toEqual([]);
  });
});

test('what is above row-level security answers no question about a chosen utility', async () => {
  const functions = await db.admin<{ name: string }>(
    `select p.oid::regproc::text as name from pg_proc p
     where p.prosecdef and p.pronamespace::regnamespace::text !~ '^(pg_|information_schema)' order by 1`,
  );
  // each new one is a hole to be thought about, then named here
  expect(functions.map((row) => row.name)).toEqual([
    // whoever has the link of a rating is nobody of a utility yet
    'call_backs.asked_by',
    // a phone asks about itself, by the secret it alone knows
    'field.wipe_due',
    // uses a link up that only its holder knows
    'identity.begin_utility',
    'identity.create_sign_in',
    // of the utility of the transaction alone: tried below
    'identity.end_sessions',
    // numbers of every utility, of nobody's: so that a name that is nobody's is answered as one that is
    'identity.lock_outs',
    'identity.next_utility_id',
    // the owner of the database alone may
    'identity.offer_set_up',
    'identity.reset_second_factor',
    'identity.sessions_of',
    'identity.set_password',
    'identity.set_up_until',
    // before anybody is signed in: which sign-in is meant, what stands on the page, what a wrong password counts against
    'identity.sign_in_names',
    'identity.sign_in_ways',
    'identity.sign_ins',
    'identity.staff_named',
    'identity.staff_of',
    'identity.unlock_sign_in',
    'identity.utilities',
    'identity.utility_ids',
    'work_orders.next_firings',
  ]);
});

test('what is above it for administrators reaches no sign-in of another utility', async () => {
  const at = '2026-11-18T00:00:00Z';
  await db.admin(
    `insert into auth."user" (id, name, email, username, two_factor_enabled, created_at, updated_at) values ('x', 'x', 'x', 'x@a', true, $1, $1)`,
    [at],
  );
  await db.admin(
    `insert into auth.session (id, token, user_id, expires_at, created_at, updated_at) values ('s', 's', 'x', $1, $1, $1)`,
    [at],
  );
  await db.admin(
    `insert into auth.account (id, account_id, provider_id, user_id, password, created_at, updated_at) values ('a', 'a', 'credential', 'x', 'own', $1, $1)`,
    [at],
  );
  await db.admin(`update identity.staff set auth_user_id = 'x', username = 'x', staff_id = default`);
  await db.admin(`insert into auth.attempt (kind, key, failures, last_at) values ('account', 'x@a', 3, $1)`, [at]);
  const [staff] = await db.admin<{ staff_id: number }>('select staff_id from identity.staff');
  const id = staff?.staff_id ?? 0;
  const state = () =>
    db.admin(
      `select u.two_factor_enabled, a.password, t.failures, (select count(*)::int from auth.session) as sessions
       from auth."user" u join auth.account a on a.user_id = u.id, auth.attempt t`,
    );
  const before = await state();
  const ask = (utility: number) =>
    db.transaction(utility, async (tx) => {
      const seen = await tx.rows(sql`select staff_id from identity.sign_ins()`);
      const open = await tx.rows(sql`select id from identity.sessions_of(${id})`);
      return [seen.length, open.length];
    });
  expect([await ask(1), await ask(2)]).toEqual([
    [1, 1],
    [0, 0],
  ]);
  await db.transaction(2, async (tx) => {
    await tx.run(sql`select identity.end_sessions(${id}, null, null)`);
    await tx.run(sql`select identity.unlock_sign_in(${id})`);
    await tx.run(sql`select identity.reset_second_factor(${id})`);
    await tx.run(sql`select identity.set_password(${id}, 'theirs', ${at})`);
  });
  expect(await state()).toEqual(before);
  await db.transaction(1, (tx) => tx.run(sql`select identity.end_sessions(${id}, null, null)`));
  expect((await state())[0]).toMatchObject({ sessions: 0 });
});
