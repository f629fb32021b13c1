import type { BodyFaultView, ProblemView } from './views.ts';

/** A refusal of the API, by its stable code, with the faults of fields and what it was about. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly errors: readonly BodyFaultView[] = [],
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }

  /** Nobody decided anything: it may be tried again as it is. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Why a call has failed: by the refusal's code, or because there was no answer. */
export function codeOf(error: unknown): string {
  return error instanceof Refusal ? error.code : 'connection-lost';
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

let csrf = '';
let onSignedOut: () => void = () => undefined;
let onBehalfOf = 'none';
let onActingOtherwise: () => void = () => undefined;

/** What calls that change something carry, so that only our own pages can make them. */
export function setCsrf(secret: string): void {
  csrf = secret;
}

/** For whom this screen takes itself to act: the server does nothing in another name. @param account of the absent person */
export function setActingFor(account: string | undefined): void {
  onBehalfOf = account ?? 'none';
}

/** The session acts for somebody else by now: the absence is over, or another window has changed it. */
export function whenActingOtherwise(then: () => void): void {
  onActingOtherwise = then;
}

export function whenSignedOut(then: () => void): void {
  onSignedOut = then;
}

/** One call under `/api/v1`; what is not JSON comes as text. @throws Refusal; status 0 where the server could not be reached */
export async function call<Reply>(method: string, path: string, { body, headers, signal }: CallOptions = {}): Promise<Reply> {
  const isContent = body instanceof Blob;
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined || isContent ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'ledgerline-csrf': csrf, 'ledgerline-on-behalf-of': onBehalfOf }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isContent ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal(0, 'connection-lost');
  }
  if (response.status === 204) return undefined as Reply;
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const answer = isJson && text !== '' ? (JSON.parse(text) as unknown) : undefined;
  if (response.ok) return (isJson ? answer : text) as Reply;
  const {
    code = 'service-unavailable',
    errors,
    type: _type,
    title: _title,
    status: _status,
    ...facts
  } = (answer ?? {}) as ProblemView;
  if (code === 'not-signed-in' && path !== '/session') onSignedOut();
  if (code === 'acting-otherwise') onActingOtherwise();
  throw new Refusal(response.status, code, errors ?? [], facts);
}

export function query(parameters: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()}`;
}
