import { lookup } from 'node:dns/promises';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type BlockList, type LookupFunction } from 'node:net';
import { isIn } from '@ledgerline/host';
import { isPublic } from './public-addresses.js';

/** What became of a call. `why` is a code; nothing of the answer's content is kept. */
export type PostOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'failed'; readonly why: 'timeout' | 'unreachable' | 'address-refused' | 'not-encrypted' };

export interface Post {
  readonly url: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

/** Milliseconds for a whole call, and bytes of an answer that are read: nobody looks at them. */
const [patience, mostAnswered] = [15_000, 64 * 1024];

class Refused extends Error {
  constructor(readonly why: 'address-refused' | 'not-encrypted') {
    super(why);
  }
}

/**
 * HTTP calls to addresses that outsiders name. A name is resolved once, every address that it has is looked at, and the connection goes to those that were looked
 * at: a second answer of the name server changes nothing. Only addresses of the whole Internet, by https; those of `allowed` networks whatever they are.
 * Redirects are not followed, proxies not used.
 */
export class GuardedPosts {
  private readonly agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) };

  constructor(private readonly allowed: BlockList) {}

  close(): void {
    for (const agent of Object.values(this.agents)) agent.destroy();
  }

  async post(post: Post, signal: AbortSignal): Promise<PostOutcome> {
    const timeout = AbortSignal.timeout(patience);
    try {
      const response = await this.sent(post, AbortSignal.any([signal, timeout]));
      await passedOver(response);
      const retryAfter = Number(response.headers['retry-after']);
      return { kind: 'answered', status: response.statusCode ?? 0, ...(retryAfter > 0 ? { retryAfter } : {}) };
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted) return { kind: 'failed', why: 'timeout' };
      return { kind: 'failed', why: error instanceof Refused ? error.why : 'unreachable' };
    }
  }

  private sent({ url: text, headers, body }: Post, signal: AbortSignal): Promise<IncomingMessage> {
    const url = new URL(text);
    const protocol = url.protocol as 'http:' | 'https:';
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0) this.refuseForeign(host, protocol);
    const options = { method: 'POST', headers, signal, agent: this.agents[protocol], lookup: this.lookup(protocol) };
    return new Promise((resolve, reject) => {
      const request = (protocol === 'https:' ? httpsRequest : httpRequest)(url, options, resolve);
      request.once('error', reject);
      request.end(body);
    });
  }

  /** What `net.connect` asks, so that it connects to what was looked at and to nothing else. */
  private lookup(protocol: string): LookupFunction {
    return (host, options, told) => {
      lookup(host, { ...options, all: true })
        .then((found) => {
          for (const { address } of found) this.refuseForeign(address, protocol);
          const [first] = found;
          if (first === undefined) throw new Error(`no address for ${host}`);
          if (options.all) told(null, found);
          else told(null, first.address, first.family);
        })
        .catch((error: unknown) => told(error as NodeJS.ErrnoException, []));
    };
  }

  private refuseForeign(address: string, protocol: string): void {
    if (isIn(address, this.allowed)) return;
    if (!isPublic(address)) throw new Refused('address-refused');
    if (protocol !== 'https:') throw new Refused('not-encrypted');
  }
}

/** What is longer is broken off: the status has said what there is to know. */
async function passedOver(response: IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) if ((bytes += piece.length) > mostAnswered) break;
}
