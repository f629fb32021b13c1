import { Command } from 'commander';
import { createTokenCommand } from './token/create-token.js';
import { listTokensCommand } from './token/list-tokens.js';
import { revokeTokenCommand } from './token/revoke-token.js';

/** `ledgerline token`: API tokens of the running installation. */
export function tokenCommand(): Command {
  const token = new Command('token').description('API tokens of the running installation');
  for (const command of [createTokenCommand(), listTokensCommand(), revokeTokenCommand()]) token.addCommand(command);
  return token;
}
