/** How far slow work is, on a live terminal only: share, rows a second, time left. */
import { formatCount } from '../formats/numbers.ts';
import type { Io } from '../io.ts';

export interface Progress {
  readonly tell: (bytes: number, rows: number) => void;
  /** Takes the line away again. */
  readonly end: () => void;
}

const firstAfterMs = 1_500;
const everyMs = 250;
const clearLine = '\r\u001b[K';

/** `bytes` is how many there are in all. */
export function progress(bytes: number, io: Io): Progress {
  if (!io.terminal.live) return { tell: () => undefined, end: () => undefined };
  const start = io.now().getTime();
  let last = start + firstAfterMs - everyMs;
  let isShown = false;
  return {
    tell: (done, rows) => {
      const now = io.now().getTime();
      if (now - last < everyMs || done === 0) return;
      last = now;
      isShown = true;
      io.err(`${clearLine}${progressText(done / bytes, rows, (now - start) / 1000, io)}`);
    },
    end: () => {
      if (isShown) io.err(clearLine);
      isShown = false;
    },
  };
}

function progressText(share: number, rows: number, seconds: number, { lang }: Io): string {
  const part = Math.min(1, share);
  const filled = Math.round(part * 20);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(20 - filled)}`;
  const speed = formatCount(Math.round(rows / seconds), lang);
  const left = Math.ceil((seconds / part) * (1 - part));
  const words = lang === 'vi' ? ['dòng/giây', 'còn khoảng', 'giây'] : ['rows/s', 'about', 's left'];
  const [perSecond, about, unit] = words;
  return `${bar} ${Math.floor(part * 100)} %  ${speed} ${perSecond}  ${about} ${left} ${unit}`;
}
