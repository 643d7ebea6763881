-- One row per operator of a dataset.
select id, name
from operator
where dataset_id = :datasetId::int
order by id;
