/** 单位、片区、人员: what an administrator arranges, by file. */
import {
  type Arranging,
  type DistrictToSave,
  peopleMessages,
  type SavedPerson,
  type StaffRowIn,
  saveDistricts,
  saveStaff,
  saveUnits,
  type UnitRow,
} from '../../identity/index.ts';
import type { Column } from '../rules/columns.ts';
import { listOf } from '../rules/fields.ts';
import { type AnyKind, type Kind, kindOf, type RowFault, type SavedRow, type Saving } from './kind.ts';

const column = (id: string, zh: string, en: string, needed: boolean, ...aliases: string[]): Column => ({
  id,
  zh,
  en,
  aliases,
  needed,
});

function people<Row extends object>(
  own: Pick<Kind<Row>, 'id' | 'name' | 'columns' | 'read'>,
  save: (arranging: Arranging, rows: readonly Row[]) => Promise<SavedPerson[]>,
): AnyKind {
  return kindOf<Row>({
    ...own,
    action: 'staff.manage',
    options: {},
    outcomes: ['created', 'changed', 'unchanged', 'refused'],
    messages: peopleMessages,
    async save({ tx, by, time }: Saving, rows, lines) {
      return (await save({ tx, me: by === null ? null : { staffId: by }, time }, rows)).map(
        ({ outcome, faults }): SavedRow => ({
          outcome,
          faults: faults.map(({ field, code, params = {} }): RowFault => {
            const line = code === 'row-repeated' ? lines[Number(params.row) - 1] : undefined;
            return line === undefined
              ? { column: field === '' ? null : field, code, params }
              : { column: null, code: 'row-repeats-line', params: { line } };
          }),
          became: null,
        }),
      );
    },
  });
}

export const units = people<UnitRow>(
  {
    id: 'units',
    name: { zh: '单位', en: 'Units' },
    columns: [
      column('name', '单位名称', 'unit name', true, '单位', '部门', '部门名称', '名称', 'department'),
      column('kind', '单位类别', 'unit kind', true, '类别', '性质', '单位性质', 'kind'),
      column('parent', '上级单位', 'parent unit', false, '上级', '上级部门', '隶属', 'parent'),
    ],
    read: (cell) => ({
      row: {
        name: cell('name').trim(),
        kind: cell('kind'),
        ...(cell('parent').trim() === '' ? {} : { parent: cell('parent').trim() }),
      },
    }),
  },
  saveUnits,
);

export const districts = people<DistrictToSave>(
  {
    id: 'districts',
    name: { zh: '片区', en: 'Districts' },
    columns: [column('name', '片区名称', 'district name', true, '片区', '辖区', '区域', 'district')],
    read: (cell) => ({ row: { name: cell('name').trim() } }),
  },
  saveDistricts,
);

export const staff = people<StaffRowIn>(
  {
    id: 'staff',
    name: { zh: '人员', en: 'Staff' },
    columns: [
      column('username', '用户名', 'username', true, '登录名', '账号', '工号', 'login', 'account'),
      column('name', '姓名', 'staff name', true, '名字', '员工姓名', 'name'),
      column('roles', '角色', 'roles', true, '岗位', '权限', 'role'),
      column('unit', '单位', 'unit', true, '部门', '所属单位', '所属部门', 'department'),
      column('districts', '负责片区', 'districts', false, '片区', '辖区', 'district'),
      column('phone', '手机', 'staff phone', false, '电话', '手机号', '联系电话', 'mobile', 'phone'),
    ],
    read: (cell) => ({
      row: {
        username: cell('username').trim().toLowerCase(),
        name: cell('name').trim(),
        roles: listOf(cell('roles')),
        unit: cell('unit').trim(),
        districts: listOf(cell('districts')),
        ...(cell('phone').trim() === '' ? {} : { phone: cell('phone').trim() }),
      },
    }),
  },
  saveStaff,
);
