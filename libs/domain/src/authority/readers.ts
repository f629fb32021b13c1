import type { Part, Ticket } from '../ticket/ticket.js';
import { seesConfidential, type Viewer } from './sight.js';
import { withImplied } from './roles.js';

const open = 'open';
const confidential = 'confidential';
const anyHandler = 'department';

/**
 * Who reads a line of a work list, as a value that an index can be asked for: `open` what is not confidential; of the others
 * a department's line names its handler, or that it waits for one. The same rules as `sightOf`.
 */
export function readerOf(ticket: Pick<Ticket, 'confidential'>, part: Part | undefined): string {
  if (!ticket.confidential) return open;
  return part === undefined ? confidential : (part.handler ?? anyHandler);
}

/**
 * The readers that a viewer stands for; undefined where all lines show.
 *
 * @param ofOwnDepartments true for a list of the viewer's own departments alone
 */
export function readersFor(
  { id, onBehalfOf = id, roles = [] }: Viewer,
  ofOwnDepartments: boolean,
): readonly string[] | undefined {
  const all = withImplied(roles);
  if (seesConfidential(roles) || (ofOwnDepartments && all.has('manager'))) return undefined;
  return ofOwnDepartments && all.has('handler') ? [open, anyHandler, onBehalfOf] : [open];
}
