import type { Principal } from '@ledgerline/contracts';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

/** Of what `administration` decides, the work of a role; everything else there is about accounts, which nobody touches in another's name. */
const workOfRoles = /-(document|article|correction|equipment|fault|maintenance|announcement|shifts|roster|roster-change)$/;
/** Of one's own session, whoever one acts for; and nobody has read something for another. */
const ofTheSession = ['sign-out', 'end-session', 'begin-acting', 'end-acting', 'confirm-announcement'];

/**
 * As whom a command is given (ADR 0029): in the power of an absent person what their roles are for, as oneself what is about the session.
 *
 * A screen says for whom it takes itself to act: `Ledgerline-On-Behalf-Of`, an account's id or `none`. Where the session acts otherwise by now,
 * because the absence is over or another window has changed it, nothing is done in a name that was not meant.
 * @throws ProblemError not-on-behalf for what is about accounts, rights and the house; acting-otherwise
 */
export function actingAs(
  principal: Principal,
  { headers }: Pick<FastifyRequest, 'headers'>,
  { service, call }: { readonly service: string; readonly call: string },
): Principal {
  const { onBehalfOf } = principal;
  const meant = headers['ledgerline-on-behalf-of'];
  if (onBehalfOf === undefined && meant === undefined) return principal;
  if (ofTheSession.includes(call)) return themselves(principal);
  if (meant !== undefined && meant !== (onBehalfOf ?? 'none'))
    throw new ProblemError({ code: 'acting-otherwise', ...(onBehalfOf === undefined ? {} : { facts: { onBehalfOf } }) });
  if (onBehalfOf !== undefined && service === 'administration' && !workOfRoles.test(call))
    throw new ProblemError({ code: 'not-on-behalf' });
  return principal;
}

function themselves({ onBehalfOf: _power, own, ...rest }: Principal): Principal {
  return { ...rest, ...own };
}
