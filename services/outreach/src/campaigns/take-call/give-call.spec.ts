import { expect, test } from '@jest/globals';
import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { MemoryEventStore, MemoryVault } from '@ledgerline/adapter-memory';
import { ledgerlineEvents, listedCallFold, type ListedCallEvent, type MaybeListedCall } from '@ledgerline/domain';
import { replyOf, type AcceptedReply, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { CommandHandling, EventCodec, KeyRing, streamName } from '@ledgerline/kernel';
import { createHash } from 'node:crypto';
import { giveCall, givenBefore } from './give-call.js';

const at = Date.UTC(2026, 2, 2, 1);
const agent = { kind: 'person', id: 'somebody', roles: ['agent'], departments: ['call-centre'] } as const;
const asking = (command: string): CommandRequest => ({ id: 'campaign1', command, body: {}, principal: agent });

/** A copy of the service; copies share the log and nothing else. */
function copyOn(store: MemoryEventStore): Ledgerline {
  const codec = new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(new MemoryVault()));
  const parts = { store, codec, cryptography: nodeCryptography, clock: { now: () => at }, site: 'main' };
  const commands = new CommandHandling({ ...parts, digestKey: new Uint8Array(32).fill(1) });
  const digest = (secret: string, text: string) => createHash('sha256').update(`${secret} ${text}`).digest('base64url');
  return { commands, digest } as unknown as Ledgerline;
}

/** What was written to a call, by a request, as its decision would have it. */
async function writes(call: string, request: CommandRequest, event: ListedCallEvent, { commands }: Ledgerline) {
  const command = { id: request.command, data: request.body, actor: agent };
  const rules = { fold: listedCallFold, decide: () => [event] };
  const stream = streamName('listed-call', call);
  return replyOf(call, await commands.handle<unknown, MaybeListedCall, ListedCallEvent>(stream, command, rules)) as AcceptedReply;
}
async function listed(call: string, copy: Ledgerline): Promise<void> {
  const data = { person: 'p', campaign: 'campaign1', customer: `customer of ${call}`, source: 'customers' } as const;
  await writes(call, asking(`listing ${call}`), { type: 'CallListed', data }, copy);
}
const taken: ListedCallEvent = { type: 'CallTaken', data: { until: '2026-03-02T01:30:00.000Z' } };
const holds = async (call: string, { commands }: Ledgerline) =>
  (await commands.current(streamName('listed-call', call), listedCallFold)).state?.taken !== undefined;

test('a request gets the answer again that it got, whatever has become of the call, from every copy', async () => {
  const store = new MemoryEventStore();
  const [one, other] = [copyOn(store), copyOn(store)];
  await listed('a', one);
  expect(await givenBefore(asking('key1'), one)).toBeUndefined();
  const first = await giveCall(await writes('a', asking('key1'), taken, one), asking('key1'), one);
  expect(first).toMatchObject({ kind: 'accepted', id: 'a', version: 2, repeated: false, events: [{ type: 'CallTaken' }] });
  await writes('a', asking('key2'), { type: 'CallAttempted', data: { person: 'p', outcome: 'busy' } }, one);
  for (const copy of [one, other]) expect(await givenBefore(asking('key1'), copy)).toEqual({ ...first, repeated: true });
  expect(await givenBefore(asking('key3'), one)).toBeUndefined();
  expect(await givenBefore({ ...asking('key1'), id: 'campaign2' }, one)).toBeUndefined();
});

test('so does one that got a call which its agent had before them already', async () => {
  const copy = copyOn(new MemoryEventStore());
  await listed('a', copy);
  const onHand = { ...(await writes('a', asking('key1'), taken, copy)), events: [] };
  const first = await giveCall(onHand, asking('key2'), copy);
  expect(first).toMatchObject({ kind: 'accepted', id: 'a', version: 2, events: [] });
  expect(await givenBefore(asking('key2'), copy)).toEqual({ ...first, repeated: true });
});

test('a request that two copies answer at once gets one call, and the other is anybody’s again', async () => {
  const store = new MemoryEventStore();
  const [one, other] = [copyOn(store), copyOn(store)];
  for (const call of ['a', 'b']) await listed(call, one);
  const request = asking('key1');
  const [a, b] = [await writes('a', request, taken, one), await writes('b', request, taken, other)];
  const answers = await Promise.all([giveCall(a, request, one), giveCall(b, request, other)]);
  const [first, second] = answers as [AcceptedReply, AcceptedReply];
  expect({ ...first, repeated: false }).toEqual({ ...second, repeated: false });
  expect([await holds('a', other), await holds('b', one)]).toEqual(first.id === 'a' ? [true, false] : [false, true]);
});
