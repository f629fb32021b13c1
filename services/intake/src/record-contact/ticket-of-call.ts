import { contactFold } from '@ledgerline/domain';
import { idOfRegistration, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** The ticket that was registered from the same call. */
export async function ticketOfCall(callId: string, ledgerline: Ledgerline): Promise<string | undefined> {
  const registered = streamName('contact', idOfRegistration(callId, ledgerline));
  return (await ledgerline.commands.current(registered, contactFold)).state?.ticket;
}
