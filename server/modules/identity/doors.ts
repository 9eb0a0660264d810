import { Type } from 'typebox';
import type { Door } from '../../platform/http/access.ts';
import { PASSWORD_LENGTH } from './password.ts';

const TOKEN = '“Authorization: Bearer <token>” does the same as the cookie that is set';

/** Addresses of signing in and out; better-auth answers behind them. */
export const DOORS = {
  signIn: {
    url: '/api/auth/sign-in/username',
    summary: 'Signs in 登录',
    open: true,
    body: Type.Object({
      username: Type.String({ minLength: 1, maxLength: 100 }),
      password: Type.String({ minLength: 1, maxLength: 200 }),
      rememberMe: Type.Optional(Type.Boolean()),
    }),
    answer: Type.Object({ token: Type.String({ description: TOKEN }) }),
  },
  signOut: {
    url: '/api/auth/sign-out',
    summary: 'Signs out 退出',
    open: true,
    body: Type.Object({}),
    answer: Type.Object({ signedOut: Type.Boolean() }),
  },
  changePassword: {
    url: '/api/auth/change-password',
    summary: 'Changes the password; every other session of the person ends 修改密码',
    open: false,
    body: Type.Object({
      currentPassword: Type.String({ minLength: 1, maxLength: 200 }),
      newPassword: Type.String({ minLength: PASSWORD_LENGTH.least, maxLength: PASSWORD_LENGTH.most }),
    }),
    answer: Type.Object({ token: Type.Union([Type.String(), Type.Null()]) }),
  },
} satisfies Record<string, Required<Door>>;
