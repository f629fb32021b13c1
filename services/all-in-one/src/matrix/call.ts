import { Agent, request as send } from 'node:http';

export interface Ask {
  readonly method: string;
  /** Below `/api/v1`, or absolute with `//`. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body as it came. */
  readonly text: string;
}

/** As much as may be open at once. */
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** @param token undefined: without a session @param from an address of the loopback network: limits count by it */
export function call(url: string, token: string | undefined, ask: Ask, from = '127.0.0.1'): Promise<Answer> {
  const { method, path, body, headers = {} } = ask;
  const content = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = send(
      `${url}${path.startsWith('//') ? path.slice(1) : `/api/v1${path}`}`,
      {
        agent,
        method,
        localAddress: from,
        headers: {
          ...(content === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
      },
      (response) => {
        if (response.headers['content-type']?.startsWith('text/event-stream')) {
          response.destroy();
          return resolve({ status: response.statusCode ?? 0, headers: response.headers, text: '' });
        }
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(content);
  });
}

export function hangUp(): void {
  agent.destroy();
}

/** @throws Error where it is no JSON */
export function json(answer: Answer): Record<string, unknown> {
  return JSON.parse(answer.text) as Record<string, unknown>;
}
