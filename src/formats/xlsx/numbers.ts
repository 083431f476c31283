/** Number cells as a person reads them. */

/** Excel keeps this many digits of a number; further ones are binary noise. */
const keptDigits = 15;

/** What most cells of an answer sheet hold. */
const shortInteger = /^[1-9]\d{0,14}$/;

/**
 * `0.30000000000000004` -> `0.3`, `1E-3` -> `0.001`; whole numbers keep every digit they are written
 * with. Null when the text is no number, or one beyond what Excel can hold.
 */
export function plainNumber(raw: string): string | null {
  const only = raw.length === 1 ? raw.charCodeAt(0) : 0;
  if ((only >= 0x30 && only <= 0x39) || shortInteger.test(raw)) return raw;
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(raw.trim());
  if (parts === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  if (whole + fraction === '') return null;
  const isInteger = fraction === '' && parts[4] === undefined;
  const digits = (whole + fraction).replace(/^0+/, '');
  if (digits === '') return '0';
  if (isInteger) return digits.length > 400 ? null : withSign(sign, digits);
  const point = Number(exponent) - fraction.length + digits.length;
  if (point > 309 || point < -330) return point < 0 ? '0' : null;
  const rounded = roundDigits(digits);
  return withSign(sign, placePoint(rounded.digits, point + rounded.carry));
}

function withSign(sign: string, text: string): string {
  return sign === '-' && text !== '0' ? `-${text}` : text;
}

/** The first 15 significant digits, half up; `carry` is 1 when 9.99… became 10. */
function roundDigits(digits: string): { digits: string; carry: number } {
  if (digits.length <= keptDigits) return { digits, carry: 0 };
  const up = digits.charCodeAt(keptDigits) >= 0x35 ? 1n : 0n;
  const rounded = (BigInt(digits.slice(0, keptDigits)) + up).toString();
  return { digits: rounded, carry: rounded.length - keptDigits };
}

/** Digits with the decimal point after `point` of them, without idle zeros. */
function placePoint(digits: string, point: number): string {
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = (point < 0 ? '0'.repeat(-point) + digits : digits.slice(point)).replace(
    /0+$/,
    '',
  );
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
