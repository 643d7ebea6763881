-- Where some areas lie, with the area above: one row each; null where there is no boundary.
select
  area.id,
  area.level,
  area.code,
  area.name,
  parent.name            as "parentName",
  ST_XMin(area.boundary) as west,
  ST_YMin(area.boundary) as south,
  ST_XMax(area.boundary) as east,
  ST_YMax(area.boundary) as north
from area
left join area as parent on parent.level = area.parent_level and parent.code = area.parent_code
where area.id = any(:areaIds::int[])
order by area.id;
