import { isTicketNumber, writtenNumber } from '@ledgerline/domain';
import { categoryOf, idOf, streamName, type EventStore, type StreamName } from '@ledgerline/kernel';
import { logPages, sequenceOf } from '@ledgerline/host';
import { Refused, WrongUse } from '../outcome.js';
import { progress } from '../progress.js';

/** The stream of a ticket given by id or number. A number is looked for in the log itself, which takes a walk through it. */
export async function ticketStream(idOrNumber: string, store: EventStore, signal: AbortSignal): Promise<StreamName> {
  if (isTicketNumber(idOrNumber)) return findByNumber(writtenNumber(idOrNumber), store, signal);
  if (!/^[a-z0-9-]{1,64}$/.test(idOrNumber)) throw new WrongUse(`"${idOrNumber}" is neither the id nor the number of a ticket`);
  return streamName('ticket', idOrNumber);
}

/** A number ends with its ticket's id, so that few commits have to be looked into. */
async function findByNumber(number: string, store: EventStore, signal: AbortSignal): Promise<StreamName> {
  const ending = (number.split('-')[1] as string).toLowerCase();
  const total = sequenceOf(await store.end());
  const told = progress(`looking for ${number}`);
  let seen = 0;
  for await (const page of logPages(store, signal)) {
    const found = page.find(
      ({ stream, first, text }) =>
        first === 1 && categoryOf(stream) === 'ticket' && idOf(stream).endsWith(ending) && text.includes(`"number":"${number}"`),
    );
    seen += page.length;
    told.at(seen, total);
    if (!found) continue;
    told.end();
    return found.stream;
  }
  told.end();
  throw new Refused('ticket-not-found', `no ticket in the log has the number ${number}`);
}
