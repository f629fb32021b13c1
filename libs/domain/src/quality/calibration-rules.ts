import { rejected, type ByWhom, type Rejection } from '@ledgerline/kernel';
import { seesConfidential, type Viewer } from '../authority/sight.js';
import { krippendorffAlpha, percentAgreement, type Ratings } from './agreement.js';
import type { Calibration, CalibrationScore, MaybeCalibration } from './calibration.js';
import { readsAllInspections } from './inspection-rules.js';
import { criteriaOf, type ScoreSheet } from './score-sheet.js';

/** Tickets and inspectors of one calibration at most: it is talked about in a meeting. */
export const mostInCalibration = { tickets: 20, inspectors: 20 } as const;

/** Everybody who was asked has scored every ticket. */
export function isComplete({ tickets, inspectors, scores }: Calibration): boolean {
  return scores.length >= tickets.length * inspectors.length;
}

/** Blind while it goes on: one's own scores alone, whoever one is. */
export function scoresShown({ status, scores }: Calibration, { id }: Pick<Viewer, 'id'>): readonly CalibrationScore[] {
  return status === 'closed' ? scores : scores.filter(({ inspector }) => inspector === id);
}

/** Who was asked to score, and whoever looks at the quality of everybody's work. */
export function seesCalibration({ inspectors, confidential }: Pick<Calibration, 'inspectors' | 'confidential'>, viewer: Viewer): boolean {
  const roles = viewer.roles ?? [];
  if (inspectors.includes(viewer.id)) return true;
  return readsAllInspections(roles) && (!confidential || seesConfidential(roles));
} // prettier-ignore

export function unseenCalibration(calibration: MaybeCalibration, { actor }: ByWhom): Rejection | undefined {
  return calibration !== undefined && seesCalibration(calibration, actor) ? undefined : rejected('calibration-not-found');
}

/** How far inspectors gave the same: `exact` is the share of pairs, `alpha` Krippendorff's (interval for points, nominal for fatal errors). */
export interface Agreement {
  readonly code: string;
  readonly exact?: number;
  readonly alpha?: number;
}

/** By criterion, then by fatal error, then of the whole score. */
export function agreementOf(calibration: Calibration, sheet: ScoreSheet) {
  const ratings = (of: (score: CalibrationScore) => number | undefined): Ratings =>
    calibration.tickets.map((ticket) =>
      calibration.inspectors.map((inspector) => {
        const found = calibration.scores.find((one) => one.ticket === ticket && one.inspector === inspector);
        return found && of(found);
      }),
    );
  const pointsOf = (code: string) => ratings(({ marks }) => marks.find(({ criterion }) => criterion === code)?.points);
  const madeOf = (code: string) => ratings(({ fatal }) => (fatal.includes(code) ? 1 : 0));
  return {
    criteria: criteriaOf(sheet).map(({ code }) => ({ code, ...agreement(pointsOf(code), 'interval') })),
    fatal: sheet.fatal.map(({ code }) => ({ code, ...agreement(madeOf(code), 'nominal') })),
    score: agreement(
      ratings(({ score }) => score),
      'interval',
    ),
  };
}

function agreement(ratings: Ratings, metric: Parameters<typeof krippendorffAlpha>[1]): Omit<Agreement, 'code'> {
  const [exact, alpha] = [percentAgreement(ratings), krippendorffAlpha(ratings, metric)];
  return { ...(exact === undefined ? {} : { exact }), ...(alpha === undefined ? {} : { alpha }) };
}
