import { Fenced, type LastOutgoing, type OutgoingEvent, type Outlet, type Position } from '@ledgerline/kernel';
import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import { ensureStream } from './ensure-stream.js';
import { isWrongLastSequence } from './log-stream.js';

/** Milliseconds for the server's acknowledgement, which comes after its fsync. */
const patience = 5_000;

/**
 * `feed.{site}.{type}`: a JetStream stream with a message an event, CloudEvents in binary mode. Each message is guarded by the sequence of the one before it, so that
 * two publishers cannot both go on; the message id is the event's, for who sends again what it was not told of.
 */
export class NatsOutlet implements Outlet {
  private constructor(
    private readonly client: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly site: string,
  ) {}

  static async open(
    connection: NatsConnection,
    { site, replicas }: { readonly site: string; readonly replicas: number },
  ): Promise<NatsOutlet> {
    const manager = await jetstreamManager(connection, { timeout: patience });
    const outlet = new NatsOutlet(jetstream(connection, { timeout: patience }), manager, site);
    await ensureStream(manager, { name: outlet.stream, subjects: [`feed.${site}.>`], num_replicas: replicas });
    return outlet;
  }

  private get stream(): string {
    return `FEED_${this.site}`;
  }

  async last(): Promise<LastOutgoing> {
    const { state } = await this.manager.streams.info(this.stream);
    if (state.messages === 0) return { place: state.last_seq };
    const message = await this.manager.streams.getMessage(this.stream, { seq: state.last_seq });
    if (!message) throw new Error(`the last message of ${this.stream} cannot be read`);
    const [id, position] = [message.header.get('ce-id'), message.header.get('ce-position') as Position];
    return { place: state.last_seq, event: { id, position } };
  }

  async publish({ id, type, attributes, data }: OutgoingEvent, after: number): Promise<number> {
    const carried = headers();
    for (const [name, value] of Object.entries(attributes)) carried.set(name, value);
    try {
      const options = { msgID: id, expect: { lastSequence: after }, headers: carried };
      return (await this.client.publish(`feed.${this.site}.${type}`, data, options)).seq;
    } catch (error) {
      if (isWrongLastSequence(error)) throw new Fenced(`${this.stream}: another event stands after ${after}`, { cause: error });
      throw error;
    }
  }
}
