-- One row per area of a level that has a boundary, as GeoJSON text with 6 decimals (about 0.1 m).
select
  id,
  code,
  name,
  ST_AsGeoJSON(boundary, 6) as geometry
from area
where level = :level::text
  and boundary is not null
order by code;
