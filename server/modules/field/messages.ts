/** What field refuses. */
export const messages = {
  'device-of-another': {
    zh: '这部终端已绑定给另一人，请退出后重新登录',
    en: 'This device is bound to somebody else: sign out, then in again',
    status: 409,
  },
  'device-not-known': {
    zh: '没有这部终端，或密钥不对，请先同步一次',
    en: 'There is no such device, or its secret is not the one known: sync first',
    status: 409,
  },
  'device-lost': { zh: '这部终端已挂失', en: 'This device was reported lost', status: 403 },
  'device-already-lost': { zh: '这部终端此前已挂失', en: 'This device was reported lost before', status: 409 },
  'device-not-found': { zh: '没有这部终端', en: 'There is no such device', status: 404 },
  'command-id-reused': {
    zh: '同一次同步里，一个编号用了两次：{id}',
    en: 'An id was used twice in one sync: {id}',
  },
};
