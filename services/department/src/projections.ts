import { ledgerlineEvents } from '@ledgerline/domain';
import type { Projection } from '@ledgerline/kernel';
import { problemList } from './problems/problem-list/problem-list.projection.js';
import { proposalList } from './proposals/proposal-list/proposal-list.projection.js';
import { calibrationList } from './quality/calibration/calibration-list.projection.js';
import { inspectionList } from './quality/inspection-list/inspection-list.projection.js';
import { resultsByMonth } from './quality/quality-figures/results-by-month.projection.js';
import { sampleList } from './quality/sample-list/sample-list.projection.js';
import { workFrame } from './quality/work-frame/work-frame.projection.js';

/** What the host can run on a thread of its own. */
export const projections = [
  proposalList, problemList, workFrame, sampleList, inspectionList, resultsByMonth, calibrationList,
] as unknown as readonly Projection<never>[]; // prettier-ignore
export const events = ledgerlineEvents;
