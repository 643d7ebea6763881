-- Makes room for a measurement. One row: its id.
insert into measurement (dataset_id, level, from_on, until_on, weight, profile_hash, revision, measured_at)
values (
  :datasetId::int, :level::text, :from::date, :until::date, :weight::text,
  :profileHash::text, :revision::bigint, :now::timestamptz
)
returning id;
