import pg from 'pg';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyIn } from './copy.ts';
import { openPool, type Tx } from './database.ts';
import { CHANNEL } from './live/nudge.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.admin(
    `insert into identity.utility (code, name, created_at) values ('one', '一', now()), ('two', '二', now())`,
  );
  await db.admin(`create table public.copied (a text, b jsonb, c timestamptz, d text[], e bytea, f bigint, g boolean);
    grant all on public.copied to gongshui_app`);
});

describe('a transaction', () => {
  test('sees its own utility only', async () => {
    const seen = await db.transaction(2, (tx) => tx.rows<{ code: string }>(sql`select code from identity.utility`));
    expect(seen).toEqual([{ code: 'two' }]);
  });

  test('leaves nothing of its utility to the next user of the connection', async () => {
    await db.transaction(1, (tx) => tx.run(sql`select 1`));
    for (let at = 0; at < 10; at += 1) expect(await db.query(sql`select code from identity.utility`)).toEqual([]);
  });

  test('is rolled back when the work throws', async () => {
    const failing = db.transaction(1, async (tx) => {
      await tx.run(sql`insert into identity.district values (1, 'east', '东片区')`);
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    const rows = await db.transaction(1, (tx) => tx.rows(sql`select from identity.district`));
    expect(rows).toEqual([]);
  });

  test('is refused for a utility that is not a whole number', async () => {
    await expect(db.transaction(0, async () => 1)).rejects.toThrow('not a utility');
    await expect(db.transaction('1' as unknown as number, async () => 1)).rejects.toThrow('not a utility');
  });
});

test('nobody waits for ever for a row that somebody else is writing', async () => {
  const hasty = openPool({ url: db.url, max: 1, lockTimeout: 100 });
  const row = sql`select from identity.utility where utility_id = 1 for update`;
  try {
    await db.transaction(1, async (tx) => {
      await tx.run(row);
      await expect(hasty.transaction(1, (other) => other.run(row))).rejects.toMatchObject({ code: '55P03' });
    });
    expect(await hasty.transaction(1, (other) => other.run(row))).toBe(1);
  } finally {
    await hasty.end();
  }
});

describe('a statement that is sent', () => {
  const district = (id: string, tx: { utilityId: number }) =>
    sql`insert into identity.district values (${tx.utilityId}, ${id}, ${id})`;
  const districts = () =>
    db.transaction(1, (tx) => tx.rows<{ id: string }>(sql`select district_id as id from identity.district order by 1`));

  test('is seen by those that follow, and committed', async () => {
    const seen = await db.transaction(1, (tx) => {
      tx.send(district('north', tx));
      return tx.rows(sql`select district_id as id from identity.district`);
    });
    expect(seen).toEqual([{ id: 'north' }]);
    expect(await districts()).toEqual([{ id: 'north' }]);
  });

  test('fails the whole transaction, with its own error, though nobody waited for it', async () => {
    const work = db.transaction(1, async (tx) => {
      tx.send(district('west', tx));
      tx.send(district('north', tx));
      tx.send(district('south', tx));
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
    expect(await districts()).toEqual([{ id: 'north' }]);
  });

  test('is named as the cause by what is asked after it', async () => {
    const work = db.transaction(1, async (tx) => {
      tx.send(district('north', tx));
      await tx.rows(sql`select 1`);
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
  });
});

test('what is done apart is committed though the transaction fails, and waits for no connection of the pool', async () => {
  const narrow = openPool({ url: db.url, max: 1 });
  const district = (id: string) => sql`insert into identity.district values (1, ${id}, ${id})`;
  try {
    const work = narrow.transaction(1, async (tx) => {
      tx.send(district('lost'));
      await tx.apart((aside) => aside.run(district('kept')));
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    const found = await narrow.transaction(1, (tx) =>
      tx.rows(sql`select district_id as id from identity.district where district_id in ('lost', 'kept')`),
    );
    expect(found).toEqual([{ id: 'kept' }]);
  } finally {
    await narrow.end();
  }
});

test('what failed is not taken for committed, whoever caught its error', async () => {
  const work = db.transaction(1, async (tx) => {
    await tx.rows(sql`select 1 / 0`).catch(() => []);
    return 'done';
  });
  await expect(work).rejects.toMatchObject({ code: '22012' });
});

describe('sight', () => {
  const staff = (tx: Tx) =>
    tx.rows<{ at: string }>(sql`select current_setting('app.staff_id', true) as at`).then(([row]) => row?.at);

  test('is the system’s meanwhile, and one’s own before and after', async () => {
    const seen = await db.transaction(
      1,
      async (tx) => [await staff(tx), await tx.asSystem(() => staff(tx)), await staff(tx)],
      { onBehalfOf: 7 },
    );
    expect(seen).toEqual(['7', '', '7']);
  });

  test('is the system’s for that work alone, whatever else is asked in the same transaction at the same time', async () => {
    const seen = await db.transaction(
      1,
      async (tx) => {
        const twice = async () => [await staff(tx), await tx.asSystem(() => staff(tx)), await staff(tx)];
        const along = await Promise.all([
          tx.asSystem(async () => [await staff(tx), ...(await twice())]),
          tx.asSystem(() => staff(tx)),
          twice(),
          staff(tx),
        ]);
        const thrown = await tx.asSystem(() => Promise.reject(new Error('stop'))).catch(() => staff(tx));
        return [...along, thrown, await staff(tx)];
      },
      { onBehalfOf: 7 },
    );
    expect(seen).toEqual([['', '', '', ''], '', ['7', '', '7'], '7', '7', '7']);
  });

  test('of one transaction does not reach another', async () => {
    const seen = await db.transaction(
      1,
      (tx) => tx.asSystem(() => db.transaction(1, (other) => staff(other), { onBehalfOf: 8 })),
      { onBehalfOf: 7 },
    );
    expect(seen).toBe('8');
  });
});

describe('other processes', () => {
  test('are told when something was written, and only then', async () => {
    const ear = new pg.Client({ connectionString: db.url });
    await ear.connect();
    try {
      const heard: (string | undefined)[] = [];
      ear.on('notification', ({ payload }) => heard.push(payload));
      await ear.query(`listen ${CHANNEL}`);
      const hasty = openPool({ url: db.url, max: 1 });
      await hasty.transaction(2, (tx) => tx.rows(sql`select from identity.district`));
      await hasty.transaction(2, (tx) => tx.rows(sql`select from identity.district`), { readOnly: true });
      await hasty
        .transaction(2, async (tx) => {
          await tx.run(sql`insert into identity.district values (2, 'gone', 'gone')`);
          throw new Error('stop');
        })
        .catch(() => undefined);
      await hasty.transaction(1, (tx) =>
        tx.rows(sql`
        with added as (insert into identity.district values (1, 'told', 'told') returning district_id) select * from added`),
      );
      // tells what it has not told yet
      await hasty.end();
      await ear.query('select 1');
      expect(heard).toEqual(['1']);
    } finally {
      await ear.end();
    }
  });
});

describe('values', () => {
  test('int8 is a number, timestamptz a Date, date a day as written', async () => {
    const [row] = await db.query(
      sql`select 5::int8 as n, '2026-11-18T09:00:00+08:00'::timestamptz as t, '2026-11-18'::date as d, ${null}::text as x`,
    );
    expect(row).toEqual({ n: 5, t: new Date('2026-11-18T01:00:00Z'), d: '2026-11-18', x: null });
  });

  test('an int8 that a number cannot hold exactly is an error, never a wrong number', async () => {
    await expect(db.query(sql`select 9007199254740993::int8 as n`)).rejects.toThrow('beyond');
  });

  test('one() wants one row, maybe() one at most', async () => {
    await db.transaction(1, async (tx) => {
      await expect(tx.one(sql`select 1 where false`)).rejects.toThrow('expected one row, got 0');
      expect(await tx.maybe(sql`select 1 as n where false`)).toBeUndefined();
      await expect(tx.maybe(sql`select generate_series(1, 2)`)).rejects.toThrow('one row at most, got 2');
    });
  });
});

async function copying<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: db.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('COPY brings back what was given', async () => {
  const at = new Date('2026-11-18T01:00:00Z');
  const rows: unknown[][] = [
    ['制表\t换行\n反斜\\N', { 键: ['"', '\\'] }, at, ['a,b', 'c"d', '\\', ''], Buffer.from([0, 255]), 7, true],
    [null, null, null, null, null, null, null],
  ];
  for (let at = 0; at < 5000; at += 1) rows.push([`行 ${at}`, null, null, [], null, at, false]);
  const count = await copying((client) => copyIn(client, 'copy public.copied (a, b, c, d, e, f, g) from stdin', rows));
  expect(count).toBe(5002);
  const back = await db.query<Record<string, unknown>>(sql`select * from public.copied limit 2`);
  expect(back.map((row) => Object.values(row))).toEqual(rows.slice(0, 2));
});

test('a row that does not fit ends COPY with the database’s error', async () => {
  await copying(async (client) => {
    const work = copyIn(client, 'copy public.copied (f) from stdin', [['not a number']]);
    await expect(work).rejects.toThrow('invalid input syntax');
    expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  });
});
