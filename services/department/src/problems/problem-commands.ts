import type { DeclareKnownError, DescribeProblem, LinkTickets, ReopenProblem, ResolveProblem, UnlinkTicket, WithdrawWorkaround } from '@ledgerline/contracts'; // prettier-ignore
import { mayCommand, problemRecordFold, unseenProblem, type MaybeProblemRecord, type ProblemEvent } from '@ledgerline/domain';
import { commandsOn, type AnswerCommand } from '@ledgerline/host';
import { aboutTickets } from '../about-tickets.js';
import { refusalOfDepartment, refusalOfItem } from '../named-in-body.js';
import { describeProblem } from './describe-problem/describe-problem.decision.js';
import { declareKnownError, withdrawWorkaround } from './known-error/known-error.decision.js';
import { linkTickets, unlinkTicket } from './link-tickets/link-tickets.decision.js';
import { openProblemHere } from './open-problem/open-problem.handler.js';
import { reopenProblem, resolveProblem } from './resolve-problem/resolve-problem.decision.js';

const onProblem = commandsOn<MaybeProblemRecord, ProblemEvent>({
  category: 'problem',
  fold: problemRecordFold,
  may: mayCommand,
  unseen: unseenProblem,
});

/** R11: the cause behind repeated faults, what helps meanwhile, and when it is gone. */
export const problemCommands: Readonly<Record<string, AnswerCommand>> = {
  'open-problem': openProblemHere,
  'link-tickets': onProblem<LinkTickets>('link-tickets', aboutTickets(linkTickets)),
  'unlink-ticket': onProblem<UnlinkTicket>('unlink-ticket', aboutTickets(unlinkTicket)),
  'describe-problem': onProblem<DescribeProblem>('describe-problem', {
    prepare: async ({ body: { department, item } }, ledgerline) => {
      const refusal =
        (department === undefined ? undefined : await refusalOfDepartment(department, ledgerline)) ??
        (item === undefined ? undefined : await refusalOfItem(item, ledgerline));
      return refusal === undefined ? describeProblem : () => refusal;
    },
  }),
  'declare-known-error': onProblem<DeclareKnownError>('declare-known-error', declareKnownError),
  'withdraw-workaround': onProblem<WithdrawWorkaround>('withdraw-workaround', withdrawWorkaround),
  'resolve-problem': onProblem<ResolveProblem>('resolve-problem', resolveProblem),
  'reopen-problem': onProblem<ReopenProblem>('reopen-problem', reopenProblem),
};
