import type {
  FiguresLine,
  InspectionLine,
  OneInspection,
  OneSample,
  QualityFigures,
  Redraw,
  SampleLine,
} from '@ledgerline/department/answers';
import type { CommandNow } from '@ledgerline/gateway/answers';
import type { Accepted, Made, Page, Whole } from '../answer-shapes.ts';

/** How well it was done: samples, inspections. */
export interface QualityAnswers {
  'get /samples': Page<SampleLine>;
  'post /samples': Made;
  'get /samples/{id}': OneSample;
  'get /samples/{id}/redraw': Redraw;
  'get /inspections': Page<InspectionLine>;
  'get /inspections/figures': Whole<FiguresLine> & { readonly total: QualityFigures };
  'get /inspections/{id}': OneInspection;
  'get /inspections/{id}/commands': Whole<CommandNow>;
  'post /inspections/{id}/{step}': Accepted;
}
