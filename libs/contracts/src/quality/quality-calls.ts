import * as body from './quality-commands.js';

type BodyClass = new () => object;
type Calls = Readonly<Record<string, { readonly call: string; readonly body: BodyClass; readonly summary: string }>>;

/** `POST /inspections/{id}/{step}`: the command, the shape of its body and what it is for. */
export const inspectionCalls: Calls = {
  score: { call: 'score-inspection', body: body.ScoreInspection, summary: 'Fill in its score sheet' },
  appeal: { call: 'appeal-inspection', body: body.AppealInspection, summary: 'Object to the score of one’s own work' },
  'grant-appeal': { call: 'grant-appeal', body: body.GrantAppeal, summary: 'The objection is right: another score' },
  'dismiss-appeal': { call: 'dismiss-appeal', body: body.DismissAppeal, summary: 'The score stands' },
  assign: { call: 'assign-inspection', body: body.AssignInspection, summary: 'Another inspector scores it' },
  excuse: { call: 'excuse-inspection', body: body.ExcuseInspection, summary: 'It cannot be scored, and why' },
};

/** `POST /calibrations/{id}/{step}`. */
export const calibrationCalls: Calls = {
  score: { call: 'score-calibration', body: body.ScoreCalibration, summary: 'Score one of its tickets' },
  close: { call: 'close-calibration', body: body.CloseCalibration, summary: 'Show everybody what everybody gave' },
};
