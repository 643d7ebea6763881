import type { Form } from './write-file.ts';

/** 农房险：4-8 yuan a year for each square metre of 160-280. */
export const HOUSE_FORM: Form = {
  datasetId: 'house-insurance',
  fileName: '农房险.csv',
  prefix: 'NF',
  columns: [
    ...['保单号', '签单日期', '保费(元)', '销售员', '户编号', '投保人', '缴费方式', '房屋地址', '经度', '纬度'],
    ...['建筑面积(㎡)', '批准日期', '本人签名'],
  ],
  row({ policy, date, seller, household, holder, payment, place, permit, signed }, random) {
    const area = random.whole(160, 280);
    const premium = (area * random.between(4, 8)).toFixed(2);
    const who = [seller, household, holder, payment];
    const where = [place.address, place.lng, place.lat];
    return [policy, date, premium, ...who, ...where, area, permit, signed ? '是' : '否'];
  },
};

const CROPS = [
  { name: '水稻', perMu: 30 },
  { name: '小麦', perMu: 25 },
  { name: '油菜', perMu: 20 },
] as const;

/** 种植险：a premium for each mu of rice (sown in early summer), wheat or rape (in autumn). */
export const CROP_FORM: Form = {
  datasetId: 'crop-insurance',
  fileName: '种植险.csv',
  prefix: 'ZZ',
  columns: [
    ...['保单号', '签单日期', '保费(元)', '销售员', '户编号', '投保人', '缴费方式', '农户地址', '经度', '纬度'],
    ...['作物', '承保面积(亩)'],
  ],
  row({ policy, date, seller, household, holder, payment, place }, random) {
    const month = Number(date.slice(5, 7));
    const crop = month >= 3 && month <= 8 ? CROPS[0] : CROPS[random.next() < 0.7 ? 1 : 2];
    const mu = Math.max(0.3, random.lognormal(2.6, 0.6)).toFixed(1);
    const premium = (Number(mu) * crop.perMu).toFixed(2);
    const who = [seller, household, holder, payment];
    return [policy, date, premium, ...who, place.address, place.lng, place.lat, crop.name, mu];
  },
};

const PRODUCTS = [
  { name: '家庭财产保险', sums: [50_000, 100_000, 200_000, 300_000], rate: 0.001 },
  { name: '家庭财产保险', sums: [50_000, 100_000, 200_000, 300_000], rate: 0.001 },
  { name: '能繁母猪养殖保险', sums: [4_500, 9_000, 15_000], rate: 0.06 },
  { name: '淡水养殖保险', sums: [20_000, 60_000, 120_000], rate: 0.03 },
] as const;

/** 家财险、养殖险：a rate on the sum insured. */
export const PROPERTY_FORM: Form = {
  datasetId: 'property-insurance',
  fileName: '家财与养殖险.csv',
  prefix: 'JC',
  columns: [
    ...['保单号', '签单日期', '保费(元)', '销售员', '户编号', '投保人', '缴费方式', '标的地址', '经度', '纬度'],
    ...['险种', '保险金额(元)'],
  ],
  row({ policy, date, seller, household, holder, payment, place }, random) {
    const product = random.pick(PRODUCTS);
    const sum = random.pick<number>(product.sums);
    const premium = (sum * product.rate).toFixed(2);
    const who = [seller, household, holder, payment];
    return [policy, date, premium, ...who, place.address, place.lng, place.lat, product.name, sum];
  },
};
