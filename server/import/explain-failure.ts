import { MappingError } from '../../geodata/datasets/read-mapping.ts';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { unavailable } from '../db/unavailable.ts';
import { Problem } from '../problem.ts';

const SENTENCES = {
  unreachable:
    '导入时数据库中断，已入库的部分保留；请重新导入同一文件。 The database went away during the import; what was stored is kept. Import the same file again.',
  'too-slow':
    '导入时数据库超时，已入库的部分保留；请重新导入同一文件。 The database took too long during the import; what was stored is kept. Import the same file again.',
  'disk-full':
    '磁盘已满，导入已停止，已入库的部分保留；请清理磁盘后重新导入同一文件。 The disk is full and the import was stopped; what was stored is kept. Make room and import the same file again.',
} as const;

/** Why an import ended, for the person who started it: their own mistakes in full, ours without what belongs in the log. */
export function explainFailure(error: unknown): string {
  const why = unavailable(error);
  if (why) return SENTENCES[why];
  if (error instanceof Problem || error instanceof IntakeError || error instanceof MappingError) return error.message;
  return '导入出错，已停止；详情见服务器日志。 The import failed on our side; the log of the server says why.';
}
