import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { dateAt, statementsOf, type PayStatement, type Probation } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { calendarDays, publishedDays } from '../leave/leave-basis.js';
import { visibleProbation } from '../probation-list/one-probation.query.js';
import { ruleInForce, ruleOf } from '../rule-in-force.js';

/** A month of it, in fen. */
export type PayMonth = PayStatement & {
  /** Its days have passed. */
  readonly over: boolean;
};

export interface PayOfProbation {
  readonly items: readonly PayMonth[];
  readonly bonuses: Probation['bonuses'];
  readonly next: null;
}

/** `GET /probations/{id}/pay`: month by month, for whoever sees what is paid. */
export async function payOfProbation(
  request: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<(PayOfProbation & { readonly kind: 'pay' }) | Problem> {
  const found = await visibleProbation(request, 'pay', ledgerline);
  if ('code' in found) return found;
  const { probation, sight } = found;
  if (!sight.pay) return problem('not-allowed');
  const [roster, published] = await Promise.all([calendarDays(probation, ledgerline), publishedDays(probation, ledgerline)]);
  const { code } = probation.rule;
  const minimums = (await ruleInForce(code, ledgerline))?.rule ?? (await ruleOf(probation.rule, ledgerline));
  const statements = statementsOf(probation, { roster, published, minimums });
  if (statements === undefined) return problem('wages-are-erased');
  const today = dateAt(instantText(ledgerline.clock.now()), probation);
  const items = statements.map((statement) => ({ ...statement, over: statement.to < today }));
  return { kind: 'pay', items, bonuses: probation.bonuses, next: null };
}
