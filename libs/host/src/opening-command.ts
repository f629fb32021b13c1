import { rejected, streamName, type Decide, type DomainEvent, type Fold, type Rejection } from '@ledgerline/kernel';
import type { Ledgerline } from './ledgerline.js';
import type { AnswerCommand } from './service.js';
import { commandOf, replyOf } from './stream-command.js';
import type { CommandRequest } from './wire.js';

/** A use case that begins a stream. */
export interface OpeningCommand<Body, State, Event extends DomainEvent> {
  readonly category: string;
  readonly fold: Fold<State | undefined>;
  readonly may: (roles: readonly string[]) => boolean;
  /** Refuses another opening of what is there. */
  readonly exists: string;
  /** Looks up what the decision needs, for what is new alone; or why there is none. */
  readonly prepare: (
    request: CommandRequest<Body>,
    ledgerline: Ledgerline,
  ) => Promise<Decide<Body, State | undefined, Event> | Rejection>;
}

/** A repeat finds its first answer, whatever has become of what it names: nothing is looked up for it. */
export function openingCommand<Body, State, Event extends DomainEvent>(
  useCase: OpeningCommand<Body, State, Event>,
): AnswerCommand {
  return async (request: CommandRequest<never>, ledgerline) => {
    if (!useCase.may(request.principal.roles)) return { kind: 'problem', code: 'not-allowed' };
    const stream = streamName(useCase.category, request.id);
    const { state } = await ledgerline.commands.current(stream, useCase.fold);
    const prepared = state === undefined ? await useCase.prepare(request, ledgerline) : () => rejected(useCase.exists);
    if (typeof prepared !== 'function') {
      const { rejection, ...facts } = prepared;
      return { kind: 'problem', code: rejection, facts };
    }
    const rules = { fold: useCase.fold, decide: prepared };
    return replyOf(request.id, await ledgerline.commands.handle(stream, commandOf<Body>(request), rules));
  };
}
