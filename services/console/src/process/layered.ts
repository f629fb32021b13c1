import { Graph, layout } from '@dagrejs/dagre';
import type { ActivityView, EdgeView } from './process-view.ts';

/** Before every first activity, and after every last one. */
export const [start, end] = ['\u0000start', '\u0000end'];

export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Undefined at both ends of the process: nothing is waited for. */
  readonly medianSeconds: number | undefined;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly labelAt: { readonly x: number; readonly y: number };
}
export interface Layered {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly ways: readonly Way[];
}

const size = { activity: { width: 148, height: 44 }, end: { width: 64, height: 28 } };
const label = { width: 64, height: 16 };

/** The process from top to bottom, few ways crossing: boxes and lines with their places. */
export function layered(activities: readonly ActivityView[], edges: readonly EdgeView[]): Layered {
  const graph = new Graph({ multigraph: true }).setGraph({ rankdir: 'TB', nodesep: 36, ranksep: 52, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  const shown = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const those = activities.filter(({ activity, starts, ends }) => shown.has(activity) || (starts > 0 && ends > 0));
  for (const { activity } of those) graph.setNode(activity, { ...size.activity });
  const ends = [
    ...those.filter(({ starts }) => starts > 0).map(({ activity, starts }) => ({ from: start, to: activity, count: starts, medianSeconds: undefined })),
    ...those.filter(({ ends: last }) => last > 0).map(({ activity, ends: last }) => ({ from: activity, to: end, count: last, medianSeconds: undefined })),
  ]; // prettier-ignore
  if (ends.length > 0) for (const id of [start, end]) graph.setNode(id, { ...size.end });
  const all = [...edges, ...ends];
  for (const { from, to, count } of all)
    graph.setEdge(from, to, { ...label, labelpos: 'c', weight: Math.ceil(Math.log2(count + 1)) });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    boxes: graph.nodes().map((id) => ({ id, ...placeOf(graph.node(id)) })),
    ways: all.map(({ from, to, count, medianSeconds }): Way => {
      const { points = [], x = 0, y = 0 } = graph.edge(from, to) as { points?: Way['points']; x?: number; y?: number };
      return { from, to, count, medianSeconds, points, labelAt: { x, y } };
    }),
  };
}

function placeOf({ x, y, width, height }: Omit<Box, 'id'>): Omit<Box, 'id'> {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** A soft line through all the points (Catmull and Rom), as the path of an SVG. */
export function pathThrough(points: Way['points']): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const at = (place: number) => points[Math.max(0, Math.min(points.length - 1, place))] ?? first;
  const pieces = rest.map((point, place) => {
    const [before, from, after] = [at(place - 1), at(place), at(place + 2)];
    const [one, other] = [
      { x: from.x + (point.x - before.x) / 6, y: from.y + (point.y - before.y) / 6 },
      { x: point.x - (after.x - from.x) / 6, y: point.y - (after.y - from.y) / 6 },
    ];
    return `C${text(one)} ${text(other)} ${text(point)}`;
  });
  return `M${text(first)} ${pieces.join(' ')}`;
}

function text({ x, y }: { readonly x: number; readonly y: number }): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
