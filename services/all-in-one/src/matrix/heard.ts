import { request as send, type IncomingMessage } from 'node:http';
import type { House } from './house.js';
import type { Asker } from './people.js';

/** What one asker hears on a stream of server-sent events, until hung up. */
export interface Listening {
  readonly asker: Asker;
  readonly status: number;
  heard(): string;
  hangUp(): void;
}

export async function listen(house: House, asker: Asker, path: string): Promise<Listening> {
  const token = house.tokenOf(asker);
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { response, hangUp } = await opened(`${house.url}/api/v1${path}`, headers);
  let text = '';
  response.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  // The other side ends it too, when the house is closed.
  response.on('error', () => undefined);
  return { asker, status: response.statusCode ?? 0, heard: () => text, hangUp };
}

function opened(url: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ readonly response: IncomingMessage; readonly hangUp: () => void }>((resolve, reject) => {
    const sent = send(url, { headers }, (response) => resolve({ response, hangUp: () => response.destroy() }));
    sent.on('error', reject);
    sent.end();
  });
}
