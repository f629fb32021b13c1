import { headerTexts, type AnswerHeader } from './answer-headers.js';
import { answerOf } from './answers.js';
import type { Call } from './call.js';

export const binary = { '*/*': { schema: { type: 'string', format: 'binary' } } };

/** How a call's answers stand in the document. */
export function responsesOf(call: Call): Record<string, unknown> {
  const content = contentOf(call);
  return {
    [String(call.status ?? 200)]: {
      description: 'Done',
      ...headersOf([...(call.download ? (['Content-Disposition'] as const) : []), ...(call.headers ?? [])]),
      ...(content === undefined ? {} : { content }),
    },
    default: {
      description: 'A problem',
      ...headersOf(['Retry-After', 'WWW-Authenticate']),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  };
}

function contentOf(call: Call): Record<string, unknown> | undefined {
  if (call.download) return binary;
  if (call.text) return { 'text/plain': { schema: { type: 'string' } } };
  if (call.stream) return { 'text/event-stream': { schema: { type: 'string' } } };
  const schema = answerOf(call);
  return schema && { 'application/json': { schema } };
}

function headersOf(names: readonly AnswerHeader[]): { readonly headers?: Record<string, unknown> } {
  if (names.length === 0) return {};
  const described = names.map((name) => [name, { description: headerTexts[name], schema: { type: 'string' } }]);
  return { headers: Object.fromEntries(described) };
}

/** RFC 9457, as every refusal is told. */
export const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, detail: { type: 'string' }, code: { type: 'string' } },
      },
    },
  },
};
