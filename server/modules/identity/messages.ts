import type { Catalogue } from '../../platform/http/messages.ts';

export const messages: Catalogue = {
  'invalid-username-or-password': { zh: '用户名或密码不正确', en: 'Wrong username or password', status: 401 },
  'staff-inactive': {
    zh: '此账号已停用，请联系系统管理员',
    en: 'This account is not active: ask an administrator',
    status: 403,
  },
  'current-password-wrong': { zh: '当前密码不正确', en: 'The current password is wrong' },
};
