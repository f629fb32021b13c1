import { expect, test } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ApiDocumentsController } from './api-documents.controller.js';
import { openApiDocument } from './open-api/open-api.js';

async function asked(controller: ApiDocumentsController, accepted?: string) {
  const headers: Record<string, string> = {};
  const sent = Promise.withResolvers<Buffer>();
  const reply = {
    header: (name: string, value: string) => Object.assign(headers, { [name]: value }) && reply,
    type: (value: string) => Object.assign(headers, { 'content-type': value }) && reply,
    send: (body: Buffer) => sent.resolve(body),
  };
  const request = { headers: accepted === undefined ? {} : { 'accept-encoding': accepted } };
  await controller.openApi(request as unknown as FastifyRequest, reply as unknown as FastifyReply);
  return { headers, body: await sent.promise };
}

test('the document goes out in the form that the client takes, and is the same in each', async () => {
  const controller = new ApiDocumentsController();
  const plain = await asked(controller);
  const [br, gzip] = [await asked(controller, 'gzip, deflate, br'), await asked(controller, 'gzip')];
  expect(JSON.parse(plain.body.toString())).toEqual(openApiDocument());
  expect(plain.headers).toEqual({ 'content-type': 'application/json; charset=utf-8', vary: 'accept-encoding' });
  expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip']);
  expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  expect(gzip.body.length).toBeLessThan(plain.body.length / 5);
});
