import type { QueryRequest } from '@ledgerline/contracts';
import { remindersGiven } from '@ledgerline/domain';
import { dueRecords, type DueQuery, type Ledgerline } from '@ledgerline/host';
import { pursuitsCollection, type ListedPursuit } from '../pursuit-list/pursuit-list.projection.js';

/** Its step is late, and who is told of that for the how-manieth time. */
interface DuePursuit {
  readonly department: string;
  readonly owner: string;
  readonly dueBy: string;
  readonly repeat: number;
}

/** For the loop that reminds alone. */
export function duePursuits(request: QueryRequest<DueQuery>, ledgerline: Ledgerline) {
  const stepOf = (pursuit: ListedPursuit): DuePursuit | undefined => {
    const { department, owner, dueBy } = pursuit;
    return dueBy === undefined ? undefined : { department, owner, dueBy, repeat: remindersGiven(pursuit) };
  };
  return dueRecords(pursuitsCollection, request, { by: 'remindsAt', where: { kind: 'pursuit' }, stepOf }, ledgerline);
}
