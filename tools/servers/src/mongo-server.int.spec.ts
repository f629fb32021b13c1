import { describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';

import { flavourOf, mongoServer } from './mongo-server.ts';

describe('mongoServer', () => {
  it('starts one that keeps documents, and knows which of the two it is', async () => {
    const server = await mongoServer();
    const client = new MongoClient(server.url);
    try {
      const documents = client.db('ledgerline-servers-spec').collection<{ _id: string; version: number }>('documents');
      await documents.deleteMany({});
      await documents.insertOne({ _id: 'a', version: 1 });
      const moved = await documents.updateOne({ _id: 'a', version: 1 }, { $set: { version: 2 } });

      expect(moved.modifiedCount).toBe(1);
      expect(await documents.findOne({ _id: 'a' })).toEqual({ _id: 'a', version: 2 });
      expect(await flavourOf(server.url)).toBe(server.flavour);
    } finally {
      await client.close();
      await server.stop();
    }
  });
});
