import { dateAt, dayAfter } from './probation-steps.js';
import type { Probation } from './probation.js';
import { isOn, type EntryDocument, type Formality, type ProbationRule } from './probation-rule.js';

/** A paper that is asked of somebody, and where it stands. */
export interface AskedDocument extends EntryDocument {
  readonly seen: boolean;
  readonly kept: number;
  readonly missing: boolean;
  /** Of a sensitive one: what for, as the rule's override says. */
  readonly purpose?: string;
}

/** R13.4: what is asked of this post; what is sensitive only where the rule has turned that on. */
export function askedDocuments(probation: Pick<Probation, 'post' | 'documents'>, rule: ProbationRule): readonly AskedDocument[] {
  const purpose = rule.overrides.find(({ override }) => override === 'ask-sensitive-documents')?.purpose;
  return rule.documents
    .filter(
      ({ posts, sensitive }) =>
        (posts?.includes(probation.post) ?? true) && (!sensitive || isOn(rule, 'ask-sensitive-documents')),
    )
    .map((document) => {
      const { seen = false, kept = 0 } = probation.documents.find((one) => one.document === document.code) ?? {};
      const told = document.sensitive && purpose !== undefined ? { purpose } : {};
      return { ...document, ...told, seen, kept, missing: !seen || kept < (document.count ?? 1) };
    });
}

export function missingDocuments(probation: Pick<Probation, 'post' | 'documents'>, rule: ProbationRule): readonly string[] {
  return askedDocuments(probation, rule)
    .filter(({ missing }) => missing)
    .map(({ code }) => code);
}

export interface FormalityNow extends Formality {
  readonly dueOn: string;
  readonly state: 'open' | 'done' | 'not-needed';
  readonly at?: string;
  readonly by?: string;
}

/** R13.5: what the office has seen to, and what it has yet to. */
export function formalitiesOf(
  probation: Pick<Probation, 'reportsOn' | 'formalities'>,
  rule: ProbationRule,
): readonly FormalityNow[] {
  return rule.formalities.map((formality) => {
    const dueOn = dayAfter(probation.reportsOn, formality.within);
    const found = probation.formalities.find((one) => one.formality === formality.code);
    if (found === undefined) return { ...formality, dueOn, state: 'open' };
    return { ...formality, dueOn, state: found.state, at: found.at, by: found.by };
  });
}

/** What somebody has to do next about a probation, and by which day. */
export interface NextDue {
  readonly what: 'request' | 'documents' | 'formality' | 'last-day';
  readonly on: string;
  /** Which formality, or which kind of request. */
  readonly of?: string;
}

/** What of it the reader has to do with: all, unless given. */
export interface DueFor {
  readonly requests: boolean;
  readonly documents: boolean;
}

/** The earliest of what is open: a request that waits, papers that are missing, what the office has to see to, the last day. */
export function nextDue(
  probation: Omit<Probation, 'pay'>,
  rule: ProbationRule,
  tells: DueFor = { requests: true, documents: true },
): NextDue | undefined {
  if (probation.status !== 'on-probation') return undefined;
  const { requests, reportsOn, lastDay } = probation;
  const request = requests.find(({ state }) => state === 'open');
  if (tells.requests && request !== undefined) return { what: 'request', on: dateAt(request.at, probation), of: request.kind };
  const formality = formalitiesOf(probation, rule)
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  const found: readonly NextDue[] = [
    ...(tells.documents && missingDocuments(probation, rule).length > 0 ? [{ what: 'documents', on: reportsOn } as const] : []),
    ...(formality === undefined ? [] : [{ what: 'formality', on: formality.dueOn, of: formality.code } as const]),
    { what: 'last-day', on: lastDay },
  ];
  return found.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0];
}
