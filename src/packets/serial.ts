/**
 * Serials: `<prefix>-<form><packet>-<number><check digit>`, e.g. `ST23-03019-00173`.
 *
 * - form: place of the form in the plan, from 1; 2 digits, more in a plan of more than 99 forms;
 * - packet: place of the target in the plan, from 1: every unit in plan order, then every place, then
 *   every group, whether it gets sheets or not, so that a new quota renumbers nobody; 3 digits, more
 *   when the plan has more than 999 targets;
 * - number: from 1 within packet and form, through all groups that share them; 4 digits or more;
 * - check digit: Damm's, over every digit between the prefix and itself.
 */
import type { FormId, Plan } from '../plan/plan.ts';
import { checkDigit, checks } from '../stats/check-digit.ts';

export interface SerialShape {
  readonly prefix: string;
  readonly formDigits: number;
  readonly packetDigits: number;
}

export type SerialReading =
  /** `serial` is written the way it is printed. */
  | {
      readonly kind: 'ok';
      readonly serial: string;
      readonly form: number;
      readonly packet: number;
      readonly number: number;
    }
  | { readonly kind: 'bad-shape' }
  /** Looks like a serial, but some digit was mistyped. */
  | { readonly kind: 'bad-check'; readonly serial: string }
  /** Looks like a serial of another survey. */
  | { readonly kind: 'other-prefix'; readonly prefix: string };

const numberDigits = 4;

export function serialShape(plan: Plan): SerialShape {
  const targets = plan.units.length + plan.places.length + plan.groups.length;
  return {
    prefix: plan.serialPrefix,
    formDigits: Math.max(2, String(plan.forms.length).length),
    packetDigits: Math.max(3, String(targets).length),
  };
}

/** Place of each form in the plan, from 1. */
export function formOrdinals(plan: Plan): ReadonlyMap<FormId, number> {
  return new Map(plan.forms.map((form, index) => [form.id, index + 1]));
}

/** Writes a serial; the three ordinals count from 1. */
export function writeSerial(
  shape: SerialShape,
  form: number,
  packet: number,
  number: number,
): string {
  const head =
    String(form).padStart(shape.formDigits, '0') + String(packet).padStart(shape.packetDigits, '0');
  const tail = String(number).padStart(numberDigits, '0');
  return `${shape.prefix}-${head}-${tail}${checkDigit(head + tail)}`;
}

/** The serials of one packet part: the ordinals they carry, and the number of the first. */
export interface SerialRun {
  readonly shape: SerialShape;
  readonly form: number;
  readonly packet: number;
  readonly first: number;
}

/**
 * Reads a serial as a person typed it: any case, spaces, dashes missing or of another kind,
 * full-width digits. Never guesses: letters are not taken for digits, and a prefix is not supplied.
 */
export function parseSerial(text: string, shape: SerialShape): SerialReading {
  return serialReader(shape)(text);
}

/** `parseSerial` for many serials of one survey. */
export function serialReader(shape: SerialShape): (text: string) => SerialReading {
  const prefix = plain(shape.prefix);
  const digits = `(\\d{${shape.formDigits}})(\\d{${shape.packetDigits}})`;
  const typedShape = new RegExp(`^${escaped(prefix)}-?${digits}-?(0\\d{3}|[1-9]\\d{3,11})(\\d)$`);
  const printed = printedReader(shape);
  return (text) => {
    const asPrinted = printed(text);
    if (asPrinted !== null) return asPrinted;
    const body = typedShape.exec(text) ?? typedShape.exec(plain(text));
    if (body === null) return otherPrefix(plain(text), prefix);
    const [, form = '', packet = '', number = '', check = ''] = body;
    const serial = `${shape.prefix}-${form}${packet}-${number}${check}`;
    if (!checks(form + packet + number + check)) return { kind: 'bad-check', serial };
    const ordinals = { form: Number(form), packet: Number(packet), number: Number(number) };
    if (ordinals.form === 0 || ordinals.packet === 0 || ordinals.number === 0) {
      return { kind: 'bad-shape' };
    }
    return { kind: 'ok', serial, ...ordinals };
  };
}

/** What is written just as it was printed, as nearly all serials are, needs neither folding nor copies. */
function printedReader({
  prefix,
  formDigits,
  packetDigits,
}: SerialShape): (text: string) => Extract<SerialReading, { kind: 'ok' }> | null {
  const lead = `${prefix}-`;
  const packetAt = lead.length + formDigits;
  const dashAt = packetAt + packetDigits;
  const numberAt = dashAt + 1;
  const steps = checkSteps();
  return (text) => {
    const last = text.length - 1;
    const digits = last - numberAt;
    if (digits < numberDigits || digits > mostDigits || text.charCodeAt(dashAt) !== dash)
      return null;
    if (digits > numberDigits && text.charCodeAt(numberAt) === zero) return null;
    if (!text.startsWith(lead)) return null;
    let check = 0;
    /** The number that the digits write; 0, which no ordinal is, when one of them is none. */
    const figure = (from: number, to: number): number => {
      let value = 0;
      for (let at = from; at < to; at++) {
        const digit = text.charCodeAt(at) - zero;
        if (digit < 0 || digit > 9) return 0;
        value = value * 10 + digit;
        check = steps[check * 10 + digit] as number;
      }
      return value;
    };
    const form = figure(lead.length, packetAt);
    const packet = figure(packetAt, dashAt);
    const number = figure(numberAt, last);
    if (form === 0 || packet === 0 || number === 0) return null;
    return text.charCodeAt(last) - zero === check
      ? { kind: 'ok', serial: text, form, packet, number }
      : null;
  };
}

const mostDigits = 12;
const dash = 0x2d;
const zero = 0x30;

/** By running value × 10 + next digit: the check digit of what is then read. */
function checkSteps(): Uint8Array {
  const steps = new Uint8Array(100);
  for (let first = 0; first < 10; first++) {
    // Every running value is what some single digit leads to.
    const value = Number(checkDigit(String(first)));
    for (let digit = 0; digit < 10; digit++) {
      steps[value * 10 + digit] = Number(checkDigit(`${first}${digit}`));
    }
  }
  return steps;
}

/** A serial of another survey is told apart only when its dashes show where its prefix ends. */
function otherPrefix(typed: string, prefix: string): SerialReading {
  const other = /^([A-Z0-9](?:[A-Z0-9-]*[A-Z0-9])?)-\d{5,}-\d{5,}$/.exec(typed)?.[1];
  return other === undefined || other === prefix
    ? { kind: 'bad-shape' }
    : { kind: 'other-prefix', prefix: other };
}

/** Compatibility forms folded (full-width digits), one kind of dash, no spaces, capitals. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{White_Space}\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .toUpperCase();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
