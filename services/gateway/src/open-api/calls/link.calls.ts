import { JoinHub } from '@ledgerline/contracts';
import type { Call } from '../call.js';

/** What a site with hosts of its own asks of its hub; for tokens with the scope `site:…` alone. */
export const linkCalls: readonly Call[] = [
  { method: 'post', path: '/link/join', summary: 'A site joins its hub', body: JoinHub },
  { method: 'get', path: '/link/place', summary: "Up to where the hub has the site's log" },
  {
    method: 'get',
    path: '/link/commits',
    summary: 'Commits at home at the hub, with sealed keys',
    query: ['after'],
    download: true,
  },
  { method: 'post', path: '/link/commits', summary: 'Commits at home at the site, with sealed keys', upload: true },
];
