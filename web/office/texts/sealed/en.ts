/** Texts of confidential complaints. */
export const en = {
  sealed: {
    mark: 'Confidential',
    note: '{{name}} alone handles it; the unit and the person complained about do not see it.',
    about: 'About: {{who}}',
    unit: 'Unit complained about',
    unitHint: 'If known; none of its people will see it',
    person: 'Person complained about',
    personHint: 'If the name is known',
    intake: 'Such complaints are confidential: discipline handles them, the unit complained about does not see them.',
    only: 'Confidential: goes to {{name}} alone',
  },
};
