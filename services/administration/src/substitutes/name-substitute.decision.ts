import {
  rightsOfAccount,
  rightsPassedOn,
  substitutionWithin,
  withImplied,
  type Account,
  type AccountEvent,
  type Rights,
  type Substitution,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

/** The body as it is decided on: an account's id, times in UTC. */
export interface NameSubstituteFor {
  readonly substitute: string;
  /** From now on where it is left out. */
  readonly from?: string;
  readonly until: string;
  readonly reason: string;
}

/** What naming rests on beside the absent person's account. */
export interface NamingCircumstances {
  /** What it is known by from now on: the command's own id, the same on every retry. */
  readonly substitution: string;
  /** Who names. */
  readonly by: Rights & { readonly id: string };
  /** Whose account it is. */
  readonly absent: string;
  readonly substitute: Account;
  /** Every department of theirs is an external unit, and some of the absent person's is not. */
  readonly isOutsider: boolean;
}

/** Nobody is away for longer by one decision, nor is it decided so long before. */
const longestDays = 366;

/**
 * Names who stands in during an absence: the absent person, an administrator, or a manager who holds all that is passed on. One at a time, and not
 * somebody who is away then too.
 */
export function nameSubstitute({
  substitution,
  by,
  absent,
  substitute,
  isOutsider,
}: NamingCircumstances): Decide<NameSubstituteFor, Account, AccountEvent> {
  return ({ substitute: id, from: asked, until, reason }, account, { at }) => {
    if (!mayArrange(by, absent, account)) return rejected('not-allowed');
    if (account === undefined || account.deactivated) return rejected('account-not-found');
    if (id === absent) return rejected('own-substitute');
    // Whoever names for somebody else names a third: nobody takes another's rights themselves.
    if (by.id !== absent && by.id === id) return rejected('names-themselves');
    if (substitute === undefined || substitute.deactivated) return rejected('no-such-substitute');
    if (isOutsider) return rejected('substitute-is-external');
    if (rightsPassedOn(account).roles.length === 0) return rejected('nothing-to-pass-on');
    // What has passed is not done again: it begins now at the earliest.
    const from = asked === undefined || asked < at ? at : asked;
    if (until <= from) return rejected('absence-is-over', { from, until });
    if (until > daysAfter(from) || from > daysAfter(at)) return rejected('absence-too-long', { days: longestDays });
    const before = substitutionWithin(account, { from, until });
    if (before !== undefined) return rejected('already-substituted', { from: before.from, until: before.until });
    const away = substitutionWithin(substitute, { from, until });
    if (away !== undefined) return rejected('substitute-is-absent', { from: away.from, until: away.until });
    return [{ type: 'SubstituteNamed', data: { substitution, substitute: id, from, until, person: account.person, reason } }];
  };
}

/** Also before its time, and by the substitute, who cannot be made to stand in. */
export function endSubstitution(
  by: NamingCircumstances['by'],
  absent: string,
): Decide<{ readonly substitution: string; readonly reason?: string }, Account, AccountEvent> {
  return ({ substitution, reason }, account, { at }) => {
    const found = mayEnd(by, { absent, substitution }, account);
    if (account === undefined || found === undefined) return rejected('substitution-not-found');
    if (found.until <= at) return rejected('substitution-is-over', { until: found.until });
    const why = reason === undefined ? {} : { person: account.person, reason };
    return [{ type: 'SubstitutionEnded', data: { substitution, ...why } }];
  };
}

/** The substitution where they may end it; undefined where there is none, or it is nothing to them. */
export function mayEnd(
  by: NamingCircumstances['by'],
  { absent, substitution }: { readonly absent: string; readonly substitution: string },
  account: Account,
): Substitution | undefined {
  const found = account?.substitutions?.find((one) => one.substitution === substitution);
  return found && (found.substitute === by.id || mayArrange(by, absent, account)) ? found : undefined;
}

/** Their own; an administrator everybody's; a manager those of people whose roles and departments the manager holds too. */
export function mayArrange(by: NamingCircumstances['by'], absent: string, account: Account): boolean {
  if (by.id === absent || by.roles.includes('administrator')) return true;
  return by.roles.includes('manager') && account !== undefined && holdsAllOf(by, rightsOfAccount(account));
}

function holdsAllOf(by: Rights, { roles, departments }: Rights): boolean {
  const held = withImplied(by.roles);
  const everywhere = by.departments.includes('*');
  return (
    departments.length > 0 &&
    roles.every((role) => held.has(role)) &&
    departments.every((department) => everywhere || by.departments.includes(department))
  );
}

function daysAfter(at: string): string {
  return Temporal.Instant.from(at)
    .add({ hours: 24 * longestDays })
    .toString({ fractionalSecondDigits: 3 });
}
