import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
}

/** What the receiver does with a call: answers so, or hangs up, or hangs up after it has taken the event. */
export type Mood = (event: ReceivedEvent) => number | 'hang-up' | 'take-and-hang-up' | Promise<number>;

/** A consumer that follows the rules: checks the signature, keeps each event once, by id, in the order in which they first come. */
export class WebhookReceiver {
  readonly events = new Map<string, ReceivedEvent>();
  /** Calls, faulty ones too. */
  calls = 0;
  faults: string[] = [];
  secret = '';
  mood: Mood = () => 204;
  /** What it says with a status. */
  text = 'thanks';
  private server: Server | undefined;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}/in`;
  }

  /** On the same port as before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** As a process that dies: connections break off, calls in the middle too. */
  async kill(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.calls += 1;
    const pieces: Buffer[] = [];
    request.on('error', () => undefined);
    for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
    const body = Buffer.concat(pieces).toString();
    const event = JSON.parse(body) as ReceivedEvent;
    const fault = this.faultOf(request, body, event);
    if (fault !== undefined) this.faults.push(fault);
    const mood = await this.mood(event);
    const isTaken = mood === 'take-and-hang-up' || (typeof mood === 'number' && mood < 300);
    if (isTaken && !this.events.has(event.id)) this.events.set(event.id, event);
    if (typeof mood === 'number') response.writeHead(mood).end(this.text);
    else request.socket.destroy();
  }

  private faultOf({ headers }: IncomingMessage, body: string, event: ReceivedEvent): string | undefined {
    const [id, timestamp] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
    if (id !== event.id) return `${id} is not ${event.id}`;
    if (Math.abs(Number(timestamp) * 1_000 - Date.now()) > 300_000) return `${timestamp} is not now`;
    const key = Buffer.from(this.secret.replace('whsec_', ''), 'base64');
    const right = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
    const given = String(headers['webhook-signature']).split(' ').map((one) => Buffer.from(one.replace('v1,', ''), 'base64')); // prettier-ignore
    return given.some((one) => one.length === right.length && timingSafeEqual(one, right)) ? undefined : `${id} is not signed`;
  }
}
