import { contactFold } from '@ledgerline/domain';
import { idOfDigest, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** The ticket that was registered from the same call: by what makes a registration by it unique (`POST /tickets`). */
export async function ticketOfCall(callId: string, ledgerline: Ledgerline): Promise<string | undefined> {
  const id = idOfDigest(ledgerline.digest('ids', `call ${ledgerline.configuration.site} ${callId}`));
  return (await ledgerline.commands.current(streamName('contact', id), contactFold)).state?.ticket;
}
