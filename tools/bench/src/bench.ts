import { inspect, parseArgs } from 'node:util';
import { addMessage } from './add-message.js';
import { analyticsFill } from './analytics-fill.js';
import { whatIf } from './what-if.js';
import { deadline } from './deadline.js';
import { say } from './figure.js';
import { fill } from './fill.js';
import { fold } from './fold.js';
import { list } from './list.js';
import { memory } from './memory.js';
import { register } from './register.js';
import { reportQueries } from './report-queries.js';
import { full, smoke, type Scale } from './scale.js';
import { sheet } from './sheet.js';
import { streamLoad } from './stream-load.js';
import { verify } from './verify.js';
import { sustained } from './sustained.js';
import { warnings } from './warnings.js';

type Bench = (scale: Scale) => Promise<void>;

const benches: Readonly<Record<string, Bench>> = {
  'add-message': addMessage,
  register,
  sustained,
  'stream-load': streamLoad,
  fold,
  verify,
  deadline,
  fill,
  'analytics-fill': analyticsFill,
  'what-if': whatIf,
  'report-queries': reportQueries,
  list,
  sheet,
  warnings,
  memory,
};

const help = `npm run --silent bench -- [--smoke] [--only NAME,NAME]

Prints one JSON line for each figure, beside its floor of the same run; progress goes to stderr. docs/benchmarks.md says
what each means. Exit code 0 once everything ran, whatever the figures; 1 where something could not; 2 for wrong use.

  --only NAME,NAME  some of: ${Object.keys(benches).join(', ')}
  --smoke           everything tiny: shows that it runs, its figures mean nothing
`;

function wanted(): { readonly names: readonly string[]; readonly scale: Scale } | 'help' | undefined {
  try {
    const { values } = parseArgs({
      options: { smoke: { type: 'boolean' }, only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return 'help';
    const names = values.only?.split(',') ?? Object.keys(benches);
    const strangers = names.filter((name) => !Object.hasOwn(benches, name));
    if (strangers.length > 0) throw new TypeError(`no bench ${strangers.join(', ')}`);
    return { names, scale: values.smoke ? smoke : full };
  } catch (error) {
    say(`${(error as Error).message}\n\n${help}`);
    return undefined;
  }
}

const asked = wanted();
if (asked === undefined) process.exitCode = 2;
else if (asked === 'help') process.stdout.write(help);
else
  for (const name of asked.names) {
    say(`— ${name}`);
    try {
      await benches[name]?.(asked.scale);
    } catch (error) {
      say(`${name} could not run: ${inspect(error)}`);
      process.exitCode = 1;
    }
  }
// Whatever a bench that could not run has left open does not hold the program.
process.exit();
