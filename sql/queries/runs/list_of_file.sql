-- The imports of one file, by its hash, that ended and were not undone, newest first; at most 20.
select
  import_run.id,
  dataset.code           as dataset,
  import_run.file_name   as "fileName",
  import_run.started_at  as "startedAt",
  import_run.started_by  as "startedBy"
from import_run
join dataset on dataset.id = import_run.dataset_id
where import_run.file_sha256 = :fileSha256::text
  and import_run.state = 'finished'
  and import_run.undone_at is null
  and (:allDatasets::boolean or import_run.dataset_id = any(:scopeDatasets::int[]))
  and :allAreas::boolean
order by import_run.id desc
limit 20;
