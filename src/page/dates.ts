/** Days and months as official papers print them: days below 10 and the first two months take a 0 (Nghị định 30/2020/NĐ-CP). */
import type { IsoDate } from '../plan/plan.ts';

/** `02` → `02`, `09` → `9`. */
export function officialMonth(month: string): string {
  return Number(month) <= 2 ? month : String(Number(month));
}

/** `2023-09-21` → `9/2023`, `2024-02-05` → `02/2024`. */
export function monthOf(iso: IsoDate): string {
  const [year = '', month = ''] = iso.split('-');
  return `${officialMonth(month)}/${year}`;
}

/** `2023-10-06` → `06/10/2023`, `2023-09-21` → `21/9/2023`. */
export function dated(iso: IsoDate): string {
  return `${iso.slice(8)}/${monthOf(iso)}`;
}
