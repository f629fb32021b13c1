import type { Ledgerline } from '@ledgerline/host';
import { Turns, type Handled } from '@ledgerline/kernel';
import type { CaseEvent } from './case-event.js';
import type { CaseIdentity, CaseIds } from './case-ids.js';
import { importActivity, importedTicketFold } from './import-activity.decision.js';
import type { ImportCommands } from './import-commands.js';
import { registerCase, type Imported } from './register-case.js';
import type { BadRow } from './row.js';

/** What became of a row's activity. */
export type ImportOutcome =
  { readonly kind: 'added'; readonly registered: boolean } | { readonly kind: 'there-already' } | BadRow;

/** Writes activities to their tickets' streams: those of one case in the order in which they are given, cases beside each other. */
export class CaseImporter {
  private readonly turns = new Turns();

  constructor(
    private readonly source: string,
    private readonly ids: CaseIds,
    private readonly parts: ImportCommands & { readonly ledgerline: Ledgerline },
  ) {}

  /** Call it in the file's order. @throws what breaks the log */
  import(event: CaseEvent): Promise<ImportOutcome> {
    const identity = this.ids.caseOf(event.case);
    const command = this.ids.commandOf(event);
    return this.turns.take(identity.contact, async () => {
      const first = await this.record(identity, command, event);
      if (first.kind !== 'rejected') return outcomeOf(event, first, false);
      await registerCase(identity, event, this.importedBy(event), this.parts);
      return outcomeOf(event, await this.record(identity, command, event), true);
    });
  }

  private record({ contact, ticket }: CaseIdentity, id: string, event: CaseEvent): Promise<Handled> {
    const command = { id, data: event.activity, correlation: `contact.${contact}`, ...this.importedBy(event) };
    return this.parts.tickets.handle(ticket, command, { fold: importedTicketFold, decide: importActivity });
  }

  private importedBy({ case: id, line, activity: { resource, occurredAt } }: CaseEvent): Imported {
    return {
      actor: { kind: 'imported', id: resource === undefined ? this.source : this.ids.resourceOf(resource) },
      at: occurredAt,
      origin: { source: this.source, reference: `${id}, line ${line}` },
    };
  }
}

function outcomeOf(event: CaseEvent, handled: Handled, registered: boolean): ImportOutcome {
  switch (handled.kind) {
    case 'accepted':
      return handled.repeated ? { kind: 'there-already' } : { kind: 'added', registered };
    case 'key-reused':
      return { line: event.line, reason: 'imported-otherwise', detail: 'imported before, with another content or mapping' };
    default:
      throw new Error(`line ${event.line}: ${JSON.stringify(handled)}`);
  }
}
