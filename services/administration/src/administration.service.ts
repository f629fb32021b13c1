import { ledgerlineEvents } from '@ledgerline/domain';
import type { ProcessManager } from '@ledgerline/kernel';
import { keepHubLink, type AnswerCommand, type Ledgerline, type ServiceDefinition } from '@ledgerline/host';
import { problem, type QueryRequest } from '@ledgerline/contracts';
import { accountsCollection } from './accounts/account-list.projection.js';
import { accountsThen } from './accounts/accounts-then.query.js';
import { announcementCommands } from './announcements/announcement-commands.js';
import { announcementQueries } from './announcements/announcement-queries.js';
import { auditOfAccounts } from './audit/account-audit.query.js';
import {
  confirmOwnSecondFactor,
  offerOwnSecondFactor,
  ownSecondFactor,
  removeOwnSecondFactor,
  resetSecondFactor,
} from './second-factor/second-factor.handler.js';
import { whoHolds } from './accounts/who-holds.query.js';
import { createUser } from './accounts/accounts.js';
import { accountWithHistory } from './accounts/account-history.query.js';
import {
  changeOwnPassword,
  changeUser,
  deactivateUser,
  reactivateUser,
  resetPassword,
} from './accounts/change-account.handler.js';
import { changeDepartment, deactivateDepartment, reactivateDepartment } from './departments/change-department.decision.js';
import { departmentWithHistory } from './departments/department-history.query.js';
import { departmentsCollection } from './departments/department-list.projection.js';
import { createDepartment, onDepartment } from './departments/departments.js';
import {
  approveDocument,
  draftDocument,
  rejectDocument,
  submitDocument,
  withdrawDocument,
} from './documents/govern-document.handler.js';
import * as articles from './knowledge/article.decisions.js';
import { approveArticle, draftArticle, onArticleBy, proposeCorrection } from './knowledge/article.handler.js';
import { listArticles } from './knowledge/articles.query.js';
import { articlesInForce, oneArticle } from './knowledge/one-article.query.js';
import { publicInformation } from './knowledge/public-information.query.js';
import { itemsInForce } from './documents/items-in-force.query.js';
import { documentDifferences, listDocuments, oneDocument, selfApprovals } from './documents/documents.query.js';
import { takeExport } from './exports/take-export.handler.js';
import { installWhatIsMissing, setUp, setUpPath } from './installation/installation.js';
import { validateDocument } from './documents/validate-document.query.js';
import { namesOfPeople, person } from './accounts/people.query.js';
import { computeDeadline } from './working-time/compute-deadline.query.js';
import {
  carryOutErasure,
  confirmErasureOf,
  refuseErasureOf,
  orderErasureOf,
  placeLegalHold,
  purgeAfterErasure,
  releaseLegalHold,
} from './erasure/erasure.js';
import { erasuresWaiting } from './erasure/erasure-requests.query.js';
import { erasureState } from './erasure/erasure-state.query.js';
import { identitiesOf, linkIdentityOf, unlinkIdentityNow } from './identities/identities.js';
import { signInByProvider } from './identities/sign-in-by-provider.query.js';
import { keepRetention } from './erasure/retention.js';
import { finishErasure } from './erasure/finish-erasure.process-manager.js';
import { dueMaintenance } from './equipment/remind-of-maintenance/due-maintenance.query.js';
import { equipmentCommands } from './equipment/equipment-commands.js';
import { listEquipment } from './equipment/equipment-list/list-equipment.query.js';
import { oneEquipment } from './equipment/equipment-list/one-equipment.query.js';
import { dueProbations } from './probations/keep-probation/due-probations.query.js';
import { payOfProbation } from './probations/pay/pay-of-probation.query.js';
import { probationCommands } from './probations/probation-commands.js';
import { listProbations } from './probations/probation-list/list-probations.query.js';
import { oneProbation } from './probations/probation-list/one-probation.query.js';
import { projections } from './projections.js';
import { rosterCommands } from './rosters/roster-commands.js';
import { rosterQueries } from './rosters/roster-queries.js';
import { endSession, ownSessions } from './sessions/own-sessions.js';
import { closeSiteHere, joinSiteHere, listSites, openSiteHere, renameSiteHere, reopenSiteHere } from './sites/sites.js';
import { beginActing, endActing } from './substitutes/acting.handler.js';
import { standingIn, substitutesNow } from './substitutes/standing-in.query.js';
import { endSubstitutionNow, nameSubstituteFor } from './substitutes/substitutes.handler.js';
import { listSubstitutions } from './substitutes/substitutions.query.js';
import { listTokens, revokeToken } from './tokens/tokens.js';
import { signUndertaking } from './undertakings/sign-undertaking.handler.js';
import { undertakings } from './undertakings/undertakings.query.js';
import { deadLettersOf, listWebhooks, oneWebhook, webhookCommands } from './webhooks/webhooks.js';
import { authenticate, issueToken, signIn, signOut } from './sessions/sessions.js';

/** Who names handlers, watches or administers has to know the accounts; others need not. */
const mayListUsers = ['administrator', 'auditor', 'coordinator', 'leader', 'chairman', 'manager', 'team-leader'];

/** Organisation, accounts, sessions, governed documents, and what a new installation has. */
export const administration: ServiceDefinition = {
  name: 'administration',
  events: ledgerlineEvents,
  commands: {
    'create-department': createDepartment as AnswerCommand,
    'change-department': onDepartment(changeDepartment) as AnswerCommand,
    'deactivate-department': onDepartment(deactivateDepartment) as AnswerCommand,
    'reactivate-department': onDepartment(reactivateDepartment) as AnswerCommand,
    'create-user': createUser as AnswerCommand,
    'change-user': changeUser as AnswerCommand,
    'deactivate-user': deactivateUser as AnswerCommand,
    'reactivate-user': reactivateUser as AnswerCommand,
    'reset-password-user': resetPassword as AnswerCommand,
    'change-own-password': changeOwnPassword as AnswerCommand,
    'offer-second-factor': offerOwnSecondFactor as AnswerCommand,
    'confirm-second-factor': confirmOwnSecondFactor as AnswerCommand,
    'remove-second-factor': removeOwnSecondFactor as AnswerCommand,
    'reset-second-factor-user': resetSecondFactor as AnswerCommand,
    'revoke-token': revokeToken as AnswerCommand,
    'open-site': openSiteHere as AnswerCommand,
    'rename-site': renameSiteHere as AnswerCommand,
    'close-site': closeSiteHere as AnswerCommand,
    'reopen-site': reopenSiteHere as AnswerCommand,
    'join-site': joinSiteHere as AnswerCommand,
    'draft-article': draftArticle as AnswerCommand,
    'submit-article': onArticleBy(articles.submitArticle),
    'approve-article': approveArticle as AnswerCommand,
    'reject-article': onArticleBy(articles.rejectArticle),
    'withdraw-article': onArticleBy(articles.withdrawArticle),
    'propose-correction': proposeCorrection as AnswerCommand,
    'accept-correction': onArticleBy(articles.acceptCorrection),
    'decline-correction': onArticleBy(articles.declineCorrection),
    'issue-token': issueToken as AnswerCommand,
    'sign-out': signOut as AnswerCommand,
    'link-identity-user': linkIdentityOf as AnswerCommand,
    'unlink-identity': unlinkIdentityNow as AnswerCommand,
    'name-substitute': nameSubstituteFor as AnswerCommand,
    'end-substitution': endSubstitutionNow as AnswerCommand,
    'begin-acting': beginActing as AnswerCommand,
    'end-acting': endActing as AnswerCommand,
    'place-hold': placeLegalHold,
    'release-hold': releaseLegalHold,
    'order-erasure': orderErasureOf,
    'confirm-erasure': confirmErasureOf,
    'refuse-erasure': refuseErasureOf,
    'carry-out-erasure': carryOutErasure,
    'purge-after-erasure': purgeAfterErasure,
    'end-session': endSession as AnswerCommand,
    ...webhookCommands,
    ...probationCommands,
    ...equipmentCommands,
    ...announcementCommands,
    ...rosterCommands,
    'take-export': takeExport as AnswerCommand,
    'sign-undertaking': signUndertaking as AnswerCommand,
    'draft-document': draftDocument as AnswerCommand,
    'submit-document': submitDocument as AnswerCommand,
    'approve-document': approveDocument as AnswerCommand,
    'reject-document': rejectDocument as AnswerCommand,
    'withdraw-document': withdrawDocument as AnswerCommand,
  },
  queries: {
    'sign-in': signIn,
    'sign-in-by-provider': signInByProvider,
    identities: identitiesOf,
    authenticate,
    erasure: erasureState,
    erasures: erasuresWaiting,
    person,
    sessions: ownSessions,
    substitutions: listSubstitutions,
    'standing-in': standingIn,
    'substitutes-now': substitutesNow,
    people: namesOfPeople,
    undertakings,
    'set-up': setUp,
    'set-up-path': (_request: never, ledgerline: Ledgerline) => setUpPath(ledgerline).then((path) => path ?? null),
    departments: async (_request: never, ledgerline: Ledgerline) =>
      (
        await (await ledgerline.live(departmentsCollection)).find({ where: { kind: 'department' }, sort: ['code'], limit: 1_000 })
      ).items.map(({ document }) => document),
    users: async ({ principal }: QueryRequest<unknown>, ledgerline: Ledgerline) =>
      !principal.roles.some((role) => mayListUsers.includes(role))
        ? problem('not-allowed')
        : (await (await ledgerline.live(accountsCollection)).find({ where: { kind: 'account' }, limit: 1_000 })).items.map(
            ({ document }) => document,
          ),
    'account-audit': auditOfAccounts,
    'second-factor': ownSecondFactor,
    'who-holds': whoHolds,
    'accounts-then': accountsThen,
    user: accountWithHistory,
    department: departmentWithHistory,
    tokens: listTokens,
    webhooks: listWebhooks,
    webhook: oneWebhook,
    'dead-letters': deadLettersOf,
    sites: listSites,
    articles: listArticles,
    article: oneArticle,
    'articles-in-force': articlesInForce,
    'public-information': publicInformation,
    documents: listDocuments,
    document: oneDocument,
    'document-differences': documentDifferences,
    'self-approvals': selfApprovals,
    probations: listProbations,
    probation: oneProbation,
    'pay-of-probation': payOfProbation,
    'due-probations': dueProbations,
    'list-equipment': listEquipment,
    equipment: oneEquipment,
    'due-maintenance': dueMaintenance,
    ...announcementQueries,
    ...rosterQueries,
    'items-in-force': itemsInForce,
    'validate-document': validateDocument,
    compute: computeDeadline,
  },
  projections,
  loops: { retention: keepRetention, 'hub link': keepHubLink },
  processManagers: [finishErasure as unknown as ProcessManager<never>],
  projectionsModule: new URL('./projections.js', import.meta.url).href,
  onStart: installWhatIsMissing,
};
