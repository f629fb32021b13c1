import type { DocumentType } from './governed-document.js';

/** Something outside a document that it names, and that has to be there. */
export interface NamedElsewhere {
  readonly pointer: string;
  readonly what: 'department' | 'item' | 'calendar' | 'site' | 'executive' | 'account' | 'digest-template' | 'score-sheet';
  readonly name: string;
}

type Members = Readonly<Record<string, unknown>>;

/** Departments, items, calendars, sites, accounts and templates that a document without a fault of its own names. */
export function namesInDocument(type: DocumentType, body: unknown): readonly NamedElsewhere[] {
  if (type === 'policy') return listOf(body, 'clocks').flatMap((rule, place) => namesInClock(rule, `/clocks/${place}`));
  if (type === 'duty-rota') return namesInRota(body as Members);
  if (type === 'digest-schedule') return namesInSchedule(body as Members);
  if (type === 'score-sheet') return named('calendar', '/appeal/calendar', calendarOf((body as Members)['appeal']));
  if (type === 'sampling-rule') return named('score-sheet', '/sheet', (body as Members)['sheet']);
  if (type === 'probation-rule') return named('calendar', '/roster', (body as Members)['roster']);
  if (type === 'telephony-rule')
    return listOf(body, 'queues').flatMap(({ site }, place) => named('site', `/queues/${place}/site`, site));
  if (type !== 'routing-table') return [];
  const fallback = named('department', '/fallback', (body as Members)['fallback']);
  return [...fallback, ...listOf(body, 'rules').flatMap((rule, place) => namesInRoute(rule, `/rules/${place}`))];
}

function namesInRota(body: Members): readonly NamedElsewhere[] {
  const order = Array.isArray(body['order']) ? (body['order'] as readonly unknown[]) : [];
  return [
    ...order.flatMap((one, place) => named('executive', `/order/${place}`, one)),
    ...listOf(body, 'rota').flatMap(({ executive }, place) => named('executive', `/rota/${place}/executive`, executive)),
  ];
}

function namesInSchedule(body: Members): readonly NamedElsewhere[] {
  return [
    ...named('digest-template', '/template', body['template']),
    ...named('calendar', '/calendar', body['calendar']),
    ...listOf(body, 'readers').flatMap(({ account, departments }, place) => [
      ...named('account', `/readers/${place}/account`, account),
      ...(Array.isArray(departments) ? (departments as readonly unknown[]) : []).flatMap((one, at) =>
        named('department', `/readers/${place}/departments/${at}`, one),
      ),
    ]),
  ];
}

/** Elapsed time has none. */
function calendarOf(of: unknown): unknown {
  const { calendar } = of as Members;
  return calendar === 'elapsed' ? undefined : calendar;
}

function namesInClock(rule: Members, at: string): readonly NamedElsewhere[] {
  const { when } = rule;
  return [...named('calendar', `${at}/calendar`, calendarOf(rule)), ...namesInWhen(when, at)];
}

function namesInRoute({ lead, coHandling, when }: Members, at: string): readonly NamedElsewhere[] {
  const others = Array.isArray(coHandling) ? (coHandling as readonly unknown[]) : [];
  return [
    ...named('department', `${at}/lead`, lead),
    ...others.flatMap((one, place) => named('department', `${at}/coHandling/${place}`, one)),
    ...namesInWhen(when, at),
  ];
}

function namesInWhen(when: unknown, at: string): readonly NamedElsewhere[] {
  const { department, item, site } = (when ?? {}) as Members;
  return [
    ...named('department', `${at}/when/department`, department),
    ...named('item', `${at}/when/item`, item),
    ...named('site', `${at}/when/site`, site),
  ];
}

function named(what: NamedElsewhere['what'], pointer: string, name: unknown): readonly NamedElsewhere[] {
  return typeof name === 'string' ? [{ pointer, what, name }] : [];
}

function listOf(body: unknown, name: string): readonly Members[] {
  const list = (body as Members)[name];
  return Array.isArray(list) ? (list as readonly Members[]) : [];
}
