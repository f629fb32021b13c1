import type { ServiceDefinition } from '@ledgerline/host';
import { serviceParts } from '@ledgerline/host/service-module';
import { Module } from '@nestjs/common';
import { routing } from './routing.service.js';

@Module(serviceParts(routing))
export class RoutingModule {
  static readonly service: ServiceDefinition = routing;
}
