import type { AnswerCommand } from '@ledgerline/host';
import { tellAgentStateHere } from './telephony/tell-agent-state/tell-agent-state.handler.js';
import { transferCommands } from './telephony/transfer-call/transfer-commands.js';
import { takeRecordedCall, tellCallStatesHere } from './telephony/tell-call-states/tell-call-states.handler.js';

/** R12: what the telephone system tells of calls and agents, and agents of themselves; and calls that are handed over. */
export const telephonyCommands: Readonly<Record<string, AnswerCommand>> = {
  'tell-call-states': tellCallStatesHere as AnswerCommand,
  'take-recorded-call': takeRecordedCall as AnswerCommand,
  'tell-agent-state': tellAgentStateHere as AnswerCommand,
  ...transferCommands,
};
