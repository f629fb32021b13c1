import type { UserView } from '../api/views.ts';
import { holdsOneOf } from '../session/session.tsx';
import type { ScreenWord } from '../words/use-words.ts';

export type ListParameters = Readonly<Record<string, string | boolean | undefined>>;

/** A work list: what it is called, and the filter that the API is asked with. */
export interface WorkList {
  readonly key: string;
  readonly word: ScreenWord;
  readonly filter: ListParameters;
  /** A list of clocks in order of what is due, not of tickets. */
  readonly byDue?: boolean;
  /** Many are no reason to hurry: the navigation shows no number. */
  readonly uncounted?: boolean;
}

/** The lists that the user's work needs, the most pressing first. */
export function listsFor(user: UserView): readonly WorkList[] {
  const own = user.departments.filter((one) => one !== '*');
  const desk = holdsOneOf(user, 'agent');
  const watches = holdsOneOf(user, 'agent', 'manager', 'leader', 'auditor');
  const lists: readonly (WorkList & { readonly when: boolean })[] = [
    { key: 'mine', word: 'mine', filter: { handler: user.id, open: true }, when: holdsOneOf(user, 'handler') },
    {
      key: 'department',
      word: 'department_',
      filter: { open: true, ...(own[0] === undefined ? {} : { department: own[0] }) },
      when: holdsOneOf(user, 'handler') && own.length > 0,
    },
    { key: 'due-next', word: 'dueNext', filter: { overdue: false, held: false }, byDue: true, uncounted: true, when: true },
    { key: 'overdue', word: 'overdue', filter: { overdue: true }, byDue: true, uncounted: true, when: true },
    { key: 'urgent', word: 'urgent', filter: { level: 'urgent', open: true }, when: true },
    { key: 'to-dispatch', word: 'toDispatch', filter: { status: 'registered' }, when: desk },
    { key: 'to-review', word: 'toReview', filter: { status: 'in-review' }, when: holdsOneOf(user, 'manager') || desk },
    { key: 'to-check', word: 'toCheck', filter: { status: 'to-check' }, when: desk },
    { key: 'to-reply', word: 'toReply', filter: { status: 'to-reply' }, when: desk },
    { key: 'to-survey', word: 'toSurvey', filter: { status: 'completed' }, when: desk },
    { key: 'held', word: 'held', filter: { held: true }, byDue: true, uncounted: true, when: watches },
    { key: 'all', word: 'all', filter: {}, uncounted: true, when: true },
  ];
  return lists.filter(({ when }) => when);
}

/** Filters that a person sets, beside the list's own; they stand in the address, so that a list can be shared. */
export const personalFilters = ['q', 'status', 'level', 'kind', 'department', 'item', 'open'] as const;

/** Those that lists of clocks know. */
export const dueFilters: readonly (typeof personalFilters)[number][] = ['level', 'department'];

export function parametersOf(list: WorkList, given: URLSearchParams): ListParameters {
  const known = list.byDue ? dueFilters : personalFilters;
  const own = Object.fromEntries(known.flatMap((name) => (given.get(name) ? [[name, given.get(name) as string]] : [])));
  return { ...list.filter, ...own };
}
