import type { Ledgerline } from './ledgerline.js';
import type { AnswerCommand, AnswerQuery } from './service.js';
import type { CommandRequest } from './wire.js';

/** What would become of a command now: nothing is written, whatever it is. */
export type Tried =
  | { readonly possible: true }
  | { readonly possible: false; readonly code: string; readonly facts?: Readonly<Record<string, unknown>> };

export type TryCommand = (request: CommandRequest<never>, ledgerline: Ledgerline) => Promise<Tried>;

/** A command that can be tried: it was made from a decision, and a decision is pure. */
export interface TriableCommand extends AnswerCommand {
  readonly trial: TryCommand;
}

export interface TrialRequest {
  readonly id: string;
  readonly tries: readonly { readonly command: string; readonly body: unknown }[];
}

/**
 * The query `try-commands` of a service: each of its commands that can be tried, with a body, on one stream. Those that cannot are left
 * out of the answer.
 */
export function tryCommands(commands: Readonly<Record<string, AnswerCommand>>): AnswerQuery {
  return async (
    { body, principal }: { readonly body: TrialRequest; readonly principal: CommandRequest['principal'] },
    ledgerline,
  ) => {
    const tried: Record<string, Tried> = {};
    for (const { command, body: data } of body.tries) {
      const known = Object.hasOwn(commands, command) ? commands[command] : undefined;
      if (!known || !isTriable(known)) continue;
      const request = { id: body.id, command: 'trial', body: data, principal } as CommandRequest<never>;
      tried[command] = await known.trial(request, ledgerline);
    }
    return { kind: 'tried', tried };
  };
}

function isTriable(command: AnswerCommand): command is TriableCommand {
  return typeof (command as Partial<TriableCommand>).trial === 'function';
}
