/**
 * Public holidays of Vietnam, by year: name and days (month-day). Made by `scripts/holidays.js`: do not edit.
 * Lunar dates (Tết, Hùng Kings) from the Vietnamese calendar of the library date-holidays, whose holiday data are
 * under CC BY-SA 3.0 and rest on https://en.wikipedia.org/wiki/Public_holidays_in_Vietnam. The days off are those of
 * the Labour Code as passed, 45/2019/QH14, articles 111–112 (before 2021: 10/2012/QH13), and no others: a day off that a
 * later law brings (24 November, day of culture, was proposed in 2026) goes into the plan (`calendar: closed`). Two
 * things are decided every year by decree and follow a rule here that gives what was decided for these holidays in
 * 2015–2026: which days around the new year make up the five of Tết, and which neighbour of 2 September is free. Days
 * swapped by decree go into the plan too (`calendar`).
 */
export const vietnamHolidays: Readonly<Record<number, string>> = {
  2015: 'new-year 01-01, tet 02-17 02-18 02-19 02-20 02-21, hung-kings 04-28, reunification 04-30, labour 05-01, national 09-02, in-lieu 02-23',
  2016: 'new-year 01-01, tet 02-07 02-08 02-09 02-10 02-11, hung-kings 04-16, reunification 04-30, labour 05-01, national 09-02, in-lieu 02-12 04-18 05-02 05-03',
  2017: 'new-year 01-01, tet 01-26 01-27 01-28 01-29 01-30, hung-kings 04-06, reunification 04-30, labour 05-01, national 09-02, in-lieu 01-02 01-31 02-01 05-02 09-04',
  2018: 'new-year 01-01, tet 02-14 02-15 02-16 02-17 02-18, hung-kings 04-25, reunification 04-30, labour 05-01, national 09-02, in-lieu 02-19 02-20 09-03',
  2019: 'new-year 01-01, tet 02-04 02-05 02-06 02-07 02-08, hung-kings 04-14, reunification 04-30, labour 05-01, national 09-02, in-lieu 04-15',
  2020: 'new-year 01-01, tet 01-23 01-24 01-25 01-26 01-27, hung-kings 04-02, reunification 04-30, labour 05-01, national 09-02, in-lieu 01-28 01-29',
  2021: 'new-year 01-01, tet 02-10 02-11 02-12 02-13 02-14, hung-kings 04-21, reunification 04-30, labour 05-01, national 09-02 09-03, in-lieu 02-15 02-16 05-03',
  2022: 'new-year 01-01, tet 01-31 02-01 02-02 02-03 02-04, hung-kings 04-10, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 01-03 04-11 05-02 05-03',
  2023: 'new-year 01-01, tet 01-20 01-21 01-22 01-23 01-24, hung-kings 04-29, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 01-02 01-25 01-26 05-02 05-03 09-04',
  2024: 'new-year 01-01, tet 02-08 02-09 02-10 02-11 02-12, hung-kings 04-18, reunification 04-30, labour 05-01, national 09-02 09-03, in-lieu 02-13 02-14',
  2025: 'new-year 01-01, tet 01-27 01-28 01-29 01-30 01-31, hung-kings 04-07, reunification 04-30, labour 05-01, national 09-01 09-02',
  2026: 'new-year 01-01, tet 02-16 02-17 02-18 02-19 02-20, hung-kings 04-26, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 04-27',
  2027: 'new-year 01-01, tet 02-04 02-05 02-06 02-07 02-08, hung-kings 04-16, reunification 04-30, labour 05-01, national 09-02 09-03, in-lieu 02-09 02-10 05-03',
  2028: 'new-year 01-01, tet 01-24 01-25 01-26 01-27 01-28, hung-kings 04-04, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 01-03 05-02 09-04',
  2029: 'new-year 01-01, tet 02-12 02-13 02-14 02-15 02-16, hung-kings 04-23, reunification 04-30, labour 05-01, national 09-02 09-03, in-lieu 09-04',
  2030: 'new-year 01-01, tet 01-31 02-01 02-02 02-03 02-04, hung-kings 04-12, reunification 04-30, labour 05-01, national 09-02 09-03, in-lieu 02-05 02-06',
  2031: 'new-year 01-01, tet 01-21 01-22 01-23 01-24 01-25, hung-kings 04-01, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 01-27',
  2032: 'new-year 01-01, tet 02-09 02-10 02-11 02-12 02-13, hung-kings 04-19, reunification 04-30, labour 05-01, national 09-02 09-03, in-lieu 05-03',
  2033: 'new-year 01-01, tet 01-30 01-31 02-01 02-02 02-03, hung-kings 04-09, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 01-03 02-04 04-11 05-02 05-03',
  2034: 'new-year 01-01, tet 02-17 02-18 02-19 02-20 02-21, hung-kings 04-28, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 01-02 02-22 02-23 05-02 09-04',
  2035: 'new-year 01-01, tet 02-06 02-07 02-08 02-09 02-10, hung-kings 04-17, reunification 04-30, labour 05-01, national 09-02 09-03, in-lieu 02-12 09-04',
  2036: 'new-year 01-01, tet 01-27 01-28 01-29 01-30 01-31, hung-kings 04-06, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 02-01 04-07',
  2037: 'new-year 01-01, tet 02-13 02-14 02-15 02-16 02-17, hung-kings 04-24, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 02-18 02-19',
  2038: 'new-year 01-01, tet 02-02 02-03 02-04 02-05 02-06, hung-kings 04-13, reunification 04-30, labour 05-01, national 09-02 09-03, in-lieu 02-08 05-03',
  2039: 'new-year 01-01, tet 01-23 01-24 01-25 01-26 01-27, hung-kings 04-03, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 01-03 01-28 04-04 05-02 05-03',
  2040: 'new-year 01-01, tet 02-10 02-11 02-12 02-13 02-14, hung-kings 04-20, reunification 04-30, labour 05-01, national 09-02 09-03, in-lieu 01-02 02-15 02-16 09-04',
  2041: 'new-year 01-01, tet 01-30 01-31 02-01 02-02 02-03, hung-kings 04-10, reunification 04-30, labour 05-01, national 09-02 09-03, in-lieu 02-04 02-05',
  2042: 'new-year 01-01, tet 01-20 01-21 01-22 01-23 01-24, hung-kings 04-29, reunification 04-30, labour 05-01, national 09-01 09-02',
  2043: 'new-year 01-01, tet 02-09 02-10 02-11 02-12 02-13, hung-kings 04-19, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 04-20',
  2044: 'new-year 01-01, tet 01-28 01-29 01-30 01-31 02-01, hung-kings 04-07, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 02-02 02-03 05-02 05-03',
  2045: 'new-year 01-01, tet 02-15 02-16 02-17 02-18 02-19, hung-kings 04-26, reunification 04-30, labour 05-01, national 09-01 09-02, in-lieu 01-02 02-20 02-21 05-02 09-04',
};
