import { problem } from '@ledgerline/contracts';
import { inboxFold, type Inbox, type InboxEvent } from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Decide } from '@ledgerline/kernel';
import { placeIn, readBy } from './inboxes.query.js';

export interface ReadNotices {
  /** Id of the newest notice that was read. */
  readonly upTo: string;
}

const readUpTo: Decide<{ readonly upTo: string }, Inbox, InboxEvent> = ({ upTo }, inbox) =>
  inbox !== undefined && inbox.upTo >= upTo ? rejected('already-read') : [{ type: 'NoticesRead', data: { upTo } }];

/** An account has read its notices up to and with one; what was read already stays read. */
export async function readNotices(request: CommandRequest<ReadNotices>, ledgerline: Ledgerline): Promise<CommandReply> {
  const upTo = placeIn(request.body.upTo);
  if (upTo === undefined) return problem('invalid-id');
  const { id } = request.principal;
  const handled = await ledgerline.commands.handle(
    streamName('inbox', id),
    { ...commandOf(request), data: { upTo } },
    { fold: inboxFold, decide: readUpTo },
  );
  if (handled.kind !== 'rejected') return replyOf(id, handled);
  const before = await readBy(request.principal, ledgerline);
  if (before === undefined) return replyOf(id, handled);
  const { version } = await ledgerline.commands.current(streamName('inbox', id), inboxFold);
  return { kind: 'accepted', id, version, position: await ledgerline.store.end(), repeated: true, events: [] };
}
