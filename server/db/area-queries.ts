/** What the queries of sql/queries/areas that look after a level take and return. */
export interface AreaQueries {
  'areas/upsert_denominators': {
    params: {
      areaIds: number[];
      denominators: string[];
      values: number[];
      source: string;
      asOf: string;
      loadedOn: string;
    };
    row: { area_id: number };
  };
  'areas/list_inspected': {
    params: { level: string };
    row: {
      id: number;
      code: string;
      name: string;
      parentLevel: string | null;
      parentCode: string | null;
      geometry: string | null;
    };
  };
  'areas/upsert_inspection': { params: { level: string; now: Date; inspection: string }; row: { level: string } };
}
