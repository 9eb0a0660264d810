import type { ListKind } from './kind.ts';
import { orders } from './orders.ts';

export const KINDS: readonly ListKind[] = [orders];

export const kindNamed = (id: string): ListKind | undefined => KINDS.find((kind) => kind.id === id);
