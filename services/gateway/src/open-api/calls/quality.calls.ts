import { calibrationCalls, DrawSample, inspectionCalls, OpenCalibration } from '@ledgerline/contracts';
import type { Call } from '../call.js';

/** How well it was done: samples, inspections. */
export const qualityCalls: readonly Call[] = [
  { method: 'get', path: '/samples', summary: 'Samples that were drawn', query: ['rule', 'limit', 'cursor'] },
  {
    method: 'post',
    path: '/samples',
    summary: 'Draw what a rule asks for of a period that is over',
    body: DrawSample,
    status: 201,
  },
  { method: 'get', path: '/samples/{id}', summary: 'One sample: its seed, and what was drawn out of how much' },
  { method: 'get', path: '/samples/{id}/redraw', summary: 'The same draw again, and whether it comes to the same' },
  {
    method: 'get',
    path: '/inspections',
    summary: 'Inspections: to be scored, of one’s own work, of a team, of a ticket',
    query: ['status', 'agent', 'mine', 'toScore', 'team', 'sample', 'ticket', 'month', 'limit', 'cursor'],
  },
  {
    method: 'get',
    path: '/inspections/figures',
    summary: 'Scores, fatal errors and appeals of some months, by agent, team, month, criterion or fatal error',
    query: ['from', 'to', 'by', 'agent', 'team'],
  },
  { method: 'get', path: '/inspections/{id}', summary: 'One inspection, with its score sheet and every score given' },
  { method: 'get', path: '/inspections/{id}/commands', summary: 'What one can do with it now, and why not the rest' },
  ...Object.entries(inspectionCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/inspections/{id}/${step}`,
    summary,
    body,
  })),
  { method: 'get', path: '/calibrations', summary: 'Calibrations', query: ['status', 'mine', 'limit', 'cursor'] },
  {
    method: 'post',
    path: '/calibrations',
    summary: 'Several inspectors score the same, blind',
    body: OpenCalibration,
    status: 201,
  },
  {
    method: 'get',
    path: '/calibrations/{id}',
    summary: 'One calibration; when it is closed with everybody’s scores, and how far they agree',
  },
  { method: 'get', path: '/calibrations/{id}/commands', summary: 'What one can do with it now, and why not the rest' },
  ...Object.entries(calibrationCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/calibrations/{id}/${step}`,
    summary,
    body,
  })),
];
