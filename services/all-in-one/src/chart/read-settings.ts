import { readConfiguration } from '@ledgerline/host';

/** Settings of which others are read too. */
const occasions: readonly Readonly<Record<string, string>>[] = [
  {},
  { LEDGERLINE_OIDC_ISSUER: 'https://id.example.com' },
  { LEDGERLINE_MAIL_SERVER: 'smtps://user:word@smtp.example.com' },
  { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' },
  {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318',
    OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: '1',
    OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'a=b',
  },
];

/** The names of all that the configuration looks for in the environment, by watching it look. */
export function settingsThatAreRead(): readonly string[] {
  const names = new Set<string>();
  for (const env of occasions) {
    const watched = new Proxy(env, {
      get: (given, name) => {
        names.add(String(name));
        return given[String(name)];
      },
    });
    try {
      readConfiguration(watched);
    } catch (error) {
      if ((error as Error).name !== 'InvalidConfiguration') throw error;
    }
  }
  return [...names].toSorted();
}
