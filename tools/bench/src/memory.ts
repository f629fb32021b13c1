import { print } from './figure.js';
import { startLoadGenerator } from './load-generator.js';
import { residentMegabytes } from './process-memory.js';
import { aRegistration, rowsOf } from './sample-requests.js';
import type { Scale } from './scale.js';
import { withServers } from './servers.js';

/** Resident memory of a fresh process and of one that has registered many tickets, beside the floor's. */
export function memory({ registrations }: Scale): Promise<void> {
  return withServers(async ({ product, floor }) => {
    const fresh = { freshMegabytes: residentMegabytes(product.pid), floorFreshMegabytes: residentMegabytes(floor.pid) };
    const generator = startLoadGenerator();
    const requests = [{ path: '/api/v1/tickets', body: aRegistration }];
    const load = { connections: 16, count: registrations };
    const { failed } = await generator.run({ url: product.url, token: product.token, requests, ...load });
    await generator.run({ url: floor.url, requests: rowsOf(requests), ...load });
    generator.stop();
    await product.settled();
    const after = { megabytes: residentMegabytes(product.pid), floorMegabytes: residentMegabytes(floor.pid) };
    print({ bench: 'memory', registrations, ...fresh, ...after, failed });
  });
}
