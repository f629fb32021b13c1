import type { OpenCalibration } from '@ledgerline/contracts';
import {
  calibrationFold,
  mayCommand,
  seesConfidential,
  type Calibration,
  type CalibrationEvent,
  type ScoreSheet,
} from '@ledgerline/domain';
import { accountIdOf, openingCommand } from '@ledgerline/host';
import { rejected } from '@ledgerline/kernel';
import { ticketsNamed } from '../../about-tickets.js';
import { documentInForce } from '../documents-in-force.js';
import { inspectorNamed } from '../draw-sample/inspectors.js';
import { openCalibration } from './calibration.decision.js';

/** `POST /calibrations`: by the version of the sheet that is in force now. */
export const openCalibrationHere = openingCommand<OpenCalibration, Calibration, CalibrationEvent>({
  category: 'calibration',
  fold: calibrationFold,
  may: (roles) => mayCommand(roles, 'open-calibration'),
  exists: 'calibration-exists',
  prepare: async ({ body, principal }, ledgerline) => {
    const sheet = await documentInForce<ScoreSheet>('score-sheet', body.sheet, ledgerline);
    if (sheet === undefined) return rejected('unknown-score-sheet', { sheet: body.sheet });
    if (body.inspectors.length < 2) return rejected('two-inspectors-at-least');
    const named = await ticketsNamed(body.tickets, principal, ledgerline);
    if ('rejection' in named) return named;
    const isConfidential = named.some(({ ticket }) => ticket.confidential);
    const inspectors: string[] = [];
    for (const username of body.inspectors) {
      const inspector = await inspectorNamed(accountIdOf(username, ledgerline), ledgerline);
      if (inspector === undefined) return rejected('not-an-inspector', { inspector: username });
      if (isConfidential && !seesConfidential(inspector.roles)) return rejected('may-not-inspect-it', { inspector: username });
      inspectors.push(inspector.id);
    }
    const tickets = named.map(({ id }) => id);
    const person = await ledgerline.vault.newPerson();
    return openCalibration({ person, sheet: sheet.version, tickets, inspectors, isConfidential });
  },
});
