import {
  Fenced, homedAtHub, instantText, LogRestored, positionOf, sourcedByHub, UnknownPosition, untilOneEnds,
  type MirroredPage, type Position,
} from '@ledgerline/kernel'; // prettier-ignore
import { CopyOfFollower, type Follower } from '../copy-of-follower.js';
import type { Ledgerline } from '../ledgerline.js';
import { sleep, untilAborted } from '../supervision.js';
import { sequenceOf } from '../verification/log-pages.js';
import { HubAway, HubClient, HubRefused, type HubPlace } from './hub-client.js';
import type { LinkHealth } from './link-health.js';
import { ownPage, ownPublicKey } from './own-page.js';
import { MirrorStopped, takePage } from './take-page.js';

const name = 'hub link';
/** Where the link is kept (a sign of life of whoever keeps it), and how far the hub's log was taken in. */
const [beats, fromHub] = ['hub-link@1', 'from-hub@1'];
/** Milliseconds between rounds while there is nothing to do; between attempts while the hub is away or somebody has to see to it; between signs of life. */
const [resting, longest, beatsEvery] = [1_000, 5_000, 2_000];
const ownLogRestored = 'own-log-restored';

/**
 * A site's link to its hub, for as long as the process runs: takes in what is at home there, and hands over what is at home here. While it is down the
 * site goes on alone; nothing of it is on the way of a command. Of several copies one keeps it.
 */
export async function keepHubLink(ledgerline: Ledgerline, signal: AbortSignal): Promise<void> {
  const { checkpoints, configuration, homes, links, log, store, supervision } = ledgerline;
  if (configuration.hub === undefined) {
    const hub = await homes.hub();
    // A site stays one: without the address of its hub it is cut off, not free.
    if (hub !== undefined) supervision.keepsStill(name, `joined to ${hub}, and LEDGERLINE_HUB is not set`);
    return untilAborted(signal);
  }
  const follower: Follower = {
    place: beats,
    position: () => checkpoints.get(beats),
    claim: () => checkpoints.claim(beats),
    isWaitedFor: () => Promise.resolve(true),
    run: (owner, over) =>
      untilOneEnds(over, [(both) => new HubLink(ledgerline, both).run(), (both) => giveSignsOfLife(owner, ledgerline, both)]),
  };
  // What this process knew of the link is old from then on: the copy that keeps it tells how it is.
  const onStandBy = (standsBy: boolean) => {
    if (!standsBy) return;
    links.report(undefined);
    supervision.keepsStill(name, undefined);
  };
  await new CopyOfFollower({ name, log, store, onStandBy }).run(follower, signal);
}

/** A copy that stands by takes over when these cease. Beside the rounds, which may wait for the hub longer than its patience. @throws Fenced */
async function giveSignsOfLife(owner: number, { checkpoints }: Ledgerline, signal: AbortSignal): Promise<void> {
  for (; !signal.aborted; await sleep(beatsEvery, signal)) {
    const sequence = Math.floor(performance.timeOrigin + performance.now());
    await checkpoints.set(beats, positionOf([{ log: 'beat', epoch: '1', sequence }]), owner);
  }
}

export class HubLink {
  private readonly client: HubClient;
  /** The hub's log is taken in up to here; undefined: not looked up yet. */
  private taken: Position | null | undefined;
  private takenBy = 0;
  /** What the hub last said of itself and of this site's log; asked anew after anything that is not in order. */
  private place: HubPlace | undefined;
  /** Own commits that the hub has, or that are none of its affair, lie before it. */
  private passed: Position | null = null;
  private behind: LinkHealth['behind'] = { fromHub: null, toHub: null };
  private heardAt: string | null = null;

  constructor(
    private readonly ledgerline: Ledgerline,
    private readonly signal: AbortSignal,
  ) {
    this.client = new HubClient(ledgerline.configuration.hub as NonNullable<typeof ledgerline.configuration.hub>, signal);
  }

  /** Until the signal. @throws Fenced when another copy has taken over */
  async run(): Promise<void> {
    for (let pause = resting; !this.signal.aborted; await sleep(pause, this.signal))
      try {
        const moved = [await this.takeFromHub(), await this.giveToHub()].includes(true);
        this.tell('up');
        pause = moved ? 0 : resting;
      } catch (error) {
        if (this.signal.aborted) return;
        if (error instanceof Fenced) throw error;
        this.place = undefined;
        this.tell(error instanceof HubAway ? 'down' : 'stands-still', reasonOf(error));
        pause = Math.min(longest, Math.max(resting, pause * 2));
      }
  }

  /** What is next of what is at home at the hub. @returns whether there may be more */
  async takeFromHub(): Promise<boolean> {
    const { ledgerline } = this;
    const from = await ledgerline.homes.hub();
    if (from === undefined) throw new MirrorStopped('not-joined');
    if (this.taken === undefined) {
      this.taken = (await ledgerline.checkpoints.get(fromHub)) ?? null;
      this.takenBy = await ledgerline.checkpoints.claim(fromHub);
    }
    const page = await this.pageOfHub(this.taken);
    this.hears();
    await takePage(page, { from, categories: homedAtHub }, ledgerline);
    this.taken = page.next as Position | null;
    if (page.texts.length > 0 && this.taken !== null) await ledgerline.checkpoints.set(fromHub, this.taken, this.takenBy);
    const left = apart(page.end, page.next);
    this.behind = { ...this.behind, fromHub: left };
    return left > 0 && page.next !== page.after;
  }

  private async pageOfHub(after: Position | null): Promise<MirroredPage> {
    const key = await ownPublicKey(this.ledgerline);
    try {
      return await this.client.commits(after, key);
    } catch (error) {
      if (after === null || !(error instanceof HubRefused) || !isOfAnotherLife(error.code)) throw error;
      this.ledgerline.log.warn({ after, code: error.code }, "the hub's log was restored: it is gone through from its beginning");
      return this.client.commits(null, key);
    }
  }

  /** What is next of what is at home here. @returns whether there may be more */
  async giveToHub(): Promise<boolean> {
    if (this.place === undefined) {
      this.place = await this.client.place();
      this.passed = this.place.place;
    }
    this.hears();
    const page = await this.pageOfOwn(this.place);
    const left = apart(page.end, page.next);
    this.behind = { ...this.behind, toHub: left };
    this.passed = page.next as Position | null;
    if (page.texts.length === 0) return left > 0 && page.next !== page.after;
    this.behind = { ...this.behind, toHub: left + page.texts.length };
    this.place = { ...this.place, place: await this.client.give({ ...page, after: this.place.place }) };
    this.behind = { ...this.behind, toHub: left };
    return true;
  }

  /** After a restore of the own log the hub is given all of it again: what it has it passes over, and what differs from that it names. */
  private async pageOfOwn(place: HubPlace): Promise<MirroredPage> {
    const wanted = { categories: sourcedByHub, reader: place.sealTo };
    try {
      return await ownPage({ ...wanted, after: this.passed }, this.ledgerline);
    } catch (error) {
      if (!(error instanceof LogRestored || error instanceof UnknownPosition)) throw error;
      this.ledgerline.log.warn({ after: this.passed, why: ownLogRestored }, 'the hub is given this log again from its beginning');
      return ownPage({ ...wanted, after: null }, this.ledgerline);
    }
  }

  private hears(): void {
    this.heardAt = instantText(this.ledgerline.clock.now());
  }

  private tell(state: LinkHealth['state'], why?: string): void {
    const { configuration, links, log, supervision } = this.ledgerline;
    const before = links.health();
    if (before?.state !== state || before.why !== why)
      log[state === 'up' ? 'info' : 'warn']({ state, why, behind: this.behind }, 'the link to the hub');
    const hub = String(configuration.hub?.url);
    links.report({ hub, state, heardAt: this.heardAt, behind: this.behind, ...(why === undefined ? {} : { why }) });
    supervision.keepsStill(name, state === 'stands-still' ? why : undefined);
  }
}

/** Its position is none of this log, or of this life of it. */
function isOfAnotherLife(code: string): boolean {
  return code === 'log-restored' || code === 'unknown-position';
}

function apart(end: string, reached: string | null): number {
  return sequenceOf(end as Position) - (reached === null ? 0 : sequenceOf(reached as Position));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
