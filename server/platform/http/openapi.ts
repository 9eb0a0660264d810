import type { TSchema } from 'typebox';
import type { Door } from './access.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

export interface ApiInfo {
  title: string;
  version: string;
  description: string;
}

/**
 * The OpenAPI 3.1 document of the declared routes. A schema with an `$id` stands once, under that
 * name, in components; it needs neither a database nor a running server. `more` are paths that are no
 * declared routes, as they stand in the document.
 */
export function openapi(
  routes: readonly Route[],
  info: ApiInfo,
  doors: readonly Door[] = [],
  more: Record<string, Json> = {},
): Json {
  const schemas: Json = { Problem: PROBLEM };
  const paths: Record<string, Json> = {};
  for (const door of doors) paths[door.url] = { [door.body ? 'post' : 'get']: doorOperation(door, schemas) };
  for (const route of [...routes].sort(byAddress)) {
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route, schemas) };
  }
  Object.assign(paths, more);
  return {
    openapi: '3.1.0',
    info,
    security: [{ session: [] }, { bearer: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'gongshui.session_token' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

function byAddress(a: Route, b: Route): number {
  return a.url < b.url ? -1 : a.url > b.url ? 1 : a.method < b.method ? -1 : 1;
}

function operation(route: Route, schemas: Json): Json {
  const parameters = [
    ...parametersOf(route.params, 'path', schemas),
    ...parametersOf(route.query, 'query', schemas),
    ...(route.method === 'GET' || route.reads || route.repeatable ? [] : [IDEMPOTENCY_KEY]),
  ];
  const content = route.answer === 'file' ? FILE : { 'application/json': { schema: plain(route.answer, schemas) } };
  return {
    operationId: nameOf(route),
    summary: route.summary,
    tags: [route.tag ?? route.url.split('/')[2] ?? ''],
    ...(route.action !== null && { 'x-action': route.action }),
    ...(parameters.length > 0 && { parameters }),
    ...bodyOf(route, schemas),
    responses: {
      [String(route.status ?? 200)]: { description: 'granted', content },
      default: REFUSED,
    },
  };
}

function doorOperation({ url, summary, open, action, query, body, answer }: Door, schemas: Json): Json {
  const parameters = parametersOf(query, 'query', schemas);
  const granted = answer === 'redirect' ? { 302: { description: 'elsewhere' } } : undefined;
  const json = (schema: TSchema) => ({ content: { 'application/json': { schema: plain(schema, schemas) } } });
  return {
    operationId: `${body ? 'post' : 'get'}-${url.split('/').slice(2).join('-')}`,
    summary,
    tags: [url.split('/')[2] ?? ''],
    ...(open && { security: [] }),
    ...(action !== undefined && { 'x-action': action }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, ...json(body) } }),
    responses: {
      ...(granted ?? { 200: { description: 'granted', ...json(answer as TSchema) } }),
      default: REFUSED,
    },
  };
}

function bodyOf(route: Route, schemas: Json): Json {
  if (route.upload) {
    const types = route.upload.mediaTypes.map((type) => [type === '*' ? '*/*' : type, {}]);
    return { requestBody: { required: true, content: Object.fromEntries(types) } };
  }
  if (!route.body) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: plain(route.body, schemas) } } } };
}

/** getOrdersById: the method and the words of the address. */
function nameOf(route: Route): string {
  const words = route.url.split(/[/-]/).filter((part) => part !== '' && part !== 'api');
  const camel = words.map((word) => (word.startsWith(':') ? `By${upper(word.slice(1))}` : upper(word)));
  return route.method.toLowerCase() + camel.join('');
}

const upper = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

function parametersOf(schema: TSchema | undefined, place: 'path' | 'query', schemas: Json): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schema as { properties?: Record<string, TSchema>; required?: string[] };
  return Object.entries(properties).map(([name, part]) => ({
    name,
    in: place,
    required: place === 'path' || (required.includes(name) && !('default' in part)),
    schema: plain(part, schemas),
  }));
}

/** A plain copy in which every named schema is a reference. */
function plain(schema: unknown, schemas: Json): unknown {
  if (Array.isArray(schema)) return schema.map((part) => plain(part, schemas));
  if (schema === null || typeof schema !== 'object') return schema;
  const { $id, ...rest } = schema as Json & { $id?: string };
  const name = typeof $id === 'string' ? $id : undefined;
  if (name !== undefined && name in schemas) return { $ref: `#/components/schemas/${name}` };
  // reserved first: a schema may hold itself
  if (name !== undefined) schemas[name] = {};
  const copy = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, plain(part, schemas)]));
  if (name === undefined) return copy;
  schemas[name] = copy;
  return { $ref: `#/components/schemas/${name}` };
}

const REFUSED = {
  description: 'refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const FILE = { '*/*': { schema: { type: 'string', format: 'binary' } } };

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Chosen by the caller, new for each intent: repeating a write with it has no second effect',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
};

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
  properties: {
    type: { type: 'string', examples: ['urn:gongshui:order-changed'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'stable, language-neutral' },
    detail: { type: 'string', description: 'in the language of Accept-Language (zh-CN, en)' },
    instance: { type: 'string' },
    params: { type: 'object', additionalProperties: true },
    article: { type: 'string', description: 'article of the rulebook that asks for it' },
    quote: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
