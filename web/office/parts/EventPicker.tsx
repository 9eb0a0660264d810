/** The event tree, searched by any of its words. */
import { type ReactNode, useMemo, useState } from 'react';
import type { EventWord } from '../../kit/views.ts';
import { useVocabulary } from '../data.ts';
import { Combo, type Option } from './Combo.tsx';

interface Node extends Option {
  search: string;
  children: Node[];
}

/** Depth first, each under its parent; `no-water.area` lies under `no-water` when no parent is named. */
export function inTree(events: EventWord[]): (Option & { search: string })[] {
  const nodes = new Map(
    events.map((event): [string, Node] => [
      event.id,
      {
        value: event.id,
        label: event.name,
        detail: (event.words ?? []).filter((word) => word !== event.name).join('、'),
        search: [event.name, ...(event.words ?? []), event.id].join(' ').toLowerCase(),
        children: [],
      },
    ]),
  );
  const roots: Node[] = [];
  for (const event of events) {
    const node = nodes.get(event.id);
    if (node === undefined) continue;
    const above = event.parent ?? (event.id.includes('.') ? event.id.slice(0, event.id.lastIndexOf('.')) : null);
    const parent = above === null ? undefined : nodes.get(above);
    (parent?.children ?? roots).push(node);
  }
  const flat = (list: Node[], level: number): (Option & { search: string })[] =>
    list.flatMap(({ children, ...node }) => [{ ...node, level }, ...flat(children, level + 1)]);
  return flat(roots, 0);
}

interface Props {
  id: string;
  value: string;
  change: (event: string) => void;
  placeholder: string;
  none: string;
  /** Absent: those of the rulebook in force. */
  events?: EventWord[];
}

export function EventPicker({ id, value, change, placeholder, none, events: given }: Props): ReactNode {
  const own = useVocabulary().data?.events;
  const events = given ?? own;
  const tree = useMemo(() => inTree(events ?? []), [events]);
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = tree.find((event) => event.value === value)?.label ?? value;
  const words = (typed ?? '').trim().toLowerCase();
  return (
    <Combo
      id={id}
      text={typed ?? chosen}
      options={words === '' ? tree : tree.filter((event) => event.search.includes(words))}
      none={none}
      placeholder={placeholder}
      type={(text) => {
        setTyped(text);
        if (text === '') change('');
      }}
      choose={(option) => {
        change(option.value);
        setTyped(null);
      }}
      leave={() => setTyped(null)}
    />
  );
}
