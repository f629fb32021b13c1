import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { backupCommand } from './backup.js';
import { configCommand } from './config.js';
import { doctorCommand } from './doctor.js';
import { eraseCommand } from './erase.js';
import { exportCommand } from './export.js';
import { importCommand } from './import/import.command.js';
import { keysCommand } from './keys.js';
import { migrateCommand } from './migrate.js';
import { rebuildCommand } from './rebuild.js';
import { replayCommand } from './replay.js';
import { restoreCommand } from './restore.js';
import { startCommand } from './start.js';
import { tokenCommand } from './token.js';
import { userCommand } from './user.js';
import { verifyCommand } from './verify.js';
import { whatIfCommand } from './what-if.js';

/** The command line, put together. */
export function ledgerline(): Command {
  const program = new Command('ledgerline')
    .description('Event-sourced call-centre and work-order system. Settings come from the environment: see docs/operations.md.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .enablePositionalOptions()
    .showHelpAfterError('(ledgerline COMMAND --help says more)')
    .addHelpText('after', '\nExit codes: 0 done, 1 refused or failed, 2 wrong use.');
  const commands = [
    startCommand(),
    configCommand(),
    doctorCommand(),
    verifyCommand(),
    replayCommand(),
    rebuildCommand(),
    exportCommand(),
    importCommand(),
    backupCommand(),
    eraseCommand(),
    restoreCommand(),
    migrateCommand(),
    keysCommand(),
    userCommand(),
    tokenCommand(),
    whatIfCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  return throwing(program);
}

/** Wrong use is thrown, so that one place decides on exit codes. Commands that were added do not inherit this. */
function throwing(command: Command): Command {
  command.exitOverride();
  command.commands.forEach(throwing);
  return command;
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return manifest.version;
}
