import type { FactsDefinition, FactTable } from '@ledgerline/kernel';

const whose = { ticket: 'whole', version: 'whole', happened: 'number' } as const;
const clock: FactTable['columns'] = {
  ticket: 'whole', run: 'whole', clock: 'whole', department: 'whole', part: 'whole', assignment: 'whole', started: 'number', ended: 'number',
  due: 'number', outcome: 'whole', working: 'number', elapsed: 'number', late_working: 'number', late_elapsed: 'number', charged: 'whole',
  policy: 'whole', policy_version: 'whole',
}; // prettier-ignore
const holder: FactTable['columns'] = {
  ticket: 'whole', run: 'whole', started: 'number', ended: 'number', holder: 'whole', department: 'whole', working: 'number', elapsed: 'number',
}; // prettier-ignore

/** How a ticket stood in lists, for as long as it did; `until` is null while it does. */
const standing: FactTable['columns'] = {
  ticket: 'whole', since: 'number', until: 'number', status: 'whole', open: 'truth', level: 'whole', kind: 'whole', item: 'whole', site: 'whole', lead: 'whole',
}; // prettier-ignore
const standingPart: FactTable['columns'] = {
  ticket: 'whole', since: 'number', until: 'number', department: 'whole', part: 'whole', handler: 'whole',
}; // prettier-ignore

/** A call's passage through one queue. `source` is the number of its stream, among those of telephony. */
const passage: FactTable['columns'] = {
  source: 'whole', contact: 'text', happened: 'number', queued: 'truth', queue: 'whole', site: 'whole', agent: 'whole', team: 'whole', agent_site: 'whole',
  outcome: 'whole', in_time: 'truth', late: 'truth', wait: 'number', talk: 'number', hold: 'number', wrap_up: 'number',
}; // prettier-ignore
/** What agents did, cut at each half hour; what still goes on has no end, and is not cut. */
const agentTime: FactTable['columns'] = {
  source: 'whole', agent: 'whole', team: 'whole', site: 'whole', agent_site: 'whole', doing: 'whole', reason: 'whole', since: 'number', until: 'number',
}; // prettier-ignore

/**
 * What reports are made of: no text, no caller. Words (codes of departments, items, events) stand as numbers of the table `words`;
 * instants are milliseconds since the epoch. What can still change of a ticket is replaced whole, what is over is added once.
 */
export const factTables: FactsDefinition = {
  version: 5,
  tables: {
    words: { columns: { word: 'whole', text: 'text' } },
    tickets: {
      columns: {
        ticket: 'whole', id: 'text', number: 'text', version: 'whole', registered: 'number', updated: 'number', answered: 'number', status: 'whole',
        open: 'truth', confidential: 'truth', imported: 'truth', parent: 'truth', kind: 'whole', level: 'whole', item: 'whole',
        channel: 'whole', site: 'whole', district: 'whole', product: 'whole', lead: 'whole', holder: 'whole', closure: 'whole',
        returns: 'whole', rejections: 'whole', reworks: 'whole', replies: 'whole', messages: 'whole', assignments: 'whole',
        came_back: 'number', first_contact_until: 'number',
      },
      replacedBy: 'ticket',
    },
    assignments: {
      columns: { ticket: 'whole', assignment: 'whole', department: 'whole', part: 'whole', handler: 'whole', routed: 'number', status: 'whole', shown: 'truth' },
      replacedBy: 'ticket',
    },
    books: { columns: { ticket: 'whole', book: 'bytes' }, replacedBy: 'ticket' },
    ended_clocks: { columns: clock },
    open_clocks: { columns: clock, replacedBy: 'ticket' },
    ended_holders: { columns: holder },
    open_holders: { columns: holder, replacedBy: 'ticket' },
    reviews: { columns: { ...whose, department: 'whole', verdict: 'whole' } },
    rounds: { columns: { ...whose, department: 'whole', round: 'whole', by_system: 'truth' } },
    replies: { columns: { ...whose, channel: 'whole', department: 'whole' } },
    surveys: { columns: { ...whose, department: 'whole', result: 'whole', service: 'whole', timeliness: 'whole', dissatisfied: 'truth' } },
    returns: { columns: { ...whose, department: 'whole', step: 'whole' } },
    urges: { columns: { ...whose, department: 'whole', step: 'whole' } },
    routings: {
      columns: {
        ...whose, lead: 'whole', co_handling: 'text', made_by: 'whole', kind: 'whole', item: 'whole', level: 'whole', site: 'whole',
        district: 'whole', product: 'whole', about: 'whole',
      },
    },
    ended_standings: { columns: standing },
    open_standings: { columns: standing, replacedBy: 'ticket' },
    ended_standing_parts: { columns: standingPart },
    open_standing_parts: { columns: standingPart, replacedBy: 'ticket' },
    deviations: { columns: { ...whose, department: 'whole', way: 'whole', deviation: 'whole' } },
    courses: {
      columns: { ticket: 'whole', lead: 'whole', fitting: 'whole', deviations: 'whole', fitness: 'number' },
      replacedBy: 'ticket',
    },
    telephony_streams: { columns: { source: 'whole', id: 'text' }, replacedBy: 'source' },
    calls: { columns: passage, replacedBy: 'source' },
    agent_times: { columns: agentTime, replacedBy: 'source' },
    steps: { columns: { ...whose, activity: 'whole', department: 'whole', actor: 'whole', resource: 'whole', imported: 'truth' } },
  },
  views: {
    clocks: 'SELECT * FROM ended_clocks UNION ALL SELECT * FROM open_clocks',
    holders: 'SELECT * FROM ended_holders UNION ALL SELECT * FROM open_holders',
    standings: 'SELECT * FROM ended_standings UNION ALL SELECT * FROM open_standings',
    standing_parts: 'SELECT * FROM ended_standing_parts UNION ALL SELECT * FROM open_standing_parts',
  },
}; // prettier-ignore
