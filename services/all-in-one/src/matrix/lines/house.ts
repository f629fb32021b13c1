import type { Ask } from '../call.js';
import { everyRole, type Asker } from '../people.js';
import { changingNothing, get, missing, notSignedIn, passed, post, status, type Line, type Lines, type Want } from '../probe.js';
import { forRoles, people, staff, themselves } from './for-whom.js';

const reason = { reason: 'x' };
const wrongPassword = { password: 'wrong-password' };
const done = status(200);
const administrator = ['administrator'];
const watching = ['administrator', 'auditor'];

/** Nobody has to be signed in; what is asked is asked twice, so that one wrong answer is as good as another. */
function open(ask: Ask, wants: Want, like?: Ask): Line {
  return (asker: Asker) => (asker.name === 'nobody' || asker.name === 'agent' ? [{ ask, wants, ...(like ? { like } : {}) }] : []);
}

/** Of a colleague, who may name somebody themselves too. */
const absence = post('/substitutions', { absent: 'agent-2', substitute: 'agent', until: '2099-01-01T00:00:00Z', ...reason });
const endOfAbsence = post(`/substitutions/${missing.id}-x/end`, {});

const drafts = ['administrator', 'coordinator', 'leader'];
const documentKinds = {
  policies: 'company', calendars: 'default', 'routing-tables': 'default', items: 'company', templates: 'none-such', 'duty-rotas': 'none-such', rules: 'none-such',
  'digest-templates': 'department-digest', 'digest-schedules': 'none-such', 'score-sheets': 'none-such', 'sampling-rules': 'none-such',
  'probation-rules': 'default', 'telephony-rules': 'default', scripts: 'satisfaction',
}; // prettier-ignore

function linesOfDocuments(): Lines {
  return Object.fromEntries(
    Object.entries(documentKinds).flatMap(([path, code]): readonly (readonly [string, Line])[] => {
      const isThere = code !== 'none-such';
      const found: Want = isThere ? done : status(404, 'document-not-found');
      const previewed: Want = ({ status: got }) => (got === 200 || got === 404 || got === 409 || got === 400 ? undefined : `${got}`);
      return [
        [`get /${path}`, staff(get(`/${path}`))],
        [`post /${path}`, forRoles(post(`/${path}`, { code: 'x-matrix' }), drafts, { done: ({ status: got }) => (got === 412 || got === 400 ? undefined : `${got}`) })],
        [`post /${path}/validate`, staff(post(`/${path}/validate`, { code: 'x-matrix' }))],
        [`get /${path}/{id}`, staff(get(`/${path}/${code}`), found)],
        [`get /${path}/{id}/differences`, staff(get(`/${path}/${code}/differences`), found)],
        [`post /${path}/{id}/preview`, forRoles(post(`/${path}/${code}/preview`, {}), [...drafts, 'auditor'], { done: previewed })],
        [`post /${path}/{id}/submit`, forRoles(post(`/${path}/${code}.1/submit`, {}), drafts, { done: refusedByState })],
        [`post /${path}/{id}/approve`, forRoles(post(`/${path}/${code}.1/approve`, {}), ['leader'], { done: refusedByState })],
        [`post /${path}/{id}/reject`, forRoles(post(`/${path}/${code}.1/reject`, reason), ['leader'], { done: refusedByState })],
        [`post /${path}/{id}/withdraw`, forRoles(post(`/${path}/${code}.1/withdraw`, reason), drafts, { done: refusedByState })],
      ];
    }),
  ); // prettier-ignore
}

/** Past who may: what it is refused for then is the document's affair. */
const refusedByState: Want = ({ status: got }) => ([400, 404, 409, 412].includes(got) ? undefined : `${got}`);

/** Who keeps the knowledge base is for its department to say; it holds nothing of tickets, and nothing for callers. */
function refusedOrNot(operation: string, path: string): Line {
  return (asker, world) => staff(post(path, world.sample(operation)), pastTheEdge)(asker, world);
}

const pastTheEdge: Want = ({ status: got }) => ([400, 403, 404, 409, 412].includes(got) ? undefined : `${got}`);

/** Subscriptions are the administrator's; what they carry is the public feed's, by the rights of a token. */
const webhooks: Lines = {
  'get /webhooks': forRoles(get('/webhooks'), watching, { done }),
  'post /webhooks': administers('post /webhooks', '/webhooks'),
  'get /webhooks/{id}': forRoles(get(`/webhooks/${missing.id}`), watching, { done: status(404, 'webhook-not-found') }),
  'get /webhooks/{id}/dead-letters': forRoles(get(`/webhooks/${missing.id}/dead-letters`), watching, {
    done: status(404, 'webhook-not-found'),
  }),
  ...Object.fromEntries(
    ['change', 'rotate-secret', 'pause', 'resume', 'remove', 'redeliver'].map((step) => [
      `post /webhooks/{id}/${step}`,
      administers(`post /webhooks/{id}/${step}`, `/webhooks/${missing.id}/${step}`),
    ]),
  ),
};

/** With the least body that it takes; what it is refused for beyond that is its own affair. */
function administers(operation: string, path: string): Line {
  return (asker, world) => forRoles(post(path, world.sample(operation)), administrator, { done: refusedByState })(asker, world);
}

/** Who asks proves their password first: of one asker that this is looked at is enough, and it takes its time. */
function ownPassword(path: string, body: object): Line {
  const all = people(post(path, body), status(401, 'wrong-username-or-password'));
  return (asker, world) => (asker.kind === 'person' && asker.name !== 'agent' ? [] : all(asker, world));
}

export const house: Lines = {
  'post /session': open(
    post('/session', { username: 'agent', password: 'wrong-password' }),
    status(401, 'wrong-username-or-password'),
    post('/session', { username: 'who-is-that', password: 'wrong-password' }),
  ),
  'get /session': staff(get('/session')),
  'delete /session': (asker) => [
    {
      ask: { method: 'DELETE', path: '/session', headers: changingNothing },
      wants: asker.kind === 'nobody' ? notSignedIn : passed,
    },
  ],
  'post /setup': open(post('/setup', { key: 'wrong', password: 'a-good-long-password' }), ({ status: got }) =>
    got >= 400 && got < 500 ? undefined : `${got}`,
  ),
  'post /public/session': (asker, { tickets }) =>
    open(
      post('/public/session', { number: tickets.find(({ name }) => name === 'secret')?.number, secret: 'wrong-secret-wrong-se' }),
      status(401, 'wrong-number-or-secret'),
      post('/public/session', { number: missing.number, secret: 'wrong-secret-wrong-se' }),
    )(asker, undefined as never),
  'get /openapi.json': open(get('/openapi.json'), done),
  'get /asyncapi.json': open(get('/asyncapi.json'), done),
  'get /public/publications': open(get('/public/publications'), done),
  'get /public/information': open(get('/public/information'), done),
  'get /notifications': staff(get('/notifications?limit=200')),
  'post /notifications/{id}/read': staff(
    post(`/notifications/${Buffer.from('2026-01-01T00:00:00.000Z x').toString('base64url')}/read`),
    passed,
  ),
  'post /session/password': ownPassword('/session/password', { current: 'wrong-password', password: 'a-good-long-password' }),
  'get /departments': staff(get('/departments')),
  'get /departments/{id}': staff(get('/departments/quality')),
  'post /departments': forRoles(post('/departments', { code: 'x-matrix', name: 'x' }), administrator),
  'post /departments/{id}/change': forRoles(post('/departments/quality/change', { name: 'x', ...reason }), administrator),
  'post /departments/{id}/deactivate': forRoles(post('/departments/quality/deactivate', reason), administrator),
  'post /departments/{id}/reactivate': forRoles(post('/departments/quality/reactivate', reason), administrator),
  'get /sites': staff(get('/sites')),
  'post /sites': forRoles(post('/sites', { code: 'x-matrix', name: 'x' }), administrator),
  'post /sites/{id}/rename': forRoles(post('/sites/north/rename', { name: 'x', ...reason }), administrator),
  'post /sites/{id}/close': forRoles(post('/sites/north/close', reason), administrator),
  'post /sites/{id}/reopen': forRoles(post('/sites/north/reopen', reason), administrator),
  'get /users': forRoles(get('/users'), ['administrator', 'auditor', 'coordinator', 'leader', 'manager', 'team-leader'], {
    done,
  }),
  'get /users/{id}': forRoles(get('/users/agent-2'), watching, { done, like: get('/users/who-is-that') }),
  'post /users': forRoles(
    post('/users', { username: 'x-matrix', password: 'a-good-long-password', name: 'x', roles: [], departments: [] }),
    administrator,
  ),
  'post /users/{id}/change': forRoles(post('/users/agent-2/change', { name: 'x', ...reason }), administrator),
  'post /users/{id}/deactivate': forRoles(post('/users/agent-2/deactivate', reason), administrator),
  'post /users/{id}/reactivate': forRoles(post('/users/agent-2/reactivate', reason), administrator),
  'post /users/{id}/reset-password': forRoles(
    post('/users/agent-2/reset-password', { password: 'a-good-long-password' }),
    administrator,
  ),
  'get /people': (asker, { accountOf }) => staff(get(`/people?id=${accountOf('agent')}`))(asker, undefined as never),
  'get /tokens': forRoles(get('/tokens'), watching, { done }),
  'post /tokens': forRoles(post('/tokens', { name: 'x', roles: [] }), administrator),
  'post /tokens/{id}/revoke': forRoles(post(`/tokens/${missing.id}/revoke`, {}), administrator),
  'get /sessions': people(get('/sessions'), done),
  'delete /sessions/{id}': staff({ method: 'DELETE', path: `/sessions/${missing.id}`, headers: changingNothing }, passed),
  'get /session/ways': open(get('/session/ways'), done),
  'get /users/{id}/identities': (asker, world) =>
    forRoles(get('/users/agent-2/identities'), asker.name === 'agent-2' ? ['agent'] : watching, {
      done,
      like: get('/users/who-is-that/identities'),
    })(asker, world),
  'post /users/{id}/link-identity': forRoles(
    post('/users/agent-2/link-identity', { subject: 's', issuer: 'https://login.example.org', ...reason }),
    administrator,
  ),
  'post /identities/{id}/unlink': forRoles(post(`/identities/${missing.id}/unlink`, reason), administrator),
  'get /substitutions': staff(get('/substitutions')),
  'post /substitutions': (asker, world) => forRoles(absence, asker.name === 'agent-2' ? ['agent'] : administrator)(asker, world),
  'post /substitutions/{id}/end': (asker, world) =>
    asker.standsInFor === undefined
      ? staff(endOfAbsence, status(404, 'substitution-not-found'))(asker, world)
      : themselves(endOfAbsence, passed)(asker, world),
  'post /session/acting': people(post('/session/acting', { onBehalfOf: 'agent-2' }), passed),
  'delete /session/acting': people({ method: 'DELETE', path: '/session/acting', headers: changingNothing }, passed),
  'get /undertakings': staff(get('/undertakings')),
  'post /undertakings': themselves(post('/undertakings', { edition: 'x' }), refusedByState),
  'get /knowledge': forRoles(get('/knowledge'), everyRole, { done }),
  'post /knowledge': refusedOrNot('post /knowledge', '/knowledge'),
  'get /knowledge/{id}': forRoles(get('/knowledge/kb-none'), everyRole, { done: status(404, 'article-not-found') }),
  ...Object.fromEntries(
    ['submit', 'approve', 'reject', 'withdraw', 'propose-correction', 'accept-correction', 'decline-correction'].map((step) => {
      const id = ['submit', 'approve', 'reject'].includes(step) ? 'kb-none.1' : 'kb-none';
      return [`post /knowledge/{id}/${step}`, refusedOrNot(`post /knowledge/{id}/${step}`, `/knowledge/${id}/${step}`)];
    }),
  ),
  ...linesOfDocuments(),
  'post /routing-tables/try': staff(post('/routing-tables/try', { facts: {} })),
  'post /calendars/compute': staff(
    post('/calendars/compute', { calendar: 'default', start: '2026-03-02T02:00:00Z', work: 'PT1H' }),
  ),
  ...webhooks,
  'get /erasures': forRoles(get('/erasures'), watching, { done }),
  'get /erasures/customers/{id}': forRoles(get(`/erasures/customers/${missing.id}`), watching, {
    done: status(404, 'customer-not-found'),
  }),
  'get /session/second-factor': people(get('/session/second-factor'), done),
  'post /session/second-factor': ownPassword('/session/second-factor', wrongPassword),
  'post /session/second-factor/confirm': themselves(post('/session/second-factor/confirm', { code: '000000' }), passed),
  'post /session/second-factor/remove': ownPassword('/session/second-factor/remove', wrongPassword),
  'post /users/{id}/reset-second-factor': forRoles(post('/users/agent-2/reset-second-factor', reason), administrator),
  'get /audit/sign-ins': forRoles(get('/audit/sign-ins'), watching, { done }),
  'get /audit/permission-changes': forRoles(get('/audit/permission-changes'), watching, { done }),
  'get /audit/exports': forRoles(get('/audit/exports'), watching, { done }),
  'get /exports/{format}': forRoles(get('/exports/xes'), ['auditor'], { done }),
  'get /audit/self-approvals': forRoles(get('/audit/self-approvals'), ['auditor', 'leader', 'administrator'], { done }),
  'get /audit/verify': forRoles(get('/audit/verify?maxAge=86400&wait=0'), watching, { done }),
  'get /audit/checkpoints': forRoles(get('/audit/checkpoints'), watching, { done }),
  'get /audit/checkpoints/latest': forRoles(get('/audit/checkpoints/latest'), watching, {
    done: ({ status: got }) => ([200, 409].includes(got) ? undefined : `${got}`),
  }),
};
