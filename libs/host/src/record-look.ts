import { streamName, type DomainEvent, type Fold } from '@ledgerline/kernel';
import { idOfDigest } from './ids.js';
import type { Ledgerline } from './ledgerline.js';
import { commandOf } from './stream-command.js';
import type { CommandRequest } from './wire.js';

/** Milliseconds in which the same look of the same person is one: a screen that asks again and again is one look. */
const sameLook = 10 * 60_000;

/** Looks do not add up to anything: they are only ever read. */
const looks: Fold<undefined> = { initial: undefined, evolve: () => undefined };

/** What was looked at: the stream that it is, and the event that says so. */
export interface Look {
  readonly category: string;
  readonly id: string;
  readonly event: DomainEvent;
}

/**
 * Puts a look at what is confidential on record, in the stream `access.{id}`, before anything is shown. What cannot be recorded is not shown: whatever is thrown
 * here goes to the asker.
 */
export async function recordLook(
  { category, id, event }: Look,
  principal: CommandRequest['principal'],
  ledgerline: Pick<Ledgerline, 'clock' | 'commands' | 'digest'>,
): Promise<void> {
  const during = Math.floor(ledgerline.clock.now() / sameLook);
  const inPlace = principal.onBehalfOf ? [principal.onBehalfOf] : [];
  const command = idOfDigest(ledgerline.digest('ids', JSON.stringify(['access', principal.id, event.data, during, ...inPlace])));
  const request = { id, command, body: event.data, principal, correlation: `${category}.${id}` };
  const handled = await ledgerline.commands.handle(streamName('access', id), commandOf(request), {
    fold: looks,
    decide: () => [event],
  });
  if (handled.kind !== 'accepted') throw new Error(`a look at ${category} ${id} was ${handled.kind}`);
}
