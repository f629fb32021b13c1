import { rosterCalls, shiftBookCalls } from '@ledgerline/contracts';
import { json } from '../call.js';
import { departments, everyRole, holds, type Asker } from '../people.js';
import { get, missing, notAllowed, notSignedIn, post, status, type Line, type Lines, type Want } from '../probe.js';
import { forRoles, staff } from './for-whom.js';

/** R12, written out by hand: whoever plans, of their own department but for the administrator; one's own days are anybody's affair. */
const planners = ['team-leader', 'manager', 'administrator'];
const mayTake: Readonly<Record<keyof typeof rosterCalls, readonly string[]>> = {
  plan: planners,
  publish: planners,
  amend: planners,
  'request-swap': everyRole,
  'request-change': everyRole,
  'agree-to-swap': everyRole,
  'decline-swap': everyRole,
  'approve-change': planners,
  'refuse-change': planners,
  'withdraw-change': everyRole,
};

/** One's own days are nobody's affair in another's name. */
const ofOneself = ['request-swap', 'request-change', 'agree-to-swap', 'decline-swap', 'withdraw-change'];

const worksHere = (asker: Asker) => holds(asker, ...everyRole);

/** The one roster is quality's, and published. */
function sightOf(asker: Asker): 'whole' | 'published' | undefined {
  const isTheirs = [departments[0], '*'].some((one) => asker.departments.includes(one));
  if (holds(asker, 'administrator', 'coordinator', 'leader', 'auditor', 'personnel')) return 'whole';
  if (!isTheirs) return undefined;
  return holds(asker, 'team-leader', 'manager') ? 'whole' : 'published';
}

const list: Line = (asker, { roster }) => {
  const asks = ['/rosters?limit=200', '/rosters?department=quality&month=2026-01'].map((path) => get(path));
  if (asker.kind === 'nobody') return asks.map((ask) => ({ ask, wants: notSignedIn }));
  if (!worksHere(asker)) return asks.map((ask) => ({ ask, wants: notAllowed }));
  const names: Want = (answer) => {
    const items = json(answer)['items'] as readonly { readonly id: string; readonly toDecide?: number }[] | undefined;
    if (items === undefined) return `answers ${answer.status} ${answer.text}`;
    const found = items.find(({ id }) => id === roster);
    const sight = sightOf(asker);
    if ((found !== undefined) !== (sight !== undefined)) return `names it: ${String(found !== undefined)}`;
    return (found?.toDecide !== undefined) === (sight === 'whole') ? undefined : 'tells what waits to be decided otherwise';
  };
  return asks.map((ask) => ({ ask, wants: names }));
};

function ofTheOne(path: (id: string) => string, wants: (sight: 'whole' | 'published') => Want): Line {
  return (asker, world) => {
    const ask = get(path(world.roster));
    if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
    if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
    const sight = sightOf(asker);
    if (sight !== undefined) return [{ ask, wants: wants(sight) }];
    return [{ ask, wants: status(404, 'roster-not-found'), like: get(path(missing.id)) }];
  };
}

const one = ofTheOne(
  (id) => `/rosters/${id}`,
  (sight) => (answer) => {
    const { findings, history } = json(answer);
    const told = [findings, history].every((member) => (member !== undefined) === (sight === 'whole'));
    return told ? undefined : 'tells what the rules say to whoever reads it';
  },
);

/** Whoever works here; nobody else, tokens without a role neither. */
function ofStaff(path: string): Line {
  return (asker, world) => (worksHere(asker) ? staff(get(path))(asker, world) : forRoles(get(path), everyRole)(asker, world));
}

const opened = { department: 'nowhere', month: '2026-02' };
const done = status(404, 'roster-not-found');
const noBook = status(404, 'shift-book-not-found');

export const rosters: Lines = {
  'get /rosters': list,
  'post /rosters': forRoles(post('/rosters', opened), planners, { done: status(400, 'unknown-department') }),
  'get /rosters/mine': ofStaff('/rosters/mine?from=2026-01-01&through=2026-01-31'),
  'get /rosters/mine.ics': ofStaff('/rosters/mine.ics?from=2026-01-01&through=2026-01-31'),
  'get /rosters/on-now': ofStaff('/rosters/on-now?department=quality'),
  'get /rosters/{id}': one,
  'get /rosters/{id}/table.csv': ofTheOne(
    (id) => `/rosters/${id}/table.csv`,
    () => status(200),
  ),
  'get /rosters/{id}/commands': staff(get(`/rosters/${missing.id}/commands`), done),
  'post /rosters/{id}/import': forRoles(post(`/rosters/nowhere-2026-02/import`, { table: 'person\n' }), planners, { done }),
  ...Object.fromEntries(
    Object.keys(rosterCalls).map((step): readonly [string, Line] => [
      `post /rosters/{id}/${step}`,
      (asker, world) => {
        const ask = post(`/rosters/${missing.id}/${step}`, world.sample(`post /rosters/{id}/${step}`));
        // In another's name it is refused before it is looked for.
        if (ofOneself.includes(step) && asker.standsInFor !== undefined) return forRoles(ask, [])(asker, world);
        return forRoles(ask, mayTake[step] ?? [], { done })(asker, world);
      },
    ]),
  ),
  'get /shift-books/{id}': (asker, world) => {
    const ask = get(`/shift-books/${missing.id}`);
    return worksHere(asker) ? staff(ask, noBook)(asker, world) : forRoles(ask, [])(asker, world);
  },
  ...Object.fromEntries(
    Object.keys(shiftBookCalls).map((step): readonly [string, Line] => [
      `post /shift-books/{id}/${step}`,
      forRoles(post(`/shift-books/${missing.id}/${step}`, { shifts: [] }), planners),
    ]),
  ),
};
