-- One row per level: how many areas, how many with a boundary, and their extent (null without boundaries).
with extent as (
  select level, count(*)::int as areas, count(boundary)::int as with_boundary, ST_Extent(boundary) as box
  from area
  group by level
)
select
  level,
  areas,
  with_boundary     as "withBoundary",
  ST_XMin(box)      as west,
  ST_YMin(box)      as south,
  ST_XMax(box)      as east,
  ST_YMax(box)      as north
from extent
order by areas desc, level;
