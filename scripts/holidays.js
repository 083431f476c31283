/**
 * The public holidays of Vietnam as text of `src/plan/holidays/vietnam.ts`; `scripts/generate.js` writes and checks it.
 * The lunar days come from date-holidays (a library for development only: nothing of it runs when plans are read);
 * the rest follows the Labour Code: 45/2019/QH14, articles 111–112 (before 2021: 10/2012/QH13, articles 110 and 115).
 */
import Holidays from 'date-holidays';

const first = 2015;
const last = 2045;

/** The source of the data file, formatted as the repository wants it. */
export function holidaysSource() {
  const calendar = new Holidays('VN');
  const years = [];
  for (let year = first; year <= last; year += 1) {
    years.push(`  ${year}: '${yearText(holidaysOf(year, calendar))}',`);
  }
  return `${head}${years.join('\n')}\n};\n`;
}

const head = `/**
 * Public holidays of Vietnam, by year: name and days (month-day). Made by \`scripts/holidays.js\`: do not edit.
 * Lunar dates (Tết, Hùng Kings) from the Vietnamese calendar of the library date-holidays, whose holiday data are
 * under CC BY-SA 3.0 and rest on https://en.wikipedia.org/wiki/Public_holidays_in_Vietnam. The days off are those of
 * the Labour Code as passed, 45/2019/QH14, articles 111–112 (before 2021: 10/2012/QH13), and no others: a day off that a
 * later law brings (24 November, day of culture, was proposed in 2026) goes into the plan (\`calendar: closed\`). Two
 * things are decided every year by decree and follow a rule here that gives what was decided for these holidays in
 * 2015–2026: which days around the new year make up the five of Tết, and which neighbour of 2 September is free. Days
 * swapped by decree go into the plan too (\`calendar\`).
 */
export const vietnamHolidays: Readonly<Record<number, string>> = {
`;

/** Name and days of each holiday of a year, ISO. */
function holidaysOf(year, calendar) {
  const found = calendar.getHolidays(year);
  const lunar = (rule) => found.find((one) => one.rule === rule).date.slice(0, 10);
  const national = `${year}-09-02`;
  const named = [
    ['new-year', [`${year}-01-01`]],
    ['tet', tetDays(lunar('vietnamese 1-0-1'))],
    ['hung-kings', [lunar('vietnamese 3-0-10')]],
    ['reunification', [`${year}-04-30`]],
    ['labour', [`${year}-05-01`]],
    ['national', year < 2021 ? [national] : [national, nationalNeighbour(national)].sort()],
  ];
  return [...named, ['in-lieu', inLieu(named.flatMap(([, days]) => days).sort())]];
}

/** Five days: one of the old year and four of the new, or two and three where that joins the weekend. */
function tetDays(newYear) {
  const before = [1, 2].includes(weekday(newYear)) ? 1 : 2;
  return [0, 1, 2, 3, 4].map((step) => shift(newYear, step - before));
}

/** 1 or 3 September, whichever joins the weekend. */
function nationalNeighbour(national) {
  return shift(national, [0, 1, 4].includes(weekday(national)) ? 1 : -1);
}

/** For each holiday on a weekend the next working day is free (article 111, clause 3). */
function inLieu(holidays) {
  const taken = new Set(holidays);
  return holidays.filter(isWeekend).map((day) => {
    let next = shift(day, 1);
    while (isWeekend(next) || taken.has(next)) next = shift(next, 1);
    taken.add(next);
    return next;
  });
}

function yearText(named) {
  return named
    .filter(([, days]) => days.length > 0)
    .map(([name, days]) => [name, ...days.map((day) => day.slice(5))].join(' '))
    .join(', ');
}

function isWeekend(day) {
  return [0, 6].includes(weekday(day));
}

function weekday(day) {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function shift(day, by) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}
