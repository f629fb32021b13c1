import { probationCalls } from '@ledgerline/contracts';
import { json } from '../call.js';
import { departments, holds, type Asker } from '../people.js';
import { get, missing, notAllowed, notSignedIn, post, status, type Line, type Lines, type Want } from '../probe.js';
import { forRoles, staff } from './for-whom.js';

/** R13, written out by hand: who may take each step at all. */
const asks = ['personnel', 'manager'];
const mayTake: Readonly<Record<keyof typeof probationCalls, readonly string[]>> = {
  annul: ['personnel'],
  'tell-conditions': asks,
  'request-early-confirmation': asks,
  'request-extension': asks,
  'request-ending': asks,
  approve: ['leader'],
  refuse: ['leader'],
  withdraw: asks,
  'end-by-employer': ['personnel'],
  'end-by-employee': ['personnel'],
  'change-pay': ['personnel'],
  'set-festival-bonus': ['personnel'],
  'grant-leave': asks,
  'request-more-leave': asks,
  'withdraw-leave': asks,
  'record-document': ['personnel'],
  'complete-formality': ['personnel', 'office'],
  'waive-formality': ['personnel', 'office'],
  'set-objectives': asks,
  'name-mentor': asks,
  'record-review': asks,
};

/** The one probation is quality's: its managers see it without the pay; of the office's own it is when to see to what. */
function sightOf(asker: Asker): 'whole' | 'without pay' | 'dates' | undefined {
  if (holds(asker, 'personnel', 'leader', 'auditor')) return 'whole';
  if (holds(asker, 'manager') && [departments[0], '*'].some((one) => asker.departments.includes(one))) return 'without pay';
  return holds(asker, 'office') ? 'dates' : undefined;
}

const list: Line = (asker, { probation }) => {
  if (asker.kind === 'nobody') return [{ ask: get('/probations'), wants: notSignedIn }];
  if (asker.kind === 'caller') return [{ ask: get('/probations'), wants: notAllowed }];
  const names =
    (wanted: boolean): Want =>
    (answer) => {
      const items = (json(answer)['items'] ?? []) as readonly { readonly id: string; readonly pay?: unknown }[];
      if (items.some(({ pay }) => pay !== undefined)) return 'tells what is paid';
      return items.some(({ id }) => id === probation) === wanted ? undefined : `names it: ${String(!wanted)}`;
    };
  const isSeen = sightOf(asker) !== undefined;
  return [
    { ask: get('/probations?limit=200'), wants: names(isSeen) },
    { ask: get('/probations?status=on-probation&department=quality'), wants: isSeen ? () => undefined : names(false) },
    { ask: get('/probations?mine=true'), wants: names(false) },
  ];
};

function ofTheOne(path: (id: string) => string, wants: (sight: NonNullable<ReturnType<typeof sightOf>>) => Want): Line {
  return (asker, world) => {
    const ask = get(path(world.probation));
    if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
    if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
    const sight = sightOf(asker);
    if (sight !== undefined) return [{ ask, wants: wants(sight) }];
    return [{ ask, wants: status(404, 'probation-not-found'), like: get(path(missing.id)) }];
  };
}

const one = ofTheOne(
  (id) => `/probations/${id}`,
  (sight) => (answer) => {
    const { pay: paid, requests, documents, formalities } = json(answer);
    const told = [formalities, requests, documents, paid].map((one) => one !== undefined).join();
    const wanted = [true, sight !== 'dates', sight !== 'dates', sight === 'whole'].join();
    return told === wanted ? undefined : `tells ${told} in place of ${wanted}`;
  },
);

const pay = ofTheOne(
  (id) => `/probations/${id}/pay`,
  (sight) => (sight === 'whole' ? status(200) : notAllowed),
);

const begun = {
  name: 'x', identityNumber: '110101199001010011', department: 'quality', post: 'clerk', reportsOn: '2026-01-05', contractTerm: 'open-ended',
  regularWage: 800_000,
}; // prettier-ignore

export const probations: Lines = {
  'get /probations': list,
  'post /probations': forRoles(post('/probations', begun), ['personnel']),
  'get /probations/{id}': one,
  'get /probations/{id}/pay': pay,
  'get /probations/{id}/commands': staff(get(`/probations/${missing.id}/commands`), status(404, 'probation-not-found')),
  ...Object.fromEntries(
    Object.keys(probationCalls).map((step): readonly [string, Line] => [
      `post /probations/{id}/${step}`,
      (asker, world) => {
        const body = world.sample(`post /probations/{id}/${step}`);
        const done = status(404, 'probation-not-found');
        return forRoles(post(`/probations/${missing.id}/${step}`, body), mayTake[step] ?? [], { done })(asker, world);
      },
    ]),
  ),
};
