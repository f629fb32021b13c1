import { openCommit, type Commit, type RecordedEvent, type StoredCommit } from './commit.js';
import type { Cryptography } from './cryptography.js';
import { erased, type DomainEvent, type EventCatalogue } from './events.js';
import type { KeyRing } from './key-ring.js';
import type { KeyId, PersonKey } from './vault.js';

type LoadedKeys = ReadonlyMap<KeyId, PersonKey>;
type Writable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

/** An event of a batch that is not handed over as it stands: a box to open, an old shape. */
interface ToChange {
  readonly index: number;
  readonly place: number;
  readonly person: KeyId | undefined;
}

interface Unsealing {
  readonly person?: KeyId;
  readonly loaded?: LoadedKeys | undefined;
  readonly atHand?: RecordedEvent | undefined;
}

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
    const decoded: DecodedCommit[] = [];
    const toChange: ToChange[] = [];
    const missing = new Set<KeyId>();
    for (let index = 0; index < stored.length; index += 1) {
      const { position, stream, first, last, previous, hash, text } = stored[index] as StoredCommit;
      const commit = openCommit(stored[index] as StoredCommit);
      const { events } = commit;
      for (let place = 0; place < events.length; place += 1) {
        const event = events[place] as RecordedEvent;
        const person = personToUnseal(event, looksInside);
        if (person === undefined && event.schema === this.catalogue.definition(event.type).schema) continue;
        if (person !== undefined && this.keys.known(person) === undefined) missing.add(person);
        toChange.push({ index, place, person });
      }
      decoded.push({ position, stream, first, last, previous, hash, text, commit, events });
    }
    const loaded = missing.size > 0 ? await this.keys.load([...missing]) : undefined;
    for (const { index, place, person } of toChange) {
      const { events, commit } = decoded[index] as DecodedCommit;
      const changed = events === commit.events ? [...events] : (events as RecordedEvent[]);
      const atHand = (stored[index] as StoredCommit).plain?.[place];
      changed[place] = this.plain(changed[place] as RecordedEvent, person === undefined ? {} : { person, loaded, atHand });
      (decoded[index] as Writable<DecodedCommit>).events = changed;
    }
    return decoded;
  }

  /** @param unsealing whose key opens the box, unless it stays as it is; `atHand`: the event before it was sealed */
  private plain(event: RecordedEvent, { person, loaded, atHand }: Unsealing): RecordedEvent {
    const definition = this.catalogue.definition(event.type);
    let data = event.data;
    if (person !== undefined) {
      const key = loaded?.get(person) ?? this.keys.known(person);
      // Who wrote it a moment ago need not open it, as long as the key is there.
      if (key instanceof Uint8Array && atHand !== undefined) return atHand;
      const { sealed, ...open } = event.data as { readonly sealed: string };
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

/** Whose key the event's box needs, where it has one that the reader looks into: most are told by their type alone. */
function personToUnseal({ data, type }: RecordedEvent, looksInside: readonly string[] | undefined): KeyId | undefined {
  if (looksInside !== undefined && !looksInside.includes(type)) return undefined;
  const { sealed, person } = data as { readonly sealed?: string; readonly person?: KeyId };
  return sealed === undefined ? undefined : person;
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
