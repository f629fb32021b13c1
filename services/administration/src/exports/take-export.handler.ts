import { problem } from '@ledgerline/contracts';
import {
  accessFold,
  accountFold,
  makesCampaigns,
  mayCommand,
  takesExports,
  tokenFold,
  type AccessEvent,
  type AccessEvents,
} from '@ledgerline/domain';
import { commandOf, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';

type Taken = AccessEvents['ExportTaken'];

/** Puts an export on record before it begins, and says under which name it is to be marked. What is not on record does not leave. */
export async function takeExport(request: CommandRequest<Taken>, ledgerline: Ledgerline): Promise<CommandReply> {
  const { principal } = request;
  if (!mayTake(principal.roles, request.body)) return problem('not-allowed');
  const handled = await ledgerline.commands.handle(streamName('access', request.id), commandOf(request), {
    fold: accessFold,
    decide: (data): readonly AccessEvent[] => [{ type: 'ExportTaken', data }],
  });
  return replyOf(request.id, handled, { exportedBy: await markOf(principal, ledgerline) });
}

/** Whole histories are auditors'; customers of a segment go to whoever works with them, what came of a campaign to whoever makes them. */
function mayTake(roles: readonly string[], { segment, campaign }: Taken): boolean {
  if (campaign !== undefined) return makesCampaigns(roles);
  return segment === undefined ? takesExports(roles) : mayCommand(roles, 'export-segment');
}

/** A person by their username, an API token by its name; who acts for somebody else names both. */
async function markOf(
  { kind, id, onBehalfOf }: CommandRequest['principal'],
  { commands }: Pick<Ledgerline, 'commands'>,
): Promise<string> {
  const usernameOf = async (account: string) => {
    const { state } = await commands.current(streamName('account', account), accountFold);
    return typeof state?.username === 'string' ? state.username : account;
  };
  if (kind === 'token') {
    const { state } = await commands.current(streamName('token', id), tokenFold);
    return `${state?.name ?? id} (API token)`;
  }
  const who = await usernameOf(id);
  return onBehalfOf === undefined ? who : `${who} for ${await usernameOf(onBehalfOf)}`;
}
