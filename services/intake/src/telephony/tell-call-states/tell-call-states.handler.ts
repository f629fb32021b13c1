import { problem, type TellCallState } from '@ledgerline/contracts';
import { callFold, mayCommand, telephonyTerms, type Call, type RecordedCall } from '@ledgerline/domain';
import { commandOf, idOfDigest, replyOf, type CommandReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { streamName, type Circumstances, type Rejection } from '@ledgerline/kernel';
import { agentNamed, type NamedAgent } from '../agent-named.js';
import { tellCallStates, type LookedUpState, type ToldStates } from './tell-call-states.decision.js';

/** `POST /call-states`: the stream is named after the call, as its contact is. */
export async function tellCallStatesHere(
  request: CommandRequest<{ readonly states: readonly TellCallState[] }>,
  ledgerline: Ledgerline,
): Promise<CommandReply> {
  if (!mayCommand(request.principal.roles, 'tell-call-states')) return problem('not-allowed');
  const states: LookedUpState[] = [];
  const agents = new Map<string, NamedAgent | Rejection>();
  for (const { id, agent: username, ...told } of request.body.states) {
    const own = { ...told, id: idOfDigest(ledgerline.digest('ids', `state of call ${request.id} ${id}`)) };
    if (username === undefined) states.push(own);
    else {
      const agent = agents.get(username) ?? (await agentNamed(username, ledgerline));
      agents.set(username, agent);
      if ('rejection' in agent) return problem(agent.rejection, { agent: username });
      states.push({ ...own, agent });
    }
  }
  return told(request, { states }, ledgerline);
}

/** What the contact's record says of it when it is over (`POST /contacts`): told for it by a process manager. */
export async function takeRecordedCall(request: CommandRequest<RecordedCall>, ledgerline: Ledgerline): Promise<CommandReply> {
  if (!request.principal.roles.includes('system')) return problem('not-allowed');
  const { agent: account, queue, queuedAt, answeredAt, abandonedAt, endedAt, wrappedUpAt } = request.body;
  const agent = account === undefined ? undefined : await agentNamed(account, ledgerline);
  const who = agent === undefined || 'rejection' in agent ? {} : { agent };
  const times = { queued: queuedAt, answered: answeredAt, abandoned: abandonedAt, ended: endedAt, 'wrapped-up': wrappedUpAt };
  const states = Object.entries(times).flatMap(([state, at]) =>
    at === undefined ? [] : [{ id: state, state, at, ...(queue === undefined ? {} : { queue }), ...who } as LookedUpState],
  );
  return told(request, { states, ofRecord: true }, ledgerline);
}

/** What was sent is what a repetition is known by; what was looked up for it may be another by then. */
async function told(request: CommandRequest<unknown>, states: ToldStates, ledgerline: Ledgerline): Promise<CommandReply> {
  const decide = tellCallStates(await telephonyTerms(ledgerline), ledgerline.configuration.site);
  const handled = await ledgerline.commands.handle(streamName('call', request.id), commandOf(request), {
    fold: callFold,
    decide: (_sent: unknown, call: Call, by: Circumstances) => decide(states, call, by),
  });
  return replyOf(request.id, handled);
}
