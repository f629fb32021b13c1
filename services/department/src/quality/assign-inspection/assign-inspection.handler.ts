import type { AssignInspection, ExcuseInspection } from '@ledgerline/contracts';
import { accountIdOf } from '@ledgerline/host';
import { inspectorNamed } from '../draw-sample/inspectors.js';
import { onInspection } from '../on-inspection.js';
import { assignInspection, excuseInspection } from './assign-inspection.decision.js';

export const assignInspectionHere = onInspection<AssignInspection>(
  'assign-inspection',
  async ({ person, request: { body } }, ledgerline) =>
    assignInspection(await inspectorNamed(accountIdOf(body.inspector, ledgerline), ledgerline), person),
);

export const excuseInspectionHere = onInspection<ExcuseInspection>('excuse-inspection', ({ person }) => excuseInspection(person));
