import type { Dataset } from '../model/dataset.ts';
import { cropInsurance } from './crop-insurance.ts';
import { houseInsurance } from './house-insurance.ts';
import { propertyInsurance } from './property-insurance.ts';

/** The datasets every installation knows; a user's own are declared beside them. */
export const SHIPPED: readonly Dataset[] = [houseInsurance, cropInsurance, propertyInsurance];
