/** Arithmetic that can be worked out, and written out (`written-arithmetic.ts`). */
import { type Exact, exact, isZero } from './exact.ts';

export type Term =
  | { readonly op: 'number'; readonly value: Exact }
  | { readonly op: 'sum' | 'product'; readonly terms: readonly Term[] }
  | { readonly op: 'minus' | 'over'; readonly left: Term; readonly right: Term }
  /** Not a rational number as a rule: such arithmetic is written, and its result taken from where it was worked out. */
  | { readonly op: 'power'; readonly base: Term; readonly exponent: Term };

export function numberTerm(value: Exact | number): Term {
  return { op: 'number', value: typeof value === 'number' ? exact(value) : value };
}

export function sumTerm(terms: readonly Term[]): Term {
  return only(terms) ?? { op: 'sum', terms };
}

export function productTerm(...terms: readonly Term[]): Term {
  return only(terms) ?? { op: 'product', terms };
}

export function minusTerm(left: Term, right: Term): Term {
  return { op: 'minus', left, right };
}

export function overTerm(left: Term, right: Term): Term {
  return { op: 'over', left, right };
}

export function powerTerm(base: Term, exponent: Term): Term {
  return { op: 'power', base, exponent };
}

function only(terms: readonly Term[]): Term | null {
  const [first] = terms;
  return terms.length === 1 && first !== undefined ? first : null;
}

/** Null: a division by 0, or a power, which need not be rational. */
export function termValue(term: Term): Exact | null {
  if (term.op === 'number') return term.value;
  if (term.op === 'power') return null;
  if ('terms' in term) {
    let whole: Exact | null = null;
    for (const one of term.terms) {
      const value = termValue(one);
      if (value === null) return null;
      whole = whole === null ? value : term.op === 'sum' ? whole.add(value) : whole.mul(value);
    }
    return whole;
  }
  const [left, right] = [termValue(term.left), termValue(term.right)];
  if (left === null || right === null) return null;
  if (term.op === 'minus') return left.sub(right);
  return isZero(right) ? null : left.div(right);
}

/** Whether all of it is quotients; a number that no quotient holds is not. */
export function isRational(term: Term): boolean {
  switch (term.op) {
    case 'number':
      return true;
    case 'sum':
    case 'product':
      return term.terms.every(isRational);
    case 'power':
      return false;
    default:
      return isRational(term.left) && isRational(term.right);
  }
}

/** In binary floating point, to tell whether a term with a power comes to what it should. */
export function nearly(term: Term): number {
  switch (term.op) {
    case 'number':
      return term.value.valueOf();
    case 'sum':
      return term.terms.reduce((sum, one) => sum + nearly(one), 0);
    case 'product':
      return term.terms.reduce((product, one) => product * nearly(one), 1);
    case 'minus':
      return nearly(term.left) - nearly(term.right);
    case 'over':
      return nearly(term.left) / nearly(term.right);
    case 'power':
      return nearly(term.base) ** nearly(term.exponent);
  }
}
