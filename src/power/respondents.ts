/**
 * Simulated respondents without paper: the same mood, noise, blanks and “no opinion” as `survey simulate` has, drawn into counts.
 * Respondents of a row are part of the people there: deviations from what all would say are scaled by √(1 − fraction), so that
 * a census leaves nothing to chance (finite population correction), and by the root of a stated design effect.
 */
import { chances } from '../simulate.ts';
import type { DrawState } from '../stats/resample.ts';
import type { DrawnQuestion, DrawnRow, PowerDesign } from './design.ts';

/** As in `simulate/respondent.ts`: a mood for the whole sheet, noise for each answer, “no opinion” where the scale has it. */
export const respondent = { mood: 0.15, noise: 0.45, silent: 1 / 30 } as const;

/** Standard deviation of one answer's place on its scale, in points of 100: mood uniform, noise triangular. */
export const usualNoise = 100 * Math.sqrt(respondent.mood ** 2 / 3 + respondent.noise ** 2 / 6);

/** Unit × question: the level at which it stands, 0–1. */
export type Levels = Float64Array;

/** Points of a mood at which its distribution is summed up. */
const moods = 24;

/** Shares of the options, over all sheets with those who leave it blank, for each unit × question; entries `(unit × questions + question) × stride`. */
export interface Shares {
  readonly stride: number;
  readonly shares: Float64Array;
}

/** `noise`: how many times the usual one. */
export function expectedShares(
  questions: readonly DrawnQuestion[],
  levels: Levels,
  noise: number,
): Shares {
  const stride = questions.reduce((most, { options }) => Math.max(most, options.length), 1);
  const shares = new Float64Array(levels.length * stride);
  for (let at = 0; at < levels.length; at++) {
    const question = questions[at % questions.length];
    if (question !== undefined) {
      fillShares(question, levels[at] as number, noise, shares.subarray(at * stride));
    }
  }
  return { stride, shares };
}

function fillShares(
  { scored, silent, isOfSheet }: DrawnQuestion,
  level: number,
  noise: number,
  shares: Float64Array,
): void {
  const given = 1 - chances.blank;
  const quiet = silent.length > 0 ? (scored.length === 0 ? 1 : respondent.silent) : 0;
  for (const at of silent) shares[at] = (given * quiet) / silent.length;
  const many = isOfSheet ? 1 : moods;
  for (let mood = 0; mood < many; mood++) {
    const own = isOfSheet ? 0.5 : level + moodAt((mood + 0.5) / moods) * noise;
    let below = 0;
    for (const [place, at] of scored.entries()) {
      const top =
        place + 1 === scored.length ? 1 : noiseBelow((place + 1) / scored.length - own, noise);
      shares[at] = (shares[at] as number) + (given * (1 - quiet) * (top - below)) / many;
      below = top;
    }
  }
}

function moodAt(share: number): number {
  return (2 * share - 1) * respondent.mood;
}

/** Distribution of the noise, triangular around 0. */
function noiseBelow(value: number, noise: number): number {
  const width = respondent.noise * noise;
  if (width === 0) return value > 0 ? 1 : 0;
  const way = Math.min(1, Math.max(-1, value / width));
  return way < 0 ? (1 + way) ** 2 / 2 : 1 - (1 - way) ** 2 / 2;
}

/** Sheets of a row when sizes are `factor` times those of the plan: never more than there are people. */
export function sheetsAt({ size, population, isBorrowed }: DrawnRow, factor: number): number {
  if (isBorrowed) return size;
  const sheets = Math.round(size * factor);
  return population === null ? sheets : Math.min(sheets, Math.max(size, population));
}

export interface Survey {
  readonly levels: Levels;
  readonly expected: Shares;
  readonly noise: number;
  readonly factor: number;
}

/** Fills `counts` with what comes back of one survey. `random` names the stream of a row. */
export function drawCounts(
  { rows, questions }: PowerDesign,
  survey: Survey,
  random: (row: DrawnRow) => DrawState,
  counts: Float64Array,
): void {
  counts.fill(0);
  const own = new Float64Array(survey.expected.stride);
  for (const row of rows) {
    const state = random(row);
    const sheets = sheetsAt(row, survey.factor);
    const replies = drawReplies(state, sheets, row.reply);
    const sheetMoods = drawMoods(state, replies, survey.noise);
    const fraction = row.population === null ? 0 : (replies / row.population) * row.inclusion;
    const scale = Math.sqrt(Math.max(0, 1 - fraction) * row.designEffect);
    for (const { unit, question, cell } of row.answers) {
      const asked = questions[question];
      if (asked === undefined) continue;
      const at = unit * questions.length + question;
      own.fill(0);
      drawAnswers(state, asked, survey.levels[at] as number, survey.noise, sheetMoods, own);
      const shares = at * survey.expected.stride;
      for (let option = 0; option < asked.options.length; option++) {
        const mean = replies * (survey.expected.shares[shares + option] as number);
        const count = mean + scale * ((own[option] as number) - mean);
        counts[cell + option] = (counts[cell + option] as number) + Math.max(0, count);
      }
    }
  }
}

/** What all would say: the counts of so many sheets, without any chance. */
export function expectedCounts(
  { rows, questions }: PowerDesign,
  { stride, shares }: Shares,
  counts: Float64Array,
): void {
  counts.fill(0);
  for (const row of rows) {
    for (const { unit, question, cell } of row.answers) {
      const at = (unit * questions.length + question) * stride;
      const options = questions[question]?.options.length ?? 0;
      for (let option = 0; option < options; option++) {
        const count = row.size * row.reply * (shares[at + option] as number);
        counts[cell + option] = (counts[cell + option] as number) + count;
      }
    }
  }
}

const words = 2 ** 32;

/** xoshiro128+, as in `stats/resample.ts`. */
function next(state: DrawState): number {
  const [a = 0, b = 0, c = 0, d = 0] = [state[0], state[1], state[2], state[3]];
  const drawn = (a + d) >>> 0;
  const third = c ^ a;
  const fourth = d ^ b;
  state[1] = b ^ third;
  state[0] = a ^ fourth;
  state[2] = third ^ (b << 9);
  state[3] = (fourth << 11) | (fourth >>> 21);
  return (drawn + 0.5) / words;
}

function drawReplies(state: DrawState, sheets: number, chance: number): number {
  let replies = 0;
  for (let sheet = 0; sheet < sheets; sheet++) if (next(state) < chance) replies++;
  return replies;
}

function drawMoods(state: DrawState, replies: number, noise: number): Float64Array {
  const drawn = new Float64Array(replies);
  for (let sheet = 0; sheet < replies; sheet++) drawn[sheet] = moodAt(next(state)) * noise;
  return drawn;
}

/** One number decides an answer: blank, “no opinion”, else the noise around the level. */
function drawAnswers(
  state: DrawState,
  { scored, silent, isOfSheet }: DrawnQuestion,
  level: number,
  noise: number,
  sheetMoods: Float64Array,
  counts: Float64Array,
): void {
  const quiet = silent.length > 0 ? (scored.length === 0 ? 1 : respondent.silent) : 0;
  const speaks = chances.blank + (1 - chances.blank) * quiet;
  const width = respondent.noise * noise;
  const many = scored.length;
  for (let sheet = 0; sheet < sheetMoods.length; sheet++) {
    const drawn = next(state);
    if (drawn < chances.blank) continue;
    if (drawn < speaks || many === 0) {
      const share = (drawn - chances.blank) / (speaks - chances.blank);
      const at = silent[Math.min(silent.length - 1, Math.floor(share * silent.length))] ?? 0;
      counts[at] = (counts[at] as number) + 1;
      continue;
    }
    const rest = (drawn - speaks) / (1 - speaks);
    const way = rest < 0.5 ? Math.sqrt(2 * rest) - 1 : 1 - Math.sqrt(2 - 2 * rest);
    const own = isOfSheet ? 0.5 : level + (sheetMoods[sheet] as number);
    const place = Math.floor((own + way * width) * many);
    const at = scored[place < 0 ? 0 : place >= many ? many - 1 : place] as number;
    counts[at] = (counts[at] as number) + 1;
  }
}
