import type { ServiceDefinition } from '@ledgerline/host';
import { serviceParts } from '@ledgerline/host/service-module';
import { Module } from '@nestjs/common';
import { administration } from './administration.service.js';

@Module(serviceParts(administration))
export class AdministrationModule {
  static readonly service: ServiceDefinition = administration;
}
