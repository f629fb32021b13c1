import { departmentRules } from './department.rules.js';
import { extensionRules } from './extension.rules.js';
import { holdRules } from './hold.rules.js';
import { intakeRules } from './intake.rules.js';
import { linksRules } from './links.rules.js';
import { replyRules } from './reply.rules.js';
import { revealRules } from './reveal.rules.js';
import { routingRules } from './routing.rules.js';
import type { Rules } from './rule.js';
import { trackingRules } from './tracking.rules.js';
import { urgentRules } from './urgent.rules.js';

/** The whole process: one rule a ticket command of interface.md. */
export const processRules: Rules = {
  ...intakeRules,
  ...routingRules,
  ...revealRules,
  ...departmentRules,
  ...holdRules,
  ...extensionRules,
  ...urgentRules,
  ...trackingRules,
  ...replyRules,
  ...linksRules,
};
