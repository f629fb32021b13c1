import type { UserView } from '../api/views.ts';
import { holdsOneOf } from '../session/session.tsx';
import type { ScreenWord } from '../words/use-words.ts';

export type ListParameters = Readonly<Record<string, string | boolean | undefined>>;

/** A work list: what it is called, and the filter that the API is asked with. */
export interface WorkList {
  readonly key: string;
  readonly word: ScreenWord;
  readonly filter: ListParameters;
  /** The order, where it is another than the newest first. */
  readonly sort?: string;
  /** Many are no reason to hurry: the navigation shows no number. */
  readonly uncounted?: boolean;
}

/** The key of the list that is shown before anything is chosen. */
export function firstListFor(user: UserView): string {
  return listsFor(user)[0]?.key ?? 'all';
}

/** The lists that the user's work needs, the most pressing first. */
export function listsFor(user: UserView): readonly WorkList[] {
  const own = user.departments.filter((one) => one !== '*');
  const desk = holdsOneOf(user, 'agent');
  const decisions = decisionsOf(user);
  const watches = holdsOneOf(user, 'agent', 'manager', 'leader', 'auditor');
  const lists: readonly (WorkList & { readonly when: boolean })[] = [
    {
      key: 'mine',
      word: 'mine',
      filter: { handler: user.onBehalfOf ?? user.id, open: true },
      sort: 'due',
      when: holdsOneOf(user, 'handler'),
    },
    {
      key: 'department',
      word: 'department_',
      filter: { open: true, ...(own[0] === undefined ? {} : { department: own[0] }) },
      when: holdsOneOf(user, 'handler') && own.length > 0,
    },
    {
      key: 'due-next',
      word: 'dueNext',
      filter: { open: true, overdue: false, held: false },
      sort: 'due',
      uncounted: true,
      when: true,
    },
    { key: 'overdue', word: 'overdue', filter: { open: true, overdue: true }, sort: 'due', when: true },
    { key: 'urgent', word: 'urgent', filter: { level: 'urgent', open: true }, sort: 'due', when: true },
    { key: 'to-dispatch', word: 'toDispatch', filter: { status: 'registered' }, when: desk },
    {
      key: 'to-review',
      word: 'toReview',
      filter: { awaits: 'approve-result' },
      sort: 'registeredAt',
      when: holdsOneOf(user, 'manager') || desk,
    },
    { key: 'to-decide', word: 'toDecide', filter: { awaits: decisions }, sort: 'registeredAt', when: decisions !== '' },
    {
      key: 'to-answer',
      word: 'toAnswer',
      filter: { awaits: 'acknowledge-urge,report-back' },
      sort: 'registeredAt',
      when: holdsOneOf(user, 'handler'),
    },
    { key: 'to-check', word: 'toCheck', filter: { status: 'to-check' }, when: desk },
    { key: 'to-reply', word: 'toReply', filter: { status: 'to-reply' }, when: desk },
    { key: 'to-survey', word: 'toSurvey', filter: { status: 'completed' }, when: desk },
    { key: 'held', word: 'held', filter: { open: true, held: true }, sort: 'due', when: watches },
    { key: 'all', word: 'all', filter: {}, uncounted: true, when: true },
  ];
  return lists.filter(({ when }) => when);
}

/** What waits for the user's own decision; a substitute's is the absent person's. */
export function decisionsOf(user: UserView): string {
  const awaited = Object.entries(deciding).flatMap(([role, commands]) => (holdsOneOf(user, role) ? commands : []));
  return [...new Set(awaited)].join(',');
}
const deciding: Readonly<Record<string, readonly string[]>> = {
  manager: ['endorse-extension'],
  coordinator: ['grant-return', 'grant-extension', 'hand-down-decision', 'explain-decision'],
  leader: ['acknowledge-urgent', 'record-decision', 'hand-down-decision', 'grant-extension', 'grant-reveal'],
};

/** Filters that a person sets, beside the list's own; they stand in the address, so that a list can be shared. */
export const personalFilters = ['q', 'status', 'level', 'kind', 'department', 'item', 'open', 'event'] as const;

/** What a list of the past can be narrowed by: what was due then, and what was searched for, it does not know. */
const ofThePast = ['status', 'open', 'department', 'part', 'handler', 'level', 'kind', 'item', 'site'];

/** True where the list can be shown as it stood at a moment. */
export function hasPast({ filter }: WorkList): boolean {
  return Object.keys(filter).every((name) => ofThePast.includes(name));
}

/** The list as it stood. @param at RFC 3339 */
export function parametersThen(list: WorkList, given: URLSearchParams, at: string): ListParameters {
  const known = Object.entries(parametersOf(list, given)).filter(([name]) => ofThePast.includes(name));
  return { ...Object.fromEntries(known), at };
}

export function parametersOf(list: WorkList, given: URLSearchParams): ListParameters {
  const own = Object.fromEntries(personalFilters.flatMap((name) => (given.get(name) ? [[name, given.get(name) as string]] : [])));
  return { ...list.filter, ...own };
}
