import type { Position } from './position.js';

/** What is kept of an outcome, for every command of every stream in memory; the rest follows from it. */
export interface KeptOutcome {
  readonly command: string;
  readonly digest: string;
  readonly version: number;
  readonly position: Position;
  /** Of the events, in order. */
  readonly types: readonly string[];
}

/** Up to so many are looked through one by one. */
const few = 64;

/**
 * The outcomes of a stream's commands. Most streams are short, and of most that are folded no outcome is ever asked for: a list costs
 * a fraction of what a map does, so that there is one only of a long stream that is asked.
 */
export class KeptOutcomes {
  private readonly inOrder: KeptOutcome[] = [];
  private byCommand: Map<string, KeptOutcome> | undefined;

  add(outcome: KeptOutcome): void {
    this.inOrder.push(outcome);
    this.byCommand?.set(outcome.command, outcome);
  }

  get(command: string): KeptOutcome | undefined {
    if (this.inOrder.length <= few) return this.inOrder.findLast((outcome) => outcome.command === command);
    this.byCommand ??= new Map(this.inOrder.map((outcome) => [outcome.command, outcome]));
    return this.byCommand.get(command);
  }
}
