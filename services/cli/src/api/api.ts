import { Refused } from '../outcome.js';

interface Problem {
  readonly code: string;
  readonly title: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** The HTTP API of a running Ledgerline. */
export class Api {
  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {}

  /** @throws Refused with the problem's code, or `not-running` where nobody answers */
  async call<Body>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Body> {
    const response = await this.sent(method, path, body);
    const text = await response.text();
    if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as Body;
    throw refusalOf(response.status, text);
  }

  private async sent(method: string, path: string, body: unknown): Promise<Response> {
    try {
      return await fetch(new URL(`/api/v1${path}`, this.url), {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(30_000),
      });
    } catch (error) {
      const advice = 'start it ("ledgerline start"), or set LEDGERLINE_URL';
      throw new Refused('not-running', `no Ledgerline answers at ${this.url}: ${advice}`, { cause: error });
    }
  }
}

/** Members of every problem (RFC 9457); the others are the facts of this one. */
const ownMembers = ['type', 'status', 'detail', 'instance'];

/** A problem document (RFC 9457) in words; what is none is not a Ledgerline's. */
function refusalOf(status: number, text: string): Refused {
  const {
    code,
    title,
    errors = [],
    ...more
  } = problemIn(text) ?? { code: `http-${status}`, title: `the server answers ${status}` };
  const facts = Object.entries(more).filter(([name]) => !ownMembers.includes(name));
  const lines = [
    ...facts.map(([name, value]) => `  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
    ...errors.map(({ pointer, detail }) => `  ${pointer} ${detail}`),
  ];
  return new Refused(code, [title, ...lines].join('\n'));
}

function problemIn(text: string): Problem | undefined {
  try {
    const problem = JSON.parse(text) as Partial<Problem> | null;
    return typeof problem?.code === 'string' && typeof problem.title === 'string' ? (problem as Problem) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
