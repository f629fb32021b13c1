import { Fenced, type Checkpoints, type Position } from '@ledgerline/kernel';
import { MongoServerError, type Collection, type MongoClient } from 'mongodb';
import { connectMongo } from './connect-mongo.js';

interface Saved {
  readonly _id: string;
  readonly position: Position;
}

/** One claim; its `_id` ends in its number, so that no two owners get the same one. */
interface Claim {
  readonly _id: string;
  readonly name: string;
  readonly owner: number;
}

const duplicateKey = 11_000;

/** How far process managers got. Without transactions: an owner that was shut out may once more set the position back. */
export class MongoCheckpoints implements Checkpoints {
  private constructor(
    private readonly client: MongoClient,
    private readonly saved: Collection<Saved>,
    private readonly claims: Collection<Claim>,
  ) {}

  static async open(url: string): Promise<MongoCheckpoints> {
    const { client, database } = await connectMongo(url);
    const claims = database.collection<Claim>('process_owners');
    return new MongoCheckpoints(client, database.collection<Saved>('process_checkpoints'), claims);
  }

  async get(name: string): Promise<Position | undefined> {
    return (await this.saved.findOne({ _id: name }))?.position;
  }

  async claim(name: string): Promise<number> {
    for (;;) {
      const owner = (await this.newestOwner(name)) + 1;
      try {
        await this.claims.insertOne({ _id: `${name}#${owner}`, name, owner });
      } catch (error) {
        if (error instanceof MongoServerError && error.code === duplicateKey) continue;
        throw error;
      }
      await this.claims.deleteMany({ name, owner: { $lt: owner } });
      if ((await this.newestOwner(name)) === owner) return owner;
    }
  }

  async set(name: string, position: Position, owner: number): Promise<void> {
    if ((await this.newestOwner(name)) !== owner) throw new Fenced(`${name}: another owner has taken over`);
    await this.saved.updateOne({ _id: name }, { $set: { position } }, { upsert: true });
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  private async newestOwner(name: string): Promise<number> {
    const [newest] = await this.claims.find({ name }).sort({ owner: -1 }).limit(1).toArray();
    return newest?.owner ?? 0;
  }
}
