import { either, get, notAllowed, notOnBehalf, notSignedIn, post, type Line, type Lines } from '../probe.js';
import type { Ask } from '../call.js';

/** Nobody of the house, whatever roles they hold: only a token that is a site's link. */
function noStaff(ask: Ask): Line {
  return (asker) => [{ ask, wants: asker.kind === 'nobody' ? notSignedIn : either(notAllowed, notOnBehalf) }];
}

/** ADR 0048. */
export const link: Lines = {
  'post /link/join': noStaff(post('/link/join', { site: 'main', sealTo: 'x'.repeat(43) })),
  'get /link/place': noStaff(get('/link/place')),
  'get /link/commits': noStaff(get('/link/commits')),
  'post /link/commits': noStaff(post('/link/commits', {})),
};
