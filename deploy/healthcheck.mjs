// `node deploy/healthcheck.mjs SERVICE`: exit 0 where this machine's process of the service is ready, 1 where it is not or
// says nothing. The gateway is asked for /health/ready, which speaks of the whole installation; the others are listened to:
// every process tells on the bus, once a second and more often, whether it is ready.
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { NatsBus, connectNats } from '../libs/adapters/nats/dist/index.js';
import { readinessSubject } from '../libs/host/dist/readiness-report.js';

const service = process.argv[2] ?? '';

async function isReady() {
  if (service === 'gateway' || service === 'all-in-one') {
    const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/ready`);
    return ok;
  }
  const connection = await connectNats(process.env.NATS_URL || 'nats://127.0.0.1:4222', { name: 'healthcheck' });
  const bus = new NatsBus(connection, { onFailure: () => undefined });
  const isOurs = ({ process: name, services }) => services.includes(service) && name.startsWith(`${hostname()}:`);
  const subject = readinessSubject(process.env.LEDGERLINE_SITE || 'main');
  const report = await new Promise((heard) => void bus.hear(subject, (told) => isOurs(told) && heard(told)));
  return report.ready;
}

const tooLate = delay(4_000, false, { ref: false });
const ready = await Promise.race([isReady(), tooLate]).catch((error) => {
  process.stderr.write(`${service}: ${error.message}\n`);
  return false;
});
process.exit(ready ? 0 : 1);
