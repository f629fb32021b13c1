import { ConsoleController } from './console.controller.js';
import { PeopleController } from './people.controller.js';

/** What the edge has for browsers alone. */
export const consoleControllers = [ConsoleController, PeopleController];
