import { mailSteps } from '@ledgerline/contracts';
import { get, missing, post, status, type Line, type Lines } from '../probe.js';
import { forRoles } from './for-whom.js';

const watching = ['administrator', 'auditor'];
const none = { done: status(404, 'mail-not-found') };

function administers(step: string): Line {
  const ask = post(`/mails/${missing.id}/${step}`, { reason: 'x' });
  return forRoles(step === 'try-again' ? post(ask.path, {}) : ask, ['administrator'], none);
}

/** What came by mail and belongs to no ticket yet is the administrator's to see to; the auditor watches. */
export const mail: Lines = {
  'get /mailboxes': forRoles(get('/mailboxes'), watching, { done: status(200) }),
  'get /mails': forRoles(get('/mails'), watching, { done: status(200) }),
  'get /mails/{id}': forRoles(get(`/mails/${missing.id}`), watching, none),
  ...Object.fromEntries(
    ['open', ...Object.keys(mailSteps)].map((step) => [`post /mails/{id}/${step}`, administers(step)] as const),
  ),
};
