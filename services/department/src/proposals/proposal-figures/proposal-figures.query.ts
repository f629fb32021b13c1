import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { seesProposal } from '@ledgerline/domain';
import { whyUnseen, type Ledgerline, type Where } from '@ledgerline/host';
import { everyDocument, instantText, type Collection } from '@ledgerline/kernel';
import { rowsWanted } from '../proposal-list/found-proposals.js';
import { proposalsCollection, type ListedProposal } from '../proposal-list/proposal-list.projection.js';
import {
  figuresIn,
  figuresNow,
  withOutcomeIn,
  type ProposalFigures,
  type ProposalsNow,
  type Stretch,
} from './proposal-figures.js';

export interface AskedFigures {
  /** Of all departments unless given. */
  readonly department?: string;
  readonly period: Stretch;
  readonly before: Stretch;
  /** Proposals named at most. */
  readonly limit: number;
}

export interface ProposalLine {
  readonly department: string;
  readonly figures: ProposalFigures & ProposalsNow;
  readonly before: ProposalFigures;
}

export type ProposalFiguresAnswer =
  | {
      readonly kind: 'figures';
      readonly lines: readonly ProposalLine[];
      readonly total: Omit<ProposalLine, 'department'>;
      /** Ids of those with an outcome in the period. */
      readonly named: readonly string[];
      readonly more: boolean;
    }
  | Problem;

/** For digests (R11): what came of proposals, of those that their reader may see, by department. */
export async function proposalFigures(
  { body, principal, after }: QueryRequest<AskedFigures>,
  ledgerline: Ledgerline,
): Promise<ProposalFiguresAnswer> {
  const collection = await ledgerline.live(proposalsCollection);
  const why = await whyUnseen(collection, after, ledgerline);
  if (why) return problem(why);
  const { department, period, before, limit } = body;
  const now = instantText(ledgerline.clock.now());
  const where = rowsWanted(department === undefined ? {} : { department }, principal, now);
  const seen = (where === 'nothing' ? [] : await everyOne(collection, where)).filter((one) => seesProposal(one, principal));
  const of = (proposals: readonly ListedProposal[]) => ({
    figures: { ...figuresIn(proposals, period), ...figuresNow(proposals, now) },
    before: figuresIn(proposals, before),
  });
  const lines = [...Map.groupBy(seen, (one) => one.department)].map(([code, theirs]) => ({ department: code, ...of(theirs) }));
  const named = withOutcomeIn(seen, period).map(({ id }) => id);
  return { kind: 'figures', lines, total: of(seen), named: named.slice(0, limit), more: named.length > limit };
}

/** Proposals are some hundreds a year: they are counted one by one. */
async function everyOne(collection: Collection<ListedProposal>, where: Where): Promise<readonly ListedProposal[]> {
  const found: ListedProposal[] = [];
  for await (const { document } of everyDocument(collection, { where, sort: ['raisedAt'] })) found.push(document);
  return found;
}
