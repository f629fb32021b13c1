import type { ServiceDefinition } from '@ledgerline/host';
import { serviceParts } from '@ledgerline/host/service-module';
import { Module } from '@nestjs/common';
import { reporting } from './reporting.service.js';

@Module(serviceParts(reporting))
export class ReportingModule {
  static readonly service: ServiceDefinition = reporting;
}
