/** What stands in the place of a personal field when the person's key has been destroyed. */
export const erased = Object.freeze({ erased: true } as const);
export type Erased = typeof erased;
/** A field declared personal: the value, or `erased`. */
export type Personal<Value> = Value | Erased;

export function isErased(value: unknown): value is Erased {
  return typeof value === 'object' && value !== null && (value as { erased?: unknown }).erased === true;
}

/** An event before it is recorded: what a decision returns. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/**
 * One kind of event, registered once beside its wire name. `personal` names top-level members of `data` that belong to
 * the person whose key id is in `data.person`; they are sealed before the bytes are made. Free text is the caller's.
 */
export interface EventDefinition {
  readonly type: string;
  /** Number of today's shape, from 1. */
  readonly schema: number;
  readonly personal?: readonly string[];
  /** `upcasters[n]` turns data of schema n + 1 into schema n + 2; there are `schema - 1` of them. */
  readonly upcasters?: readonly ((data: never) => unknown)[];
}

/** Any of the events that are given by wire name with their data. */
export type EventOf<Events> = { [Type in keyof Events]: { readonly type: Type; readonly data: Events[Type] } }[keyof Events];

/** Events in their first shape, by wire name, each with its personal fields; of most there are none. */
export function definitionsOf<Type extends string>(
  personal: Readonly<Record<Type, readonly string[] | undefined>>,
): readonly EventDefinition[] {
  return Object.entries<readonly string[] | undefined>(personal).map(([type, fields]) => ({
    type,
    schema: 1,
    ...(fields === undefined ? {} : { personal: fields }),
  }));
}

/** Where a fold has told all its events apart: the compiler sees to it that none is left, and history that nobody could fold is refused. */
export function noRuleFor(event: never): never {
  throw new TypeError(`no rule for ${JSON.stringify(event)}`);
}

/** Every event type that a program knows, by wire name. */
export interface EventCatalogue {
  definition(type: string): EventDefinition;
  readonly definitions: readonly EventDefinition[];
}

export class UnknownEventType extends Error {
  override readonly name = 'UnknownEventType';
  readonly code = 'unknown-event-type';
}

/** @throws TypeError where a name stands twice or the upcasters do not fit the schema number. */
export function eventCatalogue(...groups: readonly (readonly EventDefinition[])[]): EventCatalogue {
  const byType = new Map<string, EventDefinition>();
  for (const definition of groups.flat()) {
    if (byType.has(definition.type)) throw new TypeError(`event type ${definition.type} is registered twice`);
    if ((definition.upcasters?.length ?? 0) !== definition.schema - 1)
      throw new TypeError(`event type ${definition.type} needs ${definition.schema - 1} upcasters`);
    byType.set(definition.type, definition);
  }
  return {
    definitions: [...byType.values()],
    definition(type) {
      const found = byType.get(type);
      if (!found) throw new UnknownEventType(`no event type ${type} is registered`);
      return found;
    },
  };
}
