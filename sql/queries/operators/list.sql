-- One row per operator of a dataset with a record where one may look, under its own name or one that counts as it.
select id, name
from operator
where dataset_id = :datasetId::int
  and (
    :allAreas::boolean
    or exists (
      select
      from record
      where record.dataset_id = operator.dataset_id
        and record.operator_id = operator.id
        and record.place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[])))
    )
    or exists (
      select
      from merged_operator
      join record on record.operator_id = merged_operator.operator_id
      where merged_operator.counts_as_id = operator.id
        and record.dataset_id = operator.dataset_id
        and record.place_id = any(array(select place_id from place_within where superior_id = any(:scopeAreas::int[])))
    )
  )
order by id;
