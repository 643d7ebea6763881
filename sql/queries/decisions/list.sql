-- One page of the decisions that count, newest first, or the one of an address or with an id; for those who may see every area. Those that were taken back or replaced are not here.
with live as (
  select distinct on (county_code, address) id
  from address_decision
  where undone_at is null
    and :allAreas::boolean
    and (:countyCode::text is null or (county_code = :countyCode::text and address = :address::text))
  order by county_code, address, id desc
)
select
  decision.id,
  decision.county_code as "countyCode",
  decision.address,
  decision.outcome,
  decision.area_id     as "areaId",
  area.level,
  area.code,
  area.name,
  parent.name          as "parentName",
  decision.lng,
  decision.lat,
  decision.reason,
  decision.alias,
  decision.decided_at  as "decidedAt",
  decision.decided_by  as "decidedBy"
from live
join address_decision as decision on decision.id = live.id
left join area on area.id = decision.area_id
left join area as parent on parent.level = area.parent_level and parent.code = area.parent_code
where :id::int is null or decision.id = :id::int
order by decision.id desc
limit :limit::int
offset :offset::int;
