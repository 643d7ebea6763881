-- One row per operator of a dataset: under whom it counts (null: under its own name), and whether it names nobody.
select
  id,
  name,
  counts_as_id as "countsAsId",
  names_nobody as "namesNobody"
from operator
where dataset_id = :datasetId::int
order by id;
