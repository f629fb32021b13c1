import { get, post, status, type Lines } from '../probe.js';
import { forRoles } from './for-whom.js';

const takesCalls = ['agent', 'team-leader', 'coordinator'];
const seesAgents = [...takesCalls, 'inspector', 'leader', 'auditor'];
const call = { callId: 'none-such', states: [{ id: '1', state: 'queued', at: '2026-01-05T02:00:00Z', queue: 'none-such' }] };

/** Whose states they are is the decision's affair, and the list's. */
export const telephony: Lines = {
  'post /call-states': forRoles(post('/call-states', call), takesCalls),
  'post /agent-states': forRoles(post('/agent-states', { state: 'ready', agent: 'none-such' }), takesCalls, {
    done: status(400, 'unknown-agent'),
  }),
  'get /wallboard': forRoles(get('/wallboard'), seesAgents, { done: status(200) }),
  'get /agent-states': forRoles(get('/agent-states'), seesAgents, { done: status(200) }),
};
