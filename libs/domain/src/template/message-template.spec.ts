import { expect, test } from '@jest/globals';
import { faultsOfTemplate } from './faults-of-template.js';
import { renderTemplate, templateVariables, variablesOf } from './message-template.js';

test('placeholders get their values, and a value is never read as a template', () => {
  const text = '{{caller.name}}您好，工单 {{ ticket.number }} 已登记。';
  expect(variablesOf(text)).toEqual(['caller.name', 'ticket.number']);
  expect(renderTemplate(text, { 'caller.name': '{{ticket.secret}}$&', 'ticket.number': '7' })).toEqual({
    text: '{{ticket.secret}}$&您好，工单 7 已登记。',
  });
});

test('a text with holes is not made', () => {
  expect(renderTemplate('{{caller.name}} {{link}}', { link: 'x' })).toEqual({ missing: ['caller.name'] });
  expect(renderTemplate('{{constructor}}', {})).toEqual({ missing: ['constructor'] });
});

test('every variable that templates may name can be shown by its example', () => {
  const text = Object.keys(templateVariables).map((name) => `{{${name}}}`).join(' ');
  const body = { code: 'all', effectiveFrom: '2026-01-01T00:00:00Z', texts: { zh: { text }, en: { subject: 'x', text } } };
  expect(faultsOfTemplate(body)).toEqual([]);
  expect(renderTemplate(text, templateVariables)).toEqual({ text: Object.values(templateVariables).join(' ') });
}); // prettier-ignore
