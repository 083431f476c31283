/**
 * Whether a word can be a Vietnamese syllable: onset, rime and tone, and how they are spelled together.
 * Only for telling encodings apart; it is generous where names of places and peoples need it (Đắk, Krông).
 */

/** U+0300 grave, U+0301 acute, U+0303 tilde, U+0309 hook, U+0323 dot below. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

const onsets =
  'b|ch|c|d|đr|đ|gh|gi|gr|g|hr|h|kh|kr|kl|k|l|m|ngh|ng|nh|n|ph|pr|pl|p|qu|r|s|th|tr|t|v|x|br|bl|dr|';

/** Rimes that may be closed by c, ch, p, t (these bear only acute or dot below). */
const stopped =
  'ac|ach|ap|at|ăc|ăp|ăt|âc|âp|ât|ec|ep|et|êch|êp|êt|ich|ip|it|iêc|iêp|iêt|oc|op|ot|oac|oach|oap|oat|' +
  'oăc|oăt|oet|ooc|ôc|ôp|ôt|ơp|ơt|uc|up|ut|uât|uêch|uêt|uôc|uôt|uych|uyp|uyt|uyêt|ưc|ưt|ươc|ươp|ươt|' +
  'yêt|yt|ych|ak|ăk|ôk|êk|ik|ok|uk|ek|uyêc|ưp|yp';

const open =
  'a|ai|am|an|ang|anh|ao|au|ay|ăm|ăn|ăng|âm|ân|âng|âu|ây|e|em|en|eng|eo|ê|êm|ên|ênh|êu|i|ia|im|in|inh|' +
  'iu|iêm|iên|iêng|iêu|o|oi|om|on|ong|oa|oai|oam|oan|oang|oanh|oao|oay|oăm|oăn|oăng|oe|oen|oeo|oong|' +
  'ô|ôi|ôm|ôn|ông|ơ|ơi|ơm|ơn|u|ui|um|un|ung|ua|uân|uâng|uây|uê|uênh|uôi|uôm|uôn|uông|uơ|uy|uya|uynh|' +
  'uyn|uyên|uyu|ư|ưa|ưi|ưm|ưn|ưng|ưu|ươi|ươm|ươn|ương|ươu|y|yn|ynh|yêm|yên|yêng|yêu|êng';

const shape = new RegExp(`^(${onsets})(?:(${stopped})|(${open}))$`);

/** The word in any case, NFC. A word without any tone or hooked letter may be a syllable too. */
export function isSyllable(word: string): boolean {
  if (!isOneCase(word)) return false;
  const split = word.toLowerCase().normalize('NFD');
  const marks = split.match(tones) ?? [];
  if (marks.length > 1) return false;
  const toneless = split.replace(tones, '').normalize('NFC');
  const found = shape.exec(toneless);
  if (found === null) return false;
  const [, onset = '', closed, vowels] = found;
  if (closed !== undefined && marks[0] !== '\u0301' && marks[0] !== '\u0323') {
    // “Đăk Lăk” is written without tones.
    if (!closed.endsWith('k')) return false;
  }
  return isSpelled(onset, closed ?? vowels ?? '');
}

/** `k`, `gh`, `ngh` stand before e, ê, i, y; `c`, `g`, `ng` before the others. */
function isSpelled(onset: string, rime: string): boolean {
  const isFront = /^[eêiy]/.test(rime);
  if (['gh', 'ngh'].includes(onset)) return isFront;
  if (onset === 'k') return isFront || rime.endsWith('k') || rime === 'on';
  if (['c', 'ng'].includes(onset)) return !isFront;
  if (onset === 'g') return !isFront || rime.startsWith('i');
  return true;
}

/** `tỉnh`, `Tỉnh`, `TỈNH`; never `tỈnh`. */
function isOneCase(word: string): boolean {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() || word === word.toUpperCase();
}
