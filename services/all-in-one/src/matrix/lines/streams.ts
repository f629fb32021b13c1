import type { Asker } from '../people.js';
import { get, notSignedIn, status, type Line, type Lines, type Probe } from '../probe.js';
import { staff } from './for-whom.js';

/** interface.md: the feed is without personal data unless the token has scope `personal`. */
export function hearsWords({ scopes = [] }: Asker): boolean {
  return scopes.includes('personal');
}

const pages: Line = (asker) =>
  ['/events?limit=200', '/events?limit=3'].map((path): Probe => {
    const ask = get(path);
    if (asker.kind === 'nobody') return { ask, wants: notSignedIn };
    if (asker.kind === 'caller') return { ask, wants: status(403, 'not-allowed') };
    return { ask, wants: status(200), without: () => !hearsWords(asker) };
  });

/** Who may listen at all; what is heard, `streams-told.ts` asks. */
export const streams: Lines = {
  'get /events': pages,
  'get /events/stream': staff(get('/events/stream')),
  'get /changes': staff(get('/changes')),
};
