import type { Principal } from '@ledgerline/contracts';
import { maskedPhone, type Pursuit } from '@ledgerline/domain';
import type { Listed } from '@ledgerline/kernel';
import type { CallPermission } from '../../customer-base.js';

export type ShownPursuit = Omit<Listed<Pursuit>, 'person'> & {
  readonly name?: string;
  readonly phone?: string;
  /** Why the customer is not called. */
  readonly bar?: string;
};

/** As it leaves the service: the number whole to the owner alone, and to nobody where the customer may not be called. */
export function shownPursuit(
  { person: _person, ...pursuit }: Listed<Pursuit>,
  who: CallPermission | undefined,
  { id, onBehalfOf = id }: Principal,
): ShownPursuit {
  if (who === undefined) return pursuit;
  const { name, phone, bar } = who;
  const isOwners = pursuit.owner === onBehalfOf && bar === undefined;
  return {
    ...pursuit,
    ...(name === undefined ? {} : { name }),
    ...(phone === undefined ? {} : { phone: isOwners ? phone : maskedPhone(phone) }),
    ...(bar === undefined ? {} : { bar }),
  };
}
