import { Command } from 'commander';
import { addUserCommand } from './user/add-user.js';
import { disableUserCommand, enableUserCommand } from './user/disable-user.js';
import { listUsersCommand } from './user/list-users.js';
import { setPasswordCommand } from './user/set-password.js';

/** `ledgerline user`: accounts of the running installation. */
export function userCommand(): Command {
  const user = new Command('user').description('accounts of the running installation');
  for (const command of [addUserCommand(), listUsersCommand(), setPasswordCommand(), disableUserCommand(), enableUserCommand()])
    user.addCommand(command);
  return user;
}
