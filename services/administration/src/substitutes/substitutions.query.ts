import { problem, type Principal, type QueryRequest } from '@ledgerline/contracts';
import { watchesHouse } from '@ledgerline/domain';
import { whyUnseen, type Ledgerline } from '@ledgerline/host';
import { instantText, InvalidCursor } from '@ledgerline/kernel';
import { mayArrange } from './name-substitute.decision.js';
import { substitutionsCollection, type ListedSubstitution } from './substitution-list.projection.js';
import { accountOf } from './substitutes.handler.js';

export interface SubstitutionsQuery {
  readonly limit?: number;
  readonly cursor?: string;
}

/**
 * `GET /substitutions`, the latest end first: all of them for whoever administers or watches; for others those in which they have a part, and for a manager
 * those to come or in force that they may arrange.
 */
export async function listSubstitutions({ body, principal, after }: QueryRequest<SubstitutionsQuery>, ledgerline: Ledgerline) {
  if (principal.kind !== 'person' && principal.kind !== 'token') return problem('not-allowed');
  const why = await whyUnseen(await ledgerline.live(substitutionsCollection), after, ledgerline);
  if (why) return problem(why);
  const watches = watchesHouse(principal.roles);
  if (!watches) return { kind: 'page' as const, items: await theirs(principal, ledgerline), next: null };
  const { limit = 50, cursor } = body;
  try {
    const collection = await ledgerline.live(substitutionsCollection);
    const where = { kind: 'substitution' };
    const page = await collection.find({ where, sort: ['-until'], limit, ...(cursor === undefined ? {} : { cursor }) });
    return { kind: 'page' as const, items: page.items.map(({ document }) => document), next: page.next ?? null };
  } catch (error) {
    if (error instanceof InvalidCursor) return problem('invalid-cursor');
    throw error;
  }
}

async function theirs(principal: Principal, ledgerline: Ledgerline): Promise<readonly ListedSubstitution[]> {
  const collection = await ledgerline.live(substitutionsCollection);
  const pages = await Promise.all(
    ['absent', 'substitute'].map((part) => collection.find({ where: { [part]: principal.id }, sort: ['-until'], limit: 200 })),
  );
  const own = pages.flatMap(({ items }) => items.map(({ document }) => document));
  const arranged = principal.roles.includes('manager') ? await arrangedBy(principal, ledgerline) : [];
  const each = new Map([...own, ...arranged].map((one) => [one.id, one]));
  return [...each.values()].toSorted((a, b) => (a.until < b.until ? 1 : -1));
}

async function arrangedBy(principal: Principal, ledgerline: Ledgerline): Promise<readonly ListedSubstitution[]> {
  const current = await notOver(ledgerline);
  const may = await Promise.all(
    current.map(async ({ absent }) => mayArrange(principal, absent, await accountOf(absent, ledgerline))),
  );
  return current.filter((_one, place) => may[place]);
}

/** In force or to come. */
export async function notOver(ledgerline: Pick<Ledgerline, 'live' | 'clock'>): Promise<readonly ListedSubstitution[]> {
  const collection = await ledgerline.live(substitutionsCollection);
  const where = { kind: 'substitution', until: { from: instantText(ledgerline.clock.now() + 1) } };
  const { items } = await collection.find({ where, sort: ['-until'], limit: 1_000 });
  return items.map(({ document }) => document);
}
