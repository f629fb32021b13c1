import type { DrawSample } from '@ledgerline/contracts';
import {
  centreCalendar, idOfInspection, kindOfPeriod, mostInSample, periodNamed, sampleFold, zoneAt,
  type DigestPeriod, type DrawnPiece, type PinnedVersion, type Sample, type SampleEvent, type SamplingRule, type ScoreSheet,
} from '@ledgerline/domain'; // prettier-ignore
import { mayCommand } from '@ledgerline/domain';
import { openingCommand, whyUnseen, type Ledgerline } from '@ledgerline/host';
import { instantText, millisecondsOf, rejected, type Rejection } from '@ledgerline/kernel';
import { documentInForce, documentOf } from '../documents-in-force.js';
import { workFrameCollection } from '../work-frame/work-frame.projection.js';
import { drawSample } from './draw-sample.decision.js';
import { drawnWork } from './drawn-work.js';
import { inspectorsNow, teamOf } from './inspectors.js';
import { populationIn, type FramedPiece } from './population.js';
import { seedOf } from './seed.js';
import { sharedOut } from './share-out.js';

/** `POST /samples`: by the rule and the sheet in force now, of a period that is over. Its id is the rule and the period. */
export const drawSampleHere = openingCommand<DrawSample, Sample, SampleEvent>({
  category: 'sample',
  fold: sampleFold,
  may: (roles) => mayCommand(roles, 'draw-sample'),
  exists: 'sample-is-drawn',
  prepare: async ({ id, body }, ledgerline) => {
    const asked = await askedFor(body, ledgerline);
    if ('rejection' in asked) return asked;
    const { rule, sheet, period } = asked;
    const collection = await ledgerline.live(workFrameCollection);
    if (await whyUnseen(collection, await ledgerline.store.end(), ledgerline)) return rejected('read-model-behind');
    const [seed, knownAt] = [seedOf(id, ledgerline), instantText(ledgerline.clock.now())];
    const population = populationIn(collection, { period: { kind: rule.body.period, name: period.name }, knownAt });
    const work = await drawnWork(rule.body, seed, { population, most: mostInSample });
    if (work === undefined) return rejected('sample-too-large', { most: mostInSample });
    const pieces = await piecesOf(id, work.pieces, seed, ledgerline);
    return drawSample({ rule: rule.version, sheet, period, seed, knownAt, drawn: work.drawn, pieces });
  },
});

interface AskedFor {
  readonly rule: { readonly version: PinnedVersion; readonly body: SamplingRule };
  readonly sheet: PinnedVersion;
  readonly period: DigestPeriod;
}

async function askedFor({ rule: code, period: name }: DrawSample, ledgerline: Ledgerline): Promise<AskedFor | Rejection> {
  const rule = await documentInForce<SamplingRule>('sampling-rule', code, ledgerline);
  if (rule === undefined) return rejected('unknown-sampling-rule', { rule: code });
  const sheet = await documentInForce<ScoreSheet>('score-sheet', rule.body.sheet, ledgerline);
  if (sheet === undefined) return rejected('unknown-score-sheet', { sheet: rule.body.sheet });
  const now = ledgerline.clock.now();
  const period = periodNamed(name, zoneAt(await documentOf('calendar', centreCalendar, ledgerline), now));
  if (period === undefined || kindOfPeriod(name) !== rule.body.period)
    return rejected('not-a-period-of-the-rule', { period: rule.body.period });
  if (millisecondsOf(period.to) > now) return rejected('period-not-over', { until: period.to });
  return { rule, sheet: sheet.version, period };
}

async function piecesOf(
  sample: string,
  pieces: readonly FramedPiece[],
  seed: string,
  ledgerline: Ledgerline,
): Promise<readonly DrawnPiece[]> {
  const inspectors = sharedOut(pieces, await inspectorsNow(ledgerline), seed);
  const teams = new Map<string, string>();
  for (const { agent } of pieces) if (!teams.has(agent)) teams.set(agent, await teamOf(agent, ledgerline));
  return pieces.map(({ ticket, piece, work, agent, at, month, confidential }, n) => {
    const inspector = inspectors[n];
    return {
      inspection: idOfInspection(sample, n + 1),
      ...{ ticket, piece, work, agent, doneAt: at, month, team: teams.get(agent) ?? '' },
      ...(confidential ? { confidential } : {}),
      ...(inspector === undefined ? {} : { inspector }),
    };
  });
}
