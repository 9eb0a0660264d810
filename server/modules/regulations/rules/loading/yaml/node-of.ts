/** Plain JSON as a node again: what was kept as written is read by the same readers as the file. */
import type { Spot } from '../../pack-error.ts';
import type { Node } from './yaml-nodes.ts';

const NOWHERE: Spot = { file: '', line: 1, column: 1 };

/** Text counts as quoted: whether its author quoted it was seen when the file was read. */
export function nodeOf(json: unknown): Node {
  if (Array.isArray(json)) return { kind: 'list', items: json.map(nodeOf), at: NOWHERE };
  if (typeof json === 'object' && json !== null)
    return {
      kind: 'map',
      entries: Object.entries(json).map(([key, value]) => ({ key, keyAt: NOWHERE, value: nodeOf(value) })),
      at: NOWHERE,
    };
  const value = typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? json : null;
  return { kind: 'scalar', value, source: value === null ? '' : String(value), plain: false, at: NOWHERE };
}
