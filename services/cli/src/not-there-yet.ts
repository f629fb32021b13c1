import { Command } from 'commander';
import { NotThereYet } from './outcome.js';

/** A command that is planned and cannot be used: it takes whatever is given, says so, and does nothing. */
export function notThereYet(name: string): Command {
  return new Command(name)
    .allowUnknownOption()
    .allowExcessArguments()
    .helpOption(false)
    .action((_options: unknown, command: Command) => {
      throw new NotThereYet(`"${nameOf(command)}" is not there yet; docs/features.md says what is`);
    });
}

/** `ledgerline user disable` */
function nameOf(command: Command): string {
  return command.parent ? `${nameOf(command.parent)} ${command.name()}` : command.name();
}
