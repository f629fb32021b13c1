import type { SignUndertaking } from '@ledgerline/contracts';
import { accountFold, undertakingState, type Account, type AccountEvent } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Decide } from '@ledgerline/kernel';
import { undertakingText } from './undertaking-text.js';

/** `POST /undertakings`: each for themselves, under the text in force, as often as they like. */
export async function signUndertaking(request: CommandRequest<SignUndertaking>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (request.principal.kind !== 'person') return { kind: 'problem', code: 'not-allowed' };
  const { id } = request.principal;
  const handled = await ledgerline.commands.handle<SignUndertaking, Account, AccountEvent>(
    streamName('account', id),
    commandOf(request),
    { fold: accountFold, decide: signing },
  );
  const signed = handled.kind === 'accepted' ? handled.state?.undertaking : undefined;
  const facts = { ...undertakingState(signed, ledgerline.clock.now(), ledgerline.configuration.timeZone) };
  return replyOf(id, handled, facts);
}

const signing: Decide<SignUndertaking, Account, AccountEvent> = ({ edition }, account) => {
  if (account === undefined) return rejected('not-allowed');
  if (edition !== undertakingText.edition) return rejected('undertaking-has-changed', { edition: undertakingText.edition });
  return [{ type: 'UndertakingSigned', data: { edition } }];
};
