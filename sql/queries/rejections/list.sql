-- The next rejected rows of an import, in order of line; for those who may see every area, since nobody knows where they lie.
select line, reason, detail, body
from rejection
where run_id = :runId::int
  and line > :afterLine::int
  and :allAreas::boolean
  and (:allDatasets::boolean or run_id in (select id from import_run where dataset_id = any(:scopeDatasets::int[])))
order by line
limit :limit::int;
