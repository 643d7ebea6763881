import type { zhCrs } from './zh-crs.ts';

/** The English texts of the test of coordinate systems. */
export const enCrs: Record<keyof typeof zhCrs, string> = {
  'crs.title': 'Coordinate system',
  'crs.lead':
    'The declared system is tested on the first 4,000 rows, against the loaded areas. It proposes; you decide.',
  'crs.declared': 'Coordinate system',
  'crs.wgs84': 'WGS84 (EPSG:4326)',
  'crs.cgcs2000': 'CGCS2000 (EPSG:4490)',
  'crs.gcj02': 'GCJ-02 (Amap, Tencent)',
  'crs.bd09': 'BD-09 (Baidu)',
  'crs.other': 'Another: by code or definition',
  'crs.definition': 'Code or definition',
  'crs.definitionHint': 'e.g. EPSG:4549, +proj=…, the WKT of a .prj file',
  'crs.test': 'Test the coordinate system',
  'crs.testing': 'Testing…',
  'crs.system': 'If it is',
  'crs.inside': 'Inside areas',
  'crs.agreeing': 'Where the row says',
  'crs.of': '{{count}} of {{of}}',
  'crs.action': 'Action',
  'crs.isDeclared': 'declared',
  'crs.swapped': 'columns swapped',
  'crs.adopt': 'Use this system',
  'crs.adopted': 'Changed to “{{title}}”.',
  'crs.undo': 'Restore the earlier declaration',
  'crs.table': 'How each system fits the areas',
};
