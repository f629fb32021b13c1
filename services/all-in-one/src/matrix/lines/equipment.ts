import { equipmentCalls } from '@ledgerline/contracts';
import { json } from '../call.js';
import { everyRole, holds, type Asker } from '../people.js';
import { get, missing, notAllowed, notSignedIn, post, status, type Line, type Lines, type Want } from '../probe.js';
import { forRoles, staff } from './for-whom.js';

/** R12, written out by hand: the administrator keeps the register; faults are anybody's to report, and what is done about them is for the decision to say. */
const mayTake: Readonly<Record<keyof typeof equipmentCalls, readonly string[]>> = {
  'report-fault': everyRole,
  'take-on-fault': everyRole,
  'mend-fault': everyRole,
  'record-maintenance': everyRole,
  'plan-maintenance': ['administrator'],
  'revise-maintenance': ['administrator'],
  'end-maintenance': ['administrator'],
  change: ['administrator'],
  'write-off': ['administrator'],
  'bring-back': ['administrator'],
};

const worksHere = (asker: Asker) => holds(asker, ...everyRole);

const names =
  (code: string): Want =>
  (answer) => {
    const items = json(answer)['items'] as readonly { readonly id: string }[];
    return items.some(({ id }) => id === code) ? undefined : `does not name ${code}`;
  };

const list: Line = (asker, { equipment }) => {
  const asks = ['/equipment?limit=200', '/equipment?status=in-service', '/equipment?sort=dueOn'].map((path) => get(path));
  if (asker.kind === 'nobody') return asks.map((ask) => ({ ask, wants: notSignedIn }));
  const wants = worksHere(asker) ? names(equipment) : notAllowed;
  return asks.map((ask) => ({ ask, wants: ask.path.includes('sort') && wants !== notAllowed ? status(200) : wants }));
};

const one: Line = (asker, { equipment }) => {
  const ask = get(`/equipment/${equipment}`);
  if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
  if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
  if (worksHere(asker)) return [{ ask, wants: status(200) }];
  return [{ ask, wants: status(404, 'equipment-not-found'), like: get(`/equipment/${missing.id}`) }];
};

const registered = { code: 'x-2', name: 'x', kind: 'headset', site: 'main', place: 'x', responsible: 'nobody' };

export const equipment: Lines = {
  'get /equipment': list,
  'post /equipment': forRoles(post('/equipment', registered), ['administrator'], { done: status(400, 'unknown-person') }),
  'get /equipment/{id}': one,
  'get /equipment/{id}/commands': staff(get(`/equipment/${missing.id}/commands`), status(404, 'equipment-not-found')),
  ...Object.fromEntries(
    Object.keys(equipmentCalls).map((step): readonly [string, Line] => [
      `post /equipment/{id}/${step}`,
      (asker, world) => {
        const body = world.sample(`post /equipment/{id}/${step}`);
        const done = status(404, 'equipment-not-found');
        return forRoles(post(`/equipment/${missing.id}/${step}`, body), mayTake[step] ?? [], { done })(asker, world);
      },
    ]),
  ),
};
