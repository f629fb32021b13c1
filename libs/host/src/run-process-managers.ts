import { checkpointName, runProcessManager, type Position, type ProcessManager, type SendReaction } from '@ledgerline/kernel';
import { CopyOfFollower, type Follower } from './copy-of-follower.js';
import type { Ledgerline } from './ledgerline.js';
import type { LogReader, ServiceDefinition } from './service.js';
import { sleep } from './supervision.js';
import type { CommandReply, CommandRequest } from './wire.js';

/** Milliseconds between saves: what may be sent again, under the same ids, after a crash. */
const savesEvery = 1_000;

/** Starts this process's copies of the services' process managers. */
export function runProcessManagers(services: readonly ServiceDefinition[], ledgerline: Ledgerline): void {
  for (const manager of services.flatMap((service) => service.processManagers ?? []))
    keepCopy(manager.name, followerOf(manager, ledgerline), ledgerline);
  for (const reader of services.flatMap((service) => service.logReaders ?? []))
    keepCopy(reader.name, readerOf(reader, ledgerline), ledgerline);
}

function keepCopy(follows: string, follower: Follower, { log, store, supervision, watch }: Ledgerline): void {
  const name = `process manager ${follows}`;
  const onStandBy = (standsBy: boolean) => watch.standBy('processManagers', follows, standsBy);
  const copy = new CopyOfFollower({ name, log, store, onStandBy });
  supervision.keep(name, (signal) => copy.run(follower, signal));
}

function readerOf(reader: LogReader, ledgerline: Ledgerline): Follower {
  const { checkpoints, watch } = ledgerline;
  const name = checkpointName(reader);
  const onReached = (position: Position) => watch.report('processManagers', reader.name, position);
  return {
    place: name,
    position: () => checkpoints.get(name),
    claim: () => checkpoints.claim(name),
    run: (owner, signal) => reader.run(ledgerline, { signal, owner, onReached }),
  };
}

function followerOf(manager: ProcessManager<never>, ledgerline: Ledgerline): Follower {
  const { checkpoints, watch } = ledgerline;
  const name = checkpointName(manager);
  return {
    place: name,
    position: () => checkpoints.get(name),
    claim: () => checkpoints.claim(name),
    run: (owner, signal) =>
      runProcessManager(manager, ledgerline, senderFor(manager.name, ledgerline), {
        signal,
        owner,
        pause: (over) => sleep(savesEvery, over),
        onReached: (position) => watch.report('processManagers', manager.name, position),
      }),
  };
}

/** Commands go over the bus as `system`, with an id derived from the cause. */
function senderFor(manager: string, ledgerline: Ledgerline): SendReaction {
  return async (reaction, cause, id) => {
    const request: CommandRequest = {
      id: reaction.target,
      command: id,
      body: reaction.data,
      principal: { kind: 'system', id: manager, roles: ['system'], departments: [] },
      correlation: cause.meta.correlation,
      causation: cause.id,
    };
    const sent = async () => {
      const reply = await ledgerline.ask<CommandReply>(reaction.service, reaction.command, request);
      if (reply.kind === 'problem') ledgerline.log.debug({ manager, cause: cause.id, code: reply.code }, 'refused');
    };
    const { traces } = ledgerline;
    if (traces === undefined) return sent();
    // A part of the commit that woke it: the trace context that its events carry.
    const parent = cause.meta.trace ?? null;
    return traces.within(
      { name: `react ${manager}`, kind: 'consumer', attributes: { 'ledgerline.event': cause.type }, parent },
      sent,
    );
  };
}
