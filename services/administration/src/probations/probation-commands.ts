import { mayCommand, probationFold, unseenProbation, type MaybeProbation, type ProbationEvent } from '@ledgerline/domain';
import { streamCommand, type AnswerCommand, type StreamCommand } from '@ledgerline/host';
import { beginProbationHere } from './begin-probation/begin-probation.handler.js';
import {
  approveProbationRequest,
  refuseProbationRequest,
  withdrawProbationRequest,
} from './decide-request/decide-request.decision.js';
import { tellEmploymentConditions } from './employment-conditions/tell-employment-conditions.decision.js';
import { annulProbation, endByEmployee, endByEmployer } from './end-probation/end-probation.decision.js';
import { keepProbation, type KeepProbation } from './keep-probation/keep-probation.decision.js';
import {
  requestEarlyConfirmation,
  requestProbationEnding,
  requestProbationExtension,
} from './request-change/request-change.decision.js';

/** R13: from the day of reporting to the day on which somebody is regular, or the employment has ended. */
export const probationCommands: Readonly<Record<string, AnswerCommand>> = {
  'begin-probation': beginProbationHere as AnswerCommand,
  'annul-probation': onProbation('annul-probation', annulProbation),
  'tell-employment-conditions': onProbation('tell-employment-conditions', tellEmploymentConditions),
  'request-early-confirmation': onProbation('request-early-confirmation', requestEarlyConfirmation),
  'request-probation-extension': onProbation('request-probation-extension', requestProbationExtension),
  'request-probation-ending': onProbation('request-probation-ending', requestProbationEnding),
  'approve-probation-request': onProbation('approve-probation-request', approveProbationRequest),
  'refuse-probation-request': onProbation('refuse-probation-request', refuseProbationRequest),
  'withdraw-probation-request': onProbation('withdraw-probation-request', withdrawProbationRequest),
  'end-by-employer': onProbation('end-by-employer', endByEmployer),
  'end-by-employee': onProbation('end-by-employee', endByEmployee),
  'keep-probation': streamCommand<KeepProbation, MaybeProbation, ProbationEvent>({
    category: 'probation',
    fold: probationFold,
    may: (roles) => roles.includes('system'),
    decide: keepProbation,
  }),
};

function onProbation<Body>(
  command: string,
  decide: StreamCommand<Body, MaybeProbation, ProbationEvent>['decide'],
): AnswerCommand {
  return streamCommand<Body, MaybeProbation, ProbationEvent>({
    category: 'probation',
    fold: probationFold,
    may: (roles) => mayCommand(roles, command),
    refuses: unseenProbation,
    hides: unseenProbation,
    decide,
  });
}
