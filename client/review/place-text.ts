import type { ReviewedArea } from '../../geodata/model/review-api.ts';

/** An area with the one above, as people write it: 测试镇东村. */
export const placeText = ({ name, parentName }: Pick<ReviewedArea, 'name' | 'parentName'>): string =>
  `${parentName ?? ''}${name}`;
