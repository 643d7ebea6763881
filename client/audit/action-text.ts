import { ACTIONS } from '../../geodata/model/trace.ts';
import type { Translate } from '../text/use-text.ts';

/** What was done, in words; an action of another version of the program by its own name. */
export function actionText(action: string, t: Translate): string {
  const known = ACTIONS.find((one) => one === action);
  return known ? t(`audit.action.${known}`) : action;
}
