/** A status as a plain value for other programs; names of keys as elsewhere in the outputs. */
import { exactText } from '../stats/exact.ts';
import type { DayLine, Forecast, Progress, Status } from '../status.ts';

export function statusJson(status: Status): object {
  const { today, closes, daysLeft, total, forecast, groups, units, gaps, surpluses, borrowed } =
    status;
  return {
    today,
    closes,
    days_left: daysLeft,
    total: progressJson(total, forecast),
    groups: groups.map(({ group, name, total: own, forecast: expected, lines }) => ({
      group,
      name,
      ...progressJson(own, expected),
      rows: lines.map((line) => ({
        name: line.name,
        unit: line.unit,
        place: line.place,
        printed: line.printed,
        ...progressJson(line.progress, line.forecast),
      })),
    })),
    units: units.map(({ unit, name, total: own, forecast: expected }) => ({
      unit,
      name,
      ...progressJson(own, expected),
    })),
    days: status.days.map((day) => dayJson(day, 'group')),
    unit_days: status.unitDays.map((day) => dayJson(day, 'unit')),
    gaps,
    surpluses,
    borrowed,
  };
}

function progressJson(progress: Progress, forecast: Forecast | null): object {
  const { quota, least, most, issued, returned, valid, missing, covered, partial } = progress;
  return {
    ...{ quota, least, most, issued, returned, valid, void: returned - valid },
    ...{ missing, covered, partial, forecast: forecast === null ? null : forecastJson(forecast) },
  };
}

function forecastJson({ rule, pace, finish, late }: Forecast): object {
  return { rule, pace: pace === null ? null : exactText(pace), finish, late };
}

/** A part that is not shown apart has null figures and says so. */
function dayJson({ day, returned, valid, parts }: DayLine, what: 'group' | 'unit'): object {
  return {
    day,
    returned,
    valid,
    [`${what}s`]: parts
      .filter((part) => part.returned !== 0)
      .map(({ id, ...counts }) => ({
        [what]: id,
        ...counts,
        ...(counts.returned === null ? { hidden: true } : {}),
      })),
  };
}
