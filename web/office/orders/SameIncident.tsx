/** On an order's page: merged with what is likely the same; the later goes into the earlier. */
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, newKey } from '../../kit/client.ts';
import type { Duplicate, OrderDetail } from '../../kit/views.ts';
import { useDuplicatesOf, useOrderChanged } from '../data.ts';
import { useProblemText } from '../shell/Fallbacks.tsx';
import { useKeys } from '../shell/keys.ts';
import { Duplicates } from './Duplicates.tsx';

export function SameIncident({ order }: { order: OrderDetail }): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const say = useProblemText();
  const changed = useOrderChanged();
  const [busy, setBusy] = useState(false);
  const attempt = useRef<{ body: string; key: string } | null>(null);
  const may = order.allowed.some(({ command, enabled }) => command === 'merge' && enabled);
  const items = useDuplicatesOf(order.id, order.version, may).data ?? [];
  const first = items.find(({ open }) => open);
  const isLater = (one: Duplicate): boolean => Date.parse(order.receivedAt) >= Date.parse(one.receivedAt);
  const merge = async (one: Duplicate): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const [from, into] = isLater(one)
      ? [order, { id: one.orderId }]
      : [{ id: one.orderId, version: one.version }, order];
    const body = { version: from.version, into: into.id };
    const text = JSON.stringify([from.id, body]);
    if (attempt.current?.body !== text) attempt.current = { body: text, key: newKey() };
    try {
      const answer = await call<OrderDetail>('POST', `/api/orders/${from.id}/merge`, {
        body,
        key: attempt.current.key,
      });
      changed(answer, answer.id);
      if (answer.id !== order.id) changed(null, order.id);
      void message.success(t('merging.done', { number: answer.number }));
      if (answer.id !== order.id)
        await navigate({ to: '/orders/$orderId', params: { orderId: String(answer.id) }, search: true as never });
    } catch (error) {
      changed(null, order.id);
      void message.error(say(error));
    } finally {
      setBusy(false);
    }
  };
  useKeys({ M: () => void (first !== undefined && merge(first)) }, may && first !== undefined);
  if (!may) return null;
  return (
    <Duplicates
      items={items}
      busy={busy}
      act={(one) => void merge(one)}
      join={(one) => ({
        name: t(isLater(one) ? 'merging.mergeInto' : 'merging.mergeHere'),
        key: one === first ? '⇧ M' : null,
      })}
    />
  );
}
