import { Command } from 'commander';
import { interruption } from './interruption.js';

/** What a command found out or did. */
export interface Answer {
  /** For `--json`: one object. */
  readonly result: Readonly<Record<string, unknown>>;
  /** The same for a person, a line each. */
  readonly words: readonly string[];
  /** True where the command did its work and the answer is no: exit 1. */
  readonly refused?: boolean;
}

/** What an action is given beside its arguments. */
export interface Asked<Options> {
  readonly options: Options;
  /** Comes with SIGINT or SIGTERM: stop where it does no harm. */
  readonly signal: AbortSignal;
}

/** Every command has `--json`. */
export function answeringCommand(name: string, description: string): Command {
  return new Command(name).description(description).option('--json', 'print one JSON object instead of words');
}

/** Runs an action, prints its answer and sets the exit code. Commander calls it with the arguments, the options and the command. */
export function answer<Options>(
  act: (asked: Asked<Options>, ...args: (string | readonly string[])[]) => Promise<Answer>,
): (...given: unknown[]) => Promise<void> {
  return async (...given) => {
    const command = given.at(-1) as Command;
    const options = command.optsWithGlobals<Options & { json?: boolean }>();
    const args = given.slice(0, -2) as (string | readonly string[])[];
    const { result, words, refused = false } = await act({ options, signal: interruption() }, ...args);
    process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : words.map((line) => `${line}\n`).join(''));
    if (refused) process.exitCode = 1;
  };
}
