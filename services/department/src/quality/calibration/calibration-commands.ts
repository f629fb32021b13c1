import type { CloseCalibration, ScoreCalibration } from '@ledgerline/contracts';
import {
  calibrationFold,
  mayCommand,
  otherTicket,
  unseenCalibration,
  type CalibrationEvent,
  type MaybeCalibration,
  type ScoreSheet,
} from '@ledgerline/domain';
import { commandsOn, type AnswerCommand } from '@ledgerline/host';
import { rejected, streamName } from '@ledgerline/kernel';
import { pinnedDocument } from '../documents-in-force.js';
import { closeCalibration, scoreCalibration } from './calibration.decision.js';
import { openCalibrationHere } from './open-calibration.handler.js';

const onCalibration = commandsOn<MaybeCalibration, CalibrationEvent>({
  category: 'calibration',
  fold: calibrationFold,
  may: mayCommand,
  unseen: unseenCalibration,
});

/** R12: whether inspectors see the same in the same work (校准). */
export const calibrationCommands: Readonly<Record<string, AnswerCommand>> = {
  'open-calibration': openCalibrationHere,
  'score-calibration': onCalibration<ScoreCalibration>('score-calibration', {
    prepare: async ({ id, body, principal }, ledgerline) => {
      const { state } = await ledgerline.commands.current(streamName('calibration', id), calibrationFold);
      if (state === undefined) return () => rejected('calibration-not-found');
      const ticket = await otherTicket(body.ticket, principal, ledgerline);
      // What does not show is none of its tickets; what the calibration itself has against it is said first.
      return scoreCalibration(
        ticket ?? { id: body.ticket },
        await pinnedDocument<ScoreSheet>('score-sheet', state.sheet, ledgerline),
      );
    },
  }),
  'close-calibration': onCalibration<CloseCalibration>('close-calibration', closeCalibration),
};
