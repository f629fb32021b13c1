import { problemCalls } from '@ledgerline/contracts';
import { json } from '../call.js';
import { holds, type Asker } from '../people.js';
import { get, missing, notAllowed, notSignedIn, post, status, type Line, type Lines, type Want } from '../probe.js';
import { seenBy } from '../who-sees.js';
import { forRoles, staff } from './for-whom.js';
import { countedInList } from './proposals.js';

/** Who may take each step at all; whether it is their department's is the decision's affair. */
const keeps = ['manager', 'coordinator', 'leader'];
const mayTake: Readonly<Record<keyof typeof problemCalls, readonly string[]>> = {
  link: ['agent', 'handler', 'leader'],
  unlink: ['agent', 'handler'],
  describe: keeps,
  'declare-known-error': keeps,
  'withdraw-workaround': keeps,
  resolve: keeps,
  reopen: keeps,
};

const readers = ['agent', 'coordinator', 'handler', 'inspector', 'editor', 'leader', 'auditor', 'administrator'];

interface Listed {
  readonly id: string;
  readonly tickets?: { readonly linked: number };
}

/** R11: the population has one problem, of quality's, that every ticket is linked to; who reads problems sees it, and of its tickets their own. */
const list: Line = (asker, { problem, tickets }) => {
  if (asker.kind === 'nobody') return [{ ask: get('/problems'), wants: notSignedIn }];
  if (!holds(asker, ...readers)) return [{ ask: get('/problems'), wants: notAllowed }];
  const itemsOf = (text: { readonly text: string }) => (JSON.parse(text.text) as { readonly items: readonly Listed[] }).items;
  const counts: Want = (answer) => {
    const found = itemsOf(answer).find(({ id }) => id === problem);
    const [told, wanted] = [found?.tickets?.linked, countedInList(asker)];
    return found !== undefined && told === wanted ? undefined : `counts ${told} tickets in place of ${wanted}`;
  };
  const ofTicket =
    (name: string): Want =>
    (answer) => {
      const wanted = seenBy(asker).includes(name) ? 1 : 0;
      const found = itemsOf(answer).length;
      return found === wanted ? undefined : `${found} problems of ${name} in place of ${wanted}`;
    };
  return [
    { ask: get('/problems?limit=200'), wants: counts },
    { ask: get('/problems?fitsItem=fault&fitsKind=complaint'), wants: counts },
    ...tickets.map(({ id, name }) => ({ ask: get(`/problems?ticket=${id}`), wants: ofTicket(name) })),
  ];
};

function ofTheOne(path: (problem: string) => string, wants: (asker: Asker) => Want): Line {
  return (asker, world) => {
    const ask = get(path(world.problem));
    if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
    if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
    if (holds(asker, ...readers)) return [{ ask, wants: wants(asker) }];
    return [{ ask, wants: status(404, 'problem-not-found'), like: get(path(missing.id)) }];
  };
}

const one = ofTheOne(
  (id) => `/problems/${id}`,
  (asker) => (answer) => {
    const { tickets } = json(answer) as unknown as Listed;
    const wanted = seenBy(asker).length;
    return tickets?.linked === wanted ? undefined : `counts ${tickets?.linked} tickets in place of ${wanted}`;
  },
);

const ticketsOf: Line = (asker, world) => {
  const nameOf = (id: string) => world.tickets.find((ticket) => ticket.id === id)?.name;
  const wants =
    (of: Asker): Want =>
    (answer) => {
      const items = json(answer)['items'] as readonly { readonly ticket: string }[];
      const [told, wanted] = [items.map(({ ticket }) => nameOf(ticket)).toSorted(), seenBy(of).toSorted()];
      return String(told) === String(wanted) ? undefined : `names ${told.join()} in place of ${wanted.join()}`;
    };
  return ofTheOne((id) => `/problems/${id}/tickets?limit=200`, wants)(asker, world);
};

const opened = { title: 'x', text: 'x', department: 'quality', item: 'fault' };

export const problems: Lines = {
  'get /problems': list,
  'post /problems': forRoles(post('/problems', opened), ['agent', 'handler', 'leader']),
  'get /problems/{id}': one,
  'get /problems/{id}/tickets': ticketsOf,
  'get /problems/{id}/commands': staff(get(`/problems/${missing.id}/commands`), status(404, 'problem-not-found')),
  ...Object.fromEntries(
    Object.keys(problemCalls).map((step): readonly [string, Line] => [
      `post /problems/{id}/${step}`,
      (asker, world) => {
        const body = world.sample(`post /problems/{id}/${step}`);
        const done = status(404, 'problem-not-found');
        return forRoles(post(`/problems/${missing.id}/${step}`, body), mayTake[step] ?? [], { done })(asker, world);
      },
    ]),
  ),
};
