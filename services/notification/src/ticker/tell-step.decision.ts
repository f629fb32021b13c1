import type { TimedStep } from '@ledgerline/domain';
import { instantText, rejected, type Decide, type DomainEvent } from '@ledgerline/kernel';
import type { Told } from './step-events.js';

/**
 * What time alone brings about, as it was worked out on the stream at the version that the command expects. A hold, an
 * extension or the work itself in between is another version, and nothing is told; where nothing happens, what is due stays
 * due (`clock.properties.spec.ts`), so that only the time has to be looked at again.
 *
 * @param accounts that are told of it
 */
export function tellStep<State, Event extends DomainEvent>(
  step: TimedStep,
  accounts: readonly string[],
  eventOf: (step: TimedStep, told: Told, state: State) => Event,
): Decide<unknown, State | undefined, Event> {
  return (_command, state, { at }) => {
    const now = Temporal.Instant.from(at).epochMilliseconds;
    if (state === undefined) return rejected('step-no-longer-due');
    if (step.at > now) return rejected('step-not-yet-due', { at: instantText(step.at) });
    return [eventOf(step, { accounts, now }, state)];
  };
}
