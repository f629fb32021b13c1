import type { ChangeDepartment } from '@ledgerline/contracts';
import type { Department, DepartmentEvent } from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

type DecideDepartment<Body> = Decide<Body, Department, DepartmentEvent>;
interface WithReason {
  readonly reason: string;
}

export const changeDepartment: DecideDepartment<ChangeDepartment> = ({ reason, ...wanted }, department) => {
  if (department === undefined) return rejected('department-not-found');
  const before: Readonly<Record<string, unknown>> = { manager: null, ...department };
  const changed = Object.entries(wanted).filter(([name, value]) => value !== undefined && value !== before[name]);
  if (changed.length === 0) return rejected('nothing-to-change');
  return [{ type: 'DepartmentChanged', data: { ...(Object.fromEntries(changed) as Omit<ChangeDepartment, 'reason'>), reason } }];
};

/** The call centre is where every ticket begins and what the shipped table falls back to. */
export const deactivateDepartment: DecideDepartment<WithReason> = ({ reason }, department) => {
  if (department === undefined) return rejected('department-not-found');
  if (department.deactivated) return rejected('already-deactivated');
  if (department.code === 'call-centre') return rejected('call-centre-always-works');
  return [{ type: 'DepartmentDeactivated', data: { reason } }];
};

export const reactivateDepartment: DecideDepartment<WithReason> = ({ reason }, department) => {
  if (department === undefined) return rejected('department-not-found');
  if (department.deactivated !== true) return rejected('not-deactivated');
  return [{ type: 'DepartmentReactivated', data: { reason } }];
};
