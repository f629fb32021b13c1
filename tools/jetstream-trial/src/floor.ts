import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { measure } from './measure.ts';
import type { Figures } from './measure.ts';

/** The least a durable append can cost here: `group` records of `bytes` bytes written to a file, then one fsync. */
export async function fsyncFloor(bytes: number, group: number, rounds: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'ledgerline-floor-'));
  const file = await open(join(folder, 'log'), 'a');
  const record = Buffer.alloc(bytes * group, 0x61);
  try {
    return await measure(
      `floor: ${group === 1 ? 'one append' : `${group} appends`} of ${bytes} bytes, one fsync`,
      async (timed) => {
        for (let n = 0; n < rounds; n++) {
          await timed(async () => {
            await file.write(record);
            await file.sync();
          });
        }
      },
      group,
    );
  } finally {
    await file.close();
    await rm(folder, { recursive: true });
  }
}
