import { campaignCalls, listedCallCalls, pursuitCalls, pursuitPaths } from '@ledgerline/contracts';
import { holds } from '../people.js';
import { get, missing, notAllowed, notSignedIn, post, status, type Line, type Lines } from '../probe.js';
import { forRoles } from './for-whom.js';

/** R9: who speaks with callers, makes campaigns, decides or audits. */
const readers = ['agent', 'manager', 'leader', 'inspector', 'auditor'];
const makers = ['team-leader', 'coordinator', 'manager'];
const noCampaign = status(404, 'campaign-not-found');
const noCall = status(404, 'call-not-found');
const campaign = `/campaigns/${missing.id}`;
const call = `${campaign}/calls/${missing.id}`;

/** Nobody learns of one that does not show to them: it is as if it were not there, as this one is. */
const looks = (path: string, none: typeof noCampaign): Line => {
  return (asker) => {
    if (asker.kind === 'nobody') return [{ ask: get(path), wants: notSignedIn }];
    return [{ ask: get(path), wants: asker.kind === 'caller' ? notAllowed : none }];
  };
};

const list: Line = forRoles(get('/campaigns'), readers, { done: status(200) });
const calls: Line = (asker) => {
  const ask = get(`${campaign}/calls`);
  if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
  if (asker.kind === 'caller') return [{ ask, wants: notAllowed }];
  return [{ ask, wants: holds(asker, ...readers) ? status(200) : noCampaign }];
};

const opening = {
  title: 'x',
  purpose: 'other',
  script: 'satisfaction',
  from: '2099-01-01T00:00:00Z',
  until: '2099-02-01T00:00:00Z',
};

export const outbound: Lines = {
  'get /campaigns': list,
  'post /campaigns': forRoles(post('/campaigns', opening), makers),
  'get /campaigns/{id}': looks(campaign, noCampaign),
  'get /campaigns/{id}/commands': looks(`${campaign}/commands`, noCampaign),
  'get /campaigns/{id}/results': forRoles(get(`${campaign}/results`), [...makers, 'leader', 'inspector', 'auditor'], {
    done: noCampaign,
  }),
  'get /campaigns/{id}/results.csv': forRoles(get(`${campaign}/results.csv`), makers, { done: noCampaign }),
  'get /campaigns/{id}/calls': calls,
  'post /campaigns/{id}/calls': forRoles(post(`${campaign}/calls`, { customers: [missing.id] }), makers, { done: noCampaign }),
  'post /campaigns/{id}/next-call': forRoles(post(`${campaign}/next-call`, {}), ['agent'], { done: noCampaign }),
  'get /campaigns/{id}/calls/{call}': looks(call, noCall),
  ...steps('/campaigns/{id}', campaign, campaignCalls, { roles: makers, done: noCampaign }),
  ...steps('/campaigns/{id}/calls/{call}', call, listedCallCalls, { roles: ['agent'], done: noCall }),
  ...Object.assign({}, ...Object.keys(pursuitPaths).map(ofPursuits)),
};

/** Whose it is says who sees one; here there is none. */
function ofPursuits(path: string): Lines {
  const one = `/${path}/${missing.id}`;
  const none = status(404, 'pursuit-not-found');
  return {
    [`get /${path}`]: forRoles(get(`/${path}`), ['agent', 'handler', 'leader', 'inspector', 'auditor'], { done: status(200) }),
    [`post /${path}`]: forRoles(post(`/${path}`, { title: 'x', customer: missing.id }), ['agent', 'handler'], {
      done: status(400, 'unknown-customer'),
    }),
    [`get /${path}/{id}`]: looks(one, none),
    [`get /${path}/{id}/commands`]: looks(`${one}/commands`, none),
    ...steps(`/${path}/{id}`, one, pursuitCalls, { roles: ['agent', 'handler'], done: none }),
  };
}

function steps(
  named: string,
  path: string,
  calls: Readonly<Record<string, unknown>>,
  { roles, done }: { readonly roles: readonly string[]; readonly done: typeof noCall },
): Lines {
  return Object.fromEntries(
    Object.keys(calls).map((step): readonly [string, Line] => [
      `post ${named}/${step}`,
      (asker, world) => forRoles(post(`${path}/${step}`, world.sample(`post ${named}/${step}`)), roles, { done })(asker, world),
    ]),
  );
}
