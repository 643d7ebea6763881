-- One row per area on the way up: first the area with this level and code, then its parent, and so on; none when there is no such
-- area. A file can name an area as its own ancestor, so a level comes once.
with recursive lineage as (
  select level, code, name, parent_level, parent_code, west, south, east, north, array[level] as levels
  from disclosure.area
  where level = :level::text
    and code = :code::text
  union all
  select
    area.level, area.code, area.name, area.parent_level, area.parent_code,
    area.west, area.south, area.east, area.north, lineage.levels || area.level
  from lineage
  join disclosure.area on area.level = lineage.parent_level and area.code = lineage.parent_code
  where area.level <> all(lineage.levels)
)
select level, code, name, west, south, east, north
from lineage
order by cardinality(levels);
