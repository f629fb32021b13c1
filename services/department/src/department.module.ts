import { serviceParts, type ServiceDefinition } from '@ledgerline/host';
import { Module } from '@nestjs/common';
import { department } from './department.service.js';

@Module(serviceParts(department))
export class DepartmentModule {
  static readonly service: ServiceDefinition = department;
}
