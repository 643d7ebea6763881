import { createNegativeAmounts, createZeroAmounts } from './amounts.ts';
import { createMojibake, createSpreadsheetErrors } from './damaged-text.ts';
import { createDateOrders } from './date-orders.ts';
import { createFutureDates, createTwoDigitYears, createUnreadableDates, createYearsOutOfRange } from './dates.ts';
import type { CreateDetector } from './detector.ts';
import { createFewPoints } from './few-points.ts';
import { createFlatColumns } from './flat-columns.ts';
import { createHeaderFaults } from './header.ts';
import { createLostZeros, createRoundedIdentifiers } from './identifiers.ts';
import { createMissingValues } from './missing-values.ts';
import { createMixedDelimiters } from './mixed-delimiters.ts';
import { createNotNumbers, createNumbersWithUnit } from './numbers.ts';
import { createPlaceholders } from './placeholders.ts';
import { createRepeatedKeys, createRepeatedRows } from './repeats.ts';
import { createTotalRows } from './stray-rows.ts';

/** Everything that is looked for in a file before it is imported. To look for more, add a detector here. */
export const DETECTORS: readonly CreateDetector[] = [
  createMixedDelimiters,
  createMojibake,
  createHeaderFaults,
  createTotalRows,
  createNotNumbers,
  createNumbersWithUnit,
  createUnreadableDates,
  createDateOrders,
  createTwoDigitYears,
  createYearsOutOfRange,
  createFutureDates,
  createRoundedIdentifiers,
  createLostZeros,
  createSpreadsheetErrors,
  createRepeatedKeys,
  createRepeatedRows,
  createMissingValues,
  createPlaceholders,
  createNegativeAmounts,
  createZeroAmounts,
  createFewPoints,
  createFlatColumns,
];
