import type { ServiceDefinition } from '@ledgerline/host';
import { serviceParts } from '@ledgerline/host/service-module';
import { Module } from '@nestjs/common';
import { department } from './department.service.js';

@Module(serviceParts(department))
export class DepartmentModule {
  static readonly service: ServiceDefinition = department;
}
