import { announcementCalls } from '@ledgerline/contracts';
import { json } from '../call.js';
import { departments, everyRole, holds, type Asker } from '../people.js';
import { get, missing, notAllowed, notSignedIn, post, status, type Line, type Lines, type Want } from '../probe.js';
import { forRoles, staff } from './for-whom.js';

/** R12, written out by hand. */
const publishers = ['team-leader', 'coordinator', 'manager', 'leader', 'personnel', 'office', 'administrator'];
const mayTake: Readonly<Record<keyof typeof announcementCalls, readonly string[]>> = {
  confirm: everyRole,
  correct: publishers,
  withdraw: publishers,
};

/** The one announcement is to quality's people: who has an account there, whoever they act for, and whoever watches the house. */
const watches = (asker: Asker) => holds(asker, 'administrator', 'leader', 'auditor');
const isReader = ({ kind, departments: own, standsInFor }: Asker) =>
  kind === 'person' && standsInFor === undefined && own.includes(departments[0]);

const names =
  (announcement: string, wanted: boolean): Want =>
  (answer) => {
    const items = json(answer)['items'] as readonly { readonly id: string }[];
    return items.some(({ id }) => id === announcement) === wanted ? undefined : `names it: ${String(!wanted)}`;
  };

const list: Line = (asker, { announcement }) => {
  const asks = ['?limit=200', '?toConfirm=true&limit=200', '?sent=true&limit=200'].map((query) => get(`/announcements${query}`));
  if (asker.kind === 'nobody') return asks.map((ask) => ({ ask, wants: notSignedIn }));
  if (!holds(asker, ...everyRole)) return asks.map((ask) => ({ ask, wants: notAllowed }));
  const [own, sent] = [names(announcement, isReader(asker)), names(announcement, watches(asker))];
  return asks.map((ask) => ({ ask, wants: ask.path.includes('sent') ? sent : own }));
};

function ofTheOne(path: (id: string) => string, wants: (asker: Asker) => Want): Line {
  return (asker, world) => {
    const ask = get(path(world.announcement));
    if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
    if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
    if (watches(asker) || isReader(asker)) return [{ ask, wants: wants(asker) }];
    return [{ ask, wants: status(404, 'announcement-not-found'), like: get(path(missing.id)) }];
  };
}

const one = ofTheOne(
  (id) => `/announcements/${id}`,
  (asker) => (answer) => {
    const { addressed, confirmed, history } = json(answer);
    const told = [addressed, confirmed, history].every((one) => (one !== undefined) === watches(asker));
    return told ? undefined : 'tells who has read it to whoever reads it';
  },
);

const receipts = ofTheOne(
  (id) => `/announcements/${id}/receipts?confirmed=false`,
  (asker) => (watches(asker) ? status(200) : notAllowed),
);

/** To one department that is not everybody's: managers and team leaders to their own alone. */
const published = { title: 'x', text: 'x', accounts: ['nobody'] };

export const announcements: Lines = {
  'get /announcements': list,
  'post /announcements': forRoles(post('/announcements', published), publishers, { done: status(400, 'unknown-person') }),
  'get /announcements/{id}': one,
  'get /announcements/{id}/receipts': receipts,
  'get /announcements/{id}/commands': staff(get(`/announcements/${missing.id}/commands`), status(404, 'announcement-not-found')),
  ...Object.fromEntries(
    Object.keys(announcementCalls).map((step): readonly [string, Line] => [
      `post /announcements/{id}/${step}`,
      (asker, world) => {
        const body = world.sample(`post /announcements/{id}/${step}`);
        const done = status(404, 'announcement-not-found');
        return forRoles(post(`/announcements/${missing.id}/${step}`, body), mayTake[step] ?? [], { done })(asker, world);
      },
    ]),
  ),
};
