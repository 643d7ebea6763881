-- One row per operator of a dataset with a record where one may look.
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
  )
order by id;
