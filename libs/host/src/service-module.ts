import { InvalidCursor } from '@ledgerline/kernel';
import { Controller, Inject, type ModuleMetadata, type Type } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { LEDGERLINE, type Ledgerline } from './ledgerline.js';
import type { AnswerCommand, AnswerQuery, ServiceDefinition } from './service.js';
import { tryCommands } from './try-commands.js';
import type { ProblemReply } from './wire.js';

/** What a handler's registration carries for the bus strategy: the use case itself. */
export interface DirectAnswer {
  readonly answer: AnswerCommand | AnswerQuery;
}

/** The Nest module metadata of a service: one controller that answers its commands and queries on the bus. */
export function serviceParts(service: ServiceDefinition): ModuleMetadata {
  return { controllers: [messageController(service)] };
}

/** A cursor that a list cannot go on from is the asker's mistake, whatever list it is. */
function refusingCursors(answer: AnswerQuery): AnswerQuery {
  return async (request, ledgerline) => {
    try {
      return await answer(request, ledgerline);
    } catch (error) {
      if (error instanceof InvalidCursor) return { kind: 'problem', code: 'invalid-cursor' } satisfies ProblemReply;
      throw error;
    }
  };
}

/** Nest finds handlers by decorated methods; these are made from the service's own list, so that the list is the truth. */
function messageController(service: ServiceDefinition): Type {
  class MessageController {
    constructor(readonly ledgerline: Ledgerline) {}
  }
  Object.defineProperty(MessageController, 'name', { value: `${service.name}MessageController` });
  Inject(LEDGERLINE)(MessageController, undefined, 0);
  const trials = service.commands ? { 'try-commands': tryCommands(service.commands) } : {};
  const queries = Object.entries(service.queries ?? {}).map(([call, answer]) => [call, refusingCursors(answer)] as const);
  for (const [call, answer] of Object.entries({ ...service.commands, ...Object.fromEntries(queries), ...trials })) {
    const method = {
      value(this: MessageController, request: never) {
        return answer(request, this.ledgerline);
      },
      writable: true,
      configurable: true,
    };
    Object.defineProperty(MessageController.prototype, call, method);
    MessagePattern(`${service.name}.${call}`, undefined, { answer } satisfies DirectAnswer)(
      MessageController.prototype,
      call,
      Object.getOwnPropertyDescriptor(MessageController.prototype, call) as TypedPropertyDescriptor<unknown>,
    );
  }
  Controller()(MessageController);
  return MessageController;
}
