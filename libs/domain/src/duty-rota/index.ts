export * from './duty-rota.js';
export * from './faults-of-duty-rota.js';
