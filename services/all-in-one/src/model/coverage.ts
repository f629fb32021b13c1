import type { Matter } from './matter.js';
import type { Person } from './people.js';
import { abstractState } from './seen.js';
import type { Tried } from './step.js';

/** What was tried: states × commands × people, and what came of it. */
export class Coverage {
  private readonly seenStates = new Set<string>();
  private readonly statuses = new Map<string, number>();
  private readonly byCommand = new Map<string, { accepted: number; refused: Map<string, number>; people: Set<string> }>();
  tries = 0;

  get states(): number {
    return this.seenStates.size;
  }

  state(matter: Matter): void {
    this.seenStates.add(abstractState(matter));
    this.statuses.set(matter.status, (this.statuses.get(matter.status) ?? 0) + 1);
  }

  tried(command: string, who: Person, tried: Tried): void {
    const of = this.byCommand.get(command) ?? { accepted: 0, refused: new Map<string, number>(), people: new Set<string>() };
    this.byCommand.set(command, of);
    this.tries += 1;
    of.people.add(who.name);
    if (tried.kind === 'accepted') of.accepted += 1;
    if (tried.kind === 'refused') of.refused.set(tried.name, (of.refused.get(tried.name) ?? 0) + 1);
  }

  /** Commands that were never accepted, or never refused for a reason of the process. */
  oneSided(commands: readonly string[]): readonly string[] {
    return commands.flatMap((command) => {
      const { accepted = 0, refused = new Map<string, number>() } = this.byCommand.get(command) ?? {};
      const byRule = [...refused.keys()].some((name) => name !== 'not-allowed');
      return accepted > 0 && byRule ? [] : [`${command} was never ${accepted === 0 ? 'accepted' : 'refused by a rule'}`];
    });
  }

  reasonsOf(command: string): ReadonlySet<string> {
    return new Set(this.byCommand.get(command)?.refused.keys());
  }

  told(): string {
    const { size } = this.byCommand;
    const accepted = [...this.byCommand.values()].reduce((sum, of) => sum + of.accepted, 0);
    const statuses = [...this.statuses].map(([status, count]) => `${status} ${count}`).join(', ');
    return `${this.states} states (${statuses}) × ${size} commands: ${this.tries} tries, ${accepted} accepted, ${this.tries - accepted} refused`;
  }
}
