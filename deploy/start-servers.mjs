// Starts what the services need beside them and is not given: a NATS server with JetStream on the data folder's files, and a
// MongoDB-compatible server on files of its own. Prints their addresses as one line of JSON. Ends them, in order, when its
// standard input ends or it is told to: so they never outlive `run-services.mjs`, which starts this.
import { join } from 'node:path';
import { mongoServer, startNats } from '../tools/servers/src/index.ts';

const [data] = process.argv.slice(2);
const { NATS_URL: natsUrl, MONGODB_URL: mongodbUrl } = process.env;
try {
  const nats = natsUrl ? undefined : await startNats({ dir: join(data, 'jetstream'), configuration: 'max_payload: 8MB' });
  const mongo = mongodbUrl ? undefined : await mongoServer();
  let ending;
  const end = () => {
    ending ??= Promise.all([nats?.stop(), mongo?.stop()]).then(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, end);
  process.stdin.on('end', end).resume();
  process.stdout.write(`${JSON.stringify({ natsUrl: natsUrl || nats?.url, mongodbUrl: mongodbUrl || mongo?.url })}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
