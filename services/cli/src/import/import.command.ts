import { Command, Option } from 'commander';
import { reportInJson, reportInWords } from './import-report.js';
import { runImport, type ImportOptions } from './run-import.js';

/** `ledgerline import`: tickets out of another system's event log (docs/import.md). */
export function importCommand(): Command {
  return new Command('import')
    .description(
      "import another system's event log with its original times: each case becomes a ticket; run it again to go on, or with more rows",
    )
    .argument('<file>', 'CSV or XES; what is gzip is unpacked')
    .requiredOption('--mapping <file>', 'JSON that says which columns mean what (docs/import.md)')
    .addOption(new Option('--format <format>', 'of the file; by its name unless given').choices(['csv', 'xes']))
    .option('--dry-run', 'check the file and write nothing')
    .option('--allow-bad-rows', 'exit 0 although rows were left out')
    .option('--json', 'print JSON: an object for each bad row, the summary last')
    .addHelpText('after', '\nExit codes: 0 done, 1 rows were bad or it could not be done, 2 wrong use.')
    .action(async (file: string, options: ImportOptions & { readonly json?: true }) => {
      const output = { out: (text: string) => process.stdout.write(text), err: (text: string) => process.stderr.write(text) };
      process.exitCode = await runImport(file, options, (options.json ? reportInJson : reportInWords)(output));
    });
}
