import type { AnswerQuery } from '@ledgerline/host';
import { listCalibrations, oneCalibration } from './calibration/calibrations.query.js';
import { listInspections } from './inspection-list/list-inspections.query.js';
import { oneInspection } from './inspection-list/one-inspection.query.js';
import { qualityFigures } from './quality-figures/quality-figures.query.js';
import { redrawSample } from './sample-list/redraw-sample.query.js';
import { listSamples, oneSample } from './sample-list/samples.query.js';

export const qualityQueries: Readonly<Record<string, AnswerQuery>> = {
  samples: listSamples,
  sample: oneSample,
  'redraw-sample': redrawSample,
  inspections: listInspections,
  inspection: oneInspection,
  'quality-figures': qualityFigures,
  calibrations: listCalibrations,
  calibration: oneCalibration,
};
