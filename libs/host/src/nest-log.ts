import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Nest's own words, through the process's log. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Logger) {}

  verbose(message: unknown, ...more: unknown[]): void {
    this.to.trace({ more }, String(message));
  }
  debug(message: unknown, ...more: unknown[]): void {
    this.to.debug({ more }, String(message));
  }
  /** Nest greets at this level: a debug matter here. */
  log(message: unknown, ...more: unknown[]): void {
    this.to.debug({ more }, String(message));
  }
  warn(message: unknown, ...more: unknown[]): void {
    this.to.warn({ more }, String(message));
  }
  error(message: unknown, ...more: unknown[]): void {
    this.to.error({ more, ...(message instanceof Error ? { err: message } : {}) }, String(message));
  }
}
