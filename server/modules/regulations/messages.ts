import type { Catalogue } from '../../platform/http/messages.ts';

const near = { zh: '{found}（最接近：{nearest}）', en: '{found} (nearest: {nearest})' };

export const messages: Catalogue = {
  'unknown-event': { zh: `没有这种事项：${near.zh}`, en: `There is no such event: ${near.en}` },
  'unknown-channel': { zh: `没有这个渠道：${near.zh}`, en: `There is no such channel: ${near.en}` },
  'unknown-fact': { zh: `没有这个事实：${near.zh}`, en: `There is no such fact: ${near.en}` },
  'unknown-milestone': { zh: `没有这个节点：${near.zh}`, en: `There is no such milestone: ${near.en}` },
  'unknown-organization': { zh: `没有这个部门：${near.zh}`, en: `There is no such unit: ${near.en}` },
  'unknown-plan': { zh: `没有这个计划时间：${near.zh}`, en: `There is no such planned time: ${near.en}` },
  'unknown-pause': { zh: `规章里没有这种暂停：${near.zh}`, en: `The rulebook has no such pause: ${near.en}` },
  'unknown-pack': { zh: `没有这个规章包：${near.zh}`, en: `There is no such pack: ${near.en}` },
  'bad-fact-value': {
    zh: '“{fact}”的值“{found}”不对，应为 {expected}',
    en: 'The value "{found}" does not fit "{fact}"; expected {expected}',
  },
  'malformed-time': {
    zh: '“{of}”的时间“{found}”看不懂，请写成 {expected}',
    en: 'The time "{found}" of "{of}" cannot be read; write it like {expected}',
  },
  'milestone-before-start': {
    zh: '节点“{found}”（{at}）早于受理时间（{expected}）',
    en: 'The milestone "{found}" ({at}) is before the matter began ({expected})',
  },
  'pause-ends-before-it-begins': { zh: '暂停“{found}”的结束早于开始', en: 'The pause "{found}" ends before it begins' },
  'calendar-year-unknown': {
    zh: '“{clock}”要用到没有公布放假安排的年份（{found}），不能猜测',
    en: 'The clock "{clock}" needs a year whose holidays are not published ({found}); they are never guessed',
  },
  'pack-not-in-force': {
    zh: '规章包“{pack}”在 {found} 尚未施行，最早自 {expected} 起',
    en: 'The pack "{pack}" is not in force on {found}; the first version begins on {expected}',
  },
  'pack-has-errors': {
    zh: '规章包“{pack}”有 {count} 处错误，第一处：{found}',
    en: 'The pack "{pack}" has {count} errors, the first: {found}',
  },
  'malformed-option': {
    zh: '“{option} {found}”写得不对，例如 {expected}',
    en: '"{option} {found}" cannot be read; write it like {expected}',
  },
  'argument-too-long': {
    zh: '参数“{found}”太长，最多 {expected} 个字符',
    en: 'The argument "{found}" is too long: at most {expected} characters',
  },
  'no-such-folder': { zh: '没有这个文件夹：{found}', en: 'There is no such folder: {found}' },
  'bad-holiday-year': { zh: '放假安排里“{key}”写得不对', en: '"{key}" of the holiday year is not right' },
  'pack-defect': { zh: '{sentence}', en: '{sentence}' },
  'pack-not-chosen': {
    zh: '文件里有几个规章包，请说明是哪一个、哪一版：{known}',
    en: 'The files hold several packs; say which, and its version: {known}',
  },
  'pack-not-in-files': {
    zh: '文件里没有这个规章包；有的是：{known}',
    en: 'The files do not hold that pack; they hold: {known}',
  },
  'version-taken': {
    zh: '“{pack}”的版本 {version} 已经有了，内容不同。改动要用新的版本号',
    en: 'There is a version {version} of "{pack}" with other words; a change needs a new version number',
  },
  'another-rulebook': {
    zh: '贵单位施行的是“{expected}”，这是“{found}”。新版本应沿用原来的名称',
    en: 'The rulebook in force is "{expected}", this is "{found}"; a newer version keeps the name',
  },
  'in-force-too-early': {
    zh: '不能自 {day} 起施行，最早 {earliest}',
    en: 'It cannot be in force from {day}; the earliest day is {earliest}',
  },
  'no-rulebook-in-force-on': { zh: '{day} 没有生效的规则包。', en: 'No rulebook is in force on {day}.' },
  'rulebook-not-found': { zh: '没有这部规章：{hash}', en: 'No such rulebook: {hash}' },
  'draft-not-found': { zh: '没有这份草案', en: 'There is no such draft' },
  'draft-changed': {
    zh: '{by} 刚改过这份草案（第 {found} 次改动，你看到的是第 {expected} 次）。请看过再改',
    en: '{by} has just changed this draft (change {found}, you saw {expected}); look at it first',
  },
  'draft-closed': {
    zh: '这份草案已提交、已批准或已撤回，不能再改',
    en: 'This draft was submitted, approved or withdrawn; it cannot be changed',
  },
  'draft-not-submitted': {
    zh: '这份草案没有在等批准',
    en: 'This draft does not wait for approval',
  },
  'own-draft': {
    zh: '你写过这份草案，须由没有改过它的另一人批准',
    en: 'You have written in this draft; somebody who has not has to approve it',
  },
  'draft-of-another': {
    zh: '这份草案是 {by} 起草的，只有改过它的人能撤回',
    en: 'This is a draft of {by}; only who has written in it can withdraw it',
  },
  'reason-missing': { zh: '请写明退回的理由', en: 'Say why it is returned' },
  'edit-of-nothing': {
    zh: '草案里没有“{found}”，改不了；请重新打开这一条',
    en: 'The draft has no "{found}" to be changed; open the entry again',
  },
  'edit-of-a-whole': {
    zh: '“{place}”不是单个的值，请在 YAML 原文里改',
    en: '"{place}" is no single value; change it in the YAML',
  },
  'rulebook-without-texts': {
    zh: '“{pack}”{version} 入库时还没有保存 YAML 原文，平台也不再随附，无法导出；比较不受影响',
    en: 'The YAML of "{pack}" {version} was not kept yet when it came in, and no longer ships; it can be compared, not exported',
  },
  'rulebook-not-chosen': { zh: '还没有选择规章', en: 'No rulebook was chosen yet' },
  'answer-to-nothing': {
    zh: '规章没有这一项待确认事项：{found}（最接近：{nearest}）',
    en: 'The rulebook leaves nothing like {found} open (nearest: {nearest})',
  },
  'zip-not-readable': {
    zh: '读不了这个 zip 文件：已损坏、过大，或里面不是 UTF-8 文字',
    en: 'The zip file cannot be read: damaged, too large, or not UTF-8 text',
  },
  'zip-without-rulebook': { zh: 'zip 文件里没有 YAML 文件', en: 'There is no YAML file in the zip file' },
  'too-early': { zh: '时间太早', en: 'Too early' },
  'enacting-forbidden': {
    zh: '{by} 不能施行新版规章，须管理部门或系统管理员',
    en: '{by} may not put a rulebook into force; a manager or an administrator may',
  },
  'in-force-already': {
    zh: '“{pack}”{version} 自 {day} 起已经施行',
    en: '"{pack}" {version} has been in force since {day}',
  },
};
