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

  constructor(
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>>,
  ) {
    super(`the hub answers ${code}`);
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
    const response = await this.ask(path, { headers: { 'ledgerline-seal-to': sealTo } });
    const page = readPage(await response.text());
    if (page === undefined) throw new HubAway('what answers is no hub');
    return page;
  }

  async give(page: MirroredPage): Promise<Position | null> {
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await this.ask('commits', { method: 'POST', headers, body: pageText(page) });
    return ((await response.json()) as HubPlace).place;
  }

  private async json<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    return (await this.ask(path, { method, ...sent })).json() as Promise<Answer>;
  }

  /** @throws HubAway, HubRefused */
  private async ask(path: string, init: RequestInit): Promise<Response> {
    const signals = [AbortSignal.timeout(patience), ...(this.signal === undefined ? [] : [this.signal])];
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${this.hub.token}` };
    let response: Response;
    try {
      response = await fetch(`${this.hub.url}/api/v1/link/${path}`, {
        ...init,
        headers,
        signal: AbortSignal.any(signals),
        redirect: 'error',
      });
      if (response.ok) return response;
    } catch (error) {
      throw new HubAway(reasonOf(error), { cause: error });
    }
    const problem = (await response.json().catch(() => undefined)) as (Record<string, unknown> & { code?: string }) | undefined;
    // A proxy before the hub, or a hub that is starting: it will pass.
    if (problem?.code === undefined || response.status === 503 || response.status === 429)
      throw new HubAway(`status ${response.status}`);
    throw new HubRefused(problem.code, problem);
  }
}

/** `fetch` says why in what caused it. */
function reasonOf(error: unknown): string {
  const { cause } = error as { readonly cause?: { readonly code?: string; readonly message?: string } };
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error));
}
