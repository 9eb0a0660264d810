/** 持证上岗的文字。 */
export const zh = {
  certificates: {
    lacks: '缺少有效的{{missing}}',
    rule: '不可选的人员证照不全：{{article}} {{quote}}',
  },
};
