import type { Actor, RecordedEvent } from '../commit.js';
import type { Decide, Fold, Rejection } from '../decider.js';
import type { DomainEvent } from '../events.js';

export const specTime = '2026-03-02T01:00:00.000Z';

export function actorOf(roles: readonly string[], departments: readonly string[] = [], id = 'somebody'): Actor {
  return { kind: 'person', id, roles, departments };
}

/** Events as the log would give them, recorded one after the other at `specTime` by `actor`. */
export function recorded(events: readonly DomainEvent[], actor: Actor = actorOf(['system']), from = 0): readonly RecordedEvent[] {
  return events.map(({ type, data }, place) => ({
    id: `spec.${from + place + 1}`,
    version: from + place + 1,
    type,
    schema: 1,
    data,
    meta: { at: specTime, recordedAt: specTime, actor, site: 'main', correlation: 'spec' },
  }));
}

/** A history in short: what had happened, then what a command makes of it. */
export function given<State>(fold: Fold<State>, ...history: readonly DomainEvent[]) {
  const state = recorded(history).reduce<State>(fold.evolve, fold.initial);
  return {
    state,
    when<Data, Event extends DomainEvent>(
      decide: Decide<Data, State, Event>,
      command: Data,
      actor: Actor = actorOf(['coordinator']),
    ): readonly Event[] | Rejection {
      return decide(command, state, { at: specTime, actor, site: 'main' });
    },
  };
}
