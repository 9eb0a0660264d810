import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../server/platform/testing.ts';
import { rowTypes } from '../tools/gen/row-types.ts';
import { printSchema } from '../tools/gen/schema.ts';

const TINY = `
  create schema tiny;
  grant usage on schema tiny to gongshui_app;
  create table tiny.meter (
    meter_id int generated always as identity primary key,
    number text not null unique,
    kind text not null default 'wet' check (kind in ('wet', 'dry')),
    read_at timestamptz,
    digits numeric(8, 2)[]
  );
  create table tiny.reading (meter_id int references tiny.meter on delete cascade, "at" bigint, primary key (meter_id, "at"));
  create index meter_unread on tiny.meter (number) where read_at is null;
  alter table tiny.meter enable row level security;
  create policy only_wet on tiny.meter for select using (kind = 'wet');
  grant select on tiny.meter to gongshui_app;
  create function tiny.refuse() returns trigger language plpgsql as $$ begin return null; end $$;
  revoke all on function tiny.refuse() from public;
  create trigger append_only before delete on tiny.reading for each row execute function tiny.refuse();`;

async function emptyDatabase(name: string): Promise<pg.Client> {
  const db = await testDatabase();
  await db.admin(`drop database if exists ${name}`);
  await db.admin(`create database ${name} template template0`);
  const url = new URL(db.url);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  return client;
}

describe('a schema printed from the catalogs', () => {
  let tiny: pg.Client;
  let copy: pg.Client;

  beforeAll(async () => {
    tiny = await emptyDatabase('tiny_printed');
    copy = await emptyDatabase('tiny_loaded');
    await tiny.query(TINY);
  });
  afterAll(async () => {
    await tiny.end();
    await copy.end();
  });

  it('shows columns, keys, checks, indexes, row-level security, policies, grants, triggers', async () => {
    const printed = await printSchema(tiny);
    for (const line of [
      'create schema tiny;\ngrant usage on schema tiny to gongshui_app;',
      '  meter_id integer generated always as identity not null,',
      "  kind text default 'wet'::text not null,",
      '  digits numeric(8,2)[],',
      "  constraint meter_kind_check CHECK ((kind = ANY (ARRAY['wet'::text, 'dry'::text])))",
      'CREATE INDEX meter_unread ON tiny.meter USING btree (number) WHERE (read_at IS NULL);',
      'alter table tiny.meter enable row level security;',
      "create policy only_wet on tiny.meter for select using ((kind = 'wet'::text));",
      'grant select on table tiny.meter to gongshui_app;',
      'revoke all on function tiny.refuse() from public;',
      'FOREIGN KEY (meter_id) REFERENCES tiny.meter(meter_id) ON DELETE CASCADE;',
      'CREATE TRIGGER append_only BEFORE DELETE ON tiny.reading FOR EACH ROW EXECUTE FUNCTION tiny.refuse();',
    ]) {
      expect(printed).toContain(line);
    }
  });

  it('loads into an empty database and prints the same again', async () => {
    const printed = await printSchema(tiny);
    await copy.query(printed);
    expect(await printSchema(copy)).toBe(printed);
  });

  it('gives each table an interface, with the values its checks allow', async () => {
    const types = await rowTypes(tiny);
    expect(types).toContain('export interface MeterRow {');
    expect(types).toContain("  kind: 'wet' | 'dry';");
    expect(types).toContain('  read_at: Date | null;');
    expect(types).toContain('  digits: string[] | null;');
  });
});

it('prints what the migrations make, and that loads too', async () => {
  const db = await testDatabase();
  const migrated = new pg.Client({ connectionString: db.url });
  await migrated.connect();
  const copy = await emptyDatabase('migrations_loaded');
  try {
    const printed = await printSchema(migrated);
    await copy.query(printed);
    expect(await printSchema(copy)).toBe(printed);
    expect(printed).toContain('create table identity.staff');
  } finally {
    await migrated.end();
    await copy.end();
  }
});
