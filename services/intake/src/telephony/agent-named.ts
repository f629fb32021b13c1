import { accountFold, departmentFold, withImplied } from '@ledgerline/domain';
import { accountIdOf, type Ledgerline } from '@ledgerline/host';
import { isErased, rejected, streamName, type Rejection } from '@ledgerline/kernel';

/** Somebody who takes calls: their account, team and site as they are when something is told of them. */
export interface NamedAgent {
  readonly agent: string;
  readonly team?: string;
  readonly agentSite: string;
}

/** @param username or the id of an account */
export async function agentNamed(username: string, ledgerline: Ledgerline): Promise<NamedAgent | Rejection> {
  const agent = accountIdOf(username, ledgerline);
  const { state: account } = await ledgerline.commands.current(streamName('account', agent), accountFold);
  const takesCalls =
    account !== undefined && !isErased(account.username) && (account.unrestricted || withImplied(account.roles).has('agent'));
  if (!takesCalls) return rejected('unknown-agent', { agent: username });
  const [team] = account.departments;
  const { site } = ledgerline.configuration;
  if (team === undefined) return { agent, agentSite: site };
  const { state: department } = await ledgerline.commands.current(streamName('department', team), departmentFold);
  return { agent, team, agentSite: department?.site ?? site };
}
