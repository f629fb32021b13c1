import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Skeleton, Space } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { call, codeOf } from '../api/client.ts';
import { PageHead } from '../look/PageHead.tsx';
import { Instant } from '../look/times.tsx';
import { useWords } from '../words/use-words.ts';
import { DigestSection } from './DigestSection.tsx';
import type { DigestView } from './digest-views.ts';

/** One digest: delivered, or made when it is looked at. */
export function Page() {
  const { t, language, problem } = useWords();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const asked = search.toString();
  const address = (more = '') => `/digests/${id}${more}${asked && `?${asked}`}`;
  const { data: digest, error } = useQuery({
    queryKey: ['digest', id, asked],
    queryFn: ({ signal }) => call<DigestView>('GET', address(), { signal }),
    staleTime: Infinity,
  });
  const file = (format: string) => `/api/v1${address('/file')}${asked ? '&' : '?'}format=${format}&language=${language}`;
  if (error) {
    const title = problem(codeOf(error));
    return (
      <div className="page stack">
        <PageHead title={t('digests')} />
        <Alert type="warning" showIcon role="alert" title={title} />
      </div>
    );
  }
  return (
    <div className="page stack">
      <PageHead title={digest?.title[language] ?? t('digests')}>
        {digest && (
          <Space>
            <Button href={file('pdf')} download>
              {t('asPdf')}
            </Button>
            <Button href={file('xlsx')} download>
              {t('asSpreadsheet')}
            </Button>
          </Space>
        )}
      </PageHead>
      {digest ? <Sections digest={digest} /> : <Skeleton active />}
    </div>
  );
}

function Sections({ digest }: { readonly digest: DigestView }) {
  const { t, language } = useWords();
  const { departmentName, period, asOf, position, intro, sections } = digest;
  return (
    <>
      <p className="quiet" style={{ margin: 0 }}>
        {departmentName && `${departmentName} · `}
        {period.title[language]} · {t('madeAt')} <Instant at={asOf} /> · {t('logPosition')}{' '}
        <span className="figure">{position ?? '–'}</span>
      </p>
      {intro && <p className="words">{intro[language]}</p>}
      {sections.map((section) => (
        <DigestSection key={section.section} section={section} digest={digest} />
      ))}
    </>
  );
}
