import { parseBody, ticketCalls } from '@ledgerline/contracts';
import { expect, test } from '@jest/globals';
import { sampleBody } from './sample-body.js';

const facts = { department: 'call-centre', account: 'someone', later: '2027-01-01T00:00:00.000Z' };

test.each(Object.entries(ticketCalls))('%s: the least body that can be tried is one that the API takes', (_command, { body }) => {
  expect(parseBody(body, sampleBody(body, facts))).toEqual({ body: sampleBody(body, facts) });
});
