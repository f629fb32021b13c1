import type { OpenProblem } from '@ledgerline/contracts';
import type { MaybeProblemRecord, OtherTicket, ProblemEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';
import { linking } from '../link-tickets/link-tickets.decision.js';

/** R11: faults that come again and again have one cause, which somebody has to look for. @param person id of the problem's own key */
export function openProblem(
  person: string,
  tickets: readonly OtherTicket[],
): Decide<OpenProblem, MaybeProblemRecord, ProblemEvent> {
  return ({ tickets: _references, ...said }, problem) => {
    if (problem !== undefined) return rejected('problem-exists');
    const isConfidential = tickets.some(({ ticket }) => ticket.confidential);
    const data = { ...said, person, ...(isConfidential ? { confidential: true as const } : {}) };
    return [{ type: 'ProblemOpened', data }, ...tickets.map(linking)];
  };
}
