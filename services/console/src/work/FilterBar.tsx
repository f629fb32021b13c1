import { FilterOutlined } from '@ant-design/icons';
import { Button, Input, Popover, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { kinds, levels, statuses } from '@ledgerline/contracts/words';
import { useDepartments } from '../api/ticket-queries.ts';
import { kindWords, levelWords, statusWords } from '../words/ticket-words.ts';
import type { Pairs } from '../words/pair.ts';
import { useWords, type ScreenWord } from '../words/use-words.ts';
import { SavedViews } from './SavedViews.tsx';
import { personalFilters, type WorkList } from './work-lists.ts';

interface Choice {
  readonly name: 'status' | 'level' | 'kind' | 'department';
  readonly word: ScreenWord;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What narrows a list further; it stands in the address. */
export function FilterBar({ list }: { readonly list: WorkList }) {
  const { t, of } = useWords();
  const departments = useDepartments();
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value === undefined || value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const inWords = (words: readonly string[], pairs: Pairs) => words.map((value) => ({ value, label: of(pairs, value) }));
  const choices: readonly Choice[] = [
    { name: 'status', word: 'status', options: inWords(statuses, statusWords) },
    { name: 'level', word: 'level', options: inWords(levels, levelWords) },
    { name: 'kind', word: 'kind', options: inWords(kinds, kindWords) },
    { name: 'department', word: 'department', options: departments.map(({ code, name }) => ({ value: code, label: name })) },
  ];
  const active = personalFilters.filter((name) => search.get(name)).length;
  const form = (
    <div style={{ display: 'grid', gap: 8, width: 240 }}>
      {choices
        .filter(({ name }) => !(name in list.filter))
        .map(({ name, word, options }) => (
          <label key={name} style={{ display: 'grid', gap: 2 }}>
            {t(word)}
            <Select
              size="middle"
              aria-label={t(word)}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={search.get(name) ?? undefined}
              placeholder={t('all')}
              options={[...options]}
              onChange={(value: string | undefined) => set(name, value)}
            />
          </label>
        ))}
      <label style={{ display: 'grid', gap: 2 }}>
        {t('searchLabel')}
        <Input.Search
          size="middle"
          allowClear
          maxLength={200}
          defaultValue={search.get('q') ?? ''}
          onSearch={(text) => set('q', text.trim())}
        />
      </label>
      <Button onClick={() => setSearch({}, { replace: true })}>{t('clearFilters')}</Button>
    </div>
  );
  return (
    <>
      <SavedViews list={list} />
      <Popover content={form} trigger="click" placement="bottomRight">
        <Button size="middle" icon={<FilterOutlined />} type={active > 0 ? 'primary' : 'default'}>
          {t('filters')}
          {active > 0 && ` ${active}`}
        </Button>
      </Popover>
    </>
  );
}
