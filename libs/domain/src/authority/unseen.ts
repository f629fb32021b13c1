import { rejected, type ByWhom, type Rejection } from '@ledgerline/kernel';
import type { Viewer } from './sight.js';

/** What does not show to whoever acts is not there for them; the system finds everything. @param code by which it is said that it is not there */
export function unseenBy(
  { actor, onBehalfOf }: ByWhom,
  code: string,
  isSeen: (viewer: Viewer) => boolean,
): Rejection | undefined {
  if (actor.kind === 'system') return undefined;
  const viewer = onBehalfOf === undefined ? actor : { ...actor, onBehalfOf };
  return isSeen(viewer) ? undefined : rejected(code);
}
