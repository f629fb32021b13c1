import { compareOverHttp } from './http-comparison.js';
import { messagesTo, registered } from './sample-requests.js';
import type { Scale } from './scale.js';
import { withServers } from './servers.js';

/** A message joins a ticket: sign-in, bounds, one command, one commit. */
export function addMessage(scale: Scale): Promise<void> {
  return withServers(async (servers) => {
    const requests = messagesTo(await registered(servers.product, scale.tickets));
    await compareOverHttp({ bench: 'add-message', requests, target: 0.5, latencyTarget: 3 }, servers, scale);
  });
}
