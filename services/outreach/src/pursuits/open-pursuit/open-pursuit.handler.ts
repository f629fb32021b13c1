import type { OpenPursuit } from '@ledgerline/contracts';
import {
  mayCommand,
  ownerOfDepartment,
  pursuitFold,
  type Pursuit,
  type PursuitEvent,
  type PursuitKind,
} from '@ledgerline/domain';
import { accountIdOf, openingCommand, type AnswerCommand, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { rejected, type Rejection } from '@ledgerline/kernel';
import { openPursuit } from './open-pursuit.decision.js';
import { whomItIsAbout } from './whom-it-is-about.js';

/** Where nobody says otherwise. */
const callCentre = 'call-centre';

/** `POST /leads` and `POST /at-risk-customers` */
export function openPursuitOf(kind: PursuitKind): AnswerCommand {
  return openingCommand<OpenPursuit, Pursuit, PursuitEvent>({
    category: 'pursuit',
    fold: pursuitFold,
    may: (roles) => mayCommand(roles, 'open-pursuit'),
    exists: 'pursuit-exists',
    prepare: async (request, ledgerline) => {
      const department = departmentIn(request);
      const owner = await ownerNamed(request, department, ledgerline);
      if (typeof owner === 'object') return owner;
      // Last: who was not known is a customer from then on.
      const about = await whomItIsAbout(request, ledgerline);
      if ('rejection' in about) return about;
      const { permission, ...origin } = about;
      const { customer, person } = permission;
      return openPursuit({ kind, customer, person, department, ...origin, ...(owner === undefined ? {} : { owner }) });
    },
  });
}

function departmentIn({ body: { department }, principal: { departments } }: CommandRequest<OpenPursuit>): string {
  return department ?? departments.find((one) => one !== '*') ?? callCentre;
}

/** Who sees it through works in its department: whoever is named, or whoever opens it for a department that they name. */
async function ownerNamed(
  { body, principal: { departments } }: CommandRequest<OpenPursuit>,
  department: string,
  ledgerline: Ledgerline,
): Promise<string | Rejection | undefined> {
  if (body.owner !== undefined) return ownerOfDepartment(accountIdOf(body.owner, ledgerline), department, ledgerline);
  const isTheirs = body.department === undefined || departments.includes('*') || departments.includes(department);
  return isTheirs ? undefined : rejected('owner-not-of-the-department', { department });
}
