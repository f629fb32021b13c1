import { commandsOfTheTable } from '../../model/who-may.js';
import type { Lines } from '../probe.js';
import { announcements } from './announcements.js';
import { commandLine } from './commands.js';
import { digests } from './digests.js';
import { equipment } from './equipment.js';
import { house } from './house.js';
import { ticketLists } from './lists.js';
import { link } from './link.js';
import { mail } from './mail.js';
import { ofCallers } from './of-callers.js';
import { ofOneTicket } from './of-one-ticket.js';
import { probations } from './probations.js';
import { outbound } from './outbound.js';
import { problems } from './problems.js';
import { proposals } from './proposals.js';
import { quality } from './quality.js';
import { registering } from './registering.js';
import { reports } from './reports.js';
import { telephony } from './telephony.js';
import { rosters } from './rosters.js';
import { streams } from './streams.js';

/** A command on tickets is one that interface.md gives to somebody: what does not stand in that table has no line. */
const commands: Lines = Object.fromEntries(
  commandsOfTheTable.map((command) => [`post /tickets/{id}/${command}`, commandLine(command)]),
);

/** One line an operation of the OpenAPI document, by its `operationId`. */
export const everyLine: Lines = {
  ...house,
  ...ticketLists,
  ...ofOneTicket,
  ...ofCallers,
  ...registering,
  ...streams,
  ...reports,
  ...digests,
  ...proposals,
  ...problems,
  ...quality,
  ...probations,
  ...equipment,
  ...announcements,
  ...link,
  ...rosters,
  ...mail,
  ...telephony,
  ...outbound,
  ...commands,
};
