import { atLeast, median, print, say } from './figure.js';
import type { FloorServer } from './floor-server.js';
import { startLoadGenerator } from './load-generator.js';
import type { LoadPlan, LoadResult } from './load-plan.js';
import type { Product } from './product.js';
import { rowsOf } from './sample-requests.js';
import type { Scale } from './scale.js';

export interface HttpComparison {
  readonly bench: string;
  readonly requests: LoadPlan['requests'];
  /** Of the rate at 64 connections. */
  readonly target: number;
  /** The product's p50 at one connection stays under so many of the floor's. */
  readonly latencyTarget?: number;
}

/** Bursts at 1, 8 and 64 connections: floor and product in turn, once the read models have caught up. */
export async function compareOverHttp(
  comparison: HttpComparison,
  { product, floor }: { readonly product: Product; readonly floor: FloorServer },
  scale: Scale,
): Promise<void> {
  const generator = startLoadGenerator();
  const onFloor = { url: floor.url, requests: rowsOf(comparison.requests) };
  const onProduct = { url: product.url, token: product.token, requests: comparison.requests };
  const seconds = scale.burstSeconds;
  say('  warming up');
  await generator.run({ ...onFloor, connections: 64, seconds });
  await generator.run({ ...onProduct, connections: 64, seconds });
  await product.settled();
  for (const connections of [1, 8, 64]) {
    const floors: LoadResult[] = [];
    const products: LoadResult[] = [];
    for (let round = 0; round < scale.rounds; round += 1) {
      floors.push(await generator.run({ ...onFloor, connections, seconds }));
      products.push(await generator.run({ ...onProduct, connections, seconds }));
      const settling = await product.settled();
      say(
        `  ${connections} connections: floor ${rate(floors)}/s, product ${rate(products)}/s, then ${Math.round(settling)} ms of catching up`,
      );
    }
    print(figureOf(comparison, connections, { floors, products }));
  }
  generator.stop();
}

function figureOf(
  { bench, target, latencyTarget }: HttpComparison,
  connections: number,
  { floors, products }: { readonly floors: readonly LoadResult[]; readonly products: readonly LoadResult[] },
) {
  const perSecond = median(products.map((result) => result.perSecond));
  const floorPerSecond = median(floors.map((result) => result.perSecond));
  const p50 = median(products.map((result) => result.p50));
  const floorP50 = median(floors.map((result) => result.p50));
  const p99 = median(products.map((result) => result.p99));
  const floorP99 = median(floors.map((result) => result.p99));
  const failed = products.reduce((sum, result) => sum + result.failed, 0);
  const rates = { perSecond, floorPerSecond, ratio: perSecond / floorPerSecond, p50, floorP50, p50Ratio: p50 / floorP50 };
  const held =
    connections === 64
      ? { ...atLeast(rates.ratio, target) }
      : connections === 1 && latencyTarget !== undefined
        ? { p50Target: latencyTarget, holds: rates.p50Ratio < latencyTarget }
        : {};
  return { bench, connections, ...rates, p99, floorP99, failed, ...held };
}

function rate(results: readonly LoadResult[]): number {
  return Math.round(results.at(-1)?.perSecond ?? 0);
}
