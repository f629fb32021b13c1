import { AnswerTransfer, OfferTransfer } from './telephony-commands.js';

/** `POST /calls/{id}/{step}` on a live call; `intake` decides. The call has the id of its contact. */
export const callSteps: Readonly<
  Record<string, { readonly call: string; readonly body: new () => object; readonly summary: string }>
> = {
  'offer-transfer': { call: 'offer-transfer', body: OfferTransfer, summary: 'Hand a live call over to another agent' },
  'accept-transfer': { call: 'accept-transfer', body: AnswerTransfer, summary: 'Take it: the record is open, the call may come' },
  'decline-transfer': { call: 'decline-transfer', body: AnswerTransfer, summary: 'It stays with who has it' },
  'withdraw-transfer': { call: 'withdraw-transfer', body: AnswerTransfer, summary: 'It is not handed over after all' },
};
