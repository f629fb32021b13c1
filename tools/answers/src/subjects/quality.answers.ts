import type { FiguresLine, QualityFigures } from '@ledgerline/department/answers';
import type { CommandNow } from '@ledgerline/gateway/answers';
import type { Accepted, Made, Whole } from '../answer-shapes.ts';

/** How well it was done: samples, inspections. */
export interface QualityAnswers {
  'post /samples': Made;
  'get /inspections/figures': Whole<FiguresLine> & { readonly total: QualityFigures };
  'get /inspections/{id}/commands': Whole<CommandNow>;
  'post /inspections/{id}/{step}': Accepted;
}
