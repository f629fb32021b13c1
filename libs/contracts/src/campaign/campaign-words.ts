export const campaignPurposes = [
  'market-information',
  'satisfaction-survey',
  'lead-revisit',
  'at-risk-customers',
  'other',
] as const;
export const campaignStatuses = ['running', 'paused', 'ended'] as const;
export const attemptOutcomes = ['reached', 'no-answer', 'busy', 'wrong-number', 'refused', 'call-later'] as const;
/** Of a call: somebody is still to be called, or what it ended with. */
export const callStatuses = ['waiting', 'answered', 'refused', 'wrong-number', 'unreachable', 'barred'] as const;
