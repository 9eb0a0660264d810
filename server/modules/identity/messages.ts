import type { Catalogue } from '../../platform/http/messages.ts';

/** What is wrong with a unit, a district or a member of staff: in a form or in a file. */
export const peopleMessages: Catalogue = {
  'unit-kind-unknown': {
    zh: '没有“{found}”这种单位，应为：{expected}',
    en: 'There is no kind of unit "{found}": {expected}',
  },
  'unit-unknown': {
    zh: '没有名为“{found}”的单位，请先登记单位',
    en: 'There is no unit "{found}": register units first',
  },
  'unit-above-itself': { zh: '单位不能是自己的上级', en: 'A unit cannot be above itself' },
  'unit-not-found': { zh: '没有这个单位', en: 'There is no such unit' },
  'district-unknown': {
    zh: '没有名为“{found}”的片区，请先登记片区',
    en: 'There is no district "{found}": register districts first',
  },
  'district-not-found': { zh: '没有这个片区', en: 'There is no such district' },
  'name-taken': { zh: '“{found}”已经有了', en: 'There is a "{found}" already' },
  'username-not-valid': {
    zh: '用户名“{found}”不对：3 至 30 个小写字母、数字、点、下划线或连字符，字母或数字开头',
    en: 'The username "{found}" will not do: 3 to 30 small letters, digits, dots, underscores or hyphens',
  },
  'role-unknown': { zh: '没有“{found}”这个角色，应为：{expected}', en: 'There is no role "{found}": {expected}' },
  'phone-not-valid': { zh: '电话“{found}”不对', en: '"{found}" is not a phone number' },
  'last-administrator-role': {
    zh: '这是最后一名能登录的系统管理员，不能去掉这个角色',
    en: 'This is the last administrator who can sign in: the role cannot be taken away',
  },
  'unit-in-a-circle': {
    zh: '上级单位“{found}”（或它的上级）就是本单位的下级',
    en: 'The unit above, "{found}", is itself below this one',
  },
  'unit-stands-for-another': {
    zh: '规章中的这个单位已经由“{found}”对应',
    en: 'That unit of the rulebook is "{found}" already',
  },
  'row-repeated': { zh: '与第 {row} 行重复', en: 'Repeats row {row}' },
};

export const messages: Catalogue = {
  'invalid-username-or-password': { zh: '用户名或密码不正确', en: 'Wrong username or password', status: 401 },
  'staff-inactive': {
    zh: '此账号已停用，请联系系统管理员',
    en: 'This account is not active: ask an administrator',
    status: 403,
  },
  'utility-needed': {
    zh: '几家供水企业都有这个用户名，请选择供水企业',
    en: 'Several utilities have that username: choose the utility',
  },
  'set-up-link-over': {
    zh: '开通链接已过期、已使用或已被新的代替。请重新启动平台，或运行 gongshui utility add 取得新的链接',
    en: 'The set-up link has expired, was used or was replaced. Start the platform again or run gongshui utility add for another',
    status: 410,
  },
  'utility-code-not-valid': {
    zh: '代码“{found}”不对：小写字母开头，2 至 31 个小写字母、数字或连字符',
    en: 'The code "{found}" will not do: a small letter first, 2 to 31 small letters, digits or hyphens',
  },
  'utility-code-taken': { zh: '代码“{found}”已被另一家企业使用', en: 'The code "{found}" belongs to another utility' },
  ...peopleMessages,
  'current-password-wrong': { zh: '当前密码不正确', en: 'The current password is wrong' },
  'sign-in-locked': {
    zh: '密码或验证码多次错误，此账号已锁定。请 {minutes} 分钟后再试，或请系统管理员解锁。',
    en: 'Too many failed tries: this account is locked. Try again in {minutes} min, or ask an administrator to unlock it.',
    status: 429,
  },
  'address-locked': {
    zh: '从这个网络地址登录失败次数过多，请 {minutes} 分钟后再试。',
    en: 'Too many failed sign-ins from this network address. Try again in {minutes} min.',
    status: 429,
  },
  'second-factor-wrong': {
    zh: '验证码不正确。请输入验证器中当前的六位数字，或一个未用过的恢复码。',
    en: 'The code is wrong. Enter the six digits the app shows now, or a recovery code not used before.',
    status: 401,
  },
  'second-factor-used': {
    zh: '这个验证码已经用过，请等验证器显示下一个。',
    en: 'This code has been used: wait for the next one the app shows.',
    status: 401,
  },
  'second-factor-lost': {
    zh: '验证已超时或尝试次数过多，请重新输入用户名和密码。',
    en: 'This took too long or too many tries: enter username and password again.',
    status: 401,
  },
  'second-factor-due': {
    zh: '贵单位要求您的角色使用双因素验证，请先在“我的账号”中启用。',
    en: 'Your utility asks your role for a second factor: set one up under “My account” first.',
    status: 403,
  },
  'password-due': {
    zh: '您的密码由他人设置，请先修改密码。',
    en: 'Your password was set by somebody else: change it first.',
    status: 403,
  },
  'second-factor-needed': {
    zh: '贵单位要求您的角色使用双因素验证，不能停用。',
    en: 'Your utility asks your role for a second factor: it cannot be done away with.',
  },
  'second-factor-already': {
    zh: '双因素验证已启用。更换手机请先停用再重新启用。',
    en: 'A second factor is set up already. For a new phone, remove it and set it up again.',
  },
  'second-factor-none': { zh: '尚未启用双因素验证。', en: 'No second factor is set up.' },
  'staff-not-found': { zh: '没有这名人员：{staffId}', en: 'There is no member of staff {staffId}' },
  'staff-yourself': {
    zh: '不能对自己的账号做这项操作。',
    en: 'This cannot be done to your own account.',
  },
  'last-administrator': {
    zh: '这是最后一名能登录的系统管理员，不能停用。',
    en: 'This is the last administrator who can sign in, and cannot be deactivated.',
  },
  'email-taken': { zh: '这个邮箱已属于另一名人员。', en: 'This address belongs to another member of staff.' },
  'oidc-not-offered': {
    zh: '该单位没有启用统一身份认证。',
    en: 'This utility does not offer sign-in at a provider.',
  },
  'oidc-provider-away': {
    zh: '连不上统一身份认证服务，或其地址不对。',
    en: 'The identity provider cannot be reached, or its address is wrong.',
  },
  'oidc-secret-again': {
    zh: '发行者地址已更改，请重新填写客户端密钥（没有密钥则清空）。',
    en: 'The issuer is another one: give the client secret again, or empty it where there is none.',
  },
  'oidc-issuer-insecure': {
    zh: '地址须以 https:// 开头。',
    en: 'The address has to begin with https://.',
  },
  'oidc-begun-elsewhere': {
    zh: '登录不是从这个浏览器开始的，或已超过十分钟，请重新登录。',
    en: 'This sign-in was not begun in this browser, or more than ten minutes ago: begin again.',
  },
  'oidc-declined': { zh: '统一身份认证没有同意登录。', en: 'The identity provider declined the sign-in.' },
  'oidc-failed': {
    zh: '统一身份认证的答复无法核实，没有登录。',
    en: 'The identity provider’s answer could not be verified; nobody was signed in.',
  },
  'oidc-unknown-person': {
    zh: '统一身份认证中的这个账号没有对应的人员，请联系系统管理员。',
    en: 'No member of staff belongs to this account of the identity provider: ask an administrator.',
  },
  'oidc-linked-otherwise': {
    zh: '对应的人员已关联统一身份认证中的另一个账号，请联系系统管理员。',
    en: 'That member of staff is linked to another account of the identity provider: ask an administrator.',
  },
};
