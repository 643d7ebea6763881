-- Forgets a dataset's measurements at other revisions of its data, and those of these very terms. One row for each.
delete from measurement
where dataset_id = :datasetId::int
  and (revision <> :revision::bigint
    or (level = :level::text
      and from_on = :from::date
      and until_on = :until::date
      and weight = :weight::text
      and profile_hash = :profileHash::text))
returning id;
