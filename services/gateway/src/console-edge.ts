import { ChangeFeed } from './changes/change-feed.js';
import { ChangesController } from './changes/changes.controller.js';
import { Presence } from './changes/presence.js';
import { PresenceController } from './changes/presence.controller.js';
import { ConsoleController } from './console.controller.js';
import { CookieSession } from './cookie-session.js';
import { AttemptCookie } from './oidc/attempt-cookie.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OidcProvider } from './oidc/provider.js';
import { PeopleController } from './people.controller.js';
import { PortalController } from './portal/portal.controller.js';
import { MatterFilesDesk } from './portal/matter-files.js';
import { PortalProof } from './portal/portal-proof.js';
import { SubmitMatter } from './portal/submit-matter.js';
import { PossibleCommands } from './possible-commands.js';
import { PossibleCommandsController } from './possible-commands.controller.js';
import { SessionsController } from './sessions.controller.js';
import { TicketLinesController } from './ticket-lines.controller.js';
import { TicketSight } from './ticket-sight.js';

/** What the edge has for browsers alone. */
export const consoleControllers = [
  ConsoleController,
  PeopleController,
  ChangesController,
  PresenceController,
  PossibleCommandsController,
  TicketLinesController,
  SessionsController,
  PortalController,
  OidcController,
];
export const consoleProviders = [
  CookieSession,
  ChangeFeed,
  Presence,
  TicketSight,
  PossibleCommands,
  PortalProof,
  MatterFilesDesk,
  SubmitMatter,
  OidcProvider,
  AttemptCookie,
];
