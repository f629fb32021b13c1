/** What this service answers over HTTP: the API's document is made from these types (ADR 0042). */
export type { OneProblem } from './problems/problem-list/one-problem.query.js';
export type { ShownProblem } from './problems/problem-list/shown-problem.js';
export type { TicketOfProblem } from './problems/problem-list/tickets-of-problem.query.js';
export type { CallerOfProposal } from './proposals/proposal-list/callers-of-proposal.query.js';
export type { OneProposal } from './proposals/proposal-list/one-proposal.query.js';
export type { FiguresLine, QualityFigures } from './quality/quality-figures/quality-figures.js';
export type { ShownProposal } from './proposals/proposal-list/shown-proposal.js';
export type { OneInspection } from './quality/inspection-list/one-inspection.query.js';
export type { InspectionLine } from './quality/inspection-list/shown-inspection.js';
export type { Redraw } from './quality/sample-list/redraw-sample.query.js';
export type { SampleLine } from './quality/sample-list/sample-list.projection.js';
export type { OneSample } from './quality/sample-list/samples.query.js';
