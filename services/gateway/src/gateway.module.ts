import { ledgerlineEvents } from '@ledgerline/domain';
import type { ServiceDefinition } from '@ledgerline/host';
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AdministrationController } from './administration.controller.js';
import { EquipmentController } from './equipment.controller.js';
import { ExportsController } from './exports.controller.js';
import { FeedController } from './feed/feed.controller.js';
import { publishFeed } from './feed/publish-feed.follower.js';
import { ErasuresController } from './erasures.controller.js';
import { AuditController } from './audit.controller.js';
import { ApiDocumentsController } from './api-documents.controller.js';
import { RostersController } from './rosters.controller.js';
import { AnnouncementsController } from './announcements.controller.js';
import { AccountsController } from './accounts.controller.js';
import { AttachmentContents } from './attachment-contents.js';
import { AttachmentsController } from './attachments.controller.js';
import { CalendarsController } from './calendars.controller.js';
import { CalibrationsController } from './calibrations.controller.js';
import { CallListing } from './campaigns/call-listing.js';
import { CampaignResultsController } from './campaigns/campaign-results.controller.js';
import { CampaignsController } from './campaigns/campaigns.controller.js';
import { CommandCalls } from './command-call.js';
import { DeadlinesController } from './deadlines.controller.js';
import { consoleControllers, consoleProviders } from './console-edge.js';
import { CallsController } from './calls.controller.js';
import { TelephonyController } from './telephony.controller.js';
import { ContactsController } from './contacts.controller.js';
import { CustomersController } from './customers.controller.js';
import { CustomerSegmentsController } from './customer-segments.controller.js';
import { DigestFiles } from './digests/files/digest-files.js';
import { DigestPages } from './digests/digest-pages.js';
import { DigestsController } from './digests/digests.controller.js';
import { DocsBesideTheApi, DocsController } from './docs.controller.js';
import { DocumentsController } from './documents.controller.js';
import { HealthController } from './health.controller.js';
import { Identity } from './identity.js';
import { MailboxesController } from './mail/mailboxes.controller.js';
import { MailsController } from './mail/mails.controller.js';
import { readMailboxes } from './mail/read-mailboxes.js';
import { takeInMailsAsTheyCome } from './mail/take-in-mails.log-reader.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { NotificationsController } from './notifications.controller.js';
import { InspectionsController } from './inspections.controller.js';
import { KnowledgeController } from './knowledge.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { ProblemsController } from './problems.controller.js';
import { ProbationsController } from './probations.controller.js';
import { ProposalsController } from './proposals.controller.js';
import { PublicController } from './public.controller.js';
import { UndertakingsController } from './undertakings.controller.js';
import { WhatIfController } from './what-if.controller.js';
import { ReportsController } from './reports.controller.js';
import { SamplesController } from './samples.controller.js';
import { SecondFactorController } from './second-factor.controller.js';
import { pursuitsControllers } from './pursuits.controller.js';
import { QueryCalls } from './query-call.js';
import { LinkController } from './link/link.controller.js';
import { LateEntriesController } from './late-entries.controller.js';
import { serviceRecords } from './service-records.js';
import { SignInLimit } from './sign-in-limit.js';
import { SubstitutionsController } from './substitutions.controller.js';
import { SurgesController } from './surges.controller.js';
import { TicketCommandRoutes } from './ticket-command.routes.js';
import { TicketAuditController } from './ticket-audit.controller.js';
import { TicketsController } from './tickets.controller.js';
import { deliverWebhooks } from './webhooks/deliver-webhooks.log-reader.js';
import { WebhooksController } from './webhooks.controller.js';

/** The only HTTP edge. */
@Module({
  controllers: [
    TicketsController,
    TicketAuditController,
    PublicController,
    UndertakingsController,
    SecondFactorController,
    SubstitutionsController,
    DeadlinesController,
    NotificationsController,
    AttachmentsController,
    AuditController,
    ErasuresController,
    EquipmentController,
    AnnouncementsController,
    RostersController,
    WhatIfController,
    ReportsController,
    DigestsController,
    ExportsController,
    FeedController,
    WebhooksController,
    MailsController,
    MailboxesController,
    ContactsController,
    CallsController,
    TelephonyController,
    CustomersController,
    CustomerSegmentsController,
    SurgesController,
    LateEntriesController,
    LinkController,
    HealthController,
    ApiDocumentsController,
    MetricsController,
    DocsController,
    DocsBesideTheApi,
    CalendarsController,
    AdministrationController,
    AccountsController,
    KnowledgeController,
    ProposalsController,
    ProblemsController,
    SamplesController,
    InspectionsController,
    ProbationsController,
    CalibrationsController,
    CampaignResultsController,
    CampaignsController,
    ...pursuitsControllers,
    DocumentsController,
    ...consoleControllers,
  ],
  providers: [
    ...consoleProviders,
    AttachmentContents,
    Identity,
    CommandCalls,
    QueryCalls,
    SignInLimit,
    ...serviceRecords,
    CallListing,
    DigestPages,
    DigestFiles,
    TicketCommandRoutes,
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class GatewayModule {
  static readonly service: ServiceDefinition = {
    name: 'gateway',
    events: ledgerlineEvents,
    edge: true,
    logReaders: [deliverWebhooks, takeInMailsAsTheyCome],
    loops: { mailboxes: readMailboxes },
    followers: [publishFeed],
  };
}
