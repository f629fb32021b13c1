import { problem } from '@ledgerline/contracts';
import { mayCommand } from '@ledgerline/domain';
import { commandOf, replyOf, type AnswerCommand, type CommandRequest, type Ledgerline } from '@ledgerline/host';
import { rejected, streamName, type Decide, type DomainEvent, type Fold, type Rejection } from '@ledgerline/kernel';
import { factsOf } from './named-in-body.js';

/** What begins a stream of its own: `POST /proposals`, `/problems`, `/samples`, `/calibrations`. */
export interface Opening<Body, State, Event extends DomainEvent> {
  readonly command: string;
  readonly category: string;
  readonly fold: Fold<State | undefined>;
  /** The refusal where there is one already. */
  readonly isThere: string;
  /** Looks up what the body names, where the stream is new: the decision then, or what is wrong with what it names. */
  prepare(request: CommandRequest<Body>, ledgerline: Ledgerline): Promise<Decide<Body, State | undefined, Event> | Rejection>;
}

export function opensRecord<Body, State, Event extends DomainEvent>({
  command,
  category,
  fold,
  isThere,
  prepare,
}: Opening<Body, State, Event>): AnswerCommand {
  return async (request: CommandRequest<never>, ledgerline) => {
    if (!mayCommand(request.principal.roles, command)) return problem('not-allowed');
    const stream = streamName(category, request.id);
    const { state } = await ledgerline.commands.current(stream, fold);
    // A repeat finds its first answer, whatever has become of what it names.
    const decide = state === undefined ? await prepare(request, ledgerline) : () => rejected(isThere);
    if (typeof decide !== 'function') return problem(decide.rejection, factsOf(decide));
    return replyOf(request.id, await ledgerline.commands.handle(stream, commandOf<Body>(request), { fold, decide }));
  };
}
