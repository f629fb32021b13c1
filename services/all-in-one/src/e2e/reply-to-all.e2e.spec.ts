import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { adminPassword, ApiClient, startEmbedded, until, type Installation } from '@ledgerline/installation';
import { setTimeout as sleep } from 'node:timers/promises';
import { newTicket, type TicketClient } from './ticket-client.js';

jest.setTimeout(300_000);

const [callers, kills, atOnce] = [150, 3, 10];
let installation: Installation;
beforeAll(async () => {
  installation = await startEmbedded({ env: { LOG_LEVEL: 'fatal' } });
});
afterAll(async () => {
  await installation.stop();
});

/** R1.6, issue 4: hundreds of callers, one reply each, whatever is killed in between. */
test('a reply to all that is cut off again and again reaches every caller once', async () => {
  let admin = await ApiClient.signIn(installation.url, 'admin', adminPassword);
  const event = await newTicket(admin, { parent: true, level: 'urgent', subject: '燃气泄漏' });
  const children = await inGroups(Array.from({ length: callers }), async (_, place) => {
    const child = await newTicket(admin, { subject: `闻到燃气 ${place}` });
    await child.does(admin, 'attach-to-event', { event: event.id });
    return child;
  });
  await until(async () => (await event.seenBy(admin))['children'] === callers);
  await event.does(admin, 'route', { lead: 'call-centre' });
  await event.does(admin, 'reply-to-all', { text: '已派人处理，请远离现场。', channel: 'sms' });
  const cutOffAt: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(20 + 40 * kill);
    await installation.kill();
    await installation.restart();
    admin = await ApiClient.signIn(installation.url, 'admin', adminPassword);
    cutOffAt.push(await repliedTo(children, admin));
  }
  await until(async () => (await repliedTo(children, admin)) === callers);
  const replies = await inGroups(children, async (child) => {
    const types = await child.history(admin);
    return types.filter((type) => type === 'ReplyGiven').length;
  });
  expect(replies).toEqual(Array<number>(callers).fill(1));
  process.stderr.write(`${callers} callers, seen after each kill: ${cutOffAt.join(', ')} replied to\n`);
});

async function repliedTo(children: readonly TicketClient[], client: ApiClient): Promise<number> {
  const states = await inGroups(children, (child) => child.seenBy(client));
  return states.filter(({ status }) => status === 'completed').length;
}

async function inGroups<One, Result>(
  all: readonly One[],
  each: (one: One, place: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let first = 0; first < all.length; first += atOnce)
    results.push(...(await Promise.all(all.slice(first, first + atOnce).map((one, place) => each(one, first + place)))));
  return results;
}
