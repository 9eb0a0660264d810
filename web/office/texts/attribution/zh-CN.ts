/** Texts of the attribution 时长归属 of an order. */
export const zh = {
  attribution: {
    title: '时长归属',
    whole: '受理至今 {{length}}',
    wholeClosed: '受理至办结 {{length}}',
  },
};
