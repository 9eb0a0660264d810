/** Prints a database as SQL from PostgreSQL's own catalogs, in a stable order: what `pg_dump --schema-only` would say. */
import type pg from 'pg';

type Ask = <R extends pg.QueryResultRow>(text: string) => Promise<R[]>;

/** Schemas that are PostgreSQL's or another package's. */
const FOREIGN = `nspname !~ '^(pg_|information_schema$|graphile_worker$|public$)'`;

const quote = (name: string): string => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`);
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

export async function printSchema(client: pg.ClientBase): Promise<string> {
  const ask: Ask = async (text) => (await client.query(text)).rows;
  // names are printed with their schema whatever path the login has
  await client.query('set search_path = pg_catalog');
  const blocks = [
    '-- Printed from the catalogs by `npm run gen`; change a migration, not this file.',
    'set check_function_bodies = off;',
    ...(await schemas(ask)),
    ...(await enums(ask)),
    ...(await functions(ask)),
    ...(await tables(ask)),
    ...(await views(ask)),
    ...(await foreignKeys(ask)),
    ...(await triggers(ask)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

async function schemas(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string }>(
    `select nspname as name from pg_namespace where ${FOREIGN} order by nspname collate "C"`,
  );
  const grants = await grantsOf(
    ask,
    'schema',
    `select nspname::text as object, nspacl as acl, nspowner as owner from pg_namespace where ${FOREIGN}`,
  );
  return rows.map(({ name }) => [`create schema ${quote(name)};`, ...(grants.get(name) ?? [])].join('\n'));
}

async function enums(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string; labels: string[] }>(`
    select t.oid::regtype::text as name, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
    from pg_type t join pg_namespace n on n.oid = t.typnamespace join pg_enum e on e.enumtypid = t.oid
    where ${FOREIGN} group by t.oid order by t.oid::regtype::text collate "C"`);
  return rows.map(({ name, labels }) => `create type ${name} as enum (${labels.map(literal).join(', ')});`);
}

async function functions(ask: Ask): Promise<string[]> {
  const rows = await ask<{ signature: string; definition: string; closed: boolean }>(`
    select p.oid::regprocedure::text as signature, pg_get_functiondef(p.oid) as definition,
      not exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as closed
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${FOREIGN} and p.prokind in ('f', 'p')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by p.oid::regprocedure::text collate "C"`);
  const grants = await grantsOf(
    ask,
    'function',
    `
    select p.oid::regprocedure::text as object, p.proacl as acl, p.proowner as owner
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${FOREIGN}`,
  );
  return rows.map(({ signature, definition, closed }) => {
    const lines = [`${definition.trimEnd()};`];
    if (closed) lines.push(`revoke all on function ${signature} from public;`);
    return [...lines, ...(grants.get(signature) ?? [])].join('\n');
  });
}

interface Column {
  table: string;
  name: string;
  type: string;
  required: boolean;
  identity: '' | 'a' | 'd';
  generated: '' | 's' | 'v';
  expression: string | null;
}

const RELATION = 'c.oid::regclass::text';
const IN_RELATIONS = `from pg_class c join pg_namespace n on n.oid = c.relnamespace`;

async function tables(ask: Ask): Promise<string[]> {
  const rows = await ask<{
    name: string;
    secured: boolean;
    forced: boolean;
    partition: string | null;
    unlogged: boolean;
    bound: string | null;
  }>(`
    select ${RELATION} as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition, c.relpersistence = 'u' as unlogged,
      case when c.relispartition then (select i.inhparent::regclass::text from pg_inherits i where i.inhrelid = c.oid) || ' ' || pg_get_expr(c.relpartbound, c.oid) end as bound
    ${IN_RELATIONS} where c.relkind in ('r', 'p') and ${FOREIGN} order by 1`);
  const columns = await ask<Column>(`
    select ${RELATION} as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
      a.attidentity as identity, a.attgenerated as generated, pg_get_expr(d.adbin, d.adrelid) as expression
    ${IN_RELATIONS} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') and ${FOREIGN} order by 1, a.attnum`);
  const constraints = grouped(
    await ask<{ object: string; text: string }>(`
    select k.conrelid::regclass::text as object, 'constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype in ('p', 'u', 'c', 'x') and k.conislocal and ${FOREIGN}
    order by 1, array_position(array['p', 'u', 'x', 'c'], k.contype::text), k.conname collate "C"`),
  );
  const indexes = grouped(
    await ask<{ object: string; text: string }>(`
    select i.indrelid::regclass::text as object, pg_get_indexdef(i.indexrelid) || ';' as text
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where ${FOREIGN} and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    order by 1, c.relname collate "C"`),
  );
  const policies = grouped(
    await ask<{ object: string; text: string }>(`
    select ${RELATION} as object, 'create policy ' || quote_ident(p.polname) || ' on ' || ${RELATION}
      || case when p.polpermissive then '' else ' as restrictive' end
      || case p.polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update' when 'd' then ' for delete' else '' end
      || case when p.polroles = '{0}' then '' else ' to ' || (select string_agg(quote_ident(r.rolname), ', ' order by r.rolname) from pg_roles r where r.oid = any (p.polroles)) end
      || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
      || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') || ';' as text
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where ${FOREIGN} order by 1, p.polname collate "C"`),
  );
  const grants = await grantsOf(
    ask,
    'table',
    `
    select ${RELATION} as object, c.relacl as acl, c.relowner as owner ${IN_RELATIONS} where c.relkind in ('r', 'p') and ${FOREIGN}`,
  );
  return rows.map((table) => {
    const { name } = table;
    const own = columns.filter((column) => column.table === name).map(columnText);
    const inside = [...own, ...(constraints.get(name) ?? [])].map((text) => `  ${text}`).join(',\n');
    const lines = table.bound
      ? [`create table ${name} partition of ${table.bound};`]
      : [
          `create ${table.unlogged ? 'unlogged ' : ''}table ${name} (\n${inside}\n)${table.partition ? ` partition by ${table.partition}` : ''};`,
        ];
    lines.push(...(indexes.get(name) ?? []));
    if (table.secured) lines.push(`alter table ${name} enable row level security;`);
    if (table.forced) lines.push(`alter table ${name} force row level security;`);
    return [...lines, ...(policies.get(name) ?? []), ...(grants.get(name) ?? [])].join('\n');
  });
}

function columnText(column: Column): string {
  const words = [quote(column.name), column.type];
  if (column.identity) words.push(`generated ${column.identity === 'a' ? 'always' : 'by default'} as identity`);
  else if (column.generated)
    words.push(`generated always as (${column.expression}) ${column.generated === 's' ? 'stored' : 'virtual'}`);
  else if (column.expression !== null) words.push(`default ${column.expression}`);
  if (column.required) words.push('not null');
  return words.join(' ');
}

async function views(ask: Ask): Promise<string[]> {
  const rows = await ask<{ name: string; text: string }>(`
    select ${RELATION} as name, 'create ' || case c.relkind when 'm' then 'materialized view ' else 'view ' end || ${RELATION} || ' as' || chr(10) || pg_get_viewdef(c.oid) as text
    ${IN_RELATIONS} where c.relkind in ('v', 'm') and ${FOREIGN} order by ${RELATION}`);
  const grants = await grantsOf(
    ask,
    'table',
    `select ${RELATION} as object, c.relacl as acl, c.relowner as owner ${IN_RELATIONS} where c.relkind in ('v', 'm') and ${FOREIGN}`,
  );
  return rows.map(({ name, text }) => [text, ...(grants.get(name) ?? [])].join('\n'));
}

async function foreignKeys(ask: Ask): Promise<string[]> {
  const rows = await ask<{ text: string }>(`
    select 'alter table ' || k.conrelid::regclass || ' add constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) || ';' as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and ${FOREIGN} order by k.conrelid::regclass::text collate "C", k.conname collate "C"`);
  return rows.length === 0 ? [] : [rows.map((row) => row.text).join('\n')];
}

async function triggers(ask: Ask): Promise<string[]> {
  const rows = await ask<{ text: string }>(`
    select pg_get_triggerdef(t.oid) || ';' as text
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and ${FOREIGN} order by t.tgrelid::regclass::text collate "C", t.tgname collate "C"`);
  return rows.length === 0 ? [] : [rows.map((row) => row.text).join('\n')];
}

/** `grant … to …` lines by object; what the owner or everybody has by default is left out. */
async function grantsOf(
  ask: Ask,
  kind: 'schema' | 'table' | 'function',
  source: string,
): Promise<Map<string, string[]>> {
  return grouped(
    await ask<{ object: string; text: string }>(`
      select object, 'grant ' || string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) || ' on ${kind} '
        || ${kind === 'schema' ? 'quote_ident(object)' : 'object'} || ' to ' || coalesce(quote_ident(r.rolname), 'public') || ';' as text
      from (${source}) o cross join lateral aclexplode(o.acl) a left join pg_roles r on r.oid = a.grantee
      where a.grantee <> o.owner and not ('${kind}' = 'function' and a.grantee = 0)
      group by object, r.rolname order by object collate "C", r.rolname collate "C"`),
  );
}

function grouped(rows: { object: string; text: string }[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { object, text } of rows) found.set(object, [...(found.get(object) ?? []), text]);
  return found;
}
