import { describe, expect, it } from '@jest/globals';
import { createDecipheriv, createHmac, hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { openCommit, sealCommit, type Commit, type Meta } from './commit.js';

/** The worked example of ADR 0001, byte for byte: what fails here has changed the envelope of every log there is. */
const command = '7zv4n0c3k5q8w1e6r9t2y0h3jm';
const key = Uint8Array.from({ length: 32 }, (_, index) => index);
const box = 'oKGio6SlpqeoqaqrnToISD2_IIVAgxtp4uNoOsghvIA9UsjEvnM9yCuUtOBPBpFnHPj6fMmz';
const digest = 'bSiybBOKJ5xbpEWaIsyuDu';
const meta: Meta = {
  at: '2026-11-24T01:30:00.000Z',
  recordedAt: '2026-11-24T01:30:00.000Z',
  actor: { kind: 'person', id: 'k30h52nn41q4r66x5w6wzhb9t8', roles: ['agent'], departments: ['call-centre'] },
  site: 'main',
  correlation: 'ticket.p0-fvpjmtsjeqzm72920vtegr1cn0',
};
const commit: Commit = {
  format: 1,
  stream: 'ticket.p0-fvpjmtsjeqzm72920vtegr1cn0',
  first: 2,
  command,
  digest,
  previous: 'QTXN9xk33z68tI6NIUlYOyQ11mc4xhUSvMpEJLsWyZo',
  events: [
    {
      id: `${command}.1`,
      version: 2,
      type: 'MessageAdded',
      schema: 1,
      data: { person: '2a73ecf8118f860ad9d1caee', from: 'caller', attachments: [], channel: 'phone', sealed: box },
      meta,
    },
    { id: `${command}.2`, version: 3, type: 'UrgeAcknowledged', schema: 1, data: { department: 'after-sales' }, meta },
  ],
};
const metaText =
  '{"actor":{"departments":["call-centre"],"id":"k30h52nn41q4r66x5w6wzhb9t8","kind":"person","roles":["agent"]},' +
  '"at":"2026-11-24T01:30:00.000Z","correlation":"ticket.p0-fvpjmtsjeqzm72920vtegr1cn0",' +
  '"recordedAt":"2026-11-24T01:30:00.000Z","site":"main"}';
const text =
  '{"command":"7zv4n0c3k5q8w1e6r9t2y0h3jm","digest":"bSiybBOKJ5xbpEWaIsyuDu","events":[' +
  `{"data":{"attachments":[],"channel":"phone","from":"caller","person":"2a73ecf8118f860ad9d1caee","sealed":"${box}"},` +
  `"id":"7zv4n0c3k5q8w1e6r9t2y0h3jm.1","meta":${metaText},"schema":1,"type":"MessageAdded","version":2},` +
  `{"data":{"department":"after-sales"},"id":"7zv4n0c3k5q8w1e6r9t2y0h3jm.2","meta":${metaText},` +
  '"schema":1,"type":"UrgeAcknowledged","version":3}],"first":2,"format":1,' +
  '"previous":"QTXN9xk33z68tI6NIUlYOyQ11mc4xhUSvMpEJLsWyZo","stream":"ticket.p0-fvpjmtsjeqzm72920vtegr1cn0"}';

const sha256 = (of: string): string => hash('sha256', of, 'base64url');

describe('the worked example of ADR 0001', () => {
  it('has these bytes and no others', () => {
    expect(sealCommit(commit, { sha256 }).text).toBe(text);
    expect(Buffer.byteLength(text)).toBe(1109);
  });

  it('has this hash', () => {
    expect(sealCommit(commit, { sha256 }).hash).toBe('NQOwRbRJ148_UuhLxL5QerIF0HNzvETw9t0kq7E1eus');
    expect(hash('sha256', text)).toBe('3503b045b449d78f3f52e84bc4be507ab205d07373bc44f0f6dd24abb1357aeb');
  });

  it('continues the stream from its first to its last version', () => {
    const { first, last, previous } = sealCommit(commit, { sha256 });
    expect({ first, last, previous }).toEqual({ first: 2, last: 3, previous: commit.previous });
  });

  it('reads back as it was written', () => {
    expect(openCommit({ text })).toEqual(commit);
  });

  it('has the keyed digest of the body, whatever the order of its members', () => {
    const body = { text: '机器不启动', from: 'caller', channel: 'phone' };
    const full = createHmac('sha256', new Uint8Array(32).fill(7)).update(canonicalJson(body)).digest('base64url');
    expect(full.slice(0, 22)).toBe(digest);
  });

  it('has a box that opens at its place with the key of the person, and nowhere else', () => {
    expect(opened(`${command}.1`)).toBe('{"text":"机器不启动"}');
    expect(() => opened(`${command}.2`)).toThrow();
  });
});

function opened(place: string): string {
  const bytes = Buffer.from(box, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
}
