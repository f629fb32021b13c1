import { fail, ok, type Finding } from './finding.js';

/** What `package.json` pins. */
const neededNode = 26;

export function checkNode(version: string = process.versions.node): Finding {
  const enough = Number(version.split('.')[0]) >= neededNode;
  const advice = `run "npm ci" (it brings Node ${neededNode}), or install Node ${neededNode} or newer`;
  return enough ? ok('Node', version) : fail('Node', version, advice);
}

/** Deadlines and the dates in ticket numbers depend on the zone's rules. */
export function checkTimeZone(zone: string): Finding {
  const noon = Temporal.Instant.from('2026-03-02T04:00:00Z');
  const china = noon.toZonedDateTimeISO('Asia/Shanghai').offset;
  if (china !== '+08:00')
    return fail('time zones', `Asia/Shanghai is at ${china}`, 'use a Node with full time zone data (the pinned one has it)');
  return ok('time zones', `data ${process.versions['tz'] ?? 'unknown'}; ${zone} is at ${noon.toZonedDateTimeISO(zone).offset}`);
}

/** Searching Chinese text needs ICU's dictionary; without it every character is a word of its own. */
export function checkChineseWords(text = '空调不制冷请尽快维修'): Finding {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].map(({ segment }) => segment);
  const found = `ICU ${process.versions['icu'] ?? 'none'}: ${words.join(' · ')}`;
  return words.some(({ length }) => length > 1) && words.length < text.length
    ? ok('Chinese words', found)
    : fail('Chinese words', found, 'use a Node with full ICU (the pinned one has it)');
}
