import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import { rightsOfAccount, substitutionInForce } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText, type Personal } from '@ledgerline/kernel';
import { inPowerOf } from './acting.handler.js';
import { substitutionsCollection } from './substitution-list.projection.js';
import { notOver } from './substitutions.query.js';
import { accountOf } from './substitutes.handler.js';

/** Somebody for whom one stands in now, and who one is then. */
export interface StandingIn {
  readonly absent: string;
  readonly name: Personal<string>;
  readonly until: string;
  readonly principal: Principal;
}

/** For whom a person stands in now: found in the list, proved by the absent person's own stream. */
export async function standingInFor(id: string, ledgerline: Pick<Ledgerline, 'live' | 'clock' | 'commands'>) {
  const now = instantText(ledgerline.clock.now());
  const collection = await ledgerline.live(substitutionsCollection);
  const account = await accountOf(id, ledgerline);
  if (account === undefined) return [];
  const themselves: Principal = { kind: 'person', id, ...rightsOfAccount(account) };
  const { items } = await collection.find({ where: { substitute: id, until: { from: now } }, sort: ['-until'], limit: 200 });
  const absents = [...new Set(items.map(({ document }) => document.absent))];
  const found = await Promise.all(
    absents.map(async (absent): Promise<readonly StandingIn[]> => {
      const principal = await inPowerOf(absent, themselves, ledgerline);
      const their = await accountOf(absent, ledgerline);
      const until = substitutionInForce(their, now)?.until;
      if (principal === undefined || their === undefined || until === undefined) return [];
      return [{ absent, name: their.name, until, principal }];
    }),
  );
  return found.flat();
}

/** The asker's own; of another person for the system alone. */
export async function standingIn({ body, principal }: QueryRequest<{ readonly id?: string }>, ledgerline: Ledgerline) {
  const { id = principal.id } = body;
  if (id !== principal.id && !principal.roles.includes('system')) return problem('not-allowed');
  return { kind: 'standing-in' as const, items: await standingInFor(id, ledgerline) };
}

/** Who stands in for whom now, for the system: few, whatever the size of the house. */
export async function substitutesNow({ principal }: QueryRequest<unknown>, ledgerline: Ledgerline) {
  if (!principal.roles.includes('system')) return problem('not-allowed');
  const now = instantText(ledgerline.clock.now());
  const items = (await notOver(ledgerline)).filter(({ from }) => from <= now);
  return { kind: 'substitutes' as const, items: items.map(({ absent, substitute }) => ({ absent, substitute })) };
}
