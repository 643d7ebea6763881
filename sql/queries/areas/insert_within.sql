-- Links each area to itself and to all that it lies in, by what it names as its parent. One row for each link. A file can name an
-- area as its own ancestor, so a level comes once.
with recursive within as (
  select id as area_id, id as superior_id, parent_level, parent_code, array[level] as levels
  from area
  union all
  select within.area_id, area.id, area.parent_level, area.parent_code, within.levels || area.level
  from within
  join area on area.level = within.parent_level and area.code = within.parent_code
  where area.level <> all(within.levels)
)
insert into area_within (area_id, superior_id)
select distinct area_id, superior_id
from within
returning area_id;
