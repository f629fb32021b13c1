import { problem, type QueryRequest } from '@ledgerline/contracts';
import { dateAt, statementsOf } from '@ledgerline/domain';
import type { Ledgerline } from '@ledgerline/host';
import { instantText } from '@ledgerline/kernel';
import { rosterInForce } from '../leave/leave-basis.js';
import { visibleProbation } from '../probation-list/one-probation.query.js';
import { ruleInForce, ruleOf } from '../rule-in-force.js';

/** `GET /probations/{id}/pay`: month by month, for whoever sees what is paid. `over`: the month's days have passed. */
export async function payOfProbation(request: QueryRequest<{ readonly id: string }>, ledgerline: Ledgerline) {
  const found = await visibleProbation(request, 'pay', ledgerline);
  if ('code' in found) return found;
  const { probation, sight } = found;
  if (!sight.pay) return problem('not-allowed');
  const roster = await rosterInForce(probation, ledgerline);
  const { code } = probation.rule;
  const minimums = (await ruleInForce(code, ledgerline))?.rule ?? (await ruleOf(probation.rule, ledgerline));
  const statements = statementsOf(probation, { roster, minimums });
  if (statements === undefined) return problem('wages-are-erased');
  const today = dateAt(instantText(ledgerline.clock.now()), probation);
  const items = statements.map((statement) => ({ ...statement, over: statement.to < today }));
  return { kind: 'pay' as const, items, bonuses: probation.bonuses, next: null };
}
