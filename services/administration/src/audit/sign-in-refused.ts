import { accessFold, type AccessEvent, type AccessEvents } from '@ledgerline/domain';
import { randomId, type Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';

/**
 * Puts a refused sign-in on record, of an account that is none too: both cost the same, so that waiting tells nothing. What was typed as a name
 * is not kept, only the id that it gives: people type their passwords there. A stream a day; attempts are limited by name and address.
 */
export async function recordRefusedSignIn(
  account: string,
  why: AccessEvents['SignInRefused']['why'],
  { clock, commands }: Pick<Ledgerline, 'clock' | 'commands'>,
): Promise<void> {
  const day = instantText(clock.now()).slice(0, 10);
  const command = { id: randomId(), data: { account, why }, actor: { kind: 'system', id: 'sign-in' } } as const;
  const handled = await commands.handle(streamName('access', `sign-ins-${day}`), command, {
    fold: accessFold,
    decide: (data): readonly AccessEvent[] => [{ type: 'SignInRefused', data }],
  });
  if (handled.kind !== 'accepted') throw new Error(`a refused sign-in was ${handled.kind}`);
}
