/** `sources/states.yaml`: what is presented, what waits for which module, what is declined and why. Never what is executed. */
import { type ErrorList, unknownName } from '../../pack-error.ts';
import type { Clause } from '../clauses.ts';
import { MapReader } from '../yaml/map-reader.ts';
import { type MapEntry, type Node, readYaml, type SourceFile } from '../yaml/yaml-nodes.ts';

export interface Declared {
  /** Sections that are carried out by being shown. */
  presents: Set<string>;
  /** Section → module to come. */
  waitingSections: Map<string, string>;
  /** Class of clauses → module to come, for entries of these sections. */
  waitingCapabilities: Map<string, string>;
  heldSections: Set<string>;
  /** Clause → module to come. */
  waitingClauses: Map<string, string>;
  /** Clause → reason. */
  declined: Map<string, string>;
}

const REASONS = ['chrome', 'rhetoric', 'truncated'];
const FILE = 'sources/states.yaml';

export function readDeclared(files: SourceFile[], clauses: Map<string, Clause>, errors: ErrorList): Declared {
  const declared: Declared = {
    presents: new Set(),
    waitingSections: new Map(),
    waitingCapabilities: new Map(),
    heldSections: new Set(),
    waitingClauses: new Map(),
    declined: new Map(),
  };
  const file = files.find(({ path }) => path === FILE);
  const root = file && readYaml(file, errors);
  if (root?.kind !== 'map') return declared;
  const m = new MapReader(root, errors);
  const modules = new Set(m.texts('modules'));
  declared.presents = new Set(m.texts('presents'));
  declared.heldSections = new Set(m.texts('held-sections'));
  const entries = (key: string): MapEntry[] => {
    const node = m.get(key);
    return node?.kind === 'map' ? node.entries : [];
  };
  const module = ({ value }: MapEntry): string => {
    const name = m.textOf(value, 'module') ?? '';
    if (!modules.has(name)) m.fail(value.at, unknownName('key', name, modules));
    return name;
  };
  for (const one of entries('waiting-sections')) declared.waitingSections.set(one.key, module(one));
  for (const one of entries('waiting-capabilities')) declared.waitingCapabilities.set(one.key, module(one));
  const known = (id: string, at: Node['at']): boolean => {
    if (clauses.has(id)) return true;
    m.fail(at, unknownName('clause', id, clauses.keys()));
    return false;
  };
  for (const one of entries('waiting'))
    if (known(one.key, one.keyAt)) declared.waitingClauses.set(one.key, module(one));
  for (const reason of entries('declined')) {
    if (!REASONS.includes(reason.key)) m.fail(reason.keyAt, unknownName('choice', reason.key, REASONS));
    const items = reason.value.kind === 'list' ? reason.value.items : [reason.value];
    for (const item of items) {
      const id = m.textOf(item, reason.key);
      if (id !== undefined && known(id, item.at)) declared.declined.set(id, reason.key);
    }
  }
  m.done();
  return declared;
}
