import { json } from '../call.js';
import { get, missing, notAllowed, notSignedIn, status, type Line, type Lines, type Want, type World } from '../probe.js';
import type { Asker } from '../people.js';
import { seenBy } from '../who-sees.js';
import { namesIn } from './lists.js';
import { forRoles, staff } from './for-whom.js';

/** The others have the same condition of sight in their question: it is enough that three ways of seeing ask them. */
const asksAll = ['agent', 'quality-handler', 'everything'];
const names = [
  'sla',
  'durations',
  'times',
  'backlog',
  'ageing',
  'load',
  'returns',
  'rework',
  'urging',
  'satisfaction',
  'conformance',
  'first-contact',
];
const seesCalls = ['agent', 'inspector', 'leader', 'auditor'];

/** Of everything that was registered, as many as the asker may see one by one. */
function registered(asker: Asker): Want {
  return (answer) => {
    if (answer.status !== 200) return `${answer.status} ${answer.text.slice(0, 200)}`;
    const { total } = json(answer) as unknown as { readonly total: { readonly figures: Readonly<Record<string, number>> } };
    const wanted = seenBy(asker).length;
    return total.figures['registered'] === wanted ? undefined : `counts ${total.figures['registered']} in place of ${wanted}`;
  };
}

const figures: Line = (asker) => {
  if (asker.kind === 'nobody') return [{ ask: get('/reports/load'), wants: notSignedIn }];
  if (asker.kind === 'caller') return [{ ask: get('/reports/load'), wants: notAllowed }];
  const all = { ask: get('/reports/load'), wants: registered(asker) };
  const others = asksAll.includes(asker.name) ? names : [];
  return [all, ...others.map((name) => ({ ask: get(`/reports/${name}?group=kind,level`), wants: status(200) }))];
};

/** All that the asker may see, and nothing else. */
const listed =
  (asker: Asker, world: World): Want =>
  (answer) => {
    const [found, seen] = [namesIn(answer, world), seenBy(asker)].map((some) => some.toSorted().join(' '));
    return found === seen ? undefined : `lists ${found} in place of ${seen}`;
  };

const behind: Line = (asker, world) => {
  const ask = get('/reports/load/tickets?limit=200');
  if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
  if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
  const wants = listed(asker, world);
  const some = asksAll.includes(asker.name) ? names : [];
  const others = some.map((name) => ({ ask: get(`/reports/${name}/tickets?limit=200`), wants: status(200) }));
  return [{ ask, wants }, ...others];
};

/** The history that a forecast rests on is of the tickets that the asker may see: those of today are none of it. */
const expected: Line = (asker) => {
  const ask = get('/reports/forecast?days=2');
  if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
  if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
  const wants: Want = (answer) => {
    const { total } = json(answer) as unknown as {
      readonly total?: { readonly registered: number; readonly days: readonly object[] };
    };
    if (total?.days.length !== 2) return `${answer.status} ${answer.text.slice(0, 200)}`;
    const most = seenBy(asker).length;
    return total.registered <= most ? undefined : `rests on ${total.registered} tickets, of ${most} that may be seen`;
  };
  return [{ ask, wants }];
};

/** Cases are the tickets that the asker may see. */
const courses: Line = (asker) => {
  const ask = get('/reports/process?limit=200');
  if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
  if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
  const wanted = seenBy(asker).length;
  return [
    {
      ask,
      wants: (answer) =>
        json(answer)['cases'] === wanted ? undefined : `has ${String(json(answer)['cases'])} cases in place of ${wanted}`,
    },
  ];
};

/** Every case began with its registration, so that the tickets behind that number are all. */
const ofCourses: Line = (asker, world) => {
  const ask = get('/reports/process/tickets?limit=200&activity=TicketRegistered&cell=starts');
  if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
  if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
  const ways = ['', '&cell=events', '&activity=TicketRegistered&next=TicketRouted', `&course=1.${'0'.repeat(24)}`];
  const others = ways.map((way) => ({ ask: get(`/reports/process/tickets?limit=200${way}`), wants: status(200) }));
  return [{ ask, wants: listed(asker, world) }, ...(asksAll.includes(asker.name) ? others : [])];
};

const preparing = ['administrator', 'coordinator', 'leader', 'auditor'];
const comparison = `/reports/what-if/${missing.id}`;
/** A comparison is its owner's alone: to everybody else it is not there. */
const nobodysElse = (method: string, path: string) => staff({ method, path }, status(404, 'what-if-not-found'));

export const reports: Lines = {
  'get /reports/{name}': figures,
  'get /reports/{name}/tickets': behind,
  'get /reports/{name}/contacts': forRoles(get('/reports/telephony/contacts'), seesCalls, { done: status(200) }),
  'get /reports/forecast': expected,
  'get /reports/process': courses,
  'get /reports/process/tickets': ofCourses,
  'post /reports/what-if': forRoles({ method: 'POST', path: '/reports/what-if', body: {} }, preparing, {
    done: status(400, 'nothing-to-try'),
  }),
  'get /reports/what-if/{id}': nobodysElse('GET', comparison),
  'delete /reports/what-if/{id}': nobodysElse('DELETE', comparison),
  'get /reports/what-if/{id}/tickets': nobodysElse('GET', `${comparison}/tickets`),
};
