import { Button, Result, Spin } from 'antd';
import { createBrowserRouter, useRouteError, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { SessionProvider, useSession } from '../session/session.tsx';
import { SignIn } from '../session/SignIn.tsx';
import { FirstList } from '../work/FirstList.tsx';
import { useWords } from '../words/use-words.ts';
import { Frame } from './Frame.tsx';

/** A page whose code is loaded when it is first visited. */
function page(path: string, load: () => Promise<{ readonly Page: () => React.ReactNode }>): RouteObject {
  return { path, lazy: async () => ({ Component: (await load()).Page }) };
}

const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <PageFailed />,
    hydrateFallbackElement: <Waiting />,
    children: [
      {
        errorElement: <PageFailed />,
        children: [
          { index: true, element: <FirstList /> },
          { path: 'sign-in', element: <FirstList /> },
          { path: 'work', element: <FirstList /> },
          page('register', () => import('../register/RegisterPage.tsx')),
          page('review', () => import('../review/ReviewPage.tsx')),
          page('supervision', () => import('../supervision/SupervisionPage.tsx')),
          page('executive', () => import('../executive/ExecutivePage.tsx')),
          page('rules', () => import('../rules/RulesPage.tsx')),
          page('rules/:type', () => import('../rules/RulesPage.tsx')),
          page('rules/:type/:code', () => import('../rules/RulesPage.tsx')),
          page('dashboards', () => import('../dashboards/DashboardsPage.tsx')),
          page('dashboards/:part', () => import('../dashboards/DashboardsPage.tsx')),
          page('dashboards/:report/tickets', () => import('../dashboards/TicketsBehindPage.tsx')),
          page('dashboards/:report/contacts', () => import('../dashboards/ContactsBehindPage.tsx')),
          page('wallboard', () => import('../wallboard/WallboardPage.tsx')),
          page('digests', () => import('../digests/DigestsPage.tsx')),
          page('digests/:id', () => import('../digests/DigestPage.tsx')),
          page('administration', () => import('../administration/AdministrationPage.tsx')),
          page('administration/:part', () => import('../administration/AdministrationPage.tsx')),
          page('audit', () => import('../audit/AuditPage.tsx')),
          page('audit/:part', () => import('../audit/AuditPage.tsx')),
          page('late-entries', () => import('../late-entries/LateEntriesPage.tsx')),
          page('undertaking', () => import('../undertaking/UndertakingPage.tsx')),
          page('account', () => import('../session/AccountPage.tsx')),
          page('contacts', () => import('../contacts/ContactsPage.tsx')),
          page('customers', () => import('../customers/CustomersPage.tsx')),
          page('customers/:id', () => import('../customers/CustomerPage.tsx')),
          page('knowledge', () => import('../knowledge/KnowledgePage.tsx')),
          page('knowledge/:code', () => import('../knowledge/ArticlePage.tsx')),
          page('proposals', () => import('../proposals/ProposalsPage.tsx')),
          page('proposals/:id', () => import('../proposals/ProposalPage.tsx')),
          page('problems', () => import('../problems/ProblemsPage.tsx')),
          page('problems/:id', () => import('../problems/ProblemPage.tsx')),
          page('quality', () => import('../quality/InspectionsPage.tsx')),
          page('quality/:id', () => import('../quality/InspectionPage.tsx')),
          page('quality-samples', () => import('../quality/SamplesPage.tsx')),
          page('quality-figures', () => import('../quality/FiguresPage.tsx')),
          page('calibrations', () => import('../quality/CalibrationsPage.tsx')),
          page('calibrations/:id', () => import('../quality/CalibrationPage.tsx')),
          page('customer-segments', () => import('../segments/SegmentsPage.tsx')),
          page('customer-segments/:id', () => import('../segments/SegmentPage.tsx')),
          page('campaigns', () => import('../campaigns/CampaignsPage.tsx')),
          page('campaigns/:id', () => import('../campaigns/CampaignPage.tsx')),
          page('campaigns/:id/calls/:call', () => import('../campaigns/CallPage.tsx')),
          page('leads', async () => ({ Page: (await import('../pursuits/PursuitsPage.tsx')).Leads })),
          page('leads/:id', async () => ({ Page: (await import('../pursuits/PursuitPage.tsx')).Lead })),
          page('at-risk-customers', async () => ({ Page: (await import('../pursuits/PursuitsPage.tsx')).AtRiskCustomers })),
          page('at-risk-customers/:id', async () => ({ Page: (await import('../pursuits/PursuitPage.tsx')).AtRiskCustomer })),
          page('announcements', () => import('../announcements/AnnouncementsPage.tsx')),
          page('announcements/:id', () => import('../announcements/AnnouncementPage.tsx')),
          page('rosters', () => import('../rosters/RostersPage.tsx')),
          page('rosters/:id', () => import('../rosters/RosterPage.tsx')),
          page('equipment', () => import('../equipment/EquipmentPage.tsx')),
          page('equipment/:id', () => import('../equipment/ItemPage.tsx')),
          page('probations', () => import('../probations/ProbationsPage.tsx')),
          page('probations/:id', () => import('../probations/ProbationPage.tsx')),
          page('surges', () => import('../surges/SurgesPage.tsx')),
          page('notices', () => import('../notices/NoticesPage.tsx')),
          page('publications', () => import('../publications/PublicationsPage.tsx')),
          page('work/:list', () => import('../work/WorkPage.tsx')),
          page('tickets/:id', () => import('../ticket/TicketPage.tsx')),
          page('tickets/:id/:view', () => import('../ticket/TicketPage.tsx')),
        ],
      },
    ],
  },
]);

export function Places() {
  return (
    <SessionProvider>
      <SignedInPlaces />
    </SessionProvider>
  );
}

function SignedInPlaces() {
  const { user, error } = useSession();
  const { t, problem } = useWords();
  if (user === null) return <SignIn />;
  if (user) return <RouterProvider router={router} />;
  if (!error) return <Waiting />;
  const again = (
    <Button type="primary" onClick={() => location.reload()}>
      {t('retry')}
    </Button>
  );
  return <Result status="warning" title={problem('connection-lost')} extra={again} />;
}

function Waiting() {
  return <Spin size="large" style={{ display: 'grid', placeItems: 'center', minHeight: 240 }} />;
}

function PageFailed() {
  const { t } = useWords();
  const error = useRouteError();
  const subTitle = error instanceof Error ? error.message : undefined;
  const again = (
    <Button type="primary" onClick={() => location.reload()}>
      {t('reload')}
    </Button>
  );
  return <Result status="warning" title={t('failed')} subTitle={subTitle} extra={again} />;
}
