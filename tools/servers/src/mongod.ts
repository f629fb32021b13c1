import { setTimeout as delay } from 'node:timers/promises';
import { DryMongoBinary, MongoBinary, MongoMemoryReplSet } from 'mongodb-memory-server-core';

import { cached } from './cache-folder.ts';
import { onPath } from './run-program.ts';

const downloadDir = cached('mongod', '');

/** A mongod on PATH, or one downloaded before. */
export async function mongodAtHand(): Promise<string | undefined> {
  return onPath('mongod') ?? (await DryMongoBinary.locateBinary(await DryMongoBinary.generateOptions({ downloadDir })));
}

/** Downloads a mongod through mongodb-memory-server; gives up after 90 seconds (about 100 MB are to come). */
export async function downloadMongod(): Promise<string> {
  const tooLong = new AbortController();
  const waiting = delay(90_000, undefined, { signal: tooLong.signal, ref: false }).then(() => {
    throw new Error('the download took more than 90 s');
  });
  try {
    return await Promise.race([MongoBinary.getPath({ downloadDir }), waiting]);
  } finally {
    tooLong.abort();
    waiting.catch(() => undefined);
  }
}

/** Starts a mongod as a replica set of one, so that it has transactions. */
export async function startMongod(path: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const set = await MongoMemoryReplSet.create({
    binary: { systemBinary: path, checkMD5: false },
    replSet: { count: 1, ip: '127.0.0.1', storageEngine: 'wiredTiger' },
  });
  return { url: set.getUri(), stop: async () => void (await set.stop({ doCleanup: true })) };
}
