import { CHINESE_FORMS, LEGAL_FORMS, SHORT_FORMS } from './company-words.ts';
import { plainName } from './plain-name.ts';

/** A name in parts that can be compared one by one. */
export interface OperatorName {
  readonly name: string;
  /** Without width, case, punctuation and white space. */
  readonly plain: string;
  /** Without legal forms, brackets and abbreviations: what tells one company from another. Never empty unless `plain` is. */
  readonly core: string;
  /** The legal forms that were left away, as written in `plain`; empty when there was none. */
  readonly form: string;
  /** A place or branch in brackets: 常熟 of 某某(常熟)有限公司. */
  readonly branch: string;
  /** What the source says it was called before, in plain. A text that was cut off counts as far as it goes. */
  readonly former: string | null;
}

const HAN = /\p{Script=Han}/u;
// An opening bracket may lack its end: some sources cut names at fifty characters.
const FORMERLY = /[([]\s*formerly\b\s*:?\s*([^)\]]*)[)\]]?\s*$/i;
const BRANCH = /\(([^()]*)\)/g;
const LATIN_FORM = new RegExp(` (${LEGAL_FORMS.join('|')})$`);

/** The comparable parts of an operator's name; the name itself stays as it is written. */
export function normaliseOperator(name: string): OperatorName {
  const whole = name
    .normalize('NFKC')
    .replace(/[【［〔]/g, '(')
    .replace(/[】］〕]/g, ')');
  const formerly = FORMERLY.exec(whole);
  const present = formerly === null ? whole : whole.slice(0, formerly.index);
  const branches: string[] = [];
  const bare = present.replace(BRANCH, (_, inside: string) => {
    branches.push(plainName(inside));
    return ' ';
  });
  const { core, form } = withoutForms(plainName(bare));
  return {
    name,
    plain: plainName(name),
    core: core || plainName(present),
    form,
    branch: branches.filter(Boolean).join(' '),
    former: formerly?.[1] === undefined ? null : withoutForms(plainName(formerly[1])).core || null,
  };
}

function withoutForms(plain: string): { core: string; form: string } {
  if (HAN.test(plain)) {
    const core = plain.replace(CHINESE_FORMS, '');
    return core === '' ? { core: plain, form: '' } : { core, form: plain.slice(core.length) };
  }
  let core = plain.replace(/^the /, '');
  const forms: string[] = [];
  for (let found = LATIN_FORM.exec(core); found !== null; found = LATIN_FORM.exec(core)) {
    forms.unshift(found[1] as string);
    core = core.slice(0, found.index);
  }
  const words = core
    .replace(/ and$/, '')
    .split(' ')
    .map((word) => SHORT_FORMS.get(word) ?? word);
  return { core: joinInitials(words).join(' '), form: forms.join(' ') };
}

/** "a d pendon" and "ad pendon" are one: points between initials became spaces. */
function joinInitials(words: readonly string[]): string[] {
  const joined: string[] = [];
  let before = false;
  for (const word of words) {
    const initial = /^[a-z]$/.test(word);
    if (initial && before) joined[joined.length - 1] += word;
    else joined.push(word);
    before = initial;
  }
  return joined;
}
