-- Gives an account its role and says whether it reaches everywhere. One row.
update account
set role         = :role::text,
    all_areas    = :allAreas::boolean,
    all_datasets = :allDatasets::boolean
where id = :id::int
returning id;
