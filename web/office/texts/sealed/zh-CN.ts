/** 保密投诉的文字。 */
export const zh = {
  sealed: {
    mark: '保密',
    note: '只由{{name}}办理；被投诉的单位和人员看不到。',
    about: '被投诉：{{who}}',
    unit: '被投诉单位',
    unitHint: '选填；该单位人员一律看不到',
    person: '被投诉人',
    personHint: '知道姓名就填',
    intake: '这类投诉保密：提交后转纪检办理，被投诉的单位看不到。',
    only: '保密，只能派给{{name}}',
  },
};
