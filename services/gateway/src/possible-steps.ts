import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Identity } from './identity.js';
import { PossibleCommands, type CommandNow } from './possible-commands.js';

type Steps = Readonly<Record<string, { readonly call: string; readonly body: new () => object }>>;

/** The same of what the department service keeps beside tickets: steps by their names in the API. */
@Injectable()
export class PossibleSteps {
  constructor(
    @Inject(PossibleCommands) private readonly commands: PossibleCommands,
    @Inject(Identity) private readonly identity: Identity,
  ) {}

  async of(steps: Steps, id: string, request: FastifyRequest): Promise<readonly CommandNow[]> {
    const calls = Object.values(steps).map(({ call, body }) => [call, { service: 'department', body } as const] as const);
    const names = new Map(Object.entries(steps).map(([step, { call }]) => [call, step]));
    const found = await this.commands.among(Object.fromEntries(calls), id, await this.identity.of(request));
    return found.map(({ command, ...rest }) => ({ command: names.get(command) ?? command, ...rest }));
  }
}
