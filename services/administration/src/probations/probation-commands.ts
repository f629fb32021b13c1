import type { NameMentor } from '@ledgerline/contracts';
import {
  mayCommand,
  probationFold,
  unseenProbation,
  type MaybeProbation,
  type Probation,
  type ProbationEvent,
  type ProbationRule,
} from '@ledgerline/domain';
import { commandsOn, streamCommand, type AnswerCommand, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName } from '@ledgerline/kernel';
import { accountAtWork } from '../accounts/account-at-work.js';
import { beginProbationHere } from './begin-probation/begin-probation.handler.js';
import {
  approveProbationRequest,
  refuseProbationRequest,
  withdrawProbationRequest,
} from './decide-request/decide-request.decision.js';
import { tellEmploymentConditions } from './employment-conditions/tell-employment-conditions.decision.js';
import { annulProbation, endByEmployee, endByEmployer } from './end-probation/end-probation.decision.js';
import { recordEntryDocument } from './entry-documents/record-entry-document.decision.js';
import { completeFormality, waiveFormality } from './formalities/formality.decisions.js';
import { grantLeave, requestMoreLeave, withdrawLeave, type LeaveBasis } from './leave/grant-leave.decision.js';
import { leaveBasis } from './leave/leave-basis.js';
import { changeProbationPay, setFestivalBonus } from './pay/change-pay.decision.js';
import { nameMentor, recordProbationReview, setObjectives } from './reviews/review.decisions.js';
import type { OnProbation } from './open-probation.js';
import { ruleOf } from './rule-in-force.js';
import { keepProbation, type KeepProbation } from './keep-probation/keep-probation.decision.js';
import {
  requestEarlyConfirmation,
  requestProbationEnding,
  requestProbationExtension,
} from './request-change/request-change.decision.js';

const onProbation = commandsOn<MaybeProbation, ProbationEvent>({
  category: 'probation',
  fold: probationFold,
  may: mayCommand,
  unseen: unseenProbation,
});

/** R13: from the day of reporting to the day on which somebody is regular, or the employment has ended. */
export const probationCommands: Readonly<Record<string, AnswerCommand>> = {
  'begin-probation': beginProbationHere as AnswerCommand,
  'annul-probation': onProbation('annul-probation', annulProbation),
  'tell-employment-conditions': onProbation('tell-employment-conditions', tellEmploymentConditions),
  'request-early-confirmation': underItsRule('request-early-confirmation', requestEarlyConfirmation),
  'request-probation-extension': onProbation('request-probation-extension', requestProbationExtension),
  'request-probation-ending': onProbation('request-probation-ending', requestProbationEnding),
  'approve-probation-request': underItsRule('approve-probation-request', approveProbationRequest),
  'refuse-probation-request': onProbation('refuse-probation-request', refuseProbationRequest),
  'withdraw-probation-request': onProbation('withdraw-probation-request', withdrawProbationRequest),
  'end-by-employer': onProbation('end-by-employer', endByEmployer),
  'end-by-employee': onProbation('end-by-employee', endByEmployee),
  'change-probation-pay': underItsRule('change-probation-pay', changeProbationPay),
  'set-festival-bonus': underItsRule('set-festival-bonus', setFestivalBonus),
  'grant-leave': inItsRoster('grant-leave', grantLeave),
  'request-more-leave': inItsRoster('request-more-leave', requestMoreLeave),
  'withdraw-leave': onProbation('withdraw-leave', withdrawLeave),
  'record-entry-document': underItsRule('record-entry-document', recordEntryDocument),
  'complete-formality': underItsRule('complete-formality', completeFormality),
  'waive-formality': underItsRule('waive-formality', waiveFormality),
  'set-objectives': onProbation('set-objectives', setObjectives),
  'name-mentor': onProbation<NameMentor>('name-mentor', {
    prepare: async ({ body }, ledgerline) => nameMentor(await accountAtWork(body.mentor, ledgerline)),
  }),
  'record-probation-review': onProbation('record-probation-review', recordProbationReview),
  'keep-probation': streamCommand<KeepProbation, MaybeProbation, ProbationEvent>({
    category: 'probation',
    fold: probationFold,
    may: (roles) => roles.includes('system'),
    decide: keepProbation,
  }),
};

/** A decision that needs what the rule says by which the probation is judged. */
function underItsRule<Body>(command: string, decide: (rule: ProbationRule) => OnProbation<Body>): AnswerCommand {
  return withItsBasis(command, async (probation, ledgerline) => decide(await ruleOf(probation.rule, ledgerline)));
}

/** And which days its employee works. */
function inItsRoster<Body>(command: string, decide: (basis: LeaveBasis) => OnProbation<Body>): AnswerCommand {
  return withItsBasis(command, async (probation, ledgerline) => decide(await leaveBasis(probation, ledgerline)));
}

function withItsBasis<Body>(
  command: string,
  decision: (probation: Probation, ledgerline: Ledgerline) => Promise<OnProbation<Body>>,
): AnswerCommand {
  return onProbation<Body>(command, {
    prepare: async ({ id }, ledgerline) => {
      const { state } = await ledgerline.commands.current(streamName('probation', id), probationFold);
      return state === undefined ? () => rejected('probation-not-found') : decision(state, ledgerline);
    },
  });
}
