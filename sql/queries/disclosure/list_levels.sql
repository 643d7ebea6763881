-- One row per level of areas, the finest first: how many areas, and how many of them have a boundary.
select
  level,
  count(*)::int    as areas,
  count(west)::int as "withBoundary"
from disclosure.area
group by level
order by areas desc, level;
