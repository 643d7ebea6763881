-- One row per record that is stored under one of these keys already, with what tells whether it has changed.
select key, content_hash as "contentHash"
from record
where county_code = :countyCode::text
  and dataset_id = :datasetId::int
  and key = any(:keys::text[]);
