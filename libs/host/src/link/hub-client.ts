import { pageText, readPage, type MirroredPage, type Position } from '@ledgerline/kernel';
import type { HubSettings } from './hub-settings.js';

/** Milliseconds for an answer. */
const patience = 30_000;

/** No answer that is the hub's: the link is down. */
export class HubAway extends Error {
  override readonly name = 'HubAway';
  readonly code = 'hub-away';
}

/** The hub says no; `code` is its problem's. */
export class HubRefused extends Error {
  override readonly name = 'HubRefused';

  /** @param why what it says beside, where it stands still over something */
  constructor(
    readonly code: string,
    why?: unknown,
  ) {
    super(`the hub answers ${code}${typeof why === 'string' ? `: ${why}` : ''}`);
  }
}

/** Who the hub is, what it opens keys with, and up to where it has this site's log. */
export interface HubPlace {
  readonly hub: string;
  readonly sealTo: string;
  readonly place: Position | null;
}

/** The hub's API as a site uses it. */
export class HubClient {
  constructor(
    private readonly hub: HubSettings,
    private readonly signal?: AbortSignal,
  ) {}

  /** @returns the hub's name, and sealed the secrets that its accounts' names and second factors are kept under */
  join(site: string, sealTo: string): Promise<{ readonly hub: string; readonly sealed: string }> {
    return this.json('POST', 'join', { site, sealTo });
  }

  place(): Promise<HubPlace> {
    return this.json('GET', 'place');
  }

  async commits(after: Position | null, sealTo: string): Promise<MirroredPage> {
    const path = after === null ? 'commits' : `commits?after=${encodeURIComponent(after)}`;
    return asHubs(readPage(await this.ask(path, { headers: { 'ledgerline-seal-to': sealTo } })));
  }

  async give(page: MirroredPage): Promise<Position | null> {
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await this.ask('commits', { method: 'POST', headers, body: pageText(page) });
    return (asHubs(recordIn(answer)) as unknown as HubPlace).place;
  }

  private async json<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return asHubs(recordIn(await this.ask(path, { method, ...sent }))) as Answer;
  }

  /** The body of the answer, whole: a link that is cut while it comes is down as well. @throws HubAway, HubRefused */
  private async ask(path: string, init: RequestInit): Promise<string> {
    const signals = [AbortSignal.timeout(patience), ...(this.signal === undefined ? [] : [this.signal])];
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${this.hub.token}` };
    let response: Response;
    let body: string;
    try {
      response = await fetch(`${this.hub.url}/api/v1/link/${path}`, {
        ...init,
        headers,
        signal: AbortSignal.any(signals),
        redirect: 'error',
      });
      body = await response.text();
    } catch (error) {
      throw new HubAway(reasonOf(error), { cause: error });
    }
    if (response.ok) return body;
    const { code, why } = recordIn(body) ?? {};
    // A proxy before the hub, or a hub that is starting: it will pass.
    if (typeof code !== 'string' || response.status === 503 || response.status === 429)
      throw new HubAway(`status ${response.status}`);
    throw new HubRefused(code, why);
  }
}

/** @throws HubAway a proxy says of everything that it is well, in words of its own */
function asHubs<Answer>(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new HubAway('what answers is no hub');
  return answer;
}

/** undefined for what is no JSON object. */
function recordIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** `fetch` says why in what caused it. */
function reasonOf(error: unknown): string {
  const { cause } = error as { readonly cause?: { readonly code?: string; readonly message?: string } };
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error));
}
