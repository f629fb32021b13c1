import { ApiClient, eventually } from '@ledgerline/installation';
import { password } from './found-company.ts';

interface Open {
  heard: Map<string, number>;
}

export interface OpenConsoles {
  /** Until every one of them has heard of the ticket at this version. */
  until(ticket: string, version: number): Promise<void>;
  /** Milliseconds from the first to the last that heard, of each that was waited for. */
  latest(): readonly number[];
  close(): void;
}

/** Different rights, as they are in a house. All of them see every ticket that is not confidential. */
const people = ['zhang', 'li', 'wang', 'wu'];

/** So many screens that listen, without a browser around each. */
export async function openConsoles(url: string, count: number): Promise<OpenConsoles> {
  const stop = new AbortController();
  const tokens = await Promise.all(people.map((who) => ApiClient.tokenAs(url, who, password)));
  const all = await Promise.all(
    Array.from({ length: count }, (_, place) => listening(url, String(tokens[place % tokens.length]), stop.signal)),
  );
  const spans: number[] = [];
  return {
    async until(ticket, version) {
      const key = `${ticket} ${version}`;
      await eventually(async () => {
        const deaf = all.filter(({ heard }) => !heard.has(key)).length;
        if (deaf > 0) throw new Error(`${deaf} did not hear`);
      });
      const at = all.map(({ heard }) => heard.get(key) ?? 0);
      spans.push(Math.round(Math.max(...at) - Math.min(...at)));
    },
    latest: () => spans,
    close: () => stop.abort(),
  };
}

async function listening(url: string, token: string, signal: AbortSignal): Promise<Open> {
  const response = await fetch(`${url}/api/v1/changes`, { headers: { authorization: `Bearer ${token}` }, signal });
  const heard = new Map<string, number>();
  const read = async () => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of response.body ?? []) {
      text += decoder.decode(piece as Uint8Array, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        note(text.slice(0, end), heard);
        text = text.slice(end + 2);
      }
    }
  };
  read().catch(() => undefined);
  return { heard };
}

function note(message: string, heard: Map<string, number>): void {
  if (!message.includes('event: tickets')) return;
  const data = /^data: (.*)$/m.exec(message)?.[1];
  if (data === undefined) return;
  for (const { id, version } of (JSON.parse(data) as { items: { id: string; version: number }[] }).items)
    heard.set(`${id} ${version}`, performance.now());
}
