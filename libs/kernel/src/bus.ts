import type { Json } from './canonical-json.js';

/**
 * Requests between services (rule: they meet here, even inside one process). At most once: who needs a certain outcome
 * sends a command with an id and repeats it. Payloads are JSON values; a handler's exception reaches the caller as
 * RemoteFailure, never as a hang.
 */
export interface Bus {
  /**
   * Sends to one of the handlers of the subject and waits for its answer.
   * @throws NoHandler (nobody serves it), RequestTimeout, RemoteFailure (the handler threw)
   */
  request<Reply = Json>(subject: string, payload: unknown, options?: RequestOptions): Promise<Reply>;
  /** Serves a subject as one of the group: each request goes to one member. */
  serve(subject: string, group: string, handler: BusHandler): Promise<Serving>;
  /** Says something to all who listen now. Nobody has to, nothing is kept, and nothing answers. */
  tell(subject: string, payload: unknown): void;
  /** Hears what is told on a subject from now on; each listener hears all of it. */
  hear(subject: string, listener: BusListener): Promise<Serving>;
  /** Stops taking requests, waits for those under way, then closes. */
  drain(): Promise<void>;
}

export type BusHandler = (payload: never, context: BusContext) => Promise<unknown>;

export interface BusContext {
  readonly subject: string;
  /** The `trace` that the request came with. */
  readonly trace?: string;
}

export type BusListener = (payload: never) => void;

export interface RequestOptions {
  /** Milliseconds; 10,000 unless given. */
  readonly timeout?: number;
  /** W3C `traceparent` of what the request is a part of; it goes beside the payload, in the message's header. */
  readonly trace?: string;
}

export interface Serving {
  /** Takes no more requests; resolves when those under way are answered. */
  stop(): Promise<void>;
}

export class NoHandler extends Error {
  override readonly name = 'NoHandler';
  readonly code = 'service-unavailable';
}

export class RequestTimeout extends Error {
  override readonly name = 'RequestTimeout';
  readonly code = 'service-timeout';
}

/** The other side failed; its own words stay in its log, `message` says which subject. */
export class RemoteFailure extends Error {
  override readonly name = 'RemoteFailure';
  readonly code = 'service-failure';
}
