import { inspectionFold, type InspectionEvent, type InspectionEvents, type MaybeInspection } from '@ledgerline/domain';
import { streamCommand, type AnswerCommand } from '@ledgerline/host';
import { assignInspectionHere, excuseInspectionHere } from './assign-inspection/assign-inspection.handler.js';
import { calibrationCommands } from './calibration/calibration-commands.js';
import { appealInspectionHere, dismissAppealHere, grantAppealHere } from './decide-appeal/appeals.handler.js';
import { drawSampleHere } from './draw-sample/draw-sample.handler.js';
import { openInspection } from './draw-sample/open-inspection.decision.js';
import { scoreInspectionHere } from './score-inspection/score-inspection.handler.js';

/** R12: quality inspection (质检), from the sample to the appeal. */
export const qualityCommands: Readonly<Record<string, AnswerCommand>> = {
  'draw-sample': drawSampleHere,
  'open-inspection': streamCommand<InspectionEvents['InspectionOpened'], MaybeInspection, InspectionEvent>({
    category: 'inspection',
    fold: inspectionFold,
    may: (roles) => roles.includes('system'),
    decide: openInspection,
  }),
  'score-inspection': scoreInspectionHere,
  'appeal-inspection': appealInspectionHere,
  'grant-appeal': grantAppealHere,
  'dismiss-appeal': dismissAppealHere,
  'assign-inspection': assignInspectionHere,
  'excuse-inspection': excuseInspectionHere,
  ...calibrationCommands,
};
