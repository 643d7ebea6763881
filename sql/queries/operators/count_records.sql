-- One row per operator of a dataset, as written, with records: how many, and how many of them are judged for shares.
with counted as (
  select
    operator_id,
    count(*)::int                              as records,
    count(*) filter (where not set_aside)::int as judged
  from record
  where dataset_id = :datasetId::int
    and (:allAreas::boolean or place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[]))))
    and operator_id is not null
  group by operator_id
)
select
  operator.id,
  operator.name,
  operator.counts_as_id as "countsAsId",
  operator.names_nobody as "namesNobody",
  counted.records,
  counted.judged
from counted
join operator on operator.id = counted.operator_id
order by counted.records desc, operator.id;
