/** 登记簿: communities, roads, buildings and premises with their customers. */

import type { Tx } from '../../../platform/database.ts';
import {
  type BuildingRow,
  type CommunityRow,
  type Fault,
  messages,
  type PremisesRow,
  type RoadRow,
  type SavedRow as Saved,
  saveBuildings,
  saveCommunities,
  savePremises,
  saveRoads,
} from '../../registers/index.ts';
import type { Column } from '../rules/columns.ts';
import { isFault, listOf, numberOf, optional, pairsOf, sizeOf, wordOf } from '../rules/fields.ts';
import { type AnyKind, type Kind, kindOf, type Read, type RowFault, type SavedRow } from './kind.ts';

const column = (id: string, zh: string, en: string, needed: boolean, ...aliases: string[]): Column => ({
  id,
  zh,
  en,
  aliases,
  needed,
});

const DISTRICT = (needed: boolean) =>
  column('district', '片区', 'district', needed, '所属片区', '区域', '辖区', '营业所', 'area', 'zone');
const COMMUNITY = column(
  'community',
  '小区',
  'community',
  true,
  '小区名称',
  '所属小区',
  '所在小区',
  '社区',
  'estate',
  'compound',
);
const ALIASES = column('aliases', '别名', 'aliases', false, '又名', '俗称', '曾用名', 'alias', 'other names');
const POINT = [
  column('lon', '经度', 'longitude', false, 'lng', 'x', '经度坐标'),
  column('lat', '纬度', 'latitude', false, 'y', '纬度坐标'),
];

/** Properties of a row that were said; a column the file does not have leaves what is known. */
function point(cell: (column: string) => string): { lon?: number; lat?: number } | { faults: RowFault[] } {
  const found: { lon?: number; lat?: number } = {};
  const faults: RowFault[] = [];
  for (const axis of ['lon', 'lat'] as const) {
    if (cell(axis).trim() === '') continue;
    const number = numberOf(cell(axis));
    if (isFault(number)) faults.push({ ...number, column: axis });
    else found[axis] = number;
  }
  return faults.length > 0 ? { faults } : found;
}

const aliases = (cell: (column: string) => string): { aliases?: string[] } =>
  cell('aliases').trim() === '' ? {} : { aliases: listOf(cell('aliases')) };

/** A register whose rows the module registers saves. */
function register<Row extends object>(
  own: Pick<Kind<Row>, 'id' | 'name' | 'columns' | 'read'>,
  save: (tx: Tx, rows: readonly Row[]) => Promise<Saved[]>,
): AnyKind {
  return kindOf<Row>({
    ...own,
    action: 'registers.import',
    options: {},
    outcomes: ['created', 'changed', 'unchanged', 'refused'],
    messages,
    async save({ tx }, rows, lines) {
      return (await save(tx, rows)).map(
        ({ outcome, faults }): SavedRow => ({
          outcome,
          faults: faults.map((one) => told(one, lines)),
          became: null,
        }),
      );
    },
  });
}

function told({ field, code, params = {} }: Fault, lines: readonly number[]): RowFault {
  const line = code === 'row-repeated' ? lines[Number(params.row) - 1] : undefined;
  return line === undefined
    ? { column: field === '' ? null : field, code, params }
    : { column: null, code: 'row-repeats-line', params: { line } };
}

const withPoint = <Row>(
  cell: (column: string) => string,
  make: (at: { lon?: number; lat?: number }) => Row,
): Read<Row> => {
  const at = point(cell);
  return 'faults' in at ? at : { row: make(at) };
};

export const communities = register<CommunityRow>(
  {
    id: 'communities',
    name: { zh: '小区', en: 'Communities' },
    columns: [
      column('name', '小区名称', 'name', true, '小区', '名称', '小区名', 'community'),
      column('road', '地址', 'road', false, '道路', '所在道路', '小区地址', '门牌', 'address'),
      DISTRICT(true),
      ALIASES,
      ...POINT,
    ],
    read: (cell) =>
      withPoint(cell, (at) => ({
        name: cell('name'),
        district: cell('district'),
        ...optional('road', cell('road')),
        ...aliases(cell),
        ...at,
      })),
  },
  saveCommunities,
);

export const roads = register<RoadRow>(
  {
    id: 'roads',
    name: { zh: '道路', en: 'Roads' },
    columns: [
      column('name', '道路名称', 'name', true, '道路', '路名', '名称', 'road', 'street'),
      DISTRICT(true),
      ALIASES,
      column('line', '中心线', 'line', false, '坐标', '走向', 'coordinates'),
    ],
    read(cell) {
      const line = cell('line').trim() === '' ? [] : pairsOf(cell('line'));
      if (isFault(line)) return { faults: [{ ...line, column: 'line' }] };
      return {
        row: { name: cell('name'), district: cell('district'), ...aliases(cell), ...(line.length > 0 ? { line } : {}) },
      };
    },
  },
  saveRoads,
);

export const buildings = register<BuildingRow>(
  {
    id: 'buildings',
    name: { zh: '楼栋', en: 'Buildings' },
    columns: [
      COMMUNITY,
      column('name', '楼栋', 'building', true, '楼号', '楼栋号', '幢', '栋', '楼栋名称', 'name'),
      DISTRICT(false),
      ALIASES,
      ...POINT,
    ],
    read: (cell) =>
      withPoint(cell, (at) => ({
        community: cell('community'),
        name: cell('name'),
        ...optional('district', cell('district')),
        ...aliases(cell),
        ...at,
      })),
  },
  saveBuildings,
);

const KINDS = {
  resident: ['居民', '居民户', '居民用水', '家庭', '个人', '住户'],
  organisation: ['单位', '非居民', '企业', '机构', '非居民用水', '工商', 'organization', 'company'],
};
const SUPPLIES = {
  direct: ['直供', '市政直供', '市政', '直接供水'],
  secondary: ['二次供水', '二供', '加压', '二次加压'],
};

export const premises = register<PremisesRow>(
  {
    id: 'premises',
    name: { zh: '用水户', en: 'Premises' },
    columns: [
      column(
        'accountNumber',
        '户号',
        'account number',
        true,
        '用户号',
        '用户编号',
        '客户编号',
        '户号编码',
        'account',
        'account no',
      ),
      COMMUNITY,
      DISTRICT(false),
      column('building', '楼栋', 'building', true, '楼号', '楼栋号', '幢', '栋'),
      column('room', '房号', 'room', true, '室号', '房间号', '门牌号', '单元房号', 'unit'),
      column('address', '用水地址', 'address', false, '地址', '详细地址', '用户地址'),
      column(
        'customerName',
        '户名',
        'customer name',
        true,
        '姓名',
        '用户名称',
        '客户名称',
        '用户姓名',
        'name',
        'customer',
      ),
      column(
        'customerPhone',
        '联系电话',
        'phone',
        false,
        '电话',
        '手机',
        '手机号',
        '手机号码',
        '联系方式',
        'customer phone',
        'mobile',
        'tel',
      ),
      column('customerKind', '用户类别', 'customer kind', true, '用户性质', '用水性质', '用户类型', '客户类型', 'kind'),
      column('meterDn', '口径', 'meter size', true, '水表口径', '表径', '口径mm', 'dn', 'meter dn'),
      column('supply', '供水方式', 'supply', true, '供水类型', '供水性质'),
      ...POINT,
    ],
    read: (cell) =>
      withPoint(cell, (at) => ({
        accountNumber: cell('accountNumber'),
        community: cell('community'),
        ...optional('district', cell('district')),
        building: cell('building'),
        room: cell('room'),
        ...optional('address', cell('address')),
        customerName: cell('customerName'),
        ...optional('customerPhone', cell('customerPhone')),
        customerKind: wordOf(cell('customerKind'), KINDS),
        meterDn: sizeOf(cell('meterDn')),
        supply: wordOf(cell('supply'), SUPPLIES),
        ...at,
      })),
  },
  savePremises,
);
