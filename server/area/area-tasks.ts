import { createReadStream } from 'node:fs';
import type { AreasFile } from '../../geodata/boundaries/areas-file.ts';
import { type InspectedArea, inspectLevel } from '../../geodata/boundaries/inspect-level.ts';
import { openAreasFile } from '../../geodata/boundaries/open-areas-file.ts';
import { type ReadAreasOptions, type RejectedArea, readAreas } from '../../geodata/boundaries/read-areas.ts';
import { propertiesOf } from '../../geodata/boundaries/read-property.ts';
import { suggestFields } from '../../geodata/boundaries/suggest-fields.ts';
import { IntakeError } from '../../geodata/intake/intake-error.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import type { AreaEntry } from '../../geodata/model/area.ts';
import type { AreasShape, LayerShape } from '../../geodata/model/areas-api.ts';
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
/** Layers that are offered; whoever has more knows the name of theirs. */
const LAYERS = 20;

function layerOf({ layer, crs, features }: AreasFile): LayerShape {
  const properties = features.slice(0, SEEN).map(propertiesOf);
  const columns = [...new Set(properties.flatMap((one) => Object.keys(one)))];
  return { name: layer, crs, features: features.length, columns, suggested: suggestFields(columns, properties) };
}

/** What takes long over areas and is done beside the requests: reading and mending a file, looking a level through. */
export const AREA_TASKS = {
  /** Opens a file as a person wants to see it before it is loaded: the first rows of its first layer, and what its layers are. */
  async preview({ path }: { readonly path: string }): Promise<OpenedAreas> {
    const first = await openAreasFile(createReadStream(path));
    const layers = [layerOf(first)];
    for (const layer of first.layers.slice(1, LAYERS)) {
      layers.push(layerOf(await openAreasFile(createReadStream(path), { layer })));
    }
    const columns = layers[0]?.columns ?? [];
    const shown = first.features.slice(0, SHOWN).map(propertiesOf);
    return {
      shape: { format: first.format, layers },
      encoding: first.encoding,
      columns,
      rows: shown.map((one) => columns.map((name) => `${one[name] ?? ''}`)),
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
