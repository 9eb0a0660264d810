/** Who of the unit cannot be given an order, and the certificate he lacks. */
import { useQuery } from '@tanstack/react-query';
import type { paths } from '../../kit/api/schema.d.ts';
import { call } from '../../kit/client.ts';
import { languageNow } from '../texts/index.ts';

type Handler = paths['/api/orders/{id}/handlers']['get']['responses'][200]['content']['application/json'][number];

export const useLacking = (orderId: number) =>
  useQuery({
    queryKey: ['orders', 'handlers', orderId, languageNow()],
    queryFn: ({ signal }) => call<Handler[]>('GET', `/api/orders/${orderId}/handlers`, { signal }),
    select: (all) => new Map(all.flatMap(({ staffId, lacks }) => (lacks === null ? [] : [[staffId, lacks] as const]))),
  });
