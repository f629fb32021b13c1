import { callsBySubject } from './open-api/every-call.js';

/** Beside the API: what is looked at alone. */
const pages = ['/', '/docs', '/health/live', '/health/ready', '/metrics', '/public'];
const api = '/api/v1';

type Allowed = { readonly segments: readonly string[]; readonly method: string };
let known: readonly Allowed[] | undefined;

/** The methods that a path has, by the API's document (RFC 9110, 15.5.6); none where there is no such path. @param path without query */
export function methodsAt(path: string): readonly string[] {
  const asked = path.split('/');
  const fitting = (known ??= everyPath()).filter(({ segments }) => isAt(segments, asked)).map(({ method }) => method);
  const methods = new Set(fitting.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
  return [...methods].toSorted();
}

function everyPath(): readonly Allowed[] {
  const calls = Object.values(callsBySubject).flat();
  return [
    ...pages.map((path) => ({ segments: path.split('/'), method: 'GET' })),
    ...calls.map(({ path, method }) => ({ segments: `${api}${path}`.split('/'), method: method.toUpperCase() })),
  ];
}

function isAt(segments: readonly string[], asked: readonly string[]): boolean {
  return (
    segments.length === asked.length &&
    segments.every((segment, place) => (segment.startsWith('{') ? asked[place] !== '' : segment === asked[place]))
  );
}
