import type { OpenProblem } from '@ledgerline/contracts';
import { mayCommand, problemRecordFold, type ProblemEvent, type ProblemRecord } from '@ledgerline/domain';
import { openingCommand } from '@ledgerline/host';
import { ticketsNamed } from '../../about-tickets.js';
import { refusalOfDepartment, refusalOfItem } from '../../named-in-body.js';
import { openProblem } from './open-problem.decision.js';

/** `POST /problems`: a stream of its own, with a key of its own. */
export const openProblemHere = openingCommand<OpenProblem, ProblemRecord, ProblemEvent>({
  category: 'problem',
  fold: problemRecordFold,
  may: (roles) => mayCommand(roles, 'open-problem'),
  exists: 'problem-exists',
  prepare: async ({ body, principal }, ledgerline) => {
    const { department, item, tickets = [] } = body;
    const refusal = (await refusalOfDepartment(department, ledgerline)) ?? (await refusalOfItem(item, ledgerline));
    if (refusal !== undefined) return refusal;
    const named = await ticketsNamed(tickets, principal, ledgerline);
    return 'rejection' in named ? named : openProblem(await ledgerline.vault.newPerson(), named);
  },
});
