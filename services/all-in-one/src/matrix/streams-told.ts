import { sleep } from '@ledgerline/host';
import type { House } from './house.js';
import { leaksIn, ticketsIn } from './leaks.js';
import { hearsWords } from './lines/streams.js';
import { listen, type Listening } from './heard.js';
import { askerNamed, askers } from './people.js';
import { get, type World } from './probe.js';
import { seenBy, sightOf } from './who-sees.js';

export interface Heard {
  readonly messages: number;
  readonly faults: readonly string[];
}

/** Everybody listens; something happens to every ticket, twice: who has heard of the second time has heard all there is of the first. */
export async function streamsTold(house: House, world: World, path: string): Promise<Heard> {
  const open = await Promise.all(askers.filter(({ kind }) => kind === 'person' || kind === 'token').map((asker) => listen(house, asker, path)));
  try {
    for (const round of [1, 2]) {
      await happens(house, world, round);
      await Promise.all(open.map((one) => hasHeard(one, world, round)));
    }
    return { messages: open.length, faults: open.flatMap((one) => faultsOf(one, world, path)) };
  } finally {
    for (const one of open) one.hangUp();
  }
} // prettier-ignore

async function happens(house: House, { tickets }: World, round: number): Promise<void> {
  const coordinator = askerNamed('coordinator');
  for (const { id, name } of tickets)
    await house.does(coordinator, `/tickets/${id}/add-message`, { from: 'caller', text: `zq${name.replaceAll('-', '')}zqmessagezq ${round}` });
} // prettier-ignore

/** Of the last ticket that shows to them, so many times: what happens at once may be told at once. @throws Error after two minutes */
async function hasHeard({ asker, heard }: Listening, world: World, times: number): Promise<void> {
  const last = world.tickets.findLast(({ name }) => sightOf(asker, name) !== undefined);
  if (last === undefined) return;
  for (const until = performance.now() + 120_000; heard().split(last.id).length <= times; await sleep(20))
    if (performance.now() > until) throw new Error(`${asker.name} hears nothing of ${last.name}: ${heard().slice(-500)}`);
}

function faultsOf({ asker, status, heard }: Listening, world: World, path: string): readonly string[] {
  const told = `${path} as ${asker.name}`;
  if (status !== 200) return [`${told}: ${status}`];
  const [found, wanted] = [ticketsIn(heard(), world).toSorted(), seenBy(asker).toSorted()];
  const leaks = leaksIn({ status, headers: {}, text: heard() }, asker, world, {
    ask: get(path),
    without: () => !hearsWords(asker),
  });
  return [
    ...leaks.map((leak) => `${told}: tells ${leak}`),
    ...(found.join(' ') === wanted.join(' ') ? [] : [`${told}: tells of ${found.join(' ')} in place of ${wanted.join(' ')}`]),
  ];
}
