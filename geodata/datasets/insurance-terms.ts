import type { Dataset } from '../model/dataset.ts';

/** What the three insurance datasets call things, and what none of them judges. */
export const INSURANCE_TERMS = {
  words: {
    operator: { zh: '销售员', en: 'Seller' },
    holder: { zh: '投保户', en: 'Household' },
    record: { zh: '保单', en: 'Policy' },
  },
  setAside: {
    categories: ['村集体垫付'],
    why: {
      zh: '统保：村集体决议后统一购买并垫付保费，不是任何销售员个人的业务。',
      en: 'Collective purchase: resolved and paid by the village collective, so it is no seller’s private market.',
    },
  },
} satisfies Pick<Dataset, 'words' | 'setAside'>;
