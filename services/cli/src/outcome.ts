import { InvalidConfiguration } from '@ledgerline/host';
import { CommanderError } from 'commander';

/** What was asked for was refused, or failed in a way that the person can do something about: exit 1. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The command was given wrongly: exit 2. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
  readonly code: string = 'wrong-use';
}

export interface Failure {
  readonly exitCode: 0 | 1 | 2;
  readonly code: string;
  readonly message: string;
  /** True where it stands on the terminal already. */
  readonly said: boolean;
}

/** What an error means for whoever ran the command. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) {
    const message = error.message.replace(/^error: /, '');
    return { exitCode: error.exitCode === 0 ? 0 : 2, code: 'wrong-use', message, said: true };
  }
  if (error instanceof InvalidConfiguration)
    return { exitCode: 2, code: 'invalid-configuration', message: error.message, said: false };
  if (error instanceof WrongUse) return { exitCode: 2, code: error.code, message: error.message, said: false };
  const { code, name, cause } = error as { code?: unknown; name?: string; cause?: unknown };
  if (name === 'AbortError' && cause instanceof Refused) return failureOf(cause);
  const message = error instanceof Error ? error.message : String(error);
  return { exitCode: 1, code: typeof code === 'string' ? code : 'failed', message, said: false };
}
