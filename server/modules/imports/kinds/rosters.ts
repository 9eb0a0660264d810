/** 排班表: shifts of a unit, as it has them in its own table. */
import { messages, readShiftRow, type ShiftRow, saveShifts } from '../../rosters/index.ts';
import type { Column } from '../rules/columns.ts';
import { kindOf } from './kind.ts';

const column = (id: string, zh: string, en: string, needed: boolean, ...aliases: string[]): Column => ({
  id,
  zh,
  en,
  aliases,
  needed,
});

export const shifts = kindOf<ShiftRow>({
  id: 'shifts',
  name: { zh: '排班表', en: 'Rosters' },
  action: 'rosters.plan',
  columns: [
    column('person', '值班人员', 'on duty', true, '值班人', '人员', '姓名', '用户名', 'person', 'name'),
    column('unit', '单位', 'unit', false, '部门', '值班单位', '所属单位', 'department'),
    column('starts', '开始时间', 'starts', true, '上班时间', '值班开始', '起始时间', 'start', 'from'),
    column('ends', '结束时间', 'ends', true, '下班时间', '值班结束', '终止时间', 'end', 'until'),
    column('note', '班次', 'note', false, '备注', '说明', 'shift'),
  ],
  options: {},
  outcomes: ['created', 'unchanged', 'refused'],
  messages,
  read: (cell, { epoch }) => readShiftRow(cell, epoch),
  save: async (saving, rows) =>
    (await saveShifts(saving, rows)).map(({ outcome, faults }) => ({ outcome, faults, became: null })),
});
