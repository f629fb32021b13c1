import type { CloseCalibration, OpenCalibration, ScoreCalibration } from '@ledgerline/contracts';
import {
  isComplete,
  scoreBy,
  type CalibrationEvent,
  type MaybeCalibration,
  type OtherTicket,
  type PinnedVersion,
  type ScoreSheet,
} from '@ledgerline/domain';
import { rejected, type Decide } from '@ledgerline/kernel';

interface OpeningFacts {
  /** Id of the calibration's own key. */
  readonly person: string;
  readonly sheet: PinnedVersion;
  readonly tickets: readonly string[];
  readonly inspectors: readonly string[];
  readonly isConfidential: boolean;
}

/** R12: several score the same, and talk about what they saw in it differently. */
export function openCalibration({
  isConfidential,
  ...facts
}: OpeningFacts): Decide<OpenCalibration, MaybeCalibration, CalibrationEvent> {
  return ({ title }, calibration) => {
    if (calibration !== undefined) return rejected('calibration-exists');
    const data = { ...facts, title, ...(isConfidential ? { confidential: true as const } : {}) };
    return [{ type: 'CalibrationOpened', data }];
  };
}

/** Blind, each for themselves: nobody scores in another's place, nor again when they have seen what the others gave. */
export function scoreCalibration(
  { id: ticket }: Pick<OtherTicket, 'id'>,
  sheet: ScoreSheet,
): Decide<ScoreCalibration, MaybeCalibration, CalibrationEvent> {
  return ({ ticket: _reference, ...filled }, calibration, { actor, onBehalfOf }) => {
    if (calibration === undefined) return rejected('calibration-not-found');
    const { person, status, tickets, inspectors, scores } = calibration;
    if (onBehalfOf !== undefined || !inspectors.includes(actor.id)) return rejected('not-its-inspector');
    if (status === 'closed') return rejected('calibration-is-closed');
    if (!tickets.includes(ticket)) return rejected('ticket-not-in-the-calibration', { ticket });
    if (scores.some((one) => one.inspector === actor.id && one.ticket === ticket))
      return rejected('not-to-be-scored', { status: 'scored' });
    const scored = scoreBy(sheet, filled);
    if ('rejection' in scored) return scored;
    return [{ type: 'CalibrationScored', data: { person, inspector: actor.id, ticket, ...scored.score, ...scored.remarks } }];
  };
}

/** When all have scored all; before that with a reason. Whoever has to score does not close it: they would see the others' scores. */
export const closeCalibration: Decide<CloseCalibration, MaybeCalibration, CalibrationEvent> = ({ reason }, calibration, { actor }) => {
  if (calibration === undefined) return rejected('calibration-not-found');
  if (calibration.status === 'closed') return rejected('calibration-is-closed');
  const whole = isComplete(calibration);
  if (!whole && calibration.inspectors.includes(actor.id)) return rejected('own-score');
  if (!whole && reason === undefined) return rejected('scores-are-missing');
  return [{ type: 'CalibrationClosed', data: { person: calibration.person, ...(reason === undefined ? {} : { reason }) } }];
}; // prettier-ignore
