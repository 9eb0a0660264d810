/** Tabs of the pages about rulebooks. */
export const en = {
  rulebooks: {
    tabs: 'Rulebooks',
  },
};
