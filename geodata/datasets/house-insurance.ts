import type { Dataset } from '../model/dataset.ts';
import { INSURANCE_TERMS } from './insurance-terms.ts';

/** 农房险：farm-house insurance, bought when a household rebuilds its house (翻建). */
export const houseInsurance: Dataset = {
  id: 'house-insurance',
  title: { zh: '农房保险', en: 'Farm-house insurance' },
  key: ['保单号'],
  operator: '销售员',
  holder: '户编号',
  category: '缴费方式',
  amount: { column: '保费(元)', unit: 'CNY' },
  date: { column: '签单日期', format: 'YYYY-MM-DD' },
  place: { coordinates: { lng: '经度', lat: '纬度', crs: 'EPSG:4326' }, address: { column: '房屋地址' } },
  fields: [
    { id: '投保人', column: '投保人', title: { zh: '投保人', en: 'Policy holder' }, type: 'text', sensitivity: 2 },
    {
      id: '建筑面积',
      column: '建筑面积(㎡)',
      title: { zh: '建筑面积', en: 'Floor area' },
      type: 'number',
      unit: '㎡',
      sensitivity: 1,
    },
    {
      id: '批准日期',
      column: '批准日期',
      title: { zh: '翻建批准日期', en: 'Rebuilding permit' },
      type: 'date',
      sensitivity: 1,
    },
    {
      id: '本人签名',
      column: '本人签名',
      title: { zh: '本人签名', en: 'Signed in person' },
      type: 'text',
      sensitivity: 1,
    },
  ],
  ...INSURANCE_TERMS,
  coverage: { denominator: 'rebuilt-houses' },
};
