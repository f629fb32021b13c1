import { pointerToken } from '@ledgerline/domain';

/** A place at which two JSON values differ. What is not there on one side has no such member. */
export interface JsonDifference {
  /** RFC 6901. */
  readonly pointer: string;
  readonly was?: unknown;
  readonly is?: unknown;
}

/** Down to the single values; items of lists are told apart by their place. */
export function jsonDifferences(was: unknown, is: unknown, pointer = ''): readonly JsonDifference[] {
  if (Object.is(was, is)) return [];
  if (!isNested(was) || !isNested(is) || Array.isArray(was) !== Array.isArray(is))
    return [{ pointer, ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) }];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].flatMap((name) => jsonDifferences(was[name], is[name], `${pointer}/${pointerToken(name)}`));
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
