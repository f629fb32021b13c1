import { Tabs } from 'antd';
import { Navigate, useNavigate, useParams } from 'react-router';
import { PageHead } from '../look/PageHead.tsx';
import { holdsOneOf, useUser } from '../session/session.tsx';
import { auditWords } from '../words/audit-words.ts';
import { useWords } from '../words/use-words.ts';
import { Webhooks } from '../webhooks/Webhooks.tsx';
import { AccountAudit } from './AccountAudit.tsx';
import { Exports } from './Exports.tsx';
import { LogIntegrity } from './LogIntegrity.tsx';
import { Looks } from './Looks.tsx';
import { SelfApprovals } from './SelfApprovals.tsx';

const parts = ['sign-ins', 'permission-changes', 'looks', 'self-approvals', 'log', 'exports', 'webhooks'] as const;
type Part = (typeof parts)[number];

/** Whom the server answers: others are not offered it. */
const readers: Readonly<Record<Part, readonly string[]>> = {
  'sign-ins': ['auditor', 'administrator'],
  'permission-changes': ['auditor', 'administrator'],
  looks: ['auditor', 'coordinator'],
  'self-approvals': ['auditor', 'leader', 'administrator'],
  log: ['auditor', 'administrator'],
  exports: ['auditor'],
  webhooks: ['auditor'],
};

/** Who did what with accounts, who looked at what is confidential, and whether the log is what it was. */
export function Page() {
  const { t, of } = useWords();
  const user = useUser();
  const go = useNavigate();
  const { part } = useParams();
  const offered = parts.filter((one) => holdsOneOf(user, ...readers[one]));
  const shown = offered.find((one) => one === part) ?? offered[0];
  if (shown === undefined) return <Navigate to="/" replace />;
  return (
    <div className="page stack">
      <PageHead title={t('audit')} />
      <Tabs
        activeKey={shown}
        onChange={(key) => void go(`/audit/${key}`)}
        items={offered.map((key) => ({ key, label: of(auditWords, key), children: key === shown && <Shown part={key} /> }))}
      />
    </div>
  );
}

function Shown({ part }: { readonly part: Part }) {
  switch (part) {
    case 'sign-ins':
    case 'permission-changes':
      return <AccountAudit key={part} kind={part} />;
    case 'looks':
      return <Looks />;
    case 'self-approvals':
      return <SelfApprovals />;
    case 'log':
      return <LogIntegrity />;
    case 'exports':
      return <Exports />;
    case 'webhooks':
      return <Webhooks />;
  }
}
