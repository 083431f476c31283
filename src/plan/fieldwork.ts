/** When and how people are asked. */
import type { IsoDate } from './plan.ts';

export type Mode = 'paper' | 'online' | 'qr' | 'interview' | 'post';

export interface Fieldwork {
  readonly opens: IsoDate | null;
  readonly closes: IsoDate | null;
  readonly modes: readonly Mode[];
  /** Where an online form is answered. */
  readonly address: string | null;
  /** Named windows inside (or after) the fieldwork: hand-out, collection, delivery … */
  readonly windows: readonly Window[];
  /** How exactly times of returns are kept: `day` cuts them to the day, so that nobody is known by the minute. */
  readonly times: 'day' | 'minute';
}

export interface Window {
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Time of day it happens every day, e.g. 16:30–17:00 for a daily report; null when it is whole days. */
  readonly daily: { readonly from: string; readonly to: string } | null;
}
