import type { FastifyReply, FastifyRequest } from 'fastify';

/** A content with its compressed forms, where there are any. */
export interface Compressed {
  readonly type: string;
  readonly plain: Buffer;
  readonly compressed: Readonly<Partial<Record<'br' | 'gzip', Buffer>>>;
}

/** Sends it in the best form that the client takes. */
export function sendCompressed(request: FastifyRequest, reply: FastifyReply, { type, plain, compressed }: Compressed) {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = (['br', 'gzip'] as const).find((one) => compressed[one] && new RegExp(`\\b${one}\\b`).test(accepted));
  void reply.header('vary', 'accept-encoding').type(type);
  if (encoding !== undefined) void reply.header('content-encoding', encoding);
  return reply.send(encoding === undefined ? plain : compressed[encoding]);
}
