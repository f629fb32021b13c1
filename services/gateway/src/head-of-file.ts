import { create as dispositionOf } from 'content-disposition';
import type { FastifyReply } from 'fastify';

/** The head of an answer that is a file: bytes to keep, never a page of ours, for a stranger may have written them. */
export function headOfFile(reply: FastifyReply, mediaType: string, name: string | undefined): void {
  void reply
    .header('content-type', mediaType)
    .header('content-disposition', dispositionOf(name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'private, no-store');
}
