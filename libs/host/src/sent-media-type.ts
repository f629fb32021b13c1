import type { FastifyRequest } from 'fastify';

const sent = new WeakMap<object, string>();

/** JSON that is uploaded is not parsed: whatever it is goes the way of bytes. */
export function takeAsBytes(request: FastifyRequest): void {
  const type = request.headers['content-type'];
  if (type !== undefined) sent.set(request.raw, type);
  request.headers['content-type'] = 'application/octet-stream';
}

/** The media type with which a streamed body came. */
export function sentMediaType(request: FastifyRequest): string | undefined {
  return sent.get(request.raw);
}
