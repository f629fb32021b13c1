import { useMemo } from 'react';
import { bodyOf, useOpenApi } from '../api/command-forms.ts';
import type { TicketView } from '../api/views.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { useUser } from '../session/session.tsx';
import { commandWords } from '../words/command-words.ts';
import { useWords } from '../words/use-words.ts';
import { BodyForm, type Values, type Written } from './BodyForm.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { departmentsMeant } from './departments-meant.ts';
import { useHasMovedOn } from './use-seen-version.ts';

interface WrittenOnTicket extends Written {
  /** The version that the writer had before their eyes. */
  readonly version: number;
}

export interface Sending {
  readonly body: Values;
  readonly key: string;
  readonly version: number;
}

interface CommandFormProps {
  readonly command: string;
  /** What it is for; several tickets at once have no version to be compared. */
  readonly ticket?: TicketView;
  readonly draftKey: string;
  readonly send: (sending: Sending) => Promise<void>;
  readonly onDone: () => void;
}

/** The form of a command on a ticket. Where the ticket has moved on, that is looked at before anything is sent. */
export function CommandForm({ command, ticket, draftKey, send, onDone }: CommandFormProps) {
  const { of } = useWords();
  const user = useUser();
  const api = useOpenApi();
  const draft = useDraft<WrittenOnTicket>(`${user.id}.${draftKey}.${command}`, () => ({
    values: {},
    key: crypto.randomUUID(),
    version: ticket?.version ?? 0,
  }));
  const schema = useMemo(() => (api ? bodyOf(api, `/tickets/{id}/${command}`) : {}), [api, command]);
  const among = ticket && departmentsMeant(ticket, command, user);
  const isDepartmentClear = among !== undefined && among.length <= 1;
  const { version } = draft.value;
  const see = (seen: number) => draft.set({ ...draft.value, version: seen });
  const hasMovedOn = useHasMovedOn(ticket, version, see);
  if (!api) return null;
  return (
    <BodyForm<WrittenOnTicket>
      name={command}
      title={of(commandWords, command)}
      schema={schema}
      draft={draft}
      send={(body, { key, version: seen }) => send({ body, key, version: seen })}
      onDone={onDone}
      without={isDepartmentClear ? ['department'] : []}
      needed={among !== undefined && among.length > 1 ? ['department'] : []}
      {...(among ? { departments: among } : {})}
      {...(ticket !== undefined && hasMovedOn
        ? { notice: <ConflictNotice ticket={ticket} since={version} onSeen={() => see(ticket.version)} /> }
        : {})}
    />
  );
}
