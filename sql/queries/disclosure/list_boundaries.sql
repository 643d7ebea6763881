-- One row per area of a level that has a boundary, as GeoJSON text.
select
  code,
  name,
  boundary as geometry
from disclosure.area
where level = :level::text
  and west is not null
order by code;
