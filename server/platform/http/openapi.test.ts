import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { ok } from '../../values/result.ts';
import { openapi } from './openapi.ts';
import { fileRoute, route, uploadRoute } from './route.ts';

const Thing = Type.Object(
  { id: Type.Integer(), parts: Type.Array(Type.Object({ n: Type.Integer() }, { $id: 'Part' })) },
  { $id: 'Thing' },
);
const document = openapi(
  [
    route({
      method: 'POST',
      url: '/api/things/:id/call-back',
      action: 'things.write',
      summary: '回访',
      params: Type.Object({ id: Type.Integer() }),
      body: Type.Object({ note: Type.Optional(Type.String()) }),
      status: 201,
      answer: Thing,
      handler: async () => ok({ id: 1, parts: [] }),
    }),
    route({
      method: 'GET',
      url: '/api/things',
      action: null,
      summary: 's',
      query: Type.Object({ limit: Type.Integer({ default: 5 }) }),
      answer: Type.Array(Thing),
      handler: async () => ok([]),
    }),
    uploadRoute({
      method: 'POST',
      url: '/api/files',
      action: 'a',
      summary: 's',
      upload: { mediaTypes: ['image/png'], limit: 1 },
      answer: Type.Null(),
      handler: async () => ok(null),
    }),
    fileRoute({
      method: 'GET',
      url: '/api/files',
      action: 'a',
      summary: 's',
      handler: async () => ({ ok: false, refusal: { code: 'x' } }),
    }),
  ],
  { title: 't', version: '1', description: 'd' },
) as {
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: { schemas: Record<string, unknown> };
};

test('a named schema stands once in components', () => {
  expect(Object.keys(document.components.schemas)).toEqual(['Part', 'Problem', 'Thing']);
  expect(document.components.schemas.Thing).toMatchObject({
    properties: { parts: { items: { $ref: '#/components/schemas/Part' } } },
  });
  expect(document.paths['/api/things']?.get?.responses).toMatchObject({
    200: {
      content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } } },
    },
  });
});

test('an operation says its name, its permission and what it is told', () => {
  expect(document.paths['/api/things/{id}/call-back']?.post).toMatchObject({
    operationId: 'postThingsByIdCallBack',
    tags: ['things'],
    'x-action': 'things.write',
    parameters: [
      { name: 'id', in: 'path', required: true },
      { name: 'Idempotency-Key', in: 'header', required: true },
    ],
    responses: { 201: {}, default: {} },
  });
  expect(document.paths['/api/things']?.get).toMatchObject({
    parameters: [{ name: 'limit', in: 'query', required: false }],
  });
});

test('files go up and come down as they are', () => {
  expect(document.paths['/api/files']).toMatchObject({
    post: { requestBody: { content: { 'image/png': {} } } },
    get: { responses: { 200: { content: { '*/*': {} } } } },
  });
});
