import { problem, type TellAgentState } from '@ledgerline/contracts';
import {
  agentDayFold,
  agentDaysAt,
  idOfAgentDay,
  lastStateOf,
  mayCommand,
  telephonyTerms,
  withImplied,
} from '@ledgerline/domain';
import { commandOf, idOfDigest, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { instantText, streamName } from '@ledgerline/kernel';
import { agentNamed, type NamedAgent } from '../agent-named.js';
import { tellAgentState } from './tell-agent-state.decision.js';

/** `POST /agent-states`: agents tell their own, the telephone system those of all, team leaders and coordinators those of their people. */
export async function tellAgentStateHere(request: CommandRequest<TellAgentState>, ledgerline: Ledgerline): Promise<CommandReply> {
  const { principal, body } = request;
  if (!mayCommand(principal.roles, 'tell-agent-state')) return problem('not-allowed');
  const who = await agentNamed(body.agent ?? principal.id, ledgerline);
  if ('rejection' in who) return problem(who.rejection, { agent: body.agent ?? principal.id });
  if (!tellsOf(who, principal)) return problem('not-your-team', { agent: body.agent });
  const at = body.at ?? instantText(ledgerline.clock.now());
  const [day, eve] = agentDaysAt(Temporal.Instant.from(at), ledgerline.configuration.timeZone);
  const agentDay = idOfAgentDay(who.agent, day);
  const { state: dayBefore } = await ledgerline.commands.current(
    streamName('agent-state', idOfAgentDay(who.agent, eve)),
    agentDayFold,
  );
  const before = dayBefore && lastStateOf(dayBefore);
  const id =
    body.stateId === undefined ? request.command : idOfDigest(ledgerline.digest('ids', `state of agent ${body.stateId}`));
  const terms = (await telephonyTerms(ledgerline))(at);
  const decide = tellAgentState({ id, day, who, terms, ...(before === undefined ? {} : { before }) });
  const stream = streamName('agent-state', agentDay);
  return replyOf(agentDay, await ledgerline.commands.handle(stream, commandOf(request), { fold: agentDayFold, decide }));
}

function tellsOf(
  { agent, team }: NamedAgent,
  { kind, id, onBehalfOf, roles, departments }: CommandRequest['principal'],
): boolean {
  if (kind === 'token') return true;
  if (agent === id && onBehalfOf === undefined) return true;
  const held = withImplied(roles);
  if (!held.has('team-leader') && !held.has('coordinator')) return false;
  return departments.includes('*') || (team !== undefined && departments.includes(team));
}
