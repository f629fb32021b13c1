import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import { seesEquipment, worksHere, type EquipmentState } from '@ledgerline/domain';
import { accountIdOf, pageOfRecords, type Ledgerline, type Where } from '@ledgerline/host';
import { equipmentCollection, nothingDue, type ListedEquipment } from './equipment-list.projection.js';
import { shownEquipment } from './shown-equipment.js';

export interface EquipmentFilter {
  readonly status?: EquipmentState;
  readonly kind?: string;
  readonly site?: string;
  /** Id or username. */
  readonly responsible?: string;
  /** What one is responsible for oneself. */
  readonly mine?: boolean;
  /** Whose next maintenance is due before this date. */
  readonly dueBefore?: string;
  /** By code, or what is due next first, without what nothing is due of. */
  readonly sort?: 'code' | 'dueOn';
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** `GET /equipment`. */
export async function listEquipment(request: QueryRequest<EquipmentFilter>, ledgerline: Ledgerline) {
  const { body, principal } = request;
  if (!worksHere(principal.roles)) return problem('not-allowed');
  const { sort = body.dueBefore === undefined ? 'code' : 'dueOn' } = body;
  const list = {
    sort: [sort],
    where: () => rowsWanted({ ...body, sort }, principal, ledgerline),
    show: (one: ListedEquipment) => (seesEquipment(one, principal) ? shownEquipment(one) : undefined),
  };
  return pageOfRecords(equipmentCollection, request, list, ledgerline);
}

function rowsWanted(filter: EquipmentFilter, principal: Principal, ledgerline: Ledgerline): Where | 'nothing' {
  const { status, kind, site, responsible, mine, sort, dueBefore = sort === 'dueOn' ? nothingDue : undefined } = filter;
  const self = mine ? (principal.onBehalfOf ?? principal.id) : undefined;
  const named = responsible === undefined ? undefined : accountIdOf(responsible, ledgerline);
  if (self !== undefined && named !== undefined && self !== named) return 'nothing';
  const who = self ?? named;
  return {
    ...(status === undefined ? {} : { state: status }),
    ...(kind === undefined ? {} : { kind }),
    ...(site === undefined ? {} : { site }),
    ...(who === undefined ? {} : { responsible: who }),
    ...(dueBefore === undefined ? {} : { dueOn: { before: dueBefore } }),
  };
}
