import type { BusHandler, Serving } from '@ledgerline/kernel';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import type { Ledgerline } from './ledgerline.js';
import type { DirectAnswer } from './service-module.js';

/**
 * Nest's message handlers on our Bus port: the same handlers inside one process and over NATS, queue group = service. A
 * handler is the use case that was registered, called as it is: there is nothing for Nest's pipes and observables to do.
 */
export class BusStrategy extends Server implements CustomTransportStrategy {
  private servings: readonly Serving[] = [];

  constructor(private readonly ledgerline: Ledgerline) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    this.serveAll().then(() => callback(), callback);
  }

  async close(): Promise<void> {
    await Promise.all(this.servings.map((serving) => serving.stop()));
  }

  on(): never {
    throw new Error('the bus has no events to listen to');
  }

  unwrap<Inner>(): Inner {
    return this.ledgerline.bus as Inner;
  }

  private async serveAll(): Promise<void> {
    const { bus, configuration } = this.ledgerline;
    this.servings = await Promise.all(
      [...this.messageHandlers].map(([pattern, { extras }]) => {
        const { answer } = extras as unknown as DirectAnswer;
        const service = pattern.slice(0, pattern.indexOf('.'));
        const handler: BusHandler = (payload: unknown) => answer(payload as never, this.ledgerline);
        return bus.serve(`ledgerline.${configuration.site}.${pattern}`, service, handler);
      }),
    );
  }
}
