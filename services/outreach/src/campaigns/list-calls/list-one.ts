import { listedCallFold, type CallSource } from '@ledgerline/domain';
import { commandOf, idOfDigest, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName } from '@ledgerline/kernel';
import type { CallPermission } from '../../customer-base.js';
import { listCall } from './list-call.decision.js';
import type { Meant } from './who-is-meant.js';

/** What became of a row: `already` stands for who is in the list by another row or an earlier one. */
export interface Listed {
  readonly line: number;
  readonly status: 'listed' | 'already' | 'refused';
  readonly code?: string;
  readonly id?: string;
}

interface Around {
  readonly request: CommandRequest<{ readonly source: CallSource }>;
  readonly ledgerline: Ledgerline;
}

/** The id derives from campaign and customer: however a number is written, and whoever lists it, it is one call. */
export function callIdOf(campaign: string, customer: string, ledgerline: Pick<Ledgerline, 'digest'>): string {
  return idOfDigest(ledgerline.digest('ids', `call ${campaign} ${customer}`));
}

export async function listOne(
  meant: Meant,
  permissions: ReadonlyMap<string, CallPermission>,
  { request, ledgerline }: Around,
): Promise<Listed> {
  const { line, note } = meant;
  if ('code' in meant) return { line, status: 'refused', code: meant.code };
  const permission = permissions.get(meant.customer);
  if (permission === undefined) return { line, status: 'refused', code: 'unknown-customer' };
  const id = callIdOf(request.id, permission.customer, ledgerline);
  const ticket = meant.ticket === undefined ? {} : { ticket: meant.ticket };
  const decide = listCall(permission, { campaign: request.id, source: request.body.source, ...ticket });
  const { expectedVersion: _ofCampaign, ...given } = commandOf(request);
  const command = { ...given, id: `${request.command}~${request.body.source}-${line}`, data: note === undefined ? {} : { note } };
  const handled = await ledgerline.commands.handle(streamName('listed-call', id), command, { fold: listedCallFold, decide });
  if (handled.kind === 'accepted') return { line, status: 'listed', id };
  const code = handled.kind === 'rejected' ? handled.rejection.rejection : handled.kind;
  return code === 'already-listed' ? { line, status: 'already', id } : { line, status: 'refused', code };
}
