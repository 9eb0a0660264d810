/** Texts of places. */
export const en = {
  places: {
    likely: 'most likely',
  },
};
