export const pursuitStages = ['new', 'contacted', 'qualified', 'offered', 'won', 'kept', 'lost'] as const;
export const lossReasons = ['price', 'competitor', 'product', 'service', 'no-need', 'not-reached', 'other'] as const;
