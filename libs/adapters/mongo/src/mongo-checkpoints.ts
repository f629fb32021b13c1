import type { Checkpoints, Position } from '@ledgerline/kernel';
import type { Collection, MongoClient } from 'mongodb';
import { connectMongo } from './connect-mongo.js';

interface Saved {
  readonly _id: string;
  readonly position: Position;
}

/** How far process managers got. */
export class MongoCheckpoints implements Checkpoints {
  private constructor(
    private readonly client: MongoClient,
    private readonly saved: Collection<Saved>,
  ) {}

  static async open(url: string): Promise<MongoCheckpoints> {
    const { client, database } = await connectMongo(url);
    return new MongoCheckpoints(client, database.collection<Saved>('process_checkpoints'));
  }

  async get(name: string): Promise<Position | undefined> {
    return (await this.saved.findOne({ _id: name }))?.position;
  }

  async set(name: string, position: Position): Promise<void> {
    await this.saved.updateOne({ _id: name }, { $set: { position } }, { upsert: true });
  }

  async close(): Promise<void> {
    await this.client.close();
  }
}
