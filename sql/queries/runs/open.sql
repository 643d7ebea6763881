-- Opens an import. One row: its id.
insert into import_run (
  dataset_id, file_name, synthetic, state, owner, started_at, beat_at, bytes_total, encoding, report,
  started_by, choices, upload, continues
)
values (
  :datasetId::int, :fileName::text, :synthetic::boolean, 'running', :owner::text, :now::timestamptz, :now::timestamptz,
  :bytesTotal::bigint, :encoding::text, :report::jsonb, :startedBy::text, :choices::jsonb, :upload::text, :continues::int
)
returning id;
