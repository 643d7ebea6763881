-- One row per area that was granted to any account, with its name.
select distinct
  area.level,
  area.code,
  area.name,
  parent.name as "parentName"
from account_area
join area on area.level = account_area.level and area.code = account_area.code
left join area parent on parent.level = area.parent_level and parent.code = area.parent_code
order by area.level, area.code;
