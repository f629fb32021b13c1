import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import type { House } from './house.js';
import type { Ask } from './call.js';
import type { Asker } from './people.js';

const mostLooks = 5;

/** The header of a watched request. */
const mark = 'x-watched';

type Method = (...parts: never[]) => unknown;

/**
 * What a question makes the house do: every read of the log, of a read model and of the Vault, and every append. Time is not measured: on a
 * busy machine it says nothing. What is not there and what is not shown have to ask the same of the ports, one after the other.
 */
export class WorkDone {
  private readonly done: string[] = [];
  /** Set for what a watched request does, so that what the house does by itself meanwhile is not taken for it. */
  private readonly watched = new AsyncLocalStorage<string[] | undefined>();

  constructor(private readonly house: House) {
    subscribe('http.server.request.start', (message) => {
      const { request } = message as { readonly request: IncomingMessage };
      this.watched.enterWith(request.headers[mark] === undefined ? undefined : this.done);
    });
    const { store, readModels, keys } = house.ledgerline;
    this.count(store, 'log', ['load', 'append']);
    this.count(keys, 'keys', ['load']);
    const { collection } = readModels;
    const watched = new WeakSet<object>();
    readModels.collection = (async (...parts: Parameters<typeof collection>) => {
      const found = await collection.apply(readModels, parts);
      if (!watched.has(found)) this.count(found, parts[0].name, ['get', 'getMany', 'find', 'findRows', 'rowsOf', 'count']);
      watched.add(found);
      return found;
    }) as typeof collection;
  }

  /**
   * How the work of one question differs from that of another, each time that it is looked at. What is kept in memory for a moment may
   * be let go of between two questions on a slow machine: that differs now and then, a way of telling them apart always.
   */
  async difference(asker: Asker, [one, other]: readonly [Ask, Ask]): Promise<string | undefined> {
    let found = '';
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const [work, wanted] = [(await this.of(asker, one)).join(' '), (await this.of(asker, other)).join(' ')];
      if (work === wanted) return undefined;
      found = `${work} in place of ${wanted}`;
    }
    return found;
  }

  /** The least of two times, after a first: what is found in memory is found there by then, whoever looks. */
  private async of(asker: Asker, ask: Ask): Promise<readonly string[]> {
    await this.house.ask(asker, ask);
    const times = [await this.once(asker, ask), await this.once(asker, ask)];
    return times.toSorted((one, other) => one.length - other.length)[0] ?? [];
  }

  private async once(asker: Asker, ask: Ask): Promise<readonly string[]> {
    this.done.length = 0;
    await this.house.ask(asker, { ...ask, headers: { ...ask.headers, [mark]: 'yes' } });
    return [...this.done];
  }

  private count(port: object, name: string, methods: readonly string[]): void {
    const on = port as Record<string, Method | undefined>;
    for (const method of methods) {
      const does = on[method];
      if (does === undefined) throw new TypeError(`${name} has no ${method}`);
      on[method] = (...parts) => {
        this.watched.getStore()?.push(`${name}.${method}`);
        return does.apply(port, parts);
      };
    }
  }
}
