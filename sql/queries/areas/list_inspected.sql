-- One row per area of a level, with its boundary as GeoJSON text (null without one) and what it names as its parent.
select
  id,
  code,
  name,
  parent_level              as "parentLevel",
  parent_code               as "parentCode",
  ST_AsGeoJSON(boundary, 7) as geometry
from area
where level = :level::text
order by code;
