-- One row per cell of the resolution with records in the period, as areas/count_operators. Cells where nothing happened are
-- absent, not zero; records without a position are in no cell.
with placed as (
  select
    case :resolution::int when 7 then cell.cell7 when 8 then cell.cell8 else cell.cell end as cell,
    counted_operator.counts_as_id as operator_id,
    record.set_aside,
    record.amount,
    record.holder_hash
  from record
  join cell on cell.cell = record.cell
  left join counted_operator on counted_operator.operator_id = record.operator_id
  where record.dataset_id = :datasetId::int
    and (:allAreas::boolean or record.place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
    and ((record.happened_on >= :from::date and record.happened_on < :until::date) or (:undated::boolean and record.happened_on is null))
    and (:cell::text is null or :cell::text = case :resolution::int when 7 then cell.cell7 when 8 then cell.cell8 else cell.cell end)
),
total as (
  select
    cell,
    count(*)::int                          as records,
    count(*) filter (where set_aside)::int as set_aside,
    sum(amount)::float8                    as amount,
    count(distinct holder_hash)::int       as holders
  from placed
  group by cell
),
judged as (
  select
    cell,
    operator_id,
    count(*)::int                                              as records,
    coalesce(sum(amount) filter (where amount > 0), 0)::float8 as amount,
    count(distinct holder_hash)::int                           as holders
  from placed
  where operator_id is not null
    and not set_aside
  group by cell, operator_id
),
operators as (
  select
    cell,
    array_agg(operator_id order by records desc, operator_id) as operator_ids,
    array_agg(records order by records desc, operator_id)     as operator_records,
    array_agg(amount order by records desc, operator_id)      as operator_amounts,
    array_agg(holders order by records desc, operator_id)     as operator_holders
  from judged
  group by cell
)
select
  total.cell,
  total.records,
  total.set_aside                            as "setAside",
  total.amount,
  total.holders,
  coalesce(operators.operator_ids, '{}')     as "operatorIds",
  coalesce(operators.operator_records, '{}') as "operatorRecords",
  coalesce(operators.operator_amounts, '{}') as "operatorAmounts",
  coalesce(operators.operator_holders, '{}') as "operatorHolders"
from total
left join operators on operators.cell = total.cell
order by total.cell;
