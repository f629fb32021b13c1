import type { ServiceDefinition } from '@ledgerline/host';
import { serviceParts } from '@ledgerline/host/service-module';
import { Module } from '@nestjs/common';
import { outreach } from './outreach.service.js';

@Module(serviceParts(outreach))
export class OutreachModule {
  static readonly service: ServiceDefinition = outreach;
}
