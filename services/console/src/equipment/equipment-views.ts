import type { Sealed } from '../api/views.ts';
import type { ShownStepView } from '../look/Steps.tsx';

/** An item as lists give it; its id is its code. */
export interface ListedEquipment {
  readonly id: string;
  readonly version: number;
  readonly name: Sealed<string>;
  readonly kind: string;
  readonly site: string;
  readonly place: Sealed<string>;
  readonly serialNumber?: Sealed<string>;
  readonly supplier?: Sealed<string>;
  readonly warrantyUntil?: string;
  readonly responsible: string;
  readonly calendar: string;
  readonly state: 'in-service' | 'faulty' | 'in-repair' | 'written-off';
  readonly openFaults: number;
  readonly next?: { readonly plan: number; readonly title: Sealed<string>; readonly dueOn: string };
}

interface Once {
  readonly at: string;
  readonly by: string;
}

export interface FaultView {
  readonly fault: number;
  readonly text: Sealed<string>;
  readonly stops: boolean;
  readonly state: 'reported' | 'taken-on' | 'mended' | 'written-off';
  readonly reported: Once;
  readonly takenOn?: Once & { readonly note?: Sealed<string>; readonly expectedOn?: string };
  readonly mended?: Once & { readonly text: Sealed<string> };
}

export interface MaintenancePlanView {
  readonly plan: number;
  readonly title: Sealed<string>;
  readonly schedule: {
    readonly everyDays?: number;
    readonly everyMonths?: number;
    readonly dates?: readonly string[];
  };
  readonly remindDays: readonly number[];
  readonly remindTime: string;
  readonly due?: { readonly plannedOn: string; readonly dueOn: string };
  readonly lastDoneOn?: string;
  readonly ended?: true;
}

export interface EquipmentView extends ListedEquipment {
  readonly faults: readonly FaultView[];
  readonly plans: readonly MaintenancePlanView[];
  readonly history: readonly ShownStepView[];
}
