import { callSteps } from '@ledgerline/contracts';
import { get, missing, post, status, type Line, type Lines } from '../probe.js';
import { forRoles } from './for-whom.js';

const takesCalls = ['agent', 'team-leader', 'coordinator'];
const seesAgents = [...takesCalls, 'inspector', 'leader', 'auditor'];
const call = { callId: 'none-such', states: [{ id: '1', state: 'queued', at: '2026-01-05T02:00:00Z', queue: 'none-such' }] };

const noCall = status(404, 'call-not-found');
/** Who speaks on it is the decision's affair. */
function handedOver(step: string): readonly [string, Line] {
  const ask = post(`/calls/${missing.id}/${step}`, step === 'offer-transfer' ? { to: 'admin' } : {});
  return [`post /calls/{id}/${step}`, forRoles(ask, takesCalls, { done: noCall })];
}

/** Whose states they are is the decision's affair, and the list's. */
export const telephony: Lines = {
  'post /call-states': forRoles(post('/call-states', call), takesCalls),
  'post /agent-states': forRoles(post('/agent-states', { state: 'ready', agent: 'none-such' }), takesCalls, {
    done: status(400, 'unknown-agent'),
  }),
  'get /calls': forRoles(get('/calls'), seesAgents, { done: status(200) }),
  'get /calls/{id}/transfer-targets': forRoles(get(`/calls/${missing.id}/transfer-targets`), seesAgents, { done: noCall }),
  ...Object.fromEntries(Object.keys(callSteps).map(handedOver)),
  'get /wallboard': forRoles(get('/wallboard'), seesAgents, { done: status(200) }),
  'get /agent-states': forRoles(get('/agent-states'), seesAgents, { done: status(200) }),
};
