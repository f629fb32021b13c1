import type { ScreenWord } from '../words/use-words.ts';
import { weekdays } from './editor/use-weekdays.ts';

export interface DocumentKind {
  readonly path:
    | 'policies'
    | 'calendars'
    | 'routing-tables'
    | 'items'
    | 'duty-rotas'
    | 'templates'
    | 'rules'
    | 'digest-templates'
    | 'digest-schedules'
    | 'score-sheets'
    | 'sampling-rules'
    | 'probation-rules'
    | 'telephony-rules'
    | 'scripts';
  /** Of the document itself. */
  readonly type: string;
  readonly word: ScreenWord;
  /** What a new one begins with, beside its code. */
  readonly blank: Readonly<Record<string, unknown>>;
}

const zone = 'Asia/Shanghai';

export const documentKinds: readonly DocumentKind[] = [
  {
    path: 'policies',
    type: 'policy',
    word: 'policies',
    blank: { clocks: [], extensions: { count: 1, most: 'P5D' }, limits: {}, repliesBy: 'call-centre', checkResults: true },
  },
  {
    path: 'calendars',
    type: 'calendar',
    word: 'calendars',
    blank: { timeZone: zone, week: {}, holidays: [], makeUpDays: {}, exceptions: {} },
  },
  { path: 'routing-tables', type: 'routing-table', word: 'routingTables', blank: { rules: [], fallback: 'call-centre' } },
  { path: 'items', type: 'item-tree', word: 'items', blank: { items: [] } },
  {
    path: 'duty-rotas',
    type: 'duty-rota',
    word: 'dutyRotas',
    blank: { timeZone: zone, order: [], rota: [{ days: weekdays, from: '00:00', to: '00:00' }] },
  },
  { path: 'templates', type: 'template', word: 'templates', blank: { texts: { zh: { text: '' } } } },
  { path: 'rules', type: 'rule', word: 'centreRules', blank: { title: '', paragraphs: [] } },
  {
    path: 'digest-templates',
    type: 'digest-template',
    word: 'digestTemplates',
    blank: { scope: 'department', title: { zh: '' }, sections: [] },
  },
  {
    path: 'digest-schedules',
    type: 'digest-schedule',
    word: 'digestSchedules',
    blank: {
      template: 'department-digest',
      period: 'week',
      on: 'mon',
      at: '08:30',
      timeZone: zone,
      readers: [{ role: 'manager' }],
    },
  },
  {
    path: 'score-sheets',
    type: 'score-sheet',
    word: 'scoreSheets',
    blank: { title: '', groups: [], fatal: [], passes: 80, appeal: { within: 'P3D', calendar: 'default' } },
  },
  {
    path: 'sampling-rules',
    type: 'sampling-rule',
    word: 'samplingRules',
    blank: { title: '', period: 'month', strata: [{ work: 'dissatisfied', take: { share: 1 } }] },
  },
  {
    path: 'telephony-rules',
    type: 'telephony-rule',
    word: 'telephonyRules',
    blank: {
      queues: [],
      breaks: [],
      serviceLevel: { within: 15, target: 0.95 },
      shortAbandon: 5,
      lateAfter: 60,
      firstContact: { days: 7 },
    },
  },
  {
    path: 'scripts',
    type: 'script',
    word: 'scripts',
    blank: { title: '', questions: [{ id: 'first', type: 'yes-no', text: '' }] },
  },
  {
    path: 'probation-rules',
    type: 'probation-rule',
    word: 'probationRules',
    blank: {
      timeZone: zone,
      roster: 'default',
      months: 3,
      reminders: { days: [14, 7, 3, 0], at: '09:00' },
      pay: { percent: 100, localMinimums: [], festivalBonusPercent: 50, shownToManagers: false },
      leave: {
        personal: { most: 3, payPercent: 0 },
        sick: { payPercent: 100, needsProof: true },
        bereavement: { most: 3, payPercent: 100 },
        marriage: { most: 3, payPercent: 100 },
      },
      posts: [],
      documents: [],
      formalities: [],
      overrides: [],
    },
  },
];

export interface VersionView {
  readonly id: string;
  readonly draft: number;
  readonly status: string;
  readonly state?: string;
  readonly effectiveFrom?: string;
  readonly approvedAt?: string;
  readonly draftedBy?: string;
}

export interface ListedDocument {
  readonly code: string;
  readonly inForce: Readonly<Record<string, unknown>> | null;
  readonly versions: readonly VersionView[];
}
