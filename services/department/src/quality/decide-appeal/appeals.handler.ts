import type { AppealInspection, DismissAppeal, GrantAppeal } from '@ledgerline/contracts';
import type { ScoreSheet } from '@ledgerline/domain';
import { pinnedDocument } from '../documents-in-force.js';
import { onInspection } from '../on-inspection.js';
import { appealInspection } from './appeal-inspection.decision.js';
import { dismissAppeal, grantAppeal } from './decide-appeal.decision.js';

export const appealInspectionHere = onInspection<AppealInspection>('appeal-inspection', ({ person }) => appealInspection(person));
export const dismissAppealHere = onInspection<DismissAppeal>('dismiss-appeal', dismissAppeal);
/** By the sheet that it was scored by. */
export const grantAppealHere = onInspection<GrantAppeal>('grant-appeal', async ({ inspection, person }, ledgerline) =>
  grantAppeal({ person, sheet: await pinnedDocument<ScoreSheet>('score-sheet', inspection.sheet, ledgerline) }),
);
