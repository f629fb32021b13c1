import { openCommit, type Commit, type RecordedEvent, type StoredCommit } from './commit.js';
import type { Cryptography } from './cryptography.js';
import { erased, type DomainEvent, type EventCatalogue } from './events.js';
import type { KeyRing } from './key-ring.js';
import type { KeyId, PersonKey } from './vault.js';

type LoadedKeys = ReadonlyMap<KeyId, PersonKey>;

/** An event's data as it stands in the bytes, and the number of their shape. */
export interface SealedData {
  readonly schema: number;
  readonly data: unknown;
}

/** A commit with its events as pure code sees them: upcast, personal fields plain or `erased`. */
export interface DecodedCommit extends StoredCommit {
  readonly commit: Commit;
  readonly events: readonly RecordedEvent[];
}

/**
 * The one way between plain events and recorded ones, for loads, subscriptions and rebuilds alike: seals and unseals
 * personal fields, upcasts old schemas.
 */
export class EventCodec {
  constructor(
    readonly catalogue: EventCatalogue,
    private readonly cryptography: Cryptography,
    private readonly keys: KeyRing,
  ) {}

  /** Keys that were destroyed are not used any more. */
  forget(persons: readonly KeyId[]): void {
    for (const person of persons) this.keys.forget(person);
  }

  /**
   * The event's data as it goes into the bytes. `id` binds the sealed box to its place. At once
   * where the person's key is at hand.
   */
  seal(event: DomainEvent, id: string): SealedData | Promise<SealedData> {
    const definition = this.catalogue.definition(event.type);
    if (!definition.personal) return { schema: definition.schema, data: event.data };
    const { person, plain, open } = split(event.data as Record<string, unknown>, definition.personal);
    if (plain === undefined) return { schema: definition.schema, data: event.data };
    if (person === undefined) throw new TypeError(`${event.type} has personal fields and no person`);
    const key = this.keys.known(person);
    if (key !== undefined) return this.sealed(definition.schema, { open, plain, key, id });
    return this.keys
      .load([person])
      .then((loaded) => this.sealed(definition.schema, { open, plain, key: loaded.get(person), id }));
  }

  private sealed(
    schema: number,
    { open, plain, key, id }: { open: Record<string, unknown>; plain: object; key: PersonKey | undefined; id: string },
  ): SealedData {
    if (!(key instanceof Uint8Array)) return { schema, data: { ...open, ...allErased(plain) } };
    open['sealed'] = this.cryptography.seal(key, JSON.stringify(plain), id);
    return { schema, data: open };
  }

  /**
   * Decodes in order. One look into the Vault for all the persons of the batch.
   *
   * @param looksInside types of the events whose personal fields the reader looks at, all unless given; others stay sealed
   */
  async open(stored: readonly StoredCommit[], looksInside?: readonly string[]): Promise<readonly DecodedCommit[]> {
    const commits = stored.map(openCommit);
    const missing = new Set<KeyId>();
    for (const { events } of commits)
      for (const event of events) {
        const person = personToUnseal(event, looksInside);
        if (person !== undefined && this.keys.known(person) === undefined) missing.add(person);
      }
    const loaded = missing.size > 0 ? await this.keys.load([...missing]) : undefined;
    const decoded: DecodedCommit[] = [];
    for (let index = 0; index < commits.length; index += 1) {
      const { position, stream, first, last, previous, hash, text } = stored[index] as StoredCommit;
      const commit = commits[index] as Commit;
      const events = this.allPlain(commit.events, looksInside, loaded);
      decoded.push({ position, stream, first, last, previous, hash, text, commit, events });
    }
    return decoded;
  }

  /** The events as they are where none has to be changed, which is how it mostly is. */
  private allPlain(
    events: readonly RecordedEvent[],
    looksInside: readonly string[] | undefined,
    loaded: LoadedKeys | undefined,
  ): readonly RecordedEvent[] {
    let changed: RecordedEvent[] | undefined;
    for (let index = 0; index < events.length; index += 1) {
      const event = events[index] as RecordedEvent;
      const plain = this.plain(event, personToUnseal(event, looksInside), loaded);
      if (plain !== event) (changed ??= [...events])[index] = plain;
    }
    return changed ?? events;
  }

  private plain(event: RecordedEvent, person: KeyId | undefined, loaded: LoadedKeys | undefined): RecordedEvent {
    const definition = this.catalogue.definition(event.type);
    if (person === undefined && event.schema === definition.schema) return event;
    let data = event.data;
    if (person !== undefined) {
      const { sealed, ...open } = event.data as { readonly sealed: string };
      const key = loaded?.get(person) ?? this.keys.known(person);
      data =
        key instanceof Uint8Array
          ? { ...open, ...(JSON.parse(this.cryptography.open(key, sealed, event.id)) as object) }
          : { ...open, ...Object.fromEntries((definition.personal ?? []).map((name) => [name, erased])) };
    }
    for (let schema = event.schema; schema < definition.schema; schema += 1)
      data = (definition.upcasters?.[schema - 1] as (data: unknown) => unknown)(data);
    return { ...event, schema: definition.schema, data };
  }
}

/** Whose key the event's box needs, where it has one that the reader looks into. */
function personToUnseal({ data, type }: RecordedEvent, looksInside: readonly string[] | undefined): KeyId | undefined {
  const { sealed, person } = data as { readonly sealed?: string; readonly person?: KeyId };
  if (sealed === undefined || person === undefined) return undefined;
  return looksInside === undefined || looksInside.includes(type) ? person : undefined;
}

/** `plain` is undefined where there is nothing personal. */
function split(data: Record<string, unknown>, personal: readonly string[]) {
  let plain: Record<string, unknown> | undefined;
  const open: Record<string, unknown> = {};
  for (const name of Object.keys(data)) {
    const value = data[name];
    if (value === undefined) continue;
    if (personal.includes(name)) (plain ??= {})[name] = value;
    else open[name] = value;
  }
  return { person: data['person'] as KeyId | undefined, plain, open };
}

function allErased(plain: object) {
  return Object.fromEntries(Object.keys(plain).map((name) => [name, erased]));
}
