/** 群众来信: letters of citizens, each an order, a declined request or a draft. */
import type { Refusal } from '../../../values/result.ts';
import { type MessageOutcome, readMessageRow, receiveRows, messages as requestMessages } from '../../requests/index.ts';
import { messages as orderMessages } from '../../work-orders/index.ts';
import { kindOf, type RowFault, type SavedRow } from './kind.ts';

export const messages = kindOf<MessageOutcome>({
  id: 'messages',
  name: { zh: '群众来信', en: 'Letters' },
  action: 'requests.import',
  columns: [
    {
      id: 'id',
      zh: '编号',
      en: 'id',
      aliases: ['来信编号', '信件编号', '序号', '工单编号', 'number', 'no'],
      needed: true,
    },
    {
      id: 'time',
      zh: '来信时间',
      en: 'time',
      aliases: ['时间', '反映时间', '受理时间', '留言时间', '提交时间', 'date', 'received'],
      needed: true,
    },
    { id: 'subject', zh: '标题', en: 'subject', aliases: ['主题', '来信标题', '留言标题', 'title'], needed: true },
    {
      id: 'body',
      zh: '内容',
      en: 'body',
      aliases: ['正文', '来信内容', '反映内容', '留言内容', '诉求内容', 'content', 'text'],
      needed: true,
    },
    {
      id: 'reporter',
      zh: '来信人',
      en: 'reporter',
      aliases: ['姓名', '反映人', '联系人', '诉求人', 'name'],
      needed: false,
    },
    {
      id: 'phone',
      zh: '联系电话',
      en: 'phone',
      aliases: ['电话', '手机', '手机号', '联系方式', 'mobile', 'tel'],
      needed: false,
    },
    {
      id: 'place',
      zh: '地址',
      en: 'place',
      aliases: ['地点', '位置', '反映地址', 'address', 'location'],
      needed: false,
    },
    { id: 'relevant', zh: '是否涉水', en: 'relevant', aliases: ['与供水有关', '是否相关', '相关'], needed: false },
    {
      id: 'event',
      zh: '事项类别',
      en: 'event',
      aliases: ['类别', '事件类别', '事项', '分类', 'type', 'category'],
      needed: false,
    },
    { id: 'second', zh: '第二类别', en: 'second', aliases: ['次要类别', '其他类别', 'second event'], needed: false },
    { id: 'urgent', zh: '紧急', en: 'urgent', aliases: ['是否紧急', '加急'], needed: false },
    { id: 'outside_duty', zh: '职责外', en: 'outside duty', aliases: ['是否职责外', '非职责'], needed: false },
  ],
  options: { channel: 'web', source: 'messages' },
  outcomes: ['created', 'declined', 'registered', 'draft', 'repeated', 'refused'],
  messages: { ...orderMessages, ...requestMessages },
  read(cell, { said, epoch }) {
    const read = readMessageRow(cell, { channel: said.channel ?? '', source: said.source ?? '', epoch });
    return read.ok ? { row: read.value } : { faults: faultsOf(read.refusal) };
  },
  async save(saving, rows) {
    return (await receiveRows(saving, rows)).map(({ outcome, requestId, orderNumber, refusal }, at): SavedRow => {
      const ref = rows[at]?.intake.sourceRef ?? null;
      return { outcome, faults: refusal ? faultsOf(refusal) : [], became: { ref, requestId, orderNumber } };
    });
  },
});

/** Where a request has a field that comes from another column. */
const COLUMN_OF: Record<string, string> = { receivedAt: 'time', content: 'body', sourceRef: 'id' };

function faultsOf(refusal: Refusal): RowFault[] {
  const { code, params = {}, fields = [] } = refusal;
  const [first] = fields;
  const column = first === undefined ? null : (COLUMN_OF[first.path] ?? first.path);
  return [{ column, code, params }];
}
