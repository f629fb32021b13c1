import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import {
  callFold,
  clocksOfContact,
  passagesOf,
  statesOf,
  documentFold,
  readRulebook,
  recordedContactFold,
  seesCallers,
  type CallTransfer,
  type MaybeRecordedContact,
  type Passage,
  type TicketClock,
} from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import type { ListedContact } from './contact-list.projection.js';
import { contactsShown, transfersShown } from './contact-shown.js';

export type ContactAnswer =
  | {
      readonly kind: 'contact';
      readonly contact: ListedContact;
      readonly clocks: readonly TicketClock[];
      /** Its way through the telephone system, as far as that told of it. */
      readonly passages: readonly Passage[];
      /** To whom it was to be handed over, and what came of it. */
      readonly transfers: readonly CallTransfer[];
    }
  | Problem;

/** One recorded contact as it stands in the log now, with its clock. */
export async function oneContact(
  { body: { id }, principal }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<ContactAnswer> {
  if (!seesCallers(principal.roles)) return problem('not-allowed');
  const commits = await ledgerline.codec.open(await ledgerline.store.load(streamName('contact', id), { fresh: true }));
  const events = commits.flatMap((commit) => commit.events);
  const contact = events.reduce<MaybeRecordedContact>(recordedContactFold.evolve, undefined);
  const last = events.at(-1);
  if (contact === undefined || last === undefined) return problem('contact-not-found');
  const rulebook = await readRulebook((type, code) =>
    ledgerline.commands.current(streamName('document', `${type}-${code}`), documentFold).then(({ state }) => state),
  );
  const now = instantText(ledgerline.clock.now());
  const asOf = Temporal.Instant.from(last.meta.at > now ? last.meta.at : now).epochMilliseconds;
  const [shown] = await contactsShown([{ ...contact, id, version: last.version }], principal, ledgerline);
  const { state: call } = await ledgerline.commands.current(streamName('call', id), callFold);
  const passages = passagesOf(statesOf(call));
  const clocks = clocksOfContact(events, rulebook, asOf);
  const transfers = await transfersShown(call.transfers, principal, ledgerline);
  return { kind: 'contact', contact: shown as ListedContact, clocks, passages, transfers };
}
