import { publicEventsOf, type CloudEvent } from '@ledgerline/domain';
import { sleep, untilAborted, type FollowerParts, type LogFollower } from '@ledgerline/host';
import { SavedPlace, untilOneEnds, type Checkpoints, type EventStore, type Outlet, type OutgoingEvent } from '@ledgerline/kernel';

const name = 'publish-feed@1';
/** Milliseconds between saves: what is walked through, not published, again after a restart. */
const savesEvery = 1_000;

/** The public feed on the broker: every event of the log from its beginning, in its order, each once. Nobody waits for it. */
export const publishFeed: LogFollower = {
  name: 'publish feed',
  follow: ({ configuration: { site }, store, checkpoints, outlet }: FollowerParts) => ({
    place: name,
    position: () => checkpoints.get(name),
    claim: () => checkpoints.claim(name),
    run: (owner, signal) => (outlet ? publishAll({ site, store, checkpoints, outlet }, owner, signal) : untilAborted(signal)),
  }),
};

export interface PublishingParts {
  readonly site: string;
  readonly store: Pick<EventStore, 'follow' | 'compare'>;
  readonly checkpoints: Pick<Checkpoints, 'get' | 'set'>;
  readonly outlet: Outlet;
}

/**
 * What was published last says where to go on; the checkpoint says only from where to look for it, and never lies behind it.
 * @throws Fenced where another copy publishes
 */
export async function publishAll(parts: PublishingParts, owner: number, signal: AbortSignal): Promise<void> {
  const { store, checkpoints, outlet, site } = parts;
  const walked = await SavedPlace.of(checkpoints, { name, owner });
  const { event: last, place } = await outlet.last();
  let passed = place;
  const isThere = publishedUpTo(last, store);
  const publish = async (over: AbortSignal) => {
    for await (const commits of store.follow(walked.reached, { signal: over }))
      for (const commit of commits) {
        for (const event of publicEventsOf(commit, site))
          if (!isThere(event)) passed = await outlet.publish(outgoing(event), passed);
        walked.reached = commit.position;
      }
  };
  const pause = (over: AbortSignal) => sleep(savesEvery, over);
  await untilOneEnds(signal, [publish, (over) => walked.keepSaving(pause, over)]);
  await walked.save();
}

/** Of the commit of the last event, those up to that event are there; of later ones none. */
function publishedUpTo(last: Pick<OutgoingEvent, 'id' | 'position'> | undefined, store: Pick<EventStore, 'compare'>) {
  let isPast = last === undefined;
  return ({ id, position }: CloudEvent): boolean => {
    if (isPast || last === undefined || store.compare(position, last.position) > 0) return false;
    isPast = id === last.id;
    return true;
  };
}

/**
 * CloudEvents in binary mode (the NATS protocol binding): an attribute a header, the data as they are. There `datacontenttype` is an attribute like any other;
 * the content type beside it says that the message is no CloudEvent as a whole.
 */
export function outgoing({ data, ...attributes }: CloudEvent): OutgoingEvent {
  const { id, type, position, datacontenttype } = attributes;
  const named = Object.entries(attributes).map(([attribute, value]) => [`ce-${attribute}`, String(value)] as const);
  return {
    id,
    type,
    position,
    attributes: { 'content-type': datacontenttype, ...Object.fromEntries(named) },
    data: JSON.stringify(data),
  };
}
