import type { ServiceDefinition } from '@ledgerline/host';
import { serviceParts } from '@ledgerline/host/service-module';
import { Module } from '@nestjs/common';
import { notification } from './notification.service.js';

@Module(serviceParts(notification))
export class NotificationModule {
  static readonly service: ServiceDefinition = notification;
}
