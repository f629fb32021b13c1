import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Empty } from 'antd';
import { useState } from 'react';
import { call } from '../api/client.ts';
import type { InBothLanguages, Page } from '../api/views.ts';
import { useWords } from '../words/use-words.ts';

type Difference = InBothLanguages & { readonly pointer: string };

/** What a version changes against the one that it takes over from, in sentences: what an executive approves. */
export function DraftReview({ type, id }: { readonly type: string; readonly id: string }) {
  const { t, language } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { data } = useQuery({
    queryKey: ['documents', type, id, 'differences'],
    queryFn: () => call<Page<Difference>>('GET', `/${type}/${id}/differences`),
    enabled: isOpen,
  });
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{t('whatChanges')}</Button>
      <Drawer open={isOpen} onClose={() => setIsOpen(false)} title={`${t('whatChanges')} · ${id}`} size={620}>
        {data?.items.length === 0 && <Empty description={t('noChanges')} />}
        <ul className="lines">
          {(data?.items ?? []).map((difference) => (
            <li key={difference.pointer + difference.en}>{difference[language]}</li>
          ))}
        </ul>
      </Drawer>
    </>
  );
}
