import { masked, readConfiguration, type Configuration } from '@ledgerline/host';
import type { Command } from 'commander';
import { answer, answeringCommand, type Answer } from './answer.js';
import { checkCollector } from './doctor/collector.check.js';
import { checkDataFolder } from './doctor/data-folder.check.js';
import { checkDurability } from './doctor/durability.check.js';
import { checkFacts } from './doctor/facts.check.js';
import { checkHub } from './doctor/hub.check.js';
import { fail, type Finding } from './doctor/finding.js';
import { checkMailServer } from './doctor/mail-server.check.js';
import { checkMailboxes } from './doctor/mailboxes.check.js';
import { checkPort } from './doctor/port.check.js';
import { checkRunning } from './doctor/running.check.js';
import { checkChineseWords, checkNode, checkTimeZone } from './doctor/runtime.check.js';
import { checkMongo, checkNats } from './doctor/servers.check.js';

type Findings = Finding | readonly Finding[];

/** `ledgerline doctor`: whether Ledgerline can run here, or runs well here. Beside a running one too; nothing is left behind. */
export function doctorCommand(): Command {
  return answeringCommand('doctor', 'check machine, data folder and servers, and say what to do')
    .option('--nats-monitor <url...>', "addresses of the NATS servers' monitoring, to look at their sync_interval")
    .action(
      answer<{ natsMonitor?: string[] }>(async ({ options, signal }) => {
        const configuration = readConfiguration(process.env);
        const findings: Finding[] = [];
        for (const [name, check] of checksFor(configuration, options.natsMonitor ?? [])) {
          signal.throwIfAborted();
          findings.push(...(await found(name, check)));
        }
        return diagnosis(findings);
      }),
    );
}

function checksFor(configuration: Configuration, monitors: readonly string[]): readonly (readonly [string, () => unknown])[] {
  const { data, host, port, store, readModels, timeZone, natsUrl, mongodbUrl } = {
    ...configuration,
    ...shownUrls(configuration),
  };
  return [
    ['Node', () => checkNode()],
    ['time zones', () => checkTimeZone(timeZone)],
    ['Chinese words', () => checkChineseWords()],
    ['data folder', () => checkDataFolder(data)],
    ...(store === 'sqlite' ? [['durability', () => checkDurability(data)] as const] : []),
    ['reports', () => checkFacts(data)],
    ['port', () => checkPort(host, port)],
    ['loops', () => checkRunning(host, port)],
    ...(store === 'jetstream' ? [[`NATS at ${natsUrl}`, () => checkNats(configuration, monitors)] as const] : []),
    ...(configuration.mailboxes.length > 0 ? [['mailboxes', () => checkMailboxes(configuration)] as const] : []),
    ...(configuration.mailServer === undefined ? [] : [['mail server', () => checkMailServer(configuration)] as const]),
    ...(configuration.hub === undefined ? [] : [['hub', () => checkHub(configuration)] as const]),
    ...(configuration.traces === undefined ? [] : [['traces', () => checkCollector(configuration)] as const]),
    ...(readModels === 'mongo' ? [[`MongoDB at ${mongodbUrl}`, () => checkMongo(configuration)] as const] : []),
  ];
}

function shownUrls(configuration: Configuration): Pick<Configuration, 'natsUrl' | 'mongodbUrl'> {
  const { natsUrl, mongodbUrl } = masked(configuration) as unknown as Configuration;
  return { natsUrl, mongodbUrl };
}

/** A check that breaks is a finding too. */
async function found(name: string, check: () => unknown): Promise<readonly Finding[]> {
  try {
    return [(await check()) as Findings].flat();
  } catch (error) {
    return [fail(name, error instanceof Error ? error.message : String(error), 'start it, or correct the setting that names it')];
  }
}

const marks = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' } as const;

export function diagnosis(findings: readonly Finding[]): Answer {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const words = findings.flatMap(({ check, state, found: what, advice }) => [
    `${marks[state]}  ${check.padEnd(width)}  ${what}`,
    ...(advice === undefined ? [] : [`${' '.repeat(width + 8)}→ ${advice}`]),
  ]);
  const count = (state: Finding['state']) => findings.filter((finding) => finding.state === state).length;
  const verdict = count('fail') > 0 ? 'fail' : count('warn') > 0 ? 'warn' : 'ok';
  const summary = `${count('ok')} ok, ${count('warn')} to look at, ${count('fail')} failed`;
  return { result: { verdict, findings }, words: [...words, summary], refused: verdict === 'fail' };
}
