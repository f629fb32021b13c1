import { problem, type Problem, type QueryRequest } from '@ledgerline/contracts';
import { mostInSample, type DrawnOfAgent, type SamplingRule } from '@ledgerline/domain';
import { oneRecord, whyUnseen, type Ledgerline } from '@ledgerline/host';
import { pinnedDocument } from '../documents-in-force.js';
import { drawnWork } from '../draw-sample/drawn-work.js';
import { populationIn } from '../draw-sample/population.js';
import { seedOf } from '../draw-sample/seed.js';
import { workFrameCollection } from '../work-frame/work-frame.projection.js';
import { readsSamples, sampleKind } from './samples.query.js';

/** The same draw again; `differing`: of whose work in which stratum (its place in the rule, from 0) it comes to something else. */
export interface Redraw {
  readonly sample: string;
  readonly seed: string;
  readonly seedIsItsOwn: boolean;
  readonly same: boolean;
  readonly differing: readonly Pick<DrawnOfAgent, 'stratum' | 'agent'>[];
}

/**
 * `GET /samples/{id}/redraw`: the same draw again, from the rule's version, the seed and what was known then. `same` where it comes to the same work;
 * `seedIsItsOwn` where the seed is what the sample's id gives, and nobody's choice.
 */
export async function redrawSample(
  { body: { id }, principal, after }: QueryRequest<{ readonly id: string }>,
  ledgerline: Ledgerline,
): Promise<{ readonly kind: 'redrawn'; readonly redraw: Redraw } | Problem> {
  if (!readsSamples(principal)) return problem('not-allowed');
  const record = await oneRecord(sampleKind, { id, principal }, ledgerline);
  if ('code' in record) return record;
  const collection = await ledgerline.live(workFrameCollection);
  const why = await whyUnseen(collection, after ?? (await ledgerline.store.end()), ledgerline);
  if (why) return problem(why);
  const { rule: pinned, period, seed, knownAt, drawn } = record.state;
  const rule = await pinnedDocument<SamplingRule>('sampling-rule', pinned, ledgerline);
  const population = populationIn(collection, { period: { kind: rule.period, name: period.name }, knownAt });
  const again = (await drawnWork(rule, seed, { population, most: mostInSample }))?.drawn ?? [];
  const differing = differencesOf(drawn, again);
  return {
    kind: 'redrawn',
    redraw: { sample: id, seed, seedIsItsOwn: seed === seedOf(id, ledgerline), same: differing.length === 0, differing },
  };
}

/** Of whose work in which stratum it comes to something else. */
function differencesOf(before: readonly DrawnOfAgent[], again: readonly DrawnOfAgent[]) {
  const told = ({ population, pieces }: DrawnOfAgent) =>
    [population, ...pieces.map(({ ticket, piece }) => `${ticket} ${piece}`)].join();
  const keyed = (all: readonly DrawnOfAgent[]) => new Map(all.map((one) => [`${one.stratum} ${one.agent}`, told(one)]));
  const [one, other] = [keyed(before), keyed(again)];
  const keys = [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
  return keys.map((key) => ({ stratum: Number(key.split(' ')[0]), agent: String(key.split(' ')[1]) }));
}
