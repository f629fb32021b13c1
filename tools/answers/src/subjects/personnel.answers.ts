import type { CommandNow } from '@ledgerline/gateway/answers';
import type { Accepted, Made, Whole } from '../answer-shapes.ts';

/** Staff: probation (R13). */
export interface PersonnelAnswers {
  'post /probations': Made;
  'get /probations/{id}/commands': Whole<CommandNow>;
  'post /probations/{id}/{step}': Accepted;
}
