import { describe, expect, test } from '@jest/globals';
import { InvalidConfiguration } from '@ledgerline/host';
import { CommanderError } from 'commander';
import { failureOf, Refused, WrongUse } from './outcome.js';

describe('what an error means for whoever ran the command', () => {
  test.each([
    ['help that was asked for', new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)'), 0, 'wrong-use'],
    ['an unknown command', new CommanderError(1, 'commander.unknownCommand', "error: unknown command 'x'"), 2, 'wrong-use'],
    ['no command', new CommanderError(1, 'commander.help', '(outputHelp)'), 2, 'wrong-use'],
    ['wrong settings', new InvalidConfiguration('PORT is "x"'), 2, 'invalid-configuration'],
    ['wrong use', new WrongUse('not both'), 2, 'wrong-use'],
    ['a refusal', new Refused('no-log', 'there is no log'), 1, 'no-log'],
    [
      'what was interrupted',
      new DOMException('aborted', { name: 'AbortError', cause: new Refused('interrupted', 'SIGINT') }),
      1,
      'interrupted',
    ],
    ['what broke', Object.assign(new Error('no space'), { code: 'ENOSPC' }), 1, 'ENOSPC'],
    ['what broke without a code', new TypeError('oh'), 1, 'failed'],
    ['what is no error', 'oh', 1, 'failed'],
  ])('%s', (_what, error, exitCode, code) => {
    expect(failureOf(error)).toMatchObject({ exitCode, code });
  });

  test('commander has said its own errors already', () => {
    expect(failureOf(new CommanderError(1, 'commander.x', 'error: no'))).toMatchObject({ said: true, message: 'no' });
    expect(failureOf(new Refused('x', 'no'))).toMatchObject({ said: false, message: 'no' });
  });
});
