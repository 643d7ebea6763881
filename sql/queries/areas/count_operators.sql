-- One row per area of a level with records in the period: totals, and its judged records by operator as parallel arrays, most
-- first. Judged records name an operator and are not set aside; operators are those that names count as. Areas without records are absent, not zero.
with placed as (
  select
    place_area.area_id,
    counted_operator.counts_as_id as operator_id,
    record.set_aside,
    record.amount,
    record.holder_hash
  from record
  join place_area on place_area.place_id = record.place_id
  left join counted_operator on counted_operator.operator_id = record.operator_id
  where record.dataset_id = :datasetId::int
    and place_area.level = :level::text
    and ((record.happened_on >= :from::date and record.happened_on < :until::date) or (:undated::boolean and record.happened_on is null))
),
total as (
  select
    area_id,
    count(*)::int                           as records,
    count(*) filter (where set_aside)::int  as set_aside,
    sum(amount)::float8                     as amount,
    count(distinct holder_hash)::int        as holders
  from placed
  group by area_id
),
judged as (
  select
    area_id,
    operator_id,
    count(*)::int                                              as records,
    coalesce(sum(amount) filter (where amount > 0), 0)::float8 as amount,
    count(distinct holder_hash)::int                           as holders
  from placed
  where operator_id is not null
    and not set_aside
  group by area_id, operator_id
),
operators as (
  select
    area_id,
    array_agg(operator_id order by records desc, operator_id) as operator_ids,
    array_agg(records order by records desc, operator_id)     as operator_records,
    array_agg(amount order by records desc, operator_id)      as operator_amounts,
    array_agg(holders order by records desc, operator_id)     as operator_holders
  from judged
  group by area_id
)
select
  total.area_id                            as "areaId",
  total.records,
  total.set_aside                          as "setAside",
  total.amount,
  total.holders,
  coalesce(operators.operator_ids, '{}')     as "operatorIds",
  coalesce(operators.operator_records, '{}') as "operatorRecords",
  coalesce(operators.operator_amounts, '{}') as "operatorAmounts",
  coalesce(operators.operator_holders, '{}') as "operatorHolders"
from total
left join operators on operators.area_id = total.area_id
order by total.area_id;
