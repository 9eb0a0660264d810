export const messages: Record<string, { zh: string; en: string }> = {
  'thing-not-found': { zh: '台账里没有编号为 {thingId} 的一项。', en: 'The register has nothing with id {thingId}.' },
};
