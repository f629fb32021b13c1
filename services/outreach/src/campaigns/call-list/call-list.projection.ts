import { listedCallFold, type ScriptAnswer, type ListedCall } from '@ledgerline/domain';
import { foldedList, type CollectionDefinition, type Listed, type Row } from '@ledgerline/kernel';

export type ListedCallDocument = Listed<ListedCall>;

const blank = {
  status: '', turn: '', dueAt: '', holder: '', heldUntil: '', listedAt: '', customer: '', agent: '', outcome: '', question: '', answer: '', amount: 0,
} as const; // prettier-ignore

/**
 * A row for the call, one for each attempt (who, what came of it) and one for each answer that can be counted: how far a campaign is, and what was
 * answered, is read off indexes. While an agent has it before them it is not due.
 */
export const callsCollection: CollectionDefinition<ListedCallDocument> = {
  name: 'listed-calls',
  version: 1,
  fields: {
    kind: 'string', campaign: 'string', status: 'string', turn: 'string', dueAt: 'string', holder: 'string', heldUntil: 'string', listedAt: 'string',
    customer: 'string', agent: 'string', outcome: 'string', question: 'string', answer: 'string', amount: 'number',
  },
  indexes: [
    ['kind', 'campaign', 'listedAt'],
    ['kind', 'campaign', 'status', 'listedAt'],
    ['kind', 'campaign', 'status', 'turn', 'dueAt'],
    ['kind', 'campaign', 'holder', 'heldUntil'],
    ['kind', 'customer', 'listedAt'],
    ['kind', 'campaign', 'agent', 'outcome'],
    ['kind', 'campaign', 'question', 'answer', 'amount'],
  ],
  rows: rowsOf,
  personal: ['note', 'said'],
}; // prettier-ignore

export const callList = foldedList('listed-call', listedCallFold, callsCollection);

function rowsOf(call: ListedCallDocument): readonly Row[] {
  const { campaign, customer, status, turn, dueAt, listedAt, taken, attempts, answers = {} } = call;
  const [holder, heldUntil] = [taken?.by ?? '', taken?.until ?? ''];
  const of = { ...blank, campaign };
  return [
    { ...of, kind: 'call', customer, status, turn, dueAt: heldUntil === '' ? dueAt : heldUntil, holder, heldUntil, listedAt },
    ...attempts.map(({ by, outcome }) => ({ ...of, kind: 'attempt', agent: by, outcome })),
    ...Object.entries(answers).flatMap(([question, answer]) =>
      countable(answer).map((one) => ({ ...of, kind: 'answer', question, ...one })),
    ),
  ];
}

/** Each option that was chosen; of a number itself. */
function countable(answer: ScriptAnswer): readonly { readonly answer: string; readonly amount: number }[] {
  if (typeof answer === 'number') return [{ answer: String(answer), amount: answer }];
  if (typeof answer === 'boolean') return [{ answer: answer ? 'yes' : 'no', amount: 0 }];
  return (typeof answer === 'string' ? [answer] : answer).map((one) => ({ answer: one, amount: 0 }));
}
