import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { applyDecorators } from '../apply-decorators.js';
import { code, Code, longest, OptionalCode, Text, Username } from '../bounds.js';
import { IsLocalDate, OptionalDay, WallTime } from '../instants.js';
import { ListOf } from '../nested-list.js';
import { WithReason } from '../ticket/ticket-commands.js';

/** A month as rosters are named by: `2026-03`. */
export const localMonth = /^(19[7-9]\d|20\d\d|21\d\d|2200)-(0[1-9]|1[0-2])$/;
/** Several a day at most. */
const Shifts = (): PropertyDecorator => applyDecorators(IsArray(), ArrayMaxSize(4), ArrayUnique(), Matches(code, { each: true }));

export class BreakBody {
  @WallTime() from!: string;
  @WallTime() to!: string;
}
export class NamedShiftBody {
  @Code() code!: string;
  @Text(longest.line) name!: string;
  @WallTime() start!: string;
  /** On the next day where it is not after the start. */
  @WallTime() end!: string;
  /** Not worked, within the shift. */
  @IsOptional() @ListOf(BreakBody, 6) breaks?: BreakBody[];
}
export class StaffingNeedBody {
  @IsIn(['every-day', 'working-days', 'days-off']) days!: 'every-day' | 'working-days' | 'days-off';
  @WallTime() from!: string;
  @WallTime() to!: string;
  /** People at least in each half hour. */
  @IsInt() @Min(1) @Max(300) least!: number;
}
/** Body of `POST /shift-books/{id}/set`: whole as it is from now on. */
export class SetShifts {
  @ListOf(NamedShiftBody, 60) shifts!: NamedShiftBody[];
  @IsOptional() @ListOf(StaffingNeedBody, 60) staffing?: StaffingNeedBody[];
  /** Between the shifts of one day and those of the next; 11 unless given. */
  @IsOptional() @IsInt() @Min(0) @Max(24) minimumRestHours?: number;
  /** The labour authority has approved comprehensive working hours; an administrator says so. */
  @IsOptional() @IsBoolean() comprehensiveHours?: boolean;
}

/** Body of `POST /rosters`. */
export class OpenRoster {
  @Code() department!: string;
  @IsString() @Matches(localMonth) month!: string;
  /** Calendar whose holidays are shown; `default` unless given. */
  @OptionalCode() calendar?: string;
}
/** Somebody's day: codes of shifts; `[]` is a day off; without `shifts` nothing is planned any more. */
export class RosterCell {
  /** Id or username. */
  @Username() person!: string;
  @IsLocalDate() date!: string;
  @IsOptional() @Shifts() shifts?: string[];
}
/** 300 people in a month of 31 days. */
const Cells = (): PropertyDecorator => ListOf(RosterCell, 9_300);

/** Of days that are not published. */
export class PlanRoster {
  @Cells() cells!: RosterCell[];
}
/** The same as a table: `person` and a column for each date. A body of `text/csv` is the table itself. */
export class ImportRosterTable {
  @Text(500_000) table!: string;
}
export class PublishRoster {
  /** Up to and with this day; the whole month unless given. */
  @OptionalDay() through?: string;
}
/** Of days that are published. */
export class AmendRoster extends WithReason {
  @Cells() cells!: RosterCell[];
}
export class RequestSwap extends WithReason {
  /** The day that one gives away. */
  @IsLocalDate() date!: string;
  /** Whose day one takes: id or username. */
  @Username() with!: string;
  /** The day that one takes; the same day unless given. */
  @OptionalDay() withDate?: string;
}
export class RequestShiftChange extends WithReason {
  @IsLocalDate() date!: string;
  /** What one asks for; `[]` is a day off. */
  @Shifts() shifts!: string[];
}
class OfRequest {
  @IsInt() @Min(1) @Max(10_000) request!: number;
}
export class AgreeToSwap extends OfRequest {}
export class ApproveRosterChange extends OfRequest {}
export class WithdrawShiftChange extends OfRequest {}
export class DeclineSwap extends OfRequest {
  @Text(longest.reason) reason!: string;
}
export class RefuseRosterChange extends OfRequest {
  @Text(longest.reason) reason!: string;
}
