-- Stores a batch of areas; one row for each, with the id it has now. A known code keeps its id and takes the new values.
insert into area (level, code, name, pinyin, parent_level, parent_code, boundary)
select
  :level,
  code,
  name,
  pinyin,
  :parentLevel,
  parent_code,
  ST_Multi(ST_SetSRID(ST_GeomFromGeoJSON(boundary), 4326))
from jsonb_to_recordset(:areas::jsonb) as entry (
  code text, name text, pinyin text, parent_code text, boundary text
)
order by code
on conflict (level, code) do update set
  name         = excluded.name,
  pinyin       = excluded.pinyin,
  parent_level = excluded.parent_level,
  parent_code  = excluded.parent_code,
  boundary     = excluded.boundary
returning id, code;
