import type { ServiceDefinition } from '@ledgerline/host';
import { serviceParts } from '@ledgerline/host/service-module';
import { Module } from '@nestjs/common';
import { intake } from './intake.service.js';

@Module(serviceParts(intake))
export class IntakeModule {
  static readonly service: ServiceDefinition = intake;
}
