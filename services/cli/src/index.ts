export { ledgerline } from './program.js';
