/** What appraisal refuses. */
export const messages = {
  'month-not-valid': {
    zh: '“{found}”不是月份，应如 2026-10',
    en: '“{found}” is not a month such as 2026-10',
  },
  'no-rulebook': {
    zh: '那个月没有施行的规章，算不出指标',
    en: 'No rulebook was in force in that month, so there are no metrics',
    status: 422,
  },
  'metric-not-found': { zh: '规章里没有这个指标', en: 'The rulebook has no such metric', status: 404 },
  'checklist-not-found': {
    zh: '施行的规章里没有“{found}”的检查表',
    en: 'The rulebook in force has no checklist “{found}”',
    status: 422,
  },
  'checklist-item-not-found': {
    zh: '检查表没有这一项：{found}',
    en: 'The checklist has no such item: {found}',
    status: 422,
  },
  'checklist-fact-not-valid': {
    zh: '应填 {expected} 这样的值，读到的是“{found}”',
    en: 'It takes a value such as {expected}; “{found}” was read',
  },
  'checklist-changed': {
    zh: '规章已有新版本，请重新打开检查表再填',
    en: 'The rulebook has changed; please open the checklist again',
    status: 409,
  },
  'inspection-unit-not-found': { zh: '没有这个单位', en: 'There is no such unit', status: 422 },
  'inspection-unit-not-yours': { zh: '只能检查本单位', en: 'You may look at your own unit only', status: 422 },
  'inspection-in-the-future': { zh: '检查时间不能晚于现在', en: 'The time of the inspection cannot be later than now' },
  'inspection-empty': { zh: '还没有查看任何一项', en: 'Nothing has been looked at yet', status: 422 },
  'inspection-place-missing': { zh: '应写明检查的地点', en: 'It has to say which place was looked at' },
  'inspection-not-found': { zh: '没有这次检查', en: 'There is no such inspection', status: 404 },
};
