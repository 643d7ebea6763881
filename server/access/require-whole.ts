import type { AreaSight, DatasetSight } from '../db/sight.ts';
import { Problem } from '../problem.ts';

/** For what concerns rows of any place: files, and the areas themselves. Throws a 403. */
export function requireEveryArea({ allAreas }: AreaSight): void {
  if (!allAreas) {
    throw new Problem(
      403,
      '此操作涉及全部区域，您的账号只限部分区域。This concerns every area; your account is for some of them.',
    );
  }
}

/** For what makes datasets. Throws a 403. */
export function requireEveryDataset({ allDatasets }: DatasetSight): void {
  if (!allDatasets) {
    throw new Problem(403, '新建数据集需要全部数据集的权限。To declare a dataset takes an account for every dataset.');
  }
}
