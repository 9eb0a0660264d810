/** Every question the office asks, once. */
import { keepPreviousData, QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { paths } from '../kit/api/schema.d.ts';
import { call, Problem } from '../kit/client.ts';
import type {
  ClockView,
  Department,
  Duplicate,
  Element,
  FormView,
  InboxItem,
  Me,
  OrderCounts,
  OrderDetail,
  OrderPage,
  RequestView,
  RouteView,
  Staff,
  Tab,
  Vocabulary,
} from '../kit/views.ts';
import { languageNow } from './texts/index.ts';

/** Milliseconds between two looks at what is followed anyway (live/): should a word ever get lost. */
const POLL = 60_000;
const LONG = 5 * 60_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => !(error instanceof Problem && error.status >= 400 && error.status < 500) && count < 2,
      staleTime: 2000,
      refetchOnReconnect: true,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

export const useMe = () =>
  useQuery({
    queryKey: ['me', languageNow()],
    queryFn: () => call<Me>('GET', '/api/me'),
    staleTime: LONG,
    placeholderData: keepPreviousData,
  });

export interface OrderFilter {
  tab: Tab;
  state?: string;
  department?: string;
  event?: string;
  q?: string;
  closed?: boolean;
  repeated?: boolean;
}

export const useOrders = (filter: OrderFilter) =>
  useInfiniteQuery({
    queryKey: ['orders', languageNow(), filter],
    queryFn: ({ pageParam, signal }) =>
      call<OrderPage>('GET', '/api/orders', {
        query: {
          ...filter,
          closed: filter.closed === true ? true : undefined,
          repeated: filter.repeated === true ? true : undefined,
          limit: 50,
          cursor: pageParam ?? undefined,
        },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: POLL,
    placeholderData: keepPreviousData,
  });

/** Of a filter whatever its tab: they are counted apart, so that no page waits for them. */
export const useOrderCounts = ({ tab: _, ...filter }: OrderFilter) =>
  useQuery({
    queryKey: ['orders', 'counts', languageNow(), filter],
    queryFn: ({ signal }) =>
      call<OrderCounts>('GET', '/api/orders/counts', {
        query: {
          ...filter,
          closed: filter.closed === true ? true : undefined,
          repeated: filter.repeated === true ? true : undefined,
        },
        signal,
      }),
    refetchInterval: POLL,
    placeholderData: keepPreviousData,
  });

export const useOrder = (id: number) =>
  useQuery({
    queryKey: ['order', id, languageNow()],
    queryFn: ({ signal }) => call<OrderDetail>('GET', `/api/orders/${id}`, { signal }),
    refetchInterval: POLL,
  });

type Attributed = paths['/api/orders/{id}/attribution']['get']['responses'][200]['content']['application/json'];

/** Who holds it changes with a command, and by itself when a pause or an appointment ends. */
export const useAttribution = (id: number, version: number) =>
  useQuery({
    queryKey: ['attribution', id, languageNow(), version],
    queryFn: ({ signal }) => call<Attributed>('GET', `/api/orders/${id}/attribution`, { signal }),
    refetchInterval: 60_000,
    placeholderData: (before, query) => (query?.queryKey[1] === id ? before : undefined),
  });

/** After a command: what the server answered is shown at once, lists and inbox follow. */
export function useOrderChanged(): (order: OrderDetail | null, id: number) => void {
  const client = useQueryClient();
  return (order, id) => {
    if (order !== null) client.setQueryData(['order', id, languageNow()], order);
    else void client.invalidateQueries({ queryKey: ['order', id] });
    void client.invalidateQueries({ queryKey: ['orders'] });
    void client.invalidateQueries({ queryKey: ['inbox'] });
  };
}

export const useVocabulary = () =>
  useQuery({
    queryKey: ['vocabulary', languageNow()],
    queryFn: () => call<Vocabulary>('GET', '/api/regulations/vocabulary'),
    staleTime: LONG,
  });

export const useDepartments = () =>
  useQuery({
    queryKey: ['departments'],
    queryFn: () => call<Department[]>('GET', '/api/departments'),
    staleTime: LONG,
  });

export const useStaff = (department: string | null) =>
  useQuery({
    queryKey: ['staff', department],
    queryFn: () => call<Staff[]>('GET', '/api/staff', { query: { department: department ?? undefined } }),
    staleTime: LONG,
  });

interface InboxPage {
  items: InboxItem[];
  unread: number;
  next: number | null;
}

/** How many I have not read. */
export const useUnread = (): number =>
  useQuery({
    queryKey: ['inbox', 'count'],
    queryFn: () => call<InboxPage>('GET', '/api/inbox', { query: { unread: true, limit: 1 } }),
    refetchInterval: POLL,
    placeholderData: keepPreviousData,
  }).data?.unread ?? 0;

export const useInbox = (unread: boolean) =>
  useInfiniteQuery({
    queryKey: ['inbox', unread, languageNow()],
    queryFn: ({ pageParam }) =>
      call<InboxPage>('GET', '/api/inbox', {
        query: { unread: unread ? true : undefined, before: pageParam ?? undefined },
      }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: POLL,
    placeholderData: keepPreviousData,
  });

export interface Intake {
  channel: string;
  receivedAt?: string;
  reporter?: string;
  phone?: string;
  contactTimes?: string;
  place: string;
  premisesId?: number;
  communityId?: number;
  districtId?: string;
  roadIds?: number[];
  lon?: number;
  lat?: number;
  content: string;
  event: string;
  urgent?: boolean;
  facts?: Record<string, unknown>;
  sourceRef?: string;
  form?: Record<string, unknown>;
}

export const useElements = (body: Intake, on: boolean) =>
  useQuery({
    queryKey: ['check', languageNow(), body],
    queryFn: ({ signal }) =>
      call<{ elements: Element[]; ready: boolean; routing: RouteView[] }>('POST', '/api/requests/check', {
        body,
        signal,
      }),
    enabled: on,
    placeholderData: keepPreviousData,
    staleTime: LONG,
  });

type Suggested = paths['/api/requests/suggest']['post']['responses'][200]['content']['application/json'];
export type SuggestedReason = Suggested['urgent']['reasons'][number];

export const useSuggestions = (content: string, on: boolean) =>
  useQuery({
    queryKey: ['suggest', languageNow(), content],
    queryFn: ({ signal }) => call<Suggested>('POST', '/api/requests/suggest', { body: { content }, signal }),
    enabled: on,
    placeholderData: keepPreviousData,
    staleTime: LONG,
  });

export type WaitingLetter =
  paths['/api/requests']['get']['responses'][200]['content']['application/json']['items'][number];

/** Imported letters nobody has read, those received last first. */
export const useWaitingLetters = () =>
  useQuery({
    queryKey: ['waiting', languageNow()],
    queryFn: () =>
      call<{ items: WaitingLetter[]; next: string | null }>('GET', '/api/requests', {
        query: { outcome: 'draft', limit: 100 },
      }),
    refetchInterval: 30_000,
  });

/** Likely the same incident as what is being typed. */
export const useDuplicates = (body: Intake, on: boolean) =>
  useQuery({
    queryKey: ['duplicates', languageNow(), body],
    queryFn: ({ signal }) => call<Duplicate[]>('POST', '/api/requests/duplicates', { body, signal }),
    enabled: on,
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });

/** Likely the same incident as this order; only for those who may merge. */
export const useDuplicatesOf = (id: number, version: number, on: boolean) =>
  useQuery({
    queryKey: ['duplicates', languageNow(), id, version],
    queryFn: ({ signal }) => call<Duplicate[]>('GET', `/api/orders/${id}/duplicates`, { signal }),
    enabled: on,
    refetchInterval: 30_000,
  });

export interface PreviewAsk {
  event: string;
  channel: string;
  facts: Record<string, unknown>;
  receivedAt?: string;
}

export const usePreview = (body: PreviewAsk) =>
  useQuery({
    queryKey: ['preview', languageNow(), body],
    queryFn: async ({ signal }) => {
      const answer = await call<ClockView[] | { clocks: ClockView[] }>('POST', '/api/regulations/preview', {
        body,
        signal,
      });
      return Array.isArray(answer) ? answer : answer.clocks;
    },
    enabled: body.event !== '' && body.channel !== '',
    placeholderData: keepPreviousData,
  });

export const useIntakeForm = (event: string, channel: string) =>
  useQuery({
    queryKey: ['intake-form', languageNow(), event, channel],
    queryFn: () => call<FormView | null>('GET', '/api/regulations/intake-form', { query: { event, channel } }),
    enabled: event !== '' && channel !== '',
    staleTime: LONG,
  });

/** What a text may mean: the likeliest first, each with why it was found. */
export interface PlaceCandidate {
  kind: 'premises' | 'building' | 'community' | 'junction' | 'road' | 'district';
  kindName: string;
  id: string;
  name: string;
  score: number;
  reasons: { why: string; text: string }[];
  districtId: string | null;
  districtName: string | null;
  communityId: number | null;
  premisesId: number | null;
  roadIds: number[];
  lon: number | null;
  lat: number | null;
  exact: boolean;
  premises: { premisesId: number; accountNumber: string; customerName: string; address: string } | null;
}

export const usePlaces = (q: string) =>
  useQuery({
    queryKey: ['places', languageNow(), q],
    queryFn: ({ signal }) =>
      call<{ candidates: PlaceCandidate[]; confident: boolean }>('GET', '/api/places', { query: { q }, signal }),
    enabled: q.trim().length >= 2,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });

export interface PlacesMap {
  roads: { roadId: number; name: string; line: number[] }[];
  communities: { communityId: number; name: string; lon: number; lat: number }[];
}

export const usePlacesMap = () =>
  useQuery({
    queryKey: ['places-map'],
    queryFn: () => call<PlacesMap>('GET', '/api/places/map'),
    staleTime: LONG,
  });

export interface Nearest {
  premises: {
    distance: number;
    premises: NonNullable<PlaceCandidate['premises']> & { communityId: number; districtId: string };
  }[];
  buildings: { distance: number; name: string; communityId: number; lon: number; lat: number }[];
  community: { distance: number; communityId: number; name: string; road: string; districtId: string } | null;
  road: { distance: number; roadId: number; name: string; districtId: string } | null;
}

export const useNearest = (point: { lon: number; lat: number } | null) =>
  useQuery({
    queryKey: ['nearest', point?.lon, point?.lat],
    queryFn: ({ signal }) =>
      call<Nearest>('GET', '/api/places/nearest', { query: { lon: point?.lon, lat: point?.lat }, signal }),
    enabled: point !== null,
    placeholderData: keepPreviousData,
    staleTime: LONG,
  });

export interface RecentRequest extends RequestView {
  eventName?: string | null;
  outcome?: string;
  orderId?: number | null;
  orderNumber?: string | null;
}

export const useRecentRequests = (premisesId: number | undefined) =>
  useQuery({
    queryKey: ['requests', premisesId],
    queryFn: async () =>
      (await call<{ items: RecentRequest[] }>('GET', '/api/requests', { query: { premisesId, limit: 8 } })).items,
    enabled: premisesId !== undefined,
  });
