import type { Dataset } from '../model/dataset.ts';
import { INSURANCE_TERMS } from './insurance-terms.ts';

/** 家财险、养殖险：household property and livestock insurance. */
export const propertyInsurance: Dataset = {
  id: 'property-insurance',
  title: { zh: '家财与养殖保险', en: 'Property and livestock insurance' },
  key: ['保单号'],
  operator: '销售员',
  holder: '户编号',
  category: '缴费方式',
  amount: { column: '保费(元)', unit: 'CNY' },
  date: { column: '签单日期', format: 'YYYY-MM-DD' },
  place: { coordinates: { lng: '经度', lat: '纬度', crs: 'EPSG:4326' }, address: { column: '标的地址' } },
  fields: [
    { id: '投保人', column: '投保人', title: { zh: '投保人', en: 'Policy holder' }, type: 'text', sensitivity: 2 },
    { id: '险种', column: '险种', title: { zh: '险种', en: 'Product' }, type: 'text', sensitivity: 0 },
    {
      id: '保险金额',
      column: '保险金额(元)',
      title: { zh: '保险金额', en: 'Sum insured' },
      type: 'number',
      unit: 'CNY',
      sensitivity: 1,
    },
  ],
  ...INSURANCE_TERMS,
};
