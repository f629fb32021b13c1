// `node deploy/run-services.mjs`: the services shape without containers. Builds what is stale; starts NATS and a
// MongoDB-compatible server unless NATS_URL and MONGODB_URL name some; then each service as a process of its own. What they
// say is shown under their names. Ctrl-C (SIGINT) and SIGTERM stop all in order; a second one kills what is left.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { needed, pinnedNode, root } from '../tools/launch/pinned-node.mjs';

const self = fileURLToPath(import.meta.url);
const beside = ['intake', 'routing', 'department', 'notification', 'outreach', 'reporting'];
/** First to start, last to stop: sign-in needs `administration`, callers need everything. */
const inOrder = [['administration'], beside, ['gateway']];
const widest = Math.max(...inOrder.flat().map((name) => name.length));

if (Number(process.versions.node.split('.')[0]) < needed) onPinnedNode();
else await runAll();

/** The same once more on the Node that Ledgerline runs on; in a process group of its own, so that Ctrl-C comes once. */
function onPinnedNode() {
  const child = spawn(pinnedNode(), [self], { stdio: 'inherit', detached: true });
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}

async function runAll() {
  const started = [];
  let stopping;
  const stop = (code) => {
    stopping ??= stopInOrder(started).then(() => process.exit(code));
    return stopping;
  };
  const told = () => {
    if (stopping === undefined) return void stop(0);
    for (const { child } of started) child.kill('SIGKILL');
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, told);
  const begin = (name, script, args, env = {}) => {
    const one = start(name, script, args, env);
    started.push(one);
    one.ended.then((code) => {
      if (stopping !== undefined) return;
      say(name, `ended with ${code}: stopping the others`);
      void stop(1);
    });
    return one;
  };
  try {
    const built = spawnSync(process.execPath, [join(root, 'tools', 'launch', 'built.mjs')], { stdio: 'inherit' });
    if (built.status !== 0) process.exit(1);
    const data = resolve(process.env.LEDGERLINE_DATA || './data/services');
    mkdirSync(data, { recursive: true, mode: 0o700 });
    const servers = begin('servers', join(root, 'deploy', 'start-servers.mjs'), [data]);
    const { natsUrl, mongodbUrl } = JSON.parse(await servers.says(/^\{.*\}$/));
    const env = {
      LEDGERLINE_DATA: data,
      LEDGERLINE_STORE: 'jetstream',
      LEDGERLINE_READ_MODELS: 'mongo',
      NATS_URL: natsUrl,
      MONGODB_URL: mongodbUrl,
      NODE_NO_WARNINGS: '1',
    };
    for (const names of inOrder) {
      const group = names.map((name) => begin(name, join(root, 'deploy', 'start-service.mjs'), [name], env));
      await Promise.all(group.map(({ says }) => says(/running/)));
    }
  } catch (error) {
    if (stopping === undefined) process.stderr.write(`${error.message}\n`);
    await stop(1);
  }
}

/** A child in a process group of its own: the terminal's Ctrl-C does not reach it, so that the order is ours. */
function start(name, script, args, env) {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code)));
  const listeners = new Set();
  createInterface({ input: child.stderr }).on('line', (line) => say(name, line));
  createInterface({ input: child.stdout }).on('line', (line) => {
    say(name, line);
    for (const listener of listeners) listener(line);
  });
  const says = (pattern) =>
    new Promise((found, failed) => {
      listeners.add((line) => pattern.test(line) && found(line));
      ended.then((code) => failed(new Error(`${name} ended with ${code} before it ran`)));
    });
  const end = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { name, child, ended, says, end };
}

/** The gateway first, so that nothing new is accepted; then those who answer it; then what they keep their things in. */
async function stopInOrder(started) {
  for (const names of [...inOrder].reverse().concat([['servers']]))
    await Promise.all(started.filter(({ name }) => names.includes(name)).map(({ end }) => end()));
  process.stdout.write('all have stopped\n');
}

function say(name, line) {
  process.stdout.write(`${name.padEnd(widest)} | ${line}\n`);
}
