import type { Tab } from '../../kit/views.ts';

/** What of the list stands in the address: tab, filters, words searched. */
export interface DeskSearch {
  tab?: Tab;
  state?: string;
  department?: string;
  event?: string;
  q?: string;
  closed?: boolean;
  repeated?: boolean;
}

const TABS: readonly string[] = ['late', 'warned', 'paused', 'mine', 'received'];
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

export function readDeskSearch(search: Record<string, unknown>): DeskSearch {
  const [state, department, event, q] = [search.state, search.department, search.event, search.q].map(text);
  return {
    ...(TABS.includes(String(search.tab)) ? { tab: search.tab as Tab } : {}),
    ...(state === undefined ? {} : { state }),
    ...(department === undefined ? {} : { department }),
    ...(event === undefined ? {} : { event }),
    ...(q === undefined ? {} : { q }),
    ...(search.closed === true ? { closed: true } : {}),
    ...(search.repeated === true ? { repeated: true } : {}),
  };
}
