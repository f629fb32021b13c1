import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from '@jest/globals';

import { natsServer } from './nats-server.ts';

const named = process.env['LEDGERLINE_NATS_SERVER'];
afterEach(() => {
  if (named === undefined) delete process.env['LEDGERLINE_NATS_SERVER'];
  else process.env['LEDGERLINE_NATS_SERVER'] = named;
});

describe('natsServer', () => {
  it('refuses a server that is too old, and says how to get another', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ledgerline-old-nats-'));
    const old = join(folder, 'nats-server');
    await writeFile(old, '#!/bin/sh\necho nats-server: v2.9.10\n');
    await chmod(old, 0o755);
    process.env['LEDGERLINE_NATS_SERVER'] = old;

    await expect(natsServer()).rejects.toThrow(/nats-server is missing: set LEDGERLINE_NATS_SERVER.*\n.*v2\.9\.10/);
    await rm(folder, { recursive: true });
  });

  it('finds or installs one of 2.12 or newer', async () => {
    const { version } = await natsServer();

    expect(Number(version.split('.')[1])).toBeGreaterThanOrEqual(12);
  });
});
