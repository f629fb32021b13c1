import type { OneProbation, PayOfProbation, ShownProbation } from '@ledgerline/administration/answers';
import type { CommandNow } from '@ledgerline/gateway/answers';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';

/** Staff: probation (R13). */
export interface PersonnelAnswers {
  'get /probations': Page<ShownProbation>;
  'post /probations': Made;
  'get /probations/{id}': OneProbation;
  'get /probations/{id}/pay': PayOfProbation;
  'get /probations/{id}/commands': Whole<CommandNow>;
  'post /probations/{id}/{step}': Accepted;
}
