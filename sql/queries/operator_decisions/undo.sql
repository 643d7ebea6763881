-- Takes a decision back. One row; none when there is no such decision of the dataset or it was taken back before.
update operator_decision
set undone_by = :undoneBy::text,
    undone_at = :now::timestamptz
where id = :id::int
  and dataset_id = :datasetId::int
  and undone_at is null
returning id, verdict, cardinality(names) as names;
