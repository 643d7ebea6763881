/**
 * Where a text stops being JSON, as the place of the first character that cannot be right; the length of the text when it only
 * breaks off. Engines do not always tell the place, so it is found by halving: the shortest beginning that is wrong for another
 * reason than breaking off. Costs some twenty parses of the text.
 */
export function jsonFault(text: string): number {
  let right = 0;
  let wrong = text.length + 1;
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (canGoOn(text.slice(0, middle))) right = middle;
    else wrong = middle;
  }
  return wrong - 1;
}

/** Whether a beginning is JSON, or could become JSON if it went on. */
function canGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const { message } = error as Error;
    const place = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
    return /end of JSON/.test(message) || place >= beginning.length || /unterminated/i.test(message);
  }
}
