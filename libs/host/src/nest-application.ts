import 'reflect-metadata';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { BusStrategy } from './bus-strategy.js';
import { edgeServer } from './edge-server.js';
import { LEDGERLINE, type Ledgerline } from './ledgerline.js';
import { NestLog } from './nest-log.js';
import type { ServiceModule } from './service.js';

/**
 * Services under Nest. Imported where they are started, and nowhere else: threads and the command line have no use for Nest,
 * which is a thousand files in each of them.
 */
export async function nestApplication(
  modules: readonly ServiceModule[],
  ledgerline: Ledgerline,
  edge: boolean,
): Promise<NestFastifyApplication> {
  @Global()
  @Module({ providers: [{ provide: LEDGERLINE, useValue: ledgerline }], exports: [LEDGERLINE] })
  class PortsModule {}
  @Module({})
  class RootModule {
    static of(): DynamicModule {
      return { module: RootModule, imports: [PortsModule, ...(modules as readonly (new () => object)[])] };
    }
  }
  const adapter = new FastifyAdapter(edgeServer(ledgerline) as never);
  const app = await NestFactory.create<NestFastifyApplication>(RootModule.of(), adapter, {
    logger: new NestLog(ledgerline.log),
    bodyParser: false,
  });
  app.connectMicroservice({ strategy: new BusStrategy(ledgerline) });
  if (!edge) await app.init();
  return app;
}
