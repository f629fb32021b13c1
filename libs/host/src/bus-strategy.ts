import type { Bus, Serving } from '@ledgerline/kernel';
import { Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { firstValueFrom } from 'rxjs';

/** Nest's message handlers on our Bus port: the same handlers inside one process and over NATS, queue group = service. */
export class BusStrategy extends Server implements CustomTransportStrategy {
  private servings: readonly Serving[] = [];

  constructor(
    private readonly bus: Bus,
    private readonly site: string,
  ) {
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
    return this.bus as Inner;
  }

  private async serveAll(): Promise<void> {
    this.servings = await Promise.all(
      [...this.messageHandlers].map(([pattern, handler]) => {
        const service = pattern.slice(0, pattern.indexOf('.'));
        return this.bus.serve(`ledgerline.${this.site}.${pattern}`, service, async (payload) => {
          const answer = await handler(payload, undefined);
          return firstValueFrom(this.transformToObservable(answer) as never);
        });
      }),
    );
  }
}
