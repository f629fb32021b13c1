import { calibrationCalls, inspectionCalls } from '@ledgerline/contracts';
import { get, missing, notAllowed, notSignedIn, post, status, type Line, type Lines, type Want } from '../probe.js';
import { forRoles, staff } from './for-whom.js';

/** Who may take each step at all; whose work it is, and who scored it, is the decision's affair. */
const mayTake: Readonly<Record<keyof typeof inspectionCalls, readonly string[]>> = {
  score: ['inspector'],
  appeal: ['agent', 'handler'],
  'grant-appeal': ['inspector', 'team-leader'],
  'dismiss-appeal': ['inspector', 'team-leader'],
  assign: ['team-leader', 'coordinator'],
  excuse: ['coordinator'],
};

const readers = ['inspector', 'coordinator', 'leader', 'auditor'];
const notThere = status(404, 'inspection-not-found');
const noSample = status(404, 'sample-not-found');

const noCalibration = status(404, 'calibration-not-found');

/** Everybody who works here has results of their own to read; of the population nothing was drawn. */
function list(path: string): Line {
  const nothing: Want = ({ status: got, text }) =>
    got === 200 && (JSON.parse(text) as { readonly items: readonly unknown[] }).items.length === 0 ? undefined : `${got} ${text}`;
  return (asker) => {
    const ask = get(path);
    if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
    return [{ ask, wants: asker.roles.length === 0 || asker.kind === 'caller' ? notAllowed : nothing }];
  };
}

const figures = list('/inspections/figures?from=2026-01&to=2026-12&by=agent');

function steps(collection: string, calls: object, mayTake: Readonly<Record<string, readonly string[]>>, done: Want): Lines {
  return Object.fromEntries(
    Object.keys(calls).map((step): readonly [string, Line] => [
      `post /${collection}/{id}/${step}`,
      (asker, world) => {
        const body = world.sample(`post /${collection}/{id}/${step}`);
        return forRoles(post(`/${collection}/${missing.id}/${step}`, body), mayTake[step] ?? [], { done })(asker, world);
      },
    ]),
  );
}

export const quality: Lines = {
  'get /samples': forRoles(get('/samples'), readers, { done: status(200) }),
  'post /samples': forRoles(post('/samples', { rule: 'none-such', period: '2026-01' }), ['inspector', 'coordinator'], {
    done: status(400, 'unknown-sampling-rule'),
  }),
  'get /samples/{id}': forRoles(get(`/samples/${missing.id}`), readers, { done: noSample }),
  'get /samples/{id}/redraw': forRoles(get(`/samples/${missing.id}/redraw`), readers, { done: noSample }),
  'get /inspections': list('/inspections'),
  'get /inspections/figures': figures,
  'get /calibrations': list('/calibrations'),
  'post /calibrations': (asker, world) =>
    forRoles(post('/calibrations', world.sample('post /calibrations')), ['inspector', 'coordinator'], {
      done: status(400, 'unknown-score-sheet'),
    })(asker, world),
  'get /calibrations/{id}': staff(get(`/calibrations/${missing.id}`), noCalibration),
  'get /calibrations/{id}/commands': staff(get(`/calibrations/${missing.id}/commands`), noCalibration),
  ...steps('calibrations', calibrationCalls, { score: ['inspector'], close: ['coordinator'] }, noCalibration),
  'get /inspections/{id}': staff(get(`/inspections/${missing.id}`), notThere),
  'get /inspections/{id}/commands': staff(get(`/inspections/${missing.id}/commands`), notThere),
  ...steps('inspections', inspectionCalls, mayTake, notThere),
};
