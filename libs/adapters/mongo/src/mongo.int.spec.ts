import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Position } from '@ledgerline/kernel';
import { checkpointsContract, readModelsContract, sampleCollection, sampleDocuments } from '@ledgerline/kernel/contracts';
import { mongoServer, type RunningMongo } from '@ledgerline/servers';
import { MongoClient } from 'mongodb';
import { MongoCheckpoints, MongoReadModels } from './index.js';

jest.setTimeout(240_000);

let server: RunningMongo;
let databases = 0;
beforeAll(async () => {
  server = await mongoServer();
});
afterAll(() => server.stop());

function newDatabase(): string {
  const url = new URL(server.url);
  url.pathname = `/contract_${process.pid}_${(databases += 1)}`;
  return url.href;
}

async function dropDatabase(url: string): Promise<void> {
  const client = new MongoClient(url);
  await client.db().dropDatabase();
  await client.close();
}

readModelsContract('MongoDB', async () => {
  const url = newDatabase();
  let readModels = await MongoReadModels.open(url);
  const reopen = async () => {
    await readModels.close();
    readModels = await MongoReadModels.open(url);
    return readModels;
  };
  const close = async () => {
    await readModels.close();
    await dropDatabase(url);
  };
  return { readModels, reopen, close };
});

checkpointsContract('MongoDB', async () => {
  const url = newDatabase();
  const checkpoints = await MongoCheckpoints.open(url);
  const close = async () => {
    await checkpoints.close();
    await dropDatabase(url);
  };
  return { checkpoints, reopen: () => Promise.resolve(checkpoints), close };
});

test('a row that its document does not bear out is not shown: a crash came between the two', async () => {
  const url = newDatabase();
  const readModels = await MongoReadModels.open(url);
  const collection = await readModels.collection(sampleCollection);
  const [id, document] = [...sampleDocuments(1)][0] ?? ['', undefined];
  const owner = await collection.claim();
  await collection.write([{ id, document, versions: { 'ticket.t': 1 } }], { position: 'main.e.1' as Position, owner });
  const client = new MongoClient(url);
  await client
    .db()
    .collection<{ _id: string }>('sample_documents_v1_g1_rows')
    .updateOne({ _id: `${id}#0` }, { $set: { f_owner: 'somebody else' } });
  expect((await collection.find({ where: { scope: 'all', owner: 'somebody else' }, limit: 5 })).items).toEqual([]);
  await client.close();
  await readModels.close();
  await dropDatabase(url);
});
