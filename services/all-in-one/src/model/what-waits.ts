import { awaitedOn, type Awaited, type Ticket } from '@ledgerline/domain';
import type { Body } from './rule.js';

/** Which commands are an answer: what may be too late to grant can still be refused. */
const answersTo: Partial<Record<Awaited['command'], readonly string[]>> = {
  'grant-return': ['grant-return', 'refuse-return'],
  'grant-extension': ['grant-extension', 'refuse-extension'],
};
/** Nobody gives these where nothing waits for them. Decisions of an urgent event may be more than one, and a word is always welcome. */
const onlyWhereAwaited: readonly string[] = [
  'approve-result', 'endorse-extension', 'grant-return', 'grant-extension', 'grant-reveal', 'acknowledge-urgent', 'report-back', 'acknowledge-urge',
]; // prettier-ignore

/** What was accepted of somebody in one state, held against what the product says is waiting there. */
export class WhatWaits {
  private readonly accepted = new Set<string>();

  constructor(private readonly ticket: Ticket) {}

  took(command: string, body: Body): void {
    this.accepted.add(keyOf(command, body['department']));
    if (body['department'] !== undefined) this.accepted.add(keyOf(command, undefined));
  }

  faults(): readonly string[] {
    const awaited = awaitedOn(this.ticket);
    const vain = awaited.filter(({ command, department }) => !this.isAnswered(command, department));
    const named = new Set(awaited.map(({ command, department }) => keyOf(command, department)));
    const untold = [...this.accepted].filter(
      (key) => onlyWhereAwaited.some((command) => key.startsWith(`${command} of `)) && !named.has(key),
    );
    return [
      ...vain.map(({ command, department }) => `waits for ${keyOf(command, department)}, which nobody can give`),
      ...untold.map((key) => `${key} was taken, and nothing says that it was waited for`),
    ];
  }

  private isAnswered(command: Awaited['command'], department: string | undefined): boolean {
    const answers = answersTo[command] ?? [command];
    return answers.some((answer) => this.accepted.has(keyOf(answer, department)) || this.accepted.has(keyOf(answer, undefined)));
  }
}

function keyOf(command: string, department: unknown): string {
  return typeof department === 'string' ? `${command} of ${department}` : command;
}
