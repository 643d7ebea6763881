-- Remembers which dataset somebody chose for a header. One row.
insert into header_mapping (header_key, dataset_id, chosen_at)
values (:headerKey::text, :datasetId::int, :now::timestamptz)
on conflict (header_key) do update set
  dataset_id = excluded.dataset_id,
  chosen_at  = excluded.chosen_at
returning header_key as "headerKey";
