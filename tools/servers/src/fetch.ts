/** `npm run servers`: gets every server the tests need, says what it found where, and fails where one is missing; pm4py, to compare with, may be. */
import { chromiumProgram } from './chromium.ts';
import { dovecotProgram } from './dovecot.ts';
import { helm } from './helm.ts';
import { flavourOf, mongoProgram } from './mongo-server.ts';
import { natsServer } from './nats-server.ts';
import { pm4py } from './pm4py.ts';
import { poppler } from './poppler.ts';

async function nats(): Promise<string> {
  const { path, version, found } = await natsServer();
  return `nats-server ${version}, ${found}: ${path}`;
}

async function mongo(): Promise<string> {
  const url = process.env['LEDGERLINE_MONGODB_URL'];
  if (url !== undefined && url !== '') return `${await flavourOf(url)}, answering where LEDGERLINE_MONGODB_URL points`;
  const { flavour, path, found } = await mongoProgram();
  return `${flavour}, ${found}: ${path}`;
}

async function browser(): Promise<string> {
  const { path, version, found } = await chromiumProgram();
  return `Chromium ${version}, ${found}: ${path}`;
}

async function miner(): Promise<string> {
  const { python, version, found } = await pm4py();
  return `pm4py ${version}, ${found}: ${python}`;
}

async function pdfReader(): Promise<string> {
  return `Poppler: ${await poppler('pdftotext')}`;
}

async function chartTool(): Promise<string> {
  const { path, version, found } = await helm();
  return `Helm ${version}, ${found}: ${path}`;
}

async function mailServer(): Promise<string> {
  const { path, version, found } = await dovecotProgram();
  return `Dovecot ${version}, ${found}: ${path}`;
}

// All at once: most of the time goes to waiting for what is to come.
const found = [nats, mongo, browser, miner, pdfReader, mailServer, chartTool].map((server) => ({ server, saying: server() }));
for (const { saying } of found) saying.catch(() => undefined);
for (const { server, saying } of found) {
  try {
    process.stdout.write(`${await saying}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    if (server !== miner) process.exitCode = 1;
  }
}
