import type { Dataset } from '../model/dataset.ts';
import { INSURANCE_TERMS } from './insurance-terms.ts';

/** 种植险：crop insurance, one policy per household, crop and season. */
export const cropInsurance: Dataset = {
  id: 'crop-insurance',
  title: { zh: '种植保险', en: 'Crop insurance' },
  key: ['保单号'],
  operator: '销售员',
  holder: '户编号',
  category: '缴费方式',
  amount: { column: '保费(元)', unit: 'CNY' },
  date: { column: '签单日期', format: 'YYYY-MM-DD' },
  place: { coordinates: { lng: '经度', lat: '纬度', crs: 'EPSG:4326' }, address: { column: '农户地址' } },
  fields: [
    { id: '投保人', column: '投保人', title: { zh: '投保人', en: 'Policy holder' }, type: 'text', sensitivity: 2 },
    { id: '作物', column: '作物', title: { zh: '作物', en: 'Crop' }, type: 'text', sensitivity: 0 },
    {
      id: '承保面积',
      column: '承保面积(亩)',
      title: { zh: '承保面积', en: 'Insured area' },
      type: 'number',
      unit: '亩',
      sensitivity: 1,
    },
  ],
  ...INSURANCE_TERMS,
};
