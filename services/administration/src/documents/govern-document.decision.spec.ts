import { describe, expect, test } from '@jest/globals';
import { documentFold, type DocumentEvent, type GovernedDocument } from '@ledgerline/domain';
import type { Decide, DomainEvent, Rejection } from '@ledgerline/kernel';
import { actorOf, given, specTime } from '@ledgerline/kernel/contracts';
import {
  approveDocument,
  draftDocument,
  rejectDocument,
  submitDocument,
  withdrawDocument,
  type DocumentRequest,
} from './govern-document.decision.js';

const type = 'policy';
const code = 'company';
/** Histories of specs are recorded by `somebody`. */
const writer = actorOf(['coordinator'], [], 'somebody');
const leader = actorOf(['leader'], [], 'leader');
const administrator = actorOf(['administrator'], [], 'admin');
const body = { code, effectiveFrom: '2026-04-01T00:00:00+08:00' };
const drafted = (draft = 1, of: object = body): DocumentEvent => ({
  type: 'DocumentDrafted',
  data: { type, code, draft, body: of },
});
const submitted = (draft = 1): DocumentEvent => ({ type: 'DocumentSubmitted', data: { draft } });
const approved = (draft: number, effectiveFrom: string): DocumentEvent => ({
  type: 'DocumentApproved',
  data: { draft, effectiveFrom, shipped: false, ownDraft: false },
});
const of = (draft: number, reason?: string): DocumentRequest => ({
  type,
  code,
  draft,
  ...(reason === undefined ? {} : { reason }),
});
const byAnother = approveDocument({ isOwnDraft: false, isAlone: false });
const byThemselves = (isAlone: boolean) => approveDocument({ isOwnDraft: true, isAlone });

type Decided = readonly DomainEvent[] | Rejection;
type Step = Decide<DocumentRequest, GovernedDocument, DocumentEvent>;
const first = (decided: Decided) =>
  Array.isArray(decided) ? (decided[0] as DomainEvent).data : (decided as Rejection).rejection;
const on =
  (...history: readonly DocumentEvent[]) =>
  (decide: Step, request: DocumentRequest, actor = writer) =>
    first(given(documentFold, ...history).when(decide, request, actor));

describe('a governed document', () => {
  test.each<[string, unknown, unknown]>([
    ['is drafted', on()(draftDocument, { type, code, body }), { type, code, draft: 1, body }],
    ['is drafted again, as another', on(drafted())(draftDocument, { type, code, body }), { type, code, draft: 2, body }],
    ['is submitted, with why', on(drafted())(submitDocument, of(1, 'holidays')), { draft: 1, reason: 'holidays' }],
    ['is submitted once', on(drafted(), submitted())(submitDocument, of(1)), 'not-a-draft'],
    ['that nobody drafted is not submitted', on()(submitDocument, of(1)), 'document-not-found'],
    ['is not approved before it is submitted', on(drafted())(byAnother, of(1), leader), 'not-submitted'],
    [
      'is approved by another',
      on(drafted(), submitted())(byAnother, of(1, 'agreed'), leader),
      { draft: 1, effectiveFrom: body.effectiveFrom, shipped: false, ownDraft: false, reason: 'agreed' },
    ],
    ['is not approved by whoever drafted it', on(drafted(), submitted())(byThemselves(false), of(1), leader), 'own-draft'],
    [
      'is approved by whoever drafted it while they alone may, and that is marked',
      on(drafted(), submitted())(byThemselves(true), of(1), leader),
      { draft: 1, effectiveFrom: body.effectiveFrom, shipped: false, ownDraft: true },
    ],
    ['is rejected with a reason', on(drafted(), submitted())(rejectDocument, of(1, 'no'), leader), { draft: 1, reason: 'no' }],
    ['is not rejected before it is submitted', on(drafted())(rejectDocument, of(1, 'no'), leader), 'not-submitted'],
    ['is withdrawn by its writer', on(drafted())(withdrawDocument, of(1, 'slip')), { draft: 1, reason: 'slip' }],
    ['is withdrawn after submission too', on(drafted(), submitted())(withdrawDocument, of(1, 'x')), { draft: 1, reason: 'x' }],
    ['is not withdrawn by another', on(drafted())(withdrawDocument, of(1, 'x'), leader), 'not-your-draft'],
    ['is withdrawn by an administrator', on(drafted())(withdrawDocument, of(1, 'x'), administrator), { draft: 1, reason: 'x' }],
    [
      'in force is not withdrawn',
      on(drafted(), submitted(), approved(1, body.effectiveFrom))(withdrawDocument, of(1, 'x')),
      'already-decided',
    ],
    [
      'approved after a newer one of the same date would never be in force',
      on(drafted(1), drafted(2), submitted(1), submitted(2), approved(2, '2026-03-31T16:00:00Z'))(byAnother, of(1), leader),
      'newer-draft-has-that-date',
    ],
    [
      'approved after a newer one of another date is in force by its own',
      on(drafted(1), drafted(2), submitted(1), submitted(2), approved(2, '2026-05-01T00:00:00Z'))(byAnother, of(1), leader),
      { draft: 1, effectiveFrom: body.effectiveFrom, shipped: false, ownDraft: false },
    ],
  ])('%s', (_, decided, wanted) => expect(decided).toEqual(wanted));

  test('without a date of its own is in force from its approval', () => {
    const decided = given(documentFold, drafted(1, { code }), submitted()).when(byAnother, of(1), leader);
    expect(first(decided)).toMatchObject({ effectiveFrom: specTime });
  });
});
