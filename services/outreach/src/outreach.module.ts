import { serviceParts, type ServiceDefinition } from '@ledgerline/host';
import { Module } from '@nestjs/common';
import { outreach } from './outreach.service.js';

@Module(serviceParts(outreach))
export class OutreachModule {
  static readonly service: ServiceDefinition = outreach;
}
