export * from './consent.js';
export * from './profile-events.js';
export * from './profile-view.js';
export * from './profile.js';
