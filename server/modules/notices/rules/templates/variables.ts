/** Variables several events have. */
import type { Variable } from './shape.ts';

export const NUMBER: Variable = {
  id: 'number',
  zh: '单号',
  en: 'Order number',
  required: true,
  sample: { zh: 'GS202611260018', en: 'GS202611260018' },
};
export const MATTER: Variable = {
  id: 'matter',
  zh: '事项',
  en: 'Matter',
  sample: { zh: '水压低', en: 'low pressure' },
};
export const PLACE: Variable = {
  id: 'place',
  zh: '地点',
  en: 'Place',
  sample: { zh: '柳荫里7号楼', en: 'Liuyin Li, building 7' },
};
export const DUE: Variable = {
  id: 'due',
  zh: '时限',
  en: 'Due',
  sample: { zh: '11月27日 18:00', en: '27 Nov 18:00' },
};
export const REASON: Variable = {
  id: 'reason',
  zh: '原因',
  en: 'Reason',
  required: true,
  sample: { zh: '待配件到货', en: 'a part is on its way' },
};
export const UNIT: Variable = {
  id: 'unit',
  zh: '办理单位',
  en: 'Unit',
  sample: { zh: '抢修维修中心', en: 'the repair centre' },
};
export const PHONE: Variable = {
  id: 'phone',
  zh: '电话',
  en: 'Phone',
  sample: { zh: '0531-96616', en: '0531-96616' },
};
export const ACCOUNT: Variable = {
  id: 'account',
  zh: '户号',
  en: 'Account',
  required: true,
  sample: { zh: '100200300', en: '100200300' },
};
export const ADDRESS: Variable = {
  id: 'address',
  zh: '用水地址',
  en: 'Address',
  sample: { zh: '柳荫里7号楼302室', en: 'Liuyin Li 7-302' },
};
export const AREA: Variable = {
  id: 'area',
  zh: '范围',
  en: 'Area',
  required: true,
  sample: { zh: '柳荫路以东、柳荫里1至9号楼', en: 'Liuyin Li, buildings 1 to 9' },
};
export const FROM: Variable = {
  id: 'from',
  zh: '开始时间',
  en: 'From',
  required: true,
  sample: { zh: '11月28日 9:00', en: '28 Nov 9:00' },
};
export const UNTIL: Variable = {
  id: 'until',
  zh: '结束时间',
  en: 'Until',
  required: true,
  sample: { zh: '11月28日 17:00', en: '28 Nov 17:00' },
};
