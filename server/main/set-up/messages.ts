import type { Catalogue } from '../../platform/http/messages.ts';

export const setUpMessages: Catalogue = {
  'set-up-finished': { zh: '已经开通', en: 'It is set up already', status: 409 },
  'set-up-incomplete': { zh: '还缺 {count} 项，不能完成', en: '{count} things are missing' },
  'unit-call-centre': { zh: '还没有类别为热线的单位', en: 'There is no unit of the kind call centre' },
  'unit-service': { zh: '还没有类别为责任单位的单位', en: 'There is no service unit' },
  'staff-takes-calls': { zh: '没有人能受理：缺坐席或派单员', en: 'Nobody can take calls: no desk agent or dispatcher' },
  'staff-dispatches': { zh: '没有人能派单：缺派单员或坐席', en: 'Nobody can dispatch: no dispatcher or desk agent' },
  'staff-handles': {
    zh: '没有人能处理：缺责任单位负责人或抢修维修人员',
    en: 'Nobody can handle an order: no department head or crew member',
  },
  'staff-reviews': { zh: '没有人能审单：缺审单员', en: 'Nobody can review: no reviewer' },
  'staff-without-password': { zh: '有人还没有密码，不能登录', en: 'Somebody has no password and cannot sign in' },
  'rulebook-not-chosen': { zh: '还没有选择规章', en: 'No rulebook was chosen yet' },
  'limits-open': { zh: '有待确认的时限和文件', en: 'Limits or documents are still to be confirmed' },
  'hours-open': { zh: '办公时间还没有确认', en: 'Office hours are not confirmed' },
};
