import { Faults, type DocumentFault } from '../document/document-fault.js';
import { isAnswer } from './answers.js';
import { questionTypes, theEnd, type ScriptQuestion, type QuestionType } from './script.js';

type Members = Readonly<Record<string, unknown>>;

/** Questions, options of one and branches of one at most: somebody is on the telephone. */
export const mostOfScript = { questions: 60, options: 30, branches: 30 } as const;
/** A scale is read out: from 0 or 1 up to 10. */
const [leastScale, mostScale] = [0, 10];

const membersOf: Readonly<Record<QuestionType, readonly string[]>> = {
  'yes-no': [],
  'one-of': ['options'],
  'several-of': ['options'],
  number: ['least', 'most', 'unit'],
  scale: ['least', 'most', 'low', 'high'],
  date: [],
  text: [],
};

/** Every fault for which a script could not be put in force. */
export function faultsOfScript(body: unknown): readonly DocumentFault[] {
  const faults = new Faults();
  const script = faults.object('', body);
  faults.strangers('', script, ['code', 'effectiveFrom', 'title', 'opening', 'closing', 'questions']);
  faults.code('/code', script['code']);
  faults.instant('/effectiveFrom', script['effectiveFrom']);
  faults.text('/title', script['title'], 200);
  for (const name of ['opening', 'closing']) if (script[name] !== undefined) faults.text(`/${name}`, script[name], 4_000);
  const questions = faults.items('/questions', script['questions'], mostOfScript.questions);
  if (Array.isArray(script['questions']) && questions.length === 0)
    faults.add('/questions', 'must have at least one', 'empty-list');
  const ids = questions.map(([, question]) => (question as Members | null)?.['id']);
  for (const [place, question] of questions) checkQuestion(`/questions/${place}`, question, { place, ids }, faults);
  return faults.found;
}

interface Around {
  readonly place: number;
  readonly ids: readonly unknown[];
}

function checkQuestion(at: string, given: unknown, { place, ids }: Around, faults: Faults): void {
  const question = faults.object(at, given);
  const { id, text, optional, type, branches } = question;
  faults.code(`${at}/id`, id);
  if (id === theEnd) faults.add(`${at}/id`, 'stands for the end', 'reserved-word');
  if (ids.indexOf(id) < place) faults.add(`${at}/id`, 'stands twice', 'duplicate');
  faults.text(`${at}/text`, text, 2_000);
  if (optional !== undefined && typeof optional !== 'boolean')
    faults.add(`${at}/optional`, 'must be true or false', 'wrong-type');
  if (!(questionTypes as readonly unknown[]).includes(type))
    return faults.add(`${at}/type`, `must be one of ${questionTypes.join(', ')}`, 'unknown-word');
  faults.strangers(at, question, ['id', 'text', 'optional', 'type', 'branches', ...membersOf[type as QuestionType]]);
  const before = faults.found.length;
  checkKind(at, question, faults);
  if (branches === undefined || faults.found.length > before) return;
  checkBranches(at, question as unknown as ScriptQuestion, ids.slice(place + 1), faults);
}

function checkKind(at: string, question: Members, faults: Faults): void {
  switch (question['type'] as QuestionType) {
    case 'one-of':
    case 'several-of':
      return checkOptions(`${at}/options`, question['options'], faults);
    case 'number':
    case 'scale':
      return checkRange(at, question, faults);
    case 'yes-no':
    case 'date':
    case 'text':
  }
}

function checkOptions(at: string, given: unknown, faults: Faults): void {
  const options = faults.items(at, given, mostOfScript.options);
  if (Array.isArray(given) && options.length < 2) faults.add(at, 'must have at least two', 'empty-list');
  const seen = new Set<unknown>();
  for (const [place, one] of options) {
    const { code, label } = faults.object(`${at}/${place}`, one);
    faults.strangers(`${at}/${place}`, one, ['code', 'label']);
    faults.code(`${at}/${place}/code`, code);
    faults.text(`${at}/${place}/label`, label, 200);
    if (seen.has(code)) faults.add(`${at}/${place}/code`, 'stands twice', 'duplicate');
    seen.add(code);
  }
}

function checkRange(at: string, { type, least, most, unit, low, high }: Members, faults: Faults): void {
  const isIn = (value: unknown) =>
    type === 'scale'
      ? Number.isInteger(value) && (value as number) >= leastScale && (value as number) <= mostScale
      : Number.isFinite(value) && Math.abs(value as number) <= 1e12;
  for (const [name, value] of Object.entries({ least, most }))
    if (!isIn(value)) faults.add(`${at}/${name}`, 'is no number that an answer could be', 'out-of-range');
  if (isIn(least) && isIn(most) && (least as number) >= (most as number))
    faults.add(`${at}/most`, 'must be more than the least', 'out-of-range');
  for (const [name, value] of Object.entries({ unit, low, high }))
    if (value !== undefined) faults.text(`${at}/${name}`, value, 100);
}

/** @param later ids of the questions that come after this one: nobody is asked anything twice */
function checkBranches(at: string, question: ScriptQuestion, later: readonly unknown[], faults: Faults): void {
  for (const [place, given] of faults.items(`${at}/branches`, question.branches, mostOfScript.branches)) {
    const here = `${at}/branches/${place}`;
    const { if: answer, goTo } = faults.object(here, given);
    faults.strangers(here, given, ['if', 'goTo']);
    if (goTo !== theEnd && !later.includes(goTo))
      faults.add(`${here}/goTo`, 'must be a later question, or end', 'unknown-question');
    const named = question.type === 'several-of' ? [answer] : answer;
    if (!isAnswer(question, named) || question.type === 'text' || question.type === 'date')
      faults.add(`${here}/if`, 'is no answer that can be told apart', 'not-an-answer');
  }
}
