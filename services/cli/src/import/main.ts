import { Command } from 'commander';
import { importCommand } from './import.command.js';

await new Command('ledgerline').addCommand(importCommand()).parseAsync();
