export const messages: Record<string, { zh: string; en: string }> = {
  'premises-not-found': {
    zh: '没有编号为 {premisesId} 的用水地址。',
    en: 'There is no premises with id {premisesId}.',
  },
  'community-not-found': {
    zh: '没有编号为 {communityId} 的小区。',
    en: 'There is no community with id {communityId}.',
  },
  'road-not-found': { zh: '没有编号为 {roadId} 的道路。', en: 'There is no road with id {roadId}.' },
  'thing-not-found': { zh: '台账里没有编号为 {thingId} 的一项。', en: 'The register has nothing with id {thingId}.' },
  'thing-not-saved': { zh: '没有保存：有 {n} 处要改。', en: 'Not saved: {n} things to correct.' },
  'thing-there-already': {
    zh: '台账里已有同类别、同编号的一项，请在原处修改。',
    en: 'The register has one of that kind and code; change it where it stands.',
  },
  'thing-kind-unknown': { zh: '没有“{found}”这个台账类别。', en: 'There is no kind of thing called {found}.' },
  'thing-unit-unknown': { zh: '没有单位“{found}”。', en: 'There is no unit {found}.' },
  'thing-district-unknown': { zh: '没有片区“{found}”。', en: 'There is no district {found}.' },
  'thing-person-unknown': { zh: '没有在职人员“{found}”。', en: 'Nobody here is called {found}.' },
  'thing-person-twice': {
    zh: '有 {n} 个人叫“{found}”，请改用用户名。',
    en: '{n} people are called {found}; use the username.',
  },
  'thing-day-not-real': {
    zh: '“{found}”不是日期，应写成 2026-03-10。',
    en: '{found} is no date; write 2026-03-10.',
  },
  'thing-done-in-future': { zh: '上次完成日期 {found} 在今天之后。', en: 'Last done on {found}, which is to come.' },
  'thing-ends-before-it-begins': {
    zh: '{found} 早于启用日期 {since}。',
    en: '{found} is before {since}, when it begins.',
  },
  'thing-fact-unknown': {
    zh: '规章里没有属性“{found}”。',
    en: 'The rulebook knows no fact {found}.',
  },
  'thing-fact-value': {
    zh: '“{fact}”的值“{found}”不对，应为：{expected}。',
    en: '{found} is no value of {fact}; expected: {expected}.',
  },
  'thing-facts-not-read': { zh: '其他属性应写成“名称=值；名称=值”。', en: 'Write facts as name=value; name=value.' },
  'thing-facts-too-many': { zh: '属性最多 {limit} 项。', en: 'At most {limit} facts.' },
  known: { zh: '已有', en: 'known already' },
  // rows of a register
  'value-missing': { zh: '不能为空。', en: 'Must not be empty.' },
  'value-too-long': { zh: '{found} 个字，最多 {limit} 个字。', en: '{found} characters; at most {limit}.' },
  'value-unknown': {
    zh: '“{found}”不是可用的值，应为：{expected}。',
    en: '{found} is not known; expected: {expected}.',
  },
  'half-a-point': { zh: '经度与纬度要么都填，要么都不填。', en: 'Longitude and latitude come together or not at all.' },
  'degrees-not-valid': {
    zh: '“{found}”不是有效的度数（±{limit} 以内）。',
    en: '{found} is not a number of degrees within ±{limit}.',
  },
  'line-too-short': { zh: '道路线至少要有两个点。', en: 'The line of a road has two points at least.' },
  'aliases-too-many': { zh: '{found} 个别名，最多 {limit} 个。', en: '{found} aliases; at most {limit}.' },
  'district-unknown': {
    zh: '没有片区“{found}”，现有：{expected}。',
    en: 'There is no district {found}; there are: {expected}.',
  },
  'community-unknown': {
    zh: '没有小区“{found}”，请先登记小区。',
    en: 'There is no community {found}: register it first.',
  },
  'community-ambiguous': {
    zh: '“{found}”在多个片区都有（{expected}），请写明片区。',
    en: 'More than one district has a community {found} ({expected}): say which.',
  },
  'account-not-valid': {
    zh: '户号“{found}”只能由数字、字母和连字符组成。',
    en: 'An account number has digits, letters and hyphens only: {found}.',
  },
  'phone-not-valid': { zh: '“{found}”不是电话号码。', en: '{found} is not a phone number.' },
  'dn-not-valid': {
    zh: '口径“{found}”应为 1–{limit} 的整数（毫米）。',
    en: 'The meter size {found} is not a whole number of millimetres from 1 to {limit}.',
  },
  'row-repeated': { zh: '与本批第 {row} 行重复。', en: 'Repeats row {row} of this batch.' },
};
