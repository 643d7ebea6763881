-- Gives an account datasets. One row per dataset.
insert into account_dataset (account_id, dataset_id)
select :id::int, dataset_id
from unnest(:datasetIds::int[]) as granted (dataset_id)
returning dataset_id as "datasetId";
