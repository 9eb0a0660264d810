/** A request for each operation, made from the schema of the API: what must be there, and no more. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  required?: string[];
  properties?: Record<string, Schema>;
}

interface Declared {
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema?: Schema }> };
}

const document = JSON.parse(readFileSync(join(import.meta.dirname, '../../../openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Declared>>;
  components: { schemas: Record<string, Schema> };
};

/** A version nobody ever reaches: what is allowed is then refused as changed meanwhile, and changes nothing. */
const STALE = 999_999;

function some(schema: Schema, name = ''): unknown {
  if (schema.$ref) return some(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, name);
  if (name === 'version') return STALE;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return some(schema.anyOf[0] ?? {}, name);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((key) => [key, some(schema.properties?.[key] ?? {}, key)]));
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => some(schema.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0);
    case 'boolean':
      return false;
    default:
      if (schema.format === 'date-time') return '2026-03-03T10:00:00+08:00';
      if (schema.format === 'email') return 'somebody@water.example';
      if (schema.pattern?.includes('{8}')) return randomUUID();
      return 'x'.repeat(Math.max(schema.minLength ?? 0, 1));
  }
}

export interface Call {
  method: string;
  /** Blanks are filled from here. */
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** What the schema cannot say. */
const MORE: Record<string, { query?: string; body?: object; headers?: Record<string, string> }> = {
  'GET /api/orders': { query: 'limit=200' },
  'GET /api/requests': { query: 'limit=200' },
  'GET /api/inbox': { query: 'limit=200' },
  'GET /api/audit': { query: 'limit=200' },
  'GET /api/orders/{id}/attribution': { query: '' },
  'GET /api/places': { query: `q=${encodeURIComponent('乙标记')}` },
  'GET /api/places/nearest': { query: 'lon=117&lat=36' },
  'GET /api/reports/attribution': { query: 'from=2026-01-01&until=2027-01-01' },
  'GET /api/reports/attribution/orders': { query: 'from=2026-01-01&until=2027-01-01' },
  'GET /api/reports/voices': { query: 'from=2026-01&until=2026-12' },
  'GET /api/reports/voices/requests': { query: 'from=2026-01&until=2026-12' },
  'GET /api/reports/metrics/orders': { query: 'index=0&part=counts' },
  'GET /api/regulations/intake-form': { query: 'event=pipe-leak&channel=phone' },
  'GET /api/regulations/drafts/{id}/entry': { query: 'section=limits&entry=at-once' },
  'POST /api/regulations/preview': { body: { event: 'pipe-leak', channel: 'phone' } },
  'POST /api/requests/duplicates': {
    body: { channel: 'phone', place: '乙标记路 1 号', content: '乙标记', event: 'pipe-leak' },
  },
  'GET /api/slips/pdf': { query: 'ids=999999' },
  'GET /api/slips/notices': { query: 'ids=999999' },
  'POST /api/exports': { body: { list: 'orders', format: 'csv', query: {}, columns: ['number'] } },
  'POST /api/requests/earlier': { body: { channel: 'phone', phone: '12900000004' } },
  'POST /api/auth/sign-out': { body: {} },
  'POST /api/uploads': { headers: { 'upload-length': '10' } },
  // an offset that is not where the upload stands
  'PATCH /api/uploads/{id}': {
    headers: { 'upload-offset': '7', 'content-type': 'application/offset+octet-stream' },
  },
};

export function callOf(operation: string, id: string | number): Call {
  const [method = '', path = ''] = operation.split(' ');
  const declared = document.paths[path]?.[method.toLowerCase()];
  if (!declared) throw new Error(`${operation} is not in openapi.json`);
  const more = MORE[operation] ?? {};
  const asked = (declared.parameters ?? []).filter((one) => one.in === 'query' && one.required);
  const query = more.query ?? asked.map(({ name, schema }) => `${name}=${some(schema, name)}`).join('&');
  const [type, content] = Object.entries(declared.requestBody?.content ?? {})[0] ?? [];
  const json = type === 'application/json' ? (more.body ?? some(content?.schema ?? {})) : undefined;
  const writes = method !== 'GET' && method !== 'HEAD';
  return {
    method,
    url: path.replace('{list}', 'orders').replace('{id}', String(id)) + (query === '' ? '' : `?${query}`),
    headers: {
      ...(writes && { 'idempotency-key': randomUUID() }),
      ...(type && { 'content-type': type === '*/*' ? 'application/octet-stream' : type }),
      ...(path.startsWith('/api/uploads') && { 'tus-resumable': '1.0.0' }),
      ...more.headers,
    },
    ...(json !== undefined && { body: JSON.stringify(json) }),
  };
}
