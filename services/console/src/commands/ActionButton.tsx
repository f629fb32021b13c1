import { useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { bodyOf, useOpenApi } from '../api/command-forms.ts';
import { refreshSoon } from '../api/refresh-soon.ts';
import { useDraft } from '../drafts/use-draft.ts';
import { useUser } from '../session/session.tsx';
import { BodyForm, type Values, type Written } from './BodyForm.tsx';
import type { Among } from './CommandField.tsx';

export interface ActionProps {
  /** The call as the API's description names it: `/contacts/{id}/attach`. */
  readonly operation: string;
  /** What it is done to; nothing where something new is made. */
  readonly id?: string;
  readonly title: string;
  /** Tells drafts of the same call apart, where it is not `id` that does. */
  readonly draftOf?: string;
  /** What the form begins with. */
  readonly initial?: Values;
  readonly without?: readonly string[];
  readonly among?: Among;
  /** Queries whose answers it changes. */
  readonly refresh: readonly string[];
  readonly onDone?: (reply: Readonly<Record<string, unknown>>) => void;
  readonly type?: 'primary' | 'default' | 'link';
}

/** A call of the API behind a button: its form, its draft, its refusals, and what has to be looked at anew afterwards. */
export function ActionButton({ type = 'default', ...action }: ActionProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button type={type} onClick={() => setIsOpen(true)}>
        {action.title}
      </Button>
      <Drawer open={isOpen} onClose={() => setIsOpen(false)} title={action.title} size={520} destroyOnHidden>
        <ActionForm {...action} onClose={() => setIsOpen(false)} />
      </Drawer>
    </>
  );
}

interface ActionFormProps extends Omit<ActionProps, 'type'> {
  readonly onClose: () => void;
}

/** The form alone, for a place that opens by itself. */
export function ActionForm({ operation, id, title, draftOf = id ?? '', initial = {}, ...how }: ActionFormProps) {
  const { without, among, refresh, onDone, onClose } = how;
  const user = useUser();
  const client = useQueryClient();
  const api = useOpenApi();
  const draft = useDraft<Written>(`${user.id}.${operation}.${draftOf}`, () => ({
    values: initial,
    key: crypto.randomUUID(),
  }));
  if (!api) return null;
  const send = async (body: Values, { key }: Written) => {
    const path = operation.replace('{id}', encodeURIComponent(id ?? ''));
    const headers = { 'idempotency-key': key };
    const reply = await call<Readonly<Record<string, unknown>>>('POST', path, { body, headers });
    await refreshSoon(client, refresh);
    onDone?.(reply);
  };
  return (
    <BodyForm
      name={operation.split('/').at(-1) ?? ''}
      title={title}
      schema={bodyOf(api, operation)}
      draft={draft}
      send={send}
      onDone={onClose}
      {...(without ? { without } : {})}
      {...(among ? { among } : {})}
    />
  );
}
