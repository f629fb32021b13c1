import type { AppealInspection, DismissAppeal, GrantAppeal } from '@ledgerline/contracts';
import { inspectionFold, type InspectionEvent, type MaybeInspection, type ScoreSheet } from '@ledgerline/domain';
import type { CommandRequest, Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Decide } from '@ledgerline/kernel';
import { pinnedDocument } from '../documents-in-force.js';
import { keyOfInspection } from '../key-of-inspection.js';
import { onInspection } from '../on-inspection.js';
import { appealInspection } from './appeal-inspection.decision.js';
import { dismissAppeal, grantAppeal } from './decide-appeal.decision.js';

export const appealInspectionHere = onInspection<AppealInspection>('appeal-inspection', async ({ id }, ledgerline) =>
  appealInspection(await keyOfInspection(id, ledgerline)),
);
export const dismissAppealHere = onInspection<DismissAppeal>('dismiss-appeal', deciding(dismissAppeal));
export const grantAppealHere = onInspection<GrantAppeal>('grant-appeal', deciding(grantAppeal));

type Deciding = Parameters<typeof grantAppeal>[0];

/** With the sheet that it was scored by. */
function deciding<Body>(decide: (facts: Deciding) => Decide<Body, MaybeInspection, InspectionEvent>) {
  return async ({ id }: CommandRequest<Body>, ledgerline: Ledgerline): Promise<ReturnType<typeof decide>> => {
    const { state } = await ledgerline.commands.current(streamName('inspection', id), inspectionFold);
    if (state === undefined) return () => rejected('inspection-not-found');
    const sheet = await pinnedDocument<ScoreSheet>('score-sheet', state.sheet, ledgerline);
    return decide({ person: await keyOfInspection(id, ledgerline), sheet });
  };
}
