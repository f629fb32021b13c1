import { nodeCryptography } from '@ledgerline/adapter-crypto';
import { SqliteEventStore, SqliteVault } from '@ledgerline/adapter-sqlite';
import { ledgerlineEvents } from '@ledgerline/domain';
import { randomId } from '@ledgerline/host';
import {
  EventCodec,
  instantText,
  KeyRing,
  sealCommit,
  streamName,
  type Commit,
  type SealedCommit,
  type StreamName,
  type Vault,
} from '@ledgerline/kernel';
import { lifeOfTicket } from './sample-tickets.js';
import { temporaryFolder } from './temporary-folder.js';

export interface SampleLog {
  readonly store: SqliteEventStore;
  readonly vault: Vault;
  readonly streams: readonly StreamName[];
  /** A codec whose key ring holds nothing yet. */
  newCodec(): EventCodec;
  /** The file of the log, for programs that read it without the store. */
  readonly file: string;
  close(): Promise<void>;
}

export interface SampleSize {
  readonly tickets: number;
  /** The first so many of a ticket's 25 events, each a commit of its own. */
  readonly events: number;
  /** Tickets under way at one time: their commits take turns in the log. */
  readonly abreast: number;
  /** Minutes between two events of a ticket; one unless given. */
  readonly minutes?: number;
}

/** Writes tickets to an embedded log of its own, sealed with keys of a real vault. */
export async function writeSampleLog({ tickets, events, abreast, minutes = 1 }: SampleSize): Promise<SampleLog> {
  const { folder, remove } = temporaryFolder();
  const vault = await SqliteVault.open(folder);
  const store = await SqliteEventStore.open(folder);
  const codec = new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(vault));
  const streams: StreamName[] = [];
  for (let begun = 0; begun < tickets; begun += abreast) {
    const group = await Promise.all(
      Array.from({ length: Math.min(abreast, tickets - begun) }, async (_, place) =>
        sealedTicket(codec, begun + place, { person: await vault.newPerson(), events, minutes }),
      ),
    );
    streams.push(...group.map(([first]) => first?.stream as StreamName));
    const commits = Array.from({ length: events }, (_, turn) => group.map((ticket) => ticket[turn] as SealedCommit)).flat();
    await Promise.all(commits.map((commit) => store.append(commit)));
  }
  const close = async () => {
    await store.close();
    await vault.close();
    remove();
  };
  const newCodec = () => new EventCodec(ledgerlineEvents, nodeCryptography, new KeyRing(vault));
  return { store, vault, streams, newCodec, file: `${folder}/log.sqlite`, close };
}

async function sealedTicket(
  codec: EventCodec,
  place: number,
  { person, events, minutes }: { readonly person: string } & Pick<Required<SampleSize>, 'events' | 'minutes'>,
): Promise<readonly SealedCommit[]> {
  const stream = streamName('ticket', `p0-${randomId()}`);
  const started = 1_772_400_000_000 + place * 1_000;
  const sealed: SealedCommit[] = [];
  for (const [index, event] of lifeOfTicket(place, person).slice(0, events).entries()) {
    const command = randomId();
    const id = `${command}.1`;
    const at = instantText(started + index * minutes * 60_000);
    const actor = { kind: 'person', id: 'ab12cd34ef56gh78jk90mn12pq', roles: ['agent'], departments: ['call-centre'] } as const;
    const meta = { at, recordedAt: at, actor, site: 'main', correlation: stream };
    const recorded = { id, version: index + 1, type: event.type, ...(await codec.seal(event, id)), meta };
    const commit: Commit = {
      format: 1,
      stream,
      first: index + 1,
      command,
      digest: 'abcdefghijklmnopqrstuv',
      previous: sealed.at(-1)?.hash ?? null,
      events: [recorded],
    };
    sealed.push(sealCommit(commit, nodeCryptography));
  }
  return sealed;
}
