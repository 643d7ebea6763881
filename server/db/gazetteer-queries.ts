/** Names of areas, apart from their boundaries. */
export interface GazetteerQueries {
  'areas/upsert_names': {
    params: { level: string; parentLevel: string | null; areas: string };
    row: { id: number; code: string };
  };
  'areas/add_aliases': {
    params: { areaIds: number[]; aliases: string[]; kinds: string[] };
    row: { area_id: number };
  };
}
