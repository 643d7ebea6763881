-- The next records, in order of key, that some imports changed, with what they said of their place before. One row for each.
select key, whereabouts
from former_record
where county_code = :countyCode::text
  and dataset_id = :datasetId::int
  and replaced_by = any(:runIds::int[])
  and key > :afterKey::text
order by key
limit :limit::int;
