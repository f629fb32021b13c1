import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Office, type Place } from '../office.js';
import { everybody } from '../people.js';
import { starts } from '../start.js';
import { after, bodies, dueNow, happens, refusals, type Call, type CallCommand } from './call.js';

jest.setTimeout(24 * 3_600_000);

interface Node {
  readonly call: Call;
  readonly place: Place;
  readonly now: number;
  /** How it came here. */
  readonly way: readonly string[];
}

const [minute, hour] = [60_000, 3_600_000];
/** After so long everything that a call can wait for has been told often enough. */
const longest = 6 * hour;

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await office.foundOthers(starts[0]?.body ?? {});
});
afterAll(() => office.close());

/** What a state is as far as the rules tell states apart. */
function abstract({ answered, returned, tries, attached, age, told }: Call): string {
  return JSON.stringify([answered, returned, tries, attached, Math.floor(age / hour), told]);
}

async function tryEverything({ call, place, now, way }: Node): Promise<readonly Node[]> {
  const reached: Node[] = [];
  for (const command of Object.keys(bodies) as CallCommand[])
    for (const body of bodies[command])
      for (const who of everybody) {
        office.back(place);
        office.now = now;
        const reply = await office.giveOnCall(command, who, body);
        const expected = refusals(call, command, who, body);
        const what = [...way, `${who.name}: ${command} ${JSON.stringify(body)}`];
        if (reply.kind === 'problem') {
          expect([what, expected]).toEqual([what, expect.arrayContaining([reply.code])]);
          expect([what, office.here.history.length]).toEqual([what, place.history.length]);
          continue;
        }
        expect([what, expected, reply.events.map(({ type }) => type)]).toEqual([what, [], [happens[command]]]);
        const next = after(call, command);
        reached.push({ call: { ...next, age: next.age + minute }, place: office.here, now: now + minute, way: what });
      }
  return reached;
}

async function letPass({ call, place, now, way }: Node, time: number): Promise<Node> {
  const later = { ...call, age: call.age + time };
  office.back(place);
  office.now = now + time;
  const due = dueNow(later);
  const what = [...way, `${time / minute} min go by, and the ticker looks`];
  expect([what, await office.tick()]).toEqual([what, due]);
  expect([what, await office.tick()]).toEqual([what, []]);
  return { call: { ...later, told: [...later.told, ...due] }, place: office.here, now: now + time, way: what };
}

test('every command in every state of a call, by everybody, and whatever time brings about', async () => {
  const open: Node[] = [];
  for (const outcome of ['missed', 'abandoned', 'answered']) {
    const { now } = office;
    const place = await office.recordCall(outcome);
    const call = { answered: outcome === 'answered', returned: false, tries: 0, attached: false, age: 0, told: [] };
    open.push({ call, place, now, way: [outcome] });
  }
  const seen = new Set(open.map(({ call }) => abstract(call)));
  let tried = 0;
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    tried += 1;
    const next: Node[] = [...(await tryEverything(node))];
    // Short of the warning, of the breach, and long after it: with and without a look in between.
    if (node.call.age < longest) for (const time of [50 * minute, 130 * minute]) next.push(await letPass(node, time));
    for (const one of next) {
      const name = abstract(one.call);
      if (!seen.has(name)) open.push(one);
      seen.add(name);
    }
  }
  process.stderr.write(`calls: ${tried} states, ${Object.values(bodies).flat().length * everybody.length} tries each\n`);
  expect(tried).toBeGreaterThan(100);
});
