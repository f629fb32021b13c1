import type { UserView } from '../api/views.ts';
import { seesCallers } from '../session/sees-callers.ts';
import { holdsOneOf } from '../session/session.tsx';
import type { ScreenWord } from '../words/use-words.ts';

type Shown = (user: UserView) => boolean;

/** A page of the menu. @property shown to whom the server offers it; everybody unless given */
interface MenuPage {
  readonly path: string;
  readonly word: ScreenWord;
  readonly shown?: Shown;
}

interface MenuGroup {
  readonly word: ScreenWord;
  readonly pages: readonly MenuPage[];
}

const holders =
  (...roles: readonly string[]): Shown =>
  (user) =>
    holdsOneOf(user, ...roles);
const area =
  (name: string): Shown =>
  ({ areas }) =>
    areas.includes(name);

/** What stands under the work lists, by what it is about. */
const groups: readonly MenuGroup[] = [
  {
    word: 'menuCallers',
    pages: [
      { path: '/contacts', word: 'contacts', shown: seesCallers },
      { path: '/customers', word: 'customers', shown: seesCallers },
      { path: '/customer-segments', word: 'segments', shown: holders('coordinator', 'leader') },
      { path: '/late-entries', word: 'lateEntries', shown: area('register') },
    ],
  },
  {
    word: 'menuOutbound',
    pages: [
      { path: '/campaigns', word: 'campaigns', shown: holders('agent', 'manager', 'leader', 'inspector', 'auditor') },
      { path: '/leads', word: 'leads', shown: holders('agent', 'handler', 'inspector', 'leader', 'auditor') },
      { path: '/at-risk-customers', word: 'atRisk', shown: holders('agent', 'handler', 'inspector', 'leader', 'auditor') },
    ],
  },
  {
    word: 'menuSteering',
    pages: [
      { path: '/review', word: 'review', shown: area('review') },
      { path: '/supervision', word: 'supervision', shown: area('supervision') },
      { path: '/surges', word: 'surges', shown: area('supervision') },
      { path: '/executive', word: 'executive', shown: area('executive') },
    ],
  },
  {
    word: 'menuKnowledge',
    pages: [
      { path: '/knowledge', word: 'knowledge' },
      { path: '/problems', word: 'problems' },
      {
        path: '/proposals',
        word: 'proposals',
        shown: holders('agent', 'handler', 'inspector', 'leader', 'auditor', 'administrator'),
      },
      { path: '/publications', word: 'publications' },
    ],
  },
  {
    word: 'menuCentre',
    pages: [
      { path: '/wallboard', word: 'wallboard', shown: holders('agent', 'inspector', 'leader', 'auditor') },
      { path: '/quality', word: 'quality', shown: holders('agent', 'handler', 'inspector', 'leader', 'auditor') },
      { path: '/probations', word: 'probations', shown: holders('personnel', 'office', 'manager', 'leader', 'auditor') },
      { path: '/rosters', word: 'rosters' },
      { path: '/announcements', word: 'announcements' },
      { path: '/equipment', word: 'equipment' },
    ],
  },
  {
    word: 'menuFigures',
    pages: [
      { path: '/dashboards', word: 'dashboards' },
      { path: '/digests', word: 'digests' },
    ],
  },
  {
    word: 'menuHouse',
    pages: [
      { path: '/rules', word: 'rules' },
      { path: '/audit', word: 'audit', shown: holders('auditor', 'administrator', 'leader', 'coordinator') },
      { path: '/administration', word: 'administration', shown: area('administration') },
    ],
  },
];

/** The groups of which the user has a page. Hiding is a courtesy: the server decides who sees what. */
export function menuOf(user: UserView): readonly MenuGroup[] {
  return groups
    .map(({ word, pages }) => ({ word, pages: pages.filter(({ shown }) => shown?.(user) ?? true) }))
    .filter(({ pages }) => pages.length > 0);
}
