import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startEmbedded, type Installation } from '@ledgerline/installation';
import { attachments } from './attachments.js';
import { auditReplay } from './audit-replay.js';
import { badInput } from './bad-input.js';
import { callers } from './callers.js';
import { mergedCallers } from './merged-callers.js';
import { commitment } from './commitment.js';
import { confidentiality } from './confidentiality.js';
import { deadlines } from './deadlines.js';
import { documents } from './documents.js';
import { dueLists } from './due-lists.js';
import { governedDocuments } from './governed-documents.js';
import { improvement } from './improvement.js';
import { portal } from './portal.js';
import { replyAndSurvey } from './reply-and-survey.js';
import { manyCallers } from './many-callers.js';
import { surges } from './surges.js';
import { knowledge } from './knowledge.js';
import { organisation } from './organisation.js';
import { referral } from './referral.js';
import { sites } from './sites.js';
import { ticketStory } from './ticket-story.js';
import { tracking } from './tracking.js';
import { urgentEvents } from './urgent-events.js';
import { measures } from './measures.js';
import { workingTime } from './working-time.js';

jest.setTimeout(60_000);

describe('one process with the embedded log', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await startEmbedded();
  });
  afterAll(async () => {
    expect(await installation.stop()).toEqual([0]);
  });
  ticketStory(() => installation);
  deadlines(() => installation);
  dueLists(() => installation);
  tracking(() => installation);
  urgentEvents(() => installation);
  commitment(() => installation);
  replyAndSurvey(() => installation);
  confidentiality(() => installation);
  portal(() => installation);
  improvement(() => installation);
  manyCallers(() => installation);
  callers(() => installation);
  mergedCallers(() => installation);
  surges(() => installation);
  attachments(() => installation);
  documents(() => installation);
  governedDocuments(() => installation);
  referral(() => installation);
  organisation(() => installation);
  auditReplay(() => installation);
  knowledge(() => installation);
  sites(() => installation);
  workingTime(() => installation);
  badInput(() => installation);
  measures(() => installation);
  test('health says that it is ready', async () => {
    const response = await fetch(`${installation.url}/health/ready`);
    expect(response.status).toBe(200);
  });
});
