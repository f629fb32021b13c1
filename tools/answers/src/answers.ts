import type { AccountsAnswers } from './subjects/accounts.answers.ts';
import type { AuditAnswers } from './subjects/audit.answers.ts';
import type { CallersAnswers } from './subjects/callers.answers.ts';
import type { HouseAnswers } from './subjects/house.answers.ts';
import type { KnowledgeAnswers } from './subjects/knowledge.answers.ts';
import type { LinkAnswers } from './subjects/link.answers.ts';
import type { MailAnswers } from './subjects/mail.answers.ts';
import type { OutboundAnswers } from './subjects/outbound.answers.ts';
import type { OutwardAnswers } from './subjects/outward.answers.ts';
import type { PersonnelAnswers } from './subjects/personnel.answers.ts';
import type { QualityAnswers } from './subjects/quality.answers.ts';
import type { ReportsAnswers } from './subjects/reports.answers.ts';
import type { TelephonyAnswers } from './subjects/telephony.answers.ts';
import type { RunningAnswers } from './subjects/running.answers.ts';
import type { TicketsAnswers } from './subjects/tickets.answers.ts';

/** What every call of the API answers where it is done, by method and path. `{command}`, `{step}`, `{change}` stand for any word that has no line of its own. */
export interface Answers
  extends
    TicketsAnswers,
    CallersAnswers,
    AccountsAnswers,
    HouseAnswers,
    KnowledgeAnswers,
    ReportsAnswers,
    AuditAnswers,
    LinkAnswers,
    MailAnswers,
    PersonnelAnswers,
    QualityAnswers,
    TelephonyAnswers,
    RunningAnswers,
    OutboundAnswers,
    OutwardAnswers {}
