/** Certificates of who is assigned. */
export const en = {
  certificates: {
    lacks: 'no valid {{missing}}',
    rule: 'Who cannot be chosen lacks a certificate: {{article}} {{quote}}',
  },
};
