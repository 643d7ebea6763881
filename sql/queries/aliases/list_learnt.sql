-- One row per name that a person taught, newest first.
select
  area.level,
  area.code,
  area.name,
  parent.name         as "parentName",
  area_alias.alias,
  area_alias.added_by as "addedBy",
  area_alias.added_at as "addedAt"
from area_alias
join area on area.id = area_alias.area_id
left join area as parent on parent.level = area.parent_level and parent.code = area.parent_code
where area_alias.source = 'learnt'
order by area_alias.added_at desc, area_alias.alias;
