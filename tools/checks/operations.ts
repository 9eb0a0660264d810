/** Every operation of the API stands in the table the permission test goes by, under the action its route asks for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATIONS, type Operation } from '../../server/journeys/permissions/operations.ts';
import { type Outcome, verdict } from '../step.ts';
import { ROOT } from '../tree.ts';

interface Document {
  paths: Record<string, Record<string, { 'x-action'?: string; security?: unknown[] }>>;
}

/** What the table and the document say differently. */
export function unlike(document: Document, table: readonly Operation[]): string[] {
  const named = new Map(table.map((operation) => [operation.name, operation]));
  const complaints: string[] = [];
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, said] of Object.entries(methods)) {
      const name = `${method.toUpperCase()} ${path}`;
      const known = named.get(name);
      const asks = said['x-action'] ?? (said.security?.length === 0 ? 'open' : null);
      named.delete(name);
      if (!known) complaints.push(`${name} does not stand in server/journeys/permissions/operations.ts`);
      else if (known.action !== asks)
        complaints.push(`${name} asks for ${asks ?? 'a session'}, the table says ${known.action ?? 'a session'}`);
    }
  }
  return [...complaints, ...[...named.keys()].map((name) => `${name} stands in the table and is not in the API`)];
}

export async function operations(): Promise<Outcome> {
  const document = JSON.parse(readFileSync(join(ROOT, 'openapi.json'), 'utf8')) as Document;
  return verdict(unlike(document, OPERATIONS), `${OPERATIONS.length} operations`);
}
