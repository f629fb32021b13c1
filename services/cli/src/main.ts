import { failureOf } from './outcome.js';
import { ledgerline } from './program.js';

process.umask(0o077);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(1);
  throw error;
});

try {
  await ledgerline().parseAsync(process.argv);
} catch (error) {
  const { exitCode, code, message, said } = failureOf(error);
  process.exitCode = exitCode;
  if (exitCode !== 0) {
    if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
    if (!said) process.stderr.write(`${message}\n`);
    if (process.env['LOG_LEVEL'] === 'debug') process.stderr.write(`${(error as Error).stack}\n`);
  }
}
