import type { Logger } from 'pino';
import type { Configuration } from '../configuration.js';
import type { Traces } from './traces.js';

/** Traces as the configuration asks for them; undefined, and nothing of OpenTelemetry is loaded, where it asks for none. */
export async function openTraces(
  { traces, site }: Pick<Configuration, 'traces' | 'site'>,
  services: readonly string[],
  log: Logger,
): Promise<Traces | undefined> {
  if (traces === undefined) return undefined;
  const { OpenTelemetry } = await import('./open-telemetry.js');
  const serviceName = traces.serviceName ?? (services.length === 1 ? `ledgerline-${services[0]}` : 'ledgerline');
  return OpenTelemetry.open({ ...traces, serviceName }, { 'ledgerline.site': site }, log);
}
