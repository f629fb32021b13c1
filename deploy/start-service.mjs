// `node deploy/start-service.mjs SERVICE`: one service, as a container starts it. Settings whose name ends in _FILE are read
// from that file first (LEDGERLINE_VAULT_KEY_FILE gives LEDGERLINE_VAULT_KEY), so that no secret stands in an environment.
import { readFileSync } from 'node:fs';

const services = [
  'all-in-one', 'administration', 'department', 'gateway', 'intake', 'notification', 'outreach', 'reporting', 'routing',
]; // prettier-ignore
const fromFiles = [
  'LEDGERLINE_VAULT_KEY',
  'LEDGERLINE_VAULT_KEY_BEFORE',
  'LEDGERLINE_ADMIN_PASSWORD',
  'LEDGERLINE_DEMO_PASSWORD',
  'LEDGERLINE_OIDC_CLIENT_SECRET',
  'LEDGERLINE_HUB_TOKEN',
  'LEDGERLINE_MAILBOXES',
  'LEDGERLINE_MAIL_SERVER',
  'NATS_URL',
  'MONGODB_URL',
  'OTEL_EXPORTER_OTLP_HEADERS',
  'OTEL_EXPORTER_OTLP_TRACES_HEADERS',
];

const service = process.argv[2];
if (!services.includes(service)) {
  process.stderr.write(`usage: node deploy/start-service.mjs ${services.join(' | ')}\n`);
  process.exit(2);
}
for (const name of fromFiles) {
  const file = process.env[`${name}_FILE`];
  if (file) process.env[name] = contentOf(file, `${name}_FILE`);
}
await import(`../services/${service}/dist/main.js`);

function contentOf(file, setting) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    process.stderr.write(`${setting}: ${error.message}\n`);
    process.exit(1);
  }
}
