import type {
  AmendRoster,
  ApproveRosterChange,
  PlanRoster,
  PublishRoster,
  RequestShiftChange,
  RequestSwap,
} from '@ledgerline/contracts';
import { rosterFold } from '@ledgerline/domain';
import type { AnswerCommand } from '@ledgerline/host';
import { rejected, streamName } from '@ledgerline/kernel';
import { accountAtWork } from '../accounts/account-at-work.js';
import { agreeToSwap, declineSwap } from './changes/answer-swap.decisions.js';
import { requestShiftChange, requestSwap, withdrawShiftChange } from './changes/ask-for-change.decisions.js';
import { approveRosterChange, refuseRosterChange } from './changes/decide-change.decisions.js';
import { onRoster, planning, plannersStep } from './on-roster.js';
import { openRosterHere } from './open-roster/open-roster.handler.js';
import { importRoster, type ImportRoster } from './plan-roster/import-roster.decision.js';
import { memberNamed, peoplePlanned } from './plan-roster/people-planned.js';
import { amendRoster, planRoster } from './plan-roster/plan-roster.decision.js';
import { publishRoster } from './publish-roster/publish-roster.decision.js';
import { shiftBookOf } from './shift-books/shift-book-of.js';
import { setShiftsHere } from './shift-books/set-shifts.handler.js';

/** R12: who works when. */
export const rosterCommands: Readonly<Record<string, AnswerCommand>> = {
  'set-shifts': setShiftsHere,
  'open-roster': openRosterHere,
  'plan-roster': planning<PlanRoster>('plan-roster', async ({ body, roster, basis }, ledgerline) => {
    const people = await peoplePlanned(body.cells, roster.department, ledgerline);
    return 'rejection' in people ? () => people : planRoster(basis, people);
  }),
  'import-roster': planning<ImportRoster>('import-roster', async ({ body, roster, basis }, ledgerline) => {
    const named = body.rows.map(
      async ({ person }) => [person, await memberNamed(person, roster.department, ledgerline)] as const,
    );
    return importRoster(basis, new Map(await Promise.all(named)));
  }),
  'amend-roster': planning<AmendRoster>('amend-roster', async ({ body, roster, basis }, ledgerline) => {
    const people = await peoplePlanned(body.cells, roster.department, ledgerline);
    return 'rejection' in people ? () => people : amendRoster(basis, people);
  }),
  'publish-roster': planning<PublishRoster>('publish-roster', ({ basis }) => publishRoster(basis)),
  'request-swap': onRoster<RequestSwap>('request-swap', {
    prepare: async ({ body }, ledgerline) => requestSwap(await accountAtWork(body.with, ledgerline)),
  }),
  'request-shift-change': onRoster<RequestShiftChange>('request-shift-change', {
    prepare: async ({ id }, ledgerline) => {
      const { state } = await ledgerline.commands.current(streamName('roster', id), rosterFold);
      if (state === undefined) return () => rejected('roster-not-found');
      return requestShiftChange((await shiftBookOf(state, ledgerline)).book.shifts);
    },
  }),
  'agree-to-swap': onRoster('agree-to-swap', agreeToSwap),
  'decline-swap': onRoster('decline-swap', declineSwap),
  'withdraw-shift-change': onRoster('withdraw-shift-change', withdrawShiftChange),
  'approve-roster-change': planning<ApproveRosterChange>('approve-roster-change', ({ basis }) => approveRosterChange(basis)),
  'refuse-roster-change': plannersStep('refuse-roster-change', refuseRosterChange),
};
