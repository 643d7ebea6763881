-- One row per area on the way up: first the area with this level and code, then its parent, and so on; none when there is no such
-- area where one may look. A file can name an area as its own ancestor, so a level comes once.
with recursive lineage as (
  select id, level, code, name, parent_level, parent_code, array[level] as levels
  from area
  where level = :level::text
    and code = :code::text
    and (:allAreas::boolean or id = any(array(select area_id from area_within where superior_id = any(:scopeAreas::int[]))))
  union all
  select area.id, area.level, area.code, area.name, area.parent_level, area.parent_code, lineage.levels || area.level
  from lineage
  join area on area.level = lineage.parent_level and area.code = lineage.parent_code
  where area.level <> all(lineage.levels)
)
select id, level, code, name
from lineage
order by cardinality(levels);
