import { BeginProbation, probationCalls } from '@ledgerline/contracts';
import type { Call } from '../call.js';

/** Staff: probation (R13). */
export const personnelCalls: readonly Call[] = [
  {
    method: 'get',
    path: '/probations',
    summary: 'Probations, whose last day comes first',
    query: ['status', 'department', 'asked', 'lastDayBefore', 'mine', 'q', 'limit', 'cursor'],
  },
  { method: 'post', path: '/probations', summary: 'Begin a probation', body: BeginProbation, status: 201 },
  { method: 'get', path: '/probations/{id}', summary: 'One probation, why its dates are these, and how it came to that' },
  { method: 'get', path: '/probations/{id}/pay', summary: 'What a probation is worth, month by month, in fen' },
  { method: 'get', path: '/probations/{id}/commands', summary: 'What one can do with it now, and why not the rest' },
  ...Object.entries(probationCalls).map(([step, { body, summary }]): Call => ({
    method: 'post',
    path: `/probations/{id}/${step}`,
    summary,
    body,
  })),
];
