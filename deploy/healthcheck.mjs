// `node deploy/healthcheck.mjs SERVICE`: exit 0 where the service answers, 1 where it does not. The gateway is asked for
// /health/ready; the others answer on the bus alone and are asked something that nobody may do, which writes and reads
// nothing. Of several copies of a service any one may answer.
import { setTimeout as delay } from 'node:timers/promises';
import { NatsBus, connectNats } from '../libs/adapters/nats/dist/index.js';

const calls = {
  administration: 'create-department',
  department: 'accept',
  intake: 'open-ticket',
  notification: 'urge',
  reporting: 'ticket-count',
  routing: 'route-by-table',
};
const nobody = { kind: 'caller', id: 'healthcheck', roles: [], departments: [] };
const service = process.argv[2] ?? '';

async function isReady() {
  if (service === 'gateway' || service === 'all-in-one') {
    const { ok } = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/ready`);
    return ok;
  }
  const connection = await connectNats(process.env.NATS_URL || 'nats://127.0.0.1:4222', { name: 'healthcheck' });
  const bus = new NatsBus(connection, { onFailure: () => undefined });
  const subject = `ledgerline.${process.env.LEDGERLINE_SITE || 'main'}.${service}.${calls[service]}`;
  const { kind, code } = await bus.request(subject, { id: 'healthcheck', body: {}, principal: nobody }, { timeout: 3_000 });
  return kind === 'count' || code === 'not-allowed';
}

const tooLate = delay(4_000, false, { ref: false });
const ready = await Promise.race([isReady(), tooLate]).catch((error) => {
  process.stderr.write(`${service}: ${error.message}\n`);
  return false;
});
process.exit(ready ? 0 : 1);
