-- Imports, newest first; at most 200. A file holds rows of any place: its import is for those who may see every area.
select
  import_run.id,
  dataset.code               as dataset,
  import_run.file_name       as "fileName",
  import_run.file_sha256     as "fileSha256",
  import_run.state,
  import_run.owner,
  import_run.started_at      as "startedAt",
  import_run.started_by      as "startedBy",
  import_run.beat_at         as "beatAt",
  import_run.ended_at        as "endedAt",
  import_run.bytes_read      as "bytesRead",
  import_run.bytes_total     as "bytesTotal",
  import_run.format,
  import_run.encoding,
  import_run.choices,
  import_run.upload,
  import_run.continues,
  import_run.undo_started_at as "undoStartedAt",
  import_run.undone_at       as "undoneAt",
  import_run.undone_by       as "undoneBy",
  import_run.county_code     as "countyCode",
  import_run.report,
  import_run.error
from import_run
join dataset on dataset.id = import_run.dataset_id
where (:id::int is null or import_run.id = :id::int)
  and (:allDatasets::boolean or import_run.dataset_id = any(:scopeDatasets::int[]))
  and :allAreas::boolean
order by import_run.id desc
limit 200;
