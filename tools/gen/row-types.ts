/** One interface for each table, as `pg` hands rows to us (server/platform/database.ts sets its parsers). */
import type pg from 'pg';

const TYPES: Record<string, string> = {
  int2: 'number',
  int4: 'number',
  xid8: 'string',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  bool: 'boolean',
  text: 'string',
  varchar: 'string',
  bpchar: 'string',
  citext: 'string',
  name: 'string',
  uuid: 'string',
  numeric: 'string',
  date: 'string',
  time: 'string',
  timestamptz: 'Date',
  bytea: 'Buffer',
  json: 'unknown',
  jsonb: 'unknown',
};

export interface TableColumn {
  schema: string;
  table: string;
  column: string;
  /** Name in pg_type; the element's for an array. */
  type: string;
  array: boolean;
  required: boolean;
}

const pascal = (name: string): string =>
  name.replace(/(^|_)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());

/** `staff` → StaffRow; with its schema before it where two schemas have a table of that name. */
export function rowName(schema: string, table: string, all: Iterable<string>): string {
  const twins = [...all].filter((name) => name.split('.')[1] === table).length > 1;
  return `${twins ? pascal(schema) : ''}${pascal(table)}Row`;
}

export function printRowTypes(columns: TableColumn[], choices: Map<string, string[]>): string {
  const tables = new Map<string, TableColumn[]>();
  for (const column of columns) {
    const key = `${column.schema}.${column.table}`;
    tables.set(key, [...(tables.get(key) ?? []), column]);
  }
  const blocks = [...tables].map(([key, own]) => {
    const [schema = '', table = ''] = key.split('.');
    const lines = own.map((column) => {
      const allowed = choices.get(`${key}.${column.column}`);
      const type = allowed ? allowed.map((value) => `'${value}'`).join(' | ') : TYPES[column.type];
      if (!type) throw new Error(`${key}.${column.column}: no TypeScript type is known for ${column.type}`);
      const whole = column.array ? (type.includes('|') ? `(${type})[]` : `${type}[]`) : type;
      return `  ${column.column}: ${whole}${column.required || whole === 'unknown' ? '' : ' | null'};`;
    });
    return [`/** ${key} */`, `export interface ${rowName(schema, table, tables.keys())} {`, ...lines, '}'].join('\n');
  });
  const head = '// Written by `npm run gen` from the catalogs; change a migration, not this file.';
  return `${[head, ...blocks].join('\n\n')}\n`;
}

/** Values a check lets one text column hold: `check (kind in ('a', 'b'))`, or the elements of `roles <@ array[…]`. */
export function choicesOf(definition: string): { column: string; values: string[] } | undefined {
  const one = /^CHECK \(\((\w+) (?:= ANY|<@) \(?ARRAY\[((?:'[^']*'::text(?:, )?)+)\]\)?\)\)$/.exec(definition);
  if (!one?.[1] || !one[2]) return undefined;
  return { column: one[1], values: [...one[2].matchAll(/'([^']*)'::text/g)].map((match) => match[1] as string) };
}

export async function rowTypes(client: pg.ClientBase): Promise<string> {
  const { rows: columns } = await client.query<TableColumn>(`
    select n.nspname::text as schema, c.relname::text as table, a.attname::text as column,
      coalesce(e.typname, t.typname)::text as type, e.oid is not null as array, a.attnotnull as required
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname !~ '^(pg_|information_schema$|graphile_worker$|public$)'
    order by n.nspname collate "C", c.relname collate "C", a.attnum`);
  const { rows: checks } = await client.query<{ table: string; definition: string }>(`
    select n.nspname || '.' || c.relname as table, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'c'`);
  const choices = new Map<string, string[]>();
  for (const { table, definition } of checks) {
    const found = choicesOf(definition);
    if (found) choices.set(`${table}.${found.column}`, found.values);
  }
  return printRowTypes(columns, choices);
}
