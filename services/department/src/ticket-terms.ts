import { documentFold, readRulebook, termsOfTicket, type Rulebook, type TicketTerms } from '@ledgerline/domain';
import type { CommandRequest, Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

/** What the ticket's clocks allow now, from its stream and the documents in the log. */
export async function ticketTerms({ id, at }: Pick<CommandRequest, 'id' | 'at'>, ledgerline: Ledgerline): Promise<TicketTerms> {
  const rulebook = await rulebookOf(ledgerline);
  const stored = await ledgerline.store.load(streamName('ticket', id), { fresh: true });
  const events = (await ledgerline.codec.open(stored)).flatMap((commit) => commit.events);
  return termsOfTicket(events, rulebook, at === undefined ? ledgerline.clock.now() : Temporal.Instant.from(at).epochMilliseconds);
}

function rulebookOf(ledgerline: Ledgerline): Promise<Rulebook> {
  return readRulebook((type, code) =>
    ledgerline.commands.current(streamName('document', `${type}-${code}`), documentFold).then(({ state }) => state),
  );
}
