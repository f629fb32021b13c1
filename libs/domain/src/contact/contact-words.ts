/** Wire words of interface.md, "Contacts". */
export const callOutcomes = ['answered', 'missed', 'abandoned'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export const callDirections = ['inbound', 'outbound'] as const;
export type CallDirection = (typeof callDirections)[number];

export const contactChannels = ['phone', 'email', 'sms', 'web', 'letter', 'in-person'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** Whether those at the other end are known by an e-mail address, not by a number. */
export function isAddressChannel(channel: string): boolean {
  return channel === 'email' || channel === 'web';
}
