import type { MendFault, ReportFault, TakeOnFault } from '@ledgerline/contracts';
import { isOpenFault, mostFaults, type Equipment } from '@ledgerline/domain';
import { rejected, type Rejection } from '@ledgerline/kernel';
import { byWhoSeesToIt, whileInUse, type OnEquipment } from '../on-equipment.js';

/** R12: whoever finds that it does not work says so, whatever their work is. */
export const reportFault: OnEquipment<ReportFault> = whileInUse(({ text, stops = false }, { person, faults }) => {
  if (faults.length >= mostFaults) return rejected('too-many-faults', { most: mostFaults });
  return [{ type: 'FaultReported', data: { person, fault: faults.length + 1, text, stops } }];
});

/** Somebody sees to it; again where the repair goes to somebody else, or takes longer. */
export const takeOnFault: OnEquipment<TakeOnFault> = byWhoSeesToIt(
  (said, equipment) =>
    whyNotOpen(said.fault, equipment) ?? [{ type: 'FaultTakenOn', data: { ...said, person: equipment.person } }],
);

export const mendFault: OnEquipment<MendFault> = byWhoSeesToIt(
  (said, equipment) =>
    whyNotOpen(said.fault, equipment) ?? [{ type: 'FaultMended', data: { ...said, person: equipment.person } }],
);

function whyNotOpen(number: number, { faults }: Equipment): Rejection | undefined {
  if (!faults.some(isOpenFault)) return rejected('nothing-is-faulty');
  const found = faults.find(({ fault }) => fault === number);
  if (found === undefined) return rejected('no-such-fault', { fault: number });
  return isOpenFault(found) ? undefined : rejected('fault-is-not-open', { fault: number, state: found.state });
}
