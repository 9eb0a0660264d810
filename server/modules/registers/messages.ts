export const messages: Record<string, { zh: string; en: string }> = {
  'premises-not-found': {
    zh: '没有编号为 {premisesId} 的用水地址。',
    en: 'There is no premises with id {premisesId}.',
  },
  'community-not-found': {
    zh: '没有编号为 {communityId} 的小区。',
    en: 'There is no community with id {communityId}.',
  },
};
