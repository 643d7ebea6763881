import { createReadStream } from 'node:fs';
import { type InspectedArea, inspectLevel } from '../../geodata/boundaries/inspect-level.ts';
import { openAreasFile } from '../../geodata/boundaries/open-areas-file.ts';
import { type ReadAreasOptions, type RejectedArea, readAreas } from '../../geodata/boundaries/read-areas.ts';
import { propertiesOf } from '../../geodata/boundaries/read-property.ts';
import { suggestFields } from '../../geodata/boundaries/suggest-fields.ts';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import type { AreaEntry } from '../../geodata/model/area.ts';
import type { AreasShape } from '../../geodata/model/areas-api.ts';
import type { LevelInspection } from '../../geodata/model/level-inspection.ts';

export interface OpenedAreas {
  readonly shape: AreasShape;
  readonly encoding: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ReadAreasTask {
  readonly path: string;
  readonly layer: string | null;
  /** The system of the coordinates, in place of what the file says. */
  readonly crs: string | null;
  readonly options: Omit<ReadAreasOptions, 'crs'>;
}

const SEEN = 100;
const SHOWN = 5;

/** What takes long over areas and is done beside the requests: reading and mending a file, looking a level through. */
export const AREA_TASKS = {
  /** Opens a file as a person wants to see it before it is loaded. */
  async preview({ path, layer }: { readonly path: string; readonly layer: string | null }): Promise<OpenedAreas> {
    const file = await openAreasFile(createReadStream(path), { layer: layer ?? undefined });
    const properties = file.features.slice(0, SEEN).map(propertiesOf);
    const columns = [...new Set(properties.flatMap((one) => Object.keys(one)))];
    const { format, layers, crs } = file;
    return {
      shape: {
        format,
        layers,
        layer: file.layer,
        crs,
        features: file.features.length,
        suggested: suggestFields(columns, properties),
      },
      encoding: file.encoding,
      columns,
      rows: properties.slice(0, SHOWN).map((one) => columns.map((name) => `${one[name] ?? ''}`)),
    };
  },

  /** Reads and mends all areas of a file, one outcome for each feature. */
  async read({ path, layer, crs, options }: ReadAreasTask): Promise<(AreaEntry | RejectedArea)[]> {
    const file = await openAreasFile(createReadStream(path), { layer: layer ?? undefined });
    if (layer === null && file.layers.length > 1) {
      const names = file.layers.join(', ');
      throw new IntakeError(
        sentence(`文件有多个图层，请指定一个：${names}`, `The file has several layers, choose one: ${names}`),
      );
    }
    return [...readAreas(file.features, { ...options, crs: crs ?? file.crs })];
  },

  async inspect({
    level,
    areas,
    parents,
  }: {
    readonly level: string;
    readonly areas: readonly InspectedArea[];
    readonly parents: readonly InspectedArea[];
  }): Promise<LevelInspection> {
    return inspectLevel(level, areas, parents);
  },
};
