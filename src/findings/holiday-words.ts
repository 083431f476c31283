/** Names of the days on which offices are closed. */
import type { Lang } from './finding.ts';

export const holidayNames = {
  'new-year': { vi: 'Tết Dương lịch', en: "New Year's Day" },
  tet: { vi: 'Tết Nguyên đán', en: 'Lunar New Year (Tết)' },
  'hung-kings': { vi: 'Giỗ Tổ Hùng Vương', en: "Hùng Kings' Day" },
  reunification: { vi: 'Ngày Chiến thắng 30/4', en: 'Reunification Day' },
  labour: { vi: 'Ngày Quốc tế Lao động', en: 'Labour Day' },
  national: { vi: 'Quốc khánh', en: 'National Day' },
  'in-lieu': { vi: 'nghỉ bù ngày lễ', en: 'the day off in lieu of a holiday' },
  closed: { vi: 'theo “calendar” của phương án', en: "by the plan's `calendar`" },
} satisfies Record<string, Readonly<Record<Lang, string>>>;

/** A public holiday, or (`closed`) a day off that only the plan knows. */
export type HolidayName = keyof typeof holidayNames;
