import { setTimeout as sleep } from 'node:timers/promises';

export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Milliseconds for which a client comes again that was told to come again later. */
const usualPatience = 60_000;

/** What says that something was not done, and may be asked again as it is. */
const comesAgain = ['projections-behind', 'read-model-behind'];
/** What does not say whether it was done: it is repeated under its key, as the API wants it. */
const unanswered = ['service-unavailable'];

/** Tokens of those who signed in through `as`, by address, name and password. */
const sessions = new Map<string, Promise<string>>();

/** In tests every answer is held against the API's document; whoever measures, or shows, is not slowed down by it. */
const isTest = process.env['JEST_WORKER_ID'] !== undefined;

/** @throws Error where an answer is not what the document says, or says more: what nobody described may be what nobody should see */
async function holdToDocument(method: string, path: string, body: unknown): Promise<void> {
  const { faultsOfAnswer } = await import('@ledgerline/answers');
  const faults = faultsOfAnswer({ method, path, body });
  if (faults.length > 0) throw new Error(`${method} ${path} answers what the API's document does not say:\n${faults.join('\n')}`);
}

/** A client of the HTTP API, signed in as one account. Where the lists are behind and it is told to come again, it does. */
export class ApiClient {
  private readonly url: string;
  private readonly token: string | undefined;
  private readonly patience: number;
  private repeats = false;

  /** @param patience milliseconds; 0 takes `projections-behind` and `read-model-behind` for answers */
  constructor(url: string, token?: string, patience = usualPatience) {
    this.url = url;
    this.token = token;
    this.patience = patience;
  }

  /** The same account, on a machine that may be too busy to answer in time: gives every call a key, and repeats under it what was not answered. */
  repeating(): ApiClient {
    const client = new ApiClient(this.url, this.token, this.patience);
    client.repeats = true;
    return client;
  }

  /** The same account, which asks once. */
  impatient(): ApiClient {
    return new ApiClient(this.url, this.token, 0);
  }

  static async signIn(url: string, username: string, password: string): Promise<ApiClient> {
    return new ApiClient(url, await ApiClient.tokenOf(url, username, password));
  }

  /** Signed in, under the session that this process has of them already while it holds: a password costs a third of a second of a core each time. */
  static async as(url: string, username: string, password: string): Promise<ApiClient> {
    return new ApiClient(url, await ApiClient.tokenAs(url, username, password));
  }

  /** What that session is known by. */
  static async tokenAs(url: string, username: string, password: string): Promise<string> {
    const key = [url, username, password].join('\n');
    const known = await sessions.get(key);
    if (known !== undefined && (await new ApiClient(url, known).get('/session')).status === 200) return known;
    const token = ApiClient.tokenOf(url, username, password);
    sessions.set(key, token);
    token.catch(() => sessions.delete(key));
    return token;
  }

  /** What a session is known by, for what this client does not call itself. */
  static async tokenOf(url: string, username: string, password: string): Promise<string> {
    const { status, body } = await new ApiClient(url).repeating().post('/session', { username, password });
    if (status !== 200) throw new Error(`signing in as ${username}: ${status} ${JSON.stringify(body)}`);
    return body['token'] as string;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.call('GET', path, { headers });
  }

  post(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.call('POST', path, { body, headers });
  }

  async call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const keyed = { ...options, headers: { 'idempotency-key': crypto.randomUUID(), ...options.headers } };
    const again = this.repeats ? [...comesAgain, ...unanswered] : comesAgain;
    for (const until = performance.now() + this.patience; ;) {
      const answer = await this.callOnce(method, path, this.repeats ? keyed : options);
      if (!again.includes(String(answer.body['code'])) || performance.now() >= until) return answer;
      await sleep(Number(answer.headers.get('retry-after') ?? 1) * 1_000);
    }
  }

  private async callOnce(method: string, path: string, { body, headers = {} }: CallOptions): Promise<Answer> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    if (isTest && response.ok && text !== '') await holdToDocument(method, path, answer);
    return { status: response.status, headers: response.headers, body: answer };
  }
}
