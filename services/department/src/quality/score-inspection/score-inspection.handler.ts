import type { ScoreInspection } from '@ledgerline/contracts';
import { accountFold, isAbout, otherTicket, type Inspection, type ScoreSheet } from '@ledgerline/domain';
import type { CommandRequest, Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Rejection } from '@ledgerline/kernel';
import { pinnedDocument } from '../documents-in-force.js';
import { onInspection } from '../on-inspection.js';
import { appealBy } from './appeal-by.js';
import { scoreInspection } from './score-inspection.decision.js';

export const scoreInspectionHere = onInspection<ScoreInspection>('score-inspection', async (known, ledgerline) => {
  const { inspection: drawn, person, request } = known;
  const sheet = await pinnedDocument<ScoreSheet>('score-sheet', drawn.sheet, ledgerline);
  const until = await appealBy(sheet, ledgerline);
  const refusal = until === undefined ? rejected('deadline-out-of-reach') : await refusalToLook(request, drawn, ledgerline);
  const decide = scoreInspection({ person, sheet, appealBy: until ?? '' });
  if (refusal === undefined) return decide;
  return (filled, inspection, by) => {
    const decided = decide(filled, inspection, by);
    return 'rejection' in decided ? decided : refusal;
  };
});

/** Nobody scores what they may not see (rule 11), nor what is about themselves (R2.3). */
async function refusalToLook(
  { principal }: Pick<CommandRequest, 'principal'>,
  { ticket }: Pick<Inspection, 'ticket'>,
  ledgerline: Ledgerline,
): Promise<Rejection | undefined> {
  const other = await otherTicket(ticket, principal, ledgerline);
  if (other === undefined) return rejected('unknown-ticket', { ticket });
  const { state: account } = await ledgerline.commands.current(streamName('account', principal.id), accountFold);
  return account !== undefined && isAbout(other.ticket, account) ? rejected('ticket-concerns-you') : undefined;
}
