/** Numbers as people write them in cells and plans: `1.234,5`, `68,85`, `1 234`, `２５`, `−3`. */

/** The mark before the decimals: `68,85` or `68.85`. */
export type DecimalMark = 'comma' | 'point';

export type NumberText =
  /** `text`: digits with a point before the decimals, without zeros that say nothing: `-1234.5`. */
  | { readonly kind: 'number'; readonly text: string }
  /** One mark before exactly three digits: `1.234` is 1234 to some and 1.234 to others. */
  | { readonly kind: 'ambiguous'; readonly whole: string; readonly decimal: string }
  | { readonly kind: 'not-a-number' };

/** More digits than any count, sum of money or score has. */
const mostDigits = 30;

const notANumber: NumberText = { kind: 'not-a-number' };

/**
 * `mark`: what the office declared; null: nothing, so that what both countries write alike is read and what
 * they write differently is ambiguous. A declared mark decides; a text that contradicts it is no number.
 * Percent signs, units, powers (`1e3`) and brackets are no part of a number.
 */
export function readNumber(text: string, mark: DecimalMark | null): NumberText {
  const [, sign = '', written = ''] = /^([-+]?)\s*(.*)$/s.exec(plain(text)) ?? [];
  const body = withoutSpaces(written);
  if (body === null || body.replace(/\D/g, '').length > mostDigits) return notANumber;
  const isNegative = sign === '-';
  const [first = '', ...rest] = body.split(/[.,]/);
  if (rest.length === 0) return numberOf(isNegative, first, '');
  const marks = body.replace(/\d/g, '');
  const last = rest.at(-1) ?? '';
  // A space between thousands leaves only decimals to the mark.
  const isGrouped = body !== written.trim();
  if (new Set(marks).size === 2) {
    const isOrdered = /^(?:\.+,|,+\.)$/.test(marks) && !isGrouped;
    const fits = mark === null || marks.endsWith(markChar(mark));
    if (!isOrdered || !fits || !areThousands([first, ...rest.slice(0, -1)])) return notANumber;
    return numberOf(isNegative, [first, ...rest.slice(0, -1)].join(''), last);
  }
  const mayGroup = areThousands([first, ...rest]) && !isGrouped;
  if (rest.length > 1) {
    const isOther = mark === null || marks[0] !== markChar(mark);
    return mayGroup && isOther ? numberOf(isNegative, body.replace(/\D/g, ''), '') : notANumber;
  }
  if (!mayGroup || marks === (mark === null ? null : markChar(mark))) {
    return numberOf(isNegative, first, last);
  }
  const whole = numberOf(isNegative, first + last, '');
  if (mark !== null) return whole;
  return {
    kind: 'ambiguous',
    whole: textOf(whole),
    decimal: textOf(numberOf(isNegative, first, last)),
  };
}

function markChar(mark: DecimalMark): ',' | '.' {
  return mark === 'comma' ? ',' : '.';
}

/** Full-width digits and signs, every minus and every blank as ASCII has them. */
function plain(text: string): string {
  return text
    .replace(/[\uff0b-\uff0e\uff10-\uff19]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replace(/^(\s*)[\u2010-\u2015\u2212\ufe63]/, '$1-')
    .replace(/\s/g, ' ')
    .trim();
}

/** `1 234 567` → `1234567`; null: not digits and marks, or spaces elsewhere than between thousands. */
function withoutSpaces(body: string): string | null {
  if (/^\d+(?:[.,]\d+)*$/.test(body)) return body;
  if (!/^[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?$/.test(body)) return null;
  return body.replaceAll(' ', '');
}

/** `1`, `234`, `567`: what marks between thousands leave. */
function areThousands([first = '', ...rest]: readonly string[]): boolean {
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => part.length === 3);
}

function numberOf(isNegative: boolean, whole: string, decimals: string): NumberText {
  const before = whole.replace(/^0+(?=\d)/, '');
  const after = decimals.replace(/0+$/, '');
  const size = after === '' ? before : `${before}.${after}`;
  return { kind: 'number', text: isNegative && size !== '0' ? `-${size}` : size };
}

function textOf(read: NumberText): string {
  return read.kind === 'number' ? read.text : '';
}
