import { Card, Tag } from 'antd';
import { useItemName } from '../api/items.ts';
import { usePages } from '../api/pages.ts';
import type { Sealed } from '../api/views.ts';
import { PagedList } from '../look/PagedTable.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { kindWords } from '../words/ticket-words.ts';
import { useWords } from '../words/use-words.ts';

interface PublicationView {
  readonly id: string;
  readonly publishedAt: string;
  readonly kind: string;
  readonly item: string;
  readonly title: Sealed<string>;
  readonly text: Sealed<string>;
}

/** What anybody can read on the public pages. Nothing here says whose ticket it was; it is withdrawn on the ticket itself. */
export function Page() {
  const { t, of } = useWords();
  const itemName = useItemName();
  const list = usePages<PublicationView>(['publications'], '/public/publications', {});
  const inWords = useInWords();
  return (
    <div className="page stack">
      <PageHead title={t('publications')}>
        <a href="/public/results" target="_blank" rel="noreferrer">
          {t('asThePublicSees')}
        </a>
      </PageHead>
      <PagedList list={list} empty={t('nothingPublished')}>
        {list.items.map(({ id, title, text, publishedAt, kind, item }) => (
          <Card
            key={id}
            size="small"
            title={inWords(title)}
            extra={
              <span className="row-end">
                <Tag>{of(kindWords, kind)}</Tag>
                <Tag>{itemName(item)}</Tag>
                <Instant at={publishedAt} />
              </span>
            }
          >
            <div className="words">{inWords(text)}</div>
          </Card>
        ))}
      </PagedList>
    </div>
  );
}
