import { useQuery } from '@tanstack/react-query';
import { Button, Card, Result, Skeleton, Tag } from 'antd';
import { useParams } from 'react-router';
import { call, codeOf } from '../api/client.ts';
import { usePeople } from '../api/names.ts';
import { isErased, textOf } from '../api/views.ts';
import { ActionButton } from '../commands/ActionButton.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Facts } from '../look/RecordPage.tsx';
import { Instant } from '../look/times.tsx';
import { useInWords } from '../look/use-in-words.ts';
import { segmentPurposeWords, segmentWords } from '../words/segment-words.ts';
import { useWords } from '../words/use-words.ts';
import { FilterInWords } from './FilterInWords.tsx';
import type { SegmentView } from './segment-views.ts';

/** One segment: how many customers it has now, and the way to take them away as a table, which is put on record. */
export function Page() {
  const { say, of, problem } = useWords();
  const inWords = useInWords();
  const { id = '' } = useParams();
  const { data: segment, error } = useQuery({
    queryKey: ['customer-segments', 'one', id],
    queryFn: ({ signal }) => call<SegmentView>('GET', `/customer-segments/${id}`, { signal }),
  });
  const nameOf = usePeople([segment?.savedBy]);
  if (error && !segment) return <Result status="404" title={problem(codeOf(error))} />;
  if (!segment) return <Skeleton active className="page" />;
  const { name, purpose, filter, savedBy, savedAt, isRetired, count, more } = segment;
  return (
    <div className="page stack">
      <PageHead title={inWords(name) ?? ''}>
        {isRetired ? <Tag>{say(segmentWords, 'retired')}</Tag> : <Steps segment={segment} />}
      </PageHead>
      <div className="columns">
        <Card
          size="small"
          title={say(segmentWords, 'count')}
          extra={
            <Button href={`/api/v1/customer-segments/${id}/export`} download>
              {say(segmentWords, 'export')}
            </Button>
          }
        >
          <div className="figure" style={{ fontSize: 22 }}>
            {say(segmentWords, more ? 'moreThan' : 'many', { n: count.toLocaleString('en') })}
          </div>
          <span className="quiet">{say(segmentWords, purpose === 'analysis' ? 'nobodyNamed' : 'agreedOnly')}</span>
        </Card>
        <Facts
          rows={[
            [say(segmentWords, 'purpose'), of(segmentPurposeWords, purpose)],
            [say(segmentWords, 'filter'), <span key="filter"><FilterInWords filter={filter} /></span>],
            [say(segmentWords, 'savedBy'), nameOf(savedBy)],
            [say(segmentWords, 'savedAt'), <Instant key="at" at={savedAt} />],
          ]}
        />
      </div>
    </div>
  ); // prettier-ignore
}

function Steps({ segment: { id, name, filter } }: { readonly segment: SegmentView }) {
  const { say } = useWords();
  const refresh = ['customer-segments'];
  return (
    <>
      <ActionButton
        operation="/customer-segments/{id}/change"
        id={id}
        title={say(segmentWords, 'change')}
        initial={{ name: textOf(name), ...(isErased(filter) ? {} : { filter }) }}
        refresh={refresh}
      />
      <ActionButton operation="/customer-segments/{id}/retire" id={id} title={say(segmentWords, 'retire')} refresh={refresh} />
    </>
  );
}
