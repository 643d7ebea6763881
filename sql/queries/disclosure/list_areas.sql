-- One row per area of a level, with the one above it (null where that is not loaded); none when there is no such level.
select
  area.code,
  area.name,
  parent.code as "parentCode",
  parent.name as "parentName"
from disclosure.area
left join disclosure.area parent on parent.level = area.parent_level and parent.code = area.parent_code
where area.level = :level::text
order by parent.code nulls last, area.code;
