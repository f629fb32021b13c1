import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { applyDecorators } from '../apply-decorators.js';
import { Code, longest, OptionalCode, OptionalText, Text, username } from '../bounds.js';
import { IsLocalDate, OptionalDay, WallTime } from '../instants.js';
import { WithReason } from '../ticket/ticket-commands.js';

/** Faults and plans are numbered within their item. */
const Numbered = (): PropertyDecorator => applyDecorators(IsInt(), Min(1), Max(10_000));
const OptionalCount = (most: number): PropertyDecorator => applyDecorators(IsOptional(), IsInt(), Min(1), Max(most));
/** Id or username. */
const OptionalAccount = (): PropertyDecorator => applyDecorators(IsOptional(), IsString(), Matches(username));

/** Body of `POST /equipment`. */
export class RegisterEquipment {
  /** By which it is known for ever, as on its label. */
  @Code() code!: string;
  @Text(longest.line) name!: string;
  /** A code: what sort of thing it is. */
  @Code() kind!: string;
  @Code() site!: string;
  @Text(longest.line) place!: string;
  /** Who sees to it. */
  @IsString() @Matches(username) responsible!: string;
  @OptionalText(longest.line) serialNumber?: string;
  @OptionalText(longest.line) supplier?: string;
  /** The last day of the warranty. */
  @OptionalDay() warrantyUntil?: string;
  /** Calendar by whose zone and working days its maintenance goes; `default` unless given. */
  @OptionalCode() calendar?: string;
}
/** What is not given stays as it is. */
export class ChangeEquipment extends WithReason {
  @OptionalText(longest.line) name?: string;
  @OptionalCode() kind?: string;
  @OptionalCode() site?: string;
  @OptionalText(longest.line) place?: string;
  @OptionalAccount() responsible?: string;
  @OptionalText(longest.line) serialNumber?: string;
  @OptionalText(longest.line) supplier?: string;
  @OptionalDay() warrantyUntil?: string;
  @OptionalCode() calendar?: string;
}
export class WriteOffEquipment extends WithReason {}
export class BringBackEquipment extends WithReason {}
export class ReportFault {
  @Text(longest.reason) text!: string;
  /** It cannot be used. */
  @IsOptional() @IsBoolean() stops?: boolean;
}
export class TakeOnFault {
  @Numbered() fault!: number;
  /** Who repairs it, and how. */
  @OptionalText(longest.reason) note?: string;
  @OptionalDay() expectedOn?: string;
}
export class MendFault {
  @Numbered() fault!: number;
  /** What was done. */
  @Text(longest.reason) text!: string;
}

/** Every so many days, every so many months, or on dates: one of the three. */
export class PlanMaintenance {
  @Text(longest.line) title!: string;
  @OptionalCount(3_650) everyDays?: number;
  @OptionalCount(120) everyMonths?: number;
  /** The first time of an interval; an interval from today unless given. */
  @OptionalDay() firstOn?: string;
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(100) @ArrayUnique() @IsLocalDate({ each: true }) dates?: string[];
  /** Days before it is due on which whoever sees to it is reminded; 7 and 1 unless given. On the day, and when it is overdue, always. */
  @IsOptional() @IsArray() @ArrayMaxSize(5) @ArrayUnique() @IsInt({ each: true }) @Min(1, { each: true }) @Max(365, { each: true })
  remindDays?: number[];
  /** Wall time of reminders; `09:00` unless given. */
  @IsOptional() @WallTime() remindTime?: string;
} // prettier-ignore
/** The plan, whole as it is from now on. */
export class ReviseMaintenance extends PlanMaintenance {
  @Numbered() plan!: number;
  @Text(longest.reason) reason!: string;
}
export class EndMaintenance extends WithReason {
  @Numbered() plan!: number;
}
export class RecordMaintenance {
  @Numbered() plan!: number;
  /** The day on which it was done. */
  @IsLocalDate() on!: string;
  /** What was done and found. */
  @Text(longest.reason) text!: string;
}
