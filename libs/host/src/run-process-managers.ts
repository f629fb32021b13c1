import { runProcessManager } from '@ledgerline/kernel';
import type { Ledgerline } from './ledgerline.js';
import type { ServiceDefinition } from './service.js';
import type { CommandReply, CommandRequest } from './wire.js';

/** Starts the services' process managers. Their commands go over the bus as `system`, with an id derived from the cause. */
export function runProcessManagers(services: readonly ServiceDefinition[], ledgerline: Ledgerline): void {
  for (const manager of services.flatMap((service) => service.processManagers ?? []))
    ledgerline.supervision.keep(`process manager ${manager.name}`, (signal) =>
      runProcessManager(
        manager,
        ledgerline,
        async (reaction, cause, id) => {
          const request: CommandRequest = {
            id: reaction.target,
            command: id,
            body: reaction.data,
            principal: { kind: 'system', id: manager.name, roles: ['system'], departments: [] },
            correlation: cause.meta.correlation,
            causation: cause.id,
          };
          const reply = await ledgerline.ask<CommandReply>(reaction.service, reaction.command, request);
          if (reply.kind === 'problem')
            ledgerline.log.debug({ manager: manager.name, cause: cause.id, code: reply.code }, 'refused');
        },
        { signal, onBatch: (position) => ledgerline.watch.processManagers.report(manager.name, position) },
      ),
    );
}
