import { contactFold, recordedContactFold, seesCallers, type Ticket } from '@ledgerline/domain';
import { idOfCall, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** The call from which a ticket was registered, as the telephone system tells of it. */
export interface CallOfTicket {
  readonly callId: string;
  /** Id of the recorded contact; undefined where nobody recorded one. */
  readonly contact?: string;
  readonly direction?: string;
  readonly outcome?: string;
  readonly at?: string;
  readonly hasRecording?: boolean;
}

/** R1.1: kept with the contact, shown with the ticket to those who see every contact. */
export async function callOfTicket(
  ticket: Ticket,
  roles: readonly string[],
  ledgerline: Ledgerline,
): Promise<CallOfTicket | undefined> {
  if (ticket.channel !== 'phone' || !seesCallers(roles)) return undefined;
  const { state: registered } = await ledgerline.commands.current(streamName('contact', ticket.contact), contactFold);
  const callId = registered?.callId;
  if (typeof callId !== 'string') return undefined;
  // By this installation's site, as calls are recorded, and not by the one that the ticket may have moved to.
  const contact = idOfCall(callId, ledgerline).id;
  const { state: call } = await ledgerline.commands.current(streamName('contact', contact), recordedContactFold);
  if (call === undefined) return { callId };
  const { direction, outcome, occurredAt: at, recording } = call;
  return { callId, contact, direction, outcome, at, hasRecording: recording !== undefined };
}
