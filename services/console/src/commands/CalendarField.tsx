import { Select } from 'antd';
import { useCalendars } from '../rules/editor/use-calendars.ts';

interface CalendarFieldProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** A calendar of the house. */
export function CalendarField(field: CalendarFieldProps) {
  const calendars = useCalendars().filter(({ value }) => value !== 'elapsed');
  return <Select {...field} allowClear options={[...calendars]} />;
}
