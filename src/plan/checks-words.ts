/** From where on `survey check` speaks, whether declared or usual, in a reader's words: for `plan show` and the method page. */
import type { Lang } from '../findings/finding.ts';
import { wordsIn } from '../findings/words.ts';
import { type Exact, exactText } from '../stats/exact.ts';
import type { Plan, QuestionId } from './plan.ts';

/** A sentence for each check, without its full stop. */
export function checkTexts({ checks }: Plan, lang: Lang): readonly string[] {
  const own = words[lang];
  const number = (value: Exact): string => wordsIn(lang).decimal(exactText(value));
  const percent = (value: Exact): string => `${number(value)}%`;
  const { identical, straightLining, burst, night, collectors, secondEntry, backCheck } = checks;
  const { share, by, limit, voidAbove, tolerance } = backCheck;
  const types = typesText(backCheck.types);
  const apart = Object.entries(tolerance).map(([id, value]) => `${id} ±${number(value)}`);
  return [
    own.identical(identical.forms, identical.questions),
    own.straight(straightLining.questions),
    `${own.burst(burst.replies, burst.minutes)}; ${own.night(night.from, night.to)}`,
    own.shares(percent(checks.missing), percent(checks.void)),
    own.collectors(collectors.forms, number(collectors.level), percent(collectors.blanks)),
    own.secondEntry(percent(secondEntry.share), percent(secondEntry.limit)),
    own.backCheck(percent(share), by, percent(limit)) +
      (voidAbove === null ? '' : own.voidAbove(percent(voidAbove))),
    ...(types === '' ? [] : [`${own.types}: ${types}`]),
    ...(apart.length === 0 ? [] : [`${own.tolerance}: ${apart.join('; ')}`]),
  ];
}

/** `1: gt; 2: cho, cho2` */
function typesText(types: Readonly<Record<QuestionId, string>>): string {
  return ['1', '2', '3']
    .flatMap((type) => {
      const ids = Object.keys(types).filter((id) => types[id] === type);
      return ids.length === 0 ? [] : [`${type}: ${ids.join(', ')}`];
    })
    .join('; ');
}

type By = 'unit' | 'collector' | null;

const words = {
  vi: {
    identical: (forms: number, questions: number) =>
      `Nêu ${forms} phiếu trở lên trả lời giống hệt nhau (từ ${questions} câu)`,
    straight: (questions: number) => `Nêu phiếu chọn một mức ở mọi câu (từ ${questions} câu)`,
    burst: (replies: number, minutes: number) =>
      `Nêu ${replies} phiếu trở lên trong ${minutes} phút`,
    night: (from: string, to: string) => `phiếu từ ${from} đến ${to}`,
    shares: (missing: string, spoilt: string) =>
      `Nêu nơi thiếu trả lời trên ${missing}, phiếu không hợp lệ trên ${spoilt}`,
    collectors: (forms: number, level: string, blanks: string) =>
      `So sánh điều tra viên có từ ${forms} phiếu: nêu khi khác ${level} điểm, hoặc bỏ trống hơn ${blanks}`,
    secondEntry: (share: string, limit: string) =>
      `Nhập lại lần hai ${share} số phiếu; được khác nhau ${limit} số ô`,
    backCheck: (share: string, by: By, limit: string) =>
      `Phúc tra ${share} số phiếu${by === null ? '' : by === 'unit' ? ' mỗi đơn vị' : ' mỗi điều tra viên'}; khác quá ${limit} thì điều tra lại`,
    voidAbove: (limit: string) => `, quá ${limit} thì hủy`,
    types: 'Loại câu khi phúc tra',
    tolerance: 'Khi phúc tra được chênh',
  },
  en: {
    identical: (forms: number, questions: number) =>
      `Names ${forms} or more forms with the same answers (from ${questions} questions on)`,
    straight: (questions: number) =>
      `Names forms with one option throughout (from ${questions} questions on)`,
    burst: (replies: number, minutes: number) =>
      `Names ${replies} or more forms within ${minutes} minutes`,
    night: (from: string, to: string) => `forms from ${from} to ${to}`,
    shares: (missing: string, spoilt: string) =>
      `Names where more than ${missing} of the answers are missing, ${spoilt} of the forms void`,
    collectors: (forms: number, level: string, blanks: string) =>
      `Compares collectors of ${forms} forms and more: names those ${level} points apart, or leaving ${blanks} more blank`,
    secondEntry: (share: string, limit: string) =>
      `Keys ${share} of the forms twice; ${limit} of the fields may differ`,
    backCheck: (share: string, by: By, limit: string) =>
      `Asks ${share} of the forms again${by === null ? '' : by === 'unit' ? ' in each unit' : ' of each collector'}; above ${limit} differing it is done again`,
    voidAbove: (limit: string) => `, above ${limit} it is void`,
    types: 'Types of questions in a back-check',
    tolerance: 'May be apart in a back-check',
  },
} as const;
