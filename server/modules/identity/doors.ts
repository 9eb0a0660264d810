import { Type } from 'typebox';
import type { Door } from '../../platform/http/access.ts';
import { PASSWORD_LENGTH } from './password.ts';

const TOKEN = '“Authorization: Bearer <token>” does the same as the cookie that is set';
const text = (maxLength = 200) => Type.String({ minLength: 1, maxLength });
const Session = Type.Object({ token: Type.Union([Type.String({ description: TOKEN }), Type.Null()]) });
const Done = Type.Object({ done: Type.Boolean() });
const Password = Type.Object({
  password: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Absent: he has none 没有密码' })),
});
const RecoveryCodes = Type.Array(Type.String(), { description: 'Each good for one sign-in 恢复码' });

/** Addresses of signing in and out; better-auth answers behind them. */
export const DOORS = {
  signIn: {
    url: '/api/auth/sign-in/username',
    summary: 'Signs in; who has a second factor is then asked for it 登录',
    open: true,
    body: Type.Object({
      username: text(100),
      password: text(),
      utility: Type.Optional(
        Type.String({
          maxLength: 40,
          description: 'Code of the utility; needed where several have that username 供水企业',
        }),
      ),
      rememberMe: Type.Optional(Type.Boolean()),
    }),
    answer: Type.Object({
      token: Type.Optional(Type.String({ description: TOKEN })),
      secondFactor: Type.Optional(Type.Boolean({ description: 'A code is still needed: /api/auth/second-factor' })),
    }),
  },
  secondFactor: {
    url: '/api/auth/second-factor',
    summary: 'The second step of signing in: a code of the authenticator app, or a recovery code 双因素验证',
    open: true,
    body: Type.Object({ code: text(40) }),
    answer: Session,
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
      currentPassword: text(),
      newPassword: Type.String({ minLength: PASSWORD_LENGTH.least, maxLength: PASSWORD_LENGTH.most }),
    }),
    answer: Session,
  },
  enrol: {
    url: '/api/auth/second-factor/enrol',
    summary:
      'A secret for an authenticator app and recovery codes, shown this once; asked for after confirming 启用双因素',
    open: false,
    body: Password,
    answer: Type.Object({
      uri: Type.String({ description: 'otpauth://, for a QR code' }),
      secret: Type.String(),
      recoveryCodes: RecoveryCodes,
    }),
  },
  confirm: {
    url: '/api/auth/second-factor/confirm',
    summary: 'The first code of the app: from now on it is asked for; every other session ends 确认双因素',
    open: false,
    body: Type.Object({ code: text(40) }),
    answer: Session,
  },
  removeFactor: {
    url: '/api/auth/second-factor/remove',
    summary: 'Does away with the second factor, where the utility does not ask for it 停用双因素',
    open: false,
    body: Password,
    answer: Session,
  },
  recoveryCodes: {
    url: '/api/auth/second-factor/recovery-codes',
    summary: 'New recovery codes; the old ones are worth nothing 更换恢复码',
    open: false,
    body: Password,
    answer: Type.Object({ recoveryCodes: RecoveryCodes }),
  },
  ways: {
    url: '/api/auth/ways',
    summary: 'What the sign-in page offers beside name and password 登录方式',
    open: true,
    answer: Type.Object({
      providers: Type.Array(
        Type.Object({ utility: Type.String(), utilityName: Type.String(), name: Type.String(), url: Type.String() }),
      ),
    }),
  },
  oidcStart: {
    url: '/api/auth/oidc/start',
    summary: 'Goes to the provider of a utility (OpenID Connect, code with PKCE) 统一身份认证',
    open: true,
    query: Type.Object({ utility: text(40) }),
    answer: 'redirect',
  },
  oidcCallback: {
    url: '/api/auth/oidc/callback',
    summary: 'Comes back from the provider: a session, or the sign-in page with the reason 统一身份认证返回',
    open: true,
    query: Type.Object({}),
    answer: 'redirect',
  },
  setProvider: {
    url: '/api/auth/provider',
    summary: 'The provider people of the utility may sign in at; its secret is kept encrypted 设置统一身份认证',
    open: false,
    action: 'sign-in.manage',
    body: Type.Object({
      name: text(40),
      issuer: Type.String({ minLength: 8, maxLength: 300, pattern: '^https?://' }),
      clientId: text(200),
      clientSecret: Type.Optional(Type.String({ maxLength: 500, description: 'Absent: as it was; empty: none' })),
      match: Type.Enum(['none', 'email', 'username']),
      usernameClaim: Type.Optional(text(60)),
      secondFactor: Type.Boolean({ description: 'It asks for a second factor itself' }),
      enabled: Type.Boolean(),
    }),
    answer: Done,
  },
} satisfies Record<string, Door>;
