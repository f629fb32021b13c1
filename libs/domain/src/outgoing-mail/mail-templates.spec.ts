import { expect, test } from '@jest/globals';
import { faultsOfTemplate } from '../template/faults-of-template.js';
import { languageFor } from './mail-templates.js';

const faults = (code: string, text: string, subject: string | undefined = 'x') =>
  faultsOfTemplate({ code, effectiveFrom: '2026-01-01T00:00:00Z', texts: { zh: { ...(subject === undefined ? {} : { subject }), text } } }).map(
    ({ pointer, code: fault }) => `${pointer} ${fault}`,
  ); // prettier-ignore
const acknowledgement = '{{ticket.number}} {{ticket.secret}} {{link}}';

test('a mail’s template names what such a mail may say, and what it has to', () => {
  expect(faults('mail-acknowledgement', acknowledgement)).toEqual([]);
  expect(faults('mail-acknowledgement', `${acknowledgement} {{ticket.subject}}`)).toEqual([
    '/texts/zh/text variable-not-allowed',
  ]);
  expect(faults('mail-acknowledgement', '{{ticket.number}} {{link}}')).toEqual(['/texts/zh/text variable-missing']);
  expect(faults('mail-reply', '{{reply.text}} {{ticket.secret}}')).toEqual(['/texts/zh/text variable-not-allowed']);
  expect(faults('mail-discreet', '{{ticket.number}} {{link}} {{caller.name}}')).toEqual(['/texts/zh/text variable-not-allowed']);
  expect(faults('mail-reply', '{{reply.text}}', '{{reply.text}}')).toEqual(['/texts/zh/subject variable-not-allowed']);
  expect(faults('mail-reply', '{{clock.due}} {{reply.text}}')).toEqual(['/texts/zh/text variable-not-allowed']);
  expect(faults('of-another-kind', '{{clock.due}}')).toEqual([]);
});

test('who wrote in Chinese reads Chinese, as far as there is a text', () => {
  const both = { zh: { text: 'x' }, en: { text: 'x' } };
  expect(['冰箱 Haier 不制冷', 'My fridge', '123'].map((written) => languageFor(written, both))).toEqual(['zh', 'en', 'zh']);
  expect(languageFor('My fridge', { zh: { text: 'x' } })).toBe('zh');
});
