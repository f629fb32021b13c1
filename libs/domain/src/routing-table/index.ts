/** R2.1: a routing table as interface.md writes it. */
export interface RoutingTable {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly rules: readonly RoutingRule[];
  readonly fallback: string;
}
export interface RoutingRule {
  readonly when: RoutingFacts;
  readonly lead: string;
  readonly coHandling: readonly string[];
}
export type RoutingFacts = { readonly [Fact in 'kind' | 'item' | 'level' | 'site' | 'district' | 'product']?: string };

/** Where a ticket would go: by one rule, or to a person who chooses among the candidates. */
export type RoutingProposal =
  | { readonly kind: 'unambiguous'; readonly lead: string; readonly coHandling: readonly string[] }
  | { readonly kind: 'to-a-person'; readonly candidates: readonly RoutingRule[]; readonly fallback: string };

/** The most specific matching rule wins (most `when` facts given); two of equal weight are a person's to decide. */
export function proposeRoute(table: RoutingTable, ticket: RoutingFacts): RoutingProposal {
  const facts = Object.keys as (when: RoutingFacts) => (keyof RoutingFacts)[];
  const matching = table.rules.filter(({ when }) => facts(when).every((fact) => when[fact] === ticket[fact]));
  const most = Math.max(...matching.map(({ when }) => facts(when).length));
  const best = matching.filter(({ when }) => facts(when).length === most);
  const [only] = best;
  if (best.length === 1 && only) return { kind: 'unambiguous', lead: only.lead, coHandling: only.coHandling };
  return { kind: 'to-a-person', candidates: best, fallback: table.fallback };
}
