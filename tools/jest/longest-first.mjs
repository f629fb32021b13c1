import Sequencer from '@jest/test-sequencer';

/** Seconds that the long ones took on the machine that runs everything, two at a time; roughly is enough. */
const seconds = [
  [/console\/e2e\/console\.e2e/, 200],
  [/all-in-one\/src\/e2e\/services\.e2e/, 120],
  [/console\/e2e\/stories/, 100],
  [/all-in-one\/src\/e2e\/stories/, 95],
  [/e2e\/crash\.e2e/, 75],
  [/e2e\/embedded\.e2e/, 50],
  [/e2e\/copies\.e2e/, 50],
  [/mail-out\.int|back-pressure|mongo\.int|mining\/published-logs|import-cut-off/, 40],
  [/permission-matrix|mailboxes\.int|shutdown|cli\/src\/e2e\/rebuild/, 30],
  [/demo\.e2e|ticker\.e2e|cli\/src\/e2e\/services|accounts\.e2e|export\.e2e|figures|migrate|ticker-copies/, 20],
];

const expected = ({ path }) => seconds.find(([pattern]) => pattern.test(path))?.[1] ?? 0;

/**
 * What takes longest begins first, so that no worker is left alone with it in the end. Jest itself knows of durations only
 * what earlier runs in the same place have left, and a fresh clone has nothing of that.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => expected(other) - expected(one));
  }
}
