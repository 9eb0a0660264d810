import { ok } from '../../../values/result.ts';
import { formatTime, zoneOf } from '../../../values/zone.ts';
import {
  type ExportedOrder,
  exportOrders,
  type ListQuery,
  maySort,
  ORDER_QUERY,
  orderIdsListed,
  ordersSeen,
} from '../../work-orders/index.ts';
import type { Column, ListKind, Query } from './kind.ts';

interface OrderColumn extends Column {
  cell(order: ExportedOrder, words: { yes: string }): string;
}

/** 2026-11-18 10:05, as the utility's clocks show it. */
const time = (iso: string | null | undefined): string =>
  iso ? formatTime(zoneOf('Asia/Shanghai'), Date.parse(iso)) : '';

// biome-ignore format: one row each
const COLUMNS: readonly OrderColumn[] = [
  { id: 'number', zh: '工单号', en: 'Number', width: 130, shown: true, sort: 'number', cell: (o) => o.number },
  { id: 'due', zh: '时限', en: 'Due', width: 190, shown: true, sort: 'due', cell: (o) => (o.due ? `${o.due.name} ${time(o.due.dueAt)}`.trim() : '') },
  { id: 'state', zh: '状态', en: 'State', width: 120, shown: true, sort: 'state', cell: (o) => o.stateName },
  { id: 'event', zh: '事项', en: 'Event', width: 150, shown: true, sort: 'event', cell: (o) => o.eventName },
  { id: 'summary', zh: '内容', en: 'What was said', width: 280, shown: true, cell: (o) => o.summary },
  { id: 'place', zh: '地址', en: 'Place', width: 200, shown: true, sort: 'place', cell: (o) => o.place },
  { id: 'district', zh: '片区', en: 'District', width: 90, shown: false, sort: 'district', cell: (o) => o.districtName },
  { id: 'department', zh: '责任单位', en: 'Responsible unit', width: 120, shown: true, sort: 'department', cell: (o) => o.departmentName ?? '' },
  { id: 'handler', zh: '处理人', en: 'Handler', width: 90, shown: false, sort: 'handler', cell: (o) => o.handlerName ?? '' },
  { id: 'channel', zh: '渠道', en: 'Channel', width: 90, shown: false, cell: (o) => o.channelName },
  { id: 'received', zh: '受理时间', en: 'Received', width: 130, shown: true, sort: 'received', cell: (o) => time(o.receivedAt) },
  { id: 'closed', zh: '办结时间', en: 'Closed', width: 130, shown: false, sort: 'closed', cell: (o) => time(o.closedAt) },
  { id: 'urgent', zh: '紧急', en: 'Urgent', width: 70, shown: false, sort: 'urgent', cell: (o, { yes }) => (o.urgent ? yes : '') },
  { id: 'late', zh: '超时次数', en: 'Times late', width: 80, shown: false, sort: 'late', cell: (o) => String(o.lateCount) },
  { id: 'callers', zh: '来电人数', en: 'Callers', width: 80, shown: false, sort: 'callers', cell: (o) => String(o.callers) },
  { id: 'repeat', zh: '重复诉求', en: 'Repeated', width: 80, shown: false, cell: (o, { yes }) => (o.repeat ? yes : '') },
  { id: 'reporter', zh: '来电人', en: 'Caller', width: 90, shown: false, personal: true, cell: (o) => joined(o.people.map(({ name }) => name)) },
  { id: 'phone', zh: '联系电话', en: 'Phone', width: 120, shown: false, personal: true, cell: (o) => joined(o.people.map(({ phone }) => phone)) },
];

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('、');

const asked = (query: Query, sort: string | null): ListQuery => ({
  ...(query as ListQuery),
  ...(sort === null ? {} : { sort }),
});

export const orders: ListKind = {
  id: 'orders',
  zh: '工单',
  en: 'Orders',
  action: 'orders.read',
  query: ORDER_QUERY,
  columns: COLUMNS,
  async may(reading, query, sort) {
    const may = await maySort(reading, asked(query, sort));
    return may.ok ? ok(true) : may;
  },
  ids: (reading, query, sort) => orderIdsListed(reading, asked(query, sort)),
  sees: ({ tx }, ids) => ordersSeen(tx, ids),
  async rows(reading, ids, columns, people) {
    const chosen = columns.flatMap((id) => COLUMNS.filter((column) => column.id === id));
    const callers = chosen.some(({ personal }) => personal);
    const yes = reading.lang === 'zh' ? '是' : 'yes';
    return (await exportOrders(reading, ids, { callers, people })).map((order) =>
      chosen.map(({ cell }) => cell(order, { yes })),
    );
  },
};
