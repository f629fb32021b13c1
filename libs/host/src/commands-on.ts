import type { ByWhom, DomainEvent, Fold, Rejection } from '@ledgerline/kernel';
import type { AnswerCommand } from './service.js';
import { streamCommand, type StreamCommand } from './stream-command.js';

/** One kind of thing that steps are taken on: its streams, how one folds, who may take which step, and from whom one is hidden. */
export interface SteppedThing<State> {
  readonly category: string;
  readonly fold: Fold<State>;
  readonly may: (roles: readonly string[], command: string) => boolean;
  /** Refuses whoever may not know of it, whatever they ask for: before its version is told and before anything is looked up. */
  readonly unseen: (state: State, by: ByWhom) => Rejection | undefined;
  /** Refuses whoever may see it and not act on it. */
  readonly refuses?: (state: State, by: ByWhom) => Rejection | undefined;
}

/** @returns the bus handler of a step, by the command's name and its decision */
export function commandsOn<State, Event extends DomainEvent>({
  category,
  fold,
  may,
  unseen,
  refuses,
}: SteppedThing<State>): <Body>(command: string, decide: StreamCommand<Body, State, Event>['decide']) => AnswerCommand {
  return <Body>(command: string, decide: StreamCommand<Body, State, Event>['decide']) =>
    streamCommand<Body, State, Event>({
      category,
      fold,
      may: (roles) => may(roles, command),
      refuses: (state, by) => unseen(state, by) ?? refuses?.(state, by),
      hides: unseen,
      decide,
    });
}
