-- The dataset that a decision is about, or no row.
select operator_decision.dataset_id as "datasetId", dataset.code
from operator_decision
join dataset on dataset.id = operator_decision.dataset_id
where operator_decision.id = :id::int
  and (:allDatasets::boolean or operator_decision.dataset_id = any(:scopeDatasets::int[]))
order by operator_decision.id;
