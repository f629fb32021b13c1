import type { RecordContactAttempt } from '@ledgerline/contracts';
import { termsInForce, ticketFold, type Terms } from '@ledgerline/domain';
import type { CommandRequest, Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

export type TermsOf<Body> = (request: CommandRequest<Body>, ledgerline: Ledgerline) => Promise<Terms>;

/** Of the reply that is due: by the policy in force since it is; of an urgent one before the approval, since the registration. */
export const termsOfReply: TermsOf<unknown> = async (request, ledgerline) => {
  const ticket = await ticketOf(request, ledgerline);
  return termsInForce(ticket?.replyDueSince ?? ticket?.registeredAt, ledgerline);
};

/** Of the survey: by the policy in force when the reply was given, which its clock is pinned to. */
export const termsOfSurvey: TermsOf<unknown> = async (request, ledgerline) =>
  termsInForce((await ticketOf(request, ledgerline))?.survey?.since, ledgerline);

export const termsOfAttempt: TermsOf<RecordContactAttempt> = (request, ledgerline) =>
  (request.body.purpose === 'reply' ? termsOfReply : termsOfSurvey)(request, ledgerline);

async function ticketOf({ id }: Pick<CommandRequest, 'id'>, { commands }: Ledgerline) {
  return (await commands.current(streamName('ticket', id), ticketFold)).state;
}
