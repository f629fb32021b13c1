import type { AgentNow, Wallboard } from '@ledgerline/reporting/answers';
import type { Made, Page } from '../answer-shapes.ts';

/** Running the centre by telephone: calls as they pass through, agents as they are. */
export interface TelephonyAnswers {
  'post /call-states': Made;
  'post /agent-states': Made;
  'get /agent-states': Page<AgentNow>;
  'get /wallboard': Wallboard;
}
