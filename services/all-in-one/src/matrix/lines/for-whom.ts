import type { Ask } from '../call.js';
import { holds, type Asker } from '../people.js';
import { either, notAllowed, notOnBehalf, notSignedIn, passed, status, type Line, type Want } from '../probe.js';

/** Everybody who works here, API tokens too; callers do not. */
export function staff(ask: Ask, wants: Want = status(200)): Line {
  return (asker) => {
    if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
    return [{ ask, wants: asker.kind === 'caller' ? notAllowed : wants }];
  };
}

/** People alone: neither tokens nor callers have an account. */
export function people(ask: Ask, wants: Want): Line {
  return (asker) => {
    if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
    return [{ ask, wants: asker.kind === 'person' ? wants : notAllowed }];
  };
}

/** People, each for their own account, and nobody in another's name. */
export function themselves(ask: Ask, wants: Want): Line {
  const forPeople = people(ask, wants);
  return (asker, world) => (asker.standsInFor === undefined ? forPeople(asker, world) : [{ ask, wants: notOnBehalf }]);
}

/** Of accounts and the house somebody who stands in is told that it is nobody's in another's name. */
export function refusedTo({ standsInFor }: Asker): Want {
  return standsInFor === undefined ? notAllowed : either(notAllowed, notOnBehalf);
}

/** Who holds one of these roles, as they are or as another one includes them. @param like where nobody else is told whether it is there */
export function forRoles(
  ask: Ask,
  roles: readonly string[],
  { like, done = passed }: { readonly like?: Ask; readonly done?: Want } = {},
): Line {
  return (asker) => {
    if (asker.kind === 'nobody') return [{ ask, wants: notSignedIn }];
    if (!holds(asker, ...roles)) return [{ ask, wants: refusedTo(asker), ...(like === undefined ? {} : { like }) }];
    return [{ ask, wants: done }];
  };
}
