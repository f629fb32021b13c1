import type { RequestEarlyConfirmation, RequestProbationEnding, RequestProbationExtension } from '@ledgerline/contracts';
import {
  dateAt,
  legalLastDay,
  legalLimit,
  missingDocuments,
  type Probation,
  type ProbationRule,
  type RequestKind,
} from '@ledgerline/domain';
import { isErased, rejected, type Rejection } from '@ledgerline/kernel';
import { whileOpen, type OnProbation } from '../open-probation.js';

/** R13.1: regular before the last day, with reason and approval. Not while papers that are asked for are missing (R13.4). */
export function requestEarlyConfirmation(rule: ProbationRule): OnProbation<RequestEarlyConfirmation> {
  return whileOpen(({ on, reason }, probation) => {
    const refusal = whyNoRequest(probation, 'early-confirmation') ?? whyPapersAreMissing(probation, rule);
    if (refusal !== undefined) return refusal;
    const { person, lastDay, reportsOn } = probation;
    if (on <= reportsOn || on > lastDay) return rejected('not-within-the-probation', { reportsOn, lastDay });
    return [{ type: 'EarlyConfirmationRequested', data: { person, request: nextRequest(probation), on, reason } }];
  });
}

/** R13.4: a missing paper blocks early confirmation, when it is asked for and when it is approved. */
export function whyPapersAreMissing(probation: Probation, rule: ProbationRule): Rejection | undefined {
  const missing = missingDocuments(probation, rule);
  return missing.length === 0 ? undefined : rejected('papers-are-missing', { missing });
}

/** R13.1: a later last day, with reason, approval and the employee's word; never beyond what the contract's term allows. */
export const requestProbationExtension: OnProbation<RequestProbationExtension> = whileOpen(
  ({ lastDay, agreedOn, reason }, probation, by) => {
    const refusal = whyNoRequest(probation, 'extension');
    if (refusal !== undefined) return refusal;
    const { person, reportsOn, contract, ...now } = probation;
    if (lastDay <= now.lastDay) return rejected('not-later-than-the-last-day', { lastDay: now.lastDay });
    const most = legalLastDay(reportsOn, contract);
    if (lastDay > most)
      return rejected('beyond-the-legal-limit', { cites: 'LCL 19', ground: legalLimit(contract).ground, lastDay: most });
    if (agreedOn < reportsOn || agreedOn > dateAt(by.at, now)) return rejected('date-is-to-come', { agreedOn });
    return [
      { type: 'ProbationExtensionRequested', data: { person, request: nextRequest(probation), lastDay, agreedOn, reason } },
    ];
  },
);

/**
 * R13.1, 《劳动合同法》第三十九条第（一）项: the house ends it only where it is proved that conditions of employment, which the employee was told of before, were not met.
 */
export const requestProbationEnding: OnProbation<RequestProbationEnding> = whileOpen(
  ({ unmet, proofs, unionToldOn, reason }, probation, by) => {
    const refusal = whyNoRequest(probation, 'ending');
    if (refusal !== undefined) return refusal;
    const { person, conditions } = probation;
    if (conditions === undefined || isErased(conditions.conditions))
      return rejected('no-conditions-of-employment', { cites: 'LCL 39(1)' });
    const known = conditions.conditions.length;
    const unknown = unmet.find((condition) => condition > known);
    if (unknown !== undefined) return rejected('unknown-condition', { condition: unknown, known });
    if (proofs.length !== unmet.length)
      return rejected('each-condition-needs-its-proof', { unmet: unmet.length, proofs: proofs.length });
    if (unionToldOn !== undefined && unionToldOn > dateAt(by.at, probation)) return rejected('date-is-to-come', { unionToldOn });
    const proved = unmet.map((condition, place) => ({ condition, proof: String(proofs[place]) }));
    const data = {
      person,
      request: nextRequest(probation),
      unmet: proved,
      reason,
      ...(unionToldOn === undefined ? {} : { unionToldOn }),
    };
    return [{ type: 'ProbationEndingRequested', data }];
  },
);

/** One of a kind at a time: who approves has one thing before them. */
export function whyNoRequest({ requests }: Probation, kind: RequestKind): Rejection | undefined {
  const open = requests.find((one) => one.kind === kind && one.state === 'open');
  return open === undefined ? undefined : rejected('requested-already', { request: open.request });
}

/** The number of what is asked for next. */
export function nextRequest({ requests }: Pick<Probation, 'requests'>): number {
  return requests.length + 1;
}
