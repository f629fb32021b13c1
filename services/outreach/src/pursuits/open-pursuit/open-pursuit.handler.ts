import type { OpenPursuit } from '@ledgerline/contracts';
import {
  mayCommand,
  ownerOfDepartment,
  pursuitFold,
  type Pursuit,
  type PursuitEvent,
  type PursuitKind,
} from '@ledgerline/domain';
import { accountIdOf, openingCommand, type AnswerCommand, type CommandRequest } from '@ledgerline/host';
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
      const about = await whomItIsAbout(request, ledgerline);
      if ('rejection' in about) return about;
      const department = departmentIn(request);
      const named = request.body.owner === undefined ? undefined : accountIdOf(request.body.owner, ledgerline);
      const owner = named && (await ownerOfDepartment(named, department, ledgerline));
      if (typeof owner === 'object') return owner;
      const { permission, ...origin } = about;
      const { customer, person } = permission;
      return openPursuit({ kind, customer, person, department, ...origin, ...(owner === undefined ? {} : { owner }) });
    },
  });
}

function departmentIn({ body: { department }, principal: { departments } }: CommandRequest<OpenPursuit>): string {
  return department ?? departments.find((one) => one !== '*') ?? callCentre;
}
