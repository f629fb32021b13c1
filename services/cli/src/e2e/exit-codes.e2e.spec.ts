import { describe, expect, jest, test } from '@jest/globals';
import { startEmbedded } from '@ledgerline/installation';
import { ledgerline, result } from './command-line.js';
import { newFolder } from './filled-installation.js';

jest.setTimeout(240_000);

describe('exit 0', () => {
  test.each([[['--help']], [['config', '--help']], [['help', 'config']]])('help: %j', async (args) => {
    const { code, stdout, stderr } = await ledgerline(args);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Usage: ledgerline');
  });

  test('the version', async () => {
    expect(await ledgerline(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  test('the configuration, in words and as one object', async () => {
    const env = { LEDGERLINE_SITE: 'north', LEDGERLINE_ADMIN_PASSWORD: 'hush-hush' };
    const words = await ledgerline(['config'], { env });
    expect(words).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^site +north$/m) });
    const object = await ledgerline(['config', '--json'], { env });
    expect(result(object)).toMatchObject({ site: 'north', adminPassword: '***', demoPassword: null });
    expect(words.stdout + object.stdout).not.toContain('hush');
  });
});

describe('exit 2', () => {
  test.each([
    ['nothing at all', []],
    ['an unknown command', ['confgi']],
    ['an unknown option', ['config', '--jsno']],
    ['too many arguments', ['config', 'extra']],
  ])('%s', async (_what, args) => {
    const { code, stdout, stderr } = await ledgerline(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/error|Usage/);
  });

  test('what-if without anything to try', async () => {
    expect(await ledgerline(['what-if'])).toMatchObject({ code: 2, stderr: expect.stringContaining('give --policy') });
    const ran = await ledgerline(['what-if', '--policy', '/nowhere.json']);
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('is no CODE or CODE.VERSION, and no file') });
  });

  test.each(['config', 'start'])('%s with wrong settings names each', async (command) => {
    const ran = await ledgerline([command, '--json'], { env: { PORT: 'x', LEDGERLINE_STORE: 'paper' } });
    expect(ran.code).toBe(2);
    expect(result(ran)).toMatchObject({ error: { code: 'invalid-configuration' } });
    for (const fault of ['PORT is "x"', 'LEDGERLINE_STORE is "paper"']) expect(ran.stderr).toContain(fault);
  });
});

describe('start', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('tells where it is, and ends in order on %s', async (signal) => {
    const env = { LEDGERLINE_DATA: await newFolder(), PORT: '0' };
    const ran = await ledgerline(['start', '--json'], { env, when: { text: /\n/, signal } });
    expect([ran.code, ran.stderr]).toEqual([0, '']);
    const address = /^http:\/\/127\.0\.0\.1:\d+$/;
    expect(result(ran)).toEqual({ address: expect.stringMatching(address), setUp: expect.stringMatching(/\/setup#/) });
  });

  test('is refused where another one runs, exit 1', async () => {
    const env = { LEDGERLINE_DATA: await newFolder(), PORT: '0' };
    const running = await startEmbedded({ data: env.LEDGERLINE_DATA });
    const second = await ledgerline(['start'], { env });
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining('another Ledgerline is running on') });
    expect(await running.stop()).toEqual([0]);
  });
});
