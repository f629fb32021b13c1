import { useNavigate } from 'react-router';
import { ActionButton } from '../commands/ActionButton.tsx';
import { useUser } from '../session/session.tsx';
import { pursuitWords } from '../words/pursuit-words.ts';
import { useWords } from '../words/use-words.ts';
import type { PursuitCollection } from './pursuit-views.ts';

/** Members that say with whom it is; one of them is enough. */
const whom = ['customer', 'contact', 'ticket', 'call'];
const titles = { leads: 'openLead', 'at-risk-customers': 'openAtRisk' } as const;

interface OpenPursuitProps {
  readonly collection: PursuitCollection;
  /** Of what it comes, where that is known: a customer, a ticket or a call. */
  readonly of?: Readonly<Record<string, string>>;
  readonly type?: 'primary' | 'default';
  /** There is more to do where one is. */
  readonly stays?: boolean;
}

/** Somebody is to be followed up from now on: the form, for whoever may open it. */
export function OpenPursuit({ collection, of, type = 'default', stays = false }: OpenPursuitProps) {
  const { say } = useWords();
  const user = useUser();
  const go = useNavigate();
  if (!user.commands.includes('open-pursuit')) return null;
  const known = of === undefined ? ['call'] : whom;
  return (
    <ActionButton
      type={type}
      operation={`/${collection}`}
      title={say(pursuitWords, titles[collection])}
      draftOf={Object.values(of ?? {}).join()}
      initial={of ?? {}}
      without={collection === 'leads' ? [...known, 'why'] : known}
      refresh={[collection]}
      onDone={({ id }) => (stays ? undefined : void go(`/${collection}/${String(id)}`))}
    />
  );
}
