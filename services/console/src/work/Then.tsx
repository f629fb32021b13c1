import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useWords } from '../words/use-words.ts';

/** A moment at which the list is to be looked at. */
export function Then({ at, onChosen }: { readonly at: string | undefined; readonly onChosen: (at: string) => void }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState(at === undefined ? null : dayjs(at));
  return (
    <span className="row-end">
      <DatePicker
        size="middle"
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        autoFocus
        disabledDate={(day) => day.isAfter(dayjs(), 'day')}
        aria-label={t('then')}
        value={chosen}
        onChange={setChosen}
      />
      <Button size="middle" type="primary" disabled={!chosen} onClick={() => chosen && onChosen(chosen.toISOString())}>
        {t('open')}
      </Button>
    </span>
  );
}
