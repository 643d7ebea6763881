-- One row per area, without its boundary. An area whose parent is not loaded has a null parent. Of each denominator the count of the
-- newest day, of several sources for one day the one that was loaded last.
with alias as (
  select area_id, array_agg(alias order by alias) as aliases
  from area_alias
  group by area_id
),
newest as (
  select distinct on (area_id, denominator) area_id, denominator, value
  from area_denominator
  order by area_id, denominator, as_of desc, loaded_on desc, source
),
denominator as (
  select area_id, jsonb_object_agg(denominator, value) as denominators
  from newest
  group by area_id
)
select
  area.id,
  area.level,
  area.code,
  area.name,
  parent.id                                      as "parentId",
  coalesce(alias.aliases, '{}')                  as aliases,
  coalesce(denominator.denominators, '{}'::jsonb) as denominators
from area
left join area parent on parent.level = area.parent_level and parent.code = area.parent_code
left join alias on alias.area_id = area.id
left join denominator on denominator.area_id = area.id
where :level::text is null
   or area.level = :level::text
order by area.level, area.code;
