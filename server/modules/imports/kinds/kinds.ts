import type { AnyKind } from './kind.ts';
import { messages } from './messages.ts';
import { districts, staff, units } from './people.ts';
import { buildings, communities, premises, roads } from './registers.ts';
import { shifts } from './rosters.ts';
import { certificates, things } from './things.ts';

export type { AnyKind };

/** Every kind of file that can be imported. */
export const KINDS: readonly AnyKind[] = [
  messages,
  communities,
  roads,
  buildings,
  premises,
  units,
  districts,
  staff,
  shifts,
  things,
  certificates,
];

export const kindNamed = (id: string): AnyKind | undefined => KINDS.find((kind) => kind.id === id);
