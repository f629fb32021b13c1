import type { TicketView } from '../api/views.ts';

export interface Difference {
  /** The ticket's member that it lies in. */
  readonly member: string;
  readonly path: readonly string[];
  readonly was: unknown;
  readonly is: unknown;
}

/** What follows from every event and says nothing by itself. */
const silent = ['version', 'updatedAt', 'assignments', 'assignment', 'routedAt', 'id'];

/** What differs between two moments of a ticket, down to the single values. */
export function differences(before: TicketView | undefined, after: TicketView | undefined): readonly Difference[] {
  return between(before ?? {}, after ?? {}, []).filter(({ path }) => !path.some((name) => silent.includes(name)));
}

function between(was: unknown, is: unknown, path: readonly string[]): readonly Difference[] {
  if (Object.is(was, is)) return [];
  if (isEmpty(was) && isEmpty(is)) return [];
  if ((isObject(was) || was === undefined) && (isObject(is) || is === undefined)) {
    const names = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
    return names.flatMap((name) => between(was?.[name], is?.[name], [...path, name]));
  }
  return [{ member: path[0] ?? '', path, was, is }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    value === 0 ||
    (isObject(value) && Object.keys(value).length === 0)
  );
}
