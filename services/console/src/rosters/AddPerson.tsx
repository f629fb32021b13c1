import { Select } from 'antd';
import { useAccounts } from '../api/ticket-queries.ts';
import { call } from '../api/client.ts';
import { textOf } from '../api/views.ts';
import { useAct } from '../api/use-act.ts';
import { rosterWords } from '../words/roster-words.ts';
import { useWords } from '../words/use-words.ts';
import type { RosterView } from './roster-views.ts';

interface AddPersonProps {
  readonly roster: RosterView;
  /** They are to have a line. */
  readonly onAdd: (account: string) => void;
}

/** Whoever works in the department and is not on the roster yet: begins with a day off on each day off of the calendar that is not published. */
export function AddPerson({ roster: { id, department, people, days }, onAdd }: AddPersonProps) {
  const { say } = useWords();
  const accounts = useAccounts(true);
  const there = new Set(people.map(({ account }) => account));
  const others = accounts.filter((one) => one.departments.includes(department) && !one.deactivated && !there.has(one.id));
  const free = days.filter(({ works, published }) => !works && !published);
  const add = useAct(
    async (person: string) => {
      const cells = free.map(({ date }) => ({ person, date, shifts: [] }));
      if (cells.length > 0) await call('POST', `/rosters/${id}/plan`, { body: { cells } });
      onAdd(person);
    },
    ['rosters'],
  );
  if (others.length === 0) return null;
  return (
    <Select
      value={null}
      aria-label={say(rosterWords, 'addPerson')}
      placeholder={say(rosterWords, 'addPerson')}
      style={{ width: 200 }}
      showSearch={{ optionFilterProp: 'label' }}
      options={others.map((one) => ({ value: one.id, label: textOf(one.name) ?? one.id }))}
      onChange={(person: string | null) => person && add.mutate(person)}
    />
  );
}
