import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import type { Refusal } from '../../values/result.ts';

type Field = NonNullable<Refusal['fields']>[number];
interface Finding {
  keyword: string;
  instancePath: string;
  params: object;
}

/** Reads input by a schema: what the schema does not know is dropped, what it refuses is named field by field. */
export interface Reader {
  read(input: unknown): { ok: true; value: unknown } | { ok: false; refusal: Refusal };
  /** Paths at which a value of ours does not fit, for tests. */
  misfits(value: unknown): string[];
}

/** `text`: from an address, where numbers and booleans are written as text. */
export function readerOf(schema: TSchema, source: 'json' | 'text'): Reader {
  const validator = Compile(schema);
  return {
    read(input) {
      const converted = source === 'text' ? validator.Convert(input) : input;
      const value = validator.Clean(validator.Default(converted));
      if (validator.Check(value)) return { ok: true, value };
      return { ok: false, refusal: refusalOf(fieldsOf(validator, value)) };
    },
    misfits: (value) =>
      validator.Check(value) ? [] : validator.Errors(value).map((at) => `${at.instancePath} ${at.message}`),
  };
}

function refusalOf(fields: Field[]): Refusal {
  const long = fields.find((field) => field.code === 'text-too-long');
  if (long) return { code: 'text-too-long', params: { ...long.params }, fields };
  return { code: 'invalid-input', fields };
}

/** One finding for each field, the most telling one. */
function fieldsOf(validator: Validator, value: unknown): Field[] {
  const found = new Map<string, Field>();
  for (const error of validator.Errors(value)) {
    for (const field of fieldsOfError(error)) {
      const before = found.get(field.path);
      // a union of words fails once for each of them
      if (before?.code === 'not-one-of' && field.code === 'not-one-of') {
        before.params = { expected: `${before.params?.expected}, ${field.params?.expected}` };
      } else if (!before || weight(field.code) > weight(before.code)) found.set(field.path, field);
    }
  }
  return [...found.values()];
}

const TELLING = ['value-refused', 'wrong-type', 'not-one-of'];

function weight(code: string): number {
  const at = TELLING.indexOf(code);
  return at === -1 ? TELLING.length : at;
}

function fieldsOfError(error: Finding): Field[] {
  const path = error.instancePath.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
  const params = error.params as Record<string, unknown>;
  const limit = { limit: Number(params.limit) };
  switch (error.keyword) {
    case 'required':
      return (params.requiredProperties as string[]).map((name) => ({
        path: path === '' ? name : `${path}.${name}`,
        code: 'missing',
      }));
    case 'type':
      return [{ path, code: 'wrong-type', params: { expected: String(params.type) } }];
    case 'maxLength':
      return [{ path, code: 'text-too-long', params: limit }];
    case 'minLength':
      return [limit.limit === 1 ? { path, code: 'missing' } : { path, code: 'text-too-short', params: limit }];
    case 'maximum':
    case 'exclusiveMaximum':
      return [{ path, code: 'too-big', params: limit }];
    case 'minimum':
    case 'exclusiveMinimum':
      return [{ path, code: 'too-small', params: limit }];
    case 'maxItems':
      return [{ path, code: 'too-many-items', params: limit }];
    case 'minItems':
      return [{ path, code: 'too-few-items', params: limit }];
    case 'format':
      return [{ path, code: 'wrong-format', params: { expected: String(params.format) } }];
    case 'pattern':
      return [{ path, code: 'wrong-format', params: { expected: String(params.pattern) } }];
    case 'const':
      return [{ path, code: 'not-one-of', params: { expected: String(params.allowedValue) } }];
    case 'enum':
      return [{ path, code: 'not-one-of', params: { expected: (params.allowedValues as unknown[]).join(', ') } }];
    default:
      return [{ path, code: 'value-refused' }];
  }
}
