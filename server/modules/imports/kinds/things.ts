/** 设施台账、证照台账: what duties are owed for. */

import { type Epoch, readWrittenTime } from '../../../values/written-time.ts';
import { formatDay } from '../../../values/zone.ts';
import { CERTIFICATE, messages, saveThings, type ThingRow } from '../../registers/index.ts';
import type { Column } from '../rules/columns.ts';
import { type AnyKind, type Kind, kindOf, type Read, type RowFault, type SavedRow } from './kind.ts';

const column = (id: string, zh: string, en: string, needed: boolean, ...aliases: string[]): Column => ({
  id,
  zh,
  en,
  aliases,
  needed,
});

type Cell = (column: string) => string;
const DAYS = ['since', 'lastDone', 'expires', 'ended'] as const;
/** Columns that are facts of the rulebook. */
const FACTS: Record<string, string> = { dn: 'dn', grade: 'pipe-grade', cycle: 'cycle-months' };

const said = (cell: Cell, ids: readonly ('place' | 'unit' | 'district' | 'person')[]): Partial<ThingRow> =>
  Object.fromEntries(ids.flatMap((id) => (cell(id).trim() === '' ? [] : [[id, cell(id)]])));

/** `管径=DN300；用途=绿化`: other facts, by the words of the rulebook. */
function pairs(text: string): Record<string, string> | null {
  const found: Record<string, string> = {};
  for (const part of text.split(/[;；\n]/).filter((one) => one.trim() !== '')) {
    const [name = '', ...value] = part.split(/[=＝:：]/);
    if (name.trim() === '' || value.length !== 1) return null;
    found[name.trim()] = (value[0] ?? '').trim();
  }
  return found;
}

function readThing(cell: Cell, epoch: Epoch, kind: string): Read<ThingRow> {
  const faults: RowFault[] = [];
  const row: ThingRow = {
    kind,
    code: cell('code'),
    name: cell('name'),
    ...said(cell, ['place', 'unit', 'district', 'person']),
  };
  for (const id of DAYS) {
    const text = cell(id).trim();
    if (text === '' || /^(长期|长期有效|永久)$/.test(text)) continue;
    const read = readWrittenTime(text, epoch);
    if (typeof read === 'string')
      faults.push({ column: id, code: 'thing-day-not-real', params: { found: text.slice(0, 40) } });
    else row[id] = formatDay(read.day);
  }
  const more = pairs(cell('facts'));
  if (more === null) faults.push({ column: 'facts', code: 'thing-facts-not-read', params: {} });
  const facts = { ...more };
  for (const [id, fact] of Object.entries(FACTS)) if (cell(id).trim() !== '') facts[fact] = cell(id);
  if (Object.keys(facts).length > 0) row.facts = facts;
  return faults.length > 0 ? { faults } : { row };
}

function register(own: Pick<Kind<ThingRow>, 'id' | 'name' | 'columns' | 'read'>): AnyKind {
  return kindOf<ThingRow>({
    ...own,
    action: 'registers.import',
    options: {},
    outcomes: ['created', 'changed', 'unchanged', 'refused'],
    messages,
    async save({ tx, by, time }, rows, lines) {
      return (await saveThings({ tx, time, by }, rows)).map(
        ({ outcome, faults }): SavedRow => ({
          outcome,
          faults: faults.map(({ field, code, params = {} }): RowFault => {
            const line = code === 'row-repeated' ? lines[Number(params.row) - 1] : undefined;
            return line === undefined
              ? { column: own.columns.some(({ id }) => id === field) ? field : null, code, params }
              : { column: null, code: 'row-repeats-line', params: { line } };
          }),
          became: null,
        }),
      );
    },
  });
}

const UNIT = column('unit', '责任单位', 'unit', false, '单位', '部门', '管理单位', '所属单位', 'department');

export const things = register({
  id: 'things',
  name: { zh: '设施台账', en: 'Things' },
  columns: [
    column('kind', '台账类别', 'thing kind', true, '类别', '设施类别', '设备类别', '类型', 'kind'),
    column('code', '编号', 'code', true, '设施编号', '设备编号', '管段编号', '表号', 'number'),
    column('name', '名称', 'thing name', true, '设施名称', '设备名称', '管段名称', 'name'),
    column('place', '位置', 'place', false, '地址', '安装地址', '所在位置', '起止点'),
    UNIT,
    column('district', '片区', 'district', false, '所属片区', '辖区'),
    column('dn', '管径', 'DN', false, '口径', '公称直径', 'diameter'),
    column('grade', '管线等级', 'grade', false, '等级', '管段等级'),
    column('cycle', '抄表周期（月）', 'cycle months', false, '抄表周期', '周期'),
    column('since', '启用日期', 'since', false, '投用日期', '安装日期', '建成日期'),
    column(
      'lastDone',
      '上次完成日期',
      'last done',
      false,
      '上次清洗日期',
      '上次检修日期',
      '上次巡检日期',
      '最近一次日期',
    ),
    column('expires', '有效期至', 'expires', false, '到期日期', '失效日期'),
    column('ended', '停用日期', 'ended', false, '报废日期', '拆除日期'),
    column('facts', '其他属性', 'facts', false, '属性', '备注属性'),
  ],
  read: (cell, { epoch }) => readThing(cell, epoch, cell('kind')),
});

export const certificates = register({
  id: 'certificates',
  name: { zh: '证照台账', en: 'Certificates' },
  columns: [
    column('person', '持证人', 'holder', true, '姓名', '人员', '用户名', '员工姓名', 'person'),
    column('name', '证照名称', 'certificate', true, '证书名称', '证件名称', '证照', '名称', '证书'),
    column('code', '证照编号', 'certificate number', true, '证号', '证书编号', '证件编号', '编号', 'number'),
    column('since', '有效期自', 'valid from', false, '发证日期', '签发日期', '起始日期', 'since'),
    column('expires', '有效期至', 'expires', false, '到期日期', '失效日期', '有效期', 'valid until'),
    UNIT,
    column('ended', '停用日期', 'ended', false, '注销日期', '作废日期'),
  ],
  read: (cell, { epoch }) => readThing(cell, epoch, CERTIFICATE),
});
