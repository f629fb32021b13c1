export const callOutcomes = ['answered', 'missed', 'abandoned'] as const;
export const callDirections = ['inbound', 'outbound'] as const;
export const returnCallDuties = ['owed', 'returned', 'given-up'] as const;
