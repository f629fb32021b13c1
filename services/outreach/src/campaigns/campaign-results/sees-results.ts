import { makesCampaigns, withImplied } from '@ledgerline/domain';

/** Figures by agent and by question: for whoever makes campaigns, decides by them or inspects them. */
export function seesResults(roles: readonly string[]): boolean {
  const held = withImplied(roles);
  return makesCampaigns(roles) || ['leader', 'inspector', 'auditor'].some((role) => held.has(role));
}
