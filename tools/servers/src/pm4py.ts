import { isExecutable, onPath, run } from './run-program.ts';
import { cached, fillCache } from './cache-folder.ts';
import { lastLine, ServerMissing } from './server-missing.ts';
import { join } from 'node:path';

/** AGPL-3.0: a program that tests ask, never a part of the product. */
const wheel = 'pm4py==2.7.23.11';
const folder = 'pm4py-2.7.23.11';
const figures = join(import.meta.dirname, '..', 'pm4py', 'figures.py');

const howToGetIt =
  'set LEDGERLINE_PM4PY to a Python that has it, or put a python3 with venv on PATH (Debian: "apt-get install python3-venv"; then it is installed for you).';

export interface Pm4py {
  /** The Python that has it. */
  readonly python: string;
  readonly version: string;
  readonly found: 'LEDGERLINE_PM4PY' | 'cache' | 'pip';
}

/**
 * pm4py to compare with: in the Python that LEDGERLINE_PM4PY names, else in the environment made before, else in one made now.
 * @throws ServerMissing where there is none and none could be made
 */
export async function pm4py(): Promise<Pm4py> {
  const tried: string[] = [];
  const named = process.env['LEDGERLINE_PM4PY'];
  const python = cached(folder, join('bin', 'python'));
  const program =
    named === undefined || named === ''
      ? ((await usable(python, 'cache', tried)) ?? (await installed(python, tried)))
      : await usable(named, 'LEDGERLINE_PM4PY', tried);
  if (program === undefined) throw new ServerMissing('pm4py', howToGetIt, tried);
  return program;
}

/** What pm4py says of some files, in the order of the questions, which `figures.py` explains. To load it takes seconds: ask all at once. */
export async function askPm4py<Answers extends readonly unknown[]>(...questions: readonly object[]): Promise<Answers> {
  const { python } = await pm4py();
  const { ok, output } = await run(python, [figures, JSON.stringify(questions)], {
    seconds: 300,
    env: { PYTHONWARNINGS: 'ignore', MPLBACKEND: 'agg' },
  });
  const answers = output.split('\n').find((line) => line.startsWith('{"answers":'));
  if (!ok || answers === undefined) throw new Error(`pm4py: ${output.slice(-2_000)}`);
  return (JSON.parse(answers) as { readonly answers: Answers }).answers;
}

async function usable(python: string, found: Pm4py['found'], tried: string[]): Promise<Pm4py | undefined> {
  if (!isExecutable(python)) {
    tried.push(`${found}: not there`);
    return undefined;
  }
  const { ok, output } = await run(python, ['-c', 'import pm4py; print(pm4py.__version__)'], { seconds: 120 });
  const version = /^\d+(\.\d+)+$/m.exec(output)?.[0];
  if (ok && version !== undefined) return { python, version, found };
  tried.push(`${found}: ${python} has no pm4py (${lastLine(output)})`);
  return undefined;
}

async function installed(python: string, tried: string[]): Promise<Pm4py | undefined> {
  const base = onPath('python3');
  if (base === undefined) {
    tried.push('pip: no python3 on PATH');
    return undefined;
  }
  try {
    await fillCache(folder, async (into) => {
      await succeed(base, ['-m', 'venv', into]);
      await succeed(join(into, 'bin', 'python'), ['-m', 'pip', 'install', '--quiet', '--only-binary', ':all:', wheel]);
    });
  } catch (error) {
    tried.push(`pip: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  return usable(python, 'pip', tried);
}

async function succeed(program: string, args: readonly string[]): Promise<void> {
  const { ok, output } = await run(program, args, { seconds: 500 });
  if (!ok) throw new Error(lastLine(output));
}
