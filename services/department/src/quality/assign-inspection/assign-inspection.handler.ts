import type { AssignInspection, ExcuseInspection } from '@ledgerline/contracts';
import { accountIdOf } from '@ledgerline/host';
import { inspectorNamed } from '../draw-sample/inspectors.js';
import { keyOfInspection } from '../key-of-inspection.js';
import { onInspection } from '../on-inspection.js';
import { assignInspection, excuseInspection } from './assign-inspection.decision.js';

export const assignInspectionHere = onInspection<AssignInspection>('assign-inspection', async ({ id, body }, ledgerline) => {
  const inspector = await inspectorNamed(accountIdOf(body.inspector, ledgerline), ledgerline);
  return assignInspection(inspector, await keyOfInspection(id, ledgerline));
});

export const excuseInspectionHere = onInspection<ExcuseInspection>('excuse-inspection', async ({ id }, ledgerline) =>
  excuseInspection(await keyOfInspection(id, ledgerline)),
);
