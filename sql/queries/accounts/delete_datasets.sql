-- Takes all datasets away from an account. One row per dataset it had.
delete from account_dataset
where account_id = :id::int
returning dataset_id as "datasetId";
