import type { AgentNow, OwnCall, TransferTarget, Wallboard } from '@ledgerline/reporting/answers';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';

/** Running the centre by telephone: calls as they pass through, agents as they are. */
export interface TelephonyAnswers {
  'post /call-states': Made;
  'post /agent-states': Made;
  'get /agent-states': Page<AgentNow>;
  'get /calls': Whole<OwnCall>;
  'get /calls/{id}/transfer-targets': Whole<TransferTarget>;
  'post /calls/{id}/{step}': Accepted;
  'get /wallboard': Wallboard;
}
