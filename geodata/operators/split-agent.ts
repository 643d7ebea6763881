import { isCompanyName } from './is-company-name.ts';
import { isPlaceholder } from './is-placeholder.ts';

/** An operator column of the form "Agent, COMPANY": who signed, and for which company. */
export interface AgentAndCompany {
  /** Null when only one name is written. */
  readonly agent: string | null;
  readonly company: string;
}

/** What belongs to the name before the comma: a title, or a legal form and what follows it. */
const TITLE = /^(?:jr|sr|ii|iii|iv|co)\.?$|^(?:inc|llc|l\.l\.c|ltd|lp|l\.p|llp|corp)\b/i;

/**
 * Splits "Agent, COMPANY" at its first comma; the company may have commas of its own. "Robert Christianson," names nobody but the
 * agent, who then is the operator. A single word that is no company's name may be a first name ("Milburn, Bill"): then the text
 * stays whole, so that not all Bills become one operator.
 */
export function splitAgent(text: string): AgentAndCompany {
  const [first = '', ...rest] = text.split(',').map((part) => part.trim());
  let titles = 0;
  while (titles < rest.length && TITLE.test(rest[titles] as string)) titles += 1;
  const agent = [first, ...rest.slice(0, titles)].join(', ');
  const company = rest
    .slice(titles)
    .filter((part) => part !== '')
    .join(', ');
  if (company === '' || first === '') return { agent: null, company: company || agent };
  if (!/[\s\p{Script=Han}]/u.test(company) && !isCompanyName(company) && !isPlaceholder(company)) {
    return { agent: null, company: text };
  }
  return { agent, company };
}
