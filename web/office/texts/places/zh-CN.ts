/** 地点的文字。 */
export const zh = {
  places: {
    likely: '最可能',
  },
};
