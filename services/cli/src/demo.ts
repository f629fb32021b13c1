import { everyModule } from '@ledgerline/all-in-one';
import { run } from '@ledgerline/host';
import { demo } from './demo/demo.js';

process.umask(0o077);
process.env['LEDGERLINE_DATA'] ||= './data-demo';
const exitCode = await demo(process.env);
if (exitCode === 0) await run(...everyModule);
else process.exitCode = exitCode;
