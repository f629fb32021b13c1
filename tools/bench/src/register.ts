import { compareOverHttp } from './http-comparison.js';
import { aRegistration } from './sample-requests.js';
import type { Scale } from './scale.js';
import { withServers } from './servers.js';

/** A registration is two commands on two streams, and a key of the caller's; the floor still writes one row. */
export function register(scale: Scale): Promise<void> {
  const requests = [{ path: '/api/v1/tickets', body: aRegistration }];
  return withServers((servers) => compareOverHttp({ bench: 'register', requests, target: 0.3 }, servers, scale));
}
