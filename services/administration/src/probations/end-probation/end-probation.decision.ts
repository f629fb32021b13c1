import type { AnnulProbation, EndByEmployee, EndByEmployer } from '@ledgerline/contracts';
import { dateAt, dayAfter } from '@ledgerline/domain';
import { rejected } from '@ledgerline/kernel';
import { whileOpen, type OnProbation } from '../open-probation.js';

/** 《劳动合同法》第三十七条: days of notice on probation. */
const noticeDays = 3;
/** Days after the day of reporting within which it is plain that somebody never came. */
const annulledWithin = 3;

/** An ending that was approved is in force once the employee was told of it and why (《劳动合同法》第二十一条), on the last day at the latest. */
export const endByEmployer: OnProbation<EndByEmployer> = whileOpen(({ toldOn, endsOn = toldOn }, probation, by) => {
  const { person, requests, lastDay, timeZone } = probation;
  const request = requests.findLast(({ kind, state }) => kind === 'ending' && state === 'approved');
  if (request?.decided === undefined) return rejected('ending-not-approved', { cites: 'LCL 39(1)' });
  const [approvedOn, today] = [request.decided.at, by.at].map((at) => dateAt(at, { timeZone })) as [string, string];
  if (toldOn < approvedOn || toldOn > today) return rejected('told-before-approval-or-later', { approvedOn, today });
  if (endsOn < toldOn || endsOn > lastDay) return rejected('not-within-the-probation', { from: toldOn, lastDay });
  return [
    {
      type: 'EmploymentEnded',
      data: { person, by: 'employer', toldOn, endsOn, reason: request.reason, request: request.request },
    },
  ];
});

/** They need no reason: three days' notice are enough. */
export const endByEmployee: OnProbation<EndByEmployee> = whileOpen(({ toldOn, endsOn, reason }, probation, by) => {
  const { person, reportsOn, timeZone } = probation;
  const today = dateAt(by.at, { timeZone });
  if (toldOn < reportsOn || toldOn > today) return rejected('notice-not-within-the-probation', { reportsOn, today });
  const earliest = dayAfter(toldOn, noticeDays);
  if (endsOn !== undefined && endsOn < earliest) return rejected('notice-too-short', { cites: 'LCL 37', earliest });
  const data = {
    person,
    by: 'employee' as const,
    toldOn,
    endsOn: endsOn ?? earliest,
    ...(reason === undefined ? {} : { reason }),
  };
  return [{ type: 'EmploymentEnded', data }];
});

/** Who never came had no probation, and may have one later. */
export const annulProbation: OnProbation<AnnulProbation> = whileOpen(({ reason }, probation, by) => {
  const { person, reportsOn } = probation;
  const until = dayAfter(reportsOn, annulledWithin);
  if (dateAt(by.at, probation) > until) return rejected('probation-has-begun', { until });
  return [{ type: 'ProbationAnnulled', data: { person, reason } }];
});
