/** 规则各页的页签。 */
export const zh = {
  rulebooks: {
    tabs: '规则',
  },
};
