import type { Profile } from '../model/tier.ts';

/**
 * The thresholds that decide a tier, and where each comes from. 地方参数 is a local parameter: not law, to be set by the
 * commission. They are screens that say where to look first; none of them proves anything.
 */
export const DEFAULT_PROFILE: Profile = {
  id: 'village-concentration',
  version: '1',
  title: { zh: '村级业务集中度', en: 'Concentration of village business' },
  thresholds: {
    sampleMinimum: {
      value: 30,
      source:
        '地方参数（模型 M0101-R2、R4、R5：不足 30 份不判定）。Below this, chance alone makes shares look high: twenty equal operators have a mean HHI of 2,400 with 5 records, 975 with 20, against a true 500.',
    },
    topRecordsMinimum: {
      value: 60,
      source: '地方参数（模型 M0101-R1：第一经办人至少 60 份）。',
    },
    topShareMinimum: {
      value: 0.6,
      source: '地方参数（模型 M0101-R1、R2：一人占本村六成以上）。',
    },
    topShareLowerBound: {
      value: 0.5,
      source:
        '《反垄断法》第二十四条：一个经营者市场份额达到二分之一的，可以推定具有市场支配地位（可反驳）。Applied to the lower end of the 95 % Wilson interval (Wilson 1927), so that few records cannot meet it by chance. Borrowed as a label; a village is not a market in the sense of that law.',
    },
    townOperatorsMinimum: {
      value: 3,
      source: '地方参数（模型 M0101-R1 至 R4：镇内另有可选，至少三名经办人）。',
    },
    neighbourRatioForTop: {
      value: 1,
      source: '地方参数（模型 M0101-R1：第一经办人一人的户均业务量不低于相邻村全部业务的中位数）。',
    },
    coverageMinimum: {
      value: 0.8,
      source: '地方参数（模型 M0101-R3：一人承保本村八成以上翻建户）。',
    },
    coverageRecordsMinimum: {
      value: 50,
      source: '地方参数（模型 M0101-R3：至少 50 户）。',
    },
    hhiMinimum: {
      value: 5000,
      source:
        '地方参数（模型 M0101-R4：HHI 不低于 5000，相当于两名均分的经办人）。For comparison: “highly concentrated” starts at 1,800 in the US Merger Guidelines 2023, § 2.1.',
    },
    volumeRatioMinimum: {
      value: 2,
      source: '地方参数（模型 M0101-R5：户均业务量达到相邻村中位数的两倍）。',
    },
    neighboursMinimum: {
      value: 3,
      source:
        '地方参数：相邻村少于三个时，中位数不足以比较。A median of one or two neighbours is a neighbour, not a norm.',
    },
  },
};
