-- The imports that later changed rows which some imports had brought, in order.
select distinct replaced_by as id
from former_record
where county_code = :countyCode::text
  and dataset_id = :datasetId::int
  and run_id = any(:runIds::int[])
  and replaced_by <> all(:runIds::int[])
order by id;
