/** R2.1: a routing table as interface.md writes it. */
export interface RoutingTable {
  readonly code: string;
  readonly effectiveFrom: string;
  readonly rules: readonly RoutingRule[];
  /** Gets what no rule fits (兜底). The call centre has the ticket already: there it waits for a person. */
  readonly fallback: string;
}
export interface RoutingRule {
  readonly when: RoutingFacts;
  readonly lead: string;
  readonly coHandling: readonly string[];
}
export const routingFacts = ['kind', 'item', 'level', 'site', 'district', 'product'] as const;
export type RoutingFact = (typeof routingFacts)[number];
export type RoutingFacts = { readonly [Fact in RoutingFact]?: string };

/** The department that holds a ticket until it is routed. */
export const callCentre = 'call-centre';

/** A rule that fits, with its place in the table. */
export interface RoutingCandidate extends RoutingRule {
  readonly rule: number;
}

/** Where a ticket would go: by one rule or to the fallback department, or to a person who chooses among the candidates. */
export type RoutingProposal =
  | {
      readonly kind: 'unambiguous';
      readonly lead: string;
      readonly coHandling: readonly string[];
      /** The rule's place; none where no rule fits and the fallback department gets it. */
      readonly rule?: number;
    }
  | { readonly kind: 'to-a-person'; readonly candidates: readonly RoutingCandidate[]; readonly fallback: string };

/**
 * The most specific matching rule wins (most `when` facts given); two of equal weight are a person's to decide. What no rule
 * fits goes to the fallback department.
 */
export function proposeRoute(table: RoutingTable, ticket: RoutingFacts): RoutingProposal {
  const { fallback } = table;
  const matching = matchingRules(table, ticket);
  const most = Math.max(...matching.map(({ when }) => given(when).length));
  const best = matching.filter(({ when }) => given(when).length === most);
  const [only] = best;
  if (only === undefined && fallback !== callCentre) return { kind: 'unambiguous', lead: fallback, coHandling: [] };
  if (best.length !== 1 || only === undefined) return { kind: 'to-a-person', candidates: best, fallback };
  return { kind: 'unambiguous', lead: only.lead, coHandling: only.coHandling, rule: only.rule };
}

/** Every rule whose conditions a ticket meets, the most specific first. */
export function matchingRules({ rules }: RoutingTable, ticket: RoutingFacts): readonly RoutingCandidate[] {
  return rules
    .flatMap((one, rule) => (given(one.when).every((fact) => one.when[fact] === ticket[fact]) ? [{ ...one, rule }] : []))
    .toSorted((a, b) => given(b.when).length - given(a.when).length || a.rule - b.rule);
}

export function given(when: RoutingFacts): readonly RoutingFact[] {
  return (Object.keys(when) as RoutingFact[]).filter((fact) => when[fact] !== undefined);
}

/** What a ticket is routed by. */
export function routingFactsOf(ticket: Readonly<Partial<Record<RoutingFact, unknown>>>): RoutingFacts {
  const told = routingFacts.flatMap((fact) => (typeof ticket[fact] === 'string' ? [[fact, ticket[fact]] as const] : []));
  return Object.fromEntries(told);
}
