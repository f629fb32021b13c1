import type { InBothLanguages } from '../calendar/deadline-sentence.js';
import {
  given,
  matchingRules,
  proposeRoute,
  type RoutingCandidate,
  type RoutingFacts,
  type RoutingProposal,
  type RoutingTable,
} from './routing-table.js';

/** A rule that fits a ticket, and why it is or is not followed. */
export interface ExplainedCandidate extends RoutingCandidate, InBothLanguages {
  /** `best`: as specific as any other that fits; `less-specific`: another that fits says more. */
  readonly weight: 'best' | 'less-specific';
}

export type ExplainedRoute = InBothLanguages & {
  readonly proposal: RoutingProposal;
  /** Every rule that fits, the most specific first. */
  readonly candidates: readonly ExplainedCandidate[];
  /** A department that the ticket is about (回避): the table would send it there, so it goes to a person. */
  readonly avoids?: string;
};

/**
 * Where a ticket goes by a table, with each rule that fits and why (R2.1, R2.3).
 *
 * @param about the department that the ticket is about; it never gets it
 */
export function explainRoute(table: RoutingTable, ticket: RoutingFacts, about?: string): ExplainedRoute {
  const plain = proposeRoute(table, ticket);
  const matching = matchingRules(table, ticket);
  const most = matching[0] === undefined ? 0 : given(matching[0].when).length;
  const candidates = matching.map((rule): ExplainedCandidate => {
    const weight = given(rule.when).length === most ? 'best' : 'less-specific';
    return { ...rule, weight, ...ruleSentence(rule, weight) };
  });
  if (!concerns(plain, about)) return { proposal: plain, candidates, ...routeSentence(plain) };
  return {
    proposal: toAPerson(table, matching),
    candidates,
    avoids: about as string,
    zh: `本单涉及 ${about}，按回避规定不得派往该部门，须人工派单。`,
    en: `The ticket is about ${about}, to which it must not go (avoidance): a person has to route it.`,
  };
}

/** The proposal of `explainRoute` without its words: what is asked for every new ticket. */
export function routeByAuthority(table: RoutingTable, ticket: RoutingFacts, about?: string): RoutingProposal {
  const plain = proposeRoute(table, ticket);
  return concerns(plain, about) ? toAPerson(table, matchingRules(table, ticket)) : plain;
}

/** @param matching rules that fit, the most specific first */
function toAPerson({ fallback }: RoutingTable, matching: readonly RoutingCandidate[]): RoutingProposal {
  const most = matching[0] === undefined ? 0 : given(matching[0].when).length;
  return { kind: 'to-a-person', candidates: matching.filter(({ when }) => given(when).length === most), fallback };
}

function concerns(proposal: RoutingProposal, about: string | undefined): boolean {
  if (about === undefined || proposal.kind !== 'unambiguous') return false;
  return proposal.lead === about || proposal.coHandling.includes(about);
}

function ruleSentence(candidate: RoutingCandidate, weight: ExplainedCandidate['weight']): InBothLanguages {
  const { rule, when, lead, coHandling } = candidate;
  const facts = given(when).map((fact) => `${fact} = ${when[fact]}`);
  const others = coHandling.join(', ');
  const why = facts.length === 0 ? { zh: '无条件，适用于全部工单', en: 'has no conditions and fits every ticket' } : undefined;
  const last = weight === 'best' ? { zh: '', en: '' } : { zh: '；另有更具体的规则', en: '; another rule that fits says more' };
  return {
    zh: `规则 ${rule}：${why?.zh ?? `${facts.join('，')} 全部相符（${facts.length} 项条件）`}，主办 ${lead}${others && `，协办 ${others}`}${last.zh}。`,
    en: `Rule ${rule} ${why?.en ?? `fits by ${facts.join(', ')} (${facts.length} of its conditions, all)`}: lead ${lead}${others && `, co-handling ${others}`}${last.en}.`,
  };
}

function routeSentence(proposal: RoutingProposal): InBothLanguages {
  if (proposal.kind === 'to-a-person') {
    const rules = proposal.candidates.map(({ rule }) => rule).join(', ');
    if (rules === '') return { zh: '没有相符的规则，须人工派单。', en: 'No rule fits: a person has to route it.' };
    return {
      zh: `规则 ${rules} 同样具体且均相符，须人工派单。`,
      en: `Rules ${rules} fit and are equally specific: a person has to choose.`,
    };
  }
  const { rule, lead, coHandling } = proposal;
  if (rule === undefined)
    return { zh: `没有相符的规则，派往兜底部门 ${lead}。`, en: `No rule fits: it goes to the fallback ${lead}.` };
  const others = coHandling.join(', ');
  return {
    zh: `按规则 ${rule} 派往主办 ${lead}${others && `，协办 ${others}`}。`,
    en: `By rule ${rule} it goes to ${lead}${others && `, with ${others} co-handling`}.`,
  };
}
