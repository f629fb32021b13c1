import {
  categoryOf,
  CommandHandling,
  type Command,
  type CommandHandlingParts,
  type DomainEvent,
  type Handled,
  type Rules,
  type StreamName,
} from '@ledgerline/kernel';
import { recorded, type Traces } from './traces.js';

/**
 * Handling with spans: the whole, and in it what is loaded, decided and appended. The events' `meta.trace` is the span that wrote them
 * where it is recorded, and nothing else: what a caller put there is not passed on.
 */
export class TracedCommandHandling extends CommandHandling {
  constructor(
    parts: CommandHandlingParts,
    private readonly traces: Traces,
  ) {
    super({ ...parts, store: tracedStore(parts.store, traces) });
  }

  override handle<Data, State, Event extends DomainEvent>(
    stream: StreamName,
    { trace: _given, ...command }: Command<Data>,
    rules: Rules<Data, State, Event>,
  ): Promise<Handled<State>> {
    const attributes = { 'ledgerline.category': categoryOf(stream) };
    return this.traces.within({ name: 'handle', kind: 'internal', attributes }, async (span) => {
      const trace = recorded(span.traceparent);
      const handled = await super.handle(stream, trace === undefined ? command : { ...command, trace }, this.traced(rules));
      span.note({ 'ledgerline.outcome': handled.kind });
      return handled;
    });
  }

  private traced<Data, State, Event extends DomainEvent>(rules: Rules<Data, State, Event>): Rules<Data, State, Event> {
    return {
      ...rules,
      decide: (...given) =>
        this.traces.within({ name: 'decide', kind: 'internal' }, (span) => {
          const decision = rules.decide(...given);
          if (Array.isArray(decision)) span.note({ 'ledgerline.events': decision.length });
          else span.note({ 'ledgerline.rejection': (decision as { readonly rejection: string }).rejection });
          return decision;
        }),
    };
  }
}

/** What handling asks of the log, with spans. */
function tracedStore(store: CommandHandlingParts['store'], traces: Traces): CommandHandlingParts['store'] {
  return {
    append: (commit) =>
      traces.within({ name: 'append', kind: 'client' }, async (span) => {
        const outcome = await store.append(commit);
        span.note({ 'ledgerline.outcome': outcome.kind });
        return outcome;
      }),
    load: (stream, options) =>
      traces.current() === undefined
        ? store.load(stream, options)
        : traces.within({ name: 'load', kind: 'client' }, async (span) => {
            const commits = await store.load(stream, options);
            span.note({ 'ledgerline.commits': commits.length });
            return commits;
          }),
  };
}
