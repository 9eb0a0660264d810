import type { Catalogue } from '../../platform/http/messages.ts';

export const messages: Catalogue = {
  'invalid-username-or-password': { zh: '用户名或密码不正确', en: 'Wrong username or password', status: 401 },
  'staff-inactive': {
    zh: '此账号已停用，请联系系统管理员',
    en: 'This account is not active: ask an administrator',
    status: 403,
  },
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
    zh: '这是最后一名在用的系统管理员，不能停用。',
    en: 'This is the last active administrator, who cannot be deactivated.',
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
