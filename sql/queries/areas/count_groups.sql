-- One row per group of operators and area of a level where at least one of them has judged records: what they would count together.
-- Groups are given as two columns of equal length, group and operator as it is counted now; an operator may be in several.
with member as (
  select distinct member_of.group_no, counted_operator.operator_id
  from unnest(:groupNos::int[], :operatorIds::int[]) as member_of (group_no, counts_as_id)
  join counted_operator on counted_operator.counts_as_id = member_of.counts_as_id
)
select
  member.group_no                                                           as "groupNo",
  place_area.area_id                                                        as "areaId",
  count(*)::int                                                             as records,
  coalesce(sum(record.amount) filter (where record.amount > 0), 0)::float8  as amount,
  count(distinct record.holder_hash)::int                                   as holders
from record
join member on member.operator_id = record.operator_id
join place_area on place_area.place_id = record.place_id
where record.dataset_id = :datasetId::int
  and (:allAreas::boolean or record.place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
  and place_area.level = :level::text
  and not record.set_aside
group by member.group_no, place_area.area_id
order by member.group_no, place_area.area_id;
