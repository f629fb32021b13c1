import { codeOf, type World } from './probe.js';
import type { House } from './house.js';
import { everyLine } from './lines/every-line.js';
import { askerNamed } from './people.js';

/** Looks that are sent by POST, because they have a body, or by PUT; nothing is decided by them. */
const sentLooks =
  /^(post \/(calendars\/compute|routing-tables\/try|[a-z-]+\/validate|[a-z-]+\/\{id\}\/preview|reports\/what-if)|delete \/reports\/what-if\/\{id\}|put \/tickets\/\{id\}\/presence)$/;
/** What nobody has to be signed in for has no token to look at. */
const open =
  /^(post \/session|post \/setup|post \/public\/session|get \/public\/publications|get \/openapi\.json|get \/asyncapi\.json)$/;

/** The ticket is looked up for the command: both scopes are needed, and none of these tokens has both. */
const looksUp = /^post \/(erasures|legal-holds)/;

type Need = 'read' | 'feed' | 'command' | 'read and command';

function needOf(operation: string): Need {
  if (/^get \/events(\/stream)?$/.test(operation)) return 'feed';
  if (looksUp.test(operation)) return 'read and command';
  return operation.startsWith('get ') || sentLooks.test(operation) ? 'read' : 'command';
}

/** Whatever its roles, a narrowed token is refused the rest: by the call that somebody who may everything is not refused. */
export async function scopesNarrow(house: House, world: World, operations: readonly string[]) {
  const faults: string[] = [];
  let asked = 0;
  for (const [name, granted] of [['token-read', ['read', 'feed']], ['token-feed', ['feed']], ['token-write', ['command']]] as const)
    for (const operation of operations.filter((one) => !open.test(one))) {
      // Tokens have no sessions and no password of their own.
      const [probe] = everyLine[operation]?.(askerNamed('token-everything'), world) ?? [];
      if (probe === undefined) continue;
      const { status, text } = await house.ask(askerNamed(name), probe.ask);
      asked += 1;
      const isRefused = status === 403 && codeOf(text) === 'scope-not-granted';
      const isGranted = (granted as readonly Need[]).includes(needOf(operation));
      if (isRefused === isGranted) faults.push(`${operation} as ${name}: ${status} ${codeOf(text) ?? ''}`);
    }
  return { asked, faults };
} // prettier-ignore
