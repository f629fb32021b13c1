export * from './equipment-events.js';
export * from './equipment-rules.js';
export * from './equipment.js';
export * from './maintenance-dates.js';
export * from './maintenance-reminders.js';
