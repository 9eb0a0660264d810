/** 好差评: the five levels of satisfaction, the best first; and why a call reached nobody. */
export const RATINGS = [
  'very-satisfied', // 非常满意
  'satisfied', // 满意
  'basically-satisfied', // 基本满意
  'dissatisfied', // 不满意
  'very-dissatisfied', // 非常不满意
] as const;
export type Rating = (typeof RATINGS)[number];

export const RATING_WORDS: Record<Rating, { zh: string; en: string }> = {
  'very-satisfied': { zh: '非常满意', en: 'Very satisfied' },
  satisfied: { zh: '满意', en: 'Satisfied' },
  'basically-satisfied': { zh: '基本满意', en: 'Basically satisfied' },
  dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
  'very-dissatisfied': { zh: '非常不满意', en: 'Very dissatisfied' },
};

/** The three upper levels are praise 好评, the two lower ones blame 差评. */
export const isGood = (rating: Rating): boolean => RATINGS.indexOf(rating) < 3;

/** Of several the lowest. */
export const lowest = (ratings: readonly Rating[]): Rating | undefined =>
  ratings.reduce<Rating | undefined>(
    (low, one) => (low === undefined || RATINGS.indexOf(one) > RATINGS.indexOf(low) ? one : low),
    undefined,
  );

/** Why nobody was reached. */
export const OUTCOMES = [
  'no-answer', // 无人接听
  'busy', // 占线
  'wrong-number', // 号码有误
  'off', // 关机、停机
  'later', // 接通，请稍后再打
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_WORDS: Record<Outcome, { zh: string; en: string }> = {
  'no-answer': { zh: '无人接听', en: 'No answer' },
  busy: { zh: '占线', en: 'Busy' },
  'wrong-number': { zh: '号码有误', en: 'Wrong number' },
  off: { zh: '关机或停机', en: 'Switched off' },
  later: { zh: '请稍后再打', en: 'Asked to call later' },
};
