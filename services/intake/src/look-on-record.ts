import type { AccessEvent } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName, type Fold } from '@ledgerline/kernel';

/** Times that something was looked at. */
const looks: Fold<number> = { initial: 0, looksInside: [], evolve: (count) => count + 1 };

interface AskedLook {
  /** What is looked at: its looks are in the stream `access.{of}`. */
  readonly of: string;
  readonly event: AccessEvent;
  /** What is told to whoever looks. */
  readonly shows: Readonly<Record<string, unknown>>;
}

/** R7.2: a look with a reason is on record before anything is shown; asked for again under its id it is the same look. */
export async function lookOnRecord(
  request: CommandRequest<unknown>,
  { of, event, shows }: AskedLook,
  { commands }: Pick<Ledgerline, 'commands'>,
): Promise<CommandReply> {
  const rules = { fold: looks, decide: () => [event] };
  return replyOf(request.id, await commands.handle(streamName('access', of), commandOf(request), rules), shows);
}
