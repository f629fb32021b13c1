import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Collapse, Input, Table, Tabs, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { call, codeOf } from '../api/client.ts';
import { refreshSoon } from '../api/refresh-soon.ts';
import type { Page as ApiPage } from '../api/views.ts';
import { NeighbourLinks } from '../look/NeighbourLinks.tsx';
import { PageHead } from '../look/PageHead.tsx';
import { Instant } from '../look/times.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { useWords } from '../words/use-words.ts';
import { documentKinds, type DocumentKind, type ListedDocument, type VersionView } from './document-kinds.ts';
import { documentStateWords } from './document-state-words.ts';
import { DigestSections, DigestTerms } from './DigestDocuments.tsx';
import { DocumentEditor } from './DocumentEditor.tsx';
import { DraftReview } from './DraftReview.tsx';
import { NewDocument } from './NewDocument.tsx';
import { PolicyTable } from './PolicyTable.tsx';
import { SamplingTable, ScoreSheetTable } from './QualityDocuments.tsx';
import { RoutingRules } from './RoutingRules.tsx';
import { ItemTree } from './ItemTree.tsx';
import { ProbationTerms } from './ProbationTerms.tsx';
import { TelephonyTerms } from './TelephonyTerms.tsx';
import { RotaTable } from './RotaTable.tsx';
import { ScriptQuestions } from './ScriptQuestions.tsx';
import { RuleText, TemplateTexts } from './Texts.tsx';

const CalendarYear = lazy(async () => ({ default: (await import('./CalendarYear.tsx')).CalendarYear }));

/** The centre's governed documents: what is in force, drawn so that one can read it, and how it comes to change. */
export function Page() {
  const { t } = useWords();
  const go = useNavigate();
  const { type: named = 'policies', code } = useParams();
  const kind = documentKinds.find(({ path }) => path === named) ?? (documentKinds[0] as DocumentKind);
  const type = kind.path;
  const { data } = useQuery({ queryKey: ['documents', type], queryFn: () => call<ApiPage<ListedDocument>>('GET', `/${type}`) });
  const documents = data?.items ?? [];
  const chosen = documents.find((one) => one.code === code) ?? documents[0];
  return (
    <div className="page stack">
      <PageHead title={t('rules')}>
        <NewDocument key={type} kind={kind} />
      </PageHead>
      <NeighbourLinks
        label={t('rules')}
        places={documentKinds.map(({ path, word }) => ({ to: `/rules/${path}`, name: t(word) }))}
        here={`/rules/${type}`}
      />
      {documents.length > 1 && (
        <Tabs
          size="small"
          activeKey={chosen?.code ?? ''}
          onChange={(key) => void go(`/rules/${type}/${key}`)}
          items={documents.map((one) => ({ key: one.code, label: one.code }))}
        />
      )}
      {chosen ? (
        <OneDocument key={`${type} ${chosen.code}`} type={type} document={chosen} />
      ) : (
        <div className="quiet nothing">{t('nothingChosen')}</div>
      )}
    </div>
  );
}

function OneDocument({ type, document }: { readonly type: DocumentKind['path']; readonly document: ListedDocument }) {
  const { t } = useWords();
  const body = document.inForce;
  return (
    <div className="stack">
      {body && type === 'calendars' && (
        <Suspense fallback={null}>
          <CalendarYear calendar={body as never} />
        </Suspense>
      )}
      {body && type === 'policies' && <PolicyTable policy={body as never} />}
      {body && type === 'routing-tables' && <RoutingRules table={body as never} />}
      {body && type === 'items' && <ItemTree tree={body as never} />}
      {body && type === 'duty-rotas' && <RotaTable rota={body as never} />}
      {body && type === 'templates' && <TemplateTexts template={body as never} />}
      {body && type === 'rules' && <RuleText rule={body as never} />}
      {body && type === 'digest-templates' && <DigestSections template={body as never} />}
      {body && type === 'score-sheets' && <ScoreSheetTable sheet={body as never} />}
      {body && type === 'sampling-rules' && <SamplingTable rule={body as never} />}
      {body && type === 'digest-schedules' && <DigestTerms schedule={body as never} />}
      {body && type === 'telephony-rules' && <TelephonyTerms rule={body as never} />}
      {body && type === 'scripts' && <ScriptQuestions script={body as never} />}
      {body && type === 'probation-rules' && <ProbationTerms rule={body as never} />}
      <Versions type={type} document={document} />
      <Collapse
        size="small"
        items={[
          {
            key: 'edit',
            label: t('editDraft'),
            children: <DocumentEditor type={type} code={document.code} body={body ?? { code: document.code }} />,
          },
        ]}
      />
    </div>
  );
}

function Versions({ type, document }: { readonly type: string; readonly document: ListedDocument }) {
  const { t, of, problem } = useWords();
  const user = useUser();
  const client = useQueryClient();
  const { modal } = App.useApp();
  const [refused, setRefused] = useState<string>();
  const step = useMutation({
    mutationFn: ({ id, name, reason }: { id: string; name: string; reason?: string }) =>
      call('POST', `/${type}/${id}/${name}`, { body: reason === undefined ? {} : { reason } }),
    onMutate: () => setRefused(undefined),
    onError: (error) => setRefused(codeOf(error)),
    onSettled: () => refreshSoon(client, ['documents']),
  });
  const reject = (id: string) => {
    let reason = '';
    void modal.confirm({
      title: t('reject'),
      icon: null,
      content: (
        <Input.TextArea rows={3} maxLength={2_000} aria-label={t('why')} onChange={(event) => (reason = event.target.value)} />
      ),
      onOk: () => step.mutateAsync({ id, name: 'reject', reason }).catch(() => undefined),
    });
  };
  const actions = ({ id, status }: VersionView) => (
    <span className="row-end">
      <DraftReview type={type} id={id} />
      {status === 'drafted' && <Button onClick={() => step.mutate({ id, name: 'submit' })}>{t('submitDraft')}</Button>}
      {status === 'submitted' && holdsOneOf(user, 'leader') && (
        <>
          <Button type="primary" onClick={() => step.mutate({ id, name: 'approve' })}>
            {t('approve')}
          </Button>
          <Button onClick={() => reject(id)}>{t('reject')}</Button>
        </>
      )}
    </span>
  );
  return (
    <Card size="small" title={t('version')} styles={{ body: { padding: 0 } }}>
      {refused && <Alert type="error" banner showIcon title={problem(refused)} />}
      <Table<VersionView>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={document.versions.toReversed()}
        columns={[
          { title: t('version'), render: (_, { id }) => <span className="figure">{id}</span> },
          {
            title: t('status'),
            render: (_, { state, status }) => (
              <Tag color={state === 'in-force' ? 'green' : 'default'}>{of(documentStateWords, state ?? status)}</Tag>
            ),
          },
          { title: t('effectiveFrom'), render: (_, { effectiveFrom }) => <Instant at={effectiveFrom} /> },
          { title: t('actions'), render: (_, version) => actions(version) },
        ]}
      />
    </Card>
  );
}
